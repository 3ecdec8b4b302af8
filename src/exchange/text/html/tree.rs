//! Elements out of tags. The tags are read as the HTML standard says; the tree is simpler than a
//! browser's: as deep as is needed for text, and made in one pass, whatever is left open.

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::super::{DEEPEST, FileKind, Outcome, TextOfFileError};

/// The most elements and texts of a page.
const MOST: usize = 400_000;
/// The longest value of an attribute that is kept, in bytes.
const LONGEST_VALUE: usize = 2_000;
/// The longest data in a script, such as what a page says of itself as JSON-LD, in bytes.
const LONGEST_DATA: usize = 500_000;

/// The attributes that are looked at.
const ATTRIBUTES: [&str; 19] = [
    "id",
    "class",
    "role",
    "lang",
    "xml:lang",
    "style",
    "hidden",
    "aria-hidden",
    "href",
    "content",
    "name",
    "property",
    "rel",
    "datetime",
    "itemprop",
    "type",
    "value",
    "start",
    "http-equiv",
];

pub(super) struct Node {
    /// The name of an element in lower case; empty for text.
    pub name: String,
    pub text: String,
    attributes: Vec<(&'static str, String)>,
    pub parent: usize,
    pub children: Vec<u32>,
    /// The first node after it that is not within it: nodes are in the order of the page.
    pub end: usize,
}

impl Node {
    fn new(name: String, parent: usize) -> Self {
        Self {
            name,
            text: String::new(),
            attributes: Vec::new(),
            parent,
            children: Vec::new(),
            end: 0,
        }
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(of, _)| *of == name).map(|(_, value)| value.as_str())
    }

    pub fn is_text(&self) -> bool {
        self.name.is_empty()
    }
}

/// A page's elements and texts in its order; the first is the page itself.
pub(super) struct Tree {
    pub nodes: Vec<Node>,
    /// Scripts and styles, which have no nodes.
    pub scripts: usize,
    /// What pages say of themselves in scripts that are data.
    pub data: Vec<String>,
}

/// What never has content.
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// What begins and ends lines.
const BLOCKS: [&str; 42] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tr",
    "ul",
];
/// What only other elements of tables close.
const CELLS: [&str; 4] = ["td", "th", "caption", "table"];

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "th" | "thead" | "tfoot")
}

/// What is not text: it is read and dropped.
fn is_script(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "canvas"
            | "noembed"
            | "noframes"
            | "audio"
            | "video"
            | "applet"
    )
}

pub(super) fn of(text: &str) -> Outcome<Tree> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut maker = Maker::new();
    for token in Tokenizer::new_with_emitter(text, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let mut attributes = Vec::new();
                for (name, value) in &tag.attributes {
                    let known =
                        ATTRIBUTES.iter().find(|known| known.as_bytes() == name.0.as_slice());
                    if let Some(known) = known {
                        let value = &value.value.0[..value.value.0.len().min(LONGEST_VALUE)];
                        attributes.push((*known, String::from_utf8_lossy(value).into_owned()));
                    }
                }
                let name = String::from_utf8_lossy(&tag.name.0).into_owned();
                maker.begin(name, attributes, tag.self_closing);
            }
            Token::EndTag(tag) => maker.end(&String::from_utf8_lossy(&tag.name.0)),
            Token::String(text) => maker.text(&String::from_utf8_lossy(&text.value.0)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
        if maker.tree.nodes.len() > MOST {
            let most = format!("{MOST} elements");
            return Err(TextOfFileError::Excessive {
                kind: FileKind::Html,
                what: "more elements",
                most,
            });
        }
    }
    Ok(maker.finish())
}

struct Maker {
    tree: Tree,
    /// Open elements, from the page down.
    open: Vec<usize>,
    /// Open elements that lie too deep to be kept apart from those around them.
    beyond: usize,
    /// The script that is open, how many of its name, and whether it is data.
    script: Option<(String, usize, bool)>,
}

impl Maker {
    fn new() -> Self {
        let nodes = vec![Node::new("#page".to_owned(), 0)];
        Self {
            tree: Tree { nodes, scripts: 0, data: Vec::new() },
            open: vec![0],
            beyond: 0,
            script: None,
        }
    }

    fn name(&self, depth: usize) -> &str {
        &self.tree.nodes[self.open[depth]].name
    }

    fn add(&mut self, node: Node) -> usize {
        let at = self.tree.nodes.len();
        self.tree.nodes[node.parent].children.push(u32::try_from(at).unwrap_or(u32::MAX));
        self.tree.nodes.push(node);
        at
    }

    fn innermost(&self) -> usize {
        self.open.last().copied().unwrap_or_default()
    }

    fn begin(&mut self, name: String, attributes: Vec<(&'static str, String)>, self_closing: bool) {
        if let Some((script, depth, _)) = &mut self.script {
            *depth += usize::from(*script == name && !self_closing);
            return;
        }
        if is_script(&name) {
            self.tree.scripts += usize::from(matches!(name.as_str(), "script" | "style"));
            let data =
                attributes.iter().any(|(of, value)| *of == "type" && value.contains("ld+json"));
            if data {
                self.tree.data.push(String::new());
            }
            // Only elements of other languages close themselves.
            if !(self_closing && matches!(name.as_str(), "svg" | "math")) {
                self.script = Some((name, 1, data));
            }
            return;
        }
        if self.beyond == 0 {
            self.close_before(&name);
        }
        // A second `<body>` adds nothing; its attributes matter little.
        if matches!(name.as_str(), "html" | "body")
            && (1..self.open.len()).any(|depth| self.name(depth) == name)
        {
            return;
        }
        let mut node = Node::new(name, self.innermost());
        node.attributes = attributes;
        let void = VOID.contains(&node.name.as_str());
        let at = self.add(node);
        if void {
            return;
        }
        if self.open.len() >= DEEPEST {
            self.beyond += 1;
        } else {
            self.open.push(at);
        }
    }

    /// Closes what ends where such an element begins: paragraphs, items, cells.
    fn close_before(&mut self, name: &str) {
        let (closes, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr", "td", "th", "caption"], &["table"]),
            "thead" | "tbody" | "tfoot" => {
                (&["thead", "tbody", "tfoot", "tr", "td", "th", "caption"], &["table"])
            }
            "option" | "optgroup" => (&["option"], &["select"]),
            "meta" | "link" | "title" | "base" | "head" | "html" => (&[], &[]),
            // Whatever is no part of the head ends it.
            _ => (&["head"], &[]),
        };
        if !closes.is_empty() {
            let mut lowest = None;
            for depth in (1..self.open.len()).rev() {
                let name = self.name(depth);
                if closes.contains(&name) {
                    lowest = Some(depth);
                } else if within.contains(&name) || (CELLS.contains(&name) && within != ["table"]) {
                    break;
                }
            }
            if let Some(depth) = lowest {
                self.open.truncate(depth);
            }
        }
        if is_block(name) {
            for depth in (1..self.open.len()).rev() {
                let name = self.name(depth);
                if name == "p" {
                    self.open.truncate(depth);
                    break;
                }
                // A paragraph around a block ends; one around the cell or item that holds it does not.
                if is_block(name) {
                    break;
                }
            }
        }
    }

    fn end(&mut self, name: &str) {
        if let Some((script, depth, _)) = &mut self.script {
            if script == name {
                *depth -= 1;
                if *depth == 0 {
                    self.script = None;
                }
            }
            return;
        }
        if self.beyond > 0 {
            self.beyond -= usize::from(!VOID.contains(&name));
            return;
        }
        if matches!(name, "html" | "body") {
            return;
        }
        let inline = !is_block(name);
        for depth in (1..self.open.len()).rev() {
            let other = self.name(depth);
            if other == name {
                self.open.truncate(depth);
                return;
            }
            let stops = (inline && is_block(other))
                || (CELLS.contains(&other)
                    && !matches!(name, "table" | "tr" | "tbody" | "thead" | "tfoot"))
                || (other == "table" && name != "table");
            if stops {
                return;
            }
        }
    }

    fn text(&mut self, text: &str) {
        match &self.script {
            Some((_, _, true)) => {
                if let Some(data) = self.tree.data.last_mut()
                    && data.len() + text.len() <= LONGEST_DATA
                {
                    data.push_str(text);
                }
            }
            Some(_) => {}
            None => {
                let mut node = Node::new(String::new(), self.innermost());
                text.clone_into(&mut node.text);
                self.add(node);
            }
        }
    }

    fn finish(mut self) -> Tree {
        let nodes = &mut self.tree.nodes;
        for at in (0..nodes.len()).rev() {
            let end = nodes[at].end.max(at + 1);
            nodes[at].end = end;
            let parent = nodes[at].parent;
            nodes[parent].end = nodes[parent].end.max(end);
        }
        self.tree
    }
}
