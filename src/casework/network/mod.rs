//! Who acted with or against whom around an actor, and what says so.
//!
//! Two actors are joined by the events in which both take part and by their affiliations. What is
//! looked at is bounded ([`Most`]): the strongest come first, and what is left out
//! is counted. All of it is what the caller sees: a record they may not see adds nothing.

mod look;
mod sources;

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;
use utoipa::ToSchema;

use self::look::Web;
use super::records::Record;
use super::records::actor::Actor;
use super::records::citation::CitationLink;
use super::records::links::{self, ActorLink, RecordLink};
use crate::domain::codes::codes;
use crate::domain::{Action, AffiliationKind, Edtf, Id, ParticipationRole};
use crate::error::{Error, Result};
use crate::store::{Db, Eyes};

/// How far a network may reach: actors of actors of actors.
pub const DEEPEST: u8 = 3;

/// How much of a network is looked up.
#[derive(Debug, Clone, Copy)]
pub struct Most {
    /// Actors, the one in its middle included.
    pub nodes: usize,
    /// Pairs of actors.
    pub edges: usize,
    /// Events that an edge shows, the latest.
    pub events: usize,
    /// Citations of each of them, the last entered.
    pub citations: usize,
    /// Events that are looked at, the last entered first: of the actor in the middle.
    pub of_middle: i64,
    /// And of each other.
    pub of_others: i64,
}

impl Most {
    /// For programs, which read it once and whole.
    pub const FULL: Self =
        Self { nodes: 60, edges: 150, events: 3, citations: 3, of_middle: 10_000, of_others: 200 };
    /// For a page, which is read over a slow line and waited for: each edge with one source, and its
    /// list of events one click away.
    pub const PAGE: Self =
        Self { nodes: 40, edges: 60, events: 1, citations: 1, of_middle: 500, of_others: 40 };

    /// For the page of the actor in the middle: those around them.
    pub const fn near(others: usize) -> Self {
        Self { nodes: others + 1, edges: others, of_middle: 200, ..Self::PAGE }
    }

    /// How many actors may stand at each distance, so that the first does not take all the room.
    fn rooms(self, depth: u8) -> Vec<usize> {
        let others = self.nodes.saturating_sub(1);
        match depth {
            1 => vec![others],
            2 => {
                let first = (others * 2).div_ceil(5);
                vec![first, others - first]
            }
            _ => {
                let (first, second) = (others * 2 / 7, others * 3 / 8);
                vec![first, second, others - first - second]
            }
        }
    }
}

codes! {
    /// How two actors stand to each other in an event.
    Tie {
        /// One carried out or ordered what the other suffered.
        Against = "against",
        /// One decided formally on the other.
        Decided = "decided",
        /// One stepped in for the other.
        Intervened = "intervened",
        /// Both on the same side: both acting, both targeted, both stepping in.
        With = "with",
        /// Both were there, and nothing more is said.
        Beside = "beside",
    }
}

impl Tie {
    /// How an actor in the role `one` stands to an actor in the role `other`, and whether it goes
    /// from the other to the one.
    pub const fn of(one: ParticipationRole, other: ParticipationRole) -> (Self, bool) {
        use ParticipationRole::{DecisionMaker, Intervener, OrderedBy, Perpetrator, Target};
        match (one, other) {
            (Perpetrator | OrderedBy, Target) => (Self::Against, false),
            (Target, Perpetrator | OrderedBy) => (Self::Against, true),
            (DecisionMaker, Target) => (Self::Decided, false),
            (Target, DecisionMaker) => (Self::Decided, true),
            (Intervener, Target) => (Self::Intervened, false),
            (Target, Intervener) => (Self::Intervened, true),
            (Perpetrator | OrderedBy | DecisionMaker, Perpetrator | OrderedBy | DecisionMaker)
            | (Target, Target)
            | (Intervener, Intervener) => (Self::With, false),
            _ => (Self::Beside, false),
        }
    }
}

/// The actors around one, and what joins them.
#[derive(Debug, Serialize, ToSchema)]
pub struct Network {
    /// Who is in the middle.
    pub actor: ActorLink,
    #[schema(minimum = 1, maximum = 3)]
    pub depth: u8,
    /// How edges are counted, in words.
    pub counting_rule: &'static str,
    /// Nearest first, then those that are joined most.
    pub nodes: Vec<Node>,
    /// Those with most events and affiliations first.
    pub edges: Vec<Edge>,
    pub left_out: LeftOut,
}

/// An actor in a network.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Node {
    #[serde(flatten)]
    pub actor: ActorLink,
    /// Over how many others they are joined to the middle.
    pub distance: u8,
}

/// What joins two actors.
#[derive(Debug, Serialize, ToSchema)]
pub struct Edge {
    #[schema(value_type = uuid::Uuid)]
    pub one: Id,
    #[schema(value_type = uuid::Uuid)]
    pub other: Id,
    /// In how many events both take part.
    pub events: i64,
    /// Whether those are all: both may take part in so many events that not all were looked at.
    pub all_events: bool,
    /// Which roles they have in them; an event counts under each that it has.
    pub ties: Vec<TieView>,
    pub affiliations: Vec<AffiliationTie>,
    /// The latest events, the latest first.
    pub latest: Vec<SharedEvent>,
}

/// In how many events two actors have two roles.
#[derive(Debug, Serialize, ToSchema)]
pub struct TieView {
    pub tie: Tie,
    #[schema(value_type = uuid::Uuid)]
    pub from: Id,
    pub from_role: ParticipationRole,
    #[schema(value_type = uuid::Uuid)]
    pub to: Id,
    pub to_role: ParticipationRole,
    pub events: i64,
}

/// An affiliation between two actors.
#[derive(Debug, Serialize, ToSchema)]
pub struct AffiliationTie {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[schema(value_type = uuid::Uuid)]
    pub actor: Id,
    pub kind: AffiliationKind,
    #[schema(value_type = uuid::Uuid)]
    pub other: Id,
    #[schema(value_type = Option<Edtf>)]
    pub from: Option<String>,
    #[schema(value_type = Option<Edtf>)]
    pub to: Option<String>,
    /// What statements say of it, the latest entered first.
    pub citations: Vec<CitationLink>,
}

/// An event in which two actors take part.
#[derive(Debug, Serialize, ToSchema)]
pub struct SharedEvent {
    pub event: RecordLink,
    #[serde(rename = "type")]
    #[schema(example = "dissolution")]
    pub event_type: String,
    #[schema(value_type = Option<Edtf>)]
    pub date: Option<String>,
    /// What statements say of it, or of the part that one of the two has in it; the latest entered
    /// first.
    pub citations: Vec<CitationLink>,
    /// How many more such citations there are.
    pub more_citations: i64,
}

/// What was found, and is not in the network.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct LeftOut {
    /// Actors who are joined to those in the network.
    pub actors: i64,
    /// Pairs of actors in the network.
    pub edges: i64,
}

const RULE: &str = "an edge counts the events in which both actors take part; an event counts once for the edge, \
     and once under each pair of roles that the two have in it";

/// A network, and the events it shows that are confidential.
pub struct Found {
    pub network: Network,
    pub confidential: Vec<Id>,
}

/// The network around an actor whom the caller sees.
///
/// # Errors
/// [`Error::Malformed`] if `depth` is not from 1 to [`DEEPEST`].
pub fn around(db: &mut Db, eyes: &Eyes, actor: &Actor, depth: u8, most: Most) -> Result<Found> {
    eyes.caller.must(Action::ReadRecords)?;
    if !(1..=DEEPEST).contains(&depth) {
        return Err(Error::Malformed(format!("'depth' must be from 1 to {DEEPEST}")));
    }
    let middle = actor.row().id;
    let mut web = Web::default();
    let mut placed: Vec<(Id, u8)> = vec![(middle, 0)];
    let mut met: HashSet<Id> = HashSet::from([middle]);
    // The pairs by which each was found: they are kept, so that nobody stands alone.
    let mut ways: HashSet<(Id, Id)> = HashSet::new();
    let mut frontier = vec![middle];
    for (step, room) in (1..=depth).zip(most.rooms(depth)) {
        for one in &frontier {
            let events = if step == 1 { most.of_middle } else { most.of_others };
            web.look(db, &eyes.caller, *one, events)?;
        }
        let found = web.beyond(&frontier, &met);
        met.extend(found.iter().map(|(id, _)| *id));
        frontier = Vec::new();
        for (id, way) in found.into_iter().take(room) {
            placed.push((id, step));
            ways.insert(way);
            frontier.push(id);
        }
    }
    let inside: HashSet<Id> = placed.iter().map(|(id, _)| *id).collect();
    let (pairs, left_out_edges) = web.strongest(&inside, &ways, most.edges);
    let left_out =
        LeftOut { actors: number(met.len() - inside.len()), edges: number(left_out_edges) };
    let (edges, confidential) = sources::edges(db, eyes, &web, &pairs, most)?;
    let mut actors = links::actors(db, eyes, inside)?;
    let nodes: Vec<Node> = placed
        .into_iter()
        .filter_map(|(id, distance)| Some(Node { actor: actors.remove(&id)?, distance }))
        .collect();
    let actor = nodes.first().map(|node| node.actor.clone()).ok_or(Error::NotFound)?;
    let network = Network { actor, depth, counting_rule: RULE, nodes, edges, left_out };
    Ok(Found { network, confidential })
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// What joins two actors, before it is shown.
#[derive(Debug, Default)]
struct Between {
    events: HashMap<Id, Shared>,
    affiliations: BTreeMap<Id, look::Affiliated>,
}

/// An event that two actors share.
#[derive(Debug)]
struct Shared {
    date: String,
    level: i16,
    /// The roles of the lesser id and of the greater, as often as they occur.
    roles: HashSet<(ParticipationRole, ParticipationRole)>,
}

impl Between {
    /// What comes first: more events and affiliations, then later ones.
    fn strength(&self) -> (usize, &str) {
        let latest = self.events.values().map(|it| it.date.as_str()).max().unwrap_or_default();
        (self.events.len() + self.affiliations.len(), latest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tie_is_the_same_from_both_ends() {
        for one in ParticipationRole::ALL {
            for other in ParticipationRole::ALL {
                let (there, back) = (Tie::of(*one, *other), Tie::of(*other, *one));
                assert_eq!(there.0, back.0, "{one} {other}");
                let has_direction =
                    matches!(there.0, Tie::Against | Tie::Decided | Tie::Intervened);
                assert_eq!(there.1 != back.1, has_direction, "{one} {other}");
            }
        }
    }

    #[test]
    fn the_rings_fill_a_network_and_no_more() {
        for most in [Most::FULL, Most::PAGE, Most::near(12)] {
            for depth in 1..=DEEPEST {
                let rooms = most.rooms(depth);
                assert_eq!(rooms.len(), usize::from(depth));
                assert_eq!(rooms.iter().sum::<usize>() + 1, most.nodes);
            }
        }
    }
}
