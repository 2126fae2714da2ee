//! Bytes locked with a passphrase: what travels to somebody who knows it, and is nothing to anybody else.
//!
//! Apart from kept keys, which are one secret in a file that people may look at: this is of any length and says nothing of
//! what it holds. The form is described in `docs/progress-file.md`.

use chacha20poly1305::aead::Aead;
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::kept::{self, BadKept, CHANCE, COST};

/// What such a file begins with: its name and the version of its form.
const MAGIC: &[u8] = b"rundown-locked 1\n";
/// Bytes of the salt; the rest of the random bytes is the nonce.
const SALT: usize = 16;

/// Locks bytes; the random bytes are used for nothing else.
pub fn lock(passphrase: &str, chance: &[u8; CHANCE], plain: &[u8]) -> Result<Vec<u8>, BadKept> {
    let (cipher, nonce) = parts(passphrase, chance)?;
    let locked = cipher.encrypt(&nonce, plain).map_err(|_| BadKept::Machine)?;
    Ok([MAGIC, chance, &locked].concat())
}

/// Opens what was locked.
pub fn open(passphrase: &str, bytes: &[u8]) -> Result<Vec<u8>, BadKept> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(BadKept::File)?;
    let (chance, locked) = rest.split_first_chunk::<CHANCE>().ok_or(BadKept::File)?;
    let (cipher, nonce) = parts(passphrase, chance)?;
    cipher.decrypt(&nonce, locked).map_err(|_| BadKept::Passphrase)
}

fn parts(passphrase: &str, chance: &[u8; CHANCE]) -> Result<(XChaCha20Poly1305, XNonce), BadKept> {
    let (salt, nonce) = chance.split_at(SALT);
    let nonce = XNonce::try_from(nonce).map_err(|_| BadKept::Machine)?;
    Ok((kept::cipher(passphrase, salt, COST)?, nonce))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_passphrase_opens_it_and_a_changed_byte_is_seen() {
        let locked = lock("lagune", &[7; CHANCE], b"Awa Diop").unwrap();
        assert!(!locked.windows(3).any(|part| part == b"Awa"));
        assert_eq!(open("lagune", &locked), Ok(b"Awa Diop".to_vec()));
        assert_eq!(open("Lagune", &locked), Err(BadKept::Passphrase));
        let mut changed = locked.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(open("lagune", &changed), Err(BadKept::Passphrase));
        for cut in [0, 5, MAGIC.len() + CHANCE - 1] {
            assert_eq!(open("lagune", &locked[..cut]), Err(BadKept::File));
        }
    }
}
