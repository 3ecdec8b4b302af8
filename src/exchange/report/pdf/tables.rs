//! How tables fit the page: with smaller letters, and in parts.

use super::lay::{Lay, Room};
use super::paper;
use crate::domain::document::{Span, Table};
use crate::exchange::report::shared::data::{columns, shares};

/// How wide a text is, in points: an A4 page without its margins.
pub const TEXT_WIDTH: f64 = 493.0;
/// Tables of more columns are set smaller.
const MANY: usize = 6;
/// A page takes no more columns: tables that have more are parted, each part with the first column.
const MOST: usize = 9;
/// Small tables of more rows and of few columns are set as two, side by side; not those that fill pages.
const FEW_ROWS: usize = 7;
const MANY_ROWS: usize = 60;
const FEW_COLUMNS: usize = 3;
/// Of small tables of few columns, in hundredths of the text's width: their numbers stand near what is counted.
const NARROW: u8 = 65;
const HALF: u8 = 48;
/// Around the text of a cell, in points.
const AROUND: f64 = 9.0;
/// Rows that may be taller are parted between pages; heads that may be are not said again.
const TALLEST_ROW: f64 = 260.0;
const TALLEST_HEAD: f64 = 160.0;
/// Tables of more rows are set as several, without a gap: typst sets all of one anew for each page that it
/// goes on to.
const TOGETHER: usize = 40;
/// Lower tables are not parted between pages.
const WHOLE: f64 = 260.0;
/// From one line to the next, in parts of the size of letters.
const LINE: f64 = 1.55;

impl Lay<'_> {
    /// A table in as many parts as it needs; none without columns.
    pub fn table(&mut self, table: &Table) -> Vec<paper::Table> {
        let mut all = Vec::new();
        for places in parts(columns(table)) {
            // A table without rows has a head.
            let first = &table.rows[..table.rows.len().min(TOGETHER)];
            all.push(self.part(table, &places, first, 8.5, 100));
            for rows in table.rows[first.len()..].chunks(TOGETHER) {
                let part = self.part(table, &places, rows, 8.5, 100);
                all.push(paper::Table { goes_on: true, ..part });
            }
        }
        all
    }

    /// The table behind a chart, and whether its parts stand side by side.
    pub fn table_behind(&mut self, table: &Table) -> (Vec<paper::Table>, bool) {
        let parts = parts(columns(table));
        let [places] = parts.as_slice() else {
            let all = parts.iter().map(|it| self.part(table, it, &table.rows, 7.5, 100));
            return (all.collect(), false);
        };
        let rows = &table.rows;
        if places.len() > FEW_COLUMNS {
            return (vec![self.part(table, places, rows, 7.5, 100)], false);
        }
        if !(FEW_ROWS + 1..=MANY_ROWS).contains(&rows.len()) {
            return (vec![self.part(table, places, rows, 7.5, NARROW)], false);
        }
        let halves = rows.chunks(rows.len().div_ceil(2));
        (halves.map(|it| self.part(table, places, it, 7.5, HALF)).collect(), true)
    }

    fn part(
        &mut self,
        table: &Table,
        places: &[usize],
        rows: &[Vec<Vec<Span>>],
        size: f64,
        hundredths: u8,
    ) -> paper::Table {
        let size = if places.len() > MANY { 7.0 } else { size };
        let shares = shares(table, places);
        let all = f64::from(shares.iter().sum::<u32>().max(1));
        let width = TEXT_WIDTH * f64::from(hundredths) / 100.0;
        let room = |share: u32| Room { width: f64::from(share) / all * width - AROUND, size };
        let mut tallest = 0.0_f64;
        let mut head = Vec::new();
        for (place, share) in places.iter().zip(&shares) {
            let label = table.columns.get(*place).map_or("", |it| it.label.as_str());
            tallest = tallest.max(height(label.chars().count(), room(*share)));
            head.push(self.label(label, room(*share)));
        }
        if table.columns.is_empty() {
            head.clear();
        }
        let mut set_rows = Vec::new();
        let mut all_tall = tallest;
        for row in rows {
            let mut tallest = 0.0_f64;
            let mut cells = Vec::new();
            for (place, share) in places.iter().zip(&shares) {
                let text = row.get(*place).map_or(&[][..], Vec::as_slice);
                tallest = tallest.max(height(letters(text), room(*share)));
                cells.push(self.words(text, room(*share)));
            }
            all_tall += tallest.max(size * LINE) + 7.0;
            set_rows.push(paper::Row { whole: tallest <= TALLEST_ROW, cells });
        }
        let columns = places.iter().zip(&shares).map(|(place, share)| paper::Column {
            share: *share,
            numbers: table.columns.get(*place).is_some_and(|it| it.numbers),
        });
        let columns = columns.collect();
        paper::Table {
            columns,
            head,
            goes_on: false,
            repeat: tallest <= TALLEST_HEAD,
            rows: set_rows,
            whole: all_tall <= WHOLE,
            size,
            width: if hundredths == HALF { 100 } else { hundredths },
        }
    }
}

/// The places of the columns of each part.
fn parts(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return Vec::new();
    }
    if count <= MOST {
        return vec![(0..count).collect()];
    }
    let rest: Vec<usize> = (1..count).collect();
    // As many in each.
    let in_each = rest.len().div_ceil(rest.len().div_ceil(MOST - 1));
    rest.chunks(in_each).map(|it| [&[0], it].concat()).collect()
}

/// How many letters a text is as high as; a line of its own counts as a long one.
fn letters(text: &[Span]) -> usize {
    let of = |it: &Span| it.text.chars().count() + it.text.matches('\n').count() * 60 + 3;
    text.iter().map(of).sum()
}

/// How tall a cell may be, in points, if letters are rather wide.
#[expect(clippy::cast_precision_loss, reason = "an estimate")]
fn height(letters: usize, room: Room) -> f64 {
    let in_a_line = (room.width / (room.size * 0.75)).max(1.0);
    (letters as f64 / in_a_line).ceil() * room.size * LINE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_that_are_too_wide_are_parted() {
        assert_eq!(parts(3), [[0, 1, 2]]);
        assert_eq!(parts(9).len(), 1);
        assert_eq!(parts(12), [vec![0, 1, 2, 3, 4, 5, 6], vec![0, 7, 8, 9, 10, 11]]);
        let parts = parts(70);
        assert_eq!(parts.len(), 9);
        assert!(parts.iter().all(|it| it[0] == 0 && it.len() <= MOST));
        let mut seen: Vec<usize> = parts.concat();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 70);
        assert!(super::parts(0).is_empty());
    }

    #[test]
    fn tall_rows_are_known() {
        let room = Room { width: 100.0, size: 8.0 };
        assert!(height(100, room) < TALLEST_ROW && height(1_000, room) > TALLEST_ROW);
        assert!(height(30, Room { width: 1.0, size: 8.0 }) > TALLEST_ROW);
    }
}
