//! WHAT NOBODY DOES ALONE: what a monitor enters shows to viewers and researchers only after a
//! reviewer has seen it, and a protection is lifted by a reviewer alone.
//!
//! Statements, incidents and events pass through review. What has no status of its own (actors,
//! affiliations, demands, citations) rests on what it joins: while that is a draft, a monitor may
//! add and change; once it is past the draft, a reviewer does, or the monitor keeps what they add
//! confidential.

use super::act::Act;
use super::records::{Record, Row};
use crate::domain::{Action, Confidentiality};
use crate::error::{Error, Result};
use crate::store::Db;

/// # Errors
/// [`Error::Forbidden`] if the caller may not add `record` without a reviewer.
pub fn check_new<R: Record>(db: &mut Db, act: &Act, record: &R) -> Result<()> {
    if is_overseen::<R>(act) {
        return Ok(());
    }
    must_rest_on_a_draft(db, record)
}

/// # Errors
/// [`Error::Forbidden`] if the caller may not change `before` to `after`, or hide it, without a
/// reviewer.
pub fn check_change<R: Record>(
    db: &mut Db,
    act: &Act,
    before: &R,
    after: Option<&R>,
) -> Result<()> {
    if is_overseen::<R>(act) {
        return Ok(());
    }
    let level = |record: &R| record.row().envelope().confidentiality;
    if before.status().is_none() {
        if after.is_some_and(|after| level(after) < level(before)) {
            return Err(Error::Forbidden(
                "only a reviewer may show a record to more people; ask one to lower its confidentiality"
                    .to_owned(),
            ));
        }
        must_rest_on_a_draft(db, before)?;
        if let Some(after) = after {
            must_rest_on_a_draft(db, after)?;
        }
    }
    match after {
        Some(after) if before.lifts_protection(after) => Err(Error::Forbidden(
            "only a reviewer may lift the protection of a person, or change their pseudonym"
                .to_owned(),
        )),
        _ => Ok(()),
    }
}

fn is_overseen<R: Record>(act: &Act) -> bool {
    act.seeding || act.caller.may(Action::Review) || R::KEPT_BY.is_some()
}

fn must_rest_on_a_draft<R: Record>(db: &mut Db, record: &R) -> Result<()> {
    let open = record.row().envelope().confidentiality < Confidentiality::Confidential.level();
    if open && record.is_past_the_draft(db)? {
        return Err(Error::Forbidden(format!(
            "what this {} belongs to is past the draft, so that it would be shown unreviewed; keep it \
             confidential, or ask a reviewer",
            R::KIND
        )));
    }
    Ok(())
}
