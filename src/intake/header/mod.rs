//! Who speaks, when, where, under which title, about which countries.

mod place;
mod speakers;
mod zones;

pub use zones::zones;

use chrono::NaiveDate;

use crate::domain::Country;
use crate::intake::dates::{Anchor, DateMention, When, resolve};
use crate::intake::house::House;
use crate::intake::lexicon::Language;
use crate::intake::names::{Name, NameKind, is_address};
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

    /// The statement's date: that of the dateline, of a line of the head or of the foot, of an e-mail.
    pub fn issued(&self) -> Option<Said<NaiveDate>> {
        let body = self.text.blocks.get(self.zones.body)?;
        let day = |date: &DateMention| {
            let whole = matches!(date.when, When::Day { year: Some(_), .. });
            resolve(date, Anchor::default()).filter(|_| whole).map(|it| it.first)
        };
        let said = |date: &DateMention, rule| {
            day(date).filter(|_| self.house.uses(rule)).map(|value| Said {
                value,
                first: date.first,
                end: date.end,
                rule,
            })
        };
        // A dateline.
        let dash = (body.first..body.end.min(body.first + 24)).find(|at| {
            matches!(self.text.sign(*at), "–" | "—" | "-" | ":") || self.low(*at) == "--"
        });
        let in_line = self
            .dates
            .iter()
            .find(|it| it.first >= body.first && dash.is_some_and(|dash| it.end <= dash + 1));
        if let Some(found) = in_line.and_then(|it| said(it, "header.dateline")) {
            return Some(found);
        }
        let opening = self.dates.iter().find(|it| {
            it.first >= body.first
                && it.first < body.first + 6
                && matches!(self.text.sign(it.end), "." | ")" | ":")
        });
        if let Some(found) = opening.and_then(|it| said(it, "header.dateline")) {
            return Some(found);
        }
        let line_of =
            |date: &DateMention| self.block_of(date.first).map(|it| &self.text.blocks[it]);
        let is_update = |date: &DateMention| {
            line_of(date).is_some_and(|block| {
                (block.first..date.first).any(|at| {
                    matches!(
                        self.low(at),
                        "updated" | "update" | "modified" | "read" | "accessed" | "adopted"
                    )
                }) && ((block.first..date.first).any(|at| self.low(at) == "read")
                    || !(block.first..date.first)
                        .any(|at| matches!(self.low(at), "adopted" | "at")))
            })
        };
        let is_labelled = |date: &DateMention| {
            date.first >= 1
                && (1..=4).any(|back| {
                    date.first.checked_sub(back).is_some_and(|at| {
                        matches!(self.low(at), "date" | "published" | "dated" | "sent" | "le")
                    })
                })
        };
        let head: Vec<&DateMention> =
            self.dates.iter().filter(|it| self.is_in_header(it.first) && !is_update(it)).collect();
        if let Some(found) =
            head.iter().filter(|it| is_labelled(it)).find_map(|it| said(it, "header.line"))
        {
            return Some(found);
        }
        // A line that is little else than a date and a place.
        let lone = |date: &&&DateMention| {
            line_of(date).is_some_and(|block| block.end - block.first <= date.end - date.first + 9)
        };
        if let Some(found) = head.iter().filter(lone).find_map(|it| said(it, "header.line")) {
            return Some(found);
        }
        if let Some(found) = head.iter().find_map(|it| said(it, "header.line")) {
            return Some(found);
        }
        let foot: Vec<&DateMention> = self.dates.iter().filter(|it| !is_update(it)).collect();
        foot.iter().rev().filter(lone).find_map(|it| said(it, "header.foot")).or_else(|| {
            let first = self
                .dates
                .iter()
                .find(|it| it.first >= body.first && it.first < body.first + 24)?;
            said(first, "header.first")
        })
    }

    /// Whether a line of the head is a name, a place, a date or a kind of statement, and so no title.
    fn is_no_title(&self, number: usize) -> bool {
        let block = &self.text.blocks[number];
        let words =
            (block.first..block.end).filter(|at| self.text.tokens[*at].kind == Kind::Word).count();
        let named: usize = self
            .names
            .iter()
            .filter(|it| {
                it.first >= block.first && it.end <= block.end && it.kind != NameKind::Group
            })
            .map(|it| it.end - it.first + usize::from(it.acronym.is_some()))
            .sum();
        let dated: usize = self
            .dates
            .iter()
            .filter(|it| it.first >= block.first && it.end <= block.end)
            .map(|it| it.end - it.first)
            .sum();
        let kind =
            self.language.kinds.at(self.text, block.first).map_or(0, |it| it.0 - block.first);
        let labelled = matches!(
            self.low(block.first),
            "from"
                | "to"
                | "date"
                | "location"
                | "ref"
                | "reference"
                | "list"
                | "published"
                | "contact"
                | "by"
                | "copies"
                | "spokesperson"
                | "sir"
                | "madam"
                | "dear"
                | "cc"
                | "last"
                | "a"
                | "ua"
                | "our"
                | "delivered"
                | "presented"
                | "embargo"
                | "embargoed"
                | "tel"
                | "email"
                | "https"
                | "www"
                | "n"
        ) && !(self.low(block.first) == "a" && self.language.code == "en");
        // "Mozambique: violence after the vote".
        let headed = (block.first + 1..block.first + 5)
            .any(|at| self.text.sign(at) == ":" && at + 2 < block.end && at < block.end);
        let address = (block.first..block.end).any(|at| self.text.sign(at) == "@")
            || words < 12 && is_address(self.text, block.first, block.end);
        let prose = self.text.sign(block.end - 1) == "." && words > 8;
        // "Fellow Liberians, distinguished guests:".
        let greets = matches!(self.text.sign(block.end - 1), ":" | ",");
        prose
            || greets
            || words < 2
            || named + dated + kind + 1 >= words && !(headed && words > 3)
            || labelled
            || address
            || block.end - block.first > 45
    }

    pub fn title(&self) -> Option<Said<String>> {
        if !self.house.uses("header.title") {
            return None;
        }
        // "Subject:" and "Re:" say it.
        for at in 0..self.text.blocks.get(self.zones.body).map_or(0, |it| it.first) {
            if matches!(self.low(at), "subject" | "objet" | "re" | "sujet")
                && self.text.sign(at + 1) == ":"
            {
                let block = self.block_of(at).map(|it| &self.text.blocks[it])?;
                let first = self.past_kind(at + 2, block.end);
                return Some(self.said_title(first, block.end));
            }
        }
        let candidates = self.zones.header.iter().copied().filter(|number| {
            let block = &self.text.blocks[*number];
            !block.boilerplate && !self.is_no_title(*number)
        });
        let weigh = |number: usize| {
            let block = &self.text.blocks[number];
            let words = block.end - block.first;
            let colon = (block.first..block.end.min(block.first + 6))
                .any(|at| matches!(self.text.sign(at), ":" | "–"));
            let dated = self.dates.iter().any(|it| {
                it.first >= block.first
                    && it.end <= block.end
                    && matches!(it.when, When::Day { year: Some(_), .. })
            });
            let closes = (block.first..block.end)
                .rev()
                .find(|it| matches!(self.text.sign(*it), "\"" | "”" | "»"));
            // A verse with its place in brackets, too.
            let quoted = matches!(self.text.sign(block.first), "\"" | "“" | "«")
                && closes.is_some_and(|it| {
                    it + 1 == block.end || self.text.sign(it + 1) == "(" && it + 8 >= block.end
                });
            let near = self.zones.body - number;
            i32::try_from(words.min(14)).unwrap_or(0) + i32::from(colon) * 8
                - i32::from(quoted) * 12
                - i32::from(dated) * 8
                - i32::try_from(near.min(9)).unwrap_or(0)
        };
        let best = candidates.max_by_key(|it| (weigh(*it), std::cmp::Reverse(*it)))?;
        let block = &self.text.blocks[best];
        let first = self.past_kind(block.first, block.end);
        Some(self.said_title(first, block.end))
    }

    /// Past "PRESS RELEASE:" at the beginning of a title.
    fn past_kind(&self, first: usize, end: usize) -> usize {
        match self.language.kinds.at(self.text, first) {
            Some((until, _)) if matches!(self.text.sign(until), ":" | "|") && until + 1 < end => {
                until + 1
            }
            _ => first,
        }
    }

    fn said_title(&self, first: usize, end: usize) -> Said<String> {
        Said { value: self.text.flat(first, end), first, end, rule: "header.title" }
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
