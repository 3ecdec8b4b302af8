//! The pages of actors.

use std::collections::BTreeMap;

use askama::Template;
use serde_json::Value;

use super::{Looking, Shown, forms};
use crate::casework::duplicates::Duplicate;
use crate::casework::read_records;
use crate::casework::records::Filters;
use crate::casework::records::actor::{Actor, ActorView};
use crate::casework::records::affiliation::{Affiliation, AffiliationView};
use crate::casework::records::demand::{Demand, DemandView};
use crate::casework::records::event::Event;
use crate::casework::records::event_view::EventView;
use crate::casework::records::statement::Statement;
use crate::casework::records::statement_view::StatementView;
use crate::domain::ParticipationRole;
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::Part;
use crate::pages::frame::Frame;
use crate::pages::similar;

/// Events that the page of an actor shows; the others are in the list.
const EVENTS: i64 = 30;
/// Up to how many events of each role are counted.
const COUNTED: i64 = 10_000;

#[derive(Template)]
#[template(path = "actor.html")]
struct ActorBody<'a> {
    f: &'a Frame,
    actor: &'a ActorView,
    roles: Vec<RoleCount>,
    events: Vec<EventOf>,
    affiliations: Vec<AffiliationView>,
    statements: Vec<StatementView>,
    demands: Vec<DemandView>,
    network: Option<String>,
}

/// In how many events the actor has a role.
struct RoleCount {
    role: &'static str,
    label: String,
    count: i64,
    is_more: bool,
}

/// An event, and what the actor did in it.
struct EventOf {
    event: EventView,
    roles: Vec<String>,
}

impl ActorBody<'_> {
    fn place(&self, event: &EventView) -> String {
        super::event::place(self.f, event)
    }
}

impl Shown for Actor {
    const PATH: &'static str = "actors";
    const WORD: &'static str = "actor";
    const DATASET: Option<Dataset> = Some(Dataset::Actors);
    const COLUMNS: &'static [&'static str] =
        &["col-actor", "col-kind", "col-names", "col-country", "col-level"];
    const IS_COMPARED: bool = true;
    const FORM: &'static [Part] = forms::ACTOR;

    fn similar(look: &mut Looking<'_>, value: &Value) -> Result<Vec<Duplicate>> {
        similar::of_actor(look, value)
    }

    fn cells(f: &Frame, view: &ActorView) -> Vec<Cell> {
        let names: Vec<_> = view.names.iter().map(|name| name.text.as_str()).collect();
        vec![
            Cell::Link {
                path: format!("/actors/{}", view.head.reference),
                text: view.name.clone(),
                below: view.head.reference.clone(),
            },
            Cell::text(f.label("actor_kind", view.kind.code())),
            Cell::text(names.join(" · ")),
            Cell::text(view.country.as_ref().map(|it| f.country(it)).unwrap_or_default()),
            Cell::Badge(Badge::level(f, view.head.confidentiality)),
        ]
    }

    fn report(view: &ActorView) -> Option<String> {
        Some(format!("/reports?preset=actor&actor={}", view.head.reference))
    }

    fn lead(f: &Frame, view: &ActorView) -> String {
        let kind = f.label("actor_kind", view.kind.code());
        let sector = view.sector.map(|sector| f.label("sector", sector.code()));
        let country = view.country.as_ref().map(|it| f.country(it).to_owned());
        let parts = [Some(kind), sector, country];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    fn body(look: &mut Looking<'_>, record: &Self, view: &ActorView) -> Result<String> {
        let reference = view.head.reference.as_str();
        let f = look.f;
        let mut roles = Vec::new();
        for role in ParticipationRole::ALL {
            let filters = [("actor", reference), ("role", role.code())];
            let filters = Filters(BTreeMap::from(filters.map(|it| (it.0.into(), it.1.into()))));
            let count = read_records::count_up_to::<Event>(
                look.db,
                &look.eyes.caller,
                look.memory,
                &filters,
                COUNTED,
            )?;
            if count > 0 {
                roles.push(RoleCount {
                    role: role.code(),
                    label: f.label("participation_role", role.code()),
                    count,
                    is_more: count >= COUNTED,
                });
            }
        }
        let events = look.related::<Event>("actor", reference, EVENTS)?;
        let events = events.into_iter().map(|event| {
            let own = event.participations.iter().filter(|it| it.actor.id == view.head.id);
            let roles = own.map(|it| f.label("participation_role", it.role.code())).collect();
            EventOf { event, roles }
        });
        let events = events.collect();
        let affiliations = look.related::<Affiliation>("actor", reference, 100)?;
        let statements = look.related::<Statement>("issuer", reference, 20)?;
        let demands = look.related::<Demand>("addressee", reference, 20)?;
        let network = super::network::near(look, record)?;
        let body =
            ActorBody { f, actor: view, roles, events, affiliations, statements, demands, network };
        body.render().map_err(Error::internal)
    }
}
