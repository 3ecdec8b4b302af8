//! THE SEARCH INDEX: which record holds which words.
//!
//! Each kind that is searched has an index of what everyone may find it by: in SQLite an FTS5 table
//! without the text, in PostgreSQL a table of `tsvector`s. Both are given the tokens of
//! [`segment`](crate::domain::segment), so that both find the same. `private_words` has the words of
//! records that only some may find by all that stands in them. The index says where words stand,
//! never who may see that: conditions of visibility are asked beside it.

use std::collections::HashMap;

use diesel::RunQueryDsl;
use diesel::sql_types::BigInt;

use super::commit::{self, Late, Turn};
use super::database::Db;
use super::spellings;
use super::sql::Sql;
use super::sql_types::RecordId;
use super::visibility::Kind;
use crate::domain::Id;
use crate::domain::segment::{Query, Term};
use crate::error::Result;

/// The kinds of record that are found by words.
pub const KINDS: [Kind; 4] = [Kind::Statement, Kind::Actor, Kind::Incident, Kind::Event];

/// A list of the records with a word walks the words if these find no more, else the list.
const FEW: i64 = 10_000;
/// Up to so many, SQLite gathers all of them to compare each record of a list with; of more, it
/// looks each record up.
const MANY: i64 = 100_000;

/// The most tokens of one part of a record in PostgreSQL, and the most places of one token: it keeps
/// 255.
const PART: usize = 4_000;
const PLACES: usize = 250;
/// Tokens that parts have in common, so that phrases are found where parts meet.
const OVERLAP: usize = 50;
/// Bytes of the words without places that stand in the first part for those of the others.
const REST: usize = 500_000;

const fn table(kind: Kind) -> &'static str {
    match kind {
        Kind::Statement => "statement_words",
        Kind::Actor => "actor_words",
        Kind::Incident => "incident_words",
        _ => "event_words",
    }
}

/// What tells the kinds apart in SQLite's `private_words`.
const fn code(kind: Kind) -> i64 {
    match kind {
        Kind::Statement => 0,
        Kind::Actor => 1,
        Kind::Incident => 2,
        _ => 3,
    }
}

/// What a record is found by, as [`indexed`](crate::domain::segment::indexed) writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub kind: Kind,
    pub id: Id,
    pub open: String,
    /// Where only some may find it by all that stands in it.
    pub private: Option<String>,
    /// Of an actor: the words of its names, which people mistype.
    pub names: Vec<String>,
}

/// Indexes new records, with those of other writes of this commit.
pub fn add(db: &mut Db, words: Vec<Words>) -> Result<()> {
    commit::write(db, words)
}

/// Indexes records anew.
pub fn renew(db: &mut Db, words: &[Words]) -> Result<()> {
    // They may be new, and not indexed yet.
    commit::settle(db)?;
    for kind in KINDS {
        let ids = || words.iter().filter(|it| it.kind == kind).map(|it| it.id);
        if ids().next().is_none() {
            continue;
        }
        let records = match db {
            Db::Sqlite(_) => Sql::new(format!("SELECT seq FROM {} WHERE id IN (", kind.table())),
            Db::Postgres(_) => Sql::new("VALUES (").once(),
        };
        let records = match db {
            Db::Sqlite(_) => records.list(ids()).sql(")"),
            Db::Postgres(_) => ids()
                .map(|id| Sql::default().bind(id))
                .reduce(|all, id| all.sql("), (").then(id))
                .map_or_else(Sql::never, |all| records.then(all).sql(")")),
        };
        let (key, private) = match db {
            Db::Sqlite(_) => ("rowid", private_key(kind, "seq")),
            Db::Postgres(_) => ("id", String::new()),
        };
        Sql::new(format!("DELETE FROM {} WHERE {key} IN (", table(kind)))
            .then(records.clone())
            .sql(")")
            .execute(db)?;
        let of_private = match db {
            Db::Sqlite(_) => {
                Sql::new(format!("SELECT {private} FROM {} WHERE id IN (", kind.table()))
                    .list(ids())
                    .sql(")")
            }
            Db::Postgres(_) => records,
        };
        Sql::new(format!("DELETE FROM private_words WHERE {key} IN ("))
            .then(of_private)
            .sql(")")
            .execute(db)?;
    }
    words.chunks(500).try_for_each(|words| Words::write(db, words))
}

/// Empties the index.
pub fn clear(db: &mut Db) -> Result<()> {
    let all = KINDS.iter().map(|kind| table(*kind)).chain(["private_words"]);
    for table in all {
        match db {
            Db::Sqlite(_) => {
                Sql::new(format!("INSERT INTO {table} ({table}) VALUES ('delete-all')"))
            }
            Db::Postgres(_) => Sql::new(format!("TRUNCATE {table}")),
        }
        .execute(db)?;
    }
    spellings::clear(db)
}

fn private_key(kind: Kind, seq: &str) -> String {
    format!("{seq} * 4 + {}", code(kind))
}

impl Late for Words {
    const TURN: Turn = Turn::Words;

    fn write(db: &mut Db, all: &[Self]) -> Result<()> {
        for kind in KINDS {
            let of_kind = || all.iter().filter(|it| it.kind == kind && !it.open.is_empty());
            let open = of_kind().map(|it| (it.id, it.open.as_str()));
            write_to(db, table(kind), kind, "r.seq", open)?;
            let private = all.iter().filter(|it| it.kind == kind);
            let private = private.filter_map(|it| Some((it.id, it.private.as_deref()?)));
            write_to(db, "private_words", kind, &private_key(kind, "r.seq"), private)?;
        }
        spellings::learn(db, &all.iter().flat_map(|it| &it.names).map(String::as_str).collect())
    }
}

fn write_to<'w>(
    db: &mut Db,
    table: &str,
    kind: Kind,
    key: &str,
    words: impl Iterator<Item = (Id, &'w str)>,
) -> Result<()> {
    let (insert, values): (String, Vec<Sql>) = if matches!(db, Db::Sqlite(_)) {
        let rows = words.map(|(id, words)| Sql::default().bind(id).sql(", ").bind(words));
        // One statement: before each, FTS5 writes out what it has gathered.
        let insert = format!(
            "WITH new (id, words) AS (VALUES ({{}})) INSERT INTO {table} (rowid, words) \
             SELECT {key}, new.words FROM new CROSS JOIN {} r ON r.id = new.id",
            kind.table()
        );
        (insert, rows.collect())
    } else {
        let rows = words.flat_map(|(id, words)| {
            (0_i64..).zip(vectors(words)).map(move |(part, vector)| {
                let row = Sql::new(format!("'{kind}', ")).bind(id).sql(format!(", {part}, "));
                row.bind(vector).sql("::tsvector")
            })
        });
        let columns = if table == "private_words" { "kind, id" } else { "id" };
        let insert = format!(
            "INSERT INTO {table} ({columns}, part, words) \
             SELECT {columns}, part, words FROM (VALUES ({{}})) AS new (kind, id, part, words)"
        );
        (insert, rows.collect())
    };
    for values in values.chunks(1_000) {
        let rows = values.iter().cloned().reduce(|all, row| all.sql("), (").then(row));
        Sql::new(insert.as_str()).filled(rows.unwrap_or_default()).once().execute(db)?;
    }
    Ok(())
}

/// The words of a record as literals of `tsvector`, one for each part.
fn vectors(words: &str) -> Vec<String> {
    let words: Vec<&str> = words.split(' ').collect();
    let mut parts: Vec<String> = Vec::new();
    let (mut from, mut first) = (0, 0);
    loop {
        let mut times = HashMap::<&str, usize>::new();
        let most = words.len().min(from + PART);
        let full = words[from..most].iter().copied().position(|word| {
            let times = times.entry(word).or_default();
            *times += 1;
            *times > PLACES
        });
        let end = full.map_or(most, |after| from + after);
        let placed = words[from..end].iter().zip(1..);
        let placed = placed.map(|(word, at)| format!("{}:{at}", quoted(word)));
        parts.push(placed.collect::<Vec<_>>().join(" "));
        if parts.len() == 1 {
            first = end;
        }
        if end == words.len() {
            break;
        }
        from = end - OVERLAP;
    }
    if parts.len() > 1 {
        let rest: std::collections::BTreeSet<&str> = words[first..].iter().copied().collect();
        let mut more = 0;
        for word in rest {
            more += word.len();
            if more > REST {
                break;
            }
            parts[0].push(' ');
            parts[0].push_str(&quoted(word));
        }
    }
    parts
}

/// A token, as literals of `tsvector` and `tsquery` have it.
fn quoted(token: &str) -> String {
    format!("'{}'", token.replace('\\', "\\\\").replace('\'', "''"))
}

/// A query in the language of FTS5.
fn fts5(query: &Query) -> String {
    let term = |term: &Term| {
        let phrase = term.tokens.join(" ").replace('"', "\"\"");
        format!("\"{phrase}\"{}", if term.open { " *" } else { "" })
    };
    let group = |terms: &Vec<Term>| {
        format!("({})", terms.iter().map(term).collect::<Vec<_>>().join(" OR "))
    };
    query.groups.iter().map(group).collect::<Vec<_>>().join(" AND ")
}

/// A query as a literal of `tsquery`.
fn tsquery(query: &Query) -> String {
    let term = |term: &Term| {
        let tokens: Vec<_> = term.tokens.iter().map(|token| quoted(token)).collect();
        format!("({}{})", tokens.join(" <-> "), if term.open { ":*" } else { "" })
    };
    let group =
        |terms: &Vec<Term>| format!("({})", terms.iter().map(term).collect::<Vec<_>>().join(" | "));
    query.groups.iter().map(group).collect::<Vec<_>>().join(" & ")
}

/// How a condition on words is best put: by which database answers, and how many records have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plan {
    /// By the index.
    Sqlite,
    /// Not by the index: each record is compared with what the index gives.
    SqliteMany,
    /// Each record is looked up in the index.
    SqliteMost,
    /// By the index, whatever PostgreSQL thinks.
    Postgres,
    /// Each record is looked up in the index.
    PostgresMany,
}

impl Plan {
    /// For what looks at all records that match.
    pub const fn of_all(db: &Db) -> Self {
        match db {
            Db::Sqlite(_) => Self::Sqlite,
            Db::Postgres(_) => Self::Postgres,
        }
    }

    /// For a page of those that match, in any order.
    pub fn of_page(db: &mut Db, kind: Kind, query: &Query) -> Result<Self> {
        #[derive(diesel::QueryableByName)]
        struct Total {
            #[diesel(sql_type = BigInt)]
            total: i64,
        }
        let all = Self::of_all(db);
        if query.is_empty() {
            return Ok(all);
        }
        let most = if all.is_sqlite() { MANY } else { FEW };
        let count = Sql::new("SELECT COUNT(*) AS total FROM (SELECT 1 AS one FROM ")
            .then(all.with_words(kind, query))
            .sql(format!(" LIMIT {}) w", most + 1))
            .once();
        let total = count.load::<Total>(db)?.pop().map_or(0, |row| row.total);
        // What begins with something is gathered anew for each record that is looked up.
        let begins = query.terms().any(|term| term.open);
        Ok(match (all, total) {
            (Self::Sqlite, ..=FEW) => Self::Sqlite,
            (Self::Sqlite, MANY..) if total > MANY && !begins => Self::SqliteMost,
            (Self::Sqlite, _) => Self::SqliteMany,
            (_, ..=FEW) => Self::Postgres,
            _ => Self::PostgresMany,
        })
    }

    const fn is_sqlite(self) -> bool {
        matches!(self, Self::Sqlite | Self::SqliteMany | Self::SqliteMost)
    }

    /// The column of a record that the index points at.
    const fn key(self) -> &'static str {
        if self.is_sqlite() { "seq" } else { "id" }
    }

    /// The index as `w`, and which rows of it match.
    fn with_words(self, kind: Kind, query: &Query) -> Sql {
        let table = table(kind);
        if self.is_sqlite() {
            Sql::new(format!("{table} w WHERE w.{table} MATCH ")).bind(fts5(query))
        } else {
            Sql::new(format!("{table} w WHERE w.words @@ ")).bind(tsquery(query)).sql("::tsquery")
        }
    }

    /// The private words as `p` with their records as `o`, and which of them match.
    fn with_private_words(self, kind: Kind, query: &Query) -> Sql {
        let records = kind.table();
        if self.is_sqlite() {
            let code = code(kind);
            Sql::new(format!(
                "private_words p CROSS JOIN {records} o ON o.seq = p.rowid / 4 AND p.rowid % 4 = {code} \
                 WHERE p.private_words MATCH "
            ))
            .bind(fts5(query))
        } else {
            Sql::new(format!(
                "private_words p JOIN {records} o ON o.id = p.id WHERE p.kind = '{kind}' AND p.words @@ "
            ))
            .bind(tsquery(query))
            .sql("::tsquery")
        }
    }

    /// The condition that a record of `kind`, at the alias `t`, has the words. `private`: for whom,
    /// as a condition on the alias `o`, private words count too.
    pub fn found(self, kind: Kind, t: &str, query: &Query, private: Option<Sql>) -> Sql {
        if query.is_empty() {
            return Sql::never();
        }
        let key = self.key();
        let open_key = if self.is_sqlite() { "rowid" } else { "id" };
        let open =
            Sql::new(format!("SELECT w.{open_key} FROM ")).then(self.with_words(kind, query));
        let private = private.map(|condition| {
            Sql::new(format!("SELECT o.{key} FROM "))
                .then(self.with_private_words(kind, query))
                .sql(" AND ")
                .then(condition)
        });
        let within = |all: Sql| Sql::new(format!("{t}.{key} IN (")).then(all).sql(")");
        // An array is looked up by its hashes; the answers of a subquery may be walked each time.
        let among = |all: Sql| Sql::new(format!("{t}.id = ANY (ARRAY(")).then(all).sql("))");
        let either = |open: Sql| match private.clone() {
            Some(private) => open.sql(" UNION ALL ").then(private),
            None => open,
        };
        let looked_up = match self {
            Self::Sqlite => return within(either(open)),
            Self::SqliteMany => {
                // The sign keeps the planner from going by it.
                return Sql::new("+").then(within(either(open)));
            }
            Self::Postgres => return among(either(open)),
            Self::SqliteMost => Sql::new("EXISTS (SELECT 1 FROM ")
                .then(self.with_words(kind, query))
                .sql(format!(" AND w.rowid = {t}.seq)")),
            // A subquery for each record: as a join it might be turned around.
            Self::PostgresMany => Sql::new("COALESCE((SELECT bool_or(w.words @@ ")
                .bind(tsquery(query))
                .sql(format!("::tsquery) FROM {} w WHERE w.id = {t}.id), FALSE)", table(kind))),
        };
        match private.clone() {
            Some(private) if self.is_sqlite() => looked_up.or(within(private)),
            Some(private) => looked_up.or(among(private)),
            None => looked_up,
        }
    }
}

#[derive(diesel::QueryableByName)]
struct Hit {
    #[diesel(sql_type = RecordId)]
    id: Id,
}

/// The records of `kind` with the words that meet `seen`, a condition on the alias `o`; more than
/// `most` only in part.
#[derive(Debug, Default)]
pub struct Hits {
    /// Newest first; if there are more, the newest `few`, or `most` of any age where `few` is not
    /// less; and else all.
    pub ids: Vec<Id>,
    /// Whether there are more than `most`.
    pub more: bool,
}

/// See [`Hits`]. `private`: as [`Plan::found`] has it.
pub fn hits(
    db: &mut Db,
    kind: Kind,
    query: &Query,
    seen: &Sql,
    private: Option<Sql>,
    most: usize,
    few: usize,
) -> Result<Hits> {
    if query.is_empty() {
        return Ok(Hits::default());
    }
    let plan = Plan::of_all(db);
    let limit = |n: usize| format!(" LIMIT {n}");
    let load = |db: &mut Db, query: Sql| -> Result<Vec<Id>> {
        Ok(query.once().load::<Hit>(db)?.into_iter().map(|hit| hit.id).collect())
    };
    let mut ids = load(db, plan.open_hits(kind, query, seen).sql(limit(most + 1)))?;
    if let Some(private) = private {
        let mine = Sql::new("SELECT o.id AS id FROM ")
            .then(plan.with_private_words(kind, query))
            .sql(" AND ")
            .then(seen.clone())
            .sql(" AND ")
            .then(private)
            .sql(if plan.is_sqlite() { " ORDER BY p.rowid DESC" } else { " ORDER BY o.id DESC" })
            .sql(limit(most + 1));
        ids.extend(load(db, mine)?);
    }
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.dedup();
    let more = ids.len() > most;
    if more && few < most && !plan.is_sqlite() {
        let mut newest = load(db, newest(kind, query, seen).sql(limit(few)))?;
        if newest.len() < few {
            let all = plan.open_hits(kind, query, seen).sql(" ORDER BY o.id DESC");
            newest = load(db, all.sql(limit(few)))?;
        }
        // Private ones are few and may be newer.
        ids.retain(|id| newest.last().is_none_or(|oldest| id > oldest));
        ids.extend(newest);
        ids.sort_unstable_by(|a, b| b.cmp(a));
        ids.dedup();
    }
    ids.truncate(if more { few } else { most });
    Ok(Hits { ids, more })
}

impl Plan {
    /// The ids of the records with the words that everyone may find; in SQLite newest first.
    fn open_hits(self, kind: Kind, query: &Query, seen: &Sql) -> Sql {
        let (table, records) = (table(kind), kind.table());
        if self.is_sqlite() {
            return Sql::new(format!(
                "SELECT o.id AS id FROM {table} w CROSS JOIN {records} o ON o.seq = w.rowid \
                 WHERE w.{table} MATCH "
            ))
            .bind(fts5(query))
            .sql(" AND ")
            .then(seen.clone())
            .sql(" ORDER BY w.rowid DESC");
        }
        Sql::new(format!("SELECT o.id AS id FROM {table} w CROSS JOIN LATERAL "))
            .then(looked_up(records, seen))
            .sql(" WHERE ")
            .then(first_part(kind, query))
    }
}

/// PostgreSQL: the record at the alias `o` that `w` is of, looked up for each: PostgreSQL takes phrases
/// for rare, and would walk the table for them.
fn looked_up(records: &str, seen: &Sql) -> Sql {
    Sql::new(format!("(SELECT o.id FROM {records} o WHERE o.id = w.id AND "))
        .then(seen.clone())
        .sql(" OFFSET 0) o")
}

/// PostgreSQL: the parts at the alias `w` that match, one of each record.
fn first_part(kind: Kind, query: &Query) -> Sql {
    let asked = tsquery(query);
    Sql::new("w.words @@ ")
        .bind(asked.as_str())
        .sql(format!(
            "::tsquery AND (w.part = 0 OR NOT EXISTS (SELECT 1 FROM {} b WHERE b.id = w.id AND \
             b.part < w.part AND b.words @@ ",
            table(kind)
        ))
        .bind(asked.as_str())
        .sql("::tsquery))")
}

/// PostgreSQL: the records with the words among the newest. Where words are in many records this is
/// all it takes, and much quicker than to gather and sort them.
fn newest(kind: Kind, query: &Query, seen: &Sql) -> Sql {
    const NEWEST: i64 = 20_000;
    let (table, records) = (table(kind), kind.table());
    Sql::new(format!(
        "SELECT o.id AS id FROM (SELECT id, part, words FROM {table} ORDER BY id DESC, part DESC \
         LIMIT {NEWEST}) w CROSS JOIN LATERAL "
    ))
    .then(looked_up(records, seen))
    .sql(" WHERE ")
    .then(first_part(kind, query))
    .sql(" ORDER BY w.id DESC")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_only_ever_words() {
        let query = Query {
            groups: vec![vec![Term { tokens: vec!["o'\\".into(), "\"b".into()], open: true }]],
        };
        assert_eq!(tsquery(&query), r#"(('o''\\' <-> '"b':*))"#);
        assert_eq!(fts5(&query), r#"("o'\ ""b" *)"#);
    }

    #[test]
    fn long_texts_are_cut_into_parts_that_overlap() {
        let words: Vec<String> = (0..9_000).map(|n| format!("w{n}")).collect();
        let parts = vectors(&words.join(" "));
        assert_eq!(parts.len(), 3);
        assert!(parts[0].starts_with("'w0':1 ") && parts[0].contains(" 'w8999'"));
        assert!(parts[1].starts_with("'w3950':1 ") && parts[0].contains("'w3999':4000"));
        assert_eq!(vectors("a ".repeat(1_000).trim_end()).len(), 5);
        assert_eq!(vectors("a b").len(), 1);
    }
}
