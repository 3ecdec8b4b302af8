//! Where events are, for a map: gathered in squares, by how exactly their places are shown.
//!
//! Nothing here is finer than [`place_if`](super::records::event_view::place_if) shows it: squares, their
//! middles and their bounds are made of the coordinates as they are shown. A province is placed by its name,
//! as the gazetteer has it; what is known no more exactly than the country is never a point.

use std::collections::BTreeMap;
use std::sync::Arc;

use diesel::sql_types::{BigInt, Integer, Nullable, Text};

use super::read_records::{count_up_to, matching};
use super::records::Filters;
use super::records::event::Event;
use super::records::event_place::{hides_somebody, parts};
use crate::domain::gazetteer::gazetteer;
use crate::domain::{Action, Country, GeoPrecision};
use crate::error::Result;
use crate::store::{Db, Eyes, Memory, Sql};

/// How many events are looked at: the latest that match. More would cost more than a page may.
pub const MOST: i64 = 5_000;
/// How many squares and provinces come out; what lies in the others is counted.
const PLACES: usize = 100;

/// What part of the world is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// In degrees; east or west may go beyond 180.
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Area {
    pub const WORLD: Self = Self { west: -180.0, south: -90.0, east: 180.0, north: 90.0 };

    fn has(&self, latitude: f64, longitude: f64) -> bool {
        let across = [-360.0, 0.0, 360.0]
            .iter()
            .any(|turn| (self.west..=self.east).contains(&(longitude + turn)));
        across && (self.south..=self.north).contains(&latitude)
    }
}

/// Events that stand together on a map.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    pub precision: GeoPrecision,
    /// Latitude and longitude of their middle, in degrees.
    pub at: (f64, f64),
    /// West, south, east, north of their coordinates as they are shown; nothing for a province that is
    /// placed by its name.
    pub bounds: Option<[f64; 4]>,
    /// The province that they are in, where that is what is known: its name, its country, and how the
    /// events write it.
    pub province: Option<(String, Country, Vec<String>)>,
    /// The country, where all are in the same.
    pub country: Option<Country>,
    pub events: i64,
}

/// See the module.
#[derive(Debug, Default, PartialEq)]
pub struct EventMap {
    /// The largest first.
    pub clusters: Vec<Cluster>,
    /// Events in squares and provinces that are left out, since there are so many.
    pub in_others: i64,
    /// Events that are placed, but elsewhere than in the area.
    pub outside: i64,
    /// Events of which nothing but the country is known, most first.
    pub countries: Vec<(Country, i64)>,
    /// Events of which more is known, but neither coordinates nor a province that the gazetteer has.
    pub without_point: i64,
    pub international: i64,
    pub unknown: i64,
    /// How many events that is in all.
    pub events: i64,
    /// Whether there are more, older ones.
    pub has_more: bool,
}

impl EventMap {
    /// How many events stand on the map as points or areas, in and out of the area.
    pub fn placed(&self) -> i64 {
        self.clusters.iter().map(|it| it.events).sum::<i64>() + self.in_others + self.outside
    }
}

/// [`map`], remembered: gathering thousands of events takes longer than a page should.
pub fn remembered(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
    area: &Area,
) -> Result<Arc<EventMap>> {
    let asked = format!("map {filters:?} {area:?}");
    memory.answers.or_find(db, &eyes.caller, &asked, |db| map(db, eyes, memory, filters, area))
}

#[derive(diesel::QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    precision: GeoPrecision,
    #[diesel(sql_type = Integer)]
    located: i32,
    #[diesel(sql_type = Nullable<Text>)]
    province: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    first_country: Option<Country>,
    #[diesel(sql_type = Nullable<Text>)]
    last_country: Option<Country>,
    #[diesel(sql_type = BigInt)]
    events: i64,
    #[diesel(sql_type = Nullable<BigInt>)]
    sum_y: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    sum_x: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    south: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    north: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    west: Option<i64>,
    #[diesel(sql_type = Nullable<BigInt>)]
    east: Option<i64>,
}

/// In a row: no coordinates; coordinates in the area; coordinates elsewhere.
const NOT_LOCATED: i32 = 0;
const ELSEWHERE: i32 = 2;

/// The side of the squares, in degrees, that a width takes.
fn side(width: f64) -> f64 {
    const SIDES: [f64; 10] = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0];
    SIDES.into_iter().find(|side| *side >= width / 28.0).unwrap_or(15.0)
}

const ALL: [GeoPrecision; 5] = [
    GeoPrecision::Exact,
    GeoPrecision::Near,
    GeoPrecision::District,
    GeoPrecision::Province,
    GeoPrecision::Linear,
];

/// `CASE` by precision: something for each that has coordinates.
fn by_precision(of: impl Fn(GeoPrecision) -> String) -> String {
    let when = ALL.iter().map(|it| format!(" WHEN '{it}' THEN {}", of(*it)));
    format!("CASE m.p{} END", when.collect::<String>())
}

/// The events that match, as the caller may see them, in an area.
fn map(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
    area: &Area,
) -> Result<EventMap> {
    eyes.caller.must(Action::ReadRecords)?;
    let rows = rows(db, eyes, memory, filters, area)?;
    let mut map = gathered(rows, area);
    if map.events >= MOST {
        map.has_more = count_up_to::<Event>(db, &eyes.caller, memory, filters, MOST + 1)? > MOST;
    }
    Ok(map)
}

fn rows(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
    area: &Area,
) -> Result<Vec<Row>> {
    // What is cut off is a part of a number above zero, and the databases cut differently.
    let is_sqlite = matches!(db, Db::Sqlite(_));
    let whole = |number: &str| {
        if is_sqlite {
            format!("CAST({number} AS INTEGER)")
        } else {
            format!("CAST(FLOOR({number}) AS BIGINT)")
        }
    };
    let hidden = if eyes.know_everyone() {
        Sql::new("(1 = 0)")
    } else {
        Sql::new("(").then(hides_somebody(&eyes.caller)).sql(")")
    };
    let side = side(area.east - area.west);
    let shown = |column: &str, least: i32| {
        by_precision(|it| whole(&format!("((m.{column} + {least}) * {} + 0.5)", parts(it))))
    };
    #[expect(clippy::cast_possible_truncation, reason = "a square has at most 150,000 parts")]
    let cell = |number: &str| {
        by_precision(|it| {
            let parts = (side * f64::from(parts(it))).round().max(1.0) as i64;
            format!("({number} / {parts})")
        })
    };
    let degrees = |number: &str, least: i32| {
        let by = by_precision(|it| format!("{}.0", parts(it)));
        format!("({number} / {by} - {least})")
    };
    let (y, x) = (degrees("m.y", 90), degrees("m.x", 180));
    let is_there =
        Sql::new(format!("{y} >= ")).bind(area.south).sql(format!(" AND {y} <= ")).bind(area.north);
    let mut across = Sql::never();
    for turn in [-360.0, 0.0, 360.0] {
        let (west, east) = (area.west + turn, area.east + turn);
        across = across
            .or(Sql::new(format!("{x} >= ")).bind(west).sql(format!(" AND {x} <= ")).bind(east));
    }
    let condition = matching::<Event>(db, &eyes.caller, memory, filters)?;
    let inner = Sql::new(
        "SELECT events.geo_precision AS g, events.admin1 AS a, events.country AS c, \
         events.latitude AS la, events.longitude AS lo, ",
    )
    .then(hidden)
    .sql(" AS h FROM events WHERE ")
    .then(condition)
    .sql(format!(" ORDER BY events.date_earliest DESC, events.id DESC LIMIT {MOST}"));
    // As they are shown: precision, province, country, coordinates.
    let shown_events = Sql::new(
        "SELECT CASE WHEN h AND g IN ('exact', 'near', 'district') THEN \
         CASE WHEN a IS NULL THEN 'country' ELSE 'province' END ELSE g END AS p, a, c, \
         CASE WHEN h OR la IS NULL OR lo IS NULL THEN NULL ELSE la END AS la, \
         CASE WHEN h OR la IS NULL OR lo IS NULL THEN NULL ELSE lo END AS lo FROM (",
    )
    .then(inner)
    .sql(") i");
    // Each step is worked out once: what the databases fold into one another they would calculate again
    // wherever it is named.
    let parted = Sql::new(format!(
        "SELECT m.p, m.a, m.c, {} AS y, {} AS x FROM (",
        shown("la", 90),
        shown("lo", 180)
    ))
    .then(shown_events)
    .sql(") m");
    let placed = Sql::new(format!(
        "SELECT m.p AS p, CASE WHEN m.p = 'province' THEN m.a END AS a, m.c AS c, m.y AS y, m.x AS x, \
         {} AS cell_y, {} AS cell_x, CASE WHEN m.y IS NULL THEN {NOT_LOCATED} WHEN ",
        cell("m.y"),
        cell("m.x")
    ))
    .then(is_there.and(across))
    .sql(format!(" THEN 1 ELSE {ELSEWHERE} END AS l FROM parted m"));
    let query = Sql::new("WITH parted AS MATERIALIZED (")
        .then(parted)
        .sql("), placed AS MATERIALIZED (")
        .then(placed)
        .sql(
            ") SELECT p AS precision, l AS located, a AS province, MIN(c) AS first_country, \
             MAX(c) AS last_country, COUNT(*) AS events, CAST(SUM(y) AS BIGINT) AS sum_y, \
             CAST(SUM(x) AS BIGINT) AS sum_x, MIN(y) AS south, MAX(y) AS north, MIN(x) AS west, \
             MAX(x) AS east FROM placed s GROUP BY p, l, a, \
             CASE WHEN l = 0 OR p = 'province' THEN c END, \
             CASE WHEN l = 1 AND a IS NULL THEN cell_y END, \
             CASE WHEN l = 1 AND a IS NULL THEN cell_x END",
        );
    Ok(query.once().load::<Row>(db)?)
}

/// A coordinate that was made a number of parts above the least.
fn degree(number: i64, precision: GeoPrecision, least: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are at most 3,600,000 parts")]
    let number = number as f64;
    let degrees = number / f64::from(parts(precision)) - least;
    (degrees * 10_000.0).round() / 10_000.0
}

fn gathered(rows: Vec<Row>, area: &Area) -> EventMap {
    let mut map = EventMap::default();
    let mut countries: BTreeMap<Country, i64> = BTreeMap::new();
    let mut provinces: BTreeMap<(Country, &'static str), Cluster> = BTreeMap::new();
    for row in rows {
        map.events += row.events;
        let is_point = ALL.contains(&row.precision);
        let named = match (&row.province, &row.first_country) {
            (Some(name), Some(country)) if row.precision == GeoPrecision::Province => {
                let found = gazetteer().province_named(country, name);
                found.and_then(|found| Some((name.clone(), found.at?, found)))
            }
            _ => None,
        };
        if let Some((written, at, found)) = named {
            if !area.has(at.0, at.1) {
                map.outside += row.events;
                continue;
            }
            let country = found.country;
            let place = (found.name.to_owned(), country.clone(), Vec::new());
            let cluster = provinces.entry((country.clone(), found.name)).or_insert(Cluster {
                precision: row.precision,
                at,
                bounds: None,
                province: Some(place),
                country: Some(country),
                events: 0,
            });
            cluster.events += row.events;
            if let Some((_, _, all)) = &mut cluster.province
                && !all.contains(&written)
            {
                all.push(written);
            }
            continue;
        }
        match row.precision {
            GeoPrecision::International => map.international += row.events,
            GeoPrecision::Unknown => map.unknown += row.events,
            _ if is_point && row.located == NOT_LOCATED => map.without_point += row.events,
            _ if !is_point => {
                if let Some(country) = row.first_country {
                    *countries.entry(country).or_default() += row.events;
                }
            }
            _ if row.located == ELSEWHERE => map.outside += row.events,
            _ => map.clusters.extend(cluster(&row)),
        }
    }
    map.clusters.extend(provinces.into_values());
    map.clusters.sort_by(|a, b| {
        b.events.cmp(&a.events).then(a.at.0.total_cmp(&b.at.0)).then(a.at.1.total_cmp(&b.at.1))
    });
    let others = map.clusters.split_off(map.clusters.len().min(PLACES));
    map.in_others = others.iter().map(|it| it.events).sum();
    map.countries = countries.into_iter().collect();
    map.countries.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    map
}

fn cluster(row: &Row) -> Option<Cluster> {
    let precision = row.precision;
    let [south, north] = [row.south?, row.north?].map(|it| degree(it, precision, 90.0));
    let [west, east] = [row.west?, row.east?].map(|it| degree(it, precision, 180.0));
    #[expect(clippy::cast_precision_loss, reason = "a mean is no more exact than a float")]
    let mean =
        |sum: i64, least: f64| sum as f64 / row.events as f64 / f64::from(parts(precision)) - least;
    let is_one = row.first_country == row.last_country;
    Some(Cluster {
        precision,
        at: (mean(row.sum_y?, 90.0), mean(row.sum_x?, 180.0)),
        bounds: Some([west, south, east, north]),
        province: None,
        country: row.first_country.clone().filter(|_| is_one),
        events: row.events,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_are_as_large_as_the_view() {
        assert!((side(360.0) - 15.0).abs() < 1e-9);
        assert!((side(11.0) - 0.5).abs() < 1e-9);
        assert!((side(0.1) - 0.01).abs() < 1e-9);
    }

    #[test]
    fn an_area_may_lie_on_the_line_where_the_days_change() {
        let pacific = Area { west: 170.0, south: -30.0, east: 190.0, north: 0.0 };
        assert!(pacific.has(-17.0, 179.0) && pacific.has(-17.0, -175.0));
        assert!(!pacific.has(-17.0, 0.0) && !pacific.has(10.0, 179.0));
    }
}
