//! Where the files of releases are kept: on the disk, each under the digest of its content.
//!
//! What is being made is apart until it is whole. Before files come to their places, or go, the names
//! of all that may be left over are written down; whoever finds that list later, because the program
//! was killed, removes what no release has.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::history::hex;
use crate::error::{Error, Result};

/// The folder of the files of releases. See the module.
#[derive(Debug, Clone)]
pub struct Shelf {
    folder: PathBuf,
}

/// A file that was made, and is not in its place yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    pub name: String,
    /// SHA-256, in lower-case hexadecimal.
    pub sha256: String,
    pub bytes: i64,
}

/// The name of the list of what may be left over, and of what says what is being made.
const LIST: &str = "~objects";
const ABOUT: &str = "~about";

impl Shelf {
    /// The shelf below a data directory.
    pub fn of(data_dir: &Path) -> Self {
        Self { folder: data_dir.join("releases") }
    }

    /// Where the file with a digest is.
    pub fn object(&self, sha256: &str) -> PathBuf {
        self.folder.join("objects").join(sha256)
    }

    fn making(&self) -> PathBuf {
        self.folder.join("making")
    }

    /// Whether something was begun, and not ended yet.
    pub fn is_begun(&self) -> bool {
        self.making().exists()
    }

    /// The digests of all files that are there; and names that are no digest.
    pub fn objects(&self) -> Result<Vec<String>> {
        let mut names = Vec::new();
        let entries = match fs::read_dir(self.folder.join("objects")) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(names),
            Err(error) => return Err(Error::internal(error)),
        };
        for entry in entries {
            names.push(entry.map_err(Error::internal)?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    /// Takes the shelf for changes: one at a time, of all programs that share the folder.
    ///
    /// # Errors
    /// [`Error::Conflict`] if somebody has it.
    pub fn take(&self) -> Result<Turn> {
        let mut folder = fs::DirBuilder::new();
        folder.recursive(true).mode(0o700);
        folder.create(self.folder.join("objects")).map_err(Error::internal)?;
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(self.folder.join("lock"))
            .map_err(Error::internal)?;
        match lock.try_lock() {
            Ok(()) => Ok(Turn { shelf: self.clone(), _lock: lock }),
            Err(fs::TryLockError::WouldBlock) => Err(Error::Conflict(
                "a release is being made or changed; wait until it is done, then try again"
                    .to_owned(),
            )),
            Err(fs::TryLockError::Error(error)) => Err(Error::internal(error)),
        }
    }
}

/// The right to change the shelf, until it is dropped.
pub struct Turn {
    shelf: Shelf,
    _lock: File,
}

impl Turn {
    /// Begins something. `about`: what, for whoever finds it unfinished.
    pub fn begin(&self, about: &str) -> Result<()> {
        fs::DirBuilder::new().mode(0o700).create(self.shelf.making()).map_err(Error::internal)?;
        self.write_down(ABOUT, about)
    }

    /// A new file of what is being made.
    pub fn part(&self, name: &str) -> Result<Part> {
        let path = self.shelf.making().join(name);
        let file = OpenOptions::new().create_new(true).write(true).mode(0o600).open(path);
        let out = BufWriter::with_capacity(256 * 1024, file.map_err(Error::internal)?);
        Ok(Part { name: name.to_owned(), out, digest: Sha256::new(), bytes: 0 })
    }

    /// Where a file of what is being made is, until it comes to its place.
    pub fn part_path(&self, name: &str) -> PathBuf {
        self.shelf.making().join(name)
    }

    /// Brings what was made to its place. `old`: digests that may not be needed after it.
    pub fn place(&self, made: &[Made], old: &[String]) -> Result<()> {
        let digests =
            made.iter().map(|it| it.sha256.as_str()).chain(old.iter().map(String::as_str));
        self.write_down(LIST, &digests.collect::<Vec<_>>().join("\n"))?;
        for it in made {
            let (from, to) = (self.shelf.making().join(&it.name), self.shelf.object(&it.sha256));
            // The same content may be there already; it is written anew all the same, whole.
            fs::set_permissions(&from, fs::Permissions::from_mode(0o400))
                .map_err(Error::internal)?;
            fs::rename(from, to).map_err(Error::internal)?;
        }
        synced(&self.shelf.folder.join("objects"))
    }

    /// Removes what is left over: of what was written down, that for which `is_kept` says no. Says
    /// what was begun, if anything was.
    pub fn settle(&self, mut is_kept: impl FnMut(&str) -> Result<bool>) -> Result<Option<String>> {
        let making = self.shelf.making();
        if !making.try_exists().map_err(Error::internal)? {
            return Ok(None);
        }
        for digest in read_if(&making.join(LIST))?.lines() {
            if !is_kept(digest)? {
                removed(&self.shelf.object(digest))?;
            }
        }
        let about = read_if(&making.join(ABOUT))?;
        fs::remove_dir_all(making).map_err(Error::internal)?;
        synced(&self.shelf.folder)?;
        Ok(Some(about))
    }

    fn write_down(&self, name: &str, text: &str) -> Result<()> {
        let making = self.shelf.making();
        let mut file = File::create(making.join(name)).map_err(Error::internal)?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(Error::internal)?;
        synced(&making)
    }
}

/// A file that is being made: what is written to it is digested and counted.
pub struct Part {
    name: String,
    out: BufWriter<File>,
    digest: Sha256,
    bytes: u64,
}

impl Part {
    /// Ends it: all of it is on the disk.
    pub fn done(mut self) -> Result<Made> {
        self.out.flush().and_then(|()| self.out.get_ref().sync_all()).map_err(Error::internal)?;
        Ok(Made {
            name: self.name,
            sha256: hex(&self.digest.finalize()),
            bytes: i64::try_from(self.bytes).map_err(Error::internal)?,
        })
    }
}

impl Write for Part {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// The digest and the size of a file; nothing if it is not there.
pub fn measured(path: &Path) -> Result<Option<(String, i64)>> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(Error::internal(error)),
    };
    let (mut digest, mut bytes, mut chunk) = (Sha256::new(), 0_i64, vec![0; 256 * 1024]);
    loop {
        let read = file.read(&mut chunk).map_err(Error::internal)?;
        if read == 0 {
            return Ok(Some((hex(&digest.finalize()), bytes)));
        }
        digest.update(&chunk[..read]);
        bytes += i64::try_from(read).map_err(Error::internal)?;
    }
}

fn synced(folder: &Path) -> Result<()> {
    File::open(folder).and_then(|it| it.sync_all()).map_err(Error::internal)
}

fn read_if(path: &Path) -> Result<String> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Error::internal(error)),
    }
}

fn removed(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::internal(error)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_finished_leaves_nothing_and_what_is_kept_stays() {
        let folder = tempfile::tempdir().unwrap();
        let shelf = Shelf::of(folder.path());
        let turn = shelf.take().unwrap();
        assert!(matches!(shelf.take(), Err(Error::Conflict(_))), "one at a time");
        assert_eq!(turn.settle(|_| Ok(true)).unwrap(), None);
        turn.begin("the release 2026.1").unwrap();
        let mut part = turn.part("a.csv").unwrap();
        part.write_all(b"abc").unwrap();
        let made = part.done().unwrap();
        assert_eq!(made.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(made.bytes, 3);
        turn.place(std::slice::from_ref(&made), &[]).unwrap();
        let there = measured(&shelf.object(&made.sha256)).unwrap();
        assert_eq!(there, Some((made.sha256.clone(), 3)));
        let found = turn.settle(|_| Ok(true)).unwrap();
        assert_eq!(found.as_deref(), Some("the release 2026.1"));
        assert_eq!(shelf.objects().unwrap(), [made.sha256.as_str()]);

        turn.begin("another").unwrap();
        turn.place(&[], std::slice::from_ref(&made.sha256)).unwrap();
        drop(turn);
        let turn = shelf.take().unwrap();
        assert_eq!(turn.settle(|_| Ok(false)).unwrap().as_deref(), Some("another"));
        assert_eq!(shelf.objects().unwrap(), Vec::<String>::new());
    }
}
