//! What a monitor may not do alone, and what nobody may break by the way.

use saksi::domain::{Id, Role};
use saksi::store::Kind;
use saksi::store::history::{self, NewRevision};
use serde_json::json;

use crate::harness::{TestApp, dissolution, move_to, press_statement};

#[actix_web::test]
async fn what_is_past_the_draft_is_not_added_to_unreviewed() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    author.post("/api/v1/statements", press_statement()).await.must(201);
    let made = author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let actor = made["participations"][0]["actor"]["ref"].as_str().unwrap();
    let quoted = made["citations"][0]["id"].as_str().unwrap();
    author.patch(&format!("/api/v1/citations/{quoted}"), json!({"page": "1"})).await.must(200);
    let demand = json!({"statement": "S-2017-00001", "addressee": actor, "text": "Return it", "category": "cease"});
    let demand = author.post("/api/v1/demands", demand).await.must(201);
    for path in ["/api/v1/statements/S-2017-00001", "/api/v1/events/KHM-2017-0001-E1"] {
        move_to(path, "published", &author, &reviewer).await;
    }
    let denial =
        json!({"statement": "S-2017-00001", "event": "KHM-2017-0001-E1", "stance": "denies"});
    author.post("/api/v1/citations", denial.clone()).await.problem(403);
    author
        .patch(&format!("/api/v1/citations/{quoted}"), json!({"stance": "denies"}))
        .await
        .problem(403);
    author.delete(&format!("/api/v1/citations/{quoted}")).await.problem(403);
    author.patch(&format!("/api/v1/actors/{actor}"), json!({"name": "Other"})).await.problem(403);
    author.delete(&format!("/api/v1/actors/{actor}")).await.problem(403);
    let demand = format!("/api/v1/demands/{}", demand["id"].as_str().unwrap());
    author.patch(&demand, json!({"status": "met"})).await.problem(403);
    let belongs = json!({"actor": actor, "kind": "part_of", "other": {"name": "A state", "kind": "state"}, "confidentiality": "public"});
    author.post("/api/v1/affiliations", belongs).await.problem(403);
    // What stays inside, or comes with a draft, may be added.
    let mut inside = denial.clone();
    inside["confidentiality"] = json!("confidential");
    let inside = author.post("/api/v1/citations", inside).await.must(201);
    let inside = format!("/api/v1/citations/{}", inside["id"].as_str().unwrap());
    author.patch(&inside, json!({"confidentiality": "public"})).await.problem(403);
    let mut new = denial.clone();
    new["statement"] = press_statement();
    author.post("/api/v1/citations", new).await.must(201);
    reviewer.patch(&inside, json!({"confidentiality": "public"})).await.must(200);
    reviewer.patch(&demand, json!({"status": "met"})).await.must(200);
}

#[actix_web::test]
async fn a_protection_is_lifted_by_a_reviewer_alone() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let person = json!({"name": "Sok Dara", "kind": "person"});
    let person = author.post("/api/v1/actors", person).await.must(201);
    let path = format!("/api/v1/actors/{}", person["ref"].as_str().unwrap());
    let protect =
        json!({"protected": true, "pseudonym": "Witness 1", "confidentiality": "confidential"});
    reviewer.patch(&path, protect).await.must(200);
    for change in [
        json!({"protected": false}),
        json!({"confidentiality": "public"}),
        json!({"pseudonym": "Dara's friend"}),
    ] {
        author.patch(&path, change).await.problem(403);
    }
    author.patch(&path, json!({"description": "a teacher"})).await.must(200);
    reviewer.patch(&path, json!({"protected": false})).await.must(200);
}

#[actix_web::test]
async fn a_right_that_is_deprecated_stays_where_it_is() {
    let app = TestApp::new();
    let (author, admin) = (app.user(Role::Monitor).await, app.user(Role::Admin).await);
    author.post("/api/v1/statements", press_statement()).await.must(201);
    let made = author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let right = made["rights"][0].as_str().unwrap();
    let path = format!("/api/v1/vocabularies/right/{right}");
    admin.patch(&path, json!({"deprecated": true})).await.must(200);
    let path = "/api/v1/events/KHM-2017-0001-E1";
    author.patch(path, json!({"title": "Another", "rights": [right]})).await.must(200);
    author.patch(path, json!({"rights": []})).await.must(200);
    author.patch(path, json!({"rights": [right]})).await.problem(422);
}

#[actix_web::test]
async fn what_no_index_can_hold_is_refused_by_its_length() {
    let app = TestApp::new();
    let (author, admin) = (app.user(Role::Monitor).await, app.user(Role::Admin).await);
    let long = "\u{6F22}".repeat(900);
    let file = json!({"title": "A file", "country": "KHM", "tags": [long]});
    assert!(author.post("/api/v1/incidents", file).await.problem(422).starts_with("/tags/0 "));
    let person =
        json!({"name": "P", "kind": "person", "identifiers": [{"scheme": long, "value": long}]});
    author.post("/api/v1/actors", person).await.problem(422);
    admin.post("/api/v1/teams", json!({"name": long})).await.problem(422);
    let file = json!({"title": "A file", "country": "KHM", "tags": ["\u{6F22}".repeat(200)]});
    author.post("/api/v1/incidents", file).await.must(201);
    author.get(&format!("/api/v1/events?q={}", "a".repeat(5_000))).await.problem(400);
    let many = vec!["A-00001"; 600].join(",");
    author.get(&format!("/api/v1/affiliations?actor={many}")).await.problem(400);
    for end in ["+10000-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00", "2001-01-01T00:00:00Z"] {
        let token = json!({"name": "t", "scopes": ["read"], "expires_at": end});
        author.post("/api/v1/tokens", token).await.problem(422);
    }
    author.get("/api/v1/tokens").await.must(200);
}

#[actix_web::test]
async fn as_many_records_as_there_are_change_at_once() {
    let app = TestApp::new();
    let now = app.now();
    let user = app.user(Role::Admin).await.id;
    let revision = |at: usize| NewRevision {
        kind: Kind::Team,
        record_id: Id::at(now),
        version: 1,
        at: now,
        user_id: user,
        action: "created".to_owned(),
        reason: Some(at.to_string()),
        snapshot: "{}".to_owned(),
        status: None,
        confidentiality: 1,
        team_id: None,
        created_by: user,
        assigned_to: None,
        hidden: false,
    };
    let many: Vec<_> = (0..6_000).map(revision).collect();
    let database = &app.app.office.database;
    database.write(move |db| history::keep(db, many, Vec::new(), now)).await.unwrap();
    let admin = app.user(Role::Admin).await;
    let mut entries = 0;
    let mut next = String::new();
    loop {
        let path = format!("/api/v1/audit?action=created&limit=500{next}");
        let page = admin.get(&path).await.must(200);
        let items = page["items"].as_array().unwrap();
        entries += items.iter().filter(|it| it["kind"] == "team").count();
        let Some(cursor) = page["next_cursor"].as_str() else { break };
        next = format!("&before={cursor}");
    }
    assert_eq!(entries, 6_000, "each has its audit entry");
}

#[actix_web::test]
async fn the_programs_own_account_stays_closed() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let users = admin.get("/api/v1/users?limit=500").await.must(200);
    let users = users["items"].as_array().unwrap();
    let own = users.iter().find(|it| it["email"] == "system@saksi.invalid").unwrap();
    let path = format!("/api/v1/users/{}", own["id"].as_str().unwrap());
    admin.patch(&path, json!({"active": true})).await.problem(409);
    admin.patch(&path, json!({"password": "a new lamp and four words"})).await.problem(409);
    app.tamper("UPDATE users SET active = TRUE");
    let login = json!({"email": "system@saksi.invalid", "password": "anything at all"});
    app.stranger().post("/api/v1/auth/login", login).await.problem(401);
}

#[actix_web::test]
async fn one_way_of_writing_an_address_is_as_slow_as_another() {
    let app = TestApp::new();
    let mut refused = Vec::new();
    for at in 0..12 {
        let email = format!("{}nobody@Example.org{}", " ".repeat(at), " ".repeat(12 - at));
        let login = json!({"email": email, "password": "wrong"});
        refused.push(app.stranger().post("/api/v1/auth/login", login).await.status.as_u16());
    }
    assert_eq!(refused[10..], [429, 429], "{refused:?}");
}

#[actix_web::test]
async fn copies_of_copies_are_one_source() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    let mut before: Option<String> = None;
    for _ in 0..4 {
        let mut said = press_statement();
        said["derived_from"] = json!(before);
        let made = reviewer.post("/api/v1/statements", said).await.must(201);
        before = Some(made["ref"].as_str().unwrap().to_owned());
    }
    let circle = json!({"derived_from": before});
    let about = reviewer.patch("/api/v1/statements/S-2017-00001", circle).await.problem(422);
    assert!(about.contains("not its own source"), "{about}");
    reviewer.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    for name in ["S-2017-00002", "S-2017-00003", "S-2017-00004"] {
        let citation = json!({"statement": name, "event": "KHM-2017-0001-E1", "stance": "reports"});
        reviewer.post("/api/v1/citations", citation).await.must(201);
    }
    let csv = reviewer.get("/api/v1/exports/events.csv").await.body;
    let mut rows = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    let column = rows.headers().unwrap().iter().position(|name| name == "source_count").unwrap();
    assert_eq!(rows.records().next().unwrap().unwrap().get(column), Some("1"));
}

#[actix_web::test]
async fn a_provision_is_changed_under_its_own_instrument_alone() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    let list = reviewer.get("/api/v1/instruments/ICCPR/provisions").await.must(200);
    let id = list["items"][0]["id"].as_str().unwrap();
    let wrong = format!("/api/v1/instruments/CAT/provisions/{id}");
    reviewer.patch(&wrong, json!({"title": "Changed"})).await.problem(404);
    reviewer.delete(&wrong).await.problem(404);
    reviewer.get(&format!("{wrong}/revisions")).await.problem(404);
    let right = format!("/api/v1/instruments/ICCPR/provisions/{id}");
    reviewer.patch(&right, json!({"title": "Changed"})).await.must(200);
}

#[actix_web::test]
async fn a_token_without_a_login_does_not_manage_logins() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let token = json!({"name": "t", "scopes": ["read"]});
    let token = monitor.post("/api/v1/tokens", token).await.must(201);
    let script = crate::harness::Client {
        token: Some(token["token"].as_str().unwrap().to_owned()),
        ..monitor.clone()
    };
    script.get("/api/v1/events").await.must(200);
    script.get("/api/v1/tokens").await.problem(403);
    script.get("/api/v1/auth/sessions").await.problem(403);
    let own = format!("/api/v1/tokens/{}", token["id"].as_str().unwrap());
    script.delete(&own).await.problem(403);
    monitor.delete(&own).await.must(204);
    script.get("/api/v1/events").await.problem(401);
}
