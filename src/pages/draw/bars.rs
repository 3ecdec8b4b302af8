//! Counts by code as horizontal bars, the label above each so that it fits on a phone.

use askama::Template;

use super::{Chart, lines, tenth};
use crate::error::{Error, Result};
use crate::pages::frame::Frame;

/// The drawing, in its own units.
const WIDTH: f64 = 360.0;
/// What stands beside the longest bar: its number.
const NUMBER: f64 = 64.0;
const PITCH: f64 = 36.0;
/// More bars than these stand in the table alone.
const MOST: usize = 15;

/// A count with what is counted.
pub struct Labelled {
    pub label: String,
    pub count: i64,
    /// What is counted, as a list, where there is one.
    pub path: Option<String>,
}

/// Counts by code. They need not add up to the total: categories may overlap.
pub struct Bars {
    pub about: Chart,
    /// In the order in which they are shown; the largest first, unless codes have an order.
    pub counts: Vec<Labelled>,
}

#[derive(Template)]
#[template(path = "draw/bars.html")]
struct Drawing<'a> {
    f: &'a Frame,
    about: &'a Chart,
    counts: &'a [Labelled],
    height: f64,
    bars: Vec<Bar>,
    /// How many stand in the table alone.
    hidden: usize,
    summary: String,
}

struct Bar {
    label: String,
    label_x: String,
    label_y: f64,
    x: String,
    y: f64,
    width: String,
    number: String,
    number_x: String,
    number_y: f64,
}

impl Bars {
    /// The figure: a drawing with its title, unit and table.
    ///
    /// # Errors
    /// [`Error::Internal`] if it cannot be written.
    pub fn draw(&self, f: &Frame) -> Result<String> {
        let is_rtl = f.language().direction == "rtl";
        let at = |x: f64| tenth(if is_rtl { WIDTH - x } else { x });
        let largest = self.counts.iter().map(|it| it.count).max().unwrap_or(0).max(1);
        let mut top = 0.0;
        let bars: Vec<Bar> = self
            .counts
            .iter()
            .take(MOST)
            .map(|it| {
                let long = (WIDTH - NUMBER) * part(it.count, largest);
                let bar = Bar {
                    label: lines(&it.label, WIDTH, 13.0, 1).concat(),
                    label_x: at(0.0),
                    label_y: top + 13.0,
                    x: tenth(if is_rtl { WIDTH - long } else { 0.0 }),
                    y: top + 18.0,
                    width: tenth(long),
                    number: f.number(it.count),
                    number_x: at(long + 6.0),
                    number_y: top + 28.5,
                };
                top += PITCH;
                bar
            })
            .collect();
        let first = self.counts.iter().max_by_key(|it| it.count);
        let summary = first.map(|it| f.tvv("chart-most", &it.label, &f.number(it.count)));
        let drawing = Drawing {
            f,
            about: &self.about,
            counts: &self.counts,
            height: top.max(1.0),
            hidden: self.counts.len().saturating_sub(bars.len()),
            bars,
            summary: summary.unwrap_or_default(),
        };
        drawing.render().map_err(Error::internal)
    }
}

/// Which part of a whole a count is.
pub(super) fn part(count: i64, whole: i64) -> f64 {
    let number = |it: i64| f64::from(i32::try_from(it.max(0)).unwrap_or(i32::MAX));
    number(count) / number(whole).max(1.0)
}
