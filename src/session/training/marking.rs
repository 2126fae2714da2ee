//! Marking desk work by its rubric: what waits to be marked, who gave what, and how far two markers agree.
//!
//! Apart from the rules, whose grade stands as it was: a marking adds a person's judgement beside it. Each marking is an
//! event in the learner's own stream, so it travels back to them with their file.

use std::collections::{BTreeMap, BTreeSet};

use super::Training;
use crate::assess::Grade;
use crate::cohort::agreement::{Agreement, Pair};
use crate::course::exercise::Work;
use crate::id::{AttemptId, EnrolmentId, ExerciseId, LearnerId, OptionId};
use crate::journal::{Author, Body, Event};
use crate::session::{Effects, Session};
use crate::store::Request;
use crate::store::api::{NewEvent, Record};

/// What one marker gave.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Given {
    /// Points by line of the rubric.
    pub points: BTreeMap<OptionId, u8>,
    /// What was said; may be empty.
    pub comment: String,
}

/// The last piece of work of one learner in one exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whose it is.
    pub learner: LearnerId,
    /// The record that it stands in, of somebody who has several.
    pub record: LearnerId,
    /// The try.
    pub attempt: AttemptId,
    /// The exercise.
    pub exercise: ExerciseId,
    /// What the rules gave.
    pub grade: Grade,
    /// What was made.
    pub work: Work,
    /// What each marker gave last, by the name they call themselves.
    pub given: BTreeMap<String, Given>,
    enrolment: EnrolmentId,
}

/// Pieces of work as they come from the store.
#[derive(Debug, Default)]
pub(super) struct Works {
    pub(super) waiting: BTreeSet<LearnerId>,
    pub(super) asked: bool,
    pieces: Vec<Piece>,
}

impl Works {
    /// Takes a learner's record.
    pub(super) fn take(&mut self, record: &Record) {
        let learner = record.profile.learner;
        self.waiting.remove(&learner);
        self.pieces.retain(|piece| piece.learner != learner);
        let mut last: BTreeMap<&ExerciseId, Piece> = BTreeMap::new();
        for event in &record.events {
            if let Body::ExerciseDone { attempt, result } = &event.body {
                let piece = Piece {
                    learner,
                    record: event.subject,
                    attempt: *attempt,
                    exercise: result.exercise.clone(),
                    grade: result.grade,
                    work: result.work.clone(),
                    given: BTreeMap::new(),
                    enrolment: own_run(record, event),
                };
                last.insert(&result.exercise, piece);
            }
        }
        self.pieces.extend(last.into_values());
        self.mark(learner, &record.events);
    }

    /// Takes what markers gave, to a person or in one of their records, in the order of the events.
    pub(super) fn mark(&mut self, whose: LearnerId, events: &[Event]) {
        for event in events.iter().filter(|event| event.author == Author::Trainer) {
            if let Body::ExerciseMarked { attempt, by, points, comment, .. } = &event.body {
                let of_it =
                    |piece: &&mut Piece| piece.attempt == *attempt && [piece.learner, piece.record].contains(&whose);
                for piece in self.pieces.iter_mut().filter(of_it) {
                    let given = Given { points: points.clone(), comment: comment.clone() };
                    piece.given.insert(by.clone(), given);
                }
            }
        }
    }
}

/// Returns the run that an event of somebody who may have several records has in its own record.
fn own_run(record: &Record, event: &Event) -> EnrolmentId {
    let is_common = record.runs.first().is_some_and(|(_, common)| *common == event.enrolment);
    let theirs = record.runs.iter().find(|(whose, _)| is_common && *whose == event.subject);
    theirs.map_or(event.enrolment, |(_, run)| *run)
}

impl Training {
    /// Returns the pieces of work of exercises that have a rubric; none until all have come.
    pub fn pieces(&self) -> Option<&[Piece]> {
        let works = &self.works;
        (works.asked && works.waiting.is_empty()).then_some(works.pieces.as_slice())
    }

    /// Finds a piece of work.
    pub fn piece(&self, learner: LearnerId, attempt: AttemptId) -> Option<&Piece> {
        self.works.pieces.iter().find(|piece| piece.learner == learner && piece.attempt == attempt)
    }

    /// Compares what the first two markers gave, line by line of the rubric, over all work at an exercise; none where
    /// no piece has two.
    pub fn agreement(&self, exercise: &ExerciseId) -> Option<Agreement> {
        let of_it = self.works.pieces.iter().filter(|piece| piece.exercise == *exercise);
        let pairs: Vec<Pair> = of_it.flat_map(pairs).collect();
        (!pairs.is_empty()).then(|| Agreement::of(&pairs))
    }
}

fn pairs(piece: &Piece) -> Vec<Pair> {
    let mut markers = piece.given.values();
    let (Some(one), Some(other)) = (markers.next(), markers.next()) else { return Vec::new() };
    let both = one.points.iter().filter_map(|(line, points)| Some((*points, *other.points.get(line)?)));
    both.map(|(first, second)| Pair { first: first.into(), second: second.into() }).collect()
}

impl Session {
    /// Reads the work of everybody of the open cohort who handed any in.
    pub fn read_works(&mut self) -> Effects {
        let course = self.course.manifest().id.clone();
        let Some(training) = self.training_mut().filter(|training| !training.works.asked) else {
            return Effects::new();
        };
        let rows = training.room.iter().flat_map(|room| &room.matrix.rows);
        let has_worked = rows.filter(|row| row.has_worked()).map(|row| row.person.learner);
        let learners: Vec<LearnerId> = has_worked.collect();
        training.works.asked = true;
        training.works.waiting = learners.iter().copied().collect();
        let ask = |learner| Request::Open { learner, course: course.clone() };
        learners.into_iter().flat_map(|learner| self.outbox.send(ask(learner))).collect()
    }

    /// Writes down what a marker gives for a piece of work, in the record that the work stands in: should somebody's
    /// records be parted again, each keeps the marks of its own work.
    pub fn mark_piece(&mut self, learner: LearnerId, attempt: AttemptId, by: &str, given: Given) -> Effects {
        let (via, lang, at) = (self.via, self.lang.clone(), self.clock.now());
        let Some(piece) = self.training().and_then(|training| training.piece(learner, attempt)) else {
            return Effects::new();
        };
        let (exercise, enrolment, record) = (piece.exercise.clone(), piece.enrolment, piece.record);
        let Given { points, comment } = given;
        let body = Body::ExerciseMarked { attempt, exercise, by: by.to_owned(), points, comment };
        let events = vec![NewEvent { author: Author::Trainer, enrolment, via, lang, at, body }];
        self.outbox.send(Request::Append { learner: record, with: None, events, asked: Vec::new(), drop_draft: None })
    }
}
