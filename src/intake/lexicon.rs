//! The words of a language that rules go by, read from `reference/intake/`; its README says what each file holds.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::pattern::{Pattern, Patterns};
use super::text::{Text, words_of};
use super::verbs::Verbs;

/// Phrases with what they mean; the longest that stands at a place counts.
#[derive(Debug)]
pub struct Phrases<T>(HashMap<String, Vec<Phrase<T>>>);

#[derive(Debug)]
struct Phrase<T> {
    words: Vec<String>,
    /// As it must be written, where its capitals matter.
    exact: Option<String>,
    meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

impl<T> Phrases<T> {
    pub fn add(&mut self, phrase: &str, exact: bool, elided: &[&str], meaning: T) {
        let words = words_of(phrase, elided);
        let Some(first) = words.first().cloned() else { return };
        let exact = exact.then(|| phrase.to_owned());
        let all = self.0.entry(first).or_default();
        all.push(Phrase { words, exact, meaning });
        all.sort_by_key(|it| std::cmp::Reverse(it.words.len()));
    }

    /// The longest phrase at a token: after which token it ends, and what it means.
    pub fn at(&self, text: &Text<'_>, at: usize) -> Option<(usize, &T)> {
        let all = self.0.get(text.low(at))?;
        let found = all.iter().find(|it| {
            let end = at + it.words.len();
            text.has(at, &it.words)
                && it
                    .exact
                    .as_deref()
                    .is_none_or(|exact| text.slice(at, end).replace(['‐', '‑'], "-") == exact)
        })?;
        Some((at + found.words.len(), &found.meaning))
    }
}

/// Where a head word stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    First,
    Last,
    Any,
}

/// How a demand is worded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// "calls on X to do".
    On,
    /// "it is high time (that) X did".
    That,
    /// "X must do".
    Must,
    /// "calls for the release of Y".
    For,
    /// A line before a list of demands.
    List,
}

/// What a phrase of time says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Time {
    /// `day`, `week`, `month`, `year`, `same`, `after`, `week_after`, `unknown`.
    pub unit: String,
    pub by: i64,
}

/// What is known of a language.
#[derive(Debug, Default)]
pub struct Language {
    pub code: &'static str,
    pub elided: &'static [&'static str],
    pub verbs: Verbs,
    pub classes: HashMap<String, Phrases<()>>,
    pub events: Patterns,
    pub heads: Phrases<(String, Where)>,
    pub bodies: Phrases<String>,
    pub offices: Phrases<bool>,
    pub titles: Phrases<()>,
    /// Whether it is the plural.
    pub groups: Phrases<bool>,
    pub demonyms: Phrases<String>,
    pub instruments: Phrases<String>,
    pub laws: Phrases<(String, Where)>,
    pub calls: Phrases<Call>,
    /// Headings and lines before a list of demands.
    pub lists: Phrases<()>,
    pub categories: Vec<(String, Phrases<()>)>,
    pub kinds: Phrases<String>,
    /// Whether it must be the whole line.
    pub boilerplate: Phrases<bool>,
    pub ends: Phrases<()>,
    pub months: HashMap<String, u32>,
    pub weekdays: HashMap<String, u32>,
    pub times: Phrases<Time>,
    /// Words of the lexicon's own phrases: capitals that are all of these are no person's name.
    pub common: HashSet<String>,
    /// Words that are part of no name.
    pub stops: HashSet<String>,
    /// Words that look like verbs, and describe a group.
    pub describing: HashSet<String>,
    /// Words by which an issuer speaks of itself.
    pub voices: HashSet<String>,
    /// All forms of irregular verbs and of the verbs of events.
    pub verb_forms: HashSet<String>,
}

/// The rows of a file: parts of a line, without comments and empty lines.
fn rows(file: &str) -> impl Iterator<Item = Vec<&str>> {
    file.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("# ") && *line != "#")
        .map(|line| {
            // A part of its own: " | ".
            line.split('|').map(str::trim).collect()
        })
}

fn cell<'a>(row: &[&'a str], at: usize) -> &'a str {
    row.get(at).copied().unwrap_or("")
}

fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').map(str::trim).filter(|it| !it.is_empty())
}

fn place(word: &str) -> Where {
    match word {
        "first" => Where::First,
        "last" => Where::Last,
        _ => Where::Any,
    }
}

/// Capitals of a phrase matter if it is a short one that has two of them side by side.
fn is_acronym(phrase: &str) -> bool {
    let letters: Vec<char> = phrase.chars().collect();
    letters.windows(2).any(|pair| pair.iter().all(|c| c.is_uppercase())) && letters.len() < 12
}

/// Plural forms of a word that is regular.
fn plurals(word: &str, language: &str) -> Vec<String> {
    let mut all = vec![format!("{word}s")];
    if language == "fr" {
        all.push(format!("{word}x"));
        if let Some(stem) = word.strip_suffix("al") {
            all.push(format!("{stem}aux"));
        }
        return all;
    }
    if let Some(stem) = word.strip_suffix('y') {
        all.push(format!("{stem}ies"));
    }
    if word.ends_with(['s', 'x', 'h', 'o', 'z']) {
        all.push(format!("{word}es"));
    }
    if let Some(stem) = word.strip_suffix("man") {
        all.push(format!("{stem}men"));
    }
    all
}

/// The files of a language.
struct Files {
    events: &'static str,
    classes: &'static str,
    verbs: &'static str,
    heads: &'static str,
    bodies: &'static str,
    offices: &'static str,
    titles: &'static str,
    groups: &'static str,
    demonyms: &'static str,
    instruments: &'static str,
    laws: &'static str,
    calls: &'static str,
    categories: &'static str,
    kinds: &'static str,
    boilerplate: &'static str,
    ends: &'static str,
    months: &'static str,
    weekdays: &'static str,
    times: &'static str,
    stops: &'static str,
    describing: &'static str,
    voices: &'static str,
}

macro_rules! files {
    ($language:literal) => {
        files!($language, events, classes, verbs, heads, bodies, offices, titles, groups, demonyms, instruments, laws,
            calls, categories, kinds, boilerplate, ends, months, weekdays, times, stops, describing, voices)
    };
    ($language:literal, $($name:ident),+) => {
        Files { $($name: include_str!(concat!("../reference/intake/", $language, "/", stringify!($name), ".txt")),)+ }
    };
}

static ENGLISH: LazyLock<Language> = LazyLock::new(|| Language::of("en", &[], &files!("en")));
static FRENCH: LazyLock<Language> = LazyLock::new(|| {
    const ELIDED: &[&str] =
        &["l", "d", "qu", "n", "s", "j", "c", "m", "t", "jusqu", "lorsqu", "puisqu"];
    Language::of("fr", ELIDED, &files!("fr"))
});

/// The lexicon of a language (BCP 47); none where there is none.
pub fn language(code: &str) -> Option<&'static Language> {
    match code.split('-').next()? {
        "en" => Some(&ENGLISH),
        "fr" => Some(&FRENCH),
        _ => None,
    }
}

impl Language {
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    fn of(code: &'static str, elided: &'static [&'static str], files: &Files) -> Self {
        let mut it = Self { code, elided, verbs: Verbs::of(code, files.verbs), ..Self::default() };
        for row in rows(files.classes) {
            let class = it.classes.entry(cell(&row, 0).to_owned()).or_default();
            for phrase in list(cell(&row, 1)) {
                class.add(phrase, false, elided, ());
                for plural in plurals(phrase, code) {
                    class.add(&plural, false, elided, ());
                }
            }
        }
        for row in rows(files.events) {
            // A line that cannot be read is found by a test of the files.
            if let Ok(pattern) = Pattern::of(&row, &it) {
                it.events.add(pattern, &it.verbs, code);
            }
        }
        for row in rows(files.heads) {
            it.heads.add(
                cell(&row, 0),
                false,
                elided,
                (cell(&row, 1).to_owned(), place(cell(&row, 2))),
            );
        }
        for row in rows(files.bodies) {
            it.bodies.add(cell(&row, 0), false, elided, cell(&row, 1).to_owned());
        }
        for row in rows(files.offices) {
            it.offices.add(cell(&row, 0), false, elided, cell(&row, 1) == "of");
        }
        for row in rows(files.titles) {
            it.titles.add(cell(&row, 0), false, elided, ());
        }
        for row in rows(files.groups) {
            let (one, many) = (cell(&row, 0), cell(&row, 1));
            if one != many {
                it.groups.add(one, false, elided, false);
            }
            it.groups.add(if many.is_empty() { one } else { many }, false, elided, true);
        }
        for row in rows(files.demonyms) {
            it.demonyms.add(cell(&row, 0), false, elided, cell(&row, 1).to_owned());
        }
        for row in rows(files.instruments) {
            for name in list(cell(&row, 1)) {
                it.instruments.add(name, is_acronym(name), elided, cell(&row, 0).to_owned());
            }
        }
        if code == "en" {
            let mut reader =
                csv::Reader::from_reader(include_bytes!("../reference/instruments.csv").as_slice());
            for row in reader.records().flatten() {
                let title = row.get(1).unwrap_or("").split(" (").next().unwrap_or("").to_owned();
                it.instruments.add(&title, false, elided, row.get(0).unwrap_or("").to_owned());
            }
        }
        for row in rows(files.laws) {
            it.laws.add(
                cell(&row, 0),
                false,
                elided,
                (cell(&row, 1).to_owned(), place(cell(&row, 2))),
            );
        }
        for row in rows(files.calls) {
            let call = match cell(&row, 1) {
                "must" => Call::Must,
                "that" => Call::That,
                "for" => Call::For,
                "list" => Call::List,
                _ => Call::On,
            };
            it.add_call(cell(&row, 0), call);
        }
        for row in rows(files.categories) {
            let mut phrases = Phrases::default();
            for phrase in list(cell(&row, 1)) {
                for form in it.verbs.all_forms(phrase) {
                    phrases.add(&form, false, elided, ());
                }
                phrases.add(phrase, false, elided, ());
                for plural in plurals(phrase, code) {
                    phrases.add(&plural, false, elided, ());
                }
            }
            it.categories.push((cell(&row, 0).to_owned(), phrases));
        }
        for row in rows(files.kinds) {
            for phrase in list(cell(&row, 1)) {
                it.kinds.add(phrase, false, elided, cell(&row, 0).to_owned());
            }
        }
        for row in rows(files.boilerplate) {
            it.boilerplate.add(cell(&row, 0), false, elided, cell(&row, 1) == "whole");
        }
        for row in rows(files.ends) {
            it.ends.add(cell(&row, 0), false, elided, ());
        }
        for (file, map) in [(files.months, &mut it.months), (files.weekdays, &mut it.weekdays)] {
            for row in rows(file) {
                let number = cell(&row, 1).parse().unwrap_or(0);
                for name in list(cell(&row, 0)) {
                    map.extend(words_of(name, elided).first().map(|name| (name.clone(), number)));
                }
            }
        }
        let phrases = [files.classes, files.categories, files.kinds, files.boilerplate]
            .into_iter()
            .chain([files.laws, files.heads, files.offices, files.bodies]);
        for row in phrases.flat_map(rows) {
            // In some files the phrases are in the second part, and what the first is called is a word, too.
            let words = [cell(&row, 0), cell(&row, 1)].into_iter().flat_map(list);
            let small = words.filter(|it| !it.chars().any(char::is_uppercase));
            it.common.extend(
                small.flat_map(|it| words_of(it, elided)).filter(|it| it.chars().count() > 3),
            );
        }
        for (file, set) in [(files.stops, &mut it.stops), (files.describing, &mut it.describing)] {
            for row in rows(file) {
                set.extend(list(cell(&row, 0)).flat_map(|word| words_of(word, elided)));
            }
        }
        for row in rows(files.voices) {
            let forms = list(cell(&row, 0))
                .flat_map(|word| it.verbs.all_forms(word).into_iter().chain([word.to_owned()]));
            it.voices = it
                .voices
                .iter()
                .cloned()
                .chain(forms.filter_map(|word| words_of(&word, elided).into_iter().next()))
                .collect();
        }
        it.verb_forms = it
            .verbs
            .all_irregular()
            .chain(it.events.verbs())
            .filter_map(|word| words_of(&word, elided).into_iter().next())
            .collect();
        for row in rows(files.times) {
            let mut parts = cell(&row, 1).split_whitespace();
            let unit = parts.next().unwrap_or("unknown").to_owned();
            let by = parts.next().and_then(|it| it.parse().ok()).unwrap_or(0);
            it.times.add(cell(&row, 0), false, elided, Time { unit, by });
        }
        it
    }

    /// A call in all forms of its verb: "call on" is also "called on" and "is calling on".
    fn add_call(&mut self, phrase: &str, call: Call) {
        let (verb, rest) = phrase.split_once(' ').unwrap_or((phrase, ""));
        // What says that something must be is no verb with forms.
        let forms = if matches!(call, Call::Must | Call::That) {
            Vec::new()
        } else {
            self.verbs.all_forms(verb)
        };
        if call == Call::List {
            for form in forms {
                self.lists.add(format!("{form} {rest}").trim(), false, self.elided, ());
            }
            self.lists.add(phrase, false, self.elided, ());
            return;
        }
        for form in forms {
            self.calls.add(format!("{form} {rest}").trim(), false, self.elided, call);
        }
        self.calls.add(phrase, false, self.elided, call);
    }

    /// Where a word or phrase of a class ends that stands at a token.
    pub fn class_at(&self, class: &str, text: &Text<'_>, at: usize) -> Option<usize> {
        if is_month(text, at) {
            return None;
        }
        self.classes.get(class)?.at(text, at).map(|it| it.0)
    }

    /// Whether a word of a class stands between two tokens.
    pub fn has_class(&self, class: &str, text: &Text<'_>, first: usize, end: usize) -> bool {
        (first..end).any(|at| self.class_at(class, text, at).is_some_and(|until| until <= end))
    }
}

/// Whether a word is the month, not what people do in the streets: "19 March".
fn is_month(text: &Text<'_>, at: usize) -> bool {
    if text.low(at) != "march" || text.slice(at, at + 1) != "March" {
        return false;
    }
    let number = |it: usize| text.low(it).starts_with(|sign: char| sign.is_ascii_digit());
    let before = at.checked_sub(1);
    number(at + 1)
        || before.is_some_and(|it| {
            number(it)
                || matches!(
                    text.low(it),
                    "in" | "since"
                        | "until"
                        | "till"
                        | "last"
                        | "this"
                        | "of"
                        | "early"
                        | "late"
                        | "mid"
                        | "by"
                        | "from"
                )
        })
}

/// What is wrong with the lines of the files, each with its file; for tests.
#[cfg(test)]
pub fn complaints(code: &str) -> Vec<String> {
    let files = if code == "fr" { files!("fr") } else { files!("en") };
    let Some(language) = language(code) else { return vec![format!("no lexicon {code}")] };
    let mut wrong = Vec::new();
    for row in rows(files.events) {
        if let Err(error) = Pattern::of(&row, language) {
            wrong.push(format!("{code}/events: {}: {error}", row.join(" | ")));
        }
    }
    for row in rows(files.times) {
        let unit = cell(&row, 1).split_whitespace().next().unwrap_or_default();
        if !super::dates::UNITS.contains(&unit) {
            wrong.push(format!("{code}/times: {}: no such unit", row.join(" | ")));
        }
    }
    wrong
}
