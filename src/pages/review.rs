//! The queue of those who review: what waits, oldest first; one at a time, or several together.

use actix_web::HttpResponse;
use askama::Template;

use super::answer::{page, see};
use super::frame::Frame;
use super::records::{Looking, Shown};
use super::visit::{Visit, value};
use crate::casework::Act;
use crate::casework::change_record::{self, Target};
use crate::casework::read_records;
use crate::casework::records::event::Event;
use crate::casework::records::incident::Incident;
use crate::casework::records::statement::Statement;
use crate::domain::{Action, Id, Status};
use crate::error::{Error, Result};
use crate::http::query::Parameters;
use crate::store::Db;

/// Records of each kind in the queue.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "review.html")]
struct ReviewPage<'a> {
    f: &'a Frame,
    status: &'a str,
    items: Vec<Item>,
    is_more: bool,
}

/// A record that waits.
struct Item {
    /// Kind, ref and version: what is decided on.
    choice: String,
    path: String,
    title: String,
    kind: String,
    reference: String,
    lead: String,
    when: String,
    /// Nobody approves their own.
    is_own: bool,
    /// What there is to look at: all of it, or what changed since it was approved.
    about: String,
}

/// `GET /review?status=…`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::Review)?;
    let mut parameters = Parameters::of(&visit.request)?;
    let status = parameters.take("status");
    parameters.none_left()?;
    let status = match status.as_deref() {
        Some("approved") => "approved",
        _ => "submitted",
    };
    let items = visit
        .look(move |look| {
            let mut items = waiting::<Statement>(look, status)?;
            items.extend(waiting::<Incident>(look, status)?);
            items.extend(waiting::<Event>(look, status)?);
            Ok(items)
        })
        .await?;
    let is_more = items.len() >= usize::try_from(MOST).unwrap_or_default();
    page(&ReviewPage { f: &visit.frame, status, items, is_more })
}

fn waiting<R: Shown>(look: &mut Looking<'_>, status: &str) -> Result<Vec<Item>> {
    let views = look.longest_unchanged::<R>(&[("status", status)], MOST)?;
    let ids: Vec<Id> = views.iter().map(|view| R::head(view).id).collect();
    let approved = read_records::were_approved::<R>(look.db, &look.eyes.caller, &ids)?;
    let f = look.f;
    let caller = look.eyes.caller.user;
    let item = |view: &R::View| {
        let head = R::head(view);
        Item {
            choice: format!("{} {} {}", R::PATH, head.reference, head.version),
            path: format!("/review/{}/{}", R::PATH, head.reference),
            title: R::names(view).into_iter().next().unwrap_or_default(),
            kind: f.t(&format!("kind-{}", R::WORD)),
            reference: head.reference.clone(),
            lead: R::lead(f, view),
            when: f.moment(&head.updated_at),
            is_own: head.created_by == Some(caller),
            about: if approved.contains(&head.id) {
                f.t("review-changed")
            } else {
                f.t("review-all-new")
            },
        }
    };
    Ok(views.iter().map(item).collect())
}

/// `POST /review`: the same step for all that were chosen, or for none.
pub async fn decide(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::Review)?;
    let to: Status = value(&visit.sent, "status")
        .unwrap_or_default()
        .parse()
        .map_err(|about: String| Error::Malformed(about))?;
    let chosen: Vec<String> =
        visit.sent.iter().filter(|pair| pair.0 == "record").map(|pair| pair.1.clone()).collect();
    if chosen.is_empty() {
        visit.say_next("said-none-chosen");
        return Ok(see("/review"));
    }
    let comment = value(&visit.sent, "comment").map(str::to_owned);
    visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            let (mut wrong, mut comment) = (crate::error::Wrong::default(), comment);
            wrong.passage_if("/comment", &mut comment);
            wrong.check()?;
            act.reason = comment;
            chosen.iter().try_for_each(|choice| step(db, act, choice, to))
        })
        .await?;
    visit.say_next("said-decided");
    Ok(see("/review"))
}

fn step(db: &mut Db, act: &mut Act, choice: &str, to: Status) -> Result<()> {
    let mut parts = choice.split(' ');
    let (kind, name, version) = (parts.next(), parts.next(), parts.next());
    let version = version.and_then(|version| version.parse().ok());
    let (Some(name), Some(version)) = (name, version) else { return Err(Error::NotFound) };
    let target = Target { name: name.to_owned(), version: Some(version) };
    match kind {
        Some(Statement::PATH) => change_record::review::<Statement>(db, act, &target, to).map(drop),
        Some(Incident::PATH) => change_record::review::<Incident>(db, act, &target, to).map(drop),
        Some(Event::PATH) => change_record::review::<Event>(db, act, &target, to).map(drop),
        _ => Err(Error::NotFound),
    }
    .map_err(|error| named(error, name))
}

/// What went wrong, with the record that it went wrong with.
fn named(error: Error, name: &str) -> Error {
    match error {
        Error::Forbidden(about) => {
            Error::Forbidden(format!("{name}: {about}; nothing was decided"))
        }
        Error::Conflict(about) => Error::Conflict(format!("{name}: {about}; nothing was decided")),
        Error::Stale { .. } => Error::Conflict(format!(
            "{name} was changed since you opened the queue; nothing was decided; look at it again"
        )),
        other => other,
    }
}
