//! Numbers that are given out once: the series behind refs.

use std::collections::BTreeMap;

use diesel::RunQueryDsl;
use diesel::sql_types::Integer;

use super::commit::{self, Late, Turn};
use super::database::Db;
use super::sql::Sql;
use crate::error::Result;

/// A number that was given out: the last of its series.
struct Given {
    series: String,
    last: i32,
}

/// The next number of a series. Only the writer asks, so no number is given out twice; one whose
/// record was not kept is given out again, never one that was.
pub fn next(db: &mut Db, series: &str) -> Result<i32> {
    let of_series = |given: &Given| (given.series == series).then_some(given.last);
    let last = match commit::number(series).or_else(|| commit::newest(of_series)) {
        Some(last) => last,
        None => kept(db, series)?,
    };
    let next = last + 1;
    commit::know_number(series, next);
    commit::write(db, vec![Given { series: series.to_owned(), last: next }])?;
    Ok(next)
}

/// The last number that was given out before this commit; 0 if none was.
fn kept(db: &mut Db, series: &str) -> Result<i32> {
    #[derive(diesel::QueryableByName)]
    struct Counter {
        #[diesel(sql_type = Integer)]
        last: i32,
    }
    let kept = Sql::new("SELECT last FROM counters WHERE series = ").bind(series);
    Ok(kept.load::<Counter>(db)?.pop().map_or(0, |counter| counter.last))
}

impl Late for Given {
    const TURN: Turn = Turn::Numbers;

    fn write(db: &mut Db, all: &[Self]) -> Result<()> {
        // Of each series the last alone is kept.
        let last: BTreeMap<&str, i32> =
            all.iter().map(|given| (given.series.as_str(), given.last)).collect();
        let rows =
            last.into_iter().map(|(series, last)| Sql::default().bind(series).sql(", ").bind(last));
        let Some(rows) = rows.reduce(|all, row| all.sql("), (").then(row)) else { return Ok(()) };
        Sql::new("INSERT INTO counters (series, last) VALUES (")
            .then(rows)
            .sql(") ON CONFLICT (series) DO UPDATE SET last = excluded.last")
            .once()
            .execute(db)?;
        Ok(())
    }
}
