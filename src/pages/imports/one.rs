//! `GET /imports/{id}` and what is done with one import.

use actix_web::HttpResponse;
use actix_web::web::Path;
use askama::Template;

use super::super::answer::{page, page_with, see};
use super::super::frame::Frame;
use super::super::messages;
use super::super::visit::{Visit, value};
use super::mapping::{self, Column, Constant};
use super::{WAITS, id_of, said, state};
use crate::domain::{Action, Id};
use crate::error::{Error, Result};
use crate::exchange::imports::kept::{
    self, Counts, ImportRow, ImportState, NotedRow, Outcome, Settings,
};
use crate::exchange::imports::values::DateOrder;
use crate::exchange::imports::work::Ask;
use crate::exchange::imports::{ImportKind, fields, profile};
use crate::exchange::read::{Delimiter, Encoding, FileFormat, Wish};
use crate::http::imports::{rows_as_csv, run, settled, take_back};
use crate::http::query::Parameters;
use crate::pages::records::Looking;

/// Rows that are shown of each outcome.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "imports/one.html")]
struct OnePage<'a> {
    f: &'a Frame,
    it: Shown,
    wrong: Option<String>,
}

/// One of several to choose.
pub struct Choice {
    pub value: String,
    pub label: String,
    pub is_chosen: bool,
}

struct Shown {
    id: Id,
    name: String,
    when: String,
    sha256: String,
    size: String,
    state: String,
    message: Option<String>,
    row: ImportRow,
    /// Whether it can still be read otherwise.
    is_open: bool,
    may_undo: bool,
    counts: Counts,
    figures: Vec<(&'static str, u64)>,
    refused: Vec<NotedRow>,
    noted: Vec<NotedRow>,
    doubts: Vec<Doubtful>,
    statement: Option<String>,
    notes: Vec<String>,
    line_ends: String,
    header_row: u64,
    hxl_row: Option<u64>,
    columns: Vec<Column>,
    fields: Vec<String>,
    constants: Vec<Constant>,
    /// What words of the column of types mean, where there is one.
    words: Option<String>,
    profile_name: String,
    profile_title: String,
    source: String,
    sender: String,
    sent_on: String,
    profiles: Vec<Choice>,
    kinds: Vec<Choice>,
    encodings: Vec<Choice>,
    delimiters: Vec<Choice>,
    dates: Vec<Choice>,
    sheets: Vec<Choice>,
}

struct Doubtful {
    path: String,
    name: String,
    other: String,
    score: String,
    compare: String,
}

/// `GET /imports/{id}`.
pub async fn show(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    Parameters::of(&visit.request)?.none_left()?;
    let id = id_of(&path)?;
    let it = visit.look(move |look| shown(look, id)).await?;
    page(&OnePage { f: &visit.frame, it, wrong: None })
}

async fn again(visit: &Visit, id: Id, error: &Error) -> Result<HttpResponse> {
    let it = visit.look(move |look| shown(look, id)).await?;
    let wrong = Some(said(&visit.frame, error));
    page_with(actix_web::ResponseError::status_code(error), &OnePage { f: &visit.frame, it, wrong })
}

fn shown(look: &mut Looking<'_>, id: Id) -> Result<Shown> {
    let row = kept::find(look.db, &look.eyes.caller, id)?;
    let Settings { profile, detected, sender, sent_on, .. } = row.settings()?;
    let mut refused = kept::rows(look.db, id, Some(Outcome::Refused), 0, SHOWN)?;
    let mut noted = kept::rows(look.db, id, Some(Outcome::Matched), 0, SHOWN)?;
    noted.retain(|it| it.message.is_some());
    let all = kept::profiles(look.db)?;
    let f = look.f;
    for row in refused.iter_mut().chain(&mut noted) {
        row.message = row.message.as_deref().map(|it| messages::said_of_row(f.words, it));
    }
    let suggestions = profile::suggest(profile.kind, &detected.columns, &detected.tags);
    let counts = row.counts()?;
    let chosen = |of: &str, value: &str, is: bool| Choice {
        value: value.to_owned(),
        label: f.t(&format!("import-{of}-{value}")),
        is_chosen: is,
    };
    let is_text = detected.format != FileFormat::Xlsx;
    let is_known = all.iter().any(|it| it.name == profile.name);
    let mut profiles: Vec<Choice> = all
        .iter()
        .map(|it| Choice {
            value: it.name.clone(),
            label: it.title.clone(),
            is_chosen: it.name == profile.name,
        })
        .collect();
    if !is_known {
        let own =
            Choice { value: String::new(), label: f.t("import-own-mapping"), is_chosen: true };
        profiles.insert(0, own);
    }
    let encodings = Encoding::ALL.iter().filter(|_| is_text);
    let delimiters = Delimiter::ALL.iter().filter(|_| detected.format == FileFormat::Csv);
    Ok(Shown {
        doubts: doubts(look, id)?,
        statement: row.statement_id.map(|id| format!("/statements/{id}")),
        id,
        name: row.file_name.clone(),
        when: f.moment(&row.created_at),
        sha256: row.file_sha256.clone(),
        size: f.number(row.file_size / 1024),
        state: state(f, &row),
        message: row.message.as_deref().map(|it| f.message(it)),
        is_open: is_open(&row),
        may_undo: !row.dry_run && matches!(row.state, ImportState::Done | ImportState::Failed),
        figures: figures(&row, &counts),
        counts,
        refused,
        noted,
        notes: detected.notes.iter().map(|it| f.message(it)).collect(),
        line_ends: detected
            .line_ends
            .map(|it| f.t(&format!("import-ends-{it}")))
            .unwrap_or_default(),
        header_row: detected.header_row,
        hxl_row: detected.hxl_row,
        columns: mapping::columns(&profile, &detected, &suggestions),
        fields: fields::of(profile.kind).map(|field| field.name.to_owned()).collect(),
        constants: mapping::constants(&profile),
        words: mapping::words(&profile),
        kinds: ImportKind::ALL
            .iter()
            .map(|kind| Choice {
                value: kind.code().to_owned(),
                label: f.t(&format!("import-kind-{kind}")),
                is_chosen: *kind == profile.kind,
            })
            .collect(),
        encodings: encodings
            .map(|it| chosen("encoding", it.code(), Some(*it) == detected.encoding))
            .collect(),
        delimiters: delimiters
            .map(|it| chosen("delimiter", it.code(), Some(*it) == detected.delimiter))
            .collect(),
        dates: DateOrder::ALL
            .iter()
            .map(|it| chosen("dates", it.code(), Some(*it) == profile.dates))
            .collect(),
        sheets: detected
            .sheets
            .iter()
            .map(|name| Choice {
                value: name.clone(),
                label: name.clone(),
                is_chosen: Some(name) == detected.sheet.as_ref(),
            })
            .collect(),
        profile_name: if is_known { profile.name.clone() } else { String::new() },
        profile_title: profile.title.clone(),
        source: profile.source,
        sender: sender.unwrap_or_default(),
        sent_on: sent_on.unwrap_or_default(),
        profiles,
        row,
    })
}

fn is_open(row: &ImportRow) -> bool {
    row.dry_run
        && matches!(row.state, ImportState::Uploaded | ImportState::Checked | ImportState::Failed)
}

fn figures(row: &ImportRow, counts: &Counts) -> Vec<(&'static str, u64)> {
    let mut all = vec![
        ("import-rows", counts.rows),
        ("import-created", counts.created),
        ("import-updated", counts.updated),
        ("import-matched", counts.matched),
        ("import-refused", counts.refused),
        ("import-incidents", counts.incidents_created),
        ("import-actors", counts.actors_created),
        ("import-actors-known", counts.actors_matched),
    ];
    if matches!(row.state, ImportState::Undoing | ImportState::Undone) {
        all.extend([("import-undone", counts.undone), ("import-left", counts.left)]);
    }
    all
}

fn doubts(look: &mut Looking<'_>, id: Id) -> Result<Vec<Doubtful>> {
    use crate::casework::records::links;
    let doubts = kept::doubts(look.db, id, SHOWN)?;
    let actors =
        links::actors(look.db, look.eyes, doubts.iter().flat_map(|it| [it.actor_id, it.other_id]))?;
    let shown = doubts.iter().filter_map(|it| {
        let (one, other) = (actors.get(&it.actor_id)?, actors.get(&it.other_id)?);
        Some(Doubtful {
            path: format!("/actors/{}", one.reference),
            name: one.name.clone(),
            other: other.name.clone(),
            score: format!("{:.2}", it.score),
            compare: format!("/duplicates/actors/{}/{}", other.reference, one.reference),
        })
    });
    Ok(shown.collect())
}

/// `POST /imports/{id}/settings`: how the file is read and taken; it is looked at again.
pub async fn settle(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let id = id_of(&path)?;
    match settled_as_sent(&visit, id).await {
        Ok(()) => {}
        Err(error @ (Error::Invalid(_) | Error::Malformed(_) | Error::Conflict(_))) => {
            return again(&visit, id, &error).await;
        }
        Err(other) => return Err(other),
    }
    run(&visit.app, &visit.caller, id, true, WAITS).await?;
    Ok(see(&format!("/imports/{id}")))
}

async fn settled_as_sent(visit: &Visit, id: Id) -> Result<()> {
    let before =
        visit.look(move |look| kept::find(look.db, &look.eyes.caller, id)?.settings()).await?;
    let ask = asked(visit, &before)?;
    settled(&visit.app, &visit.caller, id, ask).await?;
    Ok(())
}

/// What the form says, beside what was said before.
fn asked(visit: &Visit, before: &Settings) -> Result<Ask> {
    let sent = |name: &str| value(&visit.sent, name).map(str::trim).filter(|it| !it.is_empty());
    fn parsed<T: std::str::FromStr<Err = String>>(text: Option<&str>) -> Result<Option<T>> {
        text.map(|it| it.parse().map_err(Error::Malformed)).transpose()
    }
    let detected = &before.detected;
    // What was found out stays to be found out, unless it was changed.
    let changed = |said: Option<&str>, found: Option<&str>, wished: bool| {
        said.filter(|it| wished || Some(*it) != found).map(str::to_owned)
    };
    let encoding = changed(
        sent("encoding"),
        detected.encoding.map(Encoding::code),
        before.wish.encoding.is_some(),
    );
    let delimiter = changed(
        sent("delimiter"),
        detected.delimiter.map(Delimiter::code),
        before.wish.delimiter.is_some(),
    );
    let found_row = detected.header_row.to_string();
    let header_row =
        changed(sent("header_row"), Some(&found_row), before.wish.header_row.is_some());
    let sheet = changed(sent("sheet"), detected.sheet.as_deref(), before.wish.sheet.is_some());
    let kind: Option<ImportKind> = parsed(sent("kind"))?;
    let other_kind = kind.filter(|kind| *kind != before.profile.kind);
    let chosen = sent("profile").filter(|name| *name != before.profile.name);
    let mapped = mapping::changed(before.profile.clone(), detected, &visit.sent);
    let (profile_name, profile) = match (chosen, other_kind) {
        (Some(name), _) => (Some(name.to_owned()), None),
        (None, Some(kind)) => {
            (None, Some(profile::suggested(kind, &detected.columns, &detected.tags)))
        }
        (None, None) => {
            (None, Some(if mapped == before.profile { mapped } else { profile_of_its_own(mapped) }))
        }
    };
    let source = sent("source").filter(|it| *it != before.profile.source).map(str::to_owned);
    Ok(Ask {
        profile_name,
        profile,
        kind,
        source,
        dates: parsed::<DateOrder>(sent("dates"))?,
        wish: Wish {
            format: before.wish.format,
            encoding: parsed(encoding.as_deref())?,
            delimiter: parsed(delimiter.as_deref())?,
            header_row: header_row
                .map(|it| {
                    it.parse().map_err(|_| {
                        Error::Malformed("the header row must be a number, from 1".to_owned())
                    })
                })
                .transpose()?,
            hxl: before.wish.hxl,
            sheet,
        },
        sender: sent("sender").map(str::to_owned),
        sent_on: sent("sent_on").map(str::to_owned),
    })
}

/// What was changed by hand is not what the program calls by the name any more.
fn profile_of_its_own(mut profile: profile::Profile) -> profile::Profile {
    if profile::shipped().iter().any(|it| it.name == profile.name) {
        profile.name = format!("{}-changed", profile.name).chars().take(60).collect();
    }
    profile
}

/// `POST /imports/{id}/run`.
pub async fn start(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let id = id_of(&path)?;
    visit.look(move |look| kept::find(look.db, &look.eyes.caller, id)).await?;
    let dry = value(&visit.sent, "dry") == Some("true");
    done(&visit, id, run(&visit.app, &visit.caller, id, dry, WAITS).await).await
}

/// `POST /imports/{id}/undo`.
pub async fn undo(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let id = id_of(&path)?;
    visit.look(move |look| kept::find(look.db, &look.eyes.caller, id)).await?;
    done(&visit, id, take_back(&visit.app, &visit.caller, id, WAITS).await).await
}

async fn done(visit: &Visit, id: Id, result: Result<Option<ImportRow>>) -> Result<HttpResponse> {
    match result {
        Ok(_) => Ok(see(&format!("/imports/{id}"))),
        Err(error @ Error::Conflict(_)) => again(visit, id, &error).await,
        Err(other) => Err(other),
    }
}

/// `POST /imports/{id}/profile`: keeps the mapping under a name.
pub async fn save_profile(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let id = id_of(&path)?;
    let settings =
        visit.look(move |look| kept::find(look.db, &look.eyes.caller, id)?.settings()).await?;
    let sent = |name: &str| value(&visit.sent, name).unwrap_or_default().trim().to_owned();
    let mut profile = settings.profile;
    profile.name = sent("name");
    let title = sent("title");
    if !title.is_empty() {
        profile.title = title;
    }
    let keeping =
        visit.app.office.act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            kept::save_profile(db, act, &profile)
        });
    match keeping.await {
        Ok(()) => {
            visit.say_next("said-import-profile");
            Ok(see(&format!("/imports/{id}")))
        }
        Err(error @ (Error::Invalid(_) | Error::Conflict(_))) => again(&visit, id, &error).await,
        Err(other) => Err(other),
    }
}

/// `GET /imports/{id}/rows.csv`: refused rows, to be corrected and sent again.
pub async fn rows(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::ImportRecords)?;
    let id = id_of(&path)?;
    let mut parameters = Parameters::of(&visit.request)?;
    let outcome = parameters.take("outcome");
    let outcome: Option<Outcome> =
        outcome.map(|it| it.parse().map_err(Error::Malformed)).transpose()?;
    parameters.none_left()?;
    let words = visit.frame.words;
    let say = move |message: &str| messages::said_of_row(words, message);
    rows_as_csv(&visit.app, visit.caller.clone(), id, outcome, say).await
}
