//! What a statement's text was read as: a proposal, of which nothing is stored until a person accepts it.
//!
//! All offsets count Unicode scalar values of [`Draft::body`], from `start` up to, not including, `end`.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::{ActorKind, DatePrecision, DemandCategory, StatementKind};

/// Where a name stands in the text.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema,
)]
pub struct Mention {
    pub start: usize,
    pub end: usize,
}

/// A value of the header with the passage that says so and the rule that read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct HeaderFinding {
    /// `issuer`, `cosigner`, `title`, `issued_on`, `place`, `kind` or `country`.
    pub field: String,
    pub value: String,
    pub start: usize,
    pub end: usize,
    /// The rule that made the finding; `/intake/rules` explains it.
    pub rule: String,
}

/// A record of the database that a name may mean.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct ActorMatch {
    pub id: String,
    #[serde(rename = "ref")]
    pub reference: String,
    pub name: String,
    /// From 0 to 1: 1 for a name that is written alike and belongs to no other record.
    pub score: f64,
}

/// Somebody whom the text names, or a group that takes part.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DraftActor {
    /// The fullest form in the text.
    pub name: String,
    pub aliases: Vec<String>,
    pub kind: ActorKind,
    /// `issuer`, `cosigner`, `perpetrator`, `target`, `addressee`; empty for one who is only named.
    pub roles: Vec<String>,
    pub mentions: Vec<Mention>,
    /// The record of the database that it most likely is; none where it is new or in doubt.
    #[serde(rename = "match")]
    pub matched: Option<ActorMatch>,
    /// The records that it may be, the best first, where there are several.
    pub candidates: Vec<ActorMatch>,
    pub rule: String,
}

/// One act that the text says happened.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct DraftEvent {
    /// A code of the vocabulary `event_types`.
    #[serde(rename = "type")]
    pub kind: String,
    /// For a threat or an attempt: the type of the act that it aims at.
    pub aims_at: Option<String>,
    /// EDTF; none where the text gives no date that can be resolved.
    pub date: Option<String>,
    pub date_precision: DatePrecision,
    pub place: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub country: Option<String>,
    /// Names of actors of the draft.
    pub perpetrators: Vec<String>,
    pub targets: Vec<String>,
    /// Told as history or context.
    pub background: bool,
    pub quote: String,
    pub start: usize,
    pub end: usize,
    /// From 0 to 1: how sure the rules are, by what they found beside the word of the act.
    pub confidence: f64,
    pub rule: String,
}

/// Law that the text invokes: an instrument, or one of its provisions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DraftInstrument {
    /// The code of an instrument that comes with the program; none for domestic and other law.
    pub code: Option<String>,
    pub name: String,
    /// `Article 19` or `Article 9(3)`, in domestic law also `Section 4`.
    pub provision: Option<String>,
    /// For domestic law: ISO 3166-1 alpha-3 of the country whose law it is.
    pub country: Option<String>,
    /// The state that the text says is bound, ISO 3166-1 alpha-3.
    pub binds: Option<String>,
    pub quote: String,
    pub start: usize,
    pub end: usize,
    pub rule: String,
}

/// Something that the text asks somebody to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct DraftDemand {
    /// The name of an actor of the draft; none where nobody is addressed.
    pub addressee: Option<String>,
    pub action: String,
    pub category: DemandCategory,
    pub quote: String,
    pub start: usize,
    pub end: usize,
    pub rule: String,
}

/// A statement as the rules read it.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Draft {
    /// The text that all offsets are of: what was sent, normalised once.
    pub body: String,
    /// The name of an actor of the draft.
    pub issuer: Option<String>,
    pub cosigners: Vec<String>,
    pub title: Option<String>,
    /// EDTF.
    pub issued_on: Option<String>,
    pub place: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    pub kind: StatementKind,
    /// ISO 3166-1 alpha-3 of the countries it is about.
    pub countries: Vec<String>,
    pub header: Vec<HeaderFinding>,
    pub actors: Vec<DraftActor>,
    pub events: Vec<DraftEvent>,
    pub instruments: Vec<DraftInstrument>,
    pub demands: Vec<DraftDemand>,
    /// What a person should know of how the text was read, such as a language without a lexicon.
    pub notes: Vec<String>,
}
