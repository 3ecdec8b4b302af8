//! Affiliations: what one actor is to another, from when to when.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actor::{Actor, ActorInput};
use super::filter::common_filters;
use super::input::{Link, levelled};
use super::links::ActorLink;
use super::{Envelope, Filter, Head, Record, enveloped, links, row};
use crate::casework::act::Act;
use crate::domain::{AffiliationKind, Caller, Confidentiality, Edtf, Id};
use crate::error::{Error, Result, Wrong};
use crate::store::{Db, Eyes, Kind, Sql};

row! {
    /// What one actor is to another.
    AffiliationRow in affiliations {
        actor_id: Id,
        kind: AffiliationKind,
        other_id: Id,
        since: Option<String>,
        until: Option<String>,
        note: Option<String>,
    }
}

/// What one actor is to another, from when to when.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Affiliation {
    row: AffiliationRow,
}

/// An affiliation, as it is sent: `actor` *leads* `other`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AffiliationInput {
    #[schema(schema_with = super::input::actor_link)]
    pub actor: Link<ActorInput>,
    pub kind: AffiliationKind,
    #[schema(schema_with = super::input::actor_link)]
    pub other: Link<ActorInput>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub note: Option<String>,
    /// internal, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(AffiliationInput);

/// An affiliation, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct AffiliationView {
    #[serde(flatten)]
    pub head: Head,
    /// Left out of an older version whose actor may not be shown any more.
    pub actor: Option<ActorLink>,
    pub kind: AffiliationKind,
    pub other: Option<ActorLink>,
    #[schema(value_type = Option<Edtf>)]
    pub from: Option<String>,
    #[schema(value_type = Option<Edtf>)]
    pub to: Option<String>,
    pub note: Option<String>,
}

impl Record for Affiliation {
    const KIND: Kind = Kind::Affiliation;
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = AffiliationRow;
    type Input = AffiliationInput;
    type View = AffiliationView;

    fn row(&self) -> &AffiliationRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut AffiliationRow {
        &mut self.row
    }

    fn with_parts(_: &mut Db, rows: Vec<AffiliationRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut AffiliationInput,
        envelope: Envelope,
        _: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.passage_if("/note", &mut input.note);
        if let (Some(from), Some(to)) = (&input.from, &input.to)
            && let (Some(begin), Some(end)) = (from.earliest(), to.latest())
            && end < begin
        {
            wrong.add("/to", format!("it ends ({to}) before it begins ({from})"));
        }
        wrong.check()?;
        let actor_id = links::resolve::<Actor>(db, act, &input.actor, "/actor")?;
        let other_id = links::resolve::<Actor>(db, act, &input.other, "/other")?;
        if actor_id == other_id {
            return Err(Error::field("/other", "an actor has no affiliation to itself"));
        }
        Ok(Self {
            row: enveloped!(AffiliationRow, envelope, {
                actor_id,
                kind: input.kind,
                other_id,
                since: input.from.as_ref().map(ToString::to_string),
                until: input.to.as_ref().map(ToString::to_string),
                note: input.note.clone(),
            }),
        })
    }

    /// Actors have no status: what counts is whether everyone may see it.
    fn is_past_the_draft(&self, _: &mut Db) -> Result<bool> {
        Ok(self.row.confidentiality == Confidentiality::Public.level())
    }

    fn join_what_is_visible(db: &mut Db, caller: &Caller, records: &[Self]) -> Result<Vec<bool>> {
        let actors = records.iter().flat_map(|it| [it.row.actor_id, it.row.other_id]);
        let shown = links::visible(db, caller, Kind::Actor, actors)?;
        let are_shown =
            |it: &Self| shown.contains(&it.row.actor_id) && shown.contains(&it.row.other_id);
        Ok(records.iter().map(are_shown).collect())
    }

    fn as_input(&self) -> AffiliationInput {
        let row = self.row.clone();
        AffiliationInput {
            actor: Link::to(row.actor_id),
            kind: row.kind,
            other: Link::to(row.other_id),
            from: row.since.and_then(|date| date.parse().ok()),
            to: row.until.and_then(|date| date.parse().ok()),
            note: row.note,
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<AffiliationView>> {
        let ids = records.iter().flat_map(|it| [it.row.actor_id, it.row.other_id]);
        let actors = links::actors(db, eyes, ids)?;
        Ok(records
            .into_iter()
            .map(|record| {
                let head = Head::of(&record, eyes);
                let words = eyes.words(head.id);
                let row = record.row;
                AffiliationView {
                    head,
                    actor: actors.get(&row.actor_id).cloned(),
                    kind: row.kind,
                    other: actors.get(&row.other_id).cloned(),
                    from: row.since,
                    to: row.until,
                    note: words.shown_if(row.note),
                }
            })
            .collect())
    }
}

const COMMON: [Filter; 4] = common_filters!("affiliations");
static FILTERS: [Filter; 6] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "actor",
            about: "Actors on either side, by id or ref; several with commas.",
            example: "A-00012",
            condition: |asked| {
                let ids = asked.records(Kind::Actor, Some("ref"))?;
                Ok(Sql::new("affiliations.actor_id IN ")
                    .then(ids.clone())
                    .or(Sql::new("affiliations.other_id IN ").then(ids)))
            },
        },
        Filter {
            name: "kind",
            about: "Kinds of affiliation; several with commas.",
            example: "leads",
            condition: |asked| asked.any_of::<AffiliationKind>("affiliations.kind"),
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
