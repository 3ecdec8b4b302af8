//! An import taken back as a whole: what it made is hidden, what it changed is as it was; what others
//! have changed or used since stays, and is said.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
use serde_json::json;

use super::kept::{self, ImportRow, ImportState, MadeRecord, as_text};
use super::work::Desk;
use crate::casework::change_record::{self, Target};
use crate::casework::records::actor::Actor;
use crate::casework::records::citation::Citation;
use crate::casework::records::demand::Demand;
use crate::casework::records::event::Event;
use crate::casework::records::incident::Incident;
use crate::casework::records::statement::Statement;
use crate::casework::records::{Record, links};
use crate::casework::{Act, restore_version};
use crate::domain::{Caller, Id};
use crate::error::{Error, Result};
use crate::store::schema::import_records;
use crate::store::{Db, Kind, Sql};

/// Records of one transaction.
const BATCH: i64 = 100;

impl Desk {
    /// Takes an import back. Goes on where it was stopped.
    ///
    /// # Errors
    /// [`Error::Conflict`] for one that made nothing, or that is at work.
    pub fn undo(
        &self,
        caller: &Caller,
        import: Id,
        tell: &mut dyn FnMut(&ImportRow),
    ) -> Result<ImportRow> {
        let _turn = self.turn(import)?;
        let mut row = self.office.act_here(caller.clone(), self.clock.now(), move |db, act| {
            let mut row = kept::find(db, &act.caller, import)?;
            let made_some = !row.dry_run
                && matches!(
                    row.state,
                    ImportState::Done
                        | ImportState::Failed
                        | ImportState::Running
                        | ImportState::Undoing
                );
            if !made_some {
                return Err(Error::Conflict(format!(
                    "the import is {}{}; there is nothing to undo",
                    row.state,
                    if row.dry_run { ", a dry run" } else { "" }
                )));
            }
            row.state = ImportState::Undoing;
            row.updated_at = act.now;
            row.save(db)?;
            act.note_on("import_undo_begun", import, json!({}));
            Ok(row)
        })?;
        loop {
            let before = row.clone();
            let (more, after) =
                self.office.act_here(caller.clone(), self.clock.now(), move |db, act| {
                    batch(db, act, before)
                })?;
            row = after;
            tell(&row);
            if !more {
                break;
            }
        }
        let mut done = row;
        done.state = ImportState::Undone;
        done.undone_at = Some(self.clock.now());
        done.updated_at = self.clock.now();
        let kept = done.clone();
        self.office.act_here(caller.clone(), self.clock.now(), move |db, act| {
            kept.save(db)?;
            let counts = kept.counts()?;
            act.note_on(
                "import_undone",
                kept.id,
                json!({"undone": counts.undone, "left": counts.left}),
            );
            Ok(())
        })?;
        if done.file(&self.data_dir).is_file() {
            let (sha256, id) = (done.file_sha256.clone(), done.id);
            if !self.office.database.read_here(move |db| kept::needs_file(db, &sha256, id))? {
                self.discard(&done);
            }
        }
        Ok(done)
    }
}

/// Takes back the records that were made last. Says whether there are more.
fn batch(db: &mut Db, act: &mut Act, mut row: ImportRow) -> Result<(bool, ImportRow)> {
    let some: Vec<MadeRecord> = import_records::table
        .filter(import_records::import_id.eq(row.id))
        .filter(import_records::undone.is_null())
        .order(import_records::position.desc())
        .limit(BATCH)
        .select(MadeRecord::as_select())
        .load(db)?;
    let mut counts = row.counts()?;
    for one in &some {
        let done = act.part(db, |db, act| {
            act.reason = Some("the import was undone".to_owned());
            take_back(db, act, row.id, one)
        });
        let left = match done {
            Ok(left) => left,
            Err(Error::Stale { .. }) => Some("it was changed since".to_owned()),
            // Whoever hid it, it is gone.
            Err(Error::NotFound) => None,
            Err(Error::Forbidden(message) | Error::Conflict(message)) => Some(message),
            Err(Error::Invalid(fields)) => fields.into_iter().next().map(|it| it.message),
            Err(other) => return Err(other),
        };
        if left.is_none() {
            forget_name(db, one)?;
            counts.undone += 1;
        } else {
            counts.left += 1;
        }
        diesel::update(import_records::table.find((one.import_id, one.position)))
            .set(
                import_records::undone
                    .eq(left.as_deref().map(kept::without_nul).unwrap_or_default()),
            )
            .execute(db)?;
    }
    row.counts = as_text(&counts)?;
    row.updated_at = act.now;
    row.save(db)?;
    Ok((some.len() == usize::try_from(BATCH).unwrap_or_default(), row))
}

/// The same row makes a new record again.
fn forget_name(db: &mut Db, one: &MadeRecord) -> Result<()> {
    use crate::store::schema::external_ids;
    let names = external_ids::table.filter(external_ids::record_id.eq(one.record_id));
    if one.action == "created" {
        diesel::delete(names).execute(db)?;
    } else {
        // Participations have ids of their own, and go with the import that made them.
        let own = external_ids::table
            .filter(external_ids::import_id.eq(one.import_id))
            .filter(external_ids::row_number.eq(one.row_number));
        diesel::delete(own.filter(external_ids::kind.eq("participation"))).execute(db)?;
        // What the row says is compared with the record again.
        diesel::update(names)
            .set((external_ids::digest.eq(""), external_ids::version.eq(0)))
            .execute(db)?;
    }
    Ok(())
}

/// Takes one record back. Says why not, if it stays.
fn take_back(db: &mut Db, act: &mut Act, import: Id, one: &MadeRecord) -> Result<Option<String>> {
    let kind: Kind =
        one.kind.parse().map_err(|_| Error::internal(format!("no kind {}", one.kind)))?;
    if one.action == "updated" {
        return match kind {
            Kind::Event => as_before::<Event>(db, act, import, one),
            Kind::Incident => as_before::<Incident>(db, act, import, one),
            Kind::Actor => as_before::<Actor>(db, act, import, one),
            Kind::Statement => as_before::<Statement>(db, act, import, one),
            Kind::Citation => as_before::<Citation>(db, act, import, one),
            Kind::Demand => as_before::<Demand>(db, act, import, one),
            _ => Ok(None),
        };
    }
    if let Some(used) = used_by(db, kind, one.record_id)? {
        return Ok(Some(used.to_owned()));
    }
    let target = Target { name: one.record_id.to_string(), version: Some(one.version) };
    match kind {
        Kind::Event => change_record::hide::<Event>(db, act, &target)?,
        Kind::Incident => change_record::hide::<Incident>(db, act, &target)?,
        Kind::Actor => change_record::hide::<Actor>(db, act, &target)?,
        Kind::Statement => change_record::hide::<Statement>(db, act, &target)?,
        Kind::Citation => change_record::hide::<Citation>(db, act, &target)?,
        Kind::Demand => change_record::hide::<Demand>(db, act, &target)?,
        _ => {}
    }
    Ok(None)
}

/// What still needs a record.
fn used_by(db: &mut Db, kind: Kind, id: Id) -> Result<Option<&'static str>> {
    let questions: &[(&str, &'static str)] = match kind {
        Kind::Incident => &[(
            "SELECT e.id AS id FROM events e WHERE e.deleted_at IS NULL AND e.incident_id = ",
            "it has events of others",
        )],
        Kind::Actor => &[
            (
                "SELECT p.id AS id FROM participations p JOIN events e ON e.id = p.event_id WHERE e.deleted_at IS NULL AND p.actor_id = ",
                "it takes part in events of others",
            ),
            (
                "SELECT s.id AS id FROM statement_issuers i JOIN statements s ON s.id = i.statement_id WHERE s.deleted_at IS NULL AND i.actor_id = ",
                "it issued statements",
            ),
            (
                "SELECT d.id AS id FROM demands d WHERE d.deleted_at IS NULL AND d.addressee_id = ",
                "something is demanded of it",
            ),
            (
                "SELECT f.id AS id FROM affiliations f WHERE f.deleted_at IS NULL AND f.actor_id = ",
                "it has affiliations",
            ),
            (
                "SELECT f.id AS id FROM affiliations f WHERE f.deleted_at IS NULL AND f.other_id = ",
                "others have affiliations to it",
            ),
        ],
        Kind::Statement => &[
            (
                "SELECT c.id AS id FROM citations c JOIN events e ON e.id = c.event_id WHERE c.deleted_at IS NULL AND e.deleted_at IS NULL AND c.statement_id = ",
                "events that stay rest on it",
            ),
            (
                "SELECT d.id AS id FROM demands d WHERE d.deleted_at IS NULL AND d.statement_id = ",
                "demands that stay rest on it",
            ),
        ],
        _ => &[],
    };
    for (question, why) in questions {
        let found = Sql::new(*question).bind(id).sql(" LIMIT 1").load::<links::Found>(db)?;
        if !found.is_empty() {
            return Ok(Some(why));
        }
    }
    Ok(None)
}

/// Makes the version current that was before the import changed the record first.
fn as_before<R: Record>(
    db: &mut Db,
    act: &mut Act,
    import: Id,
    one: &MadeRecord,
) -> Result<Option<String>> {
    let of_record = import_records::table
        .filter(import_records::import_id.eq(import))
        .filter(import_records::record_id.eq(one.record_id));
    let all: Vec<MadeRecord> =
        of_record.order(import_records::position).select(MadeRecord::as_select()).load(db)?;
    if all.iter().any(|it| it.position > one.position) {
        // It went back with the last of the changes, or stayed.
        return Ok(all
            .into_iter()
            .rev()
            .find(|it| it.undone.is_some())
            .and_then(|it| it.undone)
            .filter(|it| !it.is_empty()));
    }
    let first = all.first().map_or(one.version, |it| it.version);
    let target = Target { name: one.record_id.to_string(), version: Some(one.version) };
    restore_version::restore_version::<R>(db, act, &target, first - 1)?;
    Ok(None)
}
