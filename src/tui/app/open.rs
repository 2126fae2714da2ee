//! Ways into a lesson or a quiz, from wherever they are asked for.
//!
//! Apart so that rundown, search, notes and results all open them alike, and so that a faulty one is a page that says
//! so, never a crash.

use std::sync::Arc;

use super::{App, Notice};
use crate::course::exercise::EngineKind;
use crate::course::{ExerciseOutline, Faults, Lesson};
use crate::id::{ExerciseId, LessonId, QuizId};
use crate::session::rundown::Page;
use crate::session::{Effects, Place};
use crate::tui::screens::{Code, Debrief, Failure, Quiz, Reader, Screen, Story, Workbench};

impl App {
    /// Opens a lesson where the learner was, or at a place; one that is open already is gone back to.
    pub(super) fn open_lesson(&mut self, lesson: &LessonId, place: Option<Place>) -> Effects {
        match self.session.open_lesson(lesson) {
            Ok((opened, effects)) => {
                self.show_lesson(opened, place);
                effects
            }
            Err(faults) => self.fail(faults),
        }
    }

    /// Opens a lesson, or desk work, by its id.
    pub(super) fn open_by_id(&mut self, id: &LessonId) -> Effects {
        match Page::named(self.session.course(), id) {
            Page::Work(exercise) => self.work_on(&exercise),
            Page::Lesson(_) | Page::Test(_) | Page::Form(..) => self.open_lesson(id, None),
        }
    }

    fn show_lesson(&mut self, lesson: Arc<Lesson>, place: Option<Place>) {
        let is_it = |screen: &Screen| matches!(screen, Screen::Reader(reader) if *reader.lesson() == lesson.id);
        if let Some(at) = self.above.iter().rposition(is_it) {
            self.above.truncate(at + 1);
            if let (Some(Screen::Reader(reader)), Some(place)) = (self.above.last_mut(), place) {
                reader.go_to(place);
            }
            return;
        }
        let id = lesson.id.clone();
        let place = place.or_else(|| self.session.place(&id));
        let reader = Reader::new(lesson, self.session.lang().clone(), place);
        self.above.push(Screen::Reader(Box::new(reader)));
        self.recall(&id);
    }

    /// Asks the questions of earlier lessons that open a lesson, the first time it is opened.
    fn recall(&mut self, lesson: &LessonId) {
        if !self.session.is_recall_due(lesson) {
            return;
        }
        // An earlier lesson at fault says so when it is opened; this one can be read all the same.
        if matches!(self.session.sit_recall(lesson), Ok(true)) {
            self.above.push(Screen::Quiz(Quiz::default()));
            self.notice = Some(Notice { text: self.look.words.get("quiz-recall-intro"), is_fault: false });
        }
    }

    /// Sits a quiz or a test; one that a trainer's code opens asks for it first.
    pub(super) fn sit(&mut self, quiz: &QuizId) -> Effects {
        if let (QuizId::Test(test), true) = (quiz, self.session.needs_code(quiz)) {
            self.above.push(Screen::Code(Code::new(test.clone())));
            return Effects::new();
        }
        match self.session.sit(quiz) {
            Ok(effects) => {
                self.show_quiz();
                effects
            }
            Err(faults) => self.fail(faults),
        }
    }

    /// Asks what is due for review, or says when something is.
    pub(super) fn review(&mut self) -> Effects {
        let (is_due, effects) = self.session.sit_review();
        if is_due {
            self.show_quiz();
        } else {
            self.notice = Some(Notice { text: self.session.told_nothing_due(&self.look.words), is_fault: false });
        }
        effects
    }

    /// Brings the quiz under way to the top: there is one sitting, and so one screen of it.
    fn show_quiz(&mut self) {
        self.above.retain(|screen| !matches!(screen, Screen::Quiz(_) | Screen::Result(_) | Screen::Code(_)));
        if self.session.sitting().is_some() {
            self.above.push(Screen::Quiz(Quiz::default()));
        }
    }

    /// Lays desk work out, or shows the stages of a story.
    pub(super) fn work_on(&mut self, exercise: &ExerciseId) -> Effects {
        let is_story = |outline: &ExerciseOutline| outline.engine == EngineKind::Stages;
        if self.session.course().exercise_outline(exercise).is_some_and(is_story) {
            return match Story::open(&mut self.session, exercise) {
                Ok((story, effects)) => {
                    self.above.push(Screen::Story(Box::new(story)));
                    effects
                }
                Err(faults) => self.fail(faults),
            };
        }
        let laid_out = self.session.work_on(exercise);
        self.show_work(laid_out)
    }

    /// Opens a tool for a real item.
    pub(super) fn open_tool(&mut self, exercise: &ExerciseId, name: &str) -> Effects {
        let laid_out = self.session.open_tool(exercise, name);
        self.show_work(laid_out)
    }

    /// Lays out a form that nobody judges.
    pub(super) fn reply_to(&mut self, form: &ExerciseId, day: Option<u16>) -> Effects {
        let laid_out = self.session.reply_to(form, day);
        self.show_work(laid_out)
    }

    /// Lays out what colleagues sent.
    pub(super) fn work_on_swaps(&mut self) -> Effects {
        let effects = self.session.work_on_swaps();
        self.show_work(Ok(effects))
    }

    /// There is one bench, and so one screen of it.
    fn show_work(&mut self, laid_out: Result<Effects, Faults>) -> Effects {
        match laid_out {
            Ok(effects) => {
                self.above.retain(|screen| !matches!(screen, Screen::Work(_) | Screen::Debrief(_)));
                self.above.push(Screen::Work(Box::new(Workbench::new(&self.session))));
                effects
            }
            Err(faults) => self.fail(faults),
        }
    }

    /// Shows the debrief of the work that was handed in last; says so where there is none.
    pub(super) fn look_back(&mut self, exercise: &ExerciseId) {
        // What is no story, or is at fault, is told below.
        if let Ok(Some(story)) = Story::look_back(&self.session, exercise) {
            return self.above.push(Screen::Story(Box::new(story)));
        }
        let has_one = self.session.exercise_state(exercise).is_some_and(|state| state.attempts > 0);
        if has_one {
            let debrief = Debrief::new(&self.session, exercise.clone());
            self.above.push(Screen::Debrief(Box::new(debrief)));
        } else {
            self.notice = Some(Notice { text: self.look.words.get("desk-nothing-yet"), is_fault: false });
        }
    }

    fn fail(&mut self, faults: Faults) -> Effects {
        self.above.push(Screen::Failure(Failure::of_course(faults)));
        Effects::new()
    }
}
