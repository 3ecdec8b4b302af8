//! `/api/v1/reports`: what the records tell of a country or an actor, as a document.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::accounts::{Forbidden, Malformed, NotFound, Unauthenticated};
use super::query::Parameters;
use super::turns::in_turn;
use super::{base_of, session};
use crate::app::App;
use crate::casework::report::{MadeReport, ReportPreset, Wanted};
use crate::domain::Caller;
use crate::error::{Error, Result};
use crate::exchange::report::{self, ReportFormat};

/// A report
///
/// What the records tell, counted in one snapshot, as the audience may see it: `public` (unless it
/// says otherwise), `partners` or `internal`. Every number has the list that it counts, every told
/// event the notes of its sources. `subject` is a country (several with commas for `numbers`), or for
/// `actor` the actor's id or ref. Filters of events narrow it further. `words` and `warnings` are to be
/// looked at before it is given away.
#[utoipa::path(get, path = "/api/v1/reports/{preset}/{subject}", tag = "reports", operation_id = "report",
    params(("preset" = ReportPreset, Path, description = "For whom it is put together", example = "country"),
        ("subject" = String, Path, description = "ISO 3166-1 alpha-3, or an actor", example = "KHM"),
        ("from" = Option<String>, Query, description = "The first day", example = "2017-01-01"),
        ("to" = Option<String>, Query, description = "The last day", example = "2017-12-31"),
        ("audience" = Option<String>, Query, description = "public, partners or internal"),
        ("format" = Option<ReportFormat>, Query, description = "json, unless it says otherwise"),
        ("lang" = Option<String>, Query, description = "en, fr, km or ar", example = "en"),
        ("sections" = Option<String>, Query, description = "Kinds of sections, in their order, with commas", example = "key_figures,annex"),
        ("instrument" = Option<String>, Query, description = "For `treaty_body`: whose articles", example = "ICCPR"),
        ("cases" = Option<String>, Query, description = "Refs of incidents that are told in full, with commas"),
        ("annex" = Option<i64>, Query, description = "How many events the annex lists", example = 1000),
        ("release" = Option<String>, Query, description = "The release that it is made of, in place of the records as they are", example = "2026.1"),
        ("title" = Option<String>, Query, description = "In place of the preset's"),
        ("organisation" = Option<String>, Query, description = "Who submits it"),
        ("coalition" = Option<bool>, Query, description = "Whether several submit it, which may say more")),
    responses((status = 200, description = "The report", content((MadeReport = "application/json"), (String = "text/html"),
            (Vec<u8> = "application/pdf"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn of_subject(
    request: HttpRequest,
    app: Data<App>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let (preset, subject) = path.into_inner();
    let preset: ReportPreset = preset.parse().map_err(|_| Error::NotFound)?;
    let mut parameters = Parameters::of(&request)?;
    parameters.add(preset.subject(), subject)?;
    parameters.add("preset", preset.code().to_owned())?;
    let format = parameters.parsed("format")?.unwrap_or(ReportFormat::Json);
    let wanted = Wanted::of(parameters.filters().0)?;
    answer(&app, caller, wanted, format, base_of(&request), Answer::Read).await
}

/// A report, made in its turn, and set by `set`, which takes long as well.
pub async fn made<T: Send + 'static>(
    app: &App,
    caller: Caller,
    wanted: Wanted,
    set: impl FnOnce(&Wanted, MadeReport) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (office, shelf, now) = (app.office.clone(), app.shelf.clone(), app.clock.now());
    let making = move || set(&wanted, report::made(&office, &shelf, &caller, &wanted, now)?);
    in_turn(&app.exports, making).await
}

/// What becomes of an answer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// JSON is read where it comes, other formats are saved.
    Read,
    /// It is saved, whatever its format.
    Saved,
}

/// Makes a report, in its turn. `base`: what links in files begin with.
pub async fn answer(
    app: &App,
    caller: Caller,
    wanted: Wanted,
    format: ReportFormat,
    base: String,
    what: Answer,
) -> Result<HttpResponse> {
    let (bytes, name) = made(app, caller, wanted, move |wanted, made| {
        let name = report::file_name(wanted, &made, format);
        Ok((report::rendered(&made, format, &base)?, name))
    })
    .await?;
    let mut answer = HttpResponse::Ok();
    answer.content_type(format.media_type());
    if what == Answer::Saved || format != ReportFormat::Json {
        answer.insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")));
    }
    Ok(answer.body(bytes))
}
