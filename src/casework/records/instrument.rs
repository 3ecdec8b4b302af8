//! Legal instruments: sources of law.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::filter::common_filters;
use super::input::levelled;
use super::{Envelope, Filter, Head, Record, enveloped, row};
use crate::casework::act::Act;
use crate::domain::{Action, Confidentiality, Country, Edtf, InstrumentKind};
use crate::error::{Result, Wrong};
use crate::store::memory::{self, Epoch};
use crate::store::{Db, Eyes, Kind, Sql};

row! {
    /// See [`Instrument`].
    InstrumentRow in instruments {
        code: String,
        title: String,
        kind: InstrumentKind,
        region: Option<String>,
        country: Option<Country>,
        adopted_on: Option<String>,
        in_force_on: Option<String>,
        depositary_reference: Option<String>,
        monitoring_body: Option<String>,
        source: Option<String>,
    }
}

/// A treaty, declaration, peace agreement, constitution, statute or the like.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Instrument {
    pub row: InstrumentRow,
}

/// An instrument, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InstrumentInput {
    /// What it is known by: capitals, digits, `-` and `_`. Never changed.
    #[schema(pattern = "^[A-Z0-9][A-Z0-9_-]{0,39}$", example = "ICCPR")]
    pub code: String,
    #[schema(
        min_length = 1,
        max_length = 1000,
        example = "International Covenant on Civil and Political Rights"
    )]
    pub title: String,
    pub kind: InstrumentKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "Global")]
    pub region: Option<String>,
    /// For domestic law: whose. For a peace agreement: about whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted_on: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force_on: Option<Edtf>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "MTDSG IV-4")]
    pub depositary_reference: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "Human Rights Committee")]
    pub monitoring_body: Option<String>,
    /// Where these facts come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub source: Option<String>,
    /// public, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(InstrumentInput);

/// An instrument, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct InstrumentView {
    #[serde(flatten)]
    pub head: Head,
    pub code: String,
    pub title: String,
    pub kind: InstrumentKind,
    pub region: Option<String>,
    #[schema(value_type = Option<Country>)]
    pub country: Option<Country>,
    #[schema(value_type = Option<Edtf>)]
    pub adopted_on: Option<String>,
    #[schema(value_type = Option<Edtf>)]
    pub in_force_on: Option<String>,
    pub depositary_reference: Option<String>,
    pub monitoring_body: Option<String>,
    pub source: Option<String>,
}

impl Record for Instrument {
    const KIND: Kind = Kind::Instrument;
    const REF: Option<&'static str> = Some("code");
    const KEPT_BY: Option<Action> = Some(Action::KeepLaw);
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Public;
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = InstrumentRow;
    type Input = InstrumentInput;
    type View = InstrumentView;

    fn row(&self) -> &InstrumentRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut InstrumentRow {
        &mut self.row
    }

    fn reference(&self) -> String {
        self.row.code.clone()
    }

    fn with_parts(_: &mut Db, rows: Vec<InstrumentRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn build(
        _: &mut Db,
        _: &mut Act,
        input: &mut InstrumentInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        if !is_code(&input.code) {
            wrong.add("/code", "must be capitals, digits, - and _, at most 40, such as ICCPR");
        }
        if before.is_some_and(|before| before.row.code != input.code) {
            wrong.add(
                "/code",
                "is never changed: other records and files name the instrument by it",
            );
        }
        wrong.line("/title", &mut input.title);
        wrong.line_if("/region", &mut input.region);
        wrong.line_if("/depositary_reference", &mut input.depositary_reference);
        wrong.line_if("/monitoring_body", &mut input.monitoring_body);
        wrong.line_if("/source", &mut input.source);
        if matches!(input.kind, InstrumentKind::Constitution | InstrumentKind::Statute)
            && input.country.is_none()
        {
            wrong.add("/country", "domestic law needs its country");
        }
        wrong.check()?;
        let input = input.clone();
        Ok(Self {
            row: enveloped!(InstrumentRow, envelope, {
                code: input.code,
                title: input.title,
                kind: input.kind,
                region: input.region,
                country: input.country,
                adopted_on: input.adopted_on.map(|date| date.to_string()),
                in_force_on: input.in_force_on.map(|date| date.to_string()),
                depositary_reference: input.depositary_reference,
                monitoring_body: input.monitoring_body,
                source: input.source,
            }),
        })
    }

    fn stored(&self, db: &mut Db, _: &mut Act, _: InstrumentInput, _: Option<&Self>) -> Result<()> {
        memory::raise(db, Epoch::Law)
    }

    fn hidden_or_restored(&self, db: &mut Db, _: &mut Act) -> Result<()> {
        memory::raise(db, Epoch::Law)
    }

    fn as_input(&self) -> InstrumentInput {
        let row = self.row.clone();
        InstrumentInput {
            code: row.code,
            title: row.title,
            kind: row.kind,
            region: row.region,
            country: row.country,
            adopted_on: row.adopted_on.and_then(|date| date.parse().ok()),
            in_force_on: row.in_force_on.and_then(|date| date.parse().ok()),
            depositary_reference: row.depositary_reference,
            monitoring_body: row.monitoring_body,
            source: row.source,
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(_: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<InstrumentView>> {
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            let words = eyes.words(head.id);
            let row = record.row;
            InstrumentView {
                head,
                code: row.code,
                title: words.shown(row.title),
                kind: row.kind,
                region: row.region,
                country: row.country,
                adopted_on: row.adopted_on,
                in_force_on: row.in_force_on,
                depositary_reference: row.depositary_reference,
                monitoring_body: row.monitoring_body,
                source: words.shown_if(row.source),
            }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

fn is_code(code: &str) -> bool {
    let known = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    (1..=40).contains(&code.len())
        && known(code.as_bytes()[0])
        && code.bytes().all(|byte| known(byte) || byte == b'-' || byte == b'_')
}

const COMMON: [Filter; 4] = common_filters!("instruments");
static FILTERS: [Filter; 6] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "kind",
            about: "Kinds of instrument; several with commas.",
            example: "treaty",
            condition: |asked| asked.any_of::<InstrumentKind>("instruments.kind"),
        },
        Filter {
            name: "country",
            about: "For domestic law and peace agreements: countries; several with commas.",
            example: "KHM",
            condition: |asked| {
                let country = asked.any_of::<Country>("instruments.country")?;
                Ok(Sql::always().and(country))
            },
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
