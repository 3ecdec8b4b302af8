//! Rows as text: CSV (RFC 4180) and JSON Lines. What else there is stands beside this file.

use std::borrow::Cow;
use std::io::Write;
use std::sync::Arc;

use crate::domain::codes::codes;
use crate::error::{Error, Result};

/// One value of a row. Most rows borrow what many share.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'a> {
    /// Not known.
    Empty,
    Text(Cow<'a, str>),
    Whole(i64),
    Real(f64),
    Flag(bool),
    /// Joined by `; ` in CSV.
    List(Vec<Cow<'a, str>>),
    /// The same, of items that many rows share.
    Shared(&'a [Arc<str>]),
}

impl Cell<'_> {
    /// A list of owned texts.
    pub fn list(items: impl IntoIterator<Item = String>) -> Self {
        Self::List(items.into_iter().map(Cow::Owned).collect())
    }
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<i32> for Cell<'_> {
    fn from(number: i32) -> Self {
        Self::Whole(number.into())
    }
}

impl From<f64> for Cell<'_> {
    fn from(number: f64) -> Self {
        Self::Real(number)
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'a> From<Vec<&'a str>> for Cell<'a> {
    fn from(list: Vec<&'a str>) -> Self {
        Self::List(list.into_iter().map(Cow::Borrowed).collect())
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell<'_> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

codes! {
    /// How a file is written.
    Format {
        Csv = "csv",
        Jsonl = "jsonl",
        Parquet = "parquet",
        Xlsx = "xlsx",
        /// Of events alone.
        Geojson = "geojson",
    }
}

impl Format {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv; charset=utf-8",
            Self::Jsonl => "application/x-ndjson; charset=utf-8",
            Self::Parquet => "application/vnd.apache.parquet",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Geojson => "application/geo+json",
        }
    }

    /// Whether it is text, which a connection may compress.
    pub const fn is_text(self) -> bool {
        !matches!(self, Self::Parquet | Self::Xlsx)
    }

    /// Whether nothing of a file can be sent before all of it is made.
    pub const fn is_made_whole(self) -> bool {
        matches!(self, Self::Xlsx)
    }
}

codes! {
    /// For whom a file is written.
    Preset {
        /// UTF-8, LF, values as they are.
        Research = "research",
        /// A byte order mark, CRLF, and texts that a spreadsheet would run escaped.
        Excel = "excel",
        /// Events in the columns of ACLED.
        Acled = "acled",
        /// Events in the columns of UCDP GED.
        Ucdp = "ucdp",
    }
}

impl Preset {
    /// Whether texts are escaped for a spreadsheet.
    const fn is_for_spreadsheets(self) -> bool {
        matches!(self, Self::Excel)
    }
}

/// Writes the rows of a dataset.
pub enum RowWriter<W: Write> {
    Csv {
        out: Box<csv::Writer<W>>,
        preset: Preset,
        cell: String,
    },
    /// The names are written out as they stand in each row.
    Jsonl {
        out: W,
        names: Vec<String>,
        line: Vec<u8>,
    },
}

impl<W: Write> RowWriter<W> {
    /// Begins a file: for CSV, with its header. Only [text](Format::is_text) in rows.
    pub fn begin<N: AsRef<str>>(
        mut out: W,
        format: Format,
        preset: Preset,
        names: &[N],
    ) -> Result<Self> {
        match format {
            Format::Parquet | Format::Xlsx | Format::Geojson => {
                Err(Error::internal(format!("{format} has a writer of its own")))
            }
            Format::Jsonl => {
                let name = |(at, name): (usize, &N)| {
                    let name = serde_json::Value::from(name.as_ref());
                    format!("{}{name}:", if at == 0 { '{' } else { ',' })
                };
                let names = names.iter().enumerate().map(name).collect();
                Ok(Self::Jsonl { out, names, line: Vec::with_capacity(4096) })
            }
            Format::Csv => {
                if preset.is_for_spreadsheets() {
                    out.write_all("\u{FEFF}".as_bytes()).map_err(Error::internal)?;
                }
                let mut builder = csv::WriterBuilder::new();
                builder.terminator(if preset.is_for_spreadsheets() {
                    csv::Terminator::CRLF
                } else {
                    csv::Terminator::Any(b'\n')
                });
                let mut out = builder.buffer_capacity(64 * 1024).from_writer(out);
                out.write_record(names.iter().map(AsRef::as_ref)).map_err(Error::internal)?;
                // The first line goes out at once: whoever waits sees that the file has begun.
                out.flush().map_err(Error::internal)?;
                Ok(Self::Csv { out: Box::new(out), preset, cell: String::new() })
            }
        }
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        match self {
            Self::Csv { out, preset, cell } => {
                for value in cells {
                    cell.clear();
                    print(value, *preset, cell);
                    out.write_field(cell.as_bytes()).map_err(Error::internal)?;
                }
                out.write_record(None::<&[u8]>).map_err(Error::internal)
            }
            Self::Jsonl { out, names, line } => {
                line.clear();
                for (name, cell) in names.iter().zip(cells) {
                    line.extend_from_slice(name.as_bytes());
                    json(cell, line)?;
                }
                line.extend_from_slice(b"}\n");
                out.write_all(line).map_err(Error::internal)
            }
        }
    }

    pub fn finish(self) -> Result<()> {
        match self {
            Self::Csv { mut out, .. } => out.flush().map_err(Error::internal),
            Self::Jsonl { mut out, .. } => out.flush().map_err(Error::internal),
        }
    }
}

fn print(cell: &Cell<'_>, preset: Preset, out: &mut String) {
    use std::fmt::Write;
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => text_in(text, preset, out),
        // Writing to a String cannot fail.
        Cell::Whole(number) => {
            let _ = write!(out, "{number}");
        }
        Cell::Real(number) => {
            let _ = write!(out, "{number}");
        }
        Cell::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Cell::List(list) => list_in(list.iter().map(AsRef::as_ref), preset, out),
        Cell::Shared(list) => list_in(list.iter().map(AsRef::as_ref), preset, out),
    }
}

fn list_in<'t>(list: impl Iterator<Item = &'t str>, preset: Preset, out: &mut String) {
    for (at, item) in list.enumerate() {
        if at > 0 {
            out.push_str("; ");
        }
        // An item with the separator in it would read as two.
        let item: Cow<'_, str> =
            if item.contains("; ") { item.replace("; ", ", ").into() } else { item.into() };
        if at == 0 { text_in(&item, preset, out) } else { out.push_str(&item) }
    }
}

/// In a spreadsheet a text that begins like a formula is run; a quote before it keeps it text.
fn text_in(text: &str, preset: Preset, out: &mut String) {
    let runs = matches!(text.as_bytes().first(), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r'));
    if preset.is_for_spreadsheets() && runs {
        out.push('\'');
    }
    out.push_str(text);
}

/// A value as JSON, at the end of `out`.
pub(super) fn json(cell: &Cell<'_>, out: &mut Vec<u8>) -> Result<()> {
    match cell {
        Cell::Empty => out.extend_from_slice(b"null"),
        Cell::Text(text) => serde_json::to_writer(out, text.as_ref()).map_err(Error::internal)?,
        Cell::Whole(number) => serde_json::to_writer(out, number).map_err(Error::internal)?,
        Cell::Real(number) => serde_json::to_writer(out, number).map_err(Error::internal)?,
        Cell::Flag(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
        Cell::List(list) => json_list(list.iter().map(AsRef::as_ref), out)?,
        Cell::Shared(list) => json_list(list.iter().map(AsRef::as_ref), out)?,
    }
    Ok(())
}

fn json_list<'t>(list: impl Iterator<Item = &'t str>, out: &mut Vec<u8>) -> Result<()> {
    out.push(b'[');
    for (at, item) in list.enumerate() {
        if at > 0 {
            out.push(b',');
        }
        serde_json::to_writer(&mut *out, item).map_err(Error::internal)?;
    }
    out.push(b']');
    Ok(())
}

/// A value as the text of a cell.
pub(super) fn text_of<'c>(cell: &'c Cell<'_>) -> Cow<'c, str> {
    if let Cell::Text(text) = cell {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    print(cell, Preset::Research, &mut out);
    out.into()
}

/// The items of a cell: of a list, what is in it; of anything else, itself.
pub(super) fn items_of<'c>(cell: &'c Cell<'_>) -> Vec<Cow<'c, str>> {
    match cell {
        Cell::Empty => Vec::new(),
        Cell::List(list) => list.iter().map(|it| Cow::Borrowed(it.as_ref())).collect(),
        Cell::Shared(list) => list.iter().map(|it| Cow::Borrowed(it.as_ref())).collect(),
        other => vec![text_of(other)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn csv_of(preset: Preset, rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let names = ["a", "b"];
        let mut out = RowWriter::begin(&mut bytes, Format::Csv, preset, &names).unwrap();
        for row in rows {
            out.row(row).unwrap();
        }
        out.finish().unwrap();
        bytes
    }

    #[test]
    fn each_preset_is_what_its_reader_expects() {
        let row = vec![Cell::from("=1+1"), Cell::from(vec!["a", "b; c"])];
        let research =
            csv_of(Preset::Research, &[row.clone(), vec![Cell::Empty, Cell::Real(-1.5)]]);
        assert_eq!(
            String::from_utf8(research).unwrap(),
            "a,b\n=1+1,a; b, c\n".replace("a; b, c", "\"a; b, c\"") + ",-1.5\n"
        );
        let excel = csv_of(Preset::Excel, &[row]);
        assert_eq!(String::from_utf8(excel).unwrap(), "\u{FEFF}a,b\r\n'=1+1,\"a; b, c\"\r\n");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_a_research_file(a in any::<String>(), b in any::<String>()) {
            let bytes = csv_of(Preset::Research, &[vec![Cell::from(a.as_str()), Cell::from(b.as_str())]]);
            let mut reader = csv::ReaderBuilder::new().from_reader(bytes.as_slice());
            let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            prop_assert_eq!(rows.len(), 1);
            prop_assert_eq!(&rows[0][0], a.as_str());
            prop_assert_eq!(&rows[0][1], b.as_str());
        }

        #[test]
        fn no_text_of_an_excel_file_begins_a_formula(text in any::<String>()) {
            let mut cell = String::new();
            print(&Cell::from(text.as_str()), Preset::Excel, &mut cell);
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
        }
    }
}
