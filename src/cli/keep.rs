//! Keeping a file for the learner: whole under its name or not at all, and never in place of another.
//!
//! Apart because reports from the screen, from plain mode and from the command line are kept the same way.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// As many files of one name as anybody may want in one folder.
const MOST: usize = 1_000;

/// Keeps bytes in a folder, under the name or, where something else has it, under `name-2`, `name-3`, … Returns
/// where, or says why not.
pub(super) fn in_folder(folder: &Path, name: &str, bytes: &[u8]) -> Result<PathBuf, String> {
    let say = |error: io::Error| format!("{}: {error}", folder.display());
    fs::create_dir_all(folder).map_err(say)?;
    for count in 1..MOST {
        let path = folder.join(numbered(name, count));
        if path.exists() {
            if has(&path, bytes) {
                return Ok(path);
            }
            continue;
        }
        match write(folder, bytes).map_err(say)?.persist_noclobber(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(say(error.error)),
        }
    }
    Err(format!("{} holds too many files called {name}", folder.display()))
}

/// Keeps bytes in a file; what was there before is replaced at once or stays.
pub(super) fn in_file(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    write(folder, bytes)?.persist(path)?;
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
fn write(folder: &Path, bytes: &[u8]) -> io::Result<tempfile::NamedTempFile> {
    let mut file = tempfile::Builder::new().prefix(".rundown-").tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    if has(file.path(), bytes) { Ok(file) } else { Err(io::Error::other("the disk did not keep what was written")) }
}

fn has(path: &Path, bytes: &[u8]) -> bool {
    let mut found = Vec::with_capacity(bytes.len());
    let read = File::open(path).and_then(|file| file.take(bytes.len() as u64 + 1).read_to_end(&mut found));
    read.is_ok() && found == bytes
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
