//! Requests that are sent again because the answer was lost: the same key does the same once.

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::act::Act;
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::store::history::digest;
use crate::store::schema::idempotency_keys;
use crate::store::{Db, Kind};

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
        whole.extend_from_slice(body);
        Ok(Some(Self { key: text.to_owned(), digest: digest(&whole) }))
    }
}

/// Makes a record, or names the one that the same request made before: its id and version.
pub fn once(
    db: &mut Db,
    act: &mut Act,
    once: Option<Once>,
    kind: Kind,
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
            idempotency_keys::kind.eq(kind.code()),
            idempotency_keys::record_id.eq(id),
            idempotency_keys::version.eq(version),
            idempotency_keys::created_at.eq(act.now),
        ))
        .execute(db)?;
    Ok((id, version))
}
