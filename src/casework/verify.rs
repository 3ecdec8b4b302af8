//! Whether anything was altered behind the program's back.

use serde_json::Value;

use super::records::{
    Record, Row, actor, affiliation, citation, commitment, demand, event, incident, instrument,
    provision, statement, team, term, user,
};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::store::schema::revisions;
use crate::store::{Db, Sql, history};
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};

/// What is wrong, in words; nothing if all is well.
///
/// Checks the chain of the audit log, each revision and decision against it, and each record against
/// its last revision.
pub fn verify(db: &mut Db) -> Result<Vec<String>> {
    let mut wrong = history::check_chain(db)?;
    check::<user::User>(db, &mut wrong)?;
    check::<team::Team>(db, &mut wrong)?;
    check::<term::Term>(db, &mut wrong)?;
    check::<actor::Actor>(db, &mut wrong)?;
    check::<affiliation::Affiliation>(db, &mut wrong)?;
    check::<statement::Statement>(db, &mut wrong)?;
    check::<incident::Incident>(db, &mut wrong)?;
    check::<event::Event>(db, &mut wrong)?;
    check::<instrument::Instrument>(db, &mut wrong)?;
    check::<provision::Provision>(db, &mut wrong)?;
    check::<commitment::Commitment>(db, &mut wrong)?;
    check::<demand::Demand>(db, &mut wrong)?;
    check::<citation::Citation>(db, &mut wrong)?;
    super::duplicates::decisions::verify(db, &mut wrong)?;
    Ok(wrong)
}

fn check<R: Record>(db: &mut Db, wrong: &mut Vec<String>) -> Result<()> {
    const PAGE: i64 = 500;
    let table = R::KIND.table();
    let mut last = Id::least();
    loop {
        let condition = Sql::new(format!("{table}.id > ")).bind(last);
        let rows = R::Row::load(db, condition, Sql::new(format!("{table}.id")), PAGE)?;
        let Some(end) = rows.last() else { break };
        last = end.envelope().id;
        for record in R::with_parts(db, rows)? {
            let id = record.row().envelope().id;
            let kept: Option<String> = revisions::table
                .filter(revisions::kind.eq(R::KIND.code()))
                .filter(revisions::record_id.eq(id))
                .order(revisions::seq.desc())
                .select(revisions::snapshot)
                .first(db)
                .optional()?;
            let name = format!("{} {} ({id})", R::KIND, record.reference());
            let versions: i64 = revisions::table
                .filter(revisions::kind.eq(R::KIND.code()))
                .filter(revisions::record_id.eq(id))
                .count()
                .get_result(db)?;
            if versions != i64::from(record.row().envelope().version) {
                wrong.push(format!("{name} has lost versions from its history"));
            }
            let Some(kept) = kept else {
                wrong.push(format!("{name} has no history: it was not made by this program"));
                continue;
            };
            let now = serde_json::to_value(&record).map_err(Error::internal)?;
            let kept: Value = serde_json::from_str(&kept).map_err(Error::internal)?;
            if now != kept {
                wrong.push(format!("{name} is not as its last revision has it"));
            }
        }
    }
    lost::<R>(db, wrong)
}

/// Records that have a history and are not there.
fn lost<R: Record>(db: &mut Db, wrong: &mut Vec<String>) -> Result<()> {
    #[derive(diesel::QueryableByName)]
    struct Lost {
        #[diesel(sql_type = crate::store::sql_types::RecordId)]
        record_id: Id,
    }
    let lost = Sql::new(format!(
        "SELECT DISTINCT r.record_id AS record_id FROM revisions r WHERE r.kind = '{}' \
         AND NOT EXISTS (SELECT 1 FROM {} t WHERE t.id = r.record_id)",
        R::KIND,
        R::KIND.table()
    ));
    for Lost { record_id } in lost.load::<Lost>(db)? {
        wrong.push(format!("{} {record_id} has a history and is not there any more", R::KIND));
    }
    Ok(())
}
