//! What languages do: where they begin to read, how they quote, and in which words the program speaks.

use crate::words::Words;

/// As many letters of a text say from which side it is read.
const LETTERS: usize = 400;

/// The tag, where it is one: parts of up to eight letters and digits, the first of letters.
pub fn tag(text: &str) -> Option<&str> {
    let mut parts = text.split('-');
    let is_first =
        |it: &str| (2..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphabetic());
    let is_part =
        |it: &str| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric());
    (text.len() <= 35 && parts.next().is_some_and(is_first) && parts.all(is_part)).then_some(text)
}

/// The language of a tag, without its country or script.
pub fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or_default().to_ascii_lowercase()
}

/// Whether texts of the language are read from the right.
pub fn is_rtl(tag: &str) -> bool {
    let script = tag.split('-').nth(1).filter(|it| it.len() == 4).map(str::to_ascii_lowercase);
    match script.as_deref() {
        Some(script) => {
            matches!(script, "arab" | "hebr" | "syrc" | "thaa" | "nkoo" | "rohg" | "aran")
        }
        None => matches!(
            primary(tag).as_str(),
            "ar" | "ary"
                | "arz"
                | "fa"
                | "prs"
                | "he"
                | "iw"
                | "yi"
                | "ur"
                | "ps"
                | "sd"
                | "ug"
                | "dv"
                | "ckb"
                | "syr"
                | "ks"
                | "rhg"
                | "azb"
                | "nqo"
        ),
    }
}

/// Whether the character is of a script that is read from the right.
pub fn is_rtl_letter(c: char) -> bool {
    let is_in = matches!(u32::from(c),
        0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFE | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF);
    is_in && !c.is_numeric()
}

/// Whether a text that says no language is read from the right: as most of its letters are, and as what is
/// around it where they are even. Its first letter would not do: reports in Arabic name `ICCPR` first.
pub fn reads_rtl(text: &str, around: bool) -> bool {
    let letters = text.chars().filter(|it| it.is_alphabetic()).take(LETTERS);
    let balance: i32 = letters.map(|it| if is_rtl_letter(it) { 1 } else { -1 }).sum();
    if balance == 0 { around } else { balance > 0 }
}

/// Whether the text could be torn apart, or tear apart what is around it, in a line that is read from
/// the right or the left.
pub fn is_mixed(text: &str, rtl: bool) -> bool {
    text.chars().any(|c| match c {
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_alphabetic() && is_rtl_letter(c) != rtl,
    })
}

/// The words of the language of a tag; English ones if the program has no others.
pub fn words_of(tag: &str) -> Words {
    Words::of(&primary(tag)).unwrap_or_default()
}

/// A text without the marks that keep directions apart in a sentence.
pub fn unmarked(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}

/// What stands before and after the words of somebody else.
pub fn quotes(language: &str) -> (String, String) {
    // A character that no text of ours has stands where those words would.
    const WORDS: &str = "\u{f0000}";
    let said = unmarked(&words_of(language).of_value("report-quote", WORDS));
    let (before, after) = said.split_once(WORDS).unwrap_or_default();
    (before.to_owned(), after.to_owned())
}

/// What stands between the parts of an enumeration.
pub fn comma(language: &str) -> String {
    words_of(language).say("report-comma")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_say_where_a_text_begins() {
        for (text, is) in [("ar", true), ("ar-SA", true), ("uz-Arab", true), ("az-Latn-IR", false)]
        {
            assert_eq!(is_rtl(tag(text).unwrap()), is, "{text}");
        }
        for wrong in ["", "e", "en us", "en-", "\"><script>", "1a", "en-123456789"] {
            assert_eq!(tag(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn texts_without_a_language_are_read_as_most_of_their_letters() {
        assert!(reads_rtl("ICCPR: بيان العهد", false) && !reads_rtl("On بي of", true));
        assert!(reads_rtl("2017", true) && !reads_rtl("2017", false));
        assert!(is_mixed("a ب", false) && is_mixed("a ب", true) && !is_mixed("a 1", false));
        assert!(is_mixed("a \u{202e}b", false));
    }

    #[test]
    fn each_language_quotes_in_its_own_way() {
        let said = |tag: &str| {
            let (before, after) = quotes(tag);
            format!("{before}a{after}{}", comma(tag))
        };
        assert_eq!(said("en-GB"), "“a”, ");
        assert_eq!(said("fr"), "«\u{a0}a\u{a0}», ");
        assert_eq!(said("ar"), "«a»، ");
        assert_eq!((said("km"), said("xx")), ("«a», ".to_owned(), "“a”, ".to_owned()));
    }
}
