//! A text as rules read it: tokens, blocks (paragraphs, list items, headings) and sentences, each with its place.

use crate::domain::text::{each_folded, is_apostrophe, is_hyphen};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    /// A mark of punctuation or any other sign.
    Sign,
}

/// A word, a number or a sign. Hyphens are none: they part words and are remembered by the word after them.
#[derive(Debug, Clone)]
pub struct Token<'t> {
    /// In Unicode scalar values, of the whole text.
    pub start: usize,
    pub end: usize,
    /// In bytes.
    from: usize,
    to: usize,
    pub raw: &'t str,
    /// As it is compared: lower case, without diacritics.
    pub low: String,
    pub kind: Kind,
    /// Whether a hyphen joins it to the word before.
    pub hyphen: bool,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Its first letter is a capital.
    pub capital: bool,
}

impl Token<'_> {
    /// Two letters or more, all of them capitals, or capitals with digits: an acronym, or a heading's word.
    pub fn is_capitals(&self) -> bool {
        let letters = self.raw.chars().filter(|c| c.is_alphabetic());
        self.kind == Kind::Word
            && letters.clone().count() > 1
            && letters.clone().all(|c| !c.is_lowercase())
    }
}

/// What a block of lines is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    Paragraph,
    /// An item of a list; its marker is no part of its content.
    Item,
    /// A short line without an end of sentence.
    Line,
}

/// Lines that belong together: a paragraph, an item, a single line.
#[derive(Debug, Clone)]
pub struct Block {
    pub kind: BlockKind,
    /// The tokens of its content.
    pub first: usize,
    pub end: usize,
    /// Ends of lines that are no end of a paragraph stand in it.
    pub wrapped: bool,
    /// It is no part of what the statement says: a menu, a footer.
    pub boilerplate: bool,
    /// It stands after the statement's end: contacts, notes.
    pub after: bool,
}

/// A sentence: its tokens, and the block it stands in.
#[derive(Debug, Clone, Copy)]
pub struct Sentence {
    pub first: usize,
    pub end: usize,
    pub block: usize,
}

/// See the module.
pub struct Text<'t> {
    pub body: &'t str,
    pub tokens: Vec<Token<'t>>,
    pub blocks: Vec<Block>,
    pub sentences: Vec<Sentence>,
}

impl<'t> Text<'t> {
    /// `elided`: words that an apostrophe parts from what follows them, as French has them.
    pub fn of(body: &'t str, elided: &[&str]) -> Self {
        let (tokens, lines) = tokens(body, elided);
        let blocks = blocks(&tokens, &lines);
        let sentences = sentences(&tokens, &blocks);
        Self { body, tokens, blocks, sentences }
    }

    /// The text from a token up to, not including, another.
    pub fn slice(&self, first: usize, end: usize) -> &'t str {
        match (self.tokens.get(first), end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(a), Some(b)) if a.from < b.to => &self.body[a.from..b.to],
            _ => "",
        }
    }

    /// The same with its runs of white space made one space.
    pub fn flat(&self, first: usize, end: usize) -> String {
        self.slice(first, end).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where tokens stand, in scalar values.
    pub fn span(&self, first: usize, end: usize) -> (usize, usize) {
        let start = self.tokens.get(first).map_or(0, |it| it.start);
        (
            start,
            end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |it| it.end),
        )
    }

    /// The block that a token stands in.
    pub fn block_of(&self, at: usize) -> Option<usize> {
        let next = self.blocks.partition_point(|it| it.first <= at);
        next.checked_sub(1).filter(|it| at < self.blocks[*it].end)
    }

    pub fn low(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |it| it.low.as_str())
    }

    pub fn sign(&self, at: usize) -> &str {
        self.tokens.get(at).filter(|it| it.kind == Kind::Sign).map_or("", |it| it.raw)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|it| it.capital)
    }

    /// The sentence that a token stands in.
    pub fn sentence_of(&self, token: usize) -> Option<usize> {
        let at = self.sentences.partition_point(|it| it.end <= token);
        self.sentences.get(at).filter(|it| it.first <= token).map(|_| at)
    }

    /// Whether words stand at a token, folded.
    pub fn has(&self, at: usize, words: &[String]) -> bool {
        words.len() <= self.tokens.len().saturating_sub(at)
            && words.iter().zip(&self.tokens[at..]).all(|(word, token)| token.low == *word)
    }
}

/// A line: its tokens, its length in characters, whether an empty line stands before it.
struct Line {
    first: usize,
    end: usize,
    length: usize,
    after_gap: bool,
}

fn low(raw: &str) -> String {
    let mut low = String::with_capacity(raw.len());
    for c in raw.chars() {
        each_folded(c, |c| low.push(c));
    }
    low
}

#[expect(
    clippy::too_many_lines,
    reason = "one case after another, in the order in which they count"
)]
fn tokens<'t>(body: &'t str, elided: &[&str]) -> (Vec<Token<'t>>, Vec<Line>) {
    let chars: Vec<(usize, char)> = body.char_indices().collect();
    let byte = |at: usize| chars.get(at).map_or(body.len(), |it| it.0);
    let mut tokens: Vec<Token<'t>> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    let (mut spaced, mut hyphen, mut gap) = (false, false, true);
    let (mut line_first, mut line_start) = (0, 0);
    let mut at = 0;
    let mut close_line = |tokens: &Vec<Token<'t>>,
                          first: &mut usize,
                          start: &mut usize,
                          at: usize,
                          gap: &mut bool| {
        if tokens.len() > *first {
            lines.push(Line {
                first: *first,
                end: tokens.len(),
                length: at - *start,
                after_gap: *gap,
            });
            *gap = false;
        } else {
            *gap = true;
        }
        *first = tokens.len();
        *start = at + 1;
    };
    while at < chars.len() {
        let c = chars[at].1;
        if c == '\n' {
            close_line(&tokens, &mut line_first, &mut line_start, at, &mut gap);
            (spaced, hyphen) = (true, false);
            at += 1;
            continue;
        }
        if c == '\t' && tokens.len() > line_first {
            // A cell of a table ends here.
            tokens.push(Token {
                start: at,
                end: at + 1,
                from: byte(at),
                to: byte(at + 1),
                raw: &body[byte(at)..byte(at + 1)],
                low: "\t".to_owned(),
                kind: Kind::Sign,
                hyphen: false,
                spaced: false,
                capital: false,
            });
            (spaced, hyphen) = (true, false);
            at += 1;
            continue;
        }
        if c.is_whitespace() || is_unseen(c) {
            spaced |= c.is_whitespace();
            at += 1;
            continue;
        }
        let first = at;
        let kind = if c.is_numeric() {
            at += 1;
            // A sign of numbers belongs to one if a digit follows: 1,400 and 11/02/2020 and 9:40.
            while let Some((_, c)) = chars.get(at) {
                let joins = matches!(c, '.' | ',' | ':' | '/')
                    && chars.get(at + 1).is_some_and(|next| next.1.is_numeric());
                if !(c.is_alphanumeric() || joins) {
                    break;
                }
                at += 1;
            }
            Kind::Number
        } else if c.is_alphanumeric() || is_joined(c) {
            at = end_of_word(&chars, at, elided);
            Kind::Word
        } else if is_apostrophe(c)
            && !spaced
            && at > 0
            && chars[at - 1].1.is_alphanumeric()
            && chars.get(at + 1).is_some_and(|next| matches!(next.1, 's' | 'S'))
            && chars.get(at + 2).is_none_or(|next| !next.1.is_alphanumeric())
        {
            at += 2;
            Kind::Word
        } else {
            at += 1;
            let between = at < chars.len() && first > 0 && !spaced;
            // "January 20, 2026—Kyrgyz authorities": a long dash joins no words.
            if is_hyphen(c)
                && c != '—'
                && between
                && chars[first - 1].1.is_alphanumeric()
                && chars[at].1.is_alphanumeric()
            {
                hyphen = true;
                continue;
            }
            Kind::Sign
        };
        let raw = &body[byte(first)..byte(at)];
        let mut folded = low(raw);
        if kind == Kind::Word && is_apostrophe(c) {
            "'s".clone_into(&mut folded);
        } else if folded.is_empty() {
            // An apostrophe is one, whatever its form.
            if is_apostrophe(c) { "'" } else { raw }.clone_into(&mut folded);
        }
        tokens.push(Token {
            start: first,
            end: at,
            from: byte(first),
            to: byte(at),
            raw,
            low: folded,
            kind,
            hyphen,
            spaced,
            capital: kind == Kind::Word
                && raw.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase),
        });
        (spaced, hyphen) = (false, false);
    }
    close_line(&tokens, &mut line_first, &mut line_start, chars.len(), &mut gap);
    (tokens, lines)
}

/// Marks that scripts without capitals put on letters are part of the word.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17D3}' | '\u{1000}'..='\u{109F}' | '\u{0E00}'..='\u{0E7F}' | '\u{0900}'..='\u{0DFF}' | '\u{300}'..='\u{36F}')
}

const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{FEFF}' | '\u{2060}')
}

/// Where a word ends that begins at `at`: an apostrophe within it belongs to it, unless it parts a
/// possessive, a negation or an elided word.
fn end_of_word(chars: &[(usize, char)], first: usize, elided: &[&str]) -> usize {
    let mut at = first;
    while let Some((_, c)) = chars.get(at) {
        if c.is_alphanumeric() || is_joined(*c) || is_unseen(*c) {
            at += 1;
            continue;
        }
        let letters_follow = chars.get(at + 1).is_some_and(|next| next.1.is_alphabetic());
        if !is_apostrophe(*c) || !letters_follow {
            break;
        }
        let left: String = low(&chars[first..at].iter().map(|it| it.1).collect::<String>());
        if elided.contains(&left.as_str()) {
            return at + 1;
        }
        let right: String = chars[at + 1..]
            .iter()
            .map(|it| it.1)
            .take_while(|c| c.is_alphanumeric())
            .take(3)
            .collect();
        if matches!(right.as_str(), "s" | "S") {
            break;
        }
        at += 1;
    }
    at
}

/// Longest line that may be a heading or a letterhead rather than a paragraph, in characters.
const SHORT: usize = 50;
/// Longest line without an end of sentence that may be a headline.
const HEADLINE: usize = 200;
/// Lines broken by hand are shorter than this.
const WIDE: usize = 125;

/// What a line ends with that goes on in the next.
fn links(word: &str) -> bool {
    matches!(
        word,
        "of" | "the"
            | "and"
            | "to"
            | "in"
            | "for"
            | "a"
            | "on"
            | "by"
            | "de"
            | "la"
            | ","
            | "et"
            | "du"
            | "des"
            | "le"
            | "les"
    )
}

fn blocks(tokens: &[Token<'_>], lines: &[Line]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // The length of the line before, where the next may continue it.
    let mut open: Option<usize> = None;
    // In a text whose lines are broken by hand, the next word of a line that goes on would not have fitted.
    let widest = lines.iter().map(|it| it.length).max().unwrap_or(0);
    let hard = widest < WIDE;
    for line in lines {
        let content = after_marker(tokens, line.first, line.end);
        let marked = content > line.first;
        let last = &tokens[line.end - 1];
        let stops = |raw: &str| matches!(raw, "." | "!" | "?" | ":" | ";");
        // A quotation at the end of a headline ends no sentence.
        let ended = stops(last.raw)
            || matches!(last.raw, "”" | "\"" | "»")
                && (line.length > 160
                    || line.end > line.first + 1 && stops(tokens[line.end - 2].raw));
        // "Subject: …" of an e-mail is a line of its own.
        let field = (line.first + 1..(line.first + 3).min(line.end))
            .any(|at| tokens[at].raw == ":")
            && tokens[line.first].capital
            && line.length < 200
            && tokens[line.first].raw.chars().count() > 1;
        // A short line with a capital after a line of the head is a line of its own: a date, a place.
        let before = line.first.checked_sub(1).map_or("", |at| tokens[at].low.as_str());
        let apart = line.length < 45
            && tokens[line.first].capital
            && blocks.last().is_some_and(|it| !it.wrapped && it.kind == BlockKind::Line)
            && !links(before);
        let continues = !line.after_gap
            && !field
            && !apart
            && !marked
            && open.is_some_and(|length| {
                let opening = &tokens[line.first];
                // Scripts without capitals tell nothing; after a line of another script theirs is a line of its own. "c/o" opens one.
                let cased =
                    |it: &Token<'_>| it.raw.chars().any(|c| c.is_lowercase() || c.is_uppercase());
                let same_script =
                    cased(opening) || line.first > 0 && !cased(&tokens[line.first - 1]);
                let care_of = tokens.get(line.first + 1).is_some_and(|it| it.raw == "/");
                let small =
                    opening.kind == Kind::Word && !opening.capital && same_script && !care_of;
                let word = tokens[line.first].raw.chars().count();
                small && length > 20
                    || length >= SHORT && links(before)
                    || length >= SHORT && hard && length + word + 12 > widest
            });
        if continues && let Some(block) = blocks.last_mut() {
            block.end = line.end;
            block.wrapped = true;
            if block.kind == BlockKind::Line {
                block.kind = BlockKind::Paragraph;
            }
        } else {
            let kind = if marked {
                BlockKind::Item
            } else if !ended && line.length < HEADLINE || line.length < SHORT / 2 {
                BlockKind::Line
            } else {
                BlockKind::Paragraph
            };
            blocks.push(Block {
                kind,
                first: content,
                end: line.end,
                wrapped: false,
                boilerplate: false,
                after: false,
            });
        }
        // A whole paragraph in one line is not continued by the next.
        let whole = ended && line.length > 200;
        let ends_here = matches!(last.raw, ":") || whole || field;
        open = (!ends_here).then_some(if ended && line.length < SHORT {
            0
        } else {
            line.length.min(110)
        });
        if line.length > 130 && !ended {
            open = None;
        }
    }
    blocks
}

/// Past a marker of a list at the beginning of a line: a bullet, `1.`, `(a)`, `iv)`, `1/5`.
fn after_marker(tokens: &[Token<'_>], first: usize, end: usize) -> usize {
    let raw = |at: usize| if at < end { tokens[at].raw } else { "" };
    let is_short = |text: &str| {
        !text.is_empty()
            && (text.chars().all(|c| c.is_ascii_digit() || c == '.') && text.len() < 5
                || text.chars().count() == 1 && text.chars().all(|c| c.is_ascii_alphabetic())
                || text.len() < 6 && text.chars().all(|c| matches!(c, 'i' | 'v' | 'x')))
    };
    let at = if matches!(
        raw(first),
        "•" | "-" | "–" | "—" | "*" | "▪" | "◦" | "●" | "·" | "►" | "➢" | "" | "✓" | "‣"
    ) {
        first + 1
    } else if raw(first) == "(" && is_short(raw(first + 1)) && raw(first + 2) == ")" {
        first + 3
    } else if is_short(raw(first))
        && matches!(raw(first + 1), "." | ")")
        && tokens.get(first + 2).is_some_and(|next| next.spaced)
    {
        first + 2
    } else if raw(first).contains('.') && is_short(raw(first)) && !raw(first + 1).is_empty()
        || raw(first).len() < 6
            && raw(first).split_once('/').is_some_and(|(a, b)| is_short(a) && is_short(b))
    {
        first + 1
    } else {
        first
    };
    // A line that is nothing but a marker is a line.
    if at < end { at } else { first }
}

/// Words whose full stop ends no sentence.
const ABBREVIATIONS: [&str; 44] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "art", "arts", "para", "paras", "sec",
    "ss", "vs", "v", "gen", "col", "lt", "maj", "capt", "sgt", "rev", "hon", "sen", "rep", "gov",
    "cf", "al", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "av", "cde", "mme",
];

/// Tokens of a sentence after which a comma ends it; twice as many end it anywhere. Nobody writes so: what is looked for around an act must
/// not take a time that grows with the square of the text.
const LONGEST: usize = 400;

fn sentences(tokens: &[Token<'_>], blocks: &[Block]) -> Vec<Sentence> {
    let mut all = Vec::new();
    for (number, block) in blocks.iter().enumerate() {
        let mut first = block.first;
        let mut at = block.first;
        while at < block.end {
            let token = &tokens[at];
            at += 1;
            let length = at - first;
            if length > LONGEST * 2 || length > LONGEST && matches!(token.raw, "," | ";") {
                all.push(Sentence { first, end: at, block: number });
                first = at;
                continue;
            }
            if token.raw == "\t" {
                if at - 1 > first {
                    all.push(Sentence { first, end: at - 1, block: number });
                }
                first = at;
                continue;
            }
            if token.kind != Kind::Sign || !matches!(token.raw, "." | "!" | "?" | "…") {
                continue;
            }
            if token.raw == "." && at >= 2 {
                let before = &tokens[at - 2];
                let glued = !token.spaced;
                let is_initial =
                    before.kind == Kind::Word && before.raw.chars().count() == 1 && before.capital;
                let next_small = tokens.get(at).is_some_and(|next| {
                    next.kind == Kind::Word && !next.capital && at < block.end
                        || next.kind == Kind::Number && ABBREVIATIONS.contains(&before.low.as_str())
                });
                // "(Prohibition, Prevention, etc.) Act".
                let listed = before.low == "etc"
                    && tokens.get(at).is_some_and(|next| next.raw == ")")
                    && tokens.get(at + 1).is_some_and(|next| next.kind == Kind::Word)
                    && at + 1 < block.end;
                let goes_on = tokens
                    .get(at)
                    .is_some_and(|next| matches!(next.raw, "," | ";" | ":") && at < block.end);
                let unspaced =
                    tokens.get(at).is_some_and(|next| !next.spaced && next.kind != Kind::Sign);
                let is_name_title = ABBREVIATIONS[..24].contains(&before.low.as_str())
                    || matches!(before.low.as_str(), "av" | "cde" | "mme");
                if glued
                    && (goes_on
                        || listed
                        || is_initial
                        || next_small
                        || unspaced
                        || is_name_title
                            && tokens.get(at).is_some_and(|next| next.kind != Kind::Sign))
                {
                    continue;
                }
            }
            // Quotation marks and brackets that close belong to the sentence.
            while at < block.end
                && matches!(tokens[at].raw, "”" | "’" | "\"" | "»" | ")" | "]" | "'")
                && !tokens[at].spaced
            {
                at += 1;
            }
            all.push(Sentence { first, end: at, block: number });
            first = at;
        }
        if first < block.end {
            all.push(Sentence { first, end: block.end, block: number });
        }
    }
    all
}

/// The words of a phrase, as tokens of a text are compared.
pub fn words_of(phrase: &str, elided: &[&str]) -> Vec<String> {
    tokens(phrase, elided).0.into_iter().map(|it| it.low).collect()
}
