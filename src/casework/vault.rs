//! What is kept sealed: AES-256-GCM, with a key derived from the oldest signing key of the database.
//!
//! All servers of a database share it, and rotating the signing keys leaves it as it is. It protects
//! secrets in a copy of their table, not from whoever has the whole database: README says so.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::hmac;

use crate::error::{Error, Result};
use crate::store::{Db, accounts};

/// See the module.
pub struct Vault(RandomizedNonceKey);

impl Vault {
    pub fn of(db: &mut Db) -> Result<Self> {
        let keys = accounts::signing_keys(db)?;
        let (_, oldest) = keys.last().ok_or_else(|| Error::internal("no signing key"))?;
        Self::with(oldest)
    }

    fn with(secret: &[u8]) -> Result<Self> {
        // One key for one purpose: what signs is not what seals.
        let of = hmac::Key::new(hmac::HMAC_SHA256, secret);
        let derived = hmac::sign(&of, b"saksi: what is kept sealed, 1");
        let key = RandomizedNonceKey::new(&AES_256_GCM, derived.as_ref());
        Ok(Self(key.map_err(|_| Error::internal("no key to seal with"))?))
    }

    /// Seals a secret; it opens for the same purpose only, such as the account that it belongs to.
    pub fn seal(&self, purpose: &str, secret: &[u8]) -> Result<Vec<u8>> {
        let mut text = secret.to_vec();
        let nonce = self
            .0
            .seal_in_place_append_tag(Aad::from(purpose.as_bytes()), &mut text)
            .map_err(|_| Error::internal("a secret could not be sealed"))?;
        let mut sealed = nonce.as_ref().to_vec();
        sealed.append(&mut text);
        Ok(sealed)
    }

    /// What was sealed for the purpose; nothing, if it was not, or was changed.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Option<Vec<u8>> {
        let (nonce, text) = sealed.split_at_checked(NONCE_LEN)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut text = text.to_vec();
        let opened = self.0.open_in_place(nonce, Aad::from(purpose.as_bytes()), &mut text).ok()?;
        Some(opened.to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_for_its_purpose_alone() {
        let vault = Vault::with(b"a signing key of a database").unwrap();
        let sealed = vault.seal("for one", b"a secret").unwrap();
        assert_eq!(vault.open("for one", &sealed).unwrap(), b"a secret");
        assert_eq!(vault.open("for another", &sealed), None);
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(vault.open("for one", &changed), None);
        assert_eq!(vault.open("for one", b"short"), None);
        assert_ne!(sealed, vault.seal("for one", b"a secret").unwrap(), "no two are alike");
        assert_eq!(Vault::with(b"another key").unwrap().open("for one", &sealed), None);
    }
}
