//! `rundown cohort report`: what a cohort comes to, for the trainer, the funder, the office, a gradebook or research.
//!
//! Apart from the reports, which are values: here the journal is asked and the file is written.

use std::path::{Path, PathBuf};

use super::class::{Class, Which};
use crate::cli::failure::Failure;
use crate::cli::report::{Form, form_of, write};
use crate::cli::{keep, output};
use crate::cohort::{Person, Reply, Room, Sitting};
use crate::course::Course;
use crate::id::{CohortId, Lang, QuizId};
use crate::report::cohort::{Extent, Sources, gradebook, report};
use crate::report::learner::{Learner, Names};
use crate::report::{Clean, Format};
use crate::store::StoreError;
use crate::store::api::{CohortAnswer, CohortRequest};

/// What is wanted of a cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Wanted {
    /// Everything, for the trainer
    Full,
    /// One page without names, for who pays
    Funder,
    /// Who was there
    Register,
    /// The best scores, in the columns that Moodle imports
    Gradebook,
    /// Data for research, without names
    Anonymous,
    /// Each learner's own report, a file each
    Each,
}

/// `rundown cohort report`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Report {
    /// What is wanted
    #[arg(long, value_enum, default_value = "full")]
    what: Wanted,
    /// How it is written: text, md, html, pdf, csv, xlsx or json; xapi for a Learning Record Store; a gradebook is csv
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// The file to write, with `--what each` the folder; `-` is standard output
    #[arg(short, long, default_value = "-", value_name = "FILE|DIR")]
    output: PathBuf,
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(wanted: &Report, class: &Class<'_>) -> Result<(), Failure> {
    let lang = class.lang();
    let plan = class.meant(&wanted.which)?;
    let (course, room) = (class.course()?, class.open(plan.id)?);
    let extent = match wanted.what {
        Wanted::Full => Extent::Full,
        Wanted::Funder => Extent::Funder,
        Wanted::Register => Extent::Register,
        Wanted::Anonymous => Extent::Anonymous,
        Wanted::Gradebook => return write_gradebook(wanted, &course, &room, &lang, class),
        Wanted::Each => return write_each(wanted, &course, &room, class),
    };
    if (wanted.what, wanted.format.as_deref()) == (Wanted::Full, Some("xapi")) {
        return output::result_to(&wanted.output, &statements(&course, &room, &lang, class)?);
    }
    let name = wanted.format.as_deref().unwrap_or("text");
    let format = Format::named(name, &lang).map_err(|error| Failure::Usage(error.to_string()))?;
    if format.is_binary() && output::is_shown(&wanted.output) {
        return Err(Failure::Usage("a terminal cannot show this format: name a file with `-o FILE`".to_owned()));
    }
    let sittings = if extent == Extent::Register { Vec::new() } else { sittings(class, &course, plan.id)? };
    let replies = if extent == Extent::Register { Vec::new() } else { replies(class, plan.id)? };
    let sources =
        Sources { room: &room, course: &course, sittings: &sittings, replies: &replies, lang: &lang, now: class.now() };
    output::result_to(&wanted.output, &report(sources, extent).write(format))
}

fn write_gradebook(
    wanted: &Report,
    course: &Course,
    room: &Room,
    lang: &Lang,
    class: &Class<'_>,
) -> Result<(), Failure> {
    if wanted.format.as_deref().is_some_and(|format| format != "csv") {
        return Err(Failure::Usage("a gradebook is csv: leave --format out".to_owned()));
    }
    let sources = Sources { room, course, sittings: &[], replies: &[], lang, now: class.now() };
    output::result_to(&wanted.output, &gradebook::write(sources))
}

/// Writes each learner's own report into a folder, in the language that each chose.
fn write_each(wanted: &Report, course: &Course, room: &Room, class: &Class<'_>) -> Result<(), Failure> {
    if wanted.output == Path::new("-") {
        return Err(Failure::Usage("each learner gets a file: name a folder with `-o DIR`".to_owned()));
    }
    let name = wanted.format.as_deref().unwrap_or("html");
    let others = names(room);
    for person in &room.people {
        let own = class.line.place.lang.as_ref().unwrap_or(&person.lang);
        let form = form_of(name, own)?;
        let learner = learner(person, &others);
        let bytes = write(class.desk, course, learner, own, form, class.clock())?;
        let ending = match form {
            Form::Whole(format) => format.extension(),
            Form::Sheet(..) | Form::Statements => "jsonl",
        };
        let id: String = person.learner.to_string().chars().take(8).collect();
        let file = format!("{}-{id}.{ending}", Clean::new(&person.name).as_file_stem());
        keep::in_folder(&wanted.output, &file, &bytes).map_err(Failure::Usage)?;
    }
    let folder = wanted.output.display().to_string();
    let said = [("count", room.people.len().into()), ("folder", folder.as_str().into())];
    output::message(&class.words.with("cohort-report-written", &said));
    Ok(())
}

fn names(room: &Room) -> Names {
    room.people.iter().map(|person| (person.learner, person.name.clone())).collect()
}

fn learner<'a>(person: &'a Person, others: &'a Names) -> Learner<'a> {
    Learner { id: person.learner, name: &person.name, station: &person.member, others }
}

/// Writes the history of everybody as statements, for a Learning Record Store.
fn statements(course: &Course, room: &Room, lang: &Lang, class: &Class<'_>) -> Result<Vec<u8>, StoreError> {
    let others = names(room);
    let mut lines = Vec::new();
    for person in &room.people {
        let learner = learner(person, &others);
        lines.extend(write(class.desk, course, learner, lang, Form::Statements, class.clock())?);
    }
    Ok(lines)
}

/// Asks for the whole tries at every quiz and test of the course that somebody sat.
fn sittings(class: &Class<'_>, course: &Course, cohort: CohortId) -> Result<Vec<(QuizId, Vec<Sitting>)>, StoreError> {
    let lessons = course.outlines().iter().filter(|outline| !outline.slots.is_empty());
    let lessons = lessons.map(|outline| QuizId::Lesson(outline.id.clone()));
    let tests = course.manifest().tests.iter().map(|test| QuizId::Test(test.id.clone()));
    let mut all = Vec::new();
    for quiz in tests.chain(lessons) {
        let asked = CohortRequest::Sittings { cohort, quiz: quiz.clone() };
        let CohortAnswer::Sittings(tries) = class.ask(asked)? else { return Err(StoreError::Closed) };
        if !tries.is_empty() {
            all.push((quiz, tries));
        }
    }
    Ok(all)
}

/// Asks for the last reply of each person to each form that nobody judges.
fn replies(class: &Class<'_>, cohort: CohortId) -> Result<Vec<Reply>, StoreError> {
    let CohortAnswer::Replies(replies) = class.ask(CohortRequest::Replies { cohort })? else {
        return Err(StoreError::Closed);
    };
    Ok(replies)
}
