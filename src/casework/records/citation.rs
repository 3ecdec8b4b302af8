//! Citations: what a statement says of a record, with which stance, in which words.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, TextExpressionMethods};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event_input::EventCitationInput;
use super::filter::common_filters;
use super::input::{Link, levelled};
use super::links::RecordLink;
use super::statement::{Statement, StatementInput};
use super::{Envelope, Filter, Head, Record, Row, enveloped, grouped, links, provision, row};
use crate::casework::act::Act;
use crate::domain::{Caller, CitationTarget, Confidentiality, Count, Country, Id, Stance, quote};
use crate::error::{Error, Result, Wrong};
use crate::store::commit::late;
use crate::store::protection::MARK;
use crate::store::schema::{citations, participations, statements};
use crate::store::{Db, Eyes, Kind, Sql, visibility};

row! {
    /// See [`Citation`].
    CitationRow in citations late {
        statement_id: Id,
        target: CitationTarget,
        incident_id: Option<Id>,
        event_id: Option<Id>,
        actor_id: Option<Id>,
        affiliation_id: Option<Id>,
        participation_id: Option<Id>,
        provision_id: Option<Id>,
        demand_id: Option<Id>,
        stance: Stance,
        quote: Option<String>,
        quote_start: Option<i32>,
        quote_end: Option<i32>,
        page: Option<String>,
        obligated_country: Option<Country>,
    }
}

late!(CitationRow in citations: Citations);

/// What a statement says of one record.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Citation {
    pub row: CitationRow,
}

/// A citation, as it is sent. Exactly one of incident, event, actor, affiliation, participation,
/// provision and demand is given.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CitationInput {
    #[schema(schema_with = super::input::statement_link)]
    pub statement: Link<StatementInput>,
    /// By id or ref.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub incident: Option<String>,
    /// By id or ref.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub event: Option<String>,
    /// By id or ref.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub actor: Option<String>,
    /// By id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub affiliation: Option<String>,
    /// By id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub participation: Option<String>,
    /// By id, or as code and label: `ICCPR Article 22`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub provision: Option<String>,
    /// By id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub demand: Option<String>,
    pub stance: Stance,
    /// Word for word from the statement's text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000, example = "was dissolved by the Supreme Court")]
    pub quote: Option<String>,
    /// Where the quote begins, in Unicode scalar values of the text; found, unless it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Count>,
    /// Where it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub page: Option<String>,
    /// Whose obligation is invoked, where a provision is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub obligated_country: Option<Country>,
    /// public, unless it says otherwise: it is never seen without what it joins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(CitationInput);

/// A citation, as it is shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct CitationView {
    #[serde(flatten)]
    pub head: Head,
    pub statement: Option<RecordLink>,
    /// What kind of record it speaks of.
    pub target: CitationTarget,
    /// The id of that record.
    #[schema(value_type = uuid::Uuid)]
    pub target_id: Id,
    pub stance: Stance,
    pub quote: Option<String>,
    /// In Unicode scalar values. Left out where names in the text were replaced.
    pub start: Option<i32>,
    pub end: Option<i32>,
    pub page: Option<String>,
    #[schema(value_type = Option<Country>)]
    pub obligated_country: Option<Country>,
}

/// A citation, as the event that it speaks of shows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CitationLink {
    #[schema(value_type = uuid::Uuid)]
    pub id: Id,
    pub statement: RecordLink,
    pub stance: Stance,
    pub quote: Option<String>,
    /// In Unicode scalar values. Left out where names in the text were replaced.
    pub start: Option<i32>,
    pub end: Option<i32>,
    pub page: Option<String>,
}

impl CitationInput {
    /// A passage, before it is said what it is of.
    pub fn of_passage(sent: EventCitationInput) -> Self {
        let EventCitationInput { statement, stance, quote, start, end, page } = sent;
        Self {
            statement,
            incident: None,
            event: None,
            actor: None,
            affiliation: None,
            participation: None,
            provision: None,
            demand: None,
            stance,
            quote,
            start,
            end,
            page,
            obligated_country: None,
            confidentiality: None,
            team: None,
        }
    }

    /// A citation sent with an event.
    pub fn of_event(sent: EventCitationInput, event: Id) -> Self {
        Self { event: Some(event.to_string()), ..Self::of_passage(sent) }
    }

    /// The record that is cited: its kind, and its name.
    fn target(&self) -> Result<(CitationTarget, &str)> {
        use CitationTarget as T;
        let all = [
            (T::Incident, &self.incident),
            (T::Event, &self.event),
            (T::Actor, &self.actor),
            (T::Affiliation, &self.affiliation),
            (T::Participation, &self.participation),
            (T::Provision, &self.provision),
            (T::Demand, &self.demand),
        ];
        let given: Vec<_> =
            all.iter().filter_map(|(kind, name)| Some((*kind, name.as_deref()?))).collect();
        match given[..] {
            [one] => Ok(one),
            [] => Err(Error::field(
                "",
                "say what is cited: one of incident, event, actor, affiliation, participation, provision, demand",
            )),
            [_, (second, _), ..] => Err(Error::field(
                format!("/{second}"),
                "a citation speaks of one record; make another",
            )),
        }
    }
}

/// The record of one kind that a citation speaks of, if it is of that kind.
type Named = fn(&CitationRow) -> Option<Id>;

impl Record for Citation {
    const KIND: Kind = Kind::Citation;
    const CONFIDENTIALITY: Confidentiality = Confidentiality::Public;
    const FILTERS: &'static [Filter] = &FILTERS;

    type Row = CitationRow;
    type Input = CitationInput;
    type View = CitationView;

    fn row(&self) -> &CitationRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut CitationRow {
        &mut self.row
    }

    fn with_parts(_: &mut Db, rows: Vec<CitationRow>) -> Result<Vec<Self>> {
        Ok(rows.into_iter().map(|row| Self { row }).collect())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut CitationInput,
        envelope: Envelope,
        _: Option<&Self>,
    ) -> Result<Self> {
        let mut wrong = Wrong::default();
        wrong.line_if("/page", &mut input.page);
        wrong.check()?;
        let (statement_id, body) = cited_statement(db, act, input)?;
        let (target, name) = input.target()?;
        let target_id = target_id(db, act, target, name)?;
        if input.obligated_country.is_some() && target != CitationTarget::Provision {
            return Err(Error::field(
                "/obligated_country",
                "only a cited provision obliges a state",
            ));
        }
        let eyes = act.eyes(db)?;
        let (quote, range) = placed(db, &eyes, statement_id, body, input)?;
        let of = |kind: CitationTarget| (target == kind).then_some(target_id);
        Ok(Self {
            row: enveloped!(CitationRow, envelope, {
                statement_id,
                target,
                incident_id: of(CitationTarget::Incident),
                event_id: of(CitationTarget::Event),
                actor_id: of(CitationTarget::Actor),
                affiliation_id: of(CitationTarget::Affiliation),
                participation_id: of(CitationTarget::Participation),
                provision_id: of(CitationTarget::Provision),
                demand_id: of(CitationTarget::Demand),
                stance: input.stance,
                quote,
                quote_start: range.map(|range| range.0),
                quote_end: range.map(|range| range.1),
                page: input.page.clone(),
                obligated_country: input.obligated_country.clone(),
            }),
        })
    }

    fn is_past_the_draft(&self, db: &mut Db) -> Result<bool> {
        let row = &self.row;
        let event = match row.participation_id {
            Some(participation) => participations::table
                .find(participation)
                .select(participations::event_id)
                .first(db)
                .optional()?,
            None => row.event_id,
        };
        let joined = [
            Some((Kind::Statement, row.statement_id)),
            event.map(|id| (Kind::Event, id)),
            row.incident_id.map(|id| (Kind::Incident, id)),
        ];
        links::are_past_the_draft(db, &joined)
    }

    fn join_what_is_visible(db: &mut Db, caller: &Caller, records: &[Self]) -> Result<Vec<bool>> {
        let rows = || records.iter().map(|record| &record.row);
        let statements = rows().map(|row| row.statement_id);
        let mut shown = links::visible(db, caller, Kind::Statement, statements)?;
        let of: [(Kind, Named); 6] = [
            (Kind::Incident, |row| row.incident_id),
            (Kind::Event, |row| row.event_id),
            (Kind::Actor, |row| row.actor_id),
            (Kind::Affiliation, |row| row.affiliation_id),
            (Kind::Provision, |row| row.provision_id),
            (Kind::Demand, |row| row.demand_id),
        ];
        for (kind, id) in of {
            let ids: Vec<Id> = rows().filter_map(id).collect();
            shown.extend(links::visible(db, caller, kind, ids)?);
        }
        let participations = rows().filter_map(|row| row.participation_id);
        shown.extend(links::shown_participations(db, caller, participations)?);
        let are_shown = |record: &Self| {
            shown.contains(&record.row.statement_id) && shown.contains(&record.target_id())
        };
        Ok(records.iter().map(are_shown).collect())
    }

    fn as_input(&self) -> CitationInput {
        let row = self.row.clone();
        let name = |id: Option<Id>| id.map(|id| id.to_string());
        CitationInput {
            statement: Link::to(row.statement_id),
            incident: name(row.incident_id),
            event: name(row.event_id),
            actor: name(row.actor_id),
            affiliation: name(row.affiliation_id),
            participation: name(row.participation_id),
            provision: name(row.provision_id),
            demand: name(row.demand_id),
            stance: row.stance,
            quote: row.quote,
            start: row.quote_start.map(Count),
            end: row.quote_end.map(Count),
            page: row.page,
            obligated_country: row.obligated_country,
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, records: Vec<Self>) -> Result<Vec<CitationView>> {
        let ids = records.iter().map(|it| it.row.statement_id);
        let statements = links::records(db, eyes, Kind::Statement, ids)?;
        let shifted = shifted(db, eyes, statements.keys().copied())?;
        Ok(records
            .into_iter()
            .map(|record| {
                let head = Head::of(&record, eyes);
                let target_id = record.target_id();
                let row = record.row;
                let kept = !shifted.contains(&row.statement_id);
                CitationView {
                    head,
                    statement: statements.get(&row.statement_id).cloned(),
                    target: row.target,
                    target_id,
                    stance: row.stance,
                    quote: eyes.redacted_if(row.quote),
                    start: row.quote_start.filter(|_| kept),
                    end: row.quote_end.filter(|_| kept),
                    page: eyes.redacted_if(row.page),
                    obligated_country: row.obligated_country,
                }
            })
            .collect())
    }
}

impl Citation {
    /// The id of the record that it speaks of.
    pub fn target_id(&self) -> Id {
        self.row.cited()
    }
}

impl CitationRow {
    /// The id of the record that it speaks of.
    pub fn cited(&self) -> Id {
        self.incident_id
            .or(self.event_id)
            .or(self.actor_id)
            .or(self.affiliation_id)
            .or(self.participation_id)
            .or(self.provision_id)
            .or(self.demand_id)
            .unwrap_or(self.id)
    }
}

fn target_id(db: &mut Db, act: &Act, target: CitationTarget, name: &str) -> Result<Id> {
    use CitationTarget as T;
    let pointer = format!("/{target}");
    let (kind, reference) = match target {
        T::Incident => (Kind::Incident, Some("ref")),
        T::Event => (Kind::Event, Some("ref")),
        T::Actor => (Kind::Actor, Some("ref")),
        T::Affiliation => (Kind::Affiliation, None),
        T::Demand => (Kind::Demand, None),
        T::Provision => return provision::id_of(db, act, name, &pointer),
        T::Participation => return participation(db, act, name, &pointer),
    };
    links::id_of(db, act, kind, reference, name, &pointer)
}

/// A participation that the caller may see: its event and its actor are visible.
fn participation(db: &mut Db, act: &Act, name: &str, pointer: &str) -> Result<Id> {
    if let Some(kept) = links::kept(act, name) {
        return Ok(kept);
    }
    let missing = || Error::field(pointer, "there is no such participation");
    let id: Id = name.parse().map_err(|_| missing())?;
    let condition = visibility::participation_in_visible_event("participations", &act.caller);
    let event: Option<Id> = participations::table
        .filter(participations::id.eq(id))
        .filter(condition)
        .select(participations::event_id)
        .load(db)?
        .pop();
    let event = event.ok_or_else(missing)?;
    links::id_of(db, act, Kind::Event, None, &event.to_string(), pointer).map_err(|_| missing())?;
    Ok(id)
}

/// The statement that a citation names, with its text where a passage is quoted: one question to the
/// database instead of two.
fn cited_statement(
    db: &mut Db,
    act: &mut Act,
    input: &CitationInput,
) -> Result<(Id, Option<String>)> {
    #[derive(diesel::QueryableByName)]
    struct Cited {
        #[diesel(sql_type = crate::store::sql_types::RecordId)]
        id: Id,
        #[diesel(sql_type = diesel::sql_types::Text)]
        body: String,
    }
    if let (Link::To(name), true) = (&input.statement, input.quote.is_some()) {
        let found = Sql::new("SELECT r.id AS id, r.body AS body FROM statements r WHERE ")
            .then(super::filter::named("r", Statement::REF, &[name]))
            .sql(" AND ")
            .then(visibility::visible(Kind::Statement, "r", &act.caller))
            .load::<Cited>(db)?
            .pop();
        if let Some(Cited { id, body }) = found {
            return Ok((id, Some(body)));
        }
    }
    Ok((links::resolve::<Statement>(db, act, &input.statement, "/statement")?, None))
}

/// A quote, and where it stands in the statement.
type Placed = (Option<String>, Option<(i32, i32)>);

/// Finds where a quote stands, or what stands in a place.
///
/// Who may not know everybody whom the text names quotes from the text that they see: otherwise they
/// could ask for a name by guessing it.
fn placed(
    db: &mut Db,
    eyes: &Eyes,
    statement: Id,
    body: Option<String>,
    input: &CitationInput,
) -> Result<Placed> {
    let range = match (input.start, input.end) {
        (Some(start), Some(end)) => Some((start.0, end.0)),
        (None, None) => None,
        (Some(_), None) => return Err(Error::field("/end", "is required with a start")),
        (None, Some(_)) => return Err(Error::field("/start", "is required with an end")),
    };
    if input.quote.is_none() && range.is_none() {
        return Ok((None, None));
    }
    let body = match body {
        Some(body) => body,
        None => statements::table.find(statement).select(statements::body).first(db)?,
    };
    let eyes = eyes.on(db, Kind::Statement, &[statement])?;
    let shown = eyes.words(statement).redact(&body);
    let redacted = matches!(shown, Cow::Owned(_));
    if redacted && range.is_some() {
        let message = "names in this text are replaced for you; send the quote without its place";
        return Err(Error::field("/start", message));
    }
    let at = |(start, end): (i32, i32)| {
        let (start, end) = (usize::try_from(start).ok(), usize::try_from(end).ok());
        start.zip(end).map_or(Err(quote::QuoteError::Absent), |(start, end)| {
            quote::passage(&body, start, end)
        })
    };
    let Some(sent) = &input.quote else {
        let range = range.unwrap_or_default();
        let found = at(range).map_err(|about| Error::field("/start", about.to_string()))?;
        return Ok((Some(found), Some(range)));
    };
    let clean = crate::domain::text::body(sent)
        .map_err(|about| Error::field("/quote", about.to_string()))?;
    if let Some((start, end)) = range {
        let found = at((start, end)).map_err(|about| Error::field("/start", about.to_string()))?;
        if found != clean {
            let about = quote::QuoteError::Elsewhere {
                start: usize::try_from(start).unwrap_or_default(),
                end: usize::try_from(end).unwrap_or_default(),
                found,
            };
            return Err(Error::field("/quote", about.to_string()));
        }
        return Ok((Some(clean), Some((start, end))));
    }
    let refused = |about: quote::QuoteError| Error::field("/quote", about.to_string());
    let found = if redacted {
        quote::locate(&shown, &clean).map_err(refused)?;
        // What the text reads in the place of a replaced name must not be told by the refusal.
        quote::locate(&body, &clean).map_err(|_| {
            let message = "names in this passage are replaced for you, so that it cannot be quoted \
                 as you see it; quote the words before or after the name";
            Error::field("/quote", message)
        })
    } else {
        quote::locate(&body, &clean).map_err(refused)
    };
    let (start, end) = found?;
    let number = |at: usize| i32::try_from(at).map_err(Error::internal);
    Ok((Some(clean), Some((number(start)?, number(end)?))))
}

/// Statements whose text is shown with names replaced, so that offsets do not fit.
fn shifted(db: &mut Db, eyes: &Eyes, ids: impl IntoIterator<Item = Id>) -> Result<HashSet<Id>> {
    let mut shifted = HashSet::new();
    if eyes.know_everyone() {
        return Ok(shifted);
    }
    for ids in links::in_batches(ids) {
        // Only texts in which a name is marked need to be read.
        let bodies: Vec<(Id, String)> = statements::table
            .filter(statements::id.eq_any(&ids))
            .filter(statements::search_text.like(format!("%{MARK}%")))
            .select((statements::id, statements::body))
            .load(db)?;
        let ids: Vec<Id> = bodies.iter().map(|body| body.0).collect();
        let eyes = eyes.on(db, Kind::Statement, &ids)?;
        let changed = |id: Id, body: &str| matches!(eyes.words(id).redact(body), Cow::Owned(_));
        shifted.extend(bodies.iter().filter(|(id, body)| changed(*id, body)).map(|(id, _)| *id));
    }
    Ok(shifted)
}

/// The citations of events that the caller may see, by event.
pub fn of_events(
    db: &mut Db,
    eyes: &Eyes,
    events: &[Id],
) -> Result<HashMap<Id, Vec<CitationLink>>> {
    of(db, eyes, CitationTarget::Event, events)
}

/// The citations of records of one kind that the caller may see, by record.
pub fn of(
    db: &mut Db,
    eyes: &Eyes,
    target: CitationTarget,
    records: &[Id],
) -> Result<HashMap<Id, Vec<CitationLink>>> {
    let mut rows = Vec::new();
    for ids in links::in_batches(records.iter().copied()) {
        let condition = Sql::new(format!("citations.{target}_id IN ("))
            .list(ids)
            .sql(") AND ")
            .then(visibility::visible(Kind::Citation, "citations", &eyes.caller));
        rows.extend(CitationRow::load(db, condition, Sql::new("citations.id"), i64::MAX)?);
    }
    let statements =
        links::records(db, eyes, Kind::Statement, rows.iter().map(|row| row.statement_id))?;
    let shifted = shifted(db, eyes, statements.keys().copied())?;
    let groups = grouped(rows, CitationRow::cited);
    Ok(groups
        .into_iter()
        .map(|(record, rows)| {
            let links = rows.into_iter().filter_map(|row| {
                let kept = !shifted.contains(&row.statement_id);
                Some(CitationLink {
                    id: row.id,
                    statement: statements.get(&row.statement_id)?.clone(),
                    stance: row.stance,
                    quote: eyes.redacted_if(row.quote),
                    start: row.quote_start.filter(|_| kept),
                    end: row.quote_end.filter(|_| kept),
                    page: eyes.redacted_if(row.page),
                })
            });
            (record, links.collect())
        })
        .collect())
}

/// A statement's text may be corrected, but not so that a passage quoted from it disappears.
pub fn must_still_hold(db: &mut Db, statement: Id, body: &str) -> Result<()> {
    let quotes: Vec<(Option<String>, Option<i32>, Option<i32>)> = citations::table
        .filter(citations::statement_id.eq(statement))
        .filter(citations::deleted_at.is_null())
        .filter(citations::quote.is_not_null())
        .select((citations::quote, citations::quote_start, citations::quote_end))
        .load(db)?;
    for (quote, start, end) in quotes {
        let (Some(quote), Some(start), Some(end)) = (quote, start, end) else { continue };
        let at = format!("{start}–{end}");
        let (start, end) = (usize::try_from(start), usize::try_from(end));
        let found =
            start.ok().zip(end.ok()).and_then(|(start, end)| quote::passage(body, start, end).ok());
        if found.as_deref() != Some(quote.as_str()) {
            // Not the quote itself: the citation, or a name in it, may be hidden from the caller.
            return Err(Error::field(
                "/body",
                format!(
                    "a citation quotes the characters {at} of this text, and would not find them \
                     there any more; change or delete the citation first"
                ),
            ));
        }
    }
    Ok(())
}

/// A participation that is cited stays until its citations are deleted for good.
pub fn must_not_cite(db: &mut Db, participations: &[Id]) -> Result<()> {
    let cited = citations::table
        .filter(citations::participation_id.eq_any(participations.iter().copied().map(Some)));
    let count: i64 = cited.count().get_result(db)?;
    if count > 0 {
        return Err(Error::Conflict(
            "a citation speaks of a participation that would be removed; keep it in the list, with its id"
                .to_owned(),
        ));
    }
    Ok(())
}

/// The citations of one kind of record.
macro_rules! by_target {
    ($name:literal, $column:literal, $kind:expr, $reference:expr) => {
        Filter {
            name: $name,
            about: "The records that are cited, by id or ref; several with commas.",
            example: "",
            condition: |asked| {
                Ok(Sql::new(concat!("citations.", $column, " IN "))
                    .then(asked.records($kind, $reference)?))
            },
        }
    };
}

const COMMON: [Filter; 4] = common_filters!("citations");
static FILTERS: [Filter; 13] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        by_target!("statement", "statement_id", Kind::Statement, Some("ref")),
        by_target!("incident", "incident_id", Kind::Incident, Some("ref")),
        by_target!("event", "event_id", Kind::Event, Some("ref")),
        by_target!("actor", "actor_id", Kind::Actor, Some("ref")),
        by_target!("affiliation", "affiliation_id", Kind::Affiliation, None),
        by_target!("provision", "provision_id", Kind::Provision, None),
        by_target!("demand", "demand_id", Kind::Demand, None),
        Filter {
            name: "stance",
            about: "Stances; several with commas.",
            example: "denies",
            condition: |asked| asked.any_of::<Stance>("citations.stance"),
        },
        Filter {
            name: "target",
            about: "Kinds of record that are cited; several with commas.",
            example: "event",
            condition: |asked| asked.any_of::<CitationTarget>("citations.target"),
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
