//! Forms that somebody has begun and not saved: kept for them alone, as they typed it.
//!
//! They are no records: no history has them, nobody else is ever shown them, administrators
//! included. They are deleted when the form is saved or discarded, and after [`LASTS`].

use chrono::TimeDelta;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::{Action, Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::schema::{drafts, idempotency_keys};

/// How long one is kept after it was last changed.
pub const LASTS: TimeDelta = TimeDelta::days(30);
/// How many somebody may have.
pub const MOST: i64 = 50;
/// The largest, in bytes of JSON.
pub const LARGEST: usize = 1_000_000;
/// The longest key and path, in bytes.
const LONGEST: usize = 200;

/// A form, as it was typed.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Of the form, made when it was opened.
    pub key: String,
    /// The path that the form is sent to.
    pub form: String,
    /// What it is called in lists.
    pub title: String,
    /// Names and values, in their order. Never a password, never a token.
    pub typed: Vec<(String, String)>,
}

/// One of those that somebody has, without what was typed.
#[derive(Debug, Clone, diesel::Queryable)]
pub struct Unfinished {
    pub key: String,
    pub form: String,
    pub title: String,
    pub updated_at: Timestamp,
}

/// Keeps a form in the place of what was kept of it before.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not enter records; [`Error::Malformed`] if there are too
/// many, or it is too large; [`Error::Conflict`] if the form was saved already.
pub fn keep(db: &mut Db, caller: &Caller, draft: &Draft, now: Timestamp) -> Result<()> {
    caller.must(Action::CreateRecords)?;
    let is_key = |key: &str| {
        (1..=LONGEST).contains(&key.len())
            && key.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
    };
    if !is_key(&draft.key) || draft.form.len() > LONGEST {
        return Err(Error::Malformed("this is no form of a page here; open it again".to_owned()));
    }
    let body = serde_json::to_string(&draft.typed).map_err(Error::internal)?;
    if body.len() > LARGEST {
        return Err(Error::Malformed(format!(
            "the form is too large to be kept unfinished ({} of at most {LARGEST} bytes); what you typed is \
             still on the page; save it as a record",
            body.len()
        )));
    }
    forget_old(db, now)?;
    let saved: Option<String> = idempotency_keys::table
        .find((caller.user, &draft.key))
        .select(idempotency_keys::key)
        .first(db)
        .optional()?;
    if saved.is_some() {
        return Err(Error::Conflict("this form was saved already".to_owned()));
    }
    // No stored text has a NUL.
    let title = draft.title.replace('\0', "\u{FFFD}");
    let body = body.replace("\\u0000", "\u{FFFD}");
    let changed = diesel::update(drafts::table.find((caller.user, &draft.key)))
        .set((
            drafts::form.eq(&draft.form),
            drafts::title.eq(&title),
            drafts::body.eq(&body),
            drafts::updated_at.eq(now),
        ))
        .execute(db)?;
    if changed > 0 {
        return Ok(());
    }
    let count: i64 =
        drafts::table.filter(drafts::user_id.eq(caller.user)).count().get_result(db)?;
    if count >= MOST {
        return Err(Error::Malformed(format!(
            "you have {MOST} unfinished forms, the most there may be; what you typed is still on the page; save \
             it, or discard one of the others on the start page"
        )));
    }
    diesel::insert_into(drafts::table)
        .values((
            drafts::user_id.eq(caller.user),
            drafts::key.eq(&draft.key),
            drafts::form.eq(&draft.form),
            drafts::title.eq(&title),
            drafts::body.eq(&body),
            drafts::created_at.eq(now),
            drafts::updated_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// The unfinished forms of somebody, the latest first; `form`: those that are sent to a path.
pub fn all(db: &mut Db, user: Id, form: Option<&str>, now: Timestamp) -> Result<Vec<Unfinished>> {
    let mut own = drafts::table
        .filter(drafts::user_id.eq(user))
        .filter(drafts::updated_at.gt(now.plus(-LASTS)))
        .into_boxed();
    if let Some(form) = form {
        own = own.filter(drafts::form.eq(form.to_owned()));
    }
    Ok(own
        .order((drafts::updated_at.desc(), drafts::key))
        .limit(MOST)
        .select((drafts::key, drafts::form, drafts::title, drafts::updated_at))
        .load(db)?)
}

/// An unfinished form of somebody.
///
/// # Errors
/// [`Error::NotFound`] if they have none of this key.
pub fn find(db: &mut Db, user: Id, key: &str, now: Timestamp) -> Result<Draft> {
    let found: Option<(String, String, String, String)> = drafts::table
        .filter(drafts::user_id.eq(user))
        .filter(drafts::key.eq(key.replace('\0', "\u{FFFD}")))
        .filter(drafts::updated_at.gt(now.plus(-LASTS)))
        .select((drafts::key, drafts::form, drafts::title, drafts::body))
        .first(db)
        .optional()?;
    let (key, form, title, body) = found.ok_or(Error::NotFound)?;
    let typed = serde_json::from_str(&body).map_err(Error::internal)?;
    Ok(Draft { key, form, title, typed })
}

/// Deletes an unfinished form of somebody, if there is one. Says whether there was.
pub fn discard(db: &mut Db, user: Id, key: &str) -> Result<bool> {
    let one = drafts::table
        .filter(drafts::user_id.eq(user))
        .filter(drafts::key.eq(key.replace('\0', "\u{FFFD}")));
    Ok(diesel::delete(one).execute(db)? > 0)
}

/// Deletes the unfinished forms of everybody that were not touched for [`LASTS`].
pub fn forget_old(db: &mut Db, now: Timestamp) -> Result<usize> {
    let old = drafts::table.filter(drafts::updated_at.le(now.plus(-LASTS)));
    Ok(diesel::delete(old).execute(db)?)
}
