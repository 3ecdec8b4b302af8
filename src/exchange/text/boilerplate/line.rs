//! A line, and what can be seen of it alone.

use super::super::CutWhy;
use super::super::lines::Line;
use super::super::phrases::Section;
use crate::domain::text::fold;

/// The longest line that can be furniture, in bytes.
const LONGEST: usize = 400;

/// A line that is not blank.
pub(super) struct Seen<'a> {
    /// Its place among all lines.
    pub place: usize,
    pub text: &'a str,
    /// Folded, without punctuation; empty for lines that are too long to be furniture.
    pub fold: String,
    pub words: usize,
    pub why: Option<CutWhy>,
    /// Whether it is a paragraph of sentences.
    pub prose: bool,
    /// Whether it is a line of a paragraph that was broken into lines.
    pub wrapped: bool,
    /// Whether a blank line stands above it.
    pub apart: bool,
}

/// All lines that are not blank.
pub(super) fn look(lines: &[Line]) -> Vec<Seen<'_>> {
    let mut seen: Vec<Seen<'_>> = Vec::new();
    let mut apart = true;
    for (place, line) in lines.iter().enumerate() {
        if line.is_blank() {
            apart = true;
            continue;
        }
        let text = line.text.trim();
        let fold = if text.len() <= LONGEST { plain(text) } else { String::new() };
        seen.push(Seen {
            place,
            text,
            words: text.split_whitespace().count(),
            prose: is_prose(text),
            fold,
            why: line.why,
            wrapped: false,
            apart,
        });
        apart = false;
    }
    let mut from = 0;
    while from < seen.len() {
        let length = 1 + seen[from + 1..].iter().take_while(|it| !it.apart).count();
        mark_broken(&mut seen[from..from + length]);
        from += length;
    }
    for at in 0..seen.len() {
        // The short last line of a broken paragraph, too, and its first.
        if seen[at].wrapped && (seen[at].words >= 4 || (at > 0 && seen[at - 1].wrapped)) {
            seen[at].prose = true;
        }
    }
    seen
}

/// Marks the lines of paragraphs that were broken at a width: the first word of the next line would not
/// have had room.
fn mark_broken(block: &mut [Seen<'_>]) {
    let width = block.iter().map(|it| it.text.chars().count()).max().unwrap_or_default();
    if !(45..=110).contains(&width) {
        return;
    }
    let full = |above: &Seen<'_>, below: &Seen<'_>| {
        let first = below.text.split_whitespace().next().map_or(0, |word| word.chars().count());
        above.text.chars().count() + 1 + first > width && !begins_item(below.text)
    };
    let filled = block.windows(2).filter(|two| full(&two[0], &two[1])).count();
    let most = block.len() > 2 && filled * 10 >= (block.len() - 1) * 6;
    for at in 1..block.len() {
        let (above, below) = (&block[at - 1], &block[at]);
        if (most || below.text.starts_with(char::is_lowercase)) && full(above, below) {
            block[at - 1].wrapped = true;
            block[at].wrapped = true;
        }
    }
}

/// Folded, with spaces for everything that is neither letter nor digit.
fn plain(text: &str) -> String {
    let folded = fold(text);
    let mut plain = String::with_capacity(folded.len());
    for c in folded.chars() {
        if c.is_alphanumeric() || is_joined(c) {
            plain.push(c);
        } else if !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.trim().to_owned()
}

/// Vowel signs of Indic and South-East Asian scripts, which are no letters but belong to words.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17D3}')
}

fn is_prose(text: &str) -> bool {
    let characters = text.chars().count();
    let words = text.split_whitespace().count();
    // Scripts that do not part words have few.
    let worded = words >= 8 || characters >= 80;
    worded && (characters >= 140 || ends_sentence(text))
}

pub(super) fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\u{201D}', '\u{2019}', '\u{BB}', ')', '*', ']', ' ']);
    end.ends_with([
        '.', '!', '?', '\u{2026}', '\u{3002}', '\u{17D4}', '\u{61F}', '\u{6D4}', '\u{964}',
        '\u{104B}',
    ])
}

/// Whether a line begins as an item of a list does.
pub(super) fn begins_item(text: &str) -> bool {
    let text = text.trim_start();
    if text.starts_with(['\u{2022}', '\u{25AA}', '\u{25CF}', '\u{25E6}', '\u{B7}', '*', '\u{F0B7}'])
    {
        return true;
    }
    if text.starts_with(['-', '\u{2013}', '\u{2014}']) {
        return text.chars().nth(1).is_some_and(|c| c == ' ' || c == '\t' || c == '\u{a0}');
    }
    is_numbered(text)
}

/// `1.`, `12)`, `(a)`.
pub(super) fn is_numbered(text: &str) -> bool {
    let text = text.strip_prefix('(').unwrap_or(text);
    let mark = text.find(['.', ')']).filter(|at| (1..=3).contains(at));
    mark.is_some_and(|at| {
        let (number, rest) = text.split_at(at);
        let number_like = number.bytes().all(|b| b.is_ascii_digit())
            || (number.len() == 1 && number.bytes().all(|b| b.is_ascii_lowercase()));
        number_like && rest[1..].starts_with([' ', '\t', '\u{a0}'])
    })
}

/// Whether `fold` has such words, whole ones at its beginning and end.
pub(super) fn has(fold: &str, words: &str) -> bool {
    fold.match_indices(words).any(|(at, _)| {
        let before = at == 0 || fold.as_bytes()[at - 1] == b' ';
        let end = at + words.len();
        before && (end == fold.len() || fold.as_bytes()[end] == b' ')
    })
}

fn has_any(fold: &str, of: &[&str]) -> bool {
    of.iter().any(|words| has(fold, words))
}

/// Whether `fold` begins with one of `of`, as whole words.
pub(super) fn begins(fold: &str, of: &[&str]) -> bool {
    of.iter().any(|words| {
        fold.strip_prefix(words).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    })
}

impl Seen<'_> {
    /// Why it is furniture wherever it stands.
    pub fn furniture(&self) -> Option<CutWhy> {
        if self.fold.is_empty() {
            return (is_hashes(self.text)).then_some(CutWhy::EndMark);
        }
        if self.is_end_mark() {
            return Some(CutWhy::EndMark);
        }
        self.whole().or_else(|| self.by_items())
    }

    /// Why all of it is.
    fn whole(&self) -> Option<CutWhy> {
        let (fold, words) = (self.fold.as_str(), self.words);
        if is_sharing(fold) {
            return Some(CutWhy::Sharing);
        }
        if Section::Menu.has(fold)
            || (begins(fold, &["menu", "main menu"]) && self.text.contains(':') && words <= 20)
        {
            return Some(CutWhy::Navigation);
        }
        if is_choice_of_languages(fold) {
            return Some(CutWhy::Navigation);
        }
        if words <= 25
            && begins(fold, Section::Subscribe.phrases())
            && has_any(fold, Section::Newsletter.phrases())
            && !self.tells()
        {
            return Some(CutWhy::Newsletter);
        }
        if words <= 10
            && has_any(fold, &["subscribe", "newsletter", "mailing list"])
            && !self.prose
            && !self.tells()
            && (begins(fold, Section::Subscribe.phrases())
                || begins(fold, Section::Newsletter.phrases())
                || has(fold, "sign up"))
        {
            return Some(CutWhy::Newsletter);
        }
        if self.is_mailing() {
            return Some(CutWhy::Newsletter);
        }
        if words <= 60
            && (has(fold, "cookie") || has(fold, "cookies"))
            && has_any(fold, Section::Cookies.phrases())
            && !self.tells()
        {
            return Some(CutWhy::Cookies);
        }
        if self.is_copyright() {
            return Some(CutWhy::Footer);
        }
        if words <= 22 && begins(fold, Section::Download.phrases()) && !self.tells() {
            return self.is_link().then_some(CutWhy::Download);
        }
        if words >= 2 && Section::Comments.has(fold) {
            return Some(CutWhy::Comments);
        }
        None
    }

    /// Whether a line that begins like a link to another form of the text is one: it says where to
    /// click, or is as short as a button.
    fn is_link(&self) -> bool {
        let last = self.fold.rsplit(' ').next().unwrap_or_default();
        let says = has_any(&self.fold, Section::LinkWords.phrases());
        let ends = matches!(last, "here" | "ici" | "aqui") || self.text.ends_with(':');
        let languages = self.fold.split(' ').any(|word| Section::Languages.has(word));
        let button =
            begins(&self.fold, Section::Buttons.phrases()) || (languages && self.words <= 12);
        says || ends || (self.words <= 12 && !ends_sentence(self.text) && button)
    }

    /// Why most of its items are, where it is a row of them.
    fn by_items(&self) -> Option<CutWhy> {
        let (items, breadcrumb) = items(self.text);
        if items.len() < 2 || self.words > 40 {
            return None;
        }
        let whys: Vec<CutWhy> = items.iter().filter_map(|item| Self::item(item)).collect();
        let short =
            items.iter().all(|item| item.split_whitespace().count() <= 5 && !item.ends_with('.'));
        let most =
            whys.len() * 2 > items.len() || (whys.len() * 2 >= items.len() && whys.len() >= 2);
        if most && (short || whys.iter().any(|why| *why != CutWhy::Navigation)) {
            return whys
                .iter()
                .copied()
                .find(|why| *why != CutWhy::Navigation)
                .or(Some(CutWhy::Navigation));
        }
        (breadcrumb && short && !whys.is_empty()).then_some(CutWhy::Navigation)
    }

    /// Why an item of a row is furniture.
    fn item(item: &str) -> Option<CutWhy> {
        let seen = Seen {
            place: 0,
            text: item,
            fold: plain(item),
            words: item.split_whitespace().count(),
            why: None,
            prose: false,
            wrapped: false,
            apart: false,
        };
        if seen.fold.is_empty() {
            return None;
        }
        let by_itself = Section::Platforms.has(&seen.fold).then_some(CutWhy::Sharing);
        by_itself
            .or_else(|| seen.whole())
            .or_else(|| Section::MenuItems.has(&seen.fold).then_some(CutWhy::Navigation))
            .or_else(|| Section::FooterLines.has(&seen.fold).then_some(CutWhy::Footer))
            .or_else(|| seen.begins_related().then_some(CutWhy::Related))
    }

    /// Whether it belongs to a message that was sent to many.
    pub fn is_mailing(&self) -> bool {
        self.words <= 40 && begins(&self.fold, Section::Mailing.phrases())
    }

    /// Whether it is a line that menus have, and statements as headings.
    pub fn is_menu_item(&self) -> bool {
        !self.fold.is_empty()
            && !self.wrapped
            && (Section::MenuItems.has(&self.fold)
                || Section::Fields.has(&self.fold)
                || Section::FooterLines.has(&self.fold)
                || self.is_button())
    }

    /// Whether it is the name of a network, by itself.
    pub fn is_button(&self) -> bool {
        Section::Platforms.has(&self.fold)
    }

    /// Whether it tells of something that happened, as furniture does not.
    fn tells(&self) -> bool {
        has_any(
            &self.fold,
            &["said", "arrested", "killed", "police", "court", "government", "on behalf of"],
        )
    }

    fn is_copyright(&self) -> bool {
        let (fold, words) = (self.fold.as_str(), self.words);
        let year = |rest: &str| rest.bytes().take(4).filter(u8::is_ascii_digit).count() == 4;
        let sign = self.text.starts_with('\u{A9}')
            || ["(c) ", "(C) "].iter().any(|sign| self.text.strip_prefix(sign).is_some_and(year));
        let marked =
            sign || begins(fold, &["copyright"]) || (self.text.contains('\u{A9}') && words <= 15);
        (words <= 40 && marked && (sign || !self.prose))
            || (words <= 25 && has_any(fold, Section::Footer.phrases()) && !self.tells())
            || (words <= 4
                && Section::FooterLines.has(fold)
                && fold != "privacy"
                && fold != "accessibility")
    }

    /// "###", "ENDS", "-30-": a line that marks an end.
    fn is_end_mark(&self) -> bool {
        let bare = self.text.trim_matches(|c: char| !c.is_alphanumeric());
        let marked = bare.len() < self.text.len() || bare.chars().all(|c| !c.is_lowercase());
        let hashes = is_hashes(self.text);
        hashes
            || (self.text.len() <= 40
                && marked
                && Section::EndMarks.has(&self.fold)
                && (self.fold != "30" || self.text.starts_with('-')))
            || (self.text.len() <= 40 && bare == "Ends")
    }

    /// A row of stars, dashes or the like.
    pub fn is_ornament(&self) -> bool {
        self.text.len() <= 120
            && self.text.chars().all(|c| {
                matches!(
                    c,
                    '*' | '-'
                        | '_'
                        | '='
                        | '~'
                        | '#'
                        | '.'
                        | ' '
                        | '\u{2013}'
                        | '\u{2014}'
                        | '\u{2022}'
                        | '\u{a0}'
                )
            })
    }

    /// Whether it is a heading above links to other pages, or such a heading with the links.
    pub fn begins_related(&self) -> bool {
        if self.prose || self.fold.is_empty() {
            return false;
        }
        let heading = self.text.split_once(':').map_or(self.text, |(heading, _)| heading);
        let has_colon = heading.len() < self.text.len();
        let heading = plain(heading);
        Section::Related.has(&heading)
            || (begins(&heading, &["more from", "more on", "more of our work", "related"])
                && (has_colon || self.words <= 6))
    }

    pub fn begins_comments(&self) -> bool {
        Section::Comments.has(&self.fold)
    }

    /// Whether it names accounts in networks: "Twitter: @somebody".
    pub fn names_accounts(&self) -> bool {
        if self.words > 18 || self.prose || self.fold.is_empty() {
            return false;
        }
        let named = Section::Platforms
            .phrases()
            .iter()
            .filter(|name| name.len() > 4 && !matches!(**name, "email" | "print"))
            .filter(|name| has(&self.fold, name))
            .count();
        let handle =
            self.text.split_whitespace().any(|word| word.len() > 2 && word.starts_with('@'));
        (named >= 1 && handle) || (named >= 2 && self.text.contains([':', '|']))
    }

    /// Whether a part of the statement begins with it, though it is short.
    pub fn begins_section(&self) -> bool {
        Section::Sections.phrases().iter().any(|section| self.fold.starts_with(section))
            || (is_numbered(self.text))
    }
}

/// "###", "# # #".
fn is_hashes(text: &str) -> bool {
    let signs: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    signs.len() >= 2 && signs.chars().all(|c| c == '#')
}

/// Whether all words are those of buttons for sharing.
fn is_sharing(fold: &str) -> bool {
    let tokens: Vec<&str> = fold.split(' ').collect();
    if tokens.len() > 18 {
        return false;
    }
    let (mut asks, mut networks, mut counts) = (0, 0, 0);
    for token in &tokens {
        if Section::Share.has(token) {
            asks += 1;
        } else if Section::Platforms.has(token) {
            networks += 1;
        } else if token.trim_end_matches('k').bytes().all(|b| b.is_ascii_digit()) {
            counts += 1;
        } else if !Section::ShareFillers.has(token) {
            return false;
        }
    }
    // One network by itself may be an actor.
    match tokens.len() {
        1 => {
            matches!(tokens[0], "share" | "tweet" | "retweet" | "repost" | "partager" | "compartir")
        }
        _ => (asks >= 1 && (networks >= 1 || counts >= 1 || tokens.len() <= 4)) || networks >= 2,
    }
}

fn is_choice_of_languages(fold: &str) -> bool {
    let tokens: Vec<&str> = fold
        .split(' ')
        .filter(|token| !matches!(*token, "language" | "languages" | "langue"))
        .collect();
    (2..=14).contains(&tokens.len()) && tokens.iter().all(|token| Section::Languages.has(token))
}

/// The items of a line that is a row of them, and whether it shows a way: "Home > News".
fn items(text: &str) -> (Vec<&str>, bool) {
    let breadcrumb = text.contains(['>', '\u{203A}', '\u{BB}', '\u{2192}']);
    let parted: Vec<&str> = text
        .split(['|', '\u{B7}', '\u{2022}', '>', '\u{203A}', '\u{BB}', '\u{2192}', '\t'])
        .flat_map(|part| part.split("  "))
        .flat_map(|part| part.split(" / "))
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .collect();
    (parted, breadcrumb)
}
