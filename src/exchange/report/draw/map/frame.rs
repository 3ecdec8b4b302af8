//! Which part of the world a map shows, and where a point stands in it.
//!
//! The projection is equirectangular, true to scale at the middle of the map.

use super::super::sheet::WIDTH;
use crate::domain::Country;
use crate::domain::document::MapPoint;
use crate::domain::gazetteer::gazetteer;
use crate::domain::outlines::{Ring, country_at, fine};

/// How high a map is.
const HEIGHT: (f64, f64) = (300.0, 600.0);
/// Free around what is shown, in parts of it.
const MARGIN: f64 = 0.06;
/// The least that is shown, in degrees of latitude.
const LEAST: f64 = 0.8;
/// Islands that are nearer than this part of what is shown already, or than so many degrees, belong
/// to it; so does a part with a quarter of the country's land that is no farther than what is shown is wide.
const NEAR: (f64, f64) = (0.35, 3.0);
const PART: f64 = 0.25;
/// What has less than this part of the land does not make the map larger than so many times.
const SPECK: f64 = 0.02;
const WIDER: f64 = 1.15;
/// A country whose largest part has less of the land is one of islands: all of them count.
const MAINLAND: f64 = 0.7;
/// How far beyond the country a point may lie, in parts of what is shown.
const ABROAD: f64 = 0.6;
/// How far out at sea, in degrees, a point is at home: small islands are on no outline.
const SEA: f64 = 8.0;

/// Degrees, with longitudes that may go beyond 180.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Area {
    fn at(latitude: f64, longitude: f64) -> Self {
        Self { west: longitude, south: latitude, east: longitude, north: latitude }
    }

    /// Of a ring, turned around the world until it is nearest to a longitude.
    fn of(ring: &Ring, middle: f64) -> Self {
        let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
        let bounds = ring.bounds;
        let (west, east) = (degrees(bounds.west), degrees(bounds.east));
        let turned = turned(f64::midpoint(west, east), middle) - f64::midpoint(west, east);
        Self {
            west: west + turned,
            south: degrees(bounds.south),
            east: east + turned,
            north: degrees(bounds.north),
        }
    }

    fn with(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    fn grown(self, by: f64) -> Self {
        let wide = by / self.narrow();
        Self {
            west: self.west - wide,
            south: self.south - by,
            east: self.east + wide,
            north: self.north + by,
        }
    }

    fn holds(self, latitude: f64, longitude: f64) -> bool {
        (self.west..=self.east).contains(&longitude)
            && (self.south..=self.north).contains(&latitude)
    }

    /// How much shorter a degree of longitude is than one of latitude.
    fn narrow(self) -> f64 {
        f64::midpoint(self.south, self.north).to_radians().cos().max(0.12)
    }

    /// Its longer side, in degrees of latitude.
    fn size(self) -> f64 {
        ((self.east - self.west) * self.narrow()).max(self.north - self.south)
    }

    fn surface(self) -> f64 {
        (self.east - self.west) * self.narrow() * (self.north - self.south)
    }

    /// How far apart two are, in degrees of latitude.
    fn apart(self, other: Self) -> f64 {
        let across = (other.west - self.east).max(self.west - other.east) * self.narrow();
        across.max(other.south - self.north).max(self.south - other.north).max(0.0)
    }
}

/// A longitude, turned around the world until it is nearest to another.
fn turned(longitude: f64, middle: f64) -> f64 {
    longitude - ((longitude - middle) / 360.0).round() * 360.0
}

/// How much land is in a ring, in square degrees of latitude.
fn land(ring: &Ring) -> f64 {
    let next = ring.points.iter().cycle().skip(1);
    let twice: f64 = ring
        .points
        .iter()
        .zip(next)
        .map(|(a, b)| f64::from(a.0) * f64::from(b.1) - f64::from(b.0) * f64::from(a.1))
        .sum();
    let bounds = ring.bounds;
    let latitude = f64::midpoint(f64::from(bounds.south), f64::from(bounds.north)) / 100.0;
    (twice / 2e4).abs() * latitude.to_radians().cos().max(0.05)
}

/// What a map shows.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    area: Area,
    /// Units for a degree of latitude, and for one of longitude.
    steep: f64,
    across: f64,
    /// In units.
    pub height: f64,
}

/// A part of a country.
struct Part {
    area: Area,
    /// Of all its land.
    share: f64,
}

/// The parts of a country, the largest first; none if it has no outline.
fn parts(country: &str) -> Vec<Part> {
    let mut rings: Vec<(&Ring, f64)> =
        fine().of(country).flat_map(|it| &it.rings).map(|it| (it, land(it))).collect();
    rings.sort_by(|a, b| b.1.total_cmp(&a.1));
    let Some((main, _)) = rings.first() else { return Vec::new() };
    let middle = f64::from(main.bounds.west + main.bounds.east) / 200.0;
    let all: f64 = rings.iter().map(|it| it.1).sum::<f64>().max(f64::MIN_POSITIVE);
    rings.iter().map(|(it, land)| Part { area: Area::of(it, middle), share: land / all }).collect()
}

/// Around all places that are known of a country; for countries that are on no outline.
fn places(country: &str) -> Option<Area> {
    let country: Country = country.parse().ok()?;
    let mut all = gazetteer().points_of(&country);
    let (latitude, longitude) = all.next()?;
    let first = Area::at(latitude, longitude);
    Some(all.fold(first, |all, it| all.with(Area::at(it.0, turned(it.1, longitude)))))
}

/// The largest part of a country with all that is not too far from it.
fn core(parts: &[Part]) -> Option<Area> {
    let (main, others) = parts.split_first()?;
    let mut core = main.area;
    let mut left: Vec<&Part> = others.iter().collect();
    loop {
        let belongs = |core: Area, it: &Part| {
            let grown = core.with(it.area);
            let is_near = core.apart(it.area) <= (core.size() * NEAR.0).max(NEAR.1);
            let is_worth = it.share >= SPECK
                || main.share < MAINLAND
                || grown.surface() <= core.surface() * WIDER;
            it.share >= PART && core.apart(it.area) <= core.size() || is_near && is_worth
        };
        let before = left.len();
        left.retain(|it| {
            let joins = belongs(core, it);
            if joins {
                core = core.with(it.area);
            }
            !joins
        });
        if left.len() == before {
            return Some(core);
        }
    }
}

impl Frame {
    /// Around a country and what happened there. Points that lie far away are left out, unless there
    /// are no others. None without outline, places and points.
    pub fn of<'p>(
        country: &str,
        points: impl Iterator<Item = &'p MapPoint> + Clone,
    ) -> Option<Self> {
        let mut parts = parts(country);
        if parts.is_empty() {
            parts.extend(places(country).map(|area| Part { area, share: 1.0 }));
        }
        let Some(home) = core(&parts) else {
            let mut all = points.map(|it| (it.latitude, it.longitude));
            let (latitude, longitude) = all.next()?;
            let first = Area::at(latitude, longitude);
            let around =
                |area: Area, it: (f64, f64)| area.with(Area::at(it.0, turned(it.1, longitude)));
            return Some(Self::around(all.fold(first, around)));
        };
        let middle = f64::midpoint(home.west, home.east);
        let reach = home.grown(home.size().max(LEAST) * ABROAD);
        let is_shown = |area: &Area| {
            let (latitude, longitude) = (area.south, area.west);
            reach.holds(latitude, longitude)
                || match country_at(latitude, longitude) {
                    Some(code) => code == country,
                    None => parts.iter().any(|it| it.area.grown(SEA).holds(latitude, longitude)),
                }
        };
        let places = points.map(|it| Area::at(it.latitude, turned(it.longitude, middle)));
        let near = places.clone().filter(is_shown).reduce(Area::with);
        let all = near.or_else(|| places.reduce(Area::with));
        Some(Self::around(all.map_or(home, |it| home.with(it))))
    }

    fn around(area: Area) -> Self {
        let area = area.grown((area.size() * MARGIN).max((LEAST - area.size()) / 2.0));
        let narrow = area.narrow();
        let (wide, high) = ((area.east - area.west) * narrow, area.north - area.south);
        // As wide as the drawing, and neither too low nor too high.
        let height = (WIDTH * high / wide).clamp(HEIGHT.0, HEIGHT.1);
        let steep = (WIDTH / wide).min(height / high);
        let across = steep * narrow;
        let (half_wide, half_high) = (WIDTH / across / 2.0, height / steep / 2.0);
        let (x, y) = (f64::midpoint(area.west, area.east), f64::midpoint(area.south, area.north));
        let area = Area {
            west: x - half_wide,
            south: y - half_high,
            east: x + half_wide,
            north: y + half_high,
        };
        Self { area, steep, across, height }
    }

    /// Where a point in degrees stands: from the left, from the top. `None` if it is not on the map.
    pub fn place(&self, latitude: f64, longitude: f64) -> Option<(f64, f64)> {
        let longitude = turned(longitude, f64::midpoint(self.area.west, self.area.east));
        self.area.holds(latitude, longitude).then(|| self.put(latitude, longitude))
    }

    /// Where a point stands, on the map or not.
    pub fn put(&self, latitude: f64, longitude: f64) -> (f64, f64) {
        ((longitude - self.area.west) * self.across, (self.area.north - latitude) * self.steep)
    }

    /// By how many degrees a ring is turned where it is on the map.
    pub fn turns(&self, ring: &Ring) -> impl Iterator<Item = f64> {
        let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
        let (area, bounds) = (self.area, ring.bounds);
        [-360.0, 0.0, 360.0].into_iter().filter(move |turn| {
            degrees(bounds.west) + turn <= area.east
                && degrees(bounds.east) + turn >= area.west
                && degrees(bounds.south) <= area.north
                && degrees(bounds.north) >= area.south
        })
    }

    /// Units for a degree of latitude.
    pub fn degree(&self) -> f64 {
        self.steep
    }

    /// Units for a kilometre, at the middle of the map.
    pub fn kilometre(&self) -> f64 {
        self.steep / 111.32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(latitude: f64, longitude: f64) -> MapPoint {
        let (precision, label) = ("exact".to_owned(), String::new());
        MapPoint { latitude, longitude, precision, count: 1, label }
    }

    fn shown(country: &str, points: &[MapPoint]) -> Area {
        Frame::of(country, points.iter()).unwrap().area
    }

    #[test]
    fn a_country_fills_its_map() {
        let cambodia = shown("KHM", &[]);
        assert!(cambodia.west > 101.0 && cambodia.east < 109.0, "{cambodia:?}");
        let indonesia = shown("IDN", &[]);
        assert!(indonesia.west < 95.3 && indonesia.east > 140.9, "{indonesia:?}");
        let fiji = shown("FJI", &[]);
        assert!(fiji.west < 178.0 && fiji.east > 181.0, "{fiji:?}");
        let malaysia = shown("MYS", &[]);
        assert!(malaysia.west < 100.3 && malaysia.east > 119.0, "{malaysia:?}");
    }

    #[test]
    fn russia_is_whole_and_goes_beyond_the_line_where_days_change() {
        let russia = shown("RUS", &[]);
        assert!(russia.east > 189.0 && russia.west < 28.0, "{russia:?}");
        let frame = Frame::of("RUS", [].iter()).unwrap();
        let (chukotka, moscow) = (frame.place(66.0, -172.0), frame.place(55.7, 37.6));
        assert!(chukotka.unwrap().0 > moscow.unwrap().0);
    }

    #[test]
    fn far_islands_do_not_squeeze_the_land_unless_something_happened_there() {
        for (code, west, east, south, north) in [
            ("FRA", -8.0, 13.0, 39.0, 53.0),
            ("ECU", -85.0, -72.0, -7.0, 4.0),
            ("NOR", -10.0, 45.0, 55.0, 74.0),
            ("GNQ", 7.0, 13.0, -1.0, 5.0),
        ] {
            let area = shown(code, &[]);
            assert!(area.north < north && area.south > south, "{code} {area:?}");
            assert!(area.west > west && area.east < east, "{code} {area:?}");
        }
        let with_cayenne = shown("FRA", &[point(4.9, -52.3), point(48.8, 2.3)]);
        assert!(with_cayenne.west < -52.0 && with_cayenne.east > 8.0, "{with_cayenne:?}");
    }

    #[test]
    fn the_smallest_are_seen_with_all_their_islands() {
        for code in ["NRU", "SGP", "VAT", "KIR", "FJI", "ATA", "USA", "CHL"] {
            let frame = Frame::of(code, [].iter()).unwrap();
            assert!((300.0..=600.0).contains(&frame.height), "{code}");
            assert!(frame.area.north - frame.area.south >= 0.3, "{code}");
        }
    }

    #[test]
    fn what_happened_far_away_does_not_shrink_the_country() {
        let near_and_far = [point(11.5, 104.9), point(13.7, 100.5), point(48.8, 2.3)];
        let cambodia = shown("KHM", &near_and_far);
        assert!(cambodia.west > 98.0 && cambodia.west < 100.5, "{cambodia:?}");
        let frame = Frame::of("KHM", near_and_far.iter()).unwrap();
        assert_eq!(frame.place(48.8, 2.3), None);
        // Of the islands in the south of the Maldives there is no outline.
        let maldives = shown("MDV", &[point(4.2, 73.5), point(-0.6, 73.1)]);
        assert!(maldives.south < -0.6, "{maldives:?}");
        // Alone, it is shown.
        let frame = Frame::of("KHM", near_and_far[2..].iter()).unwrap();
        assert!(frame.place(48.8, 2.3).is_some());
    }

    #[test]
    fn what_is_on_no_outline_is_shown_by_its_places() {
        let tuvalu = shown("TUV", &[point(-8.52, 179.2)]);
        assert!(tuvalu.west < 179.2 && tuvalu.east > 179.2, "{tuvalu:?}");
        assert!(tuvalu.north - tuvalu.south < 12.0, "{tuvalu:?}");
        // Without places, what happened alone.
        let nowhere = shown("XXX", &[point(10.0, 179.5), point(11.0, -179.5)]);
        assert!(nowhere.east - nowhere.west < 10.0, "{nowhere:?}");
        for country in Country::all() {
            assert!(Frame::of(country.as_str(), [point(1.0, 1.0)].iter()).is_some(), "{country}");
        }
    }

    #[test]
    fn every_country_has_a_map() {
        for outline in &fine().all {
            let frame = Frame::of(&outline.code, [].iter()).unwrap();
            assert!(frame.steep.is_finite() && frame.across > 0.0, "{}", outline.code);
        }
        assert!(Frame::of("XXX", [].iter()).is_none());
    }
}
