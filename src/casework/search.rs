//! ONE SEARCH OVER ALL RECORDS: what holds the words, as the caller may see it.
//!
//! Who may see a record is asked in SQL, beside the words, before anything is counted or ordered; and
//! nothing but the records that are seen decides their order.

use std::collections::HashMap;

use diesel::sql_types::{Nullable, SmallInt, Text};
use serde::Serialize;
use utoipa::ToSchema;

use super::records::links;
use super::records::searched::{by_whole_text, joined};
use crate::domain::passage::{Passage, score};
use crate::domain::segment::Query;
use crate::domain::{Action, Confidentiality, Id};
use crate::error::{Error, Result};
use crate::store::sql_types::RecordId;
use crate::store::visibility::visible;
use crate::store::{Db, Eyes, Kind, Sql, words};

/// Of more records of a kind, the newest are given rather than those that fit best, and no count.
const RANKED: usize = 1_000;
/// The longest that words to look for may be, in Unicode scalar values.
pub const LONGEST: usize = 1_000;
/// How much of a text is looked at to order it, and to show a passage of it.
const ORDERED_BY: i64 = 2_000;
const SHOWN_FROM: usize = 100_000;
/// No name is longer: what is cut off the end of a text may be a part of one.
const LONGEST_NAME: usize = 1_100;

/// What a search found.
#[derive(Debug, Serialize, ToSchema)]
pub struct SearchView {
    /// For each kind that was searched, how many records there are that the caller may see.
    pub counts: Vec<KindCount>,
    /// Those that fit best; where a kind has more than 1,000, its newest, one of each kind in turn.
    pub items: Vec<SearchHit>,
}

/// How many records of a kind were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct KindCount {
    #[schema(schema_with = searched_kind)]
    pub kind: Kind,
    /// 1000, if there are more.
    #[schema(example = 12)]
    pub count: usize,
    /// Whether there are more.
    pub more: bool,
}

/// A record that was found.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SearchHit {
    #[schema(schema_with = searched_kind)]
    pub kind: Kind,
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[serde(rename = "ref")]
    #[schema(example = "KHM-2017-0001-E1")]
    pub reference: String,
    /// The title; of an actor the name, or the pseudonym where the name is not to be known.
    #[schema(example = "Supreme Court dissolves the CNRP")]
    pub title: String,
    /// What matches in the title: from and to, in Unicode scalar values.
    #[schema(value_type = Vec<Vec<u32>>, example = json!([[8, 13]]))]
    pub title_matches: Vec<(usize, usize)>,
    /// About 200 characters of the text, around the first words that match; of an actor, other names.
    #[schema(example = "The party was dissolved by the Supreme Court on 16 November 2017.")]
    pub passage: String,
    /// What matches in the passage.
    #[schema(value_type = Vec<Vec<u32>>, example = json!([[37, 42]]))]
    pub matches: Vec<(usize, usize)>,
    /// Whether reading it is remembered.
    #[serde(skip)]
    pub confidential: bool,
}

/// The kinds that are searched, for the API's description.
fn searched_kind() -> utoipa::openapi::schema::Object {
    use utoipa::openapi::schema::{ObjectBuilder, Type};
    let kinds = words::KINDS.map(Kind::code);
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(kinds)).build()
}

/// Looks for words in records of some kinds.
///
/// `typed`: as [`Query::parse`] reads it. `limit`: the most hits, 1 or more.
///
/// # Errors
/// [`Error::Malformed`] for words that are too long, or none.
pub fn search(
    db: &mut Db,
    eyes: &Eyes,
    typed: &str,
    kinds: &[Kind],
    limit: usize,
) -> Result<SearchView> {
    eyes.caller.must(Action::ReadRecords)?;
    if typed.chars().count() > LONGEST {
        return Err(Error::Malformed(format!("'q' takes at most {LONGEST} characters")));
    }
    if typed.trim().is_empty() {
        return Err(Error::Malformed("'q' is empty; write what is looked for".to_owned()));
    }
    let query = Query::parse(typed);
    let (mut counts, mut found) = (Vec::new(), Vec::new());
    for kind in kinds {
        let seen = visible(*kind, "o", &eyes.caller);
        let private = by_whole_text(*kind, &eyes.caller);
        let hits = words::hits(db, *kind, &query, &seen, private, RANKED, limit)?;
        let count = if hits.more { RANKED } else { hits.ids.len() };
        counts.push(KindCount { kind: *kind, count, more: hits.more });
        found.push(if hits.more {
            hits.ids.into_iter().take(limit).map(|id| (id, None)).collect()
        } else {
            best(db, *kind, &query, &hits.ids, limit)?
        });
    }
    let picked = merged(kinds, found, limit);
    let mut shown = HashMap::new();
    for kind in kinds {
        let ids = picked.iter().filter(|it| it.0 == *kind).map(|it| it.1).collect();
        shown.extend(show(db, eyes, *kind, &query, ids)?);
    }
    let items = picked.iter().filter_map(|(_, id)| shown.remove(id)).collect();
    Ok(SearchView { counts, items })
}

/// A record, and how well it fits, where that was asked.
type Scored = (Id, Option<f64>);

/// The records that fit best, first those that fit better, then those that are newer.
fn best(db: &mut Db, kind: Kind, query: &Query, ids: &[Id], limit: usize) -> Result<Vec<Scored>> {
    #[derive(diesel::QueryableByName)]
    struct Searched {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        searched: String,
    }
    let mut all: Vec<Scored> = Vec::new();
    for ids in links::in_batches(ids.iter().copied()) {
        let texts = Sql::new(format!(
            "SELECT r.id AS id, substr(r.search_text, 1, {ORDERED_BY}) AS searched FROM {} r WHERE r.id IN (",
            kind.table()
        ))
        .list(ids)
        .sql(")");
        let texts = texts.load::<Searched>(db)?.into_iter();
        all.extend(texts.map(|row| (row.id, Some(score(&row.searched, query)))));
    }
    all.sort_by(order);
    all.truncate(limit);
    Ok(all)
}

fn order(a: &Scored, b: &Scored) -> std::cmp::Ordering {
    let fits = |it: &Scored| it.1.unwrap_or_default();
    fits(b).total_cmp(&fits(a)).then(b.0.cmp(&a.0))
}

/// The records of all kinds in one order.
fn merged(kinds: &[Kind], found: Vec<Vec<Scored>>, limit: usize) -> Vec<(Kind, Id)> {
    let all_scored = found.iter().flatten().all(|it| it.1.is_some());
    let mut all: Vec<(usize, Kind, Scored)> = Vec::new();
    for (kind, found) in kinds.iter().zip(found) {
        all.extend(found.into_iter().enumerate().map(|(place, it)| (place, *kind, it)));
    }
    if all_scored {
        all.sort_by(|a, b| order(&a.2, &b.2));
    } else {
        all.sort_by_key(|it| it.0);
    }
    all.into_iter().take(limit).map(|(_, kind, (id, _))| (kind, id)).collect()
}

/// The records as they are shown, by id.
fn show(
    db: &mut Db,
    eyes: &Eyes,
    kind: Kind,
    query: &Query,
    ids: Vec<Id>,
) -> Result<HashMap<Id, SearchHit>> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        reference: String,
        #[diesel(sql_type = Text)]
        title: String,
        #[diesel(sql_type = Nullable<Text>)]
        first: Option<String>,
        #[diesel(sql_type = Nullable<Text>)]
        second: Option<String>,
        #[diesel(sql_type = SmallInt)]
        level: i16,
    }
    let mut hits = HashMap::new();
    let (title, first, second, level) = match kind {
        Kind::Statement => ("title", "r.summary", "r.body", "confidentiality"),
        Kind::Incident => ("title", "r.summary", "NULL", "confidentiality"),
        Kind::Event => ("title", "r.narrative", "r.charge", "effective_confidentiality"),
        _ => ("name", "r.pseudonym", "NULL", "confidentiality"),
    };
    let part = |column: &str| match column {
        "NULL" => "CAST(NULL AS TEXT)".to_owned(),
        column => format!("substr({column}, 1, {SHOWN_FROM})"),
    };
    let names = if kind == Kind::Actor { names_of(db, eyes, &ids)? } else { HashMap::new() };
    for ids in links::in_batches(ids) {
        let eyes = eyes.on(db, kind, &ids)?;
        let rows = Sql::new(format!(
            "SELECT r.id AS id, r.ref AS reference, r.{title} AS title, {} AS first, {} AS second, \
             r.{level} AS level FROM {} r WHERE r.id IN (",
            part(first),
            part(second),
            kind.table()
        ))
        .list(ids)
        .sql(")");
        for row in rows.load::<Row>(db)? {
            let words = eyes.words(row.id);
            // Names are replaced before words are looked for: a match would tell what they hide.
            let shown = |text: Option<String>| {
                let whole = text.as_ref().is_none_or(|it| it.chars().count() < SHOWN_FROM);
                let mut text = words.shown_if(text)?;
                if !whole && let Some((end, _)) = text.char_indices().nth_back(LONGEST_NAME) {
                    text.truncate(end);
                }
                Some(text)
            };
            let (title, text) = if kind == Kind::Actor {
                let (name, _) = eyes.name_of(row.id, row.title, row.first);
                (name, names.get(&row.id).cloned().unwrap_or_default())
            } else {
                let texts = [shown(row.first), shown(row.second)];
                (words.shown(row.title), joined(texts.iter().map(Option::as_deref)))
            };
            let passage = Passage::of(&text, query);
            let tokens = crate::domain::segment::tokens(&title);
            let places = query.places(&tokens).into_iter();
            let hit = SearchHit {
                kind,
                id: row.id,
                reference: row.reference,
                title_matches: places.map(|place| (place.start, place.end)).collect(),
                title,
                passage: passage.text,
                matches: passage.matches,
                confidential: row.level >= Confidentiality::Confidential.level(),
            };
            hits.insert(row.id, hit);
        }
    }
    Ok(hits)
}

/// The other names of actors, as the caller may know them, by actor.
pub(super) fn names_of(db: &mut Db, eyes: &Eyes, ids: &[Id]) -> Result<HashMap<Id, String>> {
    let all = other_names(db, eyes, ids)?;
    Ok(all.into_iter().map(|(id, names)| (id, names.join(" · "))).collect())
}

/// See [`names_of`].
pub(super) fn other_names(
    db: &mut Db,
    eyes: &Eyes,
    ids: &[Id],
) -> Result<HashMap<Id, Vec<String>>> {
    use crate::store::schema::actor_names;
    use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
    let mut all = HashMap::<Id, Vec<String>>::new();
    for ids in links::in_batches(ids.iter().copied()) {
        let eyes = eyes.on(db, Kind::Actor, &ids)?;
        let names: Vec<(Id, String)> = actor_names::table
            .filter(actor_names::actor_id.eq_any(&ids))
            .order((actor_names::actor_id, actor_names::position))
            .select((actor_names::actor_id, actor_names::text))
            .load(db)?;
        for (id, name) in names {
            if eyes.may_know(id) {
                all.entry(id).or_default().push(eyes.words(id).shown(name));
            }
        }
    }
    Ok(all)
}
