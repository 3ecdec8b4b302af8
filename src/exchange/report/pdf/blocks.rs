//! Sections and their blocks.

use super::glyphs::drawing;
use super::lay::{BODY, Lay, PAGE, Room, anchor};
use super::paper::{self, Caption};
use super::tables::TEXT_WIDTH;
use crate::domain::document::{Block, Chart, Figure, Map, Span, Table};
use crate::exchange::report::draw;
use crate::exchange::report::shared::data;
use crate::exchange::report::shared::text::shortened;

const FIGURES_IN_A_ROW: usize = 4;
/// Of what tells those who do not see a picture what it shows.
const ALTERNATIVE: usize = 240;
/// The room for a picture, in millimetres.
const PICTURE_WIDTH: f64 = 174.0;
const PICTURE_HEIGHT: f64 = 92.0;
const SMALL: Room = Room { size: 8.5, ..PAGE };

impl Lay<'_> {
    pub fn sections(&mut self) -> Vec<paper::Section> {
        let document = self.document;
        let mut all = Vec::new();
        for (section_at, section) in document.sections.iter().enumerate() {
            let place = self.outline.place(section_at, None).unwrap_or_default();
            let title = if section.title.trim().is_empty() { "–" } else { &section.title };
            let title = self.label(title, Room { size: 16.0, ..PAGE });
            let mut blocks = Vec::new();
            for text in &section.introduction {
                blocks.push(paper::Block::Introduction { text: self.label(text, PAGE) });
            }
            for (block_at, block) in section.blocks.iter().enumerate() {
                let place = self.outline.place(section_at, Some(block_at));
                self.block(block, place, &mut blocks);
            }
            let number = self.outline.headings()[place].number.clone();
            all.push(paper::Section { label: anchor(place), number, title, blocks });
        }
        all
    }

    fn block(&mut self, block: &Block, place: Option<usize>, to: &mut Vec<paper::Block>) {
        match block {
            Block::Heading { text, .. } => {
                let place = place.unwrap_or_default();
                let text = self.words(text, Room { size: 12.5, ..PAGE });
                let heading = &self.outline.headings()[place];
                let (level, number) = (heading.level, heading.number.clone());
                to.push(paper::Block::Heading { level, label: anchor(place), number, text });
            }
            Block::Paragraph { text } => {
                to.push(paper::Block::Paragraph { text: self.words(text, PAGE) });
            }
            Block::Remark { text } => self.remark(text, to),
            Block::Quote { text } => {
                to.push(paper::Block::Quote { text: self.words(text, PAGE) });
            }
            Block::List { items } => {
                let items = items.iter().map(|it| self.words(it, PAGE)).collect();
                to.push(paper::Block::List { items });
            }
            Block::Figures { items } => to.extend(self.figures(items)),
            Block::Table(table) => self.captioned(table, to),
            Block::Chart(chart) => self.chart(chart, to),
            Block::Map(map) => self.map(map, to),
            Block::Timeline { items } => {
                let (first, second) =
                    (Room { width: 100.0, size: BODY }, Room { width: 370.0, size: BODY });
                let items = items.iter().map(|it| paper::Moment {
                    date: self.label(&it.date, first),
                    text: self.words(&it.text, second),
                });
                let items = items.collect();
                to.push(paper::Block::Timeline { items });
            }
        }
    }

    fn remark(&mut self, text: &[Span], to: &mut Vec<paper::Block>) {
        if !text.is_empty() {
            to.push(paper::Block::Remark { text: self.words(text, SMALL) });
        }
    }

    fn figures(&mut self, items: &[Figure]) -> Option<paper::Block> {
        let rows = items.len().div_ceil(FIGURES_IN_A_ROW);
        let columns = (rows > 0).then(|| items.len().div_ceil(rows))?;
        #[expect(clippy::cast_precision_loss, reason = "there are four at most")]
        let width = TEXT_WIDTH / columns as f64 - 20.0;
        let room = |size| Room { width, size };
        let items = items.iter().map(|it| paper::Figure {
            value: self.words(std::slice::from_ref(&it.value), room(20.0)),
            label: self.label(&it.label, room(9.0)),
            rule: it.rule.as_deref().map(|it| self.label(it, room(7.5))),
        });
        Some(paper::Block::Figures { items: items.collect(), columns })
    }

    fn caption(&self, word: &str, number: u32, title: &str) -> Caption {
        let name = super::glyphs::settable(&format!("{word} {number}."));
        Caption { name, title: self.label(title, PAGE) }
    }

    fn captioned(&mut self, table: &Table, to: &mut Vec<paper::Block>) {
        self.tables += 1;
        let caption = self.caption(&self.document.words.table, self.tables, &table.title);
        let parts = self.table(table);
        to.push(paper::Block::Table { caption: Some(caption), parts, beside: false });
        self.remark(&table.remark, to);
    }

    fn chart(&mut self, chart: &Chart, to: &mut Vec<paper::Block>) {
        self.charts += 1;
        let caption = self.caption(&self.document.words.chart, self.charts, &chart.title);
        let svg = draw::chart(chart, &self.document.language);
        let said: Vec<&str> = chart.series.iter().map(|it| it.label.as_str()).collect();
        let about = format!("{}: {} ({})", chart.title, said.join(", "), chart.unit);
        to.push(picture(caption, &svg, &about));
        self.remark(&chart.remark, to);
        let table = data::table(chart, self.document);
        let (parts, beside) = self.table_behind(&table);
        to.push(paper::Block::Table { caption: None, parts, beside });
    }

    fn map(&mut self, map: &Map, to: &mut Vec<paper::Block>) {
        self.maps += 1;
        let caption = self.caption(&self.document.words.map, self.maps, &map.title);
        to.push(match draw::map(map, &self.document.language) {
            Some(svg) => picture(caption, &svg, &map.title),
            None => paper::Block::Caption { caption },
        });
        self.remark(&map.remark, to);
        let half = Room { width: TEXT_WIDTH / 2.0 - 20.0, size: 8.5 };
        let points = data::points(map, self.document).into_iter();
        let items = points.map(|(label, precision, count)| {
            let precision =
                if precision.is_empty() { String::new() } else { format!(" ({precision})") };
            self.label(&format!("{label}{precision}: {count}"), half)
        });
        let items: Vec<_> = items.collect();
        if !items.is_empty() {
            to.push(paper::Block::Points { items });
        }
    }
}

/// A drawing, as wide as the text where its height lets it.
fn picture(caption: Caption, svg: &str, about: &str) -> paper::Block {
    let svg = drawing(svg);
    let of = |name: &str| {
        let (_, rest) = svg.split_once(&format!(" {name}=\""))?;
        rest.split('"').next()?.parse::<f64>().ok().filter(|it| *it > 0.0)
    };
    let (width, height) = (of("width").unwrap_or(1.0), of("height").unwrap_or(1.0));
    let width = PICTURE_WIDTH.min(PICTURE_HEIGHT * width / height);
    let about = super::glyphs::settable(&shortened(about, ALTERNATIVE));
    // Readers of screens need a word for every picture.
    let alt = if about.trim().is_empty() { caption.name.clone() } else { about };
    paper::Block::Picture { caption, svg, alt, width }
}
