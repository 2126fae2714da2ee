//! Writes a progress file, line by line.
//!
//! Apart from reading so that what is written is seen on one page. Where the bytes go, and which key signs, is given.

use std::io::{self, Write};

use super::line::{Kind, Root};
use super::{End, Header, signed};
use crate::journal::AskedQuestion;
use crate::seal::SecretKey;

/// A file that is being written.
pub struct Writer<'a> {
    out: &'a mut dyn Write,
    root: Root,
    hash: blake3::Hasher,
    count: u64,
}

impl<'a> Writer<'a> {
    /// Writes the first line.
    pub fn begin(out: &'a mut dyn Write, header: &Header) -> io::Result<Self> {
        let mut line = serde_json::to_vec(header)?;
        let root = Root::of(&line);
        line.push(b'\n');
        let mut writer = Self { out, root, hash: blake3::Hasher::new(), count: 0 };
        writer.put(&line)?;
        Ok(writer)
    }

    /// Writes a question as it was asked; it stands before the events that speak of it.
    pub fn question(&mut self, asked: &AskedQuestion) -> io::Result<()> {
        self.content(Kind::Question, &serde_json::to_vec(asked)?)
    }

    /// Writes an event: its bytes as they are.
    pub fn event(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.content(Kind::Event, bytes)
    }

    /// Writes the last line, signed if there is a key.
    pub fn end(mut self, key: Option<&SecretKey>) -> io::Result<()> {
        let hash = self.hash.finalize().to_hex().to_string();
        let signature = key.map(|key| key.sign(&signed(&hash)));
        let end = End { count: self.count, hash, home: key.map(SecretKey::public), signature };
        let line = format!("{{\"end\":{}}}\n", serde_json::to_string(&end)?);
        self.put(line.as_bytes())
    }

    fn content(&mut self, kind: Kind, content: &[u8]) -> io::Result<()> {
        self.count += 1;
        let line = self.root.line(kind, content);
        self.put(&line)
    }

    fn put(&mut self, line: &[u8]) -> io::Result<()> {
        self.hash.update(line);
        self.out.write_all(line)
    }
}
