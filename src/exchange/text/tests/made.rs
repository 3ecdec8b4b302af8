//! Files of each kind, made as the programs make them that people use.

use std::io::Write as _;

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip with such parts.
pub(super) fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default();
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A part of a document: `within` its root element.
pub(super) fn part(root: &str, within: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">{within}</w:{root}>"#
    )
}

/// A document with such a body, and other parts.
pub(super) fn docx(body: &str, others: &[(&str, String)]) -> Vec<u8> {
    let document = part("document", &format!("<w:body>{body}<w:sectPr/></w:body>"));
    let mut parts: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())];
    parts.extend(others.iter().map(|(name, xml)| (*name, xml.as_bytes())));
    zip(&parts)
}

/// A paragraph of a document with one run of text.
pub(super) fn paragraph(text: &str) -> String {
    format!(r#"<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>"#)
}

/// A PDF out of its objects, numbered from 1; the first is the catalog.
pub(super) fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", number + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(
        format!("trailer\n<</Size {size}/Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n")
            .bytes(),
    );
    file
}

/// A stream object, packed.
pub(super) fn stream(about: &str, bytes: &[u8]) -> Vec<u8> {
    let packed = deflated(bytes);
    let mut object =
        format!("<<{about}/Filter/FlateDecode/Length {}>>\nstream\n", packed.len()).into_bytes();
    object.extend(packed);
    object.extend(b"\nendstream");
    object
}

pub(super) fn deflated(bytes: &[u8]) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

/// A PDF of pages with such contents, in Helvetica, which the pages call F1, and Helvetica Bold, F2.
pub(super) fn pdf_of(contents: &[String]) -> Vec<u8> {
    let count = contents.len();
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", 5 + page * 2)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>".to_vec(),
        format!(
            "<</Type/Pages/Count {count}/Kids[{}]/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>",
            kids.join(" ")
        )
        .into_bytes(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_vec(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>".to_vec(),
    ];
    for (page, content) in contents.iter().enumerate() {
        objects.push(
            format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", 6 + page * 2).into_bytes(),
        );
        let bytes: Vec<u8> = encoding_rs::WINDOWS_1252.encode(content).0.into_owned();
        objects.push(stream("", &bytes));
    }
    pdf(&objects, "")
}

/// What shows lines of text, in a size, with the first at such a place and the others below.
pub(super) fn shown(font: &str, size: i32, x: i32, y: i32, lines: &[&str]) -> String {
    let mut content = format!("BT /{font} {size} Tf {} TL 1 0 0 1 {x} {y} Tm\n", size * 12 / 10);
    for line in lines {
        let line = line.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)");
        content.extend(["(", &line, ") Tj T*\n"]);
    }
    content.push_str("ET\n");
    content
}
