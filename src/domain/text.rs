//! What people type, made safe to keep: normalised once, and refused where it would mislead.

use serde::{Deserialize, Deserializer, Serialize};
use unicode_normalization::UnicodeNormalization;

/// The longest title, name or other line, in Unicode scalar values.
pub const LINE: usize = 1_000;
/// The longest narrative, summary or note, in Unicode scalar values.
pub const PASSAGE: usize = 100_000;
/// The longest body of a statement, in Unicode scalar values.
pub const BODY: usize = 2_000_000;

/// Why a text cannot be kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("must not be empty")]
    Empty,
    #[error("has {found} characters; the most is {most}")]
    Long { found: usize, most: usize },
    #[error("contains {0}, which cannot be kept; remove it")]
    Forbidden(String),
}

/// One line: trimmed, NFC, no control characters.
pub fn line(text: &str) -> Result<String, TextError> {
    check(text.trim(), LINE, false)
}

/// Several lines: trimmed, NFC, line ends as LF.
pub fn passage(text: &str) -> Result<String, TextError> {
    check(text.trim(), PASSAGE, true)
}

/// The body of a statement: as [`passage`], but white space at its ends is kept.
pub fn body(text: &str) -> Result<String, TextError> {
    check(text, BODY, true)
}

fn check(text: &str, most: usize, lines: bool) -> Result<String, TextError> {
    // Counted before anything is copied: what is refused should cost little.
    let found = text.chars().count();
    if found > most {
        return Err(TextError::Long { found, most });
    }
    if let Some(odd) = text.chars().find(|c| forbidden(*c, lines)) {
        return Err(TextError::Forbidden(name(odd)));
    }
    // Most text is plain: ASCII is as it should be.
    let text: String = if text.is_ascii() && !text.contains('\r') {
        text.to_owned()
    } else {
        text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect()
    };
    if text.trim().is_empty() {
        return Err(TextError::Empty);
    }
    Ok(text)
}

/// Control characters, and the overrides that make text read other than it is stored.
fn forbidden(c: char, lines: bool) -> bool {
    match c {
        '\n' | '\r' | '\t' => !lines,
        '\u{202D}' | '\u{202E}' | '\u{FDD0}'..='\u{FDEF}' | '\u{FFFE}' | '\u{FFFF}' => true,
        _ => c.is_control(),
    }
}

fn name(c: char) -> String {
    match c {
        '\0' => "a NUL character".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        '\t' => "a tab".to_owned(),
        '\u{202D}' | '\u{202E}' => {
            format!("a text-direction override (U+{:04X})", u32::from(c))
        }
        _ => format!("a control character (U+{:04X})", u32::from(c)),
    }
}

/// Private-use characters that only the program writes into what is searched, to mark where a
/// protected name was taken out. Nobody can search for one.
pub const MARKS: std::ops::RangeInclusive<char> = '\u{E000}'..='\u{E100}';

/// Text as it is compared and searched: lower case, without diacritics, vowel points, apostrophes
/// and characters that are not seen, one space between words. Hyphens part words.
pub fn fold(text: &str) -> String {
    let mut fold = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars() {
        each_folded(c, |c| {
            if c.is_whitespace() || is_hyphen(c) {
                space = true;
            } else {
                if space && !fold.is_empty() {
                    fold.push(' ');
                }
                space = false;
                fold.push(c);
            }
        });
    }
    fold
}

/// Calls `each` with what a character is compared as: one or more characters, or none.
pub fn each_folded(c: char, mut each: impl FnMut(char)) {
    // Most text is plain, and that is quickly done.
    if c.is_ascii_alphanumeric() {
        each(c.to_ascii_lowercase());
    } else {
        folded(c).for_each(each);
    }
}

fn folded(c: char) -> impl Iterator<Item = char> {
    std::iter::once(c).nfkd().flat_map(char::to_lowercase).flat_map(|c| {
        let (first, second) = match c {
            'đ' | 'ð' => ('d', None),
            'ħ' => ('h', None),
            'ı' => ('i', None),
            'ł' => ('l', None),
            'ø' => ('o', None),
            'ŧ' => ('t', None),
            'æ' => ('a', Some('e')),
            'œ' => ('o', Some('e')),
            'ß' => ('s', Some('s')),
            'þ' => ('t', Some('h')),
            other => (other, None),
        };
        let kept = !(is_mark(c) || is_unseen(c) || is_apostrophe(c));
        kept.then_some(first).into_iter().chain(second)
    })
}

/// Diacritics of Latin, Greek and Cyrillic; vowel points of Hebrew and Arabic.
pub const fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}'
        | '\u{591}'..='\u{5BD}' | '\u{5BF}' | '\u{5C1}' | '\u{5C2}' | '\u{5C4}' | '\u{5C5}' | '\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{640}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// Spaces of no width, joiners, soft hyphens and marks of direction.
const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

pub const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{2BB}' | '\u{2BC}')
}

/// Hyphens and dashes, and what stands for them in the names of files.
pub const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}')
}

/// A whole number of people. Accepts `3` and `3.0`, which JSON does not tell apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Count(pub i32);

impl<'de> Deserialize<'de> for Count {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let number = serde_json::Number::deserialize(from)?;
        let whole = number
            .as_i64()
            .or_else(|| number.as_f64().filter(|n| n.fract() == 0.0 && n.abs() < 1e15).map(whole));
        match whole {
            Some(count @ 0..=2_000_000_000) => {
                i32::try_from(count).map(Self).map_err(|_| D::Error::custom("is too large"))
            }
            Some(..0) => {
                Err(D::Error::custom("must not be negative; leave it out if it is not known"))
            }
            Some(_) => Err(D::Error::custom("must not be above 2,000,000,000")),
            None => {
                Err(D::Error::custom("must be a whole number; leave it out if it is not known"))
            }
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "bounded and whole by the filter before it")]
fn whole(number: f64) -> i64 {
    number as i64
}

impl utoipa::PartialSchema for Count {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, Type};
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .description(Some(
                "A number of people. Leave it out if it is not known: absent is not 0.",
            ))
            .minimum(Some(0))
            .maximum(Some(2_000_000_000))
            .into()
    }
}

impl utoipa::ToSchema for Count {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_would_mislead_is_refused_by_name() {
        assert_eq!(
            line("a\0b").unwrap_err().to_string(),
            "contains a NUL character, which cannot be kept; remove it"
        );
        assert_eq!(
            line("abc\u{202E}cba").unwrap_err().to_string(),
            "contains a text-direction override (U+202E), which cannot be kept; remove it"
        );
        assert_eq!(line("  "), Err(TextError::Empty));
        assert_eq!(line(&"x".repeat(1_001)), Err(TextError::Long { found: 1_001, most: 1_000 }));
        assert_eq!(passage("a\r\nb").unwrap(), "a\nb");
        assert_eq!(line("Cafe\u{301}").unwrap(), "Caf\u{e9}");
    }

    #[test]
    fn folding_ignores_case_and_diacritics_and_keeps_other_scripts() {
        assert_eq!(fold("  Võ  Thị SÁU "), "vo thi sau");
        assert_eq!(fold("កឹម សុខា"), "កឹម សុខា");
        assert_eq!(fold("Đặng Łukasz Ørsted ß"), "dang lukasz orsted ss");
        assert_eq!(fold("مُحَمَّد"), fold("محمد"));
        assert_eq!(
            fold("N\u{2019}Djaména O'Brien sok-dara a\u{200B}b"),
            "ndjamena obrien sok dara ab"
        );
    }

    proptest! {
        #[test]
        fn what_is_kept_stays_the_same_when_kept_again(text in any::<String>()) {
            if let Ok(kept) = passage(&text) {
                prop_assert_eq!(passage(&kept), Ok(kept.clone()));
            }
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
