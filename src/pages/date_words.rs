//! What a date field makes of what is typed into it, and dates on pages.

use actix_web::HttpResponse;
use serde::Serialize;

use super::frame::Frame;
use super::visit::Visit;
use crate::domain::date_words::{DateWordsError, read};
use crate::error::Result;
use crate::http::query::Parameters;
use crate::words::dates::{said, said_if};

impl Frame {
    /// A date as people read it.
    pub fn date(&self, date: Option<&str>) -> String {
        said_if(self.words, date)
    }

    /// How what is typed into a date field is understood; empty where nothing is typed.
    pub fn understood(&self, typed: &str) -> Result<String, DateWordsError> {
        if typed.trim().is_empty() {
            return Ok(String::new());
        }
        Ok(match read(typed, self.now.day())? {
            Some(date) => self.tvv("date-understood", &said(self.words, &date), date.as_str()),
            None => self.t("date-understood-unknown"),
        })
    }
}

#[derive(Serialize)]
struct Understood {
    said: String,
    /// Whether nothing could be made of it.
    wrong: bool,
}

/// `GET /understand/date?q=…`: how it is understood, or why it is not.
pub async fn understand(visit: Visit) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&visit.request)?;
    let typed = parameters.take("q").unwrap_or_default();
    parameters.none_left()?;
    let answer = match visit.frame.understood(&typed) {
        Ok(said) => Understood { said, wrong: false },
        Err(error) => Understood { said: error.to_string(), wrong: true },
    };
    Ok(HttpResponse::Ok().json(answer))
}
