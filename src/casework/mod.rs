//! What people do. Each act checks the right, checks the input, writes, and leaves its history.

pub mod act;
pub mod audience;
pub mod audit;
pub mod change_record;
pub mod claims;
pub mod commitments;
pub mod contradictions;
pub mod countries;
pub mod create_record;
pub mod disclosure;
pub mod drafts;
pub mod duplicates;
pub mod enter;
pub mod facets;
pub mod figures;
pub mod health;
pub mod idempotency;
pub mod intake;
pub mod keep_accounts;
pub mod law;
pub mod map;
pub mod merge;
pub mod network;
pub mod oversight;
pub mod password;
pub mod places;
pub mod read_records;
pub mod records;
pub mod releases;
pub mod report;
pub mod restore_version;
pub mod saved_searches;
pub mod search;
pub mod second_factor;
pub mod seed;
pub mod statistics;
pub mod submit;
pub mod suggest;
pub mod totp;
pub mod vault;
pub mod verify;

pub use act::{Act, Office};

use serde::de::DeserializeOwned;

use crate::error::{Error, FieldError, Result};

/// Reads what people send from JSON.
///
/// # Errors
/// [`Error::Invalid`] with the place of the field that is wrong.
pub fn read_input<T: DeserializeOwned>(value: serde_json::Value) -> Result<T> {
    serde_path_to_error::deserialize(value).map_err(|error| misfit(&error))
}

/// What a JSON value does not fit into, as the field that is wrong.
pub fn misfit(error: &serde_path_to_error::Error<serde_json::Error>) -> Error {
    use serde_path_to_error::Segment;
    let mut pointer = String::new();
    for segment in error.path() {
        match segment {
            Segment::Seq { index } => {
                pointer.push('/');
                pointer.push_str(&index.to_string());
            }
            Segment::Map { key } => {
                pointer.push('/');
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Enum { .. } | Segment::Unknown => {}
        }
    }
    let message = error.inner().to_string();
    // The place in the text of the request helps nobody who sent an object.
    let message = message.split(" at line ").next().unwrap_or_default();
    // What is missing is said where it is missing.
    let missing = message.strip_prefix("missing field `").and_then(|rest| rest.strip_suffix('`'));
    let message = match missing {
        None => message.to_owned(),
        Some(name) => {
            pointer.push('/');
            pointer.push_str(name);
            "is required".to_owned()
        }
    };
    Error::Invalid(vec![FieldError { pointer, message }])
}
