//! Which categories have their label along an axis of time: as many as have room.

use super::letters::{cut, lines, widest_part, width};
use super::scale::number;

/// The most that a label takes that does not have its own place.
const LONGEST: f64 = 120.0;
/// Between two labels.
const GAP: f64 = 8.0;

/// The labels that are written, each with its place and in lines. `pitch`: from one category to the
/// next.
pub fn labels(categories: &[&str], pitch: f64) -> Vec<(usize, Vec<String>)> {
    let room = pitch - GAP / 2.0;
    let all_fit = categories.iter().all(|it| widest_part(it) <= room && width(it) <= room * 3.0);
    if all_fit {
        let wrapped: Vec<Vec<String>> = categories.iter().map(|it| lines(it, room, 3)).collect();
        if wrapped.iter().flatten().all(|line| !line.ends_with('…')) {
            return wrapped.into_iter().enumerate().collect();
        }
    }
    let widest = categories.iter().map(|it| width(it).min(LONGEST)).fold(0.0, f64::max);
    let (every, first) = thinned(categories, (widest + GAP) / pitch);
    let chosen = categories.iter().enumerate().skip(first).step_by(every);
    chosen.map(|(at, label)| (at, vec![cut(label, LONGEST)])).collect()
}

/// Each how manyth label is written, and the first of them: years that are round, months that begin a
/// year, where the labels are such.
fn thinned(categories: &[&str], least: f64) -> (usize, usize) {
    let years: Option<Vec<usize>> = categories.iter().map(|it| it.parse().ok()).collect();
    let month = |label: &str| {
        let (year, month) = label.split_once('-')?;
        year.parse::<u16>().ok()?;
        month.parse::<usize>().ok().filter(|it| (1..=12).contains(it))
    };
    let months: Option<Vec<usize>> = categories.iter().map(|it| month(it)).collect();
    let steps: &[usize] =
        if years.is_some() { &[1, 2, 5, 10, 20, 50, 100] } else { &[1, 2, 3, 6, 12, 24, 60, 120] };
    let found = steps.iter().copied().find(|it| number(*it) >= least);
    let every = found.unwrap_or_else(|| categories.len().max(1));
    let is_round = |at: &usize| match (&years, &months) {
        (Some(years), _) => years[*at] % every == 0,
        (None, Some(months)) => (months[*at] - 1) % every.min(12) == 0,
        (None, None) => true,
    };
    (every, (0..categories.len().min(every)).find(is_round).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(categories: &[String], pitch: f64) -> Vec<String> {
        let categories: Vec<&str> = categories.iter().map(String::as_str).collect();
        labels(&categories, pitch).into_iter().map(|(_, lines)| lines.join("|")).collect()
    }

    #[test]
    fn as_many_labels_are_written_as_have_room() {
        let years: Vec<String> = (1983..2024).map(|it| it.to_string()).collect();
        assert_eq!(said(&years[..5], 100.0).len(), 5);
        assert_eq!(said(&years, 16.0)[..3], ["1985", "1990", "1995"]);
        let months: Vec<String> = (0..60)
            .map(|it| format!("{}-{:02}", 2017 + (it + 8) / 12, (it + 8) % 12 + 1))
            .collect();
        assert_eq!(said(&months, 10.5)[..2], ["2018-01", "2018-07"]);
        let named: Vec<String> = ["January 2017", "February 2017"].map(str::to_owned).into();
        assert_eq!(said(&named, 70.0), ["January|2017", "February|2017"]);
    }

    #[test]
    fn many_are_thinned_and_none_is_nothing() {
        let all: Vec<String> = (0..600).map(|it| format!("Period {it}")).collect();
        assert!(said(&all, 1.1).len() < 11);
        assert!(said(&[], f64::INFINITY).is_empty());
    }
}
