//! Creating, reading, changing, hiding and bringing back every kind of record.

use actix_web::http::Method;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{TestApp, dissolution, press_statement};

#[actix_web::test]
async fn an_event_is_recorded_with_its_incident_actors_and_passage_in_one_request() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let statement = monitor.post("/api/v1/statements", press_statement()).await.must(201);
    assert_eq!(statement["ref"], "S-2017-00001");

    let reply = monitor.post("/api/v1/events", dissolution("S-2017-00001")).await;
    let event = reply.must(201);
    assert_eq!(reply.header("location"), "/api/v1/events/KHM-2017-0001-E1");
    assert_eq!(reply.header("etag"), "\"1\"");
    assert_eq!(event["ref"], "KHM-2017-0001-E1");
    assert_eq!(event["incident"]["ref"], "KHM-2017-0001");
    assert_eq!(event["rights"], json!(["association", "participation"]));
    assert_eq!(event["status"], "draft");
    assert_eq!(event["version"], 1);
    assert_eq!(event["participations"][1]["actor"]["ref"], "A-00003");
    let citation = &event["citations"][0];
    assert_eq!((&citation["start"], &citation["end"]), (&json!(10), &json!(44)));

    let by_ref = monitor.get("/api/v1/events/KHM-2017-0001-E1").await.must(200);
    let by_id = monitor.get(&format!("/api/v1/events/{}", event["id"].as_str().unwrap())).await;
    assert_eq!(by_ref, by_id.must(200));
    assert_eq!(by_ref, event);
}

/// What it takes to make one of each kind, and a change of it.
fn kinds() -> Vec<(&'static str, Value, Value)> {
    vec![
        ("/api/v1/statements", press_statement(), json!({"place": "Bangkok", "summary": null})),
        (
            "/api/v1/actors",
            json!({"name": "A party", "kind": "political_party", "country": "KHM"}),
            json!({"names": [{"text": "AP", "kind": "acronym"}]}),
        ),
        (
            "/api/v1/affiliations",
            json!({"actor": {"name": "B", "kind": "person"}, "kind": "leads",
            "other": {"name": "C", "kind": "ngo"}, "from": "2002"}),
            json!({"to": "2017-09-03"}),
        ),
        (
            "/api/v1/incidents",
            json!({"title": "A file", "country": "KHM", "tags": ["b", "a"]}),
            json!({"tags": ["c"]}),
        ),
        (
            "/api/v1/events",
            dissolution("S-2017-00001"),
            json!({"date": "2017-11", "victims_best": 3}),
        ),
        (
            "/api/v1/instruments",
            json!({"code": "KHM-PENAL", "title": "Penal code", "kind": "statute", "country": "KHM"}),
            json!({"adopted_on": "2009"}),
        ),
        (
            "/api/v1/instruments/ICCPR/provisions",
            json!({"label": "Article 4(1)", "title": "Emergencies"}),
            json!({"derogable": true}),
        ),
        (
            "/api/v1/instruments/ICCPR/commitments",
            json!({"country": "BTN", "action": "signature", "date": "2020"}),
            json!({"note": "not checked"}),
        ),
        (
            "/api/v1/citations",
            json!({"statement": "S-2017-00001", "provision": "ICCPR Article 22", "stance": "invokes",
            "obligated_country": "KHM"}),
            json!({"quote": "dissolved", "page": "1"}),
        ),
        (
            "/api/v1/demands",
            json!({"statement": "S-2017-00001", "addressee": {"name": "The authorities", "kind": "state"},
            "text": "Return", "category": "cease"}),
            json!({"status": "met", "follow_ups": [{"date": "2018", "note": "done"}]}),
        ),
        (
            "/api/v1/vocabularies/event_type",
            json!({"code": "pardon", "label": "Pardon", "definition": "A sentence is forgiven.",
            "parent": "judicial", "rights": ["liberty"]}),
            json!({"deprecated": true}),
        ),
        (
            "/api/v1/users",
            json!({"email": "New@Example.org", "name": "New", "role": "viewer", "password": "a lamp and four words"}),
            json!({"role": "researcher"}),
        ),
        (
            "/api/v1/teams",
            json!({"name": "Witnesses", "members": ["new@example.org"]}),
            json!({"members": []}),
        ),
    ]
}

#[actix_web::test]
async fn every_kind_of_record_is_created_read_changed_hidden_and_brought_back() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    for (path, new, change) in kinds() {
        let created = admin.post(path, new).await;
        let record = created.must(201);
        let name = record["code"].as_str().filter(|_| path.contains("vocabularies"));
        let one = format!("{path}/{}", name.unwrap_or_else(|| record["id"].as_str().unwrap()));
        assert_eq!(admin.get(&one).await.must(200), record, "{path}");
        assert_eq!(admin.get(created.header("location")).await.must(200), record, "{path}");

        admin.send(Method::PATCH, &one, Some(change.clone()), &[]).await.problem(428);
        admin
            .send(Method::PATCH, &one, Some(change.clone()), &[("if-match", "\"7\"")])
            .await
            .problem(412);
        let changed = admin.send(Method::PATCH, &one, Some(change), &[("if-match", "\"1\"")]).await;
        assert_eq!(changed.header("etag"), "\"2\"");
        let changed = changed.must(200);
        assert_ne!(changed, record, "{path}");
        assert_eq!(admin.get(&one).await.must(200), changed, "{path}");
        let revisions = admin.get(&format!("{one}/revisions")).await.must(200);
        let actions: Vec<_> =
            revisions["items"].as_array().unwrap().iter().map(|it| it["action"].clone()).collect();
        assert_eq!(actions, ["created", "changed"], "{path}");
        assert!(!revisions["items"][1]["changes"].as_array().unwrap().is_empty());

        if path.contains("vocabularies") {
            admin.delete(&one).await.problem(405);
            continue;
        }
        admin.send(Method::DELETE, &one, None, &[]).await.problem(428);
        admin.delete(&one).await.must(204);
        admin.get(&one).await.problem(404);
        let listed = admin.get(&format!("{path}?limit=500")).await.must(200);
        assert!(listed["items"].as_array().unwrap().iter().all(|it| it["id"] != record["id"]));
        let back = admin.post(&format!("{one}/restore"), json!({})).await.must(200);
        assert_eq!(back["version"], 4);
        assert_eq!(admin.get(&one).await.must(200), back);
        admin.post(&format!("{one}/restore"), json!({})).await.problem(409);
    }
}

#[actix_web::test]
async fn a_request_that_is_sent_again_makes_one_record() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let send = async |title: &str| {
        let body = json!({"title": title, "country": "KHM"});
        monitor
            .send(Method::POST, "/api/v1/incidents", Some(body), &[("idempotency-key", "k-1")])
            .await
    };
    let (first, again) = (send("A").await, send("A").await);
    assert_eq!(first.must(201), again.must(201));
    assert_eq!(first.header("location"), again.header("location"));
    assert!(send("B").await.problem(422).contains("another request"));
    assert_eq!(monitor.get("/api/v1/incidents?count=true").await.json()["total"], 1);
}

#[actix_web::test]
async fn what_is_sent_together_is_kept_together_or_not_at_all() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    let mut event = dissolution("S-2017-00001");
    event["citations"].as_array_mut().unwrap().push(
        json!({"statement": "S-2017-00001", "stance": "reports", "quote": "dissolved by a supreme court"}),
    );
    let before = counts(&monitor).await;
    let about = monitor.post("/api/v1/events", event).await.problem(422);
    assert!(about.starts_with("/citations/1/quote"), "{about}");
    assert!(about.contains("nearest passage is at 14"), "{about}");
    assert_eq!(counts(&monitor).await, before);
    // No ref was used up either.
    let event = monitor.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    assert_eq!(event["ref"], "KHM-2017-0001-E1");
}

async fn counts(client: &crate::harness::Client<'_>) -> Vec<Value> {
    let mut all = Vec::new();
    for kind in ["actors", "incidents", "events", "citations", "statements"] {
        let list = client.get(&format!("/api/v1/{kind}?count=true")).await.must(200);
        all.push(list["total"].clone());
    }
    all
}

#[actix_web::test]
async fn fields_are_picked_and_a_record_is_shown_as_it_was() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let incident = monitor
        .post("/api/v1/incidents", json!({"title": "Before", "country": "KHM"}))
        .await
        .must(201);
    let path = format!("/api/v1/incidents/{}", incident["ref"].as_str().unwrap());
    let picked = monitor.get(&format!("{path}?fields=title")).await.must(200);
    assert_eq!(picked, json!({"id": incident["id"], "ref": incident["ref"], "title": "Before"}));
    assert!(monitor.get(&format!("{path}?fields=titel")).await.problem(400).contains("'titel'"));

    monitor.patch(&path, json!({"title": "After"})).await.must(200);
    let then = incident["updated_at"].as_str().unwrap();
    assert_eq!(monitor.get(&format!("{path}?at={then}")).await.must(200), incident);
    monitor.get(&format!("{path}?at=2001-01-01T00:00:00Z")).await.problem(404);
    monitor.get(&format!("{path}?at=yesterday")).await.problem(400);
}

#[actix_web::test]
async fn an_incident_brings_its_events_and_hides_them_with_itself() {
    let app = TestApp::new();
    let (monitor, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let incident = monitor
        .post(
            "/api/v1/incidents",
            json!({"title": "A file", "country": "KHM", "events": [
            {"type": "arrest", "title": "One", "date": "2019-03-02"},
            {"type": "release", "title": "Two", "date": "2019-03-04"}]}),
        )
        .await
        .must(201);
    assert_eq!(incident["ref"], "KHM-2019-0001");
    assert_eq!(incident["events"][1]["ref"], "KHM-2019-0001-E2");

    reviewer
        .patch("/api/v1/incidents/KHM-2019-0001", json!({"confidentiality": "confidential"}))
        .await
        .must(200);
    let other = app.user(Role::Monitor).await;
    other.get("/api/v1/events/KHM-2019-0001-E1").await.problem(404);
    reviewer.delete("/api/v1/incidents/KHM-2019-0001").await.must(204);
    reviewer.get("/api/v1/events/KHM-2019-0001-E1").await.problem(404);
    reviewer.post("/api/v1/incidents/KHM-2019-0001/restore", json!({})).await.must(200);
    reviewer.get("/api/v1/events/KHM-2019-0001-E1").await.must(200);
}

#[actix_web::test]
async fn the_law_of_an_event_is_that_of_its_day() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    monitor.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    monitor
        .post(
            "/api/v1/citations",
            json!({"statement": "S-2017-00001", "provision": "ICCPR Article 22",
            "stance": "invokes", "obligated_country": "KHM"}),
        )
        .await
        .must(201);
    let law = monitor.get("/api/v1/events/KHM-2017-0001-E1/law").await.must(200);
    assert_eq!(law["on"], "2017-11-16");
    let of = |provision: &str| {
        let all = law["obligations"].as_array().unwrap().clone();
        all.into_iter()
            .find(|it| {
                it["provision"]["label"] == provision && it["provision"]["instrument"] == "ICCPR"
            })
            .unwrap()
    };
    assert_eq!(of("Article 22")["standing"]["since"], "1992-05-26");
    assert_eq!(of("Article 22")["standing"]["in_force_since"], "1992-08-26");
    assert_eq!(of("Article 22")["invoked"], true);
    assert_eq!(of("Article 25")["invoked"], false);

    let on = |day: &'static str| {
        let monitor = monitor.clone();
        async move {
            let law = monitor.get(&format!("/api/v1/law/KHM?on={day}")).await.must(200);
            let items = law["items"].as_array().unwrap().clone();
            let status = |code: &str| {
                items.iter().find(|it| it["code"] == code).unwrap()["status"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            };
            (status("ICCPR"), status("PARIS-1991"), status("ICCPR-OP1"), status("UDHR"))
        }
    };
    let said = |a: &str, b: &str, c: &str| {
        (a.to_owned(), b.to_owned(), c.to_owned(), "not_ratifiable".to_owned())
    };
    assert_eq!(on("1980-10-16").await, said("not_party", "not_party", "not_party"));
    assert_eq!(on("1991-10-23").await, said("signatory", "binding_on_signature", "not_party"));
    assert_eq!(on("2017-11-26").await, said("party", "binding_on_signature", "signatory"));
}
