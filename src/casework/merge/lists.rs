//! Lists that a merge changed, and how they are given back where somebody has changed them since.

use serde_json::{Map, Value};

use crate::casework::records::event_parts::ParticipationRow;
use crate::domain::Id;

/// Gives a list back: what the merge made of `before` was `after`, and `now` is what there is. Rows
/// that were changed since stay as they are; whether there are any is in the answer.
///
/// `key`: what tells rows apart. `same`: whether a row is as it was.
pub fn given_back<T: Clone, K: PartialEq>(
    before: &[T],
    after: &[T],
    now: &[T],
    key: impl Fn(&T) -> K,
    same: impl Fn(&T, &T) -> bool,
) -> (Vec<T>, bool) {
    let find = |list: &[T], wanted: &K| list.iter().position(|row| key(row) == *wanted);
    let (mut rows, mut left) = (now.to_vec(), false);
    for was in after {
        let wanted = key(was);
        let old = find(before, &wanted).map(|at| &before[at]);
        if old.is_some_and(|old| same(old, was)) {
            continue;
        }
        match find(&rows, &wanted) {
            Some(at) if same(&rows[at], was) => match old {
                Some(old) => rows[at] = old.clone(),
                None => drop(rows.remove(at)),
            },
            _ => left = true,
        }
    }
    for old in before {
        let wanted = key(old);
        if find(after, &wanted).is_none() && find(&rows, &wanted).is_none() {
            rows.push(old.clone());
        }
    }
    (rows, left)
}

/// Gives fields back, each by itself, and lists item by item. The names of those that were changed
/// since, which stay as they are, are in the answer.
pub fn fields_given_back(before: &Value, after: &Value, now: &mut Value) -> Vec<String> {
    let mut left = Vec::new();
    let empty = Map::new();
    let (old, new) = (before.as_object().unwrap_or(&empty), after.as_object().unwrap_or(&empty));
    let Some(now) = now.as_object_mut() else { return left };
    let names: std::collections::BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    for name in names {
        let (was, became) = (old.get(name), new.get(name));
        if was == became {
            continue;
        }
        let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned();
        if let (Some(became), Some(present)) = (list(became), list(now.get(name))) {
            let was = list(was).unwrap_or_default();
            let key = |item: &Value| item.clone();
            let (items, changed) = given_back(&was, &became, &present, key, Value::eq);
            if changed {
                left.push(name.clone());
            }
            now.insert(name.clone(), Value::Array(items));
        } else if now.get(name) == became {
            match was {
                Some(was) => now.insert(name.clone(), was.clone()),
                None => now.remove(name),
            };
        } else {
            left.push(name.clone());
        }
    }
    left
}

/// Participations of which some were moved: the same actor in the same role once, where what is
/// said of both goes together. What goes against one another stays twice.
#[derive(Debug, Default)]
pub struct Combined {
    pub rows: Vec<ParticipationRow>,
    /// Those that are gone, and what each is part of now.
    pub gone: Vec<(Id, Id)>,
    /// Whether somebody stands twice in one role.
    pub twice: bool,
}

/// See [`Combined`]. `moved`: whether a row came by the merge.
pub fn combined(rows: &[ParticipationRow], moved: impl Fn(&ParticipationRow) -> bool) -> Combined {
    let mut all = Combined::default();
    let mut gone: Vec<(Id, Id)> = Vec::new();
    let mut kept = rows.to_owned();
    for row in rows.iter().filter(|row| moved(row)) {
        let is_gone = |id: Id| gone.iter().any(|it| it.0 == id);
        let like = |it: &ParticipationRow| {
            it.id != row.id && it.actor_id == row.actor_id && it.role == row.role && !is_gone(it.id)
        };
        let mine = kept.iter().find(|it| it.id == row.id).cloned();
        let others: Vec<usize> = (0..kept.len()).filter(|at| like(&kept[*at])).collect();
        let Some(mine) = mine else { continue };
        let fits = others.iter().find_map(|at| Some((*at, together(&kept[*at], &mine)?)));
        match fits {
            Some((at, whole)) => {
                gone.push((mine.id, whole.id));
                kept[at] = whole;
                kept.retain(|it| it.id != mine.id);
            }
            None => all.twice |= !others.is_empty(),
        }
    }
    // What one went into may have gone into another.
    for at in 0..gone.len() {
        while let Some(next) = gone.iter().find(|it| it.0 == gone[at].1).map(|it| it.1) {
            gone[at].1 = next;
        }
    }
    for (row, position) in kept.iter_mut().zip(0..) {
        row.position = position;
    }
    Combined { rows: kept, gone, ..all }
}

/// One row that says what both say; nothing, where they go against one another.
fn together(one: &ParticipationRow, other: &ParticipationRow) -> Option<ParticipationRow> {
    #[expect(
        clippy::option_option,
        reason = "nothing in either is not the same as a contradiction"
    )]
    fn either<T: Copy + PartialEq>(a: Option<T>, b: Option<T>) -> Option<Option<T>> {
        match (a, b) {
            (Some(a), Some(b)) if a != b => None,
            (a, b) => Some(a.or(b)),
        }
    }
    let whole = ParticipationRow {
        count_low: either(one.count_low, other.count_low)?,
        count_best: either(one.count_best, other.count_best)?,
        count_high: either(one.count_high, other.count_high)?,
        harm: either(one.harm, other.harm)?,
        ..one.clone()
    };
    let counts: Vec<i32> =
        [whole.count_low, whole.count_best, whole.count_high].into_iter().flatten().collect();
    counts.is_sorted().then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Clock, Harm, ParticipationRole};
    use proptest::prelude::*;
    use serde_json::json;

    fn row(actor: Id, harm: Option<Harm>, count_best: Option<i32>) -> ParticipationRow {
        ParticipationRow {
            id: Id::at(Clock::System.now()),
            event_id: Id::least(),
            position: 0,
            actor_id: actor,
            role: ParticipationRole::Target,
            count_low: None,
            count_best,
            count_high: None,
            harm,
        }
    }

    #[test]
    fn somebody_stands_once_in_a_role_unless_what_is_said_differs() {
        let actor = Id::at(Clock::System.now());
        let (a, b) = (row(actor, None, Some(3)), row(actor, Some(Harm::Injured), None));
        let moved = b.id;
        let done = combined(&[b.clone(), a.clone()], |it| it.id == moved);
        assert_eq!(done.gone, [(b.id, a.id)]);
        assert_eq!((done.rows.len(), done.rows[0].id, done.twice), (1, a.id, false));
        assert_eq!((done.rows[0].harm, done.rows[0].count_best), (Some(Harm::Injured), Some(3)));
        let c = row(actor, Some(Harm::Killed), None);
        let moved = c.id;
        let done = combined(&[b, c], |it| it.id == moved);
        assert_eq!((done.rows.len(), done.gone.len(), done.twice), (2, 0, true));
    }

    #[test]
    fn fields_that_were_changed_since_stay() {
        let before = json!({"name": "A", "names": ["a"], "gender": "woman"});
        let after =
            json!({"name": "B", "names": ["a", "b", "A"], "country": "KHM", "gender": "woman"});
        let mut now =
            json!({"name": "C", "names": ["b", "c", "A"], "country": "KHM", "gender": "man"});
        let left = fields_given_back(&before, &after, &mut now);
        assert_eq!(left, ["name"]);
        assert_eq!(now, json!({"name": "C", "names": ["c"], "gender": "man"}));
    }

    proptest! {
        #[test]
        fn what_was_not_changed_since_is_given_back_exactly(
            before in prop::collection::btree_map(0..8_u8, 0..4_u8, 0..6),
            after in prop::collection::btree_map(0..8_u8, 0..4_u8, 0..6),
        ) {
            let list = |map: &std::collections::BTreeMap<u8, u8>| -> Vec<(u8, u8)> {
                map.iter().map(|(key, value)| (*key, *value)).collect()
            };
            let (before, after) = (list(&before), list(&after));
            let (mut rows, left) = given_back(&before, &after, &after, |it| it.0, |a, b| a == b);
            rows.sort_unstable();
            prop_assert_eq!(rows, before);
            prop_assert!(!left);
        }
    }
}
