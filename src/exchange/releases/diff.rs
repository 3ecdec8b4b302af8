//! What differs between two releases: rows added, changed and withdrawn, by their keys.
//!
//! The files are in the order of their records, so both are read once, side by side, in memory that
//! does not grow with them.

use std::collections::HashMap;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use csv::ByteRecord;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use crate::casework::releases::ReleaseView;
use crate::domain::codes::codes;
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::exchange::write::Format;
use crate::store::shelf::Shelf;

codes! {
    /// What became of a row.
    Became {
        Added = "added",
        Changed = "changed",
        Withdrawn = "withdrawn",
    }
}

/// The difference between two releases, in numbers.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReleaseDifference)]
pub struct Difference {
    /// The version that it goes from.
    pub from: String,
    pub to: String,
    pub datasets: Vec<DatasetDifference>,
}

/// The difference of a dataset, in rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DatasetDifference {
    #[schema(example = "events")]
    pub dataset: Dataset,
    pub added: u64,
    pub changed: u64,
    pub withdrawn: u64,
    pub unchanged: u64,
}

impl DatasetDifference {
    /// Whether any row differs.
    pub const fn differs(&self) -> bool {
        self.added + self.changed + self.withdrawn > 0
    }
}

/// The columns by which the rows of a dataset are ordered, and known.
const fn keys(dataset: Dataset) -> (&'static str, &'static str) {
    match dataset {
        Dataset::Events => ("event_id", "event_id"),
        Dataset::Incidents => ("incident_id", "incident_id"),
        Dataset::Statements => ("statement_id", "statement_id"),
        Dataset::Actors => ("actor_id", "actor_id"),
        Dataset::Participations => ("event_id", "participation_id"),
        Dataset::Citations => ("citation_id", "citation_id"),
        Dataset::Demands => ("demand_id", "demand_id"),
        Dataset::Instruments => ("instrument_id", "instrument_id"),
        Dataset::Provisions => ("provision_id", "provision_id"),
        Dataset::Commitments => ("commitment_id", "commitment_id"),
        Dataset::Merges => ("decision_id", "decision_id"),
    }
}

/// The difference of all datasets that both have.
pub fn difference(shelf: &Shelf, from: &ReleaseView, to: &ReleaseView) -> Result<Difference> {
    let mut datasets = Vec::new();
    for dataset in Dataset::ALL.iter().copied() {
        let name = format!("{dataset}.csv");
        let (Some(old), Some(new)) = (from.file(&name), to.file(&name)) else { continue };
        let mut of =
            DatasetDifference { dataset, added: 0, changed: 0, withdrawn: 0, unchanged: 0 };
        if old.sha256 == new.sha256 {
            let count = to.counts.get(dataset.code()).copied().unwrap_or_default();
            of.unchanged = u64::try_from(count).unwrap_or_default();
        } else {
            let (old, new) = (shelf.object(&old.sha256), shelf.object(&new.sha256));
            of.unchanged = each(dataset, &old, &new, |change| {
                match change.became {
                    Became::Added => of.added += 1,
                    Became::Changed => of.changed += 1,
                    Became::Withdrawn => of.withdrawn += 1,
                }
                Ok(())
            })?;
        }
        datasets.push(of);
    }
    Ok(Difference { from: from.version.clone(), to: to.version.clone(), datasets })
}

/// Writes the rows of a dataset that differ: what became of each, which columns changed, and the row
/// as it is in the newer release, or as it was in the older one if it was withdrawn.
///
/// # Errors
/// [`Error::NotFound`] if one of the releases has no such dataset.
pub fn write_rows(
    shelf: &Shelf,
    from: &ReleaseView,
    to: &ReleaseView,
    dataset: Dataset,
    format: Format,
    mut out: impl Write,
) -> Result<()> {
    let name = format!("{dataset}.csv");
    let (old, new) =
        (from.file(&name).ok_or(Error::NotFound)?, to.file(&name).ok_or(Error::NotFound)?);
    let (old, new) = (shelf.object(&old.sha256), shelf.object(&new.sha256));
    let names: Vec<String> = {
        let side = Side::open(dataset, &new)?;
        ["change", "changed_columns"].map(str::to_owned).into_iter().chain(side.names).collect()
    };
    if format == Format::Csv {
        let terminator = csv::Terminator::Any(b'\n');
        let mut csv = csv::WriterBuilder::new().terminator(terminator).from_writer(out);
        csv.write_record(&names).map_err(Error::internal)?;
        each(dataset, &old, &new, |change| {
            csv.write_field(change.became.code()).map_err(Error::internal)?;
            csv.write_field(change.columns.join("; ")).map_err(Error::internal)?;
            for cell in change.row {
                csv.write_field(cell).map_err(Error::internal)?;
            }
            csv.write_record(None::<&[u8]>).map_err(Error::internal)
        })?;
        return csv.flush().map_err(Error::internal);
    }
    each(dataset, &old, &new, |change| {
        let mut object = Map::new();
        object.insert(names[0].clone(), change.became.code().into());
        object.insert(names[1].clone(), Value::from(change.columns.clone()));
        for (name, cell) in names[2..].iter().zip(change.row) {
            object.insert(name.clone(), String::from_utf8_lossy(cell).into());
        }
        serde_json::to_writer(&mut out, &object).map_err(Error::internal)?;
        out.write_all(b"\n").map_err(Error::internal)
    })?;
    out.flush().map_err(Error::internal)
}

/// A row that differs, in the columns of the newer file.
struct Change<'r> {
    became: Became,
    columns: Vec<String>,
    row: &'r ByteRecord,
}

/// One of two files that are compared.
struct Side {
    reader: csv::Reader<File>,
    names: Vec<String>,
    group: usize,
    key: usize,
    /// The first row of the next group.
    next: Option<ByteRecord>,
}

impl Side {
    fn open(dataset: Dataset, path: &Path) -> Result<Self> {
        let mut reader = csv::ReaderBuilder::new()
            .buffer_capacity(256 * 1024)
            .from_reader(File::open(path).map_err(Error::internal)?);
        let names: Vec<String> =
            reader.headers().map_err(Error::internal)?.iter().map(str::to_owned).collect();
        let at = |name: &str| {
            names
                .iter()
                .position(|it| it == name)
                .ok_or_else(|| Error::internal(format!("{} has no column {name}", path.display())))
        };
        let (group, key) = keys(dataset);
        let (group, key) = (at(group)?, at(key)?);
        let mut side = Self { reader, names, group, key, next: None };
        side.read()?;
        Ok(side)
    }

    fn read(&mut self) -> Result<()> {
        let mut row = self.next.take().unwrap_or_default();
        if self.reader.read_byte_record(&mut row).map_err(Error::internal)? {
            self.next = Some(row);
        }
        Ok(())
    }

    /// What the next rows are ordered by.
    fn ahead(&self) -> Option<&[u8]> {
        self.next.as_ref().map(|row| &row[self.group])
    }

    /// The next rows that belong together. There must be some.
    fn take(&mut self, group: &mut Vec<ByteRecord>) -> Result<()> {
        group.clear();
        let Some(first) = self.next.take() else { return Ok(()) };
        group.push(first);
        loop {
            self.read()?;
            match (&self.next, group.first()) {
                (Some(next), Some(first)) if next[self.group] == first[self.group] => {}
                (Some(next), Some(first)) if next[self.group] < first[self.group] => {
                    return Err(Error::internal("a file of a release is not in its order"));
                }
                _ => return Ok(()),
            }
            group.extend(self.next.take());
        }
    }
}

/// Does something with every row that differs. Says how many do not.
fn each(
    dataset: Dataset,
    old: &Path,
    new: &Path,
    mut act: impl FnMut(&Change<'_>) -> Result<()>,
) -> Result<u64> {
    use std::cmp::Ordering;
    let (mut old, mut new) = (Side::open(dataset, old)?, Side::open(dataset, new)?);
    // Where each column of the newer file is in the older one.
    let columns: Vec<Option<usize>> =
        new.names.iter().map(|name| old.names.iter().position(|it| it == name)).collect();
    let in_new = |row: &ByteRecord| -> ByteRecord {
        columns.iter().map(|at| at.map_or(&b""[..], |at| &row[at])).collect()
    };
    let same_columns = old.names == new.names;
    let (mut was, mut is) = (Vec::new(), Vec::new());
    let mut unchanged = 0;
    loop {
        let order = match (old.ahead(), new.ahead()) {
            (None, None) => return Ok(unchanged),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => old.cmp(new),
        };
        was.clear();
        is.clear();
        if order != Ordering::Greater {
            old.take(&mut was)?;
        }
        if order != Ordering::Less {
            new.take(&mut is)?;
        }
        if same_columns && was == is {
            unchanged += is.len() as u64;
            continue;
        }
        let mut known: HashMap<&[u8], &ByteRecord> =
            was.iter().map(|row| (&row[old.key], row)).collect();
        for row in &is {
            let Some(before) = known.remove(&row[new.key]) else {
                act(&Change { became: Became::Added, columns: Vec::new(), row })?;
                continue;
            };
            let differs = |(at, old): (usize, &Option<usize>)| {
                let old = (*old)?;
                (before[old] != row[at]).then(|| new.names[at].clone())
            };
            let differing: Vec<String> = columns.iter().enumerate().filter_map(differs).collect();
            if differing.is_empty() {
                unchanged += 1;
            } else {
                act(&Change { became: Became::Changed, columns: differing, row })?;
            }
        }
        for row in was.iter().filter(|row| known.contains_key(&row[old.key])) {
            let row = &in_new(row);
            act(&Change { became: Became::Withdrawn, columns: Vec::new(), row })?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn differences(old: &str, new: &str) -> (Vec<String>, u64) {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let (old, new) = (path("old", old), path("new", new));
        let mut found = Vec::new();
        let unchanged = each(Dataset::Participations, &old, &new, |it| {
            let key = String::from_utf8_lossy(&it.row[1]).into_owned();
            found.push(format!("{} {key} {}", it.became, it.columns.join(",")).trim().to_owned());
            Ok(())
        });
        (found, unchanged.unwrap())
    }

    #[test]
    fn rows_are_compared_by_their_keys_within_their_groups() {
        let (found, unchanged) = differences(
            "event_id,participation_id,role\na,p1,target\na,p2,target\nb,p3,witness\nd,p5,target\n",
            "event_id,participation_id,role\na,p2,target\na,p1,other\nc,p4,target\nd,p5,target\ne,p6,target\n",
        );
        assert_eq!(found, ["changed p1 role", "withdrawn p3", "added p4", "added p6"]);
        assert_eq!(unchanged, 2);
        let same = "event_id,participation_id,role\na,p1,target\n";
        assert_eq!(differences(same, same), (Vec::new(), 1));
        let (found, _) = differences(same, "event_id,participation_id,role\n");
        assert_eq!(found, ["withdrawn p1"]);
    }

    #[test]
    fn a_column_that_only_one_file_has_makes_no_difference() {
        let (found, unchanged) = differences(
            "event_id,participation_id,role\na,p1,target\nb,p2,target\n",
            "event_id,participation_id,harm,role\na,p1,none,target\n",
        );
        assert_eq!((found, unchanged), (vec!["withdrawn p2".to_owned()], 1));
    }
}
