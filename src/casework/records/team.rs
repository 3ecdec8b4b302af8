//! Teams: who may see restricted records.

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::input::levelled;
use super::{Envelope, Filter, Head, Record, enveloped, grouped, links, row};
use crate::casework::act::Act;
use crate::domain::{Action, Confidentiality, Id};
use crate::each_backend;
use crate::error::{Error, Result, Wrong};
use crate::store::schema::{team_members, teams, users};
use crate::store::{Db, Eyes, Kind};

row! {
    /// See [`Team`].
    TeamRow in teams {
        name: String,
    }
}

/// The users who may see what is restricted to them.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Team {
    row: TeamRow,
    members: Vec<Id>,
}

/// A team, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TeamInput {
    #[schema(min_length = 1, max_length = 200, example = "Witness protection")]
    pub name: String,
    /// Users, by id or e-mail address.
    #[serde(default)]
    #[schema(max_items = 1000)]
    pub members: Vec<String>,
    #[serde(skip)]
    pub confidentiality: Option<Confidentiality>,
    #[serde(skip)]
    pub team: Option<String>,
}
levelled!(TeamInput);

/// A team, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct TeamView {
    #[serde(flatten)]
    pub head: Head,
    pub name: String,
    /// The ids of its members.
    #[schema(value_type = Vec<uuid::Uuid>)]
    pub members: Vec<Id>,
}

impl Record for Team {
    const KIND: Kind = Kind::Team;
    const KEPT_BY: Option<Action> = Some(Action::KeepUsers);
    const FILTERS: &'static [Filter] = &[];

    type Row = TeamRow;
    type Input = TeamInput;
    type View = TeamView;

    fn row(&self) -> &TeamRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut TeamRow {
        &mut self.row
    }

    fn with_parts(db: &mut Db, rows: Vec<TeamRow>) -> Result<Vec<Self>> {
        let mut pairs: Vec<(Id, Id)> = Vec::new();
        for ids in links::in_batches(rows.iter().map(|row| row.id)) {
            pairs.extend(
                team_members::table
                    .filter(team_members::team_id.eq_any(&ids))
                    .order((team_members::team_id, team_members::user_id))
                    .select((team_members::team_id, team_members::user_id))
                    .load::<(Id, Id)>(db)?,
            );
        }
        let mut members = grouped(pairs, |pair| pair.0);
        Ok(rows
            .into_iter()
            .map(|row| {
                let pairs = members.remove(&row.id).unwrap_or_default();
                Self { members: pairs.into_iter().map(|pair| pair.1).collect(), row }
            })
            .collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        if before.is_some() {
            let old = team_members::table.filter(team_members::team_id.eq(self.row.id));
            diesel::delete(old).execute(db)?;
        }
        let pairs: Vec<_> = self
            .members
            .iter()
            .map(|user| (team_members::team_id.eq(self.row.id), team_members::user_id.eq(*user)))
            .collect();
        if !pairs.is_empty() {
            each_backend!(db, |c| diesel::insert_into(team_members::table)
                .values(&pairs)
                .execute(c))?;
        }
        Ok(())
    }

    fn build(
        db: &mut Db,
        _: &mut Act,
        input: &mut TeamInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.short("/name", &mut input.name, 200);
        wrong.at_most("/members", &input.members, 1_000);
        wrong.check()?;
        let mut members = Vec::new();
        for (at, name) in input.members.iter().enumerate() {
            let known = users::table.filter(users::deleted_at.is_null()).select(users::id);
            let found: Vec<Id> = match name.parse::<Id>() {
                Ok(id) => known.filter(users::id.eq(id)).load(db)?,
                Err(_) => known.filter(users::email.eq(name.trim().to_lowercase())).load(db)?,
            };
            let missing = || Error::field(format!("/members/{at}"), "there is no such user");
            // Those who were in the team stay until they are taken out, even if deleted since.
            let stays = name
                .parse()
                .ok()
                .filter(|id| before.is_some_and(|before| before.members.contains(id)));
            members.push(found.first().copied().or(stays).ok_or_else(missing)?);
        }
        members.sort_unstable();
        members.dedup();
        Ok(Self { members, row: enveloped!(TeamRow, envelope, { name: input.name.clone(), }) })
    }

    fn as_input(&self) -> TeamInput {
        TeamInput {
            name: self.row.name.clone(),
            members: self.members.iter().map(ToString::to_string).collect(),
            confidentiality: None,
            team: None,
        }
    }

    fn views(_: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<TeamView>> {
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            TeamView { head, name: record.row.name, members: record.members }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

/// The team that an id or name names.
pub fn id_of(db: &mut Db, _: &Act, name: &str) -> Result<Id> {
    let known = teams::table.filter(teams::deleted_at.is_null()).select(teams::id);
    let found: Vec<Id> = match name.parse::<Id>() {
        Ok(id) => known.filter(teams::id.eq(id)).load(db)?,
        Err(_) => known.filter(teams::name.eq(name.trim())).load(db)?,
    };
    let missing = || Error::field("/team", "there is no such team, or you are not in it");
    found.first().copied().ok_or_else(missing)
}
