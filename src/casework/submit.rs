//! Handing records to the reviewers together.

use super::act::Act;
use super::change_record::review_seen;
use super::records::event::{Event, EventRow};
use super::records::{Record, Row};
use crate::domain::{Id, Status};
use crate::error::Result;
use crate::store::{Db, Sql};

/// Submits those drafts among the events of an incident that the caller made.
pub fn events_of(db: &mut Db, act: &mut Act, incident: Id) -> Result<()> {
    let own = Sql::new("events.deleted_at IS NULL AND events.status = ")
        .bind(Status::Draft.code())
        .sql(" AND events.incident_id = ")
        .bind(incident)
        .sql(" AND events.created_by = ")
        .bind(act.caller.user);
    // No incident is sent with more events than this.
    let rows = EventRow::load(db, own, Sql::new("events.id"), 200)?;
    for event in Event::with_parts(db, rows)? {
        review_seen(db, act, event, Status::Submitted)?;
    }
    Ok(())
}
