//! The pages of imports, at a browser without scripts.

use actix_web::test::TestRequest;
use saksi::domain::Role;

use crate::browser::{Browser, Page};
use crate::harness::TestApp;

const SHEET: &str = "Fall;Wann;Land;Was;Wer\n\
    A1;16/11/2017;Cambodia;Festnahme;The Leader\nA2;03/04/2017;Cambodia;Festnahme;The Lawyer\n";

/// Sends the form of `/imports` with a file.
async fn upload(browser: &Browser<'_>, token: &str, file: &str) -> Page {
    let body = format!(
        "--b\r\ncontent-disposition: form-data; name=\"~csrf\"\r\n\r\n{token}\r\n\
         --b\r\ncontent-disposition: form-data; name=\"sender\"\r\n\r\nNorthern Legal Aid\r\n\
         --b\r\ncontent-disposition: form-data; name=\"profile\"\r\n\r\n\r\n\
         --b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"north.csv\"\r\ncontent-type: text/csv\r\n\r\n\
         {file}\r\n--b--\r\n"
    );
    let request = TestRequest::post()
        .insert_header(("content-type", "multipart/form-data; boundary=b"))
        .set_payload(body);
    browser.ask("/imports", request, &[("sec-fetch-site", "same-origin")]).await
}

fn token(page: &Page) -> String {
    let body = page.must(200);
    let at = body.find("name=\"~csrf\" value=\"").unwrap() + 20;
    body[at..at + body[at..].find('"').unwrap()].to_owned()
}

#[actix_web::test]
async fn a_file_is_looked_at_mapped_taken_and_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().to_owned();
    let app = TestApp::with(move |config| config.data_dir = path);
    let (browser, monitor) = Browser::of(&app, Role::Monitor).await;
    let list = browser.get("/imports").await;
    assert!(list.must(200).contains("No file was sent yet"));
    let token = token(&list);

    // A form of somebody else's page is not taken.
    assert_eq!(upload(&browser, "forged", SHEET).await.reply.status.as_u16(), 401);
    let broken = upload(&browser, &token, "a;b\n1;\"2\n").await;
    assert!(broken.must(422).contains("never closed"));

    let sent = upload(&browser, &token, SHEET).await;
    let import = sent.leads_to().to_owned();
    let page = browser.get(&import).await;
    let body = page.must(200);
    assert!(
        body.contains("Looked at, nothing made") && body.contains("Northern Legal Aid"),
        "{body}"
    );
    // Nothing is known of these columns: all rows are refused, with the reason.
    assert!(body.contains("is missing: map a column to it"), "{body}");
    // On the page and in the file, in the reader's language.
    for path in [import.clone(), format!("{import}/rows.csv?outcome=refused")] {
        for (language, words) in
            [("fr", "manque : associez-lui une colonne"), ("ar", "ناقص: اربط به عمودًا")]
        {
            let shown =
                browser.ask(&path, TestRequest::get(), &[("accept-language", language)]).await;
            assert!(shown.must(200).contains(words), "{path}: {}", shown.must(200));
            assert!(!shown.must(200).contains("is missing"), "{path}");
        }
    }

    let settings = format!("<form method=\"post\" action=\"{import}/settings\"");
    let mapped = browser
        .send_form(
            &page,
            &settings,
            &[
                ("column-0", "external_id"),
                ("column-1", "date"),
                ("column-2", "country"),
                ("column-3", "type"),
                ("column-4", "targets"),
            ],
        )
        .await;
    mapped.must_lead_to(&import);
    let page = browser.get(&import).await;
    assert!(page.must(200).contains("is not an event type"), "{}", page.must(200));
    let mapped = browser.send_form(&page, &settings, &[("words", "Fest* = arrest")]).await;
    mapped.must_lead_to(&import);
    let page = browser.get(&import).await;
    // The order of days and months is asked.
    assert!(page.must(200).contains("does the day or the month come first"), "{}", page.must(200));
    let mapped = browser.send_form(&page, &settings, &[("dates", "day_first")]).await;
    mapped.must_lead_to(&import);
    let page = browser.get(&import).await;
    assert!(!page.must(200).contains("Refused rows with the reason"));
    let saved = browser
        .send_form(
            &page,
            &format!("<form method=\"post\" action=\"{import}/profile\""),
            &[("name", "north"), ("title", "North")],
        )
        .await;
    saved.must_lead_to(&import);

    let run = format!("<form method=\"post\" action=\"{import}/run\"");
    let page = browser.get(&import).await;
    assert!(page.must(200).contains("The mapping is kept."));
    browser.send_form(&page, &run, &[]).await.must_lead_to(&import);
    let page = browser.get(&import).await;
    assert!(page.must(200).contains("What was done"));
    let events = monitor.get("/api/v1/events?sort=date").await.must(200);
    assert_eq!(events["items"][0]["date"], "2017-04-03");
    assert_eq!(events["items"].as_array().unwrap().len(), 2);
    assert!(browser.get("/imports").await.must(200).contains("Imported"));

    let undo = format!("<form method=\"post\" action=\"{import}/undo\"");
    browser.send_form(&page, &undo, &[]).await.must_lead_to(&import);
    assert!(browser.get(&import).await.must(200).contains("Undone"));
    let events = monitor.get("/api/v1/events").await.must(200);
    assert_eq!(events["items"].as_array().unwrap().len(), 0);

    for template in ["/imports/template/csv", "/imports/template/csv?kind=actor"] {
        browser.get(template).await.must(200);
    }
    let refused = browser.get(&format!("{import}/rows.csv?outcome=refused")).await;
    assert!(refused.must(200).starts_with("Fall,Wann,Land,Was,Wer,row,"));
}

#[actix_web::test]
async fn who_may_not_import_sees_no_imports() {
    let app = TestApp::new();
    let (researcher, _) = Browser::of(&app, Role::Researcher).await;
    assert_eq!(researcher.get("/imports").await.reply.status.as_u16(), 403);
    assert!(!researcher.get("/").await.must(200).contains("href=\"/imports\""));
    let (monitor, _) = Browser::of(&app, Role::Monitor).await;
    assert!(monitor.get("/").await.must(200).contains("href=\"/imports\""));
    assert_eq!(monitor.get("/imports/nothing").await.reply.status.as_u16(), 404);
    assert_eq!(
        monitor.get("/imports/0190c0de-0000-7000-8000-000000000000").await.reply.status.as_u16(),
        404
    );
}
