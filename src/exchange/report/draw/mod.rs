//! Charts and maps of reports, as SVG that stands alone: in a page, in a PDF, and as a picture.
//!
//! Axes, scales and where values stand come from `plotters`, which draws through [`pen`] on a
//! [`sheet`]. A drawing is the same for the same data, byte by byte; it has no ids, no styles and no
//! scripts, says nothing by colour alone, and is readable in black and white. What it measures is
//! in units of which 680 are as wide as a page's text (170 mm), so that 13 of them are 9 points.
//! Who gives a drawing to `usvg` (as typst does) gives it to [`outlined`] first; [`png`] does.
//! Titles are not drawn, since the text around says them, but are in `<title>`.

mod axis;
mod bars;
mod columns;
mod fill;
mod legend;
mod letters;
mod lines;
mod map;
mod outline;
mod pen;
mod picture;
mod scale;
mod sheet;
mod shown;
mod words;

pub use letters::text_width;
pub use map::map;
pub use outline::outlined;
pub use picture::png;

use crate::domain::document::{Chart, ChartKind};

/// A chart as an SVG document. Without a value it has a frame alone: leave such charts out.
///
/// `language` is BCP 47, and says how numbers are written and from which side one reads.
pub fn chart(chart: &Chart, language: &str) -> String {
    match chart.kind {
        ChartKind::Columns => columns::draw(chart, language),
        ChartKind::Bars => bars::draw(chart, language),
    }
}

#[cfg(test)]
mod tests;
