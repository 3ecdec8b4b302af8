//! The events of a list as charts: over time, by type, right, country and kind of perpetrator.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::answer::page_with;
use super::draw::Chart;
use super::draw::bars::{Bars, Labelled};
use super::draw::columns::{Columns, Moment};
use super::frame::Frame;
use super::list::{Chip, address, emptied_by, exports_of, filter_label, filter_value, hints};
use super::narrowing::{Asked, Narrowing};
use super::records::Looking;
use super::visit::{Pairs, Visit};
use crate::casework::read_records;
use crate::casework::records::Filters;
use crate::casework::records::event::Event;
use crate::casework::statistics::{self, Cell, Dimension, Statistics, Unit};
use crate::error::{Error, Result};

/// Up to how many events all charts are made at once; beyond it, one that somebody chooses.
const AT_ONCE: i64 = 2_000;
/// Years that are shown, the latest.
const YEARS: i32 = 80;

/// What is shown, and the filter that takes its values.
const SHOWN: [(Dimension, &str); 5] = [
    (Dimension::Year, "year"),
    (Dimension::Type, "type"),
    (Dimension::Right, "right"),
    (Dimension::Country, "country"),
    (Dimension::PerpetratorKind, "perpetrator_kind"),
];

#[derive(Template)]
#[template(path = "charts.html")]
struct ChartsPage<'a> {
    f: &'a Frame,
    title: String,
    by: Narrowing,
    hints: Vec<Chip>,
    is_empty: bool,
    units: Vec<Choice>,
    /// What to choose from where not everything is shown at once.
    choices: Vec<Choice>,
    rule: String,
    charts: Vec<Shown>,
    exports: Vec<(String, String)>,
    api: String,
}

struct Choice {
    label: String,
    path: String,
    is_chosen: bool,
}

struct Shown {
    html: String,
    is_wide: bool,
}

/// What was counted.
#[derive(Default)]
struct Counted {
    tables: Vec<Statistics>,
    /// Whether there are too many events for all charts at once.
    is_long: bool,
    is_empty: bool,
    emptied_by: Vec<String>,
}

/// `GET /events/charts`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    let f = &visit.frame;
    let mut given = Asked::of(visit.request.query_string());
    // They belong to other views.
    for name in ["sort", "limit", "cursor"] {
        given.take(name);
    }
    let (unit, only) = (given.take("unit"), given.take("by"));
    let mut wrong = None;
    let mut read = |name: &str, about: String| {
        wrong = Some(format!("'{name}' cannot be used: {about}"));
    };
    let unit: Unit = unit.map_or(Ok(Unit::Events), |it| it.parse()).unwrap_or_else(|about| {
        read("unit", about);
        Unit::Events
    });
    let known = |name: &str| SHOWN.iter().map(|it| it.0).find(|it| it.code() == name);
    let chosen = only.as_deref().and_then(known);
    if only.is_some() && chosen.is_none() {
        read("by", format!("it takes {}", SHOWN.map(|it| it.0.code()).join(", ")));
    }
    let kept: Vec<(&str, String)> = [
        (unit != Unit::Events).then(|| ("unit", unit.code().to_owned())),
        chosen.map(|it| ("by", it.code().to_owned())),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut by = Narrowing::of::<Event>(f, "charts", &given, &kept);
    let filters = given.parameters()?.filters();
    let mut counted = Counted::default();
    if wrong.is_none() {
        let counting = visit.look(move |look| count(look, unit, chosen, &filters));
        match counting.await {
            Ok(some) => counted = some,
            Err(Error::Malformed(about)) => wrong = Some(about),
            Err(other) => return Err(other),
        }
    }
    let status = if wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    by.wrong = wrong;
    let own = |unit: Unit, by: Option<Dimension>| {
        let more: Pairs = [
            (unit != Unit::Events).then(|| ("unit".to_owned(), unit.code().to_owned())),
            by.map(|by| ("by".to_owned(), by.code().to_owned())),
        ]
        .into_iter()
        .flatten()
        .collect();
        address("/events/charts", given.0.iter().chain(&more))
    };
    let units = Unit::ALL.iter().map(|it| Choice {
        label: f.t(&format!("unit-{it}")),
        path: own(*it, chosen),
        is_chosen: *it == unit,
    });
    let choices = SHOWN.iter().filter(|_| counted.is_long).map(|(it, name)| Choice {
        label: filter_label(f, name),
        path: own(unit, Some(*it)),
        is_chosen: chosen == Some(*it),
    });
    let mut charts = Vec::new();
    for table in &counted.tables {
        charts.push(draw(f, table, &given)?);
    }
    let api = {
        let more = [
            ("by".to_owned(), chosen.unwrap_or(Dimension::Year).code().to_owned()),
            ("unit".to_owned(), unit.code().to_owned()),
        ];
        address("/api/v1/statistics", given.0.iter().chain(&more))
    };
    let page = ChartsPage {
        f,
        title: f.t("kinds-event"),
        hints: hints(f, &by, &given, &counted.emptied_by),
        is_empty: counted.is_empty,
        units: units.collect(),
        choices: choices.collect(),
        rule: f.t(&format!("unit-rule-{unit}")),
        charts,
        exports: exports_of::<Event>(f, &given.0),
        api,
        by,
    };
    page_with(status, &page)
}

fn count(
    look: &mut Looking<'_>,
    unit: Unit,
    chosen: Option<Dimension>,
    filters: &Filters,
) -> Result<Counted> {
    let Looking { db, eyes, memory, .. } = look;
    let events =
        read_records::count_up_to::<Event>(db, &eyes.caller, memory, filters, AT_ONCE + 1)?;
    let is_long = events > AT_ONCE;
    if events == 0 {
        let emptied_by = emptied_by::<Event>(db, eyes, memory, filters)?;
        return Ok(Counted { is_empty: true, emptied_by, ..Counted::default() });
    }
    let mut tables = Vec::new();
    for (dimension, _) in SHOWN {
        if chosen.map_or(!is_long, |chosen| chosen == dimension) {
            let by = [dimension];
            tables.push(statistics::statistics(db, &eyes.caller, memory, unit, &by, filters)?);
        }
    }
    Ok(Counted { tables, is_long: is_long || chosen.is_some(), ..Counted::default() })
}

/// The value of a cell in the one dimension of its table.
fn value(cell: &Cell) -> Option<&str> {
    cell.key.values().next().and_then(Option::as_deref)
}

fn draw(f: &Frame, table: &Statistics, given: &Asked) -> Result<Shown> {
    let dimension = table.by.first().copied().unwrap_or(Dimension::Type);
    let name = SHOWN.iter().find(|it| it.0 == dimension).map_or("type", |it| it.1);
    let mut about = Chart {
        id: format!("by-{name}"),
        title: f.t(&format!("chart-by-{name}")),
        unit: f.t(&format!("unit-{}", table.unit)),
        dimension: filter_label(f, name),
        total: table.total,
        notes: Vec::new(),
    };
    let unknown = table.cells.iter().find(|cell| value(cell).is_none()).map_or(0, |it| it.count);
    if unknown > 0 {
        let key = format!("chart-without-{}", table.unit);
        about.notes.push(f.tn(&key, unknown));
    }
    if table.multi_label {
        about.notes.push(f.t("chart-overlap"));
    }
    let known = table.cells.iter().filter_map(|cell| Some((value(cell)?, cell.count)));
    if dimension == Dimension::Year {
        let known: Vec<(i32, i64)> =
            known.filter_map(|(year, count)| Some((year.parse().ok()?, count))).collect();
        let counts = years(&known, given);
        if known
            .first()
            .zip(counts.first())
            .is_some_and(|(one, other)| one.0.to_string() < other.label)
        {
            about.notes.push(f.tv("chart-latest-years", &YEARS.to_string()));
        }
        let html = Columns { about, counts }.draw(f)?;
        return Ok(Shown { html, is_wide: true });
    }
    let mut counts: Vec<Labelled> = known
        .map(|(code, count)| Labelled {
            label: filter_value(f, name, code),
            count,
            path: Some(with(given, &[(name, code)])),
        })
        .collect();
    counts.sort_by(|one, other| (other.count, &one.label).cmp(&(one.count, &other.label)));
    Ok(Shown { html: Bars { about, counts }.draw(f)?, is_wide: false })
}

/// The list with filters set to what is counted.
fn with(given: &Asked, set: &[(&str, &str)]) -> String {
    let others = given.0.iter().filter(|pair| set.iter().all(|it| it.0 != pair.0));
    let set: Pairs = set.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
    address("/events", others.chain(&set))
}

/// Every year from the first to the last: one in between that has no events has none, since all are
/// counted. `known`: in order.
fn years(known: &[(i32, i64)], given: &Asked) -> Vec<Moment> {
    let (Some(first), Some(last)) = (known.first(), known.last()) else { return Vec::new() };
    let bound = |name: &str| given.0.iter().find(|pair| pair.0 == name).map(|pair| pair.1.as_str());
    (first.0.max(last.0 - YEARS + 1)..=last.0)
        .map(|year| {
            let (from, to) = (format!("{year:04}-01-01"), format!("{year:04}-12-31"));
            // Never more than what is asked for already.
            let from = bound("from").filter(|it| *it > from.as_str()).unwrap_or(&from).to_owned();
            let to = bound("to").filter(|it| *it < to.as_str()).unwrap_or(&to).to_owned();
            let count = known.iter().find(|it| it.0 == year).map_or(0, |it| it.1);
            Moment {
                label: format!("{year:04}"),
                count: Some(count),
                path: (count > 0).then(|| with(given, &[("from", &from), ("to", &to)])),
            }
        })
        .collect()
}
