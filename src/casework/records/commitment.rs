//! Commitments: what a state did to an instrument on a date.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::filter::common_filters;
use super::input::levelled;
use super::links::RecordLink;
use super::{Envelope, Filter, Head, Record, Sort, enveloped, links, row};
use crate::casework::act::Act;
use crate::domain::edtf::derived;
use crate::domain::{Action, CommitmentAction, Confidentiality, Country, DatePrecision, Edtf, Id};
use crate::error::{Error, Result, Wrong};
use crate::store::memory::{self, Epoch};
use crate::store::{Db, Eyes, Kind, Sql};

row! {
    /// See [`Commitment`].
    CommitmentRow in commitments {
        instrument_id: Id,
        country: Country,
        action: CommitmentAction,
        date: Option<String>,
        date_earliest: String,
        date_latest: String,
        date_precision: DatePrecision,
        effective_on: Option<String>,
        note: Option<String>,
        source: Option<String>,
        as_of: Option<String>,
    }
}

/// What a state did to an instrument on a date.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Commitment {
    pub row: CommitmentRow,
}

/// A commitment, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CommitmentInput {
    /// The instrument, by id or code; the one in the address, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "ICCPR")]
    pub instrument: Option<String>,
    pub country: Country,
    pub action: CommitmentAction,
    pub date: Edtf,
    /// The day from which it has effect for the state, YYYY-MM-DD, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, example = "1992-08-26")]
    pub effective_on: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub note: Option<String>,
    /// Where this fact comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub source: Option<String>,
    /// The day on which the source said so, YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, example = "2015-03-09")]
    pub as_of: Option<String>,
    /// public, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(CommitmentInput);

/// A commitment, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommitmentView {
    #[serde(flatten)]
    pub head: Head,
    pub instrument: Option<RecordLink>,
    #[schema(value_type = Country)]
    pub country: Country,
    pub action: CommitmentAction,
    #[schema(value_type = Option<Edtf>)]
    pub date: Option<String>,
    pub effective_on: Option<String>,
    pub note: Option<String>,
    pub source: Option<String>,
    pub as_of: Option<String>,
}

impl Record for Commitment {
    const KIND: Kind = Kind::Commitment;
    const KEPT_BY: Option<Action> = Some(Action::KeepLaw);
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Public;
    const FILTERS: &'static [Filter] = &FILTERS;
    const SORTS: &'static [Sort] = &[Sort::DATE, Sort::CREATED, Sort::UPDATED];

    type Row = CommitmentRow;
    type Input = CommitmentInput;
    type View = CommitmentView;

    fn row(&self) -> &CommitmentRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut CommitmentRow {
        &mut self.row
    }

    fn with_parts(_: &mut Db, rows: Vec<CommitmentRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut CommitmentInput,
        envelope: Envelope,
        _: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.day_if("/effective_on", input.effective_on.as_deref());
        wrong.day_if("/as_of", input.as_of.as_deref());
        wrong.passage_if("/note", &mut input.note);
        wrong.line_if("/source", &mut input.source);
        if let (Some(effective), Some(date)) = (&input.effective_on, input.date.earliest())
            && effective.as_str() < date.to_string().as_str()
        {
            wrong.add("/effective_on", "it has effect before it was made");
        }
        wrong.check()?;
        let Some(instrument) = &input.instrument else {
            return Err(Error::field("/instrument", "is required"));
        };
        let instrument_id =
            links::id_of(db, act, Kind::Instrument, Some("code"), instrument, "/instrument")?;
        let (date_earliest, date_latest, date_precision) = derived(Some(&input.date));
        let input = input.clone();
        Ok(Self {
            row: enveloped!(CommitmentRow, envelope, {
                instrument_id,
                country: input.country,
                action: input.action,
                date: Some(input.date.to_string()),
                date_earliest,
                date_latest,
                date_precision,
                effective_on: input.effective_on,
                note: input.note,
                source: input.source,
                as_of: input.as_of,
            }),
        })
    }

    fn stored(&self, db: &mut Db, _: &mut Act, _: CommitmentInput, _: Option<&Self>) -> Result<()> {
        memory::raise(db, Epoch::Law)
    }

    fn hidden_or_restored(&self, db: &mut Db, _: &mut Act) -> Result<()> {
        memory::raise(db, Epoch::Law)
    }

    fn as_input(&self) -> CommitmentInput {
        let row = self.row.clone();
        let day = row.date_earliest.parse().unwrap_or_default();
        CommitmentInput {
            instrument: Some(row.instrument_id.to_string()),
            country: row.country,
            action: row.action,
            date: row.date.and_then(|date| date.parse().ok()).unwrap_or_else(|| Edtf::day(day)),
            effective_on: row.effective_on,
            note: row.note,
            source: row.source,
            as_of: row.as_of,
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<CommitmentView>> {
        let ids = records.iter().map(|it| it.row.instrument_id);
        let instruments = links::records(db, eyes, Kind::Instrument, ids)?;
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            let words = eyes.words(head.id);
            let row = record.row;
            CommitmentView {
                head,
                instrument: instruments.get(&row.instrument_id).cloned(),
                country: row.country,
                action: row.action,
                date: row.date,
                effective_on: row.effective_on,
                note: words.shown_if(row.note),
                source: words.shown_if(row.source),
                as_of: row.as_of,
            }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

const COMMON: [Filter; 3] = common_filters!("commitments");
static FILTERS: [Filter; 6] = {
    let [confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "instrument",
            about: "Instruments, by id or code; several with commas.",
            example: "ICCPR",
            condition: |asked| {
                Ok(Sql::new("commitments.instrument_id IN ")
                    .then(asked.records(Kind::Instrument, Some("code"))?))
            },
        },
        Filter {
            name: "country",
            about: "Countries, ISO 3166-1 alpha-3; several with commas.",
            example: "KHM",
            condition: |asked| asked.any_of::<Country>("commitments.country"),
        },
        Filter {
            name: "action",
            about: "What the state did; several with commas.",
            example: "accession",
            condition: |asked| asked.any_of::<CommitmentAction>("commitments.action"),
        },
        confidentiality,
        updated_since,
        mine,
    ]
};
