//! What a terminal would make of bytes, judged by a parser that is not ours.
//!
//! Shared by the tests of hostile texts. It knows nothing of how our text is cleaned: it lists the few sequences that
//! our backend writes, and calls everything else a fault.
#![allow(dead_code, unreachable_pub, reason = "each test program uses a part of it")]

use std::collections::BTreeSet;

use unicode_width::UnicodeWidthChar;

/// How many marks may stand on one cell.
const MOST_MARKS: usize = 8;

/// Where bytes go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sink {
    /// A frame on a screen of cells: the cursor is moved, shown and hidden, looks are set in 24-bit colours.
    Screen,
    /// Lines: text and line ends, nothing else.
    Lines,
}

impl Sink {
    fn takes_csi(self, params: &[u16], intermediates: &[u8], last: char) -> bool {
        match (self, intermediates, last) {
            (Self::Screen, [], 'm') => is_look(params),
            (Self::Screen, [], 'H') => matches!(params, [row, column] if *row > 0 && *column > 0),
            (Self::Screen, [b'?'], 'h' | 'l') => params == [25],
            _ => false,
        }
    }

    fn takes_control(self, byte: u8) -> bool {
        self == Self::Lines && byte == b'\n'
    }
}

/// Weight, slant and lines, on and off, and 24-bit colours: nothing that a text from outside would ask for.
fn is_look(params: &[u16]) -> bool {
    matches!(
        params,
        [0 | 1 | 3 | 4 | 7 | 9 | 22..=24 | 27 | 29 | 39 | 49 | 59]
            | [38 | 48, 2, _, _, _]
            | [38, 2, _, _, _, 48, 2, _, _, _]
    )
}

/// Reads bytes as a terminal does and keeps what it should not have been sent.
struct Oracle {
    sink: Sink,
    /// Marks on the cell that was printed last.
    marks: usize,
    last: Option<char>,
    faults: BTreeSet<String>,
}

impl Oracle {
    fn fault(&mut self, what: String) {
        self.faults.insert(what);
    }
}

impl vte::Perform for Oracle {
    fn print(&mut self, c: char) {
        self.last = Some(c);
        self.marks = if c.width() == Some(0) { self.marks + 1 } else { 0 };
        if self.marks > MOST_MARKS {
            self.fault(format!("over {MOST_MARKS} marks on a cell"));
        }
        if c.is_control() || turns(c) {
            self.fault(format!("U+{:04X}", u32::from(c)));
        }
    }

    fn execute(&mut self, byte: u8) {
        self.marks = 0;
        if !self.sink.takes_control(byte) {
            self.fault(format!("control {byte:#04x}"));
        }
    }

    fn csi_dispatch(&mut self, params: &vte::Params, intermediates: &[u8], ignored: bool, last: char) {
        let flat: Vec<u16> = params.iter().flatten().copied().collect();
        if ignored || !self.sink.takes_csi(&flat, intermediates, last) {
            self.fault(format!("CSI {intermediates:?} {flat:?} {last}"));
        }
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _ignored: bool, byte: u8) {
        self.fault(format!("ESC {intermediates:?} {byte:#04x}"));
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _bell: bool) {
        self.fault(format!("OSC {params:?}"));
    }

    fn hook(&mut self, params: &vte::Params, intermediates: &[u8], _ignored: bool, last: char) {
        self.fault(format!("DCS {intermediates:?} {params:?} {last}"));
    }
}

/// Whether a character turns the direction of what follows.
fn turns(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Returns what is wrong with bytes for a terminal; nothing is as it should be.
pub fn faults(bytes: &[u8], sink: Sink) -> BTreeSet<String> {
    let mut oracle = Oracle { sink, marks: 0, last: None, faults: BTreeSet::new() };
    if std::str::from_utf8(bytes).is_err() {
        oracle.fault("no UTF-8".to_owned());
    }
    let mut parser = vte::Parser::new();
    parser.advance(&mut oracle, bytes);
    // A sequence that is still open would swallow what the shell writes next.
    oracle.last = None;
    parser.advance(&mut oracle, b"~");
    if oracle.last != Some('~') {
        oracle.fault("an open sequence at the end".to_owned());
    }
    oracle.faults
}

/// Stops the test unless the bytes may be sent.
pub fn assert_fit(bytes: &[u8], sink: Sink, of: &str) {
    let faults = faults(bytes, sink);
    assert!(faults.is_empty(), "{faults:?} from {of:?}: {}", String::from_utf8_lossy(bytes).escape_debug());
}
