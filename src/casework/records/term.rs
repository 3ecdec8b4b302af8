//! Terms: the codes of vocabularies, with their labels, definitions and mappings.

use std::collections::BTreeMap;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::filter::{common_filters, is_one_of};
use super::input::levelled;
use super::{Envelope, Filter, Head, Record, enveloped, links, row};
use crate::casework::act::Act;
use crate::domain::{Action, Confidentiality};
use crate::error::{Error, Result, Wrong};
use crate::store::memory::{self, Epoch};
use crate::store::schema::{event_type_codes, right_codes};
use crate::store::vocabulary::{EVENT_TYPE, RIGHT};
use crate::store::{Db, Eyes, Kind};

row! {
    /// See [`Term`].
    TermRow in terms {
        reference: String,
        vocabulary: String,
        code: String,
        label: String,
        labels: String,
        definition: String,
        parent: Option<String>,
        rights: String,
        mappings: String,
        deprecated: bool,
    }
}

/// One code of a vocabulary.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Term {
    pub row: TermRow,
}

/// A term, as it is sent. A code is deprecated, never reused.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermInput {
    /// The vocabulary; the one in the address, where there is one. Never changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "event_type")]
    pub vocabulary: Option<String>,
    /// Never changed.
    #[schema(pattern = "^[a-zA-Z][a-z0-9_]{0,59}$", example = "dissolution")]
    pub code: String,
    /// In English.
    #[schema(min_length = 1, max_length = 1000, example = "Dissolution")]
    pub label: String,
    /// In other languages, by BCP 47 tag.
    #[serde(default)]
    pub labels: BTreeMap<String, String>,
    #[schema(min_length = 1, max_length = 100_000)]
    pub definition: String,
    /// The code of the family, for event types.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100, example = "association")]
    pub parent: Option<String>,
    /// For event types: codes of the rights that they affect, unless an event says otherwise.
    #[serde(default)]
    #[schema(max_items = 100)]
    pub rights: Vec<String>,
    /// What other schemes call it: scheme to code.
    #[serde(default)]
    pub mappings: BTreeMap<String, String>,
    /// Not to be used for new records.
    #[serde(default)]
    pub deprecated: bool,
    /// public, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(TermInput);

/// A term, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct TermView {
    #[serde(flatten)]
    pub head: Head,
    pub vocabulary: String,
    pub code: String,
    pub label: String,
    pub labels: BTreeMap<String, String>,
    pub definition: String,
    pub parent: Option<String>,
    pub rights: Vec<String>,
    pub mappings: BTreeMap<String, String>,
    pub deprecated: bool,
}

impl Record for Term {
    const KIND: Kind = Kind::Term;
    const REF: Option<&'static str> = Some("ref");
    const KEPT_BY: Option<Action> = Some(Action::KeepVocabularies);
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Public;
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = TermRow;
    type Input = TermInput;
    type View = TermView;

    fn row(&self) -> &TermRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut TermRow {
        &mut self.row
    }

    fn reference(&self) -> String {
        self.row.reference.clone()
    }

    fn with_parts(_: &mut Db, rows: Vec<TermRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        if before.is_none() {
            let code = self.row.code.as_str();
            match self.row.vocabulary.as_str() {
                EVENT_TYPE => {
                    diesel::insert_into(event_type_codes::table)
                        .values(event_type_codes::code.eq(code))
                        .execute(db)?;
                }
                RIGHT => {
                    diesel::insert_into(right_codes::table)
                        .values(right_codes::code.eq(code))
                        .execute(db)?;
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut TermInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        let vocabulary = input.vocabulary.clone().unwrap_or_default();
        let begins = act.seeding && is_code(&vocabulary);
        if !begins && !is_known(db, &vocabulary)? {
            wrong.add("/vocabulary", "there is no such vocabulary; see /vocabularies");
        }
        if !is_code(&input.code) {
            wrong
                .add("/code", "must be letters, digits and _, at most 60, beginning with a letter");
        }
        if let Some(before) = before
            && (before.row.code != input.code || before.row.vocabulary != vocabulary)
        {
            wrong.add("/code", "is never changed; deprecate the term and make another");
        }
        if before.is_none() && !act.seeding && !matches!(vocabulary.as_str(), EVENT_TYPE | RIGHT) {
            wrong.add(
                "/vocabulary",
                "the program knows every code of this vocabulary; only event_type and right take new ones",
            );
        }
        if envelope.confidentiality > 0 {
            wrong.add("/confidentiality", "vocabularies are for everyone: a term is public");
        }
        wrong.line("/label", &mut input.label);
        wrong.passage("/definition", &mut input.definition);
        for (language, label) in &mut input.labels {
            let pointer = format!("/labels/{language}");
            wrong.language_if(&pointer, Some(language));
            wrong.line(&pointer, label);
        }
        for (scheme, code) in &mut input.mappings {
            wrong.line(&format!("/mappings/{scheme}"), code);
        }
        wrong.at_most("/labels", &input.labels.keys().collect::<Vec<_>>(), 200);
        wrong.at_most("/mappings", &input.mappings.keys().collect::<Vec<_>>(), 200);
        if vocabulary != EVENT_TYPE && !input.rights.is_empty() {
            wrong.add("/rights", "only an event type affects rights");
        }
        if vocabulary == EVENT_TYPE && input.parent.is_none() {
            wrong.add("/parent", "an event type needs the family that it belongs to");
        }
        input.rights.sort_unstable();
        input.rights.dedup();
        if !input.rights.is_empty() {
            let known = act.memory.vocabulary(db)?;
            for (at, right) in input.rights.iter().enumerate() {
                // One that was deprecated since stays.
                let stays = before.is_some_and(|it| links::list(&it.row.rights).contains(right));
                if let Err(about) = known.check_right(right)
                    && !stays
                {
                    wrong.add(format!("/rights/{at}"), about);
                }
            }
        }
        wrong.check()?;
        let input = input.clone();
        Ok(Self {
            row: enveloped!(TermRow, envelope, {
                reference: format!("{vocabulary}/{}", input.code),
                vocabulary,
                code: input.code,
                label: input.label,
                labels: json(&input.labels)?,
                definition: input.definition,
                parent: input.parent,
                rights: json(&input.rights)?,
                mappings: json(&input.mappings)?,
                deprecated: input.deprecated,
            }),
        })
    }

    fn stored(&self, db: &mut Db, _: &mut Act, _: TermInput, _: Option<&Self>) -> Result<()> {
        memory::raise(db, Epoch::Vocabulary)
    }

    fn hidden_or_restored(&self, db: &mut Db, _: &mut Act) -> Result<()> {
        memory::raise(db, Epoch::Vocabulary)
    }

    fn as_input(&self) -> TermInput {
        let row = self.row.clone();
        TermInput {
            vocabulary: Some(row.vocabulary),
            code: row.code,
            label: row.label,
            labels: serde_json::from_str(&row.labels).unwrap_or_default(),
            definition: row.definition,
            parent: row.parent,
            rights: links::list(&row.rights),
            mappings: serde_json::from_str(&row.mappings).unwrap_or_default(),
            deprecated: row.deprecated,
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(_: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<TermView>> {
        let view = |record: Self| {
            let head = Head::of(&record, eyes);
            let TermInput {
                vocabulary,
                code,
                label,
                labels,
                definition,
                parent,
                rights,
                mappings,
                deprecated,
                ..
            } = record.as_input();
            let vocabulary = vocabulary.unwrap_or_default();
            TermView {
                head,
                vocabulary,
                code,
                label,
                labels,
                definition,
                parent,
                rights,
                mappings,
                deprecated,
            }
        };
        Ok(records.into_iter().map(view).collect())
    }
}

/// A value as the JSON that its column keeps.
fn json(value: &impl Serialize) -> Result<String> {
    serde_json::to_string(value).map_err(Error::internal)
}

fn is_known(db: &mut Db, vocabulary: &str) -> Result<bool> {
    use crate::store::schema::terms;
    let terms = terms::table.filter(terms::vocabulary.eq(vocabulary));
    let count: i64 = terms.count().get_result(db)?;
    Ok(count > 0)
}

fn is_code(code: &str) -> bool {
    let bytes = code.as_bytes();
    (1..=60).contains(&bytes.len())
        && bytes[0].is_ascii_alphabetic()
        && bytes[1..]
            .iter()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || *byte == b'_')
}

const COMMON: [Filter; 4] = common_filters!("terms");
static FILTERS: [Filter; 7] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "vocabulary",
            about: "Names of vocabularies; several with commas.",
            example: "event_type",
            condition: |asked| Ok(is_one_of("terms.vocabulary", &asked.alternatives())),
        },
        Filter {
            name: "code",
            about: "Codes; several with commas.",
            example: "arrest",
            condition: |asked| Ok(is_one_of("terms.code", &asked.alternatives())),
        },
        Filter {
            name: "parent",
            about: "Families, for event types; several with commas.",
            example: "liberty",
            condition: |asked| Ok(is_one_of("terms.parent", &asked.alternatives())),
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
