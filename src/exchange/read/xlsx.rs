//! Workbooks: the cells of one sheet, as a stream. Formulas are not computed: what is read is the value
//! that the workbook has of them.
//!
//! A workbook is a zip. What it unpacks to is counted before it is opened, since what a zip says of its
//! own size may be wrong.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::ops::ControlFlow;
use std::path::Path;

use calamine::{DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::{Detected, Each, FileFormat, LARGEST_UNPACKED, LONGEST_CELL, LOOKED_AT, MOST_COLUMNS};
use super::{Problem, Row, Top, Wish};
use crate::error::{Error, Result};

/// Parts of a workbook's zip that are looked at.
const MOST_PARTS: usize = 10_000;

pub(super) fn detect(path: &Path, wish: &Wish) -> Result<Detected> {
    check_size(path, LARGEST_UNPACKED)?;
    let mut book = open(path)?;
    let sheets = book.sheet_names();
    let sheet = match &wish.sheet {
        Some(name) if sheets.contains(name) => name.clone(),
        Some(name) => {
            let message = format!(
                "the workbook has no sheet '{}'; it has {}",
                super::short(name),
                sheets.join(", ")
            );
            return Err(Problem::of_file(message).into());
        }
        None => {
            sheets.first().cloned().ok_or_else(|| Problem::of_file("the workbook has no sheet"))?
        }
    };
    let mut rows = Vec::new();
    walk(&mut book, &sheet, &mut |row| {
        rows.push(row);
        Ok(if rows.len() < LOOKED_AT { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    let top = Top::of(&rows, wish)?;
    let notes = notes(&mut book, &sheet, &sheets, &top)?;
    Ok(Detected { sheet: Some(sheet), sheets, notes, ..top.of_a(FileFormat::Xlsx) })
}

pub(super) fn each_row(path: &Path, detected: &Detected, each: Each<'_>) -> Result<()> {
    let sheet = detected.sheet.clone().unwrap_or_default();
    walk(&mut open(path)?, &sheet, each)
}

type Book = Xlsx<BufReader<File>>;

fn open(path: &Path) -> Result<Book> {
    let file = BufReader::new(File::open(path).map_err(Error::internal)?);
    Xlsx::new(file).map_err(|error| wrong(&error))
}

fn wrong(error: &XlsxError) -> Error {
    let message = match error {
        XlsxError::Password => {
            "the workbook has a password; save it without one, or as CSV".to_owned()
        }
        other => format!(
            "this is no whole workbook ({}); open it in a spreadsheet and save it again as .xlsx or CSV",
            super::short(&other.to_string())
        ),
    };
    Problem::of_file(message).into()
}

/// Counts what the zip unpacks to, whatever it says of itself.
pub(super) fn check_size(path: &Path, most: u64) -> Result<()> {
    let file = BufReader::new(File::open(path).map_err(Error::internal)?);
    let broken = |error: zip::result::ZipError| {
        let message =
            format!("this is no whole workbook: {error}; it may have been cut off on the way");
        Error::from(Problem::of_file(message))
    };
    let mut archive = zip::ZipArchive::new(file).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        let message = format!("the workbook has {} parts; the most is {MOST_PARTS}", archive.len());
        return Err(Problem::of_file(message).into());
    }
    let too_large = || {
        Error::from(Problem::of_file(format!(
            "the workbook unpacks to more than {} MiB, the most there may be; send the sheet as CSV",
            most / 1_048_576
        )))
    };
    let mut said: u64 = 0;
    for at in 0..archive.len() {
        said = said.saturating_add(archive.by_index_raw(at).map_err(broken)?.size());
    }
    if said > most {
        return Err(too_large());
    }
    let mut unpacked: u64 = 0;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(broken)?;
        let left = most - unpacked;
        let counted = io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|error| {
            let message = format!("this is no whole workbook: {error}");
            Error::from(Problem::of_file(message))
        })?;
        if counted > left {
            return Err(too_large());
        }
        unpacked += counted;
    }
    Ok(())
}

/// Gives each row of a sheet that has a cell, in their order.
fn walk(book: &mut Book, sheet: &str, each: Each<'_>) -> Result<()> {
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| wrong(&error))?;
    let mut row = Row::default();
    while let Some(cell) = cells.next_cell().map_err(|error| wrong(&error))? {
        let (at, column) = cell.get_position();
        let number = u64::from(at) + 1;
        if row.number != 0 && number < row.number {
            let message = "rows of the sheet are out of order; open the workbook in a spreadsheet and save it again";
            return Err(Problem::of_row(number, message).into());
        }
        if number != row.number {
            if row.number != 0 && each(std::mem::take(&mut row))?.is_break() {
                return Ok(());
            }
            row = Row { number, ..Row::default() };
        }
        let value = text(cell.get_value());
        if value.is_empty() {
            continue;
        }
        let column = column as usize;
        if column >= MOST_COLUMNS * 4 {
            let message = format!(
                "there is a value in column {}; the most is {MOST_COLUMNS} columns",
                column + 1
            );
            return Err(Problem::of_row(number, message).into());
        }
        if value.len() > LONGEST_CELL {
            let message = format!("there is a cell of more than {LONGEST_CELL} bytes");
            return Err(Problem::of_row(number, message).into());
        }
        if row.cells.len() <= column {
            row.cells.resize(column + 1, String::new());
        }
        row.cells[column] = value;
    }
    if row.number != 0 {
        let _ended = each(row)?;
    }
    Ok(())
}

/// A cell as text: days as ISO 8601, numbers without an end that they do not have.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::String(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(value) => if *value { "TRUE" } else { "FALSE" }.to_owned(),
        DataRef::DateTime(moment) => of_moment(*moment),
        DataRef::DateTimeIso(text) => text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
        DataRef::Error(error) => format!("{error}"),
    }
}

fn of_moment(moment: ExcelDateTime) -> String {
    if moment.is_duration() {
        return moment.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if (hour, minute, second) == (0, 0, 0) {
        format!("{year:04}-{month:02}-{day:02}")
    } else {
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
    }
}

/// What people should know: other sheets, formulas, merged cells.
fn notes(book: &mut Book, sheet: &str, sheets: &[String], top: &Top) -> Result<Vec<String>> {
    let mut notes = Vec::new();
    if sheets.len() > 1 {
        notes.push(format!(
            "the workbook has {} sheets; '{}' is read; say another, if it is not the one",
            sheets.len(),
            super::short(sheet)
        ));
    }
    let merged = book.merge_cells_by_sheet_name(sheet).map_err(|error| wrong(&error))?;
    let first = merged.iter().find(|area| u64::from(area.end.0) + 1 >= top.header_row);
    if let Some(area) = first {
        notes.push(format!(
            "cells are merged, first in row {}; the value of merged cells counts for the first of them only, the \
             others are read as empty: take the merging away, if each row should have it",
            area.start.0 + 1
        ));
    }
    let mut formulas = 0_u64;
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|error| wrong(&error))?;
    while let Some(cell) = cells.next_formula().map_err(|error| wrong(&error))? {
        formulas += u64::from(!cell.get_value().is_empty());
    }
    if formulas > 0 {
        notes.push(format!(
            "{formulas} cells are formulas; they are not computed, the value that the workbook has of them is read"
        ));
    }
    Ok(notes)
}
