//! `/intake`: a statement is pasted or comes as a file, is read into a draft, gone through finding by finding, and saved. The form
//! holds everything: nothing is stored before it is saved, but what is kept unfinished.

mod file;
pub mod fill;
pub mod parts;
pub mod read;
pub mod rules;
pub mod show;

pub use file::file;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::answer::{page_with, see};
use super::drafts::{self, ShownDraft};
use super::form::Typed;
use super::form::links;
use super::frame::Frame;
use super::visit::{Visit, value};
use crate::casework::enter::secret;
use crate::casework::idempotency::Once;
use crate::casework::intake::input::IntakeInput;
use crate::casework::intake::{self, TextInput, take};
use crate::casework::{drafts as casework_drafts, read_input};
use crate::domain::Action;
use crate::error::{Error, FieldError, Result};
use file::ReadFile;
use parts::{ACCEPTED, ALL, LISTS};
use show::Asked;

/// Where it all is.
pub const PATH: &str = "/intake";

#[derive(Template)]
#[template(path = "intake/paste.html")]
struct PastePage<'a> {
    f: &'a Frame,
    sent: TextInput,
    /// What the text was read from, and what of it was left out.
    file: Option<ReadFile>,
    errors: Vec<(&'static str, String, String)>,
    unfinished: Vec<ShownDraft>,
}

impl PastePage<'_> {
    /// What is wrong with a field.
    fn error(&self, name: &str) -> Option<&String> {
        self.errors.iter().find(|it| it.0 == name).map(|it| &it.2)
    }
}

/// The fields of a text that is to be read.
const FIELDS: [&str; 5] = ["text", "title", "url", "language", "file"];

fn text_of(visit: &Visit) -> TextInput {
    let given = |name: &str| {
        let text = value(&visit.sent, name).unwrap_or_default();
        Some(text.to_owned()).filter(|it| !it.trim().is_empty())
    };
    TextInput {
        text: value(&visit.sent, "text").unwrap_or_default().replace("\r\n", "\n"),
        url: given("url"),
        title: given("title"),
        language: given("language"),
    }
}

async fn paste(
    visit: &Visit,
    sent: TextInput,
    file: Option<ReadFile>,
    wrong: Vec<FieldError>,
) -> Result<HttpResponse> {
    let f = &visit.frame;
    let unfinished = visit.look(|look| drafts::shown(look, Some(PATH))).await?;
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let errors = wrong.into_iter().map(|error| {
        let at = error.pointer.trim_start_matches('/');
        let name = FIELDS.iter().copied().find(|name| *name == at).unwrap_or("text");
        (name, f.t(&format!("intake-field-{name}")), f.message(&error.message))
    });
    let page = PastePage { f, sent, file, errors: errors.collect(), unfinished };
    page_with(status, &page)
}

/// `GET /intake`: asks for a text, or goes on with an unfinished draft.
pub async fn ask(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::CreateRecords)?;
    if let Some(draft) = drafts::continued(&visit, PATH).await? {
        let asked = asked(Typed::of(&draft.typed), draft.key);
        return show::review(&visit, asked).await;
    }
    let empty = TextInput { text: String::new(), url: None, title: None, language: None };
    paste(&visit, empty, None, Vec::new()).await
}

fn asked(typed: Typed, once: String) -> Asked {
    Asked { typed, offers: Vec::new(), once, status: StatusCode::OK, added: None }
}

/// `POST /intake`: reads a text, or does with its draft what the button says.
pub async fn answer(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::CreateRecords)?;
    if value(&visit.sent, "text").is_some() {
        if value(&visit.sent, "~then") == Some("back") {
            return file::put_back(&visit).await;
        }
        return analyzed(&visit).await;
    }
    match value(&visit.sent, "~then") {
        Some("keep") => return drafts::keep_for_later(&visit).await,
        Some("text") => return file::text_again(&visit).await,
        _ => {}
    }
    let once = match value(&visit.sent, "~once").filter(|once| !once.is_empty()) {
        Some(once) => once.to_owned(),
        None => secret()?,
    };
    let mut asked = asked(Typed::of(&visit.sent), once);
    if let Some(list) = value(&visit.sent, "~add") {
        add(&visit, &mut asked, list);
        return show::review(&visit, asked).await;
    }
    if value(&visit.sent, "~then") == Some("accept") {
        for finding in read::findings(&asked.typed).collect::<Vec<_>>() {
            if read::decision(&asked.typed, &finding).is_none() {
                asked.typed.set(format!("{finding}/decision"), ACCEPTED);
            }
        }
        return show::review(&visit, asked).await;
    }
    save(&visit, asked).await
}

async fn analyzed(visit: &Visit) -> Result<HttpResponse> {
    let sent = text_of(visit);
    let (office, caller) = (&visit.app.office, visit.caller.clone());
    // What was read from a file, or put together here, is as it is wanted.
    let file = match ReadFile::of_form(visit) {
        Some(file) => Some(file),
        None => file::pasted(sent.text.clone()).await?,
    };
    let text = match &file {
        Some(ReadFile { cleaned: Some(body), .. }) => body.clone(),
        _ => sent.text.clone(),
    };
    let wanted = TextInput { text, ..sent.clone() };
    let read = intake::analyze(office, caller, visit.app.clock.now(), wanted.clone()).await;
    match read {
        Ok(draft) => {
            let (_, about) = wanted.checked()?;
            let mut typed = fill::of(&draft, &about)?;
            if let Some(file) = file {
                file.keep_in(&mut typed);
            }
            show::review(visit, asked(typed, secret()?)).await
        }
        Err(Error::Invalid(wrong)) => paste(visit, sent, ReadFile::of_form(visit), wrong).await,
        Err(other) => Err(other),
    }
}

/// Adds a finding of a person's own, at the passage that they selected, if they did.
fn add(visit: &Visit, asked: &mut Asked, list: &str) {
    let Some((list, ..)) = LISTS.iter().find(|it| it.0 == list) else { return };
    let typed = &mut asked.typed;
    let finding = format!("{list}/{}", typed.rows(list));
    let at = |name: &str| value(&visit.sent, name).and_then(|it| it.parse::<usize>().ok());
    let passage = at("~start").zip(at("~end")).and_then(|(start, end)| {
        let words = crate::domain::quote::passage(typed.value("body"), start, end).ok()?;
        Some((start, end, words))
    });
    typed.set(format!("{finding}/decision"), ACCEPTED);
    if let Some((start, end, words)) = passage {
        if *list == "actors" {
            typed.set(format!("{finding}/name"), words.trim());
            typed.set(format!("{finding}/was"), words.trim());
            typed.set(format!("{finding}/mentions"), format!("{start}-{end}"));
        } else {
            typed.set(format!("{finding}/start"), start.to_string());
            typed.set(format!("{finding}/end"), end.to_string());
            let named = match *list {
                "instruments" => Some("name"),
                "demands" => Some("asked"),
                _ => None,
            };
            if let Some(field) = named {
                typed.set(format!("{finding}/{field}"), words.trim());
            }
            typed.set(format!("{finding}/quote"), words);
        }
    }
    if *list == "actors" {
        typed.set(format!("{finding}/match"), "new");
    }
    asked.added = Some(finding);
}

async fn save(visit: &Visit, mut asked: Asked) -> Result<HttpResponse> {
    let mut typed = std::mem::take(&mut asked.typed);
    let read = visit.look(move |look| {
        let (mut value, rows) = read::value_of(&mut typed, look.f.now.day());
        let offers = links::resolve(look, &mut typed, ALL, &mut value, &rows)?;
        let input = read::input(&mut typed, value);
        Ok((typed, offers, input, rows))
    });
    let (typed, offers, input, rows) = read.await?;
    asked.typed = typed;
    asked.offers = offers;
    if !asked.typed.errors.is_empty() {
        asked.status = StatusCode::UNPROCESSABLE_ENTITY;
        return show::review(visit, asked).await;
    }
    let kept = serde_json::to_vec(&asked.typed.values).map_err(Error::internal)?;
    let once = Once::of(Some(asked.once.as_bytes()), PATH, &kept)?;
    let (office, caller) = (&visit.app.office, visit.caller.clone());
    let stored = match read_input::<IntakeInput>(input) {
        Ok(input) => take::store(office, caller, visit.app.clock.now(), once, input).await,
        Err(error) => Err(error),
    };
    match stored {
        Ok(stored) => {
            let (user, key) = (visit.caller.user, asked.once.clone());
            office.database.write(move |db| casework_drafts::discard(db, user, &key)).await?;
            visit.say_next(if stored.left.is_empty() { "said-intake" } else { "said-intake-left" });
            Ok(see(&format!("/statements/{}", stored.statement.reference)))
        }
        Err(error) => {
            asked.status = actix_web::ResponseError::status_code(&error);
            match error {
                Error::Invalid(errors) => asked.typed.refuse(read::at_fields(errors), &rows),
                error @ (Error::Forbidden(_) | Error::Conflict(_) | Error::Malformed(_)) => {
                    asked.typed.errors.push(FieldError::new("", error.to_string()));
                }
                other => return Err(other),
            }
            show::review(visit, asked).await
        }
    }
}
