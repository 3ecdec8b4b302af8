//! Events: one act of one type, on a date, at a place.

use serde::{Deserialize, Serialize};

use super::event_input::{EventInput, FindingInput, ParticipationInput, RelationInput};
use super::event_parts::Parts;
use super::event_place::{shown_precision, within};
use super::filter::{common_filters, is_one_of, named};
use super::incident::Incident;
use super::input::Link;
use super::searched::{Searched, joined};
use super::{Envelope, Filter, Record, Sort, citation, enveloped, links, row};
use crate::casework::act::Act;
use crate::casework::create_record::create;
use crate::domain::edtf::derived;
use crate::domain::{
    ActorKind, Confidence, Confidentiality, Count, Country, DatePrecision, GeoPrecision, Id,
    LegalStage, ParticipationRole, Status,
};
use crate::error::{Error, Result};
use crate::store::protection::{MARK, Protected};
use crate::store::visibility::{citation_level, participation_in_visible_event, visible};
use crate::store::words::Words;
use crate::store::{Db, Eyes, Kind, Sql, counters};

row! {
    /// See [`Event`].
    EventRow in events {
        reference: String,
        status: Status,
        incident_id: Id,
        effective_confidentiality: i16,
        assigned_to: Option<Id>,
        event_type: String,
        title: String,
        narrative: Option<String>,
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
        aims_at: Option<String>,
        motive: Option<String>,
        charge: Option<String>,
        court: Option<String>,
        legal_stage: Option<LegalStage>,
        confidence: Confidence,
        #[serde(skip)]
        search_text: String,
    }
}

/// One act of one type: who did what to whom, when and where.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Event {
    pub row: EventRow,
    pub parts: Parts,
}

impl Record for Event {
    const KIND: Kind = Kind::Event;
    const REF: Option<&'static str> = Some("ref");
    const NEEDS_ALONE: &'static [&'static str] = &["incident", "country"];
    const FILTERS: &'static [Filter] = &FILTERS;
    const SORTS: &'static [Sort] = &[Sort::DATE, Sort::CREATED, Sort::UPDATED];

    type Row = EventRow;
    type Input = EventInput;
    type View = super::event_view::EventView;

    fn row(&self) -> &EventRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut EventRow {
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

    fn effective_level(&self) -> i16 {
        self.row.effective_confidentiality
    }

    fn with_parts(db: &mut Db, rows: Vec<EventRow>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = rows.iter().map(|row| row.id).collect();
        let parts = Parts::load(db, &ids)?;
        Ok(rows.into_iter().zip(parts).map(|(row, parts)| Self { row, parts }).collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        self.parts.save(db, self.row.id, before.map(|before| &before.parts))
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut EventInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        input.check(act.now.day(), before.is_none())?;
        let vocabulary = act.memory.vocabulary(db)?;
        let of_type = match before {
            // A type may be deprecated after events were recorded with it.
            Some(before) if before.row.event_type == input.event_type => {
                vocabulary.event_type(&input.event_type).map_or(Vec::new(), |it| it.rights.clone())
            }
            _ => vocabulary
                .check_event_type(&input.event_type)
                .map_err(|about| Error::field("/type", about))?
                .rights
                .clone(),
        };
        if let Some(aim) = &input.aims_at
            && before.is_none_or(|before| before.row.aims_at.as_ref() != Some(aim))
        {
            vocabulary.check_event_type(aim).map_err(|about| Error::field("/aims_at", about))?;
        }
        let Some(country) = input.country.clone() else {
            return Err(Error::field("/country", "is required"));
        };
        let incident = Self::incident(db, act, input)?;
        if let Some(before) = before
            && before.row.incident_id != incident.row.id
        {
            return Err(Error::field(
                "/incident",
                "an event stays with its incident, whose ref it carries; relate it to other events instead",
            ));
        }
        let before_parts = before.map(|before| &before.parts);
        let parts = Parts::build(db, act, input, envelope.id, &of_type, before_parts)?;
        let reference = if let Some(before) = before {
            before.row.reference.clone()
        } else {
            let series = format!("{}-E", incident.row.reference);
            format!("{series}{}", counters::next(db, &series)?)
        };
        let protected = act.memory.protection(db)?;
        let (date_earliest, date_latest, date_precision) = derived(input.date.as_ref());
        let number = |count: Option<Count>| count.map(|count| count.0);
        let input = input.clone();
        let mut event = Self {
            parts,
            row: enveloped!(EventRow, envelope, {
                reference,
                status: before.map_or(Status::Draft, |before| before.row.status),
                incident_id: incident.row.id,
                effective_confidentiality: envelope.confidentiality.max(incident.level_for_events()),
                assigned_to: incident.row.assigned_to,
                event_type: input.event_type,
                title: input.title,
                narrative: input.narrative,
                date: input.date.map(|date| date.to_string()),
                date_earliest,
                date_latest,
                date_precision,
                country,
                admin1: input.admin1,
                place_name: input.place_name,
                latitude: input.latitude,
                longitude: input.longitude,
                geo_precision: input.geo_precision.unwrap_or(GeoPrecision::Unknown),
                victims_low: number(input.victims_low),
                victims_best: number(input.victims_best),
                victims_high: number(input.victims_high),
                deaths_low: number(input.deaths_low),
                deaths_best: number(input.deaths_best),
                deaths_high: number(input.deaths_high),
                aims_at: input.aims_at,
                motive: input.motive,
                charge: input.charge,
                court: input.court,
                legal_stage: input.legal_stage,
                confidence: input.confidence.unwrap_or(Confidence::Possible),
                search_text: String::new(),
            }),
        };
        event.row.team_id = event.team_within(&incident)?;
        event.row.search_text = event.searched(&protected);
        Ok(event)
    }

    fn stored(
        &self,
        db: &mut Db,
        act: &mut Act,
        input: EventInput,
        _: Option<&Self>,
    ) -> Result<()> {
        for (at, sent) in input.citations.into_iter().enumerate() {
            let of_event = citation::CitationInput::of_event(sent, self.row.id);
            create::<citation::Citation>(db, act, of_event)
                .map_err(|error| error.under(&format!("/citations/{at}")))?;
        }
        Ok(())
    }

    fn index_entry(&self) -> Option<Words> {
        Some(self.entry())
    }

    fn as_input(&self) -> EventInput {
        let row = self.row.clone();
        let own_team = row.team_id.filter(|_| row.confidentiality == 3);
        EventInput {
            incident: Some(Link::to(row.incident_id)),
            event_type: row.event_type,
            title: row.title,
            narrative: row.narrative,
            date: row.date.and_then(|date| date.parse().ok()),
            country: Some(row.country),
            admin1: row.admin1,
            place_name: row.place_name,
            latitude: row.latitude,
            longitude: row.longitude,
            geo_precision: Some(row.geo_precision),
            victims_low: row.victims_low.map(Count),
            victims_best: row.victims_best.map(Count),
            victims_high: row.victims_high.map(Count),
            deaths_low: row.deaths_low.map(Count),
            deaths_best: row.deaths_best.map(Count),
            deaths_high: row.deaths_high.map(Count),
            aims_at: row.aims_at,
            motive: row.motive,
            charge: row.charge,
            court: row.court,
            legal_stage: row.legal_stage,
            confidence: Some(row.confidence),
            rights: Some(self.parts.rights.iter().map(|it| it.right_code.clone()).collect()),
            participations: self
                .parts
                .participations
                .iter()
                .map(ParticipationInput::from)
                .collect(),
            relations: self
                .parts
                .relations
                .iter()
                .map(|it| RelationInput { kind: it.kind, event: it.other_id.to_string() })
                .collect(),
            findings: self
                .parts
                .findings
                .iter()
                .map(|it| FindingInput {
                    provision: it.provision_id.to_string(),
                    finding: it.finding,
                    statement: it.statement_id.map(|id| id.to_string()),
                    court: it.court_id.map(Link::to),
                    note: it.note.clone(),
                })
                .collect(),
            citations: Vec::new(),
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: own_team.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, events: Vec<Self>) -> Result<Vec<Self::View>> {
        super::event_view::views(db, eyes, events)
    }
}

impl Event {
    /// The incident that the input names; made, if it is described.
    fn incident(db: &mut Db, act: &mut Act, input: &mut EventInput) -> Result<Incident> {
        if let Some(Link::New(new)) = &mut input.incident {
            if !new.events.is_empty() {
                let message =
                    "send either an event with its incident or an incident with its events";
                return Err(Error::field("/incident/events", message));
            }
            if new.confidentiality.is_none() {
                new.confidentiality = input.confidentiality;
                new.team.clone_from(&input.team);
            }
            // The year of its ref is that of its first event.
            let mut described = (**new).clone();
            described.events.clear();
            let first = input.date.as_ref().and_then(crate::domain::Edtf::earliest);
            act.first_day = first;
            let made =
                create::<Incident>(db, act, described).map_err(|error| error.under("/incident"));
            act.first_day = None;
            return made;
        }
        match &input.incident {
            Some(Link::To(name)) => match &act.incident {
                Some(made) if name.parse() == Ok(made.row.id) => Ok(made.clone()),
                _ => links::find::<Incident>(db, act, name, "/incident"),
            },
            _ => Err(Error::field("/incident", "is required")),
        }
    }

    /// What it is found by, with the name of its place or without.
    fn texts(&self, with_place: bool) -> String {
        let Self { row, .. } = self;
        joined([
            Some(row.title.as_str()),
            row.narrative.as_deref(),
            row.place_name.as_deref().filter(|_| with_place),
            row.admin1.as_deref(),
            row.charge.as_deref(),
        ])
    }

    /// The team of a restricted event, or of one whose incident is restricted.
    ///
    /// # Errors
    /// [`Error::Invalid`] if the two have different teams: nobody could see the event.
    pub fn team_within(&self, incident: &Incident) -> Result<Option<Id>> {
        let own = self.row.team_id.filter(|_| self.row.confidentiality == 3);
        match (own, incident.row.team_id) {
            (Some(own), Some(other)) if own != other => Err(Error::field(
                "/team",
                "the incident is restricted to another team; use the same for its events",
            )),
            (own, other) => Ok(own.or(other)),
        }
    }
}

impl Searched for Event {
    /// No place that may not be told to everyone: a mark stands in its place.
    fn searched(&self, protected: &Protected) -> String {
        let open = self.parts.participations.iter().all(|it| !protected.is(it.actor_id));
        let mut searched = protected.searchable(&self.texts(open));
        if !open && self.row.place_name.is_some() {
            searched.extend([' ', MARK]);
        }
        searched
    }

    fn search_text(&self) -> &str {
        &self.row.search_text
    }

    fn set_search_text(&mut self, text: String) {
        self.row.search_text = text;
    }

    fn whole_text(&self) -> String {
        self.texts(true)
    }
}

impl From<&super::event_parts::ParticipationRow> for ParticipationInput {
    fn from(row: &super::event_parts::ParticipationRow) -> Self {
        Self {
            id: Some(row.id),
            actor: Link::to(row.actor_id),
            role: row.role,
            count_low: row.count_low.map(Count),
            count_best: row.count_best.map(Count),
            count_high: row.count_high.map(Count),
            harm: row.harm,
        }
    }
}

/// The events in which an actor that meets `which` takes part, in the roles that are asked for.
fn with_participation(asked: &super::filter::Asked<'_>, which: Sql) -> Result<Sql, String> {
    let mut found = Sql::new("events.id IN (SELECT fp.event_id FROM participations fp WHERE ")
        .then(which)
        .sql(" AND ")
        .then(participation_in_visible_event("fp", asked.caller));
    if let Some(roles) = asked.filters.get("role") {
        let roles: Vec<&str> = roles.split(',').map(str::trim).collect();
        for role in &roles {
            role.parse::<ParticipationRole>()?;
        }
        found = found.sql(" AND ").then(is_one_of("fp.role", &roles));
    }
    Ok(found.sql(")"))
}

/// As [`with_participation`], for actors in one given role.
fn with_kind_in_role(asked: &super::filter::Asked<'_>, role: &str) -> Result<Sql, String> {
    let kinds = asked.any_of::<ActorKind>("fk.kind")?;
    Ok(Sql::new(format!(
        "EXISTS (SELECT 1 FROM participations fp JOIN actors fk ON fk.id = fp.actor_id \
         WHERE fp.event_id = events.id AND fp.role = '{role}' AND "
    ))
    .then(kinds)
    .sql(" AND ")
    .then(participation_in_visible_event("fp", asked.caller))
    .sql(")"))
}

const COMMON: [Filter; 4] = common_filters!("events");
pub(in crate::casework) static FILTERS: [Filter; 26] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "country",
            about: "Countries, ISO 3166-1 alpha-3; several with commas.",
            example: "KHM",
            condition: |asked| asked.any_of::<Country>("events.country"),
        },
        Filter {
            name: "type",
            about: "Codes of event types; several with commas.",
            example: "arrest",
            condition: |asked| {
                let codes = asked.alternatives();
                for code in &codes {
                    if asked.memory.vocabulary.event_type(code).is_none() {
                        return Err(format!(
                            "there is no event type '{}'; see /vocabularies/event_type",
                            code.chars().take(40).collect::<String>()
                        ));
                    }
                }
                if codes.is_empty() {
                    Err("is empty".to_owned())
                } else {
                    Ok(is_one_of("events.event_type", &codes))
                }
            },
        },
        Filter {
            name: "family",
            about: "Families of event types; several with commas.",
            example: "liberty",
            condition: |asked| {
                let families = asked.alternatives();
                let mut codes = Vec::new();
                for family in &families {
                    let of_family = asked.memory.vocabulary.family(family);
                    if of_family.is_empty() {
                        return Err(
                            "there is no such family; see /vocabularies/event_family".to_owned()
                        );
                    }
                    codes.extend(of_family);
                }
                if codes.is_empty() {
                    Err("is empty".to_owned())
                } else {
                    Ok(is_one_of("events.event_type", &codes))
                }
            },
        },
        Filter {
            name: "from",
            about: "Began on or after a day, by the first day that the date may mean.",
            example: "2017-01-01",
            condition: |asked| Ok(Sql::new("events.date_earliest >= ").bind(asked.day()?)),
        },
        Filter {
            name: "to",
            about: "Began on or before a day, by the first day that the date may mean.",
            example: "2017-12-31",
            condition: |asked| {
                Ok(Sql::new("events.date_earliest <= ")
                    .bind(asked.day()?)
                    .sql(" AND events.date_earliest > '0001-01-01'"))
            },
        },
        Filter {
            name: "actor",
            about: "Actors who take part, by id or ref; several with commas. With `role`: in that role.",
            example: "A-00012",
            condition: |asked| {
                let actors = asked.records(Kind::Actor, Some("ref"))?;
                with_participation(asked, Sql::new("fp.actor_id IN ").then(actors))
            },
        },
        Filter {
            name: "role",
            about: "Roles in which somebody takes part; several with commas.",
            example: "target",
            condition: |asked| {
                if asked.filters.get("actor").is_some() {
                    return Ok(Sql::always());
                }
                // Most events have somebody in most roles: asked of each event that is looked at.
                let roles = asked.any_of::<ParticipationRole>("fp.role")?;
                Ok(Sql::new(
                    "EXISTS (SELECT 1 FROM participations fp WHERE fp.event_id = events.id AND ",
                )
                .then(roles)
                .sql(" AND ")
                .then(participation_in_visible_event("fp", asked.caller))
                .sql(")"))
            },
        },
        Filter {
            name: "with",
            about: "Actors who take part as well, in whatever role, by id or ref; several with commas.",
            example: "A-00087",
            condition: |asked| {
                Ok(Sql::new(
                    "events.id IN (SELECT fw.event_id FROM participations fw WHERE fw.actor_id IN ",
                )
                .then(asked.records(Kind::Actor, Some("ref"))?)
                .sql(" AND ")
                .then(participation_in_visible_event("fw", asked.caller))
                .sql(")"))
            },
        },
        Filter {
            name: "perpetrator_kind",
            about: "Kinds of actor among the perpetrators; several with commas.",
            example: "state_body",
            condition: |asked| with_kind_in_role(asked, "perpetrator"),
        },
        Filter {
            name: "target_kind",
            about: "Kinds of actor among the targets; several with commas.",
            example: "political_party",
            condition: |asked| with_kind_in_role(asked, "target"),
        },
        Filter {
            name: "right",
            about: "Codes of rights affected; several with commas.",
            example: "association",
            condition: |asked| match asked.alternatives() {
                some if some.is_empty() => Err("is empty".to_owned()),
                some => Ok(Sql::new(
                    "EXISTS (SELECT 1 FROM event_rights er WHERE er.event_id = events.id AND ",
                )
                .then(is_one_of("er.right_code", &some))
                .sql(")")),
            },
        },
        Filter {
            name: "instrument",
            about: "Codes of instruments under which somebody found something; several with commas.",
            example: "ICCPR",
            condition: |asked| {
                Ok(Sql::new(
                    "events.id IN (SELECT lf.event_id FROM legal_findings lf \
                     JOIN provisions lp ON lp.id = lf.provision_id WHERE lp.instrument_id IN ",
                )
                .then(asked.records(Kind::Instrument, Some("code"))?)
                // As the event shows them: not those that rest on a statement one may not see.
                .sql(" AND ")
                .then(visible(Kind::Provision, "lp", asked.caller))
                .sql(
                    " AND (lf.statement_id IS NULL OR EXISTS (SELECT 1 FROM statements ls \
                     WHERE ls.id = lf.statement_id AND ",
                )
                .then(visible(Kind::Statement, "ls", asked.caller))
                .sql(")))"))
            },
        },
        Filter {
            name: "incident",
            about: "Incidents that they belong to, by id or ref; several with commas.",
            example: "KHM-2017-0001",
            condition: |asked| {
                Ok(Sql::new("events.incident_id IN ")
                    .then(asked.records(Kind::Incident, Some("ref"))?))
            },
        },
        Filter {
            name: "statement",
            about: "Statements that speak of them, by id or ref; several with commas.",
            example: "S-2017-00001",
            condition: |asked| {
                Ok(Sql::new(
                    "events.id IN (SELECT ec.event_id FROM citations ec WHERE ec.deleted_at IS NULL AND ec.event_id IS NOT NULL AND ",
                )
                .then(citation_level("ec", asked.caller))
                .sql(" AND ec.statement_id IN ")
                .then(asked.records(Kind::Statement, Some("ref"))?)
                .sql(")"))
            },
        },
        Filter {
            name: "tag",
            about: "Tags of their incidents; several with commas.",
            example: "fictional",
            condition: |asked| {
                let tagged =
                    asked.tagged(Kind::Incident, "ti", |tags| is_one_of("it.tag", tags))?;
                Ok(Sql::new(
                    "events.incident_id IN (SELECT it.incident_id FROM incident_tags it JOIN incidents ti ON ti.id = it.incident_id WHERE ",
                )
                .then(tagged)
                .sql(" AND ")
                .then(visible(Kind::Incident, "ti", asked.caller))
                .sql(")"))
            },
        },
        Filter {
            name: "status",
            about: "Status in review; several with commas.",
            example: "published",
            condition: |asked| asked.statuses("events.status"),
        },
        Filter {
            name: "confidence",
            about: "How well they are established; several with commas.",
            example: "confirmed",
            condition: |asked| asked.any_of::<Confidence>("events.confidence"),
        },
        Filter {
            name: "geo_precision",
            about: "How exactly the place is known; several with commas.",
            example: "exact",
            condition: |asked| {
                asked.any_of::<GeoPrecision>("events.geo_precision")?;
                Ok(shown_precision(asked.caller).sql(" IN (").list(asked.alternatives()).sql(")"))
            },
        },
        Filter {
            name: "admin1",
            about: "Provinces as they are written in the events; several with commas.",
            example: "Phnom Penh",
            condition: |asked| {
                asked.tagged(Kind::Event, "events", |names| is_one_of("events.admin1", names))
            },
        },
        Filter {
            name: "bbox",
            about: "With coordinates between west, south, east and north, in degrees, as exactly as they are \
                    shown. West may be greater than east, over the 180th meridian.",
            example: "102.3,9.9,107.7,14.7",
            condition: |asked| within(asked.value, asked.caller),
        },
        Filter {
            name: "id",
            about: "The events themselves, by id or ref; several with commas.",
            example: "KHM-2017-0001-E1",
            condition: |asked| Ok(named("events", Some("ref"), &asked.alternatives())),
        },
        Filter {
            name: "q",
            about: "Words in title, narrative, place or charge; see `/search` for how they are written.",
            example: "dissolves",
            condition: |asked| Ok(asked.words_in(Kind::Event)),
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
