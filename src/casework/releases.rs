//! Releases: data sets that stay as they were, under a version. What is in their files is made in
//! [`crate`]'s exchange; here is which there are, and that they are as they were written.

use std::collections::BTreeMap;

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::act::Act;
use crate::domain::release::{Audience, Version, Withdrawal};
use crate::domain::{Action, Caller, GeoPrecision, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::schema::{audit_entries, release_files, release_tombstones, releases};
use crate::store::shelf::{Made, Shelf, measured};

/// What the audit log calls them.
const MADE: &str = "release_made";
const TOMBSTONED: &str = "release_tombstoned";

/// A release.
#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = releases, treat_none_as_default_value = false)]
pub struct ReleaseRow {
    pub id: Id,
    pub version: String,
    pub year: i32,
    pub number: i32,
    pub candidate: i32,
    pub title: String,
    pub audience: Audience,
    /// JSON: names and values of filters of events.
    pub filters: String,
    pub coarsen: Option<GeoPrecision>,
    /// JSON: rows of each dataset.
    pub counts: String,
    pub licence: Option<String>,
    pub citation: String,
    /// JSON: what the report before it found, and was acknowledged.
    pub findings: String,
    pub made_at: Timestamp,
    pub made_by: Id,
}

#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = release_files)]
pub struct FileRow {
    release_id: Id,
    pub name: String,
    pub sha256: String,
    pub bytes: i64,
}

#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = release_tombstones)]
struct TombstoneRow {
    id: Id,
    release_id: Id,
    reason: Withdrawal,
    removed: i64,
    at: Timestamp,
}

/// A release, as it is shown.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReleaseView {
    #[schema(example = "2026.1")]
    pub version: String,
    /// Whether it was made to be looked at before the release itself.
    pub candidate: bool,
    pub title: String,
    pub audience: Audience,
    /// The filters of events; the other datasets hold what joins to these events.
    pub filters: BTreeMap<String, String>,
    /// How exactly places are told at most.
    pub coarsen: Option<GeoPrecision>,
    /// Rows of each dataset.
    #[schema(value_type = HashMap<String, i64>)]
    pub counts: BTreeMap<String, i64>,
    pub licence: Option<String>,
    /// How to cite it.
    pub citation: String,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub made_at: Timestamp,
    /// Only shown to those who work on records.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub made_by: Option<Id>,
    /// What was found before it was made, and acknowledged. Only shown to those who make releases.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    pub findings: Option<Value>,
    pub files: Vec<FileView>,
    /// Records that were taken out of it afterwards.
    pub tombstones: Vec<TombstoneView>,
}

impl ReleaseView {
    pub fn file(&self, name: &str) -> Option<&FileView> {
        self.files.iter().find(|file| file.name == name)
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FileView {
    #[schema(example = "events.csv")]
    pub name: String,
    /// SHA-256, in lower-case hexadecimal.
    pub sha256: String,
    pub bytes: i64,
}

/// That a record was taken out.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TombstoneView {
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub at: Timestamp,
    pub reason: Withdrawal,
    /// Rows that were removed: the record's, and those that join to it.
    pub removed: i64,
}

/// The releases, the newest version first.
pub fn all(db: &mut Db, caller: &Caller) -> Result<Vec<ReleaseView>> {
    caller.must(Action::ReadRecords)?;
    let rows: Vec<ReleaseRow> = releases::table
        .order((releases::year.desc(), releases::number.desc(), releases::candidate.desc()))
        .select(ReleaseRow::as_select())
        .load(db)?;
    rows.into_iter().map(|row| shown(db, caller, row)).collect()
}

/// The release of a version.
///
/// # Errors
/// [`Error::NotFound`] if there is none.
pub fn find(db: &mut Db, caller: &Caller, version: &str) -> Result<ReleaseView> {
    let row = row(db, caller, version)?;
    shown(db, caller, row)
}

/// The row of a version.
///
/// # Errors
/// [`Error::NotFound`] if there is none.
pub fn row(db: &mut Db, caller: &Caller, version: &str) -> Result<ReleaseRow> {
    caller.must(Action::ReadRecords)?;
    let version: Version = version.parse().map_err(|_| Error::NotFound)?;
    releases::table
        .filter(releases::version.eq(version.to_string()))
        .select(ReleaseRow::as_select())
        .first(db)
        .optional()?
        .ok_or(Error::NotFound)
}

fn shown(db: &mut Db, caller: &Caller, row: ReleaseRow) -> Result<ReleaseView> {
    let files: Vec<FileRow> = release_files::table
        .filter(release_files::release_id.eq(row.id))
        .order(release_files::name)
        .select(FileRow::as_select())
        .load(db)?;
    let tombstones: Vec<TombstoneRow> = release_tombstones::table
        .filter(release_tombstones::release_id.eq(row.id))
        .order(release_tombstones::id)
        .select(TombstoneRow::as_select())
        .load(db)?;
    let file = |it: FileRow| FileView { name: it.name, sha256: it.sha256, bytes: it.bytes };
    let tombstone =
        |it: TombstoneRow| TombstoneView { at: it.at, reason: it.reason, removed: it.removed };
    let findings = if caller.may(Action::MakeReleases) {
        Some(serde_json::from_str(&row.findings).map_err(Error::internal)?)
    } else {
        None
    };
    Ok(ReleaseView {
        candidate: row.candidate > 0,
        filters: serde_json::from_str(&row.filters).map_err(Error::internal)?,
        counts: serde_json::from_str(&row.counts).map_err(Error::internal)?,
        made_by: caller.may_know_staff().then_some(row.made_by),
        findings,
        files: files.into_iter().map(file).collect(),
        tombstones: tombstones.into_iter().map(tombstone).collect(),
        version: row.version,
        title: row.title,
        audience: row.audience,
        coarsen: row.coarsen,
        licence: row.licence,
        citation: row.citation,
        made_at: row.made_at,
    })
}

/// Whether there is a release of a version.
pub fn is_there(db: &mut Db, version: Version) -> Result<bool> {
    let of = releases::table.filter(releases::version.eq(version.to_string()));
    Ok(of.count().get_result::<i64>(db)? > 0)
}

/// Whether a release has a file with a digest.
pub fn is_kept(db: &mut Db, sha256: &str) -> Result<bool> {
    let of = release_files::table.filter(release_files::sha256.eq(sha256));
    Ok(of.count().get_result::<i64>(db)? > 0)
}

/// The digest of each file, by its name: what the audit log has of a release.
fn files_said(files: impl IntoIterator<Item = (String, String)>) -> Value {
    Value::Object(files.into_iter().map(|(name, digest)| (name, json!(digest))).collect())
}

/// Keeps a release whose files are in their place.
pub fn record(db: &mut Db, act: &mut Act, row: &ReleaseRow, files: &[Made]) -> Result<()> {
    act.caller.must(Action::MakeReleases)?;
    diesel::insert_into(releases::table).values(row).execute(db)?;
    for it in files {
        insert(db, row.id, it)?;
    }
    let said = files_said(files.iter().map(|it| (it.name.clone(), it.sha256.clone())));
    let findings: Value = serde_json::from_str(&row.findings).map_err(Error::internal)?;
    let detail = json!({"version": row.version, "findings": findings, "files": said});
    act.note_on(MADE, row.id, detail);
    Ok(())
}

fn insert(db: &mut Db, release_id: Id, file: &Made) -> Result<()> {
    let Made { name, sha256, bytes } = file.clone();
    let row = FileRow { release_id, name, sha256, bytes };
    diesel::insert_into(release_files::table).values(&row).execute(db)?;
    Ok(())
}

/// A record that was taken out of a release.
pub struct Removed {
    pub kind: &'static str,
    /// Its id.
    pub record: String,
    pub reason: Withdrawal,
    pub rows: i64,
    /// Rows of each dataset that are left.
    pub counts: String,
}

/// Keeps that a record was taken out of a release: its files in the place of those of the same names.
pub fn tombstone(
    db: &mut Db,
    act: &mut Act,
    release: Id,
    files: &[Made],
    removed: &Removed,
) -> Result<()> {
    act.caller.must(Action::MakeReleases)?;
    for it in files {
        let old = release_files::table
            .filter(release_files::release_id.eq(release))
            .filter(release_files::name.eq(&it.name));
        diesel::delete(old).execute(db)?;
        insert(db, release, it)?;
    }
    diesel::update(releases::table.find(release))
        .set(releases::counts.eq(&removed.counts))
        .execute(db)?;
    let row = TombstoneRow {
        id: Id::at(act.now),
        release_id: release,
        reason: removed.reason,
        removed: removed.rows,
        at: act.now,
    };
    diesel::insert_into(release_tombstones::table).values(&row).execute(db)?;
    let all: Vec<(String, String)> = release_files::table
        .filter(release_files::release_id.eq(release))
        .order(release_files::name)
        .select((release_files::name, release_files::sha256))
        .load(db)?;
    let detail = json!({
        "kind": removed.kind, "record": removed.record, "reason": removed.reason,
        "rows": removed.rows, "files": files_said(all),
    });
    act.note_on(TOMBSTONED, release, detail);
    Ok(())
}

/// Whether every file of every release is there and as it was written, and nothing else is; and
/// whether the database has of them what the audit log has.
pub fn verify(db: &mut Db, shelf: &Shelf, wrong: &mut Vec<String>) -> Result<()> {
    let rows: Vec<ReleaseRow> =
        releases::table.order(releases::id).select(ReleaseRow::as_select()).load(db)?;
    let mut expected = BTreeMap::<String, (i64, String)>::new();
    for row in &rows {
        let files: Vec<FileRow> = release_files::table
            .filter(release_files::release_id.eq(row.id))
            .order(release_files::name)
            .select(FileRow::as_select())
            .load(db)?;
        check_log(db, row, &files, wrong)?;
        for it in files {
            let of = format!("{} of release {}", it.name, row.version);
            expected.entry(it.sha256).or_insert((it.bytes, of));
        }
    }
    for (digest, (bytes, name)) in &expected {
        match measured(&shelf.object(digest))? {
            None => wrong.push(format!("the file {name} is missing")),
            Some((_, there)) if there != *bytes => {
                wrong.push(format!("the file {name} has {there} bytes, not {bytes}"));
            }
            Some((there, _)) if there != *digest => {
                wrong.push(format!("the file {name} was altered"));
            }
            Some(_) => {}
        }
    }
    for name in shelf.objects()? {
        if !expected.contains_key(&name) {
            wrong.push(format!("the file {name} among those of releases belongs to none"));
        }
    }
    Ok(())
}

/// Whether the files of a release, and how often something was taken out of it, are what the audit log
/// has.
fn check_log(
    db: &mut Db,
    row: &ReleaseRow,
    files: &[FileRow],
    wrong: &mut Vec<String>,
) -> Result<()> {
    let entries: Vec<(String, String)> = audit_entries::table
        .filter(audit_entries::record_id.eq(Some(row.id)))
        .filter(audit_entries::action.eq_any([MADE, TOMBSTONED]))
        .order(audit_entries::seq)
        .select((audit_entries::action, audit_entries::detail))
        .load(db)?;
    let said = files_said(files.iter().map(|it| (it.name.clone(), it.sha256.clone())));
    let last: Value = match entries.last() {
        Some((_, detail)) => serde_json::from_str(detail).map_err(Error::internal)?,
        None => Value::Null,
    };
    if last["files"] != said {
        wrong.push(format!(
            "the files of release {} are not as the audit log has them",
            row.version
        ));
    }
    let noted = entries.iter().filter(|(action, _)| action == TOMBSTONED).count();
    let of = release_tombstones::table.filter(release_tombstones::release_id.eq(row.id));
    if of.count().get_result::<i64>(db)? != i64::try_from(noted).map_err(Error::internal)? {
        wrong.push(format!(
            "what was taken out of release {} is not as the audit log has it",
            row.version
        ));
    }
    Ok(())
}
