//! Parts of a zip, with bounds on what they unpack to: what a zip says of its own size may be wrong.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{FileKind, LARGEST_UNPACKED, Outcome, TextOfFileError, megabytes};

/// Parts of a zip that are looked at.
const MOST_PARTS: usize = 10_000;

pub(super) struct Zipped<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    kind: FileKind,
    /// How much more may be unpacked, in bytes.
    left: usize,
}

impl<'a> Zipped<'a> {
    /// Opens a zip that is a file of such a `kind`.
    pub fn open(bytes: &'a [u8], kind: FileKind) -> Outcome<Self> {
        let archive = ZipArchive::new(Cursor::new(bytes))
            .map_err(|error| TextOfFileError::Damaged { kind, why: error.to_string() })?;
        if archive.len() > MOST_PARTS {
            let most = format!("{MOST_PARTS} parts");
            return Err(TextOfFileError::Excessive { kind, what: "more parts", most });
        }
        Ok(Self { archive, kind, left: LARGEST_UNPACKED })
    }

    pub fn has(&self, part: &str) -> bool {
        self.archive.index_for_name(part).is_some()
    }

    /// The names of its parts that begin so.
    pub fn names(&self, beginning: &str) -> Vec<String> {
        let names = self.archive.file_names().filter_map(std::result::Result::ok);
        names.filter(|name| name.starts_with(beginning)).map(Into::into).collect()
    }

    /// A part, unpacked; none if there is no such part.
    pub fn part(&mut self, name: &str) -> Outcome<Option<Vec<u8>>> {
        let kind = self.kind;
        let damaged = |why: String| TextOfFileError::Damaged { kind, why };
        if !self.has(name) {
            return Ok(None);
        }
        let part = self.archive.by_name(name).map_err(|error| damaged(error.to_string()))?;
        let mut bytes = Vec::new();
        let most = u64::try_from(self.left).unwrap_or(u64::MAX).saturating_add(1);
        part.take(most)
            .read_to_end(&mut bytes)
            .map_err(|error| damaged(format!("{name}: {error}")))?;
        self.left = self.left.checked_sub(bytes.len()).ok_or(TextOfFileError::Excessive {
            kind,
            what: "more packed into it",
            most: format!("{} MB", megabytes(LARGEST_UNPACKED)),
        })?;
        Ok(Some(bytes))
    }
}
