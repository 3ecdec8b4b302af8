//! A RELEASE AS RECORDS AGAIN: its tables in a database of their own, so that what is made of records,
//! such as a report, is made of the release by the same code. It lasts as long as it is asked, and takes
//! little memory however large the release is.

mod law;
mod load;
mod said;

use std::collections::{BTreeMap, HashMap};

use csv::StringRecord;
use diesel::Connection;
use diesel::connection::SimpleConnection;

use super::rows::{Cells, Columns, opened};
use crate::casework::Office;
use crate::casework::releases::{self, ReleaseView};
use crate::casework::report::{FromRelease, MadeReport, SectionKind, Wanted, report};
use crate::domain::{Action, Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::store::shelf::Shelf;
use crate::store::{Database, Db, Memory};

/// How many rows are written at once.
const BATCH: usize = 200;

/// What no report can be made without.
const NEEDED: [Dataset; 4] =
    [Dataset::Events, Dataset::Incidents, Dataset::Actors, Dataset::Participations];
/// What is only needed for its sources: without it events have none, which would be wrong to say.
const SOURCES: [Dataset; 2] = [Dataset::Statements, Dataset::Citations];
const LAW: [Dataset; 3] = [Dataset::Instruments, Dataset::Provisions, Dataset::Commitments];

/// Makes a report of a release in place of the records as they are.
///
/// # Errors
/// [`Error::Malformed`] for a release that there is not, or that does not hold what is asked for, and
/// those of [`report`].
pub fn reported(
    office: &Office,
    shelf: &Shelf,
    maker: &Caller,
    wanted: &Wanted,
    version: &str,
) -> Result<MadeReport> {
    maker.must(Action::Export)?;
    let view = office.database.read_here(|db| releases::find(db, maker, version));
    let view = view.map_err(|error| match error {
        Error::NotFound => wrong(&format!("there is no release {version}")),
        other => other,
    })?;
    must_hold(&view, wanted)?;
    let protected = office.database.read_here(|db| office.memory.protection(db))?;
    let from = FromRelease {
        left_out: left_out(&view, wanted),
        removed: view.tombstones.iter().map(|it| it.removed).sum(),
        version: view.version.clone(),
        filters: view.filters.clone(),
        coarsen: view.coarsen,
        period: wanted_period(&view)?,
        protected,
    };
    let memory = Memory::default();
    let mut db = loaded(shelf, &view)?;
    report(&mut db, &memory, maker, wanted, view.made_at, Some(&from))
}

fn wrong(about: &str) -> Error {
    Error::Malformed(format!("'release' cannot be used: {about}"))
}

/// The period of the events that a release has.
fn wanted_period(view: &ReleaseView) -> Result<crate::casework::report::Period> {
    let day = |name: &str| {
        view.filters.get(name).map(|day| day.parse()).transpose().map_err(Error::internal)
    };
    Ok(crate::casework::report::Period { from: day("from")?, to: day("to")? })
}

/// What lies outside a release would be counted as nothing.
fn must_hold(view: &ReleaseView, wanted: &Wanted) -> Result<()> {
    let has = |dataset: &Dataset| view.file(&format!("{dataset}.csv")).is_some();
    if let Some(lacking) = NEEDED.iter().chain(&SOURCES).find(|it| !has(it)) {
        return Err(wrong(&format!("the release {} has no {lacking}", view.version)));
    }
    if let Some(of) = view.filters.get("country") {
        let of: Vec<&str> = of.split(',').map(str::trim).collect();
        if wanted.countries.is_empty() {
            return Err(wrong(&format!(
                "the release {} has only the events of {}, which are not all of an actor's",
                view.version,
                of.join(", ")
            )));
        }
        if let Some(other) = wanted.countries.iter().find(|it| !of.contains(&it.as_str())) {
            return Err(wrong(&format!(
                "the release {} has only the events of {}, not of {}",
                view.version,
                of.join(", "),
                other.as_str()
            )));
        }
    }
    let period = wanted_period(view)?;
    if !period.holds(wanted.period) {
        let day =
            |day: Option<chrono::NaiveDate>| day.map_or("any day".to_owned(), |it| it.to_string());
        return Err(wrong(&format!(
            "the release {} has only events from {} to {}; choose a period within",
            view.version,
            day(period.from),
            day(period.to)
        )));
    }
    Ok(())
}

/// The sections that a release cannot tell.
fn left_out(view: &ReleaseView, wanted: &Wanted) -> Vec<SectionKind> {
    let has = |dataset: Dataset| view.file(&format!("{dataset}.csv")).is_some();
    let has_law = LAW.into_iter().all(has);
    let lacks = |section: SectionKind| match section {
        // Of a part of the events there are only the demands of the statements that speak of them.
        SectionKind::Demands => !has(Dataset::Demands) || !view.filters.is_empty(),
        SectionKind::Legal
        | SectionKind::Obligations
        | SectionKind::Rights
        | SectionKind::Articles => !has_law,
        _ => false,
    };
    wanted.sections.iter().copied().filter(|it| lacks(*it)).collect()
}

/// What is remembered of rows while others that name them are read.
struct Known {
    /// Ids of incidents, by ref: those that the release has, and those made for events whose incident it
    /// does not have.
    incidents: HashMap<String, Id>,
    /// Ids of actors, by ref and by name.
    actors: HashMap<String, Id>,
    named: BTreeMap<String, Option<Id>>,
    statements: HashMap<String, Id>,
    instruments: HashMap<String, Id>,
    /// Ids of provisions, by the id of the instrument and the label.
    provisions: HashMap<(Id, String), Id>,
    made_at: Timestamp,
}

/// All tables of a release, in a database of their own.
fn loaded(shelf: &Shelf, view: &ReleaseView) -> Result<Db> {
    let mut db = Database::throw_away()?;
    let mut known = Known {
        incidents: HashMap::new(),
        actors: HashMap::new(),
        named: BTreeMap::new(),
        statements: HashMap::new(),
        instruments: HashMap::new(),
        provisions: HashMap::new(),
        made_at: view.made_at,
    };
    db.transaction::<_, Error, _>(|db| {
        said::vocabularies(db, shelf, view)?;
        law::load(db, shelf, view, &mut known)?;
        load::incidents(db, shelf, view, &mut known)?;
        load::actors(db, shelf, view, &mut known)?;
        load::events(db, shelf, view, &mut known)?;
        load::participations(db, shelf, view)?;
        said::statements(db, shelf, view, &mut known)?;
        said::citations(db, shelf, view, &known)?;
        said::demands(db, shelf, view, &known)
    })?;
    // The planner would otherwise take every table for a small one.
    db.batch_execute("ANALYZE")?;
    Ok(db)
}

/// Reads a table, and writes what its rows become, many at a time. A table that is not there has none.
fn each<T>(
    shelf: &Shelf,
    view: &ReleaseView,
    file: &str,
    mut read: impl FnMut(&Cells<'_>, &mut Vec<T>) -> Result<()>,
    mut write: impl FnMut(&mut Vec<T>) -> Result<()>,
) -> Result<()> {
    if view.file(file).is_none() {
        return Ok(());
    }
    let mut reader = opened(shelf, view, file)?;
    let columns = Columns::of(&mut reader)?;
    let (mut row, mut batch) = (StringRecord::new(), Vec::new());
    while reader.read_record(&mut row).map_err(Error::internal)? {
        read(&Cells { file, columns: &columns, row: &row }, &mut batch)?;
        if batch.len() >= BATCH {
            write(&mut batch)?;
            batch.clear();
        }
    }
    if batch.is_empty() { Ok(()) } else { write(&mut batch) }
}

/// A row with the columns that every record has.
macro_rules! recorded {
    ($row:ident, $id:expr, $cells:expr, $known:expr, { $($field:ident: $value:expr,)* }) => {
        $row {
            id: $id,
            version: $cells.read("version")?.unwrap_or(1),
            created_at: $cells.moment("created_at", $known.made_at)?,
            created_by: crate::domain::Id::least(),
            updated_at: $cells.moment("updated_at", $known.made_at)?,
            confidentiality: 0,
            team_id: None,
            deleted_at: None,
            $($field: $value,)*
        }
    };
}
use recorded;

/// Writes rows to their table.
macro_rules! written {
    ($db:expr, $table:ident, $rows:expr) => {{
        let rows = &*$rows;
        crate::each_backend!($db, |c| diesel::RunQueryDsl::execute(
            diesel::insert_into(crate::store::schema::$table::table).values(rows),
            c
        ))?;
        Ok::<(), crate::error::Error>(())
    }};
}
use written;

/// Writes rows to their table, and the parts that come with each to theirs.
macro_rules! written_with_parts {
    ($db:expr, $table:ident, $parts_table:ident, $rows:expr) => {{
        let (rows, parts): (Vec<_>, Vec<Vec<_>>) = $rows.drain(..).unzip();
        written!($db, $table, &rows)?;
        let parts: Vec<_> = parts.into_iter().flatten().collect();
        parts.chunks(super::BATCH).try_for_each(|parts| written!($db, $parts_table, parts))
    }};
}
use written_with_parts;
