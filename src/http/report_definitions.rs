//! `/api/v1/report-definitions`: reports that somebody saved under a name, made again when they like.

use actix_web::http::header::{CONTENT_DISPOSITION, ETAG, HeaderValue, LOCATION};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::accounts::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, PreconditionRequired, Stale, TooLarge,
    Unauthenticated, UnsupportedMedia,
};
use super::query::Parameters;
use super::resource::{etag, if_match};
use super::{base_of, body, reports, session};
use crate::app::App;
use crate::casework::idempotency;
use crate::casework::report::definitions::{
    self, Again, Definition, DefinitionInput, DefinitionView,
};
use crate::casework::report::{MadeReport, Wanted, logos};
use crate::domain::logo::{LARGEST, Logo};
use crate::domain::{Action, Caller, Id};
use crate::error::{Error, Result};
use crate::exchange::report::ReportFormat;

/// The saved reports of whoever asks.
#[derive(Debug, Serialize, ToSchema)]
pub struct DefinitionList {
    items: Vec<DefinitionView>,
}

/// What a path names.
pub fn id_of(path: &Path<String>) -> Result<Id> {
    path.parse().map_err(|_| Error::NotFound)
}

/// One of the caller's own.
pub async fn own(app: &App, caller: &Caller, id: Id) -> Result<Definition> {
    let user = caller.user;
    app.office.database.read(move |db| definitions::find(db, user, id)).await
}

/// The logo of one of the caller's own.
pub async fn own_logo(app: &App, caller: &Caller, id: Id) -> Result<Option<Logo>> {
    let user = caller.user;
    app.office.database.read(move |db| logos::find(db, user, id)).await
}

/// A logo as the answer to a request.
pub async fn logo_answer(app: &App, caller: &Caller, id: Id) -> Result<HttpResponse> {
    let logo = own_logo(app, caller, id).await?.ok_or(Error::NotFound)?;
    let name = format!("inline; filename=\"logo.{}\"", logo.kind);
    Ok(HttpResponse::Ok()
        .content_type(logo.kind.media_type())
        .insert_header((CONTENT_DISPOSITION, name))
        .body(logo.bytes))
}

/// Keeps a logo, or takes it away.
pub async fn keep_logo(
    app: &App,
    caller: Caller,
    id: Id,
    version: Option<i32>,
    file: Option<Vec<u8>>,
) -> Result<Definition> {
    // Reading a picture takes longer than the writer should wait for.
    let read = move || file.map(|file| Logo::of(&file)).transpose();
    let logo = tokio::task::spawn_blocking(read).await.map_err(Error::internal)?;
    let logo = logo.map_err(|about| Error::field("/logo", about))?;
    app.office
        .act(caller, app.clock.now(), move |db, act| {
            logos::put(db, act, id, version, logo.as_ref())
        })
        .await
}

fn answered(mut answer: actix_web::HttpResponseBuilder, definition: Definition) -> HttpResponse {
    answer.insert_header((ETAG, etag(definition.version))).json(definition.view())
}

/// Saved reports
///
/// One's own: nobody else sees them.
#[utoipa::path(get, path = "/api/v1/report-definitions", tag = "reports", operation_id = "listReportDefinitions",
    responses((status = 200, description = "By name", body = DefinitionList), (status = 400, response = Malformed),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::Export)?;
    Parameters::of(&request)?.none_left()?;
    let all = app.office.database.read(move |db| definitions::all(db, caller.user)).await?;
    let items = all.into_iter().map(Definition::view).collect();
    Ok(HttpResponse::Ok().json(DefinitionList { items }))
}

/// Save a report
///
/// All that makes it, under a name: it can be made again as it is, or for another period.
#[utoipa::path(post, path = "/api/v1/report-definitions", tag = "reports", operation_id = "createReportDefinition",
    request_body = DefinitionInput,
    params(("Idempotency-Key" = Option<String>, Header, description = "The same key and body give the same answer, and are saved once")),
    responses((status = 201, description = "Saved", body = DefinitionView,
            headers(("Location" = String, description = "Where it is"), ("ETag" = String, description = "Its version"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 409, response = Conflict), (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn create(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::DefineReports)?;
    Parameters::of(&request)?.none_left()?;
    body::must_be(&request, &["application/json"])?;
    let body = body::bytes(&request, payload, app.config.max_body).await?;
    let input: DefinitionInput = body::json(&body)?;
    let key = request.headers().get("idempotency-key").map(HeaderValue::as_bytes);
    let once = idempotency::Once::of(key, request.path(), &body)?;
    let making = app.office.act(caller.clone(), app.clock.now(), move |db, act| {
        let (id, _) = idempotency::once(db, act, once, "report_definition", |db, act| {
            let made = definitions::create(db, act, input)?;
            Ok((made.id, made.version))
        })?;
        definitions::find(db, act.caller.user, id)
    });
    let made = making.await?;
    let mut answer = HttpResponse::Created();
    let place = format!("{}/{}", request.path().trim_end_matches('/'), made.id);
    answer.insert_header((LOCATION, place));
    Ok(answered(answer, made))
}

/// A saved report
#[utoipa::path(get, path = "/api/v1/report-definitions/{id}", tag = "reports", operation_id = "readReportDefinition",
    params(("id" = uuid::Uuid, Path, description = "The saved report")),
    responses((status = 200, description = "What it is made of", body = DefinitionView,
            headers(("ETag" = String, description = "Its version"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn read(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::Export)?;
    Parameters::of(&request)?.none_left()?;
    let found = own(&app, &caller, id_of(&path)?).await?;
    Ok(answered(HttpResponse::Ok(), found))
}

/// Change a saved report
///
/// A merge patch (RFC 7396): a parameter that is null goes.
#[utoipa::path(patch, path = "/api/v1/report-definitions/{id}", tag = "reports", operation_id = "changeReportDefinition",
    params(("id" = uuid::Uuid, Path, description = "The saved report"), ("If-Match" = String, Header, description = "The ETag that was read")),
    request_body(content = Object, content_type = "application/merge-patch+json", description = "What is to be changed"),
    responses((status = 200, description = "As it is now", body = DefinitionView,
            headers(("ETag" = String, description = "Its version"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound), (status = 409, response = Conflict), (status = 412, response = Stale),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid),
        (status = 428, response = PreconditionRequired)),
    security(("token" = [])))]
pub async fn change(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::DefineReports)?;
    Parameters::of(&request)?.none_left()?;
    body::must_be(&request, &["application/merge-patch+json", "application/json"])?;
    let changes: Value = body::json(&body::bytes(&request, payload, app.config.max_body).await?)?;
    let (id, version) = (id_of(&path)?, if_match(&request)?);
    let changing = app.office.act(caller, app.clock.now(), move |db, act| {
        definitions::change(db, act, id, version, changes)
    });
    Ok(answered(HttpResponse::Ok(), changing.await?))
}

/// Delete a saved report
#[utoipa::path(delete, path = "/api/v1/report-definitions/{id}", tag = "reports", operation_id = "deleteReportDefinition",
    params(("id" = uuid::Uuid, Path, description = "The saved report"), ("If-Match" = String, Header, description = "The ETag that was read")),
    responses((status = 204, description = "Deleted"), (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound), (status = 412, response = Stale),
        (status = 428, response = PreconditionRequired)),
    security(("token" = [])))]
pub async fn delete(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::DefineReports)?;
    Parameters::of(&request)?.none_left()?;
    let (id, version) = (id_of(&path)?, if_match(&request)?);
    app.office
        .act(caller, app.clock.now(), move |db, act| definitions::delete(db, act, id, version))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A saved report, made
///
/// As it is, for the period from `from` to `to`, or for that `shift` years later.
#[utoipa::path(get, path = "/api/v1/report-definitions/{id}/report", tag = "reports", operation_id = "makeReportDefinition",
    params(("id" = uuid::Uuid, Path, description = "The saved report"),
        ("from" = Option<String>, Query, description = "The first day, in place of the saved one", example = "2018-01-01"),
        ("to" = Option<String>, Query, description = "The last day, in place of the saved one", example = "2018-12-31"),
        ("shift" = Option<i32>, Query, description = "How many years later the period is", example = 1),
        ("format" = Option<ReportFormat>, Query, description = "json, unless it says otherwise")),
    responses((status = 200, description = "The report", content((MadeReport = "application/json"), (String = "text/html"),
            (Vec<u8> = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn make(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::Export)?;
    let mut parameters = Parameters::of(&request)?;
    let format = parameters.parsed("format")?.unwrap_or(ReportFormat::Json);
    let shift = parameters.take("shift");
    let again = Again::of(parameters.take("from"), parameters.take("to"), shift.as_deref())?;
    parameters.none_left()?;
    let definition = own(&app, &caller, id_of(&path)?).await?;
    let logo = own_logo(&app, &caller, definition.id).await?;
    let wanted = Wanted::of(definition.again(&again)?)?.with_logo(logo);
    reports::answer(&app, caller, wanted, format, base_of(&request), reports::Answer::Read).await
}

/// The logo of a saved report
#[utoipa::path(get, path = "/api/v1/report-definitions/{id}/logo", tag = "reports", operation_id = "readReportLogo",
    params(("id" = uuid::Uuid, Path, description = "The saved report")),
    responses((status = 200, description = "The picture", content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn read_logo(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::Export)?;
    Parameters::of(&request)?.none_left()?;
    logo_answer(&app, &caller, id_of(&path)?).await
}

/// Set the logo of a saved report
///
/// A PNG or JPEG of at most 1 MB and 4096 x 4096 pixels, by its content. What the file says beside the
/// picture, such as where it was taken, is not kept.
#[utoipa::path(put, path = "/api/v1/report-definitions/{id}/logo", tag = "reports", operation_id = "setReportLogo",
    params(("id" = uuid::Uuid, Path, description = "The saved report"), ("If-Match" = String, Header, description = "The ETag that was read")),
    request_body(description = "The picture", content((Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))),
    responses((status = 200, description = "The saved report as it is now", body = DefinitionView,
            headers(("ETag" = String, description = "Its version"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound), (status = 412, response = Stale), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid), (status = 428, response = PreconditionRequired)),
    security(("token" = [])))]
pub async fn set_logo(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::DefineReports)?;
    Parameters::of(&request)?.none_left()?;
    body::must_be(&request, &["image/png", "image/jpeg", "application/octet-stream"])?;
    let (id, version) = (id_of(&path)?, if_match(&request)?);
    let file = body::bytes(&request, payload, LARGEST).await?.to_vec();
    Ok(answered(HttpResponse::Ok(), keep_logo(&app, caller, id, version, Some(file)).await?))
}

/// Take the logo of a saved report away
#[utoipa::path(delete, path = "/api/v1/report-definitions/{id}/logo", tag = "reports", operation_id = "deleteReportLogo",
    params(("id" = uuid::Uuid, Path, description = "The saved report"), ("If-Match" = String, Header, description = "The ETag that was read")),
    responses((status = 200, description = "The saved report as it is now", body = DefinitionView,
            headers(("ETag" = String, description = "Its version"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound), (status = 412, response = Stale), (status = 428, response = PreconditionRequired)),
    security(("token" = [])))]
pub async fn delete_logo(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::DefineReports)?;
    Parameters::of(&request)?.none_left()?;
    let (id, version) = (id_of(&path)?, if_match(&request)?);
    Ok(answered(HttpResponse::Ok(), keep_logo(&app, caller, id, version, None).await?))
}
