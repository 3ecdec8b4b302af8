//! What a column of a file may hold, for each kind of row.

use super::ImportKind::{self, Actor, Citation, Demand, Event, Incident, Participation, Statement};
use crate::domain::Confidentiality;
use crate::domain::codes::{
    ActorKind, AgeGroup, CitationTarget, Confidence, DemandCategory, DemandStatus, Gender,
    GeoPrecision, Harm, HrdGroup, LegalStage, ParticipationRole, Reliability, Sector, Stance,
    StatementKind,
};

/// How the text of a cell is read.
#[derive(Debug, Clone, Copy)]
pub enum Holds {
    /// What the row is called where it comes from.
    Key,
    Text,
    Date,
    /// The last day, where `date` is the first.
    DateEnd,
    DatePrecision,
    Count,
    Latitude,
    Longitude,
    Country,
    /// One of the codes.
    Code(fn() -> Vec<&'static str>),
    /// Several codes.
    Codes,
    EventType,
    /// Several texts.
    List,
    Countries,
    /// Names of actors, several.
    Names,
    /// The kinds of these actors: as many as names, or one for all.
    Kinds,
    /// Another record, by what it is called where it comes from.
    Link(Option<ImportKind>),
    /// yes or no.
    Flag,
}

/// Something that a column may hold.
#[derive(Debug)]
pub struct Field {
    pub name: &'static str,
    pub of: &'static [ImportKind],
    pub holds: Holds,
    pub about: &'static str,
    pub example: &'static str,
    /// What such columns are called elsewhere.
    pub also: &'static [&'static str],
}

macro_rules! codes_of {
    ($codes:ident) => {
        Holds::Code(|| $codes::ALL.iter().map(|it| it.code()).collect())
    };
}

macro_rules! fields {
    ($($name:literal of $of:tt, $holds:expr, $about:literal, $example:literal, $also:tt;)+) => {
        &[$(Field { name: $name, of: &$of, holds: $holds, about: $about, example: $example, also: &$also },)+]
    };
}

/// Every field, in the order in which a template has them.
pub static FIELDS: &[Field] = fields! {
    "external_id" of [Event, Incident, Actor, Statement, Participation, Citation, Demand], Holds::Key, "what the row is called where it comes from; the same id is the same record", "2017-001", ["id", "event_id", "case_id", "key", "record_id"];
    "external_ref" of [Event, Incident, Actor, Statement], Holds::Key, "another name that other tables know it by", "KHM-2017-0001", ["ref"];
    "incident" of [Event], Holds::Key, "the case file that it belongs to: rows with the same belong to one", "CNRP", ["case", "incident_id", "incident_ref"];
    "incident_title" of [Event], Holds::Text, "what the case file is called", "Crackdown on the CNRP", ["case_title"];
    "type" of [Event], Holds::EventType, "a code of the vocabulary event_type", "dissolution", ["event_type", "category", "violation", "sub_event_type"];
    "kind" of [Actor], codes_of!(ActorKind), "what the actor is", "ngo", ["actor_kind", "type"];
    "kind" of [Statement], codes_of!(StatementKind), "what the document is", "press_statement", ["type", "document_type"];
    "sector" of [Actor], codes_of!(Sector), "the branch of the state, for a state body", "police", [];
    "name" of [Actor], Holds::Text, "the name most used", "Cambodia National Rescue Party", ["actor", "organisation", "full_name"];
    "pseudonymous" of [Actor], Holds::Flag, "whether the name is a pseudonym; such rows are refused", "false", [];
    "title" of [Event, Incident, Statement], Holds::Text, "what happened, in a line", "Supreme Court dissolves the CNRP", ["headline", "name", "event_title"];
    "summary" of [Incident, Statement], Holds::Text, "in a few sentences", "", ["abstract"];
    "narrative" of [Event], Holds::Text, "what happened, at length", "", ["description", "notes", "event_description", "text"];
    "date" of [Event], Holds::Date, "when it happened, or began: 2017-11-16, 2017-11 or 2017", "2017-11-16", ["event_date", "date_start", "start_date", "day"];
    "date_end" of [Event], Holds::DateEnd, "when it ended", "2017-11-18", ["end_date"];
    "date_precision" of [Event], Holds::DatePrecision, "day, week, month or year: how exactly the date is known", "day", ["time_precision", "date_prec"];
    "issued_on" of [Statement], Holds::Date, "when it was issued", "2017-11-27", ["date", "published"];
    "country" of [Event, Incident, Actor], Holds::Country, "a name, or an ISO 3166-1 code", "KHM", ["country_iso3", "iso3", "country_iso", "country_name"];
    "admin1" of [Event], Holds::Text, "province, state or region", "Phnom Penh", ["province", "state", "region", "admin_1", "adm_1", "governorate"];
    "place_name" of [Event], Holds::Text, "the name of the place", "Phnom Penh", ["place", "location", "city", "town", "village"];
    "place" of [Statement], Holds::Text, "where it was issued", "Bangkok", [];
    "latitude" of [Event], Holds::Latitude, "degrees north", "11.5564", ["lat", "y"];
    "longitude" of [Event], Holds::Longitude, "degrees east", "104.9282", ["lon", "lng", "long", "x"];
    "geo_precision" of [Event], codes_of!(GeoPrecision), "how exactly the place is known", "exact", ["where_prec", "geoprecision", "location_precision"];
    "perpetrators" of [Event], Holds::Names, "who did it; several with semicolons", "Supreme Court of Cambodia", ["perpetrator", "actor1", "side_a", "reported_perpetrator_name"];
    "perpetrator_kinds" of [Event], Holds::Kinds, "kinds of actor, in their order", "state_body", ["perpetrator_kind"];
    "targets" of [Event], Holds::Names, "to whom it was done; several with semicolons", "Cambodia National Rescue Party", ["target", "victim", "victims", "actor2", "side_b"];
    "target_kinds" of [Event], Holds::Kinds, "kinds of actor, in their order", "political_party", ["target_kind"];
    "victims_low" of [Event], Holds::Count, "people affected, at least; empty is not 0", "1", [];
    "victims_best" of [Event], Holds::Count, "people affected", "1", ["victim_count", "number_of_victims"];
    "victims_high" of [Event], Holds::Count, "people affected, at most", "1", [];
    "deaths_low" of [Event], Holds::Count, "people killed, at least; empty is not 0", "0", ["low"];
    "deaths_best" of [Event], Holds::Count, "people killed", "0", ["best", "fatalities", "deaths", "killed"];
    "deaths_high" of [Event], Holds::Count, "people killed, at most", "0", ["high"];
    "rights" of [Event], Holds::Codes, "codes of the vocabulary right; those of the type, unless it says otherwise", "association", [];
    "motive" of [Event], Holds::Text, "motive or stated reason", "", [];
    "charge" of [Event], Holds::Text, "what somebody is accused of", "", ["charges"];
    "court" of [Event], Holds::Text, "the court", "", [];
    "legal_stage" of [Event], codes_of!(LegalStage), "where the proceedings stand", "", [];
    "confidence" of [Event], codes_of!(Confidence), "how well it is established", "likely", [];
    "tags" of [Incident], Holds::List, "several with semicolons", "", [];
    "other_names" of [Actor], Holds::List, "acronyms and other names; several with semicolons", "CNRP", ["aliases", "acronym"];
    "identifiers" of [Actor], Holds::List, "scheme:value; several with semicolons", "wikidata:Q1140193", [];
    "gender" of [Actor], codes_of!(Gender), "for a person", "", ["sex"];
    "age_group" of [Actor], codes_of!(AgeGroup), "for a person", "", [];
    "hrd_groups" of [Actor], Holds::Code(|| HrdGroup::ALL.iter().map(|it| it.code()).collect()), "what they defend; several with semicolons", "", [];
    "description" of [Actor], Holds::Text, "", "", ["notes"];
    "body" of [Statement], Holds::Text, "the whole text", "", ["text", "full_text", "content"];
    "language" of [Statement], Holds::Text, "BCP 47", "en", ["lang"];
    "url" of [Statement], Holds::Text, "where it is on the web", "", ["link", "source_url"];
    "archived_url" of [Statement], Holds::Text, "where a copy is", "", [];
    "accessed_on" of [Statement], Holds::Text, "the day on which it was read, YYYY-MM-DD", "", [];
    "reliability" of [Statement], codes_of!(Reliability), "A to F", "", [];
    "derived_from" of [Statement], Holds::Link(Some(Statement)), "the statement that it reprints", "", [];
    "countries" of [Statement], Holds::Countries, "what it is about; several with semicolons", "KHM", ["country"];
    "issuers" of [Statement], Holds::Names, "who says it; several with semicolons", "FORUM-ASIA", ["issuer", "author", "source", "from"];
    "issuer_kinds" of [Statement], Holds::Kinds, "kinds of actor, in their order", "ngo", [];
    "co_signers" of [Statement], Holds::Names, "who signed it too", "", [];
    "event" of [Participation], Holds::Link(Some(Event)), "the event", "", ["event_id"];
    "actor" of [Participation], Holds::Link(Some(Actor)), "the actor", "", ["actor_id"];
    "role" of [Participation], codes_of!(ParticipationRole), "what the actor did in it", "target", [];
    "count_low" of [Participation], Holds::Count, "for a group: how many, at least", "", [];
    "count_best" of [Participation], Holds::Count, "how many", "", [];
    "count_high" of [Participation], Holds::Count, "how many, at most", "", [];
    "harm" of [Participation], codes_of!(Harm), "what it did to the actor", "", [];
    "statement" of [Citation, Demand], Holds::Link(Some(Statement)), "the statement; that of the import, if it is left out", "", ["statement_id"];
    "target" of [Citation], codes_of!(CitationTarget), "the kind of the record that is cited", "event", [];
    "target_id" of [Citation], Holds::Link(None), "that record", "", [];
    "stance" of [Citation], codes_of!(Stance), "what the statement does with what it says", "reports", [];
    "quote" of [Citation], Holds::Text, "word for word from the statement", "", [];
    "page" of [Citation], Holds::Text, "", "", [];
    "obligated_country" of [Citation], Holds::Country, "where law is invoked", "", [];
    "addressee" of [Demand], Holds::Names, "of whom it is asked", "Government of Cambodia", ["to"];
    "addressee_kinds" of [Demand], Holds::Kinds, "what kind of actor that is", "state", [];
    "addressee_ref" of [Demand], Holds::Link(Some(Actor)), "of whom it is asked, by what it is called elsewhere", "", [];
    "text" of [Demand], Holds::Text, "what is asked", "", ["recommendation", "demand"];
    "category" of [Demand], codes_of!(DemandCategory), "what kind of demand it is", "release", [];
    "status" of [Demand], codes_of!(DemandStatus), "whether it is met", "open", [];
    "follow_ups" of [Demand], Holds::List, "date: note; several with semicolons", "", [];
    "confidentiality" of [Event, Incident, Actor, Statement, Citation, Demand], codes_of!(Confidentiality), "who may see it; internal, unless it says otherwise", "internal", [];
};

/// The fields of a kind of row.
pub fn of(kind: ImportKind) -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(move |field| field.of.contains(&kind))
}

/// A field by its name.
pub fn named(kind: ImportKind, name: &str) -> Option<&'static Field> {
    of(kind).find(|field| field.name == name)
}
