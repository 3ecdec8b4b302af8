//! `saksi import commitments`: what states did to instruments, brought up to date from a table. The
//! difference is shown first, and nothing is written before somebody agrees.

use std::io::{BufRead, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::records::as_role;
use super::{Failure, print, print_json};
use crate::casework::commitments::{self, Difference, DifferenceLine};
use crate::casework::{Act, Office};
use crate::domain::{Caller, Clock, Role};
use crate::error::{Error, Result};
use crate::store::{Database, Db};

/// A table of commitments.
#[derive(clap::Args)]
pub struct Wanted {
    /// CSV in UTF-8 with the columns instrument, country, action and date; it may have `effective_on`,
    /// `ends_on`, provision, source, `as_of` and note
    file: PathBuf,
    /// Write the difference without asking
    #[arg(long)]
    yes: bool,
    /// Print the difference as JSON
    #[arg(long)]
    json: bool,
}

/// 0: there is no difference, or it was written; 1: there is one, and nothing was written.
pub fn import(database: &Database, wanted: &Wanted) -> Result<ExitCode, Failure> {
    let table = std::fs::read(&wanted.file).map_err(|error| {
        Failure::Said(format!("{} cannot be read: {error}", wanted.file.display()))
    })?;
    let office = Office::new(database.clone());
    let caller = as_role(&office, Role::Admin)?;
    let shown = {
        let (table, caller, memory) = (table.clone(), caller.clone(), office.memory.clone());
        database.read_here(move |db| {
            let mut act = Act::by(caller, Clock::System.now(), memory.for_a_write());
            let difference = difference(db, &mut act, &table)?;
            Ok((difference.lines(db)?, difference.same, difference.of_users))
        })?
    };
    let (lines, same, of_users) = shown;
    if wanted.json {
        print_json(&lines)?;
    } else {
        print(in_words(&lines, same, of_users))?;
    }
    if lines.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    if !wanted.yes && !agreed(lines.len())? {
        eprintln!("nothing was written; add --yes to write it");
        return Ok(ExitCode::from(1));
    }
    write(&office, caller, table, &lines)?;
    eprintln!("{} changes were written", lines.len());
    Ok(ExitCode::SUCCESS)
}

fn difference(db: &mut Db, act: &mut Act, table: &[u8]) -> Result<Difference> {
    let facts = commitments::read(db, act, table)?;
    commitments::compare(db, act.caller.user, facts)
}

/// Writes what was shown, if it is still that.
fn write(
    office: &Office,
    caller: Caller,
    table: Vec<u8>,
    shown: &[DifferenceLine],
) -> Result<(), Failure> {
    let expected = serde_json::to_string(shown).map_err(Error::internal)?;
    office.act_here(caller, Clock::System.now(), move |db, act| {
        let difference = difference(db, act, &table)?;
        let now = serde_json::to_string(&difference.lines(db)?).map_err(Error::internal)?;
        if now != expected {
            return Err(Error::Conflict(
                "commitments were changed meanwhile; look at the difference again".into(),
            ));
        }
        act.reason = Some("import of a table of commitments".to_owned());
        commitments::apply(db, act, difference)
    })?;
    Ok(())
}

/// Asks, where somebody is there to be asked.
fn agreed(changes: usize) -> std::io::Result<bool> {
    if !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    eprint!("Write these {changes} changes? [y/N] ");
    std::io::stderr().flush()?;
    let mut answer = String::new();
    std::io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}

fn in_words(lines: &[DifferenceLine], same: usize, of_users: usize) -> String {
    let line = |it: &DifferenceLine| {
        let head = std::iter::once(format!("{} {}\n", it.sign, it.what));
        head.chain(it.changes.iter().map(|change| format!("    {change}\n"))).collect::<String>()
    };
    let text: String = lines.iter().map(line).collect();
    let count = |sign: char| lines.iter().filter(|it| it.sign == sign).count();
    text + &format!(
        "{} added, {} changed, {} gone; {same} the same, {of_users} that users look after\n",
        count('+'),
        count('~'),
        count('-')
    )
}
