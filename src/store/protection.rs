//! Protected people: what a caller may know of them, and the removal of their names from text.
//!
//! A name is removed from *every* text that is shown, not only from records known to concern the
//! person: a narrative elsewhere may name them too.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use diesel::sql_types::Bool;
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use unicode_normalization::UnicodeNormalization;

use super::database::Db;
use super::memory::Memory;
use super::schema::{actor_identifiers, actor_names, actors};
use super::sql::Sql;
use super::sql_types::RecordId;
use super::visibility;
use crate::domain::{Caller, Id, text};
use crate::error::{Error, Result};

/// What stands for a name whose owner the caller may not even meet.
const WITHHELD: &str = "[name withheld]";
/// Shorter identifiers occur in text by chance.
const SHORTEST_IDENTIFIER: usize = 5;
/// Single Latin words shorter than this are removed as whole words only: "Dara" is not in "Daraa".
const WHOLE_WORD_BELOW: usize = 6;

/// Every protected person's names and identifiers.
#[derive(Default)]
pub struct Protected {
    names: Option<AhoCorasick>,
    /// Whose each pattern is, and whether it counts only as a whole word.
    patterns: Vec<(Vec<Id>, bool)>,
    pseudonyms: HashMap<Id, String>,
    people: HashSet<Id>,
}

impl Protected {
    pub fn load(db: &mut Db) -> Result<Self> {
        let people: Vec<(Id, String, Option<String>)> = actors::table
            .filter(actors::protected.eq(true))
            .select((actors::id, actors::name, actors::pseudonym))
            .load(db)?;
        if people.is_empty() {
            return Ok(Self::default());
        }
        let protected = || actors::table.filter(actors::protected.eq(true)).select(actors::id);
        let names: Vec<(Id, String)> = actor_names::table
            .filter(actor_names::actor_id.eq_any(protected()))
            .select((actor_names::actor_id, actor_names::text))
            .load(db)?;
        let identifiers: Vec<(Id, String)> = actor_identifiers::table
            .filter(actor_identifiers::actor_id.eq_any(protected()))
            .select((actor_identifiers::actor_id, actor_identifiers::value))
            .load(db)?;

        let mut owners: HashMap<String, Vec<Id>> = HashMap::new();
        let primary = people.iter().map(|(id, name, _)| (*id, name.clone()));
        let long = |value: &(Id, String)| value.1.chars().count() >= SHORTEST_IDENTIFIER;
        for (id, name) in primary.chain(names).chain(identifiers.into_iter().filter(long)) {
            let folded = text::fold(&name);
            let of = owners.entry(folded).or_default();
            if !of.contains(&id) {
                of.push(id);
            }
        }
        let mut owners: Vec<(String, Vec<Id>)> =
            owners.into_iter().filter(|(name, _)| !name.is_empty()).collect();
        owners.sort();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(owners.iter().map(|(name, _)| name))
            .map_err(Error::internal)?;
        let patterns = owners
            .into_iter()
            .map(|(name, of)| {
                let whole_word = name.chars().count() < WHOLE_WORD_BELOW
                    && !name.contains(' ')
                    && name.chars().all(has_spaces_around_words);
                (of, whole_word)
            })
            .collect();
        let everyone = people.iter().map(|person| person.0).collect();
        let pseudonyms =
            people.into_iter().filter_map(|(id, _, pseudonym)| Some((id, pseudonym?))).collect();
        Ok(Self { names: Some(automaton), patterns, pseudonyms, people: everyone })
    }

    /// Whether an actor is protected.
    pub fn is(&self, actor: Id) -> bool {
        self.people.contains(&actor)
    }

    /// `text` without any protected name, for an index that everyone may search.
    pub fn without_names(&self, text: &str) -> String {
        self.replace(text, |_| Some(" ")).into_owned()
    }

    /// Replaces each name for which `by` says with what, given whose it is.
    fn replace<'t>(
        &'t self,
        text: &'t str,
        by: impl Fn(&'t [Id]) -> Option<&'t str>,
    ) -> Cow<'t, str> {
        let Some(names) = &self.names else { return Cow::Borrowed(text) };
        let folded = Folded::of(text);
        let mut out = String::new();
        let mut copied = 0;
        for found in names.find_iter(&folded.text) {
            let (owners, whole_word) = &self.patterns[found.pattern().as_usize()];
            let (start, end) = (folded.place(found.start()), folded.place(found.end()));
            if start < copied || (*whole_word && !stands_alone(text, start, end)) {
                continue;
            }
            if let Some(other) = by(owners) {
                out.push_str(&text[copied..start]);
                out.push_str(other);
                copied = end;
            }
        }
        if copied == 0 && out.is_empty() {
            return Cow::Borrowed(text);
        }
        out.push_str(&text[copied..]);
        Cow::Owned(out)
    }
}

/// A text as [`text::fold`] makes it, with the place of each byte in the original.
struct Folded {
    text: String,
    places: Vec<usize>,
}

impl Folded {
    fn of(original: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(original.len()), places: Vec::new() };
        let mut space = false;
        for (at, c) in original.char_indices() {
            if c.is_whitespace() {
                if !space {
                    folded.push(' ', at);
                }
                space = true;
                continue;
            }
            space = false;
            for part in std::iter::once(c).nfkd().flat_map(char::to_lowercase) {
                if !('\u{300}'..='\u{36F}').contains(&part) {
                    folded.push(part, at);
                }
            }
        }
        folded.places.push(original.len());
        folded
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.places.extend(std::iter::repeat_n(at, c.len_utf8()));
    }

    fn place(&self, byte: usize) -> usize {
        self.places[byte]
    }
}

fn stands_alone(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !joins(text[..start].chars().next_back()) && !joins(text[end..].chars().next())
}

/// Latin, Greek, Cyrillic: scripts that set words apart and do not join particles to names.
fn has_spaces_around_words(c: char) -> bool {
    c < '\u{530}'
}

/// What a caller sees: their rights, and the protected people they may not know.
#[derive(Clone)]
pub struct Eyes {
    pub caller: Caller,
    protected: Arc<Protected>,
    /// Protected people whom the caller may know.
    known: Arc<HashSet<Id>>,
    /// Protected people whom the caller may meet, if only by pseudonym.
    met: Arc<HashSet<Id>>,
}

#[derive(diesel::QueryableByName)]
struct Met {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = Bool)]
    known: bool,
}

impl Eyes {
    pub fn of(caller: &Caller, db: &mut Db, memory: &Memory) -> Result<Self> {
        let protected = memory.protection(db)?;
        let (mut known, mut met) = (HashSet::new(), HashSet::new());
        if protected.names.is_some() {
            let people = Sql::new("SELECT a.id AS id, CASE WHEN ")
                .then(visibility::knows("a", caller))
                .sql(" THEN TRUE ELSE FALSE END AS known FROM actors a WHERE a.protected AND ")
                .then(visibility::actor_level("a", caller));
            for row in people.load::<Met>(db)? {
                met.insert(row.id);
                if row.known {
                    known.insert(row.id);
                }
            }
        }
        Ok(Self { caller: caller.clone(), protected, known: known.into(), met: met.into() })
    }

    /// `text` with the names of those whom the caller may not know replaced.
    pub fn redact<'t>(&'t self, text: &'t str) -> Cow<'t, str> {
        self.protected.replace(text, |owners| {
            let unknown = owners.iter().find(|owner| !self.known.contains(owner))?;
            let pseudonym = self.protected.pseudonyms.get(unknown);
            Some(match pseudonym {
                Some(pseudonym) if self.met.contains(unknown) => pseudonym,
                _ => WITHHELD,
            })
        })
    }

    /// Whether the caller may know who an actor is. Decided by how the actor is protected now, so
    /// that older versions of a record do not tell what newer ones hide.
    pub fn may_know(&self, actor: Id) -> bool {
        !self.protected.people.contains(&actor) || self.known.contains(&actor)
    }

    /// Whether there is nobody whom the caller may not know: no text needs a second look.
    pub fn know_everyone(&self) -> bool {
        self.protected.people.len() == self.known.len()
    }

    /// The name to show for an actor, and whether it is a pseudonym.
    pub fn name_of(&self, actor: Id, name: String, pseudonym: Option<String>) -> (String, bool) {
        if self.may_know(actor) {
            (self.redacted(name), false)
        } else {
            (pseudonym.unwrap_or_else(|| WITHHELD.to_owned()), true)
        }
    }

    pub fn redacted(&self, text: String) -> String {
        match self.redact(&text) {
            Cow::Owned(other) => other,
            Cow::Borrowed(_) => text,
        }
    }

    pub fn redacted_if(&self, text: Option<String>) -> Option<String> {
        text.map(|text| self.redacted(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn protected(names: &[&str]) -> Protected {
        let id = Id::least();
        Protected {
            names: Some(
                AhoCorasick::builder()
                    .match_kind(MatchKind::LeftmostLongest)
                    .build(names.iter().map(|name| text::fold(name)))
                    .unwrap(),
            ),
            patterns: names
                .iter()
                .map(|name| (vec![id], name.chars().count() < 6 && name.is_ascii()))
                .collect(),
            pseudonyms: HashMap::from([(id, "Witness 1".to_owned())]),
            people: HashSet::from([id]),
        }
    }

    fn redact(names: &[&str], text: &str) -> String {
        protected(names).replace(text, |_| Some("*")).into_owned()
    }

    #[test]
    fn names_are_found_whatever_their_case_marks_and_spacing() {
        for text in ["Élodie Sok", "ELODIE  SOK", "elodie\nsok", "E\u{301}lodie Sok"] {
            assert_eq!(redact(&["Élodie Sok"], &format!("To {text}, at night")), "To *, at night");
        }
        assert_eq!(redact(&["កឹម សុខា"], "លោកកឹម សុខាត្រូវ"), "លោក*ត្រូវ");
    }

    #[test]
    fn a_short_name_is_a_whole_word_and_a_long_one_need_not_be() {
        assert_eq!(redact(&["Dara"], "Dara fled to Daraa"), "* fled to Daraa");
        assert_eq!(redact(&["Mahmutov"], "Mahmutovun evi"), "*un evi");
    }

    #[test]
    fn text_without_names_is_not_copied() {
        assert!(matches!(protected(&["Dara"]).replace("nobody", |_| None), Cow::Borrowed(_)));
    }
}
