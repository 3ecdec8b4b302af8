//! Who is asking.

use std::sync::{PoisonError, RwLock};

use actix_web::HttpRequest;
use actix_web::http::header::AUTHORIZATION;
use chrono::TimeDelta;
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode,
};
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::casework::enter::{self, TOKEN_PREFIX};
use crate::domain::{Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::history::digest;
use crate::store::{Database, accounts, second_factors};

const ISSUER: &str = "saksi";
const AUDIENCE: &str = "saksi-api";
/// How long an access token is valid.
pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);

const LOG_IN: Error = Error::Unauthenticated("log in, and send the access token as Bearer");
const EXPIRED: Error =
    Error::Unauthenticated("the access token is not valid any more; refresh it, or log in again");

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    aud: String,
    /// The user.
    sub: Id,
    /// The session.
    sid: Id,
    iat: u64,
    nbf: u64,
    exp: u64,
}

/// The keys that sign access tokens, newest first.
pub struct Keys(RwLock<Vec<(String, Vec<u8>)>>);

impl Keys {
    /// Reads the keys; makes one if there is none.
    pub fn load(database: &Database, now: Timestamp) -> Result<Self> {
        let mut keys = database.read_here(accounts::signing_keys)?;
        if keys.is_empty() {
            keys = database.write_here(move |db| {
                let keys = accounts::signing_keys(db)?;
                if !keys.is_empty() {
                    return Ok(keys);
                }
                add(db, now)?;
                accounts::signing_keys(db)
            })?;
        }
        Ok(Self(RwLock::new(keys)))
    }

    /// What the other secrets of this database are derived from, the same for all its servers.
    pub fn seed(&self) -> String {
        let keys = self.0.read().unwrap_or_else(PoisonError::into_inner);
        keys.last().map_or_else(String::new, |(_, secret)| digest(secret))
    }

    /// A token that says that `user` asks in `session`.
    pub fn sign(&self, user: Id, session: Id, now: Timestamp) -> Result<String> {
        let keys = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let (kid, secret) = keys.first().ok_or_else(|| Error::internal("no signing key"))?;
        let mut header = Header::new(Algorithm::HS256);
        header.kid = Some(kid.clone());
        let claims = Claims {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            sub: user,
            sid: session,
            iat: now.seconds(),
            nbf: now.seconds(),
            exp: now.plus(LIFETIME).seconds(),
        };
        encode(&header, &claims, &EncodingKey::from_secret(secret)).map_err(Error::internal)
    }

    fn check(&self, token: &str, now: Timestamp) -> Result<Claims> {
        let header = decode_header(token).map_err(|_| EXPIRED)?;
        let keys = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let key = keys.iter().find(|(kid, _)| Some(kid) == header.kid.as_ref());
        let (_, secret) = key.ok_or(EXPIRED)?;
        let mut checks = Validation::new(Algorithm::HS256);
        checks.set_issuer(&[ISSUER]);
        checks.set_audience(&[AUDIENCE]);
        checks.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
        checks.validate_exp = false; // by our clock, below
        checks.validate_nbf = false;
        let claims = decode::<Claims>(token, &DecodingKey::from_secret(secret), &checks)
            .map_err(|_| EXPIRED)?
            .claims;
        let now = now.seconds();
        if claims.exp <= now || claims.nbf > now {
            return Err(EXPIRED);
        }
        Ok(claims)
    }

    fn replace(&self, keys: Vec<(String, Vec<u8>)>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = keys;
    }
}

/// Adds a signing key; tokens signed with older ones stay valid until they expire.
pub fn add(db: &mut crate::store::Db, now: Timestamp) -> Result<()> {
    let mut secret = [0_u8; 32];
    getrandom::fill(&mut secret).map_err(Error::internal)?;
    accounts::add_signing_key(db, &Id::at(now).to_string(), &secret, now)
}

/// Who sent the request. Says only who they are: what they may do is asked of [`Caller::must`], in
/// [`crate::casework`].
///
/// # Errors
/// [`Error::Unauthenticated`] for nobody, and for tokens that are forged, expired or revoked.
pub async fn caller(request: &HttpRequest, app: &App) -> Result<Caller> {
    let header = request.headers().get(AUTHORIZATION).ok_or(LOG_IN)?;
    let header = header.to_str().map_err(|_| LOG_IN)?;
    let (scheme, token) = header.split_once(' ').ok_or(LOG_IN)?;
    if !scheme.eq_ignore_ascii_case("bearer") {
        return Err(LOG_IN);
    }
    let now = app.clock.now();
    if token.starts_with(TOKEN_PREFIX) {
        let digest = digest(token.as_bytes());
        let found = app
            .office
            .database
            .read(move |db| accounts::caller_with_token(db, &digest, now))
            .await?;
        let unknown = Error::Unauthenticated("the token is not valid, or not any more");
        let (caller, token, used_at) = found.ok_or(unknown)?;
        enter::note_token_use(&app.office, token, used_at, now).await?;
        return Ok(caller);
    }
    let claims = if let Ok(claims) = app.keys.check(token, now) {
        claims
    } else {
        // Another server of the same database may have added the key.
        let keys = app.office.database.read(accounts::signing_keys).await?;
        app.keys.replace(keys);
        app.keys.check(token, now)?
    };
    let roles = app.config.second_factor_for.clone();
    let found = app.office.database.read(move |db| {
        let Some(caller) = accounts::caller_in_session(db, claims.sub, claims.sid)? else {
            return Ok(None);
        };
        let lacks = roles.contains(&caller.role) && !second_factors::is_on(db, caller.user)?;
        Ok(Some((caller, lacks)))
    });
    let (caller, lacks_factor) = found.await?.ok_or(EXPIRED)?;
    // What leads to one, and out, is open.
    if lacks_factor && !request.path().starts_with("/api/v1/auth/") {
        return Err(Error::FactorMissing);
    }
    Ok(caller)
}
