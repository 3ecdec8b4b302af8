//! Passwords: Argon2id, and what makes one acceptable.

use std::collections::HashSet;
use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use crate::error::{Error, Result};

/// Passwords of 12 characters and more that people commonly pick.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("../reference/common_passwords.txt").lines().collect());

/// OWASP's recommendation for Argon2id: 19 MiB, 2 passes, 1 lane.
fn argon2() -> Result<Argon2<'static>> {
    let params =
        Params::new(19 * 1024, 2, 1, None).map_err(|error| Error::internal(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// # Errors
/// What is wrong with a new password, in words.
pub fn check(password: &str) -> Result<(), String> {
    let length = password.chars().count();
    if length < 12 {
        return Err(format!("must have at least 12 characters; this one has {length}"));
    }
    if length > 1_000 {
        return Err("must have at most 1,000 characters".to_owned());
    }
    let folded = password.to_lowercase();
    let first = folded.chars().next();
    if COMMON.contains(folded.as_str()) || folded.chars().all(|c| Some(c) == first) {
        return Err("is one that many people use; choose another".to_owned());
    }
    Ok(())
}

pub fn hash(password: &str) -> Result<String> {
    let hash = argon2()?
        .hash_password(password.as_bytes())
        .map_err(|error| Error::internal(error.to_string()))?;
    Ok(hash.to_string())
}

/// Whether `password` is the one that `hash` was made of. Without a hash it takes as long, so that
/// the time does not tell whether there is such an account.
pub fn matches(password: &str, hash: Option<&str>) -> Result<bool> {
    static NOBODY: LazyLock<Option<String>> =
        LazyLock::new(|| self::hash("nobody has this password").ok());
    let known = hash.is_some();
    let Some(hash) = hash.or(NOBODY.as_deref()) else { return Ok(false) };
    // What is no hash matches nothing.
    let Ok(parsed) = PasswordHash::new(hash) else { return Ok(false) };
    Ok(argon2()?.verify_password(password.as_bytes(), &parsed).is_ok() && known)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_matches_its_own_hash_alone() {
        let kept = hash("correct horse battery").unwrap();
        assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(matches("correct horse battery", Some(&kept)).unwrap());
        assert!(!matches("correct horse batterz", Some(&kept)).unwrap());
        assert!(!matches("nobody has this password", None).unwrap());
    }

    #[test]
    fn short_and_common_passwords_are_refused() {
        for wrong in ["short", "passwordpassword", "PasswordPassword", "aaaaaaaaaaaaaa"] {
            assert!(check(wrong).is_err(), "{wrong}");
        }
        assert!(check("តុក្កតាស្រីពណ៌ស្វាយ").is_ok());
        assert!(check("four words and a lamp").is_ok());
    }
}
