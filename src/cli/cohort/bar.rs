//! A bar that says how far work on many files is.
//!
//! Apart because it is drawn on a terminal only, and only once the work has taken half a second.

use std::io::{IsTerminal as _, Write as _, stderr};
use std::time::{Duration, Instant};

/// How long work takes before anybody wants to know how far it is.
const PATIENCE: Duration = Duration::from_millis(500);
/// Cells of the bar.
const CELLS: usize = 30;

/// How far the work is.
pub(super) struct Bar {
    all: usize,
    begun: Instant,
    is_seen: bool,
    was_drawn: bool,
}

impl Bar {
    /// Begins with nothing done.
    pub(super) fn new(all: usize) -> Self {
        Self { all, begun: Instant::now(), is_seen: stderr().is_terminal(), was_drawn: false }
    }

    /// Says how much is done.
    pub(super) fn at(&mut self, done: usize) {
        if self.is_seen && self.begun.elapsed() >= PATIENCE {
            self.was_drawn = true;
            // A bar that cannot be drawn is no reason to stop.
            drop(write!(stderr(), "\r{}", drawn(done, self.all)).and_then(|()| stderr().flush()));
        }
    }

    /// Takes the bar away.
    pub(super) fn end(self) {
        if self.was_drawn {
            drop(write!(stderr(), "\r{}\r", " ".repeat(drawn(self.all, self.all).len())));
        }
    }
}

fn drawn(done: usize, all: usize) -> String {
    let full = (done * CELLS).checked_div(all).unwrap_or(CELLS).min(CELLS);
    format!("[{}{}] {done}/{all}", "#".repeat(full), ".".repeat(CELLS - full))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_fills_up() {
        assert_eq!(drawn(0, 4), format!("[{}] 0/4", ".".repeat(30)));
        assert_eq!(drawn(2, 4), format!("[{}{}] 2/4", "#".repeat(15), ".".repeat(15)));
        assert_eq!(drawn(0, 0), format!("[{}] 0/0", "#".repeat(30)));
    }
}
