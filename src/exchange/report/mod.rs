//! Reports as files: the same document as JSON, HTML, DOCX and PDF.
//!
//! `draw` makes the charts and maps; `shared` is what renderings have in common.

mod docx;
mod draw;
mod fonts;
pub mod html;
mod pdf;
mod recount;
mod shared;

pub use recount::{Recount, recount};

use serde_json::json;

use super::export::note;
use crate::casework::Office;
use crate::casework::report::{MadeReport, Wanted, report};
use crate::domain::codes::codes;
use crate::domain::document::{Block, Document};
use crate::domain::{Caller, Timestamp};
use crate::error::{Error, Result};
use crate::exchange::releases::frozen;
use crate::store::shelf::Shelf;

codes! {
    /// What a report is written as.
    ReportFormat {
        Json = "json",
        Html = "html",
        Pdf = "pdf",
        Docx = "docx",
    }
}

impl ReportFormat {
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Html => "text/html; charset=utf-8",
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

/// Makes a report in one snapshot: of the records as they are, or of a release.
///
/// # Errors
/// Those of [`report`] and of [`frozen::reported`].
fn read(
    office: &Office,
    shelf: &Shelf,
    caller: &Caller,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<MadeReport> {
    match &wanted.release {
        Some(version) => frozen::reported(office, shelf, caller, wanted, version),
        None => {
            office.database.snapshot(|db| report(db, &office.memory, caller, wanted, now, None))
        }
    }
}

/// Makes a report, and notes in the audit log that it was taken along. `shelf`: where releases are.
///
/// # Errors
/// Those of [`report`], and [`Error::Malformed`] for a release that it cannot be made of.
pub fn made(
    office: &Office,
    shelf: &Shelf,
    caller: &Caller,
    wanted: &Wanted,
    now: Timestamp,
) -> Result<MadeReport> {
    let report = read(office, shelf, caller, wanted, now)?;
    let report = pdf::with_warning(report, wanted.language);
    let detail = json!({
        "report": wanted.preset.code(),
        "audience": wanted.audience.code(),
        "release": wanted.release,
        "digest": report.document.made.digest,
    });
    let filters = wanted.events(&wanted.countries, wanted.period);
    let rows = rows_of(&report.document);
    note(office, caller, &filters, now, "exported", detail, Some(rows))?;
    Ok(report)
}

/// What a report's file is called when it is saved.
pub fn file_name(wanted: &Wanted, report: &MadeReport, format: ReportFormat) -> String {
    let mut name = format!("saksi-report-{}", wanted.preset.code().replace('_', "-"));
    for country in &wanted.countries {
        name.push('-');
        name.push_str(country.as_str());
    }
    format!("{name}-{}.{format}", report.document.made.at.format("%Y-%m-%d"))
}

/// The bytes of a report as a file. `base`: the address of the server that made it, before its paths;
/// empty where it has none.
pub fn rendered(report: &MadeReport, format: ReportFormat, base: &str) -> Result<Vec<u8>> {
    let document = &report.document;
    match format {
        ReportFormat::Json => serde_json::to_vec_pretty(report).map_err(Error::internal),
        ReportFormat::Html => html::html(document, base).map(String::into_bytes),
        ReportFormat::Docx => docx::docx(document, base, fonts::files()),
        ReportFormat::Pdf => pdf::pdf(document, base),
    }
}

/// How many rows its tables and lists have.
fn rows_of(document: &Document) -> u64 {
    let rows = |block: &Block| match block {
        Block::Table(table) => table.rows.len(),
        Block::Timeline { items } => items.len(),
        Block::List { items } => items.len(),
        _ => 0,
    };
    let all = document.sections.iter().flat_map(|section| section.blocks.iter());
    all.map(|block| rows(block) as u64).sum()
}

/// Every number of a document that was counted, with where it stands and the list that it counts.
pub fn numbers(document: &Document) -> Vec<(String, i64, Option<String>)> {
    let mut all = Vec::new();
    for section in &document.sections {
        for (at, block) in section.blocks.iter().enumerate() {
            let place = format!("{}/{at}", section.kind);
            block.each_text(|text| {
                for span in text {
                    if let Some(number) = span.number {
                        all.push((place.clone(), number, span.href.clone()));
                    }
                }
            });
            if let Block::Map(map) = block {
                all.extend(map.points.iter().map(|point| (place.clone(), point.count, None)));
            }
            if let Block::Chart(chart) = block {
                for series in &chart.series {
                    for (at, value) in series.values.iter().enumerate() {
                        let href = series.hrefs.get(at).cloned().flatten();
                        all.extend(value.map(|value| (place.clone(), value, href)));
                    }
                }
            }
        }
    }
    all
}
