//! WHICH RECORDS MAY BE ONE: candidates with a score and the reasons, for actors and events.
//!
//! A few hundred candidates at most are fetched by what indexes answer (`actors.rs`, `events.rs`),
//! then compared in Rust (`score.rs`) by what the caller sees of both, and nothing else: protected
//! names and records that one may not see neither make a candidate nor move a score.

pub mod actors;
pub mod decisions;
pub mod events;
pub mod likeness;
pub mod queue;
pub mod score;

use serde::Serialize;
use utoipa::ToSchema;

use crate::domain::codes::codes;
use crate::domain::{Id, Status};
use crate::store::Kind;

/// Records that are less likely one are not shown.
pub const SHOWN: f64 = 0.6;
/// Records that are likely enough one for somebody to be asked before they save another.
pub const LIKELY: f64 = 0.8;
/// The most candidates of an answer.
pub const MOST: usize = 20;

codes! {
    /// What makes two records look like one, or like two.
    ReasonCode {
        /// Another register calls both the same. Value: scheme:value.
        SameIdentifier = "same_identifier",
        /// A name of one is a name of the other. Value: 1.
        SameName = "same_name",
        /// A name of one is like a name of the other. Value: how much, up to 1; about: the two.
        NameAlike = "name_alike",
        SameKind = "same_kind",
        SameDay = "same_day",
        DatesOverlap = "dates_overlap",
        /// Value: days.
        DaysApart = "days_apart",
        SamePlace = "same_place",
        /// Value: kilometres.
        PlaceNear = "place_near",
        SameProvince = "same_province",
        SameCountry = "same_country",
        SameType = "same_type",
        RelatedType = "related_type",
        /// Value: the ref of an actor who takes part in both.
        SharesParticipant = "shares_participant",
        /// Value: how much their names are alike; about: the two.
        ParticipantAlike = "participant_alike",
        /// Value: how much.
        TitleAlike = "title_alike",
        /// Against. Value: days.
        LongBetween = "long_between",
        /// Against.
        OtherCountry = "other_country",
        /// Against.
        OtherKind = "other_kind",
        /// Against.
        OtherGender = "other_gender",
        /// Against: a register calls them differently.
        OtherIdentifier = "other_identifier",
        /// Against: somebody said what one event is to the other.
        Related = "related",
        /// Against: somebody said what one actor is to the other.
        Affiliated = "affiliated",
    }
}

impl ReasonCode {
    /// Whether it speaks against their being one.
    pub const fn is_against(self) -> bool {
        matches!(
            self,
            Self::LongBetween
                | Self::OtherCountry
                | Self::OtherKind
                | Self::OtherGender
                | Self::OtherIdentifier
                | Self::Related
                | Self::Affiliated
        )
    }
}

/// A reason for a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Reason {
    #[schema(example = "name_alike")]
    pub code: ReasonCode,
    /// How much, or which; the codes say what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "0.93")]
    pub value: Option<String>,
    /// The two names that are compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<String>,
    /// Whether it speaks against their being one.
    pub against: bool,
}

impl Reason {
    fn plain(code: ReasonCode) -> Self {
        Self { code, value: None, about: Vec::new(), against: code.is_against() }
    }

    fn of(code: ReasonCode, value: String) -> Self {
        Self { value: Some(value), ..Self::plain(code) }
    }

    /// `much`: from 0 to 1, told to two decimals.
    fn measured(code: ReasonCode, much: f64) -> Self {
        Self::of(code, format!("{much:.2}"))
    }
}

/// A record that may be the same as another.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Duplicate {
    #[schema(schema_with = kind_schema)]
    pub kind: Kind,
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    #[serde(rename = "ref")]
    #[schema(example = "KHM-2017-0001-E1")]
    pub reference: String,
    /// The title of an event; the name of an actor, or the pseudonym where the name is not to be
    /// known.
    #[schema(example = "Supreme Court dissolves the CNRP")]
    pub title: String,
    /// What it is beside its name: type, day and country, for people to tell it by.
    #[serde(skip)]
    pub traits: Traits,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    #[schema(example = 1)]
    pub version: i32,
    /// How likely they are one, from 0 to 1.
    #[schema(minimum = 0, maximum = 1, example = 0.87)]
    pub score: f64,
    pub reasons: Vec<Reason>,
    #[serde(skip)]
    pub confidential: bool,
}

/// What an event or actor is beside its name.
#[derive(Debug, Clone, Default)]
pub struct Traits {
    /// The code of an event's type, or of an actor's kind.
    pub kind: String,
    pub date: Option<String>,
    pub country: Option<crate::domain::Country>,
}

/// The records that may be the same as one, the likeliest first.
#[derive(Debug, Serialize, ToSchema)]
pub struct Duplicates {
    pub items: Vec<Duplicate>,
}

/// The kinds that are compared, for the API's description.
pub(crate) fn kind_schema() -> utoipa::openapi::schema::Object {
    use utoipa::openapi::schema::{ObjectBuilder, Type};
    let kinds = [Kind::Actor.code(), Kind::Event.code()];
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(kinds)).build()
}

/// The likeliest first, no more than `limit`; those that are not likely are left out. Scores are
/// told to two decimals.
fn likeliest(mut all: Vec<Duplicate>, limit: usize) -> Vec<Duplicate> {
    all.retain(|it| it.score >= SHOWN);
    for it in &mut all {
        it.score = (it.score * 100.0).round() / 100.0;
    }
    all.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.reference.cmp(&b.reference)));
    all.truncate(limit);
    all
}
