//! Counts over time: columns that stand on zero, and lines where several series would be too thin as
//! columns.

use plotters::coord::combinators::BindKeyPoints;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;

use super::fill::Fill;
use super::legend::{self, Sample, UNKNOWN};
use super::letters::{LINE, TEXT, cut, width};
use super::lines;
use super::pen::{Drawn, Pen, steps, units};
use super::scale::{number, ticks};
use super::sheet::{Anchor, Look, Sheet, WIDTH};
use super::shown::Shown;
use super::{axis, sheet};
use crate::domain::document::Chart;

/// How high the highest column may be.
const PLOT: f64 = 220.0;
/// More categories than these cannot be told apart.
const MOST: usize = 600;
/// More columns than these have no numbers above them.
const NUMBERED: usize = 24;
/// The widest column, and the thinnest of several that stand together.
const WIDEST: f64 = 46.0;
const THINNEST: f64 = 4.5;
/// What is free right of the last column.
const EDGE: f64 = 2.0;
/// What is free between the base and the labels below it.
const BELOW: f64 = 6.0;

/// Where everything is, in units.
pub struct Plan {
    /// What the numbers at the lines across take.
    axis: f64,
    /// From one category to the next.
    pub pitch: f64,
    /// What a column takes.
    column: f64,
    /// Of the top of the scale, and of the lower edge of the drawing.
    top: f64,
    height: f64,
    ticks: Vec<i64>,
    is_numbered: bool,
}

/// A chart as an SVG document.
pub fn draw(chart: &Chart, language: &str) -> String {
    let shown = Shown::of(chart, MOST);
    let mut sheet = Sheet::new(language);
    let tongue = sheet.tongue;
    let ticks = ticks(shown.largest());
    let tick_width = ticks.iter().map(|it| width(&tongue.number(*it)));
    let axis = tick_width.fold(0.0, f64::max) + 8.0;
    let pitch = (WIDTH - axis - EDGE) / number(shown.categories.len().max(1));
    let several = number(shown.series.len().max(1));
    let column = (pitch * 0.8 / several).min(WIDEST);
    let is_lines = shown.series.len() > 1 && column < THINNEST;
    let slot = if several > 1.0 { column } else { pitch };
    let is_numbered = shown.categories.len() * shown.series.len() <= NUMBERED
        && shown.widest(tongue) + 2.0 <= slot;

    let mut top = legend(&mut sheet, &shown, is_lines);
    let unit = cut(shown.unit, WIDTH);
    sheet.text((sheet.at(0.0), top + LINE / 2.0), &unit, Look::grey(sheet.start()));
    top += LINE + if is_numbered { TEXT + 5.0 } else { 6.0 };
    let base = top + PLOT;
    let labels = axis::labels(&shown.categories, pitch);
    let lines = number(labels.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0));
    let mut height = base + BELOW + lines * LINE;
    let plan = Plan { axis, pitch, column, top, height, ticks, is_numbered };
    let drawn = plan.plot(&mut sheet, &shown, is_lines);
    // A sheet takes everything; should plotters ever refuse, what is known stands in words.
    debug_assert!(drawn.is_ok(), "{:?}", drawn.err());

    let from_to = (sheet.at(axis), sheet.at(WIDTH - EDGE));
    sheet.line((from_to.0, base), (from_to.1, base), &format!("stroke=\"{}\"", sheet::INK));
    let is_thinned = labels.len() < shown.categories.len();
    for (at, lines) in labels {
        let middle = sheet.at(axis + (number(at) + 0.5) * pitch);
        if is_thinned {
            let look = format!("stroke=\"{}\"", sheet::INK);
            sheet.line((middle, base), (middle, base + 4.0), &look);
        }
        let half = lines.iter().map(|it| width(it)).fold(0.0, f64::max) / 2.0;
        let middle = middle.clamp(half.min(WIDTH / 2.0), (WIDTH - half).max(WIDTH / 2.0));
        for (line, text) in lines.iter().enumerate() {
            let y = base + BELOW + (number(line) + 0.5) * LINE;
            sheet.text((middle, y), text, Look::new(Anchor::Middle));
        }
    }
    if shown.hidden > 0 {
        let more = tongue.more(shown.hidden);
        sheet.text((sheet.at(WIDTH), height + LINE / 2.0), &more, Look::grey(sheet.end()));
        height += LINE;
    }
    sheet.finish(height + 2.0, &chart.title, &shown.about(tongue))
}

/// What the series are, where there are several, and what is not known; the height at which it ends.
fn legend(sheet: &mut Sheet, shown: &Shown, is_lines: bool) -> f64 {
    let mut samples: Vec<Sample> = Vec::new();
    if shown.series.len() > 1 {
        for (at, series) in shown.series.iter().enumerate() {
            let label = series.label.to_owned();
            samples.push(if is_lines { lines::sample(at, label) } else { sample(at, label) });
        }
    }
    if shown.has_gaps() {
        samples.push(if is_lines { lines::not_known(sheet) } else { legend::not_known(sheet) });
    }
    legend::rows(sheet, &samples, 0.0)
}

/// What the areas of a series look like.
pub fn sample(series: usize, label: String) -> Sample<'static> {
    Sample {
        size: (22.0, 14.0),
        label,
        draw: Box::new(move |sheet, (x, y)| {
            Fill::of(series).area(sheet, (x, y - 7.0), (22.0, 14.0));
        }),
    }
}

impl Plan {
    fn plot(
        &self,
        sheet: &mut Sheet,
        shown: &Shown,
        is_lines: bool,
    ) -> Result<(), DrawingAreaErrorKind<std::convert::Infallible>> {
        let (tongue, is_rtl) = (sheet.tongue, sheet.tongue.is_rtl());
        let all = number(shown.categories.len().max(1));
        let highest = self.ticks.last().copied().unwrap_or(1);
        let (across, side, edges) = if is_rtl {
            (all..0.0, LabelAreaPosition::Right, (EDGE, 0.0))
        } else {
            (0.0..all, LabelAreaPosition::Left, (0.0, EDGE))
        };
        let root = Pen::new(sheet, self.height).into_drawing_area();
        let mut chart = ChartBuilder::on(&root)
            .margin_top(steps(self.top))
            .margin_bottom(steps(self.height - self.top - PLOT))
            .margin_left(steps(edges.0))
            .margin_right(steps(edges.1))
            .set_label_area_size(side, steps(self.axis))
            .build_cartesian_2d(across, (0..highest).with_key_points(self.ticks.clone()))?;
        chart
            .configure_mesh()
            .disable_x_mesh()
            .x_labels(0)
            .disable_x_axis()
            .axis_style(TRANSPARENT)
            .bold_line_style(RGBColor(0xd9, 0xd9, 0xd9).stroke_width(8))
            .light_line_style(TRANSPARENT)
            .set_all_tick_mark_size(20)
            .y_label_formatter(&|at| tongue.number(*at))
            .draw()?;
        if is_lines {
            for at in 0..shown.series.len() {
                chart.draw_series(lines::trails(shown, at, self.pitch))?;
                chart.draw_series(lines::gaps(shown, at))?;
            }
        } else {
            chart.draw_series(self.columns(shown, tongue, highest))?;
        }
        root.present()
    }

    /// The columns, in the order of time.
    fn columns(&self, shown: &Shown, tongue: super::words::Tongue, highest: i64) -> Vec<Column> {
        let wide = self.column / self.pitch;
        let several = number(shown.series.len());
        let mut all: Vec<Column> = Vec::new();
        for category in 0..shown.categories.len() {
            for (series, line) in shown.series.iter().enumerate() {
                let from = number(category) + 0.5 + (number(series) - several / 2.0) * wide;
                let about = shown.value(tongue, series, category);
                let Some(value) = line.values[category] else {
                    let is_alone = shown.series.len() == 1;
                    // Spans that follow one another are one.
                    let gap = all.last_mut().filter(|it| it.value.is_none() && is_alone);
                    if let Some(before) = gap {
                        before.corners[1].0 = number(category) + 1.0;
                    } else {
                        let slot = (number(category), number(category) + 1.0);
                        let slot = if is_alone { slot } else { (from, from + wide) };
                        all.push(Column::unknown(slot, highest, about));
                    }
                    continue;
                };
                all.push(Column {
                    corners: [(from, value.clamp(0, highest)), (from + wide, 0)],
                    fill: Fill::of(series),
                    value: Some(value),
                    number: self.is_numbered.then(|| tongue.number(value)),
                    about,
                });
            }
        }
        all
    }
}

/// A value as an area.
struct Column {
    /// Where it begins at its top, and ends at its base.
    corners: [(f64, i64); 2],
    fill: Fill,
    value: Option<i64>,
    /// What stands above it.
    number: Option<String>,
    about: String,
}

impl Column {
    fn unknown((from, to): (f64, f64), highest: i64, about: String) -> Self {
        let corners = [(from, highest), (to, 0)];
        Self { corners, fill: Fill::of(0), value: None, number: None, about }
    }
}

impl<'a> PointCollection<'a, (f64, i64)> for &'a Column {
    type Point = &'a (f64, i64);
    type IntoIter = &'a [(f64, i64); 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.corners
    }
}

impl Drawable<Pen<'_, '_>> for Column {
    fn draw<I: Iterator<Item = (i32, i32)>>(
        &self,
        mut at: I,
        pen: &mut Pen<'_, '_>,
        _: (u32, u32),
    ) -> Drawn {
        let (Some(one), Some(other)) = (at.next().map(units), at.next().map(units)) else {
            return Ok(());
        };
        let (left, right, base) = (one.0.min(other.0), one.0.max(other.0), other.1);
        let middle = f64::midpoint(left, right);
        pen.sheet.group(&self.about, |sheet| match self.value {
            None => {
                let inset = if right - left > 4.0 { 1.0 } else { 0.0 };
                let size = (right - left - 2.0 * inset, base - one.1 - 1.0);
                sheet.rect((left + inset, one.1), size, UNKNOWN);
                if right - left >= 8.0 {
                    let mark = sheet.tongue.question();
                    sheet.text((middle, base - 11.0), &mark, Look::grey(Anchor::Middle));
                }
            }
            Some(value) => {
                // What is more than nothing is seen.
                let high = if value > 0 { (base - one.1).max(1.0) } else { 0.0 };
                if value > 0 {
                    self.fill.area(sheet, (left, base - high), (right - left, high));
                }
                if let Some(number) = &self.number {
                    sheet.text((middle, base - high - 9.0), number, Look::new(Anchor::Middle));
                }
            }
        });
        Ok(())
    }
}
