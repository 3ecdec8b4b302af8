//! A report as a document, before it is drawn: what it says, in which order, and where each number
//! and sentence comes from. Every rendering (JSON, HTML, DOCX, PDF) is made from this alone, so that
//! they cannot differ.
//!
//! Texts are as people wrote them: no markup is read in them, by any rendering.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A whole report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Document {
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<String>,
    /// Who submits it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// Set at its head.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<DocumentLogo>,
    /// BCP 47: of the words that the program chose; texts of records say their own.
    #[schema(example = "en")]
    pub language: String,
    /// `ltr` or `rtl`.
    pub direction: String,
    /// What stands below the title, label and value: country, period, who may read it.
    pub facts: Vec<Fact>,
    pub sections: Vec<Section>,
    /// The sources, by their number from 1: the note `n` is `notes[n - 1]`.
    pub notes: Vec<Note>,
    /// The program's own words, which every rendering needs.
    pub words: FixedWords,
    pub made: Made,
}

/// The logo of whoever submits a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct DocumentLogo {
    /// `image/png` or `image/jpeg`.
    #[schema(example = "image/png")]
    pub media_type: String,
    /// In pixels.
    pub width: u32,
    pub height: u32,
    /// The file, as base64 (RFC 4648).
    pub data: String,
    /// What it shows, for those who do not see it.
    #[schema(example = "Logo of the Asian Forum")]
    pub text: String,
}

impl DocumentLogo {
    /// How large it is set within a frame, in units of the frame: as it is formed, and filling it.
    pub fn fitted(&self, widest: u64, highest: u64) -> (u64, u64) {
        let (width, height) = (u64::from(self.width.max(1)), u64::from(self.height.max(1)));
        if widest * height <= highest * width {
            (widest, (widest * height / width).max(1))
        } else {
            ((highest * width / height).max(1), highest)
        }
    }
}

/// From what a report was made, so that it can be made again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Made {
    /// The moment whose records it tells.
    pub at: DateTime<Utc>,
    /// Of the program.
    #[schema(example = "0.1.0")]
    pub version: String,
    /// The release that it was made from; without one, the records as they were at the moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<String>,
    /// What was asked, as the parameters of an address, in the order of their names.
    #[schema(example = "country=KHM&from=2017-01-01&to=2017-12-31")]
    pub query: String,
    /// SHA-256 of the JSON rendering without this field, as hex; all renderings carry it.
    pub digest: String,
}

/// A label and what it says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Fact {
    pub label: String,
    pub text: Vec<Span>,
}

/// A chapter. Its number is its place among the sections.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Section {
    /// A code, which is also the anchor.
    #[schema(example = "key_figures")]
    pub kind: String,
    pub title: String,
    /// What whoever made the report wrote above it, a text for each paragraph.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub introduction: Vec<String>,
    pub blocks: Vec<Block>,
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Of level 2 (below the section's own) or 3; `anchor` is unique in the document.
    Heading {
        level: u8,
        text: Vec<Span>,
        anchor: String,
    },
    Paragraph {
        text: Vec<Span>,
    },
    /// Smaller: what is to be known of what stands above.
    Remark {
        text: Vec<Span>,
    },
    List {
        items: Vec<Vec<Span>>,
    },
    /// The words of a source.
    Quote {
        text: Vec<Span>,
    },
    /// A few numbers that stand out, side by side.
    Figures {
        items: Vec<Figure>,
    },
    Table(Table),
    Chart(Chart),
    Map(Map),
    /// Day by day.
    Timeline {
        items: Vec<TimelineItem>,
    },
}

impl Block {
    /// Calls `each` with every text that is set in pieces, in the order in which it is read.
    pub fn each_text<'b>(&'b self, mut each: impl FnMut(&'b [Span])) {
        match self {
            Self::Heading { text, .. }
            | Self::Paragraph { text }
            | Self::Remark { text }
            | Self::Quote { text } => each(text),
            Self::List { items } => items.iter().for_each(|it| each(it)),
            Self::Figures { items } => {
                for item in items {
                    each(std::slice::from_ref(&item.value));
                }
            }
            Self::Table(table) => {
                table.rows.iter().flatten().for_each(|it| each(it));
                each(&table.remark);
            }
            Self::Chart(chart) => each(&chart.remark),
            Self::Map(map) => each(&map.remark),
            Self::Timeline { items } => items.iter().for_each(|it| each(&it.text)),
        }
    }
}

/// A number that stands out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Figure {
    /// The number, and what it links to.
    pub value: Span,
    /// What is counted.
    pub label: String,
    /// By which rule.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

/// One day, or what is known of it, and what happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct TimelineItem {
    pub date: String,
    pub text: Vec<Span>,
}

/// A table. It may be longer than a page: the head is said again on each.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Table {
    pub title: String,
    pub columns: Vec<TableColumn>,
    /// As many cells as there are columns.
    pub rows: Vec<Vec<Vec<Span>>>,
    /// Unit, source and what is to be known of the counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remark: Vec<Span>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableColumn {
    pub label: String,
    /// Whether it holds numbers, which stand at the end of the line.
    pub numbers: bool,
    /// Its part of the width, beside the others' (at least 1).
    pub weight: u8,
}

/// How counts are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ChartKind {
    /// Upright, for what follows one another in time.
    Columns,
    /// Lying, for categories with long names.
    Bars,
}

/// Counts, drawn. The table behind it is made of the same data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Chart {
    pub kind: ChartKind,
    pub title: String,
    /// What one of it is, said at the axis.
    #[schema(example = "events")]
    pub unit: String,
    /// Along the axis: years, months, types.
    pub categories: Vec<String>,
    /// Of the column of categories in the table behind.
    pub category_label: String,
    pub series: Vec<Series>,
    /// Where the counts come from, how many there are in all, and what they do not say.
    pub remark: Vec<Span>,
}

/// What is counted in each category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Series {
    pub label: String,
    /// One for each category; null where nothing is known, which is not zero.
    pub values: Vec<Option<i64>>,
    /// The list that each value counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hrefs: Vec<Option<String>>,
}

/// Where things happened. Without a point it is not drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Map {
    pub title: String,
    /// ISO 3166-1 alpha-3 of the country that is shown.
    pub country: String,
    pub points: Vec<MapPoint>,
    /// How precise each symbol is, in words, for those that are used.
    pub legend: Vec<MapLegend>,
    /// Unit, source, how many are not on the map and why.
    pub remark: Vec<Span>,
}

/// Events at one place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MapPoint {
    /// WGS 84, degrees.
    pub latitude: f64,
    pub longitude: f64,
    /// A code of `geo_precision`: `exact`, `near`, `district`, `province`, `linear`.
    pub precision: String,
    pub count: i64,
    pub label: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MapLegend {
    pub precision: String,
    pub label: String,
}

/// A piece of text that is set in one way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Span {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub strong: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub emphasis: bool,
    /// BCP 47, where it is not the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// The number that the text says, where it says one that was counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<i64>,
    /// Where it leads: a path of the server that made the report, `#anchor`, or an address of the web.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// The number of a note that stands after the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<u32>,
}

impl Span {
    /// Plain text.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self { text: text.into(), strong: true, ..Self::default() }
    }

    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Self {
        Self { text: text.into(), href: Some(href.into()), ..Self::default() }
    }

    /// The mark of a note, without a text.
    pub fn note(number: u32) -> Self {
        Self { note: Some(number), ..Self::default() }
    }
}

/// A source: which statement says it, and where it can be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Note {
    /// Of the statement.
    #[schema(example = "S-2017-00001")]
    pub reference: String,
    pub issuer: String,
    pub title: String,
    #[schema(format = Date, value_type = Option<String>)]
    pub date: Option<NaiveDate>,
    /// The date as the document says it.
    pub date_text: String,
    /// The passage that says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passage: Option<String>,
    /// The language of the passage, BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Where a copy is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub archived: Option<String>,
    /// The statement's page on the server that made the report.
    pub href: String,
}

/// Words that stand in every report, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FixedWords {
    pub contents: String,
    /// Above the notes.
    pub notes: String,
    /// With `{page}` and `{pages}` in it.
    pub page_of: String,
    pub table: String,
    pub chart: String,
    pub map: String,
    /// Before an address.
    pub available_at: String,
    pub archived_at: String,
    /// "Data behind the chart".
    pub data: String,
    /// In a cell without a value.
    pub not_known: String,
    /// Above how the report was made.
    pub made: String,
    pub digest: String,
}
