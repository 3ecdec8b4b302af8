//! What templates ask of a report while they are filled in, from its beginning to its end.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::fmt::Write;

use askama::Template;

use super::spans::{Mark, direction};
use crate::domain::document::{Chart, Document, Map, Note, Span, Table, TableColumn};
use crate::exchange::report::draw;
use crate::exchange::report::shared::citation::{Part, citation};
use crate::exchange::report::shared::links::{self, Target};
use crate::exchange::report::shared::outline::{Heading, Outline};
use crate::exchange::report::shared::text::shortened;
use crate::exchange::report::shared::{data, has_contents, is_note, language};

/// A note leads back to no more of its marks.
const LED_BACK: usize = 20;
/// Of the title above each page.
const RUNNING_TITLE: usize = 70;

pub struct View<'d> {
    pub document: &'d Document,
    pub rtl: bool,
    base: &'d str,
    outline: Outline,
    /// How often each note was marked so far.
    marks: RefCell<HashMap<u32, usize>>,
    tables: Cell<u32>,
    charts: Cell<u32>,
    maps: Cell<u32>,
}

/// A heading in the contents, and those below it.
pub struct Entry<'v> {
    pub heading: &'v Heading,
    pub below: Vec<&'v Heading>,
}

/// A table with its head and its widths.
#[derive(Template)]
#[template(path = "report/table.html")]
pub struct TableView<'t> {
    v: &'t View<'t>,
    table: &'t Table,
    /// `Table 3`; nothing for what stands behind a chart.
    name: Option<String>,
    id: String,
    /// How many cells its longest row has.
    cells: usize,
}

/// A part of a note. See [`Part`].
pub struct NotePart<'n> {
    pub text: String,
    pub is_title: bool,
    /// Whether it is as the record has it.
    pub is_own: bool,
    pub language: Option<&'n str>,
    pub direction: &'static str,
    pub href: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "templates borrow what they pass")]
impl<'d> View<'d> {
    pub fn of(document: &'d Document, base: &'d str) -> Self {
        Self {
            document,
            rtl: document.direction == "rtl",
            base,
            outline: Outline::of(document),
            marks: RefCell::default(),
            tables: Cell::new(0),
            charts: Cell::new(0),
            maps: Cell::new(0),
        }
    }

    pub fn direction(&self) -> &'static str {
        direction(self.rtl)
    }

    /// The tag of the document's language; `und` for what is none.
    pub fn language(&self) -> &'d str {
        language::tag(&self.document.language).unwrap_or("und")
    }

    /// The side from which a text reads that says no language.
    pub fn side(&self, text: &str) -> &'static str {
        direction(language::reads_rtl(text, self.rtl))
    }

    /// The address of the logo, what it shows, and how large it is set, in pixels of CSS.
    pub fn logo(&self) -> Option<(String, &'d str, u64, u64)> {
        let logo = self.document.logo.as_ref()?;
        let (width, height) = logo.fitted(240, 80);
        let address = format!("data:{};base64,{}", logo.media_type, logo.data);
        Some((address, &logo.text, width, height))
    }

    pub fn title_class(&self) -> &'static str {
        if self.document.title.chars().count() > 200 { "long" } else { "" }
    }

    /// Where a link leads.
    pub fn href(&self, href: &str) -> Option<String> {
        match links::target(self.base, href)? {
            Target::Web(address) => Some(address),
            Target::Anchor(anchor) => {
                let place = self.outline.anchored(&anchor)?;
                Some(format!("#{}", self.outline.headings()[place].id))
            }
        }
    }

    pub fn mark(&self, number: u32) -> Mark {
        let id = is_note(self.document, number).then(|| {
            let mut marks = self.marks.borrow_mut();
            let times = marks.entry(number).or_default();
            *times += 1;
            mark_id(number, *times)
        });
        Mark { number, id }
    }

    /// The ids of the marks of a note, of those that were written so far.
    pub fn marked(&self, number: &usize) -> Vec<String> {
        let Ok(number) = u32::try_from(*number) else { return Vec::new() };
        let times = self.marks.borrow().get(&number).copied().unwrap_or_default();
        (1..=times.min(LED_BACK)).map(|it| mark_id(number, it)).collect()
    }

    pub fn has_contents(&self) -> bool {
        has_contents(self.document)
    }

    pub fn contents(&self) -> Vec<Entry<'_>> {
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for heading in self.outline.headings() {
            match entries.last_mut() {
                Some(entry) if heading.level == 2 => entry.below.push(heading),
                _ if heading.level == 1 => entries.push(Entry { heading, below: Vec::new() }),
                _ => {}
            }
        }
        entries
    }

    /// Of a section, counted from 0.
    pub fn section(&self, section: usize) -> &Heading {
        self.heading(section, None)
    }

    /// Of a block that is a heading.
    pub fn below(&self, section: &usize, block: &usize) -> &Heading {
        self.heading(*section, Some(*block))
    }

    fn heading(&self, section: usize, block: Option<usize>) -> &Heading {
        let place = self.outline.place(section, block).unwrap_or_default();
        &self.outline.headings()[place]
    }

    pub fn table<'t>(&'t self, table: &'t Table) -> TableView<'t> {
        let number = next(&self.tables);
        let name = Some(format!("{} {number}", self.document.words.table));
        self.laid_out(table, name, format!("table-{number}"))
    }

    pub fn chart_number(&self) -> u32 {
        next(&self.charts)
    }

    pub fn map_number(&self) -> u32 {
        next(&self.maps)
    }

    /// The table behind a chart.
    pub fn data(&self, chart: &Chart) -> Table {
        data::table(chart, self.document)
    }

    pub fn behind<'t>(&'t self, table: &'t Table, number: &u32) -> TableView<'t> {
        self.laid_out(table, None, format!("chart-{number}-data"))
    }

    fn laid_out<'t>(&'t self, table: &'t Table, name: Option<String>, id: String) -> TableView<'t> {
        TableView { v: self, table, name, id, cells: data::columns(table) }
    }

    /// The picture, without what stands before its element. One without a title says its number, so that
    /// readers of screens have a name for it.
    pub fn chart_svg(&self, chart: &Chart, number: &u32) -> String {
        let language = &self.document.language;
        if chart.title.trim().is_empty() {
            let title = format!("{} {number}", self.document.words.chart);
            return inline(draw::chart(&Chart { title, ..chart.clone() }, language));
        }
        inline(draw::chart(chart, language))
    }

    /// [`chart_svg`](Self::chart_svg), of a map.
    pub fn map_svg(&self, map: &Map, number: &u32) -> Option<String> {
        let language = &self.document.language;
        if map.title.trim().is_empty() {
            let title = format!("{} {number}", self.document.words.map);
            return draw::map(&Map { title, ..map.clone() }, language).map(inline);
        }
        draw::map(map, language).map(inline)
    }

    pub fn points<'m>(&self, map: &'m Map) -> Vec<(String, &'m str, String)> {
        data::points(map, self.document)
    }

    /// What a note says.
    pub fn citation<'n>(&'n self, note: &'n Note) -> Vec<NotePart<'n>> {
        citation(note, self.document).into_iter().map(|it| self.note_part(it)).collect()
    }

    fn note_part<'n>(&self, part: Part<'n>) -> NotePart<'n> {
        let plain = |text: &str| NotePart {
            text: text.to_owned(),
            is_title: false,
            is_own: true,
            language: None,
            direction: "auto",
            href: None,
        };
        match part {
            Part::Words(text) => NotePart { is_own: false, ..plain(&text) },
            Part::Own(text) => plain(text),
            Part::Title(text) => NotePart { is_title: true, ..plain(text) },
            Part::Passage(text, stated) => {
                let language = self.foreign(stated);
                let direction = language.map_or("auto", |it| direction(language::is_rtl(it)));
                NotePart { language, direction, ..plain(text) }
            }
            Part::Address(text) => {
                NotePart { href: links::web(text), direction: "ltr", ..plain(text) }
            }
            Part::Reference(text, href) => NotePart { href: self.href(href), ..plain(text) },
        }
    }

    /// When it was made, as people read it.
    pub fn made_at(&self) -> String {
        self.document.made.at.format("%Y-%m-%d %H:%M:%S UTC").to_string()
    }

    pub fn made_at_exactly(&self) -> String {
        self.document.made.at.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// What stands around printed pages, as a style sheet.
    pub fn pages_style(&self) -> String {
        let of = css_string(&self.document.words.page_of)
            .replace(&css_escape("{page}"), "\" counter(page) \"")
            .replace(&css_escape("{pages}"), "\" counter(pages) \"");
        let title = css_string(&shortened(&self.document.title, RUNNING_TITLE));
        let organisation = self.document.organisation.as_deref().unwrap_or_default();
        let organisation = css_string(&shortened(organisation, RUNNING_TITLE));
        let (begin, end) = if self.rtl { ("right", "left") } else { ("left", "right") };
        format!(
            "@page{{size:A4;margin:22mm 18mm 20mm;font:8pt \"Noto Sans\",\"Segoe UI\",Carlito,Calibri,Arial,\
             sans-serif;color:#53535c;@top-{begin}{{content:{title}}}\
             @bottom-{begin}{{content:{organisation}}}@bottom-{end}{{content:{of}}}}}\
             @page :first{{@top-{begin}{{content:none}}}}"
        )
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "templates borrow what they pass")]
impl TableView<'_> {
    /// For tables that need more width than a telephone has.
    fn class(&self) -> &'static str {
        match self.cells {
            0..=3 => "",
            4..=6 => " several",
            7..=12 => " many",
            _ => " most",
        }
    }

    /// The column of a cell, where the table has one.
    fn column(&self, at: &usize) -> Option<&TableColumn> {
        self.table.columns.get(*at)
    }

    /// Of each column, in twentieths of the whole width.
    fn widths(&self) -> Vec<u32> {
        let places: Vec<usize> = (0..self.cells).collect();
        data::shares(self.table, &places).iter().map(|it| ((it + 25) / 50).clamp(1, 20)).collect()
    }

    fn is_number(&self, at: &usize) -> bool {
        self.column(at).is_some_and(|it| it.numbers)
    }

    /// Whether a cell names its row.
    fn is_head(&self, at: &usize, cell: &[Span]) -> bool {
        *at == 0 && !self.is_number(at) && cell.iter().any(|it| !it.text.trim().is_empty())
    }
}

fn next(count: &Cell<u32>) -> u32 {
    count.set(count.get() + 1);
    count.get()
}

fn mark_id(number: u32, times: usize) -> String {
    format!("note-{number}-mark-{times}")
}

/// An SVG document as an element of a page.
fn inline(svg: String) -> String {
    match svg.find("<svg") {
        Some(at) if at > 0 => svg[at..].to_owned(),
        _ => svg,
    }
}

/// As a string of a style sheet, from which nothing can break out.
fn css_string(text: &str) -> String {
    format!("\"{}\"", css_escape(text))
}

fn css_escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || c == ' ' {
            out.push(c);
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "\\{:x} ", u32::from(c));
        }
    }
    out
}
