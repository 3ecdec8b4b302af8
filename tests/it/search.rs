//! Finding by words, in any script, and what is never found.

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, dissolution, move_to, press_statement};

fn statement(title: &str, body: &str) -> Value {
    json!({"title": title, "kind": "testimony", "issued_on": "2018", "body": body,
        "confidentiality": "public"})
}

async fn said(author: &Client<'_>, title: &str, body: &str) -> String {
    let made = author.post("/api/v1/statements", statement(title, body)).await.must(201);
    made["ref"].as_str().unwrap().to_owned()
}

async fn search(client: &Client<'_>, query: &str) -> Value {
    let query = percent_encoding::utf8_percent_encode(query, percent_encoding::NON_ALPHANUMERIC);
    client.get(&format!("/api/v1/search?q={query}")).await.must(200)
}

/// The refs that a search finds, in its order.
async fn found(client: &Client<'_>, query: &str) -> Vec<String> {
    let items = search(client, query).await["items"].as_array().unwrap().clone();
    items.iter().map(|it| it["ref"].as_str().unwrap().to_owned()).collect()
}

async fn suggested(client: &Client<'_>, typed: &str) -> Vec<(String, String)> {
    let typed = percent_encoding::utf8_percent_encode(typed, percent_encoding::NON_ALPHANUMERIC);
    let answer = client.get(&format!("/api/v1/suggest/actors?q={typed}")).await.must(200);
    let items = answer["items"].as_array().unwrap().clone();
    let text = |it: &Value| it.as_str().unwrap().to_owned();
    items.iter().map(|it| (text(&it["name"]), text(&it["matched"]))).collect()
}

#[actix_web::test]
async fn words_of_every_script_are_found() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let texts = [
        ("English", "The party was dissolved by the Supreme Court, in José’s view."),
        ("Khmer", "ព្រះរាជអាជ្ញាអមតុលាការកំពូលបានរំលាយគណបក្ស"),
        ("Burmese", "မြန်မာရဲတပ်ဖွဲ့က သတင်းထောက်ကို ဖမ်းဆီးခဲ့သည်"),
        ("Arabic", "قَضَتِ المَحْكَمةُ العليا بحَلّ الحزب"),
        ("Chinese", "最高法院解散了该政党"),
        ("Hindi", "मानव अधिकार कार्यकर्ता को गिरफ़्तार किया गया"),
        ("Korean", "대법원이 정당을 해산했다"),
    ];
    let mut refs = Vec::new();
    for (title, body) in texts {
        refs.push(said(&author, title, body).await);
    }
    for (query, at) in [
        ("DISSOLVED court", Some(0)),
        ("\"supreme court\"", Some(0)),
        ("“supreme court”", Some(0)),
        ("\"court supreme\"", None),
        ("jose", Some(0)),
        ("Jose\u{301}", Some(0)),
        ("dissolve", None),
        ("dissolve*", Some(0)),
        ("តុលាការ", Some(1)),
        ("តុលាការ\u{200B}កំពូល", Some(1)),
        ("ការតុលា", None),
        ("ရဲ", Some(2)),
        ("သတင်းထောက်", Some(2)),
        ("محكمة", Some(3)),
        ("المحكمة العليا", Some(3)),
        ("法院", Some(4)),
        ("院法", None),
        ("अधिकार", Some(5)),
        ("정당", Some(6)),
    ] {
        let wanted: Vec<String> = at.into_iter().map(|at| refs[at].clone()).collect();
        assert_eq!(found(&author, query).await, wanted, "{query}");
        let coded =
            percent_encoding::utf8_percent_encode(query, percent_encoding::NON_ALPHANUMERIC);
        let list = author.get(&format!("/api/v1/statements?count=true&q={coded}")).await.must(200);
        assert_eq!(list["total"], wanted.len(), "the list finds the same by {query}");
        assert_eq!(list["items"].as_array().unwrap().len(), wanted.len(), "{query}");
    }
}

#[actix_web::test]
async fn hits_tell_what_matches_and_the_best_come_first() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let made = author.post("/api/v1/statements", press_statement()).await.must(201);
    let event = dissolution(made["ref"].as_str().unwrap());
    author.post("/api/v1/events", event).await.must(201);
    let answer = search(&author, "supreme court").await;
    let kinds: Vec<&str> =
        answer["items"].as_array().unwrap().iter().map(|it| it["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 3, "{answer}");
    for hit in answer["items"].as_array().unwrap() {
        for (text, matches) in [("title", "title_matches"), ("passage", "matches")] {
            let chars: Vec<char> = hit[text].as_str().unwrap().chars().collect();
            for place in hit[matches].as_array().unwrap() {
                let at = |n: usize| usize::try_from(place[n].as_u64().unwrap()).unwrap();
                let shown: String = chars[at(0)..at(1)].iter().collect();
                assert!(["Supreme", "Court"].contains(&shown.as_str()), "{shown}");
            }
        }
    }
    let of_statement =
        answer["items"].as_array().unwrap().iter().find(|it| it["kind"] == "statement").unwrap();
    assert_eq!(of_statement["matches"], json!([[31, 38], [39, 44]]));
    let counts: Vec<(&str, u64)> = answer["counts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| (it["kind"].as_str().unwrap(), it["count"].as_u64().unwrap()))
        .collect();
    assert_eq!(counts, [("statement", 1), ("actor", 1), ("incident", 0), ("event", 1)]);
    let events = author.get("/api/v1/search?q=supreme&kind=event&limit=1").await.must(200);
    assert_eq!(events["items"][0]["ref"], "KHM-2017-0001-E1");
    assert_eq!(events["counts"].as_array().unwrap().len(), 1);

    said(&author, "About something else", &format!("{} turtle", "word ".repeat(100))).await;
    let best = said(&author, "A turtle", "The turtle swam.").await;
    said(&author, "Of the sea", "There was a turtle.").await;
    assert_eq!(found(&author, "turtle").await[0], best);
}

#[actix_web::test]
async fn what_may_not_be_seen_changes_nothing() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let viewer = app.user(Role::Viewer).await;
    for (title, body) in [("A turtle", "swam"), ("The sea", "and a turtle and a turtle")] {
        let made = said(&author, title, body).await;
        move_to(&format!("/api/v1/statements/{made}"), "published", &author, &reviewer).await;
    }
    let group = json!({"name": "Turtle Watch", "kind": "group", "confidentiality": "public"});
    author.post("/api/v1/actors", group).await.must(201);
    let before = search(&viewer, "turtle").await;
    assert_eq!(before["counts"][0]["count"], 2);
    assert_eq!(before["counts"][1]["count"], 0, "an actor of no record that they see");
    assert_eq!(suggested(&viewer, "turtel").await, []);
    for level in ["public", "confidential"] {
        for n in 0..5 {
            let mut more = statement("Turtle turtle", &"turtle ".repeat(n + 1));
            more["confidentiality"] = json!(level);
            author.post("/api/v1/statements", more).await.must(201);
        }
    }
    assert_eq!(search(&viewer, "turtle").await, before);
    assert_eq!(search(&author, "turtle").await["counts"][0]["count"], 12);
    assert_eq!(suggested(&author, "turtel").await[0].0, "Turtle Watch");
}

#[actix_web::test]
async fn the_index_follows_the_records() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let made = said(&author, "A report", "A turtle was seen by Sok Dara.").await;
    let path = format!("/api/v1/statements/{made}");
    author.patch(&path, json!({"body": "A heron was seen by Sok Dara."})).await.must(200);
    assert_eq!(found(&author, "turtle").await, Vec::<String>::new());
    assert_eq!(found(&author, "heron").await, [made.as_str()]);
    reviewer.delete(&path).await.must(204);
    assert_eq!(found(&author, "heron").await, Vec::<String>::new());
    reviewer.post(&format!("{path}/restore"), json!({})).await.must(200);
    assert_eq!(found(&author, "heron dara").await, [made.as_str()]);

    let person = json!({"name": "Sok Dara", "kind": "person", "confidentiality": "public"});
    let person = reviewer.post("/api/v1/actors", person).await.must(201);
    let actor = format!("/api/v1/actors/{}", person["ref"].as_str().unwrap());
    reviewer.patch(&actor, json!({"protected": true, "pseudonym": "Witness 4"})).await.must(200);
    let other = app.user(Role::Monitor).await;
    move_to(&path, "published", &author, &reviewer).await;
    for query in ["dara", "\"sok dara\"", "heron dara", "\u{E100}", "\u{E000}*", "by \u{E100}"] {
        let wanted = if query.starts_with("by") { vec![made.clone()] } else { Vec::new() };
        assert_eq!(found(&other, query).await, wanted, "{query:?}");
    }
    assert_eq!(found(&author, "dara").await, [made.as_str()], "what one wrote oneself");
    let known = found(&reviewer, "dara").await;
    assert_eq!(known, [person["ref"].as_str().unwrap()], "the person, for who may know them");
    assert_eq!(suggested(&other, "sok").await, []);
    assert_eq!(
        suggested(&other, "witness").await,
        [("Witness 4".to_owned(), "Witness 4".to_owned())]
    );
    assert_eq!(suggested(&reviewer, "sok d").await[0].0, "Sok Dara");
    let seen = search(&other, "heron").await;
    assert_eq!(seen["items"][0]["passage"], "A heron was seen by Witness 4.");
    reviewer.patch(&actor, json!({"protected": false})).await.must(200);
    assert_eq!(found(&other, "heron dara").await, [made.as_str()]);
    assert_eq!(found(&other, "sok dara").await.len(), 2);
}

#[actix_web::test]
async fn the_index_made_anew_finds_the_same() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let made = author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution(made["ref"].as_str().unwrap())).await.must(201);
    let hidden =
        json!({"name": "Kim Bopha", "kind": "person", "protected": true, "pseudonym": "W-7"});
    author.post("/api/v1/actors", hidden).await.must(201);
    said(&author, "On Kim Bopha", "Seen.").await;
    let mut before = Vec::new();
    for query in ["court", "cnrp", "bopha", "w-7", "seen"] {
        before.push(search(&author, query).await);
    }
    let office = app.app.office.clone();
    let indexed = office
        .database
        .write(|db| {
            saksi::casework::records::searched::reindex(db, &saksi::store::Memory::default())
        })
        .await
        .unwrap();
    assert!(indexed > 6);
    for (query, before) in ["court", "cnrp", "bopha", "w-7", "seen"].iter().zip(before) {
        assert_eq!(search(&author, query).await, before, "{query}");
    }
}

#[actix_web::test]
async fn names_are_suggested_though_they_are_mistyped() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    for (name, other) in [
        ("Amina Rahman", "Аміна Рахман"),
        ("Rahman Institute", "RI"),
        ("Élodie Nguyễn", "Elodie of Kandal"),
        ("Cambodia National Rescue Party", "CNRP"),
        ("កឹម សុខា", "Kem Sokha"),
        ("Ministry of the Interior", "MoI"),
    ] {
        let actor =
            json!({"name": name, "kind": "group", "names": [{"text": other, "kind": "alias"}]});
        author.post("/api/v1/actors", actor).await.must(201);
    }
    for (typed, name, matched) in [
        ("rahm", "Rahman Institute", "Rahman Institute"),
        ("amina rahmen", "Amina Rahman", "Amina Rahman"),
        ("рахмен", "Amina Rahman", "Аміна Рахман"),
        ("elodi nguyen", "Élodie Nguyễn", "Élodie Nguyễn"),
        ("cnr", "Cambodia National Rescue Party", "CNRP"),
        ("nationl rescue", "Cambodia National Rescue Party", "Cambodia National Rescue Party"),
        ("សុខា", "កឹម សុខា", "កឹម សុខា"),
        ("kem soka", "កឹម សុខា", "Kem Sokha"),
        ("minstry inter", "Ministry of the Interior", "Ministry of the Interior"),
    ] {
        let all = suggested(&author, typed).await;
        assert_eq!(all.first(), Some(&(name.to_owned(), matched.to_owned())), "{typed}: {all:?}");
    }
    assert_eq!(suggested(&author, "zzzzzz").await, []);
}

#[actix_web::test]
async fn nothing_that_is_typed_breaks_a_search() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    said(&author, "Odd", "a AND b OR c NEAR it's 100% \"quoted\" 👍🏽 back\\slash 'x' col:umn").await;
    let all = [
        "a AND b",
        "NEAR(a b)",
        "a*",
        "*",
        "^a",
        "\"",
        "\"a",
        "a\"b",
        "'",
        "''",
        "\\",
        "a\\",
        "(",
        ")",
        "a OR",
        "NOT a",
        "-a",
        "+a",
        "col:umn",
        "{a b} : c",
        "%",
        "_",
        "👍🏽",
        "👍",
        "\u{200D}",
        "\u{301}",
        "\u{E100}",
        "a & b | !c",
        "a <-> b",
        "a:*",
        "':1",
        "x'::tsquery",
        "\u{202E}abc",
        "🅐",
        "\u{10FFFF}",
        "ﷺ",
        "1️⃣",
    ];
    for query in all.into_iter().map(str::to_owned).chain([
        "x".repeat(990),
        "ក".repeat(900),
        "a ".repeat(499),
    ]) {
        for path in ["search", "suggest/actors", "statements", "events", "actors", "statistics"] {
            let coded =
                percent_encoding::utf8_percent_encode(&query, percent_encoding::NON_ALPHANUMERIC);
            author.get(&format!("/api/v1/{path}?q={coded}")).await.must(200);
        }
    }
    for path in ["search", "suggest/actors"] {
        for query in
            ["q=", "q=%20", "limit=5", "q=a&limit=0", "q=a&limit=101", "q=a&sort=b", "q=a&q=b"]
        {
            author.get(&format!("/api/v1/{path}?{query}")).await.problem(400);
        }
        let long = "x".repeat(10_000);
        author.get(&format!("/api/v1/{path}?q={long}")).await.problem(400);
        author.get(&format!("/api/v1/{path}?q=%00")).await.must(200);
    }
    author.get("/api/v1/search?q=a&kind=user").await.problem(400);
    assert_eq!(found(&author, "AND").await.len(), 1);
    assert_eq!(found(&author, "100%").await.len(), 1);
    assert_eq!(found(&author, "back\\slash").await.len(), 1);
}

#[actix_web::test]
async fn long_texts_are_found_to_their_end() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let mut words: Vec<String> = (0..9_000).map(|n| format!("w{n} ការ")).collect();
    words.push("the very last turtle តុលាការកំពូល".to_owned());
    let made = said(&author, "Long", &words.join(" ")).await;
    for query in
        ["turtle", "w1 turtle", "\"very last turtle\"", "តុលាការកំពូល", "w8999", "\"w4000 ការ w4001\""]
    {
        let answer = search(&author, query).await;
        assert_eq!(answer["counts"][0]["count"], 1, "{query}");
        assert_eq!(answer["items"][0]["ref"], made.as_str(), "{query}");
    }
    assert!(
        search(&author, "turtle").await["items"][0]["passage"].as_str().unwrap().contains("turtle")
    );
}

#[actix_web::test]
async fn reading_what_is_confidential_by_searching_is_remembered() {
    let app = TestApp::new();
    let (author, admin) = (app.user(Role::Monitor).await, app.user(Role::Admin).await);
    let mut secret = statement("A turtle", "swam");
    secret["confidentiality"] = json!("confidential");
    author.post("/api/v1/statements", secret).await.must(201);
    found(&admin, "turtle").await;
    let log = admin.get("/api/v1/audit?limit=500").await.must(200);
    let read = log["items"].as_array().unwrap().iter().filter(|it| it["action"] == "read_list");
    assert_eq!(read.count(), 1);
}
