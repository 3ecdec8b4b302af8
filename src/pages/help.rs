//! Help: first steps, how saksi counts, who sees what, what each code means, the keyboard.

use actix_web::HttpResponse;
use askama::Template;

use super::answer::page;
use super::frame::Frame;
use super::visit::Visit;
use crate::domain::Role;
use crate::error::Result;
use crate::http::query::Parameters;
use crate::store::vocabulary::{EVENT_TYPE, RIGHT};

#[derive(Template)]
#[template(path = "help.html")]
struct HelpPage<'a> {
    f: &'a Frame,
    roles: Vec<&'static str>,
    lists: Vec<List>,
}

/// The codes of a vocabulary, with what they mean.
struct List {
    id: &'static str,
    title: String,
    terms: Vec<Term>,
}

struct Term {
    /// As in the class of a badge, so that a badge leads here.
    id: String,
    label: String,
    definition: String,
}

/// The vocabularies that are explained, and the keys of their titles.
const EXPLAINED: [(&str, &[&str]); 27] = [
    ("status", &["col-status"]),
    ("confidentiality", &["field-confidentiality"]),
    (EVENT_TYPE, &["field-type"]),
    ("event_family", &["filter-family"]),
    ("participation_role", &["field-role"]),
    ("harm", &["field-harm"]),
    ("stance", &["field-stance"]),
    ("confidence", &["field-confidence"]),
    ("reliability", &["field-reliability"]),
    (RIGHT, &["field-rights"]),
    ("finding", &["form-findings"]),
    ("legal_stage", &["field-legal_stage"]),
    ("geo_precision", &["field-geo_precision"]),
    ("date_precision", &["col-date"]),
    ("relation_kind", &["form-relations"]),
    ("statement_kind", &["kinds-statement", "field-kind"]),
    ("demand_category", &["kinds-demand", "field-category"]),
    ("demand_status", &["kinds-demand", "demand-status"]),
    ("actor_kind", &["kinds-actor", "field-kind"]),
    ("sector", &["field-sector"]),
    ("affiliation_kind", &["kinds-affiliation"]),
    ("name_kind", &["field-names"]),
    ("gender", &["field-gender"]),
    ("age_group", &["field-age_group"]),
    ("hrd_group", &["field-hrd_groups"]),
    ("instrument_kind", &["kinds-instrument", "field-kind"]),
    ("commitment_action", &["kinds-commitment", "field-action"]),
];

/// `GET /help`.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let f = &visit.frame;
    let list = |(vocabulary, keys): (&'static str, &[&str])| List {
        id: vocabulary,
        title: keys.iter().map(|key| f.t(key)).collect::<Vec<_>>().join(" · "),
        terms: f
            .vocabulary
            .terms_of(vocabulary)
            .filter(|term| !term.deprecated)
            .map(|term| Term {
                id: format!("{vocabulary}-{}", term.code).replace('_', "-"),
                label: f.label(vocabulary, &term.code),
                definition: f.definition(vocabulary, &term.code),
            })
            .collect(),
    };
    let roles = [Role::Viewer, Role::Researcher, Role::Monitor, Role::Reviewer, Role::Admin];
    page(&HelpPage {
        f,
        roles: roles.into_iter().map(Role::code).collect(),
        lists: EXPLAINED.into_iter().map(list).collect(),
    })
}
