//! The names of the places where most happened, where there is room for them.

use super::super::letters::{TEXT, cut, width};
use super::super::sheet::{Anchor, Look, Sheet, WIDTH};
use super::mark::{Shape, Sizes};
use crate::domain::document::MapPoint;

/// No more names than these, and none longer.
const MOST: usize = 12;
const LONGEST: f64 = 150.0;

/// Left, top, right and bottom of something.
type Space = [f64; 4];

/// A point with where it stands.
pub struct Placed<'p> {
    pub point: &'p MapPoint,
    pub shape: Shape,
    pub at: (f64, f64),
}

fn meets(one: &Space, other: &Space) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

fn disc(of: &Placed, sizes: Sizes) -> Space {
    let radius = sizes.radius(of.point.count) + of.shape.ring();
    let (x, y) = of.at;
    [x - radius, y - radius, x + radius, y + radius]
}

/// Writes counts into the discs that have room, then names beside the largest. `points`: the largest
/// first.
pub fn draw(sheet: &mut Sheet, points: &[Placed], sizes: Sizes, height: f64) {
    let discs: Vec<Space> = points.iter().map(|it| disc(it, sizes)).collect();
    let mut numbered = vec![false; points.len()];
    for (place, it) in points.iter().enumerate() {
        let number = sheet.tongue.number(it.point.count);
        let half = (width(&number) / 2.0, TEXT / 2.0);
        let fits = half.0.hypot(half.1) <= sizes.radius(it.point.count) + 1.0;
        let (x, y) = it.at;
        let space = [x - half.0, y - half.1, x + half.0, y + half.1];
        // What lies over it would hide it.
        if fits && it.point.count > 1 && !discs[place + 1..].iter().any(|it| meets(it, &space)) {
            let look = Look { colour: it.shape.ink(), ..Look::new(Anchor::Middle) };
            sheet.text(it.at, &number, look);
            numbered[place] = true;
        }
    }
    let mut taken: Vec<Space> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for ((it, own), is_numbered) in points.iter().zip(&discs).zip(numbered) {
        let mut name = cut(it.point.label.trim(), LONGEST);
        if named.len() >= MOST || name.is_empty() || named.contains(&it.point.label.as_str()) {
            continue;
        }
        if !is_numbered {
            name = format!("{name}: {}", sheet.tongue.number(it.point.count));
        }
        let found = spaces(it, sizes, width(&name)).into_iter().find(|(space, _)| {
            let is_on =
                space[0] >= 2.0 && space[1] >= 2.0 && space[2] <= WIDTH - 2.0 && space[3] <= height;
            let is_free = |other: &Space| std::ptr::eq(other, own) || !meets(other, space);
            is_on && !taken.iter().any(|other| meets(other, space)) && discs.iter().all(is_free)
        });
        let Some((space, anchor)) = found else { continue };
        let x = match anchor {
            Anchor::Left => space[0],
            Anchor::Middle => f64::midpoint(space[0], space[2]),
            Anchor::Right => space[2],
        };
        let look = Look { has_halo: true, ..Look::new(anchor) };
        sheet.text((x, f64::midpoint(space[1], space[3])), &name, look);
        taken.push(space);
        named.push(&it.point.label);
    }
}

/// Where a name may stand: right, left, below and above.
fn spaces(of: &Placed, sizes: Sizes, wide: f64) -> [(Space, Anchor); 4] {
    let away = sizes.radius(of.point.count) + of.shape.ring() + 4.5;
    let ((x, y), half) = (of.at, TEXT * 0.6);
    let beside = |from: f64| [from, y - half, from + wide, y + half];
    let over = |middle: f64| [x - wide / 2.0, middle - half, x + wide / 2.0, middle + half];
    [
        (beside(x + away), Anchor::Left),
        (beside(x - away - wide), Anchor::Right),
        (over(y + away + half), Anchor::Middle),
        (over(y - away - half), Anchor::Middle),
    ]
}
