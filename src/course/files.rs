//! The bytes of a course: read from a folder at once, or built in.
//!
//! Apart so that everything after it is pure. Only `lessons/` and `exercises/` are read, only regular files, and
//! nothing outside the folder: a link is reported and not followed.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::shared_text::SharedText;
use super::source::Found;
use crate::diagnostic::{Code, Diagnostic, Severity, code};

/// The largest file that is read.
pub const LARGEST_FILE: u64 = 2 * 1024 * 1024;
/// The most bytes that one course may have.
const LARGEST_COURSE: u64 = 512 * 1024 * 1024;
/// The most files that one course may have.
const MOST_FILES: usize = 50_000;
/// The folders that a course has.
const FOLDERS: [&str; 2] = ["lessons", "exercises"];

/// Files by path, relative to the course folder, with `/`.
#[derive(Debug, Clone, Default)]
pub struct Files(BTreeMap<String, Content>);

/// What a file holds; whether built-in bytes are text is looked at when they are asked for, so that a start reads none.
#[derive(Debug, Clone)]
enum Content {
    BuiltIn(&'static [u8]),
    Text(SharedText),
    Bytes(Vec<u8>),
}

impl Content {
    fn bytes(&self) -> &[u8] {
        match self {
            Self::BuiltIn(bytes) => bytes,
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
        }
    }

    fn text(&self) -> Result<SharedText, std::str::Utf8Error> {
        match self {
            Self::BuiltIn(bytes) => std::str::from_utf8(bytes).map(SharedText::BuiltIn),
            Self::Text(text) => Ok(text.clone()),
            Self::Bytes(bytes) => std::str::from_utf8(bytes).map(|text| text.to_owned().into()),
        }
    }
}

impl From<Vec<u8>> for Content {
    fn from(bytes: Vec<u8>) -> Self {
        String::from_utf8(bytes).map_or_else(|error| Self::Bytes(error.into_bytes()), |text| Self::Text(text.into()))
    }
}

impl From<Cow<'static, [u8]>> for Content {
    fn from(bytes: Cow<'static, [u8]>) -> Self {
        match bytes {
            Cow::Borrowed(bytes) => Self::BuiltIn(bytes),
            Cow::Owned(bytes) => bytes.into(),
        }
    }
}

/// Why a folder could not be read.
#[derive(Debug, thiserror::Error)]
#[error("{}: {reason}", .path.display())]
pub struct Unreadable {
    /// What could not be read.
    pub path: PathBuf,
    /// What the system said.
    pub reason: String,
}

impl Files {
    /// Takes built-in files.
    pub fn embedded(files: &'static [(&'static str, &'static [u8])]) -> Self {
        Self(files.iter().map(|(path, bytes)| ((*path).to_owned(), Content::BuiltIn(bytes))).collect())
    }

    /// Reads a course folder; what cannot be taken is reported by file.
    pub fn read(folder: &Path, found: &Found) -> Result<Self, Unreadable> {
        let mut reader = Reader { files: BTreeMap::new(), bytes: 0, found };
        for name in FOLDERS {
            let path = folder.join(name);
            match fs::symlink_metadata(&path) {
                Err(e) if e.kind() == std::io::ErrorKind::NotFound => {}
                Err(e) => return Err(unreadable(&path, &e)),
                Ok(_) => reader.folder(&path, name)?,
            }
        }
        Ok(Self(reader.files))
    }

    /// Returns the bytes of a file.
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Content::bytes)
    }

    /// Returns the text of a file; where it is not UTF-8 that is reported.
    pub fn text(&self, path: &str, found: &Found) -> Option<SharedText> {
        match self.0.get(path)?.text() {
            Ok(text) => Some(text),
            Err(e) => {
                let at = e.valid_up_to();
                let message = "the file is not UTF-8 from here on";
                found.add(fault(path, code::NOT_UTF8, at..at + 1, message, "save it as UTF-8 in your editor"));
                None
            }
        }
    }

    /// Returns the text with every byte that is no UTF-8 replaced, for showing faults.
    pub fn lossy(&self, path: &str) -> Cow<'_, str> {
        self.get(path).map(String::from_utf8_lossy).unwrap_or_default()
    }

    /// Returns all paths, sorted.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

impl<B: Into<Cow<'static, [u8]>>> FromIterator<(String, B)> for Files {
    fn from_iter<I: IntoIterator<Item = (String, B)>>(files: I) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (path, bytes.into().into())).collect())
    }
}

/// Returns the path in the course of what a file refers to; none for what is outside the course.
pub fn resolve(from: &str, path: &str) -> Option<String> {
    if path.contains(['\\', ':']) || path.starts_with('/') {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/")).filter(|path| FOLDERS.iter().any(|f| path.split('/').next() == Some(f)))
}

struct Reader<'a> {
    files: BTreeMap<String, Content>,
    bytes: u64,
    found: &'a Found,
}

impl Reader<'_> {
    fn folder(&mut self, path: &Path, name: &str) -> Result<(), Unreadable> {
        let mut waiting = vec![(path.to_owned(), name.to_owned())];
        while let Some((path, name)) = waiting.pop() {
            for entry in fs::read_dir(&path).map_err(|e| unreadable(&path, &e))? {
                let entry = entry.map_err(|e| unreadable(&path, &e))?;
                let file_name = entry.file_name();
                let name = format!("{name}/{}", file_name.to_string_lossy());
                if file_name.to_string_lossy().starts_with('.') {
                    continue; // what editors and file systems leave behind
                }
                let kind = entry.file_type().map_err(|e| unreadable(&entry.path(), &e))?;
                if kind.is_dir() {
                    waiting.push((entry.path(), name));
                } else if kind.is_file() {
                    self.file(&entry.path(), name)?;
                } else {
                    let message = "this is a link or a device, not a file";
                    self.found.add(fault(&name, code::NOT_A_FILE, 0..0, message, "put the file itself here"));
                }
            }
        }
        Ok(())
    }

    fn file(&mut self, path: &Path, name: String) -> Result<(), Unreadable> {
        let size = fs::metadata(path).map_err(|e| unreadable(path, &e))?.len();
        if size > LARGEST_FILE {
            let message = format!("the file has {size} bytes, over {LARGEST_FILE}");
            self.found.add(fault(&name, code::TOO_LARGE, 0..0, message, "cut it into several lessons"));
            return Ok(());
        }
        self.bytes += size;
        if self.bytes > LARGEST_COURSE || self.files.len() >= MOST_FILES {
            let reason = format!("the course has over {LARGEST_COURSE} bytes or {MOST_FILES} files");
            return Err(Unreadable { path: path.to_owned(), reason });
        }
        let bytes = fs::read(path).map_err(|e| unreadable(path, &e))?;
        self.files.insert(name, bytes.into());
        Ok(())
    }
}

fn unreadable(path: &Path, error: &std::io::Error) -> Unreadable {
    Unreadable { path: path.to_owned(), reason: error.to_string() }
}

fn fault(file: &str, code: Code, span: std::ops::Range<usize>, message: impl Into<String>, hint: &str) -> Diagnostic {
    let hint = Some(hint.to_owned());
    Diagnostic { severity: Severity::Error, code, file: file.to_owned(), span, message: message.into(), hint }
}
