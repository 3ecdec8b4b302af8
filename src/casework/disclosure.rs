//! WHAT A RELEASE COULD GIVE AWAY, before it is made: people who stand alone, or nearly, in what is
//! told of them; exact places of what happened to individuals; texts that name protected people.
//!
//! Names are never in the report: of a text it says where it stands. In the release the name is
//! replaced, but what is said around it may tell who is meant.

use std::collections::BTreeMap;

use diesel::sql_types::{BigInt, Nullable, Text};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use super::read_records::all_matching;
use super::records::Filters;
use super::records::event::Event;
use super::records::event_place::hides_somebody;
use super::statistics::Dimension;
use crate::domain::codes::codes;
use crate::domain::{Caller, GeoPrecision};
use crate::error::{Error, Result};
use crate::store::history::hex;
use crate::store::visibility::participation_in_visible_event;
use crate::store::{Db, Kind, Memory, Sql};

codes! {
    /// What others may know of somebody, and could find them by.
    Quasi {
        Country = "country",
        Admin1 = "admin1",
        Year = "year",
        Month = "month",
        Type = "type",
        Gender = "gender",
        AgeGroup = "age_group",
    }
}

/// By what people are told apart, unless something else is asked for.
pub const USUAL: [Quasi; 4] = [Quasi::Country, Quasi::Year, Quasi::Type, Quasi::Gender];
/// Fewer people than this are few.
pub const USUAL_K: i64 = 5;
/// How few may be asked for.
pub const K: std::ops::RangeInclusive<i64> = 2..=100;
/// How many findings of each sort are shown.
const SHOWN: usize = 200;

/// What is to be looked at.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Those of events.
    pub filters: Filters,
    pub coarsest: Option<GeoPrecision>,
    /// A cell with fewer people is small.
    pub k: i64,
    pub by: Vec<Quasi>,
}

impl Wanted {
    /// # Errors
    /// [`Error::Invalid`] with what cannot be looked at.
    pub fn check(&self) -> Result<()> {
        if !K.contains(&self.k) {
            return Err(Error::field("/k", format!("is from {} to {}", K.start(), K.end())));
        }
        if self.by.is_empty() || (1..self.by.len()).any(|at| self.by[..at].contains(&self.by[at])) {
            let about = "names what people could be found by, each once, such as country and year";
            return Err(Error::field("/by", about));
        }
        Ok(())
    }
}

/// What was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct Report {
    /// A cell with fewer people is small.
    pub k: i64,
    /// What people are told apart by.
    pub by: Vec<Quasi>,
    /// Cells with fewer than `k` people.
    pub small_cells: i64,
    /// People in them. One who is in several counts in each.
    pub people_in_small_cells: i64,
    /// Events that happened to individual or protected people and are told more exactly than the
    /// district.
    pub exact_places: i64,
    /// Texts that name protected people.
    pub naming_texts: i64,
    /// The first of them.
    pub cells: Vec<SmallCell>,
    /// Refs of the first of them.
    pub places: Vec<String>,
    /// The first of them.
    pub texts: Vec<NamingText>,
    /// Stands for all that was found: it is sent back as `acknowledge`. Null, if nothing was found.
    pub acknowledge: Option<String>,
}

impl Report {
    pub const fn is_clean(&self) -> bool {
        self.small_cells == 0 && self.exact_places == 0 && self.naming_texts == 0
    }

    /// What is kept of it with a release.
    pub fn kept(&self) -> Value {
        json!({
            "k": self.k,
            "by": self.by,
            "small_cells": self.small_cells,
            "people_in_small_cells": self.people_in_small_cells,
            "exact_places": self.exact_places,
            "naming_texts": self.naming_texts,
        })
    }
}

/// People who are few.
#[derive(Debug, Serialize, ToSchema)]
pub struct SmallCell {
    /// What they have in common; null where it is not known.
    #[schema(value_type = Object, example = json!({"country": "KHM", "year": "2017"}))]
    pub key: BTreeMap<&'static str, Option<String>>,
    pub people: i64,
}

/// A text that names somebody who is protected.
#[derive(Debug, Serialize, ToSchema)]
pub struct NamingText {
    pub kind: Kind,
    /// Ref, or id.
    pub record: String,
    /// The column of its file.
    #[schema(example = "summary")]
    pub field: &'static str,
}

/// Looks at what `caller` sees: whoever a release is for. `texts`: those in which somebody protected is
/// named, of all that would be in its files.
pub fn report(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    wanted: &Wanted,
    mut texts: Vec<NamingText>,
) -> Result<Report> {
    wanted.check()?;
    let condition = all_matching::<Event>(db, caller, memory, &wanted.filters)?;
    let mut seen = Seen(Sha256::new());
    let by = by_told(wanted);
    let mut cells = small_cells(db, caller, &by, wanted.k, &condition)?;
    for cell in &cells {
        seen.add(&json!([cell.key, cell.people]));
    }
    let (small_cells, people) = (cells.len(), cells.iter().map(|cell| cell.people).sum());
    cells.truncate(SHOWN);
    let mut places = exact_places(db, caller, wanted.coarsest, &condition)?;
    for place in &places {
        seen.add(&json!(place));
    }
    let exact = places.len();
    places.truncate(SHOWN);
    for text in &texts {
        seen.add(&json!([text.kind, text.record, text.field]));
    }
    let naming = texts.len();
    texts.truncate(SHOWN);
    let number = |count: usize| i64::try_from(count).map_err(Error::internal);
    let mut report = Report {
        k: wanted.k,
        by,
        small_cells: number(small_cells)?,
        people_in_small_cells: people,
        exact_places: number(exact)?,
        naming_texts: number(naming)?,
        cells,
        places,
        texts,
        acknowledge: None,
    };
    if !report.is_clean() {
        report.acknowledge = Some(seen.digest());
    }
    Ok(report)
}

/// All findings, in their order, as one digest.
struct Seen(Sha256);

impl Seen {
    fn add(&mut self, finding: &Value) {
        self.0.update(finding.to_string().as_bytes());
        self.0.update(b"\n");
    }

    fn digest(self) -> String {
        hex(&self.0.finalize()[..16])
    }
}

/// What people are told apart by in the files: not by provinces, if they are not told.
fn by_told(wanted: &Wanted) -> Vec<Quasi> {
    let tells_province = wanted.coarsest != Some(GeoPrecision::Country);
    wanted.by.iter().copied().filter(|it| *it != Quasi::Admin1 || tells_province).collect()
}

fn column(of: Quasi, caller: &Caller) -> String {
    match of {
        Quasi::Country => "events.country".to_owned(),
        Quasi::Admin1 => "events.admin1".to_owned(),
        Quasi::Year => Dimension::Year.sql(caller).0,
        Quasi::Month => Dimension::Month.sql(caller).0,
        Quasi::Type => "events.event_type".to_owned(),
        Quasi::Gender => "sa.gender".to_owned(),
        Quasi::AgeGroup => "sa.age_group".to_owned(),
    }
}

#[derive(diesel::QueryableByName)]
struct Counted {
    #[diesel(sql_type = Nullable<Text>)]
    a: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    b: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    c: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    d: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    e: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    f: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    g: Option<String>,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

/// Persons to whom something happened, by what others may know of them, where there are fewer than `k`.
fn small_cells(
    db: &mut Db,
    caller: &Caller,
    by: &[Quasi],
    k: i64,
    condition: &Sql,
) -> Result<Vec<SmallCell>> {
    let columns: Vec<String> = by.iter().map(|it| column(*it, caller)).collect();
    let mut select = String::new();
    for (at, name) in ["a", "b", "c", "d", "e", "f", "g"].into_iter().enumerate() {
        let column = columns.get(at).map_or("CAST(NULL AS TEXT)", String::as_str);
        select.extend([column, " AS ", name, ", "]);
    }
    let places: Vec<String> = (1..=columns.len()).map(|at| at.to_string()).collect();
    let group =
        if places.is_empty() { String::new() } else { format!(" GROUP BY {}", places.join(", ")) };
    let counted = Sql::new(format!(
        "SELECT {select}COUNT(DISTINCT sp.actor_id) AS people FROM events \
         JOIN participations sp ON sp.event_id = events.id AND sp.role = 'target' AND "
    ))
    .then(participation_in_visible_event("sp", caller))
    .sql(" JOIN actors sa ON sa.id = sp.actor_id AND sa.kind = 'person' WHERE ")
    .then(condition.clone())
    .sql(format!("{group} HAVING COUNT(DISTINCT sp.actor_id) BETWEEN 1 AND "))
    .bind(k - 1)
    .load::<Counted>(db)?;
    let cell = |it: Counted| SmallCell {
        key: by
            .iter()
            .map(|it| it.code())
            .zip([it.a, it.b, it.c, it.d, it.e, it.f, it.g])
            .collect(),
        people: it.people,
    };
    let mut cells: Vec<SmallCell> = counted.into_iter().map(cell).collect();
    // The fewest first: they are found most easily.
    cells.sort_by_cached_key(|cell| (cell.people, cell.key.clone()));
    Ok(cells)
}

#[derive(diesel::QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    reference: String,
}

/// Events told more exactly than the district, of which an individual or somebody protected is the
/// target.
fn exact_places(
    db: &mut Db,
    caller: &Caller,
    coarsest: Option<GeoPrecision>,
    condition: &Sql,
) -> Result<Vec<String>> {
    if coarsest.is_some_and(|it| it != GeoPrecision::Near) {
        return Ok(Vec::new());
    }
    let found = Sql::new("SELECT events.ref AS reference FROM events WHERE ")
        .then(condition.clone())
        .sql(
            " AND events.latitude IS NOT NULL AND events.geo_precision IN ('exact', 'near') \
             AND EXISTS (SELECT 1 FROM participations ep JOIN actors ea ON ea.id = ep.actor_id \
             WHERE ep.event_id = events.id AND ep.role = 'target' AND (ea.kind = 'person' OR ea.protected)) \
             AND NOT ",
        )
        .then(hides_somebody(caller))
        .sql(" ORDER BY events.id")
        .load::<Named>(db)?;
    Ok(found.into_iter().map(|it| it.reference).collect())
}
