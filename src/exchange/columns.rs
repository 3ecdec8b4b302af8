//! What the columns of the datasets hold: the one place that codebooks, schemas, typed files and the
//! API's description are made of.

use std::borrow::Cow;

use super::Dataset;

/// A column of a dataset.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    pub name: &'static str,
    /// What it holds, in a line.
    pub about: &'static str,
    pub holds: Type,
    /// Whether it is never empty.
    pub required: bool,
    /// Whether no two rows have the same.
    pub unique: bool,
    /// The column of a dataset in which what it holds is found.
    pub joins: Option<(Dataset, &'static str)>,
    /// Whether what it holds was not written for it: names of actors, which are pseudonyms for protected
    /// people, refs, addresses that name nobody, and words of the program.
    given: bool,
}

/// A column as a file names it: of a dataset, or made while the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Titled {
    pub name: Cow<'static, str>,
    pub about: Cow<'static, str>,
    pub holds: Type,
}

impl Titled {
    pub fn of(columns: &[Column]) -> Vec<Self> {
        let titled =
            |it: &Column| Self { name: it.name.into(), about: it.about.into(), holds: it.holds };
        columns.iter().map(titled).collect()
    }
}

impl AsRef<str> for Titled {
    fn as_ref(&self) -> &str {
        &self.name
    }
}

/// What the values of a column are. Any may be empty: not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Text,
    Uuid,
    /// ISO 3166-1 alpha-3.
    Country,
    Code(Codes),
    /// Texts, or codes of a vocabulary; joined by [`SEPARATOR`] where a file has no lists.
    List(Option<&'static str>),
    Integer,
    Number,
    Boolean,
    /// A day, YYYY-MM-DD.
    Date,
    /// A date as it is known (ISO 8601-2, level 1), which need not be a day.
    Edtf,
    /// A moment, in UTC.
    Timestamp,
    Year,
}

/// Which codes a column has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Codes {
    /// Those of a vocabulary.
    Of(&'static str),
    /// These.
    Only(&'static [&'static str]),
}

/// What stands between the items of a list in a cell of text.
pub const SEPARATOR: &str = "; ";

impl Type {
    /// Its name in the codebook.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Uuid => "uuid",
            Self::Country => "country",
            Self::Code(_) => "code",
            Self::List(_) => "list",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::Edtf => "edtf",
            Self::Timestamp => "timestamp",
            Self::Year => "year",
        }
    }

    /// The vocabulary that its codes are of.
    pub const fn vocabulary(self) -> Option<&'static str> {
        match self {
            Self::Code(Codes::Of(name)) => Some(name),
            Self::List(vocabulary) => vocabulary,
            _ => None,
        }
    }
}

impl Column {
    const fn of(name: &'static str, about: &'static str, holds: Type) -> Self {
        Self { name, about, holds, required: false, unique: false, joins: None, given: false }
    }

    const fn always(self) -> Self {
        Self { required: true, ..self }
    }

    const fn key(self) -> Self {
        Self { required: true, unique: true, ..self }
    }

    /// See [`Column::given`].
    const fn given(self) -> Self {
        Self { given: true, ..self }
    }

    /// Whether it holds what people wrote, which may name somebody. So does every column of text that
    /// is not said to hold something else.
    pub const fn is_free_text(&self) -> bool {
        let is_text = matches!(self.holds, Type::Text | Type::List(None));
        is_text && !self.unique && self.joins.is_none() && !self.given
    }

    const fn joins(self, dataset: Dataset, column: &'static str) -> Self {
        Self { joins: Some((dataset, column)), ..self }
    }
}

pub(super) const fn text(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Text)
}

const fn uuid(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Uuid)
}

const fn code(name: &'static str, vocabulary: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Code(Codes::Of(vocabulary)))
}

pub(super) const fn list(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::List(None))
}

const fn codes(name: &'static str, vocabulary: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::List(Some(vocabulary)))
}

pub(super) const fn integer(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Integer)
}

pub(super) const fn number(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Number)
}

pub(super) const fn date(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Date)
}

const fn edtf(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Edtf)
}

/// A year that stands alone.
pub(super) const fn whole_year(name: &'static str, about: &'static str) -> Column {
    Column::of(name, about, Type::Year)
}

const COUNTRY_CODE: Column = Column::of("country_iso3", "ISO 3166-1 alpha-3", Type::Country);
const COUNTRY: Column = text("country", "English short name").given();
const CONFIDENTIALITY: Column =
    code("confidentiality", "confidentiality", "how widely the record may be seen").always();
const CREATED: Column =
    Column::of("created_at", "when the record was made, UTC", Type::Timestamp).always();
const UPDATED: Column =
    Column::of("updated_at", "when the record was last changed, UTC", Type::Timestamp).always();
const VERSION: Column = integer("version", "1 at first, one more at each change").always();
const STATUS: Column = code("status", "status", "where the record stands in review").always();
const DATE_EARLIEST: Column = date("date_earliest", "first day that the date may mean");
const DATE_LATEST: Column = date("date_latest", "last day that the date may mean; empty if open");
const DATE_PRECISION: Column = code(
    "date_precision",
    "date_precision",
    "day, few_days, week, month, season, year, longer or unknown",
)
.always();

pub const EVENTS: &[Column] = &[
    text("event_ref", "short code of the event").key(),
    text("incident_ref", "short code of its incident; empty where the reader may not see it")
        .joins(Dataset::Incidents, "incident_ref"),
    uuid("event_id", "UUID of the event").key(),
    code("event_type", "event_type", "code of the vocabulary event_type").always(),
    text("event_type_label", "label of the type, in English").given(),
    text("title", "what happened, in a line"),
    edtf("date", "EDTF, as written; empty if unknown"),
    DATE_EARLIEST,
    DATE_LATEST,
    DATE_PRECISION,
    Column::of("year", "year of date_earliest", Type::Year),
    COUNTRY_CODE.always(),
    COUNTRY.always(),
    text("admin1", "province, state or region"),
    text("place", "name of the place"),
    number("latitude", "degrees north, no finer than geo_precision"),
    number("longitude", "degrees east, no finer than geo_precision"),
    code(
        "geo_precision",
        "geo_precision",
        "exact, near, district, province, linear, country, international or unknown",
    )
    .always(),
    list("perpetrators", "names, in the order entered").given(),
    codes("perpetrator_kinds", "actor_kind", "kinds of actor, in the order of perpetrators"),
    list("targets", "names, in the order entered").given(),
    codes("target_kinds", "actor_kind", "kinds of actor, in the order of targets"),
    integer("victims_low", "people affected, low estimate; empty is not 0"),
    integer("victims_best", "people affected, best estimate"),
    integer("victims_high", "people affected, high estimate"),
    integer("deaths_low", "people killed, low estimate; empty is not 0"),
    integer("deaths_best", "people killed, best estimate"),
    integer("deaths_high", "people killed, high estimate"),
    codes("rights", "right", "codes of rights affected"),
    list("provisions", "provisions on these rights that bound the state on date_earliest").given(),
    list("legal_status", "how each of their instruments bound the state on that day").given(),
    list("sources", "issuers of the statements that speak of the event").given(),
    integer(
        "source_count",
        "independent statements: those that reprint another, over any number of copies, count once with it",
    )
    .always(),
    list("statement_refs", "short codes of the statements").given(),
    codes("stances", "stance", "stances of the citations, in the order of statement_refs"),
    code("confidence", "confidence", "confirmed, likely, possible or doubtful").always(),
    STATUS,
    CREATED,
    UPDATED,
    VERSION,
];

pub const INCIDENTS: &[Column] = &[
    text("incident_ref", "short code").key(),
    uuid("incident_id", "UUID").key(),
    text("title", "what it is about, in a line"),
    text("summary", "what happened, in a paragraph"),
    COUNTRY_CODE.always(),
    COUNTRY.always(),
    list("tags", "words that the office gave it"),
    integer("event_count", "events that the reader may see").always(),
    list("event_refs", "their short codes, oldest first").given(),
    STATUS,
    CONFIDENTIALITY,
    CREATED,
    UPDATED,
    VERSION,
];

pub const STATEMENTS: &[Column] = &[
    text("statement_ref", "short code").key(),
    uuid("statement_id", "UUID").key(),
    text("title", "in a line"),
    code("kind", "statement_kind", "press_statement, urgent_appeal, …").always(),
    edtf("issued_on", "EDTF, as written; empty if unknown"),
    DATE_EARLIEST,
    DATE_LATEST,
    DATE_PRECISION,
    text("place", "where it was issued"),
    text("language", "of the text, BCP 47").given(),
    list("countries", "that it is about, ISO 3166-1 alpha-3").given(),
    list("issuers", "names").given(),
    list("co_signers", "names").given(),
    list("issuer_refs", "short codes of the issuers, in the order of issuers").given(),
    list("co_signer_refs", "short codes of the co-signers, in the order of co_signers").given(),
    text("url", "where it was found").given(),
    text("archived_url", "where a copy is kept").given(),
    date("accessed_on", "day on which it was found there"),
    code("reliability", "reliability", "A (completely) to E (not at all); F cannot be judged"),
    text("derived_from", "short code of the statement that it reprints or summarises")
        .joins(Dataset::Statements, "statement_ref"),
    text("summary", "what it says, in short"),
    text("body", "the whole text"),
    text("body_sha256", "digest of the text; empty where names in it were replaced").given(),
    STATUS,
    CONFIDENTIALITY,
    CREATED,
    UPDATED,
    VERSION,
];

pub const ACTORS: &[Column] = &[
    text("actor_ref", "short code").key(),
    uuid("actor_id", "UUID").key(),
    text("name", "the name most used; a pseudonym for protected people").given(),
    Column::of("pseudonymous", "whether name is a pseudonym", Type::Boolean).always(),
    code("kind", "actor_kind", "person, state_body, ngo, …").always(),
    code("sector", "sector", "branch of the state, for state bodies"),
    COUNTRY_CODE,
    COUNTRY,
    list("other_names", "acronyms, aliases, former names").given(),
    list("identifiers", "scheme:value").given(),
    code("gender", "gender", "for persons"),
    code("age_group", "age_group", "for persons"),
    codes("hrd_groups", "hrd_group", "what they defend"),
    text("description", "who they are"),
    CONFIDENTIALITY,
    CREATED,
    UPDATED,
    VERSION,
];

pub const PARTICIPATIONS: &[Column] = &[
    uuid("participation_id", "UUID").key(),
    text("event_ref", "short code of the event").always().joins(Dataset::Events, "event_ref"),
    uuid("event_id", "UUID of the event").always().joins(Dataset::Events, "event_id"),
    code("event_type", "event_type", "code of the type of the event").always(),
    edtf("date", "EDTF, as written, of the event"),
    Column::of("year", "year in which the event began", Type::Year),
    Column::of("country_iso3", "of the event, ISO 3166-1 alpha-3", Type::Country).always(),
    text("actor_ref", "short code of the actor").always().joins(Dataset::Actors, "actor_ref"),
    uuid("actor_id", "UUID of the actor").always().joins(Dataset::Actors, "actor_id"),
    text("actor", "name of the actor; a pseudonym for protected people").given(),
    code("actor_kind", "actor_kind", "kind of the actor").always(),
    code(
        "role",
        "participation_role",
        "perpetrator, ordered_by, target, witness, intervener, decision_maker or other",
    )
    .always(),
    integer("count_low", "of a group: how many, low estimate"),
    integer("count_best", "of a group: how many, best estimate"),
    integer("count_high", "of a group: how many, high estimate"),
    code("harm", "harm", "killed, injured, detained, displaced, none or unknown"),
];

pub const CITATIONS: &[Column] = &[
    uuid("citation_id", "UUID").key(),
    text("statement_ref", "short code of the statement")
        .always()
        .joins(Dataset::Statements, "statement_ref"),
    uuid("statement_id", "UUID of the statement")
        .always()
        .joins(Dataset::Statements, "statement_id"),
    Column::of(
        "target",
        "kind of the record that is cited",
        Type::Code(Codes::Only(&[
            "incident",
            "event",
            "actor",
            "affiliation",
            "participation",
            "provision",
            "demand",
        ])),
    )
    .always(),
    uuid("target_id", "UUID of that record").always(),
    code(
        "stance",
        "stance",
        "reports, alleges, condemns, confirms, denies, invokes, mentions or quotes",
    )
    .always(),
    text("quote", "word for word from the statement"),
    integer("start", "where the quote begins, in Unicode scalar values of body"),
    integer("end", "where it ends"),
    text("page", "where it stands in a document"),
    Column::of("obligated_country", "ISO 3166-1 alpha-3, where law is invoked", Type::Country),
    CONFIDENTIALITY,
    CREATED,
    UPDATED,
    VERSION,
];

pub const DEMANDS: &[Column] = &[
    uuid("demand_id", "UUID").key(),
    text("statement_ref", "short code of the statement that makes it")
        .joins(Dataset::Statements, "statement_ref"),
    uuid("statement_id", "UUID of that statement").joins(Dataset::Statements, "statement_id"),
    text("addressee_ref", "short code of the actor of whom it is asked")
        .joins(Dataset::Actors, "actor_ref"),
    text("addressee", "name of that actor").given(),
    text("text", "what is asked"),
    code(
        "category",
        "demand_category",
        "cease, release, investigate, repeal, protect, ratify or other",
    )
    .always(),
    code("status", "demand_status", "open, partly_met, met, refused or superseded").always(),
    list("follow_ups", "date: note"),
    CONFIDENTIALITY,
    CREATED,
    UPDATED,
    VERSION,
];

pub const INSTRUMENTS: &[Column] = &[
    text("code", "short code, such as ICCPR").key(),
    uuid("instrument_id", "UUID").key(),
    text("title", "full title"),
    code("kind", "instrument_kind", "treaty, protocol, declaration, …").always(),
    text("region", "region for whose states it is, where it is not for all"),
    Column::of(
        "country_iso3",
        "ISO 3166-1 alpha-3, for domestic law and peace agreements",
        Type::Country,
    ),
    edtf("adopted_on", "EDTF"),
    edtf("in_force_on", "EDTF"),
    text("depositary_reference", "where the depositary lists it"),
    text("monitoring_body", "who watches over it"),
    text("source", "where these facts come from"),
    VERSION,
];

pub const PROVISIONS: &[Column] = &[
    text("instrument", "code of the instrument").always().joins(Dataset::Instruments, "code"),
    text("label", "such as Article 9").always(),
    uuid("provision_id", "UUID").key(),
    text("title", "what it is about, in own words"),
    code("right", "right", "code of the right it protects"),
    Column::of(
        "derogable",
        "whether a state may derogate from it; empty if not known",
        Type::Boolean,
    ),
    integer("position", "place among the provisions of the instrument").always(),
    VERSION,
];

pub const COMMITMENTS: &[Column] = &[
    uuid("commitment_id", "UUID").key(),
    text("instrument", "code of the instrument").always().joins(Dataset::Instruments, "code"),
    COUNTRY_CODE.always(),
    COUNTRY.always(),
    code("action", "commitment_action", "signature, ratification, accession, …").always(),
    edtf("date", "EDTF"),
    date(
        "effective_on",
        "day from which it has effect for the state, as a source says or by the rule of the instrument; empty if not known",
    ),
    date("ends_on", "last day of its effect; empty if not known"),
    text("provision", "label of the provision that it is about; empty for the whole instrument")
        .given(),
    text("note", "what else is known of it"),
    text("source", "where this fact comes from"),
    date("as_of", "day on which the source said so"),
    VERSION,
];

pub const MERGES: &[Column] = &[
    uuid("decision_id", "UUID").key(),
    Column::of("kind", "kind of the two records", Type::Code(Codes::Only(&["actor", "event"])))
        .always(),
    Column::of(
        "decision",
        "merged: the other was merged into the record; distinct: they are two",
        Type::Code(Codes::Only(&["merged", "distinct"])),
    )
    .always(),
    text("record", "ref of one of the two; of a merge, of the one that was kept").given().always(),
    text("record_title", "name or title; the pseudonym of a protected person").given(),
    text("other", "ref of the other; of a merge, it leads to the one kept").given().always(),
    text("other_title", "name or title; the pseudonym of a protected person").given(),
    text("reason", "in the words of who decided"),
    Column::of("decided_at", "UTC", Type::Timestamp).always(),
    Column::of("undone_at", "UTC; empty where the decision stands", Type::Timestamp),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_is_known() {
        let free: Vec<String> = Dataset::ALL
            .iter()
            .flat_map(|it| it.columns().iter().map(move |column| (it, column)))
            .filter(|it| it.1.is_free_text())
            .map(|(dataset, column)| format!("{dataset}.{}", column.name))
            .collect();
        insta::assert_snapshot!(free.join("\n"));
    }
}
