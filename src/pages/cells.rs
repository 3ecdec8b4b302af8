//! What stands in a table.

use super::frame::Frame;
use crate::casework::records::links::{ActorLink, RecordLink};
use crate::domain::{Confidentiality, Status};

/// One cell.
pub enum Cell {
    Text(String),
    /// At the end of its column, as numbers are.
    Number(String),
    Link {
        path: String,
        text: String,
        /// What stands below it, smaller.
        below: String,
    },
    Badge(Badge),
    /// Several links, one after another.
    Links(Vec<(String, String)>),
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub fn actors(actors: &[ActorLink]) -> Self {
        Self::Links(actors.iter().map(|it| (actor_path(it), it.name.clone())).collect())
    }

    pub fn record(kind: &str, link: Option<&RecordLink>) -> Self {
        link.map_or_else(
            || Self::text(""),
            |link| Self::Link {
                path: format!("/{kind}/{}", link.reference),
                text: link.title.clone(),
                below: link.reference.clone(),
            },
        )
    }
}

/// The page of an actor.
pub fn actor_path(actor: &ActorLink) -> String {
    format!("/actors/{}", actor.reference)
}

/// A word with a colour, which never stands without the word.
#[derive(Debug, Clone)]
pub struct Badge {
    /// For the style: `status-draft`.
    pub class: String,
    pub label: String,
    /// What it means.
    pub about: String,
}

impl Badge {
    pub fn status(f: &Frame, status: Status) -> Self {
        Self::of(f, "status", status.code())
    }

    pub fn level(f: &Frame, level: Confidentiality) -> Self {
        Self::of(f, "confidentiality", level.code())
    }

    /// A code of a vocabulary.
    pub fn of(f: &Frame, vocabulary: &str, code: &str) -> Self {
        Self {
            class: format!("{}-{}", vocabulary.replace('_', "-"), code.replace('_', "-")),
            label: f.label(vocabulary, code),
            about: f.definition(vocabulary, code),
        }
    }
}
