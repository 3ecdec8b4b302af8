//! What contradicts what: statements of which one denies what another says of the same record.
//!
//! Both are kept, and neither is made out to be right. Only what the caller may see is set against
//! each other: a citation is seen with its statement and with what it speaks of.

use std::collections::BTreeMap;

use diesel::sql_types::Text;
use serde::Serialize;
use utoipa::ToSchema;

use super::records::citation::{self, CitationLink};
use super::records::event::Event;
use super::records::statement::Statement;
use crate::domain::{Action, CitationTarget, Id, Stance};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::visibility::visible;
use crate::store::{Db, Eyes, Kind, Sql};

/// Records that are set out; a statement cites more only where it is a book.
const RECORDS: usize = 100;
/// Citations of each side of one record.
const CITATIONS: usize = 20;

/// The columns by which citations speak of records.
const TARGETS: [CitationTarget; 7] = [
    CitationTarget::Incident,
    CitationTarget::Event,
    CitationTarget::Actor,
    CitationTarget::Affiliation,
    CitationTarget::Participation,
    CitationTarget::Provision,
    CitationTarget::Demand,
];

/// Where statements contradict each other.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contradictions {
    /// The records about which they do.
    pub items: Vec<Contradiction>,
    /// Whether there are more than are set out.
    pub more: bool,
}

/// One record, and what is said for and against it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Contradiction {
    /// What kind of record it is about.
    pub target: CitationTarget,
    #[schema(value_type = uuid::Uuid)]
    pub target_id: Id,
    /// Citations that deny it, the latest entered first.
    pub denied: Vec<CitationLink>,
    /// Citations of other statements that report, allege, condemn or confirm it.
    pub affirmed: Vec<CitationLink>,
}

/// Whether a stance takes what is said as having happened, or as not; nothing if it takes no side.
pub const fn side(stance: Stance) -> Option<bool> {
    match stance {
        Stance::Reports | Stance::Alleges | Stance::Condemns | Stance::Confirms => Some(true),
        Stance::Denies => Some(false),
        Stance::Invokes | Stance::Mentions | Stance::Quotes => None,
    }
}

/// The records, of those that a statement speaks of, about which another says the contrary.
pub fn of_statement(db: &mut Db, eyes: &Eyes, statement: &Statement) -> Result<Contradictions> {
    eyes.caller.must(Action::ReadRecords)?;
    let own = statement.row.id;
    let citations = Sql::new("c.statement_id = ").bind(own);
    let contradicted = contradicted(db, eyes, &TARGETS, &citations)?;
    let all = set_out(db, eyes, contradicted)?;
    // What this one says decides the side; others of the same side do not contradict it.
    let of_own = |it: &CitationLink| it.statement.id == own;
    let items = all.items.into_iter().filter_map(|mut item| {
        let (denies, affirms) = (item.denied.iter().any(of_own), item.affirmed.iter().any(of_own));
        if denies && !affirms {
            item.denied.retain(of_own);
        } else if affirms && !denies {
            item.affirmed.retain(of_own);
        }
        (denies || affirms).then_some(item)
    });
    Ok(bounded(items.collect(), all.more))
}

/// No more citations of each side than are set out.
fn bounded(mut items: Vec<Contradiction>, mut more: bool) -> Contradictions {
    for item in &mut items {
        more |= item.denied.len() > CITATIONS || item.affirmed.len() > CITATIONS;
        item.denied.truncate(CITATIONS);
        item.affirmed.truncate(CITATIONS);
    }
    Contradictions { items, more }
}

/// What is said for and against an event, and the part that each actor has in it.
pub fn of_event(db: &mut Db, eyes: &Eyes, event: &Event) -> Result<Contradictions> {
    eyes.caller.must(Action::ReadRecords)?;
    let own = event.row.id;
    let citations = Sql::new("(c.event_id = ")
        .bind(own)
        .sql(" OR c.participation_id IN (SELECT cp.id FROM participations cp WHERE cp.event_id = ")
        .bind(own)
        .sql("))");
    let contradicted = contradicted(db, eyes, &TARGETS, &citations)?;
    let all = set_out(db, eyes, contradicted)?;
    Ok(bounded(all.items, all.more))
}

/// What is said for and against events that meet a condition. A citation of the part that an actor has
/// in one is left out: it is about the part, not about whether the event happened.
pub fn of_events(db: &mut Db, eyes: &Eyes, events: &Sql) -> Result<Contradictions> {
    eyes.caller.must(Action::ReadRecords)?;
    let citations =
        Sql::new("c.stance = 'denies' AND c.event_id IN (SELECT events.id FROM events WHERE ")
            .then(events.clone())
            .sql(")");
    let contradicted = contradicted(db, eyes, &[CitationTarget::Event], &citations)?;
    let all = set_out(db, eyes, contradicted)?;
    Ok(bounded(all.items, all.more))
}

/// The records of which citations that meet a condition say what a citation of another statement
/// contradicts, and whether there are more. `targets`: what these may be citations of.
fn contradicted(
    db: &mut Db,
    eyes: &Eyes,
    targets: &[CitationTarget],
    which: &Sql,
) -> Result<(Vec<(CitationTarget, Id)>, bool)> {
    #[derive(diesel::QueryableByName)]
    struct Found {
        #[diesel(sql_type = Text)]
        target: CitationTarget,
        #[diesel(sql_type = RecordId)]
        id: Id,
    }
    let mut all: Vec<(CitationTarget, Id)> = Vec::new();
    for target in targets {
        // An index for each column of records: asked one by one.
        let query = Sql::new(format!(
            "SELECT DISTINCT c.target AS target, c.{target}_id AS id FROM citations c \
             JOIN citations o ON o.{target}_id = c.{target}_id AND o.statement_id <> c.statement_id \
             WHERE c.{target}_id IS NOT NULL AND ((c.stance = 'denies' AND o.stance IN \
             ('reports', 'alleges', 'condemns', 'confirms')) OR (o.stance = 'denies' AND c.stance IN \
             ('reports', 'alleges', 'condemns', 'confirms'))) AND "
        ))
        .then(which.clone())
        .sql(" AND ")
        .then(visible(Kind::Citation, "c", &eyes.caller))
        .sql(" AND ")
        .then(visible(Kind::Citation, "o", &eyes.caller))
        .sql(" ORDER BY 2 LIMIT ")
        .bind(i64::try_from(RECORDS + 1).unwrap_or(i64::MAX));
        all.extend(query.load::<Found>(db)?.into_iter().map(|row| (row.target, row.id)));
    }
    let more = all.len() > RECORDS;
    all.truncate(RECORDS);
    Ok((all, more))
}

/// What is said for and against records.
fn set_out(
    db: &mut Db,
    eyes: &Eyes,
    (records, more): (Vec<(CitationTarget, Id)>, bool),
) -> Result<Contradictions> {
    let mut by_target: BTreeMap<CitationTarget, Vec<Id>> = BTreeMap::new();
    for (target, id) in &records {
        by_target.entry(*target).or_default().push(*id);
    }
    let mut items = Vec::new();
    for (target, ids) in by_target {
        let mut said = citation::of(db, eyes, target, &ids)?;
        for target_id in ids {
            let mut all = said.remove(&target_id).unwrap_or_default();
            all.sort_by_key(|it| std::cmp::Reverse(it.id));
            let of = |which: bool| -> Vec<CitationLink> {
                all.iter().filter(|it| side(it.stance) == Some(which)).cloned().collect()
            };
            items.push(Contradiction { target, target_id, denied: of(false), affirmed: of(true) });
        }
    }
    Ok(Contradictions { items, more })
}
