//! What a piece of desk work is worth, and why: pure rules, one engine a file.
//!
//! Apart from questions because work is judged by rules that each explain themselves. It is total: a work that does
//! not fit its exercise is worth little and breaks nothing. No store, no clock, no terminal.

mod arrange;
pub mod case;
mod desk;
mod done;
mod field;
mod finding;
pub mod form;
mod mark;
#[cfg(test)]
mod samples;
mod score;
pub mod stages;
mod start;
pub mod text;
mod write;

pub use done::{Done, Piece, done};
pub use finding::{Finding, Place, Said};
pub use score::{Assessment, PartScore, counts, time_grade};
pub use start::start;

use std::collections::BTreeMap;

use super::{Grade, Response, grade_response};
use crate::course::exercise::{Engine, Exercise, Part, Work};
use crate::id::QuestionId;

/// How the work was done, beside what was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// Seconds on the clock, without pauses.
    pub seconds: u32,
    /// Whether the learner chose to work without the clock: time does not score then.
    pub untimed: bool,
    /// Whether somebody is still at work: rules that would tell the answer wait until the work is handed in.
    pub is_live: bool,
}

/// What the rules of a form need to know beside it.
#[derive(Debug, Clone, Copy)]
struct Ground {
    /// Whether somebody is still at work.
    is_live: bool,
    /// Words that are read aloud in a minute.
    read_aloud: u16,
}

/// Grades of parts, and what was found.
#[derive(Debug, Clone, PartialEq, Default)]
struct Judged {
    parts: Vec<(Part, Grade)>,
    findings: Vec<Finding>,
}

/// Judges a work with the answers to the questions after it.
pub fn assess(
    exercise: &Exercise,
    work: &Work,
    answers: &BTreeMap<QuestionId, Response>,
    around: Circumstances,
) -> Assessment {
    let mut judged = judge(exercise, work, around);
    if !exercise.questions.is_empty() {
        judge_answers(exercise, answers, &mut judged);
    }
    if !around.untimed && !matches!(exercise.engine, Engine::Case(_)) {
        let grade = time_grade(around.seconds, u32::from(exercise.minutes) * 60);
        judged.parts.push((Part::Time, done(exercise, work).of_grade(grade)));
    }
    score::total(exercise, judged, around.untimed)
}

/// Returns what the rules find in unfinished work, for showing beside it.
pub fn findings(exercise: &Exercise, work: &Work, around: Circumstances) -> Vec<Finding> {
    judge(exercise, work, Circumstances { is_live: true, ..around }).findings
}

fn judge(exercise: &Exercise, work: &Work, around: Circumstances) -> Judged {
    let read_aloud = exercise.read_aloud;
    match (&exercise.engine, work) {
        (Engine::Form(form), Work::Form { fields }) => {
            form::judge(form, fields, Ground { is_live: around.is_live, read_aloud })
        }
        (Engine::Write(writing), Work::Write { text }) => write::judge(writing, text, read_aloud),
        (Engine::Arrange(arranging), Work::Arrange { cards, labels, captions }) => {
            arrange::judge(arranging, &arrange::Laid { cards, labels, captions }, read_aloud)
        }
        (Engine::Mark(marking), Work::Mark { marks }) => mark::judge(marking, marks, read_aloud),
        (Engine::Desk(desk), Work::Desk { decided }) => desk::judge(desk, decided, read_aloud),
        (Engine::Case(case), Work::Case { used, cited, concluded, .. }) => {
            case::judge(case, &case::Inquiry { used, cited, concluded })
        }
        (Engine::Field(task), Work::Field { done, ticked, .. }) => field::judge(task, &exercise.rubric, done, ticked),
        (Engine::Stages(_), _) => Judged::default(),
        (
            Engine::Form(_)
            | Engine::Write(_)
            | Engine::Arrange(_)
            | Engine::Mark(_)
            | Engine::Desk(_)
            | Engine::Case(_)
            | Engine::Field(_),
            _,
        ) => judge(exercise, &start(exercise), around),
    }
}

fn judge_answers(exercise: &Exercise, answers: &BTreeMap<QuestionId, Response>, judged: &mut Judged) {
    let mut grades = Vec::new();
    for question in &exercise.questions {
        let grade = answers.get(&question.id).map_or(Grade::ZERO, |given| grade_response(question, given).grade);
        grades.push(grade);
        if !grade.is_full() {
            judged.findings.push(Finding::of_question(question));
        }
    }
    judged.parts.push((Part::Questions, Grade::mean(grades)));
}
