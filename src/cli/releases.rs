//! `saksi release`: making releases, and looking at those that there are.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::records::as_role;
use super::{Failure, print, print_json};
use crate::casework::disclosure::{Quasi, Report};
use crate::casework::records::Filters;
use crate::casework::{Office, releases};
use crate::config::Config;
use crate::domain::release::Version;
use crate::domain::{Clock, GeoPrecision, Role};
use crate::error::Error;
use crate::exchange::releases::progress::Making;
use crate::exchange::releases::{self as making, Acknowledged, Wanted, diff};
use crate::store::Database;
use crate::store::shelf::Shelf;

/// What a release is to be, as the command line says it.
pub struct Asked {
    pub version: Version,
    pub title: Option<String>,
    pub licence: Option<String>,
    pub citation: Option<String>,
    pub filters: Filters,
    pub coarsest: Option<GeoPrecision>,
    pub k: i64,
    pub by: Vec<Quasi>,
    pub acknowledge: bool,
}

/// Makes a release, after a look at what it would give away. 1: something was found, and not
/// acknowledged.
pub fn make(config: &Config, database: &Database, asked: Asked) -> Result<ExitCode, Failure> {
    let office = Office::new(database.clone());
    let caller = as_role(&office, Role::Admin)?;
    let mut wanted = Wanted::of(asked.version, asked.filters, asked.coarsest);
    wanted.title = asked.title;
    wanted.licence = asked.licence.or_else(|| config.portal_licence.clone());
    wanted.citation = asked.citation;
    wanted.looked_at.k = asked.k;
    wanted.looked_at.by = asked.by;
    wanted.check(&office, &caller)?;
    let report = making::look(&office, &caller, &wanted.looked_at)?;
    say(&report);
    if let Some(found) = report.acknowledge {
        if !asked.acknowledge {
            eprintln!("nothing is released; give --acknowledge if this may be published");
            return Ok(ExitCode::from(1));
        }
        wanted.acknowledged = Acknowledged::Report(found);
    }
    let making: Arc<Making> = Arc::default();
    let running = making.begin(&wanted.version.to_string())?;
    let shelf = Shelf::of(&config.data_dir);
    let ends = watched(&making);
    let done =
        making::make(&office, &shelf, &running, &caller, &wanted, Clock::System.now(), || {});
    ends.store(true, Ordering::Release);
    done?;
    let version = wanted.version.to_string();
    let release = office.database.read_here(|db| releases::find(db, &caller, &version))?;
    eprintln!("{version} is released");
    for file in release.files {
        print(format_args!("{}  {}\n", file.sha256, file.name))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Says on a terminal how far it is, until what is returned is set.
fn watched(making: &Arc<Making>) -> Arc<AtomicBool> {
    let ends = Arc::new(AtomicBool::new(false));
    if std::io::stderr().is_terminal() {
        let (making, ended) = (making.clone(), ends.clone());
        std::thread::spawn(move || {
            while !ended.load(Ordering::Acquire) {
                if let Some(it) = making.progress() {
                    let file = it.file.as_deref().unwrap_or("looking at the records");
                    eprint!("\r\x1b[K{} · {file} · {} MB", it.version, it.bytes / 1_000_000);
                    // What cannot be said is not needed.
                    let _ = std::io::stderr().flush();
                }
                std::thread::sleep(Duration::from_millis(300));
            }
            eprint!("\r\x1b[K");
        });
    }
    ends
}

fn say(report: &Report) {
    let by: Vec<&str> = report.by.iter().map(|it| it.code()).collect();
    eprintln!(
        "{} cells with fewer than {} people, by {}",
        report.small_cells,
        report.k,
        by.join(", ")
    );
    for cell in report.cells.iter().take(20) {
        let key: Vec<String> = cell
            .key
            .iter()
            .map(|(name, value)| format!("{name} {}", value.as_deref().unwrap_or("unknown")))
            .collect();
        eprintln!("  {}: {}", key.join(", "), cell.people);
    }
    eprintln!(
        "{} events of individual or protected people told more exactly than the district",
        report.exact_places
    );
    for place in report.places.iter().take(20) {
        eprintln!("  {place}");
    }
    eprintln!("{} texts that name protected people", report.naming_texts);
    for text in report.texts.iter().take(20) {
        eprintln!("  {} {} {}", text.kind, text.record, text.field);
    }
}

/// The releases: version, day, events, title.
pub fn list(database: &Database, json: bool) -> Result<(), Failure> {
    let office = Office::new(database.clone());
    let caller = as_role(&office, Role::Viewer)?;
    let all = office.database.read_here(|db| releases::all(db, &caller))?;
    if json {
        return print_json(&all);
    }
    for it in all {
        let events = it.counts.get("events").copied().unwrap_or_default();
        let tombstones = match it.tombstones.len() {
            0 => String::new(),
            count => format!(" ({count} taken out since)"),
        };
        let (version, day, title) = (it.version, it.made_at.day(), it.title);
        print(format_args!("{version:<10} {day} {events:>9} events  {title}{tombstones}\n"))?;
    }
    Ok(())
}

/// The difference between two releases, in numbers.
pub fn difference(
    config: &Config,
    database: &Database,
    from: &str,
    to: &str,
    json: bool,
) -> Result<(), Failure> {
    let office = Office::new(database.clone());
    let caller = as_role(&office, Role::Viewer)?;
    let found = |version: &str| {
        office.database.read_here(|db| releases::find(db, &caller, version)).map_err(|error| {
            match error {
                Error::NotFound => Failure::Said(format!("there is no release {version}")),
                other => other.into(),
            }
        })
    };
    let shelf = Shelf::of(&config.data_dir);
    let difference = diff::difference(&shelf, &found(from)?, &found(to)?)?;
    if json {
        return print_json(&difference);
    }
    for it in difference.datasets {
        print(format_args!(
            "{:<16} {:>9} added {:>9} changed {:>9} withdrawn {:>9} unchanged\n",
            it.dataset.code(),
            it.added,
            it.changed,
            it.withdrawn,
            it.unchanged
        ))?;
    }
    Ok(())
}
