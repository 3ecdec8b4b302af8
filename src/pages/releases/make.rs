//! The form that makes a release: what is asked for, then what it would give away, then the release.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use askama::Template;

use super::super::answer::{page, see};
use super::super::frame::Frame;
use super::super::narrowing::Asked;
use super::super::visit::{Pairs, Visit, value};
use crate::casework::disclosure::{self, Quasi, Report, USUAL, USUAL_K};
use crate::casework::records::Filters;
use crate::domain::release::{COARSER, Version, coarser};
use crate::domain::{Action, Country, GeoPrecision};
use crate::error::{Error, Result};
use crate::exchange::releases::{Acknowledged, Wanted};
use crate::http::releases as http;

/// The filters that the form asks for.
const FILTERS: [&str; 4] = ["country", "from", "to", "type"];

/// What was typed.
#[derive(Default)]
struct Typed {
    version: String,
    title: String,
    licence: String,
    citation: String,
    country: String,
    from: String,
    to: String,
    type_: String,
    coarsen: String,
    k: String,
    by: Vec<Quasi>,
    acknowledge: Option<String>,
}

impl Typed {
    fn of(sent: &Pairs) -> Self {
        let of = |name: &str| value(sent, name).unwrap_or_default().trim().to_owned();
        let by: Vec<Quasi> = sent
            .iter()
            .filter(|pair| pair.0 == "by")
            .filter_map(|pair| pair.1.parse().ok())
            .collect();
        Self {
            version: of("version"),
            title: of("title"),
            licence: of("licence"),
            citation: of("citation"),
            country: of("country"),
            from: of("from"),
            to: of("to"),
            type_: of("type"),
            coarsen: of("coarsen"),
            k: of("k"),
            by: if by.is_empty() { USUAL.to_vec() } else { by },
            acknowledge: (of("acknowledged") == "yes").then(|| of("acknowledge")),
        }
    }

    fn filters(&self) -> Filters {
        let given = [&self.country, &self.from, &self.to, &self.type_];
        let pairs = FILTERS.into_iter().zip(given).filter(|pair| !pair.1.is_empty());
        Filters(
            pairs.map(|(name, value)| (name.to_owned(), value.clone())).collect::<BTreeMap<_, _>>(),
        )
    }

    fn wanted(&self) -> Result<Wanted> {
        let version: Version =
            self.version.parse().map_err(|about| Error::field("/version", about))?;
        let coarsest = match self.coarsen.as_str() {
            "" => None,
            level => Some(coarser(level).map_err(|about| Error::field("/coarsen", about))?),
        };
        let k = match self.k.as_str() {
            "" => USUAL_K,
            k => k.parse().map_err(|_| Error::field("/k", "is a number"))?,
        };
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let acknowledged = match &self.acknowledge {
            None => Acknowledged::Nothing,
            Some(found) => Acknowledged::Report(found.clone()),
        };
        Ok(Wanted {
            version,
            title: given(&self.title),
            licence: given(&self.licence),
            citation: given(&self.citation),
            looked_at: disclosure::Wanted {
                filters: self.filters(),
                coarsest,
                k,
                by: self.by.clone(),
            },
            acknowledged,
        })
    }
}

#[derive(Template)]
#[template(path = "releases/make.html")]
struct MakePage<'a> {
    f: &'a Frame,
    typed: Typed,
    /// The licence and the citation that there are if none are given.
    licence: String,
    quasis: &'static [Quasi],
    levels: [GeoPrecision; 4],
    countries: Vec<Country>,
    report: Option<Report>,
    wrong: Vec<String>,
}

impl MakePage<'_> {
    /// What small cells have in common, in words.
    fn cell(&self, key: &BTreeMap<&'static str, Option<String>>) -> String {
        let said = key.iter().map(|(name, value)| {
            let value = match (*name, value) {
                (_, None) => self.f.t("release-unknown"),
                ("type", Some(code)) => self.f.event_type(code),
                ("country", Some(code)) => match code.parse::<Country>() {
                    Ok(country) => self.f.country(&country).to_owned(),
                    Err(_) => code.clone(),
                },
                ("gender" | "age_group", Some(code)) => self.f.label(name, code),
                (_, Some(value)) => value.clone(),
            };
            format!("{}: {value}", self.f.t(&format!("quasi-{name}")))
        });
        said.collect::<Vec<_>>().join(" · ")
    }
}

/// What is wrong, in words.
fn wrong(f: &Frame, error: Error) -> Result<Vec<String>> {
    match error {
        Error::Invalid(fields) => Ok(fields
            .iter()
            .map(|it| {
                let field = f.t(&format!("release-field-{}", it.pointer.trim_start_matches('/')));
                format!("{field}: {}", f.message(&it.message))
            })
            .collect()),
        Error::Malformed(about) | Error::Conflict(about) => Ok(vec![f.message(&about)]),
        other => Err(other),
    }
}

fn shown(
    visit: &Visit,
    typed: Typed,
    report: Option<Report>,
    wrong: Vec<String>,
) -> Result<HttpResponse> {
    let f = &visit.frame;
    page(&MakePage {
        f,
        typed,
        licence: visit.app.config.portal_licence.clone().unwrap_or_default(),
        quasis: Quasi::ALL,
        levels: COARSER,
        countries: f.countries(),
        report,
        wrong,
    })
}

/// `GET /releases/new`: the form; with what was typed, what the release would give away.
pub async fn ask(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::MakeReleases)?;
    let asked = Asked::of(visit.request.query_string());
    let typed = Typed::of(&asked.0);
    if asked.0.is_empty() {
        return shown(&visit, typed, None, Vec::new());
    }
    let looked = match typed.wanted() {
        Ok(wanted) => http::look(&visit.app, visit.caller.clone(), wanted.looked_at).await,
        Err(error) => Err(error),
    };
    match looked {
        Ok(report) => shown(&visit, typed, Some(report), Vec::new()),
        Err(error) => {
            let wrong = wrong(&visit.frame, error)?;
            shown(&visit, typed, None, wrong)
        }
    }
}

/// `POST /releases`: makes it.
pub async fn make(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::MakeReleases)?;
    let typed = Typed::of(&visit.sent);
    let begun = match typed.wanted() {
        Ok(wanted) => http::begin(&visit.app, visit.caller.clone(), wanted).await.map(drop),
        Err(error) => Err(error),
    };
    match begun {
        Ok(()) => {
            visit.say_next("said-release-begun");
            Ok(see("/releases"))
        }
        Err(error) => {
            let wrong = wrong(&visit.frame, error)?;
            // What is found is shown anew, with what is to be acknowledged.
            let looked = match typed.wanted() {
                Ok(wanted) => {
                    http::look(&visit.app, visit.caller.clone(), wanted.looked_at).await.ok()
                }
                Err(_) => None,
            };
            shown(&visit, typed, looked, wrong)
        }
    }
}
