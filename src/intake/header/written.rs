//! Days as letterheads write them: in numbers of every order, with months of other languages, in Roman numbers, with the year of
//! two digits.

use chrono::NaiveDate;

use super::Header;
use crate::domain::Country;
use crate::domain::gazetteer::gazetteer;
use crate::intake::text::Kind;

/// A day where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Written {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) year: Option<i32>,
    pub(super) month: u32,
    pub(super) day: u32,
}

impl Written {
    /// The day, if the year stands with it.
    pub(super) fn whole(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, self.month, self.day)
    }
}

/// Months as other languages have them, in dates of letterheads; folded.
fn month_abroad(word: &str) -> Option<u32> {
    let number = match word {
        "janvier" | "enero" | "janeiro" | "gennaio" | "januar" | "januari" | "ianuarie"
        | "ocak" | "stycznia" | "sijecnja" | "januara" | "janar" | "janv" | "ene" | "januaris" => 1,
        "fevrier" | "febrero" | "fevereiro" | "febbraio" | "februar" | "februari" | "februarie"
        | "subat" | "lutego" | "veljace" | "februara" | "shkurt" | "pebruari" | "fevr" | "fev" => 2,
        "mars" | "marzo" | "marco" | "marz" | "maart" | "martie" | "mart" | "marca" | "maret"
        | "mac" | "ozujka" | "marta" => 3,
        "avril" | "abril" | "aprile" | "aprilie" | "nisan" | "kwietnia" | "travnja" | "aprila"
        | "prill" | "abr" | "avr" => 4,
        "mai" | "mayo" | "maio" | "maggio" | "mei" | "mayis" | "mayıs" | "maja" | "svibnja"
        | "maj" | "mag" => 5,
        "juin" | "junio" | "junho" | "giugno" | "juni" | "iunie" | "haziran" | "czerwca"
        | "juna" | "lipnja" | "qershor" => 6,
        "juillet" | "julio" | "julho" | "luglio" | "juli" | "iulie" | "temmuz" | "lipca"
        | "jula" | "srpnja" | "korrik" | "julai" => 7,
        "aout" | "agosto" | "augustus" | "agustus" | "ogos" | "agustos" | "ağustos"
        | "sierpnia" | "avgusta" | "kolovoza" | "gusht" | "ago" => 8,
        "septembre" | "septiembre" | "setiembre" | "setembro" | "settembre" | "septembrie"
        | "eylul" | "wrzesnia" | "septembra" | "rujna" | "shtator" | "set" => 9,
        "octobre" | "octubre" | "outubro" | "ottobre" | "oktober" | "octombrie" | "ekim"
        | "pazdziernika" | "oktobra" | "tetor" | "out" | "okt" => 10,
        "novembre" | "noviembre" | "novembro" | "noiembrie" | "kasim" | "kasım" | "novembra"
        | "studenoga" | "nentor" | "nopember" => 11,
        "decembre" | "diciembre" | "dezembro" | "dicembre" | "dezember" | "desember"
        | "decembrie" | "aralik" | "aralık" | "grudnia" | "decembra" | "prosinca" | "dhjetor"
        | "disember" | "dic" | "dez" => 12,
        _ => return None,
    };
    Some(number)
}

/// Months in Roman numbers: "31.III.2009".
fn roman(raw: &str) -> Option<u32> {
    let numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    (1..).zip(numbers).find(|it| it.1 == raw).map(|it| it.0)
}

/// A year of four digits, or of two; that of the Buddhist era lies 543 years ahead.
fn year_of(digits: &str) -> Option<i32> {
    if !digits.chars().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let year: i32 = digits.parse().ok()?;
    match (digits.len(), year) {
        (4, 1900..=2050) => Some(year),
        (4, 2480..=2600) => Some(year - 543),
        (2, 0..=50) => Some(2000 + year),
        (2, 51..) => Some(1900 + year),
        _ => None,
    }
}

impl Header<'_, '_> {
    /// Days between two tokens, none within another.
    pub(super) fn written_in(&self, first: usize, end: usize) -> Vec<Written> {
        let mut found = Vec::new();
        let mut at = first;
        while at < end {
            if self.text.tokens[at].kind == Kind::Number
                && let Some(mut day) = self.written_at(at)
            {
                at = day.end.max(at + 1);
                // The day of the week before it belongs to it.
                let back = usize::from(
                    day.first > first && matches!(self.text.sign(day.first - 1), "," | "."),
                ) + 1;
                if let Some(before) = day.first.checked_sub(back).filter(|it| *it >= first)
                    && self.language.weekdays.contains_key(self.low(before))
                {
                    day.first = before;
                }
                found.push(day);
            } else {
                at += 1;
            }
        }
        found
    }

    fn written_at(&self, at: usize) -> Option<Written> {
        let (end, year, month, day) = self
            .in_numbers(at)
            .or_else(|| self.day_month_year(at))
            .or_else(|| self.year_month_day(at))?;
        NaiveDate::from_ymd_opt(year, month, day)?;
        Some(Written { first: at, end, year: Some(year), month, day })
    }

    /// "2009/03/31", "28/8/19", "6.9.99", "28-8-19", "2010年12月10日".
    fn in_numbers(&self, at: usize) -> Option<(usize, i32, u32, u32)> {
        let raw = self.text.tokens[at].raw;
        if let Some((year, rest)) = raw.split_once('年') {
            let (month, day) = rest.trim_end_matches('日').split_once('月')?;
            return Some((at + 1, year_of(year)?, month.parse().ok()?, day.parse().ok()?));
        }
        let hyphened = |at: usize| {
            self.text.tokens.get(at).is_some_and(|it| it.hyphen && it.kind == Kind::Number)
        };
        let mut parts: Vec<&str> = raw.split(['/', '.']).collect();
        let mut end = at + 1;
        if parts.len() == 1 && hyphened(at + 1) && hyphened(at + 2) {
            parts.extend((at + 1..at + 3).map(|it| self.text.tokens[it].raw));
            end = at + 3;
        }
        let [first, second, third] = parts.as_slice() else { return None };
        let (a, b): (u32, u32) = (first.parse().ok()?, second.parse().ok()?);
        if first.len() == 4 {
            return Some((end, year_of(first)?, b, third.parse().ok()?));
        }
        let year = year_of(third)?;
        match (a, b) {
            (1..=12, 13..=31) => Some((end, year, a, b)),
            (1..=12, 1..=12) if a != b && !raw.contains('.') && !self.is_day_first(at) => None,
            (1..=31, 1..=12) => Some((end, year, b, a)),
            _ => None,
        }
    }

    /// Whether the line of a date, or the head, says that it was written where the day comes before the month.
    /// Where nothing says so, such a date may be either of two days.
    fn is_day_first(&self, at: usize) -> bool {
        let body = self.text.blocks.get(self.zones.body).map_or(0, |it| it.first);
        let line = self.text.blocks.iter().find(|it| (it.first..it.end).contains(&at));
        let named = |at: usize, with_towns: bool| {
            let name = Some(self.text.tokens[at].raw).filter(|_| self.text.is_capital(at))?;
            let town = || gazetteer().called(name, None).map(|it| it.country);
            Country::named(name).or_else(|| with_towns.then(town).flatten())
        };
        let in_line = line.into_iter().flat_map(|it| it.first..it.end);
        let lands: Vec<Country> = in_line
            .filter_map(|it| named(it, true))
            .chain((0..body).filter_map(|it| named(it, false)))
            .collect();
        !lands.is_empty()
            && lands.iter().all(|it| !matches!(it.as_str(), "USA" | "PHL" | "FSM" | "PLW"))
    }

    fn named_month(&self, at: usize, parted: bool) -> Option<u32> {
        let low = self.low(at);
        let english = self.language.months.get(low).copied().filter(|_| self.text.is_capital(at));
        english
            .or_else(|| month_abroad(low))
            .or_else(|| self.text.tokens.get(at).filter(|_| parted).and_then(|it| roman(it.raw)))
    }

    /// "31st day of March, 2009", "6/Dec/2001", "31.III.2009", "18 février 2019", "31hb Oktober 2012", "3 March '09".
    fn day_month_year(&self, at: usize) -> Option<(usize, i32, u32, u32)> {
        let raw = self.text.tokens[at].raw;
        let digits: String = raw.chars().take_while(char::is_ascii_digit).collect();
        let suffix = &raw[digits.len()..];
        let day: u32 = digits.parse().ok().filter(|it| (1..=31).contains(it))?;
        if !matches!(
            suffix.to_lowercase().as_str(),
            "" | "st" | "nd" | "rd" | "th" | "hb" | "er" | "o" | "º" | "e" | "a" | "ª"
        ) {
            return None;
        }
        let mut next = at + 1;
        let parted = matches!(self.text.sign(next), "." | "/" | "-" | "–")
            || self.text.tokens.get(next).is_some_and(|it| it.hyphen);
        next += usize::from(matches!(self.text.sign(next), "." | "/" | "-" | "–" | "º" | "°"));
        next += usize::from(self.low(next) == "day");
        next += usize::from(matches!(self.low(next), "of" | "de" | "di" | "do"));
        let month = self.named_month(next, parted)?;
        next += 1;
        next += usize::from(matches!(self.text.sign(next), "." | "/" | "-" | "–"));
        next += usize::from(self.text.sign(next) == ",");
        next += usize::from(matches!(self.low(next), "of" | "de" | "del" | "do" | "in"));
        next += 2 * usize::from(self.low(next) == "the" && self.low(next + 1) == "year");
        let short = matches!(self.text.sign(next), "'" | "’" | "‘");
        next += usize::from(short);
        // "2 June B.E. 2557 (2014)".
        if self.low(next) == "b" && self.low(next + 2) == "e" {
            next += 3 + usize::from(self.text.sign(next + 3) == ".");
        }
        next += usize::from(self.low(next) == "be");
        let token = self.text.tokens.get(next).filter(|it| it.kind == Kind::Number)?;
        let year = year_of(token.raw)?;
        // "24 May 18 people": a year of two digits ends the line or what a sign ends.
        let ends = self.block_of(next).is_none_or(|it| next + 1 >= self.text.blocks[it].end)
            || matches!(self.text.sign(next + 1), "." | "," | ":" | ")" | "|" | "–" | "—" | "-");
        (token.raw.len() == 4 || short || parted || ends).then_some((next + 1, year, month, day))
    }

    /// "2014 June 2", "2012. október 31".
    fn year_month_day(&self, at: usize) -> Option<(usize, i32, u32, u32)> {
        let raw = self.text.tokens[at].raw;
        let year = year_of(raw).filter(|_| raw.len() == 4)?;
        let mut next = at + 1;
        next += usize::from(matches!(self.text.sign(next), "." | "," | "/"));
        let month = self.named_month(next, false)?;
        next += 1;
        next += usize::from(matches!(self.text.sign(next), "." | "/"));
        let token = self.text.tokens.get(next).filter(|it| it.kind == Kind::Number)?;
        let day = token.raw.trim_end_matches(char::is_alphabetic).parse().ok()?;
        Some((next + 1, year, month, day))
    }
}
