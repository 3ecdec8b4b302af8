//! The form that puts a report together, with what it says below it.
//!
//! An address fills the form in; sending it makes the report, and shows it below what was typed.
//! Whatever is wrong, the form comes back as it was sent.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, HeaderValue};
use actix_web::web::Path;
use askama::Template;

use super::answer::page_with;
use super::frame::Frame;
use super::list::{FilterField, filter_field, is_offered};
use super::visit::{OWN, Pairs, Visit};
use crate::casework::records::Record;
use crate::casework::records::event::Event;
use crate::casework::report::{INTRODUCTION, ReportAudience, ReportPreset, SectionKind, Wanted};
use crate::domain::{Action, Country};
use crate::error::{Error, Result};
use crate::exchange::report::{ReportFormat, html};
use crate::http::base_of;
use crate::http::query::Parameters;
use crate::http::reports as http;
use crate::words::{LANGUAGES, Language};

/// What stands before the kind of a section whose box is ticked, and whose place is given.
const TICKED: &str = "section.";
const PLACE: &str = "place.";
/// The preset whose sections the form has.
const SECTIONS_OF: &str = "sections-of";
/// Sections as the preset has them, whatever is ticked.
const AS_PRESET: &str = "as-preset";
/// Filters of events that have a field of their own, or that the audience decides.
const OWN_FIELDS: [&str; 9] = [
    "country",
    "actor",
    "instrument",
    "from",
    "to",
    "mine",
    "assigned",
    "status",
    "confidentiality",
];

#[derive(Template)]
#[template(path = "reports.html")]
struct ReportsPage<'a> {
    f: &'a Frame,
    asked: Asked,
    presets: &'static [ReportPreset],
    audiences: Vec<ReportAudience>,
    languages: &'static [Language],
    countries: Vec<Country>,
    instruments: Vec<String>,
    sections: Vec<SectionRow>,
    filters: Vec<FilterField>,
    formats: &'static [ReportFormat],
    wrong: Option<String>,
    shown: Option<Shown>,
}

/// A section as the form asks for it.
struct SectionRow {
    kind: &'static str,
    label: String,
    is_ticked: bool,
    place: usize,
    introduction: String,
}

/// A report that was made.
struct Shown {
    words: String,
    is_too_long: bool,
    warnings: Vec<String>,
    fragment: String,
}

/// What was typed.
#[derive(Default)]
struct Asked(BTreeMap<String, String>);

impl Asked {
    fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut all: BTreeMap<String, String> = BTreeMap::new();
        for (name, value) in pairs {
            let value = value.trim().to_owned();
            if value.is_empty() || name.starts_with(OWN) {
                continue;
            }
            match all.get_mut(&name) {
                // Several are chosen in one list.
                Some(before) if name == "country" => {
                    before.push(',');
                    before.push_str(&value);
                }
                _ => {
                    all.insert(name, value);
                }
            }
        }
        Self(all)
    }

    fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.get(name) == value
    }

    /// Whether the country is one of those chosen.
    fn has_country(&self, country: &Country) -> bool {
        self.get("country").split(',').any(|it| it.trim() == country.as_str())
    }

    fn preset(&self) -> ReportPreset {
        self.get("preset").parse().unwrap_or(ReportPreset::Country)
    }

    fn audience(&self) -> ReportAudience {
        self.get("audience").parse().unwrap_or(ReportAudience::Public)
    }

    /// The sections that are ticked, by the places that were given. Those of the preset, if none is
    /// ticked, or if it is another than the one for which they were.
    fn sections(&self) -> Vec<SectionKind> {
        let is_other = self.0.get(SECTIONS_OF).is_some_and(|it| it != self.preset().code());
        let mut ticked: Vec<(usize, usize, SectionKind)> = Vec::new();
        for (at, kind) in SectionKind::ALL.iter().enumerate() {
            if self.0.contains_key(&format!("{TICKED}{kind}")) {
                let place = self.get(&format!("{PLACE}{kind}")).parse().unwrap_or(at + 1);
                ticked.push((place, at, *kind));
            }
        }
        if ticked.is_empty() && !self.0.contains_key(SECTIONS_OF) {
            let listed = self.get("sections").split(',').filter_map(|it| it.trim().parse().ok());
            ticked = listed.enumerate().map(|(at, kind)| (at, at, kind)).collect();
        }
        if ticked.is_empty() || is_other || self.0.contains_key(AS_PRESET) {
            return self.preset().sections().to_vec();
        }
        ticked.sort_unstable();
        ticked.into_iter().map(|it| it.2).collect()
    }

    /// As parameters of the API.
    fn parameters(&self) -> BTreeMap<String, String> {
        let mut all = self.0.clone();
        all.retain(|name, _| {
            !name.starts_with(TICKED)
                && !name.starts_with(PLACE)
                && ![AS_PRESET, SECTIONS_OF, "sections"].contains(&name.as_str())
        });
        let sections = self.sections();
        if sections != self.preset().sections() {
            let codes: Vec<&str> = sections.iter().map(|it| it.code()).collect();
            all.insert("sections".to_owned(), codes.join(","));
        }
        all
    }
}

/// `GET /reports?preset=…&country=…`: the form, filled in.
pub async fn ask(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::Export)?;
    let query = visit.request.query_string().to_owned();
    let mut asked = Asked::of(form_urlencoded::parse(query.as_bytes()).into_owned());
    let language = visit.frame.language().tag;
    asked.0.entry("lang".to_owned()).or_insert_with(|| language.to_owned());
    form(&visit, asked, None, None).await
}

/// `POST /reports`: the report, below the form that asks for it.
pub async fn make(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::Export)?;
    let asked = Asked::of(visit.sent.clone());
    match made(&visit, asked.parameters()).await {
        Ok(shown) => form(&visit, asked, None, Some(shown)).await,
        Err(Error::Malformed(about)) => form(&visit, asked, Some(about), None).await,
        Err(other) => Err(other),
    }
}

/// `POST /reports/file.{format}`: the report as a file.
pub async fn file(visit: Visit, format: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::Export)?;
    let format: ReportFormat = format.parse().map_err(|_| Error::NotFound)?;
    let asked = Asked::of(visit.sent.clone());
    let mut parameters = asked.parameters();
    parameters.insert("format".to_owned(), format.code().to_owned());
    let parameters = Parameters::given(parameters.into_iter().collect())?;
    let base = base_of(&visit.request);
    match http::answer(&visit.app, visit.caller.clone(), parameters, base).await {
        Ok(mut answer) => {
            let name =
                HeaderValue::try_from(format!("attachment; filename=\"saksi-report.{format}\""));
            let headers = answer.headers_mut();
            if !headers.contains_key(CONTENT_DISPOSITION) {
                headers.insert(CONTENT_DISPOSITION, name.map_err(Error::internal)?);
            }
            Ok(answer)
        }
        Err(Error::Malformed(about)) => form(&visit, asked, Some(about), None).await,
        Err(other) => Err(other),
    }
}

async fn form(
    visit: &Visit,
    asked: Asked,
    wrong: Option<String>,
    shown: Option<Shown>,
) -> Result<HttpResponse> {
    let f = &visit.frame;
    let chosen = asked.sections();
    let mut sections: Vec<SectionRow> = SectionKind::ALL
        .iter()
        .enumerate()
        .map(|(at, kind)| {
            let place = chosen.iter().position(|it| it == kind);
            SectionRow {
                kind: kind.code(),
                label: f.t(&format!("report-section-{kind}")),
                is_ticked: place.is_some(),
                place: place.unwrap_or(chosen.len() + at) + 1,
                introduction: asked.get(&format!("{INTRODUCTION}{kind}")).to_owned(),
            }
        })
        .collect();
    sections.sort_by_key(|it| it.place);
    let instruments = visit
        .look(|look| {
            let book = look.memory.law(look.db)?;
            Ok(book.instruments().iter().map(|it| it.code.clone()).collect())
        })
        .await?;
    let given: Pairs = asked.0.clone().into_iter().collect();
    let filters = Event::FILTERS
        .iter()
        .filter(|it| is_offered(it.name, f) && !OWN_FIELDS.contains(&it.name))
        .map(|it| filter_field(f, it.name, it.about, "event", &given))
        .collect();
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = ReportsPage {
        f,
        asked,
        presets: ReportPreset::ALL,
        audiences: ReportAudience::offered_to(&visit.caller),
        languages: &LANGUAGES,
        countries: f.countries(),
        instruments,
        sections,
        filters,
        formats: ReportFormat::ALL,
        wrong: wrong.map(|about| f.message(&about)),
        shown,
    };
    page_with(status, &page)
}

async fn made(visit: &Visit, parameters: BTreeMap<String, String>) -> Result<Shown> {
    let wanted = Wanted::of(parameters)?;
    let base = base_of(&visit.request);
    let (words, word_limit, warnings, fragment) =
        http::made(&visit.app, visit.caller.clone(), wanted, move |_, made| {
            let fragment = html::fragment(&made.document, &base)?;
            Ok((made.words, made.word_limit, made.warnings, fragment))
        })
        .await?;
    let f = &visit.frame;
    let words_shown = match word_limit {
        None => f.tn("report-words-are", words),
        Some(limit) => f.tvv("report-words-of", &f.number(words), &f.number(limit)),
    };
    Ok(Shown {
        words: words_shown,
        is_too_long: word_limit.is_some_and(|limit| words > limit),
        warnings,
        fragment,
    })
}
