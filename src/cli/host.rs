//! What can be done for a session on this machine: ask the journal, keep files.
//!
//! Apart from the loop so that the screen and plain mode have the same host. A session never learns a path except
//! the one that is shown to the learner; this is where names become paths.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::thread;

use super::wake::Wake;
use super::{forget, keep};
use crate::session::{Delivery, Effect, Effects, Message};
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
    reports: PathBuf,
    wake: Sender<Wake>,
}

impl Host {
    /// Makes a host for a principal; files for the learner go to the folder `reports`.
    pub fn new(store: Store, principal: Principal, reports: &Path, wake: Sender<Wake>) -> Self {
        let tell = wake.clone();
        let reply = move |tag, answer| {
            // The loop may have ended while the journal still worked.
            drop(tell.send(Wake::Message(Message::Store(tag, answer))));
        };
        let handle = store.handle(principal, Box::new(reply));
        handle.watch();
        Self { store, handle, reports: reports.to_owned(), wake }
    }

    /// Carries out effects, in their order; what takes time answers later with a message.
    pub fn carry_out(&self, effects: Effects) -> Next {
        let mut next = Next::Stay;
        for effect in effects {
            match effect {
                Effect::Store(tag, request) => self.handle.ask(tag, request),
                Effect::Deliver(tag, delivery) => self.deliver(tag, delivery),
                Effect::Forget(profile) => self.forget(&profile),
                Effect::Suspend => next = Next::Suspend,
                Effect::Quit => return Next::Quit,
            }
        }
        next
    }

    fn deliver(&self, tag: Tag, delivery: Delivery) {
        let (reports, wake) = (self.reports.clone(), self.wake.clone());
        let tell = move |result| drop(wake.send(Wake::Message(Message::Delivered(tag, result))));
        let failed = tell.clone();
        let work = move || {
            let folder = reports.join(&delivery.folder);
            tell(keep::in_folder(&folder, &delivery.name, &delivery.bytes).map(|path| path.display().to_string()));
        };
        if let Err(error) = thread::Builder::new().name("deliver".to_owned()).spawn(work) {
            failed(Err(error.to_string()));
        }
    }

    fn forget(&self, profile: &Profile) {
        let done = forget::files(&self.reports, profile);
        let done = done.map_err(|error| format!("{}: {error}", self.reports.display()));
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
