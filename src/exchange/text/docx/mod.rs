//! Word documents (DOCX): paragraphs, lists with their bullets and numbers, rows of tables, text boxes and
//! footnotes. Tracked deletions are left out, insertions kept. Nothing but text is read; fields have the
//! value that was saved with them.

mod numbering;
mod parts;
mod xml;

use super::boilerplate::From;
use super::lines::Line;
use super::zipped::Zipped;
use super::{CutWhy, Draft, FileKind, Outcome, TextOfFile, TextOfFileError, day};
use numbering::Numbering;
use parts::{Notes, Part, Styles};

/// Heads and feet that are read: a document has up to three of each for every section.
const MOST_HEADS: usize = 60;

pub(super) fn read(bytes: &[u8]) -> Outcome<TextOfFile> {
    let mut zip = Zipped::open(bytes, FileKind::Docx)?;
    let missing = || damaged("the part word/document.xml is missing");
    let document = zip.part("word/document.xml")?.ok_or_else(missing)?;
    let styles = match zip.part("word/styles.xml")? {
        Some(xml) => Styles::of(&xml)?,
        None => Styles::default(),
    };
    let mut numbering = match zip.part("word/numbering.xml")? {
        Some(xml) => Numbering::of(&xml)?,
        None => Numbering::default(),
    };
    let mut body = parts::read(&document, &styles, &mut numbering)?;
    drop(document);
    let mut notes = Vec::new();
    for (name, found) in
        [("word/footnotes.xml", &body.footnotes), ("word/endnotes.xml", &body.endnotes)]
    {
        if !found.is_empty()
            && let Some(xml) = zip.part(name)?
        {
            let read = parts::read(&xml, &styles, &mut numbering)?;
            notes.extend(in_order(found, read.notes));
        }
    }
    let mut lines = Vec::new();
    heads(&mut zip, "word/header", CutWhy::Header, &styles, &mut lines)?;
    lines.append(&mut body.lines);
    if !notes.is_empty() {
        lines.push(Line::kept(""));
        lines.append(&mut notes);
    }
    heads(&mut zip, "word/footer", CutWhy::Footer, &styles, &mut lines)?;
    let about = match zip.part("docProps/core.xml")? {
        Some(xml) => about(&xml)?,
        None => About::default(),
    };
    let draft = Draft {
        title: body.title.or_else(|| about.title.filter(|title| stands_in(title, &lines))),
        lines,
        language: about.language,
        published: about.changed.as_deref().and_then(day),
        notices: notices(&body.seen),
        ..Draft::default()
    };
    draft.finish_file(FileKind::Docx, From::Document)
}

fn damaged(why: impl Into<String>) -> TextOfFileError {
    TextOfFileError::Damaged { kind: FileKind::Docx, why: why.into() }
}

/// Notes as lines, in the order in which the text refers to them.
fn in_order(found: &[(String, String)], mut notes: Notes) -> Vec<Line> {
    let mut lines = Vec::new();
    for (id, mark) in found {
        for (number, mut line) in notes.remove(id).unwrap_or_default().into_iter().enumerate() {
            if number == 0 {
                line.text = format!("{mark} {}", line.text);
            }
            lines.push(line);
        }
    }
    lines
}

/// Reads the heads or feet of pages, each text once.
fn heads(
    zip: &mut Zipped<'_>,
    beginning: &str,
    why: CutWhy,
    styles: &Styles,
    into: &mut Vec<Line>,
) -> Outcome<()> {
    let mut names = zip.names(beginning);
    names.sort_unstable();
    let mut told: Vec<String> = Vec::new();
    for name in names.iter().take(MOST_HEADS) {
        let Some(xml) = zip.part(name)? else { continue };
        let Part { lines, .. } = parts::read(&xml, styles, &mut Numbering::default())?;
        let text: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let text = text.join("\n");
        if !text.trim().is_empty() && !told.contains(&text) {
            into.push(Line::kept(""));
            into.extend(lines.into_iter().map(|line| Line { why: Some(why), ..line }));
            into.push(Line::kept(""));
            told.push(text);
        }
    }
    Ok(())
}

/// What the document says of itself.
#[derive(Default)]
struct About {
    title: Option<String>,
    language: Option<String>,
    changed: Option<String>,
}

fn about(bytes: &[u8]) -> Outcome<About> {
    let (mut about, mut text) = (About::default(), String::new());
    xml::each(bytes, |event| {
        match event {
            xml::Event::Begin(_) => text.clear(),
            xml::Event::Text(some) => text.push_str(some),
            xml::Event::End(name) => {
                let value = Some(text.trim().to_owned()).filter(|value| !value.is_empty());
                match name {
                    "title" => about.title = value,
                    "language" => about.language = value,
                    "modified" => about.changed = value,
                    "created" if about.changed.is_none() => about.changed = value,
                    _ => {}
                }
                text.clear();
            }
        }
        Ok(())
    })?;
    Ok(about)
}

/// Whether a title is a line of the text: many documents have the one of what they were copied from.
fn stands_in(title: &str, lines: &[Line]) -> bool {
    lines.iter().any(|line| line.why.is_none() && line.text.trim() == title)
}

fn notices(seen: &parts::SeenParts) -> Vec<String> {
    let mut notices = Vec::new();
    let mut say = |count: usize, one: &str, many: &str| match count {
        0 => {}
        1 => notices.push(one.to_owned()),
        count => notices.push(format!("{count} {many}")),
    };
    say(
        seen.deletions,
        "a passage is left out, because the document marks it as deleted",
        "passages are left out, because the document marks them as deleted",
    );
    say(
        seen.insertions,
        "a passage is kept that the document marks as inserted and nobody has accepted yet",
        "passages are kept that the document marks as inserted and nobody has accepted yet",
    );
    say(
        seen.pictures,
        "the document has a picture; text in it is not read",
        "pictures are in the document; text in them is not read",
    );
    notices
}
