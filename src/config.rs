//! Settings: from flags, else the environment, else `saksi.toml`, else safe defaults.

use std::fmt;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use serde::{Deserialize, Serialize};

use crate::domain::Role;

/// What can be set on the command line and in the environment.
#[derive(Debug, Clone, Default, Args)]
pub struct Flags {
    /// A TOML file of settings; saksi.toml in the data directory if it is there
    #[arg(long, env = "SAKSI_CONFIG", global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Where the database, keys and files are kept
    #[arg(long, env = "SAKSI_DATA_DIR", global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
    /// sqlite:PATH or postgres://…
    #[arg(
        long,
        env = "SAKSI_DATABASE_URL",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub database: Option<DatabaseUrl>,
    /// Address to listen on; port 0 picks a free one
    #[arg(long, env = "SAKSI_LISTEN", global = true, value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// Connections to the database for reading
    #[arg(long, env = "SAKSI_CONNECTIONS", global = true, value_name = "N")]
    pub connections: Option<u32>,
    /// Largest request, in bytes
    #[arg(long, env = "SAKSI_MAX_BODY", global = true, value_name = "BYTES")]
    pub max_body: Option<usize>,
    /// Roles whose accounts must have a second factor, with commas
    #[arg(
        long,
        env = "SAKSI_SECOND_FACTOR_FOR",
        global = true,
        value_name = "ROLES",
        value_delimiter = ','
    )]
    pub second_factor_for: Option<Vec<Role>>,
    /// How logs are written: text or json
    #[arg(long, env = "SAKSI_LOG_FORMAT", global = true, value_name = "FORMAT")]
    pub log_format: Option<LogFormat>,
    /// Least severe log level that is written: error, warn, info or debug
    #[arg(long, env = "SAKSI_LOG_LEVEL", global = true, value_name = "LEVEL")]
    pub log_level: Option<LogLevel>,
    /// Serve what is published and public to everybody, without an account, under /public
    #[arg(
        long,
        env = "SAKSI_PORTAL",
        global = true,
        value_name = "yes|no",
        num_args = 0..=1,
        require_equals = true,
        default_missing_value = "yes",
        value_parser = clap::builder::BoolishValueParser::new()
    )]
    pub portal: Option<bool>,
    /// How the records of the portal may be used, in a line: a licence, with its address
    #[arg(long, env = "SAKSI_PORTAL_LICENCE", global = true, value_name = "TEXT")]
    pub portal_licence: Option<String>,
    /// How the records of the portal are to be cited, in a line
    #[arg(long, env = "SAKSI_PORTAL_CITATION", global = true, value_name = "TEXT")]
    pub portal_citation: Option<String>,
}

/// What can be set in the file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    data_dir: Option<PathBuf>,
    database: Option<String>,
    listen: Option<SocketAddr>,
    connections: Option<u32>,
    max_body: Option<usize>,
    second_factor_for: Option<Vec<Role>>,
    log_format: Option<LogFormat>,
    log_level: Option<LogLevel>,
    portal: Option<bool>,
    portal_licence: Option<String>,
    portal_citation: Option<String>,
}

/// The settings in force.
#[derive(Debug, Clone, Serialize)]
pub struct Config {
    pub data_dir: PathBuf,
    /// Printed without its password.
    pub database: DatabaseUrl,
    pub listen: SocketAddr,
    pub connections: u32,
    pub max_body: usize,
    /// Roles whose accounts must have a second factor.
    pub second_factor_for: Vec<Role>,
    pub log_format: LogFormat,
    pub log_level: LogLevel,
    /// Whether what is published and public is shown to everybody under `/public`.
    pub portal: bool,
    /// How its records may be used, if that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal_licence: Option<String>,
    /// How they are cited, if that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub portal_citation: Option<String>,
}

/// The longest line that can be set, in characters.
const LONGEST_LINE: usize = 1_000;

/// A line that was set; nothing for an empty one.
fn line(name: &str, text: Option<String>) -> Result<Option<String>, String> {
    let text = text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    match &text {
        Some(line) if line.chars().count() > LONGEST_LINE => {
            Err(format!("{name} takes at most {LONGEST_LINE} characters"))
        }
        Some(line) if line.contains(char::is_control) => Err(format!("{name} must be one line")),
        _ => Ok(text),
    }
}

impl Config {
    /// Puts the settings together. `data_dir` is where records go if nothing else is said.
    ///
    /// # Errors
    /// What is wrong with the file, in words.
    pub fn resolve(flags: &Flags, data_dir: &Path) -> Result<Self, String> {
        let named = flags.config.clone();
        let at = named
            .clone()
            .unwrap_or_else(|| flags.data_dir.as_deref().unwrap_or(data_dir).join("saksi.toml"));
        let file: File = match std::fs::read_to_string(&at) {
            Ok(text) => toml::from_str(&text)
                .map_err(|error| format!("{} cannot be used: {error}", at.display()))?,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound && named.is_none() => {
                File::default()
            }
            Err(error) => return Err(format!("{} cannot be read: {error}", at.display())),
        };
        let data_dir =
            flags.data_dir.clone().or(file.data_dir).unwrap_or_else(|| data_dir.to_owned());
        let in_file = file.database.map(|url| url.parse()).transpose()?;
        let database = flags.database.clone().or(in_file).unwrap_or_else(|| {
            DatabaseUrl::Sqlite(data_dir.join("saksi.db").display().to_string())
        });
        let connections = flags.connections.or(file.connections).unwrap_or(8);
        if !(1..=200).contains(&connections) {
            return Err(format!("connections must be between 1 and 200, not {connections}"));
        }
        let max_body = flags.max_body.or(file.max_body).unwrap_or(8 * 1024 * 1024);
        if max_body < 1_024 {
            return Err(format!("max_body must be at least 1024 bytes, not {max_body}"));
        }
        Ok(Self {
            data_dir,
            database,
            listen: flags
                .listen
                .or(file.listen)
                .unwrap_or_else(|| SocketAddr::from(([127, 0, 0, 1], 8090))),
            connections,
            max_body,
            second_factor_for: flags
                .second_factor_for
                .clone()
                .or(file.second_factor_for)
                .unwrap_or_default(),
            log_format: flags.log_format.or(file.log_format).unwrap_or(LogFormat::Text),
            log_level: flags.log_level.or(file.log_level).unwrap_or(LogLevel::Info),
            portal: flags.portal.or(file.portal).unwrap_or(false),
            portal_licence: line(
                "portal_licence",
                flags.portal_licence.clone().or(file.portal_licence),
            )?,
            portal_citation: line(
                "portal_citation",
                flags.portal_citation.clone().or(file.portal_citation),
            )?,
        })
    }

    /// As the file would say it.
    pub fn to_toml(&self) -> String {
        toml::to_string_pretty(self).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
}

/// The database this copy was told to use.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A file.
    Sqlite(String),
    /// A connection URL, which may hold a password.
    Postgres(String),
}

impl FromStr for DatabaseUrl {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            return Ok(Self::Postgres(url.to_owned()));
        }
        let path = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:"));
        match path {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(path.to_owned())),
            _ => Err("the database must be sqlite:PATH or postgres://USER@HOST/NAME".to_owned()),
        }
    }
}

/// Without the password.
impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{path}"),
            Self::Postgres(url) => f.write_str(&without_password(url)),
        }
    }
}

fn without_password(url: &str) -> String {
    let (address, options) = url.split_once('?').map_or((url, None), |(a, o)| (a, Some(o)));
    let mut clean = match (address.split_once("://"), address.rfind('@')) {
        (Some((scheme, _)), Some(at)) => {
            let user = address[scheme.len() + 3..at].split(':').next().unwrap_or_default();
            format!("{scheme}://{user}{}", &address[at..])
        }
        _ => address.to_owned(),
    };
    let open: Vec<_> = options
        .into_iter()
        .flat_map(|options| options.split('&'))
        .filter(|option| !option.starts_with("password=") && !option.starts_with("sslpassword="))
        .collect();
    if !open.is_empty() {
        clean.push('?');
        clean.push_str(&open.join("&"));
    }
    clean
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for DatabaseUrl {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_url_is_refused_rather_than_taken_for_a_file_name() {
        for wrong in ["postgre://db/saksi", "sqlite:", "saksi.db", ""] {
            assert!(wrong.parse::<DatabaseUrl>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_password_is_never_printed() {
        for (url, shown) in [
            ("postgres://ana:s3:cr@et@db:5432/saksi", "postgres://ana@db:5432/saksi"),
            ("postgres://db/saksi?user=ana&password=x", "postgres://db/saksi?user=ana"),
            ("postgres://ana@db/saksi", "postgres://ana@db/saksi"),
        ] {
            let url: DatabaseUrl = url.parse().unwrap();
            assert_eq!(url.to_string(), shown);
            assert_eq!(format!("{url:?}"), shown);
        }
    }

    #[test]
    fn a_flag_wins_over_the_file_and_the_file_over_the_default() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::write(dir.path().join("saksi.toml"), "connections = 3\nmax_body = 4096\n")
            .unwrap();
        let flags = Flags { connections: Some(5), ..Flags::default() };
        let config = Config::resolve(&flags, dir.path()).unwrap();
        assert_eq!((config.connections, config.max_body), (5, 4096));
        assert!(config.to_toml().contains("connections = 5"));
        assert!(!config.portal && config.to_toml().contains("portal = false"));

        std::fs::write(dir.path().join("saksi.toml"), "conections = 3\n").unwrap();
        assert!(Config::resolve(&Flags::default(), dir.path()).unwrap_err().contains("conections"));
    }

    #[test]
    fn the_portal_is_opened_and_its_lines_are_lines() {
        let dir = tempfile::tempdir().unwrap();
        let at = dir.path().join("saksi.toml");
        std::fs::write(&at, "portal = true\nportal_licence = \" CC BY 4.0 \"\n").unwrap();
        let config = Config::resolve(&Flags::default(), dir.path()).unwrap();
        assert!(config.portal);
        assert_eq!(config.portal_licence.as_deref(), Some("CC BY 4.0"));
        let flags = Flags {
            portal: Some(false),
            portal_citation: Some("a\nb".to_owned()),
            ..Flags::default()
        };
        assert!(Config::resolve(&flags, dir.path()).unwrap_err().contains("portal_citation"));
        let flags = Flags { portal: Some(false), ..Flags::default() };
        assert!(!Config::resolve(&flags, dir.path()).unwrap().portal);
    }
}
