//! What happened to records, kept for ever: revisions, and the hash-chained audit log.
//!
//! Each audit entry's hash covers the entry before it and, for a change, the digest of the
//! revision: changing, removing, inserting or reordering either shows (`saksi verify`).

use std::borrow::Cow;

use diesel::sql_types::{BigInt, Text};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::Kind;
use super::commit::{self, Late, Turn, late};
use super::database::Db;
use super::schema::{audit_entries, revisions};
use super::sql::Sql;
use crate::domain::{Id, Status, Timestamp};
use crate::each_backend;
use crate::error::{Error, Result};

/// The hash before the first entry.
const GENESIS: &str = "saksi";

/// A record as a change left it.
#[derive(Debug, Clone, Serialize, diesel::Insertable, diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = revisions, treat_none_as_default_value = false)]
pub struct NewRevision {
    pub kind: Kind,
    pub record_id: Id,
    pub version: i32,
    pub at: Timestamp,
    pub user_id: Id,
    pub action: String,
    pub reason: Option<String>,
    pub snapshot: String,
    pub status: Option<Status>,
    pub confidentiality: i16,
    pub team_id: Option<Id>,
    pub created_by: Id,
    pub assigned_to: Option<Id>,
    pub hidden: bool,
}

/// Something to be remembered in the audit log.
#[derive(Debug, Clone)]
pub struct Entry {
    /// `None` for what happened before anyone was known, such as a failed login.
    pub user: Option<Id>,
    pub action: Cow<'static, str>,
    pub kind: Option<Kind>,
    pub record: Option<Id>,
    /// Never a name, a text or a secret.
    pub detail: Value,
}

#[derive(Debug, Clone, diesel::Insertable, diesel::Queryable, diesel::Selectable, Serialize)]
#[diesel(table_name = audit_entries, treat_none_as_default_value = false)]
pub struct AuditRow {
    pub seq: i64,
    pub at: Timestamp,
    pub user_id: Option<Id>,
    pub action: String,
    pub kind: Option<String>,
    pub record_id: Option<Id>,
    pub detail: String,
    pub previous: String,
    pub hash: String,
}

impl AuditRow {
    /// What the entry's hash should be.
    pub fn expected_hash(&self) -> Result<String> {
        let covered = (
            &self.previous,
            self.seq,
            &self.at,
            &self.user_id,
            &self.action,
            &self.kind,
            &self.record_id,
            &self.detail,
        );
        digest_of(&covered)
    }
}

/// The digest of a value as JSON.
fn digest_of(value: &impl Serialize) -> Result<String> {
    Ok(digest(&serde_json::to_vec(value).map_err(Error::internal)?))
}

/// SHA-256, in lower-case hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hex = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        hex.push(char::from(DIGITS[usize::from(byte >> 4)]));
        hex.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    hex
}

/// Keeps the revisions of a write, with an audit entry for each, then the entries.
pub fn keep(
    db: &mut Db,
    revisions: Vec<NewRevision>,
    entries: Vec<Entry>,
    at: Timestamp,
) -> Result<()> {
    let mut all = Vec::with_capacity(revisions.len() + entries.len());
    for revision in &revisions {
        let entry = Entry {
            user: Some(revision.user_id),
            action: revision.action.clone().into(),
            kind: Some(revision.kind),
            record: Some(revision.record_id),
            detail: change_detail(revision)?,
        };
        all.push((entry, revision.at));
    }
    all.extend(entries.into_iter().map(|entry| (entry, at)));
    commit::write(db, revisions)?;
    commit::write(db, all)
}

late!(NewRevision in revisions: Revisions);

/// An entry, and when it was.
impl Late for (Entry, Timestamp) {
    const TURN: Turn = Turn::Entries;

    fn write(db: &mut Db, entries: &[Self]) -> Result<()> {
        append(db, entries)
    }
}

/// What the audit log says of a revision: the digest covers all of it, who and why included.
fn change_detail(revision: &NewRevision) -> Result<Value> {
    Ok(json!({"version": revision.version, "revision_sha256": digest_of(revision)?}))
}

/// The newest entry of the audit log: its number and hash.
pub fn head(db: &mut Db) -> Result<(i64, String)> {
    #[derive(diesel::QueryableByName)]
    struct Head {
        #[diesel(sql_type = BigInt)]
        seq: i64,
        #[diesel(sql_type = Text)]
        hash: String,
    }
    let head = Sql::new("SELECT seq, hash FROM audit_entries ORDER BY seq DESC LIMIT 1")
        .load::<Head>(db)?
        .pop();
    Ok(head.map_or((0, GENESIS.to_owned()), |head| (head.seq, head.hash)))
}

/// Adds to the audit log. Only ever called by the writer, so that nothing comes between the head
/// and what follows it.
fn append(db: &mut Db, entries: &[(Entry, Timestamp)]) -> Result<()> {
    let (mut seq, mut previous) = head(db)?;
    let mut rows = Vec::with_capacity(entries.len());
    for (entry, at) in entries {
        seq += 1;
        let mut row = AuditRow {
            seq,
            at: *at,
            user_id: entry.user,
            action: entry.action.clone().into_owned(),
            kind: entry.kind.map(|kind| kind.code().to_owned()),
            record_id: entry.record,
            detail: entry.detail.to_string(),
            previous: std::mem::take(&mut previous),
            hash: String::new(),
        };
        row.hash = row.expected_hash()?;
        previous.clone_from(&row.hash);
        rows.push(row);
    }
    each_backend!(db, |c| diesel::insert_into(audit_entries::table).values(&rows).execute(c))?;
    Ok(())
}

/// What `saksi verify` found wrong, in words, first broken place first.
pub fn check_chain(db: &mut Db) -> Result<Vec<String>> {
    const PAGE: i64 = 2_000;
    let (mut last, mut previous) = (0, GENESIS.to_owned());
    loop {
        let page: Vec<AuditRow> = audit_entries::table
            .filter(audit_entries::seq.gt(last))
            .order(audit_entries::seq)
            .limit(PAGE)
            .load(db)?;
        for row in &page {
            if row.seq != last + 1 {
                return Ok(vec![format!(
                    "audit entry {} follows entry {last}: entries between them are missing",
                    row.seq
                )]);
            }
            if row.previous != previous {
                return Ok(vec![format!(
                    "audit entry {} does not continue entry {last}: an entry was changed, removed or inserted here",
                    row.seq
                )]);
            }
            if row.hash != row.expected_hash()? {
                return Ok(vec![format!(
                    "audit entry {} was changed after it was written",
                    row.seq
                )]);
            }
            last = row.seq;
            previous.clone_from(&row.hash);
        }
        if page.is_empty() {
            break;
        }
    }
    check_revisions(db)
}

/// The number of the last change of any record; 0 before the first.
pub fn last_change(db: &mut Db) -> Result<i64> {
    let last: Option<i64> = revisions::table.select(diesel::dsl::max(revisions::seq)).first(db)?;
    Ok(last.unwrap_or(0))
}

/// Whether a record of `kind` was changed after the change with this number.
pub fn has_changed_since(db: &mut Db, kind: Kind, seq: i64) -> Result<bool> {
    let since = revisions::table.filter(revisions::seq.gt(seq)).filter(revisions::kind.eq(kind));
    Ok(diesel::select(diesel::dsl::exists(since)).get_result(db)?)
}

/// Compares each revision with the digest that the audit log has of it.
fn check_revisions(db: &mut Db) -> Result<Vec<String>> {
    const PAGE: i64 = 500;
    let mut wrong = Vec::new();
    let mut last = 0;
    loop {
        let page: Vec<(i64, NewRevision)> = revisions::table
            .filter(revisions::seq.gt(last))
            .order(revisions::seq)
            .limit(PAGE)
            .select((revisions::seq, NewRevision::as_select()))
            .load(db)?;
        for (seq, revision) in &page {
            let said: Vec<String> = audit_entries::table
                .filter(audit_entries::record_id.eq(Some(revision.record_id)))
                .select(audit_entries::detail)
                .load(db)?;
            if !said.contains(&change_detail(revision)?.to_string()) {
                wrong.push(format!(
                    "version {} of {} {} (revision {seq}) is not as the audit log has it",
                    revision.version, revision.kind, revision.record_id
                ));
            }
        }
        let Some(end) = page.last() else { return Ok(wrong) };
        last = end.0;
    }
}
