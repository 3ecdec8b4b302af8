//! Tables.

use super::body::{Body, Paragraph};
use super::runs::Look;
use crate::domain::document::{Block, Document, Figure, Span, Table};
use crate::exchange::report::shared::data::{columns, shares};
use crate::exchange::report::shared::text::shortened;

/// Of the text, in twentieths of a point.
const TEXT_WIDTH: u32 = 9_070;
/// A table of Word has no more columns; wider ones are parted, each part with the first column.
const MOST_COLUMNS: usize = 63;
/// Tables of more columns are set smaller.
const MANY_COLUMNS: usize = 8;
/// Rows with more characters may be parted between pages: they could be longer than one.
const LONG_ROW: usize = 1_200;
/// Of what tells those who do not see a table what it is.
const ALTERNATIVE: usize = 240;
/// In longer tables, rows with notes may be parted: `LibreOffice` does not come to an end with hundreds that
/// take a footnote along and may not.
const MANY_ROWS: usize = 100;
const FIGURES_IN_A_ROW: usize = 4;

/// Whether a table of the report is parted, so that its cells do not stand in their order.
pub fn has_parted_table(document: &Document) -> bool {
    let blocks = document.sections.iter().flat_map(|it| &it.blocks);
    blocks
        .filter_map(|it| if let Block::Table(table) = it { Some(table) } else { None })
        .any(|it| columns(it) > MOST_COLUMNS)
}

/// The places of the columns of each part of a table.
fn parts(columns: usize) -> Vec<Vec<usize>> {
    if columns <= MOST_COLUMNS {
        return vec![(0..columns).collect()];
    }
    let rest: Vec<usize> = (1..columns).collect();
    rest.chunks(MOST_COLUMNS - 1).map(|it| [&[0], it].concat()).collect()
}

impl Body<'_> {
    pub fn captioned_table(&mut self, table: &Table) {
        self.tables += 1;
        let word = &self.setting.document.words.table;
        self.caption(word, "Table", self.tables, &table.title);
        self.table(table);
        if !table.remark.is_empty() {
            self.paragraph("Remark", &table.remark);
        }
    }

    /// A table without its caption, and the paragraph that parts it from what follows.
    pub fn table(&mut self, table: &Table) {
        for part in parts(columns(table)) {
            if !part.is_empty() {
                self.table_part(table, &part);
                self.after_table();
            }
        }
    }

    fn table_part(&mut self, table: &Table, places: &[usize]) {
        let column = |place: &usize| table.columns.get(*place);
        let shares = shares(table, places);
        let size =
            (places.len() > MANY_COLUMNS).then_some(if places.len() > 16 { "9" } else { "14" });
        self.open_table("ReportTable", &shares, &table.title);
        if !table.columns.is_empty() {
            self.open_row(true, true);
            for (place, share) in places.iter().zip(&shares) {
                self.open_cell(*share, true);
                let label = column(place).map_or("", |it| it.label.as_str());
                let is_number = column(place).is_some_and(|it| it.numbers);
                self.sized(if is_number { "TableHeadNumber" } else { "TableHead" }, label, size);
                self.part.xml.close();
            }
            self.part.xml.close();
        }
        for row in &table.rows {
            let length: usize = row.iter().flatten().map(|it| it.text.len()).sum();
            let has_note = row.iter().flatten().any(|it| it.note.is_some());
            let is_whole = length <= LONG_ROW && !(has_note && table.rows.len() > MANY_ROWS);
            self.open_row(false, is_whole);
            for (place, share) in places.iter().zip(&shares) {
                self.open_cell(*share, false);
                let is_number = column(place).is_some_and(|it| it.numbers);
                let style = if is_number { "TableNumber" } else { "TableText" };
                self.cell_text(style, row.get(*place).map_or(&[][..], Vec::as_slice), size);
                self.part.xml.close();
            }
            self.part.xml.close();
        }
        self.part.xml.close();
    }

    fn cell_text(&mut self, style: &'static str, text: &[Span], size: Option<&'static str>) {
        let rtl = self.setting.reads_rtl(text);
        self.open(Paragraph { style, keep: false, rtl });
        self.looking(text, Look { rtl, size, ..Look::default() });
        self.close();
    }

    /// Begins a table whose columns have these thousandths of the width.
    pub fn open_table(&mut self, style: &str, shares: &[u32], about: &str) {
        let xml = &mut self.part.xml;
        xml.open("w:tbl", &[]);
        xml.open("w:tblPr", &[]);
        xml.value("w:tblStyle", style);
        if self.setting.rtl {
            xml.empty("w:bidiVisual", &[]);
        }
        xml.empty("w:tblW", &[("w:w", &TEXT_WIDTH.to_string()), ("w:type", "dxa")]);
        xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        if shares.len() > MANY_COLUMNS {
            xml.open("w:tblCellMar", &[]);
            xml.empty("w:left", &[("w:w", "30"), ("w:type", "dxa")]);
            xml.empty("w:right", &[("w:w", "30"), ("w:type", "dxa")]);
            xml.close();
        }
        xml.empty(
            "w:tblLook",
            &[
                ("w:val", "0420"),
                ("w:firstRow", "1"),
                ("w:lastRow", "0"),
                ("w:firstColumn", "0"),
                ("w:lastColumn", "0"),
                ("w:noHBand", "0"),
                ("w:noVBand", "1"),
            ],
        );
        if !about.trim().is_empty() {
            xml.value("w:tblCaption", &shortened(about, ALTERNATIVE));
        }
        xml.close();
        xml.open("w:tblGrid", &[]);
        for share in shares {
            xml.empty("w:gridCol", &[("w:w", &width(*share))]);
        }
        xml.close();
    }

    /// Begins a row: a head, which is said again on each page, or one of the others.
    pub fn open_row(&mut self, is_head: bool, is_whole: bool) {
        let xml = &mut self.part.xml;
        xml.open("w:tr", &[]);
        if is_head || is_whole {
            xml.open("w:trPr", &[]);
            if is_whole {
                xml.empty("w:cantSplit", &[]);
            }
            if is_head {
                xml.empty("w:tblHeader", &[]);
            }
            xml.close();
        }
    }

    /// Begins a cell with so many thousandths of the width.
    pub fn open_cell(&mut self, share: u32, is_head: bool) {
        let xml = &mut self.part.xml;
        xml.open("w:tc", &[]);
        xml.open("w:tcPr", &[]);
        xml.empty("w:tcW", &[("w:w", &width(share)), ("w:type", "dxa")]);
        if is_head {
            let grey = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", "F3F3F6")];
            xml.empty("w:shd", &grey);
            xml.value("w:vAlign", "bottom");
        }
        xml.close();
    }

    /// Parts a table from what follows, which would else be one with it.
    pub fn after_table(&mut self) {
        self.open(Paragraph { style: "AfterTable", keep: false, rtl: false });
        self.close();
    }

    /// Numbers that stand out, side by side.
    pub fn figures(&mut self, items: &[Figure]) {
        if items.is_empty() {
            return;
        }
        let rows = items.len().div_ceil(FIGURES_IN_A_ROW);
        let in_a_row = items.len().div_ceil(rows);
        let share = 1_000 / u32::try_from(in_a_row).unwrap_or(1).max(1);
        self.open_table("FigureTable", &vec![share; in_a_row], "");
        for row in items.chunks(in_a_row) {
            self.open_row(false, true);
            for at in 0..in_a_row {
                self.open_cell(share, false);
                match row.get(at) {
                    Some(figure) => self.figure(figure),
                    None => self.after_table(),
                }
                self.part.xml.close();
            }
            self.part.xml.close();
        }
        self.part.xml.close();
        self.after_table();
    }

    fn figure(&mut self, figure: &Figure) {
        self.paragraph("FigureValue", std::slice::from_ref(&figure.value));
        self.plain("FigureLabel", &figure.label);
        if let Some(rule) = &figure.rule {
            self.plain("FigureRule", rule);
        }
    }
}

/// Of a column, in twentieths of a point.
fn width(share: u32) -> String {
    (TEXT_WIDTH * share / 1_000).max(1).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_that_are_too_wide_are_parted() {
        assert_eq!(parts(3), [[0, 1, 2]]);
        assert_eq!(parts(63).len(), 1);
        let parts = parts(130);
        assert_eq!(parts.len(), 3);
        assert!(parts.iter().all(|it| it[0] == 0 && it.len() <= 63));
        let mut seen: Vec<usize> = parts.concat();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 130);
        assert_eq!(super::parts(0), [Vec::<usize>::new()]);
    }
}
