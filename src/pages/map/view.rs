//! A part of the world as a picture: which part, and where a point stands in it.
//!
//! The projection is equirectangular, true to scale at the middle of the picture.

use crate::domain::outlines::Bounds;

/// The size of a picture, in its own units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    pub name: &'static str,
    pub width: f64,
    pub height: f64,
}

/// A map that is a page's matter, and one beside something else.
pub const WIDE: Size = Size { name: "wide", width: 960.0, height: 540.0 };
pub const SMALL: Size = Size { name: "small", width: 240.0, height: 180.0 };

/// The closest that a map comes: 0.7 degrees from west to east.
pub const CLOSEST: u8 = 18;

/// A part of the world.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    pub size: Size,
    /// Each step shows less by the square root of two; at 0, the whole world.
    pub zoom: u8,
    /// The middle, in hundredths of a degree.
    pub latitude: i32,
    pub longitude: i32,
}

#[expect(clippy::cast_possible_truncation, reason = "hundredths of degrees are small")]
fn hundredths(degrees: f64) -> i32 {
    (degrees.clamp(-720.0, 720.0) * 100.0).round() as i32
}

/// Brings a longitude, in hundredths, between -180 and 180 degrees.
fn around(longitude: i32) -> i32 {
    (longitude + 18_000).rem_euclid(36_000) - 18_000
}

impl View {
    /// The whole world.
    pub const fn world(size: Size) -> Self {
        Self { size, zoom: 0, latitude: 1_000, longitude: 1_000 }
    }

    /// Around a point, in degrees. The middle goes by steps, so that pictures can be kept, and tell little
    /// of what is looked at.
    pub fn at(size: Size, zoom: u8, latitude: f64, longitude: f64) -> Self {
        let zoom = zoom.min(CLOSEST);
        let mut view = Self { size, zoom, latitude: 0, longitude: 0 };
        let step = hundredths(view.span() / 16.0).max(1);
        let snapped = |degrees: f64| (f64::from(hundredths(degrees)) / f64::from(step)).round();
        view.latitude =
            hundredths(snapped(latitude) * f64::from(step) / 100.0).clamp(-8_500, 8_500);
        view.longitude = around(hundredths(snapped(longitude) * f64::from(step) / 100.0));
        view
    }

    /// The closest view in which all of something is.
    pub fn of(size: Size, bounds: Bounds) -> Self {
        let middle = |a: i32, b: i32| f64::from(a + b) / 200.0;
        let (latitude, longitude) =
            (middle(bounds.south, bounds.north), middle(bounds.west, bounds.east));
        let fits = |zoom: &u8| {
            let view = Self::at(size, *zoom, latitude, longitude);
            let (west, south) =
                view.place(f64::from(bounds.south) / 100.0, f64::from(bounds.west) / 100.0);
            let (east, north) =
                view.place(f64::from(bounds.north) / 100.0, f64::from(bounds.east) / 100.0);
            let (wide, high) = (size.width * 0.04, size.height * 0.04);
            west >= wide
                && east <= size.width - wide
                && north >= high
                && south <= size.height - high
        };
        // A single place is shown with what is around it.
        let zoom = (0..=12).rev().find(fits);
        zoom.map_or(Self::world(size), |zoom| Self::at(size, zoom, latitude, longitude))
    }

    /// Degrees of longitude from side to side.
    pub fn span(&self) -> f64 {
        360.0 / 2_f64.powf(f64::from(self.zoom) / 2.0)
    }

    /// Units for a degree of longitude.
    pub fn scale(&self) -> f64 {
        self.size.width / self.span()
    }

    /// Units for a degree of latitude.
    pub fn steep(&self) -> f64 {
        let latitude = (f64::from(self.latitude) / 100.0).clamp(-70.0, 70.0);
        self.scale() / latitude.to_radians().cos()
    }

    /// Where a point in degrees stands: from the left, from the top.
    pub fn place(&self, latitude: f64, longitude: f64) -> (f64, f64) {
        let mut east = longitude - f64::from(self.longitude) / 100.0;
        if east > 180.0 {
            east -= 360.0;
        } else if east < -180.0 {
            east += 360.0;
        }
        (
            self.size.width / 2.0 + east * self.scale(),
            self.size.height / 2.0 - (latitude - f64::from(self.latitude) / 100.0) * self.steep(),
        )
    }

    /// The latitude and longitude at which a place in the picture stands; none beyond the poles.
    pub fn degrees(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let latitude =
            f64::from(self.latitude) / 100.0 + (self.size.height / 2.0 - y) / self.steep();
        let longitude =
            f64::from(self.longitude) / 100.0 + (x - self.size.width / 2.0) / self.scale();
        let longitude = (longitude + 180.0).rem_euclid(360.0) - 180.0;
        (latitude.abs() <= 90.0).then_some((latitude, longitude))
    }

    /// West, south, east and north in degrees; east or west may go beyond 180.
    pub fn bounds(&self) -> [f64; 4] {
        let (latitude, longitude) =
            (f64::from(self.latitude) / 100.0, f64::from(self.longitude) / 100.0);
        let (wide, high) = (self.span() / 2.0, self.size.height / 2.0 / self.steep());
        [
            longitude - wide,
            (latitude - high).max(-90.0),
            longitude + wide,
            (latitude + high).min(90.0),
        ]
    }

    /// The same middle, closer or farther.
    #[must_use]
    pub fn zoomed(self, steps: i8) -> Self {
        let zoom = self.zoom.saturating_add_signed(steps).min(CLOSEST);
        Self { zoom, ..self }
    }

    /// Aside by a part of what is seen.
    #[must_use]
    pub fn moved(self, east: f64, north: f64) -> Self {
        let [west, south, right, top] = self.bounds();
        let latitude = f64::from(self.latitude) / 100.0 + (top - south) * north;
        let longitude = f64::from(self.longitude) / 100.0 + (right - west) * east;
        Self::at(self.size, self.zoom, latitude, longitude)
    }

    /// In an address: `zoom,latitude,longitude`, the last two in hundredths of a degree.
    pub fn said(&self) -> String {
        format!("{},{},{}", self.zoom, self.latitude, self.longitude)
    }

    /// What [`said`](Self::said) said.
    pub fn heard(size: Size, text: &str) -> Option<Self> {
        let mut parts = text.split(',').map(|part| part.trim().parse::<i32>().ok());
        let (zoom, latitude, longitude) = (parts.next()??, parts.next()??, parts.next()??);
        let zoom = u8::try_from(zoom).ok().filter(|zoom| *zoom <= CLOSEST)?;
        let is_there =
            latitude.abs() <= 8_500 && longitude.abs() <= 18_000 && parts.next().is_none();
        is_there.then_some(Self { size, zoom, latitude, longitude })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_framed_is_seen() {
        let bounds = Bounds { west: 10_230, south: 1_030, east: 10_760, north: 1_470 };
        let view = View::of(WIDE, bounds);
        assert_eq!(view.zoom, 10);
        let (x, y) = view.place(11.56, 104.92);
        assert!((300.0..700.0).contains(&x) && (200.0..450.0).contains(&y), "{x} {y}");
        let all = Bounds { west: -18_000, south: -9_000, east: 18_000, north: 9_000 };
        assert_eq!(View::of(WIDE, all), View::world(WIDE));
        // A place beyond the line where the days change is a little to the east.
        let fiji = View::at(SMALL, 10, -17.0, 179.0);
        assert!(fiji.place(-17.0, -179.5).0 > fiji.place(-17.0, 178.0).0);
    }

    proptest! {
        #[test]
        fn a_place_in_the_picture_is_the_point_that_stands_there(
            zoom in 0_u8..=CLOSEST, at in -80.0..80.0_f64, of in -180.0..180.0_f64,
            x in 0.0..960.0_f64, y in 0.0..540.0_f64,
        ) {
            let view = View::at(WIDE, zoom, at, of);
            if let Some((latitude, longitude)) = view.degrees(x, y) {
                let (back, down) = view.place(latitude, longitude);
                // At its sides the whole world has a meridian twice.
                let apart = (back - x).abs();
                prop_assert!(apart < 0.01 || (apart - 960.0).abs() < 0.01 && zoom == 0);
                prop_assert!((down - y).abs() < 0.01);
            }
            prop_assert_eq!(View::heard(WIDE, &view.said()), Some(view));
        }

        #[test]
        fn nothing_that_an_address_says_makes_it_fail(text in "[-0-9,. a]{0,24}") {
            View::heard(WIDE, &text);
        }
    }
}
