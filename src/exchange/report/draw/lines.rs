//! Several series over many spans of time, as lines that differ in dashes and marks.

use plotters::element::{Drawable, PointCollection};

use super::fill::Fill;
use super::legend::Sample;
use super::pen::{Drawn, Pen, units};
use super::scale::number;
use super::sheet::{GREY, Sheet};
use super::shown::Shown;

/// From one mark of a line to the next, at least.
const APART: f64 = 26.0;

/// A line without a gap.
pub struct Trail {
    points: Vec<(f64, i64)>,
    series: usize,
    /// Each how manyth point has a mark.
    every: usize,
}

/// What a line looks like.
pub fn sample(series: usize, label: String) -> Sample<'static> {
    Sample {
        size: (34.0, 14.0),
        label,
        draw: Box::new(move |sheet, (x, y)| {
            sheet.line((x, y), (x + 34.0, y), &look(series));
            mark(sheet, series, (x + 17.0, y));
        }),
    }
}

/// What stands in the place of a value that nobody has counted.
pub fn not_known(sheet: &Sheet) -> Sample<'static> {
    Sample {
        size: (10.0, 14.0),
        label: sheet.tongue.not_known(),
        draw: Box::new(|sheet, (x, y)| cross(sheet, (x + 5.0, y), GREY)),
    }
}

/// A value that nobody has counted.
pub struct Gap {
    point: [(f64, i64); 1],
    series: usize,
}

/// The gaps of a series.
pub fn gaps(shown: &Shown, series: usize) -> Vec<Gap> {
    let values = shown.series[series].values.iter().enumerate();
    let gaps = values.filter(|(_, value)| value.is_none());
    gaps.map(|(at, _)| Gap { point: [(number(at) + 0.5, 0)], series }).collect()
}

fn cross(sheet: &mut Sheet, (x, y): (f64, f64), ink: &str) {
    let look = format!("stroke=\"{ink}\" stroke-width=\"1.3\"");
    sheet.line((x - 2.5, y - 2.5), (x + 2.5, y + 2.5), &look);
    sheet.line((x - 2.5, y + 2.5), (x + 2.5, y - 2.5), &look);
}

/// The lines of a series: one more after each gap.
pub fn trails(shown: &Shown, series: usize, pitch: f64) -> Vec<Trail> {
    let mut every = 1;
    while number(every) * pitch < APART {
        every += 1;
    }
    let mut all: Vec<Trail> = Vec::new();
    let mut is_open = false;
    for (at, value) in shown.series[series].values.iter().enumerate() {
        let Some(value) = value else {
            is_open = false;
            continue;
        };
        let point = (number(at) + 0.5, (*value).max(0));
        match all.last_mut().filter(|_| is_open) {
            Some(trail) => trail.points.push(point),
            None => all.push(Trail { points: vec![point], series, every }),
        }
        is_open = true;
    }
    all
}

fn look(series: usize) -> String {
    let Fill { ink, dashes, .. } = Fill::of(series);
    let dashes =
        if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dashes}\"") };
    format!("fill=\"none\" stroke=\"{ink}\" stroke-width=\"1.8\" stroke-linejoin=\"round\"{dashes}")
}

/// A shape of its own for each series.
fn mark(sheet: &mut Sheet, series: usize, (x, y): (f64, f64)) {
    let ink = Fill::of(series).ink;
    let fill = if series.is_multiple_of(2) { ink } else { "#fff" };
    let look = format!("fill=\"{fill}\" stroke=\"{ink}\" stroke-width=\"1.4\"");
    let corners = |at: &[(f64, f64)]| at.iter().map(|it| (x + it.0, y + it.1)).collect::<Vec<_>>();
    match series % 6 {
        0 => sheet.circle((x, y), 3.0, &look),
        1 => sheet.rect((x - 3.0, y - 3.0), (6.0, 6.0), &look),
        2 => sheet.path(&corners(&[(0.0, -4.0), (4.0, 3.0), (-4.0, 3.0)]), true, &look),
        3 => sheet.circle((x, y), 3.2, &look),
        4 => {
            sheet.path(&corners(&[(0.0, -4.0), (4.0, 0.0), (0.0, 4.0), (-4.0, 0.0)]), true, &look);
        }
        _ => sheet.path(&corners(&[(0.0, 4.0), (4.0, -3.0), (-4.0, -3.0)]), true, &look),
    }
}

impl<'a> PointCollection<'a, (f64, i64)> for &'a Trail {
    type Point = &'a (f64, i64);
    type IntoIter = &'a Vec<(f64, i64)>;

    fn point_iter(self) -> Self::IntoIter {
        &self.points
    }
}

impl Drawable<Pen<'_, '_>> for Trail {
    fn draw<I: Iterator<Item = (i32, i32)>>(
        &self,
        at: I,
        pen: &mut Pen<'_, '_>,
        _: (u32, u32),
    ) -> Drawn {
        let points: Vec<(f64, f64)> = at.map(units).collect();
        if points.len() > 1 {
            pen.sheet.path(&points, false, &look(self.series));
        }
        // Shifted, so that the marks of two lines are seldom in one place.
        let first = (self.series * 2) % self.every.min(points.len().max(1));
        for point in points.iter().skip(first).step_by(self.every) {
            mark(pen.sheet, self.series, *point);
        }
        Ok(())
    }
}

impl<'a> PointCollection<'a, (f64, i64)> for &'a Gap {
    type Point = &'a (f64, i64);
    type IntoIter = &'a [(f64, i64); 1];

    fn point_iter(self) -> Self::IntoIter {
        &self.point
    }
}

impl Drawable<Pen<'_, '_>> for Gap {
    /// A cross above the base, those of several series one above the other.
    fn draw<I: Iterator<Item = (i32, i32)>>(
        &self,
        at: I,
        pen: &mut Pen<'_, '_>,
        _: (u32, u32),
    ) -> Drawn {
        for (x, y) in at.map(units) {
            let y = y - 6.0 - number(self.series) * 8.0;
            cross(pen.sheet, (x, y), Fill::of(self.series).ink);
        }
        Ok(())
    }
}
