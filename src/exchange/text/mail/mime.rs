//! Parts of a message: its headers, its text in each form, and what is attached. Parts are read as far as
//! they are needed, and only so deep and so many of them.

use encoding_rs::Encoding;

use super::super::plain;

/// How deep parts may lie within each other.
const DEEPEST: usize = 12;
/// The most parts of a message, and the most headers of a part.
const MOST_PARTS: usize = 1_000;
const MOST_HEADERS: usize = 1_000;
/// The longest header, in bytes.
const LONGEST_HEADER: usize = 20_000;

/// Headers in their order: names in lower case, values in one line.
#[derive(Debug, Default)]
pub(super) struct Headers(Vec<(String, String)>);

impl Headers {
    /// The value of the first header of a name, as it is written.
    pub fn raw(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }

    /// The value of the first header of a name, as it is read.
    pub fn text(&self, name: &str) -> Option<String> {
        self.raw(name).map(words).filter(|text| !text.trim().is_empty())
    }
}

/// A message or a part of one: its headers, and all that follows them.
pub(super) struct Part<'a> {
    pub headers: Headers,
    body: &'a [u8],
}

/// What a part is, with what is said of it.
#[derive(Debug, Default)]
pub(super) struct Kind {
    /// `text/plain`, in lower case.
    pub name: String,
    settings: Vec<(String, String)>,
}

impl Kind {
    pub fn setting(&self, name: &str) -> Option<&str> {
        self.settings.iter().find(|(of, _)| of == name).map(|(_, value)| value.as_str())
    }
}

/// What a message has.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// The text, and whether its lines flow (RFC 3676).
    pub text: String,
    pub flows: bool,
    /// The text as a page.
    pub page: String,
    /// The names of what is attached; empty where it has none.
    pub attached: Vec<String>,
    /// Messages within it, unpacked.
    pub messages: Vec<Vec<u8>>,
    parts: usize,
}

impl<'a> Part<'a> {
    /// Parts headers from what follows the first empty line.
    pub fn of(bytes: &'a [u8]) -> Self {
        let mut headers: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while let Some((line, after)) = next_line(rest) {
            rest = after;
            if line.is_empty() {
                break;
            }
            let text = line_text(&line[..line.len().min(LONGEST_HEADER)]);
            if text.starts_with([' ', '\t']) {
                if let Some((_, value)) = headers.last_mut()
                    && value.len() + text.len() <= LONGEST_HEADER
                {
                    value.push(' ');
                    value.push_str(text.trim());
                }
            } else if let Some((name, value)) = text.split_once(':')
                && headers.len() < MOST_HEADERS
            {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
        }
        Self { headers: Headers(headers), body: rest }
    }

    fn kind(&self) -> Kind {
        self.headers.raw("content-type").map(settings).unwrap_or_default()
    }

    /// What the message has, in all its parts.
    pub fn content(&self) -> Content {
        let mut content = Content::default();
        self.read(&mut content, DEEPEST);
        content
    }

    fn read(&self, content: &mut Content, deep: usize) {
        content.parts += 1;
        let kind = self.kind();
        let disposition = self.headers.raw("content-disposition").map(settings).unwrap_or_default();
        let name = ["filename", "name"]
            .iter()
            .find_map(|key| disposition.setting(key).or_else(|| kind.setting(key)))
            .map(words);
        if kind.name.starts_with("multipart/") {
            if deep > 0 {
                self.read_parts(&kind, content, deep - 1);
            }
            return;
        }
        if kind.name.starts_with("message/") {
            content.messages.push(self.unpacked());
            return;
        }
        let is_attached =
            disposition.name == "attachment" || (name.is_some() && disposition.name != "inline");
        match kind.name.as_str() {
            "" | "text/plain" if !is_attached => {
                if !content.text.is_empty() {
                    content.text.push_str("\n\n");
                }
                content.text.push_str(&self.characters(&kind));
                content.flows |=
                    kind.setting("format").is_some_and(|it| it.eq_ignore_ascii_case("flowed"));
            }
            "text/html" | "application/xhtml+xml" if !is_attached => {
                content.page.push_str(&self.characters(&kind));
            }
            // Pictures that a page shows are no attachments.
            other if other.starts_with("image/") && !is_attached => {}
            _ => content.attached.push(name.unwrap_or_default()),
        }
    }

    fn read_parts(&self, kind: &Kind, content: &mut Content, deep: usize) {
        let Some(boundary) = kind.setting("boundary").filter(|it| !it.is_empty()) else { return };
        // Parts are packed each by itself, and not all together.
        let bytes = self.body;
        let mark = [b"--", boundary.as_bytes()].concat();
        let (mut start, mut at) = (None, 0);
        while let Some((line, after)) = next_line(&bytes[at..]) {
            let next = bytes.len() - after.len();
            let rest = line.strip_prefix(mark.as_slice());
            let last = rest.is_some_and(|rest| rest.starts_with(b"--"));
            if last || rest.is_some_and(|rest| rest.trim_ascii().is_empty()) {
                if let Some(start) = start {
                    Part::of(&bytes[start..at]).read(content, deep);
                }
                start = Some(next);
                if last || content.parts > MOST_PARTS {
                    return;
                }
            }
            at = next;
        }
        // A message that was cut has no last mark.
        if let Some(start) = start {
            Part::of(&bytes[start..]).read(content, deep);
        }
    }

    /// The bytes of the part as they were before they were packed for the way.
    fn unpacked(&self) -> Vec<u8> {
        let packed = self.headers.raw("content-transfer-encoding").unwrap_or_default().trim();
        if packed.eq_ignore_ascii_case("base64") {
            base64(self.body)
        } else if packed.eq_ignore_ascii_case("quoted-printable") {
            quoted_printable(self.body, false)
        } else {
            self.body.to_vec()
        }
    }

    fn characters(&self, kind: &Kind) -> String {
        characters(&self.unpacked(), kind.setting("charset"))
    }
}

/// The next line without its end, and what follows it; none at the end of the bytes.
fn next_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let (line, rest) = match bytes.iter().position(|byte| *byte == b'\n') {
        Some(at) => (&bytes[..at], &bytes[at + 1..]),
        None => (bytes, &bytes[bytes.len()..]),
    };
    Some((line.strip_suffix(b"\r").unwrap_or(line), rest))
}

/// A header's characters: UTF-8, or what older programs wrote.
fn line_text(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// Bytes in an encoding by its label; what is not in it, or has none, as it looks.
fn characters(bytes: &[u8], label: Option<&str>) -> String {
    let encoding = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match encoding {
        // Many messages say ASCII and are UTF-8.
        Some(encoding)
            if std::str::from_utf8(bytes).is_err() || !encoding.is_ascii_compatible() =>
        {
            encoding.decode(bytes).0.into_owned()
        }
        Some(encoding) if encoding == encoding_rs::ISO_2022_JP => {
            encoding.decode(bytes).0.into_owned()
        }
        _ => plain::decode(bytes).text,
    }
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        held = (held << 6 | u32::from(value)) & 0xFFFF;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from(held >> bits & 0xFF).unwrap_or_default());
        }
    }
    out
}

/// Quoted-printable; in headers, `_` is a space.
fn quoted_printable(bytes: &[u8], header: bool) -> Vec<u8> {
    let digit = |at: usize| bytes.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'_' if header => out.push(b' '),
            b'=' => {
                if let (Some(high), Some(low)) = (digit(at + 1), digit(at + 2)) {
                    out.push(u8::try_from(high * 16 + low).unwrap_or_default());
                    at += 2;
                } else if let Some(line) = bytes[at + 1..]
                    .iter()
                    .position(|byte| *byte == b'\n')
                    .filter(|end| bytes[at + 1..at + 1 + end].iter().all(u8::is_ascii_whitespace))
                {
                    // The line goes on in the next one.
                    at += 1 + line;
                } else {
                    out.push(b'=');
                }
            }
            byte => out.push(byte),
        }
        at += 1;
    }
    out
}

/// A header with a value and settings: `text/plain; charset="utf-8"`.
fn settings(value: &str) -> Kind {
    let mut parts = parted(value);
    let name = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
    let mut settings: Vec<(String, String)> = Vec::new();
    for part in parts.take(100) {
        let Some((key, value)) = part.split_once('=') else { continue };
        let key = key.trim().to_ascii_lowercase();
        let value = value.trim().trim_matches('"').replace("\\\"", "\"");
        // `filename*0*=utf-8''a%20b`: in parts, and with its encoding.
        let bare = key.split('*').next().unwrap_or_default().to_owned();
        let value = if key.ends_with('*') { percents(&value) } else { value };
        match settings.iter_mut().find(|(of, _)| *of == bare) {
            Some((_, whole)) if key.contains('*') && whole.len() < LONGEST_HEADER => {
                whole.push_str(&value);
            }
            Some(_) => {}
            None => settings.push((bare, value)),
        }
    }
    Kind { name, settings }
}

/// Parts a header at semicolons that are not within quotation marks.
fn parted(value: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    value.split(move |c: char| {
        quoted ^= c == '"';
        c == ';' && !quoted
    })
}

fn percents(value: &str) -> String {
    let (label, text) = match value.splitn(3, '\'').collect::<Vec<_>>().as_slice() {
        [label, _, text] => (Some(*label), *text),
        _ => (None, value),
    };
    let bytes: Vec<u8> = percent_encoding::percent_decode_str(text).collect();
    characters(&bytes, label)
}

/// A header's text with the words in it that were encoded: `=?utf-8?Q?caf=C3=A9?=`.
fn words(value: &str) -> String {
    let mut text = String::new();
    // What was encoded in the same way side by side may part characters.
    let mut held: (String, Vec<u8>) = (String::new(), Vec::new());
    let mut rest = value;
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at(at);
        let mut fields = from[2..].splitn(4, '?');
        let word = (|| {
            let (label, how, packed, after) =
                (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
            let bytes = match how {
                "B" | "b" => base64(packed.as_bytes()),
                "Q" | "q" => quoted_printable(packed.as_bytes(), true),
                _ => return None,
            };
            Some((
                label.split('*').next().unwrap_or_default().to_lowercase(),
                bytes,
                after.strip_prefix('=')?,
            ))
        })();
        let Some((label, bytes, after)) = word else {
            flush(&mut held, &mut text);
            text.push_str(&rest[..at + 2]);
            rest = &rest[at + 2..];
            continue;
        };
        if !(before.trim().is_empty() && (!held.1.is_empty() && held.0 == label)) {
            let between = before.trim().is_empty() && !held.1.is_empty();
            flush(&mut held, &mut text);
            if !between {
                text.push_str(before);
            }
            held.0 = label;
        }
        held.1.extend(bytes);
        rest = after;
    }
    flush(&mut held, &mut text);
    text.push_str(rest);
    text
}

fn flush(held: &mut (String, Vec<u8>), text: &mut String) {
    if !held.1.is_empty() {
        text.push_str(&characters(&held.1, Some(&held.0)));
        held.1.clear();
    }
}

/// The day of a `Date` header: "Sun, 14 Mar 2021 23:30:00 -0500".
pub(super) fn day(date: &str) -> Option<String> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let parts: Vec<String> = date
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|part| !part.is_empty())
        .map(str::to_ascii_lowercase)
        .take(6)
        .collect();
    let place = parts.iter().position(|part| MONTHS.iter().any(|month| part.starts_with(month)))?;
    let month = MONTHS.iter().position(|month| parts[place].starts_with(month))? + 1;
    let number = |at: Option<usize>| parts.get(at?)?.parse::<u32>().ok();
    let (day, year) = (number(place.checked_sub(1))?, number(place.checked_add(1))?);
    let year = match year {
        0..=49 => year + 2000,
        50..=99 => year + 1900,
        _ => year,
    };
    super::super::day(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The first of the addresses of a header: `Name <address>`.
pub(super) fn sender(from: &str) -> Option<String> {
    let mut quoted = false;
    let first = from.split(|c: char| {
        quoted ^= c == '"';
        c == ',' && !quoted
    });
    let first = first.map(str::trim).find(|one| !one.is_empty())?;
    let Some((name, address)) = first.split_once('<') else { return Some(words(first)) };
    let address = address.split('>').next().unwrap_or_default().trim();
    let name = words(name.trim().trim_matches('"'));
    let name = name.trim();
    Some(if name.is_empty() { address.to_owned() } else { format!("{name} <{address}>") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_in_their_encodings() {
        for (written, read) in [
            ("plain", "plain"),
            ("=?utf-8?q?caf=C3=A9?= bar", "caf\u{e9} bar"),
            ("=?UTF-8?B?w6k=?= =?UTF-8?B?w6k=?=", "\u{e9}\u{e9}"),
            // A character that is parted between two words.
            ("a =?utf-8?q?=C3?= =?utf-8?q?=A9?= b", "a \u{e9} b"),
            ("=?iso-8859-1?q?=E9?= =?utf-8?q?=C3=A9?=", "\u{e9}\u{e9}"),
            ("=?x", "=?x"),
            ("=?utf-8?z?a?= b", "=?utf-8?z?a?= b"),
        ] {
            assert_eq!(words(written), read);
        }
    }

    #[test]
    fn settings_are_read_in_all_their_forms() {
        let kind = settings(
            r#"Text/Plain; charset="utf-8"; name="a; b.txt"; filename*0*=utf-8''d%C3%A9; filename*1=cret.pdf"#,
        );
        assert_eq!(kind.name, "text/plain");
        assert_eq!(kind.setting("charset"), Some("utf-8"));
        assert_eq!(kind.setting("name"), Some("a; b.txt"));
        assert_eq!(kind.setting("filename"), Some("d\u{e9}cret.pdf"));
    }

    #[test]
    fn days_and_senders_are_found() {
        assert_eq!(day("Sun, 14 Mar 2021 23:30:00 -0500").as_deref(), Some("2021-03-14"));
        assert_eq!(day("3 Feb 99 10:00 GMT").as_deref(), Some("1999-02-03"));
        assert_eq!(day("Sun, 32 Mar 2021"), None);
        assert_eq!(day("Mar"), None);
        assert_eq!(
            sender(r#""Noor, Ida" <ida@b.example>, x@y.example"#).as_deref(),
            Some("Noor, Ida <ida@b.example>")
        );
        assert_eq!(sender("<a@b.example>").as_deref(), Some("a@b.example"));
        assert_eq!(sender(""), None);
    }
}
