//! The key of this home, which signs what it writes: made on first need, readable by its owner only.
//!
//! Apart because no other place may see a secret key. It says which home wrote a file and nothing else: a trainer's
//! key, which certifies, is another one.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::failure::Failure;
use super::home::Home;
use crate::clock::Chance;
use crate::seal::{SECRET, SecretKey};

/// The file in the home.
const NAME: &str = "home.key";

/// Returns the key of a home; the first time it is made.
pub(super) fn of(home: &Home, chance: &mut dyn Chance) -> Result<SecretKey, Failure> {
    let path = home.folder().join(NAME);
    if !path.exists() {
        make(home.folder(), &path, chance).map_err(|error| Failure::at(&path, &error))?;
    }
    read(&path)
}

fn make(folder: &Path, path: &Path, chance: &mut dyn Chance) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Such a file is for its owner only from its first moment.
    let mut file = tempfile::Builder::new().prefix(".home-").tempfile_in(folder)?;
    writeln!(file, "{:032x}{:032x}", chance.bits(), chance.bits())?;
    file.as_file().sync_all()?;
    match file.persist_noclobber(path) {
        Ok(_) => Ok(()),
        // Another program was quicker; its key is as good.
        Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error.error),
    }
}

fn read(path: &Path) -> Result<SecretKey, Failure> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(256).read_to_string(&mut text));
    read.map_err(|error| Failure::at(path, &error))?;
    let no_key = || Failure::System(format!("{} holds no key: move it away, and a new one is made", path.display()));
    let bytes = bytes(text.trim()).ok_or_else(no_key)?;
    Ok(SecretKey::from_bytes(&bytes))
}

fn bytes(hex: &str) -> Option<[u8; SECRET]> {
    let (first, second) = hex.split_at_checked(SECRET)?;
    let half = |text: &str| u128::from_str_radix(text, 16).ok().filter(|_| text.len() == SECRET);
    let mut bytes = [0; SECRET];
    bytes[..16].copy_from_slice(&half(first)?.to_be_bytes());
    bytes[16..].copy_from_slice(&half(second)?.to_be_bytes());
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::SeededChance;

    #[test]
    fn a_home_has_one_key_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::at(folder.path());
        let key = of(&home, &mut SeededChance(1)).unwrap();
        assert_eq!(of(&home, &mut SeededChance(2)).unwrap().public(), key.public());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(folder.path().join(NAME)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[test]
    fn a_file_that_holds_no_key_is_named_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        for text in ["", "x", "é", &"f".repeat(63), &"+".repeat(64)] {
            fs::write(folder.path().join(NAME), text).unwrap();
            let error = of(&Home::at(folder.path()), &mut SeededChance(1)).unwrap_err().to_string();
            assert!(error.contains(NAME), "{error}");
        }
    }
}
