//! The events of a list in the order of time, by year and month, each no more exactly than it is known.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use super::answer::page_with;
use super::cells::Badge;
use super::frame::Frame;
use super::list::{self, Chip, Found, address, exports_of, hints, total_in_words};
use super::narrowing::{Asked, Narrowing};
use super::records::event;
use super::visit::{Pairs, Visit};
use crate::casework::facets::Facet;
use crate::casework::records::Record;
use crate::casework::records::event::Event;
use crate::casework::records::event_view::EventView;
use crate::domain::ParticipationRole;
use crate::error::{Error, Result};
use crate::http::query::ListQuery;
use crate::http::resource::note_reading;

#[derive(Template)]
#[template(path = "timeline.html")]
struct TimelinePage<'a> {
    f: &'a Frame,
    title: String,
    by: Narrowing,
    hints: Vec<Chip>,
    years: Vec<Year>,
    total: String,
    /// The same in the other direction, and whether this one begins with the latest.
    other_way: String,
    is_latest_first: bool,
    next: Option<String>,
    first: Option<String>,
    exports: Vec<(String, String)>,
    api: String,
}

/// A year, or whatever else is known of when something began.
struct Year {
    heading: String,
    months: Vec<Month>,
}

struct Month {
    /// Empty where only the year is known.
    number: String,
    heading: String,
    events: Vec<Item>,
}

struct Item {
    event: EventView,
    place: String,
    targets: Vec<(String, String)>,
    status: Badge,
}

/// When an event began, as far as its date says: a year, and a month of it.
#[derive(Debug, PartialEq, Eq)]
enum Began {
    Year(String),
    Month(String, String),
    /// Within several years: `201X`.
    Span(String),
    Unknown,
}

impl Began {
    fn of(date: Option<&str>) -> Self {
        let first = date.unwrap_or_default().split('/').next().unwrap_or_default();
        let first = first.trim_matches(['?', '~', '%']);
        let is_number = |text: &str, long: usize| {
            text.len() == long && text.bytes().all(|byte| byte.is_ascii_digit())
        };
        let mut parts = first.split('-');
        let year = parts.next().unwrap_or_default().trim_matches(['?', '~', '%']);
        if first.is_empty() || first == ".." {
            return Self::Unknown;
        }
        if !is_number(year, 4) {
            return Self::Span(first.to_owned());
        }
        let month = parts.next().unwrap_or_default().trim_matches(['?', '~', '%']);
        // From 21 on they are seasons, which no month holds.
        if is_number(month, 2) && ("01"..="12").contains(&month) {
            Self::Month(year.to_owned(), month.to_owned())
        } else {
            Self::Year(year.to_owned())
        }
    }
}

/// `GET /events/timeline`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    let f = &visit.frame;
    let mut given = Asked::of(visit.request.query_string());
    // It has its own order: the date, in one direction or the other.
    let is_latest_first = given.take("sort").as_deref() != Some("date");
    let order = if is_latest_first { "-date" } else { "date" };
    let kept = if is_latest_first { Vec::new() } else { vec![("sort", order.to_owned())] };
    let mut by = Narrowing::of::<Event>(f, "timeline", &given, &kept);
    let with = |more: &[(&str, &str)], leave: &str| {
        let more: Pairs =
            more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let kept = given.0.iter().filter(|pair| pair.0 != leave && pair.0 != "cursor");
        address("/events/timeline", kept.chain(&more))
    };
    let mut asked = Asked(given.0.clone());
    asked.0.push(("sort".to_owned(), order.to_owned()));
    let (mut found, mut next) = (Found::nothing(), None);
    let loaded = match ListQuery::read(asked.parameters()?, &visit.app, Event::SORTS) {
        Ok(query) => {
            let none = None::<(i64, fn(&Frame, &Facet) -> bool)>;
            list::load::<Event>(&visit, query.clone(), none).await.map(|found| (found, query))
        }
        Err(error) => Err(error),
    };
    match loaded {
        Ok((some, query)) => {
            next = some.last.as_ref().map(|(value, id)| {
                let cursor = query.cursor(&visit.app, value, *id);
                let sort = if is_latest_first { vec![] } else { vec![("sort", order)] };
                with(&[sort, vec![("cursor", cursor.as_str())]].concat(), "")
            });
            found = some;
        }
        Err(Error::Malformed(about)) => by.wrong = Some(about),
        Err(other) => return Err(other),
    }
    note_reading::<Event>(&visit.app, visit.caller.clone(), found.confidential.clone()).await?;
    let sort: &[(&str, &str)] = if is_latest_first { &[] } else { &[("sort", "date")] };
    let is_further = given.0.iter().any(|pair| pair.0 == "cursor");
    let api = {
        let filters = given.filters::<Event>();
        let order = [("sort".to_owned(), order.to_owned())];
        address("/api/v1/events", filters.iter().chain(&order))
    };
    let status = if by.wrong.is_some() { StatusCode::BAD_REQUEST } else { StatusCode::OK };
    let page = TimelinePage {
        f,
        title: f.t("kinds-event"),
        hints: hints(f, &by, &given, &found.emptied_by),
        total: total_in_words(f, found.total, found.views.len()),
        years: years(f, found.views, is_latest_first),
        other_way: with(if is_latest_first { &[("sort", "date")] } else { &[] }, ""),
        is_latest_first,
        next,
        first: is_further.then(|| with(sort, "")),
        exports: exports_of::<Event>(f, &given.0),
        api,
        by,
    };
    page_with(status, &page)
}

/// Events by year and month, in their order. What is known by its year alone stands with the year, and
/// not in the month in which the year begins.
fn years(f: &Frame, events: Vec<EventView>, is_latest_first: bool) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for event in events {
        let (heading, number) = match Began::of(event.date.as_deref()) {
            Began::Month(year, month) => (year, month),
            Began::Year(year) | Began::Span(year) => (year, String::new()),
            Began::Unknown => (f.t("timeline-unknown"), String::new()),
        };
        if years.last().is_none_or(|year| year.heading != heading) {
            years.push(Year { heading, months: Vec::new() });
        }
        let Some(year) = years.last_mut() else { continue };
        if !year.months.iter().any(|month| month.number == number) {
            let heading = match number.as_str() {
                "" => String::new(),
                some => f.t(&format!("timeline-month-{some}")),
            };
            year.months.push(Month { number: number.clone(), heading, events: Vec::new() });
        }
        let targets = event
            .participations
            .iter()
            .filter(|it| it.role == ParticipationRole::Target)
            .map(|it| (format!("/actors/{}", it.actor.reference), it.actor.name.clone()));
        let item = Item {
            place: event::place(f, &event),
            targets: targets.collect(),
            status: Badge::status(f, event.status),
            event,
        };
        if let Some(month) = year.months.iter_mut().find(|month| month.number == number) {
            month.events.push(item);
        }
    }
    for year in &mut years {
        // Before the months, or after them where time runs backwards.
        year.months.sort_by_key(|month| month.number.is_empty() == is_latest_first);
        if year.months.iter().any(|month| !month.number.is_empty())
            && let Some(whole) = year.months.iter_mut().find(|month| month.number.is_empty())
        {
            whole.heading = f.t("timeline-year-alone");
        }
    }
    years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_begins_where_its_date_says_and_no_more_exactly() {
        let month = |year: &str, month: &str| Began::Month(year.into(), month.into());
        for (date, began) in [
            (Some("2017-11-26"), month("2017", "11")),
            (Some("2017-11?"), month("2017", "11")),
            (Some("2017-09-03~/2017-11-16"), month("2017", "09")),
            (Some("2017"), Began::Year("2017".into())),
            (Some("2017~"), Began::Year("2017".into())),
            (Some("2017-XX"), Began::Year("2017".into())),
            (Some("2017-21"), Began::Year("2017".into())),
            (Some("2016/2019"), Began::Year("2016".into())),
            (Some("201X"), Began::Span("201X".into())),
            (Some("../2017"), Began::Unknown),
            (None, Began::Unknown),
        ] {
            assert_eq!(Began::of(date), began, "{date:?}");
        }
    }
}
