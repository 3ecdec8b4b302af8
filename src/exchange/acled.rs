//! Events in the 31 columns of ACLED. What saksi does not record, or ACLED codes by rules that it does
//! not share, stays empty, and the codebook says so.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Dataset;
use super::columns::{Column, date, integer, list, number, text, whole_year};
use super::presets::Flat;
use super::write::Cell;
use crate::casework::records::links::Found;
use crate::domain::{Country, Id, Timestamp};
use crate::error::Result;
use crate::store::{Db, Sql};

pub const COLUMNS: &[Column] = &[
    text("event_id_cnty", "event_ref"),
    date("event_date", "date_earliest; see time_precision"),
    whole_year("year", "year of event_date"),
    integer(
        "time_precision",
        "1 the day, 2 within the week, 3 longer or not known; from date_precision",
    ),
    text("disorder_type", "of event_type; empty where the type has no counterpart"),
    text("event_type", "counterpart of the type of event; empty where there is none"),
    text("sub_event_type", "counterpart of the type of event; empty where there is none"),
    text("actor1", "first of perpetrators; in ACLED's protests, that is the protesters"),
    list("assoc_actor_1", "the other perpetrators"),
    integer(
        "inter1",
        "1 state, 7 civilians, 8 intergovernmental; empty for armed groups, which ACLED divides, and others",
    ),
    text("actor2", "first of targets"),
    list("assoc_actor_2", "the other targets"),
    integer("inter2", "as inter1, of actor2"),
    integer("interaction", "inter1 and inter2, the smaller first; empty where either is"),
    text(
        "civilian_targeting",
        "Civilian targeting: violence against civilians, or excessive force against protesters",
    ),
    integer("iso", "ISO 3166-1 numeric"),
    text("region", "not recorded: always empty"),
    text("country", "English short name"),
    text("admin1", "province, state or region"),
    text("admin2", "not recorded: always empty"),
    text("admin3", "not recorded: always empty"),
    text("location", "place"),
    number("latitude", "degrees north"),
    number("longitude", "degrees east"),
    integer(
        "geo_precision",
        "1 exact, or as ACLED itself had it: in a town that it names; 2 otherwise near, or district; 3 province or \
         linear; empty where only the country is known",
    ),
    list("source", "sources"),
    text("source_scale", "not recorded: always empty"),
    text("notes", "title; the narrative stays in the database"),
    integer("fatalities", "deaths_best; empty is not 0, other than in ACLED"),
    list("tags", "rights affected"),
    integer("timestamp", "updated_at, in seconds since 1970"),
];

/// The counterparts of a type of event: `event_type`, `sub_event_type`.
static TYPES: LazyLock<HashMap<String, (String, String)>> = LazyLock::new(|| {
    let table = include_str!("../reference/event_types.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let names = reader.headers().cloned().unwrap_or_default();
    let place = |name: &str| names.iter().position(|it| it == name).unwrap_or(usize::MAX);
    let (code, event, sub) = (place("code"), place("acled_event"), place("acled_sub_event"));
    let cell = |row: &csv::StringRecord, at: usize| row.get(at).unwrap_or_default().to_owned();
    reader
        .records()
        .flatten()
        .map(|row| (cell(&row, code), (cell(&row, event), cell(&row, sub))))
        .collect()
});

/// How the shipped profile reads ACLED's precision, as it stands in the settings of an import.
const READ_AS: &str =
    r#""column":"geo_precision","values":{"1":"near","2":"district","3":"province"}"#;

/// Which events came from ACLED, in a town that it names, and so `near`. That is all that `near` means
/// of these; of others, it means no more than within some kilometres, which ACLED counts as its 2.
pub fn towns(db: &mut Db, events: &[Id]) -> Result<HashMap<Id, Cell<'static>>> {
    let found = Sql::new(
        "SELECT x.record_id AS id FROM external_ids x JOIN imports i ON i.id = x.import_id \
         JOIN revisions r ON r.kind = 'event' AND r.record_id = x.record_id AND r.version = x.version \
         WHERE x.kind = 'event' AND x.source = 'acled' AND i.settings LIKE ",
    )
    .bind(format!("%{READ_AS}%"))
    .sql(" AND r.snapshot LIKE ")
    .bind(r#"%"geo_precision":"near"%"#)
    .sql(" AND x.record_id IN (")
    .list(events.iter().copied())
    .sql(")")
    .load::<Found>(db)?;
    Ok(found.into_iter().map(|found| (found.id, Cell::Flag(true))).collect())
}

/// A row of events in these columns.
pub fn row<'a>(cells: &'a [Cell<'_>]) -> Vec<Cell<'a>> {
    let event = Flat::of(Dataset::Events, cells);
    let (kind, sub) =
        TYPES.get(event.text("event_type")).map_or(("", ""), |it| (it.0.as_str(), it.1.as_str()));
    let excessive = sub == "Excessive force against protesters";
    let disorder = match kind {
        "Violence against civilians" => "Political violence",
        "Protests" if excessive => "Political violence; Demonstrations",
        "Protests" => "Demonstrations",
        other => other,
    };
    let (one, with_one) = event.first("perpetrators");
    let (two, with_two) = event.first("targets");
    let kind_of = |name: &str| event.items(name).first().and_then(|kind| inter(kind));
    let (inter1, inter2) = (kind_of("perpetrator_kinds"), kind_of("target_kinds"));
    let both = inter1.zip(inter2).map(|(a, b)| a.min(b) * 10 + a.max(b));
    let targeting = excessive || kind == "Violence against civilians";
    let updated = Timestamp::parse(event.text("updated_at")).ok();
    vec![
        event.lend("event_ref"),
        event.lend("date_earliest"),
        event.lend("year"),
        Cell::Whole(match event.text("date_precision") {
            "day" => 1,
            "few_days" | "week" => 2,
            _ => 3,
        }),
        said(disorder),
        said(kind),
        said(sub),
        one,
        with_one,
        whole(inter1),
        two,
        with_two,
        whole(inter2),
        whole(both),
        said(if targeting { "Civilian targeting" } else { "" }),
        whole(Country::numeric(event.text("country_iso3"))),
        Cell::Empty,
        event.lend("country"),
        event.lend("admin1"),
        Cell::Empty,
        Cell::Empty,
        event.lend("place"),
        event.lend("latitude"),
        event.lend("longitude"),
        whole(match event.text("geo_precision") {
            "exact" => Some(1),
            "near" if matches!(event.beside(), Cell::Flag(true)) => Some(1),
            "near" | "district" => Some(2),
            "province" | "linear" => Some(3),
            _ => None,
        }),
        event.lend("sources"),
        Cell::Empty,
        event.lend("title"),
        event.lend("deaths_best"),
        event.lend("rights"),
        whole(updated.map(|at| at.utc().timestamp())),
    ]
}

/// ACLED's number for a kind of actor.
fn inter(kind: &str) -> Option<i64> {
    match kind {
        "state" | "state_body" => Some(1),
        "person" | "group" | "political_party" | "ngo" | "media" | "union" | "company"
        | "religious_body" => Some(7),
        "intergovernmental" => Some(8),
        _ => None,
    }
}

fn said(text: &str) -> Cell<'_> {
    if text.is_empty() { Cell::Empty } else { text.into() }
}

fn whole(number: Option<i64>) -> Cell<'static> {
    number.map_or(Cell::Empty, Cell::Whole)
}
