//! What sections are made with: the records as the audience sees them, words, links and notes.

use std::collections::HashMap;
use std::fmt::Write;
use std::sync::Arc;

use super::from_release::FromRelease;
use super::wanted::{Period, ReportAudience, Wanted};
use crate::casework::read_records::{all_matching, views};
use crate::casework::records::citation::CitationLink;
use crate::casework::records::event::Event;
use crate::casework::records::event_view::EventView;
use crate::casework::records::filter::AUDIENCE;
use crate::casework::records::links::{ActorLink, RecordLink, in_batches};
use crate::casework::records::statement::{Statement, StatementRow};
use crate::casework::records::statement_view::StatementView;
use crate::casework::records::{Filters, Record, Row};
use crate::domain::document::{Block, Note, Span, TableColumn};
use crate::domain::{Country, Id, ParticipationRole, Timestamp};
use crate::error::Result;
use crate::store::visibility::visible;
use crate::store::vocabulary::Vocabulary;
use crate::store::{Db, Eyes, Memory, Sql};
use crate::words::{Words, dates, script};

/// See the module.
pub struct Making<'m> {
    pub db: &'m mut Db,
    /// Of the audience.
    pub eyes: &'m Eyes,
    pub memory: &'m Memory,
    pub wanted: &'m Wanted,
    pub words: Words,
    pub vocabulary: Arc<Vocabulary>,
    pub now: Timestamp,
    /// The release that it is made of, if it is not the records as they are.
    pub release: Option<&'m FromRelease>,
    pub sources: Sources,
    /// Whether protected people are among those who were counted one by one.
    pub counts_protected: bool,
    /// Cells of tables of people that count fewer than [`FEW`], but somebody.
    pub small_cells: i64,
}

/// Fewer than so many people might be told apart.
const FEW: i64 = 5;

/// The statements that a report rests on, by the passages that it cites.
#[derive(Default)]
pub struct Sources {
    cited: Vec<(Id, Option<String>)>,
    places: HashMap<(Id, Option<String>), u32>,
}

impl Sources {
    /// The number of the note of a passage of a statement: the same for the same passage.
    pub fn note(&mut self, statement: Id, passage: Option<&str>) -> u32 {
        let key = (statement, passage.map(str::to_owned));
        if let Some(number) = self.places.get(&key) {
            return *number;
        }
        self.cited.push(key.clone());
        let number = u32::try_from(self.cited.len()).unwrap_or(u32::MAX);
        self.places.insert(key, number);
        number
    }
}

/// A record's page, which is named by its ref, or by its id.
pub fn page_of(kind: &str, reference: &str) -> String {
    format!("/{kind}/{reference}")
}

impl Making<'_> {
    pub fn say(&self, key: &str) -> String {
        self.words.say(key)
    }

    pub fn label(&self, vocabulary: &str, code: &str) -> String {
        self.vocabulary.said(self.words, vocabulary, code)
    }

    pub fn country(&self, country: &Country) -> &'static str {
        country.name_in(self.words.language().tag)
    }

    /// An EDTF date in words.
    pub fn date(&self, date: Option<&str>) -> String {
        dates::said_if(self.words, date)
    }

    pub fn period(&self, period: Period) -> String {
        let day = |day: chrono::NaiveDate| self.date(Some(&day.to_string()));
        match (period.from, period.to) {
            (None, None) => self.say("country-all-time"),
            (Some(from), None) => self.words.of_value("country-since", &day(from)),
            (None, Some(to)) => self.words.of_value("country-until", &day(to)),
            (Some(from), Some(to)) => self.words.of_values("country-between", &day(from), &day(to)),
        }
    }

    /// The filters of the events that the report is about.
    pub fn filters(&self) -> Filters {
        self.wanted.events(&self.wanted.countries, self.wanted.period)
    }

    /// The events that the report is about, as the audience sees them.
    pub fn condition(&mut self) -> Result<Sql> {
        let filters = self.filters();
        all_matching::<Event>(self.db, &self.eyes.caller, self.memory, &filters)
    }

    /// The list of `path` that holds what filters find, further ones in place of those of the same name.
    pub fn list(&self, path: &str, filters: &Filters, more: &[(&str, &str)]) -> String {
        if let Some(release) = self.release {
            // The lists are those of the records as they are by now; these were not counted.
            return release.page();
        }
        let mut all = filters.0.clone();
        for (name, value) in more {
            all.insert((*name).to_owned(), (*value).to_owned());
        }
        let audience = self.wanted.audience;
        if audience != ReportAudience::Internal {
            // Whoever follows it may see more, which was not counted.
            all.insert(AUDIENCE.to_owned(), audience.code().to_owned());
        }
        let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(&all).finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    /// The events that are counted, with further filters.
    pub fn events(&self, more: &[(&str, &str)]) -> String {
        self.list("/events", &self.filters(), more)
    }

    /// A count, and the list that it counts.
    pub fn count(&self, count: i64, href: Option<String>) -> Span {
        Span { text: self.words.number(count), number: Some(count), href, ..Span::default() }
    }

    /// A text of a record, with its language where that is another.
    pub fn text(&self, text: &str) -> Span {
        Span {
            language: script::tag_beside(text, None, self.words.language()),
            ..Span::plain(text)
        }
    }

    pub fn link(&self, text: &str, href: String) -> Span {
        Span { href: Some(href), ..self.text(text) }
    }

    pub fn actor(&self, actor: &ActorLink) -> Span {
        self.link(&actor.name, page_of("actors", &actor.reference))
    }

    pub fn event(&self, event: &EventView) -> Span {
        self.link(&event.title, page_of("events", &event.head.reference))
    }

    pub fn record(&self, kind: &str, link: &RecordLink) -> Span {
        self.link(&link.title, page_of(kind, &link.reference))
    }

    /// Those who take part in one of some roles, each once, with commas between.
    pub fn people(&self, event: &EventView, roles: &[ParticipationRole]) -> Vec<Span> {
        let mut all = Vec::new();
        let mut seen = Vec::new();
        for one in event.participations.iter().filter(|it| roles.contains(&it.role)) {
            if seen.contains(&one.actor.id) {
                continue;
            }
            seen.push(one.actor.id);
            if !all.is_empty() {
                all.push(Span::plain(self.say("report-comma")));
            }
            all.push(self.actor(&one.actor));
        }
        all
    }

    /// The mark of what a citation says.
    pub fn cite(&mut self, citation: &CitationLink) -> Span {
        Span::note(self.sources.note(citation.statement.id, citation.quote.as_deref()))
    }

    /// The marks of the first citations that say that an event happened, or deny it.
    pub fn marks(&mut self, event: &EventView, most: usize) -> Vec<Span> {
        let mut seen: Vec<u32> = Vec::new();
        for citation in &event.citations {
            let mark = self.cite(citation);
            if let Some(number) = mark.note
                && !seen.contains(&number)
            {
                seen.push(number);
            }
            if seen.len() >= most {
                break;
            }
        }
        seen.into_iter().map(Span::note).collect()
    }

    /// Remembers that rows of a table of people have cells of few.
    pub fn notice_small_cells(&mut self, rows: &[Vec<Vec<Span>>]) {
        let numbers = rows.iter().flatten().flatten().filter_map(|span| span.number);
        let few = numbers.filter(|number| (1..FEW).contains(number)).count();
        self.small_cells += i64::try_from(few).unwrap_or(i64::MAX);
    }

    /// Statements as the audience may see them, by id.
    pub fn statements(
        &mut self,
        ids: impl IntoIterator<Item = Id>,
    ) -> Result<HashMap<Id, StatementView>> {
        let mut statements: HashMap<Id, StatementView> = HashMap::new();
        let mut ids: Vec<Id> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        for ids in in_batches(ids) {
            let condition = Sql::new("statements.id IN (")
                .list(ids.iter().copied())
                .sql(") AND ")
                .then(visible(Statement::KIND, "statements", &self.eyes.caller));
            let many = i64::try_from(ids.len()).unwrap_or(i64::MAX);
            let rows = StatementRow::load(self.db, condition, Sql::new("statements.id"), many)?;
            let records = Statement::with_parts(self.db, rows)?;
            for view in views(self.db, self.eyes, records)? {
                statements.insert(view.head.id, view);
            }
        }
        Ok(statements)
    }

    /// Who issued a statement: the first few of those who did.
    pub fn issuers(&self, statement: &StatementView) -> String {
        let mut issuer = String::new();
        for (at, one) in statement.issuers.iter().chain(&statement.co_signers).take(3).enumerate() {
            let comma = if at == 0 { String::new() } else { self.say("report-comma") };
            let _ = write!(issuer, "{comma}{}", one.name);
        }
        if issuer.is_empty() {
            issuer = self.say("report-issuer-unknown");
        } else if statement.issuers.len() + statement.co_signers.len() > 3 {
            issuer = self.words.of_value("report-and-others", &issuer);
        }
        issuer
    }

    /// The notes that were made, in their order.
    pub fn notes(&mut self) -> Result<Vec<Note>> {
        let cited = std::mem::take(&mut self.sources.cited);
        let statements = self.statements(cited.iter().map(|it| it.0))?;
        Ok(cited
            .into_iter()
            .map(|(id, passage)| self.note(id, passage, statements.get(&id)))
            .collect())
    }

    fn note(&self, id: Id, passage: Option<String>, statement: Option<&StatementView>) -> Note {
        let Some(statement) = statement else {
            // A citation is seen only with its statement, so that there is one.
            debug_assert!(false, "a note without its statement");
            return Note {
                reference: id.to_string(),
                issuer: self.say("report-issuer-unknown"),
                title: String::new(),
                date: None,
                date_text: self.say("date-unknown"),
                passage,
                language: None,
                address: None,
                archived: None,
                href: page_of("statements", &id.to_string()),
            };
        };
        let reference = statement.head.reference.clone();
        let is_a_day = statement.date_earliest == statement.date_latest;
        let day = statement.date_earliest.as_deref().filter(|_| is_a_day);
        Note {
            href: page_of("statements", &reference),
            reference,
            issuer: self.issuers(statement),
            title: statement.title.clone(),
            date: day.and_then(|day| day.parse().ok()),
            date_text: self.date(statement.issued_on.as_deref()),
            passage,
            language: statement.language.clone(),
            address: statement.url.clone(),
            archived: statement.archived_url.clone(),
        }
    }

    /// What stands under `key`, with pieces in its places. `count` decides the plural.
    pub fn sentence(
        &self,
        key: &str,
        count: i64,
        pieces: &[(&'static str, Vec<Span>)],
    ) -> Vec<Span> {
        // The places are found again by characters that no text of ours has.
        const BEGIN: char = '\u{f0000}';
        const END: char = '\u{f0001}';
        let mut values: Vec<(&'static str, fluent_bundle::FluentValue<'static>)> =
            vec![("count", self.words.plural(count).into())];
        for (at, (name, _)) in pieces.iter().enumerate() {
            values.push((name, format!("{BEGIN}{at}{END}").into()));
        }
        let said = self.words.with(key, &values);
        let mut spans = Vec::new();
        for (at, part) in said.split(BEGIN).enumerate() {
            let (piece, text) = match part.split_once(END).filter(|_| at > 0) {
                Some((number, text)) => (number.parse::<usize>().ok(), text),
                None => (None, part),
            };
            if let Some((_, piece)) = piece.and_then(|at| pieces.get(at)) {
                spans.extend(piece.iter().cloned());
            }
            if !text.is_empty() {
                spans.push(Span::plain(text));
            }
        }
        spans
    }

    pub fn paragraph(&self, key: &str) -> Block {
        Block::Paragraph { text: vec![Span::plain(self.say(key))] }
    }

    pub fn remark(&self, key: &str) -> Block {
        Block::Remark { text: vec![Span::plain(self.say(key))] }
    }

    /// A column of words.
    pub fn words_column(&self, key: &str, weight: u8) -> TableColumn {
        TableColumn { label: self.say(key), numbers: false, weight }
    }

    /// A column of numbers.
    pub fn numbers_column(&self, key: &str) -> TableColumn {
        TableColumn { label: self.say(key), numbers: true, weight: 1 }
    }
}
