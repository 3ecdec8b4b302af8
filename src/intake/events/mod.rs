//! Acts that a text tells: which, when, where, who to whom.

mod filled;
mod general;
mod merge;
mod near;
mod nouns;
mod placed;
mod pronouns;
mod roles;
mod told;
mod when;
mod who;

use chrono::NaiveDate;

use merge::{merged, without_lead};
use when::{Seen, has_year, is_scene_long};

use crate::intake::actors::Actors;
use crate::intake::clause::{Clauses, Subject};
use crate::intake::dates::{DateMention, Scope, When, resolve};
use crate::intake::house::House;
use crate::intake::law::Laws;
use crate::intake::lexicon::Language;
use crate::intake::names::{Name, NameKind};
use crate::intake::pattern::{Frame, Hit};
use crate::intake::text::{BlockKind, Kind, Sentence, Text};

/// An act as it was read.
#[derive(Debug, Clone)]
pub struct Event {
    pub kind: String,
    pub aims_at: Option<String>,
    /// EDTF.
    pub date: Option<String>,
    pub day: Option<NaiveDate>,
    pub place: Option<usize>,
    pub perpetrators: Vec<usize>,
    pub targets: Vec<usize>,
    /// The tokens of the passage.
    pub first: usize,
    pub end: usize,
    pub rule: &'static str,
    /// Its date stands in its own sentence.
    own_date: bool,
    /// "remains in prison", "has been held since": told as going on.
    goes_on: bool,
    weak: bool,
    block: usize,
    sentence: usize,
}

pub struct Acts<'a, 't> {
    pub text: &'a Text<'t>,
    pub language: &'a Language,
    pub house: &'a House,
    pub names: &'a [Name],
    pub actors: &'a Actors,
    pub laws: &'a Laws,
    pub dates: &'a [DateMention],
    pub issued: Option<NaiveDate>,
    /// The tokens of a date of the statement that stands before its text: "Nairobi, 9 May 2025 –".
    pub dateline: Option<(usize, usize)>,
    /// Who speaks: "we" and "our".
    pub issuer: Option<usize>,
    /// Tokens of demands, in which nothing has happened.
    pub asked: &'a [(usize, usize)],
    /// Blocks that are headings and letterheads.
    pub header: &'a [usize],
}

/// Where a passage ends without the signs at its end.
fn trimmed(text: &Text<'_>, first: usize, end: usize) -> usize {
    let mut end = end;
    while end > first + 1 && text.tokens[end - 1].kind == Kind::Sign {
        end -= 1;
    }
    end
}

/// The act before in its sentence, to which another may be joined.
struct Before {
    subject: Subject,
    perpetrators: Vec<usize>,
    targets: Vec<usize>,
    passive: bool,
}

/// What the story has told so far, for pronouns and for days that follow from others.
#[derive(Debug, Default, Clone)]
pub struct Story {
    targets: Vec<usize>,
    perpetrators: Vec<usize>,
    told: Option<NaiveDate>,
    with_year: bool,
    /// The date of the last act of the block.
    date: Option<String>,
    date_block: Option<usize>,
    /// Persons who were named in one breath, in the order of the text: "both" are the last, "all four" the last four.
    lists: Vec<Vec<usize>>,
    /// Those who were named as a group: "two journalists, A and B".
    members: Vec<(String, Vec<usize>)>,
    /// Who is said to have been killed, also where it is asked that it be investigated.
    killed: Vec<usize>,
    /// The date with which the block began.
    leads: Option<(usize, String, NaiveDate)>,
    /// The date of the last act that had one, and its block.
    last: Option<(usize, String, NaiveDate)>,
    /// The types of the acts that had a day of their own, and those days.
    days: Vec<(String, NaiveDate)>,
    /// Who was taken or held, and has not been let go.
    held: Vec<usize>,
    /// The date that is the heading of what follows: "WEDNESDAY", "3 May".
    heading: Option<(String, NaiveDate)>,
}

impl Story {
    /// Persons named last in one breath.
    fn list(&self) -> &[usize] {
        self.lists.last().map_or(&[], Vec::as_slice)
    }
}

/// Types whose acts belong to one scene: without a date of their own they are of the day told before.
fn is_of_scene(kind: &str) -> bool {
    matches!(
        kind,
        "arrest"
            | "seizure"
            | "raid_search"
            | "excessive_force"
            | "protest_dispersal"
            | "physical_attack"
            | "killing"
            | "abduction"
            | "enforced_disappearance"
            | "expulsion_deportation"
            | "forced_eviction"
            | "sentencing"
            | "conviction"
            | "acquittal"
            | "torture_ill_treatment"
            | "vilification"
            | "detention"
            | "travel_restriction"
            | "release"
            | "internet_shutdown"
            | "dismissal"
            | "dissolution"
            | "suspension_or_closure"
            | "registration_denied"
    )
}

/// Acts on law, on places or on what was said: nobody in particular suffers them.
fn is_of_nobody(kind: &str) -> bool {
    matches!(
        kind,
        "state_denial"
            | "emergency_decree"
            | "investigation_opened"
            | "restrictive_law"
            | "law_repealed"
            | "ratification"
            | "internet_shutdown"
    )
}

/// Acts that are done to law itself, so that the words for what law says stand beside them.
fn is_of_law(kind: &str) -> bool {
    matches!(kind, "restrictive_law" | "law_repealed" | "ratification")
}

/// Acts that somebody always suffers, though a sentence may leave them out: "the trial was held behind closed doors".
fn is_of_somebody(kind: &str) -> bool {
    !is_of_nobody(kind)
        && !matches!(
            kind,
            "threat" | "protest_restriction" | "protest_dispersal" | "raid_search" | "remedy"
        )
}

/// Acts that are done to organisations and outlets.
fn is_of_organisations(kind: &str) -> bool {
    matches!(
        kind,
        "dissolution"
            | "suspension_or_closure"
            | "registration_denied"
            | "funding_restriction"
            | "asset_freeze"
    )
}

/// Types of acts that a threat may announce.
fn may_be_threatened(kind: &str) -> bool {
    !matches!(
        kind,
        "release"
            | "acquittal"
            | "remedy"
            | "law_repealed"
            | "investigation_opened"
            | "ratification"
            | "state_denial"
            | "threat"
            | "denial_of_fair_trial"
    )
}

/// All acts of a text.
pub fn events(told: &Acts<'_, '_>) -> Vec<Event> {
    let clauses = Clauses::of(told.text, told.language, told.names, told.actors);
    let mut story = Story::default();
    let mut events: Vec<Event> = Vec::new();
    for (number, sentence) in told.text.sentences.iter().enumerate() {
        let block = &told.text.blocks[sentence.block];
        if block.boilerplate || block.after || told.header.contains(&sentence.block) {
            story.heading = None;
            continue;
        }
        told.sentence(&clauses, number, *sentence, &mut story, &mut events);
    }
    let mut events = merged(events, told, &story.killed);
    events.retain(|it| !it.weak || it.date.is_some() || !it.targets.is_empty());
    filled::fill(told, &clauses, &mut events);
    // Who did it may make two tellings one act.
    let mut events = merged(events, told, &story.killed);
    without_lead(&mut events, told);
    // What binds a state is no event; that it joined of late is.
    events.retain(|it| it.kind != "ratification" || matches!((it.day, told.issued), (Some(day), Some(issued)) if (issued - day).num_days() < 240));
    events
}

impl Acts<'_, '_> {
    fn low(&self, at: usize) -> &str {
        self.text.low(at)
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one case after another, in the order in which they count"
    )]
    fn sentence(
        &self,
        clauses: &Clauses<'_, '_>,
        number: usize,
        sentence: Sentence,
        story: &mut Story,
        events: &mut Vec<Event>,
    ) {
        let text = self.text;
        let asks = (sentence.first..sentence.end).any(|at| text.sign(at) == "?");
        let dates: Vec<&DateMention> = self
            .dates
            .iter()
            .filter(|it| {
                // "revoked the Regulations on 11 August": no part of their name.
                let on = it.when.is_day() && it.first > 0 && self.low(it.first - 1) == "on";
                it.first >= sentence.first
                    && it.end <= sentence.end
                    && (on || !self.laws.covers(it.first))
                    && self.dateline.is_none_or(|(first, end)| it.end <= first || it.first >= end)
            })
            .collect();
        if sentence.first == text.blocks[sentence.block].first {
            story.leads = None;
            story.with_year = false;
            if let Some(date) = dates.first().filter(|it| {
                it.first <= sentence.first + 2
                    && it.scope == Scope::All
                    && !self.is_felt(it, sentence)
            }) && let Some(resolved) = resolve(date, self.anchor(story))
            {
                if self.is_heading(sentence, date) {
                    story.heading = Some((resolved.edtf.clone(), resolved.first));
                }
                story.leads = Some((sentence.block, resolved.edtf, resolved.first));
            } else if text.blocks[sentence.block].kind == BlockKind::Line {
                story.heading = None;
            } else if let Some((edtf, day)) = &story.heading {
                story.leads = Some((sentence.block, edtf.clone(), *day));
            }
        }
        let hits = self.chosen(clauses, sentence, story);
        self.note_list(clauses, sentence, story);
        let first_event = events.len();
        let mut before: Option<Before> = None;
        // Dates without an act still move the story on.
        let mut seen = Seen::default();
        let others: Vec<(usize, usize)> = hits.iter().map(|it| (it.1.first, it.0.end)).collect();
        for (at, (hit, group)) in hits.iter().enumerate() {
            if hit.pattern.kind == "killing" && self.is_asked(hit) {
                let (_, killed, _) =
                    self.who(clauses, hit, group, sentence, sentence.end, story, None);
                story.killed.extend(killed);
            }
            if asks
                || self.is_asked(hit)
                || self.is_conditional(hit, sentence)
                || !is_of_law(&hit.pattern.kind) && self.is_law_content(hit, sentence)
            {
                continue;
            }
            let limit = hits.get(at + 1).map_or(sentence.end, |next| next.1.first.max(hit.end));
            let real = self.reality(clauses, hit, group, sentence);
            let Some(mut kind) = real else { continue };
            let rule = rule_of(hit.pattern.frame, group.passive, kind != hit.pattern.kind);
            if !self.house.uses(rule) {
                continue;
            }
            let (mut perpetrators, mut targets, subject) =
                self.who(clauses, hit, group, sentence, limit, story, before.as_ref());
            if hit.pattern.frame != Frame::Noun {
                targets = self.with_included(clauses, targets, subject.at, limit.min(sentence.end));
                if group.passive || hit.pattern.frame == Frame::Suffered {
                    self.add_company(clauses, &mut targets, hit.end, limit.min(sentence.end));
                }
            }
            let mut aims_at = hit.pattern.aims_at.clone();
            if kind != hit.pattern.kind {
                aims_at = Some(hit.pattern.kind.clone());
                let Some(speaker) = self.speaker(clauses, group.first, sentence, &targets) else {
                    continue;
                };
                perpetrators = vec![speaker];
            }
            if is_of_nobody(&kind) {
                targets.clear();
            }
            // What is carried off in a search is theirs whose place is searched.
            if kind == "seizure"
                && let Some(raid) = events[first_event..].last().filter(|it| {
                    it.kind == "raid_search"
                        && !it.targets.is_empty()
                        && hit.pattern.frame == Frame::Verb
                })
            {
                targets.clone_from(&raid.targets);
            }
            if let Some(other) = self.by_sufferer(&kind, hit, &targets) {
                other.clone_into(&mut kind);
            }
            targets.retain(|it| self.may_suffer(&kind, *it));
            let named = !perpetrators.is_empty();
            perpetrators.retain(|it| self.may_do(&kind, *it));
            // "their families searched hospitals": no search by those who may not.
            if named
                && subject.pronoun.is_none()
                && perpetrators.is_empty()
                && !group.passive
                && hit.pattern.frame == Frame::Verb
                && roles::is_of_forces(&kind)
            {
                continue;
            }
            if targets.is_empty() && is_of_somebody(&kind) && hit.pattern.frame != Frame::Noun {
                targets = self.spoken_of(clauses, &kind, group.first, story);
                targets.retain(|it| self.may_suffer(&kind, *it));
            }
            // "Picked up at the market, the shoes are old": nobody was.
            let begins = group.passive
                && group.first <= sentence.first + 1
                && subject.names.is_empty()
                && (group.first == hit.first || self.language.code != "en");
            if targets.is_empty() && begins && subject.pronoun.is_none() && is_of_somebody(&kind) {
                continue;
            }
            // What is taken or searched is theirs who were dealt with before.
            if targets.is_empty()
                && matches!(kind.as_str(), "seizure" | "raid_search")
                && story.date_block == Some(sentence.block)
            {
                targets.clone_from(&story.targets);
            }
            perpetrators = self.as_body(clauses, perpetrators, group.first, story);
            if perpetrators.is_empty()
                && matches!(
                    kind.as_str(),
                    "conviction" | "sentencing" | "acquittal" | "dissolution"
                )
            {
                perpetrators.extend(self.court(clauses, sentence));
            }
            perpetrators.retain(|it| !targets.contains(it));
            if perpetrators.is_empty() {
                perpetrators = self.doer_elsewhere(clauses, hit, &kind, group, sentence, story);
                perpetrators.retain(|it| !targets.contains(it) && self.may_do(&kind, *it));
            }
            // Who was taken in an earlier sentence, and is beaten, is held.
            let in_custody = kind == "excessive_force"
                && !targets.is_empty()
                && targets.iter().all(|it| {
                    story.held.contains(it)
                        && self.actors.all[*it].is == NameKind::Person
                        && Self::is_held(&targets, events, sentence.block.saturating_sub(1))
                })
                && !self.language.has_class("of_crowds", self.text, sentence.first, sentence.end)
                && !events[first_event..].iter().any(|it| it.kind == "arrest");
            let kind = if in_custody
                || kind == "physical_attack" && Self::is_held(&targets, events, sentence.block)
            {
                "torture_ill_treatment".to_owned()
            } else {
                kind
            };
            let date = self.date_near(hit.first, hit.end, &dates, &others, sentence);
            // "They took the telephones": a story that a paragraph goes on with.
            let told_on = !group.passive
                && !group.perfect
                && subject
                    .pronoun
                    .is_some_and(|at| matches!(self.low(at), "they" | "ils" | "elles"))
                && story.date_block.is_some_and(|it| it + 1 == sentence.block);
            if told_on {
                story.date_block = Some(sentence.block);
            }
            let mut when =
                self.dated(hit, group, date, &kind, &targets, sentence, story, &mut seen);
            // A statement that is itself a denial denies on its day; a denial of before has its own.
            if kind == "state_denial"
                && (when.edtf.is_none() || hit.form.third && !hit.form.past)
                && self.issuer.is_some_and(|it| perpetrators.contains(&it))
            {
                when.day = self.issued;
                when.edtf = self.issued.map(|it| it.to_string());
            }
            let place = self.place(clauses, hit, sentence);
            let event = Event {
                kind,
                aims_at,
                date: when.edtf,
                day: when.day,
                place,
                perpetrators,
                targets,
                first: subject.first_token(self.names, group.first, sentence).min(hit.first),
                end: hit.end.max(limit_of(hit, clauses, sentence, limit)),
                rule,
                own_date: when.own,
                goes_on: self.is_present(group)
                    || group.perfect && matches!(self.low(group.first), "has" | "have"),
                weak: hit.pattern.weak || hit.pattern.frame == Frame::Noun,
                block: sentence.block,
                sentence: number,
            };
            // "Beaten and robbed by soldiers": those who are named at the end did both.
            let and = group.first > 0 && matches!(self.low(group.first - 1), "and" | "et");
            if and
                && group.passive
                && !event.perpetrators.is_empty()
                && before.as_ref().is_some_and(|it| it.passive && it.perpetrators.is_empty())
                && let Some(joined) = events.last_mut().filter(|it| {
                    it.sentence == number
                        && it.targets == event.targets
                        && it.perpetrators.is_empty()
                })
            {
                joined.perpetrators.clone_from(&event.perpetrators);
            }
            before = Some(Before {
                subject,
                perpetrators: event.perpetrators.clone(),
                targets: event.targets.clone(),
                passive: group.passive,
            });
            if let (Some(edtf), Some(day)) = (&event.date, event.day) {
                if edtf.len() == 10 {
                    story.days.push((event.kind.clone(), day));
                }
                story.last = Some((sentence.block, edtf.clone(), day));
            }
            match event.kind.as_str() {
                "arrest" | "detention" | "abduction" | "enforced_disappearance" => {
                    story.held.extend(event.targets.iter().copied());
                }
                "release" => story.held.retain(|it| !event.targets.contains(it)),
                _ => {}
            }
            // "workers who had been dismissed": told in passing.
            let aside = group.perfect
                && group.first > 0
                && matches!(self.low(group.first - 1), "who" | "which" | "qui" | "whom")
                && !story.targets.is_empty();
            if !event.targets.is_empty() && !aside {
                story.targets.clone_from(&event.targets);
            }
            if !event.perpetrators.is_empty() {
                story.perpetrators.clone_from(&event.perpetrators);
            }
            let also = self.also_told(&event, hit, sentence);
            events.push(event);
            events.extend(also);
        }
        self.told_after(clauses, sentence, events);
        for spoken in crate::intake::speech::spoken(self, clauses, sentence, story) {
            let known = events[first_event..].iter().any(|it| it.kind == spoken.kind);
            if asks || known || !self.house.uses(spoken.rule) {
                continue;
            }
            let date = self
                .date_near(spoken.verb, spoken.verb + 1, &dates, &others, sentence)
                .and_then(|it| resolve(it, self.anchor(story)));
            let lead = story
                .leads
                .clone()
                .filter(|it| it.0 == sentence.block && spoken.kind != "state_denial");
            let (edtf, day) = match (date, lead) {
                (Some(date), _) => {
                    // What somebody said that day moves the story, too, unless it was long before.
                    let before = story.told.map_or(0, |told| (told - date.first).num_days());
                    if spoken.kind != "state_denial"
                        && is_scene_long(&date.edtf)
                        && date.edtf.len() > 9
                        && before <= 30
                    {
                        story.told = Some(date.first);
                        story.date = Some(date.edtf.clone());
                        story.date_block = Some(sentence.block);
                    }
                    (Some(date.edtf), Some(date.first))
                }
                (None, Some((_, edtf, day))) => (Some(edtf), Some(day)),
                _ => (None, None),
            };
            events.push(Event {
                kind: spoken.kind.to_owned(),
                aims_at: None,
                own_date: edtf.is_some(),
                goes_on: false,
                date: edtf,
                day,
                place: None,
                perpetrators: vec![spoken.speaker],
                targets: spoken.targets,
                first: spoken.first,
                end: trimmed(self.text, spoken.verb, spoken.end),
                rule: spoken.rule,
                weak: false,
                block: sentence.block,
                sentence: number,
            });
        }
        if events.len() == first_event {
            self.tell_day(number, sentence, &dates, story, events);
        }
        if let Some(resolved) = dates
            .iter()
            .filter(|it| !seen.used.contains(&it.first) && !it.since && it.scope == Scope::All)
            .filter_map(|it| resolve(it, self.anchor(story)).map(|of| (it, of)))
            // "in violation of an order obtained on the previous day": what led to it.
            .filter(|it| !matches!(&it.0.when, When::Relative(time) if time.unit == "after" && time.by < 0))
            .rfind(|it| it.1.edtf.len() > 9 && is_scene_long(&it.1.edtf))
            && events.len() == first_event
        {
            let (date, resolved) = resolved;
            // A day long past is told in passing.
            let leads = date.first <= sentence.first + 3;
            let before = story.told.map_or(0, |told| (told - resolved.first).num_days());
            if !leads && before > 400 {
                return;
            }
            story.told = Some(resolved.first);
            story.with_year = has_year(&date.when);
            story.date = Some(resolved.edtf);
            story.date_block = Some(sentence.block);
        }
    }

    /// A crowd driven apart "with batons and tear gas": force was used, too.
    fn also_told(&self, event: &Event, hit: &Hit<'_>, sentence: Sentence) -> Option<Event> {
        let (first, end) = self.around(hit, sentence);
        let forced = event.kind == "protest_dispersal"
            && self.language.has_class("force_means", self.text, first, end);
        let crowd = event.kind == "excessive_force"
            && self.language.has_class("driven_apart", self.text, first, end);
        let kind = match (forced, crowd) {
            (true, _) => "excessive_force",
            (_, true) => "protest_dispersal",
            _ => return None,
        };
        Some(Event { kind: kind.to_owned(), ..event.clone() })
    }

    /// Remembers persons who are named together.
    fn note_list(&self, clauses: &Clauses<'_, '_>, sentence: Sentence, story: &mut Story) {
        let begun = self.names.partition_point(|it| it.first < sentence.first);
        for (number, name) in self.names.iter().enumerate().skip(begun) {
            if name.first >= sentence.end {
                break;
            }
            if name.kind == NameKind::Group && name.plural {
                let named = self.in_apposition(clauses, number);
                let list: Vec<usize> = named.map_or_else(Vec::new, |it| {
                    let list = clauses.list_right(it, sentence.end);
                    list.into_iter().filter_map(|it| clauses.actor(it)).collect()
                });
                if list.len() > 1 {
                    story.members.push((self.low(name.end - 1).to_owned(), list));
                }
            }
            if name.end > sentence.end || name.kind != NameKind::Person {
                continue;
            }
            let list: Vec<usize> = clauses
                .list_right(number, sentence.end)
                .into_iter()
                .filter_map(|it| clauses.actor(it))
                .collect();
            if list.len() > 1 {
                story.lists.push(list);
                return;
            }
        }
    }

    /// Whether those who are hurt were taken or held before, in a paragraph or one that follows it.
    fn is_held(targets: &[usize], events: &[Event], block: usize) -> bool {
        events.iter().any(|it| {
            it.block >= block
                && matches!(it.kind.as_str(), "arrest" | "detention" | "enforced_disappearance")
                && it.targets.iter().any(|actor| targets.contains(actor))
        })
    }

    fn place(&self, clauses: &Clauses<'_, '_>, hit: &Hit<'_>, sentence: Sentence) -> Option<usize> {
        let is_place = |at: usize| {
            clauses.name_at(at).filter(|it| {
                self.names[*it].kind == NameKind::Place
                    && self.low(self.names[*it].first.wrapping_sub(1)) != "of"
            })
        };
        let after = (hit.end..sentence.end.min(hit.end + 20))
            .take_while(|at| !matches!(self.text.sign(*at), ";" | "." | "–"))
            .find_map(is_place);
        after.or_else(|| (sentence.first..hit.first).rev().find_map(is_place))
    }
}

fn clauses_is_progressive(told: &Acts<'_, '_>, first: usize, sentence: Sentence) -> bool {
    first >= sentence.first
        && matches!(
            told.low(first),
            "is" | "are" | "was" | "were" | "been" | "has" | "have" | "had" | "being"
        )
}

/// The name of the rule that reads an act.
fn rule_of(frame: Frame, passive: bool, threat: bool) -> &'static str {
    match (frame, threat) {
        (_, true) => "event.announced",
        (Frame::Noun, _) => "event.noun",
        (Frame::State, _) => "event.state",
        (Frame::Suffered, _) => "event.suffered",
        (Frame::Plain, _) => "event.verb",
        (Frame::Verb, _) if passive => "event.passive",
        (Frame::Verb, _) => "event.active",
    }
}

/// Where the passage of an act ends: at the end of its clause.
fn limit_of(hit: &Hit<'_>, clauses: &Clauses<'_, '_>, sentence: Sentence, limit: usize) -> usize {
    let end = limit.min(sentence.end).max(hit.end);
    let stop = (hit.end..end)
        .find(|at| clauses.is_border(*at) || clauses.text.sign(*at) == "," && at + 1 >= end)
        .unwrap_or(end);
    let mut stop = stop;
    while stop > hit.end
        && (clauses.text.tokens[stop - 1].kind == Kind::Sign
            || matches!(
                clauses.text.low(stop - 1),
                "and"
                    | "but"
                    | "then"
                    | "et"
                    | "who"
                    | "which"
                    | "was"
                    | "were"
                    | "he"
                    | "she"
                    | "they"
            ))
    {
        stop -= 1;
    }
    stop
}

impl Subject {
    /// Where the passage begins: at the subject, if it stands near.
    fn first_token(&self, all: &[Name], first: usize, sentence: Sentence) -> usize {
        let opening = self.names.first().map(|it| all[*it].from).or(self.pronoun);
        opening
            .filter(|from| *from >= sentence.first && *from <= first && first - from < 30)
            .unwrap_or(first)
    }
}
