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
use crate::session::training::office::Paper;
use crate::store::StoreError;
use crate::store::api::{CohortAnswer, CohortRequest, Quizzes};

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
    /// How it is written: text, md, html, pdf, csv, xlsx or json; xapi for a Learning Record Store; a gradebook is csv;
    /// without it the name of the file says it
    #[arg(long, value_name = "FORMAT")]
    format: Option<String>,
    /// The file to write, with `--what each` the folder; `-` is standard output
    #[arg(short, long, default_value = "-", value_name = "FILE|DIR")]
    output: PathBuf,
    #[command(flatten)]
    which: Which,
}

impl Wanted {
    fn paper(self) -> Paper {
        match self {
            Self::Full => Paper::Full,
            Self::Funder => Paper::Funder,
            Self::Register => Paper::Register,
            Self::Gradebook => Paper::Gradebook,
            Self::Anonymous => Paper::Anonymous,
            Self::Each => Paper::Each,
        }
    }
}

impl Report {
    /// Returns how it is written, as was said, or else as the name of the file ends; a gradebook is written in one way.
    fn written(&self) -> Option<&str> {
        let ending = self.output.extension().and_then(|ending| ending.to_str());
        let known = ["txt", "md", "html", "pdf", "csv", "xlsx", "json"];
        let ending = ending.filter(|ending| self.what != Wanted::Gradebook && known.contains(ending));
        self.format.as_deref().or(ending)
    }
}

/// Runs the command.
pub(super) fn run(wanted: &Report, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    let (course, room) = (class.course()?, class.open(plan.id)?);
    let (paper, format) = (wanted.what.paper(), wanted.written());
    if paper == Paper::Each {
        return write_each(wanted, &course, &room, class);
    }
    let is_binary = format.is_some_and(|name| Format::named(name, &class.lang()).is_ok_and(Format::is_binary));
    if is_binary && paper != Paper::Gradebook && output::is_shown(&wanted.output) {
        return Err(Failure::Usage("a terminal cannot show this format: name a file with `-o FILE`".to_owned()));
    }
    output::result_to(&wanted.output, &whole(paper, format, &course, &room, class)?.0)
}

/// Returns what is about all in one file, and how the file's name ends.
pub(super) fn whole(
    paper: Paper,
    format: Option<&str>,
    course: &Course,
    room: &Room,
    class: &Class<'_>,
) -> Result<(Vec<u8>, &'static str), Failure> {
    let lang = class.lang();
    let extent = match paper {
        Paper::Funder => Extent::Funder,
        Paper::Register => Extent::Register,
        Paper::Anonymous => Extent::Anonymous,
        Paper::Gradebook => return Ok((gradebook(format, course, room, &lang, class)?, "csv")),
        Paper::Full | Paper::Each | Paper::Certificates | Paper::Backup => Extent::Full,
    };
    if (extent, format) == (Extent::Full, Some("xapi")) {
        return Ok((statements(course, room, &lang, class)?, "jsonl"));
    }
    let format = Format::named(format.unwrap_or("text"), &lang).map_err(|error| Failure::Usage(error.to_string()))?;
    let is_register = extent == Extent::Register;
    let quizzes = if extent.looks_at_lessons() { Quizzes::All } else { Quizzes::Tests };
    let sittings = if is_register { Vec::new() } else { sittings(class, course, room.plan.id, quizzes)? };
    let replies = if is_register { Vec::new() } else { replies(class, room.plan.id)? };
    let sources = Sources { room, course, sittings: &sittings, replies: &replies, lang: &lang, now: class.now() };
    Ok((report(sources, extent).write(format), format.extension()))
}

fn gradebook(
    format: Option<&str>,
    course: &Course,
    room: &Room,
    lang: &Lang,
    class: &Class<'_>,
) -> Result<Vec<u8>, Failure> {
    if format.is_some_and(|format| format != "csv") {
        return Err(Failure::Usage("a gradebook is csv: leave --format out".to_owned()));
    }
    let sittings = sittings(class, course, room.plan.id, Quizzes::Tests)?;
    Ok(gradebook::write(Sources { room, course, sittings: &sittings, replies: &[], lang, now: class.now() }))
}

fn write_each(wanted: &Report, course: &Course, room: &Room, class: &Class<'_>) -> Result<(), Failure> {
    if wanted.output == Path::new("-") {
        return Err(Failure::Usage("each learner gets a file: name a folder with `-o DIR`".to_owned()));
    }
    each(wanted.format.as_deref(), &wanted.output, course, room, class)?;
    let folder = wanted.output.display().to_string();
    let said = [("count", room.people.len().into()), ("folder", folder.as_str().into())];
    output::message(&class.words.with("cohort-report-written", &said));
    Ok(())
}

/// Writes each learner's own report into a folder, in the language that each chose.
pub(super) fn each(
    format: Option<&str>,
    folder: &Path,
    course: &Course,
    room: &Room,
    class: &Class<'_>,
) -> Result<(), Failure> {
    let others = names(room);
    for person in &room.people {
        let own = class.place.lang.as_ref().unwrap_or(&person.lang);
        let form = form_of(format.unwrap_or("html"), own)?;
        let learner = learner(person, &others);
        let bytes = write(class.desk, course, learner, own, form, class.clock())?;
        let ending = match form {
            Form::Whole(format) => format.extension(),
            Form::Sheet(..) | Form::Statements => "jsonl",
        };
        let id: String = person.learner.to_string().chars().take(8).collect();
        let file = format!("{}-{id}.{ending}", Clean::new(&person.name).as_file_stem());
        keep::in_folder(folder, &file, &bytes).map_err(Failure::Usage)?;
    }
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

/// Asks for the whole tries at quizzes and tests of the course that somebody sat.
fn sittings(
    class: &Class<'_>,
    course: &Course,
    cohort: CohortId,
    quizzes: Quizzes,
) -> Result<Vec<(QuizId, Vec<Sitting>)>, StoreError> {
    let lessons = course.outlines().iter().filter(|outline| !outline.slots.is_empty());
    let lessons = lessons.map(|outline| QuizId::Lesson(outline.id.clone()));
    let tests = course.manifest().tests.iter().map(|test| QuizId::Test(test.id.clone()));
    let CohortAnswer::AllSittings(mut all) = class.ask(CohortRequest::AllSittings { cohort, quizzes })? else {
        return Err(StoreError::Closed);
    };
    Ok(tests.chain(lessons).filter_map(|quiz| all.remove_entry(&quiz)).collect())
}

/// Asks for the last reply of each person to each form that nobody judges.
fn replies(class: &Class<'_>, cohort: CohortId) -> Result<Vec<Reply>, StoreError> {
    let CohortAnswer::Replies(replies) = class.ask(CohortRequest::Replies { cohort })? else {
        return Err(StoreError::Closed);
    };
    Ok(replies)
}
