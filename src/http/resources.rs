//! Which kinds of record the API has, and where.

use actix_web::web::ServiceConfig;

use super::resource::{Resource, routes};
use super::resource_docs::Described;
use crate::casework::records::{
    Record, actor::Actor, affiliation::Affiliation, citation::Citation, commitment::Commitment,
    demand::Demand, event::Event, incident::Incident, instrument::Instrument, provision::Provision,
    statement::Statement, team::Team, term::Term, user::User,
};

const fn resource(
    path: &'static str,
    name: &'static str,
    one: &'static str,
    many: &'static str,
    about: &'static str,
) -> Resource {
    Resource { path, tag: many, name, one, many, about, parent: None, can_be_hidden: true }
}

const STATEMENTS: Resource = resource(
    "/statements",
    "Statement",
    "a statement",
    "statements",
    "A document or utterance with an issuer and a date: the source.",
);
const ACTORS: Resource = resource(
    "/actors",
    "Actor",
    "an actor",
    "actors",
    "Anyone who does, suffers, says or is asked: person, group, organisation, state body.",
);
const AFFILIATIONS: Resource = resource(
    "/affiliations",
    "Affiliation",
    "an affiliation",
    "affiliations",
    "What one actor is to another, from when to when.",
);
const INCIDENTS: Resource = resource(
    "/incidents",
    "Incident",
    "an incident",
    "incidents",
    "A case file that a monitor opens: one or more events that belong together.",
);
const EVENTS: Resource = resource(
    "/events",
    "Event",
    "an event",
    "events",
    "One act of one type, on a date, at a place: who did what to whom.",
);
const INSTRUMENTS: Resource = resource(
    "/instruments",
    "Instrument",
    "an instrument",
    "instruments",
    "A source of law: treaty, declaration, peace agreement, constitution, statute.",
);
const PROVISIONS: Resource = Resource {
    parent: Some("instrument"),
    ..resource(
        "/instruments/{parent}/provisions",
        "Provision",
        "a provision",
        "provisions",
        "One article or paragraph of an instrument, with the right it protects.",
    )
};
const COMMITMENTS: Resource = Resource {
    parent: Some("instrument"),
    ..resource(
        "/instruments/{parent}/commitments",
        "Commitment",
        "a commitment",
        "commitments",
        "What a state did to an instrument on a date.",
    )
};
const CITATIONS: Resource = resource(
    "/citations",
    "Citation",
    "a citation",
    "citations",
    "The link from a statement to a record, with a stance and a quoted passage.",
);
const DEMANDS: Resource = resource(
    "/demands",
    "Demand",
    "a demand",
    "demands",
    "What a statement asks of an addressee, tracked until met, refused or superseded.",
);
const TERMS: Resource = Resource {
    parent: Some("vocabulary"),
    tag: "vocabularies",
    can_be_hidden: false,
    ..resource(
        "/vocabularies/{parent}",
        "Term",
        "a term",
        "terms",
        "A code of a vocabulary, with label, definition and mappings. Deprecated, never reused.",
    )
};
const USERS: Resource = resource(
    "/users",
    "User",
    "a user",
    "users",
    "An account of someone who works with this copy.",
);
const TEAMS: Resource =
    resource("/teams", "Team", "a team", "teams", "Who may see what is restricted to them.");

/// Does the same with every kind of record.
trait Each {
    fn kind<R: Record>(&mut self, resource: Resource)
    where
        R::Input: Sync;
}

fn each(act: &mut impl Each) {
    act.kind::<Statement>(STATEMENTS);
    act.kind::<Actor>(ACTORS);
    act.kind::<Affiliation>(AFFILIATIONS);
    act.kind::<Incident>(INCIDENTS);
    act.kind::<Event>(EVENTS);
    act.kind::<Provision>(PROVISIONS);
    act.kind::<Commitment>(COMMITMENTS);
    act.kind::<Instrument>(INSTRUMENTS);
    act.kind::<Citation>(CITATIONS);
    act.kind::<Demand>(DEMANDS);
    act.kind::<Term>(TERMS);
    act.kind::<User>(USERS);
    act.kind::<Team>(TEAMS);
}

/// Registers the paths of every kind of record.
pub fn register(config: &mut ServiceConfig) {
    struct Register<'a>(&'a mut ServiceConfig);
    impl Each for Register<'_> {
        fn kind<R: Record>(&mut self, resource: Resource)
        where
            R::Input: Sync,
        {
            routes::<R>(self.0, resource);
        }
    }
    each(&mut Register(config));
}

/// Describes the paths of every kind of record.
pub fn describe() -> Vec<Described> {
    struct Describe(Vec<Described>);
    impl Each for Describe {
        fn kind<R: Record>(&mut self, resource: Resource)
        where
            R::Input: Sync,
        {
            self.0.push(Described::of::<R>(resource));
        }
    }
    let mut all = Describe(Vec::new());
    each(&mut all);
    all.0
}
