//! The vocabularies that an administrator may extend: event types and rights.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use super::database::Db;
use super::schema::terms;
use super::translations;
use crate::domain::{Country, text};
use crate::error::{Error, Result};
use crate::words::Words;

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
    /// Every term by vocabulary and code, in the order of definition.
    terms: Vec<Labelled>,
    places: HashMap<(String, String), usize>,
    /// The words of all labels and definitions and of the names of countries, folded.
    words: HashSet<String>,
}

/// A term, as people read it.
#[derive(Debug, Clone)]
pub struct Labelled {
    pub vocabulary: String,
    pub code: String,
    /// In English.
    pub label: String,
    /// In other languages, by BCP 47 tag.
    pub labels: BTreeMap<String, String>,
    /// In English.
    pub definition: String,
    /// In other languages, by BCP 47 tag.
    pub definitions: BTreeMap<String, String>,
    pub parent: Option<String>,
    pub deprecated: bool,
}

/// A term, as it is kept.
#[derive(diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = terms)]
struct Known {
    vocabulary: String,
    code: String,
    label: String,
    labels: String,
    definition: String,
    parent: Option<String>,
    rights: String,
    deprecated: bool,
}

impl Vocabulary {
    pub fn load(db: &mut Db) -> Result<Self> {
        // In the order of their ids: that in which they were written down.
        let rows = terms::table
            .filter(terms::deleted_at.is_null())
            .order(terms::id)
            .select(Known::as_select());
        let mut all = Self::default();
        for row in rows.load(db)? {
            let Known { vocabulary, code, label, labels, definition, parent, rights, deprecated } =
                row;
            all.learn_words(&label);
            all.learn_words(&definition);
            all.places.insert((vocabulary.clone(), code.clone()), all.terms.len());
            let mut term = Labelled {
                vocabulary: vocabulary.clone(),
                code: code.clone(),
                label: label.clone(),
                labels: serde_json::from_str(&labels).map_err(Error::internal)?,
                definition,
                definitions: BTreeMap::new(),
                parent: parent.clone(),
                deprecated,
            };
            translations::add(&mut term);
            all.terms.push(term);
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

    /// What people call a code in a language: its label, or the code if there is none.
    pub fn said(&self, words: Words, vocabulary: &str, code: &str) -> String {
        let Some(term) = self.term(vocabulary, code) else {
            // Roles are in no vocabulary.
            let key = format!("code-{vocabulary}-{code}");
            return if Words::has(&key) { words.say(&key) } else { code.to_owned() };
        };
        term.labels.get(words.language().tag).unwrap_or(&term.label).clone()
    }

    /// A term, by the name of its vocabulary and its code.
    pub fn term(&self, vocabulary: &str, code: &str) -> Option<&Labelled> {
        let place = self.places.get(&(vocabulary.to_owned(), code.to_owned()))?;
        self.terms.get(*place)
    }

    /// The names of the vocabularies, each once.
    pub fn names(&self) -> BTreeSet<&str> {
        self.terms.iter().map(|term| term.vocabulary.as_str()).collect()
    }

    /// The terms of a vocabulary.
    pub fn terms_of<'v>(&'v self, vocabulary: &'v str) -> impl Iterator<Item = &'v Labelled> {
        self.terms.iter().filter(move |term| term.vocabulary == vocabulary)
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
