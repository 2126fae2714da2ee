//! The co-trainer's copy: the cohort's stream and everybody's progress, in one file that a passphrase opens.
//!
//! Apart from the lock, which knows bytes: here progress files are put one after the other, each with its length before
//! it, and taken in again like any others.

use std::io::Write as _;
use std::path::Path;

use super::class::Class;
use crate::cli::carry::{self, Deleted};
use crate::cli::failure::Failure;
use crate::cli::passphrase::{self, Passphrase};
use crate::cli::{home_key, keep, output};
use crate::clock::Chance as _;
use crate::cohort::Room;
use crate::id::LearnerId;
use crate::seal::kept::{BadKept, CHANCE};
use crate::seal::locked;
use crate::session::carrying::told;

/// Bytes of a length.
const LENGTH: usize = 8;

/// Returns the passphrase of a copy: from a file, or asked.
pub(super) fn passphrase(file: Option<&Path>, class: &Class<'_>) -> Result<Passphrase, Failure> {
    match file {
        Some(_) => Ok(passphrase::given(file, class.around)?.unwrap_or_default()),
        None => passphrase::ask(&class.words.get("cohort-ask-passphrase"), class.around),
    }
}

/// Writes the copy.
pub(super) fn write(to: &Path, room: &Room, passphrase: &Passphrase, class: &Class<'_>) -> Result<(), Failure> {
    let mut chance = Class::chance()?;
    let key = home_key::of(class.home, &mut chance)?;
    let everybody = room.plan.learners.iter().filter(|learner| is_here(room, **learner)).copied();
    let mut plain = Vec::new();
    for subject in [room.plan.id.subject()].into_iter().chain(everybody) {
        let mut file = Vec::new();
        carry::export(class.desk, subject, Some(&key), class.now(), &mut file)
            .map_err(|error| Failure::System(error.to_string()))?;
        plain.extend((file.len() as u64).to_be_bytes());
        plain.append(&mut file);
    }
    let bits = [chance.bits().to_be_bytes(), chance.bits().to_be_bytes(), chance.bits().to_be_bytes()].concat();
    let random = bits.first_chunk::<CHANCE>().ok_or_else(|| bad(to, BadKept::Machine))?;
    let bytes = locked::lock(&passphrase.0, random, &plain).map_err(|error| bad(to, error))?;
    keep::in_file(to, &bytes).map_err(|error| Failure::at(to, &error))
}

/// Returns whether a record that belongs to the cohort is known in this home.
fn is_here(room: &Room, learner: LearnerId) -> bool {
    let joined = room.records.values().flatten();
    room.people.iter().map(|person| &person.learner).chain(joined).any(|known| *known == learner)
}

/// Takes a copy in, and says what came of each file in it.
pub(super) fn take_in(from: &Path, passphrase: &Passphrase, class: &Class<'_>) -> Result<bool, Failure> {
    let bytes = std::fs::read(from).map_err(|error| Failure::at(from, &error))?;
    let plain = locked::open(&passphrase.0, &bytes).map_err(|error| bad(from, error))?;
    let mut is_all = true;
    for file in parts(&plain).ok_or_else(|| bad(from, BadKept::File))? {
        // Opened in the home's own folder, for nobody else's eyes, and gone again at once.
        let folder = class.home.folder();
        let mut open = tempfile::NamedTempFile::new_in(folder).map_err(|error| Failure::at(folder, &error))?;
        open.write_all(file).and_then(|()| open.flush()).map_err(|error| Failure::at(open.path(), &error))?;
        let taken = carry::import(class.desk, open.path(), Deleted::StayAway)?;
        is_all &= taken.is_all();
        let taken = crate::session::carrying::Taken { file: from.display().to_string(), ..taken };
        let said = told(&taken, &class.words).join("\n  ");
        output::result(crate::text::lines(&format!("{said}\n")).as_bytes())?;
    }
    Ok(is_all)
}

/// Takes the files apart; none where a length does not fit.
fn parts(mut plain: &[u8]) -> Option<Vec<&[u8]>> {
    let mut files = Vec::new();
    while !plain.is_empty() {
        let (length, rest) = plain.split_first_chunk::<LENGTH>()?;
        let (file, rest) = rest.split_at_checked(usize::try_from(u64::from_be_bytes(*length)).ok()?)?;
        files.push(file);
        plain = rest;
    }
    Some(files)
}

fn bad(path: &Path, error: BadKept) -> Failure {
    match error {
        BadKept::Passphrase => Failure::Usage(format!("{}: {error}", path.display())),
        BadKept::File => Failure::Faulty(format!("{}: this is no co-trainer's copy of this version", path.display())),
        BadKept::Machine => Failure::System(format!("{}: {error}", path.display())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_taken_apart_as_they_were_put_together_and_a_cut_is_seen() {
        let mut plain = Vec::new();
        for file in [&b"one"[..], b"", b"three"] {
            plain.extend((file.len() as u64).to_be_bytes());
            plain.extend(file);
        }
        assert_eq!(parts(&plain), Some(vec![&b"one"[..], b"", b"three"]));
        assert_eq!(parts(&plain[..plain.len() - 1]), None);
        assert_eq!(parts(&[255; LENGTH]), None);
        assert_eq!(parts(b""), Some(Vec::new()));
    }
}
