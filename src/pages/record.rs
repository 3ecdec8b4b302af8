//! The page of one record; and moving it through review, hiding it, bringing it back. The same for
//! every kind.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::answer::see;
use super::audience;
use super::cells::Badge;
use super::duplicates;
use super::frame::Frame;
use super::history::{self, ShownReturned};
use super::records::Shown;
use super::visit::{Visit, value};
use crate::casework::change_record::{self, Target};
use crate::casework::duplicates::decisions::merged_into;
use crate::casework::read_records;
use crate::casework::records::Row;
use crate::domain::access::{STEPS, review_step};
use crate::domain::{Action, Status};
use crate::error::{Error, Result};
use crate::http::query::Parameters;
use crate::http::resource::{confidential, note_reading};
use crate::store::{Eyes, Kind};

#[derive(Template)]
#[template(path = "record.html")]
struct RecordPage<'a> {
    f: &'a Frame,
    path: &'static str,
    kind: String,
    many: String,
    title: String,
    /// Of the title, if the record states it.
    language: Option<String>,
    reference: String,
    lead: String,
    badges: Vec<Badge>,
    body: String,
    /// What was decided of it and others like it, as HTML.
    decided: String,
    is_compared: bool,
    version: i32,
    steps: Vec<Step>,
    may_change: bool,
    may_hide: bool,
    updated_at: String,
    /// Who sees it, in words; empty for those who need not know the staff.
    audience: Vec<String>,
    /// Why it came back.
    returned: Option<ShownReturned>,
    /// Where it is reviewed beside what was approved.
    review: Option<String>,
    /// Where a report about it is put together.
    report: Option<String>,
}

impl RecordPage<'_> {
    fn has_main_step(&self) -> bool {
        self.steps.iter().any(|step| step.is_main)
    }

    fn wants_comment(&self) -> bool {
        self.steps.iter().any(|step| step.wants_comment)
    }
}

/// A step of review that the visitor may take.
pub struct Step {
    pub to: &'static str,
    pub label: String,
    /// Whether a comment is expected.
    pub wants_comment: bool,
    pub is_main: bool,
}

/// `GET /{kind}/{id}`.
pub async fn show<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let name = path.into_inner();
    let shown = visit
        .look(move |look| {
            let record: R = match read_records::find(look.db, &look.eyes.caller, &name) {
                Err(Error::NotFound) => {
                    let kept = merged_into(look.db, &look.eyes.caller, R::KIND, &name)?;
                    return kept.map(|kept| Err(kept.1)).ok_or(Error::NotFound);
                }
                found => found?,
            };
            let confidential = confidential(std::slice::from_ref(&record));
            let view = read_records::view(look.db, look.eyes, record.clone())?;
            let body = R::body(look, &record, &view)?;
            let decided = duplicates::of_page::<R>(look, record.row().envelope().id)?;
            let mut page = of_record::<R>(look.f, look.eyes, &record, &view, (body, decided));
            if look.eyes.caller.may_know_staff() {
                page.audience = audience::of_record(look, &record)?;
            }
            page.returned = history::returned(look, &record)?;
            Ok(Ok((page.render().map_err(Error::internal)?, confidential)))
        })
        .await?;
    let (html, confidential) = match shown {
        Ok(shown) => shown,
        Err(kept) => {
            let place = format!("/{}/{kept}", R::PATH);
            if let Some(public) = &visit.frame.public {
                return Ok(see(&format!("{}{place}", public.base)));
            }
            visit.say_next("said-merged-into");
            return Ok(see(&place));
        }
    };
    note_reading::<R>(&visit.app, visit.caller.clone(), confidential).await?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}

fn of_record<'f, R: Shown>(
    f: &'f Frame,
    eyes: &Eyes,
    record: &R,
    view: &R::View,
    (body, decided): (String, String),
) -> RecordPage<'f> {
    let head = R::head(view);
    let own = record.row().envelope().created_by == eyes.caller.user;
    let status = record.status();
    RecordPage {
        f,
        path: R::PATH,
        kind: f.t(&format!("kind-{}", R::WORD)),
        many: f.t(&format!("kinds-{}", R::WORD)),
        title: R::names(view).into_iter().next().unwrap_or_default(),
        language: R::language(view).map(str::to_owned),
        reference: head.reference.clone(),
        lead: R::lead(f, view),
        badges: R::badges(f, view),
        body,
        decided,
        is_compared: [Kind::Actor, Kind::Event].contains(&R::KIND) && !f.is_public(),
        version: head.version,
        steps: status.map(|status| steps(f, eyes, own, status)).unwrap_or_default(),
        may_change: eyes.caller.may(change_record::right_to_change(&eyes.caller, record)),
        may_hide: R::CAN_BE_HIDDEN
            && eyes.caller.may(change_record::right_to_hide(&eyes.caller, record)),
        updated_at: f.moment(&head.updated_at),
        audience: Vec::new(),
        returned: None,
        review: (f.may_review() && matches!(status, Some(Status::Submitted | Status::Approved)))
            .then(|| format!("/review/{}/{}", R::PATH, head.reference)),
        report: (!f.is_public() && eyes.caller.may(Action::Export))
            .then(|| R::report(view))
            .flatten(),
    }
}

/// The steps that the visitor may take from where a record stands.
pub fn steps(f: &Frame, eyes: &Eyes, own: bool, from: Status) -> Vec<Step> {
    let open = STEPS
        .iter()
        .filter(|step| step.0 == from && review_step(&eyes.caller, own, from, step.1).is_ok());
    open.map(|(_, to)| Step {
        to: to.code(),
        label: f.t(&format!("step-{}", to.code())),
        wants_comment: matches!(to, Status::NeedsChanges | Status::Rejected | Status::Retracted),
        is_main: matches!(to, Status::Submitted | Status::Approved | Status::Published),
    })
    .collect()
}

/// `POST /{kind}/{id}/status`.
pub async fn set_status<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let to: Status = value(&visit.sent, "status")
        .unwrap_or_default()
        .parse()
        .map_err(|about: String| Error::field("/status", about))?;
    let comment = value(&visit.sent, "comment").map(str::to_owned);
    let target = target(&visit, path.into_inner())?;
    let back = visit.sent.iter().find(|pair| pair.0 == "~to").map(|pair| pair.1.clone());
    let record: R = visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            let mut wrong = crate::error::Wrong::default();
            let mut comment = comment;
            wrong.passage_if("/comment", &mut comment);
            wrong.check()?;
            act.reason = comment;
            change_record::review(db, act, &target, to)
        })
        .await?;
    visit.say_next(match to {
        Status::Draft => "said-draft",
        Status::Submitted => "said-submitted",
        Status::NeedsChanges => "said-returned",
        Status::Approved => "said-approved",
        Status::Published => "said-published",
        Status::Rejected => "said-rejected",
        Status::Retracted => "said-retracted",
    });
    let own = format!("/{}/{}", R::PATH, record.reference());
    Ok(see(super::answer::local(back.as_deref().or(Some(own.as_str())))))
}

/// The record of an address, in the version that the form was made from.
pub fn target(visit: &Visit, name: String) -> Result<Target> {
    let version = value(&visit.sent, "~version").and_then(|version| version.parse().ok());
    match version {
        Some(version) => Ok(Target { name, version: Some(version) }),
        None => Err(Error::PreconditionRequired),
    }
}

/// `POST /{kind}/{id}/hide`.
pub async fn hide<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let target = target(&visit, path.into_inner())?;
    let reason = value(&visit.sent, "comment").map(str::trim).filter(|it| !it.is_empty());
    let reason = reason.map(str::to_owned);
    visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            act.reason = reason;
            change_record::hide::<R>(db, act, &target)
        })
        .await?;
    visit.say_next("said-hidden");
    Ok(see(&format!("/{}", R::PATH)))
}

/// `POST /{kind}/{id}/restore`.
pub async fn restore<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let name = path.into_inner();
    let record: R = visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            change_record::restore(db, act, &name)
        })
        .await?;
    visit.say_next("said-restored");
    Ok(see(&format!("/{}/{}", R::PATH, record.reference())))
}
