//! The own account: password, second factor, API tokens, sessions, language.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use tokio::sync::SemaphorePermit;

use super::answer::{page, page_with, see};
use super::frame::Frame;
use super::visit::{self, Visit, value};
use crate::casework::enter;
use crate::casework::second_factor::{self, Standing};
use crate::domain::{Id, Scope};
use crate::error::{Error, FieldError, Result};
use crate::store::accounts::{self, OpenSession, TokenRow};

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage<'a> {
    f: &'a Frame,
    name: &'a str,
    email: &'a str,
    factor: Option<Standing>,
    sessions: Vec<OpenSession>,
    own: Option<Id>,
    tokens: Vec<TokenRow>,
    /// Scopes that a token may have, and whether each is ticked.
    scopes: Vec<(Scope, bool)>,
    token_name: String,
    wrong_current: Option<String>,
    wrong_new: Option<String>,
    wrong_name: Option<String>,
    wrong_scopes: Option<String>,
}

impl AccountPage<'_> {
    fn is_own(&self, session: &OpenSession) -> bool {
        self.own == Some(session.id)
    }
}

#[derive(Template)]
#[template(path = "token_made.html")]
struct TokenPage<'a> {
    f: &'a Frame,
    name: &'a str,
    secret: &'a str,
}

/// A try of a password or a code: slowed down as logins are, and not too many at once.
pub struct Attempt<'v> {
    address: String,
    account: String,
    _turn: SemaphorePermit<'v>,
}

impl<'v> Attempt<'v> {
    /// # Errors
    /// [`Error::TooMany`] if it comes too soon.
    pub async fn of(visit: &'v Visit) -> Result<Self> {
        let peer = visit.request.peer_addr();
        let address = peer.map(|peer| peer.ip().to_string()).unwrap_or_default();
        let account = format!("password of {}", visit.caller.user);
        visit.app.throttle.attempt(&address, &account, visit.app.clock.now())?;
        let turn = visit.app.logins.acquire().await.map_err(Error::internal)?;
        Ok(Self { address, account, _turn: turn })
    }

    pub fn ended(self, visit: &Visit, was_right: bool) {
        if was_right {
            visit.app.throttle.success(&self.address, &self.account);
        }
    }
}

/// What is wrong with one field.
pub fn field_error(wrong: &[FieldError], pointer: &str) -> Option<String> {
    wrong.iter().find(|it| it.pointer == pointer).map(|it| it.message.clone())
}

/// `GET /account`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    shown(&visit, Vec::new()).await
}

async fn shown(visit: &Visit, wrong: Vec<FieldError>) -> Result<HttpResponse> {
    let user = visit.caller.user;
    let reading = visit.app.office.database.read(move |db| {
        let factor = second_factor::standing(db, user)?;
        Ok((factor, accounts::open_sessions(db, user)?, accounts::tokens(db, user)?))
    });
    let (factor, sessions, tokens) = reading.await?;
    let visitor = visit.frame.visitor.as_ref();
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let ticked = |scope: &Scope| {
        let is_new = value(&visit.sent, "name").is_none();
        let sent = visit.sent.iter().any(|(name, code)| name == "scope" && code == scope.code());
        (*scope, sent || (is_new && *scope == Scope::Read))
    };
    let page = AccountPage {
        f: &visit.frame,
        name: visitor.map_or("", |it| it.name.as_str()),
        email: visitor.map_or("", |it| it.email.as_str()),
        factor,
        sessions,
        own: visit.caller.session,
        tokens,
        scopes: Scope::ALL.iter().map(ticked).collect(),
        token_name: value(&visit.sent, "name").unwrap_or_default().to_owned(),
        wrong_current: field_error(&wrong, "/current"),
        wrong_new: field_error(&wrong, "/new"),
        wrong_name: field_error(&wrong, "/name"),
        wrong_scopes: field_error(&wrong, "/scopes"),
    };
    page_with(status, &page)
}

/// `POST /account`: another password. Every session ends.
pub async fn change_password(visit: Visit) -> Result<HttpResponse> {
    let field = |name: &str| value(&visit.sent, name).unwrap_or_default().to_owned();
    let (current, new, again) = (field("~current"), field("~new"), field("~again"));
    if new != again {
        let wrong = FieldError::new("/new", visit.frame.t("account-passwords-differ"));
        return shown(&visit, vec![wrong]).await;
    }
    let attempt = Attempt::of(&visit).await?;
    let now = visit.app.clock.now();
    let changed =
        enter::change_password(&visit.app.office, visit.caller.clone(), current, new, now).await;
    attempt.ended(&visit, changed.is_ok());
    match changed {
        Ok(()) => {
            visit::forget(&visit.request);
            visit.say_next("said-password-changed");
            Ok(see("/login"))
        }
        Err(Error::Invalid(wrong)) => shown(&visit, wrong).await,
        Err(error) => Err(error),
    }
}

/// `POST /account/tokens`: an API token, whose secret is shown once.
pub async fn make_token(visit: Visit) -> Result<HttpResponse> {
    let name = value(&visit.sent, "name").unwrap_or_default().to_owned();
    let chosen = visit.sent.iter().filter(|pair| pair.0 == "scope");
    let scopes: Vec<Scope> = chosen.filter_map(|pair| pair.1.parse().ok()).collect();
    let now = visit.app.clock.now();
    let days = value(&visit.sent, "days").and_then(|days| days.parse::<u32>().ok());
    let end = days.map(|days| now.plus(chrono::TimeDelta::days(days.into())));
    let made =
        enter::make_token(&visit.app.office, visit.caller.clone(), name, scopes, end, now).await;
    match made {
        Ok((token, secret)) => {
            page(&TokenPage { f: &visit.frame, name: &token.name, secret: &secret })
        }
        Err(Error::Invalid(wrong)) => shown(&visit, wrong).await,
        Err(error) => Err(error),
    }
}

/// `POST /account/tokens/{id}/revoke`.
pub async fn revoke_token(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let token: Id = path.parse().map_err(|_| Error::NotFound)?;
    let now = visit.app.clock.now();
    enter::revoke_token(&visit.app.office, visit.caller.clone(), token, now).await?;
    visit.say_next("said-token-revoked");
    Ok(see("/account"))
}

/// `POST /account/sessions/{id}/end`.
pub async fn end_session(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let session: Id = path.parse().map_err(|_| Error::NotFound)?;
    let own = visit.caller.session == Some(session);
    let now = visit.app.clock.now();
    enter::log_out(&visit.app.office, visit.caller.clone(), session, now).await?;
    if own {
        visit::forget(&visit.request);
        return Ok(see("/login"));
    }
    visit.say_next("said-session-ended");
    Ok(see("/account"))
}
