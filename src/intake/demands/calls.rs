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
        found: &mut Vec<Demand>,
    ) {
        let begun = found.len();
        let mut at = sentence.first;
        while at < sentence.end {
            if self.text.sign(at) == ":" && self.told_to_do(clauses, at, sentence, found) {
                return;
            }
            let Some((until, call)) = self.language.calls.at(self.text, at).map(|it| (it.0, *it.1))
            else {
                at += 1;
                continue;
            };
            let done = until <= sentence.end
                && clauses.name_at(at).is_none()
                && match call {
                    Call::On => self.call_on(clauses, at, until, sentence, found),
                    Call::That => self.call_that(clauses, at, until, sentence, found),
                    Call::For => self.call_for(clauses, at, until, sentence, found),
                    Call::Must => self.must(clauses, (at, until), begun, sentence, found),
                    Call::List => false,
                };
            at = if done {
                self.and_also(clauses, (call, at, until), sentence, found)
            } else {
                at + 1
            };
        }
    }

    /// "…; on X to …", "…, and that Y be …", "…; to …": what the same words go on to ask. Gives where all of it ends.
    fn and_also(
        &self,
        clauses: &Clauses<'_, '_>,
        (call, at, until): (Call, usize, usize),
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> usize {
        let Some(last) = found.last() else { return until };
        let mut end = last.action.1.max(until);
        let whom = last.addressee;
        // "demands of X that it …, and that the culprits be …".
        let of = whom.filter(|_| self.low(until) == "of" || self.low(until - 1) == "of");
        loop {
            let next = self.past_joints(end, sentence.end);
            if next == end || next >= sentence.end {
                return end;
            }
            let on = matches!(call, Call::On | Call::That);
            let done = match self.low(next) {
                "that" if on => self.that(clauses, (at, next + 1), of, sentence, found),
                "on" | "upon" if on => self.asks(clauses, at, next + 1, sentence, found),
                _ if on && matches!(self.low(next - 1), "could" | "would") => {
                    self.more(clauses, whom, next, sentence, found)
                }
                "to" if on && self.is_action(next + 1) => {
                    self.more(clauses, whom, next + 1, sentence, found)
                }
                "for" if call != Call::Must => {
                    self.asked_for(clauses, next, next + 1, sentence, found)
                }
                _ if call == Call::Must
                    && matches!(self.low(next - 1), "and" | "but")
                    && self.low(next) != "let"
                    && self.is_asked_verb(next, sentence.end) =>
                {
                    self.more(clauses, whom, next, sentence, found)
                }
                _ => false,
            };
            let Some(last) = found.last().filter(|_| done) else { return end };
            end = last.action.1.max(next + 1);
        }
    }

    pub(super) fn more(
        &self,
        clauses: &Clauses<'_, '_>,
        whom: Option<usize>,
        from: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let from = self.past_adverbs(from);
        let end = self.clause_end(from, sentence.end);
        let before = found.len();
        self.split(clauses, found, whom, (from, end), from, "demand.call");
        found.len() > before
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
        found: &mut Vec<Demand>,
    ) -> bool {
        // "…, and requested that they": who asked before asks again.
        let again = found.last().is_some_and(|it| {
            it.action.1 > sentence.first && self.past_joints(it.action.1, at + 1) == at
        });
        if !again && !self.may_ask(clauses, at, sentence)
            || matches!(self.low(until), "your" | "yourself")
        {
            return false;
        }
        let after = self.past_aside(until, sentence.end);
        // "would be grateful if you could": those to whom the letter goes.
        if matches!(self.low(until - 1), "could" | "would" | "can") && self.low(until - 2) == "you"
        {
            return self.more(clauses, self.written_to(clauses), until, sentence, found);
        }
        // "asks, in addition, for the Red Cross to be let in".
        if after > until && self.low(after) == "for" {
            return self.call_for(clauses, at, after + 1, sentence, found);
        }
        let that = self.low(after) == "that"
            || self.low(until - 1) == "that"
            || self.language.code == "fr" && matches!(self.low(after), "que" | "qu");
        if that {
            let from = if self.low(until - 1) == "that" { until } else { after + 1 };
            return self.that(clauses, (at, from), None, sentence, found);
        }
        self.asks(clauses, at, after, sentence, found)
            || self.language.code == "en"
                && self.takes_thing(at)
                && self.call_for(clauses, at, after, sentence, found)
    }

    /// Whether who asks is the issuer, and asks now.
    pub(super) fn may_ask(&self, clauses: &Clauses<'_, '_>, at: usize, sentence: Sentence) -> bool {
        let past = self.low(at).ends_with("ed");
        let subject = clauses.subject(at, sentence);
        // "We are not asking", "has never called for".
        let negated = (at.saturating_sub(3).max(sentence.first)..at)
            .any(|it| matches!(self.low(it), "not" | "never" | "n't" | "nor"));
        self.is_own(clauses, at, sentence)
            && !negated
            && !subject.pronoun.is_some_and(|it| past && !matches!(self.low(it), "they" | "we"))
    }

    /// Whom a letter addresses: "Dear Minister", "Madam Commissioner".
    pub(super) fn written_to(&self, clauses: &Clauses<'_, '_>) -> Option<usize> {
        (0..self.text.tokens.len()).find_map(|at| {
            let greets =
                matches!(self.low(at), "dear" | "madam" | "mr" | "excellency" | "honourable")
                    && self.text.is_capital(at);
            let near = (at..at + 5).find_map(|it| clauses.name_at(it)).filter(|_| greets)?;
            clauses.actor(near)
        })
    }

    /// Verbs that ask for a thing: "demands the withdrawal of".
    pub(super) fn takes_thing(&self, at: usize) -> bool {
        let low = self.low(at);
        ["demand", "insist", "seek", "solicit"].iter().any(|verb| low.starts_with(verb))
            && !low.ends_with("ed")
    }

    /// "it is high time (that) X did": who and what.
    fn call_that(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        until: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let from = until + usize::from(matches!(self.low(until), "that" | "for"));
        if self.low(from) == "to" || self.is_quoted(at, sentence) {
            return false;
        }
        self.asks(clauses, at, from, sentence, found)
            || self.that(clauses, (at, from), None, sentence, found)
    }

    /// "by the Legislature": who is to do what is asked in the passive, and where "by" stands.
    pub(super) fn agent_asked(
        &self,
        clauses: &Clauses<'_, '_>,
        from: usize,
        end: usize,
    ) -> Option<(usize, usize)> {
        let by = (from..end).find(|at| self.low(*at) == "by")?;
        let name = *clauses.agent(from, end).names.first()?;
        let organised = !matches!(self.names[name].kind, NameKind::Group | NameKind::Place);
        Some((clauses.actor(name).filter(|_| organised)?, by))
    }

    pub(super) fn past_articles(&self, mut at: usize) -> usize {
        while matches!(self.low(at), "the" | "a" | "an" | "and" | "but" | "also" | "then")
            || self.text.sign(at) == ","
        {
            at += 1;
        }
        at
    }

    /// "X to do", after words that ask: who is asked, and what.
    pub(super) fn asks(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        until: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let last = found.last().and_then(|it| it.addressee);
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
                addressee = if self.low(probe) == "you" {
                    last.or_else(|| self.written_to(clauses))
                } else {
                    last
                };
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
            if self.low(probe) == "that" && probe > until && clauses.name_at(probe - 1).is_some() {
                return self.that(clauses, (at, probe + 1), addressee, sentence, found);
            }
            if clauses.is_border(probe) {
                return false;
            }
            probe += 1;
        }
        if probe >= sentence.end || !infinitive(probe) {
            return false;
        }
        // "asked not to be named", "requests to visit": what somebody wants to do.
        let asked = (at.saturating_sub(3).max(sentence.first)..at)
            .any(|it| matches!(self.low(it), "is" | "are" | "was" | "were"));
        let own = !asked && probe == until || probe == until + 1 && self.low(until) == "not";
        let for_oneself = ["ask", "request", "beg", "demand", "want", "expect", "wish", "plead"]
            .iter()
            .any(|verb| self.low(at).starts_with(verb));
        if own && for_oneself && self.language.code == "en" {
            return false;
        }
        // "appeal to the President": the first "to" belongs to whom is asked.
        let action = match self.low(probe - 1) {
            "not" | "never" if probe > until => probe - 1,
            _ => self.past_adverbs(probe + 1),
        };
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
    pub(super) fn others_asked(
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
        if (at.saturating_sub(3).max(sentence.first)..at)
            .any(|it| matches!(self.low(it), "not" | "never" | "n't" | "nor"))
        {
            return false;
        }
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
        // "The Centre demands": a body that is no state's, in the present.
        let body = self.language.code == "en"
            && self.text.tokens[at].low.ends_with('s')
            && self.is_verb_after_body(clauses, at, &subject)
            && self.is_own(clauses, at, sentence);
        let noun = matches!(
            self.low(until),
            "is" | "are" | "was" | "were" | "not" | "pas" | "has" | "have"
        ) || self.low(at).starts_with("demande") && self.text.tokens[at].is_capitals();
        if !(said_by_us || body || unnamed && !past)
            || noun
            || until >= sentence.end
            || (sentence.first..at).any(|it| matches!(self.low(it), "if" | "when"))
        {
            return false;
        }
        if matches!(self.low(sentence.first), "what" | "all") && at > sentence.first {
            return false;
        }
        // "calls for the authorities to free X": they are asked.
        let named = (until..until + 3).find_map(|at| clauses.name_at(at)).filter(|it| {
            self.names[*it].from <= until + 1 && self.names[*it].kind != NameKind::Place
        });
        let to = named.is_some_and(|it| {
            let after = self.names[it].end;
            self.low(after) == "to" && !matches!(self.low(after + 1), "be" | "have")
        });
        if to && self.asks(clauses, at, until, sentence, found) {
            return true;
        }
        self.asked_for(clauses, at, until, sentence, found)
    }

    /// Whether a word in "-s" follows the name of a body at once, so that it is what that body does.
    fn is_verb_after_body(&self, clauses: &Clauses<'_, '_>, at: usize, subject: &Subject) -> bool {
        subject.names.last().is_some_and(|it| {
            self.names[*it].kind == NameKind::Organisation
                && (self.names[*it].end..at).all(|at| {
                    self.low(at).ends_with("ly")
                        || self.text.tokens[at].kind == Kind::Sign
                        || matches!(
                            self.low(at),
                            "also"
                                | "further"
                                | "therefore"
                                | "again"
                                | "once"
                                | "more"
                                | "it"
                                | "and"
                        )
                        || clauses.name_at(at).is_some()
                })
        })
    }

    /// What is asked for with a noun: "the release of X".
    fn asked_for(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        until: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
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
                        | "on"
                        | "upon"
                        | "from"
                        | "solicits"
                        | "seeks"
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
        // "The Forum demands: release of all; an inquiry; and compensation".
        if self.text.sign(first) == ":" && self.language.code == "en" {
            let before = found.len();
            let mut from = first + 1;
            while from < sentence.end {
                from = self.past_articles(self.past_joints(from, sentence.end));
                let end = (from..sentence.end)
                    .find(|at| matches!(self.text.sign(*at), ";" | "."))
                    .unwrap_or(sentence.end);
                if end > from + 1 {
                    self.push(found, None, (from, end), (from, end), "demand.for");
                }
                from = end + 1;
            }
            return found.len() > before;
        }
        let end = self.clause_end(first, sentence.end);
        // No more than the call itself: "nous demandons instamment :".
        let only_call = end <= until && first == at
            || end == first + 1 && self.low(first).ends_with("ment") && self.language.code == "fr";
        if end <= first || only_call {
            return false;
        }
        let end = (first + 1..end)
            .find(|at| self.low(*at) == "and" && self.low(at + 1) == "for")
            .unwrap_or(end);
        let end = if self.text.sign(end - 1) == "," { end - 1 } else { end };
        if matches!(self.low(first), "following" | "same" | "this" | "it") {
            return false;
        }
        let by = clauses.agent(first, end);
        let addressee = by.names.first().and_then(|it| clauses.actor(*it));
        self.push(found, addressee, (first, end), (at, end), "demand.for");
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

    /// A minister or a body of the state says it, and is not known to be the issuer.
    fn state_speaks(&self, clauses: &Clauses<'_, '_>, verb: usize, sentence: Sentence) -> bool {
        let subject = clauses.subject(verb, sentence);
        let Some(actor) = subject.names.last().and_then(|it| clauses.actor(*it)) else {
            return false;
        };
        let it = &self.actors.all[actor];
        Some(actor) != self.issuer
            && (matches!(it.is, NameKind::Office)
                || matches!(it.kind.as_str(), "state_body" | "armed_group" | "state"))
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
                    | "argue"
                    | "argues"
                    | "argued"
                    | "insisted"
                    | "maintained"
                    | "believes"
                    | "thinks"
            )
        });
        verb.is_some_and(|verb| {
            self.low(verb).starts_with("argue") && self.low(verb.saturating_sub(1)) != "we"
                || !self.is_own(clauses, verb, sentence)
                || self.state_speaks(clauses, verb, sentence)
        })
    }
}
