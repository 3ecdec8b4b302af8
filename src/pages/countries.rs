//! The countries, and a country's page: where an advocate begins.
//!
//! What takes long to count on a large country has a path of its own, so that the page does not wait
//! for it; `parts.js` puts it in its place, and without scripts a link leads there.

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::answer::{page, page_with};
use super::cells::{Badge, actor_path};
use super::files;
use super::frame::Frame;
use super::list::address;
use super::records::Looking;
use super::visit::Visit;
use crate::casework::countries::{self, CountriesSeen};
use crate::casework::figures::{self, Figures, YearFigures};
use crate::casework::law::{self, StandingView};
use crate::casework::read_records;
use crate::casework::records::demand::{Demand, DemandView};
use crate::casework::records::event::Event;
use crate::casework::records::event_view::EventView;
use crate::casework::records::links::ActorLink;
use crate::casework::records::statement::Statement;
use crate::casework::records::statement_view::StatementView;
use crate::casework::records::{Filters, Record};
use crate::domain::{Country, DemandStatus, LegalStatus};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::http::query::Parameters;

/// Up to how many records are counted on the page itself.
const COUNTED: i64 = 10_000;
/// With fewer events than so many, all figures are made with the page.
const FEW: i64 = 1_000;
/// Rows of a table that are shown at once; one more than that is shown, too.
const ROWS: usize = 12;
/// Events, demands and statements on the page.
const SHOWN: i64 = 10;

/// A query, for addresses.
type Query = Vec<(String, String)>;

#[derive(Template)]
#[template(path = "countries.html")]
struct CountriesPage<'a> {
    f: &'a Frame,
    rows: Vec<CountryRow>,
    /// How far was counted, if that was not far enough.
    capped: Option<String>,
}

struct CountryRow {
    code: String,
    name: &'static str,
    incidents: String,
    events: String,
    statements: String,
}

/// `GET /countries`.
pub async fn list(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let seen =
        visit.look(|look| countries::remembered(look.db, &look.eyes.caller, look.memory)).await?;
    let f = &visit.frame;
    let CountriesSeen { most, countries } = &*seen;
    let most = *most;
    // Where counting stopped among the events, there may be more incidents too.
    let said = |count: i64, is_all: bool| {
        if is_all { f.number(count) } else { format!("{}+", f.number(count)) }
    };
    let is_capped = countries.iter().any(|it| it.events >= most || it.statements >= most);
    let row = |it: &countries::CountrySeen| CountryRow {
        code: it.country.as_str().to_owned(),
        name: f.country(&it.country),
        incidents: said(it.incidents, it.events < most),
        events: said(it.events, it.events < most),
        statements: said(it.statements, it.statements < most),
    };
    let rows = countries.iter().map(row).collect();
    let capped = is_capped.then(|| f.tn("countries-capped", most));
    page(&CountriesPage { f, rows, capped })
}

/// What is asked of a country's page, as it was typed.
#[derive(Clone, Default)]
struct Asked {
    from: String,
    to: String,
    /// The day of the law; empty for the last day of the period.
    on: String,
}

impl Asked {
    fn of(visit: &Visit) -> Result<Self> {
        let pairs = form_urlencoded::parse(visit.request.query_string().as_bytes()).into_owned();
        // A form sends the fields that were left empty, too.
        let mut given =
            Parameters::given(pairs.filter(|(_, value)| !value.trim().is_empty()).collect())?;
        let mut take = |name: &str| given.take(name).unwrap_or_default().trim().to_owned();
        let asked = Self { from: take("from"), to: take("to"), on: take("on") };
        given.none_left()?;
        Ok(asked)
    }

    /// What is wrong with it, for whoever typed it.
    fn wrong(&self, f: &Frame) -> Option<String> {
        for (value, key) in
            [(&self.from, "filter-from"), (&self.to, "filter-to"), (&self.on, "country-law-day")]
        {
            if !value.is_empty() && day(value).is_none() {
                return Some(f.tvv("country-wrong-day", &f.t(key), value));
            }
        }
        let ends = (day(&self.from), day(&self.to));
        matches!(ends, (Some(from), Some(to)) if from > to).then(|| f.t("country-wrong-period"))
    }

    fn in_words(&self, f: &Frame) -> String {
        match (self.from.as_str(), self.to.as_str()) {
            ("", "") => f.t("country-all-time"),
            (from, "") => f.tv("country-since", from),
            ("", to) => f.tv("country-until", to),
            (from, to) => f.tvv("country-between", from, to),
        }
    }

    /// The day of the law: the one asked for, else the end of the period, but none that is to come.
    fn law_day(&self, today: NaiveDate) -> NaiveDate {
        day(&self.on).unwrap_or_else(|| day(&self.to).filter(|to| *to < today).unwrap_or(today))
    }

    /// Filters of events in a country and the period.
    fn filters(&self, name: &str, country: &Country) -> Query {
        let mut all = vec![(name.to_owned(), country.as_str().to_owned())];
        for (name, value) in [("from", &self.from), ("to", &self.to)] {
            if !value.is_empty() {
                all.push((name.to_owned(), value.clone()));
            }
        }
        all
    }

    /// The address of a page of the country for the same period.
    fn page(&self, path: &str) -> String {
        let all = [("from", &self.from), ("to", &self.to), ("on", &self.on)];
        let some: Query = all
            .into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name.to_owned(), value.clone()))
            .collect();
        address(path, some.iter())
    }
}

fn day(text: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|day| day.to_string() == text)
}

fn as_filters(query: &Query) -> Filters {
    Filters(query.iter().cloned().collect())
}

/// A bar of a table: what is counted, how much, and the list of it.
struct Bar {
    label: String,
    /// The page of what the row is about.
    about_path: Option<String>,
    count: i64,
    path: Option<String>,
    /// The longest of the bars.
    most: i64,
}

struct Table {
    title: String,
    unit: String,
    note: String,
    rows: Vec<Bar>,
    /// Rows after the first, of a long table.
    more: Vec<Bar>,
    /// The same counts from the API.
    api: Option<String>,
}

struct YearRow {
    label: String,
    incidents: i64,
    events: i64,
    victims: i64,
    incidents_path: Option<String>,
    events_path: Option<String>,
    victims_path: Option<String>,
    most: i64,
}

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPart<'a> {
    f: &'a Frame,
    figures: &'a Figures,
    incidents_path: String,
    events_path: String,
    victims_path: String,
    years: Vec<YearRow>,
    tables: Vec<Table>,
    exports: Vec<(String, String)>,
    api: Option<String>,
}

/// The figures of a country and a period, as HTML.
fn figures_part(f: &Frame, country: &Country, asked: &Asked, figures: &Figures) -> Result<String> {
    let events = asked.filters("country", country);
    let with = |name: &str, value: &str| {
        let more = [(name.to_owned(), value.to_owned())];
        address("/events", events.iter().chain(more.iter()))
    };
    let api = |dimension: &str| {
        let more = [("by".to_owned(), dimension.to_owned())];
        (!f.is_public()).then(|| address("/api/v1/statistics", events.iter().chain(more.iter())))
    };
    let table = |key: &str, filter: &str, vocabulary: &str, rows: &[(Option<String>, i64)]| {
        let most = rows.iter().map(|row| row.1).max().unwrap_or_default();
        let bar = |(code, count): &(Option<String>, i64)| Bar {
            label: code
                .as_ref()
                .map_or_else(|| f.t("figures-unknown"), |it| f.label(vocabulary, it)),
            about_path: None,
            count: *count,
            path: code.as_ref().map(|code| with(filter, code)),
            most,
        };
        let note = if filter == "type" { String::new() } else { f.t("figures-overlap") };
        let mut rows: Vec<Bar> = rows.iter().map(bar).collect();
        let more = if rows.len() > ROWS + 1 { rows.split_off(ROWS) } else { Vec::new() };
        Table {
            title: f.t(key),
            unit: f.t("figures-unit-events"),
            note,
            rows,
            more,
            api: api(filter),
        }
    };
    let named = |key: &str, role: &str, rows: &[(ActorLink, i64)]| {
        let most = rows.iter().map(|row| row.1).max().unwrap_or_default();
        let bar = |(actor, count): &(ActorLink, i64)| {
            let more = [
                ("actor".to_owned(), actor.reference.clone()),
                ("role".to_owned(), role.to_owned()),
            ];
            Bar {
                label: actor.name.clone(),
                about_path: Some(actor_path(actor)),
                count: *count,
                path: Some(address("/events", events.iter().chain(more.iter()))),
                most,
            }
        };
        Table {
            title: f.t(key),
            unit: f.t("figures-unit-events"),
            note: f.t("figures-named-about"),
            rows: rows.iter().map(bar).collect(),
            more: Vec::new(),
            api: None,
        }
    };
    let part = FiguresPart {
        f,
        figures,
        incidents_path: address("/incidents", asked.filters("happened_in", country).iter()),
        events_path: address("/events", events.iter()),
        victims_path: with("role", "target"),
        years: years(f, country, asked, &figures.years),
        tables: vec![
            table("figures-by-type", "type", "event_type", &figures.types),
            table("figures-by-right", "right", "right", &figures.rights),
            table(
                "figures-by-perpetrator",
                "perpetrator_kind",
                "actor_kind",
                &figures.perpetrator_kinds,
            ),
            table("figures-by-target", "target_kind", "actor_kind", &figures.target_kinds),
            named("figures-perpetrators", "perpetrator", &figures.perpetrators),
            named("figures-targets", "target", &figures.targets),
        ],
        exports: files::ways(f, Dataset::Events, &events),
        api: (!f.is_public()).then(|| address("/api/v1/statistics", events.iter())),
    };
    part.render().map_err(Error::internal)
}

/// The years, each with the lists of what it counts: from the later of its first day and that of
/// the period to the earlier of their last days.
fn years(f: &Frame, country: &Country, asked: &Asked, rows: &[YearFigures]) -> Vec<YearRow> {
    let most = rows.iter().map(|row| row.events).max().unwrap_or_default();
    let row = |row: &YearFigures| {
        let within = row.year.as_ref().map(|year| {
            let (first, last) = (format!("{year}-01-01"), format!("{year}-12-31"));
            let from = if asked.from > first { asked.from.clone() } else { first };
            let is_shorter = !asked.to.is_empty() && asked.to < last;
            let to = if is_shorter { asked.to.clone() } else { last };
            Asked { from, to, on: String::new() }
        });
        let path = |path: &str, name: &str, more: &[(String, String)]| {
            within.as_ref().map(|it| address(path, it.filters(name, country).iter().chain(more)))
        };
        let targets = [("role".to_owned(), "target".to_owned())];
        YearRow {
            label: row.year.clone().unwrap_or_else(|| f.t("figures-year-unknown")),
            incidents: row.incidents,
            events: row.events,
            victims: row.victims,
            incidents_path: path("/incidents", "happened_in", &[]),
            events_path: path("/events", "country", &[]),
            victims_path: path("/events", "country", &targets),
            most,
        }
    };
    rows.iter().map(row).collect()
}

#[derive(Template)]
#[template(path = "country_figures.html")]
struct CountryFiguresPage<'a> {
    f: &'a Frame,
    name: &'static str,
    back: String,
    period: String,
    part: String,
}

/// `GET /countries/{country}/figures?from=…&to=…`.
pub async fn show_figures(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let country: Country = path.parse().map_err(|_| Error::NotFound)?;
    let (f, asked) = (&visit.frame, Asked::of(&visit)?);
    if let Some(wrong) = asked.wrong(f) {
        return Err(Error::Malformed(wrong));
    }
    let filters = as_filters(&asked.filters("country", &country));
    let figures = visit
        .look(move |look| figures::remembered(look.db, look.eyes, look.memory, &filters))
        .await?;
    page(&CountryFiguresPage {
        f,
        name: f.country(&country),
        back: asked.page(&format!("/countries/{}", country.as_str())),
        period: asked.in_words(f),
        part: figures_part(f, &country, &asked, &figures)?,
    })
}

#[derive(Template)]
#[template(path = "country.html")]
struct CountryPage<'a> {
    f: &'a Frame,
    code: &'a str,
    name: &'static str,
    period: String,
    asked: &'a Asked,
    /// Periods to choose from: the address, the name, whether it is this one.
    periods: Vec<(String, String, bool)>,
    wrong: Option<String>,
    shown: Option<Shown>,
    script: Option<&'static str>,
}

/// What a country's page shows.
struct Shown {
    events: String,
    events_path: String,
    figures: Option<String>,
    figures_path: String,
    latest: Vec<EventView>,
    law_day: String,
    bound: Vec<StandingView>,
    not_bound: Vec<StandingView>,
    demand_counts: Vec<DemandCount>,
    open: Vec<OpenDemand>,
    statements: Arc<Vec<StatementView>>,
    statement_count: String,
    statements_path: String,
}

struct DemandCount {
    badge: Badge,
    count: String,
    path: String,
}

struct OpenDemand {
    id: String,
    text: String,
    addressee: Option<ActorLink>,
    /// How long ago it was made.
    age: String,
}

/// `GET /countries/{country}?from=…&to=…&on=…`.
pub async fn show(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let country: Country = path.parse().map_err(|_| Error::NotFound)?;
    let (f, asked) = (&visit.frame, Asked::of(&visit)?);
    let wrong = asked.wrong(f);
    let shown = if wrong.is_none() {
        let (country, asked) = (country.clone(), asked.clone());
        Some(visit.look(move |look| shown(look, &country, &asked)).await?)
    } else {
        None
    };
    let is_lazy = shown.as_ref().is_some_and(|it| it.figures.is_none()) && !f.is_public();
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = CountryPage {
        f,
        code: country.as_str(),
        name: f.country(&country),
        period: if wrong.is_some() { String::new() } else { asked.in_words(f) },
        asked: &asked,
        periods: periods(f, &country, &asked),
        wrong,
        shown,
        script: is_lazy.then(|| f.asset("parts.js")),
    };
    page_with(status, &page)
}

fn periods(f: &Frame, country: &Country, asked: &Asked) -> Vec<(String, String, bool)> {
    let year = f.now.day().year();
    let since = |from: i32, to: &str| Asked {
        from: format!("{from:04}-01-01"),
        to: to.to_owned(),
        on: asked.on.clone(),
    };
    let last_year = format!("{:04}-12-31", year - 1);
    let all = [
        (f.t("country-all-time"), Asked { on: asked.on.clone(), ..Asked::default() }),
        (f.tv("country-year-so-far", &year.to_string()), since(year, "")),
        ((year - 1).to_string(), since(year - 1, &last_year)),
        (f.t("country-last-years"), since(year - 4, "")),
    ];
    let path = format!("/countries/{}", country.as_str());
    let choice = |(label, it): (String, Asked)| {
        (it.page(&path), label, it.from == asked.from && it.to == asked.to)
    };
    all.into_iter().map(choice).collect()
}

/// What stands on a country's page, from one reading of the database.
fn shown(look: &mut Looking<'_>, country: &Country, asked: &Asked) -> Result<Shown> {
    let f = look.f;
    let query = asked.filters("country", country);
    let filters = as_filters(&query);
    let sizes =
        figures::country_sizes(look.db, look.eyes, look.memory, country, &filters, COUNTED)?;
    let figures = if sizes.events < FEW {
        let figures = figures::remembered(look.db, look.eyes, look.memory, &filters)?;
        Some(figures_part(f, country, asked, &figures)?)
    } else {
        None
    };
    let pairs: Vec<(&str, &str)> =
        query.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let latest = look.filtered::<Event>(&pairs, SHOWN)?;
    let statements = look.remembered::<Statement>(&pairs, SHOWN)?;
    let on = asked.law_day(f.now.day());
    let items = law::law_on(look.db, look.eyes, look.memory, country.clone(), on)?.items;
    let (not_bound, bound) = items
        .into_iter()
        .partition(|it| matches!(it.status, LegalStatus::NotParty | LegalStatus::NotRatifiable));
    Ok(Shown {
        events: if sizes.events >= COUNTED {
            format!("{}+", f.number(COUNTED))
        } else {
            f.number(sizes.events)
        },
        events_path: address("/events", query.iter()),
        figures,
        figures_path: asked.page(&format!("/countries/{}/figures", country.as_str())),
        latest,
        law_day: on.to_string(),
        bound,
        not_bound,
        demand_counts: demand_counts(f, country, &sizes.demands),
        open: open_demands(look, country)?,
        statements,
        statement_count: if sizes.statements >= COUNTED {
            f.tn("country-statements-more", COUNTED)
        } else {
            f.tn("country-statements-count", sizes.statements)
        },
        statements_path: address("/statements", query.iter()),
    })
}

/// The demands of statements about the country, by what became of them.
fn demand_counts(f: &Frame, country: &Country, counts: &[(DemandStatus, i64)]) -> Vec<DemandCount> {
    let shown = |&(status, count): &(DemandStatus, i64)| {
        let more = if count >= COUNTED { "+" } else { "" };
        let query = [("country", country.as_str()), ("status", status.code())];
        let query: Query = query.map(|(name, value)| (name.to_owned(), value.to_owned())).into();
        DemandCount {
            badge: Badge::of(f, "demand_status", status.code()),
            count: format!("{}{more}", f.number(count)),
            path: address("/demands", query.iter()),
        }
    };
    counts.iter().map(shown).collect()
}

/// Open demands of statements about the country, those entered last first.
fn open_demands(look: &mut Looking<'_>, country: &Country) -> Result<Vec<OpenDemand>> {
    let filters = [("country", country.as_str()), ("status", "open")];
    let demands: Vec<DemandView> = look.filtered::<Demand>(&filters, SHOWN)?;
    let mut open = Vec::new();
    for demand in demands {
        let made = match &demand.statement {
            Some(link) => {
                let caller = &look.eyes.caller;
                let statement: Statement = read_records::find(look.db, caller, &link.reference)?;
                Some(statement.row().date_earliest.clone())
            }
            None => None,
        };
        open.push(OpenDemand {
            id: demand.head.reference,
            text: demand.text,
            addressee: demand.addressee,
            age: age(look.f, made.as_deref()),
        });
    }
    Ok(open)
}

/// How long ago a day was, in the largest unit that says something.
fn age(f: &Frame, since: Option<&str>) -> String {
    // 0001-01-01: the day is not known.
    let Some(day) = since.and_then(day).filter(|day| day.year() > 1) else {
        return f.t("date-unknown");
    };
    let days = (f.now.day() - day).num_days().max(0);
    match days {
        0..60 => f.tn("country-days-ago", days),
        60..730 => f.tn("country-months-ago", days * 12 / 365),
        _ => f.tn("country-years-ago", days * 100 / 36_525),
    }
}
