//! Fonts, as far as text needs them: which characters their codes are, and how wide.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_JP, EUC_KR, GB18030, MACINTOSH, SHIFT_JIS, WINDOWS_1252};
use unicode_normalization::UnicodeNormalization;

use super::super::Outcome;
use super::file::File;
use super::glyphs;
use super::objects::{Entries, Object, Reader, index, written};

/// The most codes of a font.
const MOST_CODES: usize = 200_000;

/// A sign as a page shows it.
pub(super) struct Sign {
    /// None if the font does not say which character it is.
    pub text: Option<String>,
    /// In thousandths of the size.
    pub width: f64,
    /// Whether it is the space to which word spacing is added.
    pub is_space: bool,
}

#[derive(Default)]
pub(super) struct Font {
    /// What codes stand for, as the font itself says it.
    said: HashMap<u32, String>,
    /// What single-byte codes stand for otherwise.
    encoding: Vec<Option<String>>,
    widths: HashMap<u32, f64>,
    other_width: Option<f64>,
    /// How many bytes codes have, where they are not all of one.
    code: Codes,
    pub is_bold: bool,
}

#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Codes {
    #[default]
    One,
    Two,
    /// Two bytes that are UTF-16.
    Utf16,
    /// An encoding of East Asia, of one or two bytes.
    Of(&'static encoding_rs::Encoding),
}

impl Font {
    pub fn of(file: &mut File<'_>, about: &Entries) -> Outcome<Self> {
        let mut font = Self::default();
        let name = file.entry(about, "BaseFont").name().unwrap_or_default().to_owned();
        font.is_bold =
            ["Bold", "Black", "Heavy", "Semibold"].iter().any(|bold| name.contains(bold));
        let kind = file.entry(about, "Subtype").name().unwrap_or_default().to_owned();
        if let Some(map) = about.get("ToUnicode")
            && let Some(stream) = file.stream(map)
            && let Some(bytes) = file.unpacked(&stream)?
        {
            font.said = said(&bytes);
        }
        if kind == "Type0" {
            font.composite(file, about);
        } else {
            font.simple(file, about, &name, &kind);
        }
        Ok(font)
    }

    fn composite(&mut self, file: &mut File<'_>, about: &Entries) {
        let encoding = file.entry(about, "Encoding");
        self.code = encoding.name().map_or(Codes::Two, codes_of);
        let below = match file.entry(about, "DescendantFonts") {
            Object::Array(all) => all.first().map(|first| file.value(first)),
            other => Some(other),
        };
        let Some(Object::Entries(below)) = below else { return };
        self.other_width = Some(file.entry(&below, "DW").number().unwrap_or(1000.0));
        let Object::Array(widths) = file.entry(&below, "W") else { return };
        let mut at = 0;
        while at + 1 < widths.len() && self.widths.len() < MOST_CODES {
            let Some(first) = file.value(&widths[at]).number() else { break };
            let first = u32::try_from(index(first)).unwrap_or(u32::MAX);
            match file.value(&widths[at + 1]) {
                Object::Array(each) => {
                    for (number, width) in (0_u32..).zip(&each) {
                        if let Some(width) = file.value(width).number() {
                            self.widths.insert(first.saturating_add(number), width);
                        }
                    }
                    at += 2;
                }
                Object::Number(last) => {
                    let last = u32::try_from(index(last)).unwrap_or(0).min(0xFFFF);
                    let width = widths.get(at + 2).and_then(Object::number).unwrap_or(1000.0);
                    self.widths.extend((first..=last).map(|code| (code, width)));
                    at += 3;
                }
                _ => break,
            }
        }
    }

    fn simple(&mut self, file: &mut File<'_>, about: &Entries, name: &str, kind: &str) {
        let first = file.entry(about, "FirstChar").number().map_or(0, index);
        if let Object::Array(widths) = file.entry(about, "Widths") {
            for (number, width) in widths.iter().take(256).enumerate() {
                if let (Ok(code), Some(width)) =
                    (u32::try_from(first + number), file.value(width).number())
                {
                    // The signs of Type 3 fonts have a scale of their own; mostly it is this one.
                    self.widths.insert(code, width);
                }
            }
        }
        if kind == "Type3" {
            let scale = match file.entry(about, "FontMatrix") {
                Object::Array(matrix) => matrix.first().and_then(Object::number).unwrap_or(0.001),
                _ => 0.001,
            };
            for width in self.widths.values_mut() {
                *width *= scale.abs() * 1000.0;
            }
        }
        let described = file.entries(about, "FontDescriptor").unwrap_or_default();
        if !self.widths.is_empty() {
            self.other_width = file.entry(&described, "MissingWidth").number();
        }
        let flags = file.entry(&described, "Flags").number().map_or(0, index);
        let encoding = file.entry(about, "Encoding");
        let (base, differences) = match &encoding {
            Object::Name(name) => (Some(name.clone()), None),
            Object::Entries(entries) => {
                let base = file.entry(entries, "BaseEncoding").name().map(str::to_owned);
                (base, Some(file.entry(entries, "Differences")))
            }
            _ => (None, None),
        };
        let dingbats =
            ["Dingbats", "Wingdings", "Webdings", "Symbol"].iter().any(|of| name.contains(of));
        let truetype = kind == "TrueType" || flags & 32 != 0;
        self.encoding = (0..=255_u8)
            .map(|code| {
                if dingbats && base.is_none() {
                    return Some("\u{2022}".to_owned()).filter(|_| code > 32);
                }
                match base.as_deref() {
                    Some("WinAnsiEncoding") => of_encoding(WINDOWS_1252, code),
                    Some("MacRomanEncoding") => of_encoding(MACINTOSH, code),
                    None if truetype => of_encoding(WINDOWS_1252, code),
                    _ => match glyphs::standard(code) {
                        Some(text) => Some(text.to_owned()),
                        None => code.is_ascii().then(|| char::from(code).to_string()),
                    },
                }
            })
            .collect();
        if let Some(Object::Array(differences)) = differences {
            let mut code = 0;
            for difference in &differences {
                match file.value(difference) {
                    Object::Number(number) => code = index(number),
                    Object::Name(name) => {
                        if let Some(place) = self.encoding.get_mut(code) {
                            *place = glyphs::by_name(&name);
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
    }

    /// The signs of a string, in its order.
    pub fn signs(&self, bytes: &[u8]) -> Vec<Sign> {
        match self.code {
            Codes::One => bytes.iter().map(|byte| self.one(*byte)).collect(),
            Codes::Two | Codes::Utf16 => bytes
                .chunks(2)
                .map(|two| {
                    let code = two.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
                    self.two(code)
                })
                .collect(),
            Codes::Of(encoding) => {
                let mut signs = Vec::new();
                let mut rest = bytes;
                while let Some(first) = rest.first() {
                    let length = (1 + usize::from(*first >= 0x80)).min(rest.len());
                    let (sign, after) = rest.split_at(length);
                    rest = after;
                    let code = sign.iter().fold(0, |code, byte| code << 8 | u32::from(*byte));
                    let text = self.said.get(&code).cloned().or_else(|| {
                        let (text, wrong) = encoding.decode_without_bom_handling(sign);
                        (!wrong).then(|| text.into_owned())
                    });
                    let width = if length == 1 { 500.0 } else { 1000.0 };
                    signs.push(Sign { text: clean(text), width, is_space: code == 32 });
                }
                signs
            }
        }
    }

    fn one(&self, byte: u8) -> Sign {
        let code = u32::from(byte);
        let text = self
            .said
            .get(&code)
            .cloned()
            .or_else(|| self.encoding.get(usize::from(byte)).cloned().flatten());
        let text = clean(text);
        let width = self.widths.get(&code).copied().or(self.other_width).unwrap_or_else(|| {
            text.as_ref().and_then(|text| text.chars().next()).map_or(500.0, glyphs::usual_width)
        });
        Sign { text, width, is_space: byte == b' ' }
    }

    fn two(&self, code: u32) -> Sign {
        let text = self.said.get(&code).cloned().or_else(|| {
            (self.code == Codes::Utf16).then(|| char::from_u32(code).map(String::from)).flatten()
        });
        let width = self.widths.get(&code).copied().or(self.other_width).unwrap_or(1000.0);
        Sign { text: clean(text), width, is_space: false }
    }
}

/// Ligatures and shapes of letters as the letters that they are.
fn clean(text: Option<String>) -> Option<String> {
    let text = text?;
    let shapes = |c: char| matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB50}'..='\u{FDCF}' | '\u{FE70}'..='\u{FEFC}');
    let private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{FFFD}' | '\0');
    if text.chars().any(private) {
        // Fonts of signs have their bullets there.
        return match text.as_str() {
            "\u{F0B7}" | "\u{F0A7}" | "\u{F0D8}" | "\u{F076}" => Some("\u{2022}".to_owned()),
            "\u{F020}" => Some(" ".to_owned()),
            _ => None,
        };
    }
    Some(if text.chars().any(shapes) { text.nfkc().collect() } else { text })
}

fn of_encoding(encoding: &'static encoding_rs::Encoding, code: u8) -> Option<String> {
    let byte = [code];
    // Codes that have no sign are bullets in PDF.
    if encoding == WINDOWS_1252 && matches!(code, 0x7F | 0x81 | 0x8D | 0x8F | 0x90 | 0x9D) {
        return Some("\u{2022}".to_owned());
    }
    let (text, wrong) = encoding.decode_without_bom_handling(&byte);
    (!wrong && code >= 32).then(|| text.into_owned())
}

fn codes_of(name: &str) -> Codes {
    let has = |part: &str| name.contains(part);
    if has("UCS2") || has("UTF16") {
        Codes::Utf16
    } else if has("GBK") || has("GB-EUC") || has("GBpc") {
        Codes::Of(GB18030)
    } else if has("RKSJ") || has("83pv") {
        Codes::Of(SHIFT_JIS)
    } else if has("B5") || has("HKscs") {
        Codes::Of(BIG5)
    } else if has("KSC") {
        Codes::Of(EUC_KR)
    } else if has("EUC-H") || has("EUC-V") {
        Codes::Of(EUC_JP)
    } else {
        Codes::Two
    }
}

/// What codes stand for: a map of the font, from codes to UTF-16.
fn said(bytes: &[u8]) -> HashMap<u32, String> {
    let mut said = HashMap::new();
    let mut reader = Reader::new(bytes, 0);
    // What stood since the last word.
    let mut held: Vec<Object> = Vec::new();
    while let Some(object) = reader.next() {
        match object {
            Object::Word(word) => {
                match word.as_str() {
                    "endbfchar" => {
                        for two in held.chunks_exact(2) {
                            if let (Some(code), Some(text)) =
                                (code_of(&two[0]), text_of(&two[1], 0))
                            {
                                said.insert(code, text);
                            }
                        }
                    }
                    "endbfrange" => held.chunks_exact(3).for_each(|three| range(three, &mut said)),
                    _ => {}
                }
                held.clear();
            }
            other => held.push(other),
        }
        if said.len() > MOST_CODES {
            break;
        }
    }
    said
}

fn range(three: &[Object], said: &mut HashMap<u32, String>) {
    let (Some(first), Some(last)) = (code_of(&three[0]), code_of(&three[1])) else { return };
    let last = last.min(first.saturating_add(0xFFFF));
    match &three[2] {
        Object::Array(each) => {
            for (code, text) in (first..=last).zip(each) {
                if let Some(text) = text_of(text, 0) {
                    said.insert(code, text);
                }
            }
        }
        start => {
            for code in first..=last {
                if said.len() > MOST_CODES {
                    return;
                }
                if let Some(text) = text_of(start, code - first) {
                    said.insert(code, text);
                }
            }
        }
    }
}

fn code_of(object: &Object) -> Option<u32> {
    let bytes = object.text()?;
    (bytes.len() <= 4).then(|| bytes.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
}

/// UTF-16, with something added to its last unit.
fn text_of(object: &Object, add: u32) -> Option<String> {
    let bytes = object.text()?;
    if bytes.len() > 512 {
        return None;
    }
    if let [byte] = bytes {
        return char::from_u32(u32::from(*byte) + add).map(String::from);
    }
    let mut units: Vec<u16> =
        bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect();
    let last = units.last_mut()?;
    *last = u16::try_from(u32::from(*last) + add).ok()?;
    String::from_utf16(&units).ok()
}

/// A replacement that a page gives for some of its signs.
pub(super) fn replacement(bytes: &[u8]) -> String {
    written(bytes)
}
