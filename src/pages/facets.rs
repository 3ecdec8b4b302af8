//! The facets of a list, as links that add the filter.

use super::frame::Frame;
use super::list::{address, filter_label, filter_value, is_offered};
use super::narrowing::Asked;
use super::records::Shown;
use super::visit::Pairs;
use crate::casework::facets::{Facet, Facets, YEAR};

/// Up to how many records are counted with every page; beyond it, counting would cost more than the
/// page itself.
pub const AT_ONCE: i64 = 2_000;
/// Up to how many are counted where somebody asks for it.
pub const ON_DEMAND: i64 = 100_000;
/// Values of a facet that are shown; the others can be opened.
const FIRST: usize = 6;

/// The facets of a list.
pub enum FacetsOf {
    /// Over how many records they are counted, in words.
    Counted { over: String, groups: Vec<Group> },
    /// The list is long: where they are counted if somebody wants it.
    OnDemand(String),
    /// The list is too long.
    TooMany(String),
}

pub struct Group {
    pub label: String,
    pub first: Vec<Value>,
    pub others: Vec<Value>,
}

pub struct Value {
    pub label: String,
    pub path: String,
    pub count: String,
}

/// Whether somebody may want to narrow by a facet: not by what they narrow by already.
pub fn is_wanted(f: &Frame, asked: &Asked, facet: &Facet) -> bool {
    let has = |name: &str| asked.0.iter().any(|pair| pair.0 == name);
    match facet.filter {
        YEAR => !has("from") && !has("to"),
        name => !has(name) && is_offered(name, f),
    }
}

/// Facets as a list of `R` shows them.
pub fn shown<R: Shown>(f: &Frame, asked: &Asked, facets: Facets) -> Option<FacetsOf> {
    let path = format!("/{}", R::PATH);
    let with = |name: &str, value: &str| {
        let more: Pairs = if name == YEAR {
            let day = |name: &str, day: &str| (name.to_owned(), format!("{value}-{day}"));
            vec![day("from", "01-01"), day("to", "12-31")]
        } else {
            vec![(name.to_owned(), value.to_owned())]
        };
        let kept = asked.0.iter().filter(|pair| pair.0 != "cursor").chain(&more);
        address(&path, kept)
    };
    let mut groups = Vec::new();
    for (facet, counts) in facets.groups {
        let name = facet.filter;
        let mut values: Vec<Value> = counts
            .into_iter()
            .map(|(code, count)| Value {
                label: filter_value(f, name, &code),
                path: with(name, &code),
                count: f.number(count),
            })
            .collect();
        // One value tells nothing apart.
        if values.len() > 1 {
            let others = values.split_off(values.len().min(FIRST));
            groups.push(Group { label: filter_label(f, name), first: values, others });
        }
    }
    let over = f.tn(&format!("count-of-{}", R::WORD), facets.over);
    (!groups.is_empty()).then_some(FacetsOf::Counted { over, groups })
}

/// What stands in the place of facets that were not counted.
pub fn not_counted<R: Shown>(f: &Frame, asked: &Asked, is_demanded: bool) -> FacetsOf {
    if is_demanded {
        return FacetsOf::TooMany(f.tn(&format!("count-of-{}", R::WORD), ON_DEMAND));
    }
    let more = [("facets".to_owned(), "1".to_owned())];
    let kept = asked.0.iter().filter(|pair| pair.0 != "cursor").chain(&more);
    FacetsOf::OnDemand(address(&format!("/{}", R::PATH), kept))
}
