//! Whom pronouns and bare numbers mean.

use super::{Acts, Story};
use crate::intake::clause::Clauses;
use crate::intake::names::{Name, NameKind};

/// How far back a pronoun reaches, in tokens.
const REACH: usize = 120;

impl Acts<'_, '_> {
    /// Whom a pronoun means. `but`: who cannot be meant, since they are the subject of its verb.
    pub fn pronoun(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        story: &Story,
        suffers: bool,
        but: &[usize],
    ) -> Vec<usize> {
        let word = self.low(at);
        match word {
            "we" | "us" | "our" | "i" | "me" | "my" | "nous" | "notre" | "nos" | "je" => {
                self.issuer.into_iter().collect()
            }
            _ if clauses.is("who_org", at) || suffers && matches!(word, "it" | "its") => {
                let it = self.organisation_before(clauses, at, story);
                it.filter(|it| !but.contains(it)).into_iter().collect()
            }
            "it" | "its" => self
                .named_before(clauses, at, |it, _| {
                    it.kind == NameKind::Organisation
                        || it.kind == NameKind::Body && !it.plural && it.actor == "state_body"
                })
                .into_iter()
                .collect(),
            "he" | "she" | "him" | "her" | "his" | "hers" | "il" | "elle" | "son" | "sa"
            | "ses" | "lui" => {
                self.one_person(clauses, at, story, suffers, but).into_iter().collect()
            }
            _ => self.several(clauses, at, story, suffers, but),
        }
    }

    /// Whom "they", "both", "all" or "nine of them" means: who suffered or did it last, else people named before.
    fn several(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        story: &Story,
        suffers: bool,
        but: &[usize],
    ) -> Vec<usize> {
        let word = self.low(at);
        let told = if suffers { &story.targets } else { &story.perpetrators };
        if suffers
            && matches!(
                word,
                "they" | "them" | "their" | "ils" | "elles" | "leur" | "leurs" | "eux"
            )
            && let Some(people) =
                self.people_before(clauses, at).filter(|people| !but.contains(people))
        {
            return vec![people];
        }
        if word == "both" && told.len() < 2 && story.list().len() > 1 {
            return story.list().to_vec();
        }
        // "charged the four": those four who were named in one breath.
        if let Some(number) = clauses.number(at)
            && matches!(self.low(at.wrapping_sub(1)), "the" | "all" | "these" | "les")
            && number > 1
            && let Some(list) = story.lists.iter().rfind(|it| it.len() == number)
        {
            return list.clone();
        }
        // One person is no "they".
        let one = told.len() == 1 && self.actors.all[told[0]].is == NameKind::Person;
        if suffers && one && story.list().len() > 1 && story.list().contains(&told[0]) {
            return story.list().to_vec();
        }
        // "The police said that they had opened an inquiry": themselves.
        if !suffers
            && word == "they"
            && self.low(at.wrapping_sub(1)) == "that"
            && let Some(speaker) = self.speaker_before(clauses, at)
        {
            return vec![speaker];
        }
        if !told.is_empty() && !told.iter().any(|it| but.contains(it)) {
            return told.clone();
        }
        if suffers && let Some(people) = self.people_told_of(clauses, at, but) {
            return vec![people];
        }
        self.named_before(clauses, at, |name, actor| {
            let plural = name.plural || matches!(name.kind, NameKind::Body);
            plural && !(suffers && name.kind == NameKind::Body) && !but.contains(&actor)
        })
        .into_iter()
        .collect()
    }

    /// The body or people with whom the sentence of a pronoun begins.
    fn speaker_before(&self, clauses: &Clauses<'_, '_>, at: usize) -> Option<usize> {
        let sentence = self.text.sentences[self.text.sentence_of(at)?];
        let name =
            (sentence.first..at.min(sentence.first + 8)).find_map(|it| clauses.name_at(it))?;
        let it = &self.names[name];
        let many = it.plural || matches!(it.kind, NameKind::Body | NameKind::Organisation);
        (many && !clauses.is_inner(name)).then(|| clauses.actor(name)).flatten()
    }

    /// The people with whom the sentence before that of a pronoun begins.
    fn people_told_of(&self, clauses: &Clauses<'_, '_>, at: usize, but: &[usize]) -> Option<usize> {
        let number = self.text.sentence_of(at)?;
        let before = number.checked_sub(1).map(|it| self.text.sentences[it])?;
        if before.block != self.text.sentences[number].block {
            return None;
        }
        (before.first..before.end).find_map(|at| {
            let name = clauses.name_at(at)?;
            let it = &self.names[name];
            let fits = it.kind == NameKind::Group
                && it.plural
                && !clauses.is_inner(name)
                && !clauses.is("who_force", it.end - 1)
                && !clauses.is("who_stranger", it.end - 1)
                && !clauses.is("who_official", it.end - 1)
                && !clauses.is("who_members", it.end - 1)
                && !clauses.is("stands_for", it.end - 1);
            clauses.actor(name).filter(|it| fits && !but.contains(it))
        })
    }

    /// The last actor named before a token whose name fits.
    fn named_before(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        fits: impl Fn(&Name, usize) -> bool,
    ) -> Option<usize> {
        (at.saturating_sub(REACH)..at).rev().find_map(|it| {
            let name = clauses.name_at(it)?;
            clauses.actor(name).filter(|actor| fits(&self.names[name], *actor))
        })
    }

    /// The people with whom the sentence of a pronoun begins: "Women said that they were searched".
    fn people_before(&self, clauses: &Clauses<'_, '_>, at: usize) -> Option<usize> {
        let sentence = self.text.sentences[self.text.sentence_of(at)?];
        let name =
            (sentence.first..at.min(sentence.first + 12)).find_map(|it| clauses.name_at(it))?;
        let it = &self.names[name];
        let fits =
            it.kind == NameKind::Group && it.plural && !clauses.is("who_members", it.end - 1);
        let subject = !clauses.is("who_inner", it.from.wrapping_sub(1));
        (fits && subject).then(|| clauses.actor(name)).flatten()
    }

    /// Whom "he" or "her" means.
    pub(super) fn one_person(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        story: &Story,
        suffers: bool,
        but: &[usize],
    ) -> Option<usize> {
        let word = self.low(at);
        let agrees = |actor: usize| clauses.agrees(actor, word) && !but.contains(&actor);
        let is_person = |actor: &usize| {
            matches!(self.actors.all[*actor].is, NameKind::Person | NameKind::Office)
                || self.actors.all[*actor].kind == "person"
        };
        let told = story.targets.iter().copied().find(|it| is_person(it) && agrees(*it));
        let named = self.person_before(clauses, at, &agrees);
        if !suffers {
            return named.or(told);
        }
        named
            .filter(|it| !story.perpetrators.contains(it))
            .or(told)
            .or(named)
            .or_else(|| self.person_after(clauses, at, &agrees))
    }

    /// "A day after the court found him guilty, X": whom the text names only after the pronoun.
    fn person_after(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        agrees: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let number = self.text.sentence_of(at)?;
        let block = self.text.sentences[number].block;
        let following = self.text.sentences[number..].iter().take(2);
        let end = following.filter(|it| it.block == block).map(|it| it.end).max()?;
        (at + 1..end).find_map(|at| {
            let name = clauses.name_at(at)?;
            let it = &self.names[name];
            let person = it.kind == NameKind::Person && it.rule != "actor.word";
            clauses.actor(name).filter(|it| person && agrees(*it))
        })
    }

    /// The person who stands first in the sentence of a pronoun, or in the nearest before it: who is spoken
    /// of comes first, and after prepositions stand those who are only mentioned.
    fn person_before(
        &self,
        clauses: &Clauses<'_, '_>,
        at: usize,
        agrees: &dyn Fn(usize) -> bool,
    ) -> Option<usize> {
        let number = self.text.sentence_of(at)?;
        let in_sentence = |first: usize, end: usize| {
            let mut fallback = None;
            let mut at = first;
            while at < end {
                if let Some(name) = clauses.name_at(at) {
                    let it = &self.names[name];
                    at = it.end;
                    if it.kind != NameKind::Person || it.rule == "actor.word" && it.definite {
                        continue;
                    }
                    let Some(actor) = clauses.actor(name).filter(|it| agrees(*it)) else {
                        continue;
                    };
                    let inner = clauses.is_inner(name) || it.rule == "actor.word";
                    if !inner {
                        return Some(actor);
                    }
                    fallback = fallback.or(Some(actor));
                } else {
                    at += 1;
                }
            }
            fallback
        };
        self.text.sentences[..=number]
            .iter()
            .rev()
            .take_while(|it| it.end + REACH > at)
            .find_map(|it| in_sentence(it.first, it.end.min(at)))
    }
}
