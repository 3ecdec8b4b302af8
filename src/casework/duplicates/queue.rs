//! What reviewers go through: pairs of records that are likely one, found beside the records that
//! were changed latest. Looking back goes on where it stopped, so that it never takes long.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Duplicate, actors, decisions, events};
use crate::casework::read_records::{self, Page};
use crate::casework::records::{Filters, Record, Row, actor::Actor, event::Event};
use crate::domain::{Action, Id};
use crate::error::Result;
use crate::store::{Db, Eyes, Kind, Memory};

/// Records that are looked at for one page of the queue.
pub const LOOKED_AT: i64 = 12;
/// Duplicates of one record that stand in the queue.
const OF_ONE: usize = 3;

/// Two records that are likely one.
pub struct Pair {
    pub id: Id,
    pub reference: String,
    pub title: String,
    pub confidential: bool,
    pub other: Duplicate,
}

/// A page of the queue.
pub struct Queue {
    pub pairs: Vec<Pair>,
    /// How many records were looked at.
    pub looked_at: usize,
    /// Where to go on: when the last one was changed, and its id.
    pub after: Option<(String, Id)>,
}

/// [`pairs`], remembered until a record changes or something is decided: comparing takes longer than
/// a page should.
pub fn remembered(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    kind: Kind,
    after: Option<(String, Id)>,
) -> Result<Arc<Queue>> {
    let decided = decisions::made(db)?;
    let asked = format!("queue {kind} {after:?} {decided:?}");
    memory.answers.or_find(db, &eyes.caller, &asked, |db| pairs(db, eyes, memory, kind, after))
}

/// The likeliest pairs beside the records of `kind` that were changed latest, or before a place.
fn pairs(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    kind: Kind,
    after: Option<(String, Id)>,
) -> Result<Queue> {
    eyes.caller.must(Action::MergeRecords)?;
    let page = Page { column: "updated_at", descending: true, after, limit: LOOKED_AT };
    match kind {
        Kind::Actor => gather::<Actor>(db, eyes, memory, &page, |db, it| {
            let view = read_records::view(db, eyes, it.clone())?;
            Ok((view.name, actors::of_actor(db, eyes, it, OF_ONE)?))
        }),
        _ => gather::<Event>(db, eyes, memory, &page, |db, it| {
            let found = events::of_event(db, eyes, memory, it, OF_ONE)?;
            let title =
                eyes.on(db, kind, &[it.row.id])?.words(it.row.id).shown(it.row.title.clone());
            Ok((title, found))
        }),
    }
}

fn gather<R: Record>(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    page: &Page,
    mut look: impl FnMut(&mut Db, &R) -> Result<(String, Vec<Duplicate>)>,
) -> Result<Queue> {
    let mut records = read_records::page::<R>(db, eyes, memory, &Filters::default(), page)?;
    let size = usize::try_from(page.limit).unwrap_or_default();
    let more = records.len() > size;
    records.truncate(size);
    let (mut pairs, mut seen) = (Vec::new(), HashSet::new());
    for record in &records {
        let id = record.row().envelope().id;
        let (title, found) = look(db, record)?;
        for other in found {
            // Each pair once, whichever of the two was looked at first.
            if seen.insert((id.min(other.id), id.max(other.id))) {
                pairs.push(Pair {
                    id,
                    reference: record.reference(),
                    title: title.clone(),
                    confidential: record.effective_level()
                        >= crate::domain::Confidentiality::Confidential.level(),
                    other,
                });
            }
        }
    }
    pairs.sort_by(|a, b| b.other.score.total_cmp(&a.other.score));
    let last = records.last().filter(|_| more).map(|last| last.row().envelope());
    Ok(Queue {
        pairs,
        looked_at: records.len(),
        after: last.map(|it| (it.updated_at.to_string(), it.id)),
    })
}
