//! A report as PDF, set by typst, which is built in.
//!
//! [`lay`](lay::Lay) turns the document into [`paper`]: what stands where, with all links, numbers and
//! sizes found. `report.typ` sets that; it reads it as data, so that no text of a record is ever read as
//! markup. Typst sees nothing but these two and the fonts of the program ([`world`]). [`press`] sets the parts
//! of a report one after another and binds them.

mod blocks;
mod breaks;
mod glyphs;
mod lay;
mod paper;
mod press;
mod tables;
#[cfg(test)]
mod tests;
mod world;

use glyphs::{said, without_font};

use crate::casework::report::MadeReport;
use crate::domain::document::Document;
use crate::error::Result;
use crate::words::Words;

/// A report, with a warning of the characters that no font of the program has.
pub fn with_warning(mut report: MadeReport, language: Words) -> MadeReport {
    let missing = without_font(&report.document);
    if !missing.is_empty() {
        report.warnings.push(said(&missing, language));
    }
    report
}

/// The file. `base`: the address of the server that made the report, before its paths.
///
/// # Errors
/// None that a report can cause.
pub fn pdf(document: &Document, base: &str) -> Result<Vec<u8>> {
    press::print(&lay::Lay::of(document, base).paper(), document)
}
