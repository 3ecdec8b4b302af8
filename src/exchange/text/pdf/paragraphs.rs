//! Paragraphs out of the lines of all pages, without running heads, feet and page numbers.

use std::collections::{HashMap, HashSet};

use super::super::CutWhy;
use super::super::lines::Line as Kept;
use super::layout::{Form, Line};

/// Lines at the top and at the bottom of a page that may be running heads and feet.
const EDGE: usize = 4;

/// Paragraphs at the beginning among which the headline is.
const HEAD: usize = 12;

/// What stands on a page as running text, and what was cut of it.
struct Page {
    lines: Vec<Line>,
    notes: Vec<Line>,
    head: Vec<Kept>,
    foot: Vec<Kept>,
}

/// The lines of all pages, and the headline, where one is larger than the text.
pub(super) fn join(sheets: Vec<Vec<Line>>) -> (Vec<Kept>, Option<String>) {
    let size = usual_size(&sheets);
    let running = running(&sheets);
    let hyphenated = hyphenated(&sheets);
    let pages: Vec<Page> = sheets.into_iter().map(|sheet| page(sheet, &running, size)).collect();
    let mut text =
        Text { lines: Vec::new(), open: None, hyphenated, size, paragraphs: 0, headline: None };
    let mut notes = Vec::new();
    for page in pages {
        for cut in page.head {
            text.aside(cut);
        }
        let mut first = true;
        for column in columns(page.lines) {
            let layout = Layout::of(&column, size);
            for line in column {
                text.line(line, &layout, first);
                first = false;
            }
        }
        notes.extend(page.notes);
        for cut in page.foot {
            text.aside(cut);
        }
    }
    text.end();
    // Notes stand at the feet of pages, in the middle of paragraphs; here they follow the text.
    let layout = Layout::of(&notes, size);
    for line in notes {
        text.line(line, &layout, false);
    }
    text.end();
    (text.lines, text.headline)
}

/// Parts lines where they begin anew further up.
fn columns(lines: Vec<Line>) -> Vec<Vec<Line>> {
    let mut columns: Vec<Vec<Line>> = Vec::new();
    let mut last: Option<f64> = None;
    for line in lines {
        let anew = last.is_none_or(|y| line.y > y + line.size * 3.0);
        last = Some(line.y);
        match columns.last_mut().filter(|_| !anew) {
            Some(column) => column.push(line),
            None => columns.push(vec![line]),
        }
    }
    columns
}

/// The size of most letters.
fn usual_size(sheets: &[Vec<Line>]) -> f64 {
    let mut counts: HashMap<i64, usize> = HashMap::new();
    for line in sheets.iter().flatten() {
        *counts.entry(tenths(line.size)).or_default() += line.text.len();
    }
    let usual = counts
        .into_iter()
        .max_by_key(|(size, count)| (*count, *size))
        .map_or(100, |(size, _)| size);
    f64::from(i32::try_from(usual).unwrap_or(100)) / 10.0
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "brought to the nearest there is, if it is no length of a page"
)]
fn tenths(length: f64) -> i64 {
    (length * 10.0).round() as i64
}

/// A line with its numbers left out, as it stands on other pages.
fn pattern(text: &str) -> String {
    let mut pattern = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        if !c.is_numeric() {
            pattern.extend(c.to_lowercase());
        } else if !pattern.ends_with('#') {
            pattern.push('#');
        }
    }
    pattern
}

/// The places of lines at the edges of a page: the highest and the lowest.
fn edges(sheet: &[Line]) -> (Vec<usize>, Vec<usize>) {
    let mut order: Vec<usize> =
        (0..sheet.len()).filter(|at| sheet[*at].form != Form::Across).collect();
    order.sort_by(|one, other| sheet[*other].y.total_cmp(&sheet[*one].y));
    let top: Vec<usize> = order.iter().copied().take(EDGE).collect();
    let bottom: Vec<usize> = order
        .iter()
        .rev()
        .copied()
        .take(EDGE)
        .filter(|at| !top.contains(at) || order.len() < EDGE)
        .collect();
    (top, bottom)
}

/// The lines that stand at the edges of several pages, at about the same height.
fn running(sheets: &[Vec<Line>]) -> HashSet<(String, i64)> {
    let mut counts: HashMap<(String, i64), HashSet<usize>> = HashMap::new();
    for (number, sheet) in sheets.iter().enumerate() {
        let (top, bottom) = edges(sheet);
        for at in top.into_iter().chain(bottom) {
            let line = &sheet[at];
            if line.text.chars().count() <= 200 {
                counts.entry((pattern(&line.text), height(line))).or_default().insert(number);
            }
        }
    }
    let pages = sheets.len();
    let enough = |count: usize| count >= 2 && (count >= 3 || pages <= 3) && count * 4 >= pages;
    counts.into_iter().filter(|(_, on)| enough(on.len())).map(|(line, _)| line).collect()
}

/// About how high a line stands.
fn height(line: &Line) -> i64 {
    tenths(line.y) / 60
}

fn is_running(line: &Line, running: &HashSet<(String, i64)>) -> bool {
    let (pattern, height) = (pattern(&line.text), height(line));
    (height - 1..=height + 1).any(|near| running.contains(&(pattern.clone(), near)))
}

/// "3", "- 3 -", "Page 3 of 9", "3 | 9", "iv".
fn is_page_number(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    if words.is_empty()
        || words.len() > 4
        || text.chars().count() > 24
        || text.trim_end().ends_with('.')
    {
        return false;
    }
    let number = |word: &str| word.chars().all(char::is_numeric) && word.chars().count() <= 4;
    let roman = |word: &str| {
        word.len() <= 6 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'))
    };
    let label = |word: &str| {
        matches!(
            word,
            "page"
                | "p"
                | "pg"
                | "of"
                | "de"
                | "sur"
                | "a"
                | "g"
                | "e"
                | "p\u{e1}gina"
                | "pagina"
                | "seite"
        )
    };
    let numbers = words.iter().filter(|word| number(word)).count();
    let only_roman = words.len() == 1 && roman(&words[0]) && !text.contains('.');
    only_roman
        || ((1..=2).contains(&numbers) && words.iter().all(|word| number(word) || label(word)))
}

fn page(sheet: Vec<Line>, running: &HashSet<(String, i64)>, size: f64) -> Page {
    let (top, bottom) = edges(&sheet);
    let lowest_text = sheet
        .iter()
        .filter(|line| {
            line.form != Form::Across && line.size >= size * 0.95 && !is_page_number(&line.text)
        })
        .map(|line| line.y)
        .fold(f64::INFINITY, f64::min);
    let highest = sheet.iter().map(|line| line.y).fold(f64::NEG_INFINITY, f64::max);
    let mut page =
        Page { lines: Vec::new(), notes: Vec::new(), head: Vec::new(), foot: Vec::new() };
    for (at, line) in sheet.into_iter().enumerate() {
        let (above, below) = (top.contains(&at), bottom.contains(&at));
        let lower_half = line.y < highest / 2.0;
        let numbered = (above || below) && line.form != Form::Cells && is_page_number(&line.text);
        let runs = (above || below) && is_running(&line, running);
        if numbered || runs || matches!(line.form, Form::Across | Form::Artifact) {
            let foot = if above && below { lower_half } else { below || (!above && lower_half) };
            let why = match (numbered, foot) {
                (true, _) => CutWhy::PageNumber,
                (false, true) => CutWhy::Footer,
                (false, false) => CutWhy::Header,
            };
            let into = if foot { &mut page.foot } else { &mut page.head };
            into.push(Kept::cut(line.text, why));
        } else if line.size < size * 0.92
            && line.y < lowest_text
            && (begins_note(&line.text) || !page.notes.is_empty())
        {
            page.notes.push(line);
        } else {
            page.lines.push(line);
        }
    }
    page
}

/// A note at the foot of a page begins with its number or sign.
fn begins_note(text: &str) -> bool {
    text.starts_with(|c: char| {
        c.is_numeric() || matches!(c, '*' | '\u{2020}' | '\u{2021}' | '[' | '(')
    })
}

/// Words that stand with a hyphen in the middle of lines, in lower case.
fn hyphenated(sheets: &[Vec<Line>]) -> HashSet<String> {
    let mut words = HashSet::new();
    for word in sheets.iter().flatten().flat_map(|line| line.text.split_whitespace()) {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        if word.contains(['-', '\u{2010}']) && word.len() <= 80 {
            words.insert(word.replace('\u{2010}', "-").to_lowercase());
        }
    }
    words
}

/// How the lines of a page stand.
struct Layout {
    left: f64,
    right: f64,
    /// From one line to the next.
    leading: f64,
}

impl Layout {
    fn of(lines: &[Line], size: f64) -> Self {
        let mut ends: Vec<f64> = lines.iter().map(|line| line.end).collect();
        ends.sort_by(f64::total_cmp);
        let mut starts: Vec<f64> = lines.iter().map(|line| line.x).collect();
        starts.sort_by(f64::total_cmp);
        let mut steps: Vec<f64> = lines
            .windows(2)
            .map(|two| two[0].y - two[1].y)
            .filter(|step| *step > size * 0.8 && *step < size * 2.6)
            .collect();
        steps.sort_by(f64::total_cmp);
        let of = |all: &[f64], part: usize| all.get(all.len() * part / 100).copied();
        Self {
            left: of(&starts, 15).unwrap_or(0.0),
            right: of(&ends, 90).unwrap_or(0.0),
            // Most steps are within paragraphs; where all are alike, a paragraph shows otherwise.
            leading: of(&steps, 30).unwrap_or(size * 1.2),
        }
    }

    /// Whether a line is so short that a paragraph ends with it.
    fn is_short(&self, line: &Line) -> bool {
        line.end < self.right - (self.right - self.left).max(1.0) * 0.12
    }

    fn is_very_short(&self, line: &Line) -> bool {
        line.end < self.right - (self.right - self.left).max(1.0) * 0.45
    }
}

/// The text as far as it was put together.
struct Text {
    lines: Vec<Kept>,
    /// The paragraph that may go on, with its last line.
    open: Option<(String, Line)>,
    hyphenated: HashSet<String>,
    /// The size of most letters.
    size: f64,
    paragraphs: usize,
    headline: Option<String>,
}

impl Text {
    /// What is cut stands after the paragraph in which it stood.
    fn aside(&mut self, cut: Kept) {
        if self.open.is_none() {
            self.lines.push(Kept::kept(""));
        }
        self.lines.push(cut);
    }

    fn line(&mut self, line: Line, layout: &Layout, first_of_page: bool) {
        if let Some((mut text, last)) = self.open.take() {
            let goes_on = if first_of_page {
                goes_on_over_pages(&text, &last, &line)
            } else {
                goes_on(&last, &line, layout)
            };
            if goes_on {
                self.append(&mut text, &line.text);
                self.open = Some((text, line));
                return;
            }
            let together = !first_of_page && is_together(&text, &last, &line, layout);
            self.put(text, &last, !together);
        }
        self.open = Some((line.text.clone(), line));
    }

    fn end(&mut self) {
        if let Some((text, last)) = self.open.take() {
            self.put(text, &last, true);
        }
    }

    /// Writes a paragraph; what was cut while it was open comes after it.
    fn put(&mut self, text: String, last: &Line, apart: bool) {
        self.paragraphs += 1;
        let large = last.size > self.size * 1.15 && text.split_whitespace().count() >= 3;
        if large && self.headline.is_none() && self.paragraphs <= HEAD {
            self.headline = Some(text.clone());
        }
        let cuts = self.lines.iter().rev().take_while(|line| line.why.is_some()).count();
        let place = self.lines.len() - cuts;
        let mut added = vec![Kept::kept(text)];
        if cuts > 0 || apart {
            added.push(Kept::kept(""));
        }
        self.lines.splice(place..place, added);
        if cuts > 0 {
            self.lines.push(Kept::kept(""));
        }
    }

    /// Adds a line to a paragraph; a word that was parted at its end is put together.
    fn append(&self, text: &mut String, next: &str) {
        if text.ends_with('\u{AD}') {
            text.pop();
            text.push_str(next);
            return;
        }
        let parted = text.ends_with(['-', '\u{2010}']) && {
            let before = text.trim_end_matches(['-', '\u{2010}']).chars().next_back();
            before.is_some_and(char::is_alphanumeric)
        };
        if !parted {
            let joined = text.ends_with(' ') || ends_without_space(text, next);
            if !joined {
                text.push(' ');
            }
            text.push_str(next);
            return;
        }
        let first = text.rsplit(' ').next().unwrap_or_default().trim_end_matches(['-', '\u{2010}']);
        let first = first.trim_start_matches(|c: char| !c.is_alphanumeric());
        let second: String = next
            .chars()
            .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '\u{2019}' | '\''))
            .collect();
        let whole = format!("{first}-{second}").to_lowercase();
        let kept = !second.starts_with(char::is_lowercase)
            || !first.chars().next_back().is_some_and(char::is_lowercase)
            || first.contains('-')
            || self.hyphenated.contains(&whole)
            || is_prefix(&first.to_lowercase());
        if !kept {
            text.pop();
        }
        text.push_str(next);
    }
}

/// What is written with a hyphen before another word.
fn is_prefix(word: &str) -> bool {
    matches!(
        word,
        "non"
            | "self"
            | "ex"
            | "anti"
            | "vice"
            | "well"
            | "pro"
            | "post"
            | "long"
            | "so"
            | "quasi"
            | "half"
            | "north"
            | "south"
    )
}

/// Scripts that do not part words have no space at the end of a line either.
fn ends_without_space(text: &str, next: &str) -> bool {
    let unparted = |c: char| matches!(c, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}');
    text.chars().next_back().is_some_and(unparted) && next.chars().next().is_some_and(unparted)
}

fn ends_sentence(text: &str) -> bool {
    let end = text.trim_end_matches(['"', '\u{201D}', '\u{2019}', '\u{BB}', ')', ']', ' ']);
    end.ends_with([
        '.', '!', '?', ':', ';', '\u{2026}', '\u{17D4}', '\u{61F}', '\u{3002}', '\u{964}',
        '\u{104B}',
    ])
}

/// Whether a line begins as an item of a list does.
fn begins_item(text: &str) -> bool {
    let mut characters = text.chars();
    match characters.next() {
        Some(
            '\u{2022}' | '\u{25AA}' | '\u{25CF}' | '\u{25E6}' | '\u{B7}' | '\u{25A0}' | '\u{2013}'
            | '\u{2014}' | '*' | '-' | '\u{27A2}' | '\u{2713}',
        ) => characters.next().is_some_and(|c| c == ' ' || c == '\t'),
        Some(_) => {
            let text = text.strip_prefix('(').unwrap_or(text);
            let mark = text.find(['.', ')']).filter(|at| (1..=4).contains(at));
            mark.is_some_and(|at| {
                let (number, rest) = text.split_at(at);
                let like = number.bytes().all(|b| b.is_ascii_digit())
                    || (number.len() == 1 && number.bytes().all(|b| b.is_ascii_alphabetic()))
                    || number.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'I' | b'V' | b'X'));
                like && rest[1..].starts_with([' ', '\t'])
            })
        }
        None => false,
    }
}

/// Whether a line ends as an item of a list does that others follow.
fn ends_item(text: &str) -> bool {
    [";", "; and", "; or", "; et", "; ou", "; y", "; o"].iter().any(|end| text.ends_with(end))
}

/// Whether a line goes on with the one above.
fn goes_on(last: &Line, line: &Line, layout: &Layout) -> bool {
    if last.form == Form::Cells
        || line.form == Form::Cells
        || begins_item(&line.text)
        || ends_item(&last.text)
    {
        return false;
    }
    let size = last.size.max(line.size);
    let step = last.y - line.y;
    // A new column begins further up; a line far below is apart.
    let column = step < -size * 3.0;
    if !column && (step < size * 0.5 || step > (layout.leading * 1.28).max(size * 1.32)) {
        return false;
    }
    let alike = (last.size - line.size).abs() < size * 0.12
        && (last.bold == line.bold || line.text.starts_with(char::is_lowercase));
    if !alike {
        return false;
    }
    let lower = line.text.starts_with(char::is_lowercase);
    if column {
        return lower || !ends_sentence(&last.text);
    }
    if layout.is_very_short(last) && !lower && !last.text.ends_with(['-', ',']) {
        return false;
    }
    if layout.is_short(last) && ends_sentence(&last.text) {
        return false;
    }
    // The first line of a paragraph may be set in.
    let set_in = line.x > last.x + size * 0.8 && line.x < last.x + size * 6.0;
    let is_item = begins_item(&last.text);
    !(set_in && !is_item && ends_sentence(&last.text))
}

/// Whether a paragraph goes on at the top of the next page.
fn goes_on_over_pages(text: &str, last: &Line, line: &Line) -> bool {
    let alike = (last.size - line.size).abs() < last.size * 0.12 && last.bold == line.bold;
    let open = !ends_sentence(text) && text.chars().count() > 60;
    let hyphen = text.ends_with(['-', '\u{AD}', '\u{2010}']);
    let lower = line.text.starts_with(|c: char| c.is_lowercase() || c.is_numeric())
        || !line.text.starts_with(char::is_uppercase);
    alike
        && last.form != Form::Cells
        && line.form != Form::Cells
        && !begins_item(&line.text)
        && open
        && (lower || hyphen || text.ends_with(','))
}

/// Whether two lines that are paragraphs of their own stand without a gap: items, rows, lines of an address.
fn is_together(text: &str, last: &Line, line: &Line, layout: &Layout) -> bool {
    let step = last.y - line.y;
    let near = step > 0.0 && step < (layout.leading * 1.28).max(last.size * 1.05);
    let listed = begins_item(&line.text) && (begins_item(text) || text.ends_with([';', ':']));
    let rows = last.form == Form::Cells && line.form == Form::Cells;
    if rows {
        return step > 0.0 && step < last.size * 4.0;
    }
    near && (listed
        || (layout.is_short(last)
            && !ends_sentence(&last.text)
            && (last.size - line.size).abs() < last.size * 0.12))
}
