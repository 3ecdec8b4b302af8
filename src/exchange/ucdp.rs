//! Events in the 41 columns of UCDP GED (version 19.1). What UCDP decides by rules of its own, such as
//! conflicts and dyads, stays empty, and the codebook says so.

use super::Dataset;
use super::columns::{Column, date, integer, list, number, text, whole_year};
use super::presets::Flat;
use super::write::Cell;

pub const COLUMNS: &[Column] = &[
    text("id", "event_ref"),
    whole_year("year", "year of date_start"),
    integer("active_year", "not decided here: always empty"),
    integer("type_of_violence", "not decided here: always empty"),
    integer("conflict_new_id", "not decided here: always empty"),
    text("conflict_name", "not decided here: always empty"),
    integer("dyad_new_id", "not decided here: always empty"),
    text("dyad_name", "not decided here: always empty"),
    integer("side_a_new_id", "not decided here: always empty"),
    list("side_a", "perpetrators"),
    integer("side_b_new_id", "not decided here: always empty"),
    integer("gwnob", "not decided here: always empty"),
    list("side_b", "targets"),
    integer("number_of_sources", "source_count"),
    list("source_article", "statement_refs"),
    list("source_office", "sources"),
    text("source_date", "of many statements: always empty; see statements.csv"),
    text("source_headline", "of many statements: always empty; see statements.csv"),
    text("source_original", "not recorded: always empty"),
    integer(
        "where_prec",
        "1 exact, 2 near, 3 district, 4 province, 5 linear, 6 country, 7 international",
    ),
    text("where_coordinates", "place"),
    text("adm_1", "admin1"),
    text("adm_2", "not recorded: always empty"),
    number("latitude", "degrees north"),
    number("longitude", "degrees east"),
    text("geom_wkt", "the point, as well-known text"),
    integer("priogrid_gid", "cell of the PRIO-GRID that the point is in"),
    text("country", "English short name"),
    integer("country_id", "Gleditsch and Ward's numbers are not recorded: always empty"),
    text("region", "not recorded: always empty"),
    integer("event_clarity", "not decided here: always empty"),
    integer(
        "date_prec",
        "1 day, 2 two to six days, 3 the week, 4 up to a month, 5 longer or not known",
    ),
    date("date_start", "date_earliest"),
    date("date_end", "date_latest"),
    integer("deaths_a", "not recorded by side: always empty"),
    integer("deaths_b", "not recorded by side: always empty"),
    integer("deaths_civilians", "not recorded by side: always empty"),
    integer("deaths_unknown", "not recorded by side: always empty"),
    integer("low", "deaths_low; empty is not 0"),
    integer("best", "deaths_best; empty is not 0"),
    integer("high", "deaths_high; empty is not 0"),
];

/// A row of events in these columns.
pub fn row<'a>(cells: &'a [Cell<'_>]) -> Vec<Cell<'a>> {
    let event = Flat::of(Dataset::Events, cells);
    let point = event.number("longitude").zip(event.number("latitude"));
    let place = match event.text("geo_precision") {
        "exact" => Some(1),
        "near" => Some(2),
        "district" => Some(3),
        "province" => Some(4),
        "linear" => Some(5),
        "country" => Some(6),
        "international" => Some(7),
        _ => None,
    };
    let day = match event.text("date_precision") {
        "day" => 1,
        "few_days" => 2,
        "week" => 3,
        "month" => 4,
        _ => 5,
    };
    let mut row = Vec::with_capacity(COLUMNS.len());
    row.extend([event.lend("event_ref"), event.lend("year")]);
    row.extend(nothing(7));
    row.extend([event.lend("perpetrators"), Cell::Empty, Cell::Empty, event.lend("targets")]);
    row.extend([event.lend("source_count"), event.lend("statement_refs"), event.lend("sources")]);
    row.extend(nothing(3));
    row.extend([
        place.map_or(Cell::Empty, Cell::Whole),
        event.lend("place"),
        event.lend("admin1"),
        Cell::Empty,
        event.lend("latitude"),
        event.lend("longitude"),
        point.map(|(x, y)| format!("POINT ({x} {y})")).into(),
        point.map_or(Cell::Empty, |(x, y)| Cell::Whole(grid_cell(x, y))),
        event.lend("country"),
    ]);
    row.extend(nothing(3));
    row.extend([Cell::Whole(day), event.lend("date_earliest"), event.lend("date_latest")]);
    row.extend(nothing(4));
    row.extend([event.lend("deaths_low"), event.lend("deaths_best"), event.lend("deaths_high")]);
    row
}

fn nothing<'c>(cells: usize) -> impl Iterator<Item = Cell<'c>> {
    std::iter::repeat_n(Cell::Empty, cells)
}

/// The number of a cell of half a degree: along the rows, from the south-west, from 1.
fn grid_cell(longitude: f64, latitude: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "between 0 and 720")]
    let place = |degrees: f64, most: i64| ((degrees * 2.0).floor() as i64).clamp(0, most - 1);
    place(latitude + 90.0, 360) * 720 + place(longitude + 180.0, 720) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_the_grid_are_numbered_as_ucdp_does() {
        // Aleppo, in UCDP's own file.
        assert_eq!(grid_cell(37.16, 36.2), 181_875);
        assert_eq!(grid_cell(-180.0, -90.0), 1);
        assert_eq!(grid_cell(180.0, 90.0), 259_200);
    }
}
