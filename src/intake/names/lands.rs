//! Countries, as places and as states that speak or are asked, and prisons.

use super::{Finder, Name, NameKind};
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    /// Whether a country is asked something, and so an actor: "Norway and Canada should press", "calls on Chad not to".
    pub(super) fn is_asked(&self, at: usize, until: usize, first: usize) -> bool {
        let modal = |at: usize| {
            matches!(self.low(at), "should" | "must" | "ought" | "doit" | "doivent" | "devrait")
                || matches!(self.low(at), "needs" | "has") && self.low(at + 1) == "to"
        };
        let called = matches!(
            self.before(at),
            "on" | "upon"
                | "urge"
                | "urges"
                | "urged"
                | "urging"
                | "ask"
                | "asks"
                | "asked"
                | "asking"
                | "requests"
                | "requested"
                | "recommends"
                | "recommended"
                | "invites"
                | "invited"
                | "encourages"
                | "encouraged"
                | "exhorts"
                | "exhorted"
                | "implores"
                | "expects"
                | "expect"
        ) && (self.low(until) == "to"
            || self.low(until) == "not" && self.low(until + 1) == "to");
        let opens = self.begins(at, first)
            || self.before(at) == "the" && at > first && self.begins(at - 1, first)
            || self.before(at) == "and";
        let limit = self.text.sentence_of(at).map_or(until, |it| self.text.sentences[it].end);
        let next = if matches!(self.low(until), "and" | ",") {
            // Who else is asked, and what they are, stands between: capitals and a comma's worth of words.
            (until..limit.min(until + 16)).find(|it| modal(*it)).filter(|modal| {
                (until..*modal).filter(|it| self.text.sign(*it) == ",").count() < 3
                    && (until..*modal).all(|it| !self.language.verb_forms.contains(self.low(it)))
            })
        } else {
            Some(until).filter(|it| modal(*it))
        };
        called || opens && next.is_some()
    }

    /// Whether a country joins a treaty: "Guinea-Bissau on 7 August lodged its instrument", "Portugal's accession to".
    pub(super) fn is_bound(&self, at: usize, until: usize, first: usize) -> bool {
        let Some(sentence) = self.text.sentence_of(at).map(|it| self.text.sentences[it]) else {
            return false;
        };
        let joins = |at: usize| {
            let low = self.low(at);
            ["ratif", "acced", "accession", "denounc"].iter().any(|it| low.starts_with(it))
                || matches!(low, "instrument" | "deposited" | "signatory")
        };
        let opens =
            self.begins(at, first) || self.before(at) == "the" && self.begins(at - 1, first);
        let owns = self.low(until) == "'s" && (until + 1..until + 4).any(joins);
        owns || opens && (until..sentence.end.min(until + 14)).any(joins)
    }

    /// Whether a country does something: "Thailand deported three activists", "On Monday, Egypt released".
    pub(super) fn acts(&self, at: usize, until: usize, first: usize) -> bool {
        let the = usize::from(self.before(at) == "the" && at > first);
        let opens = self.begins(at - the, first)
            || matches!(self.before(at - the), "," | "that" | "when" | "after" | "where");
        let mut verb = until;
        while matches!(
            self.low(verb),
            "has" | "had" | "also" | "then" | "again" | "later" | "since"
        ) || self.low(verb).ends_with("ly") && self.low(verb).len() > 4
        {
            verb += 1;
        }
        // "Thailand based in", "Egypt sentenced to death": a participle has no object behind it.
        let object = matches!(
            self.low(verb + 1),
            "the"
                | "a"
                | "an"
                | "his"
                | "her"
                | "their"
                | "its"
                | "at"
                | "more"
                | "over"
                | "dozens"
                | "hundreds"
        ) || self.text.is_capital(verb + 1)
            || self.text.tokens.get(verb + 1).is_some_and(|it| it.kind == Kind::Number)
            || self.language.class_at("who_count", self.text, verb + 1).is_some()
            || (verb + 1..verb + 3).any(|it| self.language.groups.at(self.text, it).is_some());
        let word = self.low(verb);
        opens
            && object
            && self.language.verb_forms.contains(word)
            && !word.ends_with("ing")
            && !self.text.is_capital(verb)
    }

    /// Prisons, which have a name and keepers: "Lantern Hill prison", "la prison de Koro".
    pub(super) fn jails(&mut self, block: usize) {
        let (first, end) = self.bounds(block);
        let mut at = first;
        while at < end {
            let Some(until) = self
                .language
                .class_at("jail", self.text, at)
                .filter(|it| *it <= end && !self.taken[at])
            else {
                at += 1;
                continue;
            };
            let mut from = at;
            while from > first
                && at - from < 5
                && (self.is_name_word(from - 1, first)
                    || from < at
                        && !self.taken[from - 1]
                        && super::is_particle(self.low(from - 1))
                        && from > first + 1
                        && self.is_name_word(from - 2, first))
            {
                from -= 1;
            }
            let is_land = self.language.demonyms.at(self.text, from).is_some_and(|it| it.0 == at);
            let mut to = until;
            if from == at || is_land {
                from = at;
                to += usize::from(matches!(self.low(to), "civile" | "centrale"));
                let links = matches!(self.low(to), "de" | "du" | "d");
                let name = to + 1 + usize::from(matches!(self.low(to + 1), "la" | "l" | "el"));
                to = if links { self.run(name, name, end, false) } else { name };
                if !links || to <= name || self.country(name, end).is_some() {
                    at = until;
                    continue;
                }
            }
            self.add(Name {
                first: from,
                end: to,
                from,
                kind: NameKind::Organisation,
                actor: "state_body".to_owned(),
                rule: "actor.head",
                known: None,
                acronym: self.bracketed(to),
                definite: self.before(from) == "the",
                plural: false,
            });
            at = to;
        }
    }

    /// Where the name of a country ends that stands at a token, and no more of a name follows.
    pub(super) fn country(&self, at: usize, end: usize) -> Option<usize> {
        if !self.text.is_capital(at) || self.taken[at] {
            return None;
        }
        let until = (1..=5).rev().filter(|length| at + length <= end).find(|length| {
            let name = self.text.flat(at, at + length);
            name.chars().count() > 3
                && self.is_free(at, at + length)
                && crate::domain::Country::named(&name).is_some()
        })?;
        let goes_on = self.text.is_capital(at + until)
            && at + until < end
            && self.is_name_word(at + until, at);
        (!goes_on).then_some(at + until)
    }
}
