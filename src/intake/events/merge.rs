//! Acts that a text tells twice, made one.

use super::{Acts, Event};
use crate::intake::names::NameKind;
use crate::intake::text::{BlockKind, Sentence};

/// Acts that are told twice, made one; and what is only a part of another left out.
pub(super) fn merged(mut events: Vec<Event>, told: &Acts<'_, '_>, killed: &[usize]) -> Vec<Event> {
    for event in &mut events {
        by_definition(event, told);
    }
    let mut kept: Vec<Event> = Vec::new();
    for event in events {
        let same = kept.iter_mut().find(|it| {
            (it.kind == event.kind || is_called_attack(it, &event)) && is_same(it, &event, told)
        });
        match same {
            Some(known) => {
                let better = event.own_date && !known.own_date
                    || known.date.is_none() && event.date.is_some()
                    || matches!((&known.date, &event.date), (Some(a), Some(b)) if is_finer(b, a));
                for actor in &event.perpetrators {
                    if !known.perpetrators.contains(actor) && known.perpetrators.is_empty() {
                        known.perpetrators.push(*actor);
                    }
                }
                if known.targets.is_empty() || better && !event.targets.is_empty() {
                    let before = std::mem::replace(&mut known.targets, event.targets.clone());
                    for actor in before {
                        if !known.targets.contains(&actor)
                            && told.actors.all[actor].is != NameKind::Group
                        {
                            known.targets.push(actor);
                        }
                    }
                }
                if better {
                    (known.date, known.day, known.own_date) =
                        (event.date, event.day, event.own_date);
                    (known.first, known.end, known.rule) = (event.first, event.end, event.rule);
                    (known.block, known.sentence) = (event.block, event.sentence);
                }
                known.place = known.place.or(event.place);
                known.weak &= event.weak;
            }
            None => kept.push(event),
        }
    }
    without_calls(&mut kept);
    as_killed(&mut kept, told, killed);
    without_parts(&mut kept, told);
    judge(&mut kept);
    // "Arrested and detained" is one arrest; "arrested, and remains in prison" is not.
    let arrests: Vec<Event> = kept.iter().filter(|it| it.kind == "arrest").cloned().collect();
    kept.retain(|it| {
        let is_part = arrests.iter().any(|arrest| {
            arrest.sentence == it.sentence
                && !it.goes_on
                && (it.date == arrest.date || it.date.is_none())
                && (it.targets.is_empty()
                    || it.targets.iter().any(|actor| arrest.targets.contains(actor)))
        });
        it.kind != "detention" || !is_part
    });
    kept
}

/// Who was shot, and is said to have been killed, was killed then.
fn as_killed(kept: &mut Vec<Event>, told: &Acts<'_, '_>, killed: &[usize]) {
    let mut killed = killed.to_vec();
    killed.extend(kept.iter().filter(|it| it.kind == "killing").flat_map(|it| &it.targets));
    for event in kept
        .iter_mut()
        .filter(|it| matches!(it.kind.as_str(), "physical_attack" | "attempted_killing"))
    {
        if event
            .targets
            .iter()
            .any(|actor| killed.contains(actor) && told.actors.all[*actor].is == NameKind::Person)
        {
            "killing".clone_into(&mut event.kind);
        }
    }
    let mut deaths: Vec<(Option<String>, Vec<usize>)> = Vec::new();
    kept.retain(|it| {
        let this = (it.date.clone(), it.targets.clone());
        let told = it.kind == "killing" && !it.targets.is_empty() && deaths.contains(&this);
        deaths.extend((it.kind == "killing").then_some(this));
        !told
    });
    let attacks: Vec<Vec<usize>> = kept
        .iter()
        .filter(|it| it.kind == "killing" && it.date.is_some())
        .map(|it| it.targets.clone())
        .collect();
    kept.retain(|it| {
        it.kind != "killing"
            || it.date.is_some()
            || !it.targets.iter().any(|actor| attacks.iter().flatten().any(|it| it == actor))
    });
}

/// "Police came to her door. They searched every room": who comes to search or arrest does no more than that.
fn without_calls(kept: &mut Vec<Event>) {
    let done: Vec<Event> = kept
        .iter()
        .filter(|it| matches!(it.kind.as_str(), "raid_search" | "arrest" | "seizure"))
        .cloned()
        .collect();
    kept.retain(|it| {
        it.kind != "intimidation_harassment"
            || it.perpetrators.is_empty()
            || !done.iter().any(|of| {
                of.block == it.block
                    && of.sentence.abs_diff(it.sentence) <= 1
                    && of.date == it.date
                    && of.perpetrators == it.perpetrators
                    && of.targets.iter().any(|actor| it.targets.contains(actor))
            })
    });
}

/// "The Centre condemns the killing of three protesters": what the first paragraph sums up, and later ones tell with its
/// day and its people. What is told of long before is another act.
pub(super) fn without_lead(kept: &mut Vec<Event>, told: &Acts<'_, '_>) {
    let lead = |it: &Event| {
        told.text.blocks[..it.block]
            .iter()
            .enumerate()
            .all(|(at, block)| block.kind != BlockKind::Paragraph || told.header.contains(&at))
    };
    let of_late = |it: &Event| match (told.issued, it.day) {
        (Some(issued), Some(day)) => (issued - day).num_days() < 100,
        _ => it.date.is_some(),
    };
    let later: Vec<String> =
        kept.iter().filter(|it| of_late(it) && !lead(it)).map(|it| it.kind.clone()).collect();
    kept.retain(|it| {
        let unnamed = (it.weak || !it.targets.is_empty())
            && it.targets.iter().all(|actor| told.actors.all[*actor].is == NameKind::Group);
        !(it.date.is_none() && unnamed && lead(it) && later.contains(&it.kind))
    });
}

/// Leaves out acts that are parts of graver ones.
fn without_parts(kept: &mut Vec<Event>, told: &Acts<'_, '_>) {
    // Who was hit and killed was killed; who was taken and never seen again is one who disappeared.
    let whole: Vec<Event> = kept
        .iter()
        .filter(|it| matches!(it.kind.as_str(), "killing" | "enforced_disappearance"))
        .cloned()
        .collect();
    kept.retain(|it| {
        let part_of = match it.kind.as_str() {
            "physical_attack" | "attempted_killing" | "excessive_force" => "killing",
            "abduction" | "arrest" => "enforced_disappearance",
            _ => return true,
        };
        let all_of = |of: &Event| {
            // Of a crowd some may be hurt and others killed.
            let one = |actor: &usize| {
                let it = &told.actors.all[*actor];
                it.is == NameKind::Person || it.is == NameKind::Organisation
            };
            !it.targets.is_empty()
                && it.targets.iter().all(|actor| of.targets.contains(actor) && one(actor))
        };
        let near = |of: &Event| {
            let one_day = part_of == "killing" && it.date.is_some();
            one_day
                || of.block == it.block
                    && of.sentence.abs_diff(it.sentence) <= usize::from(part_of != "killing")
        };
        !whole.iter().any(|of| {
            of.kind == part_of
                && all_of(of)
                && near(of)
                && (it.date == of.date || it.date.is_none())
        })
    });
}

/// What verdicts and sentences of one case share.
fn judge(kept: &mut [Event]) {
    // Verdict and punishment of one case are of one day.
    let judged = |it: &Event| matches!(it.kind.as_str(), "conviction" | "sentencing" | "acquittal");
    let dated: Vec<Event> =
        kept.iter().filter(|it| judged(it) && it.date.is_some()).cloned().collect();
    for event in kept.iter_mut().filter(|it| judged(it) && it.date.is_none()) {
        let near = dated.iter().filter(|it| it.sentence <= event.sentence + 1).find(|it| {
            it.targets.iter().any(|actor| event.targets.contains(actor))
                || it.sentence + 1 >= event.sentence
        });
        if let Some(near) = near {
            event.date.clone_from(&near.date);
            event.day = near.day;
        }
    }
    // The court of the sentence is that of the verdict.
    let courts: Vec<Event> =
        kept.iter().filter(|it| judged(it) && !it.perpetrators.is_empty()).cloned().collect();
    for event in kept.iter_mut().filter(|it| judged(it) && it.perpetrators.is_empty()) {
        let one = courts.iter().find(|it| {
            it.date == event.date
                && it.date.is_some()
                && it.targets.iter().any(|actor| event.targets.contains(actor))
        });
        if let Some(one) = one {
            event.perpetrators.clone_from(&one.perpetrators);
        }
    }
}

/// What the definitions of the types make of an act by who did it, and by what came of it.
fn by_definition(event: &mut Event, told: &Acts<'_, '_>) {
    let actor = |it: &usize| &told.actors.all[*it];
    let is_state = |it: &usize| actor(it).kind == "state_body";
    let by_state = event.perpetrators.iter().any(is_state);
    let by_strangers = !event.perpetrators.is_empty()
        && event.perpetrators.iter().all(|it| {
            actor(it).kind == "armed_group"
                || actor(it).is == NameKind::Group && told.is_stranger(&actor(it).name)
        });
    // "Plain-clothes men": officers, though nobody says whose.
    let from = event.first.saturating_sub(2);
    let in_plain_clothes = told.language.has_class("plain_clothes", told.text, from, event.end);
    let kind = match event.kind.as_str() {
        "arrest" if !by_strangers && told.is_unaccounted_for(event) => "enforced_disappearance",
        // Nobody says that they act for a state.
        "arrest" | "enforced_disappearance" if by_strangers && !in_plain_clothes => "abduction",
        "abduction" if by_state && told.is_unaccounted_for(event) => "enforced_disappearance",
        "abduction" if by_state => "arrest",
        "physical_attack" if by_state => "excessive_force",
        // Shots of a force at a car or into a house: what they were meant to do, its officers know.
        "attempted_killing" if by_state && opens_fire(event, told) => "excessive_force",
        // Force beyond need is used by those who may use some; strangers attack.
        "excessive_force" if by_strangers => {
            if opens_fire(event, told) {
                "attempted_killing"
            } else {
                "physical_attack"
            }
        }
        _ => return,
    };
    kind.clone_into(&mut event.kind);
}

/// Whether shots are told.
fn opens_fire(event: &Event, told: &Acts<'_, '_>) -> bool {
    (event.first..event.end).any(|at| {
        matches!(told.text.low(at), "fire" | "fires" | "fired" | "firing" | "shot" | "shots")
    })
}

impl Acts<'_, '_> {
    /// Men of whom nothing more is known.
    fn is_stranger(&self, name: &str) -> bool {
        let text = crate::intake::text::Text::of(name, self.language.elided);
        self.language.has_class("who_stranger", &text, 0, text.tokens.len())
    }

    /// Whether what is said around the taking of somebody says that nobody knows where they are.
    fn is_unaccounted_for(&self, event: &Event) -> bool {
        let sentence = self.text.sentences[event.sentence];
        let end = self.told_until(sentence);
        self.language.has_class("denial_held", self.text, sentence.first, end)
    }

    /// Where a sentence ends with the two of its paragraph that follow it.
    pub(super) fn told_until(&self, sentence: Sentence) -> usize {
        let following = self.text.sentences.iter().skip_while(|it| it.first < sentence.first);
        let near = following.take(3).take_while(|it| it.block == sentence.block);
        near.map(|it| it.end).last().unwrap_or(sentence.end)
    }
}

/// "2024-05-03" says more than "2024-05", or than a week.
fn is_finer(date: &str, than: &str) -> bool {
    let spans = |it: &str| it.contains('/');
    !spans(date) && (spans(than) || date.len() > than.len()) && date.len() >= 7
}

/// Whether a span of days has a day in it.
fn is_within(day: &str, span: &str) -> bool {
    day.len() == 10
        && span
            .split_once('/')
            .is_some_and(|(first, last)| last.len() == 10 && first <= day && day <= last)
}

/// "Soldiers beat her. The attack …": force told again by a word that does not say whose it was.
fn is_called_attack(known: &Event, event: &Event) -> bool {
    known.kind == "excessive_force"
        && event.kind == "physical_attack"
        && !event.perpetrators.is_empty()
        && known.perpetrators == event.perpetrators
        && known.targets == event.targets
}

pub(super) fn is_same(known: &Event, event: &Event, told: &Acts<'_, '_>) -> bool {
    let shares = known.targets.iter().any(|it| event.targets.contains(it));
    let open = known.targets.is_empty() || event.targets.is_empty();
    // "A reporter" is another than who was named; "the reporter" may be the same.
    let another = |it: usize| {
        let actor = &told.actors.all[it];
        actor.kind == "person" && actor.names.first().is_some_and(|it| !told.names[*it].definite)
    };
    let groups = |of: &Event| {
        let group = |it: &usize| told.actors.all[*it].is == NameKind::Group && !another(*it);
        of.targets.iter().all(group)
    };
    // All that one trial lacked is one denial of it.
    if known.kind == "denial_of_fair_trial"
        && known.block == event.block
        && (known.date == event.date || known.date.is_none() || event.date.is_none())
    {
        return true;
    }
    match (&known.date, &event.date) {
        (Some(a), Some(b)) if a == b => shares || open || groups(known) || groups(event),
        (Some(a), Some(b)) => {
            let part = a.starts_with(b.as_str()) || b.starts_with(a.as_str());
            (part && a.len() != b.len() || is_within(a, b) || is_within(b, a)) && shares
        }
        (None, None) => shares || open && known.block == event.block,
        _ => shares || open && (known.block == event.block || event.weak || known.weak),
    }
}
