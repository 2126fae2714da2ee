//! The certificate as an Open Badges 3.0 credential with an `eddsa-rdfc-2022` proof.
//!
//! Apart from the page because any program that knows the standard can check it. The credential has one shape and one
//! spelling: a file that says the same in other bytes is not one that we wrote, and is refused, so that nothing can hide
//! between what is signed and what is shown.

mod made;
mod shape;
mod statements;

use sha2::{Digest, Sha256};

use super::Certificate;
use crate::seal::SecretKey;
use crate::text::is_foreign;

pub use shape::{Achievement, Credential, Named, Outcome, Proof, Subject};

/// Credentials are some kilobytes; what is larger is none.
pub const LARGEST: usize = 256 * 1024;

/// Why bytes are no credential that can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadCredential {
    /// They have another shape or spelling.
    #[error("this is no credential as Rundown writes them")]
    Shape,
    /// The signature is not of these words, or not of the issuer's key.
    #[error("the signature of the credential does not fit what it says")]
    Signature,
}

/// Writes and signs the credential of a certificate, as a file's bytes.
pub fn sign(certificate: &Certificate, key: &SecretKey) -> Vec<u8> {
    let mut credential = made::credential(certificate, &key.public());
    credential.proof.value = key.sign(&credential.hashes()).to_string();
    credential.bytes()
}

/// Reads a credential and checks its signature by the key of the issuer it names. Who that is, is for others to know.
pub fn read(bytes: &[u8]) -> Result<Credential, BadCredential> {
    if bytes.len() > LARGEST {
        return Err(BadCredential::Shape);
    }
    let credential: Credential = serde_json::from_slice(bytes).map_err(|_| BadCredential::Shape)?;
    if credential.bytes() != bytes || !credential.has_our_shape() {
        return Err(BadCredential::Shape);
    }
    let signature = credential.proof.value.parse().map_err(|_| BadCredential::Shape)?;
    let is_signed = credential.issuer.id.verifies(&credential.hashes(), &signature);
    if is_signed { Ok(credential) } else { Err(BadCredential::Signature) }
}

impl Credential {
    /// Writes the one spelling: on one line, in the order of the shape, with nothing in it that means something in HTML.
    fn bytes(&self) -> Vec<u8> {
        let plain = serde_json::to_string(self).unwrap_or_default();
        let safe = plain.replace('&', "\\u0026").replace('<', "\\u003c").replace('>', "\\u003e");
        (safe + "\n").into_bytes()
    }

    /// Returns what is signed: the hash of the proof's statements, then that of the others.
    fn hashes(&self) -> Vec<u8> {
        let hash = |statements: String| Sha256::digest(statements);
        [hash(statements::of_proof(self)), hash(statements::of_credential(self))].concat()
    }

    /// Returns whether all that has only one value has that, and no text could act on a screen.
    fn has_our_shape(&self) -> bool {
        made::fixed(self) == *self && !self.texts().iter().any(|text| text.contains(is_foreign))
    }
}

#[cfg(test)]
mod tests;
