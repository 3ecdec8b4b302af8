//! The land under a map.

use std::fmt::Write;

use super::super::sheet::{Sheet, WIDTH};
use super::frame::Frame;
use crate::domain::outlines::{Outline, fine};

/// Land of the country, and of others, with their borders.
const OWN: &str = "fill=\"#e4dfd3\" stroke=\"#6b665c\" stroke-width=\"0.8\"";
const OTHER: &str = "fill=\"#f6f4ef\" stroke=\"#c4beb2\" stroke-width=\"0.6\"";
const RULE: &str = "fill-rule=\"evenodd\" stroke-linejoin=\"round\"";
/// Lines go from one corner of a grid to another, so that two countries meet on the same. How many
/// there are in a unit: fewer where a degree takes less than so many units, as there are more lines.
const GRID: (f64, f64) = (1.0, 2.0);
const FAR: f64 = 25.0;
/// An island that is smaller is drawn as a dot, in units.
const DOT: f64 = 2.4;

/// Draws the land: a country over its neighbours.
pub fn draw(sheet: &mut Sheet, frame: &Frame, country: &str) {
    for outline in fine().all.iter().filter(|it| it.code != country) {
        sheet.drawn(&shape(frame, outline), &format!("{OTHER} {RULE}"));
    }
    for outline in fine().of(country) {
        sheet.drawn(&shape(frame, outline), &format!("{OWN} {RULE}"));
        for middle in dots(frame, outline) {
            sheet.circle(middle, DOT / 2.0, "fill=\"#6b665c\"");
        }
    }
}

/// The rings of an outline that are on the map, in units.
fn placed(frame: &Frame, outline: &Outline) -> Vec<Vec<(f64, f64)>> {
    let mut all = Vec::new();
    for ring in &outline.rings {
        for turn in frame.turns(ring) {
            let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
            let put = |(x, y): &(i32, i32)| frame.put(degrees(*y), degrees(*x) + turn);
            all.push(ring.points.iter().map(put).collect());
        }
    }
    all
}

/// The middles of islands that are too small to be drawn.
fn dots(frame: &Frame, outline: &Outline) -> Vec<(f64, f64)> {
    let middle = |points: &Vec<(f64, f64)>| {
        let sides = |of: fn(&(f64, f64)) -> f64| {
            let all = points.iter().map(of);
            (all.clone().fold(f64::INFINITY, f64::min), all.fold(f64::NEG_INFINITY, f64::max))
        };
        let ((left, right), (top, bottom)) = (sides(|it| it.0), sides(|it| it.1));
        let is_small = right - left < DOT && bottom - top < DOT;
        let at = (f64::midpoint(left, right), f64::midpoint(top, bottom));
        let is_on = (0.0..=WIDTH).contains(&at.0) && (0.0..=frame.height).contains(&at.1);
        (is_small && is_on).then_some(at)
    };
    placed(frame, outline).iter().filter_map(middle).collect()
}

/// The commands of a path around an outline; nothing where it is not on the map.
fn shape(frame: &Frame, outline: &Outline) -> String {
    let mut path = String::new();
    for mut points in placed(frame, outline) {
        for edge in [Edge::Left, Edge::Right(WIDTH), Edge::Top, Edge::Bottom(frame.height)] {
            points = cut(&points, edge);
        }
        write(&points, if frame.degree() < FAR { GRID.0 } else { GRID.1 }, &mut path);
    }
    path
}

/// A side of the map.
#[derive(Clone, Copy)]
enum Edge {
    Left,
    Right(f64),
    Top,
    Bottom(f64),
}

impl Edge {
    /// How far a point is within.
    fn depth(self, (x, y): (f64, f64)) -> f64 {
        match self {
            Self::Left => x,
            Self::Right(width) => width - x,
            Self::Top => y,
            Self::Bottom(height) => height - y,
        }
    }
}

/// A closed line without what lies beyond an edge.
fn cut(points: &[(f64, f64)], edge: Edge) -> Vec<(f64, f64)> {
    let mut kept = Vec::with_capacity(points.len());
    let Some(mut before) = points.last().copied() else { return kept };
    for point in points.iter().copied() {
        let (from, to) = (edge.depth(before), edge.depth(point));
        if (from < 0.0) != (to < 0.0) {
            let part = from / (from - to);
            let (across, down) = (point.0 - before.0, point.1 - before.1);
            kept.push((before.0 + across * part, before.1 + down * part));
        }
        if to >= 0.0 {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// Writes a closed line, without points that nobody could tell from the one before.
fn write(points: &[(f64, f64)], grid: f64, path: &mut String) {
    #[expect(clippy::cast_possible_truncation, reason = "points lie on the map")]
    let step = |(x, y): (f64, f64)| ((x * grid).round() as i32, (y * grid).round() as i32);
    let mut steps: Vec<(i32, i32)> = points.iter().copied().map(step).collect();
    steps.dedup();
    if steps.len() < 3 {
        return;
    }
    let number = |steps: i32| f64::from(steps) / grid;
    let (mut x, mut y) = steps[0];
    // Writing to a String cannot fail.
    let _ = write!(path, "M{} {}l", number(x), number(y));
    for (at, (right, down)) in steps[1..].iter().copied().enumerate() {
        let space = |difference: i32, is_first: bool| {
            if difference < 0 || is_first { "" } else { " " }
        };
        let (across, along) = (right - x, down - y);
        let _ = write!(path, "{}{}", space(across, at == 0), number(across));
        let _ = write!(path, "{}{}", space(along, false), number(along));
        (x, y) = (right, down);
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn land_is_drawn_in_little() {
        for (code, most) in [("KHM", 40_000), ("RUS", 90_000), ("IDN", 40_000), ("NRU", 3_000)] {
            let frame = Frame::of(code, [].iter()).unwrap();
            let mut sheet = Sheet::new("en");
            draw(&mut sheet, &frame, code);
            let svg = sheet.finish(frame.height, "", "");
            assert!(svg.len() < most, "{code} {}", svg.len());
            assert!(svg.contains("#e4dfd3") || svg.contains("<circle"), "{code}");
        }
    }

    #[test]
    fn lines_end_at_the_edge() {
        let square = [(-100.0, 10.0), (100.0, 10.0), (100.0, 20.0), (-100.0, 20.0)];
        let kept = cut(&square, Edge::Left);
        assert_eq!(kept, [(0.0, 10.0), (100.0, 10.0), (100.0, 20.0), (0.0, 20.0)]);
        assert!(cut(&[(-100.0, 0.0), (-90.0, 0.0)], Edge::Left).is_empty());
        assert!(cut(&[], Edge::Top).is_empty());
    }
}
