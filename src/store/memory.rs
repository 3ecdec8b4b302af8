//! What a process remembers of slowly changing records: vocabularies, law, protected names.
//!
//! Each is kept with the epoch of its loading. A change raises the epoch in its own transaction,
//! so that every process, on whatever machine, loads anew at its next question.

use std::sync::{Arc, PoisonError, RwLock};

use diesel::sql_types::Integer;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::database::Db;
use super::protection::Protected;
use super::schema::epochs;
use super::sql::Sql;
use super::vocabulary::Vocabulary;
use crate::domain::law::LawBook;
use crate::error::Result;

/// Something remembered, and since when.
struct Remembered<T> {
    epoch: &'static str,
    load: fn(&mut Db) -> Result<T>,
    kept: RwLock<Option<(i32, Arc<T>)>>,
}

impl<T> Remembered<T> {
    const fn new(epoch: &'static str, load: fn(&mut Db) -> Result<T>) -> Self {
        Self { epoch, load, kept: RwLock::new(None) }
    }

    fn get(&self, db: &mut Db) -> Result<Arc<T>> {
        let now: i32 = epochs::table
            .filter(epochs::name.eq(self.epoch))
            .select(epochs::epoch)
            .first(db)
            .optional()?
            .unwrap_or_default();
        if let Some((then, kept)) = &*self.kept.read().unwrap_or_else(PoisonError::into_inner)
            && *then == now
        {
            return Ok(kept.clone());
        }
        let fresh = Arc::new((self.load)(db)?);
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some((now, fresh.clone()));
        Ok(fresh)
    }

    fn forget(&self) {
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

/// See the module.
pub struct Memory {
    vocabulary: Remembered<Vocabulary>,
    law: Remembered<LawBook>,
    protection: Remembered<Protected>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            vocabulary: Remembered::new("vocabulary", Vocabulary::load),
            law: Remembered::new("law", super::law_book::load),
            protection: Remembered::new("protection", Protected::load),
        }
    }
}

impl Memory {
    pub fn vocabulary(&self, db: &mut Db) -> Result<Arc<Vocabulary>> {
        self.vocabulary.get(db)
    }

    pub fn law(&self, db: &mut Db) -> Result<Arc<LawBook>> {
        self.law.get(db)
    }

    pub fn protection(&self, db: &mut Db) -> Result<Arc<Protected>> {
        self.protection.get(db)
    }

    /// After a write that may have been taken back: what it loaded in between may never have been.
    pub fn forget(&self) {
        self.vocabulary.forget();
        self.law.forget();
        self.protection.forget();
    }
}

/// Says that something remembered has changed.
#[derive(Debug, Clone, Copy)]
pub enum Epoch {
    Vocabulary,
    Law,
    Protection,
}

impl Epoch {
    pub fn raise(self, db: &mut Db) -> Result<()> {
        #[derive(diesel::QueryableByName)]
        struct Raised {
            #[diesel(sql_type = Integer)]
            #[expect(dead_code, reason = "only that there was one matters")]
            epoch: i32,
        }
        let name = match self {
            Self::Vocabulary => "vocabulary",
            Self::Law => "law",
            Self::Protection => "protection",
        };
        let raise = Sql::new("UPDATE epochs SET epoch = epoch + 1 WHERE name = ")
            .bind(name)
            .sql(" RETURNING epoch");
        raise.load::<Raised>(db)?;
        Ok(())
    }
}
