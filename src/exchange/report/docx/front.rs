//! What stands before the sections: the title, the facts, the contents.

use super::body::{Body, Paragraph};
use super::picture::drawing;
use super::runs::Look;
use crate::domain::document::DocumentLogo;
use crate::domain::logo::LogoKind;
use crate::exchange::report::shared::has_contents;
use crate::exchange::report::shared::outline::Heading;

/// Longer titles are set smaller.
const LONG_TITLE: usize = 200;

/// The frame of a logo, in English Metric Units: 6 by 2 centimetres.
const WIDEST_LOGO: u64 = 2_160_000;
const HIGHEST_LOGO: u64 = 720_000;
/// Its number among the pictures, far from those that are counted.
const LOGO: usize = 1_000_000;

/// What its file is called.
pub fn logo_name(logo: &DocumentLogo) -> &'static str {
    if logo.media_type == LogoKind::Jpeg.media_type() { "logo.jpeg" } else { "logo.png" }
}

/// An entry of the contents.
struct Entry {
    style: &'static str,
    number: String,
    text: String,
    bookmark: String,
}

impl Body<'_> {
    pub fn front(&mut self) {
        let document = self.setting.document;
        if let Some(logo) = &document.logo {
            self.open(Paragraph { style: "Organisation", keep: true, rtl: self.setting.rtl });
            let id = self.part.relate("image", &format!("media/{}", logo_name(logo)));
            self.part.xml.open("w:r", &[]);
            drawing(
                &mut self.part.xml,
                logo.fitted(WIDEST_LOGO, HIGHEST_LOGO),
                (LOGO, &id),
                &logo.text,
            );
            self.part.xml.close();
            self.close();
        }
        if let Some(organisation) = &document.organisation {
            self.plain("Organisation", organisation);
        }
        let is_long = document.title.chars().count() > LONG_TITLE;
        self.sized("Title", &document.title, is_long.then_some("24"));
        if let Some(subtitle) = &document.subtitle {
            self.plain("Subtitle", subtitle);
        }
        for fact in &document.facts {
            let rtl = self.setting.rtl;
            self.open(Paragraph { style: "Fact", keep: false, rtl });
            let look = Look { rtl, strong: true, ..Look::default() };
            self.setting.text(&mut self.part, &fact.label, look);
            self.part.xml.open("w:r", &[]);
            self.part.xml.empty("w:tab", &[]);
            self.part.xml.close();
            self.spans(&fact.text, rtl);
            self.close();
        }
        if has_contents(document) {
            self.contents();
        }
    }

    /// A field that a word processor can make again. It says the entries already, so that it need not;
    /// the pages of the entries come when it does, or when the report is printed: they are not known
    /// before.
    fn contents(&mut self) {
        let entries = self.entries();
        let xml = &mut self.part.xml;
        xml.open("w:sdt", &[]);
        xml.open("w:sdtPr", &[]);
        xml.value("w:id", "1");
        xml.open("w:docPartObj", &[]);
        xml.value("w:docPartGallery", "Table of Contents");
        xml.empty("w:docPartUnique", &[]);
        xml.close();
        xml.close();
        xml.open("w:sdtContent", &[]);
        self.plain("TOCHeading", &self.setting.document.words.contents);
        let last = entries.len().saturating_sub(1);
        for (at, entry) in entries.iter().enumerate() {
            self.entry(entry, at == 0, at == last);
        }
        self.part.xml.close();
        self.part.xml.close();
    }

    fn entry(&mut self, entry: &Entry, is_first: bool, is_last: bool) {
        let rtl = self.setting.rtl;
        self.open(Paragraph { style: entry.style, keep: false, rtl });
        if is_first {
            self.field_step("begin");
            self.part.xml.open("w:r", &[]);
            self.part.xml.open("w:instrText", &[("xml:space", "preserve")]);
            self.part.xml.text(" TOC \\o \"1-2\" \\h \\z \\u ");
            self.part.xml.close();
            self.part.xml.close();
            self.field_step("separate");
        }
        let anchor = entry.bookmark.as_str();
        self.part.xml.open("w:hyperlink", &[("w:anchor", anchor), ("w:history", "1")]);
        let look = Look { rtl, ..Look::default() };
        if !entry.number.is_empty() {
            self.setting.text(&mut self.part, &format!("{}\t", entry.number), look);
        }
        self.setting.text(&mut self.part, &entry.text, look);
        self.setting.text(&mut self.part, "\t", look);
        self.field(&format!(" PAGEREF {anchor} \\h "), "", None);
        self.part.xml.close();
        if is_last {
            self.field_step("end");
        }
        self.close();
    }

    fn field_step(&mut self, kind: &str) {
        self.part.xml.open("w:r", &[]);
        self.part.xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
        self.part.xml.close();
    }

    fn entries(&self) -> Vec<Entry> {
        let document = self.setting.document;
        let headings = self.setting.outline.headings().iter().enumerate();
        let of = |(place, it): (usize, &Heading)| Entry {
            style: if it.level == 1 { "TOC1" } else { "TOC2" },
            number: it.number.clone(),
            text: it.text.split_whitespace().collect::<Vec<_>>().join(" "),
            bookmark: contents_bookmark(place),
        };
        let mut entries: Vec<Entry> = headings.filter(|it| it.1.level <= 2).map(of).collect();
        let back = [
            (!self.setting.unmarked.is_empty()).then_some(&document.words.notes),
            Some(&document.words.made),
        ];
        for (at, text) in back.into_iter().enumerate() {
            if let Some(text) = text {
                let bookmark = contents_bookmark(self.setting.outline.headings().len() + at);
                entries.push(Entry {
                    style: "TOC1",
                    number: String::new(),
                    text: text.clone(),
                    bookmark,
                });
            }
        }
        entries
    }

    /// A heading, which contents and links reach.
    pub fn heading(
        &mut self,
        style: &'static str,
        place: usize,
        text: impl FnOnce(&mut Self, bool),
    ) {
        let rtl = self.setting.rtl;
        let own = self.setting.outline.headings().get(place).map(|_| self.setting.bookmark(place));
        self.open(Paragraph { style, keep: false, rtl });
        self.bookmarked(&contents_bookmark(place), |body| match own {
            Some(name) => body.bookmarked(&name, |body| text(body, rtl)),
            None => text(body, rtl),
        });
        self.close();
    }

    /// A heading after the sections: the notes (0), how it was made (1).
    pub fn back_heading(&mut self, at: usize, text: &str) {
        let place = self.setting.outline.headings().len() + at;
        self.heading("HeadingPlain", place, |body, rtl| {
            body.setting.text(&mut body.part, text, Look { rtl, ..Look::default() });
        });
    }
}

/// The bookmark that contents use, which a word processor may replace.
fn contents_bookmark(place: usize) -> String {
    format!("_Toc9{:08}", place + 1)
}
