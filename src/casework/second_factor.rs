//! The second factor: codes by time from an app, and recovery codes for when the phone is lost.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::TimeDelta;
use serde_json::json;

use super::act::{Act, Office};
use super::vault::Vault;
use super::{enter, keep_accounts, totp};
use crate::domain::{Caller, Id, Timestamp};
use crate::error::{Error, Result};
use crate::store::history::digest;
use crate::store::second_factors::{self as kept, FactorRow};
use crate::store::{Db, Kind, accounts};

/// Recovery codes that are made at once.
const CODES: usize = 10;
/// Bytes of a recovery code: 80 bits, which nobody guesses.
const CODE: usize = 10;
/// Wrong codes in a row that are taken at once; after them, one at a time.
const TRIES: i32 = 10;
/// How long the next code waits then. Whoever has the password guesses 720 of a million codes a
/// day, of which three hold at a time.
const PAUSE: TimeDelta = TimeDelta::minutes(2);

/// What somebody needs to set up an app.
pub struct Setup {
    /// For an app that cannot read the picture, in groups of four.
    pub secret: String,
    /// What the picture says.
    pub uri: String,
    /// The same secret for [`turn_on`], sealed.
    pub sealed: String,
}

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub since: Timestamp,
    pub codes_left: i64,
}

/// What became of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Checked {
    /// The account has no second factor.
    NotAsked,
    /// None was given.
    Needed,
    Right(With),
    Wrong,
    /// Too many were wrong: seconds until the next is looked at.
    TooMany(u64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum With {
    App,
    RecoveryCode,
}

impl With {
    pub const fn code(self) -> &'static str {
        match self {
            Self::App => "app",
            Self::RecoveryCode => "recovery_code",
        }
    }
}

fn of_account(user: Id) -> String {
    format!("second factor of {user}")
}

fn setup_of(user: Id) -> String {
    format!("second factor that {user} sets up")
}

/// What is typed as a code: digits of any script, letters in upper case, nothing between them.
fn plain(typed: &str) -> String {
    // Where the digits of scripts begin that people here write in.
    const ZEROS: [u32; 9] = [0x660, 0x6F0, 0x966, 0x9E6, 0xE50, 0xED0, 0x1040, 0x17E0, 0xFF10];
    let digit = |c: char| {
        let zero = ZEROS.iter().find(|zero| (**zero..**zero + 10).contains(&u32::from(c)))?;
        char::from_digit(u32::from(c) - zero, 10)
    };
    let letters = typed.chars().take(100).map(|c| digit(c).unwrap_or(c));
    letters.filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn code_digest(user: Id, code: &str) -> String {
    digest(format!("recovery code of {user}: {code}").as_bytes())
}

/// Looks at a code and uses it up. Only ever in a write that is kept, so that none counts twice and
/// wrong ones are counted.
pub fn check(db: &mut Db, user: Id, typed: Option<&str>, now: Timestamp) -> Result<Checked> {
    let Some(factor) = kept::of(db, user)? else { return Ok(Checked::NotAsked) };
    let typed = plain(typed.unwrap_or_default());
    if typed.is_empty() {
        return Ok(Checked::Needed);
    }
    if typed.len() != 6 {
        // Too long to be guessed: whoever has one gets in, however many codes somebody else tried.
        if kept::spend_code(db, user, &code_digest(user, &typed), now)? {
            kept::note_right(db, user, factor.last_step)?;
            return Ok(Checked::Right(With::RecoveryCode));
        }
        return Ok(Checked::Wrong);
    }
    if let Some(failed_at) = factor.failed_at.filter(|_| factor.failed >= TRIES) {
        let next = failed_at.plus(PAUSE);
        if next > now {
            return Ok(Checked::TooMany((next.seconds() - now.seconds()).max(1)));
        }
    }
    let secret = Vault::of(db)?
        .open(&of_account(user), &factor.secret)
        .ok_or_else(|| Error::internal("the secret of a second factor does not open"))?;
    let Some(step) = totp::step_of(&secret, &typed, now.seconds(), factor.last_step) else {
        kept::note_wrong(db, user, now)?;
        return Ok(Checked::Wrong);
    };
    kept::note_right(db, user, step)?;
    Ok(Checked::Right(With::App))
}

/// How the caller's account stands; nothing, where it has no second factor.
pub fn standing(db: &mut Db, user: Id) -> Result<Option<Standing>> {
    let Some(factor) = kept::of(db, user)? else { return Ok(None) };
    Ok(Some(Standing { since: factor.since, codes_left: kept::codes_left(db, user)? }))
}

/// A new secret for the caller to set up an app with. Nothing is kept until [`turn_on`].
pub async fn prepare(office: &Office, caller: &Caller, account: String) -> Result<Setup> {
    let user = caller.user;
    office
        .database
        .read(move |db| {
            if kept::is_on(db, user)? {
                return Err(already_on());
            }
            let mut secret = [0_u8; totp::SECRET];
            getrandom::fill(&mut secret).map_err(Error::internal)?;
            shown(db, user, &account, &secret)
        })
        .await
}

/// The secret of a [`Setup`] again, for a form that comes back.
pub async fn prepared(
    office: &Office,
    caller: &Caller,
    account: String,
    sealed: String,
) -> Result<Setup> {
    let user = caller.user;
    office
        .database
        .read(move |db| {
            let secret = opened(db, user, &sealed)?;
            shown(db, user, &account, &secret)
        })
        .await
}

fn shown(db: &mut Db, user: Id, account: &str, secret: &[u8]) -> Result<Setup> {
    let text = totp::base32(secret);
    let groups: Vec<String> =
        text.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    Ok(Setup {
        secret: groups.join(" "),
        uri: totp::uri(&text, account),
        sealed: URL_SAFE_NO_PAD.encode(Vault::of(db)?.seal(&setup_of(user), secret)?),
    })
}

fn opened(db: &mut Db, user: Id, sealed: &str) -> Result<Vec<u8>> {
    let opened = match URL_SAFE_NO_PAD.decode(sealed) {
        Ok(bytes) => Vault::of(db)?.open(&setup_of(user), &bytes),
        Err(_) => None,
    };
    opened.ok_or_else(|| {
        Error::Malformed(
            "this setup was not begun with this account; open the page again and begin anew"
                .to_owned(),
        )
    })
}

fn already_on() -> Error {
    Error::Conflict(
        "a second factor is turned on for this account already; turn it off to set up another"
            .to_owned(),
    )
}

/// Turns the second factor on for the caller, and gives the recovery codes, which are not kept.
///
/// # Errors
/// [`Error::Invalid`] where the password or the code is not right.
pub async fn turn_on(
    office: &Office,
    caller: Caller,
    sealed: String,
    password: String,
    code: String,
    now: Timestamp,
) -> Result<Vec<String>> {
    let user = caller.user;
    enter::must_know_password(office, user, password).await?;
    let (codes, digests) = fresh_codes(user)?;
    office
        .act(caller, now, move |db, act| {
            if kept::is_on(db, user)? {
                return Err(already_on());
            }
            let secret = opened(db, user, &sealed)?;
            let step = totp::step_of(&secret, &plain(&code), now.seconds(), 0);
            let last_step = step.ok_or_else(wrong_code)?;
            let secret = Vault::of(db)?.seal(&of_account(user), &secret)?;
            let since = now;
            kept::add(
                db,
                &FactorRow { user_id: user, secret, since, last_step, failed: 0, failed_at: None },
            )?;
            kept::replace_codes(db, user, &digests)?;
            act.note("second_factor_on", json!({}));
            Ok(())
        })
        .await?;
    Ok(codes)
}

fn wrong_code() -> Error {
    Error::field(
        "/code",
        "is not the code that the app shows now, or was used before; type the next one. If it stays wrong, set the clock of the phone to network time",
    )
}

/// Turns it off for the caller.
pub async fn turn_off(
    office: &Office,
    caller: Caller,
    password: String,
    code: String,
    now: Timestamp,
) -> Result<()> {
    confirmed(office, caller, password, code, now, |db, act| {
        kept::remove(db, act.caller.user)?;
        act.note("second_factor_off", json!({}));
        Ok(())
    })
    .await
}

/// New recovery codes for the caller; the old ones hold no more.
pub async fn renew_codes(
    office: &Office,
    caller: Caller,
    password: String,
    code: String,
    now: Timestamp,
) -> Result<Vec<String>> {
    let (codes, digests) = fresh_codes(caller.user)?;
    confirmed(office, caller, password, code, now, move |db, act| {
        kept::replace_codes(db, act.caller.user, &digests)?;
        act.note("recovery_codes_made", json!({}));
        Ok(())
    })
    .await?;
    Ok(codes)
}

/// Does something for a caller who shows the password and a code.
async fn confirmed(
    office: &Office,
    caller: Caller,
    password: String,
    code: String,
    now: Timestamp,
    work: impl FnOnce(&mut Db, &mut Act) -> Result<()> + Send + 'static,
) -> Result<()> {
    let user = caller.user;
    enter::must_know_password(office, user, password).await?;
    // A wrong code is counted, so that this is not the place to guess them.
    let checked = office
        .act(caller, now, move |db, act| {
            let checked = check(db, user, Some(&code), now)?;
            match checked {
                Checked::Right(_) => work(db, act)?,
                Checked::Wrong => act.note("second_factor_refused", json!({})),
                _ => {}
            }
            Ok(checked)
        })
        .await?;
    match checked {
        Checked::Right(_) => Ok(()),
        Checked::Needed => Err(Error::field("/code", "is required")),
        Checked::Wrong => Err(wrong_code()),
        Checked::TooMany(retry_after) => Err(Error::TooMany { retry_after }),
        Checked::NotAsked => {
            Err(Error::Conflict("no second factor is turned on for this account".to_owned()))
        }
    }
}

/// Recovery codes as people write them down, and what is kept of them.
fn fresh_codes(user: Id) -> Result<(Vec<String>, Vec<String>)> {
    let (mut codes, mut digests) = (Vec::new(), Vec::new());
    for _ in 0..CODES {
        let mut bytes = [0_u8; CODE];
        getrandom::fill(&mut bytes).map_err(Error::internal)?;
        let text = totp::base32(&bytes);
        digests.push(code_digest(user, &text));
        let groups: Vec<&str> = (0..text.len()).step_by(4).map(|at| &text[at..at + 4]).collect();
        codes.push(groups.join("-"));
    }
    Ok((codes, digests))
}

/// Takes the second factor from somebody who has lost it, and ends their sessions.
pub fn reset(db: &mut Db, act: &mut Act, user: Id) -> Result<()> {
    keep_accounts::of_another(db, &act.caller, user)?;
    if !kept::remove(db, user)? {
        return Err(Error::Conflict("this account has no second factor".to_owned()));
    }
    accounts::end_sessions(db, user, act.now)?;
    act.note_of("second_factor_reset", Kind::User, user);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_write_them() {
        for (typed, read) in [
            (" 123 456 ", "123456"),
            ("١٢٣٤٥٦", "123456"),
            ("១២៣-៤៥៦", "123456"),
            ("၁၂၃၄၅၆", "123456"),
            ("abcd-efgh-ijkl-mnop", "ABCDEFGHIJKLMNOP"),
            ("", ""),
            ("—", ""),
        ] {
            assert_eq!(plain(typed), read, "{typed}");
        }
    }

    #[test]
    fn recovery_codes_are_many_and_kept_as_digests() {
        let user = Id::least();
        let (codes, digests) = fresh_codes(user).unwrap();
        assert_eq!((codes.len(), digests.len()), (10, 10));
        for (code, kept) in codes.iter().zip(&digests) {
            assert_eq!(code.len(), 19, "{code}");
            assert_eq!(*kept, code_digest(user, &plain(&code.to_lowercase())));
        }
        assert_eq!(codes.iter().collect::<std::collections::HashSet<_>>().len(), 10);
    }
}
