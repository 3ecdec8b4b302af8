//! What joins records: citations and affiliations; and both as other pages show them.

use std::collections::HashMap;

use askama::Template;

use super::{Looking, Shown, forms};
use crate::casework::records::affiliation::{Affiliation, AffiliationView};
use crate::casework::records::citation::{Citation, CitationView};
use crate::casework::records::links::{self, RecordLink};
use crate::casework::records::provision;
use crate::domain::{CitationTarget, Id};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::Part;
use crate::pages::frame::Frame;
use crate::store::Kind;

/// A citation with what it speaks of.
pub struct Cited {
    pub id: Id,
    pub statement: Option<RecordLink>,
    /// The page of what it speaks of; empty where that has none of its own.
    pub path: String,
    pub title: String,
    pub reference: String,
    /// The kind of what it speaks of, in words.
    pub kind: String,
    pub stance: Badge,
    pub quote: Option<String>,
    pub start: Option<i32>,
    pub end: Option<i32>,
    pub page: Option<String>,
}

/// Citations with what they speak of, where the caller may see that.
pub fn cited(look: &mut Looking<'_>, citations: Vec<CitationView>) -> Result<Vec<Cited>> {
    let of = |target: CitationTarget| -> Vec<Id> {
        citations.iter().filter(|it| it.target == target).map(|it| it.target_id).collect()
    };
    let mut targets: HashMap<Id, (String, String, String)> = HashMap::new();
    for (target, kind, path) in [
        (CitationTarget::Event, Kind::Event, "events"),
        (CitationTarget::Incident, Kind::Incident, "incidents"),
    ] {
        for (id, link) in links::records(look.db, look.eyes, kind, of(target))? {
            let path = format!("/{path}/{}", link.reference);
            targets.insert(id, (path, link.title, link.reference));
        }
    }
    for (id, link) in links::actors(look.db, look.eyes, of(CitationTarget::Actor))? {
        targets.insert(id, (format!("/actors/{}", link.reference), link.name, link.reference));
    }
    for (id, link) in provision::links(look.db, look.eyes, of(CitationTarget::Provision))? {
        let title = format!("{} {}", link.instrument, link.label);
        let about = link.title.unwrap_or_default();
        targets.insert(id, (format!("/provisions/{id}"), title, about));
    }
    for (target, path) in
        [(CitationTarget::Demand, "demands"), (CitationTarget::Affiliation, "affiliations")]
    {
        for id in of(target) {
            targets.insert(id, (format!("/{path}/{id}"), String::new(), String::new()));
        }
    }
    let f = look.f;
    Ok(citations
        .into_iter()
        .map(|it| {
            let (path, title, reference) = targets.remove(&it.target_id).unwrap_or_default();
            // Several citations may speak of one record.
            targets.insert(it.target_id, (path.clone(), title.clone(), reference.clone()));
            let kind = f.t(&format!("kind-{}", it.target.code()));
            Cited {
                id: it.head.id,
                statement: it.statement,
                path,
                title: if title.is_empty() { kind.clone() } else { title },
                reference,
                kind,
                stance: Badge::of(f, "stance", it.stance.code()),
                quote: it.quote,
                start: it.start,
                end: it.end,
                page: it.page,
            }
        })
        .collect())
}

#[derive(Template)]
#[template(path = "citation.html")]
struct CitationBody<'a> {
    f: &'a Frame,
    cited: Cited,
}

impl Shown for Citation {
    const PATH: &'static str = "citations";
    const WORD: &'static str = "citation";
    const DATASET: Option<Dataset> = Some(Dataset::Citations);
    const COLUMNS: &'static [&'static str] =
        &["col-statement", "col-stance", "col-quote", "col-about"];
    const FORM: &'static [Part] = forms::CITATION;

    fn cells(f: &Frame, view: &CitationView) -> Vec<Cell> {
        vec![
            Cell::record("statements", view.statement.as_ref()),
            Cell::Badge(Badge::of(f, "stance", view.stance.code())),
            Cell::text(view.quote.clone().unwrap_or_default()),
            Cell::Link {
                path: format!("/citations/{}", view.head.id),
                text: f.t(&format!("kind-{}", view.target.code())),
                below: String::new(),
            },
        ]
    }

    fn body(look: &mut Looking<'_>, record: &Self, _: &CitationView) -> Result<String> {
        let view = crate::casework::read_records::view(look.db, look.eyes, record.clone())?;
        let cited = cited(look, vec![view])?.pop().ok_or(Error::NotFound)?;
        CitationBody { f: look.f, cited }.render().map_err(Error::internal)
    }

    fn place(view: &CitationView) -> String {
        // Back to the text, where the passage is marked now.
        view.statement.as_ref().map_or_else(
            || format!("/citations/{}", view.head.id),
            |statement| format!("/statements/{}#c-{}", statement.reference, view.head.id),
        )
    }
}

#[derive(Template)]
#[template(path = "affiliation.html")]
struct AffiliationBody<'a> {
    f: &'a Frame,
    affiliation: &'a AffiliationView,
    citations: Vec<Cited>,
}

impl Shown for Affiliation {
    const PATH: &'static str = "affiliations";
    const WORD: &'static str = "affiliation";
    const COLUMNS: &'static [&'static str] =
        &["col-actor", "col-kind", "col-other", "col-from", "col-to"];
    const FORM: &'static [Part] = forms::AFFILIATION;

    fn cells(f: &Frame, view: &AffiliationView) -> Vec<Cell> {
        vec![
            Cell::actors(view.actor.as_slice()),
            Cell::Link {
                path: format!("/affiliations/{}", view.head.id),
                text: f.label("affiliation_kind", view.kind.code()),
                below: String::new(),
            },
            Cell::actors(view.other.as_slice()),
            Cell::text(view.from.as_deref().map(|it| f.date(Some(it))).unwrap_or_default()),
            Cell::text(view.to.as_deref().map(|it| f.date(Some(it))).unwrap_or_default()),
        ]
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &AffiliationView) -> Result<String> {
        let citations = look.related::<Citation>("affiliation", &view.head.id.to_string(), 100)?;
        let citations = cited(look, citations)?;
        let body = AffiliationBody { f: look.f, affiliation: view, citations };
        body.render().map_err(Error::internal)
    }
}
