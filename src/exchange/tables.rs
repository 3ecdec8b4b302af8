//! The datasets that are the views of their records, row by row.

use super::datasets::Dataset;
use super::participations;
use super::write::Cell;
use crate::casework::duplicates::decisions;
use crate::casework::read_records::{each_page, views};
use crate::casework::records::{
    Head, Record,
    actor::Actor,
    citation::Citation,
    commitment::Commitment,
    demand::Demand,
    incident::Incident,
    instrument::Instrument,
    links::{ActorLink, RecordLink},
    provision::Provision,
    statement::Statement,
};
use crate::domain::Country;
use crate::error::{Error, Result};
use crate::store::{Db, Eyes, Sql};

/// What is done with each row.
pub type Sink<'a> = &'a mut dyn FnMut(&[Cell]) -> Result<()>;

/// How many records are in memory at a time.
const PAGE: i64 = 500;

/// Gives the rows of any dataset but events that meet a condition, in the order in which records
/// were created.
pub fn rows(
    dataset: Dataset,
    db: &mut Db,
    eyes: &Eyes,
    condition: &Sql,
    row: Sink<'_>,
) -> Result<()> {
    match dataset {
        Dataset::Events => Err(Error::internal("events have rows of their own")),
        Dataset::Incidents => walk::<Incident>(db, eyes, condition, |it| row(&incident(&it))),
        Dataset::Statements => walk::<Statement>(db, eyes, condition, |it| row(&statement(&it))),
        Dataset::Actors => walk::<Actor>(db, eyes, condition, |it| row(&actor(&it))),
        Dataset::Participations => participations::rows(db, eyes, condition, row),
        Dataset::Citations => walk::<Citation>(db, eyes, condition, |it| row(&citation(&it))),
        Dataset::Demands => walk::<Demand>(db, eyes, condition, |it| row(&demand(&it))),
        Dataset::Instruments => walk::<Instrument>(db, eyes, condition, |it| row(&instrument(&it))),
        Dataset::Provisions => walk::<Provision>(db, eyes, condition, |it| row(&provision(&it))),
        Dataset::Commitments => walk::<Commitment>(db, eyes, condition, |it| row(&commitment(&it))),
        Dataset::Merges => merges(db, eyes, condition, row),
    }
}

/// Shows every record that matches, a page at a time.
fn walk<R: Record>(
    db: &mut Db,
    eyes: &Eyes,
    condition: &Sql,
    mut each: impl FnMut(R::View) -> Result<()>,
) -> Result<()> {
    each_page::<R>(db, condition, PAGE, |db, records| {
        views(db, eyes, records)?.into_iter().try_for_each(&mut each)
    })
}

/// Decisions on duplicates, newest first.
fn merges(db: &mut Db, eyes: &Eyes, condition: &Sql, row: Sink<'_>) -> Result<()> {
    let mut after = None;
    loop {
        let page = decisions::page(db, &eyes.caller, condition.clone(), after, PAGE)?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        for it in decisions::views(db, eyes, page)? {
            row(&[
                it.id.to_string().into(),
                it.kind.code().into(),
                it.decision.code().into(),
                it.record.reference.as_str().into(),
                it.record.title.as_str().into(),
                it.other.reference.as_str().into(),
                it.other.title.as_str().into(),
                it.reason.as_deref().into(),
                it.decided_at.to_string().into(),
                it.undone_at.map(|at| at.to_string()).into(),
            ])?;
        }
    }
}

/// The columns that most datasets end with.
fn tail(head: &Head) -> [Cell<'_>; 4] {
    [
        head.confidentiality.code().into(),
        head.created_at.to_string().into(),
        head.updated_at.to_string().into(),
        head.version.into(),
    ]
}

fn name_of(country: Option<&Country>) -> Cell<'_> {
    country.map(Country::name).into()
}

fn iso3(country: Option<&Country>) -> Cell<'_> {
    country.map(Country::as_str).into()
}

fn reference(link: Option<&RecordLink>) -> Cell<'_> {
    link.map(|link| link.reference.as_str()).into()
}

fn id(link: Option<&RecordLink>) -> Cell<'_> {
    link.map(|link| link.id.to_string()).into()
}

fn names(actors: &[ActorLink]) -> Cell<'_> {
    actors.iter().map(|actor| actor.name.as_str()).collect::<Vec<_>>().into()
}

fn references(actors: &[ActorLink]) -> Cell<'_> {
    actors.iter().map(|actor| actor.reference.as_str()).collect::<Vec<_>>().into()
}

fn incident(it: &<Incident as Record>::View) -> Vec<Cell<'_>> {
    let mut cells = vec![
        it.head.reference.as_str().into(),
        it.head.id.to_string().into(),
        it.title.as_str().into(),
        it.summary.as_deref().into(),
        it.country.as_str().into(),
        it.country.name().into(),
        it.tags.iter().map(String::as_str).collect::<Vec<_>>().into(),
        Cell::Whole(it.event_count),
        it.events.iter().map(|event| event.reference.as_str()).collect::<Vec<_>>().into(),
        it.status.code().into(),
    ];
    cells.extend(tail(&it.head));
    cells
}

fn statement(it: &<Statement as Record>::View) -> Vec<Cell<'_>> {
    let mut cells = vec![
        it.head.reference.as_str().into(),
        it.head.id.to_string().into(),
        it.title.as_str().into(),
        it.kind.code().into(),
        it.issued_on.as_deref().into(),
        it.date_earliest.as_deref().into(),
        it.date_latest.as_deref().into(),
        it.date_precision.code().into(),
        it.place.as_deref().into(),
        it.language.as_deref().into(),
        it.countries.iter().map(Country::as_str).collect::<Vec<_>>().into(),
        names(&it.issuers),
        names(&it.co_signers),
        references(&it.issuers),
        references(&it.co_signers),
        it.url.as_deref().into(),
        it.archived_url.as_deref().into(),
        it.accessed_on.as_deref().into(),
        it.reliability.map(super::super::domain::codes::Reliability::code).into(),
        reference(it.derived_from.as_ref()),
        it.summary.as_deref().into(),
        it.body.as_str().into(),
        it.body_sha256.as_deref().into(),
        it.status.code().into(),
    ];
    cells.extend(tail(&it.head));
    cells
}

fn actor(it: &<Actor as Record>::View) -> Vec<Cell<'_>> {
    let identifiers = it.identifiers.iter().map(|it| format!("{}:{}", it.scheme, it.value));
    let mut cells = vec![
        it.head.reference.as_str().into(),
        it.head.id.to_string().into(),
        it.name.as_str().into(),
        it.pseudonymous.into(),
        it.kind.code().into(),
        it.sector.map(super::super::domain::codes::Sector::code).into(),
        iso3(it.country.as_ref()),
        name_of(it.country.as_ref()),
        it.names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().into(),
        Cell::list(identifiers),
        it.gender.map(super::super::domain::codes::Gender::code).into(),
        it.age_group.map(super::super::domain::codes::AgeGroup::code).into(),
        it.hrd_groups.iter().map(|group| group.code()).collect::<Vec<_>>().into(),
        it.description.as_deref().into(),
    ];
    cells.extend(tail(&it.head));
    cells
}

fn citation(it: &<Citation as Record>::View) -> Vec<Cell<'_>> {
    let mut cells = vec![
        it.head.id.to_string().into(),
        reference(it.statement.as_ref()),
        id(it.statement.as_ref()),
        it.target.code().into(),
        it.target_id.to_string().into(),
        it.stance.code().into(),
        it.quote.as_deref().into(),
        it.start.into(),
        it.end.into(),
        it.page.as_deref().into(),
        iso3(it.obligated_country.as_ref()),
    ];
    cells.extend(tail(&it.head));
    cells
}

fn demand(it: &<Demand as Record>::View) -> Vec<Cell<'_>> {
    let follow_ups = it.follow_ups.iter().map(|it| format!("{}: {}", it.date, it.note));
    let mut cells = vec![
        it.head.id.to_string().into(),
        reference(it.statement.as_ref()),
        id(it.statement.as_ref()),
        it.addressee.as_ref().map(|actor| actor.reference.as_str()).into(),
        it.addressee.as_ref().map(|actor| actor.name.as_str()).into(),
        it.text.as_str().into(),
        it.category.code().into(),
        it.status.code().into(),
        Cell::list(follow_ups),
    ];
    cells.extend(tail(&it.head));
    cells
}

fn instrument(it: &<Instrument as Record>::View) -> Vec<Cell<'_>> {
    vec![
        it.code.as_str().into(),
        it.head.id.to_string().into(),
        it.title.as_str().into(),
        it.kind.code().into(),
        it.region.as_deref().into(),
        iso3(it.country.as_ref()),
        it.adopted_on.as_deref().into(),
        it.in_force_on.as_deref().into(),
        it.depositary_reference.as_deref().into(),
        it.monitoring_body.as_deref().into(),
        it.source.as_deref().into(),
        it.head.version.into(),
    ]
}

fn provision(it: &<Provision as Record>::View) -> Vec<Cell<'_>> {
    vec![
        reference(it.instrument.as_ref()),
        it.label.as_str().into(),
        it.head.id.to_string().into(),
        it.title.as_deref().into(),
        it.right.as_deref().into(),
        it.derogable.into(),
        it.position.into(),
        it.head.version.into(),
    ]
}

fn commitment(it: &<Commitment as Record>::View) -> Vec<Cell<'_>> {
    vec![
        it.head.id.to_string().into(),
        reference(it.instrument.as_ref()),
        it.country.as_str().into(),
        it.country.name().into(),
        it.action.code().into(),
        it.date.as_deref().into(),
        it.effective_on.as_deref().into(),
        it.ends_on.as_deref().into(),
        it.provision.as_ref().map(|it| it.label.as_str()).into(),
        it.note.as_deref().into(),
        it.source.as_deref().into(),
        it.as_of.as_deref().into(),
        it.head.version.into(),
    ]
}
