//! Requests of people without an account: how many are answered, and for whom.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use actix_web::HttpRequest;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::throttle::Throttle;
use crate::domain::Timestamp;
use crate::error::{Error, Result};

/// How long a request waits for its turn.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// What the public may take of the server, so that something is left for those who work on it.
pub struct PublicLimits {
    throttle: Throttle,
    /// Bounds how many of its requests are worked on at the same time.
    turns: Arc<Semaphore>,
    /// The same for searches and figures.
    costly: Arc<Semaphore>,
    /// Bounds how many of its files are written at the same time.
    pub exports: Arc<Semaphore>,
}

impl PublicLimits {
    /// `connections`: those of the database for reading; half of them are kept for others.
    pub fn new(connections: u32) -> Self {
        let half = (connections as usize / 2).max(1);
        Self {
            throttle: Throttle::default(),
            turns: Arc::new(Semaphore::new(half)),
            costly: Arc::new(Semaphore::new((half / 2).max(1))),
            exports: Arc::new(Semaphore::new(2)),
        }
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
            let turn = tokio::time::timeout(PATIENCE, semaphore.clone().acquire_owned());
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

    #[actix_web::test]
    async fn those_who_wait_too_long_are_told_so() {
        let limits = PublicLimits::new(2);
        let now = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
        let turn = limits.turn("a", false, now).await.unwrap();
        tokio::time::pause();
        assert!(matches!(limits.turn("b", false, now).await, Err(Error::TooMany { .. })));
        drop(turn);
        assert!(limits.turn("b", true, now).await.is_ok());
    }
}
