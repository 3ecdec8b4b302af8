//! What administrators do with the accounts of others: invitations, sessions, tokens.

use chrono::TimeDelta;
use diesel::{BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde_json::json;

use super::act::{Act, Office};
use super::seed::SYSTEM;
use super::{enter, password};
use crate::domain::{Action, Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::accounts::{self, OpenSession, TokenRow};
use crate::store::history::{self, Entry, digest};
use crate::store::schema::{api_tokens, invitations, sessions, users};
use crate::store::{Db, Kind};

/// How long a link holds by which somebody chooses a password.
const INVITATION: TimeDelta = TimeDelta::days(7);
/// No text has this hash: an account with it waits for its invitation.
pub const NO_PASSWORD: &str = "!";

/// An account, for those who keep accounts.
#[derive(Debug, Clone, diesel::Queryable)]
pub struct Account {
    pub id: Id,
    pub email: String,
    pub name: String,
    pub active: bool,
}

fn account(db: &mut Db, user: Id) -> Result<Account> {
    Ok(users::table
        .find(user)
        .filter(users::deleted_at.is_null())
        .filter(users::email.ne(SYSTEM))
        .select((users::id, users::email, users::name, users::active))
        .first(db)?)
}

/// Somebody else's account: one's own is kept on its own page.
pub(super) fn of_another(db: &mut Db, caller: &Caller, user: Id) -> Result<Account> {
    caller.must(Action::KeepUsers)?;
    if caller.user == user {
        return Err(Error::Conflict(
            "this is your own account: keep it on its own page, or ask another administrator"
                .to_owned(),
        ));
    }
    account(db, user)
}

/// The secret of a link by which somebody chooses their password. Until they do, the account has
/// none; its sessions are ended, and older links hold no more.
pub fn invite(db: &mut Db, act: &mut Act, user: Id) -> Result<String> {
    let account = of_another(db, &act.caller, user)?;
    if !account.active {
        return Err(Error::Conflict(
            "this account is closed; open it again, then invite".to_owned(),
        ));
    }
    let secret = enter::secret()?;
    diesel::delete(invitations::table.filter(invitations::user_id.eq(user))).execute(db)?;
    diesel::insert_into(invitations::table)
        .values((
            invitations::digest.eq(digest(secret.as_bytes())),
            invitations::user_id.eq(user),
            invitations::created_at.eq(act.now),
            invitations::expires_at.eq(act.now.plus(INVITATION)),
        ))
        .execute(db)?;
    accounts::set_password_hash(db, user, NO_PASSWORD)?;
    accounts::end_sessions(db, user, act.now)?;
    act.note_of("invited", Kind::User, user);
    Ok(secret)
}

/// Whom a link invites, while it holds.
///
/// # Errors
/// [`Error::NotFound`] for a link that was used, is too old, or never was.
pub fn invited(db: &mut Db, secret: &str, now: Timestamp) -> Result<Account> {
    let user: Option<Id> = invitations::table
        .find(digest(secret.as_bytes()))
        .filter(invitations::used_at.is_null())
        .filter(invitations::expires_at.gt(now))
        .select(invitations::user_id)
        .first(db)
        .optional()?;
    let account = account(db, user.ok_or(Error::NotFound)?)?;
    if account.active { Ok(account) } else { Err(Error::NotFound) }
}

/// Gives the invited account the password that was chosen. The link holds no more.
pub async fn accept(
    office: &Office,
    secret: String,
    chosen: String,
    now: Timestamp,
) -> Result<Account> {
    let held = secret.clone();
    office.database.read(move |db| invited(db, &held, now).map(drop)).await?;
    password::check(&chosen).map_err(|about| Error::field("/new", about))?;
    let hash = tokio::task::spawn_blocking(move || password::hash(&chosen))
        .await
        .map_err(Error::internal)??;
    office
        .database
        .write(move |db| {
            let account = invited(db, &secret, now)?;
            diesel::update(invitations::table.find(digest(secret.as_bytes())))
                .set(invitations::used_at.eq(now))
                .execute(db)?;
            accounts::set_password_hash(db, account.id, &hash)?;
            let entry = Entry {
                user: Some(account.id),
                action: "password_chosen".into(),
                kind: None,
                record: None,
                detail: json!({}),
            };
            history::keep(db, Vec::new(), vec![entry], now)?;
            Ok(account)
        })
        .await
}

/// Whether an account waits for its invitation to be accepted.
pub fn has_password(db: &mut Db, user: Id) -> Result<bool> {
    Ok(accounts::password_hash(db, user)? != NO_PASSWORD)
}

/// Ends every session of somebody.
pub fn end_sessions(db: &mut Db, act: &mut Act, user: Id) -> Result<()> {
    of_another(db, &act.caller, user)?;
    accounts::end_sessions(db, user, act.now)?;
    act.note_of("sessions_ended", Kind::User, user);
    Ok(())
}

/// Ends one session, whosever it is.
pub fn end_session(db: &mut Db, act: &mut Act, session: Id) -> Result<()> {
    act.caller.must(Action::KeepUsers)?;
    let of: Id = sessions::table.find(session).select(sessions::user_id).first(db)?;
    if !accounts::end_session(db, of, session, act.now)? {
        return Err(Error::NotFound);
    }
    act.note_of("session_ended", Kind::User, of);
    Ok(())
}

/// Revokes one token, whosever it is.
pub fn revoke_token(db: &mut Db, act: &mut Act, token: Id) -> Result<()> {
    act.caller.must(Action::KeepUsers)?;
    let of: Id = api_tokens::table.find(token).select(api_tokens::user_id).first(db)?;
    accounts::revoke_token(db, of, token, act.now)?;
    act.note("token_revoked", json!({"token": token, "of": of}));
    Ok(())
}

/// Something of somebody's, and who they are.
pub struct Owned<T> {
    pub what: T,
    pub of: Account,
}

fn owned<T>(db: &mut Db, all: Vec<T>, of: impl Fn(&T) -> Id) -> Result<Vec<Owned<T>>> {
    let mut ids: Vec<Id> = all.iter().map(&of).collect();
    ids.sort_unstable();
    ids.dedup();
    let people: Vec<Account> = users::table
        .filter(users::id.eq_any(ids))
        .select((users::id, users::email, users::name, users::active))
        .load(db)?;
    let whose = |what: T| {
        let person = people.iter().find(|it| it.id == of(&what)).cloned()?;
        Some(Owned { of: person, what })
    };
    Ok(all.into_iter().filter_map(whose).collect())
}

/// The sessions that still open something, last used first: up to `limit`.
pub fn live_sessions(
    db: &mut Db,
    caller: &Caller,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Owned<OpenSession>>> {
    caller.must(Action::KeepUsers)?;
    let (browsers, programs) = enter::live_since(now);
    let live = sessions::used_at
        .gt(browsers)
        .or(sessions::cookie_digest.is_null().and(sessions::used_at.gt(programs)));
    let all: Vec<OpenSession> = sessions::table
        .filter(sessions::ended_at.is_null())
        .filter(sessions::used_at.gt(programs).and(live))
        .order(sessions::used_at.desc())
        .limit(limit)
        .select(accounts::OPEN_SESSION)
        .load(db)?;
    owned(db, all, |session| session.user)
}

/// The tokens that are not revoked, newest first: up to `limit`.
pub fn live_tokens(db: &mut Db, caller: &Caller, limit: i64) -> Result<Vec<Owned<TokenRow>>> {
    caller.must(Action::KeepUsers)?;
    let all: Vec<TokenRow> = api_tokens::table
        .filter(api_tokens::revoked_at.is_null())
        .order(api_tokens::id.desc())
        .limit(limit)
        .load(db)?;
    owned(db, all, |token| token.user_id)
}
