//! What kind of file bytes are, and what is said of those that are none.

use super::made::{docx, paragraph, pdf_of, shown, zip};
use super::{error_of, text_of};
use crate::exchange::text::{FileKind, LARGEST, TextOfFileError, read};

fn kind(bytes: &[u8], name: Option<&str>, media_type: Option<&str>) -> FileKind {
    read(bytes, name, media_type).unwrap().kind
}

#[test]
fn content_goes_before_name_and_name_before_media_type() {
    let page = b"<!DOCTYPE html><html><body><p>Text of the page.</p></body></html>";
    assert_eq!(kind(page, Some("statement.txt"), Some("text/plain")), FileKind::Html);
    assert_eq!(kind(b"<p>Text</p>", Some("a.html"), Some("text/plain")), FileKind::Html);
    assert_eq!(kind(b"<p>Text</p>", None, Some("text/html; charset=utf-8")), FileKind::Html);
    assert_eq!(kind(b"<p>Text</p>", None, None), FileKind::PlainText);
    let mail = b"From: a@b.example\r\nMIME-Version: 1.0\r\nSubject: x\r\n\r\nText";
    assert_eq!(kind(mail, Some("a.txt"), None), FileKind::Email);
    assert_eq!(
        kind(b"From: a@b.example\nSubject: x\n\nText", Some("a.eml"), None),
        FileKind::Email
    );
    // A pasted message has no technical headers; what it says of itself is text.
    assert_eq!(
        kind(b"From: a@b.example\nSubject: x\n\nText", Some("a.txt"), None),
        FileKind::PlainText
    );
    assert_eq!(kind(&docx(&paragraph("Text"), &[]), Some("a.pdf"), None), FileKind::Docx);
    assert_eq!(
        kind(&pdf_of(&[shown("F1", 11, 70, 700, &["Text of it"])]), Some("a.docx"), None),
        FileKind::Pdf
    );
}

#[test]
fn texts_are_read_in_their_encodings() {
    let text = "L’appel du « Réseau » : libérez – sans délai – les détenus.";
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(text_of(&utf16).body, text);
    let windows = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let read = text_of(&windows);
    assert_eq!(read.body, text);
    assert_eq!(
        read.notices,
        [
            "the text is read as windows-1252; look at its quotation marks and letters with accents, and save it as UTF-8 if they are not right"
        ]
    );
    let mac = encoding_rs::MACINTOSH.encode(text).0.into_owned();
    assert_eq!(text_of(&mac).body, text);
    assert_eq!(text_of(&[b"\xEF\xBB\xBF", text.as_bytes()].concat()).body, text);
    // A text that was cut within a character is still UTF-8.
    let long = "កឹម សុខា ".repeat(30);
    let read = text_of(&long.as_bytes()[..long.len() - 3]);
    assert!(read.body.starts_with("កឹម"));
    assert_eq!(read.notices, ["1 character could not be read; it stands as \u{FFFD}"]);
}

#[test]
fn what_gives_no_text_says_what_to_do() {
    for (bytes, message) in [
        (&b""[..], "the file is empty; choose the file that has the statement"),
        (
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            "the file is an old Word document, or one with a password, of which no text can be read; open it, save it as DOCX without a password, and send that",
        ),
        (
            b"{\\rtf1\\ansi Text}",
            "the file is Rich Text (RTF), of which no text can be read; open it, save it as DOCX without a password, and send that",
        ),
        (
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
            "the file is a picture, of which no text can be read; run text recognition (OCR) on it and send the PDF or text that comes of it",
        ),
        (
            b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0\x01\0\0\0",
            "the file is none of plain text, HTML, DOCX, PDF and e-mail source; save it as one of these, or paste the text",
        ),
        (b"  \n\t\n", "the text file has no text; choose another file, or paste the text"),
    ] {
        assert_eq!(error_of(bytes).to_string(), message);
    }
    let zipped = |name: &str| error_of(&zip(&[(name, b"<a/>")])).to_string();
    assert!(zipped("xl/workbook.xml").starts_with("the file is a workbook,"));
    assert!(zipped("content.xml").starts_with("the file is an OpenDocument file,"));
    assert!(zipped("statement.txt").starts_with("the file is packed (zip),"));
}

#[test]
fn limits_are_told() {
    let large = vec![b'a'; LARGEST + 1];
    assert_eq!(
        error_of(&large).to_string(),
        "the file has 51 MB; the most is 50 MB. Save the statement alone, or paste its text"
    );
    let long = "Twelve more. ".repeat(160_000);
    assert_eq!(error_of(long.as_bytes()), TextOfFileError::Long { found: 2_080_000 });
    let page = format!("<html><body><p>{long}</p></body></html>");
    assert!(matches!(error_of(page.as_bytes()), TextOfFileError::Long { .. }));
}
