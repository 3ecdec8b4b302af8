//! Links that are typed by name: the record that is meant, one to be made, or a choice.

use serde_json::{Map, Value, json};

use super::read::{Rows, same_name};
use super::{Field, Input, Part, To, Typed};
use crate::casework::read_records::{self, Page};
use crate::casework::records::actor::Actor;
use crate::casework::records::event::Event;
use crate::casework::records::incident::Incident;
use crate::casework::records::instrument::Instrument;
use crate::casework::records::provision::Provision;
use crate::casework::records::statement::Statement;
use crate::casework::records::{Filters, Record};
use crate::error::{Error, FieldError, Result};
use crate::pages::records::Looking;
use crate::pages::records::named::Named;
use crate::store::{Db, Eyes, Memory};

/// Candidates that are offered where a name is not enough.
const MOST: usize = 8;

/// A record that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub reference: String,
    pub name: String,
}

impl Candidate {
    /// As it stands in a field: the name, and the ref that decides.
    pub fn shown(&self) -> String {
        format!("{} ({})", self.name, self.reference)
    }
}

/// Puts refs, or new records, in the place of the names that were typed for links.
///
/// Where several may be meant, or none is and it is not said what a new one would be, the field gets
/// an error, and its candidates are in the answer.
pub fn resolve(
    look: &mut Looking<'_>,
    typed: &mut Typed,
    parts: &[Part],
    value: &mut Value,
    rows: &Rows,
) -> Result<Vec<(String, Vec<Candidate>)>> {
    let Looking { db, eyes, memory, .. } = look;
    let mut resolver = Resolver { db, eyes, memory, typed, rows, offers: Vec::new() };
    if let Some(fields) = value.as_object_mut() {
        resolver.parts(parts, "", fields)?;
    }
    Ok(resolver.offers)
}

struct Resolver<'r> {
    db: &'r mut Db,
    eyes: &'r Eyes,
    memory: &'r Memory,
    typed: &'r mut Typed,
    rows: &'r Rows,
    offers: Vec<(String, Vec<Candidate>)>,
}

impl Resolver<'_> {
    fn parts(&mut self, parts: &[Part], at: &str, fields: &mut Map<String, Value>) -> Result<()> {
        for part in parts {
            match part {
                Part::Field(Field { name, input: Input::Link(to), .. }) => {
                    let Some(text) = fields.get(*name).and_then(Value::as_str) else { continue };
                    let text = text.to_owned();
                    let field = self.rows.name_of(&format!("{at}{name}"));
                    if let Some(link) = self.link(*to, &field, &text)? {
                        fields.insert((*name).to_owned(), link);
                    }
                }
                Part::Field(_) => {}
                Part::These(parts) | Part::More { parts, .. } => self.parts(parts, at, fields)?,
                Part::Below { name, parts } => {
                    if let Some(Value::Object(inner)) = fields.get_mut(*name) {
                        self.parts(parts, &format!("{at}{name}/"), inner)?;
                    }
                }
                Part::Many { name, parts, .. } => {
                    let items = fields.get_mut(*name).and_then(Value::as_array_mut);
                    for (row, item) in items.into_iter().flatten().enumerate() {
                        if let Value::Object(inner) = item {
                            self.parts(parts, &format!("{at}{name}/{row}/"), inner)?;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// What a typed name links to; nothing, where it is not clear, which is then said at the field.
    fn link(&mut self, to: To, field: &str, text: &str) -> Result<Option<Value>> {
        let picked = self.typed.value(&format!("{field}~pick")).to_owned();
        let kind = self.typed.value(&format!("{field}~kind")).to_owned();
        let is_new = picked == "new";
        if !is_new {
            let named = if picked.is_empty() { text } else { picked.as_str() };
            if let Some(reference) = reference_in(named) {
                return Ok(Some(json!(reference)));
            }
        }
        let candidates = match to {
            // Known by what they are called alone.
            To::User | To::Provision | To::Instrument => return Ok(Some(json!(text))),
            To::Actor => self.candidates::<Actor>(text)?,
            To::Statement => self.candidates::<Statement>(text)?,
            To::Incident => self.candidates::<Incident>(text)?,
            To::Event => self.candidates::<Event>(text)?,
        };
        let same = |it: &&(Candidate, Vec<String>)| it.1.iter().any(|name| same_name(name, text));
        let exact: Vec<&(Candidate, Vec<String>)> = candidates.iter().filter(same).collect();
        if let ([one], false) = (exact.as_slice(), is_new) {
            return Ok(Some(json!(one.0.reference)));
        }
        let is_actor = to == To::Actor;
        if is_actor && !kind.is_empty() && (is_new || exact.is_empty()) {
            return Ok(Some(json!({"name": text, "kind": kind})));
        }
        let message = match (exact.len(), candidates.is_empty(), is_actor) {
            (2.., ..) => "several are called so; choose the one that is meant",
            (_, false, true) => {
                "none is called exactly so; choose one of these, or say what kind of actor it is to add it"
            }
            (_, true, true) if is_new || kind.is_empty() => {
                "is not known yet; say what kind of actor it is to add it"
            }
            (_, false, false) => "none is called exactly so; choose one of these",
            _ => "is not known; give its ref, or its title as it is kept",
        };
        self.typed.errors.push(FieldError::new(field, message));
        let offered = candidates.into_iter().take(MOST).map(|it| it.0).collect();
        self.offers.push((field.to_owned(), offered));
        Ok(None)
    }

    /// Records that the caller sees in which every word of a name is found, with all their names.
    fn candidates<R: Record + Named>(
        &mut self,
        text: &str,
    ) -> Result<Vec<(Candidate, Vec<String>)>> {
        let filters = Filters([("q".to_owned(), text.to_owned())].into());
        let page = Page { column: "id", descending: true, after: None, limit: 50 };
        let found = read_records::page::<R>(self.db, self.eyes, self.memory, &filters, &page);
        let records = match found {
            Ok(records) => records,
            // Too long to be anybody's name.
            Err(Error::Malformed(_)) => return Ok(Vec::new()),
            Err(error) => return Err(error),
        };
        let views = read_records::views(self.db, self.eyes, records)?;
        let all = views.iter().map(|view| {
            let names = R::names(view);
            let name = names.first().cloned().unwrap_or_default();
            (Candidate { reference: R::head(view).reference.clone(), name }, names)
        });
        Ok(all.collect())
    }
}

/// The ref that a text is, or that it ends with in brackets.
pub fn reference_in(text: &str) -> Option<&str> {
    let text = text.trim();
    let inner = text.strip_suffix(')').and_then(|text| text.rsplit_once('(')).map(|it| it.1);
    [Some(text), inner].into_iter().flatten().find(|it| is_reference(it))
}

/// Whether a text is written as the refs of records are: `A-00012`, `S-2017-00311`,
/// `KHM-2017-0042`, `KHM-2017-0042-E1`, or as an id.
fn is_reference(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let country = |part: &str| part.len() == 3 && part.bytes().all(|it| it.is_ascii_uppercase());
    let event = |part: &str| part.strip_prefix('E').is_some_and(digits);
    match text.split('-').collect::<Vec<_>>().as_slice() {
        ["A", number] => digits(number),
        ["S", year, number] => digits(year) && digits(number),
        [place, year, number] => country(place) && digits(year) && digits(number),
        [place, year, number, act] => {
            country(place) && digits(year) && digits(number) && event(act)
        }
        [_, _, _, _, _] => text.parse::<crate::domain::Id>().is_ok(),
        _ => false,
    }
}

/// Puts names beside the refs of links, for people to read.
pub fn name_links(db: &mut Db, eyes: &Eyes, typed: &mut Typed, parts: &[Part]) -> Result<()> {
    let mut fields = Vec::new();
    link_fields(typed, parts, "", &mut fields);
    for (field, to) in fields {
        let name = typed.value(&field).trim().to_owned();
        if name.is_empty() {
            continue;
        }
        let shown = match to {
            To::Actor => shown::<Actor>(db, eyes, &name)?,
            To::Statement => shown::<Statement>(db, eyes, &name)?,
            To::Incident => shown::<Incident>(db, eyes, &name)?,
            To::Event => shown::<Event>(db, eyes, &name)?,
            To::Provision => shown_plainly::<Provision>(db, eyes, &name)?,
            To::Instrument => shown_plainly::<Instrument>(db, eyes, &name)?,
            To::User => None,
        };
        if let Some(shown) = shown {
            typed.set(field, shown);
        }
    }
    Ok(())
}

fn link_fields(typed: &Typed, parts: &[Part], below: &str, all: &mut Vec<(String, To)>) {
    for part in parts {
        match part {
            Part::Field(Field { name, input: Input::Link(to), .. }) => {
                all.push((format!("{below}{name}"), *to));
            }
            Part::Field(_) => {}
            Part::These(parts) | Part::More { parts, .. } => link_fields(typed, parts, below, all),
            Part::Below { name, parts } => {
                link_fields(typed, parts, &format!("{below}{name}/"), all);
            }
            Part::Many { name, parts, .. } => {
                for row in 0..typed.rows(&format!("{below}{name}")) {
                    link_fields(typed, parts, &format!("{below}{name}/{row}/"), all);
                }
            }
        }
    }
}

/// The name and ref of the record that is named, if the caller sees it.
fn shown<R: Record + Named>(db: &mut Db, eyes: &Eyes, name: &str) -> Result<Option<String>> {
    let Some(reference) = reference_in(name) else { return Ok(None) };
    let view = match read_records::find::<R>(db, &eyes.caller, reference) {
        Ok(record) => read_records::view(db, eyes, record)?,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let name = R::names(&view).into_iter().next().unwrap_or_default();
    Ok(Some(Candidate { reference: R::head(&view).reference.clone(), name }.shown()))
}

/// The same, for kinds that are known by what they are called alone.
fn shown_plainly<R: Record + Named>(db: &mut Db, eyes: &Eyes, id: &str) -> Result<Option<String>> {
    match read_records::find::<R>(db, &eyes.caller, id) {
        Ok(record) => {
            let view = read_records::view(db, eyes, record)?;
            Ok(R::names(&view).into_iter().next())
        }
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refs_are_told_from_names() {
        for text in [
            "A-00012",
            "Hun Sen (A-00012)",
            "S-2017-00311",
            "KHM-2017-0042",
            "KHM-2017-0042-E1",
            "0190c0de-0000-7000-8000-000000000000",
        ] {
            assert!(reference_in(text).is_some(), "{text}");
        }
        for text in
            ["Hun Sen", "A-Team", "Centre (CCHR)", "S-2017", "a-b-c-d-e", "", "()", "KHM-2017"]
        {
            assert!(reference_in(text).is_none(), "{text}");
        }
        assert_eq!(reference_in("Hun Sen (A-00012)"), Some("A-00012"));
    }
}
