//! HOW LIKELY TWO RECORDS ARE ONE, from 0 to 1, and why. The scores know nothing but what is given
//! them: what the caller sees of the two records.
//!
//! **Events**: the sum of
//!
//! | weight | of | 1 where |
//! |---|---|---|
//! | 0.30 | date | both say the same day; less where the days overlap or are near; 0.3 where one is not known |
//! | 0.25 | participants | all of the one with fewer take part in the other, or are called nearly so; 0.35 where one has none |
//! | 0.15 | place | the same place; less within 25 km, in the same province, in the same country |
//! | 0.15 | type | the same; half of the same family |
//! | 0.15 | title | all words are the same |
//!
//! × 0.5 where both days are known and more than a month lies between; × 0.4 in different countries;
//! × 0.6 where the one is said to be something to the other, since whoever did so knew both.
//!
//! **Actors**: 0.9 + 0.1 × likeness of names, where another register calls both the same; else
//! 0.85 × likeness + 0.05 for names that are the same, 0.05 for the same kind, 0.05 for the same
//! country. × 0.4 a person and what is none, × 0.85 other kinds that differ; × 0.6 in different
//! countries; × 0.7 of different gender; × 0.6 where a register calls them differently; × 0.5 where
//! the one is something to the other.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::likeness::{self, number};
use super::{Reason, ReasonCode as Code};
use crate::domain::{ActorKind, Country, DatePrecision, Gender, Id};

/// Names of participants that are less alike are of two.
const SAME_PARTICIPANT: f64 = 0.86;
/// Names of actors that are less alike are of two.
const SAME_ACTOR: f64 = 0.75;

/// What is compared of an event.
#[derive(Debug, Clone, Default)]
pub struct EventTraits {
    pub event_type: String,
    /// The family of its type.
    pub family: Option<String>,
    pub title: String,
    pub country: Option<Country>,
    pub admin1: Option<String>,
    pub place: Option<String>,
    /// Latitude and longitude.
    pub point: Option<(f64, f64)>,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub precision: Option<DatePrecision>,
    pub participants: Vec<Participant>,
    /// Events that are said to be something to it.
    pub related: BTreeSet<Id>,
    /// Of one that is kept.
    pub id: Option<Id>,
}

/// Somebody who takes part in an event.
#[derive(Debug, Clone)]
pub struct Participant {
    /// Of an actor who is kept.
    pub id: Option<Id>,
    pub reference: Option<String>,
    /// Empty where only a pseudonym is known.
    pub name: String,
}

/// What is compared of an actor.
#[derive(Debug, Clone)]
pub struct ActorTraits {
    pub id: Option<Id>,
    pub kind: ActorKind,
    /// All names; none where only a pseudonym is known.
    pub names: Vec<String>,
    pub country: Option<Country>,
    pub gender: Option<Gender>,
    /// Scheme and value.
    pub identifiers: Vec<(String, String)>,
    /// Actors who are something to it.
    pub affiliated: BTreeSet<Id>,
}

/// How likely two events are one, and why.
pub fn events(one: &EventTraits, other: &EventTraits) -> (f64, Vec<Reason>) {
    let mut why = Vec::new();
    let mut score = 0.30 * dates(one, other, &mut why);
    score += 0.25 * participants(one, other, &mut why);
    score += 0.15 * places(one, other, &mut why);
    score += 0.15 * types(one, other, &mut why);
    let title = likeness::titles(&one.title, &other.title);
    if title >= 0.5 {
        why.push(Reason::measured(Code::TitleAlike, title));
    }
    score += 0.15 * title;
    if let (Some(a), Some(b)) = (one.earliest, other.earliest)
        && apart(one, other).is_some_and(|days| days > 31)
    {
        score *= 0.5;
        why.push(Reason::of(Code::LongBetween, (a - b).num_days().abs().to_string()));
    }
    if one.country.is_some() && other.country.is_some() && one.country != other.country {
        score *= 0.4;
        why.push(Reason::plain(Code::OtherCountry));
    }
    let says =
        |of: &EventTraits, it: &EventTraits| it.id.is_some_and(|id| of.related.contains(&id));
    if says(one, other) || says(other, one) {
        score *= 0.6;
        why.push(Reason::plain(Code::Related));
    }
    (score.clamp(0.0, 1.0), why)
}

/// Days between two events that do not overlap; 0 where they do; nothing where one is not known.
fn apart(one: &EventTraits, other: &EventTraits) -> Option<i64> {
    let span = |it: &EventTraits| match (it.earliest, it.latest) {
        (None, None) => None,
        (from, to) => Some((from.unwrap_or(NaiveDate::MIN), to.unwrap_or(NaiveDate::MAX))),
    };
    let ((a, b), (c, d)) = (span(one)?, span(other)?);
    Some((c.max(a) - b.min(d)).num_days().max(0))
}

fn dates(one: &EventTraits, other: &EventTraits, why: &mut Vec<Reason>) -> f64 {
    let Some(days) = apart(one, other) else { return 0.3 };
    let is_day = |it: &EventTraits| it.precision == Some(DatePrecision::Day);
    let both = is_day(one) && is_day(other);
    match days {
        0 if both => {
            why.push(Reason::plain(Code::SameDay));
            1.0
        }
        0 => {
            why.push(Reason::plain(Code::DatesOverlap));
            let wide = |it: &EventTraits| {
                matches!(
                    it.precision,
                    Some(DatePrecision::Season | DatePrecision::Year | DatePrecision::Longer)
                )
            };
            if wide(one) || wide(other) { 0.5 } else { 0.75 }
        }
        1..=3 => {
            why.push(Reason::of(Code::DaysApart, days.to_string()));
            0.7
        }
        4..=7 => {
            why.push(Reason::of(Code::DaysApart, days.to_string()));
            0.4
        }
        8..=31 => {
            why.push(Reason::of(Code::DaysApart, days.to_string()));
            0.2
        }
        _ => 0.0,
    }
}

fn places(one: &EventTraits, other: &EventTraits, why: &mut Vec<Reason>) -> f64 {
    if one.country.is_none() || one.country != other.country {
        return 0.0;
    }
    if let (Some(a), Some(b)) = (&one.place, &other.place)
        && likeness::names(a, b) >= 0.9
    {
        why.push(Reason::plain(Code::SamePlace));
        return 1.0;
    }
    if let (Some(a), Some(b)) = (one.point, other.point) {
        let km = kilometres(a, b);
        if km <= 25.0 {
            why.push(Reason::of(Code::PlaceNear, format!("{km:.0}")));
            return 0.8;
        }
    }
    if let (Some(a), Some(b)) = (&one.admin1, &other.admin1)
        && likeness::names(a, b) >= 0.9
    {
        why.push(Reason::plain(Code::SameProvince));
        return 0.6;
    }
    why.push(Reason::plain(Code::SameCountry));
    // Where both places are known, they are two.
    if one.place.is_some() && other.place.is_some() { 0.0 } else { 0.3 }
}

/// On a sphere: within the precision of what is recorded.
fn kilometres((a, b): (f64, f64), (c, d): (f64, f64)) -> f64 {
    let (from, to) = (a.to_radians(), c.to_radians());
    let half = |by: f64| (by / 2.0).sin().powi(2);
    let part = half(to - from) + from.cos() * to.cos() * half((d - b).to_radians());
    2.0 * 6371.0 * part.sqrt().min(1.0).asin()
}

fn types(one: &EventTraits, other: &EventTraits, why: &mut Vec<Reason>) -> f64 {
    if one.event_type.is_empty() || other.event_type.is_empty() {
        return 0.0;
    }
    if one.event_type == other.event_type {
        why.push(Reason::plain(Code::SameType));
        1.0
    } else if one.family.is_some() && one.family == other.family {
        why.push(Reason::plain(Code::RelatedType));
        0.5
    } else {
        0.0
    }
}

fn participants(one: &EventTraits, other: &EventTraits, why: &mut Vec<Reason>) -> f64 {
    if one.participants.is_empty() || other.participants.is_empty() {
        return 0.35;
    }
    let (ours, theirs) = (distinct(&one.participants), distinct(&other.participants));
    let mut shared = 0.0;
    let known = |it: &Participant, all: &[&Participant]| {
        it.id.is_some() && all.iter().any(|that| that.id == it.id)
    };
    for it in &ours {
        if known(it, &theirs) {
            let name = it.reference.clone().unwrap_or_default();
            why.push(Reason::of(Code::SharesParticipant, name));
            shared += 1.0;
        }
    }
    let rest = |some: &[&Participant], all: &[&Participant]| -> Vec<Participant> {
        let rest = some.iter().filter(|it| !known(it, all) && !it.name.is_empty());
        rest.map(|it| (*it).clone()).collect()
    };
    let (ours_left, theirs_left) = (rest(&ours, &theirs), rest(&theirs, &ours));
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (a, mine) in ours_left.iter().enumerate() {
        for (b, its) in theirs_left.iter().enumerate() {
            let alike = likeness::names(&mine.name, &its.name);
            if alike >= SAME_PARTICIPANT {
                pairs.push((alike, a, b));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1 + a.2).cmp(&(b.1 + b.2))));
    let (mut used, mut taken) = (BTreeSet::new(), BTreeSet::new());
    for (alike, a, b) in pairs {
        if used.contains(&a) || taken.contains(&b) {
            continue;
        }
        used.insert(a);
        taken.insert(b);
        shared += alike;
        let called = |it: &Participant| it.reference.clone().unwrap_or_else(|| it.name.clone());
        let mut both = vec![called(&ours_left[a]), called(&theirs_left[b])];
        both.sort();
        why.push(Reason { about: both, ..Reason::measured(Code::ParticipantAlike, alike) });
    }
    (shared / number(ours.len().min(theirs.len()))).min(1.0)
}

/// Each actor once, whatever their roles.
fn distinct(all: &[Participant]) -> Vec<&Participant> {
    let mut seen = BTreeSet::new();
    all.iter().filter(|it| it.id.is_none_or(|id| seen.insert(id))).take(50).collect()
}

/// How likely two actors are one, and why.
pub fn actors(one: &ActorTraits, other: &ActorTraits) -> (f64, Vec<Reason>) {
    let mut why = Vec::new();
    let mut best: (f64, Vec<String>) = (0.0, Vec::new());
    for a in &one.names {
        for b in &other.names {
            let alike = likeness::names(a, b);
            if alike > best.0 {
                let mut both = vec![a.clone(), b.clone()];
                both.sort();
                best = (alike, both);
            }
        }
    }
    let shared = one.identifiers.iter().filter(|it| other.identifiers.contains(it));
    let mut shared: Vec<String> =
        shared.map(|(scheme, value)| format!("{scheme}:{value}")).collect();
    shared.sort();
    let name = if best.0 >= SAME_ACTOR { best.0 } else { 0.0 };
    let is_same = name > 0.999_9;
    let mut score = if shared.is_empty() {
        if name == 0.0 {
            return (0.0, Vec::new());
        }
        0.85 * name + if is_same { 0.05 } else { 0.0 }
    } else {
        0.9 + 0.1 * name
    };
    let by_register = !shared.is_empty();
    why.extend(shared.into_iter().map(|it| Reason::of(Code::SameIdentifier, it)));
    if name > 0.0 {
        let code = if is_same { Code::SameName } else { Code::NameAlike };
        why.push(Reason { about: best.1, ..Reason::measured(code, name) });
    }
    score += kinds(one, other, by_register, &mut why);
    let mut doubt = 1.0;
    if one.kind != other.kind {
        let person = [one.kind, other.kind].contains(&ActorKind::Person);
        doubt *= if person { 0.4 } else { 0.85 };
        why.push(Reason::plain(Code::OtherKind));
    }
    if one.country.is_some() && other.country.is_some() && one.country != other.country {
        doubt *= 0.6;
        why.push(Reason::plain(Code::OtherCountry));
    }
    let gender = |it: &ActorTraits| it.gender.filter(|it| *it != Gender::Unknown);
    if let (Some(a), Some(b)) = (gender(one), gender(other))
        && a != b
    {
        doubt *= 0.7;
        why.push(Reason::plain(Code::OtherGender));
    }
    let differs = |(scheme, value): &(String, String)| {
        let same_scheme = || other.identifiers.iter().filter(|it| it.0 == *scheme);
        same_scheme().next().is_some() && same_scheme().all(|it| it.1 != *value)
    };
    if !by_register && one.identifiers.iter().any(differs) {
        doubt *= 0.6;
        why.push(Reason::plain(Code::OtherIdentifier));
    }
    let says =
        |of: &ActorTraits, it: &ActorTraits| it.id.is_some_and(|id| of.affiliated.contains(&id));
    if says(one, other) || says(other, one) {
        doubt *= 0.5;
        why.push(Reason::plain(Code::Affiliated));
    }
    ((score * doubt).clamp(0.0, 1.0), why)
}

/// What the same kind and country add, and that they are the same.
fn kinds(one: &ActorTraits, other: &ActorTraits, by_register: bool, why: &mut Vec<Reason>) -> f64 {
    let mut more = 0.0;
    if one.kind == other.kind {
        why.push(Reason::plain(Code::SameKind));
        more += 0.05;
    }
    if one.country.is_some() && one.country == other.country {
        why.push(Reason::plain(Code::SameCountry));
        more += 0.05;
    }
    if by_register { 0.0 } else { more }
}
