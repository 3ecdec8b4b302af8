//! Filters and orders of lists. Statistics and exports use the same: a filter means one thing.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::searched::by_whole_text;
use crate::casework::report::ReportAudience;
use crate::domain::segment::Query;
use crate::domain::{Caller, Id, Status};
use crate::error::{Error, Result};
use crate::store::protection::Protected;
use crate::store::visibility::wrote_alone;
use crate::store::vocabulary::Vocabulary;
use crate::store::words::Plan;
use crate::store::{Db, Kind, Memory, Sql};

/// One filter: its name in a query, and the condition it stands for.
pub struct Filter {
    pub name: &'static str,
    /// For the documentation: what it selects, and how values are written.
    pub about: &'static str,
    pub example: &'static str,
    pub condition: fn(&Asked<'_>) -> Result<Sql, String>,
}

/// What is asked of a filter: its value, beside the other filters of the query, by whom.
pub struct Asked<'a> {
    pub value: &'a str,
    pub filters: &'a Filters,
    /// As whom it is asked. See [`Filters::reader`].
    pub caller: &'a Caller,
    /// Who asks.
    pub user: Id,
    pub memory: &'a Remembered,
}

/// What filters need to know of the database.
pub struct Remembered {
    pub vocabulary: Arc<Vocabulary>,
    pub protected: Arc<Protected>,
    /// How records are found by words.
    pub plan: Plan,
}

impl Remembered {
    pub fn of(db: &mut Db, memory: &Memory) -> Result<Self> {
        Ok(Self {
            vocabulary: memory.vocabulary(db)?,
            protected: memory.protection(db)?,
            plan: Plan::of_all(db),
        })
    }
}

/// The filter that says as whom a list is read.
pub const AUDIENCE: &str = "audience";

/// More alternatives than anybody types, and fewer than a database takes.
const ALTERNATIVES: usize = 500;
/// The longest value of a filter, in characters; of words to look for, fewer.
const LONGEST: usize = 20_000;
const LONGEST_WORDS: usize = 1_000;

impl Asked<'_> {
    /// The alternatives, which commas set apart.
    pub fn alternatives(&self) -> Vec<&str> {
        self.value.split(',').map(str::trim).filter(|value| !value.is_empty()).collect()
    }

    /// `column` is one of the alternatives, each of which must be a status.
    pub fn statuses(&self, column: &str) -> Result<Sql, String> {
        let any = self.any_of::<Status>(column)?;
        if self.alternatives().contains(&Status::Published.code()) {
            return Ok(any);
        }
        // SQLite does not see by itself that the indexes of what is not published serve.
        Ok(any.and(Sql::new(format!("{column} <> 'published'"))))
    }

    /// `column` is one of the alternatives, each of which must be a `T`.
    pub fn any_of<T: std::str::FromStr<Err = String>>(&self, column: &str) -> Result<Sql, String> {
        let alternatives = self.alternatives();
        if alternatives.is_empty() {
            return Err("is empty".to_owned());
        }
        for value in &alternatives {
            value.parse::<T>()?;
        }
        // Codes are written out, so that the database can tell that a partial index serves.
        let is_code = |it: &&str| it.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'_');
        if alternatives.iter().all(is_code) {
            return Ok(Sql::new(match alternatives.as_slice() {
                [one] => format!("{column} = '{one}'"),
                several => format!("{column} IN ('{}')", several.join("', '")),
            }));
        }
        Ok(is_one_of(column, &alternatives))
    }

    /// A day, as the bound of a period.
    pub fn day(&self) -> Result<&str, String> {
        let mut wrong = crate::error::Wrong::default();
        wrong.day_if("", Some(self.value));
        wrong
            .check()
            .map(|()| self.value)
            .map_err(|_| format!("'{}' is not a day, as YYYY-MM-DD", shown(self.value)))
    }

    /// The records of `kind` with a word or phrase of somebody's choosing among `alternatives`, as
    /// `found` says it. One that names a protected person finds nothing but what the caller wrote
    /// alone: the answer must not tell where the name stands.
    pub fn tagged(
        &self,
        kind: Kind,
        t: &str,
        found: impl Fn(&[&str]) -> Sql,
    ) -> Result<Sql, String> {
        let all = self.alternatives();
        if all.is_empty() {
            return Err("is empty".to_owned());
        }
        let (names, open): (Vec<&str>, Vec<&str>) =
            all.into_iter().partition(|tag| self.memory.protected.are_named_in(tag));
        let by_name = |names: &[&str]| found(names).and(wrote_alone(kind, t, self.caller));
        Ok(match (open.is_empty(), names.is_empty()) {
            (false, true) => found(&open),
            (true, false) => by_name(&names),
            _ => found(&open).or(by_name(&names)),
        })
    }

    /// The records of `kind` that hold every word and phrase.
    pub fn words_in(&self, kind: Kind) -> Sql {
        // What has no word in it finds nothing, but what is empty asks for nothing.
        if self.value.trim().is_empty() {
            return Sql::always();
        }
        let query = Query::parse(self.value);
        self.memory.plan.found(kind, kind.table(), &query, by_whole_text(kind, self.caller))
    }

    /// The records of `kind` that alternatives name by id or ref and the caller may see, as a
    /// subquery of ids.
    pub fn records(&self, kind: Kind, reference: Option<&str>) -> Result<Sql, String> {
        let alternatives = self.alternatives();
        if alternatives.is_empty() {
            return Err("is empty".to_owned());
        }
        let t = format!("asked_{}", kind.table());
        Ok(Sql::new(format!("(SELECT {t}.id FROM {} {t} WHERE ", kind.table()))
            .then(named(&t, reference, &alternatives))
            .sql(" AND ")
            .then(crate::store::visibility::visible(kind, &t, self.caller))
            .sql(")"))
    }
}

/// The records, at the alias `t`, that have one of these ids or refs.
pub fn named(t: &str, reference: Option<&str>, names: &[&str]) -> Sql {
    let ids: Vec<crate::domain::Id> = names.iter().filter_map(|name| name.parse().ok()).collect();
    let refs: Vec<&str> =
        names.iter().copied().filter(|name| name.parse::<crate::domain::Id>().is_err()).collect();
    let by_id = || Sql::new(format!("{t}.id IN (")).list(ids.iter().copied()).sql(")");
    // No condition that never holds beside one that an index answers: it would make a scan of it.
    match (ids.is_empty(), reference.filter(|_| !refs.is_empty())) {
        (false, None) => by_id(),
        (false, Some(column)) => by_id().or(is_one_of(&format!("{t}.{column}"), &refs)),
        (true, Some(column)) => is_one_of(&format!("{t}.{column}"), &refs),
        (true, None) => Sql::never(),
    }
}

pub fn is_one_of(column: &str, values: &[&str]) -> Sql {
    if let [one] = values {
        Sql::new(format!("{column} = ")).bind(*one)
    } else {
        Sql::new(format!("{column} IN (")).list(values.iter().copied()).sql(")")
    }
}

fn shown(value: &str) -> String {
    value.chars().take(40).collect()
}

/// The filters of one query, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters(pub BTreeMap<String, String>);

impl Filters {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// As whom lists are read and filters asked: as the audience that `audience` names, else as whoever
    /// asks. What a report counts for an audience is so what the list finds to which the number leads,
    /// whoever follows it and may see as much.
    pub fn reader(&self, caller: &Caller) -> Caller {
        let audience = self.get(AUDIENCE).and_then(|it| it.parse::<ReportAudience>().ok());
        audience.map_or_else(|| caller.clone(), |audience| audience.reader(caller))
    }

    /// The condition that all the filters make together.
    ///
    /// # Errors
    /// [`Error::Malformed`] for a filter that there is not, or a value that it does not take.
    pub fn condition(&self, known: &[Filter], caller: &Caller, memory: &Remembered) -> Result<Sql> {
        let mut all = if self.0.is_empty() { Sql::always() } else { Sql::always().once() };
        let reader = self.reader(caller);
        for (name, value) in &self.0 {
            let Some(filter) = known.iter().find(|filter| filter.name == name) else {
                let names: Vec<_> = known.iter().map(|filter| filter.name).collect();
                return Err(Error::Malformed(format!(
                    "there is no filter '{}' here; there are {}",
                    shown(name),
                    names.join(", ")
                )));
            };
            if value.contains('\0') {
                return Err(Error::Malformed(format!(
                    "the filter '{name}' contains a NUL character"
                )));
            }
            let most = if name == "q" { LONGEST_WORDS } else { LONGEST };
            if value.chars().count() > most || value.matches(',').count() >= ALTERNATIVES {
                return Err(Error::Malformed(format!(
                    "the filter '{name}' takes at most {most} characters and {ALTERNATIVES} alternatives; \
                     ask in several requests"
                )));
            }
            let asked = Asked { value, filters: self, caller: &reader, user: caller.user, memory };
            all = all.and((filter.condition)(&asked).map_err(|about| {
                Error::Malformed(format!("the filter '{name}' cannot be used: {about}"))
            })?);
        }
        Ok(all)
    }
}

/// Whether what a filter looks for may be somebody's name.
pub fn may_name(filter: &str) -> bool {
    ["q", "tag", "identifier"].contains(&filter)
}

/// An order of a list.
#[derive(Debug, Clone, Copy)]
pub struct Sort {
    pub name: &'static str,
    /// The column; ids sort as records were created.
    pub column: &'static str,
    /// Whether the default direction is downwards.
    pub newest_first: bool,
}

impl Sort {
    pub const CREATED: Self = Self { name: "created_at", column: "id", newest_first: true };
    pub const UPDATED: Self = Self { name: "updated_at", column: "updated_at", newest_first: true };
    pub const DATE: Self = Self { name: "date", column: "date_earliest", newest_first: true };
}

/// Filters that every kind of record has.
macro_rules! common_filters {
    ($table:literal) => {
        [
            crate::casework::records::Filter {
                name: crate::casework::records::filter::AUDIENCE,
                about: "What readers of reports see, for whoever asks: public, partners (as a researcher in no team) or internal (as the caller). The other filters are asked as they see it; `mine` and `assigned` stay the caller's.",
                example: "public",
                condition: |asked| {
                    // As whom it is asked says all of it.
                    asked.value.parse::<crate::casework::report::ReportAudience>()?;
                    Ok(crate::store::Sql::always())
                },
            },
            crate::casework::records::Filter {
                name: "confidentiality",
                about: "Level: public, internal, confidential, restricted; several with commas.",
                example: "public",
                condition: |asked| {
                    let mut levels = Vec::new();
                    for value in asked.alternatives() {
                        let level: crate::domain::Confidentiality = value.parse()?;
                        levels.push(level.level().to_string());
                    }
                    if levels.is_empty() {
                        return Err("is empty".to_owned());
                    }
                    Ok(crate::store::Sql::new(format!(
                        concat!($table, ".confidentiality IN ({})"),
                        levels.join(", ")
                    )))
                },
            },
            crate::casework::records::Filter {
                name: "updated_since",
                about: "Changed at or after a moment, as RFC 3339.",
                example: "2026-01-31T00:00:00Z",
                condition: |asked| {
                    let since = crate::domain::Timestamp::parse(asked.value).map_err(|_| {
                        "it must be a moment as RFC 3339, such as 2026-01-31T00:00:00Z".to_owned()
                    })?;
                    Ok(crate::store::Sql::new(concat!($table, ".updated_at >= ")).bind(since))
                },
            },
            crate::casework::records::Filter {
                name: "mine",
                about: "`true`: made by the caller.",
                example: "true",
                condition: |asked| match asked.value {
                    "true" => Ok(crate::store::Sql::new(concat!($table, ".created_by = "))
                        .bind(asked.user)),
                    _ => Err("it can only be true".to_owned()),
                },
            },
        ]
    };
}
pub(crate) use common_filters;
