//! What was deleted is brought back; what an older version said is said again.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::{TestApp, dissolution, move_to, press_statement};

#[actix_web::test]
async fn what_was_deleted_is_listed_with_who_and_why_and_brought_back() {
    let app = TestApp::new();
    let (browser, reviewer) = Browser::of(&app, Role::Reviewer).await;
    let author = app.user(Role::Monitor).await;
    author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    assert!(browser.get("/hidden").await.must(200).contains("Nothing is deleted."));
    let headers = [("if-match", "*")];
    let path = "/api/v1/events/KHM-2017-0001-E1?reason=entered%20%3Ci%3Etwice%3C/i%3E";
    author.send(actix_web::http::Method::DELETE, path, None, &headers).await.must(204);
    // One of a team that nobody here is in.
    let (member, admin) = (app.user(Role::Reviewer).await, app.user(Role::Admin).await);
    let team = json!({"name": "T", "members": [member.id.to_string()]});
    admin.post("/api/v1/teams", team).await.must(201);
    let mut closed = press_statement();
    closed["title"] = json!("Closed to others");
    closed["confidentiality"] = json!("restricted");
    closed["team"] = json!("T");
    let closed = member.post("/api/v1/statements", closed).await.must(201);
    let closed = format!("/api/v1/statements/{}", closed["ref"].as_str().unwrap());
    member.delete(&closed).await.must(204);

    let page = browser.get("/hidden").await;
    let body = page.must(200);
    for part in ["Supreme Court dissolves the CNRP", "KHM-2017-0001-E1", "twice&#60;/i&#62;"] {
        assert!(body.contains(part), "{part}: {body}");
    }
    assert!(!body.contains("Closed to others"));
    for role in [Role::Viewer, Role::Researcher, Role::Monitor] {
        Browser::of(&app, role).await.0.get("/hidden").await.must(403);
    }
    browser.get("/events/KHM-2017-0001-E1").await.must(404);
    let back = browser.send_form(&page, "<form method=\"post\" action=\"/events/", &[]).await;
    back.must_lead_to("/events/KHM-2017-0001-E1");
    browser.get("/events/KHM-2017-0001-E1").await.must(200);
    assert!(browser.get("/hidden").await.must(200).contains("Nothing is deleted."));
    reviewer.get("/api/v1/events/KHM-2017-0001-E1").await.must(200);
}

#[actix_web::test]
async fn an_older_version_is_made_current_from_its_history() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    client.post("/api/v1/statements", press_statement()).await.must(201);
    client.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let path = "/api/v1/events/KHM-2017-0001-E1";
    let first = client.get(path).await.must(200);
    let change =
        json!({"title": "Another", "participations": [], "confidentiality": "confidential"});
    client.patch(path, change).await.must(200);
    let page = browser.get("/events/KHM-2017-0001-E1/history").await;
    assert_eq!(page.must(200).matches("/restore\"").count(), 1, "only the older one");
    let form = "<form method=\"post\" action=\"/events/KHM-2017-0001-E1/revisions/1/restore\"";
    let back = browser.send_form(&page, form, &[("comment", "it was right")]).await;
    back.must_lead_to("/events/KHM-2017-0001-E1");
    let now = client.get(path).await.must(200);
    assert_eq!((&now["title"], &now["version"]), (&first["title"], &json!(3)));
    let names = |event: &serde_json::Value| -> Vec<String> {
        let all = event["participations"].as_array().unwrap();
        all.iter().map(|it| it["actor"]["name"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(names(&now), names(&first), "with those who took part");
    assert_eq!(now["confidentiality"], "confidential", "who may see it stays as it is");
    let history = client.get(&format!("{path}/revisions")).await.must(200);
    assert_eq!(history["items"][2]["reason"], "it was right");
    // The form was made from a version that is not the present one any more.
    browser.send_form(&page, form, &[]).await.must(412);
}

#[actix_web::test]
async fn the_api_makes_versions_current_and_says_why_it_does_not() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    author.post("/api/v1/statements", press_statement()).await.must(201);
    let path = "/api/v1/statements/S-2017-00001";
    let first = author.get(path).await.must(200);
    author.patch(path, json!({"title": "Second"})).await.must(200);
    let restore = |version: &str| format!("{path}/revisions/{version}/restore");
    let any = [("if-match", "*")];
    let post = actix_web::http::Method::POST;
    author.send(post.clone(), &restore("1"), None, &[]).await.problem(428);
    let stale = [("if-match", "\"1\"")];
    author.send(post.clone(), &restore("1"), None, &stale).await.problem(412);
    let same = author.send(post.clone(), &restore("2"), None, &any).await.problem(409);
    assert!(same.contains("present version already"), "{same}");
    for version in ["9", "0", "-1", "x", "99999999999"] {
        author.send(post.clone(), &restore(version), None, &any).await.problem(404);
    }
    let reason = format!("{}?reason=why", restore("1"));
    let now = author.send(post.clone(), &reason, None, &any).await;
    assert_eq!(now.must(200)["title"], first["title"]);
    assert_eq!(now.header("etag"), "\"3\"");
    // Past the draft it takes a reviewer, as every change does.
    move_to(path, "submitted", &author, &reviewer).await;
    author.send(post.clone(), &restore("2"), None, &any).await.problem(403);
    let now = reviewer.send(post.clone(), &restore("2"), None, &any).await.must(200);
    assert_eq!((&now["title"], &now["status"]), (&json!("Second"), &json!("submitted")));
    for role in [Role::Viewer, Role::Researcher] {
        app.user(role).await.send(post.clone(), &restore("1"), None, &any).await.problem(403);
    }
    // One who may not see it learns nothing.
    let other = app.user(Role::Monitor).await;
    other.send(post.clone(), &restore("1"), None, &any).await.problem(404);
    let nothing = "/api/v1/statements/S-2017-00099/revisions/1/restore";
    other.send(post.clone(), nothing, None, &any).await.problem(404);
    let account = format!("/api/v1/users/{}/revisions/1/restore", author.id);
    app.user(Role::Admin).await.send(post, &account, None, &any).await.must(404);
}

#[actix_web::test]
async fn a_protection_outlives_the_version_before_it() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let person = json!({"name": "Sok Dara", "kind": "person", "description": "a teacher"});
    let person = reviewer.post("/api/v1/actors", person).await.must(201);
    let path = format!("/api/v1/actors/{}", person["ref"].as_str().unwrap());
    let protect = json!({"protected": true, "pseudonym": "Witness 1", "description": "somebody",
        "confidentiality": "confidential"});
    reviewer.patch(&path, protect).await.must(200);
    let any = [("if-match", "*")];
    let post = actix_web::http::Method::POST;
    let back = format!("{path}/revisions/1/restore");
    let now = reviewer.send(post.clone(), &back, None, &any).await.must(200);
    assert_eq!(now["description"], "a teacher");
    assert_eq!(
        (&now["protected"], &now["pseudonym"], &now["confidentiality"]),
        (&json!(true), &json!("Witness 1"), &json!("confidential"))
    );
    // A text that names a protected person comes back by nobody who may not know them.
    let mut named = press_statement();
    named["summary"] = json!("Nothing yet");
    let named = author.post("/api/v1/statements", named).await.must(201);
    let path = format!("/api/v1/statements/{}", named["ref"].as_str().unwrap());
    reviewer.patch(&path, json!({"summary": "They met Sok Dara"})).await.must(200);
    reviewer.patch(&path, json!({"summary": "They met somebody"})).await.must(200);
    let back = format!("{path}/revisions/2/restore");
    let refused = author.send(post.clone(), &back, None, &any).await.problem(403);
    assert!(refused.contains("may not know"), "{refused}");
    author.send(post, &format!("{path}/revisions/1/restore"), None, &any).await.must(200);
}
