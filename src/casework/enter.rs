//! Coming in and going out: login, refresh, logout, API tokens.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use serde_json::json;

use super::act::Office;
use super::password;
use super::second_factor::{self, Checked};
use super::vault::Vault;
use crate::domain::{Caller, Id, Scope, Timestamp};
use crate::error::{Error, Result, Wrong};
use crate::store::Db;
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

/// What somebody comes in with: the password, or the proof that they gave it a moment ago.
pub enum Proof {
    Password {
        /// Folded to lower case.
        email: String,
        password: String,
    },
    /// What [`Error::CodeNeeded`] carries.
    Given(String),
}

/// Somebody who comes in.
pub struct Coming {
    pub proof: Proof,
    /// For accounts that have a second factor.
    pub code: Option<String>,
    pub door: Door,
    /// Kind of browser and system, as far as it says so.
    pub device: Option<String>,
}

/// How long the proof that the password was given holds.
const GIVEN: TimeDelta = TimeDelta::minutes(10);
const PASSWORD_GIVEN: &str = "the password was given";

/// The proof that the password of an account was given. Another password makes it worth nothing.
fn given(db: &mut Db, user: Id, now: Timestamp) -> Result<String> {
    let hash = accounts::password_hash(db, user)?;
    let said = json!([user, now.plus(GIVEN), digest(hash.as_bytes())]).to_string();
    Ok(URL_SAFE_NO_PAD.encode(Vault::of(db)?.seal(PASSWORD_GIVEN, said.as_bytes())?))
}

/// The account whose password was given, while the proof holds.
fn given_by(db: &mut Db, proof: &str, now: Timestamp) -> Result<Option<Id>> {
    let Ok(sealed) = URL_SAFE_NO_PAD.decode(proof) else { return Ok(None) };
    let Some(said) = Vault::of(db)?.open(PASSWORD_GIVEN, &sealed) else { return Ok(None) };
    let (user, until, of): (Id, Timestamp, String) =
        serde_json::from_slice(&said).map_err(Error::internal)?;
    if until <= now || accounts::caller(db, user)?.is_none() {
        return Ok(None);
    }
    Ok((digest(accounts::password_hash(db, user)?.as_bytes()) == of).then_some(user))
}

/// What became of somebody who came.
enum Came {
    In(Id, Id),
    Not,
    WithoutCode(String),
    WithWrongCode(String),
    TooOften(u64),
}

/// Opens a session for whoever knows the password, and has the second factor where there is one.
///
/// # Errors
/// [`Error::CodeNeeded`] and [`Error::CodeWrong`] only to those who gave the right password.
pub async fn log_in(office: &Office, coming: Coming, now: Timestamp) -> Result<Entered> {
    let Coming { proof, code, door, device } = coming;
    let (user, right) = match proof {
        Proof::Password { email, password } => {
            let known = office.database.read(move |db| accounts::credentials(db, &email)).await?;
            let user = known.as_ref().map(|known| known.user);
            let hash = known.map(|known| known.password_hash);
            let matching = move || password::matches(&password, hash.as_deref());
            (user, tokio::task::spawn_blocking(matching).await.map_err(Error::internal)??)
        }
        Proof::Given(proof) => {
            let user = office.database.read(move |db| given_by(db, &proof, now)).await?;
            let late = Error::Unauthenticated(
                "the password was given too long ago; give it again, then the code",
            );
            (Some(user.ok_or(late)?), true)
        }
    };
    let secret = secret()?;
    let kept = digest(secret.as_bytes());
    let came = office
        .database
        .write(move |db| {
            let (mut with, mut action, mut came) = (None, "login_refused", Came::Not);
            if let Some(user) = user.filter(|_| right) {
                let checked = second_factor::check(db, user, code.as_deref(), now)?;
                (action, came) = match checked {
                    Checked::NotAsked => ("logged_in", Came::In(user, Id::at(now))),
                    Checked::Right(how) => {
                        with = Some(how);
                        ("logged_in", Came::In(user, Id::at(now)))
                    }
                    Checked::Needed => {
                        ("second_factor_asked", Came::WithoutCode(given(db, user, now)?))
                    }
                    Checked::Wrong => {
                        ("second_factor_refused", Came::WithWrongCode(given(db, user, now)?))
                    }
                    Checked::TooMany(wait) => ("second_factor_refused", Came::TooOften(wait)),
                };
            }
            let mut detail = json!({});
            if let Came::In(user, session) = came {
                let continued = match door {
                    Door::Api => Continued::ByToken(&kept, now.plus(SESSION)),
                    Door::Browser => Continued::ByCookie(&kept),
                };
                accounts::open_session(db, session, user, &continued, now)?;
                accounts::note_device(db, session, device.as_deref())?;
                detail = json!({"session": session});
                if let Some(with) = with {
                    detail["second_factor"] = json!(with.code());
                }
            }
            let entry = Entry { user, action: action.into(), kind: None, record: None, detail };
            history::keep(db, Vec::new(), vec![entry], now)?;
            Ok(came)
        })
        .await?;
    match came {
        Came::In(user, session) => Ok(Entered { user, session, secret }),
        Came::Not => Err(WRONG),
        Came::WithoutCode(given) => Err(Error::CodeNeeded { given }),
        Came::WithWrongCode(given) => Err(Error::CodeWrong { given }),
        Came::TooOften(retry_after) => Err(Error::TooMany { retry_after }),
    }
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

/// Notes that an API token is in use, if that was not noted of late.
pub async fn note_token_use(
    office: &Office,
    token: Id,
    used_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<()> {
    const NOTED_EVERY: TimeDelta = TimeDelta::hours(1);
    if used_at.is_some_and(|used_at| used_at.plus(NOTED_EVERY) > now) {
        return Ok(());
    }
    office.database.write(move |db| accounts::note_token_use(db, token, now)).await
}

/// Since when a session must have been used to open anything: of a browser, of a program.
pub fn live_since(now: Timestamp) -> (Timestamp, Timestamp) {
    (now.plus(-BROWSER_SESSION), now.plus(-SESSION))
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

/// # Errors
/// [`Error::Invalid`] at `/current` where it is not the password of the account.
pub async fn must_know_password(office: &Office, user: Id, password: String) -> Result<()> {
    let hash = office.database.read(move |db| accounts::password_hash(db, user)).await?;
    let matching = move || {
        if password.len() > 4_000 { Ok(false) } else { password::matches(&password, Some(&hash)) }
    };
    let right = tokio::task::spawn_blocking(matching).await.map_err(Error::internal)??;
    if right { Ok(()) } else { Err(Error::field("/current", "is not your password")) }
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
    must_know_password(office, user, current).await?;
    let hash = tokio::task::spawn_blocking(move || password::hash(&new))
        .await
        .map_err(Error::internal)??;
    office
        .act(caller, now, move |db, act| {
            accounts::set_password_hash(db, user, &hash)?;
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
    mut name: String,
    mut scopes: Vec<Scope>,
    expires_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(TokenRow, String)> {
    const LONGEST: TimeDelta = TimeDelta::days(3_653);
    if caller.session.is_none() {
        return Err(Error::Forbidden("a token cannot make tokens; log in".to_owned()));
    }
    let mut wrong = Wrong::default();
    wrong.line("/name", &mut name);
    if scopes.is_empty() {
        wrong.add("/scopes", "a token needs at least one scope");
    }
    if expires_at.is_some_and(|end| end <= now) {
        wrong.add("/expires_at", "is in the past");
    }
    if expires_at.is_some_and(|end| end > now.plus(LONGEST)) {
        wrong.add("/expires_at", "is more than ten years from now; leave it out for no end");
    }
    wrong.check()?;
    scopes.sort_unstable();
    scopes.dedup();
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
        used_at: None,
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
