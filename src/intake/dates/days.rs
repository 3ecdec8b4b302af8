//! Days that are told by a name, an ordinal in words, or by the month, week and year of what was told before.

use super::{DateMention, Finder, When};
use crate::intake::lexicon::Time;
use crate::intake::text::Kind;

fn relative(unit: String, by: i64) -> When {
    When::Relative(Time { unit, by })
}

impl Finder<'_, '_> {
    /// A day, in whatever way it is told, that begins at a token.
    pub(super) fn whole_day(&self, at: usize) -> Option<DateMention> {
        let token = self.text.tokens.get(at)?;
        let found = match token.kind {
            Kind::Number => self
                .span(at)
                .or_else(|| self.numeric(at))
                .or_else(|| self.day_first(at))
                .or_else(|| self.lone_day(at)),
            Kind::Word => self
                .span(at)
                .or_else(|| self.feast(at))
                .or_else(|| self.weekday(at))
                .or_else(|| self.day_spelt(at))
                .or_else(|| self.month_first(at)),
            Kind::Sign => None,
        };
        found.filter(|it| it.when.is_day() || matches!(it.when, When::Between(..)))
    }

    /// "Christmas Day", "May Day 2019", "Good Friday".
    pub(super) fn feast(&self, at: usize) -> Option<DateMention> {
        self.text.is_capital(at).then_some(())?;
        let (end, time) = self.language.times.at(self.text, at)?;
        matches!(time.unit.as_str(), "date" | "easter").then_some(())?;
        // "Christmas Island" is a place.
        let named = |it: &crate::intake::text::Token<'_>| it.kind == Kind::Word && it.capital;
        if self.text.tokens.get(end).is_some_and(named) {
            return None;
        }
        let (year, past) = self.year_after(end);
        let when = match (year, time.unit.as_str()) {
            (Some(_), "date") => {
                let month = u32::try_from(time.by / 100).ok()?;
                When::Day { year, month, day: u32::try_from(time.by % 100).ok()? }
            }
            _ => When::Relative(time.clone()),
        };
        Some(Self::found(at, if year.is_some() { past } else { end }, when))
    }

    /// The day about which a part of a month is: "early May", "the end of May".
    pub(super) fn part_before(&self, at: usize) -> Option<u32> {
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.low(at));
        let word = match before(1) {
            "of" if before(2) == "part" => before(3),
            "of" => before(2),
            word => word,
        };
        match word {
            "early" | "beginning" | "start" | "first" => Some(5),
            "mid" | "middle" => Some(15),
            "late" | "end" | "close" => Some(25),
            _ => None,
        }
    }

    /// After a month or a day: "last year", "of that year", "the following year".
    pub(super) fn of_year_told(
        &self,
        at: usize,
        month: u32,
        day: Option<u32>,
    ) -> Option<(When, usize)> {
        let of = at + usize::from(self.low(at) == "of" || self.text.sign(at) == ",");
        let (told, by, end) = match (self.low(of), self.low(of + 1), self.low(of + 2)) {
            ("last", "year", _) => ("", -1, of + 2),
            ("this", "year", _) => ("", 0, of + 2),
            ("next", "year", _) => ("", 1, of + 2),
            ("the", "current", "year") => ("", 0, of + 3),
            ("that", "year", _) => ("told_", 0, of + 2),
            ("that" | "the", "same", "year") => ("told_", 0, of + 3),
            ("the", "previous" | "preceding", "year") | ("the", "year", "before") => {
                ("told_", -1, of + 3)
            }
            ("the", "following" | "next", "year") => ("told_", 1, of + 3),
            _ => return None,
        };
        let unit = match day {
            Some(day) => format!("{told}day_of {month}-{day}"),
            None => format!("{told}month_of {month}"),
        };
        Some((relative(unit, by), end))
    }

    /// After a day: "of this month", "of last month", "of the same month", "instant".
    pub(super) fn day_of_month_told(&self, at: usize, day: u32) -> Option<(When, usize)> {
        let month = |told: &str, by| relative(format!("{told}day_of_month {day}"), by);
        match self.low(at) {
            "instant" | "inst" => return Some((month("", 0), at + 1)),
            "ultimo" | "ult" => return Some((month("", -1), at + 1)),
            "of" => {}
            _ => return None,
        }
        let (told, by, end) = match (self.low(at + 1), self.low(at + 2), self.low(at + 3)) {
            ("this", "month", _) => ("", 0, at + 3),
            ("the", "current", "month") => ("", 0, at + 4),
            ("last", "month", _) => ("", -1, at + 3),
            ("that", "month", _) => ("told_", 0, at + 3),
            ("that" | "the", "same", "month") => ("told_", 0, at + 4),
            ("the", "previous" | "preceding", "month") => ("told_", -1, at + 4),
            ("the", "following" | "next", "month") => ("told_", 1, at + 4),
            _ => return None,
        };
        Some((month(told, by), end))
    }

    /// "the fifth of May", "the first day of May", "the last day of April", "on the fifth".
    pub(super) fn day_spelt(&self, at: usize) -> Option<DateMention> {
        let fr = self.language.code == "fr";
        (!fr && self.before(at) == "the").then_some(())?;
        let last = self.low(at) == "last";
        let (day, end) = if last { (31, at + 1) } else { self.ordinal(at)? };
        let of_day = usize::from(self.low(end) == "day");
        if let Some((when, end)) = self.day_of_month_told(end + of_day, day).filter(|_| !last) {
            return Some(Self::found(at, end, when));
        }
        if self.low(end + of_day) == "of"
            && (of_day > 0 || !last)
            && let Some(month) = self.month(end + of_day + 1)
        {
            let (year, past) = self.year_after(self.after_month(end + of_day + 1));
            let when = match (year, last) {
                (None, true) => relative(format!("last_day_of {month}"), 0),
                (Some(_), true) => return None,
                _ => When::Day { year, month, day },
            };
            return Some(Self::found(at, past, when));
        }
        let led = at >= 2 && matches!(self.low(at - 2), "on" | "since" | "from");
        let lone = !last && led && self.text.tokens.get(end).is_none_or(|it| it.kind == Kind::Sign);
        lone.then(|| Self::found(at, end, When::DayOf(day)))
    }

    /// A day of the month in words: "fifth", "twenty-first".
    fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        const WORDS: &[&str] = &[
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ];
        let number = |at| {
            WORDS
                .iter()
                .position(|it| *it == self.low(at))
                .and_then(|it| u32::try_from(it + 1).ok())
        };
        match self.low(at) {
            "thirtieth" => Some((30, at + 1)),
            "twenty" => number(at + 1).filter(|it| *it < 10).map(|it| (20 + it, at + 2)),
            "thirty" => (self.low(at + 1) == "first").then_some((31, at + 2)),
            _ => number(at).map(|it| (it, at + 1)),
        }
    }

    /// "last Tuesday", "the previous Sunday", "Tuesday of that week", "next Monday", "Saturday and Sunday".
    pub(super) fn weekday_told(&self, at: usize, weekday: u32) -> Option<DateMention> {
        (self.language.code != "fr").then_some(())?;
        let number = self.text.tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Number);
        let found = |end, unit: &str, by| {
            Some(Self::found(at, end, relative(format!("{unit} {weekday}"), by)))
        };
        let of = at + 1 + usize::from(self.low(at + 1) == "of");
        match (self.low(of), self.low(of + 1), self.low(of + 2)) {
            ("last", "week", _) => return found(of + 2, "weekday", -1),
            ("this", "week", _) => return found(of + 2, "weekday", 0),
            ("that", "week", _) => return found(of + 2, "told_weekday", 0),
            ("that" | "the", "same", "week") => return found(of + 3, "told_weekday", 0),
            ("the", "following" | "next", "week") => return found(of + 3, "told_weekday", 1),
            ("the", "previous" | "preceding", "week") => return found(of + 3, "told_weekday", -1),
            _ => {}
        }
        // "Saturday and Sunday", "the night of Thursday to Friday", "Thursday night into Friday".
        let link = at + 1 + usize::from(self.low(at + 1) == "night");
        let second = link + 1;
        if matches!(self.low(link), "and" | "to" | "into")
            && self.text.is_capital(second)
            && self.language.weekdays.get(self.low(second)) == Some(&(weekday % 7 + 1))
            && self.text.tokens.get(second + 1).is_none_or(|it| it.kind != Kind::Number)
        {
            let both =
                When::Between(When::Weekday(weekday).into(), When::Weekday(weekday % 7 + 1).into());
            return Some(Self::found(at, second + 1, both));
        }
        if number || self.month(at + 1).is_some() || self.text.sign(at + 1) == "(" {
            return None;
        }
        let the = at >= 2 && matches!(self.low(at - 2), "the" | "on");
        match self.before(at) {
            "last" | "past" => found(at + 1, "last_weekday", 0),
            "previous" | "preceding" if the => found(at + 1, "told_last_weekday", 0),
            "that" => found(at + 1, "told_weekday", 0),
            "next" | "coming" => Some(Self::found(at, at + 1, When::Ambiguous)),
            _ => {
                let ends = self.text.tokens.get(at + 2).is_none_or(|it| it.kind == Kind::Sign);
                (matches!(self.low(at + 1), "before" | "previous" | "prior") && ends)
                    .then(|| found(at + 2, "told_last_weekday", 0))?
            }
        }
    }

    /// The first and the last of days in a list: "3, 4 and 5 May".
    pub(super) fn listed_day(&self, at: usize) -> Option<(u32, usize)> {
        let first = self.day(at)?;
        let mut last = at;
        while self.text.sign(last + 1) == "," && self.day(last + 2).is_some_and(|it| it > first) {
            last += 2;
        }
        (last > at && (self.low(last + 1) == "and" || self.month(last + 1).is_some()))
            .then_some((first, last))
    }

    /// Whether a date is over: a sign, or a word that begins what stands beside it.
    pub(super) fn ends_date(&self, at: usize) -> bool {
        self.text.tokens.get(at).is_none_or(|it| it.kind == Kind::Sign)
            || matches!(
                self.low(at),
                "in" | "at"
                    | "when"
                    | "by"
                    | "near"
                    | "during"
                    | "outside"
                    | "the"
                    | "after"
                    | "as"
                    | "for"
                    | "to"
            )
    }
}
