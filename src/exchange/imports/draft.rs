//! A row of a file as what it says of a record, without the database: every value read and checked,
//! each with the column that it came from.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::ImportKind;
use super::fields::Holds;
use super::plan::{Plan, Step};
use super::values;
use crate::casework::read_input;
use crate::casework::records::event_input::EventInput;
use crate::domain::text::fold;
use crate::domain::{ActorKind, Country, Edtf, GeoPrecision, ParticipationRole};
use crate::error::{Error, FieldError, Result};
use crate::exchange::read::{Problem, Row, short};
use crate::store::history::digest;

/// What a row says.
#[derive(Debug, Clone)]
pub struct Draft {
    pub row: u64,
    /// What the row is called where it comes from; others that it is known by follow.
    pub keys: Vec<String>,
    /// Of all that the row says: the same where it says the same.
    pub digest: String,
    /// What is sent to make the record, without links.
    pub body: Map<String, Value>,
    /// The same of an event, as it is taken: read here, where the database does not wait for it.
    pub event: Option<EventInput>,
    pub people: Vec<Person>,
    /// The case file of an event.
    pub case: Option<Case>,
    pub links: Vec<LinkTo>,
    /// Field → column and value that it came from.
    from: BTreeMap<&'static str, (String, String)>,
}

/// Somebody who is named.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Person {
    /// The field: `perpetrators`, `targets`, `issuers`, `co_signers` or `addressee`.
    pub of: &'static str,
    pub name: String,
    /// What they are, where it is said.
    pub kind: Option<ActorKind>,
}

impl Person {
    pub fn role(&self) -> ParticipationRole {
        if self.of == "perpetrators" {
            ParticipationRole::Perpetrator
        } else {
            ParticipationRole::Target
        }
    }
}

/// The case file of an event: rows with the same key belong to one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Case {
    pub key: String,
    pub title: String,
    pub country: Country,
}

/// Another record, by what it is called where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkTo {
    pub field: &'static str,
    pub to: Option<ImportKind>,
    pub key: String,
}

impl Draft {
    /// What is wrong with the record, as what is wrong with the row.
    pub fn problem(&self, wrong: &FieldError) -> Problem {
        let mut steps = wrong.pointer.trim_start_matches('/').split('/');
        let mut name = steps.next().unwrap_or_default();
        if name == "participations" {
            let at: Option<usize> = steps.next().and_then(|at| at.parse().ok());
            name = at.and_then(|at| self.people.get(at)).map_or(name, |person| person.of);
        }
        let found = self
            .from
            .get(name)
            .or_else(|| self.from.get(name.split("_low").next().unwrap_or_default()));
        Problem {
            row: Some(self.row),
            column: found
                .map(|it| it.0.clone())
                .or_else(|| (!name.is_empty()).then(|| name.to_owned())),
            value: found.map(|it| it.1.clone()),
            message: wrong.message.clone(),
        }
    }

    /// # Errors
    /// What is no fault of the row.
    pub fn refused(&self, error: Error) -> Result<Problem> {
        match error {
            Error::Invalid(fields) => Ok(fields.first().map_or_else(
                || Problem::of_row(self.row, "is not valid"),
                |wrong| self.problem(wrong),
            )),
            Error::Forbidden(message) | Error::Conflict(message) | Error::Malformed(message) => {
                Ok(Problem::of_row(self.row, message))
            }
            Error::NotFound => Ok(Problem::of_row(
                self.row,
                "the record that it made before is gone, or you may not see it; ask a reviewer to bring it back",
            )),
            Error::Stale { current } => {
                Ok(Problem::of_row(self.row, format!("the record is at version {current} now")))
            }
            other => Err(other),
        }
    }
}

impl Plan {
    /// What a row says.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn draft(&self, row: &Row) -> Result<Draft, Vec<Problem>> {
        if let Some(wrong) = &row.wrong {
            return Err(vec![wrong.clone()]);
        }
        let mut reading = Reading {
            plan: self,
            row,
            found: BTreeMap::new(),
            from: BTreeMap::new(),
            wrong: Vec::new(),
        };
        reading.gather();
        let draft = reading.drafted();
        if reading.wrong.is_empty() { Ok(draft) } else { Err(reading.wrong) }
    }
}

struct Reading<'p> {
    plan: &'p Plan,
    row: &'p Row,
    /// Field → what was found of it.
    found: BTreeMap<&'static str, (Vec<String>, &'p Step)>,
    from: BTreeMap<&'static str, (String, String)>,
    wrong: Vec<Problem>,
}

impl Reading<'_> {
    fn gather(&mut self) {
        for step in &self.plan.steps {
            let name = step.field.name;
            let raw = step.raw(self.row);
            let texts = if raw.is_empty() {
                Vec::new()
            } else if step.takes_several() {
                step.several(&raw)
            } else {
                vec![step.meant(&raw)]
            };
            let mut texts: Vec<String> = texts
                .into_iter()
                .filter(|text| {
                    !text.is_empty() || matches!(step.field.holds, Holds::Kinds | Holds::Names)
                })
                .collect();
            let is_constant = texts.is_empty();
            if is_constant {
                if self.found.contains_key(name) {
                    continue;
                }
                texts = step.otherwise.iter().filter(|it| !it.is_empty()).cloned().collect();
                if texts.is_empty() {
                    continue;
                }
            }
            match self.found.get_mut(name) {
                Some((all, _)) if step.takes_several() => all.extend(texts),
                Some(_) => continue,
                None => {
                    self.found.insert(name, (texts, step));
                }
            }
            let said =
                if raw.is_empty() { step.otherwise.clone().unwrap_or_default() } else { raw };
            self.from.entry(name).or_insert_with(|| (step.column.clone(), short(&said)));
        }
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.found.get(name).and_then(|(texts, _)| texts.first()).map(String::as_str)
    }

    fn all(&self, name: &str) -> Vec<String> {
        self.found.get(name).map(|(texts, _)| texts.clone()).unwrap_or_default()
    }

    fn refuse(&mut self, name: &str, message: impl Into<String>) {
        let from = self.from.get(name);
        self.wrong.push(Problem {
            row: Some(self.row.number),
            column: Some(from.map_or_else(|| name.to_owned(), |it| it.0.clone())),
            value: from.map(|it| it.1.clone()),
            message: message.into(),
        });
    }

    fn take<T>(&mut self, name: &str, read: Result<T, String>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(message) => {
                self.refuse(name, message);
                None
            }
        }
    }

    fn drafted(&mut self) -> Draft {
        let mut body = Map::new();
        let names: Vec<(&'static str, Holds, Option<values::CountryScheme>)> = self
            .found
            .iter()
            .map(|(name, (_, step))| (*name, step.field.holds, step.scheme))
            .collect();
        let mut links = Vec::new();
        for (name, holds, scheme) in names {
            if let Holds::Link(to) = holds {
                let key = key(self.text(name).unwrap_or_default());
                links.push(LinkTo { field: name, to, key });
            } else if let Some(value) = self.value(name, holds, scheme) {
                body.insert(name.to_owned(), value);
            }
        }
        let people = self.people();
        let keys = self.keys();
        let case = self.finish(&mut body, &keys);
        self.of_kind(&mut body);
        let says = json!([body, people, case, links]).to_string();
        let is_event = self.plan.kind == ImportKind::Event;
        // What is wrong with it is said where it is taken.
        let event = is_event.then(|| read_input(Value::Object(body.clone())).ok()).flatten();
        Draft {
            row: self.row.number,
            keys,
            digest: digest(says.as_bytes()),
            body,
            event,
            people,
            case,
            links,
            from: std::mem::take(&mut self.from),
        }
    }

    /// A value of a field that stands in the body by its own name.
    fn value(
        &mut self,
        name: &'static str,
        holds: Holds,
        scheme: Option<values::CountryScheme>,
    ) -> Option<Value> {
        let text = self.text(name)?.to_owned();
        let plan = self.plan;
        match holds {
            Holds::Text => {
                let is_case = name == "incident" || name == "incident_title";
                (!is_case).then(|| json!(text))
            }
            Holds::Date => {
                let date = self.take(name, values::date(&text, plan.dates, plan.today))??;
                Some(json!(date.to_string()))
            }
            Holds::Count => {
                let count = self.take(name, values::count(&text))??;
                Some(json!(count))
            }
            Holds::Latitude | Holds::Longitude => {
                let is_latitude = matches!(holds, Holds::Latitude);
                // Both in one cell, as Uwazi writes them.
                let text = match text.split_once('|') {
                    Some((latitude, longitude)) => {
                        if is_latitude {
                            latitude
                        } else {
                            longitude
                        }
                    }
                    None => &text,
                };
                let degrees = self.take(name, values::degrees(text, is_latitude))??;
                Some(json!(degrees))
            }
            Holds::Country => {
                let country = self.take(name, values::country(leaf(&text), scheme))?;
                Some(json!(country))
            }
            Holds::Countries => {
                let all = self.all(name);
                let mut countries = Vec::new();
                for text in all {
                    countries.push(self.take(name, values::country(leaf(&text), scheme))?);
                }
                countries.sort_unstable();
                countries.dedup();
                Some(json!(countries))
            }
            Holds::Code(of) => {
                let codes = of();
                let word = as_code(&text);
                if name == "hrd_groups" {
                    return Some(json!(text.split(';').map(as_code).collect::<Vec<_>>()));
                }
                if let Some(code) = codes.iter().find(|code| **code == word || **code == text) {
                    return Some(json!(code));
                }
                self.refuse(
                    name,
                    format!(
                        "is none of {}; say in the profile what the word means",
                        codes.join(", ")
                    ),
                );
                None
            }
            Holds::EventType => {
                let text = leaf(&text);
                let code = plan.types.get(&fold(text)).cloned().unwrap_or_else(|| as_code(text));
                if let Err(message) = plan.vocabulary.check_event_type(&code) {
                    self.refuse(
                        name,
                        format!("{message}; say in the profile which type the word means"),
                    );
                    return None;
                }
                Some(json!(code))
            }
            Holds::Codes => {
                let mut codes: Vec<String> = self
                    .all(name)
                    .iter()
                    .map(|text| {
                        plan.rights.get(&fold(leaf(text))).cloned().unwrap_or_else(|| as_code(text))
                    })
                    .collect();
                codes.sort_unstable();
                codes.dedup();
                Some(json!(codes))
            }
            Holds::List => Some(json!(self.all(name))),
            Holds::Flag => {
                Some(json!(["true", "yes", "1"].contains(&text.to_lowercase().as_str())))
            }
            Holds::Key
            | Holds::DateEnd
            | Holds::DatePrecision
            | Holds::Names
            | Holds::Kinds
            | Holds::Link(_) => None,
        }
    }

    fn people(&mut self) -> Vec<Person> {
        let mut people = Vec::new();
        for (of, kinds) in [
            ("perpetrators", "perpetrator_kinds"),
            ("targets", "target_kinds"),
            ("issuers", "issuer_kinds"),
            ("co_signers", "issuer_kinds"),
            ("addressee", "addressee_kinds"),
        ] {
            let (names, kinds_said) = (self.all(of), self.all(kinds));
            for (at, name) in names.into_iter().enumerate() {
                if name.is_empty() {
                    continue;
                }
                let said = kinds_said.get(at).or_else(|| kinds_said.last());
                let kind = match said.map(|it| as_code(it).parse::<ActorKind>()) {
                    None => None,
                    Some(Ok(kind)) => Some(kind),
                    Some(Err(message)) => {
                        self.refuse(kinds, message);
                        continue;
                    }
                };
                let one = Person { of, name, kind };
                if !people.contains(&one) {
                    people.push(one);
                }
            }
        }
        people
    }

    /// What the row is called: by its id, or where it has none, by all that it says.
    fn keys(&self) -> Vec<String> {
        let own = self.text("external_id").map(key);
        let mut keys = vec![own.unwrap_or_else(|| {
            let whole = serde_json::to_string(&self.row.cells).unwrap_or_default();
            format!("row:{}", &digest(whole.as_bytes())[..40])
        })];
        keys.extend(self.text("external_ref").map(key).filter(|it| *it != keys[0]));
        keys
    }

    /// What several fields of an event say together.
    fn finish(&mut self, body: &mut Map<String, Value>, keys: &[String]) -> Option<Case> {
        if self.plan.kind != ImportKind::Event {
            return None;
        }
        if let Some(date) = self.whole_date(body) {
            body.insert("date".to_owned(), json!(date.to_string()));
        }
        let country: Option<Country> = body.get("country").and_then(|it| it.as_str()?.parse().ok());
        self.check_place(body, country.as_ref());
        self.check_counts(body);
        if !body.contains_key("type") && !self.is_refused("type") {
            self.refuse("type", "is missing: map a column to it, or say one type for all rows");
        }
        let Some(country) = country else {
            if !self.is_refused("country") {
                self.refuse(
                    "country",
                    "is missing: map a column to it, or say one country for all rows",
                );
            }
            return None;
        };
        if !body.contains_key("title") {
            body.insert("title".to_owned(), json!(self.title(body, &country)));
        }
        let title = body.get("title").and_then(Value::as_str).unwrap_or_default();
        let said = self.text("incident").map(key);
        let named = self.text("incident_title").map(str::to_owned);
        Some(Case {
            title: named.or_else(|| said.clone()).unwrap_or_else(|| title.to_owned()),
            key: said.unwrap_or_else(|| format!("of:{}", keys[0])),
            country,
        })
    }

    fn is_refused(&self, name: &str) -> bool {
        let column = self.from.get(name).map_or(name, |it| it.0.as_str());
        self.wrong.iter().any(|it| it.column.as_deref() == Some(column))
    }

    fn whole_date(&mut self, body: &Map<String, Value>) -> Option<Edtf> {
        let from: Edtf = body.get("date")?.as_str()?.parse().ok()?;
        let plan = self.plan;
        if let Some(text) = self.text("date_end").map(str::to_owned)
            && let Some(to) = self.take("date_end", values::date(&text, plan.dates, plan.today))?
        {
            return self.take("date_end", values::between(&from, &to));
        }
        if let Some(precision) = self.text("date_precision").map(as_code) {
            return self.take("date_precision", values::widened(from, &precision));
        }
        Some(from)
    }

    fn check_place(&mut self, body: &mut Map<String, Value>, country: Option<&Country>) {
        let number = |name: &str| body.get(name).and_then(Value::as_f64);
        let (Some(latitude), Some(longitude)) = (number("latitude"), number("longitude")) else {
            let missing = [("latitude", "longitude"), ("longitude", "latitude")];
            for (there, lacks) in missing {
                if number(there).is_some() && !self.is_refused(lacks) {
                    self.refuse(lacks, format!("is missing, and there is a {there}"));
                }
            }
            return;
        };
        let precision: GeoPrecision = body
            .get("geo_precision")
            .and_then(|it| it.as_str()?.parse().ok())
            .unwrap_or(GeoPrecision::Unknown);
        if let Some(message) =
            country.and_then(|country| values::misplaced((latitude, longitude), country, precision))
        {
            self.refuse("latitude", message);
        }
        body.insert("geo_precision".to_owned(), json!(precision));
    }

    fn check_counts(&mut self, body: &Map<String, Value>) {
        for of in ["victims", "deaths"] {
            let count = |end: &str| body.get(&format!("{of}_{end}")).and_then(Value::as_i64);
            let all: Vec<(&str, i64)> = ["low", "best", "high"]
                .iter()
                .filter_map(|end| Some((*end, count(end)?)))
                .collect();
            for pair in all.windows(2) {
                if pair[0].1 > pair[1].1 {
                    let message = format!(
                        "is {}, above the {} estimate, {}; it must be low ≤ best ≤ high",
                        pair[0].1, pair[1].0, pair[1].1
                    );
                    self.refuse(&format!("{of}_{}", pair[0].0), message);
                }
            }
        }
    }

    /// A title made of type, place and day.
    fn title(&self, body: &Map<String, Value>, country: &Country) -> String {
        let text = |name: &str| body.get(name).and_then(Value::as_str);
        let code = text("type").unwrap_or_default();
        let label = self.plan.vocabulary.event_type(code).map_or(code, |it| it.label.as_str());
        let place = text("place_name").or_else(|| text("admin1")).unwrap_or_else(|| country.name());
        match text("date") {
            Some(date) => format!("{label}, {place}, {date}"),
            None => format!("{label}, {place}"),
        }
    }

    /// What other kinds send otherwise than it stands in files.
    fn of_kind(&mut self, body: &mut Map<String, Value>) {
        if self.plan.kind == ImportKind::Actor {
            if body.remove("pseudonymous") == Some(json!(true)) {
                self.refuse("pseudonymous", "the name is a pseudonym: who is meant is not in the file, and another record of them would be made");
            }
            let names = body.remove("other_names");
            let alias = |name: &Value| json!({"text": name, "kind": "alias"});
            if let Some(names) = names.as_ref().and_then(Value::as_array) {
                body.insert("names".to_owned(), names.iter().map(alias).collect());
            }
            if let Some(Value::Array(all)) = body.remove("identifiers") {
                let pairs = all.iter().filter_map(|it| it.as_str()?.split_once(':'));
                let pairs = pairs
                    .map(|(scheme, value)| json!({"scheme": scheme.trim(), "value": value.trim()}));
                body.insert("identifiers".to_owned(), pairs.collect());
            }
        }
        if self.plan.kind == ImportKind::Demand
            && let Some(Value::Array(all)) = body.remove("follow_ups")
        {
            let notes = follow_ups(&all);
            if !notes.is_empty() {
                body.insert("follow_ups".to_owned(), json!(notes));
            }
        }
        let needs: &[&str] = match self.plan.kind {
            ImportKind::Incident => &["title", "country"],
            ImportKind::Actor => &["name", "kind"],
            ImportKind::Statement => &["title", "kind", "body"],
            ImportKind::Participation => &["role"],
            ImportKind::Citation => &["target", "stance"],
            ImportKind::Demand => &["text", "category"],
            ImportKind::Event => &[],
        };
        for name in needs {
            if !body.contains_key(*name) && !self.is_refused(name) {
                self.refuse(name, "is missing: map a column to it, or say one value for all rows");
            }
        }
    }
}

/// `2017-11-28: note`, where a note may hold semicolons itself.
fn follow_ups(all: &[Value]) -> Vec<Value> {
    let mut notes: Vec<(String, String)> = Vec::new();
    for part in all.iter().filter_map(Value::as_str) {
        let dated = part.split_once(": ").filter(|(date, _)| date.parse::<Edtf>().is_ok());
        match (dated, notes.last_mut()) {
            (Some((date, note)), _) => notes.push((date.to_owned(), note.to_owned())),
            (None, Some(last)) => {
                last.1.push_str("; ");
                last.1.push_str(part);
            }
            (None, None) => {}
        }
    }
    notes.into_iter().map(|(date, note)| json!({"date": date, "note": note})).collect()
}

/// The last of the names of a group within a group: `Asia::Cambodia`.
fn leaf(text: &str) -> &str {
    text.rsplit("::").next().unwrap_or(text).trim()
}

fn as_code(text: &str) -> String {
    text.trim().to_lowercase().replace([' ', '-'], "_")
}

/// What a row is called: `42822.0` of a column of numbers is 42822.
fn key(text: &str) -> String {
    let text = text.trim();
    let number = text
        .strip_suffix(".0")
        .filter(|it| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit()));
    number.unwrap_or(text).chars().take(200).collect()
}
