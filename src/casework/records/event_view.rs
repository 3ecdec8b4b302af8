//! An event, as it is shown.

use std::collections::HashSet;

use serde::Serialize;
use utoipa::ToSchema;

use super::citation::{self, CitationLink};
use super::event::Event;
use super::links::{self, ActorLink, RecordLink};
use super::provision::{self, ProvisionLink};
use super::{Head, grouped};
use crate::domain::edtf::known_day;
use crate::domain::{
    Confidence, Country, DatePrecision, Edtf, Finding, GeoPrecision, Harm, Id, LegalStage,
    ParticipationRole, RelationKind, Status,
};
use crate::error::Result;
use crate::store::{Db, Eyes, Kind};

/// An event, as it is shown: with those participations, citations, relations and findings that the
/// caller may see. Where a protected person takes part whom the caller may not know, the place is
/// told no more exactly than the province.
#[derive(Debug, Serialize, ToSchema)]
pub struct EventView {
    #[serde(flatten)]
    pub head: Head,
    pub status: Status,
    /// Left out where the caller may not see it.
    pub incident: Option<RecordLink>,
    #[serde(rename = "type")]
    #[schema(example = "dissolution")]
    pub event_type: String,
    pub title: String,
    pub narrative: Option<String>,
    #[schema(value_type = Option<Edtf>)]
    pub date: Option<String>,
    #[schema(format = Date, example = "2017-11-16")]
    pub date_earliest: Option<String>,
    #[schema(format = Date, example = "2017-11-16")]
    pub date_latest: Option<String>,
    pub date_precision: DatePrecision,
    #[schema(value_type = Country)]
    pub country: Country,
    pub admin1: Option<String>,
    pub place_name: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub geo_precision: GeoPrecision,
    pub victims_low: Option<i32>,
    pub victims_best: Option<i32>,
    pub victims_high: Option<i32>,
    pub deaths_low: Option<i32>,
    pub deaths_best: Option<i32>,
    pub deaths_high: Option<i32>,
    pub aims_at: Option<String>,
    pub motive: Option<String>,
    pub charge: Option<String>,
    pub court: Option<String>,
    pub legal_stage: Option<LegalStage>,
    pub confidence: Confidence,
    /// Codes of the rights affected.
    pub rights: Vec<String>,
    pub participations: Vec<ParticipationView>,
    /// What the event is to others.
    pub relations: Vec<RelationView>,
    /// What others are to the event.
    pub related_from: Vec<RelationView>,
    pub findings: Vec<FindingView>,
    /// What statements say of the event.
    pub citations: Vec<CitationLink>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct ParticipationView {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    pub actor: ActorLink,
    pub role: ParticipationRole,
    pub count_low: Option<i32>,
    pub count_best: Option<i32>,
    pub count_high: Option<i32>,
    pub harm: Option<Harm>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct RelationView {
    pub kind: RelationKind,
    pub event: RecordLink,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct FindingView {
    pub provision: ProvisionLink,
    pub finding: Finding,
    pub statement: Option<RecordLink>,
    pub court: Option<ActorLink>,
    pub note: Option<String>,
}

/// The events as the caller may see them, in order.
#[expect(clippy::too_many_lines, reason = "one field after another, nothing to follow")]
pub(super) fn views(db: &mut Db, eyes: &Eyes, events: Vec<Event>) -> Result<Vec<EventView>> {
    let ids: Vec<Id> = events.iter().map(|event| event.row.id).collect();
    let actors = {
        let people = events.iter().flat_map(|it| it.parts.participations.iter());
        let courts = events.iter().flat_map(|it| it.parts.findings.iter());
        let ids = people.map(|it| it.actor_id).chain(courts.filter_map(|it| it.court_id));
        links::actors(db, eyes, ids)?
    };
    let incidents =
        links::records(db, eyes, Kind::Incident, events.iter().map(|it| it.row.incident_id))?;
    let incoming = incoming(db, &ids)?;
    let others = {
        let out = events.iter().flat_map(|it| it.parts.relations.iter().map(|it| it.other_id));
        let back = incoming.values().flatten().map(|it| it.event_id);
        links::records(db, eyes, Kind::Event, out.chain(back))?
    };
    let findings = || events.iter().flat_map(|it| it.parts.findings.iter());
    let statements =
        links::records(db, eyes, Kind::Statement, findings().filter_map(|it| it.statement_id))?;
    let provisions = provision::links(db, eyes, findings().map(|it| it.provision_id))?;
    let mut citations = citation::of_events(db, eyes, &ids)?;
    let with_hidden_place = with_hidden_place(db, eyes, &ids)?;

    Ok(events
        .into_iter()
        .map(|event| {
            let head = Head::of(&event, eyes);
            let words = eyes.words(head.id);
            let Event { row, parts } = event;
            let open = !with_hidden_place.contains(&row.id)
                && parts.participations.iter().all(|it| eyes.may_know(it.actor_id));
            let place = Place {
                name: row.place_name,
                latitude: row.latitude,
                longitude: row.longitude,
                precision: row.geo_precision,
            };
            let province = row.admin1.filter(|_| eyes.tell_province());
            let place = place_if(open, eyes.coarsest(), place, province.is_some());
            EventView {
                head,
                status: row.status,
                incident: incidents.get(&row.incident_id).cloned(),
                event_type: row.event_type,
                title: words.shown(row.title),
                narrative: words.shown_if(row.narrative),
                date_earliest: known_day(&row.date_earliest).map(str::to_owned),
                date_latest: known_day(&row.date_latest).map(str::to_owned),
                date_precision: row.date_precision,
                date: row.date,
                country: row.country,
                admin1: words.shown_if(province),
                place_name: words.shown_if(place.name),
                latitude: place.latitude,
                longitude: place.longitude,
                geo_precision: place.precision,
                victims_low: row.victims_low,
                victims_best: row.victims_best,
                victims_high: row.victims_high,
                deaths_low: row.deaths_low,
                deaths_best: row.deaths_best,
                deaths_high: row.deaths_high,
                aims_at: row.aims_at,
                motive: words.shown_if(row.motive),
                charge: words.shown_if(row.charge),
                court: words.shown_if(row.court),
                legal_stage: row.legal_stage,
                confidence: row.confidence,
                rights: parts.rights.into_iter().map(|it| it.right_code).collect(),
                participations: parts
                    .participations
                    .into_iter()
                    .filter_map(|it| {
                        Some(ParticipationView {
                            id: it.id,
                            actor: actors.get(&it.actor_id)?.clone(),
                            role: it.role,
                            count_low: it.count_low,
                            count_best: it.count_best,
                            count_high: it.count_high,
                            harm: it.harm,
                        })
                    })
                    .collect(),
                relations: parts
                    .relations
                    .into_iter()
                    .filter_map(|it| {
                        let event = others.get(&it.other_id)?.clone();
                        Some(RelationView { kind: it.kind, event })
                    })
                    .collect(),
                related_from: incoming
                    .get(&row.id)
                    .into_iter()
                    .flatten()
                    .filter_map(|it| {
                        let event = others.get(&it.event_id)?.clone();
                        Some(RelationView { kind: it.kind, event })
                    })
                    .collect(),
                findings: parts
                    .findings
                    .into_iter()
                    .filter_map(|it| {
                        // A finding that rests on a statement one may not see would reveal it.
                        let statement = match it.statement_id {
                            Some(id) => Some(statements.get(&id)?.clone()),
                            None => None,
                        };
                        Some(FindingView {
                            provision: provisions.get(&it.provision_id)?.clone(),
                            finding: it.finding,
                            statement,
                            court: it.court_id.and_then(|id| actors.get(&id).cloned()),
                            note: words.shown_if(it.note),
                        })
                    })
                    .collect(),
                citations: citations.remove(&row.id).unwrap_or_default(),
            }
        })
        .collect())
}

/// The events in which somebody takes part now whom the caller may not know. An older version, from
/// before they were entered, tells the place no more exactly.
fn with_hidden_place(db: &mut Db, eyes: &Eyes, ids: &[Id]) -> Result<HashSet<Id>> {
    use crate::store::schema::participations;
    use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl};
    let mut hidden = HashSet::new();
    if eyes.know_everyone() {
        return Ok(hidden);
    }
    for ids in links::in_batches(ids.iter().copied()) {
        let people: Vec<(Id, Id)> = participations::table
            .filter(participations::event_id.eq_any(&ids))
            .select((participations::event_id, participations::actor_id))
            .load(db)?;
        hidden.extend(people.iter().filter(|(_, it)| !eyes.may_know(*it)).map(|(event, _)| *event));
    }
    Ok(hidden)
}

/// Relations of other events to these.
fn incoming(
    db: &mut Db,
    ids: &[Id],
) -> Result<std::collections::HashMap<Id, Vec<super::event_parts::RelationRow>>> {
    use crate::store::schema::event_relations;
    use diesel::{ExpressionMethods, QueryDsl, RunQueryDsl, SelectableHelper};
    let mut rows = Vec::new();
    for ids in links::in_batches(ids.iter().copied()) {
        rows.extend(
            event_relations::table
                .filter(event_relations::other_id.eq_any(&ids))
                .order((event_relations::other_id, event_relations::event_id))
                .select(super::event_parts::RelationRow::as_select())
                .load(db)?,
        );
    }
    Ok(grouped(rows, |row: &super::event_parts::RelationRow| row.other_id))
}

/// A place, no more exact than it is known, or than the caller may know it.
pub struct Place {
    pub name: Option<String>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    pub precision: GeoPrecision,
}

/// THE RULE OF PLACES, for pages and exports alike. `open`: whether the caller may know everyone who
/// took part.
/// `coarsest`: how exactly places are told at most, if a file tells less than the caller may see.
/// `province`: whether it is told.
pub fn place_if(open: bool, coarsest: Option<GeoPrecision>, place: Place, province: bool) -> Place {
    if !open {
        let precision = match place.precision {
            GeoPrecision::Exact | GeoPrecision::Near | GeoPrecision::District if province => {
                GeoPrecision::Province
            }
            GeoPrecision::Exact | GeoPrecision::Near | GeoPrecision::District => {
                GeoPrecision::Country
            }
            other => other,
        };
        let hidden = Place { name: None, latitude: None, longitude: None, precision };
        return coarsened(hidden, coarsest);
    }
    let place = coarsened(place, coarsest);
    let shown = |degrees: f64| rounded(degrees, place.precision);
    Place { latitude: place.latitude.map(shown), longitude: place.longitude.map(shown), ..place }
}

/// A place told no more exactly than `coarsest`. What it is called would tell it, too.
fn coarsened(place: Place, coarsest: Option<GeoPrecision>) -> Place {
    // From the finest; where an event went along a road, no finer than a district is told by it.
    let fineness = |precision: GeoPrecision| match precision {
        GeoPrecision::Exact => 0,
        GeoPrecision::Near => 1,
        GeoPrecision::District | GeoPrecision::Linear => 2,
        GeoPrecision::Province => 3,
        GeoPrecision::Country | GeoPrecision::International | GeoPrecision::Unknown => 4,
    };
    let Some(coarsest) = coarsest else { return place };
    let told = |degrees: Option<f64>| degrees.filter(|_| coarsest != GeoPrecision::Country);
    let (latitude, longitude) = (told(place.latitude), told(place.longitude));
    if fineness(place.precision) >= fineness(coarsest) {
        return Place { latitude, longitude, ..place };
    }
    Place { name: None, latitude, longitude, precision: coarsest }
}

/// Degrees with no more decimals than the precision bears: at the equator a decimal more is 11 km,
/// 1.1 km, 110 m, 11 m.
fn rounded(degrees: f64, precision: GeoPrecision) -> f64 {
    let decimals = match precision {
        GeoPrecision::Exact => 4,
        GeoPrecision::Near => 2,
        GeoPrecision::District => 1,
        _ => 0,
    };
    let scale = 10_f64.powi(decimals);
    (degrees * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::float_cmp, reason = "the very numbers that are printed")]
    fn coordinates_are_not_printed_finer_than_they_are_known() {
        assert_eq!(rounded(11.556_374, GeoPrecision::Exact), 11.5564);
        assert_eq!(rounded(11.556_374, GeoPrecision::Near), 11.56);
        assert_eq!(rounded(11.556_374, GeoPrecision::District), 11.6);
        assert_eq!(rounded(104.928_2, GeoPrecision::Country), 105.0);
    }

    #[test]
    fn a_file_may_tell_places_less_exactly() {
        let told = |precision, coarsest| {
            let (latitude, longitude) = (Some(11.556_374), Some(104.928_2));
            let place =
                Place { name: Some("Tuol Kork".to_owned()), latitude, longitude, precision };
            let place = place_if(true, coarsest, place, true);
            (place.name.is_some(), place.latitude, place.precision)
        };
        let (exact, district) = (GeoPrecision::Exact, GeoPrecision::District);
        let (province, country) = (GeoPrecision::Province, GeoPrecision::Country);
        assert_eq!(told(exact, None), (true, Some(11.5564), exact));
        assert_eq!(told(exact, Some(district)), (false, Some(11.6), district));
        assert_eq!(told(district, Some(district)), (true, Some(11.6), district));
        assert_eq!(told(exact, Some(province)), (false, Some(12.0), province));
        assert_eq!(told(province, Some(district)), (true, Some(12.0), province));
        assert_eq!(told(GeoPrecision::Linear, Some(province)).2, province);
        assert_eq!(told(exact, Some(country)), (false, None, country));
        assert_eq!(told(country, Some(country)), (true, None, country));
    }
}
