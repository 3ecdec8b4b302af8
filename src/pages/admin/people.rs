//! Users and teams: their lists, pages and forms; and what is done with somebody's account.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;
use diesel::{ExpressionMethods, JoinOnDsl, QueryDsl, RunQueryDsl};

use crate::casework::Act;
use crate::casework::keep_accounts;
use crate::casework::records::team::{Team, TeamView};
use crate::casework::records::user::{User, UserView};
use crate::casework::records::{Head, Row};
use crate::casework::second_factor::{self, Standing};
use crate::domain::Id;
use crate::error::{Error, Result};
use crate::http::base_of;
use crate::pages::answer::{page, see};
use crate::pages::cells::{Badge, Cell};
use crate::pages::form::{Input, Part, Typed, field, needed};
use crate::pages::frame::Frame;
use crate::pages::records::named::Named;
use crate::pages::records::{Looking, Shown};
use crate::pages::visit::Visit;
use crate::store::accounts::{self, OpenSession};
use crate::store::schema::{team_members, teams, users};
use crate::store::{Db, Eyes};

impl Named for User {
    fn head(view: &UserView) -> &Head {
        &view.head
    }

    fn names(view: &UserView) -> Vec<String> {
        vec![view.name.clone()]
    }
}

/// Somebody in a list: where their page is, name, address.
struct Person {
    id: Id,
    name: String,
    email: String,
}

#[derive(Template)]
#[template(path = "admin/user.html")]
struct UserBody<'a> {
    f: &'a Frame,
    user: &'a UserView,
    is_own: bool,
    has_password: bool,
    factor: Option<Standing>,
    teams: Vec<(Id, String)>,
    sessions: Vec<OpenSession>,
    tokens: usize,
}

impl Shown for User {
    const PATH: &'static str = "admin/users";
    const WORD: &'static str = "user";
    const API: Option<&'static str> = Some("users");
    const CAN_BE_HIDDEN: bool = false;
    const COLUMNS: &'static [&'static str] =
        &["field-name", "field-email", "field-role", "col-account"];
    const FORM: &'static [Part] =
        &[needed("name", Input::Line), needed("email", Input::Line), needed("role", Input::Role)];
    const FORM_CHANGED: &'static [Part] = &[
        needed("name", Input::Line),
        needed("email", Input::Line),
        needed("role", Input::Role),
        field("active", Input::Flag),
    ];

    fn cells(f: &Frame, view: &UserView) -> Vec<Cell> {
        vec![
            Cell::Link {
                path: format!("/admin/users/{}", view.head.id),
                text: view.name.clone(),
                below: String::new(),
            },
            Cell::text(view.email.clone()),
            Cell::text(f.t(&format!("role-{}", view.role.code()))),
            Cell::Badge(standing(f, view)),
        ]
    }

    fn lead(_: &Frame, view: &UserView) -> String {
        view.email.clone()
    }

    fn badges(f: &Frame, view: &UserView) -> Vec<Badge> {
        let role = Badge {
            class: String::new(),
            label: f.t(&format!("role-{}", view.role.code())),
            about: f.t(&format!("role-{}-about", view.role.code())),
        };
        vec![role, standing(f, view)]
    }

    fn body(look: &mut Looking<'_>, record: &Self, view: &UserView) -> Result<String> {
        let id = record.row.envelope().id;
        let db = &mut *look.db;
        let in_teams = team_members::table
            .inner_join(teams::table.on(teams::id.eq(team_members::team_id)))
            .filter(team_members::user_id.eq(id))
            .filter(teams::deleted_at.is_null())
            .order(teams::name)
            .select((teams::id, teams::name));
        let body = UserBody {
            f: look.f,
            user: view,
            is_own: look.eyes.caller.user == id,
            has_password: keep_accounts::has_password(db, id)?,
            factor: second_factor::standing(db, id)?,
            teams: in_teams.load(db)?,
            sessions: accounts::open_sessions(db, id)?,
            tokens: accounts::tokens(db, id)?.len(),
        };
        body.render().map_err(Error::internal)
    }
}

/// Whether the account may be used.
fn standing(f: &Frame, view: &UserView) -> Badge {
    let (class, key) = if view.active {
        ("status-published", "account-open")
    } else {
        ("status-rejected", "account-closed")
    };
    Badge { class: class.to_owned(), label: f.t(key), about: f.t(&format!("{key}-about")) }
}

impl Named for Team {
    fn head(view: &TeamView) -> &Head {
        &view.head
    }

    fn names(view: &TeamView) -> Vec<String> {
        vec![view.name.clone()]
    }
}

#[derive(Template)]
#[template(path = "admin/team.html")]
struct TeamBody<'a> {
    f: &'a Frame,
    members: Vec<Person>,
}

/// The people with some ids, by name.
fn people(db: &mut Db, ids: &[Id]) -> Result<Vec<Person>> {
    let found: Vec<(Id, String, String)> = users::table
        .filter(users::id.eq_any(ids))
        .order((users::name, users::id))
        .select((users::id, users::name, users::email))
        .load(db)?;
    Ok(found.into_iter().map(|(id, name, email)| Person { id, name, email }).collect())
}

impl Shown for Team {
    const PATH: &'static str = "admin/teams";
    const WORD: &'static str = "team";
    const API: Option<&'static str> = Some("teams");
    const CAN_BE_HIDDEN: bool = false;
    const COLUMNS: &'static [&'static str] = &["field-name", "field-members"];
    const FORM: &'static [Part] = &[needed("name", Input::Line), field("members", Input::Tags)];

    fn cells(f: &Frame, view: &TeamView) -> Vec<Cell> {
        vec![
            Cell::Link {
                path: format!("/admin/teams/{}", view.head.id),
                text: view.name.clone(),
                below: String::new(),
            },
            Cell::text(f.tn("team-members", view.members.len())),
        ]
    }

    fn badges(_: &Frame, _: &TeamView) -> Vec<Badge> {
        Vec::new()
    }

    fn body(look: &mut Looking<'_>, _: &Self, view: &TeamView) -> Result<String> {
        let members = people(look.db, &view.members)?;
        TeamBody { f: look.f, members }.render().map_err(Error::internal)
    }

    /// Members are known by their addresses.
    fn ease(db: &mut Db, _: &Eyes, typed: &mut Typed) -> Result<()> {
        let ids: Vec<Id> =
            typed.value("members").split(", ").filter_map(|id| id.parse().ok()).collect();
        let members = people(db, &ids)?;
        let emails: Vec<String> = members.into_iter().map(|person| person.email).collect();
        typed.set("members", emails.join(", "));
        Ok(())
    }
}

/// Does something with the account of an address.
async fn with_account<T: Send + 'static>(
    visit: &Visit,
    path: &str,
    work: impl FnOnce(&mut Db, &mut Act, Id) -> Result<T> + Send + 'static,
) -> Result<T> {
    let user: Id = path.parse().map_err(|_| Error::NotFound)?;
    let now = visit.app.clock.now();
    visit.app.office.act(visit.caller.clone(), now, move |db, act| work(db, act, user)).await
}

#[derive(Template)]
#[template(path = "admin/invitation_made.html")]
struct InvitationMadePage<'a> {
    f: &'a Frame,
    user: String,
    name: String,
    link: String,
}

/// `POST /admin/users/{id}/invite`: a link, shown once.
pub async fn invite(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    let (secret, name) = with_account(&visit, &path, |db, act, user| {
        let secret = keep_accounts::invite(db, act, user)?;
        let name: String = users::table.find(user).select(users::name).first(db)?;
        Ok((secret, name))
    })
    .await?;
    let link = format!("{}/invitation/{secret}", base_of(&visit.request));
    let user = path.into_inner();
    page(&InvitationMadePage { f: &visit.frame, user, name, link })
}

/// `POST /admin/users/{id}/sessions/end`.
pub async fn end_sessions(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    with_account(&visit, &path, keep_accounts::end_sessions).await?;
    visit.say_next("said-sessions-ended");
    Ok(see(&format!("/admin/users/{path}")))
}

/// `POST /admin/users/{id}/second-factor/reset`.
pub async fn reset_factor(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    with_account(&visit, &path, second_factor::reset).await?;
    visit.say_next("said-second-factor-reset");
    Ok(see(&format!("/admin/users/{path}")))
}
