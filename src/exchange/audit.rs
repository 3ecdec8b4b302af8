//! The audit log as a file: every entry that is asked for, with what its hash covers.

use std::io::Write;

use serde_json::json;

use super::write::{Cell, Format, Preset, RowWriter};
use crate::casework::Office;
use crate::casework::audit::{self, Wanted};
use crate::domain::{Caller, Timestamp};
use crate::error::Result;

/// Writes the file, newest entry first, and notes in the log that it was taken along.
pub fn write(
    office: &Office,
    caller: &Caller,
    wanted: &Wanted,
    format: Format,
    now: Timestamp,
    out: impl Write,
) -> Result<()> {
    let detail = json!({"dataset": "audit", "format": format.code()});
    office.act_here(caller.clone(), now, move |_, act| {
        act.note("export_begun", detail);
        Ok(())
    })?;
    let names = ["seq", "at", "user", "action", "kind", "record", "detail", "previous", "hash"];
    office.database.snapshot(|db| {
        let mut out = RowWriter::begin(out, format, Preset::Research, &names)?;
        audit::each(db, caller, wanted, |entry| {
            out.row(&[
                Cell::Whole(entry.seq),
                entry.at.to_string().into(),
                entry.user_id.map(|it| it.to_string()).into(),
                entry.action.as_str().into(),
                entry.kind.as_deref().into(),
                entry.record_id.map(|it| it.to_string()).into(),
                entry.detail.as_str().into(),
                entry.previous.as_str().into(),
                entry.hash.as_str().into(),
            ])
        })?;
        out.finish()
    })
}
