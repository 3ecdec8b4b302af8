//! Texts of scripts with joined or stacked letters, as outlines.
//!
//! `usvg`, which reads SVG for PDF and PNG, places such letters wrongly: clusters of several letters
//! are as wide as their widest one (resvg #1043; repaired after the release that typst uses), and a
//! text in two scripts loses letters. So such texts are shaped here. Browsers do it right by themselves.

use std::fmt::Write;
use std::ops::Range;

use resvg::usvg::roxmltree::{Document, Node};
use rustybuzz::ttf_parser::OutlineBuilder;
use rustybuzz::{Direction, Face, UnicodeBuffer};
use unicode_bidi::{BidiInfo, Level};

use super::letters::TEXT;
use super::sheet::escaped;

/// A drawing whose texts in scripts other than those of Noto Sans are outlines.
///
/// `fonts` are whole font files, the first for whatever it has. Texts with a letter that none of them
/// has stay texts, as do all others.
pub fn outlined(svg: &str, fonts: &[&[u8]]) -> String {
    // What is no XML is said by whoever reads it next.
    let Ok(document) = Document::parse(svg) else { return svg.to_owned() };
    let faces: Vec<Face> = fonts.iter().filter_map(|it| Face::from_slice(it, 0)).collect();
    let texts = document.descendants().filter(|it| it.tag_name().name() == "text");
    let mut done = String::with_capacity(svg.len());
    let mut from = 0;
    for text in texts.filter(|it| it.has_attribute("font-family")) {
        if let Some(path) = path(&text, &faces) {
            let place = text.range();
            done.push_str(&svg[from..place.start]);
            done.push_str(&path);
            from = place.end;
        }
    }
    done.push_str(&svg[from..]);
    done
}

/// A text as a path; none if a letter has no font.
fn path(node: &Node, faces: &[Face]) -> Option<String> {
    let text: String =
        node.descendants().filter(Node::is_text).filter_map(|it| it.text()).collect();
    let number = |name: &str| node.attribute(name).and_then(|it| it.parse::<f64>().ok());
    let mut pen = Outlines { path: String::new(), at: (0.0, 0.0), scale: 1.0 };
    let shaped = shaped(&text, faces)?;
    let width: f64 = shaped.iter().map(|it| it.advance).sum();
    let before = match node.attribute("text-anchor") {
        Some("middle") => width / 2.0,
        Some("end") => width,
        _ => 0.0,
    };
    let (mut x, y) = (number("x")? - before, number("y")?);
    for glyph in shaped {
        pen.scale = glyph.scale;
        pen.at = (x + glyph.offset.0, y - glyph.offset.1);
        faces[glyph.face].outline_glyph(rustybuzz::ttf_parser::GlyphId(glyph.id), &mut pen);
        x += glyph.advance;
    }
    let mut look = String::new();
    for it in node.attributes() {
        if !matches!(it.name(), "x" | "y" | "text-anchor" | "font-family") {
            let _ = write!(look, " {}=\"{}\"", it.name(), escaped(it.value()));
        }
    }
    Some(format!("<path d=\"{}\"{look}/>", pen.path))
}

/// A letter, or a part of one.
struct Glyph {
    face: usize,
    id: u16,
    scale: f64,
    offset: (f64, f64),
    advance: f64,
}

/// The glyphs of a text, from left to right.
fn shaped(text: &str, faces: &[Face]) -> Option<Vec<Glyph>> {
    let bidi = BidiInfo::new(text, Some(Level::ltr()));
    let mut all = Vec::new();
    for paragraph in &bidi.paragraphs {
        let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for run in runs {
            let is_rtl = levels[run.start].is_rtl();
            let mut parts = parts(text, run, faces)?;
            if is_rtl {
                parts.reverse();
            }
            for (face, range) in parts {
                shape(&text[range], face, &faces[face], is_rtl, &mut all);
            }
        }
    }
    Some(all)
}

/// A run in parts of one font each.
fn parts(text: &str, run: Range<usize>, faces: &[Face]) -> Option<Vec<(usize, Range<usize>)>> {
    let mut all: Vec<(usize, Range<usize>)> = Vec::new();
    for (at, c) in text[run.clone()].char_indices() {
        let place = run.start + at..run.start + at + c.len_utf8();
        let is_unseen = matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}');
        let has = |face: &Face| is_unseen || face.glyph_index(c).is_some();
        // Spaces and what is not seen belong to what stands before them.
        let goes_on = |face: usize| (c.is_whitespace() || is_unseen) && has(&faces[face]);
        let before = all.last().map(|(face, _)| *face);
        let face = match before.filter(|face| goes_on(*face)) {
            Some(face) => face,
            None => faces.iter().position(has)?,
        };
        match all.last_mut().filter(|_| before == Some(face)) {
            Some((_, part)) => part.end = place.end,
            None => all.push((face, place)),
        }
    }
    Some(all)
}

fn shape(text: &str, at: usize, face: &Face, is_rtl: bool, all: &mut Vec<Glyph>) {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let direction = if is_rtl { Direction::RightToLeft } else { Direction::LeftToRight };
    buffer.set_direction(direction);
    let done = rustybuzz::shape(face, &[], buffer);
    let scale = TEXT / f64::from(face.units_per_em().max(1));
    for (info, position) in done.glyph_infos().iter().zip(done.glyph_positions()) {
        all.push(Glyph {
            face: at,
            // A font has no more glyphs than these.
            id: u16::try_from(info.glyph_id).unwrap_or(0),
            scale,
            offset: (f64::from(position.x_offset) * scale, f64::from(position.y_offset) * scale),
            advance: f64::from(position.x_advance) * scale,
        });
    }
}

/// Writes outlines as the commands of a path.
struct Outlines {
    path: String,
    at: (f64, f64),
    scale: f64,
}

impl Outlines {
    fn put(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        for (place, (x, y)) in points.iter().enumerate() {
            let hundredth = |number: f64| (number * 100.0).round() / 100.0 + 0.0;
            let x = hundredth(self.at.0 + f64::from(*x) * self.scale);
            let y = hundredth(self.at.1 - f64::from(*y) * self.scale);
            // Writing to a String cannot fail.
            let _ = write!(self.path, "{}{x} {y}", if place == 0 { "" } else { " " });
        }
    }
}

impl OutlineBuilder for Outlines {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('L', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('Q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('C', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('Z');
    }
}
