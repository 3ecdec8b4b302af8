//! What the reading of statements knows of this installation, for whoever asks: names of actors that
//! they may see, and rules that are switched off. Kept until one of them changes.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use diesel::sql_types::{Bool, Nullable, Text};
use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};

use super::database::Db;
use super::history;
use super::protection::Eyes;
use super::schema::intake_rules;
use super::sql::Sql;
use super::sql_types::RecordId;
use super::visibility::{Kind, visible};
use crate::domain::{ActorKind, Confidentiality, Country, Id};
use crate::error::Result;
use crate::intake::{House, KnownName};

/// For how many people houses are remembered. A hundred thousand names take up to 150 MiB, but those
/// who see the same names share them.
const REMEMBERED: usize = 200;
/// Different houses that are kept at most.
const DIFFERENT: usize = 6;

/// What reading a statement needs, and what must be remembered of having read.
pub struct Known {
    pub house: Arc<House>,
    /// The actors among them whose being read is written down.
    pub confidential: Arc<HashSet<Id>>,
}

/// A house, and what it was made of.
#[derive(Clone)]
struct Kept {
    eyes: Eyes,
    /// The last change of any record then.
    seen: i64,
    off: BTreeSet<String>,
    /// Of all names, so that equal houses are found.
    digest: [u8; 32],
    house: Arc<House>,
    confidential: Arc<HashSet<Id>>,
}

impl Kept {
    fn known(&self) -> Known {
        Known { house: self.house.clone(), confidential: self.confidential.clone() }
    }
}

/// Houses of those who asked lately.
#[derive(Default)]
pub struct Houses(Mutex<HashMap<String, Kept>>);

impl Houses {
    /// What somebody knows who may create records. Their view of actors depends on actors alone, on who
    /// they are, and on which protected people they may know.
    ///
    /// # Errors
    /// Those of the database.
    pub fn of(&self, db: &mut Db, eyes: &Eyes) -> Result<Known> {
        let caller = &eyes.caller;
        let key = format!("{} {} {:?}", caller.user, caller.role, caller.teams);
        let last = history::last_change(db)?;
        let off = switched_off(db)?;
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some(mut known) = known
            && known.off == off
            && known.eyes.know_the_same_people(eyes)
            && !history::has_changed_since(db, Kind::Actor, known.seen)?
        {
            // The next question need not look through what this one has.
            known.seen = last;
            let answer = known.known();
            self.keep(key, known);
            return Ok(answer);
        }
        let (names, confidential) = names(db, eyes)?;
        let digest = digest(&names);
        let same = {
            let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            let mut others = all.values();
            others.find(|it| it.digest == digest && it.off == off).map(|it| it.house.clone())
        };
        let house = same.unwrap_or_else(|| Arc::new(House::new(names, off.clone())));
        let (eyes, confidential) = (eyes.clone(), Arc::new(confidential));
        let kept = Kept { eyes, seen: last, off, digest, house, confidential };
        let answer = kept.known();
        self.keep(key, kept);
        Ok(answer)
    }

    fn keep(&self, key: String, kept: Kept) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_new = all.get(&key).is_none_or(|before| !Arc::ptr_eq(&before.house, &kept.house));
        all.remove(&key);
        if is_new {
            let different: HashSet<_> = all.values().map(|it| Arc::as_ptr(&it.house)).collect();
            let is_shared = different.contains(&Arc::as_ptr(&kept.house));
            if all.len() >= REMEMBERED || (different.len() >= DIFFERENT && !is_shared) {
                all.clear();
            }
        }
        all.insert(key, kept);
    }
}

/// The rules that are switched off.
fn switched_off(db: &mut Db) -> Result<BTreeSet<String>> {
    let off: Vec<String> = intake_rules::table
        .filter(intake_rules::off.eq(true))
        .select(intake_rules::rule)
        .load(db)?;
    Ok(off.into_iter().collect())
}

fn digest(names: &[KnownName]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    let mut all = Sha256::new();
    for it in names {
        for part in [&it.id, &it.name, &it.text, it.kind.code()] {
            all.update(part);
            all.update([0]);
        }
        all.update(it.country.as_deref().unwrap_or_default());
        all.update([0]);
    }
    all.finalize().into()
}

#[derive(diesel::QueryableByName)]
struct Seen {
    #[diesel(sql_type = RecordId)]
    id: Id,
    #[diesel(sql_type = Text)]
    reference: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: ActorKind,
    #[diesel(sql_type = Nullable<Text>)]
    country: Option<Country>,
    #[diesel(sql_type = Nullable<Text>)]
    pseudonym: Option<String>,
    #[diesel(sql_type = Bool)]
    confidential: bool,
}

#[derive(diesel::QueryableByName)]
struct Other {
    #[diesel(sql_type = RecordId)]
    actor_id: Id,
    #[diesel(sql_type = Text)]
    text: String,
}

/// All names that somebody may see, by ref, each actor's primary name first; and which of the actors
/// are confidential.
///
/// # Errors
/// Those of the database.
pub fn names(db: &mut Db, eyes: &Eyes) -> Result<(Vec<KnownName>, HashSet<Id>)> {
    let actors = Sql::new(format!(
        "SELECT a.id AS id, a.ref AS reference, a.name AS name, a.kind AS kind, a.country AS country, \
         a.pseudonym AS pseudonym, CASE WHEN a.confidentiality >= {} THEN TRUE ELSE FALSE END AS confidential \
         FROM actors a WHERE ",
        Confidentiality::Confidential.level()
    ))
    .then(visible(Kind::Actor, "a", &eyes.caller))
    .sql(" ORDER BY a.ref")
    .load::<Seen>(db)?;
    let others = Sql::new(
        "SELECT n.actor_id AS actor_id, n.text AS text FROM actor_names n JOIN actors a ON a.id = n.actor_id \
         WHERE ",
    )
    .then(visible(Kind::Actor, "a", &eyes.caller))
    .sql(" ORDER BY n.actor_id, n.position")
    .load::<Other>(db)?;
    let mut more = HashMap::<Id, Vec<String>>::new();
    for Other { actor_id, text } in others {
        more.entry(actor_id).or_default().push(text);
    }
    // What somebody wrote is shown to them as they wrote it; asked only where it makes a difference.
    let touched = |name: &str| matches!(eyes.redact(name), std::borrow::Cow::Owned(_));
    let named: Vec<Id> = actors
        .iter()
        .filter(|it| {
            touched(&it.name)
                || more.get(&it.id).is_some_and(|all| all.iter().any(|it| touched(it)))
        })
        .map(|it| it.id)
        .collect();
    let eyes = eyes.on(db, Kind::Actor, &named)?;
    let mut confidential = HashSet::new();
    let mut all = Vec::with_capacity(actors.len());
    for Seen { id, reference, name, kind, country, pseudonym, confidential: is_confidential } in
        actors
    {
        if is_confidential {
            confidential.insert(id);
        }
        if !eyes.may_know(id) && pseudonym.is_none() {
            continue;
        }
        let (name, pseudonymous) = eyes.name_of(id, name, pseudonym);
        let mut texts = vec![name.clone()];
        if !pseudonymous {
            let words = eyes.words(id);
            for text in more.remove(&id).unwrap_or_default() {
                let text = words.shown(text);
                if !texts.contains(&text) {
                    texts.push(text);
                }
            }
        }
        all.extend(texts.into_iter().map(|text| KnownName {
            id: id.to_string(),
            reference: reference.clone(),
            name: name.clone(),
            text,
            kind,
            country: country.as_ref().map(|it| it.as_str().to_owned()),
        }));
    }
    Ok((all, confidential))
}
