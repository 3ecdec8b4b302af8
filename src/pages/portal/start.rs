//! Where the public begins: what this is, how much there is, what was published last.

use actix_web::HttpResponse;
use askama::Template;

use crate::casework::countries;
use crate::casework::read_records::count_up_to;
use crate::casework::records::event_view::EventView;
use crate::casework::records::{
    Filters, actor::Actor, demand::Demand, event::Event, incident::Incident, statement::Statement,
};
use crate::error::Result;
use crate::exchange::package::Package;
use crate::http::query::Parameters;
use crate::pages::answer::page;
use crate::pages::frame::Frame;
use crate::pages::records::{Looking, PUBLIC, Shown};
use crate::pages::visit::Visit;

/// Up to how many records of each kind are counted.
const COUNTED: i64 = 2_000;
/// Events that were published last, and countries with the most events.
const LATEST: i64 = 8;
const COUNTRIES: usize = 12;

#[derive(Template)]
#[template(path = "portal/start.html")]
struct StartPage<'a> {
    f: &'a Frame,
    /// How much there is: what is counted, how many, the list.
    counts: Vec<(String, String, String)>,
    latest: Vec<EventView>,
    /// Code, name, events.
    countries: Vec<(String, &'static str, String)>,
    /// Address and what is in it.
    files: Vec<(String, String)>,
    /// The address of all of it, in one file.
    package: String,
}

struct Found {
    counts: Vec<(String, String, String)>,
    latest: Vec<EventView>,
    countries: Vec<(String, &'static str, String)>,
}

/// `GET /public`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let Found { counts, latest, countries } = visit.look(found).await?;
    let f = &visit.frame;
    let files = ["event", "incident", "statement", "actor", "demand", "instrument"]
        .map(|word| (format!("/exports/{word}s.csv"), f.t(&format!("kinds-{word}"))));
    debug_assert!(files.iter().all(|file| PUBLIC.iter().any(|kind| file.0.contains(kind))));
    let package = format!("/exports/{}", Package::FILE);
    page(&StartPage { f, package, counts, latest, countries, files: files.into() })
}

fn found(look: &mut Looking<'_>) -> Result<Found> {
    let mut counts = Vec::new();
    count::<Incident>(look, &mut counts)?;
    count::<Event>(look, &mut counts)?;
    count::<Statement>(look, &mut counts)?;
    count::<Actor>(look, &mut counts)?;
    count::<Demand>(look, &mut counts)?;
    let latest = look.latest::<Event>(&[], LATEST)?;
    let seen = countries::countries(look.db, &look.eyes.caller)?;
    let mut all = seen.countries;
    all.sort_by_key(|it| (-it.events, it.country.name()));
    all.truncate(COUNTRIES);
    let f = look.f;
    let row = |it: countries::CountrySeen| {
        let more = if it.events >= seen.most { "+" } else { "" };
        (
            it.country.as_str().to_owned(),
            f.country(&it.country),
            format!("{}{more}", f.number(it.events)),
        )
    };
    Ok(Found { counts, latest, countries: all.into_iter().map(row).collect() })
}

fn count<R: Shown>(
    look: &mut Looking<'_>,
    counts: &mut Vec<(String, String, String)>,
) -> Result<()> {
    let caller = &look.eyes.caller;
    let count = count_up_to::<R>(look.db, caller, look.memory, &Filters::default(), COUNTED)?;
    let more = if count >= COUNTED { "+" } else { "" };
    let shown = format!("{}{more}", look.f.number(count));
    counts.push((look.f.t(&format!("kinds-{}", R::WORD)), shown, format!("/{}", R::PATH)));
    Ok(())
}
