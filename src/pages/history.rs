//! The history of a record, as differences that people can read.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use serde_json::Value;

use super::frame::Frame;
use super::records::Shown;
use super::visit::Visit;
use super::words::Words;
use crate::casework::read_records::{self, Difference, Revision};
use crate::casework::records::Row;
use crate::domain::{Action, Id};
use crate::error::{Error, Result};
use crate::http::resource::{confidential, note_reading};
use crate::store::Db;

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage<'a> {
    f: &'a Frame,
    path: &'static str,
    many: String,
    title: String,
    reference: String,
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
}

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
            let people = names_of(look.db, &revisions)?;
            let decided = super::duplicates::of_page::<R>(look, record.row().envelope().id)?;
            let view = read_records::view(look.db, look.eyes, record)?;
            let revisions = revisions.into_iter().rev();
            let page = HistoryPage {
                f: look.f,
                path: R::PATH,
                many: look.f.t(&format!("kinds-{}", R::WORD)),
                title: R::names(&view).into_iter().next().unwrap_or_default(),
                reference: R::head(&view).reference.clone(),
                revisions: revisions.map(|it| shown_revision(look.f, it, &people)).collect(),
                decided,
            };
            Ok((page.render().map_err(Error::internal)?, confidential))
        })
        .await?;
    note_reading::<R>(&visit.app, visit.caller.clone(), confidential).await?;
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(html))
}

/// The names of those who made changes: whoever reads history may know the staff.
fn names_of(db: &mut Db, revisions: &[Revision]) -> Result<Vec<(Id, String)>> {
    named(db, revisions.iter().map(|revision| revision.by).collect())
}

/// The names of staff, for somebody who may know them.
pub fn named(db: &mut Db, mut ids: Vec<Id>) -> Result<Vec<(Id, String)>> {
    use crate::store::schema::users;
    use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
    ids.sort_unstable();
    ids.dedup();
    Ok(users::table.filter(users::id.eq_any(ids)).select((users::id, users::name)).load(db)?)
}

fn shown_revision(f: &Frame, revision: Revision, people: &[(Id, String)]) -> ShownRevision {
    let by = people.iter().find(|person| person.0 == revision.by);
    let is_first = revision.action == "created";
    ShownRevision {
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

fn shown_change(f: &Frame, change: &Difference) -> ShownChange {
    let field = change.pointer.trim_start_matches('/').to_owned();
    let name = field.split('/').next().unwrap_or_default();
    let key = format!("field-{name}");
    ShownChange {
        field: if Words::has(&key) { f.t(&key) } else { name.replace('_', " ") },
        before: in_words(change.before.as_ref()),
        after: in_words(change.after.as_ref()),
    }
}

/// A value as people read it: what names a record, not its id.
pub fn in_words(value: Option<&Value>) -> String {
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
