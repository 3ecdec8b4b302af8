//! `/api/v1/search` and `/api/v1/suggest/actors`: finding by words, and while they are typed.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::accounts::{Malformed, Unauthenticated};
use super::query::Parameters;
use super::session;
use crate::app::App;
use crate::casework::search::{self, SearchView};
use crate::casework::suggest::{self, ActorSuggestions};
use crate::domain::{Caller, Id};
use crate::error::{Error, Result};
use crate::store::{Eyes, Kind, words};

/// The largest answers: a page that people read, and a list that they choose from.
const MOST_HITS: usize = 100;
const MOST_SUGGESTIONS: usize = 50;

/// Search all records
///
/// Finds the records that hold every word, in any script: whole words, whatever their case and
/// diacritics; in scripts that do not part words, anywhere. `"words in quotes"` follow one another;
/// `begin*` goes on in any way. Parts that are written without a space between them follow one
/// another too. `q` of lists, statistics and exports means the same.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", operation_id = "search",
    params(("q" = String, Query, description = "What is looked for, up to 1,000 characters", example = "dissolved \"supreme court\""),
        ("kind" = Option<String>, Query, description = "statement, actor, incident, event; several with commas; all, if it is left out", example = "event,statement"),
        ("limit" = Option<i64>, Query, description = "From 1 to 100", minimum = 1, maximum = 100)),
    responses((status = 200, description = "What was found, and how many of each kind", body = SearchView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn search(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let typed = parameters.required("q", "dissolved")?;
    let limit = at_most(&mut parameters, 20, MOST_HITS)?;
    let mut kinds: Vec<Kind> = Vec::new();
    let asked = parameters.take("kind");
    for name in asked.iter().flat_map(|kinds| kinds.split(',')).map(str::trim) {
        let kind = words::KINDS.into_iter().find(|kind| kind.code() == name).ok_or_else(|| {
            let known = words::KINDS.map(Kind::code).join(", ");
            Error::Malformed(format!("'kind' takes {known}; several with commas"))
        })?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    if kinds.is_empty() {
        kinds = words::KINDS.to_vec();
    }
    parameters.none_left()?;
    let (memory, reader) = (app.office.memory.clone(), caller.clone());
    let answer = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        search::search(db, &eyes, &typed, &kinds, limit)
    });
    let answer = answer.await?;
    note_reading(&app, reader, &answer).await?;
    Ok(HttpResponse::Ok().json(answer))
}

/// Whoever reads what is confidential is remembered.
pub async fn note_reading(app: &App, caller: Caller, found: &SearchView) -> Result<()> {
    let mut read: Vec<(Kind, Vec<Id>)> = Vec::new();
    for kind in words::KINDS {
        let some = found.items.iter().filter(|hit| hit.confidential && hit.kind == kind);
        let ids: Vec<Id> = some.map(|hit| hit.id).collect();
        if !ids.is_empty() {
            read.push((kind, ids));
        }
    }
    if read.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    app.office
        .act(caller, now, move |_, act| {
            for (kind, ids) in read {
                act.note("read_list", json!({"kind": kind, "records": ids}));
            }
            Ok(())
        })
        .await
}

/// Suggest actors while a name is typed
///
/// By all names, in any script: first those that begin so, then those that are nearly spelt so.
#[utoipa::path(get, path = "/api/v1/suggest/actors", tag = "search", operation_id = "suggestActors",
    params(("q" = String, Query, description = "A few letters of a name", example = "cnr"),
        ("limit" = Option<i64>, Query, description = "From 1 to 50", minimum = 1, maximum = 50)),
    responses((status = 200, description = "Actors, the likeliest first", body = ActorSuggestions),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn suggest_actors(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let typed = parameters.required("q", "cnr")?;
    let limit = at_most(&mut parameters, 10, MOST_SUGGESTIONS)?;
    parameters.none_left()?;
    let memory = app.office.memory.clone();
    let answer = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        suggest::actors(db, &eyes, &typed, limit)
    });
    Ok(HttpResponse::Ok().json(answer.await?))
}

/// Takes out how many are asked for.
pub fn at_most(parameters: &mut Parameters, otherwise: usize, most: usize) -> Result<usize> {
    match parameters.take("limit") {
        None => Ok(otherwise),
        Some(limit) => limit
            .parse()
            .ok()
            .filter(|limit| (1..=most).contains(limit))
            .ok_or_else(|| Error::Malformed(format!("'limit' must be from 1 to {most}"))),
    }
}
