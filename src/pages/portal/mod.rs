//! The public portal: what is published and public, for everybody, to read.
//!
//! It shows the same pages as others see, asked by a caller who is nobody ([`Caller::public`]), so
//! that the one rule of visibility decides. They link and send forms to paths from the root, as
//! everywhere; [`links`] leads those that the portal has into it, and takes the others out, so that
//! nothing on a page leads to anything but reading. No answer sets a cookie or depends on one.

mod links;
mod start;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    ALLOW, CACHE_CONTROL, CONTENT_TYPE, ETAG, HeaderValue, IF_NONE_MATCH, RETRY_AFTER,
};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::{Next, from_fn};
use actix_web::web::{self, Bytes, Data, Path, ServiceConfig};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError};
use std::sync::Arc;
use std::time::Duration;

use super::frame::{Frame, Public};
use super::visit::Visit;
use super::{answer, countries, records, releases, search};
use crate::app::App;
use crate::domain::Caller;
use crate::error::{Error, Result};
use crate::exchange::datasets::Dataset;
use crate::http::exports::{self, Turn};
use crate::http::public;
use crate::http::query::Parameters;
use crate::store::history::{self, digest};
use crate::store::vocabulary::Vocabulary;
use crate::words::{LANGUAGES, Language, Words};

/// Where the portal is; below it, a language other than the first, then the paths of the pages.
const ROOT: &str = "/public";
/// How long a copy may be kept by whoever passes it on: what is retracted is gone after it.
const KEPT: &str = "public, max-age=300";
/// How long a file may take: an hour, for those on a slow line.
const FILE: Duration = Duration::from_hours(1);
const READ_ONLY: &str = "GET, HEAD";
const HTML: &str = "text/html; charset=utf-8";

/// The portal in a language, for a request.
#[derive(Debug, Clone, Copy)]
pub struct Portal {
    words: Words,
}

/// The paths of the portal, in each language.
pub fn register(config: &mut ServiceConfig) {
    config.service(web::resource("/robots.txt").route(web::get().to(robots)));
    // The scope of the first language has the others inside its path, so it comes last.
    for language in LANGUAGES.iter().rev() {
        let Some(words) = Words::of(language.tag) else { continue };
        let portal = Portal { words };
        config.service(
            web::scope(&base(language))
                .wrap(from_fn(move |request: ServiceRequest, next: Next<BoxBody>| {
                    around(portal, request, next)
                }))
                .service(web::resource("").route(web::get().to(start::show)))
                .service(web::resource("/").route(web::get().to(start::show)))
                .service(web::resource("/search").route(web::get().to(search::show)))
                .service(web::resource("/countries").route(web::get().to(countries::list)))
                .service(
                    web::resource("/countries/{country}").route(web::get().to(countries::show)),
                )
                .service(
                    web::resource("/countries/{country}/figures")
                        .route(web::get().to(countries::show_figures)),
                )
                .service(web::resource("/exports/{file}").route(web::get().to(file)))
                .service(web::resource("/releases").route(web::get().to(releases::list)))
                .service(web::resource("/releases/{version}").route(web::get().to(releases::show)))
                .service(
                    web::resource("/releases/{version}/{file}")
                        .route(web::get().to(releases::file)),
                )
                .service(
                    web::resource("/releases/{from}/diff/{to}")
                        .route(web::get().to(releases::compare)),
                )
                .service(
                    web::resource("/releases/{from}/diff/{to}/{file}")
                        .route(web::get().to(releases::compare_rows)),
                )
                .configure(records::register_public)
                .default_service(web::to(missing)),
        );
    }
}

/// What the paths of the portal begin with in a language.
fn base(language: &Language) -> String {
    if language.tag == LANGUAGES[0].tag {
        ROOT.to_owned()
    } else {
        format!("{ROOT}/{}", language.tag)
    }
}

async fn missing(_: Visit) -> Result<HttpResponse> {
    Err(Error::NotFound)
}

/// `GET /robots.txt`: start, lists and records may be found; not what costs the server more.
async fn robots() -> HttpResponse {
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .insert_header((CACHE_CONTROL, KEPT))
        .body(format!(
            "User-agent: *\nDisallow: /\nAllow: {ROOT}\nAllow: /assets/\n\
             Disallow: {ROOT}/search\nDisallow: {ROOT}/*/search\n\
             Disallow: {ROOT}/exports/\nDisallow: {ROOT}/*/exports/\n\
             Disallow: {ROOT}/*?*cursor=\n"
        ))
}

/// `GET /public/exports/{file}`: a dataset as a file.
async fn file(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    if path.starts_with(&format!("{}.", Dataset::Merges)) {
        // What the office decided of its records, and why, is its own.
        return Err(Error::NotFound);
    }
    let parameters = Parameters::of(&visit.request)?;
    let (app, turns) = (&visit.app, &visit.app.public.exports);
    let turn = Turn { of: turns, patience: Some(public::PATIENCE), lasts: FILE };
    let answer = exports::file_in_turn(app, turn, visit.caller, &path, parameters).await?;
    app.watch.count_public_export(&path);
    Ok(answer)
}

impl Portal {
    /// Somebody without an account.
    pub async fn visit(self, request: HttpRequest) -> Result<Visit> {
        let app =
            request.app_data::<Data<App>>().cloned().ok_or_else(|| Error::internal("no app"))?;
        let memory = app.office.memory.clone();
        let vocabulary = app.office.database.read(move |db| memory.vocabulary(db)).await?;
        let frame = self.frame(&request, &app, vocabulary);
        Ok(Visit { app, request, caller: Caller::public(), frame, sent: Vec::new() })
    }

    fn frame(self, request: &HttpRequest, app: &App, vocabulary: Arc<Vocabulary>) -> Frame {
        let base = base(self.words.language());
        let here = request.uri().path_and_query().map_or("/", |here| here.as_str());
        let here = here.strip_prefix(&base).filter(|rest| rest.starts_with('/')).unwrap_or("/");
        Frame {
            words: self.words,
            vocabulary,
            visitor: None,
            csrf: String::new(),
            here: here.to_owned(),
            said: None,
            now: app.clock.now(),
            public: Some(Arc::new(Public {
                base,
                licence: app.config.portal_licence.clone(),
                citation: app.config.portal_citation.clone(),
            })),
        }
    }

    /// What went wrong, as a page of the portal.
    fn problem(self, request: &HttpRequest, error: &Error) -> Result<HttpResponse> {
        let app = request.app_data::<Data<App>>().ok_or_else(|| Error::internal("no app"))?;
        let frame = self.frame(request, app, Arc::default());
        let mut page = answer::explained(request, &frame, error, error.status_code())?;
        let headers = page.headers_mut();
        match error {
            Error::TooMany { retry_after } => {
                headers.insert(RETRY_AFTER, HeaderValue::from(*retry_after));
            }
            Error::MethodNotAllowed(..) => {
                headers.insert(ALLOW, HeaderValue::from_static(READ_ONLY));
            }
            _ => {}
        }
        Ok(page)
    }
}

impl Frame {
    /// How the records of the portal may be used, if the administrator says so.
    pub fn licence(&self) -> Option<&str> {
        self.public.as_ref()?.licence.as_deref()
    }

    /// How the records of the portal are cited, if the administrator says so.
    pub fn citation(&self) -> Option<&str> {
        self.public.as_ref()?.citation.as_deref()
    }

    /// This page of the portal in another language.
    pub fn in_language(&self, language: &Language) -> String {
        format!("{}{}", base(language), self.here)
    }
}

/// Around every page of the portal: who may ask how much, its links, and how long it is kept.
async fn around(
    portal: Portal,
    mut request: ServiceRequest,
    next: Next<BoxBody>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    request.extensions_mut().insert(portal);
    let admitted = admitted(&mut request).await;
    let state = match &admitted {
        Ok(_) => state(request.request()).await,
        Err(_) => Ok(None),
    };
    let app = request.app_data::<Data<App>>().cloned();
    let address = request.uri().to_string();
    let kept = match (&app, &state) {
        (Some(app), Ok(Some(state))) => app.public.kept(&address, *state),
        _ => None,
    };
    let answered = match (admitted, state, kept) {
        (Err(error), ..) | (_, Err(error), _) => {
            let page = portal.problem(request.request(), &error);
            request.into_response(page.unwrap_or_else(HttpResponse::from_error))
        }
        (Ok(_), Ok(_), Some(kept)) => {
            let (request, _) = request.into_parts();
            let answer = tagged(&request, HttpResponse::Ok().content_type(HTML).finish(), kept)?;
            return Ok(ServiceResponse::new(request, answer));
        }
        (Ok(turn), Ok(state), None) => {
            let answered = next.call(request).await?;
            drop(turn);
            return finished(portal, answered, |page| {
                if let (Some(app), Some(state)) = (&app, state) {
                    app.public.keep(address, state, page);
                }
            });
        }
    };
    finished(portal, answered, |_| {})
}

/// What a page depends on besides its address; nothing for a file, which is never kept.
async fn state(request: &HttpRequest) -> Result<Option<public::PageState>> {
    // Releases are made, and records taken out of them, without a change of a record.
    if request.path().contains("/exports/") || request.path().contains("/releases") {
        return Ok(None);
    }
    let app = request.app_data::<Data<App>>().cloned().ok_or_else(|| Error::internal("no app"))?;
    let last = app.office.database.read(history::last_change).await?;
    Ok(Some((last, app.clock.now().day())))
}

/// Whether a request is answered, and its turn.
async fn admitted(request: &mut ServiceRequest) -> Result<impl Sized + use<>> {
    let method = request.method().clone();
    if method == Method::HEAD {
        // What a page is called and how it is kept is the same; the server sends no body.
        request.head_mut().method = Method::GET;
    } else if method != Method::GET {
        return Err(Error::MethodNotAllowed(READ_ONLY.to_owned(), method.to_string()));
    }
    let app = request.app_data::<Data<App>>().cloned().ok_or_else(|| Error::internal("no app"))?;
    let path = request.path();
    let is_costly = ["/search", "/figures"].iter().any(|end| path.ends_with(end))
        || path.contains("/exports/")
        || path.split_once("/releases/").is_some_and(|(_, rest)| rest.contains('/'))
        || request.query_string().contains("q=");
    let network = public::network(request.request());
    app.public.turn(&network, is_costly, app.clock.now()).await
}

/// The answer as it is sent: what went wrong as a page, links led into the portal, and what caches
/// need to know. `keep` is given a page that others may be sent, too.
fn finished(
    portal: Portal,
    answered: ServiceResponse<BoxBody>,
    keep: impl FnOnce(Bytes),
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let error = answered.response().error().and_then(|error| error.as_error::<Error>());
    let answered = match error.map(|error| portal.problem(answered.request(), error)) {
        None => answered,
        Some(page) => answered.into_response(page.unwrap_or_else(HttpResponse::from_error)),
    };
    let (request, answer) = answered.into_parts();
    let kind = answer.headers().get(CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let is_good = answer.status() == StatusCode::OK;
    let (mut answer, body) = answer.into_parts();
    if is_good {
        answer.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(KEPT));
    }
    if !is_page {
        return Ok(ServiceResponse::new(request, answer.set_body(body)));
    }
    let bytes = body.try_into_bytes().map_err(|_| Error::internal("a page is sent whole"))?;
    let html = std::str::from_utf8(&bytes).map_err(Error::internal)?;
    let html = Bytes::from(links::led(html, &base(portal.words.language())));
    let answer = if is_good {
        keep(html.clone());
        tagged(&request, answer.set_body(BoxBody::new(())), html)?
    } else {
        answer.set_body(BoxBody::new(html))
    };
    Ok(ServiceResponse::new(request, answer))
}

/// A page with its tag; without its body for whoever has it.
fn tagged(
    request: &HttpRequest,
    mut answer: HttpResponse,
    html: Bytes,
) -> Result<HttpResponse, actix_web::Error> {
    // Weak: what compresses the body on its way does not change what it says.
    let tag = format!("W/\"{}\"", &digest(&html)[..32]);
    let headers = answer.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(KEPT));
    headers.insert(ETAG, HeaderValue::try_from(&tag).map_err(Error::internal)?);
    let known = request.headers().get(IF_NONE_MATCH).and_then(|known| known.to_str().ok());
    let is_known = known
        .is_some_and(|known| known.trim() == "*" || known.split(',').any(|one| one.trim() == tag));
    if is_known {
        // It keeps its type, and so the policy that goes with it, for the copy that is kept.
        *answer.status_mut() = StatusCode::NOT_MODIFIED;
        return Ok(answer);
    }
    Ok(answer.set_body(BoxBody::new(html)))
}
