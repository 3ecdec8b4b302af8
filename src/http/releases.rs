//! `/api/v1/releases`: data sets that stay as they were.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::http::header::{CONTENT_DISPOSITION, LOCATION};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use tokio::sync::oneshot;
use utoipa::ToSchema;

use super::accounts::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, TooLarge, Unauthenticated, UnsupportedMedia,
};
use super::query::Parameters;
use super::turns::in_turn;
use super::{body, release_files, session, streaming};
use crate::app::App;
use crate::casework::disclosure::{self, Quasi, Report};
use crate::casework::records::Filters;
use crate::casework::releases::{self, ReleaseView};
use crate::domain::release::{Withdrawal, coarser};
use crate::domain::{Action, Caller};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::exchange::export::named;
use crate::exchange::releases::diff::{self, Difference};
use crate::exchange::releases::progress::{Failed, Progress};
use crate::exchange::releases::{self as making, Acknowledged, Wanted, tombstone};
use crate::exchange::write::Format;

/// What a release is to hold, and what is looked for before it is made.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct LookInput {
    /// Filters of events, as lists take them; the other datasets hold what joins to these events.
    #[schema(example = json!({"country": "KHM"}))]
    filters: BTreeMap<String, String>,
    /// How exactly places are told at most: near, district, province or country.
    #[schema(example = "district")]
    coarsen: Option<String>,
    /// Fewer people than this are few; 5, unless it says otherwise.
    #[schema(minimum = 2, maximum = 100)]
    k: Option<i64>,
    /// By what people could be found; country, year, type and gender, unless it says otherwise.
    by: Option<Vec<Quasi>>,
}

impl LookInput {
    fn wanted(self) -> Result<disclosure::Wanted> {
        let coarsest = self.coarsen.as_deref().map(coarser).transpose();
        Ok(disclosure::Wanted {
            filters: Filters(self.filters),
            coarsest: coarsest.map_err(|about| Error::field("/coarsen", about))?,
            k: self.k.unwrap_or(disclosure::USUAL_K),
            by: self.by.unwrap_or_else(|| disclosure::USUAL.to_vec()),
        })
    }
}

/// A new release.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReleaseInput {
    /// The year and a number, or for a candidate the year, 0 and a number.
    #[schema(example = "2026.1", min_length = 1, max_length = 14)]
    version: String,
    #[serde(default)]
    #[schema(max_length = 1000)]
    title: Option<String>,
    /// Filters of events, as lists take them; the other datasets hold what joins to these events.
    #[serde(default)]
    #[schema(example = json!({"country": "KHM"}))]
    filters: BTreeMap<String, String>,
    /// How exactly places are told at most: near, district, province or country.
    #[serde(default)]
    #[schema(example = "district")]
    coarsen: Option<String>,
    /// How it may be used; as the portal says it, unless it is given.
    #[serde(default)]
    #[schema(max_length = 1000)]
    licence: Option<String>,
    /// How to cite it; made of title, version and day, unless it is given.
    #[serde(default)]
    #[schema(max_length = 1000)]
    citation: Option<String>,
    /// Fewer people than this are few; 5, unless it says otherwise.
    #[serde(default)]
    #[schema(minimum = 2, maximum = 100)]
    k: Option<i64>,
    /// By what people could be found.
    #[serde(default)]
    by: Option<Vec<Quasi>>,
    /// Of what was found, what `POST /releases/check` gave as `acknowledge`.
    #[serde(default)]
    #[schema(max_length = 64)]
    acknowledge: Option<String>,
}

impl ReleaseInput {
    fn wanted(self) -> Result<Wanted> {
        let version = self.version.parse().map_err(|about| Error::field("/version", about))?;
        let Self { filters, coarsen, k, by, .. } = self;
        Ok(Wanted {
            version,
            title: self.title,
            licence: self.licence,
            citation: self.citation,
            looked_at: LookInput { filters, coarsen, k, by }.wanted()?,
            acknowledged: self.acknowledge.map_or(Acknowledged::Nothing, Acknowledged::Report),
        })
    }
}

/// A record that is to be taken out of a release.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TombstoneInput {
    /// Its id or ref, as it stands in the files.
    #[schema(min_length = 1, max_length = 200, example = "KHM-2017-0042-E1")]
    record: String,
    reason: Withdrawal,
}

/// The releases.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleaseList {
    /// The newest version first.
    items: Vec<ReleaseView>,
    /// The one that is being made. Only shown to those who make releases.
    making: Option<Progress>,
    /// The last that came to no end. Only shown to those who make releases.
    failed: Option<Failed>,
}

/// Makes a release, in the background. Answers once nothing stands against it.
///
/// # Errors
/// Those of [`Wanted::check`] and [`making::make`].
pub async fn begin(app: &App, caller: Caller, mut wanted: Wanted) -> Result<Progress> {
    caller.must(Action::MakeReleases)?;
    if wanted.licence.is_none() {
        wanted.licence.clone_from(&app.config.portal_licence);
    }
    let (office, shelf, now) = (app.office.clone(), app.shelf.clone(), app.clock.now());
    let making = app.making.clone();
    let (tell, told) = oneshot::channel();
    let task = tokio::task::spawn_blocking(move || -> Result<()> {
        wanted.check(&office, &caller)?;
        let running = making.begin(&wanted.version.to_string())?;
        let done = making::make(&office, &shelf, &running, &caller, &wanted, now, || {
            // Whoever asked may have left; it is made all the same.
            let _ = tell.send(());
        });
        if let Err(error) = &done {
            tracing::error!(%error, version = %wanted.version, "a release came to no end");
            running.failed(error);
        }
        done
    });
    if told.await.is_err() {
        // It ended before it was begun: for a reason, or, if it was quick, well.
        task.await.map_err(Error::internal)??;
    }
    app.making.progress().map_or_else(|| Ok(Progress::done()), Ok)
}

/// What a release would give away
///
/// People who are few in what could be known of them (`k`, `by`), exact places of what happened to
/// individuals, and texts that name protected people. Nothing is stored. For administrators.
#[utoipa::path(post, path = "/api/v1/releases/check", tag = "releases", operation_id = "checkRelease",
    request_body = LookInput,
    responses((status = 200, description = "What was found", body = Report),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn check(request: HttpRequest, payload: Payload, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::MakeReleases)?;
    Parameters::of(&request)?.none_left()?;
    let input: LookInput = body::read(&request, payload, app.config.max_body).await?;
    let report = look(&app, caller, input.wanted()?).await?;
    Ok(HttpResponse::Ok().json(report))
}

/// What a release would give away.
///
/// # Errors
/// Those of [`making::look`].
pub async fn look(app: &App, caller: Caller, wanted: disclosure::Wanted) -> Result<Report> {
    let office = app.office.clone();
    in_turn(&app.exports, move || making::look(&office, &caller, &wanted)).await
}

/// Make a release
///
/// Of what is published and public, from one moment of the database, under a version that is never
/// given twice. It is made in the background; `GET /releases` says how far it is. If
/// `POST /releases/check` finds anything, what it gave as `acknowledge` must be sent. For administrators.
#[utoipa::path(post, path = "/api/v1/releases", tag = "releases", operation_id = "makeRelease",
    request_body = ReleaseInput,
    responses((status = 202, description = "It is being made", body = Progress,
            headers(("Location" = String, description = "Where it will be"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 409, response = Conflict),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn make(request: HttpRequest, payload: Payload, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::MakeReleases)?;
    Parameters::of(&request)?.none_left()?;
    let input: ReleaseInput = body::read(&request, payload, app.config.max_body).await?;
    let wanted = input.wanted()?;
    let version = wanted.version.to_string();
    let progress = Progress { version: version.clone(), ..begin(&app, caller, wanted).await? };
    Ok(HttpResponse::Accepted()
        .insert_header((LOCATION, format!("/api/v1/releases/{version}")))
        .json(progress))
}

/// The releases
///
/// The newest version first, with counts, citation and the SHA-256 of every file.
#[utoipa::path(get, path = "/api/v1/releases", tag = "releases", operation_id = "listReleases",
    responses((status = 200, description = "All of them", body = ReleaseList),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let makes = caller.may(Action::MakeReleases);
    let items = app.office.database.read(move |db| releases::all(db, &caller)).await?;
    let making = app.making.progress().filter(|_| makes);
    let failed = app.making.failed().filter(|_| makes);
    Ok(HttpResponse::Ok().json(ReleaseList { items, making, failed }))
}

/// A release
#[utoipa::path(get, path = "/api/v1/releases/{version}", tag = "releases", operation_id = "readRelease",
    params(("version" = String, Path, description = "The version", example = "2026.1")),
    responses((status = 200, description = "The release", body = ReleaseView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn read(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    Ok(HttpResponse::Ok().json(find(&app, caller, path.into_inner()).await?))
}

/// The release of a version.
///
/// # Errors
/// [`Error::NotFound`] if there is none.
pub async fn find(app: &App, caller: Caller, version: String) -> Result<ReleaseView> {
    app.office.database.read(move |db| releases::find(db, &caller, &version)).await
}

/// A file of a release
///
/// It never changes; its `ETag` is its SHA-256. A part is sent where `Range` asks for one.
#[utoipa::path(get, path = "/api/v1/releases/{version}/{file}", tag = "releases", operation_id = "readReleaseFile",
    params(("version" = String, Path, description = "The version", example = "2026.1"),
        ("file" = String, Path, description = "Its name", example = "events.csv")),
    responses((status = 200, description = "The file", body = String, content_type = "application/octet-stream",
            headers(("ETag" = String, description = "The SHA-256 of the file"))),
        (status = 206, description = "The part of the file that Range asks for", body = String, content_type = "application/octet-stream"),
        (status = 304, description = "It is the one that If-None-Match names"),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn file(
    request: HttpRequest,
    app: Data<App>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let (version, name) = path.into_inner();
    let release = find(&app, caller, version).await?;
    release_files::answer(&request, &app.shelf, &release, &name, None)
}

/// Two releases.
///
/// # Errors
/// [`Error::NotFound`] if there is none of a version.
async fn both(
    app: &App,
    caller: Caller,
    from: String,
    to: String,
) -> Result<(ReleaseView, ReleaseView)> {
    app.office
        .database
        .read(move |db| {
            Ok((releases::find(db, &caller, &from)?, releases::find(db, &caller, &to)?))
        })
        .await
}

/// The difference between two releases, in numbers. `turns` bounds how many are read at the same time.
///
/// # Errors
/// [`Error::NotFound`] if there is none of a version.
pub async fn difference(
    app: &App,
    turns: &Arc<tokio::sync::Semaphore>,
    caller: Caller,
    (from, to): (String, String),
) -> Result<Difference> {
    let (from, to) = both(app, caller, from, to).await?;
    let shelf = app.shelf.clone();
    in_turn(turns, move || diff::difference(&shelf, &from, &to)).await
}

/// The rows of a dataset that differ between two releases, as a file: `events.csv`, `events.jsonl`.
///
/// # Errors
/// [`Error::NotFound`] if there is no such release, or none of both has the dataset.
pub async fn differing_rows(
    app: &App,
    turns: &Arc<tokio::sync::Semaphore>,
    caller: Caller,
    (from, to): (String, String),
    file: &str,
) -> Result<HttpResponse> {
    let (dataset, format): (Dataset, Format) = named(file)?;
    if !matches!(format, Format::Csv | Format::Jsonl) {
        return Err(Error::NotFound);
    }
    let (from, to) = both(app, caller, from, to).await?;
    let table = format!("{dataset}.csv");
    if from.file(&table).is_none() || to.file(&table).is_none() {
        return Err(Error::NotFound);
    }
    let turn = turns.clone().acquire_owned().await.map_err(Error::internal)?;
    let shelf = app.shelf.clone();
    let saved = format!(
        "attachment; filename=\"saksi-{}-to-{}-{dataset}.{format}\"",
        from.version, to.version
    );
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((CONTENT_DISPOSITION, saved))
        .streaming(streaming::written_by(move |out| {
            let _turn = turn;
            diff::write_rows(&shelf, &from, &to, dataset, format, out)
        })))
}

/// The difference between two releases
///
/// How many rows of each dataset were added, changed and withdrawn, by their keys.
#[utoipa::path(get, path = "/api/v1/releases/{from}/diff/{to}", tag = "releases", operation_id = "compareReleases",
    params(("from" = String, Path, description = "The older version", example = "2026.1"),
        ("to" = String, Path, description = "The newer version", example = "2026.2")),
    responses((status = 200, description = "The difference", body = Difference),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn compare(
    request: HttpRequest,
    app: Data<App>,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    Ok(HttpResponse::Ok().json(difference(&app, &app.exports, caller, path.into_inner()).await?))
}

/// The rows of a dataset that differ between two releases
///
/// As CSV or JSON Lines: what became of each row, which columns changed, and the row as it is in the
/// newer release; as it was in the older one, if it was withdrawn.
#[utoipa::path(get, path = "/api/v1/releases/{from}/diff/{to}/{file}", tag = "releases", operation_id = "compareReleaseRows",
    params(("from" = String, Path, description = "The older version", example = "2026.1"),
        ("to" = String, Path, description = "The newer version", example = "2026.2"),
        ("file" = String, Path, description = "The dataset, as csv or jsonl", example = "events.csv")),
    responses((status = 200, description = "The rows", body = String, content_type = "text/csv"),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn compare_rows(
    request: HttpRequest,
    app: Data<App>,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let (from, to, file) = path.into_inner();
    differing_rows(&app, &app.exports, caller, (from, to), &file).await
}

/// Takes a record out of a release.
///
/// # Errors
/// Those of [`tombstone::take_out`].
pub async fn take_out(
    app: &App,
    caller: Caller,
    version: String,
    record: String,
    reason: Withdrawal,
) -> Result<()> {
    caller.must(Action::MakeReleases)?;
    let (office, shelf, now) = (app.office.clone(), app.shelf.clone(), app.clock.now());
    let making = app.making.clone();
    tokio::task::spawn_blocking(move || {
        office.database.read_here(|db| releases::row(db, &caller, &version).map(drop))?;
        let running = making.begin(&version)?;
        let what = (record.trim(), reason);
        tombstone::take_out(&office, &shelf, &running, &caller, &version, what, now)
    })
    .await
    .map_err(Error::internal)?
}

/// Take a record out of a release
///
/// Its rows, and those that join to it, are removed from every file, mentions of it in other rows too,
/// and the names of an actor from every text. The release shows when and why, not what; the audit log
/// has that. The old files are deleted. For administrators.
#[utoipa::path(post, path = "/api/v1/releases/{version}/tombstones", tag = "releases", operation_id = "tombstoneRelease",
    params(("version" = String, Path, description = "The version", example = "2026.1")),
    request_body = TombstoneInput,
    responses((status = 200, description = "The release, as it is now", body = ReleaseView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 409, response = Conflict), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn entomb(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::MakeReleases)?;
    Parameters::of(&request)?.none_left()?;
    let version = path.into_inner();
    find(&app, caller.clone(), version.clone()).await?;
    let input: TombstoneInput = body::read(&request, payload, app.config.max_body).await?;
    take_out(&app, caller.clone(), version.clone(), input.record, input.reason).await?;
    Ok(HttpResponse::Ok().json(find(&app, caller, version).await?))
}
