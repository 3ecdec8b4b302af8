//! Who looks at a page: the session of the browser's cookie, and the form that was sent, if one was.
//!
//! A form counts only if it comes from a page of ours: the browser says so (`Sec-Fetch-Site`,
//! `Origin`), and the form has the token of the session. Where the session has ended meanwhile, what
//! was typed is kept on a page that asks for the password, and then saved.

use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::dev::Payload;
use actix_web::http::Method;
use actix_web::http::header::{ACCEPT_LANGUAGE, HOST, ORIGIN};
use actix_web::web::Data;
use actix_web::{FromRequest, HttpMessage, HttpRequest};

use super::frame::Frame;
use super::portal::Portal;
use super::records::Looking;
use crate::app::App;
use crate::casework::enter::{self, Door, Proof};
use crate::domain::{Action, Caller};
use crate::error::{Error, Result};
use crate::http::{accounts, body};
use crate::store::Eyes;
use crate::store::history::digest;
use crate::words::Words;

/// The cookie of a session.
const SESSION: &str = "saksi_session";
/// The cookie of somebody who has not logged in, so that their login form can be told from others'.
const GUEST: &str = "saksi_guest";
/// The cookie of a chosen language.
const LANGUAGE: &str = "saksi_language";
/// The cookie of what is to be said on the next page.
const SAID: &str = "saksi_said";

/// Fields of ours in forms begin with this; those of records never do.
pub const OWN: char = '~';

const ENDED: Error = Error::Unauthenticated("log in to see this page");

/// The names and values of a form, in their order.
pub type Pairs = Vec<(String, String)>;

/// What is remembered of a request until it is answered.
#[derive(Clone, Default)]
pub struct Notes(Rc<RefCell<NotesInner>>);

#[derive(Default)]
struct NotesInner {
    cookies: Vec<Cookie<'static>>,
    typed: Option<Pairs>,
    frame: Option<Frame>,
}

impl Notes {
    /// Those of a request.
    pub fn of(request: &HttpRequest) -> Self {
        if let Some(notes) = request.extensions().get::<Self>() {
            return notes.clone();
        }
        let notes = Self::default();
        request.extensions_mut().insert(notes.clone());
        notes
    }

    pub fn set_cookie(&self, cookie: Cookie<'static>) {
        self.0.borrow_mut().cookies.push(cookie);
    }

    pub fn cookies(&self) -> Vec<Cookie<'static>> {
        self.0.borrow().cookies.clone()
    }

    /// What somebody typed into a form that could not be taken.
    pub fn typed(&self) -> Option<Pairs> {
        self.0.borrow().typed.clone()
    }

    pub fn frame(&self) -> Option<Frame> {
        self.0.borrow().frame.clone()
    }
}

/// Somebody who may not have logged in.
pub struct Guest {
    pub app: Data<App>,
    pub request: HttpRequest,
    pub frame: Frame,
    /// What they sent, if it is a form.
    pub sent: Pairs,
}

/// Somebody who has logged in.
pub struct Visit {
    pub app: Data<App>,
    pub request: HttpRequest,
    pub caller: Caller,
    pub frame: Frame,
    /// What they sent, if it is a form.
    pub sent: Pairs,
}

impl Visit {
    /// Looks at records, in one reading of the database.
    ///
    /// # Errors
    /// Those of `work`.
    pub async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Looking<'_>) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (memory, caller) = (self.app.office.memory.clone(), self.caller.clone());
        let frame = self.frame.clone();
        let reading = self.app.office.database.read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            work(&mut Looking { db, eyes: &eyes, memory: &memory, f: &frame })
        });
        reading.await
    }

    /// Says something on the page that they are sent to next.
    pub fn say_next(&self, key: &str) {
        say_next(&self.request, key);
    }
}

/// Says what stands under `key` on the next page.
pub fn say_next(request: &HttpRequest, key: &str) {
    Notes::of(request).set_cookie(cookie(SAID, key.to_owned(), Some(Duration::minutes(1))));
}

fn cookie(name: &'static str, value: String, lasts: Option<Duration>) -> Cookie<'static> {
    let mut cookie = Cookie::build(name, value)
        .path("/")
        .secure(true)
        .http_only(true)
        .same_site(SameSite::Lax)
        .finish();
    cookie.set_max_age(lasts);
    cookie
}

fn of_cookie(request: &HttpRequest, name: &str) -> Option<String> {
    request.cookie(name).map(|cookie| cookie.value().to_owned()).filter(|it| !it.is_empty())
}

/// The language of a request: the one chosen, or the browser's.
pub fn words(request: &HttpRequest) -> Words {
    let chosen = of_cookie(request, LANGUAGE).and_then(|tag| Words::of(&tag));
    chosen.unwrap_or_else(|| {
        let accepted = request.headers().get(ACCEPT_LANGUAGE).and_then(|it| it.to_str().ok());
        Words::accepted(accepted.unwrap_or_default())
    })
}

/// The path and query of a request.
pub fn here(request: &HttpRequest) -> String {
    request.uri().path_and_query().map_or("/", |here| here.as_str()).to_owned()
}

/// Keeps the choice of a language.
pub fn choose(request: &HttpRequest, words: Words) {
    let tag = words.language().tag.to_owned();
    Notes::of(request).set_cookie(cookie(LANGUAGE, tag, Some(Duration::days(365))));
}

/// What somebody gives to come in: the password, or in the second step the proof that they gave it.
const KEYS: [&str; 4] = ["~email", "~password", "~given", "~code"];

/// Whether a form brings what opens a session.
fn brings_keys(sent: &Pairs) -> bool {
    value(sent, "~password").is_some() || value(sent, "~given").is_some()
}

/// Opens a session for the browser.
///
/// # Errors
/// Those of [`accounts::enter_by`].
pub async fn enter(request: &HttpRequest, app: &App, sent: &Pairs) -> Result<String> {
    let of = |name: &str| value(sent, name).unwrap_or_default().to_owned();
    let proof = match value(sent, "~given") {
        Some(given) => Proof::Given(given.to_owned()),
        None => Proof::Password { email: of("~email"), password: of("~password") },
    };
    let code = Some(of("~code"));
    let entered = accounts::enter_by(request, app, proof, code, Door::Browser).await?;
    let notes = Notes::of(request);
    notes.set_cookie(cookie(SESSION, entered.secret.clone(), None));
    Ok(entered.secret)
}

/// Takes the session's cookie from the browser.
pub fn forget(request: &HttpRequest) {
    Notes::of(request).set_cookie(cookie(SESSION, String::new(), Some(Duration::ZERO)));
}

/// The first value of a field.
pub fn value<'s>(sent: &'s Pairs, name: &str) -> Option<&'s str> {
    sent.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str())
}

/// What the forms of a session, or of a guest, send back.
fn csrf_of(secret: &str) -> String {
    digest(format!("form of {secret}").as_bytes())
}

/// Whether a browser says that the form comes from a page of ours. One that says nothing is believed:
/// the token of the form decides too.
fn is_from_here(request: &HttpRequest) -> bool {
    let header =
        |name: &str| request.headers().get(name).map(|it| it.to_str().unwrap_or("?").to_owned());
    match header("sec-fetch-site").as_deref() {
        Some("same-origin") => return true,
        None | Some("none") => {}
        Some(_) => return false,
    }
    match header(ORIGIN.as_str()) {
        None => true,
        Some(origin) => {
            let host = header(HOST.as_str()).unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, of)| of == host)
        }
    }
}

/// Whether a form brings a file: its handler reads it as it comes, and asks [`is_own_form`].
fn is_upload(request: &HttpRequest) -> bool {
    let said = request.headers().get(actix_web::http::header::CONTENT_TYPE);
    let is_form = said.is_some_and(|it| it.as_bytes().starts_with(b"multipart/form-data"));
    let path = request.path();
    let is_logo = path.starts_with("/reports/definitions/") && path.ends_with("/logo");
    request.method() == Method::POST
        && (matches!(path, "/imports" | "/intake/file") || is_logo)
        && is_form
}

/// Whether a form with a file is one of the visitor's session.
///
/// # Errors
/// [`Error::Unauthenticated`] if it has not the token of the session.
pub fn is_own_form(visit: &Visit, sent: &Pairs) -> Result<()> {
    if value(sent, "~csrf") == Some(visit.frame.csrf.as_str()) { Ok(()) } else { Err(ENDED) }
}

/// Reads what came with a request, and finds out who sent it.
async fn arrived(request: HttpRequest, payload: Payload) -> Result<Guest> {
    let app = request.app_data::<Data<App>>().cloned().ok_or_else(|| Error::internal("no app"))?;
    let notes = Notes::of(&request);
    let mut sent = Pairs::new();
    if request.method() == Method::POST && !is_from_here(&request) {
        return Err(Error::Forbidden(
            "this form was not sent from a page of this server; open the page here and send it again"
                .to_owned(),
        ));
    }
    if request.method() == Method::POST && !is_upload(&request) {
        body::must_be(&request, &["application/x-www-form-urlencoded"])?;
        let payload = actix_web::web::Payload::from_request(&request, &mut { payload })
            .await
            .map_err(|error| Error::Malformed(error.to_string()))?;
        let bytes = body::bytes(&request, payload, app.config.max_body).await?;
        sent = form_urlencoded::parse(&bytes).into_owned().collect();
    }
    let (mut secret, now) = (of_cookie(&request, SESSION), app.clock.now());
    if brings_keys(&sent) && request.path() != "/login" {
        // The session had ended; the form came back with the password.
        guest_form(&request, &sent)?;
        notes.0.borrow_mut().typed = Some(sent.clone());
        secret = Some(enter(&request, &app, &sent).await?);
        sent.retain(|(name, _)| name != "~csrf" && !KEYS.contains(&name.as_str()));
        sent.push(("~csrf".to_owned(), csrf_of(secret.as_deref().unwrap_or_default())));
    }
    let found = match &secret {
        Some(secret) => enter::visitor(&app.office, secret.clone(), now).await?,
        None => None,
    };
    let here = here(&request);
    let said = of_cookie(&request, SAID).filter(|key| Words::has(key));
    if said.is_some() && request.method() == Method::GET {
        notes.set_cookie(cookie(SAID, String::new(), Some(Duration::ZERO)));
    }
    let words = words(&request);
    let frame = match (found, secret) {
        (Some((visitor, vocabulary)), Some(secret)) => Frame {
            words,
            vocabulary,
            visitor: Some(visitor),
            csrf: csrf_of(&secret),
            here,
            said: said.map(|key| words.say(&key)),
            now,
            public: None,
        },
        _ => Frame {
            words,
            vocabulary: std::sync::Arc::default(),
            visitor: None,
            csrf: guest_token(&request)?,
            here,
            said: said.map(|key| words.say(&key)),
            now,
            public: None,
        },
    };
    notes.0.borrow_mut().frame = Some(frame.clone());
    Ok(Guest { app, request, frame, sent })
}

/// The token of forms for somebody who has not logged in.
pub fn guest_token(request: &HttpRequest) -> Result<String> {
    let kept = if let Some(kept) = of_cookie(request, GUEST) {
        kept
    } else {
        let fresh = enter::secret()?;
        Notes::of(request).set_cookie(cookie(GUEST, fresh.clone(), None));
        fresh
    };
    Ok(csrf_of(&kept))
}

/// # Errors
/// [`Error::Unauthenticated`] if a guest's form has not the token of their cookie.
pub fn guest_form(request: &HttpRequest, sent: &Pairs) -> Result<()> {
    let known = of_cookie(request, GUEST).map(|kept| csrf_of(&kept));
    if known.is_some() && known.as_deref() == value(sent, "~csrf") {
        return Ok(());
    }
    Err(Error::Unauthenticated(
        "this browser sent back no cookie: they travel over HTTPS only; open the address that begins \
         with https://, or on this machine http://127.0.0.1, allow cookies, and try again",
    ))
}

type Waiting<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

impl FromRequest for Guest {
    type Error = Error;
    type Future = Waiting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        Box::pin(arrived(request.clone(), payload.take()))
    }
}

impl FromRequest for Visit {
    type Error = Error;
    type Future = Waiting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let portal = request.extensions().get::<Portal>().copied();
        if let Some(portal) = portal {
            return Box::pin(portal.visit(request.clone()));
        }
        let body = if is_upload(request) { Payload::None } else { payload.take() };
        let arriving = arrived(request.clone(), body);
        Box::pin(async {
            let Guest { app, request, frame, sent } = arriving.await?;
            // One with a file is asked for its token once it was read.
            let is_form = request.method() == Method::POST && !is_upload(&request);
            let known = frame.visitor.as_ref().map(|visitor| visitor.caller.clone());
            let caller = known.filter(|_| {
                // A form of another session of the same person is asked for the password, too.
                !is_form || value(&sent, "~csrf") == Some(frame.csrf.as_str())
            });
            let Some(caller) = caller else {
                if is_form {
                    Notes::of(&request).0.borrow_mut().typed = Some(sent);
                }
                return Err(ENDED);
            };
            let has_factor = frame.visitor.as_ref().is_some_and(|it| it.has_second_factor);
            let path = request.path();
            if app.config.second_factor_for.contains(&caller.role)
                && !(has_factor || path == "/logout" || path.starts_with("/account"))
            {
                if is_form {
                    Notes::of(&request).0.borrow_mut().typed = Some(sent);
                }
                return Err(Error::FactorMissing);
            }
            // Who may administer is asked here once for all of it, and again by each act.
            if path == "/admin" || path.starts_with("/admin/") {
                caller.must(Action::KeepUsers)?;
            }
            Ok(Self { app, request, caller, frame, sent })
        })
    }
}
