//! `/api/v1/law`, `/statistics`, `/changes`, `/vocabularies`, `/events/{id}/law`, `/statements/{id}/law`: what is more than
//! a list of records.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use super::about_record::answer;
use super::accounts::{Malformed, NotFound, Unauthenticated};
use super::query::{self, Parameters};
use super::session;
use crate::app::App;
use crate::casework::claims::{self, StatementLaw};
use crate::casework::law::{self, EventLaw, LawOn};
use crate::casework::read_records::{self, Change, LogPlace};
use crate::casework::records::event::Event;
use crate::casework::records::statement::Statement;
use crate::casework::statistics::{self, Dimension, Statistics, Unit};
use crate::domain::{Action, Country};
use crate::error::{Error, Result};
use crate::store::{Eyes, Sql};

/// The law that bound a state on a day
///
/// How every instrument stood for the state: by which commitment, since when, in force since when,
/// from which source.
#[utoipa::path(get, path = "/api/v1/law/{country}", tag = "law", operation_id = "lawOn",
    params(("country" = String, Path, description = "ISO 3166-1 alpha-3", example = "KHM"),
        ("on" = String, Query, description = "The day, YYYY-MM-DD", example = "2017-11-26")),
    responses((status = 200, description = "Every instrument, by code", body = LawOn),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn law_on(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let country: Country = path.parse().map_err(|_| Error::NotFound)?;
    let mut parameters = Parameters::of(&request)?;
    let on = parameters.required("on", "2017-11-26")?;
    parameters.none_left()?;
    let on = chrono::NaiveDate::parse_from_str(&on, "%Y-%m-%d")
        .ok()
        .filter(|day| day.to_string() == on)
        .ok_or_else(|| Error::Malformed("'on' must be a day that exists, as YYYY-MM-DD".into()))?;
    let memory = app.office.memory.clone();
    let answer = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        law::law_on(db, &eyes, &memory, country, on)
    });
    Ok(HttpResponse::Ok().json(answer.await?))
}

/// The law that an event engages
///
/// The provisions on the rights that the event affects, of the instruments that bound the state on
/// its day, and those that statements about it invoke.
#[utoipa::path(get, path = "/api/v1/events/{id}/law", tag = "law", operation_id = "lawOfEvent",
    params(("id" = String, Path, description = "The event, by id or ref", example = "KHM-2017-0001-E1")),
    responses((status = 200, description = "Obligations and invocations", body = EventLaw),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn law_of_event(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    answer::<Event, _>(request, app, path, law::law_of_event).await
}

/// What a statement says of law, checked
///
/// Its claims that a state has signed an instrument or is a party to it, and the provisions that it
/// invokes, each beside how the instrument stood for the state on the day of the statement. Claims in
/// the text are found in English only, where one sentence names an instrument and says signed, party
/// or ratified.
#[utoipa::path(get, path = "/api/v1/statements/{id}/law", tag = "law", operation_id = "lawOfStatement",
    params(("id" = String, Path, description = "The statement, by id or ref", example = "S-2017-00001")),
    responses((status = 200, description = "Claims and invocations", body = StatementLaw),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn law_of_statement(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    answer::<Statement, _>(request, app, path, claims::of_statement).await
}

/// Count events, incidents or victims
///
/// Takes every filter of `/events`, and counts what the caller may see of them.
#[utoipa::path(get, path = "/api/v1/statistics", tag = "statistics", operation_id = "statistics",
    params(("by" = Option<String>, Query, description = "Up to three of type, family, country, year, month, perpetrator_kind, target_kind, right, status, confidence; with commas", example = "type,year"),
        ("unit" = Option<Unit>, Query, description = "events, unless it says otherwise")),
    responses((status = 200, description = "The counts, with their unit", body = Statistics),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn statistics(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let unit = parameters.parsed("unit")?.unwrap_or(Unit::Events);
    let mut by: Vec<Dimension> = Vec::new();
    for name in parameters.take("by").unwrap_or_default().split(',').filter(|it| !it.is_empty()) {
        let dimension = name
            .trim()
            .parse()
            .map_err(|about| Error::Malformed(format!("'by' cannot be used: {about}")))?;
        if by.contains(&dimension) {
            return Err(Error::Malformed(format!("'by' names {dimension} twice")));
        }
        by.push(dimension);
    }
    let (memory, filters) = (app.office.memory.clone(), parameters.filters());
    let answer = app
        .office
        .database
        .read(move |db| statistics::statistics(db, &caller, &memory, unit, &by, &filters));
    Ok(HttpResponse::Ok().json(answer.await?))
}

/// What changed, in order.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeList {
    items: Vec<Change>,
    /// For `since` of the next request; there is always one, empty at the beginning of an empty log.
    next_cursor: String,
    /// Whether more is there now.
    more: bool,
}

/// What was created, changed, hidden or withdrawn
///
/// In order and without gaps, for those who keep a copy. With a statement, an incident or an event
/// that appears or is withdrawn, so does what joins it: read its citations, demands, events and actors
/// again, or remove them.
#[utoipa::path(get, path = "/api/v1/changes", tag = "changes", operation_id = "listChanges",
    params(("since" = Option<String>, Query, description = "next_cursor of the answer before; from the beginning, if it is left out"),
        ("limit" = Option<i64>, Query, description = "From 1 to 500", minimum = 1, maximum = 500)),
    responses((status = 200, description = "The changes after the cursor", body = ChangeList),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn changes(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let limit = parameters.limit()?;
    let since = parameters.take("since");
    parameters.none_left()?;
    let after = since
        .as_deref()
        .filter(|since| !since.is_empty())
        .map(|since| query::read_sealed::<LogPlace>(&app, &json!("changes"), since));
    let after = after.transpose()?;
    let answer = app.office.database.read(move |db| {
        let mut items = read_records::changes(db, &caller, after.as_ref(), limit + 1)?;
        let size = usize::try_from(limit).unwrap_or_default();
        let more = items.len() > size;
        items.truncate(size);
        Ok((items, more))
    });
    let (items, more) = answer.await?;
    let next_cursor = match (items.last(), since) {
        (Some(last), _) => query::sealed(&app, &json!("changes"), &last.place()),
        (None, Some(since)) => since,
        (None, None) => String::new(),
    };
    Ok(HttpResponse::Ok().json(ChangeList { items, next_cursor, more }))
}

/// The name of a vocabulary, and how many terms it has.
#[derive(Debug, Serialize, ToSchema, diesel::QueryableByName)]
pub struct VocabularyView {
    #[diesel(sql_type = diesel::sql_types::Text)]
    #[schema(example = "event_type")]
    name: String,
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    #[schema(example = 47)]
    terms: i64,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct VocabularyList {
    items: Vec<VocabularyView>,
}

/// The vocabularies
#[utoipa::path(get, path = "/api/v1/vocabularies", tag = "vocabularies", operation_id = "listVocabularies",
    responses((status = 200, description = "By name", body = VocabularyList),
        (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn vocabularies(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ReadRecords)?;
    let answer = app.office.database.read(move |db| {
        let names = Sql::new("SELECT t.vocabulary AS name, COUNT(*) AS terms FROM terms t WHERE ")
            .then(crate::store::visibility::visible(crate::store::Kind::Term, "t", &caller))
            .sql(" GROUP BY t.vocabulary ORDER BY t.vocabulary");
        Ok(VocabularyList { items: names.load(db)? })
    });
    Ok(HttpResponse::Ok().json(answer.await?))
}
