//! The history of a record, as differences that people can read.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde_json::Value;

use super::answer::see;
use super::frame::Frame;
use super::record;
use super::records::{Looking, Shown};
use super::visit::{Visit, value};
use crate::casework::read_records::{self, Difference, Revision};
use crate::casework::records::Row;
use crate::casework::{change_record, restore_version};
use crate::domain::{Action, Id};
use crate::error::{Error, Result};
use crate::http::resource::{confidential, note_reading};
use crate::store::{Db, Kind};
use crate::words::Words;

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage<'a> {
    f: &'a Frame,
    path: &'static str,
    many: String,
    title: String,
    reference: String,
    /// The present one.
    version: i32,
    revisions: Vec<ShownRevision>,
    /// What was decided of it and others like it, as HTML.
    decided: String,
}

struct ShownRevision {
    version: i32,
    at: String,
    by: String,
    action: String,
    reason: Option<String>,
    changes: Vec<ShownChange>,
    /// Whether the visitor may make it the present version.
    may_restore: bool,
}

/// Whether a revision is of what the record says, not of where it stands.
fn says_something(revision: &Revision) -> bool {
    matches!(revision.action.as_str(), "created" | "changed")
}

/// Why a record came back from review.
pub struct ShownReturned {
    pub by: String,
    pub at: String,
    pub reason: String,
}

/// What the reviewer said, where a record came back.
pub fn returned<R: Shown>(look: &mut Looking<'_>, record: &R) -> Result<Option<ShownReturned>> {
    let Some(returned) = read_records::returned(look.db, look.eyes, record)? else {
        return Ok(None);
    };
    let people = names_of(look.db, vec![returned.by])?;
    Ok(Some(ShownReturned {
        by: people.into_iter().next().map_or_else(|| returned.by.to_string(), |it| it.1),
        at: look.f.moment(&returned.at),
        reason: returned.reason,
    }))
}

/// `POST /{kind}/{id}/revisions/{version}/restore`.
pub async fn restore<R: Shown>(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse> {
    let (name, version) = path.into_inner();
    if matches!(R::KIND, Kind::User | Kind::Team) {
        return Err(Error::NotFound);
    }
    let version = version.parse().map_err(|_| Error::NotFound)?;
    let target = record::target(&visit, name)?;
    let reason = value(&visit.sent, "comment").map(str::trim).filter(|it| !it.is_empty());
    let mut reason = reason.map(str::to_owned);
    let mut wrong = crate::error::Wrong::default();
    wrong.passage_if("/comment", &mut reason);
    wrong.check()?;
    let record: R = visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            act.reason = reason;
            restore_version::restore_version(db, act, &target, version)
        })
        .await?;
    visit.say_next("said-version-restored");
    Ok(see(&format!("/{}/{}", R::PATH, record.reference())))
}

/// Fields that hold a date.
const DATES: [&str; 8] =
    ["date", "issued_on", "from", "to", "adopted_on", "in_force_on", "effective_on", "accessed_on"];

/// What became of one field, as people read it.
pub struct ShownChange {
    pub field: String,
    pub before: String,
    pub after: String,
}

/// `GET /{kind}/{id}/history`.
pub async fn show<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ReadHistory)?;
    let name = path.into_inner();
    let (html, confidential) = visit
        .look(move |look| {
            let record: R = read_records::find(look.db, &look.eyes.caller, &name)?;
            let confidential = confidential(std::slice::from_ref(&record));
            let revisions = read_records::history(look.db, look.eyes, &record)?;
            let decided = super::duplicates::of_page::<R>(look, record.row().envelope().id)?;
            let people = names_of(look.db, revisions.iter().map(|it| it.by).collect())?;
            let caller = &look.eyes.caller;
            let may_restore = !matches!(R::KIND, Kind::User | Kind::Team)
                && record.row().envelope().deleted_at.is_none()
                && caller.may(change_record::right_to_change(caller, &record));
            // The last that changed what it says is what it says now.
            let last = revisions.iter().rposition(says_something);
            let current = last.map(|at| revisions[at].version);
            let version = record.row().envelope().version;
            let view = read_records::view(look.db, look.eyes, record)?;
            let revisions = revisions.into_iter().rev();
            let page = HistoryPage {
                f: look.f,
                path: R::PATH,
                many: look.f.t(&format!("kinds-{}", R::WORD)),
                title: R::names(&view).into_iter().next().unwrap_or_default(),
                reference: R::head(&view).reference.clone(),
                decided,
                version,
                revisions: revisions
                    .map(|it| {
                        let older = says_something(&it) && Some(it.version) != current;
                        shown_revision(look.f, it, &people, may_restore && older)
                    })
                    .collect(),
            };
            Ok((page.render().map_err(Error::internal)?, confidential))
        })
        .await?;
    note_reading::<R>(&visit.app, visit.caller.clone(), confidential).await?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}

/// The names of those who made changes: whoever reads history may know the staff.
pub fn names_of(db: &mut Db, mut ids: Vec<Id>) -> Result<Vec<(Id, String)>> {
    use crate::store::schema::users;
    use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
    ids.sort_unstable();
    ids.dedup();
    Ok(users::table.filter(users::id.eq_any(ids)).select((users::id, users::name)).load(db)?)
}

fn shown_revision(
    f: &Frame,
    revision: Revision,
    people: &[(Id, String)],
    may_restore: bool,
) -> ShownRevision {
    let by = people.iter().find(|person| person.0 == revision.by);
    let is_first = revision.action == "created";
    ShownRevision {
        may_restore,
        version: revision.version,
        at: f.moment(&revision.at),
        by: by.map_or_else(|| revision.by.to_string(), |person| person.1.clone()),
        action: f.t(&format!("action-{}", revision.action)),
        reason: revision.reason,
        changes: revision
            .changes
            .into_iter()
            .filter(|change| !(is_first && is_empty(change.after.as_ref())))
            .map(|change| shown_change(f, &change))
            .filter(|change| change.before != change.after)
            .collect(),
    }
}

fn is_empty(value: Option<&Value>) -> bool {
    match value {
        None | Some(Value::Null) => true,
        Some(Value::Array(items)) => items.is_empty(),
        Some(Value::String(text)) => text.is_empty(),
        _ => false,
    }
}

pub fn shown_change(f: &Frame, change: &Difference) -> ShownChange {
    let field = change.pointer.trim_start_matches('/').to_owned();
    let name = field.split('/').next().unwrap_or_default();
    let key = format!("field-{name}");
    let shown = |value: Option<&Value>| match value {
        Some(value) => field_in_words(f, name, value),
        None => String::new(),
    };
    ShownChange {
        field: if Words::has(&key) { f.t(&key) } else { name.replace('_', " ") },
        before: shown(change.before.as_ref()),
        after: shown(change.after.as_ref()),
    }
}

/// The value of a field as people read it.
pub fn field_in_words(f: &Frame, name: &str, value: &Value) -> String {
    match value {
        Value::String(date) if DATES.contains(&name) => f.date(Some(date)),
        other => in_words(Some(other)),
    }
}

/// A value as people read it: what names a record, not its id.
fn in_words(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(items)) => {
            let items = items.iter().map(|item| in_words(Some(item)));
            items.filter(|item| !item.is_empty()).collect::<Vec<_>>().join("\n")
        }
        Some(Value::Object(fields)) => {
            let named = ["name", "title", "text"].iter().find_map(|key| fields.get(*key)?.as_str());
            if let (Some(named), Some(reference)) =
                (named, fields.get("ref").and_then(Value::as_str))
            {
                return format!("{named} ({reference})");
            }
            let parts = fields
                .iter()
                .filter(|(name, _)| {
                    !["id", "start", "end", "pseudonymous"].contains(&name.as_str())
                })
                .map(|(_, value)| in_words(Some(value)))
                .filter(|part| !part.is_empty());
            parts.collect::<Vec<_>>().join(" · ")
        }
        Some(other) => other.to_string(),
    }
}
