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
use crate::domain::Id;
use crate::error::Result;
use crate::store::protection::{Protected, mark_of, may_name};
use crate::store::{Db, Sql, commit};

/// A kind of record that is found by words.
pub trait Searched: Record {
    /// What it is found by.
    fn searched(&self, protected: &Protected) -> String;
    fn search_text(&self) -> &str;
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
        for record in records {
            let searched = record.searched(protected);
            if searched != record.search_text() {
                Sql::new(format!("UPDATE {} SET search_text = ", R::KIND.table()))
                    .bind(searched)
                    .sql(" WHERE id = ")
                    .bind(record.row().envelope().id)
                    .execute(db)?;
            }
        }
        Ok(())
    })
}

/// The texts of a record, one below the other.
pub fn joined<'t>(texts: impl IntoIterator<Item = Option<&'t str>>) -> String {
    texts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}
