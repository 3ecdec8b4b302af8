use std::process::Command;

use super::*;
use crate::domain::document::{Block, Note, Section, Span};
use crate::exchange::report::shared::samples::{self, HOSTILE};

const BASE: &str = "https://saksi.example.org";

/// What a reader sees of a file, page by page, as Debian's `pdftotext` reads it.
fn read(bytes: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let read = Command::new("pdftotext").args(["-layout"]).arg(&path).arg("-").output();
    let read = read.expect("pdftotext is installed (poppler-utils)");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
    let text = String::from_utf8(read.stdout).unwrap();
    text.trim_end_matches('\u{c}').split('\u{c}').map(str::to_owned).collect()
}

/// On one line, without what is not seen.
fn squeezed(text: &str) -> String {
    let is_unseen = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.replace(is_unseen, "").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn has(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|it| it == part.as_bytes())
}

#[test]
fn a_report_says_its_numbers_its_sources_and_how_it_was_made() {
    let document = samples::small();
    let bytes = pdf(&document, BASE).unwrap();
    let pages = read(&bytes);
    assert_eq!(pages.len(), 1, "a short report has no page for its title alone");
    let text = squeezed(&pages[0]);
    for said in [
        "Example Watch",
        "Cambodia 2017",
        "1 Key figures",
        "12 events are documented.1",
        "Sources",
        "Restore the party, 16 November 2017 (S-2017-00001). “The Supreme Court dissolved the party.”",
        "2026-09-21 14:13:20 UTC · saksi 0.1.0 · 2026-11",
        "country=KHM&from=2017-01-01&to=2017-12-31",
        &"ab".repeat(32),
        "Page 1 of 1",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    // What it leads to, and what it says of itself.
    for part in [
        "https://saksi.example.org/events?country=KHM",
        "https://forum-asia.org/?p=25052",
        "pdfuaid:part",
        "<rdf:li xml:lang=\"x-default\">Cambodia 2017</rdf:li>",
        "<rdf:li>en</rdf:li>",
        "saksi 0.1.0",
    ] {
        assert!(has(&bytes, part), "{part}");
    }
    assert_eq!(pdf(&document, BASE).unwrap(), bytes, "the same report is the same file");
}

#[test]
fn everything_that_a_report_can_have_is_there() {
    let document = samples::rich();
    let bytes = pdf(&document, BASE).unwrap();
    assert!(has(&bytes, "pdfuaid:part"));
    let pages = read(&bytes);
    let text = squeezed(&pages.join(" "));
    // The page of the title has nothing above it, all others have.
    assert!(pages[0].contains("Joint submission") && !pages[0].contains("Contents"));
    for (at, page) in pages.iter().enumerate().skip(1) {
        let page = squeezed(page);
        assert!(page.starts_with("Cambodia: civic space and political participation"), "{page}");
        assert!(page.contains(&format!("Page {} of {}", at + 1, pages.len())), "{page}");
    }
    let contents = squeezed(&pages[1]);
    for said in ["Contents", "1 Key figures", "3.1 Dissolution of the CNRP", "Sources"] {
        assert!(contents.contains(said), "{said} in {contents}");
    }
    assert!(!contents.contains("What was asked"), "contents have two levels");
    for said in [
        "3.1.1 What was asked",
        "Table 1. Commitments",
        "Chart 2. Events by type",
        "Map 1. Where events happened",
        "not known",
        "Phnom Penh (exact place): 31",
        // Its year stands on the next line of its column.
        "between 6 and 9 October",
        "KHM-2017-0060",
        "Un « recul historique » pour la démocratie.5",
        "2, 3",
    ] {
        assert!(text.contains(said), "{said} in {text}");
    }
    // The head of the annex is said again on each of its pages.
    let rows = pages.iter().filter(|it| it.contains("KHM-2017-00")).count();
    assert!(rows >= 2);
    assert_eq!(
        pages.iter().filter(|it| squeezed(it).contains("Case Date What happened Victims")).count(),
        rows
    );
}

#[test]
fn a_long_annex_is_whole_and_its_notes_are_in_order() {
    let pages = read(&pdf(&samples::long(90), BASE).unwrap());
    let text = squeezed(&pages.join(" "));
    let at = |said: &str| text.find(said).unwrap_or_else(|| panic!("{said} is not there"));
    for row in 1..90 {
        let of = |row: u32| (at(&format!("KHM-2017-{row:04}")), at(&format!("(S-2017-{row:05})")));
        assert!(of(row) < of(row + 1), "row {row}");
        assert!(of(row).1 < of(row + 1).1, "note {row}");
    }
    assert!(pages.iter().all(|it| squeezed(it).len() > 100), "{pages:?}");
}

#[test]
fn nothing_in_a_text_is_markup() {
    let mut document = samples::hostile();
    // Tables of 70 columns and words of 10,000 letters take long; one of each is enough.
    for section in document.sections.iter_mut().skip(1) {
        section.blocks.retain(|it| match it {
            Block::Table(it) => it.columns.len() <= 9,
            Block::Paragraph { text } => text.iter().all(|it| it.text.len() < 5_000),
            _ => true,
        });
    }
    let pages = read(&pdf(&document, BASE).unwrap());
    let text = squeezed(&pages.join(" "));
    let dense = text.replace(' ', "");
    for text in &HOSTILE[..4] {
        assert!(dense.contains(&text.replace(' ', "")), "{text}");
    }
    assert!(text.contains("[31mred"));
    assert!(text.matches("Title").count() >= 1_700, "all of a title of 10,000 characters is there");
    assert!(pages.iter().all(|it| !it.trim().is_empty()), "a blank page");
    // Of the family, no font has the letters; what stands for them is seen.
    assert!(text.contains('\u{fffd}'));
    assert!(text.contains("U+58F0") || text.contains("…"), "{text}");
}

#[test]
fn no_word_runs_off_the_page() {
    let mut document = samples::small();
    let long = "w".repeat(3_000);
    let mut wide = samples::table(
        "Wide",
        &[("a", false, 1); 20],
        vec![vec![vec![Span::plain(long.clone())]; 20]],
    );
    wide.columns[3].label = "W".repeat(40);
    document.sections[0].blocks = vec![
        Block::Paragraph { text: vec![Span::plain(long.clone()), Span::strong(long)] },
        Block::Table(wide),
    ];
    let bytes = pdf(&document, BASE).unwrap();
    for (width, boxes) in boxes(&bytes) {
        for (from, to) in boxes {
            assert!(from >= 45.0 && to <= width - 45.0, "{from} to {to} of {width}");
        }
    }
}

/// The width of each page, and from where to where its words reach.
fn boxes(bytes: &[u8]) -> Vec<(f64, Vec<(f64, f64)>)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("report.pdf");
    std::fs::write(&path, bytes).unwrap();
    let read = Command::new("pdftotext").arg("-bbox").arg(&path).arg("-").output().unwrap();
    let read = String::from_utf8(read.stdout).unwrap();
    let mut all: Vec<(f64, Vec<(f64, f64)>)> = Vec::new();
    for line in read.lines() {
        let of = |name: &str| -> f64 {
            let (_, rest) = line.split_once(&format!("{name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        if line.contains("<page ") {
            all.push((of("width"), Vec::new()));
        } else if line.contains("<word ") {
            all.last_mut().unwrap().1.push((of("xMin"), of("xMax")));
        }
    }
    all
}

#[test]
fn right_to_left_and_khmer_reports_are_set() {
    for (language, direction, title) in
        [("ar", "rtl", "كمبوديا: تقرير"), ("km", "ltr", "សេចក្តីថ្លែងការណ៍")]
    {
        let mut document = samples::rich();
        document.language = language.to_owned();
        document.direction = direction.to_owned();
        document.title = title.to_owned();
        let bytes = pdf(&document, BASE).unwrap();
        assert!(has(&bytes, &format!("<rdf:li>{language}</rdf:li>")));
        if direction == "rtl" {
            assert!(has(&bytes, "/Direction/R2L"));
        }
        assert!(!read(&bytes).is_empty());
    }
}

#[test]
fn a_report_of_nothing_is_a_page() {
    let mut document = samples::small();
    (document.title, document.organisation) = (String::new(), Some(" ".to_owned()));
    document.sections = vec![Section {
        kind: String::new(),
        title: String::new(),
        introduction: Vec::new(),
        blocks: Vec::new(),
    }];
    document.notes = Vec::<Note>::new();
    document.facts.clear();
    assert_eq!(read(&pdf(&document, "").unwrap()).len(), 1);
}
