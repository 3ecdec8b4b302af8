//! Tables out of files that other people made: what kind of file it is, how it is written, and its rows
//! one after another. No database is asked, and nothing of a file is ever run.
//!
//! Everything about a file is found out first ([`detect`]), shown, and may be said differently
//! ([`Wish`]); then its rows are read ([`each_row`]). Memory stays flat: text is read through a buffer,
//! a workbook's cells as a stream of a zip whose size is bounded.

pub mod delimited;
pub mod encoding;
pub mod jsonl;
pub mod xlsx;

use std::ops::ControlFlow;
use std::path::Path;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

pub use encoding::Encoding;

use crate::domain::codes::codes;
use crate::error::{Error, Result};

/// The largest file of text, in bytes.
pub const LARGEST_TEXT: u64 = 1024 * 1024 * 1024;
/// The largest workbook as it is sent, and with everything in it unpacked, in bytes.
pub const LARGEST_WORKBOOK: u64 = 64 * 1024 * 1024;
pub const LARGEST_UNPACKED: u64 = 512 * 1024 * 1024;
/// The most columns of a table.
pub const MOST_COLUMNS: usize = 300;
/// The longest cell and the longest row, in bytes of UTF-8.
pub const LONGEST_CELL: usize = 2_000_000;
pub const LONGEST_ROW: usize = 4_000_000;
/// Rows that are looked at to find out how a file is written.
const LOOKED_AT: usize = 25;

codes! {
    /// What a file is.
    FileFormat {
        Csv = "csv",
        Xlsx = "xlsx",
        Jsonl = "jsonl",
    }
}

codes! {
    /// What stands between the cells of a row.
    Delimiter {
        Comma = "comma",
        Semicolon = "semicolon",
        Tab = "tab",
        Pipe = "pipe",
    }
}

impl Delimiter {
    pub const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

codes! {
    /// What ends a line.
    LineEnds {
        Lf = "lf",
        CrLf = "crlf",
        /// As old Macintoshes wrote.
        Cr = "cr",
        Mixed = "mixed",
    }
}

/// How somebody says that a file is to be read; what is left out is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Wish {
    pub format: Option<FileFormat>,
    pub encoding: Option<Encoding>,
    pub delimiter: Option<Delimiter>,
    /// The row of the names of columns, counted from 1.
    pub header_row: Option<u64>,
    /// Whether the row below it has HXL tags.
    pub hxl: Option<bool>,
    /// The sheet of a workbook; the first, unless it says otherwise.
    pub sheet: Option<String>,
}

/// How a file is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Detected {
    pub format: FileFormat,
    pub encoding: Option<Encoding>,
    pub delimiter: Option<Delimiter>,
    pub line_ends: Option<LineEnds>,
    pub sheet: Option<String>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
    /// The row of the names of columns, counted from 1; 0 for JSON Lines, which has none.
    pub header_row: u64,
    /// The row of HXL tags, where there is one.
    pub hxl_row: Option<u64>,
    pub columns: Vec<String>,
    /// The HXL tags, by column; empty where there are none.
    pub tags: Vec<String>,
    /// The first rows, for people to see whether they are read rightly.
    pub sample: Vec<Vec<String>>,
    /// What people should know of how it is read.
    pub notes: Vec<String>,
}

/// What is wrong with a cell, a row or a whole file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = RowProblem)]
pub struct Problem {
    /// The row, counted from 1, the header included, as spreadsheets count.
    #[schema(example = 17)]
    pub row: Option<u64>,
    #[schema(example = "date_start")]
    pub column: Option<String>,
    #[schema(example = "03/04/05")]
    pub value: Option<String>,
    /// What is wrong, and what to do.
    pub message: String,
}

impl Problem {
    pub fn of_row(row: u64, message: impl Into<String>) -> Self {
        Self { row: Some(row), column: None, value: None, message: message.into() }
    }

    pub fn of_file(message: impl Into<String>) -> Self {
        Self { row: None, column: None, value: None, message: message.into() }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if let Some(row) = self.row {
            write!(f, "row {row}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::field("/file", problem.to_string())
    }
}

/// A row, its cells in the order of the columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Counted from 1, the header included, as spreadsheets count.
    pub number: u64,
    pub cells: Vec<String>,
    /// Why it cannot be taken as it is.
    pub wrong: Option<Problem>,
}

impl Row {
    fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What is done with a row; [`ControlFlow::Break`] ends the reading.
pub type Each<'e> = &'e mut dyn FnMut(Row) -> Result<ControlFlow<()>>;

/// Finds out how a file is written. `name`: what it was called where it comes from.
///
/// # Errors
/// [`Error::Invalid`] for a file that cannot be read, saying why and where.
pub fn detect(path: &Path, name: &str, wish: &Wish) -> Result<Detected> {
    let format = match wish.format {
        Some(format) => format,
        None => format_of(path, name)?,
    };
    let size = std::fs::metadata(path).map_err(Error::internal)?.len();
    if size == 0 {
        return Err(Problem::of_file("the file is empty").into());
    }
    let most = if format == FileFormat::Xlsx { LARGEST_WORKBOOK } else { LARGEST_TEXT };
    if size > most {
        let (size, most) = (size / 1_048_576, most / 1_048_576);
        return Err(Problem::of_file(format!(
            "the file has {size} MiB; the most is {most} MiB{}; send it in parts",
            if format == FileFormat::Xlsx { " for a workbook, or 1024 MiB as CSV" } else { "" }
        ))
        .into());
    }
    let detected = match format {
        FileFormat::Csv => delimited::detect(path, wish)?,
        FileFormat::Jsonl => jsonl::detect(path, wish)?,
        FileFormat::Xlsx => xlsx::detect(path, wish)?,
    };
    check_columns(&detected)?;
    Ok(detected)
}

/// Reads the rows below the header, those without anything in them left out.
///
/// # Errors
/// [`Error::Invalid`] where the file ends to be a table, such as at a quote that is never closed; those
/// of `each`.
pub fn each_row(path: &Path, detected: &Detected, each: Each<'_>) -> Result<()> {
    let width = detected.columns.len();
    let first = detected.hxl_row.unwrap_or(detected.header_row);
    let mut below = |mut row: Row| {
        if row.number <= first || (row.is_blank() && row.wrong.is_none()) {
            return Ok(ControlFlow::Continue(()));
        }
        fit(&mut row, width);
        each(row)
    };
    match detected.format {
        FileFormat::Csv => delimited::each_row(path, detected, &mut below),
        FileFormat::Jsonl => jsonl::each_row(path, detected, &mut below),
        FileFormat::Xlsx => xlsx::each_row(path, detected, &mut below),
    }
}

/// Letters where a text has control characters of U+0080 to U+009F: bytes of Windows-1252 that somebody
/// took for Latin-1 before they made UTF-8 of them. Nobody types such characters.
fn mend(cell: &mut String) {
    let is_broken = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if cell.bytes().any(|byte| byte == 0xC2) && cell.contains(is_broken) {
        let letter = |c: char| {
            let byte = u8::try_from(u32::from(c)).ok().filter(|_| is_broken(c));
            byte.map_or(c, |byte| {
                let bytes = [byte];
                let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&bytes);
                text.chars().next().unwrap_or(c)
            })
        };
        *cell = cell.chars().map(letter).collect();
    }
}

/// Makes a row as wide as the header. What stands right of it makes the row wrong.
fn fit(row: &mut Row, width: usize) {
    row.cells.iter_mut().for_each(mend);
    let found = row.cells.len();
    if let Some(extra) = row.cells.iter().skip(width).find(|cell| !cell.trim().is_empty()) {
        row.wrong.get_or_insert_with(|| Problem {
            row: Some(row.number),
            column: None,
            value: Some(short(extra)),
            message: format!(
                "the row has {found} cells, and the header {width} columns; a cell with a delimiter in it may \
                 lack its quotes"
            ),
        });
    }
    if row.wrong.is_none()
        && let Some(at) = row.cells.iter().position(|cell| cell.contains('\0'))
    {
        row.wrong = Some(Problem {
            row: Some(row.number),
            column: None,
            value: Some(short(&row.cells[at])),
            message: format!(
                "cell {} has a NUL character, which cannot be kept; remove it, or say another encoding",
                at + 1
            ),
        });
    }
    row.cells.resize(width, String::new());
}

/// What is shown of a value.
pub fn short(value: &str) -> String {
    let value: String = value.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    match value.char_indices().nth(200) {
        None => value,
        Some((at, _)) => format!("{}…", &value[..at]),
    }
}

fn check_columns(detected: &Detected) -> Result<()> {
    let columns = &detected.columns;
    if columns.len() > MOST_COLUMNS {
        return Err(Problem::of_file(format!(
            "the table has {} columns; the most is {MOST_COLUMNS}; leave out those that are not needed",
            columns.len()
        ))
        .into());
    }
    if columns.iter().all(String::is_empty) {
        return Err(Problem::of_file("no row has the names of columns; say which row it is").into());
    }
    Ok(())
}

/// Names of columns from the header's cells: trimmed, those that come again numbered, empty ones at
/// the end left out.
fn named(mut cells: Vec<String>) -> Vec<String> {
    while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
        cells.pop();
    }
    let mut names: Vec<String> = Vec::with_capacity(cells.len());
    for cell in cells {
        let name: String = cell.split_whitespace().collect::<Vec<_>>().join(" ");
        let mut unique = name.clone();
        let mut again = 1;
        while !name.is_empty() && names.contains(&unique) {
            again += 1;
            unique = format!("{name} ({again})");
        }
        names.push(unique);
    }
    names
}

/// Which of the first rows has the names of columns: the first that is about as full as the fullest.
fn header_among(rows: &[Row]) -> Option<u64> {
    let full = |row: &Row| row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let most = rows.iter().map(full).max()?;
    // Titles above a table stand in one cell or two.
    rows.iter().find(|row| full(row) * 2 > most).map(|row| row.number)
}

/// What the first rows say: the header, the HXL row, a sample.
struct Top {
    header_row: u64,
    hxl_row: Option<u64>,
    columns: Vec<String>,
    tags: Vec<String>,
    sample: Vec<Vec<String>>,
}

impl Top {
    /// What is found out of a file of which nothing else is known yet.
    fn of_a(self, format: FileFormat) -> Detected {
        let Self { header_row, hxl_row, columns, tags, sample } = self;
        Detected {
            format,
            encoding: None,
            delimiter: None,
            line_ends: None,
            sheet: None,
            sheets: Vec::new(),
            header_row,
            hxl_row,
            columns,
            tags,
            sample,
            notes: Vec::new(),
        }
    }

    fn of(rows: &[Row], wish: &Wish) -> Result<Self> {
        let header_row = wish.header_row.or_else(|| header_among(rows));
        let header = header_row.and_then(|at| rows.iter().find(|row| row.number == at));
        let Some(header) = header else {
            return Err(Problem::of_file(format!(
                "row {} has no names of columns; the header must be among the first {LOOKED_AT} rows",
                header_row.unwrap_or(1)
            ))
            .into());
        };
        let columns = named(header.cells.clone());
        let below = rows.iter().find(|row| row.number > header.number && !row.is_blank());
        let is_hxl = |row: &&Row| {
            let tagged = row.cells.iter().filter(|cell| cell.trim_start().starts_with('#')).count();
            let full = row.cells.iter().filter(|cell| !cell.trim().is_empty()).count();
            wish.hxl.unwrap_or(tagged > 0 && tagged * 2 >= full)
        };
        let hxl = below.filter(is_hxl);
        let mut tags = hxl.map(|row| row.cells.clone()).unwrap_or_default();
        tags.resize(if hxl.is_some() { columns.len() } else { 0 }, String::new());
        let after = hxl.map_or(header.number, |row| row.number);
        let sample = rows.iter().filter(|row| row.number > after && !row.is_blank()).take(5);
        Ok(Self {
            header_row: header.number,
            hxl_row: hxl.map(|row| row.number),
            sample: sample
                .map(|row| {
                    (0..columns.len())
                        .map(|at| row.cells.get(at).map(|cell| short(cell)).unwrap_or_default())
                        .collect()
                })
                .collect(),
            columns,
            tags,
        })
    }
}

fn format_of(path: &Path, name: &str) -> Result<FileFormat> {
    use std::io::Read;
    let mut first = Vec::new();
    let file = std::fs::File::open(path).map_err(Error::internal)?;
    file.take(4096).read_to_end(&mut first).map_err(Error::internal)?;
    if first.starts_with(b"PK\x03\x04") {
        return Ok(FileFormat::Xlsx);
    }
    if first.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Problem::of_file(
            "this is a workbook of the old kind (.xls), or one with a password; save it as .xlsx or as CSV",
        )
        .into());
    }
    if first.starts_with(b"%PDF") || first.starts_with(b"\x1f\x8b") {
        return Err(Problem::of_file("send a table: CSV, XLSX or JSON Lines").into());
    }
    let is_json = first.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    let name = name.to_ascii_lowercase();
    let is_called_json = [".jsonl", ".ndjson", ".json"].iter().any(|end| name.ends_with(end));
    Ok(if is_json || is_called_json { FileFormat::Jsonl } else { FileFormat::Csv })
}

#[cfg(test)]
mod tests;
