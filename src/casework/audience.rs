//! WHO WOULD SEE IT: the one rule of visibility ([`crate::store::visibility`]), asked for each account.
//!
//! Nothing is decided here. For a record that is there, the rule is asked of its row; for one that is
//! being typed, of a row that says what the form says. The rule looks at who somebody is only for
//! monitors (their own, what is assigned to them); the other accounts of one role and the same teams see
//! the same.

use std::collections::BTreeMap;

use diesel::sql_types::{BigInt, SmallInt};
use serde::Serialize;

use super::records::links::in_batches;
use super::records::{Record, Row};
use crate::domain::{Caller, Confidentiality, Id, Role, Status};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::visibility::visible;
use crate::store::{Db, Kind, Sql};

/// How many people see a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Audience {
    /// How many accounts of each role, from the least trusted.
    pub roles: Vec<(Role, i64)>,
    pub people: i64,
    /// Whether whoever asks is among them.
    pub you: bool,
}

/// A record as it would be.
#[derive(Debug, Clone)]
pub struct Supposed {
    pub kind: Kind,
    pub confidentiality: Confidentiality,
    pub team: Option<Id>,
    /// For kinds that are reviewed.
    pub status: Option<Status>,
    pub created_by: Id,
    pub assigned_to: Option<Id>,
}

/// Accounts for which the rule says the same.
struct Class {
    caller: Caller,
    people: i64,
}

#[derive(diesel::QueryableByName)]
struct Account {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = SmallInt)]
    role: i16,
}

#[derive(diesel::QueryableByName)]
struct Member {
    #[diesel(sql_type = RecordId)]
    user_id: Id,
    #[diesel(sql_type = RecordId)]
    team_id: Id,
}

#[derive(diesel::QueryableByName)]
struct Sees {
    #[diesel(sql_type = BigInt)]
    class: i64,
}

/// Every active account, with those for whom the rule says the same put together.
fn classes(db: &mut Db, you: Id) -> Result<Vec<Class>> {
    let accounts = Sql::new(
        "SELECT u.id AS id, u.role AS role FROM users u WHERE u.active AND u.deleted_at IS NULL ORDER BY u.id",
    )
    .load::<Account>(db)?;
    let members = Sql::new(
        "SELECT m.user_id AS user_id, m.team_id AS team_id FROM team_members m \
         JOIN teams t ON t.id = m.team_id WHERE t.deleted_at IS NULL ORDER BY m.team_id",
    )
    .load::<Member>(db)?;
    let mut teams = BTreeMap::<Id, Vec<Id>>::new();
    for Member { user_id, team_id } in members {
        teams.entry(user_id).or_default().push(team_id);
    }
    let mut classes = BTreeMap::<(i16, Vec<Id>, Option<Id>), Class>::new();
    for Account { id, role: rank } in accounts {
        let Some(role) = Role::of_rank(rank) else { continue };
        let teams = teams.remove(&id).unwrap_or_default();
        let alone = (role == Role::Monitor || id == you).then_some(id);
        let class = classes.entry((rank, teams.clone(), alone)).or_insert_with(|| Class {
            caller: Caller { user: id, role, teams, scopes: None, session: None },
            people: 0,
        });
        class.people += 1;
    }
    Ok(classes.into_values().collect())
}

/// Asks the rule for every account: of the rows at the alias `t` in `from`.
fn asked(db: &mut Db, you: Id, kind: Kind, from: &Sql) -> Result<Audience> {
    let classes = classes(db, you)?;
    let mut roles = BTreeMap::<Role, i64>::new();
    let mut sees_you = false;
    let mut begin = 0;
    // A statement has room for so many parts.
    for batch in classes.chunks(100) {
        let mut query: Option<Sql> = None;
        for (class, number) in batch.iter().zip(0_i64..) {
            let one = Sql::new(format!("SELECT CAST({number} AS BIGINT) AS class FROM "))
                .then(from.clone())
                .sql(" WHERE ")
                .then(visible(kind, "t", &class.caller));
            query = Some(match query {
                None => one,
                Some(before) => before.sql(" UNION ALL ").then(one),
            });
        }
        let Some(query) = query else { continue };
        for Sees { class } in query.once().load::<Sees>(db)? {
            let at = begin + usize::try_from(class).unwrap_or_default();
            let Some(class) = classes.get(at) else { continue };
            *roles.entry(class.caller.role).or_default() += class.people;
            sees_you |= class.caller.user == you;
        }
        begin += batch.len();
    }
    let people = roles.values().sum();
    Ok(Audience { roles: roles.into_iter().collect(), people, you: sees_you })
}

/// Who sees a record, as it stands.
pub fn of_record<R: Record>(db: &mut Db, you: Id, record: &R) -> Result<Audience> {
    let from = Sql::new(format!("(SELECT * FROM {} WHERE id = ", R::KIND.table()))
        .bind(record.row().envelope().id)
        .sql(") t");
    asked(db, you, R::KIND, &from)
}

/// Who would see a record.
///
/// Of kinds that join others, whoever may see the level: what it joins may be closed to some of them.
pub fn of_supposed(db: &mut Db, you: Id, supposed: &Supposed) -> Result<Audience> {
    let kind = if supposed.kind.is_reviewed() { supposed.kind } else { Kind::Instrument };
    // Nothing, of the type of an id.
    let nobody = Sql::new("CASE WHEN 1 = 0 THEN u.id END");
    let id_or = |id: Option<Id>| match id {
        None => nobody.clone(),
        Some(id) => Sql::new("").bind(id),
    };
    // Made from the row of whoever made it, so that columns have the types that they have in tables.
    let level = supposed.confidentiality.level();
    let status = supposed.status.unwrap_or(Status::Draft).code();
    let from = Sql::new(format!(
        "(SELECT u.id AS id, u.deleted_at AS deleted_at, u.id AS created_by, {level} AS confidentiality, \
         {level} AS effective_confidentiality, '{status}' AS status, "
    ))
    .then(id_or(supposed.team))
    .sql(" AS team_id, ")
    .then(id_or(supposed.assigned_to))
    .sql(" AS assigned_to FROM users u WHERE u.id = ")
    .bind(supposed.created_by)
    .sql(") t");
    asked(db, you, kind, &from)
}

/// Whether people must see other records too, to see one of a kind.
pub const fn joins_others(kind: Kind) -> bool {
    !kind.is_reviewed() && !matches!(kind, Kind::Instrument | Kind::Term | Kind::Team | Kind::User)
}

/// The teams among those of the caller that a text names, by name or id.
pub fn own_team(db: &mut Db, caller: &Caller, named: &str) -> Result<Option<Id>> {
    let named = named.trim();
    for ids in in_batches(caller.teams.iter().copied()) {
        let query =
            Sql::new("SELECT g.id AS id FROM teams g WHERE g.deleted_at IS NULL AND g.id IN (")
                .list(ids)
                .sql(") AND ");
        let query = match named.parse::<Id>() {
            Ok(id) => query.sql("g.id = ").bind(id),
            Err(_) => query.sql("g.name = ").bind(named),
        };
        if let Some(found) = query.load::<super::records::links::Found>(db)?.pop() {
            return Ok(Some(found.id));
        }
    }
    Ok(None)
}
