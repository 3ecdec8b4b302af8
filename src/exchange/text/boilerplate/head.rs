//! The head of a page, above the headline: teasers of the site, labels of its sections.

use super::super::CutWhy;
use super::line::{Seen, begins_item, ends_sentence};

/// Finds the headline, by the dateline or the buttons below it, and marks what stands above if it is
/// the head of a site. Gives the headline's place among all lines.
pub(super) fn mark(seen: &mut [Seen<'_>]) -> Option<usize> {
    let anchor = anchor(seen)?;
    let last = seen[..anchor].iter().rposition(|it| it.why.is_none())?;
    // A headline and what stands below it without a gap.
    let first =
        (0..last).rev().take_while(|at| !seen[at + 1].apart && seen[*at].why.is_none()).last();
    let title = (first.unwrap_or(last)..=last).find(|at| is_headline(&seen[*at]))?;
    // Furniture above the headline shows that the text begins with the site, and how far the site goes.
    let furniture = seen[..title].iter().rposition(|it| {
        matches!(
            it.why,
            Some(CutWhy::Navigation | CutWhy::Newsletter | CutWhy::Cookies | CutWhy::Sharing)
        )
    });
    if let Some(end) = furniture
        && is_head_of_site(seen, end, title)
    {
        for it in &mut seen[..end] {
            it.why.get_or_insert(CutWhy::Navigation);
        }
    }
    Some(seen[title].place)
}

/// The line that follows a headline: a dateline, or buttons for sharing.
fn anchor(seen: &[Seen<'_>]) -> Option<usize> {
    let dateline = seen.iter().position(|it| it.why.is_none() && it.prose && begins_with_date(it));
    let buttons = seen.iter().position(|it| it.why == Some(CutWhy::Sharing));
    let begins = seen.iter().position(|it| it.why.is_none() && it.prose && !is_teaser(it))?;
    match (dateline, buttons) {
        // Buttons stand between the headline and the dateline, or at the top of the site.
        (Some(dateline), Some(buttons)) if dateline <= begins => {
            let between =
                buttons < dateline && seen[buttons..dateline].iter().all(|it| it.why.is_some());
            Some(if between { buttons } else { dateline })
        }
        (Some(dateline), None) if dateline <= begins => Some(dateline),
        (_, Some(buttons)) if buttons < begins => Some(buttons),
        _ => None,
    }
}

fn is_headline(it: &Seen<'_>) -> bool {
    let length = it.text.chars().count();
    let sentence =
        ends_sentence(it.text) && !it.text.ends_with(['!', '?', '\u{201D}', '"', '\u{2019}']);
    (10..=250).contains(&length)
        && it.words >= 3
        && !it.wrapped
        && !sentence
        && !it.text.ends_with(':')
        && !is_label(it)
}

/// "FOR IMMEDIATE RELEASE", and lines that are hardly more than a date.
fn is_label(it: &Seen<'_>) -> bool {
    let labels = [
        "immediate release",
        "press release",
        "press statement",
        "media release",
        "public statement",
        "communique de presse",
        "pour diffusion immediate",
        "news release",
        "joint statement",
    ];
    (it.words <= 6 && labels.iter().any(|label| it.fold.contains(label)))
        || (it.words <= 8 && date_within(it.text, it.text.len()))
        || it.fold.starts_with("by ")
        || it.fold.starts_with("published")
}

/// Whether all that stands before `end` is what sites say of themselves, and not the statement.
fn is_head_of_site(seen: &[Seen<'_>], end: usize, title: usize) -> bool {
    let open = seen[..end].iter().filter(|it| it.why.is_none());
    let (mut teasers, mut labels, mut length) = (0, 0, 0);
    for it in open {
        if is_teaser(it) {
            teasers += 1;
        } else if it.words <= 8
            && !ends_sentence(it.text)
            && !it.text.bytes().any(|b| b.is_ascii_digit())
        {
            labels += 1;
        } else {
            return false;
        }
        length += it.text.len();
    }
    let rest: usize = seen[title..].iter().map(|it| it.text.len()).sum();
    (teasers >= 1 || labels >= 3) && length * 2 < rest
}

/// One sentence without a number or a quotation.
fn is_teaser(it: &Seen<'_>) -> bool {
    let length = it.text.chars().count();
    let inner = it.text.trim_end_matches(['.', '!', '?']);
    length <= 260
        && ends_sentence(it.text)
        && !inner.contains(". ")
        && !it.text.bytes().any(|b| b.is_ascii_digit())
        && !it.text.contains(['"', '\u{201C}', '\u{201D}', '\u{AB}'])
}

/// Whether a paragraph begins with a dateline: "(Bangkok, 27 November 2017) –", "GENEVA, 3 Feb. 2020".
fn begins_with_date(it: &Seen<'_>) -> bool {
    let place: Vec<&str> = it
        .text
        .split_whitespace()
        .take(7)
        .take_while(|word| !word.bytes().any(|b| b.is_ascii_digit()))
        .collect();
    // "On 3 May 2021 police …" is a sentence; "Phnom Penh, 3 May 2021 – Police …" has a dateline.
    let sentence = place.iter().any(|word| {
        let bare = word.trim_start_matches('(');
        bare.starts_with(char::is_lowercase)
            || matches!(bare, "On" | "Le" | "El" | "In" | "Since" | "The" | "At" | "By")
    });
    !sentence && place.len() < 7 && !begins_item(it.text) && date_within(it.text, 90)
}

const MONTHS: [&str; 45] = [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "janvier",
    "fevrier",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "aout",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "enero",
    "febrero",
    "marzo",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "diciembre",
];

/// Whether a day, with its month and year, stands in the first bytes of a text.
fn date_within(text: &str, most: usize) -> bool {
    let end = (0..=most.min(text.len())).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    let folded = crate::domain::text::fold(&text[..end]);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let number = |word: &str, from: u32, to: u32| {
        let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
        digits.parse::<u32>().is_ok_and(|number| (from..=to).contains(&number))
    };
    words.windows(3).any(|three| {
        let year = number(three[2], 1900, 2100);
        let named = (MONTHS.contains(&three[1]) && number(three[0], 1, 31))
            || (MONTHS.contains(&three[0]) && number(three[1], 1, 31));
        let figures = number(three[0], 1, 31) && number(three[1], 1, 31);
        let iso =
            number(three[0], 1900, 2100) && number(three[1], 1, 12) && number(three[2], 1, 31);
        (year && (named || figures)) || iso
    })
}
