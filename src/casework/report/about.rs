//! Sections about the subject and the report itself: an actor's profile, and method, sources, limits.

use diesel::sql_types::{BigInt, Nullable, Text};

use super::from_release;
use super::making::{Making, page_of};
use super::speaking::speaking;
use crate::casework::read_records::{Page, count, find, page, view, views};
use crate::casework::records::actor::Actor;
use crate::casework::records::affiliation::Affiliation;
use crate::casework::records::event::Event;
use crate::casework::records::{Filters, Record};
use crate::domain::document::{Block, Span, Table};
use crate::error::{Error, Result};
use crate::store::Sql;

/// Affiliations of a profile.
const AFFILIATIONS: i64 = 60;

/// The actor that a report is about.
pub fn subject(making: &mut Making<'_>) -> Result<Option<Actor>> {
    let Some(name) = making.wanted.actor.clone() else { return Ok(None) };
    let found = find::<Actor>(making.db, &making.eyes.caller, &name);
    found.map(Some).map_err(|error| match error {
        Error::NotFound => Error::Malformed(format!(
            "'actor' cannot be used: there is no actor '{}' that this audience may see",
            name.chars().take(60).collect::<String>()
        )),
        other => other,
    })
}

/// Who an actor is: kind, other names, to whom they belong.
pub fn profile(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let Some(actor) = subject(making)? else { return Ok(Vec::new()) };
    let reference = actor.reference();
    let actor = view::<Actor>(making.db, making.eyes, actor)?;
    let mut items = Vec::new();
    let mut add = |key: &str, text: Vec<Span>| {
        let mut item = vec![Span::strong(making.say(key)), Span::plain(making.say("report-colon"))];
        item.extend(text);
        items.push(item);
    };
    let said = |text: String| vec![Span::plain(text)];
    add("report-kind", said(making.label("actor_kind", actor.kind.code())));
    if let Some(sector) = actor.sector {
        add("report-sector", said(making.label("sector", sector.code())));
    }
    if let Some(country) = &actor.country {
        add("report-country", said(making.country(country).to_owned()));
    }
    if !actor.names.is_empty() {
        let mut names = Vec::new();
        for name in &actor.names {
            if !names.is_empty() {
                names.push(Span::plain(making.say("report-comma")));
            }
            names.push(making.text(&name.text));
        }
        add("report-other-names", names);
    }
    if let Some(description) = &actor.description {
        add("report-description", vec![making.text(description)]);
    }
    let mut blocks = vec![Block::List { items }];
    let filters = Filters([("actor".to_owned(), reference)].into());
    let first = Page { column: "id", descending: false, after: None, limit: AFFILIATIONS };
    let found = page::<Affiliation>(making.db, making.eyes, making.memory, &filters, &first)?;
    let found = views::<Affiliation>(making.db, making.eyes, found)?;
    let rows: Vec<_> = found
        .iter()
        .map(|it| {
            let actor = |link: &Option<crate::casework::records::links::ActorLink>| {
                link.as_ref().map(|it| vec![making.actor(it)]).unwrap_or_default()
            };
            let ends = [&it.from, &it.to].map(|date| {
                vec![Span::plain(
                    date.as_deref().map_or_else(String::new, |date| making.date(Some(date))),
                )]
            });
            let [from, to] = ends;
            let kind = making.label("affiliation_kind", it.kind.code());
            vec![actor(&it.actor), vec![Span::plain(kind)], actor(&it.other), from, to]
        })
        .collect();
    if !rows.is_empty() {
        let columns = vec![
            making.words_column("report-actor", 4),
            making.words_column("report-kind", 3),
            making.words_column("report-other-actor", 4),
            making.words_column("report-from", 3),
            making.words_column("report-to", 3),
        ];
        let title = making.say("report-affiliations");
        blocks.push(Block::Table(Table { title, columns, rows, remark: Vec::new() }));
    }
    Ok(blocks)
}

#[derive(diesel::QueryableByName)]
struct Tally {
    #[diesel(sql_type = Nullable<Text>)]
    code: Option<String>,
    #[diesel(sql_type = BigInt)]
    count: i64,
}

/// How the figures were made, on what they rest, and what they do not say.
pub fn method(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let condition = making.condition()?;
    let filters = making.filters();
    let caller = making.eyes.caller.clone();
    let events = count::<Event>(making.db, &caller, making.memory, &filters)?;
    let mut items = vec![
        vec![Span::plain(making.say("report-method-units"))],
        vec![Span::plain(making.say("report-method-documented"))],
        vec![Span::plain(making.say(&format!("report-audience-{}", making.wanted.audience)))],
    ];
    let speaking = speaking(making)?;
    let pieces = [
        ("statements", vec![making.count(speaking.statements, None)]),
        ("issuers", vec![making.count(speaking.issuers, None)]),
        ("events", vec![making.count(events, Some(making.events(&[])))]),
    ];
    items.push(making.sentence("report-method-sources", events, &pieces));
    for (key, column, vocabulary, filter) in [
        ("report-method-confidence", "events.confidence", "confidence", Some("confidence")),
        ("report-method-dates", "events.date_precision", "date_precision", None),
        ("report-method-status", "events.status", "status", Some("status")),
    ] {
        let rows =
            Sql::new(format!("SELECT {column} AS code, COUNT(*) AS count FROM events WHERE "))
                .then(condition.clone())
                .sql(" GROUP BY 1 ORDER BY 2 DESC, 1")
                .load::<Tally>(making.db)?;
        let mut list = Vec::new();
        for row in rows {
            let Some(code) = row.code else { continue };
            if !list.is_empty() {
                list.push(Span::plain(making.say("report-comma")));
            }
            list.push(Span::plain(format!(
                "{}{}",
                making.label(vocabulary, &code),
                making.say("report-colon")
            )));
            let href = filter.map(|filter| making.events(&[(filter, &code)]));
            list.push(making.count(row.count, href));
        }
        if !list.is_empty() {
            items.push(making.sentence(key, events, &[("list", list)]));
        }
    }
    if !making.wanted.filters.0.is_empty() {
        let said: Vec<String> =
            making.wanted.filters.0.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let list = vec![Span::plain(said.join(&making.say("report-comma")))];
        items.push(making.sentence("report-method-filters", events, &[("list", list)]));
    }
    items.push(vec![Span::plain(making.say("report-method-law"))]);
    items.extend(from_release::method(making));
    Ok(vec![Block::List { items }])
}

/// The title of a report about an actor.
pub fn title(making: &mut Making<'_>) -> Result<Option<Span>> {
    let Some(actor) = subject(making)? else { return Ok(None) };
    let reference = actor.reference();
    let actor = view::<Actor>(making.db, making.eyes, actor)?;
    Ok(Some(making.link(&actor.name, page_of("actors", &reference))))
}
