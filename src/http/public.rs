//! Requests of people without an account: how many are answered, and for whom.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use actix_web::HttpRequest;
use actix_web::web::Bytes;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::throttle::Throttle;
use crate::domain::Timestamp;
use crate::error::{Error, Result};

/// How long a request waits for its turn.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// What the public may take of the server, so that something is left for those who work on it.
pub struct PublicLimits {
    throttle: Throttle,
    /// How long a request waits for its turn.
    patience: Duration,
    /// Bounds how many of its requests are worked on at the same time.
    turns: Arc<Semaphore>,
    /// The same for searches and figures.
    costly: Arc<Semaphore>,
    /// Bounds how many of its files are written at the same time.
    pub exports: Arc<Semaphore>,
    /// Pages as they were made, by their addresses. They are the same for everybody.
    pages: Mutex<Kept>,
}

/// See [`PublicLimits::kept`].
#[derive(Default)]
struct Kept {
    pages: HashMap<String, (PageState, Bytes)>,
    bytes: usize,
}

/// What a page of the portal depends on, besides its address: the last change of any record, and
/// the day.
pub type PageState = (i64, chrono::NaiveDate);

/// Bytes of pages that are kept at most.
const MOST_KEPT: usize = 16 * 1024 * 1024;

impl PublicLimits {
    /// `connections`: those of the database for reading; half of them are kept for others.
    pub fn new(connections: u32) -> Self {
        let half = (connections as usize / 2).max(1);
        Self {
            throttle: Throttle::default(),
            patience: PATIENCE,
            turns: Arc::new(Semaphore::new(half)),
            costly: Arc::new(Semaphore::new((half / 2).max(1))),
            exports: Arc::new(Semaphore::new(2)),
            pages: Mutex::default(),
        }
    }

    /// The page at an address, if it was made and nothing was changed since.
    pub fn kept(&self, address: &str, state: PageState) -> Option<Bytes> {
        let kept = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        let page = kept.pages.get(address).filter(|page| page.0 == state);
        page.map(|page| page.1.clone())
    }

    /// Keeps a page. `state`: as it was before the page was made.
    pub fn keep(&self, address: String, state: PageState, page: Bytes) {
        let mut kept = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        kept.bytes += address.len() + page.len();
        if kept.bytes > MOST_KEPT {
            *kept = Kept { bytes: address.len() + page.len(), ..Kept::default() };
        }
        if let Some((address, (_, old))) = kept.pages.remove_entry(&address) {
            kept.bytes -= address.len() + old.len();
        }
        kept.pages.insert(address, (state, page));
    }

    /// Waits for a turn, which ends when what is returned is dropped.
    ///
    /// # Errors
    /// [`Error::TooMany`] if the address asks too much, or too many ask at the same time.
    pub async fn turn(
        &self,
        address: &str,
        is_costly: bool,
        now: Timestamp,
    ) -> Result<Vec<OwnedSemaphorePermit>> {
        self.throttle.public(address, is_costly, now)?;
        let mut turns = Vec::new();
        // What costs more waits for its own kind first, and keeps nobody else waiting meanwhile.
        for semaphore in is_costly.then_some(&self.costly).into_iter().chain([&self.turns]) {
            let turn = tokio::time::timeout(self.patience, semaphore.clone().acquire_owned());
            match turn.await {
                Ok(turn) => turns.push(turn.map_err(Error::internal)?),
                Err(_) => return Err(Error::TooMany { retry_after: PATIENCE.as_secs() }),
            }
        }
        Ok(turns)
    }
}

/// The network that a request comes from: an address, or for IPv6 what one customer is given.
///
/// A proxy on this machine is believed about whom it asks for; nobody else is.
pub fn network(request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr().map(|peer| peer.ip()) else { return String::new() };
    let told = request.headers().get("x-forwarded-for").and_then(|it| it.to_str().ok());
    let last = told.and_then(|told| told.rsplit(',').next()?.trim().parse::<IpAddr>().ok());
    match last.filter(|_| peer.is_loopback()).unwrap_or(peer).to_canonical() {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    fn from(peer: &str, told: Option<&str>) -> String {
        let mut request = TestRequest::default().peer_addr(peer.parse().unwrap());
        if let Some(told) = told {
            request = request.insert_header(("x-forwarded-for", told));
        }
        network(&request.to_http_request())
    }

    #[test]
    fn only_a_proxy_on_this_machine_is_believed() {
        assert_eq!(from("127.0.0.1:1", Some("10.0.0.1, 203.0.113.9")), "203.0.113.9");
        assert_eq!(from("203.0.113.1:1", Some("203.0.113.9")), "203.0.113.1");
        assert_eq!(from("127.0.0.1:1", Some("nonsense")), "127.0.0.1");
        assert_eq!(from("[2001:db8:1:2:3::4]:1", None), "2001:db8:1:2::/64");
        assert_eq!(from("[::ffff:203.0.113.1]:1", None), "203.0.113.1");
    }

    #[test]
    fn a_page_is_kept_until_something_changes_and_not_too_many() {
        let limits = PublicLimits::new(2);
        let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
        let page = Bytes::from(vec![b'x'; MOST_KEPT / 4]);
        limits.keep("/a".to_owned(), (1, day), page.clone());
        assert_eq!(limits.kept("/a", (1, day)), Some(page.clone()));
        assert_eq!(limits.kept("/a", (2, day)), None);
        assert_eq!(limits.kept("/b", (1, day)), None);
        for _ in 0..100 {
            limits.keep("/a".to_owned(), (2, day), page.clone());
            assert!(limits.kept("/a", (2, day)).is_some());
        }
        for at in 0..100 {
            limits.keep(format!("/{at}"), (2, day), page.clone());
        }
        let kept = limits.pages.lock().unwrap();
        let bytes: usize = kept.pages.iter().map(|(path, page)| path.len() + page.1.len()).sum();
        assert_eq!(kept.bytes, bytes);
        assert!(bytes <= MOST_KEPT);
    }

    #[actix_web::test]
    async fn those_who_wait_too_long_are_told_so() {
        let patience = Duration::from_millis(10);
        let limits = PublicLimits { patience, ..PublicLimits::new(2) };
        let now = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
        let turn = limits.turn("a", false, now).await.unwrap();
        assert!(matches!(limits.turn("b", false, now).await, Err(Error::TooMany { .. })));
        drop(turn);
        assert!(limits.turn("b", true, now).await.is_ok());
    }
}
