//! Dates as they are known: EDTF (ISO 8601-2), level 1.
//!
//! <https://www.loc.gov/standards/datetime/> defines the notation. Years run from 0001 to 9999.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::codes::DatePrecision;

/// The day that stands for "no known beginning" in derived columns.
pub const UNKNOWN_START: &str = "0001-01-01";
/// The day that stands for "open, or no known end" in derived columns.
pub const UNKNOWN_END: &str = "9999-12-31";

/// A date as written, with the days it may mean.
///
/// `2017`, `2017-11`, `2017-11-26`; `?` uncertain, `~` approximate, `%` both; `201X`, `2017-XX`,
/// `2017-11-XX` unspecified; `2017-21` to `2017-24` spring to winter; `a/b`, `a/..`, `../b`.
/// A qualifier does not move the bounds: it says that they may be wrong, not by how much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edtf {
    text: String,
    /// `None` where the beginning is open or unknown.
    earliest: Option<NaiveDate>,
    /// `None` where the end is open or unknown.
    latest: Option<NaiveDate>,
    precision: DatePrecision,
}

impl Edtf {
    /// A whole day, known exactly.
    pub fn day(day: NaiveDate) -> Self {
        Self {
            text: day.to_string(),
            earliest: Some(day),
            latest: Some(day),
            precision: DatePrecision::Day,
        }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The first day it may mean.
    pub const fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// The last day it may mean.
    pub const fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    pub const fn precision(&self) -> DatePrecision {
        self.precision
    }
}

/// The columns derived from a date that may be missing: earliest, latest, precision.
pub fn derived(date: Option<&Edtf>) -> (String, String, DatePrecision) {
    let day = |day: Option<NaiveDate>, otherwise: &str| {
        day.map_or_else(|| otherwise.to_owned(), |day| day.to_string())
    };
    match date {
        None => (UNKNOWN_START.to_owned(), UNKNOWN_END.to_owned(), DatePrecision::Unknown),
        Some(date) => {
            (day(date.earliest, UNKNOWN_START), day(date.latest, UNKNOWN_END), date.precision)
        }
    }
}

/// A derived day as people should see it: nothing where it stands for "not known".
pub fn known_day(day: &str) -> Option<&str> {
    (day != UNKNOWN_START && day != UNKNOWN_END).then_some(day)
}

/// Why a text is not a date.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EdtfError {
    #[error("the date is empty; leave it out if it is not known")]
    Empty,
    #[error(
        "'{0}' is not an EDTF date; write 2017-11-26, 2017-11, 2017, 2017-11-26~ (about), \
         2017-11? (uncertain), 2017-11-XX or 2017-09-03/2017-11-16"
    )]
    Form(String),
    #[error(
        "there is no month {month} in '{text}'; months run from 01 to 12, seasons from 21 to 24"
    )]
    Month { text: String, month: u32 },
    #[error("there is no {text}: that month has {days} days")]
    Day { text: String, days: u32 },
    #[error("the year of '{0}' must lie between 0001 and 9999")]
    Year(String),
    #[error("the interval ends ({end}) before it begins ({begin})")]
    Backwards { begin: String, end: String },
    #[error("an interval needs a date on at least one side")]
    Boundless,
    #[error("'{0}' has a time of day; give the date alone")]
    Time(String),
}

impl FromStr for Edtf {
    type Err = EdtfError;

    fn from_str(text: &str) -> Result<Self, EdtfError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(EdtfError::Empty);
        }
        if text.len() > 64 {
            return Err(EdtfError::Form(text.chars().take(64).collect()));
        }
        let Some((begin, end)) = text.split_once('/') else {
            let (earliest, latest, season) = single(text)?;
            let precision =
                if season { DatePrecision::Season } else { spread(Some(earliest), Some(latest)) };
            return Ok(Self {
                text: text.to_owned(),
                earliest: Some(earliest),
                latest: Some(latest),
                precision,
            });
        };
        let side = |side: &str| match side {
            "" | ".." => Ok(None),
            date => single(date).map(Some),
        };
        let (from, until) = (side(begin)?, side(end)?);
        match (from, until) {
            (None, None) => return Err(EdtfError::Boundless),
            (Some((earliest, ..)), Some((_, latest, _))) if latest < earliest => {
                return Err(EdtfError::Backwards { begin: begin.into(), end: end.into() });
            }
            _ => {}
        }
        let (earliest, latest) = (from.map(|from| from.0), until.map(|until| until.1));
        Ok(Self { text: text.to_owned(), earliest, latest, precision: spread(earliest, latest) })
    }
}

/// How precise a span of days is, on the scale that ACLED's and UCDP's are derived from
/// (UCDP GED codebook, `date_prec`: 1 day, 2 two to six days, 3 week, 4 month, 5 longer).
fn spread(earliest: Option<NaiveDate>, latest: Option<NaiveDate>) -> DatePrecision {
    let (Some(earliest), Some(latest)) = (earliest, latest) else {
        return DatePrecision::Longer;
    };
    match (latest - earliest).num_days() + 1 {
        ..=1 => DatePrecision::Day,
        2..=6 => DatePrecision::FewDays,
        7 => DatePrecision::Week,
        8..=31 => DatePrecision::Month,
        32..=92 => DatePrecision::Season,
        93..=366 => DatePrecision::Year,
        _ => DatePrecision::Longer,
    }
}

/// Reads a date that is not an interval: first day, last day, whether it is a season.
fn single(text: &str) -> Result<(NaiveDate, NaiveDate, bool), EdtfError> {
    let wrong = || EdtfError::Form(text.to_owned());
    if text.contains('T') {
        return Err(EdtfError::Time(text.to_owned()));
    }
    if text.starts_with(['Y', '-']) {
        return Err(EdtfError::Year(text.to_owned()));
    }
    let bare = text.strip_suffix(['?', '~', '%']).unwrap_or(text);
    let parts: Vec<&str> = bare.split('-').collect();
    let (year, month, day) = match parts[..] {
        [year] => (year, None, None),
        [year, month] => (year, Some(month), None),
        [year, month, day] => (year, Some(month), Some(day)),
        _ => return Err(wrong()),
    };

    let known = year.trim_end_matches('X');
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || known.len() < 2 || !digits(known) {
        return Err(wrong());
    }
    let number = |part: &str| part.parse::<i32>().map_err(|_| wrong());
    let (low, high) = (number(&year.replace('X', "0"))?, number(&year.replace('X', "9"))?);
    let low = if low == 0 && known.len() < 4 { 1 } else { low };
    if low < 1 {
        return Err(EdtfError::Year(text.to_owned()));
    }
    if known.len() < 4 && month.is_some() {
        return Err(wrong());
    }
    let date = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).ok_or_else(wrong);

    let (month, day) = match (month, day) {
        (None, _) | (Some("XX"), None | Some("XX")) => {
            return Ok((date(low, 1, 1)?, date(high, 12, 31)?, false));
        }
        (Some("XX"), Some(_)) => return Err(wrong()),
        (Some(month), day) => (month, day),
    };
    let two_digits = |part: &str| {
        if part.len() == 2 && digits(part) {
            part.parse::<u32>().map_err(|_| wrong())
        } else {
            Err(wrong())
        }
    };
    let month = two_digits(month)?;
    if (21..=24).contains(&month) && day.is_none() {
        let (first, last) = season(low, month).ok_or_else(wrong)?;
        return Ok((first, last, true));
    }
    if !(1..=12).contains(&month) {
        return Err(EdtfError::Month { text: text.to_owned(), month });
    }
    let first = date(low, month, 1)?;
    let last = last_day_of_month(first);
    match day {
        None | Some("XX") => Ok((first, last, false)),
        Some(day) => {
            let day = two_digits(day)?;
            let exact = NaiveDate::from_ymd_opt(low, month, day)
                .ok_or_else(|| EdtfError::Day { text: bare.to_owned(), days: last.day() })?;
            Ok((exact, exact, false))
        }
    }
}

/// The days a season may mean in either hemisphere: spring is March to May in one and September to
/// November in the other, and a notation that does not say which must not be read as if it did.
fn season(year: i32, season: u32) -> Option<(NaiveDate, NaiveDate)> {
    let (from, months) = match season {
        21 | 23 => (3, 9), // March to November
        _ => (6, 9),       // June to February
    };
    let first = NaiveDate::from_ymd_opt(year, from, 1)?;
    let last = first.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))?;
    Some((first, last.min(NaiveDate::from_ymd_opt(9999, 12, 31)?)))
}

fn last_day_of_month(first: NaiveDate) -> NaiveDate {
    first
        .checked_add_months(Months::new(1))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(first)
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Serialize for Edtf {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.text)
    }
}

impl<'de> Deserialize<'de> for Edtf {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for Edtf {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, Type};
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "A date as it is known: EDTF (ISO 8601-2), level 1. `2017-11-26`, `2017-11`, `2017`, \
                 `2017-11-26~` (about), `2017-11?` (uncertain), `2017-11-XX`, `2017-21` (spring), \
                 `2017-09-03/2017-11-16`, `2017-09-03/..` (open).",
            ))
            .min_length(Some(4))
            .max_length(Some(64))
            .examples(["2017-11-26", "2017-11", "2017-09-03/2017-11-16"])
            .into()
    }
}

impl utoipa::ToSchema for Edtf {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds(text: &str) -> (String, String, &'static str) {
        let date: Edtf = text.parse().unwrap_or_else(|error| panic!("{text}: {error}"));
        let (earliest, latest, precision) = derived(Some(&date));
        (earliest, latest, precision.code())
    }

    #[test]
    fn each_notation_has_its_bounds() {
        for (text, earliest, latest, precision) in [
            ("2017-11-26", "2017-11-26", "2017-11-26", "day"),
            ("2017-11", "2017-11-01", "2017-11-30", "month"),
            ("2016-02", "2016-02-01", "2016-02-29", "month"),
            ("2017", "2017-01-01", "2017-12-31", "year"),
            ("2017-11-26~", "2017-11-26", "2017-11-26", "day"),
            ("2017-11?", "2017-11-01", "2017-11-30", "month"),
            ("2017%", "2017-01-01", "2017-12-31", "year"),
            ("201X", "2010-01-01", "2019-12-31", "longer"),
            ("20XX", "2000-01-01", "2099-12-31", "longer"),
            ("2017-XX", "2017-01-01", "2017-12-31", "year"),
            ("2017-XX-XX", "2017-01-01", "2017-12-31", "year"),
            ("2017-11-XX", "2017-11-01", "2017-11-30", "month"),
            ("2017-21", "2017-03-01", "2017-11-30", "season"),
            ("2017-24", "2017-06-01", "2018-02-28", "season"),
            ("2017-09-03/2017-11-16", "2017-09-03", "2017-11-16", "season"),
            ("2017-09-03/2017-09-05", "2017-09-03", "2017-09-05", "few_days"),
            ("2017-09/2017-11", "2017-09-01", "2017-11-30", "season"),
            ("2017-09-03/..", "2017-09-03", "9999-12-31", "longer"),
            ("2017-09-03/", "2017-09-03", "9999-12-31", "longer"),
            ("../2017-09-03", "0001-01-01", "2017-09-03", "longer"),
            ("2017-09-03~/2017-11?", "2017-09-03", "2017-11-30", "season"),
            ("9999-12-31", "9999-12-31", "9999-12-31", "day"),
        ] {
            assert_eq!(bounds(text), (earliest.into(), latest.into(), precision), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_is_refused_with_the_reason() {
        for (text, reason) in [
            ("2017-02-30", "there is no 2017-02-30: that month has 28 days"),
            (
                "2017-13",
                "there is no month 13 in '2017-13'; months run from 01 to 12, seasons from 21 to 24",
            ),
            (
                "2017-11-16/2017-09-03",
                "the interval ends (2017-09-03) before it begins (2017-11-16)",
            ),
            ("0000", "the year of '0000' must lie between 0001 and 9999"),
            ("-0044", "the year of '-0044' must lie between 0001 and 9999"),
            ("Y17000", "the year of 'Y17000' must lie between 0001 and 9999"),
            ("../..", "an interval needs a date on at least one side"),
            ("", "the date is empty; leave it out if it is not known"),
            (
                "2017-11-26T10:00:00Z",
                "'2017-11-26T10:00:00Z' has a time of day; give the date alone",
            ),
        ] {
            assert_eq!(text.parse::<Edtf>().unwrap_err().to_string(), reason);
        }
        for text in [
            "26/11/2017",
            "2017-1-2",
            "17-11-26",
            "X",
            "XXXX",
            "2XXX",
            "201X-11",
            "2017-XX-03",
            "2017-11-26??",
            "2017-21-03",
            "20170101",
            "2017-11-2６",
            "a/b/c",
            "2017-11-",
            "２０１７",
        ] {
            assert!(text.parse::<Edtf>().is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_breaks_the_parser(text in "\\PC{0,70}") {
            let _ = text.parse::<Edtf>();
        }

        #[test]
        fn near_dates_never_break_it_and_keep_their_order(text in "[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/([0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?|\\.\\.)?)?") {
            if let Ok(date) = text.parse::<Edtf>() {
                let (earliest, latest, _) = derived(Some(&date));
                prop_assert!(earliest <= latest);
                prop_assert_eq!(date.to_string(), text);
            }
        }

        #[test]
        fn a_real_day_means_itself(days in 1..3_652_059_i32) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            let date: Edtf = day.format("%Y-%m-%d").to_string().parse().unwrap();
            prop_assert_eq!(date.earliest(), Some(day));
            prop_assert_eq!(date.latest(), Some(day));
        }
    }
}
