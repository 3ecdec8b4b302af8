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
    for format in ["json", "html", "docx"] {
        assert!(html.contains(&format!("formaction=\"/reports/file.{format}\"")), "{format}");
    }

    // The same form as a file, and with other sections in another order.
    let (_, mut values) = made.form("<form class=\"record\"");
    let whole = browser.post("/reports/file.json", &values).await;
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
    assert!(made.must(200).contains("2,815"));
}
