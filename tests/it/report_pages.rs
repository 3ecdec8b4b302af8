//! The page on which reports are put together.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::TestApp;

#[actix_web::test]
async fn a_report_is_put_together_shown_and_taken_along() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let file = json!({"title": "A file", "country": "KHM", "events": [
        {"type": "arrest", "title": "An arrest at the port", "date": "2017-03-04", "country": "KHM"}]});
    client.post("/api/v1/incidents", file).await.must(201);

    let page = browser.get("/reports?country=KHM&from=2017-01-01&to=2017-12-31&type=arrest").await;
    let form = page.must(200);
    assert!(form.contains("value=\"2017-01-01\""));
    assert!(!form.contains("An arrest at the port"), "an address makes nothing");
    let fields = [
        ("audience", "internal"),
        ("introduction.key_figures", "What <we> counted."),
        ("title", "A year"),
    ];
    let made = browser.send_form(&page, "<form class=\"record\"", &fields).await;
    let html = made.must(200);
    for said in ["An arrest at the port", "What &#60;we&#62; counted.", "A year"] {
        assert!(html.contains(said), "{said}");
    }
    assert!(html.contains("<article class=\"report\""));
    for format in ["json", "html", "pdf", "docx"] {
        assert!(html.contains(&format!("formaction=\"/reports/file.{format}\"")), "{format}");
    }

    // The same form as a file, and with other sections in another order.
    let (_, mut values) = made.form("<form class=\"record\"");
    let whole = browser.post("/reports/file.json", &values).await;
    let name = whole.reply.header("content-disposition").to_owned();
    assert!(name.starts_with("attachment; filename=\"saksi-report-country-KHM-"), "{name}");
    assert!(name.ends_with(".json\""), "{name}");
    assert!(whole.must(200).contains("An arrest at the port"));
    values.retain(|pair| !pair.0.starts_with("section."));
    for (name, value) in [("section.method", "on"), ("section.annex", "on"), ("place.annex", "1")] {
        values.retain(|pair| pair.0 != name);
        values.push((name.to_owned(), value.to_owned()));
    }
    let file = browser.post("/reports/file.json", &values).await;
    let report: serde_json::Value = serde_json::from_str(file.must(200)).unwrap();
    let kinds: Vec<&str> = report["document"]["sections"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["kind"].as_str().unwrap())
        .collect();
    assert_eq!(kinds, ["annex", "method"]);
}

#[actix_web::test]
async fn what_was_typed_stays_whatever_is_wrong() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/reports").await;
    let html = page.must(200);
    assert!(!html.contains("value=\"partners\""), "a viewer sees nothing that is for partners");
    let fields = [
        ("from", "2018-01-01"),
        ("to", "2017-01-01"),
        ("country", "KHM"),
        ("introduction.legal", "A long text"),
    ];
    let back = browser.send_form(&page, "<form class=\"record\"", &fields).await;
    let html = back.must(400);
    for said in ["A long text", "value=\"2018-01-01\"", "role=\"alert\""] {
        assert!(html.contains(said), "{said}");
    }
    let (_, values) = back.form("<form class=\"record\"");
    let file = browser.post("/reports/file.docx", &values).await;
    assert!(file.must(400).contains("A long text"));
    browser.post("/reports/file.rtf", &values).await.must(404);

    // Its words are counted against the limit of the Universal Periodic Review.
    let fields = [("from", ""), ("to", ""), ("preset", "upr"), ("country", "KHM")];
    let made = browser.send_form(&back, "<form class=\"record\"", &fields).await;
    let html = made.must(200);
    let said = html.split("at most 2,815 words").count() - 1;
    assert!(said >= 2, "on the page, and for those who listen");
    assert!(!html.contains("Words: "), "the page says it as a sentence");
}

#[actix_web::test]
async fn sections_are_put_in_order_by_buttons() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    let page = browser.get("/reports?country=KHM&preset=brief&id=KHM-2017-0001-E1").await;
    let order = |html: &str| -> Vec<String> {
        let parts = html.split("<li id=\"section-").skip(1);
        parts.map(|it| it.split('"').next().unwrap().to_owned()).collect()
    };
    assert_eq!(order(page.must(200))[..2], ["key_figures", "trend"]);
    // The first button, which the enter key presses, makes the report.
    let form = page.must(200).split("<form class=\"record\"").nth(1).unwrap();
    let first = form.split("<button").nth(1).unwrap().split('>').next().unwrap();
    assert!(!first.contains("name="), "{first}");
    let fields = [
        ("move", "up.trend"),
        ("introduction.trend", "Month by month."),
        ("title", "What was typed"),
    ];
    let moved = browser.send_form(&page, "<form class=\"record\"", &fields).await;
    let html = moved.must(200);
    assert_eq!(order(html)[..3], ["trend", "key_figures", "timeline"]);
    for said in ["Month by month.", "What was typed", "<details class=\"more\" open"] {
        assert!(html.contains(said), "{said}");
    }
    assert!(!html.contains("<article class=\"report\""), "nothing is made");
    // A filter without a field is not lost on the way.
    assert!(html.contains("<input type=\"hidden\" name=\"id\" value=\"KHM-2017-0001-E1\">"));
    let (_, values) = moved.form("<form class=\"record\"");
    let file = browser.post("/reports/file.json", &values).await;
    let report: serde_json::Value = serde_json::from_str(file.must(200)).unwrap();
    let query = report["document"]["made"]["query"].as_str().unwrap();
    assert!(query.contains("id=KHM-2017-0001-E1"), "{query}");
    assert!(query.contains("sections=trend%2Ckey_figures%2Ctimeline%2Cdemands"), "{query}");
}

#[actix_web::test]
async fn pages_of_records_lead_to_reports_about_them() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let file = json!({"title": "A file", "country": "KHM", "events": [
        {"type": "arrest", "title": "An arrest at the port", "date": "2017-03-04", "country": "KHM",
         "participations": [{"actor": {"name": "Port police", "kind": "state_body", "country": "KHM"},
                             "role": "perpetrator"}]}]});
    let made = client.post("/api/v1/incidents", file).await.must(201);
    let event = made["events"][0]["ref"].as_str().unwrap().to_owned();
    let actors = client.get("/api/v1/actors?q=port").await.must(200);
    let actor = actors["items"][0]["ref"].as_str().unwrap().to_owned();
    for (path, told) in [
        (format!("/events/{event}"), "An arrest at the port"),
        (format!("/actors/{actor}"), "Port police"),
        ("/instruments/ICCPR".to_owned(), ""),
    ] {
        let page = browser.get(&path).await;
        let html = page.must(200);
        let link = html.split("href=\"/reports?").nth(1).unwrap_or_else(|| panic!("{path}: none"));
        let query = link.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
        let form = browser.get(&format!("/reports?{query}")).await;
        let mut fields = vec![("audience", "internal")];
        if told.is_empty() {
            fields.push(("country", "KHM"));
        }
        let report = browser.send_form(&form, "<form class=\"record\"", &fields).await;
        let html = report.must(200);
        assert!(html.contains("<article class=\"report\"") && html.contains(told), "{path}");
    }
    let page = browser.get("/instruments/UDHR").await;
    assert!(!page.must(200).contains("href=\"/reports?"), "no body watches over it");
}
