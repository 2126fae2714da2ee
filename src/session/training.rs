//! A trainer with a cohort in front of them: who is where, in which order, under which names.
//!
//! Apart from the learner's part of a session, of which nothing exists here: nobody learns while somebody trains, and
//! what is seen of a learner is only read. Everything derived is derived once, when the rows arrive.

pub mod clock;
pub mod collecting;
pub mod detail;
pub mod evening;
mod figures;
mod follow_up;
pub mod founding;
pub mod inviting;
pub mod likeness;
pub mod marking;
mod noting;
pub mod office;
pub mod register;
pub mod regrading;
pub mod shapes;

use std::collections::BTreeSet;

pub use detail::Detail;

use super::{Effects, Session, Stage};
use crate::clock::Timestamp;
use crate::cohort::attention::{Alarm, Watch, alarms};
use crate::cohort::matrix::{Matrix, Row, Sort};
use crate::cohort::{Plan, Room};
use crate::course::Course;
use crate::id::{CohortId, LearnerId};
use crate::store::api::{CohortAnswer, CohortRequest};
use crate::store::{Principal, Request};
use crate::words::fold;
use collecting::Collecting;
use figures::Figures;
use follow_up::FollowUp;
use marking::Works;
use register::Register;

/// A cohort that is open, with all that was derived from its rows.
#[derive(Debug)]
pub struct OpenCohort {
    /// Which.
    pub id: CohortId,
    /// What was planned and decided.
    pub plan: Plan,
    /// Learners by lessons, in the order that was asked for.
    pub matrix: Matrix,
    /// Who needs somebody, the most urgent first.
    pub alarms: Vec<Alarm>,
    /// How many stations its people come from.
    pub stations: usize,
    /// Who was there.
    pub register: Register,
}

impl OpenCohort {
    /// Derives everything from the rows of a cohort.
    fn new(room: &Room, course: &Course, now: Timestamp) -> Self {
        let matrix = Matrix::new(course, &room.people, &room.lessons, &room.tests);
        let alarms = alarms(&matrix, course, Watch::of(&room.plan, now));
        let stations: BTreeSet<String> = room.people.iter().map(|person| fold(&person.member)).collect();
        let stations = stations.iter().filter(|name| !name.is_empty()).count();
        Self { id: room.plan.id, plan: room.plan.clone(), matrix, alarms, stations, register: Register::new(room) }
    }

    /// Returns the most urgent reason to look at somebody.
    pub fn alarm(&self, learner: LearnerId) -> Option<&Alarm> {
        self.alarms.iter().find(|alarm| alarm.learner == learner)
    }

    /// Returns which day of the workshop it is, of how many; none before and after it.
    pub fn day(&self, now: Timestamp) -> Option<(i64, i64)> {
        let (first, last) = Watch::of(&self.plan, now).days?;
        (first..=last).contains(&now.day()).then(|| (now.day() - first + 1, last - first + 1))
    }
}

/// A trainer at work.
#[derive(Debug, Default)]
pub struct Training {
    /// Who was learning before, and goes on afterwards.
    from: Option<LearnerId>,
    /// The cohorts of this home; none until the store has said.
    cohorts: Option<Vec<Plan>>,
    /// The cohort that is to be open.
    wanted_room: Option<CohortId>,
    room: Option<OpenCohort>,
    figures: Figures,
    follow_up: FollowUp,
    works: Works,
    collecting: Collecting,
    desk: office::Desk,
    /// The codes of a cohort's tests, once the host has told them.
    codes: Option<(CohortId, Result<inviting::Codes, String>)>,
    /// How many answers were worth something else after keys were settled last.
    settled: usize,
    sort: Sort,
    names_hidden: bool,
    /// Who is looked at, and what is known of them.
    wanted: Option<LearnerId>,
    detail: Option<Detail>,
}

impl Training {
    /// Returns the cohorts of this home, by name; none until the store has said.
    pub fn cohorts(&self) -> Option<&[Plan]> {
        self.cohorts.as_deref()
    }

    /// Returns the cohort that is open.
    pub fn room(&self) -> Option<&OpenCohort> {
        self.room.as_ref()
    }

    /// Returns everything of a learner who is looked at, once it has come.
    pub fn detail(&self, learner: LearnerId) -> Option<&Detail> {
        self.detail.as_ref().filter(|detail| detail.learner == learner && detail.is_here())
    }

    /// Returns how many answers were worth something else after keys were settled last.
    pub fn settled(&self) -> usize {
        self.settled
    }

    /// Returns the order of the learners.
    pub fn order(&self) -> Sort {
        self.sort
    }

    /// Returns whether codes stand in place of names.
    pub fn names_hidden(&self) -> bool {
        self.names_hidden
    }

    /// Returns whether somebody was learning here before, to whom one comes back.
    pub fn has_learner(&self) -> bool {
        self.from.is_some()
    }

    /// Returns what a learner is called now: by name, or by a code.
    pub fn name(&self, row: &Row) -> String {
        if self.names_hidden { format!("L{:02}", row.code) } else { row.person.name.clone() }
    }

    /// Returns the station, unless names are hidden: in a small cohort it says who somebody is.
    pub fn station<'a>(&self, row: &'a Row) -> &'a str {
        if self.names_hidden { "" } else { &row.person.member }
    }

    fn enter(&mut self, room: OpenCohort) {
        self.room = Some(room);
        self.figures = self.figures.anew();
        self.works = Works::default();
        self.follow_up = FollowUp::default();
        self.detail = None;
        self.wanted = None;
        self.arrange();
    }

    fn arrange(&mut self) {
        if let Some(room) = &mut self.room {
            room.matrix.sort(self.sort, self.names_hidden);
        }
    }

    /// Puts a plan that was written into the list.
    fn list(&mut self, plan: Plan) {
        let cohorts = self.cohorts.get_or_insert_default();
        cohorts.retain(|known| known.id != plan.id);
        cohorts.push(plan);
        cohorts.sort_by_cached_key(|plan| fold(&plan.name));
    }
}

impl Session {
    /// Returns whether this session may look at cohorts.
    pub fn can_train(&self) -> bool {
        self.principal == Principal::Owner
    }

    /// Goes to the trainer's side; what a learner has in hand is written first.
    pub fn train(&mut self) -> Effects {
        if !self.can_train() || self.training().is_some() {
            return Effects::new();
        }
        let from = self.learning().map(|learning| learning.profile.learner);
        let mut effects = self.leave();
        self.move_home();
        self.outbox.forget_questions();
        self.stage = Stage::Training(Box::new(Training { from, ..Training::default() }));
        effects.extend(self.ask_of_cohorts(CohortRequest::List));
        effects
    }

    /// Goes back from the trainer's side: to who was learning, or to the choice of learners.
    pub fn stop_training(&mut self) -> Effects {
        match self.training().map(|training| training.from) {
            Some(Some(learner)) => {
                self.outbox.forget_questions();
                self.open(learner)
            }
            Some(None) => self.begin(),
            None => Effects::new(),
        }
    }

    /// Returns the trainer's part, while somebody trains.
    pub fn training(&self) -> Option<&Training> {
        match &self.stage {
            Stage::Training(training) => Some(training),
            Stage::Loading | Stage::Choosing(_) | Stage::Learning(_) | Stage::Failed(_) => None,
        }
    }

    fn training_mut(&mut self) -> Option<&mut Training> {
        match &mut self.stage {
            Stage::Training(training) => Some(training),
            Stage::Loading | Stage::Choosing(_) | Stage::Learning(_) | Stage::Failed(_) => None,
        }
    }

    /// Opens a cohort, or reads the open one anew.
    pub fn open_cohort(&mut self, cohort: CohortId) -> Effects {
        if let Some(training) = self.training_mut() {
            training.wanted_room = Some(cohort);
            training.room.take_if(|room| room.id != cohort);
        }
        self.ask_of_cohorts(CohortRequest::Open { cohort })
    }

    fn ask_of_cohorts(&mut self, request: CohortRequest) -> Effects {
        self.outbox.send(Request::Cohort(Box::new(request)))
    }

    /// Takes what the store says of cohorts; what nobody waits for any more is dropped.
    pub(super) fn trained(&mut self, request: &Request, answer: CohortAnswer) -> Effects {
        let Request::Cohort(request) = request else { return Effects::new() };
        match (request.as_ref(), answer) {
            (CohortRequest::Sittings { cohort, quiz }, CohortAnswer::Sittings(sittings)) => {
                self.answers_came(*cohort, quiz.clone(), sittings);
            }
            (CohortRequest::Replies { cohort }, CohortAnswer::Replies(replies)) => self.replies_came(*cohort, &replies),
            (_, CohortAnswer::List(plans)) => {
                if let Some(training) = self.training_mut() {
                    training.cohorts = Some(plans);
                }
            }
            (_, CohortAnswer::Opened(room)) => return self.room_came(&room),
            (_, CohortAnswer::Written(plan)) => return self.plan_written(plan),
            (_, CohortAnswer::KeysSettled(count)) => {
                if let Some(training) = self.training_mut() {
                    training.settled = count;
                }
            }
            (_, CohortAnswer::Sittings(_) | CohortAnswer::AllSittings(_) | CohortAnswer::Replies(_)) => {}
        }
        Effects::new()
    }

    /// Takes a cohort; figures that were looked at are made anew.
    fn room_came(&mut self, room: &Room) -> Effects {
        let cohort = room.plan.id;
        if self.training().is_none_or(|training| training.wanted_room != Some(cohort)) {
            return Effects::new();
        }
        let open = OpenCohort::new(room, &self.course, self.clock.now());
        let Some(training) = self.training_mut() else { return Effects::new() };
        let is_same = training.room.as_ref().is_some_and(|room| room.id == cohort);
        let asked = if is_same { training.figures.asked() } else { Vec::new() };
        let (works, looked_at) = (is_same && training.works.asked, training.wanted.filter(|_| is_same));
        let is_followed = is_same && training.follow_up.asked;
        training.enter(open);
        training.collecting.compare(room);
        let mut effects = self.read_answers(asked);
        if works {
            effects.extend(self.read_works());
        }
        if is_followed {
            effects.extend(self.read_follow_up());
        }
        effects.extend(looked_at.map(|learner| self.look_into(learner)).unwrap_or_default());
        effects
    }

    /// Puts a plan into the list; where it is that of the open cohort, that is read anew.
    fn plan_written(&mut self, plan: Plan) -> Effects {
        let cohort = plan.id;
        let Some(training) = self.training_mut() else { return Effects::new() };
        training.list(plan);
        let is_open = training.room.as_ref().is_some_and(|room| room.id == cohort);
        if is_open { self.open_cohort(cohort) } else { Effects::new() }
    }

    /// Takes the next order of learners.
    pub fn sort_learners(&mut self) {
        if let Some(training) = self.training_mut() {
            training.sort = training.sort.next();
            training.arrange();
        }
    }

    /// Puts codes in place of names, or names in place of codes.
    pub fn hide_names(&mut self) {
        if let Some(training) = self.training_mut() {
            training.names_hidden = !training.names_hidden;
            training.arrange();
        }
    }
}
