//! The command line: arguments, settings, one subcommand a file, and the local terminal.
//!
//! Apart because only here may the program print, read the environment, or touch the machine's terminal and folders.
//!
//! `args` what can be typed · `environment`, `settings`, `home` what is in force · `learn` a session: `terminal`,
//! `cells`, `keyboard`, `signals` around the loop of `screen`, with `host` beside it, or `lines` and `typed` in plain mode ·
//! one command each in `check`, `report`, `print` and `paper`, `learner` with `join`, `takeaway`, `forget`, `progress`, `tool`, `exercise`, `backup`, `restore`,
//! `trainer`, `certify`, `verify`, `cohort` · `carry`, `home_key` progress files and who signs them · `output`, `keep`, `failure` what
//! one command each in `check`, `report`, `print` and `paper`, `cohort`, `enter` (`rundown join`), `learner` with `join`, `takeaway`, `forget`, `progress`, `tool`, `exercise`, `backup`, `restore`,
//! `trainer`, `certify`, `verify` · `carry`, `home_key` progress files and who signs them · `output`, `keep`, `failure` what
//! comes out.

mod args;
mod backup;
mod carry;
pub mod cells;
mod certify;
mod check;
mod cohort;
mod enter;
mod environment;
mod exercise;
mod failure;
mod forget;
mod home;
mod home_key;
pub mod host;
mod house;
pub mod input;
mod join;
mod keep;
pub mod keyboard;
mod learn;
mod learner;
mod lines;
mod machine;
mod output;
mod paper;
mod passphrase;
mod print;
mod progress;
mod report;
mod restore;
pub mod screen;
mod settings;
pub mod signals;
mod sticks;
mod takeaway;
pub mod terminal;
mod tool;
mod trainer;
mod typed;
mod verify;
pub mod wake;
mod walk;

use std::process::ExitCode;

use clap::Parser;

use crate::clock::Clock as _;
use args::{Command, CommandLine};
use environment::Environment;
use failure::Failure;
use home::Home;
use machine::{MachineChance, MachineClock};

/// Does what the command line says, and returns the status to end with.
pub fn run() -> ExitCode {
    let line = match CommandLine::try_parse() {
        Ok(line) => line,
        Err(error) => return explain(&error),
    };
    match carry_out(&line, &Environment::read()) {
        Ok(status) => status,
        Err(failure) => {
            output::message(&failure.to_string());
            failure.status()
        }
    }
}

/// Prints help or what is wrong with the usage, which names what was typed.
fn explain(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        output::message(error.render().to_string().trim_end());
    } else {
        // Where it cannot be printed, the status still says it.
        drop(error.print());
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

#[expect(clippy::cognitive_complexity, reason = "one arm a command, and nothing within")]
fn carry_out(line: &CommandLine, around: &Environment) -> Result<ExitCode, Failure> {
    let home = || Home::find(&line.place, around);
    match &line.command {
        None => return learn::run(line, around, learn::Begin::usual(line)),
        Some(Command::Tool(wanted)) => return tool::run(wanted, line, around),
        Some(Command::Check(wanted)) => {
            let passes = check::run(wanted, &line.place, around)?;
            return Ok(if passes { ExitCode::SUCCESS } else { ExitCode::from(1) });
        }
        Some(Command::Progress { what }) => {
            return progress::run(what, &home()?, &lang(line, around), &MachineClock::start(), chance()?);
        }
        Some(Command::Report(wanted)) => report::run(wanted, &line.place, &home()?, &MachineClock::start())?,
        Some(Command::Print(wanted)) => {
            print::run(wanted, &line.place, &lang(line, around), home, &MachineClock::start())?;
        }
        Some(Command::Join(wanted)) => {
            enter::run(wanted, &line.place, &home()?, &lang(line, around), around.can_ask)?;
        }
        Some(Command::Paper(wanted)) => {
            let at = MachineClock::start().now();
            paper::run(wanted, &line.place, &home()?, around.can_ask, at, &mut chance()?)?;
        }
        Some(Command::Exercise { what }) => {
            exercise::run(what, &line.place, &home()?, &MachineClock::start(), &mut chance()?)?;
        }
        Some(Command::Backup(wanted)) => backup::run(wanted, &home()?, &MachineClock::start())?,
        Some(Command::Restore(wanted)) => restore::run(wanted, &home()?)?,
        Some(Command::Cohort { what }) => return cohort::run(what.as_ref(), line, around),
        Some(Command::Learner { what }) => on_learners(what, line, around)?,
        Some(Command::Trainer { what }) => trainer::run(what, &home()?, around, &words(line, around))?,
        Some(Command::Certify(wanted)) => certify::run(wanted, &line.place, &home()?, around)?,
        // A certificate can be checked where nobody learns.
        Some(Command::Verify(wanted)) => verify::run(wanted, home().ok().as_ref(), &words(line, around))?,
    }
    Ok(ExitCode::SUCCESS)
}

fn on_learners(what: &args::Learner, line: &CommandLine, around: &Environment) -> Result<(), Failure> {
    let home = Home::find(&line.place, around)?;
    match what {
        args::Learner::Export(wanted) => {
            let course = home::course(&line.place)?;
            takeaway::run(wanted, &course, &home, &MachineClock::start(), &mut chance()?)
        }
        args::Learner::Delete(wanted) => forget::run(wanted, &home, around.can_ask, &MachineClock::start()),
        args::Learner::List
        | args::Learner::Add(_)
        | args::Learner::Show { .. }
        | args::Learner::Join(_)
        | args::Learner::Unjoin(_) => learner::run(what, &home, lang(line, around), &mut chance()?),
    }
}

fn chance() -> Result<MachineChance, Failure> {
    MachineChance::new().map_err(|error| Failure::System(error.to_string()))
}

/// Returns the language of what is said to whoever sits there.
fn lang(line: &CommandLine, around: &Environment) -> crate::id::Lang {
    lang_at(&line.place, around)
}

/// Returns the language of what is said, as a place and the surroundings have it.
fn lang_at(place: &args::Place, around: &Environment) -> crate::id::Lang {
    place.lang.clone().or_else(|| around.lang()).unwrap_or_else(crate::id::Lang::english)
}

fn words(line: &CommandLine, around: &Environment) -> crate::words::Words {
    crate::words::Words::new(&lang(line, around))
}
