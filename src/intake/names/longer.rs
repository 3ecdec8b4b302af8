//! Names of organisations that go on past their capitals: an own name in quotation marks, the body that a part is of, a mandate,
//! what an acronym spells out.

use super::{Finder, NameKind};
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    /// Past the own name in quotation marks behind what a body is: 'Coalition "Bread and Law"', 'Public Association "Dignity"'.
    pub(super) fn past_quoted(&self, to: usize, end: usize) -> Option<usize> {
        let closing = match self.text.sign(to) {
            "\"" => "\"",
            "“" | "„" => "”",
            "«" => "»",
            _ => return None,
        };
        let close = (to + 2..end.min(to + 8)).find(|at| {
            self.text.sign(*at) == closing || closing == "”" && self.text.sign(*at) == "“"
        })?;
        let named = self.text.is_capital(to + 1)
            && (to + 1..close).all(|at| {
                self.text.is_capital(at)
                    || self.is_stop(at)
                    || self.text.tokens[at].kind == Kind::Number
                    || matches!(self.low(at), "de" | "la" | "las" | "los" | "del" | "y" | "en")
            });
        let spoken =
            (to + 1..close).any(|at| matches!(self.low(at), "is" | "are" | "we" | "must" | "not"));
        (named && !spoken && self.text.tokens[to].spaced).then_some(close + 1)
    }

    /// Past the name of the body that a part of it is of, where that was found before; what was found is a part of the longer name.
    pub(super) fn past_parent(&mut self, at: usize, to: usize) -> Option<(usize, Option<usize>)> {
        let is_part = (at..to).any(|it| {
            matches!(
                self.low(it),
                "secretariat"
                    | "office"
                    | "bureau"
                    | "section"
                    | "department"
                    | "committee"
                    | "board"
                    | "council"
                    | "desk"
                    | "chapter"
                    | "branch"
                    | "delegation"
                    | "commission"
                    | "bureaux"
                    | "assembly"
                    | "presidency"
                    | "leadership"
            )
        });
        if !is_part || self.low(to) != "of" {
            return None;
        }
        let next = to + 1 + usize::from(self.low(to + 1) == "the");
        let parent = self.names.iter().position(|it| {
            it.first == next
                && it.kind == NameKind::Organisation
                && matches!(it.rule, "header.letterhead" | "actor.acronym")
        })?;
        let parent = self.names.remove(parent);
        Some((parent.end, parent.acronym))
    }

    /// Past what somebody reports or advises on, in small letters: "UN Special Rapporteur on the independence of judges".
    pub(super) fn past_mandate(&self, to: usize, end: usize) -> usize {
        let reports = matches!(
            self.low(to - 1),
            "rapporteur" | "rapporteurs" | "expert" | "representative" | "adviser" | "advisor"
        );
        if !reports || self.low(to) != "on" {
            return to;
        }
        let (mut at, mut last) = (to + 1, to);
        while at < end && at - to < 16 && self.text.tokens[at].kind == Kind::Word {
            let low = self.low(at);
            let links = matches!(low, "the" | "of" | "and" | "on" | "against");
            if !links
                && (self.is_stop(at)
                    || self.taken[at]
                    || self.language.weekdays.contains_key(low)
                    || self.language.months.contains_key(low)
                    || low.ends_with("ed")
                    || self.language.voices.contains(low))
            {
                break;
            }
            at += 1;
            if !links {
                last = at;
            }
        }
        last
    }

    /// Where the acronym in brackets stands that spells a name out to more words than capitals and links gave it.
    pub(super) fn reach_of_acronym(&self, from: usize, to: usize, end: usize) -> Option<usize> {
        if self.bracketed(to).is_some() {
            return None;
        }
        let word = |at: &usize| {
            self.text.tokens[*at].kind == Kind::Word && !self.taken[*at]
                || matches!(self.text.sign(*at), "'" | "’")
        };
        let bracket = (to..end.min(to + 12)).find(|at| !word(at))?;
        let acronym = self.bracketed(bracket).filter(|it| self.text.tokens[*it].is_capitals())?;
        let letters: Vec<char> =
            self.text.low(acronym).chars().filter(|c| c.is_alphabetic()).collect();
        let initial = |at: usize| self.low(at).chars().next();
        let mut spelt = 0;
        for at in from..bracket {
            if letters.get(spelt).copied() == initial(at) {
                spelt += 1;
            }
        }
        let ends_behind = (to..bracket).any(|at| initial(at) == letters.last().copied());
        // As many letters as words, of which none is a verb: another name does not lie between.
        let content = (from..bracket)
            .filter(|at| self.text.tokens[*at].kind == Kind::Word && !self.is_stop(*at))
            .count();
        let spoken = (to..bracket).any(|at| self.language.voices.contains(self.low(at)));
        (letters.len() > 2
            && spelt == letters.len()
            && initial(from) == letters.first().copied()
            && content <= letters.len() + 1
            && ends_behind
            && !spoken)
            .then_some(bracket)
    }

    /// "President of the Legislative Assembly": an office, and the body in which somebody holds it.
    pub(super) fn is_office_of(&self, first: usize, end: usize) -> bool {
        self.language.offices.at(self.text, first).is_some_and(|(until, _)| {
            matches!(
                self.low(first),
                "president"
                    | "speaker"
                    | "chairman"
                    | "chairperson"
                    | "chair"
                    | "secretary"
                    | "director"
            ) && (first + 1..=until).any(|at| self.low(at) == "of")
                && until + 1 < end
        })
    }

    /// Past what says that a name is a company's: "Lomati Apparel (Pty) Ltd", "Southern Coast Development Co. Ltd."
    pub(super) fn past_company(&self, to: usize, end: usize) -> usize {
        let limited = |at: usize| {
            at < end
                && matches!(
                    self.low(at),
                    "ltd" | "limited" | "inc" | "llc" | "plc" | "corp" | "bhd" | "gmbh" | "sa"
                )
                && self.text.is_capital(at)
        };
        let bracketed = self.text.sign(to) == "("
            && matches!(self.low(to + 1), "pty" | "pvt" | "private" | "pte" | "proprietary")
            && self.text.sign(to + 2) == ")";
        let after = if bracketed {
            to + 3
        } else if self.text.sign(to) == "." || self.text.sign(to) == "," {
            to + 1
        } else {
            to
        };
        let company = bracketed || matches!(self.low(to - 1), "co" | "company" | "sdn");
        if company && limited(after) { after + 1 } else { to }
    }
}
