//! How the copy is: what those look at who keep it running; and checking that nothing was altered.

use std::path::Path;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicBool, Ordering};

use diesel::sql_types::{BigInt, Text};
use serde_json::json;

use super::act::Office;
use super::{audit, releases, verify};
use crate::domain::{Action, Caller, Timestamp};
use crate::error::{Error, Result};
use crate::store::shelf::Shelf;
use crate::store::{Db, Sql, history};

/// How the database is.
#[derive(Debug)]
pub struct DatabaseHealth {
    /// Its name and version.
    pub server: String,
    /// Bytes.
    pub size: i64,
    pub migrations: i64,
    pub audit_entries: i64,
    /// The hash of the newest audit entry.
    pub head: String,
    pub last_check: Option<Check>,
}

/// What a check found.
#[derive(Debug)]
pub struct Check {
    pub at: Timestamp,
    pub entries: i64,
    pub head: String,
    /// How many things were wrong, and the first of them in words.
    pub wrong: i64,
    pub examples: Vec<String>,
}

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    number: i64,
}

#[derive(diesel::QueryableByName)]
struct Version {
    #[diesel(sql_type = Text)]
    version: String,
}

fn number(db: &mut Db, sql: &str) -> Result<i64> {
    Ok(Sql::new(sql).load::<Number>(db)?.pop().map_or(0, |row| row.number))
}

/// How the database is.
pub fn of_database(db: &mut Db, caller: &Caller) -> Result<DatabaseHealth> {
    caller.must(Action::KeepUsers)?;
    let (name, version, size) = match db {
        Db::Sqlite(_) => (
            "SQLite",
            "SELECT sqlite_version() AS version",
            "SELECT page_count * page_size AS number FROM pragma_page_count(), pragma_page_size()",
        ),
        Db::Postgres(_) => (
            "PostgreSQL",
            "SELECT current_setting('server_version') AS version",
            "SELECT pg_database_size(current_database()) AS number",
        ),
    };
    let version = Sql::new(version).load::<Version>(db)?.pop().map(|row| row.version);
    let (audit_entries, head) = history::head(db)?;
    Ok(DatabaseHealth {
        server: format!("{name} {}", version.unwrap_or_default()),
        size: number(db, size)?,
        migrations: number(db, "SELECT COUNT(*) AS number FROM __diesel_schema_migrations")?,
        audit_entries,
        head,
        last_check: last_check(db)?,
    })
}

/// What the last check found that was asked for in a browser.
pub fn last_check(db: &mut Db) -> Result<Option<Check>> {
    let Some(entry) = audit::last(db, VERIFIED)? else { return Ok(None) };
    let detail: serde_json::Value = serde_json::from_str(&entry.detail).map_err(Error::internal)?;
    let examples = detail["examples"].as_array().map(Vec::as_slice).unwrap_or_default();
    Ok(Some(Check {
        at: entry.at,
        entries: detail["entries"].as_i64().unwrap_or_default(),
        head: detail["head"].as_str().unwrap_or_default().to_owned(),
        wrong: detail["wrong"].as_i64().unwrap_or_default(),
        examples: examples.iter().filter_map(|it| it.as_str().map(str::to_owned)).collect(),
    }))
}

const VERIFIED: &str = "verified";

/// Room on the disk of a folder, in bytes: free for us, and all. Nothing where it cannot be told.
#[cfg(unix)]
pub fn room(folder: &Path) -> Option<(u64, u64)> {
    let disk = rustix::fs::statvfs(folder).ok()?;
    Some((disk.f_bavail.saturating_mul(disk.f_frsize), disk.f_blocks.saturating_mul(disk.f_frsize)))
}

/// Room on the disk of a folder. Nothing where it cannot be told.
#[cfg(not(unix))]
pub fn room(_: &Path) -> Option<(u64, u64)> {
    None
}

/// A check that may be going on: one at a time, since it reads everything.
#[derive(Debug, Default)]
pub struct Checking {
    is_running: AtomicBool,
    /// Why the last one came to no end.
    failed: Mutex<Option<String>>,
}

impl Checking {
    pub fn is_running(&self) -> bool {
        self.is_running.load(Ordering::Acquire)
    }

    pub fn failed(&self) -> Option<String> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes the turn, if it is free.
    pub fn begin(&self) -> bool {
        !self.is_running.swap(true, Ordering::AcqRel)
    }

    /// Checks everything, and notes in the audit log what was found. May take minutes, and blocks;
    /// [`begin`](Self::begin) comes before it.
    pub fn run(&self, office: &Office, files: &Shelf, caller: Caller, now: Timestamp) {
        let done = check(office, files, caller, now);
        if let Err(error) = &done {
            tracing::error!(?error, "the check came to no end");
        }
        let failed = done.err().map(|error| error.to_string());
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = failed;
        self.is_running.store(false, Ordering::Release);
    }
}

fn check(office: &Office, shelf: &Shelf, caller: Caller, now: Timestamp) -> Result<()> {
    const EXAMPLES: usize = 20;
    let (wrong, (entries, head)) = office.database.snapshot(|db| {
        let mut wrong = verify::verify(db)?;
        releases::verify(db, shelf, &mut wrong)?;
        Ok((wrong, history::head(db)?))
    })?;
    office.act_here(caller, now, move |_, act| {
        act.caller.must(Action::ReadAudit)?;
        let examples = &wrong[..wrong.len().min(EXAMPLES)];
        let found =
            json!({"entries": entries, "head": head, "wrong": wrong.len(), "examples": examples});
        act.note(VERIFIED, found);
        Ok(())
    })
}
