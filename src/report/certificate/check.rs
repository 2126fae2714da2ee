//! The short code of a certificate and the square that carries it, for what was printed on paper.
//!
//! Apart because paper cannot be verified: it can only be compared with the file. The code is taken from the credential,
//! so whoever has that file can compute it with any program.

use std::fmt;

use qrcode::{Color, EcLevel, QrCode};
use sha2::{Digest, Sha256};

use super::Issuer;
use crate::seal::letters;

/// Bits of the code: three groups of four letters.
const BYTES: usize = 8;
const LETTERS: usize = 12;
const GROUP: usize = 4;

/// The first 60 bits of the SHA-256 of the credential's bytes, as twelve letters: `7KQ2-M0XE-94TF`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShortCode(String);

impl ShortCode {
    /// Returns the code of a credential, as its file holds it.
    pub fn of(credential: &[u8]) -> Self {
        let hash = Sha256::digest(credential);
        let all = letters::encode(hash.get(..BYTES).unwrap_or_default());
        let kept: Vec<char> = all.chars().take(LETTERS).collect();
        let groups: Vec<String> = kept.chunks(GROUP).map(|group| group.iter().collect()).collect();
        Self(groups.join("-"))
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a person with the paper in hand compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The code.
    pub code: ShortCode,
    /// How many modules the square has on a side, without its margin.
    pub side: usize,
    /// Row by row, which modules are dark.
    pub dark: Vec<bool>,
}

impl Check {
    /// Returns the code of a credential, and the square that says code and issuer's key.
    pub fn new(issuer: &Issuer, credential: &[u8]) -> Self {
        let code = ShortCode::of(credential);
        let said = format!("RUNDOWN {code} {}", issuer.key);
        // So few letters always fit; without a square the code stands alone.
        let square = QrCode::with_error_correction_level(said, EcLevel::M).ok();
        let side = square.as_ref().map_or(0, QrCode::width);
        let dark = square.map(QrCode::into_colors).unwrap_or_default();
        Self { code, side, dark: dark.into_iter().map(|color| color == Color::Dark).collect() }
    }

    /// Returns the dark stretches of each row as `(x, y, length)`, in modules.
    pub fn stretches(&self) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (at, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (at % self.side, at / self.side);
            match found.last_mut() {
                Some((from, row, length)) if *row == y && *from + *length == x => *length += 1,
                Some(_) | None => found.push((x, y, 1)),
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::{SECRET, SecretKey};

    #[test]
    fn the_code_is_twelve_letters_of_the_hash() {
        // printf '' | sha256sum: e3b0c44298fc1c149afb…
        assert_eq!(ShortCode::of(b"").to_string(), "WERC-8GMR-ZGE1");
        assert_ne!(ShortCode::of(b"a"), ShortCode::of(b"b"));
    }

    #[test]
    fn the_stretches_cover_the_dark_modules_and_no_other() {
        let key = SecretKey::from_bytes(&[7; SECRET]).public();
        let check = Check::new(&Issuer { key, name: "Lagune TV".into() }, b"{}");
        let mut painted = vec![false; check.side * check.side];
        for (x, y, length) in check.stretches() {
            painted[y * check.side + x..][..length].fill(true);
        }
        assert!(check.side >= 21);
        assert_eq!(painted, check.dark);
    }
}
