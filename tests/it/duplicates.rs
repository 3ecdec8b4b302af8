//! Records that may be one: candidates, merging, taking it back.

use saksi::casework::verify::verify;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, Reply, TestApp, dissolution, move_to, press_statement};

fn actor(name: &str) -> Value {
    json!({"name": name, "kind": "person", "country": "KHM"})
}

async fn made(client: &Client<'_>, path: &str, body: Value) -> String {
    let made = client.post(&format!("/api/v1/{path}"), body).await.must(201);
    made["ref"].as_str().unwrap().to_owned()
}

async fn candidates(client: &Client<'_>, path: &str) -> Vec<(String, f64, Vec<String>)> {
    let found = client.get(&format!("/api/v1/{path}/duplicates")).await.must(200);
    read(&found)
}

fn read(found: &Value) -> Vec<(String, f64, Vec<String>)> {
    let items = found["items"].as_array().unwrap().iter();
    items
        .map(|it| {
            let reasons = it["reasons"].as_array().unwrap().iter();
            let reasons = reasons.map(|why| {
                let value = why["value"].as_str().map(|it| format!(" {it}")).unwrap_or_default();
                format!("{}{value}", why["code"].as_str().unwrap())
            });
            (
                it["ref"].as_str().unwrap().to_owned(),
                it["score"].as_f64().unwrap(),
                reasons.collect(),
            )
        })
        .collect()
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

/// A second record of the dissolution, by somebody who did not find the first.
fn again(statement: &str) -> Value {
    let mut event = dissolution(statement);
    event["incident"]["title"] = json!("Party dissolved");
    event["title"] = json!("CNRP dissolved by Supreme Court");
    event["participations"] = json!([
        {"actor": {"name": "Supreme Court of the Kingdom of Cambodia", "kind": "state_body", "sector": "judiciary", "country": "KHM"}, "role": "perpetrator"},
        {"actor": "A-00003", "role": "target", "harm": "none"}]);
    event
}

#[actix_web::test]
async fn actors_are_found_by_names_in_any_spelling_and_by_registers() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    let first = made(
        &reviewer,
        "actors",
        json!({"name": "Sok Dara", "kind": "person", "country": "KHM",
        "names": [{"text": "សុខ ដារ៉ា", "kind": "alias"}],
        "identifiers": [{"scheme": "wikidata", "value": "Q1"}]}),
    )
    .await;
    for other in ["Chan Bopha", "Sok Bopha", "Kim Dara"] {
        made(&reviewer, "actors", actor(other)).await;
    }
    let check = |body: Value| async {
        let found = reviewer.post("/api/v1/actors/check", body).await.must(200);
        read(&found)
    };
    for name in ["Sok Dara", "SOK DARA", "Dara Sok", "Sok Daraa", "Sok Dara Keo", "សុខ ដារ៉ា"]
    {
        let found = check(actor(name)).await;
        assert_eq!(found.len(), 1, "{name}: {found:?}");
        assert_eq!(found[0].0, first, "{name}");
    }
    let found = check(actor("Sok Dara")).await;
    assert_eq!(found[0].2, ["same_name 1.00", "same_kind", "same_country"]);
    let mut other = actor("Somebody Else Entirely");
    other["identifiers"] = json!([{"scheme": "wikidata", "value": "Q1"}]);
    let found = check(other).await;
    assert_eq!(
        (found[0].0.as_str(), found[0].2[0].as_str()),
        (first.as_str(), "same_identifier wikidata:Q1")
    );
    assert_eq!(check(actor("Nobody Known")).await, []);
    let party = json!({"name": "CNRP", "kind": "political_party"});
    let acronym = made(&reviewer, "actors", party).await;
    let long = json!({"name": "Cambodia National Rescue Party", "kind": "political_party"});
    assert_eq!(check(long).await[0].0, acronym);
    assert_eq!(
        reviewer.get("/api/v1/actors?count=true").await.must(200)["total"],
        5,
        "nothing is stored"
    );

    // A record is never a candidate of itself; both of a pair find one another with one score.
    let second = made(&reviewer, "actors", actor("Sok Daraa")).await;
    let (one, other) = (
        candidates(&reviewer, &format!("actors/{first}")).await,
        candidates(&reviewer, &format!("actors/{second}")).await,
    );
    assert_eq!((one[0].0.as_str(), other[0].0.as_str()), (second.as_str(), first.as_str()));
    assert!((one[0].1 - other[0].1).abs() < 1e-9);

    // That they are two is kept: they are not suggested again, until it is taken back.
    let decided = reviewer
        .post(
            &format!("/api/v1/actors/{second}/distinct"),
            json!({"other": first, "reason": "Two brothers"}),
        )
        .await
        .must(200);
    assert_eq!(candidates(&reviewer, &format!("actors/{first}")).await, []);
    assert_eq!(candidates(&reviewer, &format!("actors/{second}")).await, []);
    let same =
        reviewer.post(&format!("/api/v1/actors/{first}/distinct"), json!({"other": second})).await;
    assert_eq!(same.must(200)["merge"]["id"], decided["merge"]["id"], "decided once");
    undo(&reviewer, &decided).await.must(200);
    assert_eq!(candidates(&reviewer, &format!("actors/{first}")).await.len(), 1);
    let page = reviewer.get("/api/v1/merges?decision=distinct").await.must(200);
    assert_eq!(page["items"][0]["reason"], "Two brothers");
    assert!(page["items"][0]["undone_at"].is_string());
    clean(&app).await;
}

#[actix_web::test]
async fn events_are_found_by_day_place_type_and_who_took_part() {
    let app = TestApp::new();
    let (monitor, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    let first = made(&monitor, "events", dissolution("S-2017-00001")).await;
    let mut other = dissolution("S-2017-00001");
    other["title"] = json!("Farmers arrested at a bridge");
    other["type"] = json!("arrest");
    other["date"] = json!("2017-11-17");
    other["place_name"] = json!("Battambang");
    other["participations"] = json!([]);
    made(&monitor, "events", other).await;
    let found = monitor.post("/api/v1/events/check", again("S-2017-00001")).await.must(200);
    let found = read(&found);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, first);
    assert!(found[0].1 >= 0.8, "{found:?}");
    for why in ["same_day", "same_place", "same_type", "shares_participant A-00003"] {
        assert!(found[0].2.iter().any(|it| it == why), "{why}: {found:?}");
    }
    // What is known so far is enough to ask.
    let little = json!({"country": "KHM", "type": "dissolution", "date": "2017-11", "title": "Supreme Court dissolves CNRP"});
    let found = monitor.post("/api/v1/events/check", little).await.must(200);
    assert_eq!(read(&found)[0].0, first);
    assert_eq!(monitor.post("/api/v1/events/check", json!({})).await.must(200)["items"], json!([]));
    let year = json!({"country": "KHM", "type": "dissolution", "date": "2018-11-16", "title": "Supreme Court dissolves the CNRP",
        "place_name": "Phnom Penh", "participations": [{"actor": "A-00003", "role": "target"}]});
    let found = reviewer.post("/api/v1/events/check", year).await.must(200);
    assert_eq!(found["items"], json!([]), "a year apart they are two");

    let second = made(&monitor, "events", again("S-2017-00001")).await;
    assert_eq!(candidates(&monitor, &format!("events/{second}")).await[0].0, first);
    let found = candidates(&monitor, &format!("events/{first}")).await;
    assert_eq!(found[0].0, second);
    // Another monitor sees neither; a viewer, what is published.
    let stranger = app.user(Role::Monitor).await;
    stranger.get(&format!("/api/v1/events/{first}/duplicates")).await.problem(404);
    let asked = stranger.post("/api/v1/events/check", again("S-2017-00001")).await.must(200);
    assert_eq!(asked["items"], json!([]));
    monitor.post("/api/v1/events/check", json!({"colour": "red"})).await.problem(422);
    monitor.get("/api/v1/events/check").await.problem(405);
    monitor.get(&format!("/api/v1/events/{first}/duplicates?limit=0")).await.problem(400);
}

#[actix_web::test]
async fn what_one_may_not_see_or_know_makes_no_candidate_and_moves_no_score() {
    let app = TestApp::new();
    let (monitor, reviewer, other, researcher) = (
        app.user(Role::Monitor).await,
        app.user(Role::Reviewer).await,
        app.user(Role::Monitor).await,
        app.user(Role::Researcher).await,
    );
    let person = json!({"name": "Sok Dara", "kind": "person", "country": "KHM", "protected": true,
        "pseudonym": "Witness K-03", "identifiers": [{"scheme": "passport", "value": "N0099887"}]});
    let protected = made(&monitor, "actors", person.clone()).await;
    let ask = |body: Value| {
        let (monitor, reviewer, other) = (monitor.clone(), reviewer.clone(), other.clone());
        async move {
            let mut all = Vec::new();
            for client in [&monitor, &reviewer, &other] {
                let found = client.post("/api/v1/actors/check", body.clone()).await.must(200);
                all.push(read(&found).into_iter().map(|it| it.0).collect::<Vec<_>>());
            }
            all
        }
    };
    let (knows, does_not) = (vec![protected.clone()], Vec::<String>::new());
    assert_eq!(ask(actor("Sok Dara")).await, [knows.clone(), knows.clone(), does_not.clone()]);
    let mut by_number = actor("Another Name");
    by_number["identifiers"] = json!([{"scheme": "passport", "value": "N0099887"}]);
    assert_eq!(ask(by_number).await, [knows.clone(), knows, does_not.clone()]);
    // By the pseudonym nobody is taken for anybody.
    assert_eq!(ask(actor("Witness K-03")).await, vec![does_not.clone(); 3]);

    // An event with the person: its place, and the name in its title, tell nothing.
    let event = |title: &str| {
        json!({"incident": {"title": "I", "country": "KHM"}, "type": "arrest", "title": title,
        "date": "2018-03-02", "country": "KHM", "place_name": "Sralau"})
    };
    let mut of = event("Sok Dara taken at the market");
    of["participations"] = json!([{"actor": protected, "role": "target"}]);
    let path = made(&monitor, "events", of).await;
    let incident = path.rsplit_once('-').unwrap().0.to_owned();
    for record in [format!("/api/v1/incidents/{incident}"), format!("/api/v1/events/{path}")] {
        move_to(&record, "approved", &monitor, &reviewer).await;
    }
    let asked = event("Sok Dara taken at the market");
    let knowing = reviewer.post("/api/v1/events/check", asked.clone()).await.must(200);
    let not = other.post("/api/v1/events/check", asked.clone()).await.must(200);
    let why = |found: &Value| read(found).first().map(|it| it.2.join(", ")).unwrap_or_default();
    assert!(why(&knowing).contains("same_place") && why(&knowing).contains("title_alike 1.00"));
    assert!(!not.to_string().contains("same_place"), "{not}");
    assert!(
        !not.to_string().contains("Dara") && !not.to_string().contains("title_alike 1.00"),
        "{not}"
    );
    // The same asked without the name and place scores the same: neither is compared.
    let mut without = asked.clone();
    without["place_name"] = json!("Elsewhere");
    let elsewhere = other.post("/api/v1/events/check", without).await.must(200);
    assert_eq!(not, elsewhere);
    researcher.post("/api/v1/events/check", asked).await.problem(403);
    assert_eq!(candidates(&researcher, &format!("events/{path}")).await, []);
}
