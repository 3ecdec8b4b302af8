//! HOW A FILE IS TAKEN: looked at, then row by row in batches, each a transaction that also notes how far
//! it came, so that whatever stops it, it goes on from there.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};

use diesel::RunQueryDsl;
use serde_json::json;

use super::batch::{Read, Run};
use super::draft::Person;
use super::kept::{self, Counts, ImportRow, ImportState, Settings, as_text};
use super::plan::Plan;
use super::profile::{self, Profile};
use super::take::{Course, Taken};
use super::values::DateOrder;
use super::{ImportKind, actors};
use crate::casework::create_record::create;
use crate::casework::records::statement::{Statement, StatementInput};
use crate::casework::{Office, read_input};
use crate::domain::{Action, Caller, Clock, Id};
use crate::error::{Error, Result};
use crate::exchange::read::{self, Detected, FileFormat, Problem, Wish};
use crate::store::schema::imports;

/// Rows of one transaction: few enough that others who write need not wait for long, and enough that
/// the pages of indexes, which all rows share, are not written and waited for too often.
const BATCH: usize = 500;

/// Where files are taken, and which are being taken now.
#[derive(Clone)]
pub struct Desk {
    pub office: Office,
    pub clock: Clock,
    /// Where files are kept until they are taken.
    pub data_dir: PathBuf,
    at_work: Arc<Mutex<HashSet<Id>>>,
    /// Whether to stop at the next batch, as a server does that is shut down.
    pub stop: Arc<AtomicBool>,
}

/// A file that has arrived.
#[derive(Debug)]
pub struct Arrived {
    pub path: PathBuf,
    pub name: String,
    pub size: u64,
    pub sha256: String,
}

/// How somebody wants a file to be taken.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// The name of a profile, or one of their own; the likeliest, if both are left out.
    pub profile_name: Option<String>,
    pub profile: Option<Profile>,
    /// What each row is, where no profile is known.
    pub kind: Option<ImportKind>,
    pub source: Option<String>,
    pub dates: Option<DateOrder>,
    pub wish: Wish,
    pub sender: Option<String>,
    pub sent_on: Option<String>,
}

impl Desk {
    pub fn new(office: Office, clock: Clock, data_dir: &Path) -> Self {
        Self {
            office,
            clock,
            data_dir: data_dir.to_owned(),
            at_work: Arc::default(),
            stop: Arc::default(),
        }
    }

    /// Keeps a file that has arrived, and what is found out about it. Nothing is made.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a file that cannot be read, and for a profile that cannot be used.
    pub fn begin(&self, caller: &Caller, arrived: &Arrived, ask: Ask) -> Result<ImportRow> {
        caller.must(Action::ImportRecords)?;
        let settings = self.settings(&arrived.path, &arrived.name, ask)?;
        let now = self.clock.now();
        let row = ImportRow {
            id: Id::at(now),
            created_at: now,
            created_by: caller.user,
            updated_at: now,
            state: ImportState::Uploaded,
            dry_run: true,
            file_name: kept::without_nul(&read::short(&arrived.name)),
            file_sha256: arrived.sha256.clone(),
            file_size: i64::try_from(arrived.size).map_err(Error::internal)?,
            settings: as_text(&settings)?,
            rows_done: 0,
            counts: as_text(&Counts::default())?,
            statement_id: None,
            message: None,
            finished_at: None,
            undone_at: None,
        };
        let folder = kept::folder(&self.data_dir);
        std::fs::create_dir_all(&folder).map_err(Error::internal)?;
        std::fs::rename(&arrived.path, row.file(&self.data_dir)).map_err(Error::internal)?;
        let kept = row.clone();
        self.office.act_here(caller.clone(), now, move |db, act| {
            diesel::insert_into(imports::table).values(&kept).execute(db)?;
            let detail = json!({"file_sha256": kept.file_sha256, "bytes": kept.file_size});
            act.note_on("import_uploaded", kept.id, detail);
            Ok(())
        })?;
        Ok(row)
    }

    /// Says anew how a file is to be read and taken, before it is.
    ///
    /// # Errors
    /// As [`begin`](Self::begin); [`Error::Conflict`] once it was taken.
    pub fn settle(&self, caller: &Caller, import: Id, ask: Ask) -> Result<ImportRow> {
        let (asking, id) = (caller.clone(), import);
        let mut row = self.office.database.read_here(move |db| kept::find(db, &asking, id))?;
        if !matches!(row.state, ImportState::Uploaded | ImportState::Checked | ImportState::Failed)
            || row.rows_done > 0 && !row.dry_run
        {
            return Err(Error::Conflict(format!(
                "the import is {}; send the file again to take it otherwise",
                row.state
            )));
        }
        let settings = self.settings(&row.file(&self.data_dir), &row.file_name, ask)?;
        row.settings = as_text(&settings)?;
        row.state = ImportState::Uploaded;
        row.message = None;
        row.updated_at = self.clock.now();
        let kept = row.clone();
        self.office.act_here(caller.clone(), row.updated_at, move |db, _| kept.save(db))?;
        Ok(row)
    }

    fn settings(&self, path: &Path, name: &str, ask: Ask) -> Result<Settings> {
        let detected = read::detect(path, name, &ask.wish)?;
        let wanted = ask.profile_name.clone();
        let known = self.office.database.read_here(move |db| match &wanted {
            Some(name) => Ok(vec![kept::profile_named(db, name)?]),
            None => kept::profiles(db),
        })?;
        let mut profile = match (ask.profile, ask.profile_name) {
            (Some(own), _) => own,
            (None, Some(_)) => known.into_iter().next().ok_or(Error::NotFound)?,
            (None, None) => {
                let of_kind = known.iter().filter(|it| ask.kind.is_none_or(|kind| it.kind == kind));
                let likely = profile::likely(of_kind, &detected.columns).cloned();
                likely.unwrap_or_else(|| {
                    let kind = ask.kind.unwrap_or(ImportKind::Event);
                    profile::suggested(kind, &detected.columns, &detected.tags)
                })
            }
        };
        if let Some(source) = ask.source {
            profile.source = source;
        }
        profile.dates = ask.dates.or(profile.dates);
        profile.check()?;
        if !profile.fields.is_empty() {
            profile::must_fit(&profile, &detected.columns)?;
        }
        if let Some(sent_on) = &ask.sent_on {
            sent_on
                .parse::<crate::domain::Edtf>()
                .map_err(|error| Error::field("/sent_on", error.to_string()))?;
        }
        if ask
            .sender
            .as_ref()
            .is_some_and(|sender| sender.chars().count() > 1000 || sender.contains('\0'))
        {
            return Err(Error::field("/sender", "must be a name of at most 1000 characters"));
        }
        Ok(Settings {
            profile,
            wish: ask.wish,
            detected,
            sender: ask.sender.filter(|it| !it.trim().is_empty()),
            sent_on: ask.sent_on,
        })
    }

    /// Takes a file, or looks what would happen. Goes on where it was stopped. `tell` is told after each
    /// batch.
    ///
    /// # Errors
    /// [`Error::Conflict`] if it is being taken already, or was; those of the database. What is wrong with
    /// the file is said by the import itself.
    pub fn run(
        &self,
        caller: &Caller,
        import: Id,
        dry: bool,
        tell: &mut dyn FnMut(&ImportRow),
    ) -> Result<ImportRow> {
        let _turn = self.turn(import)?;
        let mut row = self.start(caller, import, dry)?;
        let done = self.walk(caller, &mut row, dry, tell);
        match done {
            Ok(true) => self.finish(caller, row, dry),
            // It was told to stop.
            Ok(false) => Ok(row),
            Err(error) => {
                tracing::warn!(%error, import = %row.id, "an import stopped");
                row.state = ImportState::Failed;
                row.message = Some(match error {
                    Error::Invalid(fields) => {
                        fields.into_iter().map(|field| field.message).collect::<Vec<_>>().join("; ")
                    }
                    other => format!("{other}; run it again to go on after row {}", row.rows_done),
                });
                self.save(caller, row)
            }
        }
    }

    /// One at a time for each import.
    pub(super) fn turn(&self, import: Id) -> Result<Turn> {
        let mut at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner);
        if at_work.insert(import) {
            Ok(Turn { of: self.at_work.clone(), import })
        } else {
            Err(Error::Conflict("this import is at work; wait until it is done".to_owned()))
        }
    }

    fn start(&self, caller: &Caller, import: Id, dry: bool) -> Result<ImportRow> {
        let now = self.clock.now();
        self.office.act_here(caller.clone(), now, move |db, act| {
            let mut row = kept::find(db, &act.caller, import)?;
            let goes_on = match row.state {
                ImportState::Checking => dry,
                ImportState::Running => !dry,
                ImportState::Failed => row.dry_run == dry,
                ImportState::Uploaded | ImportState::Checked => false,
                ImportState::Done | ImportState::Undoing | ImportState::Undone => {
                    return Err(Error::Conflict(format!(
                        "the import is {} already; send the file again for another",
                        row.state
                    )));
                }
            };
            if !row.dry_run && dry {
                return Err(Error::Conflict(
                    "some of the file was taken already; run it to its end, or undo it".to_owned(),
                ));
            }
            if !goes_on || dry {
                row.rows_done = 0;
                row.counts = as_text(&Counts::default())?;
                kept::forget_rows(db, import)?;
            }
            row.state = if dry { ImportState::Checking } else { ImportState::Running };
            row.dry_run = dry;
            row.message = None;
            row.updated_at = act.now;
            row.save(db)?;
            act.note_on(
                "import_begun",
                import,
                json!({"dry_run": dry, "file_sha256": row.file_sha256}),
            );
            Ok(row)
        })
    }

    fn save(&self, caller: &Caller, mut row: ImportRow) -> Result<ImportRow> {
        row.updated_at = self.clock.now();
        row.message = row.message.as_deref().map(kept::without_nul);
        let kept = row.clone();
        self.office.act_here(caller.clone(), row.updated_at, move |db, _| kept.save(db))?;
        Ok(row)
    }

    fn finish(&self, caller: &Caller, mut row: ImportRow, dry: bool) -> Result<ImportRow> {
        row.state = if dry { ImportState::Checked } else { ImportState::Done };
        row.finished_at = Some(self.clock.now());
        let row = self.save(caller, row)?;
        let (sha256, id, counts) = (row.file_sha256.clone(), row.id, row.counts()?);
        let needed = self.office.act_here(caller.clone(), self.clock.now(), move |db, act| {
            act.note_on("imported", id, json!({"dry_run": dry, "counts": counts}));
            kept::needs_file(db, &sha256, id)
        })?;
        if !dry && !needed {
            self.discard(&row);
        }
        Ok(row)
    }

    /// Deletes a file that was taken.
    pub(super) fn discard(&self, row: &ImportRow) {
        let path = row.file(&self.data_dir);
        if let Err(error) = std::fs::remove_file(&path) {
            tracing::warn!(%error, path = %path.display(), "a file that was taken is not deleted");
        }
    }

    /// Whether all rows were taken; not, if it was told to stop.
    fn walk(
        &self,
        caller: &Caller,
        row: &mut ImportRow,
        dry: bool,
        tell: &mut dyn FnMut(&ImportRow),
    ) -> Result<bool> {
        let settings = row.settings()?;
        let path = row.file(&self.data_dir);
        if !path.is_file() {
            return Err(Problem::of_file("the file is not kept any more; send it again").into());
        }
        if row.rows_done == 0 {
            // A file that is broken in the middle is found out before anything is made of it.
            let mut counts = Counts::default();
            read::each_row(&path, &settings.detected, &mut |_| {
                counts.total += 1;
                Ok(ControlFlow::Continue(()))
            })?;
            row.counts = as_text(&counts)?;
        }
        if !dry && row.statement_id.is_none() && needs_statement(&settings.profile) {
            row.statement_id = Some(self.make_statement(caller, row, &settings)?);
        }
        let office = self.office.clone();
        let vocabulary = office.database.read_here(|db| office.memory.vocabulary(db))?;
        let plan = Plan::new(
            &settings.profile,
            &settings.detected.columns,
            vocabulary,
            self.clock.now().day(),
        );
        let course = Course {
            import: row.id,
            source: settings.profile.source.clone(),
            profile: settings.profile,
            statement: row.statement_id,
            actors: HashMap::new(),
            cases: HashMap::new(),
            position: self.position(row.id)?,
            goes_well: true,
        };
        let mut run = Run::new(self, caller, dry, course);
        let after = u64::try_from(row.rows_done).unwrap_or_default();
        // While a batch is taken, the next one is read.
        let (to, batches) = sync_channel(1);
        std::thread::scope(|scope| {
            let (path, detected, plan) = (&path, &settings.detected, &plan);
            let reading = scope.spawn(move || batches_of(path, detected, plan, after, &to));
            let mut stopped = false;
            for batch in batches {
                run.flush(row, batch)?;
                tell(row);
                stopped = self.stop.load(Ordering::Relaxed);
                if stopped {
                    break;
                }
            }
            if stopped {
                return Ok(false);
            }
            reading.join().map_err(|_| Error::internal("reading the file panicked"))??;
            Ok(true)
        })
    }

    fn position(&self, import: Id) -> Result<i64> {
        use crate::store::schema::import_records::dsl;
        use diesel::{ExpressionMethods, QueryDsl};
        self.office.database.read_here(move |db| {
            let last: Option<i64> = dsl::import_records
                .filter(dsl::import_id.eq(import))
                .select(diesel::dsl::max(dsl::position))
                .first(db)?;
            Ok(last.unwrap_or(0))
        })
    }

    /// The statement that is the source of what is made: who sent which file when.
    fn make_statement(&self, caller: &Caller, row: &ImportRow, settings: &Settings) -> Result<Id> {
        let (row, settings) = (row.clone(), settings.clone());
        self.office.act_here(caller.clone(), self.clock.now(), move |db, act| {
            let mut course = Course {
                import: row.id,
                source: settings.profile.source.clone(),
                profile: settings.profile.clone(),
                statement: None,
                actors: HashMap::new(),
                cases: HashMap::new(),
                position: 0,
                goes_well: true,
            };
            let mut taken = Taken::new(row.id);
            let mut issuers = Vec::new();
            if let Some(sender) = &settings.sender {
                let person = Person { of: "issuers", name: sender.clone(), kind: None };
                issuers.push(actors::meant(db, act, &mut course, &person, 0, &mut taken)?);
            }
            let title: String = format!("Imported file: {}", row.file_name).chars().take(1000).collect();
            let input: StatementInput = read_input(json!({
                "title": title, "kind": "other", "issued_on": settings.sent_on, "body": about(&row, &settings),
                "issuers": issuers,
            }))?;
            let statement: Statement = create(db, act, input)?;
            taken.made(crate::store::Kind::Statement, statement.row.id, 1, 0);
            let mut made = std::mem::take(&mut taken.made);
            for (one, at) in made.iter_mut().zip(-10_i64..) {
                // Before all rows: it is taken back last.
                one.position = at;
            }
            kept::note_made(db, &made)?;
            kept::name(db, &taken.names)?;
            kept::note_doubts(db, &taken.doubts)?;
            let mut row = row.clone();
            row.statement_id = Some(statement.row.id);
            row.save(db)?;
            Ok(statement.row.id)
        })
    }
}

/// One that is at work, until it is dropped.
pub(super) struct Turn {
    of: Arc<Mutex<HashSet<Id>>>,
    import: Id,
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.of.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.import);
    }
}

/// Reads the rows after one, in batches, until nobody takes them any more.
fn batches_of(
    path: &Path,
    detected: &Detected,
    plan: &Plan,
    after: u64,
    to: &SyncSender<Vec<Read>>,
) -> Result<()> {
    let mut batch = Vec::with_capacity(BATCH);
    read::each_row(path, detected, &mut |one| {
        if one.number <= after {
            return Ok(ControlFlow::Continue(()));
        }
        let drafted = plan.draft(&one);
        batch.push((one, drafted));
        let is_taken = batch.len() < BATCH || to.send(std::mem::take(&mut batch)).is_ok();
        Ok(if is_taken { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
    })?;
    if !batch.is_empty() {
        // Whoever took the others may have stopped.
        let _ = to.send(batch);
    }
    Ok(())
}

fn needs_statement(profile: &Profile) -> bool {
    let names_one = profile.fields.iter().any(|from| from.field == "statement");
    match profile.kind {
        ImportKind::Event => true,
        ImportKind::Demand | ImportKind::Citation => !names_one,
        _ => false,
    }
}

fn about(row: &ImportRow, settings: &Settings) -> String {
    let Detected { format, encoding, columns, .. } = &settings.detected;
    let line = |name: &str, value: Option<&String>| {
        value.map(|value| format!("{name}: {value}\n")).unwrap_or_default()
    };
    let text = format!(
        "File: {}\nBytes: {}\nSHA-256: {}\nRead as: {format}{}\nProfile: {} ({})\n{}{}Imported: {}\nColumns: {}\n",
        row.file_name,
        row.file_size,
        row.file_sha256,
        encoding
            .filter(|_| *format != FileFormat::Xlsx)
            .map(|it| format!(", {it}"))
            .unwrap_or_default(),
        settings.profile.name,
        settings.profile.title,
        line("Sent by", settings.sender.as_ref()),
        line("Sent on", settings.sent_on.as_ref()),
        row.created_at,
        columns.join(", ")
    );
    kept::without_nul(&text.replace(['\u{202D}', '\u{202E}'], " "))
}
