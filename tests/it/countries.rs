//! The pages of countries: their figures, compared with SQL written apart from the program's, and
//! with the lists that they link to.

use std::fmt::Write;

use diesel::sql_types::BigInt;
use saksi::domain::Role;
use saksi::store::Sql;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::{Client, TestApp, dissolution, move_to, press_statement};
use crate::statistics::filled;

#[derive(diesel::QueryableByName)]
struct Number {
    #[diesel(sql_type = BigInt)]
    n: i64,
}

/// What a query of one number says.
async fn number(app: &TestApp, sql: &str) -> i64 {
    let query = Sql::new(format!("SELECT {sql}"));
    let read = app.app.office.database.read(move |db| Ok(query.load::<Number>(db)?));
    read.await.unwrap()[0].n
}

/// The numbers of key figures, in their order.
fn key(body: &str) -> Vec<i64> {
    let list = body.split("<dl class=\"key\">").nth(1).unwrap();
    let list = &list[..list.find("</dl>").unwrap()];
    list.split("<dd>").skip(1).map(|part| links(part)[0].1.parse().unwrap()).collect()
}

/// The rows of the table with a heading: label, numbers.
fn table(body: &str, heading: &str) -> Vec<(String, Vec<i64>)> {
    let begins = format!("<h3>{heading}</h3>");
    let part = body.split(&begins).nth(1).unwrap_or_else(|| panic!("no {heading}"));
    let part = &part[..part.find("</section>").unwrap()];
    let tables = part.split("<tbody>").skip(1);
    let rows = tables.flat_map(|table| {
        let rows = table.split("</tbody>").next().unwrap();
        rows.split("<tr>").skip(1).map(row).collect::<Vec<_>>()
    });
    rows.collect()
}

fn row(html: &str) -> (String, Vec<i64>) {
    let html = html.split("</tr>").next().unwrap();
    let cells: Vec<String> = html
        .split(['<'])
        .filter_map(|tag| tag.split_once('>'))
        .map(|(_, text)| text.trim().replace(',', ""))
        .filter(|text| !text.is_empty())
        .collect();
    let label = cells[0].clone();
    (label, cells[1..].iter().map(|cell| cell.parse().unwrap()).collect())
}

/// The links of a part: where to, and what they say.
fn links(part: &str) -> Vec<(String, String)> {
    let link = |it: &str| {
        let (path, rest) = it.split_once('"').unwrap();
        let text = rest.split('>').nth(1).unwrap().split('<').next().unwrap();
        (path.replace("&#38;", "&").replace("&amp;", "&"), text.replace(',', ""))
    };
    part.split("<a href=\"").skip(1).map(link).collect()
}

async fn email(client: &Client<'_>) -> String {
    client.get("/api/v1/auth/me").await.must(200)["email"].as_str().unwrap().to_owned()
}

#[actix_web::test]
async fn the_figures_are_what_sql_counts_and_what_their_lists_hold() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    // What only some may see: another event, and a target whom few may see.
    let secret = json!({"incident": {"title": "Three", "country": "THA", "confidentiality": "internal"},
        "type": "threat", "title": "Not for all", "date": "2018-05", "country": "KHM", "confidentiality": "internal",
        "participations": [{"actor": {"name": "Only here", "kind": "person"}, "role": "target"}]});
    author.post("/api/v1/events", secret).await.must(201);
    let (author_email, viewer_email) = (email(&author).await, email(&viewer).await);
    let me = format!("'{}'", author.id);
    let me = if app.on_postgres() { me } else { format!("x{}", me.replace('-', "")) };
    for (mail, sees) in [
        (viewer_email, "e.status = 'published' AND e.effective_confidentiality = 0".to_owned()),
        (author_email, format!("(e.status = 'published' OR e.created_by = {me})")),
    ] {
        let is_viewer = !sees.contains("created_by");
        let actor = if is_viewer { "a.confidentiality = 0" } else { "1 = 1" };
        let browser = Browser::new(&app);
        browser.log_in(&mail, crate::harness::PASSWORD).await.must_lead_to("/");
        for (period, dates) in [
            ("", "1 = 1"),
            ("?from=2018-01-01", "e.date_earliest >= '2018-01-01'"),
            (
                "?from=2017-01-01&to=2017-12-31",
                "e.date_earliest BETWEEN '2017-01-01' AND '2017-12-31'",
            ),
        ] {
            let page = browser.get(&format!("/countries/KHM{period}")).await;
            let body = page.must(200).to_owned();
            let events = format!(
                "FROM events e WHERE e.deleted_at IS NULL AND e.country = 'KHM' AND {sees} AND {dates}"
            );
            let targets = events.replace("FROM events e", "FROM events e JOIN participations p ON p.event_id = e.id AND p.role = 'target' JOIN actors a ON a.id = p.actor_id");
            let expected = vec![
                number(&app, &format!("COUNT(DISTINCT e.incident_id) AS n {events}")).await,
                number(&app, &format!("COUNT(*) AS n {events}")).await,
                number(&app, &format!("COUNT(DISTINCT p.actor_id) AS n {targets} AND {actor}"))
                    .await,
            ];
            assert_eq!(key(&body), expected, "{mail} {period}");
            let mut years = 0;
            for (year, counts) in table(&body, "By year") {
                let of_year = format!("substr(e.date_earliest, 1, 4) = '{year}'");
                assert_eq!(
                    counts,
                    [
                        number(&app, &format!("COUNT(DISTINCT e.incident_id) AS n {events} AND {of_year}")).await,
                        number(&app, &format!("COUNT(*) AS n {events} AND {of_year}")).await,
                        number(&app, &format!("COUNT(DISTINCT p.actor_id) AS n {targets} AND {actor} AND {of_year}")).await,
                    ],
                    "{mail} {period} {year}"
                );
                years += counts[1];
            }
            assert_eq!(years, expected[1], "an event began in one year");
            let types: i64 = table(&body, "By type of event").iter().map(|row| row.1[0]).sum();
            assert_eq!(types, expected[1], "an event has one type");
            // Every figure leads to a list of as many.
            let figures = body
                .split("id=\"figures\"")
                .nth(1)
                .unwrap()
                .split("class=\"ways\"")
                .next()
                .unwrap();
            let mut followed = 0;
            for (path, said) in links(figures) {
                let counts_people = path.contains("role=target") && !path.contains("actor=");
                if path.starts_with("/actors/") || path.starts_with("/help") || counts_people {
                    continue;
                }
                let list = browser.get(&path).await;
                let total = list.must(200).split("<p class=\"total\">").nth(1);
                let total = total.map_or("0", |it| it.split(' ').next().unwrap());
                assert_eq!(total, said, "{path}");
                followed += 1;
            }
            assert!(followed > 8, "{followed}");
            // The part of its own says the same.
            let part = browser.get(&format!("/countries/KHM/figures{period}")).await;
            assert_eq!(key(part.must(200)), expected);
        }
    }
}

#[actix_web::test]
async fn who_is_named_most_is_named_by_pseudonym_to_those_who_may_not_know() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let person = json!({"name": "Sok Dara Witness", "kind": "person", "protected": true,
        "pseudonym": "Person K-7", "confidentiality": "public"});
    let person =
        author.post("/api/v1/actors", person).await.must(201)["ref"].as_str().unwrap().to_owned();
    let event = json!({"incident": {"title": "One", "country": "KHM", "confidentiality": "public"},
        "type": "arrest", "title": "An arrest", "date": "2017-03-04", "country": "KHM", "confidentiality": "public",
        "participations": [{"actor": person, "role": "target"}]});
    let event = author.post("/api/v1/events", event).await.must(201);
    for (kind, record) in [("events", &event), ("incidents", &event["incident"])] {
        let path = format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap());
        move_to(&path, "published", &author, &reviewer).await;
    }
    for (role, sees) in [(Role::Viewer, "Person K-7"), (Role::Reviewer, "Sok Dara Witness")] {
        let (browser, _) = Browser::of(&app, role).await;
        let page = browser.get("/countries/KHM").await;
        let rows = table(page.must(200), "Most often named as targets");
        assert_eq!(rows, [(sees.to_owned(), vec![1])], "{role}");
    }
}

#[actix_web::test]
async fn demands_statements_and_the_law_stand_on_the_page() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let statement = author.post("/api/v1/statements", press_statement()).await.must(201);
    let name = statement["ref"].as_str().unwrap();
    author.post("/api/v1/events", dissolution(name)).await.must(201);
    for (text, status) in [("Let it return", "open"), ("Stop the threats", "open"), ("Pay", "met")]
    {
        let demand = json!({"statement": name, "addressee": {"name": "Government of Cambodia", "kind": "state"},
            "text": text, "category": "cease", "status": status});
        author.post("/api/v1/demands", demand).await.must(201);
    }
    move_to(&format!("/api/v1/statements/{name}"), "published", &author, &reviewer).await;
    let (browser, client) = Browser::of(&app, Role::Reviewer).await;
    let page = browser.get("/countries/KHM?on=2017-11-26").await;
    let body = page.must(200);
    for part in [
        "Law in force on 2017-11-26",
        "href=\"/instruments/ICCPR\"",
        "1992-05-26",
        "1992-08-26",
        "On the dissolution of a party",
        "Supreme Court dissolves the CNRP",
        "Let it return",
        "Government of Cambodia",
        "years ago",
        "href=\"/demands?country=KHM&#38;status=open\">2</a>",
        "href=\"/demands?country=KHM&#38;status=met\">1</a>",
        "/api/v1/law/KHM?on=2017-11-26",
    ] {
        assert!(body.contains(part), "{part}: {body}");
    }
    assert!(!body.contains("href=\"/demands/Pay"), "what is met is not open");
    assert!(browser.get("/demands?country=KHM&status=open").await.must(200).contains("2 records"));
    let none = client.get("/api/v1/demands?country=THA&count=true").await.must(200);
    assert_eq!(none["total"], 0);
    // Before it acceded, nothing bound it.
    let before = browser.get("/countries/KHM?on=1950-01-01").await;
    assert!(before.must(200).contains("No instrument bound the country on that day"));
    // A viewer sees nothing of a statement that is not public.
    let (viewer, _) = Browser::of(&app, Role::Viewer).await;
    let page = viewer.get("/countries/KHM").await;
    for part in ["Let it return", "On the dissolution", "Supreme Court dissolves", "A-0000"] {
        assert!(!page.must(200).contains(part), "{part}");
    }
    let list = viewer.get("/countries").await;
    assert!(!list.must(200).contains("/countries/KHM"), "a country of which one sees nothing");
}

#[actix_web::test]
async fn what_cannot_be_meant_is_said_and_kept() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    for (query, says) in [
        ("from=soon", "From: “soon” is not a day that exists"),
        ("to=2017-02-30", "To: “2017-02-30” is not a day that exists"),
        ("on=%3Cb%3E", "“&#60;b&#62;” is not a day"),
        ("from=2018-01-01&to=2017-01-01", "ends before it begins"),
    ] {
        let page = browser.get(&format!("/countries/KHM?{query}")).await;
        assert!(page.must(400).contains(says), "{query}: {}", page.must(400));
        assert!(page.must(400).contains("class=\"period\""), "the form is there");
        browser.get(&format!("/countries/KHM/figures?{query}")).await.must(400);
    }
    assert!(browser.get("/countries/KHM?from=soon").await.must(400).contains("value=\"soon\""));
    browser.get("/countries/KHM?from=2017-01-01&from=2018-01-01").await.must(400);
    browser.get("/countries/KHM?colour=red").await.must(400);
    browser.get("/countries/KHM?from=&to=&on=").await.must(200);
    for unknown in ["XXX", "khm", "KH", "%00", "KHM%2F", "x/y/z"] {
        browser.get(&format!("/countries/{unknown}")).await.must(404);
    }
    assert!(browser.get("/countries/ABW").await.must(200).contains("Nothing is counted"));
    let stranger = Browser::new(&app);
    for path in ["/countries", "/countries/KHM", "/countries/KHM/figures"] {
        stranger.get(path).await.must(303);
    }
}

#[actix_web::test]
async fn incidents_are_found_by_one_event_that_meets_all() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    for (query, found) in [
        ("happened_in=KHM", 2),
        ("happened_in=THA", 1),
        ("happened_in=THA,KHM", 2),
        ("happened_in=THA&from=2018-01-01", 1),
        // The first incident has an event in Thailand, and one in 2017, but not both in one.
        ("happened_in=THA&to=2017-12-31", 0),
        ("from=2018-06-01", 1),
        ("to=2016-12-31", 1),
    ] {
        for client in [&author, &viewer] {
            let list = client.get(&format!("/api/v1/incidents?count=true&{query}")).await.must(200);
            assert_eq!(list["total"], found, "{query}");
        }
    }
    viewer.get("/api/v1/incidents?happened_in=Nowhere").await.must(400);
    viewer.get("/api/v1/incidents?from=soon&happened_in=KHM").await.must(400);
}

#[actix_web::test]
async fn what_was_counted_before_is_not_told_after_a_change_or_to_others() {
    let app = TestApp::new();
    let (author, viewer) = filled(&app).await;
    let (browser, reviewer) = Browser::of(&app, Role::Reviewer).await;
    let other = Browser::new(&app);
    other.log_in(&email(&viewer).await, crate::harness::PASSWORD).await.must_lead_to("/");
    let count =
        async |browser: &Browser<'_>| key(browser.get("/countries/KHM/figures").await.must(200));
    assert_eq!((count(&browser).await, count(&browser).await), (vec![2, 4, 2], vec![2, 4, 2]));
    let draft = json!({"incident": {"title": "Three", "country": "KHM"}, "type": "threat",
        "title": "A draft", "date": "2019", "country": "KHM"});
    let draft = author.post("/api/v1/events", draft).await.must(201);
    assert_eq!((count(&browser).await, count(&other).await), (vec![3, 5, 2], vec![2, 4, 2]));
    let path = format!("/api/v1/events/{}", draft["ref"].as_str().unwrap());
    reviewer.delete(&path).await.must(204);
    assert_eq!(count(&browser).await, [2, 4, 2]);
}

/// Which records of a country are counted for whom.
#[actix_web::test]
async fn each_role_counts_what_it_sees() {
    let app = TestApp::new();
    let (author, reviewer) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let countries = ["KHM", "THA", "VNM", "LAO", "MMR", "IDN", "PHL", "MYS"];
    let cases = [
        ("public", "draft"),
        ("public", "submitted"),
        ("public", "approved"),
        ("public", "published"),
        ("internal", "approved"),
        ("internal", "published"),
        ("confidential", "published"),
        ("public", "retracted"),
    ];
    for (country, (level, status)) in countries.iter().zip(cases) {
        let new = json!({"incident": {"title": "One", "country": country, "confidentiality": level},
            "type": "arrest", "title": "An arrest", "date": "2017-03-04", "country": country, "confidentiality": level,
            "participations": [{"actor": {"name": format!("Target in {country}"), "kind": "person"}, "role": "target"}]});
        let event = author.post("/api/v1/events", new).await.must(201);
        for (kind, record) in [("events", &event), ("incidents", &event["incident"])] {
            let path = format!("/api/v1/{kind}/{}", record["ref"].as_str().unwrap());
            move_to(&path, status, &author, &reviewer).await;
        }
    }
    let mut seen =
        String::from("incidents, events, victims of a country with one event; listed or not\n\n");
    write!(seen, "{:<26}", "").unwrap();
    let mut people = Vec::new();
    for role in Role::ALL {
        write!(seen, "{:<16}", role.code()).unwrap();
        people.push(Browser::of(&app, *role).await.0);
    }
    for (country, (level, status)) in countries.iter().zip(cases) {
        write!(seen, "\n{:<26}", format!("{level} {status}")).unwrap();
        for browser in &people {
            let counts = key(browser.get(&format!("/countries/{country}")).await.must(200));
            let list = browser.get("/countries").await;
            let listed = list.must(200).contains(&format!("/countries/{country}\""));
            let counts: Vec<String> = counts.iter().map(ToString::to_string).collect();
            let is_listed = if listed { "listed" } else { "-" };
            write!(seen, "{:<16}", format!("{} {is_listed}", counts.join(" "))).unwrap();
        }
    }
    let lines: Vec<&str> = seen.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(lines.join("\n"));
}
