//! Events in the columns of other databases, made of the flat table of events.

use std::borrow::Cow;

use super::Dataset;
use super::columns::Column;
use super::events::Beside;
use super::write::{Cell, Format, Preset, items_of};
use super::{acled, ucdp};
use crate::error::{Error, Result};

/// Makes the cells of a row from those of the dataset.
pub type Remake = for<'a, 'b> fn(&'a [Cell<'b>]) -> Vec<Cell<'a>>;

/// The columns of a file, and how its rows are made, where they are not those of the dataset.
#[derive(Clone, Copy)]
pub struct Layout {
    pub columns: &'static [Column],
    pub remake: Option<Remake>,
    /// What it needs to know beside the columns of the dataset.
    pub beside: Option<Beside>,
}

impl Layout {
    /// # Errors
    /// [`Error::Malformed`] for what does not go together.
    pub fn of(dataset: Dataset, format: Format, preset: Preset) -> Result<Self> {
        let remade = match preset {
            Preset::Research | Preset::Excel => {
                return Ok(Self { columns: dataset.columns(), remake: None, beside: None });
            }
            Preset::Acled => Self {
                columns: acled::COLUMNS,
                remake: Some(acled::row),
                beside: Some(acled::towns),
            },
            Preset::Ucdp => Self { columns: ucdp::COLUMNS, remake: Some(ucdp::row), beside: None },
        };
        if dataset != Dataset::Events {
            return Err(Error::Malformed(format!(
                "'preset' cannot be used: {} is for events; leave it out",
                preset.code()
            )));
        }
        if format == Format::Geojson {
            return Err(Error::Malformed(
                "'preset' cannot be used: GeoJSON has the columns of events; leave it out"
                    .to_owned(),
            ));
        }
        Ok(remade)
    }
}

/// A row of a dataset, by the names of its columns.
#[derive(Clone, Copy)]
pub struct Flat<'a, 'b> {
    columns: &'static [Column],
    cells: &'a [Cell<'b>],
}

impl<'a, 'b> Flat<'a, 'b> {
    pub fn of(dataset: Dataset, cells: &'a [Cell<'b>]) -> Self {
        Self { columns: dataset.columns(), cells }
    }

    fn cell(self, name: &str) -> &'a Cell<'b> {
        let place = self.columns.iter().position(|it| it.name == name);
        place.and_then(|place| self.cells.get(place)).unwrap_or(&Cell::Empty)
    }

    /// What was asked beside the columns.
    pub fn beside(self) -> &'a Cell<'b> {
        self.cells.get(self.columns.len()).unwrap_or(&Cell::Empty)
    }

    /// The value, as it is.
    pub fn lend(self, name: &str) -> Cell<'a> {
        match self.cell(name) {
            Cell::Empty => Cell::Empty,
            Cell::Text(text) => Cell::Text(Cow::Borrowed(text)),
            Cell::Whole(number) => Cell::Whole(*number),
            Cell::Real(number) => Cell::Real(*number),
            Cell::Flag(flag) => Cell::Flag(*flag),
            Cell::List(list) => {
                Cell::List(list.iter().map(|it| Cow::Borrowed(it.as_ref())).collect())
            }
            Cell::Shared(list) => Cell::Shared(list),
        }
    }

    pub fn text(self, name: &str) -> &'a str {
        match self.cell(name) {
            Cell::Text(text) => text,
            _ => "",
        }
    }

    pub fn number(self, name: &str) -> Option<f64> {
        match self.cell(name) {
            Cell::Real(number) => Some(*number),
            _ => None,
        }
    }

    pub fn items(self, name: &str) -> Vec<Cow<'a, str>> {
        items_of(self.cell(name))
    }

    /// The first item of a list, and the others.
    pub fn first(self, name: &str) -> (Cell<'a>, Cell<'a>) {
        let mut items = self.items(name);
        if items.is_empty() {
            return (Cell::Empty, Cell::Empty);
        }
        let first = items.remove(0);
        (Cell::Text(first), if items.is_empty() { Cell::Empty } else { Cell::List(items) })
    }
}
