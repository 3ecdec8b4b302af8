//! What is asked with "that" and a clause of its own, or after a colon.

use super::{Asker, Demand};
use crate::intake::clause::Clauses;
use crate::intake::lexicon::Call;
use crate::intake::text::{Kind, Sentence};

impl Asker<'_, '_> {
    /// "We say to the army: take your tents off", "urging the authorities to: release X; lift …".
    pub(super) fn told_to_do(
        &self,
        clauses: &Clauses<'_, '_>,
        colon: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let speaks = (sentence.first..colon).rev().find(|at| {
            matches!(self.low(*at), "say" | "says" | "repeat" | "message" | "tell")
                || matches!(
                    self.language.calls.at(self.text, *at),
                    Some((_, Call::On | Call::For | Call::Must))
                )
        });
        let Some(speaks) = speaks else { return false };
        if self.is_quoted(speaks, sentence) || !self.is_own(clauses, speaks, sentence) {
            return false;
        }
        let to = (sentence.first..colon).rev().find(|at| {
            matches!(self.low(*at), "to" | "on" | "upon" | "tell")
                && !self.text.sign(at + 1).starts_with(':')
        });
        let named = self
            .addressee(clauses, to.map_or(speaks, |it| it + 1), colon)
            .or_else(|| self.addressee(clauses, sentence.first, speaks));
        let repeated = matches!(self.low(speaks), "repeat" | "say" | "says") && to.is_none();
        let whom = named.or_else(|| found.last().and_then(|it| it.addressee).filter(|_| repeated));
        let before = found.len();
        let mut from = colon + 1;
        while from < sentence.end {
            from = self.past_joints(from, sentence.end);
            from += usize::from(self.low(from) == "to");
            let from_verb = self.past_adverbs(from);
            if !self.is_imperative(from_verb, sentence.end) {
                break;
            }
            let end = self.clause_end(from_verb, sentence.end);
            self.split(clauses, found, whom, (from_verb, end), from_verb, "demand.list");
            from =
                (end..sentence.end).find(|at| self.text.sign(*at) == ";").unwrap_or(sentence.end);
        }
        found.len() > before
    }

    /// "that X withdraw", "that Y be withdrawn": who is to do it, and what. `of`: who is asked, if it was told before.
    pub(super) fn that(
        &self,
        clauses: &Clauses<'_, '_>,
        (at, from): (usize, usize),
        of: Option<usize>,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let end = self.end_of(from, sentence.end, true);
        let before = found.len();
        if matches!(self.low(from), "this" | "that" | "it") && self.low(from + 1) == "be" {
            return false;
        }
        // "is of the view that the board should resign": what should be is read by itself.
        if (from..end).any(|it| matches!(self.low(it), "should" | "must" | "ought")) {
            return false;
        }
        if self.low(from) == "you" {
            let verb = self.past_adverbs(from + 1);
            self.split(clauses, found, self.written_to(clauses), (verb, end), at, "demand.that");
            return found.len() > before;
        }
        if matches!(self.low(from), "it" | "they" | "he" | "she") && self.low(from + 1) != "be" {
            let verb = self.past_adverbs(from + 1);
            let whom = of.or_else(|| found.last().and_then(|it| it.addressee));
            self.split(clauses, found, whom, (verb, end), at, "demand.that");
            return found.len() > before;
        }
        // "that the culprits be arrested": the whole of it, since nobody who is to do it is its subject.
        let be = (from..sentence.end.min(from + 40))
            .take_while(|it| self.text.sign(*it) != ";")
            .find(|it| {
                self.low(*it) == "be"
                    && *it > from
                    && !matches!(
                        self.low(it - 1),
                        "to" | "will" | "can" | "may" | "would" | "could"
                    )
            });
        let active = self
            .that_clause(clauses, from, end)
            .filter(|it| it.0.is_some() || self.language.code == "fr")
            .filter(|it| be.is_none_or(|be| be < it.1 || self.is_imperative(it.1, end)));
        // "that the registrar take X off the list": somebody whom no lexicon knows.
        let unknown = (from + 1..end.min(from + 9))
            .take_while(|it| self.text.tokens[*it].kind == Kind::Word)
            .find(|it| {
                self.is_imperative(*it, end)
                    && !self.text.is_capital(*it)
                    && *it > self.past_articles(from)
                    && self.low(*it - 1) != "to"
            })
            .filter(|it| active.is_none() && be.is_none_or(|be| *it < be));
        if let Some(verb) = unknown.filter(|_| self.language.code == "en") {
            self.split(clauses, found, of, (verb, end), at, "demand.that");
            return found.len() > before;
        }
        let passive = be.filter(|_| active.is_none() && self.language.code == "en");
        if let Some(be) = passive {
            let end = self.end_of(be, sentence.end, true);
            let agent = self.agent_asked(clauses, be, end);
            let end = agent.map_or(end, |it| it.1);
            let first = self.past_articles(from);
            if self.is_right_kept(first, be) {
                return false;
            }
            self.push(found, of.or(agent.map(|it| it.0)), (first, end), (at, end), "demand.that");
            return found.len() > before;
        }
        let Some((addressee, verb)) = active else { return false };
        // "that journalists can work": whoever is to see to it is not told.
        if matches!(self.low(verb), "can" | "may" | "are" | "is" | "have" | "has" | "will") {
            self.push(found, of, (self.past_articles(from), end), (at, end), "demand.that");
            return found.len() > before;
        }
        let end = self.end_of(verb, sentence.end, true);
        // "recommends that the State party: (a) …": a list follows.
        if end <= verb || self.text.sign(verb + 1) == ":" || self.text.sign(verb) == ":" {
            return false;
        }
        // "insists that the office opened proceedings": told, not asked.
        let late = (at..from).any(|it| matches!(self.low(it), "time" | "come" | "hour" | "moment"));
        if self.low(verb).ends_with("ed")
            && self.language.code == "en"
            && !late
            && !self.low(verb).ends_with("eed")
        {
            return false;
        }
        if addressee.is_some() {
            self.split(clauses, found, addressee, (verb, end), at, "demand.that");
        } else {
            self.push(found, addressee, (verb, end), (at, end), "demand.that");
        }
        found.len() > before
    }
}
