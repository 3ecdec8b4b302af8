//! What the forms ask, kind by kind. Names are those of the API's fields.

use crate::pages::form::{Input, LEVEL, Layout, ONLY, Part, To, field, needed};

pub const STATEMENT: &[Part] = &[
    needed("title", Input::Line),
    needed("kind", Input::Choice("statement_kind")),
    field("issued_on", Input::Date),
    Part::Many { name: "issuers", parts: ISSUER, blank: 1, layout: Layout::Lines },
    field("countries", Input::Countries),
    needed("body", Input::Passage(14)),
    Part::More {
        heading: "form-more-source",
        parts: &[
            field("place", Input::Line),
            field("language", Input::Line),
            field("url", Input::Line),
            field("archived_url", Input::Line),
            field("accessed_on", Input::Day),
            field("summary", Input::Passage(3)),
            field("reliability", Input::Choice("reliability")),
            field("derived_from", Input::Link(To::Statement)),
            Part::Many { name: "co_signers", parts: ISSUER, blank: 0, layout: Layout::Lines },
        ],
    },
    LEVEL,
];

const ISSUER: &[Part] = &[field(ONLY, Input::Link(To::Actor))];

/// A source that is not there yet, made with the event that it speaks of.
const NEW_STATEMENT: &[Part] = &[
    field("title", Input::Line),
    field("kind", Input::Choice("statement_kind")),
    field("issued_on", Input::Date),
    Part::Many { name: "issuers", parts: ISSUER, blank: 1, layout: Layout::Lines },
    field("url", Input::Line),
    field("body", Input::Passage(8)),
];

const PARTICIPATION: &[Part] = &[
    field("id", Input::Hidden),
    needed("actor", Input::Link(To::Actor)),
    needed("role", Input::Choice("participation_role")),
    field("harm", Input::Choice("harm")),
    field("count_low", Input::Count),
    field("count_best", Input::Count),
    field("count_high", Input::Count),
];

/// The source of all events of a new incident that name none of their own.
const SOURCE: &[Part] = &[
    field("statement", Input::Link(To::Statement)),
    field("stance", Input::Choice("stance")),
    Part::Below { name: "new_statement", parts: NEW_STATEMENT },
];

const CITATION_OF_EVENT: &[Part] = &[
    field("statement", Input::Link(To::Statement)),
    field("stance", Input::Choice("stance")),
    field("quote", Input::Passage(2)),
    field("page", Input::Line),
    Part::Below { name: "new_statement", parts: NEW_STATEMENT },
];

const RELATION: &[Part] =
    &[needed("kind", Input::Choice("relation_kind")), needed("event", Input::Link(To::Event))];

const FINDING: &[Part] = &[
    needed("provision", Input::Link(To::Provision)),
    needed("finding", Input::Choice("finding")),
    field("statement", Input::Link(To::Statement)),
    field("court", Input::Link(To::Actor)),
    field("note", Input::Passage(2)),
];

const PARTICIPATIONS: Part =
    Part::Many { name: "participations", parts: PARTICIPATION, blank: 2, layout: Layout::Lines };

const CITATIONS: Part =
    Part::Many { name: "citations", parts: CITATION_OF_EVENT, blank: 1, layout: Layout::Boxes };

const PLACE: Part = Part::More {
    heading: "form-more-place",
    parts: &[
        field("geo_precision", Input::Choice("geo_precision")),
        field("latitude", Input::Degrees),
        field("longitude", Input::Degrees),
        field("map", Input::Map),
    ],
};

const VICTIMS: Part = Part::More {
    heading: "form-more-people",
    parts: &[
        field("victims_low", Input::Count),
        field("victims_best", Input::Count),
        field("victims_high", Input::Count),
        field("deaths_low", Input::Count),
        field("deaths_best", Input::Count),
        field("deaths_high", Input::Count),
    ],
};

const ACT: Part = Part::More {
    heading: "form-more-act",
    parts: &[
        field("confidence", Input::Choice("confidence")),
        field("aims_at", Input::EventType),
        field("motive", Input::Passage(2)),
        field("charge", Input::Line),
        field("court", Input::Line),
        field("legal_stage", Input::Choice("legal_stage")),
        field("rights", Input::Set("right")),
        Part::Many { name: "relations", parts: RELATION, blank: 0, layout: Layout::Lines },
        Part::Many { name: "findings", parts: FINDING, blank: 0, layout: Layout::Boxes },
    ],
};

/// An event within the form of its incident.
const EVENT_OF_INCIDENT: &[Part] = &[
    needed("type", Input::EventType),
    needed("title", Input::Line),
    field("date", Input::Date),
    Part::These(WHERE_AND_WHAT),
    PARTICIPATIONS,
    CITATIONS,
    Part::These(MORE),
];

const WHERE_AND_WHAT: &[Part] = &[
    field("place_name", Input::Place),
    field("admin1", Input::Place),
    field("narrative", Input::Passage(3)),
];

const MORE: &[Part] = &[PLACE, VICTIMS, ACT];

const OF_INCIDENT: &[Part] = &[
    needed("title", Input::Line),
    needed("country", Input::Country),
    field("summary", Input::Passage(3)),
    field("tags", Input::Tags),
];

pub const INCIDENT: &[Part] = &[
    Part::These(OF_INCIDENT),
    Part::Below { name: "source", parts: SOURCE },
    Part::Many { name: "events", parts: EVENT_OF_INCIDENT, blank: 1, layout: Layout::Boxes },
    LEVEL,
];

/// An incident that is there; its events have pages of their own.
pub const INCIDENT_CHANGED: &[Part] =
    &[Part::These(OF_INCIDENT), field("assigned_to", Input::Link(To::User)), LEVEL];

/// An event by itself.
const OF_EVENT: &[Part] = &[
    needed("incident", Input::Link(To::Incident)),
    needed("type", Input::EventType),
    needed("title", Input::Line),
    field("date", Input::Date),
    needed("country", Input::Country),
    Part::These(WHERE_AND_WHAT),
    PARTICIPATIONS,
];

pub const EVENT: &[Part] = &[Part::These(OF_EVENT), CITATIONS, Part::These(MORE), LEVEL];

/// An event that is there; its citations have pages of their own.
pub const EVENT_CHANGED: &[Part] = &[Part::These(OF_EVENT), Part::These(MORE), LEVEL];

const NAME: &[Part] = &[
    needed("text", Input::Line),
    needed("kind", Input::Choice("name_kind")),
    field("language", Input::Line),
    field("script", Input::Line),
];

const IDENTIFIER: &[Part] = &[needed("scheme", Input::Line), needed("value", Input::Line)];

pub const ACTOR: &[Part] = &[
    needed("name", Input::Line),
    needed("kind", Input::Choice("actor_kind")),
    field("sector", Input::Choice("sector")),
    field("country", Input::Country),
    Part::Many { name: "names", parts: NAME, blank: 1, layout: Layout::Lines },
    field("description", Input::Passage(3)),
    Part::More {
        heading: "form-more-protection",
        parts: &[field("protected", Input::Flag), field("pseudonym", Input::Line)],
    },
    Part::More {
        heading: "form-more-person",
        parts: &[
            field("gender", Input::Choice("gender")),
            field("age_group", Input::Choice("age_group")),
            field("hrd_groups", Input::Set("hrd_group")),
        ],
    },
    Part::More {
        heading: "form-more-identifiers",
        parts: &[Part::Many {
            name: "identifiers",
            parts: IDENTIFIER,
            blank: 1,
            layout: Layout::Lines,
        }],
    },
    LEVEL,
];

pub const CITATION: &[Part] = &[
    needed("statement", Input::Link(To::Statement)),
    needed("stance", Input::Choice("stance")),
    field("quote", Input::Passage(4)),
    field("page", Input::Line),
    field("event", Input::Link(To::Event)),
    field("incident", Input::Link(To::Incident)),
    field("actor", Input::Link(To::Actor)),
    field("provision", Input::Link(To::Provision)),
    field("obligated_country", Input::Country),
    field("affiliation", Input::Hidden),
    field("participation", Input::Hidden),
    field("demand", Input::Hidden),
    LEVEL,
];

const FOLLOW_UP: &[Part] = &[
    needed("date", Input::Date),
    needed("note", Input::Passage(2)),
    field("evidence", Input::Link(To::Statement)),
];

pub const DEMAND: &[Part] = &[
    needed("statement", Input::Link(To::Statement)),
    needed("addressee", Input::Link(To::Actor)),
    needed("text", Input::Passage(3)),
    needed("category", Input::Choice("demand_category")),
    field("status", Input::Choice("demand_status")),
    Part::Many { name: "follow_ups", parts: FOLLOW_UP, blank: 0, layout: Layout::Boxes },
    LEVEL,
];

pub const AFFILIATION: &[Part] = &[
    needed("actor", Input::Link(To::Actor)),
    needed("kind", Input::Choice("affiliation_kind")),
    needed("other", Input::Link(To::Actor)),
    field("from", Input::Date),
    field("to", Input::Date),
    field("note", Input::Passage(2)),
    LEVEL,
];

pub const INSTRUMENT: &[Part] = &[
    needed("code", Input::Line),
    needed("title", Input::Line),
    needed("kind", Input::Choice("instrument_kind")),
    field("country", Input::Country),
    field("region", Input::Line),
    field("adopted_on", Input::Date),
    field("in_force_on", Input::Date),
    field("depositary_reference", Input::Line),
    field("monitoring_body", Input::Line),
    field("source", Input::Line),
    LEVEL,
];

pub const PROVISION: &[Part] = &[
    needed("instrument", Input::Link(To::Instrument)),
    needed("label", Input::Line),
    field("title", Input::Line),
    field("right", Input::Choice("right")),
    field("derogable", Input::Flag),
    field("position", Input::Count),
    LEVEL,
];

pub const COMMITMENT: &[Part] = &[
    needed("instrument", Input::Link(To::Instrument)),
    needed("country", Input::Country),
    needed("action", Input::Choice("commitment_action")),
    needed("date", Input::Date),
    field("effective_on", Input::Day),
    field("ends_on", Input::Day),
    field("provision", Input::Link(To::Provision)),
    field("statement", Input::Link(To::Statement)),
    field("note", Input::Passage(2)),
    field("source", Input::Line),
    field("as_of", Input::Day),
    LEVEL,
];
