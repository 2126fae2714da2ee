//! Ed25519 keys and signatures as values, and how they are written.
//!
//! Apart because progress files, certificates and credentials are signed and checked by the same few lines. Public keys
//! are written as `did:key` (multicodec 0xed01, base58btc), so that programs that are not ours can read them. Where a
//! secret key is kept, and what a signature proves, is not known here.

pub mod backup;
pub mod kept;
pub mod letters;
pub mod locked;
pub mod word;

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

/// What stands before the 32 bytes of an Ed25519 key.
const ED25519: [u8; 2] = [0xed, 0x01];
/// What a public key begins with; `z` says base58btc.
const DID: &str = "did:key:z";
/// Bytes of a secret key.
pub const SECRET: usize = 32;

/// A key that signs. Never shown, and wiped when dropped.
#[derive(Clone)]
pub struct SecretKey(SigningKey);

impl SecretKey {
    /// Returns the key of 32 random bytes.
    pub fn from_bytes(bytes: &[u8; SECRET]) -> Self {
        Self(SigningKey::from_bytes(bytes))
    }

    /// Returns the 32 bytes, to be kept where only the owner reads.
    pub fn to_bytes(&self) -> [u8; SECRET] {
        self.0.to_bytes()
    }

    /// Returns the key that checks what this one signs.
    pub fn public(&self) -> PublicKey {
        PublicKey(self.0.verifying_key().to_bytes())
    }

    /// Signs.
    pub fn sign(&self, message: &[u8]) -> Signature {
        Signature(self.0.sign(message).to_bytes())
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretKey of {}", self.public())
    }
}

/// A key that checks, written as `did:key:z6Mk…`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PublicKey([u8; 32]);

/// A text that is no public key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no public key: it begins with `did:key:z6Mk`")]
pub struct BadKey(String);

impl PublicKey {
    /// Returns whether the signature is this key's, of this message to the byte.
    pub fn verifies(&self, message: &[u8], signature: &Signature) -> bool {
        let signature = ed25519_dalek::Signature::from_bytes(&signature.0);
        VerifyingKey::from_bytes(&self.0).is_ok_and(|key| key.verify_strict(message, &signature).is_ok())
    }

    /// Returns the key as multibase writes it: what stands after `did:key:`.
    pub fn multibase(&self) -> String {
        let bytes: Vec<u8> = ED25519.iter().chain(&self.0).copied().collect();
        format!("z{}", bs58::encode(bytes).into_string())
    }
}

impl fmt::Display for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "did:key:{}", self.multibase())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PublicKey {
    type Err = BadKey;
    fn from_str(text: &str) -> Result<Self, BadKey> {
        let bad = || BadKey(text.chars().take(80).collect());
        // Decoding takes time that grows with the square of the length.
        let written = text.strip_prefix(DID).filter(|written| written.len() <= 64).ok_or_else(bad)?;
        let bytes = bs58::decode(written).into_vec().map_err(|_| bad())?;
        let key = bytes.strip_prefix(&ED25519).and_then(|key| key.try_into().ok()).ok_or_else(bad)?;
        VerifyingKey::from_bytes(key).map_err(|_| bad())?;
        Ok(Self(*key))
    }
}

impl TryFrom<String> for PublicKey {
    type Error = BadKey;
    fn try_from(text: String) -> Result<Self, BadKey> {
        text.parse()
    }
}

impl From<PublicKey> for String {
    fn from(key: PublicKey) -> Self {
        key.to_string()
    }
}

/// A signature: 64 bytes, written in base58btc after `z`.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Signature([u8; 64]);

/// A text that is no signature.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is no signature: it has 64 bytes, written in base58 after `z`")]
pub struct BadSignature;

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "z{}", bs58::encode(self.0).into_string())
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Signature {
    type Err = BadSignature;
    fn from_str(text: &str) -> Result<Self, BadSignature> {
        let written = text.strip_prefix('z').filter(|written| written.len() <= 128).ok_or(BadSignature)?;
        let bytes = bs58::decode(written).into_vec().map_err(|_| BadSignature)?;
        bytes.try_into().map(Self).map_err(|_| BadSignature)
    }
}

impl TryFrom<String> for Signature {
    type Error = BadSignature;
    fn try_from(text: String) -> Result<Self, BadSignature> {
        text.parse()
    }
}

impl From<Signature> for String {
    fn from(signature: Signature) -> Self {
        signature.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SecretKey {
        SecretKey::from_bytes(&[7; SECRET])
    }

    #[test]
    fn what_a_key_signs_its_public_key_verifies_and_no_other() {
        let signature = key().sign(b"Lagune TV");
        assert!(key().public().verifies(b"Lagune TV", &signature));
        assert!(!key().public().verifies(b"Lagune TW", &signature));
        assert!(!SecretKey::from_bytes(&[8; SECRET]).public().verifies(b"Lagune TV", &signature));
    }

    #[test]
    fn the_first_vector_of_rfc_8032_comes_out() {
        let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
        let expected = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155";
        let bytes = |hex: &str| -> Vec<u8> {
            let pair = |at| u8::from_str_radix(hex.get(2 * at..2 * at + 2).unwrap(), 16).unwrap();
            (0..hex.len() / 2).map(pair).collect()
        };
        let key = SecretKey::from_bytes(&bytes(secret).try_into().unwrap());
        assert!(key.sign(b"").0.starts_with(&bytes(expected)));
    }

    #[test]
    fn keys_and_signatures_are_read_as_they_are_written() {
        let public = key().public();
        assert!(public.to_string().starts_with("did:key:z6Mk"), "{public}");
        assert_eq!(public.to_string().parse(), Ok(public));
        let signature = key().sign(b"x");
        assert_eq!(signature.to_string().parse(), Ok(signature));
    }

    #[test]
    fn other_texts_are_no_keys_and_no_signatures() {
        let long = format!("did:key:z{}", "1".repeat(1 << 16));
        for text in ["", "did:key:", "did:key:z", "did:key:z6Mk", "did:key:z6Mk0OIl", "did:web:example.org", &long] {
            assert!(text.parse::<PublicKey>().is_err(), "{text}");
        }
        for text in ["", "z", "zzzz", "m6Mk", &"z".repeat(1 << 16)] {
            assert!(text.parse::<Signature>().is_err(), "{text}");
        }
    }
}
