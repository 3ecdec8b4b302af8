//! The vocabularies that an administrator may extend: event types and rights.

use std::collections::{BTreeMap, HashSet};

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use super::database::Db;
use super::schema::terms;
use crate::domain::{Country, text};
use crate::error::{Error, Result};

pub const EVENT_TYPE: &str = "event_type";
pub const RIGHT: &str = "right";

/// An event type, as rules and exports use it.
#[derive(Debug, Clone)]
pub struct EventType {
    pub label: String,
    pub family: String,
    /// The rights that an event of this type affects, unless it says otherwise.
    pub rights: Vec<String>,
    pub deprecated: bool,
}

/// Event types and rights, by code.
#[derive(Debug, Default)]
pub struct Vocabulary {
    event_types: BTreeMap<String, EventType>,
    rights: BTreeMap<String, bool>,
    /// The words of all labels and definitions and of the names of countries, folded.
    words: HashSet<String>,
}

/// A term, as it is kept.
#[derive(diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = terms)]
struct Known {
    vocabulary: String,
    code: String,
    label: String,
    definition: String,
    parent: Option<String>,
    rights: String,
    deprecated: bool,
}

impl Vocabulary {
    pub fn load(db: &mut Db) -> Result<Self> {
        let rows = terms::table.filter(terms::deleted_at.is_null()).select(Known::as_select());
        let mut all = Self::default();
        for row in rows.load(db)? {
            let Known { vocabulary, code, label, definition, parent, rights, deprecated } = row;
            all.learn_words(&label);
            all.learn_words(&definition);
            if vocabulary == RIGHT {
                all.rights.insert(code, deprecated);
            } else if vocabulary == EVENT_TYPE {
                let rights = serde_json::from_str(&rights).map_err(Error::internal)?;
                let family = parent.unwrap_or_default();
                all.event_types.insert(code, EventType { label, family, rights, deprecated });
            }
        }
        Country::names().for_each(|name| all.learn_words(name));
        Ok(all)
    }

    fn learn_words(&mut self, text: &str) {
        let folded = text::fold(text);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1);
        self.words.extend(words.map(str::to_owned));
    }

    /// Whether a name is made of nothing but words that vocabularies and the names of countries use.
    pub fn are_common_words(&self, name: &str) -> bool {
        let folded = text::fold(name);
        let mut words = folded.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
        words.all(|word| self.words.contains(word))
    }

    pub fn event_type(&self, code: &str) -> Option<&EventType> {
        self.event_types.get(code)
    }

    /// The event types of a family, by code.
    pub fn family(&self, family: &str) -> Vec<&str> {
        let of_family = self.event_types.iter().filter(|(_, of)| of.family == family);
        of_family.map(|(code, _)| code.as_str()).collect()
    }

    /// # Errors
    /// What is wrong with a code that an event is to be given.
    pub fn check_event_type(&self, code: &str) -> Result<&EventType, String> {
        match self.event_types.get(code) {
            Some(known) if !known.deprecated => Ok(known),
            Some(_) => Err(format!("the event type '{code}' is deprecated")),
            None => Err(unknown(code, "an event type", self.event_types.keys())),
        }
    }

    /// # Errors
    /// What is wrong with a right that a record is to be given.
    pub fn check_right(&self, code: &str) -> Result<(), String> {
        match self.rights.get(code) {
            Some(false) => Ok(()),
            Some(true) => Err(format!("the right '{code}' is deprecated")),
            None => Err(unknown(code, "a right", self.rights.keys())),
        }
    }
}

fn unknown<'a>(code: &str, what: &str, known: impl Iterator<Item = &'a String>) -> String {
    let code: String = code.chars().take(40).collect();
    let known: Vec<_> = known.map(String::as_str).collect();
    format!("'{code}' is not {what}; it is one of {}", known.join(", "))
}
