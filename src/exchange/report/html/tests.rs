use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::*;
use crate::exchange::report::shared::reading::{Read, read};
use crate::exchange::report::shared::{any, samples};

const BASE: &str = "https://saksi.example.org";

/// Whatever is in the report: nothing runs, every link leads somewhere allowed, ids are unique, and
/// headings leave out no level.
fn check(read: &Read) -> std::result::Result<(), String> {
    let mut ids = HashSet::new();
    for (name, attributes) in &read.elements {
        if ["script", "iframe", "object", "img", "form", "input", "link"].contains(&name.as_str()) {
            return Err(format!("a <{name}>"));
        }
        if let Some(it) = attributes.keys().find(|it| it.starts_with("on") || *it == "style") {
            return Err(format!("{it} of <{name}>"));
        }
        if let Some(id) = attributes.get("id")
            && !ids.insert(id)
        {
            return Err(format!("two of {id}"));
        }
    }
    for link in read.all("a") {
        let href = &link["href"];
        let is_allowed = href.starts_with("https://") || href.starts_with("http://");
        let is_here = href.strip_prefix('#').is_some_and(|it| ids.contains(&it.to_owned()));
        if !is_allowed && !is_here {
            return Err(format!("a link to {href}"));
        }
    }
    let mut last = 0;
    for (name, _) in &read.elements {
        let Some(level) = name.strip_prefix('h').and_then(|it| it.parse::<u8>().ok()) else {
            continue;
        };
        if level > last + 1 {
            return Err(format!("h{level} after h{last}"));
        }
        last = level;
    }
    Ok(())
}

fn checked(document: &Document) -> Read {
    let html = html(document, BASE).unwrap();
    let read = read(&html).unwrap();
    check(&read).unwrap();
    read
}

#[test]
fn a_report_says_its_numbers_its_sources_and_how_it_was_made() {
    let read = checked(&samples::small());
    let number = read.all("data");
    assert_eq!(number.len(), 1);
    assert_eq!(number[0]["value"], "12");
    let links: Vec<&str> = read.all("a").iter().map(|it| it["href"].as_str()).collect();
    assert_eq!(
        links,
        [
            "https://saksi.example.org/events?country=KHM",
            "#note-1",
            "https://saksi.example.org/statements/S-2017-00001",
            "https://forum-asia.org/?p=25052",
            "https://web.archive.org/web/2017/https://forum-asia.org/?p=25052",
            "#note-1-mark-1",
        ]
    );
    for said in [
        "Cambodia 2017",
        "12 events are documented.1",
        "Restore the party, 16 November 2017 (S-2017-00001). “The Supreme Court dissolved the party.” Available at",
        "2026-09-21 14:13:20 UTC · saksi 0.1.0 · 2026-11",
        "country=KHM&from=2017-01-01&to=2017-12-31",
        &"ab".repeat(32),
    ] {
        assert!(read.text.contains(said), "{said} in {}", read.text);
    }
    let digest = read
        .all("meta")
        .into_iter()
        .find(|it| it.get("name").is_some_and(|it| it == "saksi-digest"));
    assert_eq!(digest.unwrap()["content"], "ab".repeat(32));
    assert!(read.all("nav").is_empty(), "one section needs no contents");
}

#[test]
fn everything_that_a_report_can_have_is_there() {
    let document = samples::rich();
    let read = checked(&document);
    assert_eq!(read.all("svg").len(), 3);
    assert_eq!(read.all("details").len(), 3);
    // Two tables, two behind charts; rows, and a head each.
    assert_eq!(read.all("table").len(), 4);
    assert_eq!(read.all("tr").len(), 60 + 3 + 6 + 3 + 4);
    assert_eq!(read.all("caption").len(), 4);
    assert!(read.all("th").iter().all(|it| it.contains_key("scope")));
    let contents = ["1 Key figures", "3.1 Dissolution of the CNRP", "3.2 What happened when"];
    for said in contents {
        assert_eq!(read.text.matches(said).count(), 2, "{said}");
    }
    assert!(read.text.contains("3.1.1 What was asked"));
    let links: Vec<&str> = read.all("a").iter().map(|it| it["href"].as_str()).collect();
    assert!(links.contains(&"#dissolution") && links.contains(&"#note-30"));
    // A value that is not known is no zero.
    assert!(read.text.contains("not known"));
    assert!(links.contains(&"https://saksi.example.org/events?year=2013"));
    assert!(!links.contains(&"https://saksi.example.org/events?year=2014"));
    for (name, language, direction) in
        [("blockquote", "ar", "rtl"), ("blockquote", "km", "ltr"), ("bdi", "ar", "rtl")]
    {
        let is = |it: &&HashMap<String, String>| {
            it.get("lang").is_some_and(|it| it == language)
                && it.get("dir").is_some_and(|it| it == direction)
        };
        assert!(read.all(name).iter().any(is), "{name} {language}");
    }
}

#[test]
fn a_fragment_is_the_main_part_alone() {
    let fragment = fragment(&samples::rich(), "").unwrap();
    assert!(fragment.starts_with("<article ") && fragment.trim_end().ends_with("</article>"));
    assert!(fragment.contains("href=\"/events?country=KHM"));
    assert!(!fragment.contains("<style") && !fragment.contains(" style="));
}

#[test]
fn nothing_in_a_text_is_markup() {
    let read = checked(&samples::hostile());
    for text in &samples::HOSTILE[..4] {
        assert!(read.text.contains(text), "{text}");
    }
    assert!(read.text.contains("[31mred"));
    assert!(!read.text.contains(['\u{0}', '\u{8}', '\u{7f}', '\u{fffe}']));
    let style = html(&samples::hostile(), BASE).unwrap();
    let style = style.split("<style>").nth(1).unwrap().split("</style>").next().unwrap().to_owned();
    assert!(style.contains("@bottom-right") && style.contains(".report h1"), "{style}");
}

#[test]
fn right_to_left_reports_begin_at_the_right() {
    let mut document = samples::small();
    document.language = "ar".to_owned();
    document.direction = "rtl".to_owned();
    let read = checked(&document);
    for name in ["html", "article"] {
        let element = read.all(name)[0];
        assert_eq!((element["lang"].as_str(), element["dir"].as_str()), ("ar", "rtl"));
    }
    let html = html(&document, BASE).unwrap();
    assert!(
        html.contains("@bottom-left{content:\"Page \" counter(page) \" of \" counter(pages) \"\"}")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_report_is_a_calm_file(document in any::document()) {
        let html = html(&document, BASE).unwrap();
        let read = read(&html);
        prop_assert!(read.is_ok(), "{:?}", read.err());
        let checked = check(&read.unwrap_or_default());
        prop_assert!(checked.is_ok(), "{:?}", checked);
        prop_assert!(fragment(&document, "").is_ok());
    }
}
