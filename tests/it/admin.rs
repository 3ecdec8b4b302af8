//! What administrators do on their pages, and that nobody else does.

use std::fmt::Write;

use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::{Browser, Page};
use crate::harness::{Client, PASSWORD, TestApp, dissolution, press_statement};

const PAGES: [&str; 14] = [
    "/admin",
    "/admin/users",
    "/admin/users/new",
    "/admin/teams",
    "/admin/teams/new",
    "/admin/roles",
    "/admin/sessions",
    "/admin/tokens",
    "/admin/vocabularies",
    "/admin/vocabularies/event_type",
    "/admin/vocabularies/event_type/new",
    "/admin/vocabularies/event_type/terms/arrest",
    "/admin/audit",
    "/admin/health",
];

#[track_caller]
fn between<'b>(body: &'b str, before: &str, after: &str) -> &'b str {
    let rest = body.split_once(before).unwrap_or_else(|| panic!("no {before} in {body}")).1;
    rest.split_once(after).unwrap().0
}

async fn address(client: &Client<'_>) -> String {
    client.get("/api/v1/auth/me").await.must(200)["email"].as_str().unwrap().to_owned()
}

/// Sends one of the small forms of a page, known by the path that it goes to.
async fn press(browser: &Browser<'_>, page: &Page, action: &str) -> Page {
    browser.send_form(page, &format!("<form method=\"post\" action=\"{action}\""), &[]).await
}

#[actix_web::test]
async fn each_page_answers_administrators_alone() {
    let app = TestApp::new();
    let mut table = String::from("GET, then POST of what changes something\n\n");
    let mut people = Vec::new();
    write!(table, "{:<46}", "").unwrap();
    for role in Role::ALL {
        write!(table, "{:<12}", role.code()).unwrap();
        people.push(Browser::of(&app, *role).await.0);
    }
    table.push('\n');
    let nobody = "0190c0de-0000-7000-8000-000000000000";
    for path in PAGES {
        write!(table, "{path:<46}").unwrap();
        for browser in &people {
            write!(table, "{:<12}", browser.get(path).await.reply.status.as_u16()).unwrap();
        }
        table.push('\n');
        Browser::new(&app).get(path).await.must(303);
    }
    for path in [
        "/admin/users/new".to_owned(),
        "/admin/teams/new".to_owned(),
        format!("/admin/users/{nobody}/edit"),
        format!("/admin/users/{nobody}/invite"),
        format!("/admin/users/{nobody}/sessions/end"),
        format!("/admin/users/{nobody}/second-factor/reset"),
        format!("/admin/sessions/{nobody}/end"),
        format!("/admin/tokens/{nobody}/revoke"),
        "/admin/vocabularies/event_type/new".to_owned(),
        "/admin/vocabularies/role/new".to_owned(),
        "/admin/vocabularies/event_type/terms/nothing".to_owned(),
        "/admin/audit/check".to_owned(),
    ] {
        write!(table, "{:<46}", path.replace(nobody, "…")).unwrap();
        for browser in &people {
            let account = browser.get("/account").await;
            let csrf = between(account.must(200), "name=\"~csrf\" value=\"", "\"").to_owned();
            let form = [("~csrf".to_owned(), csrf), ("~version".to_owned(), "1".to_owned())];
            let status = browser.post(&path, &form).await.reply.status.as_u16();
            write!(table, "{status:<12}").unwrap();
        }
        table.push('\n');
    }
    let lines: Vec<&str> = table.lines().map(str::trim_end).collect();
    insta::assert_snapshot!(lines.join("\n"));
    // The way there is shown to those alone who may go it.
    for (role, browser) in Role::ALL.iter().zip(&people) {
        let start = browser.get("/").await;
        assert_eq!(start.must(200).contains("href=\"/admin\""), *role == Role::Admin);
    }
}

#[actix_web::test]
async fn somebody_is_invited_and_chooses_their_password() {
    let app = TestApp::new();
    let (admin, client) = Browser::of(&app, Role::Admin).await;
    let form = admin.get("/admin/users/new").await;
    let typed = [("name", "Sokha Chan"), ("email", "not an address"), ("role", "monitor")];
    let refused = admin.send_form(&form, "<form class=\"record\"", &typed).await;
    assert!(refused.must(422).contains("must be an e-mail address"));
    assert!(refused.must(422).contains("Sokha Chan"), "nothing typed is lost");
    let typed = [("email", "Sokha@example.org")];
    let made = admin.send_form(&refused, "<form class=\"record\"", &typed).await;
    let place = made.leads_to().to_owned();
    let page = admin.get(&place).await;
    assert!(page.must(200).contains("has no password yet"));
    let sokha = Browser::new(&app);
    sokha.log_in("sokha@example.org", "!").await.must(401);
    let link = press(&admin, &page, &format!("{place}/invite")).await;
    let link = between(link.must(200), "tabindex=\"0\">", "</code>").to_owned();
    let path = format!("/invitation/{}", link.split_once("/invitation/").unwrap().1);
    let ask = sokha.get(&path).await;
    assert!(ask.must(200).contains("sokha@example.org"));
    for (new, again, wrong) in
        [("short", "short", "at least 12"), (PASSWORD, "another", "is not the same")]
    {
        let typed = [("~new", new), ("~again", again)];
        assert!(sokha.send(&ask, &typed).await.must(422).contains(wrong));
    }
    let typed = [("~new", PASSWORD), ("~again", PASSWORD)];
    sokha.send(&ask, &typed).await.must_lead_to("/login");
    // Once.
    sokha.send(&ask, &typed).await.must(404);
    assert!(sokha.get(&path).await.must(404).contains("does not work any more"));
    sokha.get("/invitation/made-up").await.must(404);
    sokha.log_in("sokha@example.org", PASSWORD).await.must_lead_to("/");
    // Another link: the old password and the sessions are gone at once; a second one voids the first.
    let page = admin.get(&place).await;
    assert!(page.must(200).contains("Browser"), "their session is shown");
    let first = press(&admin, &page, &format!("{place}/invite")).await;
    let first = between(first.must(200), "/invitation/", "</code>").to_owned();
    press(&admin, &page, &format!("{place}/invite")).await.must(200);
    sokha.get("/account").await.must(303);
    sokha.log_in("sokha@example.org", PASSWORD).await.must(401);
    sokha.get(&format!("/invitation/{first}")).await.must(404);
    // Nobody does that to themselves by accident.
    let own = format!("/admin/users/{}", client.id);
    let page = admin.get(&own).await;
    assert!(page.must(200).contains("This is your own account"));
    let csrf = between(page.must(200), "name=\"~csrf\" value=\"", "\"").to_owned();
    let form = [("~csrf".to_owned(), csrf)];
    for act in ["invite", "sessions/end", "second-factor/reset"] {
        admin.post(&format!("{own}/{act}"), &form).await.must(409);
    }
    admin.get("/account").await.must(200);
    // It is in the log, with a link to the account, and without the secret.
    let log = admin.get("/admin/audit?action=invited").await;
    assert!(log.must(200).contains("made an invitation") && log.must(200).contains(&place));
    assert!(!log.must(200).contains(&first));
}

#[actix_web::test]
async fn the_last_administrator_stays_and_nobody_locks_themselves_out() {
    let app = TestApp::new();
    let (admin, client) = Browser::of(&app, Role::Admin).await;
    let own = format!("/admin/users/{}", client.id);
    let change = async |path: &str, fields: &[(&str, &str)]| {
        let form = admin.get(&format!("{path}/edit")).await;
        form.must(200);
        admin.send_form(&form, "<form class=\"record\"", fields).await
    };
    let last = change(&own, &[("role", "viewer")]).await;
    assert!(last.must(409).contains("last active administrator"));
    let other = app.user(Role::Admin).await;
    let self_ = change(&own, &[("role", "viewer")]).await;
    assert!(self_.must(409).contains("another administrator changes its role"));
    change(&own, &[("active", "")]).await.must(409);
    change(&own, &[("name", "Another name")]).await.must_lead_to(&own);
    let path = format!("/api/v1/users/{}", client.id);
    assert!(client.delete(&path).await.problem(409).contains("another administrator deletes it"));
    // Somebody else's: at once.
    let theirs = format!("/admin/users/{}", other.id);
    change(&theirs, &[("active", "")]).await.must_lead_to(&theirs);
    other.get("/api/v1/auth/me").await.problem(401);
    assert!(admin.get(&theirs).await.must(200).contains("closed"));
    let page = admin.get(&format!("{theirs}/history")).await;
    assert!(page.must(200).contains("Changed"));
}

#[actix_web::test]
async fn teams_are_made_of_addresses() {
    let app = TestApp::new();
    let (admin, _) = Browser::of(&app, Role::Admin).await;
    let (one, two) = (app.user(Role::Monitor).await, app.user(Role::Reviewer).await);
    let members = format!("{}, nobody@example.org", address(&one).await);
    let form = admin.get("/admin/teams/new").await;
    let typed = [("name", "Witnesses"), ("members", members.as_str())];
    let refused = admin.send_form(&form, "<form class=\"record\"", &typed).await;
    assert!(refused.must(422).contains("there is no such user"));
    assert!(refused.must(422).contains("nobody@example.org"));
    let members = address(&one).await;
    let typed = [("members", members.as_str())];
    let made = admin.send_form(&refused, "<form class=\"record\"", &typed).await;
    let place = made.leads_to().to_owned();
    let mut statement = press_statement();
    statement["confidentiality"] = json!("restricted");
    statement["team"] = json!("Witnesses");
    let made = one.post("/api/v1/statements", statement).await.must(201);
    let path = format!("/api/v1/statements/{}", made["ref"].as_str().unwrap());
    two.get(&path).await.problem(404);
    let form = admin.get(&format!("{place}/edit")).await;
    assert!(form.must(200).contains(&members), "members are shown by their addresses");
    let both = format!("{members}, {}", address(&two).await);
    admin
        .send_form(&form, "<form class=\"record\"", &[("members", both.as_str())])
        .await
        .must_lead_to(&place);
    two.get(&path).await.must(200);
    assert!(admin.get(&place).await.must(200).contains(&address(&two).await));
    let user = admin.get(&format!("/admin/users/{}", two.id)).await;
    assert!(user.must(200).contains("Witnesses"));
    // An administrator who is not in it learns from the log that there is something, not what.
    let log = admin.get("/admin/audit?kind=statement&action=created").await;
    assert!(log.must(200).contains("that you may not see"));
    assert!(!log.must(200).contains(made["ref"].as_str().unwrap()));
    let asked = format!("/admin/audit?record={}", made["ref"].as_str().unwrap());
    assert!(admin.get(&asked).await.must(400).contains("there is no record of that ref"));
}

#[actix_web::test]
async fn sessions_and_tokens_of_others_are_ended() {
    let app = TestApp::new();
    let (admin, _) = Browser::of(&app, Role::Admin).await;
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let account = browser.get("/account").await;
    let form = "<form method=\"post\" action=\"/account/tokens\"";
    let refused = browser.send_form(&account, form, &[("name", " ")]).await;
    assert!(refused.must(422).contains("class=\"error\" id=\"token-name-error\""));
    let typed = [("name", "nightly"), ("scope", "read"), ("days", "30")];
    let made = browser.send_form(&account, form, &typed).await;
    let secret = between(made.must(200), "tabindex=\"0\">", "</code>").to_owned();
    assert!(secret.starts_with("saksi_"));
    assert!(!browser.get("/account").await.must(200).contains(&secret), "shown once");
    let script = Client { token: Some(secret), ..client.clone() };
    script.get("/api/v1/events").await.must(200);
    let incident = json!({"title": "A file", "country": "KHM"});
    script.post("/api/v1/incidents", incident).await.problem(403);
    // The administrator sees whose it is, and that it is used.
    let tokens = admin.get("/admin/tokens").await;
    let body = tokens.must(200);
    assert!(body.contains("nightly") && body.contains("A monitor"));
    assert!(between(body, "nightly", "</tr>").matches("never").count() == 0, "used, and ends");
    let revoke = format!("/admin/tokens/{}/revoke", between(body, "/admin/tokens/", "/revoke"));
    press(&admin, &tokens, &revoke).await.must_lead_to("/admin/tokens");
    script.get("/api/v1/events").await.problem(401);
    let sessions = admin.get("/admin/sessions").await;
    assert!(sessions.must(200).contains("this one"));
    let user = format!("/admin/users/{}", client.id);
    let page = admin.get(&user).await;
    let end =
        format!("/admin/sessions/{}/end", between(page.must(200), "/admin/sessions/", "/end"));
    press(&admin, &page, &end).await.must_lead_to(&user);
    let page = admin.get(&user).await;
    press(&admin, &page, &format!("{user}/sessions/end")).await.must_lead_to(&user);
    browser.get("/account").await.must(303);
    client.get("/api/v1/auth/me").await.problem(401);
    // A session that was not used for long is none.
    app.tamper("UPDATE sessions SET used_at = '2001-01-01T00:00:00.000000Z'");
    admin.get("/admin/sessions").await.must(303);
}

#[actix_web::test]
async fn a_lost_second_factor_is_taken_away_by_an_administrator() {
    let app = TestApp::new();
    let (admin, _) = Browser::of(&app, Role::Admin).await;
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = address(&client).await;
    let user = format!("/admin/users/{}", client.id);
    let page = admin.get(&user).await;
    assert!(!page.must(200).contains("second-factor/reset"));
    let office = app.app.office.clone();
    let id = client.id;
    let factor = saksi::store::second_factors::FactorRow {
        user_id: id,
        secret: vec![0; 48],
        since: app.now(),
        last_step: 0,
        failed: 0,
        failed_at: None,
    };
    let adding = office.database.write(move |db| saksi::store::second_factors::add(db, &factor));
    adding.await.unwrap();
    let asked = Browser::new(&app).log_in(&email, PASSWORD).await;
    assert!(asked.must(401).contains("~code"));
    let page = admin.get(&user).await;
    let reset = format!("{user}/second-factor/reset");
    press(&admin, &page, &reset).await.must_lead_to(&user);
    browser.get("/account").await.must(303);
    Browser::new(&app).log_in(&email, PASSWORD).await.must_lead_to("/");
    let log = admin.get("/admin/audit?action=second_factor_reset").await;
    assert!(log.must(200).contains(&user));
}

#[actix_web::test]
async fn the_log_is_read_filtered_taken_along_and_checked() {
    let app = TestApp::new();
    let (admin, client) = Browser::of(&app, Role::Admin).await;
    let (monitor, author) = Browser::of(&app, Role::Monitor).await;
    let made = author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution(made["ref"].as_str().unwrap())).await.must(201);
    monitor.get("/").await.must(200);
    let email = address(&author).await;
    let today = app.now().day();
    let tomorrow = today.succ_opt().unwrap();
    let query = format!("who={email}&kind=event&action=created&from={today}&to={tomorrow}");
    let page = admin.get(&format!("/admin/audit?{query}&record=")).await;
    let body = page.must(200);
    assert_eq!(body.matches("<tr id=\"e-").count(), 1);
    assert!(body.contains("href=\"/events/KHM-2017-0001-E1\""));
    let of_record = admin.get("/admin/audit?record=KHM-2017-0001-E1").await;
    assert_eq!(of_record.must(200).matches("<tr id=\"e-").count(), 1);
    for (query, rows) in [
        (format!("from={tomorrow}"), 0),
        ("to=2001-01-01".to_owned(), 0),
        (format!("who={email}&action=logged_in"), 1),
    ] {
        let page = admin.get(&format!("/admin/audit?{query}")).await;
        assert_eq!(page.must(200).matches("<tr id=\"e-").count(), rows, "{query}");
    }
    for wrong in ["from=soon", "who=nobody@example.org", "kind=poem", "color=red", "before=x"] {
        admin.get(&format!("/admin/audit?{wrong}")).await.must(400);
    }
    // Page by page, and as a file: the same entries.
    let (mut seen, mut path) =
        (Vec::new(), "/admin/audit?action=created&kind=provision".to_owned());
    for _ in 0..40 {
        let page = admin.get(&path).await;
        let rows = page.must(200).split("<tr id=\"e-").skip(1);
        seen.extend(rows.map(|row| row.split('"').next().unwrap().parse::<i64>().unwrap()));
        match page.must(200).split_once("rel=\"next\" href=\"") {
            Some((_, next)) => path = next.split('"').next().unwrap().replace("&#38;", "&"),
            None => break,
        }
    }
    assert!(seen.len() > 100 && seen.is_sorted_by(|one, other| one > other), "{}", seen.len());
    let file = admin.get("/admin/audit/export.jsonl?action=created&kind=provision").await;
    let lines: Vec<Value> =
        file.must(200).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let exported: Vec<i64> = lines.iter().map(|line| line["seq"].as_i64().unwrap()).collect();
    assert_eq!(exported, seen);
    let csv = admin.get(&format!("/admin/audit/export.csv?{query}")).await;
    assert_eq!(csv.must(200).lines().count(), 2);
    admin.get("/admin/audit/export.pdf").await.must(404);
    admin.get("/admin/audit/export.csv?color=red").await.must(400);
    let api = client.get(&format!("/api/v1/audit?kind=event&from={today}&to={today}")).await;
    assert_eq!(api.must(200)["items"].as_array().unwrap().len(), 1);
    client.get("/api/v1/audit?from=soon").await.problem(400);

    // The check says that all is well, and then that it is not.
    let check = async || {
        let page = admin.get("/admin/audit").await;
        press(&admin, &page, "/admin/audit/check").await.must_lead_to("/admin/audit#integrity");
        for _ in 0..200 {
            if !app.app.checking.is_running() {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        admin.get("/admin/audit").await
    };
    assert!(admin.get("/admin/health").await.must(200).contains("No check was asked for"));
    let right = check().await;
    assert!(right.must(200).contains("All was as it was written on"), "{}", right.must(200));
    app.tamper("UPDATE actors SET name = 'Somebody else' WHERE name = 'Asian Forum'");
    let wrong = check().await;
    assert!(wrong.must(200).contains("is not as its last revision has it"));
    let health = admin.get("/admin/health").await;
    let body = health.must(200);
    assert!(body.contains("is not as its last revision has it") && body.contains("up to date"));
    let kind = if app.on_postgres() { "PostgreSQL" } else { "SQLite" };
    assert!(body.contains(kind) && body.contains("nothing waits"));
}

#[actix_web::test]
async fn terms_are_labelled_in_every_language_added_and_deprecated() {
    let app = TestApp::new();
    let (admin, client) = Browser::of(&app, Role::Admin).await;
    let author = app.user(Role::Monitor).await;
    let statement = author.post("/api/v1/statements", press_statement()).await.must(201);
    author.post("/api/v1/events", dissolution(statement["ref"].as_str().unwrap())).await.must(201);
    let path = "/admin/vocabularies/event_type/terms/dissolution";
    let api = "/api/v1/vocabularies/event_type/dissolution";
    let form = admin.get(path).await;
    assert!(form.must(200).contains("One event that you see uses it"));
    let pairs = |body: &str, labels: &[(&str, &str)], more: &[(&str, &str)]| {
        let value =
            |name: &str| between(body, &format!("name=\"{name}\" value=\""), "\"").to_owned();
        let mut all = vec![
            ("~csrf".to_owned(), value("~csrf")),
            ("~version".to_owned(), value("~version")),
            ("label".to_owned(), "Dissolution".to_owned()),
            ("definition".to_owned(), "An organisation is dissolved.".to_owned()),
            ("parent".to_owned(), "association".to_owned()),
        ];
        for (tag, label) in labels {
            all.push(("tag".to_owned(), (*tag).to_owned()));
            all.push(("in".to_owned(), (*label).to_owned()));
        }
        all.extend(more.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        all
    };
    // What is wrong is said, and nothing is lost.
    for (labels, wrong) in [
        ([("fr", "Dissolution"), ("fr", "Encore")], "two labels in"),
        ([("", "Somewhere"), ("km", "")], "in which language"),
        ([("not a tag", "Kept"), ("km", "")], "not a tag"),
    ] {
        let refused = admin.post(path, &pairs(form.must(200), &labels, &[])).await;
        let body = refused.must(422);
        assert!(body.contains(wrong) && body.contains(labels[0].1), "{body}");
    }
    let labels = [("fr", "Dissolution"), ("km", "ការរំលាយ"), ("ar", "حلّ"), ("my", "ဖျက်သိမ်းခြင်း")];
    let sent = pairs(form.must(200), &labels, &[("right", "association")]);
    let saved = admin.post(path, &sent).await;
    saved.must_lead_to("/admin/vocabularies/event_type#t-dissolution");
    let term = client.get(api).await.must(200);
    assert_eq!(term["labels"]["my"], "ဖျက်သိမ်းခြင်း");
    assert_eq!(term["labels"].as_object().unwrap().len(), 4);
    let list = admin.get("/admin/vocabularies/event_type").await;
    assert!(list.must(200).contains("<span lang=\"km\" dir=\"auto\">ការរំលាយ</span>"));
    // The pages say it from then on.
    let choice = [("language".to_owned(), "ar".to_owned()), ("to".to_owned(), "/".to_owned())];
    let (reader, _) = Browser::of(&app, Role::Reviewer).await;
    reader.post("/language", &choice).await.must(303);
    assert!(reader.get("/events/KHM-2017-0001-E1").await.must(200).contains("حلّ"));
    // Somebody else was faster: both are shown.
    let stale = admin.post(path, &sent).await;
    assert!(stale.must(412).contains("Somebody else changed this record meanwhile"));
    // A label that is emptied is taken away; a term that is deprecated is offered no more.
    let form = admin.get(path).await;
    let sent = pairs(form.must(200), &labels[..1], &[("deprecated", "yes")]);
    admin.post(path, &sent).await.must(303);
    let term = client.get(api).await.must(200);
    assert_eq!(term["labels"], json!({"fr": "Dissolution"}));
    assert_eq!(term["deprecated"], true);
    assert!(!reader.get("/events/new").await.must(200).contains("value=\"dissolution\""));
    let form = admin.get(path).await;
    admin.post(path, &pairs(form.must(200), &labels[..1], &[])).await.must(303);
    assert_eq!(client.get(api).await.must(200)["deprecated"], false);

    // New terms, where the program does not know every code.
    let new = "/admin/vocabularies/event_type/new";
    let form = admin.get(new).await;
    let typed =
        [("code", "Bad code"), ("label", "Forced closure"), ("definition", "It is closed.")];
    let refused = admin.send_form(&form, "<form class=\"record\"", &typed).await;
    assert!(
        refused.must(422).contains("must be letters")
            && refused.must(422).contains("Forced closure")
    );
    assert!(refused.must(422).contains("needs the family"));
    let typed = [("code", "forced_closure"), ("parent", "association")];
    admin
        .send_form(&refused, "<form class=\"record\"", &typed)
        .await
        .must_lead_to("/admin/vocabularies/event_type#t-forced_closure");
    assert!(reader.get("/events/new").await.must(200).contains("value=\"forced_closure\""));
    let again = admin.send_form(&refused, "<form class=\"record\"", &typed).await;
    assert!(again.must(422).contains("exists already"));
    admin.get("/admin/vocabularies/status/new").await.must(404);
    admin.get("/admin/vocabularies/poems").await.must(404);
    let log = admin.get("/admin/audit?kind=term&record=event_type/forced_closure").await;
    assert!(log.must(200).contains("/admin/vocabularies/event_type/terms/forced_closure"));
}
