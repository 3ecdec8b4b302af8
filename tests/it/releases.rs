//! Releases: they stay as they were, say what differs between them, give away nothing that they
//! should not, and a record can be taken out of one.

use std::collections::BTreeMap;
use std::path::PathBuf;

use actix_web::http::Method;
use saksi::casework::records::Filters;
use saksi::casework::releases;
use saksi::domain::Role;
use saksi::domain::release::Version;
use saksi::exchange::releases as making;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::harness::{Client, Reply, TestApp, move_to};

/// People who make, review and release.
pub struct People<'a> {
    pub author: Client<'a>,
    pub reviewer: Client<'a>,
    pub admin: Client<'a>,
}

impl<'a> People<'a> {
    pub async fn of(app: &'a TestApp) -> Self {
        Self {
            author: app.user(Role::Monitor).await,
            reviewer: app.user(Role::Reviewer).await,
            admin: app.user(Role::Admin).await,
        }
    }

    /// A new record, published if its kind is reviewed. Gives it.
    pub async fn publish(&self, kind: &str, body: Value) -> Value {
        let made = self.author.post(&format!("/api/v1/{kind}"), body).await.must(201);
        if ["statements", "incidents", "events"].contains(&kind) {
            let path = format!("/api/v1/{kind}/{}", made["ref"].as_str().unwrap());
            move_to(&path, "published", &self.author, &self.reviewer).await;
        }
        made
    }

    /// A public incident with one event, both published: an arrest of somebody. Gives the event.
    pub async fn arrest(&self, title: &str, target: Value, more: Value) -> Value {
        let incident = json!({"title": format!("Case: {title}"), "country": "KHM", "confidentiality": "public"});
        let incident = self.publish("incidents", incident).await;
        let mut event = json!({
            "incident": incident["ref"], "type": "arrest", "title": title, "country": "KHM",
            "date": "2020-03-04", "confidentiality": "public",
            "participations": [{"actor": target, "role": "target"}],
        });
        for (name, value) in more.as_object().unwrap() {
            event[name] = value.clone();
        }
        self.publish("events", event).await
    }

    /// A public statement about an event. Gives it.
    pub async fn statement(&self, body: &str, event: &Value, quote: &str) -> Value {
        let statement = json!({
            "title": "On an arrest", "kind": "press_statement", "issued_on": "2020-03-05", "body": body,
            "confidentiality": "public", "issuers": [{"name": "Forum", "kind": "ngo", "confidentiality": "public"}],
        });
        let made = self.publish("statements", statement).await;
        let citation = json!({"statement": made["ref"], "event": event["ref"], "stance": "reports",
            "quote": quote, "confidentiality": "public"});
        self.reviewer.post("/api/v1/citations", citation).await.must(201);
        made
    }

    /// Makes a release, whatever is found, and waits for it. Gives it.
    pub async fn release(&self, version: &str, more: Value) -> Value {
        let body = self.asked(version, more).await;
        let made = self.admin.post("/api/v1/releases", body).await;
        made.must(202);
        assert_eq!(made.header("location"), format!("/api/v1/releases/{version}"));
        self.made(version).await
    }

    /// What is sent to make a release, with everything acknowledged.
    async fn asked(&self, version: &str, more: Value) -> Value {
        let looked = json!({"filters": more["filters"].as_object().cloned().unwrap_or_default(),
            "coarsen": more["coarsen"]});
        let found = self.admin.post("/api/v1/releases/check", looked).await.must(200);
        let mut body = json!({"version": version, "acknowledge": found["acknowledge"]});
        for (name, value) in more.as_object().unwrap() {
            body[name] = value.clone();
        }
        body
    }

    async fn made(&self, version: &str) -> Value {
        for _ in 0..600 {
            let list = self.admin.get("/api/v1/releases").await.must(200);
            assert_eq!(list["failed"], Value::Null, "{list}");
            if list["making"].is_null() {
                return self.admin.get(&format!("/api/v1/releases/{version}")).await.must(200);
            }
            actix_web::rt::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        panic!("{version} is not made");
    }
}

fn person(name: &str) -> Value {
    json!({"name": name, "kind": "person", "confidentiality": "public"})
}

/// The files of a release, as anybody with an account gets them, but for the ZIP.
async fn files(client: &Client<'_>, release: &Value) -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    let version = release["version"].as_str().unwrap();
    for file in release["files"].as_array().unwrap() {
        let name = file["name"].as_str().unwrap();
        if name == "datapackage.zip" {
            continue;
        }
        let reply = client.get(&format!("/api/v1/releases/{version}/{name}")).await;
        assert_eq!(reply.status, 200, "{name}");
        assert_eq!(reply.header("etag"), format!("\"{}\"", file["sha256"].as_str().unwrap()));
        assert_eq!(file["bytes"], reply.body.len(), "{name}");
        assert_eq!(saksi::store::history::digest(reply.body.as_bytes()), file["sha256"], "{name}");
        all.insert(name.to_owned(), reply.body);
    }
    all
}

/// The path of the object of a file.
fn object(app: &TestApp, release: &Value, name: &str) -> PathBuf {
    let files = release["files"].as_array().unwrap();
    let file = files.iter().find(|it| it["name"] == name).unwrap();
    app.app.shelf.object(file["sha256"].as_str().unwrap())
}

async fn verified(app: &TestApp) -> Vec<String> {
    let (database, shelf) = (app.app.office.database.clone(), app.app.shelf.clone());
    let work = move || {
        database.snapshot(|db| {
            let mut wrong = saksi::casework::verify::verify(db)?;
            releases::verify(db, &shelf, &mut wrong)?;
            Ok(wrong)
        })
    };
    actix_web::web::block(work).await.unwrap().unwrap()
}

fn is_table(file: &str) -> bool {
    file.rsplit_once('.').is_some_and(|it| it.1 == "csv")
}

fn rows(csv: &str) -> usize {
    csv::Reader::from_reader(csv.as_bytes()).records().count()
}

#[actix_web::test]
async fn a_release_stays_as_it_was_and_equal_content_has_equal_digests() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let event = people.arrest("One arrest", person("Somebody"), json!({})).await;
    let first =
        people.release("2026.0.1", json!({"title": "Arrests", "licence": "CC BY 4.0"})).await;
    assert_eq!(first["counts"]["events"], 1);
    assert_eq!(first["title"], "Arrests");
    assert!(first["citation"].as_str().unwrap().starts_with("Arrests, version 2026.0.1 ("));
    assert_eq!((&first["candidate"], &first["audience"]), (&json!(true), &json!("public")));
    let viewer = app.user(Role::Viewer).await;
    let before = files(&viewer, &first).await;
    assert!(before["events.csv"].contains("One arrest"));
    for name in
        ["datapackage.json", "codebook.csv", "CITATION.cff", "SHA256SUMS", "counting-rules.md"]
    {
        assert!(before.contains_key(name), "{name}");
    }
    assert!(object(&app, &first, "datapackage.zip").is_file());
    assert!(!before.contains_key("merges.csv"), "what the office decided is its own");

    let second = people.release("2026.0.2", json!({})).await;
    let digest = |release: &Value, name: &str| {
        let files = release["files"].as_array().unwrap();
        files.iter().find(|it| it["name"] == name).unwrap()["sha256"].clone()
    };
    for name in before.keys().filter(|it| is_table(it)) {
        assert_eq!(digest(&first, name), digest(&second, name), "{name}");
    }

    let path = format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
    people.reviewer.patch(&path, json!({"title": "Another title"})).await.must(200);
    people.reviewer.delete(&path).await;
    assert_eq!(viewer.get("/api/v1/releases/2026.0.1").await.must(200)["files"], first["files"]);
    assert_eq!(files(&viewer, &first).await, before);
    let third = people.release("2026.1", json!({})).await;
    assert_eq!(third["counts"]["events"], 0);
    let list = viewer.get("/api/v1/releases").await.must(200);
    let versions: Vec<&str> = list["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["version"].as_str().unwrap())
        .collect();
    assert_eq!(versions, ["2026.1", "2026.0.2", "2026.0.1"]);
    assert!(
        list["items"][0].get("made_by").is_none() && list["items"][0].get("findings").is_none()
    );
    let again = people.asked("2026.1", json!({})).await;
    let about = people.admin.post("/api/v1/releases", again).await.problem(409);
    assert!(about.contains("2026.1"), "{about}");
    assert_eq!(verified(&app).await, Vec::<String>::new());
}

#[actix_web::test]
async fn a_file_is_sent_in_parts_and_not_again_to_whoever_has_it() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    people.arrest("One arrest", person("Somebody"), json!({})).await;
    people.release("2026.1", json!({})).await;
    let path = "/api/v1/releases/2026.1/events.csv";
    let ask = async |headers: &[(&str, &str)]| -> Reply {
        people.author.send(Method::GET, path, None, headers).await
    };
    let whole = ask(&[]).await;
    let tag = whole.header("etag").to_owned();
    assert!(whole.header("content-disposition").contains("saksi-2026.1-events.csv"));
    let part = ask(&[("range", "bytes=6-14")]).await;
    assert_eq!((part.status.as_u16(), part.body.as_str()), (206, &whole.body[6..15]));
    assert_eq!(part.header("content-range"), format!("bytes 6-14/{}", whole.body.len()));
    assert_eq!(ask(&[("range", "bytes=0-"), ("if-range", "\"other\"")]).await.status, 200);
    assert_eq!(ask(&[("if-none-match", &tag)]).await.status, 304);
    for missing in ["2026.1/nothing.csv", "2026.2/events.csv", "2026.1/~about", "2026.1/..%2Flock"]
    {
        people.author.get(&format!("/api/v1/releases/{missing}")).await.problem(404);
    }
}

#[actix_web::test]
async fn the_difference_names_what_was_added_changed_and_withdrawn() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let stays = people.arrest("Stays", person("A"), json!({})).await;
    let changes = people.arrest("Changes", person("B"), json!({})).await;
    let goes = people.arrest("Goes", person("C"), json!({})).await;
    people.release("2026.1", json!({})).await;
    let path = |event: &Value| format!("/api/v1/events/{}", event["ref"].as_str().unwrap());
    people.reviewer.patch(&path(&changes), json!({"title": "Changed"})).await.must(200);
    let retract = json!({"status": "retracted"});
    people.reviewer.post(&format!("{}/status", path(&goes)), retract).await.must(200);
    let comes = people.arrest("Comes", person("D"), json!({})).await;
    people.release("2026.2", json!({})).await;

    let viewer = app.user(Role::Viewer).await;
    let difference = viewer.get("/api/v1/releases/2026.1/diff/2026.2").await.must(200);
    let of = |name: &str| {
        let all = difference["datasets"].as_array().unwrap();
        let it = all.iter().find(|it| it["dataset"] == name).unwrap();
        ["added", "changed", "withdrawn", "unchanged"].map(|which| it[which].as_u64().unwrap())
    };
    assert_eq!(of("events"), [1, 1, 1, 1]);
    assert_eq!(of("participations"), [1, 0, 1, 2]);
    assert_eq!(of("instruments")[..3], [0, 0, 0]);
    assert!(of("instruments")[3] > 0);

    let csv = viewer.get("/api/v1/releases/2026.1/diff/2026.2/events.csv").await;
    assert!(csv.body.starts_with("change,changed_columns,event_ref,"), "{}", csv.body);
    let mut found = BTreeMap::new();
    for row in csv::Reader::from_reader(csv.body.as_bytes()).records() {
        let row = row.unwrap();
        found.insert(row[2].to_owned(), (row[0].to_owned(), row[1].to_owned()));
    }
    let reference = |event: &Value| event["ref"].as_str().unwrap().to_owned();
    assert_eq!(found[&reference(&comes)].0, "added");
    assert_eq!(found[&reference(&goes)].0, "withdrawn");
    assert_eq!(found[&reference(&changes)].0, "changed");
    assert_eq!(found[&reference(&changes)].1, "title; updated_at; version");
    assert!(!found.contains_key(&reference(&stays)) && found.len() == 3, "{found:?}");
    let lines = viewer.get("/api/v1/releases/2026.1/diff/2026.2/events.jsonl").await;
    let lines: Vec<Value> =
        lines.body.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(lines.len(), 3);
    assert!(lines.iter().any(|it| it["change"] == "changed" && it["title"] == "Changed"));
    for missing in [
        "2026.1/diff/2026.9",
        "2026.1/diff/2026.2/merges.csv",
        "2026.1/diff/2026.2/x.csv",
        "2026.1/diff/2026.2/events.xlsx",
    ] {
        viewer.get(&format!("/api/v1/releases/{missing}")).await.problem(404);
    }
}

#[actix_web::test]
async fn an_event_is_taken_out_of_one_release_and_not_out_of_another() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let goes = people.arrest("A hidden place", person("Somebody"), json!({})).await;
    let stays = people.arrest("Another", person("Another one"), json!({})).await;
    people.statement("They came at night and took them.", &goes, "came at night").await;
    let first = people.release("2026.1", json!({})).await;
    let other = people.release("2026.2", json!({})).await;
    let old = object(&app, &first, "events.csv");
    let (reference, id) = (goes["ref"].as_str().unwrap(), goes["id"].as_str().unwrap());

    let path = "/api/v1/releases/2026.1/tombstones";
    let body = json!({"record": reference, "reason": "safety"});
    for role in [Role::Viewer, Role::Monitor, Role::Reviewer] {
        app.user(role).await.post(path, body.clone()).await.problem(403);
    }
    let after = people.admin.post(path, body.clone()).await.must(200);
    assert_eq!(after["tombstones"][0]["reason"], "safety");
    assert_eq!(after["tombstones"][0]["removed"], 3, "the event, a participation, a citation");
    assert!(!after["tombstones"].to_string().contains(reference));
    assert_eq!((&first["counts"]["events"], &after["counts"]["events"]), (&json!(2), &json!(1)));
    let left = files(&people.author, &after).await;
    for (name, text) in &left {
        assert!(!text.contains(reference) && !text.contains(id), "{name}");
        assert!(!text.contains("A hidden place") || name == "incidents.csv", "{name}");
    }
    assert!(left["events.csv"].contains(stays["ref"].as_str().unwrap()));
    let described: Value = serde_json::from_str(&left["datapackage.json"]).unwrap();
    for resource in described["resources"].as_array().unwrap() {
        let name = resource["path"].as_str().unwrap();
        // What was written after it cannot be in it.
        let digest = saksi::store::history::digest(left[name].as_bytes());
        if is_table(name) {
            assert_eq!(resource["hash"], format!("sha256:{digest}"), "{name}");
            assert_eq!(resource["saksi:rows"], rows(&left[name]), "{name}");
        }
        assert!(left["SHA256SUMS"].contains(&format!("{digest}  {name}\n")), "{name}");
    }
    // The other release has the same file still.
    assert!(old.is_file() && files(&people.author, &other).await["events.csv"].contains(reference));
    people.admin.post("/api/v1/releases/2026.2/tombstones", body).await.must(200);
    assert!(!old.exists(), "nobody has it any more");
    assert_eq!(verified(&app).await, Vec::<String>::new());

    let log = people.admin.get("/api/v1/audit?action=release_tombstoned").await.must(200);
    assert_eq!(log["items"][0]["detail"]["record"], id);
    let nothing = json!({"record": "KHM-2020-9999-E1", "reason": "error"});
    people.admin.post(path, nothing).await.problem(422);
    let unknown = json!({"record": "x", "reason": "error"});
    people.admin.post("/api/v1/releases/2027.1/tombstones", unknown).await.problem(404);
}

#[actix_web::test]
async fn an_actor_is_taken_out_with_every_mention_of_the_name() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let event = people.arrest("Arrest of Chea Vuthy", person("Chea Vuthy"), json!({})).await;
    people.statement("The police took Chea Vuthy at night.", &event, "at night").await;
    let before = people.release("2026.1", json!({})).await;
    let before = files(&people.author, &before).await;
    assert!(before["statements.csv"].contains("Chea Vuthy"));
    let actor = event["participations"][0]["actor"]["ref"].as_str().unwrap();
    let body = json!({"record": actor, "reason": "consent"});
    let after = people.admin.post("/api/v1/releases/2026.1/tombstones", body).await.must(200);
    let left = files(&people.author, &after).await;
    for (name, text) in &left {
        assert!(!text.contains("Vuthy"), "{name}");
    }
    assert_eq!(rows(&left["events.csv"]), 1, "what happened stays");
    assert!(left["events.csv"].contains("Arrest of [name withheld]"));
    assert_eq!(rows(&left["participations.csv"]), 0);
    let mut citations = csv::Reader::from_reader(left["citations.csv"].as_bytes());
    let names = citations.headers().unwrap().clone();
    let start = names.iter().position(|it| it == "start").unwrap();
    assert_eq!(&citations.records().next().unwrap().unwrap()[start], "", "the text is another");
    assert_eq!(verified(&app).await, Vec::<String>::new());
}

#[actix_web::test]
async fn verify_finds_what_was_altered_what_is_missing_and_what_is_too_much() {
    use std::os::unix::fs::PermissionsExt;
    let app = TestApp::new();
    let people = People::of(&app).await;
    people.arrest("One arrest", person("Somebody"), json!({})).await;
    let release = people.release("2026.1", json!({})).await;
    assert_eq!(verified(&app).await, Vec::<String>::new());

    let events = object(&app, &release, "events.csv");
    let text = std::fs::read_to_string(&events).unwrap();
    let mode = std::fs::metadata(&events).unwrap().permissions().mode();
    assert_eq!(mode & 0o222, 0, "nobody may write to it");
    let write = |text: &str| {
        std::fs::remove_file(&events).unwrap();
        std::fs::write(&events, text).unwrap();
    };
    write(&text.replace("One arrest", "Two arrest"));
    assert_eq!(verified(&app).await, ["the file events.csv of release 2026.1 was altered"]);
    write("short");
    assert!(verified(&app).await[0].contains("has 5 bytes, not"), "its size");
    std::fs::remove_file(&events).unwrap();
    assert_eq!(verified(&app).await, ["the file events.csv of release 2026.1 is missing"]);
    people.author.get("/api/v1/releases/2026.1/events.csv").await.problem(404);
    std::fs::write(&events, text).unwrap();
    let extra = app.app.shelf.object("extra");
    std::fs::write(&extra, "x").unwrap();
    assert_eq!(verified(&app).await, ["the file extra among those of releases belongs to none"]);
    std::fs::remove_file(extra).unwrap();
    let other = "0".repeat(64);
    app.tamper(&format!("UPDATE release_files SET sha256 = '{other}' WHERE name = 'CITATION.cff'"));
    let wrong = verified(&app).await.join("; ");
    assert!(
        wrong.contains("the files of release 2026.1 are not as the audit log has them"),
        "{wrong}"
    );
    app.tamper("DELETE FROM release_tombstones");
    app.tamper("DELETE FROM release_files");
    assert!(!verified(&app).await.is_empty());
}

#[actix_web::test]
async fn a_protected_name_is_in_no_release_and_the_report_says_where_it_stands() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let hidden = json!({"name": "Sok Dara", "kind": "person", "protected": true,
        "pseudonym": "Witness K-03", "confidentiality": "public"});
    let place = json!({"admin1": "Kandal", "place_name": "Ta Khmau", "latitude": 11.4831, "longitude": 104.9498,
        "geo_precision": "exact"});
    let event = people.arrest("Arrest of Sok Dara", hidden, place).await;
    let statement =
        people.statement("We met SOK-DARA, who was taken at night.", &event, "at night").await;
    let found = people.admin.post("/api/v1/releases/check", json!({})).await;
    assert!(!found.body.contains("Dara"), "{}", found.body);
    let found = found.must(200);
    let texts: Vec<(&str, &str, &str)> = found["texts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            let of = |name: &str| it[name].as_str().unwrap();
            (of("kind"), of("record"), of("field"))
        })
        .collect();
    assert!(texts.contains(&("event", event["ref"].as_str().unwrap(), "title")), "{texts:?}");
    assert!(
        texts.contains(&("statement", statement["ref"].as_str().unwrap(), "body")),
        "{texts:?}"
    );
    let release = people.release("2026.1", json!({})).await;
    assert!(release["findings"]["naming_texts"].as_i64().unwrap() >= 3);
    for (name, text) in files(&people.author, &release).await {
        let folded = text.to_lowercase();
        assert!(!folded.contains("dara") && !text.contains("11.48"), "{name}");
    }
    let log = people.admin.get("/api/v1/audit?action=release_made").await;
    assert!(log.body.contains("naming_texts") && !log.body.contains("Dara"));
    for (field, value) in [("title", "About Sok Dara"), ("citation", "Sok Dara: data")] {
        let mut body = people.asked("2026.2", json!({})).await;
        body[field] = json!(value);
        let about = people.admin.post("/api/v1/releases", body).await.problem(422);
        assert!(about.contains("protected") && !about.contains("Dara"), "{about}");
    }
    for filters in [json!({"q": "night"}), json!({"actor": "Sok Dara"}), json!({"nothing": "1"})] {
        let body = json!({"version": "2026.2", "filters": filters});
        people.admin.post("/api/v1/releases", body).await.problem(400);
    }
}

#[actix_web::test]
async fn what_is_found_must_be_acknowledged_as_it_is() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let clean = people.admin.post("/api/v1/releases/check", json!({})).await.must(200);
    assert_eq!((&clean["small_cells"], &clean["acknowledge"]), (&json!(0), &Value::Null));
    let near = json!({"place_name": "Phnom Penh", "latitude": 11.556_374, "longitude": 104.928_2,
        "geo_precision": "exact"});
    let alone = people.arrest("Alone", person("Somebody"), near).await;
    for number in 0..5 {
        let more = json!({"date": "2021-01-01"});
        people.arrest("Among others", person(&format!("Person {number}")), more).await;
    }
    let by = json!({"by": ["country", "year", "type"], "k": 5});
    let found = people.admin.post("/api/v1/releases/check", by.clone()).await.must(200);
    assert_eq!((&found["small_cells"], &found["people_in_small_cells"]), (&json!(1), &json!(1)));
    assert_eq!(
        found["cells"][0]["key"],
        json!({"country": "KHM", "type": "arrest", "year": "2020"})
    );
    assert_eq!(found["places"], json!([alone["ref"]]));
    let more = people.admin.post("/api/v1/releases/check", json!({"by": ["year"], "k": 6})).await;
    assert_eq!(more.must(200)["small_cells"], 2);
    let coarse = json!({"by": ["country"], "k": 2, "coarsen": "district"});
    let coarse = people.admin.post("/api/v1/releases/check", coarse).await.must(200);
    assert_eq!((&coarse["small_cells"], &coarse["exact_places"]), (&json!(0), &json!(0)));

    let mut body = json!({"version": "2026.1", "by": by["by"], "k": 5});
    let about = people.admin.post("/api/v1/releases", body.clone()).await.problem(422);
    assert!(about.starts_with("/acknowledge") && about.contains("1 small cells"), "{about}");
    body["acknowledge"] = found["acknowledge"].clone();
    people.arrest("Alone, too", person("Another"), json!({"date": "2022"})).await;
    let about = people.admin.post("/api/v1/releases", body.clone()).await.problem(422);
    assert!(about.contains("not what was acknowledged"), "{about}");
    people.admin.get("/api/v1/releases/2026.1").await.problem(404);
    let leftovers = app.app.shelf.objects().unwrap();
    assert_eq!(leftovers, Vec::<String>::new(), "nothing half-made");
    let found = people.admin.post("/api/v1/releases/check", by).await.must(200);
    body["acknowledge"] = found["acknowledge"].clone();
    people.admin.post("/api/v1/releases", body).await.must(202);
    let release = people.made("2026.1").await;
    assert_eq!(release["findings"]["small_cells"], 2);
    for wrong in [
        json!({"k": 1}),
        json!({"by": []}),
        json!({"by": ["year", "year"]}),
        json!({"by": ["shoe"]}),
        json!({"coarsen": "exact"}),
        json!({"more": 1}),
    ] {
        people.admin.post("/api/v1/releases/check", wrong).await.problem(422);
    }
    for version in ["2026", "2026.0", "v1", "2026.01", ""] {
        people.admin.post("/api/v1/releases", json!({"version": version})).await.problem(422);
    }
}

#[actix_web::test]
async fn places_are_told_less_exactly_where_it_is_asked() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let near = json!({"admin1": "Phnom Penh", "place_name": "Tuol Kork", "latitude": 11.556_374,
        "longitude": 104.928_2, "geo_precision": "exact"});
    people.arrest("A place", person("Somebody"), near).await;
    let release = people.release("2026.1", json!({"coarsen": "district"})).await;
    assert_eq!(release["coarsen"], "district");
    let csv = files(&people.author, &release).await["events.csv"].clone();
    assert!(csv.contains(",Phnom Penh,,11.6,104.9,district,"), "{csv}");
    let release = people.release("2026.2", json!({"coarsen": "country"})).await;
    let csv = files(&people.author, &release).await["events.csv"].clone();
    assert!(csv.contains(",Cambodia,,,,,country,"), "{csv}");
    let export = people.reviewer.get("/api/v1/exports/events.csv?coarsen=province").await;
    assert!(export.body.contains(",Phnom Penh,,12,105,province,"), "{}", export.body);
    people.reviewer.get("/api/v1/exports/events.csv?coarsen=street").await.problem(400);
}

#[actix_web::test]
async fn filters_choose_events_and_what_joins_to_them() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let here = people.arrest("Here", person("Somebody"), json!({})).await;
    people.arrest("Later", person("Another"), json!({"date": "2023"})).await;
    people.statement("They came at night.", &here, "at night").await;
    let filters = json!({"filters": {"to": "2021-12-31"}});
    let release = people.release("2026.1", filters.clone()).await;
    assert_eq!(release["filters"], filters["filters"]);
    for (dataset, count) in [
        ("events", 1),
        ("incidents", 1),
        ("participations", 1),
        ("citations", 1),
        ("statements", 1),
    ] {
        assert_eq!(release["counts"][dataset], count, "{dataset}");
    }
}

#[actix_web::test]
async fn one_is_made_at_a_time_and_one_that_was_cut_off_leaves_nothing() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    people.arrest("One arrest", person("Somebody"), json!({})).await;
    let turn = app.app.shelf.take().unwrap();
    let body = people.asked("2026.1", json!({})).await;
    let about = people.admin.post("/api/v1/releases", body).await.problem(409);
    assert!(about.contains("is being made"), "{about}");
    // As if the program had been killed between writing and recording.
    turn.begin("the release 2026.1").unwrap();
    let part = turn.part("events.csv").unwrap().done().unwrap();
    turn.place(std::slice::from_ref(&part), &[]).unwrap();
    drop(turn);
    assert_eq!(app.app.shelf.objects().unwrap().len(), 1);
    let (office, shelf) = (app.app.office.clone(), app.app.shelf.clone());
    let found = actix_web::web::block(move || making::recover(&office, &shelf));
    assert_eq!(found.await.unwrap().unwrap().as_deref(), Some("the release 2026.1"));
    assert_eq!(app.app.shelf.objects().unwrap(), Vec::<String>::new());
    // `failed` tells administrators of the one that could not begin.
    let list = people.admin.get("/api/v1/releases").await.must(200);
    assert_eq!(list["failed"]["version"], "2026.1");
    people.release("2026.1", json!({})).await;
    assert_eq!(verified(&app).await, Vec::<String>::new());
}

#[actix_web::test]
async fn the_command_line_checks_what_it_is_asked_for() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let office = app.app.office.clone();
    let caller = saksi::domain::Caller {
        user: admin.id,
        role: Role::Admin,
        teams: Vec::new(),
        scopes: None,
        session: None,
    };
    let version: Version = "2026.1".parse().unwrap();
    let filters = Filters(BTreeMap::from([("country".to_owned(), "XYZ".to_owned())]));
    let mut wanted = making::Wanted::of(version, filters, None);
    let checked =
        actix_web::web::block(move || wanted.check(&office, &caller).unwrap_err().to_string());
    let about = checked.await.unwrap();
    assert!(about.contains("'country' cannot be used"), "{about}");
}

#[actix_web::test]
async fn a_release_is_made_read_and_changed_in_a_browser() {
    let app = TestApp::new();
    let people = People::of(&app).await;
    let event = people.arrest("Taken at night", person("Somebody"), json!({})).await;
    let (browser, _) = Browser::of(&app, Role::Admin).await;
    let (reader, _) = Browser::of(&app, Role::Viewer).await;
    assert_eq!(reader.get("/releases/new").await.reply.status, 403);
    assert!(!reader.get("/releases").await.must(200).contains("/releases/new"));

    let wrong = browser.get("/releases/new?version=1").await;
    assert!(wrong.must(200).contains("role=\"alert\""), "what is wrong is said");
    let report = browser.get("/releases/new?version=2026.1&k=5&by=country&by=year").await;
    let text = report.must(200);
    assert!(text.contains("1 small group") && text.contains("Cambodia"), "{text}");
    let form = "<form method=\"post\" action=\"/releases\"";
    let refused = browser.send_form(&report, form, &[]).await;
    assert!(refused.must(200).contains("role=\"alert\""), "it was not acknowledged");
    let made = browser.send_form(&report, form, &[("acknowledged", "yes")]).await;
    made.must_lead_to("/releases");
    let release = people.made("2026.1").await;

    let page = reader.get("/releases/2026.1").await;
    let page = page.must(200).to_owned();
    for file in release["files"].as_array().unwrap() {
        assert!(page.contains(file["sha256"].as_str().unwrap()), "{file}");
    }
    assert!(!page.contains("/tombstones"), "readers take nothing out");
    let described = page.split("<script type=\"application/ld+json\">").nth(1).unwrap();
    let described: Value =
        serde_json::from_str(described.split("</script>").next().unwrap()).unwrap();
    assert_eq!((&described["@type"], &described["version"]), (&json!("Dataset"), &json!("2026.1")));
    let files = described["distribution"].as_array().unwrap();
    assert_eq!(files.len(), release["files"].as_array().unwrap().len());
    let address = files.iter().find(|it| it["name"] == "events.csv").unwrap()["contentUrl"].clone();
    assert!(reader.get(address.as_str().unwrap()).await.must(200).contains("Taken at night"));

    let own = browser.get("/releases/2026.1").await;
    let form = "<form method=\"post\" action=\"/releases/2026.1/tombstones\"";
    let unknown =
        browser.send_form(&own, form, &[("record", "nothing"), ("reason", "safety")]).await;
    assert!(unknown.must(200).contains("is in no file of this release"));
    let reference = event["ref"].as_str().unwrap();
    browser
        .send_form(&own, form, &[("record", reference), ("reason", "safety")])
        .await
        .must_lead_to("/releases/2026.1#tombstones");
    let page = reader.get("/releases/2026.1").await;
    assert!(
        page.must(200).contains("for somebody’s safety") && !page.must(200).contains(reference)
    );
    people.arrest("Another", person("Another"), json!({})).await;
    people.release("2026.2", json!({})).await;
    let page = reader.get("/releases/2026.1/diff/2026.2").await;
    assert!(page.must(200).contains("/releases/2026.1/diff/2026.2/events.csv"));
    let rows = reader.get("/releases/2026.1/diff/2026.2/events.csv").await;
    assert!(rows.must(200).starts_with("change,"));
    let log = browser.get("/admin/audit?action=release_tombstoned").await;
    assert!(log.must(200).contains("took a record out of a release"));
}

#[actix_web::test]
async fn the_portal_has_the_releases_where_it_is_open() {
    let app = TestApp::with(|config| config.portal = true);
    let people = People::of(&app).await;
    people.arrest("One arrest", person("Somebody"), json!({})).await;
    people.release("2026.1", json!({"title": "Arrests <b>&</b>"})).await;
    people.release("2026.2", json!({})).await;
    let public = app.stranger();
    let list = public.get("/public/releases").await;
    assert_eq!(list.status, 200, "{}", list.body);
    assert!(list.body.contains("/public/releases/2026.1") && !list.body.contains("/releases/new"));
    let page = public.get("/public/fr/releases/2026.1").await;
    assert!(page.body.contains("\"url\":\"/public/fr/releases/2026.1\""), "{}", page.body);
    assert!(page.body.contains("href=\"/public/fr/releases/2026.1/events.csv\""));
    assert!(!page.body.contains("tombstones\"") && !page.body.contains("<b>&"));
    let file = public.get("/public/releases/2026.1/events.csv").await;
    assert_eq!(file.status, 200);
    assert!(file.body.contains("One arrest"));
    assert_eq!(public.get("/public/releases/2026.1/diff/2026.2").await.status, 200);
    let rows = public.get("/public/releases/2026.1/diff/2026.2/events.jsonl").await;
    assert_eq!((rows.status.as_u16(), rows.body.as_str()), (200, ""));
    for missing in ["/public/releases/new", "/public/releases/2027.1", "/public/releases/2026.1/x"]
    {
        assert_eq!(public.get(missing).await.status, 404, "{missing}");
    }
    let closed = TestApp::new();
    assert_ne!(closed.stranger().get("/public/releases").await.status, 200);
}
