//! Slows down those who guess passwords, without locking the owner out.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::domain::Timestamp;
use crate::error::{Error, Result};

/// Buckets that are remembered. Beyond it the full ones are forgotten first.
const MOST: usize = 20_000;

/// A bucket of attempts that fills again with time.
struct Bucket {
    left: f64,
    at: u64,
}

/// How many attempts may be made at once, and how many seconds until another.
#[derive(Clone, Copy)]
struct Allowance {
    burst: f64,
    seconds: f64,
}

/// One account from one address: ten tries, then one every two seconds. Whoever owns the account
/// waits two seconds at the worst; whoever guesses gets through 43,000 tries a day at the best.
const ACCOUNT: Allowance = Allowance { burst: 10.0, seconds: 2.0 };
/// All accounts from one address.
const ADDRESS: Allowance = Allowance { burst: 200.0, seconds: 0.5 };

/// Pages of the public portal for one address. Many people may share one, behind a proxy.
const READING: Allowance = Allowance { burst: 300.0, seconds: 0.05 };
/// What costs more than a page: searches, figures, files.
const COSTLY: Allowance = Allowance { burst: 60.0, seconds: 0.5 };

/// Counts attempts.
#[derive(Default)]
pub struct Throttle(Mutex<HashMap<String, Bucket>>);

impl Throttle {
    /// Counts an attempt to log in.
    ///
    /// # Errors
    /// [`Error::TooMany`] if it comes too soon; it must then not be looked at.
    pub fn attempt(&self, address: &str, account: &str, now: Timestamp) -> Result<()> {
        let account = crate::store::history::digest(account.as_bytes());
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = now.seconds();
        if buckets.len() > MOST {
            buckets.retain(|_, bucket| now.saturating_sub(bucket.at) < 60);
        }
        take(&mut buckets, format!("{address} {account}"), ACCOUNT, now)?;
        take(&mut buckets, address.to_owned(), ADDRESS, now)
    }

    /// Counts a request of somebody without an account.
    ///
    /// # Errors
    /// [`Error::TooMany`] if there were too many from the address; it must then not be answered.
    pub fn public(&self, address: &str, is_costly: bool, now: Timestamp) -> Result<()> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = now.seconds();
        if buckets.len() > MOST {
            buckets.retain(|_, bucket| now.saturating_sub(bucket.at) < 60);
        }
        if is_costly {
            take(&mut buckets, format!("{address} costly"), COSTLY, now)?;
        }
        take(&mut buckets, address.to_owned(), READING, now)
    }

    /// After a success: whoever knows the password need not wait.
    pub fn success(&self, address: &str, account: &str) {
        let account = crate::store::history::digest(account.as_bytes());
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        buckets.remove(&format!("{address} {account}"));
    }
}

#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "seconds, small and positive"
)]
fn take(
    buckets: &mut HashMap<String, Bucket>,
    key: String,
    allowance: Allowance,
    now: u64,
) -> Result<()> {
    let bucket = buckets.entry(key).or_insert(Bucket { left: allowance.burst, at: now });
    let since = now.saturating_sub(bucket.at) as f64;
    bucket.left = (bucket.left + since / allowance.seconds).min(allowance.burst);
    bucket.at = now;
    if bucket.left < 1.0 {
        let wait = ((1.0 - bucket.left) * allowance.seconds).ceil().max(1.0);
        return Err(Error::TooMany { retry_after: wait as u64 });
    }
    bucket.left -= 1.0;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_flood_is_stopped_and_the_owner_waits_two_seconds() {
        let throttle = Throttle::default();
        let now = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
        let through =
            (0..1_000).filter(|_| throttle.attempt("10.0.0.1", "a@b.c", now).is_ok()).count();
        assert_eq!(through, 10);
        assert!(throttle.attempt("10.0.0.2", "a@b.c", now).is_ok(), "another address is free");
        assert!(throttle.attempt("10.0.0.1", "a@b.c", now.plus(TimeDelta::seconds(2))).is_ok());
    }

    #[test]
    fn readers_may_read_on_and_those_who_empty_the_server_wait() {
        let throttle = Throttle::default();
        let now = Timestamp::parse("2026-01-01T00:00:00Z").unwrap();
        let through = |is_costly| {
            (0..1_000).filter(|_| throttle.public("10.0.0.1", is_costly, now).is_ok()).count()
        };
        assert_eq!(through(true), 60);
        assert_eq!(through(false), 240);
        assert!(throttle.public("10.0.0.2", true, now).is_ok(), "another address is free");
        let later = now.plus(TimeDelta::seconds(1));
        assert_eq!((0..9).filter(|_| throttle.public("10.0.0.1", true, later).is_ok()).count(), 2);
    }
}
