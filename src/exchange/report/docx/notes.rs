//! Footnotes: what each note says, at the foot of the page that marks it first.

use super::body::{Body, Paragraph, mark_properties, open};
use super::part::Part;
use super::runs::{Leads, Look, Setting};
use crate::domain::document::Note;
use crate::exchange::report::shared::citation::{Part as Piece, citation};
use crate::exchange::report::shared::links::{Target, web};
use crate::exchange::report::shared::{language, marks};

/// Whether a word processor that counts marks arrives at the numbers that the notes have. Where it does
/// not, each footnote is told its number.
pub fn count_themselves(setting: &Setting<'_>) -> bool {
    let mut next = 1;
    for number in marks(setting.document) {
        if number > next {
            return false;
        }
        if number == next {
            next += 1;
        }
    }
    true
}

/// The part of the file with the footnotes of `noted`.
pub fn footnotes(setting: &Setting<'_>, noted: &[u32], automatic: bool) -> Part {
    let mut part = Part::new("w:footnotes");
    for (kind, id, mark) in [
        ("separator", "-1", "w:separator"),
        ("continuationSeparator", "0", "w:continuationSeparator"),
    ] {
        part.xml.open("w:footnote", &[("w:type", kind), ("w:id", id)]);
        open(&mut part, Paragraph { style: "FootnoteText", keep: false, rtl: setting.rtl });
        part.xml.open("w:r", &[]);
        part.xml.empty(mark, &[]);
        for _ in 0..3 {
            part.xml.close();
        }
    }
    for number in noted {
        let Some(note) = at(setting, *number) else { continue };
        let id = number.to_string();
        part.xml.open("w:footnote", &[("w:id", &id)]);
        open(&mut part, Paragraph { style: "FootnoteText", keep: false, rtl: setting.rtl });
        part.xml.open("w:r", &[]);
        mark_properties(&mut part);
        if automatic {
            part.xml.empty("w:footnoteRef", &[]);
        } else {
            part.xml.open("w:t", &[]);
            part.xml.text(&id);
            part.xml.close();
        }
        part.xml.close();
        let look = Look { rtl: setting.rtl, ..Look::default() };
        setting.text(&mut part, " ", look);
        cite(setting, &mut part, note);
        part.xml.close();
        part.xml.close();
    }
    part
}

fn at<'s>(setting: &Setting<'s>, number: u32) -> Option<&'s Note> {
    usize::try_from(number).ok()?.checked_sub(1).and_then(|it| setting.document.notes.get(it))
}

/// What a note says, in the paragraph that is open.
fn cite(setting: &Setting<'_>, part: &mut Part, note: &Note) {
    let look = Look { rtl: setting.rtl, ..Look::default() };
    for piece in citation(note, setting.document) {
        match piece {
            Piece::Words(text) => setting.text(part, &text, look),
            Piece::Own(text) => setting.text(part, text, of(text, look)),
            Piece::Title(text) => {
                setting.text(part, text, Look { emphasis: true, ..of(text, look) });
            }
            Piece::Passage(text, stated) => {
                let language = setting.foreign(stated);
                setting.text(part, text, Look { language, ..of(text, look) });
            }
            Piece::Address(text) => {
                let leads = web(text).map_or(Leads::Nowhere, |it| Leads::To(Target::Web(it)));
                setting.linked(part, text, Look { rtl: false, ..look }, &leads);
            }
            Piece::Reference(text, href) => setting.linked(part, text, look, &setting.leads(href)),
        }
    }
}

fn of<'l>(text: &str, look: Look<'l>) -> Look<'l> {
    Look { rtl: language::reads_rtl(text, look.rtl), ..look }
}

impl Body<'_> {
    /// The notes that nothing marks, which have no place at the foot of a page.
    pub fn notes_without_marks(&mut self) {
        if self.setting.unmarked.is_empty() {
            return;
        }
        self.back_heading(0, &self.setting.document.words.notes);
        let rtl = self.setting.rtl;
        for number in &self.setting.unmarked {
            let Some(note) = at(self.setting, *number) else { continue };
            self.open(Paragraph { style: "FootnoteText", keep: false, rtl });
            let look = Look { rtl, ..Look::default() };
            self.setting.text(&mut self.part, &format!("{number}. "), look);
            cite(self.setting, &mut self.part, note);
            self.close();
        }
    }
}
