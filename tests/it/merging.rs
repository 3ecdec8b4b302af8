//! Merging records that are one, and taking it back.

use actix_web::http::Method;
use saksi::casework::verify::verify;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, Reply, TestApp, dissolution, move_to, press_statement};

async fn made(client: &Client<'_>, path: &str, body: Value) -> Value {
    client.post(&format!("/api/v1/{path}"), body).await.must(201)
}

fn reference(record: &Value) -> &str {
    record["ref"].as_str().unwrap()
}

async fn merge(client: &Client<'_>, path: &str, body: Value) -> Reply {
    let path = format!("/api/v1/{path}/merge");
    client.send(Method::POST, &path, Some(body), &[("if-match", "*")]).await
}

async fn undo(client: &Client<'_>, merged: &Value) -> Reply {
    let id = merged["merge"]["id"].as_str().unwrap();
    client.post(&format!("/api/v1/merges/{id}/undo"), json!({})).await
}

async fn clean(app: &TestApp) {
    let database = app.app.office.database.clone();
    let wrong = actix_web::web::block(move || database.snapshot(verify).unwrap()).await.unwrap();
    assert_eq!(wrong, Vec::<String>::new());
}

/// A record as the API shows it, without what every change changes.
async fn shown(client: &Client<'_>, path: &str) -> Value {
    let mut record = client.get(&format!("/api/v1/{path}")).await.must(200);
    for field in ["version", "updated_at"] {
        record.as_object_mut().unwrap().remove(field);
    }
    record
}

/// Everything that names the actors, as the API shows it.
async fn file(client: &Client<'_>, paths: &[String]) -> Vec<Value> {
    let mut all = Vec::new();
    for path in paths {
        all.push(shown(client, path).await);
    }
    all
}

/// Two actors who are one, and a record of each kind that names them; the paths of all.
async fn two_of_one(reviewer: &Client<'_>) -> (String, String, Vec<String>) {
    let one = made(reviewer, "actors", json!({"name": "Supreme Court", "kind": "state_body", "sector": "judiciary",
        "country": "KHM", "names": [{"text": "SC", "kind": "acronym"}], "confidentiality": "public"})).await;
    let two = made(reviewer, "actors", json!({"name": "Supreme Court of Cambodia", "kind": "state_body",
        "description": "The highest court", "identifiers": [{"scheme": "wikidata", "value": "Q9"}],
        "names": [{"text": "តុលាការកំពូល", "kind": "alias"}, {"text": "sc", "kind": "acronym"}], "confidentiality": "public"})).await;
    let (one, two) = (reference(&one).to_owned(), reference(&two).to_owned());
    let mut statement = press_statement();
    statement["issuers"] = json!([two]);
    statement["co_signers"] = json!([one, {"name": "Asian Forum", "kind": "ngo"}]);
    let statement = made(reviewer, "statements", statement).await;
    let s = reference(&statement);
    // In the first event both; in the second the other alone, twice; and as the court of a finding.
    let event = |title: &str, people: Value| {
        json!({"incident": {"title": title, "country": "KHM"}, "type": "dissolution",
        "title": title, "date": "2017-11-16", "country": "KHM", "participations": people,
        "findings": [{"provision": "ICCPR Article 22", "finding": "engaged", "court": two}]})
    };
    let first = event(
        "First",
        json!([{"actor": two, "role": "perpetrator", "harm": "none"},
        {"actor": {"name": "A party", "kind": "political_party"}, "role": "target"},
        {"actor": one, "role": "perpetrator", "count_best": 3}, {"actor": one, "role": "decision_maker"}]),
    );
    let first = made(reviewer, "events", first).await;
    let second = event(
        "Second",
        json!([{"actor": two, "role": "perpetrator"}, {"actor": two, "role": "witness"}]),
    );
    let second = made(reviewer, "events", second).await;
    let participation = &first["participations"][0]["id"];
    let mut paths =
        vec![format!("actors/{one}"), format!("actors/{two}"), format!("statements/{s}")];
    paths.extend([&first, &second].map(|it| format!("events/{}", reference(it))));
    for citation in [
        json!({"statement": s, "actor": two, "stance": "mentions", "quote": "Supreme Court"}),
        json!({"statement": s, "actor": one, "stance": "condemns"}),
        json!({"statement": s, "participation": participation, "stance": "reports"}),
    ] {
        let made = made(reviewer, "citations", citation).await;
        paths.push(format!("citations/{}", made["id"].as_str().unwrap()));
    }
    let demand =
        json!({"statement": s, "addressee": two, "text": "Give it back", "category": "cease"});
    let demand = made(reviewer, "demands", demand).await;
    paths.push(format!("demands/{}", demand["id"].as_str().unwrap()));
    for affiliation in [
        json!({"actor": two, "kind": "successor_of", "other": one}),
        json!({"actor": two, "kind": "part_of", "other": {"name": "The judiciary", "kind": "state_body"}}),
    ] {
        let made = made(reviewer, "affiliations", affiliation).await;
        paths.push(format!("affiliations/{}", made["id"].as_str().unwrap()));
    }
    (one, two, paths)
}

#[actix_web::test]
async fn what_names_the_other_moves_to_the_one_kept_and_back() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    let (one, two, paths) = two_of_one(&reviewer).await;
    let before = file(&reviewer, &paths).await;
    let body = json!({"other": two, "fields": {"name": "other"}, "reason": "The same court"});
    let merged = merge(&reviewer, &format!("actors/{one}"), body).await.must(200);
    assert_eq!(
        (&merged["merge"]["record"]["ref"], &merged["merge"]["other"]["ref"]),
        (&json!(one), &json!(two))
    );
    assert_eq!(merged["left"], json!([]));

    let kept = reviewer.get(&format!("/api/v1/actors/{one}")).await.must(200);
    assert_eq!(kept["name"], "Supreme Court of Cambodia");
    assert_eq!(
        (&kept["sector"], &kept["description"]),
        (&json!("judiciary"), &json!("The highest court"))
    );
    let names: Vec<_> =
        kept["names"].as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(names, ["SC", "Supreme Court", "តុលាការកំពូល"]);
    assert_eq!(kept["identifiers"][0]["value"], "Q9");

    // The ref of the other leads to the one kept.
    let away = reviewer.get(&format!("/api/v1/actors/{two}")).await;
    assert_eq!(away.must(307)["merged_into"]["ref"], one.as_str());
    assert_eq!(away.header("location"), format!("/api/v1/actors/{one}"));
    reviewer.patch(&format!("/api/v1/actors/{two}"), json!({"name": "x"})).await.problem(404);
    reviewer.post(&format!("/api/v1/actors/{two}/restore"), json!({})).await.problem(409);

    let first = reviewer.get(&format!("/api/v1/{}", paths[3])).await.must(200);
    let people = first["participations"].as_array().unwrap();
    let roles: Vec<_> = people
        .iter()
        .map(|it| {
            format!("{} {}", it["actor"]["ref"].as_str().unwrap(), it["role"].as_str().unwrap())
        })
        .collect();
    assert_eq!(roles.len(), 3, "{roles:?}");
    assert_eq!(
        (&people[1]["harm"], &people[1]["count_best"]),
        (&json!("none"), &json!(3)),
        "{people:?}"
    );
    assert_eq!(first["findings"][0]["court"]["ref"], one.as_str());
    let cited = reviewer.get(&format!("/api/v1/{}", paths[7])).await.must(200);
    assert_eq!(cited["target_id"], people[1]["id"], "the citation of a row that is gone");
    let statement = reviewer.get(&format!("/api/v1/{}", paths[2])).await.must(200);
    assert_eq!(statement["issuers"][0]["ref"], one.as_str());
    assert_eq!(statement["co_signers"].as_array().unwrap().len(), 1, "an issuer signs once");
    let demand = reviewer.get(&format!("/api/v1/{}", paths[8])).await.must(200);
    assert_eq!(demand["addressee"]["ref"], one.as_str());
    reviewer.get(&format!("/api/v1/{}", paths[9])).await.problem(404);
    let part_of = reviewer.get(&format!("/api/v1/{}", paths[10])).await.must(200);
    assert_eq!(part_of["actor"]["ref"], one.as_str());
    let history = reviewer.get(&format!("/api/v1/{}/revisions", paths[3])).await.must(200);
    let last = history["items"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&last["action"], &last["reason"]), (&json!("moved"), &json!("The same court")));
    clean(&app).await;

    let undone = undo(&reviewer, &merged).await.must(200);
    assert_eq!(undone["left"], json!([]));
    let after = file(&reviewer, &paths).await;
    for (after, before) in after.iter().zip(&before) {
        assert_eq!(after, before);
    }
    assert!(undo(&reviewer, &merged).await.problem(409).contains("taken back already"));
    clean(&app).await;

    // And once more: nothing is in the way.
    merge(&reviewer, &format!("actors/{two}"), json!({"other": one})).await.must(200);
    clean(&app).await;
}

#[actix_web::test]
async fn what_was_changed_since_a_merge_stays_and_is_named() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    let (one, two, paths) = two_of_one(&reviewer).await;
    let before = file(&reviewer, &paths).await;
    let merged = merge(&reviewer, &format!("actors/{one}"), json!({"other": two})).await.must(200);
    // Since then: another name, a description, a role changed, a demand addressed to somebody else.
    reviewer
        .patch(
            &format!("/api/v1/actors/{one}"),
            json!({"description": "Written anew", "country": "LAO"}),
        )
        .await
        .must(200);
    let second = reviewer.get(&format!("/api/v1/{}", paths[4])).await.must(200);
    let mut people = second["participations"].clone();
    for it in people.as_array_mut().unwrap() {
        it["actor"] = it["actor"]["ref"].clone();
    }
    people[0]["role"] = json!("ordered_by");
    reviewer
        .patch(
            &format!("/api/v1/{}", paths[4]),
            json!({"participations": people, "title": "Second, named anew"}),
        )
        .await
        .must(200);
    let other = json!({"addressee": {"name": "Somebody else", "kind": "person"}});
    reviewer.patch(&format!("/api/v1/{}", paths[8]), other).await.must(200);
    let undone = undo(&reviewer, &merged).await.must(200);
    let left: Vec<_> = undone["left"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            format!(
                "{} {} {}",
                it["kind"].as_str().unwrap(),
                it["why"].as_str().unwrap(),
                it["fields"]
            )
        })
        .collect();
    assert_eq!(
        left,
        [
            "actor changed_since [\"description\"]",
            "event changed_since null",
            "demand changed_since [\"addressee\"]"
        ]
    );
    let kept = reviewer.get(&format!("/api/v1/actors/{one}")).await.must(200);
    assert_eq!((&kept["description"], &kept["country"]), (&json!("Written anew"), &json!("LAO")));
    assert_eq!(kept["names"].as_array().unwrap().len(), 1);
    let second = reviewer.get(&format!("/api/v1/{}", paths[4])).await.must(200);
    let people: Vec<_> = second["participations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["actor"]["ref"].clone())
        .collect();
    assert_eq!(people, [json!(one), json!(two)], "the row that was changed stays");
    assert_eq!(second["title"], "Second, named anew");
    for at in [1, 2, 3, 5, 6, 7, 9, 10] {
        assert_eq!(shown(&reviewer, &paths[at]).await, before[at]);
    }
    clean(&app).await;
}

#[actix_web::test]
async fn two_records_of_one_happening_become_one_and_two_again() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    let first = made(&reviewer, "events", dissolution("S-2017-00001")).await;
    let one = reference(&first).to_owned();
    let people: Vec<_> = first["participations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["actor"]["ref"].clone())
        .collect();
    let mut again = dissolution("S-2017-00001");
    again["incident"] = json!({"title": "Another file", "country": "KHM"});
    again["title"] = json!("CNRP dissolved");
    again["narrative"] = json!("As the radio told it.");
    again["victims_best"] = json!(118);
    again["rights"] = json!(["expression"]);
    again["participations"] = json!([{"actor": people[1], "role": "target", "harm": "none"},
        {"actor": {"name": "A witness", "kind": "person"}, "role": "witness"}]);
    again["findings"] =
        json!([{"provision": "ICCPR Article 22", "finding": "engaged", "note": "n"}]);
    again["relations"] = json!([{"kind": "part_of", "event": one}]);
    let second = made(&reviewer, "events", again).await;
    let two = reference(&second).to_owned();
    let mut third = dissolution("S-2017-00001");
    third["relations"] = json!([{"kind": "follow_up_to", "event": two}]);
    third["date"] = json!("2017-12-01");
    let third = made(&reviewer, "events", third).await;
    let cited = json!({"statement": "S-2017-00001", "participation": second["participations"][0]["id"], "stance": "reports"});
    let cited = made(&reviewer, "citations", cited).await;
    let paths = [
        format!("events/{one}"),
        format!("events/{two}"),
        format!("events/{}", reference(&third)),
        format!("citations/{}", cited["id"].as_str().unwrap()),
    ];
    let before = file(&reviewer, &paths).await;

    let body = json!({"other": two, "fields": {"title": "other"}});
    let merged = merge(&reviewer, &paths[0], body).await.must(200);
    let kept = reviewer.get(&format!("/api/v1/{}", paths[0])).await.must(200);
    assert_eq!(
        (&kept["title"], &kept["narrative"], &kept["victims_best"]),
        (&json!("CNRP dissolved"), &json!("As the radio told it."), &json!(118))
    );
    assert_eq!(kept["participations"].as_array().unwrap().len(), 3);
    assert_eq!(kept["participations"][1]["harm"], "none");
    assert_eq!(kept["rights"], json!(["association", "expression", "participation"]));
    assert_eq!(kept["findings"][0]["note"], "n");
    assert_eq!(
        (&kept["relations"], &kept["related_from"][0]["kind"]),
        (&json!([]), &json!("follow_up_to"))
    );
    assert_eq!(kept["citations"].as_array().unwrap().len(), 1, "what says the same stands once");
    assert_eq!(shown(&reviewer, &paths[3]).await["target_id"], kept["participations"][1]["id"]);
    assert_eq!(
        reviewer.get(&format!("/api/v1/{}", paths[1])).await.must(307)["merged_into"]["ref"],
        one.as_str()
    );
    assert_eq!(reviewer.get("/api/v1/events?count=true").await.must(200)["total"], 2);
    clean(&app).await;

    undo(&reviewer, &merged).await.must(200);
    for (now, before) in file(&reviewer, &paths).await.iter().zip(&before) {
        assert_eq!(now, before);
    }
    clean(&app).await;

    // What differs stays twice, and is named; what was changed since stays with the one kept.
    let second = reviewer.get(&format!("/api/v1/{}", paths[1])).await.must(200);
    reviewer.patch(&format!("/api/v1/{}", paths[0]), json!({"participations": [
        {"id": first["participations"][0]["id"], "actor": people[0], "role": "perpetrator"},
        {"id": first["participations"][1]["id"], "actor": people[1], "role": "target", "harm": "injured"}]})).await.must(200);
    let merged = merge(&reviewer, &paths[0], json!({"other": two})).await.must(200);
    assert_eq!(
        (&merged["left"][0]["ref"], &merged["left"][0]["why"]),
        (&json!(one), &json!("twice"))
    );
    let witness = &second["participations"][1];
    let now = reviewer.get(&format!("/api/v1/{}", paths[0])).await.must(200);
    let mut rows = now["participations"].clone();
    for it in rows.as_array_mut().unwrap() {
        it["actor"] = it["actor"]["ref"].clone();
        if it["id"] == witness["id"] {
            it["role"] = json!("intervener");
        }
    }
    reviewer
        .patch(&format!("/api/v1/{}", paths[0]), json!({"participations": rows}))
        .await
        .must(200);
    let undone = undo(&reviewer, &merged).await.must(200);
    assert_eq!(undone["left"][0]["ref"], one.as_str());
    let (now, back) = (shown(&reviewer, &paths[0]).await, shown(&reviewer, &paths[1]).await);
    assert_eq!(now["participations"].as_array().unwrap().len(), 3);
    assert_eq!(back["participations"].as_array().unwrap().len(), 1);
    clean(&app).await;
}

#[actix_web::test]
async fn the_stricter_of_the_two_decides_who_sees_the_one() {
    let app = TestApp::new();
    let (monitor, entrusted, reviewer, admin) = (
        app.user(Role::Monitor).await,
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Admin).await,
    );
    let open = json!({"name": "Sok Dara", "kind": "person", "confidentiality": "public"});
    let open = reference(&made(&monitor, "actors", open).await).to_owned();
    let closed = json!({"name": "Sok Daraa", "kind": "person", "protected": true, "pseudonym": "Witness K-03",
        "confidentiality": "internal", "names": [{"text": "Brother Number Nine", "kind": "alias"}]});
    let closed = reference(&made(&entrusted, "actors", closed).await).to_owned();
    let body = |fields: Value| json!({"other": closed, "fields": fields});
    let path = format!("actors/{open}");
    for field in ["confidentiality", "protected"] {
        let refused = merge(&reviewer, &path, body(json!({field: "kept"}))).await;
        assert!(refused.problem(422).contains("takes the stricter"), "{}", refused.body);
    }
    let refused = merge(&reviewer, &path, body(json!({"colour": "kept"}))).await;
    assert!(refused.problem(422).starts_with("/fields/colour cannot be chosen; there are name"));
    assert!(
        merge(&reviewer, &path, body(json!({"name": "both"})))
            .await
            .problem(422)
            .starts_with("/fields/name")
    );
    assert_eq!(shown(&monitor, &path).await["name"], "Sok Dara");

    let merged = merge(&reviewer, &path, body(json!({}))).await.must(200);
    let seen = shown(&reviewer, &path).await;
    assert_eq!(
        (&seen["protected"], &seen["pseudonym"], &seen["confidentiality"]),
        (&json!(true), &json!("Witness K-03"), &json!("internal"))
    );
    // Whoever entered the open record does not come to know the other's names, nor whose they are.
    let not = monitor.get(&format!("/api/v1/{path}")).await;
    assert_eq!(not.must(200)["name"], "Witness K-03");
    assert!(!not.body.contains("Nine") && !not.body.contains("Daraa"), "{}", not.body);
    for client in [&monitor, &entrusted] {
        for list in ["merges", "exports/merges.csv", "actors", "changes", "search?q=nine"] {
            let body = client.get(&format!("/api/v1/{list}")).await.body;
            assert!(!body.contains("Nine"), "{list}: {body}");
        }
    }
    undo(&reviewer, &merged).await.must(200);
    assert_eq!(shown(&monitor, &path).await["name"], "Sok Dara");
    assert_eq!(shown(&entrusted, &format!("actors/{closed}")).await["name"], "Sok Daraa");

    // Events: at least as confidential as the other was seen.
    let event = |level: &str| {
        json!({"incident": {"title": level, "country": "KHM", "confidentiality": level},
        "type": "arrest", "title": "Taken", "country": "KHM", "date": "2018-01-01", "confidentiality": "public"})
    };
    let (public, secret) = (
        made(&reviewer, "events", event("public")).await,
        made(&reviewer, "events", event("confidential")).await,
    );
    let path = format!("events/{}", reference(&public));
    let merged = merge(&reviewer, &path, json!({"other": secret["ref"]})).await.must(200);
    assert_eq!(shown(&reviewer, &path).await["confidentiality"], "confidential");
    undo(&reviewer, &merged).await.must(200);
    assert_eq!(shown(&reviewer, &path).await["confidentiality"], "public");

    // Of two teams: nobody could see the one.
    let team = |name: &str| json!({"name": name, "members": [reviewer.id.to_string()]});
    let (a, b) =
        (made(&admin, "teams", team("One")).await, made(&admin, "teams", team("Two")).await);
    let restricted = |team: &Value| json!({"name": "Sok Dara", "kind": "person", "confidentiality": "restricted", "team": team["id"]});
    let (x, y) = (
        made(&reviewer, "actors", restricted(&a)).await,
        made(&reviewer, "actors", restricted(&b)).await,
    );
    let refused =
        merge(&reviewer, &format!("actors/{}", reference(&x)), json!({"other": y["ref"]})).await;
    assert!(refused.problem(409).contains("different teams"));
    let merged =
        merge(&reviewer, &format!("actors/{open}"), json!({"other": x["ref"]})).await.must(200);
    assert_eq!(shown(&reviewer, &format!("actors/{open}")).await["confidentiality"], "restricted");
    monitor.get(&format!("/api/v1/actors/{open}")).await.problem(404);
    admin
        .get(&format!("/api/v1/merges/{}", merged["merge"]["id"].as_str().unwrap()))
        .await
        .problem(404);
    admin.get(&format!("/api/v1/actors/{}", reference(&x))).await.problem(404);
    clean(&app).await;
}

#[actix_web::test]
async fn merging_takes_a_reviewer_who_has_seen_both() {
    let app = TestApp::new();
    let (monitor, other, reviewer, viewer) = (
        app.user(Role::Monitor).await,
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Viewer).await,
    );
    let actor = json!({"name": "Sok Dara", "kind": "person"});
    let one = reference(&made(&monitor, "actors", actor.clone()).await).to_owned();
    let two = reference(&made(&monitor, "actors", actor.clone()).await).to_owned();
    let path = format!("actors/{one}");
    for client in [&monitor, &viewer] {
        assert!(
            merge(client, &path, json!({"other": two})).await.problem(403).contains("reviewer")
        );
        client.post(&format!("/api/v1/{path}/distinct"), json!({"other": two})).await.problem(403);
    }
    let send = |body: Value, version: Option<&'static str>| {
        let (reviewer, path) = (reviewer.clone(), format!("/api/v1/{path}/merge"));
        async move {
            let headers: Vec<_> = version.iter().map(|version| ("if-match", *version)).collect();
            reviewer.send(Method::POST, &path, Some(body), &headers).await
        }
    };
    send(json!({"other": two}), None).await.problem(428);
    assert!(
        send(json!({"other": two}), Some("\"1\"")).await.problem(422).starts_with("/other_version")
    );
    send(json!({"other": two, "other_version": 1}), Some("\"9\"")).await.problem(412);
    send(json!({"other": two, "other_version": 9}), Some("\"1\"")).await.problem(412);
    assert!(send(json!({"other": one}), Some("*")).await.problem(422).contains("the same record"));
    let missing = send(json!({"other": "A-09999"}), Some("*")).await;
    assert_eq!(missing.problem(422), "/other there is no actor 'A-09999'");
    let secret = json!({"name": "Sok Dara", "kind": "person", "confidentiality": "confidential"});
    let secret = reference(&made(&other, "actors", secret).await).to_owned();
    send(json!({"other": "KHM-2017-0001-E1"}), Some("*")).await.problem(422);
    send(json!({"other": two, "colour": 1}), Some("*")).await.problem(422);

    let merged = send(json!({"other": two, "other_version": 1}), Some("\"1\"")).await;
    assert_eq!(merged.must(200)["version"], 2);
    assert_eq!(merged.header("etag"), "\"2\"");
    let merged = merged.json();
    let id = merged["merge"]["id"].as_str().unwrap();
    monitor.post(&format!("/api/v1/merges/{id}/undo"), json!({})).await.problem(403);
    reviewer.post("/api/v1/merges/nothing/undo", json!({})).await.problem(404);
    // Staff are named to staff alone; a viewer sees neither record, and so no decision.
    assert_eq!(
        monitor.get("/api/v1/merges").await.must(200)["items"][0]["decided_by"],
        reviewer.id.to_string()
    );
    assert_eq!(viewer.get("/api/v1/merges").await.must(200)["items"], json!([]));
    viewer.get(&format!("/api/v1/actors/{two}")).await.problem(404);

    // One after another, and back in the order that is possible.
    let onward =
        merge(&reviewer, &format!("actors/{secret}"), json!({"other": one})).await.must(200);
    assert_eq!(
        reviewer.get(&format!("/api/v1/actors/{two}")).await.must(307)["merged_into"]["ref"],
        secret.as_str()
    );
    monitor.get(&format!("/api/v1/actors/{two}")).await.problem(404);
    assert!(undo(&reviewer, &merged).await.problem(409).contains("take that back first"));
    let csv = reviewer.get("/api/v1/exports/merges.csv").await.body;
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("merged") && csv.contains(&two), "{csv}");
    undo(&reviewer, &onward).await.must(200);
    undo(&reviewer, &merged).await.must(200);
    let first = reviewer.get("/api/v1/merges?limit=1&kind=actor").await.must(200);
    let cursor = first["next_cursor"].as_str().unwrap();
    let next =
        reviewer.get(&format!("/api/v1/merges?limit=1&kind=actor&cursor={cursor}")).await.must(200);
    assert_ne!(first["items"][0]["id"], next["items"][0]["id"]);
    assert_eq!(next["next_cursor"], Value::Null);
    reviewer.get("/api/v1/merges?colour=red").await.problem(400);
    clean(&app).await;

    app.tamper("UPDATE duplicate_decisions SET reason = 'another'");
    let database = app.app.office.database.clone();
    let wrong = actix_web::web::block(move || database.snapshot(verify).unwrap()).await.unwrap();
    assert_eq!(wrong.len(), 2, "{wrong:?}");
}

#[actix_web::test]
async fn a_published_event_stays_what_viewers_see_of_it() {
    let app = TestApp::new();
    let (author, reviewer, viewer) = (
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Viewer).await,
    );
    let event = |title: &str| {
        json!({"incident": {"title": title, "country": "KHM", "confidentiality": "public"},
        "type": "arrest", "title": title, "country": "KHM", "date": "2018-01-01", "confidentiality": "public"})
    };
    let (one, two) =
        (made(&author, "events", event("One")).await, made(&author, "events", event("Two")).await);
    for it in [&one, &two] {
        for path in [
            format!("/api/v1/incidents/{}", it["incident"]["ref"].as_str().unwrap()),
            format!("/api/v1/events/{}", reference(it)),
        ] {
            move_to(&path, "published", &author, &reviewer).await;
        }
    }
    let path = format!("events/{}", reference(&one));
    merge(&reviewer, &path, json!({"other": two["ref"]})).await.must(200);
    let away = viewer.get(&format!("/api/v1/events/{}", reference(&two))).await;
    assert_eq!(away.must(307)["merged_into"]["ref"], one["ref"]);
    let decisions = viewer.get("/api/v1/merges").await.must(200);
    assert_eq!(decisions["items"].as_array().unwrap().len(), 1);
    assert!(decisions["items"][0].get("decided_by").is_none());
    assert_eq!(viewer.get("/api/v1/events?count=true").await.must(200)["total"], 1);
}
