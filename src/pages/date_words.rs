//! What a date field makes of what is typed into it, and dates on pages.

use actix_web::HttpResponse;
use serde::Serialize;

use super::frame::Frame;
use super::visit::Visit;
use crate::domain::Edtf;
use crate::domain::date_words::{DateWordsError, read};
use crate::error::Result;
use crate::http::query::Parameters;
use crate::words::dates::said;

impl Frame {
    /// A date as people read it.
    pub fn date(&self, date: Option<&str>) -> String {
        match date.map(|date| (date, date.parse::<Edtf>())) {
            None => self.t("date-unknown"),
            Some((_, Ok(date))) => said(self.words, &date),
            // A day that stands for something else is shown as it is kept.
            Some((kept, Err(_))) => kept.to_owned(),
        }
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
