//! An event, as it is sent, and the checks of it.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actor::ActorInput;
use super::incident::IncidentInput;
use super::input::{Link, levelled};
use super::statement::{StatementInput, not_in_the_future};
use crate::domain::{
    Confidence, Confidentiality, Count, Country, Edtf, Finding, GeoPrecision, Harm, LegalStage,
    ParticipationRole, RelationKind, Stance,
};
use crate::error::{Result, Wrong};

/// An event, as it is sent: one act of one type.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct EventInput {
    /// The case file that it belongs to; a new one if it is described. Required.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = super::input::incident_link)]
    pub incident: Option<Link<IncidentInput>>,
    /// A code of the vocabulary `event_type`.
    #[serde(rename = "type")]
    #[schema(required, min_length = 1, max_length = 100, example = "dissolution")]
    pub event_type: String,
    #[schema(
        required,
        min_length = 1,
        max_length = 1000,
        example = "Supreme Court dissolves the CNRP"
    )]
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub narrative: Option<String>,
    /// Left out if nothing is known of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Edtf>,
    /// Required, unless the event is sent with its incident.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// Province, state or region.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub admin1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "Phnom Penh")]
    pub place_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -90, maximum = 90, example = 11.5564)]
    pub latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(minimum = -180, maximum = 180, example = 104.9282)]
    pub longitude: Option<f64>,
    /// How exactly the place is known; unknown, unless it says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub geo_precision: Option<GeoPrecision>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub victims_low: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub victims_best: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub victims_high: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deaths_low: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deaths_best: Option<Count>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deaths_high: Option<Count>,
    /// For a threat or attempt: the type of the act that it aims at.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "suspension_or_closure")]
    pub aims_at: Option<String>,
    /// Motive or stated reason.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub motive: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub charge: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub court: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_stage: Option<LegalStage>,
    /// How well it is established; possible, unless it says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Codes of the vocabulary `right`; those of the type, unless it says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_items = 100)]
    pub rights: Option<Vec<String>>,
    #[schema(max_items = 500)]
    pub participations: Vec<ParticipationInput>,
    #[schema(max_items = 200)]
    pub relations: Vec<RelationInput>,
    #[schema(max_items = 200)]
    pub findings: Vec<FindingInput>,
    /// New citations, made with the event. Only when it is created.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 200)]
    pub citations: Vec<EventCitationInput>,
    /// That of its incident at least; internal, unless it says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(EventInput);

/// What an actor did in an event, or what was done to them.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ParticipationInput {
    /// Of a participation that is there already, when the event is changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<uuid::Uuid>)]
    pub id: Option<crate::domain::Id>,
    #[schema(schema_with = super::input::actor_link)]
    pub actor: Link<ActorInput>,
    pub role: ParticipationRole,
    /// For a group: how many took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_low: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_best: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count_high: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harm: Option<Harm>,
}

/// What an event is to another.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RelationInput {
    pub kind: RelationKind,
    /// The other event, by id or ref.
    #[schema(min_length = 1, max_length = 200, example = "KHM-2017-0001-E2")]
    pub event: String,
}

/// What a statement or court found an event to be under a provision.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindingInput {
    /// The provision, by id, or as code and label: `ICCPR Article 22`.
    #[schema(min_length = 1, max_length = 200, example = "ICCPR Article 22")]
    pub provision: String,
    pub finding: Finding,
    /// The statement that says so, by id or ref.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub statement: Option<String>,
    /// The court that found so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(schema_with = super::input::actor_link)]
    pub court: Option<Link<ActorInput>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub note: Option<String>,
}

/// What a statement says of the event that it is sent with.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EventCitationInput {
    #[schema(schema_with = super::input::statement_link)]
    pub statement: Link<StatementInput>,
    pub stance: Stance,
    /// Word for word from the statement's text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000, example = "was dissolved by the Supreme Court")]
    pub quote: Option<String>,
    /// Where the quote begins, in Unicode scalar values; found, unless it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub page: Option<String>,
}

impl ParticipationInput {
    /// Somebody new, of whom nothing more is said.
    pub fn of(actor: Link<ActorInput>, role: ParticipationRole) -> Self {
        Self {
            id: None,
            actor,
            role,
            count_low: None,
            count_best: None,
            count_high: None,
            harm: None,
        }
    }
}

impl EventCitationInput {
    /// A statement that takes a stance on the event, without more.
    pub const fn of(statement: Link<StatementInput>, stance: Stance) -> Self {
        Self { statement, stance, quote: None, start: None, end: None, page: None }
    }
}

impl EventInput {
    /// Cleans the texts and says everything that is wrong and can be told without the database.
    pub(super) fn check(&mut self, today: chrono::NaiveDate, is_new: bool) -> Result<()> {
        let mut wrong = Wrong::default();
        if self.event_type.is_empty() {
            wrong.add("/type", "is required");
        }
        if self.incident.is_none() {
            wrong.add("/incident", "is required: name one, or describe a new one");
        }
        if self.country.is_none() {
            wrong.add("/country", "is required");
        }
        wrong.line("/title", &mut self.title);
        wrong.passage_if("/narrative", &mut self.narrative);
        wrong.line_if("/admin1", &mut self.admin1);
        wrong.line_if("/place_name", &mut self.place_name);
        wrong.passage_if("/motive", &mut self.motive);
        wrong.line_if("/charge", &mut self.charge);
        wrong.line_if("/court", &mut self.court);
        not_in_the_future(&mut wrong, "/date", self.date.as_ref(), today);
        self.check_place(&mut wrong);
        ordered(&mut wrong, "victims", [self.victims_low, self.victims_best, self.victims_high]);
        ordered(&mut wrong, "deaths", [self.deaths_low, self.deaths_best, self.deaths_high]);
        wrong.at_most("/participations", &self.participations, 500);
        wrong.at_most("/relations", &self.relations, 200);
        wrong.at_most("/findings", &self.findings, 200);
        wrong.at_most("/citations", &self.citations, 200);
        if let Some(rights) = &mut self.rights {
            wrong.at_most("/rights", rights, 100);
            rights.sort_unstable();
            rights.dedup();
        }
        for (at, it) in self.participations.iter().enumerate() {
            ordered(
                &mut wrong,
                &format!("participations/{at}/count"),
                [it.count_low, it.count_best, it.count_high],
            );
        }
        for (at, it) in self.findings.iter_mut().enumerate() {
            wrong.passage_if(&format!("/findings/{at}/note"), &mut it.note);
        }
        if !is_new && !self.citations.is_empty() {
            wrong.add("/citations", "add citations with POST /citations, naming the event");
        }
        wrong.check()
    }

    fn check_place(&self, wrong: &mut Wrong) {
        for (pointer, value, most) in
            [("/latitude", self.latitude, 90.0), ("/longitude", self.longitude, 180.0)]
        {
            if let Some(value) = value
                && !(value.is_finite() && value.abs() <= most)
            {
                wrong.add(pointer, format!("must be between -{most} and {most} degrees"));
            }
        }
        match (self.latitude, self.longitude) {
            (Some(_), None) => wrong.add("/longitude", "is required with a latitude"),
            (None, Some(_)) => wrong.add("/latitude", "is required with a longitude"),
            (Some(_), Some(_)) if self.geo_precision.is_none() => wrong.add(
                "/geo_precision",
                "say how exactly the place is known: a point must not look more exact than it is",
            ),
            _ => {}
        }
    }
}

/// low ≤ best ≤ high, of those that are given.
fn ordered(wrong: &mut Wrong, name: &str, counts: [Option<Count>; 3]) {
    let given: Vec<Count> = counts.into_iter().flatten().collect();
    if !given.is_sorted() {
        let last = name.rsplit('/').next().unwrap_or(name);
        wrong.add(format!("/{name}_low"), format!("{last} must be low ≤ best ≤ high"));
    }
}
