//! Places: found by name, chosen in forms, and shown on maps no more exactly than they may be known.

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::harness::{Client, TestApp, move_to};

/// An event somewhere, in an incident of its own.
fn event(title: &str, place: &Value) -> Value {
    let mut event = json!({
        "incident": {"title": title, "country": "KHM", "confidentiality": "public"},
        "type": "arrest", "title": title, "date": "2017-11-16", "country": "KHM", "confidentiality": "public",
    });
    for (name, value) in place.as_object().unwrap() {
        event[name] = value.clone();
    }
    event
}

fn at(latitude: f64, longitude: f64, precision: &str) -> Value {
    json!({"latitude": latitude, "longitude": longitude, "geo_precision": precision})
}

async fn published(author: &Client<'_>, reviewer: &Client<'_>, event: Value) -> String {
    let made = author.post("/api/v1/events", event).await.must(201);
    let name = made["ref"].as_str().unwrap().to_owned();
    let incident = name.rsplit_once("-E").unwrap().0;
    move_to(&format!("/api/v1/incidents/{incident}"), "published", author, reviewer).await;
    move_to(&format!("/api/v1/events/{name}"), "published", author, reviewer).await;
    name
}

async fn total(client: &Client<'_>, query: &str) -> i64 {
    let list = client.get(&format!("/api/v1/events?count=true&{query}")).await.must(200);
    list["total"].as_i64().unwrap()
}

#[actix_web::test]
async fn places_are_suggested_by_name() {
    let app = TestApp::new();
    let viewer = app.user(Role::Viewer).await;
    let first = async |query: &str| {
        let found = viewer.get(&format!("/api/v1/suggest/places?{query}")).await.must(200);
        found["items"][0].clone()
    };
    let town = first("q=phnom%20pehn&country=KHM").await;
    assert_eq!(
        town,
        json!({"kind": "town", "name": "Phnom Penh", "matched": null, "admin1": "Phnom Penh", "country": "KHM",
            "latitude": 11.562, "longitude": 104.916, "geo_precision": "near"})
    );
    let province = first("q=kratie&kind=province").await;
    assert_eq!(
        (&province["geo_precision"], &province["country"]),
        (&json!("province"), &json!("KHM"))
    );
    let country = first("q=cambod").await;
    assert_eq!(
        (&country["geo_precision"], &country["latitude"]),
        (&json!("country"), &Value::Null)
    );
    assert_eq!(
        first("q=%E1%9E%97%E1%9F%92%E1%9E%93%E1%9F%86%E1%9E%96").await["name"],
        "Phnom Penh"
    );
    for (query, wrong) in [
        ("", "'q' is required"),
        ("q=%20", "is empty"),
        ("q=a&country=cambodia", "'country'"),
        ("q=a&kind=village", "'kind'"),
        ("q=a&limit=51", "from 1 to 50"),
        ("q=a&x=1", "'x'"),
    ] {
        let said = viewer.get(&format!("/api/v1/suggest/places?{query}")).await.problem(400);
        assert!(said.contains(wrong), "{query}: {said}");
    }
    let long = format!("/api/v1/suggest/places?q={}", "x".repeat(201));
    assert!(viewer.get(&long).await.problem(400).contains("at most 200"));
    app.stranger().get("/api/v1/suggest/places?q=a").await.problem(401);
    // And to the pages, with what a choice fills in.
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let found = browser.get("/suggest/places?q=phnom+penh&country=KHM").await.reply.must(200);
    let fields = &found["items"][0]["fields"];
    assert_eq!(fields["place_name"], "Phnom Penh");
    assert_eq!(fields["geo_precision"], "near", "never exact by itself");
    assert_eq!(browser.get("/suggest/places?q=").await.reply.must(200)["items"], json!([]));
    browser.get("/suggest/places?q=a&country=XX").await.must(400);
}

/// Without scripts: the gazetteer is asked by a button, and comes back with a choice.
#[actix_web::test]
async fn a_place_is_found_and_chosen_on_the_form() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let form = browser.get("/incidents/new").await;
    let record = "<form class=\"record\"";
    let asked = [
        ("title", "A case"),
        ("events/0/type", "arrest"),
        ("events/0/title", "Two are arrested"),
        ("events/0/place_name", "batambang"),
        ("~place", "events/0/place_name"),
    ];
    let offered = browser.send_form(&form, record, &asked).await;
    let body = offered.must(200);
    assert!(body.contains("Battambang – Town") && body.contains("Two are arrested"), "{body}");
    let pick = body.split("value=\"place_name=Battambang").nth(1).unwrap();
    let pick = format!("place_name=Battambang{}", &pick[..pick.find('"').unwrap()]);
    let pick = pick.replace("&#38;", "&").replace("&amp;", "&");
    // Saved at once: what was chosen is filled in first.
    let chosen = [("events/0/place_name~pick", pick.as_str()), ("~then", "save")];
    browser.send_form(&offered, record, &chosen).await.must(303);
    let list = client.get("/api/v1/events").await.must(200);
    let made = &list["items"][0];
    assert_eq!(
        (&made["place_name"], &made["country"], &made["geo_precision"]),
        (&json!("Battambang"), &json!("KHM"), &json!("near"))
    );
    assert_eq!(made["latitude"], 13.1);
    // In another country than the form says: that is said, and nothing is saved yet.
    let chosen =
        [("country", "THA"), ("events/0/place_name~pick", pick.as_str()), ("~then", "save")];
    let doubted = browser.send_form(&offered, record, &chosen).await;
    assert!(doubted.must(422).contains("This place is in Cambodia, and the form says Thailand"));
    assert!(doubted.must(422).contains("name=\"events/0/latitude\" value=\"13.1"), "but filled in");
    for (typed, said) in
        [("", "Write a few letters"), ("qqxxzz", "knows no place"), (&"x".repeat(300), "at most")]
    {
        let asked = [("events/0/place_name", typed), ("~place", "events/0/place_name")];
        assert!(browser.send_form(&form, record, &asked).await.must(200).contains(said), "{said}");
    }
    // A choice that nobody offered does nothing.
    for odd in ["x", "country=ZZZ&place_name=a", "%FF=&&", "new"] {
        let asked = [("events/0/place_name~pick", odd), ("~add", "events")];
        browser.send_form(&form, record, &asked).await.must(200);
    }
}

#[actix_web::test]
async fn a_click_on_the_map_is_no_more_exact_than_it_is_close() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let record = "<form class=\"record\"";
    let mut page = browser.get("/events/new?country=KHM").await;
    let mut known = Vec::new();
    for _ in 0..6 {
        let click = [("~map:map.x", "120"), ("~map:map.y", "90")];
        page = browser.send_form(&page, record, &click).await;
        let body = page.must(200);
        let chosen = body.split("<select id=\"f-geo_precision\"").nth(1).unwrap();
        let chosen = chosen.split("</select>").next().unwrap();
        let chosen = chosen.split(" selected").next().unwrap().rsplit("value=\"").next().unwrap();
        known.push(chosen.split('"').next().unwrap().to_owned());
    }
    assert_eq!(known, ["province", "district", "near", "near", "near", "near"]);
    assert!(page.must(200).contains("class=\"symbol near\""), "the point is marked");
    let land = page.must(200).split("src=\"/basemap/").nth(1).unwrap();
    let land = format!("/basemap/{}", &land[..land.find('"').unwrap()]);
    let picture = browser.get(&land).await;
    assert!(picture.must(200).starts_with("<svg"));
    assert!(picture.reply.header("cache-control").contains("immutable"));
    for wrong in [
        "/basemap/x/wide/0,0,0.svg",
        &land.replace("small", "huge"),
        &land.replace(".svg", ",1.svg"),
    ] {
        browser.get(wrong).await.must(404);
    }
}

/// The counts of the map's table: place, precision, events; then the lines below it.
fn counted(body: &str) -> Vec<String> {
    let table = body.split("<table").nth(1).unwrap_or_default();
    let rows = table.split("<tr>").skip(2).map(|row| {
        let cells = row.split("<td").skip(1).map(|cell| {
            let text = cell.split_once('>').unwrap().1;
            let text = text.split("</td>").next().unwrap().split(" <a class").next().unwrap();
            let mut plain = String::new();
            let mut is_tag = false;
            for c in text.chars() {
                match c {
                    '<' => is_tag = true,
                    '>' => is_tag = false,
                    c if !is_tag => plain.push(c),
                    _ => {}
                }
            }
            plain
        });
        cells.collect::<Vec<_>>().join(" | ")
    });
    rows.collect()
}

#[actix_web::test]
async fn events_stand_on_the_map_as_exactly_as_they_are_known() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let reviewer = app.user(Role::Reviewer).await;
    for (title, place) in [
        ("One", at(11.562_34, 104.916_78, "near")),
        ("Two", at(11.561, 104.918, "near")),
        ("Three", at(13.361_79, 103.860_56, "exact")),
        ("Four", at(12.5, 103.9, "district")),
        ("Five", json!({"admin1": "kracheh province", "geo_precision": "province"})),
        ("Six", json!({"admin1": "Kratie", "geo_precision": "province"})),
        ("Seven", at(12.7, 104.9, "country")),
        ("Eight", json!({"geo_precision": "unknown"})),
        ("Nine", json!({"geo_precision": "international"})),
        ("Ten", json!({"geo_precision": "near", "place_name": "Somewhere"})),
        ("Eleven", at(12.2, 105.4, "linear")),
    ] {
        published(&author, &reviewer, event(title, &place)).await;
    }
    let (browser, viewer) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/events/map?country=KHM").await;
    let body = page.must(200);
    let rows = counted(body);
    for row in [
        "around Phnom Penh, Cambodia | Near | 2",
        "around Siem Reap, Cambodia | Exact | 1",
        "around Pursat, Cambodia | District | 1",
        "Kratie, Cambodia | Province | 2",
        "Cambodia | Country | 1",
    ] {
        assert!(rows.iter().any(|it| it == row), "{row}: {rows:?}");
    }
    assert_eq!(rows.len(), 6, "{rows:?}");
    for line in
        ["1 event whose place is not known", "1 event in no country", "1 event without coordinates"]
    {
        assert!(body.contains(line), "{line}");
    }
    assert!(body.contains(">11 events<") && body.contains("class=\"shade\""));
    assert!(!body.contains("104.91") && !body.contains("11.562"), "nothing finer than it is known");
    assert_eq!(body.matches("class=\"symbol ").count(), 5);
    // Each count leads to the list of just these events.
    for row in body.split("<tr>").skip(2) {
        let Some(cell) = row.split("class=\"number\"><a href=\"").nth(1) else { continue };
        let link = cell.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let count: i64 =
            cell.split_once('>').unwrap().1.split('<').next().unwrap().parse().unwrap();
        let query = link.strip_prefix("/events?").unwrap();
        assert_eq!(total(&viewer, query).await, count, "{query}");
    }
    // The same view closer, and the same filters as the list.
    let closer = browser.get("/events/map?country=KHM&view=16,1150,10490").await;
    assert!(
        closer.must(200).contains("events elsewhere, outside this part"),
        "{}",
        closer.must(200)
    );
    assert!(browser.get("/events/map?type=killing").await.must(200).contains("No record matches"));
    assert!(browser.get("/events/map?id=KHM-2017-0003-E1").await.must(200).contains(">1 event<"));
    assert!(
        browser.get("/events/map?view=far").await.must(400).contains("which part of the world")
    );
    assert!(browser.get("/events/map?from=soon").await.must(400).contains("is not a day"));
    browser.get("/events/map?colour=red").await.must(400);
    browser.get("/events/map?country=THA,LAO&sort=-date&cursor=x").await.must(200);
    // The pages of the records have a map, too.
    assert!(browser.get("/events/KHM-2017-0001-E1").await.must(200).contains("class=\"locator\""));
    assert!(browser.get("/incidents/KHM-2017-0007").await.must(200).contains("class=\"shade\""));
    assert!(!browser.get("/events/KHM-2017-0008-E1").await.must(200).contains("class=\"locator\""));
}

#[actix_web::test]
async fn nobody_finds_out_by_a_map_what_they_may_not_know() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let reviewer = app.user(Role::Reviewer).await;
    let protected = json!([{"role": "target", "actor": {"name": "Sok Dara", "kind": "person", "protected": true,
        "pseudonym": "Witness 1", "confidentiality": "public"}}]);
    let mut one = event("Hidden place", &at(11.5564, 104.9282, "exact"));
    one["admin1"] = json!("Kandal");
    one["place_name"] = json!("Takhmau");
    one["participations"] = protected;
    let name = published(&author, &reviewer, one).await;
    // And one that a viewer may not see at all.
    let mut draft = event("Draft", &at(13.36, 103.86, "near"));
    draft["confidentiality"] = json!("confidential");
    author.post("/api/v1/events", draft).await.must(201);

    let (browser, viewer) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/events/map").await;
    assert_eq!(counted(page.must(200)), ["Kandal, Cambodia | Province | 1"]);
    for secret in ["11.5", "104.9", "Takhmau", "Siem Reap", "Dara"] {
        assert!(!page.must(200).contains(secret), "{secret}");
    }
    let locator = browser.get(&format!("/events/{name}")).await;
    assert!(
        locator.must(200).contains("symbol province")
            && !locator.must(200).contains("symbol exact")
    );
    // No bounds find it, however wide; those who may know find it within what they are shown.
    for bbox in ["104.9282,11.5564,104.9282,11.5564", "-180,-90,180,90"] {
        assert_eq!(total(&viewer, &format!("bbox={bbox}")).await, 0, "{bbox}");
        assert_eq!(total(&author, &format!("bbox={bbox}&id={name}")).await, 1, "{bbox}");
    }
    let known = Browser::new(&app);
    let me = reviewer.get("/api/v1/auth/me").await.must(200);
    known.log_in(me["email"].as_str().unwrap(), crate::harness::PASSWORD).await.must(303);
    let rows = counted(known.get("/events/map").await.must(200));
    assert_eq!(rows.len(), 2, "{rows:?}");
    assert!(rows.iter().any(|it| it.ends_with("| Exact | 1")), "{rows:?}");
    // Strangers see nothing, not even the land.
    let stranger = Browser::new(&app);
    stranger.get("/events/map").await.must(303);
    stranger.get("/suggest/places?q=phnom").await.must(303);
}

#[actix_web::test]
async fn bounds_tell_no_more_than_is_shown() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    author.post("/api/v1/events", event("Near", &at(11.5564, 104.9282, "near"))).await.must(201);
    author
        .post("/api/v1/events", event("South", &at(-33.4489, -70.6693, "district")))
        .await
        .must(201);
    author.post("/api/v1/events", event("Dateline", &at(-17.77, 179.98, "near"))).await.must(201);
    for (bbox, count) in [
        // It is shown at 11.56, 104.93.
        ("104.93,11.56,104.93,11.56", 1),
        ("104.929,11.559,104.931,11.561", 1),
        ("104.928,11.556,104.9285,11.557", 0),
        ("104,11,104.929,12", 0),
        ("-70.7,-33.4,-70.7,-33.4", 1),
        ("-70.66,-33.45,-70.6,-33.44", 0),
        ("179,-18,-179,-17", 1),
        ("-180,-90,180,90", 3),
    ] {
        assert_eq!(total(&author, &format!("bbox={bbox}")).await, count, "{bbox}");
        let counted =
            author.get(&format!("/api/v1/statistics?unit=events&bbox={bbox}")).await.must(200);
        assert_eq!(counted["total"], count, "{bbox}");
    }
    for wrong in ["", "1,2,3", "a,b,c,d", "1,4,3,2", "0,-91,1,1", "NaN,0,1,1"] {
        let said = author.get(&format!("/api/v1/events?bbox={wrong}")).await.problem(400);
        assert!(said.contains("west, south, east and north"), "{wrong}: {said}");
    }
    let file = author.get("/api/v1/exports/events.csv?bbox=104,11,105,12").await;
    assert_eq!(file.body.lines().count(), 2);
}

/// The map of many events is made of their counts, and stays small.
#[actix_web::test]
async fn what_lies_close_together_is_gathered() {
    let app = TestApp::new();
    let author = app.user(Role::Monitor).await;
    let mut incident = json!({"title": "Many", "country": "KHM", "events": []});
    for number in 0..120 {
        let place =
            at(10.5 + f64::from(number % 12) * 0.3, 102.6 + f64::from(number / 12) * 0.4, "near");
        let mut one = event(&format!("Event {number}"), &place);
        one.as_object_mut().unwrap().remove("incident");
        incident["events"].as_array_mut().unwrap().push(one);
    }
    author.post("/api/v1/incidents", incident).await.must(201);
    let browser = Browser::new(&app);
    let me = author.get("/api/v1/auth/me").await.must(200);
    browser.log_in(me["email"].as_str().unwrap(), crate::harness::PASSWORD).await.must(303);
    for path in ["/events/map", "/events/map?country=KHM", "/events/map?view=0,1000,1000"] {
        let page = browser.get(path).await;
        let body = page.must(200);
        assert!(body.contains(">120 events<"), "{path}");
        let symbols = body.matches("class=\"symbol ").count();
        assert!((1..=100).contains(&symbols), "{path}: {symbols}");
        let in_rows: i64 = counted(body)
            .iter()
            .map(|row| row.rsplit(" | ").next().unwrap().parse::<i64>().unwrap())
            .sum();
        let rest = body.split("class=\"rest\"").nth(1).unwrap_or_default();
        let rest: i64 = rest
            .split("<li>")
            .skip(1)
            .filter_map(|line| line.split_whitespace().next()?.parse::<i64>().ok())
            .sum();
        assert_eq!(in_rows + rest, 120, "{path}");
    }
}
