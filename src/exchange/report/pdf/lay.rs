//! What stands where: the document as [`paper`](super::paper).

use std::collections::HashMap;

use super::breaks::Breaks;
use super::glyphs::{END_OF_ISOLATE, said, settable, settable_on, without_font};
use super::paper::{self, Piece, Style, Tongue, Words};
use super::tables::TEXT_WIDTH;
use super::world::FONTS;
use crate::domain::document::{Document, Note, Span};
use crate::domain::logo::LogoKind;
use crate::exchange::report::shared::citation::{Part, citation};
use crate::exchange::report::shared::links::{self, Target};
use crate::exchange::report::shared::outline::Outline;
use crate::exchange::report::shared::text::shortened;
use crate::exchange::report::shared::{is_note, language};

/// A note leads back to no more of its marks.
const LED_BACK: usize = 6;
/// Reports of more sections have a page for their title, and contents. Shorter ones are found through without.
const WITHOUT_CONTENTS: usize = 4;
/// The levels of headings that contents name.
const CONTENTS_LEVELS: u8 = 2;
/// The frame of a logo: 6 by 2 centimetres.
const WIDEST_LOGO: u64 = 170;
const HIGHEST_LOGO: u64 = 57;
/// Of the title above each page.
const RUNNING_TITLE: usize = 80;
/// Of the title that the file says of itself.
const NAME: usize = 500;
const NOTE: f64 = 8.0;
const REMARK: f64 = 8.5;
pub const BODY: f64 = 10.0;

/// The width of a column and the size of its letters, in points.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    pub width: f64,
    pub size: f64,
}

/// Of a paragraph.
pub const PAGE: Room = Room { width: TEXT_WIDTH - 12.0, size: BODY };

/// A document while it is laid out, and what is counted.
pub struct Lay<'d> {
    pub document: &'d Document,
    base: &'d str,
    pub outline: Outline,
    pub rtl: bool,
    /// How often each note was marked so far.
    marks: HashMap<u32, usize>,
    pub tables: u32,
    pub charts: u32,
    pub maps: u32,
}

impl<'d> Lay<'d> {
    pub fn of(document: &'d Document, base: &'d str) -> Self {
        Self {
            document,
            base,
            outline: Outline::of(document),
            rtl: document.direction == "rtl",
            marks: HashMap::new(),
            tables: 0,
            charts: 0,
            maps: 0,
        }
    }

    /// All of it.
    pub fn paper(mut self) -> paper::Paper {
        let document = self.document;
        let title_size = match document.title.chars().count() {
            0..=60 => 26.0,
            61..=200 => 19.0,
            _ => 11.0,
        };
        let title = if document.title.trim().is_empty() { "–" } else { &document.title };
        let wide = |size| Room { size, ..PAGE };
        let cover = (
            self.label(title, wide(title_size)),
            document.subtitle.as_deref().map(|it| self.label(it, wide(14.0))),
            document.organisation.as_deref().map(|it| self.label(it, wide(12.0))),
            self.facts(),
        );
        let sections = self.sections();
        let (title, subtitle, organisation, facts) = cover;
        let notes = self.notes();
        let made = self.made();
        let first = self.label(&self.moment(), Room { size: REMARK, ..PAGE });
        let contents = (document.sections.len() > WITHOUT_CONTENTS).then(|| paper::Contents {
            title: self.label(&document.words.contents, wide(16.0)),
            entries: self.entries(),
        });
        paper::Paper {
            look: paper::Look {
                name: name(title_of(document)),
                author: document.organisation.as_deref().map(name),
                tongue: tongue(&document.language),
                rtl: self.rtl,
                fonts: families(),
                tall: is_tall(&document.language),
            },
            cover: paper::Cover {
                logo: document.logo.as_ref().map(|it| paper::Logo {
                    format: if it.media_type == LogoKind::Jpeg.media_type() {
                        "jpg"
                    } else {
                        "png"
                    },
                    width: it.fitted(WIDEST_LOGO, HIGHEST_LOGO).0,
                    alt: it.text.clone(),
                }),
                title,
                title_size,
                organisation,
                subtitle,
                facts,
                made: first,
            },
            contents,
            running: self.running(),
            main: paper::Main { sections, notes, made },
        }
    }

    fn facts(&mut self) -> Vec<paper::Fact> {
        let document = self.document;
        let mut all = Vec::new();
        for fact in &document.facts {
            let label = self.label(&fact.label, Room { width: 110.0, size: BODY });
            let text = self.words(&fact.text, Room { width: 340.0, size: BODY });
            all.push(paper::Fact { label, text });
        }
        all
    }

    fn entries(&self) -> Vec<paper::Entry> {
        let entry = |label: String, level: u8, number: &str, text: &str| {
            let text = settable(&text.split_whitespace().collect::<Vec<_>>().join(" "));
            // The number of its page stands on the same line.
            let text =
                if language::is_mixed(&text, self.rtl) { self.apart(text, None) } else { text };
            let text = self.label(&text, Room { width: PAGE.width - 60.0, ..PAGE });
            paper::Entry { label, level, number: number.to_owned(), text }
        };
        let headings = self.outline.headings().iter().enumerate();
        let shown = headings.filter(|it| it.1.level <= CONTENTS_LEVELS);
        let mut all: Vec<paper::Entry> =
            shown.map(|(at, it)| entry(anchor(at), it.level, &it.number, &it.text)).collect();
        let words = &self.document.words;
        if !self.document.notes.is_empty() {
            all.push(entry("notes".to_owned(), 1, "", &words.notes));
        }
        all.push(entry("made".to_owned(), 1, "", &words.made));
        all
    }

    fn running(&self) -> paper::Running {
        let half = Room { width: 300.0, size: 8.0 };
        let organisation = self.document.organisation.as_deref();
        let mut page_of = Vec::new();
        let mut rest = self.document.words.page_of.as_str();
        while let Some((at, sign)) = ["{page}", "{pages}"]
            .iter()
            .filter_map(|sign| rest.find(sign).map(|at| (at, *sign)))
            .min()
        {
            page_of.extend([settable(&rest[..at]), sign.to_owned()]);
            rest = &rest[at + sign.len()..];
        }
        page_of.push(settable(rest));
        paper::Running {
            title: self.label(&shortened(title_of(self.document), RUNNING_TITLE), PAGE),
            organisation: organisation.map(|it| self.label(&shortened(it, 60), half)),
            page_of,
        }
    }

    fn notes(&mut self) -> Option<paper::Notes> {
        let document = self.document;
        if document.notes.is_empty() {
            return None;
        }
        let title = self.label(&document.words.notes, PAGE);
        let mut items = Vec::new();
        for (at, note) in document.notes.iter().enumerate() {
            let number = at + 1;
            let marks = u32::try_from(number).ok().and_then(|it| self.marks.get(&it)).copied();
            let marks = 1..=marks.unwrap_or_default().min(LED_BACK);
            items.push(paper::Note {
                number,
                label: format!("n-{number}"),
                text: self.citation(note),
                back: marks.map(|times| mark_label(number, times)).collect(),
            });
        }
        Some(paper::Notes { title, items })
    }

    fn citation(&self, note: &Note) -> Words {
        let mut breaks = Breaks::new(TEXT_WIDTH - 40.0, NOTE);
        let mut pieces = Vec::new();
        for part in citation(note, self.document) {
            let mut style = Style::default();
            let (mut web, mut to, mut rtl) = (None, None, None);
            let text = match part {
                Part::Words(ref text) => text.as_str(),
                Part::Own(text) => text,
                Part::Title(text) => {
                    style.slant = Some("italic");
                    text
                }
                Part::Passage(text, stated) => {
                    if let Some(stated) = self.foreign(stated) {
                        style.tongue = tongue(stated);
                        rtl = Some(language::is_rtl(stated));
                    }
                    text
                }
                Part::Address(text) => {
                    web = links::web(text);
                    rtl = Some(false);
                    text
                }
                Part::Reference(text, href) => {
                    (web, to) = self.leads(href);
                    text
                }
            };
            let is_own = !matches!(part, Part::Words(_));
            let t = breaks.part(&settable(text));
            let t = if is_own { self.apart(t, rtl) } else { t };
            pieces.push(Piece::Text { t, style, web, to, counted: false });
        }
        Words { rtl: self.rtl, tongue: None, pieces }
    }

    /// When and by what the report was made.
    fn moment(&self) -> String {
        let made = &self.document.made;
        let at = made.at.format("%Y-%m-%d %H:%M:%S UTC");
        let release = made.release.as_ref().map(|it| format!(" · {it}")).unwrap_or_default();
        format!("{at} · saksi {}{release}", made.version)
    }

    fn made(&self) -> paper::Made {
        let made = &self.document.made;
        let words = &self.document.words;
        let small = Room { size: REMARK, ..PAGE };
        let mut lines = vec![
            self.label(&self.moment(), small),
            self.label(&made.query, small),
            self.label(&format!("{}: {}", words.digest, made.digest), small),
        ];
        let missing = without_font(self.document);
        if !missing.is_empty() {
            let words = crate::words::Words::of(&language::primary(&self.document.language));
            let said = said(&missing, words.unwrap_or_default());
            lines.push(self.label(&said, small));
        }
        paper::Made { title: self.label(&words.made, PAGE), lines }
    }

    /// Plain text that stands by itself, and begins where its letters do.
    pub fn label(&self, text: &str, room: Room) -> Words {
        let rtl = language::reads_rtl(text, self.rtl);
        let t = Breaks::new(room.width, room.size).part(&settable(text));
        Words { rtl, tongue: None, pieces: vec![Piece::plain(t)] }
    }

    /// Spans with their marks.
    pub fn words(&mut self, text: &[Span], room: Room) -> Words {
        let whole = self.whole(text);
        let rtl = whole.map_or(self.rtl, language::is_rtl);
        let mut breaks = Breaks::new(room.width, room.size);
        let mut pieces = Vec::new();
        let (mut was_mark, mut carried) = (false, 0);
        for span in text {
            if !span.text.is_empty() {
                pieces.push(self.piece(span, rtl, &mut breaks, &mut carried));
                was_mark = false;
            }
            if let Some(number) = span.note {
                pieces.push(self.mark(number, was_mark));
                was_mark = true;
            }
        }
        if carried > 0 {
            pieces.push(Piece::plain(END_OF_ISOLATE.to_string().repeat(carried)));
        }
        Words { rtl, tongue: whole.map(tongue), pieces }
    }

    fn piece(&self, span: &Span, around: bool, breaks: &mut Breaks, carried: &mut usize) -> Piece {
        let stated = self.foreign(span.language.as_deref());
        let (web, to) = match span.href.as_deref() {
            Some(href) if !span.text.trim().is_empty() => self.leads(href),
            _ => (None, None),
        };
        let rtl = stated.map(language::is_rtl);
        // A name is set apart from what is around it; a part of a sentence is not.
        let is_name = stated.is_some() || span.href.is_some();
        let is_apart =
            rtl.is_some_and(|it| it != around) || is_name && language::is_mixed(&span.text, around);
        let t = if is_apart {
            self.apart(breaks.part(&settable(&span.text)), rtl)
        } else {
            breaks.part(&settable_on(&span.text, carried))
        };
        Piece::Text {
            t,
            style: Style {
                tongue: stated.map(tongue).unwrap_or_default(),
                weight: span.strong.then_some("bold"),
                slant: span.emphasis.then_some("italic"),
            },
            web,
            to,
            counted: span.number.is_some(),
        }
    }

    fn mark(&mut self, number: u32, follows: bool) -> Piece {
        let mark = if follows { format!(", {number}") } else { number.to_string() };
        if !is_note(self.document, number) {
            return Piece::Mark { mark, to: None, own: None };
        }
        let times = self.marks.entry(number).or_default();
        *times += 1;
        let number = usize::try_from(number).unwrap_or_default();
        let own = (*times <= LED_BACK).then(|| mark_label(number, *times));
        Piece::Mark { mark, to: Some(format!("n-{number}")), own }
    }

    /// A text that mixes with nothing around it: its letters do not change their places with others.
    fn apart(&self, text: String, rtl: Option<bool>) -> String {
        let said = text.trim();
        if said.is_empty() {
            return text;
        }
        // What parts it from its neighbours stays between them.
        let from = text.len() - text.trim_start().len();
        let (before, after) = (&text[..from], &text[from + said.len()..]);
        let rtl = rtl.unwrap_or_else(|| language::reads_rtl(&text, self.rtl));
        let begin = if rtl { '\u{2067}' } else { '\u{2066}' };
        // Each line is a paragraph to the rules of directions.
        let lines: Vec<String> =
            said.split('\n').map(|it| format!("{begin}{it}\u{2069}")).collect();
        format!("{before}{}{after}", lines.join("\n"))
    }

    /// Where a link leads: to an address, or to a label.
    fn leads(&self, href: &str) -> (Option<String>, Option<String>) {
        match links::target(self.base, href) {
            // Without the address of a server, its paths lead nowhere.
            Some(Target::Web(address)) if address.starts_with("http") => (Some(address), None),
            Some(Target::Anchor(name)) => (None, self.outline.anchored(&name).map(anchor)),
            _ => (None, None),
        }
    }

    /// The language, where it is one, and not the document's.
    fn foreign<'s>(&self, stated: Option<&'s str>) -> Option<&'s str> {
        stated
            .and_then(language::tag)
            .filter(|it| !it.eq_ignore_ascii_case(&self.document.language))
    }

    /// The language in which all of the text is, where it is not the document's.
    fn whole<'s>(&self, text: &'s [Span]) -> Option<&'s str> {
        let mut said = text.iter().filter(|it| !it.text.trim().is_empty());
        let first = self.foreign(said.next()?.language.as_deref())?;
        said.all(|it| it.language.as_deref() == Some(first)).then_some(first)
    }
}

/// The label of a heading, by its place in the outline.
pub fn anchor(place: usize) -> String {
    format!("s-{place}")
}

fn mark_label(number: usize, times: usize) -> String {
    format!("m-{number}-{times}")
}

fn title_of(document: &Document) -> &str {
    if document.title.trim().is_empty() { "–" } else { &document.title }
}

/// What the file says of itself, which readers show in one line.
fn name(text: &str) -> String {
    let name = settable(&shortened(text, NAME));
    if name.trim().is_empty() { "–".to_owned() } else { name }
}

/// A language as typst takes it: a code of two or three letters, and a country of two.
fn tongue(tag: &str) -> Tongue {
    let primary = language::primary(tag);
    let is_code =
        (2..=3).contains(&primary.len()) && primary.bytes().all(|it| it.is_ascii_alphabetic());
    let is_country = |it: &&str| it.len() == 2 && it.bytes().all(|it| it.is_ascii_alphabetic());
    let region = tag.split('-').skip(1).find(is_country).map(str::to_ascii_uppercase);
    Tongue { lang: is_code.then_some(primary), region: region.filter(|_| is_code) }
}

/// Whether the letters of a language reach higher and lower than Latin ones.
fn is_tall(tag: &str) -> bool {
    language::is_rtl(tag)
        || matches!(
            language::primary(tag).as_str(),
            "km" | "my"
                | "th"
                | "lo"
                | "hi"
                | "ne"
                | "mr"
                | "bn"
                | "ta"
                | "te"
                | "kn"
                | "ml"
                | "si"
                | "bo"
        )
}

fn families() -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for font in FONTS.iter() {
        if !all.contains(&font.info().family) {
            all.push(font.info().family.clone());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::report::shared::samples;

    #[test]
    fn languages_are_told_as_typst_takes_them() {
        let said = |tag: &str| {
            let it = tongue(tag);
            (it.lang.unwrap_or_default(), it.region.unwrap_or_default())
        };
        let both = |lang: &str, region: &str| (lang.to_owned(), region.to_owned());
        assert_eq!(said("fr-ca"), both("fr", "CA"));
        assert_eq!(said("uz-Arab-AF"), both("uz", "AF"));
        assert_eq!(said("fil"), both("fil", ""));
        assert_eq!(said("english"), both("", ""));
    }

    #[test]
    fn pages_are_counted_in_the_words_of_the_report() {
        let mut document = samples::small();
        let of = |document: &Document| Lay::of(document, "").running().page_of;
        assert_eq!(of(&document), ["Page ", "{page}", " of ", "{pages}", ""]);
        document.words.page_of = "{pages}{page{page}".to_owned();
        assert_eq!(of(&document), ["", "{pages}", "{page", "{page}", ""]);
    }
}
