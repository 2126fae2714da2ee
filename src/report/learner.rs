//! The report on one learner's run through a course.
//!
//! Apart from the writers because here figures are taken from progress and rounded; and from progress because that
//! knows no words. Recorded grades are shown as recorded: nothing is graded anew.

mod answers;
mod charts;
mod exercises;
mod layouts;
mod marks;
mod outlook;
mod pairs;
mod questions;
mod regrades;
mod replies;
mod response;
mod summary;
mod texts;

use std::collections::BTreeMap;

use super::{Cell, Clean, Fact, Layout, Person, Report, Studied, Subject, Table};
use crate::clock::Timestamp;
use crate::course::exercise::{ExerciseOutline, Form};
use crate::course::{LessonOutline, Manifest, Question};
use crate::id::{ExerciseId, Lang, LearnerId, LessonId, QuestionRef, QuizId};
use crate::journal::event::Answer;
use crate::journal::{CourseState, Progress, Run};
use crate::words::{Value, Words};

pub(super) use texts::texts_of;
pub use texts::{AskedAs, asked_in, report_on_course};

#[cfg(test)]
pub(super) use layouts::ALL as LAYOUTS;

/// Where the texts of questions come from.
pub trait Texts {
    /// Returns the question as it was asked, or as it is now where it was not kept.
    fn question(&self, answer: &Answer) -> Option<Question>;
    /// Returns a form as it is now; none for one that the course no longer has.
    fn form(&self, form: &ExerciseId) -> Option<Form>;
    /// Returns what a Markdown text says, on one line and without markup.
    fn plain(&self, markdown: &str) -> String;
}

/// Who a report is on, as profiles have it.
#[derive(Debug, Clone, Copy)]
pub struct Learner<'a> {
    /// The learner.
    pub id: LearnerId,
    /// The name.
    pub name: &'a str,
    /// The station they come from.
    pub station: &'a str,
    /// The names of others on this machine, for those who sat there too.
    pub others: &'a Names,
}

/// Names by learner.
pub type Names = BTreeMap<LearnerId, String>;

/// What a report is made of.
pub struct Sources<'a> {
    /// Who it is on.
    pub learner: Learner<'a>,
    /// What happened.
    pub progress: &'a Progress,
    /// The course.
    pub manifest: &'a Manifest,
    /// Its lessons.
    pub outlines: &'a [LessonOutline],
    /// Its desk work.
    pub exercises: &'a [ExerciseOutline],
    /// The questions.
    pub texts: &'a dyn Texts,
    /// The language it is to be in.
    pub lang: &'a Lang,
    /// When it is made.
    pub now: Timestamp,
}

/// Makes the report on a learner's latest run through a course; of one who has not begun, every figure is nought.
pub fn learner_report(sources: &Sources<'_>) -> Report {
    let words = Words::new(sources.lang);
    let empty = Run::default();
    let run = sources.progress.current(&sources.manifest.id).map_or(&empty, |(_, run)| run);
    let state = CourseState::new(run, sources.manifest, sources.outlines);
    Maker { sources, words: &words, run, state: &state }.report()
}

/// What every part of the report is made with.
struct Maker<'a> {
    sources: &'a Sources<'a>,
    words: &'a Words,
    run: &'a Run,
    state: &'a CourseState,
}

impl Maker<'_> {
    fn report(&self) -> Report {
        let Sources { learner, manifest, lang, now, .. } = self.sources;
        let name = Clean::new(learner.name);
        let tables = self.tables();
        Report {
            kind: "learner",
            lang: (*lang).clone(),
            made_at: *now,
            title: self.say("report-title", &[("name", name.as_str().into())]),
            facts: self.facts(),
            subject: Subject::Person(Person { id: learner.id, name, station: Clean::new(learner.station) }),
            course: Studied {
                id: manifest.id.clone(),
                title: Clean::new(manifest.title.get(lang)),
                version: Clean::new(&manifest.version),
            },
            summary: self.label("report-summary"),
            figures: self.figures(),
            charts: self.charts(&tables),
            tables,
            notes: self.notes(),
        }
    }

    fn facts(&self) -> Vec<Fact> {
        let Sources { learner, manifest, lang, now, .. } = self.sources;
        let course = self.say(
            "report-course-version",
            &[("course", manifest.title.get(lang).into()), ("version", manifest.version.as_str().into())],
        );
        let fact = |label, text| Fact { label: self.label(label), text };
        vec![
            fact("report-learner", Clean::new(learner.name)),
            fact("report-station", Clean::new(learner.station)),
            fact("report-course", course),
            fact("report-made-at", Cell::time(*now).shown),
        ]
    }

    fn tables(&self) -> Vec<Table> {
        vec![
            self.table(&layouts::NEXT, self.next_rows()),
            self.table(&layouts::LESSONS, self.lesson_rows()),
            self.table(&layouts::TESTS, self.test_rows()),
            self.table(&layouts::EXERCISES, self.exercise_rows()),
            self.table(&layouts::MISSES, self.miss_rows()),
            self.table(&layouts::OUTCOMES, self.outcome_rows()),
            self.table(&layouts::REPLIES, self.reply_rows()),
            self.table(&layouts::ATTEMPTS, self.attempt_rows()),
            self.table(&layouts::WORK_ATTEMPTS, self.work_attempt_rows()),
            self.table(&layouts::QUESTIONS, self.question_rows()),
            self.table(&layouts::ANSWERS, self.answer_rows()),
        ]
    }

    fn table(&self, layout: &'static Layout, rows: Vec<Vec<Cell>>) -> Table {
        let label = |column: &super::Column| column.label.map(|key| self.label(key)).unwrap_or_default();
        debug_assert!(rows.iter().all(|row| row.len() == layout.columns.len()), "{}", layout.key);
        Table { layout, title: self.label(layout.title), labels: layout.columns.iter().map(label).collect(), rows }
    }

    fn notes(&self) -> Vec<Clean> {
        let course = &self.sources.manifest.id;
        let of_course = |run: &&Run| run.enrolled().is_some_and(|enrolled| enrolled.course == *course);
        let earlier = self.sources.progress.runs.values().filter(of_course).count().saturating_sub(1);
        let mut notes = vec![self.label("report-note-figures"), self.label("report-note-origin")];
        notes.extend(self.pair_notes());
        notes.extend(self.mark_notes());
        notes.extend(self.regrade_notes());
        if earlier > 0 {
            notes.push(self.say("report-note-earlier", &[("runs", earlier.into())]));
        }
        notes
    }

    fn label(&self, key: &str) -> Clean {
        Clean::new(&self.words.get(key))
    }

    fn say(&self, key: &str, args: &[(&str, Value<'_>)]) -> Clean {
        Clean::new(&self.words.with(key, args))
    }

    fn yes_no(&self, yes: bool) -> Cell {
        Cell::yes_no(yes, &self.words.get(if yes { "report-yes" } else { "report-no" }))
    }

    fn outline(&self, lesson: &LessonId) -> Option<&LessonOutline> {
        self.sources.outlines.iter().find(|outline| outline.id == *lesson || outline.was.contains(lesson))
    }

    /// Returns the title of a lesson or test; of one that is gone, its id.
    fn title(&self, quiz: &QuizId) -> String {
        let Sources { manifest, lang, .. } = self.sources;
        let title = match quiz {
            QuizId::Lesson(lesson) => self.outline(lesson).map(|outline| outline.title.get(lang)),
            QuizId::Test(test) => manifest.tests.iter().find(|t| t.id == *test).map(|test| test.title.get(lang)),
        };
        title.map_or_else(|| quiz.to_string(), str::to_owned)
    }

    /// Returns the id that a question has now; of one that is gone, the id it had.
    fn now(&self, question: &QuestionRef) -> QuestionRef {
        let found = self.outline(&question.lesson).and_then(|outline| {
            let mut all = outline.slots.iter().flat_map(|slot| &slot.questions);
            let (id, _) = all.find(|(id, was)| *id == question.question || was.contains(&question.question))?;
            Some(QuestionRef { lesson: outline.id.clone(), question: id.clone() })
        });
        found.unwrap_or_else(|| question.clone())
    }
}

fn percent(grade: Option<crate::assess::Grade>) -> Cell {
    grade.map_or_else(Cell::nothing, |grade| Cell::percent(grade.percent()))
}

fn time(at: Option<Timestamp>) -> Cell {
    at.map_or_else(Cell::nothing, Cell::time)
}

#[cfg(test)]
pub(super) mod tests;
