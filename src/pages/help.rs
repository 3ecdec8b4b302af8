//! Help: how saksi counts, what each code means, the keyboard.

use actix_web::HttpResponse;
use askama::Template;

use super::answer::page;
use super::frame::Frame;
use super::visit::Visit;
use crate::error::Result;
use crate::http::query::Parameters;

#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage<'a> {
    f: &'a Frame,
    lists: Vec<List>,
}

/// The codes of a vocabulary, with what they mean.
struct List {
    id: &'static str,
    title: String,
    terms: Vec<(String, String)>,
}

/// The vocabularies that are explained, and the keys of their titles.
const EXPLAINED: [(&str, &str); 6] = [
    ("status", "col-status"),
    ("confidentiality", "field-confidentiality"),
    ("confidence", "field-confidence"),
    ("stance", "field-stance"),
    ("participation_role", "field-role"),
    ("demand_status", "demand-status"),
];

/// `GET /help`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let f = &visit.frame;
    let list = |(vocabulary, key): (&'static str, &str)| List {
        id: vocabulary,
        title: f.t(key),
        terms: f
            .vocabulary
            .terms_of(vocabulary)
            .map(|term| (f.label(vocabulary, &term.code), f.definition(vocabulary, &term.code)))
            .collect(),
    };
    page(&HelpPage { f, lists: EXPLAINED.into_iter().map(list).collect() })
}
