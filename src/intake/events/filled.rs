//! Who did and suffered an act whose own clause leaves them out: who is told of beside it.

use super::{Acts, Event, is_of_somebody};
use crate::intake::clause::Clauses;
use crate::intake::names::NameKind;
use crate::intake::passing::Seen;
use crate::intake::text::Sentence;

/// Acts that a body of a state does, which a text nearly always names.
fn is_official(kind: &str) -> bool {
    matches!(
        kind,
        "acquittal"
            | "asset_freeze"
            | "conviction"
            | "disqualification"
            | "dissolution"
            | "emergency_decree"
            | "forced_eviction"
            | "funding_restriction"
            | "protest_restriction"
            | "registration_denied"
            | "restrictive_law"
            | "state_denial"
            | "suspension_or_closure"
    )
}

/// Acts of courts.
fn is_verdict(kind: &str) -> bool {
    matches!(kind, "acquittal" | "conviction" | "sentencing")
}

/// What one act says of who did another that follows it.
fn goes_on(before: &str, kind: &str) -> bool {
    match kind {
        "killing" | "excessive_force" => {
            matches!(before, "excessive_force" | "protest_dispersal" | "physical_attack")
        }
        "seizure" => matches!(before, "raid_search"),
        "sentencing" => matches!(before, "conviction"),
        _ => false,
    }
}

/// Gives acts those who did or suffered them, where others beside them say who it was.
pub(super) fn fill(told: &Acts<'_, '_>, clauses: &Clauses<'_, '_>, events: &mut [Event]) {
    for at in 0..events.len() {
        if events[at].perpetrators.is_empty() {
            let mut found = doer(told, clauses, events, at);
            found.retain(|it| {
                !events[at].targets.contains(it) && told.may_do(&events[at].kind, *it)
            });
            events[at].perpetrators = found;
        }
        if events[at].targets.is_empty()
            && matches!(
                events[at].kind.as_str(),
                "protest_restriction" | "protest_dispersal" | "excessive_force"
            )
        {
            let mut found = gatherer(told, clauses, &events[at]);
            found.retain(|it| !events[at].perpetrators.contains(it));
            events[at].targets = found;
        }
        // "The student was charged": who is only described is somebody who was named.
        let described = events[at].targets.iter().all(|it| {
            let actor = &told.actors.all[*it];
            actor.kind == "person"
                && Seen { text: told.text, lexicon: told.language, names: told.names }
                    .is_described(actor)
        });
        if described && is_of_somebody(&events[at].kind) {
            let mut found: Vec<usize> = sufferer(told, clauses, &events[at]).into_iter().collect();
            found.retain(|it| {
                !events[at].perpetrators.contains(it) && told.may_suffer(&events[at].kind, *it)
            });
            if !found.is_empty() {
                events[at].targets = found;
            }
        }
    }
}

/// Who sends to prison and keeps nobody in it.
fn is_court(told: &Acts<'_, '_>, actor: usize) -> bool {
    let name = told.actors.all[actor].name.to_lowercase();
    name.contains("court") || name.contains("tribunal")
}

fn doer(told: &Acts<'_, '_>, clauses: &Clauses<'_, '_>, events: &[Event], at: usize) -> Vec<usize> {
    let event = &events[at];
    let kind = event.kind.as_str();
    if kind == "death_in_custody" {
        let held = events.iter().find(|it| {
            matches!(it.kind.as_str(), "arrest" | "detention")
                && !it.perpetrators.is_empty()
                && !it.perpetrators.iter().any(|it| is_court(told, *it))
                && it.targets.iter().any(|actor| event.targets.contains(actor))
        });
        if let Some(held) = held {
            return held.perpetrators.clone();
        }
    }
    let before = events[..at].iter().rev().find(|it| {
        it.block == event.block
            && it.sentence + 3 > event.sentence
            && goes_on(&it.kind, kind)
            && !it.perpetrators.is_empty()
    });
    if let Some(before) = before {
        return before.perpetrators.clone();
    }
    let forces = matches!(
        kind,
        "killing" | "physical_attack" | "excessive_force" | "abduction" | "forced_eviction"
    );
    if forces
        && event.rule != "event.noun"
        && let Some(force) = force_before(told, clauses, events, at)
    {
        return vec![force];
    }
    let body = |actor: usize| {
        let it = &told.actors.all[actor];
        matches!(it.is, NameKind::Body | NameKind::Organisation | NameKind::Office)
            && matches!(it.kind.as_str(), "state_body" | "armed_group")
            && !event.targets.contains(&actor)
            && Some(actor) != told.issuer
    };
    if is_verdict(kind) {
        let court = |name: usize, actor: usize| {
            let it = &told.names[name];
            body(actor) && (it.first..it.end).any(|at| clauses.is("who_court", at))
        };
        return only_one(told, clauses, event, 1, &court).into_iter().collect();
    }
    if is_official(kind) {
        let subject = |name: usize, actor: usize| body(actor) && !clauses.is_inner(name);
        return only_one(told, clauses, event, 0, &subject).into_iter().collect();
    }
    Vec::new()
}

/// "Police entered the camp. Two people were killed": the force with which the sentence before begins.
fn force_before(
    told: &Acts<'_, '_>,
    clauses: &Clauses<'_, '_>,
    events: &[Event],
    at: usize,
) -> Option<usize> {
    let event = &events[at];
    let before = told.text.sentences[event.sentence.checked_sub(1)?];
    let others = events.iter().any(|it| {
        it.sentence + 1 == event.sentence && it.perpetrators.is_empty()
            || it.sentence == event.sentence && !it.perpetrators.is_empty()
    });
    if before.block != event.block || others {
        return None;
    }
    let first = (before.first..before.end.min(before.first + 14)).find_map(|at| {
        clauses
            .name_at(at)
            .filter(|it| told.names[*it].kind != NameKind::Place && !clauses.is_inner(*it))
    })?;
    let it = &told.names[first];
    let is_force = it.kind == NameKind::Group
        && it.plural
        && !matches!(told.low(it.end - 1), "agents" | "officers" | "officials" | "inspectors")
        && (clauses.is("who_force", it.end - 1) || clauses.is("who_stranger", it.end - 1))
        || matches!(it.kind, NameKind::Body | NameKind::Organisation)
            && (it.first..it.end).any(|at| clauses.is("who_arms", at));
    clauses.actor(first).filter(|actor| is_force && !event.targets.contains(actor))
}

/// Whose gathering it was that was forbidden or driven apart: "a march planned by the Union", "a sit-in by nurses".
fn gatherer(told: &Acts<'_, '_>, clauses: &Clauses<'_, '_>, event: &Event) -> Vec<usize> {
    let sentence = told.text.sentences[event.sentence];
    let found = (sentence.first..sentence.end).find_map(|at| {
        let planned = told.language.class_at("who_organised", told.text, at);
        let held = || {
            let after = told.language.class_at("who_gathering", told.text, at)?;
            matches!(told.text.low(after), "by" | "of").then_some(after + 1)
        };
        let from = planned.or_else(held)?;
        let found = clauses.object(from, sentence.end.min(from + 7), false);
        (!found.names.is_empty()).then_some(found.names)
    });
    let mut all: Vec<usize> =
        found.into_iter().flatten().filter_map(|it| clauses.actor(it)).collect();
    all.retain(|it| !matches!(told.actors.all[*it].kind.as_str(), "state_body" | "state"));
    all
}

/// The only one who fits, in the sentence of an act or else in one of so many before it.
fn only_one(
    told: &Acts<'_, '_>,
    clauses: &Clauses<'_, '_>,
    event: &Event,
    back: usize,
    fits: &dyn Fn(usize, usize) -> bool,
) -> Option<usize> {
    let text = told.text;
    let sentences = (event.sentence.saturating_sub(back)..=event.sentence).rev();
    for number in sentences {
        let sentence = text.sentences[number];
        if sentence.block != event.block {
            continue;
        }
        let mut all: Vec<usize> = Vec::new();
        for at in sentence.first..sentence.end {
            let Some(name) = clauses.name_at(at) else { continue };
            let actor = clauses.actor(name).filter(|it| !all.contains(it) && fits(name, *it));
            all.extend(actor);
        }
        match all.as_slice() {
            [] => {}
            [only] => return Some(*only),
            _ => return None,
        }
    }
    None
}

/// The person of whom the paragraph of an act speaks: the only one in its sentence, or the first named before.
fn sufferer(told: &Acts<'_, '_>, clauses: &Clauses<'_, '_>, event: &Event) -> Option<usize> {
    if event.kind == "vilification" {
        return None;
    }
    let person = |_: usize, actor: usize| {
        let it = &told.actors.all[actor];
        it.is == NameKind::Person
            && it.rule != "actor.word"
            && it.kind == "person"
            && !event.perpetrators.contains(&actor)
            && told.may_suffer(&event.kind, actor)
    };
    only_one(told, clauses, event, 2, &person)
}

impl Acts<'_, '_> {
    /// What a sentence adds to the act told last in its paragraph: "Among them is the treasurer A", "Witnesses blame the
    /// Front", "B has claimed responsibility".
    pub(super) fn told_after(
        &self,
        clauses: &Clauses<'_, '_>,
        sentence: Sentence,
        events: &mut [Event],
    ) {
        let Some(event) = events.last_mut().filter(|it| it.block == sentence.block) else { return };
        let is_now = sentence.first <= event.first;
        if let Some(after) = self.language.class_at("who_among", self.text, sentence.first)
            && !is_now
            && !event.targets.is_empty()
            && let Some(be) = (after..sentence.end.min(after + 12)).find(|at| {
                matches!(self.low(*at), "is" | "are" | "was" | "were")
                    && clauses.name_at(*at).is_none()
            })
        {
            let from = self.led_person(clauses, be + 1).or_else(|| {
                let comma = (be..be + 8).find(|at| self.text.sign(*at) == ",")?;
                self.led_person(clauses, comma + 1)
            });
            let list = from.map_or_else(Vec::new, |it| clauses.list_right(it, sentence.end));
            for actor in list.into_iter().filter_map(|it| clauses.actor(it)) {
                if !event.targets.contains(&actor) && self.may_suffer(&event.kind, actor) {
                    event.targets.push(actor);
                }
            }
        }
        if !event.perpetrators.is_empty() || event.sentence + 2 < self.number_of(sentence) {
            return;
        }
        let blamed = (sentence.first..sentence.end).find_map(|at| {
            let behind = || self.language.class_at("who_behind", self.text, at).filter(|_| !is_now);
            let end = self.language.class_at("who_blamed", self.text, at).or_else(behind)?;
            let found = clauses.object(end, sentence.end.min(end + 6), false);
            let name = found.names.first().copied()?;
            self.in_apposition(clauses, name).or(Some(name))
        });
        let claimed = || {
            (sentence.first..sentence.end).find_map(|at| {
                self.language.class_at("who_claimed", self.text, at)?;
                clauses.subject(at, sentence).names.last().copied()
            })
        };
        let doer = blamed.or_else(claimed).and_then(|it| clauses.actor(it));
        if let Some(doer) = doer.filter(|it| {
            !event.targets.contains(it) && self.may_do(&event.kind, *it) && Some(*it) != self.issuer
        }) {
            event.perpetrators.push(doer);
        }
    }

    fn number_of(&self, sentence: Sentence) -> usize {
        self.text.sentence_of(sentence.first).unwrap_or(0)
    }
}
