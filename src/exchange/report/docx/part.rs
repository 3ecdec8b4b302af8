//! A part of the file with what it refers to.

use std::collections::HashMap;

use super::xml::Xml;

const OF_OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
const NAMES: [(&str, &str); 3] = [
    ("xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    ("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    ("xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"),
];

/// A part that is written.
pub struct Part {
    pub xml: Xml,
    relations: Vec<Relation>,
    links: HashMap<String, usize>,
}

struct Relation {
    kind: &'static str,
    target: String,
    is_outside: bool,
}

impl Part {
    /// `root`: its outermost element, which stays open.
    pub fn new(root: &'static str) -> Self {
        let mut xml = Xml::new();
        xml.open(root, &NAMES);
        Self { xml, relations: Vec::new(), links: HashMap::new() }
    }

    /// The id of another part of the file, which is `kind`.
    pub fn relate(&mut self, kind: &'static str, target: &str) -> String {
        self.relations.push(Relation { kind, target: target.to_owned(), is_outside: false });
        id(self.relations.len())
    }

    /// The id of an address of the web.
    pub fn link(&mut self, address: &str) -> String {
        if let Some(at) = self.links.get(address) {
            return id(*at);
        }
        let target = address.to_owned();
        self.relations.push(Relation { kind: "hyperlink", target, is_outside: true });
        self.links.insert(address.to_owned(), self.relations.len());
        id(self.relations.len())
    }

    /// The part, and the part that says what it refers to.
    pub fn finish(self) -> (String, String) {
        let mut xml = Xml::new();
        let names = "http://schemas.openxmlformats.org/package/2006/relationships";
        xml.open("Relationships", &[("xmlns", names)]);
        for (at, it) in self.relations.iter().enumerate() {
            let (id, kind) = (id(at + 1), format!("{OF_OFFICE}{}", it.kind));
            let known = [("Id", id.as_str()), ("Type", &kind), ("Target", &it.target)];
            let outside = [("TargetMode", "External")];
            let attributes = [&known[..], if it.is_outside { &outside } else { &[] }].concat();
            xml.empty("Relationship", &attributes);
        }
        (self.xml.finish(), xml.finish())
    }
}

fn id(at: usize) -> String {
    format!("rId{at}")
}
