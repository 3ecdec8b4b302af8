//! Reports: what they say, as whom they read, and that every number is right.

use std::collections::BTreeMap;

use saksi::domain::document::Document;
use saksi::domain::{Caller, Role};
use saksi::exchange::report::{numbers, recount};
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, dissolution, move_to, press_statement};
use crate::statistics::filled;

async fn document(client: &Client<'_>, path: &str) -> Document {
    let report = client.get(&format!("/api/v1/reports/{path}")).await.must(200);
    serde_json::from_value(report["document"].clone()).unwrap()
}

/// The numbers of a section, with the lists that they count.
fn of(document: &Document, kind: &str) -> Vec<(i64, Option<String>)> {
    let all = numbers(document).into_iter();
    all.filter(|it| it.0.starts_with(kind)).map(|(_, number, href)| (number, href)).collect()
}

#[actix_web::test]
async fn every_number_is_what_its_list_counts() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    let mut checked = 0;
    for (client, path) in [
        (&viewer, "country/KHM"),
        (&viewer, "country/KHM?from=2017-01-01&to=2017-12-31"),
        (&viewer, "country/THA?type=dissolution"),
        (&author, "country/KHM?audience=internal&from=2015-06-15&to=2018-12-31"),
        (&viewer, "numbers/KHM,THA"),
    ] {
        let document = document(client, path).await;
        for (place, number, href) in numbers(&document) {
            let Some(query) = href.as_deref().and_then(|it| it.strip_prefix("/events?")) else {
                continue;
            };
            // A number of victims leads to the events in which they were targeted.
            let unit = if query.contains("role=target") && !query.contains("actor=") {
                "victims"
            } else {
                "events"
            };
            let counted =
                client.get(&format!("/api/v1/statistics?unit={unit}&{query}")).await.must(200);
            assert_eq!(counted["total"], number, "{path}: {place} says {number} for {query}");
            checked += 1;
        }
    }
    assert!(checked > 60, "only {checked} numbers lead to a list");
}

#[actix_web::test]
async fn key_figures_and_tables_are_counted_by_other_sql() {
    let app = TestApp::new();
    let (_, viewer) = filled(&app).await;
    let document = document(&viewer, "country/KHM?from=2017-01-01&to=2018-12-31").await;
    let seen = "e.status = 'published' AND e.country = 'KHM' AND e.date_earliest BETWEEN '2017-01-01' AND '2018-12-31'";
    let incidents =
        app.count(&format!("SELECT COUNT(DISTINCT e.incident_id) AS n FROM events e WHERE {seen}"));
    let events = app.count(&format!("SELECT COUNT(*) AS n FROM events e WHERE {seen}"));
    let victims = app.count(&format!(
        "SELECT COUNT(DISTINCT p.actor_id) AS n FROM participations p JOIN events e ON e.id = p.event_id \
         JOIN actors a ON a.id = p.actor_id WHERE p.role = 'target' AND a.confidentiality = 0 AND {seen}"
    ));
    let figures: Vec<i64> = of(&document, "key_figures/0").into_iter().map(|it| it.0).collect();
    assert_eq!(figures, [incidents, events, victims]);
    assert_eq!((incidents, events, victims), (2, 3, 2));

    let mut types: BTreeMap<String, i64> = BTreeMap::new();
    for kind in ["arrest", "threat"] {
        let sql =
            format!("SELECT COUNT(*) AS n FROM events e WHERE e.event_type = '{kind}' AND {seen}");
        types.insert(kind.to_owned(), app.count(&sql));
    }
    let told: BTreeMap<String, i64> = of(&document, "by_type")
        .into_iter()
        .filter_map(|(number, href)| {
            let kind =
                href?.split('&').find_map(|it| it.strip_prefix("type=").map(str::to_owned))?;
            Some((kind, number))
        })
        .collect();
    assert_eq!(told, types);
    let months: i64 = app.count(&format!(
        "SELECT COUNT(*) AS n FROM events e WHERE e.date_precision IN ('day', 'month') AND {seen}"
    ));
    let trend: i64 =
        of(&document, "trend/0").iter().filter(|it| it.1.is_some()).map(|it| it.0).sum();
    assert_eq!(trend, months);
    let annex = document.sections.iter().find(|it| it.kind == "annex").unwrap();
    let text = serde_json::to_value(annex).unwrap();
    assert_eq!(text["blocks"][0]["rows"].as_array().unwrap().len(), 3);
}

#[actix_web::test]
async fn the_same_records_make_the_same_report_whatever_the_time() {
    let app = TestApp::new();
    let (_, viewer) = filled(&app).await;
    let made = async || {
        let mut report = viewer.get("/api/v1/reports/country/KHM?lang=fr").await.must(200);
        let document = report["document"].as_object_mut().unwrap();
        let facts = document["facts"].as_array_mut().unwrap();
        // The last is the moment.
        facts.pop();
        let made = document.remove("made").unwrap();
        assert_eq!(made["digest"].as_str().unwrap().len(), 64);
        assert_eq!(made["query"], "country=KHM&lang=fr&preset=country");
        report
    };
    assert_eq!(made().await, made().await);
}

#[actix_web::test]
async fn every_preset_speaks_every_language() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    let actors = author.get("/api/v1/actors?q=union").await.must(200);
    let actor = actors["items"][0]["ref"].as_str().unwrap().to_owned();
    for lang in ["en", "fr", "km", "ar"] {
        for path in [
            "country/KHM?",
            "upr/KHM?",
            "treaty_body/KHM?instrument=ICCPR&",
            "numbers/KHM,THA?",
            "brief/KHM?from=2017-01-01&to=2017-12-31&",
            &format!("actor/{actor}?"),
            "sdg_16_10_1/KHM?from=2017-01-01&to=2017-12-31&",
            "country/TUV?",
            "country/KHM?from=1990-01-01&to=1990-12-31&",
        ] {
            let report = viewer.get(&format!("/api/v1/reports/{path}lang={lang}")).await.must(200);
            let said = report.to_string();
            assert!(!said.contains("\"report-"), "{lang} {path} has a key in it");
            assert!(!said.contains('\u{f0000}'), "{lang} {path} has a mark in it");
            let sections = report["document"]["sections"].as_array().unwrap();
            assert!(!sections.is_empty());
            for section in sections {
                let blocks = section["blocks"].as_array().unwrap();
                assert!(!blocks.is_empty(), "{path}: {} is blank", section["kind"]);
            }
        }
    }
}

#[actix_web::test]
async fn what_is_told_has_its_sources() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let mut statement = press_statement();
    statement["url"] = json!("https://example.org/statement");
    statement["confidentiality"] = json!("public");
    statement["issuers"][0]["confidentiality"] = json!("public");
    let statement = author.post("/api/v1/statements", statement).await.must(201);
    let reference = statement["ref"].as_str().unwrap();
    let mut event = dissolution(reference);
    event["confidentiality"] = json!("public");
    event["incident"]["confidentiality"] = json!("public");
    for at in 0..2 {
        event["participations"][at]["actor"]["confidentiality"] = json!("public");
    }
    let decides = json!({"actor": event["participations"][0]["actor"], "role": "decision_maker"});
    event["participations"].as_array_mut().unwrap().push(decides);
    let event = author.post("/api/v1/events", event).await.must(201);
    let court = author.get("/api/v1/actors?q=Supreme").await.must(200);
    let demand = json!({"statement": reference, "addressee": court["items"][0]["ref"],
        "text": "Return the party", "category": "other"});
    author.post("/api/v1/demands", demand).await.must(201);
    for path in [
        format!("/api/v1/statements/{reference}"),
        format!("/api/v1/incidents/{}", event["incident"]["ref"].as_str().unwrap()),
        format!("/api/v1/events/{}", event["ref"].as_str().unwrap()),
    ] {
        move_to(&path, "published", &author, &reviewer).await;
    }
    let viewer = app.user(Role::Viewer).await;
    let report = document(&viewer, "country/KHM?from=2017-01-01&to=2017-12-31").await;
    let note = &report.notes[0];
    assert_eq!(note.issuer, "Asian Forum");
    assert_eq!(note.passage.as_deref(), Some("was dissolved by the Supreme Court"));
    assert_eq!(note.address.as_deref(), Some("https://example.org/statement"));
    assert_eq!(note.date_text, "27 November 2017");
    let told = serde_json::to_value(&report).unwrap();
    let section = |kind: &str| -> Value {
        let all = told["sections"].as_array().unwrap();
        all.iter().find(|it| it["kind"] == kind).unwrap()["blocks"].clone()
    };
    assert_eq!(section("timeline")[0]["items"][0]["text"][1]["note"], 1);
    // Whoever does it in two roles is named once.
    assert_eq!(section("annex")[0]["rows"][0][5].as_array().unwrap().len(), 1);
    assert!(section("obligations")[0]["rows"].to_string().contains("ICCPR Article 22"));
    assert!(!section("legal").to_string().contains("ECHR"), "nothing is known of it");
    assert!(section("legal").to_string().to_lowercase().contains("accession"));
    assert!(section("demands").to_string().contains("Return the party"));
    // The same numbers and words, whatever the file.
    let html = viewer.get("/api/v1/reports/country/KHM?format=html").await;
    assert!(html.header("content-type").starts_with("text/html"));
    for said in [&report.title, "was dissolved by the Supreme Court", "Return the party", "<svg"] {
        assert!(html.body.contains(said), "{said}");
    }
    assert!(!html.body.contains("<script"));
    let docx = viewer.get("/api/v1/reports/country/KHM?format=docx").await;
    assert!(docx.header("content-disposition").contains("saksi-report-country-KHM-"));
    // By the day on which the statement was issued.
    let earlier = document(&viewer, "country/KHM?from=2016-01-01&to=2016-12-31").await;
    assert!(!serde_json::to_string(&earlier).unwrap().contains("Return the party"));
    let demands = viewer.get("/api/v1/demands?country=KHM&from=2017-11-27&to=2017-11-27").await;
    assert_eq!(demands.must(200)["items"].as_array().unwrap().len(), 1);
    let demands = viewer.get("/api/v1/demands?country=KHM&to=2017-11-26").await;
    assert_eq!(demands.must(200)["items"].as_array().unwrap().len(), 0);
}

#[actix_web::test]
async fn a_report_tells_what_its_audience_may_see() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let file = json!({"title": "A file", "country": "KHM", "confidentiality": "public", "events": [
        {"type": "arrest", "title": "Arrest of Chan Dara", "date": "2017-03-04", "country": "KHM",
         "confidentiality": "public", "participations": [{"role": "target", "actor":
            {"name": "Chan Dara", "kind": "person", "protected": true, "pseudonym": "Person K",
             "confidentiality": "public"}}]},
        {"type": "threat", "title": "A draft", "date": "2017-03-05", "country": "KHM",
         "confidentiality": "public"}]});
    let made = author.post("/api/v1/incidents", file).await.must(201);
    let incident = format!("/api/v1/incidents/{}", made["ref"].as_str().unwrap());
    let event = format!("/api/v1/events/{}", made["events"][0]["ref"].as_str().unwrap());
    move_to(&event, "published", &author, &reviewer).await;
    move_to(&incident, "published", &author, &reviewer).await;

    let public = author.get("/api/v1/reports/country/KHM").await;
    assert!(!public.body.contains("Chan Dara") && public.body.contains("Person K"));
    assert!(!public.body.contains("A draft"));
    let internal = author.get("/api/v1/reports/country/KHM?audience=internal").await;
    assert!(internal.body.contains("A draft") && internal.body.contains("Chan Dara"));
    let partners = author.get("/api/v1/reports/country/KHM?audience=partners").await;
    assert!(!partners.body.contains("Chan Dara") && !partners.body.contains("A draft"));

    // What is typed is not looked through for the reader, so its maker is warned.
    let named =
        author.get("/api/v1/reports/country/KHM?title=The+case+of+Chan+Dara").await.must(200);
    assert!(named["warnings"][0].as_str().unwrap().contains("protected person"));
    let counted = author.get("/api/v1/reports/numbers/KHM").await.must(200);
    assert!(counted["warnings"][0].as_str().unwrap().contains("fewer than five"));
    // Whoever takes along more than is public is remembered.
    let audit = app.user(Role::Admin).await.get("/api/v1/audit?action=exported").await.must(200);
    assert_eq!(audit["items"][0]["detail"]["report"], "numbers");
}

#[actix_web::test]
async fn bad_input_is_said_and_breaks_nothing() {
    let app = TestApp::new();
    let viewer = app.user(Role::Viewer).await;
    for (path, about) in [
        ("country/XYZ", "country"),
        ("country/KHM?from=2018-01-01&to=2017-01-01", "before it begins"),
        ("country/KHM?from=yesterday", "YYYY-MM-DD"),
        ("country/KHM?wind=north", "there is no filter 'wind'"),
        ("country/KHM?sections=poem", "poem"),
        ("country/KHM?cases=KHM-2017-9999", "there is no incident"),
        ("country/KHM?annex=0", "annex"),
        ("country/KHM,THA", "preset=numbers"),
        ("country/KHM?country=THA", "given twice"),
        ("treaty_body/KHM", "instrument=ICCPR"),
        ("treaty_body/KHM?instrument=NONE", "there is no instrument"),
        ("actor/A-99999", "there is no actor"),
        ("country/KHM?format=rtf", "format"),
        ("country/KHM?lang=tlh", "en, fr, km and ar"),
    ] {
        let said = viewer.get(&format!("/api/v1/reports/{path}")).await.problem(400);
        assert!(said.contains(about), "{path}: {said}");
    }
    viewer.get("/api/v1/reports/novel/KHM").await.must(404);
    app.stranger().get("/api/v1/reports/country/KHM").await.must(401);
    let long = "x".repeat(10_000);
    let said = viewer.get(&format!("/api/v1/reports/country/KHM?title={long}")).await.problem(400);
    assert!(said.contains("10000 characters"), "{said}");
    let markup = "%23import+%22x%22+%24a%24+*b*+%3Cscript%3E+%F0%9F%95%8A";
    let report = viewer.get(&format!("/api/v1/reports/country/KHM?title={markup}")).await.must(200);
    assert_eq!(report["document"]["title"], "#import \"x\" $a$ *b* <script> 🕊");
}

#[actix_web::test]
async fn a_kept_report_is_counted_again() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    let path = "/api/v1/reports/country/KHM?from=2017-01-01&to=2017-12-31";
    let kept = viewer.get(path).await.must(200);
    let again = async |text: Value| {
        let (office, now) = (app.app.office.clone(), app.now());
        let count = move || recount(&office, &Caller::public(), text.to_string().as_bytes(), now);
        actix_web::web::block(count).await.unwrap()
    };
    let found = again(kept.clone()).await.unwrap();
    assert!(found.is_untouched && found.counted > 30);
    assert!(found.differences.is_empty(), "{:?}", found.differences);
    // The document alone is a report as well.
    assert_eq!(again(kept["document"].clone()).await.unwrap(), found);

    let mut forged = kept.clone();
    forged["document"]["sections"][0]["blocks"][0]["items"][1]["value"]["number"] = json!(99);
    let found = again(forged).await.unwrap();
    assert!(!found.is_untouched);
    assert!(found.differences[0].contains("says 99, the records say 2"), "{:?}", found.differences);

    let reviewer = app.user(Role::Reviewer).await;
    let file = json!({"title": "Three", "country": "KHM", "confidentiality": "public", "events": [
        {"type": "threat", "title": "Another", "date": "2017-05-05", "country": "KHM",
         "confidentiality": "public"}]});
    let made = author.post("/api/v1/incidents", file).await.must(201);
    for path in [
        format!("/api/v1/events/{}", made["events"][0]["ref"].as_str().unwrap()),
        format!("/api/v1/incidents/{}", made["ref"].as_str().unwrap()),
    ] {
        move_to(&path, "published", &author, &reviewer).await;
    }
    let found = again(kept).await.unwrap();
    assert!(found.is_untouched);
    assert!(found.differences.iter().any(|it| it.starts_with("key_figures")));
    let refused = again(json!({"title": "no report"})).await.unwrap_err();
    assert!(refused.to_string().contains("no report as JSON"));
}
