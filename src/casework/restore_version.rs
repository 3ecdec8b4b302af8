//! MAKING AN OLDER VERSION CURRENT: a new version that says what the older one said, by the rights and
//! under the oversight of any other change.
//!
//! Who may see the record, who it is assigned to, and how a person is protected stay as they are now:
//! what was closed for somebody's safety is not opened by the way. What the older version joined, and
//! the caller may not see now, stays out; what they do not see in the present version stays in it.

use std::borrow::Cow;
use std::collections::HashSet;

use serde_json::{Map, Value};

use super::act::Act;
use super::change_record::{self, Target, strings};
use super::read_records;
use super::records::{Record, Row, links};
use crate::domain::{Action, Caller, Id};
use crate::error::{Error, Result};
use crate::store::{Db, Kind};

/// Fields that stay as they are now.
const KEPT: [&str; 5] = ["confidentiality", "team", "assigned_to", "protected", "pseudonym"];

/// # Errors
/// [`Error::Forbidden`] if the caller may not change the record, or the version names protected people
/// whom they may not know; [`Error::NotFound`] for a version that they cannot see;
/// [`Error::Conflict`] for one that cannot be made current.
pub fn restore_version<R: Record>(
    db: &mut Db,
    act: &mut Act,
    target: &Target,
    version: i32,
) -> Result<R> {
    act.caller.must(Action::ReadHistory)?;
    let before: R = change_record::seen(db, act, target)?;
    act.caller.must(change_record::right_to_change(&act.caller, &before))?;
    let envelope = before.row().envelope();
    if version == envelope.version {
        return Err(Error::Conflict(format!("version {version} is the present version already")));
    }
    let older: R = read_records::version(db, &act.caller, envelope.id, version)?;
    let older: R = read_records::shown_now(db, &act.caller, older)?;
    let kept = serde_json::to_value(before.as_input()).map_err(Error::internal)?;
    let mut whole = serde_json::to_value(older.as_input()).map_err(Error::internal)?;
    only_seen(db, &act.caller, &mut whole, &kept)?;
    names_nobody_new(db, act, R::KIND, envelope.id, &kept, &whole)?;
    if let (Some(fields), Some(now)) = (whole.as_object_mut(), kept.as_object()) {
        for name in KEPT {
            fields.remove(name);
            if let Some(value) = now.get(name) {
                fields.insert(name.to_owned(), value.clone());
            }
        }
        keep_own_ids(fields, now);
    }
    act.keep_links(&kept);
    if act.reason.is_none() {
        act.reason = Some(format!("as it was in version {version}"));
    }
    let restored = super::read_input(whole)
        .and_then(|input: R::Input| change_record::replace(db, act, &before, input));
    restored.map_err(|error| cannot_be(version, error))
}

/// What is wrong with a version: nobody typed its fields, so that there is none to correct.
fn cannot_be(version: i32, error: Error) -> Error {
    let Error::Invalid(fields) = error else { return error };
    let about: Vec<String> = fields
        .iter()
        .map(|field| format!("{} {}", field.pointer.trim_start_matches('/'), field.message))
        .collect();
    Error::Conflict(format!(
        "version {version} cannot be made the present one as it is: {}; change the record by its form instead",
        about.join("; ")
    ))
}

/// Leaves out what joins records that the caller may not see now, or that are gone.
fn only_seen(db: &mut Db, caller: &Caller, whole: &mut Value, kept: &Value) -> Result<()> {
    let mut all = Vec::new();
    strings(whole, String::new(), &mut all);
    let ids: Vec<Id> = all
        .iter()
        .filter(|(pointer, _)| !pointer.ends_with("/id"))
        .filter_map(|(_, text)| text.parse().ok())
        .collect();
    if ids.is_empty() {
        return Ok(());
    }
    let mut seen = HashSet::new();
    for kind in [
        Kind::Actor,
        Kind::Statement,
        Kind::Incident,
        Kind::Event,
        Kind::Instrument,
        Kind::Provision,
        Kind::Affiliation,
        Kind::Demand,
    ] {
        seen.extend(links::shown(db, caller, kind, ids.iter().copied())?);
    }
    seen.extend(links::shown_participations(db, caller, ids.iter().copied())?);
    let unseen: HashSet<Id> = ids.into_iter().filter(|id| !seen.contains(id)).collect();
    if let Some(fields) = whole.as_object_mut() {
        for (name, value) in fields.iter_mut() {
            match value {
                Value::Array(items) => items.retain(|item| !names(item, &unseen)),
                single if names(single, &unseen) => {
                    *single = kept.get(name).cloned().unwrap_or(Value::Null);
                }
                _ => {}
            }
        }
    }
    Ok(())
}

fn names(value: &Value, ids: &HashSet<Id>) -> bool {
    let mut all = Vec::new();
    strings(value, String::new(), &mut all);
    all.iter().any(|(at, text)| {
        !at.ends_with("/id") && text.parse().is_ok_and(|id: Id| ids.contains(&id))
    })
}

/// Whoever may not know a protected person does not put a text that names them in the place of one
/// that does not.
fn names_nobody_new(
    db: &mut Db,
    act: &mut Act,
    kind: Kind,
    id: Id,
    kept: &Value,
    whole: &Value,
) -> Result<()> {
    let eyes = act.eyes(db)?;
    let (mut now, mut then) = (Vec::new(), Vec::new());
    strings(kept, String::new(), &mut now);
    strings(whole, String::new(), &mut then);
    let now: HashSet<&str> = now.into_iter().map(|(_, text)| text).collect();
    let eyes = eyes.on(db, kind, &[id])?;
    let words = eyes.words(id);
    let is_new = |text: &str| !now.contains(text) && matches!(words.redact(text), Cow::Owned(_));
    if then.iter().any(|(_, text)| is_new(text)) {
        return Err(Error::Forbidden(
            "that version names protected people whom you may not know; ask somebody who may to make it \
             the present one"
                .to_owned(),
        ));
    }
    Ok(())
}

/// Parts that are there keep their ids; those that were taken out are made anew.
fn keep_own_ids(fields: &mut Map<String, Value>, now: &Map<String, Value>) {
    let ids_of = |name: &str| -> HashSet<&str> {
        let items = now.get(name).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(|item| item.get("id")?.as_str()).collect()
    };
    for (name, value) in fields.iter_mut() {
        let known = ids_of(name);
        for item in value.as_array_mut().into_iter().flatten() {
            let Some(item) = item.as_object_mut() else { continue };
            let is_known =
                item.get("id").and_then(Value::as_str).is_none_or(|id| known.contains(id));
            if !is_known {
                item.remove("id");
            }
        }
    }
}
