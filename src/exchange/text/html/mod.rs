//! Web pages: what a reader would call the text of the page, as lines.
//!
//! [`tree`] makes elements of tags, [`shape`] finds which of them hold the text and which are the site
//! around it, [`write`] makes lines, and [`meta`] reads what the page says of itself. Scripts and styles
//! are never kept; other text that is left out is told as cut.

mod meta;
mod shape;
mod tree;
mod write;

use encoding_rs::Encoding;

use super::boilerplate::From;
use super::plain::{self, Decoded};
use super::{Draft, FileKind, Outcome, TextOfFile};

/// Where a page says its encoding, at the latest, in bytes.
const DECLARED_WITHIN: usize = 4096;

pub(super) fn read(bytes: &[u8]) -> Outcome<TextOfFile> {
    let Decoded { text, mut notices } = decode(bytes);
    let mut draft = draft(&text)?;
    notices.append(&mut draft.notices);
    draft.notices = notices;
    draft.finish_file(FileKind::Html, From::Page)
}

/// The lines of a page, and what it says of itself.
pub(super) fn draft(text: &str) -> Outcome<Draft> {
    let tree = tree::of(text)?;
    let about = meta::of(&tree);
    let mut written = write::lines(&tree, &shape::of(&tree));
    if written.lines.iter().all(|line| line.why.is_some() || line.is_blank()) {
        // A page whose parts are all called like furniture is read as it stands.
        written = write::lines(&tree, &shape::bare(&tree));
    }
    let mut notices = Vec::new();
    if tree.scripts > 0 {
        notices.push("scripts and styles of the page are not kept".to_owned());
    }
    Ok(Draft {
        title: written.heading.or_else(|| about.headline()),
        lines: written.lines,
        language: about.language,
        url: about.url,
        published: about.published,
        from: None,
        notices,
    })
}

/// The characters of a page: a mark at its beginning counts, then what the page says, then what the
/// bytes look like.
fn decode(bytes: &[u8]) -> Decoded {
    let marked = Encoding::for_bom(bytes).is_some();
    let declared = declared(&bytes[..bytes.len().min(DECLARED_WITHIN)]);
    match declared.filter(|_| !marked && std::str::from_utf8(bytes).is_err()) {
        // A page that can be read says nothing in UTF-16: what it declares is wrong.
        Some(encoding) if encoding.is_ascii_compatible() => {
            let text = encoding.decode_without_bom_handling(bytes).0.into_owned();
            let notices = plain::unreadable(&text);
            Decoded { text, notices }
        }
        _ => plain::decode(bytes),
    }
}

/// The encoding that a page declares, in any of the ways there are.
fn declared(first: &[u8]) -> Option<&'static Encoding> {
    let lower = first.to_ascii_lowercase();
    let at =
        lower.windows(7).position(|seven| seven == b"charset").map(|at| at + 7).or_else(|| {
            let xml = lower.starts_with(b"<?xml");
            xml.then(|| lower.windows(8).position(|eight| eight == b"encoding"))
                .flatten()
                .map(|at| at + 8)
        })?;
    let label: Vec<u8> = lower[at..]
        .iter()
        .copied()
        .skip_while(|b| matches!(b, b' ' | b'=' | b'"' | b'\''))
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':'))
        .collect();
    Encoding::for_label(&label)
}
