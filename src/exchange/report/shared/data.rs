//! The counts behind charts and maps, as tables and lists.

use crate::domain::document::{Chart, Document, Map, Span, Table, TableColumn};
use crate::words::number_in;

/// Thousandths of the width that a letter of a head takes, and what is around it.
const LETTER: u32 = 13;
const AROUND: u32 = 26;

/// How many columns a table has, with those of its longest row.
pub fn columns(table: &Table) -> usize {
    table.rows.iter().map(Vec::len).max().unwrap_or_default().max(table.columns.len())
}

/// The parts that the columns at `places` have of the whole width, in thousandths: as their weights say,
/// and wide enough for the longest word of their heads where there is room.
pub fn shares(table: &Table, places: &[usize]) -> Vec<u32> {
    let count = u32::try_from(places.len()).unwrap_or(u32::MAX).max(1);
    let column = |place: &usize| table.columns.get(*place);
    let weight = |place| column(place).map_or(1, |it| u32::from(it.weight.max(1)));
    let all: u32 = places.iter().map(weight).sum();
    let least = |place| {
        let words = column(place).map_or("", |it| it.label.as_str()).split_whitespace();
        let longest = words.map(|it| it.chars().take(80).count()).max().unwrap_or_default();
        (u32::try_from(longest).unwrap_or_default() * LETTER + AROUND).min(1_000 / count)
    };
    let least: Vec<u32> = places.iter().map(least).collect();
    let wanted =
        places.iter().zip(&least).map(|(it, least)| (weight(it) * 1_000 / all.max(1)).max(*least));
    let wanted: Vec<u32> = wanted.collect();
    // What is too much is taken from those who can spare it.
    let over = wanted.iter().sum::<u32>().saturating_sub(1_000);
    let spare: u32 = wanted.iter().zip(&least).map(|(wanted, least)| wanted - least).sum();
    let taken = |it: u32| if spare == 0 { 0 } else { (it * over).div_ceil(spare).min(it) };
    wanted.iter().zip(&least).map(|(it, least)| (it - taken(it - least)).max(1)).collect()
}

/// The table behind a chart: a row for each category, a column for each series. Where nothing is known
/// it says so.
pub fn table(chart: &Chart, document: &Document) -> Table {
    let column =
        |label: &str, numbers, weight| TableColumn { label: label.to_owned(), numbers, weight };
    let mut columns = vec![column(&chart.category_label, false, 3)];
    columns.extend(chart.series.iter().map(|it| column(&it.label, true, 2)));
    let cell = |at: usize, series: &crate::domain::document::Series| {
        let value = series.values.get(at).copied().flatten();
        let text = match value {
            Some(value) => number_in(&document.language, value),
            None => document.words.not_known.clone(),
        };
        let href = value.and(series.hrefs.get(at).cloned().flatten());
        vec![Span { text, number: value, href, ..Span::default() }]
    };
    let rows = chart.categories.iter().enumerate().map(|(at, category)| {
        let mut row = vec![vec![Span::plain(category)]];
        row.extend(chart.series.iter().map(|it| cell(at, it)));
        row
    });
    Table { title: chart.title.clone(), columns, rows: rows.collect(), remark: Vec::new() }
}

/// What the points of a map say: where (by latitude and longitude, if the place has no name), how
/// precisely, how many.
pub fn points<'m>(map: &'m Map, document: &Document) -> Vec<(String, &'m str, String)> {
    map.points
        .iter()
        .map(|point| {
            let legend = map.legend.iter().find(|it| it.precision == point.precision);
            let precision = legend.map_or("", |it| it.label.as_str());
            let place = if point.label.is_empty() {
                format!("{:.2}, {:.2}", point.latitude, point.longitude)
            } else {
                point.label.clone()
            };
            (place, precision, number_in(&document.language, point.count))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::report::shared::samples;

    #[test]
    fn columns_are_wide_enough_for_their_heads() {
        let table = samples::table(
            "t",
            &[
                ("Case", false, 3),
                ("Date", false, 2),
                ("What happened", false, 8),
                ("Victims", true, 1),
            ],
            Vec::new(),
        );
        let shares = shares(&table, &[0, 1, 2, 3]);
        assert_eq!(shares, [204, 137, 540, 117]);
        let alike = samples::table("t", &[("a", false, 1), ("b", true, 1)], Vec::new());
        assert_eq!(super::shares(&alike, &[0, 1]), [500, 500]);
        assert!(super::shares(&alike, &[]).is_empty());
        let many: Vec<usize> = (0..2_000).collect();
        assert!(super::shares(&alike, &many).iter().all(|it| *it == 1));
    }
}
