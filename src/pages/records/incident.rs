//! The pages of incidents.

use askama::Template;
use serde_json::Value;

use super::{Looking, Shown, forms};
use crate::casework::duplicates::Duplicate;
use crate::casework::records::citation::Citation;
use crate::casework::records::event::Event;
use crate::casework::records::event_view::EventView;
use crate::casework::records::incident::{Incident, IncidentView};
use crate::casework::{Act, submit};
use crate::domain::Status;
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::Part;
use crate::pages::frame::Frame;
use crate::pages::{map, similar};
use crate::store::Db;

/// Events that the page of an incident shows; the others are in the list.
const EVENTS: i64 = 100;

#[derive(Template)]
#[template(path = "incident.html")]
struct IncidentBody<'a> {
    f: &'a Frame,
    incident: &'a IncidentView,
    events: Vec<EventView>,
    citations: Vec<super::joins::Cited>,
    map: Option<String>,
}

impl IncidentBody<'_> {
    fn has_more(&self) -> bool {
        self.incident.event_count > EVENTS
    }

    fn place(&self, event: &EventView) -> String {
        super::event::place(self.f, event)
    }
}

impl Shown for Incident {
    const PATH: &'static str = "incidents";
    const WORD: &'static str = "incident";
    const DATASET: Option<Dataset> = Some(Dataset::Incidents);
    const COLUMNS: &'static [&'static str] =
        &["col-incident", "col-country", "col-number", "col-tags", "col-status", "col-level"];
    const IS_COMPARED: bool = true;
    const FORM: &'static [Part] = forms::INCIDENT;
    const FORM_CHANGED: &'static [Part] = forms::INCIDENT_CHANGED;

    fn similar(look: &mut Looking<'_>, value: &Value) -> Result<Vec<Duplicate>> {
        similar::of_events(look, value)
    }

    fn cells(f: &Frame, view: &IncidentView) -> Vec<Cell> {
        vec![
            Cell::Link {
                path: format!("/incidents/{}", view.head.reference),
                text: view.title.clone(),
                below: view.head.reference.clone(),
            },
            Cell::text(f.country(&view.country)),
            Cell::Number(f.number(view.event_count)),
            Cell::text(view.tags.join(", ")),
            Cell::Badge(Badge::status(f, view.status)),
            Cell::Badge(Badge::level(f, view.head.confidentiality)),
        ]
    }

    fn standing(view: &IncidentView) -> Option<Status> {
        Some(view.status)
    }

    fn lead(f: &Frame, view: &IncidentView) -> String {
        format!("{} · {}", f.country(&view.country), f.tn("events-count", view.event_count))
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &IncidentView) -> Result<String> {
        let reference = view.head.reference.as_str();
        let mut events = look.related::<Event>("incident", reference, EVENTS)?;
        events.sort_by(|one, other| one.date_earliest.cmp(&other.date_earliest));
        let citations = look.related::<Citation>("incident", reference, 100)?;
        let citations = super::joins::cited(look, citations)?;
        let all = format!("/events/map?incident={reference}");
        let map = map::locator::of(look.f, &events, &all)?;
        let body = IncidentBody { f: look.f, incident: view, events, citations, map };
        body.render().map_err(Error::internal)
    }

    fn complete(value: &mut Value) {
        let country = value["country"].clone();
        let level = value["confidentiality"].clone();
        let team = value["team"].clone();
        let source = value.as_object_mut().and_then(|fields| fields.remove("source"));
        let (from, stance) = source.map(super::statement::source).unwrap_or_default();
        // Not by index, which would put a null where there is nothing.
        let events = value.get_mut("events").and_then(Value::as_array_mut);
        for event in events.into_iter().flatten() {
            super::event::complete_event(event);
            if !from.is_null() {
                cite(event, &from, &stance);
            }
            if let Some(fields) = event.as_object_mut() {
                for (name, of) in
                    [("country", &country), ("confidentiality", &level), ("team", &team)]
                {
                    if !of.is_null() && !fields.contains_key(name) {
                        fields.insert(name.to_owned(), of.clone());
                    }
                }
            }
        }
    }

    fn submit_with(db: &mut Db, act: &mut Act, record: &Self) -> Result<()> {
        submit::events_of(db, act, record.row.id)
    }
}

/// Lets an event cite the source of all, where it names none of its own.
fn cite(event: &mut Value, from: &Value, stance: &Value) {
    if event["citations"].as_array().is_none_or(Vec::is_empty) {
        event["citations"] = serde_json::json!([{}]);
    }
    for citation in event["citations"].as_array_mut().into_iter().flatten() {
        let Some(fields) = citation.as_object_mut() else { continue };
        fields.entry("statement").or_insert_with(|| from.clone());
        if !stance.is_null() {
            fields.entry("stance").or_insert_with(|| stance.clone());
        }
    }
}
