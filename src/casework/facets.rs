//! Facets: into how many records of each kind, country and so on a list divides. They count exactly
//! what the filter of the same name would find, over all that the caller may see of the list.

use diesel::sql_types::{BigInt, Nullable, Text};

use super::read_records::all_matching;
use super::records::{Filters, Record};
use crate::domain::{Action, Caller};
use crate::error::Result;
use crate::store::{Db, Kind, Memory, Sql};

/// By what records are told apart.
#[derive(Debug, PartialEq, Eq)]
pub struct Facet {
    /// The filter that takes its values; [`YEAR`] is that of `from` and `to`.
    pub filter: &'static str,
    /// The value of a record, in its table.
    value: &'static str,
    /// Where one record may have several: the table, its column of records, its column of values.
    several: Option<(&'static str, &'static str, &'static str)>,
}

/// The facet of the year in which something began, at the earliest.
pub const YEAR: &str = "year";

const fn one(filter: &'static str, value: &'static str) -> Facet {
    Facet { filter, value, several: None }
}

const fn several(
    filter: &'static str,
    table: &'static str,
    record: &'static str,
    value: &'static str,
) -> Facet {
    Facet { filter, value: "", several: Some((table, record, value)) }
}

/// The first year that a date may mean; nothing where the beginning is not known.
const YEAR_OF_DATE: &str =
    "CASE WHEN r.date_earliest > '0001-01-01' THEN substr(r.date_earliest, 1, 4) END";

static OF_EVENTS: [Facet; 5] = [
    one("type", "r.event_type"),
    one("country", "r.country"),
    one(YEAR, YEAR_OF_DATE),
    several("right", "event_rights", "event_id", "right_code"),
    one("status", "r.status"),
];
static OF_STATEMENTS: [Facet; 4] = [
    one("kind", "r.kind"),
    several("country", "statement_countries", "statement_id", "country"),
    one(YEAR, YEAR_OF_DATE),
    one("status", "r.status"),
];
static OF_ACTORS: [Facet; 3] =
    [one("kind", "r.kind"), one("country", "r.country"), one("sector", "r.sector")];
static OF_INCIDENTS: [Facet; 2] = [one("country", "r.country"), one("status", "r.status")];
static OF_DEMANDS: [Facet; 2] = [one("category", "r.category"), one("status", "r.status")];

/// The facets of a kind of record, those of most use first; none for kinds that have none.
pub fn of_kind(kind: Kind) -> &'static [Facet] {
    match kind {
        Kind::Event => &OF_EVENTS,
        Kind::Statement => &OF_STATEMENTS,
        Kind::Actor => &OF_ACTORS,
        Kind::Incident => &OF_INCIDENTS,
        Kind::Demand => &OF_DEMANDS,
        _ => &[],
    }
}

/// The counts of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Facets {
    /// Over how many records they are counted: all that match.
    pub over: i64,
    /// By facet, its values with how many records have each: the most first, of years the latest.
    /// Records that have no value count under none.
    pub groups: Vec<(&'static Facet, Vec<(String, i64)>)>,
}

/// The counts of a list, by the facets of its kind that meet `which`; nothing if more than `most`
/// records match.
pub fn facets<R: Record>(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
    most: i64,
    which: impl Fn(&Facet) -> bool,
) -> Result<Option<Facets>> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        facet: String,
        #[diesel(sql_type = Nullable<Text>)]
        value: Option<String>,
        #[diesel(sql_type = BigInt)]
        records: i64,
    }
    caller.must(Action::ReadRecords)?;
    let shown: Vec<&'static Facet> = of_kind(R::KIND).iter().filter(|facet| which(facet)).collect();
    let table = R::KIND.table();
    // The records once, whatever they are counted by.
    let mut columns = String::new();
    for (at, facet) in shown.iter().enumerate() {
        if facet.several.is_none() {
            let value = facet.value.replace("r.", &format!("{table}."));
            columns.extend([", ", &value, " AS v", &at.to_string()]);
        }
    }
    let mut query = Sql::new(format!(
        "WITH matched AS MATERIALIZED (SELECT {table}.id AS id{columns} FROM {table} WHERE "
    ))
    .then(all_matching::<R>(db, caller, memory, filters)?)
    .sql(" LIMIT ")
    .bind(most + 1)
    .sql(") SELECT '' AS facet, CAST(NULL AS TEXT) AS value, COUNT(*) AS records FROM matched");
    for (at, facet) in shown.iter().enumerate() {
        let name = facet.filter;
        query = query.sql(match facet.several {
            None => format!(
                " UNION ALL SELECT '{name}' AS facet, m.v{at} AS value, COUNT(*) AS records \
                 FROM matched m WHERE m.v{at} IS NOT NULL GROUP BY m.v{at}"
            ),
            // From the records that match to their values, never through all values there are.
            Some((of, record, value)) => format!(
                " UNION ALL SELECT '{name}' AS facet, o.{value} AS value, COUNT(DISTINCT m.id) AS records \
                 FROM matched m CROSS JOIN {of} o WHERE o.{record} = m.id GROUP BY o.{value}"
            ),
        });
    }
    let rows = query.load::<Row>(db)?;
    let over = rows.iter().find(|row| row.facet.is_empty()).map_or(0, |row| row.records);
    if over > most {
        return Ok(None);
    }
    let groups = shown.into_iter().map(|facet| {
        let own = rows.iter().filter(|row| row.facet == facet.filter);
        let mut counts: Vec<(String, i64)> =
            own.filter_map(|row| Some((row.value.clone()?, row.records))).collect();
        if facet.filter == YEAR {
            counts.sort_by(|one, other| other.0.cmp(&one.0));
        } else {
            counts.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
        }
        (facet, counts)
    });
    Ok(Some(Facets { over, groups: groups.collect() }))
}
