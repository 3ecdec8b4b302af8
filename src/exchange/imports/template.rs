//! The plain template, for people to fill in: as CSV, and as a workbook with lists to choose from.

use rust_xlsxwriter::{DataValidation, Format, Note, Workbook, XlsxError};

use super::ImportKind;
use super::fields::{self, Holds};
use crate::domain::Country;
use crate::error::{Error, Result};
use crate::store::vocabulary::{EVENT_TYPE, Vocabulary};

/// Rows of the workbook that have lists to choose from.
const ROWS: u32 = 5_000;

/// The header alone.
pub fn csv(kind: ImportKind) -> String {
    let names: Vec<&str> = fields::of(kind).map(|field| field.name).collect();
    names.join(",") + "\n"
}

/// A workbook: a sheet to fill in, what its columns hold, and the words to choose from.
///
/// # Errors
/// [`Error::Internal`] if it cannot be written.
pub fn xlsx(kind: ImportKind, vocabulary: &Vocabulary) -> Result<Vec<u8>> {
    workbook(kind, vocabulary).map_err(Error::internal)
}

fn workbook(kind: ImportKind, vocabulary: &Vocabulary) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let head = Format::new().set_bold();
    let as_text = Format::new().set_num_format("@");
    let mut lists: Vec<(String, Vec<String>)> = Vec::new();
    let sheet = book.add_worksheet().set_name("data")?;
    sheet.set_freeze_panes(1, 0)?;
    for (field, column) in fields::of(kind).zip(0_u16..) {
        sheet.write_string_with_format(0, column, field.name, &head)?;
        if !field.about.is_empty() {
            sheet.insert_note(0, column, &Note::new(field.about).add_author_prefix(false))?;
        }
        sheet.set_column_width(column, 18)?;
        // A day that is typed stays as it was typed.
        if matches!(field.holds, Holds::Date | Holds::DateEnd | Holds::Text | Holds::Key) {
            sheet.set_column_format(column, &as_text)?;
        }
        let choices: Vec<String> = match field.holds {
            Holds::EventType => {
                vocabulary.terms_of(EVENT_TYPE).map(|term| term.code.clone()).collect()
            }
            Holds::Country => Country::all().iter().map(|it| it.as_str().to_owned()).collect(),
            Holds::Code(codes) if field.name != "hrd_groups" => {
                codes().into_iter().map(str::to_owned).collect()
            }
            Holds::Kinds => {
                crate::domain::ActorKind::ALL.iter().map(|it| it.code().to_owned()).collect()
            }
            _ => continue,
        };
        let at = u16::try_from(lists.len()).unwrap_or(u16::MAX);
        let letter = rust_xlsxwriter::column_number_to_name(at);
        let range = format!("=lists!${letter}$2:${letter}${}", choices.len() + 1);
        let mut validation = DataValidation::new().allow_list_formula(range.as_str().into());
        if matches!(field.holds, Holds::Kinds) {
            // Several are typed with semicolons between them.
            validation =
                validation.set_error_style(rust_xlsxwriter::DataValidationErrorStyle::Information);
        }
        sheet.add_data_validation(1, column, ROWS, column, &validation)?;
        lists.push((field.name.to_owned(), choices));
    }
    let about = book.add_worksheet().set_name("columns")?;
    for (title, column) in ["column", "what it holds", "example"].into_iter().zip(0_u16..) {
        about.write_string_with_format(0, column, title, &head)?;
        about.set_column_width(column, if column == 1 { 70 } else { 24 })?;
    }
    for (field, row) in fields::of(kind).zip(1_u32..) {
        about.write_string(row, 0, field.name)?;
        about.write_string(row, 1, field.about)?;
        about.write_string(row, 2, field.example)?;
    }
    let words = book.add_worksheet().set_name("lists")?;
    for ((name, choices), column) in lists.iter().zip(0_u16..) {
        words.write_string_with_format(0, column, name, &head)?;
        for (choice, row) in choices.iter().zip(1_u32..) {
            words.write_string(row, column, choice)?;
        }
    }
    book.save_to_buffer()
}
