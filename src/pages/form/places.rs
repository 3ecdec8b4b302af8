//! Places in forms: what is suggested while a name is typed, and the same without scripts: a button that
//! comes back with a choice.

use actix_web::HttpResponse;
use form_urlencoded::Serializer;
use serde::Serialize;

use super::Typed;
use super::links::Candidate;
use crate::casework::places::{self, PlaceSuggestion};
use crate::domain::gazetteer::PlaceKind;
use crate::domain::{Caller, Country};
use crate::error::{Error, FieldError, Result};
use crate::http::places::{country, kind};
use crate::http::query::Parameters;
use crate::pages::frame::Frame;
use crate::pages::visit::{Pairs, Visit, value};

/// Places that are suggested.
const MOST: usize = 8;
/// The fields that a choice fills in.
const FILLED: [&str; 6] =
    ["place_name", "admin1", "country", "latitude", "longitude", "geo_precision"];
/// The button beside a place that asks for those that are called so.
pub const FIND: &str = "~place";

/// Something that may be meant.
#[derive(Serialize)]
struct Suggestion {
    /// What is shown of it.
    value: String,
    about: String,
    /// What it fills in.
    fields: serde_json::Map<String, serde_json::Value>,
    /// How exactly that is, in words.
    precision: String,
    country: String,
}

#[derive(Serialize)]
struct Suggestions {
    items: Vec<Suggestion>,
}

/// What is said beside the name of a place.
fn about(f: &Frame, place: &PlaceSuggestion) -> String {
    let kind = f.t(&format!("place-{}", place.kind));
    let province = place.admin1.clone().filter(|_| place.kind == PlaceKind::Town);
    let country = (place.kind != PlaceKind::Country).then(|| f.country(&place.country).to_owned());
    let matched = place.matched.clone();
    let parts = [Some(kind), province, country, matched];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `GET /suggest/places?q=…&country=…&kind=…`, for type-ahead: JSON.
pub async fn suggest(visit: Visit) -> Result<HttpResponse> {
    let mut parameters = Parameters::of(&visit.request)?;
    let typed = parameters.take("q").unwrap_or_default();
    let country = country(&mut parameters)?;
    let kind = kind(&mut parameters)?;
    parameters.none_left()?;
    if typed.trim().is_empty() {
        return Ok(HttpResponse::Ok().json(Suggestions { items: Vec::new() }));
    }
    let found = found(&visit.caller, typed, country, kind).await?;
    let f = &visit.frame;
    let suggestion = |it: &PlaceSuggestion| Suggestion {
        value: it.name.clone(),
        about: about(f, it),
        fields: it
            .fields()
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.into()))
            .collect(),
        precision: f.label("geo_precision", it.geo_precision.code()),
        country: f.country(&it.country).to_owned(),
    };
    Ok(HttpResponse::Ok().json(Suggestions { items: found.iter().map(suggestion).collect() }))
}

async fn found(
    caller: &Caller,
    typed: String,
    country: Option<Country>,
    kind: Option<PlaceKind>,
) -> Result<Vec<PlaceSuggestion>> {
    let caller = caller.clone();
    // The first to ask waits until the gazetteer is read.
    let found = actix_web::web::block(move || {
        places::places(&caller, &typed, country.as_ref(), kind, MOST)
    });
    Ok(found.await.map_err(Error::internal)??.items)
}

/// What stands before the name of a field of an event: nothing, or `events/0/`.
fn before(field: &str) -> Option<(&str, &str)> {
    let at = field.rfind('/').map_or(0, |at| at + 1);
    let (before, name) = field.split_at(at);
    matches!(name, "place_name" | "admin1").then_some((before, name))
}

/// The places that may be meant by what was typed, if somebody asked for them: at which field, and which.
///
/// # Errors
/// Those of the gazetteer's; that nothing is called so is said at the field.
pub async fn asked(visit: &Visit, typed: &mut Typed) -> Result<Option<(String, Vec<Candidate>)>> {
    let Some(field) = value(&visit.sent, FIND) else { return Ok(None) };
    let Some((_, name)) = before(field) else { return Ok(None) };
    let text = typed.value(field).trim().to_owned();
    if text.is_empty() {
        typed.errors.push(FieldError::new(field, visit.frame.t("place-type-first")));
        return Ok(Some((field.to_owned(), Vec::new())));
    }
    let country = typed.value("country").parse().ok();
    let kind = (name == "admin1").then_some(PlaceKind::Province);
    let found = match found(&visit.caller, text, country, kind).await {
        Ok(found) => found,
        Err(Error::Malformed(about)) => {
            typed.errors.push(FieldError::new(field, about));
            return Ok(Some((field.to_owned(), Vec::new())));
        }
        Err(other) => return Err(other),
    };
    if found.is_empty() {
        typed.errors.push(FieldError::new(field, visit.frame.t("place-not-found")));
    }
    let candidate = |it: &PlaceSuggestion| Candidate {
        reference: Serializer::new(String::new()).extend_pairs(it.fields()).finish(),
        name: format!("{} – {}", it.name, about(&visit.frame, it)),
    };
    Ok(Some((field.to_owned(), found.iter().map(candidate).collect())))
}

/// Fills in the places that were chosen. Where the form names another country, that is said.
pub fn choose(f: &Frame, sent: &Pairs, typed: &mut Typed) {
    for (name, chosen) in sent {
        let Some(field) = name.strip_suffix("~pick") else { continue };
        let Some((before, _)) = before(field) else { continue };
        typed.values.remove(name);
        let fields: Pairs = form_urlencoded::parse(chosen.as_bytes()).into_owned().collect();
        let value_of = |name: &str| fields.iter().find(|it| it.0 == name).map(|it| it.1.as_str());
        let (Some(place), Some(country)) = (value_of("place_name"), value_of("country")) else {
            continue;
        };
        let Ok(country) = country.parse::<Country>() else { continue };
        for (name, value) in fields.iter().filter(|(name, _)| FILLED.contains(&name.as_str())) {
            // A province or a country does not say where in it.
            let is_kept = name == "country" || name == "place_name" && place.is_empty();
            if !is_kept {
                typed.set(format!("{before}{name}"), value.as_str());
            }
        }
        let said = typed.value("country").to_owned();
        if said.is_empty() {
            typed.set("country", country.as_str());
        } else if said != country.as_str() {
            let other = said.parse().map_or(said, |it: Country| f.country(&it).to_owned());
            let about = f.tvv("place-elsewhere", f.country(&country), &other);
            typed.errors.push(FieldError::new(field, about));
        }
    }
}
