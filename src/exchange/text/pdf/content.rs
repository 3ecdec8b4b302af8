//! What a page shows: pieces of text with the place, size and direction of each.

use std::collections::HashMap;
use std::rc::Rc;

use super::super::{FileKind, Outcome, TextOfFileError};
use super::file::File;
use super::fonts::{Font, replacement};
use super::objects::{Entries, Object, Reader};

/// How deep drawings may use other drawings.
const DEEPEST: usize = 12;
/// The most steps of all pages together, and the most signs they show.
const MOST_STEPS: usize = 20_000_000;
const MOST_SIGNS: usize = 4_000_000;
/// As how many steps a drawing counts that is used, beside its own.
const STEPS_OF_DRAWING: usize = 200;
/// The most values before a word, and states that are kept for later.
const MOST_HELD: usize = 1_000;
const MOST_STATES: usize = 512;
/// The most marks that lie within each other.
const MOST_MARKS: usize = 64;
/// The most fonts that are kept, by the objects that describe them.
const MOST_FONTS: usize = 2_000;

/// A piece of text. Lengths are in points, from the lower left of the page.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub x: f64,
    pub y: f64,
    /// How far it goes, in the direction of writing.
    pub width: f64,
    pub size: f64,
    /// In which direction it is written, in quarter turns.
    pub turn: u8,
    pub bold: bool,
    /// Whether the page says that it is no part of the text: a running head, a number.
    pub artifact: bool,
    /// Whether the text is in the order of reading, whatever its letters.
    pub in_order: bool,
    pub text: String,
}

/// What was found on pages.
#[derive(Default)]
pub(super) struct Found {
    pub signs: usize,
    /// Signs of which the fonts do not say what they are.
    pub unknown: usize,
    pub pictures: usize,
}

pub(super) struct Pages<'f, 'b> {
    pub file: &'f mut File<'b>,
    fonts: HashMap<u32, Rc<Font>>,
    steps: usize,
    pub found: Found,
}

#[derive(Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// This one first, then the other.
    fn then(self, other: Self) -> Self {
        let (one, two) = (self.0, other.0);
        let across = |row: usize, column: usize| {
            one[row * 2].mul_add(two[column], one[row * 2 + 1] * two[2 + column])
        };
        Self([
            across(0, 0),
            across(0, 1),
            across(1, 0),
            across(1, 1),
            across(2, 0) + two[4],
            across(2, 1) + two[5],
        ])
    }

    const fn moved(by: f64, up: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, by, up])
    }

    fn of(values: &[Object]) -> Option<Self> {
        let numbers: Vec<f64> = values.iter().filter_map(Object::number).collect();
        <[f64; 6]>::try_from(numbers.get(..6)?).ok().map(Self)
    }
}

#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    letters: f64,
    words: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

impl State {
    const fn new(matrix: Matrix) -> Self {
        Self {
            matrix,
            font: None,
            size: 1.0,
            letters: 0.0,
            words: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
        }
    }
}

/// How and where text is shown next.
struct Hand {
    now: State,
    text: Matrix,
    /// The beginning of the line.
    line: Matrix,
}

impl Hand {
    fn move_line(&mut self, by: f64, up: f64) {
        self.line = Matrix::moved(by, up).then(self.line);
        self.text = self.line;
    }
}

fn number(held: &[Object], at: usize) -> f64 {
    held.get(at).and_then(Object::number).unwrap_or(0.0)
}

/// What is marked in a page: whether it is no part of the text, and what is read in its place.
struct Mark {
    artifact: bool,
    text: Option<String>,
    /// Whether the text was given to a piece.
    given: bool,
}

/// A page while it is read.
struct Sheet {
    pieces: Vec<Piece>,
    marks: Vec<Mark>,
}

impl<'f, 'b> Pages<'f, 'b> {
    pub fn new(file: &'f mut File<'b>) -> Self {
        Self { file, fonts: HashMap::new(), steps: 0, found: Found::default() }
    }

    /// The pieces of a page, in the order in which it shows them.
    pub fn pieces(&mut self, page: &Entries, resources: &Entries) -> Outcome<Vec<Piece>> {
        let mut content = Vec::new();
        let parts = match page.get("Contents") {
            Some(reference @ Object::Reference(_)) => match self.file.value(reference) {
                Object::Array(all) => all,
                _ => vec![reference.clone()],
            },
            Some(Object::Array(all)) => all.clone(),
            _ => Vec::new(),
        };
        for part in &parts {
            if let Some(stream) = self.file.stream(part)
                && let Some(bytes) = self.file.unpacked(&stream)?
            {
                content.extend(bytes);
                content.push(b'\n');
            }
        }
        let mut sheet = Sheet { pieces: Vec::new(), marks: Vec::new() };
        self.run(&content, resources, State::new(Matrix::SAME), &mut sheet, 0)?;
        Ok(sheet.pieces)
    }

    fn run(
        &mut self,
        content: &[u8],
        resources: &Entries,
        state: State,
        sheet: &mut Sheet,
        deep: usize,
    ) -> Outcome<()> {
        let mut hand = Hand { now: state, text: Matrix::SAME, line: Matrix::SAME };
        let mut kept: Vec<State> = Vec::new();
        let mut held: Vec<Object> = Vec::new();
        let mut fonts: HashMap<String, Option<Rc<Font>>> = HashMap::new();
        let mut reader = Reader::new(content, 0);
        let marks_before = sheet.marks.len();
        while let Some(object) = reader.next() {
            let Object::Word(word) = object else {
                if held.len() < MOST_HELD {
                    held.push(object);
                }
                continue;
            };
            self.steps += 1;
            if self.steps > MOST_STEPS {
                let most = format!("{MOST_STEPS} steps");
                let what = "more to draw";
                return Err(TextOfFileError::Excessive { kind: FileKind::Pdf, what, most });
            }
            match word.as_str() {
                "q" if kept.len() < MOST_STATES => kept.push(hand.now.clone()),
                "Q" => hand.now = kept.pop().unwrap_or(hand.now),
                "cm" => {
                    if let Some(matrix) = Matrix::of(&held) {
                        hand.now.matrix = matrix.then(hand.now.matrix);
                    }
                }
                "Tf" => {
                    hand.now.size = number(&held, 1);
                    let name = held.first().and_then(Object::name).unwrap_or_default();
                    if !fonts.contains_key(name) {
                        let font = self.font(resources, name)?;
                        fonts.insert(name.to_owned(), font);
                    }
                    hand.now.font = fonts.get(name).cloned().flatten();
                }
                "Do" => {
                    if let Some(name) = held.first().and_then(Object::name) {
                        self.drawing(name, resources, &hand.now, sheet, deep)?;
                    }
                }
                "BMC" | "BDC" => {
                    let mark = self.mark(&held, resources);
                    if sheet.marks.len() < MOST_MARKS {
                        sheet.marks.push(mark);
                    }
                }
                "EMC" if sheet.marks.len() > marks_before => {
                    sheet.marks.pop();
                }
                "ID" => {
                    self.found.pictures += 1;
                    reader.at = end_of_picture(content, reader.at);
                }
                word => self.write(word, &held, &mut hand, sheet)?,
            }
            held.clear();
        }
        sheet.marks.truncate(marks_before);
        Ok(())
    }

    /// A step that shows text, or says where and how it is shown.
    fn write(
        &mut self,
        word: &str,
        held: &[Object],
        hand: &mut Hand,
        sheet: &mut Sheet,
    ) -> Outcome<()> {
        let first = number(held, 0);
        match word {
            "BT" => (hand.text, hand.line) = (Matrix::SAME, Matrix::SAME),
            "Tc" => hand.now.letters = first,
            "Tw" => hand.now.words = first,
            "Tz" => hand.now.stretch = first / 100.0,
            "TL" => hand.now.leading = first,
            "Ts" => hand.now.rise = first,
            "Td" => hand.move_line(first, number(held, 1)),
            "TD" => {
                hand.now.leading = -number(held, 1);
                hand.move_line(first, number(held, 1));
            }
            "Tm" => {
                if let Some(matrix) = Matrix::of(held) {
                    (hand.text, hand.line) = (matrix, matrix);
                }
            }
            "T*" => hand.move_line(0.0, -hand.now.leading),
            "'" | "\"" => {
                if word == "\"" {
                    (hand.now.words, hand.now.letters) = (first, number(held, 1));
                }
                hand.move_line(0.0, -hand.now.leading);
                if let Some(bytes) = held.last().and_then(Object::text) {
                    self.show(bytes, hand, sheet)?;
                }
            }
            "Tj" => {
                if let Some(bytes) = held.last().and_then(Object::text) {
                    self.show(bytes, hand, sheet)?;
                }
            }
            "TJ" => {
                for part in held.last().and_then(Object::array).unwrap_or_default() {
                    match part {
                        Object::Text(bytes) => self.show(bytes, hand, sheet)?,
                        Object::Number(back) => {
                            let by = -back / 1000.0 * hand.now.size * hand.now.stretch;
                            hand.text = Matrix::moved(by, 0.0).then(hand.text);
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn font(&mut self, resources: &Entries, name: &str) -> Outcome<Option<Rc<Font>>> {
        let Some(fonts) = self.file.entries(resources, "Font") else { return Ok(None) };
        self.steps += fonts.len();
        let Some(font) = fonts.get(name) else { return Ok(None) };
        let number = if let Object::Reference(number) = font { Some(*number) } else { None };
        if let Some(known) = number.and_then(|number| self.fonts.get(&number)) {
            return Ok(Some(Rc::clone(known)));
        }
        let Object::Entries(about) = self.file.value(font) else { return Ok(None) };
        let font = Rc::new(Font::of(self.file, &about)?);
        if let Some(number) = number
            && self.fonts.len() < MOST_FONTS
        {
            self.fonts.insert(number, Rc::clone(&font));
        }
        Ok(Some(font))
    }

    fn mark(&mut self, held: &[Object], resources: &Entries) -> Mark {
        let artifact = held.first().and_then(Object::name) == Some("Artifact");
        let about = match held.get(1) {
            Some(Object::Entries(about)) => Some(about.clone()),
            Some(Object::Name(name)) => {
                let all = self.file.entries(resources, "Properties");
                self.steps += all.as_ref().map_or(0, HashMap::len);
                all.and_then(|all| self.file.entries(&all, name))
            }
            _ => None,
        };
        let text = about.and_then(|about| match self.file.entry(&about, "ActualText") {
            Object::Text(bytes) => Some(replacement(&bytes)),
            _ => None,
        });
        Mark { artifact, text, given: false }
    }

    /// A drawing that the page uses: it may have text, or be a picture.
    fn drawing(
        &mut self,
        name: &str,
        resources: &Entries,
        now: &State,
        sheet: &mut Sheet,
        deep: usize,
    ) -> Outcome<()> {
        let Some(all) = self.file.entries(resources, "XObject") else { return Ok(()) };
        self.steps += all.len() + STEPS_OF_DRAWING;
        let Some(stream) = all.get(name).and_then(|reference| self.file.stream(reference)) else {
            return Ok(());
        };
        match self.file.entry(&stream.about, "Subtype").name() {
            Some("Image") => {
                self.found.pictures += 1;
                Ok(())
            }
            Some("Form") if deep < DEEPEST => {
                let Some(content) = self.file.unpacked(&stream)? else { return Ok(()) };
                let own = self.file.entries(&stream.about, "Resources");
                let mut state = now.clone();
                if let Object::Array(matrix) = self.file.entry(&stream.about, "Matrix")
                    && let Some(matrix) = Matrix::of(&matrix)
                {
                    state.matrix = matrix.then(state.matrix);
                }
                self.run(&content, own.as_ref().unwrap_or(resources), state, sheet, deep + 1)
            }
            _ => Ok(()),
        }
    }

    fn show(&mut self, bytes: &[u8], hand: &mut Hand, sheet: &mut Sheet) -> Outcome<()> {
        let now = &hand.now;
        let Some(font) = &now.font else { return Ok(()) };
        let own = Matrix([now.size * now.stretch, 0.0, 0.0, now.size, 0.0, now.rise]);
        let place = own.then(hand.text).then(now.matrix).0;
        let mut shown = String::new();
        let (mut along, mut unknown) = (0.0, 0);
        for sign in font.signs(bytes) {
            self.found.signs += 1;
            unknown += usize::from(sign.text.is_none());
            shown.push_str(sign.text.as_deref().unwrap_or("\u{FFFD}"));
            let spacing = now.letters + if sign.is_space { now.words } else { 0.0 };
            along += (sign.width / 1000.0).mul_add(now.size, spacing) * now.stretch;
        }
        if self.found.signs > MOST_SIGNS {
            let most = format!("{MOST_SIGNS} signs");
            let what = "more signs";
            return Err(TextOfFileError::Excessive { kind: FileKind::Pdf, what, most });
        }
        let before = hand.text.then(now.matrix).0;
        hand.text = Matrix::moved(along, 0.0).then(hand.text);
        let after = hand.text.then(now.matrix).0;
        let artifact = sheet.marks.iter().any(|mark| mark.artifact);
        let replaced = sheet.marks.iter_mut().rev().find(|mark| mark.text.is_some());
        let in_order = replaced.is_some();
        if let Some(mark) = replaced {
            shown = if mark.given { String::new() } else { mark.text.clone().unwrap_or_default() };
            mark.given = true;
        } else {
            self.found.unknown += unknown;
        }
        let (width, size) =
            ((after[4] - before[4]).hypot(after[5] - before[5]), place[2].hypot(place[3]));
        if place.iter().chain([&width, &size]).any(|length| !length.is_finite()) || size < 0.01 {
            return Ok(());
        }
        let turn = match (place[0].abs() >= place[1].abs(), place[0] >= 0.0, place[1] >= 0.0) {
            (true, true, _) => 0,
            (true, false, _) => 2,
            (false, _, true) => 1,
            (false, _, false) => 3,
        };
        // As if the page were turned so that the text is upright.
        let (x, y) = match turn {
            0 => (place[4], place[5]),
            1 => (place[5], -place[4]),
            2 => (-place[4], -place[5]),
            _ => (-place[5], place[4]),
        };
        let bold = font.is_bold;
        sheet.pieces.push(Piece { x, y, width, size, turn, bold, artifact, in_order, text: shown });
        Ok(())
    }
}

/// Where a picture within a page ends: after an `EI` that stands by itself.
fn end_of_picture(content: &[u8], from: usize) -> usize {
    let space = |at: usize| content.get(at).is_none_or(|byte| super::objects::is_space(*byte));
    let mut at = from;
    while at + 1 < content.len() {
        if content[at] == b'E'
            && content[at + 1] == b'I'
            && at > from
            && space(at - 1)
            && space(at + 2)
        {
            return at + 2;
        }
        at += 1;
    }
    content.len()
}
