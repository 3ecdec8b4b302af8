//! Runs: text that is set in one way, with its links.

use std::collections::HashSet;

use super::part::Part;
use super::scripts::{Script, pieces, word_language};
use crate::domain::document::{Document, Span};
use crate::exchange::report::shared::language::{self, is_rtl_letter};
use crate::exchange::report::shared::links::{self, Target};
use crate::exchange::report::shared::marks;
use crate::exchange::report::shared::outline::Outline;

/// The report that is written, and where its links lead.
pub struct Setting<'d> {
    pub document: &'d Document,
    pub base: &'d str,
    pub outline: Outline,
    pub rtl: bool,
    /// The numbers of the notes that nothing marks.
    pub unmarked: Vec<u32>,
}

/// How runs are set.
#[derive(Debug, Clone, Copy, Default)]
pub struct Look<'s> {
    /// A style of characters.
    pub style: Option<&'static str>,
    pub strong: bool,
    pub emphasis: bool,
    /// BCP 47, where it is not the document's.
    pub language: Option<&'s str>,
    /// Whether the line is read from the right.
    pub rtl: bool,
    /// In half points, where it is not the paragraph's.
    pub size: Option<&'static str>,
}

/// Where a run leads.
pub enum Leads {
    Nowhere,
    To(Target),
}

impl<'d> Setting<'d> {
    pub fn of(document: &'d Document, base: &'d str) -> Self {
        let rtl = document.direction == "rtl";
        let marked: HashSet<u32> = marks(document).into_iter().collect();
        let notes = (1..).take(document.notes.len());
        let unmarked = notes.filter(|it| !marked.contains(it)).collect();
        Self { document, base, outline: Outline::of(document), rtl, unmarked }
    }

    /// The language, where it is one and not the document's.
    pub fn foreign<'s>(&self, stated: Option<&'s str>) -> Option<&'s str> {
        stated
            .and_then(language::tag)
            .filter(|it| !it.eq_ignore_ascii_case(&self.document.language))
    }

    /// Whether a paragraph of the spans is read from the right: as all of them are, or as the report is.
    pub fn reads_rtl(&self, text: &[Span]) -> bool {
        let mut said = text.iter().filter(|it| !it.text.trim().is_empty());
        let Some(first) = said.next().and_then(|it| self.foreign(it.language.as_deref())) else {
            return self.rtl;
        };
        let is_one = said.all(|it| it.language.as_deref() == Some(first));
        if is_one { language::is_rtl(first) } else { self.rtl }
    }

    /// Where a link leads; nowhere if there is nothing at its end.
    pub fn leads(&self, href: &str) -> Leads {
        match links::target(self.base, href) {
            Some(Target::Web(address)) if address.starts_with("http") => {
                Leads::To(Target::Web(address))
            }
            Some(Target::Anchor(anchor)) => match self.outline.anchored(&anchor) {
                Some(place) => Leads::To(Target::Anchor(self.bookmark(place))),
                None => Leads::Nowhere,
            },
            _ => Leads::Nowhere,
        }
    }

    /// The bookmark of a heading, by its place in the outline: letters, digits and underscores, no more
    /// than 40, none twice.
    pub fn bookmark(&self, place: usize) -> String {
        let id = &self.outline.headings()[place].id;
        let kept: String =
            id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).take(24).collect();
        format!("to_{kept}_{}", place + 1)
    }

    /// Text without a link, run by run.
    pub fn text(&self, part: &mut Part, text: &str, look: Look<'_>) {
        let rtl =
            look.language.map_or_else(|| language::reads_rtl(text, look.rtl), language::is_rtl);
        // Digits and signs would else go with the line, not with the words.
        let is_of_it = |it: char| it.is_alphabetic() && is_rtl_letter(it) == rtl;
        let is_apart = rtl != look.rtl && !text.chars().all(is_of_it);
        if is_apart {
            sign(part, if rtl { "\u{202b}" } else { "\u{202a}" });
        }
        for (script, piece) in pieces(text, rtl) {
            part.xml.open("w:r", &[]);
            self.properties(part, (script, piece), look);
            written(part, piece);
            part.xml.close();
        }
        if is_apart {
            sign(part, "\u{202c}");
        }
    }

    /// Text that may lead somewhere.
    pub fn linked(&self, part: &mut Part, text: &str, look: Look<'_>, leads: &Leads) {
        match leads {
            Leads::To(target) if !text.trim().is_empty() => {
                match target {
                    Target::Web(address) => {
                        let id = part.link(address);
                        part.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
                    }
                    Target::Anchor(name) => {
                        part.xml.open("w:hyperlink", &[("w:anchor", name), ("w:history", "1")]);
                    }
                }
                self.text(part, text, Look { style: look.style.or(Some("Hyperlink")), ..look });
                part.xml.close();
            }
            _ => self.text(part, text, look),
        }
    }

    /// A span without its mark.
    pub fn span(&self, part: &mut Part, span: &Span, look: Look<'_>) {
        let look = Look {
            strong: look.strong || span.strong,
            emphasis: look.emphasis || span.emphasis,
            language: self.foreign(span.language.as_deref()),
            style: if span.number.is_some() { Some("Count") } else { look.style },
            ..look
        };
        let leads = span.href.as_deref().map_or(Leads::Nowhere, |it| self.leads(it));
        // Numbers that lead nowhere are plain.
        let style = look.style.filter(|it| *it != "Count" || matches!(leads, Leads::To(_)));
        self.linked(part, &span.text, Look { style, ..look }, &leads);
    }

    /// The order of the elements is that of the format.
    fn properties(&self, part: &mut Part, (script, text): (Script, &str), look: Look<'_>) {
        let xml = &mut part.xml;
        xml.open("w:rPr", &[]);
        if let Some(style) = look.style {
            xml.value("w:rStyle", style);
        }
        if let Some(font) = script.font() {
            xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)]);
        }
        if look.strong {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        }
        if look.emphasis {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        }
        if let Some(size) = look.size {
            xml.value("w:sz", size);
            xml.value("w:szCs", size);
        }
        match script {
            Script::Plain | Script::Han => {}
            Script::Rtl => xml.empty("w:rtl", &[]),
            _ => xml.empty("w:cs", &[]),
        }
        if let Some((attribute, tag)) = self.language(script, text, look) {
            xml.empty("w:lang", &[(attribute, &tag)]);
        }
        xml.close();
    }

    /// The attribute of `w:lang` and the language that a run has, where it is not the document's.
    fn language(
        &self,
        script: Script,
        text: &str,
        look: Look<'_>,
    ) -> Option<(&'static str, String)> {
        let attribute = match script {
            Script::Plain => "w:val",
            Script::Han => "w:eastAsia",
            _ => "w:bidi",
        };
        let is_of_script = |tag: &&str| Script::of_language(tag) == script;
        if let Some(told) = look.language.filter(is_of_script) {
            return Some((attribute, word_language(told)));
        }
        if script == Script::of_language(&self.document.language) {
            return None;
        }
        script.language(text).map(|it| (attribute, it.to_owned()))
    }
}

/// A sign that embeds what follows in the line, or ends it. The element `w:dir` would do the same, but
/// other readers than Word leave out what is in it.
fn sign(part: &mut Part, sign: &str) {
    part.xml.open("w:r", &[]);
    part.xml.open("w:t", &[]);
    part.xml.text(sign);
    part.xml.close();
    part.xml.close();
}

/// The characters of a run; lines and tabs are elements.
fn written(part: &mut Part, text: &str) {
    let mut rest = text;
    loop {
        let end = rest.find(['\n', '\t', '\u{2028}', '\u{2029}']).unwrap_or(rest.len());
        if end > 0 {
            part.xml.open("w:t", &[("xml:space", "preserve")]);
            part.xml.text(&rest[..end]);
            part.xml.close();
        }
        let Some(c) = rest[end..].chars().next() else { return };
        part.xml.empty(if c == '\t' { "w:tab" } else { "w:br" }, &[]);
        rest = &rest[end + c.len_utf8()..];
    }
}
