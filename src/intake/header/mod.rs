//! Who speaks, when, where, under which title, about which countries.

mod date;
mod own;
mod place;
mod speakers;
mod title;
mod written;
mod zones;

pub use zones::zones;

use crate::domain::Country;
use crate::intake::dates::DateMention;
use crate::intake::house::House;
use crate::intake::lexicon::Language;
use crate::intake::names::Name;
use crate::intake::text::{Kind, Text};

/// A value of the header and the tokens that say it.
#[derive(Debug, Clone)]
pub struct Said<T> {
    pub value: T,
    pub first: usize,
    pub end: usize,
    pub rule: &'static str,
}

/// Which blocks are what.
#[derive(Debug, Clone, Default)]
pub struct Zones {
    /// The first block of the statement's prose.
    pub body: usize,
    /// Blocks before it.
    pub header: Vec<usize>,
}

pub struct Header<'a, 't> {
    pub text: &'a Text<'t>,
    pub language: &'a Language,
    pub names: &'a [Name],
    pub dates: &'a [DateMention],
    pub zones: &'a Zones,
    pub house: &'a House,
}

/// Countries with the place where each is named.
pub fn countries(text: &Text<'_>, language: &Language) -> Vec<(usize, usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        if !text.is_capital(at) {
            at += 1;
            continue;
        }
        // "US" and "UK" are countries only in capitals; "us" never is.
        let short = text.tokens[at].raw.chars().count() <= 3;
        let demonym = language
            .demonyms
            .at(text, at)
            .filter(|(until, _)| !(*until == at + 1 && short && !text.tokens[at].is_capitals()));
        let demonym = demonym.map(|(until, code)| (until, code.clone()));
        let named =
            (1..=6).rev().filter(|length| at + length <= text.tokens.len()).find_map(|length| {
                let name = text.flat(at, at + length);
                let is_code = name.chars().count() <= 3;
                let words = (at..at + length).all(|it| {
                    text.tokens[it].kind == Kind::Word
                        || text.tokens[it].raw == "-"
                        || text.tokens[it].raw == "'"
                });
                let country = Country::named(&name).filter(|_| words && !is_code)?;
                Some((at + length, country.as_str().to_owned()))
            });
        let best = match (demonym, named) {
            (Some(a), Some(b)) => Some(if b.0 > a.0 { b } else { a }),
            (a, b) => a.or(b),
        };
        if let Some((until, code)) = best {
            found.push((at, until, code));
            at = until;
        } else {
            at += 1;
        }
    }
    found
}

impl Header<'_, '_> {
    fn low(&self, at: usize) -> &str {
        self.text.low(at)
    }

    fn is_in_header(&self, at: usize) -> bool {
        self.text.blocks.get(self.zones.body).is_some_and(|it| at < it.first)
    }

    fn block_of(&self, at: usize) -> Option<usize> {
        self.text.block_of(at)
    }

    /// What kind of statement it says it is.
    pub fn kind(
        &self,
        title: Option<&Said<String>>,
        issuer_kind: Option<&str>,
        issuer: Option<&str>,
    ) -> (String, Option<(usize, usize)>) {
        let until = self.text.blocks.get(self.zones.body).map_or(0, |it| it.first);
        let mut found = None;
        let mut past = 0;
        for at in 0..until {
            // "Press briefing notes" is no briefing.
            if at < past {
                continue;
            }
            if self.block_of(at).is_some_and(|it| self.text.blocks[it].boilerplate) {
                continue;
            }
            if let Some((end, kind)) =
                self.language.kinds.at(self.text, at).filter(|_| self.house.uses("header.kind"))
            {
                past = end;
                // "News > Africa": a path through a site.
                if matches!(self.text.sign(end), ">" | "»" | "›") {
                    continue;
                }
                let strong = matches!(
                    kind.as_str(),
                    "urgent_appeal"
                        | "open_letter"
                        | "testimony"
                        | "report"
                        | "court_record"
                        | "law_text"
                        | "social_media"
                );
                let in_title = title.is_some_and(|it| it.first <= at && at < it.end);
                let begins =
                    self.block_of(at).is_some_and(|it| self.text.blocks[it].first + 3 >= at)
                        && !in_title
                        || in_title && title.is_some_and(|it| at <= it.first + 2);
                // What a title calls itself counts less than a line above it.
                let strong = strong && !(in_title && kind == "report");
                if begins && (found.is_none() || strong) {
                    let weaker =
                        found.as_ref().is_some_and(|(known, _): &(String, (usize, usize))| {
                            matches!(known.as_str(), "urgent_appeal" | "open_letter")
                        });
                    if !weaker {
                        found = Some((kind.clone(), (at, end)));
                    }
                }
            }
        }
        let body = self.text.blocks.get(self.zones.body).map_or(0, |it| it.first);
        let salutes = (0..self.text.tokens.len()).take(body + 12).any(|at| {
            matches!(self.low(at), "dear" | "excellency" | "monsieur" | "madame")
                && self.text.is_capital(at)
        });
        match (found, issuer_kind) {
            // Who speaks for several states is no government.
            (Some((kind, at)), Some("intergovernmental")) if kind == "government_statement" => {
                ("press_statement".to_owned(), Some(at))
            }
            (Some((kind, at)), Some("state_body" | "state"))
                if kind == "press_statement" && governs(issuer) =>
            {
                ("government_statement".to_owned(), Some(at))
            }
            (Some((kind, at)), of) => {
                let kind = if kind == "other" { "press_statement".to_owned() } else { kind };
                let by_state = matches!(of, Some("state_body"))
                    && kind == "press_statement"
                    && self.text.body.contains("ejects");
                (if by_state { "government_statement".to_owned() } else { kind }, Some(at))
            }
            (None, Some("state_body" | "state")) if governs(issuer) => {
                ("government_statement".to_owned(), None)
            }
            (None, Some("media")) => ("news".to_owned(), None),
            (None, _) if self.text.body.contains("1/") && self.text.body.contains('@') => {
                ("social_media".to_owned(), None)
            }
            (None, _) if salutes => ("open_letter".to_owned(), None),
            _ => ("press_statement".to_owned(), None),
        }
    }
}

/// Whether a body of a state is its government or speaks for it, as courts and commissions do not.
fn governs(issuer: Option<&str>) -> bool {
    let name = issuer.unwrap_or_default().to_lowercase();
    name.split(|c: char| !c.is_alphanumeric()).any(|it| {
        matches!(
            it,
            "embassy"
                | "ambassade"
                | "ministry"
                | "ministère"
                | "government"
                | "gouvernement"
                | "mission"
                | "presidency"
                | "présidence"
                | "cabinet"
        )
    }) || name.contains("high commission")
        || name.contains("council of ministers")
        || name.contains("office of the president")
}
