//! Actors who may be one: found by their names, nearly spelt, by the first letters of their names
//! and by what other registers call them.

use std::collections::{BTreeSet, HashSet};

use super::score::{self, ActorTraits};
use super::{Duplicate, Traits, decisions, likeliest};
use crate::casework::read_records;
use crate::casework::records::actor::{Actor, ActorInput, ActorRow, ActorView};
use crate::casework::records::searched::by_whole_text;
use crate::casework::records::{Record, Row, links};
use crate::domain::segment::{Query, Term};
use crate::domain::{Action, Confidentiality, Id, text};
use crate::error::Result;
use crate::store::visibility::{knows, visible};
use crate::store::{Db, Eyes, Kind, Sql, spellings, words};

/// Names of an actor that are looked for, and words of a name.
const NAMES: usize = 6;
const WORDS: usize = 8;
/// Identifiers that are looked for.
const IDENTIFIERS: usize = 20;
/// Candidates that one question gives, and all of them together.
const EACH: usize = 60;
const ALL: usize = 300;
/// Affiliations that are asked whether they join the two.
const AFFILIATIONS: i64 = 500;

/// The actors who may be the same as one that the caller sees.
pub fn of_actor(db: &mut Db, eyes: &Eyes, actor: &Actor, limit: usize) -> Result<Vec<Duplicate>> {
    eyes.caller.must(Action::ReadRecords)?;
    let mut traits = traits_of(&read_records::view(db, eyes, actor.clone())?);
    traits.affiliated = affiliated(db, eyes, actor.row.id)?;
    let mut not = decisions::distinct_from(db, Kind::Actor, actor.row.id)?;
    not.insert(actor.row.id);
    alike(db, eyes, &traits, &not, limit)
}

/// The actors who may be the same as one that somebody is about to add.
pub fn of_new(
    db: &mut Db,
    eyes: &Eyes,
    input: &ActorInput,
    limit: usize,
) -> Result<Vec<Duplicate>> {
    eyes.caller.must(Action::CreateRecords)?;
    let others = input.names.iter().map(|name| name.text.clone());
    let identifiers = input.identifiers.iter().map(|it| (it.scheme.clone(), it.value.clone()));
    let traits = ActorTraits {
        id: None,
        kind: input.kind,
        names: std::iter::once(input.name.clone()).chain(others).collect(),
        country: input.country.clone(),
        gender: input.gender,
        identifiers: identifiers.collect(),
        affiliated: BTreeSet::new(),
    };
    alike(db, eyes, &traits, &HashSet::new(), limit)
}

fn traits_of(view: &ActorView) -> ActorTraits {
    let others = view.names.iter().map(|name| name.text.clone());
    let names = std::iter::once(view.name.clone()).chain(others);
    let identifiers = view.identifiers.iter().map(|it| (it.scheme.clone(), it.value.clone()));
    ActorTraits {
        id: Some(view.head.id),
        kind: view.kind,
        // That two pseudonyms are alike says nothing of the two people.
        names: if view.pseudonymous { Vec::new() } else { names.collect() },
        country: view.country.clone(),
        gender: view.gender,
        identifiers: identifiers.collect(),
        affiliated: BTreeSet::new(),
    }
}

fn alike(
    db: &mut Db,
    eyes: &Eyes,
    traits: &ActorTraits,
    not: &HashSet<Id>,
    limit: usize,
) -> Result<Vec<Duplicate>> {
    let mut ids = with_identifiers(db, eyes, &traits.identifiers)?;
    for query in questions(db, &traits.names)? {
        let seen = visible(Kind::Actor, "o", &eyes.caller);
        let private = by_whole_text(Kind::Actor, &eyes.caller);
        let found = words::hits(db, Kind::Actor, &query, &seen, private, EACH, EACH)?;
        for id in found.ids {
            if ids.len() < ALL && !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids.retain(|id| !not.contains(id));
    let mut all = Vec::new();
    for ids in links::in_batches(ids) {
        let which = Sql::new("actors.id IN (").list(ids).sql(") AND ").then(visible(
            Kind::Actor,
            "actors",
            &eyes.caller,
        ));
        let rows = ActorRow::load(db, which, Sql::new("actors.id"), i64::MAX)?;
        let actors = Actor::with_parts(db, rows)?;
        for view in read_records::views(db, eyes, actors)? {
            let (score, reasons) = score::actors(traits, &traits_of(&view));
            let ActorView { head, kind, name, country, .. } = view;
            all.push(Duplicate {
                kind: Kind::Actor,
                id: head.id,
                reference: head.reference,
                title: name,
                traits: Traits { kind: kind.code().to_owned(), date: None, country },
                status: None,
                version: head.version,
                score,
                reasons,
                confidential: head.confidentiality >= Confidentiality::Confidential,
            });
        }
    }
    Ok(likeliest(all, limit))
}

/// The actors whom the caller may know that other registers call so.
fn with_identifiers(db: &mut Db, eyes: &Eyes, all: &[(String, String)]) -> Result<Vec<Id>> {
    let mut ids = Vec::new();
    for (scheme, value) in all.iter().take(IDENTIFIERS) {
        let found = Sql::new(
            "SELECT o.id AS id FROM actor_identifiers ai JOIN actors o ON o.id = ai.actor_id \
             WHERE ai.scheme = ",
        )
        .bind(scheme.as_str())
        .sql(" AND ai.value = ")
        .bind(value.as_str())
        .sql(" AND ")
        .then(visible(Kind::Actor, "o", &eyes.caller))
        .sql(" AND ")
        .then(knows("o", &eyes.caller))
        .sql(format!(" ORDER BY o.id LIMIT {EACH}"));
        ids.extend(found.load::<links::Found>(db)?.into_iter().map(|row| row.id));
    }
    ids.sort_unstable();
    ids.dedup();
    Ok(ids)
}

/// What names are looked for by: all words of each, all but one, and their first letters.
fn questions(db: &mut Db, names: &[String]) -> Result<Vec<Query>> {
    let mut all: Vec<Query> = Vec::new();
    for (at, name) in names.iter().take(NAMES).enumerate() {
        let clean = text::fold(&name.replace(|c| text::MARKS.contains(&c), " "));
        let words: Vec<&str> = clean
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric() && c.is_ascii()))
            .filter(|word| !word.is_empty())
            .take(WORDS)
            .collect();
        let mut groups = Vec::with_capacity(words.len());
        for word in &words {
            let near = spellings::near(db, word)?;
            let spelt = std::iter::once((*word).to_owned()).chain(near.into_iter().take(30));
            let terms: Vec<Term> = spelt.filter_map(|word| Term::of(&word, false)).collect();
            if !terms.is_empty() {
                groups.push(terms);
            }
        }
        if groups.is_empty() {
            continue;
        }
        if at == 0 && groups.len() > 2 {
            for left_out in 0..groups.len() {
                let mut some = groups.clone();
                some.remove(left_out);
                all.push(Query { groups: some });
            }
        }
        all.push(Query { groups });
        if words.len() > 2 {
            for least in [1, 4] {
                let counted = words.iter().filter(|word| word.chars().count() >= least);
                let letters: String = counted.filter_map(|word| word.chars().next()).collect();
                if letters.chars().count() > 2 {
                    let term = Term::of(&letters, false).into_iter().collect::<Vec<_>>();
                    all.push(Query { groups: vec![term] });
                }
            }
        }
    }
    // The whole name is asked for first: what it finds is likeliest.
    all.sort_by_key(|query| std::cmp::Reverse(query.groups.len()));
    all.dedup();
    Ok(all)
}

/// Actors who are something to one, as far as the caller sees it.
fn affiliated(db: &mut Db, eyes: &Eyes, actor: Id) -> Result<BTreeSet<Id>> {
    let mut all = BTreeSet::new();
    for (own, other) in [("actor_id", "other_id"), ("other_id", "actor_id")] {
        let found =
            Sql::new(format!("SELECT f.{other} AS id FROM affiliations f WHERE f.{own} = "))
                .bind(actor)
                .sql(" AND ")
                .then(visible(Kind::Affiliation, "f", &eyes.caller))
                .sql(format!(" LIMIT {AFFILIATIONS}"));
        all.extend(found.load::<links::Found>(db)?.into_iter().map(|row| row.id));
    }
    Ok(all)
}
