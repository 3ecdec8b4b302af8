//! What contradicts what, as the pages of statements and events show it.

use askama::Template;

use super::Looking;
use crate::casework::contradictions::Contradictions;
use crate::casework::records::citation::CitationLink;
use crate::casework::records::links;
use crate::domain::{CitationTarget, Id};
use crate::error::{Error, Result};
use crate::pages::frame::Frame;
use crate::store::Kind;

#[derive(Template)]
#[template(path = "contradictions.html")]
struct Part<'a> {
    f: &'a Frame,
    title: String,
    items: Vec<Item>,
    more: bool,
    /// The statement whose page it is.
    own: Option<Id>,
}

/// One record, and what is said for and against it.
struct Item {
    kind: String,
    title: String,
    path: String,
    sides: [(String, Vec<CitationLink>); 2],
}

/// The part of a page; nothing where nothing is contradicted. `own`: the statement whose page it is.
pub fn part(
    look: &mut Looking<'_>,
    found: Contradictions,
    own: Option<Id>,
) -> Result<Option<String>> {
    if found.items.is_empty() {
        return Ok(None);
    }
    let f = look.f;
    let mut items = Vec::new();
    for it in found.items {
        let (title, path) = about(look, it.target, it.target_id)?;
        items.push(Item {
            kind: f.t(&format!("kind-{}", it.target)),
            title,
            path,
            sides: [
                (f.t("contradictions-denied"), it.denied),
                (f.t("contradictions-affirmed"), it.affirmed),
            ],
        });
    }
    let title =
        if own.is_some() { "contradictions-of-statement" } else { "contradictions-of-event" };
    let part = Part { f, title: f.t(title), items, more: found.more, own };
    part.render().map(Some).map_err(Error::internal)
}

/// What a record is called, and where it is; empty where it has no page or name of its own.
fn about(look: &mut Looking<'_>, target: CitationTarget, id: Id) -> Result<(String, String)> {
    let kind = match target {
        CitationTarget::Event => Kind::Event,
        CitationTarget::Incident => Kind::Incident,
        CitationTarget::Actor => {
            let mut found = links::actors(look.db, look.eyes, [id])?;
            let it = found.remove(&id).ok_or(Error::NotFound)?;
            return Ok((it.name, format!("/actors/{}", it.reference)));
        }
        CitationTarget::Participation => return about_part(look, id),
        CitationTarget::Affiliation => return Ok((String::new(), format!("/affiliations/{id}"))),
        CitationTarget::Provision => return Ok((String::new(), format!("/provisions/{id}"))),
        CitationTarget::Demand => return Ok((String::new(), format!("/demands/{id}"))),
    };
    let mut found = links::records(look.db, look.eyes, kind, [id])?;
    let it = found.remove(&id).ok_or(Error::NotFound)?;
    Ok((it.title, format!("/{}/{}", kind.table(), it.reference)))
}

/// Whose part it is, in which event.
fn about_part(look: &mut Looking<'_>, id: Id) -> Result<(String, String)> {
    let (event, actor) = links::parts_of(look.db, id)?;
    let event = links::records(look.db, look.eyes, Kind::Event, [event])?.remove(&event);
    let actor = links::actors(look.db, look.eyes, [actor])?.remove(&actor);
    let (event, actor) = event.zip(actor).ok_or(Error::NotFound)?;
    Ok((format!("{}: {}", actor.name, event.title), format!("/events/{}", event.reference)))
}
