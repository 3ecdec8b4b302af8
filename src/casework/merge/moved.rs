//! Which records a merge changed, and how each of them is given back.

use super::super::act::Act;
use super::super::duplicates::decisions::DecisionRow;
use super::super::records::affiliation::Affiliation;
use super::super::records::citation::Citation;
use super::super::records::demand::Demand;
use super::super::records::event::Event;
use super::super::records::event_parts::Parts;
use super::super::records::searched::Searched;
use super::super::records::statement::Statement;
use super::super::records::{Record, Row};
use super::lists::given_back;
use super::{Left, LeftWhy, Undoing, changed, load};
use crate::domain::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::schema::revisions;
use crate::store::{Db, Kind, words};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

/// The most records that one merge changes.
pub const MOST: usize = 5_000;

/// What a merge changes, in the order in which it does.
#[derive(Debug, Default)]
pub struct Moved {
    /// Kind, id, and the version that the merge made.
    records: Vec<(Kind, Id, i32)>,
    pub left: Vec<Left>,
}

impl Moved {
    pub fn note(&mut self, kind: Kind, id: Id, version: i32) {
        self.records.push((kind, id, version));
    }

    pub fn leave<R: Record>(&mut self, record: &R, why: LeftWhy, fields: Vec<String>) {
        self.left.push(Left {
            kind: R::KIND,
            id: record.row().envelope().id,
            reference: record.reference(),
            why,
            fields,
        });
    }

    /// # Errors
    /// [`Error::Conflict`] if the merge would change more records than one act should.
    pub fn room_for(&self, more: usize) -> Result<()> {
        if self.records.len() + more > MOST {
            return Err(Error::Conflict(format!(
                "more than {MOST} records name the one that would be given up; keep that one, and merge \
                 the other into it"
            )));
        }
        Ok(())
    }

    pub fn as_json(&self) -> Result<String> {
        serde_json::to_string(&self.records).map_err(Error::internal)
    }
}

pub fn read(moved: &str) -> Result<Vec<(Kind, Id, i32)>> {
    serde_json::from_str(moved).map_err(Error::internal)
}

/// A version of a record, from its history.
fn version<R: Record>(db: &mut Db, id: Id, version: i32) -> Result<R> {
    let snapshot: Option<String> = revisions::table
        .filter(revisions::kind.eq(R::KIND.code()))
        .filter(revisions::record_id.eq(id))
        .filter(revisions::version.eq(version))
        .select(revisions::snapshot)
        .first(db)
        .optional()?;
    let snapshot = snapshot.ok_or_else(|| Error::internal("a version is missing"))?;
    serde_json::from_str(&snapshot).map_err(Error::internal)
}

/// A record before a merge, after it, and now.
pub fn undoing<R: Record>(db: &mut Db, changed: &[(Kind, Id, i32)], id: Id) -> Result<Undoing<R>> {
    let made = changed.iter().filter(|it| it.0 == R::KIND && it.1 == id);
    let made: Vec<i32> = made.map(|it| it.2).collect();
    let (Some(first), Some(last)) = (made.iter().min(), made.iter().max()) else {
        return Err(Error::internal("the merge does not name the record"));
    };
    Ok(Undoing {
        before: version(db, id, first - 1)?,
        after: version(db, id, *last)?,
        now: load(db, id)?,
    })
}

/// Gives back what names the two records of a merge: events before what may cite them.
pub fn give_back(
    db: &mut Db,
    act: &mut Act,
    row: &DecisionRow,
    all: &[(Kind, Id, i32)],
    back: &mut Moved,
) -> Result<()> {
    let mut others: Vec<(Kind, Id)> = Vec::new();
    for (kind, id, _) in all {
        if ![row.record_id, row.other_id].contains(id) && !others.contains(&(*kind, *id)) {
            others.push((*kind, *id));
        }
    }
    others.sort_by_key(|it| it.0 != Kind::Event);
    for (kind, id) in others {
        match kind {
            Kind::Event => {
                let it = undoing(db, all, id)?;
                give_back_event(db, act, it, back)?;
            }
            Kind::Statement => {
                let it = undoing(db, all, id)?;
                give_back_statement(db, act, it, back)?;
            }
            Kind::Affiliation => {
                let it = undoing::<Affiliation>(db, all, id)?;
                give_back_links(db, act, it, back, |row| {
                    vec![("actor", &mut row.actor_id), ("other", &mut row.other_id)]
                })?;
            }
            Kind::Demand => {
                let it = undoing::<Demand>(db, all, id)?;
                give_back_links(db, act, it, back, |row| {
                    vec![("addressee", &mut row.addressee_id)]
                })?;
            }
            Kind::Citation => {
                let it = undoing(db, all, id)?;
                give_back_citation(db, act, &it, back)?;
            }
            other => return Err(Error::internal(format!("a merge moves no {other}"))),
        }
    }
    Ok(())
}

/// The parts of an event, given back where they were not changed since.
pub fn parts_given_back(before: &Parts, after: &Parts, now: &Parts) -> (Parts, bool) {
    let (mut participations, a) = given_back(
        &before.participations,
        &after.participations,
        &now.participations,
        |row| row.id,
        |one, other| {
            (one.event_id, one.actor_id, one.role, one.harm)
                == (other.event_id, other.actor_id, other.role, other.harm)
                && (one.count_low, one.count_best, one.count_high)
                    == (other.count_low, other.count_best, other.count_high)
        },
    );
    let (mut relations, b) = given_back(
        &before.relations,
        &after.relations,
        &now.relations,
        |row| (row.kind, row.other_id),
        |_, _| true,
    );
    let (mut findings, c) = given_back(
        &before.findings,
        &after.findings,
        &now.findings,
        |row| (row.provision_id, row.finding, row.statement_id),
        |one, other| one.court_id == other.court_id && one.note == other.note,
    );
    in_order(&mut participations, &before.participations, |row| row.id);
    in_order(&mut relations, &before.relations, |row| (row.kind, row.other_id));
    in_order(&mut findings, &before.findings, |row| {
        (row.provision_id, row.finding, row.statement_id)
    });
    for (row, position) in participations.iter_mut().zip(0..) {
        row.position = position;
    }
    for (row, position) in relations.iter_mut().zip(0..) {
        row.position = position;
    }
    for (row, position) in findings.iter_mut().zip(0..) {
        row.position = position;
    }
    (Parts { participations, relations, findings, rights: now.rights.clone() }, a || b || c)
}

/// Puts rows in the order that they had before; those that came since follow.
pub fn in_order<T, K: PartialEq>(rows: &mut [T], before: &[T], key: impl Fn(&T) -> K) {
    rows.sort_by_key(|row| {
        let wanted = key(row);
        before.iter().position(|it| key(it) == wanted).unwrap_or(before.len())
    });
}

/// What an event is found by depends on whether somebody protected takes part.
pub fn search_anew(db: &mut Db, act: &Act, event: &mut Event) -> Result<()> {
    let protected = act.memory.protection(db)?;
    let searched = event.searched(&protected);
    if searched != event.search_text() {
        event.set_search_text(searched);
        words::renew(db, &[event.entry()])?;
    }
    Ok(())
}

fn give_back_event(db: &mut Db, act: &mut Act, it: Undoing<Event>, back: &mut Moved) -> Result<()> {
    let (parts, left) = parts_given_back(&it.before.parts, &it.after.parts, &it.now.parts);
    if left {
        back.leave(&it.now, LeftWhy::Changed, Vec::new());
    }
    if parts == it.now.parts {
        return Ok(());
    }
    parts.save(db, it.now.row.id, Some(&it.now.parts))?;
    let mut event = Event { parts, ..it.now };
    search_anew(db, act, &mut event)?;
    changed(db, act, event, "moved_back", back)
}

fn give_back_statement(
    db: &mut Db,
    act: &mut Act,
    it: Undoing<Statement>,
    back: &mut Moved,
) -> Result<()> {
    let (mut issuers, left) = given_back(
        &it.before.issuers,
        &it.after.issuers,
        &it.now.issuers,
        |row| row.actor_id,
        |one, other| one.co_signer == other.co_signer,
    );
    if left {
        back.leave(&it.now, LeftWhy::Changed, Vec::new());
    }
    in_order(&mut issuers, &it.before.issuers, |row| row.actor_id);
    for (row, position) in issuers.iter_mut().zip(0..) {
        row.position = position;
    }
    if issuers == it.now.issuers {
        return Ok(());
    }
    let now = it.now.clone();
    let statement = Statement { issuers, ..it.now };
    statement.save_parts(db, Some(&now))?;
    changed(db, act, statement, "moved_back", back)
}

/// Links of a record, each given back by itself, and that it was hidden as superfluous.
fn give_back_links<R: Record>(
    db: &mut Db,
    act: &mut Act,
    it: Undoing<R>,
    back: &mut Moved,
    links: impl Fn(&mut R::Row) -> Vec<(&'static str, &mut Id)>,
) -> Result<()> {
    let Undoing { mut before, mut after, now } = it;
    let mut record = now.clone();
    let (mut left, mut is_other) = (Vec::new(), false);
    let (was, became) = (links(before.row_mut()), links(after.row_mut()));
    for ((was, became), (name, now)) in was.into_iter().zip(became).zip(links(record.row_mut())) {
        if was.1 == became.1 {
            continue;
        }
        if *now == *became.1 {
            *now = *was.1;
            is_other = true;
        } else {
            left.push(name.to_owned());
        }
    }
    is_other |= shown_again(&before, &after, &mut record);
    if !left.is_empty() {
        back.leave(&now, LeftWhy::Changed, left);
    }
    if is_other { changed(db, act, record, "moved_back", back) } else { Ok(()) }
}

/// Whether a record that the merge hid is shown again.
fn shown_again<R: Record>(before: &R, after: &R, now: &mut R) -> bool {
    let hidden = |record: &R| -> Option<Timestamp> { record.row().envelope().deleted_at };
    if hidden(before) == hidden(after) || hidden(now) != hidden(after) {
        return false;
    }
    let mut envelope = now.row().envelope();
    envelope.deleted_at = hidden(before);
    now.row_mut().set_envelope(envelope);
    true
}

fn give_back_citation(
    db: &mut Db,
    act: &mut Act,
    it: &Undoing<Citation>,
    back: &mut Moved,
) -> Result<()> {
    let target = |it: &Citation| (it.row.target, it.target_id());
    let mut record = it.now.clone();
    let mut is_other = shown_again(&it.before, &it.after, &mut record);
    if target(&it.before) != target(&it.after) {
        if target(&it.now) == target(&it.after) {
            record.row.actor_id = it.before.row.actor_id;
            record.row.event_id = it.before.row.event_id;
            record.row.affiliation_id = it.before.row.affiliation_id;
            record.row.participation_id = it.before.row.participation_id;
            is_other = true;
        } else {
            back.leave(&it.now, LeftWhy::Changed, vec![it.now.row.target.code().to_owned()]);
        }
    }
    if is_other { changed(db, act, record, "moved_back", back) } else { Ok(()) }
}
