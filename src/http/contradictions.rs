//! `/api/v1/events/{id}/contradictions` and `/statements/{id}/contradictions`: what contradicts what.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::accounts::{Malformed, NotFound, Unauthenticated};
use super::query::Parameters;
use super::resource::{confidential, note_reading};
use super::session;
use crate::app::App;
use crate::casework::contradictions::{self, Contradictions};
use crate::casework::read_records;
use crate::casework::records::Record;
use crate::casework::records::event::Event;
use crate::casework::records::statement::Statement;
use crate::error::Result;
use crate::store::{Db, Eyes};

/// What is said against each other of an event
///
/// The event and the parts that actors have in it, where one statement denies what another reports,
/// alleges, condemns or confirms.
#[utoipa::path(get, path = "/api/v1/events/{id}/contradictions", tag = "events", operation_id = "contradictionsOfEvent",
    params(("id" = String, Path, description = "The event, by id or ref", example = "KHM-2017-0001-E1")),
    responses((status = 200, description = "What is denied and affirmed", body = Contradictions),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn of_event(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    answer::<Event>(request, app, path, contradictions::of_event).await
}

/// What contradicts a statement
///
/// The records of which it denies what another statement reports, alleges, condemns or confirms, or
/// the other way round.
#[utoipa::path(get, path = "/api/v1/statements/{id}/contradictions", tag = "statements", operation_id = "contradictionsOfStatement",
    params(("id" = String, Path, description = "The statement, by id or ref", example = "S-2017-00001")),
    responses((status = 200, description = "What is denied and affirmed, by this statement and by others", body = Contradictions),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn of_statement(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    answer::<Statement>(request, app, path, contradictions::of_statement).await
}

async fn answer<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
    ask: fn(&mut Db, &Eyes, &R) -> Result<Contradictions>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let (memory, name) = (app.office.memory.clone(), path.into_inner());
    let asker = caller.clone();
    let answer = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let record: R = read_records::find(db, &caller, &name)?;
        let read = confidential(std::slice::from_ref(&record));
        Ok((ask(db, &eyes, &record)?, read))
    });
    let (answer, read) = answer.await?;
    note_reading::<R>(&app, asker, read).await?;
    Ok(HttpResponse::Ok().json(answer))
}
