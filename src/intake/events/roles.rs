//! Who can do and suffer what, by what they are: courts are not arrested, and journalists pass no sentence.

use super::{Acts, Story};
use crate::intake::clause::{Clauses, Group};
use crate::intake::names::NameKind;
use crate::intake::pattern::{Frame, Hit};
use crate::intake::text::Sentence;

/// Acts that only people suffer.
fn is_of_people(kind: &str) -> bool {
    matches!(
        kind,
        "abduction"
            | "acquittal"
            | "arrest"
            | "attempted_killing"
            | "charge"
            | "conviction"
            | "death_in_custody"
            | "detention"
            | "disqualification"
            | "dismissal"
            | "enforced_disappearance"
            | "excessive_force"
            | "expulsion_deportation"
            | "forced_eviction"
            | "house_arrest"
            | "killing"
            | "physical_attack"
            | "release"
            | "sentencing"
            | "sexual_violence"
            | "torture_ill_treatment"
            | "travel_restriction"
    )
}

/// Acts that may befall those who serve a state, or be aimed at one of its bodies.
fn may_befall_states(kind: &str) -> bool {
    matches!(kind, "killing" | "denial_of_access" | "attempted_killing" | "physical_attack")
}

/// Acts of forces, which the text tells of persons only by their office.
pub(super) fn is_of_forces(kind: &str) -> bool {
    matches!(kind, "arrest" | "excessive_force" | "raid_search" | "seizure" | "protest_dispersal")
}

impl Acts<'_, '_> {
    /// Who did an act of which the clause has no subject or agent: who ordered it, who announced it, the prison in
    /// which somebody died, who had opened fire just before.
    pub(super) fn doer_elsewhere(
        &self,
        clauses: &Clauses<'_, '_>,
        hit: &Hit<'_>,
        kind: &str,
        group: &Group,
        sentence: Sentence,
        story: &Story,
    ) -> Vec<usize> {
        let mut ordered =
            self.actors_of(clauses, &clauses.orderer(hit.first, sentence.end), story, false);
        if ordered.is_empty() {
            let before = clauses.orderer(sentence.first, hit.first);
            ordered = self.actors_of(clauses, &before, story, false);
        }
        if !ordered.is_empty() {
            return ordered;
        }
        // "The Attorney General had signed the indictment", "carried out a search".
        if hit.pattern.frame == Frame::Noun {
            let verb = (hit.first.saturating_sub(6).max(sentence.first)..hit.first)
                .rev()
                .take_while(|at| !clauses.is_border(*at) && self.text.sign(*at) != ",")
                .find(|at| clauses.is("who_makes", *at));
            if let Some(at) = verb.filter(|at| *at > sentence.first && !self.is_left_open(*at - 1))
            {
                let subject = clauses.subject(at, sentence);
                let by = self.actors_of(clauses, &subject, story, false);
                if !by.is_empty()
                    && !subject.inner
                    && !self.issuer.is_some_and(|it| by.contains(&it))
                {
                    return by;
                }
            }
        }
        // "in the custody of the Area Police Office", "in the cells of the Directorate".
        if matches!(kind, "death_in_custody" | "detention" | "torture_ill_treatment") {
            let holder = (hit.first..sentence.end.min(hit.end + 12))
                .take_while(|at| !matches!(self.text.sign(*at), ";" | ","))
                .find(|at| {
                    clauses.is("who_held_by", *at)
                        && matches!(self.low(*at + 1), "of" | "du" | "de" | "des")
                });
            let of = holder.map(|at| clauses.object(at + 2, sentence.end.min(at + 8), false));
            let held_by = of.map_or_else(Vec::new, |it| self.actors_of(clauses, &it, story, false));
            let official = |it: &usize| {
                matches!(self.actors.all[*it].kind.as_str(), "state_body" | "armed_group")
            };
            if held_by.iter().any(official) {
                return held_by;
            }
        }
        // "The judge ordered that all of them be set free".
        if group.passive {
            let order = (group.first.saturating_sub(60).max(sentence.first)..group.first)
                .rev()
                .find(|at| clauses.is("who_orders", *at));
            if let Some(at) = order.filter(|at| !clauses.is_border(*at)) {
                let subject = clauses.subject(at, sentence);
                let by = self.actors_of(clauses, &subject, story, false);
                if !by.is_empty() && !subject.inner {
                    return by;
                }
            }
        }
        let named = |first: usize, end: usize, fits: &dyn Fn(usize, usize) -> bool| {
            (first..end).find_map(|at| {
                let name = clauses.name_at(at)?;
                clauses.actor(name).filter(|actor| fits(name, *actor))
            })
        };
        match kind {
            "death_in_custody" => {
                let holds = |name: usize, _: usize| {
                    let it = &self.names[name];
                    matches!(it.kind, NameKind::Organisation | NameKind::Body)
                        && self.language.has_class("who_holds", self.text, it.first, it.end)
                };
                named(hit.first, sentence.end.min(hit.end + 60), &holds).into_iter().collect()
            }
            "disqualification"
            | "registration_denied"
            | "dissolution"
            | "suspension_or_closure"
            | "travel_restriction"
            | "protest_restriction"
            | "investigation_opened"
                if group.passive =>
            {
                let from = group.first.saturating_sub(60).max(sentence.first);
                let that = (from..group.first)
                    .rev()
                    .find(|at| matches!(self.low(*at), "that" | "que" | "qu"));
                let state = |_: usize, actor: usize| {
                    let it = &self.actors.all[actor];
                    it.kind == "state_body"
                        || kind == "investigation_opened" && it.is == NameKind::Office
                };
                that.and_then(|that| named(from, that, &state)).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// "was signed", "to sign", "not signed": nobody who stands before did it.
    fn is_left_open(&self, at: usize) -> bool {
        matches!(
            self.low(at),
            "was" | "were" | "is" | "are" | "been" | "be" | "to" | "not" | "never" | "by" | "of"
        )
    }

    /// What an act is by who suffers it: who works may be suspended from it, an outlet from its working; nobody hits an
    /// organisation.
    pub(super) fn by_sufferer(
        &self,
        kind: &str,
        hit: &Hit<'_>,
        targets: &[usize],
    ) -> Option<&'static str> {
        let organised = |it: &usize| {
            let actor = &self.actors.all[*it];
            actor.is == NameKind::Organisation
                && matches!(
                    actor.kind.as_str(),
                    "ngo" | "media" | "union" | "company" | "religious_body" | "political_party"
                )
        };
        if targets.is_empty() || !targets.iter().all(organised) {
            return None;
        }
        match kind {
            "dismissal" | "disqualification" if self.low(hit.first).starts_with("suspen") => {
                Some("suspension_or_closure")
            }
            "physical_attack" => Some("intimidation_harassment"),
            _ => None,
        }
    }

    /// Whether an act of a type can be done to an actor.
    pub(super) fn may_suffer(&self, kind: &str, actor: usize) -> bool {
        let it = &self.actors.all[actor];
        let is_person = matches!(it.is, NameKind::Person | NameKind::Group | NameKind::Office)
            || matches!(it.kind.as_str(), "person" | "group");
        match it.kind.as_str() {
            "state_body" | "state" => it.is == NameKind::Person || may_befall_states(kind),
            "armed_group" => !matches!(kind, "charge" | "sentencing" | "conviction"),
            _ if is_of_people(kind) => is_person,
            _ if super::is_of_organisations(kind) => {
                // A name that only looks like a person's may be an outlet's.
                let titled = it.is == NameKind::Office || it.rule == "actor.title";
                !titled || kind == "asset_freeze"
            }
            _ => true,
        }
    }

    /// Whether an act of a type can be the act of an actor.
    pub(super) fn may_do(&self, kind: &str, actor: usize) -> bool {
        let it = &self.actors.all[actor];
        let speaks = matches!(
            kind,
            "vilification"
                | "threat"
                | "online_attack"
                | "dismissal"
                | "disqualification"
                | "physical_attack"
                | "intimidation_harassment"
                | "surveillance"
                | "remedy"
                | "censorship_blocking"
        );
        let civil = matches!(it.kind.as_str(), "media" | "union");
        // "their families", "lawyers": they may hurt somebody, but arrest and search nobody.
        let people = || {
            let text = crate::intake::text::Text::of(&it.name, self.language.elided);
            let last = text.tokens.len().checked_sub(1);
            last.is_some_and(|at| self.language.class_at("who_civil", &text, at).is_some())
        };
        let unofficial = it.is == NameKind::Person && it.kind == "person" && !it.holds_office()
            || it.is == NameKind::Group && is_of_forces(kind) && people();
        !(civil && !speaks || is_of_forces(kind) && unofficial)
    }
}
