//! Commitments as a whole: what a table of them adds to, changes in and lacks of those that are
//! kept, and how it is taken over. What users entered or changed is never touched.

use std::collections::{HashMap, HashSet};
use std::io::Read;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::Serialize;
use serde_json::{Map, Value};

use super::act::Act;
use super::change_record::{Target, hide, replace};
use super::create_record::remember;
use super::read_input;
use super::records::commitment::{Commitment, CommitmentInput, CommitmentRow, check};
use super::records::{Envelope, Record, Row};
use crate::domain::{Action, Confidentiality, Id};
use crate::each_backend;
use crate::error::{Error, FieldError, Result};
use crate::store::memory::{self, Epoch};
use crate::store::schema::{commitments, instruments, revisions};
use crate::store::{Db, Kind, Sql};

/// Columns that a table must have, and others that it may have.
pub const NEEDED: [&str; 4] = ["instrument", "country", "action", "date"];
pub const ALLOWED: [&str; 6] = ["effective_on", "ends_on", "provision", "source", "as_of", "note"];

/// A commitment of a table.
#[derive(Debug, Clone)]
pub struct Fact {
    instrument: Id,
    input: CommitmentInput,
}

/// What a table would do. Lists are in the order of the table.
#[derive(Debug, Default)]
pub struct Difference {
    pub added: Vec<Fact>,
    /// What is kept, and what the table says.
    pub changed: Vec<(Commitment, Fact)>,
    /// What a state did to an instrument by what is kept, and not by the table, which has other acts
    /// of that state to that instrument.
    pub gone: Vec<Commitment>,
    pub same: usize,
    /// Acts that the table has and users have entered, changed or hidden.
    pub of_users: usize,
}

/// A difference in a line: the sign `+`, `~` or `-`, and what it is about.
#[derive(Debug, Serialize)]
pub struct DifferenceLine {
    pub sign: char,
    pub what: String,
    /// What changes, as `field: before -> after`.
    pub changes: Vec<String>,
}

/// An act, whatever else is said of it: instrument, state, action, date and provision.
type Key = (Id, String, &'static str, String, Option<Id>);

/// Reads a table of commitments: CSV in UTF-8, with a header. Gives them as rows of a number.
///
/// # Errors
/// [`Error::Invalid`], with the row and the column, for up to 20 things that are wrong.
pub fn read(db: &mut Db, act: &mut Act, table: impl Read) -> Result<Vec<Fact>> {
    const MOST: usize = 20;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(table);
    let header = reader.headers().map_err(|error| unreadable(&error))?.clone();
    let header: Vec<&str> = header.iter().map(|name| name.trim_start_matches('\u{feff}')).collect();
    check_header(&header)?;
    let codes = instrument_ids(db)?;
    let (mut facts, mut wrong, mut seen) = (Vec::new(), Vec::new(), HashMap::new());
    for (at, record) in reader.records().enumerate() {
        // The header is row 1.
        let row = at + 2;
        let record = record.map_err(|error| unreadable(&error))?;
        let cells = header.iter().zip(record.iter()).filter(|(_, cell)| !cell.is_empty());
        let cells: Map<String, Value> =
            cells.map(|(name, cell)| ((*name).to_owned(), cell.into())).collect();
        match fact(db, act, &codes, cells) {
            Ok(fact) => match seen.insert(fact.key(), row) {
                None => facts.push(fact),
                Some(first) => wrong.push(field(row, "", &format!("repeats row {first}"))),
            },
            Err(Error::Invalid(fields)) => wrong.extend(
                fields
                    .into_iter()
                    .map(|it| field(row, it.pointer.trim_start_matches('/'), &it.message)),
            ),
            Err(error) => return Err(error),
        }
        if wrong.len() >= MOST {
            break;
        }
    }
    if facts.is_empty() && wrong.is_empty() {
        return Err(Error::field("", "the table has no rows"));
    }
    if wrong.is_empty() { Ok(facts) } else { Err(Error::Invalid(wrong)) }
}

fn unreadable(error: &csv::Error) -> Error {
    Error::field("", format!("the table cannot be read as CSV in UTF-8: {error}"))
}

fn field(row: usize, column: &str, message: &str) -> FieldError {
    let column = if column.is_empty() { String::new() } else { format!(", {column}:") };
    FieldError { pointer: format!("/{row}"), message: format!("row {row}{column} {message}") }
}

fn check_header(header: &[&str]) -> Result<()> {
    let missing: Vec<&str> = NEEDED.into_iter().filter(|name| !header.contains(name)).collect();
    let known = |name: &&str| NEEDED.contains(name) || ALLOWED.contains(name);
    let unknown: Vec<&str> = header.iter().copied().filter(|name| !known(name)).collect();
    if missing.is_empty() && unknown.is_empty() {
        return Ok(());
    }
    let part = |what: &str, names: &[&str]| {
        (!names.is_empty()).then(|| format!("{what}: {}", names.join(", ")))
    };
    let parts = [part("missing", &missing), part("not known", &unknown)];
    let about = parts.into_iter().flatten().collect::<Vec<_>>().join("; ");
    Err(Error::field(
        "",
        format!(
            "the header does not fit ({about}); columns are {}, and may be {}",
            NEEDED.join(", "),
            ALLOWED.join(", ")
        ),
    ))
}

fn instrument_ids(db: &mut Db) -> Result<HashMap<String, Id>> {
    let rows: Vec<(String, Id)> = instruments::table
        .filter(instruments::deleted_at.is_null())
        .select((instruments::code, instruments::id))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

fn fact(
    db: &mut Db,
    act: &mut Act,
    codes: &HashMap<String, Id>,
    cells: Map<String, Value>,
) -> Result<Fact> {
    let mut input: CommitmentInput = read_input(Value::Object(cells))?;
    check(&mut input)?;
    let code = input.instrument.clone().unwrap_or_default();
    let Some(instrument) = codes.get(&code).copied() else {
        return Err(Error::field("/instrument", format!("there is no instrument '{code}'")));
    };
    if let Some(label) = input.provision.take() {
        let name = format!("{code} {label}");
        let id = super::records::provision::id_of(db, act, &name, "/provision")?;
        input.provision = Some(id.to_string());
    }
    Ok(Fact { instrument, input })
}

impl Fact {
    fn key(&self) -> Key {
        let it = &self.input;
        let provision = it.provision.as_deref().and_then(|id| id.parse().ok());
        let country = it.country.as_str().to_owned();
        (self.instrument, country, it.action.code(), it.date.to_string(), provision)
    }

    /// What it says otherwise than what is kept, as `field: before -> after`.
    fn changes(&self, kept: &Commitment) -> Vec<String> {
        let (now, row) = (&self.input, &kept.row);
        let fields = [
            ("effective_on", &row.effective_on, &now.effective_on),
            ("ends_on", &row.ends_on, &now.ends_on),
            ("source", &row.source, &now.source),
            ("as_of", &row.as_of, &now.as_of),
            ("note", &row.note, &now.note),
        ];
        let said = |it: &Option<String>| it.as_deref().unwrap_or("nothing").to_owned();
        let differing = fields.into_iter().filter(|(_, before, after)| before != after);
        differing
            .map(|(name, before, after)| format!("{name}: {} -> {}", said(before), said(after)))
            .collect()
    }
}

fn key_of(row: &CommitmentRow) -> Key {
    let (country, date) = (row.country.as_str().to_owned(), row.date.clone().unwrap_or_default());
    (row.instrument_id, country, row.action.code(), date, row.provision_id)
}

/// Compares a table with what is kept. `program`: who acts for the program, whose records a table
/// may change.
pub fn compare(db: &mut Db, program: Id, facts: Vec<Fact>) -> Result<Difference> {
    let touched = touched(db, Kind::Commitment, program)?;
    let order = Sql::new("commitments.id");
    let rows = CommitmentRow::load(db, Sql::always(), order, i64::MAX)?;
    let pairs: HashSet<(Id, String)> =
        facts.iter().map(|it| (it.instrument, it.input.country.as_str().to_owned())).collect();
    let is_own = |row: &CommitmentRow| !touched.contains(&row.id) && row.deleted_at.is_none();
    let mut kept: HashMap<Key, CommitmentRow> = HashMap::new();
    for row in rows {
        let key = key_of(&row);
        // Of two, the one that users looked after counts.
        if is_own(&row) && kept.contains_key(&key) {
            continue;
        }
        kept.insert(key, row);
    }
    let mut found = Difference::default();
    for fact in facts {
        match kept.remove(&fact.key()) {
            None => found.added.push(fact),
            Some(row) if !is_own(&row) => found.of_users += 1,
            Some(row) => {
                let record = Commitment { row };
                if fact.changes(&record).is_empty() {
                    found.same += 1;
                } else {
                    found.changed.push((record, fact));
                }
            }
        }
    }
    let is_of_pair =
        |row: &CommitmentRow| pairs.contains(&(row.instrument_id, row.country.as_str().to_owned()));
    let gone = kept.into_values().filter(|row| is_own(row) && is_of_pair(row));
    found.gone = gone.map(|row| Commitment { row }).collect();
    found.gone.sort_by(|a, b| key_of(&a.row).cmp(&key_of(&b.row)));
    Ok(found)
}

/// The records of a kind that somebody other than the program has made or changed.
pub fn touched(db: &mut Db, kind: Kind, program: Id) -> Result<HashSet<Id>> {
    let ids: Vec<Id> = revisions::table
        .filter(revisions::kind.eq(kind.code()))
        .filter(revisions::user_id.ne(program))
        .select(revisions::record_id)
        .load(db)?;
    Ok(ids.into_iter().collect())
}

impl Difference {
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.gone.is_empty()
    }

    /// Leaves out changes by what is older than what is kept, and what a table merely lacks: for
    /// the program's own table, which does not know what was imported since.
    #[must_use]
    pub fn only_newer(mut self) -> Self {
        self.changed.retain(|(kept, fact)| kept.row.as_of <= fact.input.as_of);
        self.gone.clear();
        self
    }

    /// What it does, line by line: what is added, changed and gone.
    pub fn lines(&self, db: &mut Db) -> Result<Vec<DifferenceLine>> {
        let names: HashMap<Id, String> =
            instrument_ids(db)?.into_iter().map(|(code, id)| (id, code)).collect();
        let what = |(instrument, country, action, date, _): Key| {
            let code = names.get(&instrument).map_or("?", String::as_str);
            format!("{country} {code} {action} {date}")
        };
        let line = |sign, key, changes| DifferenceLine { sign, what: what(key), changes };
        let added = self.added.iter().map(|it| line('+', it.key(), Vec::new()));
        let changed = self.changed.iter().map(|(kept, it)| line('~', it.key(), it.changes(kept)));
        let gone = self.gone.iter().map(|it| line('-', key_of(&it.row), Vec::new()));
        Ok(added.chain(changed).chain(gone).collect())
    }
}

/// Takes a difference over: adds, changes and hides, with the history of each.
pub fn apply(db: &mut Db, act: &mut Act, difference: Difference) -> Result<()> {
    act.caller.must(Action::KeepLaw)?;
    add(db, act, difference.added)?;
    for (kept, fact) in difference.changed {
        let input = CommitmentInput {
            instrument: Some(fact.instrument.to_string()),
            statement: kept.as_input().statement,
            confidentiality: Confidentiality::of_level(kept.row.confidentiality),
            ..fact.input
        };
        act.keep_links(&serde_json::to_value(&input).map_err(Error::internal)?);
        replace::<Commitment>(db, act, &kept, input)?;
    }
    for kept in difference.gone {
        hide::<Commitment>(db, act, &Target { name: kept.row.id.to_string(), version: None })?;
    }
    memory::raise(db, Epoch::Law)
}

/// Adds many at once: in statements of 500 rows, and with one change of the epoch.
fn add(db: &mut Db, act: &mut Act, facts: Vec<Fact>) -> Result<()> {
    const AT_ONCE: usize = 500;
    let mut rows = Vec::with_capacity(facts.len());
    for Fact { instrument, input } in facts {
        let envelope = Envelope::new(act, Confidentiality::Public.level(), None);
        let provision_id = input.provision.as_deref().and_then(|id| id.parse().ok());
        let row = CommitmentRow::of(input, envelope, instrument);
        let record = Commitment { row: CommitmentRow { provision_id, ..row } };
        remember(act, &record, "created")?;
        rows.push(record.row);
    }
    for rows in rows.chunks(AT_ONCE) {
        each_backend!(db, |c| diesel::insert_into(commitments::table).values(rows).execute(c))?;
    }
    Ok(())
}
