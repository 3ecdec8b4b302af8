//! Whether a noun tells an act that happened.

use super::Acts;
use crate::intake::clause::Clauses;
use crate::intake::dates::When;
use crate::intake::names::NameKind;
use crate::intake::pattern::Hit;
use crate::intake::text::Sentence;

impl Acts<'_, '_> {
    /// Whether a noun tells an act: "the arrest of X on 3 May"; not "the risk of arrest".
    pub(super) fn noun_is_told(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        sentence: Sentence,
    ) -> bool {
        let from = hit.first.saturating_sub(6).max(sentence.first);
        let led = (from..hit.first)
            .rev()
            .take_while(|at| !matches!(self.text.sign(*at), ";" | "." | "," | ":" | "–"))
            .any(|at| {
                matches!(
                    self.low(at),
                    "risk"
                        | "risks"
                        | "fear"
                        | "fears"
                        | "threat"
                        | "threats"
                        | "threatened"
                        | "danger"
                        | "possibility"
                        | "prospect"
                        | "end"
                        | "halt"
                        | "prevent"
                        | "stop"
                        | "freedom"
                        | "right"
                        | "crime"
                        | "crimes"
                        | "no"
                        | "not"
                        | "any"
                        | "every"
                        | "without"
                        | "against"
                        | "possible"
                        | "future"
                        | "further"
                        | "impending"
                        | "imminent"
                        | "avoid"
                        | "under"
                        | "if"
                        | "call"
                        | "calls"
                        | "called"
                        | "calling"
                        | "demand"
                        | "demands"
                        | "demanded"
                        | "seek"
                        | "seeks"
                        | "for"
                        | "to"
                        | "liberation"
                        | "risque"
                        | "crainte"
                        | "menace"
                        | "contre"
                        | "sans"
                        | "droit"
                        | "investigation"
                        | "inquiry"
                        | "investigate"
                        | "into"
                        | "victims"
                        | "acts"
                        | "means"
                        | "of"
                ) && !(matches!(self.low(at), "to" | "for" | "of" | "into" | "against" | "under")
                    && self.has_named(clauses, hit, sentence)
                    && self.has_date(hit, sentence))
                    && !self.is_protested(at, hit)
                    && !(self.low(at) == "of"
                        && at + 4 > hit.first
                        && self.is_of_named(clauses, hit, sentence))
            });
        // "a workshop on arbitrary detention".
        let spoken_of = (from..hit.first).any(|at| {
            matches!(self.low(at), "on" | "about")
                && at
                    .checked_sub(1)
                    .is_some_and(|it| self.language.class_at("act_about", self.text, it).is_some())
        }) && !self.is_of_named(clauses, hit, sentence);
        // "The arrests followed a speech of 6 May", "the arrest and ill-treatment of X violate": told again.
        let again = self.low(hit.first.wrapping_sub(1)) == "the"
            && hit.first == sentence.first + 1
            && !self.has_named(clauses, hit, sentence)
            && self.language.class_at("act_again", self.text, hit.end).is_some();
        !led && !spoken_of
            && !again
            && (self.has_named(clauses, hit, sentence) || self.has_date(hit, sentence))
    }

    /// "We protest against the ransacking of": what is protested against has happened.
    fn is_protested(&self, at: usize, hit: &Hit<'_>) -> bool {
        self.low(at) == "against"
            && (at + 1..hit.first).any(|it| matches!(self.low(it), "the" | "his" | "her" | "their"))
            && at.checked_sub(1).is_some_and(|it| {
                matches!(
                    self.low(it),
                    "protest"
                        | "protests"
                        | "protested"
                        | "protesting"
                        | "outcry"
                        | "speak"
                        | "out"
                )
            })
    }

    /// "the killing of Foster Kamwendo": of a person with a name, which is told as a fact.
    fn is_of_named(&self, clauses: &Clauses<'_, '_>, hit: &Hit<'_>, sentence: Sentence) -> bool {
        let definite = (hit.first.saturating_sub(2).max(sentence.first)..hit.first)
            .any(|at| matches!(self.low(at), "the" | "la" | "le" | "l"));
        let of = matches!(self.low(hit.end), "of" | "de" | "d");
        let named =
            (hit.end + 1..(hit.end + 6).min(sentence.end)).find_map(|at| clauses.name_at(at));
        definite && of && named.is_some_and(|it| self.names[it].kind == NameKind::Person)
    }

    pub(super) fn has_named(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        sentence: Sentence,
    ) -> bool {
        let end = (hit.end + 8).min(sentence.end);
        let after = (hit.end..end).take_while(|at| !clauses.is_border(*at)).any(|at| {
            clauses.name_at(at).is_some_and(|it| !matches!(self.names[it].kind, NameKind::Place))
        });
        let next = hit.end + usize::from(self.text.sign(hit.end) == ",");
        let links = matches!(
            self.low(next),
            "of" | "against" | "on" | "by" | "de" | "du" | "des" | "d" | "contre"
        );
        let owner = hit.first.checked_sub(1).is_some_and(|at| {
            self.low(at) == "'s"
                || matches!(self.low(at), "his" | "her" | "their" | "its" | "son" | "sa" | "leur")
        });
        after && links || owner
    }

    pub(super) fn has_date(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        self.dates.iter().any(|it| {
            it.first >= hit.end
                && it.end <= sentence.end
                && it.first < hit.end + 10
                && !matches!(it.when, When::Ambiguous)
        })
    }
}
