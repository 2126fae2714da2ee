//! What can be done for a session on this machine: ask the journal, keep files.
//!
//! Apart from the loop so that the screen and plain mode have the same host. A session never learns a path except
//! the one that is shown to the learner; this is where names become paths.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;

use super::args::Place;
use super::cohort::class::Class;
use super::cohort::{door, office};
use super::environment::Environment;
use super::failure::Failure;
use super::home::{Desk, Home};
use super::wake::Wake;
use super::{carry, forget, keep};
use crate::session::training::evening::Evening;
use crate::session::training::inviting::{Door, Errand};
use crate::session::training::office::{Order, Written};
use crate::session::{Carry, Delivery, Effect, Effects, Message};
use crate::store::{Handle, Principal, Profile, Store, StoreError, Tag};

/// What a list of effects asks of the loop.
#[must_use]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Go on.
    Stay,
    /// Give the terminal back for a while.
    Suspend,
    /// End; everything has been handed to the journal.
    Quit,
}

/// The host of one local session.
#[derive(Debug)]
pub struct Host {
    store: Store,
    handle: Handle,
    home: Home,
    wake: Sender<Wake>,
    /// Where a trainer's course and language are, and what surrounds them; none where nobody can train.
    around: Option<(Place, Environment)>,
}

impl Host {
    /// Makes a host for a principal on the home in a folder; files for the learner go to its folder `reports`.
    pub fn new(store: Store, principal: Principal, home: &Path, wake: Sender<Wake>) -> Self {
        let tell = wake.clone();
        let reply = move |tag, answer| {
            // The loop may have ended while the journal still worked.
            drop(tell.send(Wake::Message(Message::Store(tag, answer))));
        };
        let handle = store.handle(principal, Box::new(reply));
        handle.watch();
        Self { store, handle, home: Home::at(home), wake, around: None }
    }

    /// Lets a trainer order reports and certificates, of the course at a place.
    pub(super) fn training(mut self, place: &Place, around: &Environment) -> Self {
        self.around = Some((place.clone(), around.clone()));
        self
    }

    /// Writes what a trainer ordered; whoever is not the owner of this home is refused by the journal.
    fn order(&self, tag: Tag, order: Box<Order>) {
        self.office("order", tag, move |class| office::write(&order, class));
    }

    /// Does what a trainer does in the evening, and says how far it is.
    fn evening(&self, tag: Tag, evening: Box<Evening>) {
        let wake = self.wake.clone();
        // The loop may have ended meanwhile.
        let tell = move |progress| drop(wake.send(Wake::Message(Message::EveningAt(tag, progress))));
        self.office("evening", tag, move |class| office::evening(&evening, class, &tell));
    }

    /// Does something for a trainer, and tells what came of it.
    fn office(&self, name: &str, tag: Tag, work: impl FnOnce(&Class<'_>) -> Result<Written, Failure> + Send + 'static) {
        self.in_class(name, work, move |written| Message::Ordered(tag, written));
    }

    /// Does something at the door of a workshop.
    fn door(&self, tag: Tag, door: Box<Door>) {
        if let Errand::Invite(letter) = door.errand.clone() {
            return self.office("invite", tag, move |class| door::invite(&door, &letter, class));
        }
        let cohort = door.cohort;
        self.in_class("codes", move |class| door::codes(&door, class), move |codes| Message::Codes(cohort, codes));
    }

    /// Does something with the cohorts of this home on a thread of its own, and tells what came of it.
    fn in_class<T>(
        &self,
        name: &str,
        work: impl FnOnce(&Class<'_>) -> Result<T, Failure> + Send + 'static,
        told: impl Fn(Result<T, String>) -> Message + Copy + Send + 'static,
    ) {
        let (home, desk) = (self.home.clone(), Desk::new(&self.store, self.handle.principal()));
        let around = self.around.clone();
        let work = move || {
            told(around.ok_or_else(|| StoreError::Closed.to_string()).and_then(|(place, around)| {
                let class = Class::new(&desk, &home, &place, &around);
                work(&class).map_err(|failure| failure.to_string())
            }))
        };
        self.beside(name, work, move |why| told(Err(why)));
    }

    /// Carries out effects, in their order; what takes time answers later with a message.
    pub fn carry_out(&self, effects: Effects) -> Next {
        let mut next = Next::Stay;
        for effect in effects {
            match effect {
                Effect::Store(tag, request) => self.handle.ask(tag, request),
                Effect::Deliver(tag, delivery) => self.deliver(tag, delivery),
                Effect::Forget(profile) => self.forget(&profile),
                Effect::Carry(tag, carry) => self.carry(tag, carry),
                Effect::Order(tag, order) => self.order(tag, order),
                Effect::Evening(tag, evening) => self.evening(tag, evening),
                Effect::Door(tag, door) => self.door(tag, door),
                Effect::Suspend => next = Next::Suspend,
                Effect::Quit => return Next::Quit,
            }
        }
        next
    }

    fn deliver(&self, tag: Tag, delivery: Delivery) {
        let reports = self.home.reports();
        let work = move || {
            let kept = keep::in_folder(&reports.join(&delivery.folder), &delivery.name, &delivery.bytes);
            Message::Delivered(tag, kept.map(|path| path.display().to_string()))
        };
        self.beside("deliver", work, move |why| Message::Delivered(tag, Err(why)));
    }

    fn carry(&self, tag: Tag, carry: Carry) {
        let (home, desk) = (self.home.clone(), Desk::new(&self.store, self.handle.principal()));
        let failed: fn(Tag, String) -> Message = match carry {
            Carry::Out { .. } | Carry::BackUp { .. } | Carry::House(_) => |tag, why| Message::Delivered(tag, Err(why)),
            Carry::In { .. } => |tag, why| Message::TakenIn(tag, vec![Err(why)]),
            Carry::Sticks => |tag, _| Message::Sticks(tag, Vec::new()),
        };
        let wake = self.wake.clone();
        // The loop may have ended meanwhile.
        let tell = move |message| drop(wake.send(Wake::Message(message)));
        let work = move || carry::carry(&home, &desk, tag, &carry, &tell);
        let failed = move |why: String| failed(tag, why);
        self.beside("carry", work, failed);
    }

    /// Does something on a thread of its own, and tells what came of it.
    fn beside(
        &self,
        name: &str,
        work: impl FnOnce() -> Message + Send + 'static,
        failed: impl FnOnce(String) -> Message,
    ) {
        let wake = self.wake.clone();
        // The loop may have ended meanwhile.
        let tell = move || drop(wake.send(Wake::Message(work())));
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(tell) {
            drop(self.wake.send(Wake::Message(failed(error.to_string()))));
        }
    }

    fn forget(&self, profile: &Profile) {
        let reports = self.home.reports();
        let done = forget::files(&reports, profile);
        let done = done.map_err(|error| format!("{}: {error}", reports.display()));
        // A loop that has ended needs no word.
        drop(self.wake.send(Wake::Message(Message::Forgotten(done))));
    }

    /// Closes the journal; everything asked before is carried out and answered when this returns.
    pub fn close(self) {
        drop(self.store);
    }
}

/// Finds what the journal refused among the last answers, and was not asked again since.
pub fn refusals(wakes: impl IntoIterator<Item = Wake>) -> Option<StoreError> {
    let mut refused: BTreeSet<Tag> = BTreeSet::new();
    let mut last = None;
    for wake in wakes {
        if let Wake::Message(Message::Store(tag, answer)) = wake {
            match answer {
                Ok(_) => drop(refused.remove(&tag)),
                Err(error) => {
                    refused.insert(tag);
                    last = Some(error);
                }
            }
        }
    }
    last.filter(|_| !refused.is_empty())
}
