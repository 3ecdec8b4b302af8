//! Counts by category as bars that lie, the label before each and its number behind it.

use std::convert::Infallible;

use plotters::coord::combinators::BindKeyPoints;
use plotters::element::{Drawable, PointCollection};
use plotters::prelude::*;

use super::columns::sample;
use super::fill::Fill;
use super::legend::{self, UNKNOWN};
use super::letters::{LINE, TEXT, cut, lines, width};
use super::pen::{Drawn, Pen, steps, units};
use super::scale::{amount, number};
use super::sheet::{self, Anchor, Look, Sheet, WIDTH};
use super::shown::Shown;
use crate::domain::document::Chart;

/// What labels take at most, with what is free behind them.
const LABELS: f64 = WIDTH * 0.38;
const GAP: f64 = 10.0;
/// How thick a bar is: alone, and among several of one category.
const ALONE: f64 = 15.0;
const AMONG: f64 = 13.0;
/// Between two categories.
const APART: f64 = 8.0;
/// How high all of it is at most, so that it fits on a page.
const HIGHEST: f64 = 860.0;

/// A category, with the lines of its label and the height at which it stands.
struct Row {
    label: Vec<String>,
    top: f64,
    height: f64,
}

/// A chart as an SVG document.
pub fn draw(chart: &Chart, language: &str) -> String {
    let mut shown = Shown::of(chart, 200);
    let mut sheet = Sheet::new(language);
    let tongue = sheet.tongue;
    let thick = if shown.series.len() > 1 { AMONG } else { ALONE };

    let mut samples: Vec<legend::Sample> = Vec::new();
    if shown.series.len() > 1 {
        let label = |(at, it): (usize, &super::shown::Line)| sample(at, it.label.to_owned());
        samples.extend(shown.series.iter().enumerate().map(label));
    }
    if shown.has_gaps() {
        samples.push(legend::not_known(&sheet));
    }
    let top = legend::rows(&mut sheet, &samples, 0.0) + LINE + 4.0;

    let rows = rows(&shown, thick * number(shown.series.len().max(1)), HIGHEST - top);
    shown.keep(rows.len());
    let high = rows.last().map_or(0.0, |it| it.top + it.height);
    let widest = rows.iter().flat_map(|it| &it.label).map(|it| width(it)).fold(0.0, f64::max);
    let base = (widest + GAP).min(LABELS);
    let unit = cut(shown.unit, WIDTH - base);
    sheet.text((sheet.at(base), top - 4.0 - LINE / 2.0), &unit, Look::grey(sheet.start()));

    let mut height = top + high;
    let edge = shown.widest(tongue).max(TEXT) + 8.0;
    let bars = bars(&shown, &rows, thick, sheet.tongue);
    let drawn = plot(&mut sheet, (base, edge), (top, high), amount(shown.largest().max(1)), bars);
    // A sheet takes everything; should plotters ever refuse, what is known stands in words.
    debug_assert!(drawn.is_ok(), "{:?}", drawn.err());
    for row in &rows {
        let from = top + row.top + (row.height - number(row.label.len()) * LINE) / 2.0;
        for (line, text) in row.label.iter().enumerate() {
            let y = from + (number(line) + 0.5) * LINE;
            sheet.text((sheet.at(base - GAP), y), text, Look::new(sheet.end()));
        }
    }
    let ink = format!("stroke=\"{}\"", sheet::INK);
    sheet.line((sheet.at(base), top), (sheet.at(base), height), &ink);
    if shown.hidden > 0 {
        let more = tongue.more(shown.hidden);
        let at = (sheet.at(base - GAP), height + LINE / 2.0 + 2.0);
        sheet.text(at, &more, Look::grey(sheet.end()));
        height += LINE + 4.0;
    }
    sheet.finish(height + 2.0, &chart.title, &shown.about(tongue))
}

/// As many categories as fit, at least one.
fn rows(shown: &Shown, bars: f64, room: f64) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    let mut top = 0.0;
    for category in &shown.categories {
        let label = lines(category, LABELS - GAP, 2);
        let height = (number(label.len()) * LINE).max(bars) + APART;
        if top + height > room && !all.is_empty() {
            break;
        }
        all.push(Row { label, top, height });
        top += height;
    }
    all
}

fn bars(shown: &Shown, rows: &[Row], thick: f64, tongue: super::words::Tongue) -> Vec<Bar> {
    let all = rows.iter().enumerate().flat_map(|(category, row)| {
        let from = row.top + (row.height - thick * number(shown.series.len())) / 2.0;
        shown.series.iter().enumerate().map(move |(series, line)| {
            let top = from + thick * number(series);
            let value = line.values[category];
            Bar {
                corners: [(0.0, top), (amount(value.unwrap_or(0)), top + thick)],
                fill: Fill::of(series),
                value,
                number: value.map(|it| tongue.number(it)),
                about: shown.value(tongue, series, category),
            }
        })
    });
    all.collect()
}

/// Draws the bars between the labels and an edge that is left for numbers, from a height on.
fn plot(
    sheet: &mut Sheet,
    (base, edge): (f64, f64),
    (top, high): (f64, f64),
    largest: f64,
    bars: Vec<Bar>,
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let high = high.max(1.0);
    let (along, left, right) =
        if sheet.tongue.is_rtl() { (largest..0.0, edge, base) } else { (0.0..largest, base, edge) };
    let root = Pen::new(sheet, top + high).into_drawing_area();
    let mut chart = ChartBuilder::on(&root)
        .margin_top(steps(top))
        .margin_left(steps(left))
        .margin_right(steps(right))
        .build_cartesian_2d(
            along.with_key_points(Vec::new()),
            (high..0.0).with_key_points(Vec::new()),
        )?;
    chart.draw_series(bars)?;
    root.present()
}

/// A value as an area.
struct Bar {
    /// Where it begins, and where it ends.
    corners: [(f64, f64); 2],
    fill: Fill,
    value: Option<i64>,
    number: Option<String>,
    about: String,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a Bar {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64); 2];

    fn point_iter(self) -> Self::IntoIter {
        &self.corners
    }
}

impl Drawable<Pen<'_, '_>> for Bar {
    fn draw<I: Iterator<Item = (i32, i32)>>(
        &self,
        mut at: I,
        pen: &mut Pen<'_, '_>,
        _: (u32, u32),
    ) -> Drawn {
        let (Some(from), Some(to)) = (at.next().map(units), at.next().map(units)) else {
            return Ok(());
        };
        let middle = f64::midpoint(from.1, to.1);
        let forward = if pen.sheet.tongue.is_rtl() { -1.0 } else { 1.0 };
        pen.sheet.group(&self.about, |sheet| {
            let Some(value) = self.value else {
                let left = if forward < 0.0 { from.0 - TEXT - 2.0 } else { from.0 + 2.0 };
                sheet.rect((left, middle - 6.0), (TEXT, 12.0), UNKNOWN);
                let mark = sheet.tongue.question();
                let at = (left + TEXT / 2.0, middle);
                sheet.text(at, &mark, Look::grey(Anchor::Middle));
                return;
            };
            // What is more than nothing is seen.
            let long = if value > 0 { (to.0 - from.0).abs().max(1.0) } else { 0.0 };
            let end = from.0 + forward * long;
            if value > 0 {
                let size = (long, (to.1 - from.1).abs() - 1.0);
                self.fill.area(sheet, (from.0.min(end), from.1.min(to.1) + 0.5), size);
            }
            if let Some(number) = &self.number {
                sheet.text((end + forward * 5.0, middle), number, Look::new(sheet.start()));
            }
        });
        Ok(())
    }
}
