//! What the renderings of a report have in common: where links lead, the numbers of headings, what a
//! note says.

#[cfg(test)]
pub mod any;
pub mod citation;
pub mod data;
pub mod language;
pub mod links;
pub mod outline;
#[cfg(test)]
pub mod reading;
#[cfg(test)]
pub mod samples;
pub mod text;

use crate::domain::document::{Document, Span};

/// Contents stand before reports of more sections than this.
const WITHOUT_CONTENTS: usize = 3;

/// Whether a report is so long that it has contents.
pub fn has_contents(document: &Document) -> bool {
    document.sections.len() > WITHOUT_CONTENTS
}

/// Calls `each` with every text of a report that may carry marks, in the order in which it is read.
fn each_text<'d>(document: &'d Document, mut each: impl FnMut(&'d [Span])) {
    for fact in &document.facts {
        each(&fact.text);
    }
    for block in document.sections.iter().flat_map(|it| &it.blocks) {
        block.each_text(&mut each);
    }
}

/// The numbers of the notes that are marked, as often as they are, in the order in which it is read.
/// Marks of notes that there are not are left out.
pub fn marks(document: &Document) -> Vec<u32> {
    let mut marks = Vec::new();
    each_text(document, |text| {
        marks.extend(text.iter().filter_map(|it| it.note).filter(|it| is_note(document, *it)));
    });
    marks
}

/// Whether there is a note of the number.
pub fn is_note(document: &Document, number: u32) -> bool {
    usize::try_from(number).is_ok_and(|it| (1..=document.notes.len()).contains(&it))
}
