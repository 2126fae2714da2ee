//! Collecting from sticks: how far it is, what came of each file, and what only a trainer can decide about it.
//!
//! Apart from the host, which reads the files. Nobody is added to a cohort and no two records are joined unless a
//! trainer says so: names that look alike are asked about pair by pair, and so is whoever is in no list.

use std::collections::{BTreeMap, BTreeSet};

use super::Training;
use super::likeness::pairs;
use crate::assess::Grade;
use crate::cohort::Room;
use crate::cohort::plan::pair;
use crate::course::Course;
use crate::id::{EnrolmentId, JoinId, LearnerId, QuizId};
use crate::journal::{Author, Body};
use crate::session::carrying::Taken;
use crate::session::{Carry, Effect, Effects, Session};
use crate::store::Request;
use crate::store::api::{CohortRequest, NewEvent, PassMarks};

/// Somebody of whom something has to be decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The record.
    pub learner: LearnerId,
    /// What it is called here, or in the file that it came in.
    pub name: String,
}

/// What only a trainer can decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt<'a> {
    /// Two names look alike: is it one person?
    Alike(&'a Named, &'a Named),
    /// Whoever came and is in no list: are they to be added?
    Strangers(&'a [Named]),
}

/// One collection, and what was decided since the trainer sat down.
#[derive(Debug, Default)]
pub struct Collecting {
    sticks: Vec<String>,
    reading: Option<(usize, usize)>,
    outcomes: Option<Vec<Result<Taken, String>>>,
    pairs: Vec<(Named, Named)>,
    strangers: Vec<Named>,
    /// Pairs that somebody decided about, and those who are left out of the list.
    decided: BTreeSet<[LearnerId; 2]>,
    left_out: BTreeSet<LearnerId>,
}

impl Collecting {
    /// Returns the sticks that are put in.
    pub fn sticks(&self) -> &[String] {
        &self.sticks
    }

    /// Returns how many files have been read, of how many; none while nothing is read.
    pub fn reading(&self) -> Option<(usize, usize)> {
        self.reading
    }

    /// Returns what came of each file, in their order; none before the first collection.
    pub fn outcomes(&self) -> Option<&[Result<Taken, String>]> {
        self.outcomes.as_deref()
    }

    /// Returns the first two people of the cohort whose names look alike, whatever was collected.
    pub fn alike(&self) -> Option<Doubt<'_>> {
        self.pairs.first().map(|(one, other)| Doubt::Alike(one, other))
    }

    /// Returns what is to be decided first.
    pub fn doubt(&self) -> Option<Doubt<'_>> {
        self.outcomes.as_ref()?;
        self.alike().or_else(|| (!self.strangers.is_empty()).then_some(Doubt::Strangers(&self.strangers)))
    }

    pub(in crate::session) fn read(&mut self, done: usize, of: usize) {
        self.reading = Some((done, of));
    }

    pub(in crate::session) fn found(&mut self, sticks: Vec<String>) {
        self.sticks = sticks;
    }

    /// Looks who is in no list, and whose names look alike.
    pub(super) fn compare(&mut self, room: &Room) {
        let joined: BTreeSet<LearnerId> = room.records.values().flatten().copied().collect();
        let is_known = |learner: &LearnerId| room.plan.learners.contains(learner) || joined.contains(learner);
        let came = self.outcomes.iter().flatten().flatten();
        let came = came.filter(|taken| !taken.is_cohort && (taken.added || taken.new + taken.known > 0));
        let strangers: BTreeMap<LearnerId, &str> = came
            .filter(|taken| !is_known(&taken.learner) && !self.left_out.contains(&taken.learner))
            .map(|taken| (taken.learner, taken.name.as_str()))
            .collect();
        let known = room.people.iter().map(|person| (person.learner, person.name.as_str()));
        let named = |(learner, name): (LearnerId, &str)| Named { learner, name: name.to_owned() };
        let is_settled = |one, other| self.decided.contains(&pair(one, other)) || room.is_apart(one, other);
        let pairs = pairs(known.chain(strangers.clone()), is_settled).into_iter();
        self.pairs = pairs.map(|[one, other]| (named(one), named(other))).collect();
        self.strangers = strangers.into_iter().map(named).collect();
    }

    /// Takes the first pair away: it is not asked about again.
    fn decide(&mut self) -> Option<(Named, Named)> {
        let asked = (!self.pairs.is_empty()).then(|| self.pairs.remove(0))?;
        self.decided.insert(pair(asked.0.learner, asked.1.learner));
        Some(asked)
    }

    /// Leaves the first doubt as it is for now: two names, or people who are not added.
    fn leave_open(&mut self) {
        if self.decide().is_none() {
            self.left_out.extend(self.strangers.drain(..).map(|one| one.learner));
        }
    }
}

/// Returns the pass marks of a course.
pub fn pass_marks(course: &Course) -> PassMarks {
    let manifest = course.manifest();
    let lessons = course.outlines().iter();
    let named = lessons.map(|outline| (QuizId::Lesson(outline.id.clone()), Grade::new(outline.pass)));
    let (quiz, test) = (Grade::new(manifest.pass.quiz), Grade::new(manifest.pass.test));
    PassMarks { quiz, test, named: named.collect() }
        .with_tests(manifest.tests.iter().map(|test| (test.id.clone(), Grade::new(test.pass))))
}

/// Returns the two events that join two records, each with whose it is.
pub fn joining(join: JoinId, one: LearnerId, other: LearnerId) -> [(LearnerId, Body); 2] {
    [(one, Body::Joined { join, with: other }), (other, Body::Joined { join, with: one })]
}

impl Training {
    /// Returns how collecting stands.
    pub fn collecting(&self) -> &Collecting {
        &self.collecting
    }
}

impl Session {
    pub(in crate::session) fn collecting(&mut self, change: impl FnOnce(&mut Collecting)) -> Effects {
        if let Some(training) = self.training_mut() {
            change(&mut training.collecting);
        }
        Effects::new()
    }

    /// Looks which sticks are put in.
    pub fn look_for_sticks(&mut self) -> Effects {
        vec![Effect::Carry(self.outbox.next_tag(), Carry::Sticks)]
    }

    /// Reads every progress file below a place.
    pub fn collect(&mut self, from: &str) -> Effects {
        let Some(training) = self.training_mut().filter(|training| training.collecting.reading.is_none()) else {
            return Effects::new();
        };
        let collecting = &mut training.collecting;
        (collecting.reading, collecting.outcomes) = (Some((0, 0)), None);
        collecting.strangers.clear();
        training.settled = 0;
        vec![Effect::Carry(self.outbox.next_tag(), Carry::In { from: from.to_owned() })]
    }

    /// Makes room for another collection; what was decided stays decided.
    pub fn collect_anew(&mut self) {
        if let Some(training) = self.training_mut() {
            training.collecting.outcomes = None;
        }
    }

    /// Takes what came of the files: keys that were corrected reach those who came in, and the cohort is read anew.
    pub(in crate::session) fn collected(&mut self, outcomes: Vec<Result<Taken, String>>) -> Effects {
        let Some(training) = self.training_mut() else { return Effects::new() };
        (training.collecting.reading, training.collecting.outcomes) = (None, Some(outcomes));
        self.settle_keys()
    }

    /// Lets the decisions on keys reach everybody of the open cohort, and reads it anew.
    pub(super) fn settle_keys(&mut self) -> Effects {
        let Some(cohort) = self.training().and_then(Training::room).map(|room| room.id) else { return Effects::new() };
        let (marks, at) = (pass_marks(&self.course), self.clock.now());
        let mut effects = self.ask_of_cohorts(CohortRequest::SettleKeys { cohort, marks, at });
        effects.extend(self.open_cohort(cohort));
        effects
    }

    /// Adds everybody who is in no list to the open cohort.
    pub fn add_strangers(&mut self) -> Effects {
        let Some(training) = self.training() else { return Effects::new() };
        let Some(cohort) = training.room().map(|room| room.id) else { return Effects::new() };
        let strangers = training.collecting.strangers.iter();
        let bodies: Vec<Body> =
            strangers.map(|one| Body::RosterChanged { learner: one.learner, belongs: true }).collect();
        if bodies.is_empty() {
            return Effects::new();
        }
        let mut effects = self.write_cohort(cohort, bodies);
        effects.extend(self.settle_keys());
        effects
    }

    /// Joins the two records whose names look alike: they are one person from now on.
    pub fn join_alikes(&mut self) -> Effects {
        let Some(cohort) = self.training().and_then(Training::room).map(|room| room.id) else { return Effects::new() };
        let pair = self.training_mut().and_then(|training| training.collecting.decide());
        let Some((one, other)) = pair else { return Effects::new() };
        let join = JoinId::from_bits(self.chance.bits());
        let (via, lang, at) = (self.via, self.lang.clone(), self.clock.now());
        let mut effects = Effects::new();
        for (learner, body) in joining(join, one.learner, other.learner) {
            let (author, enrolment) = (Author::Trainer, EnrolmentId::from_bits(join.bits()));
            let events = vec![NewEvent { author, enrolment, via, lang: lang.clone(), at, body }];
            let append = Request::Append { learner, with: None, events, asked: Vec::new(), drop_draft: None };
            effects.extend(self.outbox.send(append));
        }
        effects.extend(self.open_cohort(cohort));
        effects
    }

    /// Says that two people whose names look alike are two, which the cohort's stream remembers.
    pub fn keep_apart(&mut self) -> Effects {
        let Some(cohort) = self.training().and_then(Training::room).map(|room| room.id) else { return Effects::new() };
        let decided = self.training_mut().and_then(|training| training.collecting.decide());
        let Some((one, other)) = decided else { return Effects::new() };
        let learners = pair(one.learner, other.learner);
        self.write_cohort(cohort, vec![Body::KeptApart { learners, apart: true }])
    }

    /// Decides nothing about the two names, or the people, that are asked about: another day asks again.
    pub fn leave_open(&mut self) {
        if let Some(training) = self.training_mut() {
            training.collecting.leave_open();
        }
    }
}
