//! The public portal: closed unless it is opened; then what a viewer in no team sees, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::Method;
use actix_web::test::TestRequest;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, Reply, TestApp, move_to};

const DATASETS: [&str; 10] = [
    "events",
    "incidents",
    "statements",
    "actors",
    "participations",
    "citations",
    "demands",
    "instruments",
    "provisions",
    "commitments",
];

fn open() -> TestApp {
    TestApp::with(|config| {
        config.portal = true;
        config.portal_licence = Some("CC BY 4.0 <licence>".to_owned());
        config.portal_citation = Some("The Office (2026): records".to_owned());
    })
}

/// Somebody without an account or a cookie, each time from another address.
struct Public<'a> {
    client: Client<'a>,
    asked: std::cell::Cell<u32>,
}

impl<'a> Public<'a> {
    fn of(app: &'a TestApp) -> Self {
        Self { client: app.stranger(), asked: std::cell::Cell::default() }
    }

    async fn get(&self, path: &str) -> Reply {
        self.ask(Method::GET, path, &[]).await
    }

    async fn ask(&self, method: Method, path: &str, headers: &[(&str, &str)]) -> Reply {
        let asked = self.asked.get() + 1;
        self.asked.set(asked);
        let from = format!("10.0.{}.{}", asked / 250, asked % 250 + 1);
        let mut headers = headers.to_vec();
        headers.push(("x-forwarded-for", &from));
        let request = TestRequest::default().method(method).uri(path);
        let reply = self.client.raw(request, &headers).await;
        assert!(!reply.headers.contains_key("set-cookie"), "{path} sets a cookie");
        reply
    }

    async fn page(&self, path: &str) -> String {
        let reply = self.get(path).await;
        assert_eq!(reply.status.as_u16(), 200, "{path}: {}", reply.body);
        reply.body
    }
}

/// The addresses that a page's links and forms lead to.
fn leads(body: &str) -> BTreeSet<String> {
    ["href=\"", "action=\"", "src=\""]
        .iter()
        .flat_map(|name| body.split(name).skip(1))
        .map(|rest| rest.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&"))
        .collect()
}

async fn publish(path: &str, author: &Client<'_>, reviewer: &Client<'_>) {
    move_to(path, "published", author, reviewer).await;
}

fn at(kind: &str, record: &Value) -> String {
    format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap())
}

/// What nobody may find out: a word for each way in which something is not public.
const SECRETS: [&str; 12] = [
    "Zdraft",
    "Zsubmitted",
    "Zapproved",
    "Zinternal",
    "Zconfidential",
    "Zrestricted",
    "Zhidden",
    "Zretracted",
    "Zprotected",
    "Zstaff",
    "Zreason",
    "Zdemandinternal",
];

/// A database with something public, and something of every other sort.
async fn planted(app: &TestApp) -> (Client<'_>, Client<'_>) {
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let admin = app.user(Role::Admin).await;
    for client in [&author, &reviewer] {
        let path = format!("/api/v1/users/{}", client.id);
        admin.patch(&path, json!({"name": "Zstaff Member"})).await.must(200);
    }
    let team = json!({"name": "Zrestricted team", "members": [author.id.to_string(), reviewer.id.to_string()]});
    let team = admin.post("/api/v1/teams", team).await.must(201)["id"].clone();
    let person = json!({"name": "Zprotected Dara", "kind": "person", "protected": true, "pseudonym": "Person K-7",
        "confidentiality": "public", "country": "KHM",
        "names": [{"text": "Zprotectedalias", "kind": "alias"}]});
    let person = author.post("/api/v1/actors", person).await.must(201)["ref"].clone();
    for (word, level, status) in [
        ("Open", "public", "published"),
        ("Zdraft", "public", "draft"),
        ("Zsubmitted", "public", "submitted"),
        ("Zapproved", "public", "approved"),
        ("Zinternal", "internal", "published"),
        ("Zconfidential", "confidential", "published"),
        ("Zrestricted", "restricted", "published"),
        ("Zhidden", "public", "published"),
        ("Zretracted", "public", "retracted"),
    ] {
        let mut statement = json!({"title": format!("{word} statement"), "kind": "press_statement",
            "issued_on": "2017-11-27", "confidentiality": level, "countries": ["KHM"],
            "body": format!("{word} text. The court acted against Zprotected Dara and Zprotectedalias. {word} end."),
            "issuers": [{"name": format!("{word} organisation"), "kind": "ngo"}]});
        let mut event = json!({
            "incident": {"title": format!("{word} incident"), "summary": format!("{word} summary on Zprotected Dara"),
                "country": "KHM", "confidentiality": level, "tags": [word.to_lowercase()]},
            "type": "arrest", "title": format!("{word} event"), "date": "2017-03-04", "country": "KHM",
            "narrative": format!("{word} narrative: Zprotected Dara was seen."), "place_name": format!("{word} place"),
            "confidentiality": level,
            "participations": [
                {"actor": person, "role": "target"},
                {"actor": {"name": format!("{word} police"), "kind": "state_body", "confidentiality": level}, "role": "perpetrator"}],
        });
        if level == "restricted" {
            statement["team"] = team.clone();
            event["team"] = team.clone();
            event["incident"]["team"] = team.clone();
            event["participations"][1]["actor"]["team"] = team.clone();
        }
        let statement = author.post("/api/v1/statements", statement).await.must(201);
        let source = statement["ref"].clone();
        event["citations"] =
            json!([{"statement": source, "stance": "reports", "quote": format!("{word} text")}]);
        let event = author.post("/api/v1/events", event).await.must(201);
        let mut demand = json!({"statement": source, "addressee": {"name": format!("{word} ministry"), "kind": "state_body",
            "confidentiality": level}, "text": format!("{word} demand for Zprotected Dara"), "category": "cease", "confidentiality": level});
        if level == "restricted" {
            demand["team"] = team.clone();
            demand["addressee"]["team"] = team.clone();
        }
        author.post("/api/v1/demands", demand).await.must(201);
        for (kind, record) in
            [("statements", &statement), ("events", &event), ("incidents", &event["incident"])]
        {
            let path = at(kind, record);
            move_to(&path, status, &author, &reviewer).await;
            if word == "Zhidden" {
                reviewer.delete(&path).await.must(204);
            }
        }
        if word == "Open" {
            // Beside what is public, what is not: of the same statement, of the same event.
            let demand = json!({"statement": source, "addressee": {"name": "Open ministry", "kind": "state_body"},
                "text": "Zdemandinternal", "category": "cease", "confidentiality": "internal"});
            reviewer.post("/api/v1/demands", demand).await.must(201);
            reviewer
                .send(
                    Method::PATCH,
                    &at("events", &event),
                    Some(json!({"narrative": "Open narrative, better.", "reason": "Zreason"})),
                    &[("if-match", "*")],
                )
                .await;
        }
    }
    (author, reviewer)
}

#[actix_web::test]
async fn it_is_closed_unless_it_is_opened() {
    let app = TestApp::new();
    let stranger = app.stranger();
    // What is told apart by the request itself is taken out.
    let plain = |reply: &Reply, path: &str| {
        let id = reply.header("x-request-id").to_owned();
        let encoded: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
        let token = reply.body.split("~csrf\" value=\"").nth(1).map(|it| it[..64].to_owned());
        let body = reply.body.replace(&id, "ID").replace(path, "PATH").replace(&encoded, "PATH");
        let body = token.map_or(body.clone(), |token| body.replace(&token, "TOKEN"));
        let names: Vec<String> = reply.headers.keys().map(ToString::to_string).collect();
        let names: BTreeSet<String> = names.into_iter().collect();
        (reply.status.as_u16(), names, body)
    };
    let unknown = stranger.get("/nothing").await;
    assert_eq!(unknown.status.as_u16(), 404);
    for path in [
        "/public",
        "/public/",
        "/public/events",
        "/public/fr/events",
        "/public/events/KHM-2017-0001-E1",
        "/public/exports/events.csv",
        "/public/search?q=court",
        "/robots.txt",
    ] {
        let reply = stranger.get(path).await;
        assert_eq!(plain(&reply, path), plain(&unknown, "/nothing"), "{path}");
    }
}

/// Follows every link from the first page, and looks for what must not be there.
#[actix_web::test]
async fn everything_that_it_leads_to_is_public_and_nothing_can_be_done() {
    let app = open();
    planted(&app).await;
    let public = Public::of(&app);
    let mut waiting: Vec<String> = vec!["/public".to_owned(), "/public/ar/".to_owned()];
    let mut seen: BTreeSet<String> = waiting.iter().cloned().collect();
    let mut pages = 0;
    while let Some(path) = waiting.pop() {
        let reply = public.get(&path).await;
        assert_eq!(reply.status.as_u16(), 200, "{path}: {}", reply.body);
        if path.starts_with("/assets/") {
            continue;
        }
        assert_eq!(reply.header("cache-control"), "public, max-age=300", "{path}");
        for secret in SECRETS {
            assert!(
                !reply.body.to_lowercase().contains(&secret.to_lowercase()),
                "{secret} at {path}: {}",
                reply.body
            );
        }
        if path.contains("/exports/") {
            continue;
        }
        pages += 1;
        let body = reply.body;
        for sign in [
            "method=", "<script", "/api/v1/", "/docs/", "csrf", "textarea", "Change<", "History<",
            "Delete<",
        ] {
            assert!(!body.contains(sign), "{sign} at {path}: {body}");
        }
        for lead in leads(&body) {
            let is_here = lead.starts_with("/public") || lead.starts_with("/assets/");
            assert!(
                is_here || lead.starts_with('#') || lead.starts_with("https://example"),
                "{path} leads to {lead}"
            );
            let lead = lead.split('#').next().unwrap().to_owned();
            // One other language is enough, and of law a few pages.
            let is_more = lead.starts_with("/public/fr") || lead.starts_with("/public/km");
            let of_law = ["/commitments/", "/provisions/", "/instruments/", "cursor="];
            let is_law = of_law.iter().any(|of| lead.contains(of))
                && seen.iter().filter(|it| of_law.iter().any(|of| it.contains(of))).count() > 20;
            let of_arabic = lead.starts_with("/public/ar") && lead.len() > 40;
            if is_here && !is_more && !is_law && !of_arabic && seen.insert(lead.clone()) {
                waiting.push(lead);
            }
        }
    }
    assert!(pages > 60, "{pages} pages");
    for part in [
        "/public/events/KHM-2017-0001-E1",
        "/public/statements/S-2017-00001",
        "/public/countries/KHM",
    ] {
        assert!(seen.contains(part), "{part}: {seen:?}");
    }
    // Every file, whatever its form.
    for dataset in DATASETS {
        for end in [".csv", ".csv?preset=excel", ".jsonl"] {
            let path = format!("/public/exports/{dataset}{end}");
            let body = public.page(&path).await;
            for secret in SECRETS {
                assert!(!body.contains(secret), "{secret} in {path}");
            }
        }
    }
    let events = public.page("/public/exports/events.csv").await;
    assert!(events.contains("Open event") && events.contains("Person K-7"), "{events}");
    let metrics = app.stranger().get("/metrics").await.body;
    assert!(metrics.contains("saksi_public_exports_total{file=\"events.csv\"}"), "{metrics}");
    // Searching for what is not shown finds nothing, whatever it is.
    for secret in SECRETS {
        let page = public.page(&format!("/public/search?q={secret}")).await;
        assert!(
            !page.contains("class=\"plain hits\"") && !page.contains("KHM-2017"),
            "{secret}: {page}"
        );
        for list in ["events", "statements", "incidents", "actors"] {
            let page = public.page(&format!("/public/{list}?q={secret}")).await;
            assert!(page.contains("class=\"empty\""), "{secret} in {list}");
        }
    }
    let found = public.page("/public/search?q=open").await;
    assert!(found.contains("/public/events/KHM-2017-0001-E1"), "{found}");
}

#[actix_web::test]
async fn it_shows_what_a_viewer_sees() {
    let app = open();
    let (_, reviewer) = planted(&app).await;
    let viewer = app.user(Role::Viewer).await;
    let public = Public::of(&app);
    for dataset in DATASETS {
        let path = format!("exports/{dataset}.csv");
        let seen = viewer.get(&format!("/api/v1/{path}")).await;
        assert_eq!(public.page(&format!("/public/{path}")).await, seen.body, "{dataset}");
    }
    let total = |body: &str| {
        let total = body.split("<p class=\"total\">").nth(1)?;
        Some(total.split(' ').next()?.replace(',', "").replace("More", "many"))
    };
    for kind in ["statements", "incidents", "events", "actors", "demands"] {
        let seen = viewer.get(&format!("/api/v1/{kind}?limit=500&count=true")).await.must(200);
        let all = reviewer.get(&format!("/api/v1/{kind}?limit=500")).await.must(200);
        let page = public.page(&format!("/public/{kind}")).await;
        assert_eq!(total(&page), Some(seen["total"].to_string()), "{kind}");
        let shown: BTreeSet<&str> = refs(&seen);
        assert!(!shown.is_empty(), "{kind}");
        let mut hidden = BTreeMap::new();
        for name in refs(&all) {
            let path = format!("/public/{kind}/{name}");
            let reply = public.get(&path).await;
            assert_eq!(reply.status.as_u16() == 200, shown.contains(name), "{path}");
            assert_eq!(page.contains(&format!("{path}\"")), shown.contains(name), "{path}");
            if reply.status.as_u16() != 200 {
                let id = reply.header("x-request-id").to_owned();
                hidden.insert(path.clone(), reply.body.replace(&id, "ID").replace(name, "NAME"));
            }
        }
        // What may not be seen answers as what does not exist.
        let missing = public.get(&format!("/public/{kind}/X-2017-1")).await;
        assert_eq!(missing.status.as_u16(), 404);
        let id = missing.header("x-request-id").to_owned();
        let missing = missing.body.replace(&id, "ID").replace("X-2017-1", "NAME");
        for (path, body) in hidden {
            assert_eq!(body, missing, "{path}");
        }
    }
    // A member of a team who logs in sees more; whoever asks the portal with their cookie or token does not.
    let token = reviewer.token.clone().unwrap();
    let bearer = format!("Bearer {token}");
    let headers =
        [("authorization", bearer.as_str()), ("cookie", "saksi_session=x; saksi_language=fr")];
    for path in ["/public", "/public/events", "/public/countries/KHM"] {
        let plain = public.page(path).await;
        assert_eq!(public.ask(Method::GET, path, &headers).await.body, plain, "{path}");
        let accepts = [("accept-language", "fr")];
        assert_eq!(public.ask(Method::GET, path, &accepts).await.body, plain, "{path}");
    }
    let start = public.page("/public").await;
    for part in [
        "Only what is published and public is shown here",
        "CC BY 4.0 &#60;licence&#62;",
        "The Office (2026): records",
        "/public/exports/events.csv",
        "Open event",
        "id=\"counting\"",
    ] {
        assert!(start.contains(part), "{part}: {start}");
    }
}

fn refs(list: &Value) -> BTreeSet<&str> {
    list["items"].as_array().unwrap().iter().map(|it| it["ref"].as_str().unwrap()).collect()
}

#[actix_web::test]
async fn it_can_be_kept_by_caches_and_says_when_it_changed() {
    let app = open();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let public = Public::of(&app);
    for path in ["/public", "/public/events", "/public/countries", "/public/km/instruments/ICCPR"] {
        let reply = public.get(path).await;
        let tag = reply.header("etag").to_owned();
        assert!(tag.starts_with("W/\""), "{tag}");
        for known in [tag.clone(), format!("\"x\", {tag}"), "*".to_owned()] {
            let again = public.ask(Method::GET, path, &[("if-none-match", &known)]).await;
            assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""), "{path}");
            assert_eq!(again.header("etag"), tag);
            let policy = "content-security-policy";
            assert_eq!(
                again.header(policy),
                reply.header(policy),
                "the kept page keeps its policy"
            );
        }
        let other = public.ask(Method::GET, path, &[("if-none-match", "W/\"other\"")]).await;
        assert_eq!(other.status.as_u16(), 200);
        assert!(!other.headers.contains_key("vary"), "nothing but the address decides");
    }
    let before = public.get("/public/events").await;
    let event = json!({"incident": {"title": "One", "country": "KHM", "confidentiality": "public"}, "type": "arrest",
        "title": "A new one", "date": "2017-03-04", "country": "KHM", "confidentiality": "public"});
    let event = author.post("/api/v1/events", event).await.must(201);
    let unchanged = public.get("/public/events").await;
    assert_eq!(unchanged.header("etag"), before.header("etag"), "a draft changes nothing");
    publish(&at("events", &event), &author, &reviewer).await;
    publish(&at("incidents", &event["incident"]), &author, &reviewer).await;
    let known = before.header("etag").to_owned();
    let after = public.ask(Method::GET, "/public/events", &[("if-none-match", &known)]).await;
    assert_eq!(after.status.as_u16(), 200);
    assert!(after.body.contains("A new one"));
    reviewer
        .post(&format!("{}/status", at("events", &event)), json!({"status": "retracted"}))
        .await
        .must(200);
    assert!(!public.page("/public/events").await.contains("A new one"), "gone at once");
    let gone = public.get(&format!("/public/events/{}", event["ref"].as_str().unwrap())).await;
    assert_eq!(gone.status.as_u16(), 404);
    assert_eq!(gone.header("cache-control"), "no-store");
}

#[actix_web::test]
async fn it_takes_nothing() {
    let app = open();
    let public = Public::of(&app);
    for path in [
        "/public",
        "/public/events",
        "/public/events/x",
        "/public/exports/events.csv",
        "/public/nothing",
    ] {
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE, Method::OPTIONS] {
            let reply = public.ask(method, path, &[]).await;
            assert_eq!(reply.status.as_u16(), 405, "{path}");
            assert_eq!(reply.header("allow"), "GET, HEAD");
            assert!(reply.header("content-type").starts_with("text/html"));
        }
    }
    let head = public.ask(Method::HEAD, "/public/events", &[]).await;
    assert_eq!(head.status.as_u16(), 200);
    for path in [
        "/public/nothing",
        "/public/review",
        "/public/login",
        "/public/account",
        "/public/help",
        "/public/events/new",
        "/public/events/x/history",
        "/public/events/x/edit",
        "/public/suggest/actors?q=a",
        "/public/en/events",
        "/public/api/v1/events",
        "/public/exports/users.csv",
        "/public/exports/events.exe",
        "/public/../review",
    ] {
        let reply = public.get(path).await;
        let is_away = reply.status.as_u16() == 404 || path.contains("..");
        assert!(is_away, "{path}: {}", reply.status);
        assert!(!reply.headers.contains_key("location"), "{path} asks nobody to log in");
    }
    for path in
        ["/public/events?mine=true", "/public/incidents?assigned=me", "/public/events?status=draft"]
    {
        assert!(public.page(path).await.contains("class=\"empty\""), "{path}");
    }
    for path in [
        "/public/events?from=soon",
        "/public/countries/KHM?from=soon",
        "/public/events?colour=red",
        "/public/exports/events.csv?colour=red",
    ] {
        let reply = public.get(path).await;
        assert_eq!(reply.status.as_u16(), 400, "{path}");
        assert_eq!(reply.header("cache-control"), "no-store", "{path}");
    }
    let robots = public.page("/robots.txt").await;
    for line in ["Allow: /public", "Disallow: /\n", "Disallow: /public/search"] {
        assert!(robots.contains(line), "{robots}");
    }
    // The pages of those with an account are as before.
    assert_eq!(app.stranger().get("/events").await.status.as_u16(), 303);
}

#[actix_web::test]
async fn whoever_asks_too_much_waits() {
    let app = open();
    let stranger = app.stranger();
    let from = [("x-forwarded-for", "203.0.113.5")];
    let ask = async |path: &str, headers: &[(&str, &str)]| {
        stranger.raw(TestRequest::get().uri(path), headers).await
    };
    let mut refused = 0;
    for _ in 0..90 {
        let reply = ask("/public/search?q=court", &from).await;
        if reply.status.as_u16() == 429 {
            refused += 1;
            assert!(reply.header("retry-after").parse::<u64>().unwrap() >= 1);
            assert!(reply.header("content-type").starts_with("text/html"));
        }
    }
    assert!(refused > 0, "a flood of searches is stopped");
    assert_eq!(ask("/public/events", &from).await.status.as_u16(), 200, "reading goes on");
    let other = [("x-forwarded-for", "203.0.113.6")];
    assert_eq!(ask("/public/search?q=court", &other).await.status.as_u16(), 200);
}

#[actix_web::test]
async fn each_language_has_its_own_addresses() {
    let app = open();
    let public = Public::of(&app);
    for (base, tag, direction) in [
        ("/public", "en", "ltr"),
        ("/public/fr", "fr", "ltr"),
        ("/public/ar", "ar", "rtl"),
        ("/public/km", "km", "ltr"),
    ] {
        for path in ["/", "/events?country=KHM", "/countries/KHM?from=2017-01-01", "/nothing"] {
            let reply = public.get(&format!("{base}{path}")).await;
            let begins = format!("<html lang=\"{tag}\" dir=\"{direction}\">");
            assert!(reply.body.contains(&begins), "{base}{path}");
            // The same page in another language.
            let escaped = path.replace('&', "&#38;");
            assert!(
                reply.body.contains(&format!("href=\"/public/fr{escaped}\"")),
                "{}",
                reply.body
            );
            assert!(reply.body.contains(&format!("href=\"{base}/actors\"")), "{base}{path}");
        }
    }
}

#[actix_web::test]
async fn what_the_office_decides_of_duplicates_is_not_for_everybody() {
    let app = open();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    for (name, country) in [("White Heron Watch", "KHM"), ("White Herons Watch", "KHM")] {
        let actor = json!({"name": name, "kind": "ngo", "country": country,
            "confidentiality": "public"});
        let actor = reviewer.post("/api/v1/actors", actor).await.must(201);
        let event = json!({"incident": {"title": "Raid", "country": "KHM", "confidentiality": "public"},
            "title": "Raid", "type": "raid_search", "country": "KHM", "date": "2020-01-01",
            "confidentiality": "public",
            "participations": [{"actor": actor["ref"], "role": "target"}]});
        let event = author.post("/api/v1/events", event).await.must(201);
        publish(&at("incidents", &event["incident"]), &author, &reviewer).await;
        publish(&at("events", &event), &author, &reviewer).await;
    }
    let public = Public::of(&app);
    public.page("/public/actors/A-00002").await;
    let body = json!({"other": "A-00002", "other_version": 1, "reason": "Entered twice"});
    let path = "/api/v1/actors/A-00001/merge";
    reviewer.send(Method::POST, path, Some(body), &[("if-match", "*")]).await.must(200);
    let page = public.page("/public/actors/A-00001").await;
    for part in ["duplicates", "merge", "Entered twice", "similar.js"] {
        assert!(!page.contains(part), "{part}: {page}");
    }
    for path in
        ["exports/merges.csv", "exports/merges.jsonl", "duplicates", "actors/A-00001/duplicates"]
    {
        assert_eq!(public.get(&format!("/public/{path}")).await.status.as_u16(), 404, "{path}");
    }
    // Who kept the address of the other comes to the one.
    let old = public.get("/public/ar/actors/A-00002").await;
    assert_eq!(old.status.as_u16(), 303, "{}", old.body);
    assert_eq!(old.headers.get("location").unwrap(), "/public/ar/actors/A-00001");
}
