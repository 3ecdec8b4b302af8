//! The second factor of the own account: setting it up, turning it off, recovery codes.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::account::{Attempt, field_error};
use super::answer::{page, page_with, see};
use super::frame::Frame;
use super::qr;
use super::visit::{Visit, value};
use crate::casework::second_factor::{self, Setup, Standing};
use crate::error::{Error, FieldError, Result};

#[derive(Template)]
#[template(path = "second_factor.html")]
struct SecondFactorPage<'a> {
    f: &'a Frame,
    standing: Option<Standing>,
    setup: Option<Setup>,
    picture: String,
    /// Whether the role asks for it: it cannot be turned off then.
    is_needed: bool,
    /// Which form came back with something wrong: `on`, `off` or `codes`.
    wrong_form: &'a str,
    wrong_current: Option<String>,
    wrong_code: Option<String>,
}

#[derive(Template)]
#[template(path = "recovery_codes.html")]
struct CodesPage<'a> {
    f: &'a Frame,
    email: String,
    codes: Vec<String>,
}

/// `GET /account/second-factor`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    shown(&visit, "", &[]).await
}

async fn shown(visit: &Visit, wrong_form: &str, wrong: &[FieldError]) -> Result<HttpResponse> {
    let user = visit.caller.user;
    let office = &visit.app.office;
    let standing = office.database.read(move |db| second_factor::standing(db, user)).await?;
    let account = email(visit);
    let setup = match (standing, value(&visit.sent, "sealed")) {
        (Some(_), _) => None,
        (None, Some(sealed)) => {
            Some(second_factor::prepared(office, &visit.caller, account, sealed.to_owned()).await?)
        }
        (None, None) => Some(second_factor::prepare(office, &visit.caller, account).await?),
    };
    let f = &visit.frame;
    let picture = match &setup {
        Some(setup) => qr::svg(&setup.uri, &f.t("second-factor-picture"))?,
        None => String::new(),
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = SecondFactorPage {
        f,
        standing,
        setup,
        picture,
        is_needed: visit.app.config.second_factor_for.contains(&visit.caller.role),
        wrong_form,
        wrong_current: field_error(wrong, "/current"),
        wrong_code: field_error(wrong, "/code"),
    };
    page_with(status, &page)
}

fn email(visit: &Visit) -> String {
    visit.frame.visitor.as_ref().map(|visitor| visitor.email.clone()).unwrap_or_default()
}

fn typed(visit: &Visit, name: &str) -> String {
    value(&visit.sent, name).unwrap_or_default().to_owned()
}

/// `POST /account/second-factor`: turns it on.
pub async fn turn_on(visit: Visit) -> Result<HttpResponse> {
    let attempt = Attempt::of(&visit).await?;
    let done = second_factor::turn_on(
        &visit.app.office,
        visit.caller.clone(),
        typed(&visit, "sealed"),
        typed(&visit, "~current"),
        typed(&visit, "~code"),
        visit.app.clock.now(),
    );
    let done = done.await;
    attempt.ended(&visit, done.is_ok());
    match done {
        Ok(codes) => codes_page(&visit, codes),
        Err(Error::Invalid(wrong)) => shown(&visit, "on", &wrong).await,
        Err(error) => Err(error),
    }
}

fn codes_page(visit: &Visit, codes: Vec<String>) -> Result<HttpResponse> {
    page(&CodesPage { f: &visit.frame, email: email(visit), codes })
}

/// `POST /account/second-factor/off`.
pub async fn turn_off(visit: Visit) -> Result<HttpResponse> {
    if visit.app.config.second_factor_for.contains(&visit.caller.role) {
        return Err(Error::Forbidden(
            "your role needs a second factor: it cannot be turned off; an administrator can take it \
             away, so that you set up another"
                .to_owned(),
        ));
    }
    let attempt = Attempt::of(&visit).await?;
    let done = second_factor::turn_off(
        &visit.app.office,
        visit.caller.clone(),
        typed(&visit, "~current"),
        typed(&visit, "~code"),
        visit.app.clock.now(),
    );
    let done = done.await;
    attempt.ended(&visit, done.is_ok());
    match done {
        Ok(()) => {
            visit.say_next("said-second-factor-off");
            Ok(see("/account"))
        }
        Err(Error::Invalid(wrong)) => shown(&visit, "off", &wrong).await,
        Err(error) => Err(error),
    }
}

/// `POST /account/second-factor/codes`: new recovery codes.
pub async fn renew_codes(visit: Visit) -> Result<HttpResponse> {
    let attempt = Attempt::of(&visit).await?;
    let done = second_factor::renew_codes(
        &visit.app.office,
        visit.caller.clone(),
        typed(&visit, "~current"),
        typed(&visit, "~code"),
        visit.app.clock.now(),
    );
    let done = done.await;
    attempt.ended(&visit, done.is_ok());
    match done {
        Ok(codes) => codes_page(&visit, codes),
        Err(Error::Invalid(wrong)) => shown(&visit, "codes", &wrong).await,
        Err(error) => Err(error),
    }
}
