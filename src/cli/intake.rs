//! `saksi intake`: a statement's text as a draft, on standard output. Nothing is stored.

use std::fmt::Write as _;
use std::io::Read;
use std::path::Path;

use super::records::as_role;
use super::{Failure, print, print_json};
use crate::casework::Office;
use crate::casework::intake::{self, TextInput};
use crate::config::{Config, DatabaseUrl};
use crate::domain::{Clock, Role};
use crate::error::Error;
use crate::exchange::text::{self, LARGEST};
use crate::intake::{ActorMatch, Draft, DraftActor, DraftEvent, DraftInstrument};

/// What is asked for on the line.
#[derive(clap::Args)]
pub struct Asked {
    /// The file: plain text, HTML, DOCX, PDF with text, or e-mail source; - for standard input
    file: std::path::PathBuf,
    /// Where it was published
    #[arg(long)]
    url: Option<String>,
    /// Its title, where the text does not have it
    #[arg(long)]
    title: Option<String>,
    /// Its language as a BCP 47 tag; found out, if it is left out
    #[arg(long)]
    language: Option<String>,
    /// Whose view of known names it is read with: monitor, reviewer or admin
    #[arg(long, default_value = "monitor")]
    role: Role,
    /// Print JSON, as POST /intake/analyze answers
    #[arg(long)]
    json: bool,
}

/// Reads a text and prints its draft. Without a database it is read without names of the house.
pub fn intake(asked: Asked, config: &Config) -> Result<(), Failure> {
    let Asked { file, url, title, language, role, json } = asked;
    let of_file = text_of(&file)?;
    let sent = TextInput {
        text: of_file.text,
        url: url.or(of_file.url),
        title,
        language: language.or(of_file.language),
    };
    let draft = match &config.database {
        DatabaseUrl::Sqlite(path) if !Path::new(path).exists() => {
            eprintln!(
                "there is no database at {path}: the text is read without the names that one would have"
            );
            intake::analyze_alone(sent)?
        }
        _ => {
            let office = Office::new(super::opened(config)?);
            let caller = as_role(&office, role)?;
            intake::analyze_here(&office, caller, Clock::System.now(), sent)?
        }
    };
    if json { print_json(&draft) } else { print(told(&draft).map_err(Error::internal)?) }
}

/// The text of a file, and the title, language and address that the file gives itself.
fn text_of(file: &Path) -> Result<TextInput, Failure> {
    let from = |reader: &mut dyn Read| -> std::io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let named = file.display();
    let bytes = if file == Path::new("-") {
        from(&mut std::io::stdin().lock())?
    } else {
        let about = |error: std::io::Error| Failure::Said(format!("{named}: {error}"));
        from(&mut std::fs::File::open(file).map_err(about)?).map_err(about)?
    };
    let name = file.file_name().and_then(|it| it.to_str());
    let read = text::read(&bytes, name, None)
        .map_err(|error| Failure::Said(format!("{named}: {error}")))?;
    for notice in &read.notices {
        eprintln!("{named}: {notice}");
    }
    let left_out = read.left_out().len();
    if left_out > 0 {
        eprintln!(
            "{named}: {left_out} passages that are no part of a statement were left out (menus, footers and the like)"
        );
    }
    let body = read.statement();
    Ok(TextInput { text: body, url: read.url, title: None, language: read.language })
}

/// A draft, for somebody who reads it in a terminal.
fn told(draft: &Draft) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let mut line = |name: &str, value: &str| {
        if value.is_empty() { Ok(()) } else { writeln!(out, "{name:<12}{value}") }
    };
    line("title", draft.title.as_deref().unwrap_or_default())?;
    line("kind", draft.kind.code())?;
    line("issuer", draft.issuer.as_deref().unwrap_or_default())?;
    line("co-signers", &draft.cosigners.join("; "))?;
    line("issued on", draft.issued_on.as_deref().unwrap_or_default())?;
    line("place", draft.place.as_deref().unwrap_or_default())?;
    line("language", draft.language.as_deref().unwrap_or_default())?;
    line("countries", &draft.countries.join(", "))?;
    section(&mut out, "Actors", &draft.actors, |it| (actor(it), it.rule.clone(), None))?;
    section(&mut out, "Events", &draft.events, |it| (event(it), it.rule.clone(), Some(&it.quote)))?;
    section(&mut out, "Law", &draft.instruments, |it| (law(it), it.rule.clone(), Some(&it.quote)))?;
    section(&mut out, "Demands", &draft.demands, |it| {
        let of = it.addressee.as_deref().unwrap_or("(nobody is addressed)");
        (format!("{of}: {} [{}]", it.action, it.category), it.rule.clone(), Some(&it.quote))
    })?;
    if !draft.notes.is_empty() {
        writeln!(out, "\nNotes")?;
        for note in &draft.notes {
            writeln!(out, "  {note}")?;
        }
    }
    Ok(out)
}

/// Findings of one kind: each with the rule that made it, and the words that it was read from.
fn section<'d, T>(
    out: &mut String,
    heading: &str,
    findings: &'d [T],
    say: impl Fn(&'d T) -> (String, String, Option<&'d String>),
) -> std::fmt::Result {
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{heading}")?;
    for (at, finding) in findings.iter().enumerate() {
        let (said, rule, quote) = say(finding);
        writeln!(out, "{:>3}. {said}", at + 1)?;
        if let Some(quote) = quote {
            writeln!(out, "     “{}”", quote.split_whitespace().collect::<Vec<_>>().join(" "))?;
        }
        writeln!(out, "     by {rule}")?;
    }
    Ok(())
}

fn record(found: &ActorMatch) -> String {
    format!("{} {} ({:.2})", found.reference, found.name, found.score)
}

fn actor(actor: &DraftActor) -> String {
    let mut said = format!("{} [{}]", actor.name, actor.kind);
    if !actor.aliases.is_empty() {
        said = format!("{said}, also {}", actor.aliases.join(", "));
    }
    if !actor.roles.is_empty() {
        said = format!("{said}: {}", actor.roles.join(", "));
    }
    let known = match (&actor.matched, &actor.candidates[..]) {
        (Some(found), _) => format!("is {}", record(found)),
        (None, []) => "new".to_owned(),
        (None, some) => {
            format!("may be {}", some.iter().map(record).collect::<Vec<_>>().join(", or "))
        }
    };
    format!("{said} — {known}")
}

fn event(event: &DraftEvent) -> String {
    let date = event.date.as_deref().unwrap_or("no date");
    let mut said = format!("{date}  {}", event.kind);
    if let Some(aim) = &event.aims_at {
        said = format!("{said} (of {aim})");
    }
    let some = |names: &[String]| {
        if names.is_empty() { "?".to_owned() } else { names.join(", ") }
    };
    said = format!("{said}: {} → {}", some(&event.perpetrators), some(&event.targets));
    let place = [event.place.as_deref(), event.country.as_deref()];
    let place: Vec<&str> = place.into_iter().flatten().collect();
    if !place.is_empty() {
        said = format!("{said}, {}", place.join(", "));
    }
    if event.background {
        said.push_str(" (background)");
    }
    format!("{said} ({:.2})", event.confidence)
}

fn law(law: &DraftInstrument) -> String {
    let mut said = law.name.clone();
    if let Some(code) = &law.code {
        said = format!("{said} [{code}]");
    }
    if let Some(provision) = &law.provision {
        said = format!("{provision}, {said}");
    }
    if let Some(country) = law.binds.as_ref().or(law.country.as_ref()) {
        said = format!("{said}, {country}");
    }
    said
}
