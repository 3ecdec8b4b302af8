//! The pages of events.

use askama::Template;
use serde_json::Value;

use super::{Looking, Shown, forms};
use crate::casework::contradictions;
use crate::casework::duplicates::Duplicate;
use crate::casework::law::{self, EventLaw, ObligationView};
use crate::casework::records::event::Event;
use crate::casework::records::event_view::{EventView, ParticipationView};
use crate::domain::Status;
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::Part;
use crate::pages::frame::Frame;
use crate::pages::{map, similar};

/// Binding provisions that are shown at once; more are folded away.
const PROVISIONS: usize = 6;

#[derive(Template)]
#[template(path = "event.html")]
struct EventBody<'a> {
    f: &'a Frame,
    event: &'a EventView,
    law: EventLaw,
    contradictions: Option<String>,
    map: Option<String>,
}

/// Low, best and high in a few signs: `5 (3–8)`; nothing where nothing is known.
pub fn range(f: &Frame, low: Option<i32>, best: Option<i32>, high: Option<i32>) -> String {
    let number = |it: i32| f.number(it);
    match (low, best, high) {
        (None, None, None) => String::new(),
        (None, Some(best), None) => number(best),
        (Some(low), None, None) => f.tv("count-at-least", &number(low)),
        (None, None, Some(high)) => f.tv("count-at-most", &number(high)),
        (low, best, high) => {
            let end = |it: Option<i32>| it.map_or_else(|| "?".to_owned(), number);
            let span = format!("{}–{}", end(low), end(high));
            best.map_or(span.clone(), |best| format!("{} ({span})", number(best)))
        }
    }
}

/// Where it happened, from the small to the large.
pub fn place(f: &Frame, event: &EventView) -> String {
    let country = Some(f.country(&event.country).to_owned());
    let parts = [event.place_name.clone(), event.admin1.clone(), country];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

impl EventBody<'_> {
    fn victims(&self) -> String {
        range(self.f, self.event.victims_low, self.event.victims_best, self.event.victims_high)
    }

    fn deaths(&self) -> String {
        range(self.f, self.event.deaths_low, self.event.deaths_best, self.event.deaths_high)
    }

    /// The best matches, and the rest.
    fn obligations(&self) -> (&[ObligationView], &[ObligationView]) {
        let all = &self.law.obligations;
        all.split_at(all.len().min(PROVISIONS))
    }

    fn place(&self) -> String {
        place(self.f, self.event)
    }

    fn count(&self, of: &ParticipationView) -> String {
        range(self.f, of.count_low, of.count_best, of.count_high)
    }
}

impl Shown for Event {
    const PATH: &'static str = "events";
    const WORD: &'static str = "event";
    const DATASET: Option<Dataset> = Some(Dataset::Events);
    const COLUMNS: &'static [&'static str] =
        &["col-date", "col-event", "col-type", "col-place", "col-targets", "col-status"];
    const VIEWS: &'static [&'static str] = &["timeline", "charts", "map"];
    const IS_COMPARED: bool = true;
    const FORM: &'static [Part] = forms::EVENT;
    const FORM_CHANGED: &'static [Part] = forms::EVENT_CHANGED;

    fn similar(look: &mut Looking<'_>, value: &Value) -> Result<Vec<Duplicate>> {
        similar::of_event(look, value)
    }

    fn report(view: &EventView) -> Option<String> {
        // A brief of one event: nothing in it can be counted.
        const SECTIONS: &str = "cases,timeline,obligations,contradictions,method";
        let (country, reference) = (view.country.as_str(), &view.head.reference);
        Some(format!("/reports?preset=brief&country={country}&id={reference}&sections={SECTIONS}"))
    }

    fn cells(f: &Frame, view: &EventView) -> Vec<Cell> {
        let targets: Vec<_> = view
            .participations
            .iter()
            .filter(|it| it.role == crate::domain::ParticipationRole::Target)
            .map(|it| it.actor.clone())
            .collect();
        vec![
            Cell::text(f.date(view.date.as_deref())),
            Cell::Link {
                path: format!("/events/{}", view.head.reference),
                text: view.title.clone(),
                below: view.head.reference.clone(),
            },
            Cell::text(f.event_type(&view.event_type)),
            Cell::text(place(f, view)),
            Cell::actors(&targets),
            Cell::Badge(Badge::status(f, view.status)),
        ]
    }

    fn standing(view: &EventView) -> Option<Status> {
        Some(view.status)
    }

    fn lead(f: &Frame, view: &EventView) -> String {
        let kind = f.event_type(&view.event_type);
        format!("{kind} · {} · {}", f.date(view.date.as_deref()), place(f, view))
    }

    fn body(look: &mut Looking<'_>, record: &Self, view: &EventView) -> Result<String> {
        let law = law::law_of_event(look.db, look.eyes, look.memory, record)?;
        let found = contradictions::of_event(look.db, look.eyes, record)?;
        let contradictions = super::contradictions::part(look, found, None)?;
        let all = format!("/events/map?id={}", view.head.reference);
        let map = map::locator::of(look.f, std::slice::from_ref(view), &all)?;
        let body = EventBody { f: look.f, event: view, law, contradictions, map };
        body.render().map_err(Error::internal)
    }

    fn complete(value: &mut Value) {
        complete_event(value);
    }
}

/// A source that is described takes the place of one that is named.
pub fn complete_event(event: &mut Value) {
    // Asked for by `[…]`, what is missing would be made.
    let citations = event.get_mut("citations").and_then(Value::as_array_mut);
    for citation in citations.into_iter().flatten() {
        let Some(fields) = citation.as_object_mut() else { continue };
        if let Some(mut new) = fields.remove("new_statement") {
            super::statement::complete_statement(&mut new);
            if !fields.contains_key("statement") {
                fields.insert("statement".to_owned(), new);
            }
        }
    }
}
