//! HOW A RECORD IS TAKEN OUT OF A RELEASE that was made: its rows and those that join to it, mentions
//! of it in other rows, and the names of an actor in every text.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use csv::StringRecord;
use serde_json::{Value, json};

use super::files::{dataset_of, zipped};
use super::progress::Running;
use super::rows::{Columns, opened};
use super::settle;
use crate::casework::Office;
use crate::casework::releases::{self, ReleaseView, Removed};
use crate::domain::release::Withdrawal;
use crate::domain::{Action, Caller, Timestamp};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::exchange::package::Package;
use crate::store::protection::Protected;
use crate::store::shelf::{Made, Shelf, Turn};

/// The datasets, each after those that its rows join to.
const ORDER: [Dataset; 11] = [
    Dataset::Incidents,
    Dataset::Events,
    Dataset::Statements,
    Dataset::Actors,
    Dataset::Participations,
    Dataset::Demands,
    Dataset::Instruments,
    Dataset::Provisions,
    Dataset::Commitments,
    Dataset::Citations,
    Dataset::Merges,
];

/// The columns that name a record of a dataset's own, by id and by ref.
const fn own(dataset: Dataset) -> (&'static str, Option<&'static str>, &'static str) {
    match dataset {
        Dataset::Incidents => ("incident_id", Some("incident_ref"), "incident"),
        Dataset::Events => ("event_id", Some("event_ref"), "event"),
        Dataset::Statements => ("statement_id", Some("statement_ref"), "statement"),
        Dataset::Actors => ("actor_id", Some("actor_ref"), "actor"),
        Dataset::Participations => ("participation_id", None, "participation"),
        Dataset::Demands => ("demand_id", None, "demand"),
        Dataset::Citations => ("citation_id", None, "citation"),
        Dataset::Instruments => ("instrument_id", Some("code"), "instrument"),
        Dataset::Provisions => ("provision_id", None, "provision"),
        Dataset::Commitments => ("commitment_id", None, "commitment"),
        Dataset::Merges => ("decision_id", None, "decision"),
    }
}

/// The columns by which a row goes with a record that goes.
const fn joins(dataset: Dataset) -> &'static [&'static str] {
    match dataset {
        Dataset::Incidents | Dataset::Statements | Dataset::Actors | Dataset::Instruments => &[],
        Dataset::Events => &["incident_ref"],
        Dataset::Participations => &["event_id", "event_ref", "actor_id", "actor_ref"],
        Dataset::Demands => &["statement_id", "statement_ref", "addressee_ref"],
        Dataset::Citations => &["statement_id", "statement_ref", "target_id"],
        Dataset::Provisions | Dataset::Commitments => &["instrument"],
        Dataset::Merges => &["record", "other"],
    }
}

/// What goes.
#[derive(Default)]
struct Gone {
    /// Ids and refs of the records that go.
    records: HashSet<String>,
    /// Names of the actor that goes.
    names: Vec<String>,
    /// The same, as they are found in texts.
    in_texts: Protected,
    /// Statements of which the text was changed: quotes stand elsewhere in it now.
    changed_texts: HashSet<String>,
    rows: i64,
}

/// The record that goes.
struct Target {
    dataset: Dataset,
    id: String,
}

/// Takes a record out of a release; may take minutes, and blocks. `name`: its id or ref, as it stands in
/// the files.
///
/// # Errors
/// [`Error::Conflict`] if another release is being made or changed, [`Error::Invalid`] if no file has
/// the record.
pub fn take_out(
    office: &Office,
    shelf: &Shelf,
    running: &Running,
    caller: &Caller,
    version: &str,
    (name, reason): (&str, Withdrawal),
    now: Timestamp,
) -> Result<()> {
    caller.must(Action::MakeReleases)?;
    let turn = shelf.take()?;
    settle(office, &turn)?;
    let (row, view) = office.database.read_here(|db| {
        Ok((releases::row(db, caller, version)?, releases::find(db, caller, version)?))
    })?;
    turn.begin(&format!("taking a record out of the release {version}"))?;
    let work = Work { turn: &turn, shelf, running, view: &view };
    let done = work.run(name).and_then(|(made, target, gone, counts)| {
        let old: Vec<String> = made
            .iter()
            .filter_map(|it| view.file(&it.name).map(|file| file.sha256.clone()))
            .collect();
        turn.place(&made, &old)?;
        let removed = Removed {
            kind: own(target.dataset).2,
            record: target.id,
            reason,
            rows: gone.rows,
            counts: json!(counts).to_string(),
        };
        office.act_here(caller.clone(), now, move |db, act| {
            releases::tombstone(db, act, row.id, &made, &removed)
        })
    });
    settle(office, &turn)?;
    done
}

struct Work<'w> {
    turn: &'w Turn,
    shelf: &'w Shelf,
    running: &'w Running,
    view: &'w ReleaseView,
}

type Done = (Vec<Made>, Target, Gone, BTreeMap<String, i64>);

impl Work<'_> {
    fn run(&self, name: &str) -> Result<Done> {
        let (target, mut gone) = self.find(name)?;
        let mut counts = self.view.counts.clone();
        let mut made = Vec::new();
        for dataset in ORDER {
            let file = format!("{dataset}.csv");
            if self.view.file(&file).is_none() {
                continue;
            }
            let (rows, changed) = self.rewrite(dataset, &file, &mut gone)?;
            counts.insert(dataset.code().to_owned(), rows);
            made.extend(changed);
        }
        self.describe(&mut made, &counts)?;
        let path = |name: &str, sha256: &str| {
            if made.iter().any(|it| it.name == name) {
                self.turn.part_path(name)
            } else {
                self.shelf.object(sha256)
            }
        };
        let files: Vec<(String, PathBuf)> = self
            .view
            .files
            .iter()
            .filter(|it| it.name != Package::FILE)
            .map(|it| (it.name.clone(), path(&it.name, &it.sha256)))
            .collect();
        made.push(zipped(self.turn, self.running, &files, self.view.made_at)?);
        Ok((made, target, gone, counts))
    }

    fn reader(&self, file: &str) -> Result<csv::Reader<File>> {
        opened(self.shelf, self.view, file)
    }

    /// The record that an id or ref names in the files.
    fn find(&self, name: &str) -> Result<(Target, Gone)> {
        for dataset in ORDER {
            let file = format!("{dataset}.csv");
            if self.view.file(&file).is_none() {
                continue;
            }
            let mut reader = self.reader(&file)?;
            let columns = Columns::of(&mut reader)?;
            let (id, reference, _) = own(dataset);
            let mut row = StringRecord::new();
            while reader.read_record(&mut row).map_err(Error::internal)? {
                let is_it = |column: &str| columns.cell(&row, column) == Some(name);
                if !(is_it(id) || reference.is_some_and(is_it)) {
                    continue;
                }
                let id = columns.cell(&row, id).unwrap_or_default().to_owned();
                let mut gone = Gone::default();
                gone.records.insert(id.clone());
                gone.records
                    .extend(reference.and_then(|it| columns.cell(&row, it)).map(str::to_owned));
                if dataset == Dataset::Actors {
                    let names = columns.cell(&row, "name").into_iter().chain(
                        columns.cell(&row, "other_names").into_iter().flat_map(|it| it.split("; ")),
                    );
                    gone.names = names.filter(|it| !it.is_empty()).map(str::to_owned).collect();
                    gone.in_texts = Protected::withheld(&gone.names)?;
                }
                return Ok((Target { dataset, id }, gone));
            }
        }
        Err(Error::field(
            "/record",
            "is in no file of this release; give the id or the ref, as it stands in the files",
        ))
    }

    /// Writes a table without what goes. Says how many rows it has, and what was made of it if anything
    /// differs.
    fn rewrite(
        &self,
        dataset: Dataset,
        file: &str,
        gone: &mut Gone,
    ) -> Result<(i64, Option<Made>)> {
        self.running.writes(file);
        let mut reader = self.reader(file)?;
        let columns = Columns::of(&mut reader)?;
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::Any(b'\n'))
            .buffer_capacity(64 * 1024)
            .from_writer(self.turn.part(file)?);
        out.write_record(reader.headers().map_err(Error::internal)?).map_err(Error::internal)?;
        let (mut rows, mut differs) = (0, false);
        let mut row = StringRecord::new();
        while reader.read_record(&mut row).map_err(Error::internal)? {
            if gone.takes(dataset, &columns, &row) {
                differs = true;
                continue;
            }
            rows += 1;
            match gone.edited(dataset, &columns, &row) {
                None => out.write_record(&row).map_err(Error::internal)?,
                Some(cells) => {
                    differs = true;
                    out.write_record(&cells).map_err(Error::internal)?;
                }
            }
        }
        let mut part = out.into_inner().map_err(|error| Error::internal(error.into_error()))?;
        part.flush().map_err(Error::internal)?;
        let made = part.done()?;
        Ok((rows, differs.then_some(made)))
    }

    /// Brings what describes the tables in line with them.
    fn describe(&self, made: &mut Vec<Made>, counts: &BTreeMap<String, i64>) -> Result<()> {
        let rows = |file: &str| dataset_of(file).and_then(|it| counts.get(it.code()));
        if self.view.file("README.md").is_some() {
            let text = self.text("README.md")?;
            let lines = text.lines().map(|line| {
                let mut parts = line.strip_prefix("| ").unwrap_or_default().splitn(3, " | ");
                match (parts.next(), parts.next(), parts.next()) {
                    (Some(file), Some(_), Some(about)) if rows(file).is_some() => {
                        let count = rows(file).copied().unwrap_or_default();
                        Cow::Owned(format!("| {file} | {count} | {about}"))
                    }
                    _ => Cow::Borrowed(line),
                }
            });
            let text: String = lines.flat_map(|line| [line, Cow::Borrowed("\n")]).collect();
            made.push(self.write("README.md", &text)?);
        }
        if self.view.file("datapackage.json").is_some() {
            let mut described: Value =
                serde_json::from_str(&self.text("datapackage.json")?).map_err(Error::internal)?;
            let resources = described["resources"].as_array_mut();
            for resource in resources.into_iter().flatten() {
                let path = resource["path"].as_str().unwrap_or_default().to_owned();
                let Some(file) = made.iter().find(|it| it.name == path) else { continue };
                resource["bytes"] = file.bytes.into();
                resource["hash"] = format!("sha256:{}", file.sha256).into();
                if let Some(count) = rows(&path) {
                    resource["saksi:rows"] = (*count).into();
                }
            }
            let text = serde_json::to_string_pretty(&described).map_err(Error::internal)?;
            made.push(self.write("datapackage.json", &format!("{text}\n"))?);
        }
        if self.view.file("SHA256SUMS").is_some() {
            let now: HashMap<&str, &str> =
                made.iter().map(|it| (it.name.as_str(), it.sha256.as_str())).collect();
            let mut text = String::new();
            for line in self.text("SHA256SUMS")?.lines() {
                let (digest, name) = line.split_once("  ").unwrap_or_default();
                let digest = now.get(name).copied().unwrap_or(digest);
                text.extend([digest, "  ", name, "\n"]);
            }
            made.push(self.write("SHA256SUMS", &text)?);
        }
        Ok(())
    }

    fn text(&self, file: &str) -> Result<String> {
        let digest = &self.view.file(file).ok_or(Error::NotFound)?.sha256;
        std::fs::read_to_string(self.shelf.object(digest)).map_err(Error::internal)
    }

    fn write(&self, file: &str, text: &str) -> Result<Made> {
        let mut part = self.turn.part(file)?;
        part.write_all(text.as_bytes()).map_err(Error::internal)?;
        part.done()
    }
}

impl Gone {
    /// Whether a row goes. What joins to it goes, too.
    fn takes(&mut self, dataset: Dataset, columns: &Columns, row: &StringRecord) -> bool {
        let (id, reference, _) = own(dataset);
        let linked = [id].into_iter().chain(reference).chain(joins(dataset).iter().copied());
        let mut cells = linked.filter_map(|column| columns.cell(row, column));
        if !cells.any(|cell| self.records.contains(cell)) {
            return false;
        }
        let names = [id].into_iter().chain(reference);
        let names: Vec<String> =
            names.filter_map(|it| columns.cell(row, it)).map(str::to_owned).collect();
        self.records.extend(names);
        self.rows += 1;
        true
    }

    /// A row that stays, without mentions of what goes; nothing if it has none.
    fn edited(
        &mut self,
        dataset: Dataset,
        columns: &Columns,
        row: &StringRecord,
    ) -> Option<Vec<String>> {
        let mut cells = Cells { columns, row, changed: BTreeMap::new() };
        let is_gone = |item: &str| self.records.contains(item);
        match dataset {
            Dataset::Incidents => {
                if let Some(left) = cells.without("event_refs", &[], is_gone) {
                    cells.set("event_count", left.to_string());
                }
            }
            Dataset::Events if cells.without("statement_refs", &["stances"], is_gone).is_some() => {
                // Whose statements are left is not known here.
                cells.set("sources", String::new());
                cells.set("source_count", String::new());
            }
            Dataset::Statements => {
                if cells.get("derived_from").is_some_and(is_gone) {
                    cells.set("derived_from", String::new());
                }
                cells.without("issuer_refs", &["issuers"], is_gone);
                cells.without("co_signer_refs", &["co_signers"], is_gone);
            }
            Dataset::Citations
                if cells.get("statement_id").is_some_and(|it| self.changed_texts.contains(it)) =>
            {
                cells.set("start", String::new());
                cells.set("end", String::new());
            }
            _ => {}
        }
        if !self.names.is_empty() {
            let is_name =
                |item: &str| self.names.iter().any(|name| name.replace("; ", ", ") == item);
            for (list, beside) in [
                ("perpetrators", &["perpetrator_kinds"][..]),
                ("targets", &["target_kinds"][..]),
                ("sources", &[][..]),
                ("issuers", &[][..]),
                ("co_signers", &[][..]),
            ] {
                cells.without(list, beside, is_name);
            }
            for (column, at) in &columns.0 {
                // Keys and codes are no texts.
                if column.ends_with("_id") || column.ends_with("_ref") || column.ends_with("_refs")
                {
                    continue;
                }
                let text = cells.changed.get(at).map_or(&row[*at], String::as_str);
                if let Cow::Owned(text) = self.in_texts.without_names(text) {
                    cells.changed.insert(*at, text);
                }
            }
            let is_text = |column: &str| columns.0.get(column);
            if dataset == Dataset::Statements
                && is_text("body").is_some_and(|at| cells.changed.contains_key(at))
            {
                cells.set("body_sha256", String::new());
                let id = columns.cell(row, "statement_id").unwrap_or_default();
                self.changed_texts.insert(id.to_owned());
            }
        }
        if cells.changed.is_empty() {
            return None;
        }
        let Cells { mut changed, .. } = cells;
        let cell =
            |(at, cell): (usize, &str)| changed.remove(&at).unwrap_or_else(|| cell.to_owned());
        Some(row.iter().enumerate().map(cell).collect())
    }
}

/// The cells of a row that is edited.
struct Cells<'r> {
    columns: &'r Columns,
    row: &'r StringRecord,
    changed: BTreeMap<usize, String>,
}

impl Cells<'_> {
    fn get(&self, column: &str) -> Option<&str> {
        let at = self.columns.0.get(column)?;
        Some(self.changed.get(at).map_or(&self.row[*at], String::as_str))
    }

    fn set(&mut self, column: &str, cell: String) {
        if let Some(at) = self.columns.0.get(column) {
            self.changed.insert(*at, cell);
        }
    }

    /// Takes items out of a list, and those at the same places out of lists beside it. Says how many are
    /// left, if any went.
    fn without(
        &mut self,
        column: &str,
        beside: &[&str],
        goes: impl Fn(&str) -> bool,
    ) -> Option<usize> {
        let list: Vec<String> = self.get(column)?.split("; ").map(str::to_owned).collect();
        let stays: Vec<bool> = list.iter().map(|item| !goes(item)).collect();
        let left = stays.iter().filter(|stays| **stays).count();
        if left == list.len() {
            return None;
        }
        for column in [column].iter().chain(beside) {
            let Some(cell) = self.get(column) else { continue };
            let items = cell.split("; ").zip(&stays).filter(|it| *it.1).map(|it| it.0);
            let cell = items.collect::<Vec<_>>().join("; ");
            self.set(column, cell);
        }
        Some(left)
    }
}
