//! Scripts in, lines out: on a real store in memory and the small course, which asks all nine kinds.

use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

use super::*;
use crate::clock::{FixedClock, SeededChance, Timestamp};
use crate::course::Course;
use crate::id::{Lang, LearnerId};
use crate::journal::Via;
use crate::session::{Delivery, Setup};
use crate::store::{Answer, Handle, Principal, Store, StoreError, Tag};

mod beside;
mod code;
mod confidence;
mod hostile;
mod join;
mod kinds;
mod paths;
mod replies;
mod review;
mod work;
mod wrong;

type Answered = (Tag, Result<Answer, StoreError>);

/// The store, and a list instead of a folder.
pub(super) struct TestHost {
    handle: Handle,
    answers: Receiver<Answered>,
    pub(super) files: Vec<Delivery>,
}

impl TestHost {
    pub(super) fn new(store: &Store, principal: Principal) -> Self {
        let (sender, answers) = channel::<Answered>();
        let sender = Mutex::new(sender);
        let reply = move |tag, answer| sender.lock().unwrap().send((tag, answer)).unwrap_or_default();
        Self { handle: store.handle(principal, Box::new(reply)), answers, files: Vec::new() }
    }
}

impl Host for TestHost {
    fn carry_out(&mut self, effect: Effect) -> Vec<Message> {
        match effect {
            Effect::Store(tag, request) => {
                self.handle.ask(tag, request);
                let (tag, answer) = self.answers.recv().unwrap();
                vec![Message::Store(tag, answer)]
            }
            Effect::Deliver(tag, delivery) => {
                let place = delivery.name.clone();
                self.files.push(delivery);
                vec![Message::Delivered(tag, Ok(place))]
            }
            Effect::Forget(_) => vec![Message::Forgotten(Ok(()))],
            Effect::Carry(tag, carry) => {
                let told = format!("{carry:?}");
                vec![Message::Delivered(tag, Ok(told))]
            }
            Effect::Order(..) | Effect::Evening(..) | Effect::Door(..) | Effect::Quit | Effect::Suspend => Vec::new(),
        }
    }
}

/// One home with one course.
pub(super) struct Home {
    pub(super) store: Store,
    pub(super) course: Arc<Course>,
    pub(super) files: Vec<Delivery>,
    runs: u128,
    /// How many days after the first it is.
    pub(super) days: i64,
}

impl Home {
    pub(super) fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/courses/small");
        let course = Arc::new(Course::folder(&folder).unwrap());
        Self { store: Store::memory().unwrap(), course, files: Vec::new(), runs: 0, days: 0 }
    }

    /// A home where Awa is already known.
    pub(super) fn with_learner() -> Self {
        let mut home = Self::new();
        home.run("Awa Diop\nLagune TV\n1\n");
        home
    }

    pub(super) fn session(&mut self, via: Via) -> (Session, Effects, TestHost) {
        self.runs += 1;
        let session = Session::new(Setup {
            course: Arc::clone(&self.course),
            principal: Principal::Owner,
            alone_goes_in: false,
            clock: Box::new(FixedClock {
                now: Timestamp(1_805_209_805_000 + self.days * 86_400_000),
                ..FixedClock::default()
            }),
            chance: Box::new(SeededChance(self.runs * 1_000)),
            via,
            lang: Lang::new("en").unwrap(),
        });
        (session.0, session.1, TestHost::new(&self.store, Principal::Owner))
    }

    /// Runs a script to the end of its lines.
    pub(super) fn run(&mut self, script: &str) -> String {
        let (session, effects, mut host) = self.session(Via::Plain);
        let (mut input, mut output) = (script.as_bytes(), Vec::new());
        let begin = Begin { session, effects, open: None };
        let saving = run(begin, &mut input, &mut output, &mut host).unwrap();
        assert_eq!(saving, Saving::Saved);
        self.files.append(&mut host.files);
        String::from_utf8(output).unwrap()
    }

    /// Lets the first learner in and returns the session, to look at or to go on with in another way.
    pub(super) fn enter(&mut self, via: Via) -> (Session, TestHost) {
        let (mut session, effects, mut host) = self.session(via);
        carry_out(&mut session, &mut host, effects);
        let learner = first_learner(&session);
        let effects = session.choose(learner);
        carry_out(&mut session, &mut host, effects);
        (session, host)
    }
}

fn first_learner(session: &Session) -> LearnerId {
    let crate::session::Stage::Choosing(learners) = session.stage() else { panic!("{:?}", session.stage()) };
    learners[0].learner
}

pub(super) fn carry_out(session: &mut Session, host: &mut TestHost, effects: Effects) {
    for effect in effects {
        for message in host.carry_out(effect) {
            let next = session.receive(message);
            carry_out(session, host, next);
        }
    }
}
