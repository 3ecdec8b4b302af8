//! Records out as files, and in from files. A row of a dataset is made in one place, whatever the format.

mod acled;
pub mod audit;
pub mod capture;
pub mod codebook;
pub mod columnar;
pub mod columns;
pub mod datasets;
pub mod entities;
pub mod events;
pub mod export;
pub mod file;
pub mod geojson;
pub mod imports;
mod known_actors;
pub mod package;
mod participations;
pub mod presets;
pub mod read;
pub mod releases;
pub mod report;
#[cfg(test)]
mod round_trips;
pub mod selection;
pub mod tables;
pub mod text;
mod ucdp;
pub mod wanted;
pub mod workbook;
pub mod write;
pub mod zipped;

pub use datasets::Dataset;
pub use export::Export;
