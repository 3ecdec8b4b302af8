//! Pictures drawn on the server: charts and networks, as SVG without scripts.
//!
//! Each is deterministic (the same data give the same picture), takes its colours from the classes of
//! `app.css`, tells nothing by colour alone, and comes with the same as text: charts with a table
//! behind them, networks with one beside them. [`bars::Bars`] compares counts by code,
//! [`columns::Columns`] shows them over time; both are made of labelled counts, whatever is counted.

pub mod bars;
pub mod columns;
pub mod network;

use unicode_segmentation::UnicodeSegmentation;

/// What a chart says of itself. Every number has a unit, and says over how many it is counted.
pub struct Chart {
    /// Unique on the page: `by-type`.
    pub id: String,
    pub title: String,
    /// What is counted: "events".
    pub unit: String,
    /// What it is broken down by, for the table: "Type of event".
    pub dimension: String,
    /// Over how many it is counted.
    pub total: i64,
    /// What the numbers do not say by themselves.
    pub notes: Vec<String>,
}

/// About how wide a text is, in units of a drawing, at a size. Browsers have other fonts; this errs
/// towards too wide.
fn width(text: &str, size: f64) -> f64 {
    text.graphemes(true).map(|it| breadth(it) * size).sum()
}

/// How wide a letter is, in parts of its size.
fn breadth(grapheme: &str) -> f64 {
    match grapheme.chars().next().unwrap_or(' ') {
        'i' | 'l' | 'j' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | '\'' | '-' => 0.36,
        'm' | 'w' | 'M' | 'W' => 0.88,
        c if c.is_ascii_uppercase() => 0.7,
        c if c.is_ascii() => 0.57,
        // Han, kana and hangul fill a square; Khmer and Burmese clusters often do.
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' => 1.0,
        '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{0E00}'..='\u{0EFF}' => 0.8,
        _ => 0.62,
    }
}

/// A text in lines that fit, the last with an ellipsis if it is longer.
fn lines(text: &str, room: f64, size: f64, most: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split_word_bounds() {
        if width(&line, size) + width(word.trim_end(), size) <= room {
            line.push_str(word);
        } else if line.trim().is_empty() || width(word, size) > room {
            // A word that fits no line is broken where it must be.
            for grapheme in word.graphemes(true) {
                if width(&line, size) + width(grapheme, size) > room {
                    all.push(std::mem::take(&mut line));
                }
                line.push_str(grapheme);
            }
        } else {
            all.push(std::mem::take(&mut line));
            line.push_str(word.trim_start());
        }
    }
    all.push(line);
    let mut all: Vec<String> = all.iter().map(|it| it.trim().to_owned()).collect();
    all.retain(|line| !line.is_empty());
    if all.len() > most {
        all.truncate(most);
        if let Some(last) = all.last_mut() {
            let mut cut: Vec<&str> = last.graphemes(true).collect();
            while width(&cut.concat(), size) + size > room && !cut.is_empty() {
                cut.pop();
            }
            *last = cut.concat().trim_end().to_owned() + "…";
        }
    }
    all
}

/// A number of a drawing as its attributes have it: a tenth is exact enough.
fn tenth(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_cut_where_words_end_and_never_inside_a_letter() {
        assert_eq!(lines("Supreme Court", 100.0, 12.0, 2), ["Supreme Court"]);
        let court = "Supreme Court of Cambodia in Phnom Penh";
        assert_eq!(lines(court, 100.0, 12.0, 2), ["Supreme Court", "of Cambodia i…"]);
        assert_eq!(lines("Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 60.0, 12.0, 1), ["Aaaaaa…"]);
        assert_eq!(lines("", 60.0, 12.0, 2), Vec::<String>::new());
        for line in lines("កឹមសុខាត្រូវបានចាប់ខ្លួននៅយប់", 60.0, 12.0, 9)
        {
            let first = line.chars().next().unwrap();
            assert!(!('\u{17B6}'..='\u{17D3}').contains(&first), "{line}");
        }
    }

    #[test]
    fn numbers_are_short() {
        assert_eq!(
            (tenth(3.0), tenth(3.12), tenth(-0.5)),
            ("3".into(), "3.1".into(), "-0.5".into())
        );
    }
}
