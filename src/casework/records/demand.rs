//! Demands: what a statement asks of somebody, tracked until it is met, refused or superseded.

use std::collections::HashSet;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actor::{Actor, ActorInput};
use super::filter::common_filters;
use super::input::{Link, levelled};
use super::links::{ActorLink, RecordLink};
use super::statement::{Statement, StatementInput};
use super::{Envelope, Filter, Head, Record, enveloped, grouped, links, row};
use crate::casework::act::Act;
use crate::domain::{Caller, Confidentiality, Country, DemandCategory, DemandStatus, Edtf, Id};
use crate::each_backend;
use crate::error::{Result, Wrong};
use crate::store::schema::demand_follow_ups;
use crate::store::{Db, Eyes, Kind, Sql};

row! {
    /// See [`Demand`].
    DemandRow in demands {
        statement_id: Id,
        addressee_id: Id,
        text: String,
        category: DemandCategory,
        status: DemandStatus,
    }
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
#[diesel(table_name = demand_follow_ups, treat_none_as_default_value = false)]
pub struct FollowUpRow {
    pub demand_id: Id,
    pub position: i32,
    pub date: String,
    pub note: String,
    pub evidence: Option<Id>,
}

/// What a statement asks of somebody, and what became of it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Demand {
    pub row: DemandRow,
    follow_ups: Vec<FollowUpRow>,
}

/// A demand, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandInput {
    /// The statement that makes it.
    #[schema(schema_with = super::input::statement_link)]
    pub statement: Link<StatementInput>,
    /// Of whom it is asked.
    #[schema(schema_with = super::input::actor_link)]
    pub addressee: Link<ActorInput>,
    #[schema(
        min_length = 1,
        max_length = 100_000,
        example = "End the threats of an investigation"
    )]
    pub text: String,
    pub category: DemandCategory,
    /// open, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<DemandStatus>,
    #[serde(default)]
    #[schema(max_items = 500)]
    pub follow_ups: Vec<FollowUpInput>,
    /// public, unless it says otherwise: it is never seen without its statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(DemandInput);

/// What became of a demand by a date.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpInput {
    pub date: Edtf,
    #[schema(min_length = 1, max_length = 100_000)]
    pub note: String,
    /// The statement that says so, by id or ref.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub evidence: Option<String>,
}

/// A demand, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemandView {
    #[serde(flatten)]
    pub head: Head,
    pub statement: Option<RecordLink>,
    pub addressee: Option<ActorLink>,
    pub text: String,
    pub category: DemandCategory,
    pub status: DemandStatus,
    pub follow_ups: Vec<FollowUpView>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FollowUpView {
    #[schema(value_type = Edtf)]
    pub date: String,
    pub note: String,
    pub evidence: Option<RecordLink>,
}

impl Record for Demand {
    const KIND: Kind = Kind::Demand;
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Public;
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = DemandRow;
    type Input = DemandInput;
    type View = DemandView;

    fn row(&self) -> &DemandRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut DemandRow {
        &mut self.row
    }

    fn with_parts(db: &mut Db, rows: Vec<DemandRow>) -> Result<Vec<Self>> {
        let mut follow_ups = Vec::new();
        for ids in links::in_batches(rows.iter().map(|row| row.id)) {
            follow_ups.extend(
                demand_follow_ups::table
                    .filter(demand_follow_ups::demand_id.eq_any(&ids))
                    .order((demand_follow_ups::demand_id, demand_follow_ups::position))
                    .select(FollowUpRow::as_select())
                    .load(db)?,
            );
        }
        let mut follow_ups = grouped(follow_ups, |row: &FollowUpRow| row.demand_id);
        Ok(rows
            .into_iter()
            .map(|row| Self { follow_ups: follow_ups.remove(&row.id).unwrap_or_default(), row })
            .collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        if before.is_some() {
            let old = demand_follow_ups::table.filter(demand_follow_ups::demand_id.eq(self.row.id));
            diesel::delete(old).execute(db)?;
        }
        if !self.follow_ups.is_empty() {
            each_backend!(db, |c| diesel::insert_into(demand_follow_ups::table)
                .values(&self.follow_ups)
                .execute(c))?;
        }
        Ok(())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut DemandInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.passage("/text", &mut input.text);
        wrong.at_most("/follow_ups", &input.follow_ups, 500);
        for (at, it) in input.follow_ups.iter_mut().enumerate() {
            wrong.passage(&format!("/follow_ups/{at}/note"), &mut it.note);
        }
        wrong.check()?;
        let statement_id = links::resolve::<Statement>(db, act, &input.statement, "/statement")?;
        let addressee_id = links::resolve::<Actor>(db, act, &input.addressee, "/addressee")?;
        let evidence =
            before.iter().flat_map(|it| it.follow_ups.iter().filter_map(|it| it.evidence));
        let unseen = links::unseen(db, &act.caller, Kind::Statement, evidence)?;
        let mut follow_ups = Vec::new();
        for (it, position) in input.follow_ups.iter().zip(0..) {
            let evidence = match &it.evidence {
                Some(name) => Some(links::id_of(
                    db,
                    act,
                    Kind::Statement,
                    Some("ref"),
                    name,
                    &format!("/follow_ups/{position}/evidence"),
                )?),
                None => before.and_then(|before| before.hidden_evidence(&unseen, it)),
            };
            follow_ups.push(FollowUpRow {
                demand_id: envelope.id,
                position,
                date: it.date.to_string(),
                note: it.note.clone(),
                evidence,
            });
        }
        Ok(Self {
            follow_ups,
            row: enveloped!(DemandRow, envelope, {
                statement_id,
                addressee_id,
                text: input.text.clone(),
                category: input.category,
                status: input.status.unwrap_or(DemandStatus::Open),
            }),
        })
    }

    fn is_past_the_draft(&self, db: &mut Db) -> Result<bool> {
        links::are_past_the_draft(db, &[Some((Kind::Statement, self.row.statement_id))])
    }

    fn join_what_is_visible(db: &mut Db, caller: &Caller, records: &[Self]) -> Result<Vec<bool>> {
        let statements = records.iter().map(|it| it.row.statement_id);
        let statements = links::shown(db, caller, Kind::Statement, statements)?;
        let addressees = records.iter().map(|it| it.row.addressee_id);
        let addressees = links::visible(db, caller, Kind::Actor, addressees)?;
        let are_shown = |it: &Self| {
            statements.contains(&it.row.statement_id) && addressees.contains(&it.row.addressee_id)
        };
        Ok(records.iter().map(are_shown).collect())
    }

    fn as_input(&self) -> DemandInput {
        let row = self.row.clone();
        DemandInput {
            statement: Link::to(row.statement_id),
            addressee: Link::to(row.addressee_id),
            text: row.text,
            category: row.category,
            status: Some(row.status),
            follow_ups: self
                .follow_ups
                .iter()
                .filter_map(|it| {
                    Some(FollowUpInput {
                        date: it.date.parse().ok()?,
                        note: it.note.clone(),
                        evidence: it.evidence.map(|id| id.to_string()),
                    })
                })
                .collect(),
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<DemandView>> {
        let evidence =
            records.iter().flat_map(|it| it.follow_ups.iter().filter_map(|it| it.evidence));
        let ids = records.iter().map(|it| it.row.statement_id).chain(evidence);
        let statements = links::records(db, eyes, Kind::Statement, ids)?;
        let actors = links::actors(db, eyes, records.iter().map(|it| it.row.addressee_id))?;
        Ok(records
            .into_iter()
            .map(|record| {
                let head = Head::of(&record, eyes);
                let words = eyes.words(head.id);
                let Self { row, follow_ups } = record;
                let follow_ups = follow_ups.into_iter().map(|it| FollowUpView {
                    date: it.date,
                    note: words.shown(it.note),
                    evidence: it.evidence.and_then(|id| statements.get(&id).cloned()),
                });
                DemandView {
                    head,
                    statement: statements.get(&row.statement_id).cloned(),
                    addressee: actors.get(&row.addressee_id).cloned(),
                    text: words.shown(row.text),
                    category: row.category,
                    status: row.status,
                    follow_ups: follow_ups.collect(),
                }
            })
            .collect())
    }
}

impl Demand {
    /// The evidence of a follow-up that comes back without it from somebody who did not see it.
    fn hidden_evidence(&self, unseen: &HashSet<Id>, sent: &FollowUpInput) -> Option<Id> {
        let date = sent.date.to_string();
        let same = self.follow_ups.iter().find(|it| it.date == date && it.note == sent.note)?;
        same.evidence.filter(|id| unseen.contains(id))
    }
}

const COMMON: [Filter; 4] = common_filters!("demands");
static FILTERS: [Filter; 11] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "statement",
            about: "Statements that make them, by id or ref; several with commas.",
            example: "S-2017-00001",
            condition: |asked| {
                Ok(Sql::new("demands.statement_id IN ")
                    .then(asked.records(Kind::Statement, Some("ref"))?))
            },
        },
        Filter {
            name: "addressee",
            about: "Actors of whom they are asked, by id or ref; several with commas.",
            example: "A-00002",
            condition: |asked| {
                Ok(Sql::new("demands.addressee_id IN ")
                    .then(asked.records(Kind::Actor, Some("ref"))?))
            },
        },
        Filter {
            name: "country",
            about: "Countries that their statements are about, ISO 3166-1 alpha-3; several with commas.",
            example: "KHM",
            condition: |asked| {
                let country = asked.any_of::<Country>("sc.country")?;
                Ok(Sql::new(
                    "demands.statement_id IN (SELECT sc.statement_id FROM statement_countries sc WHERE ",
                )
                .then(country)
                .sql(")"))
            },
        },
        Filter {
            name: "from",
            about: "Of statements that were issued on or after a day, by the first day that their date may mean.",
            example: "2017-01-01",
            condition: |asked| {
                Ok(Sql::new("demands.statement_id IN (SELECT s.id FROM statements s WHERE s.date_earliest >= ")
                    .bind(asked.day()?)
                    .sql(")"))
            },
        },
        Filter {
            name: "to",
            about: "Of statements that were issued on or before a day, by the first day that their date may mean.",
            example: "2017-12-31",
            condition: |asked| {
                // A statement whose day is not known has the first of all.
                Ok(Sql::new("demands.statement_id IN (SELECT s.id FROM statements s WHERE s.date_earliest > '0001-01-01' AND s.date_earliest <= ")
                    .bind(asked.day()?)
                    .sql(")"))
            },
        },
        Filter {
            name: "category",
            about: "Categories; several with commas.",
            example: "release",
            condition: |asked| asked.any_of::<DemandCategory>("demands.category"),
        },
        Filter {
            name: "status",
            about: "What became of them; several with commas.",
            example: "open",
            condition: |asked| asked.any_of::<DemandStatus>("demands.status"),
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
