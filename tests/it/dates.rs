//! Dates in words, as people type and read them in a browser.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::{TestApp, press_statement};

const FORM: &str = "<form class=\"record\"";

#[actix_web::test]
async fn a_date_is_typed_in_words_and_kept_as_edtf() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let form = browser.get("/incidents/new").await;
    let typed = [
        ("title", "Crackdown"),
        ("country", "KHM"),
        ("events/0/type", "arrest"),
        ("events/0/title", "Arrests"),
        ("events/0/date", "about September 2017"),
        ("events/0/participations/0/actor", "Police"),
        ("events/0/participations/0/actor~kind", "state_body"),
        ("events/0/participations/0/role", "perpetrator"),
    ];
    // The form comes back for more rows: it says how the date is understood, and keeps the words.
    let more = [typed.as_slice(), &[("~add", "events/0/participations")]].concat();
    let longer = browser.send_form(&form, FORM, &more).await;
    let body = longer.must(200);
    assert!(body.contains("value=\"about September 2017\""), "{body}");
    assert!(body.contains("understood as: about September 2017 (2017-09~)"), "{body}");
    let saved = browser.send_form(&longer, FORM, &[]).await;
    assert_eq!(saved.errors(), Vec::<String>::new());
    saved.must_lead_to("/incidents/KHM-2017-0001");
    let event = client.get("/api/v1/events/KHM-2017-0001-E1").await.must(200);
    assert_eq!(event["date"], "2017-09~");
    for path in ["/events/KHM-2017-0001-E1", "/events", "/incidents/KHM-2017-0001"] {
        let page = browser.get(path).await;
        assert!(page.must(200).contains("about September 2017"), "{path}");
    }
    let page = browser.get("/events/KHM-2017-0001-E1").await;
    assert!(page.must(200).contains("<time title=\"2017-09~\">about September 2017</time>"));
    assert!(
        browser.get("/events/KHM-2017-0001-E1/history").await.must(200).contains("about September")
    );
    // Changed: the form has the EDTF, and says what it means.
    let form = browser.get("/events/KHM-2017-0001-E1/edit").await;
    assert!(form.must(200).contains("value=\"2017-09~\""));
    assert!(form.must(200).contains("understood as: about September 2017"));
    let typed = [("date", "3–5 September 2017")];
    browser.send_form(&form, FORM, &typed).await.must(303);
    let event = client.get("/api/v1/events/KHM-2017-0001-E1").await.must(200);
    assert_eq!(event["date"], "2017-09-03/2017-09-05");
    // Not known any more.
    let form = browser.get("/events/KHM-2017-0001-E1/edit").await;
    browser.send_form(&form, FORM, &[("date", "unknown")]).await.must(303);
    let event = client.get("/api/v1/events/KHM-2017-0001-E1").await.must(200);
    assert!(event["date"].is_null(), "{event}");
}

#[actix_web::test]
async fn a_date_that_may_mean_two_is_asked_again_and_nothing_is_lost() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let form = browser.get("/statements/new").await;
    let typed = [
        ("title", "Kept"),
        ("kind", "report"),
        ("body", "Text."),
        ("issued_on", "3/4/2017"),
        ("accessed_on", "September 2017"),
    ];
    let refused = browser.send_form(&form, FORM, &typed).await;
    assert_eq!(refused.errors().len(), 2, "{:?}", refused.errors());
    let body = refused.must(422);
    assert!(body.contains("may mean 3 April 2017 or 4 March 2017"), "{body}");
    assert!(body.contains("must be one whole day"), "{body}");
    assert!(body.contains("value=\"3/4/2017\"") && body.contains("value=\"Kept\""), "{body}");
    let better = [("issued_on", "3 April 2017"), ("accessed_on", "yesterday")];
    let saved = browser.send_form(&refused, FORM, &better).await;
    let place = saved.leads_to().to_owned();
    let kept = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!(kept["issued_on"], "2017-04-03");
    assert!(kept["accessed_on"].as_str().is_some_and(|day| day.len() == 10), "{kept}");
}

#[actix_web::test]
async fn a_field_is_told_what_it_is_understood_as() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let ask = async |typed: &str| {
        let path = format!(
            "/understand/date?{}",
            form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish()
        );
        let answer = browser.get(&path).await;
        answer.must(200);
        answer.reply.json()
    };
    assert_eq!(
        ask("c. Sept 2017").await,
        json!({"said": "understood as: about September 2017 (2017-09~)", "wrong": false})
    );
    assert_eq!(ask("").await, json!({"said": "", "wrong": false}));
    let unclear = ask("<b>soon</b>").await;
    assert_eq!(unclear["wrong"], true);
    assert!(unclear["said"].as_str().unwrap().contains("write it as"), "{unclear}");
    assert_eq!(ask("unknown").await["wrong"], false);
    browser.get("/understand/date?day=1").await.must(400);
    Browser::new(&app).get("/understand/date?q=2017").await.must(303);
    // In the language of the page.
    let made = client.post("/api/v1/statements", press_statement()).await.must(201);
    let help = browser.get("/help").await;
    browser.send_form(&help, "<form method=\"post\" action=\"/logout\"", &[]).await.must(303);
    let me = client.get("/api/v1/auth/me").await.must(200);
    browser.log_in(me["email"].as_str().unwrap(), crate::harness::PASSWORD).await.must(303);
    let french = [("language".to_owned(), "fr".to_owned()), ("to".to_owned(), "/".to_owned())];
    browser.post("/language", &french).await.must(303);
    let page = browser.get(&format!("/statements/{}", made["ref"].as_str().unwrap())).await;
    assert!(page.must(200).contains("27 novembre 2017"));
    assert_eq!(
        ask("vers septembre 2017").await["said"],
        "compris comme : vers septembre 2017 (2017-09~)"
    );
}
