//! A report as `report.typ` sets it: plain data, in which every link, number and size is found.
//!
//! Lengths are in points, unless they say otherwise. Names of fields are those that `report.typ` reads.

use std::collections::BTreeMap;

use serde::Serialize;

/// A whole report.
#[derive(Debug)]
pub struct Paper {
    pub look: Look,
    pub cover: Cover,
    /// Of reports that have contents: they and the title have pages of their own.
    pub contents: Option<Contents>,
    pub running: Running,
    pub main: Main,
}

/// What typst is given at a time: how all is set, and what.
#[derive(Debug, Serialize)]
pub struct Sheets<'p> {
    #[serde(flatten)]
    pub look: &'p Look,
    #[serde(flatten)]
    pub part: Part<'p>,
}

/// The parts of a report that are set one after another.
#[derive(Debug, Serialize)]
#[serde(tag = "part", rename_all = "snake_case")]
pub enum Part<'p> {
    /// The pages of title and contents.
    Front {
        cover: &'p Cover,
        contents: &'p Contents,
        /// The page on which each heading stands, by its label.
        pages: &'p BTreeMap<String, usize>,
    },
    Main {
        /// Where it has no page of its own.
        cover: Option<&'p Cover>,
        #[serde(flatten)]
        main: &'p Main,
    },
    /// What stands above and below all pages, on empty ones.
    Running { running: &'p Running, pages: usize },
}

/// How all of a report is set.
#[derive(Debug, Serialize)]
pub struct Look {
    /// Of the file, on one line.
    pub name: String,
    pub author: Option<String>,
    #[serde(flatten)]
    pub tongue: Tongue,
    pub rtl: bool,
    /// Families, in the order in which they are asked for a letter.
    pub fonts: Vec<String>,
    /// Whether lines stand further apart, because the letters need it.
    pub tall: bool,
}

/// What a report begins with.
#[derive(Debug, Serialize)]
pub struct Cover {
    pub logo: Option<Logo>,
    pub title: Words,
    pub title_size: f64,
    pub organisation: Option<Words>,
    pub subtitle: Option<Words>,
    pub facts: Vec<Fact>,
    /// When and by what it was made, where it has a page.
    pub made: Words,
}

/// The picture of whoever submits the report, which typst finds as a file.
#[derive(Debug, Serialize)]
pub struct Logo {
    /// `png` or `jpg`.
    pub format: &'static str,
    pub width: u64,
    pub alt: String,
}

#[derive(Debug, Serialize)]
pub struct Contents {
    pub title: Words,
    pub entries: Vec<Entry>,
}

/// All that is not on pages of its own.
#[derive(Debug, Serialize)]
pub struct Main {
    pub sections: Vec<Section>,
    pub notes: Option<Notes>,
    pub made: Made,
}

/// What typst knows of a language: a code of two or three letters, and a country.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tongue {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// Text that stands by itself: a paragraph, a cell, a label.
#[derive(Debug, Default, Serialize)]
pub struct Words {
    pub rtl: bool,
    /// Where all of it is in another language than the report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tongue: Option<Tongue>,
    pub pieces: Vec<Piece>,
}

/// A text that is set in one way, or the mark of a note.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Piece {
    Text {
        t: String,
        /// As arguments of `text`.
        #[serde(skip_serializing_if = "Style::is_plain")]
        style: Style,
        /// An address of the web.
        #[serde(skip_serializing_if = "Option::is_none")]
        web: Option<String>,
        /// A label.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// Whether it is a number that was counted, which is not coloured.
        #[serde(skip_serializing_if = "std::ops::Not::not")]
        counted: bool,
    },
    Mark {
        mark: String,
        /// The label of the note.
        #[serde(skip_serializing_if = "Option::is_none")]
        to: Option<String>,
        /// Its own, to which the note leads back.
        #[serde(skip_serializing_if = "Option::is_none")]
        own: Option<String>,
    },
}

impl Piece {
    pub fn plain(t: String) -> Self {
        Self::Text { t, style: Style::default(), web: None, to: None, counted: false }
    }
}

/// How a text is set, as arguments of `text`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Style {
    #[serde(flatten)]
    pub tongue: Tongue,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[serde(rename = "style")]
    pub slant: Option<&'static str>,
}

impl Style {
    fn is_plain(&self) -> bool {
        *self == Self::default()
    }
}

#[derive(Debug, Serialize)]
pub struct Fact {
    pub label: Words,
    pub text: Words,
}

#[derive(Debug, Serialize)]
pub struct Entry {
    /// Of the heading.
    pub label: String,
    pub level: u8,
    pub number: String,
    pub text: Words,
}

/// What stands above and below each page.
#[derive(Debug, Serialize)]
pub struct Running {
    pub title: Words,
    pub organisation: Option<Words>,
    /// Texts, and `{page}` and `{pages}` where the numbers stand.
    pub page_of: Vec<String>,
}

#[derive(Debug, Serialize)]
pub struct Section {
    pub label: String,
    pub number: String,
    pub title: Words,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Block {
    Heading {
        level: u8,
        label: String,
        number: String,
        text: Words,
    },
    Paragraph {
        text: Words,
    },
    Introduction {
        text: Words,
    },
    Remark {
        text: Words,
    },
    Quote {
        text: Words,
    },
    List {
        items: Vec<Words>,
    },
    /// Short lines, side by side.
    Points {
        items: Vec<Words>,
    },
    Figures {
        columns: usize,
        items: Vec<Figure>,
    },
    Table {
        caption: Option<Caption>,
        parts: Vec<Table>,
        /// Whether the parts stand side by side.
        beside: bool,
    },
    Picture {
        caption: Caption,
        svg: String,
        /// What it shows, for those who do not see it.
        alt: String,
        /// In millimetres.
        width: f64,
    },
    /// A caption with nothing to be drawn below it.
    Caption {
        caption: Caption,
    },
    Timeline {
        items: Vec<Moment>,
    },
}

#[derive(Debug, Serialize)]
pub struct Caption {
    /// `Table 3`.
    pub name: String,
    pub title: Words,
}

#[derive(Debug, Serialize)]
pub struct Figure {
    pub value: Words,
    pub label: Words,
    pub rule: Option<Words>,
}

#[derive(Debug, Serialize)]
pub struct Moment {
    pub date: Words,
    pub text: Words,
}

/// A table, or those of its columns that fit a page.
#[derive(Debug, Serialize)]
pub struct Table {
    pub columns: Vec<Column>,
    pub head: Vec<Words>,
    /// Whether it is the rest of the table before it.
    pub goes_on: bool,
    /// Whether the head may be said again on each page: not if it could fill one.
    pub repeat: bool,
    pub rows: Vec<Row>,
    /// Whether all of it stays on one page.
    pub whole: bool,
    pub size: f64,
    /// Of the width that there is, in hundredths.
    pub width: u8,
}

#[derive(Debug, Serialize)]
pub struct Column {
    /// Its part of the width, beside the others'.
    pub share: u32,
    pub numbers: bool,
}

#[derive(Debug, Serialize)]
pub struct Row {
    /// Whether all of it stays on one page.
    pub whole: bool,
    pub cells: Vec<Words>,
}

#[derive(Debug, Serialize)]
pub struct Notes {
    pub title: Words,
    pub items: Vec<Note>,
}

#[derive(Debug, Serialize)]
pub struct Note {
    pub number: usize,
    pub label: String,
    pub text: Words,
    /// The labels of its marks.
    pub back: Vec<String>,
}

/// How the report was made.
#[derive(Debug, Serialize)]
pub struct Made {
    pub title: Words,
    pub lines: Vec<Words>,
}
