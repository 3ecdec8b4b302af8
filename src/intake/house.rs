//! What this installation knows and has decided: names of its actors, rules that are switched off.

use std::collections::{BTreeSet, HashMap};

use super::text::{Text, words_of};
use crate::domain::ActorKind;

/// A name of an actor of the database that the reader of the draft may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownName {
    pub id: String,
    pub reference: String,
    /// The actor's primary name.
    pub name: String,
    /// This name of it: primary, alias, acronym or former.
    pub text: String,
    pub kind: ActorKind,
    /// ISO 3166-1 alpha-3.
    pub country: Option<String>,
}

/// What this installation brings to the reading of texts.
#[derive(Debug, Default)]
pub struct House {
    names: Vec<KnownName>,
    off: BTreeSet<String>,
    /// Folded words of a name, joined by spaces → which names.
    by_words: HashMap<String, Vec<u32>>,
    /// First word → how many words the longest name has that begins so.
    longest: HashMap<String, u8>,
}

/// Names of more words are not looked for.
const LONGEST: usize = 20;

impl House {
    /// Of all names of actors, and the names of rules that were switched off.
    pub fn new(names: Vec<KnownName>, off: BTreeSet<String>) -> Self {
        let mut by_words: HashMap<String, Vec<u32>> = HashMap::with_capacity(names.len());
        let mut longest: HashMap<String, u8> = HashMap::new();
        for (number, name) in names.iter().enumerate() {
            let words = words_of(&name.text, &[]);
            let (Some(first), Ok(number)) = (words.first(), u32::try_from(number)) else {
                continue;
            };
            if words.len() > LONGEST || words.len() == 1 && first.chars().count() < 2 {
                continue;
            }
            let length = u8::try_from(words.len()).unwrap_or(u8::MAX);
            let known = longest.entry(first.clone()).or_default();
            *known = (*known).max(length);
            by_words.entry(words.join(" ")).or_default().push(number);
        }
        Self { names, off, by_words, longest }
    }

    /// Whether a rule is in use.
    pub fn uses(&self, rule: &str) -> bool {
        !self.off.contains(rule)
    }

    pub(super) fn longest(&self, first: &str) -> usize {
        self.longest.get(first).copied().unwrap_or(0).into()
    }

    /// The name that tokens of a text are; of several the first.
    pub(super) fn named(&self, text: &Text<'_>, first: usize, end: usize) -> Option<usize> {
        let words: Vec<&str> = (first..end).map(|at| text.low(at)).collect();
        let numbers = self.by_words.get(&words.join(" "))?;
        let written = text.slice(first, end);
        // An acronym is only that as it is written: "CAT" is no cat.
        let fits = |number: &&u32| {
            let name = &self.names[**number as usize].text;
            let is_acronym = name.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
            !is_acronym || written.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
        };
        numbers.iter().find(fits).map(|it| *it as usize)
    }

    /// Whether a known name is a person's, and the code of its kind.
    pub(super) fn kind(&self, number: usize) -> (bool, String) {
        let kind = self.names[number].kind;
        (kind == ActorKind::Person, kind.code().to_owned())
    }

    pub(super) fn name(&self, number: usize) -> &KnownName {
        &self.names[number]
    }

    /// All records that have a name as it is written here.
    pub(super) fn all_called(&self, name: &str) -> Vec<&KnownName> {
        let key = words_of(name, &[]).join(" ");
        let numbers = self.by_words.get(&key).map_or(&[][..], Vec::as_slice);
        let mut found: Vec<&KnownName> = Vec::new();
        for number in numbers {
            let name = &self.names[*number as usize];
            if !found.iter().any(|it| it.id == name.id) {
                found.push(name);
            }
        }
        found
    }
}
