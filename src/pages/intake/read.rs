//! What was typed and decided, as what `POST /intake` takes.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::parts::{ACCEPTED, ALL, LISTS, REJECTED, RENAMED};
use crate::domain::{Country, quote};
use crate::error::FieldError;
use crate::pages::form::Typed;
use crate::pages::form::links::reference_in;
use crate::pages::form::read::{Rows, understand_dates};

/// What somebody decided of a finding; nothing yet, if neither.
pub fn decision(typed: &Typed, finding: &str) -> Option<bool> {
    match typed.value(&format!("{finding}/decision")) {
        ACCEPTED => Some(true),
        REJECTED => Some(false),
        _ => None,
    }
}

/// The spans that a list of mentions names; what is no span is passed over.
pub fn spans(text: &str) -> Vec<(usize, usize)> {
    let span = |it: &str| {
        let (start, end) = it.split_once('-')?;
        Some((start.parse().ok()?, end.parse().ok()?)).filter(|it: &(usize, usize)| it.0 < it.1)
    };
    text.split_whitespace().filter_map(span).collect()
}

/// Names that stand with semicolons between them.
fn names(text: &str) -> Vec<&str> {
    text.split([';', '؛']).map(str::trim).filter(|it| !it.is_empty()).collect()
}

/// The form's values as JSON, its dates understood. What is wrong with findings that were rejected does not
/// matter.
pub fn value_of(typed: &mut Typed, today: chrono::NaiveDate) -> (Value, Rows) {
    let as_typed = typed.values.clone();
    understand_dates(typed, ALL, today);
    let (value, rows) = typed.read(ALL, true);
    typed.values = as_typed;
    let rejected: Vec<String> = findings(typed)
        .filter(|finding| decision(typed, finding) == Some(false))
        .map(|finding| format!("{finding}/"))
        .collect();
    let matters = |error: &FieldError| !rejected.iter().any(|it| error.pointer.starts_with(it));
    typed.errors.retain(matters);
    (value, rows)
}

/// The names of all findings that the form has: `events/0`.
pub fn findings(typed: &Typed) -> impl Iterator<Item = String> {
    let of = |list: &'static str| (0..typed.rows(list)).map(move |row| format!("{list}/{row}"));
    let all: Vec<String> = LISTS.iter().flat_map(|(list, ..)| of(list)).collect();
    all.into_iter()
}

/// What is sent to be stored, once links are resolved in `value`. Findings that nobody has decided on are
/// errors of the form.
pub fn input(typed: &mut Typed, mut value: Value) -> Value {
    for finding in findings(typed).collect::<Vec<_>>() {
        if decision(typed, &finding).is_none() {
            let message = "is not decided; accept or reject it";
            typed.errors.push(FieldError::new(format!("{finding}/decision"), message));
        }
        if decision(typed, &finding) == Some(true) && is_doubtful(typed, &finding) {
            let message = "several are called so; choose the one that is meant";
            typed.errors.push(FieldError::new(format!("{finding}/match"), message));
        }
    }
    let called = called(typed);
    let named = |text: &str| -> Vec<Value> {
        // Somebody whom a person rejected takes no part.
        let known = |name: &str| match called.get(name) {
            Some(None) => None,
            Some(Some(now)) => Some(json!(now)),
            None => Some(json!(name)),
        };
        names(text).into_iter().filter_map(known).collect()
    };
    let fields = value.as_object_mut().map(std::mem::take).unwrap_or_default();
    let mut sent = Map::new();
    for name in [
        "title",
        "kind",
        "issued_on",
        "place",
        "language",
        "url",
        "countries",
        "confidentiality",
        "team",
    ] {
        if let Some(value) = fields.get(name) {
            sent.insert(name.to_owned(), value.clone());
        }
    }
    sent.insert("body".to_owned(), json!(typed.value("body")));
    sent.insert(
        "issuer".to_owned(),
        named(typed.value("issuer")).into_iter().next().unwrap_or(Value::Null),
    );
    sent.insert("cosigners".to_owned(), json!(named(typed.value("cosigners"))));
    sent.insert("header".to_owned(), header(typed, &fields));
    let incident = match (fields.get("case"), fields.get("new_case")) {
        (Some(case), _) => case.clone(),
        (None, Some(new)) => new.clone(),
        (None, None) => Value::Null,
    };
    sent.insert("incident".to_owned(), incident);
    for (list, ..) in LISTS {
        let rows = (0..typed.rows(list)).filter(|row| typed.is_filled(&format!("{list}/{row}")));
        let items = fields.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
        let findings: Vec<Value> = rows
            .zip(items)
            .map(|(row, item)| finding(typed, list, &format!("{list}/{row}"), item, &named))
            .collect();
        sent.insert(list.to_owned(), Value::Array(findings));
    }
    Value::Object(sent)
}

/// Whether a finding may be one of several records, or a new one, and nobody has said which.
pub fn is_doubtful(typed: &Typed, finding: &str) -> bool {
    let of = |field: &str| typed.value(&format!("{finding}/{field}")).trim();
    finding.starts_with("actors/")
        && of("match").is_empty()
        && reference_in(of("other")).is_none()
        && !matches!(of("offered"), "" | "[]")
}

/// What actors are called now, by what they are and were called; nothing for those who were rejected.
fn called(typed: &Typed) -> HashMap<String, Option<String>> {
    let mut called = HashMap::new();
    for row in 0..typed.rows("actors") {
        let finding = format!("actors/{row}");
        let now = typed.value(&format!("{finding}/name")).trim().to_owned();
        let kept = (decision(typed, &finding) != Some(false)).then(|| now.clone());
        for name in [typed.value(&format!("{finding}/was")).trim().to_owned(), now] {
            // Of two who are called alike, one who is kept.
            if !matches!(called.get(&name), Some(Some(_))) {
                called.insert(name, kept.clone());
            }
        }
    }
    called
}

fn finding(
    typed: &Typed,
    list: &str,
    at: &str,
    mut item: Value,
    named: &impl Fn(&str) -> Vec<Value>,
) -> Value {
    let of = |field: &str| typed.value(&format!("{at}/{field}")).trim();
    let rule = Some(of("rule")).filter(|rule| !rule.is_empty());
    if decision(typed, at) == Some(false) {
        // All that matters of it is that it was rejected.
        return match list {
            "actors" => json!({"name": "-", "kind": "other", "rule": rule, "accepted": false}),
            "events" => json!({"type": "-", "rule": rule, "accepted": false}),
            "instruments" => json!({"name": "-", "rule": rule, "accepted": false}),
            _ => json!({"action": "-", "category": "other", "rule": rule, "accepted": false}),
        };
    }
    item["rule"] = json!(rule);
    if let Some(fields) = item.as_object_mut() {
        for (_, form, api) in RENAMED.iter().filter(|it| it.0 == list) {
            if let Some(value) = fields.remove(*form) {
                fields.insert((*api).to_owned(), value);
            }
        }
    }
    match list {
        "actors" => {
            item["aliases"] = json!(names(of("aliases")));
            let mentions = spans(of("mentions")).into_iter();
            let mentions = mentions.map(|(start, end)| json!({"start": start, "end": end}));
            item["mentions"] = Value::Array(mentions.collect());
            let record = match (reference_in(of("other")), of("match")) {
                (None, "" | "new") => None,
                (Some(reference), _) | (None, reference) => Some(reference),
            };
            if let Some(reference) = record {
                item["match"] = json!({"id": reference});
                item["learn_alias"] = json!(!of("learn_alias").is_empty());
            }
            return item;
        }
        "events" => {
            item["perpetrators"] = json!(named(of("perpetrators")));
            item["targets"] = json!(named(of("targets")));
            if !of("existing").is_empty() {
                item["existing"] = json!(of("existing"));
            }
        }
        "demands" => {
            item["addressee"] = named(of("addressee")).into_iter().next().unwrap_or(Value::Null);
        }
        _ => {}
    }
    // A quote that was changed is looked for anew.
    let range = of("start").parse().ok().zip(of("end").parse().ok());
    if let (Some((start, end)), Some(quoted)) = (range, item["quote"].as_str())
        && quote::passage(typed.value("body"), start, end).as_deref() == Ok(quoted)
    {
        (item["start"], item["end"]) = (json!(start), json!(end));
    }
    item
}

/// What was read of the header: right, where the form still says it.
fn header(typed: &Typed, fields: &Map<String, Value>) -> Value {
    let mut all = Vec::new();
    for row in 0..typed.rows("header") {
        let of = |field: &str| typed.value(&format!("header/{row}/{field}")).trim();
        let (Ok(start), Ok(end)) = (of("start").parse::<usize>(), of("end").parse::<usize>())
        else {
            continue;
        };
        let (field, value) = (of("field"), of("value"));
        let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
        let accepted = match field {
            "cosigner" => names(text("cosigners")).contains(&value),
            "country" => {
                let codes = fields.get("countries").and_then(Value::as_array);
                let country = Country::named(value).map(|it| it.as_str().to_owned());
                let mut codes = codes.into_iter().flatten();
                codes.any(|code| code.as_str() == country.as_deref().or(Some(value)))
            }
            other => text(other) == value,
        };
        all.push(json!({"field": field, "value": value, "start": start, "end": end,
            "rule": Some(of("rule")).filter(|rule| !rule.is_empty()), "accepted": accepted}));
    }
    Value::Array(all)
}

/// Moves the pointers of what was sent to the fields of the form.
pub fn at_fields(errors: Vec<FieldError>) -> Vec<FieldError> {
    let moved = |FieldError { pointer, message }| {
        let pointer = match pointer.strip_prefix("/incident") {
            Some("") => "/case".to_owned(),
            Some(rest) => format!("/new_case{rest}"),
            None => pointer,
        };
        let renamed = RENAMED.iter().find_map(|(list, form, api)| {
            let above = pointer.strip_suffix(api)?;
            above.starts_with(&format!("/{list}/")).then(|| format!("{above}{form}"))
        });
        let pointer = renamed.unwrap_or(pointer);
        FieldError { pointer, message }
    };
    errors.into_iter().map(moved).collect()
}
