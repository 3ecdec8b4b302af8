//! Incidents: the case files that monitors open.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::Event;
use super::event_input::EventInput;
use super::filter::{Asked, common_filters, is_one_of};
use super::input::{Link, levelled};
use super::links::RecordLink;
use super::searched::{Searched, joined};
use super::{Envelope, Filter, Head, Record, Row, enveloped, grouped, links, row};
use crate::casework::act::Act;
use crate::casework::change_record::touch;
use crate::casework::create_record::create;
use crate::domain::{Action, Confidentiality, Country, Id, Status};
use crate::each_backend;
use crate::error::{Error, Result, Wrong};
use crate::store::protection::Protected;
use crate::store::schema::{incident_tags, users};
use crate::store::words::Words;
use crate::store::{Db, Eyes, Kind, Sql, counters, visibility};

row! {
    /// See [`Incident`].
    IncidentRow in incidents {
        reference: String,
        status: Status,
        title: String,
        summary: Option<String>,
        country: Country,
        tags: String,
        assigned_to: Option<Id>,
        #[serde(skip)]
        search_text: String,
    }
}

/// A case file: one or more events that belong together.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Incident {
    pub row: IncidentRow,
}

/// An incident, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IncidentInput {
    #[schema(min_length = 1, max_length = 1000, example = "Crackdown on the CNRP")]
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub summary: Option<String>,
    pub country: Country,
    #[serde(default)]
    #[schema(max_items = 100)]
    pub tags: Vec<String>,
    /// Who looks after it: the id or e-mail address of a user. Needs a reviewer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub assigned_to: Option<String>,
    /// New events, made with the incident. Only when it is created.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200, no_recursion)]
    pub events: Vec<EventInput>,
    /// internal, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(IncidentInput);

/// An incident, as it is shown, with those of its events that the caller may see.
#[derive(Debug, Serialize, ToSchema)]
pub struct IncidentView {
    #[serde(flatten)]
    pub head: Head,
    pub status: Status,
    pub title: String,
    pub summary: Option<String>,
    #[schema(value_type = Country)]
    pub country: Country,
    pub tags: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub assigned_to: Option<Id>,
    /// How many events it has that the caller may see.
    pub event_count: i64,
    /// The first 1,000 by date; all of them are at `/events?incident=…`.
    pub events: Vec<RecordLink>,
}

impl Record for Incident {
    const KIND: Kind = Kind::Incident;
    const REF: Option<&'static str> = Some("ref");
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = IncidentRow;
    type Input = IncidentInput;
    type View = IncidentView;

    fn row(&self) -> &IncidentRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut IncidentRow {
        &mut self.row
    }

    fn reference(&self) -> String {
        self.row.reference.clone()
    }

    fn status(&self) -> Option<Status> {
        Some(self.row.status)
    }

    fn set_status(&mut self, status: Status) {
        self.row.status = status;
    }

    fn assigned_to(&self) -> Option<Id> {
        self.row.assigned_to
    }

    fn with_parts(_: &mut Db, rows: Vec<IncidentRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        if before.is_some_and(|before| before.row.tags == self.row.tags) {
            return Ok(());
        }
        if before.is_some() {
            let tags = incident_tags::table.filter(incident_tags::incident_id.eq(self.row.id));
            diesel::delete(tags).execute(db)?;
        }
        let tags: Vec<_> = self
            .tags()
            .into_iter()
            .map(|tag| (incident_tags::incident_id.eq(self.row.id), incident_tags::tag.eq(tag)))
            .collect();
        if !tags.is_empty() {
            each_backend!(db, |c| diesel::insert_into(incident_tags::table)
                .values(&tags)
                .execute(c))?;
        }
        Ok(())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut IncidentInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.line("/title", &mut input.title);
        wrong.passage_if("/summary", &mut input.summary);
        wrong.at_most("/tags", &input.tags, 100);
        for (at, tag) in input.tags.iter_mut().enumerate() {
            wrong.short(&format!("/tags/{at}"), tag, 200);
        }
        input.tags.sort_unstable();
        input.tags.dedup();
        wrong.at_most("/events", &input.events, 200);
        if before.is_some() && !input.events.is_empty() {
            wrong.add("/events", "add events with POST /events, naming the incident");
        }
        wrong.check()?;

        let assigned_to = match &input.assigned_to {
            None => {
                if before.is_some_and(|before| before.row.assigned_to.is_some()) {
                    act.caller.must(Action::Assign)?;
                }
                None
            }
            Some(name) => Some(assignee(db, act, name, before)?),
        };
        let reference = if let Some(before) = before {
            before.row.reference.clone()
        } else {
            let first = input.events.first().and_then(|event| event.date.as_ref());
            let day = first.and_then(crate::domain::Edtf::earliest).or(act.first_day);
            reference(db, &input.country, day.unwrap_or_else(|| act.now.day()))?
        };
        let protected = act.memory.protection(db)?;
        let mut incident = Self {
            row: enveloped!(IncidentRow, envelope, {
                reference,
                status: before.map_or(Status::Draft, |before| before.row.status),
                title: input.title.clone(),
                summary: input.summary.clone(),
                country: input.country.clone(),
                tags: serde_json::to_string(&input.tags).map_err(Error::internal)?,
                assigned_to,
                search_text: String::new(),
            }),
        };
        incident.row.search_text = incident.searched(&protected);
        Ok(incident)
    }

    fn stored(
        &self,
        db: &mut Db,
        act: &mut Act,
        input: IncidentInput,
        before: Option<&Self>,
    ) -> Result<()> {
        if before.is_none() {
            act.incident = Some(self.clone());
        }
        for (at, mut event) in input.events.into_iter().enumerate() {
            let pointer = format!("/events/{at}");
            if event.incident.is_some() {
                let message = "leave it out: the event belongs to the incident it is sent with";
                return Err(Error::field(format!("{pointer}/incident"), message));
            }
            event.incident = Some(Link::to(self.row.id));
            event.country.get_or_insert_with(|| self.row.country.clone());
            if event.confidentiality.is_none() {
                event.confidentiality = Confidentiality::of_level(self.row.confidentiality);
                event.team = self.row.team_id.map(|team| team.to_string());
            }
            create::<Event>(db, act, event).map_err(|error| error.under(&pointer))?;
        }
        match before {
            Some(before) if before.reach() != self.reach() => self.pass_on_to_events(db, act),
            _ => Ok(()),
        }
    }

    fn hidden_or_restored(&self, db: &mut Db, act: &mut Act) -> Result<()> {
        self.pass_on_to_events(db, act)
    }

    fn index_entry(&self) -> Option<Words> {
        Some(self.entry())
    }

    fn as_input(&self) -> IncidentInput {
        let row = self.row.clone();
        IncidentInput {
            title: row.title,
            summary: row.summary,
            country: row.country,
            tags: self.tags(),
            assigned_to: row.assigned_to.map(|user| user.to_string()),
            events: Vec::new(),
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, incidents: Vec<Self>) -> Result<Vec<IncidentView>> {
        let mut events = events_of(db, eyes, incidents.iter().map(|it| it.row.id))?;
        Ok(incidents
            .into_iter()
            .map(|incident| {
                let head = Head::of(&incident, eyes);
                let words = eyes.words(head.id);
                let tags = incident.tags();
                let row = incident.row;
                let (event_count, events) = events.remove(&row.id).unwrap_or_default();
                IncidentView {
                    head,
                    status: row.status,
                    title: words.shown(row.title),
                    summary: words.shown_if(row.summary),
                    country: row.country,
                    tags: tags.into_iter().map(|tag| words.shown(tag)).collect(),
                    assigned_to: row.assigned_to.filter(|_| eyes.caller.may_know_staff()),
                    event_count,
                    events,
                }
            })
            .collect())
    }
}

impl Incident {
    fn tags(&self) -> Vec<String> {
        links::list(&self.row.tags)
    }

    /// What decides who sees its events.
    fn reach(&self) -> (i16, Option<Id>, Option<Id>) {
        (self.row.confidentiality, self.row.team_id, self.row.assigned_to)
    }

    /// The level that it gives to its events: hidden, while it is hidden itself.
    pub fn level_for_events(&self) -> i16 {
        if self.row.deleted_at.is_some() { HIDDEN } else { self.row.confidentiality }
    }

    /// An event is at least as confidential as its incident, and assigned with it.
    fn pass_on_to_events(&self, db: &mut Db, act: &mut Act) -> Result<()> {
        let condition = Sql::new("events.incident_id = ").bind(self.row.id);
        let rows = super::event::EventRow::load(db, condition, Sql::new("events.id"), i64::MAX)?;
        for event in Event::with_parts(db, rows)? {
            let effective = event.row.confidentiality.max(self.level_for_events());
            let team = event.team_within(self)?;
            touch(db, act, event, "changed", |event| {
                event.row.effective_confidentiality = effective;
                event.row.team_id = team;
                event.row.assigned_to = self.row.assigned_to;
            })?;
        }
        Ok(())
    }
}

impl Searched for Incident {
    fn searched(&self, protected: &Protected) -> String {
        protected.searchable(&self.whole_text())
    }

    fn search_text(&self) -> &str {
        &self.row.search_text
    }

    fn set_search_text(&mut self, text: String) {
        self.row.search_text = text;
    }

    fn whole_text(&self) -> String {
        let tags = self.tags().join("\n");
        joined([Some(self.row.title.as_str()), self.row.summary.as_deref(), Some(&tags)])
    }
}

/// The effective confidentiality of an event whose incident is hidden: above every clearance.
const HIDDEN: i16 = 9;

/// The next ref of a country and year: `KHM-2017-0042`.
fn reference(db: &mut Db, country: &Country, day: chrono::NaiveDate) -> Result<String> {
    let series = format!("{country}-{}", day.format("%Y"));
    Ok(format!("{series}-{:04}", counters::next(db, &series)?))
}

fn assignee(db: &mut Db, act: &Act, name: &str, before: Option<&Incident>) -> Result<Id> {
    let id = name.parse::<Id>().ok();
    if let (Some(id), Some(before)) = (id, before)
        && before.row.assigned_to == Some(id)
    {
        return Ok(id);
    }
    act.caller.must(Action::Assign)?;
    let known = users::table.filter(users::deleted_at.is_null()).filter(users::active.eq(true));
    let found: Option<Id> = if let Some(id) = id {
        known.filter(users::id.eq(id)).select(users::id).load(db)?.pop()
    } else {
        let email = name.trim().to_lowercase();
        known.filter(users::email.eq(email)).select(users::id).load(db)?.pop()
    };
    found.ok_or_else(|| Error::field("/assigned_to", "there is no such active user"))
}

/// The most events that an incident is shown with.
const MOST_EVENTS: usize = 1_000;

/// The events of incidents that the caller may see: how many, and as links, oldest first.
fn events_of(
    db: &mut Db,
    eyes: &Eyes,
    incidents: impl Iterator<Item = Id>,
) -> Result<std::collections::HashMap<Id, (i64, Vec<RecordLink>)>> {
    use crate::store::sql_types::RecordId;
    #[derive(diesel::QueryableByName)]
    struct Of {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = RecordId)]
        incident_id: Id,
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        events: i64,
    }
    let mut pairs = Vec::new();
    for ids in links::in_batches(incidents) {
        let query = Sql::new(
            "SELECT n.id AS id, n.incident_id AS incident_id, n.events AS events FROM (\
             SELECT e.id AS id, e.incident_id AS incident_id, COUNT(*) OVER (PARTITION BY e.incident_id) AS events, \
             ROW_NUMBER() OVER (PARTITION BY e.incident_id ORDER BY e.date_earliest, e.id) AS place \
             FROM events e WHERE e.incident_id IN (",
        )
        .list(ids)
        .sql(") AND ")
        .then(visibility::visible(Kind::Event, "e", &eyes.caller))
        .sql(format!(") n WHERE n.place <= {MOST_EVENTS} ORDER BY n.incident_id, n.place"));
        pairs.extend(query.load::<Of>(db)?);
    }
    let shown = links::records(db, eyes, Kind::Event, pairs.iter().map(|pair| pair.id))?;
    let groups = grouped(pairs, |pair| pair.incident_id);
    Ok(groups
        .into_iter()
        .map(|(incident, pairs)| {
            let count = pairs.first().map_or(0, |pair| pair.events);
            let links = pairs.iter().filter_map(|pair| shown.get(&pair.id).cloned());
            (incident, (count, links.collect()))
        })
        .collect())
}

/// The incidents with an event that meets all that is asked of their events: by the first of these
/// filters that is asked for; the others then add nothing.
fn with_event(asked: &Asked<'_>, name: &str) -> Result<Sql, String> {
    let first =
        ["happened_in", "from", "to"].into_iter().find(|it| asked.filters.get(it).is_some());
    let mut event = Sql::new("incidents.id IN (SELECT he.incident_id FROM events he WHERE ")
        .then(visibility::visible(Kind::Event, "he", asked.caller));
    for (one, value) in &asked.filters.0 {
        let asked = Asked { value, ..*asked };
        event = match one.as_str() {
            "happened_in" => event.sql(" AND ").then(asked.any_of::<Country>("he.country")?),
            "from" => event.sql(" AND he.date_earliest >= ").bind(asked.day()?),
            "to" => event
                .sql(" AND he.date_earliest <= ")
                .bind(asked.day()?)
                .sql(" AND he.date_earliest > '0001-01-01'"),
            _ => event,
        };
    }
    if first == Some(name) { Ok(event.sql(")")) } else { Ok(Sql::always()) }
}

const COMMON: [Filter; 4] = common_filters!("incidents");
pub(super) static FILTERS: [Filter; 12] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "country",
            about: "Countries, ISO 3166-1 alpha-3; several with commas.",
            example: "KHM",
            condition: |asked| asked.any_of::<Country>("incidents.country"),
        },
        Filter {
            name: "happened_in",
            about: "Countries in which one of their events happened, which may be another than their own; several with commas. With `from` or `to`: in that time.",
            example: "KHM",
            condition: |asked| with_event(asked, "happened_in"),
        },
        Filter {
            name: "from",
            about: "With an event that began on or after a day, by the first day that its date may mean.",
            example: "2017-01-01",
            condition: |asked| with_event(asked, "from"),
        },
        Filter {
            name: "to",
            about: "With an event that began on or before a day, by the first day that its date may mean.",
            example: "2017-12-31",
            condition: |asked| with_event(asked, "to"),
        },
        Filter {
            name: "status",
            about: "Status in review; several with commas.",
            example: "published",
            condition: |asked| asked.statuses("incidents.status"),
        },
        Filter {
            name: "tag",
            about: "Tags; several with commas.",
            example: "fictional",
            condition: |asked| {
                asked.tagged(Kind::Incident, "incidents", |tags| {
                    Sql::new("incidents.id IN (SELECT it.incident_id FROM incident_tags it WHERE ")
                        .then(is_one_of("it.tag", tags))
                        .sql(")")
                })
            },
        },
        Filter {
            name: "assigned",
            about: "`me`: those that the caller looks after.",
            example: "me",
            condition: |asked| match asked.value {
                "me" => Ok(Sql::new("incidents.assigned_to = ").bind(asked.user)),
                _ => Err("it can only be me".to_owned()),
            },
        },
        Filter {
            name: "q",
            about: "Words in title, summary or tags; see `/search` for how they are written.",
            example: "crackdown",
            condition: |asked| Ok(asked.words_in(Kind::Incident)),
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
