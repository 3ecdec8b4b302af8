//! What the writes of one commit share: rows that are written together before it, and the epochs,
//! which nobody else raises meanwhile.
//!
//! Writing the rows of many requests at once costs a fraction of writing each request's alone. Such
//! rows have been checked before they are handed over: one that the database refuses takes the whole
//! commit with it.

use std::any::Any;
use std::cell::RefCell;

use super::database::Db;
use crate::error::Result;

/// Rows of one statement: fewer than would need more variables than a database takes.
const AT_ONCE: usize = 500;

/// Rows that may be written with those of other requests.
pub trait Late: Sized + 'static {
    /// A lower one is written first: rows may name those of a lower one. One kind of row has one.
    const TURN: u8;
    /// Whether a write that changes records may leave them for later too: nothing in it reads them.
    const EVEN_OF_CHANGES: bool = false;

    /// Writes at most 500 rows.
    fn write(db: &mut Db, rows: Vec<Self>) -> Result<()>;
}

thread_local! {
    /// What the writer, a single thread, has opened.
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Open {
    /// In the order of their turns.
    piles: Vec<(u8, Box<dyn Pile>)>,
    only_adds: bool,
    epochs: Option<[i32; 3]>,
}

/// The rows of one kind.
trait Pile {
    fn len(&self) -> usize;
    fn shorten(&mut self, to: usize);
    fn write(&mut self, db: &mut Db) -> Result<()>;
    fn rows(&mut self) -> &mut dyn Any;
}

impl<T: Late> Pile for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn shorten(&mut self, to: usize) {
        self.truncate(to);
    }

    fn write(&mut self, db: &mut Db) -> Result<()> {
        write_all(db, std::mem::take(self))
    }

    fn rows(&mut self) -> &mut dyn Any {
        self
    }
}

fn write_all<T: Late>(db: &mut Db, mut rows: Vec<T>) -> Result<()> {
    while rows.len() > AT_ONCE {
        let rest = rows.split_off(AT_ONCE);
        T::write(db, std::mem::replace(&mut rows, rest))?;
    }
    if rows.is_empty() { Ok(()) } else { T::write(db, rows) }
}

/// Begins a commit.
pub fn open() {
    OPEN.set(Some(Open::default()));
}

/// Begins one write of the commit. One that changes records finds the rows of those before it
/// where they belong; one that only adds does not need them.
pub fn begin(db: &mut Db, only_adds: bool) -> Result<Mark> {
    if !only_adds {
        settle(db)?;
    }
    Ok(OPEN.with_borrow_mut(|open| {
        let Some(open) = open else { return Mark(Vec::new()) };
        open.only_adds = only_adds;
        Mark(open.piles.iter().map(|(turn, pile)| (*turn, pile.len())).collect())
    }))
}

/// How many rows of each turn there were when a write began.
pub struct Mark(Vec<(u8, usize)>);

/// Forgets the rows of a write that was taken back, and what it may have known.
pub fn take_back(mark: &Mark) {
    OPEN.with_borrow_mut(|open| {
        let Some(open) = open else { return };
        open.epochs = None;
        for (turn, pile) in &mut open.piles {
            let before = mark.0.iter().find(|(of, _)| of == turn).map_or(0, |(_, len)| *len);
            pile.shorten(before);
        }
    });
}

/// Writes the rows that are kept.
pub fn settle(db: &mut Db) -> Result<()> {
    let piles = OPEN.with_borrow_mut(|open| open.as_mut().map(|it| std::mem::take(&mut it.piles)));
    for (_, mut pile) in piles.unwrap_or_default() {
        pile.write(db)?;
    }
    Ok(())
}

/// Writes rows with those of the other writes of this commit, or now where they may be read.
pub fn write<T: Late>(db: &mut Db, rows: Vec<T>) -> Result<()> {
    let now = OPEN.with_borrow_mut(|open| match open {
        Some(open) if open.only_adds || T::EVEN_OF_CHANGES => {
            open.keep(rows);
            None
        }
        _ => Some(rows),
    });
    now.map_or(Ok(()), |rows| write_all(db, rows))
}

impl Open {
    fn keep<T: Late>(&mut self, mut rows: Vec<T>) {
        let at = self.piles.partition_point(|(turn, _)| *turn < T::TURN);
        if let Some((turn, pile)) = self.piles.get_mut(at)
            && *turn == T::TURN
            && let Some(kept) = pile.rows().downcast_mut::<Vec<T>>()
        {
            kept.append(&mut rows);
        } else {
            self.piles.insert(at, (T::TURN, Box::new(rows)));
        }
    }
}

/// The epochs, where a write of this commit has read them and none has raised one since.
pub fn epochs() -> Option<[i32; 3]> {
    OPEN.with_borrow(|open| open.as_ref().and_then(|open| open.epochs))
}

/// What the epochs are; `None`: they have to be read again.
pub fn know_epochs(epochs: Option<[i32; 3]>) {
    OPEN.with_borrow_mut(|open| {
        if let Some(open) = open {
            open.epochs = epochs;
        }
    });
}
