//! What somebody must do, what must be done, and whom something is to be let do.

use super::{Asker, Demand};
use crate::intake::clause::{Clauses, Subject};
use crate::intake::names::NameKind;
use crate::intake::text::{Kind, Sentence};

/// Verbs of what everybody should bear in mind: nothing is asked of anybody.
fn is_remark(word: &str) -> bool {
    matches!(
        word,
        "noted"
            | "recalled"
            | "remembered"
            | "stressed"
            | "emphasised"
            | "emphasized"
            | "underlined"
            | "said"
            | "mentioned"
            | "added"
            | "understood"
            | "seen"
            | "read"
            | "viewed"
            | "borne"
            | "kept"
            | "pointed"
            | "considered"
            | "regarded"
            | "known"
            | "assumed"
            | "presumed"
            | "clear"
            | "able"
            | "aware"
            | "noticed"
            | "judged"
            | "trained"
            | "commended"
            | "congratulated"
            | "applauded"
            | "thanked"
            | "ashamed"
            | "proud"
            | "careful"
            | "no"
            | "a"
            | "an"
            | "the"
            | "in"
            | "like"
    )
}

/// Verbs of minds and states, which nobody is asked to do.
fn is_state(word: &str) -> bool {
    matches!(
        word,
        "have"
            | "know"
            | "remember"
            | "be"
            | "show"
            | "understand"
            | "realise"
            | "realize"
            | "think"
            | "feel"
            | "fear"
            | "learn"
            | "bear"
            | "live"
            | "wait"
            | "mean"
            | "hope"
            | "want"
            | "seem"
            | "get"
            | "face"
            | "prove"
            | "expect"
            | "note"
            | "stay"
            | "suffer"
            | "endure"
            | "die"
            | "enjoy"
            | "happen"
            | "matter"
    )
}

/// Words that begin a phrase before the subject: "Pending his release, X must".
fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "pending"
            | "in"
            | "on"
            | "at"
            | "by"
            | "for"
            | "with"
            | "without"
            | "after"
            | "before"
            | "since"
            | "because"
            | "where"
            | "when"
            | "until"
            | "while"
            | "as"
            | "given"
            | "meanwhile"
            | "finally"
            | "also"
            | "instead"
            | "therefore"
            | "first"
            | "second"
            | "third"
            | "moreover"
            | "furthermore"
            | "additionally"
            | "accordingly"
            | "however"
            | "thus"
            | "yet"
            | "still"
            | "now"
            | "to"
            | "today"
            | "above"
            | "most"
            | "having"
            | "during"
            | "from"
            | "under"
            | "lastly"
            | "similarly"
            | "equally"
            | "likewise"
            | "rather"
            | "consequently"
            | "again"
            | "so"
    )
}

impl Asker<'_, '_> {
    /// "X must do", "Y must be done". `at`, `until`: the words that say so; `begun`: how many demands stood before
    /// this sentence.
    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    pub(super) fn must(
        &self,
        clauses: &Clauses<'_, '_>,
        (at, until): (usize, usize),
        begun: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        if self.is_quoted(at, sentence)
            || self.others_speak(clauses, at, sentence)
            || self.is_general(at, sentence)
            || matches!(self.low(sentence.first), "if" | "should" | "were" | "unless" | "no" | "si")
            || self.text.sign(sentence.end - 1) == "?"
        {
            return false;
        }
        let first = self.low(at);
        if first == "let" {
            return self.let_do(clauses, at, sentence, found);
        }
        // "must: 1) suspend …": read as a list.
        if self.text.sign(until) == ":" {
            return false;
        }
        // "must have released him", "should have been told": what happened or did not.
        let is_past = |word: &str| {
            word.ends_with("ed")
                || matches!(
                    word,
                    "been" | "done" | "given" | "gone" | "held" | "known" | "made" | "taken"
                )
        };
        if self.low(until) == "have" && is_past(self.low(until + 1)) {
            return false;
        }
        let starts = at == sentence.first;
        let modal = self.is_modal(at)
            || matches!(
                first,
                "need"
                    | "needs"
                    | "has"
                    | "have"
                    | "is"
                    | "are"
                    | "had"
                    | "was"
                    | "were"
                    | "would"
                    | "can"
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
        // "is to": a plan, unless what is asked was announced.
        let plan = matches!(first, "is" | "are") && until == at + 2 && self.low(at + 1) == "to";
        if plan && !self.is_announced(at) {
            return false;
        }
        let mut action = until;
        // "must not", "ought not to": it is part of what is asked.
        if matches!(self.low(until - 1), "not" | "never") {
            action = until - 1;
        } else if self.low(until - 1) == "to" && self.low(until - 2) == "not" {
            action = until - 2;
        }
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
        // "the need to restore calm"; "While the state must …, it …"; "should the vote be held".
        let noun = first.starts_with("need")
            && matches!(
                self.low(at.wrapping_sub(1)),
                "the" | "a" | "urgent" | "no" | "any" | "this" | "every" | "of"
            );
        let aside = matches!(
            self.low(sentence.first),
            "while"
                | "although"
                | "though"
                | "whereas"
                | "when"
                | "whenever"
                | "because"
                | "whether"
        ) && (sentence.first..at).all(|it| self.text.sign(it) != ",");
        let inverted = matches!(
            self.low(action),
            "the"
                | "a"
                | "an"
                | "this"
                | "that"
                | "these"
                | "his"
                | "her"
                | "their"
                | "he"
                | "she"
                | "it"
                | "they"
                | "we"
                | "you"
                | "there"
                | "any"
                | "no"
        );
        if noun || aside || inverted {
            return false;
        }
        let be = if negated && until > action { until } else { action };
        if self.low(be) == "be" && negated {
            return self.must_be(clauses, at, (be, end), sentence, found);
        }
        if self.low(action) == "be" || self.low(action) == "etre" {
            return self.must_be(clauses, at, (action, end), sentence, found);
        }
        let before = found.len();
        let first = self.subject_start(at, sentence, found, begun);
        if let Some(whom) = self.asked_subject(clauses, (at, action, end), begun, sentence, found) {
            let from = whom.1.min(at);
            self.split(clauses, found, whom.0, (action, end), from, "demand.must");
            for other in whom.2.into_iter().filter(|it| Some(*it) != whom.0) {
                self.split(clauses, found, Some(other), (action, end), from, "demand.must");
            }
        } else if self.is_someone(clauses, first, at)
            && (self.is_imperative(action, end)
                || matches!(self.low(at), "is" | "are" | "was" | "were")
                || self.text.is_capital(at - 1))
            && !is_state(self.low(action))
        {
            self.split(clauses, found, None, (action, end), first, "demand.must");
        }
        found.len() > before
    }

    /// Who must do it: who is asked first, where that stands, and who else. None of that where nobody is known.
    fn asked_subject(
        &self,
        clauses: &Clauses<'_, '_>,
        (at, action, end): (usize, usize, usize),
        begun: usize,
        sentence: Sentence,
        found: &[Demand],
    ) -> Option<(Option<usize>, usize, Vec<usize>)> {
        let last = found.last().and_then(|it| it.addressee.map(|who| (who, it.action.1)));
        let category = self.category(action, end);
        let low = self.low(action);
        // "…, and should explore": of whom it was said before.
        let joined = found.len() > begun
            && last.is_some_and(|it| {
                self.past_joints(it.1, at + 1) == at || self.low(at - 1) == "and"
            });
        if joined {
            return last.map(|it| (Some(it.0), at, Vec::new()));
        }
        if is_state(low) && category == "other" {
            return None;
        }
        let subject: Subject = clauses.subject(at, sentence);
        if let Some(pronoun) = subject.pronoun {
            let (who, told) = last?;
            let near = told + 60 > at;
            let person = self.actors.all[who].kind == "person";
            let fits = match self.low(pronoun) {
                "they" => true,
                "it" => !person,
                "he" | "she" => person,
                _ => false,
            };
            return (near && fits).then_some((Some(who), at, Vec::new()));
        }
        let name = *subject.names.first()?;
        let actor = clauses.actor(name)?;
        // "Its members should": the body's.
        let owned = matches!(self.low(self.names[name].first.saturating_sub(1)), "its" | "their");
        if owned && self.names[name].kind == NameKind::Group {
            let body = (at.saturating_sub(60)..self.names[name].first).rev().find_map(|at| {
                clauses.name_at(at).filter(|it| self.names[*it].kind == NameKind::Organisation)
            });
            if let Some(body) = body.and_then(|it| clauses.actor(it)) {
                return Some((Some(body), subject.at, Vec::new()));
            }
        }
        let it = &self.actors.all[actor];
        let can = it.is != NameKind::Person
            || it.kind != "person"
            || !self.names[name].rule.contains("word");
        if !can || Some(actor) == self.issuer {
            return None;
        }
        Some((Some(actor), subject.at, self.others_asked(clauses, name, sentence)))
    }

    /// "Y must be released": whoever can is asked, and all of it is what is asked.
    fn must_be(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        (be, end): (usize, usize),
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let category = self.category(be, end);
        if self.language.code != "en" {
            let subject = clauses.subject(at, sentence);
            let actor = subject.names.first().and_then(|it| clauses.actor(*it));
            let fits = category != "other"
                && (actor.is_some() || category == "release" || category == "investigate");
            if fits {
                self.push(found, None, (be, end), (subject.at.min(at), end), "demand.must");
            }
            return fits;
        }
        if is_remark(self.low(be + 1)) {
            return false;
        }
        let first = self.subject_start(at, sentence, found, 0);
        let one = at == first + 1;
        let vague =
            one && matches!(
                self.low(first),
                "it" | "this"
                    | "that"
                    | "these"
                    | "those"
                    | "there"
                    | "he"
                    | "she"
                    | "they"
                    | "you"
                    | "i"
                    | "we"
                    | "one"
            ) && !(category == "release" && matches!(self.low(first), "he" | "she" | "they"));
        // "The right of assembly should be respected": asked of every state.
        let formula = self.is_right_kept(first, be);
        if vague || formula || self.is_everybody(first) || at <= first || at - first > 24 {
            return false;
        }
        let agent = self.agent_asked(clauses, be, end);
        let end = agent.map_or(end, |it| it.1);
        self.push(found, agent.map(|it| it.0), (first, end), (first, end), "demand.must");
        true
    }

    /// "that the right of assembly be respected": asked of every state.
    pub(super) fn is_right_kept(&self, first: usize, be: usize) -> bool {
        (first..be).any(|it| {
            matches!(
                self.low(it),
                "right"
                    | "rights"
                    | "freedom"
                    | "freedoms"
                    | "law"
                    | "constitution"
                    | "standards"
                    | "dignity"
            )
        }) && (be + 1..be + 60).take_while(|it| self.text.sign(*it) != ".").any(|it| {
            matches!(
                self.low(it),
                "respected"
                    | "upheld"
                    | "protected"
                    | "guaranteed"
                    | "observed"
                    | "honoured"
                    | "preserved"
            ) && matches!(self.low(it - 1), "be" | "fully" | "and")
        })
    }

    /// "let it send observers", "let the army leave": who is asked to do it, or asked to let somebody.
    fn let_do(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        sentence: Sentence,
        found: &mut Vec<Demand>,
    ) -> bool {
        let opens = at == sentence.first
            || self.text.tokens[at - 1].kind == Kind::Sign
            || self.low(at - 1) == "and" && self.text.tokens[at - 2].kind == Kind::Sign;
        if !opens || matches!(self.low(at + 1), "us" | "me" | "alone" | "there" | "this" | "that") {
            return false;
        }
        let name = (at + 1..at + 4).find_map(|at| clauses.name_at(at));
        let (who, verb) = if self.low(at + 1) == "it" {
            let body = (at.saturating_sub(60)..at).rev().find_map(|at| {
                clauses.name_at(at).filter(|it| self.names[*it].kind == NameKind::Organisation)
            });
            (body.and_then(|it| clauses.actor(it)), at + 2)
        } else if let Some(name) = name.filter(|it| {
            matches!(
                self.names[*it].kind,
                NameKind::Organisation | NameKind::Body | NameKind::Office
            )
        }) {
            (clauses.actor(name), self.names[name].end)
        } else {
            return false;
        };
        let verb = self.past_adverbs(verb);
        let end = self.clause_end(verb, sentence.end);
        if who.is_none() || end <= verb || !self.is_imperative(verb, end) {
            return false;
        }
        self.split(clauses, found, who, (verb, end), at, "demand.must");
        true
    }

    /// Where the phrase begins that stands before "must": after what was asked before it, and after words of time and cause.
    fn subject_start(
        &self,
        at: usize,
        sentence: Sentence,
        found: &[Demand],
        begun: usize,
    ) -> usize {
        let mut first = sentence.first;
        if let Some(last) = found.get(begun..).and_then(<[Demand]>::last) {
            first = first.max(last.action.1.min(at));
        }
        let from = first;
        for it in from..at {
            let clause = matches!(self.text.sign(it), ";" | ":" | "—" | "–" | "!")
                || self.text.sign(it) == "," && matches!(self.low(it + 1), "and" | "but" | "so");
            if clause {
                first = it + 1;
            }
        }
        first = self.past_articles(self.past_joints(first, at));
        if is_lead(self.low(first))
            && let Some(comma) = (first..at).find(|it| self.text.sign(*it) == ",")
        {
            first = self.past_articles(comma + 1);
        } else if is_lead(self.low(first)) && self.low(first + 1) == "the" {
            first = (first..at).rev().find(|it| self.low(*it) == "the").unwrap_or(first);
        } else if is_lead(self.low(first)) {
            first += 1;
        }
        self.past_articles(first).min(at)
    }

    /// "every officer", "anybody", "states": what is true of all.
    fn is_everybody(&self, first: usize) -> bool {
        matches!(
            self.low(first),
            "every"
                | "everyone"
                | "everybody"
                | "any"
                | "anyone"
                | "anybody"
                | "no"
                | "nobody"
                | "none"
                | "nothing"
                | "each"
                | "people"
                | "citizens"
                | "states"
                | "governments"
                | "what"
                | "who"
                | "which"
                | "where"
                | "there"
                | "it"
                | "he"
                | "she"
                | "they"
                | "we"
                | "you"
                | "i"
                | "one"
                | "this"
                | "that"
                | "these"
                | "those"
                | "such"
        )
    }

    /// Somebody whom no lexicon knows stands there: a phrase of few words, which is not everybody.
    fn is_someone(&self, clauses: &Clauses<'_, '_>, first: usize, at: usize) -> bool {
        let definite = self.text.is_capital(first)
            || matches!(self.low(first.saturating_sub(1)), "the")
            || matches!(self.low(first), "our" | "its" | "their" | "his" | "her");
        let whole = (first..at).all(|it| {
            self.text.tokens[it].kind != Kind::Sign
                && !matches!(
                    self.low(it),
                    "that"
                        | "who"
                        | "which"
                        | "when"
                        | "if"
                        | "we"
                        | "they"
                        | "is"
                        | "was"
                        | "are"
                        | "were"
                )
        });
        let person = (first..at).any(|it| {
            clauses.name_at(it).is_some_and(|it| self.names[it].kind == NameKind::Person)
        });
        first < at && at - first < 9 && definite && whole && !person && !self.is_everybody(first)
    }

    /// "Under international law, …", "According to the Constitution, …": what the law says, and asks of nobody here.
    fn is_general(&self, at: usize, sentence: Sentence) -> bool {
        let law = |at: usize| {
            matches!(
                self.low(at),
                "law"
                    | "laws"
                    | "standards"
                    | "principles"
                    | "constitution"
                    | "convention"
                    | "covenant"
                    | "rules"
                    | "code"
                    | "act"
                    | "charter"
                    | "article"
                    | "section"
                    | "guidelines"
            )
        };
        matches!(self.low(sentence.first), "under" | "according")
            && (sentence.first..at.min(sentence.first + 12)).any(law)
            || (sentence.first..at).any(|it| {
                matches!(
                    self.low(it),
                    "provides" | "stipulates" | "requires" | "states" | "stipulate" | "provide"
                ) && self.low(it + 1) == "that"
            })
    }

    /// "have agreed on the following:", "puts on record:": what must be is told after a colon.
    fn is_announced(&self, at: usize) -> bool {
        let block = self.text.block_of(at).map_or(0, |it| self.text.blocks[it].first);
        let colon = (block..at).rev().find(|it| self.text.sign(*it) == ":");
        colon.is_some_and(|colon| {
            (colon.saturating_sub(14).max(block)..colon).any(|it| {
                matches!(
                    self.low(it),
                    "following"
                        | "demand"
                        | "demands"
                        | "resolve"
                        | "resolved"
                        | "resolves"
                        | "agreed"
                        | "decided"
                        | "record"
                        | "terms"
                        | "conditions"
                        | "ask"
                        | "asks"
                        | "call"
                        | "calls"
                        | "require"
                        | "requires"
                        | "insist"
                        | "insists"
                )
            })
        })
    }

    /// Whether a word begins an order: a verb in its base form.
    pub(super) fn is_imperative(&self, at: usize, end: usize) -> bool {
        at < end
            && (self.is_asked_verb(at, end)
                || matches!(
                    self.low(at),
                    "take"
                        | "give"
                        | "let"
                        | "put"
                        | "send"
                        | "come"
                        | "go"
                        | "leave"
                        | "tell"
                        | "consult"
                        | "withdraw"
                        | "return"
                        | "resign"
                        | "apologise"
                        | "apologize"
                        | "open"
                        | "pay"
                        | "make"
                        | "bring"
                        | "keep"
                        | "hold"
                        | "meet"
                        | "answer"
                        | "explain"
                        | "refrain"
                        | "desist"
                        | "step"
                        | "hand"
                        | "hear"
                        | "listen"
                        | "work"
                        | "act"
                        | "throw"
                        | "set"
                        | "drop"
                        | "show"
                        | "say"
                        | "do"
                ))
    }
}
