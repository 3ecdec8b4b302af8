//! Queries of lists that somebody keeps under a name, for themselves. What they find is not kept: it
//! is looked for anew, as the person may see it then.

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

use crate::domain::{Id, Timestamp, text};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::schema::saved_searches;

/// How many somebody may have.
pub const MOST: i64 = 100;
/// The longest query, in bytes.
pub const LONGEST: usize = 2_000;
/// The longest name, in Unicode scalar values.
pub const LONGEST_NAME: usize = 100;

/// A saved search.
#[derive(Debug, Clone, diesel::Queryable)]
pub struct SavedSearch {
    pub id: Id,
    /// The path of its list, without slashes: `events`.
    pub list: String,
    pub name: String,
    /// What stands behind `?`.
    pub query: String,
}

fn named(name: &str) -> Result<String> {
    let name = text::line(name).map_err(|error| Error::field("/name", error.to_string()))?;
    if name.chars().count() > LONGEST_NAME {
        let about = format!("has more than {LONGEST_NAME} characters; choose a shorter name");
        return Err(Error::field("/name", about));
    }
    Ok(name)
}

/// Keeps a query under a name, in the place of what had that name.
///
/// # Errors
/// [`Error::Invalid`] for a name that cannot be kept; [`Error::Malformed`] for too many, or too long
/// a query.
pub fn save(db: &mut Db, user: Id, search: &SavedSearch, now: Timestamp) -> Result<()> {
    let name = named(&search.name)?;
    if search.query.len() > LONGEST {
        return Err(Error::Malformed(format!(
            "the query is longer than the {LONGEST} bytes that are kept; leave out a condition"
        )));
    }
    let same = saved_searches::table
        .filter(saved_searches::user_id.eq(user))
        .filter(saved_searches::list.eq(&search.list))
        .filter(saved_searches::name.eq(&name));
    if diesel::update(same).set(saved_searches::query.eq(&search.query)).execute(db)? > 0 {
        return Ok(());
    }
    let own = saved_searches::table.filter(saved_searches::user_id.eq(user));
    let count: i64 = own.count().get_result(db)?;
    if count >= MOST {
        return Err(Error::Malformed(format!(
            "you have {MOST} saved searches, the most there may be; delete one of them first"
        )));
    }
    diesel::insert_into(saved_searches::table)
        .values((
            saved_searches::id.eq(search.id),
            saved_searches::user_id.eq(user),
            saved_searches::list.eq(&search.list),
            saved_searches::name.eq(&name),
            saved_searches::query.eq(&search.query),
            saved_searches::created_at.eq(now),
        ))
        .execute(db)?;
    Ok(())
}

/// The saved searches of somebody, by name; `list`: those of one list.
pub fn all(db: &mut Db, user: Id, list: Option<&str>) -> Result<Vec<SavedSearch>> {
    let mut own = saved_searches::table.filter(saved_searches::user_id.eq(user)).into_boxed();
    if let Some(list) = list {
        own = own.filter(saved_searches::list.eq(list.to_owned()));
    }
    Ok(own
        .order((saved_searches::name, saved_searches::id))
        .limit(MOST)
        .select((
            saved_searches::id,
            saved_searches::list,
            saved_searches::name,
            saved_searches::query,
        ))
        .load(db)?)
}

/// Gives one another name.
///
/// # Errors
/// [`Error::NotFound`] if they have none of this id; [`Error::Conflict`] if another has the name.
pub fn rename(db: &mut Db, user: Id, id: Id, name: &str) -> Result<()> {
    let name = named(name)?;
    let list: Option<String> = saved_searches::table
        .find(id)
        .filter(saved_searches::user_id.eq(user))
        .select(saved_searches::list)
        .first(db)
        .optional()?;
    let list = list.ok_or(Error::NotFound)?;
    let others: i64 = saved_searches::table
        .filter(saved_searches::user_id.eq(user))
        .filter(saved_searches::list.eq(list))
        .filter(saved_searches::name.eq(&name))
        .filter(saved_searches::id.ne(id))
        .count()
        .get_result(db)?;
    if others > 0 {
        return Err(Error::Conflict(
            "another of your saved searches of this list has that name; choose another name"
                .to_owned(),
        ));
    }
    diesel::update(saved_searches::table.find(id))
        .set(saved_searches::name.eq(name))
        .execute(db)?;
    Ok(())
}

/// Deletes one.
///
/// # Errors
/// [`Error::NotFound`] if they have none of this id.
pub fn delete(db: &mut Db, user: Id, id: Id) -> Result<()> {
    let one = saved_searches::table.find(id).filter(saved_searches::user_id.eq(user));
    match diesel::delete(one).execute(db)? {
        0 => Err(Error::NotFound),
        _ => Ok(()),
    }
}
