//! Releases: how their versions are written and ordered, and why a record is taken out of one.

use std::fmt;
use std::str::FromStr;

use super::GeoPrecision;
use super::codes::codes;

/// The version of a release: `2026.1`, or `2026.0.3` for a candidate.
///
/// Ordered as they are meant to follow: the candidates of a year, then its releases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    pub year: i32,
    /// 0 for a candidate.
    pub number: i32,
    /// 0 for what is no candidate.
    pub candidate: i32,
}

/// The years that a version may name.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

impl Version {
    pub const fn is_candidate(self) -> bool {
        self.candidate > 0
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.year, self.number)?;
        if self.is_candidate() { write!(f, ".{}", self.candidate) } else { Ok(()) }
    }
}

impl FromStr for Version {
    type Err = String;

    /// # Errors
    /// What a version looks like.
    fn from_str(text: &str) -> Result<Self, String> {
        let about = || {
            format!(
                "'{}' is no version; write the year and a number, such as 2026.1, or for a candidate 2026.0.3",
                text.chars().take(40).collect::<String>()
            )
        };
        // One way to write each: no sign, no zero before.
        let number = |part: &str| {
            let is_plain = !part.is_empty()
                && part.len() <= 4
                && part.bytes().all(|c| c.is_ascii_digit())
                && (part == "0" || !part.starts_with('0'));
            part.parse::<i32>().ok().filter(|_| is_plain).ok_or_else(about)
        };
        let parts: Vec<&str> = text.split('.').collect();
        let version = match parts.as_slice() {
            [year, of] => Self { year: number(year)?, number: number(of)?, candidate: 0 },
            [year, "0", of] => Self { year: number(year)?, number: 0, candidate: number(of)? },
            _ => return Err(about()),
        };
        let is_one =
            YEARS.contains(&version.year) && (version.number > 0) != version.is_candidate();
        if is_one { Ok(version) } else { Err(about()) }
    }
}

codes! {
    /// For whom a release is made: what they see is what is in it.
    Audience {
        /// What is published and public, for everybody.
        Public = "public",
    }
}

codes! {
    /// Why a record is taken out of a release.
    Withdrawal {
        /// Somebody may be in danger.
        Safety = "safety",
        /// Whoever it is about, or told it, does not agree any more.
        Consent = "consent",
        /// A law or a court requires it.
        Legal = "legal",
        /// It should never have been in it.
        Error = "error",
    }
}

/// How exactly places may be told at most, in a file: as precisions, from the finest.
pub const COARSER: [GeoPrecision; 4] =
    [GeoPrecision::Near, GeoPrecision::District, GeoPrecision::Province, GeoPrecision::Country];

/// Reads how exactly places may be told at most.
///
/// # Errors
/// What there is.
pub fn coarser(text: &str) -> Result<GeoPrecision, String> {
    COARSER.into_iter().find(|it| it.code() == text).ok_or_else(|| {
        format!(
            "'{}' is not one of {}",
            text.chars().take(40).collect::<String>(),
            COARSER.map(GeoPrecision::code).join(", ")
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn versions_are_written_in_one_way_and_follow_one_another() {
        let all = ["2025.2", "2026.0.1", "2026.0.3", "2026.0.10", "2026.1", "2026.10", "2027.0.1"];
        let versions: Vec<Version> = all.iter().map(|it| it.parse().unwrap()).collect();
        assert!(versions.is_sorted());
        assert_eq!(versions.iter().map(ToString::to_string).collect::<Vec<_>>(), all);
        for wrong in [
            "",
            "2026",
            "2026.0",
            "2026.1.1",
            "2026.0.0",
            "2026.01",
            "02026.1",
            "26.1",
            "2026.-1",
            "2026.+1",
            "v2026.1",
            "2026.1 ",
            "2026.1.",
            "2026.0.0.1",
            "2026.99999",
            "../x",
        ] {
            assert!(wrong.parse::<Version>().is_err(), "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_is_read_is_written_as_it_was(text in "[0-9.]{0,12}") {
            if let Ok(version) = text.parse::<Version>() {
                prop_assert_eq!(version.to_string(), text);
            }
        }
    }
}
