//! A full disk, a locked database, one that went away, and what must not be in the log.

use std::process::{Command, Stdio};
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, SqliteConnection};
use saksi::casework::create_record::create;
use saksi::casework::records::Record;
use saksi::casework::records::incident::Incident;
use saksi::config::DatabaseUrl;
use saksi::domain::{Caller, Id, Role};
use saksi::error::Error;
use saksi::store::{Database, Db};
use serde_json::{Value, json};

use crate::harness::{TestApp, dissolution, press_statement};

#[actix_web::test]
async fn a_full_disk_is_said_and_nothing_is_half_written() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    monitor.post("/api/v1/statements", press_statement()).await.must(201);
    let event = dissolution("S-2017-00001");
    // SQLite may not grow any more; PostgreSQL says at the last of the rows what it says then.
    let fill = move |db: &mut Db| {
        match db {
        Db::Sqlite(db) => Ok(db.batch_execute("PRAGMA max_page_count = 1")?),
        Db::Postgres(db) => Ok(db.batch_execute(
            "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             RAISE EXCEPTION 'could not extend file \"base/1/2\": No space left on device' USING ERRCODE = '53100'; END $$; \
             CREATE TRIGGER full_disk BEFORE INSERT ON audit_entries EXECUTE FUNCTION full_disk()",
        )?),
    }
    };
    app.app.office.database.write(fill).await.unwrap();
    let mut refused = None;
    for _ in 0..500 {
        let reply = monitor.post("/api/v1/events", event.clone()).await;
        if reply.status.as_u16() != 201 {
            refused = Some(reply);
            break;
        }
    }
    let refused = refused.expect("the disk is full in the end");
    assert!(refused.problem(429).contains("no room left"));
    assert_eq!(refused.json()["type"], "/problems/storage-full");
    let free = move |db: &mut Db| match db {
        Db::Sqlite(db) => Ok(db.batch_execute("PRAGMA max_page_count = 1000000")?),
        Db::Postgres(db) => Ok(db.batch_execute("DROP TRIGGER full_disk ON audit_entries")?),
    };
    app.app.office.database.write(free).await.unwrap();
    let before =
        monitor.get("/api/v1/incidents?count=true&limit=1").await.must(200)["total"].clone();
    let events = monitor.get("/api/v1/events?count=true&limit=1").await.must(200)["total"].clone();
    assert_eq!(before, events, "an incident without its event");
    monitor.post("/api/v1/events", event).await.must(201);
    let database = app.app.office.database.clone();
    let wrong = actix_web::web::block(move || database.snapshot(saksi::casework::verify::verify));
    assert_eq!(wrong.await.unwrap().unwrap(), Vec::<String>::new());
}

/// A server of its own, whose files may not grow beyond a size: to it, that is a full disk.
struct Cramped {
    server: std::process::Child,
    url: String,
    agent: ureq::Agent,
    token: String,
}

impl Cramped {
    /// `blocks`: of 512 bytes, or 1,024 where the shell counts so.
    fn start(app: &TestApp, token: &str, blocks: u32) -> Self {
        let database = match &app.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
            DatabaseUrl::Postgres(url) => url.clone(),
        };
        let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        // Without the signal that would end it, a write that goes too far is an error.
        let limited = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" \"$@\"");
        let server = Command::new("sh")
            .args(["-c", &limited, env!("CARGO_BIN_EXE_saksi"), "serve", "--log-level", "error"])
            .args(["--listen", &free.to_string(), "--database", &database, "--data-dir"])
            .arg(&app.app.config.data_dir)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let config = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_mins(1)));
        let (url, token) = (format!("http://{free}"), format!("Bearer {token}"));
        let mut it = Self { server, url, agent: config.build().into(), token };
        while it.agent.get(format!("{}/health/ready", it.url)).call().is_err() {
            assert_eq!(it.server.try_wait().unwrap(), None, "it does not start");
            std::thread::sleep(Duration::from_millis(50));
        }
        it
    }

    /// Status and body of a file that is asked for.
    fn export(&self, file: &str) -> (u16, Vec<u8>) {
        let asked = self.agent.get(format!("{}/api/v1/exports/{file}", self.url));
        let mut reply = asked.header("authorization", &self.token).call().unwrap();
        (
            reply.status().as_u16(),
            reply.body_mut().with_config().limit(1 << 30).read_to_vec().unwrap(),
        )
    }
}

impl Drop for Cramped {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

#[actix_web::test]
async fn a_disk_that_is_full_while_a_workbook_is_made_is_said() {
    const STATEMENTS: usize = 120;
    let app = TestApp::new();
    let reviewer = app.user(Role::Reviewer).await;
    for at in 0..STATEMENTS {
        let mut statement = press_statement();
        statement["body"] = json!(format!("{at} {}", "The party was dissolved. ".repeat(1_250)));
        reviewer.post("/api/v1/statements", statement).await.must(201);
    }
    if !app.on_postgres() {
        // Its log begins anew, below the limit.
        app.tamper("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    let dir = &app.app.config.data_dir;
    let cramped = Cramped::start(&app, reviewer.token.as_deref().unwrap(), 2_048);
    let before = std::fs::read_dir(dir).unwrap().count();
    for _ in 0..2 {
        let (status, body) = cramped.export("statements.xlsx");
        let said: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!((status, &said["type"]), (429, &json!("/problems/storage-full")), "{said}");
        assert!(said["detail"].as_str().unwrap().contains("no room left"), "{said}");
    }
    assert_eq!(std::fs::read_dir(dir).unwrap().count(), before, "something is left of it");
    // What needs no room, or little, is made all the same.
    let (status, csv) = cramped.export("statements.csv");
    let rows = csv::Reader::from_reader(csv.as_slice()).records().count();
    assert_eq!((status, rows), (200, STATEMENTS));
    let (status, small) = cramped.export("actors.xlsx");
    assert_eq!((status, &small[..4]), (200, b"PK\x03\x04".as_slice()));
}

#[actix_web::test]
async fn a_locked_database_is_waited_for_and_then_said() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let new = json!({"title": "A file", "country": "KHM"});
    let (locked, unlock) = (std::sync::mpsc::channel(), std::sync::mpsc::channel::<()>());
    let url = app.url.clone();
    let holder = std::thread::spawn(move || {
        let hold = |db: &mut dyn FnMut(&str)| {
            db("BEGIN");
            locked.0.send(()).unwrap();
            unlock.1.recv().unwrap();
            db("COMMIT");
        };
        match url {
            DatabaseUrl::Sqlite(path) => {
                let mut db = SqliteConnection::establish(&path).unwrap();
                hold(&mut |sql| {
                    db.batch_execute(&sql.replace("BEGIN", "BEGIN IMMEDIATE")).unwrap();
                });
            }
            DatabaseUrl::Postgres(url) => {
                let mut db = PgConnection::establish(&url).unwrap();
                let begin = "BEGIN; LOCK TABLE incidents";
                hold(&mut |sql| db.batch_execute(&sql.replace("BEGIN", begin)).unwrap());
            }
        }
    });
    locked.1.recv().unwrap();
    let refused = monitor.post("/api/v1/incidents", new.clone()).await;
    assert!(refused.problem(503).contains("nothing was stored"));
    unlock.0.send(()).unwrap();
    holder.join().unwrap();
    monitor.post("/api/v1/incidents", new).await.must(201);
    let list = monitor.get("/api/v1/incidents?count=true").await.must(200);
    assert_eq!(list["total"], 1);
}

#[actix_web::test]
async fn a_database_that_goes_away_is_said_and_comes_back() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let new = json!({"title": "A file", "country": "KHM"});
    monitor.post("/api/v1/incidents", new.clone()).await.must(201);
    let DatabaseUrl::Postgres(url) = &app.url else {
        // A file that cannot be opened is the same trouble.
        let nowhere = DatabaseUrl::Sqlite("/nowhere/at/all.db".to_owned());
        let database = Database::open(&nowhere, 1).unwrap();
        assert!(matches!(database.read(|_| Ok(())).await, Err(Error::Unavailable)));
        assert!(matches!(database.write(|_| Ok(())).await, Err(Error::Unavailable)));
        return;
    };
    let (server, name) = url.rsplit_once('/').unwrap();
    let mut admin = PgConnection::establish(&format!("{server}/postgres")).unwrap();
    let close = format!(
        "ALTER DATABASE {name} ALLOW_CONNECTIONS false; \
         SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"
    );
    admin.batch_execute(&close).unwrap();
    for _ in 0..3 {
        monitor.get("/api/v1/incidents").await.problem(503);
        monitor.post("/api/v1/incidents", new.clone()).await.problem(503);
    }
    monitor.get("/health/ready").await.must(503);
    admin.batch_execute(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS true")).unwrap();
    monitor.get("/api/v1/incidents").await.must(200);
    monitor.post("/api/v1/incidents", new).await.must(201);
}

/// Has a monitor make incidents that queue up: the writer is held up until all have queued, which
/// each does as soon as it is begun.
async fn make_at_once(app: &TestApp, user: Id, inputs: Vec<Value>) -> Vec<Result<Incident, Error>> {
    let caller =
        Caller { user, role: Role::Monitor, teams: Vec::new(), scopes: None, session: None };
    let (ready, wait) = std::sync::mpsc::channel::<()>();
    let office = &app.app.office;
    let held = office.database.write(move |_| Ok(wait.recv().is_ok()));
    let writes = inputs.into_iter().map(|input| {
        let input = serde_json::from_value(input).unwrap();
        office.add(caller.clone(), app.now(), |db, act| create::<Incident>(db, act, input))
    });
    let release = async { ready.send(()).unwrap() };
    let made = futures_util::future::join_all(writes);
    let (held, made, ()) = futures_util::future::join3(held, made, release).await;
    assert!(held.unwrap());
    made
}

#[actix_web::test]
async fn writes_that_queue_up_share_a_commit() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let commits = async || {
        let metrics = app.stranger().get("/metrics").await.body;
        let line = metrics.lines().find_map(|line| line.strip_prefix("saksi_commits_total "));
        line.unwrap().parse::<u64>().unwrap()
    };
    let before = commits().await;
    let files = (0..20).map(|at| json!({"title": format!("File {at}"), "country": "KHM"}));
    let made = make_at_once(&app, monitor.id, files.collect()).await;
    let refs: std::collections::BTreeSet<_> =
        made.into_iter().map(|made| made.unwrap().reference()).collect();
    assert_eq!(refs.len(), 20);
    let made = commits().await - before;
    assert!(made <= 2, "{made} commits for 21 writes");
    let audit = app.user(Role::Admin).await.get("/api/v1/audit?action=created&limit=500").await;
    let entries = audit.must(200);
    let incidents =
        entries["items"].as_array().unwrap().iter().filter(|it| it["kind"] == "incident");
    assert_eq!(incidents.count(), 20, "each has its audit entry");
}

/// Rows of several requests are written together; those of one that is refused are not.
#[actix_web::test]
async fn a_refused_write_leaves_nothing_among_those_that_share_its_commit() {
    let app = TestApp::new();
    let monitor = app.user(Role::Monitor).await;
    let statement = monitor.post("/api/v1/statements", press_statement()).await.must(201);
    let files = (0..9).map(|at| {
        let quote = if at % 3 == 1 { "Nobody was arrested" } else { "dissolved" };
        // To protect somebody writes the rows of those before, which must outlast a refusal.
        let actor = json!({"kind": "person", "name": format!("Somebody {at}"),
            "protected": at % 3 > 0, "pseudonym": format!("Witness {at}")});
        let event = json!({"type": "arrest", "title": "An arrest", "date": "2017",
        "participations": [{"actor": actor, "role": "target"}],
        "citations": [
            {"statement": statement["ref"], "stance": "reports", "quote": "The party"},
            {"statement": statement["ref"], "stance": "reports", "quote": quote},
        ]});
        json!({"title": format!("File {at}"), "country": "KHM", "events": [event]})
    });
    let made = make_at_once(&app, monitor.id, files.collect()).await;
    assert_eq!(made.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true].repeat(3));
    let refs: Vec<String> = made.iter().flatten().map(Record::reference).collect();
    let given: Vec<String> = (1..=6).map(|number| format!("KHM-2017-{number:04}")).collect();
    assert_eq!(refs, given, "the numbers of those that were refused are given to others");
    let events = monitor.get("/api/v1/events?limit=50").await.must(200);
    let events = events["items"].as_array().unwrap();
    assert_eq!(events.len(), 6);
    for event in events {
        assert_eq!(event["participations"].as_array().unwrap().len(), 1, "{event}");
        assert_eq!(event["citations"].as_array().unwrap().len(), 2, "{event}");
        assert!(!event["rights"].as_array().unwrap().is_empty(), "{event}");
    }
    assert_eq!(monitor.get("/api/v1/citations?count=true").await.must(200)["total"], 12);
    let wrong = app.app.office.database.read(saksi::casework::verify::verify).await.unwrap();
    assert!(wrong.is_empty(), "{wrong:?}");
}

/// The real program, with everything it says.
#[test]
fn the_log_has_no_names_texts_or_secrets() {
    let dir = tempfile::tempdir().unwrap();
    let log = dir.path().join("log");
    let mut server = Command::new(env!("CARGO_BIN_EXE_saksi"))
        .args(["demo", "--json", "--listen", "127.0.0.1:0", "--log-level", "debug", "--data-dir"])
        .arg(dir.path())
        .stdout(Stdio::piped())
        .stderr(std::fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let mut said = String::new();
    std::io::BufRead::read_line(
        &mut std::io::BufReader::new(server.stdout.take().unwrap()),
        &mut said,
    )
    .unwrap();
    let said: Value = serde_json::from_str(&said).unwrap();
    let url = said["url"].as_str().unwrap().to_owned();
    let config = ureq::Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(Duration::from_secs(30)));
    let agent: ureq::Agent = config.build().into();
    let login = json!({"email": said["email"], "password": said["password"]});
    let mut reply = agent.post(format!("{url}/api/v1/auth/login")).send_json(&login).unwrap();
    let tokens: Value = reply.body_mut().read_json().unwrap();
    let token = tokens["access_token"].as_str().unwrap();
    let bearer = format!("Bearer {token}");
    let wrong = json!({"email": "canary-mail@example.org", "password": "canary-password"});
    agent.post(format!("{url}/api/v1/auth/login")).send_json(&wrong).unwrap();
    let person = json!({"name": "Canarina Finchley", "kind": "person", "protected": true, "pseudonym": "W-1"});
    for body in [person, json!({"name": "Canarina", "kind": "nonsense"}), json!("canary")] {
        let made = agent.post(format!("{url}/api/v1/actors")).header("authorization", &bearer);
        made.send_json(&body).unwrap();
    }
    for path in [
        "actors?q=Canarina",
        "actors/Canarina",
        "exports/actors.csv?q=Canarina",
        "Canarina",
        "events?canary=1",
    ] {
        let asked = agent.get(format!("{url}/api/v1/{path}")).header("authorization", &bearer);
        asked.call().unwrap().body_mut().read_to_string().unwrap();
    }
    let _ = server.kill();
    let _ = server.wait();
    let log = std::fs::read_to_string(log).unwrap();
    assert!(log.contains("request_id"), "requests are in the log: {log}");
    let secrets = ["canar", "finchley", "example.org", token, said["password"].as_str().unwrap()];
    for secret in secrets.into_iter().chain(tokens["refresh_token"].as_str()) {
        let found = log.lines().find(|line| line.to_lowercase().contains(&secret.to_lowercase()));
        assert_eq!(found, None, "{secret} is in the log");
    }
}

/// As `saksi openapi | head` does.
#[test]
fn who_reads_what_is_printed_may_stop_before_its_end() {
    let mut printing = Command::new(env!("CARGO_BIN_EXE_saksi"))
        .arg("openapi")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(printing.stdout.take());
    let done = printing.wait_with_output().unwrap();
    assert!(done.status.success() && done.stderr.is_empty(), "{done:?}");
}
