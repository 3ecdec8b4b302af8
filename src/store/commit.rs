//! What the writes of one commit share: rows that are written together before it, and the epochs,
//! which nobody else raises meanwhile.
//!
//! Writing the rows of many requests at once costs a fraction of writing each request's alone. Such
//! rows have been checked before they are handed over: one that the database refuses takes the whole
//! commit with it.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::database::Db;
use crate::error::Result;

/// Rows of one statement: fewer than would need more variables than a database takes.
const AT_ONCE: usize = 500;

/// Whose turn it is: rows may name those whose turn was before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    Numbers,
    Participations,
    Rights,
    Citations,
    Words,
    Revisions,
    Entries,
}

impl Turn {
    /// Whether a write that changes records may leave them for later too: nothing in it reads them, or
    /// what does looks here first.
    const fn even_of_changes(self) -> bool {
        matches!(self, Self::Numbers | Self::Revisions | Self::Entries)
    }
}

/// Rows that may be written with those of other requests.
pub trait Late: Sized + 'static {
    const TURN: Turn;

    /// Writes at most 500 rows.
    fn write(db: &mut Db, rows: &[Self]) -> Result<()>;
}

/// Rows of a table are [`Late`].
macro_rules! late {
    ($row:ident in $table:ident: $turn:ident) => {
        impl $crate::store::commit::Late for $row {
            const TURN: $crate::store::commit::Turn = $crate::store::commit::Turn::$turn;

            fn write(db: &mut $crate::store::Db, rows: &[Self]) -> $crate::error::Result<()> {
                use diesel::RunQueryDsl;
                let table = $crate::store::schema::$table::table;
                $crate::each_backend!(db, |c| diesel::insert_into(table).values(rows).execute(c))?;
                Ok(())
            }
        }
    };
}
pub(crate) use late;

thread_local! {
    /// What the writer, a single thread, has opened.
    static OPEN: RefCell<Option<Open>> = const { RefCell::new(None) };
}

#[derive(Default)]
struct Open {
    piles: BTreeMap<Turn, Box<dyn Pile>>,
    only_adds: bool,
    epochs: Option<[i32; 3]>,
    /// The last number of each series that was asked for.
    numbers: HashMap<String, i32>,
}

/// The rows of one kind, in the order in which they came. Those that are written stay until the
/// write that came to need them is kept: with it they would be taken back.
struct Rows<T> {
    all: Vec<T>,
    written: usize,
}

trait Pile {
    fn state(&self) -> State;
    fn go_back(&mut self, to: State);
    fn write(&mut self, db: &mut Db) -> Result<()>;
    fn rows(&mut self) -> &mut dyn Any;
}

/// How many rows there were, and how many of them were written.
#[derive(Clone, Copy, Default)]
struct State {
    all: usize,
    written: usize,
}

impl<T: Late> Pile for Rows<T> {
    fn state(&self) -> State {
        State { all: self.all.len(), written: self.written }
    }

    fn go_back(&mut self, to: State) {
        self.all.truncate(to.all);
        self.written = to.written;
    }

    fn write(&mut self, db: &mut Db) -> Result<()> {
        write_all(db, &self.all[self.written..])?;
        self.written = self.all.len();
        Ok(())
    }

    fn rows(&mut self) -> &mut dyn Any {
        self
    }
}

fn write_all<T: Late>(db: &mut Db, rows: &[T]) -> Result<()> {
    rows.chunks(AT_ONCE).try_for_each(|rows| T::write(db, rows))
}

/// Begins a commit.
pub fn open() {
    OPEN.set(Some(Open::default()));
}

/// Begins one write of the commit. One that changes records finds all rows of those before it in
/// their place; one that only adds finds those of changes.
pub fn begin(db: &mut Db, only_adds: bool) -> Result<Mark> {
    let add_after_add =
        only_adds && OPEN.with_borrow(|it| it.as_ref().is_some_and(|it| it.only_adds));
    if !add_after_add {
        settle(db)?;
    }
    OPEN.with_borrow_mut(|open| {
        if let Some(open) = open {
            open.only_adds = only_adds;
        }
    });
    Ok(mark())
}

/// What is kept now, for a part of a write that may be taken back by itself.
pub fn mark() -> Mark {
    OPEN.with_borrow(|open| {
        let Some(open) = open else { return Mark::default() };
        Mark(open.piles.iter().map(|(turn, pile)| (*turn, pile.state())).collect())
    })
}

/// What was kept when a write began.
#[derive(Default)]
pub struct Mark(BTreeMap<Turn, State>);

/// Forgets the rows of a write, or of a part of one, that was taken back, and what it may have known. What it has settled
/// of others is to be written again.
pub fn take_back(mark: &Mark) {
    OPEN.with_borrow_mut(|open| {
        let Some(open) = open else { return };
        open.epochs = None;
        open.numbers.clear();
        for (turn, pile) in &mut open.piles {
            pile.go_back(mark.0.get(turn).copied().unwrap_or_default());
        }
    });
}

/// Writes the rows that are kept, for what reads them.
pub fn settle(db: &mut Db) -> Result<()> {
    OPEN.with_borrow_mut(|open| {
        open.iter_mut().flat_map(|it| it.piles.values_mut()).try_for_each(|pile| pile.write(db))
    })
}

/// Writes rows with those of the other writes of this commit, or now where they may be read.
pub fn write<T: Late>(db: &mut Db, mut rows: Vec<T>) -> Result<()> {
    let is_kept = OPEN.with_borrow_mut(|open| {
        let Some(open) = open.as_mut().filter(|it| it.only_adds || T::TURN.even_of_changes())
        else {
            return false;
        };
        let pile = open.piles.entry(T::TURN);
        let pile = pile.or_insert_with(|| Box::new(Rows::<T> { all: Vec::new(), written: 0 }));
        let kept = pile.rows().downcast_mut::<Rows<T>>();
        kept.map(|kept| kept.all.append(&mut rows)).is_some()
    });
    if is_kept { Ok(()) } else { write_all(db, &rows) }
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

/// The newest of the rows that are kept for which `pick` has an answer, written or not.
pub fn newest<T: Late, A>(pick: impl FnMut(&T) -> Option<A>) -> Option<A> {
    OPEN.with_borrow_mut(|open| {
        let pile = open.as_mut()?.piles.get_mut(&T::TURN)?;
        pile.rows().downcast_mut::<Rows<T>>()?.all.iter().rev().find_map(pick)
    })
}

/// The last number of a series, where this commit knows it.
pub fn number(series: &str) -> Option<i32> {
    OPEN.with_borrow(|open| open.as_ref()?.numbers.get(series).copied())
}

/// What the last number of a series is now.
pub fn know_number(series: &str, last: i32) {
    OPEN.with_borrow_mut(|open| {
        let Some(open) = open else { return };
        match open.numbers.get_mut(series) {
            Some(known) => *known = last,
            None => {
                open.numbers.insert(series.to_owned(), last);
            }
        }
    });
}
