//! PDFs with a text layer: what their pages show, as paragraphs.
//!
//! [`file`] finds objects and unpacks streams, [`content`] follows what a page draws, [`fonts`] says which
//! characters that is, [`layout`] makes lines of pieces and [`paragraphs`] joins them over pages. All of it
//! has bounds: on objects, on what streams unpack to, on steps and signs. No program of a file is run, no
//! picture read, and no password tried.

mod content;
mod file;
mod filters;
mod fonts;
mod glyphs;
mod layout;
mod objects;
mod paragraphs;

use std::collections::HashSet;

use super::boilerplate::From;
use super::{Draft, FileKind, Outcome, TextOfFile, TextOfFileError, day};
use content::Pages;
use file::File;
use objects::{Entries, Object, written};

/// The most pages.
const MOST_PAGES: usize = 5_000;
/// How deep the tree of pages may be.
const DEEPEST: usize = 60;
/// The most pages that a notice names.
const MOST_NAMED: usize = 12;

pub(super) fn read(bytes: &[u8]) -> Outcome<TextOfFile> {
    let mut file = File::open(bytes)?;
    if file.is_encrypted() {
        return Err(TextOfFileError::Encrypted);
    }
    let trailer = file.trailer.clone();
    let damaged = |why: &str| TextOfFileError::Damaged { kind: FileKind::Pdf, why: why.to_owned() };
    let root = file
        .entries(&trailer, "Root")
        .ok_or_else(|| damaged("it does not say where its pages are"))?;
    let pages = pages(&mut file, &root)?;
    if pages.is_empty() {
        file.check_read()?;
        return Err(damaged("it has no pages"));
    }
    let mut reader = Pages::new(&mut file);
    let mut sheets = Vec::new();
    let mut empty = Vec::new();
    for (number, (page, resources)) in (1_usize..).zip(&pages) {
        let before = reader.found.pictures;
        let pieces = reader.pieces(page, resources)?;
        if pieces.iter().all(|piece| piece.text.trim().is_empty()) && reader.found.pictures > before
        {
            empty.push(number);
        }
        sheets.push(layout::lines(pieces));
    }
    let found = std::mem::take(&mut reader.found);
    file.check_read()?;
    if sheets.iter().all(|sheet| sheet.iter().all(|line| line.text.trim().is_empty())) {
        return Err(if found.pictures > 0 {
            TextOfFileError::Scan { pages: pages.len() }
        } else {
            TextOfFileError::NoText { kind: FileKind::Pdf }
        });
    }
    if found.unknown * 3 > found.signs {
        return Err(TextOfFileError::Letters);
    }
    let mut notices = notices(&empty);
    if found.unknown > 0 {
        notices.push(format!(
            "{} of {} signs stand as \u{FFFD}, because the PDF does not say which letters they are",
            found.unknown, found.signs
        ));
    }
    let (lines, headline) = paragraphs::join(sheets);
    let info = file.entries(&trailer, "Info").unwrap_or_default();
    let mut text_of = |entries: &Entries, name: &str| match file.entry(entries, name) {
        Object::Text(bytes) => {
            Some(written(&bytes).trim().to_owned()).filter(|text| !text.is_empty())
        }
        _ => None,
    };
    let title = text_of(&info, "Title");
    let draft = Draft {
        // Many files say the title of what they were made from.
        title: title
            .filter(|title| lines.iter().any(|line| line.text.trim() == title))
            .or(headline),
        language: text_of(&root, "Lang"),
        published: text_of(&info, "CreationDate").and_then(|date| day_of(&date)),
        lines,
        notices,
        ..Draft::default()
    };
    draft.finish_file(FileKind::Pdf, From::Document)
}

fn notices(empty: &[usize]) -> Vec<String> {
    let named: Vec<String> = empty.iter().take(MOST_NAMED).map(ToString::to_string).collect();
    let named = named.join(", ");
    match empty.len() {
        0 => Vec::new(),
        1 => vec![format!(
            "page {named} has a picture and no text; it may be a scan, which is not read"
        )],
        many if many > MOST_NAMED => {
            vec![format!(
                "{many} pages have pictures and no text, among them {named}; they may be scans, which are not read"
            )]
        }
        _ => vec![format!(
            "pages {named} have pictures and no text; they may be scans, which are not read"
        )],
    }
}

/// "D:20171127093000+07'00'".
fn day_of(date: &str) -> Option<String> {
    let digits = date.trim_start_matches("D:").get(..8)?;
    digits.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
    day(&format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..8]))
}

/// The pages in their order, with the resources that each has or takes over.
fn pages(file: &mut File<'_>, root: &Entries) -> Outcome<Vec<(Entries, Entries)>> {
    let mut pages = Vec::new();
    let mut seen = HashSet::new();
    // What is still to be looked at, the next one last.
    let mut open: Vec<(Object, Entries, usize)> =
        root.get("Pages").map(|pages| (pages.clone(), Entries::new(), 0)).into_iter().collect();
    while let Some((node, inherited, depth)) = open.pop() {
        if let Object::Reference(number) = node
            && !seen.insert(number)
        {
            continue;
        }
        let Object::Entries(entries) = file.value(&node) else { continue };
        let resources = file.entries(&entries, "Resources").unwrap_or(inherited);
        match file.entry(&entries, "Kids") {
            Object::Array(kids) if depth < DEEPEST => {
                open.extend(kids.into_iter().rev().map(|kid| (kid, resources.clone(), depth + 1)));
            }
            Object::Array(_) => {}
            _ => pages.push((entries, resources)),
        }
        if pages.len() > MOST_PAGES || open.len() > MOST_PAGES * 20 {
            let most = format!("{MOST_PAGES} pages");
            return Err(TextOfFileError::Excessive {
                kind: FileKind::Pdf,
                what: "more pages",
                most,
            });
        }
    }
    Ok(pages)
}
