//! What of a file, or of what was pasted, is the statement. The text of a file is put into the form that asks for one, with
//! what was left out of it beside, so that it can be put back; what is pasted is read at once, and what was left out
//! stands beside its draft. Nothing of it is kept.

use actix_web::web::{Data, Payload};
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;

use super::{paste, text_of};
use crate::app::App;
use crate::casework::intake::TextInput;
use crate::domain::Action;
use crate::domain::text::BODY;
use crate::error::{Error, FieldError, Result};
use crate::exchange::text::TextOfFile;
use crate::exchange::text::{self, Cut};
use crate::http::imports::folder;
use crate::http::intake::{StatementFile, file_text};
use crate::http::upload;
use crate::pages::form::Typed;
use crate::pages::visit::{Visit, is_own_form, value};
use crate::store::history::digest;

/// What the page remembers of a file, or of a text that was pasted with a page around it, in hidden fields.
pub struct ReadFile {
    /// Kind of file, notices, and the day that it gives itself.
    pub about: Vec<String>,
    pub cut: Vec<Cut>,
    /// Of the text as it was read or last put together, for [`put_back`].
    pub digest: String,
    /// What is left of a text that was just pasted.
    pub cleaned: Option<String>,
}

impl ReadFile {
    /// What was left out, to be sent along.
    pub fn sent(&self) -> String {
        json!(self.cut).to_string()
    }

    /// What a form says of its file. What somebody changed in hidden fields is no file.
    pub fn of_form(visit: &Visit) -> Option<Self> {
        let cut = serde_json::from_str(value(&visit.sent, "cut")?).ok()?;
        let digest = value(&visit.sent, "of")?.to_owned();
        let about = visit.sent.iter().filter(|it| it.0 == "about").map(|it| it.1.clone());
        Some(Self { about: about.collect(), cut, digest, cleaned: None })
    }

    /// Writes it down in the form of a draft.
    pub fn keep_in(self, typed: &mut Typed) {
        typed.set("cut", self.sent());
        typed.set("of", self.digest);
        if !self.about.is_empty() {
            typed.values.insert("about".to_owned(), self.about);
        }
    }
}

/// `POST /intake/file`: a form with a file.
pub async fn file(
    visit: Visit,
    request: HttpRequest,
    payload: Payload,
    app: Data<App>,
) -> Result<HttpResponse> {
    visit.caller.must(Action::CreateRecords)?;
    let empty = TextInput { text: String::new(), url: None, title: None, language: None };
    let arrived = upload::arrived(&request, payload, &folder(&app), None, &upload::STATEMENT).await;
    let (sent, values) = match arrived {
        Ok(arrived) => arrived,
        Err(Error::Invalid(wrong)) => return paste(&visit, empty, None, wrong).await,
        Err(error @ Error::TooLarge { .. }) => {
            let wrong = vec![FieldError::new("/file", error.to_string())];
            return paste(&visit, empty, None, wrong).await;
        }
        Err(other) => return Err(other),
    };
    is_own_form(&visit, &values)?;
    let name = sent.name.clone();
    match file_text(&app, sent).await {
        Ok(read) => {
            let f = &visit.frame;
            let StatementFile { kind, statement, language, url, published, cut, notices, .. } =
                read;
            let kind = f.t(&format!("intake-file-kind-{}", kind.code()));
            let mut about = vec![f.tvv("intake-file-read-from", &name, &kind)];
            about.extend(published.map(|day| f.tv("intake-file-published", &day)));
            about.extend(notices.iter().map(|notice| f.message(notice)));
            let digest = digest(statement.as_bytes());
            let file = ReadFile { about, cut, digest, cleaned: None };
            let sent = TextInput { text: statement, url, title: None, language };
            paste(&visit, sent, Some(file), Vec::new()).await
        }
        Err(Error::Invalid(wrong)) => paste(&visit, empty, None, wrong).await,
        Err(other) => Err(other),
    }
}

/// What of a pasted text stands around the statement, if anything does.
///
/// # Errors
/// [`Error::Internal`] if the thread that reads it is gone.
pub async fn pasted(text: String) -> Result<Option<ReadFile>> {
    // What is too long is refused as it is.
    if text.chars().nth(BODY).is_some() {
        return Ok(None);
    }
    let read = actix_web::web::block(move || text::of_pasted(&text)).await;
    let TextOfFile { body, cut, .. } = read.map_err(Error::internal)?;
    if cut.is_empty() || body.trim().is_empty() {
        return Ok(None);
    }
    let digest = digest(body.as_bytes());
    Ok(Some(ReadFile { cut, digest, cleaned: Some(body), about: Vec::new() }))
}

/// Goes back from a draft to its text, so that what was left out can be put back.
pub async fn text_again(visit: &Visit) -> Result<HttpResponse> {
    let of = |name: &str| value(&visit.sent, name).unwrap_or_default().replace("\r\n", "\n");
    let given = |name: &str| Some(of(name)).filter(|it| !it.trim().is_empty());
    let sent = TextInput {
        text: of("body"),
        url: given("url"),
        title: given("title"),
        language: given("language"),
    };
    paste(visit, sent, ReadFile::of_form(visit), Vec::new()).await
}

/// Puts back what was ticked. A text that was changed since has it at its end, and nothing typed is lost.
pub async fn put_back(visit: &Visit) -> Result<HttpResponse> {
    let mut sent = text_of(visit);
    let Some(mut file) = ReadFile::of_form(visit) else {
        return paste(visit, sent, None, Vec::new()).await;
    };
    let wanted: Vec<usize> =
        visit.sent.iter().filter(|it| it.0 == "back").filter_map(|it| it.1.parse().ok()).collect();
    let cut = std::mem::take(&mut file.cut);
    if digest(sent.text.as_bytes()) == file.digest {
        (sent.text, file.cut) = text::put_back(&sent.text, cut, |place| wanted.contains(&place));
        file.digest = digest(sent.text.as_bytes());
    } else {
        for (place, piece) in cut.into_iter().enumerate() {
            if wanted.contains(&place) {
                sent.text.push_str("\n\n");
                sent.text.push_str(piece.text.trim());
            } else {
                file.cut.push(piece);
            }
        }
    }
    paste(visit, sent, Some(file), Vec::new()).await
}
