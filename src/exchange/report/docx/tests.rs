use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read as _;

use proptest::prelude::*;

use super::docx;
use crate::domain::document::{Block, Document, Span};
use crate::exchange::report::shared::reading::{Read, read};
use crate::exchange::report::shared::{any, samples};

const BASE: &str = "https://saksi.example.org";

/// The parts of a file that are XML, each of them well-formed.
struct Opened {
    parts: BTreeMap<String, (String, Read)>,
}

fn opened(document: &Document) -> Result<Opened, String> {
    let bytes = docx(document, BASE, &[]).map_err(|error| format!("{error:?}"))?;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|it| it.to_string())?;
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).map_err(|it| it.to_string())?;
        let name = file.name().map_err(|it| it.to_string())?.into_owned();
        if name.starts_with("word/media/") {
            continue;
        }
        let mut xml = String::new();
        file.read_to_string(&mut xml).map_err(|it| it.to_string())?;
        let read = read(&xml).map_err(|it| format!("{name}: {it}"))?;
        parts.insert(name, (xml, read));
    }
    let opened = Opened { parts };
    opened.check()?;
    Ok(opened)
}

impl Opened {
    fn xml(&self, part: &str) -> &str {
        &self.parts[part].0
    }

    fn read(&self, part: &str) -> &Read {
        &self.parts[part].1
    }

    fn body(&self) -> &Read {
        self.read("word/document.xml")
    }

    /// What Word refuses to open a file for.
    fn check(&self) -> Result<(), String> {
        for part in ["word/document.xml", "word/footnotes.xml"] {
            self.check_relations(part)?;
        }
        let body = self.body();
        none_twice(body.all("w:bookmarkStart").iter().map(|it| &it["w:id"]))?;
        none_twice(body.all("w:bookmarkStart").iter().map(|it| &it["w:name"]))?;
        none_twice(body.all("wp:docPr").iter().map(|it| &it["id"]))?;
        let bookmarks: HashSet<&str> =
            body.all("w:bookmarkStart").iter().map(|it| it["w:name"].as_str()).collect();
        if let Some(long) = bookmarks.iter().find(|it| it.len() > 40) {
            return Err(format!("a bookmark too long: {long}"));
        }
        for link in body.all("w:hyperlink") {
            if let Some(anchor) = link.get("w:anchor")
                && !bookmarks.contains(anchor.as_str())
            {
                return Err(format!("a link to {anchor}, which is nowhere"));
            }
        }
        let marks: Vec<&String> =
            body.all("w:footnoteReference").iter().map(|it| &it["w:id"]).collect();
        none_twice(marks.iter().copied())?;
        let notes = self.read("word/footnotes.xml").all("w:footnote");
        let notes: Vec<&String> = notes.iter().map(|it| &it["w:id"]).skip(2).collect();
        if marks != notes {
            return Err(format!("footnotes {notes:?}, marks {marks:?}"));
        }
        // A cell ends with a paragraph, and so does the body before its section.
        let xml = self.xml("word/document.xml");
        for wrong in [
            "</w:tcPr></w:tc>",
            "</w:tbl></w:tc>",
            "</w:tbl><w:tbl>",
            "</w:tbl><w:sectPr",
            "</w:trPr></w:tr>",
        ] {
            if xml.contains(wrong) {
                return Err(format!("there is {wrong}"));
            }
        }
        let styles: HashSet<&str> = self
            .read("word/styles.xml")
            .all("w:style")
            .iter()
            .map(|it| it["w:styleId"].as_str())
            .collect();
        for name in ["w:pStyle", "w:rStyle", "w:tblStyle"] {
            for style in body.all(name) {
                if !styles.contains(style["w:val"].as_str()) {
                    return Err(format!("a style without a rule: {style:?}"));
                }
            }
        }
        let longest = body.all("w:tblGrid").len();
        let columns = body.all("w:gridCol").len();
        if longest > 0 && columns == 0 {
            return Err("a table without columns".to_owned());
        }
        Ok(())
    }

    fn check_relations(&self, part: &str) -> Result<(), String> {
        let relations = part.replace("word/", "word/_rels/") + ".rels";
        let known = self.read(&relations).all("Relationship");
        none_twice(known.iter().map(|it| &it["Id"]))?;
        let ids: HashSet<&str> = known.iter().map(|it| it["Id"].as_str()).collect();
        for (name, attributes) in &self.read(part).elements {
            for key in ["r:id", "r:embed"] {
                if let Some(id) = attributes.get(key)
                    && !ids.contains(id.as_str())
                {
                    return Err(format!("{name} refers to {id}, which is nothing"));
                }
            }
        }
        for it in known {
            let target = &it["Target"];
            let is_outside = it.get("TargetMode").is_some_and(|it| it == "External");
            if is_outside != (target.starts_with("http://") || target.starts_with("https://")) {
                return Err(format!("a relation to {target}"));
            }
        }
        Ok(())
    }
}

fn none_twice<'s>(all: impl Iterator<Item = &'s String>) -> Result<(), String> {
    let mut seen = HashSet::new();
    for it in all {
        if !seen.insert(it) {
            return Err(format!("two of {it}"));
        }
    }
    Ok(())
}

/// The texts of paragraphs of a style.
fn paragraphs(opened: &Opened, style: &str) -> Vec<String> {
    let xml = opened.xml("word/document.xml");
    let begin = format!("<w:pPr><w:pStyle w:val=\"{style}\"/>");
    let texts = xml.split(&begin).skip(1).map(|it| {
        let paragraph = it.split("</w:p>").next().unwrap();
        let paragraph = paragraph.split("</w:pPr>").nth(1).unwrap();
        read(&format!("<p xmlns:w=\"w\">{paragraph}</p>")).unwrap().text
    });
    texts.collect()
}

#[test]
fn a_report_says_its_numbers_its_sources_and_how_it_was_made() {
    let opened = opened(&samples::small()).unwrap();
    assert_eq!(paragraphs(&opened, "Title"), ["Cambodia 2017"]);
    assert_eq!(paragraphs(&opened, "Heading1"), ["Key figures"]);
    assert_eq!(paragraphs(&opened, "Normal"), ["12 events are documented."]);
    let notes = opened.read("word/footnotes.xml");
    assert!(
        notes.text.contains("Restore the party, 16 November 2017 (S-2017-00001). “The Supreme")
    );
    assert_eq!(notes.all("w:footnoteRef").len(), 1);
    let made = paragraphs(&opened, "Remark").join("\n");
    assert!(made.contains("2026-09-21 14:13:20 UTC · saksi 0.1.0 · 2026-11"), "{made}");
    assert!(made.contains("country=KHM&from=2017-01-01&to=2017-12-31"));
    assert!(made.contains(&"ab".repeat(32)));
    assert!(opened.xml("docProps/custom.xml").contains(&"ab".repeat(32)));
    let core = opened.xml("docProps/core.xml");
    for said in ["<dc:title>Cambodia 2017<", "<dc:creator>Example Watch<", ">2026-09-21T14:13:20Z<"]
    {
        assert!(core.contains(said), "{core}");
    }
    let links = opened.xml("word/_rels/document.xml.rels");
    assert!(links.contains(
        "Target=\"https://saksi.example.org/events?country=KHM\" TargetMode=\"External\""
    ));
    assert!(!opened.xml("word/document.xml").contains("TOC"), "one section needs no contents");
    let footer = opened.read("word/footer1.xml");
    assert_eq!(footer.text.trim(), "Example WatchPage  PAGE 1 of  NUMPAGES 1");
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    for document in [samples::rich(), samples::hostile()] {
        let first = docx(&document, BASE, &[]).unwrap();
        assert_eq!(first, docx(&document, BASE, &[]).unwrap());
    }
}

#[test]
fn contents_say_every_heading_and_ask_nothing() {
    let opened = opened(&samples::rich()).unwrap();
    let said = |style| {
        let entries = paragraphs(&opened, style);
        let text = |it: &String| it.split(" PAGEREF").next().unwrap().to_owned();
        entries.iter().map(text).collect::<Vec<_>>()
    };
    let first = said("TOC1");
    assert_eq!(first[0], " TOC \\o \"1-2\" \\h \\z \\u 1Key figures");
    assert_eq!(
        first[1..],
        [
            "2Trend",
            "3Emblematic cases",
            "4Legal framework",
            "5Annex: all cases",
            "How this report was made"
        ]
    );
    assert_eq!(said("TOC2"), ["3.1Dissolution of the CNRP", "3.2What happened when"]);
    let body = opened.body();
    let kind = |kind| body.all("w:fldChar").iter().filter(|it| it["w:fldCharType"] == kind).count();
    assert_eq!(kind("begin"), kind("end"));
    assert_eq!(kind("begin"), kind("separate"));
    assert!(!opened.xml("word/settings.xml").contains("updateFields"));
    assert!(!opened.xml("word/document.xml").contains("w:dirty"));
}

#[test]
fn a_note_is_a_footnote_once_and_then_leads_to_it() {
    let opened = opened(&samples::rich()).unwrap();
    let xml = opened.xml("word/document.xml");
    let body = opened.body();
    let marks: Vec<&str> =
        body.all("w:footnoteReference").iter().map(|it| it["w:id"].as_str()).collect();
    let expected: Vec<String> = (1..=30).map(|it| it.to_string()).collect();
    assert_eq!(marks, expected);
    // The second mark of note 2 shows its number, as a field that follows the footnote.
    assert!(xml.contains(" NOTEREF _Ref900000002 \\f \\h "));
    assert!(!xml.contains("customMarkFollows"));
    // Two marks beside one another are not read as one number.
    assert!(body.text.contains("16 November 2017 NOTEREF _Ref900000002 \\f \\h 2, "));
}

#[test]
fn numbers_of_notes_hold_when_they_are_out_of_order_and_none_is_lost() {
    let mut document = samples::small();
    document.notes = (1..=4).map(samples::note).collect();
    let text = [3, 1, 3].map(Span::note).to_vec();
    document.sections[0].blocks = vec![Block::Paragraph { text }];
    let opened = opened(&document).unwrap();
    let xml = opened.xml("word/document.xml");
    for number in [3, 1] {
        let mark = format!(
            "<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"{number}\"/><w:t>{number}</w:t>"
        );
        assert!(xml.contains(&mark), "{number}");
    }
    assert!(xml.contains("<w:hyperlink w:anchor=\"_Ref900000003\""));
    assert!(!opened.xml("word/footnotes.xml").contains("w:footnoteRef/"));
    let left = paragraphs(&opened, "FootnoteText");
    assert_eq!(left.len(), 2);
    assert!(left[0].starts_with("2. Asian") && left[1].starts_with("4. Asian"));
    assert_eq!(paragraphs(&opened, "HeadingPlain"), ["Sources", "How this report was made"]);
}

#[test]
fn tables_keep_their_head_their_widths_and_their_numbers() {
    let opened = opened(&samples::rich()).unwrap();
    let body = opened.body();
    assert_eq!(paragraphs(&opened, "Caption").len(), 5);
    assert_eq!(paragraphs(&opened, "Caption")[4], "Table  SEQ Table \\* ARABIC 2. All cases");
    assert_eq!(body.all("w:tblHeader").len(), 4);
    // Behind charts, the annex, and not one number that is not known.
    assert_eq!(paragraphs(&opened, "TableNumber").len(), 12 + 6 + 60);
    assert!(paragraphs(&opened, "TableNumber").contains(&"not known".to_owned()));
    let xml = opened.xml("word/document.xml");
    for grid in xml.split("<w:tblGrid>").skip(1) {
        let grid = grid.split("</w:tblGrid>").next().unwrap();
        let widths = read(&format!("<g xmlns:w=\"w\">{grid}</g>")).unwrap();
        let all: u32 =
            widths.all("w:gridCol").iter().map(|it| it["w:w"].parse::<u32>().unwrap()).sum();
        assert!((9_000..=9_070).contains(&all), "{all}");
    }
    let pictures = body.all("wp:docPr");
    assert_eq!(pictures.len(), 3);
    assert_eq!(pictures[0]["descr"], "Events by year: Events, Active sources (events)");
}

#[test]
fn other_languages_have_their_fonts_their_side_and_their_names() {
    let opened = opened(&samples::rich()).unwrap();
    let xml = opened.xml("word/document.xml");
    for said in [
        "<w:rFonts w:ascii=\"Khmer UI\" w:hAnsi=\"Khmer UI\" w:cs=\"Khmer UI\"/><w:cs/><w:lang w:bidi=\"km-KH\"/>",
        "<w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:rtl/><w:lang w:bidi=\"ar-SA\"/>",
        "<w:lang w:val=\"fr-FR\"/>",
        "<w:pStyle w:val=\"Quote\"/><w:bidi/>",
        "<w:r><w:t>\u{202b}</w:t></w:r>",
    ] {
        assert!(xml.contains(said), "{said}");
    }
    let mut document = samples::rich();
    document.language = "ar".to_owned();
    document.direction = "rtl".to_owned();
    let opened = self::opened(&document).unwrap();
    let xml = opened.xml("word/document.xml");
    assert!(xml.contains("<w:titlePg/><w:bidi/></w:sectPr>"));
    assert!(xml.contains("<w:tblStyle w:val=\"ReportTable\"/><w:bidiVisual/>"));
    assert!(xml.contains("<w:pStyle w:val=\"Heading1\"/><w:bidi/>"));
    assert!(
        opened
            .xml("word/styles.xml")
            .contains("<w:lang w:val=\"en-GB\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>")
    );
}

#[test]
fn links_that_lead_nowhere_are_text() {
    let mut document = samples::small();
    let link = |href: &str| Span::link("text", href);
    let hrefs =
        ["javascript:x", "#nowhere", "//evil.org", "#key_figures", "/events", "https://un.org/ខ"];
    let text = hrefs.iter().map(|it| link(it)).collect();
    document.sections[0].blocks = vec![Block::Paragraph { text }];
    let opened = opened(&document).unwrap();
    let links: Vec<HashMap<String, String>> =
        opened.body().all("w:hyperlink").into_iter().cloned().collect();
    // Three of the paragraph, two of the note that nothing marks, and its reference.
    assert_eq!(links.len(), 6);
    assert_eq!(links[0]["w:anchor"], "to_key_figures_1");
    assert!(opened.xml("word/_rels/document.xml.rels").contains("https://un.org/%E1%9E%81"));
    let read = docx(&document, "", &[]).unwrap();
    assert!(!read.is_empty());
}

#[test]
fn nothing_in_a_text_is_markup() {
    let opened = opened(&samples::hostile()).unwrap();
    let body = opened.body();
    for text in &samples::HOSTILE[..4] {
        assert!(body.text.contains(text), "{text}");
    }
    assert!(!body.text.contains(['\u{0}', '\u{8}', '\u{7f}', '\u{fffe}']));
    // No table has more columns than Word takes.
    let xml = opened.xml("word/document.xml");
    for grid in xml.split("<w:tblGrid>").skip(1) {
        let columns = grid.split("</w:tblGrid>").next().unwrap().matches("<w:gridCol").count();
        assert!((1..=63).contains(&columns), "{columns}");
    }
    let footer = opened.read("word/footer1.xml");
    assert!(footer.text.ends_with("</style> NUMPAGES 1\"\\ PAGE 1{page"), "{}", footer.text);
}

#[test]
fn a_table_of_thousands_of_rows_is_whole() {
    let opened = opened(&samples::long(5_000)).unwrap();
    assert_eq!(opened.body().all("w:tr").len(), 5_001);
    assert_eq!(opened.read("word/footnotes.xml").all("w:footnote").len(), 5_002);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_report_is_a_file_that_opens(document in any::document()) {
        let opened = opened(&document);
        prop_assert!(opened.is_ok(), "{:?}", opened.err());
    }
}
