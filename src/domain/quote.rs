//! Where a quoted passage stands in a statement. Offsets count Unicode scalar values.

/// Why a quote cannot be placed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum QuoteError {
    #[error("the quote is not in the statement's text")]
    Absent,
    #[error(
        "the quote is not in the statement's text word for word; the nearest passage is at \
         {start}–{end}: “{passage}”"
    )]
    Near { start: usize, end: usize, passage: String },
    #[error("the text from {start} to {end} is “{found}”, not the quote")]
    Elsewhere { start: usize, end: usize, found: String },
    #[error(
        "the range {start}–{end} is not inside the statement's text, which has {length} characters"
    )]
    Outside { start: usize, end: usize, length: usize },
}

/// The passage of `body` from `start` to `end`.
pub fn passage(body: &str, start: usize, end: usize) -> Result<String, QuoteError> {
    let length = body.chars().count();
    if start >= end || end > length {
        return Err(QuoteError::Outside { start, end, length });
    }
    Ok(body.chars().skip(start).take(end - start).collect())
}

/// The first place of `quote` in `body`, word for word.
///
/// # Errors
/// [`QuoteError::Near`] names the passage that reads the same but for case, white space,
/// punctuation or a few words, if there is one.
pub fn locate(body: &str, quote: &str) -> Result<(usize, usize), QuoteError> {
    if let Some(byte) = body.find(quote) {
        let start = body[..byte].chars().count();
        return Ok((start, start + quote.chars().count()));
    }
    Err(nearest(body, quote).map_or(QuoteError::Absent, |(start, end)| QuoteError::Near {
        start,
        end,
        passage: body.chars().skip(start).take(end - start).collect(),
    }))
}

/// A word of a text, folded, with its place.
struct Word {
    folded: String,
    start: usize,
    end: usize,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let mut close = |open: &mut Option<(usize, String)>, end: usize| {
        if let Some((start, word)) = open.take() {
            words.push(Word { folded: super::text::fold(&word), start, end });
        }
    };
    let mut length = 0;
    for (at, c) in text.chars().enumerate() {
        length = at + 1;
        if c.is_alphanumeric() {
            open.get_or_insert_with(|| (at, String::new())).1.push(c);
        } else {
            close(&mut open, at);
        }
    }
    close(&mut open, length);
    words
}

/// The run of words of `body` that shares most with `quote`, if it shares at least half.
fn nearest(body: &str, quote: &str) -> Option<(usize, usize)> {
    // A long quote is looked for by its beginning: enough to show the place, and bounded.
    const LONGEST: usize = 40;
    let mut sought = words(quote);
    sought.truncate(LONGEST);
    let body = words(body);
    let size = sought.len().min(body.len());
    if size == 0 {
        return None;
    }

    let mut wanted = std::collections::HashMap::<&str, i32>::new();
    for word in &sought {
        *wanted.entry(&word.folded).or_default() += 1;
    }
    // Counts, for a window that slides over the body, how many of the sought words it holds.
    let (mut shared, mut best) = (0, (0, 0));
    for at in 0..body.len() {
        if let Some(left) = wanted.get_mut(body[at].folded.as_str()) {
            shared += i32::from(*left > 0);
            *left -= 1;
        }
        if at >= size
            && let Some(left) = wanted.get_mut(body[at - size].folded.as_str())
        {
            *left += 1;
            shared -= i32::from(*left > 0);
        }
        if at + 1 >= size && shared > best.0 {
            best = (shared, at + 1 - size);
        }
    }
    let (shared, first) = best;
    (usize::try_from(shared).unwrap_or(0) * 2 >= sought.len())
        .then(|| (body[first].start, body[first + size - 1].end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BODY: &str = "ប្រទេស: the CNRP, the main opposition, was dissolved by the Supreme Court on 16 November 2017.";

    #[test]
    fn a_quote_is_placed_in_scalar_values() {
        let quote = "was dissolved by the Supreme Court";
        let (start, end) = locate(BODY, quote).unwrap();
        assert_eq!(passage(BODY, start, end).unwrap(), quote);
    }

    #[test]
    fn a_quote_with_a_slip_is_refused_with_the_place_it_nearly_matches() {
        let QuoteError::Near { start, end, passage } =
            locate(BODY, "Was dissolved by supreme court").unwrap_err()
        else {
            panic!("no near match");
        };
        assert!("was dissolved by the Supreme Court".contains(&passage), "{passage}");
        assert_eq!(super::passage(BODY, start, end).unwrap(), passage);
        assert_eq!(locate(BODY, "nothing of the kind was said"), Err(QuoteError::Absent));
    }

    proptest! {
        #[test]
        fn every_passage_of_a_text_is_found_and_reads_the_same(body in "\\PC{1,80}", from in 0_usize..80, size in 1_usize..20) {
            let length = body.chars().count();
            let from = from % length;
            let quote: String = body.chars().skip(from).take(size).collect();
            let (start, end) = locate(&body, &quote).unwrap();
            prop_assert!(start <= from);
            prop_assert_eq!(passage(&body, start, end).unwrap(), quote);
        }

        #[test]
        fn no_text_breaks_the_search(body in "\\PC{0,80}", quote in "\\PC{1,40}") {
            let _ = locate(&body, &quote);
        }
    }
}
