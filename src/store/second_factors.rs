//! Second factors and recovery codes, as they are kept.

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use super::database::Db;
use super::schema::{recovery_codes, second_factors};
use crate::domain::{Id, Timestamp};
use crate::each_backend;
use crate::error::Result;

/// The second factor of an account; there is one only while it is turned on.
#[derive(Debug, Clone, diesel::Queryable, diesel::Insertable)]
#[diesel(table_name = second_factors, treat_none_as_default_value = false)]
pub struct FactorRow {
    pub user_id: Id,
    /// Sealed.
    pub secret: Vec<u8>,
    pub since: Timestamp,
    /// The step of the last code that was used; 0 for none.
    pub last_step: i64,
    /// Wrong codes since the last right one.
    pub failed: i32,
    pub failed_at: Option<Timestamp>,
}

pub fn of(db: &mut Db, user: Id) -> Result<Option<FactorRow>> {
    Ok(second_factors::table.find(user).first(db).optional()?)
}

pub fn is_on(db: &mut Db, user: Id) -> Result<bool> {
    let found: Option<Id> =
        second_factors::table.find(user).select(second_factors::user_id).first(db).optional()?;
    Ok(found.is_some())
}

/// Those of some accounts that have one.
pub fn on_among(db: &mut Db, users: &[Id]) -> Result<Vec<Id>> {
    Ok(second_factors::table
        .filter(second_factors::user_id.eq_any(users))
        .select(second_factors::user_id)
        .load(db)?)
}

pub fn add(db: &mut Db, factor: &FactorRow) -> Result<()> {
    diesel::insert_into(second_factors::table).values(factor).execute(db)?;
    Ok(())
}

/// Notes that a code was right.
pub fn note_right(db: &mut Db, user: Id, step: i64) -> Result<()> {
    diesel::update(second_factors::table.find(user))
        .set((
            second_factors::last_step.eq(step),
            second_factors::failed.eq(0),
            second_factors::failed_at.eq(None::<Timestamp>),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that a code was wrong.
pub fn note_wrong(db: &mut Db, user: Id, now: Timestamp) -> Result<()> {
    diesel::update(second_factors::table.find(user))
        .set((
            second_factors::failed.eq(second_factors::failed + 1),
            second_factors::failed_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// Takes the factor and its recovery codes away. Says whether there was one.
pub fn remove(db: &mut Db, user: Id) -> Result<bool> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user))).execute(db)?;
    Ok(diesel::delete(second_factors::table.find(user)).execute(db)? > 0)
}

/// Puts new recovery codes in the place of all that there are.
pub fn replace_codes(db: &mut Db, user: Id, digests: &[String]) -> Result<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::user_id.eq(user))).execute(db)?;
    let rows: Vec<_> = digests
        .iter()
        .map(|digest| (recovery_codes::user_id.eq(user), recovery_codes::digest.eq(digest)))
        .collect();
    each_backend!(db, |c| diesel::insert_into(recovery_codes::table).values(&rows).execute(c))?;
    Ok(())
}

/// Uses up a recovery code. Says whether it was there, and not used before.
pub fn spend_code(db: &mut Db, user: Id, digest: &str, now: Timestamp) -> Result<bool> {
    let unused =
        recovery_codes::table.find((user, digest)).filter(recovery_codes::used_at.is_null());
    Ok(diesel::update(unused).set(recovery_codes::used_at.eq(now)).execute(db)? > 0)
}

/// Recovery codes that are left.
pub fn codes_left(db: &mut Db, user: Id) -> Result<i64> {
    Ok(recovery_codes::table
        .filter(recovery_codes::user_id.eq(user))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(db)?)
}
