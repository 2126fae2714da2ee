//! Looks through a progress file before anything of it is taken in: is it whole, cut or damaged, and who wrote it?
//!
//! Apart from reading because the answer stands in the last line, and because a file that somebody changed and left
//! signed must not come in by its first lines. Nothing but lines and hashes is looked at.

use std::io::BufRead;

use super::line::{BadLine, END, Lines, Root};
use super::{BadFile, End, Header, signed};
use crate::seal::PublicKey;

/// How a file stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// To the last byte as it was written.
    Whole(Seal),
    /// The end is missing; what stands before it is whole.
    Cut,
    /// Something in it was changed or is missing; what is whole can be taken in.
    Damaged,
}

/// Which home wrote a file. It does not say that the work was honest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seal {
    /// The home with this key.
    Home(PublicKey),
    /// Nobody signed it.
    Unsigned,
}

/// What is known of a file that can be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Survey {
    /// Its first line.
    pub header: Header,
    /// How it stands.
    pub state: State,
}

/// Looks through a file, or says why nothing of it can be taken in.
pub fn survey(input: &mut dyn BufRead) -> Result<Survey, BadFile> {
    let mut lines = Lines::new(input);
    let first = first(&mut lines)?;
    let header = Header::parse(&first)?;
    let mut look = Look { root: Root::of(&first), hash: blake3::Hasher::new(), whole: 0, bad: 0, end: None };
    look.hash.update(&first).update(b"\n");
    while let Some(line) = lines.next()? {
        look.take(line);
    }
    Ok(Survey { header, state: look.judge()? })
}

/// Reads the first line, by which a file is known.
pub(super) fn first(lines: &mut Lines<'_>) -> Result<Vec<u8>, BadFile> {
    match lines.next()? {
        Some(Ok(line)) => Ok(line.to_vec()),
        // Half a line that begins like one of ours cannot be told from another program's.
        Some(Err(_)) | None => Err(BadFile::Foreign),
    }
}

struct Look {
    root: Root,
    hash: blake3::Hasher,
    whole: u64,
    bad: u64,
    /// The last line, with the hash of what stood before it.
    end: Option<(End, blake3::Hash)>,
}

impl Look {
    fn take(&mut self, line: Result<&[u8], BadLine>) {
        let line = match line {
            Ok(line) if self.end.is_none() => line,
            // Half a line at the end is what a cut leaves; the missing end says the same.
            Err(BadLine::Cut) if self.end.is_none() => return,
            Ok(_) | Err(_) => {
                self.bad += 1;
                return;
            }
        };
        if let Some(end) = end(line) {
            self.end = Some((end, self.hash.finalize()));
            return;
        }
        match self.root.open(line) {
            Ok(_) => self.whole += 1,
            Err(_) => self.bad += 1,
        }
        self.hash.update(line).update(b"\n");
    }

    fn judge(self) -> Result<State, BadFile> {
        let Some((end, hash)) = self.end else {
            return match (self.whole, self.bad) {
                (0, _) => Err(BadFile::Nothing),
                (_, 0) => Ok(State::Cut),
                (_, _) => Ok(State::Damaged),
            };
        };
        let is_whole = self.bad == 0 && end.hash == hash.to_hex().as_str() && end.count == self.whole;
        match (is_whole, end.home, end.signature) {
            (false, ..) if self.whole == 0 => Err(BadFile::Nothing),
            (false, ..) => Ok(State::Damaged),
            (true, Some(home), Some(signature)) if home.verifies(&signed(&end.hash), &signature) => {
                Ok(State::Whole(Seal::Home(home)))
            }
            (true, None, None) => Ok(State::Whole(Seal::Unsigned)),
            (true, ..) => Err(BadFile::Forged),
        }
    }
}

fn end(line: &[u8]) -> Option<End> {
    let end = line.strip_prefix(END)?.strip_suffix(b"}")?;
    serde_json::from_slice(end).ok()
}

/// Returns whether a line says that it is the last.
pub(super) fn is_end(line: &[u8]) -> bool {
    line.starts_with(END)
}
