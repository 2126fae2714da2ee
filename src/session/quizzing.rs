//! Quizzes and tests: starting, resuming, answering, leaving in the middle.
//!
//! Apart from the sitting, which knows only its questions: here the questions are drawn, events are sent, and a
//! half-given answer is kept.

use super::item::{Item, ItemDraft};
use super::sitting::{Inside, Outcome, Purpose, Sitting};
use super::{Effects, Session, reviewing};
use crate::assess::draw::{self, Stock, TestSeeds};
use crate::assess::{self, Grade, Response};
use crate::course::manifest::Draw;
use crate::course::{Course, Faults, Question, Test};
use crate::id::{AttemptId, CohortId, LessonId, QuestionId, QuestionRef, QuizId};
use crate::journal::Body;
use crate::journal::completion::{LessonState, QuizState};

fn draft_key(attempt: AttemptId, at: &QuestionRef) -> String {
    format!("answer/{attempt}/{at}")
}

fn inside_key(at: &QuestionRef) -> String {
    format!("inside/{at}")
}

fn low_bits(bits: u128) -> u64 {
    bits as u64
}

/// Returns the name under which a half-given answer is kept; none where it is not worth keeping.
fn kept_under(purpose: &Purpose, at: &QuestionRef) -> Option<String> {
    match purpose {
        Purpose::Attempt { attempt, .. } => Some(draft_key(*attempt, at)),
        Purpose::Inside(_) => Some(inside_key(at)),
        Purpose::Review => Some(reviewing::draft_key(at)),
        Purpose::Recall(_) | Purpose::Practice(_) => None,
    }
}

/// Returns the pass mark of a quiz or a test.
pub(super) fn pass_mark(course: &Course, quiz: &QuizId) -> Grade {
    let marks = course.manifest().pass;
    Grade::new(match quiz {
        QuizId::Lesson(lesson) => course.outline(lesson).map_or(marks.quiz, |outline| outline.pass),
        QuizId::Test(test) => course.test(test).map_or(marks.test, |test| test.pass),
    })
}

impl Session {
    /// Returns the run through questions that is under way.
    pub fn sitting(&self) -> Option<&Sitting> {
        self.sitting.as_ref()
    }

    /// Starts an attempt at a quiz or test, or goes on with the one that was left; without the code that it needs
    /// nothing is begun.
    pub fn sit(&mut self, quiz: &QuizId) -> Result<Effects, Faults> {
        if self.is_sitting(quiz) || self.needs_code(quiz) {
            return Ok(Effects::new());
        }
        let cohort = self.take_opened(quiz);
        let left = self.quiz_state(quiz).and_then(|state| state.left_with(self.partner_id())).map(|open| open.attempt);
        match left.map(|attempt| self.resumed(quiz, attempt)).transpose()?.flatten() {
            Some(sitting) => Ok(self.seat(sitting)),
            None => self.start(quiz, cohort),
        }
    }

    fn quiz_state(&self, quiz: &QuizId) -> Option<&QuizState> {
        let state = self.learning()?.state();
        match quiz {
            QuizId::Lesson(lesson) => state.lesson(lesson)?.quiz.as_ref(),
            QuizId::Test(test) => Some(&state.test(test)?.quiz),
        }
    }

    pub(super) fn is_sitting(&self, quiz: &QuizId) -> bool {
        let same = |sitting: &Sitting| matches!(&sitting.purpose, Purpose::Attempt { quiz: at, .. } if at == quiz);
        self.sitting.as_ref().is_some_and(|sitting| same(sitting) && !sitting.is_over())
    }

    fn start(&mut self, quiz: &QuizId, cohort: Option<CohortId>) -> Result<Effects, Faults> {
        let attempt = AttemptId::from_bits(self.chance.bits());
        let questions = self.draw(quiz, attempt)?;
        let mut items = self.items(&questions, attempt)?.unwrap_or_default();
        self.ask_confidence(quiz, &mut items);
        let purpose = Purpose::Attempt { attempt, quiz: quiz.clone(), pass: pass_mark(&self.course, quiz) };
        let Some(sitting) = Sitting::new(purpose, items) else { return Ok(Effects::new()) };
        let mut begun = vec![Body::AttemptStarted { attempt, quiz: quiz.clone(), questions }];
        begun.extend(cohort.map(|cohort| Body::TestOpened { attempt, cohort }));
        let mut effects = self.write_shared(begun);
        effects.extend(self.seat(sitting));
        Ok(effects)
    }

    fn seat(&mut self, mut sitting: Sitting) -> Effects {
        let position = sitting.position();
        sitting.go_to(position, self.clock.elapsed());
        let end = sitting.finish().filter(|_| sitting.is_over());
        self.sitting = Some(sitting);
        self.aside = None;
        end.map_or_else(Effects::new, |end| self.write_shared(vec![end]))
    }

    fn draw(&self, quiz: &QuizId, attempt: AttemptId) -> Result<Vec<QuestionRef>, Faults> {
        let earlier = self.quiz_state(quiz).map_or(&[][..], |state| &state.asked);
        let seed = low_bits(attempt.bits());
        Ok(match quiz {
            QuizId::Lesson(lesson) => draw::lesson_quiz(lesson, &*self.course.quiz(lesson, &self.lang)?, earlier, seed),
            QuizId::Test(test) => self.course.test(test).map_or_else(Vec::new, |test| {
                let seeds = TestSeeds { set: self.set_seed(test), attempt: seed };
                let stock = Stock { tracks: &self.course.manifest().tracks, lessons: self.course.outlines() };
                draw::test_quiz(test, stock, earlier, seeds)
            }),
        })
    }

    /// Returns what decides which questions belong to a test: the same for everybody, or a learner's own.
    fn set_seed(&self, test: &Test) -> u64 {
        let learner = match test.draw {
            Draw::Cohort => String::new(),
            Draw::Learner => self.learning().map_or_else(String::new, |l| l.profile.learner.to_string()),
        };
        draw::set_seed(self.course.manifest(), test, &learner)
    }

    fn items(&self, refs: &[QuestionRef], attempt: AttemptId) -> Result<Option<Vec<Item>>, Faults> {
        let mut items = Vec::new();
        for at in refs {
            let Some((slot, question)) = self.question(at)? else { return Ok(None) };
            let seed = assess::seed(attempt, &at.question);
            items.push(Item::new(at.clone(), slot, question, seed));
        }
        Ok(Some(items))
    }

    fn ask_confidence(&self, quiz: &QuizId, items: &mut [Item]) {
        let QuizId::Test(test) = quiz else { return };
        let asks = self.course.test(test).is_some_and(|test| test.confidence);
        for item in items {
            item.asks_confidence = asks;
        }
    }

    /// Sets the questions of an attempt out again, with what was answered; none where the course lost one of them.
    pub(super) fn resumed(&self, quiz: &QuizId, attempt: AttemptId) -> Result<Option<Sitting>, Faults> {
        let tried = self.learning().and_then(|learning| learning.run()?.attempts.get(&attempt));
        let Some(tried) = tried else { return Ok(None) };
        let Some(mut items) = self.items(tried.questions(), attempt)? else { return Ok(None) };
        self.ask_confidence(quiz, &mut items);
        for item in &mut items {
            if let Some(given) = tried.answer_to(&item.at) {
                item.restore_answer(&given.answer);
            }
        }
        let purpose = Purpose::Attempt { attempt, quiz: quiz.clone(), pass: pass_mark(&self.course, quiz) };
        let half_done = items.iter_mut().position(|item| self.restore_draft(attempt, item));
        let Some(mut sitting) = Sitting::new(purpose, items) else { return Ok(None) };
        if let Some(position) = half_done {
            sitting.go_to(position, self.clock.elapsed());
        }
        Ok(Some(sitting))
    }

    /// Puts back what was kept of an answer; says whether there was something.
    fn restore_draft(&self, attempt: AttemptId, item: &mut Item) -> bool {
        let draft = self.learning().and_then(|learning| learning.draft::<ItemDraft>(&draft_key(attempt, &item.at)));
        match draft {
            Some(draft) if item.graded.is_none() => item.restore(draft),
            Some(_) | None => false,
        }
    }

    /// Finds a question of a lesson's quiz, or one in its text, and the question that gives its slot the id.
    pub(super) fn question(&self, at: &QuestionRef) -> Result<Option<(QuestionId, Question)>, Faults> {
        let quiz = self.course.quiz(&at.lesson, &self.lang)?;
        let is = |q: &&Question| q.id == at.question || q.was.contains(&at.question);
        let found = quiz.slots.iter().find_map(|slot| Some((slot, slot.questions.iter().find(is)?)));
        let inside = || Some((at.question.clone(), self.question_inside(&at.lesson, &at.question)?));
        Ok(found.map(|(slot, question)| (slot.first().id.clone(), question.clone())).or_else(inside))
    }

    /// Says whether a lesson is to be opened with questions of earlier ones: it is new, they were not asked for it yet,
    /// and nothing else is being asked.
    pub fn is_recall_due(&self, lesson: &LessonId) -> bool {
        let Some(learning) = self.learning().filter(|_| self.sitting.is_none()) else { return false };
        let is_untouched = learning.state().lesson(lesson).is_some_and(LessonState::is_untouched);
        let mut asked = learning.run().into_iter().flat_map(|run| run.practised.keys());
        let wanted = self.course.outline(lesson).map_or(&[][..], |outline| &outline.recall);
        is_untouched && self.place(lesson).is_none() && !asked.any(|(at, q)| at == lesson && wanted.contains(q))
    }

    /// Asks the questions of earlier lessons that open a lesson; says whether there are any.
    pub fn sit_recall(&mut self, lesson: &LessonId) -> Result<bool, Faults> {
        let wanted = self.course.outline(lesson).map_or_else(Vec::new, |outline| outline.recall.clone());
        self.sit_practice(Purpose::Recall(lesson.clone()), &wanted)
    }

    /// Asks the questions of a finished attempt that were not right in full; it counts nowhere.
    pub fn sit_wrong_ones(&mut self) -> Result<bool, Faults> {
        let Some(sitting) = &self.sitting else { return Ok(false) };
        let wrong = |item: &&Item| item.graded.as_ref().is_some_and(|graded| !graded.grade.is_full());
        let wanted: Vec<_> = sitting.items.iter().filter(wrong).map(|item| item.at.clone()).collect();
        let Some(lesson) = wanted.first().map(|at| at.lesson.clone()) else { return Ok(false) };
        self.sit_practice(Purpose::Practice(lesson), &wanted)
    }

    /// Asks a question that stands inside a lesson; it counts nowhere. A half-given answer is taken up again.
    pub fn sit_inside(&mut self, lesson: &LessonId, question: Question) {
        let at = QuestionRef { lesson: lesson.clone(), question: question.id.clone() };
        let draft = self.learning().and_then(|learning| learning.draft::<ItemDraft>(&inside_key(&at)));
        let seed = self.inside_seed(&at);
        let mut item = Item::new(at, question.id.clone(), question, seed);
        if let Some(draft) = draft {
            item.restore(draft);
        }
        if let Some(mut sitting) = Sitting::new(Purpose::Inside(lesson.clone()), vec![item]) {
            sitting.go_to(0, self.clock.elapsed());
            self.set_aside();
            self.sitting = Some(sitting);
        }
    }

    /// Options inside a lesson stand in one order for a learner, whenever they come back.
    fn inside_seed(&self, at: &QuestionRef) -> u64 {
        assess::mix(self.learning().map_or(0, |learning| learning.enrolment.bits()), &at.to_string())
    }

    /// Returns how a learner stands with a question inside a lesson.
    pub fn inside(&self, lesson: &LessonId, question: &QuestionId) -> Inside {
        let at = QuestionRef { lesson: lesson.clone(), question: question.clone() };
        let Some(learning) = self.learning() else { return Inside::Untouched };
        let key = (lesson.clone(), at);
        let answered = learning.run().and_then(|run| run.practised.get(&key)).map(|practice| practice.grade);
        match answered {
            _ if learning.draft::<ItemDraft>(&inside_key(&key.1)).is_some() => Inside::Begun,
            Some(grade) => Inside::Answered(grade),
            None => Inside::Untouched,
        }
    }

    /// Puts an attempt or a review aside while something small is asked; leaving that takes it up again.
    fn set_aside(&mut self) {
        let goes_on = |sitting: &Sitting| matches!(sitting.purpose, Purpose::Attempt { .. } | Purpose::Review);
        if let Some(mut sitting) = self.sitting.take().filter(goes_on) {
            sitting.item_mut().look(None);
            self.aside = Some(sitting);
        }
    }

    fn sit_practice(&mut self, purpose: Purpose, wanted: &[QuestionRef]) -> Result<bool, Faults> {
        let round = AttemptId::from_bits(self.chance.bits());
        let items = self.items(wanted, round)?.unwrap_or_default();
        let Some(mut sitting) = Sitting::new(purpose, items) else { return Ok(false) };
        sitting.go_to(0, self.clock.elapsed());
        self.sitting = Some(sitting);
        Ok(true)
    }

    /// Changes the answer to the question that is shown; it is kept as a draft.
    pub fn respond(&mut self, response: Response) -> Effects {
        let Some(sitting) = &mut self.sitting else { return Effects::new() };
        if sitting.item().graded.is_some() {
            return Effects::new();
        }
        sitting.item_mut().response = response;
        self.keep_answer()
    }

    /// Shows the next hint; there is none in a test.
    pub fn hint(&mut self) -> Effects {
        let Some(sitting) = &mut self.sitting else { return Effects::new() };
        if !sitting.feedback_at_once() || sitting.item().graded.is_some() {
            return Effects::new();
        }
        sitting.item_mut().hint();
        self.keep_answer()
    }

    fn keep_answer(&mut self) -> Effects {
        let Some(sitting) = &self.sitting else { return Effects::new() };
        let draft = sitting.item().draft();
        match kept_under(&sitting.purpose, &draft.at) {
            Some(key) => self.keep_draft(key, &draft),
            None => Effects::new(),
        }
    }

    /// Keeps whether the learner is sure of the answer that is shown, where that is asked.
    pub fn set_confident(&mut self, confident: bool) {
        let item = self.sitting.as_mut().map(Sitting::item_mut);
        if let Some(item) = item.filter(|item| item.asks_confidence && item.graded.is_none()) {
            item.confident = Some(confident);
        }
    }

    /// Hands the answer in: graded, and sent to the store at once. In a test the next question follows.
    pub fn hand_in(&mut self) -> Effects {
        let (elapsed, lang) = (self.clock.elapsed(), self.lang.clone());
        let Some(sitting) = &mut self.sitting else { return Effects::new() };
        let events = sitting.hand_in(elapsed);
        if events.is_empty() {
            return Effects::new();
        }
        let asked = vec![sitting.item().asked(&lang)];
        let drop_draft = kept_under(&sitting.purpose, &sitting.item().at);
        let is_shared = matches!(sitting.purpose, Purpose::Attempt { .. });
        if !sitting.feedback_at_once() {
            sitting.advance(elapsed);
        }
        if let Some(key) = &drop_draft {
            self.drop_due(key);
        }
        if is_shared {
            self.write_shared_with(events, asked, drop_draft)
        } else {
            self.write_with(events, asked, drop_draft)
        }
    }

    /// Shows the next open question; says whether there was one.
    pub fn next_question(&mut self) -> bool {
        let elapsed = self.clock.elapsed();
        self.sitting.as_mut().is_some_and(|sitting| sitting.advance(elapsed))
    }

    /// Shows a question by its position, for looking back.
    pub fn look_at(&mut self, position: usize) -> Effects {
        let effects = self.flush_draft();
        let elapsed = self.clock.elapsed();
        if let Some(sitting) = &mut self.sitting {
            sitting.go_to(position, elapsed);
        }
        effects
    }

    /// Leaves the sitting; what was answered so far is kept, and an attempt that was put aside goes on.
    pub fn leave_sitting(&mut self) -> Effects {
        let effects = self.flush_draft();
        self.sitting = self.aside.take();
        let elapsed = self.clock.elapsed();
        if let Some(sitting) = &mut self.sitting {
            sitting.item_mut().look(Some(elapsed));
        }
        effects
    }

    /// Returns whether what is sat only measures, so that nobody passes or fails.
    pub fn only_measures(&self) -> bool {
        let test = self.sitting.as_ref().and_then(Sitting::test).and_then(|test| self.course.test(test));
        test.is_some_and(|test| test.kind.only_measures())
    }

    /// Returns how the sitting ended, once it is over.
    pub fn outcome(&self) -> Option<Outcome> {
        self.sitting.as_ref()?.outcome()
    }
}
