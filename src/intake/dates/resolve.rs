//! What dates mean: days, months, years and spans, as EDTF.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{DateMention, When};
use crate::intake::lexicon::Time;

/// What dates are resolved against.
#[derive(Debug, Clone, Copy, Default)]
pub struct Anchor {
    /// The statement's date.
    pub issued: Option<NaiveDate>,
    /// The day told last.
    pub told: Option<NaiveDate>,
    /// Whether a year stood with it.
    pub told_with_year: bool,
    /// How much of it was told.
    pub told_as: Precision,
}

/// How much of a date is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Precision {
    #[default]
    Day,
    /// A month, and the part of it ("early").
    PartOfMonth,
    Month,
    Year,
}

impl Precision {
    /// That of a date in EDTF.
    pub fn of(edtf: &str) -> Self {
        match edtf.trim_end_matches('~').len() {
            4 | 9 => Self::Year,
            7 | 15 => Self::Month,
            _ => Self::Day,
        }
    }
}

/// A resolved date: as EDTF, and the first day that it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resolved {
    pub edtf: String,
    pub first: NaiveDate,
}

fn day(date: NaiveDate) -> Resolved {
    Resolved { edtf: date.to_string(), first: date }
}

fn monday(date: NaiveDate) -> Option<NaiveDate> {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into()))
}

fn shift(date: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { date.checked_sub_days(days) } else { date.checked_add_days(days) }
}

fn months(date: NaiveDate, by: i64) -> Option<NaiveDate> {
    let months = Months::new(u32::try_from(by.unsigned_abs()).ok()?);
    if by < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) }
}

fn week(date: NaiveDate, by: i64) -> Option<Resolved> {
    let first = shift(monday(date)?, by * 7)?;
    Some(Resolved { edtf: format!("{first}/{}", shift(first, 6)?), first })
}

fn month(date: NaiveDate) -> Option<Resolved> {
    Some(Resolved { edtf: date.format("%Y-%m").to_string(), first: date.with_day(1)? })
}

fn year(year: i32) -> Option<Resolved> {
    Some(Resolved { edtf: format!("{year:04}"), first: NaiveDate::from_ymd_opt(year, 1, 1)? })
}

/// The day, month, year or span that a date means; nothing where it cannot be known.
pub fn resolve(date: &DateMention, anchor: Anchor) -> Option<Resolved> {
    let mut resolved = meant(&date.when, anchor)?;
    if let Some(part) = date.part.filter(|_| Precision::of(&resolved.edtf) == Precision::Month) {
        resolved.first = resolved.first.with_day(part)?;
    }
    if date.about && !resolved.edtf.contains('/') {
        resolved.edtf.push('~');
    }
    Some(resolved)
}

fn meant(when: &When, anchor: Anchor) -> Option<Resolved> {
    match when {
        When::Day { year: Some(year), month, day: of } => {
            NaiveDate::from_ymd_opt(*year, *month, *of).map(day)
        }
        When::Day { year: None, month, day: of } => {
            let in_year = |year| NaiveDate::from_ymd_opt(year, *month, *of);
            last_such(anchor, in_year, |date, until| date <= until).map(day)
        }
        When::Month { year: Some(year), month: of } => {
            month(NaiveDate::from_ymd_opt(*year, *of, 1)?)
        }
        When::Month { year: None, month: of } => month(last_such(
            anchor,
            |year| NaiveDate::from_ymd_opt(year, *of, 1),
            |date, until| date <= until,
        )?),
        When::Year(it) => year(*it),
        When::DayOf(of) => {
            let base = anchor.told.or(anchor.issued)?;
            base.with_day(*of).map(day)
        }
        When::Weekday(of) => {
            let issued = anchor.issued?;
            let back = (issued.weekday().number_from_monday() + 7 - of) % 7;
            shift(issued, -i64::from(back)).map(day)
        }
        When::Between(first, last) => {
            let last = meant(last, anchor)?;
            let within = Anchor { issued: Some(last.first), ..Anchor::default() };
            let first = meant(first, within)?;
            (first.first <= last.first).then(|| Resolved {
                edtf: format!("{}/{}", first.edtf, last.edtf),
                first: first.first,
            })
        }
        When::Relative(time) => relative(time, anchor),
        When::From(base, time) => from(&meant(base, anchor)?, time),
        When::Ambiguous | When::Lasting(_) => None,
    }
}

/// A date counted from another.
fn from(base: &Resolved, time: &Time) -> Option<Resolved> {
    match (Precision::of(&base.edtf), time.unit.as_str()) {
        (Precision::Day, "day") => shift(base.first, time.by).map(day),
        (Precision::Day | Precision::Month, "month") => month(months(base.first, time.by)?),
        (_, "year") => year(base.first.year() + i32::try_from(time.by).ok()?),
        _ => None,
    }
}

/// The day of Easter in the Gregorian calendar, by the "anonymous" algorithm.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon =
        (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    NaiveDate::from_ymd_opt(
        year,
        u32::try_from(days / 31).ok()?,
        u32::try_from(days % 31 + 1).ok()?,
    )
}

/// The last such day up to the statement's; but in a story with a year, the next after what was told.
fn last_such(
    anchor: Anchor,
    in_year: impl Fn(i32) -> Option<NaiveDate>,
    fits: impl Fn(NaiveDate, NaiveDate) -> bool,
) -> Option<NaiveDate> {
    if let (Some(told), true) = (anchor.told, anchor.told_with_year)
        && let Some(date) = in_year(told.year())
        && date >= told.with_day(1)?
        && anchor.issued.is_none_or(|issued| fits(date, issued))
    {
        return Some(date);
    }
    // "arrested on 30 December 2022. On 4 January": the next after it, if the story is not long past.
    if let (Some(told), true) = (anchor.told, anchor.told_with_year)
        && let Some(date) = in_year(told.year() + 1)
        && (date - told).num_days() < 330
        && anchor
            .issued
            .is_none_or(|issued| fits(date, issued) && (issued - told).num_days() < 1100)
    {
        return Some(date);
    }
    let issued = anchor.issued.or(anchor
        .told
        .filter(|_| anchor.told_with_year)
        .and_then(|it| NaiveDate::from_ymd_opt(it.year(), 12, 31)))?;
    [issued.year(), issued.year() - 1, issued.year() - 2, issued.year() - 3, issued.year() - 4]
        .into_iter()
        .filter_map(in_year)
        .find(|date| fits(*date, issued))
}

/// What a phrase of `times.txt` may count, from the statement's day or from the day told before; see [`relative`].
#[cfg(test)]
pub const UNITS: &[&str] = &[
    "day",
    "week",
    "weekend",
    "month",
    "year",
    "same",
    "after",
    "week_after",
    "month_after",
    "year_after",
    "same_week",
    "same_month",
    "same_year",
    "date",
    "easter",
    "unknown",
];

fn relative(time: &Time, anchor: Anchor) -> Option<Resolved> {
    let issued = anchor.issued;
    if let Some((unit, of)) = time.unit.split_once(' ') {
        return of_unit(unit, of, time.by, anchor);
    }
    match time.unit.as_str() {
        "day" => shift(issued?, time.by).map(day),
        "week" => week(issued?, time.by),
        "weekend" => {
            let saturday = shift(monday(issued?)?, time.by.min(-1) * 7 + 5)?;
            Some(Resolved { edtf: format!("{saturday}/{}", shift(saturday, 1)?), first: saturday })
        }
        "month" => month(months(issued?, time.by)?),
        "year" => year(issued?.year() + i32::try_from(time.by).ok()?),
        // "three years ago today".
        "year_day" => months(issued?, time.by * 12).map(day),
        // "in the past two weeks": up to the statement.
        "past_day" => {
            let first = shift(issued?, time.by)?;
            Some(Resolved { edtf: format!("{first}/{}", issued?), first })
        }
        "past_month" | "past_year" => {
            let (first, last) = match time.unit.as_str() {
                "past_month" => (month(months(issued?, time.by)?)?, month(issued?)?),
                _ => (year(issued?.year() + i32::try_from(time.by).ok()?)?, year(issued?.year())?),
            };
            Some(Resolved { edtf: format!("{}/{}", first.edtf, last.edtf), first: first.first })
        }
        "date" => {
            let (of, on) = (u32::try_from(time.by / 100).ok()?, u32::try_from(time.by % 100).ok()?);
            let in_year = |year| NaiveDate::from_ymd_opt(year, of, on);
            last_such(anchor, in_year, |date, until| date <= until).map(day)
        }
        "easter" => {
            let in_year = |year| shift(easter(year)?, time.by);
            last_such(anchor, in_year, |date, until| date <= until).map(day)
        }
        // What is only told as a month or a year has no day from which days are counted.
        "same" | "after" if anchor.told_as == Precision::Year => year(anchor.told?.year()),
        "same" if anchor.told_as != Precision::Day => month(anchor.told?),
        "after" if anchor.told_as == Precision::PartOfMonth => month(shift(anchor.told?, time.by)?),
        "after" if anchor.told_as == Precision::Month => None,
        "same" => anchor.told.map(day),
        "after" => shift(anchor.told?, time.by).map(day),
        "week_after" => week(anchor.told?, time.by),
        "same_month" => month(anchor.told?),
        "same_week" => week(anchor.told?, 0),
        "same_year" => year(anchor.told?.year()),
        "month_after" => month(months(anchor.told?, time.by)?),
        "year_after" => year(anchor.told?.year() + i32::try_from(time.by).ok()?),
        _ => None,
    }
}

/// What a phrase with a number in it means: "June of last year", "the following Monday", "the 3rd of last month".
fn of_unit(unit: &str, of: &str, by: i64, anchor: Anchor) -> Option<Resolved> {
    let told = anchor.told.or(anchor.issued);
    let base = if unit.starts_with("told_") { told? } else { anchor.issued? };
    let in_year = base.year() + i32::try_from(by).ok()?;
    // "in December of that year", where none was told.
    if unit == "told_month_of" && anchor.told.is_none() {
        let of = of.parse().ok()?;
        let first = |year| NaiveDate::from_ymd_opt(year, of, 1);
        return month(last_such(anchor, first, |date, until| date <= until)?);
    }
    match unit.trim_start_matches("told_") {
        "month_of" => month(NaiveDate::from_ymd_opt(in_year, of.parse().ok()?, 1)?),
        "last_month_of" => {
            let of = of.parse().ok()?;
            let year = if of < base.month() { base.year() } else { base.year() - 1 };
            month(NaiveDate::from_ymd_opt(year, of, 1)?)
        }
        // "the following January".
        "next_month_of" => {
            let of = of.parse().ok()?;
            let year = if of > base.month() { base.year() } else { base.year() + 1 };
            month(NaiveDate::from_ymd_opt(year, of, 1)?)
        }
        "day_of" => {
            let (of, on) = of.split_once('-')?;
            NaiveDate::from_ymd_opt(in_year, of.parse().ok()?, on.parse().ok()?).map(day)
        }
        "day_of_month" => months(base.with_day(1)?, by)?.with_day(of.parse().ok()?).map(day),
        "last_day_of" => {
            let of: u32 = of.parse().ok()?;
            let first = |year| NaiveDate::from_ymd_opt(year, of, 1);
            let first = last_such(anchor, first, |date, until| date <= until)?;
            shift(months(first, 1)?, -1).map(day)
        }
        "weekday" => shift(shift(monday(base)?, by * 7)?, of.parse::<i64>().ok()? - 1).map(day),
        "last_weekday" => {
            let back = (i64::from(base.weekday().number_from_monday()) - of.parse::<i64>().ok()?)
                .rem_euclid(7);
            shift(base, -if back == 0 { 7 } else { back }).map(day)
        }
        "weekday_after" => {
            let ahead = (of.parse::<i64>().ok()?
                - i64::from(anchor.told?.weekday().number_from_monday()))
            .rem_euclid(7);
            shift(anchor.told?, if ahead == 0 { 7 } else { ahead }).map(day)
        }
        _ => None,
    }
}
