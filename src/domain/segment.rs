//! Words, as they are indexed and looked for.
//!
//! Scripts that set words apart give folded words. Scripts that write them together (Thai, Lao,
//! Burmese, Khmer, Chinese, Japanese, Korean) give a token for each cluster of characters, so that
//! a word is found wherever it stands: a run of clusters is looked for as a phrase. Both sides of a
//! search are cut by the same code, which is all that makes them meet.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::text;

/// How much of a long token counts, in characters. PostgreSQL takes up to 2,046 bytes.
const LONGEST: usize = 60;
/// The most terms of a query. Those beyond it are not looked for.
const MOST_TERMS: usize = 12;
/// The most tokens of a phrase.
const MOST_TOKENS: usize = 200;

/// A word or cluster, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    /// In Unicode scalar values of the text.
    pub place: Range<usize>,
}

/// The tokens of a text that is folded already, with spaces between them: what an index is given.
pub fn indexed(folded: &str) -> String {
    let mut all = String::with_capacity(folded.len() + 8);
    each_token(folded, |range| {
        if !all.is_empty() {
            all.push(' ');
        }
        shape(&folded[range], &mut all);
    });
    all
}

/// A text without the `'s` after words, for what is folded: folding would join it to them.
pub fn without_possessives(text: &str) -> Cow<'_, str> {
    if !text.contains(text::is_apostrophe) {
        return text.into();
    }
    let chars: Vec<char> = text.chars().collect();
    let kept = (0..chars.len()).filter(|at| !is_possessive(&chars, *at));
    kept.map(|at| chars[at]).collect::<String>().into()
}

/// Whether a place is in the `'s` after a word.
fn is_possessive(chars: &[char], at: usize) -> bool {
    let begins = |at: usize| {
        let word = |at: Option<usize>| {
            at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphanumeric())
        };
        let ends = matches!(chars.get(at + 1), Some('s' | 'S')) && !word(Some(at + 2));
        text::is_apostrophe(chars[at]) && ends && word(at.checked_sub(1))
    };
    begins(at) || (at > 0 && begins(at - 1))
}

/// The tokens of any text, with their places.
pub fn tokens(original: &str) -> Vec<Token> {
    let (mut folded, mut places) = (String::with_capacity(original.len()), Vec::new());
    let chars: Vec<char> = original.chars().collect();
    for (at, c) in chars.iter().copied().enumerate() {
        if is_possessive(&chars, at) {
            continue;
        }
        text::each_folded(c, |part| {
            // As [`text::fold`] has it.
            let part = if part.is_whitespace() || text::is_hyphen(part) { ' ' } else { part };
            folded.push(part);
            places.extend(std::iter::repeat_n(at, part.len_utf8()));
        });
    }
    let mut all = Vec::new();
    each_token(&folded, |range| {
        let mut token = String::new();
        shape(&folded[range.clone()], &mut token);
        let mut end = places[range.end - 1] + 1;
        while chars.get(end).is_some_and(|c| text::is_mark(*c)) {
            end += 1;
        }
        all.push(Token { text: token, place: places[range.start]..end });
    });
    all
}

/// Calls `each` with the range of every token of a folded text, in bytes.
fn each_token(folded: &str, mut each: impl FnMut(Range<usize>)) {
    let mut at = 0;
    for chunk in folded.split(char::is_whitespace) {
        let begin = at;
        // What parts chunks is one space, or a wider one in text that was never folded.
        at += chunk.len();
        at += folded[at..].chars().next().map_or(0, char::len_utf8);
        let mut word: Option<usize> = None;
        let mut end = |word: &mut Option<usize>, here: usize| {
            if let Some(start) = word.take() {
                each(start..here);
            }
        };
        if chunk.is_ascii() {
            for (offset, byte) in chunk.bytes().enumerate() {
                if byte.is_ascii_alphanumeric() {
                    word.get_or_insert(begin + offset);
                } else {
                    end(&mut word, begin + offset);
                }
            }
            end(&mut word, begin + chunk.len());
            continue;
        }
        for (offset, cluster) in chunk.grapheme_indices(true) {
            let here = begin + offset;
            let Some(first) = cluster.chars().next() else { continue };
            if !first.is_alphanumeric() {
                end(&mut word, here);
                continue;
            }
            let length = letters(cluster);
            if is_written_together(first) {
                end(&mut word, here);
            }
            word.get_or_insert(here);
            if is_written_together(first) || length < cluster.len() {
                end(&mut word, here + length);
            }
        }
        end(&mut word, begin + chunk.len());
    }
}

/// How many bytes of a cluster that begins with a letter are of the word: a sign that joins what follows it
/// (U+0D4E, the dot reph of Malayalam) makes one cluster with a quotation mark, too.
fn letters(cluster: &str) -> usize {
    let mut parts = cluster.grapheme_indices(false).skip(1);
    let other = parts
        .find(|(_, part)| !part.starts_with(|c: char| c.is_alphanumeric() || is_combining_mark(c)));
    other.map_or(cluster.len(), |(at, _)| at)
}

/// Scripts that do not set words apart. Korean does, but joins particles to them.
const fn is_written_together(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' // Thai, Lao
        | '\u{1000}'..='\u{109F}' | '\u{A9E0}'..='\u{A9FF}' | '\u{AA60}'..='\u{AA7F}' // Burmese
        | '\u{1100}'..='\u{11FF}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}' // Korean
        | '\u{1780}'..='\u{17FF}' // Khmer
        | '\u{1950}'..='\u{19DF}' | '\u{1A20}'..='\u{1AAF}' // Tai Le, New Tai Lue, Tai Tham
        | '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{31FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}') // Chinese, Japanese
}

/// Writes a token as it is compared, at the end of `out`.
fn shape(token: &str, out: &mut String) {
    if token.is_ascii() {
        out.push_str(&token[..token.len().min(LONGEST)]);
        return;
    }
    let kept = token.chars().filter(|c| !is_ornament(*c)).map(|c| match c {
        // Letters that people write for one another.
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    });
    let shaped: String = kept.take(LONGEST).collect();
    out.push_str(without_article(&shaped));
}

/// What follows a letter and is no part of the word, such as the frame of a keycap.
const fn is_ornament(c: char) -> bool {
    matches!(c,
        '\u{488}' | '\u{489}' | '\u{1ABE}' | '\u{20DD}'..='\u{20E4}' | '\u{A670}'..='\u{A672}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0000}'..='\u{E01EF}')
}

/// An Arabic word without the article, and without what may be joined before it.
fn without_article(word: &str) -> &str {
    for article in ["وال", "بال", "كال", "فال", "ال", "لل"] {
        if let Some(rest) = word.strip_prefix(article)
            && rest.chars().count() >= 3
        {
            return rest;
        }
    }
    word
}

/// Tokens that stand one after another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// One or more.
    pub tokens: Vec<String>,
    /// Whether the last token may go on.
    pub open: bool,
}

impl Term {
    /// What a word or phrase is looked for as; `None`: there is no word in it.
    pub fn of(text: &str, open: bool) -> Option<Self> {
        let tokens: Vec<_> = tokens(text).into_iter().map(|it| it.text).take(MOST_TOKENS).collect();
        (!tokens.is_empty()).then_some(Self { tokens, open })
    }

    fn fits(&self, here: &[Token]) -> bool {
        let last = self.tokens.len() - 1;
        self.tokens.iter().zip(here).enumerate().all(|(at, (wanted, token))| {
            *wanted == token.text || self.open && at == last && token.text.starts_with(wanted)
        })
    }
}

/// What is looked for: of each group, one term at least.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    pub groups: Vec<Vec<Term>>,
}

impl Query {
    /// Reads what somebody typed: words, of which all must be there; `"words in quotes"`, which must
    /// follow one another, as must the parts of what is written without a space; `begin*`.
    pub fn parse(typed: &str) -> Self {
        let typed = typed.replace(|c| text::MARKS.contains(&c), " ");
        let quote = |c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»');
        let mut groups = Vec::new();
        for (at, part) in typed.split(quote).enumerate() {
            if at % 2 == 1 {
                groups.extend(Term::of(part, false));
            } else {
                let words = part.split_whitespace();
                groups.extend(words.filter_map(|word| Term::of(word, word.ends_with('*'))));
            }
        }
        groups.truncate(MOST_TERMS);
        Self { groups: groups.into_iter().map(|term| vec![term]).collect() }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        self.groups.iter().flatten()
    }

    /// Where the terms stand among the tokens of a text: in Unicode scalar values of it, in order,
    /// apart from one another.
    pub fn places(&self, tokens: &[Token]) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> = Vec::new();
        for term in self.terms() {
            let found = tokens.windows(term.tokens.len()).filter(|here| term.fits(here));
            all.extend(found.map(|here| here[0].place.start..here[here.len() - 1].place.end));
        }
        all.sort_by_key(|place| (place.start, place.end));
        all.dedup_by(|next, before| {
            let joins = next.start < before.end;
            if joins {
                before.end = before.end.max(next.end);
            }
            joins
        });
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.text).collect()
    }

    fn finds(query: &str, text: &str) -> bool {
        let (query, tokens) = (Query::parse(query), tokens(text));
        !query.is_empty()
            && query.groups.iter().all(|group| {
                let one = Query { groups: vec![group.clone()] };
                !one.places(&tokens).is_empty()
            })
    }

    #[test]
    fn each_script_is_cut_in_its_own_way() {
        assert_eq!(
            cut("The Élodie-Sok  case, no. 7!"),
            ["the", "elodie", "sok", "case", "no", "7"]
        );
        assert_eq!(cut("O’Brien’s N'Djaména"), ["obrien", "ndjamena"]);
        assert_eq!(cut("តុលាការ").len(), 4);
        assert_eq!(cut("最高法院 ruled"), ["最", "高", "法", "院", "ruled"]);
        assert_eq!(cut("मानव अधिकार"), ["मानव", "अधिकार"]);
        assert_eq!(cut("المحكمة العليا"), ["محكمه", "عليا"]);
        assert_eq!(cut("\u{D4E}\" \u{D4E}a \u{D4E}("), ["\u{D4E}", "\u{D4E}a", "\u{D4E}"]);
        assert_eq!(cut("1️⃣ 👍🏽 \u{E100}\u{E001}"), ["1"]);
        assert_eq!(cut(&"x".repeat(5_000)), ["x".repeat(60)]);
    }

    #[test]
    fn words_are_found_whole_and_in_scripts_without_spaces_anywhere() {
        assert!(finds("DISSOLVED party", "The party was dissolved."));
        assert!(!finds("dissolve", "The party was dissolved."));
        assert!(finds("dissolve*", "The party was dissolved."));
        assert!(finds("\"was dissolved\"", "The party was dissolved."));
        assert!(!finds("\"dissolved party\"", "The party was dissolved."));
        assert!(finds("តុលាការ", "ព្រះរាជអាជ្ញាអមតុលាការកំពូល"));
        assert!(!finds("ការតុលា", "ព្រះរាជអាជ្ញាអមតុលាការកំពូល"));
        assert!(finds("ရဲ", "မြန်မာရဲတပ်ဖွဲ့"));
        assert!(finds("法院", "最高法院解散"));
        assert!(finds("محكمة", "قضت المَحْكَمة بحل الحزب"));
        assert!(finds("sok-dara", "Sok Dara fled"));
        assert!(finds("José", "Jose left") && finds("Jose", "Jose\u{301} left"));
    }

    #[test]
    fn places_are_those_of_the_text_as_it_is_written() {
        let text = "Élodie Jose\u{301} fled; José hid";
        let places = Query::parse("jose hid").places(&tokens(text));
        let chars: Vec<char> = text.chars().collect();
        let shown: Vec<String> = places.into_iter().map(|it| chars[it].iter().collect()).collect();
        assert_eq!(shown, ["Jose\u{301}", "José", "hid"]);
        let joined = Query::parse("\"a b\" \"b c\"").places(&tokens("a b c d"));
        assert_eq!((joined.len(), joined[0].clone()), (1, 0..5));
    }

    #[test]
    fn what_is_typed_is_words_and_nothing_else() {
        assert!(Query::parse(" % _ \\ \" * ^ ( \u{E100}\u{E000}").is_empty());
        assert_eq!(Query::parse("a AND NEAR(b \"c").terms().count(), 4);
        assert_eq!(Query::parse(&"a ".repeat(1_000)).groups.len(), 12);
    }

    proptest! {
        #[test]
        fn any_text_is_cut_the_same_folded_or_not(text in any::<String>()) {
            let folded = text::fold(&without_possessives(&text));
            prop_assert_eq!(indexed(&folded), cut(&text).join(" "));
            let length = text.chars().count();
            for token in tokens(&text) {
                prop_assert!(token.place.start < token.place.end && token.place.end <= length);
                prop_assert!(!token.text.is_empty() && !token.text.contains([' ', '"']));
            }
        }

        // Without U+0640: it only draws a word out, and alone is none.
        #[test]
        fn any_run_of_words_is_found(
            words in prop::collection::vec("[a-zé]{1,8}|[ក-អ]{1,4}|[一-十]{1,4}|[ا-غف-ي]{2,8}|[က-အ]{1,3}", 1..8),
            from in 0_usize..8, to in 1_usize..9,
        ) {
            let (from, to) = (from.min(words.len() - 1), to.min(words.len()));
            let run = &words[from..to.max(from + 1)];
            let phrase = format!("\"{}\"", run.join(" "));
            let found = finds(&phrase, &words.join(" ")) && finds(&run.join(" "), &words.join(", "));
            prop_assert!(found, "{:?} in {:?}", run, words);
        }
    }
}
