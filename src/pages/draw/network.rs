//! A network in columns: one in the middle, on one side those who acted against it or against whom it
//! acted, on the other all others, and further away those who are joined to these.
//!
//! Names stand in boxes of one size, so that none covers another; lines run between the columns.
//! The picture is for eyes: it is hidden from screen readers and from the keyboard, for whom the same
//! stands beside it as a table with the same links.

use std::collections::HashMap;

use askama::Template;

use super::{lines, tenth};
use crate::error::{Error, Result};
use crate::pages::frame::Frame;

/// Sizes, in units of the drawing: a unit is a CSS pixel where there is room.
const BOX: (f64, f64) = (168.0, 40.0);
const MIDDLE: (f64, f64) = (184.0, 58.0);
const PITCH: f64 = 50.0;
const GAP: f64 = 96.0;
const EDGE: f64 = 12.0;
const HEADING: f64 = 30.0;
const TEXT: f64 = 12.0;
const LINE: f64 = 14.0;

/// Somebody in a network; the first is in the middle.
pub struct Person {
    pub name: String,
    /// What stands in its place when one points at it.
    pub about: String,
    pub path: String,
    pub distance: u8,
    pub is_pseudonym: bool,
}

/// What joins two of them.
pub struct Tie {
    /// Their places in the list of people.
    pub from: usize,
    pub to: usize,
    /// How they stand to each other: the class of the line, `against`.
    pub kind: &'static str,
    /// Whether it has a direction, and whether it goes both ways.
    pub arrow: Arrow,
    /// In how many events and affiliations.
    pub strength: i64,
    pub about: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrow {
    None,
    Forth,
    Both,
}

/// A picture of a network. `ties`: the strongest first.
pub struct Network<'a> {
    pub people: &'a [Person],
    pub ties: &'a [Tie],
}

#[derive(Template)]
#[template(path = "draw/network.html")]
struct Drawing<'a> {
    width: String,
    height: String,
    headings: Vec<(String, String)>,
    paths: Vec<PathOf<'a>>,
    boxes: Vec<BoxOf<'a>>,
}

struct PathOf<'a> {
    d: String,
    kind: &'static str,
    is_far: bool,
    arrow: Arrow,
    stroke: String,
    about: &'a str,
}

struct BoxOf<'a> {
    x: String,
    y: String,
    width: f64,
    height: f64,
    person: &'a Person,
    is_middle: bool,
    center: String,
    lines: Vec<(String, String)>,
}

/// Where a box is.
#[derive(Clone, Copy)]
struct Place {
    /// 0 in the middle, negative on the side of those against.
    column: i32,
    x: f64,
    y: f64,
    size: (f64, f64),
}

impl Network<'_> {
    /// # Errors
    /// [`Error::Internal`] if it cannot be written.
    pub fn draw(&self, f: &Frame) -> Result<String> {
        let (places, size) = self.places();
        let is_rtl = f.language().direction == "rtl";
        let at = |x: f64| tenth(if is_rtl { size.0 - x } else { x });
        let paths = self.ties.iter().map(|tie| PathOf {
            d: path(places[tie.from], places[tie.to], &at),
            kind: tie.kind,
            is_far: tie.from != 0 && tie.to != 0,
            arrow: tie.arrow,
            stroke: tenth(stroke(tie.strength)),
            about: &tie.about,
        });
        // What is nearer the middle is drawn over what is further away.
        let mut paths: Vec<_> = paths.collect();
        paths.reverse();
        paths.sort_by_key(|path| !path.is_far);
        let boxes = self.people.iter().zip(&places).map(|(person, place)| {
            let (width, height) = place.size;
            let most = if place.column == 0 { 3 } else { 2 };
            let text = lines(&person.name, width - 14.0, TEXT, most);
            let rows = f64::from(u8::try_from(text.len()).unwrap_or(1));
            let first = place.y - rows * LINE / 2.0 + TEXT - 1.0;
            let heights = (0_u8..).map(|row| tenth(first + f64::from(row) * LINE));
            BoxOf {
                x: tenth(if is_rtl { size.0 - place.x } else { place.x } - width / 2.0),
                y: tenth(place.y - height / 2.0),
                width,
                height,
                person,
                is_middle: place.column == 0,
                center: at(place.x),
                lines: heights.zip(text).collect(),
            }
        });
        let mut headings = Vec::new();
        for (column, key) in [(-1, "network-side-against"), (1, "network-side-with")] {
            if let Some(place) = places.iter().find(|place| place.column == column) {
                headings.push((at(place.x), f.t(key)));
            }
        }
        let drawing = Drawing {
            width: tenth(size.0),
            height: tenth(size.1),
            headings,
            boxes: boxes.collect(),
            paths,
        };
        drawing.render().map_err(Error::internal)
    }

    /// Where each stands, and the size of the drawing.
    fn places(&self) -> (Vec<Place>, (f64, f64)) {
        let mut column_of = vec![0_i32; self.people.len()];
        // Over whom each is joined to the middle: the strongest comes first.
        let mut parent = vec![0_usize; self.people.len()];
        for (at, person) in self.people.iter().enumerate().skip(1) {
            let near = |other: usize| self.people[other].distance + 1 == person.distance;
            let ways = self.ties.iter().filter_map(|tie| match (tie.from == at, tie.to == at) {
                (true, _) if near(tie.to) => Some((tie.to, tie.kind)),
                (_, true) if near(tie.from) => Some((tie.from, tie.kind)),
                _ => None,
            });
            let Some((over, kind)) = ways.into_iter().next() else { continue };
            parent[at] = over;
            // People are listed the nearest first, so that the other has its place.
            column_of[at] = match column_of[over] {
                0 if matches!(kind, "against" | "decided") => -1,
                0 => 1,
                some => some + some.signum(),
            };
        }
        let mut columns: HashMap<i32, Vec<usize>> = HashMap::new();
        let mut order: Vec<usize> = (0..self.people.len()).collect();
        order.sort_by_key(|at| column_of[*at].abs());
        let mut row_of = vec![0_usize; self.people.len()];
        for column in order.iter().map(|at| column_of[*at]) {
            if columns.contains_key(&column) {
                continue;
            }
            let mut members: Vec<usize> =
                (0..self.people.len()).filter(|at| column_of[*at] == column).collect();
            // Beside those over whom they are joined, so that lines cross little.
            members.sort_by_key(|at| (row_of[parent[*at]], *at));
            for (row, at) in members.iter().enumerate() {
                row_of[*at] = row;
            }
            columns.insert(column, members);
        }
        let tallest = columns.values().map(Vec::len).max().unwrap_or(1);
        let height = HEADING + number(tallest).max(1.6) * PITCH + EDGE;
        let (first, last) =
            columns.keys().fold((0, 0), |(low, high), it| (low.min(*it), high.max(*it)));
        let offset = |column: i32| {
            let steps = f64::from(column.abs());
            let from_middle = if column == 0 {
                0.0
            } else {
                MIDDLE.0 / 2.0 + steps * GAP + (steps - 0.5) * BOX.0
            };
            from_middle * f64::from(column.signum())
        };
        let half = |column: i32| if column == 0 { MIDDLE.0 / 2.0 } else { BOX.0 / 2.0 };
        // Lines within the outermost column bow outwards.
        let margin = |column: i32| EDGE + if column == 0 { 0.0 } else { GAP / 2.0 };
        let left = half(first) + margin(first) - offset(first);
        let width = left + offset(last) + half(last) + margin(last);
        let mut places = vec![Place { column: 0, x: 0.0, y: 0.0, size: MIDDLE }; self.people.len()];
        for (column, members) in &columns {
            let top = HEADING + (height - HEADING - EDGE - number(members.len()) * PITCH) / 2.0;
            for (row, at) in members.iter().enumerate() {
                places[*at] = Place {
                    column: *column,
                    x: left + offset(*column),
                    y: top + (number(row) + 0.5) * PITCH,
                    size: if *column == 0 { MIDDLE } else { BOX },
                };
            }
        }
        (places, (width, height))
    }
}

fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How thick a line is: a little more for each time as many again.
fn stroke(strength: i64) -> f64 {
    let strength = f64::from(i32::try_from(strength.max(1)).unwrap_or(i32::MAX));
    (1.25 + strength.log2() * 0.6).min(6.0)
}

/// A line from the side of one box to the side of another.
fn path(from: Place, to: Place, at: &impl Fn(f64) -> String) -> String {
    let side = |of: Place, towards: f64| of.x + of.size.0 / 2.0 * towards;
    if from.column == to.column {
        let out = f64::from(from.column.signum());
        let (one, other) = (side(from, out), side(to, out));
        let bow = out * ((from.y - to.y).abs() * 0.3 + 16.0).min(GAP / 2.0 + EDGE - 4.0);
        return format!(
            "M{} {}C{} {} {} {} {} {}",
            at(one),
            tenth(from.y),
            at(one + bow * 1.3),
            tenth(from.y),
            at(other + bow * 1.3),
            tenth(to.y),
            at(other),
            tenth(to.y)
        );
    }
    let towards = if from.column < to.column { 1.0 } else { -1.0 };
    let (one, other) = (side(from, towards), side(to, -towards));
    let bend = (other - one) / 2.0;
    format!(
        "M{} {}C{} {} {} {} {} {}",
        at(one),
        tenth(from.y),
        at(one + bend),
        tenth(from.y),
        at(other - bend),
        tenth(to.y),
        at(other),
        tenth(to.y)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(distance: u8) -> Person {
        Person {
            name: "A name".into(),
            about: String::new(),
            path: "/actors/A-1".into(),
            distance,
            is_pseudonym: false,
        }
    }

    fn tie(from: usize, to: usize, kind: &'static str) -> Tie {
        Tie { from, to, kind, arrow: Arrow::None, strength: 3, about: String::new() }
    }

    #[test]
    fn no_box_covers_another_and_all_are_inside() {
        let people: Vec<Person> = std::iter::once(person(0))
            .chain((0..24).map(|_| person(1)))
            .chain((0..35).map(|_| person(2)))
            .collect();
        let mut ties: Vec<Tie> =
            (1..=24).map(|at| tie(0, at, if at % 3 == 0 { "with" } else { "against" })).collect();
        ties.extend((25..60).map(|at| tie(at, 1 + at % 24, "beside")));
        let (places, size) = Network { people: &people, ties: &ties }.places();
        assert_eq!(places.len(), 60);
        for (at, one) in places.iter().enumerate() {
            let inside = |middle: f64, size: f64, all: f64| {
                middle - size / 2.0 >= 0.0 && middle + size / 2.0 <= all
            };
            assert!(inside(one.x, one.size.0, size.0) && inside(one.y, one.size.1, size.1), "{at}");
            for other in &places[at + 1..] {
                let apart = (one.x - other.x).abs() >= f64::midpoint(one.size.0, other.size.0)
                    || (one.y - other.y).abs() >= f64::midpoint(one.size.1, other.size.1);
                assert!(apart, "{at}");
            }
        }
        assert!(places[1].x < places[0].x && places[3].x > places[0].x);
    }

    #[test]
    fn one_alone_is_drawn_too() {
        let (places, size) = Network { people: &[person(0)], ties: &[] }.places();
        assert!(places[0].x < size.0 && places[0].y < size.1);
    }
}
