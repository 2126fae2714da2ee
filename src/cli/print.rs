//! `rundown print`: hand-outs, quizzes, exercise sheets, sign-in sheets and the trainer's guide, as HTML or PDF.
//!
//! Apart from the papers, which are values: here names are looked up and files are written. No journal is opened, except
//! for the names on a sign-in sheet.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::Place;
use super::failure::Failure;
use super::home::{self, Desk, Home};
use super::output;
use crate::clock::Clock;
use crate::course::{Course, Faults};
use crate::id::{ExerciseId, Lang, LessonId, QuizId};
use crate::report::Clean;
use crate::report::paper::{self, Format, HalfDays, Paper, Press, Sheet};
use crate::store::Principal;
use crate::words::Words;

/// `rundown print`.
#[derive(Debug, Args)]
pub(super) struct Print {
    /// What is printed
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
    /// Which one: an id, the last part of it, or the name on the home screen; for a sign-in sheet the heading
    #[arg(value_name = "NAME", required_unless_present = "list")]
    name: Option<String>,
    /// The trainer's paper of a quiz or an exercise, with what is right and why
    #[arg(long)]
    key: bool,
    /// How it is written; without it the file's name says it
    #[arg(long, value_enum)]
    format: Option<Kind>,
    /// The file to write; `-` is standard output
    #[arg(short, long, value_name = "FILE", required_unless_present = "list")]
    output: Option<PathBuf>,
    /// List the names that can be printed
    #[arg(long)]
    list: bool,
    /// Rows without a name on a sign-in sheet
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = clap::value_parser!(u16).range(0..=200))]
    rows: u16,
    /// Half-days on a sign-in sheet
    #[arg(long, value_name = "N", default_value_t = 6, value_parser = clap::value_parser!(u16).range(1..=60))]
    half_days: u16,
    /// Put the learners of this home onto the sign-in sheet
    #[arg(long)]
    learners: bool,
}

/// What can be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// A lesson as a hand-out
    Lesson,
    /// A quiz or a test
    Quiz,
    /// An exercise sheet
    Exercise,
    /// A sheet to sign, half-day by half-day
    SignIn,
    /// The trainer's guide of a track or a workshop
    Guide,
}

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// A page for the screen and the printer
    Html,
    /// Sheets of A4
    #[cfg(feature = "pdf")]
    Pdf,
}

/// Runs the command.
pub(super) fn run(
    wanted: &Print,
    place: &Place,
    lang: &Lang,
    home: impl Fn() -> Result<Home, Failure>,
    clock: &dyn Clock,
) -> Result<(), Failure> {
    let course = home::course(place)?;
    let (Some(name), Some(output)) = (&wanted.name, &wanted.output) else {
        return output::result(names(&course, wanted.what, lang).join("\n").as_bytes())
            .and_then(|()| output::result(b"\n"));
    };
    let format = format(wanted, output)?;
    let words = Words::new(lang);
    let press = Press { course: &course, words: &words, lang, at: clock.now() };
    let paper = match wanted.what {
        What::SignIn => sign_in(&press, wanted, name, home)?,
        What::Lesson | What::Quiz | What::Exercise | What::Guide => of_course(&press, wanted, name)?,
    };
    output::result_to(output, &paper.write(format))
}

fn format(wanted: &Print, output: &Path) -> Result<Format, Failure> {
    let ending = output.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
    let by_name = || ending.and_then(|ending| Kind::from_str(&ending, true).ok());
    match wanted.format.or_else(by_name) {
        Some(Kind::Html) => Ok(Format::Html),
        #[cfg(feature = "pdf")]
        Some(Kind::Pdf) if output::is_shown(output) => {
            Err(Failure::Usage("a terminal cannot show a PDF: name a file with `-o FILE`".to_owned()))
        }
        #[cfg(feature = "pdf")]
        Some(Kind::Pdf) => Ok(Format::Pdf),
        None => {
            Err(Failure::Usage("say how with --format, or by the end of the file's name: .html or .pdf".to_owned()))
        }
    }
}

fn of_course(press: &Press<'_>, wanted: &Print, name: &str) -> Result<Paper, Failure> {
    let sheet = if wanted.key { Sheet::Key } else { Sheet::Blank };
    let faulty = |faults: Faults| Failure::Faulty(faults.to_string());
    let unknown = || unknown(press, wanted.what, name);
    match wanted.what {
        What::Lesson => {
            let lesson = lesson(press.course, name).ok_or_else(unknown)?;
            paper::lesson(press, &lesson).map_err(faulty)
        }
        What::Quiz => paper::quiz(press, &quiz_named(press.course, name).ok_or_else(unknown)?, sheet).map_err(faulty),
        What::Exercise => {
            let exercise = exercise(press.course, name).ok_or_else(unknown)?;
            paper::exercise(press, &exercise, sheet).map_err(faulty)
        }
        What::Guide | What::SignIn => paper::guide(press, name).ok_or_else(unknown),
    }
}

fn unknown(press: &Press<'_>, what: What, name: &str) -> Failure {
    let names = names(press.course, what, press.lang).join("\n  ");
    Failure::Usage(format!("there is nothing called `{name}` to print; there is\n  {names}"))
}

/// Returns the names that can be printed.
fn names(course: &Course, what: What, lang: &Lang) -> Vec<String> {
    match what {
        What::Lesson => course.outlines().iter().map(|outline| outline.id.to_string()).collect(),
        What::Quiz => {
            let quizzes = course.outlines().iter().filter(|outline| !outline.slots.is_empty());
            let tests = course.manifest().tests.iter().map(|test| test.id.to_string());
            quizzes.map(|outline| outline.id.to_string()).chain(tests).collect()
        }
        What::Exercise => {
            course.exercises().iter().filter(|one| one.of.is_none()).map(|one| one.id.to_string()).collect()
        }
        What::Guide => paper::guides(course, lang).into_iter().map(|(name, _)| name).collect(),
        What::SignIn => Vec::new(),
    }
}

/// Whether an id, or a name on the home screen, is what was typed.
fn is(name: &str, id: &str, slug: &str) -> bool {
    id == name || id.rsplit('/').next() == Some(name) || slug.eq_ignore_ascii_case(name)
}

fn lesson(course: &Course, name: &str) -> Option<LessonId> {
    let mut all = course.outlines().iter();
    all.find(|outline| is(name, outline.id.as_str(), &outline.slug)).map(|outline| outline.id.clone())
}

/// Finds a quiz or a test by its name.
pub(super) fn quiz_named(course: &Course, name: &str) -> Option<QuizId> {
    let test = course.manifest().tests.iter().find(|test| is(name, test.id.as_str(), &test.slug));
    test.map(|test| QuizId::Test(test.id.clone())).or_else(|| lesson(course, name).map(QuizId::Lesson))
}

fn exercise(course: &Course, name: &str) -> Option<ExerciseId> {
    course.exercises().iter().find(|outline| is(name, outline.id.as_str(), "")).map(|outline| outline.id.clone())
}

fn sign_in(
    press: &Press<'_>,
    wanted: &Print,
    title: &str,
    home: impl Fn() -> Result<Home, Failure>,
) -> Result<Paper, Failure> {
    let mut people = Vec::new();
    if wanted.learners {
        let store = home()?.look()?;
        let known = Desk::new(&store, Principal::Owner).learners()?;
        people.extend(known.iter().map(|one| (Clean::new(&one.name), Clean::new(&one.member))));
    }
    let day = |number: u16| press.words.with("paper-half-day", &[("number", number.into())]);
    let days = HalfDays((1..=wanted.half_days).map(day).collect());
    Ok(paper::sign_in(press, title, &people, usize::from(wanted.rows), &days))
}
