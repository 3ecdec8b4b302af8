//! Coming in and going out.

use actix_web::http::Method;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::{Client, PASSWORD, TestApp};

async fn address(client: &Client<'_>) -> String {
    client.get("/api/v1/auth/me").await.must(200)["email"].as_str().unwrap().to_owned()
}

#[actix_web::test]
async fn a_login_lasts_until_its_refresh_token_is_used_twice_or_it_is_ended() {
    let app = TestApp::new();
    let email = address(&app.user(Role::Viewer).await).await;
    let stranger = app.stranger();
    let login = json!({"email": email.to_uppercase(), "password": PASSWORD});
    let tokens = stranger.post("/api/v1/auth/login", login).await.must(200);
    assert_eq!((&tokens["token_type"], &tokens["expires_in"]), (&json!("Bearer"), &json!(600)));
    let with = |tokens: &Value| Client {
        token: tokens["access_token"].as_str().map(str::to_owned),
        ..stranger.clone()
    };
    with(&tokens).get("/api/v1/auth/me").await.must(200);

    let first = json!({"refresh_token": tokens["refresh_token"]});
    let second = stranger.post("/api/v1/auth/refresh", first.clone()).await.must(200);
    with(&second).get("/api/v1/auth/me").await.must(200);
    assert!(
        stranger.post("/api/v1/auth/refresh", first).await.problem(401).contains("was used before")
    );
    // The whole family is ended.
    with(&second).get("/api/v1/auth/me").await.problem(401);
    stranger
        .post("/api/v1/auth/refresh", json!({"refresh_token": second["refresh_token"]}))
        .await
        .problem(401);

    let tokens = stranger
        .post("/api/v1/auth/login", json!({"email": email, "password": PASSWORD}))
        .await
        .must(200);
    with(&tokens).post("/api/v1/auth/logout", json!({})).await.must(204);
    with(&tokens).get("/api/v1/auth/me").await.problem(401);
    stranger
        .post("/api/v1/auth/refresh", json!({"refresh_token": tokens["refresh_token"]}))
        .await
        .problem(401);
}

#[actix_web::test]
async fn a_wrong_password_and_an_unknown_account_answer_alike_and_a_flood_is_stopped() {
    let app = TestApp::new();
    let email = address(&app.user(Role::Viewer).await).await;
    let stranger = app.stranger();
    let try_with = async |email: &str, password: &str| {
        stranger.post("/api/v1/auth/login", json!({"email": email, "password": password})).await
    };
    let (wrong, unknown) =
        (try_with(&email, "wrong").await, try_with("nobody@example.org", "wrong").await);
    assert_eq!((wrong.status, wrong.plain()), (unknown.status, unknown.plain()));
    let mut stopped = 0;
    for at in 0..30 {
        let reply = try_with(&email, &format!("guess number {at}")).await;
        assert_ne!(reply.status.as_u16(), 200);
        if reply.status.as_u16() == 429 {
            stopped += 1;
            assert!(
                reply.header("retry-after").parse::<u32>().unwrap() <= 2,
                "the owner waits no longer"
            );
        }
    }
    assert!(stopped > 5, "{stopped} of 30 were stopped");
}

#[actix_web::test]
async fn a_token_that_is_forged_or_cut_lets_nobody_in() {
    let app = TestApp::new();
    let viewer = app.user(Role::Viewer).await;
    let token = viewer.token.clone().unwrap();
    let parts: Vec<&str> = token.split('.').collect();
    use base64::Engine;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD as B64;
    let claims = String::from_utf8(B64.decode(parts[1]).unwrap()).unwrap();
    let header = |text: &str| B64.encode(text);
    let header_of = String::from_utf8(B64.decode(parts[0]).unwrap()).unwrap();
    let admin = B64.encode(claims.replace("saksi-api", "another"));
    for forged in [
        String::new(),
        "x".to_owned(),
        token[..token.len() - 4].to_owned(),
        format!("{}.{}.", header(r#"{"alg":"none"}"#), parts[1]),
        format!("{}.{}.{}", header(&header_of.replace("HS256", "RS256")), parts[1], parts[2]),
        format!("{}.{}.{}", header(r#"{"alg":"HS256","kid":"other"}"#), parts[1], parts[2]),
        format!("{}.{admin}.{}", parts[0], parts[2]),
        "saksi_0000000000000000000000000000000000000000000".to_owned(),
    ] {
        let client = Client { token: Some(forged.clone()), ..viewer.clone() };
        client.get("/api/v1/auth/me").await.problem(401);
    }
    // One that was valid until a moment ago.
    let past = app.now().plus(chrono::TimeDelta::minutes(-11));
    let session = saksi::domain::Id::at(past);
    let old = app.app.keys.sign(viewer.id, session, past).unwrap();
    Client { token: Some(old), ..viewer.clone() }.get("/api/v1/auth/me").await.problem(401);
}

#[actix_web::test]
async fn an_api_token_may_what_its_scopes_and_its_owner_may() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let made = monitor
        .post("/api/v1/tokens", json!({"name": "nightly", "scopes": ["read"]}))
        .await
        .must(201);
    let script = Client { token: made["token"].as_str().map(str::to_owned), ..monitor.clone() };
    script.get("/api/v1/events").await.must(200);
    let incident = json!({"title": "A file", "country": "KHM"});
    assert!(
        script.post("/api/v1/incidents", incident).await.problem(403).contains("scope 'write'")
    );
    script.post("/api/v1/tokens", json!({"name": "more", "scopes": ["write"]})).await.problem(403);
    let list = monitor.get("/api/v1/tokens").await.must(200);
    assert_eq!(list["items"][0]["name"], "nightly");
    assert!(list["items"][0].get("token").is_none(), "the secret is shown once");
    let path = format!("/api/v1/tokens/{}", made["id"].as_str().unwrap());
    app.user(Role::Admin).await.send(Method::DELETE, &path, None, &[]).await.problem(404);
    monitor.send(Method::DELETE, &path, None, &[]).await.must(204);
    script.get("/api/v1/events").await.problem(401);
    let past = json!({"name": "late", "scopes": ["read"], "expires_at": "2001-01-01T00:00:00Z"});
    monitor.post("/api/v1/tokens", past).await.problem(422);
}

#[actix_web::test]
async fn an_account_that_is_closed_is_out_at_once_and_one_administrator_is_left() {
    let app = TestApp::new();
    let (admin, monitor) = (app.user(Role::Admin).await, app.user(Role::Monitor).await);
    let path = |client: &Client<'_>| format!("/api/v1/users/{}", client.id);
    admin.patch(&path(&monitor), json!({"active": false})).await.must(200);
    monitor.get("/api/v1/auth/me").await.problem(401);
    assert!(
        admin
            .patch(&path(&admin), json!({"role": "viewer"}))
            .await
            .problem(409)
            .contains("last active administrator")
    );
    admin.delete(&path(&admin)).await.problem(409);
    monitor.get("/api/v1/users").await.problem(401);
    app.user(Role::Reviewer).await.get("/api/v1/users").await.problem(403);
    let short = json!({"email": "a@b.c", "name": "A", "role": "viewer", "password": "short"});
    assert!(admin.post("/api/v1/users", short).await.problem(422).contains("at least 12"));
}
