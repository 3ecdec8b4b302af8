//! Records out as files, and in from files. A row of a dataset is made in one place, whatever the format.

pub mod audit;
pub mod datasets;
pub mod events;
pub mod export;
pub mod imports;
pub mod read;
pub mod tables;
pub mod write;

pub use datasets::Dataset;
pub use export::Export;
