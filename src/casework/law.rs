//! The answers about law: what bound a state on a day, and what an event engages.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::records::citation::{CitationLink, CitationRow};
use super::records::event::Event;
use super::records::links::RecordLink;
use super::records::provision::ProvisionLink;
use super::records::{Row, links};
use crate::domain::edtf::known_day;
use crate::domain::law::{CommitmentFacts, LawBook, Standing};
use crate::domain::{
    Action, CommitmentAction, Country, Edtf, Id, LegalStatus, ProtectedGroup, Stance,
};
use crate::error::{Error, Result};
use crate::store::{Db, Eyes, Kind, Memory, Sql, visibility};

/// How every instrument stood for a state on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct LawOn {
    #[schema(value_type = Country)]
    pub country: Country,
    #[schema(format = Date, value_type = String, example = "2017-11-26")]
    pub on: NaiveDate,
    pub items: Vec<StandingView>,
}

/// How an instrument stood for a state on a day.
#[derive(Debug, Serialize, ToSchema)]
pub struct StandingView {
    #[schema(example = "ICCPR")]
    pub code: String,
    pub name: String,
    pub status: LegalStatus,
    /// False where `not_party` says only that nothing is loaded of what the state or any state did to
    /// the instrument; `note` says so too.
    pub known: bool,
    /// The commitment that decides.
    pub action: Option<CommitmentAction>,
    /// When it was made.
    #[schema(value_type = Option<Edtf>, example = "1992-05-26")]
    pub since: Option<String>,
    /// From when the instrument was in force for the state, if it was on the day.
    #[schema(format = Date, value_type = Option<String>, example = "1992-08-26")]
    pub in_force_since: Option<NaiveDate>,
    /// Those in force on the day, of the whole instrument or of a provision.
    pub reservations: Vec<LimitView>,
    pub declarations: Vec<LimitView>,
    /// Suspensions in an emergency that are in force on the day.
    pub derogations: Vec<LimitView>,
    pub source: Option<String>,
    /// The day on which the source said so.
    pub as_of: Option<String>,
    /// What is to be known of the commitment or of its reading in the source.
    pub about: Option<String>,
    /// What is not certain, or not loaded.
    pub note: Option<String>,
}

/// A reservation, declaration or derogation.
#[derive(Debug, Serialize, ToSchema)]
pub struct LimitView {
    #[schema(value_type = Edtf)]
    pub date: String,
    /// Its last day, where known.
    #[schema(format = Date, value_type = Option<String>)]
    pub ends_on: Option<NaiveDate>,
    /// The label of the provision that it is about; null for the whole instrument.
    #[schema(example = "Article 22")]
    pub provision: Option<String>,
    pub note: Option<String>,
    pub source: Option<String>,
}

/// How every instrument stood for `country` on `on`.
pub fn law_on(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    country: Country,
    on: NaiveDate,
) -> Result<LawOn> {
    eyes.caller.must(Action::ReadRecords)?;
    let book = memory.law(db)?;
    let items = book.on(country.as_str(), on).iter().map(|it| StandingView::of(it, eyes)).collect();
    Ok(LawOn { country, on, items })
}

impl StandingView {
    /// The key of the words for its status; where that says only that nothing is loaded, of those.
    pub fn status_key(&self) -> String {
        if self.known {
            format!("legal-{}", self.status.code())
        } else {
            "legal-not_known".to_owned()
        }
    }

    /// What limits it on the day, each kind with the key of its words.
    pub fn limits(&self) -> [(&'static str, &[LimitView]); 3] {
        [
            ("country-law-reservation", &self.reservations),
            ("country-law-declaration", &self.declarations),
            ("country-law-derogation", &self.derogations),
        ]
    }

    pub(super) fn of(standing: &Standing<'_>, eyes: &Eyes) -> Self {
        let limits = |acts: &[&CommitmentFacts]| {
            let provision = |act: &CommitmentFacts| {
                let label = LawBook::label(standing.instrument, act.provision?)?;
                Some(label.to_owned())
            };
            let view = |act: &&CommitmentFacts| LimitView {
                date: act.date.to_string(),
                ends_on: act.ends_on,
                provision: provision(act),
                note: eyes.redacted_if(act.note.clone()),
                source: eyes.redacted_if(act.source.clone()),
            };
            acts.iter().map(view).collect()
        };
        Self {
            code: standing.instrument.code.clone(),
            name: eyes.redacted(standing.instrument.title.clone()),
            status: standing.status,
            known: standing.is_known,
            action: standing.by.map(|act| act.action),
            since: standing.by.map(|act| act.date.to_string()),
            in_force_since: standing.in_force_since,
            reservations: limits(&standing.reservations),
            declarations: limits(&standing.declarations),
            derogations: limits(&standing.derogations),
            source: eyes.redacted_if(standing.by.and_then(|act| act.source.clone())),
            as_of: standing.by.and_then(|act| act.as_of.clone()),
            about: eyes.redacted_if(standing.by.and_then(|act| act.note.clone())),
            note: standing.note.clone(),
        }
    }
}

/// What an event engages: the provisions on the rights it affects that bound the state that day.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventLaw {
    pub event: RecordLink,
    #[schema(value_type = Country)]
    pub country: Country,
    /// The day that decides: the first on which the event may have begun. Null if that is unknown.
    #[schema(format = Date, value_type = Option<String>, example = "2017-11-16")]
    pub on: Option<NaiveDate>,
    pub rights: Vec<String>,
    /// Derived by the program, the best match first: invoked, for everyone, of the instrument that
    /// protects most rights. What people found is in the event's `findings`.
    pub obligations: Vec<ObligationView>,
    /// Provisions that statements about the event or its incident invoke.
    pub invoked: Vec<InvocationView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ObligationView {
    pub provision: ProvisionLink,
    pub right: Option<String>,
    /// How its instrument bound the state.
    pub standing: StandingView,
    /// Whether a statement about the event or its incident invokes this very provision.
    pub invoked: bool,
    /// Whom alone the instrument protects: it matters if those concerned are such people.
    pub only_for: Option<ProtectedGroup>,
    /// Whether the state had a reservation to it.
    pub reserved: bool,
    /// Whether the state had suspended it that day, as far as it may be suspended.
    pub suspended: bool,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct InvocationView {
    pub provision: ProvisionLink,
    pub citation: CitationLink,
    /// How the instrument stood on the day for the state that the citation names, or else for the
    /// event's country, whatever the statement says.
    pub standing: Option<StandingView>,
}

/// The law that an event engages.
pub fn law_of_event(db: &mut Db, eyes: &Eyes, memory: &Memory, event: &Event) -> Result<EventLaw> {
    let link = links::records(db, eyes, Kind::Event, [event.row.id])?
        .remove(&event.row.id)
        .ok_or(Error::NotFound)?;
    let book = memory.law(db)?;
    let day = deciding_day(&event.row.date_earliest);
    let rights: Vec<String> = event.parts.rights.iter().map(|it| it.right_code.clone()).collect();
    let country = event.row.country.clone();

    let invocations = invocations(db, eyes, event)?;
    let provisions = super::records::provision::links(db, eyes, invocations.iter().map(|it| it.0))?;
    let statements =
        links::records(db, eyes, Kind::Statement, invocations.iter().map(|it| it.1.statement_id))?;
    let invoked_ids: Vec<Id> = invocations.iter().map(|it| it.0).collect();
    let mut standings = HashMap::new();
    let invoked = invocations
        .into_iter()
        .filter_map(|(id, row)| {
            let provision = provisions.get(&id)?.clone();
            let obligated = row.obligated_country.as_ref().unwrap_or(&country);
            let standings = standings.entry(obligated.clone()).or_insert_with(|| {
                day.map(|day| book.on(obligated.as_str(), day)).unwrap_or_default()
            });
            let standing = standings.iter().find(|it| it.instrument.code == provision.instrument);
            Some(InvocationView {
                citation: CitationLink {
                    id: row.id,
                    statement: statements.get(&row.statement_id)?.clone(),
                    stance: row.stance,
                    quote: eyes.redacted_if(row.quote),
                    start: row.quote_start.filter(|_| eyes.know_everyone()),
                    end: row.quote_end.filter(|_| eyes.know_everyone()),
                    page: eyes.redacted_if(row.page),
                },
                standing: standing.map(|standing| StandingView::of(standing, eyes)),
                provision,
            })
        })
        .collect();
    let mut obligations =
        day.map(|day| book.obligations(country.as_str(), day, &rights)).unwrap_or_default();
    obligations.sort_by_key(|it| {
        let is_invoked = invoked_ids.contains(&it.provision.id);
        (!is_invoked, it.only_for.is_some(), Reverse(it.breadth))
    });
    let obligations = obligations
        .into_iter()
        .map(|it| ObligationView {
            provision: ProvisionLink {
                id: it.provision.id,
                instrument: it.standing.instrument.code.clone(),
                label: it.provision.label.clone(),
                title: it.provision.title.clone(),
            },
            right: it.provision.right.clone(),
            standing: StandingView::of(&it.standing, eyes),
            invoked: invoked_ids.contains(&it.provision.id),
            only_for: it.only_for,
            reserved: it.is_reserved(),
            suspended: it.is_suspended(),
        })
        .collect();
    Ok(EventLaw { event: link, country, on: day, rights, obligations, invoked })
}

/// The day on which the law must have been in force: the first day on which the event may have
/// begun, so that nothing is said to bind that came into force only later.
pub fn deciding_day(date_earliest: &str) -> Option<NaiveDate> {
    known_day(date_earliest)?.parse().ok()
}

/// Provisions that visible statements about the event or its incident invoke.
fn invocations(db: &mut Db, eyes: &Eyes, event: &Event) -> Result<Vec<(Id, CitationRow)>> {
    let condition = Sql::new("citations.provision_id IS NOT NULL AND citations.stance = ")
        .bind(Stance::Invokes.code())
        .sql(
            " AND citations.statement_id IN (SELECT c.statement_id FROM citations c \
             WHERE c.deleted_at IS NULL AND (c.event_id = ",
        )
        .bind(event.row.id)
        .sql(" OR c.incident_id = ")
        .bind(event.row.incident_id)
        .sql(") AND ")
        .then(visibility::visible(Kind::Citation, "c", &eyes.caller))
        .sql(") AND ")
        .then(visibility::visible(Kind::Citation, "citations", &eyes.caller));
    let rows = CitationRow::load(db, condition, Sql::new("citations.id"), 1_000)?;
    Ok(rows.into_iter().filter_map(|row| Some((row.provision_id?, row))).collect())
}
