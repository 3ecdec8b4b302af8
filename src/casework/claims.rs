//! What a statement says of law, beside what is recorded: its claims that a state has signed or
//! joined an instrument, and the provisions that it invokes.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::law::StandingView;
use super::read_records;
use super::records::citation::CitationRow;
use super::records::links::RecordLink;
use super::records::provision::{self, ProvisionLink};
use super::records::statement::Statement;
use super::records::statement_view::StatementView;
use super::records::{Row, links};
use crate::domain::edtf::known_day;
use crate::domain::law::{LawBook, claims};
use crate::domain::{Action, ClaimOutcome, ClaimedStatus, Country, Id, LegalStatus, Stance};
use crate::error::{Error, Result};
use crate::store::{Db, Eyes, Kind, Memory, Sql, visibility};

/// States for which one claim is checked, of a statement about many.
const STATES: usize = 10;
/// Citations of provisions that are looked at.
const CITATIONS: i64 = 200;

/// What a statement says of law, and how it stood.
#[derive(Debug, Serialize, ToSchema)]
pub struct StatementLaw {
    pub statement: RecordLink,
    /// The day of the statement: the last on which it may have been issued. Null if that is unknown.
    #[schema(format = Date, value_type = Option<String>, example = "2017-11-27")]
    pub on: Option<NaiveDate>,
    pub items: Vec<LegalClaim>,
}

/// One claim, or one provision that is invoked, for one state.
#[derive(Debug, Serialize, ToSchema)]
pub struct LegalClaim {
    /// The code of the instrument.
    #[schema(example = "ICCPR")]
    pub instrument: String,
    #[schema(value_type = Country)]
    pub country: Country,
    /// What the text claims; null where the statement invokes a provision without such words.
    pub claimed: Option<ClaimedStatus>,
    /// The words of the claim, or those that the citation quotes.
    pub quote: Option<String>,
    /// Where they stand in the text as the caller sees it, in Unicode scalars.
    pub start: Option<usize>,
    pub end: Option<usize>,
    /// The provision that a citation invokes.
    pub provision: Option<ProvisionLink>,
    #[schema(value_type = Option<uuid::Uuid>)]
    pub citation: Option<Id>,
    /// How the instrument stood for the state on the day.
    pub standing: Option<StandingView>,
    /// How the claim compares with it.
    pub outcome: Option<ClaimOutcome>,
}

/// What a statement says of law, checked.
pub fn of_statement(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    statement: &Statement,
) -> Result<StatementLaw> {
    let view = read_records::view(db, eyes, statement.clone())?;
    of_view(db, eyes, memory, statement, &view)
}

/// [`of_statement`], where what the caller sees of it is there already.
pub fn of_view(
    db: &mut Db,
    eyes: &Eyes,
    memory: &Memory,
    statement: &Statement,
    view: &StatementView,
) -> Result<StatementLaw> {
    eyes.caller.must(Action::ReadRecords)?;
    let book = memory.law(db)?;
    let id = statement.row.id;
    let eyes = &eyes.on(db, Kind::Statement, &[id])?;
    let link =
        links::records(db, eyes, Kind::Statement, [id])?.remove(&id).ok_or(Error::NotFound)?;
    let day = known_day(&statement.row.date_latest).and_then(|day| day.parse().ok());
    let mut items = in_text(eyes, &book, &view.body, &view.countries, day);
    for (provision, row) in invoked(db, eyes, id)? {
        let countries = match &row.obligated_country {
            Some(country) => vec![country.clone()],
            None => view.countries.iter().take(STATES).cloned().collect(),
        };
        for country in countries {
            let is_said = items.iter().any(|it| {
                it.claimed.is_some()
                    && it.instrument == provision.instrument
                    && it.country == country
            });
            if !is_said {
                items.push(LegalClaim {
                    standing: standing(eyes, &book, &provision.instrument, &country, day),
                    instrument: provision.instrument.clone(),
                    country,
                    claimed: None,
                    quote: eyes.redacted_if(row.quote.clone()),
                    start: None,
                    end: None,
                    provision: Some(provision.clone()),
                    citation: Some(row.id),
                    outcome: None,
                });
            }
        }
    }
    Ok(StatementLaw { statement: link, on: day, items })
}

fn standing(
    eyes: &Eyes,
    book: &LawBook,
    code: &str,
    country: &Country,
    day: Option<NaiveDate>,
) -> Option<StandingView> {
    Some(StandingView::of(&book.one(code, country.as_str(), day?)?, eyes))
}

/// The claims of the text, each for the states that its passage names, or else for those that the
/// statement is about.
fn in_text(
    eyes: &Eyes,
    book: &LawBook,
    body: &str,
    countries: &[Country],
    day: Option<NaiveDate>,
) -> Vec<LegalClaim> {
    let names: Vec<(&str, &str)> =
        book.instruments().iter().map(|it| (it.code.as_str(), it.title.as_str())).collect();
    let mut items = Vec::new();
    for claim in claims(body, &names) {
        let quote: String = body.chars().skip(claim.start).take(claim.end - claim.start).collect();
        let before: String =
            body.chars().skip(claim.start.saturating_sub(60)).take(claim.start.min(60)).collect();
        let nearby: Vec<&Country> =
            countries.iter().filter(|it| before.contains(it.name())).collect();
        let about = if nearby.is_empty() { countries.iter().collect() } else { nearby };
        for country in about.into_iter().take(STATES) {
            let standing = standing(eyes, book, &claim.instrument, country, day);
            items.push(LegalClaim {
                outcome: standing.as_ref().map(|it| outcome(claim.claimed, it)),
                instrument: claim.instrument.clone(),
                country: country.clone(),
                claimed: Some(claim.claimed),
                quote: Some(quote.clone()),
                start: Some(claim.start),
                end: Some(claim.end),
                provision: None,
                citation: None,
                standing,
            });
        }
    }
    items
}

/// How a claim compares with how the instrument stood.
fn outcome(claimed: ClaimedStatus, standing: &StandingView) -> ClaimOutcome {
    use ClaimOutcome as O;
    use LegalStatus as S;
    match (claimed, standing.status) {
        _ if !standing.known => O::NotKnown,
        (ClaimedStatus::Signatory, S::Party) => O::Stronger,
        (ClaimedStatus::Signatory, S::Signatory) | (_, S::Party | S::BindingOnSignature) => {
            O::Confirmed
        }
        // What is not loaded may have happened.
        _ if standing.note.is_some() && standing.status != S::NotRatifiable => O::NotKnown,
        _ => O::Contradicted,
    }
}

/// Visible citations of the statement that invoke provisions.
fn invoked(db: &mut Db, eyes: &Eyes, statement: Id) -> Result<Vec<(ProvisionLink, CitationRow)>> {
    let condition = Sql::new("citations.provision_id IS NOT NULL AND citations.stance = ")
        .bind(Stance::Invokes.code())
        .sql(" AND citations.statement_id = ")
        .bind(statement)
        .sql(" AND ")
        .then(visibility::visible(Kind::Citation, "citations", &eyes.caller));
    let rows = CitationRow::load(db, condition, Sql::new("citations.id"), CITATIONS)?;
    let links = provision::links(db, eyes, rows.iter().filter_map(|row| row.provision_id))?;
    let linked = |row: CitationRow| Some((links.get(&row.provision_id?)?.clone(), row));
    Ok(rows.into_iter().filter_map(linked).collect())
}
