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
            if self.is_of_place(at, until) {
                at = until;
                continue;
            }
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
            if from == at {
                from = self.qualified_from(at, first);
            }
            from = self.owned_from(from, first, true);
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
            let seated = self.low(to) == "at" && matches!(self.low(to - 1), "court" | "tribunal");
            if (french || seated || matches!(self.low(to), "in" | "of" | "from")) && to + 1 < end {
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
            if start < at {
                self.names.retain(|it| !(it.first >= start && it.end <= at));
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
            while from > first && at - from < 4 {
                let Some(begun) = self.described_from(from, first) else { break };
                from = begun;
            }
            let begun = self.owned_from(from, first, !plural);
            if begun < from {
                self.names.retain(|it| !(it.first >= begun && it.end <= from));
                from = begun;
            }
            // "UN experts": the acronym is part of what they are called.
            let led = self.names.iter().position(|it| {
                it.end == from
                    && it.end - it.first == 1
                    && it.kind == NameKind::Organisation
                    && matches!(self.low(it.first), "un" | "eu" | "au" | "oas" | "osce")
            });
            // "ANR supporters", "PTA suspects"; not "PNP officers", who are the body.
            let led = led.or_else(|| {
                let acts = self.language.class_at("who_members", self.text, until - 1).is_some();
                self.names.iter().position(|it| {
                    it.end == from
                        && it.end - it.first == 1
                        && it.kind == NameKind::Organisation
                        && self.text.tokens[it.first].is_capitals()
                        && self.text.tokens[it.first].raw.len() > 2
                        && !acts
                })
            });
            if let Some(led) = led.filter(|_| plural) {
                from = self.names.remove(led).first;
            }
            // "Shia clerics", "student leaders": what describes those who follow.
            let leads = (!plural || self.text.is_capital(at) && until == at + 1)
                && from == at
                && self.language.groups.at(self.text, until).is_some_and(|it| *it.1)
                && !self.text.is_capital(until);
            if leads && self.language.code == "en" {
                continue;
            }
            // "criminal defamation", "student union": no people.
            if !plural && self.is_modifier(until, end) {
                continue;
            }
            let until = if plural { self.past_looks(from, until, end) } else { until };
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
    fn past_looks(&self, from: usize, until: usize, end: usize) -> usize {
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
        // "on a motorcycle", "in a white van": what they came with, not what they are.
        let came = until - from > 1
            && matches!(self.low(until), "in" | "on")
            && matches!(self.low(until + 1), "a" | "an" | "two" | "une" | "un");
        if !leads || came || until >= end {
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

    /// Where a word, or several that hyphens join, begins that describes what stands at a token: "red-beret soldiers",
    /// "the returned prisoners".
    fn described_from(&self, from: usize, first: usize) -> Option<usize> {
        let at = from.checked_sub(1).filter(|at| *at >= first)?;
        if !self.text.tokens[at].hyphen {
            return (self.describes(at) || self.is_participle_of(at)).then_some(at);
        }
        let mut begun = at;
        while begun > first && self.text.tokens[begun].hyphen {
            begun -= 1;
        }
        let fits = (begun..from).all(|it| {
            let token = &self.text.tokens[it];
            !self.taken[it]
                && token.kind == Kind::Word
                && (!token.capital || self.begins(it, self.opening(it)))
        });
        (fits && !self.is_stop(begun)).then_some(begun)
    }

    /// "bank accounts", "hotel room", "university campus": no body, but what is or belongs there.
    fn is_of_place(&self, at: usize, until: usize) -> bool {
        let worn = matches!(self.low(at), "military" | "army" | "police" | "security")
            && matches!(
                self.low(until),
                "uniform" | "uniforms" | "fatigues" | "dress" | "gear" | "clothing" | "boots"
            );
        // "university lecturer Ana Ruiz": what somebody is.
        let works_there = until == at + 1
            && matches!(
                self.low(at),
                "university" | "school" | "hospital" | "church" | "college" | "clinic" | "bank"
            )
            && self.language.groups.at(self.text, until).is_some();
        worn || works_there
            || until == at + 1
                && matches!(
                    self.low(at),
                    "bank"
                        | "hotel"
                        | "hospital"
                        | "university"
                        | "school"
                        | "church"
                        | "clinic"
                        | "college"
                        | "company"
                        | "union"
                        | "newspaper"
                        | "mosque"
                        | "airline"
                )
                && matches!(
                    self.low(until),
                    "account"
                        | "accounts"
                        | "card"
                        | "cards"
                        | "deposit"
                        | "deposits"
                        | "loan"
                        | "transfer"
                        | "transfers"
                        | "statements"
                        | "room"
                        | "rooms"
                        | "lobby"
                        | "bed"
                        | "ward"
                        | "campus"
                        | "hall"
                        | "building"
                        | "buildings"
                        | "premises"
                        | "grounds"
                        | "yard"
                        | "gate"
                        | "gates"
                        | "bus"
                        | "fees"
                        | "service"
                        | "services"
                        | "house"
                        | "compound"
                        | "office"
                        | "offices"
                        | "dormitory"
                        | "car"
                        | "vehicle"
                        | "headquarters"
                        | "archive"
                        | "article"
                        | "articles"
                )
    }

    /// Where the block of a token begins.
    fn opening(&self, at: usize) -> usize {
        self.text.block_of(at).map_or(at, |it| self.text.blocks[it].first)
    }

    /// "the dismissed teachers", "a bound detainee": after an article or a number a participle is no verb.
    fn is_participle_of(&self, at: usize) -> bool {
        let low = self.low(at);
        let participle = low.len() > 4 && (low.ends_with("ed") || low.ends_with("ing"))
            || matches!(low, "bound" | "beaten" | "stolen" | "fallen" | "hidden");
        let before = self.before(at);
        self.language.code == "en"
            && participle
            && !self.taken[at]
            && !self.text.tokens[at].capital
            && matches!(
                before,
                "the" | "these" | "those" | "his" | "her" | "their" | "its" | "our" | "a" | "an"
            )
    }

    /// "a civilian tribunal", "the audiovisual regulator": after an article, what says which body it is.
    pub(super) fn qualified_from(&self, at: usize, first: usize) -> usize {
        let mut from = at;
        while from > first && at - from < 3 {
            let plain = |it: usize| {
                !matches!(
                    self.low(it),
                    "new"
                        | "current"
                        | "present"
                        | "previous"
                        | "former"
                        | "old"
                        | "country"
                        | "entire"
                        | "own"
                        | "then"
                        | "notorious"
                        | "powerful"
                        | "neighbouring"
                        | "respective"
                        | "ruling"
                        | "same"
                        | "main"
                        | "big"
                        | "small"
                        | "large"
                ) && !self.text.tokens[it].capital
            };
            let Some(begun) = self.described_from(from, first).filter(|it| plain(*it)) else {
                break;
            };
            from = begun;
        }
        let led = from > first
            && matches!(self.before(from), "the" | "a" | "an" | "'s" | "by")
            && self.language.code == "en";
        if led { from } else { at }
    }

    /// "Minya criminal court", "the Cairo prosecutor", "Basij militiamen": a place or a lone word of capitals right before
    /// bodies and people says which they are. `led`: only after an article.
    fn owned_from(&self, from: usize, first: usize, led: bool) -> usize {
        let owner = self.names.iter().find(|it| {
            it.end == from
                && it.first >= first
                && it.from == it.first
                && it.acronym.is_none()
                && (it.kind == NameKind::Place
                    || it.rule == "actor.word"
                    || it.rule == "actor.the" && it.end == it.first + 1 && !led
                    || matches!(it.rule, "actor.person" | "actor.the" | "actor.capitals")
                        && self.before(it.first) == "the"
                        && matches!(
                            self.low(from),
                            "company"
                                | "union"
                                | "mine"
                                | "bank"
                                | "church"
                                | "clinic"
                                | "gang"
                                | "militia"
                                | "cartel"
                                | "armed group"
                                | "militants"
                                | "rebels"
                        )
                    || it.actor == "political_party"
                        && it.kind == NameKind::Body
                        && !led
                        && matches!(
                            self.low(from),
                            "youths" | "youth" | "supporters" | "militants" | "activists" | "thugs"
                        ))
        });
        let Some(owner) = owner.filter(|_| self.language.code == "en") else { return from };
        let before = self.before(owner.first);
        let article = matches!(before, "the" | "a" | "an" | "this" | "'s");
        let general = matches!(
            self.low(from),
            "people" | "persons" | "men" | "women" | "children" | "individuals" | "others"
        );
        let counted = self.text.tokens[owner.first.saturating_sub(1)].kind == Kind::Number
            || matches!(
                before,
                "two" | "three" | "four" | "five" | "six" | "seven" | "eight" | "several"
            );
        let of_place = owner.kind == NameKind::Place;
        let within = matches!(
            before,
            "in" | "at" | "from" | "to" | "of" | "near" | "outside" | "around" | "across"
        );
        let free = !led && !(of_place && (within || general && !counted));
        let opens = owner.kind == NameKind::Person && self.begins(owner.first, first);
        if article || free && !opens { owner.first } else { from }
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
            || matches!(
                low,
                "afternoon"
                    | "morning"
                    | "evening"
                    | "night"
                    | "noon"
                    | "midnight"
                    | "dawn"
                    | "day"
            ) && matches!(
                self.before(at),
                "same" | "that" | "next" | "following" | "this" | "one" | "yesterday" | "previous"
            )
            || self.language.weekdays.contains_key(self.before(at))
                && matches!(low, "afternoon" | "morning" | "evening" | "night")
        {
            return false;
        }
        // "UN experts", "EU diplomats".
        if token.is_capitals() && matches!(low, "un" | "eu" | "au" | "oas" | "osce") {
            return true;
        }
        if token.capital
            && self.language.demonyms.at(self.text, at).is_none()
            && self.language.groups.at(self.text, at).is_none()
            && !self.begins(at, self.opening(at))
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
