//! A draft as it comes back: corrected by a person, with what they decided of each finding.
//!
//! It has the draft's own shape, so that what `POST /intake/analyze` answers can be sent as it is once a
//! title is there and the events have a case file. What only explained the draft is read and not kept.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::casework::records::incident::IncidentInput;
use crate::casework::records::input::{Link, incident_link};
use crate::domain::{
    ActorKind, Confidentiality, Count, Country, DatePrecision, DemandCategory, Edtf,
    InstrumentKind, Sector, Stance, StatementKind,
};
use crate::intake::Mention;

const fn yes() -> bool {
    true
}

/// A statement with all that it says, to be stored in one step: everything, or nothing.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeInput {
    /// The whole text. All offsets are of it, in Unicode scalar values.
    #[schema(min_length = 1, max_length = 2_000_000)]
    pub body: String,
    /// Required.
    #[serde(default)]
    #[schema(required, max_length = 1000)]
    pub title: Option<String>,
    pub kind: StatementKind,
    #[serde(default)]
    pub issued_on: Option<Edtf>,
    /// Where it was issued.
    #[serde(default)]
    #[schema(max_length = 1000, example = "Bangkok")]
    pub place: Option<String>,
    /// BCP 47.
    #[serde(default)]
    #[schema(max_length = 35, example = "en")]
    pub language: Option<String>,
    #[serde(default)]
    #[schema(max_length = 1000, example = "https://forum-asia.org/")]
    pub url: Option<String>,
    /// The countries that it is about.
    #[serde(default)]
    #[schema(max_items = 250)]
    pub countries: Vec<Country>,
    /// The name of one of the actors.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub issuer: Option<String>,
    /// Names of actors.
    #[serde(default)]
    #[schema(max_items = 500)]
    pub cosigners: Vec<String>,
    /// Where the header was read, and whether that was right. Nothing of it is kept but counts of rules.
    #[serde(default)]
    #[schema(max_items = 1000)]
    pub header: Vec<IntakeHeader>,
    #[serde(default)]
    #[schema(max_items = 500)]
    pub actors: Vec<IntakeActor>,
    /// The case file that new events belong to: one that is there, or a new one. Required with new events.
    #[serde(default)]
    #[schema(schema_with = incident_link)]
    pub incident: Option<Link<IncidentInput>>,
    #[serde(default)]
    #[schema(max_items = 200)]
    pub events: Vec<IntakeEvent>,
    #[serde(default)]
    #[schema(max_items = 200)]
    pub instruments: Vec<IntakeLaw>,
    #[serde(default)]
    #[schema(max_items = 200)]
    pub demands: Vec<IntakeDemand>,
    /// As the draft had them; not kept.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Of all new records but law; internal, unless it says otherwise.
    #[serde(default)]
    pub confidentiality: Option<Confidentiality>,
    /// For restricted records: the team that alone sees them, by id or name.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}

/// What was read of the header.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeHeader {
    #[schema(example = "issued_on")]
    pub field: String,
    pub value: String,
    pub start: usize,
    pub end: usize,
    #[serde(default)]
    pub rule: Option<String>,
    /// Whether it was right; it was, unless it says otherwise.
    #[serde(default = "yes")]
    pub accepted: bool,
}

/// The record of an actor.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeMatch {
    /// Its id or ref.
    #[schema(min_length = 1, max_length = 200, example = "A-00087")]
    pub id: String,
    /// As the draft had it; not read.
    #[serde(default, rename = "ref")]
    pub reference: Option<String>,
    /// As the draft had it; not read.
    #[serde(default)]
    pub name: Option<String>,
    /// As the draft had it; not read.
    #[serde(default)]
    pub score: Option<f64>,
}

/// Somebody whom the text names.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeActor {
    /// What the rest of the draft calls them, and, for somebody new, their name.
    #[schema(min_length = 1, max_length = 1000)]
    pub name: String,
    /// Other names of somebody new.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub aliases: Vec<String>,
    pub kind: ActorKind,
    /// The branch of the state, for a new state body.
    #[serde(default)]
    pub sector: Option<Sector>,
    /// Of somebody new.
    #[serde(default)]
    pub country: Option<Country>,
    /// As the draft had them; issuer, events and demands say who does what.
    #[serde(default)]
    pub roles: Vec<String>,
    /// Where the text names them.
    #[serde(default)]
    pub mentions: Vec<Mention>,
    /// The record that it is; left out for somebody new.
    #[serde(default, rename = "match")]
    pub matched: Option<IntakeMatch>,
    /// As the draft had them; not read.
    #[serde(default)]
    pub candidates: Vec<IntakeMatch>,
    /// Whether the record is to have these names from now on, where it has them not. Needs the right to change
    /// the record.
    #[serde(default)]
    pub learn_alias: bool,
    #[serde(default)]
    pub rule: Option<String>,
    /// Whether it is kept; it is, unless it says otherwise.
    #[serde(default = "yes")]
    pub accepted: bool,
}

/// One act that the text says happened.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeEvent {
    /// An event that is there already, by id or ref: it is cited, and otherwise stays as it is.
    #[serde(default)]
    #[schema(max_length = 200, example = "KHM-2017-0001-E1")]
    pub existing: Option<String>,
    /// A code of the vocabulary `event_type`.
    #[serde(rename = "type")]
    #[schema(max_length = 100, example = "dissolution")]
    pub kind: String,
    /// Made of type and targets, unless it is given.
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub title: Option<String>,
    /// For a threat or an attempt: the type of the act that it aims at.
    #[serde(default)]
    #[schema(max_length = 100)]
    pub aims_at: Option<String>,
    #[serde(default)]
    pub date: Option<Edtf>,
    /// As the draft had it; the date says it.
    #[serde(default)]
    pub date_precision: Option<DatePrecision>,
    #[serde(default)]
    #[schema(max_length = 1000)]
    pub place: Option<String>,
    /// That of the case file, unless it is given.
    #[serde(default)]
    pub country: Option<Country>,
    /// Names of actors.
    #[serde(default)]
    #[schema(max_items = 250)]
    pub perpetrators: Vec<String>,
    /// Names of actors.
    #[serde(default)]
    #[schema(max_items = 250)]
    pub targets: Vec<String>,
    /// Told as history or context: then the statement mentions it, where it would report it otherwise.
    #[serde(default)]
    pub background: bool,
    /// What the statement does with it, where it does more than report it.
    #[serde(default)]
    pub stance: Option<Stance>,
    /// Word for word from the text.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    pub quote: Option<String>,
    #[serde(default)]
    pub start: Option<Count>,
    #[serde(default)]
    pub end: Option<Count>,
    /// As the draft had it; not kept.
    #[serde(default)]
    pub confidence: Option<f64>,
    #[serde(default)]
    pub rule: Option<String>,
    /// Whether it is kept; it is, unless it says otherwise.
    #[serde(default = "yes")]
    pub accepted: bool,
}

/// Law that the text invokes. A citation of law names a provision: an instrument that is invoked as a whole has one
/// that stands for all of it. Law of no known country that is not there is not cited, and the answer says so.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeLaw {
    /// The code of an instrument that is there.
    #[serde(default)]
    #[schema(max_length = 200, example = "ICCPR")]
    pub code: Option<String>,
    #[schema(min_length = 1, max_length = 1000)]
    pub name: String,
    /// For a new domestic instrument; constitution or statute by its name, unless it is given.
    #[serde(default)]
    pub kind: Option<InstrumentKind>,
    #[serde(default)]
    #[schema(max_length = 1000, example = "Article 22")]
    pub provision: Option<String>,
    /// For domestic law: whose it is. A law of the country that is not there is made, with the provision: internal
    /// until somebody who keeps law has looked at it, if the caller does not.
    #[serde(default)]
    pub country: Option<Country>,
    /// The state that the text says is bound.
    #[serde(default)]
    pub binds: Option<Country>,
    /// Word for word from the text.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    pub quote: Option<String>,
    #[serde(default)]
    pub start: Option<Count>,
    #[serde(default)]
    pub end: Option<Count>,
    #[serde(default)]
    pub rule: Option<String>,
    /// Whether it is kept; it is, unless it says otherwise.
    #[serde(default = "yes")]
    pub accepted: bool,
}

/// Something that the text asks somebody to do.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct IntakeDemand {
    /// The name of one of the actors. Required.
    #[serde(default)]
    #[schema(required, max_length = 1000)]
    pub addressee: Option<String>,
    #[schema(min_length = 1, max_length = 100_000)]
    pub action: String,
    pub category: DemandCategory,
    /// Word for word from the text.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    pub quote: Option<String>,
    #[serde(default)]
    pub start: Option<Count>,
    #[serde(default)]
    pub end: Option<Count>,
    #[serde(default)]
    pub rule: Option<String>,
    /// Whether it is kept; it is, unless it says otherwise.
    #[serde(default = "yes")]
    pub accepted: bool,
}
