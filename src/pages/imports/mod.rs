//! The pages of imports: a file is sent, how it is read is shown and changed, what would happen is looked
//! at, and then it is taken, or taken back. All of it without scripts.

pub mod mapping;
pub mod one;

use actix_web::web::{self, Data, Path, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::answer::{page_with, see};
use super::frame::Frame;
use super::visit::{Visit, is_own_form};
use super::wrong_method;
use crate::app::App;
use crate::domain::{Action, Id};
use crate::error::{Error, Result};
use crate::exchange::imports::ImportKind;
use crate::exchange::imports::kept::{self, ImportRow};
use crate::http::import_profiles::template_file;
use crate::http::imports::{asked, begin, folder, run};
use crate::http::query::Parameters;
use crate::http::upload;

/// How long a page waits for an import, in seconds; then it is shown as it is by then.
pub const WAITS: u64 = 5;
/// Imports of the list.
const MOST: i64 = 50;

/// The paths of imports.
pub fn register(config: &mut ServiceConfig) {
    let get = |path: &str| web::resource(path.to_owned()).default_service(web::to(wrong_method));
    config
        .service(get("/imports").route(web::get().to(list)).route(web::post().to(send)))
        .service(get("/imports/template/{format}").route(web::get().to(template)))
        .service(get("/imports/{id}").route(web::get().to(one::show)))
        .service(get("/imports/{id}/settings").route(web::post().to(one::settle)))
        .service(get("/imports/{id}/run").route(web::post().to(one::start)))
        .service(get("/imports/{id}/undo").route(web::post().to(one::undo)))
        .service(get("/imports/{id}/profile").route(web::post().to(one::save_profile)))
        .service(get("/imports/{id}/rows.csv").route(web::get().to(one::rows)));
}

#[derive(Template)]
#[template(path = "imports/list.html")]
struct ListPage<'a> {
    f: &'a Frame,
    items: Vec<Item>,
    profiles: Vec<(String, String)>,
    wrong: Option<String>,
}

struct Item {
    path: String,
    name: String,
    when: String,
    state: String,
    rows: String,
    made: String,
}

fn item(f: &Frame, row: &ImportRow) -> Result<Item> {
    let counts = row.counts()?;
    let number = |count: u64| f.number(i64::try_from(count).unwrap_or(i64::MAX));
    Ok(Item {
        path: format!("/imports/{}", row.id),
        name: row.file_name.clone(),
        when: f.moment(&row.created_at),
        state: state(f, row),
        rows: number(counts.rows),
        made: if row.dry_run { String::new() } else { number(counts.created) },
    })
}

/// How far an import is, in words.
pub fn state(f: &Frame, row: &ImportRow) -> String {
    f.t(&format!("import-state-{}", row.state))
}

/// `GET /imports`.
pub async fn list(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    Parameters::of(&visit.request)?.none_left()?;
    listed(&visit, None).await
}

async fn listed(visit: &Visit, wrong: Option<&Error>) -> Result<HttpResponse> {
    let (items, profiles) = visit
        .look(|look| {
            let rows = kept::list(look.db, &look.eyes.caller, None, MOST)?;
            let items: Vec<Item> =
                rows.iter().map(|row| item(look.f, row)).collect::<Result<_>>()?;
            let profiles = kept::profiles(look.db)?.into_iter().map(|it| (it.name, it.title));
            Ok((items, profiles.collect()))
        })
        .await?;
    let said = wrong.map(|error| said(&visit.frame, error));
    let status =
        wrong.map_or(actix_web::http::StatusCode::OK, actix_web::ResponseError::status_code);
    page_with(status, &ListPage { f: &visit.frame, items, profiles, wrong: said })
}

/// What is wrong with a file, in words.
pub fn said(f: &Frame, error: &Error) -> String {
    match error {
        Error::Invalid(fields) => {
            fields.iter().map(|field| f.message(&field.message)).collect::<Vec<_>>().join(" ")
        }
        other => f.message(&other.to_string()),
    }
}

/// `POST /imports`: a form with a file. It is looked at at once.
pub async fn send(
    visit: Visit,
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let arrived = upload::arrived(&request, payload, &folder(&app), None, &upload::ROWS).await;
    let (upload, values) = match arrived {
        Ok(arrived) => arrived,
        Err(error @ (Error::Invalid(_) | Error::TooLarge { .. })) => {
            return listed(&visit, Some(&error)).await;
        }
        Err(other) => return Err(other),
    };
    is_own_form(&visit, &values)?;
    let values =
        values.into_iter().filter(|(name, _)| !name.starts_with(super::visit::OWN)).collect();
    let mut given = Parameters::given(values)?;
    let ask = asked(&mut given)?;
    given.none_left()?;
    let row = match begin(&app, &visit.caller, upload, ask).await {
        Ok(row) => row,
        Err(error @ Error::Invalid(_)) => return listed(&visit, Some(&error)).await,
        Err(other) => return Err(other),
    };
    run(&app, &visit.caller, row.id, true, WAITS).await?;
    Ok(see(&format!("/imports/{}", row.id)))
}

/// `GET /imports/template/{format}`.
pub async fn template(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let mut parameters = Parameters::of(&visit.request)?;
    let kind = parameters.take("kind");
    let kind: Option<ImportKind> =
        kind.map(|it| it.parse().map_err(Error::Malformed)).transpose()?;
    parameters.none_left()?;
    template_file(&visit.app, kind.unwrap_or(ImportKind::Event), &path).await
}

/// The import of a path.
pub(super) fn id_of(path: &str) -> Result<Id> {
    path.parse().map_err(|_| Error::NotFound)
}
