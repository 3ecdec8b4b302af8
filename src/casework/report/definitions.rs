//! Saved reports: all that makes a report, kept by somebody under a name, for themselves; made again
//! as it is, or for another period. What it tells is not kept: it is read anew, as the audience may
//! see it then.

use std::collections::BTreeMap;

use diesel::{
    ExpressionMethods, JoinOnDsl, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::wanted::{Period, Wanted};
use crate::casework::act::Act;
use crate::casework::change_record::merge;
use crate::casework::read_input;
use crate::casework::records::Record;
use crate::casework::records::event::Event;
use crate::domain::{Action, Id, Timestamp, text};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::schema::{report_definitions, report_logos, users};

/// How many somebody may have.
pub const MOST: i64 = 100;
/// The longest name, in Unicode scalar values.
pub const LONGEST_NAME: usize = 100;
/// The most that all parameters together may have, in bytes as they are kept.
const LARGEST: usize = 500_000;

/// A saved report, as it is kept.
#[derive(
    Debug, Clone, PartialEq, Eq, diesel::Queryable, diesel::Selectable, diesel::Insertable,
)]
#[diesel(table_name = report_definitions)]
pub struct Definition {
    pub id: Id,
    pub version: i32,
    pub user_id: Id,
    pub name: String,
    /// The parameters of the report, form-urlencoded, in the order of their names.
    pub query: String,
    pub created_at: Timestamp,
    pub updated_at: Timestamp,
}

/// What is sent of a saved report.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DefinitionInput {
    /// Of one's own; no two have the same.
    #[schema(min_length = 1, max_length = 100, example = "Yearly report on Cambodia")]
    pub name: String,
    /// All that a report may be asked for, by name: preset, subject, period, audience, language, title,
    /// organisation, sections in their order, introductions as `introduction.<section>`, and filters of
    /// events.
    #[schema(value_type = HashMap<String, String>, example = json!({"preset": "country", "country": "KHM",
        "from": "2017-01-01", "to": "2017-12-31", "introduction.key_figures": "What we counted."}))]
    pub parameters: BTreeMap<String, String>,
}

/// A saved report, as it is shown to whoever saved it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DefinitionView {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    pub version: i32,
    pub name: String,
    #[schema(value_type = HashMap<String, String>)]
    pub parameters: BTreeMap<String, String>,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub created_at: Timestamp,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub updated_at: Timestamp,
}

/// For what else a saved report is made than what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Again {
    pub from: Option<String>,
    pub to: Option<String>,
    /// How many years later, or earlier.
    pub shift: Option<i32>,
}

impl Again {
    /// How far a period is moved at most.
    const FARTHEST: i32 = 1_000;

    /// Reads what was typed.
    ///
    /// # Errors
    /// [`Error::Malformed`] for what is no number of years, or if a period is given as well.
    pub fn of(from: Option<String>, to: Option<String>, shift: Option<&str>) -> Result<Self> {
        let given = |it: &Option<String>| it.as_deref().is_some_and(|it| !it.trim().is_empty());
        let shift = shift.map(str::trim).filter(|it| !it.is_empty());
        if shift.is_some() && (given(&from) || given(&to)) {
            return Err(Error::Malformed(
                "give either a period by 'from' and 'to', or by 'shift' how many years later it is; not both"
                    .to_owned(),
            ));
        }
        let shift = match shift {
            None => None,
            Some(years) => Some(
                years
                    .parse()
                    .ok()
                    .filter(|years| (-Self::FARTHEST..=Self::FARTHEST).contains(years))
                    .ok_or_else(|| {
                        Error::Malformed(
                            "'shift' cannot be used: it is how many years later, such as 1"
                                .to_owned(),
                        )
                    })?,
            ),
        };
        Ok(Self { from, to, shift })
    }
}

impl Definition {
    /// What the report is asked for, by name.
    pub fn parameters(&self) -> BTreeMap<String, String> {
        form_urlencoded::parse(self.query.as_bytes()).into_owned().collect()
    }

    /// [`parameters`](Self::parameters), for another period.
    ///
    /// # Errors
    /// [`Error::Malformed`] if it has no period that could be moved, or it would leave the calendar.
    pub fn again(&self, again: &Again) -> Result<BTreeMap<String, String>> {
        let mut all = self.parameters();
        if let Some(years) = again.shift {
            let wanted = Wanted::of(all.clone())?;
            if wanted.period == Period::default() {
                return Err(Error::Malformed(
                    "'shift' cannot be used: this report is about all time; give 'from' and 'to'"
                        .to_owned(),
                ));
            }
            let period = wanted.period.later(years).ok_or_else(|| {
                Error::Malformed(
                    "'shift' cannot be used: that is outside the years 1 to 9999".to_owned(),
                )
            })?;
            for (name, day) in [("from", period.from), ("to", period.to)] {
                if let Some(day) = day {
                    all.insert(name.to_owned(), day.to_string());
                }
            }
        }
        for (name, day) in [("from", &again.from), ("to", &again.to)] {
            if let Some(day) = day.as_ref().filter(|it| !it.trim().is_empty()) {
                all.insert(name.to_owned(), day.clone());
            }
        }
        Ok(all)
    }

    pub fn view(self) -> DefinitionView {
        DefinitionView {
            parameters: self.parameters(),
            id: self.id,
            version: self.version,
            name: self.name,
            created_at: self.created_at,
            updated_at: self.updated_at,
        }
    }
}

impl DefinitionInput {
    /// The name and the query, as they are kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a name that cannot be kept, and for parameters of which no report is made.
    fn checked(self) -> Result<(String, String)> {
        let name =
            text::line(&self.name).map_err(|error| Error::field("/name", error.to_string()))?;
        if name.chars().count() > LONGEST_NAME {
            let about = format!("has more than {LONGEST_NAME} characters; choose a shorter name");
            return Err(Error::field("/name", about));
        }
        let of_parameters = |error| match error {
            Error::Malformed(about) => Error::field("/parameters", about),
            other => other,
        };
        let wanted = Wanted::of(self.parameters).map_err(of_parameters)?;
        let is_known = |name: &String| Event::FILTERS.iter().any(|it| it.name == name);
        if let Some(odd) = wanted.filters.0.keys().find(|name| !is_known(name)) {
            let odd: String = odd.chars().take(60).collect();
            return Err(Error::field(
                "/parameters",
                format!("there is no filter '{odd}' of events"),
            ));
        }
        if wanted.query.len() > LARGEST {
            let about = format!("they have more than {LARGEST} bytes together; shorten the texts");
            return Err(Error::field("/parameters", about));
        }
        Ok((name, wanted.query))
    }
}

/// The saved reports of somebody, by name.
pub fn all(db: &mut Db, user: Id) -> Result<Vec<Definition>> {
    Ok(report_definitions::table
        .filter(report_definitions::user_id.eq(user))
        .order((report_definitions::name, report_definitions::id))
        .limit(MOST)
        .select(Definition::as_select())
        .load(db)?)
}

/// One that somebody has, by id.
///
/// # Errors
/// [`Error::NotFound`] if they have none of this id.
pub fn find(db: &mut Db, user: Id, id: Id) -> Result<Definition> {
    report_definitions::table
        .find(id)
        .filter(report_definitions::user_id.eq(user))
        .select(Definition::as_select())
        .first(db)
        .optional()?
        .ok_or(Error::NotFound)
}

fn named(db: &mut Db, user: Id, name: &str) -> Result<Option<Definition>> {
    Ok(report_definitions::table
        .filter(report_definitions::user_id.eq(user))
        .filter(report_definitions::name.eq(name))
        .select(Definition::as_select())
        .first(db)
        .optional()?)
}

/// All of everybody with the addresses of their owners, by name: for whoever has the database itself.
pub fn of_everybody(db: &mut Db) -> Result<Vec<(Definition, String)>> {
    Ok(report_definitions::table
        .inner_join(users::table.on(users::id.eq(report_definitions::user_id)))
        .order((report_definitions::name, users::email))
        .select((Definition::as_select(), users::email))
        .load(db)?)
}

fn taken() -> Error {
    Error::Conflict("another of your saved reports has that name; choose another name".to_owned())
}

/// Saves one under a new name.
///
/// # Errors
/// [`Error::Invalid`] for what cannot be kept; [`Error::Conflict`] if another has the name, or there are
/// too many.
pub fn create(db: &mut Db, act: &mut Act, input: DefinitionInput) -> Result<Definition> {
    act.caller.must(Action::DefineReports)?;
    let user = act.caller.user;
    let (name, query) = input.checked()?;
    if named(db, user, &name)?.is_some() {
        return Err(taken());
    }
    let own = report_definitions::table.filter(report_definitions::user_id.eq(user));
    if own.count().get_result::<i64>(db)? >= MOST {
        return Err(Error::Conflict(format!(
            "you have {MOST} saved reports, the most there may be; delete one of them first"
        )));
    }
    let definition = Definition {
        id: Id::at(act.now),
        version: 1,
        user_id: user,
        name,
        query,
        created_at: act.now,
        updated_at: act.now,
    };
    diesel::insert_into(report_definitions::table).values(&definition).execute(db)?;
    act.note_on("report_saved", definition.id, json!({"version": 1}));
    Ok(definition)
}

/// Saves one under a name, in the place of what had that name.
///
/// # Errors
/// Those of [`create`].
pub fn save(db: &mut Db, act: &mut Act, input: DefinitionInput) -> Result<Definition> {
    let name = text::line(&input.name).unwrap_or_default();
    match named(db, act.caller.user, &name)? {
        Some(before) => replace(db, act, &before, input),
        None => create(db, act, input),
    }
}

/// Changes one by a merge patch. `version`: that which was read.
///
/// # Errors
/// [`Error::NotFound`] if they have none of this id, [`Error::Stale`] if it was changed since, and those
/// of [`create`].
pub fn change(
    db: &mut Db,
    act: &mut Act,
    id: Id,
    version: Option<i32>,
    patch: Value,
) -> Result<Definition> {
    let before = seen(db, act, id, version)?;
    let mut sent = json!({"name": before.name, "parameters": before.parameters()});
    merge(&mut sent, patch);
    replace(db, act, &before, read_input(sent)?)
}

fn replace(
    db: &mut Db,
    act: &mut Act,
    before: &Definition,
    input: DefinitionInput,
) -> Result<Definition> {
    act.caller.must(Action::DefineReports)?;
    let (name, query) = input.checked()?;
    if named(db, act.caller.user, &name)?.is_some_and(|other| other.id != before.id) {
        return Err(taken());
    }
    let after = Definition {
        name,
        query,
        version: before.version + 1,
        updated_at: act.now,
        ..before.clone()
    };
    diesel::update(report_definitions::table.find(after.id))
        .set((
            report_definitions::version.eq(after.version),
            report_definitions::name.eq(&after.name),
            report_definitions::query.eq(&after.query),
            report_definitions::updated_at.eq(after.updated_at),
        ))
        .execute(db)?;
    act.note_on("report_changed", after.id, json!({"version": after.version}));
    Ok(after)
}

/// Deletes one. `version`: that which was read.
///
/// # Errors
/// [`Error::NotFound`] if they have none of this id, [`Error::Stale`] if it was changed since.
pub fn delete(db: &mut Db, act: &mut Act, id: Id, version: Option<i32>) -> Result<()> {
    let before = seen(db, act, id, version)?;
    diesel::delete(report_logos::table.find(before.id)).execute(db)?;
    diesel::delete(report_definitions::table.find(before.id)).execute(db)?;
    act.note_on("report_deleted", before.id, json!({"version": before.version}));
    Ok(())
}

/// Counts a change of what belongs to one. `version`: that which was read.
pub(super) fn touch(db: &mut Db, act: &Act, id: Id, version: Option<i32>) -> Result<Definition> {
    let before = seen(db, act, id, version)?;
    let after = Definition { version: before.version + 1, updated_at: act.now, ..before };
    diesel::update(report_definitions::table.find(id))
        .set((
            report_definitions::version.eq(after.version),
            report_definitions::updated_at.eq(after.updated_at),
        ))
        .execute(db)?;
    Ok(after)
}

fn seen(db: &mut Db, act: &Act, id: Id, version: Option<i32>) -> Result<Definition> {
    act.caller.must(Action::DefineReports)?;
    let before = find(db, act.caller.user, id)?;
    match version {
        Some(version) if version != before.version => Err(Error::Stale { current: before.version }),
        _ => Ok(before),
    }
}
