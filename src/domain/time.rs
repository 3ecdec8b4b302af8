//! Moments, which only the [`Clock`] may tell.

use chrono::{DateTime, NaiveDate, SecondsFormat, SubsecRound, Utc};
use serde::{Deserialize, Serialize};

/// A moment in UTC, to the microsecond.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Deserialize,
    diesel::expression::AsExpression,
    diesel::deserialize::FromSqlRow,
)]
#[diesel(sql_type = crate::store::sql_types::UtcTimestamp)]
#[serde(transparent)]
pub struct Timestamp(DateTime<Utc>);

impl Timestamp {
    /// Reads RFC 3339, any offset.
    pub fn parse(text: &str) -> Result<Self, chrono::ParseError> {
        DateTime::parse_from_rfc3339(text).map(|moment| Self::from(moment.to_utc()))
    }

    /// Whole seconds since 1970.
    pub fn seconds(self) -> u64 {
        self.0.timestamp().try_into().unwrap_or(0)
    }

    pub fn nanoseconds(self) -> u32 {
        self.0.timestamp_subsec_nanos()
    }

    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }

    /// The day in UTC.
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }

    #[must_use]
    pub fn plus(self, span: chrono::TimeDelta) -> Self {
        Self(self.0 + span)
    }
}

impl From<DateTime<Utc>> for Timestamp {
    fn from(moment: DateTime<Utc>) -> Self {
        Self(moment.trunc_subsecs(6))
    }
}

/// Always with six decimals, so that text sorts as time does.
impl std::fmt::Display for Timestamp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Micros, true))
    }
}

impl Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

/// Tells the time.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    System,
    /// Stopped, for tests.
    Stopped(Timestamp),
}

impl Clock {
    pub fn now(self) -> Timestamp {
        match self {
            #[expect(clippy::disallowed_methods, reason = "this is the clock")]
            Self::System => Utc::now().into(),
            Self::Stopped(moment) => moment,
        }
    }
}
