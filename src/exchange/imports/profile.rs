//! How files of a kind are read: which column holds what, and what its words mean here.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ImportKind;
use super::fields::{self, Field};
use super::values::{CountryScheme, DateOrder};
use crate::domain::text::fold;
use crate::error::{Error, Result, Wrong};

/// A mapping of columns to fields, under a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    #[schema(
        min_length = 1,
        max_length = 60,
        pattern = "^[a-z0-9][a-z0-9-]*$",
        example = "partner-north"
    )]
    pub name: String,
    #[schema(min_length = 1, max_length = 1000, example = "Monthly sheet of the northern partner")]
    pub title: String,
    /// What each row is.
    pub kind: ImportKind,
    /// The register whose ids `external_id` has: rows with the same id of the same register are one record.
    #[schema(min_length = 1, max_length = 60, example = "partner-north")]
    pub source: String,
    /// What comes first in dates of three numbers, where the file does not say it by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<DateOrder>,
    #[schema(max_items = 300)]
    pub fields: Vec<FieldFrom>,
}

/// Where a field of a record comes from. Several for one field: the first that holds something counts;
/// of a list, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct FieldFrom {
    /// A field of the kind; see `GET /api/v1/imports/profiles`.
    #[schema(required, example = "date")]
    pub field: String,
    /// The column, by its name in the header.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "event_date")]
    pub column: Option<String>,
    /// A text with columns in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "{dyad_name}: {where_coordinates}")]
    pub template: Option<String>,
    /// What it is where there is no column, or the cell is empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What words of the column mean here; a word with `*` at its end stands for all that begin so.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
    /// What stands between several values; `;` unless it says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub split: Option<String>,
    /// Whose numbers of countries these are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scheme: Option<CountryScheme>,
}

/// The profiles that come with the program.
pub fn shipped() -> &'static [Profile] {
    static SHIPPED: LazyLock<Vec<Profile>> = LazyLock::new(|| {
        let all = [
            include_str!("profiles/ucdp.json"),
            include_str!("profiles/acled.json"),
            include_str!("profiles/insecurity-insight.json"),
            include_str!("profiles/uwazi.json"),
            include_str!("profiles/saksi.json"),
        ];
        let mut profiles: Vec<Profile> = Vec::new();
        for text in all {
            match serde_json::from_str::<Vec<Profile>>(text) {
                Ok(some) => profiles.extend(some),
                Err(error) => {
                    tracing::error!(%error, "a profile that comes with the program cannot be read");
                }
            }
        }
        profiles.push(plain());
        profiles
    });
    &SHIPPED
}

/// The plain template: every field of an event under its own name.
fn plain() -> Profile {
    let fields = fields::of(ImportKind::Event).map(|field| FieldFrom {
        field: field.name.to_owned(),
        column: Some(field.name.to_owned()),
        ..FieldFrom::default()
    });
    Profile {
        name: "template".to_owned(),
        title: "The plain template, filled in a spreadsheet".to_owned(),
        kind: ImportKind::Event,
        source: "template".to_owned(),
        dates: None,
        fields: fields.collect(),
    }
}

impl Profile {
    /// Checks that it can be used.
    ///
    /// # Errors
    /// [`Error::Invalid`] with what is wrong.
    pub fn check(&self) -> Result<()> {
        let mut wrong = Wrong::default();
        let is_slug = |text: &str| {
            (1..=60).contains(&text.len())
                && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
                && !text.starts_with('-')
        };
        for (pointer, text) in [("/name", &self.name), ("/source", &self.source)] {
            if !is_slug(text) {
                wrong.add(pointer, "must be 1 to 60 small letters, digits and hyphens");
            }
        }
        if self.title.trim().is_empty() || self.title.chars().count() > 1000 {
            wrong.add("/title", "must be 1 to 1000 characters");
        }
        wrong.at_most("/fields", &self.fields, 300);
        for (at, from) in self.fields.iter().enumerate() {
            if fields::named(self.kind, &from.field).is_none() {
                let known: Vec<_> = fields::of(self.kind).map(|field| field.name).collect();
                let message = format!(
                    "is no field of a row that is one {}; there are {}",
                    self.kind,
                    known.join(", ")
                );
                wrong.add(format!("/fields/{at}/field"), message);
            }
            if from.column.is_none() && from.template.is_none() && from.value.is_none() {
                wrong.add(format!("/fields/{at}"), "say a column, a template or a value");
            }
        }
        wrong.check()
    }

    /// How many of the columns that it reads a table has, and how many it reads.
    pub fn fits(&self, columns: &[String]) -> (usize, usize) {
        let has = |name: &str| columns.iter().any(|column| same(column, name));
        let mut read: Vec<&str> =
            self.fields.iter().filter_map(|from| from.column.as_deref()).collect();
        read.sort_unstable();
        read.dedup();
        (read.iter().filter(|name| has(name)).count(), read.len())
    }
}

/// Whether two names of columns are one: case, blanks and underscores do not count.
pub fn same(one: &str, other: &str) -> bool {
    plain_name(one) == plain_name(other)
}

fn plain_name(name: &str) -> String {
    fold(name).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The profile that a table is of, if it is likely: it has nearly all columns of it.
pub fn likely<'p>(
    profiles: impl IntoIterator<Item = &'p Profile>,
    columns: &[String],
) -> Option<&'p Profile> {
    profiles
        .into_iter()
        .filter_map(|profile| {
            let (has, of) = profile.fits(columns);
            let share = has * 100 / of.max(1);
            (has >= 3 && share >= 80).then_some((has, share, profile))
        })
        .max_by_key(|(has, share, profile)| {
            (*has, *share, std::cmp::Reverse(profile.name.as_str()))
        })
        .map(|found| found.2)
}

/// A field that a column is likely to hold.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Suggestion {
    pub column: String,
    pub field: String,
    /// How alike the names are, from 0 to 1.
    pub score: f64,
}

/// Fields for columns that no profile knows, by their names; each field once.
pub fn suggest(kind: ImportKind, columns: &[String], tags: &[String]) -> Vec<Suggestion> {
    let mut all: Vec<Suggestion> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let tag = tags.get(at).map(String::as_str).unwrap_or_default();
        for field in fields::of(kind) {
            let score = likeness(column, tag, field);
            if score >= 0.84 {
                let score = (score * 100.0).round() / 100.0;
                all.push(Suggestion {
                    column: column.clone(),
                    field: field.name.to_owned(),
                    score,
                });
            }
        }
    }
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let mut kept: Vec<Suggestion> = Vec::new();
    for one in all {
        if kept.iter().all(|it| it.column != one.column && it.field != one.field) {
            kept.push(one);
        }
    }
    let place = |it: &Suggestion| columns.iter().position(|column| *column == it.column);
    kept.sort_by_key(place);
    kept
}

fn likeness(column: &str, tag: &str, field: &Field) -> f64 {
    const TAGS: [(&str, &str); 8] = [
        ("#date", "date"),
        ("#country", "country"),
        ("#adm1", "admin1"),
        ("#loc", "place_name"),
        ("#geo+lat", "latitude"),
        ("#geo+lon", "longitude"),
        ("#event", "type"),
        ("#description", "narrative"),
    ];
    if TAGS.iter().any(|(of, name)| *name == field.name && tag.trim().to_lowercase() == *of) {
        return 0.97;
    }
    let name = plain_name(column);
    let own = plain_name(field.name);
    if name.is_empty() {
        return 0.0;
    }
    if name == own {
        return 1.0;
    }
    if field.also.iter().any(|also| plain_name(also) == name) {
        return 0.95;
    }
    let others =
        field.also.iter().map(|also| strsim::jaro_winkler(&name, &plain_name(also)) * 0.95);
    others.fold(strsim::jaro_winkler(&name, &own), f64::max).min(0.94)
}

/// A profile made of suggestions, for people to go on with.
pub fn suggested(kind: ImportKind, columns: &[String], tags: &[String]) -> Profile {
    let fields = suggest(kind, columns, tags).into_iter().map(|it| FieldFrom {
        field: it.field,
        column: Some(it.column),
        ..FieldFrom::default()
    });
    Profile {
        name: "mapping".to_owned(),
        title: "A mapping of this file".to_owned(),
        kind,
        source: "file".to_owned(),
        dates: None,
        fields: fields.collect(),
    }
}

/// Reads a profile that was sent.
///
/// # Errors
/// [`Error::Invalid`] with what is wrong.
pub fn read(value: serde_json::Value) -> Result<Profile> {
    let profile: Profile = crate::casework::read_input(value)?;
    profile.check()?;
    Ok(profile)
}

/// # Errors
/// [`Error::Invalid`] if a table has nothing of what the profile reads.
pub fn must_fit(profile: &Profile, columns: &[String]) -> Result<()> {
    let (has, of) = profile.fits(columns);
    if has > 0 || of == 0 {
        return Ok(());
    }
    let shown: Vec<_> = columns.iter().take(12).map(|it| super::super::read::short(it)).collect();
    Err(Error::field(
        "/profile",
        format!(
            "the profile {} reads none of the columns of this file ({}); choose another, or map the columns",
            profile.name,
            shown.join(", ")
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_profiles_that_come_with_the_program_can_be_used() {
        let names: Vec<_> = shipped().iter().map(|profile| profile.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "ucdp",
                "acled",
                "insecurity-insight",
                "uwazi",
                "saksi",
                "saksi-events",
                "saksi-incidents",
                "saksi-actors",
                "saksi-statements",
                "saksi-participations",
                "saksi-citations",
                "saksi-demands",
                "template"
            ]
        );
        for profile in shipped() {
            profile.check().unwrap_or_else(|error| panic!("{}: {error:?}", profile.name));
        }
    }

    #[test]
    fn columns_are_told_by_their_names() {
        let columns: Vec<String> =
            ["Event Date", "Longitude", "Fatalities", "Shoe size", "Lat.", "Provnce"]
                .map(str::to_owned)
                .into();
        let found = suggest(ImportKind::Event, &columns, &[]);
        let of =
            |column: &str| found.iter().find(|it| it.column == column).map(|it| it.field.as_str());
        assert_eq!(of("Event Date"), Some("date"));
        assert_eq!(of("Longitude"), Some("longitude"));
        assert_eq!(of("Fatalities"), Some("deaths_best"));
        assert_eq!(of("Lat."), Some("latitude"));
        assert_eq!(of("Provnce"), Some("admin1"));
        assert_eq!(of("Shoe size"), None);
    }
}
