//! How much names and titles are like one another, from 0 to 1. It makes no difference which of the
//! two comes first.

use std::collections::HashSet;

use crate::domain::text;

/// Words that are less alike than this are different words.
const SAME_WORD: f64 = 0.82;
/// What is left of the likeness where each has a word that the other lacks: "Police of Sralau" and
/// "Police of Romdeng" are two.
const EACH_HAS_ITS_OWN: f64 = 0.72;
/// How much of a name or title is compared: as many words, and as many characters of one that is
/// written together.
const WORDS: usize = 24;
const LETTERS: usize = 200;
/// How much an acronym is like what it is made of.
const ACRONYM: f64 = 0.9;

/// How much one name is like another, whatever their case, diacritics and order of words.
pub fn names(one: &str, other: &str) -> f64 {
    let (one, other) = (text::fold(one), text::fold(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    if one == other {
        return 1.0;
    }
    let (ours, theirs) = (words(&one), words(&other));
    if are_acronym(&ours, &theirs) || are_acronym(&theirs, &ours) {
        return ACRONYM;
    }
    if ours.is_empty() || theirs.is_empty() || !(spaced(&one) && spaced(&other)) {
        return written_together(&one, &other);
    }
    // The same words in another order are not quite the same name.
    aligned(&ours, &theirs).min(0.99)
}

/// How much one title is like another: the share of words that they have in common.
pub fn titles(one: &str, other: &str) -> f64 {
    let (one, other) = (text::fold(one), text::fold(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    if one == other {
        return 1.0;
    }
    if !(spaced(&one) && spaced(&other)) {
        return written_together(&one, &other);
    }
    let (ours, theirs) = (words(&one), words(&other));
    (both_ways(&ours, &theirs).0).min(0.99)
}

/// A title that many others are compared with roughly, to choose those that are compared with [`titles`].
pub struct Rough(HashSet<String>);

impl Rough {
    pub fn of(title: &str) -> Self {
        Self(beginnings(title))
    }

    /// How much it has in common with another title: the share of beginnings of words.
    pub fn alike(&self, title: &str) -> f64 {
        let theirs = beginnings(title);
        let common = theirs.intersection(&self.0).count();
        if common == 0 {
            return 0.0;
        }
        f64::midpoint(share(common, self.0.len()), share(common, theirs.len()))
    }
}

/// The beginnings of the words of a text; what is written together in twos of its letters.
fn beginnings(text: &str) -> HashSet<String> {
    const LETTERS_OF_WORD: usize = 5;
    let folded = text::fold(text);
    if spaced(&folded) {
        return words(&folded)
            .into_iter()
            .map(|word| word.chars().take(LETTERS_OF_WORD).collect())
            .collect();
    }
    let letters: Vec<char> = folded.chars().filter(|c| !c.is_whitespace()).take(LETTERS).collect();
    letters.windows(2).map(|two| two.iter().collect()).collect()
}

/// Whether `short` is the first letters of the words of `long`, with or without the small ones.
fn are_acronym(short: &[&str], long: &[&str]) -> bool {
    let [short] = short else { return false };
    if !(3..=10).contains(&short.chars().count()) || long.len() < 3 {
        return false;
    }
    let initials = |least: usize| -> String {
        let counted = long.iter().filter(|word| word.chars().count() >= least);
        counted.filter_map(|word| word.chars().next()).collect()
    };
    [1, 4].iter().any(|least| initials(*least) == *short)
}

fn words(folded: &str) -> Vec<&str> {
    let parts = folded.split(|c: char| !(c.is_alphanumeric() || is_joined(c)));
    parts.filter(|word| !word.is_empty()).take(WORDS).collect()
}

/// Signs that belong to the letter before.
fn is_joined(c: char) -> bool {
    c >= '\u{300}'
        && !c.is_whitespace()
        && !c.is_ascii_punctuation()
        && !c.is_alphanumeric()
        && !matches!(c, '\u{2000}'..='\u{206F}' | '\u{3000}'..='\u{303F}' | '។' | '၊' | '။')
}

/// Scripts that set words apart, so that words can be compared one by one.
fn spaced(text: &str) -> bool {
    !text.chars().any(|c| {
        matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}')
    })
}

/// Two texts that are compared letter by letter: what is left after the changes that make one of
/// the other.
fn written_together(one: &str, other: &str) -> f64 {
    let letters = |text: &str| -> Vec<char> {
        text.chars().filter(|c| !c.is_whitespace()).take(LETTERS).collect()
    };
    let (one, other) = (letters(one), letters(other));
    let longest = one.len().max(other.len());
    if longest == 0 {
        return 0.0;
    }
    let (one, other): (String, String) = (one.iter().collect(), other.iter().collect());
    (1.0 - share(strsim::levenshtein(&one, &other), longest)).clamp(0.0, 0.99)
}

/// Names by their words: each with that of the other which it is most like.
fn aligned(ours: &[&str], theirs: &[&str]) -> f64 {
    let (common, each_has_its_own) = both_ways(ours, theirs);
    let (shorter, longer) =
        (letters(ours).min(letters(theirs)), letters(ours).max(letters(theirs)));
    // All words of the shorter are in the longer: "Sok Dara", "Sok Dara Keo".
    let best = if each_has_its_own || ours.len().min(theirs.len()) < 2 {
        common
    } else {
        common.max(0.78 + 0.2 * share(shorter, longer))
    };
    if each_has_its_own { best * EACH_HAS_ITS_OWN } else { best }
}

/// The share of letters in words that both have, and whether each has a word that the other lacks.
fn both_ways(ours: &[&str], theirs: &[&str]) -> (f64, bool) {
    let (a, mine) = one_way(ours, theirs);
    let (b, other) = one_way(theirs, ours);
    (f64::midpoint(a, b), mine && other)
}

/// How much of `ours` is in `theirs`, and whether a word is not.
fn one_way(ours: &[&str], theirs: &[&str]) -> (f64, bool) {
    let (mut found, mut lacks) = (0.0, false);
    for word in ours {
        let best = theirs.iter().map(|it| alike(word, it)).fold(0.0_f64, f64::max);
        if best < SAME_WORD {
            lacks = true;
        } else {
            found += best * number(word.chars().count());
        }
    }
    (found / number(letters(ours).max(1)), lacks)
}

/// How much a word is like another.
fn alike(one: &str, other: &str) -> f64 {
    if one == other {
        return 1.0;
    }
    // Numbers that differ are different: "Unit 911" is not "Unit 912".
    let is_number = |word: &str| word.chars().any(char::is_numeric);
    if is_number(one) || is_number(other) {
        return 0.0;
    }
    let (a, b) = (one.chars().count(), other.chars().count());
    // An initial stands for a name.
    if a.min(b) == 1 {
        return if one.chars().next() == other.chars().next() { SAME_WORD } else { 0.0 };
    }
    // Taken both ways: the measure looks at one of the two first.
    f64::midpoint(strsim::jaro_winkler(one, other), strsim::jaro_winkler(other, one))
        .min(if strsim::osa_distance(one, other) <= 1 + a.min(b) / 6 { 1.0 } else { 0.8 })
}

fn letters(words: &[&str]) -> usize {
    words.iter().map(|word| word.chars().count()).sum()
}

/// A count as a number to reckon with.
pub fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn share(part: usize, whole: usize) -> f64 {
    number(part) / number(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_of_one_are_alike_and_names_of_two_are_not() {
        for (one, other, least) in [
            ("Sok Dara", "SOK  Dara", 1.0),
            ("Sok Dara", "Dara Sok", 0.95),
            ("Sok Dara", "Sok Daraa", 0.9),
            ("Élodie Nguyễn", "Elodie Nguyen", 1.0),
            ("Mohammed Rahman", "Mohammad Rahman", 0.9),
            ("Sok Dara", "Sok Dara Keo", 0.85),
            ("CNRP", "Cambodia National Rescue Party", 0.9),
            ("Cambodian Center for Human Rights", "Cambodian Centre for Human Rights", 0.9),
            ("Center for Human Rights of Cambodia", "CHRC", 0.9),
            ("កឹម សុខា", "កឹមសុខា", 0.95),
            ("最高人民法院", "最高人民法院", 1.0),
        ] {
            let found = names(one, other);
            assert!(found >= least, "{one} / {other}: {found}");
        }
        for (one, other) in [
            ("Sralau Provincial Police Commissariat", "Romdeng Provincial Police Commissariat"),
            ("Sok Dara", "Chan Dara"),
            ("Sok Dara", "Sok Bopha"),
            ("Unit 911", "Unit 912"),
            ("Supreme Court of Cambodia", "Supreme Court of Nepal"),
            ("Ministry of Justice", "Ministry of Labour"),
            ("ក្រសួងយុត្តិធម៌", "ក្រសួងការងារ"),
            ("Dara", "Daraa Regional Police"),
            ("", ""),
        ] {
            let found = names(one, other);
            assert!(found < 0.75, "{one} / {other}: {found}");
        }
    }

    #[test]
    fn titles_are_alike_by_the_words_they_share() {
        assert!(
            titles("Supreme Court dissolves the CNRP", "CNRP dissolved by Supreme Court") > 0.6
        );
        assert!(titles("Supreme Court dissolves the CNRP", "Farmer beaten by police") < 0.2);
    }

    proptest! {
        #[test]
        fn likeness_is_the_same_both_ways_and_between_0_and_1(
            one in "[a-zé A-Z0-9ក-ឥ.-]{0,30}", other in "\\PC{0,30}"
        ) {
            for like in [names, titles] {
                let found = like(&one, &other);
                prop_assert!((0.0..=1.0).contains(&found), "{found}");
                prop_assert!((found - like(&other, &one)).abs() < 1e-12);
                let itself = like(&one, &one);
                prop_assert!(text::fold(&one).is_empty() || (itself - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn what_titles_roughly_share_is_found_in_any_script() {
        let rough = Rough::of("Police arrest three unionists in Phnom Penh");
        let like = rough.alike("Three unionists arrested by police, Phnom Penh");
        assert!(like > 0.7, "{like}");
        assert!(rough.alike("Court dissolves the opposition party") < 0.2);
        assert!(rough.alike("") < f64::EPSILON && Rough::of("").alike("") < f64::EPSILON);
        let rough = Rough::of("ចាប់ខ្លួនអ្នកសារព័ត៌មាន");
        assert!(rough.alike("ចាប់ខ្លួនអ្នកសារព័ត៌មានបីនាក់") > rough.alike("តុលាការរំលាយគណបក្ស") + 0.4);
    }
}
