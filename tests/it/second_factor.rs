//! The second factor: turned on, asked for, used once, lost, taken away.

use std::fmt::Write;

use saksi::casework::totp;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::browser::{Browser, Page};
use crate::harness::{Client, PASSWORD, TestApp};

async fn address(client: &Client<'_>) -> String {
    client.get("/api/v1/auth/me").await.must(200)["email"].as_str().unwrap().to_owned()
}

/// What stands between two texts.
#[track_caller]
fn between<'b>(body: &'b str, before: &str, after: &str) -> &'b str {
    let rest = body.split_once(before).unwrap_or_else(|| panic!("no {before} in {body}")).1;
    rest.split_once(after).unwrap().0
}

fn unbase32(text: &str) -> Vec<u8> {
    let mut bits = String::new();
    for letter in text.bytes().filter(|it| *it != b' ') {
        let value =
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".iter().position(|it| *it == letter).unwrap();
        write!(bits, "{value:05b}").unwrap();
    }
    let bytes = bits.as_bytes().chunks_exact(8);
    bytes.map(|it| u8::from_str_radix(std::str::from_utf8(it).unwrap(), 2).unwrap()).collect()
}

/// The app on somebody's phone.
struct Phone<'a> {
    app: &'a TestApp,
    secret: Vec<u8>,
}

impl Phone<'_> {
    fn code(&self) -> String {
        totp::code_at(&self.secret, self.app.now().seconds())
    }

    /// A code that is wrong now, before and after.
    fn wrong_code(&self) -> String {
        let now = self.app.now().seconds();
        let near: Vec<u32> = (0..7)
            .map(|step| totp::code_at(&self.secret, now + step * 30 - 90).parse().unwrap())
            .collect();
        format!("{:06}", (0..1_000_000).find(|code| !near.contains(code)).unwrap())
    }

    /// The code of this half minute may be used again, as if half a minute had passed.
    fn wait(&self) {
        self.app.tamper("UPDATE second_factors SET last_step = 0");
    }
}

/// Turns it on: the phone and the recovery codes.
async fn turned_on<'a>(app: &'a TestApp, browser: &Browser<'a>) -> (Phone<'a>, Vec<String>) {
    let setup = browser.get("/account/second-factor").await;
    let body = setup.must(200);
    assert!(body.contains("<svg class=\"qr\""));
    let phone = Phone { app, secret: unbase32(between(body, "tabindex=\"0\">", "</code>")) };
    assert_eq!(phone.secret.len(), 20);
    let form = "<form method=\"post\" action=\"/account/second-factor\"";
    // The password and the code, both.
    for (current, code, wrong) in [
        ("wrong", phone.code(), "is not your password"),
        (PASSWORD, phone.wrong_code(), "is not the code that the app shows now"),
    ] {
        let fields = [("~current", current), ("~code", code.as_str())];
        let refused = browser.send_form(&setup, form, &fields).await;
        assert!(refused.must(422).contains(wrong), "{wrong}");
        // The picture stays the same: the app was set up with it.
        let secret = between(refused.must(422), "tabindex=\"0\">", "</code>");
        assert_eq!(unbase32(secret), phone.secret);
    }
    let code = phone.code();
    let fields = [("~current", PASSWORD), ("~code", code.as_str())];
    let done = browser.send_form(&setup, form, &fields).await;
    let list = between(done.must(200), "<ol class=\"codes\" dir=\"ltr\">", "</ol>");
    let codes: Vec<String> =
        list.split("<code>").skip(1).map(|it| it.split('<').next().unwrap().to_owned()).collect();
    assert_eq!(codes.len(), 10);
    (phone, codes)
}

async fn second_step(browser: &Browser<'_>, email: &str) -> Page {
    let asked = browser.log_in(email, PASSWORD).await;
    assert!(asked.must(401).contains("type the code that your app shows"));
    asked
}

#[actix_web::test]
async fn a_code_is_asked_for_and_each_lets_in_once() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = address(&client).await;
    let (phone, codes) = turned_on(&app, &browser).await;
    assert!(browser.get("/account").await.must(200).contains("10 recovery codes are left"));
    assert!(
        !browser.get("/account/second-factor").await.must(200).contains(&codes[0]),
        "shown once"
    );

    let new = Browser::new(&app);
    // The code that turned it on was used by that.
    let asked = second_step(&new, &email).await;
    let used = new.send(&asked, &[("~code", phone.code().as_str())]).await;
    assert!(used.must(401).contains("was used before"));
    phone.wait();
    let code = phone.code();
    new.send(&used, &[("~code", code.as_str())]).await.must_lead_to("/");
    new.get("/account").await.must(200);
    // Again, as somebody does who looked over a shoulder.
    let other = Browser::new(&app);
    let asked = second_step(&other, &email).await;
    other.send(&asked, &[("~code", code.as_str())]).await.must(401);
    other.get("/account").await.must(303);
    // A recovery code, as it was written down; once.
    let typed = codes[3].to_lowercase().replace('-', " ");
    other.send(&asked, &[("~code", typed.as_str())]).await.must_lead_to("/");
    assert!(other.get("/account").await.must(200).contains("9 recovery codes are left"));
    let third = Browser::new(&app);
    let asked = second_step(&third, &email).await;
    third.send(&asked, &[("~code", codes[3].as_str())]).await.must(401);
    // Without the password nobody learns that a code is asked for.
    let wrong = third.log_in(&email, "not the password").await;
    assert!(wrong.must(401).contains("the e-mail address or the password is wrong"));
    assert!(!wrong.must(401).contains("~code"));
    // Nor is a proof of the password made up, or that of another password.
    let forged = [("~given", "AAAA"), ("~code", codes[4].as_str())];
    assert!(third.send(&asked, &forged).await.must(401).contains("too long ago"));
    let hash = saksi::casework::password::hash("another lamp and words").unwrap();
    app.tamper(&format!("UPDATE users SET password_hash = '{hash}'"));
    let late = third.send(&asked, &[("~code", codes[4].as_str())]).await;
    assert!(late.must(401).contains("too long ago"));
}

#[actix_web::test]
async fn the_api_asks_for_it_too() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = address(&client).await;
    let stranger = app.stranger();
    let log_in = async |password: &str, totp: Option<String>| {
        let login = json!({"email": email, "password": password, "totp": totp});
        stranger.post("/api/v1/auth/login", login).await
    };
    log_in(PASSWORD, Some("000000".to_owned())).await.must(200);
    let (phone, codes) = turned_on(&app, &browser).await;
    phone.wait();
    let needed = log_in(PASSWORD, None).await;
    assert_eq!(needed.must(401)["type"], "/problems/second-factor-needed");
    assert!(needed.problem(401).contains("'totp'"));
    assert!(!needed.body.contains("given"));
    let wrong = log_in("wrong", Some(phone.code())).await;
    assert_eq!(wrong.must(401)["type"], "/problems/unauthenticated");
    let code = phone.code();
    let in_ = log_in(PASSWORD, Some(code.clone())).await.must(200);
    assert_eq!(in_["token_type"], "Bearer");
    let again = log_in(PASSWORD, Some(code)).await;
    assert_eq!(again.must(401)["type"], "/problems/second-factor-needed");
    log_in(PASSWORD, Some(codes[0].clone())).await.must(200);
    log_in(PASSWORD, Some(codes[0].clone())).await.must(401);
    // The audit log tells, without codes.
    let admin = app.user(Role::Admin).await;
    let log = admin.get(&format!("/api/v1/audit?user={}", client.id)).await.must(200);
    let actions: Vec<&Value> =
        log["items"].as_array().unwrap().iter().map(|it| &it["action"]).collect();
    for action in ["second_factor_on", "second_factor_asked", "second_factor_refused"] {
        assert!(actions.contains(&&json!(action)), "{actions:?}");
    }
    assert!(log.to_string().contains("\"second_factor\":\"recovery_code\""));
    assert!(!log.to_string().contains(&codes[0]));
}

#[actix_web::test]
async fn who_guesses_codes_waits_however_they_come_and_the_owner_gets_in() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = address(&client).await;
    let (phone, codes) = turned_on(&app, &browser).await;
    let stranger = app.stranger();
    let mut slowed = false;
    for _ in 0..10 {
        let login = json!({"email": email, "password": PASSWORD, "totp": phone.wrong_code()});
        slowed |= stranger.post("/api/v1/auth/login", login).await.status.as_u16() == 429;
    }
    assert!(!slowed, "ten are looked at");
    // From another address, or after the throttle of logins has forgotten: it is the account that waits.
    phone.wait();
    let form = browser.get("/account/second-factor").await;
    let begins = "<form method=\"post\" action=\"/account/second-factor/off\"";
    let code = phone.code();
    let fields = [("~current", PASSWORD), ("~code", code.as_str())];
    let waits = browser.send_form(&form, begins, &fields).await;
    assert!(waits.must(429).contains("too many attempts"));
    // A recovery code is too long to be guessed.
    let fields = [("~current", PASSWORD), ("~code", codes[0].as_str())];
    let begins = "<form method=\"post\" action=\"/account/second-factor/codes\"";
    let renewed = browser.send_form(&form, begins, &fields).await;
    assert!(renewed.must(200).contains("<ol class=\"codes\""));
    assert!(!renewed.must(200).contains(&codes[1]), "they are new");
    let kept = app
        .app
        .office
        .database
        .read(move |db| saksi::store::second_factors::codes_left(db, client.id));
    assert_eq!(kept.await.unwrap(), 10);
}

#[actix_web::test]
async fn a_lost_session_with_a_second_factor_loses_nothing_that_was_typed() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Monitor).await;
    let email = address(&client).await;
    let (phone, _) = turned_on(&app, &browser).await;
    phone.wait();
    let form = browser.get("/statements/new").await;
    browser.lose_session();
    let text = "They said \"<b>stop</b>\".\n\nAnd & so on.";
    let typed = [("title", "Kept"), ("kind", "report"), ("body", text)];
    let asked = browser.send_form(&form, "<form class=\"record\"", &typed).await;
    assert!(asked.must(401).contains("Log in and save"));
    let keys = [("~email", email.as_str()), ("~password", PASSWORD)];
    let second = browser.send(&asked, &keys).await;
    assert!(second.must(401).contains("name=\"~code\"") && second.must(401).contains("Kept"));
    assert!(!second.must(401).contains(PASSWORD), "the password is not written into the page");
    let wrong = phone.wrong_code();
    let again = browser.send(&second, &[("~code", wrong.as_str())]).await;
    assert!(again.must(401).contains("is not right") && again.must(401).contains("Kept"));
    let code = phone.code();
    let saved = browser.send(&again, &[("~code", code.as_str())]).await;
    let place = saved.leads_to().to_owned();
    let kept = client.get(&format!("/api/v1{place}")).await.must(200);
    assert_eq!((&kept["title"], &kept["body"]), (&json!("Kept"), &json!(text)));
    browser.get(&place).await.must(200);
}

#[actix_web::test]
async fn it_is_turned_off_with_the_password_and_a_code() {
    let app = TestApp::new();
    let (browser, client) = Browser::of(&app, Role::Viewer).await;
    let email = address(&client).await;
    let (phone, _) = turned_on(&app, &browser).await;
    phone.wait();
    let page = browser.get("/account/second-factor").await;
    let off = "<form method=\"post\" action=\"/account/second-factor/off\"";
    let (code, wrong) = (phone.code(), phone.wrong_code());
    for (current, code, status) in
        [("wrong", &code, 422), (PASSWORD, &wrong, 422), (PASSWORD, &code, 303)]
    {
        let fields = [("~current", current), ("~code", code.as_str())];
        browser.send_form(&page, off, &fields).await.must(status);
    }
    let fields = [("~current", PASSWORD), ("~code", code.as_str())];
    browser.send_form(&page, off, &fields).await.must(409);
    Browser::new(&app).log_in(&email, PASSWORD).await.must_lead_to("/");
    // The secret is kept sealed: the table holds nothing that an app shows.
    turned_on(&app, &browser).await;
    let kept =
        app.app.office.database.read(move |db| saksi::store::second_factors::of(db, client.id));
    let kept = kept.await.unwrap().unwrap();
    assert_eq!(kept.secret.len(), 12 + 20 + 16);
}

#[actix_web::test]
async fn a_role_that_needs_one_gets_no_further_without() {
    let app = TestApp::with(|config| config.second_factor_for = vec![Role::Reviewer]);
    let (monitor, _) = Browser::of(&app, Role::Monitor).await;
    monitor.get("/incidents").await.must(200);
    let (browser, client) = Browser::of(&app, Role::Reviewer).await;
    browser.get("/incidents").await.must_lead_to("/account/second-factor");
    let refused = client.get("/api/v1/incidents").await;
    assert_eq!(refused.must(403)["type"], "/problems/second-factor-missing");
    client.get("/api/v1/auth/sessions").await.must(200);
    // What was typed before the setting was there is kept.
    let account = browser.get("/account/second-factor").await;
    let csrf = between(account.must(200), "name=\"~csrf\" value=\"", "\"").to_owned();
    let typed =
        [("~csrf", csrf.as_str()), ("title", "Kept <b>"), ("kind", "report"), ("body", "A text.")];
    let typed = typed.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let kept = browser.post("/statements/new", &typed).await;
    assert!(kept.must(403).contains("Kept &#60;b&#62;"), "{}", kept.must(403));
    turned_on(&app, &browser).await;
    let saved = browser.send(&kept, &[]).await;
    assert!(saved.leads_to().starts_with("/statements/"));
    client.get("/api/v1/incidents").await.must(200);
    let page = browser.get("/account/second-factor").await;
    assert!(!page.must(200).contains("/account/second-factor/off"));
    let off = [("~csrf".to_owned(), csrf)];
    browser.post("/account/second-factor/off", &off).await.must(403);
}
