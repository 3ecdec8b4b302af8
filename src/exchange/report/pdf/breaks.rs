//! Places at which words may be parted that are wider than their column.

use unicode_segmentation::UnicodeSegmentation;

use crate::exchange::report::draw;

/// Where a line may end, and nothing is seen.
const HERE: char = '\u{200b}';

/// The words of one paragraph in a column.
pub struct Breaks {
    /// In points.
    room: f64,
    size: f64,
    /// How wide the word is that has been set last.
    run: f64,
}

impl Breaks {
    /// For a column that is `room` points wide, in letters of `size` points.
    pub fn new(room: f64, size: f64) -> Self {
        Self { room: room.max(size * 2.0), size, run: 0.0 }
    }

    /// The text with places to part its long words, the first of which may go on from the text before.
    pub fn part(&mut self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for word in text.split_inclusive(|c: char| c.is_whitespace() || c == HERE) {
            self.word(word, &mut out);
            if word.ends_with(|c: char| c.is_whitespace() || c == HERE) {
                self.run = 0.0;
            }
        }
        out
    }

    fn word(&mut self, word: &str, out: &mut String) {
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        let most = word.len() as f64 * self.size;
        if self.run + most <= self.room || is_parted_address(word, self.room / self.size) {
            self.run += most;
            out.push_str(word);
            return;
        }
        // After a sign that ends a part of the word: where it is in `out`, and how wide it is until there.
        let mut good: Option<(usize, f64)> = None;
        for letter in word.graphemes(true) {
            if letter.starts_with(is_joined) {
                // Typst knows where words of these scripts end.
                (self.run, good) = (0.0, None);
                out.push_str(letter);
                continue;
            }
            let width = draw::text_width(letter, self.size);
            if self.run + width > self.room {
                if let Some((at, until)) = good.filter(|it| it.1 > self.room * 0.4) {
                    out.insert(at, HERE);
                    self.run -= until;
                } else {
                    out.push(HERE);
                    self.run = 0.0;
                }
                good = None;
            }
            out.push_str(letter);
            self.run += width;
            if letter.starts_with(['/', '-', '_', '.', ',', ';', ':', '&', '=', '?', ')', '+', '%'])
            {
                good = Some((out.len(), self.run));
            }
        }
    }
}

/// Whether typst itself finds places enough to part an address, so that what is copied is as it was: all
/// between two signs of it is parted, but not what is last.
fn is_parted_address(word: &str, letters: f64) -> bool {
    let is_address = word.starts_with("http://") || word.starts_with("https://");
    let last = word.rsplit(|c: char| !c.is_alphanumeric()).find(|it| !it.is_empty());
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let is_short = |last: &str| (last.chars().count() as f64) < letters * 0.8;
    is_address && last.is_none_or(is_short)
}

/// Whether a letter is of a script that does not set words apart.
fn is_joined(c: char) -> bool {
    matches!(u32::from(c), 0xE00..=0xEFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0x9FFF | 0xAC00..=0xD7AF)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_can_be_parted_and_others_are_as_they_were() {
        let part = |text: &str| Breaks::new(60.0, 10.0).part(text);
        assert_eq!(part("one two-three"), "one two-three");
        let parted = part(&"w".repeat(100));
        assert_eq!(parted.replace(HERE, ""), "w".repeat(100));
        assert!(parted.split(HERE).all(|it| draw::text_width(it, 10.0) <= 60.0), "{parted}");
        assert_eq!(part("country=KHM&from=2017").matches(HERE).count(), 2);
        let address = "https://a.org/aaaaaaaaaa/bbbb?cccc=1";
        assert_eq!(part(address), address);
        assert!(part(&format!("https://a.org/{}", "a".repeat(90))).contains(HERE));
        let khmer = "តុលាការកំពូលបានរំលាយគណបក្ស";
        assert_eq!(part(khmer), khmer);
        let mut breaks = Breaks::new(60.0, 10.0);
        let both = breaks.part("abcdefgh") + &breaks.part("ijklmnop");
        assert!(both.contains(HERE), "{both}");
    }
}
