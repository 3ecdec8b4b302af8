//! The events of a list on a map: the same filters, gathered in squares, with a table of the same counts.

use std::fmt::Display;

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::basemap;
use super::symbol::{self, Name, Shade, Shape, Symbol};
use super::view::{CLOSEST, View, WIDE};
use crate::casework::map::{self, Area, Cluster, EventMap};
use crate::casework::records::event::Event;
use crate::casework::records::{Filters, Record};
use crate::domain::gazetteer::gazetteer;
use crate::domain::outlines::{self, Bounds};
use crate::domain::{Country, GeoPrecision};
use crate::error::{Error, Result};
use crate::http::query::{ListQuery, Parameters};
use crate::pages::answer::page_with;
use crate::pages::frame::Frame;
use crate::pages::list::address;
use crate::pages::narrowing::{Asked, Narrowing};
use crate::pages::visit::Visit;

/// Countries that the table lists, of which nothing else is known.
const COUNTRIES: usize = 60;
/// Countries that are shaded.
const SHADED: usize = 30;

/// What a map shows, on its land.
pub struct Picture {
    pub class: &'static str,
    pub land: String,
    pub width: f64,
    pub height: f64,
    pub label: String,
    pub shades: Vec<Shade>,
    pub names: Vec<Name>,
    pub symbols: Vec<Symbol>,
}

#[derive(Template)]
#[template(path = "map/events.html")]
struct MapPage<'a> {
    f: &'a Frame,
    by: Narrowing,
    events: i64,
    has_more: bool,
    picture: Picture,
    ways: Vec<Way>,
    whole: String,
    shapes: [Shape; 5],
    rows: Vec<Row>,
    rest: Vec<Line>,
}

/// A step to another view.
struct Way {
    href: String,
    label: String,
    sign: &'static str,
}

struct Row {
    place: String,
    precision: String,
    events: i64,
    /// The list of these events; nothing where no filter says which they are.
    list: String,
    label: String,
    closer: String,
}

/// Events that are not on the map.
struct Line {
    text: String,
    href: String,
}

type Pairs = Vec<(String, String)>;

/// `GET /events/map`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    let mut parameters: Pairs =
        form_urlencoded::parse(visit.request.query_string().as_bytes()).into_owned().collect();
    parameters.retain(|(name, value)| !value.trim().is_empty() && name != "cursor");
    let mut asked = Parameters::given(parameters.clone())?;
    let said = asked.take("view");
    parameters.retain(|(name, _)| name != "view");
    let (view, wrong) = match said.as_deref().map(|said| View::heard(WIDE, said)) {
        Some(None) => (None, Some(visit.frame.t("map-view-wrong"))),
        Some(Some(view)) => (Some(view), None),
        None => (None, None),
    };
    let mut page = Making { f: &visit.frame, parameters: &parameters, view: View::world(WIDE) };
    if let Some(wrong) = wrong {
        return page_with(StatusCode::BAD_REQUEST, &page.made(&EventMap::default(), Some(wrong)));
    }
    let found = match ListQuery::read(asked, &visit.app, Event::SORTS) {
        Ok(asked) => look(&visit, asked.filters, view).await,
        Err(error) => Err(error),
    };
    match found {
        Ok((found, view)) => {
            page.view = view;
            page_with(StatusCode::OK, &page.made(&found, None))
        }
        Err(Error::Malformed(about)) => {
            page_with(StatusCode::BAD_REQUEST, &page.made(&EventMap::default(), Some(about)))
        }
        Err(other) => Err(other),
    }
}

/// The events, in the view that is asked for or that frames them.
async fn look(
    visit: &Visit,
    filters: Filters,
    view: Option<View>,
) -> Result<(Arc<EventMap>, View)> {
    visit
        .look(move |look| {
            let mut all =
                |area: &Area| map::remembered(look.db, look.eyes, look.memory, &filters, area);
            let area = |view: &View| {
                let [west, south, east, north] = view.bounds();
                Area { west, south, east, north }
            };
            if let Some(view) = view.or_else(|| of_countries(&filters)) {
                return Ok((all(&area(&view))?, view));
            }
            let world = all(&Area::WORLD)?;
            let view = framing(&world);
            // All that there is stands on the whole world, and is looked at once.
            if filters.0.is_empty() || view == View::world(WIDE) {
                let view = View::world(WIDE);
                return Ok((world, view));
            }
            Ok((all(&area(&view))?, view))
        })
        .await
}

/// The view of the countries that a list is filtered by.
fn of_countries(filters: &Filters) -> Option<View> {
    let codes = filters.get("country")?.split(',').map(str::trim);
    let bounds = codes.filter_map(|code| outlines::fine().bounds(code)).reduce(Bounds::with)?;
    Some(View::of(WIDE, bounds))
}

/// The view in which all that is placed is seen.
fn framing(found: &EventMap) -> View {
    #[expect(clippy::cast_possible_truncation, reason = "hundredths of degrees are small")]
    let point = |(latitude, longitude): (f64, f64)| {
        ((longitude * 100.0).round() as i32, (latitude * 100.0).round() as i32)
    };
    let points = found.clusters.iter().flat_map(|cluster| {
        // A province is more than its middle.
        let (latitude, longitude) = cluster.at;
        let around = [longitude - 0.5, latitude - 0.5, longitude + 0.5, latitude + 0.5];
        let [west, south, east, north] = cluster.bounds.unwrap_or(around);
        [point((south, west)), point((north, east))]
    });
    let shaded = found.countries.iter().filter_map(|(it, _)| outlines::fine().bounds(it.as_str()));
    let all = Bounds::around(points).into_iter().chain(shaded).reduce(Bounds::with);
    all.map_or(View::world(WIDE), |bounds| View::of(WIDE, bounds))
}

/// A page in the making.
struct Making<'a> {
    f: &'a Frame,
    parameters: &'a Pairs,
    view: View,
}

impl<'a> Making<'a> {
    fn made(&self, found: &EventMap, wrong: Option<String>) -> MapPage<'a> {
        let f = self.f;
        let mut rows = Vec::new();
        let mut symbols = Vec::new();
        for cluster in &found.clusters {
            let row = self.row(cluster);
            let href = if row.closer.is_empty() { row.list.clone() } else { row.closer.clone() };
            let drawn = Symbol::of(
                &self.view,
                cluster.precision,
                cluster.at,
                cluster.events,
                (row.label.clone(), href),
            );
            symbols.extend(drawn);
            rows.push(row);
        }
        // The large ones first, so that the small ones are not under them.
        let radius = |it: &Symbol| it.radius.parse::<f64>().unwrap_or_default();
        symbols.sort_by(|a, b| radius(b).total_cmp(&radius(a)));
        let mut shades = Vec::new();
        for (country, events) in found.countries.iter().take(COUNTRIES) {
            let row = self.country_row(country, *events);
            if shades.len() < SHADED {
                shades.extend(symbol::shade(&self.view, country, row.label.clone()));
            }
            rows.push(row);
        }
        let mut by = Narrowing::of::<Event>(f, "map", &Asked(self.parameters.clone()), &[]);
        by.wrong = wrong;
        MapPage {
            f,
            by,
            events: found.events,
            has_more: found.has_more,
            picture: Picture {
                class: "wide",
                land: basemap::address(&self.view),
                width: WIDE.width,
                height: WIDE.height,
                label: f.tn("map-label", found.placed()),
                shades,
                names: symbol::names(&self.view, f.language().tag),
                symbols,
            },
            ways: self.ways(),
            whole: address("/events/map", self.parameters.iter()),
            shapes: [Shape::Exact, Shape::Near, Shape::District, Shape::Province, Shape::Linear],
            rows,
            rest: self.rest(found),
        }
    }

    /// The parameters with some others instead of those of the same name.
    fn with(&self, path: &str, others: &[(&str, String)]) -> String {
        let kept = self.parameters.iter().filter(|(name, _)| others.iter().all(|it| it.0 != name));
        let others = others.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        let all: Pairs = kept.cloned().chain(others).collect();
        address(path, all.iter())
    }

    fn list(&self, others: &[(&str, String)]) -> String {
        self.with("/events", others)
    }

    fn seen(&self, view: &View) -> String {
        self.with("/events/map", &[("view", view.said())])
    }

    fn ways(&self) -> Vec<Way> {
        let view = self.view;
        let mut ways = Vec::new();
        let mut way = |key: &str, sign, view: View| {
            ways.push(Way { href: self.seen(&view), label: self.f.t(key), sign });
        };
        if view.zoom < CLOSEST {
            way("map-closer", "+", view.zoomed(2));
        }
        if view.zoom > 0 {
            way("map-farther", "−", view.zoomed(-2));
            way("map-west", "←", view.moved(-0.5, 0.0));
            way("map-north", "↑", view.moved(0.0, 0.5));
            way("map-south", "↓", view.moved(0.0, -0.5));
            way("map-east", "→", view.moved(0.5, 0.0));
        }
        ways
    }

    fn precision(&self, precision: GeoPrecision) -> String {
        self.f.label("geo_precision", precision.code())
    }

    fn label(&self, place: &str, precision: &str, events: i64) -> String {
        format!("{place}: {}, {precision}", self.f.tn("events-count", events))
    }

    fn row(&self, cluster: &Cluster) -> Row {
        let f = self.f;
        let code = || cluster.precision.code().to_owned();
        let precision = self.precision(cluster.precision);
        let (place, list, closer) = match (&cluster.province, cluster.bounds) {
            (Some((name, country, written)), _) => {
                let is_plain = |it: &String| !it.contains(',');
                let list = if written.iter().all(is_plain) {
                    self.list(&[
                        ("country", country.to_string()),
                        ("geo_precision", code()),
                        ("admin1", written.join(",")),
                    ])
                } else {
                    String::new()
                };
                (format!("{name}, {}", f.country(country)), list, String::new())
            }
            (None, Some(bounds)) => {
                let [west, south, east, north] = bounds;
                let bbox = [west, south, east, north].map(degrees).join(",");
                let list = self.list(&[("geo_precision", code()), ("bbox", bbox)]);
                let is_many = west < east || south < north;
                let closer = if is_many && self.view.zoom < CLOSEST {
                    let zoom = self.view.zoom + 4;
                    self.seen(&View::at(WIDE, zoom, cluster.at.0, cluster.at.1))
                } else {
                    String::new()
                };
                (self.around(cluster), list, closer)
            }
            (None, None) => (self.around(cluster), String::new(), String::new()),
        };
        let label = self.label(&place, &precision, cluster.events);
        Row { place, precision, events: cluster.events, list, label, closer }
    }

    /// Where a square is, by a town that people know.
    fn around(&self, cluster: &Cluster) -> String {
        let reach = self.view.span() / 40.0;
        let near = gazetteer().town_near(cluster.at, reach.max(0.1), cluster.country.as_ref());
        match near {
            Some(town) => self.f.tvv("map-around", town.name, self.f.country(&town.country)),
            None => format!("{}, {}", degrees(cluster.at.0), degrees(cluster.at.1)),
        }
    }

    fn country_row(&self, country: &Country, events: i64) -> Row {
        let place = self.f.country(country).to_owned();
        let precision = self.precision(GeoPrecision::Country);
        let list =
            self.list(&[("country", country.to_string()), ("geo_precision", "country".to_owned())]);
        let label = self.label(&place, &precision, events);
        Row { place, precision, events, list, label, closer: String::new() }
    }

    fn rest(&self, found: &EventMap) -> Vec<Line> {
        let f = self.f;
        let mut lines = Vec::new();
        let mut line = |key: &str, count: i64, href: String| {
            if count > 0 {
                lines.push(Line { text: f.tn(key, count), href });
            }
        };
        let others: i64 = found.countries.iter().skip(COUNTRIES).map(|it| it.1).sum();
        line("map-in-others", found.in_others, String::new());
        line("map-other-countries", others, String::new());
        line("map-outside", found.outside, String::new());
        line("map-without-point", found.without_point, String::new());
        let only =
            |precision: GeoPrecision| self.list(&[("geo_precision", precision.code().to_owned())]);
        line("map-international", found.international, only(GeoPrecision::International));
        line("map-unknown", found.unknown, only(GeoPrecision::Unknown));
        lines
    }
}

/// Degrees as they are written in an address.
fn degrees(number: impl Into<f64> + Display) -> String {
    format!("{}", (number.into() * 10_000.0).round() / 10_000.0)
}
