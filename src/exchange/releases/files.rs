//! The files of a release while they are made, and all of them in one ZIP.

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::PathBuf;

use super::progress::Running;
use crate::domain::Timestamp;
use crate::error::{Error, Result};
use crate::exchange::Dataset;
use crate::exchange::package::{Package, Shelf};
use crate::exchange::zipped::Zipped;
use crate::store::shelf::{Made, Part, Turn};

/// The dataset that is in a file.
pub fn dataset_of(file: &str) -> Option<Dataset> {
    file.strip_suffix(".csv")?.parse().ok()
}

/// The type of a file.
pub fn media_type(file: &str) -> &'static str {
    match file.rsplit_once('.').map_or("", |it| it.1) {
        "csv" => "text/csv; charset=utf-8",
        "json" => "application/json",
        "md" => "text/markdown; charset=utf-8",
        "cff" => "application/yaml",
        "zip" => "application/zip",
        _ => "text/plain; charset=utf-8",
    }
}

/// Where the files of a package go.
pub struct Files<'t> {
    turn: &'t Turn,
    running: &'t Running,
    part: Option<Part>,
    made: Vec<Made>,
    /// Bytes that the progress does not know of yet.
    untold: u64,
}

impl<'t> Files<'t> {
    pub const fn of(turn: &'t Turn, running: &'t Running) -> Self {
        Self { turn, running, part: None, made: Vec::new(), untold: 0 }
    }

    /// Ends the last; gives all.
    pub fn done(mut self) -> Result<Vec<Made>> {
        if let Some(part) = self.part.take() {
            self.made.push(part.done()?);
        }
        Ok(self.made)
    }
}

impl Write for Files<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        const TOLD: u64 = 1024 * 1024;
        let part = self.part.as_mut().ok_or_else(|| io::Error::other("no file was begun"))?;
        let written = part.write(bytes)?;
        self.untold += written as u64;
        if self.untold >= TOLD {
            self.running.wrote(std::mem::take(&mut self.untold));
        }
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.part.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Shelf for Files<'_> {
    fn begin(&mut self, path: &str) -> io::Result<()> {
        if let Some(part) = self.part.take() {
            self.made.push(part.done().map_err(io::Error::other)?);
        }
        self.running.writes(path);
        self.part = Some(self.turn.part(path).map_err(io::Error::other)?);
        Ok(())
    }
}

/// Files in one ZIP. `now`: what it says of when they were made.
pub fn zipped(
    turn: &Turn,
    running: &Running,
    files: &[(String, PathBuf)],
    now: Timestamp,
) -> Result<Made> {
    running.writes(Package::FILE);
    let mut part = turn.part(Package::FILE)?;
    let mut zip = Zipped::new(&mut part, now);
    for (name, path) in files {
        zip.begin(name).map_err(Error::internal)?;
        let mut file = BufReader::new(File::open(path).map_err(Error::internal)?);
        io::copy(&mut file, &mut zip).map_err(Error::internal)?;
    }
    zip.finish()?;
    part.flush().map_err(Error::internal)?;
    part.done()
}
