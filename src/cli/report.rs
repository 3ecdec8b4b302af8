//! `saksi report`: a report as a file; `saksi verify REPORT`: whether it still holds.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use super::Failure;
use super::records::as_role;
use crate::casework::Office;
use crate::casework::report::{ReportPreset, Wanted};
use crate::domain::{Clock, Role};
use crate::exchange::report::{self, ReportFormat};
use crate::store::Database;

/// What is asked for on the line.
pub struct Asked {
    pub preset: ReportPreset,
    pub subject: String,
    pub role: Role,
    /// By name, as in the API.
    pub parameters: BTreeMap<String, String>,
    pub format: Option<ReportFormat>,
    pub base: String,
}

/// Writes a report to a file, or to standard output. Without a format it is that of the file's name.
pub fn report(database: &Database, asked: Asked, output: Option<&Path>) -> Result<(), Failure> {
    let mut parameters = asked.parameters;
    parameters.insert(asked.preset.subject().to_owned(), asked.subject);
    parameters.insert("preset".to_owned(), asked.preset.code().to_owned());
    let format = match (asked.format, output) {
        (Some(format), _) => format,
        (None, Some(path)) => format_of(path)?,
        (None, None) => ReportFormat::Json,
    };
    if format == ReportFormat::Docx && output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::Said("say with -o which file to write".to_owned()));
    }
    let office = Office::new(database.clone());
    let caller = as_role(&office, asked.role)?;
    let wanted = Wanted::of(parameters)?;
    let made = report::made(&office, &caller, &wanted, Clock::System.now())?;
    let bytes = report::rendered(&made, format, &asked.base)?;
    match output {
        Some(path) => std::fs::write(path, bytes)?,
        None => std::io::stdout().write_all(&bytes)?,
    }
    for warning in &made.warnings {
        eprintln!("{warning}");
    }
    Ok(())
}

/// Counts the numbers of a report again.
pub fn recount(database: &Database, file: &Path, role: Role) -> Result<ExitCode, Failure> {
    let text = std::fs::read(file)?;
    let office = Office::new(database.clone());
    let caller = as_role(&office, role)?;
    let found = report::recount(&office, &caller, &text, Clock::System.now())?;
    if !found.is_untouched {
        eprintln!("the report was altered: its digest is not that of what it says");
    }
    for difference in &found.differences {
        eprintln!("{difference}");
    }
    let counted = found.counted;
    if found.is_untouched && found.differences.is_empty() {
        println!("{counted} numbers were counted again; the records say the same");
        return Ok(ExitCode::SUCCESS);
    }
    println!("{counted} numbers were counted again; {} places differ", found.differences.len());
    Ok(ExitCode::from(1))
}

fn format_of(path: &Path) -> Result<ReportFormat, Failure> {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    extension.parse().map_err(|_| {
        let all: Vec<&str> = ReportFormat::ALL.iter().map(|it| it.code()).collect();
        Failure::Said(format!("give the file a name that ends in {}", all.join(" or ")))
    })
}
