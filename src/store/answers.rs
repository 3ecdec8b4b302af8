//! Answers that take long to find, remembered for whoever asked until any record changes.

use std::any::Any;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::database::Db;
use super::history::last_change;
use crate::domain::Caller;
use crate::error::Result;

/// Answers that are remembered at most.
const REMEMBERED: usize = 500;

type Answer = Arc<dyn Any + Send + Sync>;

/// What was answered: by who asked for what, the last change then, and the answer.
#[derive(Default)]
pub struct Answers(Mutex<HashMap<String, (i64, Answer)>>);

impl Answers {
    /// What `find` finds, or what the same caller was told before, if no record was changed since.
    ///
    /// `asked` names all that the answer depends on, besides the caller and the records.
    ///
    /// # Errors
    /// Those of `find`: they are not remembered.
    pub fn or_find<T: Send + Sync + 'static>(
        &self,
        db: &mut Db,
        caller: &Caller,
        asked: &str,
        find: impl FnOnce(&mut Db) -> Result<T>,
    ) -> Result<Arc<T>> {
        // What a caller sees depends on all of this, and on records, and on nothing else.
        let Caller { user, role, teams, scopes, session: _ } = caller;
        let asked = format!("{user} {role} {teams:?} {scopes:?} {asked}");
        let last = last_change(db)?;
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&asked).cloned();
        if let Some((then, answer)) = known
            && then == last
            && let Ok(answer) = answer.downcast::<T>()
        {
            return Ok(answer);
        }
        let answer = Arc::new(find(db)?);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() >= REMEMBERED {
            all.clear();
        }
        all.insert(asked, (last, answer.clone()));
        Ok(answer)
    }
}
