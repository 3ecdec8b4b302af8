//! What of a text is the statement, and what stands around it.

use super::Zones;
use crate::intake::lexicon::Language;
use crate::intake::text::{BlockKind, Kind, Text};

/// Marks what is no part of the statement, and finds where its prose begins.
pub fn zones(text: &mut Text<'_>, language: &Language) -> Zones {
    let mut ended = false;
    let count = text.blocks.len();
    for number in 0..count {
        let block = text.blocks[number].clone();
        let words = block.end - block.first;
        let line = block.kind != BlockKind::Paragraph || words < 16;
        let boiler = (block.first..(block.first + 2).min(block.end))
            .find_map(|at| language.boilerplate.at(text, at));
        let is_boilerplate = boiler
            .is_some_and(|(until, whole)| if *whole { block.end <= until + 1 } else { line })
            || line
                && (is_menu(text, block.first, block.end)
                    || is_all_boilerplate(text, language, block.first, block.end));
        let says_who = matches!(text.low(block.first), "published" | "by" | "issued")
            || (block.first..block.end).any(|at| text.low(at) == "published");
        text.blocks[number].boilerplate = is_boilerplate && !(says_who && number * 2 < count);
        let end = language
            .ends
            .at(text, block.first)
            .filter(|(until, ())| *until + 1 >= block.end || line);
        // What ends a statement stands behind its half, or it is the heading of a part.
        if end.is_some() && number * 2 >= count {
            ended = true;
        }
        if ended {
            text.blocks[number].after = true;
        }
    }
    let prose = |number: &usize| {
        let block = &text.blocks[*number];
        let words = block.end - block.first;
        // Lines of an address end without a sign.
        let ends = matches!(
            text.sign(block.end.wrapping_sub(1)),
            "." | "!" | "?" | ":" | "”" | "»" | "\"" | "…" | "," | ")" | ";"
        );
        // "Mahalla: They promised us bread. They gave us none." above longer prose is a headline.
        let headline = words < 26
            && !block.wrapped
            && *number < 6
            && (block.first + 1..block.first + 5).any(|at| text.sign(at) == ":")
            && text.blocks[number + 1..count.min(number + 5)]
                .iter()
                .any(|it| it.kind == BlockKind::Paragraph && it.end - it.first > 30);
        !block.boilerplate
            && !headline
            && (block.kind == BlockKind::Paragraph && words >= 14 && (ends || words >= 36)
                || block.kind == BlockKind::Item && words >= 25)
    };
    let dated = |number: &usize| {
        let block = &text.blocks[*number];
        !block.boilerplate
            && block.kind != BlockKind::Line
            && block.end - block.first >= 30
            && (block.first..block.end.min(block.first + 14))
                .any(|at| text.sign(at) == "–" || text.sign(at) == "-" && text.tokens[at].spaced)
    };
    // A dateline settles it: what stands before it on a web page is no statement.
    let dateline = (0..count).find(|number| dated(number) && has_dateline(text, language, *number));
    let body = dateline
        .or_else(|| (0..count).find(prose))
        .or_else(|| {
            (0..count).find(|it| {
                !text.blocks[*it].boilerplate && text.blocks[*it].end - text.blocks[*it].first > 14
            })
        })
        // "We condemn the arrest of Sok Dara.": short, but a sentence.
        .or_else(|| {
            (0..count).find(|it| {
                let block = &text.blocks[*it];
                !block.boilerplate
                    && block.end - block.first > 5
                    && text.sign(block.end.wrapping_sub(1)) == "."
            })
        })
        .unwrap_or(0);
    Zones { body, header: (0..body).collect() }
}

/// "(Bangkok, 27 November 2017) –", "GENEVA (22 June 2021) –" at the beginning of a block.
pub(super) fn has_dateline(text: &Text<'_>, language: &Language, number: usize) -> bool {
    let block = &text.blocks[number];
    let end = block.end.min(block.first + 14);
    let month = (block.first..end).any(|at| {
        language.months.contains_key(text.low(at)) && (text.is_capital(at) || language.code == "fr")
    });
    month
        || (block.first..end).any(|at| {
            text.tokens[at].kind == Kind::Number
                && text.tokens[at].raw.matches(['.', '/']).count() == 2
        })
}

/// Several short parts with signs between them: "Home | About | Donate".
pub(super) fn is_menu(text: &Text<'_>, first: usize, end: usize) -> bool {
    let signs =
        (first..end).filter(|at| matches!(text.sign(*at), "|" | "·" | ">" | "»" | "›")).count();
    let numbers = (first..end).any(|at| text.tokens[at].kind == Kind::Number);
    let shouted =
        (first..end).all(|at| text.tokens[at].is_capitals() && text.tokens[at].raw.len() > 3);
    // "Alerts   Europe   Serbia": a path through a site.
    let parts = text.slice(first, end).split("   ").filter(|it| !it.trim().is_empty());
    let is_path = parts.clone().count() > 2
        && parts.clone().all(|it| it.split_whitespace().count() < 5)
        && !numbers;
    // "SOLIDARITY HOUSE HARARE ALERT" is a letterhead: words of menus stand apart.
    let spread = text.slice(first, end).contains("  ") || text.slice(first, end).contains('\t');
    is_path
        || shouted && spread && end - first >= 4
        || signs >= 2 && !numbers && end - first < signs * 6
}

/// A line whose every word is of menus and buttons: "Tweet Share Print".
pub(super) fn is_all_boilerplate(
    text: &Text<'_>,
    language: &Language,
    first: usize,
    end: usize,
) -> bool {
    let mut at = first;
    let mut words = 0;
    while at < end {
        if text.tokens[at].kind == Kind::Sign {
            at += 1;
            continue;
        }
        match language.boilerplate.at(text, at) {
            Some((until, _)) if until <= end => {
                at = until;
                words += 1;
            }
            _ => return false,
        }
    }
    words > 0
}
