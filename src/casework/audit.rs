//! Reading the audit log: what was done, by whom, with what, newest first.

use std::collections::HashMap;

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::records::{
    Record, actor::Actor, affiliation::Affiliation, citation::Citation, commitment::Commitment,
    demand::Demand, event::Event, incident::Incident, instrument::Instrument, provision::Provision,
    statement::Statement, team::Team, term::Term, user::User,
};
use crate::domain::{Action, Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::history::AuditRow;
use crate::store::schema::{audit_entries, users};
use crate::store::sql_types::{RecordId, UtcTimestamp};
use crate::store::visibility::visible;
use crate::store::{Db, Kind, Sql};

/// Entries are written in the order of their numbers, and begun before: this long before, at most.
const APART: TimeDelta = TimeDelta::minutes(15);

/// Which entries are asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    pub user: Option<Id>,
    pub action: Option<String>,
    pub kind: Option<Kind>,
    pub record: Option<Id>,
    /// The first day, in UTC.
    pub from: Option<NaiveDate>,
    /// The last day, in UTC.
    pub to: Option<NaiveDate>,
}

fn start(day: NaiveDate) -> Timestamp {
    day.and_time(NaiveTime::MIN).and_utc().into()
}

/// The entries before the number `before` that are asked for, newest first, up to `limit`.
pub fn page(
    db: &mut Db,
    caller: &Caller,
    wanted: &Wanted,
    before: i64,
    limit: i64,
) -> Result<Vec<AuditRow>> {
    caller.must(Action::ReadAudit)?;
    let mut before = before;
    let mut query = audit_entries::table.into_boxed();
    if let Some(from) = wanted.from {
        let first = first_since(db, start(from).plus(-APART))?;
        query =
            query.filter(audit_entries::seq.ge(first)).filter(audit_entries::at.ge(start(from)));
    }
    if let Some(to) = wanted.to {
        let end = to.succ_opt().map_or_else(|| start(to), start);
        before = before.min(first_since(db, end.plus(APART))?);
        query = query.filter(audit_entries::at.lt(end));
    }
    query = query.filter(audit_entries::seq.lt(before));
    if let Some(user) = wanted.user {
        query = query.filter(audit_entries::user_id.eq(user));
    }
    if let Some(record) = wanted.record {
        query = query.filter(audit_entries::record_id.eq(record));
    }
    if let Some(action) = &wanted.action {
        query = query.filter(audit_entries::action.eq(action.as_str()));
    }
    if let Some(kind) = wanted.kind {
        query = query.filter(audit_entries::kind.eq(kind.code()));
    }
    Ok(query.order(audit_entries::seq.desc()).limit(limit).load(db)?)
}

#[derive(diesel::QueryableByName)]
struct At {
    #[diesel(sql_type = BigInt)]
    seq: i64,
    #[diesel(sql_type = UtcTimestamp)]
    at: Timestamp,
}

/// The number of the first entry at or after a moment; one more than the last, if there is none.
/// Found by halving, since numbers grow as time does.
fn first_since(db: &mut Db, moment: Timestamp) -> Result<i64> {
    let (mut low, mut high) = (1, crate::store::history::head(db)?.0 + 1);
    while low < high {
        let middle = low + (high - low) / 2;
        let found = Sql::new("SELECT seq, at FROM audit_entries WHERE seq >= ")
            .bind(middle)
            .sql(" ORDER BY seq LIMIT 1")
            .load::<At>(db)?
            .pop();
        match found {
            Some(entry) if entry.at < moment => low = entry.seq + 1,
            _ => high = middle,
        }
    }
    Ok(low)
}

/// Does something with all entries that are asked for, newest first.
pub fn each(
    db: &mut Db,
    caller: &Caller,
    wanted: &Wanted,
    mut work: impl FnMut(&AuditRow) -> Result<()>,
) -> Result<i64> {
    const PAGE: i64 = 1_000;
    let (mut before, mut count) = (i64::MAX, 0);
    loop {
        let rows = page(db, caller, wanted, before, PAGE)?;
        let Some(last) = rows.last() else { return Ok(count) };
        before = last.seq;
        for row in &rows {
            work(row)?;
            count += 1;
        }
    }
}

/// Does the same with every kind of record.
macro_rules! of_kind {
    ($kind:expr, $work:ident($($argument:expr),*)) => {
        match $kind {
            Kind::User => $work::<User>($($argument),*),
            Kind::Team => $work::<Team>($($argument),*),
            Kind::Term => $work::<Term>($($argument),*),
            Kind::Actor => $work::<Actor>($($argument),*),
            Kind::Affiliation => $work::<Affiliation>($($argument),*),
            Kind::Statement => $work::<Statement>($($argument),*),
            Kind::Incident => $work::<Incident>($($argument),*),
            Kind::Event => $work::<Event>($($argument),*),
            Kind::Instrument => $work::<Instrument>($($argument),*),
            Kind::Provision => $work::<Provision>($($argument),*),
            Kind::Commitment => $work::<Commitment>($($argument),*),
            Kind::Demand => $work::<Demand>($($argument),*),
            Kind::Citation => $work::<Citation>($($argument),*),
        }
    };
}

#[derive(diesel::QueryableByName)]
struct Referred {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = Nullable<Text>)]
    reference: Option<String>,
}

/// The column of a kind's refs.
fn column<R: Record>() -> Option<&'static str> {
    R::REF
}

/// What the records of entries are called by: their refs, or ids where the kind has none. Those
/// that the caller may not see are left out.
pub fn references(db: &mut Db, caller: &Caller, rows: &[AuditRow]) -> Result<HashMap<Id, String>> {
    let mut by_kind: HashMap<Kind, Vec<Id>> = HashMap::new();
    for row in rows {
        let kind = row.kind.as_deref().and_then(|kind| kind.parse().ok());
        if let (Some(kind), Some(record)) = (kind, row.record_id) {
            by_kind.entry(kind).or_default().push(record);
        }
    }
    let mut known = HashMap::new();
    for (kind, mut ids) in by_kind {
        ids.sort_unstable();
        ids.dedup();
        let table = kind.table();
        let of = of_kind!(kind, column()).map_or("NULL".to_owned(), |it| format!("{table}.{it}"));
        let found =
            Sql::new(format!("SELECT {table}.id AS id, {of} AS reference FROM {table} WHERE "))
                .then(Sql::new(format!("{table}.id IN (")).list(ids).sql(")"))
                .sql(" AND ")
                .then(visible(kind, table, caller))
                .load::<Referred>(db)?;
        known.extend(found.into_iter().map(|it| {
            let reference = it.reference.unwrap_or_else(|| it.id.to_string());
            (it.id, reference)
        }));
    }
    Ok(known)
}

/// The record that a ref or an id names, whatever its kind.
///
/// # Errors
/// [`Error::Malformed`] where the caller sees none of that name.
pub fn record_named(db: &mut Db, caller: &Caller, name: &str) -> Result<Id> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    for kind in Kind::ALL {
        let Some(of) = of_kind!(kind, column()) else { continue };
        let table = kind.table();
        let found = Sql::new(format!(
            "SELECT {table}.id AS id, {table}.{of} AS reference FROM {table} WHERE {table}.{of} = "
        ))
        .bind(name)
        .sql(" AND ")
        .then(visible(*kind, table, caller))
        .load::<Referred>(db)?
        .pop();
        if let Some(found) = found {
            return Ok(found.id);
        }
    }
    Err(Error::Malformed(
        "there is no record of that ref; write it as its page shows it".to_owned(),
    ))
}

/// The account of an e-mail address, or id.
///
/// # Errors
/// [`Error::Malformed`] where there is none.
pub fn user_named(db: &mut Db, name: &str) -> Result<Id> {
    if let Ok(id) = name.parse() {
        return Ok(id);
    }
    let found: Option<Id> = users::table
        .filter(users::email.eq(name.trim().to_lowercase().replace('\0', "")))
        .select(users::id)
        .first(db)
        .optional()?;
    found.ok_or_else(|| Error::Malformed("there is no account with that e-mail address".to_owned()))
}

/// The names and addresses of those who did something.
pub fn people(db: &mut Db, rows: &[AuditRow]) -> Result<HashMap<Id, (String, String)>> {
    let mut ids: Vec<Id> = rows.iter().filter_map(|row| row.user_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let found: Vec<(Id, String, String)> = users::table
        .filter(users::id.eq_any(ids))
        .select((users::id, users::name, users::email))
        .load(db)?;
    Ok(found.into_iter().map(|(id, name, email)| (id, (name, email))).collect())
}

/// The newest entry of an action.
pub fn last(db: &mut Db, action: &str) -> Result<Option<AuditRow>> {
    Ok(audit_entries::table
        .filter(audit_entries::action.eq(action))
        .order(audit_entries::seq.desc())
        .first(db)
        .optional()?)
}
