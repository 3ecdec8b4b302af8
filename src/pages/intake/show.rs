//! The page of a draft: the text with its findings marked in place, and beside it the draft as a form.

use std::collections::HashMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;
use serde::Deserialize;
use serde_json::{Value, json};

use super::parts::{self, CASE, HEADER, LISTS, NEW_CASE, WHO_SEES};
use super::read;
use crate::casework::duplicates::{Duplicate, events};
use crate::casework::records::event_input::EventInput;
use crate::casework::records::statement::Statement;
use crate::domain::{Country, date_words};
use crate::error::Result;
use crate::exchange::text::Cut;
use crate::http::duplicates::note_reading;
use crate::intake::RULES;
use crate::pages::answer::page_with;
use crate::pages::audience;
use crate::pages::form::Typed;
use crate::pages::form::links::Candidate;
use crate::pages::form::show::{Nodes, Shower, element};
use crate::pages::frame::Frame;
use crate::pages::records::Looking;
use crate::pages::similar::{self, ShownDuplicate};
use crate::pages::visit::Visit;
use crate::words::Words;

/// Events that are compared with those that are there, and likenesses that are shown of one.
const COMPARED: usize = 40;
const ALIKE: usize = 3;

/// What a form remembers of the file, or the pasted text, that a draft was read from.
const FILE: [&str; 3] = ["of", "cut", "about"];

/// A form, as it is to be shown.
pub struct Asked {
    pub typed: Typed,
    pub offers: Vec<(String, Vec<Candidate>)>,
    pub once: String,
    pub status: StatusCode,
    /// The finding that was just added.
    pub added: Option<String>,
}

#[derive(Template)]
#[template(path = "intake/review.html")]
struct ReviewPage<'a> {
    f: &'a Frame,
    once: String,
    body: &'a str,
    lang: String,
    paragraphs: Vec<Vec<Piece>>,
    errors: Vec<ShownError>,
    notes: Vec<String>,
    header: Nodes,
    /// What explains the header: hidden fields, and where each was read.
    read: Vec<ShownHeader>,
    sections: Vec<Section>,
    case: Nodes,
    new_case: Nodes,
    who_sees: Nodes,
    undecided: usize,
    /// What was left out of what was sent, and the hidden fields that remember it.
    cut: Vec<Cut>,
    file: Vec<(&'static str, String)>,
}

struct ShownError {
    link: String,
    label: String,
    message: String,
}

/// A value of the header with what says so.
struct ShownHeader {
    hidden: Vec<(String, String)>,
    mark: String,
    id: String,
    field: String,
    value: String,
    why: String,
}

/// Findings of one kind.
struct Section {
    list: &'static str,
    heading: String,
    add: String,
    nothing: String,
    findings: Vec<Finding>,
}

/// A finding with its form.
struct Finding {
    /// `events/0`, and the same as the id of its element.
    name: String,
    id: String,
    /// `E1`, as in the text.
    mark: String,
    title: String,
    about: String,
    /// Whether it was accepted; nothing, before somebody has decided.
    decided: Option<bool>,
    error: Option<String>,
    hidden: Vec<(String, String)>,
    /// Which rule found it, in words.
    why: String,
    nodes: Nodes,
    is_open: bool,
    records: Option<Records>,
    alike: Vec<Alike>,
    /// Whether the event is to be a new one.
    is_new: bool,
}

impl Finding {
    fn is_accepted(&self) -> bool {
        self.decided == Some(true)
    }

    fn is_rejected(&self) -> bool {
        self.decided == Some(false)
    }
}

/// Who an actor may be.
struct Records {
    offered: Vec<Offered>,
    is_new: bool,
    other: String,
    learns: bool,
    error: Option<String>,
}

struct Offered {
    reference: String,
    name: String,
    likely: String,
    is_chosen: bool,
}

struct Alike {
    it: ShownDuplicate,
    is_chosen: bool,
}

/// A record that a draft offers for an actor, as the form keeps it.
#[derive(Deserialize)]
struct Kept {
    #[serde(rename = "ref")]
    reference: String,
    name: String,
    score: f64,
}

/// Text within the same findings; within none, most of it.
struct Piece {
    text: String,
    /// Where it begins, in Unicode scalar values.
    from: usize,
    /// The kinds of findings that it is part of: classes.
    classes: String,
    /// The findings that begin here: the ids of their elements, and their marks.
    begins: Vec<(String, String)>,
}

/// A passage of a finding.
struct Passage {
    start: usize,
    end: usize,
    class: &'static str,
    id: String,
    mark: String,
}

/// The text in paragraphs and pieces.
fn pieces(body: &str, passages: &[Passage]) -> Vec<Vec<Piece>> {
    let mut starts: HashMap<usize, Vec<&Passage>> = HashMap::new();
    let mut ends: HashMap<usize, Vec<&Passage>> = HashMap::new();
    for passage in passages {
        starts.entry(passage.start).or_default().push(passage);
        ends.entry(passage.end).or_default().push(passage);
    }
    let mut open: Vec<&Passage> = Vec::new();
    let mut paragraphs: Vec<Vec<Piece>> = vec![Vec::new()];
    let fresh = |from: usize, open: &[&Passage], begun: &[&Passage]| {
        let mut classes: Vec<&str> = open.iter().map(|it| it.class).collect();
        classes.sort_unstable();
        classes.dedup();
        Piece {
            text: String::new(),
            from,
            classes: classes.join(" "),
            begins: begun.iter().map(|it| (it.id.clone(), it.mark.clone())).collect(),
        }
    };
    let mut piece = fresh(0, &[], &[]);
    for (at, c) in body.chars().enumerate() {
        let (begun, ended) = (starts.remove(&at).unwrap_or_default(), ends.remove(&at));
        if !begun.is_empty() || ended.is_some() {
            open.retain(|it| it.end > at);
            open.extend(&begun);
            let next = fresh(at, &open, &begun);
            push(&mut paragraphs, std::mem::replace(&mut piece, next));
        }
        if c == '\n' {
            let next = fresh(at + 1, &open, &[]);
            push(&mut paragraphs, std::mem::replace(&mut piece, next));
            if paragraphs.last().is_some_and(|last| !last.is_empty()) {
                paragraphs.push(Vec::new());
            }
        } else {
            piece.text.push(c);
        }
    }
    push(&mut paragraphs, piece);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

fn push(paragraphs: &mut [Vec<Piece>], piece: Piece) {
    if !piece.text.is_empty()
        && let Some(last) = paragraphs.last_mut()
    {
        last.push(piece);
    }
}

/// What a rule does, in words; what a person added says so.
fn why(f: &Frame, rule: &str) -> String {
    if rule.is_empty() {
        return f.t("intake-by-hand");
    }
    let known = RULES.iter().find(|it| it.name == rule);
    let about = known.map_or_else(String::new, |it| format!(": {}", it.explanation));
    format!("{} {rule}{about}", f.t("intake-rule"))
}

fn hidden(typed: &Typed, finding: &str, fields: &[&str]) -> Vec<(String, String)> {
    let names = fields.iter().map(|field| format!("{finding}/{field}"));
    names.map(|name| (name.clone(), typed.value(&name).to_owned())).collect()
}

/// What is said of a finding in one line, and below it.
fn titles(f: &Frame, typed: &Typed, list: &str, finding: &str) -> (String, String) {
    let of = |field: &str| typed.value(&format!("{finding}/{field}")).trim().to_owned();
    let some = |parts: Vec<String>| {
        parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let labelled = |vocabulary: &str, code: String| {
        if code.is_empty() { code } else { f.label(vocabulary, &code) }
    };
    match list {
        "actors" => (of("name"), some(vec![labelled("actor_kind", of("kind")), of("aliases")])),
        "events" => {
            let kind = of("type");
            let kind = if kind.is_empty() { kind } else { f.event_type(&kind) };
            let who = some(vec![of("perpetrators"), of("targets")]).replace(" · ", " → ");
            let background =
                if of("background").is_empty() { String::new() } else { f.t("field-background") };
            (some(vec![kind, of("date")]), some(vec![who, of("place_name"), background]))
        }
        "instruments" => (some(vec![of("article"), of("name")]), of("law_code")),
        _ => {
            (some(vec![labelled("demand_category", of("category")), of("addressee")]), of("asked"))
        }
    }
}

/// What is compared of an event of the form.
fn described(typed: &Typed, finding: &str, today: chrono::NaiveDate) -> Option<EventInput> {
    let of = |field: &str| typed.value(&format!("{finding}/{field}")).trim();
    let country = [of("country"), typed.value("new_case/country").trim()];
    let country = country.into_iter().find(|it| !it.is_empty())?;
    let mut event = json!({"type": of("type"), "title": of("title"), "country": country});
    if let Ok(Some(date)) = date_words::read(of("date"), today) {
        event["date"] = json!(date);
    }
    if !of("place_name").is_empty() {
        event["place_name"] = json!(of("place_name"));
    }
    let record = |name: &str| -> Value {
        let rows = 0..typed.rows("actors");
        let mut same = rows.filter(|row| typed.value(&format!("actors/{row}/name")).trim() == name);
        let known = same.next().map(|row| typed.value(&format!("actors/{row}/match")).to_owned());
        match known.filter(|it| !it.is_empty() && it != "new") {
            Some(reference) => json!({"actor": reference, "role": "other"}),
            None => json!({"actor": {"name": name, "kind": "other"}, "role": "other"}),
        }
    };
    let people = [of("perpetrators"), of("targets")];
    let people = people.iter().flat_map(|names| names.split(';')).map(str::trim);
    event["participations"] = people.filter(|it| !it.is_empty()).map(record).collect();
    serde_json::from_value(event).ok()
}

/// Events that may be those of the form, by finding.
fn alike(look: &mut Looking<'_>, typed: &Typed) -> Result<HashMap<String, Vec<Duplicate>>> {
    let mut all = HashMap::new();
    for row in 0..typed.rows("events").min(COMPARED) {
        let finding = format!("events/{row}");
        let rejected = read::decision(typed, &finding) == Some(false);
        let Some(event) = described(typed, &finding, look.f.now.day()).filter(|_| !rejected) else {
            continue;
        };
        let found = events::of_new(look.db, look.eyes, look.memory, &event, ALIKE)?;
        if !found.is_empty() {
            all.insert(finding, found);
        }
    }
    Ok(all)
}

/// Shows a draft.
///
/// # Errors
/// Those of the database.
pub async fn review(visit: &Visit, asked: Asked) -> Result<HttpResponse> {
    let f = &visit.frame;
    let audience = audience::beside::<Statement>(visit, &asked.typed, None).await?;
    let typed = asked.typed.clone();
    let alike = visit.look(move |look| alike(look, &typed)).await?;
    let seen: Vec<Duplicate> = alike.values().flatten().cloned().collect();
    note_reading(&visit.app, visit.caller.clone(), &seen).await?;
    let typed = &asked.typed;
    let (offers, asks) = (&asked.offers, "/statements/audience?");
    let shower = Shower { f, typed, offers, audience: &audience, asks };
    let mut passages = Vec::new();
    let read = header(f, typed, &mut passages);
    let sections = LISTS.iter().map(|(list, letter, _)| Section {
        list,
        heading: f.t(&format!("intake-{list}")),
        add: f.t(&format!("intake-{list}-add")),
        nothing: f.t(&format!("intake-{list}-none")),
        findings: (0..typed.rows(list))
            .filter(|row| typed.is_filled(&format!("{list}/{row}")))
            .map(|row| {
                let name = format!("{list}/{row}");
                let it = Shown { f, shower: &shower, list, mark: format!("{letter}{}", row + 1) };
                it.finding(name, &alike, asked.added.as_deref(), &mut passages)
            })
            .collect(),
    });
    let sections: Vec<Section> = sections.collect();
    let findings = || sections.iter().flat_map(|it| &it.findings);
    let undecided = findings().filter(|it| it.decided.is_none()).count();
    let body = typed.value("body");
    let errors = typed.errors.iter().map(|error| ShownError {
        link: link_of(&error.pointer),
        label: label_of(f, &error.pointer, &sections),
        message: f.message(&error.message),
    });
    let page = ReviewPage {
        f,
        once: asked.once,
        body,
        lang: f.lang_stated(body, Some(typed.value("language")).filter(|it| !it.is_empty())),
        paragraphs: pieces(body, &passages),
        errors: errors.collect(),
        notes: typed.value("notes").lines().map(str::to_owned).collect(),
        header: shower.nodes(HEADER, ""),
        read,
        case: shower.nodes(CASE, ""),
        new_case: shower.nodes(NEW_CASE, "new_case"),
        who_sees: shower.nodes(WHO_SEES, ""),
        undecided,
        cut: serde_json::from_str(typed.value("cut")).unwrap_or_default(),
        file: FILE
            .iter()
            .flat_map(|name| {
                typed.values.get(*name).into_iter().flatten().map(|value| (*name, value.clone()))
            })
            .collect(),
        sections,
    };
    page_with(asked.status, &page)
}

/// Where the header was read.
fn header(f: &Frame, typed: &Typed, passages: &mut Vec<Passage>) -> Vec<ShownHeader> {
    let shown = (0..typed.rows("header")).map(|row| {
        let name = format!("header/{row}");
        let of = |field: &str| typed.value(&format!("{name}/{field}"));
        let (mark, id) = (format!("H{}", row + 1), format!("header-{row}"));
        if let (Ok(start), Ok(end)) = (of("start").parse(), of("end").parse()) {
            passages.push(Passage {
                start,
                end,
                class: "in-header",
                id: id.clone(),
                mark: mark.clone(),
            });
        }
        let key = match of("field") {
            "cosigner" => "field-cosigners".to_owned(),
            "country" => "field-countries".to_owned(),
            other => format!("field-{other}"),
        };
        ShownHeader {
            hidden: hidden(typed, &name, &["field", "value", "start", "end", "rule"]),
            mark,
            id,
            field: if Words::has(&key) { f.t(&key) } else { of("field").to_owned() },
            value: match (of("field"), of("value").parse::<Country>()) {
                ("kind", _) => f.label("statement_kind", of("value")),
                ("country", Ok(country)) => f.country(&country).to_owned(),
                _ => of("value").to_owned(),
            },
            why: why(f, of("rule")),
        }
    });
    shown.collect()
}

/// What is needed to show a finding.
struct Shown<'s> {
    f: &'s Frame,
    shower: &'s Shower<'s>,
    list: &'static str,
    mark: String,
}

impl Shown<'_> {
    fn finding(
        self,
        name: String,
        alike: &HashMap<String, Vec<Duplicate>>,
        added: Option<&str>,
        passages: &mut Vec<Passage>,
    ) -> Finding {
        let Self { f, shower, list, mark } = self;
        let typed = shower.typed;
        let of = |field: &str| typed.value(&format!("{name}/{field}"));
        let id = name.replace('/', "-");
        let class = match list {
            "actors" => "in-actor",
            "events" => "in-event",
            "instruments" => "in-law",
            _ => "in-demand",
        };
        let decided = read::decision(typed, &name);
        let placed: Vec<(usize, usize)> = match list {
            "actors" => read::spans(of("mentions")),
            _ => of("start").parse().ok().zip(of("end").parse().ok()).into_iter().collect(),
        };
        if decided != Some(false) {
            passages.extend(placed.into_iter().filter(|it| it.0 < it.1).map(|(start, end)| {
                Passage { start, end, class, id: id.clone(), mark: mark.clone() }
            }));
        }
        let below = format!("{name}/");
        let mut wrong = typed.errors.iter().filter(|error| error.pointer.starts_with(&below));
        let error_at = |field: &str| {
            let pointer = format!("{name}/{field}");
            let found = typed.errors.iter().find(|error| error.pointer == pointer);
            found.map(|error| f.message(&error.message))
        };
        let records = (list == "actors").then(|| records(f, typed, &name, error_at("match")));
        let is_doubtful = read::is_doubtful(typed, &name);
        let existing = of("existing");
        let found = alike.get(&name).map(Vec::as_slice).unwrap_or_default();
        let alike: Vec<Alike> = found
            .iter()
            .map(|it| Alike { it: similar::shown(f, it), is_chosen: it.reference == existing })
            .collect();
        let kept: &[&str] = match list {
            "actors" => &["was", "rule", "mentions", "offered"],
            _ => &["rule", "start", "end"],
        };
        let (title, about) = titles(f, typed, list, &name);
        Finding {
            id,
            mark,
            title,
            about,
            decided,
            error: error_at("decision"),
            hidden: hidden(typed, &name, kept),
            why: why(f, of("rule")),
            nodes: shower.nodes(parts_of(list), &name),
            is_open: wrong.any(|error| !error.pointer.ends_with("/decision"))
                || is_doubtful
                || added == Some(name.as_str()),
            records,
            is_new: !alike.iter().any(|it| it.is_chosen),
            alike,
            name,
        }
    }
}

fn parts_of(list: &str) -> &'static [crate::pages::form::Part] {
    LISTS.iter().find(|it| it.0 == list).map(|it| it.2).unwrap_or_default()
}

fn records(f: &Frame, typed: &Typed, name: &str, error: Option<String>) -> Records {
    let of = |field: &str| typed.value(&format!("{name}/{field}"));
    let kept: Vec<Kept> = serde_json::from_str(of("offered")).unwrap_or_default();
    let chosen = of("match");
    let offered = kept.into_iter().map(|it| Offered {
        likely: f.tv("duplicate-likely", &format!("{:.0}", it.score * 100.0)),
        is_chosen: chosen == it.reference,
        reference: it.reference,
        name: it.name,
    });
    let other = typed.errors.iter().find(|error| error.pointer == format!("{name}/learn_alias"));
    Records {
        offered: offered.collect(),
        is_new: chosen == "new",
        other: of("other").to_owned(),
        learns: !of("learn_alias").is_empty(),
        error: error.or_else(|| other.map(|error| f.message(&error.message))),
    }
}

/// The element in which something is wrong.
fn link_of(pointer: &str) -> String {
    let custom = ["decision", "match", "learn_alias", "existing"];
    match pointer.rsplit_once('/') {
        Some((finding, field)) if custom.contains(&field) => finding.replace('/', "-"),
        _ => element(pointer),
    }
}

/// What a field is called: the finding's mark, and the field.
fn label_of(f: &Frame, pointer: &str, sections: &[Section]) -> String {
    let findings = sections.iter().flat_map(|it| &it.findings);
    let mut mark =
        findings.filter(|it| pointer.starts_with(&format!("{}/", it.name))).map(|it| &it.mark);
    let key = format!("field-{}", pointer.rsplit('/').next().unwrap_or_default());
    let field = if Words::has(&key) { f.t(&key) } else { String::new() };
    let said = [mark.next_back().cloned().unwrap_or_default(), field];
    said.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(body: &str, passages: &[(usize, usize, &'static str, &str)]) -> String {
        let passages: Vec<Passage> = passages
            .iter()
            .map(|(start, end, class, mark)| Passage {
                start: *start,
                end: *end,
                class,
                id: String::new(),
                mark: (*mark).to_owned(),
            })
            .collect();
        let piece = |it: &Piece| {
            let marks: Vec<_> = it.begins.iter().map(|it| it.1.as_str()).collect();
            match it.classes.as_str() {
                "" => it.text.clone(),
                classes => format!("{}<{}@{} {}>", marks.concat(), classes, it.from, it.text),
            }
        };
        let paragraphs = pieces(body, &passages);
        let paragraph = |it: &Vec<Piece>| it.iter().map(piece).collect::<String>();
        paragraphs.iter().map(paragraph).collect::<Vec<_>>().join("¶")
    }

    #[test]
    fn findings_are_marked_where_they_stand() {
        assert_eq!(shown("one two three", &[(4, 7, "a", "A1")]), "one A1<a@4 two> three");
        assert_eq!(
            shown("one two three", &[(0, 7, "e", "E1"), (4, 7, "a", "A1")]),
            "E1<e@0 one >A1<a e@4 two> three"
        );
        assert_eq!(shown("ខ្មែរ ខ្មែរ", &[(6, 11, "a", "A1")]), "ខ្មែរ A1<a@6 ខ្មែរ>");
        assert_eq!(shown("one\n\ntwo", &[(2, 6, "a", "A1")]), "onA1<a@2 e>¶<a@5 t>wo");
        assert_eq!(shown("one", &[(9, 12, "a", "A1")]), "one");
        assert_eq!(shown("", &[]), "");
    }
}
