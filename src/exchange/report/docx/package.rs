//! The file: its parts in a ZIP whose bytes depend on the report alone.

use std::io::{Cursor, Write};

use askama::Template;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::body::{Paragraph, field, open};
use super::front::logo_name;
use super::part::Part;
use super::runs::{Look, Setting};
use super::scripts::{Script, word_language};
use crate::error::{Error, Result};
use crate::exchange::report::shared::language;
use crate::exchange::report::shared::text::{held, shortened};

/// Of the title above each page.
const RUNNING_TITLE: usize = 80;
/// What properties of files take.
const PROPERTY: usize = 250;

#[derive(Template)]
#[template(path = "report/docx/content_types.xml")]
struct ContentTypes;

#[derive(Template)]
#[template(path = "report/docx/relations.xml")]
struct Relations;

#[derive(Template)]
#[template(path = "report/docx/core.xml")]
struct Core {
    title: String,
    creator: String,
    language: String,
    created: String,
}

#[derive(Template)]
#[template(path = "report/docx/app.xml")]
struct App {
    organisation: String,
}

#[derive(Template)]
#[template(path = "report/docx/custom.xml")]
struct Custom {
    digest: String,
    version: String,
}

#[derive(Template)]
#[template(path = "report/docx/settings.xml")]
struct Settings<'l> {
    languages: &'l Languages,
}

#[derive(Template)]
#[template(path = "report/docx/styles.xml")]
struct Styles<'l> {
    languages: &'l Languages,
    /// For letters of scripts that are not Latin.
    font: &'static str,
}

#[derive(Template)]
#[template(path = "report/docx/numbering.xml")]
struct Numbering;

#[derive(Template)]
#[template(path = "report/docx/theme.xml")]
struct Theme;

#[derive(Template)]
#[template(path = "report/docx/font_table.xml")]
struct FontTable;

/// Of texts that tell no other, for each kind of script.
struct Languages {
    latin: String,
    east_asian: String,
    complex: String,
}

impl Languages {
    fn of(tag: &str) -> Self {
        let told = language::tag(tag).map(word_language);
        let script = Script::of_language(tag);
        let is =
            |of: bool, other: &str| told.clone().filter(|_| of).unwrap_or_else(|| other.to_owned());
        Self {
            latin: is(script == Script::Plain, "en-GB"),
            east_asian: is(script == Script::Han, "zh-CN"),
            complex: is(!matches!(script, Script::Plain | Script::Han), "ar-SA"),
        }
    }
}

/// Every part of the file.
pub fn package(
    setting: &Setting<'_>,
    mut body: Part,
    notes: Part,
    pictures: &[Vec<u8>],
) -> Result<Vec<u8>> {
    let document = setting.document;
    for (kind, target) in [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("theme", "theme/theme1.xml"),
        ("fontTable", "fontTable.xml"),
        ("footnotes", "footnotes.xml"),
    ] {
        body.relate(kind, target);
    }
    let header = body.relate("header", "header1.xml");
    let footer = body.relate("footer", "footer1.xml");
    section(&mut body, (&header, &footer), setting.rtl);
    let (body, body_relations) = body.finish();
    let (notes, notes_relations) = notes.finish();
    let languages = Languages::of(&document.language);
    let font = Script::of_language(&document.language).font().unwrap_or("Arial");
    let property = |text: &str| shortened(text, PROPERTY);
    let organisation = property(document.organisation.as_deref().unwrap_or("saksi"));
    let core = Core {
        title: property(&document.title),
        creator: organisation.clone(),
        language: language::tag(&document.language).unwrap_or("und").to_owned(),
        created: document.made.at.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
    };
    let made = &document.made;
    let custom = Custom { digest: property(&made.digest), version: property(&made.version) };
    let mut file = File(ZipWriter::new(Cursor::default()));
    file.add("[Content_Types].xml", said(&ContentTypes)?.as_bytes())?;
    file.add("_rels/.rels", said(&Relations)?.as_bytes())?;
    file.add("docProps/core.xml", said(&core)?.as_bytes())?;
    file.add("docProps/app.xml", said(&App { organisation })?.as_bytes())?;
    file.add("docProps/custom.xml", said(&custom)?.as_bytes())?;
    file.add("word/document.xml", body.as_bytes())?;
    file.add("word/_rels/document.xml.rels", body_relations.as_bytes())?;
    file.add("word/footnotes.xml", notes.as_bytes())?;
    file.add("word/_rels/footnotes.xml.rels", notes_relations.as_bytes())?;
    file.add("word/header1.xml", header_part(setting).as_bytes())?;
    file.add("word/footer1.xml", footer_part(setting).as_bytes())?;
    let languages = &languages;
    file.add("word/styles.xml", said(&Styles { languages, font })?.as_bytes())?;
    file.add("word/numbering.xml", said(&Numbering)?.as_bytes())?;
    file.add("word/settings.xml", said(&Settings { languages })?.as_bytes())?;
    file.add("word/fontTable.xml", said(&FontTable)?.as_bytes())?;
    file.add("word/theme/theme1.xml", said(&Theme)?.as_bytes())?;
    if let Some(logo) = &document.logo {
        let bytes = STANDARD.decode(&logo.data).map_err(Error::internal)?;
        file.add(&format!("word/media/{}", logo_name(logo)), &bytes)?;
    }
    for (number, png) in (1..).zip(pictures) {
        file.add(&format!("word/media/image{number}.png"), png)?;
    }
    file.finish()
}

fn said(part: &impl Template) -> Result<String> {
    let text = part.render().map_err(Error::internal)?;
    Ok(held(&text).into_owned())
}

/// The page: A4, with a header on all but the first.
fn section(body: &mut Part, (header, footer): (&str, &str), rtl: bool) {
    let xml = &mut body.xml;
    xml.open("w:sectPr", &[]);
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
    xml.empty("w:footerReference", &[("w:type", "first"), ("r:id", footer)]);
    xml.empty("w:pgSz", &[("w:w", "11906"), ("w:h", "16838")]);
    let margins = [
        ("w:top", "1418"),
        ("w:right", "1418"),
        ("w:bottom", "1418"),
        ("w:left", "1418"),
        ("w:header", "709"),
        ("w:footer", "709"),
        ("w:gutter", "0"),
    ];
    xml.empty("w:pgMar", &margins);
    xml.empty("w:cols", &[("w:space", "708")]);
    xml.empty("w:titlePg", &[]);
    if rtl {
        xml.empty("w:bidi", &[]);
    }
    xml.close();
}

fn header_part(setting: &Setting<'_>) -> String {
    let mut part = Part::new("w:hdr");
    let title = shortened(&setting.document.title, RUNNING_TITLE);
    let rtl = language::reads_rtl(&title, setting.rtl);
    open(&mut part, Paragraph { style: "Header", keep: false, rtl });
    setting.text(&mut part, &title, Look { rtl, ..Look::default() });
    part.finish().0
}

/// Who submits it, and which page of how many.
fn footer_part(setting: &Setting<'_>) -> String {
    let mut part = Part::new("w:ftr");
    let document = setting.document;
    let rtl = setting.rtl;
    open(&mut part, Paragraph { style: "Footer", keep: false, rtl });
    let look = Look { rtl, ..Look::default() };
    let organisation =
        shortened(document.organisation.as_deref().unwrap_or_default(), RUNNING_TITLE);
    setting.text(&mut part, &organisation, look);
    part.xml.open("w:r", &[]);
    part.xml.empty("w:tab", &[]);
    part.xml.close();
    let mut rest = document.words.page_of.as_str();
    let places = [("{page}", " PAGE "), ("{pages}", " NUMPAGES ")];
    let next = |rest: &str| {
        places
            .iter()
            .filter_map(|(place, code)| rest.find(place).map(|at| (at, place.len(), *code)))
            .min()
    };
    while let Some((at, length, code)) = next(rest) {
        setting.text(&mut part, &rest[..at], look);
        field(&mut part, code, "1", None);
        rest = &rest[at + length..];
    }
    setting.text(&mut part, rest, look);
    part.finish().0
}

struct File(ZipWriter<Cursor<Vec<u8>>>);

impl File {
    fn add(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        // The same time for all: the moment of the report is among the properties.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        self.0.start_file(path, options).map_err(Error::internal)?;
        self.0.write_all(bytes).map_err(Error::internal)
    }

    fn finish(self) -> Result<Vec<u8>> {
        Ok(self.0.finish().map_err(Error::internal)?.into_inner())
    }
}
