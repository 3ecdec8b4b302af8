//! Characters that the fonts of the program do not have.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustybuzz::ttf_parser::Face;
use typst_library::text::is_default_ignorable;

use crate::domain::document::{Block, Document};
use crate::exchange::report::shared::language::reads_rtl;
use crate::exchange::report::shared::text::held;
use crate::exchange::report::{draw, fonts};
use crate::words::Words;

/// What stands where a character has no font.
pub const REPLACEMENT: char = '\u{fffd}';

/// What sets a part of a text apart whose direction is not known, and what ends that.
const ISOLATE: char = '\u{2068}';
pub const END_OF_ISOLATE: char = '\u{2069}';
/// Longer isolates are not looked through for their end.
const LOOKED_AT: usize = 400;
/// As many of them are named.
const NAMED: usize = 12;

/// One bit for each character.
static COVERED: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let mut all = vec![0_u64; 0x11_0000 / 64];
    for face in fonts::files().iter().filter_map(|it| Face::parse(it, 0).ok()) {
        let Some(map) = face.tables().cmap else { continue };
        for table in
            map.subtables.into_iter().filter(rustybuzz::ttf_parser::cmap::Subtable::is_unicode)
        {
            table.codepoints(|c| {
                let place = usize::try_from(c / 64).unwrap_or(usize::MAX);
                if let Some(bits) = all.get_mut(place)
                    && table.glyph_index(c).is_some_and(|it| it.0 != 0)
                {
                    *bits |= 1 << (c % 64);
                }
            });
        }
    }
    all
});

/// Whether the character is drawn, or is one of those that are not meant to be seen.
fn is_shown(c: char) -> bool {
    let code = u32::from(c);
    let place = usize::try_from(code / 64).unwrap_or(usize::MAX);
    c.is_whitespace()
        || COVERED.get(place).is_some_and(|bits| bits >> (code % 64) & 1 == 1)
        || is_default_ignorable(c)
}

/// A text as it can be set: without controls, every character without a font replaced, and every change of
/// direction ended within it.
pub fn settable(text: &str) -> String {
    let mut carried = 0;
    let mut out = settable_on(text, &mut carried);
    out.extend(std::iter::repeat_n(END_OF_ISOLATE, carried));
    out
}

/// [`settable`], of a part of a text. A sentence with a value in it comes in parts, with a sign before the
/// value that sets it apart, and one after it that ends this: `carried` are those that are not ended yet.
pub fn settable_on(text: &str, carried: &mut usize) -> String {
    let mut out = String::with_capacity(text.len());
    // What ends the changes that are open: of embeddings, of isolates.
    let mut open: Vec<char> = Vec::new();
    let held = held(text);
    let mut rest = held.as_ref();
    let goes_on = rest.ends_with(ISOLATE);
    if goes_on {
        rest = &rest[..rest.len() - ISOLATE.len_utf8()];
    }
    for (at, c) in rest.char_indices() {
        match c {
            '\t' => out.push(' '),
            '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => {
                open.push('\u{202c}');
                out.push(c);
            }
            '\u{2066}'..='\u{2068}' => {
                open.push(END_OF_ISOLATE);
                out.push(if c == ISOLATE { directed(&rest[at..]) } else { c });
            }
            '\u{202c}' | '\u{2069}' => {
                if open.last() == Some(&c) {
                    open.pop();
                    out.push(c);
                } else if c == END_OF_ISOLATE && open.is_empty() && *carried > 0 {
                    *carried -= 1;
                    out.push(c);
                }
            }
            // The lines of a text are paragraphs, to the rules of directions.
            '\n' => {
                out.extend(open.drain(..).rev());
                out.push(c);
            }
            c if is_shown(c) => out.push(c),
            _ => out.push(REPLACEMENT),
        }
    }
    out.extend(open.into_iter().rev());
    if goes_on {
        *carried += 1;
        out.push(ISOLATE);
    }
    out
}

/// The sign for an isolate at the beginning of a text, as most of the letters in it are read. By the rules of
/// Unicode those in further isolates within it would not count: a date that is made of three would be read
/// from the left, in Arabic too.
fn directed(text: &str) -> char {
    let mut depth = 0;
    let mut letters = text.char_indices().take(LOOKED_AT);
    let end = letters.find(|(_, c)| {
        match *c {
            '\u{2066}'..='\u{2068}' => depth += 1,
            END_OF_ISOLATE => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    let within = &text[..end.map_or(text.len(), |it| it.0)];
    match (reads_rtl(within, false), reads_rtl(within, true)) {
        (true, true) => '\u{2067}',
        (false, false) => '\u{2066}',
        _ => ISOLATE,
    }
}

/// What a reader is told of the characters that are replaced.
pub fn said(missing: &BTreeSet<char>, words: Words) -> String {
    let codes = missing.iter().take(NAMED).map(|it| format!("U+{:04X}", u32::from(*it)));
    let mut codes: Vec<String> = codes.collect();
    if missing.len() > NAMED {
        codes.push("…".to_owned());
    }
    words.of_value("report-warning-glyphs", &codes.join(" "))
}

/// The characters of a report that are replaced when it is set, each once.
pub fn without_font(document: &Document) -> BTreeSet<char> {
    let mut missing = BTreeSet::new();
    let mut look = |text: &str| {
        missing.extend(held(text).chars().filter(|it| !is_shown(*it)));
    };
    look(&document.title);
    document.subtitle.iter().chain(&document.organisation).for_each(|it| look(it));
    for fact in &document.facts {
        look(&fact.label);
        fact.text.iter().for_each(|it| look(&it.text));
    }
    for section in &document.sections {
        look(&section.title);
        section.introduction.iter().for_each(|it| look(it));
        for block in &section.blocks {
            block.each_text(|text| text.iter().for_each(|it| look(&it.text)));
            each_label(block, &mut look);
        }
    }
    for note in &document.notes {
        for text in [&note.reference, &note.issuer, &note.title, &note.date_text] {
            look(text);
        }
        note.passage.iter().chain(&note.address).chain(&note.archived).for_each(|it| look(it));
    }
    look(&document.made.query);
    document.made.release.iter().for_each(|it| look(it));
    missing
}

/// The texts of a block that are not set in pieces.
fn each_label(block: &Block, look: &mut impl FnMut(&str)) {
    match block {
        Block::Figures { items } => {
            for item in items {
                look(&item.label);
                item.rule.iter().for_each(|it| look(it));
            }
        }
        Block::Table(table) => {
            look(&table.title);
            table.columns.iter().for_each(|it| look(&it.label));
        }
        Block::Chart(chart) => {
            for text in [&chart.title, &chart.unit, &chart.category_label] {
                look(text);
            }
            chart.categories.iter().for_each(|it| look(it));
            chart.series.iter().for_each(|it| look(&it.label));
        }
        Block::Map(map) => {
            look(&map.title);
            map.points.iter().for_each(|it| look(&it.label));
            map.legend.iter().for_each(|it| look(&it.label));
        }
        Block::Timeline { items } => items.iter().for_each(|it| look(&it.date)),
        _ => {}
    }
}

/// A drawing with what typst can set: every letter in a font.
pub fn drawing(svg: &str) -> String {
    let shown: String = svg.chars().map(|c| if is_shown(c) { c } else { REPLACEMENT }).collect();
    draw::outlined(&shown, fonts::files())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::report::shared::samples;

    #[test]
    fn what_no_font_has_is_replaced_where_it_is_seen() {
        assert_eq!(settable("a声b\u{200d}\t\u{0}ក ب"), "a\u{fffd}b\u{200d} ក ب");
        assert!(is_shown(REPLACEMENT));
        for c in "éœ’“”«»…–−→↑•½№ខعहမกა".chars() {
            assert!(is_shown(c), "{c}");
        }
    }

    #[test]
    fn directions_end_with_the_text() {
        assert_eq!(settable("\u{202e}a\u{2066}b"), "\u{202e}a\u{2066}b\u{2069}\u{202c}");
        assert_eq!(settable("a\u{2069}b\u{202c}"), "ab");
        assert_eq!(settable("\u{202e}a\nb"), "\u{202e}a\u{202c}\nb");
        assert_eq!(settable("a\u{2068}"), "a\u{2068}\u{2069}");
        let date = "\u{2068}\u{2068}1\u{2069} \u{2068}آب\u{2069}\u{2069}";
        assert_eq!(settable(date), "\u{2067}\u{2068}1\u{2069} \u{2067}آب\u{2069}\u{2069}");
        let mut carried = 0;
        assert_eq!(settable_on("n = \u{2068}", &mut carried), "n = \u{2068}");
        assert_eq!(settable_on("9", &mut carried), "9");
        assert_eq!(settable_on("\u{2069}\u{2069} b", &mut carried), "\u{2069} b");
        assert_eq!(carried, 0);
    }

    #[test]
    fn the_characters_without_a_font_are_found_wherever_they_stand() {
        let mut document = samples::rich();
        assert!(without_font(&document).is_empty(), "{:?}", without_font(&document));
        document.notes[0].title = "声明".to_owned();
        document.sections[1].title = "성".to_owned();
        assert_eq!(without_font(&document).into_iter().collect::<String>(), "声明성");
    }
}
