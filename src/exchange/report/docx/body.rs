//! The main part of the file: paragraphs, and what marks of notes become.

use std::collections::HashMap;

use super::part::Part;
use super::runs::{Look, Setting};
use crate::domain::document::Span;
use crate::exchange::report::shared::{is_note, language};

/// The main part while it is written, and what it counts.
pub struct Body<'s> {
    pub setting: &'s Setting<'s>,
    pub part: Part,
    /// Notes that have a footnote by now, in the order of their first marks.
    pub noted: Vec<u32>,
    /// Their places in it.
    places: HashMap<u32, usize>,
    /// Whether the word processor numbers the footnotes itself.
    pub automatic: bool,
    /// PNG files.
    pub pictures: Vec<Vec<u8>>,
    pub tables: u32,
    pub charts: u32,
    pub maps: u32,
    pub fonts: &'s [&'s [u8]],
    bookmarks: u32,
}

/// What a paragraph is.
#[derive(Debug, Clone, Copy)]
pub struct Paragraph {
    pub style: &'static str,
    /// Whether it stays on the page of what follows.
    pub keep: bool,
    pub rtl: bool,
}

impl<'s> Body<'s> {
    pub fn new(setting: &'s Setting<'s>, automatic: bool, fonts: &'s [&'s [u8]]) -> Self {
        let mut part = Part::new("w:document");
        part.xml.open("w:body", &[]);
        Self {
            setting,
            part,
            noted: Vec::new(),
            places: HashMap::new(),
            automatic,
            pictures: Vec::new(),
            tables: 0,
            charts: 0,
            maps: 0,
            fonts,
            bookmarks: 0,
        }
    }

    /// Begins a paragraph, which stays open.
    pub fn open(&mut self, paragraph: Paragraph) {
        open(&mut self.part, paragraph);
    }

    pub fn close(&mut self) {
        self.part.xml.close();
    }

    /// A paragraph of plain text that begins where the report does.
    pub fn plain(&mut self, style: &'static str, text: &str) {
        self.sized(style, text, None);
    }

    /// [`plain`](Self::plain), in a size of its own, in half points.
    pub fn sized(&mut self, style: &'static str, text: &str, size: Option<&'static str>) {
        self.read_from(self.setting.rtl, style, text, size);
    }

    /// A paragraph that people wrote, which begins where its letters do.
    pub fn prose(&mut self, style: &'static str, text: &str) {
        let rtl = language::reads_rtl(text, self.setting.rtl);
        self.read_from(rtl, style, text, None);
    }

    fn read_from(
        &mut self,
        rtl: bool,
        style: &'static str,
        text: &str,
        size: Option<&'static str>,
    ) {
        self.open(Paragraph { style, keep: false, rtl });
        self.setting.text(&mut self.part, text, Look { rtl, size, ..Look::default() });
        self.close();
    }

    /// A paragraph of spans.
    pub fn paragraph(&mut self, style: &'static str, text: &[Span]) {
        let rtl = self.setting.reads_rtl(text);
        self.open(Paragraph { style, keep: false, rtl });
        self.spans(text, rtl);
        self.close();
    }

    /// Spans with their marks, in the paragraph that is open.
    pub fn spans(&mut self, text: &[Span], rtl: bool) {
        self.looking(text, Look { rtl, ..Look::default() });
    }

    /// [`spans`](Self::spans), set in one way.
    pub fn looking(&mut self, text: &[Span], look: Look<'_>) {
        let mut was_mark = false;
        for span in text {
            self.setting.span(&mut self.part, span, look);
            was_mark &= span.text.is_empty();
            if let Some(number) = span.note {
                if was_mark {
                    self.mark_text(", ");
                }
                self.mark(number);
                was_mark = true;
            }
        }
    }

    /// The mark of a note: a footnote the first time; afterwards its number, which leads there.
    fn mark(&mut self, number: u32) {
        if !is_note(self.setting.document, number) {
            self.mark_text(&number.to_string());
        } else if let Some(place) = self.places.get(&number) {
            self.mark_again(number, *place);
        } else {
            self.noted.push(number);
            self.places.insert(number, self.noted.len());
            let id = number.to_string();
            self.bookmarked(&note_bookmark(number), |body| {
                let xml = &mut body.part.xml;
                xml.open("w:r", &[]);
                mark_properties(&mut body.part);
                let xml = &mut body.part.xml;
                if body.automatic {
                    xml.empty("w:footnoteReference", &[("w:id", &id)]);
                } else {
                    let own = [("w:customMarkFollows", "1"), ("w:id", id.as_str())];
                    xml.empty("w:footnoteReference", &own);
                    xml.open("w:t", &[]);
                    xml.text(&id);
                    xml.close();
                }
                xml.close();
            });
        }
    }

    /// A number that follows its footnote when footnotes are added before it.
    fn mark_again(&mut self, number: u32, place: usize) {
        let bookmark = note_bookmark(number);
        if self.automatic {
            let code = format!(" NOTEREF {bookmark} \\f \\h ");
            self.field(&code, &place.to_string(), Some("FootnoteReference"));
        } else {
            self.part.xml.open("w:hyperlink", &[("w:anchor", &bookmark), ("w:history", "1")]);
            self.mark_text(&number.to_string());
            self.part.xml.close();
        }
    }

    fn mark_text(&mut self, text: &str) {
        self.part.xml.open("w:r", &[]);
        mark_properties(&mut self.part);
        self.part.xml.open("w:t", &[("xml:space", "preserve")]);
        self.part.xml.text(text);
        self.part.xml.close();
        self.part.xml.close();
    }

    /// A field, and what it showed last.
    pub fn field(&mut self, code: &str, shown: &str, style: Option<&'static str>) {
        field(&mut self.part, code, shown, style);
    }

    /// What is written within a bookmark.
    pub fn bookmarked(&mut self, name: &str, within: impl FnOnce(&mut Self)) {
        self.bookmarks += 1;
        let id = self.bookmarks.to_string();
        self.part.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
        within(self);
        self.part.xml.empty("w:bookmarkEnd", &[("w:id", &id)]);
    }
}

/// Begins a paragraph of a part. The order of the elements is that of the format.
pub fn open(part: &mut Part, paragraph: Paragraph) {
    let xml = &mut part.xml;
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", paragraph.style);
    if paragraph.keep {
        xml.empty("w:keepNext", &[]);
    }
    if paragraph.rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.close();
}

/// A field, and what it showed last.
pub fn field(part: &mut Part, code: &str, shown: &str, style: Option<&'static str>) {
    let xml = &mut part.xml;
    let begin = |xml: &mut super::xml::Xml| {
        xml.open("w:r", &[]);
        if let Some(style) = style {
            xml.open("w:rPr", &[]);
            xml.value("w:rStyle", style);
            xml.close();
        }
    };
    let step = |xml: &mut super::xml::Xml, kind: &str| {
        begin(xml);
        xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
        xml.close();
    };
    step(xml, "begin");
    begin(xml);
    xml.open("w:instrText", &[("xml:space", "preserve")]);
    xml.text(code);
    xml.close();
    xml.close();
    step(xml, "separate");
    if !shown.is_empty() {
        begin(xml);
        xml.open("w:t", &[]);
        xml.text(shown);
        xml.close();
        xml.close();
    }
    step(xml, "end");
}

/// The properties of a run that is a mark.
pub fn mark_properties(part: &mut Part) {
    part.xml.open("w:rPr", &[]);
    part.xml.value("w:rStyle", "FootnoteReference");
    part.xml.close();
}

fn note_bookmark(number: u32) -> String {
    format!("_Ref9{number:08}")
}
