//! The countries that somebody sees records of.
//!
//! An event is counted in the country where it happened, and an incident with it; a statement in
//! each country that it is about.

use std::sync::Arc;

use diesel::sql_types::{BigInt, Text};

use crate::domain::{Action, Caller, Country};
use crate::error::Result;
use crate::store::visibility::visible;
use crate::store::{Db, Kind, Memory, Sql};

/// What is counted for one country at most: few, where there are many countries, so that the list
/// costs as much as any other.
const COUNTED: [i64; 6] = [10_000, 5_000, 2_000, 1_000, 500, 200];
/// How many records may be looked at for the whole list.
const LOOKED_AT: i64 = 20_000;
/// Countries in one query.
const AT_ONCE: usize = 50;

/// A country, and how much there is, as far as it was counted.
#[derive(Debug)]
pub struct CountrySeen {
    pub country: Country,
    pub incidents: i64,
    pub events: i64,
    pub statements: i64,
}

/// The countries of which somebody sees records.
#[derive(Debug)]
pub struct CountriesSeen {
    /// Each number below it is exact; counting went no further than it.
    pub most: i64,
    /// By English short name.
    pub countries: Vec<CountrySeen>,
}

/// [`countries`], remembered: counting them takes longer than a page should.
pub fn remembered(db: &mut Db, caller: &Caller, memory: &Memory) -> Result<Arc<CountriesSeen>> {
    memory.answers.or_find(db, caller, "countries", |db| countries(db, caller))
}

/// The countries of which the caller sees events or statements.
fn countries(db: &mut Db, caller: &Caller) -> Result<CountriesSeen> {
    #[derive(diesel::QueryableByName)]
    struct Counted {
        #[diesel(sql_type = Text)]
        country: String,
        #[diesel(sql_type = BigInt)]
        incidents: i64,
        #[diesel(sql_type = BigInt)]
        events: i64,
        #[diesel(sql_type = BigInt)]
        statements: i64,
    }
    caller.must(Action::ReadRecords)?;
    let all = named(db)?;
    let each = LOOKED_AT / i64::try_from(all.len().max(1)).unwrap_or(LOOKED_AT);
    let most = COUNTED.into_iter().find(|most| *most <= each).unwrap_or(100);
    let mut countries = Vec::new();
    for some in all.chunks(AT_ONCE) {
        let mut query = Sql::default();
        for (at, country) in some.iter().enumerate() {
            let statements = Sql::new(
                "SELECT COUNT(*) FROM (SELECT 1 FROM statement_countries sc \
                 JOIN statements ON statements.id = sc.statement_id WHERE sc.country = ",
            )
            .bind(country.as_str())
            .sql(" AND ")
            .then(visible(Kind::Statement, "statements", caller))
            .sql(" LIMIT ")
            .bind(most)
            .sql(") s");
            query = query
                .sql(if at == 0 { "SELECT CAST(" } else { " UNION ALL SELECT CAST(" })
                .bind(country.as_str())
                .sql(" AS TEXT) AS country, COUNT(DISTINCT k.incident_id) AS incidents, COUNT(*) AS events, (")
                .then(statements)
                .sql(") AS statements FROM (SELECT events.incident_id FROM events WHERE events.country = ")
                .bind(country.as_str())
                .sql(" AND ")
                .then(visible(Kind::Event, "events", caller))
                .sql(" LIMIT ")
                .bind(most)
                .sql(") k");
        }
        for row in query.once().load::<Counted>(db)? {
            let is_seen = row.events > 0 || row.statements > 0;
            let country = some.iter().find(|it| it.as_str() == row.country);
            if let Some(country) = country.filter(|_| is_seen) {
                countries.push(CountrySeen {
                    country: country.clone(),
                    incidents: row.incidents,
                    events: row.events,
                    statements: row.statements,
                });
            }
        }
    }
    countries.sort_by_key(|it| it.country.name());
    Ok(CountriesSeen { most, countries })
}

/// The countries that any record names, seen or not: each is looked up in an index.
fn named(db: &mut Db) -> Result<Vec<Country>> {
    #[derive(diesel::QueryableByName)]
    struct Named {
        #[diesel(sql_type = Text)]
        country: String,
    }
    let mut all = std::collections::BTreeSet::new();
    for table in ["events", "statement_countries"] {
        let query = Sql::new(format!(
            "WITH RECURSIVE c(country) AS (SELECT MIN(country) FROM {table} UNION ALL \
             SELECT (SELECT MIN(t.country) FROM {table} t WHERE t.country > c.country) FROM c \
             WHERE c.country IS NOT NULL) SELECT country FROM c WHERE country IS NOT NULL"
        ));
        all.extend(query.load::<Named>(db)?.into_iter().filter_map(|row| row.country.parse().ok()));
    }
    Ok(all.into_iter().collect())
}
