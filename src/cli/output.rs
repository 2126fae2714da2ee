//! What the program prints: results to standard output, messages to standard error.
//!
//! Apart because printing is allowed here only, and because whoever reads our output may stop reading: a pipe that was
//! closed is no failure. Messages carry paths and names, so they are made safe to show.

use std::io::{self, IsTerminal, Write};
use std::path::Path;

use super::failure::Failure;
use super::keep;
use crate::text::lines;

/// Writes a result to standard output.
pub(super) fn result(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::at(Path::new("standard output"), &error))
        }
        Err(_) | Ok(()) => Ok(()),
    }
}

/// Returns whether a result that goes there would be shown by a terminal.
pub(super) fn is_shown(path: &Path) -> bool {
    path == Path::new("-") && io::stdout().is_terminal()
}

/// Writes a result to a file, or where that is `-` to standard output.
pub(super) fn result_to(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if path == Path::new("-") {
        return result(bytes);
    }
    keep::in_file(path, bytes).map_err(|error| Failure::at(path, &error))
}

/// Tells something on standard error.
pub(super) fn message(text: &str) {
    // Where not even a message can be written, nobody is there to read it.
    drop(writeln!(io::stderr(), "{}", lines(text)));
}

/// Puts a question on standard error, and leaves the line open.
pub(super) fn prompt(question: &str) -> io::Result<()> {
    let mut err = io::stderr();
    write!(err, "{} ", lines(question)).and_then(|()| err.flush())
}

/// Reads a text from a file, or where that is `-` from standard input.
pub(super) fn read_from(path: &Path) -> Result<String, Failure> {
    let read = if path == Path::new("-") { io::read_to_string(io::stdin()) } else { std::fs::read_to_string(path) };
    read.map_err(|error| Failure::at(path, &error))
}

/// Asks on standard error; an answer that cannot be read is none.
pub(super) fn ask(question: &str) -> Option<String> {
    prompt(question).ok()?;
    let mut answer = String::new();
    let read = io::stdin().read_line(&mut answer).ok()?;
    (read > 0).then(|| answer.trim().to_owned())
}
