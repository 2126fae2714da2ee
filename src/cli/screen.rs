//! The loop of the full screen: wait for a reason to wake, take all that have come, draw once if something changed.
//!
//! Apart from the app, which knows no terminal, and from the terminal, which knows no app. There is no frame rate and
//! no tick that nobody asked for; idle means asleep.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use ratatui::backend::Backend;

use super::host::{Host, Next};
use super::signals;
use super::terminal::{Screen, Terminal};
use super::wake::Wake;
use crate::session::{Effects, Message};
use crate::tui::app::{self, App};
use crate::tui::input::Input;

/// What the loop runs: the app, or in tests something smaller.
pub trait Program {
    /// Takes what happened at the terminal.
    fn handle(&mut self, input: Input) -> Effects;
    /// Takes what the host tells.
    fn receive(&mut self, message: Message) -> Effects;
    /// Ends in order: everything in hand is written.
    fn leave(&mut self) -> Effects;
    /// Returns how long it is until `Message::Tick` should come, if it should.
    fn next_tick(&self) -> Option<Duration>;
    /// Returns whether it waits for a first answer, before which there is nothing to see.
    fn is_waiting(&self) -> bool;
    /// Returns whether something changed since it was last drawn.
    fn is_dirty(&self) -> bool;
    /// Draws.
    fn draw(&mut self, screen: &mut Screen) -> io::Result<()>;
}

impl Program for App {
    fn handle(&mut self, input: Input) -> Effects {
        self.handle(input)
    }
    fn receive(&mut self, message: Message) -> Effects {
        self.receive(message)
    }
    fn leave(&mut self) -> Effects {
        self.leave()
    }
    fn next_tick(&self) -> Option<Duration> {
        self.next_tick()
    }
    fn is_waiting(&self) -> bool {
        self.is_loading()
    }
    fn is_dirty(&self) -> bool {
        self.dirty()
    }
    fn draw(&mut self, screen: &mut Screen) -> io::Result<()> {
        app::draw(self, screen)
    }
}

/// The title of the window.
pub const TITLE: &str = "Rundown";

/// How long the first frame waits for a first answer; a disk that takes longer is said to.
const FIRST_ANSWER: Duration = Duration::from_millis(100);

/// How a run of the loop ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The learner left.
    Quit,
    /// The system asked for it, by this signal.
    Signal(i32),
    /// The terminal went away.
    Vanished,
    /// A thread panicked.
    Panicked,
}

/// Runs a program on the terminal until it ends; what it asked of the host has been handed over by then. What it asked
/// at its start is on its way already. What wakes the
/// loop from outside begins to `listen` once the first frame stands, because nothing is lost by then and the threads
/// that it takes would hold the frame up.
pub fn run<P: Program>(
    program: &mut P,
    host: &Host,
    wakes: &Receiver<Wake>,
    terminal: &mut Terminal,
    listen: impl FnOnce() -> io::Result<()>,
) -> io::Result<End> {
    let mut looped = Loop { program, host, terminal, continued_by_us: false, due: None };
    let end = looped.begin(wakes, listen).and_then(|end| looped.run(end, wakes));
    if end.is_err() {
        // The terminal failed; the learner's work must not.
        looped.leave(End::Vanished);
    }
    end
}

struct Loop<'a, P> {
    program: &'a mut P,
    host: &'a Host,
    terminal: &'a mut Terminal,
    /// A signal that we caused ourselves is still to come.
    continued_by_us: bool,
    /// When the next tick is due.
    due: Option<Instant>,
}

impl<P: Program> Loop<'_, P> {
    /// Draws the first frame, with the first answer in it unless that takes long.
    fn begin(&mut self, wakes: &Receiver<Wake>, listen: impl FnOnce() -> io::Result<()>) -> io::Result<Option<End>> {
        let mut end = None;
        let until = Instant::now() + FIRST_ANSWER;
        while end.is_none() && self.program.is_waiting() {
            let Ok(wake) = wakes.recv_timeout(until.saturating_duration_since(Instant::now())) else { break };
            end = self.take(wake)?;
        }
        self.draw()?;
        listen()?;
        Ok(end)
    }

    fn run(&mut self, mut end: Option<End>, wakes: &Receiver<Wake>) -> io::Result<End> {
        loop {
            if let Some(end) = end {
                return Ok(end);
            }
            self.draw()?;
            end = self.turn(wakes)?;
        }
    }

    fn draw(&mut self) -> io::Result<()> {
        if !self.program.is_dirty() {
            return Ok(());
        }
        self.terminal.screen.fit()?;
        self.program.draw(&mut self.terminal.screen)
    }

    /// Waits, and takes everything that has come by then.
    fn turn(&mut self, wakes: &Receiver<Wake>) -> io::Result<Option<End>> {
        self.due = self.program.next_tick().map(|wait| Instant::now() + wait);
        let first = match self.wait(wakes) {
            Ok(wake) => wake,
            Err(RecvTimeoutError::Timeout) => Wake::Message(Message::Tick),
            Err(RecvTimeoutError::Disconnected) => return Ok(Some(End::Vanished)),
        };
        for wake in std::iter::once(first).chain(wakes.try_iter()) {
            if let Some(end) = self.take(wake)? {
                return Ok(Some(end));
            }
        }
        Ok(None)
    }

    fn wait(&self, wakes: &Receiver<Wake>) -> Result<Wake, RecvTimeoutError> {
        match self.due {
            Some(due) => wakes.recv_timeout(due.saturating_duration_since(Instant::now())),
            None => wakes.recv().map_err(|_| RecvTimeoutError::Disconnected),
        }
    }

    fn take(&mut self, wake: Wake) -> io::Result<Option<End>> {
        match wake {
            Wake::Input(input) => {
                let effects = self.program.handle(input);
                self.carry_out(effects)
            }
            Wake::Message(message) => {
                let effects = self.program.receive(message);
                self.carry_out(effects)
            }
            Wake::End(signal) => Ok(Some(self.leave(End::Signal(signal)))),
            Wake::Vanished => Ok(Some(self.leave(End::Vanished))),
            Wake::Panicked => Ok(Some(self.leave(End::Panicked))),
            Wake::Stop => self.stop().map(|()| None),
            Wake::Continue if std::mem::take(&mut self.continued_by_us) => Ok(None),
            Wake::Continue => self.go_on().map(|()| None),
        }
    }

    fn carry_out(&mut self, effects: Effects) -> io::Result<Option<End>> {
        match self.host.carry_out(effects) {
            Next::Stay => Ok(None),
            Next::Quit => Ok(Some(End::Quit)),
            Next::Suspend => signals::stop_job().map(|()| None),
        }
    }

    fn leave(&mut self, end: End) -> End {
        let effects = self.program.leave();
        match self.host.carry_out(effects) {
            Next::Stay | Next::Suspend | Next::Quit => end,
        }
    }

    /// Gives the terminal back and stops; goes on from here when the program is continued.
    fn stop(&mut self) -> io::Result<()> {
        super::terminal::give_back();
        self.continued_by_us = true;
        signals::stop_now()?;
        self.go_on()
    }

    /// Takes the terminal, whatever happened to it meanwhile, and draws everything anew.
    fn go_on(&mut self) -> io::Result<()> {
        self.terminal.take_again(TITLE)?;
        let size = self.terminal.screen.backend().size()?;
        let effects = self.program.handle(Input::Resize(size.width, size.height));
        self.carry_out(effects).map(|_| ())
    }
}
