//! The texts of a course's questions: as they were asked where that was kept, else as they are now.
//!
//! Apart from the report because tests and other programs bring texts of their own.

use std::collections::BTreeMap;

use super::{Learner, Sources, Texts, learner_report};
use crate::clock::Timestamp;
use crate::course::exercise::{Engine, Form};
use crate::course::hash::ContentHash;
use crate::course::markdown::{inlines_of, plain_inlines};
use crate::course::{Course, Question};
use crate::id::{CourseId, ExerciseId, Lang};
use crate::journal::Progress;
use crate::journal::event::Answer;
use crate::report::Report;
use crate::text::one_line;

/// The hashes of what was shown and of what counted as right: together they name a question as it was asked.
pub type AskedAs = (ContentHash, ContentHash);

/// Names the questions, as they were asked, that a report on the latest run through a course speaks of.
pub fn asked_in(progress: &Progress, course: &CourseId) -> Vec<AskedAs> {
    let attempts = progress.current(course).into_iter().flat_map(|(_, run)| run.attempts.values());
    let answers = attempts.flat_map(|attempt| attempt.answers.values()).map(|given| &given.answer);
    let mut hashes: Vec<AskedAs> = answers.map(|answer| (answer.text_hash, answer.key_hash)).collect();
    hashes.sort_unstable();
    hashes.dedup();
    hashes
}

/// Makes a learner's report on a course, with the questions that were kept as asked.
pub fn report_on_course(
    course: &Course,
    learner: Learner<'_>,
    progress: &Progress,
    asked: BTreeMap<AskedAs, Question>,
    lang: &Lang,
    now: Timestamp,
) -> Report {
    let texts = texts_of(course, asked, lang);
    let (manifest, outlines, exercises) = (course.manifest(), course.outlines(), course.exercises());
    learner_report(&Sources { learner, progress, manifest, outlines, exercises, texts: &texts, lang, now })
}

/// Returns the texts of a course's questions, those that were kept as asked before those of now.
pub(in crate::report) fn texts_of<'a>(
    course: &'a Course,
    asked: BTreeMap<AskedAs, Question>,
    lang: &'a Lang,
) -> impl Texts + use<'a> {
    CourseTexts { course, asked, lang }
}

struct CourseTexts<'a> {
    course: &'a Course,
    asked: BTreeMap<AskedAs, Question>,
    lang: &'a Lang,
}

impl Texts for CourseTexts<'_> {
    fn question(&self, answer: &Answer) -> Option<Question> {
        let asked = self.asked.get(&(answer.text_hash, answer.key_hash)).cloned();
        // A lesson that cannot be opened now has no texts; the report then names its questions by their ids.
        asked.or_else(|| self.course.question(&answer.question, self.lang).ok().flatten())
    }

    fn form(&self, form: &ExerciseId) -> Option<Form> {
        // A form that cannot be opened now has no texts; the report then names its questions by their ids.
        match &self.course.exercise(form, self.lang).ok()?.engine {
            Engine::Form(form) => Some(form.clone()),
            Engine::Write(_)
            | Engine::Arrange(_)
            | Engine::Mark(_)
            | Engine::Desk(_)
            | Engine::Case(_)
            | Engine::Field(_)
            | Engine::Stages(_) => None,
        }
    }

    fn plain(&self, markdown: &str) -> String {
        one_line(&plain_inlines(&inlines_of(markdown, &**self.course.words(self.lang))))
    }
}
