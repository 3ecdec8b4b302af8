//! `/api/v1/imports/profiles` and `/api/v1/imports/template`: how files of a kind are read, and files
//! to fill in.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::accounts::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, TooLarge, Unauthenticated, UnsupportedMedia,
};
use super::query::Parameters;
use super::{body, session};
use crate::app::App;
use crate::domain::Action;
use crate::error::{Error, Result};
use crate::exchange::imports::fields::FIELDS;
use crate::exchange::imports::kept;
use crate::exchange::imports::profile::Profile;
use crate::exchange::imports::{ImportKind, template};
use crate::exchange::write::Format;

/// The profiles, and what columns may hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProfileList {
    items: Vec<Profile>,
    fields: Vec<FieldView>,
}

/// What a column may hold.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldView {
    name: &'static str,
    /// Of which kinds of row.
    of: Vec<ImportKind>,
    about: &'static str,
    example: &'static str,
}

/// Profiles
///
/// How files of a kind are read: those saved here, and those that come with the program; and what a column may hold.
#[utoipa::path(get, path = "/api/v1/imports/profiles", tag = "imports", operation_id = "listImportProfiles",
    responses((status = 200, description = "By name", body = ProfileList), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn profiles(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    Parameters::of(&request)?.none_left()?;
    let items = app.office.database.read(kept::profiles).await?;
    let fields = FIELDS.iter().map(|field| FieldView {
        name: field.name,
        of: field.of.to_vec(),
        about: field.about,
        example: field.example,
    });
    Ok(HttpResponse::Ok().json(ProfileList { items, fields: fields.collect() }))
}

/// Save a profile
///
/// In the place of one of the same name.
#[utoipa::path(post, path = "/api/v1/imports/profiles", tag = "imports", operation_id = "saveImportProfile",
    request_body = Profile,
    responses((status = 200, description = "As it is kept", body = Profile), (status = 400, response = Malformed),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden), (status = 409, response = Conflict),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn save_profile(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    Parameters::of(&request)?.none_left()?;
    let profile: Profile = body::read(&request, payload, app.config.max_body).await?;
    let kept = profile.clone();
    app.office
        .act(caller, app.clock.now(), move |db, act| kept::save_profile(db, act, &kept))
        .await?;
    Ok(HttpResponse::Ok().json(profile))
}

/// Delete a profile
#[utoipa::path(delete, path = "/api/v1/imports/profiles/{name}", tag = "imports", operation_id = "deleteImportProfile",
    params(("name" = String, Path, description = "Its name")),
    responses((status = 204, description = "Deleted"), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn delete_profile(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    Parameters::of(&request)?.none_left()?;
    let name = path.into_inner();
    if name.contains('\0') {
        return Err(Error::NotFound);
    }
    app.office
        .act(caller, app.clock.now(), move |db, act| kept::delete_profile(db, act, &name))
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// A template to fill in
///
/// As CSV, a header; as XLSX, with lists to choose from and what each column holds.
#[utoipa::path(get, path = "/api/v1/imports/template/{format}", tag = "imports", operation_id = "readImportTemplate",
    params(("format" = String, Path, description = "csv or xlsx", example = "xlsx"),
        ("kind" = Option<ImportKind>, Query, description = "What each row is; an event, if it is left out")),
    responses((status = 200, description = "The file", content((String = "text/csv"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn template(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ReadRecords)?;
    let mut parameters = Parameters::of(&request)?;
    let kind: Option<ImportKind> = parameters.parsed("kind")?;
    parameters.none_left()?;
    template_file(&app, kind.unwrap_or(ImportKind::Event), &path).await
}

/// A template as a file.
pub async fn template_file(
    app: &Data<App>,
    kind: ImportKind,
    format: &str,
) -> Result<HttpResponse> {
    let name = format!("attachment; filename=\"saksi-{kind}.{format}\"");
    match format {
        "csv" => Ok(HttpResponse::Ok()
            .content_type(Format::Csv.media_type())
            .insert_header((CONTENT_DISPOSITION, name))
            .body(template::csv(kind))),
        "xlsx" => {
            let memory = app.office.memory.clone();
            let vocabulary = app.office.database.read(move |db| memory.vocabulary(db)).await?;
            let made = tokio::task::spawn_blocking(move || template::xlsx(kind, &vocabulary));
            Ok(HttpResponse::Ok()
                .content_type(Format::Xlsx.media_type())
                .insert_header((CONTENT_DISPOSITION, name))
                .body(made.await.map_err(Error::internal)??))
        }
        _ => Err(Error::NotFound),
    }
}
