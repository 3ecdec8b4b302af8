//! Data packages: all tables of one moment, joined, described and counted.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use actix_web::test::TestRequest;
use saksi::domain::Role;
use saksi::exchange::Dataset;
use saksi::store::history::digest;
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, dissolution, move_to, press_statement};

/// The files of a package, by path.
type Files = BTreeMap<String, Vec<u8>>;

async fn package(who: &Client<'_>, query: &str) -> Files {
    let request = TestRequest::get().uri(&format!("/api/v1/exports/datapackage.zip{query}"));
    let reply = who.raw(request, &[]).await;
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.body);
    assert_eq!(reply.header("content-type"), "application/zip");
    assert!(reply.header("content-disposition").contains("saksi-datapackage-"));
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(reply.bytes)).unwrap();
    let mut files = Files::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), bytes);
    }
    files
}

/// The rows of a table, by the names of its columns.
fn rows(files: &Files, path: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(files[path].as_slice());
    reader.deserialize().map(Result::unwrap).collect()
}

fn text<'f>(files: &'f Files, path: &str) -> &'f str {
    std::str::from_utf8(&files[path]).unwrap()
}

/// What `datapackage.json` says of the files holds.
fn must_hold(files: &Files) {
    let described: Value = serde_json::from_str(text(files, "datapackage.json")).unwrap();
    let resources = described["resources"].as_array().unwrap();
    let named = |name: &str| resources.iter().find(|it| it["name"] == name).unwrap();
    for resource in resources {
        let path = resource["path"].as_str().unwrap();
        assert_eq!(resource["bytes"], files[path].len(), "{path}");
        assert_eq!(resource["hash"], format!("sha256:{}", digest(&files[path])), "{path}");
        if resource["type"] != "table" {
            continue;
        }
        let table = rows(files, path);
        assert_eq!(resource["saksi:rows"], table.len(), "{path}");
        let schema = &resource["schema"];
        let key: Vec<&str> = schema["primaryKey"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap())
            .collect();
        let keys: BTreeSet<Vec<&String>> =
            table.iter().map(|row| key.iter().map(|name| &row[*name]).collect()).collect();
        assert_eq!(keys.len(), table.len(), "{path}: {key:?}");
        for field in schema["fields"].as_array().unwrap() {
            let name = field["name"].as_str().unwrap();
            for row in &table {
                let cell = &row[name];
                let constraints = &field["constraints"];
                assert!(constraints["required"] != true || !cell.is_empty(), "{path} {name}");
                let codes = constraints["enum"].as_array();
                let known = codes.is_none_or(|codes| codes.iter().any(|it| it == cell.as_str()));
                assert!(known || cell.is_empty(), "{path} {name}: {cell}");
            }
        }
        for join in schema["foreignKeys"].as_array().into_iter().flatten() {
            let own = join["fields"][0].as_str().unwrap();
            let (to, column) = (&join["reference"]["resource"], &join["reference"]["fields"][0]);
            let to = if to == "" { resource } else { named(to.as_str().unwrap()) };
            let there: BTreeSet<String> = rows(files, to["path"].as_str().unwrap())
                .iter()
                .map(|row| row[column.as_str().unwrap()].clone())
                .collect();
            for row in &table {
                assert!(
                    row[own].is_empty() || there.contains(&row[own]),
                    "{path}: {own} {}",
                    row[own]
                );
            }
        }
    }
    let sums: BTreeMap<&str, &str> = text(files, "SHA256SUMS")
        .lines()
        .map(|line| line.split_once("  ").unwrap())
        .map(|(sum, path)| (path, sum))
        .collect();
    for (path, bytes) in files.iter().filter(|it| it.0 != "SHA256SUMS") {
        assert_eq!(sums[path.as_str()], digest(bytes), "{path}");
    }
}

#[actix_web::test]
async fn a_package_has_every_table_and_says_what_it_has() {
    let app = TestApp::with(|config| {
        config.portal_licence =
            Some("CC BY 4.0, https://creativecommons.org/licenses/by/4.0/".to_owned());
        config.portal_citation = Some("The office, \"Records\" (2026)".to_owned());
    });
    let reviewer = app.user(Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    for _ in 0..3 {
        reviewer.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    }
    reviewer
        .post("/api/v1/events/KHM-2017-0001-E1/distinct", json!({"other": "KHM-2017-0002-E1"}))
        .await
        .must(200);
    let files = package(&reviewer, "").await;
    must_hold(&files);
    for dataset in Dataset::ALL {
        let csv = reviewer.get(&format!("/api/v1/exports/{dataset}.csv")).await.body;
        assert!(csv == text(&files, &format!("{dataset}.csv")), "{dataset} is as it is alone");
    }
    let described: Value = serde_json::from_str(text(&files, "datapackage.json")).unwrap();
    assert_eq!(described["$schema"], "https://datapackage.org/profiles/2.0/datapackage.json");
    assert_eq!(described["licenses"][0]["path"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(described["saksi:filters"], json!({}));
    assert!(text(&files, "LICENCE.txt").starts_with("CC BY 4.0"));
    assert!(text(&files, "CITATION.cff").contains("\\\"Records\\\" (2026)"));
    assert!(text(&files, "README.md").contains("No filter was used"));
    assert!(text(&files, "codebook.md").contains("| `dissolution` | Dissolution |"));
    assert!(text(&files, "counting-rules.md").contains("Unknown is not zero"));
    let codebook = rows(&files, "codebook.csv");
    let columns: usize = Dataset::ALL.iter().map(|it| it.columns().len()).sum();
    assert_eq!(codebook.len(), columns);
    let vocabularies = rows(&files, "vocabularies.csv");
    for row in codebook.iter().filter(|row| !row["vocabulary"].is_empty()) {
        let known = vocabularies.iter().any(|it| it["vocabulary"] == row["vocabulary"]);
        assert!(known, "{row:?}");
    }
}

#[actix_web::test]
async fn with_filters_the_tables_have_what_belongs_to_the_events() {
    let app = TestApp::new();
    let author = app.user(Role::Reviewer).await;
    let statement = |title: &str, issuer: &str, more: Value| {
        let mut statement = press_statement();
        statement["title"] = json!(title);
        statement["issuers"] = json!([{"name": issuer, "kind": "ngo"}]);
        for (name, value) in more.as_object().unwrap() {
            statement[name] = value.clone();
        }
        statement
    };
    author.post("/api/v1/statements", statement("Origin", "First", json!({}))).await.must(201);
    let copy = statement("Copy", "Second", json!({"derived_from": "S-2017-00001"}));
    author.post("/api/v1/statements", copy).await.must(201);
    author.post("/api/v1/statements", statement("Other", "Third", json!({}))).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00002")).await.must(201);
    let mut elsewhere = dissolution("S-2017-00003");
    elsewhere["incident"] = json!({"title": "Elsewhere", "country": "LAO"});
    elsewhere["country"] = json!("LAO");
    elsewhere["participations"] =
        json!([{"actor": {"name": "Nobody else", "kind": "person"}, "role": "target"}]);
    author.post("/api/v1/events", elsewhere).await.must(201);
    for (statement, whom) in [("S-2017-00002", "Asked"), ("S-2017-00003", "Not asked")] {
        let demand = json!({"statement": statement, "addressee": {"name": whom, "kind": "state"},
            "text": "Stop", "category": "cease"});
        author.post("/api/v1/demands", demand).await.must(201);
    }

    let files = package(&author, "?country=KHM").await;
    must_hold(&files);
    let column = |path: &str, name: &str| -> Vec<String> {
        let mut all: Vec<_> = rows(&files, path).iter().map(|row| row[name].clone()).collect();
        all.sort();
        all
    };
    assert_eq!(column("events.csv", "event_ref"), ["KHM-2017-0001-E1"]);
    assert_eq!(column("incidents.csv", "incident_ref"), ["KHM-2017-0001"]);
    assert_eq!(column("statements.csv", "title"), ["Copy", "Origin"], "and what it goes back to");
    assert_eq!(column("demands.csv", "addressee"), ["Asked"]);
    assert_eq!(column("citations.csv", "statement_ref"), ["S-2017-00002"]);
    assert_eq!(column("participations.csv", "event_ref"), ["KHM-2017-0001-E1"; 2]);
    assert_eq!(
        column("actors.csv", "name"),
        ["Asked", "Cambodia National Rescue Party", "First", "Second", "Supreme Court of Cambodia"]
    );
    assert!(!rows(&files, "commitments.csv").is_empty(), "the law is whole");
    assert!(text(&files, "README.md").contains("- `country` = `KHM`"));

    let refused = author.get("/api/v1/exports/datapackage.zip?colour=red").await;
    assert!(refused.problem(400).contains("there is no filter 'colour' here"));
}

#[actix_web::test]
async fn what_one_may_not_see_is_in_no_table_and_leaves_no_loose_key() {
    let app = TestApp::with(|config| config.portal = true);
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let viewer = app.user(Role::Viewer).await;
    author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let path = "/api/v1/events/KHM-2017-0001-E1";
    // The event is published, its incident and its source are not.
    for path in [path, "/api/v1/incidents/KHM-2017-0001"] {
        author.patch(path, json!({"confidentiality": "public"})).await.must(200);
    }
    move_to(path, "published", &author, &reviewer).await;
    let files = package(&viewer, "").await;
    must_hold(&files);
    let events = rows(&files, "events.csv");
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["incident_ref"], "", "it is not in the package");
    assert!(rows(&files, "incidents.csv").is_empty());
    assert!(rows(&files, "statements.csv").is_empty());

    let request = TestRequest::get().uri("/public/exports/datapackage.zip?country=KHM");
    let reply = app.stranger().raw(request, &[]).await;
    assert_eq!(reply.status.as_u16(), 200, "{}", reply.body);
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(reply.bytes)).unwrap();
    assert!(zip.by_name("events.csv").is_ok());
    assert!(zip.by_name("merges.csv").is_err(), "the office's own");
}

#[actix_web::test]
async fn a_package_taken_is_in_the_audit_log() {
    let app = TestApp::new();
    let researcher = app.user(Role::Researcher).await;
    package(&researcher, "?country=KHM&coarsen=district").await;
    let admin = app.user(Role::Admin).await;
    let log = admin.get("/api/v1/audit?action=exported").await.must(200);
    let detail = &log["items"][0]["detail"];
    assert_eq!(detail["dataset"], "datapackage");
    assert_eq!(detail["filters"], json!({"country": "KHM"}));
    assert_eq!(detail["coarsen"], "district");
    assert!(detail["rows"].as_u64().is_some_and(|rows| rows > 0), "{detail}");
}

#[actix_web::test]
async fn codes_that_were_deleted_are_described_as_long_as_rows_have_them() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let right = json!({"code": "clean_air", "label": "Clean air", "definition": "Air to breathe."});
    let smoke = json!({"code": "smoke", "label": "Smoke", "definition": "Smoke.", "parent": "expression", "rights": ["clean_air"]});
    let fog = json!({"code": "fog", "label": "Fog", "definition": "Fog.", "parent": "expression"});
    for (vocabulary, term) in [("right", right), ("event_type", smoke), ("event_type", fog)] {
        admin.post(&format!("/api/v1/vocabularies/{vocabulary}"), term).await.must(201);
    }
    admin.post("/api/v1/statements", press_statement()).await.must(201);
    let mut event = dissolution("S-2017-00001");
    event["type"] = json!("smoke");
    admin.post("/api/v1/events", event).await.must(201);
    app.tamper(
        "UPDATE terms SET deleted_at = updated_at WHERE code IN ('clean_air', 'smoke', 'fog'); \
         UPDATE epochs SET epoch = epoch + 1",
    );
    let files = package(&admin, "").await;
    must_hold(&files);
    let described: Value = serde_json::from_str(text(&files, "datapackage.json")).unwrap();
    let field = &described["resources"][0]["schema"]["fields"][3];
    assert_eq!(field["name"], "event_type");
    let codes = field["constraints"]["enum"].as_array().unwrap();
    assert!(codes.contains(&json!("smoke")) && !codes.contains(&json!("fog")), "{field}");
    let listed: Vec<_> = rows(&files, "vocabularies.csv")
        .into_iter()
        .filter(|row| row["definition"].starts_with("was deleted"))
        .map(|row| (row["vocabulary"].clone(), row["code"].clone(), row["deprecated"].clone()))
        .collect();
    let gone = |of: &str, code: &str| (of.to_owned(), code.to_owned(), "true".to_owned());
    assert_eq!(listed, [gone("event_type", "smoke"), gone("right", "clean_air")]);
}
