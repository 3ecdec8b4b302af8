//! A report as a Word file that can be edited: styles, numbered headings, contents, tables, footnotes.
//!
//! It is written here and not by a crate: `docx-rs`, which is the one that is kept up, counts its ids for
//! the whole process, so that the same report never gives the same bytes twice, knows no runs that are
//! read from the right and no links in footnotes, and puts properties of paragraphs in an order that Word
//! does not take.

mod body;
mod front;
mod notes;
mod package;
mod part;
mod picture;
mod runs;
mod scripts;
mod sections;
mod tables;
#[cfg(test)]
mod tests;
mod xml;

use self::body::Body;
use self::runs::Setting;
use crate::domain::document::Document;
use crate::error::Result;

/// The file. `base`: the address of the server that made the report, before its paths; `fonts`: what
/// charts and maps are lettered with.
pub fn docx(document: &Document, base: &str, fonts: &[&[u8]]) -> Result<Vec<u8>> {
    let setting = Setting::of(document, base);
    let automatic = notes::count_themselves(&setting) && !tables::has_parted_table(document);
    let mut body = Body::new(&setting, automatic, fonts);
    body.front();
    body.sections()?;
    body.notes_without_marks();
    body.made();
    let notes = notes::footnotes(&setting, &body.noted, automatic);
    package::package(&setting, body.part, notes, &body.pictures)
}
