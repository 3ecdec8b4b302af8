//! A copy of saksi for each test, and people who use it.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::pin::Pin;
use std::rc::Rc;

use actix_web::body::MessageBody;
use actix_web::dev::{Service, ServiceResponse};
use actix_web::http::header::{HeaderMap, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::middleware::from_fn;
use actix_web::test::{self, TestRequest};
use actix_web::web::Data;
use actix_web::{App as Actix, rt};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, RunQueryDsl};
use saksi::app::{App, routes};
use saksi::casework::records::user::UserInput;
use saksi::casework::{create_record, seed};
use saksi::config::{Config, DatabaseUrl, LogFormat, LogLevel};
use saksi::domain::{Clock, Id, Role, Timestamp};
use saksi::http::watch::watched;
use saksi::store::{Database, accounts};
use serde_json::{Value, json};

use crate::template;

/// What answers requests.
type Answers = Rc<dyn Fn(TestRequest) -> Pin<Box<dyn Future<Output = ServiceResponse>>>>;

/// One copy of saksi.
pub struct TestApp {
    pub app: Data<App>,
    pub url: DatabaseUrl,
    /// Its routes, as a worker of a server has them: made once, since making them takes longer than
    /// most requests.
    answers: OnceCell<Answers>,
    _kept: Kept,
    /// The data directory.
    _folder: tempfile::TempDir,
}

impl TestApp {
    pub fn new() -> Self {
        Self::with(|_| {})
    }

    /// A copy with other settings.
    pub fn with(change: impl FnOnce(&mut Config)) -> Self {
        let (url, kept) = fresh();
        let at = url.clone();
        let folder = tempfile::tempdir().unwrap();
        let mut config = Config {
            data_dir: folder.path().to_owned(),
            database: at.clone(),
            listen: ([127, 0, 0, 1], 0).into(),
            connections: 4,
            max_body: 1024 * 1024,
            second_factor_for: Vec::new(),
            log_format: LogFormat::Text,
            log_level: LogLevel::Error,
            portal: false,
            portal_licence: None,
            portal_citation: None,
        };
        change(&mut config);
        // On a thread of its own: setting up waits for the database.
        let app = std::thread::spawn(move || {
            let database = Database::open(&at, 4).unwrap();
            database.migrate().unwrap();
            seed::seed(&database, Clock::System.now()).unwrap();
            App::new(database, Clock::System, config).unwrap()
        });
        let app = Data::new(app.join().unwrap());
        Self { app, url, answers: OnceCell::new(), _kept: kept, _folder: folder }
    }

    async fn answers(&self) -> Answers {
        if let Some(made) = self.answers.get() {
            return made.clone();
        }
        let routes = Actix::new().configure(routes(self.app.clone())).wrap(from_fn(watched));
        let service = Rc::new(test::init_service(routes).await);
        let made: Answers = Rc::new(move |request| {
            let service = service.clone();
            Box::pin(async move {
                service.call(request.to_request()).await.unwrap().map_into_boxed_body()
            })
        });
        self.answers.get_or_init(|| made).clone()
    }

    pub fn now(&self) -> Timestamp {
        self.app.clock.now()
    }

    /// Somebody nobody knows.
    pub fn stranger(&self) -> Client<'_> {
        Client { app: self, token: None, id: Id::least() }
    }

    /// A new account, logged in.
    pub async fn user(&self, role: Role) -> Client<'_> {
        let office = self.app.office.clone();
        let now = self.now();
        let email = format!("{role}-{}@example.org", Id::at(now));
        let system = office.database.read(seed::system).await.unwrap().unwrap();
        let input = UserInput {
            email,
            name: format!("A {role}"),
            role,
            active: true,
            password: Some(PASSWORD.to_owned()),
            confidentiality: None,
            team: None,
        };
        let user: saksi::casework::records::user::User = office
            .act(system, now, move |db, act| create_record::create(db, act, input))
            .await
            .unwrap();
        self.log_in(user.row.id).await
    }

    /// A session for an account, without its password.
    pub async fn log_in(&self, user: Id) -> Client<'_> {
        let now = self.now();
        let session = Id::at(now);
        let digest = session.to_string();
        let until = now.plus(chrono::TimeDelta::days(1));
        self.app
            .office
            .database
            .write(move |db| {
                let continued = accounts::Continued::ByToken(&digest, until);
                accounts::open_session(db, session, user, &continued, now)
            })
            .await
            .unwrap();
        let token = self.app.keys.sign(user, session, now).unwrap();
        Client { app: self, token: Some(token), id: user }
    }

    /// Runs SQL behind the program's back.
    pub fn tamper(&self, sql: &str) {
        match &self.url {
            DatabaseUrl::Sqlite(path) => {
                diesel::SqliteConnection::establish(path).unwrap().batch_execute(sql).unwrap();
            }
            DatabaseUrl::Postgres(url) => {
                PgConnection::establish(url).unwrap().batch_execute(sql).unwrap();
            }
        }
    }

    /// What SQL counts behind the program's back: one number, in the column `n`.
    pub fn count(&self, sql: &str) -> i64 {
        #[derive(diesel::QueryableByName)]
        struct Counted {
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let query = diesel::sql_query(sql);
        let rows: Vec<Counted> = match &self.url {
            DatabaseUrl::Sqlite(path) => {
                query.load(&mut diesel::SqliteConnection::establish(path).unwrap()).unwrap()
            }
            DatabaseUrl::Postgres(url) => {
                query.load(&mut PgConnection::establish(url).unwrap()).unwrap()
            }
        };
        rows[0].n
    }

    /// What SQL counts behind the program's back, by a text: the columns `what` and `n`.
    pub fn tallies(&self, sql: &str) -> Vec<(String, i64)> {
        #[derive(diesel::QueryableByName)]
        struct Tally {
            #[diesel(sql_type = diesel::sql_types::Text)]
            what: String,
            #[diesel(sql_type = diesel::sql_types::BigInt)]
            n: i64,
        }
        let query = diesel::sql_query(sql);
        let rows: Vec<Tally> = match &self.url {
            DatabaseUrl::Sqlite(path) => {
                query.load(&mut diesel::SqliteConnection::establish(path).unwrap()).unwrap()
            }
            DatabaseUrl::Postgres(url) => {
                query.load(&mut PgConnection::establish(url).unwrap()).unwrap()
            }
        };
        rows.into_iter().map(|row| (row.what, row.n)).collect()
    }

    pub fn on_postgres(&self) -> bool {
        matches!(self.url, DatabaseUrl::Postgres(_))
    }
}

/// The password of every account.
pub const PASSWORD: &str = "a lamp and four words";

/// Somebody who uses it.
#[derive(Clone)]
pub struct Client<'a> {
    pub app: &'a TestApp,
    pub token: Option<String>,
    pub id: Id,
}

impl Client<'_> {
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, &[]).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body), &[]).await
    }

    /// A merge patch on whatever version there is.
    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PATCH, path, Some(body), &[("if-match", "*")]).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None, &[("if-match", "*")]).await
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        body: Option<Value>,
        headers: &[(&str, &str)],
    ) -> Reply {
        let mut request = TestRequest::default();
        if let Some(body) = body {
            request = request.set_json(body);
        }
        self.raw(request.method(method).uri(path), headers).await
    }

    /// Any request, as it is.
    pub async fn raw(&self, mut request: TestRequest, headers: &[(&str, &str)]) -> Reply {
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        if let Some(token) = &self.token {
            request = request.insert_header(("authorization", format!("Bearer {token}")));
        }
        let peer = "127.0.0.1:4000".parse().unwrap();
        let request = request.peer_addr(peer);
        let answers = self.app.answers().await;
        let response = answers(request).await;
        let (status, headers) = (response.status(), response.headers().clone());
        let body = response.into_body().try_into_bytes();
        let body = match body {
            Ok(bytes) => bytes,
            Err(body) => actix_web::body::to_bytes(body).await.unwrap_or_default(),
        };
        let bytes = body.to_vec();
        let is_binary = |it: &HeaderValue| {
            let binary =
                ["font/", "image/png", "application/zip", "application/pdf", "application/vnd."];
            binary.iter().any(|kind| it.as_bytes().starts_with(kind.as_bytes()))
        };
        let body = if headers.get("content-type").is_some_and(is_binary) {
            String::new()
        } else {
            String::from_utf8(bytes.clone()).unwrap()
        };
        Reply { status, headers, body, bytes }
    }
}

/// What came back.
pub struct Reply {
    pub status: StatusCode,
    pub headers: HeaderMap,
    /// Empty where it is no text.
    pub body: String,
    pub bytes: Vec<u8>,
}

impl Reply {
    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        let value = self.headers.get(name).unwrap_or_else(|| panic!("no {name} header"));
        value.to_str().unwrap()
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| panic!("not JSON: {}", self.body))
    }

    /// The JSON of an answer that must have this status.
    #[track_caller]
    pub fn must(&self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "{}", self.body);
        if self.body.is_empty() { Value::Null } else { self.json() }
    }

    /// The problem of an answer that must have this status: its first message.
    #[track_caller]
    pub fn problem(&self, status: u16) -> String {
        let problem = self.must(status);
        assert_eq!(self.header("content-type"), "application/problem+json", "{problem}");
        assert_eq!(problem["status"], status);
        assert!(problem["request_id"].as_str().is_some_and(|id| id.len() == 36), "{problem}");
        match &problem["errors"][0] {
            Value::Null => problem["detail"].as_str().unwrap().to_owned(),
            first => format!(
                "{} {}",
                first["pointer"].as_str().unwrap(),
                first["message"].as_str().unwrap()
            ),
        }
    }

    /// The body without what differs between any two requests.
    pub fn plain(&self) -> String {
        match serde_json::from_str::<Value>(&self.body) {
            Ok(Value::Object(mut fields)) => {
                fields.remove("request_id");
                Value::Object(fields).to_string()
            }
            _ => self.body.clone(),
        }
    }
}

/// The example of the API's contract: an event with its incident, actors and the statement.
pub fn dissolution(statement: &str) -> Value {
    json!({
        "incident": {"title": "Crackdown on the CNRP", "country": "KHM"},
        "type": "dissolution", "title": "Supreme Court dissolves the CNRP", "date": "2017-11-16",
        "country": "KHM", "place_name": "Phnom Penh",
        "participations": [
            {"actor": {"name": "Supreme Court of Cambodia", "kind": "state_body", "sector": "judiciary",
                       "country": "KHM"}, "role": "perpetrator"},
            {"actor": {"name": "Cambodia National Rescue Party", "kind": "political_party", "country": "KHM",
                       "names": [{"text": "CNRP", "kind": "acronym"}]}, "role": "target"}],
        "citations": [{"statement": statement, "stance": "condemns", "quote": "was dissolved by the Supreme Court"}],
    })
}

pub fn press_statement() -> Value {
    json!({
        "title": "On the dissolution of a party", "kind": "press_statement", "issued_on": "2017-11-27",
        "body": "The party was dissolved by the Supreme Court on 16 November 2017.\nWe call for its return.",
        "countries": ["KHM"],
        "issuers": [{"name": "Asian Forum", "kind": "ngo"}],
    })
}

/// Moves a record to a status, by somebody who may.
pub async fn move_to(path: &str, to: &str, author: &Client<'_>, reviewer: &Client<'_>) {
    let way: &[&str] = match to {
        "draft" => &[],
        "submitted" => &["submitted"],
        "needs_changes" => &["submitted", "needs_changes"],
        "rejected" => &["submitted", "rejected"],
        "approved" => &["submitted", "approved"],
        "published" => &["submitted", "approved", "published"],
        "retracted" => &["submitted", "approved", "published", "retracted"],
        other => panic!("no status {other}"),
    };
    for (step, to) in way.iter().enumerate() {
        let who = if step == 0 { author } else { reviewer };
        who.post(&format!("{path}/status"), json!({"status": to})).await.must(200);
    }
}

/// What to clean up after the test.
enum Kept {
    Dir(#[expect(dead_code, reason = "removed when it is dropped")] tempfile::TempDir),
    Postgres(String),
}

/// An empty database that no other test has.
fn fresh() -> (DatabaseUrl, Kept) {
    if let Some(server) = postgres() {
        let name =
            format!("saksi_test_{}", Id::at(Clock::System.now()).to_string().replace('-', "_"));
        template::copy_postgres(&server, &name);
        (DatabaseUrl::Postgres(format!("{server}/{name}")), Kept::Postgres(name))
    } else {
        let dir = tempfile::tempdir().unwrap();
        let path: PathBuf = dir.path().join("saksi.db");
        template::copy_sqlite(&path);
        (DatabaseUrl::Sqlite(path.display().to_string()), Kept::Dir(dir))
    }
}

#[expect(clippy::disallowed_methods, reason = "the tests are told where PostgreSQL is")]
pub fn postgres() -> Option<String> {
    std::env::var("SAKSI_TEST_POSTGRES").ok()
}

fn admin(server: &str, sql: &str) {
    PgConnection::establish(&format!("{server}/postgres")).unwrap().batch_execute(sql).unwrap();
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let Self::Postgres(name) = self
            && let Some(server) = postgres()
        {
            admin(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        }
    }
}

/// A real file of shared/data, which is no part of the project.
#[track_caller]
pub fn shared(name: &str) -> Vec<u8> {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = here.join("../shared/data").join(name);
    std::fs::read(&path)
        // Beside a clone that lies a folder deeper.
        .or_else(|_| std::fs::read(here.join("../../shared/data").join(name)))
        .unwrap_or_else(|error| {
            panic!("the real files of shared/data are needed: {} ({error})", path.display())
        })
}

/// Runs a future where a test is not asynchronous.
pub fn block_on<F: Future>(work: F) -> F::Output {
    rt::System::new().block_on(work)
}
