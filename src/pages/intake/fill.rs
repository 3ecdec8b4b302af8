//! A draft, as if somebody had typed it; what explains it stands beside the fields.

use serde_json::{Value, json};

use super::parts::{ALL, RENAMED};
use crate::error::{Error, Result};
use crate::intake::{Asked, Draft, Mention};
use crate::pages::form::Typed;

/// What stands between names in a field: names have commas.
pub const BETWEEN: &str = "; ";

/// A form that shows a draft, with nothing decided yet.
///
/// # Errors
/// [`Error::Internal`] if the draft cannot be written as JSON.
pub fn of(draft: &Draft, asked: &Asked) -> Result<Typed> {
    let mut value = serde_json::to_value(draft).map_err(Error::internal)?;
    for (list, field) in [("actors", "aliases"), ("events", "perpetrators"), ("events", "targets")]
    {
        for item in value[list].as_array_mut().into_iter().flatten() {
            item[field] = joined(&item[field]);
        }
    }
    for (list, form, api) in RENAMED {
        for item in value[list].as_array_mut().into_iter().flatten() {
            item[form] = item[api].take();
        }
    }
    value["cosigners"] = joined(&value["cosigners"]);
    value["url"] = json!(asked.url);
    let mut typed = Typed::of_input(ALL, &value);
    typed.set("body", draft.body.as_str());
    typed.set("new_case/title", draft.title.as_deref().unwrap_or_default());
    typed.set("new_case/country", draft.countries.first().map_or("", String::as_str));
    typed.set("notes", draft.notes.join("\n"));
    for (at, it) in draft.header.iter().enumerate() {
        let name = |field: &str| format!("header/{at}/{field}");
        typed.set(name("field"), it.field.as_str());
        typed.set(name("value"), it.value.as_str());
        typed.set(name("start"), it.start.to_string());
        typed.set(name("end"), it.end.to_string());
        typed.set(name("rule"), it.rule.as_str());
    }
    for (at, it) in draft.actors.iter().enumerate() {
        let name = |field: &str| format!("actors/{at}/{field}");
        typed.set(name("was"), it.name.as_str());
        typed.set(name("rule"), it.rule.as_str());
        typed.set(name("mentions"), mentions(&it.mentions));
        let mut offered = it.candidates.clone();
        if let Some(matched) = &it.matched {
            offered.retain(|other| other.id != matched.id);
            offered.insert(0, matched.clone());
            typed.set(name("match"), matched.reference.as_str());
        } else if offered.is_empty() {
            typed.set(name("match"), "new");
        }
        typed.set(name("offered"), serde_json::to_string(&offered).map_err(Error::internal)?);
    }
    let rules = draft.events.iter().map(|it| (&it.rule, it.start, it.end));
    placed(&mut typed, "events", rules);
    let rules = draft.instruments.iter().map(|it| (&it.rule, it.start, it.end));
    placed(&mut typed, "instruments", rules);
    let rules = draft.demands.iter().map(|it| (&it.rule, it.start, it.end));
    placed(&mut typed, "demands", rules);
    Ok(typed)
}

fn joined(names: &Value) -> Value {
    let names = names.as_array().into_iter().flatten().filter_map(Value::as_str);
    json!(names.collect::<Vec<_>>().join(BETWEEN))
}

fn mentions(all: &[Mention]) -> String {
    let each = all.iter().map(|it| format!("{}-{}", it.start, it.end));
    each.collect::<Vec<_>>().join(" ")
}

fn placed<'d>(
    typed: &mut Typed,
    list: &str,
    findings: impl Iterator<Item = (&'d String, usize, usize)>,
) {
    for (at, (rule, start, end)) in findings.enumerate() {
        typed.set(format!("{list}/{at}/rule"), rule.as_str());
        typed.set(format!("{list}/{at}/start"), start.to_string());
        typed.set(format!("{list}/{at}/end"), end.to_string());
    }
}
