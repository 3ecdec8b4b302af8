//! What a new database begins with: vocabularies, instruments, provisions, commitments.

use std::collections::BTreeMap;

use csv::StringRecord;
use serde_json::{Value, json};

use super::act::Act;
use super::create_record::create;
use super::read_input;
use super::records::Record;
use super::records::commitment::Commitment;
use super::records::instrument::Instrument;
use super::records::provision::Provision;
use super::records::term::Term;
use crate::domain::{Caller, Id, Role, Timestamp};
use crate::error::{Error, Result};
use crate::store::schema::users;
use crate::store::{Database, Db, Memory, accounts};
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

/// Fills a new database. Does nothing to one that was filled before.
pub fn seed(database: &Database, now: Timestamp) -> Result<bool> {
    database.write_here(move |db| {
        if !accounts::is_empty(db)? {
            return Ok(false);
        }
        let id = Id::at(now);
        let memory = std::sync::Arc::new(Memory::default());
        let mut act = Act::by(as_system(id), now, memory);
        act.seeding = true;
        act.perform(db, |db, act| {
            make_system(db, act, id)?;
            terms(db, act)?;
            law(db, act)
        })?;
        Ok(true)
    })
}

fn make_system(db: &mut Db, act: &mut Act, id: Id) -> Result<()> {
    use super::create_record::remember;
    use super::records::Row;
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

fn terms(db: &mut Db, act: &mut Act) -> Result<()> {
    for row in table(include_str!("../reference/rights.csv"))? {
        let term = json!({"vocabulary": "right", "code": row.get("code"), "label": row.get("label"),
            "definition": row.get("definition")});
        make::<Term>(db, act, term)?;
    }
    for row in table(include_str!("../reference/terms.csv"))? {
        let term = json!({"vocabulary": row.get("vocabulary"), "code": row.get("code"),
            "label": row.get("label"), "definition": row.get("definition")});
        make::<Term>(db, act, term)?;
    }
    const SCHEMES: [&str; 7] = [
        "huridocs",
        "acled_event",
        "acled_sub_event",
        "forum_asia",
        "sdg_16_10_1",
        "cameo",
        "plover",
    ];
    for row in table(include_str!("../reference/event_types.csv"))? {
        let rights: Vec<&str> =
            row.get("rights").map(|it| it.split("; ").collect()).unwrap_or_default();
        let mappings: BTreeMap<&str, &String> =
            SCHEMES.iter().filter_map(|scheme| Some((*scheme, row.get(*scheme)?))).collect();
        let term = json!({"vocabulary": "event_type", "code": row.get("code"),
            "label": row.get("label"), "definition": row.get("definition"),
            "parent": row.get("family"), "rights": rights, "mappings": mappings});
        make::<Term>(db, act, term)?;
    }
    Ok(())
}

fn law(db: &mut Db, act: &mut Act) -> Result<()> {
    for row in table(include_str!("../reference/instruments.csv"))? {
        make::<Instrument>(db, act, json!(row))?;
    }
    for row in table(include_str!("../reference/provisions.csv"))? {
        let derogable = row.get("derogable").map(|it| it == "yes");
        let provision = json!({"instrument": row.get("instrument"), "label": row.get("label"),
            "title": row.get("title"), "right": row.get("right"), "derogable": derogable});
        make::<Provision>(db, act, provision)?;
    }
    for row in table(include_str!("../reference/commitments.csv"))? {
        make::<Commitment>(db, act, json!(row))?;
    }
    Ok(())
}
