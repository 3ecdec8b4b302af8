//! Review in a browser: what changed beside what was approved; and who would see a record.

use saksi::domain::Role;
use serde_json::json;

use crate::browser::Browser;
use crate::harness::{TestApp, dissolution, move_to, press_statement};

const FORM: &str = "<form class=\"record\"";
const REVIEW: &str = "<form class=\"review\"";

#[actix_web::test]
async fn a_reviewer_sees_what_changed_since_it_was_approved_and_decides_there() {
    let app = TestApp::new();
    let (browser, reviewer) = Browser::of(&app, Role::Reviewer).await;
    let (writing, author) = Browser::of(&app, Role::Monitor).await;
    author.post("/api/v1/statements", press_statement()).await.must(201);
    let path = "/api/v1/statements/S-2017-00001";
    move_to(path, "submitted", &author, &reviewer).await;
    let queue = browser.get("/review").await;
    assert!(queue.must(200).contains("/review/statements/S-2017-00001"));
    assert!(queue.must(200).contains("All is new"));
    let page = browser.get("/review/statements/S-2017-00001").await;
    assert!(page.must(200).contains("No version of it was approved before."));
    assert!(page.must(200).contains("dissolved by the Supreme Court"), "the whole of it");
    // Returned, with a comment that the monitor finds where they put it right.
    let comment = [("status", "needs_changes"), ("comment", "Who said <it>?")];
    browser.send_form(&page, REVIEW, &comment).await.must_lead_to("/review");
    for path in ["/statements/S-2017-00001", "/statements/S-2017-00001/edit"] {
        let page = writing.get(path).await;
        assert!(page.must(200).contains("It came back from review"), "{path}");
        assert!(page.must(200).contains("Who said &#60;it&#62;?"), "{path}");
    }
    // Approved; then changed, returned and handed in again: only what changed is shown.
    move_to(path, "submitted", &author, &reviewer).await;
    assert!(!writing.get("/statements/S-2017-00001").await.must(200).contains("It came back"));
    reviewer.post(&format!("{path}/status"), json!({"status": "approved"})).await.must(200);
    reviewer.post(&format!("{path}/status"), json!({"status": "needs_changes"})).await.must(200);
    author.patch(path, json!({"title": "A better title"})).await.must(200);
    author.post(&format!("{path}/status"), json!({"status": "submitted"})).await.must(200);
    assert!(browser.get("/review").await.must(200).contains("Changed since it was approved"));
    let page = browser.get("/review/statements/S-2017-00001").await;
    let body = page.must(200);
    assert!(body.contains("<del>On the dissolution of a party</del>"), "{body}");
    assert!(body.contains("<ins>A better title</ins>"));
    assert_eq!(body.matches("<ins>").count(), 1, "nothing else changed");
    browser.send_form(&page, REVIEW, &[("status", "approved")]).await.must_lead_to("/review");
    let page = browser.get("/review/statements/S-2017-00001").await;
    assert!(page.must(200).contains("Nothing changed in what it says."));
    browser.send_form(&page, REVIEW, &[("status", "published")]).await.must_lead_to("/review");
    assert_eq!(reviewer.get(path).await.must(200)["status"], "published");
    // Decided meanwhile: the form says so.
    browser.send_form(&page, REVIEW, &[("status", "published")]).await.must(412);
}

#[actix_web::test]
async fn nobody_decides_on_their_own_and_the_unseen_is_not_there() {
    let app = TestApp::new();
    let (browser, reviewer) = Browser::of(&app, Role::Reviewer).await;
    reviewer.post("/api/v1/statements", press_statement()).await.must(201);
    reviewer
        .post("/api/v1/statements/S-2017-00001/status", json!({"status": "submitted"}))
        .await
        .must(200);
    let page = browser.get("/review/statements/S-2017-00001").await;
    assert!(page.must(200).contains("nobody approves their own"));
    assert!(!page.must(200).contains("value=\"approved\""));
    browser.send_form(&page, REVIEW, &[("status", "approved")]).await.must(403);
    for path in ["/review/statements/S-2017-00099", "/review/actors/A-00001", "/review/x/y"] {
        browser.get(path).await.must(404);
    }
    for role in [Role::Viewer, Role::Researcher, Role::Monitor] {
        let (other, _) = Browser::of(&app, role).await;
        other.get("/review/statements/S-2017-00001").await.must(403);
        other.get("/review/statements/S-2017-00099").await.must(403);
    }
}

/// What the audience page says while somebody chooses.
async fn said(browser: &Browser<'_>, path: &str) -> String {
    let answer = browser.get(path).await;
    answer.must(200);
    let json = answer.reply.json();
    let lines = json["said"].as_array().unwrap();
    lines.iter().map(|line| line.as_str().unwrap()).collect::<Vec<_>>().join("\n")
}

#[actix_web::test]
async fn the_form_says_who_would_see_the_record() {
    let app = TestApp::new();
    // A viewer, a researcher, two monitors, two reviewers, an administrator.
    let (browser, author) = Browser::of(&app, Role::Monitor).await;
    let (viewing, _) = Browser::of(&app, Role::Viewer).await;
    for role in [Role::Researcher, Role::Monitor, Role::Reviewer] {
        app.user(role).await;
    }
    let member = app.user(Role::Reviewer).await;
    let admin = app.user(Role::Admin).await;
    let team =
        json!({"name": "The <T>eam", "members": [author.id.to_string(), member.id.to_string()]});
    admin.post("/api/v1/teams", team).await.must(201);

    let form = browser.get("/statements/new").await;
    let body = form.must(200);
    assert!(body.contains("As it stands, 4 people, you among them: 1 monitor, 2 reviewers, 1 administrator would see it."), "{body}");
    assert!(
        body.contains("Once it is published: 6 people, you among them: 1 researcher, 2 monitors")
    );
    let public = said(&browser, "/statements/audience?confidentiality=public").await;
    assert!(
        public.contains("Once it is published: 7 people, you among them: 1 viewer"),
        "{public}"
    );
    let closed = said(&browser, "/statements/audience?confidentiality=confidential").await;
    assert!(
        closed.contains("Once it is published: 4 people, you among them: 1 monitor"),
        "{closed}"
    );
    let team = "/statements/audience?confidentiality=restricted&team=The+%3CT%3Eeam";
    let team = said(&browser, team).await;
    assert!(
        team.contains("As it stands, 2 people, you among them: 1 monitor, 1 reviewer"),
        "{team}"
    );
    let none = said(&browser, "/statements/audience?confidentiality=restricted").await;
    assert!(none.contains("Name the team below"), "{none}");
    let other = said(&browser, "/statements/audience?confidentiality=restricted&team=X").await;
    assert!(other.contains("You are in no team of that name"), "{other}");
    assert!(said(&browser, "/citations/audience").await.contains("everything that it joins"));
    // Without scripts it is said when the form comes back.
    let typed = [("title", "t"), ("confidentiality", "confidential")];
    let refused = browser.send_form(&form, FORM, &typed).await;
    assert!(refused.must(422).contains("Once it is published: 4 people"));

    // It agrees with what people then see.
    author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution("S-2017-00001")).await.must(201);
    let page = browser.get("/events/KHM-2017-0001-E1").await;
    let body = page.must(200);
    assert!(
        body.contains(
            "4 people, you among them: 1 monitor, 2 reviewers, 1 administrator can see it now."
        ),
        "{body}"
    );
    member
        .patch("/api/v1/incidents/KHM-2017-0001", json!({"confidentiality": "confidential"}))
        .await
        .must(200);
    let kept = "/events/audience?record=KHM-2017-0001-E1&confidentiality=public";
    let kept = said(&browser, kept).await;
    assert!(kept.contains("Once it is published: 4 people"), "as closed as its incident: {kept}");

    // Those who need not know the staff are told nothing.
    move_to("/api/v1/statements/S-2017-00001", "published", &author, &member).await;
    member
        .patch("/api/v1/statements/S-2017-00001", json!({"confidentiality": "public"}))
        .await
        .must(200);
    let page = viewing.get("/statements/S-2017-00001").await;
    assert!(!page.must(200).contains("can see it now"));
    assert!(browser.get("/statements/S-2017-00001").await.must(200).contains("7 people"));
    viewing.get("/statements/audience").await.must(403);
    browser.get("/events/audience?record=KHM-2017-0099-E1").await.must(404);
    let (stranger, _) = Browser::of(&app, Role::Monitor).await;
    stranger.get("/events/audience?record=KHM-2017-0001-E1").await.must(404);
}
