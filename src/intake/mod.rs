//! Reading a statement: a text in, a [`Draft`] out. Rules and lexicons, no database, no network; the
//! same text, house and settings give the same draft.

mod actors;
mod assemble;
mod clause;
mod dates;
mod demands;
mod draft;
mod events;
mod header;
mod house;
mod language;
mod law;
mod lexicon;
mod names;
mod numbers;
mod passing;
mod pattern;
mod speech;
mod text;
mod verbs;

pub use assemble::{RULES, analyze};

pub use draft::{
    ActorMatch, Draft, DraftActor, DraftDemand, DraftEvent, DraftInstrument, HeaderFinding, Mention,
};
pub use house::{House, KnownName};

/// What is known of a text beside the text.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub url: Option<String>,
    pub title: Option<String>,
    /// BCP 47. Without it the language is found out.
    pub language: Option<String>,
}

/// What explains a rule to the person who sees its findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// As findings name it, such as `event.passive`.
    pub name: &'static str,
    pub explanation: &'static str,
}

#[cfg(test)]
mod tests;
