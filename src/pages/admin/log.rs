//! The audit log, in words, with filters; and checking that nothing was altered.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::Path;
use askama::Template;
use serde_json::Value;

use crate::casework::audit::{self, Wanted};
use crate::casework::health::{self, Check};
use crate::domain::{Action, Caller, Id};
use crate::error::{Error, Result};
use crate::exchange::audit as exchange;
use crate::exchange::write::Format;
use crate::http::audit::{before, day, kind};
use crate::http::query::Parameters;
use crate::http::streaming;
use crate::pages::answer::{page_with, see};
use crate::pages::frame::Frame;
use crate::pages::list::address;
use crate::pages::visit::Visit;
use crate::store::history::{self, AuditRow};
use crate::store::{Db, Kind};
use crate::words::Words;

/// Entries of a page.
const PAGE: i64 = 50;

/// What was done that is not a change of a record, in the order in which it is offered.
const ACTIONS: [&str; 38] = [
    "created",
    "changed",
    "hidden",
    "restored",
    "submitted",
    "needs_changes",
    "approved",
    "published",
    "rejected",
    "retracted",
    "draft",
    "read",
    "read_list",
    "export_begun",
    "exported",
    "logged_in",
    "login_refused",
    "logged_out",
    "refresh_token_reused",
    "password_changed",
    "password_chosen",
    "invited",
    "second_factor_on",
    "second_factor_off",
    "second_factor_asked",
    "second_factor_refused",
    "second_factor_reset",
    "recovery_codes_made",
    "sessions_ended",
    "session_ended",
    "token_made",
    "token_revoked",
    "verified",
    "release_made",
    "release_tombstoned",
    "report_saved",
    "report_changed",
    "report_deleted",
];

#[derive(Template)]
#[template(path = "admin/audit.html")]
struct AuditPage<'a> {
    f: &'a Frame,
    rows: Vec<Shown>,
    actions: Vec<Choice>,
    kinds: Vec<Choice>,
    who: String,
    record: String,
    from: String,
    to: String,
    is_filtered: bool,
    wrong: Option<String>,
    next: Option<String>,
    first: Option<String>,
    exports: [(String, &'static str); 2],
    api: String,
    entries: i64,
    head: String,
    check: Option<Check>,
    is_checking: bool,
    check_failed: Option<String>,
}

struct Choice {
    value: &'static str,
    label: String,
    is_chosen: bool,
}

/// An entry, as people read it.
struct Shown {
    seq: i64,
    at: String,
    who: String,
    /// All that they did.
    by: Option<String>,
    did: String,
    what: String,
    /// The record's page, and its ref; nothing where the reader may not see it.
    link: Option<(String, String)>,
    about: String,
}

/// Where the page of a record is.
fn place(kind: Kind, reference: &str) -> String {
    match kind {
        Kind::User => format!("/admin/users/{reference}"),
        Kind::Team => format!("/admin/teams/{reference}"),
        Kind::Term => {
            let (vocabulary, code) = reference.split_once('/').unwrap_or_default();
            format!("/admin/vocabularies/{vocabulary}/terms/{code}")
        }
        other => format!("/{}/{reference}", other.table()),
    }
}

/// What stands in the entry's detail, as words: numbers and codes, never a digest.
fn detail(f: &Frame, entry: &AuditRow) -> String {
    let detail: Value = serde_json::from_str(&entry.detail).unwrap_or_default();
    let fields = detail.as_object().into_iter().flatten();
    let said = fields.filter_map(|(name, value)| {
        if ["revision_sha256", "session", "token", "of", "head", "examples", "files", "findings"]
            .contains(&name.as_str())
        {
            return None;
        }
        let key = format!("detail-{name}");
        let name = if Words::has(&key) { f.t(&key) } else { name.replace('_', " ") };
        let value = match value {
            Value::Null => return None,
            Value::String(text) => text.replace('_', " "),
            Value::Array(items) => f.tn("list-total", items.len()),
            Value::Object(fields) if fields.is_empty() => return None,
            Value::Object(fields) => {
                let pair = |(name, value): (&String, &Value)| {
                    format!("{name}={}", value.as_str().unwrap_or_default())
                };
                fields.iter().map(pair).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        };
        Some(format!("{name}: {value}"))
    });
    said.collect::<Vec<_>>().join(" · ")
}

fn did(f: &Frame, action: &str) -> String {
    let key = format!("did-{action}");
    if Words::has(&key) { f.t(&key) } else { action.replace('_', " ") }
}

fn shown(
    f: &Frame,
    entry: &AuditRow,
    people: &HashMap<Id, (String, String)>,
    references: &HashMap<Id, String>,
) -> Shown {
    let person = entry.user_id.and_then(|user| people.get(&user));
    let kind: Option<Kind> = entry.kind.as_deref().and_then(|kind| kind.parse().ok());
    let reference = entry.record_id.and_then(|record| references.get(&record));
    Shown {
        seq: entry.seq,
        at: f.moment(&entry.at),
        who: person.map_or_else(|| f.t("audit-somebody"), |person| person.0.clone()),
        by: person
            .map(|(_, email)| address("/admin/audit", [("who".to_owned(), email.clone())].iter())),
        did: did(f, &entry.action),
        what: kind.map(|kind| f.t(&format!("kind-{}", kind.code()))).unwrap_or_default(),
        link: kind.zip(reference).map(|(kind, reference)| {
            let is_id = reference.parse::<Id>().is_ok();
            let text = if is_id { f.t("audit-open") } else { reference.clone() };
            (place(kind, reference), text)
        }),
        about: detail(f, entry),
    }
}

/// What the query asks for.
fn wanted(db: &mut Db, caller: &Caller, parameters: &mut Parameters) -> Result<Wanted> {
    let user = parameters.take("who").map(|who| audit::user_named(db, &who)).transpose()?;
    let record = parameters
        .take("record")
        .map(|name| audit::record_named(db, caller, name.trim()))
        .transpose()?;
    Ok(Wanted {
        user,
        action: parameters.take("action").filter(|action| !action.contains('\0')),
        kind: kind(parameters.take("kind").as_deref())?,
        record,
        from: day(parameters, "from")?,
        to: day(parameters, "to")?,
    })
}

/// The fields of the query that are filled in: a form sends the empty ones, too.
fn asked(visit: &Visit) -> Vec<(String, String)> {
    let query = form_urlencoded::parse(visit.request.query_string().as_bytes()).into_owned();
    query.filter(|(_, value)| !value.trim().is_empty()).collect()
}

struct Found {
    rows: Vec<AuditRow>,
    people: HashMap<Id, (String, String)>,
    references: HashMap<Id, String>,
}

/// `GET /admin/audit`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::ReadAudit)?;
    let f = &visit.frame;
    let given = asked(&visit);
    let parameters = Parameters::given(given.clone())?;
    let caller = visit.caller.clone();
    let reading = visit.app.office.database.read(move |db| {
        let mut parameters = parameters;
        let find = |db: &mut Db| {
            let before = before(&mut parameters)?;
            let wanted = wanted(db, &caller, &mut parameters)?;
            parameters.none_left()?;
            let rows = audit::page(db, &caller, &wanted, before, PAGE + 1)?;
            let people = audit::people(db, &rows)?;
            let references = audit::references(db, &caller, &rows)?;
            Ok(Found { rows, people, references })
        };
        let found = find(db);
        Ok((found, history::head(db)?, health::last_check(db)?))
    });
    let (found, (entries, head), check) = reading.await?;
    let (mut found, wrong) = match found {
        Ok(found) => (found, None),
        Err(Error::Malformed(about)) => {
            let (people, references) = (HashMap::new(), HashMap::new());
            (Found { rows: Vec::new(), people, references }, Some(about))
        }
        Err(other) => return Err(other),
    };
    let is_more = found.rows.len() > usize::try_from(PAGE).unwrap_or_default();
    found.rows.truncate(usize::try_from(PAGE).unwrap_or_default());
    let of = |name: &str| {
        given.iter().find(|pair| pair.0 == name).map(|pair| pair.1.clone()).unwrap_or_default()
    };
    let filters: Vec<(String, String)> =
        given.iter().filter(|pair| pair.0 != "before").cloned().collect();
    let next = found.rows.last().filter(|_| is_more).map(|last| {
        let all: Vec<(String, String)> =
            filters.iter().cloned().chain([("before".to_owned(), last.seq.to_string())]).collect();
        address("/admin/audit", all.iter())
    });
    let choices = |codes: Vec<&'static str>, label: &dyn Fn(&str) -> String, chosen: &str| {
        let choice =
            |value: &'static str| Choice { value, label: label(value), is_chosen: value == chosen };
        codes.into_iter().map(choice).collect()
    };
    let kinds: Vec<&'static str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    let export = |format: &str| address(&format!("/admin/audit/export.{format}"), filters.iter());
    let rows = found.rows.iter().map(|row| shown(f, row, &found.people, &found.references));
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = AuditPage {
        f,
        rows: rows.collect(),
        actions: choices(ACTIONS.to_vec(), &|code| did(f, code), &of("action")),
        kinds: choices(kinds, &|code| f.t(&format!("kind-{code}")), &of("kind")),
        who: of("who"),
        record: of("record"),
        from: of("from"),
        to: of("to"),
        is_filtered: !filters.is_empty(),
        wrong,
        next,
        first: (!of("before").is_empty()).then(|| address("/admin/audit", filters.iter())),
        exports: [(export("csv"), "export-csv"), (export("jsonl"), "export-jsonl")],
        api: "/api/v1/audit".to_owned(),
        entries,
        head,
        check,
        is_checking: visit.app.checking.is_running(),
        check_failed: visit.app.checking.failed(),
    };
    page_with(status, &page)
}

/// `GET /admin/audit/export.{format}`: all pages of what the list shows.
pub async fn export(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ReadAudit)?;
    let format: Format = path.parse().map_err(|_| Error::NotFound)?;
    if ![Format::Csv, Format::Jsonl].contains(&format) {
        return Err(Error::NotFound);
    }
    let mut parameters = Parameters::given(asked(&visit))?;
    let caller = visit.caller.clone();
    let wanted = visit
        .app
        .office
        .database
        .read(move |db| {
            let wanted = wanted(db, &caller, &mut parameters)?;
            parameters.none_left()?;
            Ok(wanted)
        })
        .await?;
    let (office, now) = (visit.app.office.clone(), visit.app.clock.now());
    let turn = visit.app.exports.clone().acquire_owned().await.map_err(Error::internal)?;
    let caller = visit.caller.clone();
    let body = streaming::written_by(move |out| {
        let _turn = turn;
        exchange::write(&office, &caller, &wanted, format, now, out)
    });
    let name = format!("attachment; filename=\"saksi-audit-{}.{format}\"", now.day());
    Ok(HttpResponse::Ok()
        .content_type(format.media_type())
        .insert_header((CONTENT_DISPOSITION, name))
        .streaming(body))
}

/// `POST /admin/audit/check`: begins to check everything; the page says what is found.
pub async fn check(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::ReadAudit)?;
    let checking = visit.app.checking.clone();
    if checking.begin() {
        let (office, caller) = (visit.app.office.clone(), visit.caller.clone());
        let (shelf, now) = (visit.app.shelf.clone(), visit.app.clock.now());
        tokio::task::spawn_blocking(move || checking.run(&office, &shelf, caller, now));
    }
    visit.say_next("said-check-begun");
    Ok(see("/admin/audit#integrity"))
}
