//! `/api/v1/suggest/places`: places while a name is typed.

use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};

use super::accounts::{Malformed, Unauthenticated};
use super::query::Parameters;
use super::search::at_most;
use super::session;
use crate::app::App;
use crate::casework::places::{self, PlaceSuggestions};
use crate::domain::Country;
use crate::domain::gazetteer::PlaceKind;
use crate::error::{Error, Result};

/// The longest list that people choose from.
const MOST: usize = 50;

/// Takes out which country is likelier.
///
/// # Errors
/// [`Error::Malformed`] for a country that there is not.
pub fn country(parameters: &mut Parameters) -> Result<Option<Country>> {
    parameters.parsed("country")
}

/// Takes out of which kind places are to be.
///
/// # Errors
/// [`Error::Malformed`] for a kind that there is not.
pub fn kind(parameters: &mut Parameters) -> Result<Option<PlaceKind>> {
    parameters.parsed("kind")
}

/// Suggest places while a name is typed
///
/// Countries, provinces and towns, offline, from the gazetteer: first those that begin so, then those that
/// are nearly spelt so. After a comma may stand the province or the country. They are those of
/// geonames.org, under CC BY 4.0.
#[utoipa::path(get, path = "/api/v1/suggest/places", tag = "search", operation_id = "suggestPlaces",
    params(("q" = String, Query, description = "A few letters of a name", example = "phnom"),
        ("country" = Option<Country>, Query, description = "The country whose places are likelier", example = "KHM"),
        ("kind" = Option<PlaceKind>, Query, description = "Of which kind; of all, if it is left out"),
        ("limit" = Option<i64>, Query, description = "From 1 to 50", minimum = 1, maximum = 50)),
    responses((status = 200, description = "Places, the likeliest first", body = PlaceSuggestions),
        (status = 400, response = Malformed), (status = 401, response = Unauthenticated)),
    security(("token" = [])))]
pub async fn suggest_places(request: HttpRequest, app: Data<App>) -> Result<HttpResponse> {
    let caller = session::caller(&request, &app).await?;
    let mut parameters = Parameters::of(&request)?;
    let typed = parameters.required("q", "phnom")?;
    let country = country(&mut parameters)?;
    let kind = kind(&mut parameters)?;
    let limit = at_most(&mut parameters, 10, MOST)?;
    parameters.none_left()?;
    // The first to ask waits until the gazetteer is read.
    let found = web::block(move || places::places(&caller, &typed, country.as_ref(), kind, limit));
    Ok(HttpResponse::Ok().json(found.await.map_err(Error::internal)??))
}
