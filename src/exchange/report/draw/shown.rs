//! What of a chart is drawn: as much as can be read. All of it stands in the table behind.

use super::fill::FILLS;
use super::words::Tongue;
use crate::domain::document::Chart;

/// Values that a description says one by one.
const SAID: usize = 40;

/// A chart within what can be drawn.
pub struct Shown<'c> {
    pub unit: &'c str,
    pub categories: Vec<&'c str>,
    pub series: Vec<Line<'c>>,
    /// Categories that are left out.
    pub hidden: usize,
}

/// A series, with a value or none for each category.
pub struct Line<'c> {
    pub label: &'c str,
    pub values: Vec<Option<i64>>,
}

impl<'c> Shown<'c> {
    /// The first `most` categories.
    pub fn of(chart: &'c Chart, most: usize) -> Self {
        let categories: Vec<&str> =
            chart.categories.iter().take(most).map(String::as_str).collect();
        let values = |of: &[Option<i64>]| {
            (0..categories.len()).map(|at| of.get(at).copied().flatten()).collect()
        };
        let series = chart.series.iter().take(FILLS.len());
        let series = series.map(|it| Line { label: &it.label, values: values(&it.values) });
        Self {
            unit: &chart.unit,
            series: series.collect(),
            hidden: chart.categories.len() - categories.len(),
            categories,
        }
    }

    /// Leaves out all but the first categories.
    pub fn keep(&mut self, most: usize) {
        self.hidden += self.categories.len().saturating_sub(most);
        self.categories.truncate(most);
        for line in &mut self.series {
            line.values.truncate(most);
        }
    }

    fn values(&self) -> impl Iterator<Item = Option<i64>> {
        self.series.iter().flat_map(|it| it.values.iter().copied())
    }

    /// The largest value; zero without one.
    pub fn largest(&self) -> i64 {
        self.values().flatten().max().unwrap_or(0).max(0)
    }

    /// Whether there is a value that nobody has counted.
    pub fn has_gaps(&self) -> bool {
        self.values().any(|it| it.is_none())
    }

    /// The widest of the numbers, as they are said.
    pub fn widest(&self, tongue: Tongue) -> f64 {
        self.values()
            .map(|it| super::letters::width(&it.map_or(String::new(), |it| tongue.number(it))))
            .fold(0.0, f64::max)
    }

    /// What a value is, where one points at it.
    pub fn value(&self, tongue: Tongue, series: usize, category: usize) -> String {
        let one = &self.series[series];
        let said = one.values[category];
        let said = said.map_or_else(|| tongue.not_known(), |it| tongue.number(it));
        let of = if self.series.len() > 1 { format!(", {}", one.label) } else { String::new() };
        format!("{}{of}: {said}", self.categories[category])
    }

    /// All of it in words.
    pub fn about(&self, tongue: Tongue) -> String {
        let places = (0..self.categories.len())
            .flat_map(|category| (0..self.series.len()).map(move |series| (series, category)));
        let said = places.take(SAID).map(|(series, at)| self.value(tongue, series, at));
        let said: Vec<String> = said.collect();
        format!("{}. {}", self.unit, said.join("; "))
    }
}
