//! What kind of file bytes are: by their content, then by the file's name, then by its media type.

use super::zipped::Zipped;
use super::{FileKind, Outcome, TextOfFileError};
use crate::exchange::read::encoding::{self, Encoding};

/// Beginnings of files of which no text is read, with what to do instead.
const OTHERS: [(&[u8], &str, &str); 18] = [
    (b"\xD0\xCF\x11\xE0", "an old Word document, or one with a password", RESAVE),
    (b"{\\rtf", "Rich Text (RTF)", RESAVE),
    (b"\x89PNG", "a picture", RECOGNISE),
    (b"\xFF\xD8\xFF", "a picture", RECOGNISE),
    (b"GIF8", "a picture", RECOGNISE),
    (b"II*\0", "a picture", RECOGNISE),
    (b"MM\0*", "a picture", RECOGNISE),
    (b"BM", "a picture", RECOGNISE),
    (b"AT&TFORM", "a scanned document (DjVu)", RECOGNISE),
    (b"%!PS", "PostScript", "print it to a PDF and send that"),
    (b"\x1F\x8B", "packed (gzip)", UNPACK),
    (b"7z\xBC\xAF\x27\x1C", "packed (7z)", UNPACK),
    (b"Rar!\x1A", "packed (RAR)", UNPACK),
    (b"BZh", "packed (bzip2)", UNPACK),
    (b"\xFD7zXZ", "packed (xz)", UNPACK),
    (b"ID3", "a sound recording", TYPE),
    (b"OggS", "a recording", TYPE),
    (b"\x1A\x45\xDF\xA3", "a film", TYPE),
];
const RESAVE: &str = "open it, save it as DOCX without a password, and send that";
const RECOGNISE: &str =
    "run text recognition (OCR) on it and send the PDF or text that comes of it";
const UNPACK: &str = "unpack it and send the file within";
const TYPE: &str = "write down what is said, and send that as text";

pub(super) fn of(bytes: &[u8], name: Option<&str>, media_type: Option<&str>) -> Outcome<FileKind> {
    let first = &bytes[..bytes.len().min(1024)];
    // A PDF may have something before its mark, as those from some mail programs do.
    if first.windows(5).any(|five| five == b"%PDF-") && !looks_written(first) {
        return Ok(FileKind::Pdf);
    }
    if first.starts_with(b"PK\x03\x04") {
        return within_zip(bytes);
    }
    let other = |(mark, what, advice): &(&[u8], &'static str, &'static str)| {
        // Short marks stand in texts too.
        let sure = mark.len() > 3 || is_binary(bytes);
        (first.starts_with(mark) && sure).then_some(TextOfFileError::Other { what, advice })
    };
    if let Some(error) = OTHERS.iter().find_map(other) {
        return Err(error);
    }
    if is_binary(bytes) {
        return Err(TextOfFileError::Binary);
    }
    let start = super::plain::decode(&bytes[..whole_characters(bytes, 8 * 1024)]).text;
    Ok(by_content(&start)
        .or_else(|| name.and_then(by_name))
        .or_else(|| media_type.and_then(by_media_type))
        .unwrap_or(FileKind::PlainText))
}

/// Whether a mark of a PDF stands in a text about it: an e-mail with one attached begins with headers.
fn looks_written(first: &[u8]) -> bool {
    let before = first.windows(5).position(|five| five == b"%PDF-").unwrap_or(0);
    let text = String::from_utf8_lossy(&first[..before]);
    is_email(&text) || is_html(&text)
}

/// As many bytes as hold whole characters of UTF-8, at most `most`.
fn whole_characters(bytes: &[u8], most: usize) -> usize {
    if bytes.len() <= most {
        return bytes.len();
    }
    // Even, for UTF-16, and not within a character of UTF-8.
    let back = (0..4).find(|back| bytes[most - back] & 0xC0 != 0x80).unwrap_or(0);
    if back % 2 == 0 { most - back } else { most - back - 1 }
}

fn within_zip(bytes: &[u8]) -> Outcome<FileKind> {
    let zip = Zipped::open(bytes, FileKind::Docx)?;
    if zip.has("word/document.xml") || !zip.names("word/").is_empty() {
        return Ok(FileKind::Docx);
    }
    let (what, advice) = if zip.has("xl/workbook.xml") {
        (
            "a workbook",
            "copy the text out of it and paste it here; rows of incidents are imported at Import",
        )
    } else if zip.has("ppt/presentation.xml") {
        ("a presentation", "save it as PDF and send that")
    } else if zip.has("content.xml") {
        ("an OpenDocument file", "open it, save it as DOCX, and send that")
    } else if zip.has("META-INF/container.xml") {
        ("an e-book", "copy the text out of it and paste it here")
    } else {
        ("packed (zip)", UNPACK)
    };
    Err(TextOfFileError::Other { what, advice })
}

/// Whether bytes are no text in any encoding that is read. Text has hardly any control characters.
fn is_binary(bytes: &[u8]) -> bool {
    let first = &bytes[..bytes.len().min(64 * 1024)];
    let has_zeros = first.contains(&0);
    let odd = first.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31 | 127)).count();
    if has_zeros {
        // Every second byte of UTF-16 in Latin script is zero, but in others hardly any; it has a mark.
        let marked = first.starts_with(&[0xFF, 0xFE]) || first.starts_with(&[0xFE, 0xFF]);
        let utf16 = matches!(encoding::of(first), Encoding::Utf16Le | Encoding::Utf16Be);
        if marked {
            let text = super::plain::decode(&first[..first.len() / 2 * 2]).text;
            let strange = text.chars().filter(|c| c.is_control() && !c.is_whitespace()).count();
            return strange * 20 > text.chars().count();
        }
        return !utf16 && first.split(|byte| *byte == 0).count() * 200 > first.len() + 200;
    }
    odd * 50 > first.len()
}

fn by_content(start: &str) -> Option<FileKind> {
    if is_email(start) {
        Some(FileKind::Email)
    } else if is_html(start) {
        Some(FileKind::Html)
    } else {
        None
    }
}

fn by_name(name: &str) -> Option<FileKind> {
    let (_, end) = name.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "eml" | "mht" | "mhtml" => Some(FileKind::Email),
        "htm" | "html" | "xhtml" => Some(FileKind::Html),
        "txt" | "text" | "md" => Some(FileKind::PlainText),
        _ => None,
    }
}

fn by_media_type(media_type: &str) -> Option<FileKind> {
    match media_type.split(';').next()?.trim().to_ascii_lowercase().as_str() {
        "message/rfc822" => Some(FileKind::Email),
        "text/html" | "application/xhtml+xml" => Some(FileKind::Html),
        "text/plain" => Some(FileKind::PlainText),
        _ => None,
    }
}

/// Headers that only e-mail source has; `From:` and `Date:` stand in pasted messages too.
const TECHNICAL: [&str; 9] = [
    "received",
    "message-id",
    "mime-version",
    "content-type",
    "return-path",
    "delivered-to",
    "content-transfer-encoding",
    "dkim-signature",
    "x-mailer",
];

/// Whether a text begins with the headers of an e-mail.
fn is_email(start: &str) -> bool {
    let (mut technical, mut all) = (0, 0);
    let start = start.trim_start_matches(['\u{FEFF}', '\n', '\r']);
    for (number, line) in start.lines().enumerate() {
        // A mailbox's separator, and lines that go on.
        if (number == 0 && line.starts_with("From ")) || line.starts_with([' ', '\t']) {
            continue;
        }
        let name = line.split_once(':').map(|(name, _)| name);
        match name.filter(|name| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        }) {
            Some(name) => {
                all += 1;
                technical +=
                    usize::from(TECHNICAL.iter().any(|other| name.eq_ignore_ascii_case(other)));
            }
            None => break,
        }
    }
    all >= 2 && technical >= 1
}

/// Elements with which a page is known; a text about HTML may have one of them, but not many.
const ELEMENTS: [&str; 12] = [
    "<p>", "<p ", "</p>", "<div", "</div>", "<br", "<h1", "<h2", "<span", "<a href", "<li>",
    "<meta ",
];

fn is_html(start: &str) -> bool {
    let start = start.trim_start_matches('\u{FEFF}').trim_start().to_ascii_lowercase();
    if start.starts_with("<!doctype html") || start.starts_with("<html") {
        return true;
    }
    if start.starts_with('<')
        && ["<html", "<head", "<body"].iter().any(|element| start.contains(element))
    {
        return true;
    }
    let tags: usize = ELEMENTS.iter().map(|element| start.matches(element).count()).sum();
    tags >= 4 && ELEMENTS.iter().any(|element| start.starts_with(element))
}
