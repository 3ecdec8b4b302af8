//! Texts out of files of each kind, and out of what is pasted.

mod docx;
mod garbage;
mod html;
mod kinds;
mod made;
mod mail;
mod pasted;
mod pdf;

use super::{CutWhy, TextOfFile, TextOfFileError, read};

fn text_of(bytes: &[u8]) -> TextOfFile {
    read(bytes, None, None).unwrap()
}

fn error_of(bytes: &[u8]) -> TextOfFileError {
    read(bytes, None, None).unwrap_err()
}

/// What was cut for a reason, in one piece.
fn cut(text: &TextOfFile, why: CutWhy) -> String {
    let cut = text.cut.iter().filter(|cut| cut.why == why);
    cut.map(|cut| cut.text.trim()).collect::<Vec<_>>().join("\n")
}

/// Offsets lie in the body and rise, and the body is as it would be kept.
fn check(text: &TextOfFile) {
    let length = text.body.chars().count();
    assert!(text.cut.windows(2).all(|two| two[0].at <= two[1].at));
    assert!(text.cut.iter().all(|cut| cut.at <= length));
    if !text.body.is_empty() {
        assert_eq!(crate::domain::text::body(&text.body).as_ref(), Ok(&text.body));
    }
    let whole = text.put_back(|_| true).chars().count();
    assert_eq!(whole, length + text.cut.iter().map(|cut| cut.text.chars().count()).sum::<usize>());
    assert_eq!(text.put_back(|_| false), text.body);
}
