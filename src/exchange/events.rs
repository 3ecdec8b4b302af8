//! HOW `events.csv` STREAMS: a page of events at a time, joined with what belongs to them in memory.
//!
//! A page costs a handful of queries, each a walk along an index, however many events there are.
//! What many events share (actors, statements, the law of a country) is kept between pages, bounded.

use std::collections::{HashMap, HashSet};

use diesel::sql_types::{Nullable, Text};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use super::tables::Sink;
use super::write::Cell;
use crate::casework::law::deciding_day;
use crate::casework::read_records::matching;
use crate::casework::records::event::{Event, EventRow};
use crate::casework::records::event_view::place_if;
use crate::casework::records::{Filters, grouped, links};
use crate::domain::edtf::known_day;
use crate::domain::{ActorKind, Id, ParticipationRole, Stance};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::visibility::{self, Kind};
use crate::store::{Db, Eyes, Memory, Sql, schema};

/// How many events are in memory at a time.
const PAGE: i64 = 1_000;
/// How many of each are kept between pages.
const KEPT: usize = 40_000;

#[derive(diesel::QueryableByName)]
struct Person {
    #[diesel(sql_type = RecordId)]
    event_id: Id,
    #[diesel(sql_type = RecordId)]
    actor_id: Id,
    #[diesel(sql_type = Text)]
    role: ParticipationRole,
}

#[derive(diesel::QueryableByName)]
struct Right {
    #[diesel(sql_type = RecordId)]
    event_id: Id,
    #[diesel(sql_type = Text)]
    right_code: String,
}

#[derive(diesel::QueryableByName)]
struct Cited {
    #[diesel(sql_type = RecordId)]
    event_id: Id,
    #[diesel(sql_type = RecordId)]
    statement_id: Id,
    #[diesel(sql_type = Text)]
    stance: Stance,
}

/// An actor, as a cell shows it; `None` for one that may not be shown.
type KnownActor = Option<(String, ActorKind)>;

/// A statement, as cells show it; `None` for one that may not be shown.
struct KnownStatement {
    reference: String,
    issuers: Vec<String>,
    /// The statement that it goes back to, over any number of others.
    origin: Id,
}

/// A country, a span of days between two of its commitments, and rights.
type LawKey = (String, usize, String);
/// Provisions, and how their instruments bound the state.
type LawCells = (Vec<String>, Vec<String>);

/// What is kept between pages.
#[derive(Default)]
struct Kept {
    actors: HashMap<Id, KnownActor>,
    statements: HashMap<Id, Option<KnownStatement>>,
    law: HashMap<LawKey, LawCells>,
}

/// Gives the rows of events, in the order in which they were created.
pub fn rows(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
    row: Sink<'_>,
) -> Result<()> {
    let condition = matching::<Event>(db, &eyes.caller, memory, filters)?;
    let vocabulary = memory.vocabulary(db)?;
    let law = memory.law(db)?;
    let mut kept = Kept::default();
    let mut last = Id::least();
    loop {
        let after = condition.clone().and(Sql::new("events.id > ").bind(last));
        let events: Vec<EventRow> = schema::events::table
            .filter(after.clone())
            .order(Sql::new("events.id"))
            .limit(PAGE)
            .select(EventRow::as_select())
            .load(db)?;
        let Some(end) = events.last() else { return Ok(()) };
        let ids: Vec<Id> = events.iter().map(|event| event.id).collect();
        let eyes = &eyes.on(db, Kind::Event, &ids)?;
        last = end.id;
        // The same events, for the queries of what belongs to them.
        let page = after.and(Sql::new("events.id <= ").bind(last));
        let mut people = grouped(people(db, &page)?, |it| it.event_id);
        let mut rights = grouped(rights(db, &page)?, |it| it.event_id);
        let mut cited = grouped(cited(db, eyes, &page)?, |it| it.event_id);
        kept.learn_actors(db, eyes, people.values().flatten().map(|it| it.actor_id))?;
        kept.learn_statements(db, eyes, cited.values().flatten().map(|it| it.statement_id))?;

        for event in events {
            let people = people.remove(&event.id).unwrap_or_default();
            let rights: Vec<String> = rights
                .remove(&event.id)
                .unwrap_or_default()
                .into_iter()
                .map(|it| it.right_code)
                .collect();
            let cited = cited.remove(&event.id).unwrap_or_default();
            let label = vocabulary.event_type(&event.event_type).map(|it| it.label.as_str());
            let law = kept.law_of(&law, &event, &rights);
            row(&kept.cells(eyes, event, label, &people, rights, law, &cited))?;
        }
    }
}

fn people(db: &mut Db, page: &Sql) -> Result<Vec<Person>> {
    let query = Sql::new(
        "SELECT p.event_id AS event_id, p.actor_id AS actor_id, p.role AS role FROM participations p \
         WHERE p.event_id IN (SELECT events.id FROM events WHERE ",
    )
    .then(page.clone())
    .sql(") ORDER BY p.event_id, p.position");
    Ok(query.load(db)?)
}

fn rights(db: &mut Db, page: &Sql) -> Result<Vec<Right>> {
    let query = Sql::new(
        "SELECT r.event_id AS event_id, r.right_code AS right_code FROM event_rights r \
         WHERE r.event_id IN (SELECT events.id FROM events WHERE ",
    )
    .then(page.clone())
    .sql(") ORDER BY r.event_id, r.right_code");
    Ok(query.load(db)?)
}

fn cited(db: &mut Db, eyes: &Eyes, page: &Sql) -> Result<Vec<Cited>> {
    // The rule for citations, less what is known here: the event is visible, and nothing else is
    // cited. Whether the statement is, is asked once for each statement.
    let query = Sql::new(
        "SELECT c.event_id AS event_id, c.statement_id AS statement_id, c.stance AS stance FROM citations c \
         WHERE c.event_id IN (SELECT events.id FROM events WHERE ",
    )
    .then(page.clone())
    .sql(") AND c.deleted_at IS NULL AND ")
    .then(visibility::citation_level("c", &eyes.caller))
    .sql(" ORDER BY c.event_id, c.id");
    Ok(query.load(db)?)
}

/// The first statement that each of these goes back to. One that only the caller may not see is
/// counted all the same: two that copy it are one source.
fn origins(db: &mut Db, from: impl Iterator<Item = Id>) -> Result<HashMap<Id, Id>> {
    /// Longer chains of copies are taken to begin where the count ends.
    const LONGEST: usize = 20;
    let mut origins: HashMap<Id, Id> = from.map(|id| (id, id)).collect();
    for _ in 0..LONGEST {
        let mut sources = HashMap::new();
        for ids in links::in_batches(origins.values().copied()) {
            let rows: Vec<(Id, Option<Id>)> = schema::statements::table
                .filter(schema::statements::id.eq_any(&ids))
                .filter(schema::statements::derived_from.is_not_null())
                .select((schema::statements::id, schema::statements::derived_from))
                .load(db)?;
            sources.extend(rows.into_iter().filter_map(|(id, source)| Some((id, source?))));
        }
        if sources.is_empty() {
            break;
        }
        for origin in origins.values_mut() {
            *origin = sources.get(origin).copied().unwrap_or(*origin);
        }
    }
    Ok(origins)
}

impl Kept {
    fn learn_actors(
        &mut self,
        db: &mut Db,
        eyes: &Eyes,
        ids: impl Iterator<Item = Id>,
    ) -> Result<()> {
        let ids: HashSet<Id> = ids.collect();
        if self.actors.len() > KEPT {
            self.actors.retain(|id, _| ids.contains(id));
        }
        let new: Vec<Id> = ids.into_iter().filter(|id| !self.actors.contains_key(id)).collect();
        let mut shown = links::actors(db, eyes, new.iter().copied())?;
        for id in new {
            self.actors.insert(id, shown.remove(&id).map(|actor| (actor.name, actor.kind)));
        }
        Ok(())
    }

    fn learn_statements(
        &mut self,
        db: &mut Db,
        eyes: &Eyes,
        ids: impl Iterator<Item = Id>,
    ) -> Result<()> {
        #[derive(diesel::QueryableByName)]
        struct Shown {
            #[diesel(sql_type = RecordId)]
            id: Id,
            #[diesel(sql_type = Text)]
            reference: String,
            #[diesel(sql_type = Nullable<RecordId>)]
            derived_from: Option<Id>,
        }
        #[derive(diesel::QueryableByName)]
        struct Issuer {
            #[diesel(sql_type = RecordId)]
            statement_id: Id,
            #[diesel(sql_type = RecordId)]
            actor_id: Id,
        }
        let ids: HashSet<Id> = ids.collect();
        if self.statements.len() > KEPT {
            self.statements.retain(|id, _| ids.contains(id));
        }
        let new: Vec<Id> = ids.into_iter().filter(|id| !self.statements.contains_key(id)).collect();
        for batch in links::in_batches(new.iter().copied()) {
            let shown = Sql::new(
                "SELECT s.id AS id, s.ref AS reference, s.derived_from AS derived_from \
                 FROM statements s WHERE s.id IN (",
            )
            .list(batch.iter().copied())
            .sql(") AND ")
            .then(visibility::visible(Kind::Statement, "s", &eyes.caller))
            .load::<Shown>(db)?;
            let issuers = Sql::new(
                "SELECT i.statement_id AS statement_id, i.actor_id AS actor_id FROM statement_issuers i \
                 WHERE i.statement_id IN (",
            )
            .list(batch.iter().copied())
            .sql(") ORDER BY i.statement_id, i.position")
            .load::<Issuer>(db)?;
            self.learn_actors(db, eyes, issuers.iter().map(|it| it.actor_id))?;
            let mut issuers = grouped(issuers, |it| it.statement_id);
            let origins = origins(db, shown.iter().filter_map(|it| it.derived_from))?;
            for id in &batch {
                self.statements.insert(*id, None);
            }
            for Shown { id, reference, derived_from } in shown {
                let issuers = issuers.remove(&id).unwrap_or_default();
                let names = issuers.iter().filter_map(|it| self.actor(it.actor_id));
                let statement = KnownStatement {
                    reference,
                    issuers: names.map(|(name, _)| name.clone()).collect(),
                    origin: derived_from.map_or(id, |source| origins[&source]),
                };
                self.statements.insert(id, Some(statement));
            }
        }
        Ok(())
    }

    fn actor(&self, id: Id) -> Option<&(String, ActorKind)> {
        self.actors.get(&id)?.as_ref()
    }

    /// The provisions that bound the state on the day, and how: computed once for all events of a
    /// country, between two of its commitments, on the same rights.
    fn law_of(
        &mut self,
        law: &crate::domain::law::LawBook,
        event: &EventRow,
        rights: &[String],
    ) -> LawCells {
        let country = event.country.as_str();
        let Some(day) = deciding_day(&event.date_earliest, event.date.as_deref()) else {
            return (Vec::new(), Vec::new());
        };
        let key = (country.to_owned(), law.period(country, day), rights.join(" "));
        if self.law.len() > KEPT {
            self.law.clear();
        }
        self.law
            .entry(key)
            .or_insert_with(|| {
                let (mut provisions, mut statuses) = (Vec::new(), Vec::new());
                for it in law.obligations(country, day, rights) {
                    let code = &it.standing.instrument.code;
                    provisions.push(format!("{code} {}", it.provision.label));
                    let since = it.standing.by.map(|act| format!(" since {}", act.date));
                    let status =
                        format!("{code}: {}{}", it.standing.status, since.unwrap_or_default());
                    if !statuses.contains(&status) {
                        statuses.push(status);
                    }
                }
                (provisions, statuses)
            })
            .clone()
    }

    #[expect(clippy::too_many_arguments, reason = "what a row is made of, each once")]
    fn cells(
        &self,
        eyes: &Eyes,
        event: EventRow,
        label: Option<&str>,
        people: &[Person],
        rights: Vec<String>,
        law: LawCells,
        cited: &[Cited],
    ) -> Vec<Cell> {
        let known = people.iter().all(|it| eyes.may_know(it.actor_id));
        let place = place_if(known, &event);
        let in_role = |role: ParticipationRole| {
            people
                .iter()
                .filter(move |it| it.role == role)
                .filter_map(|it| self.actor(it.actor_id))
                .collect::<Vec<_>>()
        };
        let names = |actors: &[&(String, ActorKind)]| -> Vec<String> {
            actors.iter().map(|actor| actor.0.clone()).collect()
        };
        let kinds = |actors: &[&(String, ActorKind)]| -> Vec<String> {
            actors.iter().map(|actor| actor.1.code().to_owned()).collect()
        };
        let perpetrators = in_role(ParticipationRole::Perpetrator);
        let targets = in_role(ParticipationRole::Target);

        let (mut sources, mut origins) = (Vec::new(), HashSet::new());
        let (mut references, mut stances) = (Vec::new(), Vec::new());
        for it in cited {
            let Some(Some(statement)) = self.statements.get(&it.statement_id) else { continue };
            origins.insert(statement.origin);
            references.push(statement.reference.clone());
            stances.push(it.stance.code().to_owned());
            for issuer in &statement.issuers {
                if !sources.contains(issuer) {
                    sources.push(issuer.clone());
                }
            }
        }
        let earliest = known_day(&event.date_earliest);
        let words = eyes.words(event.id);
        let incident = event.reference.rsplit_once("-E").map_or("", |(incident, _)| incident);
        vec![
            event.reference.as_str().into(),
            incident.into(),
            event.id.to_string().into(),
            event.event_type.as_str().into(),
            label.into(),
            words.shown(event.title).into(),
            event.date.into(),
            earliest.into(),
            known_day(&event.date_latest).into(),
            event.date_precision.code().into(),
            earliest.and_then(|day| day[..4].parse::<i32>().ok()).into(),
            event.country.as_str().into(),
            event.country.name().into(),
            words.shown_if(event.admin1).into(),
            words.shown_if(place.name).into(),
            place.latitude.into(),
            place.longitude.into(),
            place.precision.code().into(),
            names(&perpetrators).into(),
            kinds(&perpetrators).into(),
            names(&targets).into(),
            kinds(&targets).into(),
            event.victims_low.into(),
            event.victims_best.into(),
            event.victims_high.into(),
            event.deaths_low.into(),
            event.deaths_best.into(),
            event.deaths_high.into(),
            rights.into(),
            law.0.into(),
            law.1.into(),
            sources.into(),
            Cell::Whole(i64::try_from(origins.len()).unwrap_or(i64::MAX)),
            references.into(),
            stances.into(),
            event.confidence.code().into(),
            event.status.code().into(),
            event.created_at.to_string().into(),
            event.updated_at.to_string().into(),
            event.version.into(),
        ]
    }
}
