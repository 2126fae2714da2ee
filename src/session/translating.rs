//! Another language in the middle of something: the words change at once, what was made so far stays.
//!
//! Apart from what is open, because all of it changes at once. Where an answer is made of places in a text, it belongs
//! to the text of its language: it waits there, and is found again when the language comes back.

use super::Session;
use super::sitting::{Purpose, Sitting};
use crate::course::Question;
use crate::course::exercise::{Engine, Exercise, Work};
use crate::course::markdown::{Block, BlockKind, visit_blocks};
use crate::id::{LessonId, QuestionId};

impl Session {
    /// Puts everything that is under way in the session's language.
    pub(super) fn translate_open(&mut self) {
        let sitting = self.sitting.take();
        self.sitting = sitting.map(|sitting| self.translated(sitting));
        let aside = self.aside.take();
        self.aside = aside.map(|sitting| self.translated(sitting));
        self.translate_bench();
    }

    /// A question whose translation is at fault stays as it is; the fault is told where its lesson is opened.
    fn translated(&self, mut sitting: Sitting) -> Sitting {
        let lesson = if let Purpose::Inside(lesson) = &sitting.purpose { Some(lesson.clone()) } else { None };
        for item in &mut sitting.items {
            let question = match &lesson {
                Some(lesson) => self.question_inside(lesson, &item.at.question),
                None => self.question(&item.at).ok().flatten().map(|(_, question)| question),
            };
            if let Some(question) = question {
                item.translate(question);
            }
        }
        sitting
    }

    /// Finds a question that stands in the text of a lesson.
    pub(super) fn question_inside(&self, lesson: &LessonId, id: &QuestionId) -> Option<Question> {
        let lesson = self.course.lesson(lesson, &self.lang).ok()?;
        let mut found = None;
        let mut look = |block: &Block| {
            if let BlockKind::Question(question) = &block.kind
                && question.id == *id
            {
                found = Some((**question).clone());
            }
        };
        (0..lesson.document.sections().len()).for_each(|at| visit_blocks(&lesson.document.blocks(at), &mut look));
        found
    }

    fn translate_bench(&mut self) {
        let Some(bench) = &mut self.bench else { return };
        // What colleagues sent is laid out by the session itself, and has no file to be opened from.
        if bench.purpose == super::bench::Purpose::Swaps {
            return self.translate_swaps();
        }
        if let Ok(opened) = self.course.exercise(&bench.exercise.id, &self.lang)
            && fits(&bench.work, &bench.exercise, &opened)
        {
            bench.translate(opened);
        }
    }
}

/// Returns whether marks that were made in one text mean the same words in another.
fn fits(work: &Work, from: &Exercise, to: &Exercise) -> bool {
    let (Work::Mark { marks }, Engine::Mark(from), Engine::Mark(to)) = (work, &from.engine, &to.engine) else {
        return true;
    };
    marks.is_empty() || from.words.len() == to.words.len()
}
