//! When an act was: the date of its clause, or that of the story.

use chrono::NaiveDate;

use super::{Acts, Story, is_of_scene};
use crate::intake::clause::Group;
use crate::intake::dates::{Anchor, DateMention, Resolved, When, resolve};
use crate::intake::names::NameKind;
use crate::intake::pattern::Hit;
use crate::intake::text::{BlockKind, Sentence};

/// The date of an act, as it was read.
#[derive(Debug, Default)]
pub(super) struct Dated {
    pub edtf: Option<String>,
    pub day: Option<NaiveDate>,
    /// It stands in the act's own sentence.
    pub own: bool,
}

/// The dates of a sentence that acts have taken.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// A date is resolved once: "the next day" is one day for all acts beside it.
    resolved: Vec<(usize, Resolved)>,
    pub used: Vec<usize>,
}

impl Acts<'_, '_> {
    /// The date of an act, from its sentence or carried on, and what the story goes on from.
    #[expect(clippy::too_many_arguments, reason = "one place that needs all of a clause")]
    pub(super) fn dated(
        &self,
        hit: &Hit<'_>,
        group: &Group,
        date: Option<&DateMention>,
        kind: &str,
        targets: &[usize],
        sentence: Sentence,
        story: &mut Story,
        seen: &mut Seen,
    ) -> Dated {
        let later = date.is_some_and(|it| self.is_told_later(it, group, sentence));
        let date = date.filter(|_| !later);
        let date = date.filter(|it| !self.is_of_other_clause(it, group, kind));
        if let Some(date) = date {
            let known = seen.resolved.iter().find(|it| it.0 == date.first).map(|it| it.1.clone());
            let anchor = self.anchor_of(date, story, sentence);
            let Some(resolved) = known.or_else(|| resolve(date, anchor)) else {
                return Dated::default();
            };
            seen.resolved.push((date.first, resolved.clone()));
            if !matches!(date.when, When::Month { .. } | When::Year(_)) || story.told.is_none() {
                seen.used.push(date.first);
            }
            let day = Some(resolved.first);
            let edtf = Some(self.as_span(date, resolved.edtf, group, targets));
            let trails = matches!(&date.when, When::Relative(it) if it.unit == "after")
                && date.first > sentence.first + 3
                && story.date_block == Some(sentence.block);
            if !trails && !Self::is_aside(resolved.first, date, group, story, sentence) {
                story.told = day;
                story.with_year = has_year(&date.when)
                    || matches!(date.when, When::Relative(_) | When::DayOf(_)) && story.with_year
                    || matches!(date.when, When::Day { .. })
                        && story.with_year
                        && story.date_block == Some(sentence.block);
                story.date.clone_from(&edtf);
                story.date_block = Some(sentence.block);
            }
            return Dated { edtf, day, own: true };
        }
        let lead = story
            .leads
            .as_ref()
            .filter(|it| it.0 == sentence.block && !self.is_loose(hit, group, sentence));
        let lead = lead.filter(|_| kind != "state_denial" && !later);
        if let Some((_, lead, first)) = lead {
            return Dated { edtf: Some(lead.clone()), day: Some(*first), own: false };
        }
        let on_spot = self.is_on_the_spot(hit, sentence);
        let carried = (is_of_scene(kind) && kind != "torture_ill_treatment" || on_spot)
            && story.date_block == Some(sentence.block)
            && (!group.perfect || self.language.code == "fr")
            && !(self.is_present(group) && is_state(kind))
            && !self.is_loose(hit, group, sentence);
        // On the spot is where the last act was.
        if on_spot
            && let Some((block, edtf, day)) = &story.last
            && *block == sentence.block
        {
            return Dated { edtf: Some(edtf.clone()), day: Some(*day), own: false };
        }
        let edtf = story.date.clone().filter(|it| carried && is_scene_long(it));
        Dated { day: story.told.filter(|_| edtf.is_some()), edtf, own: false }
    }

    /// "On 1 April his family learned that he had been charged": the day on which it became known.
    fn is_told_later(&self, date: &DateMention, group: &Group, sentence: Sentence) -> bool {
        group.perfect
            && date.first <= sentence.first + 3
            && (date.end..group.first.min(date.end + 60))
                .any(|at| matches!(self.low(at), "that" | "que" | "qu"))
    }

    /// "remains in jail, where she has been refused medicine since July": what goes on has no day but "since".
    fn is_of_other_clause(&self, date: &DateMention, group: &Group, kind: &str) -> bool {
        is_state(kind) && self.is_present(group) && !date.since
            || is_state(kind)
                && self.is_present(group)
                && date.first > group.first
                && (group.first..date.first)
                    .any(|at| matches!(self.low(at), "where" | "who" | "after" | "and"))
    }

    /// A line that is nothing but a date.
    pub(super) fn is_heading(&self, sentence: Sentence, date: &DateMention) -> bool {
        let block = &self.text.blocks[sentence.block];
        let others = (block.first..block.end).filter(|at| {
            !(date.first..date.end).contains(at)
                && self.text.tokens[*at].kind != crate::intake::text::Kind::Sign
        });
        block.kind == BlockKind::Line && others.count() < 2
    }

    /// "was arrested on the spot", "at the same hearing": of the scene that was told.
    fn is_on_the_spot(&self, hit: &Hit<'_>, sentence: Sentence) -> bool {
        let end = (hit.end + 10).min(sentence.end);
        self.language.has_class("when_there", self.text, sentence.first, end)
    }

    /// A date told in passing, long before what the paragraph is about: the story goes on from where it was.
    pub(super) fn is_aside(
        first: NaiveDate,
        date: &DateMention,
        group: &Group,
        story: &Story,
        sentence: Sentence,
    ) -> bool {
        let Some(told) = story.told.filter(|_| story.date_block == Some(sentence.block)) else {
            return false;
        };
        let leads = date.first <= sentence.first + 3;
        let before = (told - first).num_days();
        !leads && (before > 30 || group.perfect && before > 0)
    }

    /// "have since been released", "was later charged": after what was told, nobody says when.
    pub(super) fn is_loose(&self, hit: &Hit<'_>, group: &Group, sentence: Sentence) -> bool {
        let from = group.first.saturating_sub(3).max(sentence.first);
        (from..hit.end.min(sentence.end)).any(|at| {
            matches!(
                self.low(at),
                "since"
                    | "later"
                    | "subsequently"
                    | "eventually"
                    | "meanwhile"
                    | "thereafter"
                    | "depuis"
                    | "ensuite"
                    | "previously"
                    | "repeatedly"
                    | "often"
                    | "already"
            )
        }) || group.perfect
            && self.text.blocks[sentence.block].kind == BlockKind::Paragraph
            && sentence.first > self.text.blocks[sentence.block].first
    }

    /// "is held", "remain in prison": what goes on has no day.
    pub(super) fn is_present(&self, group: &Group) -> bool {
        matches!(
            self.low(group.first),
            "is" | "are"
                | "remains"
                | "remain"
                | "est"
                | "sont"
                | "reste"
                | "restent"
                | "continues"
                | "continue"
        )
    }

    /// What a date is counted from: a day told before it in its own sentence, else what the story told last.
    fn anchor_of(&self, date: &DateMention, story: &Story, sentence: Sentence) -> Anchor {
        let anchor = self.anchor(story);
        let counted = matches!(
            &date.when,
            When::Relative(it) if it.unit.starts_with("after") || it.unit.starts_with("same")
        );
        if !counted {
            return anchor;
        }
        let before = self.dates.partition_point(|it| it.end <= date.first);
        let near = self.dates[..before]
            .iter()
            .rev()
            .take_while(|it| it.first >= sentence.first)
            .find(|it| matches!(it.when, When::Day { .. }) && !self.laws.covers(it.first));
        match near.and_then(|it| resolve(it, anchor)) {
            Some(near) => Anchor { told: Some(near.first), ..anchor },
            None => anchor,
        }
    }

    pub(super) fn anchor(&self, story: &Story) -> Anchor {
        Anchor { issued: self.issued, told: story.told, told_with_year: story.with_year }
    }

    /// The date of an act: the nearest of its clause.
    pub(super) fn date_near<'d>(
        &self,
        first: usize,
        end: usize,
        dates: &[&'d DateMention],
        others: &[(usize, usize)],
        sentence: Sentence,
    ) -> Option<&'d DateMention> {
        let cost = |date: &DateMention| {
            let (low, high) = if date.end <= first {
                (date.end, first)
            } else {
                (end.min(date.first), date.first)
            };
            let crossed = (low..high).map(|at| match self.text.sign(at) {
                ";" | "–" | "—" => 30,
                "“" | "”" | "\"" => 4,
                "," => 3,
                _ => match self.low(at) {
                    "and" | "et" => 6,
                    "who" | "which" | "while" | "but" | "after" | "before" | "that" | "where"
                    | "when" | "as" | "qui" | "que" | "qu" | "dont" => 3,
                    _ => 0,
                },
            });
            let between: usize = others
                .iter()
                .filter(|it| it.0 != first && it.1 > low && it.0 < high && it.1 != end)
                .map(|_| 8)
                .sum();
            // A date at the beginning is of the whole sentence.
            let leads = date.first <= sentence.first + 3 && date.end <= first;
            if leads {
                (crossed.sum::<usize>() / 3 + 6).min(22)
            } else {
                crossed.sum::<usize>() + (high - low) / 2 + between
            }
        };
        let fits = |date: &&&DateMention| {
            let before = date.first.checked_sub(1).map_or("", |at| self.low(at));
            // "until 2032", "by 19 September": when something ends; "judgment of 12 February" dates the judgment.
            // "…, the Federation said today": the day of the saying.
            let said = date
                .first
                .checked_sub(1)
                .filter(|at| *at != first)
                .is_some_and(|at| matches!(self.low(at), "said" | "says") && date.first > end);
            // "a march planned for the following day": what is to come.
            !said
                && !matches!(before, "until" | "till" | "by" | "before" | "jusqu" | "for" | "pour")
                && !matches!(date.when, When::Ambiguous)
        };
        // "Five days before the deportation, on 18 August": what is counted yields to what is said.
        let counted = |date: &DateMention| matches!(&date.when, When::Relative(it) if it.unit.starts_with("after") || it.unit.starts_with("same"));
        let told_beside = |date: &DateMention| {
            counted(date)
                && dates.iter().any(|it| {
                    matches!(it.when, When::Day { .. } | When::Month { .. })
                        && (it.first >= date.end && it.first <= date.end + 8
                            || it.end <= date.first && date.first > end && it.first < first)
                })
        };
        dates
            .iter()
            .filter(fits)
            .filter(|it| !told_beside(it))
            .map(|date| (cost(date), *date))
            .filter(|it| it.0 < 34)
            .min_by_key(|it| it.0)
            .map(|it| it.1)
    }

    /// A sum since a day lasts until the statement: "since the vote 1,400 have been put behind bars".
    pub(super) fn as_span(
        &self,
        date: &DateMention,
        edtf: String,
        group: &Group,
        targets: &[usize],
    ) -> String {
        let many = targets.iter().any(|it| {
            self.actors.all[*it].is == NameKind::Group && self.actors.all[*it].kind == "group"
        });
        match self.issued {
            Some(issued) if date.since && group.perfect && many && !edtf.contains(['/', '~']) => {
                format!("{edtf}/{issued}")
            }
            _ => edtf,
        }
    }
}

/// A day, or a night between two: within one scene. Longer spans say too little of what happened in them.
pub(super) fn is_scene_long(edtf: &str) -> bool {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    edtf.split_once('/').is_none_or(|(first, last)| {
        matches!((day(first), day(last)), (Some(first), Some(last)) if (last - first).num_days() <= 2)
    })
}

pub(super) const fn has_year(when: &When) -> bool {
    match when {
        When::Day { year, .. } | When::Month { year, .. } => year.is_some(),
        When::Year(_) => true,
        _ => false,
    }
}

/// Types that go on, rather than happen.
fn is_state(kind: &str) -> bool {
    matches!(
        kind,
        "detention"
            | "surveillance"
            | "travel_restriction"
            | "house_arrest"
            | "internet_shutdown"
            | "censorship_blocking"
            | "denial_of_access"
            | "torture_ill_treatment"
            | "intimidation_harassment"
    )
}
