//! STATEMENTS READ INTO DRAFTS, and drafts into records: what this installation brings to the reading
//! ([`analyze`]), what a person sends back (`input.rs`), how all of it is stored (`take.rs`), and what is
//! learnt of the rules from it (`rules.rs`).

pub mod input;
pub mod law;
pub mod rules;
pub mod take;

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

use super::act::{Act, Office};
use crate::domain::{Action, Caller, Id, Timestamp, text};
use crate::error::{Error, Result, Wrong};
use crate::intake::{self, Asked, Draft, House};
use crate::store::houses::Known;
use crate::store::{Db, Eyes, Kind, Memory};

/// A text that is to be read.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TextInput {
    /// The whole statement.
    #[schema(min_length = 1, max_length = 2_000_000)]
    pub text: String,
    /// Where it was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000, example = "https://forum-asia.org/")]
    pub url: Option<String>,
    /// Its title, where that is known apart from the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 1000)]
    pub title: Option<String>,
    /// BCP 47; found out, unless it is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 35, example = "en")]
    pub language: Option<String>,
}

impl TextInput {
    /// # Errors
    /// [`Error::Invalid`] for what cannot be kept in a record.
    pub fn checked(mut self) -> Result<(String, Asked)> {
        let mut wrong = Wrong::default();
        let body = wrong.take("/text", text::body(&self.text));
        wrong.url_if("/url", &mut self.url);
        wrong.line_if("/title", &mut self.title);
        wrong.language_if("/language", self.language.as_deref());
        wrong.check()?;
        Ok((body, Asked { url: self.url, title: self.title, language: self.language }))
    }
}

/// Reads a text with what the caller may see of the database. Nothing of it is stored; that the names
/// of confidential actors were found is remembered.
///
/// # Errors
/// [`Error::Forbidden`] for those who may not create records; [`Error::Invalid`] for a text that cannot
/// be kept.
pub async fn analyze(
    office: &Office,
    caller: Caller,
    now: Timestamp,
    sent: TextInput,
) -> Result<Draft> {
    caller.must(Action::CreateRecords)?;
    let (body, asked) = sent.checked()?;
    let (memory, reader) = (office.memory.clone(), caller.clone());
    let Known { house, confidential } =
        office.database.read(move |db| known(db, &memory, &reader)).await?;
    let reading = tokio::task::spawn_blocking(move || intake::analyze(&body, &asked, &house));
    let draft = reading.await.map_err(Error::internal)?;
    let read = confidential_in(&draft, &confidential);
    if !read.is_empty() {
        office
            .act(caller, now, move |_, act| {
                note_reading(act, &read);
                Ok(())
            })
            .await?;
    }
    Ok(draft)
}

/// [`analyze`], for code that may block.
///
/// # Errors
/// As [`analyze`].
pub fn analyze_here(
    office: &Office,
    caller: Caller,
    now: Timestamp,
    sent: TextInput,
) -> Result<Draft> {
    caller.must(Action::CreateRecords)?;
    let (body, asked) = sent.checked()?;
    let Known { house, confidential } =
        office.database.read_here(|db| known(db, &office.memory, &caller))?;
    let draft = intake::analyze(&body, &asked, &house);
    let read = confidential_in(&draft, &confidential);
    if !read.is_empty() {
        office.act_here(caller, now, move |_, act| {
            note_reading(act, &read);
            Ok(())
        })?;
    }
    Ok(draft)
}

/// Reads a text where there is no database to know names from.
///
/// # Errors
/// [`Error::Invalid`] for a text that cannot be kept.
pub fn analyze_alone(sent: TextInput) -> Result<Draft> {
    let (body, asked) = sent.checked()?;
    Ok(intake::analyze(&body, &asked, &House::default()))
}

fn known(db: &mut Db, memory: &Memory, caller: &Caller) -> Result<Known> {
    let eyes = Eyes::of(caller, db, memory)?;
    memory.houses.of(db, &eyes)
}

/// The confidential actors whom a draft names as matches.
fn confidential_in(draft: &Draft, confidential: &HashSet<Id>) -> Vec<Id> {
    let found = draft.actors.iter().flat_map(|it| it.matched.iter().chain(&it.candidates));
    let mut read: Vec<Id> = found
        .filter_map(|found| found.id.parse().ok())
        .filter(|id| confidential.contains(id))
        .collect();
    read.sort_unstable();
    read.dedup();
    read
}

fn note_reading(act: &mut Act, read: &[Id]) {
    act.note("read_list", json!({"kind": Kind::Actor, "records": read}));
}
