//! Counts over time as columns.

use askama::Template;

use super::bars::part;
use super::{Chart, tenth};
use crate::domain::drawing::step;
use crate::error::{Error, Result};
use crate::pages::frame::Frame;

/// The drawing, in its own units.
const WIDTH: f64 = 480.0;
const HEIGHT: f64 = 200.0;
const AXIS: f64 = 40.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 24.0;
/// Numbers stand over the columns where there are no more than these.
const NUMBERED: usize = 14;
/// What a label under a column takes.
const LABEL: f64 = 36.0;

/// A span of time with its count.
pub struct Moment {
    /// `2017`, or a month.
    pub label: String,
    /// Nothing where it is not known, which is not zero: nobody counted.
    pub count: Option<i64>,
    /// What is counted, as a list, where there is one.
    pub path: Option<String>,
}

/// Counts over time, one span after another without gaps.
pub struct Columns {
    pub about: Chart,
    pub counts: Vec<Moment>,
}

#[derive(Template)]
#[template(path = "draw/columns.html")]
struct Drawing<'a> {
    f: &'a Frame,
    about: &'a Chart,
    counts: &'a [Moment],
    columns: Vec<Column>,
    ticks: Vec<Tick>,
    labels: Vec<(String, &'a str)>,
    axis_from: String,
    axis_to: String,
    base: f64,
    summary: String,
}

struct Column {
    x: String,
    y: String,
    width: String,
    height: String,
    middle: String,
    /// What stands over it.
    number: String,
    number_y: String,
    is_known: bool,
}

/// A line across, with its number.
struct Tick {
    y: String,
    text_y: String,
    number: String,
}

impl Columns {
    /// The figure: a drawing with its title, unit and table.
    ///
    /// # Errors
    /// [`Error::Internal`] if it cannot be written.
    pub fn draw(&self, f: &Frame) -> Result<String> {
        let is_rtl = f.language().direction == "rtl";
        let at = |x: f64| if is_rtl { WIDTH - x } else { x };
        let largest = self.counts.iter().filter_map(|it| it.count).max().unwrap_or(0);
        let step = step(largest);
        let top = (largest.max(1) + step - 1) / step * step;
        let plot = HEIGHT - TOP - BOTTOM;
        let height = |count: i64| plot * part(count, top);
        let base = HEIGHT - BOTTOM;
        let pitch =
            (WIDTH - AXIS) / f64::from(u32::try_from(self.counts.len().max(1)).unwrap_or(1));
        let wide = (pitch * 0.78).clamp(0.8, 46.0);
        let middles: Vec<f64> = (0_u32..)
            .take(self.counts.len())
            .map(|place| at(AXIS + (f64::from(place) + 0.5) * pitch))
            .collect();
        let columns = self.counts.iter().zip(&middles).map(|(it, middle)| {
            let tall = it.count.map_or(0.0, height);
            let is_numbered = self.counts.len() <= NUMBERED;
            Column {
                x: tenth(middle - wide / 2.0),
                y: tenth(base - tall),
                width: tenth(wide),
                height: tenth(tall),
                middle: tenth(*middle),
                number: match it.count {
                    Some(count) if is_numbered => f.number(count),
                    Some(_) => String::new(),
                    None => "?".to_owned(),
                },
                number_y: tenth(base - tall - 4.0),
                is_known: it.count.is_some(),
            }
        });
        let columns = columns.collect();
        // So many columns have a label as have room for it.
        let every = (LABEL / pitch).ceil().max(1.0);
        let labelled = self
            .counts
            .iter()
            .zip(&middles)
            .enumerate()
            .filter(|(place, _)| f64::from(u32::try_from(*place).unwrap_or(0)) % every < 0.5);
        let labels = labelled.map(|(_, (it, x))| (tenth(*x), it.label.as_str())).collect();
        let ticks = (0..=top / step).map(|it| {
            let y = base - height(it * step);
            Tick { y: tenth(y), text_y: tenth(y + 4.0), number: f.number(it * step) }
        });
        let most = self.counts.iter().filter(|it| it.count.is_some()).max_by_key(|it| it.count);
        let summary =
            most.map(|it| f.tvv("chart-most", &it.label, &f.number(it.count.unwrap_or_default())));
        let drawing = Drawing {
            f,
            about: &self.about,
            counts: &self.counts,
            columns,
            ticks: ticks.collect(),
            labels,
            axis_from: tenth(at(AXIS)),
            axis_to: tenth(at(WIDTH)),
            base,
            summary: summary.unwrap_or_default(),
        };
        drawing.render().map_err(Error::internal)
    }
}
