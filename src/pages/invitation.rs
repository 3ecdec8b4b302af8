//! The link by which somebody chooses the password of their account.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::account::field_error;
use super::answer::{page_with, see};
use super::frame::Frame;
use super::visit::{self, Guest, value};
use crate::casework::keep_accounts;
use crate::error::{Error, FieldError, Result};

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationPage<'a> {
    f: &'a Frame,
    email: &'a str,
    wrong: Option<String>,
}

#[derive(Template)]
#[template(path = "invitation_over.html")]
struct OverPage<'a> {
    f: &'a Frame,
}

/// `GET /invitation/{secret}`.
pub async fn ask(guest: Guest, path: Path<String>) -> Result<HttpResponse> {
    shown(&guest, path.into_inner(), &[]).await
}

async fn shown(guest: &Guest, secret: String, wrong: &[FieldError]) -> Result<HttpResponse> {
    let (f, now) = (&guest.frame, guest.app.clock.now());
    let invited =
        guest.app.office.database.read(move |db| keep_accounts::invited(db, &secret, now)).await;
    match invited {
        Ok(account) => {
            let wrong = field_error(wrong, "/new");
            let status =
                if wrong.is_none() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
            page_with(status, &InvitationPage { f, email: &account.email, wrong })
        }
        Err(Error::NotFound) => page_with(StatusCode::NOT_FOUND, &OverPage { f }),
        Err(error) => Err(error),
    }
}

/// `POST /invitation/{secret}`.
pub async fn accept(guest: Guest, path: Path<String>) -> Result<HttpResponse> {
    let secret = path.into_inner();
    if guest.frame.visitor.is_none() {
        visit::guest_form(&guest.request, &guest.sent)?;
    } else if value(&guest.sent, "~csrf") != Some(guest.frame.csrf.as_str()) {
        return Err(Error::Forbidden(
            "open the link again, and send its form from there".to_owned(),
        ));
    }
    let typed = |name: &str| value(&guest.sent, name).unwrap_or_default().to_owned();
    let (new, again) = (typed("~new"), typed("~again"));
    if new != again {
        let wrong = FieldError::new("/new", guest.frame.t("account-passwords-differ"));
        return shown(&guest, secret, &[wrong]).await;
    }
    let address = guest.request.peer_addr().map(|peer| peer.ip().to_string()).unwrap_or_default();
    let now = guest.app.clock.now();
    guest.app.throttle.attempt(&address, "an invitation", now)?;
    let turn = guest.app.logins.acquire().await.map_err(Error::internal)?;
    let accepted = keep_accounts::accept(&guest.app.office, secret.clone(), new, now).await;
    drop(turn);
    match accepted {
        Ok(_) => {
            guest.app.throttle.success(&address, "an invitation");
            // Whoever else was logged in here is not this person.
            visit::forget(&guest.request);
            visit::say_next(&guest.request, "said-password-chosen");
            Ok(see("/login"))
        }
        Err(Error::Invalid(wrong)) => shown(&guest, secret, &wrong).await,
        Err(Error::NotFound) => shown(&guest, secret, &[]).await,
        Err(error) => Err(error),
    }
}
