//! A trainer's key as the file in which it is kept: who issues, and the secret, open or locked with a passphrase.
//!
//! Apart because the file is read and written by few lines that can be tried without a disk. Where it lies, who may read
//! it, and where a passphrase comes from is not known here.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};

use super::letters::{decode, encode};
use super::{PublicKey, SECRET, SecretKey};

/// The format that this version writes.
const FORMAT: u32 = 1;
const SALT: usize = 16;
const NONCE: usize = 24;
/// Random bytes that locking takes.
pub const CHANCE: usize = SALT + NONCE;
/// Memory in KiB and rounds of the slow hash: half a second on an old laptop.
pub(super) const COST: Cost = Cost { kib: 64 * 1024, rounds: 3 };
/// What a file may ask for at most.
const MOST: Cost = Cost { kib: 1024 * 1024, rounds: 20 };

/// How slow a passphrase is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Cost {
    kib: u32,
    rounds: u32,
}

/// The file of a key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptKey {
    format: u32,
    /// The name of the trainer or the organisation.
    pub name: String,
    /// The key that checks.
    pub public: PublicKey,
    secret: Secret,
}

#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
enum Secret {
    Open(String),
    Locked { cost: Cost, salt: String, nonce: String, locked: String },
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if matches!(self, Self::Open(_)) { "Open" } else { "Locked" })
    }
}

/// Why a key cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadKept {
    /// The file is damaged, or of a later version.
    #[error("this is no key file of this version")]
    File,
    /// The passphrase is another one.
    #[error("the passphrase is wrong")]
    Passphrase,
    /// The machine has too little memory for the slow hash.
    #[error("the passphrase cannot be tried on this machine")]
    Machine,
}

impl KeptKey {
    /// Keeps a key as it is: whoever reads the file has it.
    pub fn open(name: &str, key: &SecretKey) -> Self {
        Self {
            format: FORMAT,
            name: name.to_owned(),
            public: key.public(),
            secret: Secret::Open(encode(&key.to_bytes())),
        }
    }

    /// Keeps a key locked; the random bytes are used for nothing else.
    pub fn locked(name: &str, key: &SecretKey, passphrase: &str, chance: &[u8; CHANCE]) -> Result<Self, BadKept> {
        let (salt, nonce) = chance.split_at(SALT);
        let cipher = cipher(passphrase, salt, COST)?;
        let nonce_of = XNonce::try_from(nonce).map_err(|_| BadKept::Machine)?;
        let locked = cipher.encrypt(&nonce_of, &key.to_bytes()[..]).map_err(|_| BadKept::Machine)?;
        let secret = Secret::Locked { cost: COST, salt: encode(salt), nonce: encode(nonce), locked: encode(&locked) };
        Ok(Self { format: FORMAT, name: name.to_owned(), public: key.public(), secret })
    }

    /// Returns whether a passphrase is needed.
    pub fn is_locked(&self) -> bool {
        matches!(self.secret, Secret::Locked { .. })
    }

    /// Returns the key; the passphrase is not looked at where none is needed.
    pub fn unlock(&self, passphrase: &str) -> Result<SecretKey, BadKept> {
        let bytes = match &self.secret {
            Secret::Open(letters) => decode(letters).ok_or(BadKept::File)?,
            Secret::Locked { cost, salt, nonce, locked } => unlocked(passphrase, *cost, [salt, nonce, locked])?,
        };
        let bytes: [u8; SECRET] = bytes.try_into().map_err(|_| BadKept::File)?;
        let key = SecretKey::from_bytes(&bytes);
        if key.public() == self.public { Ok(key) } else { Err(BadKept::File) }
    }

    /// Writes the file.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default() + "\n"
    }

    /// Reads the file.
    pub fn from_json(json: &[u8]) -> Result<Self, BadKept> {
        let kept: Self = serde_json::from_slice(json).map_err(|_| BadKept::File)?;
        if kept.format == FORMAT { Ok(kept) } else { Err(BadKept::File) }
    }
}

fn unlocked(passphrase: &str, cost: Cost, letters: [&str; 3]) -> Result<Vec<u8>, BadKept> {
    if cost.kib > MOST.kib || cost.rounds > MOST.rounds {
        return Err(BadKept::File);
    }
    let [Some(salt), Some(nonce), Some(locked)] = letters.map(decode) else { return Err(BadKept::File) };
    let nonce = XNonce::try_from(nonce.as_slice()).map_err(|_| BadKept::File)?;
    cipher(passphrase, &salt, cost)?.decrypt(&nonce, locked.as_slice()).map_err(|_| BadKept::Passphrase)
}

pub(super) fn cipher(passphrase: &str, salt: &[u8], cost: Cost) -> Result<XChaCha20Poly1305, BadKept> {
    let params = Params::new(cost.kib, cost.rounds, 1, Some(SECRET)).map_err(|_| BadKept::File)?;
    let mut key = Key::default();
    let slow = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    slow.hash_password_into(passphrase.as_bytes(), salt, &mut key).map_err(|_| BadKept::Machine)?;
    Ok(XChaCha20Poly1305::new(&key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SecretKey {
        SecretKey::from_bytes(&[7; SECRET])
    }

    #[test]
    fn an_open_key_comes_back_and_is_shown_to_nobody() {
        let kept = KeptKey::open("Lagune TV", &key());
        let read = KeptKey::from_json(kept.to_json().as_bytes()).unwrap();
        assert_eq!(read, kept);
        assert_eq!(read.unlock("").unwrap().to_bytes(), key().to_bytes());
        assert!(!format!("{kept:?}").contains(&encode(&key().to_bytes())));
    }

    #[test]
    fn a_locked_key_opens_with_its_passphrase_only() {
        let kept = KeptKey::locked("Lagune TV", &key(), "août 1975 🌊", &[5; CHANCE]).unwrap();
        assert!(!kept.to_json().contains(&encode(&key().to_bytes())));
        let read = KeptKey::from_json(kept.to_json().as_bytes()).unwrap();
        assert_eq!(read.unlock("août 1975 🌊").unwrap().to_bytes(), key().to_bytes());
        for wrong in ["", "aout 1975 🌊", "août 1975 🌊 "] {
            assert_eq!(read.unlock(wrong).unwrap_err(), BadKept::Passphrase, "{wrong}");
        }
    }

    #[test]
    fn a_damaged_file_is_told_and_costs_nothing() {
        let json = KeptKey::locked("Lagune TV", &key(), "x", &[5; CHANCE]).unwrap().to_json();
        let greedy = json.replace("\"kib\": 65536", "\"kib\": 4294967295");
        assert_eq!(KeptKey::from_json(greedy.as_bytes()).unwrap().unlock("x").unwrap_err(), BadKept::File);
        let later = json.replace("\"format\": 1", "\"format\": 2");
        for other in [later.as_str(), "", "{}", &json.replace("locked", "lock")] {
            assert_eq!(KeptKey::from_json(other.as_bytes()).unwrap_err(), BadKept::File);
        }
        let swapped = KeptKey { public: SecretKey::from_bytes(&[8; SECRET]).public(), ..KeptKey::open("x", &key()) };
        assert_eq!(swapped.unlock("").unwrap_err(), BadKept::File);
    }
}
