//! The logo of a saved report.

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde_json::json;

use super::definitions::{self, Definition};
use crate::casework::act::Act;
use crate::domain::Id;
use crate::domain::logo::Logo;
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::schema::{report_definitions, report_logos};

/// The logo of a saved report of somebody, if it has one.
///
/// # Errors
/// [`Error::NotFound`] if they have no such report.
pub fn find(db: &mut Db, user: Id, definition: Id) -> Result<Option<Logo>> {
    definitions::find(db, user, definition)?;
    of(db, definition)
}

/// The logo of a saved report, whosever it is.
pub fn of(db: &mut Db, definition: Id) -> Result<Option<Logo>> {
    let kept: Option<Vec<u8>> =
        report_logos::table.find(definition).select(report_logos::picture).first(db).optional()?;
    kept.map(|picture| Logo::of(&picture).map_err(Error::internal)).transpose()
}

/// Which saved reports of somebody have a logo.
pub fn with_logo(db: &mut Db, user: Id) -> Result<Vec<Id>> {
    let own = report_definitions::table
        .filter(report_definitions::user_id.eq(user))
        .select(report_definitions::id);
    Ok(report_logos::table
        .filter(report_logos::definition_id.eq_any(own))
        .select(report_logos::definition_id)
        .load(db)?)
}

/// Puts a logo in the place of the one that a saved report has, or takes that away. `version`: that which
/// was read.
///
/// # Errors
/// [`Error::NotFound`] and [`Error::Stale`], as for any change.
pub fn put(
    db: &mut Db,
    act: &mut Act,
    id: Id,
    version: Option<i32>,
    logo: Option<&Logo>,
) -> Result<Definition> {
    let changed = definitions::touch(db, act, id, version)?;
    diesel::delete(report_logos::table.find(id)).execute(db)?;
    if let Some(logo) = logo {
        diesel::insert_into(report_logos::table)
            .values((
                report_logos::definition_id.eq(id),
                report_logos::picture.eq(logo.bytes.as_slice()),
            ))
            .execute(db)?;
    }
    let detail = json!({"version": changed.version, "logo": logo.is_some()});
    act.note_on("report_changed", id, detail);
    Ok(changed)
}
