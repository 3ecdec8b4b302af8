//! When an act was: the date of its clause, or that of the story.

use chrono::{Datelike, NaiveDate};

use super::{Acts, Story, is_of_scene};
use crate::intake::clause::Group;
use crate::intake::dates::{Anchor, DateMention, Precision, Resolved, Scope, When, resolve};
use crate::intake::names::NameKind;
use crate::intake::pattern::{Frame, Hit};
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
        // "deported after three days in detention": nobody says when they began.
        let spent = kind == "detention"
            && self.dates.iter().any(|it| {
                it.end <= hit.first
                    && hit.first <= it.end + 1
                    && matches!(&it.when, When::Relative(time) if time.unit == "after")
                    && self.low(it.first.wrapping_sub(1)) == "after"
            });
        if spent {
            return Dated::default();
        }
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
            let edtf = Some(self.as_span(date, resolved.edtf, hit, group, targets));
            let trails = matches!(&date.when, When::Relative(it) if it.unit == "after")
                && date.first > sentence.first + 3
                && story.date_block == Some(sentence.block);
            if !trails && !Self::is_aside(resolved.first, date, group, story, sentence) {
                story.told = day;
                story.with_year = has_year(&date.when) && !matches!(date.when, When::Year(_))
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
        let goes_on = self.is_present(group) && is_state(kind);
        if let Some(lasting) = self.lasting(hit, group, kind, sentence, story) {
            return lasting;
        }
        // "has been held ever since": since the day of the last act.
        let since = group.perfect
            && self.language.has_class(
                "ever_since",
                self.text,
                sentence.first,
                (hit.end + 14).min(sentence.end),
            );
        if since
            && is_state(kind)
            && let Some((block, edtf, day)) = &story.last
            && *block + 1 >= sentence.block
            && is_scene_long(edtf)
        {
            return Dated { edtf: Some(edtf.clone()), day: Some(*day), own: false };
        }
        // "Two days after his arrest": counted from the day that was told, or from none.
        if self.counted_from(hit.first).is_some() {
            return Dated::default();
        }
        let held = goes_on && matches!(kind, "detention" | "house_arrest");
        let lead = lead.filter(|_| kind != "state_denial" && !later && !held);
        // Since the paragraph began, another day was told.
        let since_then = story
            .date
            .as_ref()
            .filter(|it| {
                lead.is_some_and(|lead| lead.1 != **it)
                    && story.date_block == Some(sentence.block)
                    && it.len() == 10
            })
            .zip(story.told);
        if let Some((day, told)) = since_then {
            return Dated { edtf: Some(day.clone()), day: Some(told), own: false };
        }
        if let Some((_, lead, first)) = lead {
            return Dated { edtf: Some(lead.clone()), day: Some(*first), own: false };
        }
        let on_spot = self.is_on_the_spot(hit, sentence);
        let carried = (is_of_scene(kind) && kind != "torture_ill_treatment" || on_spot)
            && story.date_block == Some(sentence.block)
            && (!group.perfect || self.language.code == "fr")
            && !goes_on
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

    /// "has been held for three weeks": since three weeks before the statement.
    fn lasting(
        &self,
        hit: &Hit<'_>,
        group: &Group,
        kind: &str,
        sentence: Sentence,
        story: &Story,
    ) -> Option<Dated> {
        let now = group.perfect && matches!(self.low(group.first), "has" | "have" | "is" | "are")
            || self.is_present(group);
        // "placed in jail for thirty days", "banned from the air for a month": for how long it shall be.
        let shall = (hit.first..hit.end).any(|at| {
            matches!(
                self.low(at),
                "placed"
                    | "put"
                    | "sent"
                    | "remanded"
                    | "committed"
                    | "jailed"
                    | "ordered"
                    | "banned"
                    | "barred"
                    | "denied"
                    | "blocked"
                    | "forbidden"
                    | "confined"
                    | "taken"
            )
        });
        (now && !shall && (is_state(kind) || kind == "asset_freeze")).then_some(())?;
        let date = self.dates.iter().find(|it| {
            it.first >= sentence.first
                && (it.first >= hit.first || it.first <= sentence.first + 1)
                && it.end <= sentence.end
                && it.first <= hit.end + 10
                && !(hit.end..it.first)
                    .any(|at| matches!(self.text.sign(at), "," | ";" | "–" | "—"))
        })?;
        let When::Lasting(time) = &date.when else { return None };
        let since = DateMention { when: When::Relative(time.clone()), ..date.clone() };
        let resolved = resolve(&since, self.anchor(story))?;
        Some(Dated { edtf: Some(resolved.edtf), day: Some(resolved.first), own: true })
    }

    /// Where the words stand from which a date is counted, if an act is told there: "two days after his arrest".
    pub(super) fn counted_from(&self, at: usize) -> Option<(usize, usize)> {
        self.dates.iter().find_map(|it| match it.scope {
            Scope::Without(first, end) if (first..end).contains(&at) => Some((first, end)),
            _ => None,
        })
    }

    /// "On 1 April his family learned that he had been charged": the day on which it became known.
    fn is_told_later(&self, date: &DateMention, group: &Group, sentence: Sentence) -> bool {
        let from = date.first.saturating_sub(5).max(sentence.first);
        let said = self.language.has_class("when_said", self.text, from, date.first)
            && !(from..date.first).any(|at| matches!(self.low(at), "announced" | "declared"));
        // "said on Monday that it had opened an inquiry": made known as it was done.
        let own =
            group.first > 0 && matches!(self.low(group.first - 1), "it" | "they" | "he" | "she");
        group.perfect
            && !(said && own)
            && (date.first <= sentence.first + 3 || said)
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
        // "an order obtained on the previous day, which": what led to it.
        if before > 0 && matches!(&date.when, When::Relative(it) if it.by < 0 && it.unit == "after")
        {
            return true;
        }
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
        // "is now being kept": the words between belong to it.
        let mut first = group.first;
        while first > 0
            && matches!(
                self.low(first),
                "now" | "being" | "still" | "currently" | "also" | "kept" | "held" | "detained"
            )
            && matches!(
                self.low(first - 1),
                "is" | "are"
                    | "now"
                    | "being"
                    | "still"
                    | "currently"
                    | "also"
                    | "remains"
                    | "remain"
            )
        {
            first -= 1;
        }
        matches!(
            self.low(first),
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
    pub(super) fn anchor_of(
        &self,
        date: &DateMention,
        story: &Story,
        sentence: Sentence,
    ) -> Anchor {
        let anchor = self.anchor(story);
        let before = self.dates.partition_point(|it| it.end <= date.first);
        // "on 12 November that year": the year that was told last.
        if matches!(&date.when, When::Relative(it) if it.unit.starts_with("told_") || matches!(it.unit.as_str(), "same_year" | "year_after"))
        {
            let block = self.text.blocks[sentence.block].first;
            let year = self.dates[..before]
                .iter()
                .rev()
                .take_while(|it| it.first >= block)
                .find(|it| (has_year(&it.when) || counts_years(it)) && !self.laws.covers(it.first))
                .filter(|it| !counts_years(it));
            // "Two years later … in June of that year": what the story told last.
            return match year.and_then(|it| resolve(it, anchor)) {
                Some(year) => Anchor { told: Some(year.first), ..anchor },
                None => anchor,
            };
        }
        // "five days after the ruling": the last act of that name.
        if let Scope::Without(from, until) = date.scope {
            let named = (from..until.min(from + 4))
                .find_map(|at| story.days.iter().rev().find(|it| names_act(self.low(at), &it.0)));
            if let Some((_, day)) = named {
                return Anchor { told: Some(*day), told_as: Precision::Day, ..anchor };
            }
        }
        if !date.when.is_counted() {
            return anchor;
        }
        let near =
            self.dates[..before].iter().rev().take_while(|it| it.first >= sentence.first).find(
                |it| {
                    it.when.is_day()
                        && !it.when.is_counted()
                        && it.scope == Scope::All
                        && !self.laws.covers(it.first)
                },
            );
        match near.and_then(|it| resolve(it, anchor)) {
            Some(near) => Anchor { told: Some(near.first), told_as: Precision::Day, ..anchor },
            None => anchor,
        }
    }

    pub(super) fn anchor(&self, story: &Story) -> Anchor {
        let told_as = match story.date.as_deref().map(Precision::of) {
            Some(Precision::Month) if story.told.is_some_and(|it| it.day() > 1) => {
                Precision::PartOfMonth
            }
            known => known.unwrap_or_default(),
        };
        Anchor { issued: self.issued, told: story.told, told_with_year: story.with_year, told_as }
    }

    /// A sum since a day lasts until the statement: "since the vote 1,400 have been put behind bars".
    pub(super) fn as_span(
        &self,
        date: &DateMention,
        edtf: String,
        hit: &Hit<'_>,
        group: &Group,
        targets: &[usize],
    ) -> String {
        let many = targets.iter().any(|it| {
            self.actors.all[*it].is == NameKind::Group && self.actors.all[*it].kind == "group"
        });
        // "have been held since May": they were taken then.
        let holds = (hit.first..hit.end)
            .any(|at| matches!(self.low(at), "held" | "kept" | "incommunicado"));
        // "has documented 26 abductions since June": a sum, too.
        let summed = hit.pattern.frame == Frame::Noun
            && (many || self.low(hit.end - 1).ends_with('s'))
            && !is_state(&hit.pattern.kind)
            // "held since their arrest on 14 July" is no sum of arrests.
            && !(hit.first.saturating_sub(3)..hit.first)
                .any(|at| matches!(self.low(at), "since" | "depuis"));
        // "So far in 2025, seven were killed": since that year began.
        if let (When::Year(year), Some(issued)) = (&date.when, self.issued)
            && issued.year() == *year
            && self.low(date.first.saturating_sub(2)) == "far"
        {
            return format!("{year}-01-01/{issued}");
        }
        match self.issued {
            Some(issued)
                if date.since
                    && (group.perfect && many && !holds || summed)
                    && !edtf.contains(['/', '~']) =>
            {
                format!("{edtf}/{issued}")
            }
            _ => edtf,
        }
    }
}

/// "two years later".
fn counts_years(date: &DateMention) -> bool {
    matches!(&date.when, When::Relative(it) if it.unit == "year_after")
}

/// Whether a word may name an act of a type: "the ruling", "his release".
fn names_act(word: &str, kind: &str) -> bool {
    match word {
        "arrest" | "arrests" | "arrested" => matches!(kind, "arrest" | "abduction"),
        "detention" | "detained" => matches!(kind, "arrest" | "detention"),
        "ruling" | "verdict" | "judgment" | "judgement" | "sentence" | "decision" => {
            matches!(
                kind,
                "conviction"
                    | "sentencing"
                    | "acquittal"
                    | "dissolution"
                    | "law_repealed"
                    | "disqualification"
                    | "remedy"
            )
        }
        "conviction" | "convicted" | "sentencing" | "sentenced" => {
            matches!(kind, "conviction" | "sentencing")
        }
        "acquittal" | "acquitted" => kind == "acquittal",
        "release" | "released" | "freed" => kind == "release",
        "raid" | "raids" | "search" => kind == "raid_search",
        "killing" | "murder" | "death" | "assassination" | "massacre" | "killed" => {
            matches!(kind, "killing" | "death_in_custody")
        }
        "abduction" | "kidnapping" | "disappearance" | "abducted" => {
            matches!(kind, "abduction" | "enforced_disappearance")
        }
        "attack" | "assault" | "beating" => {
            matches!(kind, "physical_attack" | "killing" | "attempted_killing" | "excessive_force")
        }
        "ban" => matches!(kind, "dissolution" | "protest_restriction" | "suspension_or_closure"),
        "closure" | "suspension" => kind == "suspension_or_closure",
        "deportation" | "expulsion" => kind == "expulsion_deportation",
        "dismissal" | "sacking" => kind == "dismissal",
        _ => false,
    }
}

/// A day, or a night between two: within one scene. Longer spans say too little of what happened in them.
pub(super) fn is_scene_long(edtf: &str) -> bool {
    let day = |text: &str| text.parse::<NaiveDate>().ok();
    edtf.split_once('/').is_none_or(|(first, last)| {
        matches!((day(first), day(last)), (Some(first), Some(last)) if (last - first).num_days() <= 2)
    })
}

pub(super) fn has_year(when: &When) -> bool {
    match when {
        When::Day { year, .. } | When::Month { year, .. } => year.is_some(),
        When::Year(_) => true,
        When::Relative(it) => {
            it.unit.starts_with("day_of ")
                || it.unit.contains("month_of ")
                || it.unit == "told_day_of"
        }
        When::Between(_, last) => has_year(last),
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
