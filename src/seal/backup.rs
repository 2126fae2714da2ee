//! A secret key as letters on paper, and back.
//!
//! Apart because a person types this: every row of eight letters has a check of its own, so that a slip is found where
//! it was made, and the last row is a check of all. Where the paper lies, and who reads it, is not known here.

use super::letters::{decode, encode};
use super::{SECRET, SecretKey};

/// Bytes of the key in a row; a fifth byte checks them.
const ROW: usize = 4;
/// Letters of a row.
const LETTERS: usize = 8;
/// Rows with the last, which checks them all.
const ROWS: usize = SECRET / ROW + 1;

/// What is wrong with typed rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadBackup {
    /// Rows are missing, or there are too many.
    #[error("a backup has {ROWS} rows of eight letters such as `7KQ2-M0XE`; there are {0}")]
    Rows(usize),
    /// A row was mistyped.
    #[error("row {0} has a slip of the pen: check its eight letters")]
    Row(usize),
    /// Every row is right by itself, and yet they do not belong together.
    #[error("the rows do not belong together: check their order, and that all are of one sheet")]
    Together,
}

/// Returns the rows to print.
pub fn rows(key: &SecretKey) -> Vec<String> {
    let secret = key.to_bytes();
    let whole = check(usize::MAX, &secret);
    let parts = secret.chunks(ROW).map(<[u8]>::to_vec).chain([whole.into_iter().take(ROW).collect()]);
    parts.enumerate().map(|(at, part)| row(at, &part)).collect()
}

fn row(at: usize, part: &[u8]) -> String {
    let checked: Vec<u8> = part.iter().copied().chain(check(at, part).into_iter().take(1)).collect();
    let letters: Vec<char> = encode(&checked).chars().collect();
    letters.chunks(LETTERS / 2).map(|half| half.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// Returns the hash of a row and its place, so that rows cannot be swapped unnoticed.
fn check(at: usize, part: &[u8]) -> [u8; 32] {
    let place = u8::try_from(at).unwrap_or(u8::MAX);
    *blake3::hash(&[&[place], part].concat()).as_bytes()
}

/// Reads a key from a text that holds the rows, each with or without its number before it; all else is passed over.
pub fn read(text: &str) -> Result<SecretKey, BadBackup> {
    let rows: Vec<&str> = text.split_whitespace().filter(|word| is_row(word)).collect();
    if rows.len() != ROWS {
        return Err(BadBackup::Rows(rows.len()));
    }
    let parts: Result<Vec<[u8; ROW]>, BadBackup> =
        rows.iter().enumerate().map(|(at, row)| part(at, row).ok_or(BadBackup::Row(at + 1))).collect();
    let bytes = parts?.concat();
    let (secret, whole) = bytes.split_at_checked(SECRET).ok_or(BadBackup::Together)?;
    let secret: [u8; SECRET] = secret.try_into().map_err(|_| BadBackup::Together)?;
    if check(usize::MAX, &secret).starts_with(whole) {
        Ok(SecretKey::from_bytes(&secret))
    } else {
        Err(BadBackup::Together)
    }
}

fn is_row(word: &str) -> bool {
    let halves: Vec<usize> = word.split('-').map(|half| half.chars().count()).collect();
    halves == [LETTERS / 2, LETTERS / 2] && word.chars().all(|c| c == '-' || c.is_ascii_alphanumeric())
}

fn part(at: usize, row: &str) -> Option<[u8; ROW]> {
    let bytes = decode(&row.replace('-', ""))?;
    let (part, given) = bytes.split_at_checked(ROW)?;
    let fits = check(at, part).first() == given.first() && given.len() == 1;
    if fits { part.try_into().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key() -> SecretKey {
        SecretKey::from_bytes(&std::array::from_fn(|at| at as u8 * 7))
    }

    fn read_back(text: &str) -> Result<[u8; SECRET], BadBackup> {
        read(text).map(|key| key.to_bytes())
    }

    #[test]
    fn what_is_printed_is_read_back_as_a_person_types_it() {
        let rows = rows(&key());
        assert_eq!(rows.len(), 9);
        let numbered: Vec<String> = (1..).zip(&rows).map(|(at, row)| format!(" {at}  {row}")).collect();
        let sheet = format!("RUNDOWN\nKey of Lagune TV\n\n{}\n\nKeep it.", numbered.join("\n"));
        let small = sheet.to_lowercase().replace('0', "o").replace('1', "l");
        for text in [&sheet, &small, &rows.join(" ")] {
            assert_eq!(read_back(text), Ok(key().to_bytes()), "{text}");
        }
    }

    #[test]
    fn a_slip_is_found_in_its_row() {
        let rows = rows(&key());
        for at in 0..rows.len() {
            let mut typed = rows.clone();
            typed[at] = typed[at].replacen(|c: char| c != '-', if typed[at].starts_with('7') { "8" } else { "7" }, 1);
            assert_eq!(read_back(&typed.join("\n")), Err(BadBackup::Row(at + 1)));
        }
    }

    #[test]
    fn rows_that_are_swapped_missing_or_of_another_key_are_refused() {
        let (rows, others) = (rows(&key()), super::rows(&SecretKey::from_bytes(&[9; SECRET])));
        let mut swapped = rows.clone();
        swapped.swap(0, 1);
        assert!(matches!(read_back(&swapped.join(" ")), Err(BadBackup::Row(_))));
        assert_eq!(read_back(&rows[1..].join(" ")), Err(BadBackup::Rows(8)));
        let mixed = [&rows[..3], &others[3..]].concat();
        assert_eq!(read_back(&mixed.join(" ")), Err(BadBackup::Together));
    }

    proptest! {
        #[test]
        fn every_key_comes_back(secret: [u8; SECRET]) {
            let sheet = rows(&SecretKey::from_bytes(&secret)).join("\n");
            prop_assert_eq!(read_back(&sheet), Ok(secret));
        }

        #[test]
        fn no_text_is_a_surprise(text: String) {
            prop_assert!(read_back(&text).is_err());
        }
    }
}
