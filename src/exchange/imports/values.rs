//! What the text of a cell says: days, numbers, places. Nothing that may mean two things is guessed.

use chrono::{Datelike, NaiveDate};

use crate::domain::codes::codes;
use crate::domain::outlines::{country_at, fine};
use crate::domain::text::fold;
use crate::domain::{Country, Edtf, GeoPrecision, date_words};

codes! {
    /// What comes first in a date of three numbers.
    DateOrder {
        DayFirst = "day_first",
        MonthFirst = "month_first",
    }
}

codes! {
    /// Whose numbers of countries a column has.
    CountryScheme {
        /// Of the UN Statistics Division, as in ISO 3166-1 numeric.
        M49 = "m49",
        /// Gleditsch and Ward, as UCDP has them.
        Gw = "gw",
    }
}

/// A day, month or year; nothing, if the cell is empty or says that it is not known.
///
/// # Errors
/// Says what is wrong, or asks which of two days is meant.
pub fn date(
    text: &str,
    order: Option<DateOrder>,
    today: NaiveDate,
) -> Result<Option<Edtf>, String> {
    let text = text.trim();
    if text.is_empty() || ["na", "n/a", "unknown", "-"].contains(&text.to_lowercase().as_str()) {
        return Ok(None);
    }
    if let Ok(date) = text.parse::<Edtf>() {
        return Ok(Some(date));
    }
    // A range, as Uwazi writes it.
    if let Some((from, to)) = text.split_once(':')
        && text.matches(':').count() == 1
        && text.len() > 16
    {
        let (from, to) = (date(from, order, today)?, date(to, order, today)?);
        return match (from, to) {
            (Some(from), Some(to)) => between(&from, &to).map(Some),
            (one, other) => Ok(one.or(other)),
        };
    }
    let day = without_time(text);
    if let Some(numbers) = three_numbers(day) {
        return of_numbers(day, numbers, order).map(Some);
    }
    if let Ok(date) = day.parse::<Edtf>() {
        return Ok(Some(date));
    }
    if !day.chars().any(char::is_numeric) {
        return Err("is no date; write it as 2017-11-16, 2017-11 or 2017".to_owned());
    }
    // Jan-2017, 16-Nov-2017
    let spaced = day.replace(['-', '.', ','], " ");
    date_words::read(&spaced, today)
        .map_err(|error| format!("is no date that is understood: {error}"))
}

/// The day of a moment.
fn without_time(text: &str) -> &str {
    let end = text.char_indices().find(|(at, c)| *at >= 8 && matches!(c, 'T' | ' '));
    match end {
        Some((at, _))
            if text[at + 1..].starts_with(|c: char| c.is_ascii_digit())
                && text[at..].contains(':') =>
        {
            &text[..at]
        }
        _ => text,
    }
}

fn three_numbers(text: &str) -> Option<[&str; 3]> {
    let mut parts = text.split(['/', '.', '-']);
    let numbers = [parts.next()?, parts.next()?, parts.next()?];
    let all = parts.next().is_none()
        && numbers
            .iter()
            .all(|it| (1..=4).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_digit()));
    all.then_some(numbers)
}

fn of_numbers(text: &str, numbers: [&str; 3], order: Option<DateOrder>) -> Result<Edtf, String> {
    let number = |at: usize| numbers[at].parse::<u32>().unwrap_or_default();
    let day = |year: u32, month: u32, day: u32| {
        i32::try_from(year)
            .ok()
            .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
            .map(Edtf::day)
            .ok_or_else(|| format!("there is no day {text}"))
    };
    if numbers[0].len() == 4 {
        return day(number(0), number(1), number(2));
    }
    let (a, b) = (number(0), number(1));
    if numbers[2].len() != 4 {
        return Err(format!(
            "'{text}' may be several days: write the year with four digits, or the day as YYYY-MM-DD"
        ));
    }
    match order {
        Some(DateOrder::DayFirst) => day(number(2), b, a),
        Some(DateOrder::MonthFirst) => day(number(2), a, b),
        None if a == b || a > 12 => day(number(2), b, a),
        None if b > 12 => day(number(2), a, b),
        None => Err(format!(
            "'{text}' may be two days: does the day or the month come first in this file? Say dates=day_first or \
             dates=month_first"
        )),
    }
}

/// From the first day of one date to the last of another.
///
/// # Errors
/// Where the second is before the first.
pub fn between(from: &Edtf, to: &Edtf) -> Result<Edtf, String> {
    if from == to {
        return Ok(from.clone());
    }
    let (Some(first), Some(last)) = (from.earliest(), to.latest()) else {
        return Err("the end of an open date is not known".to_owned());
    };
    if last < first {
        return Err(format!("ends on {last}, before it begins on {first}"));
    }
    if first == last {
        return Ok(Edtf::day(first));
    }
    format!("{first}/{last}").parse().map_err(|error| format!("{error}"))
}

/// A date that is known no more exactly than `precision` says: `day`, `week`, `month` or `year`.
///
/// # Errors
/// For another word.
pub fn widened(date: Edtf, precision: &str) -> Result<Edtf, String> {
    let Some(day) = date.earliest().filter(|day| Some(*day) == date.latest()) else {
        return Ok(date);
    };
    let text = match precision {
        "day" => return Ok(date),
        "week" => {
            let monday = day - chrono::Days::new(u64::from(day.weekday().num_days_from_monday()));
            format!("{monday}/{}", monday + chrono::Days::new(6))
        }
        "month" => day.format("%Y-%m").to_string(),
        "year" => day.format("%Y").to_string(),
        other => return Err(format!("'{other}' is none of day, week, month and year")),
    };
    text.parse().map_err(|error| format!("{error}"))
}

/// A number of people.
///
/// # Errors
/// For what is no whole number, or too large to be one.
pub fn count(text: &str) -> Result<Option<i64>, String> {
    let text = text.trim();
    if text.is_empty() || ["na", "n/a", "unknown", "-"].contains(&text.to_lowercase().as_str()) {
        return Ok(None);
    }
    let plain = if is_grouped(text) {
        text.replace([',', ' ', '\u{a0}', '\u{202f}', '\''], "")
    } else {
        text.to_owned()
    };
    let whole = plain.strip_suffix(".0").unwrap_or(&plain);
    match whole.parse::<i64>() {
        Ok(number @ 0..=2_000_000_000) => Ok(Some(number)),
        Ok(..0) => Err("is below 0; leave it empty if it is not known".to_owned()),
        Ok(_) => Err("is more people than there are".to_owned()),
        Err(_) => Err("is no whole number; leave it empty if it is not known".to_owned()),
    }
}

/// Whether the digits stand in groups of three: 1,250 or 1 250, and not 1,25.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split([',', ' ', '\u{a0}', '\u{202f}', '\'']);
    let first = groups.next().unwrap_or_default();
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit());
    let mut others = groups.peekable();
    others.peek().is_some()
        && is_number(first)
        && first.len() <= 3
        && others.all(|it| is_number(it) && it.len() == 3)
}

/// Degrees.
///
/// # Errors
/// For what is no number, or beyond the poles or the 180th meridian.
pub fn degrees(text: &str, is_latitude: bool) -> Result<Option<f64>, String> {
    let text = text.trim();
    if text.is_empty() || ["na", "n/a", "unknown", "-"].contains(&text.to_lowercase().as_str()) {
        return Ok(None);
    }
    let plain = if text.contains('.') { text.to_owned() } else { text.replace(',', ".") };
    let what = if is_latitude { "latitude" } else { "longitude" };
    let number: f64 = plain
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
        .ok_or_else(|| format!("is no {what}; write degrees as 11.5564"))?;
    let most = if is_latitude { 90.0 } else { 180.0 };
    if number.abs() <= most {
        return Ok(Some(number));
    }
    Err(if number.fract() == 0.0 && number > 180.0 {
        format!(
            "is no {what}: degrees are from -{most} to {most}; it looks like a count, such as a population, in the wrong column"
        )
    } else if is_latitude && number.abs() <= 180.0 {
        "is no latitude: degrees are from -90 to 90; latitude and longitude may be swapped"
            .to_owned()
    } else {
        format!("is no {what}: degrees are from -{most} to {most}")
    })
}

/// Degrees that a point may lie outside of its country: coasts, borders, and outlines that are not exact.
const MARGIN: f64 = 1.0;

/// What is wrong with a point in a country.
pub fn misplaced(at: (f64, f64), country: &Country, precision: GeoPrecision) -> Option<String> {
    let (latitude, longitude) = at;
    if (latitude, longitude) == (0.0, 0.0) {
        return Some("is 0, 0, a place in the Atlantic that stands for nothing; leave both empty if they are not known".to_owned());
    }
    if precision == GeoPrecision::International || fine().of(country.as_str()).next().is_none() {
        return None;
    }
    let lies_in =
        |latitude: f64, longitude: f64| country_at(latitude, longitude) == Some(country.as_str());
    if lies_in(latitude, longitude) || is_near(latitude, longitude, country) {
        return None;
    }
    let swapped = longitude.abs() <= 90.0 && lies_in(longitude, latitude);
    let there = country_at(latitude, longitude).and_then(|code| code.parse::<Country>().ok());
    let there = there.map_or_else(|| "in no country".to_owned(), |it| format!("in {}", it.name()));
    Some(format!(
        "lies {there}, and the row says {}{}",
        country.name(),
        if swapped {
            "; latitude and longitude are swapped"
        } else {
            "; correct the point or the country"
        }
    ))
}

fn is_near(latitude: f64, longitude: f64, country: &Country) -> bool {
    let (x, y) = (longitude * 100.0, latitude * 100.0);
    let narrow = latitude.to_radians().cos().max(0.1);
    let close = MARGIN * 100.0;
    fine().of(country.as_str()).flat_map(|it| &it.rings).any(|ring| {
        let near = |low: i32, high: i32, at: f64, by: f64| {
            (f64::from(low) - by..=f64::from(high) + by).contains(&at)
        };
        let bounds = ring.bounds;
        near(bounds.west, bounds.east, x, close / narrow)
            && near(bounds.south, bounds.north, y, close)
            && ring.points.iter().any(|point| {
                let (dx, dy) = ((f64::from(point.0) - x) * narrow, f64::from(point.1) - y);
                dx.hypot(dy) <= close
            })
    })
}

/// A country, by a name in any language of the pages, a code of ISO 3166-1, or a number of a scheme.
pub fn country(text: &str, scheme: Option<CountryScheme>) -> Result<Country, String> {
    let text = text.trim();
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        let number: u16 = text.parse().unwrap_or_default();
        let found = match scheme {
            Some(CountryScheme::Gw) => by_gw(number),
            Some(CountryScheme::M49) => Country::numbered(number),
            None => {
                return Err("is a number, and it is not said whose numbers of countries these are; say scheme gw or m49".to_owned());
            }
        };
        return found.ok_or_else(|| "is the number of no country".to_owned());
    }
    if let Some(found) = Country::named(text).or_else(|| Country::lettered(text)) {
        return Ok(found);
    }
    let folded = fold(text).replace(" & ", " and ");
    let plain = folded.split('(').next().unwrap_or_default().trim();
    [folded.as_str(), plain, untitled(plain)].into_iter().find_map(called).ok_or_else(|| {
        "is no country that is known; write its name or its ISO 3166-1 code, such as KHM".to_owned()
    })
}

/// The country with a name, which is folded.
fn called(name: &str) -> Option<Country> {
    let also = ALSO.iter().find(|also| also.0 == name);
    also.and_then(|(_, code)| code.parse().ok()).or_else(|| Country::named(name))
}

/// The name of a state without what its officials put before it. Where states share what remains, as
/// the Koreas do, their official names are in [`ALSO`].
fn untitled(name: &str) -> &str {
    const TITLES: [&str; 16] = [
        "bolivarian republic of ",
        "commonwealth of ",
        "democratic socialist republic of ",
        "federal republic of ",
        "federated states of ",
        "federative republic of ",
        "islamic republic of ",
        "kingdom of ",
        "peoples democratic republic of ",
        "peoples republic of ",
        "plurinational state of ",
        "republic of ",
        "socialist republic of ",
        "state of ",
        "sultanate of ",
        "united republic of ",
    ];
    let of = TITLES.iter().find_map(|title| name.strip_prefix(title)).unwrap_or(name);
    of.strip_prefix("the ").unwrap_or(of)
}

/// What countries are called in datasets, folded.
const ALSO: [(&str, &str); 67] = [
    // As the United Nations call them.
    ("russian federation", "RUS"),
    ("republic of korea", "KOR"),
    ("democratic peoples republic of korea", "PRK"),
    ("dprk", "PRK"),
    ("syrian arab republic", "SYR"),
    ("lao peoples democratic republic", "LAO"),
    ("lao pdr", "LAO"),
    ("united kingdom of great britain and northern ireland", "GBR"),
    ("libyan arab jamahiriya", "LBY"),
    ("the former yugoslav republic of macedonia", "MKD"),
    ("fyr macedonia", "MKD"),
    ("macedonia fyr", "MKD"),
    ("congo", "COG"),
    ("republic of the congo", "COG"),
    ("holy see", "VAT"),
    ("vatican", "VAT"),
    ("hong kong sar", "HKG"),
    ("uae", "ARE"),
    ("kyrgyz republic", "KGZ"),
    ("slovak republic", "SVK"),
    ("republic of china", "TWN"),
    ("st. lucia", "LCA"),
    ("st. kitts and nevis", "KNA"),
    // As others do.
    ("drc", "COD"),
    ("dr congo", "COD"),
    ("democratic republic of congo", "COD"),
    ("congo kinshasa", "COD"),
    ("republic of congo", "COG"),
    ("congo brazzaville", "COG"),
    ("car", "CAF"),
    ("opt", "PSE"),
    ("palestine", "PSE"),
    ("occupied palestinian territory", "PSE"),
    ("occupied palestinian territories", "PSE"),
    ("gaza", "PSE"),
    ("west bank", "PSE"),
    ("burma", "MMR"),
    ("russia", "RUS"),
    ("south korea", "KOR"),
    ("north korea", "PRK"),
    ("united states", "USA"),
    ("united states of america", "USA"),
    ("usa", "USA"),
    ("uk", "GBR"),
    ("united kingdom", "GBR"),
    ("great britain", "GBR"),
    ("syria", "SYR"),
    ("iran", "IRN"),
    ("laos", "LAO"),
    ("vietnam", "VNM"),
    ("viet nam", "VNM"),
    ("tanzania", "TZA"),
    ("venezuela", "VEN"),
    ("bolivia", "BOL"),
    ("moldova", "MDA"),
    ("ivory coast", "CIV"),
    ("cape verde", "CPV"),
    ("swaziland", "SWZ"),
    ("macedonia", "MKD"),
    ("czech republic", "CZE"),
    ("turkey", "TUR"),
    ("east timor", "TLS"),
    ("brunei", "BRN"),
    ("taiwan", "TWN"),
    ("kosovo", "XKX"),
    ("micronesia", "FSM"),
    ("yemen", "YEM"),
];

fn by_gw(number: u16) -> Option<Country> {
    let found = GW.iter().find(|(code, _)| *code == number)?;
    found.1.parse().ok()
}

/// Numbers of Gleditsch and Ward, and codes of ISO 3166-1.
#[rustfmt::skip]
const GW: [(u16, &str); 175] = [
    (2, "USA"), (20, "CAN"), (31, "BHS"), (40, "CUB"), (41, "HTI"), (42, "DOM"), (51, "JAM"), (52, "TTO"), (53, "BRB"),
    (70, "MEX"), (80, "BLZ"), (90, "GTM"), (91, "HND"), (92, "SLV"), (93, "NIC"), (94, "CRI"), (95, "PAN"), (100, "COL"),
    (101, "VEN"), (110, "GUY"), (115, "SUR"), (130, "ECU"), (135, "PER"), (140, "BRA"), (145, "BOL"), (150, "PRY"),
    (155, "CHL"), (160, "ARG"), (165, "URY"), (200, "GBR"), (205, "IRL"), (210, "NLD"), (211, "BEL"), (212, "LUX"),
    (220, "FRA"), (225, "CHE"), (230, "ESP"), (235, "PRT"), (255, "DEU"), (260, "DEU"), (290, "POL"), (305, "AUT"),
    (310, "HUN"), (316, "CZE"), (317, "SVK"), (325, "ITA"), (338, "MLT"), (339, "ALB"), (340, "SRB"), (341, "MNE"),
    (343, "MKD"), (344, "HRV"), (346, "BIH"), (347, "XKX"), (349, "SVN"), (350, "GRC"), (352, "CYP"), (355, "BGR"),
    (359, "MDA"), (360, "ROU"), (365, "RUS"), (366, "EST"), (367, "LVA"), (368, "LTU"), (369, "UKR"), (370, "BLR"),
    (371, "ARM"), (372, "GEO"), (373, "AZE"), (375, "FIN"), (380, "SWE"), (385, "NOR"), (390, "DNK"), (395, "ISL"),
    (402, "CPV"), (404, "GNB"), (411, "GNQ"), (420, "GMB"), (432, "MLI"), (433, "SEN"), (434, "BEN"), (435, "MRT"),
    (436, "NER"), (437, "CIV"), (438, "GIN"), (439, "BFA"), (450, "LBR"), (451, "SLE"), (452, "GHA"), (461, "TGO"),
    (471, "CMR"), (475, "NGA"), (481, "GAB"), (482, "CAF"), (483, "TCD"), (484, "COG"), (490, "COD"), (500, "UGA"),
    (501, "KEN"), (510, "TZA"), (516, "BDI"), (517, "RWA"), (520, "SOM"), (522, "DJI"), (530, "ETH"), (531, "ERI"),
    (540, "AGO"), (541, "MOZ"), (551, "ZMB"), (552, "ZWE"), (553, "MWI"), (560, "ZAF"), (565, "NAM"), (570, "LSO"),
    (571, "BWA"), (572, "SWZ"), (580, "MDG"), (581, "COM"), (590, "MUS"), (600, "MAR"), (615, "DZA"), (616, "TUN"),
    (620, "LBY"), (625, "SDN"), (626, "SSD"), (630, "IRN"), (640, "TUR"), (645, "IRQ"), (651, "EGY"), (652, "SYR"),
    (660, "LBN"), (663, "JOR"), (666, "ISR"), (670, "SAU"), (678, "YEM"), (690, "KWT"), (692, "BHR"), (694, "QAT"),
    (696, "ARE"), (698, "OMN"), (700, "AFG"), (701, "TKM"), (702, "TJK"), (703, "KGZ"), (704, "UZB"), (705, "KAZ"),
    (710, "CHN"), (712, "MNG"), (713, "TWN"), (731, "PRK"), (732, "KOR"), (740, "JPN"), (750, "IND"), (760, "BTN"),
    (770, "PAK"), (771, "BGD"), (775, "MMR"), (780, "LKA"), (781, "MDV"), (790, "NPL"), (800, "THA"), (811, "KHM"),
    (812, "LAO"), (816, "VNM"), (820, "MYS"), (830, "SGP"), (835, "BRN"), (840, "PHL"), (850, "IDN"), (860, "TLS"),
    (900, "AUS"), (910, "PNG"), (920, "NZL"), (940, "SLB"), (950, "FJI"),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 28).unwrap()
    }

    fn said(text: &str, order: Option<DateOrder>) -> Result<String, String> {
        date(text, order, today()).map(|date| date.map(|it| it.to_string()).unwrap_or_default())
    }

    #[test]
    fn days_are_read_as_they_are_written_and_never_guessed() {
        for (text, day) in [
            ("2017-11-16", "2017-11-16"),
            ("2017/11/16", "2017-11-16"),
            ("2017-11-16T00:00:00", "2017-11-16"),
            ("2017-11-16 08:30:00", "2017-11-16"),
            ("16 November 2017", "2017-11-16"),
            ("Jan-2017", "2017-01"),
            ("2017", "2017"),
            ("2000/01/01:2000/12/01", "2000-01-01/2000-12-01"),
            ("16/11/2017", "2017-11-16"),
            ("11/16/2017", "2017-11-16"),
            ("", ""),
        ] {
            assert_eq!(said(text, None).as_deref(), Ok(day), "{text}");
        }
        assert!(said("03/04/2005", None).unwrap_err().contains("day_first"));
        assert!(said("03/04/05", None).unwrap_err().contains("several days"));
        assert_eq!(said("03/04/2005", Some(DateOrder::DayFirst)).as_deref(), Ok("2005-04-03"));
        assert_eq!(said("03/04/2005", Some(DateOrder::MonthFirst)).as_deref(), Ok("2005-03-04"));
        for wrong in ["31/02/2017", "yesterday", "soon", "2017-13-01"] {
            assert!(said(wrong, Some(DateOrder::DayFirst)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_are_whole_and_degrees_are_on_the_globe() {
        assert_eq!(count("1,250"), Ok(Some(1250)));
        assert_eq!(count("12.0"), Ok(Some(12)));
        assert_eq!(count(""), Ok(None));
        for wrong in ["1,25", "-1", "1.5", "many", "99999999999"] {
            assert!(count(wrong).is_err(), "{wrong}");
        }
        assert_eq!(degrees("11,5564", true), Ok(Some(11.5564)));
        assert!(degrees("200", true).unwrap_err().contains("no latitude"));
        assert!(degrees("15000000", true).unwrap_err().contains("population"));
        assert!(degrees("104.9", true).unwrap_err().contains("swapped"));
    }

    #[test]
    fn points_lie_in_their_country() {
        let (khm, syr): (Country, Country) = ("KHM".parse().unwrap(), "SYR".parse().unwrap());
        assert_eq!(misplaced((11.56, 104.92), &khm, GeoPrecision::Exact), None);
        assert!(misplaced((48.85, 2.35), &khm, GeoPrecision::Exact).unwrap().contains("in France"));
        assert!(misplaced((35.5, 35.5), &syr, GeoPrecision::Exact).is_none(), "the coast is near");
        assert!(misplaced((0.0, 0.0), &khm, GeoPrecision::Exact).unwrap().contains("Atlantic"));
        assert!(misplaced((35.0, 36.3), &khm, GeoPrecision::International).is_none());
    }

    #[test]
    fn countries_are_known_by_names_codes_and_numbers() {
        for (text, scheme, code) in [
            ("Cambodia", None, "KHM"),
            ("KH", None, "KHM"),
            ("khm", None, "KHM"),
            ("DRC", None, "COD"),
            ("652", Some(CountryScheme::Gw), "SYR"),
            ("116", Some(CountryScheme::M49), "KHM"),
            ("Myanmar (Burma)", None, "MMR"),
            ("Yemen (North Yemen)", None, "YEM"),
            ("Russian Federation", None, "RUS"),
            ("Republic of Korea", None, "KOR"),
            ("Democratic People’s Republic of Korea", None, "PRK"),
            ("Bolivia (Plurinational State of)", None, "BOL"),
            ("Bolivarian Republic of Venezuela", None, "VEN"),
            ("Kingdom of the Netherlands", None, "NLD"),
            ("The Gambia", None, "GMB"),
            ("People's Republic of China", None, "CHN"),
            ("Republic of China", None, "TWN"),
            ("Republic of the Congo", None, "COG"),
            ("Democratic Republic of the Congo", None, "COD"),
            ("Federated States of Micronesia", None, "FSM"),
            ("State of Palestine", None, "PSE"),
            ("United Republic of Tanzania", None, "TZA"),
            ("Trinidad & Tobago", None, "TTO"),
        ] {
            assert_eq!(country(text, scheme).unwrap().as_str(), code, "{text}");
        }
        assert!(country("652", None).unwrap_err().contains("whose numbers"));
        for none in ["Atlantis", "Republic of", "the", "Korea", "Kingdom of Atlantis"] {
            assert!(country(none, None).is_err(), "{none}");
        }
        for (_, code) in GW.iter().map(|(_, code)| ("", *code)).chain(ALSO) {
            assert!(code.parse::<Country>().is_ok(), "{code}");
        }
    }
}
