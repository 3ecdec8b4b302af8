//! The pages of records that may be one.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::{TestApp, dissolution, move_to, press_statement};

#[actix_web::test]
async fn a_form_asks_once_before_it_adds_a_likely_duplicate() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let typed = [
        ("name", "Sok Dara"),
        ("kind", "person"),
        ("country", "KHM"),
        ("description", "A teacher & a \"witness\""),
    ];
    let form = browser.get("/actors/new").await;
    assert!(
        form.must(200).contains("data-similar=\"/check/actors\"")
            && form.must(200).contains("similar.js")
    );
    browser.send_form(&form, "<form class=\"record\"", &typed).await.leads_to();
    let form = browser.get("/actors/new").await;
    let asked = browser.send_form(&form, "<form class=\"record\"", &typed).await;
    let body = asked.must(409);
    for part in [
        "One similar actor",
        "Save all the same",
        "A-00001",
        "Both are called Sok Dara",
        "A teacher &#38; a",
    ] {
        assert!(body.contains(part), "{part}: {body}");
    }
    assert_eq!(client.get("/api/v1/actors?count=true").await.must(200)["total"], 1);
    // Sent again as it stands, it is saved; and once, though it is sent a second time.
    for _ in 0..2 {
        let saved = browser.send_form(&asked, "<form class=\"record\"", &[]).await;
        saved.must_lead_to("/actors/A-00002");
    }
    let saved = client.get("/api/v1/actors/A-00002").await.must(200);
    assert_eq!(saved["description"], "A teacher & a \"witness\"");
    // A form whose answer was lost leads to what it made, not to a question.
    let form = browser.get("/actors/new").await;
    let other = [("name", "Chan Bopha"), ("kind", "person")];
    for _ in 0..2 {
        let saved = browser.send_form(&form, "<form class=\"record\"", &other).await;
        saved.must_lead_to("/actors/A-00003");
    }
}

#[actix_web::test]
async fn an_incident_is_compared_event_by_event_while_it_is_typed() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    client.post("/api/v1/statements", press_statement()).await.must(201);
    client.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let form = browser.get("/incidents/new").await;
    let typed = [
        ("title", "Crackdown"),
        ("country", "KHM"),
        ("events/0/type", "dissolution"),
        ("events/0/title", "Supreme Court dissolves the CNRP"),
        ("events/0/date", "2017-11-16"),
        ("events/0/place_name", "Phnom Penh"),
        ("events/0/participations/0/actor", "Cambodia National Rescue Party"),
        ("events/0/participations/0/role", "target"),
    ];
    let with_token = |typed: &[(&str, &str)]| {
        let body = &form.reply.body;
        let at = body.find("name=\"~csrf\" value=\"").unwrap() + 20;
        let token = body[at..at + body[at..].find('"').unwrap()].to_owned();
        let mut all: Vec<_> = typed.iter().map(|it| (it.0.to_owned(), it.1.to_owned())).collect();
        all.push(("~csrf".to_owned(), token));
        all
    };
    let found = browser.post("/check/incidents", &with_token(&typed)).await;
    found.must(200);
    let found = found.reply.json();
    assert_eq!(found["said"], "One similar event");
    assert_eq!(found["items"][0]["path"], "/events/KHM-2017-0001-E1");
    // Half a form says nothing yet, and nothing that is sent makes it fail.
    for typed in [&typed[..3], &[], &[("events/0/date", "soon"), ("events/9999999999/type", "x")]] {
        let found = browser.post("/check/incidents", &with_token(typed)).await;
        found.must(200);
        assert_eq!(found.reply.json(), json!({"said": "", "items": []}));
    }
    browser.post("/check/nothing", &with_token(&typed)).await.must(404);
    let asked = browser.send_form(&form, "<form class=\"record\"", &typed).await;
    assert!(asked.must(409).contains("Save all the same"));
    let saved = browser.send_form(&asked, "<form class=\"record\"", &[("~then", "submit")]).await;
    saved.must_lead_to("/incidents/KHM-2017-0002");
    assert_eq!(
        client.get("/api/v1/incidents/KHM-2017-0002").await.must(200)["status"],
        "submitted"
    );
    // Another monitor sees neither, and is not told.
    let (other, _) = Browser::of(&app, Role::Monitor).await;
    let form = other.get("/incidents/new").await;
    let typed: Vec<_> =
        typed.iter().filter(|it| !it.0.contains("participations")).copied().collect();
    other.send_form(&form, "<form class=\"record\"", &typed).await.leads_to();
}

#[actix_web::test]
async fn a_reviewer_compares_merges_and_takes_it_back() {
    let app = TestApp::new();
    let (browser, reviewer) = Browser::of(&app, Role::Reviewer).await;
    let actor = |name: &str, more: serde_json::Value| {
        let mut actor = json!({"name": name, "kind": "ngo", "country": "KHM"});
        for (field, value) in more.as_object().unwrap() {
            actor[field] = value.clone();
        }
        actor
    };
    for (name, more) in [
        ("White Heron Rights Watch", json!({"description": "<b>One</b>"})),
        (
            "White Heron Right Watch",
            json!({"description": "Two", "names": [{"text": "WHRW", "kind": "acronym"}]}),
        ),
        ("Unlike anything else", json!({})),
    ] {
        reviewer.post("/api/v1/actors", actor(name, more)).await.must(201);
    }
    let queue = browser.get("/duplicates").await;
    let body = queue.must(200);
    assert_eq!(body.matches("class=\"twin\"").count(), 1, "{body}");
    assert!(body.contains("/duplicates/actors/A-00002/A-00001"), "{body}");
    browser.get("/duplicates?kind=event").await.must(200);
    browser.get("/duplicates?after=nonsense").await.must(400);
    let of_one = browser.get("/actors/A-00001/duplicates").await;
    assert!(of_one.must(200).contains("White Heron Right Watch"));
    assert!(browser.get("/actors/A-00001").await.must(200).contains("/actors/A-00001/duplicates"));

    let compare = browser.get("/duplicates/actors/A-00001/A-00002").await;
    let body = compare.must(200);
    assert!(body.contains("&#60;b&#62;One") && body.contains("value=\"both\""), "{body}");
    // Somebody changes one meanwhile: what was chosen is kept.
    reviewer.patch("/api/v1/actors/A-00002", json!({"description": "Two, anew"})).await.must(200);
    let chosen = [
        ("keep", "other"),
        ("field/name", "one"),
        ("field/description", "both"),
        ("reason", "One & the same"),
    ];
    let stale =
        browser.send_form(&compare, "<form method=\"post\" action=\"/duplicates", &chosen).await;
    let body = stale.must(409);
    assert!(
        body.contains("changed meanwhile")
            && body.contains("Two, anew")
            && body.contains("One &#38; the same"),
        "{body}"
    );
    let merged = browser.send_form(&stale, "<form method=\"post\" action=\"/duplicates", &[]).await;
    merged.must_lead_to("/actors/A-00002");
    let kept = reviewer.get("/api/v1/actors/A-00002").await.must(200);
    assert_eq!(kept["name"], "White Heron Rights Watch");
    assert_eq!(kept["description"], "Two, anew\n\n<b>One</b>");

    browser.get("/actors/A-00001").await.must_lead_to("/actors/A-00002");
    let page = browser.get("/actors/A-00002").await;
    let body = page.must(200);
    assert!(body.contains("was merged into this one") && body.contains("Undo the merge"), "{body}");
    assert!(browser.get("/actors/A-00002/history").await.must(200).contains("Undo the merge"));
    let undone = browser.send_form(&page, "<form method=\"post\" action=\"/merges/", &[]).await;
    let place = undone.leads_to().to_owned();
    assert!(browser.get(&place).await.must(200).contains("The merge is undone"));
    browser.get("/actors/A-00001").await.must(200);

    // Or they are two.
    assert!(browser.get("/duplicates").await.must(200).contains("class=\"twin\""));
    let compare = browser.get("/duplicates/actors/A-00001/A-00002").await;
    let at = compare.reply.body.find("formaction=\"").unwrap() + 12;
    let distinct = &compare.reply.body[at..][..compare.reply.body[at..].find('"').unwrap()];
    assert_eq!(distinct, "/duplicates/actors/A-00001/A-00002/distinct");
    let fields = compare.reply.body.replace("/A-00002/merge\"", "/A-00002/distinct\"");
    let as_distinct = crate::browser::Page {
        path: compare.path.clone(),
        reply: crate::harness::Reply { body: fields, ..compare.reply },
    };
    let decided = browser
        .send_form(
            &as_distinct,
            "<form method=\"post\" action=\"/duplicates",
            &[("reason", "Two offices")],
        )
        .await;
    decided.must_lead_to("/duplicates?kind=actor");
    // It was remembered with the pair in it, and no record has changed since.
    let queue = browser.get("/duplicates").await;
    assert!(queue.must(200).contains("Two offices") && !queue.must(200).contains("class=\"twin\""));
    browser.get("/duplicates/actors/A-00001/A-00001").await.must(404);
    browser.get("/duplicates/events/A-00001/A-00002").await.must(404);

    // Below a reviewer nobody decides; who may not see a record gets no page of it.
    let (monitor, author) = Browser::of(&app, Role::Monitor).await;
    for path in ["/duplicates", "/duplicates/actors/A-00001/A-00002"] {
        monitor.get(path).await.must(403);
    }
    let of_one = monitor.get("/actors/A-00001/duplicates").await;
    assert!(!of_one.must(200).contains("/duplicates/actors/"));
    author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let (viewer, _) = Browser::of(&app, Role::Viewer).await;
    viewer.get("/events/KHM-2017-0001-E1/duplicates").await.must(404);
    viewer.get("/actors/A-00001/duplicates").await.must(404);
}

#[actix_web::test]
async fn what_is_left_by_a_merge_of_events_is_named() {
    let app = TestApp::new();
    let (browser, reviewer) = Browser::of(&app, Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    let mut event = dissolution("S-2017-00001");
    event["participations"][1]["harm"] = json!("injured");
    reviewer.post("/api/v1/events", event.clone()).await.must(201);
    event["participations"] = json!([{"actor": "A-00003", "role": "target", "harm": "killed"}]);
    reviewer.post("/api/v1/events", event).await.must(201);
    move_to("/api/v1/events/KHM-2017-0002-E1", "submitted", &reviewer, &reviewer).await;
    let compare = browser.get("/duplicates/events/KHM-2017-0001-E1/KHM-2017-0002-E1").await;
    assert!(compare.must(200).contains("A-00003 takes part in both"));
    let left = browser.send_form(&compare, "<form method=\"post\" action=\"/duplicates", &[]).await;
    let body = left.must(200);
    assert!(
        body.contains("stands twice in one role") && body.contains("KHM-2017-0001-E1"),
        "{body}"
    );
    browser.get("/events/KHM-2017-0002-E1").await.must_lead_to("/events/KHM-2017-0001-E1");
}
