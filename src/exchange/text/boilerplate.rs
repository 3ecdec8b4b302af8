//! Which lines of a text are no part of a statement, by what they say and where they stand.
//!
//! Paragraphs of prose are kept. A line is cut where all of it is known furniture (`furniture.txt`), and
//! a line that may be a heading as well only in the company of others that are cut. Where it is not sure,
//! it is kept: a person can take it out, but does not look for what is missing.

mod contact;
mod head;
mod line;

use std::ops::Range;

use self::line::Seen;
use super::CutWhy;
use super::lines::Line;

/// Where lines come from: what is furniture there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// Pasted, or a text file saved from a page: menus may stand in it as lines.
    Pasted,
    /// A page whose structure has been looked at.
    Page,
    /// A document, which has no menus.
    Document,
    Mail,
}

impl From {
    const fn has_menus(self) -> bool {
        matches!(self, Self::Pasted | Self::Page)
    }
}

/// Marks lines that are no part of the statement. Gives the headline, where the lines around it show
/// which it is.
pub(super) fn mark(lines: &mut [Line], from: From) -> Option<String> {
    let mut seen = line::look(lines);
    mark_single(&mut seen, from);
    if from.has_menus() {
        mark_company(&mut seen);
    }
    contact::mark(&mut seen);
    mark_signature(&mut seen, from);
    mark_tail(&mut seen, from);
    let title = if from.has_menus() { head::mark(&mut seen) } else { None };
    mark_ornaments(&mut seen);
    let marks: Vec<(usize, CutWhy)> =
        seen.iter().filter_map(|it| it.why.map(|why| (it.place, why))).collect();
    let title = title.map(|place| lines[place].text.trim().to_owned());
    drop(seen);
    for (place, why) in marks {
        lines[place].why.get_or_insert(why);
    }
    title
}

/// Lines that are furniture wherever they stand.
fn mark_single(seen: &mut [Seen<'_>], from: From) {
    for it in seen.iter_mut().filter(|it| it.why.is_none() && !it.wrapped) {
        it.why = it.furniture().filter(|why| match why {
            CutWhy::Navigation | CutWhy::Sharing | CutWhy::Comments => from != From::Document,
            _ => true,
        });
    }
}

/// Items of menus, one a line, where three or more follow each other or they stand beside what is cut.
fn mark_company(seen: &mut [Seen<'_>]) {
    let mut at = 0;
    while at < seen.len() {
        let Some(run) = run_of(seen, at, |it| it.why.is_some() || it.is_menu_item()) else {
            at += 1;
            continue;
        };
        let items = seen[run.clone()].iter().filter(|it| it.why.is_none()).count();
        let furniture = seen[run.clone()].iter().filter(|it| {
            matches!(
                it.why,
                Some(
                    CutWhy::Navigation
                        | CutWhy::Sharing
                        | CutWhy::Newsletter
                        | CutWhy::Cookies
                        | CutWhy::Footer
                )
            )
        });
        if items >= 4 || furniture.count() >= 1 {
            for it in &mut seen[run.clone()] {
                let why = if it.is_button() { CutWhy::Sharing } else { CutWhy::Navigation };
                it.why.get_or_insert(why);
            }
        }
        at = run.end;
    }
}

/// The lines from `at` on for which `holds` says so.
fn run_of(seen: &[Seen<'_>], at: usize, holds: impl Fn(&Seen<'_>) -> bool) -> Option<Range<usize>> {
    let length = seen[at..].iter().take_while(|it| holds(it)).count();
    (length > 0).then_some(at..at + length)
}

/// What stands below the last paragraph: links to other pages, forms, names of accounts.
fn mark_tail(seen: &mut [Seen<'_>], from: From) {
    let Some(last) = seen.iter().rposition(|it| it.why.is_none() && it.prose) else { return };
    let mut related = None;
    for at in last + 1..seen.len() {
        let it = &seen[at];
        if it.why.is_some() {
            related = related.filter(|_| it.why != Some(CutWhy::Contact));
            continue;
        }
        let why = if from.has_menus() && it.begins_related() {
            // The links stand below, if the line does not have them itself.
            related = Some(CutWhy::Related);
            related
        } else if from.has_menus() && it.begins_comments() {
            related = Some(CutWhy::Comments);
            related
        } else if it.names_accounts() {
            Some(CutWhy::Sharing)
        } else if related.is_some() && !it.begins_section() {
            related
        } else if it.has_only_details() || (at + 2 >= seen.len() && it.is_imprint()) {
            Some(CutWhy::Contact)
        } else {
            None
        };
        seen[at].why = why;
    }
}

/// The most lines of a signature.
const SIGNATURE: usize = 12;

/// What stands below the line of two dashes that begins a signature.
fn mark_signature(seen: &mut [Seen<'_>], from: From) {
    let Some(begins) = seen.iter().rposition(|it| it.text == "--" && it.why.is_none()) else {
        return;
    };
    let below = &seen[begins + 1..];
    let sure = from == From::Mail || below.iter().any(|it| it.has_details() || it.is_mailing());
    if below.len() <= SIGNATURE && sure && !below.is_empty() {
        for it in &mut seen[begins..] {
            it.why.get_or_insert(CutWhy::Signature);
        }
    }
}

/// Rows of stars or dashes below which nothing of the statement follows.
fn mark_ornaments(seen: &mut [Seen<'_>]) {
    for it in seen.iter_mut().rev() {
        if it.why.is_some() {
            continue;
        }
        if !it.is_ornament() {
            break;
        }
        it.why = Some(CutWhy::EndMark);
    }
}
