//! The datasets, and what their columns hold. The codebook is made of this.

use crate::casework::duplicates::decisions;
use crate::casework::records::{
    Filter, Record, actor::Actor, citation::Citation, commitment::Commitment, demand::Demand,
    event::Event, incident::Incident, instrument::Instrument, provision::Provision,
    statement::Statement,
};
use crate::domain::codes::codes;

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

/// A column: its name, and what it holds.
pub type Column = (&'static str, &'static str);

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

    pub const fn columns(self) -> &'static [Column] {
        match self {
            Self::Events => EVENTS,
            Self::Incidents => INCIDENTS,
            Self::Statements => STATEMENTS,
            Self::Actors => ACTORS,
            Self::Participations => PARTICIPATIONS,
            Self::Citations => CITATIONS,
            Self::Demands => DEMANDS,
            Self::Instruments => INSTRUMENTS,
            Self::Provisions => PROVISIONS,
            Self::Commitments => COMMITMENTS,
            Self::Merges => MERGES,
        }
    }
}

const EVENTS: &[Column] = &[
    ("event_ref", "short code of the event"),
    ("incident_ref", "short code of its incident"),
    ("event_id", "UUID of the event"),
    ("event_type", "code of the vocabulary event_type"),
    ("event_type_label", "label of the type, in English"),
    ("title", "what happened, in a line"),
    ("date", "EDTF, as written; empty if unknown"),
    ("date_earliest", "first day that the date may mean"),
    ("date_latest", "last day that the date may mean; empty if open"),
    ("date_precision", "day, few_days, week, month, season, year, longer or unknown"),
    ("year", "year of date_earliest"),
    ("country_iso3", "ISO 3166-1 alpha-3"),
    ("country", "English short name"),
    ("admin1", "province, state or region"),
    ("place", "name of the place"),
    ("latitude", "degrees north, no finer than geo_precision"),
    ("longitude", "degrees east, no finer than geo_precision"),
    ("geo_precision", "exact, near, district, province, linear, country, international or unknown"),
    ("perpetrators", "names, in the order entered"),
    ("perpetrator_kinds", "kinds of actor, in the order of perpetrators"),
    ("targets", "names, in the order entered"),
    ("target_kinds", "kinds of actor, in the order of targets"),
    ("victims_low", "people affected, low estimate; empty is not 0"),
    ("victims_best", "people affected, best estimate"),
    ("victims_high", "people affected, high estimate"),
    ("deaths_low", "people killed, low estimate; empty is not 0"),
    ("deaths_best", "people killed, best estimate"),
    ("deaths_high", "people killed, high estimate"),
    ("rights", "codes of rights affected"),
    ("provisions", "provisions on these rights that bound the state on date_earliest"),
    ("legal_status", "how each of their instruments bound the state on that day"),
    ("sources", "issuers of the statements that speak of the event"),
    (
        "source_count",
        "independent statements: those that reprint another, over any number of copies, count once with it",
    ),
    ("statement_refs", "short codes of the statements"),
    ("stances", "stances of the citations, in the order of statement_refs"),
    ("confidence", "confirmed, likely, possible or doubtful"),
    ("status", "in review"),
    ("created_at", "UTC"),
    ("updated_at", "UTC"),
    ("version", "1 at first, one more at each change"),
];

const INCIDENTS: &[Column] = &[
    ("incident_ref", "short code"),
    ("incident_id", "UUID"),
    ("title", "in a line"),
    ("summary", ""),
    ("country_iso3", "ISO 3166-1 alpha-3"),
    ("country", "English short name"),
    ("tags", ""),
    ("event_count", "events that the reader may see"),
    ("event_refs", "their short codes, oldest first"),
    ("status", "in review"),
    ("confidentiality", "level"),
    ("created_at", "UTC"),
    ("updated_at", "UTC"),
    ("version", ""),
];

const STATEMENTS: &[Column] = &[
    ("statement_ref", "short code"),
    ("statement_id", "UUID"),
    ("title", "in a line"),
    ("kind", "press_statement, urgent_appeal, …"),
    ("issued_on", "EDTF, as written"),
    ("date_earliest", "first day that it may mean"),
    ("date_latest", "last day that it may mean"),
    ("date_precision", ""),
    ("place", "where it was issued"),
    ("language", "BCP 47"),
    ("countries", "ISO 3166-1 alpha-3"),
    ("issuers", "names"),
    ("co_signers", "names"),
    ("url", ""),
    ("archived_url", ""),
    ("accessed_on", ""),
    ("reliability", "A to F"),
    ("derived_from", "short code of the statement that it reprints or summarises"),
    ("summary", ""),
    ("body", "the whole text"),
    ("body_sha256", "digest of the text; empty where names in it were replaced"),
    ("status", "in review"),
    ("confidentiality", "level"),
    ("created_at", "UTC"),
    ("updated_at", "UTC"),
    ("version", ""),
];

const ACTORS: &[Column] = &[
    ("actor_ref", "short code"),
    ("actor_id", "UUID"),
    ("name", "the name most used; a pseudonym for protected people"),
    ("pseudonymous", "whether name is a pseudonym"),
    ("kind", ""),
    ("sector", "for state bodies"),
    ("country_iso3", "ISO 3166-1 alpha-3"),
    ("country", "English short name"),
    ("other_names", "acronyms, aliases, former names"),
    ("identifiers", "scheme:value"),
    ("gender", "for persons"),
    ("age_group", "for persons"),
    ("hrd_groups", "what they defend"),
    ("description", ""),
    ("confidentiality", "level"),
    ("created_at", "UTC"),
    ("updated_at", "UTC"),
    ("version", ""),
];

const PARTICIPATIONS: &[Column] = &[
    ("participation_id", "UUID"),
    ("event_ref", "short code of the event"),
    ("event_id", "UUID of the event"),
    ("event_type", "code of the type of the event"),
    ("date", "EDTF, as written, of the event"),
    ("year", "year in which the event began"),
    ("country_iso3", "of the event"),
    ("actor_ref", "short code of the actor"),
    ("actor_id", "UUID of the actor"),
    ("actor", "name of the actor"),
    ("actor_kind", "kind of the actor"),
    ("role", "perpetrator, ordered_by, target, witness, intervener, decision_maker or other"),
    ("count_low", "of a group: how many, low estimate"),
    ("count_best", "best estimate"),
    ("count_high", "high estimate"),
    ("harm", "killed, injured, detained, displaced, none or unknown"),
];

const CITATIONS: &[Column] = &[
    ("citation_id", "UUID"),
    ("statement_ref", "short code of the statement"),
    ("statement_id", "UUID of the statement"),
    ("target", "kind of the record that is cited"),
    ("target_id", "UUID of that record"),
    ("stance", "reports, alleges, condemns, confirms, denies, invokes, mentions or quotes"),
    ("quote", "word for word from the statement"),
    ("start", "where the quote begins, in Unicode scalar values of body"),
    ("end", "where it ends"),
    ("page", ""),
    ("obligated_country", "ISO 3166-1 alpha-3, where law is invoked"),
    ("confidentiality", "level"),
    ("created_at", "UTC"),
    ("updated_at", "UTC"),
    ("version", ""),
];

const DEMANDS: &[Column] = &[
    ("demand_id", "UUID"),
    ("statement_ref", "short code of the statement that makes it"),
    ("statement_id", "UUID of that statement"),
    ("addressee_ref", "short code of the actor of whom it is asked"),
    ("addressee", "name of that actor"),
    ("text", ""),
    ("category", "cease, release, investigate, repeal, protect, ratify or other"),
    ("status", "open, partly_met, met, refused or superseded"),
    ("follow_ups", "date: note"),
    ("confidentiality", "level"),
    ("created_at", "UTC"),
    ("updated_at", "UTC"),
    ("version", ""),
];

const INSTRUMENTS: &[Column] = &[
    ("code", ""),
    ("instrument_id", "UUID"),
    ("title", ""),
    ("kind", ""),
    ("region", ""),
    ("country_iso3", "for domestic law and peace agreements"),
    ("adopted_on", "EDTF"),
    ("in_force_on", "EDTF"),
    ("depositary_reference", ""),
    ("monitoring_body", ""),
    ("source", "where these facts come from"),
    ("version", ""),
];

const PROVISIONS: &[Column] = &[
    ("instrument", "code"),
    ("label", ""),
    ("provision_id", "UUID"),
    ("title", "what it is about, in own words"),
    ("right", "code of the right it protects"),
    ("derogable", "whether a state may derogate from it; empty if not known"),
    ("position", "place among the provisions of the instrument"),
    ("version", ""),
];

const COMMITMENTS: &[Column] = &[
    ("commitment_id", "UUID"),
    ("instrument", "code"),
    ("country_iso3", "ISO 3166-1 alpha-3"),
    ("country", "English short name"),
    ("action", "signature, ratification, accession, …"),
    ("date", "EDTF"),
    ("effective_on", "day from which it has effect for the state; empty if not known"),
    ("note", ""),
    ("source", "where this fact comes from"),
    ("as_of", "day on which the source said so"),
    ("version", ""),
];

const MERGES: &[Column] = &[
    ("decision_id", "UUID"),
    ("kind", "actor or event"),
    ("decision", "merged: the other was merged into the record; distinct: they are two"),
    ("record", "ref of one of the two; of a merge, of the one that was kept"),
    ("record_title", "name or title; the pseudonym of a protected person"),
    ("other", "ref of the other; of a merge, it leads to the one kept"),
    ("other_title", "name or title; the pseudonym of a protected person"),
    ("reason", "in the words of who decided"),
    ("decided_at", "UTC"),
    ("undone_at", "UTC; empty where the decision stands"),
];
