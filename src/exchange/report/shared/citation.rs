//! What a note says: who said it, where, when, in which words, and where it can be read.

use super::language::{comma, quotes};
use crate::domain::document::{Document, Note};

/// What ends a sentence, in some scripts.
const ENDS: [char; 8] = ['.', '!', '?', '…', '؟', '۔', '។', '။'];

/// A part of a note, set in its own way.
#[derive(Debug, PartialEq, Eq)]
pub enum Part<'n> {
    /// The program's words, and what stands between parts.
    Words(String),
    /// As the record has it, in whatever script.
    Own(&'n str),
    /// Of the statement, in italics.
    Title(&'n str),
    /// With its language, BCP 47.
    Passage(&'n str, Option<&'n str>),
    Address(&'n str),
    /// The statement's own reference, and where it is on the server.
    Reference(&'n str, &'n str),
}

/// The parts of a note, in order.
pub fn citation<'n>(note: &'n Note, document: &'n Document) -> Vec<Part<'n>> {
    let words = &document.words;
    let mut parts = Vec::new();
    let said = |text: &str| !text.trim().is_empty();
    for (text, is_title) in [(&note.issuer, false), (&note.title, true), (&note.date_text, false)] {
        if said(text) {
            if !parts.is_empty() {
                parts.push(Part::Words(comma(&document.language)));
            }
            parts.push(if is_title { Part::Title(text) } else { Part::Own(text) });
        }
    }
    if said(&note.reference) {
        parts.push(Part::Words(if parts.is_empty() { "(" } else { " (" }.to_owned()));
        parts.push(Part::Reference(&note.reference, &note.href));
        parts.push(Part::Words(")".to_owned()));
    }
    let mut is_ended = false;
    let end = |is_ended: bool| if is_ended { " " } else { ". " };
    if let Some(passage) = note.passage.as_deref().filter(|it| said(it)) {
        let (before, after) = quotes(&document.language);
        parts.push(Part::Words(format!(". {before}")));
        is_ended = passage.trim_end().ends_with(ENDS);
        parts.push(Part::Passage(passage, note.language.as_deref()));
        parts.push(Part::Words(after));
    }
    let places = [(&words.available_at, &note.address), (&words.archived_at, &note.archived)];
    for (word, address) in places {
        if let Some(address) = address.as_deref().filter(|it| said(it)) {
            parts.push(Part::Words(format!("{}{word} ", end(is_ended))));
            parts.push(Part::Address(address));
            is_ended = false;
        }
    }
    if !is_ended {
        parts.push(Part::Words(".".to_owned()));
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::report::shared::samples;

    #[test]
    fn a_note_says_no_more_than_is_known() {
        let mut document = samples::small();
        let said = |document: &Document| -> String {
            citation(&document.notes[0], document)
                .iter()
                .map(|it| match it {
                    Part::Words(text) => text.as_str(),
                    Part::Own(text)
                    | Part::Title(text)
                    | Part::Passage(text, _)
                    | Part::Address(text)
                    | Part::Reference(text, _) => text,
                })
                .collect()
        };
        assert_eq!(
            said(&document),
            "Asian Forum for Human Rights and Development, Restore the party, 16 November 2017 \
             (S-2017-00001). “The Supreme Court dissolved the party.” Available at \
             https://forum-asia.org/?p=25052. Archived at https://web.archive.org/web/2017/https://forum-asia.org/?p=25052."
        );
        let note = &mut document.notes[0];
        note.passage = None;
        note.archived = Some(" ".to_owned());
        note.title = String::new();
        note.address = None;
        assert_eq!(
            said(&document),
            "Asian Forum for Human Rights and Development, 16 November 2017 (S-2017-00001)."
        );
    }
}
