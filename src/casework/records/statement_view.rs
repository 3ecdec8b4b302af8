//! A statement, as it is shown.

use serde::Serialize;
use utoipa::ToSchema;

use super::Head;
use super::links::{self, ActorLink, RecordLink};
use super::statement::Statement;
use crate::domain::edtf::known_day;
use crate::domain::{Country, DatePrecision, Edtf, Reliability, StatementKind, Status};
use crate::error::Result;
use crate::store::{Db, Eyes, Kind};

/// A statement, as it is shown. Where the text names a protected person whom the caller may not
/// know, the pseudonym stands in its place, and the digest of the original and the addresses that
/// lead to it are left out. Where such a person issued it, the place is left out too.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatementView {
    #[serde(flatten)]
    pub head: Head,
    pub status: Status,
    pub title: String,
    pub kind: StatementKind,
    #[schema(value_type = Option<Edtf>)]
    pub issued_on: Option<String>,
    #[schema(format = Date, example = "2017-11-27")]
    pub date_earliest: Option<String>,
    #[schema(format = Date, example = "2017-11-27")]
    pub date_latest: Option<String>,
    pub date_precision: DatePrecision,
    pub place: Option<String>,
    pub language: Option<String>,
    pub url: Option<String>,
    pub archived_url: Option<String>,
    pub accessed_on: Option<String>,
    pub body: String,
    /// SHA-256 of the text in UTF-8, in hexadecimal.
    pub body_sha256: Option<String>,
    /// Whether names were replaced, so that offsets into the original do not fit.
    pub redacted: bool,
    pub summary: Option<String>,
    pub reliability: Option<Reliability>,
    pub derived_from: Option<RecordLink>,
    #[schema(value_type = Vec<Country>)]
    pub countries: Vec<Country>,
    pub issuers: Vec<ActorLink>,
    pub co_signers: Vec<ActorLink>,
}

/// The statements as the caller may see them, in order.
pub(super) fn views(
    db: &mut Db,
    eyes: &Eyes,
    statements: Vec<Statement>,
) -> Result<Vec<StatementView>> {
    let ids = statements.iter().flat_map(|it| it.issuers.iter().map(|row| row.actor_id));
    let actors = links::actors(db, eyes, ids)?;
    let sources = statements.iter().filter_map(|it| it.row.derived_from);
    let sources = links::records(db, eyes, Kind::Statement, sources)?;
    Ok(statements
        .into_iter()
        .map(|statement| {
            let head = Head::of(&statement, eyes);
            let words = eyes.words(head.id);
            let shown = |co_signer| {
                let rows = statement.issuers.iter().filter(move |row| row.co_signer == co_signer);
                rows.filter_map(|row| actors.get(&row.actor_id).cloned()).collect()
            };
            let (issuers, co_signers) = (shown(false), shown(true));
            let row = statement.row;
            let redacted = matches!(words.redact(&row.body), std::borrow::Cow::Owned(_));
            let open = statement.issuers.iter().all(|row| eyes.may_know(row.actor_id));
            StatementView {
                head,
                status: row.status,
                title: words.shown(row.title),
                kind: row.kind,
                date_earliest: known_day(&row.date_earliest).map(str::to_owned),
                date_latest: known_day(&row.date_latest).map(str::to_owned),
                date_precision: row.date_precision,
                issued_on: row.issued_on,
                place: words.shown_if(row.place).filter(|_| open),
                language: row.language,
                url: words.address(row.url, redacted || !open),
                archived_url: words.address(row.archived_url, redacted || !open),
                accessed_on: row.accessed_on,
                body: words.shown(row.body),
                body_sha256: Some(row.body_sha256).filter(|_| !redacted),
                redacted,
                summary: words.shown_if(row.summary),
                reliability: row.reliability,
                derived_from: row.derived_from.and_then(|id| sources.get(&id).cloned()),
                countries: statement.countries.into_iter().map(|row| row.country).collect(),
                issuers,
                co_signers,
            }
        })
        .collect())
}
