//! Merging events of one happening: who took part, what was said and found of it, what it is to
//! other events.

use std::collections::HashSet;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde_json::{Map, Value, json};

use super::actor::{move_citations, move_cited, naming};
use super::lists::combined;
use super::moved::{Moved, parts_given_back};
use super::{LeftWhy, Mergeable, Undoing, changed};
use crate::casework::act::Act;
use crate::casework::records::event::Event;
use crate::casework::records::event_parts::Parts;
use crate::casework::records::searched::Searched;
use crate::casework::records::{Record, Row};
use crate::domain::Id;
use crate::error::Result;
use crate::store::schema::participations;
use crate::store::{Db, Sql};

impl Mergeable for Event {
    const FIELDS: &'static [&'static str] = &[
        "type",
        "title",
        "narrative",
        "date",
        "country",
        "admin1",
        "place_name",
        "latitude",
        "longitude",
        "geo_precision",
        "victims_low",
        "victims_best",
        "victims_high",
        "deaths_low",
        "deaths_best",
        "deaths_high",
        "aims_at",
        "motive",
        "charge",
        "court",
        "legal_stage",
        "confidence",
    ];
    const PASSAGES: &'static [&'static str] = &["narrative", "motive"];
    const MOVED_BY_ROW: &'static [&'static str] =
        &["incident", "participations", "relations", "findings"];

    fn unite(kept: &Self, other: &Self, whole: &mut Map<String, Value>) {
        let both = kept.parts.rights.iter().chain(&other.parts.rights);
        let rights: std::collections::BTreeSet<&str> =
            both.map(|it| it.right_code.as_str()).collect();
        whole.insert("rights".to_owned(), json!(rights));
    }

    fn shown_at(&self) -> (i16, Option<Id>) {
        // Its incident may be more confidential than it is itself.
        (self.row.effective_confidentiality, self.row.team_id)
    }

    fn closes(&self, _: &Self) -> bool {
        false
    }

    fn absorb(
        db: &mut Db,
        act: &mut Act,
        whole: &mut Self,
        other: &mut Self,
        moved: &mut Moved,
    ) -> Result<()> {
        let (to, from) = (whole.row.id, other.row.id);
        let theirs = std::mem::take(&mut other.parts);
        // What an event is about is copied; what is said of it moves.
        other.parts.rights.clone_from(&theirs.rights);
        let came: HashSet<Id> = theirs.participations.iter().map(|it| it.id).collect();
        let parts = &mut whole.parts;
        let mut rows = std::mem::take(&mut parts.participations);
        rows.extend(theirs.participations);
        for row in &mut rows {
            row.event_id = to;
        }
        let done = combined(&rows, |row| came.contains(&row.id));
        parts.participations = done.rows;
        move_cited(db, act, &done.gone, moved)?;
        if done.twice {
            moved.leave(whole, LeftWhy::Twice, vec!["participations".to_owned()]);
        }
        let parts = &mut whole.parts;
        for mut row in theirs.relations {
            row.event_id = to;
            let known = |it: &&mut _| same_relation(it, &row);
            if row.other_id != to && parts.relations.iter_mut().find(known).is_none() {
                parts.relations.push(row);
            }
        }
        // What the one was to the other it is not to itself.
        parts.relations.retain(|row| row.other_id != from);
        for mut row in theirs.findings {
            row.event_id = to;
            let known = parts.findings.iter_mut().find(|it| {
                (it.provision_id, it.finding, it.statement_id)
                    == (row.provision_id, row.finding, row.statement_id)
                    && (it.court_id.is_none()
                        || row.court_id.is_none()
                        || it.court_id == row.court_id)
                    && (it.note.is_none() || row.note.is_none() || it.note == row.note)
            });
            match known {
                Some(known) => {
                    known.court_id = known.court_id.or(row.court_id);
                    known.note = known.note.take().or(row.note);
                }
                None => parts.findings.push(row),
            }
        }
        numbered(parts);
        let protected = act.memory.protection(db)?;
        whole.row.search_text = whole.searched(&protected);
        Ok(())
    }

    fn save_both(
        db: &mut Db,
        [kept, given_up]: [&Self; 2],
        whole: &Self,
        other: &Self,
    ) -> Result<()> {
        let ids: Vec<Id> = given_up.parts.participations.iter().map(|it| it.id).collect();
        let before = [&kept.parts, &given_up.parts];
        save_parts(db, &ids, before, [(whole, whole.row.id), (other, given_up.row.id)])
    }

    fn move_links(
        db: &mut Db,
        act: &mut Act,
        kept: &Self,
        other: &Self,
        moved: &mut Moved,
    ) -> Result<()> {
        let (to, from) = (kept.row.id, other.row.id);
        let which = Sql::new(
            "events.id IN (SELECT mr.event_id FROM event_relations mr WHERE mr.other_id = ",
        )
        .bind(from)
        .sql(")");
        for event in naming::<Event>(db, which, moved)? {
            let before = event.parts.clone();
            let mut parts = before.clone();
            parts.relations = Vec::new();
            for row in &before.relations {
                let mut row = row.clone();
                if row.other_id == from {
                    row.other_id = to;
                }
                let known = parts.relations.iter().any(|it| same_relation(it, &row));
                if row.other_id != event.row.id && !known {
                    parts.relations.push(row);
                }
            }
            numbered(&mut parts);
            parts.save(db, event.row.id, Some(&before))?;
            changed(db, act, Event { parts, ..event }, "moved", moved)?;
        }
        let cited = Sql::new("citations.event_id = ").bind(from);
        let there = Sql::new("citations.event_id = ").bind(to);
        move_citations(db, act, (cited, there), moved, |citation| {
            citation.row.event_id = Some(to);
        })
    }

    fn give_back(
        db: &mut Db,
        act: &mut Act,
        kept: &Undoing<Self>,
        other: &Undoing<Self>,
        (record, hidden): (&mut Self, &mut Self),
    ) -> Result<bool> {
        let (parts, a) = parts_given_back(&kept.before.parts, &kept.after.parts, &kept.now.parts);
        let rights = std::mem::take(&mut record.parts.rights);
        record.parts = Parts { rights, ..parts };
        let (mut theirs, b) =
            parts_given_back(&other.before.parts, &other.after.parts, &other.now.parts);
        // What was changed since stays with the one that was kept.
        theirs
            .participations
            .retain(|row| record.parts.participations.iter().all(|stays| stays.id != row.id));
        let there: HashSet<Id> = kept.now.parts.participations.iter().map(|it| it.id).collect();
        let ids: Vec<Id> =
            theirs.participations.iter().map(|it| it.id).filter(|id| there.contains(id)).collect();
        numbered(&mut theirs);
        hidden.parts = theirs;
        let protected = act.memory.protection(db)?;
        record.row.search_text = record.searched(&protected);
        hidden.row.search_text = hidden.searched(&protected);
        hidden.row().save(db)?;
        record.row().save(db)?;
        let before = [&other.now.parts, &kept.now.parts];
        save_parts(db, &ids, before, [(hidden, other.now.row.id), (record, kept.now.row.id)])?;
        Ok(a || b)
    }
}

fn same_relation(
    one: &crate::casework::records::event_parts::RelationRow,
    other: &crate::casework::records::event_parts::RelationRow,
) -> bool {
    one.kind == other.kind && one.other_id == other.other_id
}

fn numbered(parts: &mut Parts) {
    for (row, position) in parts.participations.iter_mut().zip(0..) {
        row.position = position;
    }
    for (row, position) in parts.relations.iter_mut().zip(0..) {
        row.position = position;
    }
    for (row, position) in parts.findings.iter_mut().zip(0..) {
        row.position = position;
    }
}

/// Stores the parts of two events, of which the participations `ids` go from the second to the
/// first, in their place in the table: citations name them.
fn save_parts(
    db: &mut Db,
    ids: &[Id],
    [to_before, from_before]: [&Parts; 2],
    [(to, to_id), (from, from_id)]: [(&Event, Id); 2],
) -> Result<()> {
    for ids in ids.chunks(500) {
        diesel::update(participations::table.filter(participations::id.eq_any(ids)))
            .set(participations::event_id.eq(to_id))
            .execute(db)?;
    }
    let (mut to_before, mut from_before) = (to_before.clone(), from_before.clone());
    let (gone, stayed) =
        from_before.participations.into_iter().partition(|row| ids.contains(&row.id));
    from_before.participations = stayed;
    let gone: Vec<_> = gone;
    to_before.participations.extend(gone);
    // Findings and relations keep their ids: they leave the one before they come to the other.
    from.parts.save(db, from_id, Some(&from_before))?;
    to.parts.save(db, to_id, Some(&to_before))
}
