//! WHAT HAPPENS WHEN A RECORD IS CREATED: may they, is it right, store it, remember it.

use super::act::Act;
use super::oversight;
use super::records::input::Levelled;
use super::records::{Envelope, Record, Row};
use crate::domain::{Action, Confidentiality, Id};
use crate::error::{Error, Result};
use crate::store::history::NewRevision;
use crate::store::{Db, words};

/// Stores a new record, its parts, and the records that were sent with it.
pub fn create<R: Record>(db: &mut Db, act: &mut Act, input: R::Input) -> Result<R> {
    act.caller.must(R::KEPT_BY.unwrap_or(Action::CreateRecords))?;
    made(db, act, input)
}

/// Stores a new record of a kind that others keep, since a statement that is stored in the same act cites it. Who may
/// record statements may do so; but for those who keep the kind, the input must not make it public.
pub(super) fn create_cited<R: Record>(db: &mut Db, act: &mut Act, input: R::Input) -> Result<R> {
    act.caller.must(Action::CreateRecords)?;
    made(db, act, input)
}

fn made<R: Record>(db: &mut Db, act: &mut Act, mut input: R::Input) -> Result<R> {
    let (confidentiality, team_id) = level(db, act, &input, R::CONFIDENTIALITY)?;
    let envelope = Envelope::new(act, confidentiality, team_id);
    let record = R::build(db, act, &mut input, envelope, None)?;
    oversight::check_new(db, act, &record)?;
    record.row().insert(db)?;
    record.save_parts(db, None)?;
    words::add(db, record.index_entry().into_iter().collect())?;
    act.made_record(envelope.id);
    remember(act, &record, "created")?;
    record.stored(db, act, input, None)?;
    Ok(record)
}

/// The level and team that input asks for, if the caller may set them.
pub(super) fn level(
    db: &mut Db,
    act: &Act,
    input: &impl Levelled,
    otherwise: Confidentiality,
) -> Result<(i16, Option<Id>)> {
    let confidentiality = input.confidentiality().unwrap_or(otherwise);
    let team = match (input.team(), confidentiality) {
        (None, Confidentiality::Restricted) => {
            return Err(Error::field(
                "/team",
                "a restricted record needs the team that may see it",
            ));
        }
        (None, _) => None,
        (Some(_), level) if level != Confidentiality::Restricted => {
            return Err(Error::field("/team", "only a restricted record has a team"));
        }
        (Some(name), _) => Some(super::records::team::id_of(db, act, name)?),
    };
    if let Some(team) = team
        && !act.caller.teams.contains(&team)
    {
        return Err(Error::field("/team", "there is no such team, or you are not in it"));
    }
    Ok((confidentiality.level(), team))
}

/// Notes the record as it stands for its history.
///
/// # Errors
/// [`Error::Internal`] if it cannot be written as JSON.
pub(super) fn remember<R: Record>(act: &mut Act, record: &R, action: &'static str) -> Result<()> {
    let envelope = record.row().envelope();
    let revision = NewRevision {
        kind: R::KIND,
        record_id: envelope.id,
        version: envelope.version,
        at: act.now,
        user_id: act.caller.user,
        action: action.to_owned(),
        reason: act.reason.clone(),
        snapshot: serde_json::to_string(record).map_err(Error::internal)?,
        status: record.status(),
        confidentiality: record.effective_level(),
        team_id: envelope.team_id,
        created_by: envelope.created_by,
        assigned_to: record.assigned_to(),
        hidden: envelope.deleted_at.is_some(),
    };
    act.revised(revision);
    Ok(())
}
