//! Places by a few letters of a name, for somebody who says where something happened.

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::gazetteer::{Found, PlaceKind, gazetteer};
use crate::domain::{Action, Caller, Country, GeoPrecision};
use crate::error::{Error, Result};

/// More than anybody types to find a place, in characters.
const LONGEST: usize = 200;

/// Places for somebody who types a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlaceSuggestions {
    pub items: Vec<PlaceSuggestion>,
}

/// A place that may be meant, as an event has it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct PlaceSuggestion {
    pub kind: PlaceKind,
    #[schema(example = "Phnom Penh")]
    pub name: String,
    /// The name by which it was found, if it is another; folded.
    pub matched: Option<String>,
    /// The province, state or region that it is, or lies in.
    #[schema(example = "Phnom Penh")]
    pub admin1: Option<String>,
    #[schema(value_type = Country)]
    pub country: Country,
    /// None for a country, which is no point.
    #[schema(example = 11.562)]
    pub latitude: Option<f64>,
    #[schema(example = 104.916)]
    pub longitude: Option<f64>,
    /// How exactly the place of an event is known that happened there: a town is `near`, since it
    /// happened somewhere in it.
    pub geo_precision: GeoPrecision,
}

impl From<Found> for PlaceSuggestion {
    fn from(found: Found) -> Self {
        Self {
            kind: found.kind,
            name: found.name.to_owned(),
            matched: found.matched,
            admin1: found.admin1.map(str::to_owned),
            country: found.country,
            latitude: found.at.map(|at| at.0),
            longitude: found.at.map(|at| at.1),
            geo_precision: found.kind.precision(),
        }
    }
}

impl PlaceSuggestion {
    /// What the fields of an event hold that happened there: name of the field, value.
    pub fn fields(&self) -> Vec<(&'static str, String)> {
        let number = |it: Option<f64>| it.map(|it| it.to_string()).unwrap_or_default();
        let name = if self.kind == PlaceKind::Town { self.name.clone() } else { String::new() };
        vec![
            ("place_name", name),
            ("admin1", self.admin1.clone().unwrap_or_default()),
            ("country", self.country.to_string()),
            ("latitude", number(self.latitude)),
            ("longitude", number(self.longitude)),
            ("geo_precision", self.geo_precision.code().to_owned()),
        ]
    }
}

/// The places whose names are most like what was typed, best first; at most `limit`. Those of `country`
/// are likelier. `only`: of which kind.
///
/// # Errors
/// [`Error::Malformed`] for what is too long to be a name, or empty.
pub fn places(
    caller: &Caller,
    typed: &str,
    country: Option<&Country>,
    only: Option<PlaceKind>,
    limit: usize,
) -> Result<PlaceSuggestions> {
    caller.must(Action::ReadRecords)?;
    if typed.chars().count() > LONGEST {
        return Err(Error::Malformed(format!("'q' takes at most {LONGEST} characters")));
    }
    if typed.trim().is_empty() {
        return Err(Error::Malformed("'q' is empty; write a few letters".to_owned()));
    }
    let found = gazetteer().search(typed, country, only, limit);
    Ok(PlaceSuggestions { items: found.into_iter().map(PlaceSuggestion::from).collect() })
}
