//! Who would see a record, in plain words: beside the choice of confidentiality in its form, and on its
//! page, for those who may know the staff.

use actix_web::HttpResponse;
use serde::Serialize;

use super::form::Typed;
use super::frame::Frame;
use super::records::{Looking, Shown};
use super::visit::Visit;
use crate::casework::audience::{self, Audience, Supposed};
use crate::casework::read_records;
use crate::casework::records::{Record, Row};
use crate::domain::{Action, Confidentiality, Status};
use crate::error::Result;
use crate::http::query::Parameters;
use crate::store::Kind;

/// Who sees a record as it stands, and who would once it is published.
pub fn of_record<R: Shown>(look: &mut Looking<'_>, record: &R) -> Result<Vec<String>> {
    let you = look.eyes.caller.user;
    let now = audience::of_record(look.db, you, record)?;
    let mut lines = vec![people(look.f, "audience-sees", &now)];
    let level = Confidentiality::of_level(record.effective_level());
    if let (Some(status), Some(level)) = (record.status(), level)
        && status != Status::Published
    {
        let envelope = record.row().envelope();
        let published = Supposed {
            kind: R::KIND,
            confidentiality: level,
            team: envelope.team_id,
            status: Some(Status::Published),
            created_by: envelope.created_by,
            assigned_to: record.assigned_to(),
        };
        let then = audience::of_supposed(look.db, you, &published)?;
        lines.push(people(look.f, "audience-published", &then));
    }
    lines.extend(notes::<R>(look.f, false));
    Ok(lines)
}

/// Who would see what a form says. `record`: the one that it changes.
fn of_form<R: Shown>(
    look: &mut Looking<'_>,
    level: &str,
    team: &str,
    record: Option<&str>,
) -> Result<Vec<String>> {
    let caller = look.eyes.caller.clone();
    let record: Option<R> =
        record.map(|name| read_records::find(look.db, &caller, name)).transpose()?;
    let f = look.f;
    let mut level: Confidentiality = level.parse().unwrap_or(R::CONFIDENTIALITY);
    let team = match (level, team.trim()) {
        (Confidentiality::Restricted, "") => return Ok(vec![f.t("audience-which-team")]),
        (Confidentiality::Restricted, named) => {
            match audience::own_team(look.db, &caller, named)? {
                Some(team) => Some(team),
                None => return Ok(vec![f.t("audience-no-team")]),
            }
        }
        _ => None,
    };
    // What it belongs to may be closed to more people than it is itself.
    if let Some(record) = &record
        && record.effective_level() > record.row().envelope().confidentiality
        && let Some(above) = Confidentiality::of_level(record.effective_level())
        && above > level
    {
        level = above;
    }
    let supposed = Supposed {
        kind: R::KIND,
        confidentiality: level,
        team: team.or_else(|| {
            record
                .as_ref()
                .filter(|_| level == Confidentiality::Restricted)?
                .row()
                .envelope()
                .team_id
        }),
        status: R::KIND
            .is_reviewed()
            .then(|| record.as_ref().and_then(Record::status).unwrap_or(Status::Draft)),
        created_by: record.as_ref().map_or(caller.user, |it| it.row().envelope().created_by),
        assigned_to: record.as_ref().and_then(Record::assigned_to),
    };
    let now = audience::of_supposed(look.db, caller.user, &supposed)?;
    let mut lines = vec![people(f, "audience-now", &now)];
    if supposed.status.is_some_and(|status| status != Status::Published) {
        let published = Supposed { status: Some(Status::Published), ..supposed };
        let then = audience::of_supposed(look.db, caller.user, &published)?;
        lines.push(people(f, "audience-published", &then));
    }
    lines.extend(notes::<R>(f, true));
    Ok(lines)
}

fn notes<R: Shown>(f: &Frame, supposed: bool) -> Vec<String> {
    let mut notes = Vec::new();
    if supposed && audience::joins_others(R::KIND) {
        notes.push(f.t("audience-joins"));
    }
    if R::KIND == Kind::Event {
        notes.push(f.t("audience-event"));
    }
    if !matches!(R::KIND, Kind::Instrument | Kind::Provision | Kind::Commitment) {
        notes.push(f.t("audience-protected"));
    }
    notes
}

/// "4 people, you among them: 2 reviewers, 1 administrator".
fn people(f: &Frame, key: &str, audience: &Audience) -> String {
    if audience.people == 0 {
        return f.tv(key, &f.t("audience-nobody"));
    }
    let roles = audience.roles.iter().filter(|role| role.1 > 0);
    let roles: Vec<String> = roles
        .map(|(role, count)| f.tn(&format!("audience-role-{}", role.code()), *count))
        .collect();
    let who = f.tn("audience-people", audience.people);
    let who = if audience.you { f.tv("audience-with-you", &who) } else { who };
    f.tv(key, &format!("{who}: {}", roles.join(", ")))
}

/// What stands beside the choice of confidentiality.
pub async fn beside<R: Shown>(
    visit: &Visit,
    typed: &Typed,
    record: Option<String>,
) -> Result<Vec<String>> {
    if !visit.caller.may_know_staff() {
        return Ok(Vec::new());
    }
    let level = typed.value("confidentiality").to_owned();
    let team = typed.value("team").to_owned();
    let looking = visit.look(move |look| of_form::<R>(look, &level, &team, record.as_deref()));
    match looking.await {
        // The record is gone, or closed: the form says so when it is sent.
        Err(crate::error::Error::NotFound) => Ok(Vec::new()),
        other => other,
    }
}

#[derive(Serialize)]
struct Said {
    said: Vec<String>,
}

/// `GET /{kind}/audience?confidentiality=…&team=…&record=…`: for a script, while somebody chooses.
pub async fn ask<R: Shown>(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(R::KEPT_BY.unwrap_or(Action::CreateRecords))?;
    let mut parameters = Parameters::of(&visit.request)?;
    let level = parameters.take("confidentiality").unwrap_or_default();
    let team = parameters.take("team").unwrap_or_default();
    let record = parameters.take("record").filter(|it| !it.is_empty());
    parameters.none_left()?;
    let said = visit.look(move |look| of_form::<R>(look, &level, &team, record.as_deref())).await?;
    Ok(HttpResponse::Ok().json(Said { said }))
}
