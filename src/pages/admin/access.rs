//! Who is logged in, and which tokens there are.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use crate::casework::keep_accounts::{self, Owned};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::pages::answer::{local, page, see};
use crate::pages::frame::Frame;
use crate::pages::visit::{self, Visit, value};
use crate::store::accounts::{OpenSession, TokenRow};

/// Rows of a page.
const MOST: i64 = 200;

#[derive(Template)]
#[template(path = "admin/sessions.html")]
struct SessionsPage<'a> {
    f: &'a Frame,
    sessions: Vec<Owned<OpenSession>>,
    own: Option<Id>,
    is_more: bool,
}

impl SessionsPage<'_> {
    fn is_own(&self, session: &OpenSession) -> bool {
        self.own == Some(session.id)
    }
}

/// `GET /admin/sessions`.
pub async fn sessions(visit: Visit) -> Result<HttpResponse> {
    let (caller, now) = (visit.caller.clone(), visit.app.clock.now());
    let reading = visit
        .app
        .office
        .database
        .read(move |db| keep_accounts::live_sessions(db, &caller, now, MOST + 1));
    let mut sessions = reading.await?;
    let is_more = sessions.len() > usize::try_from(MOST).unwrap_or_default();
    sessions.truncate(usize::try_from(MOST).unwrap_or_default());
    page(&SessionsPage { f: &visit.frame, sessions, own: visit.caller.session, is_more })
}

/// `POST /admin/sessions/{id}/end`.
pub async fn end_session(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let session: Id = path.parse().map_err(|_| Error::NotFound)?;
    let now = visit.app.clock.now();
    let ending = visit.app.office.act(visit.caller.clone(), now, move |db, act| {
        keep_accounts::end_session(db, act, session)
    });
    ending.await?;
    if visit.caller.session == Some(session) {
        visit::forget(&visit.request);
        return Ok(see("/login"));
    }
    visit.say_next("said-session-ended");
    Ok(see(local(value(&visit.sent, "~to").or(Some("/admin/sessions")))))
}

#[derive(Template)]
#[template(path = "admin/tokens.html")]
struct TokensPage<'a> {
    f: &'a Frame,
    tokens: Vec<Owned<TokenRow>>,
    is_more: bool,
}

/// `GET /admin/tokens`.
pub async fn tokens(visit: Visit) -> Result<HttpResponse> {
    let caller = visit.caller.clone();
    let reading =
        visit.app.office.database.read(move |db| keep_accounts::live_tokens(db, &caller, MOST + 1));
    let mut tokens = reading.await?;
    let is_more = tokens.len() > usize::try_from(MOST).unwrap_or_default();
    tokens.truncate(usize::try_from(MOST).unwrap_or_default());
    page(&TokensPage { f: &visit.frame, tokens, is_more })
}

/// `POST /admin/tokens/{id}/revoke`.
pub async fn revoke_token(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let token: Id = path.parse().map_err(|_| Error::NotFound)?;
    let now = visit.app.clock.now();
    let revoking = visit
        .app
        .office
        .act(visit.caller.clone(), now, move |db, act| keep_accounts::revoke_token(db, act, token));
    revoking.await?;
    visit.say_next("said-token-revoked");
    Ok(see("/admin/tokens"))
}
