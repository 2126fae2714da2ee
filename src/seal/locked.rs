//! Bytes locked with a passphrase: what travels to somebody who knows it, and is nothing to anybody else.
//!
//! Apart from kept keys, which are one secret in a file that people may look at: this is of any length, says nothing of
//! what it holds, and takes the memory of one chunk. It is the STREAM construction (Hoang, Reyhanitabar, Rogaway and Vizár,
//! 2015), in which a chunk that is missing, doubled, moved or put at the end does not open; the crate of the cipher has
//! left it to others. The form is described in `docs/progress-file.md`.

use std::io::{self, BufRead, Read, Seek, SeekFrom, Write};

use chacha20poly1305::aead::Aead;
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

use super::kept::{self, BadKept, COST};

/// What such a file begins with: its name and the version of its form.
const MAGIC: &[u8; 17] = b"rundown-locked 2\n";
/// What it began with when it was locked in one piece.
const OLD: &[u8; 17] = b"rundown-locked 1\n";
const SALT: usize = 16;
/// Random bytes that every nonce begins with; the number of the chunk and whether it is the last make up the rest.
const PREFIX: usize = 19;
/// Random bytes that locking takes.
pub const CHANCE: usize = SALT + PREFIX;
/// Bytes of a nonce.
const NONCE: usize = 24;
/// Bytes that are locked at a time; only the last chunk has fewer.
const CHUNK: usize = 64 << 10;
/// Bytes that are added to a chunk when it is locked.
const TAG: usize = 16;

/// Why something cannot be locked or opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadLocked {
    /// It is something else, or of a later version.
    #[error("this is no co-trainer's copy of this version")]
    Foreign,
    /// It does not open from its beginning on.
    #[error("the passphrase is wrong, or the file was cut or changed")]
    Passphrase,
    /// It opens in part.
    #[error("the file was cut or changed after it was written")]
    Changed,
    /// The machine has too little memory for the slow hash.
    #[error("the passphrase cannot be tried on this machine")]
    Machine,
}

impl From<BadKept> for BadLocked {
    fn from(_: BadKept) -> Self {
        Self::Machine
    }
}

impl From<BadLocked> for io::Error {
    fn from(bad: BadLocked) -> Self {
        Self::new(io::ErrorKind::InvalidData, bad)
    }
}

impl BadLocked {
    /// Returns what is wrong with a locked file, where an error says that and not that it could not be read.
    pub fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

/// What opens chunks, and what each of their nonces begins with.
struct Lock {
    cipher: XChaCha20Poly1305,
    prefix: Vec<u8>,
}

impl Lock {
    fn new(passphrase: &str, salt: &[u8], prefix: &[u8]) -> Result<Self, BadLocked> {
        Ok(Self { cipher: kept::cipher(passphrase, salt, COST)?, prefix: prefix.to_vec() })
    }

    /// Returns the nonce of a chunk; what is locked in one piece has a whole one.
    fn nonce(&self, count: u32, is_last: bool) -> Result<XNonce, BadLocked> {
        let mut nonce = self.prefix.clone();
        if nonce.len() < NONCE {
            nonce.extend(count.to_be_bytes());
            nonce.push(u8::from(is_last));
        }
        XNonce::try_from(nonce.as_slice()).map_err(|_| BadLocked::Machine)
    }
}

/// Locks what is written to it; nothing of it opens before the end is told.
pub struct Locking<'a> {
    lock: Lock,
    out: &'a mut dyn Write,
    held: Vec<u8>,
    count: u32,
}

impl<'a> Locking<'a> {
    /// Begins; the random bytes are used for nothing else.
    pub fn begin(passphrase: &str, chance: &[u8; CHANCE], out: &'a mut dyn Write) -> io::Result<Self> {
        let (salt, prefix) = chance.split_at(SALT);
        let lock = Lock::new(passphrase, salt, prefix)?;
        out.write_all(MAGIC)?;
        out.write_all(chance)?;
        Ok(Self { lock, out, held: Vec::with_capacity(CHUNK), count: 0 })
    }

    /// Ends it.
    pub fn end(mut self) -> io::Result<()> {
        self.seal(true)
    }

    fn seal(&mut self, is_last: bool) -> io::Result<()> {
        let nonce = self.lock.nonce(self.count, is_last)?;
        let locked = self.lock.cipher.encrypt(&nonce, self.held.as_slice()).map_err(|_| BadLocked::Machine)?;
        self.count = self.count.checked_add(1).ok_or(BadLocked::Machine)?;
        self.held.clear();
        self.out.write_all(&locked)
    }
}

impl Write for Locking<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // The last chunk is known by the end only, so a full one waits for what comes.
        if self.held.len() == CHUNK && !bytes.is_empty() {
            self.seal(false)?;
        }
        let (taken, _) = bytes.split_at(bytes.len().min(CHUNK - self.held.len()));
        self.held.extend(taken);
        Ok(taken.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Reads what was locked. Only after the end was reached is it known to be whole: read it, and then read it again.
pub struct Opening<R> {
    lock: Lock,
    input: R,
    /// Where the chunks begin, and how long they are at most.
    begin: u64,
    chunk: u64,
    plain: Vec<u8>,
    at: usize,
    count: u32,
    is_last: bool,
}

impl<R: BufRead + Seek> Opening<R> {
    /// Begins, in the form of today or in that of one piece, which takes as much memory as the file has bytes.
    pub fn begin(passphrase: &str, mut input: R) -> io::Result<Self> {
        let mut magic = [0; MAGIC.len()];
        exactly(&mut input, &mut magic)?;
        let (random, chunk) = match &magic {
            MAGIC => (CHANCE, (CHUNK + TAG) as u64),
            OLD => (SALT + NONCE, u64::MAX),
            _ => return Err(BadLocked::Foreign.into()),
        };
        let mut chance = vec![0; random];
        exactly(&mut input, &mut chance)?;
        let (salt, prefix) = chance.split_at(SALT);
        let lock = Lock::new(passphrase, salt, prefix)?;
        let begin = (magic.len() + random) as u64;
        Ok(Self { lock, input, begin, chunk, plain: Vec::new(), at: 0, count: 0, is_last: false })
    }

    /// Begins again.
    pub fn rewind(&mut self) -> io::Result<()> {
        self.input.seek(SeekFrom::Start(self.begin))?;
        (self.plain, self.at, self.count, self.is_last) = (Vec::new(), 0, 0, false);
        Ok(())
    }

    /// Opens the next chunk.
    fn open(&mut self) -> io::Result<()> {
        let mut locked = Vec::new();
        self.input.by_ref().take(self.chunk).read_to_end(&mut locked)?;
        self.is_last = self.input.fill_buf()?.is_empty();
        let nonce = self.lock.nonce(self.count, self.is_last)?;
        let bad = if self.count == 0 { BadLocked::Passphrase } else { BadLocked::Changed };
        self.plain = self.lock.cipher.decrypt(&nonce, locked.as_slice()).map_err(|_| bad)?;
        self.count = self.count.checked_add(1).ok_or(BadLocked::Changed)?;
        self.at = 0;
        Ok(())
    }
}

impl<R: BufRead + Seek> Read for Opening<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        while self.at == self.plain.len() && !self.is_last {
            self.open()?;
        }
        let mut left = self.plain.get(self.at..).unwrap_or_default();
        let count = left.read(bytes)?;
        self.at += count;
        Ok(count)
    }
}

/// Fills some bytes; what ends before is none of ours.
fn exactly(input: &mut impl Read, bytes: &mut [u8]) -> io::Result<()> {
    let told = |error: io::Error| {
        if error.kind() == io::ErrorKind::UnexpectedEof { BadLocked::Foreign.into() } else { error }
    };
    input.read_exact(bytes).map_err(told)
}

#[cfg(test)]
mod tests;
