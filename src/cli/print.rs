//! `rundown print`: hand-outs, quizzes, exercise sheets, sign-in sheets and the trainer's guide, as HTML or PDF.
//!
//! Apart from the papers, which are values: here names are looked up and files are written. No journal is opened, except
//! for the names on a sign-in sheet.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::args::Place;
use super::cohort::class::meant;
use super::failure::Failure;
use super::home::{self, Desk, Home};
use super::{house, output};
use crate::clock::Clock;
use crate::cohort::Plan;
use crate::course::{Course, Faults};
use crate::id::{ExerciseId, Lang, LessonId, QuizId};
use crate::report::Clean;
use crate::report::paper::{self, Format, HalfDays, Paper, Press, Sheet};
use crate::store::api::{CohortAnswer, CohortRequest};
use crate::store::{Answer, Principal, Request, StoreError};
use crate::words::{Words, fold};

/// As many days of a cohort get columns: whoever signs for a month does it on a second sheet.
const MOST_DAYS: usize = 30;

/// `rundown print`.
#[derive(Debug, Args)]
pub(super) struct Print {
    /// What is printed
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
    /// Which one: an id, the last part of it, or the name on the home screen; for a sign-in sheet the heading
    #[arg(value_name = "NAME", required_unless_present_any = ["list", "cohort"])]
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
    /// Put the people of a cohort and its half-days onto the sign-in sheet: a name or an id
    #[arg(long, value_name = "NAME|ID", conflicts_with_all = ["learners", "half_days"])]
    cohort: Option<String>,
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

/// What is said where nothing says how it is to be written.
const HOW: &str = if cfg!(feature = "pdf") {
    "say how with --format, or by the end of the file's name: .html or .pdf"
} else {
    "this build of Rundown writes no PDF: name a file that ends in .html, or use `--format html`"
};

/// Runs the command.
pub(super) fn run(
    wanted: &Print,
    place: &Place,
    lang: &Lang,
    home: impl Fn() -> Result<Home, Failure>,
    clock: &dyn Clock,
) -> Result<(), Failure> {
    // A sheet for a room speaks of the exchange of whoever prints it.
    let course = match home() {
        Ok(home) => house::course(place, &home)?,
        Err(_) => home::course(place)?,
    };
    let Some(output) = wanted.output.as_ref().filter(|_| !wanted.list) else {
        return output::result(names(&course, wanted.what, lang).join("\n").as_bytes())
            .and_then(|()| output::result(b"\n"));
    };
    if wanted.cohort.is_some() && wanted.what != What::SignIn {
        return Err(Failure::Usage("--cohort goes with a sign-in sheet".to_owned()));
    }
    let name = wanted.name.as_deref().unwrap_or_default();
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
        None => Err(Failure::Usage(HOW.to_owned())),
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
    if let Some(cohort) = &wanted.cohort {
        return sign_in_of_cohort(press, wanted, (cohort, title), &home()?);
    }
    let mut people = Vec::new();
    if wanted.learners {
        let store = home()?.look()?;
        let known = Desk::new(&store, Principal::Owner).learners()?;
        people.extend(known.iter().map(|one| (Clean::new(&one.name), Clean::new(&one.member))));
    }
    let days = HalfDays((1..=wanted.half_days).map(|number| numbered(press, number)).collect());
    Ok(paper::sign_in(press, title, &people, usize::from(wanted.rows), &days))
}

/// Makes the sheet of a cohort: its people by name with their stations, and the half-days of its days.
fn sign_in_of_cohort(
    press: &Press<'_>,
    wanted: &Print,
    (cohort, title): (&str, &str),
    home: &Home,
) -> Result<Paper, Failure> {
    let store = home.look()?;
    let desk = Desk::new(&store, Principal::Owner);
    let CohortAnswer::List(plans) = about_cohorts(&desk, CohortRequest::List)? else {
        return Err(StoreError::Closed.into());
    };
    let cohort = meant(&plans, Some(cohort))?.id;
    let CohortAnswer::Opened(mut room) = about_cohorts(&desk, CohortRequest::Open { cohort })? else {
        return Err(StoreError::Closed.into());
    };
    room.people.sort_by_cached_key(|person| fold(&person.name));
    let people: Vec<_> = room.people.iter().map(|one| (Clean::new(&one.name), Clean::new(&one.member))).collect();
    let plan = &room.plan;
    let place = [plan.name.as_str(), plan.place.as_str()].into_iter().filter(|text| !text.is_empty());
    let heading = if title.is_empty() { place.collect::<Vec<_>>().join(", ") } else { title.to_owned() };
    let days = match half_days(press, plan) {
        days if days.is_empty() => (1..=wanted.half_days).map(|number| numbered(press, number)).collect(),
        days => days,
    };
    Ok(paper::sign_in(press, &heading, &people, usize::from(wanted.rows), &HalfDays(days)))
}

fn about_cohorts(desk: &Desk, request: CohortRequest) -> Result<CohortAnswer, StoreError> {
    let Answer::Cohort(answer) = desk.ask(Request::Cohort(Box::new(request)))? else {
        return Err(StoreError::Closed);
    };
    Ok(*answer)
}

/// Returns the half-days of a cohort's days, as attendance calls them; none where its first day was not said.
fn half_days(press: &Press<'_>, plan: &Plan) -> Vec<String> {
    let Some(first) = plan.from else { return Vec::new() };
    let last = plan.until.unwrap_or(first);
    let days = std::iter::successors(Some(first), |day| day.plus(1)).take_while(|day| *day <= last).take(MOST_DAYS);
    let halves = ["cohort-report-morning", "cohort-report-afternoon"];
    days.flat_map(|day| halves.map(|half| format!("{day} {}", press.words.get(half)))).collect()
}

fn numbered(press: &Press<'_>, number: u16) -> String {
    press.words.with("paper-half-day", &[("number", number.into())])
}
