//! Coming in and going out: login, refresh, logout, API tokens.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use serde_json::json;

use super::act::Office;
use super::password;
use crate::domain::{Caller, Id, Scope, Timestamp};
use crate::error::{Error, Result};
use crate::store::accounts::{self, Continued, Refreshed, TokenRow, Visitor};
use crate::store::history::{self, Entry, digest};
use crate::store::vocabulary::Vocabulary;

/// How long a session lasts without being used.
const SESSION: TimeDelta = TimeDelta::days(30);
/// How long the session of a browser lasts without being used: a laptop is left open, or taken.
const BROWSER_SESSION: TimeDelta = TimeDelta::hours(12);
/// How often the use of a browser's session is noted.
const NOTED_EVERY: TimeDelta = TimeDelta::minutes(5);
/// What an API token begins with, so that scanners for secrets find it.
pub const TOKEN_PREFIX: &str = "saksi_";

const WRONG: Error = Error::Unauthenticated("the e-mail address or the password is wrong");

/// A session, and the secret that continues it: a refresh token, or what a cookie holds.
pub struct Entered {
    pub user: Id,
    pub session: Id,
    pub secret: String,
}

/// What somebody comes in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// A program: its refresh token works once.
    Api,
    /// A browser: its cookie works until the session ends.
    Browser,
}

/// A secret of 256 bits.
pub fn secret() -> Result<String> {
    let mut bytes = [0_u8; 32];
    getrandom::fill(&mut bytes).map_err(Error::internal)?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Opens a session for whoever knows the password.
pub async fn log_in(
    office: &Office,
    email: String,
    password: String,
    door: Door,
    now: Timestamp,
) -> Result<Entered> {
    let known = office.database.read(move |db| accounts::credentials(db, &email)).await?;
    let user = known.as_ref().map(|known| known.user);
    let right = tokio::task::spawn_blocking(move || {
        password::matches(&password, known.as_ref().map(|known| known.password_hash.as_str()))
    })
    .await
    .map_err(Error::internal)??;
    let secret = secret()?;
    let kept = digest(secret.as_bytes());
    office
        .database
        .write(move |db| {
            let entered = user.filter(|_| right);
            let action = if entered.is_some() { "logged_in" } else { "login_refused" };
            let session = Id::at(now);
            let detail = if entered.is_some() { json!({"session": session}) } else { json!({}) };
            let entry = Entry { user, action: action.into(), kind: None, record: None, detail };
            if let Some(user) = entered {
                let continued = match door {
                    Door::Api => Continued::ByToken(&kept, now.plus(SESSION)),
                    Door::Browser => Continued::ByCookie(&kept),
                };
                accounts::open_session(db, session, user, &continued, now)?;
            }
            history::keep(db, Vec::new(), vec![entry], now)?;
            Ok(entered.map(|user| (user, session)))
        })
        .await?
        .map(|(user, session)| Entered { user, session, secret })
        .ok_or(WRONG)
}

/// Continues a session. A refresh token works once.
pub async fn refresh(office: &Office, token: String, now: Timestamp) -> Result<Entered> {
    let refresh_token = secret()?;
    let (old, new) = (digest(token.as_bytes()), digest(refresh_token.as_bytes()));
    let refreshed = office
        .database
        .write(move |db| {
            let refreshed = accounts::rotate(db, &old, &new, now, now.plus(SESSION))?;
            if let Refreshed::Reused { user } = refreshed {
                let entry = Entry {
                    user: Some(user),
                    action: "refresh_token_reused".into(),
                    kind: None,
                    record: None,
                    detail: json!({}),
                };
                history::keep(db, Vec::new(), vec![entry], now)?;
            }
            Ok(refreshed)
        })
        .await?;
    match refreshed {
        Refreshed::Rotated { user, session } => {
            Ok(Entered { user, session, secret: refresh_token })
        }
        Refreshed::Reused { .. } => Err(Error::Unauthenticated(
            "the refresh token was used before, so somebody may have a copy; the session is ended, log in again",
        )),
        Refreshed::Unknown => {
            Err(Error::Unauthenticated("the refresh token is not valid; log in again"))
        }
    }
}

/// Whoever has the session of a browser's cookie, and what the process remembers of the words that
/// pages use; the use is noted.
pub async fn visitor(
    office: &Office,
    secret: String,
    now: Timestamp,
) -> Result<Option<(Visitor, Arc<Vocabulary>)>> {
    let (digest, since) = (digest(secret.as_bytes()), now.plus(-BROWSER_SESSION));
    let memory = office.memory.clone();
    let found = office
        .database
        .read(move |db| {
            let Some(visitor) = accounts::visitor(db, &digest, since)? else { return Ok(None) };
            Ok(Some((visitor, memory.vocabulary(db)?)))
        })
        .await?;
    if let Some((visitor, _)) = &found
        && visitor.used_at.plus(NOTED_EVERY) < now
        && let Some(session) = visitor.caller.session
    {
        office.database.write(move |db| accounts::note_use(db, session, now)).await?;
    }
    Ok(found)
}

/// Ends a session of the caller.
pub async fn log_out(office: &Office, caller: Caller, session: Id, now: Timestamp) -> Result<()> {
    office
        .act(caller, now, move |db, act| {
            if !accounts::end_session(db, act.caller.user, session, now)? {
                return Err(Error::NotFound);
            }
            act.note("logged_out", json!({"session": session}));
            Ok(())
        })
        .await
}

/// Changes the caller's own password, and ends their other sessions with the old one.
pub async fn change_password(
    office: &Office,
    caller: Caller,
    current: String,
    new: String,
    now: Timestamp,
) -> Result<()> {
    let user = caller.user;
    password::check(&new).map_err(|about| Error::field("/new", about))?;
    let hash = office
        .database
        .read(move |db| {
            use crate::store::schema::users;
            use diesel::{QueryDsl, RunQueryDsl};
            Ok(users::table.find(user).select(users::password_hash).first::<String>(db)?)
        })
        .await?;
    let hash = tokio::task::spawn_blocking(move || {
        if password::matches(&current, Some(&hash))? {
            password::hash(&new)
        } else {
            Err(Error::field("/current", "is not your password"))
        }
    })
    .await
    .map_err(Error::internal)??;
    office
        .act(caller, now, move |db, act| {
            use crate::store::schema::users;
            use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
            diesel::update(users::table.find(user))
                .set(users::password_hash.eq(hash))
                .execute(db)?;
            accounts::end_sessions(db, user, now)?;
            act.note("password_changed", json!({}));
            Ok(())
        })
        .await
}

/// Makes an API token for the caller, and gives its secret, which is not kept.
pub async fn make_token(
    office: &Office,
    caller: Caller,
    name: String,
    scopes: Vec<Scope>,
    expires_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(TokenRow, String)> {
    if caller.session.is_none() {
        return Err(Error::Forbidden("a token cannot make tokens; log in".to_owned()));
    }
    let secret = format!("{TOKEN_PREFIX}{}", secret()?);
    let scopes: Vec<&str> = scopes.iter().map(|scope| scope.code()).collect();
    let row = TokenRow {
        id: Id::at(now),
        user_id: caller.user,
        name,
        scopes: scopes.join(" "),
        digest: digest(secret.as_bytes()),
        created_at: now,
        expires_at,
        revoked_at: None,
    };
    let kept = row.clone();
    office
        .act(caller, now, move |db, act| {
            accounts::add_token(db, &kept)?;
            act.note("token_made", json!({"token": kept.id, "scopes": kept.scopes}));
            Ok(())
        })
        .await?;
    Ok((row, secret))
}

/// Revokes one of the caller's tokens.
pub async fn revoke_token(
    office: &Office,
    caller: Caller,
    token: Id,
    now: Timestamp,
) -> Result<()> {
    office
        .act(caller, now, move |db, act| {
            accounts::revoke_token(db, act.caller.user, token, now)?;
            act.note("token_revoked", json!({"token": token}));
            Ok(())
        })
        .await
}
