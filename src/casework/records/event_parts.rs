//! What belongs to an event: participations, rights affected, relations, legal findings.

use std::collections::HashSet;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::{Deserialize, Serialize};

use super::actor::Actor;
use super::event::Event;
use super::event_input::EventInput;
use super::provision;
use super::{Record, grouped, links};
use crate::casework::act::Act;
use crate::domain::{Caller, Finding, Harm, Id, ParticipationRole, RelationKind};
use crate::each_backend;
use crate::error::{Error, Result};
use crate::store::commit::{self, late};
use crate::store::schema::{event_relations, event_rights, legal_findings, participations};
use crate::store::{Db, Kind};

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
    diesel::AsChangeset,
    diesel::Identifiable,
)]
#[diesel(table_name = participations, treat_none_as_null = true, treat_none_as_default_value = false)]
pub struct ParticipationRow {
    pub id: Id,
    pub event_id: Id,
    pub position: i32,
    pub actor_id: Id,
    pub role: ParticipationRole,
    pub count_low: Option<i32>,
    pub count_best: Option<i32>,
    pub count_high: Option<i32>,
    pub harm: Option<Harm>,
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = event_rights)]
pub struct RightRow {
    pub event_id: Id,
    pub right_code: String,
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = event_relations)]
pub struct RelationRow {
    pub id: Id,
    pub event_id: Id,
    pub position: i32,
    pub kind: RelationKind,
    pub other_id: Id,
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = legal_findings, treat_none_as_default_value = false)]
pub struct FindingRow {
    pub id: Id,
    pub event_id: Id,
    pub position: i32,
    pub provision_id: Id,
    pub finding: Finding,
    pub statement_id: Option<Id>,
    pub court_id: Option<Id>,
    pub note: Option<String>,
}

late!(ParticipationRow in participations: Participations);
late!(RightRow in event_rights: Rights);

/// What belongs to one event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    pub participations: Vec<ParticipationRow>,
    pub rights: Vec<RightRow>,
    pub relations: Vec<RelationRow>,
    pub findings: Vec<FindingRow>,
}

impl Parts {
    /// The parts of many events, in the order of `events`.
    pub fn load(db: &mut Db, events: &[Id]) -> Result<Vec<Self>> {
        let (mut people, mut rights) = (Vec::new(), Vec::new());
        let (mut relations, mut findings) = (Vec::new(), Vec::new());
        for ids in links::in_batches(events.iter().copied()) {
            people.extend(
                participations::table
                    .filter(participations::event_id.eq_any(&ids))
                    .order((participations::event_id, participations::position))
                    .select(ParticipationRow::as_select())
                    .load(db)?,
            );
            rights.extend(
                event_rights::table
                    .filter(event_rights::event_id.eq_any(&ids))
                    .order((event_rights::event_id, event_rights::right_code))
                    .select(RightRow::as_select())
                    .load(db)?,
            );
            relations.extend(
                event_relations::table
                    .filter(event_relations::event_id.eq_any(&ids))
                    .order((event_relations::event_id, event_relations::position))
                    .select(RelationRow::as_select())
                    .load(db)?,
            );
            findings.extend(
                legal_findings::table
                    .filter(legal_findings::event_id.eq_any(&ids))
                    .order((legal_findings::event_id, legal_findings::position))
                    .select(FindingRow::as_select())
                    .load(db)?,
            );
        }
        let mut people = grouped(people, |row: &ParticipationRow| row.event_id);
        let mut rights = grouped(rights, |row: &RightRow| row.event_id);
        let mut relations = grouped(relations, |row: &RelationRow| row.event_id);
        let mut findings = grouped(findings, |row: &FindingRow| row.event_id);
        Ok(events
            .iter()
            .map(|id| Self {
                participations: people.remove(id).unwrap_or_default(),
                rights: rights.remove(id).unwrap_or_default(),
                relations: relations.remove(id).unwrap_or_default(),
                findings: findings.remove(id).unwrap_or_default(),
            })
            .collect())
    }

    /// Keeps the parts of an event. Participations keep their place in the table where they can,
    /// since citations name them.
    pub fn save(&self, db: &mut Db, event: Id, before: Option<&Self>) -> Result<()> {
        if before.is_none_or(|before| before.participations != self.participations) {
            self.save_participations(db, before)?;
        }
        if before.is_none_or(|before| before.rights != self.rights) {
            if before.is_some() {
                diesel::delete(event_rights::table.filter(event_rights::event_id.eq(event)))
                    .execute(db)?;
            }
            commit::write(db, self.rights.clone())?;
        }
        if before.is_some_and(|before| before.relations != self.relations) {
            let old = event_relations::table.filter(event_relations::event_id.eq(event));
            diesel::delete(old).execute(db)?;
        }
        if before.is_none_or(|before| before.relations != self.relations)
            && !self.relations.is_empty()
        {
            each_backend!(db, |c| diesel::insert_into(event_relations::table)
                .values(&self.relations)
                .execute(c))?;
        }
        if before.is_some_and(|before| before.findings != self.findings) {
            let old = legal_findings::table.filter(legal_findings::event_id.eq(event));
            diesel::delete(old).execute(db)?;
        }
        if before.is_none_or(|before| before.findings != self.findings) && !self.findings.is_empty()
        {
            each_backend!(db, |c| diesel::insert_into(legal_findings::table)
                .values(&self.findings)
                .execute(c))?;
        }
        Ok(())
    }

    fn save_participations(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        let kept: HashSet<Id> = self.participations.iter().map(|row| row.id).collect();
        let old = before.map_or(&[][..], |before| before.participations.as_slice());
        let gone: Vec<Id> = old.iter().map(|row| row.id).filter(|id| !kept.contains(id)).collect();
        if !gone.is_empty() {
            super::citation::must_not_cite(db, &gone)?;
            diesel::delete(participations::table.filter(participations::id.eq_any(&gone)))
                .execute(db)?;
        }
        let (there, new): (Vec<_>, Vec<_>) =
            self.participations.iter().partition(|row| old.iter().any(|it| it.id == row.id));
        for row in there {
            diesel::update(participations::table.find(row.id)).set(row).execute(db)?;
        }
        commit::write(db, new.into_iter().cloned().collect())
    }

    /// The parts that `input` describes. `rights`: those of the event's type.
    pub fn build(
        db: &mut Db,
        act: &mut Act,
        input: &EventInput,
        event: Id,
        rights: &[String],
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut parts = Self::default();
        for (right, at) in input.rights.as_deref().unwrap_or(rights).iter().zip(0..) {
            // One that was deprecated since stays.
            let stays =
                before.is_some_and(|before| before.rights.iter().any(|it| it.right_code == *right));
            if input.rights.is_some() && !stays {
                act.memory
                    .vocabulary(db)?
                    .check_right(right)
                    .map_err(|about| Error::field(format!("/rights/{at}"), about))?;
            }
            parts.rights.push(RightRow { event_id: event, right_code: right.clone() });
        }
        for (it, position) in input.participations.iter().zip(0..) {
            let pointer = format!("/participations/{position}");
            let known = before.is_some_and(|before| {
                before.participations.iter().any(|row| Some(row.id) == it.id)
            });
            let again = parts.participations.iter().any(|row| Some(row.id) == it.id);
            if it.id.is_some() && (!known || again) {
                let message = "is not a participation of this event; leave it out for a new one";
                return Err(Error::field(format!("{pointer}/id"), message));
            }
            parts.participations.push(ParticipationRow {
                id: it.id.unwrap_or_else(|| Id::at(act.now)),
                event_id: event,
                position,
                actor_id: links::resolve::<Actor>(db, act, &it.actor, &format!("{pointer}/actor"))?,
                role: it.role,
                count_low: it.count_low.map(|count| count.0),
                count_best: it.count_best.map(|count| count.0),
                count_high: it.count_high.map(|count| count.0),
                harm: it.harm,
            });
        }
        for (it, position) in input.relations.iter().zip(0..) {
            let pointer = format!("/relations/{position}/event");
            let other_id = links::id_of(db, act, Kind::Event, Event::REF, &it.event, &pointer)?;
            if other_id == event {
                return Err(Error::field(pointer, "an event has no relation to itself"));
            }
            if parts.relations.iter().any(|row| row.kind == it.kind && row.other_id == other_id) {
                return Err(Error::field(pointer, "this relation is given twice"));
            }
            parts.relations.push(RelationRow {
                id: Id::at(act.now),
                event_id: event,
                position,
                kind: it.kind,
                other_id,
            });
        }
        for (it, position) in input.findings.iter().zip(0..) {
            let pointer = format!("/findings/{position}");
            let provision_id =
                provision::id_of(db, act, &it.provision, &format!("{pointer}/provision"))?;
            let statement_id = match &it.statement {
                Some(name) => Some(links::id_of(
                    db,
                    act,
                    Kind::Statement,
                    Some("ref"),
                    name,
                    &format!("{pointer}/statement"),
                )?),
                None => None,
            };
            let court_id = match &it.court {
                Some(court) => {
                    Some(links::resolve::<Actor>(db, act, court, &format!("{pointer}/court"))?)
                }
                None => None,
            };
            parts.findings.push(FindingRow {
                id: Id::at(act.now),
                event_id: event,
                position,
                provision_id,
                finding: it.finding,
                statement_id,
                court_id,
                note: it.note.clone(),
            });
        }
        if let Some(before) = before {
            parts.keep_unseen(db, &act.caller, before)?;
        }
        Ok(parts)
    }

    /// Whoever replaces a list does not remove from it what they do not see.
    fn keep_unseen(&mut self, db: &mut Db, caller: &Caller, before: &Self) -> Result<()> {
        let people = before.participations.iter().map(|row| row.actor_id);
        let courts = before.findings.iter().filter_map(|row| row.court_id);
        let actors = links::shown(db, caller, Kind::Actor, people.chain(courts))?;
        let others = before.relations.iter().map(|row| row.other_id);
        let events = links::shown(db, caller, Kind::Event, others)?;
        let statements = before.findings.iter().filter_map(|row| row.statement_id);
        let statements = links::shown(db, caller, Kind::Statement, statements)?;
        let provisions = before.findings.iter().map(|row| row.provision_id);
        let provisions = links::shown(db, caller, Kind::Provision, provisions)?;

        for row in before.participations.iter().filter(|row| !actors.contains(&row.actor_id)) {
            if self.participations.iter().all(|it| it.id != row.id) {
                self.participations.push(row.clone());
            }
        }
        for row in before.relations.iter().filter(|row| !events.contains(&row.other_id)) {
            let same = |it: &RelationRow| it.kind == row.kind && it.other_id == row.other_id;
            if !self.relations.iter().any(same) {
                self.relations.push(row.clone());
            }
        }
        let same = |it: &FindingRow, row: &FindingRow| {
            it.provision_id == row.provision_id
                && it.finding == row.finding
                && it.statement_id == row.statement_id
        };
        for row in &before.findings {
            let seen = provisions.contains(&row.provision_id)
                && row.statement_id.is_none_or(|id| statements.contains(&id));
            match self.findings.iter_mut().find(|it| same(it, row)) {
                Some(it) if it.court_id.is_none() => {
                    it.court_id = row.court_id.filter(|id| !actors.contains(id));
                }
                None if !seen => self.findings.push(row.clone()),
                _ => {}
            }
        }
        for (row, position) in self.participations.iter_mut().zip(0..) {
            row.position = position;
        }
        for (row, position) in self.relations.iter_mut().zip(0..) {
            row.position = position;
        }
        for (row, position) in self.findings.iter_mut().zip(0..) {
            row.position = position;
        }
        Ok(())
    }
}
