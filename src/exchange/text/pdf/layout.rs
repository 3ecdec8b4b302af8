//! Lines of a page, out of the pieces that it shows.

use unicode_bidi::{BidiClass, bidi_class};

use super::content::Piece;

/// A line of a page. Lengths are in points, from the lower left.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub text: String,
    pub x: f64,
    /// Where it ends.
    pub end: f64,
    pub y: f64,
    pub size: f64,
    pub bold: bool,
    pub form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    /// It has cells with gaps between them.
    Cells,
    /// The page says that it is no part of the text.
    Artifact,
    /// It stands across the others, as notes in margins do.
    Across,
}

/// Gaps as parts of the size: from this one on it is a space, from that one on the next cell.
const SPACE: f64 = 0.18;
const CELL: f64 = 2.6;
/// Beside a line with cells, a gap need not be as large.
const NEXT_CELL: f64 = 1.0;

/// A line while it is made.
struct Row {
    pieces: Vec<Piece>,
    y: f64,
    size: f64,
    x: f64,
    end: f64,
}

impl Row {
    fn of(piece: Piece) -> Self {
        Self {
            y: piece.y,
            size: piece.size,
            x: piece.x,
            end: piece.x + piece.width,
            pieces: vec![piece],
        }
    }

    /// Whether a piece stands on the line: about as high, allowing for raised numbers of notes.
    fn is_level(&self, piece: &Piece) -> bool {
        let (large, small) =
            if piece.size > self.size { (piece.size, self.size) } else { (self.size, piece.size) };
        let away = (piece.y - self.y).abs();
        away < small * 0.3 || (small < large * 0.85 && away < large * 0.45)
    }

    fn push(&mut self, piece: Piece) {
        if piece.size > self.size {
            (self.size, self.y) = (piece.size, piece.y);
        }
        self.x = self.x.min(piece.x);
        self.end = self.end.max(piece.x + piece.width);
        self.pieces.push(piece);
    }
}

/// The lines of a page in the order of reading: as they are drawn, which programs mostly do in it.
pub(super) fn lines(pieces: Vec<Piece>) -> Vec<Line> {
    let turn = usual_turn(&pieces);
    let mut rows: Vec<Row> = Vec::new();
    let mut across: Vec<Row> = Vec::new();
    for piece in pieces {
        if piece.text.is_empty() {
            continue;
        }
        let rows = if piece.turn == turn { &mut rows } else { &mut across };
        match rows.last_mut() {
            Some(last) if last.is_level(&piece) && fits(last, &piece) => last.push(piece),
            _ => {
                // Words in bold or links may be drawn after the others of their line.
                let place = rows
                    .iter()
                    .rposition(|row| row.is_level(&piece))
                    .filter(|place| rows.len() - place <= 4 && has_room(&rows[*place], &piece));
                match place {
                    Some(place) => rows[place].push(piece),
                    None => rows.push(Row::of(piece)),
                }
            }
        }
    }
    rows.retain(|row| row.pieces.iter().any(|piece| !piece.text.trim().is_empty()));
    // A page that jumps up and down is drawn in no order; its lines are read from the top.
    let jumps = rows.windows(2).filter(|two| two[1].y > two[0].y + two[0].size).count();
    if jumps >= 6 && jumps * 5 > rows.len() {
        rows.sort_by(|one, other| other.y.total_cmp(&one.y).then(one.x.total_cmp(&other.x)));
    }
    let mut lines: Vec<Line> = rows.iter().map(|row| line(row, CELL)).collect();
    let count = lines.len();
    // The rows of a table, down and up from those that show that it is one.
    let beside = (1..count).map(|at| (at, at - 1)).chain((1..count).rev().map(|at| (at - 1, at)));
    for (at, next) in beside {
        if lines[at].form == Form::Text && lines[next].form == Form::Cells {
            let again = line(&rows[at], NEXT_CELL);
            if again.form == Form::Cells {
                lines[at] = again;
            }
        }
    }
    lines.extend(across.iter().map(|row| Line { form: Form::Across, ..line(row, CELL) }));
    lines.retain(|line| !line.text.is_empty());
    lines
}

/// The direction in which most is written.
fn usual_turn(pieces: &[Piece]) -> u8 {
    let mut counts = [0_usize; 4];
    for piece in pieces {
        counts[usize::from(piece.turn % 4)] += piece.text.len();
    }
    (0..4_u8).max_by_key(|turn| (counts[usize::from(*turn)], 4 - *turn)).unwrap_or(0)
}

/// Whether a piece goes on with a line and does not begin far before its end.
fn fits(row: &Row, piece: &Piece) -> bool {
    piece.x > row.end - row.size
        || piece.x + piece.width < row.x + row.size
        || row.pieces.last().is_some_and(|last| last.in_order && piece.in_order)
}

/// Whether nothing of a line stands where a piece does, and something is near it.
fn has_room(row: &Row, piece: &Piece) -> bool {
    let (start, end) = (piece.x, piece.x + piece.width);
    let slack = row.size * 0.2;
    let free = row
        .pieces
        .iter()
        .all(|other| other.x + other.width <= start + slack || other.x >= end - slack);
    let near = start < row.end + row.size * 2.0 && end > row.x - row.size * 2.0;
    free && near
}

/// The line that a row makes; a gap of so many sizes begins another cell.
fn line(row: &Row, cell: f64) -> Line {
    let mut pieces = row.pieces.clone();
    let (x, end) = (row.x, row.end);
    let (size, y) = usual_size(&pieces).unwrap_or((row.size, row.y));
    let right_to_left = is_right_to_left(&pieces);
    if right_to_left {
        pieces.sort_by(|one, other| (other.x + other.width).total_cmp(&(one.x + one.width)));
    } else if pieces.windows(2).any(|two| two[1].x < two[0].x - size) {
        pieces.sort_by(|one, other| one.x.total_cmp(&other.x));
    }
    let (bold, artifact) =
        (mostly(&pieces, |piece| piece.bold), mostly(&pieces, |piece| piece.artifact));
    let (mut text, mut cells) = (String::new(), false);
    let mut before: Option<(f64, f64)> = None;
    for piece in &pieces {
        if let Some((from, to)) = before {
            let gap = if right_to_left { from - (piece.x + piece.width) } else { piece.x - to };
            let size = piece.size.min(size);
            if gap > size * cell && !is_mark(&text) {
                text.push('\t');
                cells = true;
            } else if gap > size * SPACE
                && !text.ends_with([' ', '\t'])
                && !piece.text.starts_with(' ')
            {
                text.push(' ');
            }
        }
        if right_to_left && !piece.in_order {
            text.push_str(&reversed(&piece.text));
        } else {
            text.push_str(&piece.text);
        }
        before = Some((piece.x, piece.x + piece.width));
    }
    if right_to_left {
        text = numbers_forward(&text);
        // Some programs say which way brackets are read, others which way they look.
        if !opens_first(&text) {
            text = text.chars().map(mirrored).collect();
        }
    }
    let cell_texts: Vec<String> = text
        .split('\t')
        .map(|cell| cell.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
        .filter(|cell| !cell.is_empty())
        .collect();
    let form = match () {
        () if artifact => Form::Artifact,
        () if cells && cell_texts.len() > 1 => Form::Cells,
        () => Form::Text,
    };
    Line { text: cell_texts.join("\t"), x, end, y, size, bold, form }
}

/// Whether a text is the bullet or number of an item, which a gap parts from its text.
fn is_mark(text: &str) -> bool {
    let text = text.trim();
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    text.chars().count() <= 6
        && bare.chars().count() <= 4
        && (bare.is_empty() || (bare.len() < text.len() && !text.contains(' ')))
}

/// The size of most of a line, and where that stands: bullets and numbers of notes have others.
fn usual_size(pieces: &[Piece]) -> Option<(f64, f64)> {
    let length = |piece: &Piece| piece.text.trim().chars().count();
    let amount = |size: f64| -> usize {
        pieces.iter().filter(|piece| (piece.size - size).abs() < 0.1).map(length).sum()
    };
    // Sizes are few; of those, the first pieces have the usual one.
    let most = pieces.iter().take(20).max_by_key(|piece| amount(piece.size))?;
    Some((most.size, most.y))
}

fn mostly(pieces: &[Piece], what: impl Fn(&Piece) -> bool) -> bool {
    let seen = |piece: &&Piece| !piece.text.trim().is_empty();
    let all = pieces.iter().filter(seen).count();
    pieces.iter().filter(seen).filter(|piece| what(piece)).count() * 2 > all
}

fn is_right_to_left(pieces: &[Piece]) -> bool {
    let (mut left, mut right) = (0, 0);
    for c in pieces.iter().flat_map(|piece| piece.text.chars()) {
        match bidi_class(c) {
            BidiClass::R | BidiClass::AL => right += 1,
            BidiClass::L => left += 1,
            _ => {}
        }
    }
    right > left
}

/// Text that is drawn from the left, as it is read from the right: a letter and its marks stay together.
fn reversed(text: &str) -> String {
    let mut clusters: Vec<String> = Vec::new();
    for c in text.chars() {
        match clusters.last_mut() {
            Some(last) if bidi_class(c) == BidiClass::NSM => last.push(c),
            _ => clusters.push(c.to_string()),
        }
    }
    clusters.reverse();
    clusters.concat()
}

/// Turns numbers and words of Latin letters round again, which are read from the left in any line.
fn numbers_forward(text: &str) -> String {
    let forward = |c: char| matches!(bidi_class(c), BidiClass::L | BidiClass::EN | BidiClass::AN);
    let inner = |c: char| {
        matches!(bidi_class(c), BidiClass::ES | BidiClass::CS | BidiClass::ET) || c == ' '
    };
    let characters: Vec<char> = text.chars().collect();
    let mut whole = String::with_capacity(text.len());
    let mut at = 0;
    while at < characters.len() {
        if !forward(characters[at]) {
            whole.push(characters[at]);
            at += 1;
            continue;
        }
        let mut end = at + 1;
        let mut next = end;
        while next < characters.len() && (forward(characters[next]) || inner(characters[next])) {
            next += 1;
            if forward(characters[next - 1]) {
                end = next;
            }
        }
        whole.extend(characters[at..end].iter().rev());
        at = end;
    }
    whole
}

/// Whether no bracket ends before one begins.
fn opens_first(text: &str) -> bool {
    !matches!(text.chars().find(|c| mirrored(*c) != *c), Some(')' | ']' | '\u{BB}'))
}

const fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '\u{AB}' => '\u{BB}',
        '\u{BB}' => '\u{AB}',
        other => other,
    }
}
