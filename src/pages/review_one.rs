//! One record in review: what changed since it was last approved, side by side, or all of it where it is
//! new; and the decision.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::cells::Badge;
use super::frame::Frame;
use super::history::{ShownChange, shown_change};
use super::record::{Step, steps};
use super::records::Shown;
use super::visit::Visit;
use crate::casework::read_records;
use crate::casework::records::Row;
use crate::casework::records::event::Event;
use crate::casework::records::incident::Incident;
use crate::casework::records::statement::Statement;
use crate::domain::{Action, Status};
use crate::error::{Error, Result};
use crate::http::query::Parameters;
use crate::http::resource::{confidential, note_reading};

#[derive(Template)]
#[template(path = "review_one.html")]
struct ReviewOnePage<'a> {
    f: &'a Frame,
    path: &'static str,
    kind: String,
    title: String,
    reference: String,
    lead: String,
    badges: Vec<Badge>,
    version: i32,
    /// The version that was approved last.
    approved: Option<i32>,
    changes: Vec<ShownChange>,
    /// What the record shows, where there is nothing to compare it with.
    body: String,
    steps: Vec<Step>,
    /// Nobody approves their own.
    is_own: bool,
}

/// `GET /review/{kind}/{id}`.
pub async fn show(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse> {
    visit.caller.must(Action::Review)?;
    Parameters::of(&visit.request)?.none_left()?;
    let (kind, name) = path.into_inner();
    match kind.as_str() {
        Statement::PATH => of::<Statement>(&visit, name).await,
        Incident::PATH => of::<Incident>(&visit, name).await,
        Event::PATH => of::<Event>(&visit, name).await,
        _ => Err(Error::NotFound),
    }
}

async fn of<R: Shown>(visit: &Visit, name: String) -> Result<HttpResponse> {
    let (html, confidential) = visit
        .look(move |look| {
            let record: R = read_records::find(look.db, &look.eyes.caller, &name)?;
            let confidential = confidential(std::slice::from_ref(&record));
            let status = record.status().ok_or(Error::NotFound)?;
            let since = read_records::since_approved(look.db, look.eyes, &record)?;
            let view = read_records::view(look.db, look.eyes, record.clone())?;
            let body = R::body(look, &record, &view)?;
            let f = look.f;
            let own = record.row().envelope().created_by == look.eyes.caller.user;
            let head = R::head(&view);
            let page = ReviewOnePage {
                f,
                path: R::PATH,
                kind: f.t(&format!("kind-{}", R::WORD)),
                title: R::names(&view).into_iter().next().unwrap_or_default(),
                reference: head.reference.clone(),
                lead: R::lead(f, &view),
                badges: R::badges(f, &view),
                version: head.version,
                approved: since.version,
                changes: since
                    .changes
                    .iter()
                    .map(|change| shown_change(f, change))
                    .filter(|change| change.before != change.after)
                    .collect(),
                body,
                steps: steps(f, look.eyes, own, status),
                is_own: own && status == Status::Submitted,
            };
            Ok((page.render().map_err(Error::internal)?, confidential))
        })
        .await?;
    note_reading::<R>(&visit.app, visit.caller.clone(), confidential).await?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}
