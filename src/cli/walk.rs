//! Every progress file below some folders.
//!
//! Apart because sticks hold anything: hidden folders, links that lead in circles or elsewhere, folders without end.
//! Links are not followed, hidden names are passed over, and what cannot be read is named and does not stop the rest.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::journal::file::EXTENSION;

/// How deep folders are looked into.
const DEEPEST: usize = 32;

/// What was found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// The files, by name.
    pub(super) files: Vec<PathBuf>,
    /// What could not be read, and why.
    pub(super) unread: Vec<(PathBuf, String)>,
}

/// Looks below each path; a path that is a file is taken whatever it is called.
pub(super) fn below(paths: &[PathBuf]) -> Found {
    let (mut found, mut seen) = (Found::default(), BTreeSet::new());
    for path in paths {
        // A path that was named is followed, a link that was found is not.
        match fs::metadata(path) {
            Ok(of) if of.is_dir() => found.folder(path, DEEPEST, &mut seen),
            Ok(_) => found.files.push(path.clone()),
            Err(error) => found.unread.push((path.clone(), error.to_string())),
        }
    }
    found.files.sort();
    found.files.dedup();
    found
}

impl Found {
    /// Adds what was found elsewhere.
    pub(super) fn add(&mut self, other: Self) {
        self.files.extend(other.files);
        self.unread.extend(other.unread);
    }

    fn folder(&mut self, folder: &Path, deeper: usize, seen: &mut BTreeSet<PathBuf>) {
        // Two names of one folder, as a mount or a path that was given twice, are looked into once.
        let real = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        if !seen.insert(real) {
            return;
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.unread.push((folder.to_owned(), error.to_string())),
        };
        for entry in entries {
            match entry.and_then(|entry| Ok((entry.path(), entry.file_type()?))) {
                Ok((path, _)) if is_hidden(&path) => {}
                Ok((path, of)) if of.is_dir() && deeper > 0 => self.folder(&path, deeper - 1, seen),
                Ok((path, of)) if of.is_dir() => {
                    self.unread.push((path, format!("it lies more than {DEEPEST} folders deep")));
                }
                Ok((path, of)) if of.is_file() && is_progress(&path) => self.files.push(path),
                Ok(_) => {}
                Err(error) => self.unread.push((folder.to_owned(), error.to_string())),
            }
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."))
}

fn is_progress(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(EXTENSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn touch(path: &Path) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }

    fn names(found: &Found, root: &Path) -> Vec<String> {
        found.files.iter().map(|file| file.strip_prefix(root).unwrap().display().to_string()).collect()
    }

    #[test]
    fn files_are_found_at_every_depth_and_hidden_ones_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for name in ["b.rundown", "a/c.RUNDOWN", "a/b/d.rundown", ".trash/e.rundown", "._f.rundown", "notes.txt"] {
            touch(&root.join(name));
        }
        let twice = [root.to_owned(), root.join("a"), root.join("nowhere"), root.join("notes.txt")];
        let found = below(&twice);
        assert_eq!(names(&found, root), ["a/b/d.rundown", "a/c.RUNDOWN", "b.rundown", "notes.txt"]);
        assert_eq!(found.unread.len(), 1);
    }

    #[test]
    fn folders_without_end_are_named_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let deep = (0..DEEPEST + 2).fold(folder.path().to_owned(), |path, _| path.join("d"));
        touch(&deep.join("a.rundown"));
        touch(&folder.path().join("b.rundown"));
        let found = below(&[folder.path().to_owned()]);
        assert_eq!((names(&found, folder.path()), found.unread.len()), (vec!["b.rundown".to_owned()], 1));
    }

    #[cfg(unix)]
    #[test]
    fn links_lead_neither_out_nor_in_circles() {
        let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        touch(&outside.path().join("secret.rundown"));
        touch(&folder.path().join("a.rundown"));
        for (to, name) in [(outside.path(), "out"), (folder.path(), "circle")] {
            std::os::unix::fs::symlink(to, folder.path().join(name)).unwrap();
        }
        std::os::unix::fs::symlink(outside.path().join("secret.rundown"), folder.path().join("b.rundown")).unwrap();
        let found = below(&[folder.path().to_owned()]);
        assert_eq!(names(&found, folder.path()), ["a.rundown"]);
    }
}
