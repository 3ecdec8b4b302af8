//! Saved searches: own queries under a name.

use saksi::domain::Role;

use crate::browser::Browser;
use crate::harness::TestApp;

const SAVE: &str = "<form method=\"post\" action=\"/saved\"";
const RENAME: &str = "<form method=\"post\" action=\"/saved/";

#[actix_web::test]
async fn a_query_is_saved_found_again_renamed_and_deleted() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Researcher).await;
    let (other, _) = Browser::of(&app, Role::Admin).await;
    // An empty list has nothing to be saved from but its address.
    client.get("/api/v1/instruments").await.must(200);
    let list = browser.get("/instruments?kind=treaty&country=&sort=created_at").await;
    let saved = browser.send_form(&list, SAVE, &[("name", "  Treaties & <more> ")]).await;
    saved.must_lead_to("/instruments?kind=treaty&sort=created_at");
    for path in ["/", "/instruments", "/saved"] {
        let page = browser.get(path).await;
        let body = page.must(200);
        assert!(body.contains("Treaties &#38; &#60;more&#62;"), "{path}: {body}");
        assert!(body.contains("/instruments?kind=treaty&#38;sort=created_at"), "{path}");
        assert!(!other.get(path).await.must(200).contains("Treaties &#38;"), "{path}");
    }
    assert!(!browser.get("/events").await.must(200).contains("Treaties &#38;"));
    // The same name again: the query that it stands for now.
    let list = browser.get("/instruments?kind=declaration").await;
    browser.send_form(&list, SAVE, &[("name", "Treaties & <more>")]).await.must(303);
    let page = browser.get("/saved").await;
    assert_eq!(page.must(200).matches("<li class=\"card\">").count(), 1);
    assert!(page.must(200).contains("kind=declaration"));
    let begins = |what: &str| {
        let body = page.must(200);
        let at = body.find(RENAME).unwrap() + RENAME.len();
        let id = &body[at..at + body[at..].find('/').unwrap()];
        format!("{RENAME}{id}/{what}\"")
    };
    // Names.
    let (rename, delete) = (begins("rename"), begins("delete"));
    browser.send_form(&page, &rename, &[("name", "Declarations")]).await.must_lead_to("/saved");
    assert!(browser.get("/saved").await.must(200).contains("<bdi>Declarations</bdi>"));
    let refused = browser.send_form(&page, &rename, &[("name", " ")]).await;
    assert!(refused.must(400).contains("must not be empty"));
    let long = "x".repeat(101);
    browser.send_form(&page, &rename, &[("name", &long)]).await.must(400);
    browser.send_form(&list, SAVE, &[("name", "Second")]).await.must(303);
    let refused = browser.send_form(&page, &rename, &[("name", "Second")]).await;
    assert!(refused.must(409).contains("choose another name"));
    // Others can do nothing with it.
    let theirs = other.get("/instruments").await;
    other.send_form(&theirs, SAVE, &[("name", "Theirs")]).await.must(303);
    let theirs = other.get("/saved").await;
    let body = theirs.must(200);
    let at = body.find(RENAME).unwrap() + RENAME.len();
    let id = body[at..at + body[at..].find('/').unwrap()].to_owned();
    for what in ["rename", "delete"] {
        let token = {
            let body = page.must(200);
            let at = body.find("name=\"~csrf\" value=\"").unwrap() + 20;
            body[at..at + body[at..].find('"').unwrap()].to_owned()
        };
        let pairs = [("~csrf".to_owned(), token), ("name".to_owned(), "Stolen".to_owned())];
        browser.post(&format!("/saved/{id}/{what}"), &pairs).await.must(404);
        browser.post(&format!("/saved/nothing/{what}"), &pairs).await.must(404);
    }
    browser.send_form(&page, &delete, &[]).await.must_lead_to("/saved");
    assert!(!browser.get("/saved").await.must(200).contains("Declarations"));
}

#[actix_web::test]
async fn what_is_no_query_of_a_list_is_not_saved() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Viewer).await;
    let list = browser.get("/instruments").await;
    let refused = browser.send_form(&list, SAVE, &[("name", "x"), ("list", "../evil")]).await;
    assert!(refused.must(400).contains("no such list"));
    let long = format!("q={}", "x".repeat(3_000));
    let refused = browser.send_form(&list, SAVE, &[("name", "x"), ("query", &long)]).await;
    assert!(refused.must(400).contains("longer than"));
    // Only the query is kept: a path in it stays a value.
    let odd = "kind=//evil.example&cursor=abc&q=%00";
    browser.send_form(&list, SAVE, &[("name", "odd"), ("query", odd)]).await.must(303);
    let page = browser.get("/saved").await;
    assert!(page.must(200).contains("/instruments?kind=%2F%2Fevil.example"));
    assert!(!page.must(200).contains("cursor"));
    for number in 0..99 {
        let name = format!("number {number}");
        browser.send_form(&list, SAVE, &[("name", &name)]).await.must(303);
    }
    let refused = browser.send_form(&list, SAVE, &[("name", "one too many")]).await;
    assert!(refused.must(400).contains("100 saved searches"));
}
