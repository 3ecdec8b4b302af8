//! The own account: password, sessions.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::answer::{page_with, see};
use super::frame::Frame;
use super::visit::{self, Visit, value};
use crate::casework::enter;
use crate::domain::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::accounts;

#[derive(Template)]
#[template(path = "account.html")]
struct AccountPage<'a> {
    f: &'a Frame,
    name: &'a str,
    email: &'a str,
    sessions: Vec<Session>,
    wrong_current: Option<String>,
    wrong_new: Option<String>,
}

struct Session {
    id: Id,
    begun_at: Timestamp,
    used_at: Timestamp,
    current: bool,
}

/// `GET /account`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    shown(visit, Vec::new()).await
}

async fn shown(visit: Visit, wrong: Vec<crate::error::FieldError>) -> Result<HttpResponse> {
    let (user, own) = (visit.caller.user, visit.caller.session);
    let rows = visit.app.office.database.read(move |db| accounts::open_sessions(db, user)).await?;
    let sessions = rows.into_iter().map(|(id, begun_at, used_at)| Session {
        id,
        begun_at,
        used_at,
        current: own == Some(id),
    });
    let about =
        |pointer: &str| wrong.iter().find(|it| it.pointer == pointer).map(|it| it.message.clone());
    let visitor = visit.frame.visitor.as_ref();
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = AccountPage {
        f: &visit.frame,
        name: visitor.map_or("", |it| it.name.as_str()),
        email: visitor.map_or("", |it| it.email.as_str()),
        sessions: sessions.collect(),
        wrong_current: about("/current"),
        wrong_new: about("/new"),
    };
    page_with(status, &page)
}

/// `POST /account`: another password. Every session ends.
pub async fn change_password(visit: Visit) -> Result<HttpResponse> {
    let field = |name: &str| value(&visit.sent, name).unwrap_or_default().to_owned();
    let (current, new, again) = (field("~current"), field("~new"), field("~again"));
    if new != again {
        let wrong = Error::field("/new", visit.frame.t("account-passwords-differ"));
        return refused(visit, wrong).await;
    }
    let address = visit.request.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default();
    let now = visit.app.clock.now();
    let account = format!("password of {}", visit.caller.user);
    visit.app.throttle.attempt(&address, &account, now)?;
    let turn = visit.app.logins.acquire().await.map_err(Error::internal)?;
    let changed =
        enter::change_password(&visit.app.office, visit.caller.clone(), current, new, now).await;
    drop(turn);
    match changed {
        Ok(()) => {
            visit.app.throttle.success(&address, &account);
            visit::forget(&visit.request);
            visit.say_next("said-password-changed");
            Ok(see("/login"))
        }
        Err(error) => refused(visit, error).await,
    }
}

async fn refused(visit: Visit, error: Error) -> Result<HttpResponse> {
    match error {
        Error::Invalid(wrong) => shown(visit, wrong).await,
        other => Err(other),
    }
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
