//! The parts of a document as events, without recursion and without entities of its own.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event as Read};

use super::super::Outcome;
use super::super::plain;
use super::damaged;

/// How deep elements may lie within each other; Word itself goes no deeper.
const DEEPEST: usize = 1_000;

pub(super) enum Event<'a> {
    Begin(&'a Element<'a>),
    /// The name of an element that ends.
    End(&'a str),
    Text(&'a str),
}

/// An element that begins. Names are without prefix: the parts of a document use the same ones.
pub(super) struct Element<'a> {
    pub name: &'a str,
    /// Whether it belongs to the language of documents, and not to that of drawings or formulas.
    pub of_text: bool,
    start: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// The value of an attribute, whatever its prefix is.
    pub fn attribute(&self, name: &str) -> Option<String> {
        // Unchecked: looking for duplicates would take a look at each pair.
        let mut attributes = self.start.attributes();
        attributes.with_checks(false);
        let found = attributes.flatten().find(|it| {
            let key: &str = it.key.as_ref();
            key.rsplit(':').next() == Some(name)
        })?;
        let value: &str = &found.value;
        Some(quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), Into::into))
    }

    pub fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    pub fn number(&self) -> Option<i64> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property that is on or off is on: on, unless it says otherwise.
    pub fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// Calls `each` with every event of a part.
pub(super) fn each(bytes: &[u8], mut each: impl FnMut(Event<'_>) -> Outcome<()>) -> Outcome<()> {
    let text = plain::decode(bytes).text;
    let mut reader = Reader::from_str(&text);
    let mut depth = 0_usize;
    loop {
        let event = reader.read_event().map_err(|error| damaged(error.to_string()))?;
        match event {
            Read::Start(start) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(damaged(format!(
                        "its elements lie more than {DEEPEST} deep in each other"
                    )));
                }
                begin(&start, &mut each)?;
            }
            Read::Empty(start) => {
                begin(&start, &mut each)?;
                let name = start.local_name();
                each(Event::End(name.as_ref()))?;
            }
            Read::End(end) => {
                depth = depth.saturating_sub(1);
                let name = end.local_name();
                each(Event::End(name.as_ref()))?;
            }
            Read::Text(some) => each(Event::Text(&some.into_inner()))?,
            Read::CData(some) => each(Event::Text(&some.into_inner()))?,
            Read::GeneralRef(of) => {
                let character = of.resolve_char_ref().ok().flatten();
                let name: &str = &of;
                let text = match (character, name) {
                    (Some(character), _) => character.to_string(),
                    (None, "amp") => "&".to_owned(),
                    (None, "lt") => "<".to_owned(),
                    (None, "gt") => ">".to_owned(),
                    (None, "quot") => "\"".to_owned(),
                    (None, "apos") => "'".to_owned(),
                    (None, _) => String::new(),
                };
                each(Event::Text(&text))?;
            }
            Read::Comment(_) | Read::Decl(_) | Read::PI(_) | Read::DocType(_) => {}
            Read::Eof if depth > 0 => return Err(damaged("it ends in the middle")),
            Read::Eof => return Ok(()),
        }
    }
}

fn begin(start: &BytesStart<'_>, each: &mut impl FnMut(Event<'_>) -> Outcome<()>) -> Outcome<()> {
    let (whole, local) = (start.name(), start.local_name());
    let whole: &str = whole.as_ref();
    let prefix = whole.split_once(':').map_or("", |(prefix, _)| prefix);
    let of_text = !matches!(
        prefix,
        "a" | "m" | "v" | "o" | "wp" | "pic" | "wps" | "wpg" | "wpc" | "c" | "dgm"
    );
    each(Event::Begin(&Element { name: local.as_ref(), of_text, start }))
}
