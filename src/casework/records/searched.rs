//! WHAT RECORDS ARE FOUND BY: their texts, folded, without the names of protected people.
//!
//! Whoever may search must not learn by it what they may not read. A mark stands where a name was
//! taken out, so that the texts can be found again when the person is protected no more.

use diesel::RunQueryDsl;

use super::actor::Actor;
use super::event::Event;
use super::incident::Incident;
use super::statement::Statement;
use super::{Record, Row};
use crate::casework::act::Act;
use crate::casework::read_records::each_page;
use crate::domain::{Caller, Id, Role, segment, text};
use crate::error::Result;
use crate::store::protection::{MARK, Protected, mark_of, may_name};
use crate::store::words::{self, Words};
use crate::store::{Db, Kind, Memory, Sql, commit, visibility};

/// A kind of record that is found by words.
pub trait Searched: Record {
    /// What everyone may find it by: folded, with marks for what was taken out.
    fn searched(&self, protected: &Protected) -> String;
    fn search_text(&self) -> &str;
    fn set_search_text(&mut self, text: String);

    /// All that stands in it, for those who may find it by that.
    fn whole_text(&self) -> String;

    /// How it stands in the index.
    fn entry(&self) -> Words {
        let open = self.search_text();
        let private = open.contains(MARK).then(|| {
            segment::indexed(&text::fold(&segment::without_possessives(&self.whole_text())))
        });
        Words {
            kind: Self::KIND,
            id: self.row().envelope().id,
            open: segment::indexed(open),
            private: private.filter(|words| !words.is_empty()),
            names: Vec::new(),
        }
    }
}

/// Makes anew what records are found by, when the names of a protected actor have changed.
///
/// `added`: names, aliases and identifiers that must not be found any more. `removed`: whether any
/// may be found again.
pub fn renew(db: &mut Db, act: &Act, actor: Id, added: &[&str], removed: bool) -> Result<()> {
    // Who takes part in an event decides what it is found by.
    commit::settle(db)?;
    let protected = act.memory.protection(db)?;
    let mut named = Sql::never();
    let like = |pattern: String| Sql::new("search_text LIKE ").bind(pattern).sql(" ESCAPE '!'");
    for name in added {
        named = named.or(like(may_name(name)));
    }
    if removed {
        named = named.or(like(format!("%{}%", mark_of(actor))));
    }
    renew_where::<Statement>(db, &protected, &named)?;
    renew_where::<Incident>(db, &protected, &named)?;
    renew_where::<Actor>(db, &protected, &named)?;
    // Those in which the actor takes part are not found by their place either.
    let takes_part =
        Sql::new("events.id IN (SELECT ap.event_id FROM participations ap WHERE ap.actor_id = ")
            .bind(actor)
            .sql(")");
    renew_where::<Event>(db, &protected, &named.or(takes_part))
}

fn renew_where<R: Searched>(db: &mut Db, protected: &Protected, which: &Sql) -> Result<()> {
    const PAGE: i64 = 200;
    each_page::<R>(db, which, PAGE, |db, records| {
        let mut entries = Vec::new();
        for mut record in records {
            let searched = record.searched(protected);
            if searched != record.search_text() {
                Sql::new(format!("UPDATE {} SET search_text = ", R::KIND.table()))
                    .bind(searched.as_str())
                    .sql(" WHERE id = ")
                    .bind(record.row().envelope().id)
                    .execute(db)?;
                record.set_search_text(searched);
                entries.push(record.entry());
            }
        }
        words::renew(db, &entries)
    })
}

/// Makes the index anew from the records, and what they are found by. Says how many it holds.
pub fn reindex(db: &mut Db, memory: &Memory) -> Result<usize> {
    let protected = memory.protection(db)?;
    words::clear(db)?;
    let mut all = 0;
    all += reindex_kind::<Statement>(db, &protected)?;
    all += reindex_kind::<Actor>(db, &protected)?;
    all += reindex_kind::<Incident>(db, &protected)?;
    all += reindex_kind::<Event>(db, &protected)?;
    Ok(all)
}

fn reindex_kind<R: Searched>(db: &mut Db, protected: &Protected) -> Result<usize> {
    const PAGE: i64 = 1_000;
    let mut all = 0;
    each_page::<R>(db, &Sql::always(), PAGE, |db, records| {
        let mut entries = Vec::with_capacity(records.len());
        for mut record in records {
            let searched = record.searched(protected);
            if searched != record.search_text() {
                Sql::new(format!("UPDATE {} SET search_text = ", R::KIND.table()))
                    .bind(searched.as_str())
                    .sql(" WHERE id = ")
                    .bind(record.row().envelope().id)
                    .execute(db)?;
                record.set_search_text(searched);
            }
            entries.push(record.entry());
        }
        all += entries.len();
        words::add(db, entries)
    })?;
    Ok(all)
}

/// The words of names, apart.
pub fn names_in(searched: &str) -> Vec<String> {
    let clean = searched.replace(|c| text::MARKS.contains(&c), " ");
    let words = clean.split_whitespace().map(|it| it.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether somebody may find records of `kind` by all that stands in them, as a condition on the
/// alias `o`; `None`: never.
pub fn by_whole_text(kind: Kind, caller: &Caller) -> Option<Sql> {
    if kind == Kind::Actor {
        return Some(Sql::new("o.protected").and(visibility::knows("o", caller)));
    }
    // In what the caller wrote alone, names are found as they were written.
    (caller.role >= Role::Monitor).then(|| visibility::wrote_alone(kind, "o", caller))
}

/// The texts of a record, one below the other.
pub fn joined<'t>(texts: impl IntoIterator<Item = Option<&'t str>>) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
