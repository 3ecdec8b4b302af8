//! Numbers that are given out once: the series behind refs.

use diesel::sql_types::Integer;

use super::database::Db;
use super::sql::Sql;
use crate::error::{Error, Result};

/// The next number of a series. Only the writer asks, so no number is given out twice; one whose
/// record was not kept is given out again, never one that was.
pub fn next(db: &mut Db, series: &str) -> Result<i32> {
    #[derive(diesel::QueryableByName)]
    struct Counter {
        #[diesel(sql_type = Integer)]
        last: i32,
    }
    let next = Sql::new("INSERT INTO counters (series, last) VALUES (")
        .bind(series)
        .sql(", 1) ON CONFLICT (series) DO UPDATE SET last = counters.last + 1 RETURNING last");
    next.load::<Counter>(db)?
        .pop()
        .map(|counter| counter.last)
        .ok_or_else(|| Error::internal("a counter gave no number"))
}
