//! Statements read into drafts, and drafts into records.

use std::sync::Arc;

use actix_web::test::TestRequest;
use saksi::domain::{Caller, Role};
use saksi::intake::KnownName;
use saksi::store::{Eyes, houses};
use serde_json::{Value, json};

use crate::harness::{Client, TestApp};

const ANALYZE: &str = "/api/v1/intake/analyze";

/// The names that reading a text knows for somebody.
async fn known(app: &TestApp, person: &Client<'_>) -> Vec<KnownName> {
    let (memory, caller) = (app.app.office.memory.clone(), caller(person).await);
    let names = app.app.office.database.read(move |db| {
        let eyes = Eyes::of(&caller, db, &memory)?;
        houses::names(db, &eyes)
    });
    names.await.unwrap().0
}

/// Who somebody is, as a request of theirs says it.
async fn caller(person: &Client<'_>) -> Caller {
    let me = person.get("/api/v1/auth/me").await.must(200);
    let teams = me["teams"].as_array().unwrap().iter();
    Caller {
        user: person.id,
        role: me["role"].as_str().unwrap().parse().unwrap(),
        teams: teams.map(|team| team.as_str().unwrap().parse().unwrap()).collect(),
        scopes: None,
        session: None,
    }
}

fn texts(names: &[KnownName]) -> Vec<&str> {
    names.iter().map(|name| name.text.as_str()).collect()
}

#[actix_web::test]
async fn a_text_that_cannot_be_kept_gets_a_clear_message_and_nothing_is_stored() {
    let app = TestApp::with(|config| config.max_body = 16 * 1024 * 1024);
    let monitor = app.user(Role::Monitor).await;
    for (sent, said) in [
        (json!({"text": ""}), "/text must not be empty"),
        (json!({"text": " \n\t"}), "/text must not be empty"),
        (
            json!({"text": "a\u{0}b"}),
            "/text contains a NUL character, which cannot be kept; remove it",
        ),
        (
            json!({"text": "a\u{1b}b"}),
            "/text contains a control character (U+001B), which cannot be kept; remove it",
        ),
        (
            json!({"text": "a".repeat(2_000_001)}),
            "/text has 2000001 characters; the most is 2000000",
        ),
        (json!({"text": "a", "url": "forum-asia.org"}), "/url must begin with https:// or http://"),
        (
            json!({"text": "a", "language": "the Khmer language"}),
            "/language must be a BCP 47 language tag, such as km or ar-EG",
        ),
        (
            json!({"text": "a", "title": "b\u{7}"}),
            "/title contains a control character (U+0007), which cannot be kept; remove it",
        ),
        (json!({}), "/text is required"),
        (json!({"text": 7}), "/text invalid type: integer `7`, expected a string"),
        (
            json!({"text": "a", "file": "b"}),
            "/file unknown field `file`, expected one of `text`, `url`, `title`, `language`",
        ),
    ] {
        assert_eq!(monitor.post(ANALYZE, sent).await.problem(422), said);
    }
    let text = TestRequest::post().uri(ANALYZE).set_payload("a statement");
    monitor.raw(text, &[("content-type", "text/plain")]).await.problem(415);
    let text = TestRequest::post().uri(ANALYZE).set_payload("{");
    monitor.raw(text, &[("content-type", "application/json")]).await.problem(400);
    monitor.post(&format!("{ANALYZE}?x=1"), json!({"text": "a"})).await.problem(400);

    let before = app.count("SELECT COUNT(*) AS n FROM audit_entries");
    let sent = json!({"text": "Bangkok,\r\n27 November 2017 – cafe\u{301}.", "language": "en"});
    let draft = monitor.post(ANALYZE, sent.clone()).await.must(200);
    assert_eq!(draft["body"], "Bangkok,\n27 November 2017 – café.", "normalised once");
    assert_eq!(monitor.post(ANALYZE, sent).await.must(200), draft, "the same text, the same draft");
    assert_eq!(app.count("SELECT COUNT(*) AS n FROM statements"), 0);
    assert_eq!(app.count("SELECT COUNT(*) AS n FROM audit_entries"), before);
}

#[actix_web::test]
async fn reading_and_its_rules_are_for_those_who_enter_records() {
    let app = TestApp::new();
    for (role, status) in [
        (Role::Viewer, 403),
        (Role::Researcher, 403),
        (Role::Monitor, 200),
        (Role::Reviewer, 200),
        (Role::Admin, 200),
    ] {
        let person = app.user(role).await;
        let text = json!({"text": "A statement."});
        assert_eq!(person.post(ANALYZE, text).await.status.as_u16(), status, "{role}");
        assert_eq!(person.get("/api/v1/intake/rules").await.status.as_u16(), status, "{role}");
        let switched = person.post("/api/v1/intake/rules/no.rule", json!({"off": true})).await;
        switched.problem(if role == Role::Admin { 404 } else { 403 });
    }
    app.stranger().get("/api/v1/intake/rules").await.problem(401);
}

/// An actor of somebody.
async fn actor(person: &Client<'_>, name: &str, more: Value) -> String {
    let mut sent = json!({"name": name, "kind": "person"});
    for (field, value) in more.as_object().unwrap() {
        sent[field] = value.clone();
    }
    person.post("/api/v1/actors", sent).await.must(201)["ref"].as_str().unwrap().to_owned()
}

#[actix_web::test]
async fn a_text_is_read_with_names_that_its_reader_may_see_and_no_others() {
    let app = TestApp::new();
    let (admin, monitor, other) =
        (app.user(Role::Admin).await, app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let reviewer = app.user(Role::Reviewer).await;
    let team = json!({"name": "T", "members": [monitor.id.to_string()]});
    admin.post("/api/v1/teams", team).await.must(201);
    let names =
        json!([{"text": "CNRP", "kind": "acronym"}, {"text": "Open Party", "kind": "alias"}]);
    actor(&monitor, "Open Party", json!({"kind": "political_party", "names": names})).await;
    actor(&monitor, "Only Team", json!({"confidentiality": "restricted", "team": "T"})).await;
    actor(&monitor, "Own Secret", json!({"confidentiality": "confidential"})).await;
    let hidden = actor(&monitor, "Hidden One", json!({})).await;
    admin.delete(&format!("/api/v1/actors/{hidden}")).await.must(204);
    let witness = json!({"protected": true, "pseudonym": "Witness K-03",
        "names": [{"text": "Dara the Elder", "kind": "alias"}]});
    actor(&monitor, "Sok Dara", witness).await;
    actor(&reviewer, "Family of Sok Dara", json!({"kind": "group"})).await;

    let own = [
        "Open Party",
        "CNRP",
        "Only Team",
        "Own Secret",
        "Sok Dara",
        "Dara the Elder",
        "Family of Sok Dara",
    ];
    assert_eq!(texts(&known(&app, &monitor).await), own);
    let others = known(&app, &other).await;
    assert_eq!(texts(&others), ["Open Party", "CNRP", "Witness K-03", "Family of Witness K-03"]);
    assert!(others.iter().all(|it| it.name != "Sok Dara"));
    let reviewers = known(&app, &reviewer).await;
    assert!(!texts(&reviewers).contains(&"Only Team"));
    assert!(texts(&reviewers).contains(&"Own Secret") && texts(&reviewers).contains(&"Sok Dara"));
}

#[actix_web::test]
async fn names_are_loaded_anew_only_when_they_change_and_shared_by_those_who_see_the_same() {
    let app = TestApp::new();
    let (monitor, other) = (app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let house = async |person: &Client<'_>| {
        let (memory, caller) = (app.app.office.memory.clone(), caller(person).await);
        let known = app.app.office.database.read(move |db| {
            let eyes = Eyes::of(&caller, db, &memory)?;
            memory.houses.of(db, &eyes)
        });
        known.await.unwrap().house
    };
    let party = actor(&monitor, "Open Party", json!({"kind": "political_party"})).await;
    let first = house(&monitor).await;
    assert!(Arc::ptr_eq(&first, &house(&other).await), "both see the same");
    let incident = json!({"title": "A case", "country": "KHM"});
    monitor.post("/api/v1/incidents", incident).await.must(201);
    assert!(Arc::ptr_eq(&first, &house(&monitor).await), "no name has changed");
    let names = json!({"names": [{"text": "OP", "kind": "acronym"}]});
    monitor.patch(&format!("/api/v1/actors/{party}"), names).await.must(200);
    let second = house(&monitor).await;
    assert!(!Arc::ptr_eq(&first, &second));
    assert!(Arc::ptr_eq(&second, &house(&other).await));
    // What one alone sees is not shared.
    actor(&monitor, "Own Secret", json!({"confidentiality": "confidential"})).await;
    assert!(!Arc::ptr_eq(&house(&monitor).await, &house(&other).await));
    app.tamper("INSERT INTO intake_rules (rule, accepted, rejected, off, updated_at) VALUES ('x', 0, 0, TRUE, '2026-11-29T00:00:00.000000Z')");
    assert!(!Arc::ptr_eq(&second, &house(&other).await), "a rule was switched off");
}

const TEXT: &str = "Open Rights condemns the detention of Sok Dara, leader of the Open Party (OP). \
    Police detained him on 3 September 2017 in Phnom Penh. It invokes Article 9(3) of the ICCPR and Article 7 of the \
    Code of the River. We call on the Ministry of Interior to release him. \u{1F54A} The Old Union was closed in 2010.";

/// Where words stand in the text: their quote, start and end.
fn quoted(words: &str) -> Value {
    let byte = TEXT.find(words).unwrap();
    let start = TEXT[..byte].chars().count();
    json!({"quote": words, "start": start, "end": start + words.chars().count()})
}

fn with(mut value: Value, more: Value) -> Value {
    let Value::Object(more) = more else { panic!("no object: {more}") };
    for (name, field) in more {
        value[name] = field;
    }
    value
}

fn person(name: &str, kind: &str, words: &str, more: Value) -> Value {
    let at = quoted(words);
    let mention = json!({"start": at["start"], "end": at["end"]});
    let actor = json!({"name": name, "aliases": [], "kind": kind, "roles": [], "mentions": [mention],
        "match": null, "candidates": []});
    with(actor, more)
}

/// A draft as it is answered, corrected.
fn draft() -> Value {
    json!({
        "body": TEXT, "title": "On the detention of Sok Dara", "kind": "press_statement",
        "issued_on": "2017-09-04", "place": "Bangkok", "language": "en", "countries": ["KHM"],
        "issuer": "Open Rights", "cosigners": ["Old Union"], "notes": ["a note"],
        "header": [{"field": "issuer", "value": "Open Rights", "start": 0, "end": 11, "rule": "no.rule"}],
        "incident": {"title": "Detention of Sok Dara", "country": "KHM"},
        "actors": [
            person("Open Rights", "ngo", "Open Rights", json!({"roles": ["issuer"]})),
            person("Sok Dara", "person", "Sok Dara", json!({"roles": ["target"]})),
            person("Open Party", "political_party", "Open Party", json!({"aliases": ["OP", "Party of Openness"]})),
            person("Police", "state_body", "Police", json!({"sector": "police", "country": "KHM"})),
            person("Ministry of Interior", "state_body", "Ministry of Interior", json!({})),
            person("Old Union", "union", "Old Union", json!({})),
            person("Phnom Penh", "other", "Phnom Penh", json!({"accepted": false})),
        ],
        "events": [
            with(json!({"type": "detention", "aims_at": null, "date": "2017-09-03", "date_precision": "day",
                "place": "Phnom Penh", "country": "KHM", "perpetrators": ["Police"], "targets": ["Sok Dara"],
                "background": false, "confidence": 0.9, "stance": "condemns"}),
                quoted("Police detained him on 3 September 2017")),
            with(json!({"type": "suspension_or_closure", "date": "2010", "perpetrators": [], "targets": ["Old Union"],
                "background": true, "confidence": 0.6}), quoted("The Old Union was closed in 2010")),
            with(json!({"type": "killing", "perpetrators": [], "targets": [], "accepted": false}), quoted("Police")),
        ],
        "instruments": [
            with(json!({"code": "ICCPR", "name": "ICCPR", "provision": "Article 9(3)", "country": null, "binds": "KHM"}),
                quoted("Article 9(3) of the ICCPR")),
            with(json!({"code": null, "name": "Code of the River", "provision": "Article 7", "country": "KHM", "binds": null}),
                quoted("Article 7 of the Code of the River")),
            with(json!({"code": "ICCPR", "name": "ICCPR", "provision": null, "binds": "KHM"}), quoted("ICCPR")),
        ],
        "demands": [
            with(json!({"addressee": "Ministry of Interior", "action": "release him", "category": "release"}),
                quoted("We call on the Ministry of Interior to release him")),
        ],
    })
}

const TABLES: [&str; 8] = [
    "statements",
    "actors",
    "incidents",
    "events",
    "citations",
    "demands",
    "instruments",
    "intake_rules",
];

fn counts(app: &TestApp) -> Vec<i64> {
    TABLES.iter().map(|table| app.count(&format!("SELECT COUNT(*) AS n FROM {table}"))).collect()
}

#[actix_web::test]
async fn a_corrected_draft_becomes_records_and_every_citation_equals_the_text() {
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    let before = counts(&app);
    let reply = reviewer.post("/api/v1/intake", draft()).await;
    let stored = reply.must(201);
    let place = reply.header("location").to_owned();
    assert_eq!(
        place,
        format!("/api/v1/statements/{}", stored["statement"]["ref"].as_str().unwrap())
    );
    let made: Vec<i64> = counts(&app).iter().zip(before).map(|(now, then)| now - then).collect();
    // Cited: two events, one demand, three provisions, and the party, whom nothing else names.
    assert_eq!(made, [1, 6, 1, 2, 7, 1, 1, 0], "{stored}");

    let statement = reviewer.get(&place).await.must(200);
    assert_eq!(statement["body"], TEXT);
    assert_eq!(statement["status"], "draft");
    assert_eq!(statement["issuers"][0]["name"], "Open Rights");
    assert_eq!(statement["co_signers"][0]["name"], "Old Union");
    let citations = stored["citations"].as_array().unwrap();
    assert_eq!(citations.len(), 7);
    for citation in citations {
        let at = |name: &str| usize::try_from(citation[name].as_u64().unwrap()).unwrap();
        let (start, end) = (at("start"), at("end"));
        let passage: String = TEXT.chars().skip(start).take(end - start).collect();
        assert_eq!(citation["quote"], passage.as_str());
    }
    let events = stored["events"].as_array().unwrap();
    let event = |at: usize| format!("/api/v1/events/{}", events[at]["ref"].as_str().unwrap());
    let detention = reviewer.get(&event(0)).await.must(200);
    assert_eq!(detention["title"], "Detention: Sok Dara");
    assert_eq!(detention["date"], "2017-09-03");
    assert_eq!(detention["place_name"], "Phnom Penh");
    assert_eq!(detention["status"], "draft");
    assert_eq!(detention["citations"][0]["stance"], "condemns");
    let took = detention["participations"].as_array().unwrap();
    let took: Vec<_> = took.iter().map(|it| (&it["actor"]["name"], &it["role"])).collect();
    assert_eq!(
        took,
        [(&json!("Police"), &json!("perpetrator")), (&json!("Sok Dara"), &json!("target"))]
    );
    let closure = reviewer.get(&event(1)).await.must(200);
    assert_eq!(closure["citations"][0]["stance"], "mentions", "it is background");
    assert_eq!(closure["incident"], detention["incident"]);
    assert!(
        closure["ref"].as_str().unwrap().starts_with("KHM-2010-"),
        "the year of the first event"
    );

    let demand = stored["demands"][0].as_str().unwrap();
    let demand = reviewer.get(&format!("/api/v1/demands/{demand}")).await.must(200);
    assert_eq!(demand["addressee"]["name"], "Ministry of Interior");
    let law: Vec<&Value> = citations.iter().filter(|it| it["target"] == "provision").collect();
    assert_eq!(law.len(), 3);
    assert!(law.iter().all(|it| it["stance"] == "invokes" && it["obligated_country"] == "KHM"));
    let river = reviewer.get("/api/v1/instruments/KHM-CODE-RIVER").await.must(200);
    assert_eq!(
        (&river["title"], &river["kind"], &river["country"]),
        (&json!("Code of the River"), &json!("statute"), &json!("KHM"))
    );
    for (at, instrument, label) in [
        (0, "ICCPR", "Article 9"),
        (1, "KHM-CODE-RIVER", "Article 7"),
        (2, "ICCPR", "Whole instrument"),
    ] {
        let path = format!("/api/v1/instruments/{instrument}/provisions?limit=200");
        let all = reviewer.get(&path).await.must(200);
        let all = all["items"].as_array().unwrap();
        let cited = all.iter().find(|it| it["id"] == law[at]["target_id"]).unwrap();
        assert_eq!(cited["label"], label);
    }
    assert_eq!(stored["left"], json!([]));
    // What is invoked as a whole is found by its instrument.
    let found = reviewer.get("/api/v1/statements?instrument=ICCPR&count=true").await.must(200);
    assert_eq!(found["total"], 1);
    let party =
        stored["actors"].as_array().unwrap().iter().find(|it| it["name"] == "Open Party").unwrap();
    let party =
        reviewer.get(&format!("/api/v1/actors/{}", party["ref"].as_str().unwrap())).await.must(200);
    assert_eq!(
        party["names"],
        json!([
            {"text": "OP", "kind": "acronym"}, {"text": "Party of Openness", "kind": "alias"}])
    );

    // What is there already is used: nobody and no law is made twice.
    let mut again = draft();
    for actor in again["actors"].as_array_mut().unwrap() {
        let known =
            stored["actors"].as_array().unwrap().iter().find(|it| it["name"] == actor["name"]);
        if let Some(known) = known {
            actor["match"] = json!({"id": known["id"], "ref": known["ref"], "name": known["name"], "score": 1.0});
        }
    }
    again["incident"] = detention["incident"]["ref"].clone();
    again["events"][0]["existing"] = detention["ref"].clone();
    let before = counts(&app);
    reviewer.post("/api/v1/intake", again).await.must(201);
    let made: Vec<i64> = counts(&app).iter().zip(before).map(|(now, then)| now - then).collect();
    assert_eq!(made, [1, 0, 0, 1, 7, 1, 0, 0]);
    let cited = reviewer.get(&event(0)).await.must(200);
    assert_eq!(cited["citations"].as_array().unwrap().len(), 2);
    assert_eq!(cited["version"], detention["version"], "it stays as it is");
}

#[actix_web::test]
async fn what_is_wrong_is_said_where_it_was_sent_and_nothing_is_stored() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let before = counts(&app);
    let wrong = [
        ("/title", json!(null), "/title is required"),
        (
            "/body",
            json!("a\u{0}"),
            "/body contains a NUL character, which cannot be kept; remove it",
        ),
        ("/issued_on", json!("3 Sept"), "/issued_on '3 Sept' is not an EDTF date"),
        ("/issuer", json!("Phnom Penh"), "/issuer 'Phnom Penh' is none of the accepted actors"),
        ("/cosigners", json!(["Nobody"]), "/cosigners/0 'Nobody' is none of the accepted actors"),
        (
            "/incident",
            json!(null),
            "/incident is required: the case file of the new events, by id or ref, or a new one with title and country",
        ),
        ("/incident", json!("KHM-2001-0001"), "/incident there is no incident 'KHM-2001-0001'"),
        ("/incident", json!({"title": "", "country": "KHM"}), "/incident/title must not be empty"),
        (
            "/actors/2/aliases/1",
            json!("a\u{7}"),
            "/actors/2/aliases/1 contains a control character (U+0007), which cannot be kept; remove it",
        ),
        (
            "/actors/2/name",
            json!("Police"),
            "/actors/3/name is the name of another actor of the draft too; tell them apart",
        ),
        (
            "/actors/2/match",
            json!({"id": "A-99999"}),
            "/actors/2/match/id there is no actor 'A-99999'",
        ),
        (
            "/actors/2/learn_alias",
            json!(true),
            "/actors/2/learn_alias only an actor whose record is there already learns a name",
        ),
        ("/actors/1/sector", json!("police"), "/actors/1/sector only a state_body has a sector"),
        (
            "/actors/2/mentions/0",
            json!({"start": 9, "end": 9000}),
            "/actors/2/mentions/0 the range 9–9000 is not inside the statement's text, which has 298 characters",
        ),
        ("/events/0/type", json!("poem"), "/events/0/type 'poem' is not an event type"),
        ("/events/0/date", json!("2999-01-01"), "/events/0/date 2999-01-01 is in the future"),
        (
            "/events/0/targets",
            json!(["Sok Dara", "Kem"]),
            "/events/0/targets/1 'Kem' is none of the accepted actors",
        ),
        (
            "/events/0/quote",
            json!("Police released him"),
            "/events/0/quote the text from 79 to 118 is “Police detained him on 3 September 2017”, not the quote",
        ),
        ("/events/0/start", json!(null), "/events/0/start is required with an end"),
        (
            "/events/0/existing",
            json!("KHM-2001-0001-E1"),
            "/events/0/existing there is no event 'KHM-2001-0001-E1'",
        ),
        (
            "/events/0/place",
            json!("a\u{7}"),
            "/events/0/place contains a control character (U+0007), which cannot be kept; remove it",
        ),
        (
            "/instruments/0/provision",
            json!("Article 900"),
            "/instruments/0/provision there is no provision 'Article 900' of this instrument; write it as Article 22, or leave it out",
        ),
        ("/instruments/0/code", json!("NONE"), "/instruments/0/code there is no instrument 'NONE'"),
        ("/instruments/0/quote", json!("no law"), "/instruments/0/quote the text from"),
        (
            "/demands/0/addressee",
            json!(null),
            "/demands/0/addressee is required: of whom it is asked",
        ),
        (
            "/demands/0/addressee",
            json!("Phnom Penh"),
            "/demands/0/addressee 'Phnom Penh' is none of the accepted actors",
        ),
        ("/demands/0/action", json!(" "), "/demands/0/action must not be empty"),
        ("/demands/0/category", json!("beg"), "/demands/0/category unknown variant `beg`"),
        ("/demands/0/quote", json!("release her"), "/demands/0/quote the text from"),
        (
            "/confidentiality",
            json!("restricted"),
            "/team a restricted record needs the team that may see it",
        ),
        ("/team", json!("Nobody's"), "/team only a restricted record has a team"),
    ];
    for (pointer, value, said) in wrong {
        let mut sent = draft();
        let (parent, field) = pointer.rsplit_once('/').unwrap();
        match sent.pointer_mut(parent).unwrap() {
            Value::Array(items) => items[field.parse::<usize>().unwrap()] = value,
            fields => fields[field] = value,
        }
        let found = monitor.post("/api/v1/intake", sent).await.problem(422);
        assert!(found.starts_with(said), "{pointer}: {found}\nnot {said}");
        assert_eq!(counts(&app), before, "{pointer}: nothing is stored");
    }
    let mut sent = draft();
    sent["events"][0]["colour"] = json!("red");
    let found = monitor.post("/api/v1/intake", sent).await.problem(422);
    assert!(found.starts_with("/events/0/colour unknown field `colour`"), "{found}");
    assert_eq!(counts(&app), before);
}

#[actix_web::test]
async fn a_monitor_stores_drafts_and_the_law_that_they_cite_is_internal() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let mut sent = draft();
    let ours =
        json!({"code": null, "name": "Code of the Sea", "provision": "Article 7", "country": null});
    sent["instruments"].as_array_mut().unwrap().push(with(ours, quoted("Article 7 of the Code")));
    let stored = monitor.post("/api/v1/intake", sent).await.must(201);
    assert_eq!(
        stored["left"],
        json!([{"pointer": "/instruments/3", "reason": "no_instrument", "name": "Code of the Sea"}])
    );
    let law = monitor.get("/api/v1/instruments/KHM-CODE-RIVER").await.must(200);
    assert_eq!(law["confidentiality"], "internal");
    let viewer = app.user(Role::Viewer).await;
    viewer.get("/api/v1/instruments/KHM-CODE-RIVER").await.problem(404);
    // That a treaty was invoked as a whole says nothing of anybody.
    let whole = viewer.get("/api/v1/instruments/ICCPR/provisions?limit=200").await.must(200);
    let whole = whole["items"].as_array().unwrap();
    assert!(whole.iter().any(|it| it["label"] == "Whole instrument"), "{whole:?}");
    // Such a treaty has no provisions of the program's own; one that has them has no others.
    let mut sent = draft();
    sent["instruments"][0]["code"] = json!("REFUGEE-1951");
    sent["instruments"][0]["provision"] = json!("Article 33");
    let other = monitor.post("/api/v1/intake", sent).await.must(201);
    let path = "/api/v1/instruments/REFUGEE-1951/provisions";
    let made = monitor.get(path).await.must(200);
    assert_eq!(made["items"][0]["label"], "Article 33");
    let cited = other["citations"].as_array().unwrap();
    assert!(cited.iter().any(|it| it["target_id"] == made["items"][0]["id"]), "it is cited");
    for role in [Role::Viewer, Role::Researcher] {
        let person = app.user(role).await;
        person.post("/api/v1/intake", draft()).await.problem(403);
        let place = format!("/api/v1/statements/{}", stored["statement"]["ref"].as_str().unwrap());
        person.get(&place).await.problem(404);
    }
    // All of it is as confidential as the whole.
    let mut sent = with(draft(), json!({"confidentiality": "confidential"}));
    sent["instruments"][1]["name"] = json!("Code of the Secret River");
    let stored = monitor.post("/api/v1/intake", sent).await.must(201);
    let other = app.user(Role::Monitor).await;
    monitor.get("/api/v1/instruments/KHM-CODE-SECRET-RIVER").await.must(200);
    other.get("/api/v1/instruments/KHM-CODE-SECRET-RIVER").await.problem(404);
    for (kind, list) in [
        ("events", &stored["events"]),
        ("incidents", &stored["incidents"]),
        ("actors", &stored["actors"]),
    ] {
        for record in list.as_array().unwrap() {
            let path = format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap());
            monitor.get(&path).await.must(200);
            other.get(&path).await.problem(404);
        }
    }
}

#[actix_web::test]
async fn the_same_key_stores_once_and_says_the_same() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let headers = [("idempotency-key", "one")];
    let send = async |body: Value| {
        monitor.send(actix_web::http::Method::POST, "/api/v1/intake", Some(body), &headers).await
    };
    let first = send(draft()).await.must(201);
    let counted = counts(&app);
    assert_eq!(send(draft()).await.must(201), first);
    assert_eq!(counts(&app), counted);
    send(with(draft(), json!({"title": "Another"}))).await.problem(422);
    assert_eq!(counts(&app), counted);
}

#[actix_web::test]
async fn who_may_not_be_seen_is_not_found_by_an_intake_either() {
    let app = TestApp::new();
    let (admin, monitor, other) =
        (app.user(Role::Admin).await, app.user(Role::Monitor).await, app.user(Role::Monitor).await);
    let team = json!({"name": "T", "members": [monitor.id.to_string()]});
    admin.post("/api/v1/teams", team).await.must(201);
    let secret =
        actor(&monitor, "Sok Dara", json!({"confidentiality": "restricted", "team": "T"})).await;
    let mut sent = draft();
    sent["actors"][1]["match"] = json!({"id": secret});
    let hidden = other.post("/api/v1/intake", sent.clone()).await.problem(422);
    assert_eq!(hidden, format!("/actors/1/match/id there is no actor '{secret}'"));
    monitor.post("/api/v1/intake", sent).await.must(201);
}

#[actix_web::test]
async fn a_corrected_name_becomes_an_alias_if_the_person_says_so_and_may() {
    let app = TestApp::new();
    let (reviewer, monitor) = (app.user(Role::Reviewer).await, app.user(Role::Monitor).await);
    let party = actor(&reviewer, "Party of the Open", json!({"kind": "political_party"})).await;
    let path = format!("/api/v1/actors/{party}");
    let mut sent = draft();
    sent["actors"][2]["match"] = json!({"id": party});
    reviewer.post("/api/v1/intake", sent.clone()).await.must(201);
    assert_eq!(reviewer.get(&path).await.must(200)["names"], json!([]), "nobody said so");
    sent["actors"][2]["learn_alias"] = json!(true);
    let before = counts(&app);
    let refused = monitor.post("/api/v1/intake", sent.clone()).await.problem(422);
    assert!(refused.starts_with("/actors/2/learn_alias "), "{refused}");
    assert_eq!(counts(&app), before);
    reviewer.post("/api/v1/intake", sent.clone()).await.must(201);
    let names = reviewer.get(&path).await.must(200)["names"].clone();
    let texts: Vec<&str> =
        names.as_array().unwrap().iter().map(|it| it["text"].as_str().unwrap()).collect();
    assert_eq!(texts, ["Open Party", "OP", "Party of Openness"]);
    assert!(
        known(&app, &monitor)
            .await
            .iter()
            .any(|it| it.text == "OP" && it.name == "Party of the Open"),
        "known at once"
    );
    // The second time there is nothing to learn, and nothing changes.
    let version = reviewer.get(&path).await.must(200)["version"].clone();
    reviewer.post("/api/v1/intake", sent).await.must(201);
    assert_eq!(reviewer.get(&path).await.must(200)["version"], version);
}

#[actix_web::test]
async fn what_people_decide_shows_how_good_a_rule_is_and_an_administrator_switches_it_off() {
    let app = TestApp::new();
    let (admin, monitor) = (app.user(Role::Admin).await, app.user(Role::Monitor).await);
    let rules = async || monitor.get("/api/v1/intake/rules").await.must(200)["items"].clone();
    assert_eq!(rules().await.as_array().unwrap().len(), saksi::intake::RULES.len());
    for rule in saksi::intake::RULES.iter().take(2) {
        let of = |all: Value| {
            let all = all.as_array().unwrap().clone();
            all.into_iter().find(|it| it["name"] == rule.name).unwrap()
        };
        assert_eq!(
            of(rules().await),
            json!({"name": rule.name, "explanation": rule.explanation, "accepted": 0, "rejected": 0,
                "precision": null, "off": false})
        );
        let mut sent = draft();
        sent["actors"][1]["rule"] = json!(rule.name);
        sent["actors"][6]["rule"] = json!(rule.name);
        sent["events"][0]["rule"] = json!(rule.name);
        monitor.post("/api/v1/intake", sent).await.must(201);
        let learnt = of(rules().await);
        assert_eq!(
            (&learnt["accepted"], &learnt["rejected"], &learnt["precision"]),
            (&json!(2), &json!(1), &json!(0.67))
        );
        let path = format!("/api/v1/intake/rules/{}", rule.name);
        monitor.post(&path, json!({"off": true})).await.problem(403);
        assert_eq!(admin.post(&path, json!({"off": true})).await.must(200)["off"], true);
        assert_eq!(of(rules().await)["off"], true);
        let found = monitor.post(ANALYZE, json!({"text": TEXT})).await.must(200).to_string();
        assert!(!found.contains(&format!("\"rule\":\"{}\"", rule.name)), "it finds nothing");
        let noted = admin.get("/api/v1/audit?action=intake_rule").await.must(200);
        assert_eq!(noted["items"][0]["detail"], json!({"rule": rule.name, "off": true}));
        let on = admin.post(&path, json!({"off": false})).await.must(200);
        assert_eq!(
            (&on["off"], &on["accepted"]),
            (&json!(false), &json!(2)),
            "what was learnt stays"
        );
    }
}
