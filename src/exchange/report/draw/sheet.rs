//! What is drawn on: an SVG document that is being written.
//!
//! Only what every reader of SVG knows is used: attributes, no style sheets, no ids.

use std::fmt::{Display, Write};

use super::letters::TEXT;
use super::words::Tongue;

/// How wide drawings are, in their units.
pub const WIDTH: f64 = 680.0;
/// Of text, and of what is less important (5.9:1 on white).
pub const INK: &str = "#1a1a1a";
pub const GREY: &str = "#5f6368";

/// Titles and descriptions end after so many characters.
const LONGEST: usize = 600;

/// A number as attributes have it: a tenth is exact enough. Never anything but a number.
pub fn short(number: f64) -> impl Display {
    let number = if number.is_finite() { number.clamp(-1e6, 1e6) } else { 0.0 };
    // Without a negative zero.
    (number * 10.0).round() / 10.0 + 0.0
}

/// Where a text begins, seen from its point: physically, whatever its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Left,
    Middle,
    Right,
}

/// How a text is written.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    pub anchor: Anchor,
    pub colour: &'static str,
    /// With a white edge, so that it can be read on anything.
    pub has_halo: bool,
}

impl Look {
    pub const fn new(anchor: Anchor) -> Self {
        Self { anchor, colour: INK, has_halo: false }
    }

    pub const fn grey(anchor: Anchor) -> Self {
        Self { colour: GREY, ..Self::new(anchor) }
    }
}

/// A drawing.
#[derive(Debug)]
pub struct Sheet<'l> {
    pub tongue: Tongue<'l>,
    body: String,
}

/// A text without control characters, and without those that turn the direction of what follows.
fn cleaned(text: &str) -> String {
    let shown = text.chars().filter_map(|c| match c {
        '\u{A0}' | '\u{202F}' => Some(c),
        c if c.is_whitespace() => Some(' '),
        '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FFFE}' | '\u{FFFF}' => None,
        c => Some(c).filter(|c| !c.is_control()),
    });
    shown.collect()
}

/// A clean text as XML has it.
pub fn escaped(text: &str) -> String {
    let mut said = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => said.push_str("&amp;"),
            '<' => said.push_str("&lt;"),
            '>' => said.push_str("&gt;"),
            '"' => said.push_str("&quot;"),
            c => said.push(c),
        }
    }
    said
}

/// The font for a letter that Noto Sans does not have.
fn font(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{0530}'..='\u{058F}' => "Noto Sans Armenian",
        '\u{0590}'..='\u{05FF}' | '\u{FB1D}'..='\u{FB4F}' => "Noto Sans Hebrew",
        '\u{0600}'..='\u{06FF}'
        | '\u{0750}'..='\u{077F}'
        | '\u{08A0}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}'
        | '\u{FE70}'..='\u{FEFE}' => "Noto Sans Arabic",
        '\u{0900}'..='\u{097F}' => "Noto Sans Devanagari",
        '\u{0980}'..='\u{09FF}' => "Noto Sans Bengali",
        '\u{0A00}'..='\u{0A7F}' => "Noto Sans Gurmukhi",
        '\u{0B80}'..='\u{0BFF}' => "Noto Sans Tamil",
        '\u{0D80}'..='\u{0DFF}' => "Noto Sans Sinhala",
        '\u{0E00}'..='\u{0E7F}' => "Noto Sans Thai",
        '\u{0E80}'..='\u{0EFF}' => "Noto Sans Lao",
        '\u{1000}'..='\u{109F}' => "Noto Sans Myanmar",
        '\u{10A0}'..='\u{10FF}' => "Noto Sans Georgian",
        '\u{1200}'..='\u{139F}' => "Noto Sans Ethiopic",
        '\u{1780}'..='\u{17FF}' => "Noto Sans Khmer",
        _ => return None,
    })
}

/// The attribute that says the font of a text, where it has letters that Noto Sans does not have. By it
/// [`outlined`](super::outlined) knows which texts renderers may get wrong.
fn family(text: &str) -> String {
    let found = text.chars().find_map(font);
    found.map_or(String::new(), |it| format!(" font-family=\"{it}, Noto Sans, sans-serif\""))
}

/// Whether a text has letters that are written from the right.
fn has_rtl(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

impl<'l> Sheet<'l> {
    pub fn new(language: &'l str) -> Self {
        Self { tongue: Tongue::of(language), body: String::new() }
    }

    /// Where a distance from the side at which one begins to read stands, from the left.
    pub fn at(&self, from_start: f64) -> f64 {
        if self.tongue.is_rtl() { WIDTH - from_start } else { from_start }
    }

    /// Texts that begin at the side at which one begins to read, and that end there.
    pub fn start(&self) -> Anchor {
        if self.tongue.is_rtl() { Anchor::Right } else { Anchor::Left }
    }

    pub fn end(&self) -> Anchor {
        if self.tongue.is_rtl() { Anchor::Left } else { Anchor::Right }
    }

    /// A part of the drawing that says, where one points at it, what it is.
    pub fn group(&mut self, about: &str, draw: impl FnOnce(&mut Self)) {
        self.put(format_args!("<g><title>{}</title>", escaped(&cleaned(about))));
        draw(self);
        self.put("</g>");
    }

    /// `look`: attributes, as the program writes them.
    pub fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), look: &str) {
        let (x, y, width, height) =
            (short(x), short(y), short(width.max(0.0)), short(height.max(0.0)));
        let place = format!("x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        self.put(format_args!("<rect {place} {look}/>"));
    }

    pub fn circle(&mut self, (x, y): (f64, f64), radius: f64, look: &str) {
        let (x, y, radius) = (short(x), short(y), short(radius.max(0.0)));
        self.put(format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" {look}/>"));
    }

    pub fn line(&mut self, from: (f64, f64), to: (f64, f64), look: &str) {
        self.path(&[from, to], false, look);
    }

    /// Straight lines from point to point.
    pub fn path(&mut self, points: &[(f64, f64)], is_closed: bool, look: &str) {
        let mut path = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            // Writing to a String cannot fail.
            let _ = write!(path, "{}{} {}", if at == 0 { 'M' } else { 'L' }, short(*x), short(*y));
        }
        self.drawn(&format!("{path}{}", if is_closed { "Z" } else { "" }), look);
    }

    /// What the commands of a path draw.
    pub fn drawn(&mut self, commands: &str, look: &str) {
        if !commands.is_empty() {
            self.put(format_args!("<path d=\"{commands}\" {look}/>"));
        }
    }

    /// A text of one line, its middle at a height.
    pub fn text(&mut self, (x, y): (f64, f64), text: &str, look: Look) {
        let said = cleaned(text);
        if said.trim().is_empty() {
            return;
        }
        let anchor = match look.anchor {
            Anchor::Left => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::Right => " text-anchor=\"end\"",
        };
        let colour =
            if look.colour == INK { String::new() } else { format!(" fill=\"{}\"", look.colour) };
        let halo = if look.has_halo {
            " stroke=\"#fff\" stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\""
        } else {
            ""
        };
        let (x, y) = (short(x), short(y + TEXT * 0.36));
        let (family, said) = (family(&said), escaped(&said));
        // Which direction a text has, it says itself; all around is written from the left.
        let (open, close) = if has_rtl(text) { ("\u{2068}", "\u{2069}") } else { ("", "") };
        self.put(format_args!(
            "<text x=\"{x}\" y=\"{y}\"{anchor}{colour}{halo}{family}>{open}{said}{close}</text>"
        ));
    }

    fn put(&mut self, what: impl Display) {
        // Writing to a String cannot fail.
        let _ = write!(self.body, "{what}");
    }

    /// The document. `about` says in words what is drawn.
    pub fn finish(self, height: f64, title: &str, about: &str) -> String {
        let cut = |text: &str| escaped(&cleaned(&text.chars().take(LONGEST).collect::<String>()));
        let (height, title, about) = (height.ceil().max(1.0), cut(title), cut(about));
        let (tag, body) = (self.tongue.tag, self.body);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height}\" \
             viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" xml:lang=\"{tag}\" direction=\"ltr\" \
             font-family=\"Noto Sans, sans-serif\" font-size=\"{TEXT}\" fill=\"{INK}\">\
             <title>{title}</title><desc>{about}</desc>{body}</svg>\n"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_text_comes_out_of_a_text() {
        let said = escaped(&cleaned("<a href=\"x\">&\u{0}\u{202E}b\n"));
        assert_eq!(said, "&lt;a href=&quot;x&quot;&gt;&amp;b ");
    }

    #[test]
    fn numbers_are_numbers() {
        let said = |number| short(number).to_string();
        assert_eq!((said(3.04), said(-0.01), said(0.25)), ("3".into(), "0".into(), "0.3".into()));
        assert_eq!((said(f64::NAN), said(f64::INFINITY)), ("0".into(), "0".into()));
    }

    #[test]
    fn scripts_that_need_it_have_their_font() {
        assert!(family("2017 កុម្ភៈ").contains("\"Noto Sans Khmer, "));
        assert_eq!(family("Kratié"), "");
    }

    #[test]
    fn arabic_keeps_its_direction_among_what_is_written_from_the_left() {
        let mut sheet = Sheet::new("ar");
        sheet.text((0.0, 0.0), "12 حدثا", Look::new(sheet.start()));
        let done = sheet.finish(10.0, "", "");
        assert!(done.contains("text-anchor=\"end\" font-family=\"Noto Sans Arabic, "), "{done}");
        assert!(done.contains(">\u{2068}12 حدثا\u{2069}</text>"), "{done}");
        assert!(done.contains("direction=\"ltr\""));
    }
}
