//! How a place is drawn: by how exactly it is known. What is not known as a point never looks like one.

use askama::Template;

use super::view::{View, WIDE};
use crate::domain::outlines;
use crate::domain::{Country, GeoPrecision};

/// Events that stand together, drawn.
#[derive(Template)]
#[template(path = "map/symbol.html")]
pub struct Symbol {
    pub shape: Shape,
    pub x: String,
    pub y: String,
    /// How large: in the units of the picture.
    pub radius: String,
    /// How many events, where there are several.
    pub number: String,
    /// 1 to 5, by how many events there are.
    pub grade: usize,
    pub label: String,
    pub href: String,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A point: the place itself.
    Exact,
    /// A point with a ring: within about 25 kilometres.
    Near,
    /// A circle: somewhere in the district.
    District,
    /// A large, broken circle: somewhere in the province.
    Province,
    /// A square on its corner: a line or a loosely named area.
    Linear,
}

impl Shape {
    /// The shape of a precision; none of what is no point.
    pub const fn of(precision: GeoPrecision) -> Option<Self> {
        Some(match precision {
            GeoPrecision::Exact => Self::Exact,
            GeoPrecision::Near => Self::Near,
            GeoPrecision::District => Self::District,
            GeoPrecision::Province => Self::Province,
            GeoPrecision::Linear => Self::Linear,
            GeoPrecision::Country | GeoPrecision::International | GeoPrecision::Unknown => {
                return None;
            }
        })
    }

    pub const fn class(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Near => "near",
            Self::District => "district",
            Self::Province => "province",
            Self::Linear => "linear",
        }
    }
}

/// A number with at most one decimal.
pub fn short(number: f64) -> String {
    format!("{}", (number * 10.0).round() / 10.0)
}

impl Symbol {
    /// The symbol of events at a point, if they may have one and it lies in view.
    pub fn of(
        view: &View,
        precision: GeoPrecision,
        at: (f64, f64),
        events: i64,
        (label, href): (String, String),
    ) -> Option<Self> {
        let shape = Shape::of(precision)?;
        let (x, y) = view.place(at.0, at.1);
        let size = view.size;
        if !(0.0..=size.width).contains(&x) || !(0.0..=size.height).contains(&y) {
            return None;
        }
        let grade = match events {
            ..2 => 1,
            2..10 => 2,
            10..100 => 3,
            100..1000 => 4,
            _ => 5,
        };
        let grown: f64 = [5.0, 10.0, 13.0, 17.0, 21.0][grade - 1];
        // As large as what is known: a tenth of a degree, or a degree, from side to side.
        let (least, known): (f64, f64) = match shape {
            Shape::Exact | Shape::Near => (grown, 0.0),
            Shape::District => (grown + 5.0, 0.05),
            Shape::Province => (grown + 12.0, 0.5),
            Shape::Linear => (grown + 6.0, 0.0),
        };
        // Seen from far away there is little room.
        let scale = if size == WIDE && view.zoom > 5 { 1.0 } else { 0.6 };
        let radius = (least * scale).max(known * view.scale()).min(size.height / 4.0);
        Some(Self {
            shape,
            x: short(x),
            y: short(y),
            radius: short(radius),
            number: if events > 1 { few_signs(events) } else { String::new() },
            grade,
            label,
            href,
        })
    }

    /// The ring around a point.
    fn ring(&self) -> String {
        short(self.radius.parse().unwrap_or(0.0) + 4.0)
    }

    /// The corners of the square.
    fn corners(&self) -> String {
        let number = |text: &str| text.parse::<f64>().unwrap_or_default();
        let (x, y, r) = (number(&self.x), number(&self.y), number(&self.radius));
        let point = |right: f64, down: f64| format!("{},{}", short(x + right), short(y + down));
        [point(0.0, -r), point(r, 0.0), point(0.0, r), point(-r, 0.0)].join(" ")
    }
}

/// A number in few signs: 950, 1.2k, 20k.
fn few_signs(number: i64) -> String {
    match number {
        ..1_000 => number.to_string(),
        1_000..10_000 => format!("{}.{}k", number / 1_000, number % 1_000 / 100),
        _ => format!("{}k", number / 1_000),
    }
}

/// A country of which nothing but the country is known.
pub struct Shade {
    pub path: String,
    pub label: String,
}

/// The country, as it is shaded; nothing where it is not in view.
pub fn shade(view: &View, country: &Country, label: String) -> Option<Shade> {
    let all = outlines::fine().of(country.as_str());
    let path: String = all.map(|outline| super::basemap::shape(view, outline)).collect();
    (!path.is_empty()).then_some(Shade { path, label })
}

/// A name on the map.
pub struct Name {
    pub x: String,
    pub y: String,
    pub text: &'static str,
}

/// The names of the countries, in a language, that have room for theirs.
pub fn names(view: &View, language: &str) -> Vec<Name> {
    let mut all: Vec<Name> = Vec::new();
    let mut taken: Vec<(f64, f64, f64)> = Vec::new();
    let framed = |it: Country| outlines::fine().bounds(it.as_str()).map(|bounds| (it, bounds));
    let mut countries: Vec<_> = Country::all().into_iter().filter_map(framed).collect();
    // The larger ones first; the others where there is room.
    countries.sort_by_key(|(_, bounds)| bounds.west - bounds.east);
    for (country, bounds) in countries {
        let wide = f64::from(bounds.east - bounds.west) / 100.0 * view.scale();
        let Some(middle) = outlines::fine().middle(country.as_str()) else { continue };
        let (x, y) = view.place(f64::from(middle.1) / 100.0, f64::from(middle.0) / 100.0);
        let name = country.name_in(language);
        let half = f64::from(u32::try_from(name.chars().count()).unwrap_or(99)) * 4.0;
        let is_inside = (half..=view.size.width - half).contains(&x)
            && (16.0..=view.size.height - 16.0).contains(&y);
        let is_free = taken
            .iter()
            .all(|(left, top, wide)| (x - left).abs() > half + wide || (y - top).abs() > 18.0);
        if is_inside && is_free && wide > half * 2.0 {
            taken.push((x, y, half));
            all.push(Name { x: short(x), y: short(y), text: name });
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_point_has_no_symbol() {
        let view = View::world(WIDE);
        let symbol = |precision| {
            Symbol::of(&view, precision, (11.0, 104.0), 1, (String::new(), String::new()))
        };
        for precision in [GeoPrecision::Country, GeoPrecision::International, GeoPrecision::Unknown]
        {
            assert!(symbol(precision).is_none(), "{precision}");
        }
        assert!(symbol(GeoPrecision::Exact).is_some());
        // The less is known, the larger.
        let radius = |precision| symbol(precision).unwrap().radius.parse::<f64>().unwrap();
        assert!(radius(GeoPrecision::Near) < radius(GeoPrecision::District));
        assert!(radius(GeoPrecision::District) < radius(GeoPrecision::Province));
    }

    #[test]
    fn numbers_fit_into_symbols() {
        let shown: Vec<String> = [2, 999, 1_250, 20_000].into_iter().map(few_signs).collect();
        assert_eq!(shown, ["2", "999", "1.2k", "20k"]);
    }
}
