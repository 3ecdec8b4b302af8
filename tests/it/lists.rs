//! Lists: every record exactly once, in order, whatever the page.

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, TestApp};

async fn fill(monitor: &Client<'_>, many: usize) {
    monitor.post("/api/v1/incidents", json!({"title": "A file", "country": "KHM"})).await.must(201);
    for at in 0..many {
        let incident = monitor.get("/api/v1/incidents").await.json()["items"][0]["ref"].clone();
        // Several on the same day, and some without any.
        let date = (at % 5 > 0).then(|| format!("2017-03-{:02}", 1 + at / 4));
        let kind = if at % 2 == 0 { "arrest" } else { "threat" };
        let event = json!({"incident": incident, "type": kind, "title": format!("Event {at}"), "country": "KHM", "date": date});
        monitor.post("/api/v1/events", event).await.must(201);
    }
}

async fn walk(monitor: &Client<'_>, query: &str) -> Vec<String> {
    walk_from(monitor, query, String::new()).await
}

async fn walk_from(monitor: &Client<'_>, query: &str, mut cursor: String) -> Vec<String> {
    let mut refs = Vec::new();
    loop {
        let page = monitor.get(&format!("/api/v1/events?{query}{cursor}")).await;
        let body = page.must(200);
        let items = body["items"].as_array().unwrap();
        refs.extend(items.iter().map(|it| it["ref"].as_str().unwrap().to_owned()));
        let Some(next) = body["next_cursor"].as_str() else { return refs };
        assert!(page.header("link").contains(next), "the Link header names the next page");
        cursor = format!("&cursor={next}");
    }
}

#[actix_web::test]
async fn every_page_together_is_the_list_in_every_order() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    fill(&monitor, 23).await;
    for sort in ["date", "-date", "created_at", "-created_at", "updated_at", "-updated_at"] {
        let whole = walk(&monitor, &format!("sort={sort}&limit=500")).await;
        assert_eq!(whole.len(), 23);
        for limit in [1, 7, 23] {
            assert_eq!(
                walk(&monitor, &format!("sort={sort}&limit={limit}")).await,
                whole,
                "{sort} {limit}"
            );
        }
        let (name, down) = sort.strip_prefix('-').map_or((sort, false), |name| (name, true));
        let mut other =
            walk(&monitor, &format!("sort={}{name}", if down { "" } else { "-" })).await;
        other.reverse();
        assert_eq!(other, whole, "{sort} backwards");
    }
}

#[actix_web::test]
async fn a_record_is_neither_skipped_nor_repeated_when_others_are_added() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    fill(&monitor, 12).await;
    let before = walk(&monitor, "sort=created_at").await;
    let first = monitor.get("/api/v1/events?sort=-created_at&limit=5").await.must(200);
    fill(&monitor, 3).await;
    let cursor = format!("&cursor={}", first["next_cursor"].as_str().unwrap());
    let rest = walk_from(&monitor, "sort=-created_at&limit=5", cursor).await;
    let mut seen: Vec<String> = first["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["ref"].as_str().unwrap().to_owned())
        .collect();
    seen.extend(rest);
    seen.reverse();
    assert_eq!(seen, before);
}

#[actix_web::test]
async fn a_cursor_that_was_edited_or_belongs_to_another_list_is_refused() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    fill(&monitor, 4).await;
    let cursor = monitor.get("/api/v1/events?limit=2").await.json()["next_cursor"]
        .as_str()
        .unwrap()
        .to_owned();
    monitor.get(&format!("/api/v1/events?limit=3&cursor={cursor}")).await.must(200);
    for other in [
        format!("type=arrest&cursor={cursor}"),
        format!("sort=date&cursor={cursor}"),
        format!("cursor={}", &cursor[1..]),
        format!("cursor={cursor}A"),
        format!("cursor={}", cursor.replace('A', "B")),
    ] {
        assert!(
            monitor.get(&format!("/api/v1/events?{other}")).await.problem(400).contains("cursor"),
            "{other}"
        );
    }
}

#[actix_web::test]
async fn each_filter_selects_what_it_says() {
    let app = TestApp::new();
    let (monitor, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    monitor.post("/api/v1/statements", crate::harness::press_statement()).await.must(201);
    let mut event = crate::harness::dissolution("S-2017-00001");
    event["incident"]["tags"] = json!(["party"]);
    event["findings"] = json!([{"provision": "ICCPR Article 22", "finding": "alleged_violation"}]);
    event["latitude"] = json!(11.5);
    event["longitude"] = json!(104.9);
    event["geo_precision"] = json!("district");
    monitor.post("/api/v1/events", event).await.must(201);
    monitor
        .post("/api/v1/events", json!({"incident": {"title": "Other", "country": "THA"}, "type": "arrest", "title": "Elsewhere",
            "country": "THA", "date": "2016"}))
        .await
        .must(201);
    for (query, hits) in [
        ("country=KHM", 1),
        ("country=KHM,THA", 2),
        ("type=dissolution", 1),
        ("family=association", 1),
        ("family=liberty,association", 2),
        ("from=2017-01-01", 1),
        ("to=2016-12-31", 1),
        ("from=2016-01-01&to=2017-12-31", 2),
        ("actor=A-00003", 1),
        ("actor=A-00003&role=target", 1),
        ("actor=A-00003&role=perpetrator", 0),
        ("role=target", 1),
        ("perpetrator_kind=state_body", 1),
        ("target_kind=state_body", 0),
        ("right=association", 1),
        ("right=liberty", 1),
        ("instrument=ICCPR", 1),
        ("instrument=CAT", 0),
        ("incident=KHM-2017-0001", 1),
        ("statement=S-2017-00001", 1),
        ("tag=party", 1),
        ("status=draft", 2),
        ("status=published", 0),
        ("confidence=possible", 2),
        ("geo_precision=district", 1),
        ("id=KHM-2017-0001-E1", 1),
        ("q=dissolves", 1),
        ("q=phnom", 1),
        ("confidentiality=internal", 2),
        ("mine=true", 0),
        ("updated_since=2001-01-01T00:00:00Z", 2),
        ("updated_since=2999-01-01T00:00:00Z", 0),
        ("country=KHM&type=arrest", 0),
        ("country=THA&type=arrest&from=2016-01-01", 1),
    ] {
        let list = reviewer.get(&format!("/api/v1/events?count=true&{query}")).await.must(200);
        assert_eq!(list["total"], hits, "{query}");
        assert_eq!(list["items"].as_array().map(Vec::len), Some(hits), "{query}");
        // A filter means the same where events are counted.
        let counted = reviewer.get(&format!("/api/v1/statistics?{query}")).await.must(200);
        assert_eq!(counted["total"], hits, "{query}");
    }
}

#[actix_web::test]
async fn what_is_counted_is_counted_in_its_unit() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let group =
        monitor.post("/api/v1/actors", json!({"name": "Workers", "kind": "group"})).await.must(201)
            ["ref"]
            .clone();
    monitor
        .post("/api/v1/incidents", json!({"title": "A strike", "country": "KHM", "events": [
            {"type": "arrest", "title": "One", "date": "2018-01-02", "participations": [{"actor": group, "role": "target", "count_best": 40}]},
            {"type": "arrest", "title": "Two", "date": "2018-02", "participations": [
                {"actor": group, "role": "target"}, {"actor": {"name": "P", "kind": "person"}, "role": "target"}]},
            {"type": "threat", "title": "Three"}]}))
        .await
        .must(201);
    let cells = async |query: &str| {
        let it = monitor.get(&format!("/api/v1/statistics?{query}")).await.must(200);
        let cells: Vec<Value> =
            it["cells"].as_array().unwrap().iter().map(|cell| cell["count"].clone()).collect();
        (it["unit"].as_str().unwrap().to_owned(), it["total"].as_i64().unwrap(), cells)
    };
    assert_eq!(cells("by=type").await, ("events".into(), 3, vec![json!(2), json!(1)]));
    assert_eq!(
        cells("by=type&unit=incidents").await,
        ("incidents".into(), 1, vec![json!(1), json!(1)])
    );
    assert_eq!(cells("by=type&unit=victims").await, ("victims".into(), 2, vec![json!(2)]));
    assert_eq!(cells("by=year").await, ("events".into(), 3, vec![json!(2), json!(1)]));
    assert_eq!(cells("by=month,target_kind").await.2, vec![json!(1), json!(1), json!(1), json!(1)]);
}

#[actix_web::test]
async fn changes_are_told_in_order_and_withdrawn_where_they_may_not_be_shown_any_more() {
    let app = TestApp::new();
    let (monitor, reviewer, viewer) = (
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Viewer).await,
    );
    let since = |body: &Value| {
        format!("/api/v1/changes?limit=500&since={}", body["next_cursor"].as_str().unwrap())
    };
    let mut at = viewer.get("/api/v1/changes?limit=500").await.must(200);
    while at["more"] == true {
        at = viewer.get(&since(&at)).await.must(200);
    }
    let path = "/api/v1/statements/S-2017-00001";
    let mut statement = crate::harness::press_statement();
    statement["confidentiality"] = json!("public");
    monitor.post("/api/v1/statements", statement).await.must(201);
    crate::harness::move_to(path, "published", &monitor, &reviewer).await;
    let told = viewer.get(&since(&at)).await.must(200);
    let kinds: Vec<_> = told["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["kind"].clone(), it["change"].clone()))
        .collect();
    assert!(kinds.contains(&(json!("statement"), json!("created"))), "{told}");
    crate::harness::move_to(path, "draft", &monitor, &reviewer).await;
    reviewer.post(&format!("{path}/status"), json!({"status": "retracted"})).await.must(200);
    let told = viewer.get(&since(&told)).await.must(200);
    assert_eq!(told["items"][0]["change"], "withdrawn", "{told}");
}
