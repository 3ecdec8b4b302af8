//! Commitments: what a state did to an instrument on a date.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::filter::common_filters;
use super::input::levelled;
use super::links::RecordLink;
use super::provision::ProvisionLink;
use super::{Envelope, Filter, Head, Record, Sort, enveloped, links, provision, row};
use crate::casework::act::Act;
use crate::domain::edtf::derived;
use crate::domain::law;
use crate::domain::{Action, CommitmentAction, Confidentiality, Country, DatePrecision, Edtf, Id};
use crate::error::{Error, Result, Wrong};
use crate::store::memory::{self, Epoch};
use crate::store::schema::{instruments, provisions};
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        provision_id: Option<Id>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        statement_id: Option<Id>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ends_on: Option<String>,
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
    /// The day from which it has effect for the state, YYYY-MM-DD, where a source says so. Left out,
    /// the rule of the instrument is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, example = "1992-08-26")]
    pub effective_on: Option<String>,
    /// The last day of its effect, YYYY-MM-DD: of a derogation, or of a reservation that was withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, example = "2016-01-18")]
    pub ends_on: Option<String>,
    /// Of a reservation, declaration or derogation: the provision it is about, by id or as `ICCPR
    /// Article 22`; the whole instrument, if it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 300, example = "ICCPR Article 22")]
    pub provision: Option<String>,
    /// The statement that says so, by id or ref.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "STM-2017-0001")]
    pub statement: Option<String>,
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
    /// From which day it has effect for the state: as a source says, or by the rule of the
    /// instrument. Null where the day is not known.
    pub effective_on: Option<String>,
    /// Whether `effective_on` comes from the rule.
    pub effective_by_rule: bool,
    pub ends_on: Option<String>,
    pub provision: Option<ProvisionLink>,
    pub statement: Option<RecordLink>,
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
        check(input)?;
        let Some(instrument) = &input.instrument else {
            return Err(Error::field("/instrument", "is required"));
        };
        let instrument_id =
            links::id_of(db, act, Kind::Instrument, Some("code"), instrument, "/instrument")?;
        let provision_id = match &input.provision {
            None => None,
            Some(name) => Some(provision_of(db, act, instrument_id, name)?),
        };
        let statement_id = match &input.statement {
            None => None,
            Some(name) => {
                Some(links::id_of(db, act, Kind::Statement, Some("ref"), name, "/statement")?)
            }
        };
        let row = CommitmentRow::of(input.clone(), envelope, instrument_id);
        Ok(Self { row: CommitmentRow { provision_id, statement_id, ..row } })
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
            ends_on: row.ends_on,
            provision: row.provision_id.map(|it| it.to_string()),
            statement: row.statement_id.map(|it| it.to_string()),
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<CommitmentView>> {
        let ids = records.iter().map(|it| it.row.instrument_id);
        let shown = links::records(db, eyes, Kind::Instrument, ids)?;
        let begins = beginnings(db, records.iter().map(|it| it.row.instrument_id))?;
        let provisions =
            provision::links(db, eyes, records.iter().filter_map(|it| it.row.provision_id))?;
        let statements = links::records(
            db,
            eyes,
            Kind::Statement,
            records.iter().filter_map(|it| it.row.statement_id),
        )?;
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            let words = eyes.words(head.id);
            let by_rule = record.takes_effect_by_rule(&begins);
            let row = record.row;
            CommitmentView {
                head,
                instrument: shown.get(&row.instrument_id).cloned(),
                country: row.country,
                action: row.action,
                date: row.date,
                effective_by_rule: row.effective_on.is_none() && by_rule.is_some(),
                effective_on: row.effective_on.or_else(|| by_rule.map(|day| day.to_string())),
                ends_on: row.ends_on,
                provision: row.provision_id.and_then(|id| provisions.get(&id).cloned()),
                statement: row.statement_id.and_then(|id| statements.get(&id).cloned()),
                note: words.shown_if(row.note),
                source: words.shown_if(row.source),
                as_of: row.as_of,
            }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

impl CommitmentRow {
    /// The row of what was [checked](check), but for its provision and statement.
    pub fn of(input: CommitmentInput, envelope: Envelope, instrument_id: Id) -> Self {
        let (date_earliest, date_latest, date_precision) = derived(Some(&input.date));
        enveloped!(Self, envelope, {
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
            provision_id: None,
            statement_id: None,
            ends_on: input.ends_on,
        })
    }
}

/// Whether a commitment may be as it is sent, whatever it names.
///
/// # Errors
/// [`Error::Invalid`] with the fields that are wrong.
pub fn check(input: &mut CommitmentInput) -> Result<()> {
    let mut wrong = Wrong::default();
    wrong.day_if("/effective_on", input.effective_on.as_deref());
    wrong.day_if("/as_of", input.as_of.as_deref());
    wrong.day_if("/ends_on", input.ends_on.as_deref());
    wrong.passage_if("/note", &mut input.note);
    wrong.line_if("/source", &mut input.source);
    if let (Some(effective), Some(date)) = (&input.effective_on, input.date.earliest())
        && effective.as_str() < date.to_string().as_str()
    {
        wrong.add("/effective_on", "it has effect before it was made");
    }
    check_limits(&mut wrong, input);
    wrong.check()
}

/// The codes of instruments, and when they entered into force.
type Beginnings = HashMap<Id, (String, Option<NaiveDate>)>;

fn beginnings(db: &mut Db, ids: impl Iterator<Item = Id>) -> Result<Beginnings> {
    let mut all = Beginnings::new();
    for ids in links::in_batches(ids) {
        let rows: Vec<(Id, String, Option<String>)> = instruments::table
            .filter(instruments::id.eq_any(&ids))
            .select((instruments::id, instruments::code, instruments::in_force_on))
            .load(db)?;
        all.extend(rows.into_iter().map(|(id, code, begins)| {
            let begins = begins.and_then(|date| date.parse::<Edtf>().ok()?.latest());
            (id, (code, begins))
        }));
    }
    Ok(all)
}

impl Commitment {
    /// From which day it has effect, if that follows from the rule of its instrument.
    fn takes_effect_by_rule(&self, instruments: &Beginnings) -> Option<NaiveDate> {
        let (code, begins) = instruments.get(&self.row.instrument_id)?;
        if self.row.date_precision != DatePrecision::Day {
            return None;
        }
        let made = self.row.date_earliest.parse().ok()?;
        law::takes_effect(code, *begins, self.row.action, made)
    }
}

/// What only some acts have.
fn check_limits(wrong: &mut Wrong, input: &CommitmentInput) {
    use CommitmentAction as A;
    let limits = matches!(input.action, A::Reservation | A::Declaration | A::Derogation);
    if input.provision.is_some() && !limits {
        wrong.add(
            "/provision",
            "only a reservation, a declaration or a derogation is about a provision; leave it out",
        );
    }
    let Some(ends) = &input.ends_on else { return };
    if !limits {
        wrong.add(
            "/ends_on",
            "only a reservation, a declaration or a derogation ends; leave it out, and add a \
             denunciation if the state left the instrument",
        );
    }
    if input.date.earliest().is_some_and(|made| *ends < made.to_string()) {
        wrong.add("/ends_on", "it ends before it was made");
    }
}

/// The provision that is named, if it is one of the instrument.
fn provision_of(db: &mut Db, act: &Act, instrument: Id, name: &str) -> Result<Id> {
    let id = provision::id_of(db, act, name, "/provision")?;
    let owner: Option<Id> =
        provisions::table.find(id).select(provisions::instrument_id).first(db).optional()?;
    if owner != Some(instrument) {
        return Err(Error::field("/provision", "is a provision of another instrument"));
    }
    Ok(id)
}

const COMMON: [Filter; 4] = common_filters!("commitments");
static FILTERS: [Filter; 7] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
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
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
