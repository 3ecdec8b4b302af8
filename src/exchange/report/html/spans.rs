//! Spans as HTML: what is around each piece of text.

use askama::Template;

use super::view::View;
use crate::domain::document::Span;
use crate::exchange::report::shared::language;

/// A piece of text, and what stands around it.
pub struct Piece<'s> {
    pub text: &'s str,
    pub strong: bool,
    pub emphasis: bool,
    /// BCP 47, where it is not the language around it.
    pub language: Option<&'s str>,
    /// Where it reads from another side than what is around it, or may not mix with it.
    pub apart: bool,
    /// The side from which it reads, where it is told.
    pub direction: Option<&'static str>,
    pub number: Option<i64>,
    pub href: Option<String>,
    pub mark: Option<Mark>,
}

/// The mark of a note.
pub struct Mark {
    pub number: u32,
    /// Its id, where there is such a note.
    pub id: Option<String>,
}

/// Pieces of text on one line.
#[derive(Template)]
#[template(path = "report/spans.html")]
pub struct Spans<'s> {
    pub pieces: Vec<Piece<'s>>,
    /// What notes are called.
    pub notes: &'s str,
}

impl View<'_> {
    pub fn spans<'s>(&'s self, text: &'s [Span]) -> Spans<'s> {
        Spans {
            pieces: text.iter().map(|it| self.piece(it)).collect(),
            notes: &self.document.words.notes,
        }
    }

    pub fn span<'s>(&'s self, span: &'s Span) -> Spans<'s> {
        self.spans(std::slice::from_ref(span))
    }

    fn piece<'s>(&'s self, span: &'s Span) -> Piece<'s> {
        let language = self.foreign(span.language.as_deref());
        let rtl = language.map_or(self.rtl, language::is_rtl);
        let is_link = !span.text.trim().is_empty();
        Piece {
            text: &span.text,
            strong: span.strong,
            emphasis: span.emphasis,
            language,
            apart: rtl != self.rtl || language::is_mixed(&span.text, self.rtl),
            direction: language.is_some().then(|| direction(rtl)),
            number: span.number,
            href: span.href.as_deref().filter(|_| is_link).and_then(|it| self.href(it)),
            mark: span.note.map(|it| self.mark(it)),
        }
    }

    /// The language, where it is one, and not the document's.
    pub fn foreign<'s>(&self, stated: Option<&'s str>) -> Option<&'s str> {
        stated
            .and_then(language::tag)
            .filter(|it| !it.eq_ignore_ascii_case(&self.document.language))
    }

    /// The attributes of an element whose whole text is in another language.
    pub fn around(&self, text: &[Span]) -> String {
        self.whole(text).map_or_else(String::new, |language| {
            format!(" lang=\"{language}\" dir=\"{}\"", direction(language::is_rtl(language)))
        })
    }

    /// The language in which all of the text is, where it is not the document's.
    fn whole<'s>(&self, text: &'s [Span]) -> Option<&'s str> {
        let mut said = text.iter().filter(|it| !it.text.trim().is_empty());
        let first = self.foreign(said.next()?.language.as_deref())?;
        said.all(|it| it.language.as_deref() == Some(first)).then_some(first)
    }
}

/// As the attribute `dir` has it.
pub const fn direction(rtl: bool) -> &'static str {
    if rtl { "rtl" } else { "ltr" }
}
