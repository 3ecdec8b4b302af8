//! `saksi report`: a report as a file; `saksi verify REPORT`: whether it still holds.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::records::as_role;
use super::{Failure, print};
use crate::casework::Office;
use crate::casework::report::definitions::{self, Again, Definition};
use crate::casework::report::{INTRODUCTION, ReportPreset, Wanted, logos};
use crate::domain::logo::{LARGEST, Logo};
use crate::domain::{Clock, Role};
use crate::exchange::report::{self, ReportFormat};
use crate::store::Database;
use crate::store::shelf::Shelf;

/// Which report is asked for.
pub enum What {
    Subject(ReportPreset, String),
    /// A saved one.
    Definition {
        name: String,
        owner: Option<String>,
        next_year: bool,
    },
}

/// What is asked for on the line.
pub struct Asked {
    pub what: What,
    /// In place of the one that a saved report has.
    pub logo: Option<PathBuf>,
    pub role: Role,
    /// By name, as in the API.
    pub parameters: BTreeMap<String, String>,
    pub format: Option<ReportFormat>,
    pub base: String,
}

/// Writes a report to a file, or to standard output. Without a format it is that of the file's name.
pub fn report(
    database: &Database,
    shelf: &Shelf,
    asked: Asked,
    output: Option<&Path>,
) -> Result<(), Failure> {
    let mut logo = asked.logo.as_deref().map(logo_in).transpose()?;
    let mut parameters = match asked.what {
        What::Subject(preset, subject) => BTreeMap::from([
            (preset.subject().to_owned(), subject),
            ("preset".to_owned(), preset.code().to_owned()),
        ]),
        What::Definition { name, owner, next_year } => {
            let again = Again { shift: next_year.then_some(1), ..Again::default() };
            let definition = definition(database, &name, owner.as_deref())?;
            if logo.is_none() {
                logo = database.read_here(|db| logos::of(db, definition.id))?;
            }
            definition.again(&again)?
        }
    };
    parameters.extend(asked.parameters);
    let format = match (asked.format, output) {
        (Some(format), _) => format,
        (None, Some(path)) => format_of(path)?,
        (None, None) => ReportFormat::Json,
    };
    let is_binary = !matches!(format, ReportFormat::Json | ReportFormat::Html);
    if is_binary && output.is_none() && std::io::stdout().is_terminal() {
        return Err(Failure::Said("say with -o which file to write".to_owned()));
    }
    let office = Office::new(database.clone());
    let caller = as_role(&office, asked.role)?;
    let wanted = Wanted::of(parameters)?.with_logo(logo);
    let made = report::made(&office, shelf, &caller, &wanted, Clock::System.now())?;
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

/// The logo in a file.
fn logo_in(path: &Path) -> Result<Logo, Failure> {
    let about = |about: String| Failure::Said(format!("{} {about}", path.display()));
    let mut file = Vec::new();
    // One byte more than is taken tells that it is too large.
    std::fs::File::open(path)
        .map_err(|error| about(format!("cannot be read: {error}")))?
        .take(LARGEST as u64 + 1)
        .read_to_end(&mut file)?;
    Logo::of(&file).map_err(about)
}

/// The saved report of a name.
fn definition(database: &Database, name: &str, owner: Option<&str>) -> Result<Definition, Failure> {
    let owner = owner.map(str::to_lowercase);
    let mut found: Vec<(Definition, String)> = database
        .read_here(definitions::of_everybody)?
        .into_iter()
        .filter(|it| it.0.name == name && owner.as_ref().is_none_or(|owner| it.1 == *owner))
        .collect();
    match (found.pop(), found.is_empty()) {
        (Some((definition, _)), true) => Ok(definition),
        (None, _) => Err(Failure::Said(format!(
            "there is no saved report '{name}'; saksi report --list shows those that there are"
        ))),
        (Some(_), false) => Err(Failure::Said(format!(
            "several people have a saved report '{name}'; say whose with --owner"
        ))),
    }
}

/// Lists the saved reports of everybody: name, whose, what it asks for.
pub fn list(database: &Database) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    for (it, owner) in database.read_here(definitions::of_everybody)? {
        // Introductions are long, and are not what one is told by.
        let asked: Vec<String> = it
            .parameters()
            .into_iter()
            .filter(|(name, _)| !name.starts_with(INTRODUCTION))
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        writeln!(out, "{}\t{owner}\t{}", it.name, asked.join(" "))?;
    }
    Ok(())
}

/// Counts the numbers of a report again.
pub fn recount(
    database: &Database,
    shelf: &Shelf,
    file: &Path,
    role: Role,
) -> Result<ExitCode, Failure> {
    let text = std::fs::read(file)?;
    let office = Office::new(database.clone());
    let caller = as_role(&office, role)?;
    let found = report::recount(&office, shelf, &caller, &text, Clock::System.now())?;
    if !found.is_untouched {
        eprintln!("the report was altered: its digest is not that of what it says");
    }
    for difference in &found.differences {
        eprintln!("{difference}");
    }
    let counted = found.counted;
    if found.is_untouched && found.differences.is_empty() {
        print(format_args!("{counted} numbers were counted again; the records say the same\n"))?;
        return Ok(ExitCode::SUCCESS);
    }
    let places = found.differences.len();
    print(format_args!("{counted} numbers were counted again; {places} places differ\n"))?;
    Ok(ExitCode::from(1))
}

fn format_of(path: &Path) -> Result<ReportFormat, Failure> {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    extension.parse().map_err(|_| {
        let all: Vec<&str> = ReportFormat::ALL.iter().map(|it| it.code()).collect();
        Failure::Said(format!("give the file a name that ends in {}", all.join(" or ")))
    })
}
