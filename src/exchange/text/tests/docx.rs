//! Word documents.

use super::made::{docx, paragraph, part, zip};
use super::{check, cut, error_of, text_of};
use crate::exchange::text::{CutWhy, FileKind, TextOfFileError};

fn numbering() -> String {
    let level = |level: usize, format: &str, text: &str| {
        format!(
            r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{text}"/></w:lvl>"#
        )
    };
    let bullets = level(0, "bullet", "\u{F0B7}");
    let numbers = [level(0, "decimal", "%1."), level(1, "lowerLetter", "(%2)")].concat();
    part(
        "numbering",
        &format!(
            r#"<w:abstractNum w:abstractNumId="0">{bullets}</w:abstractNum><w:abstractNum w:abstractNumId="1">{numbers}</w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>"#
        ),
    )
}

fn item(list: usize, level: usize, text: &str) -> String {
    format!(
        r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
    )
}

#[test]
fn a_statement_keeps_its_lists_tables_and_notes() {
    let styles = part(
        "styles",
        r#"<w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style>
           <w:style w:styleId="Puce"><w:name w:val="Puce"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
           <w:style w:styleId="Puce2"><w:name w:val="Puce 2"/><w:basedOn w:val="Puce"/></w:style>"#,
    );
    let notes = part(
        "footnotes",
        r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
           <w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Interview of 4 May 2020.</w:t></w:r></w:p></w:footnote>"#,
    );
    let core = r#"<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>Template</dc:title><dc:language>en-GB</dc:language><dcterms:modified>2020-05-06T08:00:00Z</dcterms:modified></cp:coreProperties>"#;
    let body = [
        r#"<w:p><w:pPr><w:pStyle w:val="Titre1"/></w:pPr><w:r><w:t>Ostrava Delta: Free the boat crews</w:t></w:r></w:p>"#.to_owned(),
        r#"<w:p><w:r><w:t xml:space="preserve">(Ostrava, 6 May 2020) – The Delta League &amp; its members ask for </w:t></w:r><w:r><w:t>answers.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#.to_owned(),
        paragraph("The League calls on the Ministry:"),
        item(2, 0, "to release the crews;"),
        item(2, 1, "without conditions;"),
        item(2, 1, "without delay;"),
        item(2, 0, "to return the boats."),
        item(1, 0, "a point"),
        r#"<w:p><w:pPr><w:pStyle w:val="Puce2"/></w:pPr><w:r><w:t>another point</w:t></w:r></w:p>"#.to_owned(),
        format!(
            "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr><w:tr><w:tc>{}{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>",
            paragraph("Date"), paragraph("Place"), paragraph("1 May"), paragraph("at night"), paragraph("Lower quay")
        ),
        paragraph("Last words."),
    ]
    .concat();
    let file = docx(
        &body,
        &[
            ("word/styles.xml", styles),
            ("word/numbering.xml", numbering()),
            ("word/footnotes.xml", notes),
            ("docProps/core.xml", core.to_owned()),
        ],
    );
    let text = text_of(&file);
    check(&text);
    assert_eq!(text.kind, FileKind::Docx);
    assert_eq!(
        text.body,
        "Ostrava Delta: Free the boat crews\n\n\
         (Ostrava, 6 May 2020) – The Delta League & its members ask for answers.[1]\n\n\
         The League calls on the Ministry:\n\n\
         1. to release the crews;\n(a) without conditions;\n(b) without delay;\n2. to return the boats.\n\
         • a point\n• another point\n\n\
         Date\tPlace\n1 May at night\tLower quay\n\n\
         Last words.\n\n[1] Interview of 4 May 2020."
    );
    assert_eq!(text.title.as_deref(), Some("Ostrava Delta: Free the boat crews"));
    assert_eq!(text.language.as_deref(), Some("en-GB"));
    assert_eq!(text.published.as_deref(), Some("2020-05-06"));
    assert_eq!(text.cut, []);
}

#[test]
fn tracked_changes_are_as_if_they_were_accepted() {
    let body = r#"<w:p><w:r><w:t xml:space="preserve">Police </w:t></w:r>
        <w:del w:id="1"><w:r><w:delText>beat</w:delText></w:r><w:r><w:t>beat</w:t></w:r></w:del>
        <w:ins w:id="2"><w:r><w:t>arrested</w:t></w:r></w:ins><w:r><w:t xml:space="preserve"> three people.</w:t></w:r></w:p>
        <w:moveFrom w:id="3"><w:p><w:r><w:t>Moved away.</w:t></w:r></w:p></w:moveFrom>
        <w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc><w:p><w:r><w:t>A deleted row.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"#;
    let text = text_of(&docx(body, &[]));
    check(&text);
    assert_eq!(text.body, "Police arrested three people.");
    assert_eq!(
        text.notices,
        [
            "3 passages are left out, because the document marks them as deleted",
            "a passage is kept that the document marks as inserted and nobody has accepted yet",
        ]
    );
}

#[test]
fn text_boxes_are_read_once_after_their_paragraph() {
    let boxed = format!("<w:txbxContent>{}</w:txbxContent>", paragraph("Three people were hurt."));
    let body = format!(
        "<w:p><w:r><w:t>Before.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback><w:pict><v:textbox>{boxed}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{}",
        paragraph("After.")
    );
    let text = text_of(&docx(&body, &[]));
    assert_eq!(text.body, "Before.\n\nThree people were hurt.\n\nAfter.");
}

#[test]
fn heads_feet_and_hidden_words_are_cut_and_told() {
    let head = part("hdr", &paragraph("Delta League – 12 Quay Road"));
    let foot = part("ftr", &format!("{}{}", paragraph("Registered charity"), paragraph("Page 2")));
    let body = format!(
        "<w:p><w:r><w:t>Seen.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>Not seen.</w:t></w:r></w:p>{}",
        paragraph("Also seen.")
    );
    let others = [
        ("word/header1.xml", head.clone()),
        ("word/header2.xml", head),
        ("word/footer1.xml", foot),
    ];
    let text = text_of(&docx(&body, &others));
    check(&text);
    assert_eq!(text.body, "Seen.\n\nAlso seen.");
    assert_eq!(cut(&text, CutWhy::Header), "Delta League – 12 Quay Road");
    assert_eq!(cut(&text, CutWhy::Footer), "Registered charity\n\nPage 2");
    assert_eq!(cut(&text, CutWhy::Hidden), "Not seen.");
}

#[test]
fn contacts_below_a_statement_are_cut() {
    let body = ["The League calls on the Ministry to release the crews, and to return their boats and nets.", "ENDS",
        "For further information, please contact:", "Ida Noor, Delta League, +00 00 000 0000", "Notes to editors", "The Delta League was founded in 1999."]
        .map(paragraph)
        .concat();
    let text = text_of(&docx(&body, &[]));
    check(&text);
    assert!(
        text.body.ends_with("nets.\n\nNotes to editors\n\nThe Delta League was founded in 1999."),
        "{}",
        text.body
    );
    assert_eq!(cut(&text, CutWhy::EndMark), "ENDS");
    assert_eq!(
        cut(&text, CutWhy::Contact),
        "For further information, please contact:\n\nIda Noor, Delta League, +00 00 000 0000"
    );
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let bomb = vec![b' '; 101 * 1024 * 1024];
    let file = zip(&[("word/document.xml", &bomb)]);
    drop(bomb);
    assert!(file.len() < 1024 * 1024);
    let error = error_of(&file);
    assert!(matches!(error, TextOfFileError::Excessive { .. }), "{error}");
    assert_eq!(
        error.to_string(),
        "the Word document has more packed into it than is read of one (100 MB); such a file is no statement. Open it, copy the text and paste it here"
    );
}

#[test]
fn what_is_damaged_says_what_to_do() {
    let whole = docx(&paragraph("Text."), &[]);
    for file in [
        zip(&[("word/document.xml", b"<w:document><w:body>")]),
        zip(&[("word/document.xml", b"<a></b>")]),
        zip(&[("word/styles.xml", b"<a/>")]),
        docx(&"<w:sdt>".repeat(1_200), &[]),
        whole[..whole.len() / 2].to_vec(),
    ] {
        let error = error_of(&file);
        assert!(matches!(error, TextOfFileError::Damaged { .. }), "{error}");
        assert!(
            error
                .to_string()
                .ends_with("open it in the program that made it, save it anew, and send that")
        );
    }
    assert_eq!(error_of(&docx("", &[])), TextOfFileError::NoText { kind: FileKind::Docx });
}
