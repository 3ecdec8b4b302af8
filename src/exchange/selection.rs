//! Which rows a file has: those that filters of their own select, or those that belong to events.

use super::Dataset;
use crate::casework::read_records::{all_matching, matching};
use crate::casework::records::filter::Remembered;
use crate::casework::records::{
    Filters, actor::Actor, citation::Citation, commitment::Commitment, demand::Demand,
    event::Event, incident::Incident, instrument::Instrument, provision::Provision,
    statement::Statement,
};
use crate::domain::Caller;
use crate::error::Result;
use crate::store::visibility::visible;
use crate::store::{Db, Kind, Memory, Sql};

/// The condition on the records of a dataset that its own filters make, for what the caller may see.
pub fn of(
    dataset: Dataset,
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
) -> Result<Sql> {
    match dataset {
        Dataset::Events | Dataset::Participations => matching::<Event>(db, caller, memory, filters),
        Dataset::Incidents => matching::<Incident>(db, caller, memory, filters),
        Dataset::Statements => matching::<Statement>(db, caller, memory, filters),
        Dataset::Actors => matching::<Actor>(db, caller, memory, filters),
        Dataset::Citations => matching::<Citation>(db, caller, memory, filters),
        Dataset::Demands => matching::<Demand>(db, caller, memory, filters),
        Dataset::Instruments => matching::<Instrument>(db, caller, memory, filters),
        Dataset::Provisions => matching::<Provision>(db, caller, memory, filters),
        Dataset::Commitments => matching::<Commitment>(db, caller, memory, filters),
        Dataset::Merges => {
            let known = Remembered::of(db, memory)?;
            filters.condition(dataset.filters(), caller, &known)
        }
    }
}

/// What belongs to the events that filters select.
///
/// Its conditions are asked of one record after another, each along an index, so that the answer
/// needs no memory however many events there are.
pub struct Belonging<'c> {
    caller: &'c Caller,
    /// The condition on `events`; `None` for all.
    events: Option<Sql>,
}

impl<'c> Belonging<'c> {
    /// # Errors
    /// [`crate::error::Error::Malformed`] for filters that events do not have.
    pub fn to_events(
        db: &mut Db,
        caller: &'c Caller,
        memory: &Memory,
        filters: &Filters,
    ) -> Result<Self> {
        let events = if filters.0.is_empty() {
            None
        } else {
            Some(all_matching::<Event>(db, caller, memory, filters)?)
        };
        Ok(Self { caller, events })
    }

    /// The condition on the records of a dataset. The reference facts on law are always whole.
    pub fn of(&self, dataset: Dataset, db: &mut Db, memory: &Memory) -> Result<Sql> {
        let all = of(dataset, db, self.caller, memory, &Filters::default())?;
        if self.events.is_none() {
            return Ok(all);
        }
        Ok(match dataset {
            Dataset::Events | Dataset::Participations => all.and(self.chosen("events.id")),
            Dataset::Incidents => all.and(self.has_events("incidents.id")),
            Dataset::Statements => all.and(self.speaks("statements.id")),
            Dataset::Actors => all.and(self.takes_part("actors.id")),
            Dataset::Citations => {
                all.and(self.about("citations")).and(self.speaks("citations.statement_id"))
            }
            Dataset::Demands => all.and(self.speaks("demands.statement_id")),
            Dataset::Instruments | Dataset::Provisions | Dataset::Commitments => all,
            Dataset::Merges => {
                let of = |kind: Kind| Sql::new(format!("duplicate_decisions.kind = '{kind}'"));
                let record = "duplicate_decisions.record_id";
                let event = of(Kind::Event).and(self.chosen(record));
                all.and(event.or(of(Kind::Actor).and(self.takes_part(record))))
            }
        })
    }

    /// Whether an event is among them that meets a condition.
    fn event(&self, condition: &str) -> Sql {
        let events = self.events.clone().unwrap_or_else(Sql::always);
        Sql::new(format!("EXISTS (SELECT 1 FROM events WHERE {condition} AND "))
            .then(events)
            .sql(")")
    }

    fn chosen(&self, event: &str) -> Sql {
        // Under another name, since the query may be one of events itself.
        let events = self.events.clone().unwrap_or_else(Sql::always);
        if event == "events.id" { events } else { self.event(&format!("events.id = {event}")) }
    }

    fn has_events(&self, incident: &str) -> Sql {
        self.event(&format!("events.incident_id = {incident}"))
    }

    /// Whether a citation, at the alias `c`, is of these events, of what belongs to them, or of law.
    fn about(&self, c: &str) -> Sql {
        let or_none =
            |column: &str, condition: Sql| Sql::new(format!("{c}.{column} IS NULL")).or(condition);
        let participation = Sql::new(format!(
            "EXISTS (SELECT 1 FROM participations cp WHERE cp.id = {c}.participation_id AND "
        ))
        .then(self.chosen("cp.event_id"))
        .sql(")");
        let actor = Sql::new(format!(
            "EXISTS (SELECT 1 FROM participations ca WHERE ca.actor_id = {c}.actor_id AND "
        ))
        .then(self.chosen("ca.event_id"))
        .sql(")");
        or_none("actor_id", actor)
            .and(or_none("event_id", self.chosen(&format!("{c}.event_id"))))
            .and(or_none("incident_id", self.has_events(&format!("{c}.incident_id"))))
            .and(or_none("participation_id", participation))
    }

    /// Whether a statement, or one that goes back to it, speaks of these events.
    fn speaks(&self, statement: &str) -> Sql {
        let of_events = Sql::new(
            "(sc.event_id IS NOT NULL OR sc.incident_id IS NOT NULL OR sc.participation_id IS NOT NULL)",
        );
        Sql::new(format!(
            "EXISTS (WITH RECURSIVE copies (id) AS (SELECT {statement} UNION \
             SELECT copy.id FROM statements copy JOIN copies ON copy.derived_from = copies.id WHERE "
        ))
        .then(visible(Kind::Statement, "copy", self.caller))
        .sql(") SELECT 1 FROM copies JOIN citations sc ON sc.statement_id = copies.id WHERE ")
        .then(of_events)
        .sql(" AND ")
        .then(visible(Kind::Citation, "sc", self.caller))
        .sql(" AND ")
        .then(self.about("sc"))
        .sql(")")
    }

    /// Whether an actor takes part in them, or makes or is asked something in what is said of them.
    fn takes_part(&self, actor: &str) -> Sql {
        let joined = |table: &str, column: &str, condition: Sql| {
            Sql::new(format!("EXISTS (SELECT 1 FROM {table} tp WHERE tp.{column} = {actor} AND "))
                .then(condition)
                .sql(")")
        };
        joined("participations", "actor_id", self.chosen("tp.event_id"))
            .or(joined("statement_issuers", "actor_id", self.speaks("tp.statement_id")))
            .or(joined("demands", "addressee_id", self.speaks("tp.statement_id")))
    }
}
