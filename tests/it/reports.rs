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

/// The text of a PDF, as `pdftotext` reads it.
fn text_of_pdf(bytes: &[u8]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let read = std::process::Command::new("pdftotext").arg(&path).arg("-").output();
    let read = read.expect("pdftotext is installed (poppler-utils)");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    String::from_utf8(read.stdout).unwrap()
}

/// What a PDF says, word by word.
pub fn words_of_pdf(bytes: &[u8]) -> Vec<String> {
    text_of_pdf(bytes).split_whitespace().map(str::to_owned).collect()
}

/// The numbers that a PDF says.
fn numbers_of_pdf(bytes: &[u8]) -> BTreeMap<String, usize> {
    said_numbers(&text_of_pdf(bytes))
}

/// The numbers between the tags of HTML or XML.
fn numbers_of_markup(text: &str) -> BTreeMap<String, usize> {
    let parts = text.split('<').filter_map(|it| it.split_once('>'));
    said_numbers(&parts.map(|it| it.1).collect::<Vec<_>>().join(" "))
}

fn numbers_of_docx(bytes: &[u8]) -> BTreeMap<String, usize> {
    let mut file = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut body = file.by_name("word/document.xml").unwrap();
    std::io::Read::read_to_string(&mut body, &mut text).unwrap();
    numbers_of_markup(&text)
}

fn said_numbers(text: &str) -> BTreeMap<String, usize> {
    times(text.split(|c: char| !c.is_ascii_digit()).map(str::to_owned))
}

fn times<T: Ord>(all: impl IntoIterator<Item = T>) -> BTreeMap<T, usize> {
    let mut times = BTreeMap::new();
    for it in all {
        *times.entry(it).or_default() += 1;
    }
    times
}

#[actix_web::test]
async fn every_file_says_every_number_as_often_as_the_document_does() {
    let app = TestApp::new();
    let (_, viewer) = filled(&app).await;
    for path in
        ["country/KHM?lang=fr", "country/TUV?from=2017-01-01&to=2017-12-31", "numbers/KHM,THA?"]
    {
        let document = document(&viewer, path).await;
        let file = async |format: &str| {
            let file = viewer.get(&format!("/api/v1/reports/{path}&format={format}")).await;
            assert_eq!(file.status.as_u16(), 200, "{}", file.body);
            file
        };
        let pdf = file("pdf").await;
        assert_eq!(pdf.header("content-type"), "application/pdf");
        assert!(pdf.header("content-disposition").ends_with(".pdf\""));
        let files = [
            ("pdf", numbers_of_pdf(&pdf.bytes)),
            ("html", numbers_of_markup(&file("html").await.body)),
            ("docx", numbers_of_docx(&file("docx").await.bytes)),
        ];
        let numbers = times(numbers(&document).into_iter().map(|it| it.1.to_string()));
        assert!(path.contains("TUV") || numbers.len() > 2, "{numbers:?}");
        for (number, times) in numbers {
            for (format, said) in &files {
                let found = said.get(&number).copied().unwrap_or_default();
                assert!(
                    found >= times,
                    "{path}: {number} stands {found} times in {format}, not {times}"
                );
            }
        }
    }
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

/// What a list holds to which a number of a public report leads, for somebody who sees more.
async fn listed(client: &Client<'_>, href: &str) -> usize {
    let list = client.get(&format!("/api/v1{href}&limit=500")).await.must(200);
    list["items"].as_array().unwrap().len()
}

#[actix_web::test]
async fn numbers_are_what_their_lists_hold_whoever_follows_them() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let actor = async |name: &str, level: &str| {
        let new = json!({"name": name, "kind": "group", "confidentiality": level});
        author.post("/api/v1/actors", new).await.must(201)["ref"].as_str().unwrap().to_owned()
    };
    let (open, hidden) = (actor("Open", "public").await, actor("Hidden", "confidential").await);
    let event = |title: &str, actor: &str, level: &str| {
        json!({"type": "threat", "title": title, "date": "2017-05-05", "country": "KHM",
            "confidentiality": level, "participations": [{"actor": actor, "role": "target"}]})
    };
    let file = |title: &str, events: Value| json!({"title": title, "country": "KHM", "confidentiality": "public", "events": events});
    let both = [event("One", &open, "public"), event("Two", &hidden, "public")];
    let whole = author.post("/api/v1/incidents", file("Whole", json!(both))).await.must(201);
    let inner = event("Inner", &open, "internal");
    let part = file("Part", json!([event("Three", &open, "public"), inner]));
    let part = author.post("/api/v1/incidents", part).await.must(201);
    for event in
        whole["events"].as_array().unwrap().iter().chain(part["events"].as_array().unwrap())
    {
        let path = format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
        move_to(&path, "published", &author, &reviewer).await;
    }
    let path = format!("/api/v1/incidents/{}", whole["ref"].as_str().unwrap());
    move_to(&path, "published", &author, &reviewer).await;

    let report = document(&reviewer, "country/KHM").await;
    let figures = of(&report, "key_figures/0");
    let counts: Vec<i64> = figures.iter().map(|it| it.0).collect();
    assert_eq!(counts, [2, 3, 1]);
    // One of the files is a draft, so that no list holds as many as were counted.
    assert_eq!(figures[0].1, None);
    let mut followed = 0;
    for (place, number, href) in numbers(&report) {
        let Some(href) = href.filter(|it| it.contains('?')) else { continue };
        assert!(href.contains("audience=public"), "{href}");
        if place == "key_figures/0" && href.contains("role=target") {
            // A number of victims leads to the events in which they were targeted.
            assert_eq!(listed(&reviewer, &href).await, 2);
            continue;
        }
        assert_eq!(
            i64::try_from(listed(&reviewer, &href).await).unwrap(),
            number,
            "{place}: {href}"
        );
        followed += 1;
    }
    assert!(followed > 8, "only {followed}");

    // Every list, count and page takes it; it never shows more than one may see.
    for (client, audience, count) in [
        (&reviewer, "public", 3),
        (&reviewer, "partners", 4),
        (&reviewer, "internal", 4),
        (&app.user(Role::Viewer).await, "partners", 3),
    ] {
        let query = format!("country=KHM&audience={audience}");
        assert_eq!(listed(client, &format!("/events?{query}")).await, count, "{audience}");
        let counted = client.get(&format!("/api/v1/statistics?unit=events&{query}")).await;
        assert_eq!(counted.must(200)["total"], count, "{audience}");
    }
    let victims = "/api/v1/statistics?unit=victims&country=KHM";
    assert_eq!(reviewer.get(victims).await.must(200)["total"], 2);
    assert_eq!(reviewer.get(&format!("{victims}&audience=public")).await.must(200)["total"], 1);
    let own = "/events?audience=public&mine=true";
    assert_eq!((listed(&author, own).await, listed(&reviewer, own).await), (3, 0));
    let files = |audience: &str| format!("/incidents?happened_in=KHM&audience={audience}");
    assert_eq!(listed(&reviewer, &files("public")).await, 1);
    assert_eq!(listed(&reviewer, &files("internal")).await, 2);
    let wrong = reviewer.get("/api/v1/events?audience=friends").await.problem(400);
    assert!(wrong.contains("'audience'") && wrong.contains("friends"), "{wrong}");
}

#[actix_web::test]
async fn a_map_says_whose_lines_it_has_and_needs_no_outline() {
    let app = TestApp::new();
    let (author, viewer) = (app.user(Role::Monitor).await, app.user(Role::Viewer).await);
    for (country, latitude, longitude) in [("TUV", -8.52, 179.2), ("KHM", 11.56, 104.92)] {
        let file = json!({"title": "A file", "country": country, "events": [
            {"type": "threat", "title": "A threat", "date": "2017-05-05", "country": country,
             "latitude": latitude, "longitude": longitude, "geo_precision": "exact"}]});
        author.post("/api/v1/incidents", file).await.must(201);
        for (lang, credit, without) in [
            ("en", "take no side", "is too small"),
            ("fr", "prendre parti", "est trop petit"),
            ("km", "ព្រំដែន", "តូចពេក"),
            ("ar", "الحدود", "أصغر"),
        ] {
            let path = format!(
                "/api/v1/reports/country/{country}?audience=internal&sections=map&lang={lang}"
            );
            let report = author.get(&path).await.must(200);
            let map = &report["document"]["sections"][0]["blocks"][0];
            assert_eq!(map["block"], "map", "{country}");
            let remark = map["remark"].to_string();
            let credit = remark.split(credit).count() - 1;
            assert!(credit >= 1, "{country} {lang}: {remark}");
            assert_eq!(remark.contains(without), country == "TUV", "{lang}: {remark}");
            let html = author.get(&format!("{path}&format=html")).await;
            assert!(html.body.contains("<svg"), "{country} {lang}");
        }
    }
    let nothing = viewer.get("/api/v1/reports/country/TUV?sections=map").await.must(200);
    assert_eq!(nothing["document"]["sections"][0]["blocks"][0]["block"], "paragraph");
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
        let shelf = app.app.shelf.clone();
        let count =
            move || recount(&office, &shelf, &Caller::public(), text.to_string().as_bytes(), now);
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

#[actix_web::test]
async fn findings_of_people_stand_apart_with_whose_they_are() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let publish = async |path: &str| move_to(path, "published", &author, &reviewer).await;
    let statement = async |title: &str, level: &str| {
        let said = json!({"title": title, "kind": "court_record", "issued_on": "2019-02", "body": title,
            "confidentiality": level, "issuers": [{"name": format!("Issuer of {title}"), "kind": "ngo",
            "confidentiality": level}]});
        let made = author.post("/api/v1/statements", said).await.must(201);
        let reference = made["ref"].as_str().unwrap().to_owned();
        publish(&format!("/api/v1/statements/{reference}")).await;
        reference
    };
    let open = statement("an open ruling", "public").await;
    let hidden = statement("a hidden ruling", "confidential").await;
    let event = |title: &str, findings: Value| {
        json!({"type": "arrest", "title": title, "date": "2017-03-04", "country": "KHM",
            "confidentiality": "public", "findings": findings})
    };
    let court = json!({"name": "Human Rights Committee", "kind": "intergovernmental",
        "confidentiality": "public"});
    let file = json!({"title": "A file", "country": "KHM", "confidentiality": "public", "events": [
        event("First arrest", json!([{"provision": "ICCPR Article 9", "finding": "found_violation",
            "statement": open, "court": court, "note": "No warrant."}])),
        event("Second arrest", json!([{"provision": "ICCPR Article 14", "finding": "alleged_violation",
            "statement": hidden}])),
        event("Third arrest", json!([{"provision": "ICCPR Article 9", "finding": "engaged"}])),
        event("Fourth arrest", json!([]))]});
    let made = author.post("/api/v1/incidents", file).await.must(201);
    for event in made["events"].as_array().unwrap() {
        publish(&format!("/api/v1/events/{}", event["ref"].as_str().unwrap())).await;
    }
    publish(&format!("/api/v1/incidents/{}", made["ref"].as_str().unwrap())).await;
    let viewer = app.user(Role::Viewer).await;
    for (client, audience, seen) in [(&viewer, "public", 2), (&reviewer, "internal", 3)] {
        let path = format!("country/KHM?audience={audience}");
        let report = document(client, &path).await;
        let text = serde_json::to_value(&report).unwrap();
        let section = |kind: &str| {
            let all = text["sections"].as_array().unwrap();
            all.iter().find(|it| it["kind"] == kind).unwrap()["blocks"].clone()
        };
        let obligations = section("obligations");
        let blocks = obligations.as_array().unwrap();
        let at = blocks.iter().position(|it| it["anchor"] == "findings").unwrap();
        assert!(at > 0, "what is worked out stands first, apart");
        let rows = blocks[at + 1]["rows"].as_array().unwrap();
        assert_eq!(rows.len(), seen);
        let first = rows[0].to_string();
        for said in [
            "First arrest",
            "ICCPR Article 9",
            "Found violation",
            "No warrant.",
            "Human Rights Committee",
            "Issuer of an open ruling",
            "February 2019",
        ] {
            assert!(first.contains(said), "{said}: {first}");
        }
        assert!(rows[seen - 1].to_string().contains("recorded without a source"));
        assert_eq!(text.to_string().contains("a hidden ruling"), seen == 3);
        assert!(!blocks[..at].iter().any(|it| it.to_string().contains("Found violation")));
        let counted = app.count(&format!(
            "SELECT COUNT(DISTINCT lf.event_id) AS n FROM legal_findings lf LEFT JOIN statements s \
             ON s.id = lf.statement_id WHERE s.id IS NULL OR s.confidentiality <= {}",
            if seen == 3 { 2 } else { 0 }
        ));
        let numbers = of(&report, "key_figures");
        assert_eq!(numbers.last().unwrap().0, counted);
    }
    let none = document(&viewer, "country/THA").await;
    assert!(!serde_json::to_string(&none).unwrap().contains("Findings of people"));
}
