//! What the page asks of a draft, finding by finding. Names are those of the API's fields.

use crate::pages::form::{Input, LEVEL, Layout, Part, To, field, needed};

/// Lists of findings: the field, the letter that marks them in the text, and what each asks.
pub const LISTS: [(&str, &str, &[Part]); 4] = [
    ("actors", "A", ACTOR),
    ("events", "E", EVENT),
    ("instruments", "L", LAW),
    ("demands", "D", DEMAND),
];

/// What is said of the statement itself. Names stand with semicolons between them.
pub const HEADER: &[Part] = &[
    needed("title", Input::Line),
    needed("kind", Input::Choice("statement_kind")),
    field("issued_on", Input::Date),
    field("place", Input::Line),
    field("language", Input::Line),
    field("url", Input::Line),
    field("countries", Input::Countries),
    field("issuer", Input::Line),
    field("cosigners", Input::Line),
];

/// The case file: one that is there, or a new one.
pub const CASE: &[Part] = &[field("case", Input::Link(To::Incident))];
pub const NEW_CASE: &[Part] = &[field("title", Input::Line), field("country", Input::Country)];

pub const WHO_SEES: &[Part] = &[LEVEL];

const ACTOR: &[Part] = &[
    needed("name", Input::Line),
    needed("kind", Input::Choice("actor_kind")),
    field("aliases", Input::Line),
    field("country", Input::Country),
    field("sector", Input::Choice("sector")),
];

const EVENT: &[Part] = &[
    needed("type", Input::EventType),
    field("title", Input::Line),
    field("date", Input::Date),
    field("place_name", Input::Line),
    field("country", Input::Country),
    field("perpetrators", Input::Line),
    field("targets", Input::Line),
    field("aims_at", Input::EventType),
    field("stance", Input::Choice("stance")),
    field("background", Input::Flag),
    field("quote", Input::Passage(2)),
];

const LAW: &[Part] = &[
    needed("name", Input::Line),
    field("law_code", Input::Line),
    field("article", Input::Line),
    field("country", Input::Country),
    field("binds", Input::Country),
    field("quote", Input::Passage(2)),
];

const DEMAND: &[Part] = &[
    needed("addressee", Input::Line),
    needed("asked", Input::Passage(2)),
    needed("category", Input::Choice("demand_category")),
    field("quote", Input::Passage(2)),
];

/// All that is read of a form, besides what stands beside the findings.
pub const ALL: &[Part] = &[
    Part::These(HEADER),
    Part::These(CASE),
    Part::Below { name: "new_case", parts: NEW_CASE },
    Part::Many { name: "actors", parts: ACTOR, blank: 0, layout: Layout::Boxes },
    Part::Many { name: "events", parts: EVENT, blank: 0, layout: Layout::Boxes },
    Part::Many { name: "instruments", parts: LAW, blank: 0, layout: Layout::Boxes },
    Part::Many { name: "demands", parts: DEMAND, blank: 0, layout: Layout::Boxes },
    LEVEL,
];

/// Fields that the API calls otherwise: the list, the form's name, the API's.
pub const RENAMED: [(&str, &str, &str); 4] = [
    ("events", "place_name", "place"),
    ("instruments", "article", "provision"),
    ("instruments", "law_code", "code"),
    ("demands", "asked", "action"),
];

/// What somebody decided of a finding, as its form says it.
pub const ACCEPTED: &str = "accepted";
pub const REJECTED: &str = "rejected";
