//! Reading records: one, a page of many, one as it was, and what changed.

use diesel::sql_types::{BigInt, Integer, Nullable, Text};
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::records::filter::{Remembered, named};
use super::records::{Filters, Record, Row};
use crate::domain::segment::Query;
use crate::domain::{Action, Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::sql_types::{RecordId, UtcTimestamp};
use crate::store::visibility::{self, visible};
use crate::store::words::{self, Plan};
use crate::store::{Db, Eyes, Memory, Sql};

/// The record that an id or ref names, if the caller may see it.
pub fn find<R: Record>(db: &mut Db, caller: &Caller, name: &str) -> Result<R> {
    caller.must(Action::ReadRecords)?;
    let table = R::KIND.table();
    let condition = named(table, R::REF, &[name]).and(visible(R::KIND, table, caller));
    let rows = R::Row::load(db, condition, Sql::new(format!("{table}.id")), 1)?;
    R::with_parts(db, rows)?.pop().ok_or(Error::NotFound)
}

/// One record, as the caller may see it.
pub fn view<R: Record>(db: &mut Db, eyes: &Eyes, record: R) -> Result<R::View> {
    views(db, eyes, vec![record])?.pop().ok_or_else(|| Error::internal("a record has no view"))
}

/// Records, as the caller may see them.
pub fn views<R: Record>(db: &mut Db, eyes: &Eyes, records: Vec<R>) -> Result<Vec<R::View>> {
    let ids: Vec<Id> = records.iter().map(|record| record.row().envelope().id).collect();
    let eyes = eyes.on(db, R::KIND, &ids)?;
    R::views(db, &eyes, records)
}

/// Where a page begins, and how records are ordered.
#[derive(Debug, Clone)]
pub struct Page {
    /// One of the kind's sorts.
    pub column: &'static str,
    pub descending: bool,
    /// The last record of the page before: the value of the column, and the id.
    pub after: Option<(String, Id)>,
    pub limit: i64,
}

/// The records that match, one more than the page holds if there are more. The second of each pair
/// is the value that a cursor needs.
pub fn page<R: Record>(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
    page: &Page,
) -> Result<Vec<R>> {
    eyes.caller.must(Action::ReadRecords)?;
    let table = R::KIND.table();
    let mut condition = matching::<R>(db, &eyes.caller, memory, filters)?;
    let (column, than) =
        (format!("{table}.{}", page.column), if page.descending { "<" } else { ">" });
    if let Some((value, id)) = &page.after {
        // A row value, which an index can begin at however many records share the first of the two.
        let bound = match page.column {
            "id" => Sql::new(format!("{column} {than} ")).bind(*id),
            "updated_at" => {
                let moment = Timestamp::parse(value).map_err(|_| cursor_unknown())?;
                Sql::new(format!("({column}, {table}.id) {than} ("))
                    .bind(moment)
                    .sql(", ")
                    .bind(*id)
                    .sql(")")
            }
            _ => Sql::new(format!("({column}, {table}.id) {than} ("))
                .bind(value.as_str())
                .sql(", ")
                .bind(*id)
                .sql(")"),
        };
        condition = condition.and(bound);
    }
    let direction = if page.descending { "DESC" } else { "ASC" };
    let order = if page.column == "id" {
        format!("{column} {direction}")
    } else {
        format!("{column} {direction}, {table}.id {direction}")
    };
    let rows = R::Row::load(db, condition, Sql::new(order), page.limit + 1)?;
    R::with_parts(db, rows)
}

#[derive(diesel::QueryableByName)]
struct Total {
    #[diesel(sql_type = BigInt)]
    total: i64,
}

/// How many records match.
pub fn count<R: Record>(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
) -> Result<i64> {
    let count = Sql::new(format!("SELECT COUNT(*) AS total FROM {} WHERE ", R::KIND.table()))
        .then(all_matching::<R>(db, caller, memory, filters)?);
    Ok(count.load::<Total>(db)?.pop().map_or(0, |count| count.total))
}

/// How many records match, up to `most`: counting no further costs no more than a page.
pub fn count_up_to<R: Record>(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
    most: i64,
) -> Result<i64> {
    let count = Sql::new(format!(
        "SELECT COUNT(*) AS total FROM (SELECT 1 FROM {} WHERE ",
        R::KIND.table()
    ))
    .then(matching::<R>(db, caller, memory, filters)?)
    .sql(" LIMIT ")
    .bind(most)
    .sql(") counted");
    Ok(count.load::<Total>(db)?.pop().map_or(0, |count| count.total))
}

/// The condition of a list: what the caller may see, and what they ask for. For pages; what looks
/// at all that match is better served by [`all_matching`].
pub fn matching<R: Record>(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
) -> Result<Sql> {
    let mut memory = Remembered::of(db, memory)?;
    if let Some(typed) = filters.get("q").filter(|_| words::KINDS.contains(&R::KIND)) {
        memory.plan = Plan::of_page(db, R::KIND, &Query::parse(typed))?;
    }
    let asked = filters.condition(R::FILTERS, caller, &memory)?;
    Ok(visible(R::KIND, R::KIND.table(), &filters.reader(caller)).and(asked))
}

/// The same condition as [`matching`], for what looks at all that match.
pub fn all_matching<R: Record>(
    db: &mut Db,
    caller: &Caller,
    memory: &Memory,
    filters: &Filters,
) -> Result<Sql> {
    let memory = Remembered::of(db, memory)?;
    let asked = filters.condition(R::FILTERS, caller, &memory)?;
    Ok(visible(R::KIND, R::KIND.table(), &filters.reader(caller)).and(asked))
}

/// Does something with all records that meet a condition, in the order in which they were created,
/// `size` at a time.
pub fn each_page<R: Record>(
    db: &mut Db,
    condition: &Sql,
    size: i64,
    mut each: impl FnMut(&mut Db, Vec<R>) -> Result<()>,
) -> Result<()> {
    let table = R::KIND.table();
    let mut last = Id::least();
    loop {
        let page = condition.clone().and(Sql::new(format!("{table}.id > ")).bind(last));
        let rows = R::Row::load(db, page, Sql::new(format!("{table}.id")), size)?;
        let Some(end) = rows.last() else { return Ok(()) };
        last = end.envelope().id;
        let records = R::with_parts(db, rows)?;
        each(db, records)?;
    }
}

pub fn cursor_unknown() -> Error {
    Error::Malformed(
        "the cursor was not made by this list; take next_cursor from the page before, with the same filters"
            .to_owned(),
    )
}

#[derive(diesel::QueryableByName)]
struct Kept {
    #[diesel(sql_type = Integer)]
    version: i32,
    #[diesel(sql_type = UtcTimestamp)]
    at: Timestamp,
    #[diesel(sql_type = RecordId)]
    user_id: Id,
    #[diesel(sql_type = Text)]
    action: String,
    #[diesel(sql_type = Nullable<Text>)]
    reason: Option<String>,
    #[diesel(sql_type = Text)]
    snapshot: String,
}

fn kept<R: Record>(caller: &Caller, id: Id, more: Sql) -> Sql {
    Sql::new(
        "SELECT r.version AS version, r.at AS at, r.user_id AS user_id, \
         r.action AS action, r.reason AS reason, r.snapshot AS snapshot FROM revisions r WHERE r.kind = ",
    )
    .bind(R::KIND.code())
    .sql(" AND r.record_id = ")
    .bind(id)
    .sql(" AND ")
    .then(visibility::visible_revision("r", caller))
    .then(more)
}

/// The record as it was at a moment.
///
/// # Errors
/// [`Error::NotFound`] if there was none then, or none that the caller could have seen;
/// [`Error::Forbidden`] for those who may not read history: what was taken out of a record since,
/// for somebody's safety, is in its older versions.
pub fn as_it_was<R: Record>(db: &mut Db, caller: &Caller, name: &str, at: Timestamp) -> Result<R> {
    caller.must(Action::ReadHistory)?;
    let id = find::<R>(db, caller, name)?.row().envelope().id;
    // The last version of that time decides, even where the caller may see only one before it.
    #[derive(diesel::QueryableByName)]
    struct Last {
        #[diesel(sql_type = Nullable<BigInt>)]
        seq: Option<i64>,
    }
    let last = Sql::new("SELECT MAX(seq) AS seq FROM revisions WHERE kind = ")
        .bind(R::KIND.code())
        .sql(" AND record_id = ")
        .bind(id)
        .sql(" AND at <= ")
        .bind(at)
        .load::<Last>(db)?
        .pop()
        .and_then(|last| last.seq)
        .ok_or(Error::NotFound)?;
    let kept = kept::<R>(caller, id, Sql::new(" AND r.seq = ").bind(last)).load::<Kept>(db)?.pop();
    shown_now(db, caller, read_snapshot(&kept.ok_or(Error::NotFound)?.snapshot)?)
}

/// A version, unless it joins what the caller may not see.
pub(super) fn shown_now<R: Record>(db: &mut Db, caller: &Caller, record: R) -> Result<R> {
    match R::join_what_is_visible(db, caller, std::slice::from_ref(&record))?.first() {
        Some(true) => Ok(record),
        _ => Err(Error::NotFound),
    }
}

/// A version of a record, whatever has become of it.
pub fn version<R: Record>(db: &mut Db, caller: &Caller, id: Id, version: i32) -> Result<R> {
    let of_version = Sql::new(" AND r.version = ").bind(version);
    let kept = kept::<R>(caller, id, of_version).load::<Kept>(db)?.pop();
    read_snapshot(&kept.ok_or(Error::NotFound)?.snapshot)
}

fn read_snapshot<R: Record>(snapshot: &str) -> Result<R> {
    serde_json::from_str(snapshot).map_err(Error::internal)
}

/// One change of a record.
#[derive(Debug, Serialize, ToSchema)]
pub struct Revision {
    #[schema(example = 2)]
    pub version: i32,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub at: Timestamp,
    /// Who made it.
    #[schema(value_type = uuid::Uuid)]
    pub by: Id,
    /// created, changed, hidden, restored, or the status it was moved to.
    #[schema(example = "changed")]
    pub action: String,
    /// Why, in the words of who made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What became of which field.
    pub changes: Vec<Difference>,
}

/// A field that differs between two versions.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Difference {
    /// A JSON pointer.
    #[schema(example = "/title")]
    pub pointer: String,
    /// Left out where there was nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before: Option<Value>,
    /// Left out where there is nothing now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Value>,
}

/// The changes of a record that the caller may see, oldest first.
pub fn history<R: Record>(db: &mut Db, eyes: &Eyes, record: &R) -> Result<Vec<Revision>> {
    eyes.caller.must(Action::ReadHistory)?;
    let id = record.row().envelope().id;
    let rows = kept::<R>(&eyes.caller, id, Sql::new(" ORDER BY r.seq")).load::<Kept>(db)?;
    let mut records = Vec::with_capacity(rows.len());
    for row in &rows {
        records.push(read_snapshot::<R>(&row.snapshot)?);
    }
    let shown = R::join_what_is_visible(db, &eyes.caller, &records)?;
    let pairs = rows.into_iter().zip(records).zip(shown);
    let (rows, records): (Vec<_>, Vec<_>) =
        pairs.filter(|(_, shown)| *shown).map(|(pair, _)| pair).unzip();
    let views = views(db, eyes, records)?;
    let mut before = Value::Object(serde_json::Map::new());
    let mut revisions = Vec::with_capacity(rows.len());
    for (row, view) in rows.into_iter().zip(views) {
        let after = serde_json::to_value(view).map_err(Error::internal)?;
        let mut changes = Vec::new();
        differ("", Some(&before), Some(&after), &mut changes);
        changes.retain(|it| !["/version", "/updated_at"].contains(&it.pointer.as_str()));
        let Kept { version, at, user_id, action, reason, .. } = row;
        let reason = eyes.redacted_if(reason);
        revisions.push(Revision { version, at, by: user_id, action, reason, changes });
        before = after;
    }
    Ok(revisions)
}

/// What a record says now beside what it said when it was last approved.
#[derive(Debug)]
pub struct SinceApproved {
    /// The version that was approved; nothing, if none was, or none that the caller may see.
    pub version: Option<i32>,
    pub changes: Vec<Difference>,
}

/// What changed in a record since it was last approved, as the caller may see it.
pub fn since_approved<R: Record>(db: &mut Db, eyes: &Eyes, record: &R) -> Result<SinceApproved> {
    eyes.caller.must(Action::ReadHistory)?;
    let id = record.row().envelope().id;
    let last = Sql::new(" AND r.status IN ('approved', 'published') ORDER BY r.seq DESC LIMIT 1");
    let approved = match kept::<R>(&eyes.caller, id, last).load::<Kept>(db)?.pop() {
        None => None,
        Some(kept) => match shown_now(db, &eyes.caller, read_snapshot::<R>(&kept.snapshot)?) {
            Ok(record) => Some((kept.version, record)),
            Err(Error::NotFound) => None,
            Err(error) => return Err(error),
        },
    };
    let Some((version, approved)) = approved else {
        return Ok(SinceApproved { version: None, changes: Vec::new() });
    };
    let mut both = views(db, eyes, vec![approved, record.clone()])?.into_iter();
    let mut next = || -> Result<Option<Value>> {
        both.next().map(|view| serde_json::to_value(view).map_err(Error::internal)).transpose()
    };
    let (before, after) = (next()?, next()?);
    let mut changes = Vec::new();
    differ("", before.as_ref(), after.as_ref(), &mut changes);
    let of_review = ["/version", "/updated_at", "/status"];
    changes.retain(|it| !of_review.contains(&it.pointer.as_str()));
    Ok(SinceApproved { version: Some(version), changes })
}

/// Which of the records of a kind were approved before, in a version that the caller may see.
pub fn were_approved<R: Record>(
    db: &mut Db,
    caller: &Caller,
    ids: &[Id],
) -> Result<std::collections::HashSet<Id>> {
    let query = Sql::new("SELECT DISTINCT r.record_id AS id FROM revisions r WHERE r.kind = ")
        .bind(R::KIND.code())
        .sql(" AND r.record_id IN (")
        .list(ids.iter().copied())
        .sql(") AND r.status IN ('approved', 'published') AND ")
        .then(visibility::visible_revision("r", caller));
    let found = query.load::<super::records::links::Found>(db)?;
    Ok(found.into_iter().map(|row| row.id).collect())
}

/// What a reviewer said when they returned, rejected or retracted a record.
#[derive(Debug)]
pub struct Returned {
    pub by: Id,
    pub at: Timestamp,
    /// Why, in their words.
    pub reason: String,
}

/// Why a record stands where it does, if it came back from review and somebody said why.
pub fn returned<R: Record>(db: &mut Db, eyes: &Eyes, record: &R) -> Result<Option<Returned>> {
    use crate::domain::Status;
    let came_back = [Status::NeedsChanges, Status::Rejected, Status::Retracted];
    let Some(status) = record.status().filter(|status| came_back.contains(status)) else {
        return Ok(None);
    };
    if !eyes.caller.may(Action::ReadHistory) {
        return Ok(None);
    }
    let last = Sql::new(" AND r.action = ").bind(status.code()).sql(" ORDER BY r.seq DESC LIMIT 1");
    let id = record.row().envelope().id;
    let kept = kept::<R>(&eyes.caller, id, last).load::<Kept>(db)?.pop();
    Ok(kept.and_then(|kept| {
        let reason = eyes.redacted_if(kept.reason)?;
        Some(Returned { by: kept.user_id, at: kept.at, reason })
    }))
}

/// A hidden record, and who hid it, when and why.
pub struct HiddenRecord<R> {
    pub record: R,
    pub at: Timestamp,
    pub by: Option<Id>,
    pub reason: Option<String>,
}

/// The hidden records of a kind that the caller may bring back, the latest first.
///
/// # Errors
/// [`Error::Forbidden`] for those who may bring none back.
pub fn hidden<R: Record>(db: &mut Db, eyes: &Eyes, limit: i64) -> Result<Vec<HiddenRecord<R>>> {
    #[derive(diesel::QueryableByName)]
    struct Hiding {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = RecordId)]
        user_id: Id,
        #[diesel(sql_type = Nullable<Text>)]
        reason: Option<String>,
    }
    eyes.caller.must(Action::HideAnyRecord)?;
    let table = R::KIND.table();
    let condition = visibility::hidden(R::KIND, table, &eyes.caller);
    let order = Sql::new(format!("{table}.deleted_at DESC, {table}.id DESC"));
    let rows = R::Row::load(db, condition, order, limit)?;
    let records = R::with_parts(db, rows)?;
    let ids = records.iter().map(|record| record.row().envelope().id);
    let hidings = Sql::new(
        "SELECT r.record_id AS id, r.user_id AS user_id, r.reason AS reason FROM revisions r WHERE r.kind = ",
    )
    .bind(R::KIND.code())
    .sql(" AND r.action = 'hidden' AND r.record_id IN (")
    .list(ids)
    .sql(") ORDER BY r.seq")
    .load::<Hiding>(db)?;
    Ok(records
        .into_iter()
        .map(|record| {
            let envelope = record.row().envelope();
            // It may have been hidden before, and brought back.
            let last = hidings.iter().rev().find(|it| it.id == envelope.id);
            HiddenRecord {
                at: envelope.deleted_at.unwrap_or(envelope.updated_at),
                by: last.map(|it| it.user_id),
                reason: last.and_then(|it| eyes.redacted_if(it.reason.clone())),
                record,
            }
        })
        .collect())
}

fn differ(pointer: &str, before: Option<&Value>, after: Option<&Value>, out: &mut Vec<Difference>) {
    match (before, after) {
        (before, after) if before == after => {}
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let gone = old.keys().filter(|name| !new.contains_key(*name));
            for name in new.keys().chain(gone) {
                let step = name.replace('~', "~0").replace('/', "~1");
                differ(&format!("{pointer}/{step}"), old.get(name), new.get(name), out);
            }
        }
        (before, after) => out.push(Difference {
            pointer: pointer.to_owned(),
            before: before.cloned(),
            after: after.cloned(),
        }),
    }
}

/// A record that was created, changed, hidden or withdrawn.
#[derive(Debug, Serialize, ToSchema)]
pub struct Change {
    /// The kind of record, such as `event`.
    #[schema(example = "event")]
    pub kind: String,
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    pub version: i32,
    #[schema(value_type = chrono::DateTime<chrono::Utc>)]
    pub at: Timestamp,
    /// `created` or `changed`: read it again. `withdrawn`: it may not be shown any more; remove
    /// the copy.
    #[schema(example = "changed")]
    pub change: &'static str,
}

/// A version of a record: a place in the log that tells nothing of what stands between.
#[derive(Debug, Clone, Serialize, serde::Deserialize)]
pub struct LogPlace {
    kind: String,
    id: Id,
    version: i32,
}

impl Change {
    pub fn place(&self) -> LogPlace {
        LogPlace { kind: self.kind.clone(), id: self.id, version: self.version }
    }
}

/// What changed after a place in the log, in order.
///
/// A version that the caller could not see is told only where they could see one before it, as
/// `withdrawn`.
pub fn changes(
    db: &mut Db,
    caller: &Caller,
    after: Option<&LogPlace>,
    limit: i64,
) -> Result<Vec<Change>> {
    #[derive(diesel::QueryableByName)]
    struct Changed {
        #[diesel(sql_type = Text)]
        kind: String,
        #[diesel(sql_type = RecordId)]
        record_id: Id,
        #[diesel(sql_type = Integer)]
        version: i32,
        #[diesel(sql_type = UtcTimestamp)]
        at: Timestamp,
        #[diesel(sql_type = diesel::sql_types::Bool)]
        shown: bool,
        #[diesel(sql_type = diesel::sql_types::Bool)]
        was_shown: bool,
    }
    caller.must(Action::ReadRecords)?;
    let public = crate::store::Kind::ALL
        .iter()
        .filter(|kind| !matches!(kind, crate::store::Kind::User | crate::store::Kind::Team));
    let shown = public
        .map(|kind| {
            let t = format!("now_{}", kind.table());
            Sql::new(format!(
                "(r.kind = '{kind}' AND EXISTS (SELECT 1 FROM {} {t} WHERE {t}.id = r.record_id AND ",
                kind.table()
            ))
            .then(visible(*kind, &t, caller))
            .sql("))")
        })
        .reduce(Sql::or)
        .unwrap_or_else(Sql::never);
    let was_shown = Sql::new(
        "EXISTS (SELECT 1 FROM revisions o WHERE o.kind = r.kind AND o.record_id = r.record_id \
         AND o.seq < r.seq AND ",
    )
    .then(visibility::was_visible("o", caller))
    .sql(")");
    let after = match after {
        None => Sql::new("0"),
        Some(LogPlace { kind, id, version }) => {
            Sql::new("(SELECT a.seq FROM revisions a WHERE a.kind = ")
                .bind(kind.as_str())
                .sql(" AND a.record_id = ")
                .bind(*id)
                .sql(" AND a.version = ")
                .bind(*version)
                .sql(")")
        }
    };
    let query = Sql::new(
        "SELECT c.* FROM (SELECT r.seq AS seq, r.kind AS kind, r.record_id AS record_id, \
         r.version AS version, r.at AS at, CASE WHEN ",
    )
    .then(shown)
    .sql(" THEN TRUE ELSE FALSE END AS shown, CASE WHEN ")
    .then(was_shown)
    .sql(
        " THEN TRUE ELSE FALSE END AS was_shown FROM revisions r \
         WHERE r.kind NOT IN ('user', 'team') AND r.seq > ",
    )
    .then(after)
    .sql(") c WHERE c.shown OR c.was_shown ORDER BY c.seq LIMIT ")
    .bind(limit);
    let changes = query.load::<Changed>(db)?.into_iter().map(|row| {
        let change = match (row.shown, row.was_shown) {
            (true, false) => "created",
            (true, true) => "changed",
            (false, _) => "withdrawn",
        };
        let Changed { kind, record_id: id, version, at, .. } = row;
        Change { kind, id, version, at, change }
    });
    Ok(changes.collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn differences_name_the_fields() {
        let (before, after) = (json!({"a": 1, "b": {"c": 2}}), json!({"b": {"c": 3}, "d": null}));
        let mut out = Vec::new();
        differ("", Some(&before), Some(&after), &mut out);
        let pointers: Vec<_> = out.iter().map(|it| it.pointer.as_str()).collect();
        assert_eq!(pointers, ["/b/c", "/d", "/a"]);
    }
}
