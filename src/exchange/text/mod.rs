//! The text of a statement, out of a file or out of what was pasted from a web page.
//!
//! What kind of file it is shows in its content; its name and media type are asked only where the
//! content leaves it open. Each kind becomes lines ([`lines::Line`]) of which some are marked as not
//! belonging to the statement: menus, share buttons, running headers, quoted replies. [`boilerplate`]
//! marks more by what lines say. The others are the body; what was cut is told with its place, so that
//! it can be put back. No database is asked, nothing of a file is run, and no address in it is opened.
//!
//! A new kind of file needs a line in [`FileKind`], one in [`kind::of`], and a module that makes lines.

mod boilerplate;
mod docx;
mod html;
mod kind;
mod lines;
mod mail;
mod pdf;
mod phrases;
mod plain;
#[cfg(test)]
mod tests;
mod zipped;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::codes::codes;
use crate::domain::text::BODY;

/// The largest file, in bytes.
pub const LARGEST: usize = 50 * 1024 * 1024;
/// The most that a file's compressed parts may unpack to, all together, in bytes.
pub const LARGEST_UNPACKED: usize = 100 * 1024 * 1024;
/// How deep parts of a file may lie within others.
const DEEPEST: usize = 200;

codes! {
    /// What kind of file a text was read from.
    FileKind {
        PlainText = "plain-text",
        Html = "html",
        Docx = "docx",
        Pdf = "pdf",
        Email = "email",
    }
}

impl FileKind {
    /// As it is said in the middle of a sentence.
    const fn name(self) -> &'static str {
        match self {
            Self::PlainText => "text file",
            Self::Html => "web page",
            Self::Docx => "Word document",
            Self::Pdf => "PDF",
            Self::Email => "e-mail",
        }
    }
}

codes! {
    /// Why a passage of a file was left out of the body.
    CutWhy {
        /// Menus, breadcrumbs, the language choice, links to other sections of a site.
        Navigation = "navigation",
        /// Buttons for sharing and following, counters of reactions.
        Sharing = "sharing",
        Newsletter = "newsletter",
        Cookies = "cookies",
        /// Links to other pages of the site.
        Related = "related",
        /// "Download as PDF", "click here to print".
        Download = "download",
        /// Names, numbers and addresses for enquiries.
        Contact = "contact",
        /// "###", "ENDS".
        EndMark = "end-mark",
        /// The head of a page, a site or a document.
        Header = "header",
        /// The foot of a page, a site or a document.
        Footer = "footer",
        PageNumber = "page-number",
        Form = "form",
        /// What readers of a page do not see.
        Hidden = "hidden",
        /// Comments of readers.
        Comments = "comments",
        Signature = "signature",
        QuotedReply = "quoted-reply",
    }
}

/// What was left out of a body, and where it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cut {
    /// Where it stood: an offset in the body, in Unicode scalar values.
    pub at: usize,
    pub why: CutWhy,
    /// With the line ends that part it from its surroundings: put in at `at`, it stands as it stood.
    pub text: String,
}

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TextOfFile {
    pub kind: FileKind,
    /// What is kept, as `domain::text::body` keeps it, without blank lines at its ends.
    pub body: String,
    /// The headline or subject, where the file says which line it is.
    pub title: Option<String>,
    /// A BCP 47 tag, where the file says its language.
    pub language: Option<String>,
    /// The page's own address, where the page says it.
    pub url: Option<String>,
    /// The day that the file's own metadata give, `YYYY-MM-DD`: of publication for a page, of sending for
    /// an e-mail, of the last change for a document, of making for a PDF.
    pub published: Option<String>,
    /// Who sent an e-mail: `Name <address>`.
    pub from: Option<String>,
    /// What was left out, in the order of the file.
    pub cut: Vec<Cut>,
    /// What people should know of how the file was read.
    pub notices: Vec<String>,
}

impl TextOfFile {
    /// The body with some of what was cut put back: that for which `which` says so, given its place in
    /// [`TextOfFile::cut`].
    pub fn put_back(&self, which: impl Fn(usize) -> bool) -> String {
        lines::put_back(&self.body, &self.cut, which)
    }

    /// What is read as the statement: the body; of an e-mail with who wrote when about what, which stands in its
    /// head; of what was typed or copied all of it, since its menus are known as such when it is read.
    pub fn statement(&self) -> String {
        let said = |name: &str, value: Option<&String>| {
            value.map_or_else(String::new, |value| format!("{name}: {value}\n"))
        };
        match self.kind {
            FileKind::PlainText => self.put_back(|_| true),
            FileKind::Email => {
                let sender = said("From", self.from.as_ref());
                let day = said("Date", self.published.as_ref());
                let subject = said("Subject", self.title.as_ref());
                format!("{sender}{day}{subject}\n{}", self.body)
            }
            FileKind::Html | FileKind::Docx | FileKind::Pdf => self.body.clone(),
        }
    }

    /// What [`TextOfFile::statement`] leaves out, with where it stood in it.
    pub fn left_out(&self) -> Vec<Cut> {
        match self.kind {
            FileKind::PlainText => Vec::new(),
            FileKind::Email => {
                let head = self.statement().chars().count() - self.body.chars().count();
                let moved = self.cut.iter().cloned();
                moved.map(|cut| Cut { at: cut.at + head, ..cut }).collect()
            }
            FileKind::Html | FileKind::Docx | FileKind::Pdf => self.cut.clone(),
        }
    }
}

/// Why a file gives no text. The messages are for a person.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextOfFileError {
    #[error("the file is empty; choose the file that has the statement")]
    Empty,
    #[error(
        "the file has {} MB; the most is {} MB. Save the statement alone, or paste its text",
        megabytes(*found), megabytes(LARGEST)
    )]
    Large { found: usize },
    #[error(
        "the text has {found} characters; the most is {BODY}. Cut it into parts, or paste what matters"
    )]
    Long { found: usize },
    #[error("the file is {what}, of which no text can be read; {advice}")]
    Other { what: &'static str, advice: &'static str },
    #[error(
        "the file is none of plain text, HTML, DOCX, PDF and e-mail source; save it as one of these, or paste the text"
    )]
    Binary,
    #[error(
        "the PDF is encrypted; open it with its password, print it to a new PDF without one, and send that, or paste the text"
    )]
    Encrypted,
    #[error(
        "the PDF has pictures of pages and no text ({}); run text recognition (OCR) on it and save it as a PDF with a text layer, or type the text",
        pages_in_words(*pages)
    )]
    Scan { pages: usize },
    #[error(
        "the PDF does not say which letters its signs stand for; open it, copy the text and paste it here, or run text recognition (OCR) on it"
    )]
    Letters,
    #[error("the {} is damaged: {why}; open it in the program that made it, save it anew, and send that", .kind.name())]
    Damaged { kind: FileKind, why: String },
    #[error(
        "the {} has {what} than is read of one ({most}); such a file is no statement. Open it, copy the text and paste it here", .kind.name()
    )]
    Excessive { kind: FileKind, what: &'static str, most: String },
    #[error("the {} has no text; choose another file, or paste the text", .kind.name())]
    NoText { kind: FileKind },
}

fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1024 * 1024)
}

fn pages_in_words(pages: usize) -> String {
    if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }
}

type Outcome<T> = std::result::Result<T, TextOfFileError>;

/// Reads the text of a statement out of a file.
///
/// `bytes`: the whole file, at most [`LARGEST`]. `name` and `media_type`: as whoever sent it says.
pub fn read(
    bytes: &[u8],
    name: Option<&str>,
    media_type: Option<&str>,
) -> Result<TextOfFile, TextOfFileError> {
    if bytes.is_empty() {
        return Err(TextOfFileError::Empty);
    }
    if bytes.len() > LARGEST {
        return Err(TextOfFileError::Large { found: bytes.len() });
    }
    match kind::of(bytes, name, media_type)? {
        FileKind::PlainText => plain::read(bytes),
        FileKind::Html => html::read(bytes),
        FileKind::Docx => docx::read(bytes),
        FileKind::Pdf => pdf::read(bytes),
        FileKind::Email => mail::read(bytes),
    }
}

/// A text with some of what was cut put back, and what is still cut, with where it would stand now.
pub fn put_back(text: &str, cut: Vec<Cut>, which: impl Fn(usize) -> bool) -> (String, Vec<Cut>) {
    let whole = lines::put_back(text, &cut, &which);
    let mut longer = 0;
    let mut left = Vec::new();
    for (place, piece) in cut.into_iter().enumerate() {
        if which(place) {
            longer += piece.text.chars().count();
        } else {
            left.push(Cut { at: piece.at + longer, ..piece });
        }
    }
    (whole, left)
}

/// Cleans a text that somebody pasted, often with the menus and buttons of the page around it.
///
/// Nothing is refused here: an empty text gives an empty body, and one that is too long a body that
/// `domain::text::body` refuses.
pub fn of_pasted(text: &str) -> TextOfFile {
    plain::of_pasted(text)
}

/// A file's text before it is put together: its lines, and what the file says of itself.
#[derive(Debug, Default)]
struct Draft {
    lines: Vec<lines::Line>,
    title: Option<String>,
    language: Option<String>,
    url: Option<String>,
    published: Option<String>,
    from: Option<String>,
    notices: Vec<String>,
}

impl Draft {
    /// Puts lines together, after what they say has been judged as text that comes `from` such a place.
    fn finish(mut self, kind: FileKind, from: boilerplate::From) -> TextOfFile {
        let removed = lines::tidy(&mut self.lines);
        if removed > 0 {
            self.notices.push(format!(
                "{removed} control characters or signs that are no characters were left out"
            ));
        }
        let found = boilerplate::mark(&mut self.lines, from);
        let (body, cut) = lines::assemble(&self.lines);
        TextOfFile {
            kind,
            body,
            title: self.title.or(found).and_then(|title| lines::one_line(&title)),
            language: self.language.filter(|tag| is_language(tag)),
            url: self.url.filter(|url| is_address(url)),
            published: self.published,
            from: self.from.and_then(|from| lines::one_line(&from)),
            cut,
            notices: self.notices,
        }
    }

    /// As [`Draft::finish`], refusing what has no text or too much of it.
    fn finish_file(self, kind: FileKind, from: boilerplate::From) -> Outcome<TextOfFile> {
        let text = self.finish(kind, from);
        if text.body.trim().is_empty() {
            return Err(TextOfFileError::NoText { kind });
        }
        match text.body.chars().count() {
            found if found > BODY => Err(TextOfFileError::Long { found }),
            _ => Ok(text),
        }
    }
}

/// Whether a text has the shape of a BCP 47 tag.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
        && tag.len() <= 35
}

fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && url.len() <= 2_000
        && !url.chars().any(|c| c.is_whitespace() || c.is_control())
}

/// The day at the beginning of a timestamp, if there is one: `2017-11-27T09:00:00Z`.
fn day(timestamp: &str) -> Option<String> {
    let day = timestamp.trim().get(..10)?;
    chrono::NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()?;
    Some(day.to_owned())
}
