//! A list of records: what it is filtered by, a page of it, and the ways on: the next page, the same as
//! a file, the same from the API.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use form_urlencoded::Serializer;

use super::answer::page_with;
use super::cells::Cell;
use super::facets::{self, FacetsOf};
use super::files;
use super::frame::Frame;
use super::narrowing::{Asked, Narrowing};
use super::records::{Looking, Shown};
use super::saved_searches::{self, ShownSearch};
use super::visit::Visit;
use crate::casework::facets::{Facet, Facets, facets as all_facets};
use crate::casework::read_records;
use crate::casework::records::filter::AUDIENCE;
use crate::casework::records::{Filters, Record};
use crate::casework::report::ReportAudience;
use crate::domain::{Action, Country, Role};
use crate::error::{Error, Result};
use crate::http::exports;
use crate::http::query::{ListQuery, Parameters};
use crate::http::resource::{confidential, note_reading, position};
use crate::store::vocabulary::EVENT_TYPE;
use crate::store::{Db, Eyes, Memory};
use crate::words::Words;

/// Up to how many records are counted: beyond it, counting would cost more than the page.
const COUNTED: i64 = 10_000;

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage<'a> {
    f: &'a Frame,
    path: &'static str,
    title: String,
    about: String,
    new: Option<String>,
    columns: Vec<Column>,
    rows: Vec<RowOf>,
    by: Narrowing,
    facets: Option<FacetsOf>,
    /// How many there are, in words.
    total: String,
    next: Option<String>,
    first: Option<String>,
    exports: Vec<(String, String)>,
    api: Option<String>,
    /// What could be left out so that something is found.
    hints: Vec<Chip>,
    /// The query of the list, to be saved under a name.
    query: String,
    saved: Vec<ShownSearch>,
}

struct Column {
    label: String,
    is_number: bool,
}

struct RowOf {
    cells: Vec<Cell>,
}

/// A filter as it is asked for.
pub struct FilterField {
    pub name: &'static str,
    pub id: String,
    pub label: String,
    pub hint: String,
    pub value: String,
    pub choices: Vec<Choice>,
    pub is_day: bool,
    pub is_flag: bool,
}

pub struct Choice {
    pub value: String,
    pub label: String,
    pub is_chosen: bool,
}

/// A filter in use, and the list without it.
pub struct Chip {
    pub label: String,
    pub value: String,
    pub without: String,
}

/// What a page of a list holds.
pub(super) struct Found<R: Record> {
    pub views: Vec<R::View>,
    pub last: Option<(String, crate::domain::Id)>,
    pub total: i64,
    pub confidential: Vec<crate::domain::Id>,
    /// Filters each of which alone empties the list.
    pub emptied_by: Vec<String>,
    /// Nothing where there are too many records to count them.
    pub facets: Option<Facets>,
    pub saved: Vec<ShownSearch>,
}

impl<R: Record> Found<R> {
    pub const fn nothing() -> Self {
        Self {
            views: Vec::new(),
            last: None,
            total: 0,
            confidential: Vec::new(),
            emptied_by: Vec::new(),
            facets: None,
            saved: Vec::new(),
        }
    }
}

/// `GET /{kind}`.
pub async fn show<R: Shown>(visit: Visit) -> Result<HttpResponse> {
    let f = &visit.frame;
    let mut given = Asked::of(visit.request.query_string());
    let is_demanded = given.take("facets").is_some();
    let asked = ListQuery::read(given.parameters()?, &visit.app, R::SORTS);
    let (asked, wrong) = match asked {
        Ok(asked) => (Some(asked), None),
        Err(Error::Malformed(about)) => (None, Some(about)),
        Err(other) => return Err(other),
    };
    let (mut found, mut wrong) = (None, wrong);
    if let Some(asked) = &asked {
        let most = if is_demanded { facets::ON_DEMAND } else { facets::AT_ONCE };
        let wanted = Asked(given.0.clone());
        let which = move |f: &Frame, facet: &Facet| facets::is_wanted(f, &wanted, facet);
        match load::<R>(&visit, asked.clone(), Some((most, which))).await {
            Ok(some) => found = Some(some),
            Err(Error::Malformed(about)) => wrong = Some(about),
            Err(other) => return Err(other),
        }
    }
    let found = found.unwrap_or(Found::nothing());
    note_reading::<R>(&visit.app, visit.caller.clone(), found.confidential.clone()).await?;
    let mut by = Narrowing::of::<R>(f, "", &given, &[]);
    by.wrong = wrong;
    let parameters = &given.0;
    let without = |leave: &[&str]| {
        let kept = parameters.iter().filter(|(name, _)| !leave.contains(&name.as_str()));
        address(&format!("/{}", R::PATH), kept)
    };
    let facets = match found.facets {
        _ if crate::casework::facets::of_kind(R::KIND).is_empty() || found.views.is_empty() => None,
        Some(counted) => facets::shown::<R>(f, &given, counted),
        None => Some(facets::not_counted::<R>(f, &given, is_demanded)),
    };
    let next = match (&found.last, &asked) {
        (Some((value, id)), Some(asked)) => {
            let cursor = asked.cursor(&visit.app, value, *id);
            let kept = parameters.iter().filter(|(name, _)| name != "cursor");
            let all: Vec<(String, String)> =
                kept.cloned().chain([("cursor".to_owned(), cursor)]).collect();
            Some(address(&format!("/{}", R::PATH), all.iter()))
        }
        _ => None,
    };
    let is_further = parameters.iter().any(|(name, _)| name == "cursor");
    let may_make = f
        .visitor
        .as_ref()
        .is_some_and(|visitor| visitor.caller.may(R::KEPT_BY.unwrap_or(Action::CreateRecords)));
    let page = ListPage {
        f,
        path: R::PATH,
        title: f.t(&format!("kinds-{}", R::WORD)),
        about: f.t(&format!("about-{}", R::WORD)),
        new: (may_make && R::IS_MADE_ALONE).then(|| f.t(&format!("form-new-{}", R::WORD))),
        columns: R::COLUMNS
            .iter()
            .map(|key| Column { label: f.t(key), is_number: *key == "col-number" })
            .collect(),
        rows: found.views.iter().map(|view| RowOf { cells: R::cells(f, view) }).collect(),
        facets,
        total: total_in_words(f, found.total, found.views.len()),
        next,
        first: is_further.then(|| without(&["cursor"])),
        exports: exports_of::<R>(f, parameters),
        api: R::API
            .filter(|_| !f.is_public())
            .map(|path| address(&format!("/api/v1/{path}"), parameters.iter())),
        hints: hints(f, &by, &given, &found.emptied_by),
        by,
        query: visit.request.query_string().to_owned(),
        saved: found.saved,
    };
    let status = if page.by.wrong.is_some() {
        actix_web::http::StatusCode::BAD_REQUEST
    } else {
        actix_web::http::StatusCode::OK
    };
    page_with(status, &page)
}

/// The filters in use without each of which something is found.
pub(super) fn hints(f: &Frame, by: &Narrowing, given: &Asked, emptied_by: &[String]) -> Vec<Chip> {
    let emptied = given.0.iter().filter(|(name, _)| emptied_by.contains(name));
    let hint = |(name, value): &(String, String)| Chip {
        label: filter_label(f, name),
        value: filter_value(f, name, value),
        without: {
            let others = given.0.iter().filter(|pair| pair.0 != *name && pair.0 != "cursor");
            address(&by.path, others)
        },
    };
    emptied.map(hint).collect()
}

/// A page of a list; with its facets, if no more records match than are counted.
pub(super) async fn load<R: Shown>(
    visit: &Visit,
    asked: ListQuery,
    facets: Option<(i64, impl Fn(&Frame, &Facet) -> bool + Send + 'static)>,
) -> Result<Found<R>> {
    visit
        .look(move |look| {
            let saved = saved_searches::shown(look, Some(R::PATH))?;
            let Looking { db, eyes, memory, f } = look;
            let size = usize::try_from(asked.page.limit).unwrap_or_default();
            let mut records =
                read_records::page::<R>(db, eyes, memory, &asked.filters, &asked.page)?;
            let more = records.len() > size;
            records.truncate(size);
            let last = records.last().filter(|_| more).map(|last| position(last, &asked.page));
            let caller = &eyes.caller;
            let mut total = if more || asked.page.after.is_some() {
                read_records::count_up_to::<R>(db, caller, memory, &asked.filters, COUNTED)?
            } else {
                i64::try_from(records.len()).unwrap_or(COUNTED)
            };
            let facets = match facets {
                // So many are not counted at once, and need not be looked at again.
                Some((most, which)) if total <= most || most > COUNTED => {
                    let which = |facet: &Facet| which(f, facet);
                    all_facets::<R>(db, caller, memory, &asked.filters, most, which)?
                }
                _ => None,
            };
            total = facets.as_ref().map_or(total, |facets| facets.over);
            let emptied_by = if records.is_empty() {
                emptied_by::<R>(db, eyes, memory, &asked.filters)?
            } else {
                Vec::new()
            };
            let confidential = confidential(&records);
            let views = read_records::views(db, eyes, records)?;
            Ok(Found { views, last, total, confidential, emptied_by, facets, saved })
        })
        .await
}

/// The filters of a list that finds nothing, without each of which it would find something.
pub(super) fn emptied_by<R: Shown>(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    filters: &Filters,
) -> Result<Vec<String>> {
    let mut all = Vec::new();
    for name in filters.0.keys() {
        let mut others = filters.clone();
        others.0.remove(name);
        if read_records::count_up_to::<R>(db, &eyes.caller, memory, &others, 1)? > 0 {
            all.push(name.clone());
        }
    }
    Ok(all)
}

pub(super) fn total_in_words(f: &Frame, total: i64, shown: usize) -> String {
    let shown = i64::try_from(shown).unwrap_or_default();
    if total >= COUNTED {
        f.tn("list-more-than", COUNTED)
    } else {
        f.tn("list-total", total.max(shown))
    }
}

/// An address with a query.
pub fn address<'p>(path: &str, pairs: impl Iterator<Item = &'p (String, String)>) -> String {
    let mut query = Serializer::new(String::new());
    for (name, value) in pairs {
        query.append_pair(name, value);
    }
    let query = query.finish();
    if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
}

/// Filters that only programs use are not offered, but they work.
pub(super) fn is_offered(name: &str, f: &Frame) -> bool {
    match name {
        "id" | "updated_since" | "identifier" => false,
        "mine" | "assigned" => f.role().is_some_and(|role| role >= Role::Monitor),
        "status" | "confidentiality" | AUDIENCE => {
            f.role().is_some_and(|role| role >= Role::Researcher)
        }
        _ => true,
    }
}

pub fn filter_label(f: &Frame, name: &str) -> String {
    let key = format!("filter-{name}");
    if Words::has(&key) { f.t(&key) } else { name.replace('_', " ") }
}

/// The vocabulary that a filter's values are codes of.
fn vocabulary_of(name: &str, word: &str) -> Option<&'static str> {
    Some(match (name, word) {
        ("type", _) => EVENT_TYPE,
        ("family", _) => "event_family",
        ("role", _) => "participation_role",
        ("perpetrator_kind" | "target_kind", _) | ("kind", "actor") => "actor_kind",
        ("kind", "statement") => "statement_kind",
        ("kind", "instrument") => "instrument_kind",
        ("kind", "affiliation") => "affiliation_kind",
        ("right", _) => "right",
        ("status", "demand") => "demand_status",
        ("status", _) => "status",
        ("confidence", _) => "confidence",
        ("confidentiality", _) => "confidentiality",
        ("geo_precision", _) => "geo_precision",
        ("category", _) => "demand_category",
        ("sector", _) => "sector",
        ("stance", _) => "stance",
        ("action", _) => "commitment_action",
        _ => return None,
    })
}

/// Who reads a report, in words.
fn audience_name(f: &Frame, code: &str) -> String {
    let known = code.parse::<ReportAudience>();
    known.map_or_else(|_| code.to_owned(), |it| f.t(&format!("report-audience-name-{it}")))
}

pub fn filter_value(f: &Frame, name: &str, value: &str) -> String {
    let said = value.split(',').map(|code| {
        if matches!(name, "country" | "happened_in") {
            return code
                .parse::<Country>()
                .map_or_else(|_| code.to_owned(), |it| f.country(&it).to_owned());
        }
        if name == AUDIENCE {
            return audience_name(f, code);
        }
        let known = ["statement", "actor", "instrument", "demand", "event"]
            .iter()
            .filter_map(|word| vocabulary_of(name, word))
            .find(|vocabulary| f.vocabulary.term(vocabulary, code).is_some());
        known.map_or_else(|| code.to_owned(), |vocabulary| f.label(vocabulary, code))
    });
    said.collect::<Vec<_>>().join(", ")
}

pub(super) fn filter_field(
    f: &Frame,
    name: &'static str,
    about: &'static str,
    word: &str,
    parameters: &[(String, String)],
) -> FilterField {
    let given = parameters.iter().find(|pair| pair.0 == name);
    let value = given.map(|pair| pair.1.clone()).unwrap_or_default();
    let choice =
        |code: String, label: String| Choice { is_chosen: code == value, value: code, label };
    let mut choices: Vec<Choice> = match (name, vocabulary_of(name, word)) {
        ("country" | "happened_in", _) => f
            .countries()
            .into_iter()
            .map(|country| choice(country.as_str().to_owned(), f.country(&country).to_owned()))
            .collect(),
        (AUDIENCE, _) => ReportAudience::ALL
            .iter()
            .map(|it| choice(it.code().to_owned(), audience_name(f, it.code())))
            .collect(),
        (_, Some(vocabulary)) => f
            .vocabulary
            .terms_of(vocabulary)
            .map(|term| choice(term.code.clone(), f.label(vocabulary, &term.code)))
            .collect(),
        _ => Vec::new(),
    };
    if !choices.is_empty() && !value.is_empty() && !choices.iter().any(|it| it.is_chosen) {
        // Several alternatives, which came with the address.
        choices.push(Choice {
            label: filter_value(f, name, &value),
            value: value.clone(),
            is_chosen: true,
        });
    }
    FilterField {
        name,
        id: format!("filter-{name}"),
        label: filter_label(f, name),
        hint: about.to_owned(),
        value,
        choices,
        is_day: matches!(name, "from" | "to"),
        is_flag: matches!(name, "mine"),
    }
}

pub(super) fn sorts<R: Record>(f: &Frame, parameters: &[(String, String)]) -> Vec<Choice> {
    let given = parameters.iter().find(|pair| pair.0 == "sort").map(|pair| pair.1.as_str());
    let default = if R::SORTS[0].newest_first {
        format!("-{}", R::SORTS[0].name)
    } else {
        R::SORTS[0].name.to_owned()
    };
    let given = given.unwrap_or(&default);
    let both = R::SORTS.iter().flat_map(|sort| [format!("-{}", sort.name), sort.name.to_owned()]);
    both.map(|value| Choice {
        label: f.t(&format!("sort-{}", value.trim_start_matches('-')))
            + " "
            + if value.starts_with('-') { "↓" } else { "↑" },
        is_chosen: value == given,
        value,
    })
    .collect()
}

/// The same list as files.
pub(super) fn exports_of<R: Shown>(
    f: &Frame,
    parameters: &[(String, String)],
) -> Vec<(String, String)> {
    let Some(dataset) = R::DATASET else { return Vec::new() };
    let filters: Vec<(String, String)> = parameters
        .iter()
        .filter(|(name, _)| R::FILTERS.iter().any(|filter| filter.name == name))
        .cloned()
        .collect();
    files::ways(f, dataset, &filters)
}

/// `GET /exports/{file}`: a dataset as a file, for a browser.
pub async fn export(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let parameters = Parameters::of(&visit.request)?;
    exports::file(&visit.app, visit.caller, &path, parameters).await
}
