//! What an EDTF date of level 1 says, part by part.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::domain::Edtf;

/// How sure a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sure {
    Yes,
    Perhaps,
    About,
    PerhapsAbout,
}

impl Sure {
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Yes, other) => other,
            (one, Self::Yes) => one,
            (one, other) if one == other => one,
            _ => Self::PerhapsAbout,
        }
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Yes => "",
            Self::Perhaps => "?",
            Self::About => "~",
            Self::PerhapsAbout => "%",
        }
    }
}

/// What a date names. Years have four digits; months run from 1 to 12, seasons from 21 to 24.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Day(u32, u32, u32),
    Month(u32, u32),
    Season(u32, u32),
    Year(u32),
    /// One of the ten years that begin with this one.
    Decade(u32),
    /// One of the hundred years that begin with this one.
    Century(u32),
    /// A day of a month, not known which.
    DayOfMonth(u32, u32),
    /// A month of a year, not known which.
    MonthOfYear(u32),
    /// A day of a year, not known which.
    DayOfYear(u32),
}

/// How many days a month has; 31 for one that there is not.
pub fn days_in(year: u32, month: u32) -> u32 {
    let year = i32::try_from(year).unwrap_or(1);
    let last = (28..=31).rev().find(|day| NaiveDate::from_ymd_opt(year, month, *day).is_some());
    last.unwrap_or(31)
}

impl Part {
    pub fn of_day(day: NaiveDate) -> Self {
        Self::Day(day.year().unsigned_abs(), day.month(), day.day())
    }

    /// A year that is not known but for a decade or a century.
    pub fn years(from: u32, to: u32) -> Option<Self> {
        // There is no year 0.
        let first = if from == 1 { 0 } else { from };
        match to.checked_sub(first)? {
            9 if first % 10 == 0 => Some(Self::Decade(first)),
            99 if first % 100 == 0 => Some(Self::Century(first)),
            _ => None,
        }
    }

    /// The year that it names, where it names one.
    pub const fn year(self) -> Option<u32> {
        match self {
            Self::Day(year, ..)
            | Self::Month(year, _)
            | Self::Season(year, _)
            | Self::Year(year)
            | Self::DayOfMonth(year, _)
            | Self::MonthOfYear(year)
            | Self::DayOfYear(year) => Some(year),
            Self::Decade(_) | Self::Century(_) => None,
        }
    }

    /// The same, as many years earlier.
    pub fn years_back(self, years: u32) -> Option<Self> {
        let back = |year: u32| year.checked_sub(years).filter(|year| *year > 0);
        Some(match self {
            Self::Day(year, month, day) => Self::Day(back(year)?, month, day),
            Self::Month(year, month) => Self::Month(back(year)?, month),
            Self::Season(year, season) => Self::Season(back(year)?, season),
            Self::Year(year) => Self::Year(back(year)?),
            Self::DayOfMonth(year, month) => Self::DayOfMonth(back(year)?, month),
            Self::MonthOfYear(year) => Self::MonthOfYear(back(year)?),
            Self::DayOfYear(year) => Self::DayOfYear(back(year)?),
            Self::Decade(_) | Self::Century(_) => return None,
        })
    }

    /// The day, month or year just before.
    pub fn before(self) -> Option<Self> {
        Some(match self {
            Self::Day(year, month, day) => {
                let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
                Self::of_day(day.pred_opt().filter(|day| day.year() > 0)?)
            }
            Self::Month(year, 1) => Self::Month(year.checked_sub(1).filter(|it| *it > 0)?, 12),
            Self::Month(year, month) => Self::Month(year, month - 1),
            Self::Year(year) => Self::Year(year.checked_sub(1).filter(|it| *it > 0)?),
            _ => return None,
        })
    }

    /// The day, month or year just after.
    pub fn after(self) -> Option<Self> {
        Some(match self {
            Self::Day(year, month, day) => {
                let day = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
                Self::of_day(day.succ_opt()?)
            }
            Self::Month(year, 12) => Self::Month(year + 1, 1),
            Self::Month(year, month) => Self::Month(year, month + 1),
            Self::Year(year) => Self::Year(year + 1),
            _ => return None,
        })
    }
}

/// As EDTF writes it.
impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(year, month, day) => write!(f, "{year:04}-{month:02}-{day:02}"),
            Self::Month(year, month) | Self::Season(year, month) => {
                write!(f, "{year:04}-{month:02}")
            }
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Decade(year) => write!(f, "{:03}X", year / 10),
            Self::Century(year) => write!(f, "{:02}XX", year / 100),
            Self::DayOfMonth(year, month) => write!(f, "{year:04}-{month:02}-XX"),
            Self::MonthOfYear(year) => write!(f, "{year:04}-XX"),
            Self::DayOfYear(year) => write!(f, "{year:04}-XX-XX"),
        }
    }
}

/// A date that is not a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    pub part: Part,
    pub sure: Sure,
}

impl Point {
    pub const fn sure(part: Part) -> Self {
        Self { part, sure: Sure::Yes }
    }

    #[must_use]
    pub fn qualified_by(self, sure: Sure) -> Self {
        Self { sure: self.sure.and(sure), ..self }
    }

    /// Reads one that is known to be right.
    fn of(text: &str) -> Option<Self> {
        let (bare, sure) = match text.chars().next_back()? {
            '?' => (&text[..text.len() - 1], Sure::Perhaps),
            '~' => (&text[..text.len() - 1], Sure::About),
            '%' => (&text[..text.len() - 1], Sure::PerhapsAbout),
            _ => (text, Sure::Yes),
        };
        let number = |part: &str| part.parse::<u32>().ok();
        let parts: Vec<&str> = bare.split('-').collect();
        let part = match parts[..] {
            [year] => match year.find('X') {
                None => Part::Year(number(year)?),
                Some(2) => Part::Century(number(&year[..2])? * 100),
                Some(_) => Part::Decade(number(year.get(..3)?)? * 10),
            },
            [year, "XX"] => Part::MonthOfYear(number(year)?),
            [year, "XX", _] => Part::DayOfYear(number(year)?),
            [year, month, "XX"] => Part::DayOfMonth(number(year)?, number(month)?),
            [year, month] => match number(month)? {
                season @ 21..=24 => Part::Season(number(year)?, season),
                month => Part::Month(number(year)?, month),
            },
            [year, month, day] => Part::Day(number(year)?, number(month)?, number(day)?),
            _ => return None,
        };
        Some(Self { part, sure })
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.part, self.sure.sign())
    }
}

/// What a date says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saying {
    Point(Point),
    Span(Point, Point),
    Since(Point),
    /// Since a date; the end is not known.
    SinceUnknown(Point),
    Until(Point),
    /// Until a date; the beginning is not known.
    UntilUnknown(Point),
}

impl Saying {
    /// `None` for nothing that there is: an [`Edtf`] always says something.
    pub fn of(date: &Edtf) -> Option<Self> {
        let Some((from, to)) = date.as_str().split_once('/') else {
            return Point::of(date.as_str()).map(Self::Point);
        };
        Some(match (from, to) {
            (from, "..") => Self::Since(Point::of(from)?),
            (from, "") => Self::SinceUnknown(Point::of(from)?),
            ("..", to) => Self::Until(Point::of(to)?),
            ("", to) => Self::UntilUnknown(Point::of(to)?),
            (from, to) => Self::Span(Point::of(from)?, Point::of(to)?),
        })
    }
}
