//! The pages, as browsers ask for them.

use actix_web::test::TestRequest;
use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::{PASSWORD, TestApp, dissolution, move_to, press_statement};

const PATHS: [&str; 10] = [
    "statements",
    "incidents",
    "events",
    "actors",
    "demands",
    "citations",
    "affiliations",
    "instruments",
    "provisions",
    "commitments",
];

#[actix_web::test]
async fn a_stranger_is_asked_to_log_in_and_gets_where_they_wanted() {
    let app = TestApp::new();
    let browser = Browser::new(&app);
    let email = {
        let client = app.user(Role::Monitor).await;
        client.get("/api/v1/auth/me").await.must(200)["email"].as_str().unwrap().to_owned()
    };
    let asked = browser.get("/events?country=KHM").await;
    let login = asked.leads_to().to_owned();
    assert_eq!(login, "/login?to=%2Fevents%3Fcountry%3DKHM");
    let page = browser.get(&login).await;
    let refused =
        browser.send(&page, &[("~email", &email), ("~password", "not the password")]).await;
    assert!(refused.must(401).contains("the e-mail address or the password is wrong"));
    assert!(refused.must(401).contains(&email), "the address is kept");
    let entered = browser.send(&refused, &[("~email", &email), ("~password", PASSWORD)]).await;
    entered.must_lead_to("/events?country=KHM");
    browser.get("/events?country=KHM").await.must(200);
    let start = browser.get("/").await;
    browser
        .send_form(&start, "<form method=\"post\" action=\"/logout\"", &[])
        .await
        .must_lead_to("/login");
    assert!(browser.get("/login").await.must(200).contains("You are logged out."));
    browser.get("/events").await.must(303);
}

#[actix_web::test]
async fn pages_allow_nothing_but_what_this_server_sends() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let page = browser.get("/").await;
    let policy = page.reply.header("content-security-policy");
    for part in
        ["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]
    {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.reply.header("cache-control"), "no-store");
    let body = page.must(200);
    assert!(!body.contains(" style=") && !body.contains(" onclick=") && !body.contains("<script>"));
    let style = body.split("stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let style = browser.get(style).await;
    style.must(200);
    assert!(style.reply.header("cache-control").contains("immutable"));
    browser.get("/assets/000000000000/app.css").await.must(404);
}

#[actix_web::test]
async fn forms_of_others_are_not_taken() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let form = [("title", "Theirs"), ("country", "KHM")];
    let body = form.map(|(name, value)| format!("{name}={value}")).join("&");
    let post = || {
        TestRequest::post()
            .insert_header(("content-type", "application/x-www-form-urlencoded"))
            .set_payload(body.clone())
    };
    for headers in [
        [("sec-fetch-site", "cross-site"), ("host", "here.example")],
        [("origin", "https://evil.example"), ("host", "here.example")],
        [("origin", "null"), ("host", "here.example")],
    ] {
        browser.ask("/incidents/new", post(), &headers).await.must(403);
    }
    // From here, but without the token: the password decides.
    let asked = browser.ask("/incidents/new", post(), &[("sec-fetch-site", "same-origin")]).await;
    assert!(asked.must(401).contains("Theirs"), "what was typed is kept");
    assert_eq!(client.get("/api/v1/incidents?count=true").await.must(200)["total"], 0);
    // A form is sent as a form.
    let json = TestRequest::post().set_json(json!({"title": "t"}));
    browser.ask("/incidents/new", json, &[]).await.must(415);
}

#[actix_web::test]
async fn a_lost_session_loses_nothing_that_was_typed() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = client.get("/api/v1/auth/me").await.must(200)["email"].clone();
    let form = browser.get("/statements/new").await;
    browser.lose_session();
    let text = "They said \"<b>stop</b>\".\n\nAnd & so on.";
    let typed = [("title", "Kept"), ("kind", "report"), ("body", text)];
    let asked = browser.send_form(&form, "<form class=\"record\"", &typed).await;
    assert!(asked.must(401).contains("Log in and save"));
    let login = [("~email", email.as_str().unwrap()), ("~password", "wrong password")];
    let again = browser.send(&asked, &login).await;
    assert!(again.must(401).contains("Kept"), "a wrong password loses nothing");
    let login = [("~email", email.as_str().unwrap()), ("~password", PASSWORD)];
    let saved = browser.send(&again, &login).await;
    let place = saved.leads_to().to_owned();
    let kept = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!((&kept["title"], &kept["body"]), (&json!("Kept"), &json!(text)));
    assert!(browser.get(&place).await.must(200).contains("Kept"), "and the session goes on");
}

/// A browser's form says what a statement is told in: the founding example, by hand.
#[actix_web::test]
async fn a_monitor_logs_an_incident_with_its_source() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let form = browser.get("/incidents/new").await;
    form.must(200);
    // The first try: nothing is known of the actors, and something is missing.
    let typed = [
        ("title", "Crackdown on the CNRP"),
        ("country", "KHM"),
        ("source/stance", "condemns"),
        ("source/new_statement/title", "On the dissolution"),
        ("source/new_statement/kind", "press_statement"),
        ("source/new_statement/issued_on", "2017-11-27"),
        ("source/new_statement/issuers/0/actor", "FORUM-ASIA"),
        ("source/new_statement/issuers/0/actor~kind", "ngo"),
        (
            "source/new_statement/body",
            "The CNRP was dissolved by the Supreme Court.\r\nWe condemn it.",
        ),
        ("events/0/type", "dissolution"),
        ("events/0/title", ""),
        ("events/0/date", "2017-11-16"),
        ("events/0/participations/0/actor", "Supreme Court of Cambodia"),
        ("events/0/participations/0/role", "perpetrator"),
        ("events/0/participations/1/actor", "Cambodia National Rescue Party"),
        ("events/0/participations/1/actor~kind", "political_party"),
        ("events/0/participations/1/role", "target"),
        ("events/0/citations/0/quote", "dissolved by the Supreme Court"),
    ];
    let refused = browser.send_form(&form, "<form class=\"record\"", &typed).await;
    let body = refused.must(422);
    assert_eq!(refused.errors().len(), 2, "{:?}", refused.errors());
    assert!(body.contains("href=\"#f-events-0-title\">Event 1, Title: is required"), "{body}");
    assert!(body.contains("say what kind of actor it is to add it"), "{body}");
    assert!(body.contains("We condemn it."), "nothing that was typed is lost");
    // One more participant, without losing anything.
    let more = [("~add", "events/0/participations")];
    let longer = browser.send_form(&refused, "<form class=\"record\"", &more).await;
    assert!(longer.must(200).contains("name=\"events/0/participations/2/actor\""));
    let typed = [
        ("events/0/title", "Supreme Court dissolves the CNRP"),
        ("events/0/participations/0/actor~kind", "state_body"),
        ("~then", "submit"),
    ];
    let saved = browser.send_form(&longer, "<form class=\"record\"", &typed).await;
    let place = saved.leads_to().to_owned();
    assert_eq!(place, "/incidents/KHM-2017-0001");
    let page = browser.get(&place).await;
    for part in [
        "Supreme Court dissolves the CNRP",
        "Handed in for review.",
        "Cambodia National Rescue Party",
    ] {
        assert!(page.must(200).contains(part), "{part}");
    }
    let event = client.get("/api/v1/events/KHM-2017-0001-E1").await.must(200);
    assert_eq!(event["status"], "submitted");
    assert_eq!(event["citations"][0]["stance"], "condemns");
    assert_eq!(event["citations"][0]["start"], 13);
    assert_eq!(event["country"], "KHM");
    // Sent again, as by a second click: the same incident.
    let again = browser.send_form(&longer, "<form class=\"record\"", &typed).await;
    again.must_lead_to(&place);
    // The statement shows the passage, and leads to the event.
    let statement = event["citations"][0]["statement"]["ref"].as_str().unwrap();
    let page = browser.get(&format!("/statements/{statement}")).await;
    assert!(page.must(200).contains("<mark>dissolved by the Supreme Court</mark>"));
    assert!(page.must(200).contains("/events/KHM-2017-0001-E1"));
    // A name that is known is linked, not made again.
    let form = browser.get("/affiliations/new").await;
    let typed = [
        ("actor", "supreme court of CAMBODIA"),
        ("kind", "part_of"),
        ("other", "Kingdom of Cambodia"),
        ("other~kind", "state"),
    ];
    browser.send_form(&form, "<form class=\"record\"", &typed).await.must(303);
    assert_eq!(client.get("/api/v1/actors?count=true").await.must(200)["total"], 4);
}

#[actix_web::test]
async fn a_stale_form_shows_both_and_lets_the_person_choose() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let made = client.post("/api/v1/statements", press_statement()).await.must(201);
    let path = format!("/statements/{}", made["ref"].as_str().unwrap());
    let form = browser.get(&format!("{path}/edit")).await;
    client.patch(&format!("/api/v1{path}"), json!({"summary": "Theirs"})).await.must(200);
    let typed = [("summary", "Mine"), ("title", "My title")];
    let stale = browser.send_form(&form, "<form class=\"record\"", &typed).await;
    for part in ["Somebody else changed this record meanwhile", "Theirs", "Mine", "My title"] {
        assert!(stale.must(412).contains(part), "{part}");
    }
    browser.send_form(&stale, "<form class=\"record\"", &[]).await.must_lead_to(&path);
    let now = client.get(&format!("/api/v1{path}")).await.must(200);
    assert_eq!((&now["summary"], &now["title"]), (&json!("Mine"), &json!("My title")));
    assert_eq!(now["issuers"], made["issuers"], "what was not touched stays");
    let history = browser.get(&format!("{path}/history")).await;
    assert!(
        history.must(200).contains("<del>Theirs</del>")
            && history.must(200).contains("<ins>Mine</ins>")
    );
}

#[actix_web::test]
async fn a_filter_that_finds_nothing_says_which_condition_emptied_it() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let made = client.post("/api/v1/statements", press_statement()).await.must(201);
    client.post("/api/v1/events", dissolution(made["ref"].as_str().unwrap())).await.must(201);
    let page = browser.get("/events?country=KHM&type=killing&from=&sort=-date").await;
    let body = page.must(200);
    assert!(body.contains("Without Type of event: Killing"), "{body}");
    assert!(!body.contains("Without Country"), "{body}");
    assert!(browser.get("/events?country=KHM&from=").await.must(200).contains("1 record"));
    let wrong = browser.get("/events?from=soon").await;
    assert!(wrong.must(400).contains("is not a day"));
    browser.get("/events?color=red").await.must(400);
    // The same as a file, with the same filters.
    let body = browser.get("/events?country=KHM").await;
    assert!(body.must(200).contains("/exports/events.csv?country=KHM"));
    let file = browser.get("/exports/events.csv?country=KHM").await;
    assert_eq!(file.must(200).lines().count(), 2);
}

#[actix_web::test]
async fn script_in_any_field_is_text() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let nasty = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
    let mut statement = press_statement();
    statement["title"] = json!(nasty);
    statement["body"] = json!(format!("{nasty} was dissolved by the Supreme Court {nasty}"));
    statement["issuers"] = json!([{"name": nasty, "kind": "ngo", "description": nasty}]);
    let made = client.post("/api/v1/statements", statement).await.must(201);
    let mut event = dissolution(made["ref"].as_str().unwrap());
    event["title"] = json!(nasty);
    event["narrative"] = json!(nasty);
    event["place_name"] = json!(nasty);
    event["incident"] = json!({"title": nasty, "country": "KHM", "tags": [nasty]});
    client.post("/api/v1/events", event).await.must(201);
    for path in [
        "/",
        "/events",
        "/events/KHM-2017-0001-E1",
        "/events/KHM-2017-0001-E1/edit",
        "/events/KHM-2017-0001-E1/history",
        "/incidents/KHM-2017-0001",
        "/statements/S-2017-00001",
        "/statements/S-2017-00001/edit",
        "/actors",
        "/actors/A-00001",
        "/events?q=%3Cscript%3Ealert(1)",
    ] {
        let page = browser.get(path).await;
        let body = page.must(200);
        assert!(!body.contains("<script>alert") && !body.contains("<img"), "{path}: {body}");
    }
    let wrong = browser.get("/events?from=%3Cscript%3Ealert(1)%3C/script%3E").await;
    assert!(!wrong.must(400).contains("<script>alert"));
}

#[actix_web::test]
async fn what_is_hidden_looks_like_what_is_not_there() {
    let app = TestApp::new();
    let (author, other) = (app.user(Role::Monitor).await, Browser::of(&app, Role::Monitor).await.0);
    let mut statement = press_statement();
    statement["confidentiality"] = json!("confidential");
    let made = author.post("/api/v1/statements", statement).await.must(201);
    let mut event = dissolution(made["ref"].as_str().unwrap());
    event["incident"]["confidentiality"] = json!("confidential");
    author.post("/api/v1/events", event).await.must(201);
    for (there, not) in [
        ("/events/KHM-2017-0001-E1", "/events/KHM-2017-0009-E1"),
        ("/incidents/KHM-2017-0001", "/incidents/KHM-2017-0009"),
        ("/statements/S-2017-00001", "/statements/S-2017-00009"),
    ] {
        for rest in ["", "/edit", "/history"] {
            let (there, not) = (
                other.get(&format!("{there}{rest}")).await,
                other.get(&format!("{not}{rest}")).await,
            );
            let plain = |page: &crate::browser::Page| {
                let mut body = page.must(404).replace("00001", "00009").replace("-0001", "-0009");
                let id = page.reply.header("x-request-id");
                body = body.replace(id, "");
                body
            };
            assert_eq!(plain(&there), plain(&not));
        }
    }
}

/// Every page by every role: what answers, and how.
#[actix_web::test]
async fn every_page_by_every_role() {
    use std::fmt::Write;
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let made = author.post("/api/v1/statements", press_statement()).await.must(201);
    let statement = made["ref"].as_str().unwrap();
    let event = author.post("/api/v1/events", dissolution(statement)).await.must(201);
    let actor = event["participations"][0]["actor"]["ref"].as_str().unwrap().to_owned();
    let demand =
        json!({"statement": statement, "addressee": actor, "text": "Stop", "category": "cease"});
    let demand =
        author.post("/api/v1/demands", demand).await.must(201)["id"].as_str().unwrap().to_owned();
    let affiliation =
        json!({"actor": actor, "kind": "part_of", "other": {"name": "State", "kind": "state"}});
    let affiliation = reviewer.post("/api/v1/affiliations", affiliation).await.must(201)["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let law = |path: &str| format!("/api/v1/instruments/ICCPR/{path}?limit=1");
    let first = |list: serde_json::Value| list["items"][0]["id"].as_str().unwrap().to_owned();
    let provision = first(author.get(&law("provisions")).await.must(200));
    let commitment = first(author.get(&law("commitments")).await.must(200));
    let citation = event["citations"][0]["id"].as_str().unwrap().to_owned();
    for path in ["statements/S-2017-00001", "incidents/KHM-2017-0001", "events/KHM-2017-0001-E1"] {
        move_to(&format!("/api/v1/{path}"), "approved", &author, &reviewer).await;
    }
    let names = [
        statement.to_owned(),
        "KHM-2017-0001".to_owned(),
        "KHM-2017-0001-E1".to_owned(),
        actor,
        demand,
        citation,
        affiliation,
        "ICCPR".to_owned(),
        provision,
        commitment,
    ];
    let mut table = String::from("an approved, internal file: list, new, page, edit, history\n\n");
    write!(table, "{:<14}", "").unwrap();
    let mut people = Vec::new();
    for role in Role::ALL {
        write!(table, "{:<22}", role.code()).unwrap();
        people.push(Browser::of(&app, *role).await.0);
    }
    for (path, name) in PATHS.iter().zip(names) {
        write!(table, "\n{path:<14}").unwrap();
        for browser in &people {
            let mut cell = Vec::new();
            for path in [
                format!("/{path}"),
                format!("/{path}/new"),
                format!("/{path}/{name}"),
                format!("/{path}/{name}/edit"),
                format!("/{path}/{name}/history"),
            ] {
                cell.push(browser.get(&path).await.reply.status.as_u16().to_string());
            }
            write!(table, "{:<22}", cell.join(" ")).unwrap();
        }
    }
    let mut lines: Vec<&str> = Vec::new();
    for line in table.lines() {
        lines.push(line.trim_end());
    }
    insta::assert_snapshot!(lines.join("\n"));
    // And to strangers, none.
    let stranger = Browser::new(&app);
    for path in PATHS {
        stranger.get(&format!("/{path}")).await.must(303);
    }
}

#[actix_web::test]
async fn review_goes_its_steps_on_the_pages() {
    let app = TestApp::new();
    let (author, client) = Browser::of(&app, Role::Monitor).await;
    let (reviewer, _) = Browser::of(&app, Role::Reviewer).await;
    let made = client.post("/api/v1/statements", press_statement()).await.must(201);
    let path = format!("/statements/{}", made["ref"].as_str().unwrap());
    let step = async |browser: &Browser<'_>, to: &str| {
        let page = browser.get(&path).await;
        browser
            .send_form(&page, "<form class=\"review\"", &[("status", to), ("comment", "Because")])
            .await
    };
    step(&author, "submitted").await.must_lead_to(&path);
    assert!(!author.get(&path).await.must(200).contains(">Approve<"), "nobody approves their own");
    step(&reviewer, "needs_changes").await.must_lead_to(&path);
    assert!(
        author.get("/").await.must(200).contains("On the dissolution of a party"),
        "it came back"
    );
    step(&author, "submitted").await.must_lead_to(&path);
    step(&reviewer, "approved").await.must_lead_to(&path);
    step(&reviewer, "published").await.must_lead_to(&path);
    assert_eq!(client.get(&format!("/api/v1{path}")).await.must(200)["status"], "published");
    let history = reviewer.get(&format!("{path}/history")).await;
    assert!(
        history.must(200).contains("Returned for changes") && history.must(200).contains("Because")
    );
    // A decision on a version that one has not seen is none.
    let page = reviewer.get(&path).await;
    client.send(actix_web::http::Method::GET, "/", None, &[]).await;
    let stale = reviewer
        .send_form(&page, "<form class=\"review\"", &[("status", "retracted"), ("~version", "2")])
        .await;
    stale.must(412);
}

#[actix_web::test]
async fn the_own_account_changes_its_password_and_ends_sessions() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/account").await;
    let change = |current: &'static str, new: &'static str, again: &'static str| {
        [("~current", current), ("~new", new), ("~again", again)]
    };
    let form = "<form method=\"post\" action=\"/account\"";
    for (fields, wrong) in [
        (
            change("wrong", "another lamp and words", "another lamp and words"),
            "is not your password",
        ),
        (change(PASSWORD, "short", "short"), "at least 12 characters"),
        (change(PASSWORD, "another lamp and words", "a lamp"), "is not the same"),
    ] {
        let refused = browser.send_form(&page, form, &fields).await;
        assert!(refused.must(422).contains(wrong), "{wrong}");
    }
    let fields = change(PASSWORD, "another lamp and words", "another lamp and words");
    browser.send_form(&page, form, &fields).await.must_lead_to("/login");
    browser.get("/account").await.must(303);
    client.get("/api/v1/auth/me").await.must(401);
}

#[actix_web::test]
async fn the_language_is_chosen_and_kept() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    for (tag, direction) in [("ar", "rtl"), ("km", "ltr"), ("fr", "ltr")] {
        let choice =
            [("language".to_owned(), tag.to_owned()), ("to".to_owned(), "/events".to_owned())];
        browser.post("/language", &choice).await.must_lead_to("/events");
        for path in ["/events", "/", "/account", "/statements", "/nothing"] {
            let page = browser.get(path).await;
            let begins = format!("<html lang=\"{tag}\" dir=\"{direction}\">");
            assert!(page.reply.body.contains(&begins), "{path}");
        }
    }
    let choice = [("language".to_owned(), "xx".to_owned())];
    browser.post("/language", &choice).await.must(400);
    let to =
        [("language".to_owned(), "en".to_owned()), ("to".to_owned(), "//evil.example".to_owned())];
    browser.post("/language", &to).await.must_lead_to("/");
}

#[actix_web::test]
async fn one_search_finds_everything_and_suggests_what_is_nearly_so() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let made = client.post("/api/v1/statements", press_statement()).await.must(201);
    client.post("/api/v1/events", dissolution(made["ref"].as_str().unwrap())).await.must(201);
    let page = browser.get("/search?q=supreme+court").await;
    for part in [
        "<mark>Supreme</mark>",
        "/events/KHM-2017-0001-E1",
        "/statements/S-2017-00001",
        "/actors/A-0000",
    ] {
        assert!(page.must(200).contains(part), "{part}: {}", page.must(200));
    }
    let events = browser.get("/search?q=supreme+court&kind=event").await;
    assert!(!events.must(200).contains("href=\"/statements/S-2017-00001\""));
    let nearly = browser.get("/search?q=suprem+cort").await;
    assert!(
        nearly.must(200).contains("nearly called so")
            && nearly.must(200).contains("Supreme Court of Cambodia")
    );
    assert!(browser.get("/search").await.must(200).contains("Whole words"));
    let long = browser.get(&format!("/search?q={}", "x".repeat(2_000))).await;
    assert!(long.must(200).contains("takes at most"));
    let suggested = browser.get("/suggest/actors?q=cnr").await.reply.must(200);
    assert!(
        suggested["items"][0]["value"]
            .as_str()
            .unwrap()
            .starts_with("Cambodia National Rescue Party (A-")
    );
    let suggested = browser.get("/suggest/statements?q=dissol").await.reply.must(200);
    assert_eq!(suggested["items"][0]["value"], "On the dissolution of a party (S-2017-00001)");
    assert_eq!(browser.get("/suggest/events?q=").await.reply.must(200)["items"], json!([]));
    browser.get("/suggest/secrets?q=x").await.must(404);
    // Who may not see it finds nothing, and is suggested nothing.
    let (viewer, _) = Browser::of(&app, Role::Viewer).await;
    assert!(!viewer.get("/search?q=supreme+court").await.must(200).contains("KHM-2017"));
    for kind in ["actors", "statements", "incidents", "events"] {
        let suggested = viewer.get(&format!("/suggest/{kind}?q=supreme")).await.reply.must(200);
        assert_eq!(suggested["items"], json!([]), "{kind}");
    }
}

#[actix_web::test]
async fn the_queue_decides_for_all_that_are_chosen_or_for_none() {
    let app = TestApp::new();
    let (reviewer, own) = Browser::of(&app, Role::Reviewer).await;
    let author = app.user(Role::Monitor).await;
    for client in [&author, &own] {
        let made = client.post("/api/v1/statements", press_statement()).await.must(201);
        move_to(
            &format!("/api/v1/statements/{}", made["ref"].as_str().unwrap()),
            "submitted",
            client,
            client,
        )
        .await;
    }
    let queue = reviewer.get("/review").await;
    assert!(queue.must(200).contains("value=\"statements S-2017-00001 2\""));
    assert!(
        !queue.must(200).contains("value=\"statements S-2017-00002 2\""),
        "their own is not offered"
    );
    let decide = async |records: &[&str], status: &str| {
        let csrf = reviewer.get("/review").await;
        let token = csrf.must(200).split("name=\"~csrf\" value=\"").nth(1).unwrap();
        let token = token[..token.find('"').unwrap()].to_owned();
        let mut values =
            vec![("~csrf".to_owned(), token), ("status".to_owned(), status.to_owned())];
        values.extend(records.iter().map(|record| ("record".to_owned(), (*record).to_owned())));
        reviewer.post("/review", &values).await
    };
    let both = ["statements S-2017-00001 2", "statements S-2017-00002 2"];
    let refused = decide(&both, "approved").await;
    assert!(
        refused.must(403).contains("S-2017-00002")
            && refused.must(403).contains("nothing was decided")
    );
    let status = async |name: &str| {
        own.get(&format!("/api/v1/statements/{name}")).await.must(200)["status"].clone()
    };
    assert_eq!(status("S-2017-00001").await, "submitted", "nothing was decided");
    decide(&["statements S-2017-00001 1"], "approved").await.must(409);
    decide(&[], "approved").await.must_lead_to("/review");
    decide(&["accounts x 1"], "approved").await.must(404);
    decide(&both[..1], "published").await.must(409);
    decide(&both[..1], "nonsense").await.must(400);
    decide(&both[..1], "approved").await.must_lead_to("/review");
    assert_eq!(status("S-2017-00001").await, "approved");
    assert!(reviewer.get("/review?status=approved").await.must(200).contains("S-2017-00001"));
    // Monitors have no queue.
    let (monitor, _) = Browser::of(&app, Role::Monitor).await;
    monitor.get("/review").await.must(403);
    assert!(monitor.get("/help").await.must(200).contains("Unknown is not zero"));
}
