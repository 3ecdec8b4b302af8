//! A corrected draft, stored: the statement, its actors, the case file, events, law and demands, each with
//! its citation, in one act, by the same creation as if each had been sent by itself.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::input::{IntakeActor, IntakeEvent, IntakeInput};
use super::law::{self, UncitedLaw};
use super::rules::Decisions;
use crate::casework::act::{Act, Office};
use crate::casework::change_record::{self, Target};
use crate::casework::create_record::create;
use crate::casework::idempotency::{self, Once};
use crate::casework::read_records;
use crate::casework::records::actor::{Actor, ActorInput, Name};
use crate::casework::records::citation::{Citation, CitationInput, CitationView};
use crate::casework::records::demand::{Demand, DemandInput};
use crate::casework::records::event::Event;
use crate::casework::records::event_input::{EventCitationInput, EventInput, ParticipationInput};
use crate::casework::records::incident::Incident;
use crate::casework::records::input::Link;
use crate::casework::records::links::{self, ActorLink, RecordLink};
use crate::casework::records::statement::{Statement, StatementInput};
use crate::casework::records::{Record, Row};
use crate::domain::{
    Action, Caller, Count, Id, NameKind, ParticipationRole, Stance, Timestamp, quote, text,
};
use crate::error::{Error, FieldError, Result, Wrong};
use crate::store::visibility::visible;
use crate::store::{Db, Eyes, Kind, Sql};

/// What was stored, as the caller may see it.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeView {
    pub statement: RecordLink,
    /// Those whom the statement names: issuers, then by the order of what they are named for.
    pub actors: Vec<ActorLink>,
    pub incidents: Vec<RecordLink>,
    pub events: Vec<RecordLink>,
    #[schema(value_type = Vec<uuid::Uuid>)]
    pub demands: Vec<Id>,
    pub citations: Vec<CitationView>,
    /// Law that was accepted and could not be cited.
    pub left: Vec<UncitedLaw>,
}

/// Moves an error below `prefix`, with the names that its fields have there; `^` before a name says that it
/// is no field there, but one of the whole. The longest that fits is used.
pub(super) fn placed(error: Error, prefix: &str, names: &[(&str, &str)]) -> Error {
    let Error::Invalid(fields) = error else { return error };
    let placed = |field: FieldError| {
        let fits = |from: &str| {
            field.pointer.strip_prefix(from).filter(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let mut renamed = names.iter().filter_map(|(from, to)| Some((from.len(), to, fits(from)?)));
        let best = renamed.by_ref().max_by_key(|(length, ..)| *length);
        let pointer = match best {
            Some((_, to, rest)) => match to.strip_prefix('^') {
                Some(to) => format!("{to}{rest}"),
                None => format!("{prefix}{to}{rest}"),
            },
            None => format!("{prefix}{}", field.pointer),
        };
        FieldError { pointer, message: field.message }
    };
    Error::Invalid(fields.into_iter().map(placed).collect())
}

/// The records of the draft's accepted actors, by the names that the draft has for them.
struct Cast(HashMap<String, Id>);

impl Cast {
    fn find(&self, name: &str, pointer: impl FnOnce() -> String) -> Result<Id> {
        self.0.get(name.trim()).copied().ok_or_else(|| {
            let name: String = name.chars().take(60).collect();
            Error::field(pointer(), format!("'{name}' is none of the accepted actors"))
        })
    }
}

/// Stores what was accepted, once for each key, and says what is there now.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not create records; those of [`take`].
pub async fn store(
    office: &Office,
    caller: Caller,
    now: Timestamp,
    once: Option<Once>,
    sent: IntakeInput,
) -> Result<IntakeView> {
    caller.must(Action::CreateRecords)?;
    let (memory, reader, taken) = (office.memory.clone(), caller.clone(), sent.clone());
    let stored = office.act(caller, now, move |db, act| {
        idempotency::once(db, act, once, Kind::Statement.code(), |db, act| take(db, act, taken))
    });
    let (id, _) = stored.await?;
    office
        .database
        .read(move |db| {
            let eyes = Eyes::of(&reader, db, &memory)?;
            view(db, &eyes, id, &sent)
        })
        .await
}

/// Stores what was accepted. The id and version of the statement.
///
/// # Errors
/// [`Error::Invalid`] with pointers into what was sent, whichever record it was that could not be made.
pub fn take(db: &mut Db, act: &mut Act, mut sent: IntakeInput) -> Result<(Id, i32)> {
    act.caller.must(Action::CreateRecords)?;
    check(&mut sent)?;
    let cast = actors(db, act, &sent)?;
    let statement = statement(db, act, &sent, &cast)?;
    let id = statement.row.id;
    let mut named: HashSet<Id> = statement.issuers.iter().map(|row| row.actor_id).collect();
    events(db, act, &sent, &cast, id, &mut named)?;
    demands(db, act, &sent, &cast, id, &mut named)?;
    for (at, law) in sent.instruments.iter().enumerate().filter(|(_, it)| it.accepted) {
        let pointer = format!("/instruments/{at}");
        if let Some(provision) = law::cited(db, act, &sent, law, &pointer)? {
            let mut citation = cites(id, Stance::Invokes, law.quote.clone(), law.start, law.end);
            citation.provision = Some(provision.to_string());
            citation.obligated_country = law.binds.clone().or_else(|| law.country.clone());
            let moved = [("/obligated_country", "/binds")];
            create::<Citation>(db, act, citation)
                .map_err(|error| placed(error, &pointer, &moved))?;
        }
    }
    mentions(db, act, &sent, &cast, &statement, &named)?;
    learn(db, act, &sent, &cast)?;
    decisions(&sent).keep(db, act)?;
    act.note_of("intake", Kind::Statement, id);
    Ok((id, statement.row.version))
}

/// What is wrong and can be told without the database.
fn check(sent: &mut IntakeInput) -> Result<()> {
    let mut wrong = Wrong::default();
    if sent.title.as_deref().is_none_or(|title| title.trim().is_empty()) {
        wrong.add("/title", "is required");
    }
    wrong.at_most("/header", &sent.header, 1_000);
    wrong.at_most("/actors", &sent.actors, 500);
    wrong.at_most("/cosigners", &sent.cosigners, 500);
    wrong.at_most("/events", &sent.events, 200);
    wrong.at_most("/instruments", &sent.instruments, 200);
    wrong.at_most("/demands", &sent.demands, 200);
    let mut names = HashSet::new();
    for (at, actor) in sent.actors.iter_mut().enumerate().filter(|(_, it)| it.accepted) {
        wrong.line(&format!("/actors/{at}/name"), &mut actor.name);
        wrong.at_most(&format!("/actors/{at}/aliases"), &actor.aliases, 100);
        for (place, alias) in actor.aliases.iter_mut().enumerate() {
            wrong.line(&format!("/actors/{at}/aliases/{place}"), alias);
        }
        if !names.insert(actor.name.clone()) {
            let message = "is the name of another actor of the draft too; tell them apart";
            wrong.add(format!("/actors/{at}/name"), message);
        }
        if actor.learn_alias && actor.matched.is_none() {
            let message = "only an actor whose record is there already learns a name";
            wrong.add(format!("/actors/{at}/learn_alias"), message);
        }
    }
    let is_new = |event: &IntakeEvent| event.accepted && event.existing.is_none();
    if sent.incident.is_none() && sent.events.iter().any(is_new) {
        let message = "is required: the case file of the new events, by id or ref, or a new one with title and country";
        wrong.add("/incident", message);
    }
    for (at, demand) in sent.demands.iter().enumerate().filter(|(_, it)| it.accepted) {
        if demand.addressee.as_deref().is_none_or(|name| name.trim().is_empty()) {
            wrong.add(format!("/demands/{at}/addressee"), "is required: of whom it is asked");
        }
    }
    wrong.check()
}

/// Whether a name is written as acronyms are.
fn kind_of(name: &str) -> NameKind {
    let letters = || name.chars().filter(|c| c.is_alphabetic());
    let is_short = letters().count() >= 2 && name.chars().count() <= 12;
    let capitals = letters().filter(|c| c.is_uppercase()).count();
    let is_acronym = is_short && !name.contains(' ') && capitals * 2 > letters().count();
    if is_acronym { NameKind::Acronym } else { NameKind::Alias }
}

fn name(text: &str) -> Name {
    Name { text: text.to_owned(), language: None, script: None, kind: kind_of(text) }
}

/// Finds the records of accepted actors, and makes those that are new.
fn actors(db: &mut Db, act: &mut Act, sent: &IntakeInput) -> Result<Cast> {
    let mut cast = HashMap::new();
    for (at, actor) in sent.actors.iter().enumerate().filter(|(_, it)| it.accepted) {
        let pointer = format!("/actors/{at}");
        let id = if let Some(record) = &actor.matched {
            let place = format!("{pointer}/match/id");
            links::id_of(db, act, Kind::Actor, Actor::REF, &record.id, &place)?
        } else {
            let made: Actor = create(db, act, described(actor, sent)).map_err(|error| {
                placed(error, &pointer, &[("/names", "/aliases"), ("/team", "^/team")])
            })?;
            made.row.id
        };
        cast.insert(actor.name.clone(), id);
    }
    Ok(Cast(cast))
}

fn described(actor: &IntakeActor, sent: &IntakeInput) -> ActorInput {
    let mut names: Vec<Name> = Vec::new();
    for alias in &actor.aliases {
        if *alias != actor.name && names.iter().all(|it| it.text != *alias) {
            names.push(name(alias));
        }
    }
    ActorInput {
        name: actor.name.clone(),
        kind: actor.kind,
        sector: actor.sector,
        country: actor.country.clone(),
        names,
        description: None,
        identifiers: Vec::new(),
        gender: None,
        age_group: None,
        hrd_groups: Vec::new(),
        protected: false,
        pseudonym: None,
        confidentiality: sent.confidentiality,
        team: sent.team.clone(),
    }
}

fn statement(db: &mut Db, act: &mut Act, sent: &IntakeInput, cast: &Cast) -> Result<Statement> {
    let mut issuers = Vec::new();
    if let Some(issuer) = sent.issuer.as_deref().filter(|name| !name.trim().is_empty()) {
        issuers.push(Link::to(cast.find(issuer, || "/issuer".to_owned())?));
    }
    let mut co_signers = Vec::new();
    for (at, name) in sent.cosigners.iter().enumerate() {
        co_signers.push(Link::to(cast.find(name, || format!("/cosigners/{at}"))?));
    }
    let input = StatementInput {
        title: sent.title.clone().unwrap_or_default(),
        kind: sent.kind,
        issued_on: sent.issued_on.clone(),
        place: sent.place.clone(),
        language: sent.language.clone(),
        url: sent.url.clone(),
        archived_url: None,
        accessed_on: None,
        body: sent.body.clone(),
        summary: None,
        reliability: None,
        derived_from: None,
        countries: sent.countries.clone(),
        issuers,
        co_signers,
        confidentiality: sent.confidentiality,
        team: sent.team.clone(),
    };
    create(db, act, input)
}

fn cites(
    statement: Id,
    stance: Stance,
    quote: Option<String>,
    start: Option<Count>,
    end: Option<Count>,
) -> CitationInput {
    let statement = Link::to(statement);
    CitationInput::of_passage(EventCitationInput {
        statement,
        stance,
        quote,
        start,
        end,
        page: None,
    })
}

fn events(
    db: &mut Db,
    act: &mut Act,
    sent: &IntakeInput,
    cast: &Cast,
    statement: Id,
    named: &mut HashSet<Id>,
) -> Result<()> {
    let accepted = || sent.events.iter().enumerate().filter(|(_, it)| it.accepted);
    let incident = match &sent.incident {
        Some(link) if accepted().any(|(_, it)| it.existing.is_none()) => {
            let days = accepted().filter(|(_, it)| it.existing.is_none());
            act.first_day = days.filter_map(|(_, it)| it.date.as_ref()?.earliest()).min();
            let mut link = link.clone();
            if let Link::New(new) = &mut link {
                if new.confidentiality.is_none() {
                    new.confidentiality = sent.confidentiality;
                    new.team.clone_from(&sent.team);
                }
                if !new.events.is_empty() {
                    let message = "leave them out: the draft has the events";
                    return Err(Error::field("/incident/events", message));
                }
            }
            Some(links::resolve::<Incident>(db, act, &link, "/incident")?)
        }
        _ => None,
    };
    let country = match incident {
        Some(id) => {
            let known: Incident = links::find(db, act, &id.to_string(), "/incident")?;
            Some(known.row.country)
        }
        None => None,
    };
    for (at, event) in accepted() {
        let pointer = format!("/events/{at}");
        let stance = event.stance.unwrap_or(if event.background {
            Stance::Mentions
        } else {
            Stance::Reports
        });
        let (quote, start, end) = (event.quote.clone(), event.start, event.end);
        if let Some(existing) = &event.existing {
            let mut citation = cites(statement, stance, quote, start, end);
            citation.event = Some(existing.clone());
            create::<Citation>(db, act, citation)
                .map_err(|error| placed(error, &pointer, &[("/event", "/existing")]))?;
            // Who took part in it, its record says.
            for name in event.perpetrators.iter().chain(&event.targets) {
                named.extend(cast.0.get(name.trim()));
            }
            continue;
        }
        let mut participations = Vec::new();
        for (names, field, role) in [
            (&event.perpetrators, "perpetrators", ParticipationRole::Perpetrator),
            (&event.targets, "targets", ParticipationRole::Target),
        ] {
            for (place, name) in names.iter().enumerate() {
                let id = cast.find(name, || format!("{pointer}/{field}/{place}"))?;
                named.insert(id);
                participations.push(ParticipationInput::of(Link::to(id), role));
            }
        }
        let citation = EventCitationInput {
            quote,
            start,
            end,
            ..EventCitationInput::of(Link::to(statement), stance)
        };
        let input = EventInput {
            incident: incident.map(Link::to),
            event_type: event.kind.clone(),
            title: match event.title.as_deref().map(str::trim).filter(|title| !title.is_empty()) {
                Some(title) => title.to_owned(),
                None => title(db, act, event)?,
            },
            date: event.date.clone(),
            country: event.country.clone().or_else(|| country.clone()),
            place_name: event.place.clone(),
            aims_at: event.aims_at.clone(),
            participations,
            citations: vec![citation],
            confidentiality: sent.confidentiality,
            team: sent.team.clone(),
            ..EventInput::default()
        };
        let first = event.perpetrators.len();
        create::<Event>(db, act, input).map_err(|error| {
            let sides = participants(first, event.targets.len());
            let mut pointers: Vec<(&str, &str)> =
                sides.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
            pointers.extend([
                ("/place_name", "/place"),
                ("/citations/0", ""),
                ("/incident", "^/incident"),
                ("/team", "^/team"),
            ]);
            placed(error, &pointer, &pointers)
        })?;
    }
    Ok(())
}

/// Where the participations of an event stand in the draft.
fn participants(perpetrators: usize, targets: usize) -> Vec<(String, String)> {
    let place = |at: usize| match at.checked_sub(perpetrators) {
        None => format!("/perpetrators/{at}"),
        Some(at) => format!("/targets/{at}"),
    };
    (0..perpetrators + targets).map(|at| (format!("/participations/{at}"), place(at))).collect()
}

/// A title of type and targets: “Arbitrary detention: Kem Sokha”.
fn title(db: &mut Db, act: &Act, event: &IntakeEvent) -> Result<String> {
    /// Who is named in a title.
    const NAMED: usize = 3;
    let vocabulary = act.memory.vocabulary(db)?;
    let mut title = vocabulary
        .event_type(&event.kind)
        .map_or_else(|| event.kind.clone(), |known| known.label.clone());
    if !event.targets.is_empty() {
        let names: Vec<&str> = event.targets.iter().take(NAMED).map(|name| name.trim()).collect();
        title = format!("{title}: {}", names.join(", "));
    }
    Ok(title.chars().take(text::LINE).collect())
}

fn demands(
    db: &mut Db,
    act: &mut Act,
    sent: &IntakeInput,
    cast: &Cast,
    statement: Id,
    named: &mut HashSet<Id>,
) -> Result<()> {
    for (at, demand) in sent.demands.iter().enumerate().filter(|(_, it)| it.accepted) {
        let pointer = format!("/demands/{at}");
        let addressee = demand.addressee.as_deref().unwrap_or_default();
        let addressee = cast.find(addressee, || format!("{pointer}/addressee"))?;
        named.insert(addressee);
        let input = DemandInput {
            statement: Link::to(statement),
            addressee: Link::to(addressee),
            text: demand.action.clone(),
            category: demand.category,
            status: None,
            follow_ups: Vec::new(),
            confidentiality: None,
            team: None,
        };
        let made: Demand = create(db, act, input)
            .map_err(|error| placed(error, &pointer, &[("/text", "/action")]))?;
        let (quote, start, end) = (demand.quote.clone(), demand.start, demand.end);
        let mut citation = cites(statement, Stance::Reports, quote, start, end);
        citation.demand = Some(made.row.id.to_string());
        create::<Citation>(db, act, citation).map_err(|error| error.under(&pointer))?;
    }
    Ok(())
}

/// Nobody comes into the database without a source: whom nothing else of the statement names is cited where
/// the text names them first.
fn mentions(
    db: &mut Db,
    act: &mut Act,
    sent: &IntakeInput,
    cast: &Cast,
    statement: &Statement,
    named: &HashSet<Id>,
) -> Result<()> {
    let mut cited = named.clone();
    for (at, actor) in sent.actors.iter().enumerate().filter(|(_, it)| it.accepted) {
        let id = cast.find(&actor.name, || format!("/actors/{at}/name"))?;
        let mut words = None;
        for (place, mention) in actor.mentions.iter().enumerate() {
            let found = quote::passage(&statement.row.body, mention.start, mention.end);
            let pointer = || format!("/actors/{at}/mentions/{place}");
            let found = found.map_err(|about| Error::field(pointer(), about.to_string()))?;
            words.get_or_insert((found, *mention));
        }
        if !cited.insert(id) {
            continue;
        }
        let (quote, start, end) = match words {
            Some((words, at)) => (Some(words), Some(count(at.start)?), Some(count(at.end)?)),
            None => (None, None, None),
        };
        let mut citation = cites(statement.row.id, Stance::Mentions, quote, start, end);
        citation.actor = Some(id.to_string());
        let pointer = format!("/actors/{at}");
        create::<Citation>(db, act, citation)
            .map_err(|error| placed(error, &pointer, &[("/actor", "/match/id")]))?;
    }
    Ok(())
}

fn count(at: usize) -> Result<Count> {
    i32::try_from(at).map(Count).map_err(Error::internal)
}

/// Gives the records of actors the names that people have said are theirs.
fn learn(db: &mut Db, act: &mut Act, sent: &IntakeInput, cast: &Cast) -> Result<()> {
    let learning = |actor: &IntakeActor| actor.accepted && actor.learn_alias;
    for (at, actor) in sent.actors.iter().enumerate().filter(|(_, it)| learning(it)) {
        let pointer = format!("/actors/{at}/learn_alias");
        let id = cast.find(&actor.name, || format!("/actors/{at}/name"))?;
        let target = Target { name: id.to_string(), version: None };
        let record: Actor = change_record::seen(db, act, &target)?;
        let before = record.as_input();
        let mut names = before.names;
        let has = |names: &[Name], text: &str| {
            let all = names.iter().map(|it| it.text.as_str());
            all.chain([before.name.as_str()]).any(|it| it == text)
        };
        let known = names.len();
        for text in std::iter::once(&actor.name).chain(&actor.aliases) {
            if !has(&names, text) {
                names.push(name(text));
            }
        }
        if names.len() == known {
            continue;
        }
        let patch: Value = json!({"names": names});
        let learnt = change_record::revise::<Actor>(db, act, &target, patch);
        learnt.map_err(|error| match error {
            Error::Forbidden(why) => Error::field(pointer.as_str(), why),
            Error::Invalid(fields) => {
                let about = fields.into_iter().map(|field| field.message);
                Error::field(pointer.as_str(), about.collect::<Vec<_>>().join("; "))
            }
            other => other,
        })?;
    }
    Ok(())
}

fn decisions(sent: &IntakeInput) -> Decisions {
    let mut all = Decisions::default();
    let header = sent.header.iter().map(|it| (&it.rule, it.accepted));
    let actors = sent.actors.iter().map(|it| (&it.rule, it.accepted));
    let events = sent.events.iter().map(|it| (&it.rule, it.accepted));
    let laws = sent.instruments.iter().map(|it| (&it.rule, it.accepted));
    let demands = sent.demands.iter().map(|it| (&it.rule, it.accepted));
    for (rule, accepted) in header.chain(actors).chain(events).chain(laws).chain(demands) {
        all.note(rule.as_deref(), accepted);
    }
    all
}

/// What the caller sees of a kind that belongs to a statement, in the order in which it was made.
fn of_statement<R: Record>(db: &mut Db, caller: &Caller, statement: Id) -> Result<Vec<R>> {
    let table = R::KIND.table();
    let condition = visible(R::KIND, table, caller)
        .and(Sql::new(format!("{table}.statement_id = ")).bind(statement));
    let rows = R::Row::load(db, condition, Sql::new(format!("{table}.id")), i64::MAX)?;
    R::with_parts(db, rows)
}

/// What an intake stored, found by its statement.
///
/// # Errors
/// [`Error::NotFound`] if the caller sees the statement no more.
pub fn view(db: &mut Db, eyes: &Eyes, statement: Id, sent: &IntakeInput) -> Result<IntakeView> {
    let caller = &eyes.caller;
    let record: Statement = read_records::find(db, caller, &statement.to_string())?;
    let citations: Vec<Citation> = of_statement(db, caller, statement)?;
    let demands: Vec<Demand> = of_statement(db, caller, statement)?;
    let cited: Vec<Id> = citations.iter().filter_map(|it| it.row.event_id).collect();
    let mut actors: Vec<Id> = record.issuers.iter().map(|row| row.actor_id).collect();
    let mut incidents = Vec::new();
    let mut events = Vec::new();
    for id in &cited {
        let event: Event = read_records::find(db, caller, &id.to_string())?;
        actors.extend(event.parts.participations.iter().map(|row| row.actor_id));
        incidents.push(event.row.incident_id);
        events.push(*id);
    }
    actors.extend(demands.iter().map(|it| it.row.addressee_id));
    actors.extend(citations.iter().filter_map(|it| it.row.actor_id));
    let link = |db: &mut Db, kind: Kind, ids: Vec<Id>| -> Result<Vec<RecordLink>> {
        let mut known = links::records(db, eyes, kind, ids.iter().copied())?;
        Ok(ids.into_iter().filter_map(|id| known.remove(&id)).collect())
    };
    let mut known = links::actors(db, eyes, actors.iter().copied())?;
    Ok(IntakeView {
        statement: link(db, Kind::Statement, vec![statement])?.pop().ok_or(Error::NotFound)?,
        actors: actors.into_iter().filter_map(|id| known.remove(&id)).collect(),
        incidents: link(db, Kind::Incident, incidents)?,
        events: link(db, Kind::Event, events)?,
        demands: demands.iter().map(|it| it.row.envelope().id).collect(),
        citations: read_records::views(db, eyes, citations)?,
        left: law::left(db, caller, sent)?,
    })
}
