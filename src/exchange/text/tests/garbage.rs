//! Bytes that are nothing, and files that were cut or damaged: a text or a message, and never a panic.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::made::{docx, paragraph, pdf_of, shown};
use super::{check, text_of};
use crate::exchange::text::{of_pasted, read};

fn files() -> Vec<Vec<u8>> {
    let page = "<!DOCTYPE html><html lang=en><head><title>T</title><script type=\"application/ld+json\">{\"datePublished\":\"2020-01-02\"}</script></head><body><nav><a href=a>Home</a></nav><main><h1>Free the crews</h1><p>The League asked the Ministry &amp; the police to release the crews.<ul><li>one<li>two</ul><table><tr><td>a<td>b</table></main><footer>&copy; League</footer></body></html>";
    let mail = "From: A <a@b.example>\r\nMIME-Version: 1.0\r\nDate: Sun, 14 Mar 2021 23:30:00 -0500\r\nContent-Type: multipart/mixed; boundary=b1\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe League =E2=80=93 of the Delta \r\nasked.\r\n> quoted\r\n-- \r\nIda\r\n--b1\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGV4dDwvcD4=\r\n--b1--\r\n";
    vec![
        "Home | About | Donate\n\nFree the crews\n\n(Ostrava, 6 May 2020) – The League asked.\n\nENDS\nContact: a@b.example".into(),
        page.into(),
        docx(&[paragraph("The League asked."), "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>".to_owned()].concat(), &[]),
        pdf_of(&[
            shown("F2", 16, 70, 760, &["Free the crews"]) + &shown("F1", 11, 70, 700, &["The League asked the Minis-", "try to release the crews."]),
            shown("F1", 11, 70, 700, &["The second page (of 2)."]),
        ]),
        mail.into(),
    ]
}

fn holds(bytes: &[u8], name: Option<&str>) {
    match read(bytes, name, None) {
        Ok(text) => check(&text),
        Err(error) => assert!(!error.to_string().is_empty()),
    }
}

#[test]
fn whole_files_are_read() {
    for file in files() {
        check(&text_of(&file));
    }
}

proptest! {
    #[test]
    fn anything_is_a_text_or_a_message(bytes in proptest::collection::vec(any::<u8>(), 0..600), kind in 0..6_usize) {
        let (beginning, name) = [
            (&b""[..], None),
            (b"<html>", Some("a.html")),
            (b"%PDF-1.4\n", None),
            (b"PK\x03\x04", None),
            (b"MIME-Version: 1.0\nFrom: a\n\n", Some("a.eml")),
            (b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[3 0 R]>>endobj 3 0 obj<</Contents 4 0 R>>endobj 4 0 obj<<>>stream\n", None),
        ][kind];
        holds(&[beginning, &bytes].concat(), name);
    }

    #[test]
    fn any_pasted_text_is_cleaned(text in any::<String>(), lines in proptest::collection::vec("(Home|Share on X|ENDS|Contact: a@b\\.example|--|\\*\\*|[ -~]{0,90})", 0..12)) {
        let raw = format!("{text}\n{}", lines.join("\n"));
        check(&of_pasted(&raw));
        // Nothing is lost; what NFC makes of other letters is not the matter here.
        let seen = |text: &str| text.chars().filter(char::is_ascii_graphic).collect::<String>();
        if text.is_ascii() {
            prop_assert_eq!(seen(&of_pasted(&raw).put_back(|_| true)), seen(&raw));
        }
    }

    #[test]
    fn tags_in_any_order_are_read(tags in proptest::collection::vec("</?(p|b|div|table|tr|td|li|ul|script|svg|form|body|head|a href=x|article|h1|q|pre|br)>|x y|&lt;|<!--|-->", 0..60)) {
        holds(format!("<html>{}", tags.concat()).as_bytes(), Some("a.html"));
    }

    #[test]
    fn damaged_files_are_read_or_refused(which in 0..5_usize, cut in 0.0..1.0_f64, flips in proptest::collection::vec((0.0..1.0_f64, any::<u8>()), 0..6)) {
        let mut file = files().swap_remove(which);
        let place = |part: f64, length: usize| {
            (0..length).rev().find(|at| f64::from(u32::try_from(*at).unwrap()) <= f64::from(u32::try_from(length).unwrap()) * part).unwrap_or(0)
        };
        for (part, byte) in flips {
            let at = place(part, file.len());
            if let Some(old) = file.get_mut(at) {
                *old ^= byte;
            }
        }
        let length = file.len();
        holds(&file, None);
        holds(&file[..place(cut, length)], None);
    }
}

/// How long a file takes that is twice as large: about twice as long, if time is linear.
fn doubled(make: impl Fn(usize) -> Vec<u8>) {
    let time = |size: usize| {
        let file = make(size);
        let start = Instant::now();
        holds(&file, None);
        start.elapsed()
    };
    time(1);
    let (once, twice) = (time(1), time(2));
    assert!(
        twice < once * 3 + Duration::from_millis(300),
        "{once:?}, and {twice:?} for twice as much"
    );
    assert!(twice < Duration::from_secs(20), "{twice:?}");
}

#[test]
fn time_grows_with_the_size_of_a_page() {
    doubled(|size| format!("<html>{}", "<div>".repeat(50_000 * size)).into_bytes());
    doubled(|size| format!("<html>{}", "<b><p>x".repeat(12_000 * size)).into_bytes());
    doubled(|size| format!("<html><table>{}", "<tr><td><table>".repeat(8_000 * size)).into_bytes());
    doubled(|size| {
        format!("<html>{}", "<ul><li><a href=x>y</a>".repeat(8_000 * size)).into_bytes()
    });
    doubled(|size| {
        format!("<html>{}{}", "<i>".repeat(12_000 * size), "</b>".repeat(12_000 * size))
            .into_bytes()
    });
    doubled(|size| format!("<html><p {}>x", "a=b c ".repeat(12_000 * size)).into_bytes());
    doubled(|size| format!("<html>{}", "&amp".repeat(40_000 * size)).into_bytes());
}

#[test]
fn time_grows_with_the_size_of_a_text() {
    doubled(|size| "Home\n".repeat(12_000 * size).into_bytes());
    doubled(|size| "Contact us\nName\n".repeat(8_000 * size).into_bytes());
    doubled(|size| {
        "A paragraph that goes on for a while, with words. ".repeat(8_000 * size).into_bytes()
    });
    doubled(|size| {
        format!("Received: a\nFrom: b\n\n{}", "> a\n\n".repeat(12_000 * size)).into_bytes()
    });
    doubled(|size| {
        "MIME-Version: 1.0\nContent-Type: message/rfc822\n\n".repeat(20_000 * size).into_bytes()
    });
    doubled(|size| {
        format!(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{}",
            "--b\nContent-Type: multipart/mixed; boundary=b\n\n".repeat(1_500 * size)
        )
        .into_bytes()
    });
}
