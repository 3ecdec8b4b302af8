//! HOW `events.csv` STREAMS: a page of events at a time, joined with what belongs to them in memory.
//!
//! A page costs a handful of queries, each a walk along an index, however many events there are.
//! What many events share (actors, statements, the law of a country) is kept between pages, bounded.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use diesel::sql_types::{Nullable, Text};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};

use super::known_actors::KnownActors;
use super::tables::Sink;
use super::write::Cell;
use crate::casework::law::deciding_day;
use crate::casework::records::event_view::{Place, place_if};
use crate::casework::records::{grouped, links};
use crate::domain::edtf::known_day;
use crate::domain::law::LawBook;
use crate::domain::{
    Confidence, Country, DatePrecision, GeoPrecision, Id, ParticipationRole, Stance, Status,
};
use crate::each_backend;
use crate::error::Result;
use crate::store::schema::{event_rights, events, participations, statements};
use crate::store::sql_types::{RecordId, TimestampText};
use crate::store::visibility::{self, Kind};
use crate::store::{Db, Eyes, Memory, Sql};

/// How many events are in memory at a time.
const PAGE: i64 = 500;
/// How many of each are kept between pages, in some 15 MiB each at the most.
const MOST_INCIDENTS: usize = 100_000;
const MOST_STATEMENTS: usize = 50_000;
const MOST_LAW: usize = 40_000;

/// An event: what is exported of it, and no more.
#[derive(diesel::Queryable, diesel::Selectable)]
#[diesel(table_name = events)]
struct Exported {
    id: Id,
    incident_id: Id,
    version: i32,
    created_at: TimestampText,
    updated_at: TimestampText,
    reference: String,
    status: Status,
    event_type: String,
    title: String,
    date: Option<String>,
    date_earliest: String,
    date_latest: String,
    date_precision: DatePrecision,
    country: Country,
    admin1: Option<String>,
    place_name: Option<String>,
    latitude: Option<f64>,
    longitude: Option<f64>,
    geo_precision: GeoPrecision,
    victims_low: Option<i32>,
    victims_best: Option<i32>,
    victims_high: Option<i32>,
    deaths_low: Option<i32>,
    deaths_best: Option<i32>,
    deaths_high: Option<i32>,
    confidence: Confidence,
}

/// A participation: event, actor, role.
type Person = (Id, Id, ParticipationRole);
/// A right that an event affects: event, code.
type Right = (Id, String);

#[derive(diesel::QueryableByName)]
struct Cited {
    #[diesel(sql_type = RecordId)]
    event_id: Id,
    #[diesel(sql_type = RecordId)]
    statement_id: Id,
    #[diesel(sql_type = Text)]
    stance: Stance,
}

/// A statement, as cells show it; `None` for one that may not be shown.
struct KnownStatement {
    reference: Arc<str>,
    issuers: Vec<Arc<str>>,
    /// The statement that it goes back to, over any number of others.
    origin: Id,
}

/// Provisions, and how their instruments bound the state.
#[derive(Default)]
struct LawCells {
    provisions: Vec<Arc<str>>,
    statuses: Vec<Arc<str>>,
}

/// What is kept between pages.
#[derive(Default)]
struct Kept {
    /// Whether an incident may be shown.
    incidents: HashMap<Id, bool>,
    actors: KnownActors,
    statements: HashMap<Id, Option<KnownStatement>>,
    /// By country, span of days between two of its commitments, and rights.
    law: HashMap<String, LawCells>,
    /// Each text of the law once.
    law_texts: HashSet<Arc<str>>,
}

/// What a layout of others asks about the events of a page, besides what their columns hold.
pub type Beside = fn(&mut Db, &[Id]) -> Result<HashMap<Id, Cell<'static>>>;

/// Gives the rows of the events that meet a condition, in the order in which they were created.
pub fn rows(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    condition: &Sql,
    row: Sink<'_>,
) -> Result<()> {
    rows_and(db, eyes, memory, condition, None, row)
}

/// [`rows`], each with one cell more at its end, if something is asked beside.
pub fn rows_and(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    condition: &Sql,
    beside: Option<Beside>,
    row: Sink<'_>,
) -> Result<()> {
    let vocabulary = memory.vocabulary(db)?;
    let law = memory.law(db)?;
    let mut kept = Kept::default();
    let mut last = Id::least();
    loop {
        let page: Vec<Exported> = events::table
            .filter(condition.clone().and(Sql::new("events.id > ").bind(last)))
            .order(Sql::new("events.id"))
            .limit(PAGE)
            .select(Exported::as_select())
            .load(db)?;
        let Some(end) = page.last() else { return Ok(()) };
        last = end.id;
        let ids: Vec<Id> = page.iter().map(|event| event.id).collect();
        let eyes = &eyes.on(db, Kind::Event, &ids)?;
        let people = grouped(people(db, &ids)?, |it| it.0);
        let rights = grouped(rights(db, &ids)?, |it| it.0);
        let cited = grouped(cited(db, eyes, &ids)?, |it| it.event_id);
        kept.make_room();
        kept.learn_incidents(db, eyes, page.iter().map(|event| event.incident_id))?;
        kept.actors.learn(db, eyes, people.values().flatten().map(|it| it.1))?;
        kept.learn_statements(db, eyes, cited.values().flatten().map(|it| it.statement_id))?;
        let mut beside = beside.map(|ask| ask(db, &ids)).transpose()?;

        for event in &page {
            let belongs = Belongs {
                label: vocabulary.event_type(&event.event_type).map(|it| it.label.as_str()),
                people: people.get(&event.id).map_or(&[], Vec::as_slice),
                rights: rights.get(&event.id).map_or(&[], Vec::as_slice),
                cited: cited.get(&event.id).map_or(&[], Vec::as_slice),
            };
            let key = kept.learn_law(&law, event, belongs.rights);
            let mut cells = kept.cells(eyes, event, &belongs, key.as_deref());
            cells.extend(beside.as_mut().map(|it| it.remove(&event.id).unwrap_or(Cell::Empty)));
            row(&cells)?;
        }
    }
}

/// What belongs to one event.
struct Belongs<'p> {
    label: Option<&'p str>,
    people: &'p [Person],
    rights: &'p [Right],
    cited: &'p [Cited],
}

fn people(db: &mut Db, ids: &[Id]) -> Result<Vec<Person>> {
    let query = participations::table
        .filter(participations::event_id.eq_any(ids))
        .order((participations::event_id, participations::position))
        .select((participations::event_id, participations::actor_id, participations::role));
    Ok(each_backend!(db, |c| query.load(c))?)
}

fn rights(db: &mut Db, ids: &[Id]) -> Result<Vec<Right>> {
    let query = event_rights::table
        .filter(event_rights::event_id.eq_any(ids))
        .order((event_rights::event_id, event_rights::right_code))
        .select((event_rights::event_id, event_rights::right_code));
    Ok(each_backend!(db, |c| query.load(c))?)
}

fn cited(db: &mut Db, eyes: &Eyes, ids: &[Id]) -> Result<Vec<Cited>> {
    // The rule for citations, less what is known here: the event is visible, and nothing else is
    // cited. Whether the statement is, is asked once for each statement.
    let query = Sql::new(
        "SELECT c.event_id AS event_id, c.statement_id AS statement_id, c.stance AS stance FROM citations c \
         WHERE c.event_id IN (",
    )
    .list(ids.iter().copied())
    .sql(") AND c.deleted_at IS NULL AND ")
    .then(visibility::citation_level("c", &eyes.caller))
    .sql(" ORDER BY c.event_id, c.id");
    Ok(query.load(db)?)
}

/// The first statement that each of these goes back to. One that the caller may not see is counted
/// all the same: two that copy it are one source.
pub(super) fn origins(db: &mut Db, from: impl Iterator<Item = Id>) -> Result<HashMap<Id, Id>> {
    /// Longer chains of copies are taken to begin where the count ends.
    const LONGEST: usize = 20;
    let mut origins: HashMap<Id, Id> = from.map(|id| (id, id)).collect();
    for _ in 0..LONGEST {
        let mut sources = HashMap::new();
        for ids in links::in_batches(origins.values().copied()) {
            let rows: Vec<(Id, Option<Id>)> = statements::table
                .filter(statements::id.eq_any(&ids))
                .filter(statements::derived_from.is_not_null())
                .select((statements::id, statements::derived_from))
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
    /// Forgets what has become too much, before a page is learnt.
    fn make_room(&mut self) {
        if self.incidents.len() > MOST_INCIDENTS {
            self.incidents.clear();
        }
        self.actors.make_room();
        if self.statements.len() > MOST_STATEMENTS {
            self.statements.clear();
        }
        if self.law.len() > MOST_LAW {
            self.law.clear();
            self.law_texts.clear();
        }
    }

    fn learn_incidents(
        &mut self,
        db: &mut Db,
        eyes: &Eyes,
        ids: impl Iterator<Item = Id>,
    ) -> Result<()> {
        let new: HashSet<Id> = ids.filter(|id| !self.incidents.contains_key(id)).collect();
        let seen = links::visible(db, &eyes.caller, Kind::Incident, new.iter().copied())?;
        self.incidents.extend(new.into_iter().map(|id| (id, seen.contains(&id))));
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
        let new: HashSet<Id> = ids.filter(|id| !self.statements.contains_key(id)).collect();
        for batch in links::in_batches(new) {
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
            self.actors.learn(db, eyes, issuers.iter().map(|it| it.actor_id))?;
            let mut issuers = grouped(issuers, |it| it.statement_id);
            let origins = origins(db, shown.iter().filter_map(|it| it.derived_from))?;
            for id in &batch {
                self.statements.insert(*id, None);
            }
            for Shown { id, reference, derived_from } in shown {
                let issuers = issuers.remove(&id).unwrap_or_default();
                let names = issuers.iter().filter_map(|it| self.actors.get(it.actor_id));
                let statement = KnownStatement {
                    reference: reference.into(),
                    issuers: names.map(|it| it.name.clone()).collect(),
                    origin: derived_from.map_or(id, |source| origins[&source]),
                };
                self.statements.insert(id, Some(statement));
            }
        }
        Ok(())
    }

    /// Finds the provisions that bound the state on the day, and how, once for all events of a
    /// country, between two of its commitments, on the same rights. Gives their key.
    fn learn_law(&mut self, law: &LawBook, event: &Exported, rights: &[Right]) -> Option<String> {
        use std::fmt::Write;
        let country = event.country.as_str();
        let day = deciding_day(&event.date_earliest)?;
        let mut key = String::with_capacity(64);
        // Writing to a String cannot fail.
        let _ = write!(key, "{country} {}", law.period(country, day));
        for (_, right) in rights {
            key.push(' ');
            key.push_str(right);
        }
        if self.law.contains_key(&key) {
            return Some(key);
        }
        let rights: Vec<String> = rights.iter().map(|it| it.1.clone()).collect();
        let mut cells = LawCells::default();
        // What protects children alone, say, is no obligation of every event on that right.
        for it in law.obligations(country, day, &rights) {
            if it.only_for.is_some() {
                continue;
            }
            let code = &it.standing.instrument.code;
            cells.provisions.push(self.law_text(format!("{code} {}", it.provision.label)));
            let since = it.standing.by.map(|act| format!(" since {}", act.date));
            let status = format!("{code}: {}{}", it.standing.status, since.unwrap_or_default());
            if !cells.statuses.iter().any(|it| **it == *status) {
                cells.statuses.push(self.law_text(status));
            }
        }
        self.law.insert(key.clone(), cells);
        Some(key)
    }

    fn law_text(&mut self, text: String) -> Arc<str> {
        if let Some(known) = self.law_texts.get(text.as_str()) {
            return known.clone();
        }
        let text: Arc<str> = text.into();
        self.law_texts.insert(text.clone());
        text
    }

    fn cells<'r>(
        &'r self,
        eyes: &'r Eyes,
        event: &'r Exported,
        belongs: &Belongs<'r>,
        law: Option<&str>,
    ) -> Vec<Cell<'r>> {
        let Belongs { label, people, rights, cited } = *belongs;
        let known = people.iter().all(|it| eyes.may_know(it.1));
        let place = Place {
            name: event.place_name.clone(),
            latitude: event.latitude,
            longitude: event.longitude,
            precision: event.geo_precision,
        };
        let province = event.admin1.as_deref().filter(|_| eyes.tell_province());
        let place = place_if(known, eyes.coarsest(), place, province.is_some());
        let in_role = |role: ParticipationRole| {
            let people = people.iter().filter(move |it| it.2 == role);
            people.filter_map(|it| self.actors.get(it.1))
        };
        let names = |role| in_role(role).map(|it| it.name.as_ref()).collect::<Vec<&str>>();
        let kinds = |role| in_role(role).map(|it| it.kind.code()).collect::<Vec<&str>>();
        let (perpetrator, target) = (ParticipationRole::Perpetrator, ParticipationRole::Target);

        let mut sources: Vec<&str> = Vec::new();
        let (mut origins, mut references, mut stances) = (Vec::new(), Vec::new(), Vec::new());
        for it in cited {
            let Some(Some(statement)) = self.statements.get(&it.statement_id) else { continue };
            if !origins.contains(&statement.origin) {
                origins.push(statement.origin);
            }
            references.push(statement.reference.as_ref());
            stances.push(it.stance.code());
            for issuer in &statement.issuers {
                if !sources.contains(&issuer.as_ref()) {
                    sources.push(issuer);
                }
            }
        }
        let law = law.and_then(|key| self.law.get(key));
        let earliest = known_day(&event.date_earliest);
        let words = eyes.words(event.id);
        let incident = event.reference.rsplit_once("-E").map(|(incident, _)| incident);
        let incident = incident.filter(|_| self.incidents.get(&event.incident_id) == Some(&true));
        vec![
            event.reference.as_str().into(),
            incident.into(),
            event.id.to_string().into(),
            event.event_type.as_str().into(),
            label.into(),
            words.redact(&event.title).into(),
            event.date.as_deref().into(),
            earliest.into(),
            known_day(&event.date_latest).into(),
            event.date_precision.code().into(),
            earliest.and_then(|day| day[..4].parse::<i32>().ok()).into(),
            event.country.as_str().into(),
            event.country.name().into(),
            province.map(|name| words.redact(name)).into(),
            words.shown_if(place.name).into(),
            place.latitude.into(),
            place.longitude.into(),
            place.precision.code().into(),
            names(perpetrator).into(),
            kinds(perpetrator).into(),
            names(target).into(),
            kinds(target).into(),
            event.victims_low.into(),
            event.victims_best.into(),
            event.victims_high.into(),
            event.deaths_low.into(),
            event.deaths_best.into(),
            event.deaths_high.into(),
            rights.iter().map(|it| it.1.as_str()).collect::<Vec<_>>().into(),
            Cell::Shared(law.map_or(&[], |law| &law.provisions)),
            Cell::Shared(law.map_or(&[], |law| &law.statuses)),
            sources.into(),
            Cell::Whole(i64::try_from(origins.len()).unwrap_or(i64::MAX)),
            references.into(),
            stances.into(),
            event.confidence.code().into(),
            event.status.code().into(),
            event.created_at.0.as_str().into(),
            event.updated_at.0.as_str().into(),
            event.version.into(),
        ]
    }
}
