//! Everything that can go wrong, in the user's terms. [`crate::http::problem`] says it over HTTP.

use std::io;

use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde::Serialize;

pub type Result<T, E = Error> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    Unauthenticated(&'static str),
    /// The password was right, and the account has a second factor. `given` proves the first to
    /// [`crate::casework::enter::log_in`]; it is shown to nobody else.
    #[error(
        "this account has a second factor: send the six digits that the app shows, or a recovery code, as 'totp'"
    )]
    CodeNeeded { given: String },
    /// The same, for a code that does not hold.
    #[error("the code is not right, or was used before; wait for the next one that the app shows")]
    CodeWrong { given: String },
    /// The role asks for a second factor, and the account has none yet.
    #[error("your role needs a second factor; turn it on on the page of your account, then go on")]
    FactorMissing,
    #[error("{0}")]
    Forbidden(String),
    /// Also for what the caller may not know of.
    #[error("there is no such record")]
    NotFound,
    #[error("{0}")]
    Malformed(String),
    #[error("some fields are not valid; nothing was stored")]
    Invalid(Vec<FieldError>),
    #[error("{0}")]
    Conflict(String),
    #[error("the record is at version {current} now; read it again and repeat the change on it")]
    Stale { current: i32 },
    #[error("send If-Match with the record's ETag, so that nobody's change is overwritten")]
    PreconditionRequired,
    #[error("the request is larger than {most} bytes")]
    TooLarge { most: usize },
    #[error("{0}")]
    UnsupportedMedia(String),
    #[error("this address takes {0} only, not {1}")]
    MethodNotAllowed(String, String),
    #[error("too many attempts; try again in {retry_after} seconds")]
    TooMany { retry_after: u64 },
    #[error("the server has no room left to store anything; nothing was stored")]
    StorageFull,
    #[error("the database cannot be reached; nothing was stored; try again in a few seconds")]
    Unavailable,
    /// A fault of ours. The cause goes to the log, never to the caller.
    #[error("something went wrong on our side; nothing was stored")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl Error {
    /// One field is wrong. `pointer` is a JSON pointer, such as `/participations/0/actor`.
    pub fn field(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, message)])
    }

    /// A fault of ours, unless it comes of a disk without room.
    pub fn internal(cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        let cause = cause.into();
        if wants_room(&*cause) { Self::StorageFull } else { Self::Internal(cause) }
    }

    /// Moves the pointers of wrong fields below `prefix`.
    #[must_use]
    pub fn under(self, prefix: &str) -> Self {
        match self {
            Self::Invalid(fields) => Self::Invalid(
                fields
                    .into_iter()
                    .map(|field| {
                        FieldError::new(format!("{prefix}{}", field.pointer), field.message)
                    })
                    .collect(),
            ),
            other => other,
        }
    }
}

/// What is wrong with one field of what was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct FieldError {
    /// Where: a JSON pointer (RFC 6901) into the request.
    #[schema(example = "/date")]
    pub pointer: String,
    /// What is wrong, and what to do.
    #[schema(example = "there is no 2017-02-30: that month has 28 days")]
    pub message: String,
}

impl FieldError {
    pub fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), message: message.into() }
    }
}

/// Collects what is wrong, so that everything is said at once.
#[derive(Debug, Default)]
pub struct Wrong(Vec<FieldError>);

impl Wrong {
    pub fn add(&mut self, pointer: impl Into<String>, message: impl Into<String>) {
        self.0.push(FieldError::new(pointer, message));
    }

    /// The value, or a note of why there is none.
    pub fn take<T: Default, E: std::fmt::Display>(
        &mut self,
        pointer: &str,
        value: Result<T, E>,
    ) -> T {
        value.unwrap_or_else(|error| {
            self.add(pointer, error.to_string());
            T::default()
        })
    }

    /// # Errors
    /// [`Error::Invalid`] if anything was wrong.
    pub fn check(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self.0)) }
    }
}

impl From<DieselError> for Error {
    fn from(error: DieselError) -> Self {
        match &error {
            DieselError::NotFound => Self::NotFound,
            DieselError::DatabaseError(kind, about) => {
                let message = about.message();
                match kind {
                    DatabaseErrorKind::UniqueViolation => Self::Conflict(
                        "a record with this code, name or address exists already".to_owned(),
                    ),
                    DatabaseErrorKind::ClosedConnection
                    | DatabaseErrorKind::SerializationFailure
                    | DatabaseErrorKind::UnableToSendCommand => Self::Unavailable,
                    _ if message.contains("invalid byte sequence") => Self::Malformed(
                        "a text contains a NUL character, which cannot be kept; remove it"
                            .to_owned(),
                    ),
                    _ if is_full(message) => Self::StorageFull,
                    _ if is_away(message) => Self::Unavailable,
                    _ => Self::internal(error),
                }
            }
            DieselError::BrokenTransactionManager => Self::Unavailable,
            _ => Self::internal(error),
        }
    }
}

/// What the system says where there is no room: on the disk, in a quota, or under a limit that was set
/// for the program's files.
pub const NO_ROOM: [io::ErrorKind; 3] =
    [io::ErrorKind::StorageFull, io::ErrorKind::QuotaExceeded, io::ErrorKind::FileTooLarge];

/// Whether something could not be written since there was no room for it, however deep that is said.
fn wants_room(error: &(dyn std::error::Error + 'static)) -> bool {
    let is_full = |error: &io::Error| {
        NO_ROOM.contains(&error.kind())
            // What an error of ours wraps does not count as its source.
            || error.get_ref().is_some_and(|inner| wants_room(inner))
    };
    let here = match (error.downcast_ref::<io::Error>(), error.downcast_ref::<csv::Error>()) {
        (Some(error), _) => is_full(error),
        (_, Some(error)) => matches!(error.kind(), csv::ErrorKind::Io(error) if is_full(error)),
        _ => false,
    };
    here || error.source().is_some_and(wants_room)
}

fn is_full(message: &str) -> bool {
    ["disk is full", "No space left on device", "could not extend file"]
        .iter()
        .any(|sign| message.contains(sign))
}

fn is_away(message: &str) -> bool {
    [
        "database is locked",
        "disk I/O error",
        "unable to open database file",
        "server closed the connection",
        "terminating connection",
        "no connection to the server",
        "connection to server",
        "the database system is",
        "attempt to write a readonly database",
        "statement timeout",
        "lock timeout",
    ]
    .iter()
    .any(|sign| message.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_without_room_is_found_however_deep_it_is_said() {
        let full = || io::Error::from(io::ErrorKind::StorageFull);
        assert!(matches!(Error::internal(full()), Error::StorageFull));
        assert!(matches!(Error::internal(io::Error::other(full())), Error::StorageFull));
        assert!(matches!(Error::internal(csv::Error::from(full())), Error::StorageFull));
        let zipped = zip::result::ZipError::Io(full());
        assert!(matches!(Error::internal(zipped), Error::StorageFull));
        // A limit that was set for the program's files.
        let limited = io::Error::from(io::ErrorKind::FileTooLarge);
        assert!(matches!(Error::internal(limited), Error::StorageFull));
        let parquet = parquet::errors::ParquetError::from(full());
        assert!(matches!(Error::internal(parquet), Error::StorageFull));
        let other = io::Error::from(io::ErrorKind::BrokenPipe);
        assert!(matches!(Error::internal(other), Error::Internal(_)));
    }
}
