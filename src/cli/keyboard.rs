//! Reads the local terminal in threads of their own and passes on what happened.
//!
//! Apart because reading waits. One thread reads; on Unix a second one waits for nothing but the end of the terminal,
//! because the reader's library would then try again without a pause. Both end with the process.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use super::input::input;
use super::wake::Wake;

/// Begins to read.
pub fn begin(wake: &Sender<Wake>) -> io::Result<()> {
    let (reader, watcher) = (wake.clone(), wake.clone());
    thread::Builder::new().name("keyboard".to_owned()).spawn(move || read(&reader))?;
    watch_for_end(watcher)
}

#[expect(clippy::disallowed_methods, reason = "this is the place that reads the local terminal")]
fn read(wake: &Sender<Wake>) {
    let mut open = true;
    while open {
        open = match crossterm::event::read() {
            Ok(event) => input(event).is_none_or(|input| wake.send(Wake::Input(input)).is_ok()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => true,
            // Whatever it was, there is no more to read; the loop is told, or has gone already.
            Err(_) => {
                drop(wake.send(Wake::Vanished));
                false
            }
        };
    }
}

#[cfg(unix)]
fn watch_for_end(wake: Sender<Wake>) -> io::Result<()> {
    let wait = move || {
        wait_for_end();
        // The loop may have ended before the terminal.
        drop(wake.send(Wake::Vanished));
    };
    thread::Builder::new().name("hang-up".to_owned()).spawn(wait).map(|_| ())
}

/// Returns when the terminal is gone; asks for no events, because the end is always told.
#[cfg(unix)]
fn wait_for_end() {
    use rustix::event::{PollFd, PollFlags, poll};
    let stdin = io::stdin();
    let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
    while matches!(poll(&mut terminal, None), Ok(0) | Err(rustix::io::Errno::INTR)) {}
}

#[cfg(not(unix))]
fn watch_for_end(_wake: Sender<Wake>) -> io::Result<()> {
    Ok(())
}
