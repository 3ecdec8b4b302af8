//! Demonstration data: the founding example on public facts in our own words, and a sample that is
//! fictional throughout.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::casework::change_record::review_seen;
use crate::casework::create_record::create;
use crate::casework::records::{
    Record, Row, actor::Actor, affiliation::Affiliation, citation::Citation, demand::Demand,
    event::Event, incident::Incident, statement::Statement, team::Team, user::User,
};
use crate::casework::{Act, read_input, read_records, seed};
use crate::domain::{Caller, Edtf, Id, Role, Status, Timestamp};
use crate::error::{Error, Result};
use crate::store::{Database, Db, Kind, Memory, accounts};

/// The account that is printed.
pub const ADMIN: &str = "admin@example.org";

/// The other accounts: what the data call them, address, name, role.
pub const OTHERS: [(&str, &str, &str, Role); 5] = [
    ("reviewer_one", "reviewer@example.org", "Reviewer One", Role::Reviewer),
    ("monitor_north", "monitor.north@example.org", "Monitor North", Role::Monitor),
    ("monitor_south", "monitor.south@example.org", "Monitor South", Role::Monitor),
    ("researcher", "researcher@example.org", "Researcher", Role::Researcher),
    ("viewer", "viewer@example.org", "Viewer", Role::Viewer),
];

const FILES: [&str; 2] = [include_str!("founding.jsonl"), include_str!("sample.jsonl")];

/// One record of the data.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    make: String,
    key: String,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    status: Option<Status>,
    /// As the API takes it, with `@key` for the ids of records before it.
    record: Value,
}

/// Loads the data, all or nothing. Does nothing where they are loaded already.
pub fn load(database: &Database, password: &str, now: Timestamp) -> Result<bool> {
    let password = password.to_owned();
    database.write_here(move |db| {
        if accounts::credentials(db, ADMIN)?.is_some() {
            return Ok(false);
        }
        let lines: Vec<Line> = FILES
            .iter()
            .flat_map(|file| file.lines())
            .map(|line| serde_json::from_str(line).map_err(Error::internal))
            .collect::<Result<_>>()?;
        let mut loader = Loader::new(db, &password, now)?;
        loader.first_days = first_days(&lines);
        for (number, line) in lines.into_iter().enumerate() {
            let key = line.key.clone();
            loader.take(db, line).map_err(|error| {
                Error::internal(format!(
                    "demonstration data, record {} ({key}): {error:?}",
                    number + 1
                ))
            })?;
        }
        Ok(true)
    })
}

/// The first day of each incident's events, by key: the year of its ref.
fn first_days(lines: &[Line]) -> HashMap<String, NaiveDate> {
    let mut days = HashMap::new();
    for line in lines {
        let (incident, date) = (line.record["incident"].as_str(), line.record["date"].as_str());
        if let (Some(incident), Some(date)) = (incident, date)
            && let Some(day) = date.parse::<Edtf>().ok().and_then(|date| date.earliest())
        {
            let first = days.entry(incident.trim_start_matches('@').to_owned()).or_insert(day);
            *first = day.min(*first);
        }
    }
    days
}

struct Loader {
    now: Timestamp,
    first_days: HashMap<String, NaiveDate>,
    memory: Arc<Memory>,
    users: HashMap<String, Id>,
    made: HashMap<String, Id>,
}

impl Loader {
    fn new(db: &mut Db, password: &str, now: Timestamp) -> Result<Self> {
        let system =
            seed::system(db)?.ok_or_else(|| Error::internal("the database is not seeded"))?;
        let mut loader = Self {
            now,
            first_days: HashMap::new(),
            memory: Arc::default(),
            users: HashMap::new(),
            made: HashMap::new(),
        };
        let admin = ("admin", ADMIN, "Administrator", Role::Admin);
        for (key, email, name, role) in [admin].into_iter().chain(OTHERS) {
            let input = read_input(
                json!({"email": email, "name": name, "role": role, "password": password}),
            )?;
            let act = Act::by(system.clone(), now, loader.memory.clone());
            let user: User = act.perform(db, |db, act| create(db, act, input))?;
            loader.users.insert(key.to_owned(), user.row.id);
        }
        Ok(loader)
    }

    /// A user of the data, with the teams they are in by now.
    fn caller(&self, db: &mut Db, name: &str) -> Result<Caller> {
        let id = self.users.get(name).ok_or_else(|| Error::internal(format!("no user {name}")))?;
        accounts::caller(db, *id)?.ok_or_else(|| Error::internal(format!("no account {name}")))
    }

    fn take(&mut self, db: &mut Db, mut line: Line) -> Result<()> {
        self.link(&mut line.record)?;
        let id = match line.make.as_str() {
            "team" => self.make::<Team>(db, &line)?,
            "actor" => self.make::<Actor>(db, &line)?,
            "statement" => self.make::<Statement>(db, &line)?,
            "incident" => self.make::<Incident>(db, &line)?,
            "event" => self.make::<Event>(db, &line)?,
            "affiliation" => self.make::<Affiliation>(db, &line)?,
            "citation" => self.make::<Citation>(db, &line)?,
            "demand" => self.make_demand(db, &line)?,
            other => return Err(Error::internal(format!("no kind {other}"))),
        };
        self.made.insert(line.key, id);
        Ok(())
    }

    /// Puts ids in the place of keys, and addresses in the place of users.
    fn link(&self, value: &mut Value) -> Result<()> {
        match value {
            Value::String(text) => {
                if let Some(key) = text.strip_prefix('@') {
                    let id =
                        self.made.get(key).ok_or_else(|| Error::internal(format!("no {key}")))?;
                    *text = id.to_string();
                } else if let Some(id) = self.users.get(text.as_str()) {
                    *text = id.to_string();
                }
            }
            Value::Array(items) => items.iter_mut().try_for_each(|item| self.link(item))?,
            Value::Object(fields) => fields.values_mut().try_for_each(|field| self.link(field))?,
            _ => {}
        }
        Ok(())
    }

    fn make<R: Record>(&self, db: &mut Db, line: &Line) -> Result<Id> {
        let by = match R::KIND {
            // What has no review of its own and is seen at once is for a reviewer to add.
            Kind::Affiliation | Kind::Citation | Kind::Demand if !is_closed(&line.record) => {
                "reviewer_one"
            }
            _ => line.by.as_deref().unwrap_or("admin"),
        };
        // To assign an incident takes a reviewer; the record stays the monitor's.
        let mut record = line.record.clone();
        let assigned = record.as_object_mut().and_then(|fields| fields.remove("assigned_to"));
        let caller = self.caller(db, by)?;
        let input: R::Input = read_input(record)?;
        let mut act = Act::by(caller, self.now, self.memory.clone());
        act.first_day = self.first_days.get(&line.key).copied();
        let made: R = act.perform(db, |db, act| create(db, act, input))?;
        let id = made.row().envelope().id;
        let reviewer =
            self.caller(db, if by == "reviewer_one" { "admin" } else { "reviewer_one" })?;
        if let Some(assigned) = assigned {
            let target =
                crate::casework::change_record::Target { name: id.to_string(), version: None };
            let act = Act::by(reviewer.clone(), self.now, self.memory.clone());
            act.perform(db, |db, act| {
                crate::casework::change_record::revise::<R>(
                    db,
                    act,
                    &target,
                    json!({"assigned_to": assigned}),
                )
            })?;
        }
        for (step, to) in steps(line.status.unwrap_or(Status::Draft)).iter().enumerate() {
            let who = if step == 0 { self.caller(db, by)? } else { reviewer.clone() };
            let record: R = read_records::find(db, &who, &id.to_string())?;
            let act = Act::by(who, self.now, self.memory.clone());
            act.perform(db, |db, act| review_seen(db, act, record, *to))?;
        }
        Ok(id)
    }

    /// A demand comes with the passage that makes it.
    fn make_demand(&self, db: &mut Db, line: &Line) -> Result<Id> {
        let mut record = line.record.clone();
        let quote = record.as_object_mut().and_then(|fields| fields.remove("quote"));
        let statement = record["statement"].clone();
        let by = line.by.clone();
        let line =
            Line { make: line.make.clone(), key: line.key.clone(), by, status: None, record };
        let id = self.make::<Demand>(db, &line)?;
        if let Some(quote) = quote {
            let citation =
                json!({"statement": statement, "demand": id, "stance": "quotes", "quote": quote});
            let line = Line { make: "citation".into(), record: citation, ..line };
            self.make::<Citation>(db, &line)?;
        }
        Ok(id)
    }
}

fn is_closed(record: &Value) -> bool {
    matches!(record["confidentiality"].as_str(), Some("confidential" | "restricted"))
}

/// The way in review from a draft to where a record is to stand.
fn steps(to: Status) -> &'static [Status] {
    match to {
        Status::Draft => &[],
        Status::Submitted => &[Status::Submitted],
        Status::NeedsChanges => &[Status::Submitted, Status::NeedsChanges],
        Status::Rejected => &[Status::Submitted, Status::Rejected],
        Status::Approved => &[Status::Submitted, Status::Approved],
        Status::Published => &[Status::Submitted, Status::Approved, Status::Published],
        Status::Retracted => {
            &[Status::Submitted, Status::Approved, Status::Published, Status::Retracted]
        }
    }
}
