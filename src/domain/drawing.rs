//! What pictures have in common, whoever draws them: outlines cut to a frame and written as paths, and
//! the round numbers of a scale.

use std::fmt::Write;

/// A point in a picture: across, down.
pub type Point = (f64, f64);

/// A side of a frame, at a place across or down.
#[derive(Clone, Copy)]
enum Edge {
    Left(f64),
    Right(f64),
    Top(f64),
    Bottom(f64),
}

impl Edge {
    /// How far a point is within.
    fn depth(self, (x, y): Point) -> f64 {
        match self {
            Self::Left(at) => x - at,
            Self::Right(at) => at - x,
            Self::Top(at) => y - at,
            Self::Bottom(at) => at - y,
        }
    }
}

/// A closed line without what lies beyond an edge (Sutherland and Hodgman 1974).
fn cut(points: &[Point], edge: Edge) -> Vec<Point> {
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

/// A closed line without what lies farther than `margin` beyond a picture of a width and height.
pub fn cut_to(mut points: Vec<Point>, (width, height): (f64, f64), margin: f64) -> Vec<Point> {
    for edge in [
        Edge::Left(-margin),
        Edge::Right(width + margin),
        Edge::Top(-margin),
        Edge::Bottom(height + margin),
    ] {
        points = cut(&points, edge);
    }
    points
}

/// Writes a closed line as commands of an SVG path, without points that nobody could tell from the one
/// before. `fine`: how many steps a unit has. What is less than a point is left out.
pub fn write_path(points: &[Point], fine: f64, path: &mut String) {
    #[expect(clippy::cast_possible_truncation, reason = "points lie in the picture")]
    let step = |(x, y): Point| ((x * fine).round() as i32, (y * fine).round() as i32);
    let mut steps: Vec<(i32, i32)> = points.iter().copied().map(step).collect();
    steps.dedup();
    if steps.len() < 3 {
        return;
    }
    let number = |steps: i32| f64::from(steps) / fine;
    let (mut x, mut y) = steps[0];
    // Writing to a String cannot fail.
    let _ = write!(path, "M{} {}l", number(x), number(y));
    for (at, (right, down)) in steps[1..].iter().copied().enumerate() {
        // A minus parts numbers as a space does.
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

/// The distance of the lines of a scale: 1, 2 or 5 times a power of ten, so that five reach the largest.
pub fn step(largest: i64) -> i64 {
    let mut power = 1_i64;
    loop {
        for times in [1, 2, 5] {
            let distance = power.saturating_mul(times);
            if largest <= distance.saturating_mul(5) {
                return distance;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_cut_at_the_edge() {
        let square = [(-100.0, 10.0), (100.0, 10.0), (100.0, 20.0), (-100.0, 20.0)];
        let kept = cut(&square, Edge::Left(0.0));
        assert_eq!(kept, [(0.0, 10.0), (100.0, 10.0), (100.0, 20.0), (0.0, 20.0)]);
        let kept = cut(&square, Edge::Left(-4.0));
        assert_eq!(kept, [(-4.0, 10.0), (100.0, 10.0), (100.0, 20.0), (-4.0, 20.0)]);
        assert!(cut(&[(-100.0, 0.0), (-90.0, 0.0)], Edge::Left(0.0)).is_empty());
        assert!(cut(&[], Edge::Top(0.0)).is_empty());
        let kept = cut_to(square.to_vec(), (50.0, 15.0), 0.0);
        assert_eq!(kept, [(0.0, 15.0), (0.0, 10.0), (50.0, 10.0), (50.0, 15.0)]);
    }

    #[test]
    fn the_lines_of_a_scale_stand_at_round_numbers() {
        for (largest, expected) in
            [(0, 1), (3, 1), (5, 1), (6, 2), (11, 5), (26, 10), (99, 20), (1234, 500)]
        {
            assert_eq!(step(largest), expected, "{largest}");
        }
        assert!(step(i64::MAX) > 0);
    }
}
