//! Text as files of XML and HTML can hold it.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;

/// Whether neither XML nor HTML takes the character: controls, and what is no character at all.
fn is_refused(c: char) -> bool {
    match c {
        '\t' | '\n' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fdd0}'..='\u{fdef}' => true,
        _ => u32::from(c) & 0xFFFE == 0xFFFE,
    }
}

/// The text without the characters that files cannot hold.
pub fn held(text: &str) -> Cow<'_, str> {
    if text.contains(is_refused) { text.replace(is_refused, "").into() } else { text.into() }
}

/// At most `most` characters, as people see them, on one line; what was cut ends with an ellipsis.
pub fn shortened(text: &str, most: usize) -> String {
    let held = held(text);
    let line = held.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.grapheme_indices(true).nth(most) {
        // A cluster can be of any length: it is cut where it is too long.
        _ if line.chars().count() <= most => line,
        Some((end, _)) if line[..end].chars().count() <= 4 * most => {
            format!("{}…", line[..end].trim_end())
        }
        _ => line.chars().take(most).chain(['…']).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn controls_and_what_is_no_character_are_left_out() {
        assert_eq!(held("a\u{0}b\u{8}c\r\nd\te\u{fffe}\u{1ffff}\u{85}"), "abc\nd\te");
        assert!(matches!(held("សេចក្តី 👩‍👧 &<"), Cow::Borrowed(_)));
    }

    #[test]
    fn a_long_line_is_cut_between_clusters() {
        assert_eq!(shortened("a  b\nc", 10), "a b c");
        assert_eq!(shortened("one two three", 8), "one two…");
        assert_eq!(shortened("👩‍👧👩‍👧👩‍👧", 2), "👩‍👧👩‍👧…");
        assert_eq!(shortened(&format!("a{}", "\u{301}".repeat(1000)), 3).chars().count(), 4);
    }
}
