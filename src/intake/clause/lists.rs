//! Names joined by commas and "and".

use super::Clauses;
use crate::intake::names::NameKind;
use crate::intake::text::{Kind, Sentence};

impl Clauses<'_, '_> {
    /// Names joined to one by commas and "and", to its left.
    pub(super) fn list_left(&self, name: usize, sentence: Sentence) -> Vec<usize> {
        let mut all = vec![name];
        let mut from = self.names[name].from;
        while from > sentence.first {
            let near = self.joined_before(from, all.len() > 1, sentence);
            let lead = self.phrase_start(*all.last().unwrap_or(&name), sentence);
            let other = near
                .or_else(|| {
                    // ", and the Government must": after a comma another clause begins.
                    let clause = all.len() == 1
                        && self.text.sign(lead.wrapping_sub(2)) == ","
                        && !self.is("who_owner", lead);
                    (lead < from && !clause)
                        .then(|| self.joined_before(lead, all.len() > 1, sentence))
                        .flatten()
                })
                .filter(|it| !all.contains(it));
            let Some(other) = other else { break };
            all.push(other);
            from = self.names[other].from;
        }
        all.reverse();
        all
    }

    /// Past the age of somebody: "Heng Sothea, 52, Prak Chanmony, 47,".
    fn past_age(&self, end: usize) -> usize {
        let aged = self.text.sign(end) == ","
            && self.is_age(end + 1)
            && (self.text.sign(end + 2) == "," || matches!(self.low(end + 2), "and" | "et"));
        if aged { end + 2 } else { end }
    }

    /// The last word of a name, if what stands at a token is the age behind it: "Mikalai Hryb, 61, a prisoner who".
    pub(super) fn before_age(&self, at: usize, sentence: Sentence) -> usize {
        let aged = self.is_age(at) && at > sentence.first + 1 && self.text.sign(at - 1) == ",";
        if aged { at - 2 } else { at }
    }

    fn is_age(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_some_and(|it| {
            it.kind == Kind::Number
                && it.raw.len() < 3
                && it.raw.chars().all(|c| c.is_ascii_digit())
                && !self.language.months.contains_key(self.low(at + 1))
        })
    }

    /// The name that "and" or a comma of a list joins to what begins at a token.
    pub(super) fn joined_before(
        &self,
        from: usize,
        in_list: bool,
        sentence: Sentence,
    ) -> Option<usize> {
        let mut at = from.checked_sub(1).filter(|at| *at >= sentence.first)?;
        if matches!(self.low(at), "and" | "or" | "et") || self.text.sign(at) == "&" {
            at = at.checked_sub(1).filter(|at| *at >= sentence.first)?;
            if self.text.sign(at) == "," && at > sentence.first {
                at -= 1;
            }
        } else if self.text.sign(at) == ","
            && at > sentence.first
            && (in_list || self.parts_persons(at, sentence))
        {
            at -= 1;
        } else {
            return None;
        }
        // The name before its age, or its acronym in brackets.
        let at = self.before_age(at, sentence);
        let at = if self.text.sign(at) == ")" && at >= 3 { at - 3 } else { at };
        let name = self.name_at(at).filter(|it| self.names[*it].kind != NameKind::Place)?;
        // "A, a retired judge, and B", "A, the editor of the paper, and his deputy, B".
        Some(
            self.described(name, sentence)
                .or_else(|| self.described_by(name, sentence))
                .unwrap_or(name),
        )
    }

    /// Whether a comma stands right between the names of two persons: "A, B – all of them teachers – were".
    fn parts_persons(&self, comma: usize, sentence: Sentence) -> bool {
        let person =
            |at: usize| self.name_at(at).filter(|it| self.names[*it].kind == NameKind::Person);
        let begins = |at: usize| at == sentence.first || self.text.sign(at - 1) == ",";
        person(comma - 1).is_some_and(|it| begins(self.names[it].from))
            && person(comma + 1).is_some()
            && person(sentence.first).is_some()
    }

    /// Names joined to one by commas and "and", to its right, and those that "including" adds.
    pub fn list_right(&self, name: usize, end: usize) -> Vec<usize> {
        let mut all = vec![name];
        let mut at = self.names[name].end;
        loop {
            if self.text.sign(at) == "(" {
                at = (at..end.min(at + 6))
                    .find(|it| self.text.sign(*it) == ")")
                    .map_or(end, |it| it + 1);
            }
            at = self.past_age(at);
            let mut next = at;
            next += usize::from(self.text.sign(next) == ",");
            let comma = next > at;
            // "A, a retired judge, and B": past the words that say who A is.
            if comma && let Some(after) = self.after_apposition(next, end) {
                next = after;
            }
            while next < end {
                let sign = (self.text.sign(next) == "&").then_some(next + 1);
                let joint = self.language.class_at("who_joint", self.text, next).or(sign);
                let Some(after) = joint else { break };
                next = after;
            }
            // "and two of her colleagues".
            if next > at + usize::from(comma) && self.name_at(next).is_none() {
                let count = (next..end.min(next + 4))
                    .take_while(|it| {
                        self.is("who_count", *it)
                            || self.is("who_owner", *it)
                            || self.is("who_article", *it)
                            || self.low(*it) == "of"
                            || self.text.tokens[*it].kind == Kind::Number
                    })
                    .count();
                let people = self.name_at(next + count).is_some_and(|it| {
                    self.names[it].kind == NameKind::Group && self.names[it].plural
                });
                next += if people { count } else { 0 };
            }
            if next == at || next >= end {
                break;
            }
            let Some(other) = self.name_at(next).or_else(|| {
                self.name_at(next + 1)
                    .filter(|it| next > at + 1 && self.names[*it].first == next + 1)
            }) else {
                break;
            };
            // "A, editor B, and camera operators C and D": who is named behind what they are.
            let other = self.named_behind(other).unwrap_or(other);
            let joined = next > at + usize::from(comma) || self.is_list_comma(other, end);
            if !joined
                || self.names[other].kind == NameKind::Place
                || all.contains(&other)
                || other < name
            {
                break;
            }
            all.push(other);
            at = self.names[other].end;
        }
        all
    }

    /// "editor Ermek Sydykov": the person whose name follows what they are.
    fn named_behind(&self, what: usize) -> Option<usize> {
        let it = &self.names[what];
        let other = self.name_at(it.end)?;
        (it.kind == NameKind::Group
            && self.names[other].kind == NameKind::Person
            && self.names[other].from == it.end)
            .then_some(other)
    }

    /// After an apposition of few words that begins after a comma: at its second comma, if "and" follows.
    fn after_apposition(&self, from: usize, end: usize) -> Option<usize> {
        let described = self.is("who_article", from)
            || self
                .name_at(from)
                .is_some_and(|it| self.names[it].kind == NameKind::Group && !self.names[it].plural)
            || self.text.tokens.get(from).is_some_and(|it| it.kind == Kind::Number);
        let comma = (from..end.min(from + 9)).find(|at| {
            self.text.sign(*at) == ","
                || self.is_border(*at)
                || self.name_at(*at).is_some_and(|it| self.names[it].kind == NameKind::Person)
        })?;
        (described && self.text.sign(comma) == "," && matches!(self.low(comma + 1), "and" | "et"))
            .then_some(comma + 1)
    }

    /// Those who are named after "including" or "among them", between two tokens.
    pub fn included(&self, from: usize, end: usize) -> Vec<usize> {
        for at in from..end {
            let Some(after) = self.language.class_at("who_including", self.text, at) else {
                continue;
            };
            let named = (after..end.min(after + 5)).find_map(|it| {
                self.name_at(it).filter(|it| {
                    self.names[*it].kind != NameKind::Place && self.low(self.names[*it].end) != "'s"
                })
            });
            if let Some(name) = named {
                return self.list_right(name, end);
            }
        }
        Vec::new()
    }

    /// Whether a comma before a name goes on as a list: after it comes a comma or "and" with another name.
    pub(super) fn is_list_comma(&self, name: usize, end: usize) -> bool {
        let after = self.past_age(self.names[name].end);
        let next = after + usize::from(self.text.sign(after) == ",");
        let joined = matches!(self.low(next), "and" | "et" | "or");
        let next = next + usize::from(joined);
        next < end
            && next > after
            && (joined || self.text.sign(after) == ",")
            && (next..=next + 1).any(|at| {
                self.name_at(at).is_some_and(|it| {
                    let other = self.named_behind(it).unwrap_or(it);
                    self.names[other].kind == self.names[name].kind
                })
            })
    }
}
