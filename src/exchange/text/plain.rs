//! Plain text, from files and pasted.

use super::boilerplate::From;
use super::{Draft, FileKind, Outcome, TextOfFile, TextOfFileError, lines};
use crate::domain::text::BODY;
use crate::exchange::read::encoding::{self, Encoding};

pub(super) fn read(bytes: &[u8]) -> Outcome<TextOfFile> {
    let Decoded { text, notices } = decode(bytes);
    // What is far too long is refused before it is looked at.
    let found = text.chars().count();
    if found > BODY * 2 {
        return Err(TextOfFileError::Long { found });
    }
    let draft = Draft { lines: lines::split(&text), notices, ..Draft::default() };
    draft.finish_file(FileKind::PlainText, From::Pasted)
}

pub(super) fn of_pasted(text: &str) -> TextOfFile {
    let draft = Draft { lines: lines::split(text), ..Draft::default() };
    draft.finish(FileKind::PlainText, From::Pasted)
}

/// A file's characters, and what is to be said of how they were read.
pub(super) struct Decoded {
    pub text: String,
    pub notices: Vec<String>,
}

/// Reads bytes in the encoding that they seem to be in.
pub(super) fn decode(bytes: &[u8]) -> Decoded {
    let found = encoding::of(bytes);
    if matches!(found, Encoding::Windows1252 | Encoding::Macintosh)
        && let Some(decoded) = damaged_utf8(bytes)
    {
        return decoded;
    }
    let text = encoding::decoded(bytes, found);
    let mut notices = unreadable(&text);
    if !matches!(found, Encoding::Utf8 | Encoding::Utf8Bom) {
        notices.push(format!(
            "the text is read as {found}; look at its quotation marks and letters with accents, and save it as UTF-8 \
             if they are not right"
        ));
    }
    Decoded { text, notices }
}

/// UTF-8 of which a few characters are damaged, or the last one is not complete.
fn damaged_utf8(bytes: &[u8]) -> Option<Decoded> {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    (good > bad * 10).then(|| {
        let text = encoding::decoded(bytes, Encoding::Utf8);
        let notices = unreadable(&text);
        Decoded { text, notices }
    })
}

/// Says it, where characters could not be read.
pub(super) fn unreadable(text: &str) -> Vec<String> {
    match text.chars().filter(|c| *c == '\u{FFFD}').count() {
        0 => Vec::new(),
        1 => vec!["1 character could not be read; it stands as \u{FFFD}".to_owned()],
        count => vec![format!("{count} characters could not be read; they stand as \u{FFFD}")],
    }
}
