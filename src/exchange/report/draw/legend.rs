//! Rows of samples with what they mean.

use super::letters::{LINE, TEXT, cut, width};
use super::sheet::{Look, Sheet, WIDTH};

/// From a sample to its words, and from those to the next sample.
const GAPS: (f64, f64) = (6.0, 20.0);
/// The most that words take.
const WORDS: f64 = 300.0;

/// A sample: how wide and high it is, and how it is drawn around the middle of its left side.
pub struct Sample<'s> {
    pub size: (f64, f64),
    pub label: String,
    pub draw: Draw<'s>,
}

/// Draws a sample from the middle of its left side on.
pub type Draw<'s> = Box<dyn Fn(&mut Sheet, (f64, f64)) + 's>;

/// Samples side by side: each with its words and where it begins; how wide and high all of it is.
#[derive(Default)]
struct Row<'s> {
    samples: Vec<(&'s Sample<'s>, String, f64)>,
    width: f64,
    height: f64,
}

/// Draws samples in rows from a height on, from the side at which one begins to read. The height at
/// which they end.
pub fn rows(sheet: &mut Sheet, samples: &[Sample], top: f64) -> f64 {
    let mut rows: Vec<Row> = Vec::new();
    for sample in samples {
        let label = cut(&sample.label, WORDS);
        let wide = sample.size.0 + GAPS.0 + width(&label);
        let high = sample.size.1.max(LINE) + 3.0;
        if rows.last().is_none_or(|row| row.width + GAPS.1 + wide > WIDTH) {
            rows.push(Row::default());
        }
        if let Some(row) = rows.last_mut() {
            let from = if row.samples.is_empty() { 0.0 } else { row.width + GAPS.1 };
            row.samples.push((sample, label, from));
            (row.width, row.height) = (from + wide, row.height.max(high));
        }
    }
    let mut top = top;
    for row in rows {
        let middle = top + row.height / 2.0;
        for (sample, label, from) in row.samples {
            let wide = sample.size.0;
            let left = if sheet.tongue.is_rtl() { sheet.at(from) - wide } else { from };
            (sample.draw)(sheet, (left, middle));
            let look = Look::new(sheet.start());
            sheet.text((sheet.at(from + wide + GAPS.0), middle), &label, look);
        }
        top += row.height;
    }
    top
}

/// The sample of values that nobody has counted.
pub fn not_known(sheet: &Sheet) -> Sample<'static> {
    let mark = sheet.tongue.question();
    Sample {
        size: (TEXT, TEXT),
        label: sheet.tongue.not_known(),
        draw: Box::new(move |sheet, (x, y)| {
            sheet.rect((x, y - TEXT / 2.0), (TEXT, TEXT), UNKNOWN);
            let middle = Look::grey(super::sheet::Anchor::Middle);
            sheet.text((x + TEXT / 2.0, y), &mark, middle);
        }),
    }
}

/// The look of a place whose value nobody has counted.
pub const UNKNOWN: &str = "fill=\"#f0f0f0\" stroke=\"#8c8c8c\" stroke-dasharray=\"2 2\"";
