//! What the pages of each kind of record show, and what its form asks.

pub mod actor;
pub mod contradictions;
pub mod demand;
pub mod event;
pub mod forms;
pub mod incident;
pub mod joins;
pub mod law;
pub mod named;
pub mod network;
pub mod statement;

use std::sync::Arc;

use actix_web::web::{self, ServiceConfig};
use serde_json::Value;

use super::cells::{Badge, Cell};
use super::form::{Part, Typed};
use super::frame::Frame;
use super::{audience, charts, history, list, map, record, record_form, timeline};
use crate::casework::Act;
use crate::casework::duplicates::Duplicate;
use crate::casework::read_records::{self, Page};
use crate::casework::records::{
    Filters, Record, actor::Actor, affiliation::Affiliation, citation::Citation,
    commitment::Commitment, demand::Demand, event::Event, incident::Incident,
    instrument::Instrument, provision::Provision, statement::Statement,
};
use crate::domain::Status;
use crate::error::Result;
use crate::exchange::Dataset;
use crate::store::{Db, Eyes, Memory};
use named::Named;

/// Somebody looking at records, inside one reading of the database.
pub struct Looking<'l> {
    pub db: &'l mut Db,
    pub eyes: &'l Eyes,
    pub memory: &'l Memory,
    pub f: &'l Frame,
}

impl Looking<'_> {
    /// The first records, as the caller may see them, that meet one filter.
    pub fn related<R: Record>(
        &mut self,
        filter: &str,
        value: &str,
        limit: i64,
    ) -> Result<Vec<R::View>> {
        self.filtered::<R>(&[(filter, value)], limit)
    }

    /// The first records, as the caller may see them, that meet all filters.
    pub fn filtered<R: Record>(
        &mut self,
        filters: &[(&str, &str)],
        limit: i64,
    ) -> Result<Vec<R::View>> {
        let sort = R::SORTS[0];
        self.ordered::<R>(filters, sort.column, sort.newest_first, limit)
    }

    /// [`Looking::filtered`], remembered: for filters that many records meet, and no index by date has.
    pub fn remembered<R: Record>(
        &mut self,
        filters: &[(&str, &str)],
        limit: i64,
    ) -> Result<Arc<Vec<R::View>>>
    where
        R::View: Send + Sync + 'static,
    {
        let asked = format!("first {} {filters:?} {limit}", R::KIND);
        let (eyes, memory, f) = (self.eyes, self.memory, self.f);
        memory.answers.or_find(self.db, &eyes.caller, &asked, |db| {
            Looking { db, eyes, memory, f }.filtered::<R>(filters, limit)
        })
    }

    /// The records, as the caller may see them, that meet all filters and were changed last.
    pub fn latest<R: Record>(
        &mut self,
        filters: &[(&str, &str)],
        limit: i64,
    ) -> Result<Vec<R::View>> {
        self.ordered::<R>(filters, "updated_at", true, limit)
    }

    /// The records, as the caller may see them, that meet all filters and were not changed for the
    /// longest time.
    pub fn longest_unchanged<R: Record>(
        &mut self,
        filters: &[(&str, &str)],
        limit: i64,
    ) -> Result<Vec<R::View>> {
        self.ordered::<R>(filters, "updated_at", false, limit)
    }

    fn ordered<R: Record>(
        &mut self,
        filters: &[(&str, &str)],
        column: &'static str,
        descending: bool,
        limit: i64,
    ) -> Result<Vec<R::View>> {
        let page = Page { column, descending, after: None, limit };
        let filters = filters.iter().map(|(name, value)| ((*name).into(), (*value).into()));
        let filters = Filters(filters.collect());
        let mut records =
            read_records::page::<R>(self.db, self.eyes, self.memory, &filters, &page)?;
        records.truncate(usize::try_from(limit).unwrap_or_default());
        read_records::views(self.db, self.eyes, records)
    }
}

/// A kind of record that has pages.
pub trait Shown: Named {
    /// The path of its list, without slashes: `events`.
    const PATH: &'static str;
    /// In keys of words: `event`.
    const WORD: &'static str;
    /// What may be exported of it.
    const DATASET: Option<Dataset> = None;
    /// The columns of its list: keys of words.
    const COLUMNS: &'static [&'static str];
    const FORM: &'static [Part];
    /// The form for one that is there, where it asks something else.
    const FORM_CHANGED: &'static [Part] = Self::FORM;
    /// The path of the same list in the API, where there is one.
    const API: Option<&'static str> = Some(Self::PATH);
    /// Other views of its list: the last parts of their paths.
    const VIEWS: &'static [&'static str] = &[];
    /// Whether records of it are made on a page of their own.
    const IS_MADE_ALONE: bool = true;
    /// Whether its pages offer to delete one.
    const CAN_BE_HIDDEN: bool = true;
    /// Whether it is compared with others that may be the same.
    const IS_COMPARED: bool = false;

    /// A row of the list.
    fn cells(f: &Frame, view: &Self::View) -> Vec<Cell>;

    /// Where it stands in review, for kinds that are reviewed.
    fn standing(_: &Self::View) -> Option<Status> {
        None
    }

    /// Below the title of the page.
    fn lead(_: &Frame, _: &Self::View) -> String {
        String::new()
    }

    /// The language of its own texts, where it states it (BCP 47).
    fn language(_: &Self::View) -> Option<&str> {
        None
    }

    /// What the page shows, as HTML.
    fn body(look: &mut Looking<'_>, record: &Self, view: &Self::View) -> Result<String>;

    /// Where somebody is sent after they made or changed one.
    fn place(view: &Self::View) -> String {
        format!("/{}/{}", Self::PATH, Self::head(view).reference)
    }

    /// Fills in what the form need not ask twice.
    fn complete(_: &mut Value) {}

    /// Puts what people know things by in the place of what a form would show.
    fn ease(_: &mut Db, _: &Eyes, _: &mut Typed) -> Result<()> {
        Ok(())
    }

    /// Submits what was made with a record, before the record itself.
    fn submit_with(_: &mut Db, _: &mut Act, _: &Self) -> Result<()> {
        Ok(())
    }

    /// Records that may be the same as what a form describes, the likeliest first.
    fn similar(_: &mut Looking<'_>, _: &Value) -> Result<Vec<Duplicate>> {
        Ok(Vec::new())
    }

    /// The address of the form for a report about it, filled in; nothing for kinds that none is about.
    fn report(_: &Self::View) -> Option<String> {
        None
    }

    /// The badges beside the title.
    fn badges(f: &Frame, view: &Self::View) -> Vec<Badge> {
        let status = Self::standing(view).map(|status| Badge::status(f, status));
        let level = Badge::level(f, Self::head(view).confidentiality);
        status.into_iter().chain([level]).collect()
    }
}

/// In keys of words, the kind whose records are below a path: `event` for `events`.
pub fn word_of(path: &str) -> Option<&'static str> {
    let all = [
        (Statement::PATH, Statement::WORD),
        (Incident::PATH, Incident::WORD),
        (Event::PATH, Event::WORD),
        (Actor::PATH, Actor::WORD),
        (Demand::PATH, Demand::WORD),
        (Affiliation::PATH, Affiliation::WORD),
        (Citation::PATH, Citation::WORD),
        (Instrument::PATH, Instrument::WORD),
        (Provision::PATH, Provision::WORD),
        (Commitment::PATH, Commitment::WORD),
    ];
    all.into_iter().find(|kind| kind.0 == path).map(|kind| kind.1)
}

/// The paths of every kind.
pub fn register(config: &mut ServiceConfig) {
    config.service(web::resource("/exports/{file}").route(web::get().to(list::export)));
    config.service(web::resource("/events/map").route(web::get().to(map::events::show)));
    pages::<Statement>(config);
    pages::<Incident>(config);
    config
        .service(web::resource("/events/timeline").route(web::get().to(timeline::show)))
        .service(web::resource("/events/charts").route(web::get().to(charts::show)));
    pages::<Event>(config);
    config.service(web::resource("/actors/{id}/network").route(web::get().to(network::show)));
    pages::<Actor>(config);
    pages::<Demand>(config);
    pages::<Affiliation>(config);
    pages::<Citation>(config);
    pages::<Instrument>(config);
    pages::<Provision>(config);
    pages::<Commitment>(config);
}

/// The paths of every kind, for reading.
pub fn register_public(config: &mut ServiceConfig) {
    read_only::<Statement>(config);
    read_only::<Incident>(config);
    read_only::<Event>(config);
    read_only::<Actor>(config);
    read_only::<Demand>(config);
    read_only::<Affiliation>(config);
    read_only::<Citation>(config);
    read_only::<Instrument>(config);
    read_only::<Provision>(config);
    read_only::<Commitment>(config);
}

/// What the paths of [`register_public`] begin with.
pub const PUBLIC: [&str; 10] = [
    Statement::PATH,
    Incident::PATH,
    Event::PATH,
    Actor::PATH,
    Demand::PATH,
    Affiliation::PATH,
    Citation::PATH,
    Instrument::PATH,
    Provision::PATH,
    Commitment::PATH,
];

fn read_only<R: Shown + Sync>(config: &mut ServiceConfig)
where
    R::Input: Sync,
{
    let path = |rest: &str| web::resource(format!("/{}{rest}", R::PATH));
    config
        .service(path("").route(web::get().to(list::show::<R>)))
        .service(path("/{id}").route(web::get().to(record::show::<R>)));
}

fn pages<R: Shown + Sync>(config: &mut ServiceConfig)
where
    R::Input: Sync,
{
    let path = |rest: &str| web::resource(format!("/{}{rest}", R::PATH));
    config
        .service(path("").route(web::get().to(list::show::<R>)))
        .service(
            path("/new")
                .route(web::get().to(record_form::ask_new::<R>))
                .route(web::post().to(record_form::create::<R>)),
        )
        .service(path("/audience").route(web::get().to(audience::ask::<R>)))
        .service(path("/{id}").route(web::get().to(record::show::<R>)))
        .service(
            path("/{id}/revisions/{version}/restore").route(web::post().to(history::restore::<R>)),
        )
        .service(
            path("/{id}/edit")
                .route(web::get().to(record_form::ask_change::<R>))
                .route(web::post().to(record_form::change::<R>)),
        )
        .service(path("/{id}/history").route(web::get().to(history::show::<R>)))
        .service(path("/{id}/status").route(web::post().to(record::set_status::<R>)))
        .service(path("/{id}/hide").route(web::post().to(record::hide::<R>)))
        .service(path("/{id}/restore").route(web::post().to(record::restore::<R>)));
}
