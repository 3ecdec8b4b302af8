//! How far a release is that is being made: one at a time.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use utoipa::ToSchema;

use crate::error::{Error, Result};

/// A release that is being made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Progress {
    #[schema(example = "2026.1")]
    pub version: String,
    /// The file that is being written; null while what is to be in it is looked at.
    pub file: Option<String>,
    /// Bytes of all files so far.
    pub bytes: u64,
}

impl Progress {
    /// Of one that is made already.
    pub const fn done() -> Self {
        Self { version: String::new(), file: None, bytes: 0 }
    }
}

/// A release that came to no end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Failed {
    pub version: String,
    /// Why.
    pub about: String,
}

/// What is being made, and what came to no end last.
#[derive(Debug, Default)]
pub struct Making {
    now: Mutex<Option<Progress>>,
    failed: Mutex<Option<Failed>>,
}

impl Making {
    pub fn progress(&self) -> Option<Progress> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub fn failed(&self) -> Option<Failed> {
        self.failed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Begins one.
    ///
    /// # Errors
    /// [`Error::Conflict`] if one is being made.
    pub fn begin(self: &Arc<Self>, version: &str) -> Result<Running> {
        let mut now = self.now.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(other) = &*now {
            return Err(Error::Conflict(format!(
                "the release {} is being made; wait until it is done",
                other.version
            )));
        }
        *now = Some(Progress { version: version.to_owned(), file: None, bytes: 0 });
        drop(now);
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = None;
        Ok(Running { making: self.clone(), version: version.to_owned() })
    }
}

/// The one that is being made, until it is dropped.
pub struct Running {
    making: Arc<Making>,
    version: String,
}

impl Running {
    /// A file is begun.
    pub fn writes(&self, file: &str) {
        self.change(|it| it.file = Some(file.to_owned()));
    }

    /// More was written.
    pub fn wrote(&self, bytes: u64) {
        self.change(|it| it.bytes += bytes);
    }

    /// It came to no end.
    pub fn failed(&self, error: &Error) {
        let about = match error {
            Error::Invalid(fields) => fields
                .iter()
                .map(|it| format!("{} {}", it.pointer.trim_start_matches('/'), it.message))
                .collect::<Vec<_>>()
                .join("; "),
            other => other.to_string(),
        };
        let failed = Failed { version: self.version.clone(), about };
        *self.making.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(failed);
    }

    fn change(&self, change: impl FnOnce(&mut Progress)) {
        let mut now = self.making.now.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(progress) = &mut *now {
            change(progress);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        *self.making.now.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
