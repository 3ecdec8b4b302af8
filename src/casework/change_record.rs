//! WHAT HAPPENS WHEN A RECORD IS CHANGED: the version before it is kept, for ever.

use std::borrow::Cow;
use std::collections::HashMap;

use serde_json::Value;

use super::act::Act;
use super::create_record::{level, remember};
use super::oversight;
use super::records::{Record, Row};
use crate::domain::access::review_step;
use crate::domain::{Action, Caller, Status};
use crate::error::{Error, Result};
use crate::store::protection::Words;
use crate::store::visibility::{hidden, visible};
use crate::store::{Db, Sql, words};

/// Which record, and which version of it the caller has seen.
#[derive(Debug, Clone)]
pub struct Target {
    /// An id or a ref.
    pub name: String,
    /// From If-Match: the version, or `None` for `*`.
    pub version: Option<i32>,
}

/// Changes fields by a JSON Merge Patch (RFC 7396).
pub fn revise<R: Record>(db: &mut Db, act: &mut Act, target: &Target, patch: Value) -> Result<R> {
    let before: R = seen(db, act, target)?;
    act.caller.must(right_to_change(&act.caller, &before))?;
    if !patch.is_object() {
        return Err(Error::field("", "a merge patch is a JSON object of the fields to change"));
    }
    let kept = serde_json::to_value(before.as_input()).map_err(Error::internal)?;
    let mut whole = kept.clone();
    merge(&mut whole, patch);
    let eyes = act.eyes(db)?;
    let id = before.row().envelope().id;
    keep_names(&eyes.on(db, R::KIND, &[id])?.words(id), &kept, &mut whole)?;
    act.keep_links(&kept);
    let input: R::Input = super::read_input(whole)?;
    replace(db, act, &before, input)
}

/// Whoever sees a text with names replaced, and sends it back, does not replace the names.
///
/// # Errors
/// [`Error::Invalid`] for such a text that was edited: what it reads in the place of the names would
/// be lost.
fn keep_names(words: &Words<'_>, kept: &Value, sent: &mut Value) -> Result<()> {
    let mut all = Vec::new();
    strings(kept, String::new(), &mut all);
    let mut replaced = HashMap::new();
    for (pointer, text) in &all {
        if let Cow::Owned(shown) = words.redact(text) {
            let now = sent.pointer(pointer).and_then(Value::as_str);
            if now.is_some_and(|now| now != *text && now != shown) {
                let message = "names in this text are replaced for you, and would be lost; leave it \
                     out, or ask somebody who may know them to change it";
                return Err(Error::field(pointer.as_str(), message));
            }
            replaced.insert(shown, *text);
        }
    }
    if !replaced.is_empty() {
        put_back(&replaced, sent);
    }
    Ok(())
}

fn put_back(replaced: &HashMap<String, &str>, value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some(kept) = replaced.get(text.as_str()) {
                *text = (*kept).to_owned();
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| put_back(replaced, item)),
        Value::Object(fields) => fields.values_mut().for_each(|field| put_back(replaced, field)),
        _ => {}
    }
}

/// The strings in a JSON value, with their pointers.
pub(super) fn strings<'v>(value: &'v Value, at: String, all: &mut Vec<(String, &'v str)>) {
    match value {
        Value::String(text) => all.push((at, text)),
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                strings(item, format!("{at}/{index}"), all);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let step = name.replace('~', "~0").replace('/', "~1");
                strings(field, format!("{at}/{step}"), all);
            }
        }
        _ => {}
    }
}

/// Puts what `input` describes in the place of what there is.
pub fn replace<R: Record>(
    db: &mut Db,
    act: &mut Act,
    before: &R,
    mut input: R::Input,
) -> Result<R> {
    let mut envelope = before.row().envelope();
    (envelope.confidentiality, envelope.team_id) = level(db, act, &input, R::CONFIDENTIALITY)?;
    envelope.version += 1;
    envelope.updated_at = act.now;
    let after = R::build(db, act, &mut input, envelope, Some(before))?;
    oversight::check_change(db, act, before, Some(&after))?;
    after.row().save(db)?;
    after.save_parts(db, Some(before))?;
    let entry = after.index_entry();
    if entry != before.index_entry() {
        words::renew(db, entry.as_slice())?;
    }
    remember(act, &after, "changed")?;
    after.stored(db, act, input, Some(before))?;
    Ok(after)
}

/// Hides a record: it is gone for everyone, and can be brought back.
pub fn hide<R: Record>(db: &mut Db, act: &mut Act, target: &Target) -> Result<()> {
    let record: R = seen(db, act, target)?;
    act.caller.must(right_to_hide(&act.caller, &record))?;
    oversight::check_change(db, act, &record, None)?;
    let now = act.now;
    touch(db, act, record, "hidden", |record| {
        let mut envelope = record.row().envelope();
        envelope.deleted_at = Some(now);
        record.row_mut().set_envelope(envelope);
    })?
    .hidden_or_restored(db, act)
}

/// Brings a hidden record back, as it was.
pub fn restore<R: Record>(db: &mut Db, act: &mut Act, name: &str) -> Result<R> {
    act.caller.must(Action::HideAnyRecord)?;
    let table = R::KIND.table();
    let condition = super::records::filter::named(table, R::REF, &[name]);
    let record = match one::<R>(db, condition.clone().and(hidden(R::KIND, table, &act.caller)))? {
        Some(record) => record,
        None if one::<R>(db, condition.and(visible(R::KIND, table, &act.caller)))?.is_some() => {
            return Err(Error::Conflict("the record is not deleted".to_owned()));
        }
        None => return Err(Error::NotFound),
    };
    super::merge::must_not_be_merged(db, record.row().envelope().id)?;
    let record = touch(db, act, record, "restored", |record| {
        let mut envelope = record.row().envelope();
        envelope.deleted_at = None;
        record.row_mut().set_envelope(envelope);
    })?;
    record.hidden_or_restored(db, act)?;
    Ok(record)
}

/// Moves a record on, or back, in review.
pub fn review<R: Record>(db: &mut Db, act: &mut Act, target: &Target, to: Status) -> Result<R> {
    let record: R = seen(db, act, target)?;
    review_seen(db, act, record, to)
}

/// [`review`], for a record that has been read.
pub fn review_seen<R: Record>(db: &mut Db, act: &mut Act, record: R, to: Status) -> Result<R> {
    let from = record.status().ok_or(Error::NotFound)?;
    let own = record.row().envelope().created_by == act.caller.user;
    review_step(&act.caller, own, from, to)?;
    touch(db, act, record, to.code(), |record| record.set_status(to))
}

/// Makes a change that is not of what people entered, and remembers it.
pub(super) fn touch<R: Record>(
    db: &mut Db,
    act: &mut Act,
    mut record: R,
    action: &'static str,
    change: impl FnOnce(&mut R),
) -> Result<R> {
    change(&mut record);
    let mut envelope = record.row().envelope();
    envelope.version += 1;
    envelope.updated_at = act.now;
    record.row_mut().set_envelope(envelope);
    record.row().save(db)?;
    remember(act, &record, action)?;
    Ok(record)
}

/// The record, if the caller sees it and has seen its present version.
pub(super) fn seen<R: Record>(db: &mut Db, act: &Act, target: &Target) -> Result<R> {
    let table = R::KIND.table();
    let condition = super::records::filter::named(table, R::REF, &[&target.name]).and(visible(
        R::KIND,
        table,
        &act.caller,
    ));
    let record = one::<R>(db, condition)?.ok_or(Error::NotFound)?;
    let current = record.row().envelope().version;
    match target.version {
        Some(version) if version != current => Err(Error::Stale { current }),
        _ => Ok(record),
    }
}

pub(super) fn one<R: Record>(db: &mut Db, condition: Sql) -> Result<Option<R>> {
    let order = Sql::new(format!("{}.id", R::KIND.table()));
    let rows = R::Row::load(db, condition, order, 1)?;
    Ok(R::with_parts(db, rows)?.pop())
}

/// A monitor changes their own records until they have been submitted; a reviewer, any.
fn right_to<R: Record>(caller: &Caller, record: &R, own: Action, any: Action) -> Action {
    if let Some(kept_by) = R::KEPT_BY {
        return kept_by;
    }
    let is_own = record.row().envelope().created_by == caller.user;
    let open = matches!(record.status(), None | Some(Status::Draft | Status::NeedsChanges));
    if is_own && open { own } else { any }
}

/// The right that it takes a caller to change a record.
pub fn right_to_change<R: Record>(caller: &Caller, record: &R) -> Action {
    right_to(caller, record, Action::ReviseOwnDrafts, Action::ReviseAnyRecord)
}

/// The right that it takes a caller to hide a record.
pub fn right_to_hide<R: Record>(caller: &Caller, record: &R) -> Action {
    right_to(caller, record, Action::HideOwnDrafts, Action::HideAnyRecord)
}

/// RFC 7396.
pub(super) fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(serde_json::Map::new());
    }
    let Value::Object(fields) = target else { return };
    for (name, value) in patch {
        if value.is_null() {
            fields.remove(&name);
        } else {
            merge(fields.entry(name).or_insert(Value::Null), value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::merge;
    use serde_json::json;

    #[test]
    fn a_merge_patch_does_what_rfc_7396_says() {
        // Appendix A of the RFC, by meaning: replace, add, remove, nested, arrays whole.
        for (target, patch, result) in [
            (json!({"a": "b"}), json!({"a": "c"}), json!({"a": "c"})),
            (json!({"a": "b"}), json!({"b": "c"}), json!({"a": "b", "b": "c"})),
            (json!({"a": "b"}), json!({"a": null}), json!({})),
            (json!({"a": ["b"]}), json!({"a": "c"}), json!({"a": "c"})),
            (
                json!({"a": {"b": "c"}}),
                json!({"a": {"b": "d", "c": null}}),
                json!({"a": {"b": "d"}}),
            ),
            (json!({"a": [{"b": "c"}]}), json!({"a": [1]}), json!({"a": [1]})),
            (json!(["a", "b"]), json!(["c", "d"]), json!(["c", "d"])),
            (json!({"e": null}), json!({"a": 1}), json!({"e": null, "a": 1})),
            (json!({}), json!({"a": {"bb": {"ccc": null}}}), json!({"a": {"bb": {}}})),
        ] {
            let mut changed = target.clone();
            merge(&mut changed, patch.clone());
            assert_eq!(changed, result, "{target} with {patch}");
        }
    }
}
