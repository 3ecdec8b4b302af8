//! Files of others: looked at, taken, taken again, taken back; and files that cannot be taken.

use std::fmt::Write as _;
use std::sync::atomic::Ordering;

use actix_web::test::TestRequest;
use saksi::domain::Role;
use saksi::exchange::imports::kept::ImportState;
use serde_json::{Value, json};

use crate::harness::{Client, Reply, TestApp};

/// A copy of saksi that keeps files in a folder of its own.
pub fn desk() -> (TestApp, tempfile::TempDir) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_owned();
    (TestApp::with(move |config| config.data_dir = path), dir)
}

/// A real file, which is no part of the project.
#[track_caller]
pub fn real(name: &str) -> Vec<u8> {
    crate::harness::shared(&format!("import/{name}"))
}

/// The first rows of a file: up to an end of line that is not in quotes.
fn first_rows(bytes: &[u8], end: u8, rows: usize) -> Vec<u8> {
    let (mut quoted, mut seen) = (false, 0);
    for (at, byte) in bytes.iter().enumerate() {
        match *byte {
            b'"' => quoted = !quoted,
            byte if byte == end && !quoted => {
                seen += 1;
                if seen > rows {
                    return bytes[..=at].to_vec();
                }
            }
            _ => {}
        }
    }
    bytes.to_vec()
}

async fn send(client: &Client<'_>, query: &str, bytes: impl Into<Vec<u8>>) -> Reply {
    let kind = [("content-type", "application/octet-stream")];
    let request = TestRequest::post()
        .uri(&format!("/api/v1/imports?wait=60&{query}"))
        .set_payload(bytes.into());
    // `raw` takes the request as it is.
    client.raw(request, &kind).await
}

pub async fn looked_at(client: &Client<'_>, query: &str, bytes: impl Into<Vec<u8>>) -> Value {
    send(client, &format!("dry_run=true&{query}"), bytes).await.must(201)
}

pub async fn taken(client: &Client<'_>, query: &str, bytes: impl Into<Vec<u8>>) -> Value {
    let done = send(client, &format!("dry_run=false&{query}"), bytes).await.must(201);
    assert_eq!(done["state"], "done", "{done}");
    done
}

pub async fn undone(client: &Client<'_>, import: &Value) -> Value {
    let path = format!("/api/v1/imports/{}/undo?wait=60", import["id"].as_str().unwrap());
    client.post(&path, Value::Null).await.must(200)
}

pub async fn count(client: &Client<'_>, list: &str) -> i64 {
    let found = client.get(&format!("/api/v1/{list}?limit=1&count=true")).await.must(200);
    found["total"].as_i64().unwrap()
}

async fn refused(client: &Client<'_>, import: &Value) -> Vec<Value> {
    let path = format!(
        "/api/v1/imports/{}/rows?outcome=refused&limit=500",
        import["id"].as_str().unwrap()
    );
    client.get(&path).await.must(200)["items"].as_array().unwrap().clone()
}

const SHEET: &str = "external_id,type,title,date,country,place_name,perpetrators,perpetrator_kinds,targets,target_kinds,deaths_best\n\
    N-1,dissolution,A party is dissolved,2017-11-16,Cambodia,Phnom Penh,The Supreme Court,state_body,The Party,political_party,\n\
    N-2,arrest,Its leader is arrested,2017-09-03,KHM,Phnom Penh,The Police,state_body,The Leader,person,0\n\
    N-3,arrest,Nobody knows when,03/04/05,KHM,,,,,,\n";

#[actix_web::test]
async fn a_dry_run_says_what_would_be_and_makes_nothing() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let looked = looked_at(&monitor, "profile=template&file_name=sheet.csv", SHEET).await;
    assert_eq!((&looked["state"], &looked["dry_run"]), (&json!("checked"), &json!(true)));
    let counts = &looked["counts"];
    assert_eq!(
        (counts["created"].as_u64(), counts["refused"].as_u64()),
        (Some(2), Some(1)),
        "{counts}"
    );
    assert_eq!(counts["actors_created"], 4, "{counts}");
    let rows = refused(&monitor, &looked).await;
    assert_eq!(
        (&rows[0]["row"], &rows[0]["column"], &rows[0]["value"]),
        (&json!(4), &json!("date"), &json!("03/04/05"))
    );
    assert!(rows[0]["message"].as_str().unwrap().contains("four digits"), "{rows:?}");
    for list in ["events", "incidents", "actors", "statements"] {
        assert_eq!(count(&monitor, list).await, 0, "{list}");
    }
    // The refused rows come back as a file, with the reason.
    let path = format!(
        "/api/v1/imports/{}/rows?outcome=refused&format=csv",
        looked["id"].as_str().unwrap()
    );
    let file = monitor.get(&path).await;
    let mut lines = file.body.lines();
    assert!(lines.next().unwrap().ends_with("deaths_best,row,outcome,column,value,reason"));
    assert!(lines.next().unwrap().starts_with("N-3,arrest,Nobody knows when,03/04/05,KHM"));
    // Corrected, only the new row is taken; nothing of a dry run is in the way.
    let run = format!("/api/v1/imports/{}/run?wait=60", looked["id"].as_str().unwrap());
    let done = monitor.post(&run, Value::Null).await.must(200);
    assert_eq!((&done["state"], &done["counts"]["created"]), (&json!("done"), &json!(2)), "{done}");
    let corrected = SHEET.replace("03/04/05", "2005-04-03");
    let again = taken(&monitor, "profile=template", corrected).await;
    let counts = &again["counts"];
    assert_eq!((&counts["created"], &counts["matched"]), (&json!(1), &json!(2)), "{counts}");
    assert_eq!(monitor.post(&run, Value::Null).await.status.as_u16(), 409);
}

#[actix_web::test]
async fn what_is_imported_is_a_draft_with_its_source_and_goes_back_as_a_whole() {
    let (app, dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let import = taken(
        &monitor,
        "profile=template&file_name=north.csv&sender=Northern%20Legal%20Aid&sent_on=2017-12-01",
        SHEET,
    )
    .await;
    assert_eq!((count(&monitor, "events").await, count(&monitor, "incidents").await), (2, 2));
    let event = &monitor.get("/api/v1/events?sort=date").await.must(200)["items"][0];
    let event =
        monitor.get(&format!("/api/v1/events/{}", event["ref"].as_str().unwrap())).await.must(200);
    assert_eq!(
        (&event["status"], &event["date"], &event["deaths_best"]),
        (&json!("draft"), &json!("2017-09-03"), &json!(0))
    );
    assert_eq!(event["participations"][0]["actor"]["name"], "The Police");
    let citation = &event["citations"][0];
    assert_eq!((&citation["stance"], &citation["page"]), (&json!("reports"), &json!("row 3")));
    let statement = import["statement"].as_str().unwrap();
    let statement = monitor.get(&format!("/api/v1/statements/{statement}")).await.must(200);
    let body = statement["body"].as_str().unwrap();
    assert!(
        body.contains(import["file_sha256"].as_str().unwrap()) && body.contains("north.csv"),
        "{body}"
    );
    assert_eq!(
        (&statement["issuers"][0]["name"], &statement["issued_on"]),
        (&json!("Northern Legal Aid"), &json!("2017-12-01"))
    );
    // The file is not kept once it was taken.
    assert_eq!(std::fs::read_dir(dir.path().join("imports")).unwrap().count(), 0);
    // Somebody works on one of the records: it stays, with what it needs.
    let path = format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
    monitor.patch(&path, json!({"title": "The leader of the party is arrested"})).await.must(200);
    let back = undone(&monitor, &import).await;
    assert_eq!(back["state"], "undone", "{back}");
    assert!(back["counts"]["left"].as_u64().unwrap() >= 3, "{back}");
    assert_eq!((count(&monitor, "events").await, count(&monitor, "incidents").await), (1, 1));
    assert_eq!(
        monitor
            .post(&format!("/api/v1/imports/{}/undo", import["id"].as_str().unwrap()), Value::Null)
            .await
            .status
            .as_u16(),
        409
    );
    // What went back is made anew by the same file; what stayed is known.
    let again = taken(&monitor, "profile=template", SHEET).await;
    let counts = &again["counts"];
    assert_eq!((&counts["created"], &counts["matched"]), (&json!(1), &json!(1)), "{counts}");
    let wrong = actix_web::web::block({
        let database = app.app.office.database.clone();
        move || database.snapshot(saksi::casework::verify::verify).unwrap()
    });
    assert_eq!(wrong.await.unwrap(), Vec::<String>::new());
}

#[actix_web::test]
async fn the_same_row_is_the_same_record_and_nobodys_work_is_overwritten() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    taken(&monitor, "profile=template", SHEET).await;
    let changed = SHEET.replace("A party is dissolved", "The party is dissolved");
    let second = taken(&monitor, "profile=template", changed.clone()).await;
    let counts = &second["counts"];
    assert_eq!(
        (&counts["created"], &counts["updated"], &counts["matched"]),
        (&json!(0), &json!(1), &json!(1)),
        "{counts}"
    );
    let titled = |title: &str| format!("/api/v1/events?q={}&limit=5", title.replace(' ', "%20"));
    assert_eq!(
        monitor.get(&titled("party dissolved")).await.must(200)["items"][0]["title"],
        "The party is dissolved"
    );
    undone(&monitor, &second).await;
    let event = monitor.get(&titled("party dissolved")).await.must(200)["items"][0].clone();
    assert_eq!(event["title"], "A party is dissolved");
    // Changed by hand, then by a file: the file does not win.
    let path = format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
    taken(&monitor, "profile=template", changed.clone()).await;
    monitor.patch(&path, json!({"title": "By hand"})).await.must(200);
    let third =
        taken(&monitor, "profile=template", changed.replace("The party is", "A third party is"))
            .await;
    assert_eq!(third["counts"]["refused"], 2, "{third}");
    let rows = refused(&monitor, &third).await;
    assert!(rows[0]["message"].as_str().unwrap().contains("changed here since"), "{rows:?}");
    assert_eq!(monitor.get(&path).await.must(200)["title"], "By hand");
}

#[actix_web::test]
async fn each_fault_of_a_row_is_said_with_its_place() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let head = "external_id,type,title,date,country,latitude,longitude,geo_precision,deaths_low,deaths_best,deaths_high,targets,target_kinds\n";
    for (row, column, says) in [
        ("1,arrest,T,03/04/2005,KHM,,,,,,,,", "date", "day_first"),
        ("1,arrest,T,2017-02-30,KHM,,,,,,,,", "date", "2017-02-30"),
        ("1,arrest,T,2999-01-01,KHM,,,,,,,,", "date", "future"),
        ("1,arrest,T,2017,Atlantis,,,,,,,,", "country", "no country"),
        ("1,arrest,T,2017,KHM,200,104.9,exact,,,,,", "latitude", "no latitude"),
        ("1,arrest,T,2017,KHM,15552211,104.9,exact,,,,,", "latitude", "population"),
        ("1,arrest,T,2017,KHM,48.85,2.35,exact,,,,,", "latitude", "in France"),
        ("1,arrest,T,2017,KHM,11.5,,exact,,,,,", "longitude", "missing"),
        ("1,arrest,T,2017,KHM,,,,5,3,4,,", "deaths_low", "low ≤ best ≤ high"),
        ("1,arrest,T,2017,KHM,,,,,many,,,", "deaths_best", "whole number"),
        ("1,jaywalking,T,2017,KHM,,,,,,,,", "type", "not an event type"),
        ("1,,T,2017,KHM,,,,,,,,", "type", "missing"),
        ("1,arrest,T,2017,KHM,,,,,,,Somebody,alien", "target_kinds", "not one of"),
        ("1,arrest,T,2017,KHM,,,,,,,,,more", "", "14 cells, and the header 13"),
        ("1,arrest,T\u{0},2017,KHM,,,,,,,,", "", "NUL"),
    ] {
        let looked = looked_at(&monitor, "profile=template", format!("{head}{row}\n")).await;
        let rows = refused(&monitor, &looked).await;
        assert_eq!(rows.len(), 1, "{row}: {looked}");
        assert_eq!(rows[0]["row"], 2, "{row}");
        assert_eq!(rows[0]["column"].as_str().unwrap_or_default(), column, "{rows:?}");
        assert!(rows[0]["message"].as_str().unwrap().contains(says), "{row}: {rows:?}");
    }
    let twice = format!(
        "{head}1,arrest,T,2017,KHM,,,,,,,,\n1,killing,U,2018,KHM,,,,,,,,\n1,arrest,T,2017,KHM,,,,,,,,\n"
    );
    for dry in ["true", "false"] {
        let done = send(&monitor, &format!("dry_run={dry}&profile=template"), twice.clone())
            .await
            .must(201);
        assert_eq!(done["counts"]["refused"], 1, "{done}");
        assert_eq!(done["counts"]["matched"], 1, "{done}");
        let rows = refused(&monitor, &done).await;
        assert!(rows[0]["message"].as_str().unwrap().contains("row 2 has the same id"), "{rows:?}");
    }
    // A cell that looks like a formula is data.
    let formula =
        format!("{head}2,arrest,\"=HYPERLINK(\"\"http://evil.example\"\")\",2017,KHM,,,,,,,,\n");
    taken(&monitor, "profile=template", formula).await;
    let file = monitor.get("/api/v1/exports/events.csv?q=hyperlink").await;
    assert!(file.body.contains("\"=HYPERLINK(\"\"http://evil.example\"\")\""), "{}", file.body);
}

#[actix_web::test]
async fn a_file_that_is_no_table_is_refused_and_nothing_is_kept() {
    let (app, dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let wide = vec!["c"; 500].join(",") + "\n1\n";
    for (bytes, says) in [
        (b"".to_vec(), "empty"),
        (wide.into_bytes(), "500 columns"),
        (b"%PDF-1.7".to_vec(), "CSV, XLSX or JSON Lines"),
        (b"PK\x03\x04nothing".to_vec(), "no whole workbook"),
        (b"a,b\n1,2\n".to_vec(), "reads none of the columns"),
    ] {
        let about = send(&monitor, "profile=ucdp", bytes).await.problem(422);
        assert!(about.contains(says), "{about}");
    }
    // What is broken further down is found out before anything is made.
    let mut open = SHEET.to_owned();
    for row in 0..300 {
        writeln!(open, "N-9{row},arrest,T,2017,KHM,,,,,,").unwrap();
    }
    let fine = open.len();
    open.push_str("N-10,arrest,\"T,2017,KHM,,,,,,\n");
    for (bytes, says) in
        [(open.as_bytes(), "never closed"), (&open.as_bytes()[..fine - 12], "cut off")]
    {
        let failed = send(&monitor, "profile=template&dry_run=false", bytes).await.must(201);
        assert_eq!(failed["state"], "failed", "{failed}");
        assert!(failed["message"].as_str().unwrap().contains(says), "{failed}");
    }
    assert_eq!(count(&monitor, "events").await, 0);
    assert_eq!(count(&monitor, "statements").await, 0);
    let parts = std::fs::read_dir(dir.path().join("imports")).unwrap();
    assert!(parts.flatten().all(|it| !it.file_name().to_string_lossy().starts_with("part-")));
    // Wrong ways to ask.
    for (query, status) in [
        ("profile=nothing", 422),
        ("encoding=klingon", 400),
        ("dates=maybe", 400),
        ("dry_run=perhaps", 400),
        ("header_row=first", 400),
        ("nonsense=1", 400),
        ("mapping=%7B", 400),
        ("mapping=%7B%7D", 422),
        ("sent_on=soon", 422),
        ("wait=600", 400),
        ("source=UPPER", 422),
        ("sheet=x&format=xlsx", 422),
    ] {
        let reply = send(&monitor, query, SHEET).await;
        assert!([status, 400].contains(&reply.status.as_u16()), "{query}: {}", reply.body);
    }
}

#[actix_web::test]
async fn a_form_brings_its_file_and_what_is_cut_off_is_not_kept() {
    let (app, dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let form = format!(
        "--b\r\ncontent-disposition: form-data; name=\"profile\"\r\n\r\ntemplate\r\n--b\r\ncontent-disposition: form-data; \
         name=\"file\"; filename=\"north.csv\"\r\ncontent-type: text/csv\r\n\r\n{SHEET}\r\n--b--\r\n"
    );
    let post = |body: &str| {
        TestRequest::post()
            .uri("/api/v1/imports?wait=60")
            .insert_header(("content-type", "multipart/form-data; boundary=b"))
            .set_payload(body.to_owned())
    };
    let looked = monitor.raw(post(&form), &[]).await.must(201);
    assert_eq!(
        (&looked["file_name"], &looked["counts"]["created"]),
        (&json!("north.csv"), &json!(2))
    );
    let before = std::fs::read_dir(dir.path().join("imports")).unwrap().count();
    for end in [form.len() - 10, form.len() / 2, 60] {
        let reply = monitor.raw(post(&form[..end]), &[]).await;
        assert_eq!(reply.status.as_u16(), 400, "{}", reply.body);
    }
    assert_eq!(std::fs::read_dir(dir.path().join("imports")).unwrap().count(), before);
    let none =
        "--b\r\ncontent-disposition: form-data; name=\"profile\"\r\n\r\ntemplate\r\n--b--\r\n";
    assert!(monitor.raw(post(none), &[]).await.problem(422).contains("choose a file"));
    let json = TestRequest::post().uri("/api/v1/imports").set_json(json!({}));
    assert_eq!(monitor.raw(json, &[]).await.status.as_u16(), 415);
}

#[actix_web::test]
async fn an_import_that_was_killed_goes_on_where_it_was() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let mut sheet = String::from("external_id,type,title,date,country,targets,target_kinds\n");
    for row in 0..1_150 {
        writeln!(
            sheet,
            "K-{row},arrest,Arrest number {row},2017-01-01,KHM,Person {},person",
            row % 7
        )
        .unwrap();
    }
    let looked = looked_at(&monitor, "profile=template", sheet.clone()).await;
    assert_eq!(
        (&looked["counts"]["created"], &looked["counts"]["actors_created"]),
        (&json!(1_150), &json!(7)),
        "{looked}"
    );
    let id: saksi::domain::Id = looked["id"].as_str().unwrap().parse().unwrap();
    let caller = {
        let user = monitor.id;
        let found =
            app.app.office.database.read(move |db| saksi::store::accounts::caller(db, user));
        found.await.unwrap().unwrap()
    };
    // It stops after its second batch, as if the power went.
    let desk = app.app.desk.clone();
    let by = caller.clone();
    let stopped = actix_web::web::block(move || {
        let stop = desk.stop.clone();
        let mut batches = 0;
        let row = desk.run(&by, id, false, &mut |_| {
            batches += 1;
            if batches == 2 {
                stop.store(true, Ordering::Relaxed);
            }
        });
        stop.store(false, Ordering::Relaxed);
        row
    });
    let stopped = stopped.await.unwrap().unwrap();
    assert_eq!((stopped.state, stopped.counts().unwrap().created), (ImportState::Running, 1_000));
    assert_eq!(count(&monitor, "events").await, 1_000);
    saksi::http::imports::go_on(app.app.clone()).await;
    let mut tries = 0;
    let done = loop {
        let now = monitor.get(&format!("/api/v1/imports/{id}")).await.must(200);
        if now["state"] == "done" {
            break now;
        }
        tries += 1;
        assert!(tries < 600, "{now}");
        actix_web::rt::time::sleep(std::time::Duration::from_millis(100)).await;
    };
    assert_eq!(
        (&done["counts"]["created"], &done["counts"]["rows"]),
        (&json!(1_150), &json!(1_150))
    );
    assert_eq!((count(&monitor, "events").await, count(&monitor, "actors").await), (1_150, 7));
    assert_eq!(count(&monitor, "statements").await, 1);
    let again = taken(&monitor, "profile=template", sheet).await;
    assert_eq!(again["counts"]["matched"], 1_150, "{again}");
    let back = undone(&monitor, &done).await;
    assert_eq!(back["counts"]["left"], 0, "{back}");
    for list in ["events", "incidents", "actors"] {
        assert_eq!(count(&monitor, list).await, 0, "{list}");
    }
}

#[actix_web::test]
async fn actors_are_matched_where_nothing_speaks_against_it_and_doubts_are_said() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    for (name, kind) in
        [("Supreme Court of Cambodia", "state_body"), ("Human Rights Watchers Network", "ngo")]
    {
        let actor = json!({"name": name, "kind": kind, "country": "KHM"});
        monitor.post("/api/v1/actors", actor).await.must(201);
    }
    let sheet = "external_id,type,title,date,country,perpetrators,perpetrator_kinds,targets,target_kinds\n\
        1,dissolution,T,2017,KHM,Supreme Court of Cambodia,state_body,Human Rights Watcher Network,ngo\n\
        2,dissolution,U,2017,KHM,Supreme Court of Cambodia,state_body,Human Rights Watcher Network,ngo\n";
    let done = taken(&monitor, "profile=template", sheet).await;
    let counts = &done["counts"];
    assert_eq!(
        (&counts["actors_created"], &counts["actors_matched"], &counts["actors_doubtful"]),
        (&json!(1), &json!(1), &json!(1)),
        "{counts}"
    );
    let doubt = &done["doubts"][0];
    assert_eq!(
        (&doubt["actor"]["name"], &doubt["other"]["name"]),
        (&json!("Human Rights Watcher Network"), &json!("Human Rights Watchers Network"))
    );
    assert!(doubt["score"].as_f64().unwrap() >= 0.6);
    assert_eq!(count(&monitor, "actors").await, 3);
}

#[actix_web::test]
async fn who_may_and_who_sees() {
    let (app, _dir) = desk();
    let (monitor, other) = (app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let (researcher, reviewer) = (app.user(Role::Researcher).await, app.user(Role::Reviewer).await);
    let import = looked_at(&monitor, "profile=template", SHEET).await;
    let path = format!("/api/v1/imports/{}", import["id"].as_str().unwrap());
    assert_eq!(send(&researcher, "profile=template", SHEET).await.status.as_u16(), 403);
    for (who, status) in [(&researcher, 403), (&other, 404), (&reviewer, 200), (&monitor, 200)] {
        assert_eq!(who.get(&path).await.status.as_u16(), status);
        assert_eq!(who.get(&format!("{path}/rows")).await.status.as_u16(), status);
        if status != 200 {
            assert_eq!(who.post(&format!("{path}/run"), Value::Null).await.status.as_u16(), status);
            assert_eq!(
                who.post(&format!("{path}/undo"), Value::Null).await.status.as_u16(),
                status
            );
        }
    }
    assert_eq!(other.get("/api/v1/imports").await.must(200)["items"], json!([]));
    assert_eq!(
        reviewer.get("/api/v1/imports").await.must(200)["items"].as_array().unwrap().len(),
        1
    );
    let admin = app.user(Role::Admin).await;
    let log = admin.get("/api/v1/audit?action=imported").await.must(200);
    assert_eq!(log["items"][0]["record"], import["id"], "{log}");
}

#[actix_web::test]
async fn profiles_are_saved_and_columns_suggested() {
    let (app, _dir) = desk();
    let (monitor, other) = (app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let sheet = "Case no;Event date;Fatalities;Country;Was ist passiert\nA1;16/11/2017;2;Cambodia;Festnahme\n";
    let looked = looked_at(&monitor, "kind=event", sheet).await;
    assert_eq!(looked["detected"]["delimiter"], "semicolon");
    let mut profile = json!({"name": "partner-north", "title": "Northern sheet", "kind": "event", "source": "partner-north",
        "fields": [{"field": "external_id", "column": "Case no"}, {"field": "date", "column": "Event date"},
            {"field": "deaths_best", "column": "Fatalities"}, {"field": "country", "column": "Country"},
            {"field": "type", "column": "Was ist passiert", "values": {"Fest*": "arrest"}}]});
    monitor.post("/api/v1/imports/profiles", profile.clone()).await.must(200);
    let settled = format!("/api/v1/imports/{}/settings", looked["id"].as_str().unwrap());
    let said = monitor.post(&settled, json!({"profile": "partner-north"})).await.must(200);
    assert_eq!(
        (&said["state"], &said["profile"]["name"]),
        (&json!("uploaded"), &json!("partner-north"))
    );
    let run = format!("/api/v1/imports/{}/run?wait=60", looked["id"].as_str().unwrap());
    let done = monitor.post(&run, Value::Null).await.must(200);
    assert_eq!(done["counts"]["created"], 1, "{done}");
    let event = &monitor.get("/api/v1/events").await.must(200)["items"][0];
    assert_eq!(
        (&event["type"], &event["title"]),
        (&json!("arrest"), &json!("Arrest, Cambodia, 2017-11-16"))
    );
    // The same columns are known the next time, for everybody.
    let known = looked_at(&other, "", sheet).await;
    assert_eq!(
        (&known["profile"]["name"], &known["counts"]["matched"]),
        (&json!("partner-north"), &json!(1)),
        "{known}"
    );
    profile["title"] = json!("Mine");
    other.post("/api/v1/imports/profiles", profile.clone()).await.problem(409);
    profile["name"] = json!("ucdp");
    monitor.post("/api/v1/imports/profiles", profile.clone()).await.problem(409);
    profile["fields"][0]["field"] = json!("shoe_size");
    assert!(
        monitor
            .post("/api/v1/imports/profiles", profile)
            .await
            .problem(422)
            .contains("/fields/0/field")
    );
    assert_eq!(other.delete("/api/v1/imports/profiles/partner-north").await.status.as_u16(), 403);
    assert_eq!(monitor.delete("/api/v1/imports/profiles/partner-north").await.status.as_u16(), 204);
    assert_eq!(monitor.delete("/api/v1/imports/profiles/partner-north").await.status.as_u16(), 404);
}

/// A real file, or the first rows of it: dry run, import, export, again, undo.
async fn whole_way(name: &str, query: &str, bytes: Vec<u8>, list: &str, least: i64) {
    let (app, _dir) = desk();
    // A reviewer: demands and citations rest on what is reviewed.
    let reviewer = app.user(Role::Reviewer).await;
    let looked = looked_at(&reviewer, query, bytes.clone()).await;
    assert_eq!(looked["state"], "checked", "{name}: {looked}");
    let would = looked["counts"]["created"].as_i64().unwrap();
    assert!(
        would >= least,
        "{name}: {} {:?}",
        looked["counts"],
        refused(&reviewer, &looked).await.first()
    );
    let done = taken(&reviewer, query, bytes.clone()).await;
    for what in ["created", "refused", "actors_created", "incidents_created"] {
        assert_eq!(done["counts"][what], looked["counts"][what], "{name}: {what}");
    }
    assert_eq!(
        count(&reviewer, list).await,
        would + i64::from(list == "statements" && done["statement"].is_string())
    );
    let export = reviewer.get(&format!("/api/v1/exports/{list}.jsonl")).await;
    assert_eq!(
        i64::try_from(export.body.lines().count()).unwrap(),
        count(&reviewer, list).await,
        "{name}"
    );
    let again = taken(&reviewer, query, bytes).await;
    assert_eq!(
        (&again["counts"]["created"], &again["counts"]["updated"]),
        (&json!(0), &json!(0)),
        "{name}: {again}"
    );
    let back = undone(&reviewer, &done).await;
    assert_eq!(back["counts"]["left"], 0, "{name}: {back}");
    assert_eq!(
        count(&reviewer, list).await
            - i64::from(list == "statements" && again["statement"].is_string()),
        0,
        "{name}"
    );
}

#[actix_web::test]
async fn real_files_go_the_whole_way_ucdp() {
    let bytes = first_rows(&real("ucdp_ged_syria_19.1.csv"), b'\n', 250);
    whole_way("ucdp", "", bytes, "events", 240).await;
}

#[actix_web::test]
async fn real_files_go_the_whole_way_insecurity_insight() {
    let bytes = first_rows(&real("insecurity_insight_attacks_on_health_2016-2023.csv"), b'\n', 250);
    whole_way("insecurity insight", "", bytes, "events", 200).await;
}

#[actix_web::test]
async fn real_files_go_the_whole_way_upr() {
    let bytes = first_rows(&real("upr_raw_s1-5_macroman_CR.csv"), b'\r', 250);
    let mapping = json!({"name": "upr", "title": "UPR", "kind": "statement", "source": "upr", "fields": [
        {"field": "title", "template": "{From} to {To}, session {Session}"}, {"field": "kind", "value": "government_statement"},
        {"field": "body", "column": "Text"}, {"field": "issuers", "column": "From"}, {"field": "issuer_kinds", "value": "state"},
        {"field": "countries", "column": "To"}]});
    let mapping: String = form_urlencoded::byte_serialize(mapping.to_string().as_bytes()).collect();
    whole_way("upr", &format!("mapping={mapping}"), bytes, "statements", 200).await;
}

#[actix_web::test]
async fn real_files_go_the_whole_way_arvig() {
    let bytes = first_rows(&real("arvig_germany.csv"), b'\n', 200);
    let mapping = json!({"name": "arvig", "title": "ARVIG", "kind": "event", "source": "arvig", "fields": [
        {"field": "date", "column": "date"}, {"field": "place_name", "column": "location"}, {"field": "admin1", "column": "state"},
        {"field": "country", "value": "DEU"}, {"field": "latitude", "column": "latitude"}, {"field": "longitude", "column": "longitude"},
        {"field": "geo_precision", "value": "near"}, {"field": "narrative", "column": "description"},
        {"field": "type", "column": "category_en", "values": {"demonstration*": "intimidation_harassment", "*": "physical_attack"}}]});
    let mapping: String = form_urlencoded::byte_serialize(mapping.to_string().as_bytes()).collect();
    whole_way("arvig", &format!("mapping={mapping}"), bytes, "events", 190).await;
}

#[actix_web::test]
async fn real_files_go_the_whole_way_multilist() {
    let bytes = first_rows(&real("hrdag_ph_drug_killings_multilist.csv"), b'\n', 200);
    let mapping = json!({"name": "hrdag", "title": "Lists", "kind": "event", "source": "hrdag", "fields": [
        {"field": "external_id", "column": "ID"}, {"field": "type", "value": "killing"}, {"field": "country", "value": "PHL"},
        {"field": "date", "column": "Date"}, {"field": "place_name", "column": "Location"}, {"field": "admin1", "column": "city"},
        {"field": "deaths_best", "value": "1"}]});
    let mapping: String = form_urlencoded::byte_serialize(mapping.to_string().as_bytes()).collect();
    whole_way("hrdag", &format!("mapping={mapping}"), bytes, "events", 150).await;
}

#[actix_web::test]
async fn a_real_workbook_says_the_same_as_the_real_file() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let csv = first_rows(&real("insecurity_insight_attacks_on_health_2016-2023.csv"), b'\n', 40);
    let first = taken(&monitor, "", csv).await;
    assert_eq!(first["profile"]["name"], "insecurity-insight");
    // The workbook has a row of HXL tags; its first rows are the same events.
    let book = real("insecurity_insight_attacks_on_health_2016-2023_with_hxl_row.xlsx");
    let path = app.app.config.data_dir.join("book.xlsx");
    std::fs::write(&path, &book).unwrap();
    let detected =
        saksi::exchange::read::detect(&path, "book.xlsx", &saksi::exchange::read::Wish::default())
            .unwrap();
    assert_eq!((detected.header_row, detected.hxl_row), (1, Some(2)));
    assert!(detected.tags.iter().any(|tag| tag.starts_with("#date")));
    let mut rows = 0;
    let mut small = rust_xlsxwriter::Workbook::new();
    let sheet = small.add_worksheet();
    sheet.write_row(0, 0, &detected.columns).unwrap();
    sheet.write_row(1, 0, &detected.tags).unwrap();
    saksi::exchange::read::each_row(&path, &detected, &mut |row| {
        rows += 1;
        if rows <= 40 {
            sheet.write_row(rows + 1, 0, &row.cells).unwrap();
        }
        Ok(std::ops::ControlFlow::Continue(()))
    })
    .unwrap();
    assert_eq!(rows, 8854);
    let second = taken(&monitor, "", small.save_to_buffer().unwrap()).await;
    assert_eq!(second["detected"]["hxl_row"], 2);
    let counts = &second["counts"];
    assert_eq!((&counts["created"], &counts["rows"]), (&json!(0), &json!(40)), "{counts}");
}

#[actix_web::test]
async fn a_template_can_be_filled_in() {
    let (app, _dir) = desk();
    let monitor = app.user(Role::Monitor).await;
    let csv = monitor.get("/api/v1/imports/template/csv").await;
    assert!(csv.body.starts_with("external_id,external_ref,incident,incident_title,type,title"));
    let found = looked_at(&monitor, "", format!("{}1,,,,arrest,T,,2017\n", csv.body)).await;
    assert_eq!(found["profile"]["name"], "template");
    assert_eq!(monitor.get("/api/v1/imports/template/pdf").await.status.as_u16(), 404);
    let book = {
        let memory = app.app.office.memory.clone();
        let vocabulary =
            app.app.office.database.read(move |db| memory.vocabulary(db)).await.unwrap();
        saksi::exchange::imports::template::xlsx(
            saksi::exchange::imports::ImportKind::Event,
            &vocabulary,
        )
        .unwrap()
    };
    let looked = send(&monitor, "", book).await.must(201);
    assert_eq!(
        (&looked["profile"]["name"], &looked["counts"]["rows"]),
        (&json!("template"), &json!(0)),
        "{looked}"
    );
}

#[actix_web::test]
async fn exports_of_one_saksi_are_the_same_in_another() {
    let (here, _one) = desk();
    let (there, _two) = desk();
    let (from, to) = (here.user(Role::Reviewer).await, there.user(Role::Reviewer).await);
    let statement =
        from.post("/api/v1/statements", crate::harness::press_statement()).await.must(201);
    let mut event = crate::harness::dissolution(statement["ref"].as_str().unwrap());
    event["latitude"] = json!(11.5564);
    event["longitude"] = json!(104.9282);
    event["geo_precision"] = json!("near");
    event["victims_best"] = json!(12);
    from.post("/api/v1/events", event).await.must(201);
    let demand = json!({"statement": statement["ref"], "addressee": {"name": "Government of Cambodia", "kind": "state", "country": "KHM"},
        "text": "Let the party work again", "category": "cease", "follow_ups": [{"date": "2018-01-01", "note": "nothing: still waiting"}]});
    from.post("/api/v1/demands", demand).await.must(201);
    let sets =
        ["incidents", "actors", "statements", "events", "participations", "citations", "demands"];
    for format in ["csv", "jsonl"] {
        for set in sets {
            let file = from.get(&format!("/api/v1/exports/{set}.{format}")).await;
            let done = taken(
                &to,
                &format!("profile=saksi-{set}&file_name={set}.{format}"),
                file.body.clone(),
            )
            .await;
            assert_eq!(done["counts"]["refused"], 0, "{set}: {:?}", refused(&to, &done).await);
            let rows = done["counts"]["rows"].as_u64().unwrap();
            let what = if format == "csv" && set != "citations" { "created" } else { "matched" };
            if set != "citations" {
                assert_eq!(done["counts"][what].as_u64(), Some(rows), "{set}.{format}: {done}");
            }
        }
    }
    // Equal but for what each installation gives itself, and for the statements that imports rest on.
    const OWN: [&str; 12] = [
        "event_ref",
        "incident_ref",
        "event_id",
        "incident_id",
        "actor_ref",
        "actor_id",
        "statement_ref",
        "statement_id",
        "created_at",
        "updated_at",
        "version",
        "participation_id",
    ];
    const ALSO: [&str; 7] = [
        "citation_id",
        "demand_id",
        "target_id",
        "addressee_ref",
        "event_refs",
        "statement_refs",
        "status",
    ];
    const RESTS: [&str; 3] = ["sources", "source_count", "stances"];
    for set in sets {
        let plain = |body: String| {
            let mut all: Vec<Value> = body
                .lines()
                .map(|line| {
                    let mut row: Value = serde_json::from_str(line).unwrap();
                    let fields = row.as_object_mut().unwrap();
                    fields.retain(|name, _| {
                        ![&OWN[..], &ALSO, &RESTS].concat().contains(&name.as_str())
                    });
                    row
                })
                .filter(|row| {
                    !row["title"].as_str().unwrap_or_default().starts_with("Imported file")
                })
                .filter(|row| row["page"].as_str().is_none_or(|page| !page.starts_with("row ")))
                .collect();
            all.sort_by_key(Value::to_string);
            all
        };
        let export = format!("/api/v1/exports/{set}.jsonl");
        assert_eq!(plain(from.get(&export).await.body), plain(to.get(&export).await.body), "{set}");
    }
    // In the same installation they mean the records that are there.
    let file = from.get("/api/v1/exports/events.csv").await.body;
    let same = taken(&from, "profile=saksi", file).await;
    assert_eq!(
        (&same["counts"]["matched"], &same["counts"]["created"]),
        (&json!(1), &json!(0)),
        "{same}"
    );
}
