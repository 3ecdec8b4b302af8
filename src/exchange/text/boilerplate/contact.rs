//! Lines for enquiries: who can be asked, with numbers and addresses.

use super::super::CutWhy;
use super::super::phrases::Section;
use super::line::{Seen, begins, ends_sentence, has};

/// Lines that may stand between a name and its number.
const AHEAD: usize = 3;

/// Marks blocks of contacts: the line that begins one, and those below it as long as they look like it.
pub(super) fn mark(seen: &mut [Seen<'_>]) {
    let mut at = 0;
    while at < seen.len() {
        if seen[at].why.is_some() || !begins_block(seen, at) {
            at += 1;
            continue;
        }
        seen[at].why = Some(CutWhy::Contact);
        at += 1;
        while at < seen.len() && goes_on(seen, at) {
            seen[at].why.get_or_insert(CutWhy::Contact);
            at += 1;
        }
    }
}

fn begins_block(seen: &[Seen<'_>], at: usize) -> bool {
    let it = &seen[at];
    if it.fold.is_empty() || it.wrapped || !begins(&it.fold, Section::Contact.phrases()) {
        return false;
    }
    if it.has_details() {
        return it.words <= 60;
    }
    let next = seen.get(at + 1);
    let led = next.is_some_and(|next| next.has_details() || has_details_soon(seen, at + 1));
    let asks = has(&it.fold, "contact") || has(&it.fold, "contacter") || has(&it.fold, "contacts");
    let colon = it.text.ends_with(':');
    // "For more information on the case, see our report." is a sentence of the statement.
    (colon && (asks || led) && it.words <= 30)
        || (asks && led && it.words <= 30 && !(ends_sentence(it.text) && it.words > 8))
        || (it.words <= 6 && led)
}

fn goes_on(seen: &[Seen<'_>], at: usize) -> bool {
    let it = &seen[at];
    if it.why.is_some() {
        // Other furniture among contacts does not end them.
        return !matches!(it.why, Some(CutWhy::EndMark));
    }
    if it.has_details() {
        return it.words <= 45;
    }
    if it.prose || it.begins_section() || it.fold.is_empty() {
        return false;
    }
    it.words <= 14 && !ends_sentence(it.text) && (!it.apart || has_details_soon(seen, at + 1))
}

/// Whether a number or address stands within the next few short lines.
fn has_details_soon(seen: &[Seen<'_>], at: usize) -> bool {
    seen.iter()
        .skip(at)
        .take(AHEAD)
        .take_while(|it| !it.prose || it.has_details())
        .take_while(|it| !it.begins_section())
        .any(Seen::has_details)
}

impl Seen<'_> {
    /// Whether it has a telephone number, an e-mail address or the like.
    pub fn has_details(&self) -> bool {
        if self.text.len() > 600 {
            return false;
        }
        has_mail(self.text)
            || has_number(self.text)
            || self.text.contains("www.")
            || self.text.contains("://")
    }

    /// Whether it has nothing but those, and words that say which is which.
    pub fn has_only_details(&self) -> bool {
        if self.text.len() > 300 || !self.has_details() {
            return false;
        }
        let rest = self.text.split([' ', '\t', '\u{a0}', ',', ';', '|', '/']).filter(|word| {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            !(bare.is_empty()
                || word.contains('@')
                || word.contains("www.")
                || word.contains("://")
                || bare.chars().all(|c| {
                    c.is_ascii_digit() || matches!(c, 'X' | 'x' | '-' | '.' | '(' | ')' | '+')
                })
                || LABELS.iter().any(|label| bare.eq_ignore_ascii_case(label)))
        });
        rest.count() == 0 || (rest_is_address(self.text) && self.words <= 3)
    }

    /// Whether it is the line at the end of a page that says whose page it is, with where to reach them.
    pub fn is_imprint(&self) -> bool {
        self.words <= 20
            && !ends_sentence(self.text)
            && self.has_details()
            && self.text.contains(['|', '\u{2013}', '\u{2014}', '\u{B7}', '\u{2022}'])
    }
}

/// "[email protected]", as pages write that hide addresses.
fn rest_is_address(text: &str) -> bool {
    let text = text.to_lowercase().replace('\u{a0}', " ");
    text.trim_matches(|c: char| !c.is_alphanumeric()) == "email protected"
}

const LABELS: [&str; 27] = [
    "tel",
    "telephone",
    "phone",
    "fax",
    "mobile",
    "mob",
    "cell",
    "email",
    "e-mail",
    "mail",
    "web",
    "website",
    "site",
    "whatsapp",
    "signal",
    "skype",
    "twitter",
    "facebook",
    "t",
    "f",
    "e",
    "m",
    "w",
    "at",
    "or",
    "and",
    "courriel",
];

/// An e-mail address, or one written so that programs do not see it.
fn has_mail(text: &str) -> bool {
    let lower = text.to_lowercase().replace('\u{a0}', " ");
    if ["[at]", "(at)", "[email protected]", " at gmail", "{at}"]
        .iter()
        .any(|mark| lower.contains(mark))
    {
        return true;
    }
    text.match_indices('@').any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = &text[at + 1..];
        let domain = after
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '-')))
            .next()
            .unwrap_or_default();
        before.is_some_and(char::is_alphanumeric) && domain.trim_end_matches('.').contains('.')
    })
}

/// A telephone number: with its country, or after a word that says so.
fn has_number(text: &str) -> bool {
    let digits_from = |rest: &str| {
        rest.chars()
            .take_while(|c| {
                c.is_ascii_digit()
                    || matches!(
                        c,
                        ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/' | 'X' | 'x' | '+' | ':'
                    )
            })
            .filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x'))
            .count()
    };
    let with_country = text.match_indices('+').any(|(at, _)| {
        text[at + 1..].starts_with(|c: char| c.is_ascii_digit() || c == '(')
            && digits_from(&text[at + 1..]) >= 6
    });
    if with_country {
        return true;
    }
    let lower = text.to_ascii_lowercase();
    ["tel", "telephone", "phone", "fax", "mobile", "whatsapp", "cell", "hotline"].iter().any(
        |label| {
            lower.match_indices(label).any(|(at, _)| {
                let whole = at == 0 || !lower.as_bytes()[at - 1].is_ascii_alphanumeric();
                let rest = text[at + label.len()..].trim_start_matches(['.', ':', ' ', '\u{a0}']);
                whole && digits_from(rest) >= 6
            })
        },
    )
}
