//! The land under a map, as an SVG with an address of its own, which browsers keep.

use std::sync::LazyLock;

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::Path;

use super::view::{SMALL, Size, View, WIDE};
use crate::domain::drawing::{cut_to, write_path};
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
        let points = cut_to(placed.collect(), (width, height), MARGIN);
        write_path(&points, if view.size == WIDE { 1.0 } else { 2.0 }, path);
    }
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
}
