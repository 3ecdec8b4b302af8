//! `/api/v1/…/duplicates`, `/check`, `/distinct`, `/merge` and `/api/v1/merges`: records that may be
//! one, and what was decided of them.

use actix_web::http::header::{ETAG, LINK};
use actix_web::web::{Data, Path, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::accounts::{
    Conflict, Forbidden, Invalid, Malformed, NotFound, PreconditionRequired, Stale, TooLarge,
    Unauthenticated, UnsupportedMedia,
};
use super::query::{Parameters, read_sealed, sealed};
use super::resource::{if_match, next_link};
use super::{body, session};
use crate::app::App;
use crate::casework::change_record::Target;
use crate::casework::duplicates::decisions::{self, DecisionView};
use crate::casework::duplicates::{self, Duplicate, Duplicates};
use crate::casework::merge::{self, Choices, Done, Left, MergeInput, Mergeable};
use crate::casework::read_records;
use crate::casework::records::actor::{Actor, ActorInput};
use crate::casework::records::event::Event;
use crate::casework::records::event_input::EventInput;
use crate::casework::records::filter::Remembered;
use crate::domain::{Action, Caller, Id};
use crate::error::{Error, Result, Wrong};
use crate::store::{Eyes, Kind};

/// That two records are two.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DistinctInput {
    /// The other record, by id or ref.
    #[schema(min_length = 1, max_length = 200, example = "A-00087")]
    other: String,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    reason: Option<String>,
}

/// Why a decision is taken back.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UndoInput {
    #[serde(default)]
    #[schema(max_length = 100_000)]
    reason: Option<String>,
}

/// What was decided, and what is left for people to look at.
#[derive(Debug, Serialize, ToSchema)]
pub struct MergeView {
    merge: DecisionView,
    /// The version of the record kept, where it has a new one. Also the `ETag`.
    #[serde(skip_serializing_if = "Option::is_none")]
    version: Option<i32>,
    /// Records in which somebody stands twice in one role, with what goes against one another; of a
    /// merge that was taken back, records that were changed since, and stay as they are now.
    left: Vec<Left>,
}

/// A page of decisions.
#[derive(Debug, Serialize, ToSchema)]
pub struct DecisionList {
    items: Vec<DecisionView>,
    next_cursor: Option<String>,
    /// How many there are, where `count=true` asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
}

/// Whoever reads what is confidential is remembered.
pub async fn note_reading(app: &App, caller: Caller, found: &[Duplicate]) -> Result<()> {
    let mut read: Vec<(Kind, Vec<Id>)> = Vec::new();
    for kind in [Kind::Actor, Kind::Event] {
        let some = found.iter().filter(|it| it.confidential && it.kind == kind);
        let ids: Vec<Id> = some.map(|it| it.id).collect();
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

fn limit(request: &HttpRequest) -> Result<usize> {
    let mut parameters = Parameters::of(request)?;
    let limit = match parameters.take("limit") {
        None => 10,
        Some(limit) => {
            limit.parse().ok().filter(|limit| (1..=duplicates::MOST).contains(limit)).ok_or_else(
                || Error::Malformed(format!("'limit' must be from 1 to {}", duplicates::MOST)),
            )?
        }
    };
    parameters.none_left()?;
    Ok(limit)
}

async fn answered(app: &App, caller: Caller, items: Vec<Duplicate>) -> Result<HttpResponse> {
    note_reading(app, caller, &items).await?;
    Ok(HttpResponse::Ok().json(Duplicates { items }))
}

/// Actors who may be the same
///
/// By all names, in any script, nearly spelt, by first letters, and by what other registers call
/// them; with a score from 0 to 1 and the reasons. Pairs that were decided to be two are left out.
#[utoipa::path(get, path = "/api/v1/actors/{id}/duplicates", tag = "duplicates", operation_id = "listActorDuplicates",
    params(("id" = String, Path, description = "Id or ref"),
        ("limit" = Option<i64>, Query, description = "From 1 to 20", minimum = 1, maximum = 20)),
    responses((status = 200, description = "The likeliest first", body = Duplicates),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn of_actor(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let (limit, name) = (limit(&request)?, path.into_inner());
    let (memory, reader) = (app.office.memory.clone(), caller.clone());
    let found = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let actor: Actor = read_records::find(db, &caller, &name)?;
        duplicates::actors::of_actor(db, &eyes, &actor, limit)
    });
    answered(&app, reader, found.await?).await
}

/// Events that may be the same
///
/// By country and day, type, place, who takes part, and title; with a score from 0 to 1 and the
/// reasons. Pairs that were decided to be two are left out.
#[utoipa::path(get, path = "/api/v1/events/{id}/duplicates", tag = "duplicates", operation_id = "listEventDuplicates",
    params(("id" = String, Path, description = "Id or ref"),
        ("limit" = Option<i64>, Query, description = "From 1 to 20", minimum = 1, maximum = 20)),
    responses((status = 200, description = "The likeliest first", body = Duplicates),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn of_event(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let (limit, name) = (limit(&request)?, path.into_inner());
    let (memory, reader) = (app.office.memory.clone(), caller.clone());
    let found = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let event: Event = read_records::find(db, &caller, &name)?;
        duplicates::events::of_event(db, &eyes, &memory, &event, limit)
    });
    answered(&app, reader, found.await?).await
}

/// Actors who may be the same as a new one
///
/// Before it is saved; nothing is stored. As much of the actor as is known yet is enough.
#[utoipa::path(post, path = "/api/v1/actors/check", tag = "duplicates", operation_id = "checkActor",
    request_body(content = HashMap<String, serde_json::Value>, description = "Fields of ActorInput, as far as they are known"),
    params(("limit" = Option<i64>, Query, description = "From 1 to 20", minimum = 1, maximum = 20)),
    responses((status = 200, description = "The likeliest first", body = Duplicates),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn check_actor(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::CreateRecords)?;
    let limit = limit(&request)?;
    let input: ActorInput = body::read(&request, payload, app.config.max_body).await?;
    let (memory, reader) = (app.office.memory.clone(), caller.clone());
    let found = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        duplicates::actors::of_new(db, &eyes, &input, limit)
    });
    answered(&app, reader, found.await?).await
}

/// Events that may be the same as a new one
///
/// Before it is saved; nothing is stored. As much of the event as is known yet is enough.
#[utoipa::path(post, path = "/api/v1/events/check", tag = "duplicates", operation_id = "checkEvent",
    request_body(content = HashMap<String, serde_json::Value>, description = "Fields of EventInput, as far as they are known"),
    params(("limit" = Option<i64>, Query, description = "From 1 to 20", minimum = 1, maximum = 20)),
    responses((status = 200, description = "The likeliest first", body = Duplicates),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn check_event(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::CreateRecords)?;
    let limit = limit(&request)?;
    let input: EventInput = body::read(&request, payload, app.config.max_body).await?;
    let (memory, reader) = (app.office.memory.clone(), caller.clone());
    let found = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        duplicates::events::of_new(db, &eyes, &memory, &input, limit)
    });
    answered(&app, reader, found.await?).await
}

fn checked(mut reason: Option<String>) -> Result<Option<String>> {
    let mut wrong = Wrong::default();
    wrong.passage_if("/reason", &mut reason);
    wrong.check()?;
    Ok(reason)
}

async fn distinct(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    name: String,
    kind: Kind,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::MergeRecords)?;
    Parameters::of(&request)?.none_left()?;
    let input: DistinctInput = body::read(&request, payload, app.config.max_body).await?;
    let reason = checked(input.reason)?;
    let decided = app.office.act(caller.clone(), app.clock.now(), move |db, act| {
        act.reason.clone_from(&reason);
        decisions::distinct(db, act, kind, &name, &input.other, reason)
    });
    let done = Done { decision: decided.await?, version: 0, left: Vec::new() };
    decided_view(&app, caller, done).await
}

/// Say that two actors are two
///
/// They are not suggested as duplicates any more. For reviewers.
#[utoipa::path(post, path = "/api/v1/actors/{id}/distinct", tag = "duplicates", operation_id = "distinguishActors",
    params(("id" = String, Path, description = "Id or ref")), request_body = DistinctInput,
    responses((status = 200, description = "What was decided", body = MergeView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn distinct_actors(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    distinct(request, payload, app, path.into_inner(), Kind::Actor).await
}

/// Say that two events are two
///
/// They are not suggested as duplicates any more. For reviewers.
#[utoipa::path(post, path = "/api/v1/events/{id}/distinct", tag = "duplicates", operation_id = "distinguishEvents",
    params(("id" = String, Path, description = "Id or ref")), request_body = DistinctInput,
    responses((status = 200, description = "What was decided", body = MergeView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn distinct_events(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    distinct(request, payload, app, path.into_inner(), Kind::Event).await
}

async fn merged<R: Mergeable>(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    name: String,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::MergeRecords)?;
    Parameters::of(&request)?.none_left()?;
    let version = if_match(&request)?;
    let input: MergeInput = body::read(&request, payload, app.config.max_body).await?;
    if version.is_some() && input.other_version.is_none() {
        return Err(Error::field(
            "/other_version",
            "is required, unless If-Match is *: the version of the other record that you have seen",
        ));
    }
    let reason = checked(input.reason)?;
    let target = Target { name, version };
    let other = Target { name: input.other, version: input.other_version };
    let choices = Choices { fields: input.fields };
    let done = app.office.act(caller.clone(), app.clock.now(), move |db, act| {
        act.reason = reason;
        merge::merge::<R>(db, act, &target, &other, &choices)
    });
    decided_view(&app, caller, done.await?).await
}

/// Merge an actor into this one
///
/// What names the other (participations, citations, affiliations, demands, issued statements,
/// findings of a court) moves to this one; its names stay as aliases. The other is hidden, and its
/// ref leads here. The result takes the stricter of the two: the higher confidentiality, and
/// protection if either is protected. For reviewers. `POST /merges/{id}/undo` takes it back.
#[utoipa::path(post, path = "/api/v1/actors/{id}/merge", tag = "duplicates", operation_id = "mergeActors",
    params(("id" = String, Path, description = "The actor that is kept: id or ref"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen, or *")),
    request_body = MergeInput,
    responses((status = 200, description = "What was merged", body = MergeView, headers(("ETag" = String, description = "The version of the record kept"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 409, response = Conflict), (status = 412, response = Stale),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid), (status = 428, response = PreconditionRequired)),
    security(("token" = [])))]
pub async fn merge_actors(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    merged::<Actor>(request, payload, app, path.into_inner()).await
}

/// Merge an event into this one
///
/// Two records of one happening: participations, citations, relations and findings of the other move
/// to this one. The other is hidden, and its ref leads here. The result is at least as confidential
/// as both were. For reviewers. `POST /merges/{id}/undo` takes it back.
#[utoipa::path(post, path = "/api/v1/events/{id}/merge", tag = "duplicates", operation_id = "mergeEvents",
    params(("id" = String, Path, description = "The event that is kept: id or ref"),
        ("If-Match" = String, Header, description = "The ETag of the version that was seen, or *")),
    request_body = MergeInput,
    responses((status = 200, description = "What was merged", body = MergeView, headers(("ETag" = String, description = "The version of the record kept"))),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 409, response = Conflict), (status = 412, response = Stale),
        (status = 413, response = TooLarge), (status = 415, response = UnsupportedMedia),
        (status = 422, response = Invalid), (status = 428, response = PreconditionRequired)),
    security(("token" = [])))]
pub async fn merge_events(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    merged::<Event>(request, payload, app, path.into_inner()).await
}

/// Take a decision back
///
/// Of a merge: what was moved goes back to the record that was given up, which is there again. What
/// was changed since stays as it is now, and is named in `left`. Of two that were said to be two:
/// they may be suggested again. For reviewers.
#[utoipa::path(post, path = "/api/v1/merges/{id}/undo", tag = "duplicates", operation_id = "undoMerge",
    params(("id" = String, Path, description = "Id of the decision")), request_body = UndoInput,
    responses((status = 200, description = "What was taken back", body = MergeView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden), (status = 404, response = NotFound),
        (status = 409, response = Conflict), (status = 413, response = TooLarge),
        (status = 415, response = UnsupportedMedia), (status = 422, response = Invalid)),
    security(("token" = [])))]
pub async fn undo(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::MergeRecords)?;
    Parameters::of(&request)?.none_left()?;
    let input: UndoInput = body::read(&request, payload, app.config.max_body).await?;
    let (reason, id) = (checked(input.reason)?, path.into_inner());
    let done = app.office.act(caller.clone(), app.clock.now(), move |db, act| {
        act.reason = reason;
        merge::undo(db, act, &id).map(|(_, done)| done)
    });
    decided_view(&app, caller, done.await?).await
}

/// Answers with a decision as the caller sees it.
async fn decided_view(app: &App, caller: Caller, done: Done) -> Result<HttpResponse> {
    let memory = app.office.memory.clone();
    let Done { decision, version, left } = done;
    let view = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let row = decisions::find(db, &caller, &decision.to_string())?;
        decisions::views(db, &eyes, vec![row])?.pop().ok_or(Error::NotFound)
    });
    let version = Some(version).filter(|version| *version > 0);
    let answer = MergeView { merge: view.await?, version, left };
    let mut response = HttpResponse::Ok();
    if let Some(version) = version {
        response.insert_header((ETAG, format!("\"{version}\"")));
    }
    Ok(response.json(answer))
}

/// Decisions on duplicates
///
/// What was merged, and which pairs were said to be two, newest first: those whose two records the
/// caller may see. `GET /exports/merges.csv` gives them as a file.
#[utoipa::path(get, path = "/api/v1/merges", tag = "duplicates", operation_id = "listMerges",
    params(("kind" = Option<String>, Query, description = "Kinds of record: actor, event; several with commas", example = "actor"),
        ("decision" = Option<String>, Query, description = "merged, distinct; several with commas", example = "merged"),
        ("count" = Option<bool>, Query, description = "Whether to count them all"),
        ("cursor" = Option<String>, Query, description = "next_cursor of the page before, with the same filters"),
        ("limit" = Option<i64>, Query, description = "From 1 to 500", minimum = 1, maximum = 500)),
    responses((status = 200, description = "Newest first", body = DecisionList),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let limit = parameters.limit()?;
    let count = parameters.flag("count")?;
    let cursor = parameters.take("cursor");
    let filters = parameters.filters();
    let which = json!(["merges", filters.0]);
    let after: Option<Id> = cursor.map(|cursor| read_sealed(&app, &which, &cursor)).transpose()?;
    let memory = app.office.memory.clone();
    let (items, last, total) = app
        .office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            let known = Remembered::of(db, &memory)?;
            let asked = filters.condition(&decisions::FILTERS, &caller, &known)?;
            let total =
                if count { Some(decisions::count(db, &caller, asked.clone())?) } else { None };
            let mut rows = decisions::page(db, &caller, asked, after, limit + 1)?;
            let size = usize::try_from(limit).unwrap_or_default();
            let more = rows.len() > size;
            rows.truncate(size);
            let last = rows.last().filter(|_| more).map(|row| row.id);
            Ok((decisions::views(db, &eyes, rows)?, last, total))
        })
        .await?;
    let next_cursor = last.map(|id| sealed(&app, &which, &id));
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = &next_cursor {
        response.insert_header((LINK, next_link(&request, cursor)));
    }
    Ok(response.json(DecisionList { items, next_cursor, total }))
}

/// One decision on duplicates
#[utoipa::path(get, path = "/api/v1/merges/{id}", tag = "duplicates", operation_id = "getMerge",
    params(("id" = String, Path, description = "Id of the decision")),
    responses((status = 200, description = "What was decided", body = DecisionView),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 404, response = NotFound)),
    security(("token" = [])))]
pub async fn read(
    request: HttpRequest,
    app: Data<App>,
    path: Path<String>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    Parameters::of(&request)?.none_left()?;
    let memory = app.office.memory.clone();
    let view = app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        let row = decisions::find(db, &caller, &path)?;
        decisions::views(db, &eyes, vec![row])?.pop().ok_or(Error::NotFound)
    });
    Ok(HttpResponse::Ok().json(view.await?))
}
