//! Records as entities of FollowTheMoney (<https://followthemoney.tech>), one JSON object a line, so
//! that they load in Aleph and in the tools of OpenSanctions.
//!
//! Actors become people, companies and bodies; statements articles; incidents and events events, which
//! name their incident in `notes`. Who took part, and what a statement says of them, become links.
//! What is sent has passed the same rules as every other file: it is made of the rows of the datasets.

use std::borrow::Cow;
use std::io::Write;

use serde_json::{Map, Value, json};

use super::Dataset;
use super::export::{note, rows_of};
use super::presets::Flat;
use super::selection::Belonging;
use super::write::Cell;
use crate::casework::Office;
use crate::casework::records::Filters;
use crate::domain::{Action, Caller, Country, Timestamp};
use crate::error::{Error, Result};
use crate::store::Eyes;

/// Entities that someone may take along.
#[derive(Debug, Clone)]
pub struct Entities {
    /// Which events; what else there is belongs to them.
    pub filters: Filters,
    pub caller: Caller,
}

/// What is written, in an order in which links come last.
const DATASETS: [Dataset; 6] = [
    Dataset::Actors,
    Dataset::Statements,
    Dataset::Incidents,
    Dataset::Events,
    Dataset::Participations,
    Dataset::Citations,
];

impl Entities {
    /// What the file is called in an address.
    pub const FILE: &str = "entities.ftm.json";

    /// What the file is called when it is saved.
    pub fn file_name(now: Timestamp) -> String {
        format!("saksi-{}.ftm.json", now.day())
    }

    /// Checks that the caller may export, and that the filters are known, before anything is sent.
    pub fn check(&self, office: &Office) -> Result<()> {
        self.caller.must(Action::Export)?;
        office.database.read_here(|db| {
            Belonging::to_events(db, &self.caller, &office.memory, &self.filters).map(drop)
        })
    }

    /// Writes the entities from one moment of the database, and says how many there are. Noted in
    /// the audit log before and after.
    pub fn write(&self, office: &Office, now: Timestamp, mut out: impl Write) -> Result<u64> {
        let detail = json!({"dataset": "entities", "format": "ftm"});
        let said = |action, rows| {
            note(office, &self.caller, &self.filters, now, action, detail.clone(), rows)
        };
        said("export_begun", None)?;
        let written = office.database.snapshot(|db| {
            let memory = &office.memory;
            let eyes = Eyes::of(&self.caller, db, memory)?;
            let belonging = Belonging::to_events(db, &self.caller, memory, &self.filters)?;
            let mut written = 0;
            for dataset in DATASETS {
                let condition = belonging.of(dataset, db, memory)?;
                let mut each = |cells: &[Cell<'_>]| -> Result<()> {
                    for entity in entities(dataset, Flat::of(dataset, cells)) {
                        serde_json::to_writer(&mut out, &entity.0).map_err(Error::internal)?;
                        out.write_all(b"\n").map_err(Error::internal)?;
                        written += 1;
                    }
                    Ok(())
                };
                rows_of(dataset, db, &eyes, memory, &condition, &mut each)?;
            }
            out.flush().map_err(Error::internal)?;
            Ok(written)
        })?;
        said("exported", Some(written))?;
        Ok(written)
    }
}

/// An entity while it is made.
struct Entity(Value);

impl Entity {
    fn new(schema: &str, id: &str) -> Self {
        Self(json!({"id": id, "schema": schema, "properties": Map::new()}))
    }

    /// Adds a value; an empty one is none.
    fn with(mut self, property: &str, value: &str) -> Self {
        if !value.trim().is_empty() {
            let values = &mut self.0["properties"][property];
            if values.is_null() {
                *values = json!([]);
            }
            if let Some(values) = values.as_array_mut()
                && !values.iter().any(|it| it == value)
            {
                values.push(value.into());
            }
        }
        self
    }

    fn with_all(self, property: &str, values: &[Cow<'_, str>]) -> Self {
        values.iter().fold(self, |entity, value| entity.with(property, value))
    }

    fn with_country(self, iso3: &str) -> Self {
        let code = Country::alpha2(iso3).unwrap_or_default().to_lowercase();
        self.with("country", &code)
    }

    /// Adds an address of the web.
    fn with_address(self, property: &str, url: &str) -> Self {
        let is_web = url.starts_with("https://") || url.starts_with("http://");
        if is_web { self.with(property, url) } else { self }
    }
}

/// The entities that a row becomes.
fn entities(dataset: Dataset, row: Flat<'_, '_>) -> Vec<Entity> {
    match dataset {
        Dataset::Actors => vec![actor(row)],
        Dataset::Statements => vec![statement(row)],
        Dataset::Incidents => vec![incident(row)],
        Dataset::Events => vec![event(row)],
        Dataset::Participations => vec![participation(row)],
        Dataset::Citations => citation(row).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn actor(row: Flat<'_, '_>) -> Entity {
    let schema = match row.text("kind") {
        "person" => "Person",
        "state" | "state_body" => "PublicBody",
        "company" => "Company",
        "group" | "other" => "LegalEntity",
        _ => "Organization",
    };
    let entity = Entity::new(schema, row.text("actor_id"))
        .with("name", row.text("name"))
        .with_all("alias", &row.items("other_names"))
        .with_country(row.text("country_iso3"))
        .with("description", row.text("description"))
        .with_all("keywords", &row.items("hrd_groups"))
        .with("sector", row.text("sector"))
        .with("notes", row.text("actor_ref"))
        .with("modifiedAt", day_of(row.text("updated_at")));
    let gender = match row.text("gender") {
        "woman" => "female",
        "man" => "male",
        "non_binary" | "other" => "other",
        _ => "",
    };
    let entity = if schema == "Person" { entity.with("gender", gender) } else { entity };
    row.items("identifiers").iter().fold(entity, |entity, identifier| {
        match identifier.split_once(':') {
            Some(("wikidata", item)) if is_wikidata(item) => entity.with("wikidataId", item),
            _ => entity.with("notes", identifier),
        }
    })
}

fn is_wikidata(item: &str) -> bool {
    let digits = item.strip_prefix('Q').unwrap_or_default();
    !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit())
}

fn statement(row: Flat<'_, '_>) -> Entity {
    let countries = row.items("countries");
    let entity = Entity::new("Article", row.text("statement_id"))
        .with("title", row.text("title"))
        .with_all("publisher", &row.items("issuers"))
        .with_all("author", &row.items("co_signers"))
        .with("summary", row.text("summary"))
        .with("bodyText", row.text("body"))
        .with_address("sourceUrl", row.text("url"))
        .with("keywords", row.text("kind"))
        .with("notes", row.text("statement_ref"));
    let entity = on_a_day(entity, row, "publishedAt");
    countries.iter().fold(entity, |entity, country| entity.with_country(country))
}

fn incident(row: Flat<'_, '_>) -> Entity {
    Entity::new("Event", row.text("incident_id"))
        .with("name", title_or_ref(row.text("title"), row.text("incident_ref")))
        .with("recordId", row.text("incident_ref"))
        .with("summary", row.text("summary"))
        .with_all("keywords", &row.items("tags"))
        .with_country(row.text("country_iso3"))
        .with("modifiedAt", day_of(row.text("updated_at")))
}

fn event(row: Flat<'_, '_>) -> Entity {
    let place: Vec<&str> = ["place", "admin1"]
        .map(|name| row.text(name))
        .into_iter()
        .filter(|it| !it.is_empty())
        .collect();
    let entity = Entity::new("Event", row.text("event_id"))
        .with("name", title_or_ref(row.text("title"), row.text("event_ref")))
        .with("recordId", row.text("event_ref"))
        .with("keywords", row.text("event_type_label"))
        .with_all("keywords", &row.items("rights"))
        .with("notes", row.text("incident_ref"))
        .with("location", &place.join(", "))
        .with_country(row.text("country_iso3"))
        .with("startDate", row.text("date_earliest"))
        .with("endDate", row.text("date_latest"))
        .with("modifiedAt", day_of(row.text("updated_at")));
    on_a_day(entity, row, "date")
}

fn participation(row: Flat<'_, '_>) -> Entity {
    Entity::new("UnknownLink", row.text("participation_id"))
        .with("subject", row.text("actor_id"))
        .with("object", row.text("event_id"))
        .with("role", row.text("role"))
        .with("status", row.text("harm"))
}

/// What a statement says of an event, an incident or an actor; the other things that are cited are
/// no entities.
fn citation(row: Flat<'_, '_>) -> Option<Entity> {
    let target = row.text("target");
    ["event", "incident", "actor"].contains(&target).then(|| {
        Entity::new("Documentation", row.text("citation_id"))
            .with("document", row.text("statement_id"))
            .with("entity", row.text("target_id"))
            .with("role", row.text("stance"))
            .with("summary", row.text("quote"))
    })
}

/// With the day, where it is one day.
fn on_a_day(entity: Entity, row: Flat<'_, '_>, property: &str) -> Entity {
    let (first, last) = (row.text("date_earliest"), row.text("date_latest"));
    if first == last { entity.with(property, first) } else { entity }
}

fn title_or_ref<'t>(title: &'t str, reference: &'t str) -> &'t str {
    if title.trim().is_empty() { reference } else { title }
}

fn day_of(moment: &str) -> &str {
    moment.get(..10).unwrap_or_default()
}
