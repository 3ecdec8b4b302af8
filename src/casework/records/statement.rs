//! Statements: documents and utterances, with an issuer and a date.

use std::collections::HashSet;

use diesel::{ExpressionMethods, OptionalExtension, QueryDsl, RunQueryDsl, SelectableHelper};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::actor::ActorInput;
use super::filter::{common_filters, is_one_of};
use super::input::{Link, levelled};
use super::searched::{Searched, joined};
use super::{Envelope, Filter, Record, Sort, enveloped, grouped, links, row};
use crate::casework::act::Act;
use crate::domain::edtf::derived;
use crate::domain::{
    Confidentiality, Country, DatePrecision, Edtf, Id, Reliability, StatementKind, Status, text,
};
use crate::each_backend;
use crate::error::{Error, Result, Wrong};
use crate::store::protection::Protected;
use crate::store::schema::{statement_countries, statement_issuers, statements};
use crate::store::words::Words;
use crate::store::{Db, Eyes, Kind, Sql, counters, history, visibility};

row! {
    /// See [`Statement`].
    StatementRow in statements {
        reference: String,
        status: Status,
        title: String,
        kind: StatementKind,
        issued_on: Option<String>,
        date_earliest: String,
        date_latest: String,
        date_precision: DatePrecision,
        place: Option<String>,
        language: Option<String>,
        url: Option<String>,
        archived_url: Option<String>,
        accessed_on: Option<String>,
        body: String,
        body_sha256: String,
        summary: Option<String>,
        reliability: Option<Reliability>,
        derived_from: Option<Id>,
        #[serde(skip)]
        search_text: String,
    }
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = statement_issuers)]
pub struct IssuerRow {
    pub statement_id: Id,
    pub position: i32,
    pub actor_id: Id,
    pub co_signer: bool,
}

#[derive(
    Debug,
    Clone,
    PartialEq,
    Eq,
    Serialize,
    Deserialize,
    diesel::Queryable,
    diesel::Selectable,
    diesel::Insertable,
)]
#[diesel(table_name = statement_countries)]
pub struct CountryRow {
    pub statement_id: Id,
    pub country: Country,
}

/// A document or utterance, with its issuers and the countries that it is about.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Statement {
    pub row: StatementRow,
    pub issuers: Vec<IssuerRow>,
    pub countries: Vec<CountryRow>,
}

/// A statement, as it is sent.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatementInput {
    #[schema(
        min_length = 1,
        max_length = 1000,
        example = "Cambodia: threat to close a human rights organisation"
    )]
    pub title: String,
    pub kind: StatementKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<Edtf>,
    /// Where it was issued.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "Bangkok")]
    pub place: Option<String>,
    /// BCP 47.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "en")]
    pub language: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "https://forum-asia.org/")]
    pub url: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub archived_url: Option<String>,
    /// YYYY-MM-DD.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(format = Date, example = "2017-11-28")]
    pub accessed_on: Option<String>,
    /// The whole text. Quotes are passages of it.
    #[schema(min_length = 1, max_length = 2_000_000)]
    pub body: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 100_000)]
    pub summary: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
    /// The statement that this one reprints or summarises, by id or ref, so that independent
    /// sources can be counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub derived_from: Option<String>,
    /// The countries that it is about.
    #[serde(default)]
    #[schema(max_items = 250)]
    pub countries: Vec<Country>,
    /// Who says it.
    #[serde(default)]
    #[schema(schema_with = super::input::actor_links)]
    pub issuers: Vec<Link<ActorInput>>,
    /// Who signed it too.
    #[serde(default)]
    #[schema(schema_with = super::input::actor_links)]
    pub co_signers: Vec<Link<ActorInput>>,
    /// internal, unless it says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// For a restricted record: the team that alone sees it, by id or name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub team: Option<String>,
}
levelled!(StatementInput);

impl StatementInput {
    fn check(&mut self, today: chrono::NaiveDate) -> Result<()> {
        let mut wrong = Wrong::default();
        wrong.line("/title", &mut self.title);
        match text::body(&self.body) {
            Ok(body) => self.body = body,
            Err(error) => wrong.add("/body", error.to_string()),
        }
        wrong.line_if("/place", &mut self.place);
        wrong.language_if("/language", self.language.as_deref());
        wrong.url_if("/url", &mut self.url);
        wrong.url_if("/archived_url", &mut self.archived_url);
        wrong.day_if("/accessed_on", self.accessed_on.as_deref());
        wrong.passage_if("/summary", &mut self.summary);
        wrong.at_most("/issuers", &self.issuers, 500);
        wrong.at_most("/co_signers", &self.co_signers, 500);
        self.countries.sort();
        self.countries.dedup();
        not_in_the_future(&mut wrong, "/issued_on", self.issued_on.as_ref(), today);
        wrong.check()
    }
}

/// What has been said or has happened cannot begin after tomorrow (the day differs by place).
pub fn not_in_the_future(
    wrong: &mut Wrong,
    pointer: &str,
    date: Option<&Edtf>,
    today: chrono::NaiveDate,
) {
    if let Some(date) = date
        && date.earliest().is_some_and(|day| day > today + chrono::Days::new(1))
    {
        wrong.add(pointer, format!("{date} is in the future"));
    }
}

impl Record for Statement {
    const KIND: Kind = Kind::Statement;
    const REF: Option<&'static str> = Some("ref");
    const FILTERS: &'static [Filter] = &FILTERS;
    const SORTS: &'static [Sort] = &[Sort::DATE, Sort::CREATED, Sort::UPDATED];

    type Row = StatementRow;
    type Input = StatementInput;
    type View = super::statement_view::StatementView;

    fn row(&self) -> &StatementRow {
        &self.row
    }

    fn row_mut(&mut self) -> &mut StatementRow {
        &mut self.row
    }

    fn reference(&self) -> String {
        self.row.reference.clone()
    }

    fn status(&self) -> Option<Status> {
        Some(self.row.status)
    }

    fn set_status(&mut self, status: Status) {
        self.row.status = status;
    }

    fn with_parts(db: &mut Db, rows: Vec<StatementRow>) -> Result<Vec<Self>> {
        let (mut issuers, mut countries) = (Vec::new(), Vec::new());
        for ids in links::in_batches(rows.iter().map(|row| row.id)) {
            issuers.extend(
                statement_issuers::table
                    .filter(statement_issuers::statement_id.eq_any(&ids))
                    .order((statement_issuers::statement_id, statement_issuers::position))
                    .select(IssuerRow::as_select())
                    .load(db)?,
            );
            countries.extend(
                statement_countries::table
                    .filter(statement_countries::statement_id.eq_any(&ids))
                    .order((statement_countries::statement_id, statement_countries::country))
                    .select(CountryRow::as_select())
                    .load(db)?,
            );
        }
        let mut issuers = grouped(issuers, |row: &IssuerRow| row.statement_id);
        let mut countries = grouped(countries, |row: &CountryRow| row.statement_id);
        Ok(rows
            .into_iter()
            .map(|row| Self {
                issuers: issuers.remove(&row.id).unwrap_or_default(),
                countries: countries.remove(&row.id).unwrap_or_default(),
                row,
            })
            .collect())
    }

    fn save_parts(&self, db: &mut Db, before: Option<&Self>) -> Result<()> {
        if before.is_some() {
            let issuers =
                statement_issuers::table.filter(statement_issuers::statement_id.eq(self.row.id));
            diesel::delete(issuers).execute(db)?;
            let countries = statement_countries::table
                .filter(statement_countries::statement_id.eq(self.row.id));
            diesel::delete(countries).execute(db)?;
        }
        if !self.issuers.is_empty() {
            each_backend!(db, |c| diesel::insert_into(statement_issuers::table)
                .values(&self.issuers)
                .execute(c))?;
        }
        if !self.countries.is_empty() {
            each_backend!(db, |c| diesel::insert_into(statement_countries::table)
                .values(&self.countries)
                .execute(c))?;
        }
        Ok(())
    }

    fn build(
        db: &mut Db,
        act: &mut Act,
        input: &mut StatementInput,
        envelope: Envelope,
        before: Option<&Self>,
    ) -> Result<Self> {
        input.check(act.now.day())?;
        let id = envelope.id;
        let body_sha256 = history::digest(input.body.as_bytes());
        if let Some(before) = before
            && before.row.body_sha256 != body_sha256
        {
            super::citation::must_still_hold(db, id, &input.body)?;
        }
        let source = before.and_then(|it| it.row.derived_from);
        let unseen_source = links::unseen(db, &act.caller, Self::KIND, source)?;
        let derived_from = match &input.derived_from {
            // What the caller does not see, they do not take out.
            None => source.filter(|id| unseen_source.contains(id)),
            Some(name) => {
                let other = links::id_of(db, act, Self::KIND, Self::REF, name, "/derived_from")?;
                if goes_back_to(db, other, id)? {
                    return Err(Error::field("/derived_from", "a statement is not its own source"));
                }
                Some(other)
            }
        };
        let mut issuers = Vec::new();
        let named = links::resolve_actors(db, act, &input.issuers, "/issuers")?;
        let co_signers = links::resolve_actors(db, act, &input.co_signers, "/co_signers")?;
        let all = named.into_iter().map(|it| (it, false));
        for (actor_id, co_signer) in all.chain(co_signers.into_iter().map(|it| (it, true))) {
            if !issuers.iter().any(|row: &IssuerRow| row.actor_id == actor_id) {
                let position = i32::try_from(issuers.len()).map_err(Error::internal)?;
                issuers.push(IssuerRow { statement_id: id, position, actor_id, co_signer });
            }
        }
        let old = before.map_or(&[][..], |before| before.issuers.as_slice());
        let unseen =
            links::unseen(db, &act.caller, Kind::Actor, old.iter().map(|row| row.actor_id))?;
        for row in old {
            if unseen.contains(&row.actor_id)
                && !issuers.iter().any(|it: &IssuerRow| it.actor_id == row.actor_id)
            {
                let position = i32::try_from(issuers.len()).map_err(Error::internal)?;
                issuers.push(IssuerRow { position, ..row.clone() });
            }
        }
        let (date_earliest, date_latest, date_precision) = derived(input.issued_on.as_ref());
        let reference = if let Some(before) = before {
            before.row.reference.clone()
        } else {
            let known = crate::domain::edtf::known_day(&date_earliest).map(|day| &day[..4]);
            let year =
                known.map_or_else(|| act.now.day().to_string()[..4].to_owned(), str::to_owned);
            format!("S-{year}-{:05}", counters::next(db, &format!("S-{year}"))?)
        };
        let protected = act.memory.protection(db)?;
        let input = input.clone();
        let mut statement = Self {
            issuers,
            countries: input
                .countries
                .into_iter()
                .map(|country| CountryRow { statement_id: id, country })
                .collect(),
            row: enveloped!(StatementRow, envelope, {
                reference,
                status: before.map_or(Status::Draft, |before| before.row.status),
                title: input.title,
                kind: input.kind,
                issued_on: input.issued_on.map(|date| date.to_string()),
                date_earliest,
                date_latest,
                date_precision,
                place: input.place,
                language: input.language,
                url: input.url,
                archived_url: input.archived_url,
                accessed_on: input.accessed_on,
                body: input.body,
                body_sha256,
                summary: input.summary,
                reliability: input.reliability,
                derived_from,
                search_text: String::new(),
            }),
        };
        statement.row.search_text = statement.searched(&protected);
        Ok(statement)
    }

    fn index_entry(&self) -> Option<Words> {
        Some(self.entry())
    }

    fn as_input(&self) -> StatementInput {
        let row = self.row.clone();
        let links = |co_signer| {
            let rows = self.issuers.iter().filter(move |row| row.co_signer == co_signer);
            rows.map(|row| Link::to(row.actor_id)).collect()
        };
        StatementInput {
            title: row.title,
            kind: row.kind,
            issued_on: row.issued_on.and_then(|date| date.parse().ok()),
            place: row.place,
            language: row.language,
            url: row.url,
            archived_url: row.archived_url,
            accessed_on: row.accessed_on,
            body: row.body,
            summary: row.summary,
            reliability: row.reliability,
            derived_from: row.derived_from.map(|id| id.to_string()),
            countries: self.countries.iter().map(|row| row.country.clone()).collect(),
            issuers: links(false),
            co_signers: links(true),
            confidentiality: Confidentiality::of_level(row.confidentiality),
            team: row.team_id.map(|team| team.to_string()),
        }
    }

    fn views(db: &mut Db, eyes: &Eyes, statements: Vec<Self>) -> Result<Vec<Self::View>> {
        super::statement_view::views(db, eyes, statements)
    }
}

/// Whether the statement `from` is `to`, or goes back to it over any number of sources.
fn goes_back_to(db: &mut Db, from: Id, to: Id) -> Result<bool> {
    let mut next = Some(from);
    let mut seen = HashSet::new();
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        if id == to {
            return Ok(true);
        }
        let source = statements::table.find(id).select(statements::derived_from);
        next = source.first::<Option<Id>>(db).optional()?.flatten();
    }
    Ok(false)
}

impl Searched for Statement {
    fn searched(&self, protected: &Protected) -> String {
        protected.searchable(&self.whole_text())
    }

    fn search_text(&self) -> &str {
        &self.row.search_text
    }

    fn set_search_text(&mut self, text: String) {
        self.row.search_text = text;
    }

    fn whole_text(&self) -> String {
        let Self { row, .. } = self;
        joined([Some(row.title.as_str()), row.summary.as_deref(), Some(row.body.as_str())])
    }
}

const COMMON: [Filter; 4] = common_filters!("statements");
pub(super) static FILTERS: [Filter; 13] = {
    let [audience, confidentiality, updated_since, mine] = COMMON;
    [
        Filter {
            name: "country",
            about: "Countries that it is about, ISO 3166-1 alpha-3; several with commas.",
            example: "KHM",
            condition: |asked| {
                let country = asked.any_of::<Country>("sc.country")?;
                Ok(Sql::new(
                    "statements.id IN (SELECT sc.statement_id FROM statement_countries sc WHERE ",
                )
                .then(country)
                .sql(")"))
            },
        },
        Filter {
            name: "kind",
            about: "Kinds of statement; several with commas.",
            example: "press_statement",
            condition: |asked| asked.any_of::<StatementKind>("statements.kind"),
        },
        Filter {
            name: "issuer",
            about: "Actors who say or signed it, by id or ref; several with commas.",
            example: "A-00001",
            condition: |asked| {
                Ok(Sql::new(
                    "statements.id IN (SELECT si.statement_id FROM statement_issuers si WHERE si.actor_id IN ",
                )
                .then(asked.records(Kind::Actor, Some("ref"))?)
                .sql(")"))
            },
        },
        Filter {
            name: "from",
            about: "Issued on or after a day, by the first day that its date may mean.",
            example: "2017-01-01",
            condition: |asked| Ok(Sql::new("statements.date_earliest >= ").bind(asked.day()?)),
        },
        Filter {
            name: "to",
            about: "Issued on or before a day, by the first day that its date may mean.",
            example: "2017-12-31",
            condition: |asked| {
                Ok(Sql::new("statements.date_earliest <= ")
                    .bind(asked.day()?)
                    .sql(" AND statements.date_earliest > '0001-01-01'"))
            },
        },
        Filter {
            name: "language",
            about: "BCP 47 tags; several with commas.",
            example: "km",
            condition: |asked| match asked.alternatives() {
                some if some.is_empty() => Err("is empty".to_owned()),
                some => Ok(is_one_of("statements.language", &some)),
            },
        },
        Filter {
            name: "status",
            about: "Status in review; several with commas.",
            example: "published",
            condition: |asked| asked.statuses("statements.status"),
        },
        Filter {
            name: "q",
            about: "Words in title, summary or text; see `/search` for how they are written.",
            example: "dissolved",
            condition: |asked| Ok(asked.words_in(Kind::Statement)),
        },
        Filter {
            name: "instrument",
            about: "Codes of instruments that it cites; several with commas.",
            example: "ICCPR",
            condition: |asked| {
                let t = "ci";
                Ok(Sql::new(format!(
                    "statements.id IN (SELECT {t}.statement_id FROM citations {t} \
                     JOIN provisions cp ON cp.id = {t}.provision_id WHERE {t}.deleted_at IS NULL AND "
                ))
                .then(visibility::citation_level(t, asked.caller))
                .sql(" AND cp.instrument_id IN ")
                .then(asked.records(Kind::Instrument, Some("code"))?)
                .sql(")"))
            },
        },
        audience,
        confidentiality,
        updated_since,
        mine,
    ]
};
