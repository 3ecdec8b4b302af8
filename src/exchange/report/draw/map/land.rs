//! The land under a map.

use super::super::sheet::{Sheet, WIDTH};
use super::frame::Frame;
use crate::domain::drawing::{cut_to, write_path};
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
    for points in placed(frame, outline) {
        let points = cut_to(points, (WIDTH, frame.height), 0.0);
        write_path(&points, if frame.degree() < FAR { GRID.0 } else { GRID.1 }, &mut path);
    }
    path
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
}
