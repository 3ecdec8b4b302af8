//! The one way to the database: [`Database::read`], [`Database::write`] and, for what streams,
//! [`Database::snapshot`].
//!
//! All writes go through one thread, which commits together what queued up (group commit): a
//! durable commit costs a wait for the disk, and many writes can share one. It also makes the
//! audit chain and the order of revisions total without any write ever failing to serialise.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::time::Duration;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{ManageConnection, Pool, PooledConnection, R2D2Connection};
use diesel::{Connection, PgConnection, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};
use prometheus::IntCounter;
use tokio::sync::{Semaphore, mpsc, oneshot};

use super::commit;
use crate::config::DatabaseUrl;
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// How many writes may share a commit. Bounds how long the first of them waits for the last.
const BATCH: usize = 64;
/// How many writes may wait. Beyond it callers wait to queue.
const QUEUE: usize = 1_024;
/// Names the lock that keeps several servers on one PostgreSQL from writing at the same time.
const WRITER_LOCK: i64 = 0x5a_6b_73_69;

/// A connection to whichever database this copy uses. Queries run on either alike.
#[derive(diesel::MultiConnection)]
pub enum Db {
    Sqlite(SqliteConnection),
    Postgres(PgConnection),
}

type Manager = <Db as Connection>::TransactionManager;

/// The database. Cheap to clone.
#[derive(Clone)]
pub struct Database {
    opener: Opener,
    readers: Pool<Opener>,
    /// As many as there are connections, so that waiting requests hold no thread.
    permits: Arc<Semaphore>,
    writer: mpsc::Sender<Box<dyn Job>>,
    commits: IntCounter,
}

impl Database {
    /// Opens nothing yet: connections are made when they are needed.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self> {
        let opener = Opener { url: url.clone(), writes: false };
        let readers = Pool::builder()
            .max_size(connections)
            .min_idle(Some(0))
            .connection_timeout(Duration::from_secs(5))
            .error_handler(Box::new(diesel::r2d2::NopErrorHandler))
            .build(opener.clone())
            .map_err(Error::internal)?;
        let (writer, queue) = mpsc::channel(QUEUE);
        let commits = IntCounter::new("saksi_commits_total", "Commits, each of one write or more")
            .map_err(Error::internal)?;
        let thread = Writer {
            commits: commits.clone(),
            opener: Opener { writes: true, ..opener.clone() },
            connection: None,
            checkpoints: checkpointer(&opener)?,
        };
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || thread.run(queue))
            .map_err(Error::internal)?;
        let permits = Arc::new(Semaphore::new(connections as usize));
        Ok(Self { opener, readers, permits, writer, commits })
    }

    /// How many commits there were.
    pub const fn commits(&self) -> &IntCounter {
        &self.commits
    }

    /// How many writes wait for their turn.
    pub fn waiting(&self) -> usize {
        self.writer.max_capacity() - self.writer.capacity()
    }

    /// How many migrations this program has.
    pub fn migrations(&self) -> Result<usize> {
        use diesel::migration::{Migration, MigrationSource};
        type Steps<B> = diesel::migration::Result<Vec<Box<dyn Migration<B>>>>;
        match self.opener.url {
            DatabaseUrl::Sqlite(_) => {
                let steps: Steps<diesel::sqlite::Sqlite> = SQLITE.migrations();
                steps.map(|it| it.len())
            }
            DatabaseUrl::Postgres(_) => {
                let steps: Steps<diesel::pg::Pg> = POSTGRES.migrations();
                steps.map(|it| it.len())
            }
        }
        .map_err(Error::Internal)
    }

    /// Brings the schema up to date. Says how many migrations were run.
    pub fn migrate(&self) -> Result<usize> {
        let mut connection = self.for_migrations()?;
        match &mut connection {
            Db::Sqlite(db) => db.run_pending_migrations(SQLITE).map(|run| run.len()),
            Db::Postgres(db) => db.run_pending_migrations(POSTGRES).map(|run| run.len()),
        }
        .map_err(Error::Internal)
    }

    /// Takes every migration back, and with them every record. For tests of the migrations.
    pub fn unmigrate(&self) -> Result<()> {
        let mut connection = self.for_migrations()?;
        match &mut connection {
            Db::Sqlite(db) => db.revert_all_migrations(SQLITE).map(drop),
            Db::Postgres(db) => db.revert_all_migrations(POSTGRES).map(drop),
        }
        .map_err(Error::Internal)
    }

    /// An empty database with all tables, which goes with its connection: for rows that came out of a
    /// file and are to be asked as records are. What does not fit into its cache is in a file without a
    /// name. Nobody made its rows, so that keys need not lead anywhere.
    pub fn throw_away() -> Result<Db> {
        // SQLite's name for such a database is no name.
        let mut db = SqliteConnection::establish("").map_err(Error::internal)?;
        db.batch_execute(
            "PRAGMA foreign_keys = OFF; PRAGMA cache_size = -32768; PRAGMA trusted_schema = OFF;",
        )?;
        db.run_pending_migrations(SQLITE).map_err(Error::Internal)?;
        Ok(Db::Sqlite(db))
    }

    fn for_migrations(&self) -> Result<Db> {
        Opener { writes: true, ..self.opener.clone() }.connect().map_err(|error| {
            tracing::error!(%error, "the database cannot be opened");
            Error::Unavailable
        })
    }

    /// Runs `work` on a thread that may block. All its queries see the same moment.
    pub async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let permit = self.permits.clone().acquire_owned().await.map_err(Error::internal)?;
        let this = self.clone();
        let task = tokio::task::spawn_blocking(move || {
            let _permit = permit;
            this.read_here(work)
        });
        task.await.unwrap_or_else(|panic| Err(Error::internal(panic)))
    }

    /// [`read`](Self::read), for code that is on such a thread already.
    pub fn read_here<T>(&self, work: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let mut connection = self.reader()?;
        begin_read(&mut connection)?;
        let result = work(&mut connection);
        // Nothing was written: how the transaction ends makes no difference but to the connection.
        if let Err(fault) = Manager::rollback_transaction(&mut *connection) {
            tracing::warn!(%fault, "a read transaction did not end well");
        }
        result
    }

    /// Runs `work` in the writer's next transaction. All of it is kept, durably, or, after an
    /// error, none.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.send(job(work, false)).await
    }

    /// [`write`](Self::write), for what only adds records: of the writes before it in the same commit,
    /// rows that are written late may not be in their place yet, and its own are not either.
    pub async fn add<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.send(job(work, true)).await
    }

    async fn send<T>(
        &self,
        (job, answer): (Box<dyn Job>, oneshot::Receiver<Result<T>>),
    ) -> Result<T> {
        self.writer.send(job).await.map_err(|_| Error::Unavailable)?;
        answer.await.map_err(|_| Error::Unavailable)?
    }

    /// [`write`](Self::write), for code that may block.
    pub fn write_here<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (job, answer) = job(work, false);
        self.writer.blocking_send(job).map_err(|_| Error::Unavailable)?;
        answer.blocking_recv().map_err(|_| Error::Unavailable)?
    }

    /// [`add`](Self::add), for code that may block.
    pub fn add_here<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (job, answer) = job(work, true);
        self.writer.blocking_send(job).map_err(|_| Error::Unavailable)?;
        answer.blocking_recv().map_err(|_| Error::Unavailable)?
    }

    /// Runs `work` on a connection of its own, in one transaction that sees one moment however
    /// long it takes. For exports: a slow client must not keep a shared connection.
    pub fn snapshot<T>(&self, work: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let mut connection = self.opener.connect().map_err(|error| {
            tracing::error!(%error, "the database cannot be opened");
            Error::Unavailable
        })?;
        begin_read(&mut connection)?;
        work(&mut connection)
    }

    fn reader(&self) -> Result<PooledConnection<Opener>> {
        self.readers.get().map_err(|error| {
            tracing::error!(%error, "no connection to the database");
            Error::Unavailable
        })
    }
}

fn begin_read(connection: &mut Db) -> diesel::QueryResult<()> {
    match connection {
        Db::Sqlite(db) => AnsiTransactionManager::begin_transaction(db),
        Db::Postgres(db) => AnsiTransactionManager::begin_transaction_sql(
            db,
            "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY",
        ),
    }
}

/// Something to be done by the writer.
trait Job: Send {
    /// Whether it only adds records: it need not find all rows of those before it.
    fn only_adds(&self) -> bool;
    /// Does it. Says whether it is to be kept.
    fn run(&mut self, db: &mut Db) -> bool;
    /// Tells who asked, after the commit; `failed`: why there was none.
    fn answer(self: Box<Self>, failed: Option<&Error>);
}

struct Work<F, T> {
    act: Option<F>,
    outcome: Option<Result<T>>,
    only_adds: bool,
    reply: oneshot::Sender<Result<T>>,
}

fn job<T: Send + 'static>(
    work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    only_adds: bool,
) -> (Box<dyn Job>, oneshot::Receiver<Result<T>>) {
    let (reply, answer) = oneshot::channel();
    (Box::new(Work { act: Some(work), outcome: None, only_adds, reply }), answer)
}

impl<T: Send, F: FnOnce(&mut Db) -> Result<T> + Send> Job for Work<F, T> {
    fn only_adds(&self) -> bool {
        self.only_adds
    }

    fn run(&mut self, db: &mut Db) -> bool {
        let Some(work) = self.act.take() else { return false };
        let outcome = catch_unwind(AssertUnwindSafe(|| work(db)))
            .unwrap_or_else(|_| Err(Error::internal("a write panicked")));
        self.outcome.insert(outcome).is_ok()
    }

    fn answer(self: Box<Self>, failed: Option<&Error>) {
        let outcome = match (self.outcome, failed) {
            (Some(Ok(_)) | None, Some(Error::StorageFull)) => Err(Error::StorageFull),
            (Some(Ok(_)), Some(_)) | (None, _) => Err(Error::Unavailable),
            (Some(outcome), _) => outcome,
        };
        // Whoever asked may have left; what was done stays done.
        let _ = self.reply.send(outcome);
    }
}

/// A thread that copies what was committed from SQLite's log to its file, so that no write waits for
/// it. Whatever is sent to it asks for a copy.
fn checkpointer(opener: &Opener) -> Result<Option<SyncSender<()>>> {
    /// What is committed within it is copied together.
    const PAUSE: Duration = Duration::from_millis(250);
    if matches!(opener.url, DatabaseUrl::Postgres(_)) {
        return Ok(None);
    }
    let opener = Opener { writes: true, ..opener.clone() };
    let (ask, asked) = sync_channel(1);
    let run = move || {
        let mut connection = None;
        while asked.recv().is_ok() {
            std::thread::sleep(PAUSE);
            let db = match &mut connection {
                Some(db) => db,
                none => match opener.connect() {
                    Ok(db) => none.insert(db),
                    Err(error) => {
                        tracing::warn!(%error, "the log of the database cannot be copied");
                        continue;
                    }
                },
            };
            if let Err(error) = db.batch_execute("PRAGMA wal_checkpoint(PASSIVE)") {
                tracing::warn!(%error, "the log of the database was not copied");
                connection = None;
            }
        }
    };
    std::thread::Builder::new()
        .name("checkpointer".to_owned())
        .spawn(run)
        .map_err(Error::internal)?;
    Ok(Some(ask))
}

struct Writer {
    opener: Opener,
    connection: Option<Db>,
    checkpoints: Option<SyncSender<()>>,
    commits: IntCounter,
}

impl Writer {
    fn run(mut self, mut queue: mpsc::Receiver<Box<dyn Job>>) {
        while let Some(first) = queue.blocking_recv() {
            let mut batch = vec![first];
            while batch.len() < BATCH
                && let Ok(job) = queue.try_recv()
            {
                batch.push(job);
            }
            let failed = self.run_batch(&mut batch).err();
            match &failed {
                None => self.commits.inc(),
                Some(error) => {
                    tracing::error!(?error, "writes were not kept");
                    self.connection = None;
                }
            }
            for job in batch {
                job.answer(failed.as_ref());
            }
            if let Some(checkpoints) = &self.checkpoints {
                // If it is full, one is asked for already.
                let _ = checkpoints.try_send(());
            }
        }
    }

    fn run_batch(&mut self, batch: &mut [Box<dyn Job>]) -> Result<()> {
        // A connection that broke while idle is found out here, before anything is done.
        if let Some(connection) = &mut self.connection
            && begin_write(connection).is_err()
        {
            self.connection = None;
        }
        if self.connection.is_none() {
            let mut fresh = self.opener.connect().map_err(Error::internal)?;
            begin_write(&mut fresh)?;
            self.connection = Some(fresh);
        }
        let Some(db) = &mut self.connection else { return Err(Error::Unavailable) };
        commit::open();
        // One that is alone needs no savepoint, since nothing of others is taken back with it. SQLite
        // copies every page that changes under one, and looks through all the copies at every statement.
        let alone = batch.len() == 1;
        for job in batch {
            let before = commit::begin(db, job.only_adds())?;
            if !alone {
                Manager::begin_transaction(db)?;
            }
            let own = depth(db);
            if job.run(db) {
                if !alone {
                    Manager::commit_transaction(db)?;
                }
                continue;
            }
            commit::take_back(&before);
            // A panic may have left transactions open inside the job's own.
            while depth(db) >= own {
                Manager::rollback_transaction(db)?;
            }
            if alone {
                return Ok(());
            }
        }
        commit::settle(db)?;
        Ok(Manager::commit_transaction(db)?)
    }
}

fn depth(db: &mut Db) -> u32 {
    match Manager::transaction_manager_status_mut(db).transaction_depth() {
        Ok(Some(depth)) => depth.get(),
        _ => 0,
    }
}

/// SQLite: a transaction that starts as a reader cannot wait for its turn to write, so it must say
/// so when it begins. PostgreSQL: waits for other servers' writers.
fn begin_write(connection: &mut Db) -> diesel::QueryResult<()> {
    match connection {
        Db::Sqlite(db) => AnsiTransactionManager::begin_transaction_sql(db, "BEGIN IMMEDIATE"),
        Db::Postgres(db) => {
            AnsiTransactionManager::begin_transaction_sql(db, "BEGIN")?;
            db.batch_execute(&format!("SELECT pg_advisory_xact_lock({WRITER_LOCK})"))
        }
    }
}

/// Opens connections. The one that `MultiConnection` derives tries each database in turn, and
/// would take a misspelt PostgreSQL address for the name of a new SQLite file.
#[derive(Debug, Clone)]
struct Opener {
    url: DatabaseUrl,
    writes: bool,
}

impl ManageConnection for Opener {
    type Connection = Db;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> Result<Db, Self::Error> {
        use diesel::r2d2::Error::{ConnectionError, QueryError};
        Ok(match &self.url {
            DatabaseUrl::Sqlite(path) => {
                let mut db = SqliteConnection::establish(path).map_err(ConnectionError)?;
                // FULL: a commit is on the disk before it is acknowledged. The cache of a reader
                // has what one page needs; exports read everything once, and readers share the
                // operating system's.
                let pragmas = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; \
                     PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                     PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;";
                db.batch_execute(pragmas).map_err(QueryError)?;
                db.batch_execute(if self.writes {
                    // The log is copied by a thread of its own; the writer does it only if that one
                    // cannot keep up, or the log would grow without end.
                    "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16000;"
                } else {
                    "PRAGMA cache_size = -16384; PRAGMA query_only = ON;"
                })
                .map_err(QueryError)?;
                Db::Sqlite(db)
            }
            DatabaseUrl::Postgres(url) => {
                let mut db = PgConnection::establish(url).map_err(ConnectionError)?;
                db.batch_execute(
                    "SET synchronous_commit = on; SET TIME ZONE 'UTC'; \
                     SET client_min_messages = warning; SET jit = off; \
                     SET lock_timeout = '10s';",
                )
                .map_err(QueryError)?;
                Db::Postgres(db)
            }
        })
    }

    fn is_valid(&self, connection: &mut Db) -> Result<(), Self::Error> {
        connection.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Db) -> bool {
        connection.is_broken()
    }
}
