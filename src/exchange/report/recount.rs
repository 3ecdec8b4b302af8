//! Whether a report that was kept still says what the records say.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::{numbers, read};
use crate::casework::Office;
use crate::casework::report::{Wanted, digest_of};
use crate::domain::document::Document;
use crate::domain::{Caller, Timestamp};
use crate::error::{Error, Result};
use crate::store::shelf::Shelf;

/// What was found of a report.
#[derive(Debug, PartialEq, Eq)]
pub struct Recount {
    /// Whether it is as it was made: its digest is that of what it says.
    pub is_untouched: bool,
    /// How many numbers were counted again.
    pub counted: usize,
    /// Those that are others by now, each in a sentence.
    pub differences: Vec<String>,
}

/// A report as JSON: what the API answers, or the document alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    Report { document: Document },
    Document(Document),
}

/// Counts every number of a report again, by what it says that it was asked, as the records are now,
/// or in the release that it was made of. `maker`: as whom an internal report is made again.
///
/// # Errors
/// [`Error::Malformed`] if it is no report as JSON, and those of [`made`](super::made).
pub fn recount(
    office: &Office,
    shelf: &Shelf,
    maker: &Caller,
    text: &[u8],
    now: Timestamp,
) -> Result<Recount> {
    let kept = serde_json::from_slice(text).map_err(|_| {
        Error::Malformed(
            "this is no report as JSON; a report is counted again from its JSON file, which has the same digest \
             as its other formats"
                .to_owned(),
        )
    })?;
    let (Kept::Report { document } | Kept::Document(document)) = kept;
    let is_untouched = digest_of(&document)? == document.made.digest;
    let asked = form_urlencoded::parse(document.made.query.as_bytes()).into_owned().collect();
    let wanted = Wanted::of(asked)?;
    let again = read(office, shelf, maker, &wanted, now)?.document;
    let (then, now) = (by_place(&document), by_place(&again));
    let mut differences = Vec::new();
    for (place, numbers) in &then {
        let counted = now.get(place).map_or(&[][..], Vec::as_slice);
        if counted != numbers.as_slice() {
            differences.push(difference(place, numbers, counted));
        }
    }
    for (place, numbers) in now.iter().filter(|(place, _)| !then.contains_key(*place)) {
        differences.push(difference(place, &[], numbers));
    }
    Ok(Recount { is_untouched, counted: then.values().map(Vec::len).sum(), differences })
}

/// Where a number stands, and the list that it counts.
type Place = (String, Option<String>);

fn by_place(document: &Document) -> BTreeMap<Place, Vec<i64>> {
    let mut all: BTreeMap<Place, Vec<i64>> = BTreeMap::new();
    for (place, number, href) in numbers(document) {
        all.entry((place, href)).or_default().push(number);
    }
    all
}

fn difference((place, href): &Place, then: &[i64], now: &[i64]) -> String {
    let said = |numbers: &[i64]| {
        let all: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        if all.is_empty() { "nothing".to_owned() } else { all.join(", ") }
    };
    let section = place.split('/').next().unwrap_or_default();
    let list = href.as_ref().map(|href| format!(" ({href})")).unwrap_or_default();
    format!("{section}{list}: the report says {}, the records say {}", said(then), said(now))
}
