//! A small map beside a record: where its events are, as exactly as the reader may know it.

use askama::Template;

use super::basemap;
use super::events::Picture;
use super::symbol::{self, Shape, Symbol};
use super::view::{SMALL, View};
use crate::casework::records::event_view::EventView;
use crate::domain::gazetteer::gazetteer;
use crate::domain::outlines::{self, Bounds};
use crate::domain::{Country, GeoPrecision};
use crate::error::{Error, Result};
use crate::pages::frame::Frame;

#[derive(Template)]
#[template(path = "map/locator.html")]
struct Locator<'a> {
    f: &'a Frame,
    picture: Picture,
    /// What is known of the place, in words; each once.
    said: Vec<String>,
    all: &'a str,
}

/// Events at the same place.
struct Together<'e> {
    at: (f64, f64),
    events: Vec<&'e EventView>,
}

/// Where a view of an event puts it; a province by its name.
fn point(event: &EventView) -> Option<(f64, f64)> {
    Shape::of(event.geo_precision)?;
    let province = event
        .admin1
        .as_deref()
        .filter(|_| event.geo_precision == GeoPrecision::Province)
        .and_then(|name| gazetteer().province_named(&event.country, name));
    province.and_then(|it| it.at).or(event.latitude.zip(event.longitude))
}

/// The map of some events, with a link to the map of all of them; nothing if no place is known.
pub fn of(f: &Frame, events: &[EventView], all: &str) -> Result<Option<String>> {
    let mut together: Vec<Together<'_>> = Vec::new();
    let mut countries: Vec<&Country> = Vec::new();
    let mut shaded: Vec<&Country> = Vec::new();
    let mut said: Vec<String> = Vec::new();
    for event in events {
        let precision = event.geo_precision;
        let is_known = !matches!(precision, GeoPrecision::International | GeoPrecision::Unknown);
        if !is_known {
            continue;
        }
        if let Some(at) = point(event) {
            let known = together
                .iter_mut()
                .find(|it| it.at == at && it.events[0].geo_precision == precision);
            match known {
                Some(known) => known.events.push(event),
                None => together.push(Together { at, events: vec![event] }),
            }
        } else if precision == GeoPrecision::Country {
            if !shaded.contains(&&event.country) {
                shaded.push(&event.country);
            }
        } else {
            continue;
        }
        if !countries.contains(&&event.country) {
            countries.push(&event.country);
        }
        let about = format!(
            "{}: {}",
            f.label("geo_precision", precision.code()),
            f.definition("geo_precision", precision.code())
        );
        if !said.contains(&about) {
            said.push(about);
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "hundredths of degrees are small")]
    let points = together
        .iter()
        .map(|it| ((it.at.1 * 100.0).round() as i32, (it.at.0 * 100.0).round() as i32));
    let frames = countries.iter().filter_map(|it| outlines::fine().bounds(it.as_str()));
    let bounds = frames.chain(Bounds::around(points)).reduce(Bounds::with);
    let Some(bounds) = bounds else { return Ok(None) };
    let view = View::of(SMALL, bounds);
    let symbol = |it: &Together<'_>| {
        let first = it.events[0];
        let place = crate::pages::records::event::place(f, first);
        let label = format!("{place}: {}", f.tn("events-count", it.events.len()));
        let href = match it.events.as_slice() {
            [one] => format!("/events/{}", one.head.reference),
            _ => all.to_owned(),
        };
        let count = i64::try_from(it.events.len()).unwrap_or(i64::MAX);
        Symbol::of(&view, first.geo_precision, it.at, count, (label, href))
    };
    let picture = Picture {
        class: "small",
        land: basemap::address(&view),
        width: SMALL.width,
        height: SMALL.height,
        label: f.t("map-small"),
        shades: shaded
            .into_iter()
            .filter_map(|it| symbol::shade(&view, it, f.country(it).to_owned()))
            .collect(),
        names: Vec::new(),
        symbols: together.iter().filter_map(symbol).collect(),
    };
    let html = Locator { f, picture, said, all }.render().map_err(Error::internal)?;
    Ok(Some(html))
}
