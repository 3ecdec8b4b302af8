//! HOW `participations.csv` STREAMS: a page of events at a time, and who took part in them, without all
//! else that the views of events have.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use super::tables::Sink;
use super::write::Cell;
use crate::casework::records::event_parts::ParticipationRow;
use crate::casework::records::{grouped, links};
use crate::domain::edtf::known_day;
use crate::domain::{ActorKind, Country, Harm, Id};
use crate::error::Result;
use crate::store::schema::{events, participations};
use crate::store::{Db, Eyes, Sql};

/// How many events are in memory at a time.
const PAGE: i64 = 500;
/// How many actors are kept between pages, in some 15 MiB at the most.
const MOST_ACTORS: usize = 100_000;

/// An event: what is told of it beside each who took part.
#[derive(diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = events)]
struct Of {
    id: Id,
    reference: String,
    event_type: String,
    date: Option<String>,
    date_earliest: String,
    country: Country,
}

/// An actor, as cells show it.
struct Shown {
    reference: Arc<str>,
    name: Arc<str>,
    kind: ActorKind,
}

/// Actors, by id; `None` for one that may not be shown.
type Known = HashMap<Id, Option<Shown>>;

/// Gives the rows of the events that meet a condition, in the order in which these were created.
pub fn rows(db: &mut Db, eyes: &Eyes, condition: &Sql, row: Sink<'_>) -> Result<()> {
    let mut known = Known::new();
    let mut last = Id::least();
    loop {
        let page: Vec<Of> = events::table
            .filter(condition.clone().and(Sql::new("events.id > ").bind(last)))
            .order(Sql::new("events.id"))
            .limit(PAGE)
            .select(Of::as_select())
            .load(db)?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.id;
        let ids: Vec<Id> = page.iter().map(|event| event.id).collect();
        let people = grouped(people(db, &ids)?, |it| it.event_id);
        if known.len() > MOST_ACTORS {
            known.clear();
        }
        learn(&mut known, db, eyes, people.values().flatten().map(|it| it.actor_id))?;
        for event in &page {
            for one in people.get(&event.id).into_iter().flatten() {
                if let Some(Some(actor)) = known.get(&one.actor_id) {
                    row(&cells(event, one, actor))?;
                }
            }
        }
    }
}

fn people(db: &mut Db, ids: &[Id]) -> Result<Vec<ParticipationRow>> {
    let query = participations::table
        .filter(participations::event_id.eq_any(ids))
        .order((participations::event_id, participations::position))
        .select(ParticipationRow::as_select());
    Ok(query.load(db)?)
}

fn learn(known: &mut Known, db: &mut Db, eyes: &Eyes, ids: impl Iterator<Item = Id>) -> Result<()> {
    let new: HashSet<Id> = ids.filter(|id| !known.contains_key(id)).collect();
    let mut shown = links::actors(db, eyes, new.iter().copied())?;
    known.extend(new.into_iter().map(|id| {
        let actor = shown.remove(&id).map(|actor| Shown {
            reference: actor.reference.into(),
            name: actor.name.into(),
            kind: actor.kind,
        });
        (id, actor)
    }));
    Ok(())
}

fn cells<'r>(event: &'r Of, one: &ParticipationRow, actor: &'r Shown) -> [Cell<'r>; 16] {
    let earliest = known_day(&event.date_earliest);
    [
        one.id.to_string().into(),
        event.reference.as_str().into(),
        event.id.to_string().into(),
        event.event_type.as_str().into(),
        event.date.as_deref().into(),
        earliest.and_then(|day| day[..4].parse::<i32>().ok()).into(),
        event.country.as_str().into(),
        actor.reference.as_ref().into(),
        one.actor_id.to_string().into(),
        actor.name.as_ref().into(),
        actor.kind.code().into(),
        one.role.code().into(),
        one.count_low.into(),
        one.count_best.into(),
        one.count_high.into(),
        one.harm.map(Harm::code).into(),
    ]
}
