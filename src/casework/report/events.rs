//! Sections that tell events: where and when they happened, in full, and all of them in a table.

use std::collections::BTreeSet;

use super::making::{Making, page_of};
use crate::casework::map::{self, Area};
use crate::casework::read_records::{all_matching, views};
use crate::casework::records::event::{Event, EventRow};
use crate::casework::records::event_view::EventView;
use crate::casework::records::incident::{Incident, IncidentRow, IncidentView};
use crate::casework::records::{Filters, Record, Row};
use crate::domain::document::{
    Block, Map, MapLegend, MapPoint, Span, Table, TableColumn, TimelineItem,
};
use crate::domain::outlines;
use crate::domain::{GeoPrecision, Id, ParticipationRole, Stance};
use crate::error::{Error, Result};
use crate::store::sql_types::RecordId;
use crate::store::visibility::{citation_of_visible_event, visible};
use crate::store::{Kind, Sql};

/// Events of a timeline, and incidents that are told in full.
const TIMELINE: i64 = 25;
/// Main events among which incidents are chosen.
const MAIN: i64 = 100;
const CASES: usize = 5;
/// Events of an incident that are told in full.
const OF_A_CASE: i64 = 30;
/// Marks of sources after an event.
const MARKS: usize = 4;

/// Who does it, by deciding or ordering it as well.
pub const DOERS: [ParticipationRole; 3] = [
    ParticipationRole::Perpetrator,
    ParticipationRole::DecisionMaker,
    ParticipationRole::OrderedBy,
];

/// The events of a condition, in an order, as the audience sees them.
pub fn events(
    making: &mut Making<'_>,
    condition: Sql,
    order: Sql,
    most: i64,
) -> Result<Vec<EventView>> {
    let rows = EventRow::load(making.db, condition, order, most)?;
    let records = Event::with_parts(making.db, rows)?;
    views::<Event>(making.db, making.eyes, records)
}

/// The order of main events: those that most statements speak of, then the deadliest, then those with
/// most victims.
pub fn main_first(making: &Making<'_>) -> Sql {
    Sql::new(
        "(SELECT COUNT(DISTINCT c.statement_id) FROM citations c WHERE c.event_id = events.id AND ",
    )
    .then(citation_of_visible_event("c", &making.eyes.caller))
    .sql(
        ") DESC, COALESCE(events.deaths_best, 0) DESC, COALESCE(events.victims_best, 0) DESC, \
         events.date_earliest, events.id",
    )
}

/// The main events of the report, the first of them first. The order is found without reading the rest of their rows,
/// and remembered.
fn main_events(making: &mut Making<'_>) -> Result<Vec<EventRow>> {
    #[derive(diesel::QueryableByName)]
    struct Main {
        #[diesel(sql_type = RecordId)]
        id: Id,
    }
    let query = Sql::new("SELECT events.id AS id FROM events WHERE ")
        .then(making.condition()?)
        .sql(" ORDER BY ")
        .then(main_first(making))
        .sql(" LIMIT ")
        .bind(MAIN);
    let asked = format!("main events {:?}", making.filters());
    let (caller, memory) = (&making.eyes.caller, making.memory);
    let ids = memory.answers.or_find(making.db, caller, &asked, |db| {
        let found = query.load::<Main>(db)?;
        Ok(found.into_iter().map(|it| it.id).collect::<Vec<Id>>())
    })?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let condition = Sql::new("events.id IN (").list(ids.iter().copied()).sql(")");
    let mut rows = EventRow::load(making.db, condition, Sql::new("events.id"), MAIN)?;
    rows.sort_by_key(|row| ids.iter().position(|id| *id == row.id));
    Ok(rows)
}

/// Main events, day by day.
pub fn timeline(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let mut rows = main_events(making)?;
    rows.truncate(usize::try_from(TIMELINE).unwrap_or(usize::MAX).saturating_add(1));
    let records = Event::with_parts(making.db, rows)?;
    let mut all = views::<Event>(making.db, making.eyes, records)?;
    let is_all = i64::try_from(all.len()).unwrap_or(i64::MAX) <= TIMELINE;
    all.truncate(usize::try_from(TIMELINE).unwrap_or(usize::MAX));
    if all.is_empty() {
        return Ok(vec![making.paragraph("report-nothing")]);
    }
    all.sort_by(|one, other| {
        (&one.date_earliest, &one.head.reference)
            .cmp(&(&other.date_earliest, &other.head.reference))
    });
    let items = all.iter().map(|event| item(making, event)).collect();
    let mut blocks = vec![Block::Timeline { items }];
    if !is_all {
        blocks.push(making.remark("report-timeline-remark"));
    }
    Ok(blocks)
}

/// An event in a timeline: date, what happened, sources, and where it is denied that it did.
fn item(making: &mut Making<'_>, event: &EventView) -> TimelineItem {
    let mut text = vec![making.event(event)];
    text.extend(making.marks(event, MARKS));
    if let Some(denied) = denied(making, event) {
        text.push(Span::plain(" "));
        text.push(denied);
    }
    TimelineItem { date: making.date(event.date.as_deref()), text }
}

/// That a statement denies an event, if one does.
pub fn denied(making: &Making<'_>, event: &EventView) -> Option<Span> {
    event
        .citations
        .iter()
        .any(|it| it.stance == Stance::Denies)
        .then(|| Span { emphasis: true, ..Span::plain(making.say("report-denied")) })
}

/// A map of the events, as exactly as each may be told.
pub fn where_it_happened(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let Some(country) = making.wanted.countries.first().cloned() else { return Ok(Vec::new()) };
    let filters = making.filters();
    let found = map::remembered(making.db, making.eyes, making.memory, &filters, &Area::WORLD)?;
    if found.events == 0 {
        return Ok(vec![making.paragraph("report-nothing")]);
    }
    let mut precisions: BTreeSet<GeoPrecision> = BTreeSet::new();
    let points: Vec<MapPoint> = found
        .clusters
        .iter()
        .filter(|it| it.country.as_ref().is_none_or(|it| *it == country))
        .map(|it| {
            precisions.insert(it.precision);
            let name = it.province.as_ref().map(|it| it.0.clone());
            MapPoint {
                latitude: it.at.0,
                longitude: it.at.1,
                precision: it.precision.code().to_owned(),
                count: it.events,
                label: name.unwrap_or_default(),
            }
        })
        .collect();
    let placed: i64 = points.iter().map(|it| it.count).sum();
    let without = found.events - placed;
    let pieces = [("events", vec![making.count(placed, None)])];
    let mut remark = making.sentence("report-map-remark", placed, &pieces);
    if without > 0 {
        remark.push(Span::plain(" "));
        let pieces = [("events", vec![making.count(without, None)])];
        remark.extend(making.sentence("report-map-without", without, &pieces));
    }
    if found.has_more {
        remark.push(Span::plain(" "));
        let most = making.count(map::MOST, None);
        remark.extend(making.sentence("report-map-latest", map::MOST, &[("events", vec![most])]));
    }
    if points.is_empty() {
        return Ok(vec![Block::Paragraph { text: remark }]);
    }
    let mut more = vec![making.say("map-credit")];
    if outlines::fine().bounds(country.as_str()).is_none() {
        let name = making.country(&country);
        more.insert(0, making.words.of_value("report-map-no-outline", name));
    }
    for sentence in more {
        remark.push(Span::plain(format!(" {sentence}")));
    }
    let legend = precisions
        .into_iter()
        .map(|it| MapLegend {
            precision: it.code().to_owned(),
            label: making.label("geo_precision", it.code()),
        })
        .collect();
    let title = making.words.of_value("report-map-title", making.country(&country));
    Ok(vec![Block::Map(Map {
        title,
        country: country.as_str().to_owned(),
        points,
        legend,
        remark,
    })])
}

/// Incidents told in full: those that were chosen, or those of the main events.
pub fn cases(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let incidents = chosen(making)?;
    if incidents.is_empty() {
        return Ok(vec![making.paragraph("report-nothing")]);
    }
    let mut blocks = Vec::new();
    if making.wanted.cases.is_empty() {
        blocks.push(making.remark("report-cases-remark"));
    }
    for incident in incidents {
        case(making, &incident, &mut blocks)?;
    }
    Ok(blocks)
}

fn chosen(making: &mut Making<'_>) -> Result<Vec<IncidentView>> {
    let mut ids: Vec<Id> = Vec::new();
    let named = making.wanted.cases.clone();
    if named.is_empty() {
        for row in main_events(making)? {
            if !ids.contains(&row.incident_id) && ids.len() < CASES {
                ids.push(row.incident_id);
            }
        }
    }
    let mut all = Vec::new();
    for name in &named {
        let found: Incident =
            crate::casework::read_records::find(making.db, &making.eyes.caller, name).map_err(
                |error| match error {
                    Error::NotFound => Error::Malformed(format!(
                        "'cases' cannot be used: there is no incident '{}' that this audience may \
                         see",
                        name.chars().take(60).collect::<String>()
                    )),
                    other => other,
                },
            )?;
        all.push(found);
    }
    for id in ids {
        let condition = Sql::new("incidents.id = ").bind(id).sql(" AND ").then(visible(
            Kind::Incident,
            "incidents",
            &making.eyes.caller,
        ));
        let rows = IncidentRow::load(making.db, condition, Sql::new("incidents.id"), 1)?;
        all.extend(Incident::with_parts(making.db, rows)?);
    }
    views::<Incident>(making.db, making.eyes, all)
}

fn case(making: &mut Making<'_>, incident: &IncidentView, blocks: &mut Vec<Block>) -> Result<()> {
    let reference = incident.head.reference.clone();
    let filters = Filters([("incident".to_owned(), reference.clone())].into());
    let (caller, memory) = (&making.eyes.caller, making.memory);
    let condition = all_matching::<Event>(making.db, caller, memory, &filters)?;
    let order = Sql::new("events.date_earliest, events.id");
    let all = events(making, condition, order, OF_A_CASE)?;
    let mut heading = vec![making.link(&incident.title, page_of("incidents", &reference))];
    heading.push(Span::plain(format!(" ({reference})")));
    blocks.push(Block::Heading { level: 2, text: heading, anchor: format!("case-{reference}") });
    if let Some(summary) = &incident.summary {
        for paragraph in paragraphs(summary) {
            blocks.push(Block::Paragraph { text: vec![making.text(paragraph)] });
        }
    }
    for event in &all {
        blocks.push(Block::Paragraph { text: told(making, event) });
        if let Some(narrative) = &event.narrative {
            for paragraph in paragraphs(narrative) {
                blocks.push(Block::Paragraph { text: vec![making.text(paragraph)] });
            }
        }
    }
    // The passage that says most of it in the words of a source.
    let quoted = all.iter().flat_map(|it| it.citations.iter()).find(|it| it.quote.is_some());
    if let Some(citation) = quoted.cloned() {
        let quote = citation.quote.clone().unwrap_or_default();
        let text = vec![making.text(&quote), making.cite(&citation)];
        blocks.push(Block::Quote { text });
    }
    let left = incident.event_count - i64::try_from(all.len()).unwrap_or(i64::MAX);
    if left > 0 {
        // No list has those alone.
        let pieces = [("events", vec![making.count(left, None)])];
        blocks.push(Block::Remark { text: making.sentence("report-events-left", left, &pieces) });
    }
    Ok(())
}

/// An event in a sentence or two: when, what, by whom, to whom, with its sources.
pub fn told(making: &mut Making<'_>, event: &EventView) -> Vec<Span> {
    let mut text = vec![
        Span::strong(making.date(event.date.as_deref())),
        Span::plain(making.say("report-colon")),
        making.event(event),
    ];
    if event.title.ends_with(char::is_alphanumeric) {
        text.push(Span::plain(making.say("report-stop")));
    }
    text.extend(making.marks(event, MARKS));
    let facts = [
        ("report-by-whom", making.people(event, &DOERS)),
        ("report-to-whom", making.people(event, &[ParticipationRole::Target])),
    ];
    for (key, people) in facts {
        if !people.is_empty() {
            text.push(Span::plain(" "));
            text.extend(making.sentence(key, 1, &[("people", people)]));
        }
    }
    if let Some(denied) = denied(making, event) {
        text.push(Span::plain(" "));
        text.push(denied);
    }
    text
}

/// The paragraphs of a text.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').map(str::trim).filter(|it| !it.is_empty())
}

/// All events in a table, the first first.
pub fn annex(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let condition = making.condition()?;
    let most = i64::try_from(making.wanted.annex).unwrap_or(i64::MAX);
    let order = Sql::new("events.date_earliest, events.id");
    let all = events(making, condition, order, most)?;
    if all.is_empty() {
        return Ok(vec![making.paragraph("report-nothing")]);
    }
    let filters = making.filters();
    let caller = &making.eyes.caller;
    let total =
        crate::casework::read_records::count::<Event>(making.db, caller, making.memory, &filters)?;
    let shown = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let mut rows = Vec::new();
    for event in &all {
        let mut what = vec![making.event(event)];
        what.extend(making.marks(event, MARKS));
        let place = event.place_name.as_deref().or(event.admin1.as_deref()).unwrap_or_default();
        rows.push(vec![
            vec![Span::plain(event.head.reference.clone())],
            vec![Span::plain(making.date(event.date.as_deref()))],
            vec![Span::plain(making.label("event_type", &event.event_type))],
            what,
            vec![making.text(place)],
            making.people(event, &DOERS),
            making.people(event, &[ParticipationRole::Target]),
        ]);
    }
    let href = making.events(&[]);
    let pieces = [
        ("shown", vec![making.count(shown, None)]),
        ("total", vec![making.count(total, Some(href))]),
    ];
    let key = if total > shown { "report-annex-part" } else { "report-annex-all" };
    let column =
        |key: &str, weight: u8| TableColumn { label: making.say(key), numbers: false, weight };
    let columns = vec![
        column("report-ref", 3),
        column("report-date", 3),
        column("report-type", 3),
        column("report-event", 6),
        column("report-place", 3),
        column("report-perpetrator-column", 4),
        column("report-target-column", 4),
    ];
    let remark = making.sentence(key, total, &pieces);
    Ok(vec![Block::Table(Table { title: making.say("report-annex-table"), columns, rows, remark })])
}
