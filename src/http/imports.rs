//! `/api/v1/imports`: files of others, looked at, taken and taken back.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use actix_web::http::header::{CONTENT_DISPOSITION, LOCATION};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::accounts::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, TooLarge, Unauthenticated, UnsupportedMedia,
};
use super::query::Parameters;
use super::upload::{self, Upload};
use super::{body, session, streaming};
use crate::app::App;
use crate::casework::records::links::{self, ActorLink};
use crate::domain::{Action, Caller, Id, Role};
use crate::error::{Error, Result};
use crate::exchange::imports::kept::{self, ImportRow, ImportView, NotedRow, Outcome, RowView};
use crate::exchange::imports::profile::{self, Profile, Suggestion};
use crate::exchange::imports::values::DateOrder;
use crate::exchange::imports::work::{Arrived, Ask, Desk};
use crate::exchange::imports::{ImportKind, noted};
use crate::exchange::read::{Delimiter, Encoding, FileFormat, Wish};
use crate::store::Eyes;

/// How long a request waits for an import to be done; longer ones are asked for again.
const WAITS: u64 = 30;

/// A page of imports.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportList {
    items: Vec<ImportView>,
    next_cursor: Option<String>,
}

/// An import, with what people should look at.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportAnswer {
    #[serde(flatten)]
    import: ImportView,
    /// Actors of the file that may be ones that were known; the likeliest 100.
    doubts: Vec<DoubtView>,
    /// Fields for columns that the profile does not read, by their names.
    suggestions: Vec<Suggestion>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct DoubtView {
    pub actor: ActorLink,
    pub other: ActorLink,
    /// How likely they are one, from 0 to 1.
    pub score: f64,
    pub row: i64,
}

/// A page of rows.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowList {
    items: Vec<RowView>,
    next_cursor: Option<String>,
}

/// How a file that was sent is to be read and taken; what is left out is found out.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct SettingsInput {
    /// The name of a profile.
    #[schema(example = "ucdp")]
    pub profile: Option<String>,
    /// A profile that is not saved.
    pub mapping: Option<Profile>,
    pub kind: Option<ImportKind>,
    pub source: Option<String>,
    pub dates: Option<DateOrder>,
    pub read: Wish,
    pub sender: Option<String>,
    pub sent_on: Option<String>,
}

impl From<SettingsInput> for Ask {
    fn from(input: SettingsInput) -> Self {
        Self {
            profile_name: input.profile,
            profile: input.mapping,
            kind: input.kind,
            source: input.source,
            dates: input.dates,
            wish: input.read,
            sender: input.sender,
            sent_on: input.sent_on,
        }
    }
}

/// The import of a path.
fn id_of(path: &str) -> Result<Id> {
    path.parse().map_err(|_| Error::NotFound)
}

/// Runs something that takes long on a thread of its own, and waits a while for it.
async fn started(
    app: &Data<App>,
    wait: u64,
    import: Id,
    work: impl FnOnce(&Desk) -> Result<ImportRow> + Send + 'static,
) -> Result<Option<ImportRow>> {
    let (turns, desk) = (app.imports.clone(), app.desk.clone());
    let working = tokio::spawn(async move {
        let turn = turns.acquire_owned().await.map_err(Error::internal)?;
        let done = tokio::task::spawn_blocking(move || {
            let _turn = turn;
            work(&desk)
        });
        let done = done.await.map_err(Error::internal)?;
        if let Err(error) = &done {
            tracing::info!(%error, %import, "an import was not begun, or stopped");
        }
        done
    });
    match tokio::time::timeout(Duration::from_secs(wait), working).await {
        Ok(done) => done.map_err(Error::internal)?.map(Some),
        Err(_) => Ok(None),
    }
}

/// Looks at a file, or takes it, and waits a while until it is done.
pub async fn run(
    app: &Data<App>,
    caller: &Caller,
    import: Id,
    dry: bool,
    wait: u64,
) -> Result<Option<ImportRow>> {
    let by = caller.clone();
    started(app, wait, import, move |desk| desk.run(&by, import, dry, &mut |_| {})).await
}

/// Takes an import back, and waits a while until it is done.
pub async fn take_back(
    app: &Data<App>,
    caller: &Caller,
    import: Id,
    wait: u64,
) -> Result<Option<ImportRow>> {
    let by = caller.clone();
    started(app, wait, import, move |desk| desk.undo(&by, import, &mut |_| {})).await
}

/// The import as the caller may see it.
pub async fn seen(app: &Data<App>, caller: &Caller, import: Id) -> Result<ImportAnswer> {
    let (caller, memory) = (caller.clone(), app.office.memory.clone());
    app.office
        .database
        .read(move |db| {
            let import = kept::find(db, &caller, import)?.view()?;
            let doubts = kept::doubts(db, import.id, 100)?;
            let eyes = Eyes::of(&caller, db, &memory)?;
            let all =
                links::actors(db, &eyes, doubts.iter().flat_map(|it| [it.actor_id, it.other_id]))?;
            let doubts = doubts.into_iter().filter_map(|it| {
                let (actor, other) =
                    (all.get(&it.actor_id)?.clone(), all.get(&it.other_id)?.clone());
                Some(DoubtView { actor, other, score: it.score, row: it.row_number })
            });
            let read: Vec<&str> =
                import.profile.fields.iter().filter_map(|from| from.column.as_deref()).collect();
            let columns = &import.detected.columns;
            let mut suggestions =
                profile::suggest(import.profile.kind, columns, &import.detected.tags);
            suggestions.retain(|it| !read.iter().any(|name| profile::same(name, &it.column)));
            Ok(ImportAnswer { doubts: doubts.collect(), suggestions, import })
        })
        .await
}

async fn answered(
    app: &Data<App>,
    caller: &Caller,
    import: Id,
    done: bool,
    created: bool,
) -> Result<HttpResponse> {
    let answer = seen(app, caller, import).await?;
    let mut reply = match (done, created) {
        (false, _) => HttpResponse::Accepted(),
        (true, true) => HttpResponse::Created(),
        (true, false) => HttpResponse::Ok(),
    };
    Ok(reply.insert_header((LOCATION, format!("/api/v1/imports/{import}"))).json(answer))
}

/// What may be said of a file that is sent.
const SETTINGS: [&str; 13] = [
    "profile",
    "mapping",
    "kind",
    "source",
    "dates",
    "format",
    "encoding",
    "delimiter",
    "header_row",
    "hxl",
    "sheet",
    "sender",
    "sent_on",
];

/// What the parameters of an upload say.
pub fn asked(parameters: &mut Parameters) -> Result<Ask> {
    // A form sends what was not filled in as empty.
    for name in SETTINGS {
        parameters.drop_empty(name);
    }
    let header_row = parameters.take("header_row");
    let header_row = header_row
        .map(|it| {
            it.parse()
                .map_err(|_| Error::Malformed("'header_row' must be a number, from 1".to_owned()))
        })
        .transpose()?;
    let hxl = parameters.take("hxl");
    let hxl = hxl
        .map(|it| {
            it.parse().map_err(|_| Error::Malformed("'hxl' must be true or false".to_owned()))
        })
        .transpose()?;
    let profile = match parameters.take("mapping") {
        None => None,
        Some(text) => {
            let value = serde_json::from_str(&text)
                .map_err(|error| Error::Malformed(format!("'mapping' is not JSON: {error}")))?;
            Some(profile::read(value)?)
        }
    };
    Ok(Ask {
        profile_name: parameters.take("profile"),
        profile,
        source: parameters.take("source"),
        sender: parameters.take("sender"),
        sent_on: parameters.take("sent_on"),
        kind: parameters.parsed("kind")?,
        dates: parameters.parsed("dates")?,
        wish: Wish {
            format: parameters.parsed("format")?,
            encoding: parameters.parsed("encoding")?,
            delimiter: parameters.parsed("delimiter")?,
            header_row,
            hxl,
            sheet: parameters.take("sheet"),
        },
    })
}

/// Where files arrive.
pub fn folder(app: &App) -> PathBuf {
    kept::folder(&app.config.data_dir)
}

/// Keeps a file that arrived.
pub async fn begin(
    app: &Data<App>,
    caller: &Caller,
    upload: Upload,
    ask: Ask,
) -> Result<ImportRow> {
    let (desk, caller) = (app.desk.clone(), caller.clone());
    let begun = tokio::task::spawn_blocking(move || {
        let Upload { part, name, size, sha256 } = upload;
        let arrived = Arrived { path: part.path().to_owned(), name, size, sha256 };
        desk.begin(&caller, &arrived, ask)
    });
    begun.await.map_err(Error::internal)?
}

fn wait_of(parameters: &mut Parameters) -> Result<u64> {
    match parameters.take("wait") {
        None => Ok(WAITS),
        Some(wait) => wait
            .parse()
            .ok()
            .filter(|wait| *wait <= 60)
            .ok_or_else(|| Error::Malformed("'wait' must be from 0 to 60 seconds".to_owned())),
    }
}

/// Send a file
///
/// CSV, XLSX or JSON Lines, as the body, or as the part `file` of a form. How it is written is found out, and shown;
/// the parameters say otherwise. With `dry_run=true`, which is the default, nothing is made: the answer tells what would
/// be created, updated, matched or refused, row by row. The same row, by its external id, is the same record: sending
/// a file again makes nothing new. Everything that is made is a draft, and rests on a statement that says who sent
/// which file. For monitors and above.
#[utoipa::path(post, path = "/api/v1/imports", tag = "imports", operation_id = "createImport",
    request_body(content((String = "text/csv"), (String = "application/x-ndjson"), (String = "application/octet-stream"),
        (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (String = "multipart/form-data")),
        description = "The file; at most 1 GiB of text, or a workbook of 64 MiB that unpacks to 512 MiB"),
    params(("dry_run" = Option<bool>, Query, description = "Whether to make nothing; true, unless it says otherwise"),
        ("profile" = Option<String>, Query, description = "The name of a profile; the likeliest by the columns, if it is left out", example = "ucdp"),
        ("mapping" = Option<String>, Query, description = "A profile as JSON, instead"),
        ("kind" = Option<ImportKind>, Query, description = "What each row is, where no profile is known"),
        ("source" = Option<String>, Query, description = "The register whose ids the rows have; that of the profile, if it is left out"),
        ("dates" = Option<DateOrder>, Query, description = "What comes first in dates like 03/04/2005"),
        ("format" = Option<FileFormat>, Query, description = "What the file is"),
        ("encoding" = Option<Encoding>, Query, description = "Which characters its bytes mean"),
        ("delimiter" = Option<Delimiter>, Query, description = "What stands between its cells"),
        ("header_row" = Option<i64>, Query, description = "The row of the names of columns", minimum = 1),
        ("hxl" = Option<bool>, Query, description = "Whether the row below has HXL tags"),
        ("sheet" = Option<String>, Query, description = "The sheet of a workbook"),
        ("sender" = Option<String>, Query, description = "Who sent the file"),
        ("sent_on" = Option<String>, Query, description = "When it was sent, EDTF"),
        ("file_name" = Option<String>, Query, description = "What the file is called, where it is the body"),
        ("wait" = Option<i64>, Query, description = "How many seconds to wait until it is done", minimum = 0, maximum = 60)),
    responses((status = 201, description = "Done; what became of it", body = ImportAnswer),
        (status = 202, description = "At work; ask again at Location", body = ImportAnswer),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn create(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    let mut given = Parameters::of(&request)?;
    let file_name = given.take("file_name");
    let (upload, form) =
        upload::arrived(&request, payload, &folder(&app), file_name, &upload::ROWS).await?;
    for (name, value) in form {
        given.add(&name, value)?;
    }
    let dry = given.take("dry_run");
    let dry = match dry.as_deref() {
        None | Some("true") => true,
        Some("false") => false,
        Some(_) => return Err(Error::Malformed("'dry_run' must be true or false".to_owned())),
    };
    let wait = wait_of(&mut given)?;
    let ask = asked(&mut given)?;
    given.none_left()?;
    let row = begin(&app, &caller, upload, ask).await?;
    let done = run(&app, &caller, row.id, dry, wait).await?;
    answered(&app, &caller, row.id, done.is_some(), true).await
}

/// List imports
///
/// Newest first: one's own; for reviewers, all.
#[utoipa::path(get, path = "/api/v1/imports", tag = "imports", operation_id = "listImports",
    params(("cursor" = Option<String>, Query, description = "next_cursor of the answer before"),
        ("limit" = Option<i64>, Query, description = "From 1 to 500", minimum = 1, maximum = 500)),
    responses((status = 200, description = "Newest first", body = ImportList), (status = 400, response = Malformed),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    let mut parameters = Parameters::of(&request)?;
    let limit = parameters.limit()?;
    let wrong = || Error::Malformed("'cursor' is not one of a list of imports".to_owned());
    let before =
        parameters.take("cursor").map(|it| it.parse::<Id>().map_err(|_| wrong())).transpose()?;
    parameters.none_left()?;
    let size = usize::try_from(limit).unwrap_or_default();
    let mut rows =
        app.office.database.read(move |db| kept::list(db, &caller, before, limit + 1)).await?;
    let is_more = rows.len() > size;
    rows.truncate(size);
    let next_cursor = rows.last().filter(|_| is_more).map(|last| last.id.to_string());
    let items = rows.iter().map(ImportRow::view).collect::<Result<_>>()?;
    Ok(HttpResponse::Ok().json(ImportList { items, next_cursor }))
}

/// Read an import
#[utoipa::path(get, path = "/api/v1/imports/{id}", tag = "imports", operation_id = "readImport",
    params(("id" = uuid::Uuid, Path, description = "Its id")),
    responses((status = 200, description = "The import", body = ImportAnswer), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn read(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    Parameters::of(&request)?.none_left()?;
    Ok(HttpResponse::Ok().json(seen(&app, &caller, id_of(&path)?).await?))
}

/// Say anew how a file is read
///
/// As long as nothing was taken of it.
#[utoipa::path(post, path = "/api/v1/imports/{id}/settings", tag = "imports", operation_id = "settleImport",
    params(("id" = uuid::Uuid, Path, description = "Its id")), request_body = SettingsInput,
    responses((status = 200, description = "The import", body = ImportAnswer), (status = 400, response = Malformed),
        (status = 401, response = Unauthenticated), (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 409, response = Conflict), (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn settle(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    Parameters::of(&request)?.none_left()?;
    let id = id_of(&path)?;
    let input: SettingsInput = body::read(&request, payload, app.config.max_body).await?;
    settled(&app, &caller, id, input.into()).await?;
    answered(&app, &caller, id, true, false).await
}

/// Says anew how a file is to be read.
pub async fn settled(app: &Data<App>, caller: &Caller, import: Id, ask: Ask) -> Result<ImportRow> {
    let (desk, caller) = (app.desk.clone(), caller.clone());
    tokio::task::spawn_blocking(move || desk.settle(&caller, import, ask))
        .await
        .map_err(Error::internal)?
}

/// Take a file, or look what would happen
///
/// Goes on where it was stopped.
#[utoipa::path(post, path = "/api/v1/imports/{id}/run", tag = "imports", operation_id = "runImport",
    params(("id" = uuid::Uuid, Path, description = "Its id"),
        ("dry_run" = Option<bool>, Query, description = "Whether to make nothing; false, unless it says otherwise"),
        ("wait" = Option<i64>, Query, description = "How many seconds to wait until it is done", minimum = 0, maximum = 60)),
    responses((status = 200, description = "Done", body = ImportAnswer), (status = 202, description = "At work", body = ImportAnswer),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound), (status = 409, response = Conflict)),
    security(("token" = [])))]
pub async fn start(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    let mut parameters = Parameters::of(&request)?;
    let dry = parameters.flag("dry_run")?;
    let wait = wait_of(&mut parameters)?;
    parameters.none_left()?;
    let id = id_of(&path)?;
    let by = caller.clone();
    app.office.database.read(move |db| kept::find(db, &by, id)).await?;
    let done = run(&app, &caller, id, dry, wait).await?;
    answered(&app, &caller, id, done.is_some(), false).await
}

/// Undo an import
///
/// What it made is hidden, what it changed is as it was; what others changed or use since stays, and is counted as
/// `left`.
#[utoipa::path(post, path = "/api/v1/imports/{id}/undo", tag = "imports", operation_id = "undoImport",
    params(("id" = uuid::Uuid, Path, description = "Its id"),
        ("wait" = Option<i64>, Query, description = "How many seconds to wait until it is done", minimum = 0, maximum = 60)),
    responses((status = 200, description = "Undone", body = ImportAnswer), (status = 202, description = "At work", body = ImportAnswer),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound), (status = 409, response = Conflict)),
    security(("token" = [])))]
pub async fn undo(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    let mut parameters = Parameters::of(&request)?;
    let wait = wait_of(&mut parameters)?;
    parameters.none_left()?;
    let id = id_of(&path)?;
    let by = caller.clone();
    app.office.database.read(move |db| kept::find(db, &by, id)).await?;
    let done = take_back(&app, &caller, id, wait).await?;
    answered(&app, &caller, id, done.is_some(), false).await
}

/// Rows of an import
///
/// Rows of which there is something to say; of a dry run, all. As CSV, refused rows come with their cells and a column
/// `reason`, to be corrected and sent again.
#[utoipa::path(get, path = "/api/v1/imports/{id}/rows", tag = "imports", operation_id = "listImportRows",
    params(("id" = uuid::Uuid, Path, description = "Its id"),
        ("outcome" = Option<Outcome>, Query, description = "Of which outcome; all, if it is left out"),
        ("format" = Option<String>, Query, description = "json or csv; json, if it is left out", example = "csv"),
        ("after" = Option<i64>, Query, description = "next_cursor of the answer before"),
        ("limit" = Option<i64>, Query, description = "From 1 to 500", minimum = 1, maximum = 500)),
    responses((status = 200, description = "In the order of the file", content((RowList = "application/json"), (String = "text/csv"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated), (status = 403, response = Forbidden),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn rows(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ImportRecords)?;
    let id = id_of(&path)?;
    let mut parameters = Parameters::of(&request)?;
    let outcome: Option<Outcome> = parameters.parsed("outcome")?;
    match parameters.take("format").as_deref() {
        None | Some("json") => {}
        Some("csv") => {
            parameters.none_left()?;
            return rows_as_csv(&app, caller, id, outcome, str::to_owned).await;
        }
        Some(_) => return Err(Error::Malformed("'format' must be json or csv".to_owned())),
    }
    let limit = parameters.limit()?;
    let wrong = || Error::Malformed("'after' must be the number of a row".to_owned());
    let after = parameters
        .take("after")
        .map(|it| it.parse().map_err(|_| wrong()))
        .transpose()?
        .unwrap_or(0);
    parameters.none_left()?;
    let mut rows = app
        .office
        .database
        .read(move |db| {
            kept::find(db, &caller, id)?;
            kept::rows(db, id, outcome, after, limit + 1)
        })
        .await?;
    let size = usize::try_from(limit).unwrap_or_default();
    let is_more = rows.len() > size;
    rows.truncate(size);
    let next_cursor = rows.last().filter(|_| is_more).map(|last| last.row_number.to_string());
    let items = rows.iter().map(NotedRow::view).collect();
    Ok(HttpResponse::Ok().json(RowList { items, next_cursor }))
}

/// Rows with what is said of them, as a file; `say` puts it into the reader's words.
pub async fn rows_as_csv(
    app: &Data<App>,
    caller: Caller,
    import: Id,
    outcome: Option<Outcome>,
    say: impl Fn(&str) -> String + Send + 'static,
) -> Result<HttpResponse> {
    let row = app.office.database.read(move |db| kept::find(db, &caller, import)).await?;
    let columns = row.settings()?.detected.columns;
    let database = app.office.database.clone();
    let written = streaming::written_by(move |out| {
        noted::write_rows(&database, import, &columns, outcome, say, out)
    });
    let name =
        format!("attachment; filename=\"{}-rows.csv\"", outcome.map_or("all", Outcome::code));
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header((CONTENT_DISPOSITION, name))
        .streaming(written))
}

/// Goes on with what was at work when the server stopped, in the name of who began it.
pub async fn go_on(app: Data<App>) {
    let found = app.office.database.read(|db| {
        let mut all = Vec::new();
        for row in kept::at_work(db)? {
            all.push((crate::store::accounts::caller(db, row.created_by)?, row));
        }
        Ok(all)
    });
    let found = match found.await {
        Ok(found) => found,
        Err(error) => {
            tracing::error!(%error, "imports that were stopped are not found");
            return;
        }
    };
    for (caller, row) in found {
        let Some(caller) = caller.filter(|it| it.role >= Role::Monitor) else {
            tracing::warn!(import = %row.id, "an import that was stopped waits for somebody who may go on with it");
            continue;
        };
        let undoing = row.state == kept::ImportState::Undoing;
        let done = if undoing {
            take_back(&app, &caller, row.id, 0).await
        } else {
            run(&app, &caller, row.id, row.dry_run, 0).await
        };
        if let Err(error) = done {
            tracing::warn!(%error, import = %row.id, "an import that was stopped does not go on");
        }
    }
}

/// The turns of those who take files: two at the same time.
pub fn turns() -> Arc<tokio::sync::Semaphore> {
    Arc::new(tokio::sync::Semaphore::new(2))
}
