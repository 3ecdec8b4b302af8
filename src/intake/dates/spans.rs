//! Spans of months, years and days of the week.

use super::{DateMention, Finder, When};
use crate::intake::lexicon::Time;
use crate::intake::text::Kind;

impl Finder<'_, '_> {
    pub(super) fn before(&self, at: usize) -> &str {
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
        // "from January to April this year".
        if let When::Month { year: None, month } = last
            && matches!(first, When::Month { year: None, .. })
            && let Some((last, end)) = self.of_year_told(end, month, None)
        {
            return Some(Self::found(at, end, When::Between(first.into(), last.into())));
        }
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
                .is_some_and(|it| it.kind != Kind::Sign && self.low(of + 1) == "after");
        (follows || trails).then(|| {
            let end = of + 1 + usize::from(trails);
            let unit = format!("weekday_after {weekday}");
            Self::found(at, end, When::Relative(Time { unit, by: 1 }))
        })
    }

    /// "in March and April 2022": one after the other.
    pub(super) fn month_pair(&self, at: usize, month: u32, next: usize) -> Option<DateMention> {
        if self.low(next) == "and"
            && self.month(next + 1) == Some(month % 12 + 1)
            && self.day(self.after_month(next + 1)).is_none()
            && matches!(
                self.before(at),
                "in" | "during" | "throughout" | "of" | "late" | "early" | "mid" | "both"
            )
        {
            let (year, end) = self.year_after(self.after_month(next + 1));
            let second = When::Month { year, month: month % 12 + 1 };
            let year = if month == 12 { None } else { year };
            let first = When::Month { year, month };
            return Some(Self::found(at, end, When::Between(first.into(), second.into())));
        }
        None
    }

    /// "last May", "the following January", "that June": by the year of the statement, or of what was told.
    pub(super) fn month_told(&self, at: usize, month: u32, next: usize) -> Option<DateMention> {
        (self.language.code != "fr").then_some(())?;
        let the = at > 1 && self.low(at - 2) == "the";
        let unit = match self.before(at) {
            "following" | "next" if the => Some("told_next_month_of"),
            "previous" | "preceding" if the => Some("told_last_month_of"),
            "that" => Some("told_month_of"),
            _ => None,
        };
        if let Some(unit) = unit {
            let when = When::Relative(Time { unit: format!("{unit} {month}"), by: 0 });
            return Some(Self::found(at, next, when));
        }
        if self.before(at) == "last" && self.low(next) != "year" {
            let unit = format!("last_month_of {month}");
            return Some(Self::found(at, next, When::Relative(Time { unit, by: 0 })));
        }
        None
    }
}
