//! What was deleted, and may be brought back: by kind, with who did it, when and why.

use actix_web::HttpResponse;
use askama::Template;

use super::answer::page;
use super::frame::Frame;
use super::history::names_of;
use super::records::{Looking, Shown};
use super::visit::Visit;
use crate::casework::read_records;
use crate::casework::records::{
    actor::Actor, affiliation::Affiliation, citation::Citation, commitment::Commitment,
    demand::Demand, event::Event, incident::Incident, instrument::Instrument, provision::Provision,
    statement::Statement,
};
use crate::domain::{Action, Id};
use crate::error::Result;
use crate::http::query::Parameters;
use crate::http::resource::{confidential, note_reading};

/// Of each kind, the latest.
const MOST: usize = 50;

#[derive(Template)]
#[template(path = "hidden.html")]
struct HiddenPage<'a> {
    f: &'a Frame,
    kinds: Vec<OfKind>,
}

/// The hidden records of a kind.
struct OfKind {
    path: &'static str,
    heading: String,
    items: Vec<Item>,
    /// Whether there are more than are shown.
    is_more: bool,
}

struct Item {
    title: String,
    reference: String,
    /// Its ref or id, for the form.
    name: String,
    by: String,
    at: String,
    reason: Option<String>,
}

/// `GET /hidden`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::HideAnyRecord)?;
    Parameters::of(&visit.request)?.none_left()?;
    let mut kinds = Vec::new();
    kinds.extend(of::<Statement>(&visit).await?);
    kinds.extend(of::<Incident>(&visit).await?);
    kinds.extend(of::<Event>(&visit).await?);
    kinds.extend(of::<Actor>(&visit).await?);
    kinds.extend(of::<Affiliation>(&visit).await?);
    kinds.extend(of::<Demand>(&visit).await?);
    kinds.extend(of::<Citation>(&visit).await?);
    kinds.extend(of::<Instrument>(&visit).await?);
    kinds.extend(of::<Provision>(&visit).await?);
    kinds.extend(of::<Commitment>(&visit).await?);
    page(&HiddenPage { f: &visit.frame, kinds })
}

async fn of<R: Shown>(visit: &Visit) -> Result<Option<OfKind>> {
    let (found, read) = visit.look(load::<R>).await?;
    note_reading::<R>(&visit.app, visit.caller.clone(), read).await?;
    Ok(found)
}

/// Those of a kind, and which of them are confidential.
fn load<R: Shown>(look: &mut Looking<'_>) -> Result<(Option<OfKind>, Vec<Id>)> {
    let limit = i64::try_from(MOST).unwrap_or_default() + 1;
    let mut hidden = read_records::hidden::<R>(look.db, look.eyes, limit)?;
    let is_more = hidden.len() > MOST;
    hidden.truncate(MOST);
    if hidden.is_empty() {
        return Ok((None, Vec::new()));
    }
    let people = names_of(look.db, hidden.iter().filter_map(|it| it.by).collect())?;
    let records: Vec<R> = hidden.iter().map(|it| it.record.clone()).collect();
    let read = confidential(&records);
    let views = read_records::views(look.db, look.eyes, records)?;
    let f = look.f;
    let items = hidden.into_iter().zip(&views).map(|(hidden, view)| {
        let head = R::head(view);
        let by = people.iter().find(|person| Some(person.0) == hidden.by);
        let is_ref = head.reference != head.id.to_string();
        Item {
            title: R::names(view).into_iter().next().unwrap_or_default(),
            reference: if is_ref { head.reference.clone() } else { String::new() },
            name: if is_ref { head.reference.clone() } else { head.id.to_string() },
            by: by.map_or_else(String::new, |person| person.1.clone()),
            at: f.moment(&hidden.at),
            reason: hidden.reason,
        }
    });
    let of_kind = OfKind {
        path: R::PATH,
        heading: f.t(&format!("kinds-{}", R::WORD)),
        items: items.collect(),
        is_more,
    };
    Ok((Some(of_kind), read))
}
