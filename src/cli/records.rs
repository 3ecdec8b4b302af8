//! Commands that work on records: `user add`, `export`, `law`, `verify`, `reindex`.

use std::fs::File;
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{Failure, print, print_json};
use crate::casework::records::user::{User, UserInput};
use crate::casework::records::{Filters, searched};
use crate::casework::{Office, create_record, law, releases, seed, verify};
use crate::domain::{Caller, Clock, Country, GeoPrecision, Role};
use crate::exchange::capture::{Capture, Unit};
use crate::exchange::entities::Entities;
use crate::exchange::package::{About, Package};
use crate::exchange::wanted::Wanted;
use crate::exchange::write::{Format, Preset};
use crate::exchange::{Dataset, Export};
use crate::store::shelf::Shelf;
use crate::store::{Database, Eyes, Memory};

/// The program itself, with the rights of a role.
pub(super) fn as_role(office: &Office, role: Role) -> Result<Caller, Failure> {
    let system = office.database.read_here(seed::system)?;
    let system = system.ok_or_else(|| Failure::Said("run saksi migrate first".to_owned()))?;
    Ok(Caller { role, ..system })
}

pub fn add_user(database: &Database, email: &str, name: &str, role: Role) -> Result<(), Failure> {
    if std::io::stdin().is_terminal() {
        eprint!("Password (12 characters or more; it will be shown): ");
    }
    let mut password = String::new();
    std::io::stdin().lock().read_line(&mut password)?;
    let office = Office::new(database.clone());
    let caller = as_role(&office, Role::Admin)?;
    let input = UserInput {
        email: email.to_owned(),
        name: name.to_owned(),
        role,
        active: true,
        password: Some(password.trim_end_matches(['\r', '\n']).to_owned()),
        confidentiality: None,
        team: None,
    };
    let user: User = office.act_here(caller, Clock::System.now(), move |db, act| {
        create_record::create(db, act, input)
    })?;
    eprintln!("{} may now log in as {role}", user.row.email);
    Ok(())
}

/// Makes the search index anew.
pub fn reindex(database: &Database) -> Result<(), Failure> {
    let indexed = database.write_here(|db| searched::reindex(db, &Memory::default()))?;
    eprintln!("{indexed} records are indexed");
    Ok(())
}

/// What can be asked for.
#[derive(Debug, Clone, Copy)]
pub enum Asked {
    Dataset(Dataset),
    Package,
    Capture,
    Entities,
}

impl std::str::FromStr for Asked {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        match name {
            "datapackage" => Ok(Self::Package),
            Capture::NAME => Ok(Self::Capture),
            "followthemoney" => Ok(Self::Entities),
            name => name
                .parse()
                .map(Self::Dataset)
                .map_err(|about: String| about + ", datapackage, capture, followthemoney"),
        }
    }
}

/// What is to be exported.
pub struct Request {
    pub asked: Asked,
    pub format: Format,
    pub preset: Preset,
    pub unit: Unit,
    pub role: Role,
    pub filters: Filters,
    pub coarsest: Option<GeoPrecision>,
}

pub fn export(
    database: &Database,
    about: About,
    asked: Request,
    output: Option<&Path>,
    dir: &Path,
) -> Result<(), Failure> {
    let office = Office::new(database.clone());
    let caller = as_role(&office, asked.role)?;
    let Request { asked, format, preset, unit, filters, coarsest, .. } = asked;
    let wanted = match asked {
        Asked::Dataset(dataset) => {
            if format == Format::Geojson && dataset != Dataset::Events {
                return Err(Failure::Said("only events can be written as geojson".to_owned()));
            }
            Wanted::Dataset(Export { dataset, format, preset, filters, coarsest, caller })
        }
        Asked::Package => {
            Wanted::Package(Package { coarsest, ..Package::of(caller, filters, about) })
        }
        Asked::Capture | Asked::Entities if coarsest.is_some() => {
            return Err(Failure::Said(
                "--coarsen is for datasets and the data package; leave it out".to_owned(),
            ));
        }
        Asked::Capture => Wanted::Capture(Capture { unit, format, preset, filters, caller }),
        Asked::Entities => Wanted::Entities(Entities { filters, caller }),
    };
    wanted.check(&office)?;
    let now = Clock::System.now();
    let rows = match output {
        None => wanted.write(&office, now, std::io::stdout(), dir)?,
        Some(path) => {
            // Under its name only when it is whole.
            let part = path.with_extension("part");
            let mut file = File::create(&part)?;
            let rows = wanted.write(&office, now, &mut file, dir)?;
            file.flush()?;
            file.sync_all()?;
            std::fs::rename(&part, path)?;
            rows
        }
    };
    eprintln!("{rows} rows");
    Ok(())
}

pub fn law(database: &Database, country: &str, on: &str, json: bool) -> Result<(), Failure> {
    let country: Country = country.parse().map_err(Failure::Said)?;
    let on =
        on.parse().map_err(|_| Failure::Said(format!("'{on}' is not a day, as YYYY-MM-DD")))?;
    let office = Office::new(database.clone());
    let caller = as_role(&office, Role::Viewer)?;
    let answer = office.database.read_here(|db| {
        let eyes = Eyes::of(&caller, db, &office.memory)?;
        law::law_on(db, &eyes, &office.memory, country, on)
    })?;
    if json {
        return print_json(&answer);
    }
    let mut lines = vec![format!("{} on {on}", answer.country.name())];
    for item in answer.items {
        let since = item
            .since
            .map(|since| format!(" by {} of {since}", item.action.map_or("act", |it| it.code())));
        let force = item.in_force_since.map(|day| format!(", in force since {day}"));
        let (since, force) = (since.unwrap_or_default(), force.unwrap_or_default());
        lines.push(format!("{:<16} {}{since}{force}", item.code, item.status));
        lines.extend(item.note.map(|note| format!("{:<16} {note}", "")));
    }
    print(lines.join("\n") + "\n")
}

pub fn verify(database: &Database, shelf: &Shelf) -> Result<ExitCode, Failure> {
    let wrong = database.snapshot(|db| {
        let mut wrong = verify::verify(db)?;
        releases::verify(db, shelf, &mut wrong)?;
        Ok(wrong)
    })?;
    for line in &wrong {
        print(format_args!("{line}\n"))?;
    }
    if wrong.is_empty() {
        let (entries, head) = database.read_here(crate::store::history::head)?;
        print(format_args!("all is as it was written: {entries} audit entries, head {head}\n"))?;
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(1))
    }
}
