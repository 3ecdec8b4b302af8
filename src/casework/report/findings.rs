//! What people found of events under law, apart from what the program works out: each with whose
//! finding it is and of when.

use diesel::sql_types::BigInt;

use super::events::events;
use super::making::Making;
use crate::casework::records::event_view::{EventView, FindingView};
use crate::domain::document::{Block, Span, Table};
use crate::error::Result;
use crate::store::visibility::visible;
use crate::store::{Kind, Sql};

/// Events whose findings stand in the table.
const MOST: i64 = 200;

/// The events with a finding that the audience may see: on a provision, and resting on no statement that
/// it may not see.
fn with_findings(making: &mut Making<'_>) -> Result<Sql> {
    let caller = making.eyes.caller.clone();
    let found = Sql::new(
        "EXISTS (SELECT 1 FROM legal_findings lf WHERE lf.event_id = events.id AND \
         EXISTS (SELECT 1 FROM provisions lfp WHERE lfp.id = lf.provision_id AND ",
    )
    .then(visible(Kind::Provision, "lfp", &caller))
    .sql(
        ") AND (lf.statement_id IS NULL OR EXISTS (SELECT 1 FROM statements lfs \
         WHERE lfs.id = lf.statement_id AND ",
    )
    .then(visible(Kind::Statement, "lfs", &caller))
    .sql(")))");
    Ok(making.condition()?.and(found))
}

fn counted(making: &mut Making<'_>, condition: &Sql) -> Result<i64> {
    #[derive(diesel::QueryableByName)]
    struct Total {
        #[diesel(sql_type = BigInt)]
        total: i64,
    }
    let query = Sql::new("SELECT COUNT(*) AS total FROM events WHERE ").then(condition.clone());
    Ok(query.load::<Total>(making.db)?.pop().map_or(0, |it| it.total))
}

/// How many events people found something of, in a sentence; nothing if there are none. A release does not
/// hold what they found.
pub fn figure(making: &mut Making<'_>) -> Result<Option<Block>> {
    if making.release.is_some() {
        return Ok(None);
    }
    let condition = with_findings(making)?;
    let total = counted(making, &condition)?;
    let pieces = [("events", vec![making.count(total, None)])];
    let text = making.sentence("report-found-events", total, &pieces);
    Ok((total > 0).then_some(Block::Paragraph { text }))
}

/// Each finding: of which event, under which provision, what, by whom and when.
pub fn listed(making: &mut Making<'_>) -> Result<Vec<Block>> {
    if making.release.is_some() {
        return Ok(Vec::new());
    }
    let condition = with_findings(making)?;
    let total = counted(making, &condition)?;
    if total == 0 {
        return Ok(Vec::new());
    }
    let all = events(making, condition, Sql::new("events.date_earliest, events.id"), MOST)?;
    let ids = all.iter().flat_map(|it| &it.findings).filter_map(|it| it.statement.as_ref());
    let statements = making.statements(ids.map(|it| it.id).collect::<Vec<_>>())?;
    let mut rows = Vec::new();
    for event in &all {
        for it in &event.findings {
            let said = it.statement.as_ref().and_then(|it| statements.get(&it.id));
            let (mut by, mut when) = (Vec::new(), String::new());
            if let Some(court) = &it.court {
                by.push(making.actor(court));
            }
            if let Some(said) = said {
                if !by.is_empty() {
                    by.push(Span::plain(making.say("report-comma")));
                }
                by.push(making.text(&making.issuers(said)));
                by.push(Span::note(making.sources.note(said.head.id, None)));
                when = making.date(said.issued_on.as_deref());
            }
            if by.is_empty() {
                by.push(Span::plain(making.say("report-found-by-office")));
            }
            rows.push(row(making, event, it, by, when));
        }
    }
    let columns = vec![
        making.words_column("report-event", 5),
        making.words_column("report-provision", 4),
        making.words_column("report-found", 4),
        making.words_column("report-found-by", 4),
        making.words_column("report-date", 3),
    ];
    let pieces = [("events", vec![making.count(total, None)])];
    let mut remark = making.sentence("report-found-events", total, &pieces);
    remark.push(Span::plain(" "));
    remark.push(Span::plain(making.say("report-found-remark")));
    let shown = i64::try_from(all.len()).unwrap_or(i64::MAX);
    if total > shown {
        remark.push(Span::plain(" "));
        let pieces = [("shown", vec![making.count(shown, None)])];
        remark.extend(making.sentence("report-found-part", shown, &pieces));
    }
    let text = vec![Span::plain(making.say("report-found-title"))];
    let title = making.say("report-found-table");
    Ok(vec![
        Block::Heading { level: 2, text, anchor: "findings".to_owned() },
        Block::Table(Table { title, columns, rows, remark }),
    ])
}

fn row(
    making: &Making<'_>,
    event: &EventView,
    it: &FindingView,
    by: Vec<Span>,
    when: String,
) -> Vec<Vec<Span>> {
    let mut found = vec![Span::plain(making.label("finding", it.finding.code()))];
    if let Some(note) = &it.note {
        found.push(Span::plain(making.say("report-colon")));
        found.push(making.text(note));
    }
    let provision = format!("{} {}", it.provision.instrument, it.provision.label);
    vec![
        vec![
            Span::plain(making.date(event.date.as_deref())),
            Span::plain(making.say("report-colon")),
            making.event(event),
        ],
        vec![Span::link(provision, format!("/provisions/{}", it.provision.id))],
        found,
        by,
        vec![Span::plain(when)],
    ]
}
