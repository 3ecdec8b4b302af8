//! The form that says which column holds what, and the profile that it makes.

use std::collections::BTreeMap;

use crate::exchange::imports::Profile;
use crate::exchange::imports::fields;
use crate::exchange::imports::profile::{FieldFrom, Suggestion, same};
use crate::exchange::read::Detected;
use crate::pages::visit::{Pairs, value};

/// A column in the form.
pub struct Column {
    /// Of its field in the form.
    pub at: usize,
    pub name: String,
    pub tag: String,
    /// Values of the first rows.
    pub sample: String,
    /// The field that it holds.
    pub field: String,
    /// The field that it is likely to hold, where it holds none yet.
    pub likely: Option<String>,
}

/// A value that all rows have.
pub struct Constant {
    pub field: &'static str,
    pub value: String,
}

/// Fields that people say for all rows, where no column has them.
const CONSTANTS: [&str; 4] = ["type", "country", "kind", "category"];

pub fn columns(profile: &Profile, detected: &Detected, suggestions: &[Suggestion]) -> Vec<Column> {
    let column = |(at, name): (usize, &String)| {
        let sample =
            detected.sample.iter().filter_map(|row| row.get(at)).filter(|it| !it.is_empty());
        let sample: String = sample.take(3).cloned().collect::<Vec<_>>().join(" · ");
        let field = of_column(profile, name).map(|from| from.field.clone()).unwrap_or_default();
        let likely = suggestions.iter().find(|it| it.column == *name).map(|it| it.field.clone());
        Column {
            at,
            name: name.clone(),
            tag: detected.tags.get(at).cloned().unwrap_or_default(),
            sample: sample.chars().take(160).collect(),
            likely: likely.filter(|_| field.is_empty()),
            field,
        }
    };
    detected.columns.iter().enumerate().map(column).collect()
}

fn of_column<'p>(profile: &'p Profile, name: &str) -> Option<&'p FieldFrom> {
    profile
        .fields
        .iter()
        .find(|from| from.column.as_deref().is_some_and(|column| same(column, name)))
}

pub fn constants(profile: &Profile) -> Vec<Constant> {
    let of = |name: &&'static str| {
        let field = fields::named(profile.kind, name)?;
        let constant =
            profile.fields.iter().find(|from| from.field == field.name && from.column.is_none());
        Some(Constant {
            field: field.name,
            value: constant.and_then(|from| from.value.clone()).unwrap_or_default(),
        })
    };
    CONSTANTS.iter().filter_map(of).collect()
}

/// What words of the column of types mean, one to a line: `Festnahme = arrest`.
pub fn words(profile: &Profile) -> Option<String> {
    let of_type =
        profile.fields.iter().find(|from| from.field == "type" && from.column.is_some())?;
    let lines: Vec<String> =
        of_type.values.iter().map(|(word, code)| format!("{word} = {code}")).collect();
    Some(lines.join("\n"))
}

/// The profile with what the form says: columns that hold something else than before, values for all
/// rows, and what words mean.
pub fn changed(mut profile: Profile, detected: &Detected, sent: &Pairs) -> Profile {
    for (at, name) in detected.columns.iter().enumerate() {
        let Some(field) = value(sent, &format!("column-{at}")) else { continue };
        let before = of_column(&profile, name).map(|from| from.field.clone()).unwrap_or_default();
        if before == field {
            continue;
        }
        profile
            .fields
            .retain(|from| !from.column.as_deref().is_some_and(|column| same(column, name)));
        if fields::named(profile.kind, field).is_some() {
            let from = FieldFrom {
                field: field.to_owned(),
                column: Some(name.clone()),
                ..FieldFrom::default()
            };
            profile.fields.push(from);
        }
    }
    for constant in constants(&profile) {
        let Some(said) = value(sent, &format!("all-{}", constant.field)) else { continue };
        let said = said.trim();
        if said == constant.value {
            continue;
        }
        profile.fields.retain(|from| from.field != constant.field || from.column.is_some());
        if !said.is_empty() {
            let from = FieldFrom {
                field: constant.field.to_owned(),
                value: Some(said.to_owned()),
                ..FieldFrom::default()
            };
            profile.fields.push(from);
        }
    }
    if let Some(text) = value(sent, "words")
        && text.replace('\r', "").trim() != words(&profile).unwrap_or_default()
        && let Some(of_type) =
            profile.fields.iter_mut().find(|from| from.field == "type" && from.column.is_some())
    {
        of_type.values = text.lines().filter_map(|line| line.rsplit_once('=')).fold(
            BTreeMap::new(),
            |mut all, (word, code)| {
                if !word.trim().is_empty() {
                    all.insert(word.trim().to_owned(), code.trim().to_owned());
                }
                all
            },
        );
    }
    profile
}
