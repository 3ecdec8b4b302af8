//! `/api/v1/events/{id}/contradictions` and `/statements/{id}/contradictions`: what contradicts what.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::about_record::answer;
use super::accounts::{Malformed, NotFound, Unauthenticated};
use crate::app::App;
use crate::casework::contradictions::{self, Contradictions};
use crate::casework::records::event::Event;
use crate::casework::records::statement::Statement;
use crate::error::Result;

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
    answer(request, app, path, |db, eyes, _, event: &Event| {
        contradictions::of_event(db, eyes, event)
    })
    .await
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
    answer(request, app, path, |db, eyes, _, statement: &Statement| {
        contradictions::of_statement(db, eyes, statement)
    })
    .await
}
