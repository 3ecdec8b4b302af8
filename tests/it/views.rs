//! The views of a list: table with facets, timeline, charts. They take the same filters, and none
//! shows or counts what one may not see.

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::{Browser, Page};
use crate::harness::{Client, TestApp, move_to};

/// A published file of events: type, date, country, level.
async fn filled(app: &TestApp, events: &[(&str, Option<&str>, &str, &str)]) -> Vec<String> {
    let (author, reviewer) = (app.user(Role::Reviewer).await, app.user(Role::Reviewer).await);
    let events: Vec<Value> = events
        .iter()
        .map(|(kind, date, country, level)| {
            json!({"type": kind, "title": format!("{kind} {}", date.unwrap_or("once")), "date": date,
                "country": country, "confidentiality": level, "participations": [
                    {"actor": {"name": "Police unit 4", "kind": "state_body", "confidentiality": "public"}, "role": "perpetrator"},
                    {"actor": {"name": "A union", "kind": "union", "confidentiality": "public"}, "role": "target"}]})
        })
        .collect();
    let file =
        json!({"title": "A file", "country": "KHM", "confidentiality": "public", "events": events});
    publish(&author, &reviewer, file).await
}

async fn publish(author: &Client<'_>, reviewer: &Client<'_>, file: Value) -> Vec<String> {
    let made = author.post("/api/v1/incidents", file.clone()).await.must(201);
    let mut names = Vec::new();
    for sent in file["events"].as_array().unwrap() {
        let events = made["events"].as_array().unwrap();
        let event = events.iter().find(|it| it["title"] == sent["title"]).unwrap();
        let name = event["ref"].as_str().unwrap().to_owned();
        move_to(&format!("/api/v1/events/{name}"), "published", author, reviewer).await;
        names.push(name);
    }
    let incident = format!("/api/v1/incidents/{}", made["ref"].as_str().unwrap());
    move_to(&incident, "published", author, reviewer).await;
    names
}

/// The link of a facet, and its count.
fn facet(page: &Page, label: &str) -> Option<(String, String)> {
    let body = page.must(200);
    let facets = body.split("class=\"facets\"").nth(1)?.split("class=\"toolbar\"").next()?;
    let at = facets.find(&format!(">{label}</a> <span class=\"quiet\">"))?;
    let path = facets[..at].rsplit("href=\"").next()?.trim_end_matches('"').replace("&#38;", "&");
    let count = facets[at..].split("class=\"quiet\">").nth(1)?.split('<').next()?;
    Some((path, count.to_owned()))
}

const EVENTS: [(&str, Option<&str>, &str, &str); 8] = [
    ("arrest", Some("2017-03-04"), "KHM", "public"),
    ("arrest", Some("2017-11?"), "KHM", "public"),
    ("arrest", Some("2017"), "THA", "public"),
    ("threat", Some("2017-01-01"), "KHM", "public"),
    ("threat", Some("2019-05"), "KHM", "public"),
    ("dissolution", None, "KHM", "public"),
    ("killing", Some("2018-02-02"), "LAO", "confidential"),
    ("arrest", Some("2017-03-05"), "KHM", "internal"),
];

#[actix_web::test]
async fn facets_count_what_their_links_find() {
    let app = TestApp::new();
    filled(&app, &EVENTS).await;
    let (browser, viewer) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/events").await;
    assert!(page.must(200).contains("Of these 6 events:"), "{}", page.must(200));
    for (label, count) in [
        ("Arrest", "3"),
        ("Threat", "2"),
        ("Cambodia", "5"),
        ("Thailand", "1"),
        ("2017", "4"),
        ("2019", "1"),
    ] {
        let (path, counted) = facet(&page, label).unwrap_or_else(|| panic!("no {label}"));
        assert_eq!(counted, count, "{label}");
        let found = viewer.get(&format!("/api/v1{path}&count=true")).await.must(200);
        assert_eq!(found["total"].to_string(), count, "{label}: {path}");
        let narrowed = browser.get(&path).await;
        assert!(narrowed.must(200).contains("class=\"chips\""));
        assert!(facet(&narrowed, label).is_none(), "what is narrowed by is not offered again");
    }
    // Not what one may not see; nor status, of which viewers know one alone.
    for label in ["Killing", "2018", "Published"] {
        assert!(facet(&page, label).is_none(), "{label}");
    }
    let (reviewer, _) = Browser::of(&app, Role::Reviewer).await;
    let page = reviewer.get("/events").await;
    assert_eq!(facet(&page, "Arrest").unwrap().1, "4");
    assert_eq!(facet(&page, "Killing").unwrap().1, "1");
    // Filters that are in use stay.
    let page = browser.get("/events?country=KHM&limit=1").await;
    let (path, count) = facet(&page, "Arrest").unwrap();
    assert_eq!(count, "2");
    assert!(path.contains("country=KHM") && path.contains("type=arrest"), "{path}");
    assert!(page.must(200).contains("Of these 5 events:"), "over all pages of it");
    // Other kinds have theirs; asked for by hand is the same.
    let page = browser.get("/actors?facets=1").await;
    assert_eq!(facet(&page, "State body").unwrap().1, "1");
    browser.get("/events?facets=1&color=red").await.must(400);
}

#[actix_web::test]
async fn a_timeline_is_no_more_exact_than_its_dates() {
    let app = TestApp::new();
    let names = filled(&app, &EVENTS).await;
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/events/timeline").await;
    let body = page.must(200).to_owned();
    let order = |needles: &[&str]| {
        let mut from = 0;
        for needle in needles {
            from += body[from..].find(needle).unwrap_or_else(|| panic!("no {needle} then: {body}"));
        }
    };
    order(&[
        "<h2>2019</h2>",
        "<h3>May</h3>",
        &names[4],
        "<h2>2017</h2>",
        "<h3>November</h3>",
        &names[1],
        "<h3>March</h3>",
        &names[0],
        "<h3>January</h3>",
        &names[3],
        "<h3>In this year; the month is not known</h3>",
        &names[2],
        "<h2>Beginning not known</h2>",
        &names[5],
    ]);
    for hidden in [&names[6], &names[7]] {
        assert!(!body.contains(&format!("/events/{hidden}\"")), "{hidden}");
    }
    // The other way round, page by page: each once.
    let mut path = "/events/timeline?sort=date&limit=2&country=KHM".to_owned();
    let mut seen = Vec::new();
    for _ in 0..9 {
        let page = browser.get(&path).await;
        let body = page.must(200);
        seen.extend(
            names.iter().filter(|name| body.contains(&format!("href=\"/events/{name}\""))).cloned(),
        );
        let Some(next) = body.split("rel=\"next\" href=\"").nth(1) else { break };
        path = next.split('"').next().unwrap().replace("&#38;", "&");
        assert!(path.contains("country=KHM") && path.contains("sort=date"), "{path}");
    }
    let mut expected =
        [&names[5], &names[3], &names[0], &names[1], &names[4]].map(Clone::clone).to_vec();
    // Within a page the order is that of the page.
    expected.sort();
    seen.sort();
    assert_eq!(seen, expected);
    // The same filters as the list, and the way to its other views.
    let page = browser.get("/events/timeline?type=threat").await;
    for part in [
        "href=\"/events?type=threat\"",
        "href=\"/events/charts?type=threat\"",
        "href=\"/events/map?type=threat\"",
        "class=\"chips\"",
        "name=\"perpetrator_kind\"",
    ] {
        assert!(page.must(200).contains(part), "{part}: {}", page.must(200));
    }
    assert!(browser.get("/events/timeline?from=soon").await.must(400).contains("is not a day"));
    assert!(
        browser
            .get("/events/timeline?type=killing&country=KHM")
            .await
            .must(200)
            .contains("Without Type of event")
    );
    browser.get("/events/timeline?cursor=x").await.must(400);
}

#[actix_web::test]
async fn charts_have_a_unit_a_number_and_a_table() {
    let app = TestApp::new();
    filled(&app, &EVENTS).await;
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/events/charts").await;
    let body = page.must(200);
    assert_eq!(body.matches("<figure class=\"chart\">").count(), 5);
    assert!(body.contains("events · n = 6"), "{body}");
    let table = |title: &str, body: &str| -> Vec<(String, String)> {
        let table =
            body.split(&format!("<caption class=\"unseen\">{title}</caption>")).nth(1).unwrap();
        let table = table.split("</table>").next().unwrap();
        table
            .split("<th scope=\"row\"")
            .skip(1)
            .map(|row| {
                let label = row.split('>').nth(1).unwrap().split('<').next().unwrap().to_owned();
                let cell = row.split("<td class=\"number\">").nth(1).unwrap();
                let cell = cell.split("</td>").next().unwrap();
                let count = cell.split('>').nth(1).map_or(cell, |it| it.split('<').next().unwrap());
                (label, count.to_owned())
            })
            .collect()
    };
    let pairs = |all: &[(&str, &str)]| -> Vec<(String, String)> {
        all.iter().map(|(label, count)| ((*label).to_owned(), (*count).to_owned())).collect()
    };
    // A year between two that have some has none, which is known.
    let years = table("Over time, by the year in which they began", body);
    assert_eq!(years, pairs(&[("2017", "4"), ("2018", "0"), ("2019", "1")]));
    assert!(body.contains("Of 1 event this is not known."));
    assert_eq!(
        table("By type", body),
        pairs(&[("Arrest", "3"), ("Threat", "2"), ("Dissolution", "1")])
    );
    assert_eq!(table("By country", body), pairs(&[("Cambodia", "5"), ("Thailand", "1")]));
    assert!(body.contains("/events?country=THA"));
    assert!(!body.contains("Killing</th>"));
    let page = browser.get("/events/charts?unit=incidents&country=KHM").await;
    let body = page.must(200);
    assert!(
        body.contains("incidents · n = 1") && body.contains("Case files with at least one event")
    );
    assert_eq!(
        table("By type", body),
        pairs(&[("Arrest", "1"), ("Dissolution", "1"), ("Threat", "1")])
    );
    assert!(body.contains("/events/charts?country=KHM&#38;unit=victims"), "{body}");
    let page = browser.get("/events/charts?unit=victims").await;
    assert!(page.must(200).contains("victims · n = 1"));
    let page = browser.get("/events/charts?by=type").await;
    assert_eq!(page.must(200).matches("<figure class=\"chart\">").count(), 1);
    for wrong in ["unit=people", "by=colour", "from=soon", "color=red", "country=KHM&country=THA"] {
        let page = browser.get(&format!("/events/charts?{wrong}")).await;
        page.must(400);
    }
    assert!(
        browser.get("/events/charts?type=killing").await.must(200).contains("No record matches")
    );
    // The numbers are those of the statistics.
    let stranger = Browser::new(&app);
    for path in ["/events/charts", "/events/timeline", "/actors/A-00001/network"] {
        stranger.get(path).await.must(303);
    }
}
