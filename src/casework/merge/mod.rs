//! MERGING TWO RECORDS THAT ARE ONE, and taking that back.
//!
//! What the one that is given up is linked to moves to the one that is kept; the other is hidden, and
//! its ref leads to the one kept. The result takes the stricter of the two: the higher
//! confidentiality, and protection if either is protected. Every record that changes gets a version
//! of its own; the decision remembers which, so that undoing gives back exactly what was moved,
//! where nobody has changed it since. What was changed since stays, and is named.

mod actor;
mod event;
mod lists;
mod moved;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;

use super::act::Act;
use super::change_record::{Target, one, seen, touch};
use super::create_record::{level, remember};
use super::duplicates::decisions::{self, Decision, DecisionRow};
use super::records::{Record, Row, actor::Actor, event::Event, links};
use crate::domain::codes::codes;
use crate::domain::{Action, Caller, Confidentiality, Id};
use crate::error::{Error, Result};
use crate::store::{Db, Kind, Sql, words};
use moved::Moved;

codes! {
    /// Which of the two a field of the merged record is taken from.
    Choice {
        /// From the record that is kept.
        Kept = "kept",
        /// From the one that is merged into it.
        Other = "other",
        /// One below the other: for texts of several lines.
        Both = "both",
    }
}

/// What is to become one.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// By the name of a field of the record, as it is sent. Where none is made, the one kept decides,
    /// and the other fills in what it lacks.
    pub fields: BTreeMap<String, Choice>,
}

/// Records of one happening or one actor can be merged.
pub trait Mergeable: Record {
    /// The fields that a choice can be made for.
    const FIELDS: &'static [&'static str];
    /// Those of them that can be taken from both.
    const PASSAGES: &'static [&'static str];
    /// Fields of what is sent that are given back with the record itself; the others are lists that
    /// move row by row.
    const MOVED_BY_ROW: &'static [&'static str];

    /// What of the other belongs to the whole, whatever was chosen.
    fn unite(kept: &Self, other: &Self, whole: &mut Map<String, Value>);

    /// The level and team that the other is seen at.
    fn shown_at(&self) -> (i16, Option<Id>);

    /// Whether who made the record kept may not know by that who the other is.
    fn closes(&self, other: &Self) -> bool;

    /// Moves what belongs to the other to what will be stored as `whole`, before both are stored.
    fn absorb(
        db: &mut Db,
        act: &mut Act,
        whole: &mut Self,
        other: &mut Self,
        moved: &mut Moved,
    ) -> Result<()>;

    /// Stores the parts of both, after [`absorb`](Self::absorb).
    fn save_both(db: &mut Db, before: [&Self; 2], whole: &Self, other: &Self) -> Result<()>;

    /// Moves what names the other, after both are stored.
    fn move_links(
        db: &mut Db,
        act: &mut Act,
        kept: &Self,
        other: &Self,
        moved: &mut Moved,
    ) -> Result<()>;

    /// Gives back what belongs to the two, as rows: into `kept` and `other` as they are now.
    fn give_back(
        db: &mut Db,
        act: &mut Act,
        kept: &Undoing<Self>,
        other: &Undoing<Self>,
        result: (&mut Self, &mut Self),
    ) -> Result<bool>;
}

/// A record as it was before a merge and after it, and as it is now.
pub struct Undoing<R> {
    pub before: R,
    pub after: R,
    pub now: R,
}

/// What a merge did.
#[derive(Debug)]
pub struct Done {
    pub decision: Id,
    /// The version of the record kept.
    pub version: i32,
    /// What is left for people to look at.
    pub left: Vec<Left>,
}

codes! {
    /// Why something is left for people to look at.
    LeftWhy {
        /// An actor stands twice in one role of an event, with what goes against one another.
        Twice = "twice",
        /// It was changed since the merge, and stays as it is now.
        Changed = "changed_since",
    }
}

/// A record that a merge, or taking it back, has left for people to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Left {
    #[schema(value_type = String, example = "event")]
    pub kind: Kind,
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    /// The short code that people use; the id where the kind has none.
    #[serde(rename = "ref")]
    pub reference: String,
    pub why: LeftWhy,
    /// The fields, where it is known which.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
}

/// Which of the two fields are taken from, as it is sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MergeInput {
    /// The record that is given up, by id or ref.
    #[schema(min_length = 1, max_length = 200, example = "A-00087")]
    pub other: String,
    /// Its version, as the `If-Match` of the address says that of the record kept. May be left out
    /// where that is `*`.
    #[serde(default)]
    #[schema(minimum = 1, example = 1)]
    pub other_version: Option<i32>,
    /// By field: `kept`, `other`, or for texts of several lines `both`. Where none is said, the
    /// record kept decides, and the other fills in what it lacks. Names, identifiers and rights of
    /// both stay; of confidentiality and protection the stricter.
    #[serde(default)]
    #[schema(example = json!({"name": "other"}))]
    pub fields: BTreeMap<String, Choice>,
    /// Why.
    #[serde(default)]
    #[schema(max_length = 100_000)]
    pub reason: Option<String>,
}

/// Merges `other` into `target`.
///
/// # Errors
/// [`Error::Forbidden`] below a reviewer; [`Error::Stale`] for a version of either that is not
/// current; [`Error::Invalid`] for choices that cannot be made; [`Error::Conflict`] where the two
/// cannot be one.
pub fn merge<R: Mergeable>(
    db: &mut Db,
    act: &mut Act,
    target: &Target,
    other: &Target,
    choices: &Choices,
) -> Result<Done> {
    act.caller.must(Action::MergeRecords)?;
    let kept: R = seen(db, act, target)?;
    let given_up: R = seen(db, act, other).map_err(|error| match error {
        Error::NotFound => decisions::no_other(R::KIND, &other.name),
        error => error,
    })?;
    let (id, other_id) = (kept.row().envelope().id, given_up.row().envelope().id);
    if id == other_id {
        return Err(Error::field("/other", "is the same record; name another"));
    }
    let input: R::Input =
        super::read_input(united(&kept, &given_up, choices)?).map_err(in_fields)?;
    let links = json!([kept.as_input(), given_up.as_input()]);
    act.keep_links(&links);

    let (mut whole, input) = built(db, act, &kept, input).map_err(in_fields)?;
    let mut hidden = given_up.clone();
    let mut moved = Moved::default();
    R::absorb(db, act, &mut whole, &mut hidden, &mut moved)?;
    let mut envelope = hidden.row().envelope();
    envelope.version += 1;
    envelope.updated_at = act.now;
    envelope.deleted_at = Some(act.now);
    hidden.row_mut().set_envelope(envelope);
    hidden.row().save(db)?;
    whole.row().save(db)?;
    R::save_both(db, [&kept, &given_up], &whole, &hidden)?;
    words::renew(db, whole.index_entry().as_slice())?;
    remember(act, &hidden, "merged_away")?;
    remember(act, &whole, "merged")?;
    moved.note(R::KIND, id, whole.row().envelope().version);
    moved.note(R::KIND, other_id, envelope.version);
    whole.stored(db, act, input, Some(&kept))?;
    hidden.hidden_or_restored(db, act)?;
    R::move_links(db, act, &whole, &given_up, &mut moved)?;

    let row = DecisionRow {
        id: Id::at(act.now),
        kind: R::KIND,
        record_id: id,
        other_id,
        decision: Decision::Merged,
        decided_at: act.now,
        decided_by: act.caller.user,
        reason: act.reason.clone(),
        moved: moved.as_json()?,
        closes: kept.closes(&given_up) || closed_before(db, other_id)?,
        undone_at: None,
        undone_by: None,
    };
    decisions::keep(db, act, &row)?;
    let left = shown_left(db, &act.caller, moved.left)?;
    Ok(Done { decision: row.id, version: whole.row().envelope().version, left })
}

/// Whether somebody else's protected person was merged into a record.
fn closed_before(db: &mut Db, record: Id) -> Result<bool> {
    let closed = Sql::new("SELECT d.id AS id FROM duplicate_decisions d WHERE d.record_id = ")
        .bind(record)
        .sql(" AND d.closes AND d.undone_at IS NULL LIMIT 1");
    Ok(!closed.load::<links::Found>(db)?.is_empty())
}

/// What is wrong with a field of the whole is wrong with the choice for it.
fn in_fields(error: Error) -> Error {
    error.under("/fields")
}

/// The record that a merge makes of `kept`, not stored yet.
fn built<R: Record>(
    db: &mut Db,
    act: &mut Act,
    kept: &R,
    mut input: R::Input,
) -> Result<(R, R::Input)> {
    let mut envelope = kept.row().envelope();
    (envelope.confidentiality, envelope.team_id) = level(db, act, &input, R::CONFIDENTIALITY)?;
    envelope.version += 1;
    envelope.updated_at = act.now;
    let whole = R::build(db, act, &mut input, envelope, Some(kept))?;
    Ok((whole, input))
}

/// What somebody would send to make the whole.
fn united<R: Mergeable>(kept: &R, other: &R, choices: &Choices) -> Result<Value> {
    let input = |record: &R| serde_json::to_value(record.as_input()).map_err(Error::internal);
    let (mut whole, theirs) = (input(kept)?, input(other)?);
    let strictest = stricter(kept, other)?;
    for (field, choice) in &choices.fields {
        let pointer = format!("/fields/{}", field.replace('~', "~0").replace('/', "~1"));
        if ["confidentiality", "team", "protected"].contains(&field.as_str()) {
            let chosen = if *choice == Choice::Other { &theirs[field] } else { &whole[field] };
            if *chosen != strictest[field] && !(chosen.is_null() && strictest[field] == false) {
                let message = "the merged record takes the stricter of the two, so that nothing is shown \
                     to more people; change it afterwards, if it should be";
                return Err(Error::field(pointer, message));
            }
        } else if !R::FIELDS.contains(&field.as_str()) {
            let message = format!("cannot be chosen; there are {}", R::FIELDS.join(", "));
            return Err(Error::field(pointer, message));
        } else if *choice == Choice::Both && !R::PASSAGES.contains(&field.as_str()) {
            let message = format!("only {} can be taken from both", R::PASSAGES.join(", "));
            return Err(Error::field(pointer, message));
        }
    }
    let Some(fields) = whole.as_object_mut() else { return Err(Error::internal("no object")) };
    for name in R::FIELDS {
        let (ours, its) = (fields.get(*name).cloned(), theirs.get(*name).cloned());
        let is_there = |value: &Option<Value>| value.as_ref().is_some_and(|it| !it.is_null());
        let taken = match choices.fields.get(*name) {
            Some(Choice::Kept) => ours,
            Some(Choice::Both) => match (&ours, &its) {
                (Some(Value::String(a)), Some(Value::String(b))) if a != b => {
                    Some(Value::String(format!("{a}\n\n{b}")))
                }
                _ => ours.or(its),
            },
            None if is_there(&ours) => ours,
            Some(Choice::Other) | None => its,
        };
        match taken.filter(|it| !it.is_null()) {
            Some(value) => fields.insert((*name).to_owned(), value),
            None => fields.remove(*name),
        };
    }
    R::unite(kept, other, fields);
    for (name, value) in strictest.as_object().into_iter().flatten() {
        // Whether somebody is protected is for the kind to say.
        if name != "protected" {
            match value {
                Value::Null => fields.remove(name),
                value => fields.insert(name.clone(), value.clone()),
            };
        }
    }
    Ok(whole)
}

/// The confidentiality, team and protection that a merged record takes.
fn stricter<R: Mergeable>(kept: &R, other: &R) -> Result<Value> {
    let own = kept.row().envelope();
    let ((mut level, mut team), (theirs, their_team)) =
        ((own.confidentiality, own.team_id.filter(|_| own.confidentiality == 3)), other.shown_at());
    if level == 3 && theirs == 3 && team != their_team {
        return Err(Error::Conflict(
            "the two are restricted to different teams, so that nobody could see them as one; change \
             the team of one of them first"
                .to_owned(),
        ));
    }
    if theirs > level {
        (level, team) = (theirs, their_team);
    }
    let protected = |record: &R| -> Result<bool> {
        let input = serde_json::to_value(record.as_input()).map_err(Error::internal)?;
        Ok(input["protected"] == true)
    };
    let level = Confidentiality::of_level(level).ok_or_else(|| Error::internal("no such level"))?;
    Ok(json!({
        "confidentiality": level,
        "team": team.filter(|_| level == Confidentiality::Restricted),
        "protected": protected(kept)? || protected(other)?,
    }))
}

/// What was left, as far as the caller may see it.
fn shown_left(db: &mut Db, caller: &Caller, left: Vec<Left>) -> Result<Vec<Left>> {
    let mut shown = Vec::new();
    for it in left {
        if !links::visible(db, caller, it.kind, [it.id])?.is_empty() {
            shown.push(it);
        }
    }
    Ok(shown)
}

/// Takes a decision back: two records that were said to be two may be suggested again; what was
/// merged is given back, where it was not changed since.
///
/// # Errors
/// [`Error::NotFound`] for a decision that the caller may not see; [`Error::Conflict`] for one that
/// was taken back already, or that another must be taken back before.
pub fn undo(db: &mut Db, act: &mut Act, id: &str) -> Result<(DecisionRow, Done)> {
    act.caller.must(Action::MergeRecords)?;
    let row = decisions::find(db, &act.caller, id)?;
    if row.undone_at.is_some() {
        return Err(Error::Conflict("this decision was taken back already".to_owned()));
    }
    let done = match (row.decision, row.kind) {
        (Decision::Distinct, _) => Done { decision: row.id, version: 0, left: Vec::new() },
        (Decision::Merged, Kind::Actor) => undo_merge::<Actor>(db, act, &row)?,
        (Decision::Merged, _) => undo_merge::<Event>(db, act, &row)?,
    };
    decisions::take_back(db, act, &row)?;
    Ok((row, done))
}

fn undo_merge<R: Mergeable>(db: &mut Db, act: &mut Act, row: &DecisionRow) -> Result<Done> {
    if decisions::merge_of(db, row.record_id)?.is_some() {
        return Err(Error::Conflict(
            "the record that was kept has been merged into another since; take that back first"
                .to_owned(),
        ));
    }
    let changed = moved::read(&row.moved)?;
    let kept = moved::undoing::<R>(db, &changed, row.record_id)?;
    let other = moved::undoing::<R>(db, &changed, row.other_id)?;
    let mut back = Moved::default();

    // The record kept: its fields, then what belongs to it.
    let input = |record: &R| serde_json::to_value(record.as_input()).map_err(Error::internal);
    let (mut before, mut after) = (input(&kept.before)?, input(&kept.after)?);
    for name in R::MOVED_BY_ROW {
        for value in [&mut before, &mut after] {
            value.as_object_mut().and_then(|fields| fields.remove(*name));
        }
    }
    let mut now = input(&kept.now)?;
    let fields = lists::fields_given_back(&before, &after, &mut now);
    act.keep_links(&json!([input(&kept.before)?, now, input(&other.before)?]));
    let restored: R::Input = super::read_input(now).map_err(|error| cannot(&error))?;
    let (mut record, input) = built(db, act, &kept.now, restored).map_err(|error| match error {
        Error::Invalid(_) => cannot(&error),
        error => error,
    })?;
    let mut hidden = other.now.clone();
    let mut envelope = hidden.row().envelope();
    envelope.version += 1;
    envelope.updated_at = act.now;
    envelope.deleted_at = None;
    hidden.row_mut().set_envelope(envelope);
    let changed_since = R::give_back(db, act, &kept, &other, (&mut record, &mut hidden))?;
    if changed_since || !fields.is_empty() {
        back.leave(&kept.now, LeftWhy::Changed, fields);
    }
    words::renew(db, record.index_entry().as_slice())?;
    words::renew(db, hidden.index_entry().as_slice())?;
    remember(act, &record, "unmerged")?;
    remember(act, &hidden, "restored")?;
    record.stored(db, act, input, Some(&kept.now))?;
    hidden.hidden_or_restored(db, act)?;

    moved::give_back(db, act, row, &changed, &mut back)?;
    let left = shown_left(db, &act.caller, back.left)?;
    Ok(Done { decision: row.id, version: record.row().envelope().version, left })
}

/// Fields that were changed since go against those that would be given back.
fn cannot(error: &Error) -> Error {
    let why = match error {
        Error::Invalid(fields) => fields
            .iter()
            .map(|it| format!("{} {}", it.pointer, it.message))
            .collect::<Vec<_>>()
            .join("; "),
        other => other.to_string(),
    };
    Error::Conflict(format!(
        "the record was changed since in ways that go against what would be given back ({why}); change \
         it first"
    ))
}

/// Why a hidden record cannot be brought back by itself: it was merged into another.
///
/// # Errors
/// [`Error::Conflict`], if it was.
pub fn must_not_be_merged(db: &mut Db, record: Id) -> Result<()> {
    if decisions::merge_of(db, record)?.is_some() {
        return Err(Error::Conflict(
            "the record was merged into another; take the merge back to have it again".to_owned(),
        ));
    }
    Ok(())
}

/// Loads one record by its id, whether it is hidden or not.
fn load<R: Record>(db: &mut Db, id: Id) -> Result<R> {
    let which = Sql::new(format!("{}.id = ", R::KIND.table())).bind(id);
    one(db, which)?.ok_or(Error::NotFound)
}

/// Keeps a changed record, whose parts are stored already.
fn changed<R: Record>(
    db: &mut Db,
    act: &mut Act,
    record: R,
    action: &'static str,
    moved: &mut Moved,
) -> Result<()> {
    let record = touch(db, act, record, action, |_| ())?;
    let envelope = record.row().envelope();
    moved.note(R::KIND, envelope.id, envelope.version);
    Ok(())
}
