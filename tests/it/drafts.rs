//! Unfinished forms: kept for whoever types them, and for nobody else.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::{Browser, Page};
use crate::harness::{TestApp, press_statement};

const FORM: &str = "<form class=\"record\"";

/// Sends what stands in a form as the script does while somebody types.
async fn autosave(browser: &Browser<'_>, page: &Page, form: &str, typed: &[(&str, &str)]) -> Page {
    let body = page.must(200);
    let of = |name: &str| {
        let at = body.find(&format!("name=\"{name}\" value=\"")).unwrap() + name.len() + 15;
        body[at..at + body[at..].find('"').unwrap()].to_owned()
    };
    let mut values = vec![
        ("~csrf".to_owned(), of("~csrf")),
        ("~once".to_owned(), of("~once")),
        ("~form".to_owned(), form.to_owned()),
    ];
    if body.contains("name=\"~version\"") {
        values.push(("~version".to_owned(), of("~version")));
    }
    values.extend(typed.iter().map(|(name, value)| ((*name).into(), (*value).into())));
    browser.post("/drafts", &values).await
}

/// Where the page says that an unfinished form goes on.
fn goes_on(page: &Page) -> String {
    let body = page.must(200);
    let at = body.find("?~draft=").unwrap();
    let begin = body[..at].rfind('"').unwrap() + 1;
    body[begin..begin + body[begin..].find('"').unwrap()].to_owned()
}

#[actix_web::test]
async fn what_is_typed_is_kept_continued_and_gone_when_saved() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let (other, _) = Browser::of(&app, Role::Admin).await;
    let form = browser.get("/statements/new").await;
    let typed = [("title", "Half <b>done</b>"), ("body", "They said"), ("password", "not kept")];
    let kept = autosave(&browser, &form, "/statements/new", &typed).await;
    kept.must(200);
    assert!(kept.reply.json()["said"].as_str().unwrap().contains("Kept unfinished"));
    // Again, with more: the same form is kept once.
    let typed = [("title", "Half <b>done</b>"), ("kind", "report"), ("body", "They said so")];
    autosave(&browser, &form, "/statements/new", &typed).await.must(200);
    let start = browser.get("/").await;
    assert!(start.must(200).contains("Half &#60;b&#62;done&#60;/b&#62;"), "{}", start.must(200));
    assert_eq!(start.must(200).matches("?~draft=").count(), 1);
    assert_eq!(client.get("/api/v1/statements?count=true").await.must(200)["total"], 0);
    // Nobody else has it, whatever their role.
    let path = goes_on(&start);
    other.get(&path).await.must(404);
    assert!(!other.get("/").await.must(200).contains("Half"));
    // A new form of the kind offers it; going on fills it in.
    assert!(browser.get("/statements/new").await.must(200).contains(&path));
    assert!(!browser.get("/events/new").await.must(200).contains(&path));
    browser.get(&path.replace("statements", "events")).await.must(404);
    let again = browser.get(&path).await;
    assert!(again.must(200).contains("They said so") && !again.must(200).contains("not kept"));
    let saved = browser.send_form(&again, FORM, &[]).await;
    let place = saved.leads_to().to_owned();
    let statement = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!(statement["title"], "Half <b>done</b>");
    assert!(!browser.get("/").await.must(200).contains("?~draft="), "saved, and gone");
    browser.get(&path).await.must(404);
    // What arrives late of a form that was saved is not kept again.
    let late = autosave(&browser, &form, "/statements/new", &typed).await;
    assert_eq!(late.reply.status.as_u16(), 409);
    assert!(!browser.get("/").await.must(200).contains("?~draft="));
}

#[actix_web::test]
async fn without_scripts_a_button_keeps_the_form_even_after_the_session() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = client.get("/api/v1/auth/me").await.must(200)["email"].clone();
    let form = browser.get("/incidents/new").await;
    let typed = [("title", "Not whole"), ("events/0/title", "An arrest"), ("~then", "keep")];
    browser.lose_session();
    let asked = browser.send_form(&form, FORM, &typed).await;
    assert!(asked.must(401).contains("Not whole"));
    let login = [("~email", email.as_str().unwrap()), ("~password", crate::harness::PASSWORD)];
    browser.send(&asked, &login).await.must_lead_to("/");
    let start = browser.get("/").await;
    assert!(start.must(200).contains("The form is kept for you"));
    let again = browser.get(&goes_on(&start)).await;
    assert!(again.must(200).contains("value=\"An arrest\""));
    // Discarded.
    let discarded = browser.send_form(&start, "<form method=\"post\" action=\"/drafts/", &[]).await;
    discarded.must_lead_to("/");
    assert!(!browser.get("/").await.must(200).contains("?~draft="));
    let gone = browser.send_form(&start, "<form method=\"post\" action=\"/drafts/", &[]).await;
    gone.must(404);
}

#[actix_web::test]
async fn a_change_is_kept_with_the_version_that_it_was_made_from() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let made = client.post("/api/v1/statements", press_statement()).await.must(201);
    let path = format!("/statements/{}", made["ref"].as_str().unwrap());
    let edit = format!("{path}/edit");
    let form = browser.get(&edit).await;
    let typed =
        [("title", "Mine"), ("kind", "report"), ("body", "Mine."), ("~reason", "a better source")];
    autosave(&browser, &form, &edit, &typed).await.must(200);
    client.patch(&format!("/api/v1{path}"), json!({"summary": "Theirs"})).await.must(200);
    let again = browser.get(&goes_on(&browser.get("/").await)).await;
    assert!(again.must(200).contains("value=\"Mine\""));
    assert!(again.must(200).contains("value=\"a better source\""));
    // Somebody changed it meanwhile: both are shown.
    let stale = browser.send_form(&again, FORM, &[]).await;
    assert!(stale.must(412).contains("Theirs"));
    browser.send_form(&stale, FORM, &[]).await.must_lead_to(&path);
    assert!(!browser.get("/").await.must(200).contains("?~draft="), "saved, and gone");
}

#[actix_web::test]
async fn what_cannot_be_kept_is_said_and_nobody_keeps_without_the_right() {
    let app = TestApp::new();
    let (browser, _) = Browser::of(&app, Role::Monitor).await;
    let form = browser.get("/statements/new").await;
    let large = "x".repeat(1_000_001);
    let refused = autosave(&browser, &form, "/statements/new", &[("body", &large)]).await;
    assert_eq!(refused.reply.status.as_u16(), 400);
    assert!(refused.reply.json()["said"].as_str().unwrap().contains("too large"));
    for form_of in ["/account", "/statements/new/x/y", "//evil.example/new", "", "/users/new"] {
        let refused = autosave(&browser, &form, form_of, &[("title", "t")]).await;
        assert_eq!(refused.reply.status.as_u16(), 400, "{form_of}");
    }
    autosave(&browser, &form, "/statements/new", &[("title", "a\0b"), ("body", "c\0d")])
        .await
        .must(200);
    browser.get(&goes_on(&browser.get("/").await)).await.must(200);
    for _ in 0..49 {
        let form = browser.get("/statements/new").await;
        autosave(&browser, &form, "/statements/new", &[("title", "one more")]).await.must(200);
    }
    let form = browser.get("/statements/new").await;
    let refused = autosave(&browser, &form, "/statements/new", &[("title", "too many")]).await;
    assert_eq!(refused.reply.status.as_u16(), 400);
    assert!(refused.reply.json()["said"].as_str().unwrap().contains("50 unfinished forms"));
    // Without the token, or the right.
    let pairs = [("~form".to_owned(), "/statements/new".to_owned())];
    browser.post("/drafts", &pairs).await.must(401);
    let (viewer, _) = Browser::of(&app, Role::Viewer).await;
    let page = viewer.get("/account").await;
    let body = page.must(200);
    let at = body.find("name=\"~csrf\" value=\"").unwrap() + 20;
    let token = body[at..at + body[at..].find('"').unwrap()].to_owned();
    let pairs = [
        ("~csrf".to_owned(), token),
        ("~once".to_owned(), "k".to_owned()),
        ("~form".to_owned(), "/statements/new".to_owned()),
    ];
    viewer.post("/drafts", &pairs).await.must(403);
}

#[actix_web::test]
async fn what_is_not_touched_for_thirty_days_is_gone() {
    use saksi::casework::drafts::{self, Draft};
    let app = TestApp::new();
    let client = app.user(Role::Monitor).await;
    let now = app.app.clock.now();
    let database = app.app.office.database.clone();
    let user = client.id;
    let work = move |db: &mut saksi::store::Db| {
        let caller = saksi::store::accounts::caller(db, user)?.unwrap();
        let days = chrono::TimeDelta::days;
        let draft = |key: &str| Draft {
            key: key.to_owned(),
            form: "/events/new".to_owned(),
            title: String::new(),
            typed: vec![("title".to_owned(), "t".to_owned())],
        };
        drafts::keep(db, &caller, &draft("old"), now)?;
        drafts::keep(db, &caller, &draft("new"), now.plus(days(2)))?;
        let later = now.plus(days(31));
        let left = drafts::all(db, user, None, later)?;
        assert_eq!(left.len(), 1);
        assert!(drafts::find(db, user, "old", later).is_err());
        assert_eq!(drafts::forget_old(db, later)?, 1);
        assert!(drafts::find(db, user, "new", later).is_ok());
        Ok(())
    };
    database.write(work).await.unwrap();
}
