//! The headings of a report: their levels without gaps, their numbers, and the names by which links
//! reach them.

use std::collections::{HashMap, HashSet};

use crate::domain::document::{Block, Document, Span};

/// A section or a heading in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1: a section; 2 and 3: below it.
    pub level: u8,
    /// `2.1`.
    pub number: String,
    pub text: String,
    /// Unique in the report: what HTML calls an id.
    pub id: String,
}

/// All headings of a report.
#[derive(Debug, Default)]
pub struct Outline {
    /// In the order in which they are read.
    headings: Vec<Heading>,
    /// By the places of the section and of the block in it.
    places: HashMap<(usize, Option<usize>), usize>,
    /// By the anchor that the document gives.
    anchors: HashMap<String, usize>,
}

/// Ids of other parts of a rendering: no heading has one of them, or one that begins so.
const TAKEN: [&str; 3] = ["contents", "notes", "made"];
const TAKEN_BEFORE: [&str; 4] = ["note-", "table-", "chart-", "map-"];

/// The plain text of spans.
pub fn plain(text: &[Span]) -> String {
    text.iter().map(|it| it.text.as_str()).collect()
}

impl Outline {
    pub fn of(document: &Document) -> Self {
        let mut outline = Self::default();
        let mut ids = HashSet::new();
        for (section_at, section) in document.sections.iter().enumerate() {
            let (mut second, mut third) = (0, 0);
            let number = (section_at + 1).to_string();
            outline.add(
                (section_at, None),
                (1, number, section.title.clone()),
                &section.kind,
                &mut ids,
            );
            for (block_at, block) in section.blocks.iter().enumerate() {
                let Block::Heading { level, text, anchor } = block else { continue };
                // A third level without a second above it is a second: readers of screens count them.
                let level = if *level <= 2 || second == 0 { 2 } else { 3 };
                let number = if level == 2 {
                    (second, third) = (second + 1, 0);
                    format!("{}.{second}", section_at + 1)
                } else {
                    third += 1;
                    format!("{}.{second}.{third}", section_at + 1)
                };
                let heading = (level, number, plain(text));
                outline.add((section_at, Some(block_at)), heading, anchor, &mut ids);
            }
        }
        outline
    }

    fn add(
        &mut self,
        place: (usize, Option<usize>),
        (level, number, text): (u8, String, String),
        anchor: &str,
        ids: &mut HashSet<String>,
    ) {
        let id = unique(anchor, ids);
        self.anchors.entry(anchor.to_owned()).or_insert(self.headings.len());
        self.places.insert(place, self.headings.len());
        self.headings.push(Heading { level, number, text, id });
    }

    pub fn headings(&self) -> &[Heading] {
        &self.headings
    }

    /// The place among [`headings`](Self::headings) of a section, or of a block of it that is a heading.
    pub fn place(&self, section: usize, block: Option<usize>) -> Option<usize> {
        self.places.get(&(section, block)).copied()
    }

    /// The place among [`headings`](Self::headings) of what an anchor names.
    pub fn anchored(&self, anchor: &str) -> Option<usize> {
        self.anchors.get(anchor).copied()
    }
}

/// An id that no other heading has.
fn unique(anchor: &str, ids: &mut HashSet<String>) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_' || c == '.';
    let mut id: String =
        anchor.chars().take(100).map(|c| if is_plain(c) { c } else { '-' }).collect();
    if id.is_empty() {
        id.push_str("part");
    }
    if TAKEN.contains(&id.as_str()) || TAKEN_BEFORE.iter().any(|it| id.starts_with(it)) {
        id.insert_str(0, "part-");
    }
    let mut tried = id.clone();
    let mut next = 2;
    while !ids.insert(tried.clone()) {
        tried = format!("{id}-{next}");
        next += 1;
    }
    tried
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::document::Section;
    use crate::exchange::report::shared::samples;

    #[test]
    fn headings_have_numbers_and_ids_of_their_own() {
        let heading = |level, anchor: &str| Block::Heading {
            level,
            text: vec![Span::plain("a"), Span::plain("b")],
            anchor: anchor.to_owned(),
        };
        let section = |kind: &str, blocks| Section {
            kind: kind.to_owned(),
            title: kind.to_owned(),
            introduction: Vec::new(),
            blocks,
        };
        let mut document = samples::small();
        document.sections = vec![
            section("notes", vec![heading(3, "x"), heading(3, "x"), heading(2, "note-1")]),
            section("notes", vec![heading(9, ""), heading(3, "a b\"<")]),
        ];
        let outline = Outline::of(&document);
        let seen: Vec<String> = outline
            .headings()
            .iter()
            .map(|it| format!("{} {} {} {}", it.level, it.number, it.text, it.id))
            .collect();
        assert_eq!(
            seen,
            [
                "1 1 notes part-notes",
                "2 1.1 ab x",
                "3 1.1.1 ab x-2",
                "2 1.2 ab part-note-1",
                "1 2 notes part-notes-2",
                "2 2.1 ab part",
                "3 2.1.1 ab a-b--",
            ]
        );
        assert_eq!(outline.anchored("x"), Some(1));
        assert_eq!(outline.place(1, Some(0)), Some(5));
        assert_eq!(outline.place(1, Some(7)), None);
    }
}
