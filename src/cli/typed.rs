//! Standard input as plain mode reads it: lines until their end, or until the system asks the program to end.
//!
//! Apart because reading waits, and a signal must be heard meanwhile: a thread of its own reads, and here it is waited
//! for both. A signal looks like the end of the input, so that everything in hand is written before it is obeyed.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::signals::{Watch, stop_now};
use super::wake::Wake;

/// What there is to hear.
enum Heard {
    /// Bytes were typed; none is the end of the input.
    Typed(io::Result<Vec<u8>>),
    /// Something else woke the program.
    Woken(Wake),
}

impl From<Wake> for Heard {
    fn from(wake: Wake) -> Self {
        Self::Woken(wake)
    }
}

/// Standard input, until its end or a signal.
pub(super) struct Typed {
    heard: Receiver<Heard>,
    bytes: Vec<u8>,
    /// How many of the bytes were taken.
    taken: usize,
    has_ended: bool,
    signal: Option<i32>,
    _watch: Watch,
}

impl Typed {
    /// Begins to read and to listen.
    pub(super) fn begin() -> io::Result<Self> {
        let (tell, heard) = channel();
        let mut watch = Watch::begin()?;
        watch.listen(tell.clone())?;
        thread::Builder::new().name("standard input".to_owned()).spawn(move || read(&tell))?;
        Ok(Self { heard, bytes: Vec::new(), taken: 0, has_ended: false, signal: None, _watch: watch })
    }

    /// Returns the signal that asked for the end, if one did.
    pub(super) fn signal(&self) -> Option<i32> {
        self.signal
    }

    /// Takes all that was heard, and waits while there is nothing to go on with.
    fn listen(&mut self) -> io::Result<()> {
        while let Ok(heard) = self.heard.try_recv() {
            self.take(heard)?;
        }
        while self.taken >= self.bytes.len() && !self.has_ended && self.signal.is_none() {
            match self.heard.recv() {
                Ok(heard) => self.take(heard)?,
                Err(_) => self.has_ended = true,
            }
        }
        Ok(())
    }

    fn take(&mut self, heard: Heard) -> io::Result<()> {
        match heard {
            Heard::Typed(bytes) => {
                let bytes = bytes?;
                self.has_ended |= bytes.is_empty();
                self.bytes.drain(..self.taken);
                self.taken = 0;
                self.bytes.extend(bytes);
            }
            Heard::Woken(Wake::End(signal)) => self.signal = Some(signal),
            Heard::Woken(Wake::Stop) => stop_now()?,
            Heard::Woken(Wake::Vanished | Wake::Panicked) => self.has_ended = true,
            Heard::Woken(Wake::Continue | Wake::Input(_) | Wake::Message(_)) => {}
        }
        Ok(())
    }
}

/// Reads to the end of the input, or until nobody listens.
fn read(tell: &Sender<Heard>) {
    let mut input = io::stdin().lock();
    loop {
        let bytes = input.fill_buf().map(<[u8]>::to_vec);
        let taken = bytes.as_ref().map_or(0, Vec::len);
        input.consume(taken);
        if tell.send(Heard::Typed(bytes)).is_err() || taken == 0 {
            return;
        }
    }
}

impl BufRead for Typed {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.listen()?;
        let is_over = self.signal.is_some();
        Ok(self.bytes.get(self.taken..).filter(|_| !is_over).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        self.taken = (self.taken + amount).min(self.bytes.len());
    }
}

impl Read for Typed {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}
