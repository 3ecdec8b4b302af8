//! What a new database begins with: vocabularies, instruments, provisions, commitments; and how a
//! database comes to have what a newer program brings, without what people changed being touched.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use csv::StringRecord;
use serde_json::{Value, json};

use super::act::Act;
use super::change_record::replace;
use super::create_record::create;
use super::records::instrument::Instrument;
use super::records::provision::{Provision, ProvisionInput, ProvisionRow};
use super::records::term::Term;
use super::records::{Record, Row};
use super::{commitments, read_input};
use crate::domain::{Caller, Count, Id, Role, Timestamp};
use crate::error::{Error, Result};
use crate::store::schema::{instruments, reference_data, terms as terms_table, users};
use crate::store::{Database, Db, Kind, Memory, Sql, accounts, history};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

/// The account in whose name the program itself acts. Nobody can log in with it.
pub const SYSTEM: &str = "system@saksi.invalid";

/// The program itself, as a caller.
pub fn system(db: &mut Db) -> Result<Option<Caller>> {
    let found: Option<Id> =
        users::table.filter(users::email.eq(SYSTEM)).select(users::id).first(db).optional()?;
    Ok(found.map(as_system))
}

fn as_system(user: Id) -> Caller {
    Caller { user, role: Role::Admin, teams: Vec::new(), scopes: None, session: None }
}

const RIGHTS: &str = include_str!("../reference/rights.csv");
const TERMS: &str = include_str!("../reference/terms.csv");
const EVENT_TYPES: &str = include_str!("../reference/event_types.csv");
const INSTRUMENTS: &str = include_str!("../reference/instruments.csv");
const PROVISIONS: &str = include_str!("../reference/provisions.csv");
const COMMITMENTS: &str = include_str!("../reference/commitments.csv");

/// Under which name the digest of the program's data is noted.
const NAME: &str = "reference";

/// Fills a new database, and brings one that was filled by an older program up to date. Gives whether
/// it was new.
pub fn seed(database: &Database, now: Timestamp) -> Result<bool> {
    database.write_here(move |db| {
        let is_new = accounts::is_empty(db)?;
        let sha256 = digest(&[RIGHTS, TERMS, EVENT_TYPES, INSTRUMENTS, PROVISIONS, COMMITMENTS]);
        if !is_new && noted(db)?.as_deref() == Some(&sha256) {
            return Ok(false);
        }
        let id = Id::at(now);
        let program = if is_new {
            as_system(id)
        } else {
            system(db)?.ok_or_else(|| Error::internal("the program's own account is missing"))?
        };
        let mut act = Act::by(program, now, std::sync::Arc::new(Memory::default()));
        act.seeding = true;
        act.perform(db, |db, act| {
            if is_new {
                make_system(db, act, id)?;
            }
            terms(db, act)?;
            law(db, act)
        })?;
        note(db, &sha256)?;
        Ok(is_new)
    })
}

fn digest(texts: &[&str]) -> String {
    history::digest(texts.concat().as_bytes())
}

/// The digest of the data that the database has.
fn noted(db: &mut Db) -> Result<Option<String>> {
    let kept = reference_data::table.find(NAME).select(reference_data::sha256);
    Ok(kept.first(db).optional()?)
}

fn note(db: &mut Db, sha256: &str) -> Result<()> {
    diesel::delete(reference_data::table.find(NAME)).execute(db)?;
    diesel::insert_into(reference_data::table)
        .values((reference_data::name.eq(NAME), reference_data::sha256.eq(sha256)))
        .execute(db)?;
    Ok(())
}

fn make_system(db: &mut Db, act: &mut Act, id: Id) -> Result<()> {
    use super::create_record::remember;
    use super::records::user::{User, UserRow};
    let user = User {
        row: UserRow {
            id,
            version: 1,
            created_at: act.now,
            created_by: id,
            updated_at: act.now,
            confidentiality: 1,
            team_id: None,
            deleted_at: None,
            email: SYSTEM.to_owned(),
            name: "saksi".to_owned(),
            role: Role::Admin.rank(),
            // No text has this hash.
            password_hash: "!".to_owned(),
            active: false,
        },
    };
    user.row.insert(db)?;
    remember(act, &user, "created")
}

/// The rows of a table of the program's own.
fn table(text: &'static str) -> Result<Vec<BTreeMap<String, String>>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().map_err(Error::internal)?.clone();
    let row = |record: StringRecord| {
        header
            .iter()
            .zip(record.iter())
            .filter(|(_, cell)| !cell.is_empty())
            .map(|(name, cell)| (name.to_owned(), cell.to_owned()))
            .collect()
    };
    reader.records().map(|record| record.map(row).map_err(Error::internal)).collect()
}

fn make<R: Record>(db: &mut Db, act: &mut Act, record: Value) -> Result<()> {
    let input = read_input(record)?;
    create::<R>(db, act, input).map(drop)
}

/// The terms that come with the program, as they are sent.
pub fn own_terms() -> Result<Vec<Value>> {
    const SCHEMES: [&str; 7] = [
        "huridocs",
        "acled_event",
        "acled_sub_event",
        "forum_asia",
        "sdg_16_10_1",
        "cameo",
        "plover",
    ];
    let mut all = Vec::new();
    for row in table(RIGHTS)? {
        all.push(json!({"vocabulary": "right", "code": row.get("code"), "label": row.get("label"),
            "definition": row.get("definition")}));
    }
    for row in table(TERMS)? {
        all.push(json!({"vocabulary": row.get("vocabulary"), "code": row.get("code"),
            "label": row.get("label"), "definition": row.get("definition")}));
    }
    for row in table(EVENT_TYPES)? {
        let rights: Vec<&str> =
            row.get("rights").map(|it| it.split("; ").collect()).unwrap_or_default();
        let mappings: BTreeMap<&str, &String> =
            SCHEMES.iter().filter_map(|scheme| Some((*scheme, row.get(*scheme)?))).collect();
        all.push(json!({"vocabulary": "event_type", "code": row.get("code"),
            "label": row.get("label"), "definition": row.get("definition"),
            "parent": row.get("family"), "rights": rights, "mappings": mappings}));
    }
    Ok(all)
}

/// Makes the terms that are not there: neither in use nor hidden.
fn terms(db: &mut Db, act: &mut Act) -> Result<()> {
    let rows: Vec<(String, String)> =
        terms_table::table.select((terms_table::vocabulary, terms_table::code)).load(db)?;
    let known: HashSet<(String, String)> = rows.into_iter().collect();
    let name = |term: &Value, field: &str| term[field].as_str().unwrap_or_default().to_owned();
    for term in own_terms()? {
        if !known.contains(&(name(&term, "vocabulary"), name(&term, "code"))) {
            make::<Term>(db, act, term)?;
        }
    }
    Ok(())
}

fn law(db: &mut Db, act: &mut Act) -> Result<()> {
    let known = codes(db)?;
    for row in table(INSTRUMENTS)? {
        if !row.get("code").is_some_and(|code| known.contains_key(code)) {
            make::<Instrument>(db, act, json!(row))?;
        }
    }
    provisions(db, act)?;
    let facts = commitments::read(db, act, COMMITMENTS.as_bytes())?;
    let difference = commitments::compare(db, act.caller.user, facts)?;
    commitments::apply(db, act, difference.only_newer())
}

/// Instruments by code, hidden ones too.
fn codes(db: &mut Db) -> Result<HashMap<String, Id>> {
    let rows: Vec<(String, Id)> =
        instruments::table.select((instruments::code, instruments::id)).load(db)?;
    Ok(rows.into_iter().collect())
}

/// Of these the program's own data have some provisions, not all.
const IN_PART: [&str; 1] = ["PARIS-1991"];

/// Whether all provisions of an instrument, by its code, are among the program's own data.
pub fn has_all_provisions(code: &str) -> bool {
    static CODES: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let rows = table(PROVISIONS).unwrap_or_default();
        rows.into_iter().filter_map(|row| row.get("instrument").cloned()).collect()
    });
    CODES.contains(code) && !IN_PART.contains(&code)
}

/// Makes the provisions that are not there, and puts those that nobody else has changed in their
/// place among them.
fn provisions(db: &mut Db, act: &mut Act) -> Result<()> {
    let codes = codes(db)?;
    let touched = commitments::touched(db, Kind::Provision, act.caller.user)?;
    let rows = ProvisionRow::load(db, Sql::always(), Sql::new("provisions.id"), i64::MAX)?;
    let mut kept: HashMap<(Id, String), ProvisionRow> =
        rows.into_iter().map(|row| ((row.instrument_id, row.label.clone()), row)).collect();
    let mut position: HashMap<String, i32> = HashMap::new();
    for row in table(PROVISIONS)? {
        let code = row.get("instrument").cloned().unwrap_or_default();
        let label = row.get("label").cloned().unwrap_or_default();
        let next = position.entry(code.clone()).or_insert(0);
        let place = *next;
        *next += 1;
        let derogable = row.get("derogable").map(|it| it == "yes");
        let found = codes.get(&code).and_then(|id| kept.remove(&(*id, label.clone())));
        match found {
            None => {
                let provision = json!({"instrument": code, "label": label, "title": row.get("title"),
                    "right": row.get("right"), "derogable": derogable, "position": place});
                make::<Provision>(db, act, provision)?;
            }
            Some(row) if row.position != place => {
                if row.deleted_at.is_none() && !touched.contains(&row.id) {
                    let before = Provision { row };
                    let input =
                        ProvisionInput { position: Some(Count(place)), ..before.as_input() };
                    act.keep_links(&serde_json::to_value(&input).map_err(Error::internal)?);
                    replace::<Provision>(db, act, &before, input)?;
                }
            }
            Some(_) => {}
        }
    }
    Ok(())
}
