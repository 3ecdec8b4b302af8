//! EDTF dates, said in the words of a language.
//!
//! What English says of a date is read back as the same date ([`crate::domain::date_words`]).

use fluent_bundle::FluentValue;

use super::Words;
use crate::domain::Edtf;
use crate::domain::date_words::parts::{Part, Point, Saying, Sure};

/// A date in the words of a language: "about September 2017".
pub fn said(words: Words, date: &Edtf) -> String {
    // Every EDTF date says something; its own notation is the last resort.
    Saying::of(date).map_or_else(|| date.to_string(), |saying| saying_in(words, saying))
}

/// What is known of a date, as it is kept, in words: also that nothing is.
pub fn said_if(words: Words, date: Option<&str>) -> String {
    match date.map(|date| (date, date.parse::<Edtf>())) {
        None => words.say("date-unknown"),
        Some((_, Ok(date))) => said(words, &date),
        // A day that stands for something else is shown as it is kept.
        Some((kept, Err(_))) => kept.to_owned(),
    }
}

fn saying_in(words: Words, saying: Saying) -> String {
    let open = |key: &str, end: Point| with_date(words, key, end.part, point(words, end));
    match saying {
        Saying::Point(it) => point(words, it),
        Saying::Since(from) => open("date-since", from),
        Saying::SinceUnknown(from) => open("date-since-unknown", from),
        Saying::Until(to) => open("date-until", to),
        Saying::UntilUnknown(to) => open("date-until-unknown", to),
        Saying::Span(from, to) => {
            let is_sure = from.sure == Sure::Yes && to.sure == Sure::Yes;
            let key = if is_sure { "date-span" } else { "date-span-unsure" };
            let begin = if is_sure { beginning(words, from.part, to.part) } else { None };
            let begin = begin.unwrap_or_else(|| point(words, from));
            let values = [("from", begin.into()), ("to", point(words, to).into())];
            words.with(key, &values)
        }
    }
}

/// The beginning of a span without what its end says as well.
fn beginning(words: Words, from: Part, to: Part) -> Option<String> {
    match (from, to) {
        (Part::Day(year, month, day), Part::Day(to_year, to_month, _)) if year == to_year => {
            if month == to_month {
                return Some(day.to_string());
            }
            let values = [("day", FluentValue::from(day)), ("month", month_name(words, month))];
            Some(words.with("date-day-month", &values))
        }
        (Part::Month(year, month), Part::Month(to_year, _)) if year == to_year => {
            Some(words.say(&format!("month-{month}")))
        }
        _ => None,
    }
}

fn point(words: Words, point: Point) -> String {
    let plain = part(words, point.part);
    match point.sure {
        Sure::Yes => plain,
        Sure::About => with_date(words, "date-about", point.part, plain),
        Sure::Perhaps => with_date(words, "date-perhaps", point.part, plain),
        Sure::PerhapsAbout => with_date(words, "date-perhaps-about", point.part, plain),
    }
}

/// `kind` tells languages that put an article before days, and none before months, which it is.
fn with_date(words: Words, key: &str, part: Part, date: String) -> String {
    let kind = match part {
        Part::Day(..) => "day",
        Part::Month(..) => "month",
        Part::Season(..) => "season",
        Part::Year(_) => "year",
        _ => "some",
    };
    words.with(key, &[("date", date.into()), ("kind", kind.into())])
}

fn month_name(words: Words, month: u32) -> FluentValue<'static> {
    words.say(&format!("month-{month}")).into()
}

fn part(words: Words, part: Part) -> String {
    // Four digits, as they are read back.
    let number = |year: u32| FluentValue::from(format!("{year:04}"));
    match part {
        Part::Day(year, month, day) => {
            let month = month_name(words, month);
            let values =
                [("day", FluentValue::from(day)), ("month", month), ("year", number(year))];
            words.with("date-day", &values)
        }
        Part::Month(year, month) => {
            let values = [("month", month_name(words, month)), ("year", number(year))];
            words.with("date-month", &values)
        }
        Part::Season(year, season) => {
            let season = words.say(&format!("season-{season}")).into();
            words.with("date-season", &[("season", season), ("year", number(year))])
        }
        Part::Year(year) => format!("{year:04}"),
        Part::Decade(year) => years(words, year, year + 9),
        Part::Century(year) => years(words, year, year + 99),
        Part::DayOfMonth(year, month) => {
            let values = [("month", month_name(words, month)), ("year", number(year))];
            words.with("date-day-of-month", &values)
        }
        Part::MonthOfYear(year) => words.with("date-month-of-year", &[("year", number(year))]),
        Part::DayOfYear(year) => words.with("date-day-of-year", &[("year", number(year))]),
    }
}

fn years(words: Words, from: u32, to: u32) -> String {
    let number = |year: u32| FluentValue::from(format!("{year:04}"));
    words.with("date-some-year", &[("from", number(from.max(1))), ("to", number(to))])
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use proptest::prelude::*;

    use super::*;
    use crate::domain::date_words::read;

    fn in_words(tag: &str, date: &str) -> String {
        let said = said(Words::of(tag).unwrap(), &date.parse().unwrap());
        said.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn dates_are_said_in_words() {
        for (date, english, french) in [
            ("2017-11-26", "26 November 2017", "26 novembre 2017"),
            ("2017-11-01", "1 November 2017", "1er novembre 2017"),
            ("2017-09~", "about September 2017", "vers septembre 2017"),
            ("2017-11-26~", "about 26 November 2017", "vers le 26 novembre 2017"),
            ("2017?", "possibly 2017", "peut-être 2017"),
            ("2017-21", "spring 2017", "printemps 2017"),
            (
                "2017-09-03/2017-11-16",
                "3 September to 16 November 2017",
                "3 septembre – 16 novembre 2017",
            ),
            ("2017-09-03/2017-09-16", "3 to 16 September 2017", "3 – 16 septembre 2017"),
            ("2017-09/2017-11", "September to November 2017", "septembre – novembre 2017"),
            (
                "2016-09-03~/2017-11-16",
                "from about 3 September 2016 to 16 November 2017",
                "vers le 3 septembre 2016 – 16 novembre 2017",
            ),
            ("2017-09/..", "since September 2017", "depuis septembre 2017"),
            ("../2017-09", "until September 2017", "jusqu’à : septembre 2017"),
            ("201X", "some year between 2010 and 2019", "une année entre 2010 et 2019"),
            ("2017-11-XX", "a day in November 2017", "un jour de novembre 2017"),
        ] {
            assert_eq!(in_words("en", date), english);
            assert_eq!(in_words("fr", date), french);
        }
        assert_eq!(in_words("ar", "2017-09~"), "حوالي أيلول/سبتمبر 2017");
        assert_eq!(in_words("km", "2017-11-26"), "ថ្ងៃទី26 ខែវិច្ឆិកា ឆ្នាំ2017");
    }

    fn a_date() -> impl Strategy<Value = String> {
        "([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]{4}-(0[1-9]|1[0-2]|2[1-4]|XX)|[0-9]{4}-XX-XX|[0-9]{4}-(0[1-9]|1[0-2])-([0-2][0-9]|3[01]|XX))[?~%]?"
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn what_english_says_is_read_back_as_the_same_date(
            from in a_date(), to in a_date(), shape in 0..6_usize, same in 0..3_usize,
        ) {
            // Spans within a year or a month are told with less.
            let to = match same {
                0 if from.len() >= 4 && to.len() >= 4 => format!("{}{}", &from[..4], &to[4..]),
                _ => to,
            };
            let date = match shape {
                0 | 1 => from,
                2 => format!("{from}/{to}"),
                3 => format!("{from}/.."),
                4 => format!("../{to}"),
                _ => format!("{from}/"),
            };
            if let Ok(date) = date.parse::<Edtf>() {
                let said = said(Words::default(), &date);
                let today = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
                prop_assert_eq!(read(&said, today), Ok(Some(date)), "{}", said);
            }
        }
    }
}
