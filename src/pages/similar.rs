//! Records that look like the one that somebody is about to save, or that they look at: said in
//! words. Asked while they type, where there are scripts; once before saving, where there are none.

use actix_web::HttpResponse;
use actix_web::web::Path;
use serde::Serialize;
use serde_json::{Value, json};

use super::form::Typed;
use super::form::links;
use super::form::read::understand_dates;
use super::frame::Frame;
use super::records::{Looking, Shown};
use super::visit::Visit;
use crate::casework::duplicates::{self, Duplicate, LIKELY, Reason, ReasonCode};
use crate::casework::records::actor::{Actor, ActorInput};
use crate::casework::records::event::Event;
use crate::casework::records::event_input::EventInput;
use crate::casework::records::incident::Incident;
use crate::domain::{Action, Country, Edtf};
use crate::error::{Error, Result};
use crate::http::duplicates::note_reading;
use crate::store::Kind;

/// Records that are shown beside a form.
const MOST: usize = 5;
/// Events of a new incident that are compared.
const EVENTS: usize = 10;

/// A record that may be the same, as people read it.
#[derive(Debug, Clone, Serialize)]
pub struct ShownDuplicate {
    pub path: String,
    pub title: String,
    pub reference: String,
    /// What it is, when and where.
    pub about: String,
    /// How likely it is the same, in hundredths.
    pub likely: String,
    /// Why it may be.
    pub why: Vec<String>,
    /// What speaks against it.
    pub against: Vec<String>,
}

/// The path of the pages of a kind that is compared.
pub const fn path_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Actor => Actor::PATH,
        _ => Event::PATH,
    }
}

/// A candidate in words.
pub fn shown(f: &Frame, it: &Duplicate) -> ShownDuplicate {
    let kind = match it.kind {
        Kind::Actor => f.label("actor_kind", &it.traits.kind),
        _ => f.event_type(&it.traits.kind),
    };
    let date = it.traits.date.as_deref().map(|date| f.date(Some(date)));
    let country = it.traits.country.as_ref().map(|country| f.country(country).to_owned());
    let about: Vec<String> = [Some(kind), date, country].into_iter().flatten().collect();
    let words = |against: bool| {
        let some = it.reasons.iter().filter(move |why| why.against == against);
        some.map(|why| in_words(f, why)).collect()
    };
    ShownDuplicate {
        path: format!("/{}/{}", path_of(it.kind), it.reference),
        title: it.title.clone(),
        reference: it.reference.clone(),
        about: about.join(" · "),
        likely: f.tv("duplicate-likely", &percent(it.score)),
        why: words(false),
        against: words(true),
    }
}

/// A score in hundredths.
fn percent(score: f64) -> String {
    format!("{:.0}", score * 100.0)
}

fn in_words(f: &Frame, why: &Reason) -> String {
    let key = format!("why-{}", why.code.code().replace('_', "-"));
    let value = why.value.as_deref().unwrap_or_default();
    match (why.code, why.about.as_slice()) {
        (ReasonCode::NameAlike | ReasonCode::ParticipantAlike, [one, other]) => {
            f.tvv(&key, one, other)
        }
        (ReasonCode::SameName, [one, _]) => f.tv(&key, one),
        _ => f.tv(&key, value),
    }
}

/// What is said above candidates: `2 similar events`.
pub fn heading(f: &Frame, found: &[Duplicate]) -> String {
    match found.first() {
        None => String::new(),
        Some(first) => f.tn(&format!("similar-{}", first.kind.code()), found.len()),
    }
}

/// The actors who may be the same as one that a form describes.
pub fn of_actor(look: &mut Looking<'_>, value: &Value) -> Result<Vec<Duplicate>> {
    let Ok(input) = serde_json::from_value::<ActorInput>(value.clone()) else {
        return Ok(Vec::new());
    };
    duplicates::actors::of_new(look.db, look.eyes, &input, MOST)
}

/// The events that may be the same as one that a form describes, as far as it does yet.
pub fn of_event(look: &mut Looking<'_>, value: &Value) -> Result<Vec<Duplicate>> {
    let Some(input) = described(value) else { return Ok(Vec::new()) };
    duplicates::events::of_new(look.db, look.eyes, look.memory, &input, MOST)
}

/// The same, for the events of a new incident.
pub fn of_events(look: &mut Looking<'_>, incident: &Value) -> Result<Vec<Duplicate>> {
    let mut all: Vec<Duplicate> = Vec::new();
    for event in incident["events"].as_array().into_iter().flatten().take(EVENTS) {
        let mut event = event.clone();
        if event["country"].is_null() {
            event["country"] = incident["country"].clone();
        }
        for found in of_event(look, &event)? {
            match all.iter_mut().find(|it| it.id == found.id) {
                Some(known) if known.score < found.score => *known = found,
                Some(_) => {}
                None => all.push(found),
            }
        }
    }
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    all.truncate(MOST);
    Ok(all)
}

/// What is compared of an event that may not be finished; nothing, where too little is known.
fn described(value: &Value) -> Option<EventInput> {
    let text = |name: &str| value[name].as_str().map(str::trim).filter(|it| !it.is_empty());
    let mut event = json!({"title": text("title").unwrap_or_default(), "type": text("type")?});
    let country: Country = text("country")?.parse().ok()?;
    event["country"] = json!(country);
    if let Some(date) = text("date").and_then(|date| date.parse::<Edtf>().ok()) {
        event["date"] = json!(date);
    }
    for name in ["admin1", "place_name"] {
        if let Some(text) = text(name) {
            event[name] = json!(text);
        }
    }
    if let (Some(latitude), Some(longitude)) =
        (value["latitude"].as_f64(), value["longitude"].as_f64())
    {
        (event["latitude"], event["longitude"]) = (json!(latitude), json!(longitude));
    }
    let people = value["participations"].as_array().into_iter().flatten();
    let people = people.filter_map(|it| match &it["actor"] {
        Value::String(name) => Some(json!({"actor": name, "role": "other"})),
        Value::Object(new) => {
            let name = new.get("name").and_then(Value::as_str)?;
            Some(json!({"actor": {"name": name, "kind": "other"}, "role": "other"}))
        }
        _ => None,
    });
    event["participations"] = Value::Array(people.collect());
    serde_json::from_value(event).ok()
}

/// Those that are so likely the same that whoever saves another is asked first.
pub fn likely(found: Vec<Duplicate>) -> Vec<Duplicate> {
    found.into_iter().filter(|it| it.score >= LIKELY).collect()
}

#[derive(Serialize)]
struct Similar {
    /// How many, in words; empty where there are none.
    said: String,
    items: Vec<ShownDuplicate>,
}

/// `POST /check/{actors,events,incidents}`: what is like what a form describes, for scripts: JSON.
pub async fn check(visit: Visit, of: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::CreateRecords)?;
    match of.as_str() {
        Actor::PATH => checked::<Actor>(visit).await,
        Event::PATH => checked::<Event>(visit).await,
        Incident::PATH => checked::<Incident>(visit).await,
        _ => Err(Error::NotFound),
    }
}

async fn checked<R: Shown>(visit: Visit) -> Result<HttpResponse> {
    let mut typed = Typed::of(&visit.sent);
    let found = visit
        .look(move |look| {
            understand_dates(&mut typed, R::FORM, look.f.now.day());
            let (mut value, rows) = typed.read(R::FORM, true);
            // What is wrong with the form is said when it is saved.
            links::resolve(look, &mut typed, R::FORM, &mut value, &rows)?;
            R::complete(&mut value);
            R::similar(look, &value)
        })
        .await?;
    note_reading(&visit.app, visit.caller.clone(), &found).await?;
    let f = &visit.frame;
    let items = found.iter().map(|it| shown(f, it)).collect();
    Ok(HttpResponse::Ok().json(Similar { said: heading(f, &found), items }))
}
