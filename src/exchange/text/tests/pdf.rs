//! PDFs.

use super::made::{deflated, pdf, pdf_of, shown, stream};
use super::{check, cut, error_of, text_of};
use crate::exchange::text::{CutWhy, FileKind, TextOfFileError};

const FIRST: [&str; 4] = [
    "Ostrava, 6 May 2020 – The Delta League is alarmed by the arrest of the crews of two",
    "boats on the lower river. The crews, who had taken food to the villages, are held with-",
    "out charge in the river post. Their non-",
    "governmental lawyer has “not” seen them (twice).",
];

fn head(page: usize) -> String {
    shown("F1", 8, 70, 800, &["Delta League – Statements of 2020"])
        + &shown("F1", 8, 280, 30, &[&format!("Page {page} of 3")])
}

#[test]
fn paragraphs_go_on_over_lines_and_pages() {
    let file = pdf_of(&[
        head(1)
            + &shown("F2", 18, 70, 760, &["Free the crews of the"])
            + &shown("F2", 18, 70, 738, &["two boats"])
            + &shown("F1", 11, 70, 700, &FIRST)
            + &shown("F1", 11, 70, 630, &["The League calls on the Ministry:"])
            + &shown(
                "F1",
                11,
                80,
                610,
                &[
                    "• to release the crews at once, without conditions and with",
                    "their boats and nets;",
                    "• to return the food.",
                ],
            )
            + &shown(
                "F1",
                11,
                70,
                120,
                &[
                    "After the arrest, the governor of the province told the newspapers of the capital that the",
                ],
            ),
        head(2) + &shown("F1", 11, 70, 760, &["crews had been warned. He gave no date for it."]),
        head(3) + &shown("F1", 11, 70, 760, &["The League was founded in 1999."]),
    ]);
    let text = text_of(&file);
    check(&text);
    assert_eq!(text.kind, FileKind::Pdf);
    assert_eq!(
        text.body,
        "Free the crews of the two boats\n\n\
         Ostrava, 6 May 2020 – The Delta League is alarmed by the arrest of the crews of two boats on the lower river. The crews, who had taken food to the villages, are held without charge in the river post. Their non-governmental lawyer has “not” seen them (twice).\n\n\
         The League calls on the Ministry:\n\n\
         • to release the crews at once, without conditions and with their boats and nets;\n• to return the food.\n\n\
         After the arrest, the governor of the province told the newspapers of the capital that the crews had been warned. He gave no date for it.\n\n\
         The League was founded in 1999."
    );
    assert_eq!(text.title.as_deref(), Some("Free the crews of the two boats"));
    assert_eq!(text.language.as_deref(), Some("en-GB"));
    assert_eq!(cut(&text, CutWhy::Header).matches("Delta League – Statements of 2020").count(), 3);
    assert_eq!(cut(&text, CutWhy::PageNumber), "Page 1 of 3\nPage 2 of 3\nPage 3 of 3");
}

#[test]
fn notes_at_the_foot_of_a_page_follow_the_text() {
    let file = pdf_of(&[
        shown(
            "F1",
            11,
            70,
            760,
            &[
                "The crews were arrested on the lower river on the fourth day of May, as their families in the",
                "villages of the delta said, and as the League could",
            ],
        ) + &shown("F1", 8, 70, 60, &["1 Interview with the families, 5 May 2020."]),
        shown("F1", 11, 70, 760, &["confirm on the next day."]),
    ]);
    assert_eq!(
        text_of(&file).body,
        "The crews were arrested on the lower river on the fourth day of May, as their families in the villages of the delta said, and as the League could confirm on the next day.\n\n1 Interview with the families, 5 May 2020."
    );
}

#[test]
fn rows_of_a_table_are_lines() {
    let mut content = shown(
        "F1",
        11,
        70,
        760,
        &["The arrests of the month of May, by day and by place, as the League has noted them:"],
    );
    for (row, (day, place)) in
        [("Date", "Place"), ("4 May", "Lower river"), ("6 May", "Ostrava")].iter().enumerate()
    {
        let y = 730 - 14 * i32::try_from(row).unwrap();
        content += &(shown("F1", 11, 70, y, &[day]) + &shown("F1", 11, 200, y, &[place]));
    }
    let text = text_of(&pdf_of(&[content]));
    assert!(
        text.body.ends_with("Date\tPlace\n4 May\tLower river\n6 May\tOstrava"),
        "{}",
        text.body
    );
}

#[test]
fn two_columns_are_read_one_after_the_other() {
    let left = [
        "The crews of two boats were",
        "arrested on the lower river",
        "on the fourth day of May. The",
        "League asked the Ministry for",
    ];
    let right =
        ["answers on the next day, and", "has had no answer since. It", "will go on asking."];
    let file = pdf_of(&[shown("F1", 11, 70, 760, &left) + &shown("F1", 11, 310, 760, &right)]);
    assert_eq!(
        text_of(&file).body,
        "The crews of two boats were arrested on the lower river on the fourth day of May. The League asked the Ministry for answers on the next day, and has had no answer since. It will go on asking."
    );
}

#[test]
fn fonts_say_which_letters_they_have() {
    let map = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n2 beginbfrange <0001> <0003> <1780> <0005> <0006> [<0066006C> <FB01>] endbfrange 1 beginbfchar <0009> <D83DDE00> endbfchar endcmap";
    let objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/Contents[4 0 R]/Resources<</Font<</A 5 0 R/B 8 0 R>>>>>>".to_vec(),
        stream("", b"BT /A 12 Tf 70 700 Td <000100020003> Tj [<0005> -400 <0006> 0 <0009>] TJ ET BT /B 12 Tf 70 600 Td (A\\001\\002 a) Tj ET"),
        b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>".to_vec(),
        b"<</Type/Font/Subtype/CIDFontType2/DW 600/W[1[700 700] 3 4 500]>>".to_vec(),
        stream("", map),
        b"<</Type/Font/Subtype/Type1/BaseFont/Y/Encoding<</Differences[1/eacute/f_i]>>>>".to_vec(),
    ];
    assert_eq!(text_of(&pdf(&objects, "")).body, "កខគfl fi😀\n\nAéfi a");
}

#[test]
fn what_a_page_marks_is_read_as_it_says() {
    let content = "/Artifact <</Type/Pagination>> BDC BT /F1 9 Tf 70 500 Td (Draft of the secretariat) Tj ET EMC BT /F1 12 Tf 70 700 Td /Span <</ActualText <FEFF0061006600660069006E>>> BDC (xy) Tj (z) Tj EMC ( is the word that stands here, and no other one.) Tj ET";
    let text = text_of(&pdf_of(&[content.to_owned()]));
    assert_eq!(text.body, "affin is the word that stands here, and no other one.");
    assert_eq!(cut(&text, CutWhy::Header), "Draft of the secretariat");
}

#[test]
fn objects_in_streams_and_of_later_versions_are_found() {
    let packed = "1 0 2 34 3 76 <</Type/Catalog/Pages 2 0 R      >> <</Type/Pages/Kids[3 0 R]/Count 1      >> <</Type/Page/Parent 2 0 R/Contents 10 0 R/Resources<</Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/Arial>>>>>>>>";
    let first = packed.find("<<").unwrap();
    let places: Vec<usize> = packed.match_indices("<</Type/").map(|(at, _)| at - first).collect();
    let heading = format!("1 {} 2 {} 3 {} ", places[0], places[1], places[2]);
    let whole = format!("{heading}{}", &packed[first..]);
    let mut file = b"%PDF-1.5\n".to_vec();
    let mut add = |number: usize, object: Vec<u8>| {
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    };
    add(9, stream(&format!("/Type/ObjStm/N 3/First {}", heading.len()), whole.as_bytes()));
    add(10, stream("", b"BT /F1 12 Tf 70 700 Td (The old text.) Tj ET"));
    add(11, stream("/Type/XRef/Root 1 0 R/Size 12/W[1 1 1]", b"\0\0\0"));
    // The file was changed later: the same number again.
    add(10, stream("", b"BT /F1 12 Tf 70 700 Td (The new text.) Tj ET"));
    assert_eq!(text_of(&file).body, "The new text.");
}

#[test]
fn encrypted_scanned_and_empty_files_say_what_to_do() {
    let page = pdf_of(&[shown("F1", 12, 70, 700, &["Text"])]);
    let encrypted = String::from_utf8_lossy(&page).replace("/Size", "/Encrypt 3 0 R/Size");
    assert_eq!(
        error_of(encrypted.as_bytes()).to_string(),
        "the PDF is encrypted; open it with its password, print it to a new PDF without one, and send that, or paste the text"
    );
    let picture = |content: &[u8]| {
        pdf(
            &[
                b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
                b"<</Type/Page/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>".to_vec(),
                stream("", content),
                b"<</Subtype/Image/Filter/DCTDecode/Length 3>>\nstream\nabc\nendstream".to_vec(),
            ],
            "",
        )
    };
    assert_eq!(
        error_of(&picture(b"q 600 0 0 800 0 0 cm /I Do Q")).to_string(),
        "the PDF has pictures of pages and no text (1 page); run text recognition (OCR) on it and save it as a PDF with a text layer, or type the text"
    );
    assert_eq!(
        error_of(&picture(b"q BI /W 1 /H 1 ID xEI EI Q")),
        TextOfFileError::Scan { pages: 1 }
    );
    assert_eq!(error_of(&picture(b"0 0 m")), TextOfFileError::NoText { kind: FileKind::Pdf });
    assert!(matches!(error_of(b"%PDF-1.7\nnothing"), TextOfFileError::Damaged { .. }));
    // Fonts that do not say which letters they have.
    let objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Contents 4 0 R/Resources<</Font<</A<</Subtype/Type0/Encoding/Identity-H>>>>>>>>".to_vec(),
        stream("", b"BT /A 12 Tf 70 700 Td <00010002> Tj ET"),
    ];
    assert_eq!(error_of(&pdf(&objects, "")), TextOfFileError::Letters);
}

#[test]
fn pages_without_text_among_others_are_named() {
    let text = text_of(&pdf_of(&[
        shown("F1", 12, 70, 700, &["The first page has a text, and the second one a picture."]),
        "BI /W 1 /H 1 ID x EI".to_owned(),
    ]));
    assert_eq!(
        text.notices,
        ["page 2 has a picture and no text; it may be a scan, which is not read"]
    );
}

fn page_with(content: Vec<u8>, others: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Contents 4 0 R/Resources 5 0 R>>".to_vec(),
        content,
        b"<</XObject<</A 6 0 R/B 7 0 R>>/Font<</F1<</Type/Font/Subtype/TrueType/BaseFont/Arial>>>>>>".to_vec(),
    ];
    objects.extend(others);
    pdf(&objects, "")
}

#[test]
fn bombs_are_refused() {
    let message = |file: &[u8]| error_of(file).to_string();
    // Packed twice, 101 MB.
    let inner = deflated(&vec![b' '; 101 * 1024 * 1024]);
    let packed = deflated(&inner);
    let mut object =
        format!("<</Filter[/FlateDecode/FlateDecode]/Length {}>>\nstream\n", packed.len())
            .into_bytes();
    object.extend(packed);
    object.extend(b"\nendstream");
    assert_eq!(
        message(&page_with(object, Vec::new())),
        "the PDF has more packed into it than is read of one (100 MB); such a file is no statement. Open it, copy the text and paste it here"
    );
    // Drawings that use each other, again and again.
    let form = |name: &str| stream("/Subtype/Form", format!("/{name} Do ").repeat(50).as_bytes());
    let file = page_with(stream("", b"/A Do"), vec![form("B"), form("A")]);
    assert!(message(&file).starts_with("the PDF has more to draw than"), "{}", message(&file));
    // One sign after another.
    let many = format!("BT /F1 1 Tf {} ET", format!("({}) Tj ", "x".repeat(1_000)).repeat(4_100));
    let many = page_with(stream("", many.as_bytes()), Vec::new());
    assert!(message(&many).starts_with("the PDF has more signs than"), "{}", message(&many));
}

#[test]
fn circles_and_depths_end() {
    let circle = pdf(
        &[
            b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
            b"<</Type/Pages/Kids[2 0 R 3 0 R 3 0 R]/Parent 2 0 R/Resources 4 0 R>>".to_vec(),
            b"<</Type/Page/Contents 6 0 R/Resources 5 0 R>>".to_vec(),
            b"5 0 R".to_vec(),
            b"4 0 R".to_vec(),
            stream("", b"q q Q Q Q BT (x) Tj ET"),
        ],
        "",
    );
    assert_eq!(error_of(&circle), TextOfFileError::NoText { kind: FileKind::Pdf });
    let deep =
        format!("%PDF-1.4\n1 0 obj {} endobj trailer<</Root 1 0 R>>", "<</A".repeat(200_000));
    assert!(matches!(error_of(deep.as_bytes()), TextOfFileError::Damaged { .. }));
    let wide =
        format!("%PDF-1.4\n1 0 obj [{}] endobj trailer<</Root 1 0 R>>", "0 ".repeat(2_000_000));
    assert!(matches!(error_of(wide.as_bytes()), TextOfFileError::Damaged { .. }));
}
