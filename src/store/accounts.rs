//! Accounts in use: who a login or token belongs to, sessions, refresh tokens, signing keys.

use diesel::{ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl};

use super::database::Db;
use super::schema::{
    api_tokens, refresh_tokens, sessions, signing_keys, team_members, teams, users,
};
use super::second_factors;
use crate::domain::{Caller, Id, Role, Timestamp};
use crate::error::{Error, Result};

/// What a login is checked against.
pub struct Credentials {
    pub user: Id,
    pub password_hash: String,
}

/// The active account with an address.
pub fn credentials(db: &mut Db, email: &str) -> Result<Option<Credentials>> {
    let found: Option<(Id, String)> = users::table
        .filter(users::email.eq(email.trim().to_lowercase()))
        .filter(users::active.eq(true))
        .filter(users::deleted_at.is_null())
        .select((users::id, users::password_hash))
        .first(db)
        .optional()?;
    Ok(found.map(|(user, password_hash)| Credentials { user, password_hash }))
}

/// The password of an account, hashed.
pub fn password_hash(db: &mut Db, user: Id) -> Result<String> {
    Ok(users::table.find(user).select(users::password_hash).first(db)?)
}

pub fn set_password_hash(db: &mut Db, user: Id, hash: &str) -> Result<()> {
    diesel::update(users::table.find(user)).set(users::password_hash.eq(hash)).execute(db)?;
    Ok(())
}

/// An active account as a caller, without a session.
pub fn caller(db: &mut Db, user: Id) -> Result<Option<Caller>> {
    let role: Option<i16> = users::table
        .find(user)
        .filter(users::active.eq(true))
        .filter(users::deleted_at.is_null())
        .select(users::role)
        .first(db)
        .optional()?;
    let Some(role) = role.and_then(Role::of_rank) else { return Ok(None) };
    let teams = team_members::table
        .inner_join(teams::table.on(teams::id.eq(team_members::team_id)))
        .filter(team_members::user_id.eq(user))
        .filter(teams::deleted_at.is_null())
        .order(team_members::team_id)
        .select(team_members::team_id)
        .load(db)?;
    Ok(Some(Caller { user, role, teams, scopes: None, session: None }))
}

/// Whoever has the session, while it lasts.
pub fn caller_in_session(db: &mut Db, user: Id, session: Id) -> Result<Option<Caller>> {
    let open: Option<Id> = sessions::table
        .find(session)
        .filter(sessions::user_id.eq(user))
        .filter(sessions::ended_at.is_null())
        .select(sessions::id)
        .first(db)
        .optional()?;
    if open.is_none() {
        return Ok(None);
    }
    Ok(caller(db, user)?.map(|caller| Caller { session: Some(session), ..caller }))
}

/// Somebody at a browser.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub caller: Caller,
    pub name: String,
    pub email: String,
    /// When the session was last noted as used.
    pub used_at: Timestamp,
    pub has_second_factor: bool,
}

/// Whoever has the session of a cookie, if it was used after `since`.
pub fn visitor(db: &mut Db, digest: &str, since: Timestamp) -> Result<Option<Visitor>> {
    let found: Option<(Id, Id, Timestamp, String, String)> = sessions::table
        .inner_join(users::table.on(users::id.eq(sessions::user_id)))
        .filter(sessions::cookie_digest.eq(digest))
        .filter(sessions::ended_at.is_null())
        .filter(sessions::used_at.gt(since))
        .select((sessions::id, users::id, sessions::used_at, users::name, users::email))
        .first(db)
        .optional()?;
    let Some((session, user, used_at, name, email)) = found else { return Ok(None) };
    let has_second_factor = second_factors::is_on(db, user)?;
    Ok(caller(db, user)?.map(|caller| Visitor {
        caller: Caller { session: Some(session), ..caller },
        name,
        email,
        used_at,
        has_second_factor,
    }))
}

/// Notes that a session is in use.
pub fn note_use(db: &mut Db, session: Id, now: Timestamp) -> Result<()> {
    diesel::update(sessions::table.find(session)).set(sessions::used_at.eq(now)).execute(db)?;
    Ok(())
}

/// Whoever an API token belongs to, while it is valid; the token, and when it was last noted as used.
pub fn caller_with_token(
    db: &mut Db,
    digest: &str,
    now: Timestamp,
) -> Result<Option<(Caller, Id, Option<Timestamp>)>> {
    let token: Option<TokenRow> = api_tokens::table
        .filter(api_tokens::digest.eq(digest))
        .filter(api_tokens::revoked_at.is_null())
        .first(db)
        .optional()?;
    let Some(token) = token else { return Ok(None) };
    if token.expires_at.is_some_and(|end| end <= now) {
        return Ok(None);
    }
    let scopes = token.scopes.split(' ').filter_map(|scope| scope.parse().ok()).collect();
    let found = caller(db, token.user_id)?;
    Ok(found.map(|caller| (Caller { scopes: Some(scopes), ..caller }, token.id, token.used_at)))
}

pub fn note_token_use(db: &mut Db, token: Id, now: Timestamp) -> Result<()> {
    diesel::update(api_tokens::table.find(token)).set(api_tokens::used_at.eq(now)).execute(db)?;
    Ok(())
}

/// What continues a session, kept as its SHA-256.
pub enum Continued<'d> {
    /// A refresh token, until a moment.
    ByToken(&'d str, Timestamp),
    /// The cookie of a browser.
    ByCookie(&'d str),
}

/// Opens a session.
pub fn open_session(
    db: &mut Db,
    session: Id,
    user: Id,
    continued: &Continued<'_>,
    now: Timestamp,
) -> Result<()> {
    let cookie = match continued {
        Continued::ByCookie(digest) => Some(*digest),
        Continued::ByToken(..) => None,
    };
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(session),
            sessions::user_id.eq(user),
            sessions::created_at.eq(now),
            sessions::used_at.eq(now),
            sessions::cookie_digest.eq(cookie),
        ))
        .execute(db)?;
    match continued {
        Continued::ByToken(digest, until) => add_refresh_token(db, session, digest, now, *until),
        Continued::ByCookie(_) => Ok(()),
    }
}

/// Notes what a session was opened with: kind of browser and system.
pub fn note_device(db: &mut Db, session: Id, device: Option<&str>) -> Result<()> {
    diesel::update(sessions::table.find(session)).set(sessions::device.eq(device)).execute(db)?;
    Ok(())
}

fn add_refresh_token(
    db: &mut Db,
    session: Id,
    digest: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<()> {
    diesel::insert_into(refresh_tokens::table)
        .values((
            refresh_tokens::digest.eq(digest),
            refresh_tokens::session_id.eq(session),
            refresh_tokens::issued_at.eq(now),
            refresh_tokens::expires_at.eq(until),
        ))
        .execute(db)?;
    Ok(())
}

/// What became of a refresh token that was shown.
pub enum Refreshed {
    /// The session goes on, with the new token.
    Rotated {
        user: Id,
        session: Id,
    },
    /// The token had been used before: somebody has a copy. The session is ended.
    Reused {
        user: Id,
    },
    Unknown,
}

/// Puts a new refresh token in the place of one that is shown.
pub fn rotate(
    db: &mut Db,
    old: &str,
    new: &str,
    now: Timestamp,
    until: Timestamp,
) -> Result<Refreshed> {
    let found: Option<(Id, Timestamp, Option<Timestamp>)> = refresh_tokens::table
        .find(old)
        .select((refresh_tokens::session_id, refresh_tokens::expires_at, refresh_tokens::used_at))
        .first(db)
        .optional()?;
    let Some((session, expires_at, used_at)) = found else { return Ok(Refreshed::Unknown) };
    let (user, ended_at): (Id, Option<Timestamp>) =
        sessions::table.find(session).select((sessions::user_id, sessions::ended_at)).first(db)?;
    if ended_at.is_some() || expires_at <= now || caller(db, user)?.is_none() {
        return Ok(Refreshed::Unknown);
    }
    if used_at.is_some() {
        end_session(db, user, session, now)?;
        return Ok(Refreshed::Reused { user });
    }
    diesel::update(refresh_tokens::table.find(old))
        .set(refresh_tokens::used_at.eq(now))
        .execute(db)?;
    note_use(db, session, now)?;
    add_refresh_token(db, session, new, now, until)?;
    Ok(Refreshed::Rotated { user, session })
}

/// Ends a session of a user. Says whether there was one.
pub fn end_session(db: &mut Db, user: Id, session: Id, now: Timestamp) -> Result<bool> {
    let open = sessions::table
        .find(session)
        .filter(sessions::user_id.eq(user))
        .filter(sessions::ended_at.is_null());
    Ok(diesel::update(open).set(sessions::ended_at.eq(now)).execute(db)? > 0)
}

/// Ends every session of a user.
pub fn end_sessions(db: &mut Db, user: Id, now: Timestamp) -> Result<()> {
    let open =
        sessions::table.filter(sessions::user_id.eq(user)).filter(sessions::ended_at.is_null());
    diesel::update(open).set(sessions::ended_at.eq(now)).execute(db)?;
    Ok(())
}

/// A session that is open.
#[derive(Debug, Clone, diesel::Queryable)]
pub struct OpenSession {
    pub id: Id,
    pub user: Id,
    pub begun_at: Timestamp,
    /// When it was last noted as used.
    pub used_at: Timestamp,
    /// For the session of a browser.
    pub cookie_digest: Option<String>,
    pub device: Option<String>,
}

impl OpenSession {
    pub const fn is_of_browser(&self) -> bool {
        self.cookie_digest.is_some()
    }
}

/// The columns of an [`OpenSession`].
pub const OPEN_SESSION: (
    sessions::id,
    sessions::user_id,
    sessions::created_at,
    sessions::used_at,
    sessions::cookie_digest,
    sessions::device,
) = (
    sessions::id,
    sessions::user_id,
    sessions::created_at,
    sessions::used_at,
    sessions::cookie_digest,
    sessions::device,
);

/// The open sessions of a user, newest first.
pub fn open_sessions(db: &mut Db, user: Id) -> Result<Vec<OpenSession>> {
    Ok(sessions::table
        .filter(sessions::user_id.eq(user))
        .filter(sessions::ended_at.is_null())
        .order(sessions::id.desc())
        .select(OPEN_SESSION)
        .load(db)?)
}

/// An API token, without its secret.
#[derive(Debug, Clone, diesel::Queryable, diesel::Insertable)]
#[diesel(table_name = api_tokens, treat_none_as_default_value = false)]
pub struct TokenRow {
    pub id: Id,
    pub user_id: Id,
    pub name: String,
    pub scopes: String,
    pub digest: String,
    pub created_at: Timestamp,
    pub expires_at: Option<Timestamp>,
    pub revoked_at: Option<Timestamp>,
    /// To about an hour.
    pub used_at: Option<Timestamp>,
}

pub fn add_token(db: &mut Db, token: &TokenRow) -> Result<()> {
    diesel::insert_into(api_tokens::table).values(token).execute(db)?;
    Ok(())
}

/// The tokens of a user that are not revoked.
pub fn tokens(db: &mut Db, user: Id) -> Result<Vec<TokenRow>> {
    Ok(api_tokens::table
        .filter(api_tokens::user_id.eq(user))
        .filter(api_tokens::revoked_at.is_null())
        .order(api_tokens::id.desc())
        .load(db)?)
}

/// Revokes a token of a user.
pub fn revoke_token(db: &mut Db, user: Id, token: Id, now: Timestamp) -> Result<()> {
    let valid = api_tokens::table
        .find(token)
        .filter(api_tokens::user_id.eq(user))
        .filter(api_tokens::revoked_at.is_null());
    match diesel::update(valid).set(api_tokens::revoked_at.eq(now)).execute(db)? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}

/// The keys that sign access tokens, newest first: id and secret.
pub fn signing_keys(db: &mut Db) -> Result<Vec<(String, Vec<u8>)>> {
    Ok(signing_keys::table
        .order((signing_keys::created_at.desc(), signing_keys::kid.desc()))
        .select((signing_keys::kid, signing_keys::secret))
        .load(db)?)
}

pub fn add_signing_key(db: &mut Db, kid: &str, secret: &[u8], now: Timestamp) -> Result<()> {
    diesel::insert_into(signing_keys::table)
        .values((
            signing_keys::kid.eq(kid),
            signing_keys::secret.eq(secret),
            signing_keys::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Whether anybody has an account.
pub fn is_empty(db: &mut Db) -> Result<bool> {
    let count: i64 = users::table.count().get_result(db)?;
    Ok(count == 0)
}
