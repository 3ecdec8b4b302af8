//! Commands that work on records: `user add`, `export`, `law`, `verify`, `reindex`.

use std::fs::File;
use std::io::{BufRead, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use super::Failure;
use crate::casework::records::user::{User, UserInput};
use crate::casework::records::{Filters, searched};
use crate::casework::{Office, create_record, law, seed, verify};
use crate::domain::{Caller, Clock, Country, Role};
use crate::error::Error;
use crate::exchange::write::{Format, Preset};
use crate::exchange::{Dataset, Export};
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

/// What is to be exported.
pub struct Wanted {
    pub dataset: Dataset,
    pub format: Format,
    pub preset: Preset,
    pub role: Role,
    pub filters: Filters,
}

pub fn export(database: &Database, wanted: Wanted, output: Option<&Path>) -> Result<(), Failure> {
    let office = Office::new(database.clone());
    let caller = as_role(&office, wanted.role)?;
    let Wanted { dataset, format, preset, filters, .. } = wanted;
    let export = Export { dataset, format, preset, filters, caller };
    export.check(&office)?;
    let now = Clock::System.now();
    let rows = match output {
        None => export.write(&office, now, std::io::stdout().lock())?,
        Some(path) => {
            // Under its name only when it is whole.
            let part = path.with_extension("part");
            let mut file = File::create(&part)?;
            let rows = export.write(&office, now, &mut file)?;
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
        println!("{}", serde_json::to_string_pretty(&answer).map_err(Error::internal)?);
        return Ok(());
    }
    println!("{} on {on}", answer.country.name());
    for item in answer.items {
        let since = item
            .since
            .map(|since| format!(" by {} of {since}", item.action.map_or("act", |it| it.code())));
        let force = item.in_force_since.map(|day| format!(", in force since {day}"));
        println!(
            "{:<16} {}{}{}",
            item.code,
            item.status,
            since.unwrap_or_default(),
            force.unwrap_or_default()
        );
        if let Some(note) = item.note {
            println!("{:<16} {note}", "");
        }
    }
    Ok(())
}

pub fn verify(database: &Database) -> Result<ExitCode, Failure> {
    let wrong = database.snapshot(verify::verify)?;
    for line in &wrong {
        println!("{line}");
    }
    if wrong.is_empty() {
        let (entries, head) = database.read_here(crate::store::history::head)?;
        println!("all is as it was written: {entries} audit entries, head {head}");
        Ok(ExitCode::SUCCESS)
    } else {
        Ok(ExitCode::from(1))
    }
}
