//! The few words and the numbers that stand in drawings.

use crate::exchange::report::shared::language::{is_rtl, unmarked, words_of};
use crate::words::{Words, number_in};

/// A language, as far as drawings need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongue<'l> {
    /// BCP 47; `en` if what was given is none.
    pub tag: &'l str,
    words: Words,
}

impl<'l> Tongue<'l> {
    pub fn of(language: &'l str) -> Self {
        let is_tag = !language.is_empty()
            && language.len() <= 35
            && language.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
        let tag = if is_tag { language } else { "en" };
        Self { tag, words: words_of(tag) }
    }

    /// Whether one reads from the right.
    pub fn is_rtl(self) -> bool {
        is_rtl(self.tag)
    }

    /// A number, its digits in threes.
    pub fn number(self, number: i64) -> String {
        number_in(self.tag, number)
    }

    /// Of a value that nobody has counted.
    pub fn not_known(self) -> String {
        self.words.say("report-not-known")
    }

    /// The mark of such a value.
    pub fn question(self) -> String {
        self.words.say("report-mark-unknown")
    }

    /// How many categories stand in the table alone.
    pub fn more(self, count: usize) -> String {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        unmarked(&self.words.counted("report-more", count))
    }

    /// How many lie so far away that the map does not reach there.
    pub fn beyond(self, count: i64) -> String {
        unmarked(&self.words.counted("report-beyond", count))
    }

    pub fn kilometres(self, count: i64) -> String {
        unmarked(&self.words.of_value("report-kilometres", &self.number(count)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_threes() {
        let said = |tag: &str, number| Tongue::of(tag).number(number);
        assert_eq!(said("en", 1_234_567), "1,234,567");
        assert_eq!(said("fr-CA", 1_234_567), "1\u{202F}234\u{202F}567");
        assert_eq!((said("km", 999), said("ar", -1000)), ("999".into(), "−1,000".into()));
        assert_eq!(said("en", i64::MIN), "−9,223,372,036,854,775,808");
    }

    #[test]
    fn a_language_that_is_none_is_english() {
        assert_eq!(Tongue::of("\"><script>").tag, "en");
        assert_eq!(Tongue::of("").tag, "en");
        assert!(Tongue::of("ar-EG").is_rtl() && !Tongue::of("km").is_rtl());
        assert_eq!(Tongue::of("fr").more(1), "et 1 autre");
        assert_eq!(Tongue::of("ar-EG").more(12), "و\u{2060}12 غيرها");
        assert_eq!(Tongue::of("km").kilometres(1_000), "1,000\u{a0}គ.ម.");
        assert_eq!(
            (Tongue::of("ar").question(), Tongue::of("de").question()),
            ("؟".into(), "?".into())
        );
    }
}
