//! The co-trainer's copy: the cohort's stream and everybody's progress, in one file that a passphrase opens.
//!
//! Apart from the lock, which knows bytes: here progress files are put one after the other, each with its length before
//! it, and taken in again like any others. Memory grows with the longest history of one learner, not with the copy.

use std::fs::File;
use std::io::{self, BufReader, Read, Write as _};
use std::path::Path;

use super::class::Class;
use crate::cli::carry::{self, Deleted};
use crate::cli::failure::Failure;
use crate::cli::passphrase::{self, Passphrase};
use crate::cli::{home_key, keep, output};
use crate::clock::Chance as _;
use crate::cohort::Room;
use crate::id::LearnerId;
use crate::seal::locked::{BadLocked, CHANCE, Locking, Opening};
use crate::session::carrying::{Taken, told};
use crate::text::lines;

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
    let bits = [chance.bits().to_be_bytes(), chance.bits().to_be_bytes(), chance.bits().to_be_bytes()].concat();
    let random = bits.first_chunk::<CHANCE>().ok_or_else(|| bad(to, &BadLocked::Machine.into()))?;
    let everybody = room.plan.learners.iter().filter(|learner| is_here(room, **learner)).copied();
    let subjects: Vec<LearnerId> = [room.plan.id.subject()].into_iter().chain(everybody).collect();
    let written = keep::filled_in_file(to, &mut |out| {
        let mut copy = Locking::begin(&passphrase.0, random, out)?;
        for subject in &subjects {
            let mut file = Vec::new();
            carry::export(class.desk, *subject, Some(&key), class.now(), &mut file)?;
            copy.write_all(&(file.len() as u64).to_be_bytes())?;
            copy.write_all(&file)?;
        }
        copy.end()
    });
    written.map_err(|error| bad(to, &error))
}

/// Returns whether a record that belongs to the cohort is known in this home.
fn is_here(room: &Room, learner: LearnerId) -> bool {
    let joined = room.records.values().flatten();
    room.people.iter().map(|person| &person.learner).chain(joined).any(|known| *known == learner)
}

/// Takes a copy in, and says what came of each file in it. Before anything comes in it is read to its end: of a copy that
/// was cut or changed nothing does.
pub(super) fn take_in(from: &Path, passphrase: &Passphrase, class: &Class<'_>) -> Result<bool, Failure> {
    let told = |error: io::Error| bad(from, &error);
    let file = File::open(from).map_err(told)?;
    let mut copy = Opening::begin(&passphrase.0, BufReader::new(file)).map_err(told)?;
    while let Some(mut file) = next(&mut copy).map_err(told)? {
        pour(&mut file, &mut io::sink()).map_err(told)?;
    }
    copy.rewind().map_err(told)?;
    let mut is_all = true;
    while let Some(mut file) = next(&mut copy).map_err(told)? {
        is_all &= take_one_in(&mut file, from, class)?;
    }
    Ok(is_all)
}

/// Takes one file of a copy in.
fn take_one_in(file: &mut io::Take<&mut dyn Read>, from: &Path, class: &Class<'_>) -> Result<bool, Failure> {
    // Opened in the home's own folder, for nobody else's eyes, and gone again at once.
    let folder = class.home.folder();
    let mut open = tempfile::NamedTempFile::new_in(folder).map_err(|error| Failure::at(folder, &error))?;
    pour(file, &mut open).map_err(|error| bad(from, &error))?;
    let taken = carry::import(class.desk, open.path(), Deleted::StayAway)?;
    let taken = Taken { file: from.display().to_string(), ..taken };
    output::result(lines(&format!("{}\n", told(&taken, &class.words).join("\n  "))).as_bytes())?;
    Ok(taken.is_all())
}

/// Returns the next file of a copy; none at its end.
fn next(copy: &mut dyn Read) -> io::Result<Option<io::Take<&mut dyn Read>>> {
    let mut length = Vec::new();
    copy.take(LENGTH as u64).read_to_end(&mut length)?;
    match length.first_chunk::<LENGTH>() {
        Some(length) => Ok(Some(copy.take(u64::from_be_bytes(*length)))),
        None if length.is_empty() => Ok(None),
        None => Err(BadLocked::Changed.into()),
    }
}

/// Reads one file of a copy to its end.
fn pour(file: &mut io::Take<&mut dyn Read>, out: &mut dyn io::Write) -> io::Result<()> {
    io::copy(file, out)?;
    out.flush()?;
    if file.limit() == 0 { Ok(()) } else { Err(BadLocked::Changed.into()) }
}

fn bad(path: &Path, error: &io::Error) -> Failure {
    let at = path.display();
    match BadLocked::of(error) {
        Some(bad @ BadLocked::Passphrase) => Failure::Usage(format!("{at}: {bad}; nothing of it came in")),
        Some(bad @ BadLocked::Changed) => {
            Failure::Faulty(format!("{at}: {bad}; nothing of it came in. Ask for another copy"))
        }
        Some(bad @ BadLocked::Foreign) => Failure::Faulty(format!("{at}: {bad}")),
        Some(bad @ BadLocked::Machine) => Failure::System(format!("{at}: {bad}")),
        None => Failure::at(path, error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken_apart(plain: &[u8]) -> io::Result<Vec<Vec<u8>>> {
        let (mut copy, mut files) = (plain, Vec::new());
        while let Some(mut file) = next(&mut copy)? {
            let mut out = Vec::new();
            pour(&mut file, &mut out)?;
            files.push(out);
        }
        Ok(files)
    }

    #[test]
    fn files_are_taken_apart_as_they_were_put_together_and_a_length_that_does_not_fit_is_seen() {
        let mut plain = Vec::new();
        for file in [&b"one"[..], b"", b"three"] {
            plain.extend((file.len() as u64).to_be_bytes());
            plain.extend(file);
        }
        assert_eq!(taken_apart(&plain).unwrap(), [&b"one"[..], b"", b"three"]);
        assert!(taken_apart(b"").unwrap().is_empty());
        for wrong in [&plain[..plain.len() - 1], &plain[..5], &[255; LENGTH]] {
            assert_eq!(BadLocked::of(&taken_apart(wrong).unwrap_err()), Some(BadLocked::Changed));
        }
    }
}
