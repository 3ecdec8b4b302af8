//! The scripts of a text, since a word processor wants each in a run of its own: with the font that has
//! its letters, and told from which side it is read.

use crate::exchange::report::shared::language::{is_rtl_letter, primary};

/// What a run is set as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// Latin, Greek, Cyrillic, digits and signs: what needs nothing.
    Plain,
    /// Arabic, Hebrew and others that are read from the right.
    Rtl,
    Khmer,
    Myanmar,
    /// Thai and Lao.
    Thai,
    /// Devanagari, Bengali, Tamil and their neighbours.
    Indic,
    /// Chinese, Japanese, Korean.
    Han,
}

impl Script {
    /// The font of its letters on the systems that have Word; others find one with the same letters.
    pub const fn font(self) -> Option<&'static str> {
        match self {
            Self::Plain | Self::Han => None,
            Self::Rtl => Some("Arial"),
            Self::Khmer => Some("Khmer UI"),
            Self::Myanmar => Some("Myanmar Text"),
            Self::Thai => Some("Leelawadee UI"),
            Self::Indic => Some("Nirmala UI"),
        }
    }

    /// Of a language, by its tag.
    pub fn of_language(tag: &str) -> Self {
        match primary(tag).as_str() {
            "km" => Self::Khmer,
            "my" => Self::Myanmar,
            "th" | "lo" => Self::Thai,
            "hi" | "ne" | "bn" | "ta" | "te" | "mr" | "si" | "pa" | "gu" | "kn" | "ml" => {
                Self::Indic
            }
            "zh" | "ja" | "ko" => Self::Han,
            _ if crate::exchange::report::shared::language::is_rtl(tag) => Self::Rtl,
            _ => Self::Plain,
        }
    }

    /// The language that texts of the script most likely have, where none is told.
    pub fn language(self, text: &str) -> Option<&'static str> {
        let has = |from: char, to: char| text.chars().any(|it| (from..=to).contains(&it));
        Some(match self {
            Self::Plain => return None,
            Self::Rtl if has('\u{590}', '\u{5ff}') => "he-IL",
            Self::Rtl => "ar-SA",
            Self::Khmer => "km-KH",
            Self::Myanmar => "my-MM",
            Self::Thai if has('\u{e80}', '\u{eff}') => "lo-LA",
            Self::Thai => "th-TH",
            Self::Indic => "hi-IN",
            Self::Han if has('\u{3040}', '\u{30ff}') => "ja-JP",
            Self::Han if has('\u{ac00}', '\u{d7af}') => "ko-KR",
            Self::Han => "zh-CN",
        })
    }
}

/// The script of a letter; nothing for what belongs to every script.
fn script(c: char) -> Option<Script> {
    Some(match u32::from(c) {
        _ if is_rtl_letter(c) => Script::Rtl,
        0x1780..=0x17FF | 0x19E0..=0x19FF => Script::Khmer,
        0x1000..=0x109F | 0xA9E0..=0xA9FF | 0xAA60..=0xAA7F => Script::Myanmar,
        0xE00..=0xEFF => Script::Thai,
        0x900..=0xDFF => Script::Indic,
        0x1100..=0x11FF
        | 0x2E80..=0x9FFF
        | 0xAC00..=0xD7AF
        | 0xF900..=0xFAFF
        | 0xFF00..=0xFFEF
        | 0x20000..=0x3FFFF => Script::Han,
        _ if c.is_alphabetic() => Script::Plain,
        _ => return None,
    })
}

/// A text, parted where its script changes. What belongs to no script stands with what is on both sides of
/// it; between two scripts, with what the line is (`rtl`: read from the right).
pub fn pieces(text: &str, rtl: bool) -> Vec<(Script, &str)> {
    let around = if rtl { Script::Rtl } else { Script::Plain };
    // Where each stretch of one script, or of none, begins.
    let mut stretches: Vec<(usize, Option<Script>)> = Vec::new();
    for (at, c) in text.char_indices() {
        let of = script(c);
        // Marks stay on the letter before them.
        let is_mark =
            matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}');
        if stretches.last().is_none_or(|it| it.1 != of && !is_mark) {
            stretches.push((at, of));
        }
    }
    let mut pieces: Vec<(Script, usize)> = Vec::new();
    for (at, (from, of)) in stretches.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|it| stretches[it].1);
        let after = stretches.get(at + 1).and_then(|it| it.1);
        let of = of.or(before.filter(|it| Some(*it) == after)).unwrap_or(around);
        if pieces.last().is_none_or(|it| it.0 != of) {
            pieces.push((of, *from));
        }
    }
    let ends = pieces.iter().skip(1).map(|it| it.1).chain([text.len()]);
    pieces.iter().zip(ends).map(|((script, from), to)| (*script, &text[*from..to])).collect()
}

/// The tag as Word knows it, which has languages in countries only.
pub fn word_language(tag: &str) -> String {
    let country = match tag {
        "en" => "GB",
        "ar" => "SA",
        "km" => "KH",
        "my" => "MM",
        "vi" => "VN",
        "ms" => "MY",
        "fa" => "IR",
        "ur" => "PK",
        "he" => "IL",
        "hi" => "IN",
        "bn" => "BD",
        "ne" => "NP",
        "ta" => "LK",
        "lo" => "LA",
        "zh" => "CN",
        "ja" => "JP",
        "ko" => "KR",
        "uk" => "UA",
        "fil" | "tl" => return "fil-PH".to_owned(),
        "fr" | "es" | "pt" | "de" | "it" | "ru" | "th" | "id" | "tr" => {
            return format!("{tag}-{}", tag.to_ascii_uppercase());
        }
        _ => return tag.to_owned(),
    };
    format!("{tag}-{country}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str, rtl: bool) -> String {
        let pieces = pieces(text, rtl);
        assert_eq!(pieces.iter().map(|it| it.1).collect::<String>(), text);
        pieces
            .iter()
            .map(|(script, text)| format!("{script:?}[{text}]"))
            .collect::<Vec<_>>()
            .concat()
    }

    #[test]
    fn a_text_is_parted_where_its_script_changes() {
        assert_eq!(said("on 5 May 2017.", false), "Plain[on 5 May 2017.]");
        assert_eq!(said("حزب (CNRP) 118", true), "Rtl[حزب (]Plain[CNRP]Rtl[) 118]");
        assert_eq!(said("see حزب الإنقاذ, ok", false), "Plain[see ]Rtl[حزب الإنقاذ]Plain[, ok]");
        assert_eq!(said("គណបក្ស ៥ ឆ្នាំ។ (CNRP)", false), "Khmer[គណបក្ស ៥ ឆ្នាំ។]Plain[ (CNRP)]");
        assert_eq!(said("声明 성명", false), "Han[声明 성명]");
        assert_eq!(said("118", true), "Rtl[118]");
        assert_eq!(said("", true), "");
        assert_eq!(said("👩‍👧 e\u{301}", false), "Plain[👩‍👧 e\u{301}]");
    }

    #[test]
    fn languages_are_told_with_a_country() {
        assert_eq!(word_language("fr"), "fr-FR");
        assert_eq!(word_language("km"), "km-KH");
        assert_eq!(word_language("pt-BR"), "pt-BR");
    }
}
