//! Sections that set counts of people side by side: countries beside each other, and the indicator.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::{BigInt, Nullable, Text};

use super::making::Making;
use crate::casework::read_records::all_matching;
use crate::casework::records::event::Event;
use crate::casework::statistics::{Dimension, Unit, statistics};
use crate::domain::document::{Block, Figure, Span, Table, TableColumn};
use crate::domain::{ActorKind, Confidence, Country, HrdGroup};
use crate::error::Result;
use crate::store::Sql;
use crate::store::visibility::participation_in_visible_event;

/// Counts by a code and by country.
type Matrix = BTreeMap<Option<String>, BTreeMap<String, i64>>;

/// Several countries side by side: totals, by type, by gender and group of those targeted.
pub fn comparison(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let countries = making.wanted.countries.clone();
    let mut totals: BTreeMap<Unit, BTreeMap<String, i64>> = BTreeMap::new();
    for country in &countries {
        let filters = making.wanted.events(std::slice::from_ref(country), making.wanted.period);
        for unit in [Unit::Incidents, Unit::Events, Unit::Victims] {
            let caller = &making.eyes.caller;
            let total = statistics(making.db, caller, making.memory, unit, &[], &filters)?.total;
            totals.entry(unit).or_default().insert(country.as_str().to_owned(), total);
        }
    }
    let rows = [Unit::Incidents, Unit::Events, Unit::Victims]
        .into_iter()
        .map(|unit| {
            let label = making.say(&format!("report-unit-{}", unit.code()));
            let of = totals.get(&unit).cloned().unwrap_or_default();
            let list = |country: &Country| {
                (unit != Unit::Incidents).then(|| {
                    let more: &[(&str, &str)] =
                        if unit == Unit::Victims { &[("role", "target")] } else { &[] };
                    list_of(making, country, more)
                })
            };
            row(making, &countries, label, &of, list)
        })
        .collect();
    let mut blocks =
        vec![table(making, &countries, "report-compare-totals", rows, "report-compare-remark")];

    let filters = making.filters();
    let caller = making.eyes.caller.clone();
    let by = [Dimension::Type, Dimension::Country];
    let counts = statistics(making.db, &caller, making.memory, Unit::Events, &by, &filters)?;
    let mut types = Matrix::new();
    for cell in counts.cells {
        let value = |name: &str| cell.key.get(name).cloned().flatten();
        if let Some(country) = value("country") {
            types.entry(value("type")).or_default().insert(country, cell.count);
        }
    }
    let rows = ordered(types)
        .into_iter()
        .filter_map(|(code, of)| {
            let code = code?;
            let label = making.label("event_type", &code);
            let list = |country: &Country| Some(list_of(making, country, &[("type", &code)]));
            Some(row(making, &countries, label, &of, list))
        })
        .collect();
    blocks.push(table(making, &countries, "report-compare-types", rows, "report-unit-is-events"));

    let people = people(making)?;
    let mut genders = Matrix::new();
    let mut groups = Matrix::new();
    for person in &people {
        *genders
            .entry(person.gender.clone())
            .or_default()
            .entry(person.country.clone())
            .or_default() += 1;
        for group in person.groups() {
            *groups.entry(Some(group)).or_default().entry(person.country.clone()).or_default() += 1;
        }
    }
    for (title, vocabulary, of, remark) in [
        ("report-compare-gender", "gender", genders, "report-gender-remark"),
        ("report-compare-groups", "hrd_group", groups, "report-groups-remark"),
    ] {
        let rows: Vec<_> = ordered(of)
            .into_iter()
            .map(|(code, of)| {
                let label = code.map_or_else(
                    || making.say("report-not-recorded"),
                    |code| making.label(vocabulary, &code),
                );
                row(making, &countries, label, &of, |_| None)
            })
            .collect();
        if !rows.is_empty() {
            making.notice_small_cells(&rows);
            blocks.push(table(making, &countries, title, rows, remark));
        }
    }
    Ok(blocks)
}

fn list_of(making: &Making<'_>, country: &Country, more: &[(&str, &str)]) -> String {
    let filters = making.wanted.events(std::slice::from_ref(country), making.wanted.period);
    making.list("/events", &filters, more)
}

/// The largest first, what is not known last.
fn ordered(matrix: Matrix) -> Vec<(Option<String>, BTreeMap<String, i64>)> {
    let mut all: Vec<_> = matrix.into_iter().collect();
    all.sort_by_key(|(code, of)| (code.is_none(), -of.values().sum::<i64>()));
    all
}

fn row(
    making: &Making<'_>,
    countries: &[Country],
    label: String,
    of: &BTreeMap<String, i64>,
    list: impl Fn(&Country) -> Option<String>,
) -> Vec<Vec<Span>> {
    let mut cells = vec![vec![Span::plain(label)]];
    for country in countries {
        let count = of.get(country.as_str()).copied().unwrap_or(0);
        cells.push(vec![making.count(count, list(country).filter(|_| count > 0))]);
    }
    cells
}

fn table(
    making: &Making<'_>,
    countries: &[Country],
    title: &str,
    rows: Vec<Vec<Vec<Span>>>,
    remark: &str,
) -> Block {
    let mut columns = vec![TableColumn { label: String::new(), numbers: false, weight: 4 }];
    columns.extend(countries.iter().map(|country| TableColumn {
        label: making.country(country).to_owned(),
        numbers: true,
        weight: 2,
    }));
    let remark = vec![Span::plain(making.say(remark))];
    Block::Table(Table { title: making.say(title), columns, rows, remark })
}

/// Somebody who was targeted in a country: a person counts once in each.
struct Targeted {
    country: String,
    gender: Option<String>,
    kind: ActorKind,
    hrd_groups: String,
    types: BTreeSet<String>,
}

impl Targeted {
    fn groups(&self) -> Vec<String> {
        serde_json::from_str(&self.hrd_groups).unwrap_or_default()
    }
}

/// The persons who were targeted in the events, each with the types of the events.
fn people(making: &mut Making<'_>) -> Result<Vec<Targeted>> {
    let condition = making.condition()?;
    targeted(making, &condition)
}

fn targeted(making: &mut Making<'_>, condition: &Sql) -> Result<Vec<Targeted>> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        actor: String,
        #[diesel(sql_type = Text)]
        country: String,
        #[diesel(sql_type = Nullable<Text>)]
        gender: Option<String>,
        #[diesel(sql_type = Text)]
        kind: ActorKind,
        #[diesel(sql_type = Text)]
        hrd_groups: String,
        #[diesel(sql_type = Text)]
        event_type: String,
        #[diesel(sql_type = BigInt)]
        protected: i64,
    }
    let query = Sql::new(
        "SELECT DISTINCT a.ref AS actor, events.country AS country, a.gender AS gender, a.kind AS kind, \
         a.hrd_groups AS hrd_groups, events.event_type AS event_type, \
         CAST(CASE WHEN a.protected THEN 1 ELSE 0 END AS BIGINT) AS protected FROM events \
         JOIN participations p ON p.event_id = events.id AND p.role = 'target' AND ",
    )
    .then(participation_in_visible_event("p", &making.eyes.caller))
    .sql(" JOIN actors a ON a.id = p.actor_id WHERE a.kind IN ('person', 'media', 'union') AND ")
    .then(condition.clone());
    let mut all: BTreeMap<(String, String), Targeted> = BTreeMap::new();
    for row in query.load::<Row>(making.db)? {
        making.counts_protected |= row.protected > 0;
        let person = all.entry((row.country.clone(), row.actor)).or_insert_with(|| Targeted {
            country: row.country,
            gender: row.gender,
            kind: row.kind,
            hrd_groups: row.hrd_groups,
            types: BTreeSet::new(),
        });
        person.types.insert(row.event_type);
    }
    Ok(all.into_values().collect())
}

/// The acts of indicator 16.10.1, with the types of events that are counted as each (metadata of the
/// indicator, SDG 16.10.1, section on definitions; the mapping of types is ours).
const ACTS: [(&str, &[&str]); 6] = [
    ("killing", &["killing", "death_in_custody"]),
    ("enforced_disappearance", &["enforced_disappearance"]),
    ("torture", &["torture_ill_treatment"]),
    ("arbitrary_detention", &["arrest", "detention", "house_arrest"]),
    ("kidnapping", &["abduction"]),
    (
        "other_harmful_act",
        &[
            "attempted_killing",
            "physical_attack",
            "sexual_violence",
            "threat",
            "intimidation_harassment",
            "online_attack",
            "vilification",
            "surveillance",
            "raid_search",
            "charge",
            "conviction",
            "sentencing",
            "denial_of_fair_trial",
            "travel_restriction",
            "expulsion_deportation",
        ],
    ),
];

/// Whom the indicator counts, by who they are.
const GROUPS: [&str; 3] = ["journalists", "trade_unionists", "defenders"];

/// To which of [`GROUPS`] somebody belongs; to one alone, in their order, so that nobody counts twice.
fn group_of(person: &Targeted) -> Option<&'static str> {
    let groups = person.groups();
    let has = |group: HrdGroup| groups.iter().any(|it| it == group.code());
    if person.kind != ActorKind::Person {
        return None;
    }
    if has(HrdGroup::Journalist) {
        Some(GROUPS[0])
    } else if has(HrdGroup::Labour) {
        Some(GROUPS[1])
    } else if groups.is_empty() {
        None
    } else {
        Some(GROUPS[2])
    }
}

/// Indicator 16.10.1: verified cases against journalists, trade unionists and defenders.
pub fn indicator(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let mut filters = making.filters();
    filters.0.insert("confidence".to_owned(), Confidence::Confirmed.code().to_owned());
    let caller = making.eyes.caller.clone();
    let condition = all_matching::<Event>(making.db, &caller, making.memory, &filters)?;
    let people = targeted(making, &condition)?;
    let mut cells: BTreeMap<(&str, &str), i64> = BTreeMap::new();
    // Of several acts against one person the gravest counts, which the metadata names first.
    let mut total = 0;
    for person in &people {
        let act = ACTS.iter().find(|act| act.1.iter().any(|it| person.types.contains(*it)));
        if let (Some(group), Some((act, _))) = (group_of(person), act) {
            *cells.entry((*act, group)).or_default() += 1;
            total += i64::from(*act != "other_harmful_act");
        }
    }
    let figure = Figure {
        value: making.count(total, None),
        label: making.words.counted("report-sdg-figure", total),
        rule: Some(making.say("report-sdg-rule")),
    };
    let mut rows = Vec::new();
    for (act, types) in ACTS {
        let mut row = vec![vec![Span::plain(making.say(&format!("report-sdg-{act}")))]];
        let mut sum = 0;
        for group in GROUPS {
            let count = cells.get(&(act, group)).copied().unwrap_or(0);
            sum += count;
            row.push(vec![making.count(count, None)]);
        }
        row.push(vec![making.count(sum, None)]);
        let labels: Vec<String> = types.iter().map(|it| making.label("event_type", it)).collect();
        row.push(vec![Span::plain(labels.join(&making.say("report-comma")))]);
        rows.push(row);
    }
    making.notice_small_cells(&rows);
    let mut columns =
        vec![TableColumn { label: making.say("report-sdg-act"), numbers: false, weight: 3 }];
    columns.extend(GROUPS.map(|group| making.numbers_column(&format!("report-sdg-{group}"))));
    columns.push(making.numbers_column("report-total"));
    columns.push(making.words_column("report-sdg-types", 4));
    let remark = vec![Span::plain(making.say("report-sdg-remark"))];
    let title = making.say("report-sdg-table");
    Ok(vec![
        Block::Figures { items: vec![figure] },
        Block::Table(Table { title, columns, rows, remark }),
        making.remark("report-documented"),
    ])
}
