//! One row, taken: the record made, found to be known, changed, or refused, with all that belongs to it.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

use super::draft::{Case, Draft, LinkTo};
use super::kept::{self, Counts, Doubt, Known, MadeRecord, NewName, Outcome};
use super::profile::Profile;
use super::{ImportKind, actors};
use crate::casework::change_record::{self, Target};
use crate::casework::create_record::create;
use crate::casework::records::actor::{Actor, ActorInput};
use crate::casework::records::citation::Citation;
use crate::casework::records::demand::Demand;
use crate::casework::records::event::Event;
use crate::casework::records::event_input::{EventCitationInput, ParticipationInput};
use crate::casework::records::incident::Incident;
use crate::casework::records::input::Link;
use crate::casework::records::statement::Statement;
use crate::casework::records::{Record, Row, links};
use crate::casework::{Act, read_input, read_records};
use crate::domain::{Edtf, Id, Stance};
use crate::error::{Error, Result};
use crate::exchange::read::Problem;
use crate::store::{Db, Kind};

/// What is remembered from row to row.
pub struct Course {
    pub import: Id,
    pub profile: Profile,
    pub source: String,
    /// The source of what is made.
    pub statement: Option<Id>,
    /// Actors by the names of this file.
    pub actors: HashMap<String, Id>,
    /// The case files of events that were used last.
    pub cases: HashMap<String, Incident>,
    /// How many records were noted.
    pub position: i64,
    /// Whether all rows of the batch before could be taken, as far as they could be understood.
    pub goes_well: bool,
}

/// What a row became.
pub struct Taken {
    pub outcome: Outcome,
    /// What people should know of it.
    pub note: Option<Problem>,
    pub counts: Counts,
    pub made: Vec<MadeRecord>,
    pub names: Vec<NewName>,
    /// Names that are there and say something new.
    pub renamed: Vec<NewName>,
    pub doubts: Vec<Doubt>,
    pub actors: Vec<(String, Id)>,
    pub cases: Vec<(String, Incident)>,
    import: Id,
}

impl Taken {
    pub(super) fn new(import: Id) -> Self {
        Self {
            outcome: Outcome::Matched,
            note: None,
            counts: Counts::default(),
            made: Vec::new(),
            names: Vec::new(),
            renamed: Vec::new(),
            doubts: Vec::new(),
            actors: Vec::new(),
            cases: Vec::new(),
            import,
        }
    }

    /// Notes a new record.
    pub fn made(&mut self, kind: Kind, id: Id, version: i32, row: u64) {
        self.did(kind, id, "created", version, row);
    }

    fn did(&mut self, kind: Kind, id: Id, action: &str, version: i32, row: u64) {
        self.made.push(MadeRecord {
            import_id: self.import,
            position: 0,
            kind: kind.code().to_owned(),
            record_id: id,
            action: action.to_owned(),
            version,
            row_number: number(row),
            undone: None,
        });
    }

    /// Notes what a record is called where it comes from.
    #[expect(clippy::too_many_arguments, reason = "a name, and all that is kept of it")]
    pub fn name(
        &mut self,
        course: &Course,
        kind: &str,
        key: &str,
        id: Id,
        digest: &str,
        version: i32,
        row: u64,
    ) {
        self.names.push(NewName {
            source: course.source.clone(),
            kind: kind.to_owned(),
            key: kept::without_nul(key),
            record_id: id,
            digest: digest.to_owned(),
            version,
            import_id: self.import,
            row_number: number(row),
        });
    }
}

fn number(row: u64) -> i64 {
    i64::try_from(row).unwrap_or(i64::MAX)
}

/// Takes a row. `known`: what its id was of before.
pub fn take(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    draft: &Draft,
    known: Option<&Known>,
) -> Result<Taken> {
    let mut taken = Taken::new(course.import);
    if let Some(known) = known {
        again(db, act, course, draft, known, &mut taken)?;
        return Ok(taken);
    }
    // A file of ours says which of our records it means.
    if let Some(own) = own_record(db, act, course, draft)? {
        let known = Known {
            key: draft.keys[0].clone(),
            record_id: own,
            digest: String::new(),
            version: 0,
            import_id: Id::least(),
            row_number: 0,
        };
        again(db, act, course, draft, &known, &mut taken)?;
        return Ok(taken);
    }
    let (kind, id, version) = new(db, act, course, draft, &mut taken)?;
    for (at, key) in draft.keys.iter().enumerate() {
        let digest = if at == 0 { draft.digest.as_str() } else { "" };
        taken.name(course, kind, key, id, digest, version, draft.row);
    }
    Ok(taken)
}

/// The record of this database that a row names by its id.
fn own_record(db: &mut Db, act: &Act, course: &Course, draft: &Draft) -> Result<Option<Id>> {
    let (Some(kind), Ok(id)) = (course.profile.kind.record(), draft.keys[0].parse::<Id>()) else {
        if let Ok(id) = draft.keys[0].parse::<Id>() {
            let shown = links::shown_participations(db, &act.caller, [id])?;
            return Ok(shown.contains(&id).then_some(id));
        }
        return Ok(None);
    };
    Ok(links::visible(db, &act.caller, kind, [id])?.contains(&id).then_some(id))
}

/// A row that was taken before: nothing new, or a change.
fn again(
    db: &mut Db,
    act: &mut Act,
    course: &Course,
    draft: &Draft,
    known: &Known,
    taken: &mut Taken,
) -> Result<()> {
    let same_import = known.import_id == course.import && known.row_number != number(draft.row);
    if known.digest == draft.digest {
        taken.outcome = Outcome::Matched;
        if same_import {
            taken.note = Some(Problem::of_row(
                draft.row,
                format!(
                    "says the same as row {}; if they are two, give each an id of its own",
                    known.row_number
                ),
            ));
        }
        return Ok(());
    }
    if same_import {
        return Err(Error::field(
            "/external_id",
            format!(
                "row {} has the same id and says something else; give each row an id of its own",
                known.row_number
            ),
        ));
    }
    let (id, expected) = (known.record_id, known.version);
    let body = &draft.body;
    let (kind, changed) = match course.profile.kind {
        ImportKind::Event => (Kind::Event, revise::<Event>(db, act, id, expected, body)?),
        ImportKind::Incident => (Kind::Incident, revise::<Incident>(db, act, id, expected, body)?),
        ImportKind::Actor => (Kind::Actor, revise::<Actor>(db, act, id, expected, body)?),
        ImportKind::Statement => {
            (Kind::Statement, revise::<Statement>(db, act, id, expected, body)?)
        }
        ImportKind::Citation => (Kind::Citation, revise::<Citation>(db, act, id, expected, body)?),
        ImportKind::Demand => (Kind::Demand, revise::<Demand>(db, act, id, expected, body)?),
        // Who took part is changed on the event.
        ImportKind::Participation => (Kind::Event, None),
    };
    if let Some(version) = changed {
        taken.outcome = Outcome::Updated;
        taken.did(kind, id, "updated", version, draft.row);
    }
    if known.import_id != Id::least() {
        taken.renamed.push(NewName {
            source: course.source.clone(),
            kind: course.profile.kind.code().to_owned(),
            key: known.key.clone(),
            record_id: id,
            digest: draft.digest.clone(),
            version: changed.unwrap_or(known.version),
            import_id: course.import,
            row_number: number(draft.row),
        });
    }
    Ok(())
}

/// Changes what the row says otherwise. Gives the new version, if there is one.
fn revise<R: Record>(
    db: &mut Db,
    act: &mut Act,
    id: Id,
    expected: i32,
    body: &Map<String, Value>,
) -> Result<Option<i32>> {
    // What creations left for later is read here.
    crate::store::commit::settle(db)?;
    let record: R = read_records::find(db, &act.caller, &id.to_string())?;
    let now = serde_json::to_value(record.as_input()).map_err(Error::internal)?;
    let mut patch = Map::new();
    for (name, value) in body {
        if !alike(now.get(name), value) {
            patch.insert(name.clone(), value.clone());
        }
    }
    if patch.is_empty() {
        return Ok(None);
    }
    let version = record.row().envelope().version;
    if expected != 0 && version != expected {
        return Err(Error::Conflict(format!(
            "the record was changed here since it was imported (it is at version {version} now), and the row says something \
             new: {}; change the record by hand, so that nobody's work is overwritten",
            patch.keys().cloned().collect::<Vec<_>>().join(", ")
        )));
    }
    let target = Target { name: id.to_string(), version: Some(version) };
    let after: R = change_record::revise(db, act, &target, Value::Object(patch))?;
    Ok(Some(after.row().envelope().version))
}

/// Whether two values are one, as they are kept: lists of codes in any order.
fn alike(kept: Option<&Value>, said: &Value) -> bool {
    match (kept, said) {
        (None, Value::Array(said)) => said.is_empty(),
        (Some(Value::Array(kept)), Value::Array(said)) => {
            kept.len() == said.len() && said.iter().all(|it| kept.contains(it))
        }
        (Some(Value::Number(kept)), Value::Number(said)) => as_exact(kept, said),
        (Some(Value::String(kept)), Value::String(said)) => kept.trim() == said.trim(),
        (kept, said) => kept == Some(said),
    }
}

/// Whether a number is the one that is kept, as exactly as it is told: exports tell places no finer than
/// they are known.
fn as_exact(kept: &serde_json::Number, said: &serde_json::Number) -> bool {
    let told = said.to_string();
    let decimals = told.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let shown = |it: &serde_json::Number| it.as_f64().map(|it| format!("{it:.decimals$}"));
    shown(kept) == shown(said)
}

/// Makes what a row says. Gives the kind of its name, its id and version.
fn new(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    draft: &Draft,
    taken: &mut Taken,
) -> Result<(&'static str, Id, i32)> {
    taken.outcome = Outcome::Created;
    let kind = course.profile.kind;
    let (record, id) = match kind {
        ImportKind::Event => (Kind::Event, event(db, act, course, draft, taken)?),
        ImportKind::Incident => (Kind::Incident, made::<Incident>(db, act, draft.body.clone())?),
        ImportKind::Statement => (Kind::Statement, statement(db, act, course, draft, taken)?),
        ImportKind::Citation => (Kind::Citation, citation(db, act, course, draft)?),
        ImportKind::Demand => (Kind::Demand, demand(db, act, course, draft, taken)?),
        ImportKind::Participation => {
            let (event, id, version) = participation(db, act, course, draft)?;
            taken.did(Kind::Event, event, "updated", version, draft.row);
            return Ok((kind.code(), id, version));
        }
        ImportKind::Actor => {
            let input: ActorInput = read_input(Value::Object(draft.body.clone()))?;
            let id = actors::known_or_new(db, act, course, input, true, draft.row, taken)?;
            if taken.counts.actors_matched > 0 {
                taken.outcome = Outcome::Matched;
                taken.note =
                    Some(Problem::of_row(draft.row, "is an actor who is known here already"));
            }
            return Ok((kind.code(), id, 1));
        }
    };
    taken.made(record, id, 1, draft.row);
    Ok((kind.code(), id, 1))
}

fn made<R: Record>(db: &mut Db, act: &mut Act, body: Map<String, Value>) -> Result<Id> {
    let record: R = create(db, act, read_input(Value::Object(body))?)?;
    Ok(record.row().envelope().id)
}

fn event(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    draft: &Draft,
    taken: &mut Taken,
) -> Result<Id> {
    let mut input = match &draft.event {
        Some(input) => input.clone(),
        None => read_input(Value::Object(draft.body.clone()))?,
    };
    for person in &draft.people {
        let actor = actors::meant(db, act, course, person, draft.row, taken)?;
        input.participations.push(ParticipationInput::of(Link::to(actor), person.role()));
    }
    if let Some(case) = &draft.case {
        act.first_day = input.date.as_ref().and_then(Edtf::earliest);
        let incident = case_of(db, act, course, case, draft.row, taken);
        act.first_day = None;
        let incident = incident?;
        input.incident = Some(Link::to(incident.row.id));
        act.incident = Some(incident);
    }
    if let Some(statement) = course.statement {
        act.made_record(statement);
        let page = format!("row {}", draft.row);
        input.citations.push(EventCitationInput {
            page: Some(page),
            ..EventCitationInput::of(Link::to(statement), Stance::Reports)
        });
    }
    let event: Event = create(db, act, input)?;
    Ok(event.row.id)
}

/// The case file that an event belongs to, made if it is new.
fn case_of(
    db: &mut Db,
    act: &mut Act,
    course: &Course,
    case: &Case,
    row: u64,
    taken: &mut Taken,
) -> Result<Incident> {
    if let Some(incident) = course.cases.get(&case.key) {
        return Ok(incident.clone());
    }
    let is_own = case.key.starts_with("of:");
    let known = if is_own {
        None
    } else {
        kept::known(db, &course.source, "incident", std::slice::from_ref(&case.key))?.pop()
    };
    if let Some(known) = known {
        match read_records::find::<Incident>(db, &act.caller, &known.record_id.to_string()) {
            Ok(incident) => {
                taken.cases.push((case.key.clone(), incident.clone()));
                return Ok(incident);
            }
            // It was hidden since, or the caller may not see it any more.
            Err(Error::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    let input = json!({"title": case.title, "country": case.country});
    let incident: Incident =
        create(db, act, read_input(input)?).map_err(|error| error.under("/incident"))?;
    taken.counts.incidents_created += 1;
    taken.made(Kind::Incident, incident.row.id, 1, row);
    if !is_own {
        taken.name(course, "incident", &case.key, incident.row.id, "", 1, row);
        taken.cases.push((case.key.clone(), incident.clone()));
    }
    Ok(incident)
}

fn statement(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    draft: &Draft,
    taken: &mut Taken,
) -> Result<Id> {
    let mut body = draft.body.clone();
    for of in ["issuers", "co_signers"] {
        let mut all = Vec::new();
        for person in draft.people.iter().filter(|person| person.of == of) {
            all.push(json!(actors::meant(db, act, course, person, draft.row, taken)?));
        }
        if !all.is_empty() {
            body.insert(of.to_owned(), Value::Array(all));
        }
    }
    if let Some(link) = link(draft, "derived_from") {
        body.insert("derived_from".to_owned(), json!(found(db, act, course, link, None)?));
    }
    made::<Statement>(db, act, body)
}

fn demand(
    db: &mut Db,
    act: &mut Act,
    course: &mut Course,
    draft: &Draft,
    taken: &mut Taken,
) -> Result<Id> {
    let mut body = draft.body.clone();
    body.insert("statement".to_owned(), json!(source_of(db, act, course, draft)?));
    let addressee = match (link(draft, "addressee_ref"), draft.people.first()) {
        (Some(link), _) => found(db, act, course, link, None)?,
        (None, Some(person)) => actors::meant(db, act, course, person, draft.row, taken)?,
        (None, None) => {
            return Err(Error::field("/addressee", "is missing: say of whom it is asked"));
        }
    };
    body.insert("addressee".to_owned(), json!(addressee));
    made::<Demand>(db, act, body)
}

fn citation(db: &mut Db, act: &mut Act, course: &Course, draft: &Draft) -> Result<Id> {
    let mut body = draft.body.clone();
    body.insert("statement".to_owned(), json!(source_of(db, act, course, draft)?));
    let target =
        body.remove("target").and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default();
    let Some(link) = link(draft, "target_id") else {
        return Err(Error::field("/target_id", "is missing: say which record is cited"));
    };
    let cited = found(db, act, course, link, Some(&target))?;
    body.insert(target, json!(cited));
    made::<Citation>(db, act, body)
}

/// The statement that a row names; that of the import, if it names none.
fn source_of(db: &mut Db, act: &mut Act, course: &Course, draft: &Draft) -> Result<Id> {
    match (link(draft, "statement"), course.statement) {
        (Some(link), _) => found(db, act, course, link, None),
        (None, Some(statement)) => {
            act.made_record(statement);
            Ok(statement)
        }
        (None, None) => Err(Error::field("/statement", "is missing")),
    }
}

/// Adds somebody to an event. Gives the event, the participation, and the event's new version.
fn participation(
    db: &mut Db,
    act: &mut Act,
    course: &Course,
    draft: &Draft,
) -> Result<(Id, Id, i32)> {
    crate::store::commit::settle(db)?;
    let named = |name: &'static str| {
        link(draft, name).ok_or_else(|| Error::field(format!("/{name}"), "is missing"))
    };
    let (event, actor) = (
        found(db, act, course, named("event")?, None)?,
        found(db, act, course, named("actor")?, None)?,
    );
    let record: Event = read_records::find(db, &act.caller, &event.to_string())?;
    let now = serde_json::to_value(record.as_input()).map_err(Error::internal)?;
    let mut all = now.get("participations").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut one = draft.body.clone();
    one.insert("actor".to_owned(), json!(actor));
    all.push(Value::Object(one));
    let target = Target { name: event.to_string(), version: Some(record.row.version) };
    let after: Event = change_record::revise(db, act, &target, json!({"participations": all}))?;
    let old: Vec<Id> = record.parts.participations.iter().map(|it| it.id).collect();
    let new = after.parts.participations.iter().find(|it| !old.contains(&it.id));
    let id = new.map(|it| it.id).ok_or_else(|| Error::internal("no participation was added"))?;
    Ok((event, id, after.row.version))
}

fn link<'d>(draft: &'d Draft, field: &str) -> Option<&'d LinkTo> {
    draft.links.iter().find(|link| link.field == field)
}

/// The record that a row names by what it is called where it comes from, or by an id of ours.
fn found(
    db: &mut Db,
    act: &mut Act,
    course: &Course,
    link: &LinkTo,
    target: Option<&str>,
) -> Result<Id> {
    let kind = link.to.map(ImportKind::code).or(target).unwrap_or_default();
    let known = kept::known(db, &course.source, kind, std::slice::from_ref(&link.key))?.pop();
    let id = known.map(|it| it.record_id).or_else(|| link.key.parse().ok());
    let seen = match id {
        None => None,
        Some(id) => {
            let shown = match kind.parse::<Kind>() {
                Ok(kind) => links::visible(db, &act.caller, kind, [id])?,
                Err(_) if kind == "participation" => {
                    links::shown_participations(db, &act.caller, [id])?
                }
                Err(_) => std::collections::HashSet::new(),
            };
            shown.contains(&id).then_some(id)
        }
    };
    seen.ok_or_else(|| {
        Error::field(
            format!("/{}", link.field),
            format!("no {kind} is known here by this name; import the table that has it first, from the source {}", course.source),
        )
    })
}
