//! The API of a kind of record: the same for each. `resource_docs.rs` describes it.

use actix_web::http::header::{ETAG, HeaderValue, IF_MATCH, LINK, LOCATION};
use actix_web::web::{Data, Path, Payload, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::query::{self, ListQuery, Parameters, picked};
use super::{body, refused, session};
use crate::app::App;
use crate::casework::change_record::{self, Target};
use crate::casework::duplicates::decisions::merged_into;
use crate::casework::records::instrument::Instrument;
use crate::casework::records::term::Term;
use crate::casework::records::{Record, Row};
use crate::casework::{create_record, idempotency, read_records, restore_version};
use crate::domain::{Action, Caller, Confidentiality, Id, Status, Timestamp};
use crate::error::{Error, Result};
use crate::store::{Db, Eyes, Kind, Sql};

/// Where a kind of record is found, and what it is called.
#[derive(Debug, Clone, Copy)]
pub struct Resource {
    /// Below `/api/v1`, with `{parent}` where a kind lives inside another.
    pub path: &'static str,
    pub tag: &'static str,
    /// In names of operations: `Event`.
    pub name: &'static str,
    /// In sentences: "an event".
    pub one: &'static str,
    pub many: &'static str,
    /// What a record of the kind is.
    pub about: &'static str,
    /// The field that the address gives, and its filter: `instrument`.
    pub parent: Option<&'static str>,
    pub can_be_hidden: bool,
}

/// A page of records.
#[derive(Debug, Serialize)]
pub struct PageView {
    items: Vec<Value>,
    next_cursor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
}

/// A step in review.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewInput {
    /// Where the record is to stand.
    pub status: Status,
    /// Why. A reviewer who returns or rejects a record says it here.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    pub comment: Option<String>,
}

/// Registers the paths of a kind of record.
pub fn routes<R: Record>(config: &mut ServiceConfig, resource: Resource)
where
    R::Input: Sync,
{
    let path = resource.path;
    let one = format!("{path}/{{id}}");
    let own = move || Data::new(resource);
    config
        .service(
            web::resource(path)
                .app_data(own())
                .route(web::get().to(list::<R>))
                .route(web::post().to(create::<R>))
                .default_service(web::to(|| refused("GET, POST"))),
        )
        .service(
            web::resource(format!("{one}/revisions"))
                .app_data(own())
                .route(web::get().to(revisions::<R>))
                .default_service(web::to(|| refused("GET"))),
        );
    if keeps_versions::<R>(&resource) {
        config.service(
            web::resource(format!("{one}/revisions/{{version}}/restore"))
                .app_data(own())
                .route(web::post().to(restore_version::<R>))
                .default_service(web::to(|| refused("POST"))),
        );
    }
    if resource.can_be_hidden {
        config.service(
            web::resource(format!("{one}/restore"))
                .app_data(own())
                .route(web::post().to(restore::<R>))
                .default_service(web::to(|| refused("POST"))),
        );
    }
    if R::KIND.is_reviewed() {
        config.service(
            web::resource(format!("{one}/status"))
                .app_data(own())
                .route(web::post().to(review::<R>))
                .default_service(web::to(|| refused("POST"))),
        );
    }
    let mut record = web::resource(one)
        .app_data(own())
        .route(web::get().to(read::<R>))
        .route(web::patch().to(revise::<R>));
    record = if resource.can_be_hidden {
        record
            .route(web::delete().to(hide::<R>))
            .default_service(web::to(|| refused("GET, PATCH, DELETE")))
    } else {
        record.default_service(web::to(|| refused("GET, PATCH")))
    };
    config.service(record);
}

/// Whether an older version may be made current: not of accounts, whose older rights must not come back
/// by the way.
pub fn keeps_versions<R: Record>(resource: &Resource) -> bool {
    resource.can_be_hidden && !matches!(R::KIND, Kind::User | Kind::Team)
}

/// What the address names: the record, and the one that it lives in.
#[derive(Debug, Clone, Deserialize)]
struct Place {
    #[serde(default)]
    parent: String,
    #[serde(default)]
    id: String,
}

impl Place {
    fn of(path: Path<Place>, resource: &Resource) -> Self {
        let mut place = path.into_inner();
        // A term is named by its vocabulary and its code, in one ref.
        if resource.parent == Some("vocabulary") && !place.id.is_empty() {
            place.id = format!("{}/{}", place.parent, place.id);
        }
        place
    }
}

/// Accounts are shown to those who manage them, and to nobody else.
fn must_see<R: Record>(caller: &Caller) -> Result<()> {
    match (R::KIND, R::KEPT_BY) {
        (Kind::User | Kind::Team, Some(kept_by)) => caller.must(kept_by),
        _ => Ok(()),
    }
}

async fn list<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    let mut asked = ListQuery::of(&request, &app, R::SORTS)?;
    let place = Place::of(path, &resource);
    if let Some(parent) = resource.parent {
        asked.filters.0.insert(parent.to_owned(), place.parent.clone());
    }
    let (office, query) = (app.office.clone(), asked.clone());
    let reader = caller.clone();
    let (views, last, total, confidential) = app
        .office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&caller, db, &office.memory)?;
            parent_of(db, &caller, &place, &resource)?;
            let size = usize::try_from(query.page.limit).unwrap_or_default();
            let mut records =
                read_records::page::<R>(db, &eyes, &office.memory, &query.filters, &query.page)?;
            let more = records.len() > size;
            records.truncate(size);
            let last = records.last().filter(|_| more).map(|last| position(last, &query.page));
            let total = if query.count {
                Some(read_records::count::<R>(db, &caller, &office.memory, &query.filters)?)
            } else {
                None
            };
            let confidential = confidential(&records);
            Ok((read_records::views(db, &eyes, records)?, last, total, confidential))
        })
        .await?;
    note_reading::<R>(&app, reader, confidential).await?;
    let mut items = Vec::with_capacity(views.len());
    for view in views {
        let view = serde_json::to_value(view).map_err(Error::internal)?;
        items.push(picked(view, asked.fields.as_deref())?);
    }
    let next_cursor = last.map(|(value, id)| asked.cursor(&app, &value, id));
    let mut response = HttpResponse::Ok();
    if let Some(cursor) = &next_cursor {
        response.insert_header((LINK, next_link(&request, cursor)));
    }
    Ok(response.json(PageView { items, next_cursor, total }))
}

/// Where a record stands in the order of a list.
pub fn position<R: Record>(record: &R, page: &read_records::Page) -> (String, Id) {
    let envelope = record.row().envelope();
    let value = match page.column {
        "updated_at" => envelope.updated_at.to_string(),
        "date_earliest" => serde_json::to_value(record.row())
            .ok()
            .and_then(|row| Some(row.get("date_earliest")?.as_str()?.to_owned()))
            .unwrap_or_default(),
        _ => String::new(),
    };
    (value, envelope.id)
}

/// The address of the next page, as RFC 8288 writes it.
pub(super) fn next_link(request: &HttpRequest, cursor: &str) -> HeaderValue {
    let others: Vec<&str> = request
        .query_string()
        .split('&')
        .filter(|pair| !pair.is_empty() && !pair.starts_with("cursor="))
        .collect();
    let cursor = format!("cursor={cursor}");
    let query = [others.as_slice(), &[cursor.as_str()]].concat().join("&");
    let link = format!("<{}?{query}>; rel=\"next\"", request.path());
    HeaderValue::from_str(&link).unwrap_or_else(|_| HeaderValue::from_static(""))
}

async fn create<R: Record>(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    caller.must(R::KEPT_BY.unwrap_or(Action::CreateRecords))?;
    body::must_be(&request, &["application/json"])?;
    let body = body::bytes(&request, payload, app.config.max_body).await?;
    let input: R::Input = match resource.parent {
        None => body::json(&body)?,
        Some(parent) => {
            let mut value: Value = body::json(&body)?;
            if let Some(fields) = value.as_object_mut() {
                let place = Place::of(path, &resource);
                fields.insert(parent.to_owned(), Value::String(place.parent));
            }
            crate::casework::read_input(value)?
        }
    };
    let once = idempotency::Once::of(
        request.headers().get("idempotency-key").map(HeaderValue::as_bytes),
        request.path(),
        &body,
    )?;
    let now = app.clock.now();
    let (id, version) = app
        .office
        .add(caller.clone(), now, move |db, act| {
            idempotency::once(db, act, once, R::KIND.code(), |db, act| {
                let record: R = create_record::create(db, act, input)?;
                let envelope = record.row().envelope();
                Ok((envelope.id, envelope.version))
            })
        })
        .await?;
    let memory = app.office.memory.clone();
    let (reference, view) = app
        .office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            let record: R = read_records::version(db, &caller, id, version)?;
            Ok((record.reference(), read_records::view(db, &eyes, record)?))
        })
        .await?;
    // A term's ref is its vocabulary and code, of which the address has the first already.
    let name = reference.rsplit('/').next().unwrap_or(&reference);
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("{}/{name}", request.path().trim_end_matches('/'))))
        .insert_header((ETAG, etag(version)))
        .json(view))
}

pub(super) fn etag(version: i32) -> String {
    format!("\"{version}\"")
}

async fn read<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    let place = Place::of(path, &resource);
    let mut parameters = Parameters::of(&request)?;
    let fields = query::fields(&mut parameters);
    let at = parameters.take("at").map(|at| {
        Timestamp::parse(&at).map_err(|_| {
            Error::Malformed(
                "'at' must be a moment as RFC 3339, such as 2026-01-31T00:00:00Z".into(),
            )
        })
    });
    let at = at.transpose()?;
    parameters.none_left()?;
    let memory = app.office.memory.clone();
    let (reader, path) = (caller.clone(), resource.path);
    let read = app
        .office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            let record: R = match at {
                None => match read_records::find(db, &caller, &place.id) {
                    Err(Error::NotFound) => {
                        return merged_into(db, &caller, R::KIND, &place.id)?
                            .map(Err)
                            .ok_or(Error::NotFound);
                    }
                    found => found?,
                },
                Some(at) => read_records::as_it_was(db, &caller, &place.id, at)?,
            };
            must_be_in(db, &caller, &record, &place, &resource)?;
            let version = record.row().envelope().version;
            let confidential = confidential(std::slice::from_ref(&record));
            Ok(Ok((version, confidential, read_records::view(db, &eyes, record)?)))
        })
        .await?;
    let (version, confidential, view) = match read {
        Ok(read) => read,
        Err((id, reference)) => {
            // For a while: the merge may be taken back.
            let kept = format!("/api/v1{path}/{reference}");
            return Ok(HttpResponse::TemporaryRedirect()
                .insert_header((LOCATION, kept))
                .json(json!({"merged_into": {"id": id, "ref": reference}})));
        }
    };
    note_reading::<R>(&app, reader, confidential).await?;
    let view = serde_json::to_value(view).map_err(Error::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((ETAG, etag(version)))
        .json(picked(view, fields.as_deref())?))
}

/// The record that the address says others live in: the id of an instrument, or nothing for a
/// vocabulary, which is there if it has terms.
fn parent_of(
    db: &mut Db,
    caller: &Caller,
    place: &Place,
    resource: &Resource,
) -> Result<Option<Id>> {
    match resource.parent {
        Some("instrument") => {
            let parent: Instrument = read_records::find(db, caller, &place.parent)?;
            Ok(Some(parent.row.id))
        }
        Some(_) => {
            let vocabulary = Sql::new("terms.vocabulary = ").bind(place.parent.as_str());
            let terms = <Term as Record>::Row::load(db, vocabulary, Sql::new("terms.id"), 1)?;
            if terms.is_empty() { Err(Error::NotFound) } else { Ok(None) }
        }
        None => Ok(None),
    }
}

/// A record is found under the one it lives in alone.
fn must_be_in<R: Record>(
    db: &mut Db,
    caller: &Caller,
    record: &R,
    place: &Place,
    resource: &Resource,
) -> Result<()> {
    let Some(parent) = parent_of(db, caller, place, resource)? else {
        // A term's ref says which vocabulary it is in; its id does not.
        let misplaced = R::KIND == Kind::Term && record.reference() != place.id;
        return if misplaced { Err(Error::NotFound) } else { Ok(()) };
    };
    let row = serde_json::to_value(record.row()).map_err(Error::internal)?;
    if row["instrument_id"] == json!(parent) { Ok(()) } else { Err(Error::NotFound) }
}

/// The records among these whose reading is remembered.
pub fn confidential<R: Record>(records: &[R]) -> Vec<Id> {
    let least = Confidentiality::Confidential.level();
    let some = records.iter().filter(|record| record.effective_level() >= least);
    some.map(|record| record.row().envelope().id).collect()
}

/// Whoever reads what is confidential is remembered.
pub async fn note_reading<R: Record>(app: &App, caller: Caller, ids: Vec<Id>) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let now = app.clock.now();
    app.office
        .act(caller, now, move |_, act| {
            match ids.as_slice() {
                [one] => act.note_of("read", R::KIND, *one),
                several => act.note("read_list", json!({"kind": R::KIND, "records": several})),
            }
            Ok(())
        })
        .await
}

/// Which version the caller has seen.
pub(super) fn if_match(request: &HttpRequest) -> Result<Option<i32>> {
    let header = request.headers().get(IF_MATCH).ok_or(Error::PreconditionRequired)?;
    let text = header.to_str().unwrap_or_default().trim();
    if text == "*" {
        return Ok(None);
    }
    let version = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    // An ETag that is not one of ours is of no version that there is.
    Ok(Some(version.and_then(|version| version.parse().ok()).unwrap_or(-1)))
}

async fn revise<R: Record>(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    body::must_be(&request, &["application/merge-patch+json", "application/json"])?;
    let changes: Value = body::json(&body::bytes(&request, payload, app.config.max_body).await?)?;
    let place = Place::of(path, &resource);
    let target = Target { name: place.id.clone(), version: if_match(&request)? };
    changed::<R>(&request, &app, caller, move |db, act| {
        let record = change_record::revise(db, act, &target, changes)?;
        must_be_in(db, &act.caller, &record, &place, &resource)?;
        Ok(record)
    })
    .await
}

async fn review<R: Record>(
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let input: ReviewInput = body::read(&request, payload, app.config.max_body).await?;
    let version = if request.headers().contains_key(IF_MATCH) { if_match(&request)? } else { None };
    let target = Target { name: Place::of(path, &resource).id, version };
    changed::<R>(&request, &app, caller, move |db, act| {
        let mut wrong = crate::error::Wrong::default();
        let mut comment = input.comment;
        wrong.passage_if("/comment", &mut comment);
        wrong.check()?;
        act.reason = comment;
        change_record::review(db, act, &target, input.status)
    })
    .await
}

async fn restore<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    let place = Place::of(path, &resource);
    changed::<R>(&request, &app, caller, move |db, act| {
        let record = change_record::restore(db, act, &place.id)?;
        must_be_in(db, &act.caller, &record, &place, &resource)?;
        Ok(record)
    })
    .await
}

async fn restore_version<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
    version: Path<OfVersion>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    caller.must(Action::ReadHistory)?;
    let place = Place::of(path, &resource);
    let version = version.version.parse().map_err(|_| Error::NotFound)?;
    let target = Target { name: place.id.clone(), version: if_match(&request)? };
    changed::<R>(&request, &app, caller, move |db, act| {
        let record: R = read_records::find(db, &act.caller, &place.id)?;
        must_be_in(db, &act.caller, &record, &place, &resource)?;
        restore_version::restore_version(db, act, &target, version)
    })
    .await
}

/// The version that an address names.
#[derive(Debug, Deserialize)]
struct OfVersion {
    version: String,
}

/// Changes a record, and answers with what it became.
async fn changed<R: Record>(
    request: &HttpRequest,
    app: &App,
    caller: Caller,
    change: impl FnOnce(&mut Db, &mut crate::casework::Act) -> Result<R> + Send + 'static,
) -> Result<HttpResponse> {
    let reason = reason(request)?;
    let record = app
        .office
        .act(caller.clone(), app.clock.now(), move |db, act| {
            act.reason = reason;
            change(db, act)
        })
        .await?;
    let memory = app.office.memory.clone();
    let (version, view) = app
        .office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            let version = record.row().envelope().version;
            Ok((version, read_records::view(db, &eyes, record)?))
        })
        .await?;
    Ok(HttpResponse::Ok().insert_header((ETAG, etag(version))).json(view))
}

/// Why, from the parameter `reason`.
fn reason(request: &HttpRequest) -> Result<Option<String>> {
    let mut parameters = Parameters::of(request)?;
    let mut reason = parameters.take("reason");
    parameters.none_left()?;
    let mut wrong = crate::error::Wrong::default();
    wrong.passage_if("", &mut reason);
    wrong.check().map_err(|_| Error::Malformed("'reason' cannot be kept as it is".to_owned()))?;
    Ok(reason)
}

async fn hide<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    let place = Place::of(path, &resource);
    let target = Target { name: place.id.clone(), version: if_match(&request)? };
    let reason = reason(&request)?;
    app.office
        .act(caller, app.clock.now(), move |db, act| {
            act.reason = reason;
            let record: R = read_records::find(db, &act.caller, &place.id)?;
            must_be_in(db, &act.caller, &record, &place, &resource)?;
            change_record::hide::<R>(db, act, &target)
        })
        .await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn revisions<R: Record>(
    request: HttpRequest,
    app: Data<App>,
    resource: Data<Resource>,
    path: Path<Place>,
) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    must_see::<R>(&caller)?;
    caller.must(Action::ReadHistory)?;
    Parameters::of(&request)?.none_left()?;
    let place = Place::of(path, &resource);
    let memory = app.office.memory.clone();
    let reader = caller.clone();
    let (items, confidential) = app
        .office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            let record: R = read_records::find(db, &caller, &place.id)?;
            must_be_in(db, &caller, &record, &place, &resource)?;
            let history = read_records::history(db, &eyes, &record)?;
            Ok((history, confidential(std::slice::from_ref(&record))))
        })
        .await?;
    note_reading::<R>(&app, reader, confidential).await?;
    Ok(HttpResponse::Ok().json(json!({ "items": items })))
}
