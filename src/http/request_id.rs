//! The id of the request that is being answered: in its log line, its answer and its problems.

use crate::domain::{Id, Timestamp};

tokio::task_local! {
    static CURRENT: String;
}

/// A new id. Not taken from the client: what is logged must not be theirs to choose.
pub fn new(now: Timestamp) -> String {
    Id::at(now).to_string()
}

/// Answers a request under an id.
pub async fn under<F: Future>(id: String, work: F) -> F::Output {
    CURRENT.scope(id, work).await
}

/// The id of the request that is being answered; empty outside of one.
pub fn current() -> String {
    CURRENT.try_with(Clone::clone).unwrap_or_default()
}
