//! What a process remembers of slowly changing records: vocabularies, law, protected names.
//!
//! Each is kept with the epoch of its loading. A change raises the epoch in its own transaction,
//! so that every process, on whatever machine, loads anew at its next question.

use std::sync::{Arc, PoisonError, RwLock};

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::answers::Answers;
use super::commit;
use super::database::Db;
use super::houses::Houses;
use super::protection::Protected;
use super::schema::epochs;
use super::vocabulary::Vocabulary;
use crate::domain::law::LawBook;
use crate::error::Result;

/// Something remembered, and since when.
struct Remembered<T> {
    load: fn(&mut Db) -> Result<T>,
    kept: RwLock<Option<(i32, Arc<T>)>>,
}

impl<T> Remembered<T> {
    const fn new(load: fn(&mut Db) -> Result<T>) -> Self {
        Self { load, kept: RwLock::new(None) }
    }

    /// What there is at an epoch; `behind` is looked at too, but only what is committed is kept there.
    fn get(&self, db: &mut Db, now: i32, behind: Option<&Self>) -> Result<Arc<T>> {
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
    /// What readers were told.
    pub answers: Answers,
    /// What the reading of statements knows.
    pub houses: Houses,
    /// What the process remembers, for a memory that serves one write.
    behind: Option<Arc<Self>>,
}

impl Default for Memory {
    fn default() -> Self {
        Self {
            vocabulary: Remembered::new(Vocabulary::load),
            law: Remembered::new(super::law_book::load),
            protection: Remembered::new(Protected::load),
            answers: Answers::default(),
            houses: Houses::default(),
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
        let now = epoch(db, Epoch::Vocabulary)?;
        self.vocabulary.get(db, now, self.behind.as_ref().map(|it| &it.vocabulary))
    }

    pub fn law(&self, db: &mut Db) -> Result<Arc<LawBook>> {
        let now = epoch(db, Epoch::Law)?;
        self.law.get(db, now, self.behind.as_ref().map(|it| &it.law))
    }

    pub fn protection(&self, db: &mut Db) -> Result<Arc<Protected>> {
        let now = epoch(db, Epoch::Protection)?;
        self.protection.get(db, now, self.behind.as_ref().map(|it| &it.protection))
    }
}

fn epoch(db: &mut Db, which: Epoch) -> Result<i32> {
    if let Some(epochs) = commit::epochs() {
        return Ok(epochs[which as usize]);
    }
    let rows: Vec<(String, i32)> = epochs::table.select((epochs::name, epochs::epoch)).load(db)?;
    let of = |which: Epoch| rows.iter().find(|row| row.0 == which.name()).map_or(0, |it| it.1);
    // In the order of [`Epoch`].
    let all = [of(Epoch::Vocabulary), of(Epoch::Law), of(Epoch::Protection)];
    commit::know_epochs(Some(all));
    Ok(all[which as usize])
}

/// Says that something remembered has changed.
pub fn raise(db: &mut Db, which: Epoch) -> Result<()> {
    commit::know_epochs(None);
    diesel::update(epochs::table.filter(epochs::name.eq(which.name())))
        .set(epochs::epoch.eq(epochs::epoch + 1))
        .execute(db)?;
    Ok(())
}

/// What is remembered.
#[derive(Debug, Clone, Copy)]
pub enum Epoch {
    Vocabulary,
    Law,
    Protection,
}

impl Epoch {
    const fn name(self) -> &'static str {
        match self {
            Self::Vocabulary => "vocabulary",
            Self::Law => "law",
            Self::Protection => "protection",
        }
    }
}
