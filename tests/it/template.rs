//! A database as a new installation has it, made once for each build of the tests and copied for
//! each test: filling one takes much longer than copying it.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use saksi::casework::seed;
use saksi::config::DatabaseUrl;
use saksi::domain::Clock;
use saksi::store::Database;

/// What names the build: a template of another would lack its tables and data.
fn build() -> String {
    let about = std::env::current_exe().unwrap().metadata().unwrap();
    let made = about.modified().unwrap().duration_since(UNIX_EPOCH).unwrap();
    format!("{:x}_{:x}", made.as_nanos(), about.len())
}

/// Tests run in many processes at once; one of them makes the template. Held until it is dropped.
fn alone(folder: &Path) -> File {
    std::fs::create_dir_all(folder).unwrap();
    let lock = File::create(folder.join("lock")).unwrap();
    lock.lock().unwrap();
    lock
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("templates")
}

fn fill(url: &DatabaseUrl) {
    let url = url.clone();
    // On a thread of its own: setting up waits for the database.
    let filled = std::thread::spawn(move || {
        let database = Database::open(&url, 1).unwrap();
        database.migrate().unwrap();
        assert!(seed::seed(&database, Clock::System.now()).unwrap(), "it is new");
    });
    filled.join().unwrap();
}

/// Makes a filled SQLite database at `path`.
pub fn copy_sqlite(path: &Path) {
    let folder = folder();
    let template = folder.join(format!("{}.db", build()));
    if !template.exists() {
        let _alone = alone(&folder);
        if !template.exists() {
            for old in std::fs::read_dir(&folder).unwrap().flatten() {
                if old.path().extension().is_some_and(|it| it == "db") {
                    std::fs::remove_file(old.path()).unwrap();
                }
            }
            let work = tempfile::tempdir_in(&folder).unwrap();
            let filled = work.path().join("filled.db");
            let whole = work.path().join("whole.db");
            fill(&DatabaseUrl::Sqlite(filled.display().to_string()));
            // All of it in one file, whatever is still in the log.
            SqliteConnection::establish(&filled.display().to_string())
                .unwrap()
                .batch_execute(&format!(
                    "PRAGMA busy_timeout = 30000; VACUUM INTO '{}'",
                    whole.display()
                ))
                .unwrap();
            std::fs::rename(whole, &template).unwrap();
        }
    }
    std::fs::copy(template, path).unwrap();
}

/// Makes a filled database on a server.
pub fn copy_postgres(server: &str, name: &str) {
    let template = format!("saksi_template_{}", build());
    {
        let _alone = alone(&folder());
        if !exists(server, &template) {
            let work = format!("{template}_work");
            on(server, &format!("DROP DATABASE IF EXISTS {work} WITH (FORCE)"));
            on(
                server,
                &format!(
                    "CREATE DATABASE {work} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"
                ),
            );
            fill(&DatabaseUrl::Postgres(format!("{server}/{work}")));
            on(
                server,
                &format!(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{work}'"
                ),
            );
            on(server, &format!("ALTER DATABASE {work} RENAME TO {template}"));
        }
    }
    on(server, &format!("CREATE DATABASE {name} TEMPLATE {template}"));
}

fn exists(server: &str, name: &str) -> bool {
    #[derive(QueryableByName)]
    struct Found {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        found: i32,
    }
    let query = format!("SELECT 1 AS found FROM pg_database WHERE datname = '{name}'");
    let rows = diesel::sql_query(query).load::<Found>(&mut connected(server)).unwrap();
    rows.iter().any(|row| row.found == 1)
}

fn connected(server: &str) -> PgConnection {
    PgConnection::establish(&format!("{server}/postgres")).unwrap()
}

fn on(server: &str, sql: &str) {
    connected(server).batch_execute(sql).unwrap();
}
