//! Files as they come, made here; real ones are read in `tests/it/imports.rs`.

use std::io::Write;

use proptest::prelude::*;

use super::delimited::Records;
use super::*;

fn file(bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    file
}

fn all(bytes: &[u8], wish: &Wish) -> Result<(Detected, Vec<Row>)> {
    let file = file(bytes);
    let detected = detect(file.path(), "file", wish)?;
    let mut rows = Vec::new();
    each_row(file.path(), &detected, &mut |row| {
        rows.push(row);
        Ok(ControlFlow::Continue(()))
    })?;
    Ok((detected, rows))
}

fn read(bytes: &[u8]) -> (Detected, Vec<Row>) {
    all(bytes, &Wish::default()).unwrap()
}

fn refused(bytes: &[u8]) -> String {
    match all(bytes, &Wish::default()) {
        Err(Error::Invalid(fields)) => fields[0].message.clone(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn encodings_are_told_apart() {
    let text = "name;place\nRenée;Besançon\nJürgen;Köln\n";
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(text);
    // encoding_rs encodes Mac Roman too.
    let (mac, ..) = encoding_rs::MACINTOSH.encode(text);
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), Encoding::Utf8),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), Encoding::Utf8Bom),
        ([b"\xFF\xFE", utf16.as_slice()].concat(), Encoding::Utf16Le),
        (utf16.clone(), Encoding::Utf16Le),
        (windows.to_vec(), Encoding::Windows1252),
        (mac.to_vec(), Encoding::Macintosh),
    ] {
        let (detected, rows) = read(&bytes);
        assert_eq!(detected.encoding, Some(encoding));
        assert_eq!(detected.columns, ["name", "place"]);
        assert_eq!(rows[0].cells, ["Renée", "Besançon"], "{encoding}");
        assert_eq!(rows[1].cells, ["Jürgen", "Köln"], "{encoding}");
    }
}

#[test]
fn line_ends_and_delimiters_are_told_apart() {
    for (text, ends, delimiter) in [
        ("a,b\n1,2\n", LineEnds::Lf, Delimiter::Comma),
        ("a;b\r\n1;2\r\n", LineEnds::CrLf, Delimiter::Semicolon),
        ("a\tb\r1\t2\r", LineEnds::Cr, Delimiter::Tab),
        ("a|b\n1|2", LineEnds::Lf, Delimiter::Pipe),
    ] {
        let (detected, rows) = read(text.as_bytes());
        assert_eq!((detected.line_ends, detected.delimiter), (Some(ends), Some(delimiter)));
        assert_eq!(rows.len(), 1);
        assert_eq!(
            (rows[0].number, rows[0].cells.as_slice()),
            (2, &["1".to_owned(), "2".to_owned()][..])
        );
    }
}

#[test]
fn titles_above_the_header_and_tags_below_it_are_found() {
    let (detected, rows) =
        read(b"Attacks 2017,,\n\nDate,Country,Deaths\n#date,#country,#deaths\n2017-01-01,KHM,1\n");
    assert_eq!((detected.header_row, detected.hxl_row), (3, Some(4)));
    assert_eq!(detected.tags, ["#date", "#country", "#deaths"]);
    assert_eq!(rows[0].number, 5);
    let wish = Wish { header_row: Some(1), ..Wish::default() };
    let (detected, _) = all(b"a,b\nc,d\ne,f\n", &wish).unwrap();
    assert_eq!(detected.columns, ["a", "b"]);
}

#[test]
fn what_is_no_table_is_refused_with_its_place() {
    assert!(refused(b"a,b\n1,\"2\n3,4\n").starts_with("row 2: the row has a quote that is opened"));
    assert!(refused(b"a,b,c\n1,2,3\n4,5").contains("cut off"));
    assert!(refused(b"").contains("empty"));
    let wide = vec!["c"; 500].join(",") + "\n";
    assert!(refused(wide.as_bytes()).contains("500 columns; the most is 300"));
    assert!(refused(b"%PDF-1.4").contains("CSV, XLSX or JSON Lines"));
    assert!(refused(b"PK\x03\x04 and no more").contains("no whole workbook"));
    let long = format!("a,b\n1,\"{}\"\n", "x".repeat(LONGEST_CELL + 1));
    assert!(refused(long.as_bytes()).contains("row 2: the row has a cell of more than"));
    let wish = Wish { encoding: Some(Encoding::Utf8), ..Wish::default() };
    let Err(Error::Invalid(fields)) = all(b"a,b\n\xE9,2\n", &wish) else { panic!() };
    assert!(fields[0].message.contains("is not utf-8"), "{fields:?}");
}

#[test]
fn rows_that_do_not_fit_are_wrong_and_the_others_are_read() {
    let (_, rows) = read(b"a,b\n1,2,3\n4\n5,\0\n6,7,\n");
    assert!(
        rows[0].wrong.as_ref().unwrap().message.contains("has 3 cells, and the header 2 columns")
    );
    assert_eq!(rows[1].cells, ["4", ""]);
    assert!(rows[2].wrong.as_ref().unwrap().message.contains("NUL"));
    assert_eq!((&rows[3].wrong, rows[3].cells.len()), (&None, 2));
}

#[test]
fn letters_that_were_taken_for_control_characters_are_letters_again() {
    let (_, rows) = read("a,b\n1300 \u{80},it\u{92}s\n".as_bytes());
    assert_eq!(rows[0].cells, ["1300 €", "it’s"]);
}

#[test]
fn lines_of_json_are_rows() {
    let (detected, rows) =
        read(b"{\"a\": 1, \"b\": [\"x\", \"y\"]}\n{\"b\": null, \"c\": true}\n{\"a\":\n");
    assert_eq!(detected.columns, ["a", "b", "c"]);
    assert_eq!(rows[0].cells, ["1", "x; y", ""]);
    assert_eq!(rows[1].cells, ["", "", "true"]);
    assert!(rows[2].wrong.as_ref().unwrap().message.contains("cut off"));
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused() {
    use zip::write::{SimpleFileOptions, ZipWriter};
    let mut out = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    out.start_file("xl/worksheets/sheet1.xml", SimpleFileOptions::default()).unwrap();
    out.write_all(&vec![b' '; 3 << 20]).unwrap();
    let bomb = out.finish().unwrap().into_inner();
    assert!(bomb.len() < 1 << 16);
    let size = |bytes: &[u8]| match super::xlsx::check_size(file(bytes).path(), 2 << 20) {
        Err(Error::Invalid(fields)) => fields[0].message.clone(),
        other => panic!("{other:?}"),
    };
    assert!(size(&bomb).contains("unpacks to more than 2 MiB"));
    // One that says that it is small: the sizes of its directory and of the part's head, changed.
    let mut liar = bomb;
    let (said, small) = ((3_u32 << 20).to_le_bytes(), 100_u32.to_le_bytes());
    let places: Vec<usize> = (0..liar.len() - 4).filter(|at| liar[*at..*at + 4] == said).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&small);
    }
    let about = size(&liar);
    assert!(
        about.contains("unpacks to more than") || about.contains("no whole workbook"),
        "{about}"
    );
}

#[test]
fn a_workbook_is_read_as_it_shows() {
    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_row(0, 0, ["Day", "Link", "Deaths", "Sum"]).unwrap();
    let day = ExcelDateTime::from_ymd(2017, 11, 16).unwrap();
    let format = Format::new().set_num_format("dd/mm/yyyy");
    sheet.write_datetime_with_format(1, 0, &day, &format).unwrap();
    sheet.write_string(1, 1, "=HYPERLINK(\"http://evil.example\")").unwrap();
    sheet.write_number(1, 2, 3).unwrap();
    sheet.write_formula(1, 3, rust_xlsxwriter::Formula::new("=C2*2").set_result("6")).unwrap();
    sheet.merge_range(3, 0, 3, 1, "both", &Format::new()).unwrap();
    let (detected, rows) = read(&book.save_to_buffer().unwrap());
    assert_eq!(rows[0].cells, ["2017-11-16", "=HYPERLINK(\"http://evil.example\")", "3", "6"]);
    assert_eq!(rows[1].number, 4);
    let notes = detected.notes.join("\n");
    assert!(
        notes.contains("merged, first in row 4") && notes.contains("1 cells are formulas"),
        "{notes}"
    );
}

proptest! {
    #[test]
    fn what_a_writer_of_csv_writes_is_read_back(
        rows in prop::collection::vec(prop::collection::vec("[^\u{0}]{0,20}", 2..6), 1..20),
        delimiter in prop::sample::select(Delimiter::ALL),
    ) {
        let mut out = csv::WriterBuilder::new().flexible(true).delimiter(delimiter.byte()).from_writer(Vec::new());
        for row in &rows {
            out.write_record(row).unwrap();
        }
        let bytes = out.into_inner().unwrap();
        let mut records = Records::new(bytes.as_slice(), delimiter.byte());
        let mut back = Vec::new();
        while let Some(row) = records.next_row().unwrap() {
            back.push(row.cells);
        }
        prop_assert_eq!(back, rows);
    }

    #[test]
    fn no_bytes_make_it_fail(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        match all(&bytes, &Wish::default()) {
            Ok(_) | Err(Error::Invalid(_)) => {}
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }

    #[test]
    fn no_table_makes_it_fail(text in "[a\"\r\n,;\u{0}é#{}:]{0,200}") {
        match all(text.as_bytes(), &Wish::default()) {
            Ok(_) | Err(Error::Invalid(_)) => {}
            Err(other) => prop_assert!(false, "{other:?}"),
        }
    }
}
