//! The local terminal, taken and given back.
//!
//! Apart because whatever happens (an end, an error, a panic in any thread, a signal) the terminal must be as it was
//! found. Giving back may be asked for twice and from any thread; it happens once. Draws nothing by itself.

use std::io::{self, BufWriter, Stdout, Write};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, SetTitle, disable_raw_mode, enable_raw_mode};
use crossterm::{cursor, execute, queue, style};
use ratatui::backend::Backend as _;

use super::cells::Cells;
use super::wake::Wake;
use crate::tui::canvas::Canvas;

/// Whether the terminal is taken now.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Frames are handed to the terminal in one piece.
const FRAME_BYTES: usize = 1 << 16;

/// What frames are drawn on.
pub type Screen = Canvas<Cells<BufWriter<Stdout>>>;

/// Holds the terminal; dropping it gives the terminal back.
#[derive(Debug)]
pub struct Terminal {
    /// What frames are drawn on.
    pub screen: Screen,
}

impl Terminal {
    /// Takes the terminal: raw mode, the other screen, mouse, bracketed paste, a title.
    pub fn take(title: &str) -> io::Result<Self> {
        let backend = Cells::new(BufWriter::with_capacity(FRAME_BYTES, io::stdout()));
        let size = backend.size()?;
        let terminal = Self { screen: Canvas::new(backend, size) };
        enter(title)?;
        Ok(terminal)
    }

    /// Takes the terminal again after it was given back, or after somebody else changed it; the next frame is drawn
    /// whole.
    pub fn take_again(&mut self, title: &str) -> io::Result<()> {
        give_back();
        enter(title)?;
        self.screen.blank()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn enter(title: &str) -> io::Result<()> {
    // First of all, so that giving back undoes whatever came through.
    TAKEN.store(true, Ordering::SeqCst);
    let entered = enable_raw_mode().and_then(|()| write_entry(title));
    if entered.is_err() {
        give_back();
    }
    entered
}

fn write_entry(title: &str) -> io::Result<()> {
    let mut out = io::stdout();
    queue!(out, keep_title(), EnterAlternateScreen, SetTitle(title), EnableBracketedPaste, cursor::Hide)?;
    take_mouse(&mut out)?;
    out.flush()
}

/// Gives the terminal back, if it is taken.
pub fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    // A terminal that has gone away cannot be put right, and nobody could be told.
    drop(write_exit());
    drop(disable_raw_mode());
}

fn write_exit() -> io::Result<()> {
    let mut out = io::stdout();
    give_mouse(&mut out)?;
    execute!(
        out,
        DisableBracketedPaste,
        style::ResetColor,
        style::SetAttribute(style::Attribute::Reset),
        LeaveAlternateScreen,
        cursor::Show,
        old_title()
    )
}

/// Asks for clicks and the wheel only: reports of every movement would wake the program for nothing.
#[cfg(unix)]
fn take_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, style::Print("\x1b[?1000h\x1b[?1006h"))
}

#[cfg(unix)]
fn give_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, style::Print("\x1b[?1006l\x1b[?1000l"))
}

#[cfg(not(unix))]
fn take_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, crossterm::event::EnableMouseCapture)
}

#[cfg(not(unix))]
fn give_mouse(out: &mut impl Write) -> io::Result<()> {
    queue!(out, crossterm::event::DisableMouseCapture)
}

/// Lets the terminal remember its title; terminals that cannot pass over it.
fn keep_title() -> style::Print<&'static str> {
    style::Print("\x1b[22;2t")
}

fn old_title() -> style::Print<&'static str> {
    style::Print("\x1b[23;2t")
}

/// Sees to it that a panic in any thread gives the terminal back before its message is printed, and that the loop
/// hears of it.
pub fn on_panic(wake: Sender<Wake>) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
            // With the loop gone there is nobody to hear it.
            drop(wake.send(Wake::Panicked));
        }));
    });
}
