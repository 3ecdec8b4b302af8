//! Links between records: finding what a link names, and showing what a record is linked to.

use std::collections::{HashMap, HashSet};

use diesel::sql_types::{Nullable, Text};
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::ToSchema;

use super::actor::Actor;
use super::filter::named;
use super::input::Link;
use super::{Record, Row};
use crate::casework::act::Act;
use crate::casework::create_record::create;
use crate::domain::{ActorKind, Caller, Id, Status};
use crate::error::{Error, Result};
use crate::store::sql_types::RecordId;
use crate::store::{Db, Eyes, Kind, Sql, visibility};

/// An id that a query gives.
#[derive(diesel::QueryableByName)]
pub struct Found {
    #[diesel(sql_type = RecordId)]
    pub id: Id,
}

/// The record that a link names, if the caller may see it.
///
/// # Errors
/// [`Error::Invalid`] at `pointer`, the same for a record that is not there and one that may not be
/// seen.
pub fn find<R: Record>(db: &mut Db, act: &Act, name: &str, pointer: &str) -> Result<R> {
    let table = R::KIND.table();
    let condition = if kept(act, name).is_some() {
        named(table, R::REF, &[name])
    } else {
        named(table, R::REF, &[name]).and(visibility::visible(R::KIND, table, &act.caller))
    };
    let rows = R::Row::load(db, condition, Sql::new(format!("{table}.id")), 1)?;
    R::with_parts(db, rows)?.pop().ok_or_else(|| {
        let name: String = name.chars().take(60).collect();
        Error::field(pointer, format!("there is no {} '{name}'", R::KIND))
    })
}

/// The id of the record that a link names or describes. A described one is made, once for each
/// description in a request.
pub fn resolve<R: Record>(
    db: &mut Db,
    act: &mut Act,
    link: &Link<R::Input>,
    pointer: &str,
) -> Result<Id>
where
    R::Input: Clone,
{
    match link {
        Link::To(name) => id_of(db, act, R::KIND, R::REF, name, pointer),
        Link::New(new) => {
            let described =
                format!("{}:{}", R::KIND, serde_json::to_string(new).map_err(Error::internal)?);
            if let Some(made) = act.made(&described) {
                return Ok(made);
            }
            let made: R = create(db, act, (**new).clone()).map_err(|error| error.under(pointer))?;
            let id = made.row().envelope().id;
            act.make(described, id);
            Ok(id)
        }
    }
}

/// The id of the record of `kind` that `name` names by id or ref, if the caller may see it.
pub fn id_of(
    db: &mut Db,
    act: &Act,
    kind: Kind,
    reference: Option<&str>,
    name: &str,
    pointer: &str,
) -> Result<Id> {
    if let Some(kept) = kept(act, name) {
        return Ok(kept);
    }
    let found = Sql::new(format!("SELECT r.id AS id FROM {} r WHERE ", kind.table()))
        .then(named("r", reference, &[name]))
        .sql(" AND ")
        .then(visibility::visible(kind, "r", &act.caller))
        .load::<Found>(db)?
        .pop();
    found.map(|found| found.id).ok_or_else(|| {
        let name: String = name.chars().take(60).collect();
        Error::field(pointer, format!("there is no {kind} '{name}'"))
    })
}

/// The record that a link names, if it was linked before.
pub fn kept(act: &Act, name: &str) -> Option<Id> {
    name.parse().ok().filter(|id| act.keeps(*id))
}

/// Those among `ids` that are shown to the caller in a record that they see.
pub fn shown(
    db: &mut Db,
    caller: &Caller,
    kind: Kind,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashSet<Id>> {
    if kind != Kind::Actor {
        return visible(db, caller, kind, ids);
    }
    let rule = Sql::new("r.deleted_at IS NULL").and(visibility::actor_level("r", caller));
    matching(db, kind.table(), &rule, ids)
}

/// Those among `ids` that are not [`shown`].
pub fn unseen(
    db: &mut Db,
    caller: &Caller,
    kind: Kind,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashSet<Id>> {
    let all: HashSet<Id> = ids.into_iter().collect();
    let shown = shown(db, caller, kind, all.iter().copied())?;
    Ok(all.difference(&shown).copied().collect())
}

/// Those among `ids` that the caller may see.
pub fn visible(
    db: &mut Db,
    caller: &Caller,
    kind: Kind,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashSet<Id>> {
    matching(db, kind.table(), &visibility::visible(kind, "r", caller), ids)
}

/// The participations among `ids` that the caller may see.
pub fn shown_participations(
    db: &mut Db,
    caller: &Caller,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashSet<Id>> {
    matching(db, "participations", &visibility::visible_participation("r", caller), ids)
}

/// Those among `ids` in a table that meet a rule, which calls the table `r`.
fn matching(
    db: &mut Db,
    table: &str,
    rule: &Sql,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashSet<Id>> {
    let mut found = HashSet::new();
    for ids in in_batches(ids) {
        let query = Sql::new(format!("SELECT r.id AS id FROM {table} r WHERE r.id IN ("))
            .list(ids)
            .sql(") AND ")
            .then(rule.clone());
        found.extend(query.load::<Found>(db)?.into_iter().map(|row| row.id));
    }
    Ok(found)
}

/// An actor, as other records show it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActorLink {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[serde(rename = "ref")]
    #[schema(example = "A-00087")]
    pub reference: String,
    /// The name; for a protected person whom the caller may not know, the pseudonym.
    pub name: String,
    pub kind: ActorKind,
    /// Whether `name` is a pseudonym.
    pub pseudonymous: bool,
}

/// A record, as others that name it show it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RecordLink {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[serde(rename = "ref")]
    pub reference: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// The actors among `ids` that may be shown, by id.
pub fn actors(
    db: &mut Db,
    eyes: &Eyes,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashMap<Id, ActorLink>> {
    #[derive(diesel::QueryableByName)]
    struct Shown {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        reference: String,
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Text)]
        kind: ActorKind,
        #[diesel(sql_type = Nullable<Text>)]
        pseudonym: Option<String>,
    }
    let mut links = HashMap::new();
    for ids in in_batches(ids) {
        let shown = Sql::new(
            "SELECT a.id AS id, a.ref AS reference, a.name AS name, a.kind AS kind, \
             a.pseudonym AS pseudonym FROM actors a WHERE a.deleted_at IS NULL AND a.id IN (",
        )
        .list(ids)
        .sql(") AND ")
        .then(visibility::actor_level("a", &eyes.caller));
        let shown = shown.load::<Shown>(db)?;
        let ids: Vec<Id> = shown.iter().map(|it| it.id).collect();
        let eyes = eyes.on(db, Kind::Actor, &ids)?;
        for Shown { id, reference, name, kind, pseudonym } in shown {
            let (name, pseudonymous) = eyes.name_of(id, name, pseudonym);
            links.insert(id, ActorLink { id, reference, name, kind, pseudonymous });
        }
    }
    Ok(links)
}

/// The records of `kind` among `ids` that the caller may see, by id.
pub fn records(
    db: &mut Db,
    eyes: &Eyes,
    kind: Kind,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashMap<Id, RecordLink>> {
    #[derive(diesel::QueryableByName)]
    struct Shown {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        reference: String,
        #[diesel(sql_type = Text)]
        title: String,
        #[diesel(sql_type = Nullable<Text>)]
        status: Option<Status>,
    }
    let (reference, title) = match kind {
        Kind::Instrument => ("r.code", "r.title"),
        Kind::Statement | Kind::Incident | Kind::Event => ("r.ref", "r.title"),
        Kind::Actor => ("r.ref", "r.name"),
        _ => return Err(Error::internal(format!("{kind} has no title"))),
    };
    let status = if kind.is_reviewed() { "r.status" } else { "NULL" };
    let mut links = HashMap::new();
    for ids in in_batches(ids) {
        let shown = Sql::new(format!(
            "SELECT r.id AS id, {reference} AS reference, {title} AS title, {status} AS status \
             FROM {} r WHERE r.id IN (",
            kind.table()
        ))
        .list(ids)
        .sql(") AND ")
        .then(visibility::visible(kind, "r", &eyes.caller));
        let shown = shown.load::<Shown>(db)?;
        let ids: Vec<Id> = shown.iter().map(|it| it.id).collect();
        let eyes = eyes.on(db, kind, &ids)?;
        for Shown { id, reference, title, status } in shown {
            let title = eyes.words(id).shown(title);
            links.insert(id, RecordLink { id, reference, title, status });
        }
    }
    Ok(links)
}

/// Whether none of the reviewed records that another joins is a draft.
pub fn are_past_the_draft(db: &mut Db, joined: &[Option<(Kind, Id)>]) -> Result<bool> {
    let draft = Sql::new("r.status IN ('draft', 'needs_changes')");
    for (kind, id) in joined.iter().flatten() {
        if !matching(db, kind.table(), &draft, [*id])?.is_empty() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// No query names more records than a database takes.
pub fn in_batches(ids: impl IntoIterator<Item = Id>) -> Vec<Vec<Id>> {
    const MOST: usize = 1_000;
    let mut all: Vec<Id> = ids.into_iter().collect();
    all.sort_unstable();
    all.dedup();
    all.chunks(MOST).map(<[Id]>::to_vec).collect()
}

/// Resolves the actors that a list of links names, in order.
pub fn resolve_actors(
    db: &mut Db,
    act: &mut Act,
    links: &[Link<super::actor::ActorInput>],
    pointer: &str,
) -> Result<Vec<Id>> {
    links
        .iter()
        .enumerate()
        .map(|(at, link)| resolve::<Actor>(db, act, link, &format!("{pointer}/{at}")))
        .collect()
}

/// Reads a list kept as JSON in a column that the program alone writes.
pub fn list<T: DeserializeOwned>(json: &str) -> Vec<T> {
    serde_json::from_str(json).unwrap_or_default()
}

/// The event and the actor that a participation joins.
pub fn parts_of(db: &mut Db, participation: Id) -> Result<(Id, Id)> {
    use crate::store::schema::participations::dsl::{actor_id, event_id, participations};
    use diesel::{OptionalExtension, QueryDsl, RunQueryDsl};
    let found =
        participations.find(participation).select((event_id, actor_id)).first(db).optional()?;
    found.ok_or(Error::NotFound)
}
