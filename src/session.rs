//! What a learner can do, without saying how it looks: the one logic behind the screen and plain mode.
//!
//! ```text
//!  screen ─┐ commands                ┌─ effects ─► host: store, files
//!  plain  ─┴──────────► Session ─────┤
//!           messages ◄───────────────┴─ answers come back as messages, tagged
//! ```
//!
//! Apart from `tui` and `plain` so that there is no second copy. A session is a state that takes commands and
//! messages and returns effects; it does no I/O, names no path, and assumes neither a terminal nor one user.

mod activity;
pub mod attending;
pub mod bench;
pub mod carrying;
mod company;
pub mod debrief;
mod drafts;
pub mod effect;
mod forgetting;
pub mod housing;
pub mod item;
pub mod joining;
mod learning;
mod lookback;
mod making;
pub mod on_paper;
mod outbox;
mod quizzing;
mod reading;
mod replying;
mod reporting;
mod reviewing;
pub mod rundown;
pub mod search;
pub mod sitting;
pub mod story;
mod swapping;
pub mod training;
mod translating;
pub mod trouble;
mod unlocking;
mod working;

use std::sync::Arc;

pub use bench::Bench;
pub use debrief::Debrief;
pub use effect::{Carry, Delivery, Effect, Effects, Message};
pub use forgetting::{folder_ending, own_folder};
pub use learning::{Learning, Place};
pub use outbox::Saving;
pub use reviewing::Reviewed;
pub use rundown::Rundown;
pub use sitting::Sitting;
pub use swapping::{Sending, offer, swap_file_name};
pub use training::Training;
pub use working::{LookedBack, tool_key};

use activity::Activity;
use carrying::Taken;
use company::Company;
use drafts::DueDraft;
use joining::Offer;
use outbox::Outbox;
use unlocking::Opened;

use crate::clock::{Chance, Clock};
use crate::course::Course;
use crate::id::{EnrolmentId, Lang, LearnerId, LessonId};
use crate::journal::{Author, Body, Via};
use crate::report::Format;
use crate::store::api::{AskedQuestion, NewEvent, Partner, Record};
use crate::store::{Answer, Principal, Profile, Request, StoreError, Tag};
use crate::text::one_line;

/// What a session starts from.
pub struct Setup {
    /// The course.
    pub course: Arc<Course>,
    /// Who this is, and so what may be seen.
    pub principal: Principal,
    /// Whether somebody who is alone in this home is let in without asking; the list is still there to go back to.
    pub alone_goes_in: bool,
    /// The time.
    pub clock: Box<dyn Clock>,
    /// Random bits, for ids.
    pub chance: Box<dyn Chance>,
    /// Screen, plain, served.
    pub via: Via,
    /// The language before a learner is known.
    pub lang: Lang,
}

/// How far a session has come.
#[derive(Debug)]
pub enum Stage {
    /// The store was asked.
    Loading,
    /// Somebody has to say who they are; nobody in the list means a first start.
    Choosing(Vec<Profile>),
    /// A learner is here.
    Learning(Box<Learning>),
    /// A trainer is here.
    Training(Box<Training>),
    /// The store cannot be used.
    Failed(StoreError),
}

/// A learner's session.
pub struct Session {
    /// The course with the house of whoever is here.
    course: Arc<Course>,
    /// The course with the house of this home.
    at_home: Arc<Course>,
    /// The course with a house whose files are being written.
    moving: Option<(Tag, Arc<Course>)>,
    principal: Principal,
    clock: Box<dyn Clock>,
    chance: Box<dyn Chance>,
    via: Via,
    lang: Lang,
    stage: Stage,
    outbox: Outbox,
    company: Company,
    activity: Activity,
    open_lesson: Option<LessonId>,
    sitting: Option<Sitting>,
    /// An attempt that waits while a question inside its lesson is answered.
    aside: Option<Sitting>,
    /// A test that a trainer's code was given for.
    opened: Option<Opened>,
    /// Desk work under way.
    bench: Option<Bench>,
    due: Option<DueDraft>,
    reporting: Option<Format>,
    /// Invitations that lie here.
    offers: Vec<Offer>,
    /// Who is being deleted.
    leaving: Option<Profile>,
    /// What came of the files that were taken in last.
    taken_in: Option<Vec<Result<Taken, String>>>,
}

impl Session {
    /// Starts a session; an owner is asked who they are, a learner's record is opened.
    pub fn new(setup: Setup) -> (Self, Effects) {
        let Setup { course, principal, alone_goes_in, clock, chance, via, lang } = setup;
        let mut session = Self {
            at_home: Arc::clone(&course),
            moving: None,
            course,
            principal,
            clock,
            chance,
            via,
            lang,
            stage: Stage::Loading,
            outbox: Outbox::default(),
            company: Company::default(),
            activity: Activity::default(),
            open_lesson: None,
            sitting: None,
            aside: None,
            opened: None,
            bench: None,
            due: None,
            reporting: None,
            offers: Vec::new(),
            leaving: None,
            taken_in: None,
        };
        let effects = match principal {
            Principal::Owner if alone_goes_in => session.begin_at_once(),
            Principal::Owner | Principal::Learner(_) | Principal::Pair { .. } => session.begin(),
        };
        (session, effects)
    }

    fn begin(&mut self) -> Effects {
        self.stage = Stage::Loading;
        self.move_home();
        self.outbox.forget_questions();
        self.company.part();
        match self.principal {
            Principal::Owner => self.outbox.send(Request::Learners),
            Principal::Learner(learner) => self.open(learner),
            Principal::Pair { learner, .. } => {
                let mut effects = self.open(learner);
                effects.extend(self.outbox.send(Request::Learners));
                effects
            }
        }
    }

    /// Asks for the list of learners and for the record of whoever is alone in one go.
    fn begin_at_once(&mut self) -> Effects {
        let course = self.course.manifest().id.clone();
        self.outbox.send(Request::Begin { course })
    }

    fn open(&mut self, learner: LearnerId) -> Effects {
        self.stage = Stage::Loading;
        let course = self.course.manifest().id.clone();
        self.outbox.send(Request::Open { learner, course })
    }

    /// Returns how far the session has come.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Returns the course.
    pub fn course(&self) -> &Arc<Course> {
        &self.course
    }

    /// Returns the learner's part, once somebody is here.
    pub fn learning(&self) -> Option<&Learning> {
        match &self.stage {
            Stage::Learning(learning) => Some(learning),
            Stage::Loading | Stage::Choosing(_) | Stage::Training(_) | Stage::Failed(_) => None,
        }
    }

    fn learning_mut(&mut self) -> Option<&mut Learning> {
        match &mut self.stage {
            Stage::Learning(learning) => Some(learning),
            Stage::Loading | Stage::Choosing(_) | Stage::Training(_) | Stage::Failed(_) => None,
        }
    }

    /// Returns the language of everything.
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// Returns how things stand with the disk.
    pub fn saving(&self) -> Saving {
        match (&self.stage, self.outbox.saving()) {
            (_, Saving::Saved) if self.due.is_some() => Saving::Saving,
            (_, saving) => saving,
        }
    }

    /// Returns the clock.
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// Says that somebody did something; counts the minutes active.
    pub fn touched(&mut self) -> Effects {
        let elapsed = self.clock.elapsed();
        let seconds = self.activity.touch(elapsed);
        self.write_active(seconds)
    }

    fn write_active(&mut self, seconds: Option<u32>) -> Effects {
        let lesson = self.open_lesson.clone();
        match seconds {
            Some(seconds) => self.write(vec![Body::Active { seconds, lesson }]),
            None => Effects::new(),
        }
    }

    /// Adds a learner to this home and lets them in.
    pub fn add_learner(&mut self, name: &str, member: &str, lang: Lang) -> Effects {
        let learner = LearnerId::from_bits(self.chance.bits());
        let profile = Profile { learner, name: one_line(name), member: one_line(member), lang };
        self.outbox.send(Request::PutProfile(profile))
    }

    /// Lets a learner of this home in.
    pub fn choose(&mut self, learner: LearnerId) -> Effects {
        self.open(learner)
    }

    /// Goes back to the choice of learners, where the session may see it; everything is written first.
    pub fn change_learner(&mut self) -> Effects {
        let mut effects = self.leave();
        effects.extend(self.begin());
        effects
    }

    /// Switches the language, everywhere and at once, and keeps it in the profile.
    pub fn set_lang(&mut self, lang: Lang) -> Effects {
        self.lang = lang.clone();
        self.translate_open();
        let Some(learning) = self.learning_mut() else { return Effects::new() };
        if learning.profile.lang == lang {
            return Effects::new();
        }
        learning.profile.lang = lang;
        let profile = learning.profile.clone();
        self.outbox.send(Request::PutProfile(profile))
    }

    /// Sends again what the store refused.
    pub fn retry(&mut self) -> Effects {
        match self.stage {
            Stage::Failed(_) => self.begin(),
            Stage::Loading | Stage::Choosing(_) | Stage::Learning(_) | Stage::Training(_) => self.outbox.retry(),
        }
    }

    /// Writes what is still in hand: half-typed answers, the minutes since the last input.
    pub fn leave(&mut self) -> Effects {
        let mut effects = self.leave_bench();
        effects.extend(self.flush_draft());
        let seconds = self.activity.leave();
        effects.extend(self.write_active(seconds));
        self.sitting = None;
        self.aside = None;
        self.opened = None;
        self.open_lesson = None;
        effects
    }

    /// Writes what is in hand and ends the session.
    pub fn quit(&mut self) -> Effects {
        let mut effects = self.leave();
        effects.push(Effect::Quit);
        effects
    }

    /// Takes what the host tells.
    pub fn receive(&mut self, message: Message) -> Effects {
        match message {
            Message::Store(_, Ok(Answer::Changed(who))) => self.changed(who),
            Message::Store(tag, Ok(answer)) => self.answered(tag, answer),
            Message::Store(tag, Err(error)) => {
                self.refused(tag, error);
                Effects::new()
            }
            Message::Forgotten(result) => self.forgotten(result),
            Message::Ordered(_, result) => self.ordered(result),
            Message::Codes(cohort, codes) => self.codes_came(cohort, codes),
            Message::EveningAt(_, progress) => self.evening_at(progress),
            Message::Reading(_, done, of) => self.collecting(|all| all.read(done, of)),
            Message::Sticks(_, found) => self.collecting(|all| all.found(found)),
            Message::TakenIn(_, outcomes) if self.training().is_some() => self.collected(outcomes),
            Message::TakenIn(_, outcomes) => {
                self.taken_in = Some(outcomes);
                // Not every host tells what was written beside the session.
                self.changed(None)
            }
            Message::Tick if self.is_draft_due() => self.flush_draft(),
            Message::Delivered(tag, result) => {
                self.delivered(tag, result.is_ok());
                Effects::new()
            }
            Message::Tick => Effects::new(),
        }
    }

    fn answered(&mut self, tag: Tag, answer: Answer) -> Effects {
        let Some(request) = self.outbox.confirm(tag) else { return Effects::new() };
        match answer {
            Answer::Learners(learners) => self.listed(learners),
            Answer::ProfilePut(profile) if self.learning().is_none() => {
                self.company.know_also(&profile);
                return self.open(profile.learner);
            }
            Answer::Asked(found) if self.training().is_some() => return self.looked_up(found),
            Answer::Asked(found) => return self.asked(found),
            Answer::Opened(record) if self.training().is_some() => return self.looked_into(*record),
            Answer::Opened(record) => return self.opened(*record),
            Answer::Erased => return self.erased(),
            Answer::Cohort(answer) => return self.trained(&request, *answer),
            Answer::Appended(events) => {
                self.marked(&events);
                let course = Arc::clone(&self.course);
                if let Some(learning) = self.learning_mut() {
                    learning.apply(&events, &course);
                }
            }
            Answer::ProfilePut(_)
            | Answer::DraftPut
            | Answer::DraftDropped
            | Answer::ExportHead(_)
            | Answer::ExportEvents(_)
            | Answer::Merged(_)
            | Answer::Readmitted
            | Answer::About(_)
            | Answer::Refreshed(_)
            | Answer::Changed(_) => {}
        }
        Effects::new()
    }

    /// Takes the learners whom this session may know; an owner is asked which of them it is.
    fn listed(&mut self, learners: Vec<Profile>) {
        self.company.know(&learners);
        match self.principal {
            Principal::Owner => self.stage = Stage::Choosing(learners),
            Principal::Learner(_) | Principal::Pair { .. } => self.pair_as_principal(),
        }
    }

    fn opened(&mut self, record: Record) -> Effects {
        self.move_in(&record.drafts);
        let course = Arc::clone(&self.course);
        if let Some(learning) = self.learning_mut().filter(|l| l.profile.learner == record.profile.learner) {
            learning.renew(record, &course);
            return Effects::new();
        }
        let fresh = EnrolmentId::from_bits(self.chance.bits());
        let learning = Learning::new(record, &course, fresh);
        self.lang = learning.profile.lang.clone();
        let is_new = learning.enrolment == fresh;
        self.stage = Stage::Learning(Box::new(learning));
        if is_new { self.enrol() } else { Effects::new() }
    }

    fn enrol(&mut self) -> Effects {
        let manifest = self.course.manifest();
        let event = Body::Enrolled { course: manifest.id.clone(), version: manifest.version.clone() };
        self.write(vec![event])
    }

    /// Somebody else wrote to the store: what concerns this learner is read anew.
    fn changed(&mut self, who: Option<LearnerId>) -> Effects {
        let Some(learner) = self.learning().map(|learning| learning.profile.learner) else { return Effects::new() };
        if who.is_some_and(|who| who != learner) {
            return Effects::new();
        }
        let course = self.course.manifest().id.clone();
        self.outbox.send(Request::Open { learner, course })
    }

    fn refused(&mut self, tag: Tag, error: StoreError) {
        self.outbox.refuse(tag, error.clone());
        if matches!(self.stage, Stage::Loading) {
            self.stage = Stage::Failed(error);
        }
    }

    /// Sends events of the learner who is here.
    fn write(&mut self, bodies: Vec<Body>) -> Effects {
        self.write_with(bodies, Vec::new(), None)
    }

    fn write_with(&mut self, bodies: Vec<Body>, asked: Vec<AskedQuestion>, drop_draft: Option<String>) -> Effects {
        self.send_events(None, bodies, asked, drop_draft)
    }

    fn send_events(
        &mut self,
        with: Option<Partner>,
        bodies: Vec<Body>,
        asked: Vec<AskedQuestion>,
        drop_draft: Option<String>,
    ) -> Effects {
        let (at, via, lang) = (self.clock.now(), self.via, self.lang.clone());
        let Some(learning) = self.learning_mut() else { return Effects::new() };
        let enrolment = learning.enrolment;
        if let Some(key) = &drop_draft {
            learning.drop_draft(key);
        }
        let learner = learning.profile.learner;
        let new = |body| NewEvent { author: Author::Learner, enrolment, via, lang: lang.clone(), at, body };
        let events = bodies.into_iter().map(new).collect();
        self.outbox.send(Request::Append { learner, with, events, asked, drop_draft })
    }
}
