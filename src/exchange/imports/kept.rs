//! What is remembered of imports: the file and how it is read, how far it is, what was said of which
//! row, what was made.

use std::path::{Path, PathBuf};

use diesel::sql_types::{BigInt, Text};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::profile::{self, Profile};
use crate::domain::codes::codes;
use crate::domain::{Action, Caller, Id, Timestamp};
use crate::each_backend;
use crate::error::{Error, Result};
use crate::exchange::read::{Detected, Problem, Wish};
use crate::store::schema::{import_doubts, import_profiles, import_records, import_rows, imports};
use crate::store::{Db, Sql};

codes! {
    /// How far an import is.
    ImportState {
        /// The file is there, nothing was done with it yet.
        Uploaded = "uploaded",
        Checking = "checking",
        /// The dry run is over.
        Checked = "checked",
        Running = "running",
        Done = "done",
        /// It stopped, and says why; what was taken before stays until it is undone.
        Failed = "failed",
        Undoing = "undoing",
        Undone = "undone",
    }
}

impl ImportState {
    /// Whether something is being done, or was when the server stopped.
    pub const fn is_at_work(self) -> bool {
        matches!(self, Self::Checking | Self::Running | Self::Undoing)
    }
}

codes! {
    /// What became of a row, or would.
    Outcome {
        Created = "created",
        Updated = "updated",
        Matched = "matched",
        Refused = "refused",
    }
}

/// How a file is to be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Settings {
    pub profile: Profile,
    pub wish: Wish,
    pub detected: Detected,
    /// Who sent the file: the issuer of the statement that is the source of what is made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "Northern Legal Aid")]
    pub sender: Option<String>,
    /// When it was sent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<String>,
}

/// How many of what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default)]
pub struct Counts {
    /// Rows that the file has, once they were counted.
    pub total: u64,
    /// Rows that were read.
    pub rows: u64,
    pub created: u64,
    pub updated: u64,
    /// Rows of which nothing is new.
    pub matched: u64,
    pub refused: u64,
    /// Actors that are new, and actors of the file that were known.
    pub actors_created: u64,
    pub actors_matched: u64,
    /// Actors that may be others, for people to look at.
    pub actors_doubtful: u64,
    pub incidents_created: u64,
    /// Of an import that was taken back: records that were, and records that were changed since or are used by
    /// others, and stay.
    pub undone: u64,
    pub left: u64,
}

#[derive(
    Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable, diesel::AsChangeset,
)]
#[diesel(table_name = imports, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct ImportRow {
    pub id: Id,
    pub created_at: Timestamp,
    pub created_by: Id,
    pub updated_at: Timestamp,
    pub state: ImportState,
    pub dry_run: bool,
    pub file_name: String,
    pub file_sha256: String,
    pub file_size: i64,
    pub settings: String,
    pub rows_done: i64,
    pub counts: String,
    pub statement_id: Option<Id>,
    pub message: Option<String>,
    pub finished_at: Option<Timestamp>,
    pub undone_at: Option<Timestamp>,
}

impl ImportRow {
    pub fn settings(&self) -> Result<Settings> {
        serde_json::from_str(&self.settings).map_err(Error::internal)
    }

    pub fn counts(&self) -> Result<Counts> {
        serde_json::from_str(&self.counts).map_err(Error::internal)
    }

    /// Its file, as long as it is kept.
    pub fn file(&self, data_dir: &Path) -> PathBuf {
        folder(data_dir).join(&self.file_sha256)
    }

    pub fn view(&self) -> Result<ImportView> {
        let Settings { profile, detected, sender, sent_on, .. } = self.settings()?;
        Ok(ImportView {
            id: self.id,
            created_at: self.created_at,
            created_by: self.created_by,
            updated_at: self.updated_at,
            state: self.state,
            dry_run: self.dry_run,
            file_name: self.file_name.clone(),
            file_sha256: self.file_sha256.clone(),
            file_size: self.file_size,
            rows_done: self.rows_done,
            counts: self.counts()?,
            statement: self.statement_id,
            message: self.message.clone(),
            finished_at: self.finished_at,
            undone_at: self.undone_at,
            profile,
            detected,
            sender,
            sent_on,
        })
    }

    pub fn save(&self, db: &mut Db) -> Result<()> {
        diesel::update(imports::table.find(self.id)).set(self).execute(db)?;
        Ok(())
    }
}

/// Where files are kept until they are taken.
pub fn folder(data_dir: &Path) -> PathBuf {
    data_dir.join("imports")
}

/// An import, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct ImportView {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub created_at: Timestamp,
    #[schema(value_type = uuid::Uuid)]
    pub created_by: Id,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub updated_at: Timestamp,
    pub state: ImportState,
    /// Whether nothing was made.
    pub dry_run: bool,
    pub file_name: String,
    pub file_sha256: String,
    pub file_size: i64,
    /// The number of the last row that was taken.
    pub rows_done: i64,
    pub counts: Counts,
    /// The statement that is the source of what was made.
    #[schema(value_type = Option<uuid::Uuid>)]
    pub statement: Option<Id>,
    /// Why it failed.
    pub message: Option<String>,
    #[schema(value_type = Option<chrono::DateTime<chrono::Utc>>)]
    pub finished_at: Option<Timestamp>,
    #[schema(value_type = Option<chrono::DateTime<chrono::Utc>>)]
    pub undone_at: Option<Timestamp>,
    pub profile: Profile,
    pub detected: Detected,
    pub sender: Option<String>,
    pub sent_on: Option<String>,
}

/// What is said of a row.
#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = import_rows, treat_none_as_default_value = false)]
pub struct NotedRow {
    pub import_id: Id,
    pub row_number: i64,
    pub outcome: Outcome,
    pub key: String,
    pub digest: String,
    pub column_name: Option<String>,
    pub value: Option<String>,
    pub message: Option<String>,
    pub cells: Option<String>,
}

/// What is said of a row, as it is shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RowView {
    /// Counted from 1, the header included, as spreadsheets count.
    pub row: i64,
    pub outcome: Outcome,
    /// The column that it is about, and its value.
    pub column: Option<String>,
    pub value: Option<String>,
    pub message: Option<String>,
}

impl NotedRow {
    pub fn of(
        import: Id,
        row: u64,
        outcome: Outcome,
        (key, digest): (&str, &str),
        problem: Option<&Problem>,
    ) -> Self {
        Self {
            import_id: import,
            row_number: i64::try_from(row).unwrap_or(i64::MAX),
            outcome,
            key: without_nul(key),
            digest: digest.to_owned(),
            column_name: problem.and_then(|it| it.column.as_deref()).map(without_nul),
            value: problem.and_then(|it| it.value.as_deref()).map(without_nul),
            message: problem.map(|it| without_nul(&it.message)),
            cells: None,
        }
    }

    pub fn view(&self) -> RowView {
        RowView {
            row: self.row_number,
            outcome: self.outcome,
            column: self.column_name.clone(),
            value: self.value.clone(),
            message: self.message.clone(),
        }
    }
}

/// A value as JSON that can be kept.
pub fn as_text(value: &impl Serialize) -> Result<String> {
    let text = serde_json::to_string(value).map_err(Error::internal)?;
    Ok(text.replace("\\u0000", "\u{FFFD}"))
}

/// No stored text has a NUL.
pub fn without_nul(text: &str) -> String {
    text.replace('\0', "\u{FFFD}")
}

/// Something that an import made or changed.
#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = import_records, treat_none_as_default_value = false)]
pub struct MadeRecord {
    pub import_id: Id,
    pub position: i64,
    pub kind: String,
    pub record_id: Id,
    pub action: String,
    pub version: i32,
    pub row_number: i64,
    pub undone: Option<String>,
}

/// An actor of a file who may be one that is known already.
#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = import_doubts)]
pub struct Doubt {
    pub import_id: Id,
    pub actor_id: Id,
    pub other_id: Id,
    pub score: f64,
    pub row_number: i64,
}

const AT_ONCE: usize = 500;

pub fn note_rows(db: &mut Db, rows: &[NotedRow]) -> Result<()> {
    for rows in rows.chunks(AT_ONCE) {
        each_backend!(db, |c| diesel::insert_into(import_rows::table).values(rows).execute(c))?;
    }
    Ok(())
}

pub fn note_made(db: &mut Db, rows: &[MadeRecord]) -> Result<()> {
    for rows in rows.chunks(AT_ONCE) {
        each_backend!(db, |c| diesel::insert_into(import_records::table).values(rows).execute(c))?;
    }
    Ok(())
}

pub fn note_doubts(db: &mut Db, rows: &[Doubt]) -> Result<()> {
    for rows in rows.chunks(AT_ONCE) {
        each_backend!(db, |c| diesel::insert_into(import_doubts::table).values(rows).execute(c))?;
    }
    Ok(())
}

/// Forgets what was said of rows, before they are looked at again.
pub fn forget_rows(db: &mut Db, import: Id) -> Result<()> {
    diesel::delete(import_rows::table.filter(import_rows::import_id.eq(import))).execute(db)?;
    Ok(())
}

/// The import, if the caller may see it: those of others are for reviewers.
///
/// # Errors
/// [`Error::NotFound`], also for one that they may not see.
pub fn find(db: &mut Db, caller: &Caller, import: Id) -> Result<ImportRow> {
    caller.must(Action::ImportRecords)?;
    let row = load(db, import)?;
    if row.created_by == caller.user || caller.may(Action::Review) {
        Ok(row)
    } else {
        Err(Error::NotFound)
    }
}

/// The import, for the program itself.
pub fn load(db: &mut Db, import: Id) -> Result<ImportRow> {
    let found = imports::table.find(import).select(ImportRow::as_select()).first(db).optional()?;
    found.ok_or(Error::NotFound)
}

/// Imports that the caller may see, newest first, before `before`.
pub fn list(
    db: &mut Db,
    caller: &Caller,
    before: Option<Id>,
    limit: i64,
) -> Result<Vec<ImportRow>> {
    caller.must(Action::ImportRecords)?;
    let mut which = if caller.may(Action::Review) {
        Sql::always()
    } else {
        Sql::new("imports.created_by = ").bind(caller.user)
    };
    if let Some(before) = before {
        which = which.sql(" AND imports.id < ").bind(before);
    }
    Ok(imports::table
        .filter(which)
        .order(imports::id.desc())
        .limit(limit)
        .select(ImportRow::as_select())
        .load(db)?)
}

/// Those that were at work when the server stopped.
pub fn at_work(db: &mut Db) -> Result<Vec<ImportRow>> {
    let states = [ImportState::Checking, ImportState::Running, ImportState::Undoing];
    Ok(imports::table
        .filter(imports::state.eq_any(states))
        .order(imports::id)
        .select(ImportRow::as_select())
        .load(db)?)
}

/// Whether another import still needs a file.
pub fn needs_file(db: &mut Db, sha256: &str, but: Id) -> Result<bool> {
    let open = [
        ImportState::Uploaded,
        ImportState::Checking,
        ImportState::Checked,
        ImportState::Running,
        ImportState::Failed,
    ];
    let count: i64 = imports::table
        .filter(imports::file_sha256.eq(sha256))
        .filter(imports::id.ne(but))
        .filter(imports::state.eq_any(open))
        .count()
        .get_result(db)?;
    Ok(count > 0)
}

/// What was said of rows, in their order, after a row.
pub fn rows(
    db: &mut Db,
    import: Id,
    outcome: Option<Outcome>,
    after: i64,
    limit: i64,
) -> Result<Vec<NotedRow>> {
    let of = import_rows::table
        .filter(import_rows::import_id.eq(import))
        .filter(import_rows::row_number.gt(after))
        .order(import_rows::row_number)
        .limit(limit)
        .select(NotedRow::as_select());
    Ok(match outcome {
        Some(outcome) => of.filter(import_rows::outcome.eq(outcome)).load(db)?,
        None => of.load(db)?,
    })
}

/// Rows of a dry run that have the same ids: key, row, digest.
pub fn rows_with_keys(
    db: &mut Db,
    import: Id,
    keys: &[&str],
) -> Result<Vec<(String, i64, String)>> {
    Ok(import_rows::table
        .filter(import_rows::import_id.eq(import))
        .filter(import_rows::key.eq_any(keys))
        .filter(import_rows::outcome.ne(Outcome::Refused))
        .select((import_rows::key, import_rows::row_number, import_rows::digest))
        .load(db)?)
}

pub fn doubts(db: &mut Db, import: Id, limit: i64) -> Result<Vec<Doubt>> {
    Ok(import_doubts::table
        .filter(import_doubts::import_id.eq(import))
        .order((import_doubts::score.desc(), import_doubts::actor_id))
        .limit(limit)
        .select(Doubt::as_select())
        .load(db)?)
}

/// What an external id is of.
#[derive(Debug, Clone, diesel::QueryableByName)]
pub struct Known {
    #[diesel(sql_type = Text)]
    pub key: String,
    #[diesel(sql_type = crate::store::sql_types::RecordId)]
    pub record_id: Id,
    #[diesel(sql_type = Text)]
    pub digest: String,
    #[diesel(sql_type = diesel::sql_types::Integer)]
    pub version: i32,
    #[diesel(sql_type = crate::store::sql_types::RecordId)]
    pub import_id: Id,
    #[diesel(sql_type = BigInt)]
    pub row_number: i64,
}

/// What records of a kind a source calls by some names.
pub fn known(db: &mut Db, source: &str, kind: &str, keys: &[String]) -> Result<Vec<Known>> {
    let mut all = Vec::new();
    for keys in keys.chunks(AT_ONCE) {
        let asked = Sql::new("SELECT key, record_id, digest, version, import_id, row_number FROM external_ids WHERE source = ")
            .bind(source.to_owned())
            .sql(" AND kind = ")
            .bind(kind.to_owned())
            .sql(" AND key IN (")
            .list(keys.iter().map(String::as_str))
            .sql(")");
        all.extend(asked.load::<Known>(db)?);
    }
    Ok(all)
}

/// Something that a source calls by a name.
#[derive(Debug, Clone, diesel::Insertable)]
#[diesel(table_name = crate::store::schema::external_ids)]
pub struct NewName {
    pub source: String,
    pub kind: String,
    pub key: String,
    pub record_id: Id,
    pub digest: String,
    pub version: i32,
    pub import_id: Id,
    pub row_number: i64,
}

/// Keeps names, in the place of older ones of the same row.
pub fn name(db: &mut Db, names: &[NewName]) -> Result<()> {
    use crate::store::schema::external_ids;
    for names in names.chunks(AT_ONCE) {
        each_backend!(db, |c| diesel::insert_into(external_ids::table).values(names).execute(c))?;
    }
    Ok(())
}

/// Notes that a row was taken again.
pub fn rename(db: &mut Db, name: &NewName) -> Result<()> {
    use crate::store::schema::external_ids;
    diesel::update(external_ids::table.find((&name.source, &name.kind, &name.key)))
        .set((
            external_ids::digest.eq(&name.digest),
            external_ids::version.eq(name.version),
            external_ids::import_id.eq(name.import_id),
            external_ids::row_number.eq(name.row_number),
        ))
        .execute(db)?;
    Ok(())
}

/// The profile with a name: one that was saved here, or that came with the program.
///
/// # Errors
/// [`Error::Invalid`] if there is none.
pub fn profile_named(db: &mut Db, name: &str) -> Result<Profile> {
    let all = profiles(db)?;
    let known: Vec<String> = all.iter().map(|it| it.name.clone()).collect();
    all.into_iter().find(|it| it.name == name).ok_or_else(|| {
        let name = crate::exchange::read::short(name);
        Error::field(
            "/profile",
            format!("there is no profile '{name}'; there are {}", known.join(", ")),
        )
    })
}

/// Every profile: those saved here, then those that came with the program.
pub fn profiles(db: &mut Db) -> Result<Vec<Profile>> {
    let saved: Vec<String> = import_profiles::table
        .order(import_profiles::name)
        .select(import_profiles::body)
        .load(db)?;
    let mut all = Vec::new();
    for body in saved {
        all.push(serde_json::from_str(&body).map_err(Error::internal)?);
    }
    all.extend(profile::shipped().iter().cloned());
    Ok(all)
}

/// Keeps a profile under its name.
///
/// # Errors
/// [`Error::Forbidden`], [`Error::Invalid`]; [`Error::Conflict`] for a name of one that came with the program.
pub fn save_profile(db: &mut Db, act: &mut crate::casework::Act, profile: &Profile) -> Result<()> {
    act.caller.must(Action::ImportRecords)?;
    profile.check()?;
    if profile::shipped().iter().any(|it| it.name == profile.name) {
        return Err(Error::Conflict(format!(
            "{} is a profile of the program itself; choose another name",
            profile.name
        )));
    }
    let found: Option<Id> = import_profiles::table
        .find(&profile.name)
        .select(import_profiles::created_by)
        .first(db)
        .optional()?;
    if found.is_some_and(|by| by != act.caller.user) && !act.caller.may(Action::Review) {
        return Err(Error::Conflict(format!(
            "somebody else keeps the profile {}; choose another name",
            profile.name
        )));
    }
    let body = without_nul(&serde_json::to_string(profile).map_err(Error::internal)?);
    diesel::delete(import_profiles::table.find(&profile.name)).execute(db)?;
    diesel::insert_into(import_profiles::table)
        .values((
            import_profiles::name.eq(&profile.name),
            import_profiles::body.eq(body),
            import_profiles::created_by.eq(found.unwrap_or(act.caller.user)),
            import_profiles::updated_at.eq(act.now),
        ))
        .execute(db)?;
    act.note("import_profile_saved", serde_json::json!({"profile": profile.name}));
    Ok(())
}

/// Deletes a profile that was saved here.
pub fn delete_profile(db: &mut Db, act: &mut crate::casework::Act, name: &str) -> Result<()> {
    act.caller.must(Action::ImportRecords)?;
    let found: Option<Id> = import_profiles::table
        .find(name)
        .select(import_profiles::created_by)
        .first(db)
        .optional()?;
    match found {
        Some(by) if by == act.caller.user || act.caller.may(Action::Review) => {
            diesel::delete(import_profiles::table.find(name)).execute(db)?;
            act.note("import_profile_deleted", serde_json::json!({"profile": name}));
            Ok(())
        }
        Some(_) => Err(Error::Forbidden(
            "somebody else keeps this profile; ask them, or a reviewer".to_owned(),
        )),
        None => Err(Error::NotFound),
    }
}
