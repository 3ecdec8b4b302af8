//! Dates that are counted from others, and spans of months, years and days of the week.

use super::{DateMention, Finder, When};
use crate::intake::lexicon::Time;
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    fn before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |at| self.low(at))
    }

    /// "between June and September 2021", "from 2015 to 2019", "from Monday to Wednesday": what begins at a token.
    pub(super) fn span(&self, at: usize) -> Option<DateMention> {
        let led = matches!(self.before(at), "between" | "from" | "entre" | "de" | "d" | "du");
        led.then_some(())?;
        let (first, next) = self.point(at)?;
        matches!(self.low(next), "and" | "to" | "until" | "till" | "through" | "et" | "a" | "au")
            .then_some(())?;
        let (last, end) = self.point(next + 1)?;
        // The year of the last is that of the first.
        let first = match (first, &last) {
            (When::Month { year: None, month }, When::Month { year: Some(year), month: until })
                if month <= *until =>
            {
                When::Month { year: Some(*year), month }
            }
            (first, _) => first,
        };
        let alike = std::mem::discriminant(&first) == std::mem::discriminant(&last);
        alike.then(|| Self::found(at, end, When::Between(first.into(), last.into())))
    }

    /// A month, a year or a day of the week, and where it ends.
    fn point(&self, at: usize) -> Option<(When, usize)> {
        if let Some(month) = self.month(at) {
            let next = self.after_month(at);
            // "June 3" is a day.
            if self.day(next).is_some() && self.language.code != "fr" {
                return None;
            }
            let (year, end) = self.year_after(next);
            return Some((When::Month { year, month }, end));
        }
        if let Some(year) = self.year(at) {
            return Some((When::Year(year), at + 1));
        }
        let weekday = *self.language.weekdays.get(self.low(at))?;
        let dated = self.text.tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Number);
        (!dated).then_some((When::Weekday(weekday), at + 1))
    }

    /// "18/11:" at the beginning of a line of a chronology.
    pub(super) fn day_and_month(&self, at: usize) -> Option<DateMention> {
        let begins = self.text.block_of(at).is_some_and(|it| self.text.blocks[it].first == at);
        let ends = matches!(self.text.sign(at + 1), ":" | "–" | "—" | "-");
        (begins && ends).then_some(())?;
        let (first, second) = self.text.tokens[at].raw.split_once(['/', '.'])?;
        let (a, b): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
        let day_first = self.order == super::Order::DayFirst || a > 12;
        let (day, month) = if day_first { (a, b) } else { (b, a) };
        let sure = day_first || b > 12 || self.order == super::Order::MonthFirst;
        (sure && (1..=31).contains(&day) && (1..=12).contains(&month))
            .then(|| Self::found(at, at + 1, When::Day { year: None, month, day }))
    }

    /// "the following Monday", "the Monday after".
    pub(super) fn weekday_after(&self, at: usize) -> Option<DateMention> {
        let follows = matches!(self.low(at), "following" | "next") && self.before(at) == "the";
        let of = if follows { at + 1 } else { at };
        let weekday = *self.language.weekdays.get(self.low(of))?;
        let trails = matches!(self.low(of + 1), "following" | "suivant" | "after")
            && !self
                .text
                .tokens
                .get(of + 2)
                .is_some_and(|it| it.kind == Kind::Word && self.low(of + 1) == "after");
        (follows || trails).then(|| {
            let end = of + 1 + usize::from(trails);
            let unit = format!("weekday_after {weekday}");
            Self::found(at, end, When::Relative(Time { unit, by: 1 }))
        })
    }

    /// "three days ago", "two months earlier", "il y a trois jours", "cinq jours plus tard".
    pub(super) fn counted(&self, at: usize) -> Option<DateMention> {
        let fr = self.language.code == "fr";
        let ago = fr && (self.low(at), self.low(at + 1), self.low(at + 2)) == ("il", "y", "a");
        let first = if ago { at + 3 } else { at };
        let number = self.count(first)?;
        let unit = match self.low(first + 1) {
            "day" | "days" | "jour" | "jours" => "day",
            "week" | "weeks" | "semaine" | "semaines" => "week",
            "month" | "months" | "mois" => "month",
            "year" | "years" | "an" | "ans" => "year",
            _ => return None,
        };
        let of = |unit: &str, by: i64, end: usize| {
            Self::found(at, end, When::Relative(Time { unit: unit.to_owned(), by }))
        };
        let end = first + 2;
        if ago || self.low(end) == "ago" {
            let end = if ago { end } else { end + 1 };
            let unit = if unit == "week" { "unknown" } else { unit };
            return Some(of(unit, -number, end));
        }
        let (sign, end) = match (self.low(end), self.low(end + 1)) {
            ("later" | "after" | "afterwards" | "thereafter" | "apres", _) => (1, end + 1),
            ("plus", "tard") => (1, end + 2),
            ("earlier" | "before" | "previously" | "auparavant" | "avant", _) => (-1, end + 1),
            ("plus", "tot") => (-1, end + 2),
            _ => return None,
        };
        let (unit, by) = match unit {
            "day" => ("after", number),
            "week" => ("after", number * 7),
            "month" => ("month_after", number),
            _ => ("year_after", number),
        };
        Some(of(unit, sign * by, end))
    }

    /// A number in words or digits; "a" is one.
    fn count(&self, at: usize) -> Option<i64> {
        let words: &[&str] = if self.language.code == "fr" {
            &[
                "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix",
                "onze", "douze",
            ]
        } else {
            &[
                "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                "eleven", "twelve",
            ]
        };
        let word = self.low(at);
        if matches!(word, "a" | "une") {
            return Some(1);
        }
        let spelt = words.iter().position(|it| *it == word).and_then(|it| i64::try_from(it).ok());
        let digits = || word.parse::<i64>().ok().filter(|it| (1..100).contains(it));
        spelt.map(|it| it + 1).or_else(digits)
    }
}
