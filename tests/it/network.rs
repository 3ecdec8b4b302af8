//! Networks: who is joined to whom, by what, and that nobody sees more of it than they may.

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::harness::{Client, TestApp, move_to};

/// An actor, by name; everyone may know them.
async fn actor(by: &Client<'_>, name: &str, kind: &str) -> String {
    let new = json!({"name": name, "kind": kind, "confidentiality": "public"});
    by.post("/api/v1/actors", new).await.must(201)["ref"].as_str().unwrap().to_owned()
}

/// A published, public event, or one at another level.
async fn event(
    by: &Client<'_>,
    reviewer: &Client<'_>,
    date: &str,
    people: &[(&str, &str)],
    level: &str,
) -> Value {
    let people: Vec<Value> =
        people.iter().map(|(actor, role)| json!({"actor": actor, "role": role})).collect();
    let new = json!({
        "incident": {"title": "A file", "country": "KHM", "confidentiality": level},
        "type": "arrest", "title": format!("An arrest on {date}"), "date": date, "country": "KHM",
        "confidentiality": level, "participations": people,
    });
    let made = by.post("/api/v1/events", new).await.must(201);
    for (kind, record) in [("events", &made), ("incidents", &made["incident"])] {
        let path = format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap());
        move_to(&path, "published", by, reviewer).await;
    }
    made
}

/// A published statement that says something of a record.
async fn said(
    by: &Client<'_>,
    reviewer: &Client<'_>,
    title: &str,
    level: &str,
    citation: Value,
) -> String {
    let statement = json!({"title": title, "kind": "report", "issued_on": "2018-02-01",
        "body": "The police took them at night.", "confidentiality": level});
    let made = by.post("/api/v1/statements", statement).await.must(201);
    let reference = made["ref"].as_str().unwrap().to_owned();
    let mut citation = citation;
    citation["statement"] = json!(reference);
    citation["confidentiality"] = json!("public");
    by.post("/api/v1/citations", citation).await.must(201);
    move_to(&format!("/api/v1/statements/{reference}"), "published", by, reviewer).await;
    reference
}

fn names(network: &Value) -> Vec<(String, u64)> {
    let mut all: Vec<_> = network["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["name"].as_str().unwrap().to_owned(), it["distance"].as_u64().unwrap()))
        .collect();
    all.sort();
    all
}

/// The edge between two actors, by name.
fn edge<'n>(network: &'n Value, one: &str, other: &str) -> &'n Value {
    let id = |name: &str| {
        let nodes = network["nodes"].as_array().unwrap();
        nodes.iter().find(|it| it["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"]
            .clone()
    };
    let ends = [id(one), id(other)];
    let edges = network["edges"].as_array().unwrap();
    let found = edges.iter().find(|it| ends.contains(&it["one"]) && ends.contains(&it["other"]));
    found.unwrap_or_else(|| panic!("nothing between {one} and {other}"))
}

#[actix_web::test]
async fn an_edge_tells_how_two_stand_to_each_other_and_what_says_so() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Reviewer).await, app.user(Role::Reviewer).await);
    let police = actor(&author, "Police", "state_body").await;
    let ministry = actor(&author, "Ministry", "state_body").await;
    let union = actor(&author, "Union", "union").await;
    let lawyer = actor(&author, "Lawyer", "person").await;
    let far = actor(&author, "Far", "ngo").await;
    let people = [
        (police.as_str(), "perpetrator"),
        (ministry.as_str(), "ordered_by"),
        (union.as_str(), "target"),
        (lawyer.as_str(), "intervener"),
    ];
    let first = event(&author, &reviewer, "2017-03-04", &people, "public").await;
    let second = event(&author, &reviewer, "2018-01-05", &people[..3], "public").await;
    event(&author, &reviewer, "2018", &[(&lawyer, "target"), (&far, "perpetrator")], "public")
        .await;
    let part = first["participations"][0]["id"].clone();
    said(
        &author,
        &reviewer,
        "They did",
        "public",
        json!({"event": second["ref"], "stance": "reports", "quote": "took them at night"}),
    )
    .await;
    said(
        &author,
        &reviewer,
        "Not they",
        "public",
        json!({"participation": part, "stance": "denies"}),
    )
    .await;
    let affiliation = json!({"actor": police, "kind": "part_of", "other": ministry, "from": "2001",
        "confidentiality": "public"});
    let affiliation = author.post("/api/v1/affiliations", affiliation).await.must(201);

    let near = author.get(&format!("/api/v1/actors/{police}/network")).await.must(200);
    assert_eq!(near["depth"], 1);
    let around = [("Lawyer", 1), ("Ministry", 1), ("Police", 0), ("Union", 1)];
    assert_eq!(names(&near), around.map(|(name, at)| (name.to_owned(), at)));
    assert_eq!(near["left_out"], json!({"actors": 0, "edges": 0}));
    let against = edge(&near, "Police", "Union");
    assert_eq!((&against["events"], &against["all_events"]), (&json!(2), &json!(true)));
    let tie = &against["ties"][0];
    assert_eq!(tie["tie"], "against");
    assert_eq!((&tie["from_role"], &tie["to_role"]), (&json!("perpetrator"), &json!("target")));
    assert_eq!((&tie["from"], &tie["events"]), (&near["actor"]["id"], &json!(2)));
    // The latest first, each with what says so.
    let latest = against["latest"].as_array().unwrap();
    assert_eq!(latest[0]["event"]["ref"], second["ref"]);
    assert_eq!(latest[0]["date"], "2018-01-05");
    assert_eq!(latest[0]["citations"][0]["statement"]["title"], "They did");
    assert_eq!(latest[0]["citations"][0]["quote"], "took them at night");
    assert_eq!(latest[1]["citations"][0]["stance"], "denies", "of the part that one has in it");
    let with = edge(&near, "Police", "Ministry");
    assert_eq!(with["ties"][0]["tie"], "with");
    assert_eq!(with["affiliations"][0]["id"], affiliation["id"]);
    assert_eq!(with["affiliations"][0]["from"], "2001");
    assert_eq!(edge(&near, "Police", "Lawyer")["ties"][0]["tie"], "beside");
    // Each edge's events are a list of their own.
    let both = format!("/api/v1/events?actor={police}&with={union}&count=true");
    assert_eq!(author.get(&both).await.must(200)["total"], 2);

    let wide = author.get(&format!("/api/v1/actors/{police}/network?depth=2")).await.must(200);
    assert!(names(&wide).contains(&("Far".to_owned(), 2)));
    assert_eq!(edge(&wide, "Lawyer", "Union")["ties"][0]["tie"], "intervened");
    assert_eq!(edge(&wide, "Lawyer", "Far")["ties"][0]["tie"], "against");
    // The same data give the same answer.
    let again = author.get(&format!("/api/v1/actors/{police}/network?depth=2")).await;
    assert_eq!(again.must(200), wide);
    for (depth, about) in [("0", "from 1 to 3"), ("4", "from 1 to 3"), ("two", "from 1 to 3")] {
        let asked = format!("/api/v1/actors/{police}/network?depth={depth}");
        assert!(author.get(&asked).await.problem(400).contains(about));
    }
    author.get(&format!("/api/v1/actors/{police}/network?deep=2")).await.problem(400);
    author.get("/api/v1/actors/A-99999/network").await.problem(404);
}

#[actix_web::test]
async fn what_one_may_not_see_adds_no_node_edge_or_count() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Reviewer).await, app.user(Role::Reviewer).await);
    let police = actor(&author, "Police", "state_body").await;
    let union = actor(&author, "Union", "union").await;
    let hidden = json!({"name": "Hidden", "kind": "ngo", "confidentiality": "confidential"});
    let hidden =
        author.post("/api/v1/actors", hidden).await.must(201)["ref"].as_str().unwrap().to_owned();
    let witness = json!({"name": "Sok Dara", "kind": "person", "protected": true,
        "pseudonym": "Witness K-03", "confidentiality": "public"});
    let witness =
        author.post("/api/v1/actors", witness).await.must(201)["ref"].as_str().unwrap().to_owned();
    let people = [
        (police.as_str(), "perpetrator"),
        (union.as_str(), "target"),
        (witness.as_str(), "witness"),
    ];
    let open = event(&author, &reviewer, "2017-03-04", &people, "public").await;
    said(&author, &reviewer, "Open", "public", json!({"event": open["ref"], "stance": "reports"}))
        .await;
    let asked = format!("/api/v1/actors/{police}/network?depth=3");
    let (viewer, browser) = {
        let (browser, client) = Browser::of(&app, Role::Viewer).await;
        (client, browser)
    };
    let page = format!("/actors/{police}/network?depth=3");
    let before = viewer.get(&asked).await.must(200);
    let before_page = browser.get(&page).await.must(200).to_owned();
    assert_eq!(names(&before).len(), 3);
    assert!(names(&before).contains(&("Witness K-03".to_owned(), 1)));
    assert!(!before.to_string().contains("Dara"), "{before}");

    // More of the same, none of which a viewer may see.
    event(&author, &reviewer, "2018-05-05", &people[..2], "confidential").await;
    event(
        &author,
        &reviewer,
        "2018-05-06",
        &[(&police, "perpetrator"), (&hidden, "target")],
        "internal",
    )
    .await;
    let draft = json!({"incident": {"title": "Draft", "country": "KHM"}, "type": "threat", "title": "Draft",
        "country": "KHM", "confidentiality": "public",
        "participations": [{"actor": police, "role": "perpetrator"}, {"actor": union, "role": "target"}]});
    author.post("/api/v1/events", draft).await.must(201);
    said(
        &author,
        &reviewer,
        "Closed",
        "confidential",
        json!({"event": open["ref"], "stance": "denies"}),
    )
    .await;
    let affiliation = |other: &str, level: &str| json!({"actor": police, "kind": "part_of", "other": other, "confidentiality": level});
    author.post("/api/v1/affiliations", affiliation(&union, "internal")).await.must(201);
    author.post("/api/v1/affiliations", affiliation(&hidden, "public")).await.must(201);
    assert_eq!(viewer.get(&asked).await.must(200), before);
    assert_eq!(browser.get(&page).await.must(200), before_page);
    let all = author.get(&asked).await.must(200);
    assert_eq!(names(&all).len(), 4);
    assert_eq!(edge(&all, "Police", "Union")["events"], 3);
    assert_eq!(
        all["edges"].as_array().unwrap().len(),
        before["edges"].as_array().unwrap().len() + 1
    );
    // One who may not be seen has no network, like one who is not there.
    for path in ["/api/v1/actors/{}/network", "/api/v1/actors/{}/network?depth=2"] {
        let there = viewer.get(&path.replace("{}", &hidden)).await;
        let not = viewer.get(&path.replace("{}", "A-99999")).await;
        assert_eq!((there.status, there.plain()), (not.status, not.plain()));
        assert_eq!(there.status.as_u16(), 404);
    }
    browser.get(&format!("/actors/{hidden}/network")).await.must(404);
    // Whoever reads what is confidential is remembered.
    let admin = app.user(Role::Admin).await;
    let read = admin.get("/api/v1/audit?limit=500").await.must(200).to_string();
    assert!(read.contains("\"read"), "{read}");
}

#[actix_web::test]
async fn a_network_is_bounded_and_says_what_it_leaves_out() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Reviewer).await, app.user(Role::Reviewer).await);
    let police = actor(&author, "Police", "state_body").await;
    let mut people = vec![(police.clone(), "perpetrator")];
    for at in 0..70 {
        people.push((actor(&author, &format!("Target {at}"), "person").await, "target"));
    }
    let people: Vec<(&str, &str)> = people.iter().map(|(it, role)| (it.as_str(), *role)).collect();
    event(&author, &reviewer, "2017-03-04", &people, "public").await;
    event(&author, &reviewer, "2017-03-05", &[people[0], people[70]], "public").await;
    let near = author.get(&format!("/api/v1/actors/{police}/network")).await.must(200);
    assert_eq!(near["nodes"].as_array().unwrap().len(), 60);
    assert_eq!(near["edges"].as_array().unwrap().len(), 59);
    assert_eq!(near["left_out"], json!({"actors": 11, "edges": 0}));
    assert_eq!(near["nodes"][1]["name"], "Target 69", "the strongest first");
    let wide = author.get(&format!("/api/v1/actors/{police}/network?depth=2")).await.must(200);
    assert_eq!(wide["nodes"].as_array().unwrap().len(), 25, "nobody stands beyond the first ring");
    let edges = wide["edges"].as_array().unwrap();
    assert_eq!(edges.len(), 150);
    assert_eq!(wide["left_out"], json!({"actors": 46, "edges": 25 * 24 / 2 - 150}));
    for node in &wide["nodes"].as_array().unwrap()[1..] {
        let is_joined = |edge: &Value| edge["one"] == node["id"] || edge["other"] == node["id"];
        assert!(edges.iter().any(is_joined), "nobody stands alone");
    }
}
