//! How wide texts are, without a font: about as in Noto Sans, and rather too wide.

use unicode_segmentation::UnicodeSegmentation;

/// The smallest text on a drawing: 9 points where it is as wide as a page's text.
pub const TEXT: f64 = 13.0;
/// From one line of text to the next.
pub const LINE: f64 = 17.0;
/// What is longer is cut before it is measured.
const LONGEST: usize = 400;

/// How wide a text is at [`TEXT`].
pub fn width(text: &str) -> f64 {
    clusters(text).iter().map(|it| breadth(it) * TEXT).sum()
}

/// How wide a text is in letters of another size.
pub fn text_width(text: &str, size: f64) -> f64 {
    width(text) * size / TEXT
}

/// How wide a letter with its marks is, in parts of its size.
fn breadth(cluster: &str) -> f64 {
    let narrow = |c: char| c.is_ascii_punctuation() && !matches!(c, '%' | '@' | '#' | '&' | '+');
    match cluster.chars().next().unwrap_or(' ') {
        '\u{200B}'..='\u{200F}' => 0.0,
        'i' | 'j' | 'l' | 'I' | ' ' | '\u{202F}' | '\u{A0}' => 0.3,
        'f' | 't' | 'r' => 0.41,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        c if narrow(c) => 0.4,
        c if c.is_ascii_uppercase() => 0.7,
        c if c.is_ascii() => 0.6,
        // Han, kana and hangul fill a square.
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' => 1.0,
        '\u{0600}'..='\u{077F}' => 0.5,
        // Of the signs that hang on letters of India and beyond, some stand beside them.
        '\u{0900}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' => {
            let signs = cluster.chars().count();
            f64::from(u8::try_from(signs).unwrap_or(9)) * 0.3 + 0.32
        }
        '\u{1F000}'.. => 1.3,
        _ => 0.68,
    }
}

/// Whether a letter is of a script that does not set words apart.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

/// Letters with all that hangs on them, of the beginning of a text. What is set below another letter
/// (after the Khmer and Burmese signs for it) stays with it.
fn clusters(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for grapheme in text.graphemes(true).take(LONGEST) {
        // A Burmese consonant with the sign that takes its vowel away ends a syllable.
        let ends = grapheme.chars().nth(1) == Some('\u{103A}');
        let takes =
            |last: &&mut String| ends || last.ends_with(['\u{17D2}', '\u{1039}', '\u{200D}']);
        match all.last_mut().filter(takes) {
            Some(last) => last.push_str(grapheme),
            None => all.push(grapheme.to_owned()),
        }
    }
    all
}

/// A text in parts between which a line may end.
fn parts(text: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut may_break = true;
    let mut was_joined = false;
    for cluster in clusters(text) {
        let first = cluster.chars().next().unwrap_or(' ');
        if may_break || was_joined && is_joined(first) {
            all.push(String::new());
        }
        let breaks = |c: char| matches!(c, '-' | '/' | '–' | '—' | '\u{200B}') || c.is_whitespace();
        may_break = breaks(first) && !matches!(first, '\u{A0}' | '\u{202F}');
        was_joined = is_joined(first);
        if let Some(last) = all.last_mut() {
            last.push_str(&cluster);
        }
    }
    all
}

/// How wide the widest part of a text is that no line ends in.
pub fn widest_part(text: &str) -> f64 {
    parts(text).iter().map(|it| width(it.trim_end())).fold(0.0, f64::max)
}

/// A text in at most so many lines that fit, the last with an ellipsis if it is longer.
pub fn lines(text: &str, room: f64, most: usize) -> Vec<String> {
    let is_whole = text.graphemes(true).nth(LONGEST).is_none();
    let mut all: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut rest = parts(text).into_iter().peekable();
    while all.len() < most {
        let Some(part) = rest.peek_mut() else { break };
        if width(&line) + width(part.trim_end()) <= room {
            line.push_str(part);
            rest.next();
        } else if line.trim().is_empty() {
            // What fits no line is broken where it must be.
            let all_of = clusters(part);
            let fits = |to: &usize| width(&all_of[..*to].concat()) <= room;
            let to = (1..=all_of.len()).take_while(fits).last().unwrap_or(1).min(all_of.len());
            line.push_str(&all_of[..to].concat());
            *part = all_of[to..].concat();
            if part.is_empty() {
                rest.next();
            }
            all.push(std::mem::take(&mut line));
        } else {
            all.push(std::mem::take(&mut line));
        }
    }
    let is_cut = rest.peek().is_some() || !is_whole;
    if all.len() < most && !line.trim().is_empty() {
        all.push(line);
    }
    let mut all: Vec<String> = all.iter().map(|it| it.trim().to_owned()).collect();
    if let Some(last) = all.last_mut().filter(|_| is_cut) {
        let mut kept = clusters(last);
        while width(&kept.concat()) + TEXT > room && !kept.is_empty() {
            kept.pop();
        }
        *last = kept.concat().trim_end().to_owned() + "…";
    }
    all.retain(|line| !line.is_empty());
    all
}

/// A text in one line that fits.
pub fn cut(text: &str, room: f64) -> String {
    lines(text, room, 1).concat()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn texts_are_cut_where_words_end() {
        assert_eq!(lines("Supreme Court", 120.0, 2), ["Supreme Court"]);
        let court = "Supreme Court of Cambodia (Phnom Penh)";
        assert_eq!(lines(court, 100.0, 4), ["Supreme Court", "of Cambodia", "(Phnom Penh)"]);
        assert_eq!(lines(court, 100.0, 2), ["Supreme Court", "of Cambodia…"]);
        assert_eq!(lines("", 60.0, 2), Vec::<String>::new());
        assert_eq!(cut("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 60.0), "Aaaaa…");
    }

    #[test]
    fn khmer_is_never_cut_inside_a_letter() {
        let text = "ការចាប់ខ្លួននិងឃុំខ្លួនតាមអំពើចិត្តលើអ្នកការពារសិទ្ធិមនុស្ស";
        let all = lines(text, 120.0, 9);
        assert!(all.len() > 2, "{all:?}");
        assert_eq!(all.concat(), text);
        for line in all {
            assert!(!line.ends_with('\u{17D2}'), "{line}");
            assert!(!('\u{17B6}'..='\u{17D3}').contains(&line.chars().next().unwrap()), "{line}");
        }
    }

    proptest! {
        #[test]
        fn lines_fit_and_none_is_lost(text in "\\PC{0,60}", room in 40.0..300.0_f64) {
            for line in lines(&text, room, 3) {
                prop_assert!(width(&line) <= room + TEXT * 2.0, "{}", line);
            }
            let squeezed = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(squeezed(&lines(&text, room, 999).concat()), squeezed(&text));
        }
    }
}
