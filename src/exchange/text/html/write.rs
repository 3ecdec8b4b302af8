//! Lines out of elements: paragraphs, headings, items with their bullets or numbers, rows of tables.

use super::super::CutWhy;
use super::super::lines::Line;
use super::shape::Shape;
use super::tree::{Node, Tree, is_block};

/// The longest text of a cell whose row is written as one line, in characters.
const LONGEST_CELL: usize = 700;

pub(super) struct Written {
    pub lines: Vec<Line>,
    /// The first heading of the first order that is kept.
    pub heading: Option<String>,
}

pub(super) fn lines(tree: &Tree, shape: &Shape) -> Written {
    let mut writer = Writer { tree, shape, out: Out::default(), heading: None };
    writer.node(0, How::default());
    writer.out.end_line();
    Written { lines: writer.out.lines, heading: writer.heading }
}

/// How text is written within an element.
#[derive(Debug, Clone, Copy, Default)]
struct How {
    why: Option<CutWhy>,
    /// Spaces and line ends stand as they are.
    as_it_is: bool,
    /// Blocks do not begin lines: a cell.
    flat: bool,
}

struct Writer<'a> {
    tree: &'a Tree,
    shape: &'a Shape,
    out: Out,
    heading: Option<String>,
}

/// What was written so far.
#[derive(Default)]
struct Out {
    lines: Vec<Line>,
    line: String,
    why: Option<CutWhy>,
    /// A space stands before the next word.
    space: bool,
    /// A blank line stands before the next line.
    gap: bool,
    /// The bullet or number of an item that has no text yet.
    mark: Option<String>,
    /// What is cut out of the middle of the line: it follows as lines of its own.
    aside: Vec<Line>,
}

impl Out {
    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        let line = line.trim_end();
        if !line.is_empty() {
            if self.gap && !self.lines.is_empty() {
                self.lines.push(Line::kept(""));
            }
            self.gap = false;
            self.lines.push(Line { text: line.to_owned(), why: self.why });
        }
        self.lines.append(&mut self.aside);
        self.space = false;
        self.why = None;
    }

    fn text(&mut self, text: &str, how: How) {
        if how.as_it_is {
            for (number, part) in text.split('\n').enumerate() {
                if number > 0 {
                    if self.line.trim().is_empty() {
                        self.gap = true;
                    }
                    self.end_line();
                }
                self.why = how.why;
                self.line.push_str(part.trim_end_matches('\r'));
            }
            return;
        }
        let spaces = |c: char| c.is_ascii_whitespace();
        let begins_apart = text.starts_with(spaces);
        let mut words = text.split(spaces).filter(|word| !word.is_empty()).peekable();
        if words.peek().is_none() {
            self.space |= !text.is_empty();
            return;
        }
        let other = how.why != self.why && !self.line.trim().is_empty();
        if other {
            if how.why.is_some() && self.why.is_none() {
                let text = words.collect::<Vec<_>>().join(" ");
                self.space |= begins_apart;
                match self.aside.last_mut().filter(|last| last.why == how.why) {
                    Some(last) => {
                        last.text.push(' ');
                        last.text.push_str(&text);
                    }
                    None => self.aside.push(Line { text, why: how.why }),
                }
                return;
            }
            self.end_line();
        }
        self.why = how.why;
        if self.line.is_empty()
            && let Some(mark) = self.mark.take()
        {
            self.line.push_str(&mark);
        }
        self.space |= begins_apart;
        for word in words {
            if self.space && !self.line.is_empty() && !self.line.ends_with([' ', '\t']) {
                self.line.push(' ');
            }
            self.line.extend(word.chars().filter(|c| *c != '\u{AD}'));
            self.space = true;
        }
        self.space = text.ends_with(spaces);
    }
}

impl<'a> Writer<'a> {
    fn node(&mut self, at: usize, how: How) {
        let node = &self.tree.nodes[at];
        if node.is_text() {
            let why = how.why.or_else(|| self.shape.outside(self.tree, at));
            self.out.text(&node.text, How { why, ..how });
            return;
        }
        let how = How { why: how.why.or(self.shape.why[at]), ..how };
        match node.name.as_str() {
            "head" | "title" => {}
            "br" => self.line_break(how),
            "hr" => self.block_edge(how, true),
            "q" => {
                self.out.text("\u{201C}", how);
                self.out.space = false;
                self.children(node, how);
                self.out.space = false;
                self.out.text("\u{201D}", how);
            }
            "pre" => {
                self.block_edge(how, true);
                self.children(node, How { as_it_is: !how.flat, ..how });
                self.block_edge(how, true);
            }
            "ul" | "ol" | "menu" | "dir" => self.list(node, how),
            "tr" => self.row(node, how),
            "h1" => {
                self.block_edge(how, true);
                let (line, lines) = (self.out.line.len(), self.out.lines.len());
                self.children(node, how);
                if self.heading.is_none() && self.out.why.is_none() && self.out.lines.len() == lines
                {
                    let heading = self.out.line.get(line..).unwrap_or_default().trim();
                    self.heading = Some(heading.to_owned()).filter(|heading| !heading.is_empty());
                }
                self.block_edge(how, true);
            }
            name if is_block(name) => {
                let apart = matches!(
                    name,
                    "p" | "h2"
                        | "h3"
                        | "h4"
                        | "h5"
                        | "h6"
                        | "blockquote"
                        | "table"
                        | "section"
                        | "article"
                        | "header"
                        | "footer"
                        | "nav"
                        | "aside"
                        | "form"
                        | "figure"
                        | "dl"
                        | "main"
                        | "address"
                );
                self.block_edge(how, apart);
                self.children(node, how);
                self.block_edge(how, apart);
            }
            _ => self.children(node, how),
        }
    }

    fn children(&mut self, node: &'a Node, how: How) {
        for child in &node.children {
            self.node(*child as usize, how);
        }
    }

    fn line_break(&mut self, how: How) {
        if how.flat {
            self.out.space = true;
            return;
        }
        // Two breaks make a paragraph.
        if self.out.line.trim().is_empty() {
            self.out.gap = true;
        }
        self.out.end_line();
    }

    fn block_edge(&mut self, how: How, apart: bool) {
        if how.flat {
            self.out.space = true;
            return;
        }
        self.out.end_line();
        // An item's own paragraphs do not part it from its bullet.
        self.out.gap |= apart && self.out.mark.is_none();
    }

    fn list(&mut self, node: &'a Node, how: How) {
        let numbered = node.name == "ol";
        let mut number =
            node.attribute("start").and_then(|start| start.trim().parse::<i64>().ok()).unwrap_or(1);
        let letters = node.attribute("type").filter(|kind| matches!(*kind, "a" | "A"));
        let nested = self.out.mark.is_some() || self.within_item(node);
        self.block_edge(how, !nested);
        for child in &node.children {
            let at = *child as usize;
            let item = &self.tree.nodes[at];
            if item.name != "li" {
                self.node(at, how);
                continue;
            }
            if let Some(value) =
                item.attribute("value").and_then(|value| value.trim().parse::<i64>().ok())
            {
                number = value;
            }
            self.block_edge(how, false);
            self.out.mark = Some(match (numbered, letters) {
                (false, _) => "\u{2022} ".to_owned(),
                (true, Some(case)) if (1..=26).contains(&number) => {
                    let first = if case == "A" { b'A' } else { b'a' };
                    let letter = first + u8::try_from(number - 1).unwrap_or_default();
                    format!("{}. ", char::from(letter))
                }
                (true, _) => format!("{number}. "),
            });
            number = number.saturating_add(1);
            self.node(at, how);
            self.out.mark = None;
            // Between items there is no gap, whatever their paragraphs ask for.
            if !how.flat {
                self.out.end_line();
                self.out.gap = false;
            }
        }
        self.block_edge(how, !nested);
    }

    fn within_item(&self, node: &Node) -> bool {
        self.tree.nodes[node.parent].name == "li"
    }

    /// A row of cells is one line, with tabs between them; a row that only lays out a page is not.
    fn row(&mut self, node: &'a Node, how: How) {
        let cells: Vec<usize> = node
            .children
            .iter()
            .map(|child| *child as usize)
            .filter(|at| matches!(self.tree.nodes[*at].name.as_str(), "td" | "th"))
            .collect();
        let simple = |at: usize| {
            let range = at + 1..self.tree.nodes[at].end;
            let length: usize =
                range.clone().map(|within| self.tree.nodes[within].text.len()).sum();
            length <= LONGEST_CELL * 2
                && !range.into_iter().any(|within| {
                    let name = self.tree.nodes[within].name.as_str();
                    matches!(name, "table" | "h1" | "h2" | "h3" | "article" | "main" | "form")
                })
        };
        if how.flat || cells.len() < 2 || !cells.iter().all(|at| simple(*at)) {
            self.block_edge(how, false);
            self.children(node, how);
            self.block_edge(how, false);
            return;
        }
        self.block_edge(how, false);
        for (number, at) in cells.into_iter().enumerate() {
            if number > 0 {
                self.out.space = false;
                self.out.line.push('\t');
            }
            self.node(at, How { flat: true, ..how });
            self.out.space = false;
        }
        self.block_edge(how, false);
    }
}
