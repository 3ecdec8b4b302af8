//! What can be taken along as a file.

use std::io::Write;
use std::path::Path;

use super::capture::Capture;
use super::entities::Entities;
use super::export::Export;
use super::package::Package;
use super::write::Format;
use crate::casework::Office;
use crate::domain::Timestamp;
use crate::error::Result;

/// A file that someone may make.
#[derive(Clone)]
pub enum Wanted {
    Dataset(Export),
    Package(Package),
    Capture(Capture),
    Entities(Entities),
}

impl Wanted {
    /// What the file is called when it is saved.
    pub fn file_name(&self, now: Timestamp) -> String {
        match self {
            Self::Dataset(export) => export.file_name(now),
            Self::Package(_) => Package::file_name(now),
            Self::Capture(capture) => capture.file_name(now),
            Self::Entities(_) => Entities::file_name(now),
        }
    }

    pub fn media_type(&self) -> &'static str {
        match self {
            Self::Dataset(export) => export.format.media_type(),
            Self::Package(_) => "application/zip",
            Self::Capture(capture) => capture.format.media_type(),
            Self::Entities(_) => Format::Jsonl.media_type(),
        }
    }

    /// Whether it is text, which a connection may compress.
    pub fn is_text(&self) -> bool {
        match self {
            Self::Dataset(export) => export.format.is_text(),
            Self::Package(_) => false,
            Self::Capture(capture) => capture.format.is_text(),
            Self::Entities(_) => true,
        }
    }

    /// Whether nothing of it can be sent before all of it is made.
    pub fn is_made_whole(&self) -> bool {
        match self {
            Self::Dataset(export) => export.format.is_made_whole(),
            Self::Capture(capture) => capture.format.is_made_whole(),
            Self::Package(_) | Self::Entities(_) => false,
        }
    }

    /// Checks that the caller may export, and that what is asked for is known, before anything is
    /// sent.
    pub fn check(&self, office: &Office) -> Result<()> {
        match self {
            Self::Dataset(export) => export.check(office),
            Self::Package(package) => package.check(office),
            Self::Capture(capture) => capture.check(office),
            Self::Entities(entities) => entities.check(office),
        }
    }

    /// Writes the file, and says how many rows it has. What does not fit in memory waits in `dir`.
    pub fn write(
        &self,
        office: &Office,
        now: Timestamp,
        out: impl Write + Send,
        dir: &Path,
    ) -> Result<u64> {
        match self {
            Self::Dataset(export) => export.write(office, now, out, dir),
            Self::Package(package) => package.write_zip(office, now, out),
            Self::Capture(capture) => capture.write(office, now, out, dir),
            Self::Entities(entities) => entities.write(office, now, out),
        }
    }
}
