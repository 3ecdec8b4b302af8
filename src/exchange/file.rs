//! A file of rows, in whichever format.

use std::io::Write;
use std::path::Path;

use super::columnar::Columnar;
use super::columns::Titled;
use super::geojson::Features;
use super::workbook::{self, Book};
use super::write::{Cell, Format, Preset, RowWriter};
use crate::error::Result;

/// Writes rows in a format.
pub enum FileWriter<W: Write + Send> {
    Rows(RowWriter<W>),
    Parquet(Columnar<W>),
    Xlsx(Box<Book<W>>),
    Geojson(Features<W>),
}

impl<W: Write + Send> FileWriter<W> {
    /// `dir` is where what does not fit in memory waits.
    pub fn begin(
        out: W,
        format: Format,
        preset: Preset,
        titles: Vec<Titled>,
        about: workbook::About,
        dir: &Path,
    ) -> Result<Self> {
        Ok(match format {
            Format::Csv | Format::Jsonl => {
                Self::Rows(RowWriter::begin(out, format, preset, &titles)?)
            }
            Format::Parquet => Self::Parquet(Columnar::begin(out, titles)?),
            Format::Xlsx => {
                Self::Xlsx(Box::new(Book::begin(out, titles, about, dir, workbook::ROWS)?))
            }
            Format::Geojson => Self::Geojson(Features::begin(out, &titles)?),
        })
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        match self {
            Self::Rows(out) => out.row(cells),
            Self::Parquet(out) => out.row(cells),
            Self::Xlsx(out) => out.row(cells),
            Self::Geojson(out) => out.row(cells),
        }
    }

    pub fn finish(self) -> Result<()> {
        match self {
            Self::Rows(out) => out.finish(),
            Self::Parquet(out) => out.finish(),
            Self::Xlsx(out) => out.finish(),
            Self::Geojson(out) => out.finish(),
        }
    }
}
