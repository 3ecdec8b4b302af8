//! What was said, and in which words: vocabularies, statements, citations, demands.

use std::collections::HashMap;

use serde_json::Value;

use super::load::{earliest, latest};
use super::{Known, each, recorded, written, written_with_parts, wrong};
use crate::casework::records::citation::CitationRow;
use crate::casework::records::demand::{DemandRow, FollowUpRow};
use crate::casework::records::statement::{CountryRow, IssuerRow, StatementRow};
use crate::casework::records::term::TermRow;
use crate::casework::releases::ReleaseView;
use crate::casework::seed::own_terms;
use crate::domain::{CitationTarget, Edtf, Id};
use crate::error::Result;
use crate::exchange::releases::rows::Cells;
use crate::store::Db;
use crate::store::shelf::Shelf;

/// A term of which nothing but its name is known.
fn named(view: &ReleaseView, vocabulary: &str, code: &str) -> TermRow {
    TermRow {
        id: Id::at(view.made_at),
        version: 1,
        created_at: view.made_at,
        created_by: Id::least(),
        updated_at: view.made_at,
        confidentiality: 0,
        team_id: None,
        deleted_at: None,
        reference: format!("{vocabulary}/{code}"),
        vocabulary: vocabulary.to_owned(),
        code: code.to_owned(),
        label: String::new(),
        labels: "{}".to_owned(),
        definition: String::new(),
        parent: None,
        rights: "[]".to_owned(),
        mappings: "{}".to_owned(),
        deprecated: false,
    }
}

/// The program's own terms, with the labels of the release in the place of theirs.
pub fn vocabularies(db: &mut Db, shelf: &Shelf, view: &ReleaseView) -> Result<()> {
    let mut terms: Vec<TermRow> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for term in own_terms()? {
        let text = |name: &str| term[name].as_str().unwrap_or_default().to_owned();
        let json = |name: &str, otherwise: &str| match &term[name] {
            Value::Null => otherwise.to_owned(),
            value => value.to_string(),
        };
        let reference = format!("{}/{}", text("vocabulary"), text("code"));
        places.insert(reference, terms.len());
        terms.push(TermRow {
            label: text("label"),
            definition: text("definition"),
            parent: term["parent"].as_str().map(str::to_owned),
            rights: json("rights", "[]"),
            ..named(view, &text("vocabulary"), &text("code"))
        });
    }
    each(
        shelf,
        view,
        "vocabularies.csv",
        |cells, _: &mut Vec<()>| {
            let (vocabulary, code) = (cells.must("vocabulary")?, cells.must("code")?);
            let label = cells.text("label").unwrap_or(code).to_owned();
            let definition = cells.owned("definition").unwrap_or_default();
            let reference = format!("{vocabulary}/{code}");
            if let Some(at) = places.get(&reference) {
                let term = &mut terms[*at];
                (term.label, term.definition, term.parent) =
                    (label, definition, cells.owned("parent"));
                return Ok(());
            }
            places.insert(reference, terms.len());
            terms.push(TermRow {
                label,
                definition,
                parent: cells.owned("parent"),
                ..named(view, vocabulary, code)
            });
            Ok(())
        },
        |_| Ok(()),
    )?;
    terms.chunks(super::BATCH).try_for_each(|terms| written!(db, terms, terms))
}

type Said = (StatementRow, Vec<IssuerRow>, Vec<CountryRow>);

pub fn statements(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &mut Known) -> Result<()> {
    // A reprint may stand before what it reprints.
    each(
        shelf,
        view,
        "statements.csv",
        |cells, _: &mut Vec<()>| {
            known
                .statements
                .insert(cells.must("statement_ref")?.to_owned(), cells.id("statement_id")?);
            Ok(())
        },
        |_| Ok(()),
    )?;
    let known = &*known;
    each(
        shelf,
        view,
        "statements.csv",
        |cells, rows: &mut Vec<Said>| {
            let id = cells.id("statement_id")?;
            let mut issuers = Vec::new();
            for (names, refs, co_signer) in
                [("issuers", "issuer_refs", false), ("co_signers", "co_signer_refs", true)]
            {
                for actor_id in issuing(view, cells, known, names, refs)? {
                    let position = i32::try_from(issuers.len()).unwrap_or(i32::MAX);
                    issuers.push(IssuerRow { statement_id: id, position, actor_id, co_signer });
                }
            }
            let mut countries = Vec::new();
            for code in cells.list("countries") {
                // As it was written: a code that is none any more is nobody's country.
                if let Ok(country) = code.parse() {
                    countries.push(CountryRow { statement_id: id, country });
                }
            }
            let row = recorded!(StatementRow, id, cells, known, {
                reference: cells.must("statement_ref")?.to_owned(),
                status: cells.must_read("status")?,
                title: cells.must("title")?.to_owned(),
                kind: cells.must_read("kind")?,
                issued_on: cells.owned("issued_on"),
                date_earliest: earliest(cells.text("date_earliest")),
                date_latest: latest(cells.text("date_latest")),
                date_precision: cells.must_read("date_precision")?,
                place: cells.owned("place"),
                language: cells.owned("language"),
                url: cells.owned("url"),
                archived_url: cells.owned("archived_url"),
                accessed_on: cells.owned("accessed_on"),
                // What is cited of it stands in the citations.
                body: String::new(),
                body_sha256: String::new(),
                summary: None,
                reliability: cells.read("reliability")?,
                derived_from: cells.text("derived_from").and_then(|it| known.statements.get(it).copied()),
                search_text: String::new(),
            });
            rows.push((row, issuers, countries));
            Ok(())
        },
        |rows| {
            let (mut all, mut issuers, mut countries) = (Vec::new(), Vec::new(), Vec::new());
            for (row, of, about) in rows.drain(..) {
                all.push(row);
                issuers.extend(of);
                countries.extend(about);
            }
            written!(db, statements, &all)?;
            issuers
                .chunks(super::BATCH)
                .try_for_each(|rows| written!(db, statement_issuers, rows))?;
            countries
                .chunks(super::BATCH)
                .try_for_each(|rows| written!(db, statement_countries, rows))
        },
    )
}

/// Who issued or signed a statement: by ref, or in releases of before by name, where it is of one actor.
fn issuing(
    view: &ReleaseView,
    cells: &Cells<'_>,
    known: &Known,
    names: &str,
    refs: &str,
) -> Result<Vec<Id>> {
    if cells.columns.0.contains_key(refs) {
        return Ok(cells
            .list(refs)
            .into_iter()
            .filter_map(|it| known.actors.get(it).copied())
            .collect());
    }
    let by_name = |name: &str| match known.named.get(name) {
        Some(Some(id)) => Ok(*id),
        _ => Err(wrong(&format!(
            "the release {} is of an older version, whose files do not say which actors of one name issued \
             statements; make a new release",
            view.version
        ))),
    };
    cells.list(names).into_iter().map(by_name).collect()
}

pub fn citations(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &Known) -> Result<()> {
    each(
        shelf,
        view,
        "citations.csv",
        |cells, rows: &mut Vec<CitationRow>| {
            let target: CitationTarget = cells.must_read("target")?;
            let cited = cells.id("target_id")?;
            let of = |it: CitationTarget| (target == it).then_some(cited);
            let (start, end): (Option<i32>, Option<i32>) =
                (cells.read("start")?, cells.read("end")?);
            rows.push(recorded!(CitationRow, cells.id("citation_id")?, cells, known, {
                statement_id: cells.id("statement_id")?,
                target: target,
                incident_id: of(CitationTarget::Incident),
                event_id: of(CitationTarget::Event),
                actor_id: of(CitationTarget::Actor),
                affiliation_id: of(CitationTarget::Affiliation),
                participation_id: of(CitationTarget::Participation),
                provision_id: of(CitationTarget::Provision),
                demand_id: of(CitationTarget::Demand),
                stance: cells.must_read("stance")?,
                quote: cells.owned("quote"),
                quote_start: start.filter(|_| end.is_some()),
                quote_end: end.filter(|_| start.is_some()),
                page: cells.owned("page"),
                obligated_country: cells.read("obligated_country")?,
            }));
            Ok(())
        },
        |rows| written!(db, citations, rows),
    )
}

pub fn demands(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &Known) -> Result<()> {
    each(
        shelf,
        view,
        "demands.csv",
        |cells, rows: &mut Vec<(DemandRow, Vec<FollowUpRow>)>| {
            // Whose statement or addressee was taken out is told of nobody.
            let addressee = cells.text("addressee_ref").and_then(|it| known.actors.get(it));
            let (Some(statement_id), Some(addressee)) =
                (cells.read::<Id>("statement_id")?, addressee)
            else {
                return Ok(());
            };
            let id = cells.id("demand_id")?;
            let row = recorded!(DemandRow, id, cells, known, {
                statement_id: statement_id,
                addressee_id: *addressee,
                text: cells.must("text")?.to_owned(),
                category: cells.must_read("category")?,
                status: cells.must_read("status")?,
            });
            rows.push((row, follow_ups(id, &cells.list("follow_ups"))));
            Ok(())
        },
        |rows| written_with_parts!(db, demands, demand_follow_ups, rows),
    )
}

/// What became of a demand, from a list of "date: note". An item that begins with no date goes on with
/// the note before it.
fn follow_ups(demand_id: Id, list: &[&str]) -> Vec<FollowUpRow> {
    let mut all: Vec<FollowUpRow> = Vec::new();
    for item in list {
        let dated = item.split_once(": ").filter(|it| it.0.parse::<Edtf>().is_ok());
        match (dated, all.last_mut()) {
            (Some((date, note)), _) => {
                let position = i32::try_from(all.len()).unwrap_or(i32::MAX);
                let (date, note) = (date.to_owned(), note.to_owned());
                all.push(FollowUpRow { demand_id, position, date, note, evidence: None });
            }
            (None, Some(before)) => {
                before.note.push_str("; ");
                before.note.push_str(item);
            }
            (None, None) => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_with_a_semicolon_stays_one() {
        let list = ["2018-01: asked again; nobody answered", "2018-02: met"];
        let joined = list.join("; ");
        let parts: Vec<&str> = joined.split("; ").collect();
        let told = follow_ups(Id::least(), &parts);
        let told: Vec<(&str, &str)> =
            told.iter().map(|it| (it.date.as_str(), it.note.as_str())).collect();
        assert_eq!(told, [("2018-01", "asked again; nobody answered"), ("2018-02", "met")]);
        assert!(follow_ups(Id::least(), &["no date"]).is_empty());
    }
}
