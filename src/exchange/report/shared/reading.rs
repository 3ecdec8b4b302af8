//! Reads files of XML and well-formed HTML, in tests.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// The elements and the text of a file, which has to be well-formed.
#[derive(Default)]
pub struct Read {
    pub elements: Vec<(String, HashMap<String, String>)>,
    pub text: String,
}

pub fn read(xml: &str) -> std::result::Result<Read, String> {
    let mut reader = Reader::from_str(xml);
    let mut read = Read::default();
    let element = |it: &BytesStart<'_>| {
        let name = it.name().as_ref().to_owned();
        let attributes = it.attributes().map(|it| {
            let it = it.map_err(|error| error.to_string())?;
            let key = it.key.as_ref().to_owned();
            let value =
                quick_xml::escape::unescape(&it.value).map_err(|error| error.to_string())?;
            Ok((key, value.into_owned()))
        });
        Ok::<_, String>((name, attributes.collect::<std::result::Result<_, String>>()?))
    };
    let mut open = 0;
    loop {
        match reader.read_event().map_err(|error| error.to_string())? {
            Event::Start(it) => {
                open += 1;
                read.elements.push(element(&it)?);
            }
            Event::Empty(it) => read.elements.push(element(&it)?),
            Event::End(_) => open -= 1,
            Event::Text(it) => read.text.push_str(&it),
            Event::GeneralRef(it) => {
                let text = quick_xml::escape::unescape(&format!("&{};", &*it))
                    .map_err(|error| error.to_string())?
                    .into_owned();
                read.text.push_str(&text);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    if open == 0 { Ok(read) } else { Err(format!("{open} elements are not closed")) }
}

impl Read {
    pub fn all(&self, name: &str) -> Vec<&HashMap<String, String>> {
        self.elements.iter().filter(|it| it.0 == name).map(|it| &it.1).collect()
    }
}
