//! A word kept so that it can be recognised and not read: the code of a test, the PIN of a trainer's screens.
//!
//! Apart from locking, which gives something back: of this nothing comes back but yes or no. It is slow on purpose, so
//! that trying every word takes long, and cheap enough for an old laptop to do once while somebody waits.

use argon2::{Algorithm, Argon2, Params, Version};

use super::letters::{decode, encode};

/// Bytes of the salt, and of what comes of a word.
const SALT: usize = 16;
const HASH: usize = 32;
/// Memory in KiB and rounds: a tenth of a second on an old laptop.
const KIB: u32 = 19 * 1024;
const ROUNDS: u32 = 2;

/// Returns the salt as it is written, and what comes of the word; none where the machine has too little memory.
pub fn keep(word: &str, chance: u128) -> Option<(String, String)> {
    let salt = chance.to_be_bytes();
    Some((encode(&salt), encode(&slow(word, &salt)?)))
}

/// Returns whether it is the word that was kept; none where that cannot be tried on this machine.
pub fn is_it(word: &str, salt: &str, hash: &str) -> Option<bool> {
    let (Some(salt), Some(hash)) = (decode(salt), decode(hash)) else { return Some(false) };
    if salt.len() < SALT || hash.len() < HASH {
        return Some(false);
    }
    Some(slow(word, &salt)?[..] == *hash)
}

fn slow(word: &str, salt: &[u8]) -> Option<[u8; HASH]> {
    let params = Params::new(KIB, ROUNDS, 1, Some(HASH)).ok()?;
    let mut made = [0; HASH];
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(word.as_bytes(), salt, &mut made)
        .ok()?;
    Some(made)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_recognised_and_no_other() {
        let (salt, hash) = keep("bado-mira", 7).unwrap();
        assert_eq!(is_it("bado-mira", &salt, &hash), Some(true));
        assert_eq!(is_it("bado-mire", &salt, &hash), Some(false));
        assert_ne!(keep("bado-mira", 8).unwrap().1, hash, "the same word comes to something else each time");
        assert!(!format!("{salt}{hash}").contains("bado"));
    }

    #[test]
    fn what_is_damaged_recognises_nothing() {
        let (salt, hash) = keep("x", 7).unwrap();
        for (salt, hash) in [("", ""), (salt.as_str(), ""), ("", &hash), ("!", &hash), (&salt, "00")] {
            assert_eq!(is_it("x", salt, hash), Some(false), "{salt} {hash}");
        }
    }
}
