//! Who did and suffered an act, where they stand elsewhere than before and after its verb.

use super::{Acts, Story};
use crate::intake::clause::{Clauses, Subject};
use crate::intake::names::NameKind;
use crate::intake::pattern::Hit;
use crate::intake::text::Sentence;

impl Acts<'_, '_> {
    /// "Picked up at her home, Hanna was": the subject of the clause that follows.
    pub(super) fn subject_after(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        sentence: Sentence,
        story: &Story,
    ) -> Vec<usize> {
        let comma = (hit.end..sentence.end.min(hit.end + 30)).find(|at| {
            self.text.sign(*at) == "," && {
                let next = at + 1;
                clauses.is("who_pronoun", next) || self.led_person(clauses, next).is_some()
            }
        });
        let Some(next) = comma.map(|it| it + 1) else { return Vec::new() };
        if clauses.is("who_pronoun", next) {
            return self.pronoun(clauses, next, story, true, &[]);
        }
        let name = self.led_person(clauses, next);
        name.and_then(|it| clauses.actor(it)).into_iter().collect()
    }

    /// The person whose name begins at a token, after an article and words that say what they are.
    pub(super) fn led_person(&self, clauses: &Clauses<'_, '_>, first: usize) -> Option<usize> {
        (first..first + 6)
            .take_while(|at| {
                !clauses.is_border(*at)
                    && self.text.sign(*at) != ","
                    && !(*at > first && clauses.is("who_inner", *at))
            })
            .find_map(|at| {
                clauses.name_at(at).filter(|it| self.names[*it].kind == NameKind::Person)
            })
    }

    /// "By revoking the Act, the Minister has freed": who did it stands at the head of the clause that follows.
    pub(super) fn doer_after(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        sentence: Sentence,
    ) -> Vec<usize> {
        let opens = hit.first <= sentence.first + 1
            && (hit.first == sentence.first
                || matches!(
                    self.low(sentence.first),
                    "by" | "after"
                        | "before"
                        | "in"
                        | "on"
                        | "while"
                        | "when"
                        | "since"
                        | "without"
                ));
        if !opens {
            return Vec::new();
        }
        let name = (hit.end..sentence.end.min(hit.end + 30))
            .filter(|at| self.text.sign(*at) == ",")
            .find_map(|comma| {
                let from = comma + 1;
                (from..from + 4).find_map(|at| clauses.name_at(at)).filter(|it| {
                    let it = &self.names[*it];
                    it.kind != NameKind::Place && !clauses.is("who_inner", from)
                })
            });
        name.and_then(|it| clauses.actor(it)).into_iter().collect()
    }

    /// "Among those arrested on Monday were A, B and C", "the following were arrested: A and B": who is named after it.
    pub(super) fn inverted(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        sentence: Sentence,
    ) -> Option<Vec<usize>> {
        if !hit.form.participle || hit.form.ing {
            return None;
        }
        let lead = (sentence.first..hit.first).rev().take(4);
        let opens = hit.first <= sentence.first + 1
            || lead.clone().any(|at| matches!(self.low(at), "those" | "people" | "persons"))
                && (sentence.first..hit.first)
                    .any(|at| matches!(self.low(at), "among" | "amongst"));
        let follows = lead.clone().any(|at| matches!(self.low(at), "following" | "these"));
        let end = sentence.end.min(hit.first + 14);
        let from = if follows {
            (hit.first..end).find(|at| self.text.sign(*at) == ":")?
        } else if opens {
            (hit.first..end)
                .take_while(|at| !clauses.is_border(*at) && self.text.sign(*at) != ",")
                .find(|at| matches!(self.low(*at), "was" | "were" | "is" | "are"))?
        } else {
            return None;
        };
        let first = self.led_person(clauses, from + 1)?;
        let mut all = Vec::new();
        for name in clauses.list_right(first, sentence.end) {
            all.push(self.in_apposition(clauses, name).unwrap_or(name));
        }
        Some(all)
    }

    /// Who did it, where the nearest subject is the one whom the object means: "Two men stopped A as she left and struck her".
    pub(super) fn another_doer(
        &self,
        clauses: &Clauses<'_, '_>,
        subject: &Subject,
        perpetrators: &[usize],
        object: &Subject,
        sentence: Sentence,
        story: &Story,
    ) -> Option<(Subject, Vec<usize>)> {
        let at = object.pronoun.filter(|at| matches!(self.low(*at), "him" | "her" | "them"))?;
        let [doer] = perpetrators else { return None };
        let told = self.pronoun(clauses, at, story, true, &[]);
        let pronouns = subject.pronoun.is_some_and(|it| {
            matches!(
                (self.low(it), self.low(at)),
                ("he", "him") | ("she", "her") | ("they", "them")
            )
        });
        if !told.contains(doer) || !(pronouns || subject.inner) {
            return None;
        }
        let other = (sentence.first..subject.at).find_map(|at| {
            let name = clauses.name_at(at)?;
            let fits = !clauses.is_inner(name) && self.names[name].kind != NameKind::Place;
            let actor = clauses.actor(name).filter(|it| fits && !told.contains(it))?;
            Some((Subject { names: vec![name], at, ..Subject::default() }, vec![actor]))
        });
        Some(other.unwrap_or((Subject { at: subject.at, ..Subject::default() }, Vec::new())))
    }
}
