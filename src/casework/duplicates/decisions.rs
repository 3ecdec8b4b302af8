//! WHAT WAS DECIDED of records that look like one: that they are two, or that one was merged into
//! the other; by whom, when and why. Kept for ever: what was undone says so.

use std::collections::{HashMap, HashSet};

use diesel::sql_types::{Nullable, Text};
use diesel::{
    BoolExpressionMethods, ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl,
    SelectableHelper,
};
use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::casework::act::Act;
use crate::casework::records::filter::{Filter, named};
use crate::casework::records::links;
use crate::domain::codes::codes;
use crate::domain::{Action, Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::history::digest;
use crate::store::schema::duplicate_decisions;
use crate::store::sql_types::RecordId;
use crate::store::visibility::{visible, visible_decision};
use crate::store::{Db, Eyes, Kind, Sql};

codes! {
    /// What two records that look like one were found to be.
    Decision {
        /// One: the second was merged into the first.
        Merged = "merged",
        /// Two.
        Distinct = "distinct",
    }
}

/// A decision, as it is kept.
#[derive(Debug, Clone, diesel::Queryable, diesel::Selectable, diesel::Insertable)]
#[diesel(table_name = duplicate_decisions, treat_none_as_default_value = false)]
pub struct DecisionRow {
    pub id: Id,
    pub kind: Kind,
    pub record_id: Id,
    pub other_id: Id,
    pub decision: Decision,
    pub decided_at: Timestamp,
    pub decided_by: Id,
    pub reason: Option<String>,
    pub moved: String,
    pub closes: bool,
    pub undone_at: Option<Timestamp>,
    pub undone_by: Option<Id>,
}

/// One of the two records that a decision is about.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecidedRecord {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[serde(rename = "ref")]
    #[schema(example = "A-00012")]
    pub reference: String,
    /// The title of an event; the name of an actor, or the pseudonym where the name is not to be
    /// known.
    pub title: String,
}

/// What was decided of two records that look like one.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DecisionView {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[schema(schema_with = super::kind_schema)]
    pub kind: Kind,
    pub decision: Decision,
    /// One of the two; of a merge, the one that was kept.
    pub record: DecidedRecord,
    /// The other; of a merge, the one that is hidden, and whose ref leads to the one kept.
    pub other: DecidedRecord,
    pub reason: Option<String>,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub decided_at: Timestamp,
    /// Left out for those who need not know the staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub decided_by: Option<Id>,
    /// When it was taken back, if it was.
    #[schema(value_type = Option<chrono::DateTime<chrono::Utc>>)]
    pub undone_at: Option<Timestamp>,
    /// Left out for those who need not know the staff.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub undone_by: Option<Id>,
}

impl DecisionRow {
    /// What the audit log keeps of it, so that a change behind the program's back shows.
    pub fn digest(&self) -> String {
        let covered = json!([
            self.id,
            self.kind,
            self.record_id,
            self.other_id,
            self.decision,
            self.decided_at,
            self.decided_by,
            self.reason,
            self.moved,
            self.closes,
        ]);
        digest(covered.to_string().as_bytes())
    }
}

/// How many decisions there are, and how many of them were taken back: who compares both with what they
/// were knows whether anything was decided since.
pub(super) fn made(db: &mut Db) -> Result<(i64, i64)> {
    use diesel::dsl::count;
    Ok(duplicate_decisions::table
        .select((count(duplicate_decisions::id), count(duplicate_decisions::undone_at)))
        .first(db)?)
}

/// Keeps a new decision.
pub(in crate::casework) fn keep(db: &mut Db, act: &mut Act, row: &DecisionRow) -> Result<()> {
    diesel::insert_into(duplicate_decisions::table).values(row).execute(db)?;
    let detail = json!({
        "kind": row.kind,
        "record": row.record_id,
        "other": row.other_id,
        "decision_sha256": row.digest(),
    });
    let action = match row.decision {
        Decision::Merged => "records_merged",
        Decision::Distinct => "records_distinct",
    };
    act.note_on(action, row.id, detail);
    Ok(())
}

/// Notes that a decision was taken back.
pub(in crate::casework) fn take_back(db: &mut Db, act: &mut Act, row: &DecisionRow) -> Result<()> {
    diesel::update(duplicate_decisions::table.find(row.id))
        .set((
            duplicate_decisions::undone_at.eq(Some(act.now)),
            duplicate_decisions::undone_by.eq(Some(act.caller.user)),
        ))
        .execute(db)?;
    let detail = json!({"kind": row.kind, "record": row.record_id, "other": row.other_id});
    act.note_on("decision_undone", row.id, detail);
    Ok(())
}

/// Decides that two records are two: they are not suggested again. The id of the decision; of the
/// one before, where that was decided already.
///
/// # Errors
/// [`Error::NotFound`] for a record that the caller may not see, [`Error::Invalid`] for another.
pub fn distinct(
    db: &mut Db,
    act: &mut Act,
    kind: Kind,
    name: &str,
    other: &str,
    reason: Option<String>,
) -> Result<Id> {
    act.caller.must(Action::MergeRecords)?;
    let record_id = seen(db, &act.caller, kind, name)?.ok_or(Error::NotFound)?;
    let other_id = seen(db, &act.caller, kind, other)?.ok_or_else(|| no_other(kind, other))?;
    if record_id == other_id {
        return Err(Error::field("/other", "is the same record; name another"));
    }
    let known: Option<Id> = duplicate_decisions::table
        .filter(duplicate_decisions::decision.eq(Decision::Distinct))
        .filter(duplicate_decisions::undone_at.is_null())
        .filter(duplicate_decisions::record_id.eq_any([record_id, other_id]))
        .filter(duplicate_decisions::other_id.eq_any([record_id, other_id]))
        .select(duplicate_decisions::id)
        .first(db)
        .optional()?;
    if let Some(known) = known {
        return Ok(known);
    }
    let row = DecisionRow {
        id: Id::at(act.now),
        kind,
        record_id,
        other_id,
        decision: Decision::Distinct,
        decided_at: act.now,
        decided_by: act.caller.user,
        reason,
        moved: "[]".to_owned(),
        closes: false,
        undone_at: None,
        undone_by: None,
    };
    keep(db, act, &row)?;
    Ok(row.id)
}

/// What is said of another record that is not there, or may not be seen.
pub(in crate::casework) fn no_other(kind: Kind, name: &str) -> Error {
    let name: String = name.chars().take(60).collect();
    Error::field("/other", format!("there is no {kind} '{name}'"))
}

/// The id of the record that an id or ref names, if the caller sees it.
fn seen(db: &mut Db, caller: &Caller, kind: Kind, name: &str) -> Result<Option<Id>> {
    let found = Sql::new(format!("SELECT r.id AS id FROM {} r WHERE ", kind.table()))
        .then(named("r", Some("ref"), &[name]))
        .sql(" AND ")
        .then(visible(kind, "r", caller));
    Ok(found.load::<links::Found>(db)?.pop().map(|row| row.id))
}

/// The records that were decided to be others than a record, or than one that was merged into it.
pub fn distinct_from(db: &mut Db, kind: Kind, record: Id) -> Result<HashSet<Id>> {
    let mut same: Vec<Id> = vec![record];
    let mut at = 0;
    while at < same.len() && same.len() < 1_000 {
        let merged: Vec<Id> = duplicate_decisions::table
            .filter(duplicate_decisions::record_id.eq(same[at]))
            .filter(duplicate_decisions::decision.eq(Decision::Merged))
            .filter(duplicate_decisions::undone_at.is_null())
            .select(duplicate_decisions::other_id)
            .load(db)?;
        same.extend(merged);
        at += 1;
    }
    let pairs: Vec<(Id, Id)> = duplicate_decisions::table
        .filter(duplicate_decisions::decision.eq(Decision::Distinct))
        .filter(duplicate_decisions::undone_at.is_null())
        .filter(duplicate_decisions::kind.eq(kind))
        .filter(
            duplicate_decisions::record_id
                .eq_any(&same)
                .or(duplicate_decisions::other_id.eq_any(&same)),
        )
        .select((duplicate_decisions::record_id, duplicate_decisions::other_id))
        .load(db)?;
    let mut all = HashSet::new();
    for id in pairs.into_iter().flat_map(|(one, other)| [one, other]) {
        if !same.contains(&id) {
            all.insert(heir(db, id)?);
        }
    }
    Ok(all)
}

/// The record that one was merged into, over any number of merges; itself, where it was not.
pub(in crate::casework) fn heir(db: &mut Db, record: Id) -> Result<Id> {
    let (mut last, mut steps) = (record, 0);
    while let Some(next) = merge_of(db, last)? {
        last = next.record_id;
        steps += 1;
        // No merge leads in a circle: the one that is hidden is never kept.
        if steps > 1_000 {
            break;
        }
    }
    Ok(last)
}

/// The merge by which a record was hidden.
pub(in crate::casework) fn merge_of(db: &mut Db, hidden: Id) -> Result<Option<DecisionRow>> {
    Ok(duplicate_decisions::table
        .filter(duplicate_decisions::other_id.eq(hidden))
        .filter(duplicate_decisions::decision.eq(Decision::Merged))
        .filter(duplicate_decisions::undone_at.is_null())
        .select(DecisionRow::as_select())
        .first(db)
        .optional()?)
}

/// Where the ref of a merged record leads: the id and ref of the one kept, if the caller may see
/// both.
pub fn merged_into(
    db: &mut Db,
    caller: &Caller,
    kind: Kind,
    name: &str,
) -> Result<Option<(Id, String)>> {
    #[derive(diesel::QueryableByName)]
    struct Kept {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        reference: String,
    }
    if ![Kind::Actor, Kind::Event].contains(&kind) {
        return Ok(None);
    }
    let hidden = Sql::new(format!(
        "SELECT d.other_id AS id FROM duplicate_decisions d JOIN {} r ON r.id = d.other_id WHERE ",
        kind.table()
    ))
    .then(named("r", Some("ref"), &[name]))
    .sql(" AND d.decision = 'merged' AND d.undone_at IS NULL AND ")
    .then(visible_decision("d", caller))
    .load::<links::Found>(db)?
    .pop();
    let Some(hidden) = hidden else { return Ok(None) };
    let heir = heir(db, hidden.id)?;
    let kept = Sql::new(format!(
        "SELECT r.id AS id, r.ref AS reference FROM {} r WHERE r.id = ",
        kind.table()
    ))
    .bind(heir)
    .sql(" AND ")
    .then(visible(kind, "r", caller));
    Ok(kept.load::<Kept>(db)?.pop().map(|row| (row.id, row.reference)))
}

/// A decision that the caller may see.
pub fn find(db: &mut Db, caller: &Caller, id: &str) -> Result<DecisionRow> {
    caller.must(Action::ReadRecords)?;
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    duplicate_decisions::table
        .filter(duplicate_decisions::id.eq(id))
        .filter(visible_decision("duplicate_decisions", caller))
        .select(DecisionRow::as_select())
        .first(db)
        .optional()?
        .ok_or(Error::NotFound)
}

/// The decisions that meet a condition and that the caller may see, newest first, after one.
pub fn page(
    db: &mut Db,
    caller: &Caller,
    condition: Sql,
    after: Option<Id>,
    limit: i64,
) -> Result<Vec<DecisionRow>> {
    caller.must(Action::ReadRecords)?;
    let mut which = condition.and(visible_decision("duplicate_decisions", caller));
    if let Some(after) = after {
        which = which.and(Sql::new("duplicate_decisions.id < ").bind(after));
    }
    Ok(duplicate_decisions::table
        .filter(which)
        .order(duplicate_decisions::id.desc())
        .limit(limit)
        .select(DecisionRow::as_select())
        .load(db)?)
}

/// How many decisions meet a condition that the caller may see.
pub fn count(db: &mut Db, caller: &Caller, condition: Sql) -> Result<i64> {
    caller.must(Action::ReadRecords)?;
    let which = condition.and(visible_decision("duplicate_decisions", caller));
    Ok(duplicate_decisions::table.filter(which).count().get_result(db)?)
}

/// The merges into a record, and those of two records that it is one of, that the caller may see.
pub fn of_record(db: &mut Db, eyes: &Eyes, record: Id) -> Result<Vec<DecisionView>> {
    const MOST: i64 = 50;
    let which = Sql::new("duplicate_decisions.record_id = ").bind(record);
    let which = which.or(Sql::new("duplicate_decisions.other_id = ").bind(record));
    let rows = page(db, &eyes.caller, which, None, MOST)?;
    views(db, eyes, rows)
}

/// Decisions, as the caller may see them.
pub fn views(db: &mut Db, eyes: &Eyes, rows: Vec<DecisionRow>) -> Result<Vec<DecisionView>> {
    let mut known = HashMap::new();
    for kind in [Kind::Actor, Kind::Event] {
        let of_kind = rows.iter().filter(|row| row.kind == kind);
        let ids: Vec<Id> = of_kind.flat_map(|row| [row.record_id, row.other_id]).collect();
        known.extend(called(db, eyes, kind, ids)?);
    }
    let staff = eyes.caller.may_know_staff();
    let view = |row: DecisionRow| {
        Some(DecisionView {
            id: row.id,
            kind: row.kind,
            decision: row.decision,
            record: known.get(&row.record_id)?.clone(),
            other: known.get(&row.other_id)?.clone(),
            reason: eyes.redacted_if(row.reason),
            decided_at: row.decided_at,
            decided_by: staff.then_some(row.decided_by),
            undone_at: row.undone_at,
            undone_by: row.undone_by.filter(|_| staff),
        })
    };
    Ok(rows.into_iter().filter_map(view).collect())
}

/// What records are called, for a caller who is known to see them, hidden or not.
fn called(
    db: &mut Db,
    eyes: &Eyes,
    kind: Kind,
    ids: Vec<Id>,
) -> Result<HashMap<Id, DecidedRecord>> {
    #[derive(diesel::QueryableByName)]
    struct Called {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        reference: String,
        #[diesel(sql_type = Text)]
        title: String,
        #[diesel(sql_type = Nullable<Text>)]
        pseudonym: Option<String>,
    }
    let is_actor = kind == Kind::Actor;
    let (title, pseudonym) = if is_actor { ("name", "r.pseudonym") } else { ("title", "NULL") };
    let mut all = HashMap::new();
    for ids in links::in_batches(ids) {
        let eyes = eyes.on(db, kind, &ids)?;
        let rows = Sql::new(format!(
            "SELECT r.id AS id, r.ref AS reference, r.{title} AS title, {pseudonym} AS pseudonym \
             FROM {} r WHERE r.id IN (",
            kind.table()
        ))
        .list(ids)
        .sql(")");
        for Called { id, reference, title, pseudonym } in rows.load::<Called>(db)? {
            let title = if is_actor {
                eyes.name_of(id, title, pseudonym).0
            } else {
                eyes.words(id).shown(title)
            };
            all.insert(id, DecidedRecord { id, reference, title });
        }
    }
    Ok(all)
}

/// What is wrong with decisions, in words: those of which the audit log has another digest, or none.
pub(in crate::casework) fn verify(db: &mut Db, wrong: &mut Vec<String>) -> Result<()> {
    use crate::store::schema::audit_entries;
    const PAGE: i64 = 500;
    let mut last = Id::least();
    loop {
        let rows: Vec<DecisionRow> = duplicate_decisions::table
            .filter(duplicate_decisions::id.gt(last))
            .order(duplicate_decisions::id)
            .limit(PAGE)
            .select(DecisionRow::as_select())
            .load(db)?;
        for row in &rows {
            let said: Vec<(String, String)> = audit_entries::table
                .filter(audit_entries::record_id.eq(Some(row.id)))
                .select((audit_entries::action, audit_entries::detail))
                .load(db)?;
            if !said.iter().any(|(_, detail)| detail.contains(&row.digest())) {
                wrong.push(format!("decision {} is not as the audit log has it", row.id));
            }
            let undone = said.iter().any(|(action, _)| action == "decision_undone");
            if undone != row.undone_at.is_some() {
                wrong.push(format!(
                    "whether decision {} was taken back is not as the audit log has it",
                    row.id
                ));
            }
        }
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.id;
    }
}

/// The filters of lists and exports of decisions.
pub static FILTERS: [Filter; 2] = [
    Filter {
        name: "kind",
        about: "Kinds of record: actor, event; several with commas.",
        example: "actor",
        condition: |asked| asked.any_of::<Kind>("duplicate_decisions.kind"),
    },
    Filter {
        name: "decision",
        about: "What was decided: merged, distinct; several with commas.",
        example: "merged",
        condition: |asked| asked.any_of::<Decision>("duplicate_decisions.decision"),
    },
];
