//! `rundown` without a command: a learner's session, on the full screen or line by line.
//!
//! Apart because here everything comes together, in this order: what may fail is done before the terminal is taken,
//! and what a session needs beside the journal is read while that is being opened.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use super::args::CommandLine;
use super::environment::Environment;
use super::failure::Failure;
use super::home::{self, Desk, Home, meant};
use super::host::{self, Host, Next};
use super::machine::{MachineChance, MachineClock};
use super::screen::{self, End, TITLE};
use super::settings::Settings;
use super::terminal::{self, Terminal};
use super::wake::Wake;
use super::{enter, house, keyboard, lines, output, signals};
use crate::course::Course;
use crate::id::LessonId;
use crate::journal::Via;
use crate::session::trouble;
use crate::session::{Saving, Setup};
use crate::store::{Opening, Principal, Store, StoreError};
use crate::tui::app::{App, Wanted};
use crate::tui::glyphs::Glyphs;
use crate::tui::look::Look;
use crate::words::Words;

/// With whom and what a session begins.
#[derive(Debug)]
pub(super) struct Begin<'a> {
    /// The learner, by name or id.
    pub(super) learner: Option<&'a str>,
    /// Who sits there too, by name or id.
    pub(super) with: Option<&'a str>,
    /// What is opened first.
    pub(super) wanted: Option<Wanted>,
}

impl<'a> Begin<'a> {
    /// Begins as the command line says.
    pub(super) fn usual(line: &'a CommandLine) -> Self {
        Self {
            learner: line.learner.as_deref(),
            with: line.with.as_deref(),
            wanted: line.open.clone().map(Wanted::Page),
        }
    }
}

/// Runs a session to its end.
pub(super) fn run(line: &CommandLine, around: &Environment, begin: Begin<'_>) -> Result<ExitCode, Failure> {
    let is_plain = line.plain || around.is_dumb();
    if !is_plain && !around.is_terminal {
        let message = "this is no terminal: use --plain, which reads and writes lines";
        return Err(Failure::Usage(message.to_owned()));
    }
    let home = Home::find(&line.place, around)?;
    let opening = Store::opening(&home.journal());
    let Kit { settings, look, course } = Kit::gather(line, around, &home)?;
    settings.faults.iter().for_each(|fault| output::message(fault));
    let clock = Box::new(MachineClock::start());
    let chance = Box::new(MachineChance::new().map_err(|error| Failure::System(error.to_string()))?);
    let (store, unsaved) = match opening.and_then(Opening::finish) {
        Ok(store) => (store, None),
        Err(error) if !is_plain && around.can_ask => (without_saving(&error, &settings)?, Some(error)),
        Err(error) => return Err(error.into()),
    };
    let principal = who(&store, &begin)?;
    let via = if is_plain { Via::Plain } else { Via::Screen };
    let setup = Setup { course, principal, alone_goes_in: true, clock, chance, via, lang: settings.lang.clone() };
    let (offers, faults) = enter::offers(&home);
    if is_plain {
        for fault in &faults {
            output::message(fault);
        }
        let ended = lines::run(setup, &store, &home, page(begin.wanted)?, offers)?;
        return finish(Ok(ended), None, &Words::new(&settings.lang));
    }
    let host = |wake| Host::new(store, principal, home.folder(), wake).training(&line.place, around);
    on_screen(setup, look, host, &home, &settings, |app| {
        app.take_invitations(offers);
        if let Some(fault) = faults.first() {
            app.say(fault.clone());
        }
        if let Some(why) = unsaved {
            app.never_saves(why);
        }
        if let Some(wanted) = begin.wanted {
            app.begin_with(wanted);
        }
    })
}

/// Returns what to open first in plain mode, where a tool cannot be opened by name.
fn page(wanted: Option<Wanted>) -> Result<Option<LessonId>, Failure> {
    match wanted {
        Some(Wanted::Page(page)) => Ok(Some(page)),
        Some(Wanted::Tool(..)) => {
            let message = "a tool opens on the full screen only; --item and --format write a kept item out";
            Err(Failure::Usage(message.to_owned()))
        }
        Some(Wanted::Cohorts) => {
            let message =
                "the trainer's screens need a terminal; `rundown cohort --help` lists what works line by line";
            Err(Failure::Usage(message.to_owned()))
        }
        None => Ok(None),
    }
}

/// What a session needs beside its journal.
struct Kit {
    settings: Settings,
    look: Look,
    course: Arc<Course>,
}

impl Kit {
    fn gather(line: &CommandLine, around: &Environment, home: &Home) -> Result<Self, Failure> {
        let mut settings = Settings::find(line, around, home.folder());
        let course = match house::course(&line.place, home) {
            Ok(course) => course,
            // A course that cannot be opened is told as such; without a house of its own it can be learnt from.
            Err(failure) => {
                let course = home::course(&line.place)?;
                settings.faults.push(failure.to_string());
                course
            }
        };
        let glyphs = Glyphs::for_unicode(settings.unicode);
        let look = Look::new(&settings.lang, settings.theme, glyphs, settings.keymap.clone());
        Ok(Self { settings, look, course: Arc::new(course) })
    }
}

/// Asks whether to go on although nothing will be saved.
fn without_saving(error: &StoreError, settings: &Settings) -> Result<Store, Failure> {
    let words = Words::new(&settings.lang);
    output::message(&trouble::store(error, &words));
    let yes = words.get("unsaved-yes");
    match output::ask(&words.with("unsaved-ask", &[("yes", yes.as_str().into())])) {
        Some(answer) if answer.to_lowercase() == yes => Ok(Store::memory()?),
        Some(_) | None => Err(error.clone().into()),
    }
}

/// Returns who this session is for: whoever was named, two who were, or the owner of this home.
fn who(store: &Store, begin: &Begin<'_>) -> Result<Principal, Failure> {
    if begin.learner.is_none() {
        return Ok(Principal::Owner);
    }
    let learners = Desk::new(store, Principal::Owner).learners()?;
    let learner = meant(&learners, begin.learner)?.learner;
    match begin.with.map(|with| meant(&learners, Some(with))).transpose()? {
        Some(with) if with.learner == learner => Err(Failure::Usage("--with names the same learner".to_owned())),
        Some(with) => Ok(Principal::Pair { learner, with: with.learner }),
        None => Ok(Principal::Learner(learner)),
    }
}

fn on_screen(
    setup: Setup,
    look: Look,
    host: impl FnOnce(Sender<Wake>) -> Host,
    home: &Home,
    settings: &Settings,
    prepare: impl FnOnce(&mut App),
) -> Result<ExitCode, Failure> {
    let (wake, wakes) = mpsc::channel();
    let host = host(wake.clone());
    let (mut app, first) = App::new(setup, look);
    match host.carry_out(first) {
        Next::Stay | Next::Suspend | Next::Quit => {}
    }
    if let Some(fault) = settings.faults.first() {
        app.say(fault.clone());
    }
    prepare(&mut app);
    let ended = take_turns(&mut app, &host, &wake, &wakes);
    host.close();
    if let Err(error) = settings.keep(app.appearance()) {
        output::message(&format!("{}: {error}", home.folder().display()));
    }
    let refused = host::refusals(wakes.try_iter()).or_else(|| match app.session().saving() {
        Saving::Failed(error) => Some(error),
        Saving::Saved | Saving::Saving => None,
    });
    finish(ended, refused, &Words::new(app.session().lang()))
}

/// Takes the terminal, runs the app on it, and gives it back.
fn take_turns(app: &mut App, host: &Host, wake: &Sender<Wake>, wakes: &Receiver<Wake>) -> io::Result<End> {
    let mut watch = signals::Watch::begin()?;
    terminal::on_panic(wake.clone());
    let mut terminal = Terminal::take(TITLE)?;
    let listen = || watch.listen(wake.clone()).and_then(|()| keyboard::begin(wake));
    screen::run(app, host, wakes, &mut terminal, listen)
}

fn finish(ended: io::Result<End>, refused: Option<StoreError>, words: &Words) -> Result<ExitCode, Failure> {
    if let Some(error) = refused {
        return Err(lines::unsaved(&trouble::store(&error, words), words));
    }
    match ended {
        Ok(End::Quit | End::Vanished) => Ok(ExitCode::SUCCESS),
        Ok(End::Panicked) => Ok(ExitCode::from(101)),
        Ok(End::Signal(signal)) => {
            // Whoever sent the signal sees that it was obeyed; where that cannot be, the status says it.
            drop(signals::obey(signal));
            Ok(ExitCode::from(128_u8.saturating_add(u8::try_from(signal).unwrap_or(0))))
        }
        Err(error) => Err(Failure::System(format!("the terminal: {error}"))),
    }
}
