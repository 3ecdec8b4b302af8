//! Names in a text: runs of capitals read as organisations, persons or places, and actors that have no capital.

mod beside;
mod groups;
mod lands;
mod letterheads;
mod longer;
mod offices;
mod organisations;
mod persons;
mod voices;

pub use letterheads::{is_address, is_addressee, is_joint, joint_tail, opens_signatures};
pub use voices::is_of_today;

use std::collections::{HashMap, HashSet};

use crate::intake::house::House;
use crate::intake::law::Laws;
use crate::intake::lexicon::Language;
use crate::intake::text::{BlockKind, Kind, Text};

/// What a run of words was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameKind {
    /// An actor of a kind of the vocabulary.
    Organisation,
    Person,
    /// An office without the name of who holds it.
    Office,
    /// Police, authorities: a body without a name of its own.
    Body,
    /// People by what they are.
    Group,
    Place,
}

/// A name where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    /// Its tokens, without title and article.
    pub first: usize,
    pub end: usize,
    /// With title or office before it.
    pub from: usize,
    pub kind: NameKind,
    /// A code of the actor kinds.
    pub actor: String,
    pub rule: &'static str,
    /// The record that the house knows by this name.
    pub known: Option<usize>,
    /// An acronym in brackets after it: its token.
    pub acronym: Option<usize>,
    /// "the" stands before it.
    pub definite: bool,
    pub plural: bool,
}

pub struct Finder<'a, 't> {
    pub text: &'a Text<'t>,
    pub language: &'a Language,
    pub house: &'a House,
    /// What each token was taken for, by number of a name.
    taken: Vec<bool>,
    names: Vec<Name>,
    /// Words that stand in small letters somewhere.
    small: HashMap<String, usize>,
    /// The first block of prose.
    body: usize,
}

/// Particles within names of persons.
fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "bint"
            | "ibn"
            | "van"
            | "von"
            | "der"
            | "den"
            | "de"
            | "da"
            | "dos"
            | "del"
            | "di"
            | "du"
            | "la"
            | "ould"
            | "abu"
            | "ben"
            | "e"
            | "y"
            | "st"
            | "ag"
            | "ter"
            | "ap"
            | "af"
            | "av"
            | "bat"
            | "binti"
            | "binte"
            | "das"
            | "della"
            | "dello"
            | "des"
            | "do"
            | "lo"
            | "ul"
            | "wa"
            | "zu"
            | "cha"
            | "ya"
    )
}

/// Words after the name of a father that make it a name of his child: "Ulan Asanbek uulu".
fn is_child_of(word: &str) -> bool {
    matches!(word, "uulu" | "kyzy" | "qizi" | "kizi" | "oglu" | "oglou" | "ogly" | "uly")
}

/// Where people write to each other: a place of acts, not an actor, but for what it does itself.
fn is_network(word: &str) -> bool {
    matches!(
        word,
        "facebook"
            | "twitter"
            | "whatsapp"
            | "telegram"
            | "youtube"
            | "instagram"
            | "linkedin"
            | "tiktok"
    )
}

/// Words that make a name a place's.
fn is_place_word(word: &str) -> bool {
    matches!(
        word,
        "province"
            | "district"
            | "street"
            | "road"
            | "avenue"
            | "square"
            | "township"
            | "municipality"
            | "county"
            | "region"
            | "island"
            | "airport"
            | "station"
            | "village"
            | "city"
            | "river"
            | "intersection"
            | "market"
            | "governorate"
            | "prefecture"
            | "prison"
            | "camp"
            | "town"
            | "port"
            | "valley"
            | "hills"
            | "mountains"
            | "bridge"
            | "checkpoint"
            | "crossing"
            | "quartier"
            | "rue"
            | "ville"
            | "commune"
            | "neighbourhood"
            | "neighborhood"
            | "state"
            | "lake"
            | "park"
            | "delta"
            | "highlands"
    )
}

/// Words for what a body of a state is made up of: the last word of the name of one.
fn is_part_of_body(word: &str) -> bool {
    matches!(
        word,
        "unit"
            | "force"
            | "forces"
            | "service"
            | "services"
            | "squad"
            | "brigade"
            | "division"
            | "branch"
            | "battalion"
            | "regiment"
            | "directorate"
            | "department"
            | "registry"
            | "inspectorate"
            | "registrar"
            | "prosecutor"
    )
}

/// Words that begin the name of a place in one language or another.
fn is_place_opener(word: &str) -> bool {
    matches!(
        word,
        "avenida"
            | "calle"
            | "plaza"
            | "barrio"
            | "colonia"
            | "villa"
            | "finca"
            | "hacienda"
            | "rio"
            | "cerro"
            | "lago"
            | "puerto"
            | "porto"
            | "nueva"
            | "nuevo"
            | "san"
            | "santa"
            | "bukit"
            | "kampung"
            | "kampong"
            | "phum"
            | "ban"
            | "wadi"
            | "jebel"
            | "jabal"
            | "deir"
            | "beit"
            | "umm"
            | "tel"
            | "rue"
            | "quartier"
            | "camp"
            | "fort"
            | "mount"
            | "lake"
            | "cape"
            | "port"
            | "highway"
    )
}

/// All names of a text, in its order, none within another.
pub fn names(
    text: &Text<'_>,
    language: &Language,
    house: &House,
    laws: &Laws,
    no_names: &[(usize, usize)],
    header: usize,
) -> Vec<Name> {
    let mut small = HashMap::new();
    for token in text.tokens.iter().filter(|it| it.kind == Kind::Word && !it.capital) {
        *small.entry(token.low.clone()).or_insert(0) += 1;
    }
    let mut finder = Finder {
        text,
        language,
        house,
        taken: vec![false; text.tokens.len()],
        names: Vec::new(),
        small,
        body: header,
    };
    for mention in &laws.mentions {
        // 'Coalition "Bread and Law"' is no law.
        let own = mention.first > 1
            && matches!(text.sign(mention.first - 1), "\"" | "“" | "«" | "„")
            && text.is_capital(mention.first - 2)
            && language.heads.at(text, mention.first - 2).is_some();
        if !own {
            finder.take(mention.first, mention.end);
        }
    }
    for (first, end) in no_names {
        finder.take(*first, *end);
    }
    let blocks: Vec<usize> =
        (0..text.blocks.len()).filter(|it| !text.blocks[*it].boilerplate).collect();
    for block in &blocks {
        finder.known(*block);
    }
    finder.feasts();
    finder.letterheads(header);
    finder.signatories(header);
    finder.speaking();
    finder.again(&blocks);
    for block in &blocks {
        finder.organisations(*block);
    }
    finder.again(&blocks);
    for block in &blocks {
        finder.jails(*block);
    }
    for block in &blocks {
        finder.persons(*block);
    }
    for block in &blocks {
        finder.bodies(*block);
        finder.groups(*block);
    }
    finder.seats();
    // What a dropped word had taken may be a body or people: "Authorities have blocked", "Security forces opened fire".
    if finder.drop_openers() {
        for block in &blocks {
            finder.bodies(*block);
            finder.groups(*block);
        }
    }
    let mut names = finder.names;
    names.sort_by_key(|it| it.first);
    names
}

impl Finder<'_, '_> {
    fn take(&mut self, first: usize, end: usize) {
        for at in first..end.min(self.taken.len()) {
            self.taken[at] = true;
        }
    }

    fn is_free(&self, first: usize, end: usize) -> bool {
        (first..end).all(|at| !self.taken[at])
    }

    fn add(&mut self, name: Name) {
        let bracket = name.acronym.map_or(name.end, |it| it + 2);
        // With its title: the "Police" of "Superintendent of Police" is no body.
        self.take(name.from, name.end.max(bracket));
        self.names.push(name);
    }

    /// A lone word that only ever begins a sentence is no name: "Permission was turned down", "Noting that". Whether any was dropped.
    fn drop_openers(&mut self) -> bool {
        let mut starts = vec![false; self.text.tokens.len()];
        for first in self
            .text
            .blocks
            .iter()
            .map(|it| it.first)
            .chain(self.text.sentences.iter().map(|it| it.first))
        {
            if let Some(start) = starts.get_mut(first) {
                *start = true;
            }
        }
        let opens = |at: usize| starts[at] || self.begins(at, usize::MAX);
        let within: HashSet<&str> = (0..self.text.tokens.len())
            .filter(|at| self.text.is_capital(*at) && !opens(*at))
            .map(|at| self.low(at))
            .collect();
        let named: HashSet<&str> = self
            .names
            .iter()
            .filter(|it| it.end - it.first > 1)
            .flat_map(|it| it.first..it.end)
            .map(|at| self.low(at))
            .collect();
        let kept: Vec<bool> = self
            .names
            .iter()
            .map(|it| {
                let word = self.low(it.first);
                it.rule != "actor.word"
                    || it.end - it.first > 1
                    || !opens(it.first)
                    || within.contains(word)
                    || named.contains(word)
                    || self.is_quoted_speaker(it.end)
            })
            .collect();
        for (name, kept) in self.names.iter().zip(&kept) {
            if !kept && let Some(taken) = self.taken.get_mut(name.first..name.end) {
                taken.fill(false);
            }
        }
        let dropped = kept.contains(&false);
        // "Protest organisers": people behind a dropped word are read again, with it.
        let ends: HashSet<usize> =
            self.names.iter().zip(&kept).filter(|it| !it.1).map(|it| it.0.end).collect();
        let mut kept = kept.into_iter();
        let mut again = Vec::new();
        self.names.retain(|it| {
            let kept = kept.next().unwrap_or(true);
            let behind = kept
                && matches!(it.kind, NameKind::Group | NameKind::Body)
                && ends.contains(&it.from);
            if behind {
                again.push((it.first, it.end));
            }
            kept && !behind
        });
        for (first, end) in again {
            self.taken[first..end].fill(false);
        }
        dropped
    }

    fn low(&self, at: usize) -> &str {
        self.text.low(at)
    }

    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.low(at))
    }

    fn is_stop(&self, at: usize) -> bool {
        self.language.stops.contains(self.low(at))
    }

    fn bounds(&self, block: usize) -> (usize, usize) {
        let block = &self.text.blocks[block];
        (block.first, block.end)
    }

    /// Words of a heading are capitals that tell nothing.
    fn is_heading(&self, block: usize) -> bool {
        let (first, end) = self.bounds(block);
        let words = || {
            (first..end).filter(|at| self.text.tokens[*at].kind == Kind::Word && !self.is_stop(*at))
        };
        let capitals = words().filter(|at| self.text.is_capital(*at)).count();
        let all = words().count();
        self.text.blocks[block].kind == BlockKind::Line && all > 3 && capitals * 10 >= all * 7
    }

    /// A headline in capitals: they show no names, and its verbs are capitals too.
    fn is_shouted_headline(&self, block: usize) -> bool {
        let (first, end) = self.bounds(block);
        let words = (first..end).filter(|at| self.text.tokens[*at].kind == Kind::Word);
        self.text.blocks[block].kind == BlockKind::Line
            && words.clone().count() > 4
            && words
                .clone()
                .all(|at| self.text.tokens[at].is_capitals() || self.text.tokens[at].raw.len() == 1)
            && (words.clone().count() > 9
                || (first..end).any(|at| matches!(self.text.sign(at), ":" | "!" | "?"))
                || words.clone().any(|at| {
                    self.language.voices.contains(self.low(at))
                        || self.language.verb_forms.contains(self.low(at))
                            && self.low(at).ends_with("ed")
                            && !matches!(self.low(at), "united" | "organised" | "organized")
                        || matches!(self.low(at), "statement" | "message")
                }))
    }

    /// A token that begins a sentence or a quotation, where a capital tells nothing.
    fn begins(&self, at: usize, first: usize) -> bool {
        at == first
            || matches!(
                self.text.sign(at.wrapping_sub(1)),
                "." | "!" | "?" | ":" | "“" | "\"" | "‘" | "«" | "•" | "–"
            )
    }

    /// A capital that stands for more than the beginning of a sentence.
    fn is_name_word(&self, at: usize, first: usize) -> bool {
        let token = &self.text.tokens[at];
        if !token.capital || self.taken[at] || token.kind != Kind::Word {
            return false;
        }
        if self.language.months.contains_key(&token.low)
            || self.language.weekdays.contains_key(&token.low)
        {
            return false;
        }
        if matches!(
            token.low.as_str(),
            "article" | "articles" | "art" | "section" | "sections" | "principle"
        ) || is_network(&token.low)
        {
            return false;
        }
        // "A. V. Dyomin": the letter is no article.
        if token.raw.len() == 1
            && self.text.sign(at + 1) == "."
            && self.text.is_capital(at + 2)
            && token.end == self.text.tokens[at + 1].start
            && matches!(token.low.as_str(), "a" | "i")
            && (self.text.tokens[at + 2].raw.len() == 1 || self.text.sign(at + 3) != ".")
        {
            return true;
        }
        // A small word with a capital belongs to a name that goes on on both sides: "Rights Without Borders".
        let joined = || {
            let led = self.text.is_capital(at.wrapping_sub(1)) && !self.begins(at - 1, first)
                || matches!(self.before(at), "of" | "for" | "and" | "the");
            led && self.text.is_capital(at + 1)
                && !self.begins(at, first)
                && self.text.tokens[at + 1].kind == Kind::Word
        };
        // "Nghe An", "Tran Thi My".
        let syllable = matches!(token.low.as_str(), "an" | "my" | "so" | "do" | "to" | "no")
            && at > first + 1
            && self.text.is_capital(at - 1)
            && !self.is_stop(at - 1)
            && !self.begins(at - 1, first);
        if syllable {
            return true;
        }
        let shouted = token.is_capitals()
            && (self.text.tokens.get(at + 1).is_some_and(super::text::Token::is_capitals)
                || at > 0 && self.text.tokens[at - 1].is_capitals());
        !self.is_stop(at) || joined() || shouted && !self.begins(at, first)
    }

    /// Days that have names: "Eid al-Fitr", "World Press Freedom Day" is nobody.
    fn feasts(&mut self) {
        let Some(feasts) = self.language.classes.get("feast") else { return };
        let mut at = 0;
        while at < self.text.tokens.len() {
            let found = feasts.at(self.text, at).map(|it| it.0);
            match found.filter(|until| self.text.is_capital(at) && self.is_free(at, *until)) {
                Some(until) => {
                    self.take(at, until);
                    at = until;
                }
                None => at += 1,
            }
        }
    }

    /// Names of records of the house.
    fn known(&mut self, block: usize) {
        let (first, end) = self.bounds(block);
        let mut at = first;
        while at < end {
            let longest = self.house.longest(self.low(at)).min(end - at);
            let found = (1..=longest).rev().find_map(|length| {
                let until = at + length;
                let free = self.is_free(at, until);
                let known = self.house.named(self.text, at, until)?;
                let has_capital = (at..until).any(|it| self.text.is_capital(it));
                let is_lone_word = length == 1 && self.begins(at, first) && self.is_stop(at);
                (free && has_capital && !is_lone_word).then_some((until, known))
            });
            if let Some((until, known)) = found {
                let (kind, actor) = self.house.kind(known);
                let name = Name {
                    first: at,
                    end: until,
                    from: at,
                    kind: if kind { NameKind::Person } else { NameKind::Organisation },
                    actor,
                    rule: "actor.known",
                    known: Some(known),
                    acronym: self.bracketed(until),
                    definite: self.before(at) == "the",
                    plural: false,
                };
                self.add(name);
                at = until;
            } else {
                at += 1;
            }
        }
    }

    /// The acronym in brackets after a name: "(NRF)", "(‘the Centre’)" is none.
    fn bracketed(&self, at: usize) -> Option<usize> {
        // "(FORUM-ASIA)" is several tokens.
        let parts = (at + 2..at + 5)
            .take_while(|it| self.text.tokens.get(*it).is_some_and(|it| it.hyphen))
            .count();
        let is_one = self.text.sign(at) == "(" && self.text.sign(at + 2 + parts) == ")";
        let token = self.text.tokens.get(at + 1).filter(|it| is_one && it.kind == Kind::Word)?;
        let capitals = token.raw.chars().filter(|c| c.is_uppercase()).count();
        let is_acronym = capitals > 1
            || token.capital && token.raw.chars().count() < 12 && !token.raw.contains(' ');
        is_acronym.then_some(at + 1)
    }
}
