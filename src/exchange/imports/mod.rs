//! FILES OF OTHERS, AS RECORDS: looked at first, then taken in batches, each row with all that belongs
//! to it or not at all, and taken back as a whole if need be.
//!
//! A [`Profile`] says which column holds what. A row becomes a [`draft::Draft`] without the database
//! (`plan.rs`, `draft.rs`, `values.rs`), then records through the same acts as everything else (`take.rs`); what
//! was done is noted in the same transaction (`kept.rs`), so that an import goes on where it was
//! stopped (`work.rs`), and is taken back from what was noted (`undo.rs`). A dry run is the real one,
//! taken back batch by batch.

pub mod actors;
pub mod batch;
pub mod draft;
pub mod fields;
pub mod kept;
pub mod noted;
pub mod plan;
pub mod profile;
pub mod take;
pub mod template;
pub mod undo;
pub mod values;
pub mod work;

pub use kept::{Counts, ImportView, Settings};
pub use profile::Profile;

use crate::domain::codes::codes;
use crate::store::Kind;

codes! {
    /// What each row of a file is.
    ImportKind {
        Event = "event",
        Incident = "incident",
        Actor = "actor",
        Statement = "statement",
        Participation = "participation",
        Citation = "citation",
        Demand = "demand",
    }
}

impl ImportKind {
    /// The kind of record; a participation belongs to its event.
    pub const fn record(self) -> Option<Kind> {
        match self {
            Self::Event => Some(Kind::Event),
            Self::Incident => Some(Kind::Incident),
            Self::Actor => Some(Kind::Actor),
            Self::Statement => Some(Kind::Statement),
            Self::Citation => Some(Kind::Citation),
            Self::Demand => Some(Kind::Demand),
            Self::Participation => None,
        }
    }
}
