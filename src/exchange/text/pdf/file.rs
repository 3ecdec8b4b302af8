//! The objects of a PDF: where they stand, and their streams unpacked.
//!
//! The table that says where objects stand is not read: it is often wrong in files that were put together
//! or cut. All objects are found in one pass over the file; of those with one number the last counts.

use std::collections::HashMap;
use std::io::Read;

use super::super::{FileKind, LARGEST_UNPACKED, Outcome, TextOfFileError, megabytes};
use super::objects::{Entries, Object, Reader, index, is_space};

/// The most objects of a file.
const MOST_OBJECTS: usize = 2_000_000;
/// How many references in a row are followed to a value.
const MOST_STEPS: usize = 20;
/// The largest object outside of streams that is read, in bytes.
const LARGEST_OBJECT: usize = 8 * 1024 * 1024;
/// How much of objects is read all together, in bytes: references can lead to the same ones over and over.
const MOST_READ: usize = 600 * 1024 * 1024;
/// The most filters of a stream.
const MOST_FILTERS: usize = 6;

#[derive(Debug, Clone, Copy)]
struct Place {
    /// Where the object begins: in the file, or in a stream of objects.
    at: usize,
    within: Option<usize>,
    /// Where its stream's bytes are, if it has one.
    stream: Option<(usize, usize)>,
}

pub(super) struct File<'a> {
    bytes: &'a [u8],
    places: HashMap<u32, Place>,
    /// Streams of objects, unpacked.
    packed: Vec<Vec<u8>>,
    /// What the trailers say.
    pub trailer: Entries,
    /// How much more may be unpacked and read, in bytes.
    left: usize,
    left_to_read: usize,
}

/// A stream: what is said of it, and where its bytes are.
pub(super) struct Stream {
    pub about: Entries,
    range: (usize, usize),
}

fn excessive(what: &'static str, most: String) -> TextOfFileError {
    TextOfFileError::Excessive { kind: FileKind::Pdf, what, most }
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    let first = *what.first()?;
    let mut at = from;
    while at + what.len() <= bytes.len() {
        let next = bytes[at..].iter().position(|byte| *byte == first)? + at;
        if bytes[next..].starts_with(what) {
            return Some(next);
        }
        at = next + 1;
    }
    None
}

impl<'a> File<'a> {
    pub fn open(bytes: &'a [u8]) -> Outcome<Self> {
        let mut file = Self {
            bytes,
            places: HashMap::new(),
            packed: Vec::new(),
            trailer: Entries::new(),
            left: LARGEST_UNPACKED,
            left_to_read: MOST_READ,
        };
        let mut streams_of_objects = Vec::new();
        let mut catalog = None;
        file.scan(&mut streams_of_objects, &mut catalog)?;
        file.read_trailers();
        if !file.is_encrypted() {
            for number in streams_of_objects {
                file.unpack_objects(number)?;
            }
        }
        if !file.trailer.contains_key("Root") {
            // Without a trailer, the object that says it is the catalog; it may be packed.
            let catalog = catalog.or_else(|| file.packed_catalog());
            if let Some(number) = catalog {
                file.trailer.insert("Root".to_owned(), Object::Reference(number));
            }
        }
        Ok(file)
    }

    pub fn is_encrypted(&self) -> bool {
        self.trailer.get("Encrypt").is_some_and(|it| *it != Object::Null)
    }

    /// Finds all objects in the file.
    fn scan(&mut self, packed: &mut Vec<u32>, catalog: &mut Option<u32>) -> Outcome<()> {
        let mut from = 0;
        while let Some(at) = find(self.bytes, from, b"obj") {
            from = at + 3;
            let Some(number) = self.number_before(at) else { continue };
            let (end, stream) = self.end_of_object(from);
            let head = &self.bytes[from..stream.map_or(end, |(start, _)| start).min(from + 4096)];
            if find(head, 0, b"/ObjStm").is_some() {
                packed.push(number);
            }
            if find(head, 0, b"/Catalog").is_some() {
                *catalog = Some(number);
            }
            if find(head, 0, b"/XRef").is_some()
                && let Some(Object::Entries(entries)) = Reader::new(self.bytes, from).next()
            {
                self.note_trailer(&entries);
            }
            self.places.insert(number, Place { at: from, within: None, stream });
            if self.places.len() > MOST_OBJECTS {
                return Err(excessive("more objects", format!("{MOST_OBJECTS}")));
            }
            from = end;
        }
        Ok(())
    }

    /// The number of an object whose `obj` stands at `at`: `12 0 obj`.
    fn number_before(&self, at: usize) -> Option<u32> {
        let before = &self.bytes[at.saturating_sub(30)..at];
        let trimmed = |bytes: &[u8]| {
            bytes.iter().rposition(|byte| !is_space(*byte)).map_or(0, |last| last + 1)
        };
        let digits =
            |bytes: &[u8]| bytes.iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let end = trimmed(before);
        let generation = digits(&before[..end]);
        let rest = &before[..end - generation];
        let end = trimmed(rest);
        if generation == 0 || end == rest.len() {
            return None;
        }
        let length = digits(&rest[..end]);
        std::str::from_utf8(&rest[end - length..end]).ok()?.parse().ok()
    }

    /// Where an object ends that begins at `from`, and where its stream's bytes are.
    fn end_of_object(&self, from: usize) -> (usize, Option<(usize, usize)>) {
        let mut at = from;
        loop {
            let Some(next) = find(self.bytes, at, b"e") else { return (self.bytes.len(), None) };
            let rest = &self.bytes[next..];
            if rest.starts_with(b"endobj") {
                return (next + 6, None);
            }
            // `stream` has its `e` in the middle.
            let begins =
                next.checked_sub(3).filter(|begins| self.bytes[*begins..].starts_with(b"stream"));
            if let Some(begins) = begins.filter(|begins| self.follows_dictionary(from, *begins)) {
                let mut start = begins + 6;
                start += usize::from(self.bytes.get(start) == Some(&b'\r'));
                start += usize::from(self.bytes.get(start) == Some(&b'\n'));
                let end = find(self.bytes, start, b"endstream").unwrap_or(self.bytes.len());
                return (end, Some((start.min(end), end)));
            }
            // Another object begins: this one was not ended.
            if next > 1 && rest.starts_with(b"e") && self.bytes[..next].ends_with(b"xr") {
                return (next, None);
            }
            at = next + 1;
        }
    }

    fn follows_dictionary(&self, from: usize, at: usize) -> bool {
        let end = self.bytes[from..at].iter().rposition(|byte| !is_space(*byte));
        end.is_some_and(|end| self.bytes[from..=from + end].ends_with(b">>"))
            && self.bytes.get(at + 6).is_some_and(|byte| matches!(byte, b'\r' | b'\n' | b' '))
    }

    fn read_trailers(&mut self) {
        let mut from = 0;
        let mut count = 0;
        while let Some(at) = find(self.bytes, from, b"trailer") {
            from = at + 7;
            count += 1;
            if count > 1_000 {
                break;
            }
            if let Some(Object::Entries(entries)) = Reader::new(self.bytes, from).next() {
                self.note_trailer(&entries);
            }
        }
    }

    fn note_trailer(&mut self, entries: &Entries) {
        for key in ["Root", "Info", "Encrypt"] {
            if let Some(value) = entries.get(key) {
                self.trailer.insert(key.to_owned(), value.clone());
            }
        }
    }

    /// Finds the objects in a stream of them.
    fn unpack_objects(&mut self, number: u32) -> Outcome<()> {
        let Some(place) = self.places.get(&number).copied() else { return Ok(()) };
        let Some(stream) = self.stream(&Object::Reference(number)) else { return Ok(()) };
        let Some(bytes) = self.unpacked(&stream)? else { return Ok(()) };
        let number_of = |key: &str| stream.about.get(key).and_then(Object::number).map_or(0, index);
        let (count, first) = (number_of("N"), number_of("First"));
        let mut reader = Reader::new(&bytes, 0);
        let within = self.packed.len();
        for _ in 0..count {
            let (Some(Object::Number(number)), Some(Object::Number(offset))) =
                (reader.next(), reader.next())
            else {
                break;
            };
            let at = first.saturating_add(index(offset));
            let Ok(number) = u32::try_from(index(number)) else { continue };
            // What stands later in the file is newer.
            let newer = self.places.get(&number).is_none_or(|other| {
                let other_at = other.within.map_or(other.at, |_| 0);
                other_at <= place.at
            });
            if newer && at < bytes.len() {
                self.places.insert(number, Place { at, within: Some(within), stream: None });
            }
            if self.places.len() > MOST_OBJECTS {
                return Err(excessive("more objects", format!("{MOST_OBJECTS}")));
            }
        }
        self.packed.push(bytes);
        Ok(())
    }

    fn packed_catalog(&mut self) -> Option<u32> {
        let packed: Vec<u32> = self
            .places
            .iter()
            .filter(|(_, place)| place.within.is_some())
            .map(|(number, _)| *number)
            .collect();
        packed.into_iter().find(|number| {
            let object = self.object(*number);
            object.entries().and_then(|entries| entries.get("Type")).and_then(Object::name)
                == Some("Catalog")
        })
    }

    /// An object by its number; null if there is none.
    pub fn object(&mut self, number: u32) -> Object {
        let Some(place) = self.places.get(&number) else { return Object::Null };
        let bytes = match place.within {
            Some(within) => &self.packed[within],
            None => self.bytes,
        };
        let end = (place.at + LARGEST_OBJECT).min(bytes.len());
        let mut reader = Reader::new(&bytes[..end], place.at);
        let object = reader.next().unwrap_or(Object::Null);
        let read = reader.at - place.at;
        self.left_to_read = self.left_to_read.saturating_sub(read + 16);
        if self.left_to_read == 0 { Object::Null } else { object }
    }

    /// Refuses a file whose objects lead to so many others that not all of them were read.
    pub fn check_read(&self) -> Outcome<()> {
        if self.left_to_read > 0 {
            return Ok(());
        }
        Err(excessive(
            "more objects that lead to each other",
            format!("{} MB", megabytes(MOST_READ)),
        ))
    }

    /// The value of an object, where it is a reference to one.
    pub fn value(&mut self, object: &Object) -> Object {
        let mut object = object.clone();
        for _ in 0..MOST_STEPS {
            match object {
                Object::Reference(number) => object = self.object(number),
                other => return other,
            }
        }
        Object::Null
    }

    /// The value of an entry; null if there is none.
    pub fn entry(&mut self, entries: &Entries, name: &str) -> Object {
        entries.get(name).map_or(Object::Null, |value| self.value(value))
    }

    /// The entries that an entry has; none if it is no dictionary.
    pub fn entries(&mut self, entries: &Entries, name: &str) -> Option<Entries> {
        match self.entry(entries, name) {
            Object::Entries(entries) => Some(entries),
            _ => None,
        }
    }

    pub fn stream(&mut self, reference: &Object) -> Option<Stream> {
        let mut number = match reference {
            Object::Reference(number) => *number,
            _ => return None,
        };
        for _ in 0..MOST_STEPS {
            let range = self.places.get(&number)?.stream;
            match (self.object(number), range) {
                (Object::Entries(about), Some(range)) => return Some(Stream { about, range }),
                (Object::Reference(next), _) => number = next,
                _ => return None,
            }
        }
        None
    }

    /// The bytes of a stream, unpacked; none if it is packed in a way that only pictures are.
    pub fn unpacked(&mut self, stream: &Stream) -> Outcome<Option<Vec<u8>>> {
        let (filters, settings) =
            (self.entry(&stream.about, "Filter"), self.entry(&stream.about, "DecodeParms"));
        let list = |object: Object| match object {
            Object::Null => Vec::new(),
            Object::Array(all) => all,
            one => vec![one],
        };
        let (filters, settings) = (list(filters), list(settings));
        if filters.len() > MOST_FILTERS {
            return Ok(None);
        }
        let mut bytes = self.bytes[stream.range.0..stream.range.1].to_vec();
        self.spend(bytes.len())?;
        for (number, filter) in filters.iter().enumerate() {
            let filter = self.value(filter);
            let most = self.left;
            bytes = match filter.name() {
                Some("FlateDecode" | "Fl") => inflated(&bytes, most),
                Some("LZWDecode" | "LZW") => super::filters::lzw(&bytes, most),
                Some("ASCII85Decode" | "A85") => super::filters::ascii85(&bytes),
                Some("ASCIIHexDecode" | "AHx") => super::filters::hexadecimal(&bytes),
                Some("RunLengthDecode" | "RL") => super::filters::run_lengths(&bytes, most),
                _ => return Ok(None),
            };
            self.spend(bytes.len())?;
            if let Some(setting) = settings.get(number)
                && let Object::Entries(setting) = self.value(setting)
            {
                let mut of = |name: &str, other: usize| {
                    self.entry(&setting, name).number().map_or(other, index)
                };
                let (kind, columns) = (of("Predictor", 1), of("Columns", 1));
                let (colors, bits) = (of("Colors", 1), of("BitsPerComponent", 8));
                bytes = super::filters::predicted(bytes, kind, columns, colors, bits);
            }
        }
        Ok(Some(bytes))
    }

    fn spend(&mut self, bytes: usize) -> Outcome<()> {
        let most = || format!("{} MB", megabytes(LARGEST_UNPACKED));
        self.left =
            self.left.checked_sub(bytes).ok_or_else(|| excessive("more packed into it", most()))?;
        Ok(())
    }
}

/// What was packed, as far as it can be unpacked, up to one byte more than `most`.
fn inflated(bytes: &[u8], most: usize) -> Vec<u8> {
    let most = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    let mut out = Vec::new();
    let read = flate2::read::ZlibDecoder::new(bytes).take(most).read_to_end(&mut out);
    if read.is_err() && out.is_empty() && bytes.len() > 2 {
        // Some files have the stream without its head, or with a wrong one.
        let again = flate2::read::DeflateDecoder::new(&bytes[2..]).take(most).read_to_end(&mut out);
        if again.is_err() {
            // What came out before the damage is kept.
            return out;
        }
    }
    out
}
