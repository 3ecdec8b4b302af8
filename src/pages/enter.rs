//! Coming in and going out.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::answer::{local, page, page_with, see};
use super::frame::Frame;
use super::visit::{self, Guest, Visit, value};
use crate::casework::enter as casework;
use crate::error::{Error, Result};
use crate::http::query::Parameters;
use crate::words::Words;

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage<'a> {
    f: &'a Frame,
    to: &'a str,
    email: &'a str,
    wrong: Option<String>,
}

/// The second step, where the account has a second factor.
#[derive(Template)]
#[template(path = "second_step.html")]
struct SecondStepPage<'a> {
    f: &'a Frame,
    to: &'a str,
    email: &'a str,
    given: &'a str,
    wrong: Option<String>,
}

/// `GET /login`.
pub async fn ask(guest: Guest) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&guest.request)?;
    let to = parameters.take("to");
    let to = local(to.as_deref());
    if guest.frame.visitor.is_some() {
        return Ok(see(to));
    }
    page(&LoginPage { f: &guest.frame, to, email: "", wrong: None })
}

/// `POST /login`.
pub async fn enter(guest: Guest) -> Result<HttpResponse> {
    let to = local(value(&guest.sent, "to")).to_owned();
    let entered = match visit::guest_form(&guest.request, &guest.sent) {
        Ok(()) => visit::enter(&guest.request, &guest.app, &guest.sent).await,
        Err(error) => Err(error),
    };
    match entered {
        Ok(_) => Ok(see(&to)),
        Err(error @ (Error::CodeNeeded { .. } | Error::CodeWrong { .. })) => {
            let status = actix_web::ResponseError::status_code(&error);
            let email = value(&guest.sent, "~email").unwrap_or_default();
            let f = &guest.frame;
            match &error {
                Error::CodeNeeded { given } => {
                    page_with(status, &SecondStepPage { f, to: &to, email, given, wrong: None })
                }
                Error::CodeWrong { given } => {
                    let wrong = Some(f.t("second-factor-wrong"));
                    page_with(status, &SecondStepPage { f, to: &to, email, given, wrong })
                }
                _ => Err(error),
            }
        }
        Err(error @ (Error::Unauthenticated(_) | Error::TooMany { .. })) => {
            let status = actix_web::ResponseError::status_code(&error);
            let email = value(&guest.sent, "~email").unwrap_or_default();
            let given = value(&guest.sent, "~given");
            if let (Some(given), Error::TooMany { .. }) = (given, &error) {
                let wrong = Some(guest.frame.message(&error.to_string()));
                let f = &guest.frame;
                return page_with(status, &SecondStepPage { f, to: &to, email, given, wrong });
            }
            let wrong = Some(guest.frame.message(&error.to_string()));
            page_with(status, &LoginPage { f: &guest.frame, to: &to, email, wrong })
        }
        Err(error) => Err(error),
    }
}

/// `POST /logout`.
pub async fn leave(visit: Visit) -> Result<HttpResponse> {
    let session = visit.caller.session.ok_or_else(|| Error::internal("a visit has a session"))?;
    casework::log_out(&visit.app.office, visit.caller, session, visit.app.clock.now()).await?;
    visit::forget(&visit.request);
    visit::say_next(&visit.request, "said-logged-out");
    Ok(see("/login"))
}

/// `POST /language`. A choice that harms nobody: it needs no session.
pub async fn choose_language(guest: Guest) -> Result<HttpResponse> {
    let words = value(&guest.sent, "language").and_then(Words::of).ok_or_else(|| {
        Error::Malformed("there is no such language; choose one from the list".to_owned())
    })?;
    visit::choose(&guest.request, words);
    let to = local(value(&guest.sent, "to")).to_owned();
    Ok(HttpResponse::build(StatusCode::SEE_OTHER)
        .insert_header((actix_web::http::header::LOCATION, to))
        .finish())
}
