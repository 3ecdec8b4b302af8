//! Counting. Every count has a unit, and every table says it.
//!
//! An *incident* is a case file; an *event* is one act of one type; a *victim* is a distinct person
//! or group targeted. Categories are multi-label: their counts may add up to more than the total.

use std::collections::BTreeMap;

use diesel::sql_types::{BigInt, Nullable, Text};
use serde::Serialize;
use utoipa::ToSchema;

use super::read_records::all_matching;
use super::records::Filters;
use super::records::event::Event;
use crate::domain::codes::codes;
use crate::domain::{Action, Caller};
use crate::error::{Error, Result};
use crate::store::visibility::participation_in_visible_event;
use crate::store::{Db, Memory, Sql};

codes! {
    /// What is counted.
    Unit {
        Incidents = "incidents",
        Events = "events",
        Victims = "victims",
    }
}

codes! {
    /// By what counts are broken down.
    Dimension {
        Type = "type",
        Family = "family",
        Country = "country",
        Year = "year",
        Month = "month",
        PerpetratorKind = "perpetrator_kind",
        TargetKind = "target_kind",
        Right = "right",
        Status = "status",
        Confidence = "confidence",
    }
}

impl Dimension {
    /// The value of an event, and the table that it takes to know it.
    pub(super) fn sql(self, caller: &Caller) -> Column {
        let actor = |role: &str, t: &str| {
            let people = Sql::new(format!(
                " LEFT JOIN participations {t}_p ON {t}_p.event_id = events.id AND {t}_p.role = '{role}' AND "
            ))
            .then(participation_in_visible_event(&format!("{t}_p"), caller))
            .sql(format!(" LEFT JOIN actors {t} ON {t}.id = {t}_p.actor_id"));
            (format!("{t}.kind"), Some(people))
        };
        match self {
            Self::Type => ("events.event_type".to_owned(), None),
            Self::Family => (
                "ft.parent".to_owned(),
                Some(Sql::new(
                    " LEFT JOIN terms ft ON ft.vocabulary = 'event_type' AND ft.code = events.event_type",
                )),
            ),
            Self::Country => ("events.country".to_owned(), None),
            // The year or month in which an event may have begun, at the earliest; not said where
            // the beginning is unknown, nor the month where only the year is known.
            Self::Year => (
                "CASE WHEN events.date_earliest > '0001-01-01' AND substr(events.date_earliest, 1, 4) = \
                 substr(events.date_latest, 1, 4) OR events.date_precision = 'longer' AND events.date_earliest > '0001-01-01' \
                 THEN substr(events.date_earliest, 1, 4) END"
                    .to_owned(),
                None,
            ),
            Self::Month => (
                "CASE WHEN events.date_precision IN ('day', 'few_days', 'week', 'month') \
                 AND events.date_earliest > '0001-01-01' THEN substr(events.date_earliest, 1, 7) END"
                    .to_owned(),
                None,
            ),
            Self::PerpetratorKind => actor("perpetrator", "by_perpetrator"),
            Self::TargetKind => actor("target", "by_target"),
            Self::Right => (
                "by_right.right_code".to_owned(),
                Some(Sql::new(" LEFT JOIN event_rights by_right ON by_right.event_id = events.id")),
            ),
            Self::Status => ("events.status".to_owned(), None),
            Self::Confidence => ("events.confidence".to_owned(), None),
        }
    }

    const fn is_multi_label(self) -> bool {
        matches!(self, Self::PerpetratorKind | Self::TargetKind | Self::Right)
    }
}

/// A table of counts.
#[derive(Debug, Serialize, ToSchema)]
pub struct Statistics {
    pub unit: Unit,
    /// How the unit is counted, in words.
    pub counting_rule: &'static str,
    /// By what it is broken down, in the order of the cells' keys.
    pub by: Vec<Dimension>,
    /// The count over everything that matches.
    pub total: i64,
    /// Whether the counts of cells may add up to more than the total.
    pub multi_label: bool,
    pub cells: Vec<Cell>,
}

/// One cell: the values of the dimensions, and the count.
#[derive(Debug, PartialEq, Eq, Serialize, ToSchema)]
pub struct Cell {
    /// By dimension; null where it is not known.
    #[schema(value_type = Object, example = json!({"type": "arrest", "year": "2017"}))]
    pub key: BTreeMap<&'static str, Option<String>>,
    pub count: i64,
}

const fn rule(unit: Unit) -> &'static str {
    match unit {
        Unit::Incidents => {
            "case files with at least one matching event; an incident counts once in each cell that any of its events falls into"
        }
        Unit::Events => "matching events, each one act of one type",
        Unit::Victims => {
            "distinct persons and groups that take part as target in matching events; a group counts once, whatever its size, and a person targeted twice counts once"
        }
    }
}

/// A column that counts are broken down by, and the table that it takes to know it.
pub(super) type Column = (String, Option<Sql>);

/// A row of counts: the values of at most three columns, and the count.
#[derive(diesel::QueryableByName)]
pub(super) struct Counted {
    #[diesel(sql_type = Nullable<Text>)]
    pub a: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub b: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub c: Option<String>,
    #[diesel(sql_type = BigInt)]
    pub count: i64,
}

/// Counts the events for which `condition` holds; one row over everything where there is no column.
pub(super) fn counted(
    db: &mut Db,
    caller: &Caller,
    unit: Unit,
    by: Vec<Column>,
    condition: &Sql,
) -> Result<Vec<Counted>> {
    let counted = match unit {
        Unit::Incidents => "COUNT(DISTINCT events.incident_id)",
        Unit::Events => "COUNT(DISTINCT events.id)",
        Unit::Victims => "COUNT(DISTINCT victims.actor_id)",
    };
    let (mut columns, mut joins) = (Vec::new(), Sql::default());
    for (column, join) in by {
        columns.push(column);
        joins = joins.then(join.unwrap_or_default());
    }
    if unit == Unit::Victims {
        joins = joins
            .sql(" JOIN participations victims ON victims.event_id = events.id AND victims.role = 'target' AND ")
            .then(participation_in_visible_event("victims", caller));
    }
    let column =
        |at: usize| columns.get(at).map_or("CAST(NULL AS TEXT)", String::as_str).to_owned();
    let mut query = Sql::new(format!(
        "SELECT {} AS a, {} AS b, {} AS c, {counted} AS count FROM events",
        column(0),
        column(1),
        column(2)
    ))
    .then(joins)
    .sql(" WHERE ")
    .then(condition.clone());
    if !columns.is_empty() {
        let places: Vec<_> = (1..=columns.len()).map(|at| at.to_string()).collect();
        query = query.sql(format!(" GROUP BY {0}", places.join(", ")));
    }
    Ok(query.load::<Counted>(db)?)
}

/// Counts the events that match, as the caller may see them.
pub fn statistics(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    unit: Unit,
    by: &[Dimension],
    filters: &Filters,
) -> Result<Statistics> {
    caller.must(Action::ReadRecords)?;
    if by.len() > 3 {
        return Err(Error::Malformed("by takes at most three dimensions".to_owned()));
    }
    let condition = all_matching::<Event>(db, caller, memory, filters)?;
    let caller = &filters.reader(caller);
    let total = counted(db, caller, unit, Vec::new(), &condition)?;
    let total = total.first().map_or(0, |row| row.count);
    let mut cells: Vec<Cell> = if by.is_empty() {
        Vec::new()
    } else {
        let columns = by.iter().map(|dimension| dimension.sql(caller)).collect();
        counted(db, caller, unit, columns, &condition)?
            .into_iter()
            .map(|Counted { a, b, c, count }| Cell {
                key: by.iter().map(|it| it.code()).zip([a, b, c]).collect(),
                count,
            })
            .collect()
    };
    let sorted = |cell: &Cell| -> Vec<(bool, Option<String>)> {
        let value = |it: &Dimension| cell.key.get(it.code()).cloned().flatten();
        by.iter().map(|it| (value(it).is_none(), value(it))).collect()
    };
    cells.sort_by_cached_key(sorted);
    Ok(Statistics {
        unit,
        counting_rule: rule(unit),
        by: by.to_vec(),
        total,
        multi_label: by.iter().any(|it| it.is_multi_label())
            || (unit != Unit::Events && !by.is_empty()),
        cells,
    })
}
