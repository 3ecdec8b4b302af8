//! HOW A DATA PACKAGE IS MADE: every table of one moment, with what a stranger needs to read, join,
//! check and cite them (Data Package v2, <https://datapackage.org>).

use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use super::codebook::{self, Used};
use super::columns::Titled;
use super::datasets::Dataset;
use super::export::{note, rows_of};
use super::selection::Belonging;
use super::write::{Cell, Format, Preset, RowWriter};
use super::zipped::Zipped;
use crate::casework::Office;
use crate::casework::records::Filters;
use crate::domain::{Action, Caller, GeoPrecision, Timestamp};
use crate::error::{Error, Result};
use crate::store::history::hex;
use crate::store::{Db, Eyes, Memory};

/// Where the files of a package go, one after another: what is written goes into the file that was
/// begun last.
pub trait Shelf: Write {
    /// Begins a file, and with that ends the one before.
    fn begin(&mut self, path: &str) -> io::Result<()>;
}

/// A package that someone may make.
#[derive(Debug, Clone)]
pub struct Package {
    /// Which tables it has.
    pub datasets: Vec<Dataset>,
    /// Which events; the other tables have what belongs to them.
    pub filters: Filters,
    /// How exactly places are told at most, if less than the caller may see.
    pub coarsest: Option<GeoPrecision>,
    pub caller: Caller,
    pub about: About,
}

/// What a package says of itself.
#[derive(Debug, Clone)]
pub struct About {
    /// Lower case, without spaces.
    pub name: String,
    pub title: String,
    /// Where it is one of several, such as `2026.1`.
    pub version: Option<String>,
    /// How it may be used, in a line: a licence, with its address.
    pub licence: Option<String>,
    /// How it is to be cited, in a line.
    pub citation: Option<String>,
}

impl About {
    /// What data are called if nothing else is said.
    pub const TITLE: &str = "Human rights incidents, from a saksi database";

    /// A package of what is there now.
    pub fn current(licence: Option<String>, citation: Option<String>) -> Self {
        let title = Self::TITLE.to_owned();
        Self { name: "saksi".to_owned(), title, version: None, licence, citation }
    }
}

/// A file of a package, as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedFile {
    pub path: String,
    pub bytes: u64,
    /// In hexadecimal.
    pub sha256: String,
    /// Of a table.
    pub rows: Option<u64>,
}

impl Package {
    /// What the file is called in an address.
    pub const FILE: &str = "datapackage.zip";

    /// A package of all that a caller may take along.
    pub fn of(caller: Caller, filters: Filters, about: About) -> Self {
        let is_public = caller == Caller::public();
        // What the office decided of its records, and why, is its own.
        let kept_back = |dataset: &Dataset| is_public && *dataset == Dataset::Merges;
        let datasets = Dataset::ALL.iter().copied().filter(|it| !kept_back(it)).collect();
        Self { datasets, filters, coarsest: None, caller, about }
    }

    /// What the file is called when it is saved.
    pub fn file_name(now: Timestamp) -> String {
        format!("saksi-datapackage-{}.zip", now.day())
    }

    /// [`write`](Self::write), as one ZIP. Says how many rows its tables have together.
    pub fn write_zip(&self, office: &Office, now: Timestamp, out: impl Write) -> Result<u64> {
        let mut zipped = Zipped::new(out, now);
        let files = self.write(office, now, &mut zipped)?;
        zipped.finish()?;
        Ok(files.iter().filter_map(|file| file.rows).sum())
    }

    /// Checks that the caller may export, and that the filters are known, before anything is sent.
    pub fn check(&self, office: &Office) -> Result<()> {
        self.caller.must(Action::Export)?;
        office.database.read_here(|db| {
            Belonging::to_events(db, &self.caller, &office.memory, &self.filters).map(drop)
        })
    }

    /// Writes all files from one moment of the database, and says what they are. Noted in the audit
    /// log before and after.
    pub fn write(
        &self,
        office: &Office,
        now: Timestamp,
        to: &mut impl Shelf,
    ) -> Result<Vec<PackedFile>> {
        self.note(office, now, "export_begun", None)?;
        let files = office.database.snapshot(|db| self.write_in(db, &office.memory, now, to))?;
        let rows = files.iter().filter_map(|file| file.rows).sum();
        self.note(office, now, "exported", Some(rows))?;
        Ok(files)
    }

    fn note(
        &self,
        office: &Office,
        now: Timestamp,
        action: &'static str,
        rows: Option<u64>,
    ) -> Result<()> {
        let detail = json!({"dataset": "datapackage", "format": "zip", "coarsen": self.coarsest});
        note(office, &self.caller, &self.filters, now, action, detail, rows)
    }

    /// [`write`](Self::write), within a snapshot of the caller's, and without a word in the audit log.
    pub fn write_in(
        &self,
        db: &mut Db,
        memory: &Memory,
        now: Timestamp,
        to: &mut impl Shelf,
    ) -> Result<Vec<PackedFile>> {
        let vocabulary = memory.vocabulary(db)?;
        let eyes = Eyes::of(&self.caller, db, memory)?.coarsened(self.coarsest);
        let belonging = Belonging::to_events(db, &self.caller, memory, &self.filters)?;
        let mut packing = Packing { shelf: to, files: Vec::new() };
        let mut used = Used::beside(&vocabulary);
        for dataset in &self.datasets {
            let condition = belonging.of(*dataset, db, memory)?;
            packing.table(&format!("{dataset}.csv"), |out| {
                let names = Titled::of(dataset.columns());
                let mut out = RowWriter::begin(out, Format::Csv, Preset::Research, &names)?;
                let mut rows = 0;
                rows_of(*dataset, db, &eyes, memory, &condition, &mut |cells: &[Cell<'_>]| {
                    rows += 1;
                    used.note(*dataset, cells);
                    out.row(cells)
                })?;
                out.finish()?;
                Ok(rows)
            })?;
        }
        packing.table("vocabularies.csv", |out| {
            codebook::write_vocabularies(&self.datasets, &used, out)
        })?;
        packing.table("codebook.csv", |out| codebook::write_csv(&self.datasets, out))?;
        packing.file("codebook.md", |out| codebook::write_markdown(&self.datasets, &used, out))?;
        packing.text("counting-rules.md", COUNTING)?;
        packing.text("CITATION.cff", &self.citation(now))?;
        if let Some(licence) = &self.about.licence {
            packing.text("LICENCE.txt", &format!("{licence}\n"))?;
        }
        let read_me = self.read_me(&packing.files, now);
        packing.text("README.md", &read_me)?;
        let described = self.describe(&packing.files, &used, now);
        let described = serde_json::to_string_pretty(&described).map_err(Error::internal)?;
        packing.text("datapackage.json", &format!("{described}\n"))?;
        let mut sums = String::new();
        for file in &packing.files {
            // Writing to a String cannot fail.
            let _ = writeln!(sums, "{}  {}", file.sha256, file.path);
        }
        packing.text("SHA256SUMS", &sums)?;
        Ok(packing.files)
    }

    /// `datapackage.json`.
    fn describe(&self, files: &[PackedFile], used: &Used<'_>, now: Timestamp) -> Value {
        let resources: Vec<Value> = files.iter().map(|it| self.resource(it, used)).collect();
        let mut all = json!({
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": self.about.name,
            "title": self.about.title,
            "created": now.to_string(),
        });
        if let Some(version) = &self.about.version {
            all["version"] = version.as_str().into();
        }
        if let Some(licence) = &self.about.licence {
            let path = address_in(licence).unwrap_or("LICENCE.txt");
            all["licenses"] = json!([{"path": path, "title": licence}]);
        }
        if let Some(citation) = &self.about.citation {
            all["saksi:citation"] = citation.as_str().into();
        }
        let filters: Map<String, Value> =
            self.filters.0.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
        all["saksi:filters"] = filters.into();
        all["saksi:seen_by"] = self.caller.role.code().into();
        if let Some(coarsest) = self.coarsest {
            all["saksi:places_at_most"] = coarsest.code().into();
        }
        all["resources"] = resources.into();
        all
    }

    fn resource(&self, file: &PackedFile, used: &Used<'_>) -> Value {
        let (stem, kind) = file.path.rsplit_once('.').unwrap_or((&file.path, ""));
        let name = stem.to_lowercase();
        let media_type = match kind {
            "csv" => "text/csv",
            "md" => "text/markdown",
            "cff" => "application/yaml",
            _ => "text/plain",
        };
        // The codebook is there twice, for programs and for people.
        let name = if kind == "csv" { name } else { format!("{name}-{kind}") };
        let mut resource = json!({
            "name": name,
            "path": file.path,
            "format": kind,
            "mediatype": media_type,
            "encoding": "utf-8",
            "bytes": file.bytes,
            "hash": format!("sha256:{}", file.sha256),
        });
        let Some(rows) = file.rows else { return resource };
        resource["type"] = "table".into();
        resource["saksi:rows"] = rows.into();
        resource["schema"] = match stem.parse::<Dataset>() {
            Ok(dataset) => {
                resource["description"] = format!("One row is {}.", dataset.unit()).into();
                codebook::schema(dataset, &self.datasets, used)
            }
            Err(_) if stem == "codebook" => {
                codebook::plain_schema(codebook::CODEBOOK, &["dataset", "column"])
            }
            Err(_) => codebook::plain_schema(codebook::VOCABULARIES, &["vocabulary", "code"]),
        };
        resource
    }

    /// `CITATION.cff`, version 1.2.0 of that format.
    fn citation(&self, now: Timestamp) -> String {
        let About { title, version, licence, citation, .. } = &self.about;
        let message = match citation {
            Some(citation) => format!("If you use these data, cite them as: {citation}"),
            None => "If you use these data, cite them with the day on which you took them.".into(),
        };
        // A JSON string is a YAML string.
        let quoted = |text: &str| Value::from(text).to_string();
        let mut cff = format!(
            "cff-version: 1.2.0\ntype: dataset\nmessage: {}\ntitle: {}\nauthors:\n  - name: {}\n\
             date-released: \"{}\"\n",
            quoted(&message),
            quoted(title),
            quoted("The keepers of this saksi database"),
            now.day()
        );
        if let Some(version) = version {
            let _ = writeln!(cff, "version: {}", quoted(version));
        }
        if let Some(address) = licence.as_deref().and_then(address_in) {
            let _ = writeln!(cff, "license-url: {}", quoted(address));
        }
        cff
    }

    fn read_me(&self, files: &[PackedFile], now: Timestamp) -> String {
        let About { title, version, licence, citation, .. } = &self.about;
        let mut text = format!("# {title}\n\n");
        if let Some(version) = version {
            let _ = writeln!(text, "Version {version}. ");
        }
        let _ = writeln!(
            text,
            "Made on {now} from one moment of the database, of what a {} may see. Protected people \
             appear by their pseudonyms.\n",
            self.caller.role
        );
        text.push_str(if self.filters.0.is_empty() {
            "No filter was used: each table has every record that may be seen.\n"
        } else {
            "These filters chose the events:\n\n"
        });
        for (name, value) in &self.filters.0 {
            let _ = writeln!(text, "- `{name}` = `{value}`");
        }
        if !self.filters.0.is_empty() {
            text.push_str(RESTRICTED);
        }
        text.push_str("\n## Files\n\n| file | rows | what it holds |\n|---|---|---|\n");
        for file in files {
            let rows = file.rows.map(|rows| rows.to_string()).unwrap_or_default();
            let _ = writeln!(text, "| {} | {rows} | {} |", file.path, holds(&file.path));
        }
        text.push_str(READING);
        text.push_str("\n## Use\n\n");
        let _ = writeln!(text, "{}", licence.as_deref().unwrap_or(NO_LICENCE));
        if let Some(citation) = citation {
            let _ = writeln!(text, "\nCite as: {citation}");
        }
        text
    }
}

/// The first address in a line.
fn address_in(text: &str) -> Option<&str> {
    let found =
        text.split_whitespace().find(|it| it.contains("https://") || it.contains("http://"))?;
    let from = found.find("http")?;
    Some(found[from..].trim_end_matches(['.', ',', ';', ')', '>', ']']))
}

/// What a file of the package holds.
fn holds(path: &str) -> String {
    if let Some(dataset) = path.strip_suffix(".csv").and_then(|it| it.parse::<Dataset>().ok()) {
        return format!("one row: {}", dataset.unit());
    }
    match path {
        "vocabularies.csv" => "the codes of all vocabularies, with labels and definitions",
        "codebook.csv" => "every column of every table",
        "codebook.md" => "the same, and the vocabularies, for reading",
        "counting-rules.md" => "how things are counted",
        "CITATION.cff" => "how to cite, for programs",
        _ => "how the data may be used",
    }
    .to_owned()
}

const NO_LICENCE: &str =
    "No licence is stated. Ask the organisation before you publish copies of what is here.";

const RESTRICTED: &str = "\nThe other tables have what belongs to these events: `participations` in them, their \
`incidents`, `citations` of them, of their incidents, participations and actors, and of law and demands in the same \
statements; the `statements` that speak of them, and those that these reprint; the `demands` of these statements; the \
`actors` who take part, who issued these statements or of whom something is asked in them; `merges` of these events \
and actors. `instruments`, `provisions` and `commitments` are whole.\n";

const READING: &str = "\n`datapackage.json` describes the tables for programs: types, codes, keys, and the size and \
SHA-256 of each file. `SHA256SUMS` has the digests once more, for `sha256sum -c SHA256SUMS`.\n\n\
All files are UTF-8. Tables are CSV (RFC 4180) with a header and line feeds. An empty cell means: not known. Lists \
within a cell are joined by `; `. Days are YYYY-MM-DD, moments UTC; a column of type `edtf` has dates as they are \
known, such as `2017-11` or `2017-09-03/2017-11-16`.\n";

const COUNTING: &str = "# How things are counted\n\n\
- An incident is a case file: one or more events that belong together. An event is one act of one type, on a date, at \
a place. A victim is a distinct person or group that was targeted. Never add up rows of one table to count another unit.\n\
- An event is counted in the country where it happened, and an incident with it.\n\
- Categories overlap: an event that affects two rights counts under both, so that categories may add up to more than \
the total.\n\
- Unknown is not zero: what is not known stays empty. Low, best and high are estimates of the same number; sums of \
`best` leave out what is not known.\n\
- Sources are counted once: statements that reprint another count with it, over any number of copies (`source_count`).\n\
- A date is counted in the year of its first day (`date_earliest`). A day that is not known exactly has a span, from \
`date_earliest` to `date_latest`.\n\
- What the reader may not see is not counted.\n";

/// The files written so far.
struct Packing<'s, S: Shelf> {
    shelf: &'s mut S,
    files: Vec<PackedFile>,
}

impl<S: Shelf> Packing<'_, S> {
    fn written<T>(
        &mut self,
        path: &str,
        write: impl FnOnce(&mut Measured<'_, S>) -> Result<T>,
    ) -> Result<T> {
        self.shelf.begin(path).map_err(Error::internal)?;
        let mut out = Measured { out: self.shelf, bytes: 0, digest: Sha256::new() };
        let answer = write(&mut out)?;
        let Measured { bytes, digest, .. } = out;
        let sha256 = hex(&digest.finalize());
        self.files.push(PackedFile { path: path.to_owned(), bytes, sha256, rows: None });
        Ok(answer)
    }

    fn table(
        &mut self,
        path: &str,
        write: impl FnOnce(&mut Measured<'_, S>) -> Result<u64>,
    ) -> Result<()> {
        let rows = self.written(path, write)?;
        if let Some(file) = self.files.last_mut() {
            file.rows = Some(rows);
        }
        Ok(())
    }

    fn file(
        &mut self,
        path: &str,
        write: impl FnOnce(&mut Measured<'_, S>) -> Result<()>,
    ) -> Result<()> {
        self.written(path, write)
    }

    fn text(&mut self, path: &str, text: &str) -> Result<()> {
        self.file(path, |out| out.write_all(text.as_bytes()).map_err(Error::internal))
    }
}

/// Counts and digests what is written.
struct Measured<'s, S: Shelf> {
    out: &'s mut S,
    bytes: u64,
    digest: Sha256,
}

impl<S: Shelf> Write for Measured<'_, S> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = self.out.write(bytes)?;
        self.bytes += taken as u64;
        self.digest.update(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_address_of_a_licence_is_found() {
        let licence = "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/).";
        assert_eq!(address_in(licence), Some("https://creativecommons.org/licenses/by/4.0/"));
        assert_eq!(address_in("All rights reserved"), None);
    }
}
