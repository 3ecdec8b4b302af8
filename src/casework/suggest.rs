//! Actors by a few letters of a name: those that begin so, then those that are nearly spelt so.

use std::collections::{BTreeMap, HashSet};

use diesel::sql_types::{Nullable, Text};
use serde::Serialize;
use utoipa::ToSchema;

use super::records::links;
use super::records::searched::by_whole_text;
use super::search::{LONGEST, other_names};
use crate::domain::segment::{Query, Term};
use crate::domain::{Action, ActorKind, Country, Id, text};
use crate::error::{Error, Result};
use crate::store::sql_types::RecordId;
use crate::store::visibility::visible;
use crate::store::{Db, Eyes, Kind, Sql, spellings, words};

/// How many actors are compared, of those that begin in a way and of those that are nearly so.
const COMPARED: usize = 200;
/// Names that are less alike are not suggested: from 0 to 1.
const ALIKE: f64 = 0.75;

/// Actors for somebody who types a name.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActorSuggestions {
    pub items: Vec<ActorSuggestion>,
}

/// An actor whose name may be meant.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ActorSuggestion {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[serde(rename = "ref")]
    #[schema(example = "A-00087")]
    pub reference: String,
    /// The name; for a protected person whom the caller may not know, the pseudonym.
    #[schema(example = "Cambodia National Rescue Party")]
    pub name: String,
    /// The one of the names that is most like what was typed.
    #[schema(example = "CNRP")]
    pub matched: String,
    pub kind: ActorKind,
    #[schema(value_type = Option<Country>)]
    pub country: Option<Country>,
    /// Whether `name` is a pseudonym.
    pub pseudonymous: bool,
}

/// The actors whose names are most like what was typed, best first; at most `limit`.
///
/// # Errors
/// [`Error::Malformed`] for what is too long to be a name, or empty.
pub fn actors(db: &mut Db, eyes: &Eyes, typed: &str, limit: usize) -> Result<ActorSuggestions> {
    eyes.caller.must(Action::ReadRecords)?;
    if typed.chars().count() > LONGEST {
        return Err(Error::Malformed(format!("'q' takes at most {LONGEST} characters")));
    }
    let clean = text::fold(&typed.replace(|c| text::MARKS.contains(&c), " "));
    if typed.trim().is_empty() {
        return Err(Error::Malformed("'q' is empty; write a few letters".to_owned()));
    }
    let parts: Vec<&str> = clean.split_whitespace().take(8).collect();
    let begun = Query {
        groups: parts.iter().filter_map(|part| Term::of(part, true)).map(|it| vec![it]).collect(),
    };
    if begun.is_empty() {
        return Ok(ActorSuggestions { items: Vec::new() });
    }
    let mut ids = first_names(db, eyes, &clean)?;
    ids.extend(found(db, eyes, &begun)?);
    let mut items = compared(db, eyes, &clean, &ids)?;
    if items.len() < limit {
        let mut nearly = begun;
        for (group, part) in nearly.groups.iter_mut().zip(&parts) {
            let words = spellings::near(db, part)?;
            group.extend(words.iter().filter_map(|word| Term::of(word, false)));
        }
        let known: HashSet<Id> = ids.into_iter().collect();
        let mut more = found(db, eyes, &nearly)?;
        more.retain(|id| !known.contains(id));
        items.extend(compared(db, eyes, &clean, &more)?);
    }
    items.sort_by(|(a, one), (b, other)| {
        b.total_cmp(a).then_with(|| one.name.cmp(&other.name)).then(one.id.cmp(&other.id))
    });
    let items = items.into_iter().take(limit).map(|(_, item)| item).collect();
    Ok(ActorSuggestions { items })
}

/// Those whose first name begins so, in the order of the names.
fn first_names(db: &mut Db, eyes: &Eyes, typed: &str) -> Result<Vec<Id>> {
    // As much as the index has.
    let typed: String = typed.chars().take(60).collect();
    let begins = Sql::new("SELECT o.id AS id FROM actors o WHERE substr(o.search_text, 1, 60) >= ")
        .bind(typed.as_str())
        .sql(" AND substr(o.search_text, 1, 60) < ")
        .bind(format!("{typed}\u{10FFFF}"))
        .sql(" AND ")
        .then(visible(Kind::Actor, "o", &eyes.caller))
        .sql(format!(" ORDER BY substr(o.search_text, 1, 60), o.id LIMIT {COMPARED}"));
    Ok(begins.once().load::<links::Found>(db)?.into_iter().map(|row| row.id).collect())
}

/// Those with words that fit.
fn found(db: &mut Db, eyes: &Eyes, query: &Query) -> Result<Vec<Id>> {
    let seen = visible(Kind::Actor, "o", &eyes.caller);
    let private = by_whole_text(Kind::Actor, &eyes.caller);
    Ok(words::hits(db, Kind::Actor, query, &seen, private, COMPARED, COMPARED)?.ids)
}

/// Actors with how much they are like what was typed; those that are not are left out.
fn compared(
    db: &mut Db,
    eyes: &Eyes,
    typed: &str,
    ids: &[Id],
) -> Result<Vec<(f64, ActorSuggestion)>> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        reference: String,
        #[diesel(sql_type = Text)]
        name: String,
        #[diesel(sql_type = Text)]
        kind: ActorKind,
        #[diesel(sql_type = Nullable<Text>)]
        country: Option<Country>,
        #[diesel(sql_type = Nullable<Text>)]
        pseudonym: Option<String>,
    }
    let others = other_names(db, eyes, ids)?;
    let mut all = BTreeMap::new();
    for ids in links::in_batches(ids.iter().copied()) {
        let eyes = eyes.on(db, Kind::Actor, &ids)?;
        let rows = Sql::new(
            "SELECT r.id AS id, r.ref AS reference, r.name AS name, r.kind AS kind, \
             r.country AS country, r.pseudonym AS pseudonym FROM actors r WHERE r.id IN (",
        )
        .list(ids)
        .sql(")");
        for row in rows.load::<Row>(db)? {
            let (name, pseudonymous) = eyes.name_of(row.id, row.name, row.pseudonym);
            let names = others.get(&row.id).into_iter().flatten();
            let scored = [&name].into_iter().chain(names).map(|it| (likeness(typed, it), it));
            let best = scored.max_by(|a, b| a.0.total_cmp(&b.0));
            let Some((score, matched)) = best.filter(|best| best.0 >= ALIKE) else { continue };
            let item = ActorSuggestion {
                id: row.id,
                reference: row.reference,
                matched: matched.clone(),
                name,
                kind: row.kind,
                country: row.country,
                pseudonymous,
            };
            all.insert(row.id, (score, item));
        }
    }
    Ok(all.into_values().collect())
}

/// How much a name is like what was typed, folded: 3 if it is that, 2 to 3 if it begins so, 1 to 2 if
/// its words do, and less if they nearly do.
fn likeness(typed: &str, name: &str) -> f64 {
    let name = text::fold(name);
    // The less is left to type, the better.
    let share = |part: &str, whole: &str| {
        let (part, whole) = (part.chars().count(), whole.chars().count().max(1));
        f64::from(u32::try_from(part.min(whole)).unwrap_or(u32::MAX))
            / f64::from(u32::try_from(whole).unwrap_or(u32::MAX))
    };
    if name.starts_with(typed) {
        return 2.0 + share(typed, &name);
    }
    let words: Vec<&str> = name.split(|c: char| !c.is_alphanumeric() && !is_joined(c)).collect();
    let parts = || typed.split_whitespace();
    if parts().all(|part| words.iter().any(|word| word.starts_with(part))) || name.contains(typed) {
        return 1.0 + share(typed, &name);
    }
    let nearest = |part: &str| {
        let near = words.iter().map(|word| {
            let begun: String = word.chars().take(part.chars().count()).collect();
            let whole = strsim::jaro_winkler(part, word);
            if *word != begun && strsim::osa_distance(part, &begun) <= 1 {
                whole.max(0.85)
            } else {
                whole
            }
        });
        near.fold(0.0_f64, f64::max)
    };
    let (sum, count) =
        parts().fold((0.0, 0.0), |(sum, count), part| (sum + nearest(part), count + 1.0));
    // Alike in all its words, or not alike.
    if parts().all(|part| nearest(part) >= ALIKE) { sum / f64::max(count, 1.0) } else { 0.0 }
}

/// Signs that belong to the letter before.
fn is_joined(c: char) -> bool {
    c >= '\u{300}' && !c.is_whitespace() && !c.is_ascii_punctuation()
}

#[cfg(test)]
mod tests {
    use super::likeness;

    #[test]
    fn what_begins_so_comes_before_what_is_nearly_so() {
        let order = ["sok dara", "sok dara keo", "keo sok dara", "sook dara", "chan bopha"];
        let scores: Vec<f64> = order.iter().map(|name| likeness("sok dara", name)).collect();
        assert!(scores.windows(2).all(|pair| pair[0] > pair[1]), "{scores:?}");
        assert!(scores[4] < super::ALIKE);
        assert!(likeness("rahmen", "Amina Rahman") >= super::ALIKE);
        assert!(likeness("សុខា", "កឹម សុខា") > 1.0);
    }
}
