//! `rundown paper`: answers that were given on paper, typed in as one row a learner.
//!
//! Apart from plain mode, where the learner sits: here a trainer types for many. Every row is shown back before anything
//! is saved, and one row that cannot be read keeps all of them out.

use std::path::PathBuf;

use clap::Args;

use super::args::Place;
use super::failure::Failure;
use super::home::{self, Desk, Home, meant};
use super::output;
use super::print::quiz_named;
use crate::assess::Response;
use crate::assess::paper::{fields, read, written};
use crate::clock::{Chance, Timestamp};
use crate::course::{Course, Question};
use crate::id::{AttemptId, EnrolmentId, Lang, LearnerId, QuizId};
use crate::journal::{Author, Body, Progress, Via};
use crate::report::paper::Asked;
use crate::session::on_paper::{OnPaper, on_paper};
use crate::store::api::NewEvent;
use crate::store::{Answer, Principal, Profile, Request, Store, StoreError};
use crate::text::{one_line, pad_right, width};

/// `rundown paper`.
#[derive(Debug, Args)]
pub(super) struct Paper {
    /// The quiz or test that was printed: an id, the last part of it, or the name on the home screen
    #[arg(value_name = "QUIZ")]
    quiz: String,
    /// A file with one row a learner, `Awa Diop: a bd - 12 "two words"`; `-` is standard input
    #[arg(value_name = "FILE", required_unless_present = "answers")]
    file: Option<PathBuf>,
    /// One learner's answers, with --learner
    #[arg(long, value_name = "ROW", requires = "learner", conflicts_with = "file")]
    answers: Option<String>,
    /// Whose answers: a name or an id
    #[arg(long, value_name = "NAME|ID", requires = "answers")]
    learner: Option<String>,
    /// Save without asking, once every row could be read
    #[arg(long)]
    yes: bool,
}

/// What papers are read and saved with.
struct Entry<'a> {
    course: &'a Course,
    quiz: QuizId,
    asked: Vec<Asked>,
    desk: &'a Desk,
    learners: Vec<Profile>,
    lang: Option<Lang>,
    at: Timestamp,
}

/// One row that could be read.
struct Row {
    profile: Profile,
    responses: Vec<Response>,
    made: OnPaper,
    enrolment: Option<EnrolmentId>,
    is_known: bool,
}

/// Runs the command.
pub(super) fn run(
    wanted: &Paper,
    place: &Place,
    home: &Home,
    can_ask: bool,
    at: Timestamp,
    chance: &mut dyn Chance,
) -> Result<(), Failure> {
    let course = home::course(place)?;
    let quiz = quiz_named(&course, &wanted.quiz).ok_or_else(|| {
        Failure::Usage(format!("there is no quiz `{}`: see `rundown print quiz --list`", wanted.quiz))
    })?;
    let lang = place.lang.clone();
    let own = lang.clone().or_else(|| course.manifest().languages.first().cloned()).unwrap_or_else(Lang::english);
    let asked = Asked::of(&course, &quiz, &own).map_err(|faults| Failure::Faulty(faults.to_string()))?;
    let store = Store::open(&home.journal())?;
    let desk = &Desk::new(&store, Principal::Owner);
    let entry = Entry { course: &course, quiz, asked, desk, learners: desk.learners()?, lang, at };
    let rows = entry.rows(&lines(wanted)?, chance)?;
    output::message(&entry.shown(&rows));
    if !wanted.yes && !confirmed(can_ask)? {
        return Err(Failure::Usage("nothing was saved".to_owned()));
    }
    let saved = rows.into_iter().filter(|row| !row.is_known).map(|row| entry.save(row, chance));
    let count = saved.collect::<Result<Vec<()>, StoreError>>()?.len();
    output::message(&format!("saved: {count}"));
    Ok(())
}

/// Returns the rows as they were typed, each with its number, its learner and its answers.
fn lines(wanted: &Paper) -> Result<Vec<(usize, String, String)>, Failure> {
    let (Some(file), _) = (&wanted.file, &wanted.answers) else {
        let (learner, answers) = (wanted.learner.clone(), wanted.answers.clone());
        return Ok(vec![(1, learner.unwrap_or_default(), answers.unwrap_or_default())]);
    };
    let text = output::read_from(file)?;
    let mut rows = Vec::new();
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
    {
        let Some((name, answers)) = line.split_once(':') else {
            return Err(refused(&[(number, "a row is `Name: answers`".to_owned())]));
        };
        rows.push((number, name.trim().to_owned(), answers.trim().to_owned()));
    }
    Ok(rows)
}

fn refused(faults: &[(usize, String)]) -> Failure {
    let line = |(number, why): &(usize, String)| format!("\n  line {number}: {}", one_line(why));
    Failure::Faulty(format!("nothing was saved:{}", faults.iter().map(line).collect::<String>()))
}

fn confirmed(can_ask: bool) -> Result<bool, Failure> {
    if !can_ask {
        return Err(Failure::Usage("nothing was saved: say --yes to save what is shown".to_owned()));
    }
    let answer = output::ask("Save these answers? Type y, or Enter to leave:");
    Ok(answer.is_some_and(|answer| matches!(answer.to_lowercase().as_str(), "y" | "yes" | "o" | "oui")))
}

impl Entry<'_> {
    /// Reads every row, or says of each bad one why.
    fn rows(&self, lines: &[(usize, String, String)], chance: &mut dyn Chance) -> Result<Vec<Row>, Failure> {
        let (mut rows, mut faults): (Vec<Row>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
        for (number, name, answers) in lines {
            match self.row(name, answers, chance)? {
                Ok(row) if rows.iter().any(|known| known.profile.learner == row.profile.learner) => {
                    faults.push((*number, format!("{} stands there twice", row.profile.name)));
                }
                Ok(row) => rows.push(row),
                Err(why) => faults.push((*number, why)),
            }
        }
        if faults.is_empty() { Ok(rows) } else { Err(refused(&faults)) }
    }

    fn row(&self, name: &str, answers: &str, chance: &mut dyn Chance) -> Result<Result<Row, String>, Failure> {
        let profile = match meant(&self.learners, Some(name)) {
            Ok(profile) => profile,
            Err(why) => return Ok(Err(why.to_string())),
        };
        let questions: Vec<&Question> = self.asked.iter().map(|asked| &asked.question).collect();
        let read_all = fields(answers, &questions).map_err(|why| why.to_string()).and_then(|fields| {
            let numbered = (1..).zip(self.asked.iter().zip(fields));
            let one = |(number, (asked, field)): (usize, (&Asked, String))| {
                read(&asked.question, &field).map_err(|why| format!("question {number}: {why}"))
            };
            numbered.map(one).collect::<Result<Vec<Response>, String>>()
        });
        let responses = match read_all {
            Ok(responses) => responses,
            Err(why) => return Ok(Err(why)),
        };
        let progress = self.progress(profile.learner)?;
        let current = progress.current(&self.course.manifest().id);
        let is_known = current.is_some_and(|(_, run)| self.was_entered(run, &responses));
        let attempt = AttemptId::from_bits(chance.bits());
        let lang = self.lang.as_ref().unwrap_or(&profile.lang);
        let made = on_paper(self.course, (&self.quiz, attempt), &self.asked, &responses, lang);
        let enrolment = current.map(|(enrolment, _)| enrolment);
        let none = || "the quiz has no questions".to_owned();
        Ok(made.map(|made| Row { profile, responses, made, enrolment, is_known }).ok_or_else(none))
    }

    fn progress(&self, learner: LearnerId) -> Result<Progress, StoreError> {
        let course = self.course.manifest().id.clone();
        let Answer::Opened(record) = self.desk.ask(Request::Open { learner, course })? else {
            return Err(StoreError::Closed);
        };
        Ok(Progress::of_events(&record.events))
    }

    /// Returns whether the same answers to the same questions are there already.
    fn was_entered(&self, run: &crate::journal::progress::Run, responses: &[Response]) -> bool {
        let same = |attempt: &crate::journal::progress::Attempt| {
            let mut pairs = self.asked.iter().zip(responses);
            pairs.all(|(asked, response)| {
                attempt
                    .answer_to(&asked.at)
                    .is_some_and(|given| given.answer.response == *response && given.answer.millis == 0)
            })
        };
        run.attempts_at(|quiz| *quiz == self.quiz).into_iter().any(|(_, attempt)| same(attempt))
    }

    /// Writes the rows as they were understood, with what they are worth.
    fn shown(&self, rows: &[Row]) -> String {
        let widest = rows.iter().map(|row| width(&row.profile.name)).max().unwrap_or_default();
        let line = |row: &Row| {
            let answers =
                self.asked.iter().zip(&row.responses).map(|(asked, response)| written(&asked.question, response));
            let known = if row.is_known { "  (entered before: not saved again)" } else { "" };
            let (name, percent) = (pad_right(&one_line(&row.profile.name), widest), row.made.outcome.grade.percent());
            format!("{name}  {percent:>3} %  {}{known}\n", answers.collect::<Vec<_>>().join(" "))
        };
        rows.iter().map(line).collect::<String>().trim_end().to_owned()
    }

    fn save(&self, row: Row, chance: &mut dyn Chance) -> Result<(), StoreError> {
        let manifest = self.course.manifest();
        let enrolled = Body::Enrolled { course: manifest.id.clone(), version: manifest.version.clone() };
        let begins = row.enrolment.is_none().then_some(enrolled).into_iter();
        let enrolment = row.enrolment.unwrap_or_else(|| EnrolmentId::from_bits(chance.bits()));
        let lang = self.lang.clone().unwrap_or_else(|| row.profile.lang.clone());
        let (at, via) = (self.at, Via::Paper);
        let event = |body| NewEvent { author: Author::Trainer, enrolment, via, lang: lang.clone(), at, body };
        let events = begins.chain(row.made.events).map(event).collect();
        let (learner, asked) = (row.profile.learner, row.made.asked);
        self.desk.ask(Request::Append { learner, with: None, events, asked, drop_draft: None })?;
        Ok(())
    }
}
