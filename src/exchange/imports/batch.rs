//! Some rows, taken in one transaction: each by itself, what was done noted beside it.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

use super::draft::Draft;
use super::kept::{
    self, Counts, Doubt, ImportRow, Known, MadeRecord, NewName, NotedRow, Outcome, as_text,
};
use super::take::{Course, Taken, take};
use super::work::Desk;
use crate::casework::Act;
use crate::domain::{Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::exchange::read::{Problem, Row};
use crate::store::Db;

/// Names that are remembered from batch to batch.
const REMEMBERED: usize = 20_000;

/// A row, and what it says or why it says nothing.
pub(super) type Read = (Row, Result<Draft, Vec<Problem>>);

/// An import that is at work.
pub(super) struct Run<'d> {
    desk: &'d Desk,
    caller: &'d Caller,
    dry: bool,
    course: Arc<Mutex<Course>>,
    /// Of a dry run: names whose actors and case files were counted.
    would: HashSet<u64>,
}

/// What a batch did.
#[derive(Default)]
struct Did {
    counts: Counts,
    rows: Vec<NotedRow>,
    made: Vec<MadeRecord>,
    names: Vec<NewName>,
    renamed: Vec<NewName>,
    doubts: Vec<Doubt>,
    last: i64,
}

impl<'d> Run<'d> {
    pub(super) fn new(desk: &'d Desk, caller: &'d Caller, dry: bool, course: Course) -> Self {
        let course = Arc::new(Mutex::new(course));
        Self { desk, caller, dry, course, would: HashSet::new() }
    }

    /// Takes a batch, and notes how far the import is.
    pub(super) fn flush(&mut self, row: &mut ImportRow, batch: Vec<Read>) -> Result<()> {
        let (course, dry, now) = (self.course.clone(), self.dry, self.desk.clock.now());
        let office = &self.desk.office;
        let before = row.clone();
        if !dry {
            *row = office.add_here(self.caller.clone(), now, move |db, act| {
                let mut course = course.lock().unwrap_or_else(PoisonError::into_inner);
                let did = taken(db, act, &mut course, &batch, false)?;
                noted(db, before, &did, now, false)
            })?;
            return Ok(());
        }
        // The same, taken back; what it did is told beside it.
        let told = Arc::new(Mutex::new(None));
        let telling = told.clone();
        let tried = office.add_here(self.caller.clone(), now, move |db, act| -> Result<()> {
            let mut course = course.lock().unwrap_or_else(PoisonError::into_inner);
            let did = taken(db, act, &mut course, &batch, true)?;
            course.actors.clear();
            course.cases.clear();
            *telling.lock().unwrap_or_else(PoisonError::into_inner) = Some(did);
            Err(Error::Conflict("a dry run keeps nothing".to_owned()))
        });
        let did = told.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(mut did) = did else { return tried };
        self.count_once(&mut did);
        *row = office
            .act_here(self.caller.clone(), now, move |db, _| noted(db, before, &did, now, true))?;
        Ok(())
    }

    /// Of what each batch of a dry run makes anew, counts the first only.
    fn count_once(&mut self, did: &mut Did) {
        const MOST: usize = 500_000;
        let made: HashSet<Id> = did.made.iter().map(|it| it.record_id).collect();
        for name in &did.names {
            let is_name = name.key.starts_with("name:") || name.kind == "incident";
            if !is_name {
                continue;
            }
            let mut hasher = DefaultHasher::new();
            (&name.kind, &name.key).hash(&mut hasher);
            let is_first = self.would.len() >= MOST || self.would.insert(hasher.finish());
            let counts = &mut did.counts;
            if !is_first {
                let of = match (name.kind.as_str(), made.contains(&name.record_id)) {
                    ("actor", true) => &mut counts.actors_created,
                    ("actor", false) => &mut counts.actors_matched,
                    _ => &mut counts.incidents_created,
                };
                *of = of.saturating_sub(1);
                let doubted = did.doubts.iter().any(|it| it.actor_id == name.record_id);
                if doubted {
                    counts.actors_doubtful = counts.actors_doubtful.saturating_sub(1);
                }
            }
        }
    }
}

/// What the names of a batch were of before.
fn known_of(
    db: &mut Db,
    course: &Course,
    batch: &[Read],
    dry: bool,
) -> Result<HashMap<String, Known>> {
    let drafts = || batch.iter().filter_map(|it| it.1.as_ref().ok());
    let keys: Vec<String> =
        drafts().flat_map(|it| it.keys.iter().map(|key| kept::without_nul(key))).collect();
    let kind = course.profile.kind.code();
    let mut all: HashMap<String, Known> = HashMap::new();
    if dry {
        let own: Vec<&str> = drafts().map(|it| it.keys[0].as_str()).collect();
        for (key, row_number, digest) in kept::rows_with_keys(db, course.import, &own)? {
            let known = Known {
                key: key.clone(),
                record_id: Id::least(),
                digest,
                version: 0,
                import_id: course.import,
                row_number,
            };
            all.insert(key, known);
        }
    }
    for known in kept::known(db, &course.source, kind, &keys)? {
        all.entry(known.key.clone()).or_insert(known);
    }
    Ok(all)
}

/// Takes the rows of a batch: together, since savepoints cost more than all else of a row, and where
/// one of them cannot be taken, all again, each by itself.
fn taken(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    batch: &[Read],
    dry: bool,
) -> Result<Did> {
    // What the caller sees is looked up once for all rows.
    act.eyes(db)?;
    if course.goes_well {
        let before = course.position;
        let done = act.part(db, |db, act| one_by_one(db, act, course, batch, dry, true));
        if done.is_ok() {
            return done;
        }
        // What was made is gone, and what is remembered of it.
        course.position = before;
        course.actors.clear();
        course.cases.clear();
    }
    one_by_one(db, act, course, batch, dry, false)
}

/// Takes row after row. `together`: the first that cannot be taken is an error of the batch.
fn one_by_one(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    batch: &[Read],
    dry: bool,
    together: bool,
) -> Result<Did> {
    let mut known = known_of(db, course, batch, dry)?;
    let mut did = Did::default();
    course.goes_well = true;
    for (row, drafted) in batch {
        did.counts.rows += 1;
        did.last = i64::try_from(row.number).unwrap_or(i64::MAX);
        let draft = match drafted {
            Ok(draft) => draft,
            Err(wrong) => {
                did.refuse(course.import, row, ("", ""), wrong);
                continue;
            }
        };
        let of = (draft.keys[0].as_str(), draft.digest.as_str());
        let before = known.get(of.0).cloned();
        if before.is_none()
            && let Some(other) = draft.keys[1..].iter().find(|key| known.contains_key(*key))
        {
            let message = format!(
                "'{other}' is another record of the source {} already; if the file is from another installation, say another \
                 source for it",
                course.source
            );
            did.refuse(course.import, row, of, &[Problem::of_row(row.number, message)]);
            continue;
        }
        let take = |db: &mut Db, act: &mut Act| take(db, act, course, draft, before.as_ref());
        let taken = if together { act.step(db, take) } else { act.part(db, take) };
        match taken {
            Ok(taken) => {
                if taken.outcome == Outcome::Created
                    || (taken.outcome == Outcome::Matched && before.is_none())
                {
                    for key in &draft.keys {
                        known.insert(
                            key.clone(),
                            Known {
                                key: key.clone(),
                                record_id: Id::least(),
                                digest: draft.digest.clone(),
                                version: 0,
                                import_id: course.import,
                                row_number: did.last,
                            },
                        );
                    }
                }
                did.keep(course, draft, taken, dry);
            }
            Err(error) if together => return Err(error),
            Err(error) => {
                let problem = draft.refused(error)?;
                did.refuse(course.import, row, of, &[problem]);
                course.goes_well = false;
            }
        }
    }
    if course.actors.len() > REMEMBERED {
        course.actors.clear();
    }
    if course.cases.len() > REMEMBERED / 10 {
        course.cases.clear();
    }
    Ok(did)
}

impl Did {
    fn refuse(&mut self, import: Id, row: &Row, of: (&str, &str), wrong: &[Problem]) {
        self.counts.refused += 1;
        let mut problem = wrong
            .first()
            .cloned()
            .unwrap_or_else(|| Problem::of_row(row.number, "cannot be taken"));
        for other in wrong.iter().skip(1) {
            problem.message.push_str("; ");
            if let Some(column) = &other.column {
                let _ = write!(problem.message, "{column}: ");
            }
            problem.message.push_str(&other.message);
        }
        let mut noted = NotedRow::of(import, row.number, Outcome::Refused, of, Some(&problem));
        noted.cells = as_text(&row.cells).ok();
        self.rows.push(noted);
    }

    fn keep(&mut self, course: &mut Course, draft: &Draft, taken: Taken, dry: bool) {
        let counts = &mut self.counts;
        match taken.outcome {
            Outcome::Created => counts.created += 1,
            Outcome::Updated => counts.updated += 1,
            Outcome::Matched | Outcome::Refused => counts.matched += 1,
        }
        counts.actors_created += taken.counts.actors_created;
        counts.actors_matched += taken.counts.actors_matched;
        counts.actors_doubtful += taken.counts.actors_doubtful;
        counts.incidents_created += taken.counts.incidents_created;
        // What is made is noted as a record; a dry run makes none.
        if dry || taken.note.is_some() || taken.outcome == Outcome::Updated {
            let of = (draft.keys[0].as_str(), draft.digest.as_str());
            self.rows.push(NotedRow::of(
                course.import,
                draft.row,
                taken.outcome,
                of,
                taken.note.as_ref(),
            ));
        }
        for mut made in taken.made {
            course.position += 1;
            made.position = course.position;
            self.made.push(made);
        }
        self.names.extend(taken.names);
        self.renamed.extend(taken.renamed);
        self.doubts.extend(taken.doubts);
        course.actors.extend(taken.actors);
        course.cases.extend(taken.cases);
    }
}

/// Notes what a batch did, in its transaction.
fn noted(
    db: &mut Db,
    mut row: ImportRow,
    did: &Did,
    now: Timestamp,
    dry: bool,
) -> Result<ImportRow> {
    kept::note_rows(db, &did.rows)?;
    if !dry {
        kept::note_made(db, &did.made)?;
        kept::name(db, &did.names)?;
        for name in &did.renamed {
            kept::rename(db, name)?;
        }
        kept::note_doubts(db, &did.doubts)?;
    }
    let mut counts = row.counts()?;
    counts.rows += did.counts.rows;
    counts.created += did.counts.created;
    counts.updated += did.counts.updated;
    counts.matched += did.counts.matched;
    counts.refused += did.counts.refused;
    counts.actors_created += did.counts.actors_created;
    counts.actors_matched += did.counts.actors_matched;
    counts.actors_doubtful += did.counts.actors_doubtful;
    counts.incidents_created += did.counts.incidents_created;
    row.counts = as_text(&counts)?;
    row.rows_done = did.last;
    row.updated_at = now;
    row.save(db)?;
    Ok(row)
}
