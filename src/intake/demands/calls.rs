//! Sentences that ask: “calls on X to”, “X must”, “calls for”.

use super::{Asker, Demand};
use crate::intake::clause::{Clauses, Subject};
use crate::intake::lexicon::Call;
use crate::intake::names::NameKind;
use crate::intake::text::{Kind, Sentence};

impl Asker<'_, '_> {
    pub(super) fn sentence(
        &self,
        clauses: &Clauses<'_, '_>,
        sentence: Sentence,
        last: Option<usize>,
        found: &mut Vec<Demand>,
    ) {
        let mut at = sentence.first;
        while at < sentence.end {
            let Some((until, call)) = self.language.calls.at(self.text, at).map(|it| (it.0, *it.1))
            else {
                at += 1;
                continue;
            };
            let done = until <= sentence.end
                && clauses.name_at(at).is_none()
                && match call {
                    Call::On => self.call_on(clauses, at, until, sentence, last, found),
                    Call::For => self.call_for(clauses, at, until, sentence, found),
                    Call::Must => self.must(clauses, at, until, sentence, found),
                    Call::List => false,
                };
            at =
                if done { found.last().map_or(until, |it| it.action.1.max(until)) } else { at + 1 };
        }
    }

    /// Whether it is the issuer who asks.
    pub(super) fn is_own(&self, clauses: &Clauses<'_, '_>, at: usize, sentence: Sentence) -> bool {
        let subject = clauses.subject(at, sentence);
        if let Some(pronoun) = subject.pronoun {
            return !matches!(self.low(pronoun), "he" | "she" | "il" | "elle");
        }
        let Some(name) = subject.names.last() else { return true };
        let Some(actor) = clauses.actor(*name) else { return true };
        let it = &self.actors.all[actor];
        Some(actor) == self.issuer
            || self.issuer.is_none()
            || it.is == NameKind::Group
            // A co-signer, or a spokesperson who is quoted.
            || it.is == NameKind::Organisation
                && !matches!(it.kind.as_str(), "state_body" | "armed_group" | "political_party")
                && self.text.tokens[at].low.ends_with('s')
    }

    pub(super) fn call_on(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        until: usize,
        sentence: Sentence,
        last: Option<usize>,
        found: &mut Vec<Demand>,
    ) -> bool {
        let past = self.low(at).ends_with("ed") || self.low(at) == "asked";
        let subject = clauses.subject(at, sentence);
        let by_other = past && !self.is_own(clauses, at, sentence);
        if by_other
            || !past && !self.is_own(clauses, at, sentence)
            || subject.pronoun.is_some_and(|it| past && !matches!(self.low(it), "they" | "we"))
        {
            return false;
        }
        if self.low(until) == "that"
            || self.low(until - 1) == "that"
            || self.language.code == "fr" && matches!(self.low(until), "que" | "qu")
        {
            let from = if self.low(until - 1) == "that" { until } else { until + 1 };
            if let Some((addressee, verb)) = self.that_clause(clauses, from, sentence.end) {
                let end = self.clause_end(verb, sentence.end);
                self.push(found, addressee, (verb, end), (at, end), "demand.that");
                return end > verb;
            }
            return false;
        }
        let infinitive = |at: usize| {
            matches!(self.low(at), "to")
                || self.language.code == "fr" && matches!(self.low(at), "a" | "de" | "d")
        };
        let mut addressee = None;
        let mut others = Vec::new();
        let mut probe = until;
        let mut steps = 0;
        while probe < sentence.end && steps < 16 {
            steps += 1;
            if let Some(name) = clauses.name_at(probe) {
                if self.names[name].kind == NameKind::Place {
                    addressee = addressee.or_else(|| self.government());
                } else if addressee.is_none() {
                    addressee = clauses.actor(name);
                    others = self.others_asked(clauses, name, sentence);
                }
                probe = self.names[name].end;
                continue;
            }
            if matches!(self.low(probe), "him" | "her" | "them" | "you") && addressee.is_none() {
                addressee = last;
            } else if self.low(probe) == "it" && addressee.is_none() {
                let named = (sentence.first.saturating_sub(60)..probe)
                    .rev()
                    .find_map(|at| {
                        clauses
                            .name_at(at)
                            .filter(|it| self.names[*it].kind == NameKind::Organisation)
                    })
                    .and_then(|it| clauses.actor(it));
                addressee = named.filter(|it| Some(*it) != self.issuer).or(last);
            }
            if infinitive(probe) && self.is_action(probe + 1) {
                break;
            }
            if clauses.is_border(probe) {
                return false;
            }
            probe += 1;
        }
        if probe >= sentence.end || !infinitive(probe) {
            return false;
        }
        // "appeal to the President": the first "to" belongs to whom is asked.
        let action = self.past_adverbs(probe + 1);
        let end = self.clause_end(action, sentence.end);
        if end <= action {
            return false;
        }
        self.split(clauses, found, addressee, (action, end), at, "demand.call");
        for other in others.into_iter().filter(|it| Some(*it) != addressee) {
            self.split(clauses, found, Some(other), (action, end), at, "demand.call");
        }
        true
    }

    /// Those who are asked together with another: "the Ministry and the police to".
    fn others_asked(
        &self,
        clauses: &Clauses<'_, '_>,
        name: usize,
        sentence: Sentence,
    ) -> Vec<usize> {
        let organised = |it: &usize| {
            let actor = &self.actors.all[*it];
            !matches!(actor.is, NameKind::Group) && Some(*it) != self.issuer
        };
        let all = clauses.list_right(name, sentence.end);
        let actors = all.iter().skip(1).filter_map(|it| clauses.actor(*it));
        actors.filter(organised).collect()
    }

    pub(super) fn is_action(&self, at: usize) -> bool {
        let at = self.past_adverbs(at);
        self.text.tokens.get(at).is_some_and(|it| {
            it.kind == Kind::Word
                && !it.capital
                && (!self.language.stops.contains(&it.low)
                    || matches!(
                        it.low.as_str(),
                        "be" | "have" | "do" | "let" | "not" | "faire" | "ne"
                    ))
        })
    }

    pub(super) fn call_for(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        until: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let subject = clauses.subject(at, sentence);
        let said_by_us =
            subject.pronoun.is_some_and(|it| matches!(self.low(it), "we" | "i" | "nous" | "je"))
                || subject
                    .names
                    .iter()
                    .any(|it| clauses.actor(*it) == self.issuer && self.issuer.is_some());
        let unnamed =
            subject.names.is_empty() && subject.pronoun.is_none() && at <= sentence.first + 2;
        let past = self.low(at).ends_with("ed");
        let noun = matches!(
            self.low(until),
            "is" | "are" | "was" | "were" | "not" | "pas" | "has" | "have"
        ) || self.low(at).starts_with("demande") && self.text.tokens[at].is_capitals();
        if !(said_by_us || unnamed && !past)
            || noun
            || until >= sentence.end
            || (sentence.first..at).any(|it| matches!(self.low(it), "if" | "when"))
        {
            return false;
        }
        // The noun that is asked for may be the end of the call itself: "calls for the release of".
        let mut first = until;
        let noun = (at..until)
            .rev()
            .find(|it| {
                matches!(
                    self.low(*it),
                    "for"
                        | "the"
                        | "an"
                        | "a"
                        | "immediate"
                        | "la"
                        | "l"
                        | "le"
                        | "demand"
                        | "demands"
                        | "demanded"
                        | "demanding"
                )
            })
            .map_or(at, |it| it + 1);
        if noun < until {
            first = noun;
        }
        while matches!(
            self.low(first),
            "the"
                | "an"
                | "a"
                | "immediate"
                | "and"
                | "unconditional"
                | "urgent"
                | "prompt"
                | "la"
                | "l"
                | "le"
                | ","
        ) || self.text.sign(first) == ","
        {
            first += 1;
        }
        let end = self.clause_end(first, sentence.end);
        // No more than the call itself: "nous demandons instamment :".
        let only_call = end <= until && first == at
            || end == first + 1 && self.low(first).ends_with("ment") && self.language.code == "fr";
        if end <= first || only_call {
            return false;
        }
        let by = clauses.agent(first, end);
        let addressee = by.names.first().and_then(|it| clauses.actor(*it));
        self.push(found, addressee, (first, end), (at, end), "demand.for");
        true
    }

    pub(super) fn must(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        until: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        if self.is_quoted(at, sentence)
            || self.others_speak(clauses, at, sentence)
            || matches!(self.low(sentence.first), "if" | "should" | "were" | "unless" | "no" | "si")
        {
            return false;
        }
        let first = self.low(at);
        let starts = at == sentence.first;
        let modal = matches!(
            first,
            "must"
                | "should"
                | "ought"
                | "need"
                | "needs"
                | "has"
                | "have"
                | "is"
                | "are"
                | "had"
                | "shall"
                | "doit"
                | "doivent"
                | "devrait"
                | "devraient"
                | "il"
                | "it"
        );
        if !modal && !starts {
            return false;
        }
        let mut action = until;
        let negated = matches!(self.low(action), "not" | "no" | "never");
        if !negated {
            action = self.past_adverbs(action);
        }
        if self.low(action) == "also" {
            action += 1;
        }
        let end = self.clause_end(action, sentence.end);
        if end <= action + 1 && self.text.tokens.get(action).is_none_or(|it| it.kind != Kind::Word)
        {
            return false;
        }
        let subject: Subject = clauses.subject(at, sentence);
        let actor = subject.names.first().and_then(|it| clauses.actor(*it));
        let passive = self.low(action) == "be" || self.low(action) == "etre";
        let category = self.category(action, end);
        if passive {
            let fits = category != "other"
                && (actor.is_some() || category == "release" || category == "investigate");
            if !fits {
                return false;
            }
            self.push(found, None, (action, end), (subject.at.min(at), end), "demand.must");
            return true;
        }
        let Some(actor) = actor else { return false };
        let it = &self.actors.all[actor];
        let can = it.is != NameKind::Person
            || it.kind != "person"
            || !self.names[subject.names[0]].rule.contains("word");
        if !can
            || Some(actor) == self.issuer
            || matches!(self.low(action), "have" | "know" | "remember" | "be")
                && category == "other"
        {
            return false;
        }
        self.split(clauses, found, Some(actor), (action, end), subject.at.min(at), "demand.must");
        for other in self.others_asked(clauses, subject.names[0], sentence) {
            if other != actor {
                self.split(
                    clauses,
                    found,
                    Some(other),
                    (action, end),
                    subject.at.min(at),
                    "demand.must",
                );
            }
        }
        true
    }

    /// Within quotation marks that were opened in the block.
    pub(super) fn is_quoted(&self, at: usize, sentence: Sentence) -> bool {
        let first = self.text.blocks[sentence.block].first;
        let (mut open, mut straight) = (0_i32, 0);
        for it in first..at {
            match self.text.sign(it) {
                "“" | "‘" | "«" => open += 1,
                "”" | "»" => open -= 1,
                // An apostrophe that ends a plural's possessive closes nothing.
                "’" if !(self.text.low(it.saturating_sub(1)).ends_with('s') && open == 0) => {
                    open -= 1;
                }
                "\"" => straight += 1,
                _ => {}
            }
        }
        open > 0 || straight % 2 == 1
    }

    /// "The minister said that X must …".
    pub(super) fn others_speak(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        sentence: Sentence,
    ) -> bool {
        let verb = (sentence.first..at).rev().find(|it| {
            matches!(
                self.low(*it),
                "said"
                    | "told"
                    | "says"
                    | "warned"
                    | "declared"
                    | "claimed"
                    | "threatened"
                    | "announced"
            )
        });
        verb.is_some_and(|verb| !self.is_own(clauses, verb, sentence))
    }
}
