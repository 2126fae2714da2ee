//! The seal of a whole file: one line after the last byte of its content, as a comment of its format.
//!
//! Apart from pages and credentials because it knows nothing of either: it says where in the content the credential lies,
//! and it is signed together with every byte before it. It has one spelling, so that no byte of it can change either.

use std::fmt;

use crate::seal::{PublicKey, SecretKey, Signature};

/// The first word of the line.
const MARK: &str = "rundown-seal";
/// No line of ours is longer.
const LONGEST: usize = 512;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
}

impl Form {
    fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }

    /// Returns how a comment of one line begins and ends.
    fn comment(self) -> (&'static str, &'static str) {
        match self {
            Self::Html => ("<!-- ", " -->"),
            Self::Pdf => ("% ", ""),
        }
    }
}

/// What is signed beside the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Header {
    form: Form,
    content: usize,
    credential: (usize, usize),
    key: PublicKey,
}

impl fmt::Display for Header {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { form, content, credential: (from, length), key } = self;
        write!(f, "{MARK} 1 {} {content} {from} {length} {key}", form.name())
    }
}

impl Header {
    /// Returns what is signed. The line break keeps header and content apart.
    fn signed(&self, content: &[u8]) -> Vec<u8> {
        [format!("{self}\n").as_bytes(), content].concat()
    }

    fn line(&self, signature: &Signature) -> String {
        let (before, after) = self.form.comment();
        format!("{before}{self} {signature}{after}\n")
    }
}

/// A file whose seal holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sealed<'a> {
    /// What it is.
    pub form: Form,
    /// The key that sealed it.
    pub key: PublicKey,
    /// The credential that lies in it; not looked at yet.
    pub credential: &'a [u8],
}

/// Why a file has no seal that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// There is none.
    None,
    /// There is one, or a part of one, and the file is not what was sealed.
    Changed,
}

/// Seals a file that holds a credential, exactly once and byte for byte; none where it does not.
pub fn seal(form: Form, content: &[u8], credential: &[u8], key: &SecretKey) -> Option<Vec<u8>> {
    let mut places = places(content, credential);
    let (from, None) = (places.next()?, places.next()) else { return None };
    if content.last() != Some(&b'\n') || is_sealed(form, content) {
        return None;
    }
    let header = Header { form, content: content.len(), credential: (from, credential.len()), key: key.public() };
    let signature = key.sign(&header.signed(content));
    Some([content, header.line(&signature).as_bytes()].concat())
}

/// Opens a sealed file: every byte is what was sealed by the key that it names.
pub fn open(bytes: &[u8]) -> Result<Sealed<'_>, Broken> {
    opened(bytes).ok_or(if holds(bytes, MARK) { Broken::Changed } else { Broken::None })
}

fn opened(bytes: &[u8]) -> Option<Sealed<'_>> {
    let body = bytes.strip_suffix(b"\n")?;
    let tail = body.get(body.len().saturating_sub(LONGEST)..)?;
    let line_length = tail.iter().rev().position(|byte| *byte == b'\n')?;
    let (content, line) = bytes.split_at_checked(body.len() - line_length)?;
    let (header, signature) = read(std::str::from_utf8(line).ok()?)?;
    let is_whole = header.line(&signature).as_bytes() == line && header.content == content.len();
    let is_only = !is_sealed(header.form, content);
    if !is_whole || !is_only || !header.key.verifies(&header.signed(content), &signature) {
        return None;
    }
    let (from, length) = header.credential;
    let credential = content.get(from..from.checked_add(length)?)?;
    Some(Sealed { form: header.form, key: header.key, credential })
}

/// Reads the words of a line; whether they are spelled as we spell them, its writer knows.
fn read(line: &str) -> Option<(Header, Signature)> {
    let words: Vec<&str> = line.split_ascii_whitespace().skip_while(|word| *word != MARK).collect();
    let [_, _, form, content, from, length, key, signature, ..] = words.as_slice() else { return None };
    let form = [Form::Html, Form::Pdf].into_iter().find(|known| known.name() == *form)?;
    let credential = (from.parse().ok()?, length.parse().ok()?);
    let header = Header { form, content: content.parse().ok()?, credential, key: key.parse().ok()? };
    Some((header, signature.parse().ok()?))
}

/// Returns whether a seal of this form lies in the content already.
fn is_sealed(form: Form, content: &[u8]) -> bool {
    holds(content, &format!("{}{MARK}", form.comment().0))
}

fn holds(bytes: &[u8], sought: &str) -> bool {
    String::from_utf8_lossy(bytes).contains(sought)
}

fn places<'a>(bytes: &'a [u8], sought: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let first = sought.first().copied();
    let starts = bytes.iter().enumerate().filter(move |(_, byte)| Some(**byte) == first);
    starts.map(|(at, _)| at).filter(move |at| bytes.get(*at..).is_some_and(|rest| rest.starts_with(sought)))
}

#[cfg(test)]
mod tests;
