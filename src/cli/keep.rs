//! Keeping a file for the learner: whole under its name or not at all, and never in place of another.
//!
//! Apart because reports from the screen, from plain mode and from the command line are kept the same way.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// As many files of one name as anybody may want in one folder.
const MOST: usize = 1_000;

/// What writes the bytes of a file.
pub(super) type Fill<'a> = &'a mut dyn FnMut(&mut dyn Write) -> io::Result<()>;

/// Keeps bytes in a folder, under the name or, where something else has it, under `name-2`, `name-3`, … Returns
/// where, or says why not.
pub(super) fn in_folder(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
    filled_in_folder(folder, name, &mut |out| out.write_all(bytes))
}

/// Keeps a file of any length in a folder, as `in_folder` does.
pub(super) fn filled_in_folder(folder: &Path, name: &str, content: Fill<'_>) -> Result<PathBuf, String> {
    let say = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(say)?;
    let (mut file, hash) = write(folder, content).map_err(say)?;
    for count in 1..MOST {
        let path = folder.join(numbered(name, count));
        match file.persist_noclobber(&path) {
            Ok(_) => {
                settle(folder);
                return Ok(path);
            }
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => file = error.file,
            Err(error) => return Err(say(error.error)),
        }
        if hash_of(&path).is_ok_and(|there| there == hash) {
            return Ok(path);
        }
    }
    Err(format!("{} holds too many files called {name}", folder.display()))
}

/// Keeps bytes in a file; what was there before is replaced at once or stays.
pub(super) fn in_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    filled_in_file(path, &mut |out| out.write_all(bytes))
}

/// Keeps a file of any length, as `in_file` does.
pub(super) fn filled_in_file(path: &Path, fill: Fill<'_>) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    write(folder, fill)?.0.persist(path)?;
    settle(folder);
    Ok(())
}

/// Makes a folder for its owner only, where there is none.
#[cfg(unix)]
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes a folder where there is none.
#[cfg(not(unix))]
pub(super) fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Writes a file without a name, brings it to the disk, and reads it back: a stick may lie.
fn write(folder: &Path, content: Fill<'_>) -> io::Result<(tempfile::NamedTempFile, blake3::Hash)> {
    let file = tempfile::Builder::new().prefix(".rundown-").tempfile_in(folder)?;
    let hash = {
        let mut out = Hashing { out: BufWriter::new(file.as_file()), hash: blake3::Hasher::new() };
        content(&mut out)?;
        out.flush()?;
        out.hash.finalize()
    };
    file.as_file().sync_all()?;
    if hash_of(file.path())? == hash {
        Ok((file, hash))
    } else {
        Err(io::Error::other("the disk did not keep what was written"))
    }
}

/// Passes bytes on and hashes them.
struct Hashing<W> {
    out: W,
    hash: blake3::Hasher,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

fn hash_of(path: &Path) -> io::Result<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok(hasher.finalize())
}

/// Brings the names in a folder to the disk.
fn settle(folder: &Path) {
    // Some disks and systems cannot do that for a folder; the file itself is there.
    drop(File::open(folder).and_then(|folder| folder.sync_all()));
}

fn numbered(name: &str, count: usize) -> String {
    match (count, name.rsplit_once('.')) {
        (1, _) => name.to_owned(),
        (_, Some((stem, extension))) => format!("{stem}-{count}.{extension}"),
        (_, None) => format!("{name}-{count}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_never_takes_the_place_of_another() {
        let folder = tempfile::tempdir().unwrap();
        let reports = folder.path().join("reports");
        let keep = |bytes: &[u8]| in_folder(&reports, "awa.html", bytes).unwrap();
        let (first, second) = (keep(b"one"), keep(b"two"));
        assert_eq!((first.clone(), second.clone()), (reports.join("awa.html"), reports.join("awa-2.html")));
        assert_eq!(keep(b"one"), first, "the same again is the same file");
        assert_eq!((fs::read(first).unwrap(), fs::read(second).unwrap()), (b"one".to_vec(), b"two".to_vec()));
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        let error = in_folder(&file.join("reports"), "a.txt", b"").unwrap_err();
        assert!(error.contains("reports"), "{error}");
    }

    #[test]
    fn replacing_leaves_nothing_else_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("report.csv");
        for bytes in [b"one", b"two"] {
            in_file(&path, bytes).unwrap();
        }
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
