//! What administrators have pages for: users, teams, roles, tokens, vocabularies, the audit log, health,
//! sessions. `visit.rs` lets nobody else past `/admin`; each act asks again.

pub mod access;
pub mod health;
pub mod log;
pub mod people;
pub mod terms;

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use askama::Template;

use super::answer::page;
use super::frame::Frame;
use super::intake::rules;
use super::records::Shown;
use super::visit::Visit;
use super::{history, list, record, record_form};
use crate::casework::records::team::Team;
use crate::casework::records::user::User;
use crate::domain::{Action, Confidentiality, Role};
use crate::error::Result;

/// The parts of it: where each is, and what it is called in keys of words.
pub const PARTS: [(&str, &str); 9] = [
    ("/admin/users", "kinds-user"),
    ("/admin/teams", "kinds-team"),
    ("/admin/roles", "admin-roles"),
    ("/admin/sessions", "admin-sessions"),
    ("/admin/tokens", "admin-tokens"),
    ("/admin/vocabularies", "admin-vocabularies"),
    ("/admin/rules", "admin-rules"),
    ("/admin/audit", "admin-audit"),
    ("/admin/health", "admin-health"),
];

#[derive(Template)]
#[template(path = "admin/index.html")]
struct IndexPage<'a> {
    f: &'a Frame,
    parts: [(&'static str, &'static str); 9],
}

/// `GET /admin`.
async fn index(visit: Visit) -> Result<HttpResponse> {
    page(&IndexPage { f: &visit.frame, parts: PARTS })
}

#[derive(Template)]
#[template(path = "admin/roles.html")]
struct RolesPage<'a> {
    f: &'a Frame,
    roles: &'static [Role],
    /// What may be done, in words, and by which roles.
    actions: Vec<(String, Vec<bool>)>,
    /// The highest level that each role opens.
    levels: Vec<String>,
    /// Whether each must have a second factor.
    needed: Vec<bool>,
}

/// `GET /admin/roles`: what `domain/access.rs` says, as a table.
async fn roles(visit: Visit) -> Result<HttpResponse> {
    let f = &visit.frame;
    let words = |action: &Action| {
        let by = Role::ALL.iter().map(|role| *role >= action.needs());
        (f.t(&format!("may-{action:?}")), by.collect())
    };
    let level = |level: Confidentiality| f.label("confidentiality", level.code());
    let needed = &visit.app.config.second_factor_for;
    page(&RolesPage {
        f,
        roles: Role::ALL,
        actions: Action::ALL.iter().map(words).collect(),
        levels: Role::ALL.iter().map(|role| level(role.clearance())).collect(),
        needed: Role::ALL.iter().map(|role| needed.contains(role)).collect(),
    })
}

/// The paths of all of it.
pub fn register(config: &mut ServiceConfig) {
    let path = |path: &str| web::resource(path.to_owned());
    config
        .service(path("/admin").route(web::get().to(index)))
        .service(path("/admin/roles").route(web::get().to(roles)))
        .service(path("/admin/sessions").route(web::get().to(access::sessions)))
        .service(path("/admin/sessions/{id}/end").route(web::post().to(access::end_session)))
        .service(path("/admin/tokens").route(web::get().to(access::tokens)))
        .service(path("/admin/tokens/{id}/revoke").route(web::post().to(access::revoke_token)))
        .service(path("/admin/health").route(web::get().to(health::show)))
        .service(path("/admin/audit").route(web::get().to(log::show)))
        .service(path("/admin/audit/check").route(web::post().to(log::check)))
        .service(path("/admin/audit/export.{format}").route(web::get().to(log::export)))
        .service(path("/admin/rules").route(web::get().to(rules::show)))
        .service(path("/admin/rules/{rule}").route(web::post().to(rules::switch)))
        .service(path("/admin/vocabularies").route(web::get().to(terms::all)))
        .service(path("/admin/vocabularies/{vocabulary}").route(web::get().to(terms::one)))
        .service(
            path("/admin/vocabularies/{vocabulary}/new")
                .route(web::get().to(terms::ask_new))
                .route(web::post().to(terms::create)),
        )
        .service(
            path("/admin/vocabularies/{vocabulary}/terms/{code}")
                .route(web::get().to(terms::ask_change))
                .route(web::post().to(terms::change)),
        )
        .service(path("/admin/users/{id}/invite").route(web::post().to(people::invite)))
        .service(path("/admin/users/{id}/sessions/end").route(web::post().to(people::end_sessions)))
        .service(
            path("/admin/users/{id}/second-factor/reset")
                .route(web::post().to(people::reset_factor)),
        );
    pages::<User>(config);
    pages::<Team>(config);
}

/// The pages of a kind that is never deleted here: an account is closed, a team emptied.
fn pages<R: Shown + Sync>(config: &mut ServiceConfig)
where
    R::Input: Sync,
{
    let path = |rest: &str| web::resource(format!("/{}{rest}", R::PATH));
    config
        .service(path("").route(web::get().to(list::show::<R>)))
        .service(
            path("/new")
                .route(web::get().to(record_form::ask_new::<R>))
                .route(web::post().to(record_form::create::<R>)),
        )
        .service(path("/{id}").route(web::get().to(record::show::<R>)))
        .service(
            path("/{id}/edit")
                .route(web::get().to(record_form::ask_change::<R>))
                .route(web::post().to(record_form::change::<R>)),
        )
        .service(path("/{id}/history").route(web::get().to(history::show::<R>)));
}
