//! One lesson: what was read, the quiz, the outcomes, and the minutes that remain.

use std::collections::BTreeSet;

use super::is_lesson;
use super::mastery::{self, OutcomeState};
use super::quiz::QuizState;
use crate::assess::Grade;
use crate::course::outline::SectionOutline;
use crate::course::{LessonOutline, Manifest};
use crate::id::{ExerciseId, LessonId, QuizId, SectionId};
use crate::journal::progress::Run;

/// The hands-on work of a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Exercise {
    /// The lesson has none.
    None,
    /// It is there.
    Set(ExerciseState),
}

impl Exercise {
    /// Returns whether nothing of it remains to be done.
    pub fn is_done(&self) -> bool {
        match self {
            Self::None => true,
            Self::Set(state) => state.passed,
        }
    }
}

/// Where a learner is in an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseState {
    /// The exercise.
    pub exercise: ExerciseId,
    /// How many tries were handed in.
    pub attempts: usize,
    /// What the first was worth.
    pub first: Option<Grade>,
    /// What the best was worth.
    pub best: Option<Grade>,
    /// Whether one of them passed.
    pub passed: bool,
}

impl ExerciseState {
    /// Holds a run against an exercise.
    pub fn new(run: &Run, exercise: &ExerciseId) -> Self {
        let tries = run.desk_work.tries(|id| id == exercise);
        let ends = || run.desk_work.ends(exercise).map(|done| &done.result);
        Self {
            exercise: exercise.clone(),
            attempts: tries.len(),
            first: tries.first().map(|(_, done)| done.result.grade),
            best: ends().map(|result| result.grade).max(),
            passed: ends().any(|result| result.passed),
        }
    }
}

/// Where a learner is in a lesson.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LessonState {
    /// The lesson, by the id it has now.
    pub lesson: LessonId,
    /// The sections that were read to their end, by the ids they have now.
    pub sections_seen: BTreeSet<SectionId>,
    /// How many sections there are.
    pub sections_total: usize,
    /// The quiz; none where the lesson has no questions.
    pub quiz: Option<QuizState>,
    /// The exercise.
    pub exercise: Exercise,
    /// The outcomes, in order.
    pub outcomes: Vec<OutcomeState>,
    /// Whether all sections were seen, the quiz passed, and the exercise too.
    pub done: bool,
    /// Minutes of the whole.
    pub minutes: u16,
    /// Minutes that remain.
    pub minutes_left: u16,
    /// Seconds somebody was there.
    pub active_seconds: u64,
}

impl LessonState {
    /// Holds a run against one lesson.
    pub fn new(run: &Run, manifest: &Manifest, outline: &LessonOutline) -> Self {
        let sections_seen = seen(run, outline);
        let quiz = (!outline.slots.is_empty()).then(|| quiz_state(run, outline));
        let exercise =
            outline.exercise.as_ref().map_or(Exercise::None, |id| Exercise::Set(ExerciseState::new(run, id)));
        let is_read = sections_seen.len() == outline.sections.len();
        let is_passed = quiz.as_ref().is_none_or(|quiz| quiz.passed);
        let has_content = !outline.sections.is_empty() || quiz.is_some();
        let mut state = Self {
            lesson: outline.id.clone(),
            sections_total: outline.sections.len(),
            outcomes: mastery::outcomes(run, outline),
            done: has_content && is_read && is_passed && exercise.is_done(),
            minutes: outline.minutes,
            minutes_left: 0,
            active_seconds: active(run, outline),
            sections_seen,
            quiz,
            exercise,
        };
        state.minutes_left = state.remaining(outline, manifest.words_per_minute);
        state
    }

    /// Returns whether every section was seen.
    pub fn is_read(&self) -> bool {
        self.sections_seen.len() == self.sections_total
    }

    /// Returns whether nothing of it was read or tried.
    pub fn is_untouched(&self) -> bool {
        let is_tried = self.quiz.as_ref().is_some_and(|quiz| quiz.attempts > 0 || !quiz.open.is_empty());
        self.sections_seen.is_empty() && !is_tried
    }

    /// Reading goes by words; what the lesson's minutes leave beside it is shared by quiz and exercise.
    fn remaining(&self, outline: &LessonOutline, words_per_minute: u16) -> u16 {
        let is_unread = |section: &&SectionOutline| !self.sections_seen.contains(&section.id);
        let all: usize = outline.sections.iter().map(|s| s.words).sum();
        let unread: usize = outline.sections.iter().filter(is_unread).map(|s| s.words).sum();
        let whole = usize::from(self.minutes) * 60;
        let reading = (all * 60 / usize::from(words_per_minute).max(1)).min(whole);
        let asks = usize::from(self.quiz.is_some()) + usize::from(self.exercise != Exercise::None);
        let open = usize::from(self.quiz.as_ref().is_some_and(|q| !q.passed)) + usize::from(!self.exercise.is_done());
        let left = reading * unread / all.max(1) + (whole - reading) * open / asks.max(1);
        u16::try_from(left.div_ceil(60)).unwrap_or(u16::MAX)
    }
}

fn seen(run: &Run, outline: &LessonOutline) -> BTreeSet<SectionId> {
    let events: BTreeSet<_> =
        run.sections.iter().filter(|(id, _)| is_lesson(outline, id)).flat_map(|(_, sections)| sections).collect();
    let is_seen = |s: &&SectionOutline| events.contains(&s.id) || s.was.iter().any(|was| events.contains(was));
    outline.sections.iter().filter(is_seen).map(|section| section.id.clone()).collect()
}

fn quiz_state(run: &Run, outline: &LessonOutline) -> QuizState {
    let is_this = |quiz: &QuizId| matches!(quiz, QuizId::Lesson(id) if is_lesson(outline, id));
    QuizState::new(&run.attempts_at(is_this), &[outline])
}

fn active(run: &Run, outline: &LessonOutline) -> u64 {
    let is_this = |id: &Option<LessonId>| id.as_ref().is_some_and(|id| is_lesson(outline, id));
    run.active.iter().filter(|(id, _)| is_this(id)).map(|(_, seconds)| seconds).sum()
}
