//! What typst sees while it works: two files, the fonts of the program, and the day of the report.

use std::path::PathBuf;
use std::sync::LazyLock;

use chrono::{DateTime, Datelike, Utc};
use typst_library::diag::{FileError, FileResult};
use typst_library::foundations::{Bytes, Datetime, Duration, Module, NativeRuleMap, Scope};
use typst_library::routines::Routines;
use typst_library::text::{Font, FontBook};
use typst_library::{Library, LibraryBuilder, World};
use typst_syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst_utils::LazyHash;

use crate::exchange::report::fonts;

/// How a report is set.
const TEMPLATE: &str = include_str!("report.typ");

/// What typst is put together from, without its HTML: what is not named here is not in the program.
static ROUTINES: LazyLock<Routines> = LazyLock::new(|| Routines {
    rules: || {
        let mut rules = NativeRuleMap::new();
        typst_layout::register(&mut rules);
        rules
    },
    eval_string: typst_eval::eval_string,
    eval_closure: typst_eval::eval_closure,
    realize: typst_realize::realize,
    layout_frame: typst_layout::layout_frame,
    html_module: || Module::new("html", Scope::new()),
    html_mathml_body: |_, _| None,
    html_span_filled: |content, _| content,
});
static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(LibraryBuilder::from_routines(&ROUTINES).build()));
/// In the order in which they are asked for a character.
pub static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| fonts::files().iter().flat_map(|it| Font::iter(Bytes::new(*it))).collect());
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));
static DATA: LazyLock<FileId> = LazyLock::new(|| file("report.json"));
static LOGO: LazyLock<FileId> = LazyLock::new(|| file("logo"));
/// The template, once for each part: typst tells things apart by where they come from.
static SOURCES: LazyLock<[Source; 3]> = LazyLock::new(|| {
    ["front.typ", "main.typ", "running.typ"].map(|it| Source::new(file(it), TEMPLATE.to_owned()))
});

fn file(name: &str) -> FileId {
    let path = VirtualPath::new(name).expect("the name is one of ours");
    RootedPath::new(VirtualRoot::Project, path).intern()
}

/// A part of a report, to be set.
pub struct Desk {
    /// Its place among the parts.
    pub part: usize,
    pub data: Bytes,
    /// The picture of whoever submits the report.
    pub logo: Option<Bytes>,
    /// When the report was made: typst knows no other time.
    pub at: DateTime<Utc>,
}

impl Desk {
    pub fn template(&self) -> &Source {
        &SOURCES[self.part]
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.template().id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.template().id() { Ok(self.template().clone()) } else { Err(none(id)) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let file =
            if id == *DATA { Some(&self.data) } else { self.logo.as_ref().filter(|_| id == *LOGO) };
        file.cloned().ok_or_else(|| none(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        day(self.at)
    }
}

fn none(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.get().vpath().get_without_slash()))
}

fn day(at: DateTime<Utc>) -> Option<Datetime> {
    let (month, day) = (u8::try_from(at.month()).ok()?, u8::try_from(at.day()).ok()?);
    Datetime::from_ymd(at.year(), month, day)
}
