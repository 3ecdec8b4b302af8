//! Requests that are sent again because the answer was lost: the same key does the same once.

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::act::Act;
use crate::domain::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::history::digest;
use crate::store::schema::idempotency_keys;

/// A key, and what it was first used for.
pub struct Once {
    key: String,
    digest: String,
}

impl Once {
    /// Reads the header `Idempotency-Key`, where there is one.
    ///
    /// # Errors
    /// [`Error::Malformed`] for a key that is not 1 to 255 visible ASCII characters.
    pub fn of(key: Option<&[u8]>, path: &str, body: &[u8]) -> Result<Option<Self>> {
        let Some(key) = key else { return Ok(None) };
        let text = std::str::from_utf8(key).unwrap_or_default();
        if !(1..=255).contains(&text.len()) || !text.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(Error::Malformed(
                "the Idempotency-Key must be 1 to 255 visible ASCII characters".to_owned(),
            ));
        }
        let mut whole = format!("{path}\n").into_bytes();
        // A plain digest of a password could be searched for far faster than its Argon2 hash.
        match without_password(body) {
            Some(rest) => whole.extend_from_slice(rest.as_bytes()),
            None => whole.extend_from_slice(body),
        }
        Ok(Some(Self { key: text.to_owned(), digest: digest(&whole) }))
    }
}

/// The JSON object in a body without its password, if it has one.
fn without_password(body: &[u8]) -> Option<String> {
    let mut object: serde_json::Map<String, serde_json::Value> =
        serde_json::from_slice(body).ok()?;
    object.remove("password")?;
    serde_json::to_string(&object).ok()
}

/// How long a key is remembered: far longer than any client tries again.
const REMEMBERED: chrono::TimeDelta = chrono::TimeDelta::days(7);

/// Forgets keys of long ago.
pub fn forget_old(db: &mut Db, now: Timestamp) -> Result<usize> {
    let old =
        idempotency_keys::table.filter(idempotency_keys::created_at.lt(now.plus(-REMEMBERED)));
    Ok(diesel::delete(old).execute(db)?)
}

/// Whether the same request was done before, so that doing it again only tells what it did.
pub fn was_done(db: &mut Db, user: Id, once: Option<&Once>) -> Result<bool> {
    let Some(once) = once else { return Ok(false) };
    let digest: Option<String> = idempotency_keys::table
        .find((user, &once.key))
        .select(idempotency_keys::digest)
        .first(db)
        .optional()?;
    Ok(digest.is_some_and(|digest| digest == once.digest))
}

/// Makes something, or names what the same request made before: its id and version. `kind`: what it is.
pub fn once(
    db: &mut Db,
    act: &mut Act,
    once: Option<Once>,
    kind: &str,
    make: impl FnOnce(&mut Db, &mut Act) -> Result<(Id, i32)>,
) -> Result<(Id, i32)> {
    let Some(once) = once else { return make(db, act) };
    let before: Option<(String, Id, i32)> = idempotency_keys::table
        .find((act.caller.user, &once.key))
        .select((idempotency_keys::digest, idempotency_keys::record_id, idempotency_keys::version))
        .first(db)
        .optional()?;
    if let Some((digest, id, version)) = before {
        return if digest == once.digest {
            Ok((id, version))
        } else {
            Err(Error::field(
                "",
                "this Idempotency-Key was used for another request; use a new key for a new request",
            ))
        };
    }
    let (id, version) = make(db, act)?;
    diesel::insert_into(idempotency_keys::table)
        .values((
            idempotency_keys::user_id.eq(act.caller.user),
            idempotency_keys::key.eq(once.key),
            idempotency_keys::digest.eq(once.digest),
            idempotency_keys::kind.eq(kind),
            idempotency_keys::record_id.eq(id),
            idempotency_keys::version.eq(version),
            idempotency_keys::created_at.eq(act.now),
        ))
        .execute(db)?;
    Ok((id, version))
}
