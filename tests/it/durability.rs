//! An acknowledged write survives; what was not acknowledged is whole or not there.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{self, TestApp};

struct Server {
    child: Child,
    url: String,
}

impl Server {
    fn start(dir: &std::path::Path, database: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_saksi"))
            .args([
                "demo",
                "--json",
                "--listen",
                "127.0.0.1:0",
                "--log-level",
                "error",
                "--database",
                database,
                "--data-dir",
            ])
            .arg(dir)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let said: Value = serde_json::from_str(&line).unwrap();
        Self { child, url: said["url"].as_str().unwrap().to_owned() }
    }

    fn token(&self, dir: &std::path::Path) -> String {
        let login: Value =
            serde_json::from_slice(&std::fs::read(dir.join("demo-login.json")).unwrap()).unwrap();
        let mut reply =
            ureq::post(format!("{}/api/v1/auth/login", self.url)).send_json(&login).unwrap();
        let tokens: Value = reply.body_mut().read_json().unwrap();
        tokens["access_token"].as_str().unwrap().to_owned()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn no_acknowledged_write_is_lost_when_the_server_is_killed() {
    let dir = tempfile::tempdir().unwrap();
    // Made by the harness, so that it is on either database and removed afterwards.
    let app = harness::block_on(async { TestApp::new() });
    let database = match &app.url {
        saksi::config::DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
        saksi::config::DatabaseUrl::Postgres(url) => url.clone(),
    };
    let mut server = Server::start(dir.path(), &database);
    let token = server.token(dir.path());
    let acknowledged: Mutex<Vec<String>> = Mutex::default();
    std::thread::scope(|scope| {
        for writer in 0..16 {
            let (url, token, acknowledged) = (server.url.clone(), token.clone(), &acknowledged);
            scope.spawn(move || {
                let agent: ureq::Agent =
                    ureq::Agent::config_builder().timeout_global(Some(Duration::from_secs(20))).build().into();
                for at in 0..10_000 {
                    let body = json!({"title": format!("{writer}-{at}"), "country": "KHM", "events": [
                        {"type": "arrest", "title": "E", "date": "2020-01-01"}]});
                    let sent = agent
                        .post(format!("{url}/api/v1/incidents"))
                        .header("authorization", format!("Bearer {token}"))
                        .send_json(&body);
                    // The server is gone.
                    let Ok(mut reply) = sent else { return };
                    let Ok(record) = reply.body_mut().read_json::<Value>() else { return };
                    acknowledged.lock().unwrap().push(record["ref"].as_str().unwrap().to_owned());
                }
            });
        }
        // Killed in the middle of it: when some have been acknowledged, and all are still writing.
        while acknowledged.lock().unwrap().len() < 60 {
            std::thread::yield_now();
        }
        server.child.kill().unwrap();
    });
    drop(server);

    let server = Server::start(dir.path(), &database);
    let token = server.token(dir.path());
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() >= 60);
    for name in &acknowledged {
        let mut reply = ureq::get(format!("{}/api/v1/incidents/{name}", server.url))
            .header("authorization", format!("Bearer {token}"))
            .call()
            .unwrap_or_else(|error| panic!("{name} is lost: {error}"));
        let incident: Value = reply.body_mut().read_json().unwrap();
        assert_eq!(incident["events"].as_array().map(Vec::len), Some(1), "{name} is half written");
    }
    drop(server);
    let verified = Command::new(env!("CARGO_BIN_EXE_saksi"))
        .args(["verify", "--log-level", "error", "--database", &database, "--data-dir"])
        .arg(dir.path())
        .output()
        .unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stdout));
}

#[actix_web::test]
async fn of_writers_on_one_record_none_is_lost() {
    use actix_web::http::Method;
    let app = TestApp::new();
    let monitor = app.user(saksi::domain::Role::Monitor).await;
    let incident =
        monitor.post("/api/v1/incidents", json!({"title": "0", "country": "KHM"})).await.must(201);
    let path = format!("/api/v1/incidents/{}", incident["ref"].as_str().unwrap());
    let writers = (0..16).map(|writer| {
        let (monitor, path) = (monitor.clone(), path.clone());
        async move {
            // Each adds a tag to what it has read, until nobody else was faster.
            loop {
                let read = monitor.get(&path).await;
                let mut tags: Vec<Value> = read.json()["tags"].as_array().unwrap().clone();
                tags.push(json!(format!("writer-{writer:02}")));
                let etag = read.header("etag").to_owned();
                let sent = monitor
                    .send(Method::PATCH, &path, Some(json!({"tags": tags})), &[("if-match", &etag)])
                    .await;
                match sent.status.as_u16() {
                    200 => return,
                    412 => {}
                    other => panic!("{other}: {}", sent.body),
                }
            }
        }
    });
    futures_util::future::join_all(writers).await;
    let incident = monitor.get(&path).await.json();
    assert_eq!(incident["tags"].as_array().map(Vec::len), Some(16));
    assert_eq!(incident["version"], 17);
}
