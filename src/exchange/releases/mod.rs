//! HOW A RELEASE IS MADE: looked at for what it would give away, written from one moment of the
//! database, put in its place, and only then recorded.

pub mod diff;
pub mod files;
pub mod frozen;
pub mod progress;
mod rows;
pub mod texts;
pub mod tombstone;

use std::collections::BTreeMap;

use serde_json::json;

use self::files::Files;
use self::progress::Running;
use super::package::{About, Package};
use crate::casework::Office;
use crate::casework::disclosure::{self, Report};
use crate::casework::records::Filters;
use crate::casework::records::Record;
use crate::casework::records::event::Event;
use crate::casework::records::filter::{Remembered, may_name};
use crate::casework::releases::{self, ReleaseRow};
use crate::domain::release::{Audience, Version};
use crate::domain::{Action, Caller, GeoPrecision, Id, Timestamp, text};
use crate::error::{Error, Result, Wrong};
use crate::store::shelf::{Shelf, Turn};
use crate::store::{Db, Memory};

/// What somebody says of what was found before a release is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Acknowledged {
    Nothing,
    /// What a report gave as `acknowledge`.
    Report(String),
    /// Whatever is found.
    All,
}

/// A release that is to be made.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub version: Version,
    pub title: Option<String>,
    /// How it may be used.
    pub licence: Option<String>,
    /// How it is to be cited; made of the title, the version and the day if it is not given.
    pub citation: Option<String>,
    /// What is in it, and what is looked for before.
    pub looked_at: disclosure::Wanted,
    pub acknowledged: Acknowledged,
}

/// The longest title, licence or citation, in characters.
const LONGEST: usize = 1_000;
/// Filters that mean something else for everybody.
const OF_ONE_READER: [&str; 2] = ["mine", "assigned_to"];

impl Wanted {
    /// A release with the usual report before it.
    pub fn of(version: Version, filters: Filters, coarsest: Option<GeoPrecision>) -> Self {
        let (k, by) = (disclosure::USUAL_K, disclosure::USUAL.to_vec());
        Self {
            version,
            title: None,
            licence: None,
            citation: None,
            looked_at: disclosure::Wanted { filters, coarsest, k, by },
            acknowledged: Acknowledged::Nothing,
        }
    }

    /// Puts the texts in order, and checks all that can be checked before anything is made.
    ///
    /// # Errors
    /// [`Error::Forbidden`], [`Error::Conflict`] if there is such a version, [`Error::Invalid`] for
    /// what cannot be released.
    pub fn check(&mut self, office: &Office, caller: &Caller) -> Result<()> {
        caller.must(Action::MakeReleases)?;
        let mut wrong = Wrong::default();
        for (pointer, given) in [
            ("/title", &mut self.title),
            ("/licence", &mut self.licence),
            ("/citation", &mut self.citation),
        ] {
            *given = given.take().filter(|it| !it.trim().is_empty());
            let Some(typed) = given else { continue };
            *typed = wrong.take(pointer, text::line(typed));
            if typed.chars().count() > LONGEST {
                wrong.add(pointer, format!("has more than {LONGEST} characters; shorten it"));
            }
        }
        wrong.check()?;
        self.looked_at.check()?;
        office.database.read_here(|db| {
            if releases::is_there(db, self.version)? {
                return Err(Error::Conflict(format!(
                    "there is a release {}, which stays as it is; choose the next version",
                    self.version
                )));
            }
            let protected = office.memory.protection(db)?;
            let mut wrong = Wrong::default();
            for (pointer, given) in [
                ("/title", &self.title),
                ("/licence", &self.licence),
                ("/citation", &self.citation),
            ] {
                if given.as_deref().is_some_and(|it| protected.are_named_in(it)) {
                    wrong.add(pointer, "names somebody who is protected; everybody will read it");
                }
            }
            wrong.check()
        })?;
        checked_filters(office, &self.looked_at.filters)
    }

    fn about(&self, now: Timestamp) -> About {
        let title = self.title.clone().unwrap_or_else(|| About::TITLE.to_owned());
        let citation = self
            .citation
            .clone()
            .unwrap_or_else(|| format!("{title}, version {} ({})", self.version, now.day()));
        About {
            name: "saksi".to_owned(),
            title,
            version: Some(self.version.to_string()),
            licence: self.licence.clone(),
            citation: Some(citation),
        }
    }
}

/// Checks filters of events that everybody will read.
///
/// # Errors
/// [`Error::Malformed`] for those that there are not, or that may name somebody.
pub fn checked_filters(office: &Office, filters: &Filters) -> Result<()> {
    if let Some(name) =
        filters.0.keys().find(|name| may_name(name) || OF_ONE_READER.contains(&name.as_str()))
    {
        return Err(Error::Malformed(format!(
            "a release cannot be narrowed by '{name}': everybody will read its filters"
        )));
    }
    office.database.read_here(|db| {
        let memory = Remembered::of(db, &office.memory)?;
        if filters.0.values().any(|value| memory.protected.are_named_in(value)) {
            return Err(Error::Malformed(
                "a filter names somebody who is protected; everybody will read it".to_owned(),
            ));
        }
        filters.condition(Event::FILTERS, &Caller::public(), &memory).map(drop)
    })
}

/// What a release would give away.
///
/// # Errors
/// [`Error::Forbidden`], and those of [`checked_filters`].
pub fn look(office: &Office, caller: &Caller, wanted: &disclosure::Wanted) -> Result<Report> {
    caller.must(Action::MakeReleases)?;
    wanted.check()?;
    checked_filters(office, &wanted.filters)?;
    let package = packed(wanted, About::current(None, None));
    office.database.snapshot(|db| report(db, &office.memory, wanted, &package))
}

/// What a release holds: what everybody may see of it.
fn packed(wanted: &disclosure::Wanted, about: About) -> Package {
    let package = Package::of(Caller::public(), wanted.filters.clone(), about);
    Package { coarsest: wanted.coarsest, ..package }
}

fn report(
    db: &mut Db,
    memory: &Memory,
    wanted: &disclosure::Wanted,
    package: &Package,
) -> Result<Report> {
    let texts = texts::naming(db, memory, package)?;
    disclosure::report(db, &package.caller, memory, wanted, texts)
}

/// # Errors
/// [`Error::Invalid`], if something was found that was not acknowledged.
fn acknowledged(report: &Report, given: &Acknowledged) -> Result<()> {
    let found = match (&report.acknowledge, given) {
        (None, _) | (_, Acknowledged::All) => return Ok(()),
        (Some(found), Acknowledged::Report(given)) if found == given => return Ok(()),
        (Some(_), Acknowledged::Report(_)) => {
            "what is found now is not what was acknowledged; look at the report again"
        }
        (Some(_), Acknowledged::Nothing) => "look at the report, and acknowledge what it found",
    };
    Err(Error::field(
        "/acknowledge",
        format!(
            "{found}: {} small cells, {} exact places, {} texts that name protected people",
            report.small_cells, report.exact_places, report.naming_texts
        ),
    ))
}

/// Makes a release; blocks for minutes. `begun` is called once nothing stands against it.
///
/// # Errors
/// [`Error::Conflict`] if one is being made, [`Error::Invalid`] for findings that were not
/// acknowledged, and whatever goes wrong; then nothing of it is kept.
pub fn make(
    office: &Office,
    shelf: &Shelf,
    running: &Running,
    caller: &Caller,
    wanted: &Wanted,
    now: Timestamp,
    begun: impl FnOnce(),
) -> Result<()> {
    let turn = shelf.take()?;
    settle(office, &turn)?;
    turn.begin(&format!("the release {}", wanted.version))?;
    let done = made(office, &turn, running, caller, wanted, now, begun);
    settle(office, &turn)?;
    done
}

fn made(
    office: &Office,
    turn: &Turn,
    running: &Running,
    caller: &Caller,
    wanted: &Wanted,
    now: Timestamp,
    begun: impl FnOnce(),
) -> Result<()> {
    let about = wanted.about(now);
    let (title, citation) = (about.title.clone(), about.citation.clone().unwrap_or_default());
    let package = packed(&wanted.looked_at, about);
    let mut files = Files::of(turn, running);
    let (report, packed) = office.database.snapshot(|db| {
        let report = report(db, &office.memory, &wanted.looked_at, &package)?;
        acknowledged(&report, &wanted.acknowledged)?;
        begun();
        Ok((report, package.write_in(db, &office.memory, now, &mut files)?))
    })?;
    let mut made = files.done()?;
    let paths: Vec<_> = made.iter().map(|it| (it.name.clone(), turn.part_path(&it.name))).collect();
    made.push(files::zipped(turn, running, &paths, now)?);
    let counts: BTreeMap<&str, u64> = packed
        .iter()
        .filter_map(|it| Some((files::dataset_of(&it.path)?.code(), it.rows?)))
        .collect();
    let Version { year, number, candidate } = wanted.version;
    let row = ReleaseRow {
        id: Id::at(now),
        version: wanted.version.to_string(),
        year,
        number,
        candidate,
        title,
        audience: Audience::Public,
        filters: json!(wanted.looked_at.filters.0).to_string(),
        coarsen: wanted.looked_at.coarsest,
        counts: json!(counts).to_string(),
        licence: wanted.licence.clone(),
        citation,
        findings: report.kept().to_string(),
        made_at: now,
        made_by: caller.user,
    };
    turn.place(&made, &[])?;
    office.act_here(caller.clone(), now, move |db, act| releases::record(db, act, &row, &made))
}

/// Removes what was left unfinished. Says what it was, if there was anything.
fn settle(office: &Office, turn: &Turn) -> Result<Option<String>> {
    office.database.read_here(|db| turn.settle(|digest| releases::is_kept(db, digest)))
}

/// [`settle`], when the program starts. Nothing is done while another program makes a release.
pub fn recover(office: &Office, shelf: &Shelf) -> Result<Option<String>> {
    if !shelf.is_begun() {
        return Ok(None);
    }
    match shelf.take() {
        Ok(turn) => settle(office, &turn),
        Err(Error::Conflict(_)) => Ok(None),
        Err(error) => Err(error),
    }
}
