//! Dates in running text: found by their form, then resolved against the statement's date and the date told before.
//!
//! What can mean two days is not resolved; what has no year is the last such day up to the statement's.

mod counted;
mod days;
mod resolve;
mod spans;

#[cfg(test)]
pub use resolve::UNITS;
pub use resolve::{Anchor, Precision, Resolved, resolve};

use crate::intake::lexicon::{Language, Time};
use crate::intake::text::{Kind, Text};

/// What a passage says of a day, a month or a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum When {
    Day {
        year: Option<i32>,
        month: u32,
        day: u32,
    },
    Month {
        year: Option<i32>,
        month: u32,
    },
    Year(i32),
    /// A day of the month that was told before: "the 5th".
    DayOf(u32),
    /// Monday is 1.
    Weekday(u32),
    Relative(Time),
    Between(Box<When>, Box<When>),
    /// "two days before Christmas", "a week after 3 May": counted from another date.
    From(Box<When>, Time),
    /// "for three weeks": how long something has gone on.
    Lasting(Time),
    /// Two readings: 03/04/2020.
    Ambiguous,
}

impl When {
    /// Whether it is one day, or a few.
    pub fn is_day(&self) -> bool {
        match self {
            Self::Day { .. } | Self::DayOf(_) | Self::Weekday(_) => true,
            Self::Relative(time) => {
                matches!(time.unit.as_str(), "day" | "date" | "easter")
                    || time.unit.contains("weekday")
                    || time.unit.contains("day_of")
            }
            Self::From(_, time) => time.unit == "day",
            _ => false,
        }
    }

    /// Whether it is counted from a day told before.
    pub fn is_counted(&self) -> bool {
        matches!(self, Self::Relative(it) if it.unit.starts_with("after") || it.unit.starts_with("same"))
    }
}

/// Of which acts of its sentence a date may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    All,
    /// Of those whose words stand there only.
    Within(usize, usize),
    /// "two days after his arrest": not of those that it is counted from.
    Without(usize, usize),
}

/// A date in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DateMention {
    pub first: usize,
    pub end: usize,
    pub when: When,
    /// "about", "around".
    pub about: bool,
    /// "since", "from": it goes on.
    pub since: bool,
    /// The day about which "early May", "mid-May", "late May" is.
    pub part: Option<u32>,
    pub scope: Scope,
}

/// Numbers of a date with signs: which of them is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

struct Finder<'a, 't> {
    text: &'a Text<'t>,
    language: &'a Language,
    order: Order,
}

/// All dates of a text, in its order, none within another.
pub fn dates(text: &Text<'_>, language: &Language) -> Vec<DateMention> {
    let finder = Finder { text, language, order: order(text, language) };
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.tokens.len() {
        if let Some(date) = finder.at(at) {
            at = date.end.max(at + 1);
            found.push(date);
        } else {
            at += 1;
        }
    }
    counted::scoped(text, &mut found);
    found
}

/// How this text writes dates in numbers, if any of them shows it.
fn order(text: &Text<'_>, language: &Language) -> Order {
    if language.code == "fr" || text.body.contains("dd/mm") || text.body.contains("DD/MM") {
        return Order::DayFirst;
    }
    if text.body.contains("mm/dd") || text.body.contains("MM/DD") {
        return Order::MonthFirst;
    }
    for token in text.tokens.iter().filter(|it| it.kind == Kind::Number && it.raw.contains('/')) {
        let parts: Vec<u32> = token.raw.split('/').filter_map(|it| it.parse().ok()).collect();
        match parts.as_slice() {
            [13..=31, 1..=12, _] => return Order::DayFirst,
            [1..=12, 13..=31, _] => return Order::MonthFirst,
            _ => {}
        }
    }
    Order::Unknown
}

impl Finder<'_, '_> {
    fn low(&self, at: usize) -> &str {
        self.text.low(at)
    }

    fn month(&self, at: usize) -> Option<u32> {
        let month = *self.language.months.get(self.low(at))?;
        // "may" and "march" in lower case are other words.
        (self.text.is_capital(at) || self.language.code == "fr").then_some(month)
    }

    /// Past the full stop of "Feb.".
    fn after_month(&self, at: usize) -> usize {
        if self.text.sign(at + 1) == "." && self.text.tokens[at].raw.chars().count() <= 4 {
            at + 2
        } else {
            at + 1
        }
    }

    fn number(&self, at: usize) -> Option<(u32, bool)> {
        let token = self.text.tokens.get(at)?;
        let digits: String = token.raw.chars().take_while(char::is_ascii_digit).collect();
        let suffix = &token.raw[digits.len()..];
        let ordinal = matches!(suffix, "st" | "nd" | "rd" | "th" | "er" | "ER");
        (suffix.is_empty() || ordinal).then_some(())?;
        Some((digits.parse().ok()?, ordinal))
    }

    fn day(&self, at: usize) -> Option<u32> {
        self.number(at).map(|it| it.0).filter(|day| (1..=31).contains(day))
    }

    fn year(&self, at: usize) -> Option<i32> {
        let token = self.text.tokens.get(at)?;
        (token.raw.len() == 4).then_some(())?;
        token.raw.parse().ok().filter(|year| (1900..=2099).contains(year))
    }

    /// A year after a comma, a full stop, "of" or nothing; and past it.
    fn year_after(&self, at: usize) -> (Option<i32>, usize) {
        let skip = usize::from(
            matches!(self.text.sign(at), "," | ".") || matches!(self.low(at), "of" | "de" | "this"),
        );
        if let Some(year) = self.year(at + skip) {
            return (Some(year), at + skip + 1);
        }
        (None, at)
    }

    fn at(&self, at: usize) -> Option<DateMention> {
        let token = &self.text.tokens[at];
        let mut found = match token.kind {
            Kind::Number => self
                .span(at)
                .or_else(|| self.numeric(at))
                .or_else(|| self.day_and_month(at))
                .or_else(|| self.day_first(at))
                .or_else(|| self.counted(at))
                .or_else(|| self.lone_day(at))
                .or_else(|| self.lone_year(at)),
            Kind::Word => self
                .span(at)
                .or_else(|| self.feast(at))
                .or_else(|| self.weekday_after(at))
                .or_else(|| self.weekday(at))
                .or_else(|| self.day_spelt(at))
                .or_else(|| self.month_first(at))
                .or_else(|| self.lasting(at))
                .or_else(|| self.past(at))
                .or_else(|| self.counted(at))
                .or_else(|| self.phrase(at)),
            Kind::Sign => None,
        }?;
        let before = |back: usize| at.checked_sub(back).map_or("", |at| self.low(at));
        let fr = self.language.code == "fr";
        found.about |= matches!(
            before(1),
            "about" | "around" | "circa" | "approximately" | "vers" | "environ"
        ) || matches!(before(1), "mid" | "early" | "late" | "the" | "in")
            && matches!(before(2), "about" | "around");
        found.since = matches!(before(1), "since" | "from" | "depuis")
            || before(1) == "le" && before(2) == "depuis"
            || fr && before(1) == "du";
        // "du 10 au 11 mai" is a span and no beginning.
        found.since &= !matches!(found.when, When::Between(..));
        // "since the coup attempt of 15 July 2016".
        found.since |= (2..=7)
            .take_while(|back| {
                at.checked_sub(*back - 1).is_some_and(|at| self.text.tokens[at].kind == Kind::Word)
            })
            .any(|back| matches!(before(back), "since" | "depuis"));
        // "since the beginning of the year" begins with it.
        found.since |= self.low(at) == "since" && matches!(found.when, When::Relative(_));
        found.part = self.part_before(at);
        Some(found)
    }

    fn found(first: usize, end: usize, when: When) -> DateMention {
        DateMention { first, end, when, about: false, since: false, part: None, scope: Scope::All }
    }

    /// 2017-11-26, 26.11.2017, 26/11/2017.
    fn numeric(&self, at: usize) -> Option<DateMention> {
        let token = &self.text.tokens[at];
        if let (Some(year), Some(second)) = (self.year(at), self.text.tokens.get(at + 1)) {
            let third = self.text.tokens.get(at + 2);
            if second.hyphen && third.is_some_and(|it| it.hyphen) && second.raw.len() == 2 {
                let (month, day) = (self.number(at + 1)?.0, self.day(at + 2)?);
                let is_month = (1..=12).contains(&month);
                return is_month
                    .then(|| Self::found(at, at + 3, When::Day { year: Some(year), month, day }));
            }
        }
        let sign = if token.raw.contains('/') { '/' } else { '.' };
        let parts: Vec<&str> = token.raw.split(sign).collect();
        let [first, second, third] = parts.as_slice() else { return None };
        let (a, b): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
        let year: i32 = match third.len() {
            4 => third.parse().ok()?,
            2 if sign == '.' => 2000 + third.parse::<i32>().ok()?,
            _ => return None,
        };
        let of = |day, month| When::Day { year: Some(year), month, day };
        let when = match (a, b) {
            (1..=31, 1..=12)
                if sign == '.' || a > 12 || a == b || self.order == Order::DayFirst =>
            {
                of(a, b)
            }
            (1..=12, 1..=31) if b > 12 || self.order == Order::MonthFirst => of(b, a),
            (1..=12, 1..=12) => When::Ambiguous,
            _ => return None,
        };
        Some(Self::found(at, at + 1, when))
    }

    /// "26 November 2017", "the 26th of November", "3 to 6 May", "3 May to 6 June 2020".
    fn day_first(&self, at: usize) -> Option<DateMention> {
        let day = self.day(at)?;
        let of = usize::from(matches!(self.low(at + 1), "of" | "de"));
        if let Some(month) = self.month(at + 1 + of) {
            let (year, end) = self.year_after(self.after_month(at + 1 + of));
            if let Some((when, end)) =
                self.of_year_told(end, month, Some(day)).filter(|_| year.is_none())
            {
                return Some(Self::found(at, end, when));
            }
            let first = When::Day { year, month, day };
            let is_range = self.is_range(end) && self.begins_range(at);
            if is_range
                && let Some(last) = self.day_first(self.past_time_of_day(end + 1))
                && let When::Day { year: last_year, .. } = last.when
            {
                let first = When::Day { year: year.or(last_year), month, day };
                return Some(Self::found(
                    at,
                    last.end,
                    When::Between(first.into(), last.when.into()),
                ));
            }
            return Some(Self::found(at, end, first));
        }
        // "3, 4 and 5 May".
        if let Some((first, last)) = self.listed_day(at) {
            let rest = self.day_first(last).filter(|it| it.first == last);
            let of = |of: &When| match of {
                When::Day { year, month, .. } => {
                    Some(When::Day { year: *year, month: *month, day: first })
                }
                _ => None,
            };
            let ends = rest.and_then(|it| match &it.when {
                When::Between(_, last) => Some((of(last)?, (**last).clone(), it.end)),
                when => Some((of(when)?, when.clone(), it.end)),
            });
            if let Some((first, last, end)) = ends {
                return Some(Self::found(at, end, When::Between(first.into(), last.into())));
            }
        }
        // The month stands after the second day.
        let between = self.is_range(at + 1)
            || matches!(self.low(at + 1), "et" | "and" | "or")
            || self.text.tokens.get(at + 1).is_some_and(|it| it.hyphen);
        let second = at + 1 + usize::from(!self.text.tokens.get(at + 1)?.hyphen);
        if between && let (Some(last), Some(month)) = (self.day(second), self.month(second + 1)) {
            let (year, end) = self.year_after(self.after_month(second + 1));
            if last > day {
                let of = |day| When::Day { year, month, day }.into();
                return Some(Self::found(at, end, When::Between(of(day), of(last))));
            }
        }
        None
    }

    /// "to", "and", "until", a dash: between two days.
    fn is_range(&self, at: usize) -> bool {
        matches!(self.low(at), "to" | "until" | "till" | "and" | "through" | "au" | "et")
            || matches!(self.text.sign(at), "–" | "—" | "-")
    }

    /// "between", "from" before it; a dash needs none.
    fn begins_range(&self, at: usize) -> bool {
        let led = |at: usize| {
            (1..=2).any(|back| {
                at.checked_sub(back)
                    .is_some_and(|at| matches!(self.low(at), "between" | "from" | "entre" | "du"))
            })
        };
        led(at) || at >= 3 && self.past_time_of_day(at - 3) == at && led(at - 3)
    }

    /// Past "the morning of", "the evening of".
    fn past_time_of_day(&self, at: usize) -> usize {
        let time = matches!(
            self.low(at + 1),
            "morning" | "evening" | "night" | "afternoon" | "dawn" | "noon" | "end" | "beginning"
        );
        if self.low(at) == "the" && time && self.low(at + 2) == "of" { at + 3 } else { at }
    }

    /// "November 26, 2017", "November 2017", "in November".
    fn month_first(&self, at: usize) -> Option<DateMention> {
        let month = self.month(at)?;
        let next = self.after_month(at);
        if let Some(day) = self.day(next).filter(|_| self.language.code != "fr") {
            let mut second = next + 1;
            if self.is_range(second) {
                second += 1;
            }
            // "May 3 and 4", but not "on May 3 and 4 people".
            let is_pair = self.low(next + 1) == "and" && self.ends_date(next + 3);
            let is_hyphened = self.text.tokens.get(next + 1).is_some_and(|it| it.hyphen);
            if (second > next + 1 || is_hyphened)
                && (is_pair || self.low(next + 1) != "and")
                && let Some(last) = self.day(second).filter(|last| *last > day)
            {
                let (year, end) = self.year_after(second + 1);
                let of = |day| When::Day { year, month, day }.into();
                return Some(Self::found(at, end, When::Between(of(day), of(last))));
            }
            let (year, end) = self.year_after(next + 1);
            if let Some((when, end)) =
                self.of_year_told(end, month, Some(day)).filter(|_| year.is_none())
            {
                return Some(Self::found(at, end, when));
            }
            return Some(Self::found(at, end, When::Day { year, month, day }));
        }
        let before = at.checked_sub(1).map_or("", |at| self.low(at));
        if let Some(both) = self.month_pair(at, month, next) {
            return Some(both);
        }
        let (year, end) = self.year_after(next);
        if year.is_some() {
            return Some(Self::found(at, end, When::Month { year, month }));
        }
        let time_of_day = matches!(
            self.low(next),
            "night" | "morning" | "evening" | "afternoon" | "day" | "dawn" | "weekend"
        );
        let some_day = time_of_day && matches!(before, "a" | "one" | "that" | "cold" | "hot");
        if let Some(told) = self.month_told(at, month, next).filter(|_| !some_day) {
            return Some(told);
        }
        let leads = [
            "in",
            "since",
            "of",
            "by",
            "until",
            "from",
            "early",
            "late",
            "mid",
            "last",
            "this",
            "during",
            "and",
            "en",
            "depuis",
            "fin",
            "debut",
            "mi",
            "de",
            "d",
            "since",
            "to",
            "through",
            "after",
            "before",
            "throughout",
            "as",
            "around",
            "about",
            "back",
            "over",
        ];
        if !leads.contains(&before) && !some_day {
            return None;
        }
        if let Some((when, end)) = self.of_year_told(next, month, None) {
            return Some(Self::found(at, end, when));
        }
        let of_year =
            if (self.low(next), self.low(next + 1)) == ("of", "year") { next + 2 } else { next };
        let end = if self.low(next) == "dernier" { next + 1 } else { of_year };
        Some(Self::found(at, end, When::Month { year: None, month }))
    }

    /// "the 5th", "on the 23rd", "le 13,".
    fn lone_day(&self, at: usize) -> Option<DateMention> {
        let (day, ordinal) = self.number(at)?;
        let before = self.low(at.checked_sub(1)?);
        if ordinal
            && matches!(before, "the" | "on")
            && (1..=31).contains(&day)
            && let Some((when, end)) = self.day_of_month_told(at + 1, day)
        {
            return Some(Self::found(at, end, when));
        }
        let french = self.language.code == "fr";
        let fits = (1..=31).contains(&day)
            && (ordinal && before == "the" || french && before == "le" && day > 0);
        let next = self.text.tokens.get(at + 1);
        let ends = next.is_none_or(|it| {
            it.kind == Kind::Sign && !matches!(it.raw, "%" | "°")
                || matches!(
                    it.low.as_str(),
                    "and"
                        | "but"
                        | "at"
                        | "to"
                        | "by"
                        | "when"
                        | "where"
                        | "in"
                        | "et"
                        | "a"
                        | "dans"
                )
        });
        (fits && ends).then(|| Self::found(at, at + 1, When::DayOf(day)))
    }

    fn lone_year(&self, at: usize) -> Option<DateMention> {
        let year = self.year(at)?;
        let before = self.low(at.checked_sub(1)?);
        let leads = [
            "in",
            "since",
            "of",
            "from",
            "until",
            "by",
            "during",
            "late",
            "early",
            "mid",
            "year",
            "en",
            "depuis",
            "fin",
            "debut",
            "annee",
            "and",
            "before",
            "after",
            "around",
            "about",
            "to",
            "throughout",
            "through",
            "over",
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "back",
            "as",
            "all",
            "both",
            "christmas",
            "easter",
            "ramadan",
        ];
        let is_range = self.text.sign(at - 1) == "–" && at >= 2 && self.year(at - 2).is_some();
        let after =
            self.text.tokens.get(at + 1).is_some_and(|it| it.kind == Kind::Word && it.hyphen);
        // "in 2019 and 2020": one after the other.
        if leads.contains(&before)
            && self.low(at + 1) == "and"
            && self.year(at + 2) == Some(year + 1)
        {
            let both = When::Between(When::Year(year).into(), When::Year(year + 1).into());
            return Some(Self::found(at, at + 3, both));
        }
        (leads.contains(&before) && !after || is_range)
            .then(|| Self::found(at, at + 1, When::Year(year)))
    }

    /// A day of the week, with the date that may follow it.
    fn weekday(&self, at: usize) -> Option<DateMention> {
        let weekday = *self.language.weekdays.get(self.low(at))?;
        if self.language.code != "fr" && !self.text.is_capital(at) {
            return None;
        }
        if let Some(date) = self.weekday_told(at, weekday) {
            return Some(date);
        }
        let mut next = at + 1;
        next += usize::from(matches!(self.text.sign(next), "," | "("));
        next += usize::from(matches!(self.low(next), "the" | "le"));
        for part in ["morning", "night", "evening", "afternoon", "last", "dernier", "soir", "matin"]
        {
            next += usize::from(self.low(next) == part);
        }
        next += usize::from(self.text.sign(next) == "," && next > at + 1);
        if let Some(mut date) = self
            .day_first(next)
            .or_else(|| self.month_first(next))
            .filter(|it| !matches!(it.when, When::Month { .. }))
        {
            date.first = at;
            return Some(date);
        }
        // "Tuesday of last week".
        let of = usize::from(self.low(at + 1) == "of");
        if (self.low(at + 1 + of), self.low(at + 2 + of)) == ("last", "week") {
            return Some(Self::found(
                at,
                at + 3 + of,
                When::Relative(Time { unit: format!("weekday {weekday}"), by: -1 }),
            ));
        }
        let end = if matches!(self.low(at + 1), "dernier" | "last") { at + 2 } else { at + 1 };
        Some(Self::found(at, end, When::Weekday(weekday)))
    }
}
