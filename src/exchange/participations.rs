//! HOW `participations.csv` STREAMS: a page of events at a time, and who took part in them, without all
//! else that the views of events have.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use super::known_actors::{KnownActors, ShownActor};
use super::tables::Sink;
use super::write::Cell;
use crate::casework::records::event_parts::ParticipationRow;
use crate::casework::records::grouped;
use crate::domain::edtf::known_day;
use crate::domain::{Country, Harm, Id};
use crate::error::Result;
use crate::store::schema::{events, participations};
use crate::store::{Db, Eyes, Sql};

/// How many events are in memory at a time.
const PAGE: i64 = 500;

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

/// Gives the rows of the events that meet a condition, in the order in which these were created.
pub fn rows(db: &mut Db, eyes: &Eyes, condition: &Sql, row: Sink<'_>) -> Result<()> {
    let mut known = KnownActors::default();
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
        known.make_room();
        known.learn(db, eyes, people.values().flatten().map(|it| it.actor_id))?;
        for event in &page {
            for one in people.get(&event.id).into_iter().flatten() {
                if let Some(actor) = known.get(one.actor_id) {
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

fn cells<'r>(event: &'r Of, one: &ParticipationRow, actor: &'r ShownActor) -> [Cell<'r>; 16] {
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
