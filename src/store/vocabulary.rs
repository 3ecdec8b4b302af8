//! The vocabularies that an administrator may extend: event types and rights.

use std::collections::BTreeMap;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::database::Db;
use super::schema::terms;
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
}

impl Vocabulary {
    pub fn load(db: &mut Db) -> Result<Self> {
        let rows: Vec<(String, String, String, Option<String>, String, bool)> = terms::table
            .filter(terms::vocabulary.eq_any([EVENT_TYPE, RIGHT]))
            .filter(terms::deleted_at.is_null())
            .select((
                terms::vocabulary,
                terms::code,
                terms::label,
                terms::parent,
                terms::rights,
                terms::deprecated,
            ))
            .load(db)?;
        let mut all = Self::default();
        for (vocabulary, code, label, parent, rights, deprecated) in rows {
            if vocabulary == RIGHT {
                all.rights.insert(code, deprecated);
            } else {
                let rights = serde_json::from_str(&rights).map_err(Error::internal)?;
                let family = parent.unwrap_or_default();
                all.event_types.insert(code, EventType { label, family, rights, deprecated });
            }
        }
        Ok(all)
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
