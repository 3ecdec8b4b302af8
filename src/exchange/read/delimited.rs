//! CSV and its relatives: cells between delimiters, in quotes where they hold one, rows that end with
//! LF, CRLF or CR. As RFC 4180 says, and where files do not follow it, as spreadsheets read them.

use std::io::Read;
use std::path::Path;

use super::encoding::{self, Decoded, explained};
use super::{Delimiter, Detected, Each, FileFormat, LONGEST_CELL, LONGEST_ROW, LOOKED_AT};
use super::{MOST_COLUMNS, Problem, Row, Top, Wish};
use crate::error::{Error, Result};

pub(super) fn detect(path: &Path, wish: &Wish) -> Result<Detected> {
    let (found, line_ends) = encoding::detect(path)?;
    let encoding = wish.encoding.unwrap_or(found);
    let first = |delimiter: Delimiter| -> Result<First> {
        let mut rows = Vec::new();
        let mut text = Records::new(Decoded::open(path, encoding)?, delimiter.byte());
        while rows.len() < LOOKED_AT {
            match text.next_row() {
                Ok(Some(row)) => rows.push(row),
                Ok(None) => break,
                Err(error) => return Ok((rows, Some(error))),
            }
        }
        Ok((rows, None))
    };
    let (delimiter, (rows, failed)) = match wish.delimiter {
        Some(delimiter) => (delimiter, first(delimiter)?),
        None => likeliest(first)?,
    };
    if let Some(error) = failed {
        return Err(error);
    }
    let top = Top::of(&rows, wish)?;
    let mut notes = Vec::new();
    if wish.encoding.is_none()
        && !matches!(encoding, super::Encoding::Utf8 | super::Encoding::Utf8Bom)
    {
        notes.push(format!(
            "the text is read as {encoding}; look at letters with accents in the first rows, and say another encoding \
             if they are not right"
        ));
    }
    Ok(Detected {
        encoding: Some(encoding),
        delimiter: Some(delimiter),
        line_ends: Some(line_ends),
        notes,
        ..top.of_a(FileFormat::Csv)
    })
}

/// The first rows, and why there are no more, where something is wrong.
type First = (Vec<Row>, Option<Error>);

/// The delimiter that makes the widest table of which most rows are as wide as the header.
fn likeliest(first: impl Fn(Delimiter) -> Result<First>) -> Result<(Delimiter, First)> {
    let mut best = (0, Delimiter::Comma, first(Delimiter::Comma)?);
    for delimiter in Delimiter::ALL {
        let found = first(*delimiter)?;
        let rows = &found.0;
        let widest = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
        let alike = rows.iter().filter(|row| row.cells.len() == widest).count();
        let score = if widest < 2 { 0 } else { widest.min(50) * alike * 100 / rows.len().max(1) };
        if score > best.0 {
            best = (score, *delimiter, found);
        }
    }
    Ok((best.1, best.2))
}

pub(super) fn each_row(path: &Path, detected: &Detected, each: Each<'_>) -> Result<()> {
    let encoding = detected.encoding.unwrap_or(super::Encoding::Utf8);
    let delimiter = detected.delimiter.unwrap_or(Delimiter::Comma);
    let mut text = Records::new(Decoded::open(path, encoding)?, delimiter.byte());
    let width = detected.columns.len();
    while let Some(row) = text.next_row()? {
        let last_is_short = row.cells.len() < width && row.cells.len() > 1;
        if last_is_short && text.ended_within_a_row && row.number > detected.header_row {
            return Err(Problem::of_row(
                row.number,
                format!(
                    "the last row has {} of {width} cells and no end of line: the file seems to be cut off; get it \
                     again, whole",
                    row.cells.len()
                ),
            )
            .into());
        }
        if each(row)?.is_break() {
            break;
        }
    }
    Ok(())
}

/// The rows of a text, one after another.
pub struct Records<R> {
    from: R,
    delimiter: u8,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    number: u64,
    /// A CR was read: an LF right after it belongs to it.
    after_cr: bool,
    /// Whether the text ended without an end of line.
    pub ended_within_a_row: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    /// At the beginning of a cell.
    Start,
    Plain,
    Quoted,
    /// After a quote within quotes: the end of the cell, or the first of two.
    Quote,
}

impl<R: Read> Records<R> {
    pub fn new(from: R, delimiter: u8) -> Self {
        Self {
            from,
            delimiter,
            buffer: vec![0; 64 * 1024],
            start: 0,
            end: 0,
            number: 0,
            after_cr: false,
            ended_within_a_row: false,
        }
    }

    /// The next row, blank ones included.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a quote that is never closed, and for cells and rows beyond the limits.
    pub fn next_row(&mut self) -> Result<Option<Row>> {
        self.number += 1;
        let mut cells: Vec<String> = Vec::new();
        let mut cell: Vec<u8> = Vec::new();
        let mut length = 0;
        let mut at = Where::Start;
        loop {
            if self.start == self.end {
                (self.start, self.end) = (0, self.from.read(&mut self.buffer).map_err(explained)?);
                if self.end == 0 {
                    return self.last(cells, cell, at);
                }
            }
            let byte = self.buffer[self.start];
            self.start += 1;
            if std::mem::take(&mut self.after_cr)
                && byte == b'\n'
                && at == Where::Start
                && cells.is_empty()
                && cell.is_empty()
            {
                continue;
            }
            match (at, byte) {
                (Where::Quoted, b'"') => at = Where::Quote,
                (Where::Quoted, _) => cell.push(byte),
                (Where::Quote, b'"') => {
                    cell.push(b'"');
                    at = Where::Quoted;
                }
                (Where::Start, b'"') => at = Where::Quoted,
                (_, b'\r' | b'\n') => {
                    self.after_cr = byte == b'\r';
                    cells.push(text(cell)?);
                    return Ok(Some(Row { number: self.number, cells, wrong: None }));
                }
                (_, byte) if byte == self.delimiter => {
                    cells.push(text(std::mem::take(&mut cell))?);
                    at = Where::Start;
                    if cells.len() > MOST_COLUMNS * 4 {
                        return Err(
                            self.refused(&format!("has more than {} cells", MOST_COLUMNS * 4))
                        );
                    }
                }
                (_, byte) => {
                    cell.push(byte);
                    at = Where::Plain;
                }
            }
            length += 1;
            if cell.len() > LONGEST_CELL {
                return Err(self.refused(&format!(
                    "has a cell of more than {LONGEST_CELL} bytes; a quote may be left open in it"
                )));
            }
            if length > LONGEST_ROW {
                return Err(self.refused(&format!("is longer than {LONGEST_ROW} bytes")));
            }
        }
    }

    /// The row that the end of the text ends.
    fn last(&mut self, mut cells: Vec<String>, cell: Vec<u8>, at: Where) -> Result<Option<Row>> {
        if at == Where::Quoted {
            return Err(self.refused(
                "has a quote that is opened and never closed, so that the rest of the file stands in one cell; close it, \
                 or get the file again if it was cut off"
            ));
        }
        if cells.is_empty() && cell.is_empty() && at == Where::Start {
            return Ok(None);
        }
        self.ended_within_a_row = true;
        cells.push(text(cell)?);
        Ok(Some(Row { number: self.number, cells, wrong: None }))
    }

    fn refused(&self, message: &str) -> Error {
        Problem::of_row(self.number, format!("the row {message}")).into()
    }
}

fn text(bytes: Vec<u8>) -> Result<String> {
    String::from_utf8(bytes).map_err(Error::internal)
}
