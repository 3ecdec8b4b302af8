//! The form that puts a report together, with what it says below it.
//!
//! An address fills the form in; sending it makes the report, and shows it below what was typed.
//! Whatever is wrong, the form comes back as it was sent. Where scripts run, `assets/reports.js` sends it
//! whenever something was changed, and takes of the page that comes back what is in `#preview`.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;

use super::answer::page_with;
use super::frame::Frame;
use super::list::{FilterField, filter_field, is_offered};
use super::report_definitions::{self, Saved};
use super::visit::{OWN, Pairs, Visit};
use crate::casework::records::Record;
use crate::casework::records::event::Event;
use crate::casework::records::filter::AUDIENCE;
use crate::casework::report::{INTRODUCTION, ReportAudience, ReportPreset, SectionKind, Wanted};
use crate::domain::{Action, Country};
use crate::error::{Error, Result};
use crate::exchange::report::{ReportFormat, html};
use crate::http::base_of;
use crate::http::reports::{self as http, Answer};
use crate::words::{LANGUAGES, Language};

/// What stands before the kind of a section whose box is ticked, and whose place is given.
const TICKED: &str = "section.";
const PLACE: &str = "place.";
/// The preset whose sections the form has.
const SECTIONS_OF: &str = "sections-of";
/// Sections as the preset has them, whatever is ticked.
const AS_PRESET: &str = "as-preset";
/// A section that is to stand one place further up or down: `up.legal`.
const MOVE: &str = "move";
/// Filters of events that have a field of their own, or that the audience decides.
const OWN_FIELDS: [&str; 10] = [
    "country",
    "actor",
    "instrument",
    "from",
    "to",
    "mine",
    "assigned",
    "status",
    "confidentiality",
    AUDIENCE,
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
    /// Whether the sections are to be seen at once.
    is_ordering: bool,
    saved: Saved,
    releases: Vec<String>,
    filters: Vec<FilterField>,
    /// Filters that came with the address, and have no field.
    others: Vec<(String, String)>,
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

/// What stands below the form.
pub(super) enum Below {
    /// Nothing: the sections of the form were put in another order.
    Sections,
    Report(Shown),
}

/// A report that was made.
pub(super) struct Shown {
    /// How many words it has, and may have.
    words: String,
    is_too_long: bool,
    warnings: Vec<String>,
    fragment: String,
}

/// What was typed.
#[derive(Default)]
pub(super) struct Asked(BTreeMap<String, String>);

impl Asked {
    pub(super) fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
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

    /// Whether the places of all sections are those that were sent.
    fn has_places(&self) -> bool {
        self.is(SECTIONS_OF, self.preset().code()) && !self.0.contains_key(AS_PRESET)
    }

    /// All sections in the order in which the form has them, each with whether it is chosen: by the
    /// places that were sent, else those of the report before all others.
    fn order(&self) -> Vec<(SectionKind, bool)> {
        let chosen = self.sections();
        let has_places = self.has_places();
        let mut all: Vec<(usize, usize, SectionKind)> = Vec::new();
        for (at, kind) in SectionKind::ALL.iter().enumerate() {
            let own = chosen.iter().position(|it| it == kind).unwrap_or(chosen.len() + at) + 1;
            let sent = self.get(&format!("{PLACE}{kind}")).parse().ok().filter(|_| has_places);
            all.push((sent.unwrap_or(own), at, *kind));
        }
        all.sort_unstable();
        all.into_iter().map(|(_, _, kind)| (kind, chosen.contains(&kind))).collect()
    }

    /// Moves a section by one place, as `way` says; at an end it stays.
    fn rearrange(&mut self, way: &str) {
        let Some((way, kind)) = way.split_once('.') else { return };
        let mut order = self.order();
        let at = order.iter().position(|it| it.0.code() == kind);
        let to = match (at, way) {
            (Some(at), "up") => at.checked_sub(1),
            (Some(at), "down") => Some(at + 1).filter(|to| *to < order.len()),
            _ => None,
        };
        if let (Some(at), Some(to)) = (at, to) {
            order.swap(at, to);
        }
        self.0.retain(|name, _| !name.starts_with(TICKED) && name != AS_PRESET);
        self.0.insert(SECTIONS_OF.to_owned(), self.preset().code().to_owned());
        for (at, (kind, is_chosen)) in order.into_iter().enumerate() {
            self.0.insert(format!("{PLACE}{kind}"), (at + 1).to_string());
            if is_chosen {
                self.0.insert(format!("{TICKED}{kind}"), "on".to_owned());
            }
        }
    }

    /// As parameters of the API.
    pub(super) fn parameters(&self) -> BTreeMap<String, String> {
        let mut all = self.0.clone();
        all.retain(|name, _| {
            !name.starts_with(TICKED)
                && !name.starts_with(PLACE)
                && ![AS_PRESET, MOVE, SECTIONS_OF, "sections"].contains(&name.as_str())
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
    let mut asked = match report_definitions::parameters(&visit).await? {
        Some(saved) => Asked::of(saved),
        None => Asked::of(form_urlencoded::parse(query.as_bytes()).into_owned()),
    };
    let language = visit.frame.language().tag;
    asked.0.entry("lang".to_owned()).or_insert_with(|| language.to_owned());
    form(&visit, asked, None, None).await
}

/// `POST /reports`: the report, below the form that asks for it; or the form, with a section moved.
pub async fn make(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::Export)?;
    let mut asked = Asked::of(visit.sent.clone());
    if let Some(way) = asked.0.remove(MOVE) {
        asked.rearrange(&way);
        return form(&visit, asked, None, Some(Below::Sections)).await;
    }
    match made(&visit, asked.parameters()).await {
        Ok(shown) => form(&visit, asked, None, Some(Below::Report(shown))).await,
        Err(Error::Malformed(about)) => form(&visit, asked, Some(about), None).await,
        Err(other) => Err(other),
    }
}

/// `POST /reports/file.{format}`: the report as a file.
pub async fn file(visit: Visit, format: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::Export)?;
    let format: ReportFormat = format.parse().map_err(|_| Error::NotFound)?;
    let asked = Asked::of(visit.sent.clone());
    let base = base_of(&visit.request);
    let done = async {
        let logo = report_definitions::opened_logo(&visit).await?;
        let wanted = Wanted::of(asked.parameters())?.with_logo(logo);
        http::answer(&visit.app, visit.caller.clone(), wanted, format, base, Answer::Saved).await
    };
    match done.await {
        Ok(answer) => Ok(answer),
        Err(Error::Malformed(about)) => form(&visit, asked, Some(about), None).await,
        Err(other) => Err(other),
    }
}

pub(super) async fn form(
    visit: &Visit,
    asked: Asked,
    wrong: Option<String>,
    below: Option<Below>,
) -> Result<HttpResponse> {
    let f = &visit.frame;
    let (is_ordering, shown) = match below {
        None => (false, None),
        Some(Below::Sections) => (true, None),
        Some(Below::Report(shown)) => (false, Some(shown)),
    };
    let sections = asked
        .order()
        .into_iter()
        .enumerate()
        .map(|(at, (kind, is_ticked))| SectionRow {
            kind: kind.code(),
            label: f.t(&format!("report-section-{kind}")),
            is_ticked,
            place: at + 1,
            introduction: asked.get(&format!("{INTRODUCTION}{kind}")).to_owned(),
        })
        .collect();
    let instruments = visit
        .look(|look| {
            let book = look.memory.law(look.db)?;
            Ok(book.instruments().iter().map(|it| it.code.clone()).collect())
        })
        .await?;
    let given: Pairs = asked.0.clone().into_iter().collect();
    let (offered, unoffered): (Vec<_>, Vec<_>) = Event::FILTERS
        .iter()
        .filter(|it| !OWN_FIELDS.contains(&it.name))
        .partition(|it| is_offered(it.name, f));
    let others = unoffered
        .into_iter()
        .filter_map(|it| Some((it.name.to_owned(), asked.0.get(it.name)?.clone())))
        .collect();
    let filters =
        offered.into_iter().map(|it| filter_field(f, it.name, it.about, "event", &given)).collect();
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
        is_ordering,
        saved: Saved::of(visit).await?,
        releases: report_definitions::releases(visit).await?,
        filters,
        others,
        formats: ReportFormat::ALL,
        wrong: wrong.map(|about| f.message(&about)),
        shown,
    };
    page_with(status, &page)
}

async fn made(visit: &Visit, parameters: BTreeMap<String, String>) -> Result<Shown> {
    let logo = report_definitions::opened_logo(visit).await?;
    let wanted = Wanted::of(parameters)?.with_logo(logo);
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
        Some(limit) => f.tvv("reports-words-of", &f.number(words), &f.number(limit)),
    };
    Ok(Shown {
        words: words_shown,
        is_too_long: word_limit.is_some_and(|limit| words > limit),
        warnings,
        fragment,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(pairs: &[(&str, &str)]) -> Asked {
        Asked::of(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())))
    }

    fn first(asked: &Asked, many: usize) -> Vec<&'static str> {
        asked.order().into_iter().take(many).map(|it| it.0.code()).collect()
    }

    #[test]
    fn sections_move_by_one_place() {
        let mut asked = asked(&[("preset", "brief"), ("as-preset", "on")]);
        assert_eq!(first(&asked, 5), ["key_figures", "trend", "timeline", "demands", "profile"]);
        asked.rearrange("up.trend");
        assert_eq!(first(&asked, 2), ["trend", "key_figures"]);
        asked.rearrange("up.trend");
        asked.rearrange("up.profile");
        // What is not ticked moves as well, and stays unticked.
        assert_eq!(first(&asked, 4), ["trend", "key_figures", "timeline", "profile"]);
        let kinds: Vec<&str> = asked.sections().iter().map(|it| it.code()).collect();
        assert_eq!(kinds, ["trend", "key_figures", "timeline", "demands"]);
        assert_eq!(asked.parameters()["sections"], "trend,key_figures,timeline,demands");
        for way in ["sideways.trend", "up", "down.nothing", ""] {
            asked.rearrange(way);
            assert_eq!(first(&asked, 2), ["trend", "key_figures"], "{way}");
        }
        let last = asked.order().last().unwrap().0;
        asked.rearrange(&format!("down.{last}"));
        assert_eq!(asked.order().last().unwrap().0, last);
    }

    #[test]
    fn another_kind_of_report_has_its_own_sections() {
        let mut asked = asked(&[
            ("preset", "numbers"),
            ("sections-of", "brief"),
            ("section.trend", "on"),
            ("place.trend", "1"),
        ]);
        assert_eq!(first(&asked, 2), ["comparison", "method"]);
        asked.rearrange("down.comparison");
        assert_eq!(first(&asked, 2), ["method", "comparison"]);
    }
}
