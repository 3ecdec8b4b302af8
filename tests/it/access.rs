//! Who may do what, who sees what: the tests that protect people.

use std::fmt::Write;

use actix_web::http::Method;
use insta::assert_snapshot;
use saksi::domain::{Action, Role, access::STEPS};
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, dissolution, move_to, press_statement};

#[test]
fn who_may_do_what() {
    let mut table = format!("{:<22}", "");
    for role in Role::ALL {
        write!(table, "{:<12}", role.code()).unwrap();
    }
    for action in Action::ALL {
        write!(table, "\n{:<22}", format!("{action:?}")).unwrap();
        for role in Role::ALL {
            write!(table, "{:<12}", if *role >= action.needs() { "yes" } else { "-" }).unwrap();
        }
    }
    assert_snapshot!(table);
}

/// Every operation of the description: method, path, id.
fn operations() -> Vec<(Method, String, String)> {
    let document = serde_json::to_value(saksi::http::openapi::document()).unwrap();
    let mut all = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        for (method, operation) in methods.as_object().unwrap() {
            let id = operation["operationId"].as_str().unwrap().to_owned();
            all.push((method.to_uppercase().parse().unwrap(), path.clone(), id));
        }
    }
    all
}

const OPEN: [&str; 5] = ["logIn", "refresh", "live", "ready", "metrics"];

#[actix_web::test]
async fn no_operation_answers_a_stranger() {
    let app = TestApp::new();
    let stranger = app.stranger();
    for (method, path, id) in operations() {
        if OPEN.contains(&id.as_str()) {
            continue;
        }
        let path = path
            .replace("{id}", "0190c0de-0000-7000-8000-000000000000")
            .replace("{parent}", "ICCPR")
            .replace("{version}", "1")
            .replace("{country}", "KHM")
            .replace("{rule}", "no.rule");
        let body = (method != Method::GET).then(|| json!({}));
        let reply = stranger.send(method.clone(), &path, body, &[("if-match", "*")]).await;
        assert_eq!(reply.status.as_u16(), 401, "{method} {path}");
        reply.problem(401);
    }
}

/// A record of each kind that is written, at a level and a status, by somebody else.
async fn a_file(
    author: &Client<'_>,
    reviewer: &Client<'_>,
    level: &str,
    team: Option<&str>,
    status: &str,
) -> Vec<(String, String)> {
    let with = |mut body: Value| {
        body["confidentiality"] = json!(level);
        if let Some(team) = team {
            body["team"] = json!(team);
        }
        body
    };
    let statement = author.post("/api/v1/statements", with(press_statement())).await.must(201);
    let mut event = dissolution(statement["ref"].as_str().unwrap());
    event["incident"] = with(event["incident"].clone());
    let event = author.post("/api/v1/events", with(event)).await.must(201);
    let path =
        |kind: &str, record: &Value| format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap());
    let files = vec![
        ("statements".to_owned(), path("statements", &statement)),
        ("incidents".to_owned(), path("incidents", &event["incident"])),
        ("events".to_owned(), path("events", &event)),
    ];
    for (_, file) in &files {
        move_to(file, status, author, reviewer).await;
    }
    files
}

#[actix_web::test]
async fn every_operation_by_every_role_on_every_record() {
    let app = TestApp::new();
    let admin = app.user(Role::Admin).await;
    let (author, member) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let team = json!({"name": "T", "members": [author.id.to_string(), member.id.to_string()]});
    let team = admin.post("/api/v1/teams", team).await.must(201)["id"].as_str().unwrap().to_owned();

    let mut table = String::from(
        "read, list (records found), history, change, delete; 404 where the caller may not know of it\n\n",
    );
    write!(table, "{:<38}", "").unwrap();
    let others = [Role::Viewer, Role::Researcher, Role::Monitor, Role::Reviewer, Role::Admin];
    let mut people = Vec::new();
    for role in others {
        write!(table, "{:<22}", role.code()).unwrap();
        people.push(app.user(role).await);
    }
    table.push_str("reviewer in the team\n");
    people.push(member.clone());
    for level in ["public", "internal", "confidential", "restricted"] {
        for status in [
            "draft",
            "submitted",
            "needs_changes",
            "approved",
            "published",
            "rejected",
            "retracted",
        ] {
            let team = (level == "restricted").then_some(team.as_str());
            for (kind, path) in a_file(&author, &member, level, team, status).await {
                write!(table, "{:<38}", format!("{level} {status} {}", kind.trim_end_matches('s')))
                    .unwrap();
                let id = admin_id(&member, &path).await;
                for person in &people {
                    let read = person.get(&path).await.status.as_u16();
                    let found = person.get(&format!("/api/v1/{kind}?limit=500")).await.must(200);
                    let listed = found["items"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .filter(|it| it["id"] == id)
                        .count();
                    let history = person.get(&format!("{path}/revisions")).await.status.as_u16();
                    // The patch is refused or changes nothing that later columns depend on.
                    let change = person
                        .patch(&path, json!({"title": "Another title"}))
                        .await
                        .status
                        .as_u16();
                    let delete = person
                        .send(Method::DELETE, &path, None, &[("if-match", "\"99\"")])
                        .await
                        .status
                        .as_u16();
                    assert_eq!(read == 200, listed == 1, "{path}");
                    assert_eq!(read == 404, change == 404, "{path}");
                    assert_eq!(read == 404, delete == 404, "{path}");
                    write!(table, "{:<22}", format!("{read} {listed} {history} {change} {delete}"))
                        .unwrap();
                }
                table.push('\n');
            }
        }
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    assert_snapshot!(table.join("\n"));
}

async fn admin_id(member: &Client<'_>, path: &str) -> Value {
    member.get(path).await.must(200)["id"].clone()
}

#[actix_web::test]
async fn what_needs_a_role_is_refused_to_those_below_it() {
    let app = TestApp::new();
    let mut table = format!("{:<40}", "");
    let mut people = Vec::new();
    for role in Role::ALL {
        write!(table, "{:<12}", role.code()).unwrap();
        people.push(app.user(*role).await);
    }
    table.push('\n');
    // Operations on records that are not there: 404 says that the role would have been enough.
    for (method, path, id) in operations() {
        if OPEN.contains(&id.as_str())
            || ["logOut", "endSession", "revokeToken"].contains(&id.as_str())
        {
            continue;
        }
        let parent = if path.contains("vocabularies") { "event_type" } else { "ICCPR" };
        let path = path
            .replace("{id}", "nothing")
            .replace("{parent}", parent)
            .replace("{country}", "KHM")
            .replace("{rule}", "no.rule");
        let path = path.replace("{version}", "1");
        let path = path.replace("{preset}", "country").replace("{subject}", "KHM");
        let path = match id.as_str() {
            "lawOn" => format!("{path}?on=2017-11-26"),
            "search" | "suggestActors" | "suggestPlaces" => format!("{path}?q=court"),
            _ => path,
        };
        write!(table, "{id:<40}").unwrap();
        for person in &people {
            let body = (method != Method::GET && method != Method::DELETE).then(|| json!({}));
            let reply = person.send(method.clone(), &path, body, &[("if-match", "*")]).await;
            assert!(reply.status.as_u16() < 500, "{id}: {}", reply.body);
            write!(table, "{:<12}", reply.status.as_u16()).unwrap();
        }
        table.push('\n');
    }
    let table: Vec<&str> = table.lines().map(str::trim_end).collect();
    assert_snapshot!(table.join("\n"));
}

#[actix_web::test]
async fn what_is_hidden_answers_like_what_is_not_there() {
    let app = TestApp::new();
    let (author, reviewer, other) = (
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Monitor).await,
    );
    a_file(&author, &reviewer, "confidential", None, "approved").await;
    let there = "KHM-2017-0001-E1";
    for (with, without) in [
        (format!("events/{there}"), "events/KHM-2017-0009-E1".to_owned()),
        (format!("events/{there}/revisions"), "events/KHM-2017-0009-E1/revisions".to_owned()),
        (format!("events/{there}/law"), "events/KHM-2017-0009-E1/law".to_owned()),
        ("incidents/KHM-2017-0001".to_owned(), "incidents/KHM-2017-0009".to_owned()),
        ("statements/S-2017-00001".to_owned(), "statements/S-2017-00009".to_owned()),
        (
            "events?count=true&incident=KHM-2017-0001".to_owned(),
            "events?count=true&incident=KHM-2017-0009".to_owned(),
        ),
        (
            "events?count=true&statement=S-2017-00001".to_owned(),
            "events?count=true&statement=S-2017-00009".to_owned(),
        ),
        (
            "citations?count=true&statement=S-2017-00001".to_owned(),
            "citations?count=true&statement=S-2017-00009".to_owned(),
        ),
        (
            "statistics?by=type&id=KHM-2017-0001-E1".to_owned(),
            "statistics?by=type&id=KHM-2017-0009-E1".to_owned(),
        ),
        (
            "exports/events.csv?id=KHM-2017-0001-E1".to_owned(),
            "exports/events.csv?id=KHM-2017-0009-E1".to_owned(),
        ),
    ] {
        let (with, without) = (
            other.get(&format!("/api/v1/{with}")).await,
            other.get(&format!("/api/v1/{without}")).await,
        );
        assert_eq!((with.status, with.plain()), (without.status, without.plain()));
    }
    let cite = |statement: &str| json!({"statement": statement, "provision": "ICCPR Article 22", "stance": "invokes"});
    let (with, without) = (
        other.post("/api/v1/citations", cite("S-2017-00001")).await,
        other.post("/api/v1/citations", cite("S-2017-00009")).await,
    );
    assert_eq!(with.plain().replace("00001", "00009"), without.plain());
}

/// What somebody gets from everything that lists, counts or exports.
async fn everything(client: &Client<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for kind in
        ["statements", "actors", "affiliations", "incidents", "events", "citations", "demands"]
    {
        all.push(client.get(&format!("/api/v1/{kind}?limit=500&count=true")).await.plain());
    }
    for dataset in
        ["events", "incidents", "statements", "actors", "participations", "citations", "demands"]
    {
        for format in ["csv", "jsonl"] {
            all.push(client.get(&format!("/api/v1/exports/{dataset}.{format}")).await.body);
        }
    }
    for file in ["events.geojson", "capture.csv", "capture.csv?unit=victim", "entities.ftm.json"] {
        all.push(client.get(&format!("/api/v1/exports/{file}")).await.body);
    }
    for typed in ["dissolved", "supreme+court", "the", "wit*", "union", "fin"] {
        all.push(client.get(&format!("/api/v1/search?limit=100&q={typed}")).await.plain());
        all.push(client.get(&format!("/api/v1/suggest/actors?limit=50&q={typed}")).await.plain());
    }
    for by in ["type", "country,year", "perpetrator_kind", "target_kind", "right", "status"] {
        for unit in ["events", "incidents", "victims"] {
            all.push(client.get(&format!("/api/v1/statistics?by={by}&unit={unit}")).await.plain());
        }
    }
    all
}

#[actix_web::test]
async fn what_one_may_not_see_changes_nothing_that_one_sees() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    a_file(&author, &reviewer, "public", None, "published").await;
    let (viewer, researcher, monitor) = (
        app.user(Role::Viewer).await,
        app.user(Role::Researcher).await,
        app.user(Role::Monitor).await,
    );
    let before = (everything(&viewer).await, everything(&researcher).await);
    let others = everything(&monitor).await;
    for (level, status) in [
        ("confidential", "published"),
        ("confidential", "approved"),
        ("public", "draft"),
        ("internal", "submitted"),
        ("public", "retracted"),
    ] {
        a_file(&author, &reviewer, level, None, status).await;
    }
    let event = "/api/v1/events/KHM-2017-0001-E1";
    reviewer
        .post(
            "/api/v1/citations",
            json!({"statement": "S-2017-00002", "event": "KHM-2017-0001-E1", "stance": "denies"}),
        )
        .await
        .must(201);
    reviewer
        .post("/api/v1/demands", json!({"statement": "S-2017-00002", "addressee": {"name": "Hidden addressee", "kind": "person"}, "text": "t", "category": "cease"}))
        .await
        .must(201);
    for (client, before) in [(&viewer, &before.0), (&researcher, &before.1)] {
        for (now, before) in everything(client).await.iter().zip(before) {
            assert_eq!(now, before);
        }
    }
    // A monitor meets actors, so that nobody is entered twice; nothing else.
    let now = everything(&monitor).await;
    for (now, before) in now.iter().zip(&others) {
        assert!(now == before || now.contains("A-000"), "{now}");
    }
    assert_eq!(viewer.get(event).await.must(200)["citations"].as_array().map(Vec::len), Some(1));
}

#[actix_web::test]
async fn the_names_of_protected_people_never_leave() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let actor = author
        .post("/api/v1/actors", json!({"name": "Canarina Finchley", "kind": "person", "protected": true, "pseudonym": "Witness 9",
            "names": [{"text": "Little Sparrowhawk", "kind": "alias"}, {"text": "កាណារី តូច", "kind": "alias", "language": "km"}],
            "description": "Teaches at Orchardhurst", "identifiers": [{"scheme": "passport", "value": "PX7781234"}],
            "country": "KHM", "confidentiality": "public"}))
        .await
        .must(201)["ref"]
        .clone();
    let statement = json!({"title": "On CANARINA  FINCHLEY", "kind": "testimony", "issued_on": "2018-01-01", "confidentiality": "public",
        "body": "They came for Canarina\nFinchley at night.\nLittle Sparrowhawk, passport PX7781234, កាណារី តូច, was taken.", "issuers": [actor],
        "summary": "About canarina finchley", "place": "Orchardhurst"});
    author.post("/api/v1/statements", statement).await.must(201);
    author
        .post("/api/v1/events", json!({"incident": {"title": "Taking of Canarina Finchley", "country": "KHM", "summary": "Little Sparrowhawk again",
            "tags": ["Canarina Finchley"], "confidentiality": "public"}, "type": "abduction", "title": "Abduction of Canarina Finchley",
            "narrative": "Canarina Finchley was taken.", "date": "2018-01-01", "country": "KHM", "admin1": "Kandal", "place_name": "Sparrow lane",
            "latitude": 71.1234, "longitude": 104.4321, "geo_precision": "exact", "motive": "Because of Canarina Finchley", "charge": "Hiding Little Sparrowhawk",
            "confidentiality": "public", "participations": [{"actor": actor, "role": "target"}],
            "citations": [{"statement": "S-2018-00001", "stance": "reports", "quote": "They came for Canarina\nFinchley"}]}))
        .await
        .must(201);
    author
        .post("/api/v1/demands", json!({"statement": "S-2018-00001", "addressee": actor, "text": "Free Canarina Finchley", "category": "release",
            "follow_ups": [{"date": "2018-02", "note": "Canarina Finchley is still held"}]}))
        .await
        .must(201);
    reviewer
        .post("/api/v1/affiliations", json!({"actor": actor, "kind": "member_of", "other": {"name": "A union", "kind": "union"},
            "note": "Canarina Finchley joined", "confidentiality": "public"}))
        .await
        .must(201);
    let friends = json!({"name": "Friends of Canarina Finchley", "kind": "group", "confidentiality": "public"});
    author.post("/api/v1/actors", friends).await.must(201);
    for path in ["statements/S-2018-00001", "incidents/KHM-2018-0001", "events/KHM-2018-0001-E1"] {
        move_to(&format!("/api/v1/{path}"), "published", &author, &reviewer).await;
    }

    let secrets = [
        "canarina",
        "finchley",
        "sparrowhawk",
        "កាណារី",
        "px7781234",
        "orchardhurst is",
        "teaches at",
        "sparrow lane",
        "71.12", // no second of a time is written so
        "104.43",
    ];
    for role in [Role::Viewer, Role::Researcher, Role::Monitor] {
        let client = app.user(role).await;
        let mut seen = everything(&client).await;
        for path in [
            "events/KHM-2018-0001-E1",
            "incidents/KHM-2018-0001",
            "statements/S-2018-00001",
            "events/KHM-2018-0001-E1/law",
            "events/KHM-2018-0001-E1/revisions",
            "statements/S-2018-00001/revisions",
            "incidents/KHM-2018-0001/revisions",
            "changes?limit=500",
        ] {
            seen.push(client.get(&format!("/api/v1/{path}")).await.body);
        }
        seen.push(client.get(&format!("/api/v1/actors/{}", actor.as_str().unwrap())).await.body);
        for text in &seen {
            for secret in secrets {
                assert!(!text.to_lowercase().contains(secret), "{role} sees {secret} in {text}");
            }
        }
        assert!(seen.iter().any(|text| text.contains("Witness 9")), "{role} sees the pseudonym");
        for word in ["canarina", "finchley", "Little+Sparrowhawk", "sparrow+lane", "PX7781234"] {
            for kind in ["events", "actors", "statements", "incidents"] {
                let found =
                    client.get(&format!("/api/v1/{kind}?count=true&q={word}")).await.must(200);
                assert_eq!(found["total"], 0, "{role} finds {word} in {kind}");
            }
            let found = client.get(&format!("/api/v1/search?q={word}")).await.must(200);
            assert_eq!(found["items"], json!([]), "{role} finds {word}");
            assert!(found["counts"].as_array().unwrap().iter().all(|it| it["count"] == 0));
            let typed = &word[..word.len() - 2];
            let found = client.get(&format!("/api/v1/suggest/actors?q={typed}")).await.must(200);
            assert_eq!(found["items"], json!([]), "{role} is told {word}");
        }
        assert_eq!(
            client.get("/api/v1/actors?count=true&identifier=passport:PX7781234").await.must(200)["total"],
            0
        );
        let event = client.get("/api/v1/events/KHM-2018-0001-E1").await.must(200);
        assert_eq!(
            (&event["geo_precision"], &event["admin1"]),
            (&json!("province"), &json!("Kandal"))
        );
    }
    // Nor can they be asked for, by quoting what one may not read.
    let monitor = app.user(Role::Monitor).await;
    let quoting = async |quote: &str| {
        let citation = json!({"statement": "S-2018-00001", "event": "KHM-2018-0001-E1", "stance": "reports", "quote": quote,
            "confidentiality": "confidential"});
        monitor.post("/api/v1/citations", citation).await
    };
    let (right, wrong) = (
        quoting("came for Canarina\nFinchley").await,
        quoting("came for Leopoldina\nFinchley").await,
    );
    assert_eq!((right.status, right.plain()), (wrong.status, wrong.plain()));
    right.problem(422);
    quoting("was taken.").await.must(201);
    // Those who may know do.
    for client in [&author, &reviewer] {
        let event = client.get("/api/v1/events/KHM-2018-0001-E1").await.must(200);
        assert_eq!(event["title"], "Abduction of Canarina Finchley");
        assert_eq!(event["latitude"], 71.1234);
    }
}

#[actix_web::test]
async fn review_has_its_steps_and_no_other_and_nobody_approves_their_own() {
    let app = TestApp::new();
    let (author, reviewer, other) = (
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Reviewer).await,
    );
    for from in saksi::domain::Status::ALL {
        for to in saksi::domain::Status::ALL {
            let new = json!({"title": "A file", "country": "KHM"});
            let path = format!(
                "/api/v1/incidents/{}",
                author.post("/api/v1/incidents", new).await.must(201)["ref"].as_str().unwrap()
            );
            move_to(&path, from.code(), &author, &reviewer).await;
            let moved = reviewer.post(&format!("{path}/status"), json!({"status": to})).await;
            let expected = if STEPS.contains(&(*from, *to)) { 200 } else { 409 };
            assert_eq!(moved.status.as_u16(), expected, "{from} to {to}: {}", moved.body);
        }
    }
    let own = reviewer
        .post("/api/v1/incidents", json!({"title": "Mine", "country": "KHM"}))
        .await
        .must(201);
    let path = format!("/api/v1/incidents/{}", own["ref"].as_str().unwrap());
    reviewer.post(&format!("{path}/status"), json!({"status": "submitted"})).await.must(200);
    assert!(
        reviewer
            .post(&format!("{path}/status"), json!({"status": "approved"}))
            .await
            .problem(403)
            .contains("their own")
    );
    other
        .post(&format!("{path}/status"), json!({"status": "approved", "comment": "well sourced"}))
        .await
        .must(200);
    let revisions = other.get(&format!("{path}/revisions")).await.must(200);
    assert_eq!(revisions["items"][2]["reason"], "well sourced");

    let theirs = author
        .post("/api/v1/incidents", json!({"title": "Theirs", "country": "KHM"}))
        .await
        .must(201);
    let path = format!("/api/v1/incidents/{}", theirs["ref"].as_str().unwrap());
    author.patch(&path, json!({"title": "Still theirs"})).await.must(200);
    author.post(&format!("{path}/status"), json!({"status": "submitted"})).await.must(200);
    author.patch(&path, json!({"title": "Too late"})).await.problem(403);
    author.delete(&path).await.problem(403);
    author.post(&format!("{path}/status"), json!({"status": "approved"})).await.problem(403);
    author.patch(&path, json!({"assigned_to": reviewer.id.to_string()})).await.problem(403);
}
