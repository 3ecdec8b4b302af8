//! The files of a package in one ZIP, written while they are made.

use std::io::{self, Write};

use chrono::{Datelike, Timelike};
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::package::Shelf;
use crate::domain::Timestamp;
use crate::error::{Error, Result};

/// A ZIP that `out` gets in order, without going back: files past 4 GiB are possible.
pub struct Zipped<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    made: DateTime,
}

impl<W: Write> Zipped<W> {
    /// All files carry the moment `now`, in UTC, so that the same content gives the same bytes.
    pub fn new(out: W, now: Timestamp) -> Self {
        let at = now.utc();
        let small = |number: u32| u8::try_from(number).unwrap_or(0);
        let made = DateTime::from_date_and_time(
            u16::try_from(at.year()).unwrap_or(1980),
            small(at.month()),
            small(at.day()),
            small(at.hour()),
            small(at.minute()),
            small(at.second()),
        );
        Self { zip: ZipWriter::new_stream(out), made: made.unwrap_or_default() }
    }

    /// Writes the list of files, without which it cannot be opened.
    pub fn finish(self) -> Result<()> {
        let mut out = self.zip.finish().map_err(Error::internal)?;
        out.flush().map_err(Error::internal)
    }
}

impl<W: Write> Write for Zipped<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.zip.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.zip.flush()
    }
}

impl<W: Write> Shelf for Zipped<W> {
    fn begin(&mut self, path: &str) -> io::Result<()> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(3))
            .last_modified_time(self.made)
            .large_file(true)
            .unix_permissions(0o644);
        self.zip.start_file(path, options).map_err(io::Error::from)
    }
}
