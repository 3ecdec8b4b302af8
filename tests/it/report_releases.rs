//! Reports that are made of a release: always the same, and counted as the records were.

use saksi::domain::document::{Block, Document};
use saksi::domain::{Caller, Role};
use saksi::exchange::report::{numbers, recount};
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::harness::{Client, TestApp, move_to};
use crate::releases::People;
use crate::report_definitions::saksi;
use crate::statistics::filled;

async fn document(client: &Client<'_>, path: &str) -> Document {
    let report = client.get(&format!("/api/v1/reports/{path}")).await.must(200);
    serde_json::from_value(report["document"].clone()).unwrap()
}

/// What a report counts, without the lists that it leads to.
fn counted(document: &Document) -> Vec<(String, i64)> {
    numbers(document).into_iter().map(|(place, number, _)| (place, number)).collect()
}

/// Every text of its sections but of the method, in their order.
fn told(document: &Document) -> Vec<String> {
    let mut all = Vec::new();
    for section in document.sections.iter().filter(|it| it.kind != "method") {
        all.push(section.title.clone());
        for block in &section.blocks {
            block.each_text(|text| {
                all.push(text.iter().map(|it| it.text.as_str()).collect::<String>());
            });
            if let Block::Map(map) = block {
                let points = map.points.iter();
                all.extend(points.map(|it| format!("{it:?}")));
            }
        }
    }
    all
}

/// Records of every kind that a report tells, published.
async fn with_sources(app: &TestApp, people: &People<'_>) -> Value {
    filled(app).await;
    let person = json!({"name": "Chan Dara", "kind": "person", "confidentiality": "public",
        "gender": "woman", "hrd_groups": ["journalist"], "protected": true, "pseudonym": "Person K"});
    let place = json!({"place_name": "Phnom Penh", "latitude": 11.5564, "longitude": 104.9282,
        "geo_precision": "exact", "victims_best": 3, "deaths_best": 1, "confidence": "confirmed"});
    let event = people.arrest("Arrest of Chan Dara", person, place).await;
    let other = json!({"name": "A \"court\"; of law", "kind": "state_body", "sector": "judiciary",
        "country": "KHM", "confidentiality": "public"});
    people.arrest("Arrest; with, commas", other, json!({"date": "2020-05/2020-07"})).await;
    let said = people.statement("She was taken at night.", &event, "taken at night").await;
    let denied = people.statement("Nobody was taken.", &event, "Nobody was taken").await;
    let reference = said["ref"].as_str().unwrap();
    let path = format!("/api/v1/statements/{reference}");
    people.reviewer.patch(&path, json!({"countries": ["KHM"]})).await.must(200);
    let path = format!("/api/v1/citations?statement={}", denied["ref"].as_str().unwrap());
    let citations = people.reviewer.get(&path);
    let citation = citations.await.must(200)["items"][0]["id"].as_str().unwrap().to_owned();
    let path = format!("/api/v1/citations/{citation}");
    people.reviewer.patch(&path, json!({"stance": "denies"})).await.must(200);
    // An incident that nobody may see has two events that everybody may.
    let hidden = json!({"title": "A hidden file", "country": "KHM", "confidentiality": "public", "events": [
        {"type": "threat", "title": "One", "date": "2020-01-01", "country": "KHM", "confidentiality": "public"},
        {"type": "threat", "title": "Two", "date": "2020-01-02", "country": "KHM", "confidentiality": "public"}]});
    let hidden = people.author.post("/api/v1/incidents", hidden).await.must(201);
    for event in hidden["events"].as_array().unwrap() {
        let path = format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
        move_to(&path, "published", &people.author, &people.reviewer).await;
    }
    let demand = json!({"statement": reference, "addressee": {"name": "The government", "kind": "state",
        "confidentiality": "public"}, "text": "Release her", "category": "release", "status": "open",
        "confidentiality": "public", "follow_ups": [{"date": "2020-06", "note": "Asked again, no answer"}]});
    people.reviewer.post("/api/v1/demands", demand).await.must(201);
    event
}

const PATHS: [&str; 6] = [
    "country/KHM?from=2015-01-01&to=2020-12-31",
    "country/KHM?lang=fr",
    "upr/KHM?",
    "treaty_body/KHM?instrument=ICCPR",
    "numbers/KHM,THA?",
    "sdg_16_10_1/KHM?",
];

#[actix_web::test]
async fn a_report_of_a_release_counts_as_the_records_did_and_stays_the_same() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let event = with_sources(&app, &people).await;
    let viewer = app.user(Role::Viewer).await;
    let mut live = Vec::new();
    for path in PATHS {
        live.push(document(&viewer, path).await);
    }
    let release = people.release("2026.1", json!({})).await;
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for (path, live) in PATHS.iter().zip(&live) {
        let frozen = document(&viewer, &format!("{path}&release=2026.1")).await;
        assert_eq!(counted(&frozen), counted_without_method(live, &frozen), "{path}");
        assert_eq!(told(&frozen), told(live), "{path}");
        assert_eq!(frozen.notes, live.notes, "{path}");
        assert_eq!(frozen.made.release.as_deref(), Some("2026.1"));
        let at = serde_json::to_value(frozen.made.at).unwrap();
        assert_eq!(at.as_str().unwrap()[..19], release["made_at"].as_str().unwrap()[..19]);
        for (place, number, href) in numbers(&frozen) {
            assert!(href.is_none_or(|it| it == "/releases/2026.1"), "{path}: {place} {number}");
        }
        let said = serde_json::to_string(&frozen).unwrap();
        assert!(!said.contains("Chan Dara") && !said.contains("A hidden file"));
    }
    let formats = ["json", "html", "docx", "pdf"];
    let of = |format: &str| format!("/api/v1/reports/{}&release=2026.1&format={format}", PATHS[0]);
    for format in formats {
        files.push((of(format), viewer.get(&of(format)).await.bytes));
    }
    let kept = files[0].1.clone();

    // Whatever becomes of the records.
    let reference = event["ref"].as_str().unwrap();
    let path = format!("/api/v1/events/{reference}");
    people
        .reviewer
        .patch(&path, json!({"title": "Another title", "date": "2016-01-01"}))
        .await
        .must(200);
    people.arrest("One more", json!({"name": "X", "kind": "group"}), json!({})).await;
    let term = "/api/v1/vocabularies/event_type/arrest";
    people.admin.patch(term, json!({"label": "Taken"})).await.must(200);
    for (path, before) in &files {
        assert!(viewer.get(path).await.bytes == *before, "{path} is another file");
    }
    let now = document(&viewer, PATHS[0]).await;
    assert_ne!(counted(&now), counted(&live[0]));

    // The numbers of one that was kept are counted in the release again, by the command line as well.
    let (office, shelf) = (app.app.office.clone(), app.app.shelf.clone());
    let (text, moment) = (kept.clone(), app.now());
    let count = move || recount(&office, &shelf, &Caller::public(), &text, moment).unwrap();
    let found = actix_web::web::block(count).await.unwrap();
    assert!(found.is_untouched && found.counted > 30 && found.differences.is_empty(), "{found:?}");
    let file = app.app.config.data_dir.join("kept.json");
    std::fs::write(&file, &kept).unwrap();
    let ran = saksi(&app, &["verify", file.to_str().unwrap()]).await;
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let again = app.app.config.data_dir.join("again.json");
    let line = [
        "report",
        "country",
        "KHM",
        "--from",
        "2015-01-01",
        "--to",
        "2020-12-31",
        "--release",
        "2026.1",
        "-o",
        again.to_str().unwrap(),
    ];
    let ran = saksi(&app, &line).await;
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    assert!(std::fs::read(&again).unwrap() == kept);

    // What was taken out is gone, and that it was is said.
    let body = json!({"record": reference, "reason": "consent"});
    people.admin.post("/api/v1/releases/2026.1/tombstones", body).await.must(200);
    let after = viewer.get(&of("json")).await.must(200);
    let said = after.to_string();
    assert!(!said.contains(reference) && !said.contains("Person K"), "{said}");
    assert!(said.contains("Taken out of the release since") && said.contains("after it was made"));
    let figures = |report: &Value| {
        report["document"]["sections"][0]["blocks"][0]["items"][1]["value"]["number"]
            .as_i64()
            .unwrap()
    };
    let before: Value = serde_json::from_slice(&kept).unwrap();
    assert_eq!(figures(&after), figures(&before) - 1);
    let ran = saksi(&app, &["verify", file.to_str().unwrap()]).await;
    assert_eq!(ran.status.code(), Some(1), "the kept report tells what was taken out");
}

/// The method tells more of a release: what is counted before that is the same.
fn counted_without_method(live: &Document, frozen: &Document) -> Vec<(String, i64)> {
    let (live, frozen) = (counted(live), counted(frozen));
    assert_eq!(live.len(), frozen.len());
    live
}

#[actix_web::test]
async fn what_a_release_does_not_hold_is_never_counted_as_none() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    with_sources(&app, &people).await;
    let viewer = app.user(Role::Viewer).await;
    people
        .release(
            "2026.1",
            json!({"filters": {"country": "KHM", "from": "2017-01-01", "to": "2020-12-31"}}),
        )
        .await;
    let part = "from=2017-01-01&to=2017-12-31&release=2026.1";
    for (path, about) in [
        (
            "country/THA?release=2026.1&from=2017-01-01&to=2017-12-31",
            "only the events of KHM, not of THA",
        ),
        ("country/KHM?release=2026.1", "choose a period within"),
        ("country/KHM?release=2026.1&from=2016-12-31&to=2017-12-31", "choose a period within"),
        ("country/KHM?release=2030.1", "there is no release 2030.1"),
        ("country/KHM?release=latest", "'release' cannot be used"),
        ("country/KHM?release=2026.1&audience=internal", "for everybody"),
        ("country/KHM?release=2026.1&q=arrest", "'q' cannot be used"),
    ] {
        let said = viewer.get(&format!("/api/v1/reports/{path}")).await.problem(400);
        assert!(said.contains(about), "{path}: {said}");
    }
    let report = document(&viewer, &format!("country/KHM?{part}")).await;
    let live = document(&viewer, "country/KHM?from=2017-01-01&to=2017-12-31").await;
    let figures = |document: &Document| {
        let all = numbers(document).into_iter();
        all.filter(|it| it.0 == "key_figures/0").map(|it| it.1).collect::<Vec<_>>()
    };
    assert_eq!(figures(&report), figures(&live));
    let text = serde_json::to_string(&report).unwrap();
    assert!(!text.contains("the period before"), "the release has nothing of it");
    assert!(report.sections.iter().all(|it| it.kind != "demands"));
    assert!(text.contains("Left out") && text.contains("to=2020-12-31"), "{text}");
}

#[actix_web::test]
async fn the_page_offers_the_releases() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    with_sources(&app, &people).await;
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    assert!(!browser.get("/reports").await.must(200).contains("name=\"release\""));
    people.release("2026.1", json!({})).await;
    let page = browser.get("/reports?country=KHM").await;
    let made = browser.send_form(&page, "<form class=\"record\"", &[("release", "2026.1")]).await;
    let html = made.must(200);
    assert!(html.contains("<option value=\"2026.1\" selected>"), "{html}");
    assert!(html.contains("/releases/2026.1\""), "numbers lead to the release");
}
