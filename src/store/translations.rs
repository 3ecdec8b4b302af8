//! Labels and definitions of the program's own terms in the languages of the pages:
//! `reference/terms.*.csv`.
//!
//! They are no part of the database: one that was made earlier has them as well, and a term's own
//! `labels`, which an administrator wrote, come before them. A term that means something else by now,
//! because its English text was changed, gets none.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use super::vocabulary::{EVENT_TYPE, Labelled, RIGHT};

/// A term of the program's own.
#[derive(Default)]
struct Own {
    /// In English.
    label: String,
    definition: String,
    /// Language, label, definition; an empty one is not translated.
    translated: Vec<(&'static str, String, String)>,
}

/// By vocabulary and code.
static OWN: LazyLock<HashMap<(String, String), Own>> = LazyLock::new(|| {
    let mut all: HashMap<(String, String), Own> = HashMap::new();
    for (vocabulary, table) in [
        (Some(RIGHT), include_str!("../reference/rights.csv")),
        (Some(EVENT_TYPE), include_str!("../reference/event_types.csv")),
        (None, include_str!("../reference/terms.csv")),
    ] {
        for mut row in rows(table) {
            let (key, label, definition) = term(&mut row, vocabulary);
            all.insert(key, Own { label, definition, translated: Vec::new() });
        }
    }
    for (language, table) in [
        ("fr", include_str!("../reference/terms.fr.csv")),
        ("ar", include_str!("../reference/terms.ar.csv")),
        ("km", include_str!("../reference/terms.km.csv")),
    ] {
        for mut row in rows(table) {
            let (key, label, definition) = term(&mut row, None);
            if let Some(own) = all.get_mut(&key) {
                own.translated.push((language, label, definition));
            }
        }
    }
    all
});

type Cells = BTreeMap<String, String>;

/// The rows of a table in the program; the tests see that it can be read.
fn rows(table: &'static str) -> Vec<Cells> {
    csv::Reader::from_reader(table.as_bytes()).deserialize().flatten().collect()
}

/// The key, label and definition of a row.
fn term(row: &mut Cells, vocabulary: Option<&str>) -> ((String, String), String, String) {
    let mut cell = |name: &str| row.remove(name).unwrap_or_default();
    let vocabulary = vocabulary.map_or_else(|| cell("vocabulary"), str::to_owned);
    ((vocabulary, cell("code")), cell("label"), cell("definition"))
}

/// Adds what the program knows in other languages to a term.
pub fn add(term: &mut Labelled) {
    let Some(own) = OWN.get(&(term.vocabulary.clone(), term.code.clone())) else { return };
    for (language, label, definition) in &own.translated {
        if own.label == term.label && !label.is_empty() {
            term.labels.entry((*language).to_owned()).or_insert_with(|| label.clone());
        }
        if own.definition == term.definition && !definition.is_empty() {
            term.definitions.insert((*language).to_owned(), definition.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labelled(vocabulary: &str, code: &str, label: &str) -> Labelled {
        let own = &OWN[&(vocabulary.to_owned(), code.to_owned())];
        Labelled {
            vocabulary: vocabulary.to_owned(),
            code: code.to_owned(),
            label: label.to_owned(),
            labels: BTreeMap::new(),
            definition: own.definition.clone(),
            definitions: BTreeMap::new(),
            parent: None,
            deprecated: false,
        }
    }

    #[test]
    fn every_term_has_a_label_in_french_and_arabic_and_no_other_is_translated() {
        for (key, own) in OWN.iter() {
            for language in ["fr", "ar"] {
                let found = own.translated.iter().find(|it| it.0 == language);
                assert!(found.is_some_and(|it| !it.1.is_empty()), "{language}: {key:?}");
            }
        }
        for table in [
            include_str!("../reference/terms.fr.csv"),
            include_str!("../reference/terms.ar.csv"),
            include_str!("../reference/terms.km.csv"),
        ] {
            let all = rows(table);
            assert_eq!(all.len(), csv::Reader::from_reader(table.as_bytes()).records().count());
            for mut row in all {
                let (key, label, _) = term(&mut row, None);
                assert!(OWN.contains_key(&key) && !label.is_empty(), "{key:?}");
            }
        }
    }

    #[test]
    fn what_an_administrator_wrote_comes_first() {
        let mut term = labelled("status", "draft", "Draft");
        term.labels.insert("fr".to_owned(), "Ébauche".to_owned());
        add(&mut term);
        assert_eq!(term.labels["fr"], "Ébauche");
        assert_eq!(term.labels["ar"], "مسودة");
        assert!(term.definitions["fr"].starts_with("En cours"));
        let mut changed = labelled("status", "draft", "First version");
        add(&mut changed);
        assert!(changed.labels.is_empty(), "the translation is of another label");
        assert!(changed.definitions.contains_key("fr"), "the definition is the same");
    }
}
