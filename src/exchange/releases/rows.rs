//! The tables of a release, read row by row.

use std::collections::HashMap;
use std::fs::File;
use std::io::ErrorKind;
use std::str::FromStr;

use csv::StringRecord;

use crate::casework::releases::ReleaseView;
use crate::domain::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::shelf::Shelf;

/// Opens a table of a release.
///
/// # Errors
/// [`Error::NotFound`] if it has none of this name; [`Error::Conflict`] if the file was replaced since
/// the release was looked up.
pub fn opened(shelf: &Shelf, release: &ReleaseView, file: &str) -> Result<csv::Reader<File>> {
    let digest = &release.file(file).ok_or(Error::NotFound)?.sha256;
    let opened = File::open(shelf.object(digest)).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::Conflict(format!(
            "the file {file} of the release {} is not there; if a record is being taken out of it, try again \
             in a moment",
            release.version
        )),
        _ => Error::internal(error),
    })?;
    Ok(csv::ReaderBuilder::new().buffer_capacity(256 * 1024).from_reader(opened))
}

/// Where the columns of a table are.
pub struct Columns(pub HashMap<String, usize>);

impl Columns {
    pub fn of(reader: &mut csv::Reader<File>) -> Result<Self> {
        let names = reader.headers().map_err(Error::internal)?;
        Ok(Self(names.iter().enumerate().map(|(at, name)| (name.to_owned(), at)).collect()))
    }

    pub fn cell<'r>(&self, row: &'r StringRecord, column: &str) -> Option<&'r str> {
        row.get(*self.0.get(column)?)
    }
}

/// A row of a table, read cell by cell.
pub struct Cells<'r> {
    pub file: &'r str,
    pub columns: &'r Columns,
    pub row: &'r StringRecord,
}

impl<'r> Cells<'r> {
    /// The text of a cell; nothing if it is empty, or there is no such column.
    pub fn text(&self, column: &str) -> Option<&'r str> {
        self.columns.cell(self.row, column).filter(|cell| !cell.is_empty())
    }

    pub fn owned(&self, column: &str) -> Option<String> {
        self.text(column).map(str::to_owned)
    }

    /// The text of a cell that is never empty.
    pub fn must(&self, column: &str) -> Result<&'r str> {
        self.text(column).ok_or_else(|| self.unread(column))
    }

    /// What a cell means, if it is not empty.
    pub fn read<T: FromStr>(&self, column: &str) -> Result<Option<T>> {
        self.text(column).map(|cell| cell.parse().map_err(|_| self.unread(column))).transpose()
    }

    /// What a cell that is never empty means.
    pub fn must_read<T: FromStr>(&self, column: &str) -> Result<T> {
        self.read(column)?.ok_or_else(|| self.unread(column))
    }

    pub fn id(&self, column: &str) -> Result<Id> {
        self.must_read(column)
    }

    pub fn moment(&self, column: &str, otherwise: Timestamp) -> Result<Timestamp> {
        match self.text(column) {
            None => Ok(otherwise),
            Some(cell) => Timestamp::parse(cell).map_err(|_| self.unread(column)),
        }
    }

    /// The items of a list.
    pub fn list(&self, column: &str) -> Vec<&'r str> {
        self.text(column).map(|cell| cell.split("; ").collect()).unwrap_or_default()
    }

    fn unread(&self, column: &str) -> Error {
        Error::Conflict(format!(
            "the file {} of the release has a row whose '{column}' this version of the program cannot read",
            self.file
        ))
    }
}
