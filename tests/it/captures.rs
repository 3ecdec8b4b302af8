//! The capture matrix, and entities of FollowTheMoney.

use std::collections::{BTreeMap, BTreeSet};

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{TestApp, dissolution, move_to, press_statement};

fn rows(csv: &str) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_reader(csv.as_bytes()).deserialize().map(Result::unwrap).collect()
}

fn statement(title: &str, issuers: &[&str], origin: Option<&str>) -> Value {
    let mut statement = press_statement();
    statement["title"] = json!(title);
    let named = |name: &&str| json!({"name": name, "kind": "ngo"});
    statement["issuers"] = issuers.iter().map(named).collect();
    statement["derived_from"] = json!(origin);
    statement
}

#[actix_web::test]
async fn each_independent_source_has_a_column_and_reprints_count_with_their_origin() {
    let app = TestApp::new();
    let author = app.user(Role::Reviewer).await;
    let new = |body: Value| author.post("/api/v1/statements", body);
    new(statement("Origin", &["Asian Forum", "Joint signer"], None)).await.must(201);
    new(statement("Reprint", &["Daily News"], Some("S-2017-00001"))).await.must(201);
    new(statement("Own", &["Watch អង្គការ"], None)).await.must(201);
    let mut event = dissolution("S-2017-00001");
    let cite = |statement: &str| json!({"statement": statement, "stance": "reports", "quote": "was dissolved by the Supreme Court"});
    event["citations"] = json!([cite("S-2017-00001"), cite("S-2017-00002")]);
    author.post("/api/v1/events", event.clone()).await.must(201);
    event["citations"] = json!([cite("S-2017-00002"), cite("S-2017-00003")]);
    author.post("/api/v1/events", event.clone()).await.must(201);
    event["citations"] = json!([]);
    author.post("/api/v1/events", event).await.must(201);

    let csv = author.get("/api/v1/exports/capture.csv").await.body;
    assert_eq!(
        csv.lines().next().unwrap(),
        "event_ref,event_id,event_type,date_earliest,year,country_iso3,admin1,confidence,lists,in_asian_forum,in_watch"
    );
    let marks: Vec<[String; 3]> = rows(&csv)
        .iter()
        .map(|row| ["in_asian_forum", "in_watch", "lists"].map(|name| row[name].clone()))
        .collect();
    assert_eq!(marks, [["1", "0", "1"], ["1", "1", "2"], ["0", "0", "0"]]);

    let victims = author.get("/api/v1/exports/capture.csv?unit=victim&country=KHM").await;
    assert!(victims.header("content-disposition").contains("saksi-capture-victims-"));
    let victims = rows(&victims.body);
    assert_eq!(victims.len(), 3, "a row for each target");
    assert_eq!(victims[1]["actor_kind"], "political_party");
    assert_eq!(victims[1]["lists"], "2");

    for (query, why) in
        [("unit=murder", "'unit' cannot be used"), ("preset=acled", "acled is for events")]
    {
        let refused = author.get(&format!("/api/v1/exports/capture.csv?{query}")).await;
        let problem = refused.problem(400);
        assert!(problem.contains(why), "{problem}");
    }
    author.get("/api/v1/exports/capture.geojson").await.problem(404);
}

#[actix_web::test]
async fn a_source_that_may_not_be_seen_has_no_name_in_the_matrix() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let viewer = app.user(Role::Viewer).await;
    author
        .post("/api/v1/statements", statement("Origin", &["Hidden office"], None))
        .await
        .must(201);
    let copy = statement("Copy", &["Daily News"], Some("S-2017-00001"));
    author.post("/api/v1/statements", copy).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00002")).await.must(201);
    let citation = author.get("/api/v1/citations").await.must(200)["items"][0]["id"].clone();
    let citation = format!("/api/v1/citations/{}", citation.as_str().unwrap());
    // Everything is published but the origin.
    for path in [
        "/api/v1/events/KHM-2017-0001-E1",
        "/api/v1/incidents/KHM-2017-0001",
        "/api/v1/statements/S-2017-00002",
    ] {
        author.patch(path, json!({"confidentiality": "public"})).await.must(200);
        move_to(path, "published", &author, &reviewer).await;
    }
    reviewer.patch(&citation, json!({"confidentiality": "public"})).await.must(200);
    for actor in reviewer.get("/api/v1/actors").await.must(200)["items"].as_array().unwrap() {
        let path = format!("/api/v1/actors/{}", actor["ref"].as_str().unwrap());
        reviewer.patch(&path, json!({"confidentiality": "public"})).await.must(200);
    }
    let seen = viewer.get("/api/v1/exports/capture.csv").await.body;
    assert!(!seen.contains("hidden") && !seen.contains("daily_news"), "{seen}");
    assert_eq!(rows(&seen)[0]["in_unnamed"], "1", "{seen}");
    let known = reviewer.get("/api/v1/exports/capture.csv").await.body;
    assert_eq!(rows(&known)[0]["in_hidden_office"], "1", "{known}");
}

#[actix_web::test]
async fn records_are_entities_whose_links_lead_somewhere() {
    let app = TestApp::new();
    let author = app.user(Role::Reviewer).await;
    author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let mut elsewhere = dissolution("S-2017-00001");
    elsewhere["country"] = json!("LAO");
    elsewhere["incident"] = json!({"title": "Elsewhere", "country": "LAO"});
    author.post("/api/v1/events", elsewhere).await.must(201);
    for (query, events) in [("", 4), ("?country=LAO", 2)] {
        let reply = author.get(&format!("/api/v1/exports/entities.ftm.json{query}")).await;
        assert_eq!(reply.header("content-type"), "application/x-ndjson; charset=utf-8");
        let all: Vec<Value> =
            reply.body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let ids: BTreeSet<&str> = all.iter().map(|it| it["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), all.len());
        for entity in &all {
            for name in ["subject", "object", "document", "entity"] {
                for to in entity["properties"][name].as_array().into_iter().flatten() {
                    assert!(ids.contains(to.as_str().unwrap()), "{entity}");
                }
            }
        }
        let of = |schema: &str| all.iter().filter(|it| it["schema"] == schema).count();
        assert_eq!(of("Event"), events, "incidents and events");
        assert_eq!(of("UnknownLink"), events);
        assert_eq!(of("Documentation"), events / 2);
        assert_eq!(of("Article"), 1);
        let court = all.iter().find(|it| it["schema"] == "PublicBody").unwrap();
        assert_eq!(court["properties"]["name"], json!(["Supreme Court of Cambodia"]));
        assert_eq!(court["properties"]["country"], json!(["kh"]));
    }
}
