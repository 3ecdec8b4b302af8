//! No text of a release that names somebody protected is missing from the report before it.

use std::collections::BTreeSet;

use saksi::domain::Role;
use saksi::exchange::Dataset;
use serde_json::json;

use crate::harness::TestApp;

const NAME: &str = "Sok Dara";

#[actix_web::test]
async fn a_protected_name_is_found_in_every_column_that_people_write() {
    let app = TestApp::new();
    let (monitor, admin) = (app.user(Role::Monitor).await, app.user(Role::Admin).await);
    let person = json!({"name": NAME, "kind": "person", "protected": true, "pseudonym": "Witness K-03",
        "confidentiality": "public"});
    monitor.post("/api/v1/actors", person).await.must(201);
    let text = format!("What {NAME} saw");
    let statement = json!({"title": text, "kind": "press_statement", "issued_on": "2020-03-05", "body": text,
        "place": text, "summary": text, "confidentiality": "public",
        "issuers": [{"name": "Forum", "kind": "ngo", "confidentiality": "public", "description": text}]});
    let statement = monitor.post("/api/v1/statements", statement).await.must(201);
    let incident = json!({"title": text, "summary": text, "tags": ["night", text], "country": "KHM",
        "confidentiality": "public"});
    let incident = monitor.post("/api/v1/incidents", incident).await.must(201);
    let event = json!({"incident": incident["ref"], "type": "arrest", "title": text, "country": "KHM",
        "date": "2020-03-04", "admin1": text, "place_name": text, "confidentiality": "public"});
    let event = monitor.post("/api/v1/events", event).await.must(201);
    let citation = json!({"statement": statement["ref"], "event": event["ref"], "stance": "reports",
        "quote": text, "page": text, "confidentiality": "public"});
    monitor.post("/api/v1/citations", citation).await.must(201);
    let demand = json!({"statement": statement["ref"], "text": text, "category": "release",
        "addressee": {"name": "The Ministry", "kind": "state_body", "confidentiality": "public"},
        "follow_ups": [{"date": "2020-04-01", "note": "Nothing yet"}, {"date": "2020-05-01", "note": text}],
        "confidentiality": "public"});
    monitor.post("/api/v1/demands", demand).await.must(201);
    for table in ["statements", "incidents", "events"] {
        app.tamper(&format!("UPDATE {table} SET status = 'published'"));
    }
    // What came with the program, as if somebody had written it anew.
    for dataset in [Dataset::Instruments, Dataset::Provisions, Dataset::Commitments] {
        for column in dataset.columns().iter().filter(|it| it.is_free_text()) {
            let name = column.name;
            app.tamper(&format!("UPDATE {dataset} SET {name} = COALESCE({name}, '') || ' {NAME}'"));
        }
    }

    let report = admin.post("/api/v1/releases/check", json!({})).await;
    assert!(!report.body.contains("Dara"), "the report names nobody");
    let total = report.must(200)["naming_texts"].as_u64().unwrap();
    // The report shows the first of them; all are found where they are.
    let shown = app.app.clone();
    let found = actix_web::web::block(move || {
        use saksi::exchange::package::{About, Package};
        let package = Package::of(
            saksi::domain::Caller::public(),
            saksi::casework::records::Filters::default(),
            About::current(None, None),
        );
        shown.office.database.snapshot(|db| {
            saksi::exchange::releases::texts::naming(db, &shown.office.memory, &package)
        })
    });
    let found = found.await.unwrap().unwrap();
    assert_eq!(total, found.len() as u64);
    let found: BTreeSet<(String, &str)> =
        found.iter().map(|it| (it.kind.table().to_owned(), it.field)).collect();
    let all: BTreeSet<(String, &str)> = Dataset::ALL
        .iter()
        .filter(|dataset| **dataset != Dataset::Merges)
        .flat_map(|it| it.columns().iter().map(move |column| (it, column)))
        .filter(|it| it.1.is_free_text())
        .map(|(dataset, column)| (dataset.to_string(), column.name))
        .collect();
    assert_eq!(found, all);
    for (table, column) in [("demands", "follow_ups"), ("incidents", "tags"), ("citations", "page")]
    {
        assert!(found.contains(&(table.to_owned(), column)), "{table}.{column}");
    }
}
