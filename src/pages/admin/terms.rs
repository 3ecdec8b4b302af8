//! The vocabularies: their terms, with labels in every language, and what uses them.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde_json::{Map, Value, json};

use crate::casework::change_record::{self, Target};
use crate::casework::create_record;
use crate::casework::read_input;
use crate::casework::read_records;
use crate::casework::records::event::Event;
use crate::casework::records::term::{Term, TermInput};
use crate::casework::records::{Filters, Record, Row};
use crate::domain::Action;
use crate::error::{Error, FieldError, Result};
use crate::pages::answer::{page, page_with, see};
use crate::pages::frame::Frame;
use crate::pages::records::Looking;
use crate::pages::visit::{Pairs, Visit, value};
use crate::store::vocabulary::{EVENT_TYPE, RIGHT};
use crate::words::{LANGUAGES, Words};

/// Up to how many events are counted.
const COUNTED: i64 = 10_000;

#[derive(Template)]
#[template(path = "admin/vocabularies.html")]
struct AllPage<'a> {
    f: &'a Frame,
    rows: Vec<VocabularyRow>,
}

struct VocabularyRow {
    code: String,
    name: String,
    terms: usize,
    /// Terms that have a label in each language of the interface beside English.
    labelled: Vec<(&'static str, usize)>,
    is_open: bool,
}

/// What a vocabulary is called.
fn name_of(f: &Frame, code: &str) -> String {
    let key = format!("vocabulary-{code}");
    if Words::has(&key) { f.t(&key) } else { code.replace('_', " ") }
}

/// Whether an administrator may add terms: the program knows every code of the others.
fn is_open(vocabulary: &str) -> bool {
    matches!(vocabulary, EVENT_TYPE | RIGHT)
}

/// The languages that labels are asked for in.
fn others() -> impl Iterator<Item = &'static str> {
    LANGUAGES.iter().map(|language| language.tag).filter(|tag| *tag != "en")
}

/// `GET /admin/vocabularies`.
pub async fn all(visit: Visit) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    let f = &visit.frame;
    let mut rows: Vec<VocabularyRow> = f
        .vocabulary
        .names()
        .into_iter()
        .map(|code| VocabularyRow {
            name: name_of(f, code),
            terms: f.vocabulary.terms_of(code).count(),
            labelled: others()
                .map(|tag| {
                    let has = |term: &&_| labels_of(term).contains_key(tag);
                    (tag, f.vocabulary.terms_of(code).filter(has).count())
                })
                .collect(),
            is_open: is_open(code),
            code: code.to_owned(),
        })
        .collect();
    rows.sort_by(|one, other| (!one.is_open, &one.name).cmp(&(!other.is_open, &other.name)));
    page(&AllPage { f, rows })
}

fn labels_of(term: &crate::store::vocabulary::Labelled) -> &BTreeMap<String, String> {
    &term.labels
}

#[derive(Template)]
#[template(path = "admin/vocabulary.html")]
struct OnePage<'a> {
    f: &'a Frame,
    vocabulary: &'a str,
    name: String,
    is_open: bool,
    is_event_type: bool,
    terms: Vec<TermRow>,
}

struct TermRow {
    code: String,
    label: String,
    labels: Vec<(String, String)>,
    definition: String,
    parent: String,
    is_deprecated: bool,
}

/// `GET /admin/vocabularies/{vocabulary}`.
pub async fn one(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    let f = &visit.frame;
    let row = |term: &crate::store::vocabulary::Labelled| TermRow {
        code: term.code.clone(),
        label: term.label.clone(),
        labels: term.labels.iter().map(|(tag, label)| (tag.clone(), label.clone())).collect(),
        definition: term.definition.clone(),
        parent: term.parent.as_ref().map_or_else(String::new, |it| f.label("event_family", it)),
        is_deprecated: term.deprecated,
    };
    let terms: Vec<TermRow> = f.vocabulary.terms_of(&path).map(row).collect();
    if terms.is_empty() {
        return Err(Error::NotFound);
    }
    page(&OnePage {
        f,
        vocabulary: &path,
        name: name_of(f, &path),
        is_open: is_open(&path),
        is_event_type: *path == EVENT_TYPE,
        terms,
    })
}

/// A term as it is typed.
#[derive(Default, Clone)]
struct Typed {
    code: String,
    label: String,
    /// Tag and label, in the order of the form.
    labels: Vec<(String, String)>,
    definition: String,
    parent: String,
    rights: Vec<String>,
    is_deprecated: bool,
}

impl Typed {
    fn of(sent: &Pairs) -> Self {
        let of = |name: &str| value(sent, name).unwrap_or_default().replace("\r\n", "\n");
        let all = |name: &str| -> Vec<String> {
            sent.iter().filter(|pair| pair.0 == name).map(|pair| pair.1.clone()).collect()
        };
        let (tags, labels) = (all("tag"), all("in"));
        Self {
            code: of("code").trim().to_owned(),
            label: of("label"),
            labels: tags.into_iter().zip(labels).collect(),
            definition: of("definition"),
            parent: of("parent"),
            rights: all("right"),
            is_deprecated: value(sent, "deprecated").is_some(),
        }
    }

    fn of_input(input: TermInput) -> Self {
        Self {
            code: input.code,
            label: input.label,
            labels: input.labels.into_iter().collect(),
            definition: input.definition,
            parent: input.parent.unwrap_or_default(),
            rights: input.rights,
            is_deprecated: input.deprecated,
        }
    }

    /// The labels that are filled in; where a tag is given twice or is missing, that is wrong.
    fn map(&self) -> Result<BTreeMap<String, String>> {
        let mut map = BTreeMap::new();
        for (tag, label) in &self.labels {
            let (tag, label) = (tag.trim(), label.trim());
            if label.is_empty() {
                continue;
            }
            if tag.is_empty() {
                return Err(Error::field("/labels", format!("say in which language '{label}' is")));
            }
            if map.insert(tag.to_owned(), label.to_owned()).is_some() {
                return Err(Error::field("/labels", format!("there are two labels in '{tag}'")));
            }
        }
        Ok(map)
    }

    /// What the API takes. `before`: the term as it is; languages that are left out are taken away.
    fn value(&self, vocabulary: &str, before: Option<&TermInput>) -> Result<Value> {
        let mut labels: Map<String, Value> =
            self.map()?.into_iter().map(|(tag, label)| (tag, json!(label))).collect();
        for tag in before.into_iter().flat_map(|before| before.labels.keys()) {
            labels.entry(tag.clone()).or_insert(Value::Null);
        }
        let mut term = json!({
            "label": self.label,
            "labels": labels,
            "definition": self.definition,
            "deprecated": self.is_deprecated,
        });
        if before.is_none() {
            term["vocabulary"] = json!(vocabulary);
            term["code"] = json!(self.code);
        }
        if vocabulary == EVENT_TYPE {
            term["parent"] = json!(Some(&self.parent).filter(|parent| !parent.is_empty()));
            term["rights"] = json!(self.rights);
        }
        Ok(term)
    }

    /// All labels, one after another.
    fn labels_in_words(&self) -> String {
        let labels = self.labels.iter().filter(|pair| !pair.1.trim().is_empty());
        labels.map(|(tag, label)| format!("{tag}: {label}")).collect::<Vec<_>>().join(", ")
    }

    /// Rows for the languages of the interface, for those that there are, and two more.
    fn rows(&self) -> Vec<(String, String)> {
        let mut rows: Vec<(String, String)> = Vec::new();
        for tag in others() {
            let known = self.labels.iter().find(|pair| pair.0 == tag);
            rows.push((tag.to_owned(), known.map(|pair| pair.1.clone()).unwrap_or_default()));
        }
        let known = |pair: &&(String, String)| {
            !(others().any(|tag| tag == pair.0) || pair.0.is_empty() && pair.1.is_empty())
        };
        rows.extend(self.labels.iter().filter(known).cloned());
        rows.extend([(String::new(), String::new()), (String::new(), String::new())]);
        rows
    }
}

#[derive(Template)]
#[template(path = "admin/term.html")]
struct TermPage<'a> {
    f: &'a Frame,
    vocabulary: &'a str,
    vocabulary_name: String,
    title: String,
    action: String,
    typed: Typed,
    rows: Vec<(String, String)>,
    families: Vec<(String, String)>,
    rights: Vec<(String, String)>,
    errors: Vec<FieldError>,
    /// The version of the term that the form changes.
    version: Option<i32>,
    /// How it is now, where somebody else changed it meanwhile.
    theirs: Option<Typed>,
    /// Events that use it, as they are counted.
    used: Option<(i64, String)>,
}

impl TermPage<'_> {
    /// What is wrong at a field, whichever part of it.
    fn error(&self, pointer: &str) -> Option<String> {
        let own = |it: &&FieldError| {
            it.pointer == pointer || it.pointer.starts_with(&format!("{pointer}/"))
        };
        let said = |it: &FieldError| match it.pointer.strip_prefix("/labels/") {
            Some(tag) => format!("{tag}: {}", it.message),
            None => it.message.clone(),
        };
        self.errors.iter().find(own).map(said)
    }

    fn elsewhere(&self) -> Vec<String> {
        const FIELDS: [&str; 5] = ["/code", "/label", "/labels", "/definition", "/parent"];
        let is_shown = |it: &FieldError| {
            FIELDS.iter().any(|at| it.pointer == *at) || it.pointer.starts_with("/labels/")
        };
        self.errors.iter().filter(|it| !is_shown(it)).map(|it| it.message.clone()).collect()
    }

    fn has_parent(&self) -> bool {
        self.vocabulary == EVENT_TYPE
    }

    fn chosen(&self, code: &String) -> bool {
        self.typed.rights.contains(code)
    }
}

/// A term that is there, and what uses it.
struct Known {
    input: TermInput,
    version: i32,
    used: Option<(i64, String)>,
}

fn known(look: &mut Looking<'_>, vocabulary: &str, code: &str) -> Result<Known> {
    let name = format!("{vocabulary}/{code}");
    let term: Term = read_records::find(look.db, &look.eyes.caller, &name)?;
    let filter = match vocabulary {
        EVENT_TYPE => Some("type"),
        RIGHT => Some("right"),
        _ => None,
    };
    let used = match filter {
        None => None,
        Some(filter) => {
            let filters = Filters([(filter.to_owned(), code.to_owned())].into());
            let caller = &look.eyes.caller;
            let count =
                read_records::count_up_to::<Event>(look.db, caller, look.memory, &filters, COUNTED);
            Some((count?, format!("/events?{filter}={code}")))
        }
    };
    Ok(Known { version: term.row().envelope().version, input: term.as_input(), used })
}

/// What a form is about, beside what was typed.
#[derive(Default)]
struct About {
    errors: Vec<FieldError>,
    code: Option<String>,
    version: Option<i32>,
    theirs: Option<Typed>,
    used: Option<(i64, String)>,
}

fn form(visit: &Visit, vocabulary: &str, typed: Typed, about: About) -> Result<HttpResponse> {
    let f = &visit.frame;
    let base = format!("/admin/vocabularies/{vocabulary}");
    let (title, action) = match &about.code {
        None => (f.t("term-new"), format!("{base}/new")),
        Some(code) => (f.label(vocabulary, code), format!("{base}/terms/{code}")),
    };
    let choices = |of: &str, kept: &dyn Fn(&str) -> bool| {
        let all = f.vocabulary.terms_of(of).filter(|term| !term.deprecated || kept(&term.code));
        all.map(|term| (term.code.clone(), f.label(of, &term.code))).collect::<Vec<_>>()
    };
    let (families, rights) = if vocabulary == EVENT_TYPE {
        (
            choices("event_family", &|code| code == typed.parent),
            choices(RIGHT, &|code| typed.rights.iter().any(|it| it == code)),
        )
    } else {
        (Vec::new(), Vec::new())
    };
    let status = match (&about.theirs, about.errors.is_empty()) {
        (Some(_), _) => StatusCode::PRECONDITION_FAILED,
        (None, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (None, true) => StatusCode::OK,
    };
    let page = TermPage {
        f,
        vocabulary,
        vocabulary_name: name_of(f, vocabulary),
        title,
        action,
        rows: typed.rows(),
        typed,
        families,
        rights,
        errors: about.errors,
        version: about.version,
        theirs: about.theirs,
        used: about.used,
    };
    page_with(status, &page)
}

/// What is wrong, as fields; other errors go on.
fn fields(error: Error) -> Result<Vec<FieldError>> {
    match error {
        Error::Invalid(errors) => Ok(errors),
        error @ (Error::Conflict(_) | Error::Malformed(_)) => {
            Ok(vec![FieldError::new("", error.to_string())])
        }
        other => Err(other),
    }
}

/// `GET /admin/vocabularies/{vocabulary}/new`.
pub async fn ask_new(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    if !is_open(&path) {
        return Err(Error::NotFound);
    }
    form(&visit, &path, Typed::default(), About::default())
}

/// `POST /admin/vocabularies/{vocabulary}/new`.
pub async fn create(visit: Visit, path: Path<String>) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    if !is_open(&path) {
        return Err(Error::NotFound);
    }
    let typed = Typed::of(&visit.sent);
    let made = match typed.value(&path, None).and_then(read_input::<TermInput>) {
        Err(error) => Err(error),
        Ok(input) => {
            let now = visit.app.clock.now();
            let making = visit.app.office.act(visit.caller.clone(), now, move |db, act| {
                create_record::create::<Term>(db, act, input).map(drop)
            });
            making.await
        }
    };
    match made {
        Ok(()) => {
            visit.say_next("said-saved");
            Ok(see(&format!("/admin/vocabularies/{path}#t-{}", typed.code)))
        }
        Err(error) => {
            let errors = fields(error)?;
            form(&visit, &path, typed, About { errors, ..About::default() })
        }
    }
}

/// `GET /admin/vocabularies/{vocabulary}/terms/{code}`.
pub async fn ask_change(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    let (vocabulary, code) = path.into_inner();
    let (of, named) = (vocabulary.clone(), code.clone());
    let known = visit.look(move |look| known(look, &of, &named)).await?;
    let about = About {
        code: Some(code),
        version: Some(known.version),
        used: known.used,
        ..About::default()
    };
    form(&visit, &vocabulary, Typed::of_input(known.input), about)
}

/// `POST /admin/vocabularies/{vocabulary}/terms/{code}`.
pub async fn change(visit: Visit, path: Path<(String, String)>) -> Result<HttpResponse> {
    visit.caller.must(Action::KeepVocabularies)?;
    let (vocabulary, code) = path.into_inner();
    let typed = Typed::of(&visit.sent);
    let version = value(&visit.sent, "~version").and_then(|version| version.parse().ok());
    let version: i32 = version.ok_or(Error::PreconditionRequired)?;
    let (of, named) = (vocabulary.clone(), code.clone());
    let known = visit.look(move |look| known(look, &of, &named)).await?;
    let reason = value(&visit.sent, "~reason").map(str::trim).filter(|it| !it.is_empty());
    let reason = reason.map(str::to_owned);
    let changed = match typed.value(&vocabulary, Some(&known.input)) {
        Err(error) => Err(error),
        Ok(changes) => {
            let target = Target { name: format!("{vocabulary}/{code}"), version: Some(version) };
            let now = visit.app.clock.now();
            let changing = visit.app.office.act(visit.caller.clone(), now, move |db, act| {
                act.reason = reason;
                change_record::revise::<Term>(db, act, &target, changes).map(drop)
            });
            changing.await
        }
    };
    let about = About {
        code: Some(code.clone()),
        version: Some(version),
        used: known.used,
        ..About::default()
    };
    match changed {
        Ok(()) => {
            visit.say_next("said-saved");
            Ok(see(&format!("/admin/vocabularies/{vocabulary}#t-{code}")))
        }
        Err(Error::Stale { current }) => {
            let theirs = Some(Typed::of_input(known.input));
            form(&visit, &vocabulary, typed, About { version: Some(current), theirs, ..about })
        }
        Err(error) => {
            let errors = fields(error)?;
            form(&visit, &vocabulary, typed, About { errors, ..about })
        }
    }
}
