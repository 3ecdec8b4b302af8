//! Records that may be one: the queue of those who review, the candidates beside one record, and two
//! side by side, to be merged or told apart. And taking that back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde_json::{Value, json};

use super::answer::{page, page_with, see};
use super::frame::Frame;
use super::history::field_in_words;
use super::records::{Looking, Shown};
use super::similar::{self, ShownDuplicate, path_of};
use super::visit::{Pairs, Visit, value};
use crate::casework::change_record::Target;
use crate::casework::duplicates::decisions::{self, Decision, DecisionView};
use crate::casework::duplicates::queue::{self, Queue};
use crate::casework::duplicates::{self, Duplicate};
use crate::casework::merge::{self, Choice, Choices, Left, LeftWhy, Mergeable};
use crate::casework::read_records;
use crate::casework::records::actor::Actor;
use crate::casework::records::event::Event;
use crate::casework::records::{Record, Row};
use crate::domain::{Action, Id, Timestamp};
use crate::error::{Error, Result};
use crate::http::duplicates::note_reading;
use crate::http::query::{Parameters, read_sealed, sealed};
use crate::http::resource::{confidential, note_reading as note_reading_of};
use crate::store::{Db, Kind};
use crate::words::Words;

/// Kinds of record that can be one.
pub trait Comparable: Shown + Mergeable {
    /// Records that may be the same as one.
    fn candidates(look: &mut Looking<'_>, record: &Self, limit: usize) -> Result<Vec<Duplicate>>;
    /// Fields that stay from both, whatever is chosen.
    const STAY: &'static [&'static str];
}

impl Comparable for Actor {
    const STAY: &'static [&'static str] = &["names", "identifiers", "hrd_groups"];

    fn candidates(look: &mut Looking<'_>, record: &Self, limit: usize) -> Result<Vec<Duplicate>> {
        duplicates::actors::of_actor(look.db, look.eyes, record, limit)
    }
}

impl Comparable for Event {
    const STAY: &'static [&'static str] =
        &["participations", "rights", "relations", "findings", "citations"];

    fn candidates(look: &mut Looking<'_>, record: &Self, limit: usize) -> Result<Vec<Duplicate>> {
        duplicates::events::of_event(look.db, look.eyes, look.memory, record, limit)
    }
}

#[derive(Template)]
#[template(path = "duplicates.html")]
struct QueuePage<'a> {
    f: &'a Frame,
    is_event: bool,
    pairs: Vec<ShownPair>,
    looked_at: usize,
    next: Option<String>,
    decided: Vec<ShownDecision>,
}

struct ShownPair {
    path: String,
    title: String,
    reference: String,
    compare: String,
    other: ShownDuplicate,
}

/// `GET /duplicates?kind=…&after=…`: pairs that are likely one.
pub async fn show(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::MergeRecords)?;
    let mut parameters = Parameters::of(&visit.request)?;
    let kind = match parameters.take("kind").as_deref() {
        Some("event") => Kind::Event,
        _ => Kind::Actor,
    };
    let which = json!(["duplicates", kind]);
    let after = parameters.take("after");
    parameters.none_left()?;
    let after: Option<(String, Id)> =
        after.map(|after| read_sealed(&visit.app, &which, &after)).transpose()?;
    let begins = after.is_none();
    let (found, decided) = visit
        .look(move |look| {
            let found = queue::remembered(look.db, look.eyes, look.memory, kind, after)?;
            let decided = if begins { latest(look, kind)? } else { Vec::new() };
            Ok((found, decided))
        })
        .await?;
    let Queue { pairs, looked_at, after } = &*found;
    let looked_at = *looked_at;
    let read: Vec<Duplicate> = pairs.iter().map(|pair| pair.other.clone()).collect();
    note_reading(&visit.app, visit.caller.clone(), &read).await?;
    let f = &visit.frame;
    let path = path_of(kind);
    let pairs = pairs.iter().map(|pair| ShownPair {
        path: format!("/{path}/{}", pair.reference),
        title: pair.title.clone(),
        reference: pair.reference.clone(),
        compare: format!("/duplicates/{path}/{}/{}", pair.reference, pair.other.reference),
        other: similar::shown(f, &pair.other),
    });
    let next = after.as_ref().map(|place| {
        format!("/duplicates?kind={kind}&after={}", sealed(&visit.app, &which, place))
    });
    let is_event = kind == Kind::Event;
    page(&QueuePage { f, is_event, pairs: pairs.collect(), looked_at, next, decided })
}

/// What was decided latest.
fn latest(look: &mut Looking<'_>, kind: Kind) -> Result<Vec<ShownDecision>> {
    const MOST: i64 = 10;
    let of_kind = crate::store::Sql::new("duplicate_decisions.kind = ").bind(kind.code());
    let rows = decisions::page(look.db, &look.eyes.caller, of_kind, None, MOST)?;
    let views = decisions::views(look.db, look.eyes, rows)?;
    shown_decisions(look.f, look.db, views)
}

#[derive(Template)]
#[template(path = "candidates_page.html")]
struct CandidatesPage<'a> {
    f: &'a Frame,
    path: &'static str,
    many: String,
    title: String,
    reference: String,
    candidates: Vec<ShownPair>,
}

/// `GET /{actors,events}/{id}/duplicates`.
pub async fn of_record<R: Comparable>(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    Parameters::of(&visit.request)?.none_left()?;
    let name = path.into_inner();
    let (title, reference, found) = visit
        .look(move |look| {
            let record: R = read_records::find(look.db, &look.eyes.caller, &name)?;
            let found = R::candidates(look, &record, duplicates::MOST)?;
            let view = read_records::view(look.db, look.eyes, record)?;
            let title = R::names(&view).into_iter().next().unwrap_or_default();
            Ok((title, R::head(&view).reference.clone(), found))
        })
        .await?;
    note_reading(&visit.app, visit.caller.clone(), &found).await?;
    let f = &visit.frame;
    let candidates = found.iter().map(|it| ShownPair {
        path: String::new(),
        title: String::new(),
        reference: String::new(),
        compare: format!("/duplicates/{}/{reference}/{}", R::PATH, it.reference),
        other: similar::shown(f, it),
    });
    page(&CandidatesPage {
        f,
        path: R::PATH,
        many: f.t(&format!("kinds-{}", R::WORD)),
        title,
        candidates: candidates.collect(),
        reference,
    })
}

#[derive(Template)]
#[template(path = "compare.html")]
struct ComparePage<'a> {
    f: &'a Frame,
    path: &'static str,
    one: Side,
    other: Side,
    /// What makes them look like one, if anything does.
    likely: Option<ShownDuplicate>,
    rows: Vec<FieldRow>,
    stay: Vec<FieldRow>,
    keeps_other: bool,
    reason: String,
    wrong: Option<String>,
}

/// One of two records.
struct Side {
    path: String,
    title: String,
    reference: String,
    lead: String,
    version: i32,
    badges: Vec<super::cells::Badge>,
    changed: String,
}

/// A field of both.
struct FieldRow {
    name: &'static str,
    label: String,
    one: String,
    other: String,
    /// Whether there is anything to choose.
    is_choice: bool,
    may_be_both: bool,
    /// one, other, both.
    chosen: String,
}

/// `GET /duplicates/{kind}/{one}/{other}`.
pub async fn compare<R: Comparable>(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    visit.caller.must(Action::MergeRecords)?;
    Parameters::of(&visit.request)?.none_left()?;
    let (one, other) = path.into_inner();
    compared::<R>(&visit, one, other, None, StatusCode::OK).await
}

/// Two records side by side; what was chosen before stays chosen.
async fn compared<R: Comparable>(
    visit: &Visit,
    one: String,
    other: String,
    wrong: Option<String>,
    status: StatusCode,
) -> Result<HttpResponse> {
    let sent = visit.sent.clone();
    let (html, read) = visit
        .look(move |look| {
            let (a, b): (R, R) = (
                read_records::find(look.db, &look.eyes.caller, &one)?,
                read_records::find(look.db, &look.eyes.caller, &other)?,
            );
            if a.row().envelope().id == b.row().envelope().id {
                return Err(Error::NotFound);
            }
            let read = confidential(&[a.clone(), b.clone()]);
            let found = R::candidates(look, &a, duplicates::MOST)?;
            let likely = found.iter().find(|it| it.id == b.row().envelope().id);
            let likely = likely.map(|it| similar::shown(look.f, it));
            let mut views = read_records::views(look.db, look.eyes, vec![a])?;
            views.extend(read_records::views(look.db, look.eyes, vec![b])?);
            let (Some(b), Some(a)) = (views.pop(), views.pop()) else {
                return Err(Error::internal("a record has no view"));
            };
            let f = look.f;
            let json = |view: &R::View| serde_json::to_value(view).map_err(Error::internal);
            let (ours, theirs) = (json(&a)?, json(&b)?);
            let rows = R::FIELDS.iter().map(|name| row::<R>(f, name, &ours, &theirs, &sent));
            let rows: Vec<FieldRow> =
                rows.filter(|row| !(row.one.is_empty() && row.other.is_empty())).collect();
            let stay = R::STAY.iter().map(|name| row::<R>(f, name, &ours, &theirs, &sent));
            let stay = stay.filter(|row| !(row.one.is_empty() && row.other.is_empty())).collect();
            let page = ComparePage {
                f,
                path: R::PATH,
                one: side::<R>(f, &a),
                other: side::<R>(f, &b),
                likely,
                rows,
                stay,
                keeps_other: value(&sent, "keep") == Some("other"),
                reason: value(&sent, "reason").unwrap_or_default().to_owned(),
                wrong,
            };
            Ok((page.render().map_err(Error::internal)?, read))
        })
        .await?;
    note_reading_of::<R>(&visit.app, visit.caller.clone(), read).await?;
    Ok(HttpResponse::build(status).content_type("text/html; charset=utf-8").body(html))
}

fn side<R: Comparable>(f: &Frame, view: &R::View) -> Side {
    let head = R::head(view);
    Side {
        path: format!("/{}/{}", R::PATH, head.reference),
        title: R::names(view).into_iter().next().unwrap_or_default(),
        reference: head.reference.clone(),
        lead: R::lead(f, view),
        version: head.version,
        badges: R::badges(f, view),
        changed: f.moment(&head.updated_at),
    }
}

fn row<R: Comparable>(
    f: &Frame,
    name: &'static str,
    ours: &Value,
    theirs: &Value,
    sent: &Pairs,
) -> FieldRow {
    let (one, other) = (said::<R>(f, name, &ours[name]), said::<R>(f, name, &theirs[name]));
    let is_choice = R::FIELDS.contains(&name) && one != other;
    // What only one of them knows is taken from it.
    let is_unknown = ours[name] == "unknown" && !other.is_empty();
    let otherwise = if one.is_empty() || is_unknown { "other" } else { "one" };
    let chosen = value(sent, &format!("field/{name}")).unwrap_or(otherwise).to_owned();
    let key = format!("field-{name}");
    let label = if Words::has(&key) { f.t(&key) } else { f.t(&format!("compare-{name}")) };
    let may_be_both = R::PASSAGES.contains(&name) && !one.is_empty() && !other.is_empty();
    FieldRow { name, label, one, other, is_choice, may_be_both, chosen }
}

/// A value of a field as people read it: codes by their labels.
fn said<R: Record>(f: &Frame, name: &str, value: &Value) -> String {
    let vocabulary = match name {
        "type" | "aims_at" => "event_type",
        "kind" if R::KIND == Kind::Actor => "actor_kind",
        "sector" => "sector",
        "gender" => "gender",
        "age_group" => "age_group",
        "geo_precision" => "geo_precision",
        "legal_stage" => "legal_stage",
        "confidence" => "confidence",
        "country" => {
            let country = value.as_str().and_then(|it| it.parse().ok());
            return country.map(|it| f.country(&it).to_owned()).unwrap_or_default();
        }
        "rights" => {
            let codes = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            return codes.map(|code| f.right(code)).collect::<Vec<_>>().join("\n");
        }
        "hrd_groups" => {
            let codes = value.as_array().into_iter().flatten().filter_map(Value::as_str);
            return codes.map(|code| f.label("hrd_group", code)).collect::<Vec<_>>().join("\n");
        }
        "participations" => {
            let rows = value.as_array().into_iter().flatten().map(|it| {
                let role = it["role"].as_str().unwrap_or_default();
                let role = f.label("participation_role", role);
                format!("{role}: {}", it["actor"]["name"].as_str().unwrap_or_default())
            });
            return rows.collect::<Vec<_>>().join("\n");
        }
        "relations" => return rows_in_words(f, name, value, "kind", "relation_kind"),
        "citations" => return rows_in_words(f, name, value, "stance", "stance"),
        "findings" => return rows_in_words(f, name, value, "finding", "finding"),
        _ => return field_in_words(f, name, value),
    };
    value.as_str().map(|code| f.label(vocabulary, code)).unwrap_or_default()
}

/// Rows of a list, with the code at `coded` by its label.
fn rows_in_words(f: &Frame, name: &str, value: &Value, coded: &str, vocabulary: &str) -> String {
    let mut rows = value.clone();
    for row in rows.as_array_mut().into_iter().flatten() {
        if let Some(code) = row[coded].as_str() {
            row[coded] = f.label(vocabulary, code).into();
        }
    }
    field_in_words(f, name, &rows)
}

/// What was chosen, in terms of the one that is kept.
fn choices<R: Comparable>(sent: &Pairs, keeps_other: bool) -> Choices {
    let fields = R::FIELDS.iter().filter_map(|name| {
        let choice = match (value(sent, &format!("field/{name}"))?, keeps_other) {
            ("one", false) | ("other", true) => Choice::Kept,
            ("other", false) | ("one", true) => Choice::Other,
            ("both", _) => Choice::Both,
            _ => return None,
        };
        Some(((*name).to_owned(), choice))
    });
    Choices { fields: fields.collect() }
}

fn reason(sent: &Pairs) -> Result<Option<String>> {
    let mut wrong = crate::error::Wrong::default();
    let mut reason = value(sent, "reason").map(str::to_owned);
    wrong.passage_if("/reason", &mut reason);
    wrong.check()?;
    Ok(reason)
}

/// `POST /duplicates/{kind}/{one}/{other}/merge`.
pub async fn merge<R: Comparable>(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    visit.caller.must(Action::MergeRecords)?;
    let (one, other) = path.into_inner();
    let version = |name: &str| {
        let version = value(&visit.sent, name).and_then(|version| version.parse().ok());
        version.ok_or(Error::PreconditionRequired)
    };
    let target =
        |name: &str, version: i32| Target { name: name.to_owned(), version: Some(version) };
    let mut both = (target(&one, version("~version")?), target(&other, version("~other_version")?));
    let keeps_other = value(&visit.sent, "keep") == Some("other");
    if keeps_other {
        std::mem::swap(&mut both.0, &mut both.1);
    }
    let kept = both.0.name.clone();
    let choices = choices::<R>(&visit.sent, keeps_other);
    let done = match reason(&visit.sent) {
        Err(error) => Err(error),
        Ok(reason) => {
            let (now, caller) = (visit.app.clock.now(), visit.caller.clone());
            let merging = visit.app.office.act(caller, now, move |db, act| {
                act.reason = reason;
                merge::merge::<R>(db, act, &both.0, &both.1, &choices)
            });
            merging.await
        }
    };
    let wrong = match done {
        Ok(done) if done.left.is_empty() => {
            visit.say_next("said-merged");
            return Ok(see(&format!("/{}/{kept}", R::PATH)));
        }
        Ok(done) => {
            return left_page(&visit, format!("/{}/{kept}", R::PATH), "said-merged", &done.left);
        }
        Err(Error::Stale { .. }) => visit.frame.t("compare-stale"),
        Err(Error::Invalid(errors)) => {
            let said = errors.iter().map(|it| {
                let field = it.pointer.trim_start_matches("/fields").trim_start_matches('/');
                let key = format!("field-{}", field.split('/').next().unwrap_or_default());
                let label = if Words::has(&key) { visit.frame.t(&key) } else { field.to_owned() };
                format!("{label}: {}", visit.frame.message(&it.message))
            });
            said.collect::<Vec<_>>().join("; ")
        }
        Err(error @ Error::Conflict(_)) => visit.frame.message(&error.to_string()),
        Err(error) => return Err(error),
    };
    compared::<R>(&visit, one, other, Some(wrong), StatusCode::CONFLICT).await
}

/// `POST /duplicates/{kind}/{one}/{other}/distinct`.
pub async fn distinct<R: Comparable>(
    visit: Visit,
    path: Path<(String, String)>,
) -> Result<HttpResponse> {
    visit.caller.must(Action::MergeRecords)?;
    let (one, other) = path.into_inner();
    let reason = reason(&visit.sent)?;
    visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            act.reason.clone_from(&reason);
            decisions::distinct(db, act, R::KIND, &one, &other, reason)
        })
        .await?;
    visit.say_next("said-distinct");
    Ok(see(&format!("/duplicates?kind={}", R::KIND)))
}

/// `POST /merges/{id}/undo`.
pub async fn undo(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::MergeRecords)?;
    let (id, reason) = (path.into_inner(), reason(&visit.sent)?);
    let (row, done) = visit
        .app
        .office
        .act(visit.caller.clone(), visit.app.clock.now(), move |db, act| {
            act.reason = reason;
            merge::undo(db, act, &id)
        })
        .await?;
    let record = format!("/{}/{}", path_of(row.kind), row.record_id);
    let said = match row.decision {
        Decision::Merged => "said-unmerged",
        Decision::Distinct => "said-not-distinct",
    };
    if !done.left.is_empty() {
        return left_page(&visit, record, said, &done.left);
    }
    visit.say_next(said);
    Ok(see(&record))
}

#[derive(Template)]
#[template(path = "left.html")]
struct LeftPage<'a> {
    f: &'a Frame,
    said: String,
    record: String,
    left: Vec<ShownLeft>,
}

struct ShownLeft {
    path: String,
    kind: String,
    reference: String,
    why: String,
    fields: String,
}

/// What is left for people to look at.
fn left_page(visit: &Visit, record: String, said: &str, left: &[Left]) -> Result<HttpResponse> {
    let f = &visit.frame;
    let shown = left.iter().map(|it| {
        let fields = it.fields.iter().map(|name| {
            let key = format!("field-{name}");
            if Words::has(&key) { f.t(&key) } else { f.t(&format!("compare-{name}")) }
        });
        ShownLeft {
            path: format!("/{}s/{}", it.kind, it.reference),
            kind: f.t(&format!("kind-{}", it.kind)),
            reference: it.reference.clone(),
            why: f.t(match it.why {
                LeftWhy::Twice => "left-twice",
                LeftWhy::Changed => "left-changed",
            }),
            fields: fields.collect::<Vec<_>>().join(", "),
        }
    });
    page_with(StatusCode::OK, &LeftPage { f, said: f.t(said), record, left: shown.collect() })
}

/// A decision, as people read it.
pub struct ShownDecision {
    pub id: String,
    pub is_merge: bool,
    pub record: (String, String),
    pub other: (String, String),
    pub other_path: String,
    pub record_path: String,
    pub by: String,
    pub at: String,
    pub reason: Option<String>,
    /// When it was taken back, where it was.
    pub undone_at: Option<String>,
}

fn shown_decisions(f: &Frame, db: &mut Db, views: Vec<DecisionView>) -> Result<Vec<ShownDecision>> {
    let people: Vec<Id> = views.iter().filter_map(|it| it.decided_by).collect();
    let people = super::history::names_of(db, people)?;
    let moment = |at: &Timestamp| f.moment(at);
    let shown = views.into_iter().map(|it| {
        let by = people.iter().find(|person| Some(person.0) == it.decided_by);
        let path = |reference: &str| format!("/{}/{reference}", path_of(it.kind));
        ShownDecision {
            id: it.id.to_string(),
            is_merge: it.decision == Decision::Merged,
            record_path: path(&it.record.reference),
            other_path: path(&it.other.reference),
            record: (it.record.title, it.record.reference),
            other: (it.other.title, it.other.reference),
            by: by.map(|person| person.1.clone()).unwrap_or_default(),
            at: moment(&it.decided_at),
            reason: it.reason,
            undone_at: it.undone_at.as_ref().map(moment),
        }
    });
    Ok(shown.collect())
}

#[derive(Template)]
#[template(path = "decisions.html")]
struct DecisionsPart<'a> {
    f: &'a Frame,
    decided: Vec<ShownDecision>,
}

/// What was decided of a record and others like it, for its page and its history, as HTML; nothing
/// for kinds that are not compared, and for those who do not decide it.
pub fn of_page<R: Record>(look: &mut Looking<'_>, record: Id) -> Result<String> {
    let is_compared = [Kind::Actor, Kind::Event].contains(&R::KIND);
    if !(is_compared && look.eyes.caller.may(Action::MergeRecords)) {
        return Ok(String::new());
    }
    let views = decisions::of_record(look.db, look.eyes, record)?;
    if views.is_empty() {
        return Ok(String::new());
    }
    let decided = shown_decisions(look.f, look.db, views)?;
    DecisionsPart { f: look.f, decided }.render().map_err(Error::internal)
}
