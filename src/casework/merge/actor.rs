//! Merging actors: names and identifiers of both, and all that names the one given up.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::lists::combined;
use super::moved::{Moved, search_anew};
use super::{LeftWhy, Mergeable, Undoing, changed};
use crate::casework::act::Act;
use crate::casework::change_record::touch;
use crate::casework::records::actor::{Actor, ActorInput, Name};
use crate::casework::records::affiliation::Affiliation;
use crate::casework::records::citation::Citation;
use crate::casework::records::demand::Demand;
use crate::casework::records::event::Event;
use crate::casework::records::statement::{IssuerRow, Statement};
use crate::casework::records::{Record, Row};
use crate::domain::{Id, NameKind, text};
use crate::error::Result;
use crate::store::{Db, Sql};

impl Mergeable for Actor {
    const FIELDS: &'static [&'static str] =
        &["name", "kind", "sector", "country", "description", "gender", "age_group", "pseudonym"];
    const PASSAGES: &'static [&'static str] = &["description"];
    const MOVED_BY_ROW: &'static [&'static str] = &[];

    fn unite(kept: &Self, other: &Self, whole: &mut Map<String, Value>) {
        let (ours, theirs) = (kept.as_input(), other.as_input());
        let (one, two) = (ours.protected, theirs.protected);
        whole.insert("protected".to_owned(), json!(one || two));
        if one != two {
            // The pseudonym of the one who was protected already is the one that is known.
            let pseudonym = if two { &theirs.pseudonym } else { &ours.pseudonym };
            whole.insert("pseudonym".to_owned(), json!(pseudonym));
        }
        let name = whole.get("name").and_then(Value::as_str).unwrap_or_default().to_owned();
        whole.insert("names".to_owned(), json!(all_names(&name, &ours, &theirs)));
        let mut identifiers = ours.identifiers;
        for it in theirs.identifiers {
            if !identifiers.contains(&it) {
                identifiers.push(it);
            }
        }
        whole.insert("identifiers".to_owned(), json!(identifiers));
        let mut groups = ours.hrd_groups;
        groups.extend(theirs.hrd_groups);
        groups.sort_unstable();
        groups.dedup();
        whole.insert("hrd_groups".to_owned(), json!(groups));
    }

    fn shown_at(&self) -> (i16, Option<Id>) {
        (self.row.confidentiality, self.row.team_id)
    }

    fn closes(&self, other: &Self) -> bool {
        other.row.protected && other.row.created_by != self.row.created_by
    }

    fn absorb(_: &mut Db, _: &mut Act, _: &mut Self, _: &mut Self, _: &mut Moved) -> Result<()> {
        Ok(())
    }

    fn save_both(db: &mut Db, [kept, _]: [&Self; 2], whole: &Self, _: &Self) -> Result<()> {
        whole.save_parts(db, Some(kept))
    }

    fn move_links(
        db: &mut Db,
        act: &mut Act,
        kept: &Self,
        other: &Self,
        moved: &mut Moved,
    ) -> Result<()> {
        let (to, from) = (kept.row.id, other.row.id);
        move_events(db, act, from, to, moved)?;
        move_statements(db, act, from, to, moved)?;
        move_affiliations(db, act, from, to, moved)?;
        let asked = Sql::new("demands.addressee_id = ").bind(from);
        for mut demand in naming::<Demand>(db, asked, moved)? {
            demand.row.addressee_id = to;
            changed(db, act, demand, "moved", moved)?;
        }
        let cited = Sql::new("citations.actor_id = ").bind(from);
        let there = Sql::new("citations.actor_id = ").bind(to);
        move_citations(db, act, (cited, there), moved, |citation| {
            citation.row.actor_id = Some(to);
        })
    }

    fn give_back(
        db: &mut Db,
        _: &mut Act,
        kept: &Undoing<Self>,
        _: &Undoing<Self>,
        (record, hidden): (&mut Self, &mut Self),
    ) -> Result<bool> {
        record.row().save(db)?;
        record.save_parts(db, Some(&kept.now))?;
        hidden.row().save(db)?;
        Ok(false)
    }
}

/// The other names of the whole: those of both, and the one of the two names that is not chosen.
fn all_names(chosen: &str, ours: &ActorInput, theirs: &ActorInput) -> Vec<Name> {
    let alias = |input: &ActorInput| Name {
        text: input.name.clone(),
        language: None,
        script: None,
        kind: NameKind::Alias,
    };
    let all = ours.names.iter().cloned().chain([alias(ours)]);
    let all = all.chain(theirs.names.iter().cloned()).chain([alias(theirs)]);
    let mut names: Vec<Name> = ours.names.clone();
    let same = |a: &str, b: &str| a == b || text::fold(a) == text::fold(b);
    for name in all {
        let known = same(&name.text, chosen) || names.iter().any(|it| same(&it.text, &name.text));
        if !known {
            names.push(name);
        }
    }
    names
}

/// The records of a kind that meet a condition, hidden ones too: they may be brought back.
pub(super) fn naming<R: Record>(db: &mut Db, which: Sql, moved: &Moved) -> Result<Vec<R>> {
    let table = R::KIND.table();
    let most = i64::try_from(super::moved::MOST).unwrap_or(i64::MAX);
    let rows = R::Row::load(db, which, Sql::new(format!("{table}.id")), most + 1)?;
    moved.room_for(rows.len())?;
    R::with_parts(db, rows)
}

fn move_events(db: &mut Db, act: &mut Act, from: Id, to: Id, moved: &mut Moved) -> Result<()> {
    let which =
        Sql::new("events.id IN (SELECT mp.event_id FROM participations mp WHERE mp.actor_id = ")
            .bind(from)
            .sql(" UNION ALL SELECT mf.event_id FROM legal_findings mf WHERE mf.court_id = ")
            .bind(from)
            .sql(")");
    for event in naming::<Event>(db, which, moved)? {
        let before = event.parts.clone();
        let mut parts = before.clone();
        let ids: HashSet<Id> =
            before.participations.iter().filter(|it| it.actor_id == from).map(|it| it.id).collect();
        for row in &mut parts.participations {
            if row.actor_id == from {
                row.actor_id = to;
            }
        }
        for row in &mut parts.findings {
            if row.court_id == Some(from) {
                row.court_id = Some(to);
            }
        }
        let done = combined(&parts.participations, |row| ids.contains(&row.id));
        parts.participations = done.rows;
        move_cited(db, act, &done.gone, moved)?;
        parts.save(db, event.row.id, Some(&before))?;
        let mut event = Event { parts, ..event };
        search_anew(db, act, &mut event)?;
        if done.twice {
            moved.leave(&event, LeftWhy::Twice, vec!["participations".to_owned()]);
        }
        changed(db, act, event, "moved", moved)?;
    }
    Ok(())
}

/// Citations of participations that are gone speak of those that they are part of now.
pub(super) fn move_cited(
    db: &mut Db,
    act: &mut Act,
    gone: &[(Id, Id)],
    moved: &mut Moved,
) -> Result<()> {
    for (from, into) in gone {
        let which = Sql::new("citations.participation_id = ").bind(*from);
        for mut citation in naming::<Citation>(db, which, moved)? {
            citation.row.participation_id = Some(*into);
            changed(db, act, citation, "moved", moved)?;
        }
    }
    Ok(())
}

/// Who issued a statement stands among its issuers once: as issuer rather than co-signer.
fn move_statements(db: &mut Db, act: &mut Act, from: Id, to: Id, moved: &mut Moved) -> Result<()> {
    let which = Sql::new(
        "statements.id IN (SELECT ms.statement_id FROM statement_issuers ms WHERE ms.actor_id = ",
    )
    .bind(from)
    .sql(")");
    for statement in naming::<Statement>(db, which, moved)? {
        let mut issuers: Vec<IssuerRow> = Vec::new();
        for row in &statement.issuers {
            let actor_id = if row.actor_id == from { to } else { row.actor_id };
            match issuers.iter_mut().find(|it| it.actor_id == actor_id) {
                Some(known) => known.co_signer &= row.co_signer,
                None => issuers.push(IssuerRow { actor_id, ..row.clone() }),
            }
        }
        for (row, position) in issuers.iter_mut().zip(0..) {
            row.position = position;
        }
        let before = statement.clone();
        let statement = Statement { issuers, ..statement };
        statement.save_parts(db, Some(&before))?;
        changed(db, act, statement, "moved", moved)?;
    }
    Ok(())
}

fn move_affiliations(
    db: &mut Db,
    act: &mut Act,
    from: Id,
    to: Id,
    moved: &mut Moved,
) -> Result<()> {
    let of = |actor: Id| {
        Sql::new("affiliations.actor_id = ")
            .bind(actor)
            .or(Sql::new("affiliations.other_id = ").bind(actor))
    };
    let there: Vec<Affiliation> = naming(db, of(to), moved)?;
    for mut affiliation in naming::<Affiliation>(db, of(from), moved)? {
        let row = affiliation.row();
        let end = |id: Id| if id == from { to } else { id };
        let (actor_id, other_id) = (end(row.actor_id), end(row.other_id));
        let same = there.iter().find(|it| {
            let it = it.row();
            (it.actor_id, it.other_id, it.kind) == (actor_id, other_id, row.kind)
                && (&it.since, &it.until) == (&row.since, &row.until)
                && (row.note.is_none() || row.note == it.note)
                && (it.confidentiality, it.team_id) == (row.confidentiality, row.team_id)
                && it.deleted_at.is_none()
        });
        if actor_id == other_id || same.is_some() {
            // Nobody is something to themselves, and what is known already is known once.
            if row.deleted_at.is_some() {
                continue;
            }
            if let Some(same) = same {
                let into = same.row().id;
                let which = Sql::new("citations.affiliation_id = ").bind(row.id);
                for mut citation in naming::<Citation>(db, which, moved)? {
                    citation.row.affiliation_id = Some(into);
                    changed(db, act, citation, "moved", moved)?;
                }
            }
            let now = act.now;
            let hidden = touch(db, act, affiliation, "hidden", |it| hide(it, now))?;
            moved.note(Affiliation::KIND, hidden.row().id, hidden.row().version);
            continue;
        }
        let row = affiliation.row_mut();
        (row.actor_id, row.other_id) = (actor_id, other_id);
        changed(db, act, affiliation, "moved", moved)?;
    }
    Ok(())
}

fn hide<R: Record>(record: &mut R, now: crate::domain::Timestamp) {
    let mut envelope = record.row().envelope();
    envelope.deleted_at = Some(now);
    record.row_mut().set_envelope(envelope);
}

/// Moves citations from the one record to the other; what says the same of it already is hidden.
pub(super) fn move_citations(
    db: &mut Db,
    act: &mut Act,
    (which, there): (Sql, Sql),
    moved: &mut Moved,
    to: impl Fn(&mut Citation),
) -> Result<()> {
    let there: Vec<Citation> = naming(db, there, moved)?;
    for mut citation in naming::<Citation>(db, which, moved)? {
        let same = there.iter().any(|it| {
            let (it, row) = (&it.row, &citation.row);
            (it.statement_id, it.stance) == (row.statement_id, row.stance)
                && (&it.quote, it.quote_start, &it.page) == (&row.quote, row.quote_start, &row.page)
                && (it.confidentiality, it.team_id) == (row.confidentiality, row.team_id)
                && it.deleted_at.is_none()
                && row.deleted_at.is_none()
        });
        to(&mut citation);
        if same {
            let now = act.now;
            let hidden = touch(db, act, citation, "hidden", |it| hide(it, now))?;
            moved.note(Citation::KIND, hidden.row.id, hidden.row.version);
        } else {
            changed(db, act, citation, "moved", moved)?;
        }
    }
    Ok(())
}
