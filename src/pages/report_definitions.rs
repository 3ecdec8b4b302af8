//! Saved reports, on the page on which reports are put together: saved, opened, made again for another
//! year, deleted.

use std::collections::BTreeMap;

use actix_web::web::{Path, Payload};
use actix_web::{HttpRequest, HttpResponse};

use super::answer::see;
use super::frame::Frame;
use super::reports::{self, Asked};
use super::visit::{Visit, is_own_form, value};
use crate::casework::releases;
use crate::casework::report::definitions::{self, Again, Definition, DefinitionInput};
use crate::casework::report::{Period, Wanted, logos};
use crate::domain::Id;
use crate::domain::logo::{LARGEST, Logo};
use crate::error::{Error, Result};
use crate::http::query::Parameters;
use crate::http::report_definitions::{id_of, keep_logo, logo_answer, own, own_logo};
use crate::http::{imports, upload};
use crate::words::dates;

/// The field of the form that says which saved report it was filled in from.
const OPENED: &str = "~definition";

/// The visitor's saved reports, and which of them is open.
pub struct Saved {
    pub all: Vec<Item>,
    pub opened: Option<Item>,
}

/// A saved report, as it is listed.
#[derive(Clone)]
pub struct Item {
    pub id: Id,
    pub name: String,
    /// What it is, of whom, and when.
    pub about: String,
    /// Whether it has a period, which could be that of another year.
    pub has_period: bool,
    pub has_logo: bool,
}

impl Item {
    fn of(f: &Frame, it: &Definition, has_logo: bool) -> Self {
        let (mut about, mut has_period) = (Vec::new(), false);
        // What was saved by an older program may not be one any more; it can be opened all the same.
        if let Ok(wanted) = Wanted::of(it.parameters()) {
            about.push(f.t(&format!("reports-preset-{}", wanted.preset)));
            about.extend(wanted.countries.iter().map(|it| f.country(it).to_owned()));
            about.extend(wanted.actor.clone());
            has_period = wanted.period != Period::default();
            about.extend(period(f, wanted.period));
        }
        Self { id: it.id, name: it.name.clone(), about: about.join(" · "), has_period, has_logo }
    }
}

fn period(f: &Frame, period: Period) -> Option<String> {
    let day = |day: chrono::NaiveDate| dates::said_if(f.words, Some(&day.to_string()));
    match (period.from, period.to) {
        (None, None) => None,
        (Some(from), None) => Some(f.tv("country-since", &day(from))),
        (None, Some(to)) => Some(f.tv("country-until", &day(to))),
        (Some(from), Some(to)) => Some(f.tvv("country-between", &day(from), &day(to))),
    }
}

impl Saved {
    /// Whether it is the one that the form was filled in from.
    pub fn is_open(&self, item: &Item) -> bool {
        self.opened.as_ref().is_some_and(|it| it.id == item.id)
    }

    /// Those of the visitor.
    pub async fn of(visit: &Visit) -> Result<Self> {
        let user = visit.caller.user;
        let reading = visit
            .app
            .office
            .database
            .read(move |db| Ok((definitions::all(db, user)?, logos::with_logo(db, user)?)));
        let (all, with_logo) = reading.await?;
        let opened = opened(visit);
        let item = |it: &Definition| Item::of(&visit.frame, it, with_logo.contains(&it.id));
        let all: Vec<Item> = all.iter().map(item).collect();
        Ok(Self { opened: all.iter().find(|it| Some(it.id) == opened).cloned(), all })
    }
}

/// The versions of the releases of which a report can be made, the newest first.
pub async fn releases(visit: &Visit) -> Result<Vec<String>> {
    let all = visit.look(|look| releases::all(look.db, &look.eyes.caller)).await?;
    Ok(all.into_iter().map(|it| it.version).collect())
}

/// The saved report that the form was filled in from, by its address or by itself.
fn opened(visit: &Visit) -> Option<Id> {
    let typed = value(&visit.sent, OPENED).map(str::to_owned);
    let typed = typed.or_else(|| {
        let mut pairs = form_urlencoded::parse(visit.request.query_string().as_bytes());
        pairs.find(|it| it.0 == "definition").map(|it| it.1.into_owned())
    });
    typed?.parse().ok()
}

/// The parameters of the saved report that an address names, for the period that it names.
///
/// # Errors
/// [`Error::NotFound`] for none of the visitor's, and those of [`Definition::again`].
pub async fn parameters(visit: &Visit) -> Result<Option<BTreeMap<String, String>>> {
    let mut asked = Parameters::of(&visit.request)?;
    let Some(id) = asked.take("definition") else { return Ok(None) };
    let shift = asked.take("shift");
    let again = Again::of(asked.take("from"), asked.take("to"), shift.as_deref())?;
    asked.none_left()?;
    let id = id.parse().map_err(|_| Error::NotFound)?;
    own(&visit.app, &visit.caller, id).await?.again(&again).map(Some)
}

/// `POST /reports/definitions`: keeps what the form says under a name.
pub async fn save(visit: Visit) -> Result<HttpResponse> {
    let asked = Asked::of(visit.sent.clone());
    let name = value(&visit.sent, "~name").unwrap_or_default().to_owned();
    let input = DefinitionInput { name, parameters: asked.parameters() };
    let now = visit.app.clock.now();
    let saving = visit
        .app
        .office
        .act(visit.caller.clone(), now, move |db, act| definitions::save(db, act, input));
    let wrong = match saving.await {
        Ok(saved) => {
            visit.say_next("said-report-saved");
            return Ok(see(&format!("/reports?definition={}", saved.id)));
        }
        Err(Error::Invalid(errors)) => {
            let Some(error) = errors.into_iter().next() else { return Err(Error::NotFound) };
            if error.pointer == "/name" {
                format!("the name {}", error.message)
            } else {
                error.message
            }
        }
        Err(Error::Conflict(about)) => about,
        Err(other) => return Err(other),
    };
    reports::form(&visit, asked, Some(wrong), None).await
}

/// The logo of the saved report that the form was filled in from.
pub async fn opened_logo(visit: &Visit) -> Result<Option<Logo>> {
    match opened(visit) {
        // It may have been deleted meanwhile; what the form says stays a report.
        Some(id) => match own_logo(&visit.app, &visit.caller, id).await {
            Err(Error::NotFound) => Ok(None),
            found => found,
        },
        None => Ok(None),
    }
}

/// `GET /reports/definitions/{id}/logo`.
pub async fn logo(visit: Visit, id: Path<String>) -> Result<HttpResponse> {
    logo_answer(&visit.app, &visit.caller, id_of(&id)?).await
}

/// `POST /reports/definitions/{id}/logo`: a form with a file.
pub async fn set_logo(
    visit: Visit,
    request: HttpRequest,
    payload: Payload,
    id: Path<String>,
) -> Result<HttpResponse> {
    let id = id_of(&id)?;
    let arrived =
        upload::arrived(&request, payload, &imports::folder(&visit.app), None, &upload::PICTURE)
            .await;
    let kept = match arrived {
        Ok((upload, values)) => {
            is_own_form(&visit, &values)?;
            let file = std::fs::File::open(upload.part.path()).map_err(Error::internal)?;
            let mut bytes = Vec::new();
            // One byte more than is taken tells that it is too large.
            std::io::Read::read_to_end(
                &mut std::io::Read::take(file, LARGEST as u64 + 1),
                &mut bytes,
            )
            .map_err(Error::internal)?;
            keep_logo(&visit.app, visit.caller.clone(), id, None, Some(bytes)).await
        }
        Err(error) => Err(error),
    };
    match kept {
        Ok(_) => {
            visit.say_next("said-logo-kept");
            Ok(see(&format!("/reports?definition={id}")))
        }
        Err(Error::Invalid(errors)) => {
            let about = errors.first().map(|it| it.message.clone()).unwrap_or_default();
            let asked = own(&visit.app, &visit.caller, id).await?.parameters();
            reports::form(&visit, Asked::of(asked), Some(format!("the file {about}")), None).await
        }
        Err(other) => Err(other),
    }
}

/// `POST /reports/definitions/{id}/logo/remove`.
pub async fn remove_logo(visit: Visit, id: Path<String>) -> Result<HttpResponse> {
    let id = id_of(&id)?;
    keep_logo(&visit.app, visit.caller.clone(), id, None, None).await?;
    visit.say_next("said-logo-removed");
    Ok(see(&format!("/reports?definition={id}")))
}

/// `POST /reports/definitions/{id}/delete`.
pub async fn delete(visit: Visit, id: Path<String>) -> Result<HttpResponse> {
    let (id, now) = (id_of(&id)?, visit.app.clock.now());
    visit
        .app
        .office
        .act(visit.caller.clone(), now, move |db, act| definitions::delete(db, act, id, None))
        .await?;
    visit.say_next("said-report-deleted");
    Ok(see("/reports"))
}
