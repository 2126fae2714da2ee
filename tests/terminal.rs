//! The terminal is as it was found, however the program ends, stops or fails.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::wildcard_enum_match_arm,
    reason = "a test that cannot go on stops"
)]

#[path = "support/terminal.rs"]
mod terminal;

use std::io::{self, Read};
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use ratatui::widgets::{Paragraph, Widget as _};
use rundown::cli::host::Host;
use rundown::cli::screen::{self, Program};
use rundown::cli::terminal::{Screen, on_panic};
use rundown::cli::{keyboard, signals};
use rundown::session::{Effect, Effects, Message};
use rundown::store::{Principal, Store};
use rundown::tui::input::{Code, Input};
use terminal::Terminal;

/// What must be equal before and after: the modes of the line, and what the emulator was told.
fn state(terminal: &Terminal) -> (String, [bool; 4]) {
    (format!("{:?}", terminal.master().get_termios()), modes(terminal.screen()))
}

/// The other screen, no cursor, mouse, bracketed paste.
fn modes(screen: &vt100::Screen) -> [bool; 4] {
    let mouse = screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None;
    [screen.alternate_screen(), screen.hide_cursor(), mouse, screen.bracketed_paste()]
}

/// The state of a pseudo-terminal that nobody has touched.
fn untouched() -> (String, [bool; 4]) {
    let mut terminal = Terminal::run(CommandBuilder::new("true"), (80, 24));
    terminal.wait_exit();
    state(&terminal)
}

fn first_screen(home: &Path) -> Terminal {
    let mut terminal = Terminal::start(home, &[], (80, 24));
    terminal.wait_for("Your name");
    terminal.wait_screen("the first frame does not end", |screen| modes(screen) == [true, false, true, true]);
    terminal
}

/// Set for the tiny program, which is then in a pseudo-terminal.
const INSIDE: &str = "RUNDOWN_TEST_INSIDE";

/// The loop with a program of the test's own, in this test program started anew.
fn tiny() -> Terminal {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "--nocapture", "a_tiny_program_on_the_real_loop"]);
    command.env(INSIDE, "1");
    command.env("RUST_BACKTRACE", "0");
    let mut terminal = Terminal::run(command, (80, 24));
    terminal.wait_for("tiny");
    terminal
}

struct Tiny {
    is_dirty: bool,
    fails: bool,
}

impl Program for Tiny {
    fn handle(&mut self, input: Input) -> Effects {
        self.is_dirty = true;
        let Input::Key(key) = input else { return Effects::new() };
        match key.code {
            Code::Char('p') => panic!("a fault in the loop"),
            Code::Char('t') => {
                let fault = || panic!("a fault in a thread");
                thread::Builder::new().name("worker".to_owned()).spawn(fault).map(drop).unwrap();
            }
            Code::Char('e') => self.fails = true,
            _ => return vec![Effect::Quit],
        }
        Effects::new()
    }
    fn receive(&mut self, _: Message) -> Effects {
        Effects::new()
    }
    fn leave(&mut self) -> Effects {
        vec![Effect::Quit]
    }
    fn next_tick(&self) -> Option<Duration> {
        None
    }
    fn is_waiting(&self) -> bool {
        false
    }
    fn is_dirty(&self) -> bool {
        self.is_dirty
    }
    fn draw(&mut self, screen: &mut Screen) -> io::Result<()> {
        if self.fails {
            return Err(io::Error::other("a fault while drawing"));
        }
        self.is_dirty = false;
        screen.paint(|buf| {
            Paragraph::new("tiny").render(buf.area, buf);
            None
        })
    }
}

/// By itself it starts itself in a pseudo-terminal, as the other tests do; there it is the tiny program.
#[test]
fn a_tiny_program_on_the_real_loop() {
    if std::env::var_os(INSIDE).is_some() {
        return run_tiny();
    }
    let mut terminal = tiny();
    terminal.send("q");
    assert!(terminal.wait_exit().success());
    assert!(terminal.text().contains("ended with Ok(Quit)"), "{}", terminal.text());
}

fn run_tiny() {
    let (wake, wakes) = mpsc::channel();
    let host = Host::new(Store::memory().unwrap(), Principal::Owner, Path::new("."), wake.clone());
    let mut watch = signals::Watch::begin().unwrap();
    on_panic(wake.clone());
    let mut tiny = Tiny { is_dirty: true, fails: false };
    let mut terminal = rundown::cli::terminal::Terminal::take("tiny").unwrap();
    let listen = || watch.listen(wake.clone()).and_then(|()| keyboard::begin(&wake));
    let end = screen::run(&mut tiny, &host, &wakes, &mut terminal, listen);
    drop(terminal);
    println!("ended with {end:?}");
}

#[test]
fn leaving_gives_the_terminal_back() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = first_screen(home.path());
    terminal.send("\x1b");
    assert!(terminal.wait_exit().success());
    assert_eq!(state(&terminal), untouched());
}

#[test]
fn a_signal_that_ends_the_program_gives_the_terminal_back() {
    for (signal, said) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt")] {
        let home = tempfile::tempdir().unwrap();
        let mut terminal = first_screen(home.path());
        terminal.signal(signal);
        let status = terminal.wait_exit();
        assert_eq!(status.signal(), Some(said), "{status:?}");
        assert_eq!(state(&terminal), untouched(), "{signal}");
    }
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    for (key, message) in [("p", "a fault in the loop"), ("t", "a fault in a thread")] {
        let mut terminal = tiny();
        terminal.send(key);
        terminal.wait_exit();
        assert_eq!(state(&terminal), untouched(), "{message}");
        assert!(terminal.text().contains(message), "{}", terminal.text());
    }
}

#[test]
fn a_panic_in_a_thread_ends_the_loop() {
    let mut terminal = tiny();
    terminal.send("t");
    assert!(terminal.wait_exit().success());
    assert!(terminal.text().contains("ended with Ok(Panicked)"), "{}", terminal.text());
}

#[test]
fn an_error_while_drawing_gives_the_terminal_back() {
    let mut terminal = tiny();
    terminal.send("e");
    terminal.wait_exit();
    assert_eq!(state(&terminal), untouched());
    assert!(terminal.text().contains("a fault while drawing"), "{}", terminal.text());
}

/// Waits until the system shows the process as stopped (`true`) or as not stopped.
#[cfg(target_os = "linux")]
fn wait_stopped(terminal: &mut Terminal, stopped: bool) {
    let stat = format!("/proc/{}/stat", terminal.pid());
    let is_stopped = || std::fs::read_to_string(&stat).unwrap().rsplit(')').next().unwrap().starts_with(" T");
    while is_stopped() != stopped {
        thread::yield_now();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn stopping_gives_the_terminal_back_and_going_on_takes_it_again() {
    let home = tempfile::tempdir().unwrap();
    let mut terminal = first_screen(home.path());
    let taken = state(&terminal);
    for _ in 0..2 {
        terminal.signal("TSTP");
        wait_stopped(&mut terminal, true);
        terminal.wait_screen("the cursor stays hidden", |screen| modes(screen) == [false; 4]);
        assert_eq!(state(&terminal), untouched());
        terminal.signal("CONT");
        terminal.wait_for("Your name");
        terminal.wait_screen("the modes do not come", |screen| modes(screen) == taken.1);
        assert_eq!(state(&terminal), taken);
    }
    terminal.send("\x1b");
    assert!(terminal.wait_exit().success());
    assert_eq!(state(&terminal), untouched());
}

#[test]
fn when_the_terminal_vanishes_the_program_ends() {
    let home = tempfile::tempdir().unwrap();
    let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_rundown"));
    command.env("RUNDOWN_HOME", home.path());
    command.env("LANG", "en_US.UTF-8");
    let mut child = pty.slave.spawn_command(command).unwrap();
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut seen = Vec::new();
    while !String::from_utf8_lossy(&seen).contains("Your name") {
        let mut buffer = [0; 4_096];
        let count = reader.read(&mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..count]);
    }
    drop((pty.slave, reader, pty.master));
    child.wait().unwrap();
}
