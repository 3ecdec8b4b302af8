//! Who is meant by a name in a file: an actor of an earlier row, one that is known here, or a new one.
//!
//! One that is known is meant only where nothing speaks against it; where it is merely likely, a new
//! actor is made and the pair is noted, for people to decide on in the queue of duplicates.

use serde_json::json;

use super::draft::Person;
use super::kept::{self, Doubt};
use super::take::{Course, Taken};
use crate::casework::Act;
use crate::casework::create_record::create;
use crate::casework::duplicates::{self, Duplicate, ReasonCode, actors};
use crate::casework::read_input;
use crate::casework::records::actor::{Actor, ActorInput};
use crate::casework::records::links;
use crate::domain::text::fold;
use crate::domain::{ActorKind, Id};
use crate::error::Result;
use crate::store::{Db, Kind};

/// From here on, an actor who has the name is meant, unless something speaks against it.
const MEANT: f64 = 0.95;
/// The actor who is meant.
pub fn meant(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    person: &Person,
    row: u64,
    taken: &mut Taken,
) -> Result<Id> {
    let said = person.kind.map_or("any", ActorKind::code);
    let key = format!("name:{said}|{}", fold(&person.name));
    let key: String = key.chars().take(400).collect();
    let remembered = course
        .actors
        .get(&key)
        .or_else(|| taken.actors.iter().find(|it| it.0 == key).map(|it| &it.1));
    if let Some(id) = remembered {
        act.made_record(*id);
        return Ok(*id);
    }
    let before = kept::known(db, &course.source, "actor", std::slice::from_ref(&key))?
        .pop()
        .map(|it| it.record_id);
    if let Some(id) = before
        && links::visible(db, &act.caller, Kind::Actor, [id])?.contains(&id)
    {
        act.made_record(id);
        taken.actors.push((key, id));
        return Ok(id);
    }
    let kind = person.kind.unwrap_or(ActorKind::Other);
    let input: ActorInput = read_input(json!({"name": person.name, "kind": kind}))?;
    let id = known_or_new(db, act, course, input, person.kind.is_some(), row, taken)?;
    if before.is_none() {
        taken.name(course, "actor", &key, id, "", 1, row);
    }
    taken.actors.push((key, id));
    Ok(id)
}

/// The actor that is known and meant by what is said, or a new one. `kind_is_said`: whether the file says
/// what they are; where it does not, another kind says nothing against it.
pub fn known_or_new(
    db: &mut Db,
    act: &mut Act,
    course: &Course,
    input: ActorInput,
    kind_is_said: bool,
    row: u64,
    taken: &mut Taken,
) -> Result<Id> {
    let eyes = act.eyes(db)?;
    let found = actors::of_new(db, &eyes, &input, duplicates::MOST)?;
    let meant: Vec<&Duplicate> = found.iter().filter(|it| is_meant(it, kind_is_said)).collect();
    if let (Some(one), true) = (meant.first(), kind_is_said || meant.len() == 1) {
        taken.counts.actors_matched += 1;
        act.made_record(one.id);
        return Ok(one.id);
    }
    let actor: Actor = create(db, act, input)?;
    let id = actor.row.id;
    taken.counts.actors_created += 1;
    taken.made(Kind::Actor, id, 1, row);
    let doubtful: Vec<&Duplicate> = found.iter().take(3).collect();
    if !doubtful.is_empty() {
        taken.counts.actors_doubtful += 1;
    }
    taken.doubts.extend(doubtful.into_iter().map(|it| Doubt {
        import_id: course.import,
        actor_id: id,
        other_id: it.id,
        score: it.score,
        row_number: i64::try_from(row).unwrap_or_default(),
    }));
    Ok(id)
}

fn is_meant(one: &Duplicate, kind_is_said: bool) -> bool {
    let is = |code: ReasonCode| one.reasons.iter().any(|reason| reason.code == code);
    let counts = |code: ReasonCode| kind_is_said || code != ReasonCode::OtherKind;
    let against = one.reasons.iter().any(|reason| reason.against && counts(reason.code));
    let is_likely = one.score >= MEANT || !kind_is_said;
    is_likely && !against && (is(ReasonCode::SameName) || is(ReasonCode::SameIdentifier))
}
