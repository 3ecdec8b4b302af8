//! `saksi import`: a file, looked at or taken, with its progress where somebody watches.

use std::io::{BufReader, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use sha2::{Digest, Sha256};

use super::records::as_role;
use super::{Failure, print, print_json};
use crate::casework::Office;
use crate::config::Config;
use crate::domain::{Clock, Role};
use crate::exchange::imports::ImportKind;
use crate::exchange::imports::kept::{self, Counts, ImportRow, ImportState, Outcome};
use crate::exchange::imports::profile;
use crate::exchange::imports::values::DateOrder;
use crate::exchange::imports::work::{Arrived, Ask, Desk};
use crate::exchange::read::{Delimiter, Encoding, Wish};
use crate::store::{Database, accounts};

/// What is to be imported, and how.
#[derive(clap::Args)]
pub struct Wanted {
    /// The file: CSV, XLSX or JSON Lines
    file: PathBuf,
    /// The name of a profile; the likeliest by the columns, if it is left out
    #[arg(long)]
    profile: Option<String>,
    /// A profile as a file of JSON, instead
    #[arg(long, value_name = "FILE", conflicts_with = "profile")]
    mapping: Option<PathBuf>,
    /// What each row is, where no profile is known: event, incident, actor, statement, participation, citation or demand
    #[arg(long)]
    kind: Option<ImportKind>,
    /// The register whose ids the rows have
    #[arg(long)]
    source: Option<String>,
    /// What comes first in dates like 03/04/2005: `day_first` or `month_first`
    #[arg(long)]
    dates: Option<DateOrder>,
    /// utf-8, utf-16le, utf-16be, windows-1252 or macintosh
    #[arg(long)]
    encoding: Option<Encoding>,
    /// comma, semicolon, tab or pipe
    #[arg(long)]
    delimiter: Option<Delimiter>,
    /// The row of the names of columns, from 1
    #[arg(long)]
    header_row: Option<u64>,
    /// The sheet of a workbook
    #[arg(long)]
    sheet: Option<String>,
    /// Who sent the file
    #[arg(long)]
    sender: Option<String>,
    /// When it was sent
    #[arg(long)]
    sent_on: Option<String>,
    /// The e-mail address of the account in whose name it is imported; the program itself, if it is left out
    #[arg(long)]
    user: Option<String>,
    /// Only say what would happen
    #[arg(long)]
    dry_run: bool,
    /// Print what became of it as JSON
    #[arg(long)]
    json: bool,
}

/// Imports a file. 0: all rows were taken; 1: some were refused, or the file was; 2: it could not be done.
pub fn import(database: &Database, config: &Config, wanted: Wanted) -> Result<ExitCode, Failure> {
    let office = Office::new(database.clone());
    let caller = match &wanted.user {
        None => as_role(&office, Role::Admin)?,
        Some(email) => {
            let email = email.clone();
            let found = office.database.read_here(move |db| {
                let Some(known) = accounts::credentials(db, &email)? else { return Ok(None) };
                accounts::caller(db, known.user)
            })?;
            found.ok_or_else(|| {
                Failure::Said("there is no such account, or it is switched off".to_owned())
            })?
        }
    };
    let desk = Desk::new(office, Clock::System, &config.data_dir);
    let (dry, as_json) = (wanted.dry_run, wanted.json);
    let arrived = copied(&wanted.file, &config.data_dir)?;
    // The same file, stopped half way, goes on.
    let sha256 = arrived.sha256.clone();
    let stopped = desk.office.database.read_here(move |db| {
        let at_work = kept::at_work(db)?;
        Ok(at_work
            .into_iter()
            .find(|row| row.file_sha256 == sha256 && row.state == ImportState::Running))
    })?;
    let row = match stopped {
        Some(row) if !dry => {
            eprintln!("this file was being imported; it goes on after row {}", row.rows_done);
            std::fs::rename(&arrived.path, row.file(&config.data_dir))?;
            row
        }
        _ => {
            let begun = ask(wanted).and_then(|ask| Ok(desk.begin(&caller, &arrived, ask)?));
            if begun.is_err() {
                let _ = std::fs::remove_file(&arrived.path);
            }
            begun?
        }
    };
    let mut bar = Bar::new();
    let done = desk.run(&caller, row.id, dry, &mut |row| bar.tell(row))?;
    bar.end();
    say(&desk, &done, as_json)
}

fn ask(wanted: Wanted) -> Result<Ask, Failure> {
    let profile = match &wanted.mapping {
        None => None,
        Some(path) => {
            let text = std::fs::read_to_string(path)?;
            let value = serde_json::from_str(&text).map_err(|error| {
                Failure::Said(format!("{} is not JSON: {error}", path.display()))
            })?;
            Some(profile::read(value)?)
        }
    };
    Ok(Ask {
        profile_name: wanted.profile,
        profile,
        kind: wanted.kind,
        source: wanted.source,
        dates: wanted.dates,
        wish: Wish {
            format: None,
            encoding: wanted.encoding,
            delimiter: wanted.delimiter,
            header_row: wanted.header_row,
            hxl: None,
            sheet: wanted.sheet,
        },
        sender: wanted.sender,
        sent_on: wanted.sent_on,
    })
}

/// A copy of a file in the data directory, so that it is there until all of it is taken.
fn copied(file: &Path, data_dir: &Path) -> Result<Arrived, Failure> {
    let folder = kept::folder(data_dir);
    std::fs::create_dir_all(&folder)?;
    let said = |error: std::io::Error| {
        Failure::Said(format!("{} cannot be read: {error}", file.display()))
    };
    let mut from = BufReader::new(std::fs::File::open(file).map_err(said)?);
    let path = folder.join(format!("part-{}", std::process::id()));
    let mut to = std::fs::File::create(&path)?;
    let (mut hash, mut size, mut buffer) = (Sha256::new(), 0, vec![0; 256 * 1024]);
    loop {
        let read = from.read(&mut buffer).map_err(said)?;
        if read == 0 {
            break;
        }
        hash.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        size += read as u64;
    }
    to.sync_all()?;
    let name = file
        .file_name()
        .map_or_else(|| "file".to_owned(), |name| name.to_string_lossy().into_owned());
    let sha256 = crate::store::history::hex(&hash.finalize());
    Ok(Arrived { path, name, size, sha256 })
}

fn say(desk: &Desk, done: &ImportRow, as_json: bool) -> Result<ExitCode, Failure> {
    let counts = done.counts()?;
    if as_json {
        print_json(&done.view()?)?;
    } else {
        print(in_words(done, &counts))?;
        let id = done.id;
        let rows = desk
            .office
            .database
            .read_here(move |db| kept::rows(db, id, Some(Outcome::Refused), 0, 20))?;
        for row in rows {
            let about = match (&row.column_name, &row.value) {
                (Some(column), Some(value)) => format!(", {column} '{value}'"),
                (Some(column), None) => format!(", {column}"),
                _ => String::new(),
            };
            let message = row.message.unwrap_or_default();
            print(format_args!("row {}{about}: {message}\n", row.row_number))?;
        }
        if counts.refused > 20 {
            print(format_args!("… and {} more\n", counts.refused - 20))?;
        }
    }
    let fine =
        counts.refused == 0 && matches!(done.state, ImportState::Done | ImportState::Checked);
    Ok(if fine { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn in_words(done: &ImportRow, counts: &Counts) -> String {
    let how = if done.dry_run { "would be " } else { "" };
    let why = done.message.as_ref().map(|message| format!("{message}\n")).unwrap_or_default();
    format!(
        "import {}: {}\n{why}{} rows: {} {how}created, {} {how}updated, {} known already, {} refused\n\
         actors: {} new, {} known, {} to be looked at; incidents: {} new\n",
        done.id,
        done.state,
        counts.rows,
        counts.created,
        counts.updated,
        counts.matched,
        counts.refused,
        counts.actors_created,
        counts.actors_matched,
        counts.actors_doubtful,
        counts.incidents_created
    )
}

/// Progress, on a terminal that somebody watches.
struct Bar {
    shown: bool,
    begun: Instant,
    last: Option<Instant>,
}

/// Of the bar, in characters.
const WIDTH: u64 = 30;

impl Bar {
    fn new() -> Self {
        Self { shown: std::io::stderr().is_terminal(), begun: Instant::now(), last: None }
    }

    fn tell(&mut self, row: &ImportRow) {
        const PAUSE: Duration = Duration::from_millis(100);
        if !self.shown || self.last.is_some_and(|last| last.elapsed() < PAUSE) {
            return;
        }
        self.last = Some(Instant::now());
        // A bar that cannot be drawn is no reason to stop.
        let Ok(counts) = row.counts() else { return };
        let (rows, total) = (counts.rows, counts.total.max(1));
        let seconds = self.begun.elapsed().as_secs_f64().max(0.001);
        #[expect(clippy::cast_precision_loss, reason = "rows of a file are few")]
        let speed = rows as f64 / seconds;
        let full = usize::try_from((rows * WIDTH / total).min(WIDTH)).unwrap_or_default();
        let empty = usize::try_from(WIDTH).unwrap_or_default() - full;
        eprint!(
            "\r\x1b[K[{}{}] {rows} of {total} rows, {speed:.0} a second",
            "#".repeat(full),
            ".".repeat(empty)
        );
        let _ = std::io::stderr().flush();
    }

    fn end(&self) {
        if self.shown {
            eprint!("\r\x1b[K");
        }
    }
}
