//! The datasets: what a row of each is, and how it is filtered.

use super::columns::{self, Column};
use crate::casework::duplicates::decisions;
use crate::casework::records::{
    Filter, Record, actor::Actor, citation::Citation, commitment::Commitment, demand::Demand,
    event::Event, incident::Incident, instrument::Instrument, provision::Provision,
    statement::Statement,
};
use crate::domain::codes::codes;
use crate::store::Kind;

codes! {
    /// What can be exported.
    Dataset {
        Events = "events",
        Incidents = "incidents",
        Statements = "statements",
        Actors = "actors",
        Participations = "participations",
        Citations = "citations",
        Demands = "demands",
        Instruments = "instruments",
        Provisions = "provisions",
        Commitments = "commitments",
        Merges = "merges",
    }
}

impl Dataset {
    /// What one row is.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Events => "one event: one act of one type",
            Self::Incidents => "one incident: a case file",
            Self::Statements => "one statement",
            Self::Actors => "one actor",
            Self::Participations => "one actor in one role in one event",
            Self::Citations => "what one statement says of one record",
            Self::Demands => "one demand of one addressee",
            Self::Instruments => "one legal instrument",
            Self::Provisions => "one article or paragraph of an instrument",
            Self::Commitments => "what one state did to one instrument on a date",
            Self::Merges => "one decision on two records that look like one: merged, or distinct",
        }
    }

    /// The filters: those of the list of the same records.
    pub fn filters(self) -> &'static [Filter] {
        match self {
            Self::Events | Self::Participations => Event::FILTERS,
            Self::Incidents => Incident::FILTERS,
            Self::Statements => Statement::FILTERS,
            Self::Actors => Actor::FILTERS,
            Self::Citations => Citation::FILTERS,
            Self::Demands => Demand::FILTERS,
            Self::Instruments => Instrument::FILTERS,
            Self::Provisions => Provision::FILTERS,
            Self::Commitments => Commitment::FILTERS,
            Self::Merges => &decisions::FILTERS,
        }
    }

    /// The kind of record that a row is, or is part of; none for what was decided on records of several.
    pub const fn record(self) -> Option<Kind> {
        Some(match self {
            Self::Events | Self::Participations => Kind::Event,
            Self::Incidents => Kind::Incident,
            Self::Statements => Kind::Statement,
            Self::Actors => Kind::Actor,
            Self::Citations => Kind::Citation,
            Self::Demands => Kind::Demand,
            Self::Instruments => Kind::Instrument,
            Self::Provisions => Kind::Provision,
            Self::Commitments => Kind::Commitment,
            Self::Merges => return None,
        })
    }

    /// The column by which other files name its rows.
    pub fn key(self) -> &'static str {
        // Every dataset has a column of UUIDs that no two rows share.
        let is_id = |it: &&Column| it.unique && it.holds == columns::Type::Uuid;
        self.columns().iter().find(is_id).map_or("", |column| column.name)
    }

    /// See [`columns`].
    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Events => columns::EVENTS,
            Self::Incidents => columns::INCIDENTS,
            Self::Statements => columns::STATEMENTS,
            Self::Actors => columns::ACTORS,
            Self::Participations => columns::PARTICIPATIONS,
            Self::Citations => columns::CITATIONS,
            Self::Demands => columns::DEMANDS,
            Self::Instruments => columns::INSTRUMENTS,
            Self::Provisions => columns::PROVISIONS,
            Self::Commitments => columns::COMMITMENTS,
            Self::Merges => columns::MERGES,
        }
    }
}
