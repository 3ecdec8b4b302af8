//! The outlines of countries, of Natural Earth: two degrees of detail.
//!
//! The data are in `reference/geo/`, with where they come from. Read, they take 2 MB.

use std::collections::HashMap;
use std::io::Read;
use std::sync::LazyLock;

use flate2::read::ZlibDecoder;

/// Longitude and latitude, in hundredths of a degree.
pub type Point = (i32, i32);

/// West, south, east and north of something, in hundredths of a degree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub west: i32,
    pub south: i32,
    pub east: i32,
    pub north: i32,
}

/// A closed line around land, or around what is not land within it.
#[derive(Debug)]
pub struct Ring {
    pub points: Vec<Point>,
    pub bounds: Bounds,
}

/// A country, or a part of the world of which the source does not say whose it is.
#[derive(Debug)]
pub struct Outline {
    /// ISO 3166-1 alpha-3; `---` where the source gives none.
    pub code: String,
    pub rings: Vec<Ring>,
}

/// All countries in one degree of detail.
#[derive(Debug, Default)]
pub struct Outlines {
    pub all: Vec<Outline>,
    by_code: HashMap<String, Vec<usize>>,
}

static FINE: LazyLock<Outlines> =
    LazyLock::new(|| Outlines::unpacked(include_bytes!("../reference/geo/countries-50m.z")));
static COARSE: LazyLock<Outlines> =
    LazyLock::new(|| Outlines::unpacked(include_bytes!("../reference/geo/countries-110m.z")));

/// For parts of the world, and for what is in single countries.
pub fn fine() -> &'static Outlines {
    &FINE
}

/// For the whole world. Some small countries are not in it.
pub fn coarse() -> &'static Outlines {
    &COARSE
}

impl Bounds {
    /// Around points; nothing around none.
    pub fn around(points: impl IntoIterator<Item = Point>) -> Option<Self> {
        points.into_iter().fold(None, |all, (x, y)| {
            let one = Self { west: x, south: y, east: x, north: y };
            Some(all.map_or(one, |all: Self| all.with(one)))
        })
    }

    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    fn size(self) -> i64 {
        i64::from(self.east - self.west) * i64::from(self.north - self.south)
    }
}

/// Bytes that are read one after another; past the end, zeros.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn take(&mut self) -> u8 {
        let (first, rest) = self.0.split_first().unwrap_or((&0, &[]));
        self.0 = rest;
        *first
    }

    /// An unsigned number.
    fn number(&mut self) -> u32 {
        let mut number = 0;
        for shift in (0..32).step_by(7) {
            let byte = self.take();
            number |= u32::from(byte & 0x7F) << shift;
            if byte < 0x80 {
                break;
            }
        }
        number
    }

    /// A number that may be negative.
    fn signed(&mut self) -> i32 {
        let number = self.number();
        let half = i32::try_from(number >> 1).unwrap_or_default();
        if number & 1 == 0 { half } else { -half - 1 }
    }
}

/// A line that goes over the 180th meridian, gone on beyond it; one around a pole, closed over the pole.
fn unrolled(points: Vec<Point>) -> Vec<Point> {
    let mut all: Vec<Point> = Vec::with_capacity(points.len());
    let (mut turn, mut last) = (0, None);
    for (x, y) in points {
        match last.map(|last: i32| x - last) {
            Some(18_001..) => turn -= 36_000,
            Some(..-18_000) => turn += 36_000,
            _ => {}
        }
        last = Some(x);
        all.push((x + turn, y));
    }
    if let (Some(first), Some(last)) = (all.first().copied(), all.last().copied())
        && (last.0 - first.0).abs() >= 18_000
    {
        let pole = if first.1 < 0 { -9_000 } else { 9_000 };
        all.extend([(last.0, pole), (first.0, pole)]);
    }
    all
}

impl Outlines {
    fn unpacked(packed: &[u8]) -> Self {
        let mut bytes = Vec::new();
        // What is in the binary can be read, as the tests know.
        let read = ZlibDecoder::new(packed).read_to_end(&mut bytes);
        debug_assert!(read.is_ok(), "{read:?}");
        Self::read(&bytes)
    }

    /// Reads what `scripts/data/prepare_map.py` describes.
    fn read(bytes: &[u8]) -> Self {
        let mut bytes = Bytes(bytes);
        let mut lines: Vec<Vec<Point>> = Vec::new();
        for _ in 0..bytes.number() {
            let (mut x, mut y) = (0_i32, 0_i32);
            let mut line = Vec::new();
            for _ in 0..bytes.number() {
                x = x.wrapping_add(bytes.signed());
                y = y.wrapping_add(bytes.signed());
                line.push((x, y));
            }
            lines.push(line);
        }
        let mut outlines = Self::default();
        for _ in 0..bytes.number() {
            let code: String = (0..3).map(|_| char::from(bytes.take())).collect();
            let mut rings = Vec::new();
            for _ in 0..bytes.number() {
                let mut points: Vec<Point> = Vec::new();
                for _ in 0..bytes.number() {
                    let at = bytes.signed();
                    let line = |at: i32| usize::try_from(at).ok().and_then(|at| lines.get(at));
                    // Where lines meet, their ends are the same.
                    points.pop();
                    match (line(at), line(-1 - at)) {
                        (Some(line), _) => points.extend(line),
                        (None, Some(line)) => points.extend(line.iter().rev()),
                        (None, None) => {}
                    }
                }
                let points = unrolled(points);
                // A line along a pole is around nothing.
                let bounds = Bounds::around(points.iter().copied());
                if let Some(bounds) = bounds.filter(|it| it.south < it.north) {
                    rings.push(Ring { points, bounds });
                }
            }
            let index = outlines.all.len();
            outlines.by_code.entry(code.clone()).or_default().push(index);
            outlines.all.push(Outline { code, rings });
        }
        outlines
    }

    /// The outlines of a country, by its code.
    pub fn of(&self, code: &str) -> impl Iterator<Item = &Outline> {
        self.by_code.get(code).into_iter().flatten().map(|at| &self.all[*at])
    }

    /// The bounds of the largest part of a country, with the parts near it: of France, not of its islands
    /// in other oceans.
    pub fn bounds(&self, code: &str) -> Option<Bounds> {
        let rings = || self.of(code).flat_map(|it| &it.rings).map(|it| it.bounds);
        let main = rings().max_by_key(|bounds| bounds.size())?;
        let (wide, high) = ((main.east - main.west) / 2, (main.north - main.south) / 2);
        let is_near = |it: &Bounds| {
            it.west <= main.east + wide
                && it.east >= main.west - wide
                && it.south <= main.north + high
                && it.north >= main.south - high
        };
        rings().filter(is_near).reduce(Bounds::with)
    }

    /// A point in the largest part of a country, for its name to stand at.
    pub fn middle(&self, code: &str) -> Option<Point> {
        let rings = self.of(code).flat_map(|it| &it.rings);
        let main = rings.max_by_key(|ring| ring.bounds.size())?;
        // Half way through the longest part of the line through its middle that lies within.
        let y = f64::from(main.bounds.south + main.bounds.north) / 2.0 + 0.1;
        let next = main.points.iter().cycle().skip(1);
        let mut crossings: Vec<f64> = main
            .points
            .iter()
            .zip(next)
            .filter_map(|(a, b)| {
                let ((ax, ay), (bx, by)) =
                    ((f64::from(a.0), f64::from(a.1)), (f64::from(b.0), f64::from(b.1)));
                ((ay > y) != (by > y)).then(|| ax + (y - ay) / (by - ay) * (bx - ax))
            })
            .collect();
        crossings.sort_by(f64::total_cmp);
        let widest =
            crossings.chunks_exact(2).max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
        #[expect(clippy::cast_possible_truncation, reason = "hundredths of degrees are small")]
        widest.map(|part| (f64::midpoint(part[0], part[1]).round() as i32, y.round() as i32))
    }
}

/// The country in which a point in degrees lies.
pub fn country_at(latitude: f64, longitude: f64) -> Option<&'static str> {
    let y = latitude * 100.0;
    let is_inside = |ring: &Ring| {
        let turned = [-360.0, 0.0, 360.0].map(|turn| (longitude + turn) * 100.0);
        let (west, east) = (f64::from(ring.bounds.west), f64::from(ring.bounds.east));
        let Some(x) = turned.into_iter().find(|x| (west..=east).contains(x)) else { return false };
        if y < f64::from(ring.bounds.south) || y > f64::from(ring.bounds.north) {
            return false;
        }
        // Once more inside for each line that a ray to the east crosses.
        let next = ring.points.iter().cycle().skip(1);
        let crossed = ring.points.iter().zip(next).filter(|(a, b)| {
            let ((ax, ay), (bx, by)) =
                ((f64::from(a.0), f64::from(a.1)), (f64::from(b.0), f64::from(b.1)));
            (ay > y) != (by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
        });
        crossed.count() % 2 == 1
    };
    let found = fine().all.iter().find(|outline| {
        // What is not land within land is a ring, too.
        outline.rings.iter().filter(|ring| is_inside(ring)).count() % 2 == 1
    });
    found.map(|outline| outline.code.as_str()).filter(|code| *code != "---")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn all_countries_are_there() {
        assert_eq!((fine().all.len(), coarse().all.len()), (241, 177));
        for outlines in [fine(), coarse()] {
            for ring in outlines.all.iter().flat_map(|it| &it.rings) {
                assert!(ring.points.len() > 2);
                assert!(ring.points.iter().all(|(x, y)| x.abs() <= 36_000 && y.abs() <= 9_000));
            }
        }
        for code in ["KHM", "XKX", "PSE", "TWN", "SGP", "MDV"] {
            assert!(fine().of(code).next().is_some(), "{code}");
        }
    }

    #[test]
    fn a_country_is_framed_by_where_most_of_it_is() {
        let cambodia = fine().bounds("KHM").unwrap();
        assert!(cambodia.west > 10_200 && cambodia.east < 10_800, "{cambodia:?}");
        let france = fine().bounds("FRA").unwrap();
        assert!(france.west > -700 && france.south > 4_000, "{france:?}");
        let (x, y) = fine().middle("KHM").unwrap();
        assert!((10_300..10_700).contains(&x) && (1_100..1_400).contains(&y));
        assert_eq!(fine().middle("---x"), None);
        for (latitude, longitude, code) in [
            (11.56, 104.92, Some("KHM")),
            (-29.5, 28.3, Some("LSO")),
            (0.0, -30.0, None),
            (66.5, -172.0, Some("RUS")),
            (-85.0, 0.0, Some("ATA")),
        ] {
            assert_eq!(country_at(latitude, longitude), code);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_it_fail(bytes in prop::collection::vec(0_u8..8, 0..200)) {
            let outlines = Outlines::read(&bytes);
            for outline in &outlines.all {
                outlines.bounds(&outline.code);
                outlines.middle(&outline.code);
            }
        }
    }
}
