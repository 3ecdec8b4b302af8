//! Words of acts that tell none: nouns and adjectives, conditions, what law says, what befalls anybody.

use super::Acts;
use crate::intake::clause::{Clauses, Group};
use crate::intake::names::NameKind;
use crate::intake::pattern::{Frame, Hit};
use crate::intake::text::Sentence;

impl Acts<'_, '_> {
    /// Whether a word that may be a verb is a noun where it stands: "the arrest of", "their release", "after attacks on".
    pub(super) fn is_noun_here(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        let may_be = matches!(hit.pattern.frame, Frame::Verb | Frame::Suffered | Frame::Plain)
            && (hit.form.base || hit.form.third)
            && !(hit.form.past || hit.form.ing);
        let noun_after = |at: usize| {
            self.low(at) == "'s" || self.language.class_at("noun_lead", self.text, at).is_some()
        };
        // "had been treating injured demonstrators".
        let describes = hit.form.participle
            && !hit.form.ing
            && hit.first > sentence.first + 1
            && self.low(hit.first - 1).ends_with("ing")
            && !matches!(self.low(hit.first - 1), "being" | "having" | "getting")
            && matches!(
                self.low(hit.first - 2),
                "is" | "are"
                    | "was"
                    | "were"
                    | "been"
                    | "of"
                    | "for"
                    | "by"
                    | "while"
                    | "after"
                    | "before"
                    | "when"
                    | "without"
            );
        // "arrested her following a rally": after it.
        let after = self.low(hit.first) == "following"
            && hit.first > sentence.first
            && !matches!(
                self.low(hit.first - 1),
                "is" | "are"
                    | "was"
                    | "were"
                    | "been"
                    | "be"
                    | "men"
                    | "police"
                    | "officers"
                    | "agents"
                    | "and"
                    | "of"
                    | "by"
            );
        // "a banned organisation": what it is, not what was done.
        let banned = self.language.code == "en"
            && (hit.form.participle && !hit.form.ing
                || hit.pattern.frame == Frame::State && self.low(hit.first).ends_with("ed"))
            && hit.first > sentence.first
            && matches!(self.low(hit.first - 1), "a" | "an" | "any" | "every")
            && self.low(hit.first + 1) != "by";
        if describes || after || banned {
            return true;
        }
        // "the killing of X".
        if hit.form.ing
            && self.language.code == "en"
            && hit.first > sentence.first
            && self.low(hit.first + 1) == "of"
            && (hit.first.saturating_sub(2).max(sentence.first)..hit.first).any(noun_after)
        {
            return true;
        }
        if !may_be || self.language.code != "en" || hit.first == sentence.first {
            return false;
        }
        // "Entry is free": after "be" it is an adjective.
        let is_adjective = hit.form.base
            && !hit.form.participle
            && matches!(self.low(hit.first - 1), "is" | "are" | "was" | "were" | "be" | "been");
        if is_adjective {
            return true;
        }
        let of = matches!(self.low(hit.first + 1), "of" | "against" | "by");
        // An adjective or two may stand between.
        noun_after(hit.first - 1)
            || of && (hit.first.saturating_sub(3).max(sentence.first)..hit.first).any(noun_after)
    }

    pub(super) fn is_conditional(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        let opens =
            matches!(self.low(sentence.first), "if" | "unless" | "were" | "should" | "si" | "had")
                && (self.low(sentence.first) != "had");
        // "Had it been passed, fees would have gone up."
        let contrary = self.low(sentence.first) == "had"
            && (hit.end..sentence.end).any(|at| self.low(at) == "would");
        if opens || contrary {
            return true;
        }
        let from = hit.first.saturating_sub(12).max(sentence.first);
        (from..hit.first)
            .rev()
            .take_while(|at| !matches!(self.text.sign(*at), ";" | "." | "–"))
            .any(|at| matches!(self.low(at), "if" | "unless" | "whether" | "lest"))
    }

    /// Whether a law is the subject of a verb: "the law imposes", "this decree bans".
    fn is_of_law(&self, verb: usize, sentence: Sentence) -> bool {
        verb.checked_sub(1).filter(|at| *at > sentence.first).is_some_and(|at| {
            matches!(
                self.low(at),
                "law"
                    | "act"
                    | "bill"
                    | "decree"
                    | "amendment"
                    | "ordinance"
                    | "regulation"
                    | "legislation"
                    | "loi"
            ) && matches!(self.low(at - 1), "the" | "this" | "new" | "la" | "cette")
        })
    }

    /// "Article 54 gives every detainee the right …": what law says is no act.
    pub(super) fn is_law_content(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        let law =
            self.laws.mentions.iter().any(|it| it.first >= sentence.first && it.first < hit.first);
        // "The law imposes a tax on": what it says.
        let says = hit.form.third
            && !hit.form.past
            && self.is_of_law(hit.first, sentence)
            && hit.pattern.kind != "vilification";
        if says {
            return true;
        }
        let cites = law
            || (sentence.first..hit.first)
                .any(|at| matches!(self.low(at), "article" | "articles" | "section"));
        cites
            && (sentence.first..=hit.first).filter(|at| !self.text.is_capital(*at)).any(|at| {
                matches!(
                    self.low(at),
                    "forbids"
                        | "forbid"
                        | "prohibits"
                        | "prohibit"
                        | "guarantees"
                        | "guarantee"
                        | "protects"
                        | "protect"
                        | "requires"
                        | "require"
                        | "obliges"
                        | "provides"
                        | "says"
                        | "states"
                        | "allows"
                        | "allow"
                        | "makes"
                        | "recognises"
                        | "recognizes"
                        | "gives"
                        | "punishes"
                        | "punish"
                        | "criminalises"
                        | "criminalizes"
                        | "stipulates"
                        | "may"
                        | "shall"
                        | "garantit"
                        | "garantissent"
                        | "interdit"
                        | "interdisent"
                        | "dispose"
                        | "prevoit"
                        | "protege"
                        | "protegent"
                        | "carries"
                        | "bans"
                        | "enshrines"
                )
            })
    }

    /// "every writer who is behind bars", "without being shot, abducted or called a terrorist", "lawyers are attacked because":
    /// nobody in particular.
    pub(super) fn is_of_anybody(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        group: &Group,
        sentence: Sentence,
    ) -> bool {
        let before = |at: usize| at.checked_sub(1).filter(|it| *it >= sentence.first);
        let without = (group.first.saturating_sub(8).max(sentence.first)..=group.first)
            .rev()
            .take_while(|at| !clauses.is_border(*at))
            .any(|at| self.low(at) == "without" && self.low(at + 1) == "being");
        let who = before(group.first).filter(|at| matches!(self.low(*at), "who" | "that"));
        let every = who.is_some_and(|who| {
            (who.saturating_sub(5).max(sentence.first)..who).rev().any(|at| {
                matches!(
                    self.low(at),
                    "every" | "any" | "anyone" | "everyone" | "anybody" | "everybody" | "whoever"
                )
            })
        });
        // A bare plural in the present, with no day: what happens, not what happened.
        let present = group.passive
            && self.low(group.first) == "are"
            && (hit.first == group.first + 1
                || hit.first == group.first + 2 && self.low(group.first + 1) == "being")
            && !self.has_date(hit, sentence)
            && before(group.first).and_then(|at| clauses.name_at(at)).is_some_and(|it| {
                let name = &self.names[it];
                name.kind == NameKind::Group
                    && name.plural
                    && name.from == sentence.first
                    && !name.definite
            })
            && (hit.end..sentence.end.min(hit.end + 2))
                .any(|at| matches!(self.low(at), "because" | "when" | "if" | "for"));
        without || every || present
    }
}
