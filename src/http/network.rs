//! `/api/v1/actors/{id}/network`: who acted with or against whom around an actor.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::accounts::{Malformed, NotFound, Unauthenticated};
use super::query::Parameters;
use super::resource::{confidential, note_reading};
use super::session;
use crate::app::App;
use crate::casework::network::{self, DEEPEST, Found, Most, Network};
use crate::casework::read_records;
use crate::casework::records::actor::Actor;
use crate::casework::records::event::Event;
use crate::domain::{Caller, Id};
use crate::error::{Error, Result};
use crate::store::Eyes;

/// The network of an actor
///
/// Who takes part in the same events and how, and who is affiliated with whom, up to `depth` steps
/// away; with the latest events behind each edge, and the citations that say so. Up to 60 actors and
/// 150 edges, the strongest first; `left_out` counts the rest. `/events?actor=…&with=…` lists all events
/// of an edge.
#[utoipa::path(get, path = "/api/v1/actors/{id}/network", tag = "actors", operation_id = "networkOfActor",
    params(("id" = String, Path, description = "The actor, by id or ref", example = "A-00087"),
        ("depth" = Option<i64>, Query, description = "How many steps away; 1, unless it says otherwise", minimum = 1, maximum = 3)),
    responses((status = 200, description = "The actors, and what joins them", body = Network),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn of_actor(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let depth = depth(&mut parameters, 1)?;
    parameters.none_left()?;
    let (memory, name) = (app.office.memory.clone(), path.into_inner());
    let asker = caller.clone();
    let answer = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let actor: Actor = read_records::find(db, &caller, &name)?;
        let read = confidential(std::slice::from_ref(&actor));
        Ok((network::around(db, &eyes, &actor, depth, Most::FULL)?, read))
    });
    let (Found { network, confidential }, read) = answer.await?;
    note(&app, asker, read, confidential).await?;
    Ok(HttpResponse::Ok().json(network))
}

/// Takes out how far a network reaches.
pub fn depth(parameters: &mut Parameters, otherwise: u8) -> Result<u8> {
    match parameters.take("depth") {
        None => Ok(otherwise),
        Some(depth) => depth
            .parse()
            .ok()
            .filter(|depth| (1..=DEEPEST).contains(depth))
            .ok_or_else(|| Error::Malformed(format!("'depth' must be from 1 to {DEEPEST}"))),
    }
}

/// Whoever reads what is confidential is remembered: the actor, and the events that are shown.
pub async fn note(app: &App, caller: Caller, actor: Vec<Id>, events: Vec<Id>) -> Result<()> {
    note_reading::<Actor>(app, caller.clone(), actor).await?;
    note_reading::<Event>(app, caller, events).await
}
