//! What a file is, and whether it is to the byte what its issuer signed.
//!
//! Apart from the command because it decides from bytes alone, whatever somebody hands over. Whether the issuer is known
//! is another question, which only whoever keeps a list of issuers can answer.

use super::ShortCode;
use super::credential::{self, BadCredential, Credential};
use super::trailer::{self, Broken, Form};
use crate::seal::PublicKey;

/// No certificate is larger.
pub const LARGEST: usize = 16 * 1024 * 1024;

/// A certificate that is what its issuer signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Examined {
    /// A page or a PDF; none for the credential by itself.
    pub form: Option<Form>,
    /// What it states.
    pub credential: Credential,
    /// The short code, to be compared with paper.
    pub code: ShortCode,
}

impl Examined {
    /// Returns the key of whoever issued it.
    pub fn issuer(&self) -> PublicKey {
        self.credential.issuer.id
    }
}

/// Why a file is no certificate that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCertificate {
    /// It is something else, such as a report: nothing in it is signed.
    Unsigned,
    /// It is, or was, a certificate, and is not what was signed.
    Changed,
    /// It is sealed by one key and holds the credential of another.
    TwoIssuers,
}

/// Examines a file's bytes.
pub fn examine(bytes: &[u8]) -> Result<Examined, NoCertificate> {
    if bytes.len() > LARGEST {
        return Err(NoCertificate::Unsigned);
    }
    if bytes.starts_with(b"{") { by_itself(bytes) } else { in_a_file(bytes) }
}

fn by_itself(bytes: &[u8]) -> Result<Examined, NoCertificate> {
    let looks_like_one = String::from_utf8_lossy(bytes).contains("proofValue");
    let why = if looks_like_one { NoCertificate::Changed } else { NoCertificate::Unsigned };
    let credential = credential::read(bytes).map_err(|bad| match bad {
        BadCredential::Shape => why,
        BadCredential::Signature => NoCertificate::Changed,
    })?;
    Ok(Examined { form: None, credential, code: ShortCode::of(bytes) })
}

fn in_a_file(bytes: &[u8]) -> Result<Examined, NoCertificate> {
    let sealed = trailer::open(bytes).map_err(|broken| match broken {
        Broken::None => NoCertificate::Unsigned,
        Broken::Changed => NoCertificate::Changed,
    })?;
    let credential = credential::read(sealed.credential).map_err(|_| NoCertificate::Changed)?;
    if credential.issuer.id != sealed.key {
        return Err(NoCertificate::TwoIssuers);
    }
    Ok(Examined { form: Some(sealed.form), credential, code: ShortCode::of(sealed.credential) })
}

#[cfg(test)]
mod tests;
