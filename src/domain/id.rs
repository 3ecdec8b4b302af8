//! Identifiers of records.

use std::fmt;
use std::str::FromStr;
use std::sync::Mutex;

use serde::{Deserialize, Serialize};
use uuid::{ContextV7, Timestamp as UuidTime, Uuid};

use super::Timestamp;

/// Identifies one record. A UUID of version 7: ids sort by the moment of creation, so pages and
/// exports can walk a table by id.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = crate::store::sql_types::RecordId)]
#[serde(transparent)]
pub struct Id(Uuid);

impl Id {
    /// A new id, created at `now`, after any other made here in the same millisecond.
    pub fn at(now: Timestamp) -> Self {
        static SEQUENCE: Mutex<ContextV7> = Mutex::new(ContextV7::new());
        let moment = UuidTime::from_unix(&SEQUENCE, now.seconds(), now.nanoseconds());
        Self(Uuid::new_v7(moment))
    }

    /// The lowest id there is: before every record.
    pub const fn least() -> Self {
        Self(Uuid::nil())
    }

    /// The 16 bytes of the UUID.
    pub const fn bytes(&self) -> &[u8; 16] {
        self.0.as_bytes()
    }

    pub const fn as_uuid(&self) -> &Uuid {
        &self.0
    }
}

impl From<Uuid> for Id {
    fn from(uuid: Uuid) -> Self {
        Self(uuid)
    }
}

impl FromStr for Id {
    type Err = uuid::Error;

    fn from_str(text: &str) -> Result<Self, uuid::Error> {
        // Only the hyphenated form: a ref must not be taken for an id in one of the others.
        if text.len() != 36 {
            return Uuid::parse_str("").map(Self);
        }
        Uuid::try_parse(text).map(Self)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_sort_in_the_order_they_were_made() {
        let now = Timestamp::parse("2024-07-18T10:00:00Z").unwrap();
        let ids: Vec<Id> = (0..1_000).map(|_| Id::at(now)).collect();
        assert!(ids.is_sorted());
    }

    #[test]
    fn only_the_hyphenated_form_is_an_id() {
        let id = "0190c0de-0000-7000-8000-000000000000";
        assert_eq!(id.parse::<Id>().unwrap().to_string(), id);
        assert!("0190c0de000070008000000000000000".parse::<Id>().is_err());
        assert!("".parse::<Id>().is_err());
    }
}
