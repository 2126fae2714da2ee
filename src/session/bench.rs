//! A piece of desk work in front of a learner: what was made so far, the clock, the questions after it.
//!
//! Apart from the session because a bench knows only its exercise. It writes nothing: the session keeps the draft and
//! sends what was handed in.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::assess::work::{self, Assessment, Circumstances, Done, Finding};
use crate::assess::{Response, seed};
use crate::course::exercise::{Engine, Exercise, Part, Work};
use crate::id::{AttemptId, LessonId, QuestionId, QuestionRef};
use crate::journal::event::WorkDone;
use crate::session::item::Item;

/// What the work is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Purpose {
    /// A whole try at an exercise.
    Attempt(AttemptId),
    /// A real item on a blank form, by the name it is kept under.
    Tool(String),
    /// Items that colleagues sent.
    Swaps,
    /// A form that nobody judges; after how many days it is asked, if it is not at the end.
    Reply(Option<u16>),
}

/// A piece of desk work.
#[derive(Debug, Clone)]
pub struct Bench {
    /// The exercise.
    pub exercise: Arc<Exercise>,
    /// What it is for.
    pub purpose: Purpose,
    /// What was made so far.
    pub work: Work,
    /// Whether the clock is left out of the score.
    pub untimed: bool,
    /// Whether it is a stage of a story in which time counts.
    pub is_in_timed_story: bool,
    /// What it was worth, once handed in.
    pub assessment: Option<Assessment>,
    /// The questions after the work.
    items: Vec<Item>,
    /// Which of them is asked; none while the work is under way.
    asking: Option<usize>,
    /// Whether it was agreed to hand in what is not finished.
    agreed: bool,
    spent: Duration,
    since: Option<Duration>,
}

/// What is kept of work that is not handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenchDraft {
    /// The try.
    pub attempt: AttemptId,
    /// What was made.
    pub work: Work,
    /// What was answered after it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<QuestionId, Response>,
    /// Seconds on the clock.
    pub seconds: u32,
    /// Whether the clock is left out.
    #[serde(default)]
    pub untimed: bool,
}

impl Bench {
    /// Lays an exercise out, untouched.
    pub fn new(exercise: Arc<Exercise>, purpose: Purpose, attempt: AttemptId) -> Self {
        let items = items(&exercise, attempt);
        Self {
            work: work::start(&exercise),
            exercise,
            purpose,
            untimed: false,
            is_in_timed_story: false,
            assessment: None,
            items,
            asking: None,
            agreed: false,
            spent: Duration::ZERO,
            since: None,
        }
    }

    /// Puts back what was kept.
    pub fn restore(&mut self, draft: BenchDraft) {
        self.work = draft.work;
        self.untimed = draft.untimed;
        self.spent = Duration::from_secs(draft.seconds.into());
        for item in &mut self.items {
            if let Some(response) = draft.answers.get(&item.question.id) {
                item.response = response.clone();
            }
        }
    }

    /// Puts the same exercise in another language; what was made and answered stays.
    pub fn translate(&mut self, exercise: Arc<Exercise>) {
        for item in &mut self.items {
            if let Some(question) = exercise.questions.iter().find(|question| question.id == item.question.id) {
                item.translate(question.clone());
            }
        }
        self.exercise = exercise;
    }

    /// Takes away what the exercise gives, for a real item.
    pub fn clear(&mut self) {
        if let Work::Form { fields } = &mut self.work {
            for entry in fields.values_mut() {
                *entry = entry.emptied();
            }
        }
    }

    /// Returns what is to be kept; none for a tool, which is kept by its name.
    pub fn draft(&self, elapsed: Duration) -> Option<BenchDraft> {
        let Purpose::Attempt(attempt) = self.purpose else { return None };
        Some(BenchDraft {
            attempt,
            work: self.work.clone(),
            answers: self.answers(),
            seconds: self.seconds(elapsed),
            untimed: self.untimed,
        })
    }

    /// Starts or stops the clock.
    pub fn look(&mut self, elapsed: Duration, is_there: bool) {
        if let Some(since) = self.since.take() {
            self.spent += elapsed.saturating_sub(since);
        }
        self.since = (is_there && self.assessment.is_none()).then_some(elapsed);
    }

    /// Returns the seconds on the clock.
    pub fn seconds(&self, elapsed: Duration) -> u32 {
        let running = self.since.map_or(Duration::ZERO, |since| elapsed.saturating_sub(since));
        u32::try_from((self.spent + running).as_secs()).unwrap_or(u32::MAX)
    }

    /// Returns how long it is until the clock shows another second; none where none runs.
    pub fn next_second(&self, elapsed: Duration) -> Option<Duration> {
        let since = self.since?;
        let shown = self.spent + elapsed.saturating_sub(since);
        Some(Duration::from_secs(shown.as_secs() + 1).saturating_sub(shown))
    }

    /// Returns the answers to the questions after the work.
    pub fn answers(&self) -> BTreeMap<QuestionId, Response> {
        let answer = |item: &Item| (item.question.id.clone(), item.response.clone());
        self.items.iter().map(answer).collect()
    }

    /// Returns the question that is asked now.
    pub fn asked(&self) -> Option<&Item> {
        self.items.get(self.asking?)
    }

    /// Returns how many questions there are after the work, and which is asked, from 0.
    pub fn questions(&self) -> (usize, Option<usize>) {
        (self.items.len(), self.asking)
    }

    /// Goes to the question after the work or after the one that is asked; says whether there is one.
    pub fn ask_next(&mut self) -> bool {
        let next = self.asking.map_or(0, |at| at + 1);
        let is_there = next < self.items.len();
        if is_there {
            self.asking = Some(next);
        }
        is_there
    }

    /// Goes back from the questions, one at a time, to the work; says whether there was a way back.
    pub fn ask_before(&mut self) -> bool {
        let was_asking = self.asking.is_some();
        self.asking = self.asking.and_then(|at| at.checked_sub(1));
        was_asking
    }

    /// Changes the answer to the question that is asked.
    pub fn respond(&mut self, response: Response) {
        if let Some(item) = self.asking.and_then(|at| self.items.get_mut(at)) {
            item.response = response;
        }
    }

    /// Returns how the work stands, for rules that look at the clock or at read time.
    pub fn around(&self, elapsed: Duration) -> Circumstances {
        Circumstances { seconds: self.seconds(elapsed), untimed: self.untimed, ..Circumstances::default() }
    }

    /// Returns what the rules find in the work as it is; nobody judges a questionnaire.
    pub fn findings(&self) -> Vec<Finding> {
        if matches!(self.purpose, Purpose::Reply(_)) {
            return Vec::new();
        }
        work::findings(&self.exercise, &self.work, Circumstances::default())
    }

    /// Returns whether nothing was made yet.
    pub fn is_untouched(&self) -> bool {
        self.work == work::start(&self.exercise)
    }

    /// Judges the work and stops the clock; returns what is to be kept for ever.
    pub fn hand_in(&mut self, elapsed: Duration) -> WorkDone {
        let around = self.around(elapsed);
        let answers = self.answers();
        let assessment = work::assess(&self.exercise, &self.work, &answers, around);
        self.since = None;
        self.spent = Duration::from_secs(around.seconds.into());
        let done = self.done(&assessment, answers, around.seconds);
        self.assessment = Some(assessment);
        done
    }

    fn done(&self, assessment: &Assessment, answers: BTreeMap<QuestionId, Response>, seconds: u32) -> WorkDone {
        use crate::course::exercise::rule::Weight;
        let codes = |least: Weight| {
            let counted = assessment.findings.iter().filter(move |finding| finding.weight >= least);
            counted.map(|finding| finding.code.clone()).collect()
        };
        WorkDone {
            exercise: self.exercise.id.clone(),
            work: self.work.clone(),
            answers,
            grade: assessment.grade,
            parts: assessment.parts.iter().map(|part| (part.part, part.grade)).collect(),
            codes: codes(Weight::Warning),
            critical: codes(Weight::Critical),
            passed: assessment.passed,
            seconds,
            untimed: self.untimed,
        }
    }

    /// Returns whether a clock runs and counts here, unless it is left out: that of the work, or of the story it is a
    /// stage of. A case by itself counts the minutes that its tools take in the story.
    pub fn has_clock(&self) -> bool {
        let is_case = matches!(self.exercise.engine, Engine::Case(_));
        let counts = self.is_in_timed_story || (!is_case && work::counts(&self.exercise, Part::Time));
        matches!(self.purpose, Purpose::Attempt(_)) && counts
    }

    /// Returns whether its clock scores.
    pub fn is_timed(&self) -> bool {
        !self.untimed && self.has_clock()
    }

    /// Returns what is still missing, where it was not agreed to hand in all the same.
    pub fn missing(&self) -> Option<Done> {
        Some(work::done(&self.exercise, &self.work)).filter(|done| !done.is_whole() && !self.agreed)
    }

    /// Keeps in mind that it was agreed to hand in unfinished work: that is not asked twice.
    pub fn agree(&mut self) {
        self.agreed = true;
    }
}

/// Lays out the questions after the work; the try decides the order of options.
pub(super) fn items(exercise: &Exercise, attempt: AttemptId) -> Vec<Item> {
    // Stages belong to no lesson; their questions are told apart by the id of the exercise.
    let lesson = exercise.lesson.clone().or_else(|| LessonId::new(exercise.id.as_str()).ok());
    let at = |question: &QuestionId| lesson.clone().map(|lesson| QuestionRef { lesson, question: question.clone() });
    let item = |question: &crate::course::Question| {
        let seed = seed(attempt, &question.id);
        Some(Item::new(at(&question.id)?, question.id.clone(), question.clone(), seed))
    };
    exercise.questions.iter().filter_map(item).collect()
}
