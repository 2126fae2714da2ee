//! What can wake the loop, all through one channel.
//!
//! Apart because keys, signals, the store and panics come from threads of their own, and the loop waits in one place.

use crate::session::Message;
use crate::tui::input::Input;

/// One reason to wake.
#[derive(Debug)]
pub enum Wake {
    /// Something happened at the terminal.
    Input(Input),
    /// The host has an answer for the session.
    Message(Message),
    /// The system asks the program to end, by this signal.
    End(i32),
    /// The system asks the program to stop for a while.
    Stop,
    /// The program goes on after it was stopped.
    Continue,
    /// The terminal has gone.
    Vanished,
    /// A thread panicked; the terminal was given back.
    Panicked,
}
