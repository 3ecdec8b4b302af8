//! What a country's page counts: several tables over the same events, and who is named most.
//!
//! The unit of each table is that of [`statistics`](super::statistics), the home of counting.

use std::sync::Arc;

use diesel::sql_types::BigInt;

use super::read_records::{all_matching, count_up_to, matching};
use super::records::demand::Demand;
use super::records::event::Event;
use super::records::links::{self, ActorLink};
use super::records::statement::Statement;
use super::records::{Filters, Record};
use super::statistics::{Dimension, Unit, counted};
use crate::domain::{Action, Caller, Country, DemandStatus, Id, ParticipationRole};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::visibility::participation_in_visible_event;
use crate::store::{Db, Eyes, Memory, Sql};

/// [`figures`], remembered: counting a large country takes long.
pub fn remembered(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
) -> Result<Arc<Figures>> {
    let asked = format!("figures {filters:?}");
    memory.answers.or_find(db, &eyes.caller, &asked, |db| figures(db, eyes, memory, filters))
}

/// Actors who are named most: so many are shown.
const MOST_NAMED: i64 = 10;

/// The tables. See [`Unit`] for what each unit is.
#[derive(Debug)]
pub struct Figures {
    pub incidents: i64,
    pub events: i64,
    pub victims: i64,
    /// By the year of the first day that the date of an event may mean, the last first; a list
    /// from the first of a year's days to its last finds the same events. Without a year: unknown.
    pub years: Vec<YearFigures>,
    /// Events by the codes of their types, the most first.
    pub types: Vec<(Option<String>, i64)>,
    /// Events by the codes of rights affected; an event counts under each of its rights.
    pub rights: Vec<(Option<String>, i64)>,
    /// Events by the kinds of their perpetrators; without a kind: nobody is named.
    pub perpetrator_kinds: Vec<(Option<String>, i64)>,
    /// Events by the kinds of their targets.
    pub target_kinds: Vec<(Option<String>, i64)>,
    /// In how many events actors are named as perpetrators, the most first.
    pub perpetrators: Vec<(ActorLink, i64)>,
    /// In how many events actors are named as targets.
    pub targets: Vec<(ActorLink, i64)>,
}

/// What a year counts.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct YearFigures {
    pub year: Option<String>,
    pub incidents: i64,
    pub events: i64,
    pub victims: i64,
}

/// Counts the events that match in every way, as the caller may see them.
pub fn figures(db: &mut Db, eyes: &Eyes, memory: &Memory, filters: &Filters) -> Result<Figures> {
    let caller = &eyes.caller;
    caller.must(Action::ReadRecords)?;
    let condition = all_matching::<Event>(db, caller, memory, filters)?;
    let caller = &filters.reader(caller);
    let total = |db: &mut Db, unit: Unit| -> Result<i64> {
        Ok(counted(db, caller, unit, Vec::new(), &condition)?.first().map_or(0, |row| row.count))
    };
    let events_by = |db: &mut Db, dimension: Dimension| -> Result<Vec<(Option<String>, i64)>> {
        let rows = counted(db, caller, Unit::Events, vec![dimension.sql(caller)], &condition)?;
        let mut rows: Vec<_> = rows.into_iter().map(|row| (row.a, row.count)).collect();
        // What is not known comes last, however much there is of it.
        rows.sort_by(|one, other| {
            (one.0.is_none(), -one.1, &one.0).cmp(&(other.0.is_none(), -other.1, &other.0))
        });
        Ok(rows)
    };
    Ok(Figures {
        incidents: total(db, Unit::Incidents)?,
        events: total(db, Unit::Events)?,
        victims: total(db, Unit::Victims)?,
        years: years(db, caller, &condition)?,
        types: events_by(db, Dimension::Type)?,
        rights: events_by(db, Dimension::Right)?,
        perpetrator_kinds: events_by(db, Dimension::PerpetratorKind)?,
        target_kinds: events_by(db, Dimension::TargetKind)?,
        perpetrators: named_most(db, (eyes, caller), ParticipationRole::Perpetrator, &condition)?,
        targets: named_most(db, (eyes, caller), ParticipationRole::Target, &condition)?,
    })
}

fn years(db: &mut Db, caller: &Caller, condition: &Sql) -> Result<Vec<YearFigures>> {
    let year =
        "CASE WHEN events.date_earliest > '0001-01-01' THEN substr(events.date_earliest, 1, 4) END";
    let mut all: std::collections::BTreeMap<Option<String>, YearFigures> =
        std::collections::BTreeMap::new();
    for unit in [Unit::Incidents, Unit::Events, Unit::Victims] {
        for row in counted(db, caller, unit, vec![(year.to_owned(), None)], condition)? {
            let of_year = all.entry(row.a.clone()).or_default();
            of_year.year = row.a;
            match unit {
                Unit::Incidents => of_year.incidents = row.count,
                Unit::Events => of_year.events = row.count,
                Unit::Victims => of_year.victims = row.count,
            }
        }
    }
    // The last year first, and what is not known at the end.
    Ok(all.into_values().rev().collect())
}

/// The actors who are named in most events, counted as `reader` sees them, told as `eyes` do.
fn named_most(
    db: &mut Db,
    (eyes, reader): (&Eyes, &Caller),
    role: ParticipationRole,
    condition: &Sql,
) -> Result<Vec<(ActorLink, i64)>> {
    #[derive(diesel::QueryableByName)]
    struct Named {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = BigInt)]
        count: i64,
    }
    let query = Sql::new(format!(
        "SELECT p.actor_id AS id, COUNT(DISTINCT p.event_id) AS count FROM events \
         JOIN participations p ON p.event_id = events.id AND p.role = '{role}' AND "
    ))
    .then(participation_in_visible_event("p", reader))
    .sql(" WHERE ")
    .then(condition.clone())
    .sql(" GROUP BY p.actor_id ORDER BY 2 DESC, 1 LIMIT ")
    .bind(MOST_NAMED);
    let rows = query.load::<Named>(db)?;
    let mut actors = links::actors(db, eyes, rows.iter().map(|row| row.id))?;
    Ok(rows.into_iter().filter_map(|row| Some((actors.remove(&row.id)?, row.count))).collect())
}

/// What a country's page counts at once, each number as far as it was counted.
#[derive(Debug)]
pub struct CountrySizes {
    pub events: i64,
    pub statements: i64,
    /// Demands of statements about the country, whatever their period; states without any left out.
    pub demands: Vec<(DemandStatus, i64)>,
}

/// Counts what a country has, each up to `most`; events and statements by `filters`.
pub fn country_sizes(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    country: &Country,
    filters: &Filters,
    most: i64,
) -> Result<Arc<CountrySizes>> {
    let (caller, asked) = (&eyes.caller, format!("sizes {country} {filters:?} {most}"));
    memory.answers.or_find(db, caller, &asked, |db| {
        let events = sizes(db, caller, memory, filters, most)?.events;
        let statements = count_up_to::<Statement>(db, caller, memory, filters, most)?;
        let mut demands = Vec::new();
        for status in DemandStatus::ALL {
            let of = [("country", country.as_str()), ("status", status.code())];
            let of = Filters(of.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
            let count = count_up_to::<Demand>(db, caller, memory, &of, most)?;
            if count > 0 {
                demands.push((*status, count));
            }
        }
        Ok(CountrySizes { events, statements, demands })
    })
}

/// How many events and incidents there are, as far as they were counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, diesel::QueryableByName)]
struct Sizes {
    #[diesel(sql_type = BigInt)]
    pub events: i64,
    /// Case files with at least one of the events.
    #[diesel(sql_type = BigInt)]
    pub incidents: i64,
}

/// Counts the events that match, and their incidents, over at most `most` events.
fn sizes(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
    most: i64,
) -> Result<Sizes> {
    caller.must(Action::ReadRecords)?;
    let table = Event::KIND.table();
    let query = Sql::new(format!(
        "SELECT COUNT(*) AS events, COUNT(DISTINCT c.incident_id) AS incidents \
         FROM (SELECT incident_id FROM {table} WHERE "
    ))
    .then(matching::<Event>(db, caller, memory, filters)?)
    .sql(" LIMIT ")
    .bind(most)
    .sql(") c");
    let counted = query.load::<Sizes>(db)?.pop();
    Ok(counted.unwrap_or(Sizes { events: 0, incidents: 0 }))
}
