//! The command line: one program, one command a file where it is more than a few lines.

mod commitments;
mod demo;
mod import;
mod intake;
mod records;
mod releases;
mod report;
mod serve;

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::casework::disclosure::{Quasi, USUAL_K};
use crate::casework::records::Filters;
use crate::config::{Config, Flags, LogFormat, LogLevel};
use crate::domain::release::{Version, coarser};
use crate::domain::{Clock, GeoPrecision, Role};
use crate::error::Error;
use crate::exchange::capture::Unit;
use crate::exchange::write::{Format, Preset};
use crate::store::Database;
use crate::store::shelf::Shelf;

/// saksi: who said what about what happened to whom, and what law binds
#[derive(Parser)]
#[command(version, about, max_term_width = 100)]
struct Line {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the API
    Serve,
    /// Serve a database of demonstration data; prints the address, an e-mail address and a password
    Demo {
        /// Print them as JSON, on the first line
        #[arg(long)]
        json: bool,
    },
    /// Manage accounts
    User {
        #[command(subcommand)]
        command: UserCommand,
    },
    /// Write a dataset to a file, or to standard output
    Export {
        /// events, incidents, statements, actors, participations, citations, demands, instruments, provisions,
        /// commitments or merges; datapackage: all of them in a ZIP, with a codebook and checksums; capture: which
        /// sources recorded which events or victims; followthemoney: entities for Aleph and OpenSanctions
        dataset: records::Asked,
        /// csv, jsonl, parquet, xlsx, or geojson for events
        #[arg(long, default_value = "csv")]
        format: Format,
        /// research or excel; acled or ucdp for events in their columns
        #[arg(long, default_value = "research")]
        preset: Preset,
        /// What a row of capture is: event or victim
        #[arg(long, default_value = "event")]
        unit: Unit,
        /// The file; standard output, if it is left out
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// What is exported is what this role sees
        #[arg(long, default_value = "viewer")]
        role: Role,
        /// A filter of the API's list, as NAME=VALUE; may be given several times
        #[arg(long = "filter", value_name = "NAME=VALUE")]
        filters: Vec<String>,
        /// How exactly places are told at most: near, district, province or country
        #[arg(long, value_parser = coarser)]
        coarsen: Option<GeoPrecision>,
        /// Countries, ISO 3166-1 alpha-3
        #[arg(long)]
        country: Option<String>,
        /// The first day
        #[arg(long)]
        from: Option<String>,
        /// The last day
        #[arg(long)]
        to: Option<String>,
    },
    /// Import a file of others, or look what would happen; exits with 1 if rows were refused
    Import(Box<ImportLine>),
    /// Read a statement into a draft: who says what happened to whom; stores nothing
    Intake(intake::Asked),
    /// What law bound a state on a day
    Law {
        /// ISO 3166-1 alpha-3
        country: String,
        /// The day, YYYY-MM-DD
        #[arg(long)]
        on: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Write a report about a country, several, or an actor, as JSON, HTML, PDF or DOCX
    Report(Box<ReportLine>),
    /// Make a release of what is published and public, or look at those that there are
    Release(Box<ReleaseLine>),
    /// Check that nothing was altered behind the program's back; exits with 1 if anything was
    Verify {
        /// Count the numbers of this report again instead, which was written as JSON; exits with 1 if
        /// it was altered, or if the records say others by now
        #[arg(value_name = "REPORT")]
        report: Option<PathBuf>,
        /// Of an internal report: whose view it was made with
        #[arg(long, default_value = "viewer")]
        role: Role,
    },
    /// Make the search index anew, from the records
    Reindex,
    /// Bring the database up to date
    Migrate,
    /// Replace the key that signs access tokens; sessions go on
    RotateKeys,
    /// Print the settings in force, without secrets
    Config,
    /// Print the description of the API
    Openapi,
}

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct ImportLine {
    #[command(subcommand)]
    command: Option<ImportCommand>,
    #[command(flatten)]
    wanted: Option<import::Wanted>,
}

#[derive(Subcommand)]
enum ImportCommand {
    /// Bring what states did to instruments up to date from a table; shows the difference first, and
    /// exits with 1 if there is one and nothing was written
    Commitments(commitments::Wanted),
}

#[derive(clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
struct ReleaseLine {
    #[command(subcommand)]
    command: Option<ReleaseCommand>,
    /// Year and number, as 2026.1; of a candidate, as 2026.0.3
    #[arg(long, required = true)]
    version: Option<Version>,
    #[arg(long)]
    title: Option<String>,
    /// How it may be used; as the portal says it, unless it is given
    #[arg(long)]
    licence: Option<String>,
    /// How to cite it; made of title, version and day, unless it is given
    #[arg(long)]
    citation: Option<String>,
    /// A filter of events, as NAME=VALUE; may be given several times
    #[arg(long = "filter", value_name = "NAME=VALUE")]
    filters: Vec<String>,
    /// How exactly places are told at most: near, district, province or country
    #[arg(long, value_parser = coarser)]
    coarsen: Option<GeoPrecision>,
    /// Report cells with fewer people than this
    #[arg(long, default_value_t = USUAL_K)]
    k: i64,
    /// By what people could be found: country, admin1, year, month, type, gender, `age_group`
    #[arg(long, value_delimiter = ',', default_value = "country,year,type,gender")]
    by: Vec<Quasi>,
    /// Release it, whatever the report finds
    #[arg(long)]
    acknowledge: bool,
}

#[derive(Subcommand)]
enum ReleaseCommand {
    /// The releases, the newest version first
    List {
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// How many rows of each dataset were added, changed and withdrawn
    Diff {
        /// The older version
        from: String,
        /// The newer version
        to: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Subcommand)]
enum UserCommand {
    /// Make an account; the password is read from standard input
    Add {
        #[arg(long)]
        email: String,
        #[arg(long)]
        name: String,
        /// viewer, researcher, monitor, reviewer or admin
        #[arg(long)]
        role: Role,
    },
}

/// Does what the command line says. 0: done; 1: what was checked is wrong; 2: it could not be done.
pub fn run() -> ExitCode {
    let line = Line::parse();
    let home = match line.command {
        Command::Demo { .. } => "saksi-demo",
        _ => "saksi-data",
    };
    let done =
        Config::resolve(&line.flags, Path::new(home)).map_err(Failure::Said).and_then(|config| {
            log_to_stderr(&config);
            command(line.command, config)
        });
    match done {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("saksi: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error("{0}")]
    Said(String),
    #[error("{}", in_full(.0))]
    Failed(#[from] Error),
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// Writes to standard output. Who reads it may have enough before the end, as `head` has: no failure.
fn print(text: impl std::fmt::Display) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        done => Ok(done?),
    }
}

/// [`print`], as JSON for people and programs.
fn print_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(Error::internal)?;
    print(format_args!("{text}\n"))
}

/// On the command line the operator sees causes: it is their machine.
fn in_full(error: &Error) -> String {
    match error {
        Error::Invalid(fields) => fields
            .iter()
            .map(|field| format!("{} {}", field.pointer.trim_start_matches('/'), field.message))
            .collect::<Vec<_>>()
            .join("; "),
        Error::Internal(cause) => format!("{error}: {cause}"),
        _ => error.to_string(),
    }
}

fn command(command: Command, config: Config) -> Result<ExitCode, Failure> {
    let done = ExitCode::SUCCESS;
    match command {
        Command::Serve => serve::serve(config)?,
        Command::Demo { json } => demo::demo(config, json)?,
        Command::User { command: UserCommand::Add { email, name, role } } => {
            records::add_user(&opened(&config)?, &email, &name, role)?;
        }
        Command::Export {
            dataset,
            format,
            preset,
            unit,
            output,
            role,
            filters,
            coarsen,
            country,
            from,
            to,
        } => {
            let mut all = Filters(pairs(filters)?);
            for (name, value) in [("country", country), ("from", from), ("to", to)] {
                if let Some(value) = value {
                    all.0.insert(name.to_owned(), value);
                }
            }
            let (asked, filters, coarsest) = (dataset, all, coarsen);
            let wanted = records::Request { asked, format, preset, unit, role, filters, coarsest };
            let about = crate::exchange::package::About::current(
                config.portal_licence.clone(),
                config.portal_citation.clone(),
            );
            let database = opened(&config)?;
            records::export(&database, about, wanted, output.as_deref(), &config.data_dir)?;
        }
        Command::Import(line) => return import(*line, &config),
        Command::Intake(asked) => intake::intake(asked, &config)?,
        Command::Law { country, on, json } => {
            records::law(&opened(&config)?, &country, &on, json)?;
        }
        Command::Report(line) => {
            let database = opened(&config)?;
            if line.list {
                report::list(&database)?;
            } else {
                let output = line.output.clone();
                let shelf = Shelf::of(&config.data_dir);
                report::report(&database, &shelf, line.asked()?, output.as_deref())?;
            }
        }
        Command::Release(line) => return release(*line, &config),
        Command::Verify { report: Some(file), role } => {
            let shelf = Shelf::of(&config.data_dir);
            return report::recount(&opened(&config)?, &shelf, &file, role);
        }
        Command::Verify { report: None, .. } => {
            return records::verify(&opened(&config)?, &Shelf::of(&config.data_dir));
        }
        Command::Reindex => records::reindex(&opened(&config)?)?,
        Command::Migrate => {
            let database = database(&config)?;
            let run = database.migrate()?;
            let seeded = crate::casework::seed::seed(&database, Clock::System.now())?;
            eprintln!(
                "{run} migrations were run{}",
                if seeded { "; vocabularies and instruments were added" } else { "" }
            );
        }
        Command::RotateKeys => {
            let now = Clock::System.now();
            opened(&config)?.write_here(move |db| crate::http::session::add(db, now))?;
        }
        Command::Config => print(config.to_toml())?,
        Command::Openapi => print(crate::http::openapi::printed().map_err(Error::internal)?)?,
    }
    Ok(done)
}

fn import(line: ImportLine, config: &Config) -> Result<ExitCode, Failure> {
    match (line.command, line.wanted) {
        (Some(ImportCommand::Commitments(wanted)), _) => {
            commitments::import(&opened(config)?, &wanted)
        }
        (None, Some(wanted)) => import::import(&opened(config)?, config, wanted),
        (None, None) => Err(Failure::Said("name the file to import".to_owned())),
    }
}

fn release(line: ReleaseLine, config: &Config) -> Result<ExitCode, Failure> {
    let database = opened(config)?;
    match (line.command, line.version) {
        (Some(ReleaseCommand::List { json }), _) => releases::list(&database, json)?,
        (Some(ReleaseCommand::Diff { from, to, json }), _) => {
            releases::difference(config, &database, &from, &to, json)?;
        }
        (None, None) => return Err(Failure::Said("give --version, such as 2026.1".to_owned())),
        (None, Some(version)) => {
            let asked = releases::Asked {
                version,
                title: line.title,
                licence: line.licence,
                citation: line.citation,
                filters: Filters(pairs(line.filters)?),
                coarsest: line.coarsen,
                k: line.k,
                by: line.by,
                acknowledge: line.acknowledge,
            };
            return releases::make(config, &database, asked);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// What `saksi report` takes.
#[derive(clap::Args)]
struct ReportLine {
    /// country, upr, `treaty_body`, numbers, brief, actor or `sdg_16_10_1`
    #[arg(required_unless_present_any = ["definition", "list"])]
    preset: Option<crate::casework::report::ReportPreset>,
    /// ISO 3166-1 alpha-3, several with commas for numbers; an actor by ref or id
    #[arg(required_unless_present_any = ["definition", "list"])]
    subject: Option<String>,
    /// A saved report, by its name, in place of preset and subject; what else is given counts before it
    #[arg(long, value_name = "NAME", conflicts_with = "preset")]
    definition: Option<String>,
    /// Whose it is, by e-mail address, where several have a saved report of this name
    #[arg(long, value_name = "EMAIL", requires = "definition")]
    owner: Option<String>,
    /// The saved report for the year after its own
    #[arg(long, requires = "definition", conflicts_with_all = ["from", "to"])]
    next_year: bool,
    /// List the saved reports and whose they are
    #[arg(long, conflicts_with_all = ["preset", "definition"])]
    list: bool,
    /// The first day
    #[arg(long)]
    from: Option<String>,
    /// The last day
    #[arg(long)]
    to: Option<String>,
    /// public, partners or internal: it tells nothing that they may not see
    #[arg(long)]
    audience: Option<String>,
    /// The language: en, fr, km or ar
    #[arg(long)]
    lang: Option<String>,
    /// The sections, in their order, with commas
    #[arg(long)]
    sections: Option<String>,
    /// The release that it is made of, such as 2026.1, in place of the records as they are
    #[arg(long, value_name = "VERSION")]
    release: Option<String>,
    /// Another parameter or filter of the API, as NAME=VALUE; may be given several times
    #[arg(long = "with", value_name = "NAME=VALUE")]
    with: Vec<String>,
    /// The logo of whoever submits it: a PNG or JPEG, at most 1 MB and 4096 x 4096 pixels
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// json, html, pdf or docx; what the file's name ends in, if it is left out
    #[arg(long)]
    format: Option<crate::exchange::report::ReportFormat>,
    /// The file; standard output, if it is left out
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// What an internal report tells is what this role sees
    #[arg(long, default_value = "viewer")]
    role: Role,
    /// The address of your server, to which links lead, such as <https://saksi.example.org>
    #[arg(long, value_name = "URL", default_value = "")]
    base: String,
}

impl ReportLine {
    fn asked(self) -> Result<report::Asked, Failure> {
        let mut parameters = pairs(self.with)?;
        for (name, value) in [
            ("from", self.from),
            ("to", self.to),
            ("audience", self.audience),
            ("lang", self.lang),
            ("sections", self.sections),
            ("release", self.release),
        ] {
            if let Some(value) = value {
                parameters.insert(name.to_owned(), value);
            }
        }
        let what = match (self.preset, self.subject, self.definition) {
            (Some(preset), Some(subject), _) => report::What::Subject(preset, subject),
            (_, _, Some(name)) => {
                report::What::Definition { name, owner: self.owner, next_year: self.next_year }
            }
            _ => return Err(Failure::Said("say which report, such as: country KHM".to_owned())),
        };
        Ok(report::Asked {
            what,
            logo: self.logo,
            role: self.role,
            parameters,
            format: self.format,
            base: self.base.trim_end_matches('/').to_owned(),
        })
    }
}

/// Filters, each written as NAME=VALUE.
fn pairs(filters: Vec<String>) -> Result<BTreeMap<String, String>, Failure> {
    let pair = |filter: String| match filter.split_once('=') {
        Some((name, value)) => Ok((name.to_owned(), value.to_owned())),
        None => Err(Failure::Said(format!("write the filter '{filter}' as NAME=VALUE"))),
    };
    filters.into_iter().map(pair).collect()
}

/// The database of the settings, made if it is a file that is not there.
fn database(config: &Config) -> Result<Database, Failure> {
    make_data_dir(&config.data_dir)?;
    Ok(Database::open(&config.database, config.connections)?)
}

/// [`database`], up to date.
fn opened(config: &Config) -> Result<Database, Failure> {
    let database = database(config)?;
    database.migrate()?;
    crate::casework::seed::seed(&database, Clock::System.now())?;
    Ok(database)
}

/// Makes the data directory, for its owner alone.
fn make_data_dir(dir: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(dir)
}

fn log_to_stderr(config: &Config) {
    use tracing::level_filters::LevelFilter;
    let level = match config.log_level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let to = tracing_subscriber::fmt().with_max_level(level).with_writer(std::io::stderr);
    match config.log_format {
        LogFormat::Json => to.json().init(),
        LogFormat::Text => to.with_ansi(std::io::stderr().is_terminal()).init(),
    }
}
