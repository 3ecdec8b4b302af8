//! The pages of statements: the text, with the passages that records rest on.

use askama::Template;
use serde_json::Value;

use super::joins::Cited;
use super::{Looking, Shown, forms};
use crate::casework::claims::{self, StatementLaw};
use crate::casework::contradictions;
use crate::casework::records::citation::Citation;
use crate::casework::records::demand::{Demand, DemandView};
use crate::casework::records::statement::Statement;
use crate::casework::records::statement_view::StatementView;
use crate::domain::{Status, quote};
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::{ONLY, Part};
use crate::pages::frame::Frame;

/// Citations and demands that the page of a statement shows.
const MOST: i64 = 500;

#[derive(Template)]
#[template(path = "statement.html")]
struct StatementBody<'a> {
    f: &'a Frame,
    statement: &'a StatementView,
    paragraphs: Vec<Vec<Piece>>,
    citations: Vec<Cited>,
    demands: Vec<DemandView>,
    derived: Vec<StatementView>,
    contradictions: Option<String>,
    law: StatementLaw,
}

/// Text under the same citations; under none, most of it.
struct Piece {
    text: String,
    /// Places in the list of citations, from 1.
    numbers: Vec<usize>,
    /// The citations that begin here.
    begins: Vec<String>,
}

/// The text in paragraphs and pieces. `ranges`: from, to, in Unicode scalars.
fn pieces(body: &str, ranges: &[Option<(usize, usize)>], ids: &[String]) -> Vec<Vec<Piece>> {
    let mut edges: Vec<usize> = ranges.iter().flatten().flat_map(|it| [it.0, it.1]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut edges = edges.into_iter().peekable();
    let mut paragraphs = vec![Vec::new()];
    let mut text = String::new();
    let mut begun = 0;
    let covering = |at: usize| -> Vec<usize> {
        let over = ranges
            .iter()
            .enumerate()
            .filter(|(_, range)| range.is_some_and(|(from, to)| from <= at && at < to));
        over.map(|(number, _)| number + 1).collect()
    };
    let close = |text: &mut String, begun: usize, paragraphs: &mut Vec<Vec<Piece>>| {
        if text.is_empty() {
            return;
        }
        let begins =
            ranges.iter().zip(ids).filter(|(range, _)| range.is_some_and(|it| it.0 == begun));
        let piece = Piece {
            text: std::mem::take(text),
            numbers: covering(begun),
            begins: begins.map(|(_, id)| id.clone()).collect(),
        };
        if let Some(last) = paragraphs.last_mut() {
            last.push(piece);
        }
    };
    for (at, c) in body.chars().enumerate() {
        if edges.peek() == Some(&at) {
            edges.next();
            close(&mut text, begun, &mut paragraphs);
            begun = at;
        }
        if c == '\n' {
            close(&mut text, begun, &mut paragraphs);
            begun = at + 1;
            if edges.peek() == Some(&begun) {
                edges.next();
            }
            if paragraphs.last().is_some_and(|last| !last.is_empty()) {
                paragraphs.push(Vec::new());
            }
        } else {
            text.push(c);
        }
    }
    close(&mut text, begun, &mut paragraphs);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Where a citation's passage stands in the text that is shown.
fn range(cited: &Cited, body: &str) -> Option<(usize, usize)> {
    let at = |it: Option<i32>| it.and_then(|it| usize::try_from(it).ok());
    match (at(cited.start), at(cited.end)) {
        (Some(start), Some(end)) if start < end => Some((start, end)),
        // Names in the text were replaced, in the quote as well.
        _ => quote::locate(body, cited.quote.as_deref()?).ok(),
    }
}

impl Shown for Statement {
    const PATH: &'static str = "statements";
    const WORD: &'static str = "statement";
    const DATASET: Option<Dataset> = Some(Dataset::Statements);
    const COLUMNS: &'static [&'static str] =
        &["col-date", "col-statement", "col-issuers", "col-kind", "col-countries", "col-status"];
    const FORM: &'static [Part] = forms::STATEMENT;

    fn cells(f: &Frame, view: &StatementView) -> Vec<Cell> {
        let countries: Vec<_> = view.countries.iter().map(|it| f.country(it)).collect();
        vec![
            Cell::text(f.date(view.issued_on.as_deref())),
            Cell::Link {
                path: format!("/statements/{}", view.head.reference),
                text: view.title.clone(),
                below: view.head.reference.clone(),
            },
            Cell::actors(&view.issuers),
            Cell::text(f.label("statement_kind", view.kind.code())),
            Cell::text(countries.join(", ")),
            Cell::Badge(Badge::status(f, view.status)),
        ]
    }

    fn standing(view: &StatementView) -> Option<Status> {
        Some(view.status)
    }

    fn lead(f: &Frame, view: &StatementView) -> String {
        let issuers: Vec<_> = view.issuers.iter().map(|it| it.name.as_str()).collect();
        let kind = f.label("statement_kind", view.kind.code());
        let parts = [kind, issuers.join(", "), f.date(view.issued_on.as_deref())];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    fn language(view: &StatementView) -> Option<&str> {
        view.language.as_deref()
    }

    fn body(look: &mut Looking<'_>, record: &Self, view: &StatementView) -> Result<String> {
        let reference = view.head.reference.as_str();
        let citations = look.related::<Citation>("statement", reference, MOST)?;
        let mut citations = super::joins::cited(look, citations)?;
        let demands = look.related::<Demand>("statement", reference, MOST)?;
        // In the order of the text; those without a passage last.
        citations.sort_by_key(|it| (it.start.is_none(), it.start, it.end));
        let ranges: Vec<_> = citations.iter().map(|cited| range(cited, &view.body)).collect();
        let ids: Vec<_> = citations.iter().map(|cited| cited.id.to_string()).collect();
        let found = contradictions::of_statement(look.db, look.eyes, record)?;
        let own = Some(view.head.id);
        let contradictions = super::contradictions::part(look, found, own)?;
        let law = claims::of_view(look.db, look.eyes, look.memory, record, view)?;
        let body = StatementBody {
            f: look.f,
            statement: view,
            paragraphs: pieces(&view.body, &ranges, &ids),
            citations,
            demands,
            derived: Vec::new(),
            contradictions,
            law,
        };
        body.render().map_err(Error::internal)
    }

    fn complete(value: &mut Value) {
        complete_statement(value);
    }
}

/// Issuers are rows of a form, and links in the API.
pub fn complete_statement(statement: &mut Value) {
    for name in ["issuers", "co_signers"] {
        for item in statement[name].as_array_mut().into_iter().flatten() {
            if let Some(link) = item.as_object_mut().and_then(|row| row.remove(ONLY)) {
                *item = link;
            }
        }
        if statement[name].is_null()
            && let Some(fields) = statement.as_object_mut()
        {
            fields.remove(name);
        }
    }
}

/// The link and the stance of a source of several events; null where they are not given.
pub fn source(mut source: Value) -> (Value, Value) {
    let mut from = source["statement"].take();
    if from.is_null() && source["new_statement"].is_object() {
        from = source["new_statement"].take();
        complete_statement(&mut from);
    }
    (from, source["stance"].take())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str, ranges: &[(usize, usize)]) -> String {
        let ranges: Vec<_> = ranges.iter().copied().map(Some).collect();
        let ids: Vec<_> = (0..ranges.len()).map(|it| it.to_string()).collect();
        let paragraphs = pieces(body, &ranges, &ids);
        let piece = |it: &Piece| {
            let begins: Vec<_> = it.begins.iter().map(|id| format!("#{id}")).collect();
            match it.numbers.as_slice() {
                [] => it.text.clone(),
                some => format!("{}[{}]{some:?}", begins.concat(), it.text),
            }
        };
        let paragraph = |it: &Vec<Piece>| it.iter().map(piece).collect::<String>();
        paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("¶")
    }

    #[test]
    fn passages_are_marked_where_they_stand() {
        assert_eq!(shown("one two three", &[(4, 7)]), "one #0[two][1] three");
        assert_eq!(
            shown("one two three", &[(0, 7), (4, 13)]),
            "#0[one ][1]#1[two][1, 2][ three][2]"
        );
        assert_eq!(shown("ខ្មែរ ខ្មែរ", &[(6, 11)]), "ខ្មែរ #0[ខ្មែរ][1]");
        assert_eq!(shown("one\n\ntwo", &[(5, 8)]), "one¶#0[two][1]");
        assert_eq!(shown("one\ntwo", &[(2, 5)]), "on#0[e][1]¶[t][1]wo");
        assert_eq!(shown("", &[]), "");
    }
}
