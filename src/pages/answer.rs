//! Pages as answers: rendered, with their cookies; and what went wrong, as a page.

use actix_web::HttpResponse;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::LOCATION;
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::Next;
use askama::Template;

use super::frame::Frame;
use super::visit::{self, Notes, Pairs};
use crate::error::{Error, Result};
use crate::http::request_id;

/// A page.
pub fn page(template: &impl Template) -> Result<HttpResponse> {
    page_with(StatusCode::OK, template)
}

/// A page with a status of its own.
pub fn page_with(status: StatusCode, template: &impl Template) -> Result<HttpResponse> {
    let html = template.render().map_err(Error::internal)?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
}

/// Sends the browser to another page (303: with GET, whatever it sent here).
pub fn see(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
}

/// A path of this server to go back to: never that of another.
pub fn local(path: Option<&str>) -> &str {
    let is_local = |path: &&str| {
        path.starts_with('/')
            && !path.starts_with("//")
            && !path.contains(['\\', '\n', '\r', '\t'])
            && path.is_ascii()
    };
    path.filter(is_local).unwrap_or("/")
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    f: &'a Frame,
    title: String,
    detail: String,
    request_id: String,
}

/// Fields that are not kept when a form is asked for again.
const NOT_KEPT: [&str; 8] =
    ["~password", "~email", "~csrf", "~current", "~new", "~again", "~given", "~code"];

/// Asks for the password again, and keeps what was typed.
#[derive(Template)]
#[template(path = "resume.html")]
struct ResumePage<'a> {
    f: &'a Frame,
    typed: &'a Pairs,
    wrong: Option<String>,
    email: &'a str,
    /// For the second step, where the account has a second factor: the proof of the first.
    given: Option<String>,
    csrf: String,
}

/// Says that the role needs a second factor, and keeps what was typed.
#[derive(Template)]
#[template(path = "factor_missing.html")]
struct FactorMissingPage<'a> {
    f: &'a Frame,
    typed: &'a Pairs,
}

/// Around every page: its cookies, and what went wrong, as a page.
pub async fn framed(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let answered = next.call(request).await?.map_into_boxed_body();
    let request = answered.request().clone();
    let notes = Notes::of(&request);
    let problem = answered.response().error().and_then(|error| error.as_error::<Error>());
    let mut answered = match problem {
        None => answered,
        Some(error) => {
            let status = answered.status();
            let page = match notes.frame() {
                Some(frame) => explained(&request, &frame, error, status),
                None => frameless(&request, error, status),
            };
            answered.into_response(page.unwrap_or_else(HttpResponse::from_error))
        }
    };
    for cookie in notes.cookies() {
        if let Err(error) = answered.response_mut().add_cookie(&cookie) {
            return Err(Error::internal(error).into());
        }
    }
    Ok(answered)
}

/// What went wrong before it was known who asks.
fn frameless(
    request: &actix_web::HttpRequest,
    error: &Error,
    status: StatusCode,
) -> Result<HttpResponse> {
    let app = request
        .app_data::<actix_web::web::Data<crate::app::App>>()
        .ok_or_else(|| Error::internal("no app"))?;
    let frame = Frame {
        words: visit::words(request),
        vocabulary: std::sync::Arc::default(),
        visitor: None,
        csrf: String::new(),
        here: visit::here(request),
        said: None,
        now: app.clock.now(),
        public: None,
    };
    explained(request, &frame, error, status)
}

pub(super) fn explained(
    request: &actix_web::HttpRequest,
    frame: &Frame,
    error: &Error,
    status: StatusCode,
) -> Result<HttpResponse> {
    let typed = Notes::of(request).typed();
    if matches!(error, Error::FactorMissing) {
        if request.method() == Method::GET {
            visit::say_next(request, "said-second-factor-needed");
            return Ok(see("/account/second-factor"));
        }
        let mut typed = typed.unwrap_or_default();
        typed.retain(|pair| !NOT_KEPT.contains(&pair.0.as_str()));
        return page_with(status, &FactorMissingPage { f: frame, typed: &typed });
    }
    let asks_again = matches!(
        error,
        Error::Unauthenticated(_)
            | Error::TooMany { .. }
            | Error::CodeNeeded { .. }
            | Error::CodeWrong { .. }
    );
    if let (true, Some(typed)) = (asks_again, typed) {
        let tried = ["~password", "~given"].iter().any(|key| visit::value(&typed, key).is_some());
        let email = frame.visitor.as_ref().map(|visitor| visitor.email.as_str());
        let email = visit::value(&typed, "~email").or(email).unwrap_or_default().to_owned();
        let given = match error {
            Error::CodeNeeded { given } | Error::CodeWrong { given } => Some(given.clone()),
            // It is to be tried again later.
            Error::TooMany { .. } => visit::value(&typed, "~given").map(str::to_owned),
            _ => None,
        };
        let kept: Pairs = typed
            .into_iter()
            // Passwords are typed anew.
            .filter(|pair| !NOT_KEPT.contains(&pair.0.as_str()))
            .collect();
        let wrong = match error {
            Error::CodeNeeded { .. } => None,
            Error::CodeWrong { .. } => Some(frame.t("second-factor-wrong")),
            _ => tried.then(|| frame.message(&error.to_string())),
        };
        let page = ResumePage {
            f: frame,
            typed: &kept,
            wrong,
            email: &email,
            given,
            csrf: visit::guest_token(request)?,
        };
        return page_with(status, &page);
    }
    if matches!(error, Error::Unauthenticated(_)) && request.method() == Method::GET {
        let mut to = String::from("/login?to=");
        to.extend(form_urlencoded::byte_serialize(frame.here.as_bytes()));
        return Ok(see(&to));
    }
    let key = match error {
        Error::NotFound => "problem-not-found",
        Error::Forbidden(_) | Error::FactorMissing => "problem-forbidden",
        Error::Malformed(_) | Error::UnsupportedMedia(_) | Error::MethodNotAllowed(..) => {
            "problem-malformed"
        }
        Error::TooMany { .. } => "problem-too-many",
        Error::TooLarge { .. } => "problem-too-large",
        Error::Unavailable | Error::StorageFull => "problem-unavailable",
        Error::Internal(_) => "problem-internal",
        _ => "problem-refused",
    };
    let detail = match error {
        Error::NotFound => frame.t("problem-not-found-detail"),
        other => frame.message(&other.to_string()),
    };
    let page =
        ProblemPage { f: frame, title: frame.t(key), detail, request_id: request_id::current() };
    page_with(status, &page)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_sent_to_another_server() {
        for path in ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\nb"] {
            assert_eq!(local(Some(path)), "/");
        }
        assert_eq!(local(Some("/events?country=KHM")), "/events?country=KHM");
        assert_eq!(local(None), "/");
    }
}
