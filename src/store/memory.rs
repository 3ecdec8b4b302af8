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

    /// What there is now; `behind` is looked at too, but only what is committed is kept there.
    fn get(&self, db: &mut Db, behind: Option<&Self>) -> Result<Arc<T>> {
        let now: i32 = epochs::table
            .filter(epochs::name.eq(self.epoch))
            .select(epochs::epoch)
            .first(db)
            .optional()?
            .unwrap_or_default();
        let known = self.at(now).or_else(|| behind?.at(now));
        if let Some(known) = known {
            return Ok(known);
        }
        let fresh = Arc::new((self.load)(db)?);
        *self.kept.write().unwrap_or_else(PoisonError::into_inner) = Some((now, fresh.clone()));
        Ok(fresh)
    }

    /// Takes over what is newer.
    fn learn(&self, other: &Self) {
        let newer = other.kept.read().unwrap_or_else(PoisonError::into_inner).clone();
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        if let Some((epoch, _)) = newer
            && kept.as_ref().is_none_or(|(known, _)| *known < epoch)
        {
            *kept = newer;
        }
    }

    fn at(&self, now: i32) -> Option<Arc<T>> {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(then, _)| *then == now).map(|(_, kept)| kept.clone())
    }
}

/// See the module.
pub struct Memory {
    vocabulary: Remembered<Vocabulary>,
    law: Remembered<LawBook>,
    protection: Remembered<Protected>,
    /// What the process remembers, for a memory that serves one write.
    behind: Option<Arc<Self>>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            vocabulary: Remembered::new("vocabulary", Vocabulary::load),
            law: Remembered::new("law", super::law_book::load),
            protection: Remembered::new("protection", Protected::load),
            behind: None,
        }
    }
}

impl Memory {
    /// A memory for one write. It may see what is never committed, so what it loads stays in it.
    pub fn for_a_write(self: &Arc<Self>) -> Arc<Self> {
        Arc::new(Self { behind: Some(self.clone()), ..Self::default() })
    }

    /// Takes over what a write has loaded, once it is committed.
    pub fn learn(&self, write: &Self) {
        self.vocabulary.learn(&write.vocabulary);
        self.law.learn(&write.law);
        self.protection.learn(&write.protection);
    }

    pub fn vocabulary(&self, db: &mut Db) -> Result<Arc<Vocabulary>> {
        self.vocabulary.get(db, self.behind.as_ref().map(|it| &it.vocabulary))
    }

    pub fn law(&self, db: &mut Db) -> Result<Arc<LawBook>> {
        self.law.get(db, self.behind.as_ref().map(|it| &it.law))
    }

    pub fn protection(&self, db: &mut Db) -> Result<Arc<Protected>> {
        self.protection.get(db, self.behind.as_ref().map(|it| &it.protection))
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
