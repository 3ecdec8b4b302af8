//! `saksi import` and `saksi release`, as programs that may be killed.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use saksi::config::DatabaseUrl;
use saksi::domain::Role;
use serde_json::{Value, json};

use crate::harness::TestApp;

/// The program, with its database and folder.
pub fn saksi(app: &TestApp, dir: &Path, arguments: &[&str]) -> Command {
    let database = match &app.url {
        DatabaseUrl::Sqlite(path) => format!("sqlite:{path}"),
        DatabaseUrl::Postgres(url) => url.clone(),
    };
    let mut command = Command::new(env!("CARGO_BIN_EXE_saksi"));
    command
        .args(arguments)
        .args(["--log-level", "error", "--database", &database, "--data-dir"])
        .arg(dir)
        .stdin(Stdio::null());
    command
}

pub async fn ran(mut command: Command) -> Output {
    actix_web::web::block(move || command.output().unwrap()).await.unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

fn printed(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", said(output)))
}

fn sheet(rows: usize) -> String {
    let mut sheet = String::from("external_id,type,title,date,country,targets,target_kinds\n");
    for row in 0..rows {
        writeln!(sheet, "P-{row},arrest,Arrest {row},2017-01-01,KHM,Person {},person", row % 9)
            .unwrap();
    }
    sheet
}

#[actix_web::test]
async fn a_file_is_looked_at_and_taken_by_the_command() {
    let app = TestApp::new();
    let monitor = app.user(Role::Reviewer).await;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("north.csv");
    std::fs::write(&file, sheet(30) + "P-30,arrest,When,03/04/05,KHM,,\n").unwrap();
    let file = file.to_str().unwrap().to_owned();
    let with = |more: &[&str]| {
        let mut all = vec!["import", file.as_str(), "--profile", "template"];
        all.extend(more);
        saksi(&app, dir.path(), &all)
    };
    let count = async |list: &str| {
        let found = monitor.get(&format!("/api/v1/{list}?limit=1&count=true")).await.must(200);
        found["total"].as_i64().unwrap()
    };

    let looked = ran(with(&["--dry-run", "--json"])).await;
    assert_eq!(code(&looked), 1, "a row is refused: {}", said(&looked));
    let looked = printed(&looked);
    assert_eq!((&looked["state"], &looked["dry_run"]), (&json!("checked"), &json!(true)));
    assert_eq!(
        (&looked["counts"]["created"], &looked["counts"]["refused"]),
        (&json!(30), &json!(1))
    );
    assert_eq!((count("events").await, count("actors").await), (0, 0), "nothing is made");

    let taken = ran(with(&["--sender", "Northern Legal Aid"])).await;
    assert_eq!(code(&taken), 1, "{}", said(&taken));
    let words = said(&taken);
    assert!(
        words.contains("31 rows: 30 created, 0 updated, 0 known already, 1 refused"),
        "{words}"
    );
    assert!(words.contains("row 32, date '03/04/05': "), "{words}");
    assert_eq!((count("events").await, count("actors").await), (30, 10));

    std::fs::write(&file, sheet(31)).unwrap();
    let again = ran(with(&["--json"])).await;
    assert_eq!(code(&again), 0, "{}", said(&again));
    let counts = &printed(&again)["counts"];
    assert_eq!((&counts["created"], &counts["matched"]), (&json!(1), &json!(30)), "{counts}");

    let missing = ran(saksi(&app, dir.path(), &["import", "nowhere.csv"])).await;
    assert_eq!(code(&missing), 2, "{}", said(&missing));
    assert!(said(&missing).contains("nowhere.csv cannot be read"), "{}", said(&missing));
    let unknown = ran(with(&["--user", "nobody@example.org"])).await;
    assert_eq!(code(&unknown), 2, "{}", said(&unknown));
    std::fs::write(&file, "a;b\n1;\"2\n").unwrap();
    let broken = ran(saksi(&app, dir.path(), &["import", &file])).await;
    assert_ne!(code(&broken), 0);
    assert!(said(&broken).contains("never closed"), "{}", said(&broken));
    let left: Vec<_> = std::fs::read_dir(dir.path().join("imports")).unwrap().collect();
    assert_eq!(left.len(), 1, "only the file of the dry run waits: {left:?}");
}

#[actix_web::test]
async fn an_import_whose_program_is_killed_goes_on() {
    const ROWS: usize = 3_000;
    let app = TestApp::new();
    let monitor = app.user(Role::Reviewer).await;
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("long.csv");
    std::fs::write(&file, sheet(ROWS)).unwrap();
    let file = file.to_str().unwrap();
    let arguments = ["import", file, "--profile", "template", "--json"];
    let mut first = saksi(&app, dir.path(), &arguments).stdout(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    let at = loop {
        let at_work = app.app.office.database.read(saksi::exchange::imports::kept::at_work).await;
        let done = at_work.unwrap().first().map_or(0, |it| it.rows_done);
        if done > 0 {
            break done;
        }
        assert!(begun.elapsed() < Duration::from_mins(2), "nothing is taken");
        actix_web::rt::time::sleep(Duration::from_millis(5)).await;
    };
    first.kill().unwrap();
    first.wait().unwrap();
    assert!(at < i64::try_from(ROWS).unwrap(), "it was killed too late");

    let second = ran(saksi(&app, dir.path(), &arguments)).await;
    assert_eq!(code(&second), 0, "{}", said(&second));
    assert!(said(&second).contains("it goes on after row"), "{}", said(&second));
    let done = printed(&second);
    assert_eq!((&done["state"], &done["counts"]["created"]), (&json!("done"), &json!(ROWS)));
    let events = monitor.get("/api/v1/events?limit=1&count=true").await.must(200);
    assert_eq!(events["total"], ROWS);
    let statements = monitor.get("/api/v1/statements?limit=1&count=true").await.must(200);
    assert_eq!(statements["total"], 1, "one source of all");
    let verified = ran(saksi(&app, dir.path(), &["verify"])).await;
    assert_eq!(code(&verified), 0, "{}", said(&verified));
}

#[actix_web::test]
async fn a_release_whose_program_is_killed_leaves_nothing_behind() {
    let app = TestApp::new();
    let dir = tempfile::tempdir().unwrap();
    let making = dir.path().join("releases/making");
    let mut killed = false;
    // Some may be made before they can be killed.
    for number in 1..20 {
        let version = format!("2026.{number}");
        let mut one = saksi(&app, dir.path(), &["release", "--version", &version, "--acknowledge"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        while !making.is_dir() && one.try_wait().unwrap().is_none() {
            std::thread::yield_now();
        }
        one.kill().unwrap();
        one.wait().unwrap();
        killed = making.is_dir();
        if killed {
            break;
        }
    }
    assert!(killed, "each was made too fast");
    let verified = ran(saksi(&app, dir.path(), &["verify"])).await;
    assert_eq!(code(&verified), 0, "{}", said(&verified));
    let made =
        ran(saksi(&app, dir.path(), &["release", "--version", "2026.90", "--acknowledge"])).await;
    assert_eq!(code(&made), 0, "{}", said(&made));
    assert!(said(&made).contains("  datapackage.zip"), "{}", said(&made));
    assert!(!making.exists(), "what was unfinished is gone");
    let verified = ran(saksi(&app, dir.path(), &["verify"])).await;
    assert_eq!(code(&verified), 0, "{}", said(&verified));
}
