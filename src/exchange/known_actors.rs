//! Actors as cells of files show them, kept between pages: one takes part in many events.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::casework::records::links;
use crate::domain::{ActorKind, Id};
use crate::error::Result;
use crate::store::{Db, Eyes};

/// How many are kept, in some 15 MiB at the most.
const MOST: usize = 100_000;

/// An actor, as cells show it.
pub struct ShownActor {
    pub reference: Arc<str>,
    pub name: Arc<str>,
    pub kind: ActorKind,
}

/// Actors, by id; `None` for one that may not be shown.
#[derive(Default)]
pub struct KnownActors(HashMap<Id, Option<ShownActor>>);

impl KnownActors {
    /// Forgets all if they have become too many, before a page is learnt.
    pub fn make_room(&mut self) {
        if self.0.len() > MOST {
            self.0.clear();
        }
    }

    /// Looks those up that are not known.
    pub fn learn(&mut self, db: &mut Db, eyes: &Eyes, ids: impl Iterator<Item = Id>) -> Result<()> {
        let new: HashSet<Id> = ids.filter(|id| !self.0.contains_key(id)).collect();
        let mut shown = links::actors(db, eyes, new.iter().copied())?;
        self.0.extend(new.into_iter().map(|id| {
            let actor = shown.remove(&id).map(|actor| ShownActor {
                reference: actor.reference.into(),
                name: actor.name.into(),
                kind: actor.kind,
            });
            (id, actor)
        }));
        Ok(())
    }

    /// One that was learnt, if it may be shown.
    pub fn get(&self, id: Id) -> Option<&ShownActor> {
        self.0.get(&id)?.as_ref()
    }
}
