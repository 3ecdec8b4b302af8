//! Which characters the bytes of a file mean, and the bytes as UTF-8.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use encoding_rs::{DecoderResult, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{LineEnds, Problem};
use crate::domain::codes::codes;
use crate::error::{Error, Result};

codes! {
    /// Which characters the bytes of a file mean.
    Encoding {
        Utf8 = "utf-8",
        Utf8Bom = "utf-8-bom",
        Utf16Le = "utf-16le",
        Utf16Be = "utf-16be",
        Windows1252 = "windows-1252",
        /// Mac Roman, as old Macintoshes wrote.
        Macintosh = "macintosh",
    }
}

impl Encoding {
    const fn decodes_as(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 | Self::Utf8Bom => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1252 => WINDOWS_1252,
            Self::Macintosh => MACINTOSH,
        }
    }
}

/// Bytes beyond ASCII that are looked at, with what stands beside them.
const EVIDENCE: usize = 20_000;

/// Reads a whole file once, and judges its encoding and its line ends.
pub fn detect(path: &Path) -> Result<(Encoding, LineEnds)> {
    let mut file = BufReader::with_capacity(64 * 1024, File::open(path).map_err(Error::internal)?);
    let mut first = vec![0; 4096];
    let read = read_full(&mut file, &mut first).map_err(Error::internal)?;
    first.truncate(read);
    if let Some(found) = by_its_first_bytes(&first) {
        let ends = line_ends(path, found)?;
        return Ok((found, ends));
    }
    let mut judge = Judge::default();
    judge.look(&first);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let read = file.read(&mut buffer).map_err(Error::internal)?;
        if read == 0 {
            break;
        }
        judge.look(&buffer[..read]);
    }
    let encoding = judge.encoding();
    Ok((encoding, judge.ends.found()))
}

/// Judges the encoding of a whole text that is in memory.
pub fn of(bytes: &[u8]) -> Encoding {
    if let Some(found) = by_its_first_bytes(&bytes[..bytes.len().min(4096)]) {
        return found;
    }
    let mut judge = Judge::default();
    bytes.chunks(64 * 1024).for_each(|some| judge.look(some));
    judge.encoding()
}

/// A whole text that is in memory, without a mark at its beginning. What is no character of the
/// encoding becomes U+FFFD.
pub fn decoded(bytes: &[u8], encoding: Encoding) -> String {
    encoding.decodes_as().decode_with_bom_removal(bytes).0.into_owned()
}

fn read_full(from: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < into.len() {
        match from.read(&mut into[filled..])? {
            0 => break,
            more => filled += more,
        }
    }
    Ok(filled)
}

fn by_its_first_bytes(first: &[u8]) -> Option<Encoding> {
    if first.starts_with(&[0xEF, 0xBB, 0xBF]) {
        return Some(Encoding::Utf8Bom);
    }
    if first.starts_with(&[0xFF, 0xFE]) {
        return Some(Encoding::Utf16Le);
    }
    if first.starts_with(&[0xFE, 0xFF]) {
        return Some(Encoding::Utf16Be);
    }
    // Without a mark: most of every second byte is zero, where letters are Latin.
    let zeros = |from: usize| first.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let pairs = first.len() / 2;
    if pairs >= 4 && zeros(1) * 10 > pairs * 4 && zeros(0) * 10 < pairs {
        return Some(Encoding::Utf16Le);
    }
    if pairs >= 4 && zeros(0) * 10 > pairs * 4 && zeros(1) * 10 < pairs {
        return Some(Encoding::Utf16Be);
    }
    None
}

fn line_ends(path: &Path, encoding: Encoding) -> Result<LineEnds> {
    let mut text = Decoded::open(path, encoding)?;
    let (mut ends, mut buffer) = (Ends::default(), vec![0; 64 * 1024]);
    loop {
        match text.read(&mut buffer) {
            Ok(0) => return Ok(ends.found()),
            Ok(read) => ends.look(&buffer[..read]),
            Err(error) => return Err(explained(error)),
        }
    }
}

#[derive(Default)]
struct Ends {
    lf: u64,
    cr: u64,
    crlf: u64,
    last: u8,
}

impl Ends {
    fn look(&mut self, bytes: &[u8]) {
        for byte in bytes {
            match (self.last, byte) {
                (b'\r', b'\n') => {
                    self.cr -= 1;
                    self.crlf += 1;
                }
                (_, b'\r') => self.cr += 1,
                (_, b'\n') => self.lf += 1,
                _ => {}
            }
            self.last = *byte;
        }
    }

    /// The ends of most lines. Breaks within cells are often others, so that a few do not count.
    fn found(&self) -> LineEnds {
        let all = self.lf + self.cr + self.crlf;
        let most = |count: u64| count * 2 > all;
        match () {
            () if most(self.crlf) => LineEnds::CrLf,
            () if most(self.cr) => LineEnds::Cr,
            () if most(self.lf) || all == 0 => LineEnds::Lf,
            () => LineEnds::Mixed,
        }
    }
}

/// What speaks for one encoding or another.
struct Judge {
    utf8: Option<encoding_rs::Decoder>,
    out: Vec<u8>,
    ends: Ends,
    before: u8,
    /// A byte beyond ASCII, and the one before it, whose successor is not known yet.
    open: Option<(u8, u8)>,
    evidence: Vec<(u8, u8, u8)>,
}

impl Default for Judge {
    fn default() -> Self {
        Self {
            utf8: Some(UTF_8.new_decoder_without_bom_handling()),
            out: vec![0; 64 * 1024 * 3 + 16],
            ends: Ends::default(),
            before: b' ',
            open: None,
            evidence: Vec::new(),
        }
    }
}

impl Judge {
    fn look(&mut self, bytes: &[u8]) {
        self.ends.look(bytes);
        if let Some(decoder) = &mut self.utf8 {
            let (result, ..) =
                decoder.decode_to_utf8_without_replacement(bytes, &mut self.out, false);
            if matches!(result, DecoderResult::Malformed(..)) {
                self.utf8 = None;
            }
        }
        for byte in bytes {
            if let Some((before, at)) = self.open.take() {
                self.evidence.push((before, at, *byte));
            }
            if *byte >= 0x80 && self.evidence.len() < EVIDENCE {
                self.open = Some((self.before, *byte));
            }
            self.before = *byte;
        }
    }

    fn encoding(&mut self) -> Encoding {
        if let Some(decoder) = &mut self.utf8 {
            let (result, ..) = decoder.decode_to_utf8_without_replacement(&[], &mut self.out, true);
            if !matches!(result, DecoderResult::Malformed(..)) {
                return Encoding::Utf8;
            }
        }
        if let Some((before, at)) = self.open.take() {
            self.evidence.push((before, at, b' '));
        }
        let plausible = |encoding: Encoding| -> i64 {
            self.evidence.iter().map(|it| plausible(encoding, *it)).sum()
        };
        let (windows, mac) = (plausible(Encoding::Windows1252), plausible(Encoding::Macintosh));
        let old_mac = matches!(self.ends.found(), LineEnds::Cr);
        if mac > windows || (mac == windows && old_mac) {
            Encoding::Macintosh
        } else {
            Encoding::Windows1252
        }
    }
}

/// How far a character is what one would write between two others.
fn plausible(encoding: Encoding, (before, at, after): (u8, u8, u8)) -> i64 {
    let byte = [at];
    let (text, _) = encoding.decodes_as().decode_without_bom_handling(&byte);
    let Some(c) = text.chars().next() else { return -2 };
    let (after_letter, before_letter) = (before.is_ascii_alphabetic(), after.is_ascii_alphabetic());
    let after_lower = before.is_ascii_lowercase();
    match c {
        // ’ in a word or at its end, ‘ and “ before one, ” after one.
        '’' if after_letter => 3,
        '“' | '‘' if !after_letter && before_letter => 3,
        '”' if !before_letter && (after_letter || before.is_ascii_punctuation()) => 3,
        '–' | '—' | '…' | '•' | '\u{a0}' | '«' | '»' | '°' | '§' | '€' | '£'
            if !(after_letter && before_letter) =>
        {
            2
        }
        'ß' | 'à'..='ö' | 'ø'..='ÿ' | 'œ' | 'š' | 'ž' => {
            if after_letter || before_letter {
                2
            } else {
                0
            }
        }
        'À'..='Ö' | 'Ø'..='Þ' | 'Œ' | 'Š' | 'Ž' | 'Ÿ' if after_lower => -3,
        'À'..='Ö' | 'Ø'..='Þ' | 'Œ' | 'Š' | 'Ž' => 1,
        '’' | '“' | '”' | '‘' | '–' | '—' | '…' | '•' | '\u{a0}' => 0,
        _ => -2,
    }
}

/// A file's text as UTF-8, without a mark at its beginning.
pub struct Decoded {
    from: File,
    decoder: encoding_rs::Decoder,
    encoding: Encoding,
    raw: Vec<u8>,
    /// What of `raw` is not decoded yet.
    start: usize,
    end: usize,
    at_end: bool,
    done: bool,
    /// Bytes that were decoded.
    passed: u64,
    /// Decoded, and not taken yet: for readers with little room.
    ready: Vec<u8>,
    taken: usize,
}

impl Decoded {
    pub fn open(path: &Path, encoding: Encoding) -> Result<Self> {
        Ok(Self {
            from: File::open(path).map_err(Error::internal)?,
            decoder: encoding.decodes_as().new_decoder_with_bom_removal(),
            encoding,
            raw: vec![0; 64 * 1024],
            start: 0,
            end: 0,
            at_end: false,
            done: false,
            passed: 0,
            ready: Vec::with_capacity(64 * 1024 * 3 + 16),
            taken: 0,
        })
    }

    /// Decodes what there is into `ready`.
    fn more(&mut self) -> io::Result<()> {
        self.ready.clear();
        self.taken = 0;
        while self.ready.is_empty() && !self.done {
            if self.start == self.end && !self.at_end {
                (self.start, self.end) = (0, self.from.read(&mut self.raw)?);
                self.at_end = self.end == 0;
            }
            self.ready.resize(64 * 1024 * 3 + 16, 0);
            let (result, read, written) = self.decoder.decode_to_utf8_without_replacement(
                &self.raw[self.start..self.end],
                &mut self.ready,
                self.at_end,
            );
            self.ready.truncate(written);
            self.start += read;
            self.passed += read as u64;
            match result {
                DecoderResult::Malformed(..) => {
                    let message = format!(
                        "the file is not {}: byte {} begins no character; say another encoding",
                        self.encoding, self.passed
                    );
                    return Err(io::Error::new(io::ErrorKind::InvalidData, message));
                }
                DecoderResult::InputEmpty => self.done = self.at_end,
                DecoderResult::OutputFull => {}
            }
        }
        Ok(())
    }
}

impl Read for Decoded {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.taken == self.ready.len() {
            self.more()?;
        }
        let some = (self.ready.len() - self.taken).min(into.len());
        into[..some].copy_from_slice(&self.ready[self.taken..self.taken + some]);
        self.taken += some;
        Ok(some)
    }
}

/// An error of reading, as people are told it.
pub fn explained(error: io::Error) -> Error {
    if error.kind() == io::ErrorKind::InvalidData {
        Problem::of_file(error.to_string()).into()
    } else {
        Error::internal(error)
    }
}
