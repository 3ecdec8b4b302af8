//! Ways in which a protected name, or a hidden record, could be found out: each is closed.

use actix_web::http::Method;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, move_to};

/// A protected person, entered by somebody else; everyone may meet them by pseudonym.
async fn witness(by: &Client<'_>, name: &str) -> String {
    let new = json!({"name": name, "kind": "person", "protected": true, "pseudonym": "Witness K-03",
        "confidentiality": "internal"});
    let made = by.post("/api/v1/actors", new).await.must(201);
    made["ref"].as_str().unwrap().to_owned()
}

/// A reviewer in the team "Protection", and the team.
async fn in_team(app: &TestApp) -> (Client<'_>, Value) {
    let (insider, admin) = (app.user(Role::Reviewer).await, app.user(Role::Admin).await);
    let team = json!({"name": "Protection", "members": [insider.id.to_string()]});
    let team = admin.post("/api/v1/teams", team).await.must(201);
    (app.log_in(insider.id).await, team)
}

fn testimony(body: &str) -> Value {
    json!({"title": "A testimony", "kind": "testimony", "issued_on": "2018-01-01", "body": body})
}

fn event(participations: &Value) -> Value {
    json!({"incident": {"title": "A night", "country": "KHM"}, "type": "arrest", "title": "An arrest",
        "country": "KHM", "date": "2018-01-01", "participations": participations})
}

async fn published(path: &str, by: &Client<'_>, reviewer: &Client<'_>) {
    move_to(path, "published", by, reviewer).await;
}

#[actix_web::test]
async fn a_quote_across_a_name_is_refused_without_telling_the_name() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    witness(&author, "Sok Dara").await;
    let said = "He was told by Sok Dara that the police came at night.";
    author.post("/api/v1/statements", testimony(said)).await.must(201);
    published("/api/v1/statements/S-2018-00001", &author, &reviewer).await;
    let other = app.user(Role::Monitor).await;
    let made = other.post("/api/v1/events", event(&json!([]))).await.must(201);
    for quote in ["told by Witness K-03 that the police", "told by someone that the police came"] {
        let citation = json!({"statement": "S-2018-00001", "event": made["ref"], "stance": "reports", "quote": quote});
        let about = other.post("/api/v1/citations", citation).await.problem(422);
        assert!(!about.contains("Dara"), "{about}");
    }
    let about = json!({"body": "He was told that the police came at night."});
    let citation = json!({"statement": "S-2018-00001", "event": made["ref"], "stance": "reports", "quote": "that the police came"});
    other.post("/api/v1/citations", citation).await.must(201);
    let refused = reviewer.patch("/api/v1/statements/S-2018-00001", about).await.problem(422);
    assert!(refused.contains("quotes the characters"), "{refused}");
}

#[actix_web::test]
async fn to_name_somebody_in_a_record_of_ones_own_does_not_tell_who_they_are() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let actor = witness(&author, "Sok Dara").await;
    let other = app.user(Role::Monitor).await;
    let made = other.post("/api/v1/events", event(&json!([]))).await.must(201);
    let incident = made["incident"]["ref"].as_str().unwrap();
    let assigned = json!({"assigned_to": other.id.to_string()});
    reviewer.patch(&format!("/api/v1/incidents/{incident}"), assigned).await.must(200);
    let mut again = event(&json!([{"actor": actor, "role": "witness"}]));
    again["incident"] = json!(incident);
    let shown = other.post("/api/v1/events", again).await.must(201);
    assert_eq!(shown["participations"][0]["actor"]["name"], "Witness K-03");
    let met = other.get(&format!("/api/v1/actors/{actor}")).await.must(200);
    assert_eq!((&met["name"], &met["names"]), (&json!("Witness K-03"), &json!([])));
    // Whoever is given the case by somebody else does know.
    let third = author
        .post("/api/v1/events", event(&json!([{"actor": actor, "role": "target"}])))
        .await
        .must(201);
    let path = format!("/api/v1/incidents/{}", third["incident"]["ref"].as_str().unwrap());
    reviewer.patch(&path, json!({"assigned_to": other.id.to_string()})).await.must(200);
    assert_eq!(other.get(&format!("/api/v1/actors/{actor}")).await.must(200)["name"], "Sok Dara");
}

#[actix_web::test]
async fn what_one_writes_comes_back_as_written_whoever_it_names() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    witness(&author, "Sok Dara").await;
    let other = app.user(Role::Monitor).await;
    let mut shown = Vec::new();
    for name in ["Sok Dara", "Kim Bopha"] {
        let mut answers = Vec::new();
        let incident = json!({"title": format!("About {name}"), "summary": name, "country": "KHM", "tags": [name]});
        let incident = other.post("/api/v1/incidents", incident).await.must(201);
        let path = format!("/api/v1/incidents/{}", incident["ref"].as_str().unwrap());
        answers.push(other.get(&path).await.body);
        let said = testimony(&format!("I saw {name} there."));
        answers.push(other.post("/api/v1/statements", said).await.body);
        let person = json!({"name": name, "kind": "person", "description": name});
        answers.push(other.post("/api/v1/actors", person).await.body);
        let query = name.replace(' ', "+");
        for list in [
            format!("statements?mine=true&q={query}&fields=title,body"),
            format!("incidents?mine=true&q={query}&fields=title,tags"),
            format!("incidents?mine=true&tag={query}&fields=title"),
        ] {
            answers.push(other.get(&format!("/api/v1/{list}")).await.body);
        }
        answers.push(
            other.get(&format!("/api/v1/exports/incidents.csv?mine=true&q={query}")).await.body,
        );
        for answer in &answers {
            assert!(answer.contains(name), "{answer}");
            assert!(!answer.contains("K-03"), "{answer}");
        }
        shown.push(incident);
    }
    // Others see the pseudonym, and find nothing by the name.
    let third = app.user(Role::Monitor).await;
    let reviewer = app.user(Role::Reviewer).await;
    let path = format!("/api/v1/incidents/{}", shown[0]["ref"].as_str().unwrap());
    published(&path, &other, &reviewer).await;
    let seen = third.get(&path).await.must(200);
    assert_eq!(
        (&seen["title"], &seen["tags"][0]),
        (&json!("About Witness K-03"), &json!("Witness K-03"))
    );
    for by in ["tag", "q"] {
        let list =
            third.get(&format!("/api/v1/incidents?count=true&{by}=Sok+Dara")).await.must(200);
        assert_eq!(list["total"], 0, "{by}");
        let list = third.get(&format!("/api/v1/events?count=true&{by}=Sok+Dara")).await.must(200);
        assert_eq!(list["total"], 0, "{by}");
    }
    // What a reviewer wrote into it is not the author's own any more.
    reviewer.patch(&path, json!({"summary": "Told by Sok Dara"})).await.must(200);
    assert_eq!(other.get(&path).await.must(200)["summary"], "Told by Witness K-03");
}

#[actix_web::test]
async fn a_name_that_somebody_known_bears_too_stays() {
    let app = TestApp::new();
    let (author, other) = (app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let reviewer = app.user(Role::Reviewer).await;
    witness(&author, "Sok Dara").await;
    witness(&other, "Sok Dara").await;
    author.post("/api/v1/statements", testimony("Sok Dara was there.")).await.must(201);
    published("/api/v1/statements/S-2018-00001", &author, &reviewer).await;
    let body = other.get("/api/v1/statements/S-2018-00001").await.must(200)["body"].clone();
    assert_eq!(body, "Sok Dara was there.");
    let third = app.user(Role::Monitor).await;
    let body = third.get("/api/v1/statements/S-2018-00001").await.must(200)["body"].clone();
    assert_eq!(body, "Witness K-03 was there.");
}

#[actix_web::test]
async fn an_address_that_names_or_leads_to_a_name_is_left_out() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    witness(&author, "Sok Dara").await;
    for (body, url, shown) in [
        ("Nothing.", "https://example.org/2018/sok-dara-speaks", false),
        ("Nothing.", "https://example.org/Sok%20Dara", false),
        ("Sok Dara speaks.", "https://example.org/17", false),
        ("Nothing.", "https://example.org/17", true),
    ] {
        let mut said = testimony(body);
        said["url"] = json!(url);
        let made = author.post("/api/v1/statements", said).await.must(201);
        let path = format!("/api/v1/statements/{}", made["ref"].as_str().unwrap());
        published(&path, &author, &reviewer).await;
        let seen = app.user(Role::Researcher).await.get(&path).await.must(200);
        assert_eq!(seen["url"].is_string(), shown, "{seen}");
        assert_eq!(reviewer.get(&path).await.must(200)["url"], url);
    }
}

#[actix_web::test]
async fn what_is_found_by_a_name_is_lost_with_protection_and_found_again_without() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    for text in ["Tiv was seen by the police.", "The police of Sok\u{200B}Dara, and sok-dara."] {
        author.post("/api/v1/statements", testimony(text)).await.must(201);
    }
    let found = async |word: &str| {
        let list = reviewer.get(&format!("/api/v1/statements?count=true&q={word}")).await;
        list.must(200)["total"].as_i64().unwrap()
    };
    assert_eq!((found("police").await, found("tiv").await, found("dara").await), (2, 1, 1));
    let person =
        json!({"name": "Sok Dara", "kind": "person", "names": [{"text": "Tiv", "kind": "alias"}]});
    let person = reviewer.post("/api/v1/actors", person).await.must(201);
    let path = format!("/api/v1/actors/{}", person["ref"].as_str().unwrap());
    let protect = json!({"protected": true, "pseudonym": "Witness 4"});
    reviewer.patch(&path, protect).await.must(200);
    assert_eq!((found("police").await, found("tiv").await, found("dara").await), (2, 0, 0));
    assert_eq!(found("seen+by").await, 1);
    reviewer.patch(&path, json!({"names": []})).await.must(200);
    assert_eq!((found("tiv").await, found("dara").await), (1, 0));
    reviewer.patch(&path, json!({"protected": false})).await.must(200);
    assert_eq!(found("dara").await, 1);
    let actors = reviewer.get("/api/v1/actors?count=true&q=dara").await.must(200);
    assert_eq!(actors["total"], 1);
}

#[actix_web::test]
async fn ordinary_words_are_not_names_to_be_taken_out() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    for name in ["Police", "arbitrary detention", "Cambodia", "X"] {
        let new =
            json!({"name": name, "kind": "person", "protected": true, "pseudonym": "Nobody 1"});
        let about = author.post("/api/v1/actors", new).await.problem(422);
        assert!(about.starts_with("/name ") && about.contains("in full"), "{about}");
    }
}

#[actix_web::test]
async fn a_change_keeps_what_the_one_who_makes_it_does_not_see() {
    let app = TestApp::new();
    let (insider, _) = in_team(&app).await;
    let outsider = app.user(Role::Reviewer).await;
    let hidden = json!({"name": "Chan Vanna", "kind": "person", "confidentiality": "restricted", "team": "Protection"});
    let people = json!([{"actor": {"name": "A court", "kind": "state_body"}, "role": "perpetrator"},
        {"actor": hidden, "role": "target"}]);
    let made = insider.post("/api/v1/events", event(&people)).await.must(201);
    let path = format!("/api/v1/events/{}", made["ref"].as_str().unwrap());
    let seen = outsider.get(&path).await.must(200);
    assert_eq!(seen["participations"].as_array().map(Vec::len), Some(1));
    outsider.patch(&path, json!({"title": "Another title"})).await.must(200);
    let mut people = seen["participations"].clone();
    people[0] =
        json!({"id": people[0]["id"], "actor": people[0]["actor"]["ref"], "role": "ordered_by"});
    outsider.patch(&path, json!({"participations": people})).await.must(200);
    outsider.patch(&path, json!({"participations": []})).await.must(200);
    let all = insider.get(&path).await.must(200);
    assert_eq!(all["participations"][0]["actor"]["name"], "Chan Vanna", "{all}");
    assert_eq!(all["participations"].as_array().map(Vec::len), Some(1));
    // A record that is deleted does not make those that name it unchangeable either.
    let actor = all["participations"][0]["actor"]["id"].as_str().unwrap();
    insider.delete(&format!("/api/v1/actors/{actor}")).await.must(204);
    insider.patch(&path, json!({"title": "A third title"})).await.must(200);

    let said = json!({"title": "On", "kind": "report", "body": "b", "issuers": [{"name": "An NGO", "kind": "ngo"}, hidden]});
    let said = insider.post("/api/v1/statements", said).await.must(201);
    let path = format!("/api/v1/statements/{}", said["ref"].as_str().unwrap());
    outsider.patch(&path, json!({"issuers": []})).await.must(200);
    assert_eq!(insider.get(&path).await.must(200)["issuers"][0]["name"], "Chan Vanna");
}

#[actix_web::test]
async fn a_text_that_was_shown_with_names_replaced_keeps_its_names() {
    let app = TestApp::new();
    let (author, other) = (app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let reviewer = app.user(Role::Reviewer).await;
    witness(&author, "Sok Dara").await;
    let incident = json!({"title": "A file", "country": "KHM"});
    let incident = other.post("/api/v1/incidents", incident).await.must(201);
    let path = format!("/api/v1/incidents/{}", incident["ref"].as_str().unwrap());
    let told = json!({"summary": "Told by Sok Dara", "tags": ["Sok Dara"]});
    reviewer.patch(&path, told).await.must(200);
    let seen = other.get(&path).await.must(200);
    assert_eq!(seen["summary"], "Told by Witness K-03");
    let back = json!({"title": "Another", "summary": seen["summary"], "tags": seen["tags"]});
    other.patch(&path, back).await.must(200);
    let kept = reviewer.get(&path).await.must(200);
    assert_eq!(
        (&kept["summary"], &kept["tags"][0]),
        (&json!("Told by Sok Dara"), &json!("Sok Dara"))
    );
    let edited = json!({"summary": "Told by Witness K-03 in person"});
    assert!(other.patch(&path, edited).await.problem(422).starts_with("/summary names"));
}

#[actix_web::test]
async fn old_versions_tell_no_more_than_the_present_one() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let actor = witness(&author, "Sok Dara").await;
    let mut night = event(&json!([]));
    night["place_name"] = json!("Sparrow lane");
    night["latitude"] = json!(71.1234);
    night["longitude"] = json!(104.4321);
    night["geo_precision"] = json!("exact");
    night["confidentiality"] = json!("internal");
    let made = author.post("/api/v1/events", night).await.must(201);
    let path = format!("/api/v1/events/{}", made["ref"].as_str().unwrap());
    published(&path, &author, &reviewer).await;
    let then = reviewer.get(&path).await.must(200)["updated_at"].as_str().unwrap().to_owned();
    let with = json!({"participations": [{"actor": actor, "role": "witness"}]});
    reviewer.patch(&path, with).await.must(200);
    let other = app.user(Role::Monitor).await;
    for old in [format!("{path}?at={then}"), format!("{path}/revisions"), path.clone()] {
        let body = other.get(&old).await;
        assert_eq!(body.status.as_u16(), 200, "{}", body.body);
        assert!(!body.body.contains("Sparrow") && !body.body.contains("71.12"), "{}", body.body);
    }
    let viewer = app.user(Role::Researcher).await;
    viewer.get(&format!("{path}?at={then}")).await.problem(403);
    // Nor does the filter.
    for (precision, total) in [("exact", 0), ("country", 1)] {
        let list = format!("/api/v1/events?count=true&geo_precision={precision}");
        assert_eq!(other.get(&list).await.must(200)["total"], total, "{precision}");
    }
}

#[actix_web::test]
async fn the_history_of_what_joins_others_is_told_with_them_alone() {
    let app = TestApp::new();
    let (insider, _) = in_team(&app).await;
    let outsider = app.user(Role::Reviewer).await;
    let mut secret = testimony("A secret passage.");
    secret["confidentiality"] = json!("restricted");
    secret["team"] = json!("Protection");
    let secret = insider.post("/api/v1/statements", secret).await.must(201);
    let open = insider.post("/api/v1/statements", testimony("An open passage.")).await.must(201);
    let made = insider.post("/api/v1/events", event(&json!([]))).await.must(201);
    let citation = json!({"statement": secret["ref"], "event": made["ref"], "stance": "reports", "quote": "secret passage"});
    let citation = insider.post("/api/v1/citations", citation).await.must(201);
    let path = format!("/api/v1/citations/{}", citation["id"].as_str().unwrap());
    let then = citation["updated_at"].as_str().unwrap();
    outsider.get(&path).await.problem(404);
    let moved =
        json!({"statement": open["ref"], "quote": "open passage", "start": null, "end": null});
    insider.patch(&path, moved).await.must(200);
    let history = outsider.get(&format!("{path}/revisions")).await;
    assert!(!history.body.contains("secret") && history.body.contains("open"), "{}", history.body);
    outsider.get(&format!("{path}?at={then}")).await.problem(404);
    // And a filter by what is hidden finds nothing.
    let hidden = json!({"confidentiality": "restricted", "team": "Protection"});
    insider.patch(&path, hidden).await.must(200);
    let list = format!("/api/v1/events?count=true&statement={}", open["ref"].as_str().unwrap());
    assert_eq!(outsider.get(&list).await.must(200)["total"], 0);
    assert_eq!(insider.get(&list).await.must(200)["total"], 1);
}

#[actix_web::test]
async fn changes_tell_nothing_of_what_was_never_shown() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let viewer = app.user(Role::Viewer).await;
    let mut since = String::new();
    loop {
        let page = viewer.get(&format!("/api/v1/changes?limit=500&since={since}")).await.must(200);
        since = page["next_cursor"].as_str().unwrap().to_owned();
        if page["more"] == false {
            break;
        }
    }
    let mut open = testimony("An open passage.");
    open["confidentiality"] = json!("public");
    author.post("/api/v1/statements", open).await.must(201);
    let made = author.post("/api/v1/events", event(&json!([{"actor": {"name": "An actor", "kind": "ngo", "confidentiality": "public"}, "role": "target"}]))).await.must(201);
    let citation = json!({"statement": "S-2018-00001", "event": made["ref"], "stance": "reports"});
    let citation = author.post("/api/v1/citations", citation).await.must(201);
    let path = format!("/api/v1/citations/{}", citation["id"].as_str().unwrap());
    author.patch(&path, json!({"page": "2"})).await.must(200);
    let actor = made["participations"][0]["actor"]["ref"].as_str().unwrap();
    author.patch(&format!("/api/v1/actors/{actor}"), json!({"description": "d"})).await.must(200);
    let path = "/api/v1/statements/S-2018-00001";
    published(path, &author, &reviewer).await;
    let list = viewer.get(&format!("/api/v1/changes?limit=1&since={since}")).await.must(200);
    assert_eq!(list["items"][0]["kind"], "statement", "{list}");
    assert_eq!(list["more"], true, "each version since is one more change of it");
    let all = viewer.get(&format!("/api/v1/changes?since={since}")).await.must(200);
    let kinds: Vec<&str> =
        all["items"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert!(kinds.iter().all(|kind| *kind == "statement"), "{kinds:?}");
    let since = all["next_cursor"].as_str().unwrap().to_owned();
    reviewer.delete(path).await.must(204);
    let gone = viewer.get(&format!("/api/v1/changes?since={since}")).await.must(200);
    assert_eq!(gone["items"][0]["change"], "withdrawn", "{gone}");
    assert_eq!(gone["items"].as_array().map(Vec::len), Some(1), "{gone}");
    for edited in ["17", "x", &since[1..]] {
        viewer.get(&format!("/api/v1/changes?since={edited}")).await.problem(400);
    }
}

#[actix_web::test]
async fn a_person_protected_after_a_write_that_failed_is_protected() {
    let app = TestApp::new();
    let (author, other) = (app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let reviewer = app.user(Role::Reviewer).await;
    author.post("/api/v1/statements", testimony("Kim Bopha was there.")).await.must(201);
    published("/api/v1/statements/S-2018-00001", &author, &reviewer).await;
    // Protects, then names somebody who is not there: all of it is taken back.
    let people = json!([{"actor": {"name": "Sok Dara", "kind": "person", "protected": true, "pseudonym": "W 1"}, "role": "target"},
        {"actor": {"name": "A group", "kind": "group"}, "role": "target"},
        {"actor": "A-99999", "role": "witness"}]);
    author.post("/api/v1/events", event(&people)).await.problem(422);
    witness(&author, "Kim Bopha").await;
    let body = other.get("/api/v1/statements/S-2018-00001").await.must(200)["body"].clone();
    assert_eq!(body, "Witness K-03 was there.");
}

#[actix_web::test]
async fn what_a_team_saw_is_closed_when_the_team_is_gone() {
    let app = TestApp::new();
    let (insider, team) = in_team(&app).await;
    let admin = app.user(Role::Admin).await;
    let file = json!({"title": "A file", "country": "KHM", "confidentiality": "restricted", "team": "Protection"});
    let file = insider.post("/api/v1/incidents", file).await.must(201);
    let path = format!("/api/v1/incidents/{}", file["ref"].as_str().unwrap());
    insider.get(&path).await.must(200);
    admin.delete(&format!("/api/v1/teams/{}", team["id"].as_str().unwrap())).await.must(204);
    insider.get(&path).await.problem(404);
}

#[actix_web::test]
async fn whoever_reads_what_is_confidential_is_remembered_however_they_read_it() {
    let app = TestApp::new();
    let (reviewer, admin) = (app.user(Role::Reviewer).await, app.user(Role::Admin).await);
    let mut night = event(&json!([]));
    night["confidentiality"] = json!("confidential");
    let made = reviewer.post("/api/v1/events", night).await.must(201);
    let name = made["ref"].as_str().unwrap();
    let read = async || {
        let log = admin.get("/api/v1/audit?limit=500").await.must(200);
        let entries = log["items"].as_array().unwrap();
        entries.iter().filter(|it| it["action"].as_str().unwrap().starts_with("read")).count()
    };
    for (at, path) in ["", "/revisions", "/law"].iter().enumerate() {
        let reply =
            reviewer.send(Method::GET, &format!("/api/v1/events/{name}{path}"), None, &[]).await;
        reply.must(200);
        assert_eq!(read().await, at + 1, "{path}");
    }
    reviewer.get("/api/v1/events").await.must(200);
    assert_eq!(read().await, 4);
}

/// Events of one file are made before all that belongs to them is in its place.
#[actix_web::test]
async fn a_person_protected_with_a_later_event_does_not_open_the_place_of_an_earlier_one() {
    let app = TestApp::new();
    let (monitor, other) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let first = witness(&monitor, "Chan Vanna").await;
    let event = |title: &str, place: &str, actor: Value| {
        json!({"type": "threat", "title": title, "date": "2018", "place_name": place,
            "participations": [{"actor": actor, "role": "target"}]})
    };
    let second =
        json!({"name": "Sok Dara", "kind": "person", "protected": true, "pseudonym": "Witness 2"});
    let company = json!({"name": "A company", "kind": "company"});
    let file = json!({"title": "A file", "country": "KHM", "events": [
        event("Sok Dara's neighbour was threatened", "Kampong Tuol", json!(first)),
        event("Another threat", "Kampong Cham", second),
        event("A third threat", "Kampong Thom", company),
    ]});
    monitor.post("/api/v1/incidents", file).await.must(201);
    let found = async |words: &str| {
        let list = other.get(&format!("/api/v1/events?count=true&q={words}")).await.must(200);
        list["total"].as_u64().unwrap()
    };
    assert_eq!(found("threat*").await, 3);
    assert_eq!(found("Thom").await, 1, "a place that may be told is found");
    assert_eq!((found("Tuol").await, found("Cham").await), (0, 0), "others are not");
}
