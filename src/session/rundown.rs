//! The home screen as a value: the course laid out like a bulletin's running order, with what remains of it.
//!
//! Apart from drawing so that the screen and plain mode list the same pages with the same figures.

use super::Session;
use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::course::manifest::{Capstone, Questionnaire, TestKind};
use crate::course::{Course, LessonOutline, Test, Track};
use crate::id::{ExerciseId, LearnerId, LessonId, QuizId, TestId, TrackId};
use crate::journal::CourseState;
use crate::journal::completion::{
    CapstoneState, ExerciseState, LessonState, Next, QuestionnaireState, QuizState, TestState,
};
use crate::words::Words;

/// The page letter of tests that end no track.
const TESTS: char = 'T';

/// What a row leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Page {
    /// A lesson with its quiz.
    Lesson(LessonId),
    /// A test.
    Test(TestId),
    /// Desk work with a row of its own.
    Work(ExerciseId),
    /// A form that nobody judges; after how many days it is asked, if it is not at the end.
    Form(ExerciseId, Option<u16>),
}

impl Page {
    /// Returns what an id written by a person means: a lesson, or the desk work that has it where no lesson does.
    pub fn named(course: &Course, id: &LessonId) -> Self {
        let work = || ExerciseId::new(id.as_str()).ok().filter(|work| course.exercise_outline(work).is_some());
        match course.outline(id) {
            Some(_) => Self::Lesson(id.clone()),
            None => work().map_or_else(|| Self::Lesson(id.clone()), Self::Work),
        }
    }
}

/// How far a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Not begun.
    Untouched,
    /// Being read: sections seen of all.
    Reading(usize, usize),
    /// Read; the quiz is next.
    QuizNext,
    /// Read and the quiz passed with this best grade; the desk work is next.
    WorkNext(Grade),
    /// The quiz was left at this question (from 1) of so many.
    QuizLeft(usize, usize),
    /// Tried and not passed: the best grade.
    NotPassed(Grade),
    /// Passed, but something else is missing: the best grade.
    Passed(Grade),
    /// Done: the best grade.
    Done(Grade),
    /// Desk work that was begun.
    Begun,
    /// A form that is due from that time on; none where that cannot be said yet.
    Later(Option<Timestamp>),
    /// A form that is due.
    Due,
    /// A form that was filled in.
    Replied,
}

/// One line of the running order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The page number: `A4`.
    pub number: String,
    /// What it leads to.
    pub page: Page,
    /// Capitals, digits, `-`.
    pub slug: String,
    /// The title in the session's language.
    pub title: String,
    /// Minutes in all.
    pub minutes: u16,
    /// Minutes that remain.
    pub left: u16,
    /// How far it is.
    pub status: Status,
}

impl Row {
    /// Returns whether anything hangs on it: a form counts for nothing.
    pub fn counts(&self) -> bool {
        !matches!(self.page, Page::Form(..))
    }
}

/// A track with its rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The track; none for what belongs to no track.
    pub track: Option<TrackId>,
    /// The page letter.
    pub letter: char,
    /// The title of a track.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Block {
    /// Returns what stands above it.
    pub fn heading(&self, words: &Words) -> String {
        let has_more = self.rows.iter().any(|row| !matches!(row.page, Page::Test(_)));
        match &self.track {
            Some(_) => self.title.clone(),
            None if has_more => words.get("home-end"),
            None => words.get("home-tests"),
        }
    }

    /// Returns how many of the rows that count are done, and how many there are.
    pub fn done(&self) -> (usize, usize) {
        let counted = || self.rows.iter().filter(|row| row.counts());
        (counted().filter(|row| matches!(row.status, Status::Done(_))).count(), counted().count())
    }

    /// Returns the minutes that remain.
    pub fn left(&self) -> u32 {
        self.rows.iter().map(|row| u32::from(row.left)).sum()
    }
}

/// The whole running order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rundown {
    /// The course's title.
    pub title: String,
    /// The tracks, each with its test; before them a block of the tests before the course, after them one of capstones,
    /// all other tests and forms, where there are any.
    pub blocks: Vec<Block>,
    /// Where "continue" leads: block and row.
    pub next: Option<(usize, usize)>,
    /// Whether the course is done.
    pub done: bool,
}

impl Rundown {
    /// Returns the rows in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.blocks.iter().flat_map(|block| &block.rows)
    }

    /// Returns the minutes that remain.
    pub fn left(&self) -> u32 {
        self.blocks.iter().map(Block::left).sum()
    }

    /// Returns the share of the course's minutes that is behind the learner, in percent.
    pub fn percent(&self) -> u32 {
        let all: u32 = self.rows().filter(|row| row.counts()).map(|row| u32::from(row.minutes)).sum();
        (all - self.left().min(all)) * 100 / all.max(1)
    }
}

impl Session {
    /// Lays the course out with what the learner has done; none before a learner is here.
    pub fn rundown(&self) -> Option<Rundown> {
        let state = self.learning()?.state();
        let [before, after] = self.other_blocks(state);
        let tracks = self.course().manifest().tracks.iter().map(|track| self.track_block(track, state));
        let blocks: Vec<Block> = before.into_iter().chain(tracks).chain(after).collect();
        let next = self.next_page(state).and_then(|page| position_of(&blocks, &page));
        let title = self.course().manifest().title.get(self.lang()).to_owned();
        Some(Rundown { title, blocks, next, done: state.done })
    }

    fn track_block(&self, track: &Track, state: &CourseState) -> Block {
        let outlines = track.lessons.iter().filter_map(|id| self.course().outline(id));
        let known = outlines.filter_map(|outline| Some((outline, state.lesson(&outline.id)?)));
        let row = |(i, (outline, state)): (usize, (&LessonOutline, &LessonState))| Row {
            number: format!("{}{}", track.letter, i + 1),
            page: Page::Lesson(outline.id.clone()),
            slug: outline.slug.clone(),
            title: outline.title.get(self.lang()).to_owned(),
            minutes: outline.minutes,
            left: state.minutes_left,
            status: lesson_status(state, self.partner_id()),
        };
        let mut rows: Vec<Row> = known.enumerate().map(row).collect();
        let of_track = |test: &Test| test.track.as_ref() == Some(&track.id);
        rows.extend(self.test_rows((track.letter, rows.len()), state, of_track));
        let title = track.title.get(self.lang()).to_owned();
        Block { track: Some(track.id.clone()), letter: track.letter, title, rows }
    }

    /// Returns the rows of some tests; a number is the block's letter and the place after the rows before them.
    fn test_rows(&self, (letter, before): (char, usize), state: &CourseState, is: impl Fn(&Test) -> bool) -> Vec<Row> {
        let tests = self.course().manifest().tests.iter().filter(|test| is(test));
        let known = tests.filter_map(|test| Some((test, state.test(&test.id)?)));
        let row = |(i, (test, state)): (usize, (&Test, &TestState))| Row {
            number: format!("{letter}{}", before + i + 1),
            page: Page::Test(test.id.clone()),
            slug: test.slug.clone(),
            title: test.title.get(self.lang()).to_owned(),
            minutes: test.minutes,
            left: state.minutes_left(),
            status: test_status(state, self.partner_id()),
        };
        known.enumerate().map(row).collect()
    }

    /// Returns the block of the tests before the course, and of what comes after the tracks.
    fn other_blocks(&self, state: &CourseState) -> [Option<Block>; 2] {
        let block = |rows: Vec<Row>| {
            (!rows.is_empty()).then(|| Block { track: None, letter: TESTS, title: String::new(), rows })
        };
        let before = self.test_rows((TESTS, 0), state, |test| test.kind == TestKind::Pre);
        let mut after = self.capstone_rows(before.len(), state);
        let is_after = |test: &Test| test.kind != TestKind::Pre && test.track.is_none();
        after.extend(self.test_rows((TESTS, before.len() + after.len()), state, is_after));
        after.extend(self.form_rows(before.len() + after.len(), state));
        [block(before), block(after)]
    }

    fn capstone_rows(&self, before: usize, state: &CourseState) -> Vec<Row> {
        let known = self.course().manifest().capstones.iter().zip(&state.capstones);
        let row = |(i, (capstone, state)): (usize, (&Capstone, &CapstoneState))| Row {
            number: format!("{TESTS}{}", before + i + 1),
            page: Page::Work(capstone.id.clone()),
            slug: capstone.slug.clone(),
            title: capstone.title.get(self.lang()).to_owned(),
            minutes: capstone.minutes,
            left: state.minutes_left(),
            status: work_status(&state.work, self.is_half_done(&capstone.id)),
        };
        known.enumerate().map(row).collect()
    }

    fn form_rows(&self, before: usize, state: &CourseState) -> Vec<Row> {
        let now = self.clock().now();
        let manifest = self.course().manifest();
        let form = |state: &QuestionnaireState| manifest.questionnaires.iter().find(|form| form.id == state.form);
        let known = state.questionnaires.iter().filter_map(|state| Some((form(state)?, state)));
        let row = |(i, (form, state)): (usize, (&Questionnaire, &QuestionnaireState))| Row {
            number: format!("{TESTS}{}", before + i + 1),
            page: Page::Form(form.id.clone(), state.day),
            slug: form.slug.clone(),
            title: form.title_at(state.day, self.lang()),
            minutes: form.minutes,
            left: 0,
            status: form_status(state, now),
        };
        known.enumerate().map(row).collect()
    }

    /// Where "continue" leads: the lesson that was read last and is not done, else what the course says is next; where
    /// nothing of it is left, a form that is due.
    fn next_page(&self, state: &CourseState) -> Option<Page> {
        let last = self.last_lesson().filter(|lesson| state.lesson(lesson).is_some_and(|state| !state.done));
        let page = |item| match item {
            Next::Quiz(QuizId::Lesson(lesson)) => Page::Lesson(lesson),
            Next::Quiz(QuizId::Test(test)) => Page::Test(test),
            Next::Work(exercise) => Page::Work(exercise),
        };
        let now = self.clock().now();
        let is_due = |form: &&QuestionnaireState| form_status(form, now) == Status::Due;
        let due = || state.questionnaires.iter().find(is_due).map(|form| Page::Form(form.form.clone(), form.day));
        last.map(Page::Lesson).or_else(|| state.next().map(page)).or_else(due)
    }
}

fn work_status(work: &ExerciseState, is_begun: bool) -> Status {
    match work.best {
        Some(best) if work.passed => Status::Done(best),
        _ if is_begun => Status::Begun,
        Some(best) => Status::NotPassed(best),
        None => Status::Untouched,
    }
}

fn form_status(form: &QuestionnaireState, now: Timestamp) -> Status {
    match (form.replied_at, form.due_at) {
        (Some(_), _) => Status::Replied,
        (None, Some(due)) if due <= now => Status::Due,
        (None, due) => Status::Later(due),
    }
}

fn position_of(blocks: &[Block], page: &Page) -> Option<(usize, usize)> {
    let in_block = |block: &Block| block.rows.iter().position(|row| row.page == *page);
    blocks.iter().enumerate().find_map(|(i, block)| Some((i, in_block(block)?)))
}

fn lesson_status(state: &LessonState, pair: Option<LearnerId>) -> Status {
    if state.done {
        return Status::Done(state.quiz.as_ref().and_then(|quiz| quiz.best).unwrap_or(Grade::FULL));
    }
    if state.is_untouched() {
        return Status::Untouched;
    }
    let quiz = state.quiz.as_ref().and_then(|quiz| quiz_status(quiz, pair));
    match quiz {
        Some(Status::Done(best)) if state.is_read() && !state.exercise.is_done() => Status::WorkNext(best),
        Some(Status::Done(best)) => Status::Passed(best),
        Some(status) => status,
        None if state.is_read() => Status::QuizNext,
        // A pair that one of them belongs to may have begun the quiz: that is theirs.
        None if state.sections_seen.is_empty() => Status::Untouched,
        None => Status::Reading(state.sections_seen.len(), state.sections_total),
    }
}

fn test_status(test: &TestState, pair: Option<LearnerId>) -> Status {
    match (test.quiz.left_with(pair), test.quiz.best) {
        // What only measures is done once it was taken, whatever it came to.
        (None, Some(best)) if test.is_done() => Status::Done(best),
        _ => quiz_status(&test.quiz, pair).unwrap_or(Status::Untouched),
    }
}

fn quiz_status(quiz: &QuizState, pair: Option<LearnerId>) -> Option<Status> {
    match (quiz.left_with(pair), quiz.best) {
        (_, Some(best)) if quiz.passed => Some(Status::Done(best)),
        (Some(open), _) => Some(Status::QuizLeft((open.answered + 1).min(open.questions), open.questions)),
        (None, Some(best)) => Some(Status::NotPassed(best)),
        (None, None) => None,
    }
}
