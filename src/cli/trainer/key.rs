//! The key file of this home: made, kept for its owner only, read, unlocked.
//!
//! Apart from the commands because certificates need the key too.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::NewKey;
use crate::cli::environment::Environment;
use crate::cli::failure::Failure;
use crate::cli::home::Home;
use crate::cli::keep;
use crate::cli::passphrase::{self, Passphrase};
use crate::clock::Chance;
use crate::seal::kept::{BadKept, CHANCE, KeptKey};
use crate::seal::{SECRET, SecretKey};
use crate::text::one_line;
use crate::words::Words;

/// Returns where the key lies.
pub(in crate::cli) fn path(home: &Home) -> PathBuf {
    home.folder().join("trainer-key.json")
}

/// Says that there is no key, and how to make one.
pub(in crate::cli) fn none() -> Failure {
    Failure::Usage("this home has no key yet: rundown trainer key new --name \"Your organisation\"".to_owned())
}

/// Reads the key file of this home; none where there is none.
pub(in crate::cli) fn kept(home: &Home) -> Result<Option<KeptKey>, Failure> {
    let path = path(home);
    match std::fs::read(&path) {
        Ok(json) => KeptKey::from_json(&json).map(Some).map_err(|bad| broken(&path, bad)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::at(&path, &error)),
    }
}

/// Returns the key of this home, unlocked.
pub(in crate::cli) fn unlocked(
    home: &Home,
    passphrase_file: Option<&Path>,
    around: &Environment,
    words: &Words,
) -> Result<(KeptKey, SecretKey), Failure> {
    let kept = kept(home)?.ok_or_else(none)?;
    let passphrase = match passphrase::given(passphrase_file, around)? {
        Some(given) => given,
        None if kept.is_locked() => passphrase::ask(&words.get("trainer-ask-passphrase"), around)?,
        None => Passphrase::default(),
    };
    let secret = kept.unlock(&passphrase.0).map_err(|bad| broken(&path(home), bad))?;
    Ok((kept, secret))
}

fn broken(path: &Path, bad: BadKept) -> Failure {
    match bad {
        BadKept::Passphrase => Failure::Usage(bad.to_string()),
        BadKept::File | BadKept::Machine => Failure::System(format!("{}: {bad}", path.display())),
    }
}

/// Makes a key that nobody has.
pub(super) fn random(chance: &mut dyn Chance) -> SecretKey {
    let halves = [chance.bits().to_be_bytes(), chance.bits().to_be_bytes()];
    let mut secret = [0; SECRET];
    secret.iter_mut().zip(halves.concat()).for_each(|(byte, random)| *byte = random);
    SecretKey::from_bytes(&secret)
}

/// Keeps a key in this home, locked if a passphrase was given or is wished; never in place of another.
pub(super) fn keep(
    home: &Home,
    around: &Environment,
    new: &NewKey,
    secret: &SecretKey,
    chance: &mut dyn Chance,
    words: &Words,
) -> Result<(), Failure> {
    let (path, name) = (path(home), one_line(&new.name));
    if name.is_empty() {
        return Err(Failure::Usage("an issuer needs a name: --name \"Lagune TV Academy\"".to_owned()));
    }
    if path.exists() {
        return Err(there_is_one(&path));
    }
    let kept = match wished(new, around, words)? {
        Some(passphrase) => locked(&name, secret, &passphrase, chance).map_err(|bad| broken(&path, bad))?,
        None => KeptKey::open(&name, secret),
    };
    write(home.folder(), &path, kept.to_json().as_bytes())
}

/// Returns the passphrase that is to lock a new key: one that was given, or one that was typed twice.
fn wished(new: &NewKey, around: &Environment, words: &Words) -> Result<Option<Passphrase>, Failure> {
    let given = passphrase::given(new.passphrase_file.as_deref(), around)?;
    if given.is_some() || !new.passphrase {
        return Ok(given);
    }
    let first = passphrase::ask(&words.get("trainer-ask-passphrase"), around)?;
    let second = passphrase::ask(&words.get("trainer-ask-passphrase-again"), around)?;
    if first != second || first.0.is_empty() {
        return Err(Failure::Usage("the two passphrases differ, or are empty".to_owned()));
    }
    Ok(Some(first))
}

fn locked(name: &str, secret: &SecretKey, with: &Passphrase, chance: &mut dyn Chance) -> Result<KeptKey, BadKept> {
    let mut random = [0; CHANCE];
    let bytes = std::iter::repeat_with(|| chance.bits().to_be_bytes()).flatten();
    random.iter_mut().zip(bytes).for_each(|(byte, random)| *byte = random);
    KeptKey::locked(name, secret, &with.0, &random)
}

fn there_is_one(path: &Path) -> Failure {
    let path = path.display();
    Failure::Usage(format!(
        "{path}: there is a key already, and it is not written over. Print it, and move the file away first"
    ))
}

/// Writes the file for its owner only, whole or not at all.
fn write(folder: &Path, path: &Path, json: &[u8]) -> Result<(), Failure> {
    let written = || -> io::Result<Result<(), Failure>> {
        keep::private_folder(folder)?;
        let mut file = tempfile::Builder::new().prefix(".rundown-").tempfile_in(folder)?;
        file.write_all(json)?;
        file.as_file().sync_all()?;
        match file.persist_noclobber(path) {
            Ok(_) => Ok(Ok(())),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(Err(there_is_one(path))),
            Err(error) => Err(error.error),
        }
    };
    written().map_err(|error| Failure::at(path, &error))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SeededChance;

    #[test]
    fn a_key_is_for_its_owner_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home");
        let path = home.join("trainer-key.json");
        write(&home, &path, b"one").unwrap();
        assert!(matches!(write(&home, &path, b"two"), Err(Failure::Usage(_))));
        assert_eq!(std::fs::read(&path).unwrap(), b"one");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&home), mode(&path)), (0o700, 0o600));
        }
    }

    #[test]
    fn every_key_is_another() {
        let mut chance = SeededChance(1);
        let keys = [random(&mut chance), random(&mut chance)].map(|key| key.to_bytes());
        assert_ne!(keys[0], keys[1]);
        assert_ne!(keys[0][..16], keys[0][16..]);
    }
}
