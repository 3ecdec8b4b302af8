//! `/api/v1/intake`: statements read into drafts, and drafts into records.

use actix_web::http::header::{HeaderValue, LOCATION};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::accounts::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, TooLarge, Unauthenticated, UnsupportedMedia,
};
use super::query::Parameters;
use super::turns::in_turn;
use super::{body, session, upload};
use crate::app::App;
use crate::casework::idempotency::Once;
use crate::casework::intake::input::IntakeInput;
use crate::casework::intake::rules::{self, RuleInput, RuleView, Rules};
use crate::casework::intake::take::{self, IntakeView};
use crate::casework::intake::{self, TextInput};
use crate::domain::Action;
use crate::error::{Error, Result};
use crate::exchange::text::{self, Cut, FileKind};
use crate::intake::Draft;

/// The text of a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatementFile {
    pub kind: FileKind,
    /// What is read as the statement.
    pub statement: String,
    /// The headline or subject, where the file says which line it is.
    pub title: Option<String>,
    /// A BCP 47 tag, where the file says its language.
    #[schema(example = "en")]
    pub language: Option<String>,
    /// The page's own address, where it says it.
    pub url: Option<String>,
    /// The day that the file itself gives: of publication for a page, of sending for an e-mail, of the last change
    /// for a document, of making for a PDF.
    #[schema(example = "2017-11-27")]
    pub published: Option<String>,
    /// Who sent an e-mail.
    pub from: Option<String>,
    /// What was left out, in its order: put in at its place it stands as it stood.
    pub cut: Vec<Cut>,
    /// What should be known of how the file was read.
    pub notices: Vec<String>,
}

/// Read a statement into a draft
///
/// Who says it and when, who is named in it, what it says happened, which law it invokes and what it asks:
/// by rules, and by the names of actors that the caller may see. Nothing is stored. The same text gives the
/// same draft. `POST /intake` takes the draft back, corrected.
#[utoipa::path(post, path = "/api/v1/intake/analyze", tag = "intake", operation_id = "analyzeStatement",
    request_body = TextInput,
    responses((status = 200, description = "The draft; offsets are of its body", body = Draft),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn analyze(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::CreateRecords)?;
    Parameters::of(&request)?.none_left()?;
    let sent: TextInput = body::read(&request, payload, app.config.max_body).await?;
    let draft = intake::analyze(&app.office, caller, app.clock.now(), sent).await?;
    Ok(HttpResponse::Ok().json(draft))
}

/// Read the text of a file
///
/// Of plain text, HTML, DOCX, a PDF with a text layer or the source of an e-mail, as the body, or as the part `file` of a
/// form. What is no part of a statement, such as menus and running heads, is left out and told, with where it stood.
/// Nothing is stored, and nothing of the file is run. `statement` is what `POST /intake/analyze` takes.
#[utoipa::path(post, path = "/api/v1/intake/text", tag = "intake", operation_id = "readStatementFile",
    request_body(content((serde_json::Value = "application/pdf"), (serde_json::Value = "text/html"), (serde_json::Value = "text/plain"), (serde_json::Value = "message/rfc822"),
        (serde_json::Value = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"), (serde_json::Value = "application/octet-stream"),
        (String = "multipart/form-data")), description = "The file; at most 50 MiB"),
    params(("file_name" = Option<String>, Query, description = "What the file is called, where it is the body")),
    responses((status = 200, description = "The text", body = StatementFile),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn read_file(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::CreateRecords)?;
    let mut given = Parameters::of(&request)?;
    let file_name = given.take("file_name");
    given.none_left()?;
    let folder = super::imports::folder(&app);
    let (sent, values) =
        upload::arrived(&request, payload, &folder, file_name, &upload::STATEMENT).await?;
    if let Some((name, _)) = values.first() {
        return Err(Error::Malformed(format!("there is no field '{name}' beside the file")));
    }
    Ok(HttpResponse::Ok().json(file_text(&app, sent).await?))
}

/// The text of a file that arrived, read in its turn beside exports and reports.
///
/// # Errors
/// [`Error::Invalid`] at `/file` for one of which no text can be read.
pub async fn file_text(app: &App, sent: upload::Upload) -> Result<StatementFile> {
    in_turn(&app.exports, move || {
        let bytes = std::fs::read(sent.part.path()).map_err(Error::internal)?;
        let read = text::read(&bytes, Some(&sent.name), None)
            .map_err(|error| Error::field("/file", error.to_string()))?;
        Ok(StatementFile {
            statement: read.statement(),
            cut: read.left_out(),
            kind: read.kind,
            title: read.title,
            language: read.language,
            url: read.url,
            published: read.published,
            from: read.from,
            notices: read.notices,
        })
    })
    .await
}

/// List the rules that read statements
///
/// In the order of reading, each with how often people kept what it found.
#[utoipa::path(get, path = "/api/v1/intake/rules", tag = "intake", operation_id = "listIntakeRules",
    responses((status = 200, description = "Every rule", body = Rules),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn list_rules(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let items = app.office.database.read(move |db| rules::all(db, &caller)).await?;
    Ok(HttpResponse::Ok().json(Rules { items }))
}

/// Switch a rule off, or on again
///
/// A rule that is off finds nothing, for nobody. For administrators.
#[utoipa::path(post, path = "/api/v1/intake/rules/{rule}", tag = "intake", operation_id = "switchIntakeRule",
    params(("rule" = String, Path, description = "Its name", example = "event.passive")),
    request_body = RuleInput,
    responses((status = 200, description = "The rule, as it is now", body = RuleView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn switch_rule(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::KeepVocabularies)?;
    Parameters::of(&request)?.none_left()?;
    let RuleInput { off } = body::read(&request, payload, app.config.max_body).await?;
    let rule = path.into_inner();
    let switched =
        app.office.act(caller, app.clock.now(), move |db, act| rules::switch(db, act, &rule, off));
    Ok(HttpResponse::Ok().json(switched.await?))
}

/// Store a statement with what it says
///
/// The draft of `POST /intake/analyze`, corrected: the statement, its actors (those that are there by id or ref,
/// others new), one case file with the events, the law invoked and the demands, each cited at its place in the
/// text. All of it or nothing. All new records are drafts. What was decided of each finding, with `rule` and
/// `accepted`, teaches how good the rules are.
#[utoipa::path(post, path = "/api/v1/intake", tag = "intake", operation_id = "storeStatement",
    params(("Idempotency-Key" = Option<String>, Header, description = "1 to 255 visible ASCII characters: the same key and body store once")),
    request_body = IntakeInput,
    responses((status = 201, description = "What was stored", body = IntakeView,
            headers(("Location" = String, description = "The address of the statement"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 409, response = Conflict),
        (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn store(request: HttpRequest, payload: Payload, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::CreateRecords)?;
    Parameters::of(&request)?.none_left()?;
    body::must_be(&request, &["application/json"])?;
    let body = body::bytes(&request, payload, app.config.max_body).await?;
    let sent: IntakeInput = body::json(&body)?;
    let key = request.headers().get("idempotency-key").map(HeaderValue::as_bytes);
    let once = Once::of(key, request.path(), &body)?;
    let stored = take::store(&app.office, caller, app.clock.now(), once, sent).await?;
    let place = format!("/api/v1/statements/{}", stored.statement.reference);
    Ok(HttpResponse::Created().insert_header((LOCATION, place)).json(stored))
}
