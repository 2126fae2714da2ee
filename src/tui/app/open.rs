//! Ways into a lesson or a quiz, from wherever they are asked for.
//!
//! Apart so that rundown, search, notes and results all open them alike, and so that a faulty one is a page that says
//! so, never a crash.

use super::App;
use crate::course::Faults;
use crate::id::{LessonId, QuizId};
use crate::session::{Effects, Place};
use crate::tui::screens::{Failure, Quiz, Screen};

impl App {
    /// Opens a lesson where the learner was, or at a place.
    pub(super) fn open_lesson(&mut self, lesson: &LessonId, _place: Option<Place>) -> Effects {
        match self.session.open_lesson(lesson) {
            Ok((_lesson, effects)) => effects,
            Err(faults) => self.fail(faults),
        }
    }

    /// Sits a quiz or a test.
    pub(super) fn sit(&mut self, quiz: &QuizId) -> Effects {
        match self.session.sit(quiz) {
            Ok(effects) => {
                self.show_quiz();
                effects
            }
            Err(faults) => self.fail(faults),
        }
    }

    /// Brings the quiz under way to the top: there is one sitting, and so one screen of it.
    fn show_quiz(&mut self) {
        self.above.retain(|screen| !matches!(screen, Screen::Quiz(_) | Screen::Result(_)));
        if self.session.sitting().is_some() {
            self.above.push(Screen::Quiz(Quiz::default()));
        }
    }

    fn fail(&mut self, faults: Faults) -> Effects {
        self.above.push(Screen::Failure(Failure::of_course(faults)));
        Effects::new()
    }
}
