//! The land under a map, as an SVG with an address of its own, which browsers keep.

use std::fmt::Write;
use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Path;

use super::view::{SMALL, Size, View, WIDE};
use crate::domain::outlines::{self, Outline, Ring};
use crate::error::{Error, Result};
use crate::pages::visit::Visit;
use crate::store::history::digest;

/// Up to which zoom the coarse outlines serve.
const COARSE: u8 = 3;
/// How far beyond the edge of the picture lines are drawn, in its units.
const MARGIN: f64 = 4.0;

/// Changes with the outlines and with how they are drawn.
static EDITION: LazyLock<String> = LazyLock::new(|| {
    let mut all = b"1".to_vec();
    all.extend(include_bytes!("../../reference/geo/countries-50m.z"));
    all.extend(include_bytes!("../../reference/geo/countries-110m.z"));
    digest(&all)[..12].to_owned()
});

/// The address of the land under a view.
pub fn address(view: &View) -> String {
    format!("/basemap/{}/{}/{}.svg", *EDITION, view.size.name, view.said())
}

/// `GET /basemap/{edition}/{size}/{view}.svg`.
pub async fn show(_: Visit, path: Path<(String, String, String)>) -> Result<HttpResponse> {
    let (edition, size, said) = path.into_inner();
    let size = [WIDE, SMALL].into_iter().find(|it| it.name == size).ok_or(Error::NotFound)?;
    let view = View::heard(size, &said).ok_or(Error::NotFound)?;
    if edition != *EDITION || view.said() != said {
        return Err(Error::NotFound);
    }
    Ok(HttpResponse::Ok()
        .content_type("image/svg+xml")
        // Where somebody looks is not for caches that others share.
        .insert_header((CACHE_CONTROL, "private, max-age=31536000, immutable"))
        .body(drawn(&view)))
}

/// The land in a view.
pub fn drawn(view: &View) -> String {
    let Size { width, height, .. } = view.size;
    let mut path = String::new();
    let all = if view.zoom <= COARSE { outlines::coarse() } else { outlines::fine() };
    for outline in &all.all {
        path.push_str(&shape(view, outline));
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\"><path fill=\"#d5dfe2\" d=\"M0 0h{width}v{height}H0z\"/><path fill=\"#f6f4ee\" \
         stroke=\"#9d968a\" stroke-width=\"{}\" stroke-linejoin=\"round\" d=\"{path}\"/></svg>",
        if view.size == WIDE { 1.0 } else { 0.7 }
    )
}

/// What a path draws for a country; nothing where it is not in view.
pub fn shape(view: &View, outline: &Outline) -> String {
    let mut path = String::new();
    for ring in &outline.rings {
        draw(view, ring, &mut path);
    }
    path
}

fn draw(view: &View, ring: &Ring, path: &mut String) {
    let Size { width, height, .. } = view.size;
    let [west, south, east, north] = view.bounds();
    let degrees = |hundredths: i32| f64::from(hundredths) / 100.0;
    for turn in [-360.0, 0.0, 360.0] {
        let is_seen = degrees(ring.bounds.west) + turn <= east
            && degrees(ring.bounds.east) + turn >= west
            && degrees(ring.bounds.south) <= north
            && degrees(ring.bounds.north) >= south;
        if !is_seen {
            continue;
        }
        let middle = degrees(view.longitude);
        let (across, steep) = (view.scale(), view.steep());
        let down = height / 2.0 + degrees(view.latitude) * steep;
        let placed = ring.points.iter().map(|(x, y)| {
            (width / 2.0 + (degrees(*x) + turn - middle) * across, down - degrees(*y) * steep)
        });
        let mut points: Vec<(f64, f64)> = placed.collect();
        for edge in [Edge::Left, Edge::Right(width), Edge::Top, Edge::Bottom(height)] {
            points = cut(&points, edge);
        }
        write(&points, if view.size == WIDE { 1.0 } else { 2.0 }, path);
    }
}

/// A side of the picture.
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
            Self::Left => x + MARGIN,
            Self::Right(width) => width + MARGIN - x,
            Self::Top => y + MARGIN,
            Self::Bottom(height) => height + MARGIN - y,
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
            kept.push((
                before.0 + (point.0 - before.0) * part,
                before.1 + (point.1 - before.1) * part,
            ));
        }
        if to >= 0.0 {
            kept.push(point);
        }
        before = point;
    }
    kept
}

/// Writes a closed line, without points that nobody could tell from the one before. `fine`: how many
/// steps a unit has.
fn write(points: &[(f64, f64)], fine: f64, path: &mut String) {
    #[expect(clippy::cast_possible_truncation, reason = "points lie in the picture")]
    let step = |(x, y): (f64, f64)| ((x * fine).round() as i32, (y * fine).round() as i32);
    let mut steps: Vec<(i32, i32)> = points.iter().copied().map(step).collect();
    steps.dedup();
    // An island that is less than a point is left out.
    if steps.len() < 3 {
        return;
    }
    let number = |steps: i32| {
        let units = f64::from(steps) / fine;
        format!("{units}")
    };
    let (mut x, mut y) = steps[0];
    // Writing to a String cannot fail.
    let _ = write!(path, "M{} {}l", number(x), number(y));
    for (at, (right, down)) in steps[1..].iter().copied().enumerate() {
        let across = number(right - x);
        if at > 0 && !across.starts_with('-') {
            path.push(' ');
        }
        path.push_str(&across);
        let along = number(down - y);
        if !along.starts_with('-') {
            path.push(' ');
        }
        path.push_str(&along);
        (x, y) = (right, down);
    }
    path.push('z');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_world_and_a_country_are_drawn_in_little() {
        let world = drawn(&View::world(WIDE));
        assert!(world.len() < 60_000, "{}", world.len());
        let bounds = outlines::fine().bounds("KHM").unwrap();
        let cambodia = View::of(WIDE, bounds);
        let near = drawn(&cambodia);
        assert!((2_000..40_000).contains(&near.len()), "{}", near.len());
        let outline = outlines::fine().of("KHM").next().unwrap();
        assert!(shape(&cambodia, outline).starts_with('M'));
        assert_eq!(shape(&View::at(WIDE, 10, -30.0, -140.0), outline), "");
        for zoom in 0..=18 {
            for (latitude, longitude) in [(0.0, 180.0), (85.0, 0.0), (-85.0, -180.0), (52.0, 13.0)]
            {
                assert!(drawn(&View::at(WIDE, zoom, latitude, longitude)).ends_with("</svg>"));
            }
        }
    }

    #[test]
    fn a_line_is_cut_at_the_edge() {
        let square = [(-100.0, 10.0), (100.0, 10.0), (100.0, 20.0), (-100.0, 20.0)];
        let kept = cut(&square, Edge::Left);
        assert_eq!(kept, [(-4.0, 10.0), (100.0, 10.0), (100.0, 20.0), (-4.0, 20.0)]);
        assert!(cut(&[(-100.0, 0.0), (-90.0, 0.0)], Edge::Left).is_empty());
        assert!(cut(&[], Edge::Top).is_empty());
    }
}
