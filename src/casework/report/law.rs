//! Sections about law: what bound the state, and what the events engage.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use diesel::sql_types::{Nullable, Text};

use super::events::{events, main_first, told};
use super::making::Making;
use crate::casework::law::{StandingView, deciding_day};
use crate::domain::document::{Block, Span, Table};
use crate::domain::{Country, Id, LegalStatus};
use crate::error::{Error, Result};
use crate::store::Sql;
use crate::store::sql_types::RecordId;

/// Articles whose main events are told, and events told under each.
const ARTICLES: usize = 25;
const OF_AN_ARTICLE: i64 = 6;

impl Making<'_> {
    /// The one country that a report about law has.
    fn state(&self) -> Option<Country> {
        self.wanted.countries.first().cloned()
    }

    /// The day of which the law is told: the last of the period, but none that is to come.
    fn law_day(&self) -> NaiveDate {
        let today = self.now.day();
        self.wanted.period.to.filter(|to| *to < today).unwrap_or(today)
    }
}

/// How each instrument stood for the state on the last day of the period.
pub fn framework(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let Some(country) = making.state() else { return Ok(Vec::new()) };
    let day = making.law_day();
    let book = making.memory.law(making.db)?;
    let only = making.wanted.instrument.clone();
    let standings: Vec<StandingView> = book
        .on(country.as_str(), day)
        .iter()
        .filter(|it| it.status != LegalStatus::NotRatifiable)
        // Where nothing is loaded of what states did to an instrument, nothing can be told.
        .filter(|it| only.as_ref().map_or(it.is_known, |code| it.instrument.code == *code))
        .map(|it| StandingView::of(it, making.eyes))
        .collect();
    if let Some(code) = only.filter(|_| standings.is_empty()) {
        let code: String = code.chars().take(60).collect();
        return Err(Error::Malformed(format!(
            "'instrument' cannot be used: there is no instrument '{code}' that states ratify; see /instruments"
        )));
    }
    let mut rows = Vec::new();
    let mut limits = Vec::new();
    for it in &standings {
        let since = it.since.as_deref().map_or_else(String::new, |since| {
            let action = it.action.map(|it| making.label("commitment_action", it.code()));
            match action {
                Some(action) => {
                    making.words.of_values("report-since-by", &making.date(Some(since)), &action)
                }
                None => making.date(Some(since)),
            }
        });
        let in_force = it.in_force_since.map(|day| making.date(Some(&day.to_string())));
        rows.push(vec![
            vec![
                making.link(&it.name, format!("/instruments/{}", it.code)),
                Span::plain(format!(" ({})", it.code)),
            ],
            vec![Span::plain(making.say(&it.status_key()))],
            vec![Span::plain(since)],
            vec![Span::plain(in_force.unwrap_or_default())],
            vec![Span::plain(it.as_of.clone().unwrap_or_default())],
        ]);
        for (key, acts) in it.limits() {
            for act in acts {
                let mut text = vec![
                    Span::strong(it.code.clone()),
                    Span::plain(making.say("report-colon")),
                    Span::plain(making.say(key)),
                    Span::plain(" "),
                    Span::plain(making.date(Some(&act.date))),
                ];
                for more in [&act.provision, &act.note].into_iter().flatten() {
                    text.push(Span::plain(making.say("report-comma")));
                    text.push(making.text(more));
                }
                limits.push(text);
            }
        }
    }
    let day_said = making.date(Some(&day.to_string()));
    let columns = vec![
        making.words_column("report-instrument", 6),
        making.words_column("report-status", 3),
        making.words_column("report-since", 3),
        making.words_column("report-in-force-since", 3),
        making.words_column("report-as-of", 3),
    ];
    let title = making.words.of_values("report-law-title", making.country(&country), &day_said);
    let remark = vec![Span::plain(making.say("report-law-remark"))];
    let mut blocks = vec![Block::Table(Table { title, columns, rows, remark })];
    if limits.is_empty() {
        blocks.push(making.paragraph("report-no-limits"));
    } else {
        let text = vec![Span::plain(making.say("report-limits"))];
        blocks.push(Block::Heading { level: 2, text, anchor: "limits".to_owned() });
        blocks.push(Block::List { items: limits });
    }
    Ok(blocks)
}

/// A provision that events engage, and how many do.
struct Engaged {
    instrument: String,
    label: String,
    title: Option<String>,
    right: Option<String>,
    is_general: bool,
    /// In their order, each once.
    events: Vec<Id>,
    reserved: bool,
    suspended: bool,
}

/// The provisions that the events engage, by the law on the day of each.
fn engaged(making: &mut Making<'_>, country: &Country) -> Result<(Vec<Engaged>, i64)> {
    #[derive(diesel::QueryableByName)]
    struct Row {
        #[diesel(sql_type = RecordId)]
        id: Id,
        #[diesel(sql_type = Text)]
        day: String,
        #[diesel(sql_type = Nullable<Text>)]
        right: Option<String>,
    }
    let condition = making.condition()?;
    let query = Sql::new(
        "SELECT events.id AS id, events.date_earliest AS day, r.right_code AS \"right\" FROM events \
         LEFT JOIN event_rights r ON r.event_id = events.id WHERE ",
    )
    .then(condition);
    let mut rows = query.load::<Row>(making.db)?;
    // Those of one event together.
    rows.sort_unstable_by_key(|row| row.id);
    let book = making.memory.law(making.db)?;
    // What holds on one day of a span between two changes holds on each: looked up once.
    let mut known: HashMap<(usize, String), Vec<usize>> = HashMap::new();
    let mut places: HashMap<(String, Id), usize> = HashMap::new();
    let mut all: Vec<Engaged> = Vec::new();
    let mut undated = BTreeSet::new();
    for row in rows {
        let Some(day) = deciding_day(&row.day) else {
            undated.insert(row.id);
            continue;
        };
        let Some(right) = row.right else { continue };
        let span = (book.period(country.as_str(), day), right);
        let found = known.entry(span).or_insert_with_key(|(_, right)| {
            let obligations = book.obligations(country.as_str(), day, &[right.as_str()]);
            let mut found = Vec::new();
            for it in obligations {
                let key = (it.standing.instrument.code.clone(), it.provision.id);
                let place = *places.entry(key).or_insert_with(|| {
                    all.push(Engaged {
                        instrument: it.standing.instrument.code.clone(),
                        label: it.provision.label.clone(),
                        title: it.provision.title.clone(),
                        right: it.provision.right.clone(),
                        is_general: it.only_for.is_none(),
                        events: Vec::new(),
                        reserved: false,
                        suspended: false,
                    });
                    all.len() - 1
                });
                if let Some(engaged) = all.get_mut(place) {
                    engaged.reserved |= it.is_reserved();
                    engaged.suspended |= it.is_suspended();
                }
                found.push(place);
            }
            found
        });
        for place in found {
            if let Some(engaged) = all.get_mut(*place)
                && engaged.events.last() != Some(&row.id)
            {
                engaged.events.push(row.id);
            }
        }
    }
    all.sort_by(|one, other| {
        (!one.is_general, std::cmp::Reverse(one.events.len()), &one.instrument, &one.label).cmp(&(
            !other.is_general,
            std::cmp::Reverse(other.events.len()),
            &other.instrument,
            &other.label,
        ))
    });
    Ok((all, i64::try_from(undated.len()).unwrap_or(i64::MAX)))
}

impl Engaged {
    fn count(&self) -> i64 {
        i64::try_from(self.events.len()).unwrap_or(i64::MAX)
    }
}

/// The provisions that bound the state on the day of each event that they concern, with how many.
pub fn obligations(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let Some(country) = making.state() else { return Ok(Vec::new()) };
    let (all, undated) = engaged(making, &country)?;
    if all.is_empty() {
        return Ok(vec![making.paragraph("report-no-obligations")]);
    }
    let (general, narrow): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| it.is_general);
    let rows = general
        .iter()
        .map(|it| {
            let mut provision = vec![Span::plain(format!("{} {}", it.instrument, it.label))];
            if let Some(title) = &it.title {
                provision.push(Span::plain(making.say("report-comma")));
                provision.push(making.text(title));
            }
            let right = it.right.as_deref().map(|right| making.label("right", right));
            let mut notes = Vec::new();
            for (is_so, key) in
                [(it.reserved, "report-reserved"), (it.suspended, "report-suspended")]
            {
                if is_so {
                    notes.push(making.say(key));
                }
            }
            vec![
                provision,
                vec![Span::plain(right.unwrap_or_default())],
                vec![making.count(it.count(), None)],
                vec![Span::plain(notes.join(&making.say("report-semicolon")))],
            ]
        })
        .collect();
    let columns = vec![
        making.words_column("report-provision", 6),
        making.words_column("report-right", 4),
        making.numbers_column("report-unit-events"),
        making.words_column("report-note", 4),
    ];
    let mut remark = vec![Span::plain(making.say("report-obligations-remark"))];
    if undated > 0 {
        remark.push(Span::plain(" "));
        let pieces = [("events", vec![making.count(undated, None)])];
        remark.extend(making.sentence("report-undated", undated, &pieces));
    }
    let title = making.say("report-obligations-table");
    let mut blocks = vec![Block::Table(Table { title, columns, rows, remark })];
    if !narrow.is_empty() {
        let names: Vec<String> =
            narrow.iter().map(|it| format!("{} {}", it.instrument, it.label)).collect();
        let list = vec![Span::plain(names.join(&making.say("report-comma")))];
        let text = making.sentence("report-only-for", 1, &[("provisions", list)]);
        blocks.push(Block::Remark { text });
    }
    Ok(blocks)
}

/// By article of the instrument: how many events engage it, and the main ones.
pub fn articles(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let (Some(country), Some(code)) = (making.state(), making.wanted.instrument.clone()) else {
        return Ok(Vec::new());
    };
    let (all, _) = engaged(making, &country)?;
    let mut of: Vec<Engaged> = all.into_iter().filter(|it| it.instrument == code).collect();
    if of.is_empty() {
        return Ok(vec![making.paragraph("report-no-articles")]);
    }
    of.sort_by_key(|it| number_of(&it.label));
    let mut blocks = Vec::new();
    for it in of.iter().take(ARTICLES) {
        let title = it.title.as_ref().map(|it| format!(" – {it}")).unwrap_or_default();
        blocks.push(Block::Heading {
            level: 2,
            text: vec![Span::plain(format!("{}{title}", it.label))],
            anchor: format!("article-{}", it.label.replace(|c: char| !c.is_alphanumeric(), "-")),
        });
        let pieces = [("events", vec![making.count(it.count(), None)])];
        blocks.push(Block::Paragraph {
            text: making.sentence("report-article-events", it.count(), &pieces),
        });
        if it.reserved {
            blocks.push(making.remark("report-reserved-article"));
        }
        let condition =
            Sql::new("events.id IN (").list(it.events.iter().take(5_000).copied()).sql(")");
        let order = main_first(making);
        let items = events(making, condition, order, OF_AN_ARTICLE)?
            .iter()
            .map(|event| told(making, event))
            .collect();
        blocks.push(Block::List { items });
    }
    Ok(blocks)
}

/// What articles are put in order by: their number, then the label.
fn number_of(label: &str) -> (u32, String) {
    let digits: String = label
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    (digits.parse().unwrap_or(u32::MAX), label.to_owned())
}

/// By right affected: how many events, the main ones, and the provisions that protect it.
pub fn rights(making: &mut Making<'_>) -> Result<Vec<Block>> {
    let filters = making.filters();
    let figures =
        crate::casework::figures::remembered(making.db, making.eyes, making.memory, &filters)?;
    let engaged = match making.state() {
        Some(country) => engaged(making, &country)?.0,
        None => Vec::new(),
    };
    let mut blocks = Vec::new();
    for (right, count) in figures.rights.iter().filter_map(|(code, n)| Some((code.as_ref()?, *n))) {
        blocks.push(Block::Heading {
            level: 2,
            text: vec![Span::plain(making.label("right", right))],
            anchor: format!("right-{right}"),
        });
        let href = making.events(&[("right", right)]);
        let pieces = [("events", vec![making.count(count, Some(href))])];
        let mut text = making.sentence("report-right-events", count, &pieces);
        let provisions: Vec<String> = engaged
            .iter()
            .filter(|it| it.is_general && it.right.as_ref() == Some(right))
            .take(6)
            .map(|it| format!("{} {}", it.instrument, it.label))
            .collect();
        if !provisions.is_empty() {
            text.push(Span::plain(" "));
            let list = vec![Span::plain(provisions.join(&making.say("report-comma")))];
            text.extend(making.sentence("report-right-bound", count, &[("provisions", list)]));
        }
        blocks.push(Block::Paragraph { text });
        let condition = making.condition()?.and(
            Sql::new("EXISTS (SELECT 1 FROM event_rights r WHERE r.event_id = events.id AND r.right_code = ")
                .bind(right.as_str())
                .sql(")"),
        );
        let order = main_first(making);
        let items =
            events(making, condition, order, 4)?.iter().map(|event| told(making, event)).collect();
        blocks.push(Block::List { items });
    }
    if blocks.is_empty() {
        blocks.push(making.paragraph("report-nothing"));
    }
    Ok(blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_in_the_order_of_their_numbers() {
        let mut labels = ["Article 22", "Article 9", "Article 19(3)", "Preamble", "Article 19"];
        labels.sort_by_key(|label| number_of(label));
        assert_eq!(labels, ["Article 9", "Article 19", "Article 19(3)", "Article 22", "Preamble"]);
    }
}
