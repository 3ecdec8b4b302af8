//! What says that two actors are joined: their latest events and their affiliations, with the
//! citations of both.

use std::collections::{BTreeMap, HashMap};

use diesel::sql_types::{Nullable, Text};

use super::look::Web;
use super::{AffiliationTie, Between, Edge, Most, SharedEvent, Tie, TieView, number};
use crate::casework::records::citation::{self, CitationLink};
use crate::casework::records::links::{self, RecordLink};
use crate::domain::{CitationTarget, Confidentiality, Id, ParticipationRole};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::{Db, Eyes, Kind, Sql};

/// The pairs as the caller sees them; and the events shown that are confidential.
pub(super) fn edges(
    db: &mut Db,
    eyes: &Eyes,
    web: &Web,
    pairs: &[(Id, Id)],
    most: Most,
) -> Result<(Vec<Edge>, Vec<Id>)> {
    let all: Vec<(&(Id, Id), &Between)> =
        pairs.iter().filter_map(|of| Some((of, web.between(of)?))).collect();
    let latest: Vec<Vec<Id>> =
        all.iter().map(|(_, between)| latest(between, most.events)).collect();
    let shown: Vec<Id> = {
        let mut shown = latest.concat();
        shown.sort_unstable();
        shown.dedup();
        shown
    };
    let events = links::records(db, eyes, Kind::Event, shown.iter().copied())?;
    let facts = facts(db, &shown)?;
    let of_events = citation::of_events(db, eyes, &shown)?;
    let parts = cited_parts(db, &shown)?;
    let part_ids: Vec<Id> = parts.iter().map(|part| part.id).collect();
    let of_parts = citation::of(db, eyes, CitationTarget::Participation, &part_ids)?;
    let of_affiliations = {
        let ids: Vec<Id> = all.iter().flat_map(|it| it.1.affiliations.keys().copied()).collect();
        citation::of(db, eyes, CitationTarget::Affiliation, &ids)?
    };
    let shared = |of: &(Id, Id), id: &Id| -> Option<SharedEvent> {
        let own = parts.iter().filter(|it| it.event == *id && [of.0, of.1].contains(&it.actor));
        let citations =
            of_events.get(id).into_iter().chain(own.filter_map(|it| of_parts.get(&it.id)));
        let citations: Vec<CitationLink> = newest(citations.flatten().cloned());
        let more_citations = number(citations.len().saturating_sub(most.citations));
        let citations = citations.into_iter().take(most.citations).collect();
        let event: RecordLink = events.get(id)?.clone();
        let Facts { event_type, date, .. } = facts.get(id)?.clone();
        Some(SharedEvent { event, event_type, date, citations, more_citations })
    };
    let mut confidential = Vec::new();
    let mut edges = Vec::new();
    for ((of, between), latest) in all.into_iter().zip(&latest) {
        let least = Confidentiality::Confidential.level();
        confidential.extend(latest.iter().filter(|id| between.events[id].level >= least));
        let affiliations = between.affiliations.values().map(|it| AffiliationTie {
            id: it.id,
            actor: it.actor,
            kind: it.kind,
            other: it.other,
            from: it.since.clone(),
            to: it.until.clone(),
            citations: newest(of_affiliations.get(&it.id).into_iter().flatten().cloned()),
        });
        edges.push(Edge {
            one: of.0,
            other: of.1,
            events: number(between.events.len()),
            all_events: web.is_all(of),
            ties: ties(of, between),
            affiliations: affiliations.collect(),
            latest: latest.iter().filter_map(|id| shared(of, id)).collect(),
        });
    }
    confidential.sort_unstable();
    confidential.dedup();
    Ok((edges, confidential))
}

/// The events with the latest dates.
fn latest(between: &Between, most: usize) -> Vec<Id> {
    let mut events: Vec<(&str, Id)> =
        between.events.iter().map(|(id, it)| (it.date.as_str(), *id)).collect();
    events.sort_unstable_by(|one, other| other.cmp(one));
    events.into_iter().take(most).map(|(_, id)| id).collect()
}

fn newest(citations: impl Iterator<Item = CitationLink>) -> Vec<CitationLink> {
    let mut all: Vec<CitationLink> = citations.collect();
    all.sort_by_key(|it| std::cmp::Reverse(it.id));
    all
}

/// In how many events the two have which roles, the most first.
fn ties(of: &(Id, Id), between: &Between) -> Vec<TieView> {
    let mut counts: BTreeMap<(ParticipationRole, ParticipationRole), i64> = BTreeMap::new();
    for shared in between.events.values() {
        for roles in &shared.roles {
            *counts.entry(*roles).or_default() += 1;
        }
    }
    let mut ties: Vec<TieView> = counts
        .into_iter()
        .map(|((one, other), events)| match Tie::of(one, other) {
            (tie, false) => {
                TieView { tie, from: of.0, from_role: one, to: of.1, to_role: other, events }
            }
            (tie, true) => {
                TieView { tie, from: of.1, from_role: other, to: of.0, to_role: one, events }
            }
        })
        .collect();
    ties.sort_by_key(|it| (std::cmp::Reverse(it.events), it.tie));
    ties
}

#[derive(Clone, diesel::QueryableByName)]
struct Facts {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = Text)]
    event_type: String,
    #[diesel(sql_type = Nullable<Text>)]
    date: Option<String>,
}

fn facts(db: &mut Db, events: &[Id]) -> Result<HashMap<Id, Facts>> {
    let mut all = HashMap::new();
    for ids in links::in_batches(events.iter().copied()) {
        let query = Sql::new(
            "SELECT e.id AS id, e.event_type AS event_type, e.date AS date FROM events e WHERE e.id IN (",
        )
        .list(ids)
        .sql(")");
        all.extend(query.load::<Facts>(db)?.into_iter().map(|row| (row.id, row)));
    }
    Ok(all)
}

/// A participation that is cited itself.
#[derive(diesel::QueryableByName)]
struct Part {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = RecordId)]
    event: Id,
    #[diesel(sql_type = RecordId)]
    actor: Id,
}

fn cited_parts(db: &mut Db, events: &[Id]) -> Result<Vec<Part>> {
    let mut all = Vec::new();
    for ids in links::in_batches(events.iter().copied()) {
        let query = Sql::new(
            "SELECT p.id AS id, p.event_id AS event, p.actor_id AS actor FROM participations p \
             WHERE p.event_id IN (",
        )
        .list(ids)
        .sql(") AND EXISTS (SELECT 1 FROM citations c WHERE c.participation_id = p.id)");
        all.extend(query.load::<Part>(db)?);
    }
    Ok(all)
}
