//! The network of an actor: a picture, and the same as a table with what says so.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::Looking;
use crate::casework::network::{self, DEEPEST, Edge, Found, LeftOut, Most, SharedEvent, Tie};
use crate::casework::read_records;
use crate::casework::records::actor::Actor;
use crate::casework::records::citation::CitationLink;
use crate::casework::records::links::ActorLink;
use crate::domain::{Id, ParticipationRole};
use crate::error::{Error, Result};
use crate::http::network::{depth, note};
use crate::http::query::Parameters;
use crate::http::resource::confidential;
use crate::pages::answer::page;
use crate::pages::draw::network::{Arrow, Network as Picture, Person, Tie as Line};
use crate::pages::frame::Frame;
use crate::pages::visit::Visit;

/// Others whom the page of an actor shows around them.
const NEAREST: usize = 12;

#[derive(Template)]
#[template(path = "network.html")]
struct NetworkPage<'a> {
    f: &'a Frame,
    actor: ActorLink,
    picture: String,
    near: Vec<Pair>,
    far: Vec<Pair>,
    left_out: LeftOut,
    /// How far it may reach: the number, the address, whether it is this one.
    depths: Vec<(u8, String, bool)>,
    api: String,
}

/// What the page of an actor shows of their network.
#[derive(Template)]
#[template(path = "network_near.html")]
pub struct Near<'a> {
    f: &'a Frame,
    reference: String,
    picture: String,
    pairs: Vec<Pair>,
    left_out: i64,
}

/// Two actors, and what joins them.
struct Pair {
    one: ActorLink,
    other: ActorLink,
    kind: &'static str,
    ties: Vec<TieOf>,
    affiliations: Vec<AffiliationOf>,
    events: String,
    /// The list of their events.
    path: String,
    latest: Vec<SharedEvent>,
}

/// The roles of the two in some events.
struct TieOf {
    kind: &'static str,
    label: String,
    role: String,
    other_role: String,
    events: String,
}

struct AffiliationOf {
    path: String,
    /// Who it is of: `leads` is not the same from the other end.
    of: String,
    label: String,
    to: String,
    span: String,
    citations: Vec<CitationLink>,
}

/// How two stand to each other on the whole: what weighs most of all that they do.
fn kind(edge: &Edge) -> &'static str {
    let has = |kind: Tie| edge.ties.iter().any(|tie| tie.tie == kind);
    for kind in [Tie::Against, Tie::Decided, Tie::With, Tie::Intervened] {
        if has(kind) {
            return kind.code();
        }
    }
    if edge.affiliations.is_empty() { Tie::Beside.code() } else { "affiliated" }
}

/// From whom to whom the line of an edge goes.
fn direction(edge: &Edge) -> (Id, Id, Arrow) {
    let kind = kind(edge);
    let of_kind = || edge.ties.iter().filter(|tie| tie.tie.code() == kind);
    let Some(first) = of_kind().next() else { return (edge.one, edge.other, Arrow::None) };
    let arrow = match first.tie {
        Tie::With | Tie::Beside => Arrow::None,
        _ if of_kind().any(|tie| tie.from != first.from) => Arrow::Both,
        _ => Arrow::Forth,
    };
    (first.from, first.to, arrow)
}

fn at_least(f: &Frame, edge: &Edge) -> String {
    if edge.all_events {
        f.tn("events-count", edge.events)
    } else {
        f.tv("count-at-least", &f.tn("events-count", edge.events))
    }
}

fn role(f: &Frame, role: ParticipationRole) -> String {
    f.label("participation_role", role.code())
}

/// The edges with the actors they join, the one in the middle first.
fn pairs(f: &Frame, network: network::Network) -> (Vec<Pair>, Vec<Pair>, LeftOut) {
    let middle = network.actor.id;
    let actors: HashMap<Id, ActorLink> =
        network.nodes.into_iter().map(|node| (node.actor.id, node.actor)).collect();
    let pair = |edge: Edge| -> Option<Pair> {
        let (kind, events) = (kind(&edge), at_least(f, &edge));
        let (one, other) =
            if edge.other == middle { (edge.other, edge.one) } else { (edge.one, edge.other) };
        let (one, other) = (actors.get(&one)?.clone(), actors.get(&other)?.clone());
        let ties = edge.ties.into_iter().map(|tie| {
            let (from, to) = (role(f, tie.from_role), role(f, tie.to_role));
            let (role, other_role) = if tie.from == one.id { (from, to) } else { (to, from) };
            TieOf {
                kind: tie.tie.code(),
                label: f.t(&format!("tie-{}", tie.tie)),
                role,
                other_role,
                events: f.tn("events-count", tie.events),
            }
        });
        let ties = ties.collect();
        let name = |id: Id| if id == one.id { one.name.clone() } else { other.name.clone() };
        let affiliations = edge.affiliations.into_iter().map(|it| AffiliationOf {
            path: format!("/affiliations/{}", it.id),
            of: name(it.actor),
            label: f.label("affiliation_kind", it.kind.code()),
            to: name(it.other),
            span: [it.from, it.to].into_iter().flatten().collect::<Vec<_>>().join(" – "),
            citations: it.citations,
        });
        Some(Pair {
            kind,
            ties,
            affiliations: affiliations.collect(),
            events,
            path: format!("/events?actor={}&with={}", one.reference, other.reference),
            latest: edge.latest,
            one,
            other,
        })
    };
    let (near, far) = network
        .edges
        .into_iter()
        .partition::<Vec<_>, _>(|edge| edge.one == middle || edge.other == middle);
    let all = |edges: Vec<Edge>| edges.into_iter().filter_map(pair).collect();
    (all(near), all(far), network.left_out)
}

/// The picture of a network.
fn picture(f: &Frame, network: &network::Network) -> Result<String> {
    let at: HashMap<Id, usize> =
        network.nodes.iter().enumerate().map(|(at, node)| (node.actor.id, at)).collect();
    let people: Vec<Person> = network
        .nodes
        .iter()
        .map(|node| Person {
            name: node.actor.name.clone(),
            about: format!(
                "{} · {} · {}",
                node.actor.name,
                f.label("actor_kind", node.actor.kind.code()),
                node.actor.reference
            ),
            path: format!("/actors/{}", node.actor.reference),
            distance: node.distance,
            is_pseudonym: node.actor.pseudonymous,
        })
        .collect();
    let name = |id: Id| at.get(&id).map_or("", |at| people[*at].name.as_str());
    let ties: Vec<Line> = network
        .edges
        .iter()
        .filter_map(|edge| {
            let (from, to, arrow) = direction(edge);
            let kind = kind(edge);
            let about = [name(from), &f.t(&format!("tie-{kind}")), name(to)].join(" · ");
            let affiliations = i64::try_from(edge.affiliations.len()).unwrap_or_default();
            Some(Line {
                from: *at.get(&from)?,
                to: *at.get(&to)?,
                kind,
                arrow,
                strength: edge.events + affiliations,
                about: format!("{about}: {}", at_least(f, edge)),
            })
        })
        .collect();
    Picture { people: &people, ties: &ties }.draw(f)
}

/// The nearest of an actor's network, as a part of their page; nothing if there is nobody.
pub fn near(look: &mut Looking<'_>, actor: &Actor) -> Result<Option<String>> {
    let Found { network, .. } = network::around(look.db, look.eyes, actor, 1, Most::near(NEAREST))?;
    if network.edges.is_empty() {
        return Ok(None);
    }
    let f = look.f;
    let (picture, reference) = (picture(f, &network)?, network.actor.reference.clone());
    let (pairs, _, left_out) = pairs(f, network);
    let near = Near { f, reference, picture, pairs, left_out: left_out.actors };
    near.render().map(Some).map_err(Error::internal)
}

/// `GET /actors/{id}/network`.
pub async fn show(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&visit.request)?;
    let depth = depth(&mut parameters, 1)?;
    parameters.none_left()?;
    let name = path.into_inner();
    let (Found { network, confidential }, read) = visit
        .look(move |look| {
            let actor: Actor = read_records::find(look.db, &look.eyes.caller, &name)?;
            let read = confidential(std::slice::from_ref(&actor));
            Ok((network::around(look.db, look.eyes, &actor, depth, Most::PAGE)?, read))
        })
        .await?;
    note(&visit.app, visit.caller.clone(), read, confidential).await?;
    let f = &visit.frame;
    let own = format!("/actors/{}/network", network.actor.reference);
    let (picture, actor) = (picture(f, &network)?, network.actor.clone());
    let (near, far, left_out) = pairs(f, network);
    page(&NetworkPage {
        f,
        actor,
        picture,
        near,
        far,
        left_out,
        depths: (1..=DEEPEST).map(|it| (it, format!("{own}?depth={it}"), it == depth)).collect(),
        api: format!("/api/v1{own}?depth={depth}"),
    })
}
