//! Whatever a client sends gets a clear answer, and leaves nothing behind.

use actix_web::http::Method;
use actix_web::test::TestRequest;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{TestApp, press_statement};

#[actix_web::test]
async fn what_cannot_be_kept_is_refused_by_field_with_the_reason() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let event = |field: &str, value: Value| {
        let mut event = json!({"incident": {"title": "I", "country": "KHM"}, "type": "arrest", "title": "T", "country": "KHM"});
        event[field] = value;
        event
    };
    for (field, value, reason) in [
        ("title", json!("a\u{0}b"), "/title contains a NUL character"),
        ("title", json!("abc\u{202E}cba"), "/title contains a text-direction override"),
        ("title", json!(" "), "/title must not be empty"),
        ("title", json!(3), "/title invalid type"),
        ("titel", json!("x"), "/titel unknown field"),
        ("type", json!("arest"), "/type 'arest' is not an event type"),
        ("date", json!("2017-02-30"), "/date there is no 2017-02-30: that month has 28 days"),
        ("date", json!("2017-11-16/2017-09-03"), "/date the interval ends"),
        ("date", json!("yesterday"), "/date 'yesterday' is not an EDTF date"),
        ("date", json!("2999-01-01"), "/date 2999-01-01 is in the future"),
        ("country", json!("Cambodia"), "/country 'Cambodia' is not an ISO"),
        ("victims_low", json!(-1), "/victims_low must not be negative"),
        ("victims_low", json!(1.5), "/victims_low must be a whole number"),
        ("latitude", json!(200), "/latitude must be between -90 and 90"),
        ("rights", json!(["freedom"]), "/rights/0 'freedom' is not a right"),
        (
            "participations",
            json!([{"actor": "A-99999", "role": "target"}]),
            "/participations/0/actor there is no actor 'A-99999'",
        ),
        (
            "participations",
            json!([{"actor": {"name": "X", "kind": "robot"}, "role": "target"}]),
            "/participations/0/actor",
        ),
        (
            "citations",
            json!([{"statement": "S-1", "stance": "reports"}]),
            "/citations/0/statement there is no statement",
        ),
        (
            "relations",
            json!([{"kind": "leads_to", "event": "nope"}]),
            "/relations/0/event there is no event",
        ),
        (
            "findings",
            json!([{"provision": "ICCPR Article 99", "finding": "engaged"}]),
            "/findings/0/provision there is no provision",
        ),
        ("confidentiality", json!("restricted"), "/team a restricted record needs the team"),
        ("incident", json!("KHM-1999-0001"), "/incident there is no incident"),
    ] {
        let about = monitor.post("/api/v1/events", event(field, value)).await.problem(422);
        assert!(about.starts_with(reason), "{about}, not {reason}");
    }
    let about = monitor
        .post(
            "/api/v1/events",
            json!({"incident": {"title": "I", "country": "KHM"}, "type": "arrest", "title": "T",
            "country": "KHM", "deaths_low": 5, "deaths_high": 3}),
        )
        .await
        .problem(422);
    assert!(about.contains("deaths must be low ≤ best ≤ high"), "{about}");
    // A number that JSON cannot tell from a whole one is one.
    monitor.post("/api/v1/events", event("victims_best", json!(3.0))).await.must(201);
    assert_eq!(monitor.get("/api/v1/incidents?count=true").await.json()["total"], 1);
}

#[actix_web::test]
async fn what_is_not_a_request_gets_the_right_status() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let json_type = ("content-type", "application/json");
    let post = |body: Vec<u8>| {
        TestRequest::default().method(Method::POST).uri("/api/v1/statements").set_payload(body)
    };
    monitor.raw(post(b"{\"title\":".to_vec()), &[json_type]).await.problem(400);
    monitor.raw(post(b"{\"title\":\"\\ud800\"}".to_vec()), &[json_type]).await.problem(400);
    monitor.raw(post(b"\xff\xfe".to_vec()), &[json_type]).await.problem(400);
    monitor.raw(post(vec![b'['; 100_000]), &[json_type]).await.problem(422);
    let deep = format!("{{\"title\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let patch = TestRequest::default()
        .method(Method::PATCH)
        .uri("/api/v1/statements/S-1")
        .set_payload(deep);
    monitor.raw(patch, &[json_type, ("if-match", "*")]).await.problem(400);
    monitor.raw(post(b"{} {}".to_vec()), &[json_type]).await.problem(422);
    monitor.raw(post(b"[]".to_vec()), &[json_type]).await.problem(422);
    monitor.raw(post(b"{}".to_vec()), &[("content-type", "text/plain")]).await.problem(415);
    monitor.raw(post(b"{}".to_vec()), &[]).await.problem(415);
    let mut huge = press_statement();
    huge["body"] = json!("x".repeat(10 * 1024 * 1024));
    monitor.post("/api/v1/statements", huge).await.problem(413);
    monitor
        .send(
            Method::POST,
            "/api/v1/statements",
            Some(press_statement()),
            &[("idempotency-key", " ")],
        )
        .await
        .problem(400);

    let refused = monitor.send(Method::PUT, "/api/v1/events", None, &[]).await;
    refused.problem(405);
    assert_eq!(refused.header("allow"), "GET, POST");
    monitor.get("/api/v1/nothing").await.problem(404);
    let page = monitor.get("/nothing").await;
    assert_eq!(page.status.as_u16(), 404);
    assert!(page.header("content-type").starts_with("text/html"), "pages answer with pages");
    for name in [
        "%00",
        "KHM-2017-0001-E1",
        "0190c0de-0000-7000-8000-000000000000",
        "%F0%9F%92%A9",
        "..%2f..",
        "'--",
    ] {
        monitor.get(&format!("/api/v1/events/{name}")).await.problem(404);
    }
    for query in [
        "limit=0",
        "limit=501",
        "limit=x",
        "sort=title",
        "cursor=x",
        "cursor=",
        "count=yes",
        "nope=1",
        "country=KHM&country=THA",
        "country=Cambodia",
        "from=2017",
        "type=arest",
        "status=public",
        "updated_since=now",
        "fields=nope&limit=1",
        "country=%00",
        "q=%00",
        "mine=false",
        "role=hero",
    ] {
        let reply = monitor.get(&format!("/api/v1/events?{query}")).await;
        // A field is known only where there is a record to look at.
        if query.starts_with("fields") {
            reply.must(200);
        } else {
            reply.problem(400);
        }
    }
    for path in [
        "law/KHM",
        "law/KHM?on=2017-02-30",
        "statistics?by=colour",
        "statistics?by=type,type",
        "statistics?unit=people",
        "statistics?by=type,year,right,status",
        "changes?since=x",
        "exports/events.csv?nope=1",
        "exports/events.csv?preset=ods",
    ] {
        monitor.get(&format!("/api/v1/{path}")).await.problem(400);
    }
    for path in [
        "law/ZZZ?on=2017-11-26",
        "exports/events.pdf",
        "exports/secrets.csv",
        "vocabularies/nope",
        "instruments/NOPE/provisions",
    ] {
        monitor.get(&format!("/api/v1/{path}")).await.problem(404);
    }
}

#[actix_web::test]
async fn searching_takes_any_text_as_text() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    for (query, hits) in [
        ("DISSOLVED", 1),
        ("court%20party", 1),
        ("%25", 0),
        ("_", 0),
        ("it's%20%22half", 0),
        ("%5C", 0),
        ("", 1),
    ] {
        let list = monitor.get(&format!("/api/v1/statements?count=true&q={query}")).await.must(200);
        assert_eq!(list["total"], hits, "{query}");
    }
}
