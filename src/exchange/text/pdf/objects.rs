//! What a PDF is made of: numbers, names, strings, arrays, dictionaries, read one after another.

use std::collections::HashMap;

/// How deep arrays and dictionaries may lie within each other.
const DEEPEST: usize = 60;
/// The most values of one object.
const MOST_VALUES: usize = 400_000;

/// The entries of a dictionary, by name.
pub(super) type Entries = HashMap<String, Object>;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Object {
    Null,
    Bool(bool),
    Number(f64),
    Name(String),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Entries(Entries),
    /// The number of another object.
    Reference(u32),
    /// A word of the language of pages, such as `Tj`, or one that means nothing.
    Word(String),
}

impl Object {
    pub fn number(&self) -> Option<f64> {
        if let Self::Number(number) = self { Some(*number) } else { None }
    }

    pub fn name(&self) -> Option<&str> {
        if let Self::Name(name) = self { Some(name) } else { None }
    }

    pub fn array(&self) -> Option<&[Self]> {
        if let Self::Array(all) = self { Some(all) } else { None }
    }

    pub fn entries(&self) -> Option<&Entries> {
        if let Self::Entries(entries) = self { Some(entries) } else { None }
    }

    pub fn text(&self) -> Option<&[u8]> {
        if let Self::Text(bytes) = self { Some(bytes) } else { None }
    }
}

/// A whole number as PDF writes it, as an index.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "out of bounds, the number is brought to the nearest there is"
)]
pub(super) fn index(number: f64) -> usize {
    number as usize
}

pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0xC | b'\r' | b' ')
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(byte, b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%')
}

/// Reads objects out of bytes, from a place on.
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    pub at: usize,
    /// How many more values the object may have.
    left: usize,
}

impl<'a> Reader<'a> {
    pub const fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, left: MOST_VALUES }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next object; none at the end, or where there are too many values. What is no object is skipped.
    pub fn next(&mut self) -> Option<Object> {
        self.left = MOST_VALUES;
        self.value(0)
    }

    fn value(&mut self, deep: usize) -> Option<Object> {
        self.left = self.left.checked_sub(1)?;
        self.skip_space();
        match self.peek()? {
            b'/' => Some(Object::Name(self.name())),
            b'(' => Some(Object::Text(self.literal())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.dictionary(deep),
            b'<' => Some(Object::Text(self.hexadecimal())),
            b'[' => self.array(deep),
            b'+' | b'-' | b'.' | b'0'..=b'9' => Some(self.number_or_reference()),
            b')' | b'>' | b']' | b'{' | b'}' => {
                self.at += 1;
                Some(Object::Null)
            }
            _ => Some(self.word()),
        }
    }

    fn array(&mut self, deep: usize) -> Option<Object> {
        self.at += 1;
        let mut all = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some(b']') => {
                    self.at += 1;
                    break;
                }
                Some(_) if deep >= DEEPEST => return None,
                Some(_) => all.push(self.value(deep + 1)?),
            }
        }
        Some(Object::Array(all))
    }

    fn dictionary(&mut self, deep: usize) -> Option<Object> {
        self.at += 2;
        let mut entries = Entries::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some(b'>') => {
                    self.at += 1 + usize::from(self.bytes.get(self.at + 1) == Some(&b'>'));
                    break;
                }
                Some(b'/') if deep < DEEPEST => {
                    let name = self.name();
                    self.skip_space();
                    if self.peek() == Some(b'>') {
                        continue;
                    }
                    let value = self.value(deep + 1)?;
                    entries.insert(name, value);
                }
                Some(_) if deep >= DEEPEST => return None,
                // A value without a name; a word here shows that the dictionary was not closed.
                Some(_) => {
                    if let Object::Word(word) = self.value(deep + 1)?
                        && matches!(word.as_str(), "endobj" | "stream")
                    {
                        self.at -= word.len();
                        break;
                    }
                }
            }
        }
        Some(Object::Entries(entries))
    }

    fn name(&mut self) -> String {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek() {
            if is_space(byte) || is_delimiter(byte) {
                break;
            }
            self.at += 1;
            let code = (byte == b'#')
                .then(|| self.bytes.get(self.at..self.at + 2))
                .flatten()
                .and_then(|two| Some(hex(two[0])? * 16 + hex(two[1])?));
            if code.is_some() {
                self.at += 2;
            }
            name.push(code.unwrap_or(byte));
        }
        String::from_utf8_lossy(&name).into_owned()
    }

    fn literal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut open) = (Vec::new(), 1_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => open += 1,
                b')' => {
                    open -= 1;
                    if open == 0 {
                        break;
                    }
                }
                b'\\' => {
                    self.escaped(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        text
    }

    fn escaped(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(0xC),
            b'\n' => {}
            b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
            b'0'..=b'7' => {
                let mut code = u32::from(byte - b'0');
                for _ in 0..2 {
                    match self.peek() {
                        Some(digit @ b'0'..=b'7') => {
                            code = code * 8 + u32::from(digit - b'0');
                            self.at += 1;
                        }
                        _ => break,
                    }
                }
                text.push(u8::try_from(code & 0xFF).unwrap_or_default());
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut text, mut first) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = hex(byte) else { continue };
            match first.take() {
                None => first = Some(digit),
                Some(high) => text.push(high * 16 + digit),
            }
        }
        text.extend(first.map(|high| high * 16));
        text
    }

    fn number_or_reference(&mut self) -> Object {
        let number = self.number();
        // `12 0 R`: two whole numbers and a letter.
        let back = self.at;
        if number >= 0.0 && number.fract() == 0.0 && number < f64::from(u32::MAX) {
            self.skip_space();
            let digits =
                self.bytes[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
            if (1..=5).contains(&digits) {
                self.at += digits;
                self.skip_space();
                let alone = self
                    .bytes
                    .get(self.at + 1)
                    .is_none_or(|byte| is_space(*byte) || is_delimiter(*byte));
                if self.peek() == Some(b'R') && alone {
                    self.at += 1;
                    return Object::Reference(u32::try_from(index(number)).unwrap_or_default());
                }
            }
        }
        self.at = back;
        Object::Number(number)
    }

    fn number(&mut self) -> f64 {
        let start = self.at;
        while self.peek().is_some_and(|byte| matches!(byte, b'+' | b'-' | b'.' | b'0'..=b'9')) {
            self.at += 1;
        }
        let text =
            std::str::from_utf8(&self.bytes[start..self.at.min(start + 40)]).unwrap_or_default();
        text.parse().unwrap_or_else(|_| {
            // "1.2-3" and "--5", as some programs write.
            let bare = text.trim_start_matches(['-', '+']);
            let end = bare.find(['-', '+']).unwrap_or(bare.len());
            bare[..end].parse().unwrap_or(0.0)
        })
    }

    fn word(&mut self) -> Object {
        let start = self.at;
        while self.peek().is_some_and(|byte| !is_space(byte) && !is_delimiter(byte)) {
            self.at += 1;
        }
        let word = String::from_utf8_lossy(&self.bytes[start..self.at]);
        match &*word {
            "true" => Object::Bool(true),
            "false" => Object::Bool(false),
            "null" => Object::Null,
            _ => Object::Word(word.into_owned()),
        }
    }
}

const fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// A text string of a document: UTF-16, UTF-8 or (nearly) Latin-1.
pub(super) fn written(bytes: &[u8]) -> String {
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return encoding_rs::UTF_16BE.decode_with_bom_removal(bytes).0.into_owned();
    }
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return encoding_rs::UTF_16LE.decode_with_bom_removal(bytes).0.into_owned();
    }
    if bytes.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return encoding_rs::UTF_8.decode_with_bom_removal(bytes).0.into_owned();
    }
    encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Object {
        Reader::new(text.as_bytes(), 0).next().unwrap()
    }

    #[test]
    fn objects_are_read_as_they_are_written() {
        assert_eq!(one("-12.50"), Object::Number(-12.5));
        assert_eq!(one("--5"), Object::Number(5.0));
        assert_eq!(one("/A#20B"), Object::Name("A B".to_owned()));
        assert_eq!(one("(a\\(b\\051 (c) \\\r\nd)"), Object::Text(b"a(b) (c) d".to_vec()));
        assert_eq!(one("<48 65 6>"), Object::Text(b"He`".to_vec()));
        assert_eq!(one("12 0 R"), Object::Reference(12));
        let array = one("[1 0 /N % comment\n 2 0 R]");
        assert_eq!(array.array().unwrap().len(), 4);
        let entries = one("<</A 1/B<</C true>>/D>>");
        assert_eq!(entries.entries().unwrap().get("A"), Some(&Object::Number(1.0)));
    }

    #[test]
    fn what_lies_too_deep_is_no_object() {
        let deep = "[".repeat(100_000);
        assert_eq!(Reader::new(deep.as_bytes(), 0).next(), None);
    }
}
