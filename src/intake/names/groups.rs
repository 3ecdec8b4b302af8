//! Bodies without a name of their own, and people by what they are.

use super::{Finder, Name, NameKind, is_place_word};
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    /// Police, army, authorities: with the country or the place whose they are.
    pub(super) fn bodies(&mut self, block: usize) {
        let (first, end) = self.bounds(block);
        let mut at = first;
        while at < end {
            let found =
                self.language.bodies.at(self.text, at).map(|(until, kind)| (until, kind.clone()));
            let Some((until, kind)) =
                found.filter(|(until, _)| *until <= end && self.is_free(at, *until))
            else {
                at += 1;
                continue;
            };
            let mut from = at;
            while from > first
                && (self.text.is_capital(from - 1)
                    && !self.taken[from - 1]
                    && !self.is_stop(from - 1)
                    && self.text.tokens[from - 1].kind == Kind::Word
                    || self.text.tokens[from].hyphen)
            {
                from -= 1;
            }
            // The article belongs to the phrase of the lexicon, not to the name.
            let start = if from == at && matches!(self.low(at), "the" | "les" | "la" | "l" | "le") {
                at + 1
            } else {
                from
            };
            let mut to = until;
            if let Some((after, _)) = self
                .language
                .demonyms
                .at(self.text, to)
                .filter(|it| self.language.code == "fr" && it.0 <= end)
            {
                to = after;
            }
            let french = self.language.code == "fr" && matches!(self.low(to), "de" | "d" | "du");
            if (french || matches!(self.low(to), "in" | "of" | "from")) && to + 1 < end {
                let the = matches!(self.low(to + 1), "the") || french && self.low(to + 1) == "la";
                let place = usize::from(the) + to + 1;
                let mut stop = place;
                while stop < end
                    && stop - place < 5
                    && (self.text.is_capital(stop)
                        && !self.language.months.contains_key(self.low(stop))
                        || stop > place
                            && self.low(stop) == "and"
                            && self.text.is_capital(stop + 1))
                {
                    stop += 1;
                }
                let is_place = stop > place
                    && self.names.iter().any(|it| {
                        it.first == place
                            && (it.kind == NameKind::Place || french && it.rule == "actor.word")
                    });
                if is_place {
                    to = stop + usize::from(is_place_word(self.low(stop)) && stop < end);
                    self.names.retain(|it| {
                        !((it.kind == NameKind::Place || french && it.rule == "actor.word")
                            && it.first >= place
                            && it.first < stop)
                    });
                }
            }
            let name = Name {
                first: start,
                end: to,
                from: start,
                kind: NameKind::Body,
                actor: kind,
                rule: "actor.body",
                known: None,
                acronym: self.bracketed(to),
                definite: matches!(self.before(start), "the" | "les" | "la"),
                plural: false,
            };
            self.add(name);
            at = to.max(until);
        }
    }

    /// People by what they are, with the words that describe them.
    pub(super) fn groups(&mut self, block: usize) {
        let (first, end) = self.bounds(block);
        for at in first..end {
            if self.taken[at] {
                continue;
            }
            let Some((until, plural)) = self
                .language
                .groups
                .at(self.text, at)
                .filter(|(until, _)| *until <= end && self.is_free(at, *until))
            else {
                continue;
            };
            let plural = *plural;
            let mut from = at;
            while from > first && at - from < 3 && self.describes(from - 1) {
                from -= 1;
            }
            // "UN experts": the acronym is part of what they are called.
            let led = self.names.iter().position(|it| {
                it.end == from
                    && it.end - it.first == 1
                    && it.kind == NameKind::Organisation
                    && matches!(self.low(it.first), "un" | "eu" | "au" | "oas" | "osce")
            });
            if let Some(led) = led.filter(|_| plural) {
                from = self.names.remove(led).first;
            }
            // "criminal defamation", "student union": no people.
            if !plural && self.is_modifier(until, end) {
                continue;
            }
            let until = if plural { self.past_looks(until, end) } else { until };
            let name = Name {
                first: from,
                end: until,
                from,
                kind: NameKind::Group,
                actor: if plural || matches!(self.low(until - 1), "crowd" | "foule") {
                    "group"
                } else {
                    "person"
                }
                .to_owned(),
                rule: "actor.group",
                known: None,
                acronym: None,
                definite: self.before(from) == "the",
                plural,
            };
            self.add(name);
        }
    }

    /// Past what is told of people of whom nothing else is known: "men in plain clothes", "people on a motorcycle".
    fn past_looks(&self, until: usize, end: usize) -> usize {
        let unknown = matches!(
            self.low(until - 1),
            "men"
                | "gunmen"
                | "individuals"
                | "attackers"
                | "assailants"
                | "hommes"
                | "individus"
                | "inconnus"
        );
        let people =
            matches!(self.low(until - 1), "people" | "persons" | "civilians" | "personnes");
        let leads = match self.low(until) {
            "in" | "on" | "wearing" | "a" => unknown,
            "with" | "en" | "avec" => unknown || people,
            _ => false,
        };
        if !leads || until >= end {
            return until;
        }
        let is_part = |at: usize| {
            at < end
                && self.text.tokens[at].kind == Kind::Word
                && !self.text.tokens[at].capital
                && !self.taken[at]
                && !self.is_stop(at)
                && (!self.language.verb_forms.contains(self.low(at))
                    || self.low(at).ends_with('s') && !self.is_stop(at - 1))
                && !self.low(at).ends_with("ed")
                && !self.low(at).ends_with("ly")
                && self.language.bodies.at(self.text, at).is_none_or(|it| it.0 == at + 1)
        };
        let mut at = until + 1;
        let mut to = until;
        loop {
            at += usize::from(matches!(self.low(at), "a" | "an" | "the" | "un" | "une" | "des"));
            let mut words = 0;
            while words < 3 && is_part(at) {
                at += 1;
                words += 1;
            }
            if words == 0 {
                return to;
            }
            to = at;
            if !matches!(self.low(at), "and" | "et") || words == 3 {
                return to;
            }
            at += 1;
        }
    }

    /// Whether a word for one person stands before a noun that it describes: "criminal case", "witness list".
    fn is_modifier(&self, until: usize, end: usize) -> bool {
        let Some(next) = self.text.tokens.get(until).filter(|_| until < end) else { return false };
        let low = next.low.as_str();
        self.language.code == "en"
            && next.kind == Kind::Word
            && !next.capital
            && !self.taken[until]
            && !self.is_stop(until)
            && low != "'s"
            && matches!(
                self.low(until - 1),
                "criminal"
                    | "witness"
                    | "civilian"
                    | "national"
                    | "alien"
                    | "individual"
                    | "minor"
                    | "child"
                    | "woman"
            )
            && !self.language.verb_forms.contains(low)
            && !low.ends_with("ed")
            && self.language.groups.at(self.text, until).is_none()
    }

    /// A word that describes a group: "garment" before "workers", "young gay" before "men".
    pub(super) fn describes(&self, at: usize) -> bool {
        let token = &self.text.tokens[at];
        let low = token.low.as_str();
        if self.taken[at]
            || token.kind != Kind::Word
            || token.hyphen
            || self.is_stop(at)
            || low == "'s"
            || low.ends_with("ly")
        {
            return false;
        }
        // "UN experts", "EU diplomats".
        if token.is_capitals() && matches!(low, "un" | "eu" | "au" | "oas" | "osce") {
            return true;
        }
        if token.capital
            && self.language.demonyms.at(self.text, at).is_none()
            && !self.begins(at, self.text.tokens.len())
        {
            return false;
        }
        if self.language.describing.contains(low) {
            return true;
        }
        // "urge publishers", "call on journalists": what is asked of them, not what they are.
        if !token.capital
            && (self.language.voices.contains(low)
                || self.language.calls.at(self.text, at).is_some_and(|it| it.0 == at + 1))
        {
            return false;
        }
        !(self.language.verb_forms.contains(low)
            || low.ends_with("ed")
            || low.ends_with("ing")
            || low.ends_with("ées") && self.language.code == "fr")
    }
}
