//! One run of a learner through a course: what was read, tried, practised, and how long it took.

use std::collections::{BTreeMap, BTreeSet};

use super::attempt::{Attempt, Given};
use super::deskwork::{DeskWork, Marked};
use super::replies::{Replies, Reply};
use super::swaps::Swaps;
use crate::assess::Grade;
use crate::clock::Timestamp;
use crate::id::{AttemptId, CohortId, CourseId, LessonId, QuestionRef, QuizId, RegradeId, SectionId};
use crate::journal::event::{Author, Body, Event, Order};
use crate::journal::planning::HalfDay;

/// How a run began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// Where that stands in the order of all.
    pub order: Order,
    /// The course.
    pub course: CourseId,
    /// Its version at that time.
    pub version: String,
    /// When, by the clock of that machine.
    pub at: Timestamp,
}

/// The last answer to a question outside any attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Practice {
    /// Where the last answer stands in the order of all.
    pub order: Order,
    /// What it was worth.
    pub grade: Grade,
}

/// One run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Run {
    enrolled: Option<Enrolled>,
    /// The tries, by id.
    pub attempts: BTreeMap<AttemptId, Attempt>,
    /// Sections read to their end.
    pub sections: BTreeMap<LessonId, BTreeSet<SectionId>>,
    /// What was answered outside attempts, by the lesson where it was asked.
    pub practised: BTreeMap<(LessonId, QuestionRef), Practice>,
    /// Every answer outside attempts, first to last.
    pub outside: BTreeMap<Order, Given>,
    /// Seconds somebody was there, by the lesson that was open.
    pub active: BTreeMap<Option<LessonId>, u64>,
    /// Desk work that was handed in and marked.
    pub desk_work: DeskWork,
    /// What colleagues sent, and what was decided on it.
    pub swaps: Swaps,
    /// What was said in forms that nobody judges.
    pub replies: Replies,
    /// Half-days of workshops that the learner signed in for.
    pub signed_in: BTreeMap<CohortId, BTreeSet<HalfDay>>,
    /// Regrades that were taken back.
    undone: BTreeSet<RegradeId>,
    last: Option<(Order, Timestamp)>,
}

impl Run {
    /// Adds an event of this run.
    pub(super) fn apply(&mut self, event: &Event) {
        let order = event.order();
        let is_trainer = event.author == Author::Trainer;
        if self.last.is_none_or(|(last, _)| last < order) {
            self.last = Some((order, event.at));
        }
        match &event.body {
            Body::Enrolled { course, version } => self.enrol(event, course, version),
            Body::SectionSeen { lesson, section } => {
                self.sections.entry(lesson.clone()).or_default().insert(section.clone());
            }
            Body::AttemptStarted { attempt, quiz, questions } => {
                self.attempt(*attempt).start(event, quiz, questions);
            }
            Body::Answered { attempt, answer } => {
                let tried = self.attempts.entry(*attempt).or_default();
                tried.answer(event, answer);
                tried.settle(&self.undone);
            }
            Body::AttemptFinished { attempt, grade, critical_missed, passed } => {
                let tried = self.attempts.entry(*attempt).or_default();
                tried.finish(event, *grade, critical_missed, *passed);
                tried.settle(&self.undone);
            }
            Body::ExerciseDone { attempt, result } => self.desk_work.hand_in(event, *attempt, result),
            Body::ExerciseMarked { attempt, by, points, comment, .. } => {
                let (by, points, comment) = (by.clone(), points.clone(), comment.clone());
                self.desk_work.mark(event, *attempt, Marked { order, at: event.at, by, points, comment });
            }
            Body::SwapReceived { swap } => self.swaps.receive(order, swap),
            Body::SwapDecided { item, verdict } => self.swaps.decide(order, *item, verdict),
            Body::Replied { form, day, text_hash, answers } => {
                let (text_hash, answers) = (*text_hash, answers.clone());
                self.replies.add(order, (form, *day), Reply { at: event.at, text_hash, answers });
            }
            Body::Practised { lesson, answer } => {
                self.practise(order, (lesson.clone(), answer.question.clone()), answer.grade);
                self.outside.insert(order, Given { order, at: event.at, answer: answer.clone(), ruled: None });
            }
            Body::Active { seconds, lesson } => {
                let sum = self.active.entry(lesson.clone()).or_default();
                *sum = sum.saturating_add(u64::from(*seconds));
            }
            Body::SignedIn { cohort, when } => {
                self.signed_in.entry(*cohort).or_default().insert(*when);
            }
            Body::TestOpened { attempt, cohort } => self.attempt(*attempt).open_for(*cohort),
            Body::Regraded { attempt, slot, regrade } if is_trainer => {
                let tried = self.attempts.entry(*attempt).or_default();
                tried.regrade(order, slot, regrade);
                tried.settle(&self.undone);
            }
            Body::RegradeUndone { regrade } if is_trainer => self.undo(*regrade),
            Body::Regraded { .. }
            | Body::RegradeUndone { .. }
            | Body::Noted { .. }
            | Body::NoteRemoved { .. }
            | Body::Joined { .. }
            | Body::Parted { .. }
            | Body::CohortPlanned { .. }
            | Body::RosterChanged { .. }
            | Body::KeptApart { .. }
            | Body::AttendanceTicked { .. }
            | Body::SessionNoted { .. }
            | Body::BoxBegun { .. }
            | Body::KeyRuled { .. }
            | Body::TotalsKept { .. }
            | Body::Unknown { .. } => {}
        }
    }

    /// The first in order counts: a copy that enrols again changes nothing.
    fn enrol(&mut self, event: &Event, course: &CourseId, version: &str) {
        let order = event.order();
        if self.enrolled.as_ref().is_none_or(|known| order < known.order) {
            let (course, version) = (course.clone(), version.to_owned());
            self.enrolled = Some(Enrolled { order, course, version, at: event.at });
        }
    }

    /// Takes a regrade back, also one that is yet to arrive.
    fn undo(&mut self, regrade: RegradeId) {
        self.undone.insert(regrade);
        self.attempts.values_mut().for_each(|attempt| attempt.settle(&self.undone));
    }

    fn attempt(&mut self, id: AttemptId) -> &mut Attempt {
        self.attempts.entry(id).or_default()
    }

    fn practise(&mut self, order: Order, at: (LessonId, QuestionRef), grade: Grade) {
        let known = self.practised.entry(at).or_insert(Practice { order, grade });
        if known.order < order {
            *known = Practice { order, grade };
        }
    }

    /// Returns how the run began; none while that event has not arrived.
    pub fn enrolled(&self) -> Option<&Enrolled> {
        self.enrolled.as_ref()
    }

    /// Returns when the last event happened, by the clock of that machine.
    pub fn last_at(&self) -> Option<Timestamp> {
        self.last.map(|(_, at)| at)
    }

    /// Returns the seconds that somebody was there.
    pub fn active_seconds(&self) -> u64 {
        self.active.values().fold(0, |sum, seconds| sum.saturating_add(*seconds))
    }

    /// Returns the tries at a quiz that began, first to last.
    pub fn attempts_at(&self, is_quiz: impl Fn(&QuizId) -> bool) -> Vec<(AttemptId, &Attempt)> {
        let of_quiz = |(_, attempt): &(&AttemptId, &Attempt)| attempt.quiz().is_some_and(&is_quiz);
        let mut attempts: Vec<_> = self.attempts.iter().filter(of_quiz).map(|(id, a)| (*id, a)).collect();
        attempts.sort_by_key(|(_, attempt)| attempt.started());
        attempts
    }
}
