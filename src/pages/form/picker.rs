//! A small map in a form: a click comes closer, and from close enough sets the point; how exactly it is
//! known follows from how close one is. It is never said to be exact. Works without scripts: the map is an
//! image that sends where it was clicked.

use super::Typed;
use crate::domain::outlines::{self, country_at};
use crate::domain::{Country, GeoPrecision};
use crate::pages::map::basemap;
use crate::pages::map::symbol::{Shape, short};
use crate::pages::map::view::{SMALL, View};
use crate::pages::visit::{Pairs, value};

/// The buttons that come closer or go farther away.
pub const CLOSER: &str = "~closer";
pub const FARTHER: &str = "~farther";

/// The map of a field, as it is shown.
pub struct Picker {
    /// The view that is shown, for the click to be understood.
    pub view: String,
    /// Whether somebody chose it.
    pub is_chosen: bool,
    pub land: String,
    /// The point that is set, in the units of the picture.
    pub point: Option<Marked>,
    pub width: f64,
    pub height: f64,
    /// How exactly a click would set a point; nothing, if it only comes closer.
    pub precision: Option<GeoPrecision>,
}

/// A point that is set.
pub struct Marked {
    pub x: String,
    pub y: String,
    pub class: &'static str,
}

/// How exactly a click in a view tells a place.
const fn precision(zoom: u8) -> Option<GeoPrecision> {
    match zoom {
        ..8 => None,
        8..12 => Some(GeoPrecision::Province),
        12..15 => Some(GeoPrecision::District),
        _ => Some(GeoPrecision::Near),
    }
}

/// What stands before the name of the map's field.
fn before(name: &str) -> &str {
    name.strip_suffix("map").unwrap_or_default()
}

/// The point that is typed.
fn typed_point(typed: &Typed, before: &str) -> Option<(f64, f64)> {
    let degrees = |name: &str, most: f64| {
        let degrees = typed.value(&format!("{before}{name}")).trim().parse::<f64>().ok();
        degrees.filter(|it| it.is_finite() && it.abs() <= most)
    };
    Some((degrees("latitude", 90.0)?, degrees("longitude", 180.0)?))
}

/// The view of a form: the one chosen, else around the point, else the country, else the world.
fn view(typed: &Typed, name: &str) -> View {
    if let Some(view) = View::heard(SMALL, typed.value(name)) {
        return view;
    }
    if let Some((latitude, longitude)) = typed_point(typed, before(name)) {
        return View::at(SMALL, 12, latitude, longitude);
    }
    let country = typed.value("country");
    outlines::fine().bounds(country).map_or(View::world(SMALL), |it| View::of(SMALL, it))
}

/// The map of the field `name`.
pub fn picker(typed: &Typed, name: &str) -> Picker {
    let view = view(typed, name);
    let known = typed.value(&format!("{}geo_precision", before(name))).parse().ok();
    let shape = known.and_then(Shape::of).unwrap_or(Shape::Near);
    let point = typed_point(typed, before(name)).map(|(latitude, longitude)| {
        let (x, y) = view.place(latitude, longitude);
        Marked { x: short(x), y: short(y), class: shape.class() }
    });
    Picker {
        view: view.said(),
        is_chosen: !typed.value(name).is_empty(),
        land: basemap::address(&view),
        point,
        width: SMALL.width,
        height: SMALL.height,
        precision: precision(view.zoom),
    }
}

/// Does what was asked of a map; says whether anything was.
pub fn clicked(sent: &Pairs, typed: &mut Typed) -> bool {
    for (button, steps) in [(CLOSER, 2), (FARTHER, -2)] {
        if let Some(name) = value(sent, button) {
            let shown = shown(sent, typed, name);
            typed.set(name, shown.zoomed(steps).said());
            return true;
        }
    }
    let Some((name, x)) = sent.iter().find_map(|(name, value)| {
        let name = name.strip_prefix("~map:")?.strip_suffix(".x")?;
        Some((name.to_owned(), value.trim().parse::<f64>().ok()?))
    }) else {
        return false;
    };
    let y = value(sent, &format!("~map:{name}.y")).and_then(|y| y.trim().parse::<f64>().ok());
    let (Some(y), view) = (y, shown(sent, typed, &name)) else { return true };
    // The keyboard presses an image at its corner, where nobody meant a place.
    let is_within = x.is_finite() && y.is_finite() && x <= SMALL.width && y <= SMALL.height;
    let at = view.degrees(x, y).filter(|_| is_within && (x > 0.0 || y > 0.0));
    let Some((latitude, longitude)) = at else { return true };
    let before = before(&name).to_owned();
    let mut steps = 4;
    if let Some(precision) = precision(view.zoom) {
        let decimals = if precision == GeoPrecision::Near { 2 } else { 1 };
        typed.set(format!("{before}latitude"), format!("{latitude:.decimals$}"));
        typed.set(format!("{before}longitude"), format!("{longitude:.decimals$}"));
        typed.set(format!("{before}geo_precision"), precision.code());
        if typed.value("country").is_empty()
            && let Some(country) = country_at(latitude, longitude)
        {
            let country: Option<Country> = country.parse().ok();
            typed.set("country", country.map(|it| it.to_string()).unwrap_or_default());
        }
        steps = 2;
    }
    let zoom = view.zoomed(steps).zoom;
    typed.set(name, View::at(SMALL, zoom, latitude, longitude).said());
    true
}

/// The view that was shown where somebody clicked.
fn shown(sent: &Pairs, typed: &Typed, name: &str) -> View {
    let said = value(sent, &format!("~view:{name}")).and_then(|said| View::heard(SMALL, said));
    said.unwrap_or_else(|| view(typed, name))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn click(view: &View, x: &str, y: &str) -> Typed {
        let mut typed = Typed::default();
        let sent = [
            ("~view:events/0/map".to_owned(), view.said()),
            ("~map:events/0/map.x".to_owned(), x.to_owned()),
            ("~map:events/0/map.y".to_owned(), y.to_owned()),
        ];
        assert!(clicked(&sent.to_vec(), &mut typed));
        typed
    }

    #[test]
    fn a_click_is_as_exact_as_one_is_close() {
        let typed = click(&View::world(SMALL), "200", "80");
        assert_eq!(typed.value("events/0/latitude"), "");
        assert!(typed.value("events/0/map").starts_with("4,"), "it only comes closer");
        for (zoom, precision, latitude) in
            [(8, "province", "11.5"), (12, "district", "11.5"), (16, "near", "11.50")]
        {
            let typed = click(&View::at(SMALL, zoom, 11.5, 104.9), "120", "90");
            assert_eq!(typed.value("events/0/geo_precision"), precision);
            let set: f64 = typed.value("events/0/latitude").parse().unwrap();
            assert!((set - latitude.parse::<f64>().unwrap()).abs() < 0.8, "{set}");
            assert_eq!(typed.value("country"), "KHM");
        }
        let pressed = click(&View::at(SMALL, 12, 11.5, 104.9), "0", "0");
        assert_eq!(pressed.value("events/0/latitude"), "", "by the keyboard");
    }

    proptest! {
        #[test]
        fn nothing_that_is_sent_makes_it_fail(name in ".{0,12}", x in ".{0,6}", view in ".{0,12}") {
            let sent = vec![
                (format!("~map:{name}.x"), x.clone()),
                (format!("~map:{name}.y"), x.clone()),
                (format!("~view:{name}"), view),
            ];
            let mut typed = Typed::default();
            clicked(&sent, &mut typed);
            picker(&typed, &name);
        }
    }
}
