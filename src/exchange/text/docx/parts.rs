//! The text of a part: the body, its notes, the heads and feet of its pages.

use std::collections::HashMap;

use super::super::lines::Line;
use super::super::{CutWhy, Outcome};
use super::numbering::Numbering;
use super::xml::{self, Element, Event};

/// How many styles may stand on each other.
const MOST_BASES: usize = 20;

/// What paragraphs have from their styles.
#[derive(Debug, Default)]
pub(super) struct Styles {
    all: HashMap<String, Style>,
}

#[derive(Debug, Default)]
struct Style {
    name: String,
    base: Option<String>,
    list: Option<String>,
    level: Option<usize>,
}

impl Styles {
    pub fn of(bytes: &[u8]) -> Outcome<Self> {
        let mut all: HashMap<String, Style> = HashMap::new();
        let mut id = String::new();
        xml::each(bytes, |event| {
            if let Event::Begin(it) = event {
                if it.name == "style" {
                    id = it.attribute("styleId").unwrap_or_default();
                    all.entry(id.clone()).or_default();
                } else if let Some(style) = all.get_mut(&id) {
                    match it.name {
                        "name" if style.name.is_empty() => {
                            style.name = it.value().unwrap_or_default().to_lowercase();
                        }
                        "basedOn" => style.base = it.value(),
                        "numId" => style.list = it.value(),
                        "ilvl" => style.level = it.number().and_then(|level| level.try_into().ok()),
                        _ => {}
                    }
                }
            }
            Ok(())
        })?;
        Ok(Self { all })
    }

    /// The list to which a style's paragraphs belong, and its level.
    fn list(&self, style: &str) -> Option<(String, usize)> {
        let (mut id, mut level) = (style, None);
        for _ in 0..MOST_BASES {
            let style = self.all.get(id)?;
            level = level.or(style.level);
            if let Some(list) = &style.list {
                return Some((list.clone(), level.unwrap_or(0)));
            }
            id = style.base.as_deref()?;
        }
        None
    }

    /// Whether a style is that of titles or of headings of the first order.
    fn is_title(&self, style: &str) -> bool {
        let name = self.all.get(style).map_or(style, |style| style.name.as_str());
        matches!(name.to_lowercase().as_str(), "title" | "heading 1" | "heading1")
    }
}

/// Notes by their ids.
pub(super) type Notes = HashMap<String, Vec<Line>>;

/// What people should be told of.
#[derive(Debug, Default)]
pub(super) struct SeenParts {
    pub deletions: usize,
    pub insertions: usize,
    pub pictures: usize,
}

#[derive(Default)]
pub(super) struct Part {
    pub lines: Vec<Line>,
    pub title: Option<String>,
    /// The notes that the text refers to, by id, with the marks that stand in it, in its order.
    pub footnotes: Vec<(String, String)>,
    pub endnotes: Vec<(String, String)>,
    pub notes: Notes,
    pub seen: SeenParts,
}

pub(super) fn read(bytes: &[u8], styles: &Styles, numbering: &mut Numbering) -> Outcome<Part> {
    let mut reader = Reader {
        styles,
        numbering,
        part: Part::default(),
        places: vec![Place::Lines(Lines::default())],
        paragraphs: Vec::new(),
        skip: 0,
        in_text: false,
        in_paragraph_properties: false,
        in_row_properties: false,
    };
    xml::each(bytes, |event| {
        match event {
            Event::Begin(it) => reader.begin(it),
            Event::End(name) => reader.end(name),
            Event::Text(text) => reader.text(text),
        }
        Ok(())
    })?;
    while !reader.paragraphs.is_empty() {
        reader.end_paragraph();
    }
    let mut part = reader.part;
    for place in reader.places {
        if let Place::Lines(lines) = place {
            part.lines.extend(lines.all);
        }
    }
    Ok(part)
}

/// Lines, and how the next is parted from them.
#[derive(Default)]
struct Lines {
    all: Vec<Line>,
    last: Option<Form>,
}

/// What a line is: those of one form stand together.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Paragraph,
    Item,
    Row,
}

impl Lines {
    fn push(&mut self, text: &str, form: Form) {
        let together = self.last == Some(form) && form != Form::Paragraph;
        if !self.all.is_empty() && !together {
            self.all.push(Line::kept(""));
        }
        self.all.push(Line::kept(text));
        self.last = Some(form);
    }
}

/// Where paragraphs go.
enum Place {
    Lines(Lines),
    /// A text box; its lines follow the paragraph in which it stands.
    Box(Lines),
    /// A note with its id.
    Note(String, Lines),
    /// A row, with its cells, and whether it is marked as deleted.
    Row(Vec<String>, bool),
    Cell(Vec<String>),
}

#[derive(Default)]
struct Paragraph {
    text: String,
    hidden: String,
    style: String,
    list: Option<String>,
    level: Option<usize>,
    /// Whether the run that is open is hidden.
    run_is_hidden: bool,
    boxes: Vec<Line>,
}

struct Reader<'a> {
    styles: &'a Styles,
    numbering: &'a mut Numbering,
    part: Part,
    places: Vec<Place>,
    paragraphs: Vec<Paragraph>,
    /// How many elements deep what is left out is.
    skip: usize,
    in_text: bool,
    in_paragraph_properties: bool,
    in_row_properties: bool,
}

/// Elements of which nothing is read: what was before a change, and what is there for older programs.
fn is_left_out(name: &str) -> bool {
    matches!(name, "del" | "moveFrom" | "Fallback" | "instrText" | "delText" | "rubyPr")
        || name.ends_with("PrChange")
}

impl Reader<'_> {
    fn begin(&mut self, it: &Element<'_>) {
        if self.skip > 0 {
            self.skip += 1;
            return;
        }
        if self.in_row_properties && it.name == "del" {
            if let Some(Place::Row(_, deleted)) = self.places.last_mut() {
                *deleted = true;
            }
            self.part.seen.deletions += 1;
        }
        if is_left_out(it.name) {
            let passage = matches!(it.name, "del" | "moveFrom")
                && !self.in_paragraph_properties
                && !self.in_row_properties;
            self.part.seen.deletions += usize::from(passage);
            self.skip = 1;
            return;
        }
        match it.name {
            "pic" | "imagedata" => self.part.seen.pictures += 1,
            "txbxContent" => self.places.push(Place::Box(Lines::default())),
            _ if it.of_text => self.begin_text(it),
            _ => {}
        }
    }

    fn begin_text(&mut self, it: &Element<'_>) {
        match it.name {
            "p" => self.paragraphs.push(Paragraph::default()),
            "ins" if !self.in_paragraph_properties => self.part.seen.insertions += 1,
            "tr" => self.places.push(Place::Row(Vec::new(), false)),
            "tc" => self.places.push(Place::Cell(Vec::new())),
            "trPr" => self.in_row_properties = true,
            "pPr" => self.in_paragraph_properties = true,
            "footnote" | "endnote" => {
                // Separators have a type, notes have none.
                let kind = it.attribute("type").filter(|kind| kind != "normal");
                let id = if kind.is_some() {
                    String::new()
                } else {
                    it.attribute("id").unwrap_or_default()
                };
                self.places.push(Place::Note(id, Lines::default()));
            }
            "footnoteReference" | "endnoteReference" => {
                let count = self.part.footnotes.len() + self.part.endnotes.len() + 1;
                let mark = format!("[{count}]");
                self.add(&mark);
                let of = if it.name.starts_with('f') {
                    &mut self.part.footnotes
                } else {
                    &mut self.part.endnotes
                };
                of.push((it.attribute("id").unwrap_or_default(), mark));
            }
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.run_is_hidden = false;
                }
            }
            "t" => self.in_text = true,
            "tab" | "ptab" if !self.in_paragraph_properties => self.add("\t"),
            "br" | "cr" => self.add("\n"),
            "noBreakHyphen" => self.add("-"),
            "sym" => {
                // Bullets and ticks of fonts of signs have no letters of their own.
                let code = it.attribute("char").unwrap_or_default().to_ascii_uppercase();
                if matches!(code.as_str(), "F0B7" | "F0A7" | "F0D8" | "F076") {
                    self.add("\u{2022} ");
                }
            }
            _ => self.property(it),
        }
    }

    fn property(&mut self, it: &Element<'_>) {
        let in_properties = self.in_paragraph_properties;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match it.name {
            "pStyle" => paragraph.style = it.value().unwrap_or_default(),
            "numId" if in_properties => paragraph.list = it.value(),
            "ilvl" if in_properties => {
                paragraph.level = it.number().and_then(|level| level.try_into().ok());
            }
            "vanish" if !in_properties => paragraph.run_is_hidden = it.is_on(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.in_text && self.skip == 0 {
            self.add(text);
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            let into =
                if paragraph.run_is_hidden { &mut paragraph.hidden } else { &mut paragraph.text };
            into.extend(text.chars().filter(|c| *c != '\u{AD}'));
        }
    }

    fn end(&mut self, name: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        match name {
            "t" => self.in_text = false,
            "pPr" => self.in_paragraph_properties = false,
            "trPr" => self.in_row_properties = false,
            "p" => self.end_paragraph(),
            "r" => {
                if let Some(paragraph) = self.paragraphs.last_mut() {
                    paragraph.run_is_hidden = false;
                }
            }
            "tc" | "tr" | "txbxContent" | "footnote" | "endnote" => self.end_place(name),
            _ => {}
        }
    }

    fn end_place(&mut self, name: &str) {
        let fits = matches!(
            (self.places.last(), name),
            (Some(Place::Cell(_)), "tc")
                | (Some(Place::Row(..)), "tr")
                | (Some(Place::Box(_)), "txbxContent")
                | (Some(Place::Note(..)), "footnote" | "endnote")
        );
        if !fits {
            return;
        }
        match self.places.pop() {
            Some(Place::Cell(texts)) => {
                let text = texts.join(" ");
                if let Some(Place::Row(cells, _)) = self.places.last_mut() {
                    cells.push(text);
                } else {
                    self.put(&text, Form::Paragraph);
                }
            }
            Some(Place::Row(cells, deleted)) => {
                if !deleted && cells.iter().any(|cell| !cell.is_empty()) {
                    self.put(&cells.join("\t"), Form::Row);
                }
            }
            Some(Place::Box(lines)) => match self.paragraphs.last_mut() {
                Some(paragraph) => {
                    if !paragraph.boxes.is_empty() {
                        paragraph.boxes.push(Line::kept(""));
                    }
                    paragraph.boxes.extend(lines.all);
                }
                None => self.put_lines(lines.all),
            },
            Some(Place::Note(id, lines)) if !id.is_empty() => {
                self.part
                    .notes
                    .insert(id, lines.all.into_iter().filter(|line| !line.is_blank()).collect());
            }
            Some(Place::Note(..) | Place::Lines(_)) | None => {}
        }
    }

    /// Writes a paragraph or a row to where it stands.
    fn put(&mut self, text: &str, form: Form) {
        match self.places.last_mut() {
            Some(Place::Lines(lines) | Place::Box(lines) | Place::Note(_, lines)) => {
                lines.push(text, form);
            }
            Some(Place::Cell(texts)) => {
                texts.push(text.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            Some(Place::Row(..)) | None => {}
        }
    }

    fn put_lines(&mut self, lines: Vec<Line>) {
        for line in lines.into_iter().filter(|line| !line.is_blank()) {
            self.put(&line.text, Form::Paragraph);
        }
    }

    fn end_paragraph(&mut self) {
        self.in_paragraph_properties = false;
        let Some(paragraph) = self.paragraphs.pop() else { return };
        let text = paragraph.text.trim();
        if !text.is_empty() {
            let own = paragraph.list.clone().map(|list| (list, paragraph.level.unwrap_or(0)));
            let list = own.or_else(|| self.styles.list(&paragraph.style));
            let mark = list.and_then(|(list, level)| self.numbering.next(&list, level));
            if self.styles.is_title(&paragraph.style) && self.part.title.is_none() {
                self.part.title = Some(text.to_owned());
            }
            match mark {
                Some(mark) => self.put(&format!("{mark} {text}"), Form::Item),
                None => self.put(text, Form::Paragraph),
            }
        }
        if !paragraph.hidden.trim().is_empty()
            && let Some(Place::Lines(lines) | Place::Box(lines) | Place::Note(_, lines)) =
                self.places.last_mut()
        {
            lines.all.push(Line::cut(paragraph.hidden.trim(), CutWhy::Hidden));
        }
        self.put_lines(paragraph.boxes);
    }
}
