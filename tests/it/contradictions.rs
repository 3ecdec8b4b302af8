//! What contradicts what: both sides, from both ends, and nothing that one may not see.

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::harness::{Client, TestApp, dissolution, move_to, press_statement};

/// A published statement of its own text, at a level.
async fn statement(by: &Client<'_>, reviewer: &Client<'_>, title: &str, level: &str) -> String {
    let new = json!({"title": title, "kind": "government_statement", "issued_on": "2017-12-01",
        "body": "No party was dissolved by us.", "confidentiality": level});
    let made = by.post("/api/v1/statements", new).await.must(201);
    let name = made["ref"].as_str().unwrap().to_owned();
    move_to(&format!("/api/v1/statements/{name}"), "published", by, reviewer).await;
    name
}

fn titles(side: &Value) -> Vec<&str> {
    side.as_array().unwrap().iter().map(|it| it["statement"]["title"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn a_denial_is_set_against_what_it_denies_from_both_ends() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Reviewer).await, app.user(Role::Reviewer).await);
    let mut first = press_statement();
    first["confidentiality"] = json!("public");
    let first = author.post("/api/v1/statements", first).await.must(201)["ref"]
        .as_str()
        .unwrap()
        .to_owned();
    move_to(&format!("/api/v1/statements/{first}"), "published", &author, &reviewer).await;
    let mut event = dissolution(&first);
    event["confidentiality"] = json!("public");
    event["incident"]["confidentiality"] = json!("public");
    for part in event["participations"].as_array_mut().unwrap() {
        part["actor"]["confidentiality"] = json!("public");
    }
    let event = author.post("/api/v1/events", event).await.must(201);
    for (kind, record) in [("events", &event), ("incidents", &event["incident"])] {
        let path = format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap());
        move_to(&path, "published", &author, &reviewer).await;
    }
    let name = event["ref"].as_str().unwrap();
    let of_event = format!("/api/v1/events/{name}/contradictions");
    let (browser, viewer) = Browser::of(&app, Role::Viewer).await;
    assert_eq!(viewer.get(&of_event).await.must(200), json!({"items": [], "more": false}));
    assert!(
        !browser.get(&format!("/events/{name}")).await.must(200).contains("contradict each other")
    );

    // One takes no side, one says the same, one is not for everyone, one denies.
    let cite = async |statement: &str, stance: &str, quote: Option<&str>| {
        let citation = json!({"statement": statement, "event": name, "stance": stance, "quote": quote,
            "confidentiality": "public"});
        author.post("/api/v1/citations", citation).await.must(201);
    };
    cite(&statement(&author, &reviewer, "In passing", "public").await, "mentions", None).await;
    cite(&statement(&author, &reviewer, "The same", "public").await, "reports", None).await;
    let closed = statement(&author, &reviewer, "Closed", "confidential").await;
    cite(&closed, "denies", None).await;
    assert_eq!(
        viewer.get(&of_event).await.must(200)["items"],
        json!([]),
        "not even that there is one"
    );
    let denial = statement(&author, &reviewer, "It was not us", "public").await;
    cite(&denial, "denies", Some("No party was dissolved")).await;
    let part = event["participations"][0]["id"].clone();
    let of_part = json!({"statement": denial, "participation": part, "stance": "denies", "confidentiality": "public"});
    author.post("/api/v1/citations", of_part).await.must(201);

    let found = viewer.get(&of_event).await.must(200);
    let items = found["items"].as_array().unwrap();
    assert_eq!(items.len(), 1, "nobody affirms the part that was denied: {found}");
    assert_eq!((&items[0]["target"], &items[0]["target_id"]), (&json!("event"), &event["id"]));
    assert_eq!(titles(&items[0]["denied"]), ["It was not us"]);
    assert_eq!(titles(&items[0]["affirmed"]), ["The same", "On the dissolution of a party"]);
    assert_eq!(items[0]["denied"][0]["quote"], "No party was dissolved");
    let all = author.get(&of_event).await.must(200);
    assert_eq!(titles(&all["items"][0]["denied"]), ["It was not us", "Closed"]);

    // From one that affirms: the others that affirm do not contradict it.
    let of_first =
        viewer.get(&format!("/api/v1/statements/{first}/contradictions")).await.must(200);
    assert_eq!(titles(&of_first["items"][0]["affirmed"]), ["On the dissolution of a party"]);
    assert_eq!(titles(&of_first["items"][0]["denied"]), ["It was not us"]);
    let of_denial =
        viewer.get(&format!("/api/v1/statements/{denial}/contradictions")).await.must(200);
    assert_eq!(titles(&of_denial["items"][0]["affirmed"]).len(), 2);
    viewer.get(&format!("/api/v1/statements/{closed}/contradictions")).await.problem(404);
    viewer.get("/api/v1/events/KHM-2017-0009-E1/contradictions").await.problem(404);
    viewer.get(&format!("{of_event}?all=true")).await.problem(400);

    // The part is affirmed, too: the pages say whose it is, and lead to both sides.
    let of_part = json!({"statement": first, "participation": part, "stance": "confirms", "confidentiality": "public"});
    author.post("/api/v1/citations", of_part).await.must(201);
    let page = browser.get(&format!("/events/{name}")).await;
    for part in [
        "Where the sources contradict each other",
        "No party was dissolved</blockquote>",
        "Supreme Court of Cambodia: Supreme Court dissolves the CNRP",
        &format!("/statements/{denial}#c-"),
        &format!("/statements/{first}#c-"),
    ] {
        assert!(page.must(200).contains(part), "{part}: {}", page.must(200));
    }
    assert!(!page.must(200).contains("Closed"));
    let page = browser.get(&format!("/statements/{first}")).await;
    for part in ["What contradicts this statement", "It was not us", "this statement"] {
        assert!(page.must(200).contains(part), "{part}");
    }
    assert!(!page.must(200).contains("Closed"));
}
