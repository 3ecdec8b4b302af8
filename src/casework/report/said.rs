//! Sections about what was said: accounts that contradict each other, and demands and their fate.

use super::making::{Making, page_of};
use crate::casework::contradictions;
use crate::casework::read_records::{all_matching, views};
use crate::casework::records::citation::CitationLink;
use crate::casework::records::demand::{Demand, DemandRow, DemandView};
use crate::casework::records::links;
use crate::casework::records::{Filters, Record, Row};
use crate::domain::DemandStatus;
use crate::domain::document::{Block, Span, Table, TableColumn};
use crate::error::Result;
use crate::store::{Kind, Sql};

/// Contradictions that are set out, citations of each side, and demands in the table.
const CONTRADICTIONS: usize = 15;
const OF_A_SIDE: usize = 5;
const DEMANDS: i64 = 60;

/// What statements say for and against the events, side by side.
pub fn contradictions(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let condition = making.condition()?;
    let found = contradictions::of_events(making.db, making.eyes, &condition)?;
    if found.items.is_empty() {
        return Ok(vec![making.paragraph("report-no-contradictions")]);
    }
    let ids = found.items.iter().map(|it| it.target_id);
    let events = links::records(making.db, making.eyes, Kind::Event, ids)?;
    let mut rows = Vec::new();
    for item in &found.items {
        let Some(event) = events.get(&item.target_id) else { continue };
        if rows.len() >= CONTRADICTIONS {
            break;
        }
        let mut side = |citations: &[CitationLink]| -> Vec<Span> {
            let mut text = Vec::new();
            for citation in citations.iter().take(OF_A_SIDE) {
                if !text.is_empty() {
                    text.push(Span::plain(" "));
                }
                let stance = making.label("stance", citation.stance.code());
                text.push(Span::plain(format!("{stance}{}", making.say("report-colon"))));
                match &citation.quote {
                    Some(quote) => {
                        text.push(making.text(&making.words.of_value("report-quote", quote)));
                    }
                    None => text.push(making.record("statements", &citation.statement)),
                }
                text.push(making.cite(citation));
            }
            text
        };
        let (affirmed, denied) = (side(&item.affirmed), side(&item.denied));
        rows.push(vec![vec![making.record("events", event)], affirmed, denied]);
    }
    let is_cut = found.more || found.items.len() > rows.len();
    let columns = vec![
        making.words_column("report-event", 3),
        making.words_column("report-affirmed", 4),
        making.words_column("report-denied-column", 4),
    ];
    let mut remark = vec![Span::plain(making.say("report-contradictions-remark"))];
    if is_cut {
        remark.push(Span::plain(" "));
        remark.push(Span::plain(making.say("report-contradictions-more")));
    }
    let title = making.say("report-contradictions-table");
    Ok(vec![Block::Table(Table { title, columns, rows, remark })])
}

/// What statements of the period asked, of whom, and what became of it.
pub fn demands(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let filters = asked(making);
    let (caller, memory) = (&making.eyes.caller, making.memory);
    let condition = all_matching::<Demand>(making.db, caller, memory, &filters)?;
    let mut counts = Vec::new();
    for status in DemandStatus::ALL {
        let mut of = filters.clone();
        of.0.insert("status".to_owned(), status.code().to_owned());
        let count = crate::casework::read_records::count::<Demand>(making.db, caller, memory, &of)?;
        if count > 0 {
            counts.push((*status, count, of));
        }
    }
    if counts.is_empty() {
        return Ok(vec![making.paragraph("report-no-demands")]);
    }
    let total: i64 = counts.iter().map(|it| it.1).sum();
    let rows = counts
        .iter()
        .map(|(status, count, filters)| {
            let href = making.list("/demands", filters, &[]);
            vec![
                vec![Span::plain(making.label("demand_status", status.code()))],
                vec![making.count(*count, Some(href))],
            ]
        })
        .collect();
    let columns = vec![
        making.words_column("report-status", 5),
        TableColumn { label: making.say("report-unit-demands"), numbers: true, weight: 2 },
    ];
    let href = making.list("/demands", &filters, &[]);
    let pieces = [("total", vec![making.count(total, Some(href))])];
    let remark = making.sentence("report-demands-remark", total, &pieces);
    let title = making.say("report-demands-status");
    let mut blocks = vec![Block::Table(Table { title, columns, rows, remark })];

    let order = Sql::new(
        "(SELECT s.date_earliest FROM statements s WHERE s.id = demands.statement_id), demands.id",
    );
    let rows = DemandRow::load(making.db, condition, order, DEMANDS)?;
    let records = Demand::with_parts(making.db, rows)?;
    let all = views::<Demand>(making.db, making.eyes, records)?;
    let shown = i64::try_from(all.len()).unwrap_or(i64::MAX);
    let rows = all.iter().map(|demand| row(making, demand)).collect();
    let columns = vec![
        making.words_column("report-demand", 7),
        making.words_column("report-addressee", 3),
        making.words_column("report-status", 2),
        making.words_column("report-latest", 4),
    ];
    let mut remark = Vec::new();
    if total > shown {
        let pieces = [
            ("shown", vec![making.count(shown, None)]),
            ("total", vec![making.count(total, None)]),
        ];
        remark = making.sentence("report-demands-part", total, &pieces);
    }
    let title = making.say("report-demands-table");
    blocks.push(Block::Table(Table { title, columns, rows, remark }));
    Ok(blocks)
}

/// The filters of demands that the report tells.
fn asked(making: &Making<'_>) -> Filters {
    let mut all = Filters::default();
    let mut add = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            all.0.insert(name.to_owned(), value);
        }
    };
    let wanted = making.wanted;
    add("country", wanted.countries.first().map(|it| it.as_str().to_owned()));
    add("addressee", wanted.actor.clone());
    add("from", wanted.period.from.map(|day| day.to_string()));
    add("to", wanted.period.to.map(|day| day.to_string()));
    all
}

fn row(making: &mut Making<'_>, demand: &DemandView) -> Vec<Vec<Span>> {
    let mut text = vec![making.text(&demand.text)];
    if let Some(statement) = &demand.statement {
        // The demand is in the words of its statement.
        text.push(Span::note(making.sources.note(statement.id, None)));
    }
    let latest = match demand.follow_ups.last() {
        None => Vec::new(),
        Some(it) => {
            let mut text = vec![
                Span::plain(making.date(Some(&it.date))),
                Span::plain(making.say("report-colon")),
                making.text(&it.note),
            ];
            if let Some(evidence) = &it.evidence {
                text.push(Span::note(making.sources.note(evidence.id, None)));
            }
            text
        }
    };
    let addressee = demand.addressee.as_ref();
    vec![
        text,
        addressee
            .map(|it| vec![making.link(&it.name, page_of("actors", &it.reference))])
            .unwrap_or_default(),
        vec![Span::plain(making.label("demand_status", demand.status.code()))],
        latest,
    ]
}
