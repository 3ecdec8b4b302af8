//! `/api/v1/audit`: the audit log, for administrators.

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::accounts::{Forbidden, Malformed, Unauthenticated};
use super::query::Parameters;
use super::session;
use crate::app::App;
use crate::casework::audit::{self, Wanted};
use crate::domain::{Action, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::{Kind, history};

#[derive(Debug, Serialize, ToSchema)]
pub struct AuditEntryView {
    seq: i64,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    at: Timestamp,
    #[schema(value_type = Option<uuid::Uuid>)]
    user: Option<Id>,
    #[schema(example = "created")]
    action: String,
    kind: Option<String>,
    #[schema(value_type = Option<uuid::Uuid>)]
    record: Option<Id>,
    #[schema(value_type = Object)]
    detail: Value,
    previous: String,
    hash: String,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct AuditList {
    items: Vec<AuditEntryView>,
    /// For `before` of the next request.
    next_cursor: Option<String>,
    /// The hash of the newest entry. Kept elsewhere, it proves that nothing before it was changed.
    head: String,
}

/// The audit log
///
/// Newest first. Every change, login, export, reading of what is confidential, and change of rights.
#[utoipa::path(get, path = "/api/v1/audit", tag = "audit", operation_id = "listAudit",
    params(("user" = Option<uuid::Uuid>, Query, description = "Who did it"),
        ("record" = Option<uuid::Uuid>, Query, description = "With which record"),
        ("action" = Option<String>, Query, description = "What was done", example = "login_refused"),
        ("kind" = Option<String>, Query, description = "With which kind of record", example = "event"),
        ("from" = Option<chrono::NaiveDate>, Query, description = "The first day, in UTC"),
        ("to" = Option<chrono::NaiveDate>, Query, description = "The last day, in UTC"),
        ("before" = Option<String>, Query, description = "next_cursor of the answer before"),
        ("limit" = Option<i64>, Query, description = "From 1 to 500", minimum = 1, maximum = 500)),
    responses((status = 200, description = "Newest first", body = AuditList),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated),
        (status = 403, response = Forbidden)),
    security(("token" = [])))]
pub async fn list(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    caller.must(Action::ReadAudit)?;
    let mut parameters = Parameters::of(&request)?;
    let limit = parameters.limit()?;
    let id = |name: &str, value: Option<String>| {
        let wrong = || Error::Malformed(format!("'{name}' must be an id"));
        value.map(|value| value.parse::<Id>().map_err(|_| wrong())).transpose()
    };
    let user = id("user", parameters.take("user"))?;
    let record = id("record", parameters.take("record"))?;
    let action = parameters.take("action").filter(|action| !action.contains('\0'));
    let kind = kind(parameters.take("kind").as_deref())?;
    let (from, to) = (day(&mut parameters, "from")?, day(&mut parameters, "to")?);
    let before = before(&mut parameters)?;
    parameters.none_left()?;
    let wanted = Wanted { user, action, kind, record, from, to };
    let answer = app.office.database.read(move |db| {
        let rows = audit::page(db, &caller, &wanted, before, limit)?;
        let full = i64::try_from(rows.len()) == Ok(limit);
        let next_cursor = rows.last().filter(|_| full).map(|row| row.seq.to_string());
        let items = rows
            .into_iter()
            .map(|row| AuditEntryView {
                seq: row.seq,
                at: row.at,
                user: row.user_id,
                action: row.action,
                kind: row.kind,
                record: row.record_id,
                detail: serde_json::from_str(&row.detail).unwrap_or_default(),
                previous: row.previous,
                hash: row.hash,
            })
            .collect();
        Ok(AuditList { items, next_cursor, head: history::head(db)?.1 })
    });
    Ok(HttpResponse::Ok().json(answer.await?))
}

/// A kind of record, by its code.
pub fn kind(code: Option<&str>) -> Result<Option<Kind>> {
    let known = |code: &str| {
        code.parse()
            .map_err(|about: String| Error::Malformed(format!("'kind' cannot be used: {about}")))
    };
    code.map(known).transpose()
}

/// A parameter that is a day.
pub fn day(parameters: &mut Parameters, name: &str) -> Result<Option<NaiveDate>> {
    let read = |day: String| {
        day.parse().map_err(|_| Error::Malformed(format!("'{name}' must be a day, as YYYY-MM-DD")))
    };
    parameters.take(name).map(read).transpose()
}

/// Before which entry the page begins.
pub fn before(parameters: &mut Parameters) -> Result<i64> {
    parameters.take("before").map_or(Ok(i64::MAX), |before| {
        before.parse().map_err(|_| {
            Error::Malformed("'before' must be next_cursor of the answer before".to_owned())
        })
    })
}
