//! Counts, compared with what one gets by counting the exported files.

use std::collections::{BTreeMap, BTreeSet};

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, move_to};

/// Two incidents, five events, groups and people in several roles, some of them hidden.
pub async fn filled(app: &TestApp) -> (Client<'_>, Client<'_>) {
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let actor = async |name: &str, kind: &str, level: &str| {
        let new = json!({"name": name, "kind": kind, "confidentiality": level});
        let made = author.post("/api/v1/actors", new).await.must(201);
        made["ref"].as_str().unwrap().to_owned()
    };
    let police = actor("Police unit 4", "state_body", "public").await;
    let company = actor("A company", "company", "public").await;
    let union = actor("A union", "union", "public").await;
    let person = actor("A person", "person", "public").await;
    let hidden = actor("Somebody hidden", "group", "confidential").await;
    let event = |kind: &str, date: &str, country: &str, people: &[(&str, &str)]| {
        let people: Vec<Value> =
            people.iter().map(|(actor, role)| json!({"actor": actor, "role": role})).collect();
        json!({"type": kind, "title": "An event", "date": date, "country": country,
            "confidentiality": "public", "participations": people})
    };
    let files = [
        json!({"title": "One", "country": "KHM", "confidentiality": "public", "events": [
            event("arrest", "2017-03-04", "KHM", &[(&police, "perpetrator"), (&person, "target")]),
            event("arrest", "2017-03~", "KHM", &[(&police, "perpetrator"), (&company, "perpetrator"), (&person, "target"), (&union, "target")]),
            event("dissolution", "2018", "THA", &[(&union, "target"), (&hidden, "target")]),
        ]}),
        json!({"title": "Two", "country": "KHM", "confidentiality": "public", "events": [
            event("threat", "2018-12-31", "KHM", &[(&person, "target"), (&person, "witness")]),
            event("arrest", "2016/2019", "KHM", &[]),
        ]}),
    ];
    for file in files {
        let made = author.post("/api/v1/incidents", file).await.must(201);
        let incident = format!("/api/v1/incidents/{}", made["ref"].as_str().unwrap());
        for event in made["events"].as_array().unwrap() {
            let path = format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
            move_to(&path, "published", &author, &reviewer).await;
        }
        move_to(&incident, "published", &author, &reviewer).await;
    }
    (author, app.user(Role::Viewer).await)
}

type Row = BTreeMap<String, String>;

async fn rows(client: &Client<'_>, dataset: &str) -> Vec<Row> {
    let csv = client.get(&format!("/api/v1/exports/{dataset}.csv")).await.body;
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The counts of a table, by key.
fn cells(table: &Value) -> BTreeMap<Vec<String>, u64> {
    let by = table["by"].as_array().unwrap();
    let cells = table["cells"].as_array().unwrap().iter().map(|cell| {
        let value = |name: &Value| cell["key"][name.as_str().unwrap()].as_str();
        let key = by.iter().map(|name| value(name).unwrap_or("").to_owned()).collect();
        (key, cell["count"].as_u64().unwrap())
    });
    cells.collect()
}

#[actix_web::test]
async fn statistics_are_what_one_counts_in_the_files() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    for client in [&author, &viewer] {
        let events = rows(client, "events").await;
        let people = rows(client, "participations").await;
        assert_eq!(events.len(), 5);
        let targets = |event: &Row| -> BTreeSet<String> {
            let of = people.iter().filter(|it| it["event_ref"] == event["event_ref"]);
            of.filter(|it| it["role"] == "target").map(|it| it["actor_ref"].clone()).collect()
        };
        let split = |list: &str| -> Vec<String> {
            let items: BTreeSet<String> = list.split("; ").map(str::to_owned).collect();
            items.into_iter().collect()
        };
        for by in [
            &["type"][..],
            &["country"],
            &["status"],
            &["confidence"],
            &["right"],
            &["perpetrator_kind"],
            &["target_kind"],
            &["type", "country"],
            &["perpetrator_kind", "type", "country"],
        ] {
            // Each event falls into every combination of its values.
            let keys = |event: &Row| -> Vec<Vec<String>> {
                by.iter().fold(vec![Vec::new()], |keys, dimension| {
                    let values = match *dimension {
                        "type" => vec![event["event_type"].clone()],
                        "country" => vec![event["country_iso3"].clone()],
                        "right" => split(&event["rights"]),
                        "perpetrator_kind" => split(&event["perpetrator_kinds"]),
                        "target_kind" => split(&event["target_kinds"]),
                        name => vec![event[name].clone()],
                    };
                    let with = |key: &Vec<String>, value: &String| {
                        [key.clone(), vec![value.clone()]].concat()
                    };
                    keys.iter()
                        .flat_map(|key| values.iter().map(|it| with(key, it)).collect::<Vec<_>>())
                        .collect()
                })
            };
            for unit in ["events", "incidents", "victims"] {
                let mut counted = BTreeMap::<Vec<String>, BTreeSet<String>>::new();
                for event in &events {
                    let units: BTreeSet<String> = match unit {
                        "events" => [event["event_ref"].clone()].into(),
                        "incidents" => [event["incident_ref"].clone()].into(),
                        _ => targets(event),
                    };
                    for key in keys(event) {
                        if !units.is_empty() {
                            counted.entry(key).or_default().extend(units.clone());
                        }
                    }
                }
                let expected: BTreeMap<_, _> =
                    counted.into_iter().map(|(key, units)| (key, units.len() as u64)).collect();
                let query = format!("/api/v1/statistics?unit={unit}&by={}", by.join(","));
                let table = client.get(&query).await.must(200);
                assert_eq!(cells(&table), expected, "{query}");
                let all: BTreeSet<String> = match unit {
                    "events" => events.iter().map(|it| it["event_ref"].clone()).collect(),
                    "incidents" => events.iter().map(|it| it["incident_ref"].clone()).collect(),
                    _ => events.iter().flat_map(targets).collect(),
                };
                assert_eq!(table["total"], all.len(), "{query}");
                assert_eq!(table["unit"], unit);
            }
        }
    }
    // The hidden group is a victim to nobody who may not see it, and one to its author.
    let count = async |client: &Client<'_>| {
        client.get("/api/v1/statistics?unit=victims").await.must(200)["total"].clone()
    };
    assert_eq!((count(&author).await, count(&viewer).await), (json!(3), json!(2)));
}

#[actix_web::test]
async fn the_year_and_month_are_told_where_they_are_known() {
    let app = TestApp::new();
    let (_, viewer) = filled(&app).await;
    let table = viewer.get("/api/v1/statistics?by=year").await.must(200);
    let years = cells(&table);
    let year = |name: &str| years.get(&vec![name.to_owned()]).copied().unwrap_or(0);
    assert_eq!((year("2017"), year("2018"), year("2016"), year("")), (2, 2, 1, 0), "{table}");
    let table = viewer.get("/api/v1/statistics?by=month").await.must(200);
    let months = cells(&table);
    let month = |name: &str| months.get(&vec![name.to_owned()]).copied().unwrap_or(0);
    assert_eq!((month("2017-03"), month("2018-12"), month("")), (2, 1, 2), "{table}");
}
