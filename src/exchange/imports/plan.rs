//! A profile, made ready for the columns of one file: where each field is found in a row, and what its
//! words mean.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::ImportKind;
use super::fields::{self, Field, Holds};
use super::profile::{FieldFrom, Profile, same};
use super::values;
use crate::domain::text::fold;
use crate::exchange::read::Row;
use crate::store::vocabulary::{EVENT_TYPE, RIGHT, Vocabulary};

/// A profile, made ready for the columns of one file.
pub struct Plan {
    pub(super) kind: ImportKind,
    pub(super) steps: Vec<Step>,
    pub(super) dates: Option<values::DateOrder>,
    pub(super) today: NaiveDate,
    pub(super) vocabulary: Arc<Vocabulary>,
    /// Folded label, in any language → code.
    pub(super) types: HashMap<String, String>,
    pub(super) rights: HashMap<String, String>,
}

pub(super) struct Step {
    pub(super) field: &'static Field,
    /// What people are told it came from.
    pub(super) column: String,
    text: Text,
    pub(super) otherwise: Option<String>,
    values: Vec<(Pattern, String)>,
    split: Option<String>,
    pub(super) scheme: Option<values::CountryScheme>,
}

enum Text {
    Column(usize),
    /// Texts and columns in turn.
    Template(Vec<Part>),
    None,
}

enum Part {
    Words(String),
    Column(usize),
}

enum Pattern {
    Whole(String),
    Begins(String),
}

impl Plan {
    pub fn new(
        profile: &Profile,
        columns: &[String],
        vocabulary: Arc<Vocabulary>,
        today: NaiveDate,
    ) -> Self {
        let at = |name: &str| {
            let exact = columns.iter().position(|column| column == name);
            let alike = exact.or_else(|| columns.iter().position(|column| same(column, name)));
            alike.or_else(|| in_a_language(columns, name))
        };
        let steps =
            profile.fields.iter().filter_map(|from| step(profile.kind, from, &at)).collect();
        let labels = |of: &str| {
            let mut all = HashMap::new();
            for term in vocabulary.terms_of(of) {
                for label in std::iter::once(&term.label).chain(term.labels.values()) {
                    all.insert(fold(label), term.code.clone());
                }
                all.insert(fold(&term.code), term.code.clone());
            }
            all
        };
        let (types, rights) = (labels(EVENT_TYPE), labels(RIGHT));
        Self { kind: profile.kind, steps, dates: profile.dates, today, vocabulary, types, rights }
    }
}

/// Where a table that has each column in several languages has one: `title__en` before any other.
fn in_a_language(columns: &[String], name: &str) -> Option<usize> {
    let found = |wanted: Option<&str>| {
        columns.iter().position(|column| {
            column.rsplit_once("__").is_some_and(|(base, language)| {
                let is_language = (2..=3).contains(&language.len())
                    && language.bytes().all(|byte| byte.is_ascii_lowercase());
                is_language && wanted.is_none_or(|it| it == language) && same(base, name)
            })
        })
    };
    found(Some("en")).or_else(|| found(None))
}

fn step(kind: ImportKind, from: &FieldFrom, at: &impl Fn(&str) -> Option<usize>) -> Option<Step> {
    let field = fields::named(kind, &from.field)?;
    let text = match (&from.column, &from.template) {
        (Some(column), _) => at(column).map(Text::Column),
        (None, Some(template)) => Some(Text::Template(parts(template, at))),
        (None, None) => None,
    };
    if text.is_none() && from.value.is_none() {
        return None;
    }
    let pattern = |word: &String| match word.strip_suffix('*') {
        Some(beginning) => Pattern::Begins(fold(beginning.trim_start())),
        None => Pattern::Whole(fold(word)),
    };
    let mut values: Vec<_> =
        from.values.iter().map(|(word, means)| (pattern(word), means.clone())).collect();
    // The longest beginning counts: `*` is for all others.
    values.sort_by_key(|(pattern, _)| match pattern {
        Pattern::Whole(_) => 0,
        Pattern::Begins(beginning) => usize::MAX - beginning.len(),
    });
    Some(Step {
        field,
        column: from.column.clone().unwrap_or_else(|| from.field.clone()),
        text: text.unwrap_or(Text::None),
        otherwise: from.value.clone(),
        values,
        split: from.split.clone(),
        scheme: from.scheme,
    })
}

fn parts(template: &str, at: &impl Fn(&str) -> Option<usize>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else { break };
        parts.push(Part::Words(before.to_owned()));
        if let Some(column) = at(name) {
            parts.push(Part::Column(column));
        }
        rest = after;
    }
    parts.push(Part::Words(rest.to_owned()));
    parts
}

impl Step {
    fn cell(row: &Row, at: usize) -> &str {
        row.cells.get(at).map_or("", |cell| cell.trim())
    }

    /// What the cell says, before its words are understood.
    pub(super) fn raw(&self, row: &Row) -> String {
        match &self.text {
            Text::Column(at) => Self::cell(row, *at).to_owned(),
            Text::Template(parts) => {
                let says = parts.iter().any(
                    |part| matches!(part, Part::Column(at) if !Self::cell(row, *at).is_empty()),
                );
                if !says {
                    return String::new();
                }
                let text: String = parts
                    .iter()
                    .map(|part| match part {
                        Part::Words(words) => words.as_str(),
                        Part::Column(at) => Self::cell(row, *at),
                    })
                    .collect();
                text.trim().to_owned()
            }
            Text::None => String::new(),
        }
    }

    /// What a word means here.
    pub(super) fn meant(&self, word: &str) -> String {
        if self.values.is_empty() {
            return word.to_owned();
        }
        let folded = fold(word);
        let found = self.values.iter().find(|(pattern, _)| match pattern {
            Pattern::Whole(whole) => *whole == folded,
            Pattern::Begins(beginning) => folded.starts_with(beginning.as_str()),
        });
        found.map_or_else(|| word.to_owned(), |found| found.1.clone())
    }

    pub(super) const fn takes_several(&self) -> bool {
        matches!(
            self.field.holds,
            Holds::List | Holds::Codes | Holds::Countries | Holds::Names | Holds::Kinds
        )
    }

    pub(super) fn several(&self, raw: &str) -> Vec<String> {
        let between = self.split.as_deref().unwrap_or(";").trim_matches(' ');
        let between = if between.is_empty() { ";" } else { between };
        raw.split(between)
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(|it| self.meant(it))
            .collect()
    }
}
