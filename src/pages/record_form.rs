//! The form of a record: a new one, or one that is there; with what is wrong, or what somebody else
//! changed meanwhile.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde_json::Value;

use super::answer::{page_with, see};
use super::audience;
use super::drafts::{self, ShownDraft};
use super::form::links::{self, Candidate};
use super::form::read::{Rows, understand_dates};
use super::form::show::{Nodes, Shower, element};
use super::form::{Part, Typed, picker, places};
use super::frame::Frame;
use super::history::{self, ShownChange, ShownReturned};
use super::record::target;
use super::records::Shown;
use super::similar::{self, ShownDuplicate};
use super::visit::{Visit, value};
use crate::casework::change_record::{self, Target};
use crate::casework::drafts::{self as casework_drafts, Draft};
use crate::casework::duplicates::Duplicate;
use crate::casework::enter::secret;
use crate::casework::records::Row;
use crate::casework::{Act, create_record, idempotency, read_input, read_records};
use crate::domain::{Action, Id, Status};
use crate::error::{Error, FieldError, Result};
use crate::http::duplicates::note_reading;
use crate::store::protection::Words as Redaction;
use crate::store::{Db, Eyes, Kind, commit};
use crate::words::Words;

#[derive(Template)]
#[template(path = "form.html")]
struct FormPage<'a> {
    f: &'a Frame,
    path: &'static str,
    many: String,
    title: String,
    hint: String,
    action: String,
    cancel: String,
    nodes: Nodes,
    errors: Vec<ShownError>,
    version: Option<i32>,
    once: String,
    /// What somebody else changed meanwhile.
    stale: Vec<ShownChange>,
    may_submit: bool,
    /// Whether places are asked for.
    has_places: bool,
    reason: String,
    /// Unfinished forms of the same kind.
    unfinished: Vec<ShownDraft>,
    /// Why it came back.
    returned: Option<ShownReturned>,
    /// Records that may be the same as the new one, which somebody is asked about once.
    similar: Vec<ShownDuplicate>,
    similar_title: String,
    /// Whether they were asked.
    sure: bool,
    /// What they chose to do when they were asked.
    then: &'static str,
    /// Where a script asks for records that may be the same.
    check: Option<String>,
}

impl FormPage<'_> {
    fn is_stale(&self) -> bool {
        !self.stale.is_empty()
    }
}

struct ShownError {
    link: String,
    label: String,
    message: String,
}

/// What a form is about.
struct Asked {
    typed: Typed,
    offers: Vec<(String, Vec<Candidate>)>,
    /// The record that is changed, and the version that it had.
    change: Option<(String, i32)>,
    title: String,
    once: String,
    stale: Vec<ShownChange>,
    status: StatusCode,
    /// Why it is changed.
    reason: String,
    unfinished: Vec<ShownDraft>,
    returned: Option<ShownReturned>,
    similar: Vec<Duplicate>,
    sure: bool,
    submits: bool,
}

impl Asked {
    fn new(typed: Typed) -> Result<Self> {
        Ok(Self {
            typed,
            offers: Vec::new(),
            change: None,
            title: String::new(),
            once: secret()?,
            stale: Vec::new(),
            status: StatusCode::OK,
            reason: String::new(),
            unfinished: Vec::new(),
            returned: None,
            similar: Vec::new(),
            sure: false,
            submits: false,
        })
    }

    /// What was sent, with the key of its form: it is saved once, and kept unfinished once.
    fn sent(visit: &Visit) -> Result<Self> {
        let mut asked = Self::new(Typed::of(&visit.sent))?;
        if let Some(once) = value(&visit.sent, "~once") {
            once.clone_into(&mut asked.once);
        }
        value(&visit.sent, "~reason").unwrap_or_default().clone_into(&mut asked.reason);
        Ok(asked)
    }

    /// An unfinished form.
    fn continued(draft: Draft) -> Result<Self> {
        let mut asked = Self::new(Typed::of(&draft.typed))?;
        value(&draft.typed, "~reason").unwrap_or_default().clone_into(&mut asked.reason);
        asked.once = draft.key;
        Ok(asked)
    }
}

/// `GET /{kind}/new`. What the query says is filled in.
pub async fn ask_new<R: Shown>(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(R::KEPT_BY.unwrap_or(Action::CreateRecords))?;
    if let Some(draft) = drafts::continued(&visit, &format!("/{}/new", R::PATH)).await? {
        return form::<R>(&visit, Asked::continued(draft)?).await;
    }
    let query = form_urlencoded::parse(visit.request.query_string().as_bytes());
    let mut typed = Typed::of(&query.into_owned().collect());
    let named = visit.look(move |look| {
        links::name_links(look.db, look.eyes, &mut typed, R::FORM)?;
        let unfinished = drafts::shown(look, Some(&format!("/{}/new", R::PATH)))?;
        Ok((typed, unfinished))
    });
    let (typed, unfinished) = named.await?;
    let asked = Asked { unfinished, ..Asked::new(typed)? };
    form::<R>(&visit, asked).await
}

/// What is asked of a new record, or of one that is there.
fn parts<R: Shown>(is_new: bool) -> &'static [Part] {
    if is_new { R::FORM } else { R::FORM_CHANGED }
}

async fn form<R: Shown>(visit: &Visit, asked: Asked) -> Result<HttpResponse> {
    let f = &visit.frame;
    let changed = asked.change.as_ref().map(|change| change.0.clone());
    let audience = audience::beside::<R>(visit, &asked.typed, changed.clone()).await?;
    let mut asks = format!("/{}/audience?", R::PATH);
    if let Some(name) = &changed {
        asks.push_str("record=");
        asks.extend(form_urlencoded::byte_serialize(name.as_bytes()));
    }
    let shower =
        Shower { f, typed: &asked.typed, offers: &asked.offers, audience: &audience, asks: &asks };
    let nodes = shower.nodes(parts::<R>(asked.change.is_none()), "");
    let errors = asked.typed.errors.iter().map(|error| ShownError {
        link: element(&error.pointer),
        label: label_of(f, &error.pointer),
        message: f.message(&error.message),
    });
    let own = format!("/{}", R::PATH);
    let (action, cancel) = match &asked.change {
        None => (format!("{own}/new"), own),
        Some((name, _)) => (format!("{own}/{name}/edit"), format!("{own}/{name}")),
    };
    let title = if asked.change.is_none() {
        f.t(&format!("form-new-{}", R::WORD))
    } else {
        f.tv("form-change", &asked.title)
    };
    let hint = format!("form-hint-{}", R::WORD);
    let page = FormPage {
        f,
        path: R::PATH,
        many: f.t(&format!("kinds-{}", R::WORD)),
        title,
        hint: if Words::has(&hint) { f.t(&hint) } else { String::new() },
        action,
        cancel,
        nodes,
        errors: errors.collect(),
        version: asked.change.as_ref().map(|change| change.1),
        once: asked.once.clone(),
        may_submit: R::KIND.is_reviewed() && asked.change.is_none(),
        reason: asked.reason,
        unfinished: asked.unfinished,
        returned: asked.returned,
        similar: asked.similar.iter().map(|it| similar::shown(f, it)).collect(),
        similar_title: similar::heading(f, &asked.similar),
        sure: asked.sure || !asked.similar.is_empty(),
        then: if asked.submits { "submit" } else { "save" },
        check: (R::IS_COMPARED && asked.change.is_none()).then(|| format!("/check/{}", R::PATH)),
        stale: asked.stale,
        has_places: matches!(R::KIND, Kind::Incident | Kind::Event),
    };
    page_with(asked.status, &page)
}

/// What a field is called: `events/0/title` is the title of the first event.
fn label_of(f: &Frame, name: &str) -> String {
    let mut said = Vec::new();
    let steps: Vec<&str> = name.split('/').filter(|step| !step.is_empty()).collect();
    for (at, step) in steps.iter().enumerate() {
        if let Ok(row) = step.parse::<i64>() {
            let of = steps.get(at.wrapping_sub(1)).copied().unwrap_or_default();
            let key = format!("form-{of}-row");
            if Words::has(&key) {
                said.push(f.tn(&key, row + 1));
            }
        } else {
            let key = format!("field-{step}");
            if Words::has(&key) && steps.get(at + 1).is_none_or(|next| next.parse::<i64>().is_err())
            {
                said.push(f.t(&key));
            }
        }
    }
    said.join(", ")
}

/// Rows that are asked for or taken out, without saving anything.
fn rearranged(visit: &Visit, typed: &mut Typed) -> bool {
    if let Some(rows) = value(&visit.sent, "~add") {
        let row = typed.rows(rows);
        typed.set(format!("{rows}/{row}"), "");
        return true;
    }
    if picker::clicked(&visit.sent, typed) {
        return true;
    }
    if let Some(row) = value(&visit.sent, "~drop") {
        typed.drop_row(row);
        return true;
    }
    false
}

/// What was typed, as what the act takes. Nothing, where something is wrong with it.
async fn read<R: Shown>(
    visit: &Visit,
    asked: &mut Asked,
    is_new: bool,
) -> Result<Option<(Value, Rows)>> {
    let mut typed = std::mem::take(&mut asked.typed);
    let (typed, offers, read) = visit
        .look(move |look| {
            let parts = parts::<R>(is_new);
            // What was typed stays in its field; how it is understood is shown below it.
            let as_typed = typed.values.clone();
            understand_dates(&mut typed, parts, look.f.now.day());
            let (mut value, rows) = typed.read(parts, is_new);
            typed.values = as_typed;
            let offers = links::resolve(look, &mut typed, parts, &mut value, &rows)?;
            R::complete(&mut value);
            Ok((typed, offers, (value, rows)))
        })
        .await?;
    asked.typed = typed;
    asked.offers = offers;
    Ok(asked.typed.errors.is_empty().then_some(read))
}

/// `POST /{kind}/new`.
pub async fn create<R: Shown>(visit: Visit) -> Result<HttpResponse>
where
    R::Input: Sync,
{
    visit.caller.must(R::KEPT_BY.unwrap_or(Action::CreateRecords))?;
    if value(&visit.sent, "~then") == Some("keep") {
        return drafts::keep_for_later(&visit).await;
    }
    let mut asked = Asked::sent(&visit)?;
    places::choose(&visit.frame, &visit.sent, &mut asked.typed);
    if let Some(offers) = places::asked(&visit, &mut asked.typed).await? {
        asked.offers.push(offers);
        return form::<R>(&visit, asked).await;
    }
    asked.sure = value(&visit.sent, "~sure").is_some();
    if rearranged(&visit, &mut asked.typed) {
        return form::<R>(&visit, asked).await;
    }
    let Some((input, rows)) = read::<R>(&visit, &mut asked, true).await? else {
        asked.status = StatusCode::UNPROCESSABLE_ENTITY;
        return form::<R>(&visit, asked).await;
    };
    let submits = value(&visit.sent, "~then") == Some("submit");
    let mut once = idempotency::Once::of(
        Some(asked.once.as_bytes()).filter(|once| !once.is_empty()),
        visit.request.path(),
        // What was typed, not what it was understood as: a name may be known by the second time.
        &serde_json::to_vec(&asked.typed.values).map_err(Error::internal)?,
    )?;
    if R::IS_COMPARED && !asked.sure {
        let (caller, described) = (visit.caller.user, input.clone());
        let (found, unused) = visit
            .look(move |look| {
                // What was saved already, by a request whose answer was lost, is not a duplicate.
                let found = if idempotency::was_done(look.db, caller, once.as_ref())? {
                    Vec::new()
                } else {
                    similar::likely(R::similar(look, &described)?)
                };
                Ok((found, once))
            })
            .await?;
        if !found.is_empty() {
            note_reading(&visit.app, visit.caller.clone(), &found).await?;
            asked.similar = found;
            asked.submits = submits;
            asked.status = StatusCode::CONFLICT;
            return form::<R>(&visit, asked).await;
        }
        once = unused;
    }
    save::<R>(visit, asked, input, &rows, once, submits).await
}

/// Saves what was typed, once.
async fn save<R: Shown>(
    visit: Visit,
    asked: Asked,
    input: Value,
    rows: &Rows,
    once: Option<idempotency::Once>,
    submits: bool,
) -> Result<HttpResponse>
where
    R::Input: Sync,
{
    let key = asked.once.clone();
    let made = match read_input::<R::Input>(input) {
        Err(error) => Err(error),
        Ok(input) => {
            let making = visit.app.office.act(
                visit.caller.clone(),
                visit.app.clock.now(),
                move |db, act| {
                    casework_drafts::discard(db, act.caller.user, &key)?;
                    idempotency::once(db, act, once, R::KIND.code(), |db, act| {
                        let mut record: R = create_record::create(db, act, input)?;
                        if submits && record.status().is_some() {
                            record = submitted_with_all(db, act, record)?;
                        }
                        let envelope = record.row().envelope();
                        Ok((envelope.id, envelope.version))
                    })
                },
            );
            making.await
        }
    };
    match made {
        Ok((id, _)) => {
            visit.say_next(if submits { "said-submitted" } else { "said-saved" });
            Ok(see(&place_of::<R>(&visit, id).await?))
        }
        Err(error) => refused::<R>(&visit, asked, error, rows).await,
    }
}

/// Submits a new record, and the events that were made with it.
fn submitted_with_all<R: Shown>(db: &mut Db, act: &mut Act, record: R) -> Result<R> {
    commit::settle(db)?;
    R::submit_with(db, act, &record)?;
    change_record::review_seen(db, act, record, Status::Submitted)
}

/// The page that somebody is sent to after they saved a record.
async fn place_of<R: Shown>(visit: &Visit, id: Id) -> Result<String> {
    let place = visit.look(move |look| {
        let record: R = read_records::find(look.db, &look.eyes.caller, &id.to_string())?;
        Ok(R::place(&read_records::view(look.db, look.eyes, record)?))
    });
    match place.await {
        Err(Error::NotFound) => Ok(format!("/{}", R::PATH)),
        other => other,
    }
}

/// Shows the form again, with what is wrong.
async fn refused<R: Shown>(
    visit: &Visit,
    mut asked: Asked,
    error: Error,
    rows: &Rows,
) -> Result<HttpResponse> {
    let status = actix_web::ResponseError::status_code(&error);
    match error {
        Error::Invalid(errors) => asked.typed.refuse(errors, rows),
        error @ (Error::Forbidden(_) | Error::Conflict(_) | Error::Malformed(_)) => {
            asked.typed.errors.push(FieldError::new("", error.to_string()));
        }
        other => return Err(other),
    }
    asked.status = status;
    form::<R>(visit, asked).await
}

/// A record as its form shows it, its title, and its version.
fn as_typed<R: Shown>(
    db: &mut Db,
    eyes: &Eyes,
    name: &str,
) -> Result<(Typed, String, String, i32)> {
    let record: R = read_records::find(db, &eyes.caller, name)?;
    eyes.caller.must(change_record::right_to_change(&eyes.caller, &record))?;
    let input = serde_json::to_value(record.as_input()).map_err(Error::internal)?;
    let id = record.row().envelope().id;
    let view = read_records::view(db, eyes, record)?;
    let eyes_on = eyes.on(db, R::KIND, &[id])?;
    let shown = redacted(&eyes_on.words(id), input);
    let mut typed = Typed::of_input(R::FORM_CHANGED, &shown);
    links::name_links(db, eyes, &mut typed, R::FORM_CHANGED)?;
    R::ease(db, eyes, &mut typed)?;
    let head = R::head(&view);
    let title = R::names(&view).into_iter().next().unwrap_or_default();
    Ok((typed, title, head.reference.clone(), head.version))
}

/// The texts of an input, as the caller may see them; `revise` knows them again and keeps the names.
fn redacted(words: &Redaction<'_>, input: Value) -> Value {
    match input {
        Value::String(text) => Value::String(words.shown(text)),
        Value::Array(items) => items.into_iter().map(|item| redacted(words, item)).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(name, value)| (name, redacted(words, value))).collect()
        }
        other => other,
    }
}

/// `GET /{kind}/{id}/edit`.
pub async fn ask_change<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(R::KEPT_BY.unwrap_or(Action::ReviseOwnDrafts))?;
    let address = format!("/{}/{}/edit", R::PATH, *path);
    let draft = drafts::continued(&visit, &address).await?;
    let ((typed, title, reference, version), unfinished, returned) = visit
        .look(move |look| {
            let typed = as_typed::<R>(look.db, look.eyes, &path)?;
            let record: R = read_records::find(look.db, &look.eyes.caller, &path)?;
            let returned = history::returned(look, &record)?;
            // The form is sent to the ref, however it was asked for.
            let form = format!("/{}/{}/edit", R::PATH, typed.2);
            Ok((typed, drafts::shown(look, Some(&form))?, returned))
        })
        .await?;
    let mut asked = match draft {
        None => Asked { unfinished, ..Asked::new(typed)? },
        Some(draft) => {
            // The version that it was made from: what changed since is shown when it is saved.
            let made_from = value(&draft.typed, "~version").and_then(|it| it.parse().ok());
            let mut asked = Asked::continued(draft)?;
            asked.change = made_from.map(|version| (reference.clone(), version));
            asked
        }
    };
    asked.title = title;
    asked.returned = returned;
    asked.change.get_or_insert((reference, version));
    form::<R>(&visit, asked).await
}

/// `POST /{kind}/{id}/edit`.
pub async fn change<R: Shown>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    if value(&visit.sent, "~then") == Some("keep") {
        return drafts::keep_for_later(&visit).await;
    }
    let target = target(&visit, path.into_inner())?;
    let mut asked = Asked::sent(&visit)?;
    asked.title.clone_from(&target.name);
    asked.change = Some((target.name.clone(), target.version.unwrap_or_default()));
    places::choose(&visit.frame, &visit.sent, &mut asked.typed);
    if let Some(offers) = places::asked(&visit, &mut asked.typed).await? {
        asked.offers.push(offers);
        return form::<R>(&visit, asked).await;
    }
    if rearranged(&visit, &mut asked.typed) {
        return form::<R>(&visit, asked).await;
    }
    let Some((changes, rows)) = read::<R>(&visit, &mut asked, false).await? else {
        asked.status = StatusCode::UNPROCESSABLE_ENTITY;
        return form::<R>(&visit, asked).await;
    };
    let aim = target.clone();
    let reason = value(&visit.sent, "~reason").map(str::trim).filter(|it| !it.is_empty());
    let reason = reason.map(str::to_owned);
    let key = asked.once.clone();
    let done: Result<R> = visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            act.reason = reason;
            let record = change_record::revise(db, act, &aim, changes)?;
            casework_drafts::discard(db, act.caller.user, &key)?;
            Ok(record)
        })
        .await;
    match done {
        Ok(record) => {
            visit.say_next("said-saved");
            Ok(see(&place_of::<R>(&visit, record.row().envelope().id).await?))
        }
        Err(Error::Stale { .. }) => stale::<R>(&visit, asked, target).await,
        Err(error) => refused::<R>(&visit, asked, error, &rows).await,
    }
}

/// Shows what somebody else changed meanwhile beside what was typed, and lets the person choose.
async fn stale<R: Shown>(visit: &Visit, mut asked: Asked, target: Target) -> Result<HttpResponse> {
    let (now, title, reference, version) =
        visit.look(move |look| as_typed::<R>(look.db, look.eyes, &target.name)).await?;
    let mut names: Vec<&String> = now.values.keys().chain(asked.typed.values.keys()).collect();
    names.sort();
    names.dedup();
    let all = |typed: &Typed, name: &str| {
        typed.values.get(name).map(|values| values.join(", ")).unwrap_or_default()
    };
    asked.stale = names
        .into_iter()
        .filter(|name| !name.contains('~'))
        .map(|name| ShownChange {
            field: label_of(&visit.frame, name),
            before: all(&now, name),
            after: all(&asked.typed, name),
        })
        .filter(|change| change.before.trim() != change.after.trim())
        .collect();
    asked.title = title;
    asked.change = Some((reference, version));
    asked.status = StatusCode::PRECONDITION_FAILED;
    form::<R>(visit, asked).await
}
