//! Patterns of words that tell an act: how they are written is in `reference/intake/README.md`.

use std::collections::HashMap;

use super::lexicon::Language;
use super::text::{Kind, Text, words_of};
use super::verbs::{Form, Verbs};

/// How far a gap reaches, in tokens.
const GAP: usize = 8;

/// What kind of words a pattern is, and so who is who.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Frame {
    /// A verb with an object, who suffers it.
    Verb,
    /// A verb whose subject suffers it.
    Suffered,
    /// A verb without an object.
    Plain,
    Noun,
    /// What is said of somebody after "be".
    State,
}

#[derive(Debug, Clone)]
enum Part {
    /// One of these words.
    Words(Vec<String>),
    /// Perhaps one of these.
    Maybe(Vec<String>),
    Gap,
    Class(String),
}

/// See the module.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each says one thing of its own")]
pub struct Pattern {
    /// A code of the event types.
    pub kind: String,
    pub frame: Frame,
    first: Vec<String>,
    parts: Vec<Part>,
    pub object: Vec<String>,
    pub with: Vec<String>,
    pub not: Vec<String>,
    pub active: bool,
    pub passive: bool,
    /// The object is a thing, whose owner is meant.
    pub thing: bool,
    pub aims_at: Option<String>,
    /// The object is somebody, not something.
    pub person: bool,
    pub sure: bool,
    pub weak: bool,
    /// It tells an act where it is denied: "was not let in".
    pub negated: bool,
}

/// Where a pattern stands in a text.
#[derive(Debug, Clone, Copy)]
pub struct Hit<'l> {
    pub pattern: &'l Pattern,
    /// The first token, and the one after the last.
    pub first: usize,
    pub end: usize,
    /// The tokens of its gap, if it has one.
    pub gap: Option<(usize, usize)>,
    /// The form of its verb.
    pub form: Form,
}

/// A pattern that may begin with a word.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Begun {
    pattern: usize,
    form: Form,
    /// What follows the word where a hyphen stands in it: "stamped" of "rubber-stamped".
    more: Vec<String>,
    /// With its accents, by which French parts "interpelle" and "interpellé".
    spelt: String,
}

/// All patterns of a language, by the word that they begin with.
#[derive(Debug, Default)]
pub struct Patterns {
    all: Vec<Pattern>,
    by_first: HashMap<String, Vec<Begun>>,
}

impl Pattern {
    /// Reads a row of `events.txt`.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of(row: &[&str], language: &Language) -> Result<Self, String> {
        let [kind, frame, words, rest @ ..] = row else {
            return Err("three parts are needed".to_owned());
        };
        let frame = match *frame {
            "v" => Frame::Verb,
            "vs" => Frame::Suffered,
            "vp" => Frame::Plain,
            "n" => Frame::Noun,
            "a" => Frame::State,
            other => return Err(format!("there is no frame '{other}'")),
        };
        let mut elements = words.split_whitespace();
        let first: Vec<String> =
            elements.next().unwrap_or("").split('/').map(str::to_owned).collect();
        if first.iter().any(|word| word.is_empty() || word.starts_with(['~', '{', '('])) {
            return Err("it must begin with a word".to_owned());
        }
        let alternatives = |text: &str| -> Vec<String> {
            text.split('/')
                .filter_map(|word| words_of(word, language.elided).into_iter().next())
                .collect()
        };
        let mut parts = Vec::new();
        // A word with a hyphen or an apostrophe in it is several tokens.
        for word in elements {
            if word == "~" {
                parts.push(Part::Gap);
            } else if let Some(class) = word.strip_prefix('{').and_then(|it| it.strip_suffix('}')) {
                if !language.classes.contains_key(class) {
                    return Err(format!("there is no class '{class}'"));
                }
                parts.push(Part::Class(class.to_owned()));
            } else if let Some(words) = word.strip_prefix('(').and_then(|it| it.strip_suffix(')')) {
                parts.push(Part::Maybe(alternatives(words)));
            } else if word.contains('/') {
                parts.push(Part::Words(alternatives(word)));
            } else {
                parts.extend(
                    words_of(word, language.elided).into_iter().map(|it| Part::Words(vec![it])),
                );
            }
        }
        let mut pattern = Self {
            kind: (*kind).to_owned(),
            frame,
            first,
            parts,
            object: Vec::new(),
            with: Vec::new(),
            not: Vec::new(),
            active: false,
            passive: false,
            thing: false,
            aims_at: None,
            person: false,
            sure: false,
            weak: false,
            negated: false,
        };
        for option in rest.iter().flat_map(|it| it.split_whitespace()) {
            let classes = |text: &str| -> Result<Vec<String>, String> {
                let names = text.trim_matches(['{', '}']).split(['/', ',']);
                let names: Vec<String> =
                    names.map(|it| it.trim_matches(['{', '}']).to_owned()).collect();
                match names.iter().find(|it| !language.classes.contains_key(*it)) {
                    Some(missing) => Err(format!("there is no class '{missing}'")),
                    None => Ok(names),
                }
            };
            match option.split_once('=') {
                Some(("obj", "person")) => pattern.person = true,
                Some(("obj", class)) => {
                    pattern.object = classes(class)?;
                    pattern.thing = true;
                }
                Some(("with", class)) => pattern.with.extend(classes(class)?),
                Some(("not", class)) => pattern.not.extend(classes(class)?),
                Some(("aims", kind)) => pattern.aims_at = Some(kind.to_owned()),
                None if option == "active" => pattern.active = true,
                None if option == "passive" => pattern.passive = true,
                None if option == "thing" => pattern.thing = true,
                None if option == "sure" => pattern.sure = true,
                None if option == "weak" => pattern.weak = true,
                None if option == "negated" => pattern.negated = true,
                _ => return Err(format!("there is no option '{option}'")),
            }
        }
        Ok(pattern)
    }

    /// Whether it is a verb alone.
    pub const fn is_word(&self) -> bool {
        self.parts.is_empty()
    }

    /// How much it asks for: of two at one place, the one that asks for more counts.
    fn weight(&self) -> usize {
        self.parts.len() * 2
            + self.object.len().min(1)
            + usize::from(self.person)
            + self.with.len().min(1)
            + usize::from(self.negated)
    }

    /// Where it ends if its first word is the one at `first`, and its gap.
    fn after(
        &self,
        text: &Text<'_>,
        language: &Language,
        first: usize,
        end: usize,
    ) -> Option<(usize, Option<(usize, usize)>)> {
        rest(&self.parts, text, language, first + 1, end, None)
    }
}

fn rest(
    parts: &[Part],
    text: &Text<'_>,
    language: &Language,
    at: usize,
    end: usize,
    gap: Option<(usize, usize)>,
) -> Option<(usize, Option<(usize, usize)>)> {
    let Some((part, others)) = parts.split_first() else { return Some((at, gap)) };
    // "in its register of ‘foreign agents’": a mark of quotation parts nothing.
    let opens = matches!(part, Part::Words(_) | Part::Class(_))
        && matches!(text.sign(at), "‘" | "'" | "“" | "\"" | "«");
    let at = if opens && at + 1 < end { at + 1 } else { at };
    let found = part_at(part, others, text, language, at, end, gap);
    found.or_else(|| {
        // "detained in March after": what came before is told, not part of the act.
        let next = matches!(part, Part::Words(_) | Part::Class(_))
            .then(|| after_time(text, language, at, end))
            .flatten()
            .filter(|next| *next < end && text.low(*next) != "after")?;
        part_at(part, others, text, language, next, end, gap)
    })
}

fn part_at(
    part: &Part,
    others: &[Part],
    text: &Text<'_>,
    language: &Language,
    at: usize,
    end: usize,
    gap: Option<(usize, usize)>,
) -> Option<(usize, Option<(usize, usize)>)> {
    match part {
        Part::Words(words) => {
            let is = |at: usize| at < end && words.iter().any(|word| text.low(at) == word);
            is(at).then_some(())?;
            rest(others, text, language, at + 1, end, gap)
        }
        Part::Maybe(words) => {
            let taken = (at < end && words.iter().any(|word| text.low(at) == word))
                .then(|| rest(others, text, language, at + 1, end, gap))
                .flatten();
            taken.or_else(|| rest(others, text, language, at, end, gap))
        }
        Part::Class(class) => {
            let until = language.class_at(class, text, at)?;
            (until <= end).then_some(())?;
            rest(others, text, language, until, end, gap)
        }
        Part::Gap => {
            for until in at..=end.min(at + GAP) {
                if until > at && is_border(text, until - 1) {
                    return None;
                }
                if let Some(found) =
                    rest(others, text, language, until, end, gap.or(Some((at, until))))
                {
                    return Some(found);
                }
            }
            None
        }
    }
}

/// Where words of time end that stand between those of a pattern: "acceded on 3 May to".
fn after_time(text: &Text<'_>, language: &Language, at: usize, end: usize) -> Option<usize> {
    let mut until = None;
    for here in at..end.min(at + 5) {
        let low = text.low(here);
        // Asked of each word after each beginning of a pattern: what has no capital is not looked for.
        let named = text.is_capital(here) || language.code != "en";
        let names_it = named
            && (language.weekdays.contains_key(low)
                || language.months.contains_key(low) && text.is_capital(here))
            || until.is_some() && text.tokens[here].kind == Kind::Number
            || matches!(
                low,
                "yesterday" | "today" | "week" | "month" | "year" | "morning" | "night" | "evening"
            );
        let leads = matches!(low, "on" | "in" | "last" | "this" | "early" | "late" | "the" | "of")
            || text.tokens[here].kind == Kind::Number;
        if names_it {
            until = Some(here + 1);
        } else if !leads {
            break;
        }
    }
    until
}

/// A sign that a gap does not cross; a point within a sentence is that of "Mr." or "St.".
fn is_border(text: &Text<'_>, at: usize) -> bool {
    matches!(text.sign(at), ";" | ":" | "–" | "—" | "?" | "!")
}

impl Patterns {
    pub fn add(&mut self, pattern: Pattern, verbs: &Verbs, language: &str) {
        let number = self.all.len();
        let is_verb = matches!(pattern.frame, Frame::Verb | Frame::Suffered | Frame::Plain);
        for word in &pattern.first {
            let forms = if is_verb {
                verbs.forms(word)
            } else {
                let mut forms = vec![(word.clone(), Form::default())];
                if pattern.frame == Frame::Noun {
                    forms.push((format!("{word}s"), Form::default()));
                    if let Some(stem) = word.strip_suffix('y') {
                        forms.push((format!("{stem}ies"), Form::default()));
                    }
                    if word.ends_with(['s', 'x', 'h']) {
                        forms.push((format!("{word}es"), Form::default()));
                    }
                }
                forms
            };
            for (form, is) in forms {
                let mut words =
                    words_of(&form, if language == "fr" { &["l", "d"] } else { &[] }).into_iter();
                let Some(first) = words.next() else { continue };
                let begun =
                    Begun { pattern: number, form: is, more: words.collect(), spelt: form.clone() };
                let known = self.by_first.entry(first).or_default();
                if !known.contains(&begun) {
                    known.push(begun);
                }
            }
        }
        self.all.push(pattern);
    }

    /// Words that begin a verb's pattern, in all its forms.
    pub fn verbs(&self) -> impl Iterator<Item = String> {
        let is_verb =
            |form: &Form| form.base || form.third || form.past || form.participle || form.ing;
        self.by_first
            .iter()
            .filter(move |(_, known)| known.iter().any(|it| is_verb(&it.form)))
            .map(|(word, _)| word.clone())
    }

    /// The patterns that stand in a sentence, at each place the one that asks for most; in their order.
    pub fn hits<'l>(
        &'l self,
        text: &Text<'_>,
        language: &Language,
        first: usize,
        end: usize,
    ) -> Vec<Hit<'l>> {
        let mut hits: Vec<Hit<'l>> = Vec::new();
        for at in first..end {
            let token = &text.tokens[at];
            if token.kind != Kind::Word {
                continue;
            }
            // "on 8 March": the month, no verb.
            if language.months.contains_key(&token.low) && text.is_capital(at) && at > first {
                continue;
            }
            let Some(known) = self.by_first.get(&token.low) else { continue };
            let written = token.raw.to_lowercase();
            let accented = language.code == "fr" && !token.is_capitals();
            let spelt = |it: &Begun| it.spelt == written;
            for begun in known.iter().filter(|it| text.has(at + 1, &it.more)) {
                // Of forms that only accents part, the one that is written.
                let other = accented
                    && !spelt(begun)
                    && known.iter().any(|it| it.pattern == begun.pattern && spelt(it));
                if other {
                    continue;
                }
                let pattern = &self.all[begun.pattern];
                if let Some((until, gap)) =
                    pattern.after(text, language, at + begun.more.len(), end)
                {
                    hits.push(Hit { pattern, first: at, end: until, gap, form: begun.form });
                }
            }
        }
        hits.sort_by_key(|hit| {
            (
                hit.first,
                std::cmp::Reverse(hit.end - hit.gap.map_or(0, |it| it.1 - it.0)),
                std::cmp::Reverse(hit.pattern.weight()),
            )
        });
        hits
    }
}
