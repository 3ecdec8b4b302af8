//! Sections and their blocks.

use super::body::{Body, Paragraph};
use super::runs::Look;
use crate::domain::document::{Block, Chart, Map, Span, TimelineItem};
use crate::error::{Error, Result};
use crate::exchange::report::draw;
use crate::exchange::report::shared::data;
use crate::exchange::report::shared::text::shortened;

/// Of a picture, in pixels: 16 cm at twice the points of a screen.
const PICTURE_WIDTH: u32 = 1_210;
/// Of what tells those who do not see a picture what it is.
const ALTERNATIVE: usize = 240;

impl Body<'_> {
    pub fn sections(&mut self) -> Result<()> {
        for (section_at, section) in self.setting.document.sections.iter().enumerate() {
            let place = self.setting.outline.place(section_at, None).unwrap_or_default();
            self.heading("Heading1", place, |body, rtl| {
                body.setting.text(&mut body.part, &section.title, Look { rtl, ..Look::default() });
            });
            for text in &section.introduction {
                self.prose("Introduction", text);
            }
            for (block_at, block) in section.blocks.iter().enumerate() {
                self.block(block, self.setting.outline.place(section_at, Some(block_at)))?;
            }
        }
        Ok(())
    }

    fn block(&mut self, block: &Block, place: Option<usize>) -> Result<()> {
        match block {
            Block::Heading { text, .. } => {
                let place = place.unwrap_or_default();
                let level = self.setting.outline.headings()[place].level;
                let style = if level == 2 { "Heading2" } else { "Heading3" };
                self.heading(style, place, |body, rtl| body.spans(text, rtl));
            }
            Block::Paragraph { text } => self.paragraph("Normal", text),
            Block::Remark { text } => self.paragraph("Remark", text),
            Block::Quote { text } => self.paragraph("Quote", text),
            Block::List { items } => {
                for item in items {
                    self.paragraph("ListBullet", item);
                }
            }
            Block::Figures { items } => self.figures(items),
            Block::Table(table) => self.captioned_table(table),
            Block::Chart(chart) => self.chart(chart)?,
            Block::Map(map) => self.map(map)?,
            Block::Timeline { items } => self.timeline(items),
        }
        Ok(())
    }

    /// The line above a table or picture, with its number; it stays with what is below.
    pub fn caption(&mut self, word: &str, kind: &str, number: u32, title: &str) {
        let rtl = self.setting.rtl;
        self.open(Paragraph { style: "Caption", keep: true, rtl });
        let look = Look { rtl, ..Look::default() };
        self.setting.text(&mut self.part, &format!("{word} "), look);
        self.field(&format!(" SEQ {kind} \\* ARABIC "), &number.to_string(), None);
        self.setting.text(&mut self.part, &format!(". {title}"), look);
        self.close();
    }

    fn chart(&mut self, chart: &Chart) -> Result<()> {
        let words = &self.setting.document.words;
        self.charts += 1;
        self.caption(&words.chart, "Chart", self.charts, &chart.title);
        let svg = draw::chart(chart, &self.setting.document.language);
        let said: Vec<&str> = chart.series.iter().map(|it| it.label.as_str()).collect();
        let about = format!("{}: {} ({})", chart.title, said.join(", "), chart.unit);
        self.picture(&svg, &about)?;
        if !chart.remark.is_empty() {
            self.paragraph("Remark", &chart.remark);
        }
        let rtl = self.setting.rtl;
        self.open(Paragraph { style: "DataHeading", keep: true, rtl });
        self.setting.text(&mut self.part, &words.data, Look { rtl, ..Look::default() });
        self.close();
        self.table(&data::table(chart, self.setting.document));
        Ok(())
    }

    fn map(&mut self, map: &Map) -> Result<()> {
        let words = &self.setting.document.words;
        self.maps += 1;
        self.caption(&words.map, "Map", self.maps, &map.title);
        if let Some(svg) = draw::map(map, &self.setting.document.language) {
            self.picture(&svg, &map.title)?;
        }
        if !map.remark.is_empty() {
            self.paragraph("Remark", &map.remark);
        }
        for (label, precision, count) in data::points(map, self.setting.document) {
            let precision =
                if precision.is_empty() { String::new() } else { format!(" ({precision})") };
            self.plain("ListBullet", &format!("{label}{precision}: {count}"));
        }
        Ok(())
    }

    /// A paragraph that is a picture, as wide as the text where its height lets it.
    fn picture(&mut self, svg: &str, about: &str) -> Result<()> {
        let png = draw::png(svg, PICTURE_WIDTH, self.fonts).map_err(Error::internal)?;
        let (width, height) = super::picture::extent(&png)?;
        self.pictures.push(png);
        let number = self.pictures.len();
        let id = self.part.relate("image", &format!("media/image{number}.png"));
        self.open(Paragraph { style: "Picture", keep: true, rtl: false });
        self.part.xml.open("w:r", &[]);
        let about = shortened(about, ALTERNATIVE);
        super::picture::drawing(&mut self.part.xml, (width, height), (number, &id), &about);
        self.part.xml.close();
        self.close();
        Ok(())
    }

    fn timeline(&mut self, items: &[TimelineItem]) {
        if items.is_empty() {
            return;
        }
        self.open_table("TimelineTable", &[250, 750], "");
        for item in items {
            self.open_row(false, true);
            self.open_cell(250, false);
            let rtl = self.setting.rtl;
            self.open(Paragraph { style: "TableText", keep: false, rtl });
            let look = Look { rtl, strong: true, ..Look::default() };
            self.setting.text(&mut self.part, &item.date, look);
            self.close();
            self.part.xml.close();
            self.open_cell(750, false);
            self.paragraph("TableText", &item.text);
            self.part.xml.close();
            self.part.xml.close();
        }
        self.part.xml.close();
        self.after_table();
    }

    /// How the report was made.
    pub fn made(&mut self) {
        let document = self.setting.document;
        let made = &document.made;
        self.back_heading(1, &document.words.made);
        let at = made.at.format("%Y-%m-%d %H:%M:%S UTC");
        let mut line = vec![Span::plain(format!("{at} · saksi {}", made.version))];
        if let Some(release) = &made.release {
            line.push(Span::plain(format!(" · {release}")));
        }
        self.paragraph("Remark", &line);
        self.paragraph("Remark", &[Span::plain(&made.query)]);
        self.paragraph(
            "Remark",
            &[Span::plain(format!("{}: {}", document.words.digest, made.digest))],
        );
    }
}
