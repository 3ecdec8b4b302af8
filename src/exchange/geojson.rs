//! Events as GeoJSON (RFC 7946), written feature by feature.

use std::io::Write;

use super::columns::Titled;
use super::write::{Cell, json};
use crate::error::{Error, Result};

/// Writes a collection of features.
pub struct Features<W: Write> {
    out: W,
    /// The names of the properties, as they stand in JSON.
    names: Vec<String>,
    at: Places,
    line: Vec<u8>,
    is_first: bool,
}

/// Where the columns are that make a feature.
struct Places {
    id: usize,
    latitude: usize,
    longitude: usize,
    precision: usize,
}

impl<W: Write> Features<W> {
    /// # Errors
    /// If the columns are not those of events.
    pub fn begin(mut out: W, titles: &[Titled]) -> Result<Self> {
        let place = |name: &str| {
            let found = titles.iter().position(|it| it.name == name);
            found.ok_or_else(|| Error::internal(format!("there is no column {name}")))
        };
        let at = Places {
            id: place("event_id")?,
            latitude: place("latitude")?,
            longitude: place("longitude")?,
            precision: place("geo_precision")?,
        };
        let names =
            titles.iter().map(|it| format!("{}:", serde_json::Value::from(it.as_ref()))).collect();
        out.write_all(b"{\"type\":\"FeatureCollection\",\"features\":[\n")
            .map_err(Error::internal)?;
        out.flush().map_err(Error::internal)?;
        Ok(Self { out, names, at, line: Vec::with_capacity(4096), is_first: true })
    }

    pub fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        let Self { at, line, .. } = self;
        line.clear();
        if !std::mem::replace(&mut self.is_first, false) {
            line.extend_from_slice(b",\n");
        }
        line.extend_from_slice(b"{\"type\":\"Feature\",\"id\":");
        json(&cells[at.id], line)?;
        line.extend_from_slice(b",\"geometry\":");
        // The middle of a country is not where something happened.
        let is_place = !matches!(&cells[at.precision],
            Cell::Text(it) if matches!(it.as_ref(), "country" | "unknown"));
        match (&cells[at.longitude], &cells[at.latitude]) {
            (Cell::Real(longitude), Cell::Real(latitude)) if is_place => {
                line.extend_from_slice(b"{\"type\":\"Point\",\"coordinates\":[");
                json(&Cell::Real(*longitude), line)?;
                line.push(b',');
                json(&Cell::Real(*latitude), line)?;
                line.extend_from_slice(b"]}");
            }
            _ => line.extend_from_slice(b"null"),
        }
        line.extend_from_slice(b",\"properties\":{");
        let mut begun = false;
        for (place, (name, cell)) in self.names.iter().zip(cells).enumerate() {
            if place == at.latitude || place == at.longitude {
                continue;
            }
            if std::mem::replace(&mut begun, true) {
                line.push(b',');
            }
            line.extend_from_slice(name.as_bytes());
            json(cell, line)?;
        }
        line.extend_from_slice(b"}}");
        self.out.write_all(line).map_err(Error::internal)
    }

    pub fn finish(mut self) -> Result<()> {
        self.out.write_all(b"\n]}\n").map_err(Error::internal)?;
        self.out.flush().map_err(Error::internal)
    }
}
