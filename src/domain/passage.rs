//! The part of a text that is shown for a search: where the words stand.

use super::segment::{Query, tokens};

/// How much of a text is shown, and how much of it stands before the first match, in Unicode scalar
/// values.
const LENGTH: usize = 200;
const BEFORE: usize = 60;

/// A part of a text, and what matches in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// On one line.
    pub text: String,
    /// From and to, in Unicode scalar values of `text`.
    pub matches: Vec<(usize, usize)>,
}

impl Passage {
    /// About 200 characters around the first words that match; the beginning, if none does.
    pub fn of(text: &str, query: &Query) -> Self {
        let all = tokens(text);
        let places = query.places(&all);
        let chars: Vec<char> = text.chars().collect();
        let wanted = places.first().map_or(0, |first| first.start.saturating_sub(BEFORE));
        let wanted = wanted.min(chars.len().saturating_sub(LENGTH));
        // It begins with a word, and ends with one.
        let start = match all.iter().find(|token| token.place.start >= wanted) {
            Some(token) if wanted > 0 => token.place.start,
            _ => 0,
        };
        let most = chars.len().min(start + LENGTH);
        let cut = all.iter().find(|token| token.place.start < most && token.place.end > most);
        let end = cut.map(|token| token.place.start).filter(|at| *at > start).unwrap_or(most);
        let shown = chars[start..end].iter().map(|c| if c.is_whitespace() { ' ' } else { *c });
        let matches = places
            .into_iter()
            .filter(|place| place.start >= start && place.end <= end)
            .map(|place| (place.start - start, place.end - start));
        Self { text: shown.collect::<String>().trim_end().to_owned(), matches: matches.collect() }
    }
}

/// How well a record fits, from what it is found by, folded. Above 0; what has the words more often,
/// in less text, and early, where titles are, fits better.
///
/// Only the record itself counts: how often words are in others, as in BM25, would tell something of
/// records that one may not see.
pub fn score(searched: &str, query: &Query) -> f64 {
    let text = format!(" {} ", super::segment::indexed(searched));
    // Numbers of this size are exact.
    #[expect(clippy::cast_precision_loss, reason = "texts are short of 2^52 bytes")]
    let number = |n: usize| n as f64;
    let length = 0.5 + 0.5 * number(text.len()) / 400.0;
    let of_term = |term: &super::segment::Term| {
        let looked_for = format!(" {}", term.tokens.join(" "));
        let ends = |at: &usize| term.open || text[at + looked_for.len()..].starts_with(' ');
        let mut places = text.match_indices(&looked_for).map(|(at, _)| at).filter(ends);
        let first = places.next()?;
        let times = number(1 + places.take(50).count());
        let early = if first < 80 { 0.5 } else { 0.0 };
        Some(times / (times + length) + early)
    };
    let of_group = |group: &Vec<super::segment::Term>| {
        group.iter().filter_map(of_term).fold(0.0_f64, f64::max)
    };
    query.groups.iter().map(of_group).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_passage_is_around_the_first_words_that_match() {
        let text = format!(
            "{}the Supreme\nCourt dissolved it. {}",
            "before ".repeat(40),
            "after ".repeat(60)
        );
        let passage = Passage::of(&text, &Query::parse("court supreme"));
        assert!(passage.text.starts_with("before ") && passage.text.ends_with("after"));
        let chars: Vec<char> = passage.text.chars().collect();
        let shown: Vec<String> =
            passage.matches.iter().map(|(from, to)| chars[*from..*to].iter().collect()).collect();
        assert_eq!(shown, ["Supreme", "Court"]);
        assert_eq!(Passage::of("A short one", &Query::parse("none")).text, "A short one");
        assert_eq!(Passage::of("", &Query::default()), Passage::default());
    }

    #[test]
    fn what_has_the_words_more_often_and_earlier_fits_better() {
        let query = Query::parse("court");
        let score = |text: &str| score(text, &query);
        assert!(score("court court") > score("court case"));
        assert!(score("the court") > score(&format!("{} court", "a word ".repeat(20))));
        assert!(score("nothing").abs() < f64::EPSILON);
    }

    proptest! {
        #[test]
        fn what_matches_is_inside_the_passage(text in any::<String>(), query in any::<String>()) {
            let passage = Passage::of(&text, &Query::parse(&query));
            let length = passage.text.chars().count();
            prop_assert!(length <= LENGTH);
            for (from, to) in passage.matches {
                prop_assert!(from < to && to <= length);
            }
        }
    }
}
