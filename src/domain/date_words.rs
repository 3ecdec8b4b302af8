//! Dates as people write them, in English, French, Arabic and Khmer, and as EDTF.
//!
//! What could be read in two ways is never guessed: it is refused with both readings named. EDTF
//! passes through as it is. What an EDTF date says, part by part, is in [`parts`].

mod lexicon;
pub mod parts;

use chrono::{Datelike, NaiveDate, Weekday};

use super::Edtf;
use super::edtf::EdtfError;
use lexicon::{Token, tokens};
use parts::{Part, Point, Sure};

/// The longest text that is read as a date, in bytes.
const LONGEST: usize = 300;

/// Why a text is not understood as a date, and what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateWordsError {
    #[error(transparent)]
    Edtf(#[from] EdtfError),
    #[error(
        "'{0}' is not understood as a date; write it as 26 November 2017, September 2017, about 2017, \
         between 3 and 16 September 2017, since 2017 or 2017-11-26; leave it empty if it is not known"
    )]
    Unclear(String),
    #[error(
        "'{typed}' may mean {}; write the month as a word and the year with four digits, such as {}",
        readings.join(" or "),
        readings.first().map_or("", String::as_str)
    )]
    Ambiguous { typed: String, readings: Vec<String> },
    #[error("'{0}' has no year that is written with four digits; add it, such as 26 November 2017")]
    NoYear(String),
    #[error("{day} was a {is}; correct the day of the week or the date")]
    WrongWeekday { day: String, is: String },
    #[error(
        "the Buddhist year of '{0}' begins in April or May, on a day that moves; write the year of the common \
         era instead, such as 2017"
    )]
    Era(String),
}

/// What somebody means by a date; nothing, if they say that it is not known.
///
/// `today`: the day that "today" and "yesterday" are about.
///
/// # Errors
/// For what is not understood, or may mean two things.
pub fn read(typed: &str, today: NaiveDate) -> Result<Option<Edtf>, DateWordsError> {
    let typed = typed.trim();
    let as_edtf = typed.parse::<Edtf>();
    let error = match as_edtf {
        Ok(date) => return Ok(Some(date)),
        Err(EdtfError::Empty) => return Ok(None),
        Err(error) => error,
    };
    let is_meant_as_edtf = !matches!(error, EdtfError::Form(_) | EdtfError::Time(_))
        && typed.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | 'Y' | '/'));
    if is_meant_as_edtf {
        return Err(error.into());
    }
    let short: String = typed.chars().take(80).collect();
    let unclear = || DateWordsError::Unclear(short.clone());
    if typed.len() > LONGEST {
        return Err(unclear());
    }
    let mut all = tokens(typed).ok_or_else(unclear)?;
    let weekdays: Vec<Weekday> = all.iter().filter_map(weekday).collect();
    all.retain(|token| weekday(token).is_none());
    if matches!(all.as_slice(), [Token::Unknown]) {
        return Ok(None);
    }
    let reader = Reader { typed: &short, today };
    let said = reader.whole(&all)?.ok_or_else(unclear)?;
    let date: Edtf = said.parse()?;
    if let ([weekday], Some(day), true) =
        (weekdays.as_slice(), date.earliest(), date.earliest() == date.latest())
        && day.weekday() != *weekday
    {
        let is = WEEKDAYS[day.weekday().num_days_from_monday() as usize].to_owned();
        return Err(DateWordsError::WrongWeekday { day: in_english(day), is });
    }
    Ok(Some(date))
}

const WEEKDAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn weekday(token: &Token) -> Option<Weekday> {
    match token {
        Token::Weekday(day) => Weekday::try_from(*day).ok(),
        _ => None,
    }
}

fn in_english(day: NaiveDate) -> String {
    format!("{} {} {:04}", day.day(), MONTHS[day.month0() as usize], day.year())
}

/// A date of numbers; nothing where there is none such.
fn day_of(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

struct Reader<'r> {
    typed: &'r str,
    today: NaiveDate,
}

type Read<T> = Result<Option<T>, DateWordsError>;

impl Reader<'_> {
    /// The EDTF of all that was written.
    fn whole(&self, tokens: &[Token]) -> Read<String> {
        let (sure, rest) = qualified(tokens);
        let Some(first) = rest.first() else { return Ok(None) };
        match first {
            Token::Since => self.open(&rest[1..], sure, "", "/.."),
            Token::Until => match rest.split_last() {
                Some((Token::BeginUnknown, inner)) => self.open(&inner[1..], sure, "/", ""),
                _ => self.open(&rest[1..], sure, "../", ""),
            },
            Token::Before | Token::After => self.beside(&rest[1..], *first == Token::Before),
            Token::Early | Token::Mid | Token::Late => self.third(first, &rest[1..]),
            Token::Between => self.span(&rest[1..], sure, true),
            Token::From => match rest.split_last() {
                Some((Token::EndUnknown, inner)) if !inner.is_empty() => {
                    self.open(&inner[1..], sure, "", "/")
                }
                _ => match self.span(&rest[1..], sure, false)? {
                    Some(span) => Ok(Some(span)),
                    None => self.open(&rest[1..], sure, "", "/.."),
                },
            },
            Token::To => self.whole(&rest[1..]),
            Token::KhmerEra if rest.len() == 2 => Ok(khmer_year(&rest[1])),
            _ => {
                if let [number, Token::KhmerEra] = rest {
                    return Ok(khmer_year(number));
                }
                if let Some(point) = self.point(rest)? {
                    return Ok(Some(point.qualified_by(sure).to_string()));
                }
                match self.span(rest, sure, false)? {
                    Some(span) => Ok(Some(span)),
                    None if self.lacks_a_year(rest) => {
                        Err(DateWordsError::NoYear(self.typed.to_owned()))
                    }
                    None => Ok(None),
                }
            }
        }
    }

    fn lacks_a_year(&self, tokens: &[Token]) -> bool {
        let has_year = tokens.iter().any(|it| matches!(it, Token::Number { digits: 4.., .. }));
        let is_of_dates = tokens.iter().all(|it| {
            matches!(
                it,
                Token::Number { .. }
                    | Token::Month(_)
                    | Token::Season(_)
                    | Token::To
                    | Token::Dash
                    | Token::Slash
            )
        });
        !has_year
            && is_of_dates
            && tokens.iter().any(|it| matches!(it, Token::Month(_) | Token::Season(_)))
            && !self.typed.is_empty()
    }

    /// A span that is open at one side.
    fn open(&self, tokens: &[Token], sure: Sure, before: &str, after: &str) -> Read<String> {
        let point = self.point(tokens)?;
        Ok(point.map(|point| format!("{before}{}{after}", point.qualified_by(sure))))
    }

    /// Until what comes before a date, or since what comes after it: neither includes it.
    fn beside(&self, tokens: &[Token], before: bool) -> Read<String> {
        let Some(Point { part, sure: Sure::Yes }) = self.point(tokens)? else { return Ok(None) };
        let step = if before { part.before() } else { part.after() };
        Ok(step.map(|part| if before { format!("../{part}") } else { format!("{part}/..") }))
    }

    /// The first, second or last third of a month or a year. Where a third begins and ends is never
    /// meant to the day, and the EDTF says so.
    fn third(&self, which: &Token, tokens: &[Token]) -> Read<String> {
        let Some(Point { part, .. }) = self.point(tokens)? else { return Ok(None) };
        let of = |thirds: [(u32, u32); 3]| match which {
            Token::Early => thirds[0],
            Token::Mid => thirds[1],
            _ => thirds[2],
        };
        Ok(match part {
            Part::Month(year, month) => {
                let last = parts::days_in(year, month);
                let (from, to) = of([(1, 10), (11, 20), (21, last)]);
                Some(format!("{year:04}-{month:02}-{from:02}~/{year:04}-{month:02}-{to:02}~"))
            }
            Part::Year(year) => {
                let (from, to) = of([(1, 4), (5, 8), (9, 12)]);
                Some(format!("{year:04}-{from:02}~/{year:04}-{to:02}~"))
            }
            _ => None,
        })
    }

    /// From one date to another. `and`: whether the word between them may be "and".
    fn span(&self, tokens: &[Token], sure: Sure, and: bool) -> Read<String> {
        let places = |is: &dyn Fn(&Token) -> bool| -> Vec<usize> {
            (1..tokens.len()).filter(|at| is(&tokens[*at])).collect()
        };
        let mut splits = places(&|it| *it == Token::To);
        if splits.is_empty() && and {
            splits = places(&|it| *it == Token::And);
        }
        if splits.is_empty() {
            splits = places(&|it| matches!(it, Token::Dash | Token::Slash));
        }
        let mut wrong = None;
        for at in splits {
            match self.ends(&tokens[..at], &tokens[at + 1..]) {
                Ok(Some((from, to))) => {
                    let (from, to) = (from.qualified_by(sure), to.qualified_by(sure));
                    return Ok(Some(format!("{from}/{to}")));
                }
                Ok(None) => {}
                Err(error) => wrong = wrong.or(Some(error)),
            }
        }
        wrong.map_or(Ok(None), Err)
    }

    /// Both ends of a span; the first may leave to the second what they have in common.
    fn ends(&self, left: &[Token], right: &[Token]) -> Read<(Point, Point)> {
        // September 3 to 16, 2017
        if let ([Token::Month(month), first], [last, year]) = (left, right)
            && let (Some(first), Some(last), Some(year)) =
                (small(first), small(last), year_of(year))
        {
            let day = |day| Point::sure(Part::Day(year, *month, day));
            return Ok(Some((day(first), day(last))));
        }
        let Some(to) = self.point(right)? else { return Ok(None) };
        let (sure, rest) = qualified(left);
        if let Some(from) = self.point(rest)? {
            return Ok(Some((from.qualified_by(sure), to)));
        }
        let from = match (rest, to.part) {
            ([day, Token::Month(month)] | [Token::Month(month), day], to) => {
                small(day).zip(to.year()).map(|(day, year)| Part::Day(year, *month, day))
            }
            ([Token::Month(month)], Part::Month(year, _) | Part::Day(year, ..)) => {
                Some(Part::Month(year, *month))
            }
            ([day], Part::Day(year, month, _)) => small(day).map(|day| Part::Day(year, month, day)),
            ([Token::Season(season)], Part::Season(year, _)) => Some(Part::Season(year, *season)),
            _ => None,
        };
        Ok(from.map(|part| (Point { part, sure }, to)))
    }

    /// One date that is not a span.
    fn point(&self, tokens: &[Token]) -> Read<Point> {
        let (sure, mut rest) = qualified(tokens);
        let mut behind = Sure::Yes;
        while let Some((last, before)) = rest.split_last() {
            let Some(last) = sureness(last) else { break };
            behind = behind.and(last);
            rest = before;
        }
        Ok(self.part(rest)?.map(|part| Point { part, sure: sure.and(behind) }))
    }

    fn part(&self, tokens: &[Token]) -> Read<Part> {
        if let Some(at) = tokens.iter().position(|it| *it == Token::KhmerEra) {
            let others = [&tokens[..at], &tokens[at + 1..]].concat();
            return match self.part(&others)? {
                Some(part) => self.khmer_era(part).map(Some),
                None => Ok(None),
            };
        }
        if let Some(at) = tokens.iter().position(|it| *it == Token::Buddhist) {
            let others = [&tokens[..at], &tokens[at + 1..]].concat();
            return Ok(self.part(&others)?.and_then(|part| part.years_back(543)));
        }
        if let [Token::Today] = tokens {
            return Ok(Some(Part::of_day(self.today)));
        }
        if let [Token::Yesterday] = tokens {
            return Ok(self.today.pred_opt().map(Part::of_day));
        }
        if let Some(found) = self.of_numbers(tokens)? {
            return Ok(Some(found));
        }
        let has_month = tokens.iter().any(|it| matches!(it, Token::Month(_)));
        let plain: Vec<Token> = tokens
            .iter()
            // 26-Nov-2017
            .filter(|it| !(has_month && matches!(it, Token::Dash | Token::Slash | Token::Dot)))
            .cloned()
            .collect();
        let year = year_of;
        Ok(match plain.as_slice() {
            [Token::SomeDay, rest @ ..] => match self.part(rest)? {
                Some(Part::Month(year, month)) => Some(Part::DayOfMonth(year, month)),
                Some(Part::Year(year)) => Some(Part::DayOfYear(year)),
                _ => None,
            },
            [one] => year(one).map(Part::Year),
            [Token::Month(month), other] | [other, Token::Month(month)] => {
                year(other).map(|year| Part::Month(year, *month))
            }
            [Token::Season(season), other] | [other, Token::Season(season)] => {
                year(other).map(|year| Part::Season(year, *season))
            }
            [day, Token::Month(month), of] | [Token::Month(month), day, of] => {
                match (small(day), year(of)) {
                    (Some(day), Some(year)) => Some(Part::Day(year, *month, day)),
                    // 2017 November 26
                    _ => small(of).zip(year(day)).map(|(day, year)| Part::Day(year, *month, day)),
                }
            }
            [Token::SomeMonth, of] => year(of).map(Part::MonthOfYear),
            [Token::SomeYear, Token::Between, from, Token::And, to] => {
                year(from).zip(year(to)).and_then(|(from, to)| Part::years(from, to))
            }
            _ => None,
        })
    }

    /// Dates that are nothing but numbers: `26/11/2017`, `2017-9-3`, `11/2017`, `2010s`.
    fn of_numbers(&self, tokens: &[Token]) -> Read<Part> {
        use Token::Number;
        match tokens {
            [Number { value, digits: 4 }, Token::Decade]
            | [Token::Decade, Number { value, digits: 4 }] => {
                if value % 100 == 0 {
                    let to = |last: u32| format!("{value:04} to {last:04}");
                    return Err(DateWordsError::Ambiguous {
                        typed: self.typed.to_owned(),
                        readings: vec![to(value + 9), to(value + 99)],
                    });
                }
                Ok(Part::years(*value, value + 9).filter(|_| value % 10 == 0))
            }
            [
                Number { value: a, digits: da },
                one,
                Number { value: b, digits: db },
                two,
                Number { value: c, digits: dc },
            ] if is_between(one) && one == two => match (da, dc) {
                (4, 1 | 2) if *db <= 2 => Ok(Some(Part::Day(*a, *b, *c))),
                (1 | 2, 4) if *db <= 2 => self.day_and_month(*a, *b, *c).map(Some),
                (1 | 2, 1 | 2) if *db <= 2 => Err(self.short_year(*a, *b, *c)),
                _ => Ok(None),
            },
            [Number { value: a, digits: 1 | 2 }, between, Number { value: year, digits: 4 }]
                if is_between(between) && (1..=12).contains(a) =>
            {
                Ok(Some(Part::Month(*year, *a)))
            }
            [Number { value: year, digits: 4 }, between, Number { value: b, digits: 1 | 2 }]
                if is_between(between) && (1..=12).contains(b) =>
            {
                if *between == Token::Slash && year % 100 < *b {
                    let month = MONTHS[(*b - 1) as usize];
                    return Err(DateWordsError::Ambiguous {
                        typed: self.typed.to_owned(),
                        readings: vec![
                            format!("{month} {year:04}"),
                            format!("{year:04} to {:04}", year - year % 100 + b),
                        ],
                    });
                }
                Ok(Some(Part::Month(*year, *b)))
            }
            _ => Ok(None),
        }
    }

    /// Day and month, where their order does not matter, or can only be one.
    fn day_and_month(&self, one: u32, other: u32, year: u32) -> Result<Part, DateWordsError> {
        match (day_of(year, other, one), day_of(year, one, other)) {
            (Some(first), Some(second)) if first != second => Err(DateWordsError::Ambiguous {
                typed: self.typed.to_owned(),
                readings: vec![in_english(first), in_english(second)],
            }),
            (Some(day), _) | (None, Some(day)) => Ok(Part::of_day(day)),
            (None, None) => Ok(Part::Day(year, other, one)),
        }
    }

    /// A year of two digits may be any of the three numbers, of any century.
    fn short_year(&self, a: u32, b: u32, c: u32) -> DateWordsError {
        let all = [(2000 + c, b, a), (2000 + c, a, b), (2000 + a, b, c)];
        let mut readings = Vec::new();
        for reading in all.into_iter().filter_map(|(year, month, day)| day_of(year, month, day)) {
            let said = in_english(reading);
            if !readings.contains(&said) {
                readings.push(said);
            }
        }
        if readings.is_empty() {
            return DateWordsError::NoYear(self.typed.to_owned());
        }
        DateWordsError::Ambiguous { typed: self.typed.to_owned(), readings }
    }

    /// A date of the Buddhist era as Cambodia counts it: its year begins at Visakh Bochea, in April
    /// or May.
    fn khmer_era(&self, part: Part) -> Result<Part, DateWordsError> {
        let era = || DateWordsError::Era(self.typed.to_owned());
        match part {
            Part::Day(_, 6.., _) | Part::Month(_, 6..) => part.years_back(544),
            Part::Day(_, ..=3, _) | Part::Month(_, ..=3) => part.years_back(543),
            _ => None,
        }
        .ok_or_else(era)
    }
}

/// A whole year of the Buddhist era as Cambodia counts it.
fn khmer_year(number: &Token) -> Option<String> {
    let year = year_of(number)?;
    let (from, to) = (year.checked_sub(544)?, year - 543);
    (from > 0).then(|| format!("{from:04}-05~/{to:04}-05~"))
}

fn is_between(token: &Token) -> bool {
    matches!(token, Token::Dash | Token::Slash | Token::Dot)
}

fn sureness(token: &Token) -> Option<Sure> {
    match token {
        Token::About => Some(Sure::About),
        Token::Perhaps => Some(Sure::Perhaps),
        Token::PerhapsAbout => Some(Sure::PerhapsAbout),
        _ => None,
    }
}

/// What is said of how sure a date is, and the date.
fn qualified(tokens: &[Token]) -> (Sure, &[Token]) {
    let mut sure = Sure::Yes;
    let mut rest = tokens;
    while let Some(said) = rest.first().and_then(sureness) {
        sure = sure.and(said);
        rest = &rest[1..];
    }
    (sure, rest)
}

/// A year: four digits, so that nothing else can be meant.
fn year_of(token: &Token) -> Option<u32> {
    match token {
        Token::Number { value, digits: 4 } if *value > 0 => Some(*value),
        _ => None,
    }
}

/// The number of a day.
fn small(token: &Token) -> Option<u32> {
    match token {
        Token::Number { value, digits: 1 | 2 } => Some(*value),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
