//! Sections that count: key figures, the trend, and events by type, right and who took part.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::findings;
use super::making::Making;
use super::speaking::{speaking, trend_dimension};
use super::wanted::{Period, SectionKind};
use crate::casework::figures::{self, Figures};
use crate::casework::read_records::count;
use crate::casework::records::incident::Incident;
use crate::casework::statistics::{Unit, counted, statistics};
use crate::domain::ParticipationRole;
use crate::domain::document::{Block, Chart, ChartKind, Figure, Series, Span, Table, TableColumn};
use crate::error::Result;

/// Rows of a table and bars of a chart by type, right or kind; the rest is one row.
const BARS: usize = 20;

/// Incidents, events and victims of the period, beside the period before.
pub fn key_figures(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let now = totals(making)?;
    let filters = making.filters();
    let mut happened = filters.clone();
    if let Some(country) = happened.0.remove("country") {
        happened.0.insert("happened_in".to_owned(), country);
    }
    let only_place = filters.0.keys().all(|it| ["country", "from", "to"].contains(&it.as_str()));
    // A file may be less public than what is in it: then it is counted, but in no list.
    let caller = &making.eyes.caller;
    let listed = only_place
        .then(|| count::<Incident>(making.db, caller, making.memory, &happened))
        .transpose()?;
    let incidents =
        (listed == Some(now.incidents)).then(|| making.list("/incidents", &happened, &[]));
    let places = [
        ("incidents", now.incidents, incidents),
        ("events", now.events, Some(making.events(&[]))),
        ("victims", now.victims, Some(making.events(&[("role", "target")]))),
    ];
    let items = places
        .into_iter()
        .map(|(unit, count, href)| Figure {
            value: making.count(count, href),
            label: making.words.counted(&format!("report-figure-{unit}"), count),
            rule: Some(making.say(&format!("report-rule-{unit}"))),
        })
        .collect();
    let mut blocks = vec![Block::Figures { items }];
    if now.events == 0 {
        blocks.push(making.paragraph("report-nothing"));
    }
    // Of what a release does not hold, nothing is counted, not even none.
    let is_held = |it: &Period| making.release.is_none_or(|release| release.period.holds(*it));
    if let Some(before) = making.wanted.period.before().filter(is_held) {
        let then = totals_of(making, before)?;
        let filters = making.wanted.events(&making.wanted.countries, before);
        let href = making.list("/events", &filters, &[]);
        let pieces = [
            ("period", vec![Span::plain(making.period(before))]),
            ("events", vec![making.count(then.events, Some(href))]),
            ("incidents", vec![making.count(then.incidents, None)]),
            ("victims", vec![making.count(then.victims, None)]),
        ];
        let text = making.sentence("report-before", then.events, &pieces);
        blocks.push(Block::Paragraph { text });
    }
    blocks.extend(findings::figure(making)?);
    blocks.push(making.remark("report-documented"));
    Ok(blocks)
}

/// What is counted over a whole period.
#[derive(Clone, Copy)]
struct Totals {
    incidents: i64,
    events: i64,
    victims: i64,
}

/// Of the period, by what the sections that break it down count too.
fn totals(making: &mut Making<'_>) -> Result<Totals> {
    let is_broken_down = making.wanted.sections.iter().any(|it| {
        matches!(
            it,
            SectionKind::ByType
                | SectionKind::ByRight
                | SectionKind::ByTarget
                | SectionKind::ByPerpetrator
                | SectionKind::Rights
        )
    });
    if !is_broken_down {
        return totals_of(making, making.wanted.period);
    }
    let filters = making.filters();
    let figures = figures::remembered(making.db, making.eyes, making.memory, &filters)?;
    Ok(Totals { incidents: figures.incidents, events: figures.events, victims: figures.victims })
}

/// Of any period. Remembered: victims of a large country take long.
fn totals_of(making: &mut Making<'_>, period: Period) -> Result<Totals> {
    let filters = making.wanted.events(&making.wanted.countries, period);
    let (caller, memory) = (&making.eyes.caller, making.memory);
    let asked = format!("totals {filters:?}");
    let found = memory.answers.or_find(making.db, caller, &asked, |db| {
        let mut total = |unit| -> Result<i64> {
            Ok(statistics(db, caller, memory, unit, &[], &filters)?.total)
        };
        Ok(Totals {
            incidents: total(Unit::Incidents)?,
            events: total(Unit::Events)?,
            victims: total(Unit::Victims)?,
        })
    })?;
    Ok(*found)
}

/// Events by month or year, and how many sources documented them.
pub fn trend(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let condition = making.condition()?;
    let is_by_month = making.wanted.period.is_by_month();
    let caller = making.eyes.caller.clone();
    let column = trend_dimension(making).sql(&caller);
    let rows = counted(making.db, &caller, Unit::Events, vec![column], &condition)?;
    let mut events: BTreeMap<String, i64> = BTreeMap::new();
    let mut unplaced = 0;
    for row in rows {
        match row.a {
            Some(when) => *events.entry(when).or_default() += row.count,
            None => unplaced += row.count,
        }
    }
    let speaking = speaking(making)?;
    let sources = &speaking.sources_by_step;
    let Some(steps) = steps(making.wanted.period, &events, is_by_month) else {
        return Ok(vec![making.paragraph("report-nothing")]);
    };
    let total: i64 = events.values().sum();
    let values = |of: &BTreeMap<String, i64>| -> Vec<Option<i64>> {
        steps.iter().map(|step| Some(of.get(step).copied().unwrap_or(0))).collect()
    };
    let hrefs = steps.iter().map(|step| steps_list(making, step)).collect();
    let categories: Vec<String> = steps.iter().map(|step| step_label(making, step)).collect();
    let category_label = making.say(if is_by_month { "report-month" } else { "report-year" });
    let pieces = [("total", vec![making.count(total, None)])];
    let mut remark = making.sentence("report-trend-remark", total, &pieces);
    if unplaced > 0 {
        let key = if is_by_month { "report-month-unknown" } else { "report-year-unknown" };
        remark.push(Span::plain(" "));
        remark.extend(making.sentence(
            key,
            unplaced,
            &[("events", vec![making.count(unplaced, None)])],
        ));
    }
    let charts = [
        ("report-trend-events", "report-unit-events", &events, hrefs, remark),
        (
            "report-trend-sources",
            "report-unit-sources",
            sources,
            Vec::new(),
            vec![Span::plain(making.say("report-sources-remark"))],
        ),
    ];
    Ok(charts
        .into_iter()
        .map(|(title, unit, of, hrefs, remark)| {
            Block::Chart(Chart {
                kind: ChartKind::Columns,
                title: making.say(title),
                unit: making.say(unit),
                categories: categories.clone(),
                category_label: category_label.clone(),
                series: vec![Series { label: making.say(unit), values: values(of), hrefs }],
                remark,
            })
        })
        .collect())
}

/// The months or years of a period, or of what is known, without gaps. `None` if there is nothing.
fn steps(period: Period, known: &BTreeMap<String, i64>, is_by_month: bool) -> Option<Vec<String>> {
    let (first, last) = (known.keys().next()?, known.keys().next_back()?);
    let step = |day: NaiveDate| {
        if is_by_month {
            format!("{:04}-{:02}", day.year(), day.month())
        } else {
            format!("{:04}", day.year())
        }
    };
    let first = period.from.map_or_else(|| first.clone(), step).min(first.clone());
    let last = period.to.map_or_else(|| last.clone(), step).max(last.clone());
    let mut all = vec![first.clone()];
    let mut at = first;
    // More than anybody draws: a date of year 1 would make two thousand columns.
    while at < last && all.len() < 600 {
        at = after(&at);
        all.push(at.clone());
    }
    Some(all)
}

/// The month or year after one.
fn after(step: &str) -> String {
    let (year, month) = step.split_once('-').unwrap_or((step, ""));
    let year: u32 = year.parse().unwrap_or_default();
    match month.parse::<u32>() {
        Err(_) => format!("{:04}", year + 1),
        Ok(12) => format!("{:04}-01", year + 1),
        Ok(month) => format!("{year:04}-{:02}", month + 1),
    }
}

fn step_label(making: &Making<'_>, step: &str) -> String {
    if step.contains('-') { making.date(Some(step)) } else { step.to_owned() }
}

/// The list of the events of a month or year, within the period.
fn steps_list(making: &Making<'_>, step: &str) -> Option<String> {
    let first = if step.contains('-') { format!("{step}-01") } else { format!("{step}-01-01") };
    let begin: NaiveDate = first.parse().ok()?;
    let next = after(step);
    let next = if step.contains('-') { format!("{next}-01") } else { format!("{next}-01-01") };
    let end = next.parse::<NaiveDate>().ok()?.pred_opt()?;
    let period = making.wanted.period;
    let from = period.from.map_or(begin, |from| from.max(begin)).to_string();
    let to = period.to.map_or(end, |to| to.min(end)).to_string();
    Some(making.events(&[("from", &from), ("to", &to)]))
}

/// By what events are broken down, and which words and filter that has.
#[derive(Clone, Copy)]
pub enum Breakdown {
    Type,
    Right,
    Target,
    Perpetrator,
}

impl Breakdown {
    const fn vocabulary(self) -> &'static str {
        match self {
            Self::Type => "event_type",
            Self::Right => "right",
            Self::Target | Self::Perpetrator => "actor_kind",
        }
    }

    const fn filter(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Right => "right",
            Self::Target => "target_kind",
            Self::Perpetrator => "perpetrator_kind",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Right => "right",
            Self::Target => "target",
            Self::Perpetrator => "perpetrator",
        }
    }

    fn of(self, figures: &Figures) -> &[(Option<String>, i64)] {
        match self {
            Self::Type => &figures.types,
            Self::Right => &figures.rights,
            Self::Target => &figures.target_kinds,
            Self::Perpetrator => &figures.perpetrator_kinds,
        }
    }
}

/// Events by type, right, or the kind of those who took part; those named most.
pub fn breakdown(making: &mut Making<'_>, by: Breakdown) -> Result<Vec<Block>> {
    let filters = making.filters();
    let figures = figures::remembered(making.db, making.eyes, making.memory, &filters)?;
    let rows = by.of(&figures);
    if rows.is_empty() {
        return Ok(vec![making.paragraph("report-nothing")]);
    }
    let known: Vec<(&String, i64)> =
        rows.iter().filter_map(|(code, count)| Some((code.as_ref()?, *count))).collect();
    let unknown: i64 = rows.iter().filter(|it| it.0.is_none()).map(|it| it.1).sum();
    let shown = &known[..known.len().min(BARS)];
    let mut remark = Vec::new();
    let unit = making.sentence(
        if matches!(by, Breakdown::Type) { "report-unit-remark" } else { "report-overlap-remark" },
        figures.events,
        &[("total", vec![making.count(figures.events, Some(making.events(&[])))])],
    );
    remark.extend(unit);
    if unknown > 0 {
        remark.push(Span::plain(" "));
        let pieces = [("events", vec![making.count(unknown, None)])];
        remark.extend(making.sentence("report-kind-unknown", unknown, &pieces));
    }
    if known.len() > shown.len() {
        let left = i64::try_from(known.len() - shown.len()).unwrap_or(i64::MAX);
        remark.push(Span::plain(" "));
        remark.extend(making.sentence(
            "report-rows-left",
            left,
            &[("rows", vec![making.count(left, None)])],
        ));
    }
    let hrefs = shown.iter().map(|(code, _)| Some(making.events(&[(by.filter(), code)])));
    let mut blocks = Vec::new();
    if shown.is_empty() {
        blocks.push(Block::Paragraph { text: remark });
    } else {
        blocks.push(Block::Chart(Chart {
            kind: ChartKind::Bars,
            title: making.say(&format!("report-chart-{}", by.key())),
            unit: making.say("report-unit-events"),
            categories: shown.iter().map(|it| making.label(by.vocabulary(), it.0)).collect(),
            category_label: making.say(&format!("report-{}", by.key())),
            series: vec![Series {
                label: making.say("report-unit-events"),
                values: shown.iter().map(|it| Some(it.1)).collect(),
                hrefs: hrefs.collect(),
            }],
            remark,
        }));
    }
    let (role, named) = match by {
        Breakdown::Target => (ParticipationRole::Target, &figures.targets),
        Breakdown::Perpetrator => (ParticipationRole::Perpetrator, &figures.perpetrators),
        Breakdown::Type | Breakdown::Right => return Ok(blocks),
    };
    if named.is_empty() {
        return Ok(blocks);
    }
    let rows = named
        .iter()
        .map(|(actor, count)| {
            let href = making.events(&[("actor", actor.reference.as_str()), ("role", role.code())]);
            vec![
                vec![making.actor(actor)],
                vec![Span::plain(making.label("actor_kind", actor.kind.code()))],
                vec![making.count(*count, Some(href))],
            ]
        })
        .collect();
    blocks.push(Block::Table(Table {
        title: making.say(&format!("report-named-{}", role.code())),
        columns: vec![
            making.words_column("report-actor", 5),
            making.words_column("report-kind", 3),
            TableColumn { label: making.say("report-unit-events"), numbers: true, weight: 1 },
        ],
        rows,
        remark: vec![Span::plain(making.say("report-named-remark"))],
    }));
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trend_has_every_step_of_its_period() {
        let known: BTreeMap<String, i64> =
            [("2017-03".to_owned(), 2), ("2017-05".to_owned(), 1)].into();
        let open = steps(Period::default(), &known, true).unwrap();
        assert_eq!(open, ["2017-03", "2017-04", "2017-05"]);
        let period = Period {
            from: Some("2016-12-01".parse().unwrap()),
            to: Some("2017-06-30".parse().unwrap()),
        };
        assert_eq!(steps(period, &known, true).unwrap().len(), 7);
        assert_eq!(steps(period, &BTreeMap::new(), true), None);
        assert_eq!(after("2017-12"), "2018-01");
        assert_eq!(after("1999"), "2000");
    }
}
