//! What a terminal can tell a session, in our own words.
//!
//! Apart because keys come from three sides: the local terminal today, bytes over a network and messages of a browser
//! later. Nothing in here knows, waits for or reads an event source; `cli::input` turns the local terminal's events into these.

mod key;

pub use key::{BadKey, Code, Key, parse_keys};

/// One thing that happened at the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed; releases and unknown keys never get here.
    Key(Key),
    /// Text was pasted, as one piece.
    Paste(String),
    /// The left button went down on a cell.
    Click {
        /// From the left, from 0.
        column: u16,
        /// From the top, from 0.
        row: u16,
    },
    /// The wheel turned over a cell.
    Wheel {
        /// From the left, from 0.
        column: u16,
        /// From the top, from 0.
        row: u16,
        /// Whether towards the end of the text.
        down: bool,
    },
    /// The terminal has another size now: columns and rows.
    Resize(u16, u16),
    /// The terminal got (`true`) or lost the focus of its desktop.
    Focus(bool),
}
