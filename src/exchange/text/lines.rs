//! Lines of a text, kept or cut, and the body that they make.

use unicode_normalization::UnicodeNormalization;

use super::{Cut, CutWhy};
use crate::domain::text;

/// A line of a text: what it says, and why it is no part of the body, if so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub text: String,
    pub why: Option<CutWhy>,
}

impl Line {
    pub fn kept(text: impl Into<String>) -> Self {
        Self { text: text.into(), why: None }
    }

    pub fn cut(text: impl Into<String>, why: CutWhy) -> Self {
        Self { text: text.into(), why: Some(why) }
    }

    /// Whether there is nothing to be seen in it.
    pub fn is_blank(&self) -> bool {
        is_blank(&self.text)
    }
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
}

/// Lines of a text, whatever its line ends are.
pub(super) fn split(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find(is_line_end) {
        lines.push(Line::kept(&rest[..at]));
        let end = rest[at..].chars().next().map_or(0, char::len_utf8);
        rest = &rest[at + end..];
        if text.as_bytes()[text.len() - rest.len() - 1] == b'\r' {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    lines.push(Line::kept(rest));
    lines
}

/// Line ends, and the breaks of pages and paragraphs that word processors write.
pub(super) const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What a body cannot hold: see `domain::text::body`.
fn is_odd(c: char) -> bool {
    match c {
        '\t' => false,
        '\u{202D}' | '\u{202E}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => c.is_control(),
    }
}

/// Makes lines such as a body may have: NFC, without characters that it cannot hold. Blank lines become
/// empty. Says how many characters were left out.
pub(super) fn tidy(lines: &mut Vec<Line>) -> usize {
    if lines.iter().any(|line| line.text.contains(is_line_end)) {
        let parted = std::mem::take(lines).into_iter().flat_map(|line| {
            split(&line.text).into_iter().map(move |part| Line { why: line.why, ..part })
        });
        *lines = parted.collect();
    }
    let mut removed = 0;
    for line in lines {
        if line.text.chars().any(is_odd) {
            let before = line.text.chars().count();
            line.text.retain(|c| !is_odd(c));
            removed += before - line.text.chars().count();
        }
        if line.is_blank() {
            line.text.clear();
        } else if !line.text.is_ascii() {
            line.text = line.text.nfc().collect();
        }
    }
    removed
}

/// The body that kept lines make, and what was cut, each in one piece with its line ends.
///
/// Blank lines before what is cut go with it, so that the body has no gaps; at the beginning it is those
/// after. Blank lines at both ends of the text are dropped.
pub(super) fn assemble(lines: &[Line]) -> (String, Vec<Cut>) {
    let seen = |line: &Line| !line.is_blank();
    let Some(first) = lines.iter().position(seen) else { return (String::new(), Vec::new()) };
    let last = lines.iter().rposition(seen).unwrap_or(first);
    let lines = &lines[first..=last];
    let mut body = String::new();
    let mut length = 0;
    let mut begun = false;
    let mut cut: Vec<Cut> = Vec::new();
    // Blank lines of which it is not known yet to what they belong.
    let mut blank = String::new();
    for line in lines {
        if line.is_blank() {
            blank.push('\n');
            continue;
        }
        match line.why {
            None if begun => {
                // The line end of the last line kept, and the blank lines.
                length += blank.len() + 1 + line.text.chars().count();
                body.push('\n');
                body.push_str(&blank);
                body.push_str(&line.text);
            }
            None => {
                if let Some(before) = cut.last_mut() {
                    before.text.push_str(&blank);
                    before.text.push('\n');
                }
                begun = true;
                length += line.text.chars().count();
                body.push_str(&line.text);
            }
            Some(why) => {
                let apart = if begun || !cut.is_empty() { "\n" } else { "" };
                let same = cut.last().is_some_and(|last| last.at == length && last.why == why);
                if !same {
                    cut.push(Cut { at: length, why, text: String::new() });
                }
                if let Some(last) = cut.last_mut() {
                    last.text.push_str(apart);
                    last.text.push_str(&blank);
                    last.text.push_str(&line.text);
                }
            }
        }
        blank.clear();
    }
    (body, cut)
}

/// A body with what was cut put in where it stood, as far as `which` says.
pub(super) fn put_back(body: &str, cut: &[Cut], which: impl Fn(usize) -> bool) -> String {
    let mut whole = String::with_capacity(body.len());
    let (mut rest, mut at) = (body, 0);
    for (place, piece) in cut.iter().enumerate() {
        let skip = rest.char_indices().nth(piece.at.saturating_sub(at));
        let bytes = skip.map_or(rest.len(), |(bytes, _)| bytes);
        whole.push_str(&rest[..bytes]);
        (rest, at) = (&rest[bytes..], piece.at);
        if which(place) {
            whole.push_str(&piece.text);
        }
    }
    whole.push_str(rest);
    whole
}

/// A text as one line, as titles are kept; none if nothing is left of it.
pub(super) fn one_line(text: &str) -> Option<String> {
    let text: String = text.chars().map(|c| if is_line_end(c) { ' ' } else { c }).collect();
    let text: String = text.chars().filter(|c| !is_odd(*c)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(text::LINE).collect();
    text::line(&line).ok()
}
