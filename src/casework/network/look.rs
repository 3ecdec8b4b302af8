//! What joins an actor to others, as it stands in the database.

use std::collections::{HashMap, HashSet};

use diesel::sql_types::{Nullable, SmallInt, Text};

use super::{Between, Shared};
use crate::domain::{AffiliationKind, Caller, Id, ParticipationRole};
use crate::error::Result;
use crate::store::sql_types::RecordId;
use crate::store::visibility::{participation_in_visible_event, visible};
use crate::store::{Db, Kind, Sql};

/// Others in them, for each event on average: some events have hundreds.
const PEOPLE_OF_EVENT: i64 = 5;
/// Affiliations of each actor, in each direction.
const AFFILIATIONS: i64 = 200;

/// All that was looked at.
#[derive(Default)]
pub(super) struct Web {
    /// By the ids of the two actors, the lesser first.
    pairs: HashMap<(Id, Id), Between>,
    /// Those of whom all events were looked at.
    complete: HashSet<Id>,
}

/// Two actors, always in the same order.
fn pair(one: Id, other: Id) -> (Id, Id) {
    if one < other { (one, other) } else { (other, one) }
}

#[derive(diesel::QueryableByName)]
struct Together {
    #[diesel(sql_type = RecordId)]
    event: Id,
    #[diesel(sql_type = Text)]
    date: String,
    #[diesel(sql_type = SmallInt)]
    level: i16,
    #[diesel(sql_type = Text)]
    role: ParticipationRole,
    #[diesel(sql_type = RecordId)]
    other: Id,
    #[diesel(sql_type = Text)]
    other_role: ParticipationRole,
}

/// An affiliation, as it stands in its table.
#[derive(Debug, Clone, diesel::QueryableByName)]
pub(super) struct Affiliated {
    #[diesel(sql_type = RecordId)]
    pub id: Id,
    #[diesel(sql_type = RecordId)]
    pub actor: Id,
    #[diesel(sql_type = Text)]
    pub kind: AffiliationKind,
    #[diesel(sql_type = RecordId)]
    pub other: Id,
    #[diesel(sql_type = Nullable<Text>)]
    pub since: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pub until: Option<String>,
}

impl Web {
    /// Looks at the affiliations of an actor, and at `most` of their events, the last entered first.
    pub fn look(&mut self, db: &mut Db, caller: &Caller, one: Id, most: i64) -> Result<()> {
        let rows = most * PEOPLE_OF_EVENT;
        let found = together(one, most, rows, caller).load::<Together>(db)?;
        let events: HashSet<Id> = found.iter().map(|row| row.event).collect();
        if as_number(found.len()) < rows && as_number(events.len()) < most {
            self.complete.insert(one);
        }
        for Together { event, date, level, role, other, other_role } in found {
            let roles = if one < other { (role, other_role) } else { (other_role, role) };
            let shared = self.pairs.entry(pair(one, other)).or_default().events.entry(event);
            let new = || Shared { date, level, roles: HashSet::new() };
            shared.or_insert_with(new).roles.insert(roles);
        }
        for column in ["actor_id", "other_id"] {
            for row in affiliations(one, column, caller).load::<Affiliated>(db)? {
                if row.actor != row.other {
                    let between = self.pairs.entry(pair(row.actor, row.other)).or_default();
                    between.affiliations.insert(row.id, row);
                }
            }
        }
        Ok(())
    }

    pub fn between(&self, of: &(Id, Id)) -> Option<&Between> {
        self.pairs.get(of)
    }

    /// Whether all events that the two share were looked at.
    pub fn is_all(&self, of: &(Id, Id)) -> bool {
        self.complete.contains(&of.0) || self.complete.contains(&of.1)
    }

    /// Those joined to one of `frontier` who were not met before, the strongest first; and the pair by
    /// which each is joined most.
    pub fn beyond(&self, frontier: &[Id], met: &HashSet<Id>) -> Vec<(Id, (Id, Id))> {
        let inside: HashSet<Id> = frontier.iter().copied().collect();
        let mut found: HashMap<Id, Vec<&(Id, Id)>> = HashMap::new();
        for of in self.pairs.keys() {
            let new = match (inside.contains(&of.0), inside.contains(&of.1)) {
                (true, false) => of.1,
                (false, true) => of.0,
                _ => continue,
            };
            if !met.contains(&new) {
                found.entry(new).or_default().push(of);
            }
        }
        let mut ranked: Vec<_> = found
            .into_iter()
            .map(|(id, mut ways)| {
                ways.sort_by_cached_key(|of| std::cmp::Reverse(self.rank(of)));
                let all: usize = ways.iter().map(|of| self.pairs[*of].strength().0).sum();
                let latest = ways.iter().map(|of| self.pairs[*of].strength().1).max();
                (std::cmp::Reverse((all, latest)), id, *ways[0])
            })
            .collect();
        ranked.sort();
        ranked.into_iter().map(|(_, id, way)| (id, way)).collect()
    }

    /// The strongest pairs among those `inside`, `ways` before all others; and how many are left out.
    pub fn strongest(
        &self,
        inside: &HashSet<Id>,
        ways: &HashSet<(Id, Id)>,
        most: usize,
    ) -> (Vec<(Id, Id)>, usize) {
        let within = |of: &&(Id, Id)| inside.contains(&of.0) && inside.contains(&of.1);
        let mut pairs: Vec<(Id, Id)> = self.pairs.keys().filter(within).copied().collect();
        pairs.sort_by_cached_key(|of| std::cmp::Reverse((ways.contains(of), self.rank(of))));
        let left_out = pairs.len().saturating_sub(most);
        pairs.truncate(most);
        pairs.sort_by_cached_key(|of| std::cmp::Reverse(self.rank(of)));
        (pairs, left_out)
    }

    fn rank(&self, of: &(Id, Id)) -> ((usize, &str), std::cmp::Reverse<(Id, Id)>) {
        (self.pairs[of].strength(), std::cmp::Reverse(*of))
    }
}

fn as_number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The events of an actor, the last entered first, with who else takes part. Role by role, as the
/// index has them, so that no more is read than is asked for.
fn together(one: Id, most: i64, rows: i64, caller: &Caller) -> Sql {
    let mut own = Sql::default();
    for (at, role) in ParticipationRole::ALL.iter().enumerate() {
        let union = if at == 0 { "" } else { " UNION ALL " };
        own = own
            .sql(format!(
                "{union}SELECT * FROM (SELECT p.event_id AS event, e.date_earliest AS date, \
                 e.effective_confidentiality AS level, p.role AS role \
                 FROM participations p CROSS JOIN events e WHERE e.id = p.event_id AND p.actor_id = "
            ))
            .bind(one)
            .sql(format!(" AND p.role = '{role}' AND "))
            .then(visible(Kind::Event, "e", caller))
            .sql(" ORDER BY p.event_id DESC LIMIT ")
            .bind(most)
            .sql(format!(") of_{role}"));
    }
    Sql::new("SELECT s.event AS event, s.date AS date, s.level AS level, s.role AS role, ")
        .sql("o.actor_id AS other, o.role AS other_role FROM (SELECT * FROM (")
        .then(own)
        .sql(") own ORDER BY event DESC LIMIT ")
        .bind(most)
        .sql(") s CROSS JOIN participations o WHERE o.event_id = s.event AND o.actor_id <> ")
        .bind(one)
        .sql(" AND ")
        .then(participation_in_visible_event("o", caller))
        .sql(" ORDER BY s.event DESC LIMIT ")
        .bind(rows)
}

fn affiliations(one: Id, column: &str, caller: &Caller) -> Sql {
    Sql::new(
        "SELECT f.id AS id, f.actor_id AS actor, f.kind AS kind, f.other_id AS other, \
         f.since AS since, f.until AS until FROM affiliations f WHERE ",
    )
    .sql(format!("f.{column} = "))
    .bind(one)
    .sql(" AND ")
    .then(visible(Kind::Affiliation, "f", caller))
    .sql(" ORDER BY f.id DESC LIMIT ")
    .bind(AFFILIATIONS)
}
