//! From where to where the name of a law goes whose head word was found.

use super::{Reader, is_link};
use crate::intake::text::Kind;

impl Reader<'_, '_> {
    /// Where a name begins whose head word stands at `at`: before its capitals.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn before(&self, at: usize, first: usize) -> usize {
        let mut from = at;
        let mut probe = at;
        let mut brackets = false;
        while probe > first {
            let token = &self.text.tokens[probe - 1];
            if matches!(self.low_before(probe - 1), "part" | "chapter" | "title" | "schedule") {
                break;
            }
            probe -= 1;
            // "Cybercrimes (Prohibition, Prevention, etc.) Act": what is in brackets belongs to what is before them.
            if brackets && token.raw != "(" && at - probe < 20 {
                continue;
            }
            // "124-A" is a number, with its letter.
            if token.hyphen && probe > first && self.text.tokens[probe - 1].kind == Kind::Number {
                break;
            }
            if token.capital
                && !matches!(
                    token.low.as_str(),
                    "the"
                        | "in"
                        | "under"
                        | "article"
                        | "articles"
                        | "section"
                        | "sections"
                        | "le"
                        | "la"
                        | "les"
                        | "l"
                        | "its"
                        | "this"
                        | "since"
                        | "as"
                        | "by"
                        | "our"
                        | "new"
                        | "of"
                        | "that"
                        | "these"
                        | "when"
                        | "for"
                        | "to"
                        | "with"
                        | "and"
                        | "joint"
                        | "please"
                        | "neither"
                        | "nor"
                        | "both"
                        | "either"
                        | "while"
                        | "although"
                        | "though"
                        | "if"
                        | "because"
                        | "but"
                        | "yet"
                        | "every"
                        | "any"
                        | "no"
                        | "some"
                        | "after"
                        | "before"
                        | "without"
                        | "despite"
                        | "unlike"
                        | "like"
                        | "where"
                        | "an"
                        | "their"
                        | "his"
                        | "her"
                        | "a"
                        | "on"
                        | "from"
                        | "per"
                        | "citing"
                        | "using"
                        | "invoking"
                        | "through"
                        | "via"
                        | "against"
                        | "given"
                        | "during"
                        | "until"
                        | "judge"
                        | "justice"
                        | "what"
                        | "clause"
                        | "clauses"
                        | "repeal"
                        | "amend"
                        | "revoke"
                        | "withdraw"
                        | "scrap"
                        | "abolish"
                        | "suspend"
                        | "review"
                        | "revise"
                        | "reject"
                )
                && !self.language.months.contains_key(&token.low)
                && !self.language.weekdays.contains_key(&token.low)
            {
                from = probe;
            } else if token.raw == ")" {
                brackets = true;
            } else if token.raw == "(" && brackets {
                brackets = false;
            } else if !(token.kind == Kind::Word
                && matches!(
                    token.low.as_str(),
                    "of" | "and" | "on" | "for" | "against" | "the" | "to"
                )
                && at - probe < 14
                && !brackets)
            {
                break;
            } else if token.low == "and" && self.text.low(probe + 1) == "the" {
                // "the Council and the Kampala Convention": two.
                break;
            } else if self.text.is_capital(probe.wrapping_sub(1))
                && self.language.laws.at(self.text, probe - 1).is_some_and(|it| it.0 == probe)
                && matches!(token.low.as_str(), "and")
            {
                // Another law stands before the "and".
                break;
            }
        }
        // "the 1992 Constitution".
        if let Some(year) = from.checked_sub(1).filter(|it| *it >= first) {
            let token = &self.text.tokens[year];
            let is_year = token.kind == Kind::Number && token.raw.len() == 4;
            if is_year
                && matches!(
                    self.low_before(year),
                    "the"
                        | "'s"
                        | "its"
                        | "that"
                        | "amended"
                        | "revised"
                        | "interim"
                        | "draft"
                        | "suspended"
                )
            {
                from = year;
            }
        }
        // A country that owns it stands apart: "Ethiopia's Constitution".
        let possessive = (from..at).rev().find(|it| self.text.low(*it) == "'s");
        possessive.map_or(from, |it| it + 1)
    }

    /// A sign within a name: of whom it is ("Advocates' Activity"), or of a list ("Democracy, Elections and Governance").
    fn is_listed(&self, at: usize, to: usize) -> bool {
        let next = self.text.is_capital(at + 1) && at == to;
        let owns = matches!(self.text.low(at), "'")
            && !self.text.tokens[at].spaced
            && self.text.low(at - 1).ends_with('s');
        let lists = self.text.sign(at) == ","
            && matches!(self.text.low(at + 2), "and" | "et" | ",")
            && self.text.is_capital(at + 3)
            && self.language.laws.at(self.text, at + 1).is_none();
        next && (owns || lists)
    }

    /// Past the title in quotation marks that laws of some countries have: 'Law "On Mass Events"'.
    pub(super) fn past_title(&self, at: usize, end: usize) -> Option<usize> {
        let opens = matches!(self.text.sign(at), "“" | "\"" | "«" | "„");
        let on = matches!(self.text.low(at + 1), "on" | "about" | "concerning")
            && self.text.is_capital(at + 1);
        (opens && on).then_some(())?;
        (at + 2..end.min(at + 24))
            .find(|it| matches!(self.text.sign(*it), "”" | "\"" | "»" | "“"))
            .map(|it| it + 1)
    }

    /// Past "(Amendment) Bill No. 10 of 2019" after "Constitution of Zambia".
    pub(super) fn past_amendment(&self, at: usize, end: usize) -> usize {
        if self.text.sign(at) != "(" || !self.text.is_capital(at + 1) {
            return at;
        }
        let Some(close) = (at..end.min(at + 8)).find(|it| self.text.sign(*it) == ")") else {
            return at;
        };
        match self.language.laws.at(self.text, close + 1) {
            Some((until, _)) if self.text.is_capital(close + 1) => self.after(until, end, false),
            _ => at,
        }
    }

    /// Past "of 14 July 2022", "dated 26 December": the day of a law, as part of its name.
    pub(super) fn past_date(&self, at: usize, end: usize) -> usize {
        let number = |at: usize| at < end && self.text.tokens[at].kind == Kind::Number;
        let month = |at: usize| {
            at < end
                && self.text.is_capital(at)
                && self.language.months.contains_key(self.text.low(at))
        };
        if self.language.code != "en" || !matches!(self.text.low(at), "of" | "dated") {
            return at;
        }
        // "of July 14, 2022".
        if month(at + 1) && number(at + 2) {
            let comma = usize::from(self.text.sign(at + 3) == ",");
            return at + 3 + if number(at + 3 + comma) { comma + 1 } else { 0 };
        }
        if !(number(at + 1) && month(at + 2)) {
            return at;
        }
        let year = number(at + 3) && self.text.tokens[at + 3].raw.len() == 4;
        // "Decree PCM-084-2017 of 1 December": the number says it already.
        if !year && (self.text.tokens[at - 1].hyphen || self.text.tokens[at - 1].raw.len() >= 4) {
            return at;
        }
        at + 3 + usize::from(year)
    }

    /// Past the mark of a kind of act or of an era before its number: "C.O. 272", "S.I. No. 5", "B.E. 2550 (2007)".
    fn past_mark(&self, at: usize, end: usize) -> Option<usize> {
        let letters = |at: usize| {
            at < end
                && self.text.tokens[at].kind == Kind::Word
                && self.text.is_capital(at)
                && self.text.tokens[at].raw.chars().count() <= 2
        };
        let mut next = at;
        while letters(next) && self.text.sign(next + 1) == "." {
            next += 2;
        }
        // One token for all of it, or several.
        if next == at {
            let raw = self.text.tokens.get(at)?.raw;
            let dotted = raw.contains('.') && raw.chars().all(|c| c == '.' || c.is_uppercase());
            (dotted && at < end).then_some(())?;
            next = at + 1 + usize::from(self.text.sign(at + 1) == ".");
        }
        if self.text.low(next) == "no" {
            next += 1 + usize::from(self.text.sign(next + 1) == ".");
        }
        (next < end && self.text.tokens[next].kind == Kind::Number).then_some(())?;
        next += 1;
        let year = self.text.sign(next) == "("
            && self.text.sign(next + 2) == ")"
            && self.text.tokens[next + 1].kind == Kind::Number
            && self.text.tokens[next + 1].raw.len() == 4;
        Some(next + if year { 3 } else { 0 })
    }

    /// "and the Convention of …" after the name of a law: another.
    fn is_another(&self, at: usize, to: usize) -> bool {
        at > to + 1
            && self.text.low(at - 1) == "the"
            && self.text.low(at - 2) == "and"
            && self.language.laws.at(self.text, at).is_some()
    }

    /// "Act XII of 2020".
    fn is_roman(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|it| {
            it.kind == Kind::Word
                && it.raw.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'L' | 'C'))
        })
    }

    /// A weekday or a month: nothing that a law is on.
    pub(super) fn is_day(&self, at: usize) -> bool {
        self.language.weekdays.contains_key(self.text.low(at))
            || self.language.months.contains_key(self.text.low(at))
    }

    /// Past "of" and the country whose law it is, and its year: "Penal Code of Bhutan 2004".
    pub(super) fn past_land(&self, at: usize, end: usize) -> usize {
        if !matches!(self.text.low(at), "of" | "du" | "de") {
            return at;
        }
        let first = at + 1 + usize::from(matches!(self.text.low(at + 1), "the" | "la"));
        let is_year = |at: usize| {
            at < end
                && self.text.tokens[at].kind == Kind::Number
                && self.text.tokens[at].raw.len() == 4
        };
        let land = (1..=6).rev().map(|it| first + it).filter(|it| *it <= end).find(|it| {
            self.text.is_capital(first)
                && crate::domain::Country::named(&self.text.flat(first, *it)).is_some()
        });
        land.map_or(at, |it| it + usize::from(is_year(it)))
    }

    /// Past what a law with a number is on, in small letters: "Law No. 1/2006 on freedom of assembly".
    pub(super) fn past_topic(&self, at: usize, end: usize) -> usize {
        if !matches!(self.text.low(at), "on" | "sur" | "relatif" | "relative" | "portant") {
            return at;
        }
        let is_word = |at: usize| {
            at < end
                && self.text.tokens[at].kind == Kind::Word
                && !self.is_day(at)
                && !self.language.stops.contains(self.text.low(at))
                && (!self.language.verb_forms.contains(self.text.low(at))
                    || matches!(
                        self.text.low(at),
                        "state"
                            | "mass"
                            | "strikes"
                            | "protests"
                            | "rallies"
                            | "marches"
                            | "land"
                            | "water"
                            | "trade"
                            | "transfer"
                            | "access"
                            | "combating"
                            | "use"
                            | "police"
                    ))
                && !is_link(self.text.low(at))
        };
        let (mut next, mut to) = (at + 1, at);
        while next < end && next - at < 14 {
            let mut links = 0;
            while is_link(self.text.low(next)) && links < 3 && next < end {
                next += 1;
                links += 1;
            }
            let first = next;
            // Of two plurals side by side the second is a verb: "on associations permits".
            let follows_plural = |at: usize| {
                let before = self.text.low(at - 1);
                at > first
                    && !self.text.tokens[at].hyphen
                    && before.ends_with('s')
                    && !before.ends_with("ous")
            };
            while is_word(next) && next < first + 3 && !follows_plural(next) {
                next += 1;
            }
            if next == first {
                break;
            }
            to = next;
            if !matches!(
                self.text.low(next),
                "of" | "and"
                    | "de"
                    | "des"
                    | "du"
                    | "d"
                    | "et"
                    | "la"
                    | "for"
                    | "relating"
                    | "concerning"
                    | "regarding"
                    | "against"
            ) {
                break;
            }
        }
        to
    }

    /// Where a name ends: after its number, its year, and what it is on.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn after(&self, until: usize, end: usize, open: bool) -> usize {
        let mut open = open;
        let mut to = until;
        let mut at = until;
        while at < end {
            let token = &self.text.tokens[at];
            let number_follows = |at: usize| {
                self.text.tokens.get(at).is_some_and(|it| it.kind == Kind::Number && at < end)
            };
            if at == until
                && let Some(next) = self.past_mark(at, end)
            {
                at = next;
                to = at;
            } else if at == until
                && self.is_roman(at)
                && self.text.low(at + 1) == "of"
                && number_follows(at + 2)
            {
                at += 1;
                to = at;
            } else if matches!(token.low.as_str(), "no" | "nos" | "n" | "num") {
                let skip = usize::from(matches!(self.text.sign(at + 1), "." | "°")) + 1;
                if !number_follows(at + skip) {
                    break;
                }
                at += skip + 1;
                while self.text.tokens.get(at).is_some_and(|it| it.hyphen) {
                    at += 1;
                }
                to = at;
            } else if token.kind == Kind::Number {
                let is_law_number = at == until || token.raw.len() == 4;
                if !is_law_number {
                    break;
                }
                at += 1;
                while self.text.tokens.get(at).is_some_and(|it| it.hyphen) {
                    at += 1;
                }
                // "loi du 27 janvier 2017".
                if self.language.months.contains_key(self.text.low(at)) && number_follows(at + 1) {
                    at += 2;
                }
                to = at;
            } else if token.low == "du"
                && number_follows(at + 1)
                && self.language.months.contains_key(self.text.low(at + 2))
            {
                at += 3 + usize::from(number_follows(at + 3));
                to = at;
            } else if (token.raw == "," || token.low == "of")
                && number_follows(at + 1)
                && self.text.tokens[at + 1].raw.len() == 4
            {
                at += 2;
                to = at;
            } else if token.capital
                && token.is_capitals()
                && self.text.tokens.get(at + 1).is_some_and(|it| it.hyphen)
                && at == until
            {
                at += 1;
                while self.text.tokens.get(at).is_some_and(|it| it.hyphen) {
                    at += 1;
                }
                to = at;
            } else if open
                && token.capital
                && !self.is_another(at, to)
                && !self.is_day(at)
                && !matches!(
                    token.low.as_str(),
                    "which"
                        | "article"
                        | "articles"
                        | "section"
                        | "sections"
                        | "part"
                        | "chapter"
                        | "title"
                        | "schedule"
                        | "annex"
                        | "clause"
                )
            {
                at += 1;
                to = at;
            } else if open && self.is_listed(at, to) {
                at += 1;
            } else if token.low == "on"
                && at == to
                && (self.text.is_capital(at + 1) && !self.is_day(at + 1)
                    || self.text.low(at + 1) == "the" && self.text.is_capital(at + 2))
            {
                open = true;
                at += 1;
            } else if open
                && at == to
                && token.low == "under"
                && self.text.is_capital(at + 1)
                && self.language.laws.at(self.text, at + 1).is_none()
                && self.language.offices.at(self.text, at + 1).is_none()
                && !matches!(
                    self.text.low(at + 1),
                    "article" | "articles" | "section" | "sections" | "the"
                )
            {
                at += 1;
            } else if matches!(token.low.as_str(), "the" | "and")
                && at == to
                && to > until
                && self.text.tokens[to - 1].kind == Kind::Number
            {
                // "By Law No. 4/2021 the Council": the law's name has ended.
                break;
            } else if open && is_link(&token.low) && at - to < 3 {
                at += 1;
            } else {
                break;
            }
        }
        to
    }
}
