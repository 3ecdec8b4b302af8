//! Records out, as files. A row of a dataset is made in one place, whatever the format.

pub mod audit;
pub mod codebook;
pub mod columns;
pub mod datasets;
pub mod events;
pub mod export;
pub mod package;
pub mod releases;
pub mod selection;
pub mod tables;
pub mod write;
pub mod zipped;

pub use datasets::Dataset;
pub use export::Export;
