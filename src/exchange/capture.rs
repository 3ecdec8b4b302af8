//! The capture matrix: which independent sources recorded which events or victims, for estimates of
//! what nobody recorded (multiple systems estimation).
//!
//! A source is whoever issued the statement that others go back to: a reprint is counted with its
//! origin, over any number of copies, and a joint statement with the first of its issuers. Two walks
//! over the events make a file: one finds the sources, which are the columns, the other its rows.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::io::Write;
use std::path::Path;

use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
use serde_json::json;

use super::columns::{Titled, Type};
use super::events::origins;
use super::export::note;
use super::file::FileWriter;
use super::workbook;
use super::write::{Cell, Format, Preset};
use crate::casework::Office;
use crate::casework::read_records::{all_matching, each_page, matching, views};
use crate::casework::records::actor::{Actor, ActorView};
use crate::casework::records::event::Event;
use crate::casework::records::event_view::{EventView, ParticipationView};
use crate::casework::records::{Filters, links};
use crate::domain::codes::{AgeGroup, Gender, Harm, codes};
use crate::domain::{Action, Caller, Id, ParticipationRole, Timestamp, text};
use crate::error::{Error, Result};
use crate::store::schema::statement_issuers;
use crate::store::{Db, Eyes, Kind, Sql};

codes! {
    /// What a row of the matrix is.
    Unit {
        Event = "event",
        /// A target of an event. Of a group there is one row, whatever its size.
        Victim = "victim",
    }
}

/// A capture matrix that someone may take along.
#[derive(Clone)]
pub struct Capture {
    pub unit: Unit,
    pub format: Format,
    pub preset: Preset,
    /// Which events.
    pub filters: Filters,
    pub caller: Caller,
}

/// How many events are in memory at a time.
const PAGE: i64 = 500;
/// Sources with a column of their own; the others, which recorded least, share `in_others`.
const MOST: usize = 200;

/// Which source: an actor, or one that has no name that may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Source {
    Of(Id),
    /// The origin has no issuer, or it may not be shown.
    Unnamed,
}

/// The columns of sources, and where each source goes.
struct Sources {
    names: Vec<(String, String)>,
    place: HashMap<Source, usize>,
    others: Option<usize>,
}

impl Capture {
    /// What the dataset is called in an address.
    pub const NAME: &str = "capture";

    /// Checks that the caller may export, and that what is asked for is known, before anything is
    /// sent.
    pub fn check(&self, office: &Office) -> Result<()> {
        self.caller.must(Action::Export)?;
        if self.format == Format::Geojson {
            return Err(Error::NotFound);
        }
        if ![Preset::Research, Preset::Excel].contains(&self.preset) {
            return Err(Error::Malformed(format!(
                "'preset' cannot be used: {} is for events; leave it out",
                self.preset
            )));
        }
        office.database.read_here(|db| {
            matching::<Event>(db, &self.caller, &office.memory, &self.filters).map(drop)
        })
    }

    /// What the file is called when it is saved.
    pub fn file_name(&self, now: Timestamp) -> String {
        format!("saksi-capture-{}s-{}.{}", self.unit, now.day(), self.format)
    }

    /// Writes the matrix from one moment of the database, and says how many rows it has. Noted in
    /// the audit log before and after.
    pub fn write(
        &self,
        office: &Office,
        now: Timestamp,
        out: impl Write + Send,
        dir: &Path,
    ) -> Result<u64> {
        let detail =
            json!({"dataset": Self::NAME, "unit": self.unit, "format": self.format.code()});
        let said = |action, rows| {
            note(office, &self.caller, &self.filters, now, action, detail.clone(), rows)
        };
        said("export_begun", None)?;
        let about = workbook::About::of(format!("one {}", self.unit), &self.filters, now);
        let rows = office.database.snapshot(|db| {
            let eyes = Eyes::of(&self.caller, db, &office.memory)?;
            let condition = all_matching::<Event>(db, &self.caller, &office.memory, &self.filters)?;
            let sources = Self::sources(db, &eyes, &condition)?;
            let mut titles = titles(self.unit);
            titles.extend(sources.names.iter().map(|(name, about)| Titled {
                name: Cow::Owned(name.clone()),
                about: Cow::Owned(about.clone()),
                holds: Type::Integer,
            }));
            let mut out = FileWriter::begin(out, self.format, self.preset, titles, about, dir)?;
            let mut rows = 0;
            Self::each(db, &eyes, &condition, |db, events, captured| {
                let people = self.people(db, &eyes, events)?;
                for event in events {
                    let none = BTreeSet::new();
                    let of_event = captured.get(&event.head.id).unwrap_or(&none);
                    for mut cells in strata(self.unit, event, &people, of_event.len()) {
                        cells.extend(sources.marks(of_event));
                        out.row(&cells)?;
                        rows += 1;
                    }
                }
                Ok(())
            })?;
            out.finish()?;
            Ok(rows)
        })?;
        said("exported", Some(rows))?;
        Ok(rows)
    }

    /// Does something with each page of events, and the sources that recorded each.
    fn each(
        db: &mut Db,
        eyes: &Eyes,
        condition: &Sql,
        mut what: impl FnMut(&mut Db, &[EventView], &HashMap<Id, BTreeSet<Source>>) -> Result<()>,
    ) -> Result<()> {
        each_page::<Event>(db, condition, PAGE, |db, events| {
            let events = views(db, eyes, events)?;
            let captured = captured(db, eyes, &events)?;
            what(db, &events, &captured)
        })
    }

    /// The sources that recorded any of the events, those with most first.
    fn sources(db: &mut Db, eyes: &Eyes, condition: &Sql) -> Result<Sources> {
        let mut counts = BTreeMap::<Source, u64>::new();
        Self::each(db, eyes, condition, |_, _, captured| {
            for source in captured.values().flatten() {
                *counts.entry(*source).or_default() += 1;
            }
            Ok(())
        })?;
        let mut found: Vec<(Source, u64)> = counts.into_iter().collect();
        found.sort_by_key(|(source, count)| (std::cmp::Reverse(*count), *source));
        let ids = found.iter().filter_map(|(source, _)| match source {
            Source::Of(id) => Some(*id),
            Source::Unnamed => None,
        });
        let known = links::actors(db, eyes, ids)?;
        let mut all = Sources { names: Vec::new(), place: HashMap::new(), others: None };
        let mut used = HashSet::new();
        for (source, count) in found {
            if all.names.len() >= MOST {
                let about = "recorded by any of the sources that have no column of their own";
                all.others = Some(all.names.len());
                all.names.push(("in_others".to_owned(), about.to_owned()));
                break;
            }
            let (name, about) = match source {
                Source::Of(id) => match known.get(&id) {
                    Some(actor) => (column(&actor.name, &actor.reference), actor.name.as_str()),
                    None => continue,
                },
                Source::Unnamed => ("in_unnamed".to_owned(), "sources without a name to be shown"),
            };
            let name = if used.insert(name.clone()) {
                name
            } else {
                let reference = match source {
                    Source::Of(id) => known.get(&id).map_or("", |actor| &actor.reference),
                    Source::Unnamed => "",
                };
                format!("{name}_{}", reference.to_lowercase().replace('-', "_"))
            };
            all.place.insert(source, all.names.len());
            all.names.push((name, format!("1: recorded by {about} ({count} events); 0: not")));
        }
        Ok(all)
    }

    /// The targets of events, where rows are victims.
    fn people(
        &self,
        db: &mut Db,
        eyes: &Eyes,
        events: &[EventView],
    ) -> Result<HashMap<Id, ActorView>> {
        let mut people = HashMap::new();
        if self.unit == Unit::Event {
            return Ok(people);
        }
        let ids = events.iter().flat_map(targets).map(|it| it.actor.id);
        for batch in links::in_batches(ids) {
            let these =
                Sql::new("actors.id IN (").list(batch).sql(") AND actors.deleted_at IS NULL");
            each_page::<Actor>(db, &these, PAGE, |db, actors| {
                for actor in views(db, eyes, actors)? {
                    people.insert(actor.head.id, actor);
                }
                Ok(())
            })?;
        }
        Ok(people)
    }
}

fn targets(event: &EventView) -> impl Iterator<Item = &ParticipationView> {
    event.participations.iter().filter(|it| it.role == ParticipationRole::Target)
}

impl Sources {
    /// A 1 for each source that recorded it, a 0 for each other.
    fn marks(&self, captured: &BTreeSet<Source>) -> Vec<Cell<'static>> {
        let mut marks = vec![Cell::Whole(0); self.names.len()];
        for source in captured {
            if let Some(place) = self.place.get(source).copied().or(self.others) {
                marks[place] = Cell::Whole(1);
            }
        }
        marks
    }
}

/// The sources that recorded each event.
fn captured(
    db: &mut Db,
    eyes: &Eyes,
    events: &[EventView],
) -> Result<HashMap<Id, BTreeSet<Source>>> {
    let cited = || events.iter().flat_map(|event| event.citations.iter().map(|it| it.statement.id));
    let origins = origins(db, cited())?;
    let first: HashSet<Id> = origins.values().copied().collect();
    let seen = links::visible(db, &eyes.caller, Kind::Statement, first.iter().copied())?;
    let mut issuers = HashMap::<Id, Id>::new();
    for batch in links::in_batches(seen) {
        let rows: Vec<(Id, Id)> = statement_issuers::table
            .filter(statement_issuers::statement_id.eq_any(&batch))
            .filter(statement_issuers::co_signer.eq(false))
            .order((statement_issuers::statement_id, statement_issuers::position))
            .select((statement_issuers::statement_id, statement_issuers::actor_id))
            .load(db)?;
        for (statement, issuer) in rows {
            issuers.entry(statement).or_insert(issuer);
        }
    }
    let shown = links::shown(db, &eyes.caller, Kind::Actor, issuers.values().copied())?;
    let source = |statement: &Id| {
        let origin = origins.get(statement).unwrap_or(statement);
        let issuer = issuers.get(origin).filter(|issuer| shown.contains(issuer));
        issuer.map_or(Source::Unnamed, |issuer| Source::Of(*issuer))
    };
    let of_event = |event: &EventView| {
        let sources = event.citations.iter().map(|it| source(&it.statement.id)).collect();
        (event.head.id, sources)
    };
    Ok(events.iter().map(of_event).collect())
}

/// A name that R, Python and Stata take, of a source; by its ref where nothing of the name is left.
fn column(name: &str, reference: &str) -> String {
    /// Stata's names have at most 32 characters.
    const LONGEST: usize = 24;
    let mut slug = String::new();
    for letter in text::fold(name).chars() {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            _ if slug.ends_with('_') || slug.is_empty() => {}
            _ => slug.push('_'),
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    let slug = slug.trim_end_matches('_');
    if slug.is_empty() {
        format!("in_{}", reference.to_lowercase().replace('-', "_"))
    } else {
        format!("in_{slug}")
    }
}

/// The columns before those of sources.
pub fn titles(unit: Unit) -> Vec<Titled> {
    use super::columns::Codes;
    let title = |name: &'static str, about: &'static str, holds| Titled {
        name: name.into(),
        about: about.into(),
        holds,
    };
    let code = |vocabulary| Type::Code(Codes::Of(vocabulary));
    let mut titles = Vec::new();
    if unit == Unit::Victim {
        titles.extend([
            title(
                "participation_id",
                "UUID of the participation, which tells rows apart",
                Type::Uuid,
            ),
            title("actor_ref", "short code of the victim", Type::Text),
            title("actor_kind", "kind of actor", code("actor_kind")),
            title("gender", "for persons", code("gender")),
            title("age_group", "for persons", code("age_group")),
            title("harm", "what was done to them", code("harm")),
        ]);
    }
    titles.extend([
        title("event_ref", "short code of the event", Type::Text),
        title("event_id", "UUID of the event", Type::Uuid),
        title("event_type", "code of the vocabulary event_type", code("event_type")),
        title("date_earliest", "first day that the date may mean", Type::Date),
        title("year", "year of date_earliest", Type::Year),
        title("country_iso3", "ISO 3166-1 alpha-3", Type::Country),
        title("admin1", "province, state or region", Type::Text),
        title("confidence", "how well the event is established", code("confidence")),
        title(
            "lists",
            "independent sources that recorded it: the sum of its in_ columns, but for in_others",
            Type::Integer,
        ),
    ]);
    titles
}

/// The rows of an event, up to the columns of sources; `lists` of them recorded it.
fn strata<'e>(
    unit: Unit,
    event: &'e EventView,
    people: &'e HashMap<Id, ActorView>,
    lists: usize,
) -> Vec<Vec<Cell<'e>>> {
    let lists = i64::try_from(lists).unwrap_or(i64::MAX);
    let of_event = || -> Vec<Cell<'e>> {
        let day = event.date_earliest.as_deref();
        vec![
            event.head.reference.as_str().into(),
            event.head.id.to_string().into(),
            event.event_type.as_str().into(),
            day.into(),
            day.and_then(|day| day[..4].parse::<i32>().ok()).into(),
            event.country.as_str().into(),
            event.admin1.as_deref().into(),
            event.confidence.code().into(),
            Cell::Whole(lists),
        ]
    };
    if unit == Unit::Event {
        return vec![of_event()];
    }
    targets(event)
        .map(|it| {
            let person = people.get(&it.actor.id);
            let mut cells: Vec<Cell<'e>> = vec![
                it.id.to_string().into(),
                it.actor.reference.as_str().into(),
                it.actor.kind.code().into(),
                person.and_then(|it| it.gender).map(Gender::code).into(),
                person.and_then(|it| it.age_group).map(AgeGroup::code).into(),
                it.harm.map(Harm::code).into(),
            ];
            cells.extend(of_event());
            cells
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_after_their_source() {
        assert_eq!(column("Asian Forum", "A-00001"), "in_asian_forum");
        assert_eq!(column("  L'Association « Été »", "A-00002"), "in_lassociation_ete");
        assert_eq!(column("សមាគម", "A-00003"), "in_a_00003");
        assert!(column(&"Very long ".repeat(20), "A-00004").len() <= 32);
    }
}
