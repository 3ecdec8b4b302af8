//! HOW AN EXPORT IS MADE: allowed, noted, then written row by row from one moment of the database.

use std::io::Write;
use std::path::Path;

use serde_json::json;

use super::columns::Titled;
use super::datasets::Dataset;
use super::file::FileWriter;
use super::presets::Layout;
use super::write::{Cell, Format, Preset};
use super::{events, selection, tables, workbook};
use crate::casework::Office;
use crate::casework::records::Filters;
use crate::casework::records::filter::{Remembered, may_name};
use crate::domain::{Action, Caller, GeoPrecision, Role, Timestamp};
use crate::error::{Error, Result};
use crate::store::{Db, Eyes, Memory, Sql};

/// An export that someone may make.
#[derive(Clone)]
pub struct Export {
    pub dataset: Dataset,
    pub format: Format,
    pub preset: Preset,
    pub filters: Filters,
    /// How exactly places are told at most, if less than the caller may see.
    pub coarsest: Option<GeoPrecision>,
    pub caller: Caller,
}

impl Export {
    /// Checks that the caller may export, and that the filters are known, before anything is sent.
    pub fn check(&self, office: &Office) -> Result<()> {
        self.caller.must(Action::Export)?;
        Layout::of(self.dataset, self.format, self.preset)?;
        office.database.read_here(|db| {
            let memory = Remembered::of(db, &office.memory)?;
            self.filters.condition(self.dataset.filters(), &self.caller, &memory).map(drop)
        })
    }

    /// What a file is called when it is saved.
    pub fn file_name(&self, now: Timestamp) -> String {
        let preset = match self.preset {
            Preset::Research | Preset::Excel => String::new(),
            other => format!("-{other}"),
        };
        format!("saksi-{}{preset}-{}.{}", self.dataset, now.day(), self.format)
    }

    /// Writes the file, and says how many rows it has. Noted in the audit log before and after. What
    /// does not fit in memory waits in `dir`.
    pub fn write(
        &self,
        office: &Office,
        now: Timestamp,
        out: impl Write + Send,
        dir: &Path,
    ) -> Result<u64> {
        let layout = Layout::of(self.dataset, self.format, self.preset)?;
        self.note(office, now, "export_begun", None)?;
        let titles = Titled::of(layout.columns);
        let about = workbook::About::of(self.dataset.unit().to_owned(), &self.filters, now);
        let rows = office.database.snapshot(|db| {
            let eyes = Eyes::of(&self.caller, db, &office.memory)?.coarsened(self.coarsest);
            let mut out = FileWriter::begin(out, self.format, self.preset, titles, about, dir)?;
            let mut rows = 0;
            let mut row = |cells: &[Cell<'_>]| {
                rows += 1;
                match layout.remake {
                    None => out.row(cells),
                    Some(remake) => out.row(&remake(cells)),
                }
            };
            let condition =
                selection::of(self.dataset, db, &self.caller, &office.memory, &self.filters)?;
            let memory = &office.memory;
            match layout.beside {
                None => rows_of(self.dataset, db, &eyes, memory, &condition, &mut row)?,
                // Layouts of others are of events alone.
                beside => events::rows_and(db, &eyes, memory, &condition, beside, &mut row)?,
            }
            out.finish()?;
            Ok(rows)
        })?;
        self.note(office, now, "exported", Some(rows))?;
        Ok(rows)
    }

    fn note(
        &self,
        office: &Office,
        now: Timestamp,
        action: &'static str,
        rows: Option<u64>,
    ) -> Result<()> {
        let detail = json!({
            "dataset": self.dataset.code(),
            "format": self.format.code(),
            "coarsen": self.coarsest,
        });
        note(office, &self.caller, &self.filters, now, action, detail, rows)
    }
}

/// Notes in the audit log that data are taken along, and how many rows at the end. Viewers see only
/// what is public; what anyone above them takes is remembered.
pub(super) fn note(
    office: &Office,
    caller: &Caller,
    filters: &Filters,
    now: Timestamp,
    action: &'static str,
    mut detail: serde_json::Value,
    rows: Option<u64>,
) -> Result<()> {
    if caller.role == Role::Viewer {
        return Ok(());
    }
    // What was searched for may be a name.
    let filters: serde_json::Map<_, _> = filters
        .0
        .iter()
        .map(|(name, value)| {
            let value = if may_name(name) { "…" } else { value.as_str() };
            (name.clone(), json!(value))
        })
        .collect();
    detail["filters"] = filters.into();
    detail["rows"] = rows.into();
    office.act_here(caller.clone(), now, move |_, act| {
        act.note(action, detail);
        Ok(())
    })
}

/// Gives the rows of a dataset that meet a condition.
pub fn rows_of(
    dataset: Dataset,
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    condition: &Sql,
    row: tables::Sink<'_>,
) -> Result<()> {
    match dataset {
        Dataset::Events => events::rows(db, eyes, memory, condition, row),
        other => tables::rows(other, db, eyes, condition, row),
    }
}

/// The dataset and format of a file name such as `events.csv`.
pub fn named(file: &str) -> Result<(Dataset, Format)> {
    let (dataset, format) = file.split_once('.').ok_or(Error::NotFound)?;
    let dataset = dataset.parse().map_err(|_| Error::NotFound)?;
    let format = format.parse().map_err(|_| Error::NotFound)?;
    if format == Format::Geojson && dataset != Dataset::Events {
        return Err(Error::NotFound);
    }
    Ok((dataset, format))
}
