//! Rows as XLSX: sheets of data, the codebook, and what to know before reading them. Rows wait in
//! temporary files, so that a workbook of any size takes little memory.

use std::borrow::Cow;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format as Look, Workbook, Worksheet, XlsxError,
};

use super::columns::{Titled, Type};
use super::write::{Cell, text_of};
use crate::casework::records::Filters;
use crate::domain::Timestamp;
use crate::error::{Error, NO_ROOM, Result};

/// Rows of a sheet, its header included.
pub const ROWS: u32 = 1_048_576;
/// The longest text of a cell, in UTF-16 units; the program counts so.
const LONGEST: usize = 32_767;
/// What stands where a text was cut.
const CUT: &str = " […]";
/// After so many rows it is asked whether anybody still waits.
const ASKED_AFTER: u32 = 1_000;

/// What a workbook says of itself.
#[derive(Debug, Clone)]
pub struct About {
    /// What one row is.
    pub unit: String,
    /// In words: which filters chose the rows.
    pub filters: Vec<String>,
    pub now: Timestamp,
}

impl About {
    /// Of the rows, each a `unit`, that `filters` chose.
    pub fn of(unit: String, filters: &Filters, now: Timestamp) -> Self {
        let filters = filters.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        Self { unit, filters, now }
    }
}

/// Writes rows to a workbook, which goes to `out` at the end.
#[expect(clippy::struct_field_names, reason = "a workbook is what it writes")]
pub struct Book<W: Write + Send> {
    out: W,
    book: Workbook,
    titles: Vec<Titled>,
    about: About,
    /// Rows of a sheet, the header included.
    most: u32,
    /// Rows of the sheet that is written to, the header included.
    at: u32,
    sheets: usize,
    rows: u64,
    cut: u64,
    looks: Looks,
}

struct Looks {
    head: Look,
    day: Look,
    moment: Look,
}

fn failed(error: XlsxError) -> Error {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => Error::internal(error),
        XlsxError::ZipError(error) => Error::internal(error),
        other => Error::internal(other),
    }
}

/// Does what writes rows to their temporary file: where that cannot be written, the writer of
/// workbooks panics.
fn caught<T>(work: impl FnOnce() -> std::result::Result<T, XlsxError>) -> Result<T> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(failed),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().map_or("", String::as_str);
            // It says what the system said as a program prints it.
            let is_full = NO_ROOM.iter().any(|kind| said.contains(&format!("{kind:?}")));
            Err(if is_full {
                Error::StorageFull
            } else {
                Error::internal(format!("a workbook cannot be written: {said}"))
            })
        }
    }
}

impl<W: Write + Send> Book<W> {
    /// `dir` is where rows wait; sheets have at most `most` rows, the header included.
    pub fn begin(out: W, titles: Vec<Titled>, about: About, dir: &Path, most: u32) -> Result<Self> {
        let mut book = Workbook::new();
        book.set_tempdir(dir).map_err(failed)?;
        let made = ExcelDateTime::from_timestamp(about.now.utc().timestamp()).map_err(failed)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let looks = Looks {
            head: Look::new().set_bold(),
            day: Look::new().set_num_format("yyyy-mm-dd"),
            moment: Look::new().set_num_format("yyyy-mm-dd hh:mm:ss"),
        };
        let mut book =
            Self { out, book, titles, about, most, at: 0, sheets: 0, rows: 0, cut: 0, looks };
        book.add_sheet()?;
        Ok(book)
    }

    /// Begins another sheet of data.
    fn add_sheet(&mut self) -> Result<()> {
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(failed)?;
        self.sheets += 1;
        let name =
            if self.sheets == 1 { "data".to_owned() } else { format!("data {}", self.sheets) };
        sheet.set_name(name).map_err(failed)?;
        sheet.set_freeze_panes(1, 0).map_err(failed)?;
        for (column, title) in (0_u16..).zip(&self.titles) {
            let width = match title.holds {
                Type::Timestamp => 19.0,
                Type::Integer | Type::Year | Type::Boolean | Type::Number | Type::Date => 12.0,
                _ => 22.0,
            };
            sheet.set_column_width(column, width).map_err(failed)?;
        }
        for (column, title) in (0_u16..).zip(&self.titles) {
            let name = title.name.as_ref();
            sheet.write_string_with_format(0, column, name, &self.looks.head).map_err(failed)?;
        }
        self.at = 1;
        Ok(())
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        if self.at >= self.most {
            self.add_sheet()?;
        }
        if self.at.is_multiple_of(ASKED_AFTER) {
            self.out.flush().map_err(Error::internal)?;
        }
        let Self { book, titles, at, sheets, looks, cut, .. } = self;
        caught(|| {
            let sheet = book.worksheet_from_index(*sheets - 1)?;
            for (column, (title, cell)) in (0_u16..).zip(titles.iter().zip(cells)) {
                write(sheet, (*at, column), title.holds, cell, looks, cut)?;
            }
            Ok(())
        })?;
        self.at += 1;
        self.rows += 1;
        Ok(())
    }

    pub fn finish(mut self) -> Result<()> {
        caught(|| self.write_codebook())?;
        caught(|| self.write_read_me())?;
        // A ZIP with parts past 4 GiB needs wider numbers, which not every reader takes.
        self.book.use_zip_large_file(self.rows > 500_000);
        caught(|| self.book.save_to_writer(&mut self.out))?;
        self.out.flush().map_err(Error::internal)
    }

    fn write_codebook(&mut self) -> std::result::Result<(), XlsxError> {
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name("codebook")?.set_freeze_panes(1, 0)?;
        sheet.set_column_width(0, 22)?.set_column_width(1, 12)?.set_column_width(2, 20)?;
        sheet.set_column_width(3, 90)?;
        for (column, name) in (0_u16..).zip(["column", "type", "vocabulary", "description"]) {
            sheet.write_string_with_format(0, column, name, &self.looks.head)?;
        }
        for (row, title) in (1_u32..).zip(&self.titles) {
            sheet.write_string(row, 0, title.name.as_ref())?;
            sheet.write_string(row, 1, title.holds.code())?;
            sheet.write_string(row, 2, title.holds.vocabulary().unwrap_or_default())?;
            sheet.write_string(row, 3, title.about.as_ref())?;
        }
        Ok(())
    }

    fn write_read_me(&mut self) -> std::result::Result<(), XlsxError> {
        let sheets = if self.sheets == 1 {
            "They are in the sheet data.".to_owned()
        } else {
            format!(
                "A sheet takes {} rows with its header, so they are in {} sheets: data to data {}.",
                self.most, self.sheets, self.sheets
            )
        };
        let mut lines = vec![
            format!("{} rows; one row is {}. {sheets}", self.rows, self.about.unit),
            format!("Made on {} from one moment of the database.", self.about.now),
        ];
        if self.about.filters.is_empty() {
            lines.push("No filter was used.".to_owned());
        } else {
            lines.push(format!("Filters: {}", self.about.filters.join("; ")));
        }
        lines.push("An empty cell means: not known. It is never 0.".to_owned());
        lines.push("Days and moments (UTC) are dates of the spreadsheet; those before 1900, which it does not have, are text. A column of type edtf has dates as they are known, as text.".to_owned());
        lines.push(
            "Texts are texts, also where they begin with =. Lists are joined by \"; \".".to_owned(),
        );
        lines.push(if self.cut == 0 {
            "No text was cut.".to_owned()
        } else {
            format!(
                "A cell takes {LONGEST} characters: {} longer texts were cut, and end with{CUT}. They are whole in CSV, JSON Lines and Parquet.",
                self.cut
            )
        });
        let sheet = self.book.add_worksheet_with_constant_memory()?;
        sheet.set_name("read me")?.set_column_width(0, 120)?;
        for (row, line) in (0_u32..).zip(&lines) {
            sheet.write_string(row, 0, line)?;
        }
        Ok(())
    }
}

/// Writes a value in its place, as what it is.
fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    holds: Type,
    cell: &Cell<'_>,
    looks: &Looks,
    cut: &mut u64,
) -> std::result::Result<(), XlsxError> {
    match (holds, cell) {
        (_, Cell::Empty) => {}
        #[expect(clippy::cast_precision_loss, reason = "a count, far below 2^53")]
        (_, Cell::Whole(number)) => drop(sheet.write_number(row, column, *number as f64)?),
        (_, Cell::Real(number)) => drop(sheet.write_number(row, column, *number)?),
        (_, Cell::Flag(flag)) => drop(sheet.write_boolean(row, column, *flag)?),
        (Type::Date | Type::Timestamp, Cell::Text(text)) => {
            let look = if holds == Type::Date { &looks.day } else { &looks.moment };
            match spreadsheet_date(text) {
                Some(date) => drop(sheet.write_datetime_with_format(row, column, &date, look)?),
                None => drop(sheet.write_string(row, column, text.as_ref())?),
            }
        }
        (_, other) => {
            let text = text_of(other);
            if !text.is_empty() {
                sheet.write_string(row, column, fitting(&text, cut))?;
            }
        }
    }
    Ok(())
}

/// A day or a moment as a spreadsheet has it; nothing for those that it does not have.
fn spreadsheet_date(text: &str) -> Option<ExcelDateTime> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<u16>().ok();
    let small = |range| number(range).and_then(|number| u8::try_from(number).ok());
    let year = number(0..4)?;
    if year < 1900 {
        return None;
    }
    let day = ExcelDateTime::from_ymd(year, small(5..7)?, small(8..10)?).ok()?;
    if text.len() == 10 {
        return Some(day);
    }
    let milliseconds = number(20..23).unwrap_or(0);
    let (hour, minute, second) = (number(11..13)?, small(14..16)?, small(17..19)?);
    day.and_hms_milli(hour, minute, second, milliseconds).ok()
}

/// As much of a text as a cell takes.
fn fitting<'t>(text: &'t str, cut: &mut u64) -> Cow<'t, str> {
    // A UTF-16 unit takes one byte of UTF-8 or more.
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text.into();
    }
    *cut += 1;
    let room = LONGEST - CUT.encode_utf16().count();
    let mut units = 0;
    let kept = text.char_indices().find(|(_, it)| {
        units += it.len_utf16();
        units > room
    });
    let end = kept.map_or(text.len(), |(at, _)| at);
    format!("{}{CUT}", &text[..end]).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_rows_than_a_sheet_takes_go_into_further_sheets() {
        let titles = vec![Titled { name: "a".into(), about: "text".into(), holds: Type::Text }];
        let now = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
        let about = About { unit: "a row".to_owned(), filters: Vec::new(), now };
        let mut bytes = Vec::new();
        let dir = std::env::temp_dir();
        let mut book = Book::begin(&mut bytes, titles, about, &dir, 3).unwrap();
        for text in ["one", "two", "three", "=4", "five"] {
            book.row(&[text.into()]).unwrap();
        }
        book.finish().unwrap();
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
        let mut part = |path: &str| {
            let mut text = String::new();
            std::io::Read::read_to_string(&mut zip.by_name(path).unwrap(), &mut text).unwrap();
            text
        };
        let names = part("xl/workbook.xml");
        for name in ["\"data\"", "\"data 2\"", "\"data 3\"", "\"codebook\"", "\"read me\""] {
            assert!(names.contains(name), "{name}");
        }
        let second = part("xl/worksheets/sheet2.xml");
        assert!(second.contains("three") && second.contains("=4") && !second.contains("<f>"));
        assert!(part("xl/worksheets/sheet5.xml").contains("in 3 sheets"));
    }

    #[test]
    fn a_full_disk_is_said() {
        let now = Timestamp::parse("2026-03-01T12:00:00Z").unwrap();
        let about = About { unit: "a row".to_owned(), filters: Vec::new(), now };
        let titles = vec![Titled { name: "a".into(), about: "text".into(), holds: Type::Text }];
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut book = Book::begin(full, titles, about, &std::env::temp_dir(), ROWS).unwrap();
        book.row(&["one".into()]).unwrap();
        assert!(matches!(book.finish(), Err(Error::StorageFull)));
        // A temporary file that cannot grow.
        let full = std::io::Error::from_raw_os_error(28);
        let tried = caught::<()>(|| panic!("Couldn't write to xml file: {full:?}"));
        assert!(matches!(tried, Err(Error::StorageFull)), "{tried:?}");
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let mut cut = 0;
        assert_eq!(fitting(&"a".repeat(LONGEST), &mut cut).len(), LONGEST);
        assert_eq!(cut, 0);
        let long = "𐎀".repeat(20_000);
        let kept = fitting(&long, &mut cut);
        assert!(kept.ends_with(CUT) && kept.encode_utf16().count() <= LONGEST);
        assert_eq!(cut, 1);
    }

    #[test]
    fn dates_that_a_spreadsheet_does_not_have_stay_text() {
        assert!(spreadsheet_date("1899-12-31").is_none());
        assert!((spreadsheet_date("1900-01-01").unwrap().to_excel() - 1.0).abs() < 1e-9);
        assert!(spreadsheet_date("2017-11-16T12:30:00.250000Z").is_some());
    }
}
