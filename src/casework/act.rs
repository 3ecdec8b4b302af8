//! One thing that someone does: who, when, why, and what is to be remembered of it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use diesel::Connection;
use serde_json::Value;

use super::records::incident::Incident;
use crate::domain::{Caller, Id, Timestamp};
use crate::error::Result;
use crate::store::history::{self, Entry, NewRevision};
use crate::store::{Database, Db, Eyes, Kind, Memory, commit};

/// Where people act: the database, and what the process remembers of it.
#[derive(Clone)]
pub struct Office {
    pub database: Database,
    pub memory: Arc<Memory>,
}

impl Office {
    pub fn new(database: Database) -> Self {
        Self { database, memory: Arc::default() }
    }

    /// Does something that changes records: all of it, with its history, or none.
    pub async fn act<T: Send + 'static>(
        &self,
        caller: Caller,
        now: Timestamp,
        work: impl FnOnce(&mut Db, &mut Act) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (memory, job) = self.prepared(caller, now, work);
        self.learnt(&memory, self.database.write(job).await)
    }

    /// [`act`](Self::act), for what only adds records: it shares statements with other such writes
    /// of the same commit, and so does not find all that they, or it, has added.
    pub async fn add<T: Send + 'static>(
        &self,
        caller: Caller,
        now: Timestamp,
        work: impl FnOnce(&mut Db, &mut Act) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (memory, job) = self.prepared(caller, now, work);
        self.learnt(&memory, self.database.add(job).await)
    }

    /// [`act`](Self::act), for code that may block.
    pub fn act_here<T: Send + 'static>(
        &self,
        caller: Caller,
        now: Timestamp,
        work: impl FnOnce(&mut Db, &mut Act) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (memory, job) = self.prepared(caller, now, work);
        self.learnt(&memory, self.database.write_here(job))
    }

    /// [`add`](Self::add), for code that may block.
    pub fn add_here<T: Send + 'static>(
        &self,
        caller: Caller,
        now: Timestamp,
        work: impl FnOnce(&mut Db, &mut Act) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (memory, job) = self.prepared(caller, now, work);
        self.learnt(&memory, self.database.add_here(job))
    }

    /// The act as a job for the writer, and the memory that it uses.
    fn prepared<T>(
        &self,
        caller: Caller,
        now: Timestamp,
        work: impl FnOnce(&mut Db, &mut Act) -> Result<T> + Send + 'static,
    ) -> (Arc<Memory>, impl FnOnce(&mut Db) -> Result<T> + Send + 'static) {
        let memory = self.memory.for_a_write();
        let act = Act::by(caller, now, memory.clone());
        (memory, move |db: &mut Db| act.perform(db, work))
    }

    /// What was loaded in a write is remembered once it is committed.
    fn learnt<T>(&self, memory: &Memory, done: Result<T>) -> Result<T> {
        if done.is_ok() {
            self.memory.learn(memory);
        }
        done
    }
}

/// See the module.
pub struct Act {
    pub caller: Caller,
    pub now: Timestamp,
    pub memory: Arc<Memory>,
    /// Why, in the words of who acts.
    pub reason: Option<String>,
    /// The first day of the event that a new incident is sent with: the year of its ref.
    pub first_day: Option<chrono::NaiveDate>,
    /// Whether the program itself fills a new database.
    pub seeding: bool,
    eyes: Option<Eyes>,
    revisions: Vec<NewRevision>,
    entries: Vec<Entry>,
    /// What the record that is being changed is linked to already, whether the caller sees it or not.
    kept: HashSet<Id>,
    /// What this act has made.
    own: HashSet<Id>,
    /// The incident that this act has made last, for the events that come with it.
    pub incident: Option<Incident>,
    /// New records given twice in one request are one record: what was sent, and what it became.
    inline: HashMap<String, Id>,
}

impl Act {
    /// `memory`: one that serves this transaction alone.
    pub fn by(caller: Caller, now: Timestamp, memory: Arc<Memory>) -> Self {
        Self {
            caller,
            now,
            memory,
            reason: None,
            first_day: None,
            seeding: false,
            eyes: None,
            revisions: Vec::new(),
            entries: Vec::new(),
            kept: HashSet::new(),
            own: HashSet::new(),
            incident: None,
            inline: HashMap::new(),
        }
    }

    /// Does `work`, then writes its history.
    pub fn perform<T>(
        mut self,
        db: &mut Db,
        work: impl FnOnce(&mut Db, &mut Self) -> Result<T>,
    ) -> Result<T> {
        let done = work(db, &mut self)?;
        history::keep(db, self.revisions, self.entries, self.now)?;
        Ok(done)
    }

    /// A part of the act that is kept or taken back by itself, with its own history.
    ///
    /// # Errors
    /// Those of `work`; the rest of the act goes on.
    pub fn part<T>(
        &self,
        db: &mut Db,
        work: impl FnOnce(&mut Db, &mut Self) -> Result<T>,
    ) -> Result<T> {
        let mark = commit::mark();
        let done = db.transaction(|db| self.step(db, work));
        if done.is_err() {
            commit::take_back(&mark);
        }
        done
    }

    /// A part of the act with its own history, which after an error is taken back with all that stands
    /// around it.
    ///
    /// # Errors
    /// Those of `work`: the act, or the part that the step is in, must not go on.
    pub fn step<T>(
        &self,
        db: &mut Db,
        work: impl FnOnce(&mut Db, &mut Self) -> Result<T>,
    ) -> Result<T> {
        let mut step = Self::by(self.caller.clone(), self.now, self.memory.clone());
        step.reason.clone_from(&self.reason);
        step.eyes.clone_from(&self.eyes);
        step.perform(db, work)
    }

    /// What the caller sees.
    pub fn eyes(&mut self, db: &mut Db) -> Result<Eyes> {
        if let Some(eyes) = &self.eyes
            && eyes.are_current(db, &self.memory)?
        {
            return Ok(eyes.clone());
        }
        let eyes = Eyes::of(&self.caller, db, &self.memory)?;
        Ok(self.eyes.insert(eyes).clone())
    }

    pub fn revised(&mut self, revision: NewRevision) {
        self.revisions.push(revision);
    }

    /// Remembers something that is not a change of a record.
    pub fn note(&mut self, action: &'static str, detail: Value) {
        let user = Some(self.caller.user);
        self.entries.push(Entry { user, action: action.into(), kind: None, record: None, detail });
    }

    /// Remembers something that was done with a record, other than a change.
    pub fn note_of(&mut self, action: &'static str, kind: Kind, record: Id) {
        let user = Some(self.caller.user);
        let detail = Value::Object(serde_json::Map::new());
        self.entries.push(Entry {
            user,
            action: action.into(),
            kind: Some(kind),
            record: Some(record),
            detail,
        });
    }

    /// Remembers something that was done with what is no record of a kind, such as a decision.
    pub fn note_on(&mut self, action: &'static str, about: Id, detail: Value) {
        let (user, record) = (Some(self.caller.user), Some(about));
        self.entries.push(Entry { user, action: action.into(), kind: None, record, detail });
    }

    /// A record that is changed keeps its links, even those that the caller may not see.
    pub fn keep_links(&mut self, record: &Value) {
        let mut all = Vec::new();
        super::change_record::strings(record, String::new(), &mut all);
        self.kept = all.iter().filter_map(|(_, text)| text.parse().ok()).collect();
    }

    /// Whether a link is one that the record had before, or to a record that was made in this act.
    pub fn keeps(&self, link: Id) -> bool {
        self.kept.contains(&link) || self.own.contains(&link)
    }

    /// Whoever makes a record sees it.
    pub fn made_record(&mut self, record: Id) {
        self.own.insert(record);
    }

    /// The record that the same inline value made earlier in this request.
    pub fn made(&self, inline: &str) -> Option<Id> {
        self.inline.get(inline).copied()
    }

    pub fn make(&mut self, inline: String, id: Id) {
        self.inline.insert(inline, id);
    }
}
