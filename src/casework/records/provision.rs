//! Provisions: the articles and paragraphs of instruments.

use std::collections::HashMap;

use diesel::sql_types::{Nullable, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::filter::{common_filters, is_one_of};
use super::input::levelled;
use super::links::RecordLink;
use super::{Envelope, Filter, Head, Record, enveloped, row};
use crate::casework::act::Act;
use crate::domain::{Action, Confidentiality, Count, Id};
use crate::error::{Error, Result, Wrong};
use crate::store::memory::{self, Epoch};
use crate::store::sql_types::RecordId;
use crate::store::{Db, Eyes, Kind, Sql, visibility};

row! {
    /// See [`Provision`].
    ProvisionRow in provisions {
        instrument_id: Id,
        position: i32,
        label: String,
        title: Option<String>,
        right_code: Option<String>,
        derogable: Option<bool>,
    }
}

/// One article or paragraph of an instrument.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Provision {
    pub row: ProvisionRow,
}

/// A provision, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProvisionInput {
    /// The instrument, by id or code; the one in the address, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200, example = "ICCPR")]
    pub instrument: Option<String>,
    #[schema(min_length = 1, max_length = 1000, example = "Article 22")]
    pub label: String,
    /// What it is about, in own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "Freedom of association")]
    pub title: Option<String>,
    /// The right it protects: a code of the vocabulary `right`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "association")]
    pub right: Option<String>,
    /// Whether a state may derogate from it in an emergency; left out if not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derogable: Option<bool>,
    /// Its place among the provisions of the instrument; the last, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<Count>,
    /// public, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(ProvisionInput);

/// A provision, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct ProvisionView {
    #[serde(flatten)]
    pub head: Head,
    pub instrument: Option<RecordLink>,
    pub label: String,
    pub title: Option<String>,
    pub right: Option<String>,
    pub derogable: Option<bool>,
    pub position: i32,
}

/// A provision, as other records show it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ProvisionLink {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    /// The code of its instrument.
    #[schema(example = "ICCPR")]
    pub instrument: String,
    #[schema(example = "Article 22")]
    pub label: String,
    pub title: Option<String>,
}

impl Record for Provision {
    const KIND: Kind = Kind::Provision;
    const KEPT_BY: Option<Action> = Some(Action::KeepLaw);
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Public;
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = ProvisionRow;
    type Input = ProvisionInput;
    type View = ProvisionView;

    fn row(&self) -> &ProvisionRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut ProvisionRow {
        &mut self.row
    }

    fn with_parts(_: &mut Db, rows: Vec<ProvisionRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut ProvisionInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.short("/label", &mut input.label, 200);
        wrong.line_if("/title", &mut input.title);
        if let Some(right) = &input.right
            && before.is_none_or(|before| before.row.right_code.as_ref() != Some(right))
            && let Err(about) = act.memory.vocabulary(db)?.check_right(right)
        {
            wrong.add("/right", about);
        }
        wrong.check()?;
        let Some(instrument) = &input.instrument else {
            return Err(Error::field("/instrument", "is required"));
        };
        let instrument_id = super::links::id_of(
            db,
            act,
            Kind::Instrument,
            Some("code"),
            instrument,
            "/instrument",
        )?;
        let position = match input.position {
            Some(position) => position.0,
            None => next_position(db, instrument_id)?,
        };
        Ok(Self {
            row: enveloped!(ProvisionRow, envelope, {
                instrument_id,
                position,
                label: input.label.clone(),
                title: input.title.clone(),
                right_code: input.right.clone(),
                derogable: input.derogable,
            }),
        })
    }

    fn stored(&self, db: &mut Db, _: &mut Act, _: ProvisionInput, _: Option<&Self>) -> Result<()> {
        memory::raise(db, Epoch::Law)
    }

    fn hidden_or_restored(&self, db: &mut Db, _: &mut Act) -> Result<()> {
        memory::raise(db, Epoch::Law)
    }

    fn as_input(&self) -> ProvisionInput {
        let row = self.row.clone();
        ProvisionInput {
            instrument: Some(row.instrument_id.to_string()),
            label: row.label,
            title: row.title,
            right: row.right_code,
            derogable: row.derogable,
            position: Some(Count(row.position)),
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<ProvisionView>> {
        let ids = records.iter().map(|it| it.row.instrument_id);
        let instruments = super::links::records(db, eyes, Kind::Instrument, ids)?;
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            let words = eyes.words(head.id);
            let row = record.row;
            ProvisionView {
                head,
                instrument: instruments.get(&row.instrument_id).cloned(),
                label: row.label,
                title: words.shown_if(row.title),
                right: row.right_code,
                derogable: row.derogable,
                position: row.position,
            }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

fn next_position(db: &mut Db, instrument: Id) -> Result<i32> {
    #[derive(diesel::QueryableByName)]
    struct Last {
        #[diesel(sql_type = Nullable<diesel::sql_types::Integer>)]
        last: Option<i32>,
    }
    let last = Sql::new("SELECT MAX(position) AS last FROM provisions WHERE instrument_id = ")
        .bind(instrument)
        .load::<Last>(db)?
        .pop();
    Ok(last.and_then(|last| last.last).unwrap_or(-1) + 1)
}

/// The provision that a text names: an id, or the code of an instrument and a label.
pub fn id_of(db: &mut Db, act: &Act, name: &str, pointer: &str) -> Result<Id> {
    #[derive(diesel::QueryableByName)]
    struct Found {
        #[diesel(sql_type = RecordId)]
        id: Id,
    }
    if let Some(kept) = super::links::kept(act, name) {
        return Ok(kept);
    }
    let which = match (name.parse::<Id>(), name.trim().split_once(' ')) {
        (Ok(id), _) => Sql::new("p.id = ").bind(id),
        (_, Some((code, label))) => {
            Sql::new("i.code = ").bind(code).sql(" AND p.label = ").bind(label.trim())
        }
        _ => Sql::never(),
    };
    let found = Sql::new(
        "SELECT p.id AS id FROM provisions p JOIN instruments i ON i.id = p.instrument_id WHERE ",
    )
    .then(which)
    .sql(" AND ")
    .then(visibility::visible(Kind::Provision, "p", &act.caller))
    .load::<Found>(db)?
    .pop();
    found.map(|found| found.id).ok_or_else(|| {
        let name: String = name.chars().take(60).collect();
        Error::field(
            pointer,
            format!(
                "there is no provision '{name}'; write the code and label, as ICCPR Article 22"
            ),
        )
    })
}

/// The provisions among `ids` that the caller may see, by id.
pub fn links(
    db: &mut Db,
    eyes: &Eyes,
    ids: impl IntoIterator<Item = Id>,
) -> Result<HashMap<Id, ProvisionLink>> {
    #[derive(diesel::QueryableByName)]
    struct Shown {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        instrument: String,
        #[diesel(sql_type = Text)]
        label: String,
        #[diesel(sql_type = Nullable<Text>)]
        title: Option<String>,
    }
    let mut links = HashMap::new();
    for ids in super::links::in_batches(ids) {
        let shown = Sql::new(
            "SELECT p.id AS id, i.code AS instrument, p.label AS label, p.title AS title \
             FROM provisions p JOIN instruments i ON i.id = p.instrument_id WHERE p.id IN (",
        )
        .list(ids)
        .sql(") AND ")
        .then(visibility::visible(Kind::Provision, "p", &eyes.caller));
        for Shown { id, instrument, label, title } in shown.load::<Shown>(db)? {
            links.insert(id, ProvisionLink { id, instrument, label, title });
        }
    }
    Ok(links)
}

const COMMON: [Filter; 4] = common_filters!("provisions");
static FILTERS: [Filter; 6] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "instrument",
            about: "Instruments, by id or code; several with commas.",
            example: "ICCPR",
            condition: |asked| {
                Ok(Sql::new("provisions.instrument_id IN ")
                    .then(asked.records(Kind::Instrument, Some("code"))?))
            },
        },
        Filter {
            name: "right",
            about: "Codes of the rights they protect; several with commas.",
            example: "association",
            condition: |asked| match asked.alternatives() {
                some if some.is_empty() => Err("is empty".to_owned()),
                some => Ok(is_one_of("provisions.right_code", &some)),
            },
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
