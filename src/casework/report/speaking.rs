//! Which statements speak of the events of a report, and whose they are: looked for once, and counted by section.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use diesel::sql_types::{Nullable, Text};

use super::making::Making;
use crate::casework::statistics::Dimension;
use crate::domain::Id;
use crate::error::Result;
use crate::store::Sql;
use crate::store::sql_types::RecordId;
use crate::store::visibility::{citation_of_visible_event, participation_in_visible_event};

/// What is counted of them.
#[derive(Default)]
pub struct Speaking {
    /// How many actors issued or signed statements that speak of events of a month or year.
    pub sources_by_step: BTreeMap<String, i64>,
    pub statements: i64,
    /// How many actors issued or signed any of them.
    pub issuers: i64,
}

/// That a statement speaks of an event of a month or year, and one of those who issued or signed it. An issuer whom
/// the reader may not see is no source that they could look at.
#[derive(diesel::QueryableByName)]
struct Spoken {
    #[diesel(sql_type = Nullable<Text>)]
    step: Option<String>,
    #[diesel(sql_type = RecordId)]
    statement: Id,
    #[diesel(sql_type = Nullable<RecordId>)]
    issuer: Option<Id>,
}

/// By what the trend of the report goes.
pub fn trend_dimension(making: &Making<'_>) -> Dimension {
    if making.wanted.period.is_by_month() { Dimension::Month } else { Dimension::Year }
}

/// What is said of the events, by month or year and over all. Remembered: it is asked by several sections.
pub fn speaking(making: &mut Making<'_>) -> Result<Arc<Speaking>> {
    let (caller, memory) = (&making.eyes.caller, making.memory);
    let (step, _) = trend_dimension(making).sql(caller);
    let query = Sql::new(format!(
        "SELECT DISTINCT {step} AS step, c.statement_id AS statement, si.actor_id AS issuer FROM events \
         JOIN citations c ON c.event_id = events.id AND "
    ))
    .then(citation_of_visible_event("c", caller))
    .sql(" LEFT JOIN statement_issuers si ON si.statement_id = c.statement_id AND ")
    .then(participation_in_visible_event("si", caller))
    .sql(" WHERE ");
    let filters = making.filters();
    let condition = making.condition()?;
    let caller = &making.eyes.caller;
    let asked = format!("speaking {filters:?}");
    memory.answers.or_find(making.db, caller, &asked, |db| {
        let rows = query.then(condition).load::<Spoken>(db)?;
        let (mut statements, mut issuers) = (HashSet::new(), HashSet::new());
        let mut by_step: BTreeMap<&str, HashSet<Id>> = BTreeMap::new();
        for row in &rows {
            statements.insert(row.statement);
            issuers.extend(row.issuer);
            if let (Some(step), Some(issuer)) = (row.step.as_deref(), row.issuer) {
                by_step.entry(step).or_default().insert(issuer);
            }
        }
        let sources = by_step.into_iter().map(|(step, all)| (step.to_owned(), count(&all)));
        Ok(Speaking {
            sources_by_step: sources.collect(),
            statements: count(&statements),
            issuers: count(&issuers),
        })
    })
}

fn count(all: &HashSet<Id>) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}
