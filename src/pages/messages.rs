//! What is wrong with a field, in the language of the page.
//!
//! Casework says it in English, for the API as well. A message is found again by its English words,
//! which stand under the keys below; one that is not found there is shown as it is.

use fluent_bundle::FluentValue;

use crate::words::Words;

/// The keys of messages; of two that fit, the first counts.
const KEYS: [&str; 138] = [
    "wrong-required",
    "wrong-intake-undecided",
    "wrong-intake-actor",
    "wrong-intake-case",
    "wrong-intake-twice",
    "wrong-intake-addressee",
    "wrong-intake-instrument",
    "wrong-intake-provision",
    "wrong-empty",
    "wrong-long",
    "wrong-sign",
    "wrong-whole",
    "wrong-degrees",
    "wrong-country",
    "wrong-several",
    "wrong-nearly-actor",
    "wrong-new-actor",
    "wrong-nearly",
    "wrong-unknown",
    "wrong-provision",
    "wrong-user",
    "wrong-team",
    "wrong-team-needed",
    "wrong-team-only",
    "wrong-missing",
    "wrong-date",
    "wrong-date-month",
    "wrong-date-day",
    "wrong-date-backwards",
    "wrong-date-future",
    "wrong-date-time",
    "wrong-day",
    "wrong-url",
    "wrong-language",
    "wrong-script",
    "wrong-quote",
    "wrong-quote-nearly",
    "wrong-cited",
    "wrong-cited-two",
    "wrong-longitude",
    "wrong-latitude",
    "wrong-point",
    "wrong-sector",
    "wrong-gender",
    "wrong-age",
    "wrong-protected",
    "wrong-pseudonym",
    "wrong-pseudonym-name",
    "wrong-twice",
    "wrong-password",
    "wrong-login",
    "wrong-own",
    "wrong-code",
    "wrong-row-cells",
    "wrong-row-nul",
    "wrong-row-json-cut",
    "wrong-row-json",
    "wrong-row-date",
    "wrong-row-date-words",
    "wrong-row-date-day",
    "wrong-row-date-days",
    "wrong-row-date-two",
    "wrong-row-date-open",
    "wrong-row-date-ends",
    "wrong-row-date-word",
    "wrong-row-below",
    "wrong-row-people",
    "wrong-row-whole",
    "wrong-row-latitude",
    "wrong-row-longitude",
    "wrong-row-latitude-count",
    "wrong-row-longitude-count",
    "wrong-row-latitude-swapped",
    "wrong-row-latitude-range",
    "wrong-row-longitude-range",
    "wrong-row-zero",
    "wrong-row-nowhere",
    "wrong-row-nowhere-swapped",
    "wrong-row-elsewhere",
    "wrong-row-elsewhere-swapped",
    "wrong-row-scheme",
    "wrong-row-country-number",
    "wrong-row-country",
    "wrong-row-none-of",
    "wrong-row-type",
    "wrong-row-type-old",
    "wrong-row-right",
    "wrong-row-no-type",
    "wrong-row-no-country",
    "wrong-row-no-value",
    "wrong-row-no-latitude",
    "wrong-row-no-longitude",
    "wrong-row-above-best",
    "wrong-row-above-high",
    "wrong-row-same",
    "wrong-row-same-id",
    "wrong-row-changed",
    "wrong-row-known-actor",
    "wrong-row-not-found",
    "wrong-row-other-source",
    "wrong-row-gone",
    "wrong-row-pseudonym",
    "wrong-row-addressee",
    "wrong-row-target",
    "wrong-row-absent",
    "wrong-row-not-valid",
    "wrong-row-cut",
    "wrong-row-many-cells",
    "wrong-row-large-cell",
    "wrong-row-long",
    "wrong-row-open-quote",
    "wrong-row-long-line",
    "wrong-row-far-column",
    "wrong-row-large-value",
    "wrong-note-encoding",
    "wrong-note-sheets",
    "wrong-note-merged",
    "wrong-note-formulas",
    "wrong-file-gone",
    "wrong-file-empty",
    "wrong-file-large-workbook",
    "wrong-file-large",
    "wrong-file-columns",
    "wrong-file-no-header",
    "wrong-file-header-row",
    "wrong-file-old-workbook",
    "wrong-file-no-table",
    "wrong-file-json",
    "wrong-file-no-sheet",
    "wrong-file-other-sheet",
    "wrong-file-password",
    "wrong-file-not-whole",
    "wrong-file-unpacked",
    "wrong-file-character",
    "wrong-file-cut",
    "wrong-file-broken",
    "wrong-file-parts",
    "wrong-file-row",
];

/// Stand for the values in the English words.
const VALUE: char = '\u{1}';
const OTHER: char = '\u{2}';

/// The message in the language, or as it is.
pub fn said(words: Words, message: &str) -> String {
    if words == Words::default() {
        return message.to_owned();
    }
    found(words, message).unwrap_or_else(|| message.to_owned())
}

/// What is wrong with a row of a file, in the language: one message, or several between which `; ` stands,
/// each after the first with its column before it.
pub fn said_of_row(words: Words, message: &str) -> String {
    const BETWEEN: &str = "; ";
    if words == Words::default() {
        return message.to_owned();
    }
    // A message may have the same between its own words.
    let ends = message.match_indices(BETWEEN).map(|(at, _)| at).chain([message.len()]);
    for end in ends {
        let (column, of_column) = match message[..end].split_once(": ") {
            Some((column, rest)) => (format!("{column}: "), rest),
            None => (String::new(), ""),
        };
        let whole = found(words, &message[..end]);
        let first = whole.or_else(|| Some(column + &found(words, of_column)?));
        if let Some(first) = first {
            let others = message[end..].strip_prefix(BETWEEN);
            return others.map_or(first.clone(), |others| {
                format!("{first}{BETWEEN}{}", said_of_row(words, others))
            });
        }
    }
    message.to_owned()
}

fn found(words: Words, message: &str) -> Option<String> {
    let english = Words::default();
    let marks = [("value", VALUE.to_string().into()), ("other", OTHER.to_string().into())];
    for key in KEYS {
        let Some(found) = values(&english.with(key, &marks), message) else { continue };
        let of = |mark| {
            let found = found.iter().find(|it| it.0 == mark);
            // Why a date is not understood is a message itself.
            FluentValue::from(found.map_or_else(String::new, |it| said(words, it.1)))
        };
        return Some(words.with(key, &[("value", of(VALUE)), ("other", of(OTHER))]));
    }
    None
}

/// What stands in a message where a pattern has its marks; nothing if the message is another.
fn values<'m>(pattern: &str, message: &'m str) -> Option<Vec<(char, &'m str)>> {
    let mut found = Vec::new();
    let mut pattern = pattern;
    let mut rest = message;
    while let Some(at) = pattern.find([VALUE, OTHER]) {
        rest = rest.strip_prefix(&pattern[..at])?;
        let mark = pattern[at..].chars().next()?;
        pattern = &pattern[at + mark.len_utf8()..];
        let next = &pattern[..pattern.find([VALUE, OTHER]).unwrap_or(pattern.len())];
        // What was typed may hold the words after it; of the last value all belongs to it.
        let end = if next.is_empty() { rest.len() } else { rest.find(next)? };
        found.push((mark, &rest[..end]));
        rest = &rest[end..];
    }
    (rest == pattern).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::edtf::Edtf;
    use crate::domain::text::TextError;

    #[test]
    fn messages_are_found_by_their_english_words() {
        let french = Words::of("fr").unwrap();
        for message in [
            "is required".to_owned(),
            TextError::Empty.to_string(),
            TextError::Long { found: 1200, most: 1000 }.to_string(),
            "soon".parse::<Edtf>().unwrap_err().to_string(),
            "2017-02-30".parse::<Edtf>().unwrap_err().to_string(),
            "2017-13".parse::<Edtf>().unwrap_err().to_string(),
            "2017-11-03/2017-09-16".parse::<Edtf>().unwrap_err().to_string(),
            crate::domain::quote::locate("Some text.", "Nowhere").unwrap_err().to_string(),
            "x".parse::<crate::domain::Status>().unwrap_err(),
        ] {
            let said = said(french, &message);
            assert_ne!(said, message, "it is not translated");
            assert!(!said.contains(VALUE) && !said.contains(OTHER), "{said}");
        }
        let long = said(french, &TextError::Long { found: 1200, most: 1000 }.to_string());
        assert!(long.contains("1200") && long.contains("1000"), "{long}");
    }

    #[test]
    fn what_is_wrong_with_a_row_is_said_message_by_message() {
        let french = Words::of("fr").unwrap();
        let said = |message: &str| said_of_row(french, message);
        let one = said("is no whole number; leave it empty if it is not known");
        assert!(one.starts_with("n’est pas un nombre entier"), "{one}");
        let two = said(
            "is below 0; leave it empty if it is not known; country: is no country that is known; write its name or \
             its ISO 3166-1 code, such as KHM; is missing",
        );
        assert!(two.starts_with("est inférieur à 0 ; "), "{two}");
        assert!(two.contains("; country: n’est pas un pays connu ; "), "{two}");
        assert!(two.ends_with("; manque"), "{two}");
        let date = said(
            "is no date that is understood: '2017-13' is no date; deaths_best: is more people than there are",
        );
        assert!(date.starts_with("n’est pas une date que l’on comprend"), "{date}");
        assert_eq!(said("the sky is falling; and more"), "the sky is falling; and more");
        assert_eq!(said_of_row(Words::default(), "is missing"), "is missing");
    }

    #[test]
    fn how_a_file_is_read_is_said_in_the_language() {
        use crate::exchange::read::{Encoding, Wish, detect};
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, bytes: &[u8], wish: Wish| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            detect(&path, name, &wish)
        };
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        sheet.write_row(0, 0, ["a", "b"]).unwrap();
        sheet.merge_range(1, 0, 2, 0, "both", &rust_xlsxwriter::Format::new()).unwrap();
        sheet.write_formula(3, 1, "=1+1").unwrap();
        book.add_worksheet();
        let book = book.save_to_buffer().unwrap();
        let mut all = file("a.csv", b"a,b\nCaf\xe9,1\n", Wish::default()).unwrap().notes;
        assert_eq!(all.len(), 1, "{all:?}");
        all.extend(file("a.xlsx", &book, Wish::default()).unwrap().notes);
        assert_eq!(all.len(), 4, "{all:?}");
        let second = Wish { sheet: Some("Third".to_owned()), ..Wish::default() };
        let below = Wish { header_row: Some(90), ..Wish::default() };
        let wide = [b"x,".repeat(400), b"x\n".to_vec()].concat();
        for (name, bytes, wish) in [
            ("empty.csv", b"".as_slice(), Wish::default()),
            ("wide.csv", &wide, Wish::default()),
            ("a.csv", b"a,b\n", below),
            ("a.csv", b"%PDF", Wish::default()),
            ("a.xls", &[0xD0, 0xCF, 0x11, 0xE0], Wish::default()),
            ("a.jsonl", b"\n\n", Wish::default()),
            ("a.xlsx", &book, second),
        ] {
            let Err(crate::error::Error::Invalid(wrong)) = file(name, bytes, wish) else {
                panic!("{name} is read");
            };
            all.extend(wrong.into_iter().map(|it| it.message));
        }
        for language in ["fr", "ar"] {
            for message in &all {
                let said = said(Words::of(language).unwrap(), message);
                assert_ne!(said, *message, "it is not translated");
                assert!(!said.contains(VALUE) && !said.contains(OTHER), "{said}");
            }
        }
        let french = Words::of("fr").unwrap();
        assert!(said(french, &all[0]).contains(Encoding::Windows1252.code()), "{}", all[0]);
        assert!(said(french, &all[1]).contains("2 feuilles ; « Sheet1 »"), "{}", all[1]);
    }

    #[test]
    fn what_ends_the_reading_of_a_file_is_said_in_the_language() {
        use std::ops::ControlFlow;

        use crate::exchange::read::{Encoding, Wish, detect, each_row};
        let folder = tempfile::tempdir().unwrap();
        let long = "x".repeat(3_000_000);
        let cells = format!("a,b\n1,2\n{}1\n", "1,".repeat(2_100));
        let line = format!("{{\"a\": 1}}\n{{\"a\": \"{}\"}}\n", long.repeat(6));
        let cell = format!("a,b\n1,2\n{long},2\n");
        for (name, bytes) in [
            ("cut.csv", b"a,b,c\n1,2,3\n1,2".as_slice()),
            ("quote.csv", b"a,b,c\n1,2,3\n1,\"2,3\n"),
            ("cells.csv", cells.as_bytes()),
            ("cell.csv", cell.as_bytes()),
            ("line.jsonl", line.as_bytes()),
            ("character.csv", b"a,b\n1,Caf\xE9\n"),
        ] {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            let wish = Wish { encoding: Some(Encoding::Utf8), ..Wish::default() };
            let read = detect(&path, name, &wish).and_then(|detected| {
                each_row(&path, &detected, &mut |_| Ok(ControlFlow::Continue(())))
            });
            let Err(crate::error::Error::Invalid(wrong)) = read else {
                panic!("{name} is read: {read:?}");
            };
            let message = &wrong[0].message;
            for language in ["fr", "ar"] {
                let said = said(Words::of(language).unwrap(), message);
                assert_ne!(said, *message, "it is not translated");
                assert!(!said.contains("the row") && !said.contains("row "), "{said}");
            }
        }
        let french = Words::of("fr").unwrap();
        let said = said(french, "row 3: the row is longer than 16777216 bytes");
        assert_eq!(said, "ligne 3 : la ligne dépasse 16777216 octets");
    }

    #[test]
    fn others_stay_as_they_are() {
        let french = Words::of("fr").unwrap();
        assert_eq!(said(french, "the sky is falling"), "the sky is falling");
        assert_eq!(said(Words::default(), "is required"), "is required");
        // What somebody typed is not taken for the message.
        let typed = "'x' is no country; write' is no country; write its name or its three letters, such as KHM";
        assert!(!said(french, typed).is_empty());
    }

    #[test]
    fn every_key_has_words_and_every_message_its_key() {
        for key in KEYS {
            assert!(Words::has(key), "{key}");
        }
        let english = include_str!("../words/en.ftl");
        let keys = english.lines().filter(|line| line.starts_with("wrong-")).count();
        assert_eq!(keys, KEYS.len());
    }
}
