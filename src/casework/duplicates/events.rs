//! Events that may be one: found by country and day, by type and month, and by who takes part.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::{Datelike, Days, NaiveDate};
use diesel::sql_types::Text;

use super::likeness::Rough;
use super::score::{self, EventTraits, Participant};
use super::{Duplicate, Traits, decisions, likeliest};
use crate::casework::read_records;
use crate::casework::records::event::{Event, EventRow};
use crate::casework::records::event_input::EventInput;
use crate::casework::records::event_view::EventView;
use crate::casework::records::filter::named;
use crate::casework::records::input::Link;
use crate::casework::records::{Record, Row, links};
use crate::domain::{Action, Confidentiality, Edtf, Id};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::visibility::visible;
use crate::store::{Db, Eyes, Kind, Memory, Sql};

/// Candidates that one question gives.
const EACH: usize = 200;
/// Candidates that are compared in full, at most, and for each that is asked for.
const COMPARED: usize = 24;
const COMPARED_FOR_EACH: usize = 5;
/// Participants who are looked for elsewhere, and how many events of one are candidates: of somebody
/// who takes part in more, it says little.
const PARTICIPANTS: usize = 20;
const EVENTS_OF_ONE: usize = 200;
/// The longest span of an event within which others are looked for.
const LONGEST: u64 = 400;

/// The events that may be the same as one that the caller sees.
pub fn of_event(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    event: &Event,
    limit: usize,
) -> Result<Vec<Duplicate>> {
    eyes.caller.must(Action::ReadRecords)?;
    let view = read_records::view(db, eyes, event.clone())?;
    let traits = traits_of(db, memory, &view)?;
    let mut not = decisions::distinct_from(db, Kind::Event, event.row.id)?;
    not.insert(event.row.id);
    alike(db, eyes, memory, &traits, &not, limit)
}

/// The events that may be the same as one that somebody is about to add.
pub fn of_new(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    input: &EventInput,
    limit: usize,
) -> Result<Vec<Duplicate>> {
    eyes.caller.must(Action::CreateRecords)?;
    let country = match (&input.country, &input.incident) {
        (None, Some(Link::New(incident))) => Some(incident.country.clone()),
        (country, _) => country.clone(),
    };
    let mut traits = EventTraits {
        event_type: input.event_type.clone(),
        family: family(db, memory, &input.event_type)?,
        title: input.title.clone(),
        country,
        admin1: input.admin1.clone(),
        place: input.place_name.clone(),
        point: input.latitude.zip(input.longitude),
        earliest: input.date.as_ref().and_then(Edtf::earliest),
        latest: input.date.as_ref().and_then(Edtf::latest),
        precision: input.date.as_ref().map(Edtf::precision),
        participants: Vec::new(),
        related: BTreeSet::new(),
        id: None,
    };
    let mut names = Vec::new();
    for it in input.participations.iter().take(100) {
        match &it.actor {
            Link::To(name) => names.push(name.as_str()),
            Link::New(actor) => traits.participants.push(Participant {
                id: None,
                reference: None,
                name: actor.name.clone(),
            }),
        }
    }
    if !names.is_empty() {
        // What names nobody may be what somebody is called.
        let called = names.iter().filter(|name| !name.starts_with("A-"));
        traits.participants.extend(called.map(|name| Participant {
            id: name.parse().ok(),
            reference: None,
            name: (*name).to_owned(),
        }));
        traits.participants.retain(|it| it.id.is_none());
        let known = Sql::new("SELECT r.id AS id FROM actors r WHERE ")
            .then(named("r", Some("ref"), &names))
            .sql(" AND ")
            .then(visible(Kind::Actor, "r", &eyes.caller))
            .load::<links::Found>(db)?;
        let known = links::actors(db, eyes, known.into_iter().map(|row| row.id))?;
        let mut known: Vec<_> = known.into_values().collect();
        known.sort_by(|a, b| a.reference.cmp(&b.reference));
        traits.participants.extend(known.into_iter().map(|actor| Participant {
            id: Some(actor.id),
            reference: Some(actor.reference),
            name: if actor.pseudonymous { String::new() } else { actor.name },
        }));
    }
    alike(db, eyes, memory, &traits, &HashSet::new(), limit)
}

fn family(db: &mut Db, memory: &Memory, event_type: &str) -> Result<Option<String>> {
    let vocabulary = memory.vocabulary(db)?;
    Ok(vocabulary.event_type(event_type).map(|it| it.family.clone()).filter(|it| !it.is_empty()))
}

fn traits_of(db: &mut Db, memory: &Memory, view: &EventView) -> Result<EventTraits> {
    let day = |day: &Option<String>| day.as_deref().and_then(|it| it.parse().ok());
    let related = view.relations.iter().chain(&view.related_from);
    Ok(EventTraits {
        event_type: view.event_type.clone(),
        family: family(db, memory, &view.event_type)?,
        title: view.title.clone(),
        country: Some(view.country.clone()),
        admin1: view.admin1.clone(),
        place: view.place_name.clone(),
        point: view.latitude.zip(view.longitude),
        earliest: day(&view.date_earliest),
        latest: day(&view.date_latest),
        precision: Some(view.date_precision),
        participants: view
            .participations
            .iter()
            .map(|it| Participant {
                id: Some(it.actor.id),
                reference: Some(it.actor.reference.clone()),
                name: if it.actor.pseudonymous { String::new() } else { it.actor.name.clone() },
            })
            .collect(),
        related: related.map(|it| it.event.id).collect(),
        id: Some(view.head.id),
    })
}

fn alike(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    traits: &EventTraits,
    not: &HashSet<Id>,
    limit: usize,
) -> Result<Vec<Duplicate>> {
    let mut found = candidates(db, eyes, traits)?;
    found.retain(|id, _| !not.contains(id));
    let shared = sharing(db, traits, found.keys().copied())?;
    let (mut ordered, rough) = (Vec::with_capacity(found.len()), Rough::of(&traits.title));
    for (id, candidate) in found {
        let likely = if candidate.event_type == traits.event_type { 1.0 } else { 0.0 };
        let in_common = if shared.contains(&id) { 2.0 } else { 0.0 };
        let title = rough.alike(&candidate.title());
        ordered.push((likely + in_common + 2.0 * title - 0.1 * candidate.far(traits), id));
    }
    ordered.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let ids = ordered.into_iter().take(COMPARED.min(limit * COMPARED_FOR_EACH)).map(|it| it.1);
    let mut all = Vec::new();
    for ids in links::in_batches(ids) {
        let which = Sql::new("events.id IN (").list(ids).sql(") AND ").then(visible(
            Kind::Event,
            "events",
            &eyes.caller,
        ));
        let rows = EventRow::load(db, which, Sql::new("events.id"), i64::MAX)?;
        let events = Event::with_parts(db, rows)?;
        let confidential: HashSet<Id> = events
            .iter()
            .filter(|it| it.effective_level() >= Confidentiality::Confidential.level())
            .map(|it| it.row.id)
            .collect();
        for view in read_records::views(db, eyes, events)? {
            let (score, reasons) = score::events(traits, &traits_of(db, memory, &view)?);
            let EventView { head, title, status, event_type, date, country, .. } = view;
            all.push(Duplicate {
                kind: Kind::Event,
                id: head.id,
                reference: head.reference,
                title,
                traits: Traits { kind: event_type, date, country: Some(country) },
                status: Some(status),
                version: head.version,
                score,
                reasons,
                confidential: confidential.contains(&head.id),
            });
        }
    }
    Ok(likeliest(all, limit))
}

/// What of a candidate decides whether it is compared in full. Protected names are not in it.
#[derive(diesel::QueryableByName)]
struct Candidate {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = Text)]
    event_type: String,
    #[diesel(sql_type = Text)]
    date_earliest: String,
    #[diesel(sql_type = Text)]
    searched: String,
}

impl Candidate {
    /// Its title comes first in what it is found by.
    fn title(&self) -> String {
        self.searched.replace(|c| crate::domain::text::MARKS.contains(&c), " ")
    }

    /// How far it is in time, from 0 to 10.
    fn far(&self, from: &EventTraits) -> f64 {
        let day: Option<NaiveDate> = self.date_earliest.parse().ok();
        match (day, from.earliest) {
            (Some(day), Some(from)) => {
                let days = u32::try_from((day - from).num_days().abs()).unwrap_or(u32::MAX);
                f64::from(days.min(100)) / 10.0
            }
            _ => 5.0,
        }
    }
}

/// Events that an index says are near, at most a few hundred.
fn candidates(db: &mut Db, eyes: &Eyes, traits: &EventTraits) -> Result<HashMap<Id, Candidate>> {
    let mut all = HashMap::new();
    let mut ask = |db: &mut Db, condition: Sql| -> Result<()> {
        let query = Sql::new(
            "SELECT o.id AS id, o.event_type AS event_type, o.date_earliest AS date_earliest, \
             substr(o.search_text, 1, 160) AS searched FROM events o WHERE ",
        )
        .then(condition)
        .sql(" AND ")
        .then(visible(Kind::Event, "o", &eyes.caller))
        .sql(format!(" LIMIT {EACH}"));
        for row in query.load::<Candidate>(db)? {
            all.insert(row.id, row);
        }
        Ok(())
    };
    if let Some(country) = &traits.country {
        let country = country.as_str();
        let within = |from: NaiveDate, to: NaiveDate| {
            Sql::new("o.country = ")
                .bind(country)
                .sql(" AND o.date_earliest >= ")
                .bind(from.to_string())
                .sql(" AND o.date_earliest <= ")
                .bind(to.to_string())
        };
        let of_type =
            |condition: Sql| condition.sql(" AND o.event_type = ").bind(traits.event_type.as_str());
        if let Some((first, last)) = span(traits) {
            let wider = |days: u64| (first - Days::new(days), last + Days::new(days));
            let (near, month) = (wider(3), wider(31));
            // The nearest first: there may be more of the others than are looked at.
            ask(db, of_type(within(first, first)))?;
            ask(db, within(first, first))?;
            ask(db, of_type(within(near.0, near.1)))?;
            ask(db, within(near.0, near.1))?;
            ask(db, of_type(within(month.0, month.1)))?;
            // What is known to the month or year only begins on its first day.
            for (day, precision) in [
                (first.with_day(1), "'month', 'few_days', 'week', 'season', 'longer'"),
                (first.with_day(1).and_then(|it| it.with_month(1)), "'year', 'season', 'longer'"),
            ] {
                if let Some(day) = day {
                    let known = format!(" AND o.date_precision IN ({precision})");
                    ask(db, within(day, day).sql(known))?;
                }
            }
        } else {
            // Nothing is known of when: the same type, and what begins at no known day.
            let unknown =
                Sql::new("o.country = ").bind(country).sql(" AND o.date_earliest = '0001-01-01'");
            ask(db, unknown)?;
            if let Some(query) = titled(&traits.title) {
                let plan = crate::store::words::Plan::of_page(db, Kind::Event, &query)?;
                let words = plan.found(Kind::Event, "o", &query, None);
                ask(db, Sql::new("o.country = ").bind(country).sql(" AND ").then(words))?;
            }
        }
    }
    for actor in traits.participants.iter().filter_map(|it| it.id).take(PARTICIPANTS) {
        let events = Sql::new("SELECT p.event_id AS id FROM participations p WHERE p.actor_id = ")
            .bind(actor)
            .sql(format!(" LIMIT {}", EVENTS_OF_ONE + 1));
        let events: Vec<Id> =
            events.load::<links::Found>(db)?.into_iter().map(|row| row.id).collect();
        if !events.is_empty() && events.len() <= EVENTS_OF_ONE {
            ask(db, Sql::new("o.id IN (").list(events).sql(")"))?;
        }
    }
    Ok(all)
}

/// From when to when others are looked for.
fn span(traits: &EventTraits) -> Option<(NaiveDate, NaiveDate)> {
    let first = traits.earliest.or(traits.latest)?;
    let first =
        first.clamp(NaiveDate::from_ymd_opt(2, 1, 1)?, NaiveDate::from_ymd_opt(9998, 1, 1)?);
    let last = traits.latest.unwrap_or(first).clamp(first, first + Days::new(LONGEST));
    Some((first, last))
}

/// The longest words of a title: what has all of them may be it.
fn titled(title: &str) -> Option<crate::domain::segment::Query> {
    let mut query = crate::domain::segment::Query::parse(&title.replace(['"', '*'], " "));
    query.groups.sort_by_key(|terms| {
        std::cmp::Reverse(terms.iter().flat_map(|it| &it.tokens).map(String::len).max())
    });
    query.groups.truncate(4);
    (query.groups.len() > 1).then_some(query)
}

/// Those among `events` in which one of the participants takes part too.
fn sharing(
    db: &mut Db,
    traits: &EventTraits,
    events: impl IntoIterator<Item = Id>,
) -> Result<HashSet<Id>> {
    let people: Vec<Id> = traits.participants.iter().filter_map(|it| it.id).take(100).collect();
    let mut all = HashSet::new();
    if people.is_empty() {
        return Ok(all);
    }
    for events in links::in_batches(events) {
        let found = Sql::new("SELECT p.event_id AS id FROM participations p WHERE p.event_id IN (")
            .list(events)
            .sql(") AND p.actor_id IN (")
            .list(people.iter().copied())
            .sql(")");
        all.extend(found.load::<links::Found>(db)?.into_iter().map(|row| row.id));
    }
    Ok(all)
}
