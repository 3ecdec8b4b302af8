//! What each kind of record is called, so that it can be linked to by name.

use crate::casework::records::actor::Actor;
use crate::casework::records::affiliation::Affiliation;
use crate::casework::records::citation::Citation;
use crate::casework::records::commitment::Commitment;
use crate::casework::records::demand::Demand;
use crate::casework::records::event::Event;
use crate::casework::records::incident::Incident;
use crate::casework::records::instrument::Instrument;
use crate::casework::records::provision::Provision;
use crate::casework::records::statement::Statement;
use crate::casework::records::{Head, Record};

/// A kind of record whose records have names.
pub trait Named: Record {
    /// What every answer begins with.
    fn head(view: &Self::View) -> &Head;
    /// What it is called; the first is the one most used. Never empty.
    fn names(view: &Self::View) -> Vec<String>;
}

macro_rules! named {
    ($($record:ident: $names:expr;)+) => {$(
        impl Named for $record {
            fn head(view: &Self::View) -> &Head {
                &view.head
            }

            fn names(view: &Self::View) -> Vec<String> {
                let names: fn(&Self::View) -> Vec<String> = $names;
                names(view)
            }
        }
    )+};
}

named! {
    Statement: |view| vec![view.title.clone()];
    Incident: |view| vec![view.title.clone()];
    Event: |view| vec![view.title.clone()];
    Actor: |view| {
        let others = view.names.iter().map(|name| name.text.clone());
        std::iter::once(view.name.clone()).chain(others).collect()
    };
    Instrument: |view| vec![view.code.clone(), view.title.clone()];
    Provision: |view| {
        let code = view.instrument.as_ref().map_or("", |it| it.reference.as_str());
        vec![format!("{code} {}", view.label)]
    };
    Demand: |view| vec![view.text.clone()];
    Affiliation: |view| {
        let name = |actor: &Option<crate::casework::records::links::ActorLink>| {
            actor.as_ref().map_or_else(String::new, |actor| actor.name.clone())
        };
        vec![format!("{} · {} · {}", name(&view.actor), view.kind, name(&view.other))]
    };
    Citation: |view| {
        let statement = view.statement.as_ref().map_or("", |it| it.title.as_str());
        vec![format!("{statement} · {}", view.stance)]
    };
    Commitment: |view| {
        let code = view.instrument.as_ref().map_or("", |it| it.reference.as_str());
        vec![format!("{} · {code} · {}", view.country.name(), view.action)]
    };
}
