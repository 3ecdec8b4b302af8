//! Dates that are counted from others: "three days ago", "a week after 3 May", "two days after his arrest".

use super::{DateMention, Finder, Scope, When};
use crate::intake::lexicon::Time;
use crate::intake::numbers;
use crate::intake::text::{Kind, Text};

/// A number of days, months or years.
struct Length {
    unit: &'static str,
    number: i64,
    /// Told in hours, so that a few of them are the same day.
    hours: bool,
    end: usize,
}

impl Finder<'_, '_> {
    /// "three days ago", "two months earlier", "il y a trois jours", "cinq jours plus tard".
    pub(super) fn counted(&self, at: usize) -> Option<DateMention> {
        let fr = self.language.code == "fr";
        let ago = fr && (self.low(at), self.low(at + 1), self.low(at + 2)) == ("il", "y", "a");
        let Length { unit, number, hours, end } = self.length(if ago { at + 3 } else { at })?;
        let of = |unit: &str, by: i64, end: usize| {
            Self::found(at, end, When::Relative(Time { unit: unit.to_owned(), by }))
        };
        if ago {
            return Some(of(unit, -number, end));
        }
        if self.low(end) == "ago" {
            let today = usize::from(self.low(end + 1) == "today");
            let unit = if today > 0 && unit == "year" { "year_day" } else { unit };
            return Some(of(unit, -number, end + 1 + today));
        }
        // "It is 400 days since she was taken", "two weeks have passed since".
        let since = end + if matches!(self.low(end), "have" | "had") { 2 } else { 0 };
        let stands = matches!(self.before(at), "is" | "been" | "are" | "was" | "marks" | "exactly");
        if self.low(since) == "since" && (stands || since > end) {
            return Some(of(unit, -number, since + 1));
        }
        let (sign, end) = match (self.low(end), self.low(end + 1)) {
            ("later" | "after" | "afterwards" | "afterward" | "thereafter" | "apres", _) => {
                (1, end + 1)
            }
            ("plus", "tard") => (1, end + 2),
            ("earlier" | "before" | "previously" | "auparavant" | "avant" | "beforehand", _) => {
                (-1, end + 1)
            }
            ("plus", "tot") | ("prior", "to") => (-1, end + 2),
            ("on", _) if unit == "day" && self.text.sign(end + 1) == "," => (1, end + 1),
            // "released after ten days in custody".
            (
                "in",
                "custody" | "detention" | "jail" | "prison" | "captivity" | "cells" | "solitary",
            )
            | ("behind", "bars")
                if self.before(at) == "after" =>
            {
                (1, end)
            }
            _ => return None,
        };
        let by = sign * number;
        let from = end + usize::from(self.low(end) == "the");
        if matches!(self.low(end - 1), "after" | "before" | "to" | "apres" | "avant")
            && let Some(base) = self.whole_day(from)
        {
            let time = Time { unit: unit.to_owned(), by };
            return Some(Self::found(at, base.end, When::From(base.when.into(), time)));
        }
        let unit = match unit {
            _ if hours && number == 0 => "same",
            "day" => "after",
            "month" => "month_after",
            _ => "year_after",
        };
        Some(of(unit, by, end))
    }

    /// "for three weeks": how long something has gone on.
    pub(super) fn lasting(&self, at: usize) -> Option<DateMention> {
        let spent = self.low(at) == "spent"
            && matches!(self.before(at), "has" | "have" | "now" | "already");
        (self.low(at) == "for" || spent).then_some(())?;
        let mut first = at + 1;
        for word in ["exactly", "the", "past", "last", "now"] {
            first += usize::from(self.low(first) == word);
        }
        let Length { unit, number, end, .. } = self.length(first)?;
        let goes_on = !matches!(self.low(end), "after" | "before" | "prior")
            && (spent || self.low(end) != "in");
        goes_on.then(|| {
            let time = Time { unit: unit.to_owned(), by: -number };
            Self::found(at, end, When::Lasting(time))
        })
    }

    /// "in the past two weeks", "over the last ten days": up to the statement.
    pub(super) fn past(&self, at: usize) -> Option<DateMention> {
        let led = matches!(self.low(at), "in" | "over" | "during" | "within" | "across");
        (led && self.low(at + 1) == "the" && matches!(self.low(at + 2), "past" | "last"))
            .then_some(())?;
        let Length { unit, number, end, .. } = self.length(at + 3)?;
        let ours = number > 1 && !matches!(self.low(end), "of" | "before");
        ours.then(|| {
            let time = Time { unit: format!("past_{unit}"), by: -number };
            Self::found(at, end, When::Relative(time))
        })
    }

    /// A phrase of the lexicon.
    pub(super) fn phrase(&self, at: usize) -> Option<DateMention> {
        let (end, time) = self.language.times.at(self.text, at)?;
        (!matches!(time.unit.as_str(), "date" | "easter")).then_some(())?;
        // "in the night of 3 May", "overnight from 3 to 4 May": the day is told.
        let link = matches!(self.low(end), "of" | "on" | "from" | "to" | "between" | "du" | "de");
        let told =
            || self.whole_day(end + usize::from(link) + usize::from(self.low(end + 1) == "the"));
        if matches!(time.unit.as_str(), "same" | "day") && time.by >= -1 && told().is_some() {
            return None;
        }
        // "held overnight": how long.
        let held = |at| {
            matches!(
                self.low(at),
                "held"
                    | "detained"
                    | "kept"
                    | "jailed"
                    | "spent"
                    | "custody"
                    | "cell"
                    | "cells"
                    | "remained"
            )
        };
        if self.low(at) == "overnight" && end == at + 1 && (at.saturating_sub(8)..at).any(held) {
            return None;
        }
        // "in the last week of the campaign": not ours.
        let span = matches!(time.unit.as_str(), "week" | "month" | "year");
        if span && self.low(end) == "of" && !matches!(self.low(at), "this" | "so" | "since") {
            return None;
        }
        // "the day before Christmas", "on the eve of 3 May".
        let counts = link || matches!(self.low(end - 1), "before" | "after");
        if let Some(base) = told().filter(|_| counts && time.unit == "after") {
            let time = Time { unit: "day".to_owned(), by: time.by };
            return Some(Self::found(at, base.end, When::From(base.when.into(), time)));
        }
        Some(Self::found(at, end, When::Relative(time.clone())))
    }

    fn length(&self, at: usize) -> Option<Length> {
        let (number, at) = self.count(at)?;
        let (unit, number) = match self.low(at) {
            "day" | "days" | "jour" | "jours" | "night" | "nights" => ("day", number),
            "hour" | "hours" => ("day", (number + 6) / 24),
            "week" | "weeks" | "semaine" | "semaines" => ("day", number * 7),
            "fortnight" | "fortnights" => ("day", number * 14),
            "month" | "months" | "mois" => ("month", number),
            "year" | "years" | "an" | "ans" => ("year", number),
            "decade" | "decades" => ("year", number * 10),
            _ => return None,
        };
        let hours = matches!(self.low(at), "hour" | "hours");
        Some(Length { unit, number, hours, end: at + 1 })
    }

    /// A number in words or digits, and what stands after it; "a" is one.
    fn count(&self, at: usize) -> Option<(i64, usize)> {
        let word = self.low(at);
        match (word, self.low(at + 1), self.low(at + 2)) {
            ("a", "couple", "of") => return Some((2, at + 3)),
            ("a", "dozen", _) => return Some((12, at + 2)),
            ("a" | "une" | "un", ..) => return Some((1, at + 1)),
            _ => {}
        }
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        let spelt = numbers::spelt(word, self.language.code).and_then(|it| i64::try_from(it).ok());
        if let Some(ten) = tens.iter().position(|it| *it == word) {
            let one = numbers::spelt(self.low(at + 1), "en").filter(|it| *it < 10);
            let number = i64::try_from(ten * 10 + 20 + one.unwrap_or(0)).ok()?;
            return Some((number, at + 1 + usize::from(one.is_some())));
        }
        let digits = || word.parse::<i64>().ok().filter(|it| (1..1000).contains(it));
        spelt.or_else(digits).map(|it| (it, at + 1))
    }
}

/// "On 3 May, two days after his arrest, she was freed": of which acts each date is, and the day of what it is counted from.
pub(super) fn scoped(text: &Text<'_>, dates: &mut Vec<DateMention>) {
    let mut more: Vec<DateMention> = Vec::new();
    for sentence in &text.sentences {
        let all: Vec<usize> = (0..dates.len())
            .filter(|it| dates[*it].first >= sentence.first && dates[*it].end <= sentence.end)
            .collect();
        for here in &all {
            let (first, end) = (dates[*here].first, dates[*here].end);
            let When::Relative(time) = dates[*here].when.clone() else { continue };
            let unit = match time.unit.as_str() {
                "after" => "day",
                "month_after" => "month",
                "year_after" => "year",
                _ => continue,
            };
            let back = Time { unit: unit.to_owned(), by: -time.by };
            let is_day = |it: &&usize| {
                dates[**it].when.is_day()
                    || unit != "day" && matches!(dates[**it].when, When::Month { .. })
            };
            // The day that is said beside what is counted: "on 3 May, two days after …".
            let beside = |from: usize, until: usize| {
                until >= from
                    && until - from <= 3
                    && !(from..until).any(|at| matches!(text.sign(at), ";" | "."))
            };
            let before = all
                .iter()
                .rev()
                .filter(is_day)
                .find(|it| dates[**it].end <= first && (beside(dates[**it].end, first)));
            let follows = text.tokens.get(end).is_some_and(|it| it.kind == Kind::Word)
                && matches!(text.low(end - 1), "after" | "before" | "to");
            let joined = first > sentence.first
                && matches!(text.low(first - 1), "but" | "and" | "then" | "for" | "within" | "in");
            if follows && !joined {
                let until = (end..sentence.end)
                    .find(|at| {
                        matches!(text.sign(*at), "," | ";" | "–" | "—" | ":" | "." | "(" | ")")
                    })
                    .unwrap_or(sentence.end);
                let within =
                    all.iter().filter(is_day).find(|it| (end..until).contains(&dates[**it].first));
                let after = all.iter().filter(is_day).find(|it| dates[**it].first >= until);
                let leads = first <= sentence.first + 2;
                if let Some(base) = within {
                    let base = dates[*base].when.clone();
                    let time = Time { unit: unit.to_owned(), by: time.by };
                    dates[*here].when = When::From(base.into(), time);
                } else if let Some(base) = before.or(after.filter(|_| leads)) {
                    let mut of = dates[*base].clone();
                    (of.first, of.end, of.scope) = (end, end, Scope::Within(end, until));
                    of.when = When::From(of.when.into(), back);
                    more.push(of);
                    // The day itself is told beside it.
                    dates[*here].when = When::Ambiguous;
                }
                dates[*here].scope = Scope::Without(end, until);
                continue;
            }
            // "They beat him, and he died four days later, on 9 April": the day of the beating.
            let said = all.iter().filter(is_day).find(|it| beside(end, dates[**it].first));
            let opens = all.iter().all(|it| dates[*it].first >= first);
            let border = (sentence.first..first).rev().find(|at| {
                matches!(text.low(*at), "and" | "but" | "then") || text.sign(*at) == ","
            });
            if let (Some(base), Some(border), true, 1..) = (said, border, opens, time.by) {
                let mut of = dates[*base].clone();
                (of.first, of.end, of.scope) =
                    (border, border, Scope::Within(sentence.first, border));
                of.when = When::From(of.when.into(), back);
                more.push(of);
            }
        }
    }
    dates.extend(more);
    dates.sort_by_key(|it| (it.first, it.end));
}
