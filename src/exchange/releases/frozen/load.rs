//! What happened to whom: incidents, actors, events and who took part.

use super::{Known, each, recorded, written, written_with_parts};
use crate::casework::records::actor::{ActorRow, NameRow};
use crate::casework::records::event::EventRow;
use crate::casework::records::event_parts::{ParticipationRow, RightRow};
use crate::casework::records::incident::IncidentRow;
use crate::casework::releases::ReleaseView;
use crate::domain::edtf::{UNKNOWN_END, UNKNOWN_START};
use crate::domain::{Country, Id, NameKind, Status};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::store::shelf::Shelf;

/// The first day that a date may mean, as records have it.
pub fn earliest(day: Option<&str>) -> String {
    day.unwrap_or(UNKNOWN_START).to_owned()
}

/// The last day.
pub fn latest(day: Option<&str>) -> String {
    day.unwrap_or(UNKNOWN_END).to_owned()
}

pub fn incidents(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &mut Known) -> Result<()> {
    each(
        shelf,
        view,
        "incidents.csv",
        |cells, rows: &mut Vec<IncidentRow>| {
            let id = cells.id("incident_id")?;
            let reference = cells.must("incident_ref")?.to_owned();
            known.incidents.insert(reference.clone(), id);
            let tags = serde_json::to_string(&cells.list("tags")).map_err(Error::internal)?;
            rows.push(recorded!(IncidentRow, id, cells, known, {
                reference: reference,
                status: cells.must_read("status")?,
                title: cells.must("title")?.to_owned(),
                summary: cells.owned("summary"),
                country: cells.must_read("country_iso3")?,
                tags: tags,
                assigned_to: None,
                search_text: String::new(),
            }));
            Ok(())
        },
        |rows| {
            written!(db, incidents, rows)?;
            for row in rows.iter() {
                let mut tags: Vec<String> =
                    serde_json::from_str(&row.tags).map_err(Error::internal)?;
                tags.sort_unstable();
                tags.dedup();
                for tag in tags {
                    use crate::store::schema::incident_tags as it;
                    use diesel::{ExpressionMethods, RunQueryDsl};
                    diesel::insert_into(it::table)
                        .values((it::incident_id.eq(row.id), it::tag.eq(tag)))
                        .execute(db)?;
                }
            }
            Ok(())
        },
    )
}

pub fn actors(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &mut Known) -> Result<()> {
    each(
        shelf,
        view,
        "actors.csv",
        |cells, rows: &mut Vec<(ActorRow, Vec<NameRow>)>| {
            let id = cells.id("actor_id")?;
            let reference = cells.must("actor_ref")?.to_owned();
            let name = cells.must("name")?.to_owned();
            known.actors.insert(reference.clone(), id);
            // Two of one name cannot be told apart by it.
            known
                .named
                .entry(name.replace("; ", ", "))
                .and_modify(|it| *it = None)
                .or_insert(Some(id));
            let names = cells.list("other_names").into_iter().zip(0..);
            let names = names.map(|(text, position)| NameRow {
                actor_id: id,
                position,
                text: text.to_owned(),
                language: None,
                script: None,
                kind: NameKind::Alias,
            });
            let groups =
                serde_json::to_string(&cells.list("hrd_groups")).map_err(Error::internal)?;
            let row = recorded!(ActorRow, id, cells, known, {
                reference: reference,
                kind: cells.must_read("kind")?,
                sector: cells.read("sector")?,
                name: name,
                country: cells.read("country_iso3")?,
                description: cells.owned("description"),
                gender: cells.read("gender")?,
                age_group: cells.read("age_group")?,
                hrd_groups: groups,
                // Who they are is not in the release: nothing is left to protect.
                protected: false,
                pseudonym: None,
                search_text: String::new(),
                private_search_text: String::new(),
            });
            rows.push((row, names.collect()));
            Ok(())
        },
        |rows| written_with_parts!(db, actors, actor_names, rows),
    )
}

/// The incident of an event that the release does not have: its ref is part of the event's. Nobody sees
/// it, and its events count as one incident all the same, as they do where it was not seen.
fn unseen(db: &mut Db, known: &mut Known, reference: &str, country: &Country) -> Result<Id> {
    if let Some(id) = known.incidents.get(reference) {
        return Ok(*id);
    }
    let id = Id::at(known.made_at);
    let row = IncidentRow {
        id,
        version: 1,
        created_at: known.made_at,
        created_by: Id::least(),
        updated_at: known.made_at,
        confidentiality: 0,
        team_id: None,
        deleted_at: Some(known.made_at),
        reference: reference.to_owned(),
        status: Status::Draft,
        title: reference.to_owned(),
        summary: None,
        country: country.clone(),
        tags: "[]".to_owned(),
        assigned_to: None,
        search_text: String::new(),
    };
    written!(db, incidents, &vec![row])?;
    known.incidents.insert(reference.to_owned(), id);
    Ok(id)
}

pub fn events(db: &mut Db, shelf: &Shelf, view: &ReleaseView, known: &mut Known) -> Result<()> {
    // Written once all are read, since incidents are written meanwhile.
    let db = std::cell::RefCell::new(db);
    each(
        shelf,
        view,
        "events.csv",
        |cells, rows: &mut Vec<(EventRow, Vec<RightRow>)>| {
            let id = cells.id("event_id")?;
            let reference = cells.must("event_ref")?.to_owned();
            let country: Country = cells.must_read("country_iso3")?;
            let incident =
                reference.rsplit_once("-E").map_or(reference.as_str(), |it| it.0).to_owned();
            let incident_id = unseen(&mut db.borrow_mut(), known, &incident, &country)?;
            let rights = cells.list("rights").into_iter();
            let rights = rights.map(|code| RightRow { event_id: id, right_code: code.to_owned() });
            let row = recorded!(EventRow, id, cells, known, {
                reference: reference,
                status: cells.must_read("status")?,
                incident_id: incident_id,
                effective_confidentiality: 0,
                assigned_to: None,
                event_type: cells.must("event_type")?.to_owned(),
                title: cells.must("title")?.to_owned(),
                narrative: None,
                date: cells.owned("date"),
                date_earliest: earliest(cells.text("date_earliest")),
                date_latest: latest(cells.text("date_latest")),
                date_precision: cells.must_read("date_precision")?,
                country: country,
                admin1: cells.owned("admin1"),
                place_name: cells.owned("place"),
                latitude: cells.read("latitude")?,
                longitude: cells.read("longitude")?,
                geo_precision: cells.must_read("geo_precision")?,
                victims_low: cells.read("victims_low")?,
                victims_best: cells.read("victims_best")?,
                victims_high: cells.read("victims_high")?,
                deaths_low: cells.read("deaths_low")?,
                deaths_best: cells.read("deaths_best")?,
                deaths_high: cells.read("deaths_high")?,
                aims_at: None,
                motive: None,
                charge: None,
                court: None,
                legal_stage: None,
                confidence: cells.must_read("confidence")?,
                search_text: String::new(),
            });
            rows.push((row, rights.collect()));
            Ok(())
        },
        |rows| {
            let mut db = db.borrow_mut();
            let db = &mut **db;
            written_with_parts!(db, events, event_rights, rows)
        },
    )
}

pub fn participations(db: &mut Db, shelf: &Shelf, view: &ReleaseView) -> Result<()> {
    // The rows of an event stand together, in the order in which they were entered.
    let mut last = (Id::least(), 0);
    each(
        shelf,
        view,
        "participations.csv",
        |cells, rows| {
            let event_id = cells.id("event_id")?;
            last = if last.0 == event_id { (event_id, last.1 + 1) } else { (event_id, 0) };
            rows.push(ParticipationRow {
                id: cells.id("participation_id")?,
                event_id,
                position: last.1,
                actor_id: cells.id("actor_id")?,
                role: cells.must_read("role")?,
                count_low: cells.read("count_low")?,
                count_best: cells.read("count_best")?,
                count_high: cells.read("count_high")?,
                harm: cells.read("harm")?,
            });
            Ok(())
        },
        |rows| written!(db, participations, rows),
    )
}
