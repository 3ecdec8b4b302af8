//! Unfinished forms: kept while somebody types, listed on the start page, continued or discarded.
//!
//! They are kept on the server and not in the browser: laptops are seized, and what a browser stores
//! stays on them after the session has ended.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Serialize;

use super::answer::see;
use super::frame::Frame;
use super::intake;
use super::records::{Looking, word_of};
use super::visit::{OWN, Pairs, Visit, value};
use crate::casework::drafts::{self, Draft, Unfinished};
use crate::domain::Action;
use crate::error::{Error, Result};

/// An unfinished form, as it is listed.
pub struct ShownDraft {
    pub key: String,
    pub title: String,
    /// What kind of form it is.
    pub about: String,
    pub when: String,
    /// Where it goes on.
    pub path: String,
}

/// Those of the visitor: all, or those of one form.
pub fn shown(look: &mut Looking<'_>, form: Option<&str>) -> Result<Vec<ShownDraft>> {
    let caller = &look.eyes.caller;
    if !caller.may(Action::CreateRecords) {
        return Ok(Vec::new());
    }
    let all = drafts::all(look.db, caller.user, form, look.f.now)?;
    Ok(all.into_iter().filter_map(|draft| shown_one(look.f, draft)).collect())
}

fn shown_one(f: &Frame, draft: Unfinished) -> Option<ShownDraft> {
    let about = match kind_and_name(&draft.form) {
        Some((kind, None)) => f.t(&format!("form-new-{kind}")),
        Some((kind, Some(name))) => {
            let kind = f.t(&format!("kind-{kind}"));
            f.tv("form-change", &format!("{kind} {name}"))
        }
        None if draft.form == intake::PATH => f.t("intake-review"),
        None => return None,
    };
    Some(ShownDraft {
        title: if draft.title.is_empty() { about.clone() } else { draft.title },
        about,
        when: f.moment(&draft.updated_at),
        path: format!("{}?~draft={}", draft.form, draft.key),
        key: draft.key,
    })
}

/// What kind of record a form is of, and which one, where it is there: `/events/new`,
/// `/events/KHM-2017-0001-E1/edit`.
fn kind_and_name(form: &str) -> Option<(&'static str, Option<&str>)> {
    match form.split('/').collect::<Vec<_>>()[..] {
        ["", path, "new"] => Some((word_of(path)?, None)),
        ["", path, name, "edit"] if !name.is_empty() => Some((word_of(path)?, Some(name))),
        _ => None,
    }
}

/// What is kept of a form: what was typed, and the version that it was made from.
fn of(sent: &Pairs, form: &str) -> Result<Draft> {
    if kind_and_name(form).is_none() && form != intake::PATH {
        return Err(Error::Malformed("only the forms of records are kept unfinished".to_owned()));
    }
    let is_kept = |name: &str| {
        let is_typed = !name.starts_with(OWN) || ["~version", "~reason"].contains(&name);
        is_typed && !name.contains("password")
    };
    let typed: Pairs = sent.iter().filter(|pair| is_kept(&pair.0)).cloned().collect();
    let called = ["title", "name", "text", "code", "label", "quote", "actor"];
    let title =
        called.iter().find_map(|name| value(&typed, name).filter(|it| !it.trim().is_empty()));
    let title = title.unwrap_or_default().trim().chars().take(200).collect();
    let key = value(sent, "~once").unwrap_or_default().to_owned();
    Ok(Draft { key, form: form.to_owned(), title, typed })
}

/// Keeps the form that was sent, for later.
async fn keep(visit: &Visit, form: &str) -> Result<()> {
    let draft = of(&visit.sent, form)?;
    let (caller, now) = (visit.caller.clone(), visit.app.clock.now());
    let keeping = move |db: &mut crate::store::Db| drafts::keep(db, &caller, &draft, now);
    visit.app.office.database.write(keeping).await
}

/// Where a form is sent for later, by its own button.
pub async fn keep_for_later(visit: &Visit) -> Result<HttpResponse> {
    keep(visit, visit.request.path()).await?;
    visit.say_next("said-unfinished-kept");
    Ok(see("/"))
}

#[derive(Serialize)]
struct Kept {
    said: String,
}

/// `POST /drafts`: what is typed, kept by a script while it is typed.
pub async fn autosave(visit: Visit) -> Result<HttpResponse> {
    let form = value(&visit.sent, "~form").unwrap_or_default().to_owned();
    let said = match keep(&visit, &form).await {
        Ok(()) => {
            let now = visit.frame.moment(&visit.app.clock.now());
            visit.frame.tv("unfinished-kept-at", &now)
        }
        Err(error @ (Error::Malformed(_) | Error::Conflict(_) | Error::Forbidden(_))) => {
            let status = actix_web::ResponseError::status_code(&error);
            return Ok(HttpResponse::build(status).json(Kept { said: error.to_string() }));
        }
        Err(other) => return Err(other),
    };
    Ok(HttpResponse::Ok().json(Kept { said }))
}

/// `POST /drafts/{key}/discard`.
pub async fn discard(visit: Visit, key: Path<String>) -> Result<HttpResponse> {
    let user = visit.caller.user;
    let was = visit.app.office.database.write(move |db| drafts::discard(db, user, &key)).await?;
    if !was {
        return Err(Error::NotFound);
    }
    visit.say_next("said-unfinished-discarded");
    Ok(see("/"))
}

/// What was typed into the unfinished form that the query of a form's page names: `?~draft=…`.
pub async fn continued(visit: &Visit, form: &str) -> Result<Option<Draft>> {
    let query = form_urlencoded::parse(visit.request.query_string().as_bytes()).into_owned();
    let Some(key) = query.into_iter().find(|pair| pair.0 == "~draft").map(|pair| pair.1) else {
        return Ok(None);
    };
    let (user, now) = (visit.caller.user, visit.app.clock.now());
    let reading = visit.app.office.database.read(move |db| drafts::find(db, user, &key, now));
    let draft = reading.await?;
    if draft.form == form { Ok(Some(draft)) } else { Err(Error::NotFound) }
}
