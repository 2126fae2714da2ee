//! The real program in a real pseudo-terminal, read by an independent emulator.
//!
//! Shared by the tests that need a terminal. Nothing sleeps: every step waits for a condition, and gives up with the
//! screen as it stands when it does not come. A test program takes it in by
//! `#[path = "support/terminal.rs"] mod terminal;`.
#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on stops")]

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Command;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};

/// How long a condition may take on a slow machine before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// A program on a screen.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    emulator: vt100::Parser,
    raw: Vec<u8>,
}

impl Terminal {
    /// Starts `rundown` with a home of its own, at a size of columns and rows.
    pub fn start(home: &Path, args: &[&str], (cols, rows): (u16, u16)) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rundown"));
        command.args(args);
        command.env("RUNDOWN_HOME", home);
        Self::run(command, (cols, rows))
    }

    /// Starts a command at a size of columns and rows.
    pub fn run(mut command: CommandBuilder, (cols, rows): (u16, u16)) -> Self {
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LANG", "en_US.UTF-8");
        command.env_remove("LC_ALL");
        command.env_remove("NO_COLOR");
        let pty = native_pty_system().openpty(size(cols, rows)).unwrap();
        let child = pty.slave.spawn_command(command).unwrap();
        // Only the program holds its end from here on, so that its end is the end of what can be read.
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let keyboard = pty.master.take_writer().unwrap();
        let (sender, output) = channel();
        let read = move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        };
        std::thread::Builder::new().name("terminal reader".to_owned()).spawn(read).unwrap();
        let nonzero = |n| NonZeroU16::new(n).unwrap();
        let emulator = vt100::Parser::new(nonzero(rows), nonzero(cols), 0);
        Self { master: pty.master, child, keyboard, output, emulator, raw: Vec::new() }
    }

    /// Waits until a condition on the screen's text holds.
    pub fn wait_until(&mut self, what: &str, holds: impl Fn(&str) -> bool) {
        self.wait_screen(what, |screen| holds(&screen.contents()));
    }

    /// Waits until a condition on the screen and its modes holds.
    pub fn wait_screen(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) {
        let deadline = Instant::now() + PATIENCE;
        while !holds(self.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(why) => panic!("{what}: {why}; the screen:\n{}", self.text()),
            }
        }
    }

    /// Waits until a text stands on the screen.
    pub fn wait_for(&mut self, text: &str) {
        self.wait_until(&format!("`{text}` does not come"), |screen| screen.contains(text));
    }

    /// Waits until a text stands there no longer.
    pub fn wait_gone(&mut self, text: &str) {
        self.wait_until(&format!("`{text}` stays"), |screen| !screen.contains(text));
    }

    fn take(&mut self, bytes: &[u8]) {
        self.emulator.process(bytes);
        self.raw.extend_from_slice(bytes);
    }

    /// Returns what stands on the screen.
    pub fn text(&self) -> String {
        self.emulator.screen().contents()
    }

    /// Returns the emulator's screen.
    pub fn screen(&self) -> &vt100::Screen {
        self.emulator.screen()
    }

    /// Returns every byte that came so far.
    pub fn raw(&self) -> &[u8] {
        &self.raw
    }

    /// Types bytes as they are.
    pub fn send(&mut self, bytes: &str) {
        self.keyboard.write_all(bytes.as_bytes()).unwrap();
        self.keyboard.flush().unwrap();
    }

    /// Changes the size.
    pub fn resize(&mut self, cols: u16, rows: u16) {
        self.master.resize(size(cols, rows)).unwrap();
        let nonzero = |n| NonZeroU16::new(n).unwrap();
        self.emulator.screen_mut().set_size(nonzero(rows), nonzero(cols));
    }

    /// Returns the process id.
    pub fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Sends a signal: `KILL`, `TERM`, `HUP`, `INT`, `TSTP`, `CONT`.
    pub fn signal(&self, name: &str) {
        let pid = self.pid().to_string();
        let sent = Command::new("kill").args(["-s", name, &pid]).status().unwrap();
        assert!(sent.success());
    }

    /// Kills the program at once, as a power cut would.
    pub fn kill(mut self) {
        self.signal("KILL");
        self.child.wait().unwrap();
    }

    /// Waits until the program has ended, and takes what it still wrote.
    pub fn wait_exit(&mut self) -> ExitStatus {
        let status = self.child.wait().unwrap();
        // The program was the last to hold the other end: the reader takes what is left, meets the end, and hangs up.
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => return status,
                Err(RecvTimeoutError::Timeout) => panic!("something still holds the terminal:\n{}", self.text()),
            }
        }
    }

    /// Returns the pseudo-terminal, for looking at its modes.
    pub fn master(&self) -> &(dyn MasterPty + Send) {
        self.master.as_ref()
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}
