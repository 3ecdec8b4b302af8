//! Countries: ISO 3166-1, with Kosovo's user-assigned XKX.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize};

use super::text::fold;

/// A country, by its ISO 3166-1 alpha-3 code.
#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = diesel::sql_types::Text)]
#[serde(transparent)]
pub struct Country(String);

/// Code → English short name.
static NAMES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../reference/countries.csv")
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.splitn(4, ',');
            let iso3 = cells.next()?;
            Some((iso3, cells.nth(2)?.trim_matches('"')))
        })
        .collect()
});

/// Code → alpha-2 code and number (M49).
static OTHER_CODES: LazyLock<HashMap<&'static str, (&'static str, &'static str)>> =
    LazyLock::new(|| {
        let rows = include_str!("../reference/countries.csv").lines().skip(1);
        let codes = |row: &'static str| {
            let mut cells = row.splitn(4, ',');
            Some((cells.next()?, (cells.next()?, cells.next()?)))
        };
        rows.filter_map(codes).collect()
    });

/// Alpha-2 code and number → code.
static BY_OTHER_CODE: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    OTHER_CODES
        .iter()
        .flat_map(|(code, (iso2, number))| [(*iso2, *code), (*number, *code)])
        .collect()
});

/// Language → code → name.
static TRANSLATED: LazyLock<HashMap<String, BTreeMap<&'static str, String>>> =
    LazyLock::new(|| {
        let text = include_str!("../reference/country_names.csv");
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let languages = reader.headers().cloned().unwrap_or_default();
        let mut all: HashMap<String, BTreeMap<&'static str, String>> = HashMap::new();
        for row in reader.records().flatten() {
            let Some((code, _)) = row.get(0).and_then(|code| NAMES.get_key_value(code)) else {
                continue;
            };
            for (language, name) in languages.iter().zip(row.iter()).skip(1) {
                if !name.is_empty() {
                    all.entry(language.to_owned()).or_default().insert(*code, name.to_owned());
                }
            }
        }
        all
    });

/// Name, in any of the languages and folded → code.
static NAMED: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let translated = TRANSLATED.values().flatten().map(|(code, name)| (fold(name), *code));
    let english = NAMES.iter().map(|(code, name)| (fold(name), *code));
    // Where two languages mean different countries by one name, the English meaning counts.
    translated.chain(english).collect()
});

impl Country {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The English short name.
    pub fn name(&self) -> &'static str {
        NAMES.get(self.0.as_str()).copied().unwrap_or_default()
    }

    /// The name in a language (BCP 47), where it is known; else the English one.
    pub fn name_in(&self, language: &str) -> &'static str {
        let names = TRANSLATED.get(language);
        names
            .and_then(|names| names.get(self.0.as_str()))
            .map_or_else(|| self.name(), String::as_str)
    }

    /// The country with a code or a name in any language of the pages, however they are written.
    pub fn named(text: &str) -> Option<Self> {
        let code = text.trim().to_ascii_uppercase();
        if NAMES.contains_key(code.as_str()) {
            return Some(Self(code));
        }
        NAMED.get(&fold(text)).map(|code| Self((*code).to_owned()))
    }

    /// The country with an ISO 3166-1 alpha-2 code, in any case.
    pub fn lettered(iso2: &str) -> Option<Self> {
        let code = iso2.trim().to_ascii_uppercase();
        let known = BY_OTHER_CODE.get(code.as_str()).filter(|_| code.len() == 2);
        known.map(|code| Self((*code).to_owned()))
    }

    /// The country with a number of ISO 3166-1 (M49).
    pub fn numbered(number: u16) -> Option<Self> {
        let known = BY_OTHER_CODE.get(format!("{number:03}").as_str());
        known.map(|code| Self((*code).to_owned()))
    }

    /// Every country, by English short name.
    pub fn all() -> Vec<Self> {
        let mut all: Vec<_> = NAMES.iter().map(|(code, name)| (fold(name), *code)).collect();
        all.sort_unstable();
        all.into_iter().map(|(_, code)| Self(code.to_owned())).collect()
    }

    /// Every country, by its name in a language.
    pub fn all_in(language: &str) -> Vec<Self> {
        static SORTED: LazyLock<HashMap<String, Vec<Country>>> = LazyLock::new(|| {
            let sorted = |language: &String| {
                let mut all = Country::all();
                all.sort_by_cached_key(|country| fold(country.name_in(language)));
                (language.clone(), all)
            };
            TRANSLATED.keys().map(sorted).collect()
        });
        SORTED.get(language).cloned().unwrap_or_else(Self::all)
    }

    /// The ISO 3166-1 number of an alpha-3 code, where there is one.
    pub fn numeric(code: &str) -> Option<i64> {
        OTHER_CODES.get(code).and_then(|it| it.1.parse().ok())
    }

    /// The ISO 3166-1 alpha-2 code of an alpha-3 code.
    pub fn alpha2(code: &str) -> Option<&'static str> {
        OTHER_CODES.get(code).map(|it| it.0)
    }

    /// The English short names of all countries.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.values().copied()
    }
}

impl FromStr for Country {
    type Err = String;

    fn from_str(code: &str) -> Result<Self, String> {
        if NAMES.contains_key(code) {
            Ok(Self(code.to_owned()))
        } else {
            let code: String = code.chars().take(40).collect();
            Err(format!("'{code}' is not an ISO 3166-1 alpha-3 country code, such as KHM"))
        }
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}

impl utoipa::PartialSchema for Country {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, Type};
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("An ISO 3166-1 alpha-3 code."))
            .enum_values(Some(NAMES.keys().copied()))
            .examples(["KHM"])
            .into()
    }
}

impl utoipa::ToSchema for Country {}

impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for Country
where
    str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
{
    fn to_sql<'b>(
        &'b self,
        out: &mut diesel::serialize::Output<'b, '_, DB>,
    ) -> diesel::serialize::Result {
        diesel::serialize::ToSql::<diesel::sql_types::Text, DB>::to_sql(self.0.as_str(), out)
    }
}

impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB>
    for Country
where
    String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(value)
            .map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_known_in_every_language_of_the_pages() {
        let cambodia = Country::named("KHM").unwrap();
        assert_eq!(cambodia.name_in("en"), "Cambodia");
        assert_eq!(cambodia.name_in("fr"), "Cambodge");
        assert_eq!(cambodia.name_in("ar"), "كمبوديا");
        assert_eq!(cambodia.name_in("km"), "កម្ពុជា");
        assert_eq!(cambodia.name_in("xx"), "Cambodia");
        for language in ["fr", "ar", "km"] {
            assert_eq!(TRANSLATED[language].len(), NAMES.len(), "{language}");
            let all = Country::all_in(language);
            assert_eq!(all.len(), NAMES.len(), "{language}");
            for country in &all {
                // Some English names mean another country in another language; none here does.
                assert_eq!(Country::named(country.name_in(language)).as_ref(), Some(country));
            }
        }
        let french = Country::all_in("fr");
        let at = |code| french.iter().position(|it| it.as_str() == code).unwrap();
        assert!(at("DEU") < at("CAN") && at("EGY") < at("USA") && at("USA") < at("FRA"));
    }

    #[test]
    fn codes_and_names_are_known_and_others_are_not() {
        assert_eq!("KHM".parse::<Country>().unwrap().name(), "Cambodia");
        assert!(NAMES.len() >= 249);
        assert!(NAMES.iter().all(|(code, name)| code.len() == 3 && !name.is_empty()));
        assert_eq!(Country::named(" cambodia ").unwrap().as_str(), "KHM");
        assert_eq!(Country::named("khm").unwrap().as_str(), "KHM");
        assert_eq!(Country::named("Cote d'Ivoire").map(|it| it.0), Some("CIV".to_owned()));
        assert!(Country::named("Atlantis").is_none());
        assert!(Country::named("").is_none());
        assert_eq!(Country::all().len(), NAMES.len());
        for wrong in ["khm", "KH", "", "Cambodia", "ZZZ"] {
            assert!(wrong.parse::<Country>().is_err(), "{wrong}");
        }
    }
}
