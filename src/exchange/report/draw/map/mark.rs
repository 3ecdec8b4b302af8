//! What happened, on a map: discs whose areas are the counts, drawn by how exactly the place is known.
//! What is not known as a point never looks like one.

use super::super::scale::{amount, number};
use super::super::sheet::{Sheet, short};
use crate::domain::document::MapPoint;

/// The radius of one event, of the largest disc, and of the smallest that can be seen.
const ONE: f64 = 5.0;
const LARGEST: f64 = 24.0;
const SMALLEST: f64 = 2.5;
/// Where so many are on a map, the largest is smaller.
const MANY: f64 = 150.0;

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shape {
    /// A dark disc: the place itself.
    Exact,
    /// A light disc with a thick edge: near.
    Near,
    /// A disc in a broken ring: somewhere in the district.
    District,
    /// A disc in a larger broken ring: somewhere in the province.
    Province,
    /// A square on its corner: along a line, or in an area of no fixed bounds.
    Linear,
}

/// The radius of a count beside the largest.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    largest: i64,
    radius: f64,
}

const INK: &str = "#0b4f7d";

impl Shape {
    /// The shape of a code of `geo_precision`; none of what is no point.
    pub fn of(precision: &str) -> Option<Self> {
        Some(match precision {
            "exact" => Self::Exact,
            "near" => Self::Near,
            "district" | "admin2" => Self::District,
            "linear" => Self::Linear,
            "country" | "international" | "unknown" => return None,
            _ => Self::Province,
        })
    }

    /// How far beyond its disc a symbol reaches.
    pub const fn ring(self) -> f64 {
        match self {
            Self::Exact => 0.5,
            Self::Near => 1.0,
            Self::District => 4.0,
            Self::Province => 8.0,
            Self::Linear => 2.0,
        }
    }

    /// Draws it around a point.
    pub fn draw(self, sheet: &mut Sheet, at: (f64, f64), radius: f64) {
        let ring = |dashes: &str| {
            format!(
                "fill=\"none\" stroke=\"{INK}\" stroke-width=\"1.4\" stroke-dasharray=\"{dashes}\""
            )
        };
        let light = |width: f64| {
            let width = short(width);
            format!(
                "fill=\"#bcd9ec\" fill-opacity=\"0.85\" stroke=\"{INK}\" stroke-width=\"{width}\""
            )
        };
        match self {
            Self::Exact => {
                let look = format!(
                    "fill=\"{INK}\" fill-opacity=\"0.88\" stroke=\"#fff\" stroke-width=\"0.8\""
                );
                sheet.circle(at, radius, &look);
            }
            Self::Near => sheet.circle(at, radius, &light(2.2)),
            Self::District => {
                sheet.circle(at, radius, &light(0.8));
                sheet.circle(at, radius + self.ring(), &ring("3 2"));
            }
            Self::Province => {
                sheet.circle(at, radius, &light(0.8));
                sheet.circle(at, radius + self.ring(), &ring("7 3.5"));
            }
            Self::Linear => {
                // As large as the disc would be.
                let far = radius * std::f64::consts::FRAC_PI_2.sqrt();
                let corners = [(0.0, -far), (far, 0.0), (0.0, far), (-far, 0.0)];
                let corners = corners.map(|it| (at.0 + it.0, at.1 + it.1));
                sheet.path(&corners, true, &light(1.4));
            }
        }
    }

    /// What can be read on its disc.
    pub const fn ink(self) -> &'static str {
        if matches!(self, Self::Exact) { "#ffffff" } else { "#1a1a1a" }
    }
}

impl Sizes {
    /// For so many places.
    pub fn of(largest: i64, places: usize) -> Self {
        let crowded = (MANY / number(places.max(1))).sqrt().clamp(0.35, 1.0);
        let grown = ONE * amount(largest.max(1)).sqrt();
        Self { largest: largest.max(1), radius: grown.min(LARGEST) * crowded }
    }

    pub fn radius(self, count: i64) -> f64 {
        let part = amount(count) / amount(self.largest);
        (self.radius * part.clamp(0.0, 1.0).sqrt()).max(SMALLEST)
    }
}

/// Whether a point can be drawn.
pub fn is_drawn(point: &MapPoint) -> bool {
    point.latitude.abs() <= 90.0
        && point.longitude.abs() <= 360.0
        && point.count > 0
        && Shape::of(&point.precision).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_as_the_counts() {
        let sizes = Sizes::of(400, 10);
        assert!((sizes.radius(400) / sizes.radius(100) - 2.0).abs() < 1e-9);
        assert!(sizes.radius(1) >= SMALLEST && sizes.radius(i64::MAX) <= LARGEST);
        // A single event is not as large as hundreds.
        assert!(Sizes::of(1, 1).radius(1) < 6.0);
    }

    #[test]
    fn what_is_no_point_is_not_drawn() {
        let point = |latitude, count, precision: &str| MapPoint {
            latitude,
            longitude: 1.0,
            precision: precision.to_owned(),
            count,
            label: String::new(),
        };
        assert!(is_drawn(&point(1.0, 1, "exact")));
        for bad in [point(f64::NAN, 1, "exact"), point(91.0, 1, "near"), point(1.0, 0, "exact")] {
            assert!(!is_drawn(&bad), "{bad:?}");
        }
        assert!(!is_drawn(&point(1.0, 1, "country")) && is_drawn(&point(1.0, 1, "admin1")));
    }
}
