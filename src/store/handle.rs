//! The store as the rest of the program holds it, and a handle that asks on behalf of one principal.
//!
//! Apart from the worker's thread: this side never touches SQLite and never waits, except when opening and closing.

use std::fmt;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use super::api::{Answer, Principal, Request, StoreError, Tag};
use super::database::{Asked, Database};
use super::failure::from_system;
use super::worker::{self, Job, Question};
use crate::id::LearnerId;

/// What takes the answers; called on the store's thread, so it should only pass them on.
pub type Reply = Box<dyn Fn(Tag, Result<Answer, StoreError>) + Send>;

/// Where the answers of one handle, and of those narrowed from it, go.
pub(super) struct Mailbox(Mutex<Reply>);

impl Mailbox {
    /// Hands an answer over.
    pub(super) fn put(&self, tag: Tag, answer: Result<Answer, StoreError>) {
        // A reply that panicked once is no reason to keep later answers back.
        let reply = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        reply(tag, answer);
    }
}

impl fmt::Debug for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Mailbox")
    }
}

/// An open journal. Dropping it carries out what was asked, and closes the file.
#[derive(Debug)]
pub struct Store {
    jobs: Sender<Job>,
    thread: Option<JoinHandle<()>>,
}

impl Store {
    /// Opens the journal in the file `path`; folder and file are made where there are none.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        Self::opening(path)?.finish()
    }

    /// Begins to open a journal on its own thread, so that something else can be done meanwhile.
    pub fn opening(path: &Path) -> Result<Opening, StoreError> {
        let file = path.to_owned();
        start(move || Database::open(&file)).map_err(|e| from_system(path, &e))
    }

    /// Reads what this version understands of a journal that a newer one wrote; nothing can be written to it.
    pub fn of_newer(path: &Path) -> Result<Self, StoreError> {
        let file = path.to_owned();
        start(move || Database::of_newer(&file)).map_err(|e| from_system(path, &e))?.finish()
    }

    /// Opens a journal that is gone with the process.
    pub fn memory() -> Result<Self, StoreError> {
        start(Database::memory).map_err(|e| from_system(Path::new(":memory:"), &e))?.finish()
    }

    /// Returns a handle that asks as `principal`; answers go to `reply`.
    pub fn handle(&self, principal: Principal, reply: Reply) -> Handle {
        Handle { principal, mailbox: Arc::new(Mailbox(Mutex::new(reply))), jobs: self.jobs.clone() }
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        // A worker that has gone already needs no word.
        drop(self.jobs.send(Job::Close));
        if let Some(thread) = self.thread.take() {
            // Its panic was reported where it happened.
            drop(thread.join());
        }
    }
}

/// A journal that is being opened.
#[derive(Debug)]
pub struct Opening {
    store: Store,
    opened: Receiver<Result<(), StoreError>>,
}

impl Opening {
    /// Waits until the journal is open, or says why it is not.
    pub fn finish(self) -> Result<Store, StoreError> {
        // A thread that ended without a word panicked, and was reported where it happened.
        self.opened.recv().unwrap_or(Err(StoreError::Closed))?;
        Ok(self.store)
    }
}

fn start(open: impl FnOnce() -> Result<Database, StoreError> + Send + 'static) -> std::io::Result<Opening> {
    let (jobs, inbox) = mpsc::channel();
    let (tell, opened) = mpsc::channel();
    let work = move || match open() {
        Ok(database) => {
            // Where nobody waits any more, there is nothing to close either.
            drop(tell.send(Ok(())));
            worker::run(database, &inbox);
        }
        Err(error) => drop(tell.send(Err(error))),
    };
    let thread = thread::Builder::new().name("store".to_owned()).spawn(work)?;
    Ok(Opening { store: Store { jobs, thread: Some(thread) }, opened })
}

/// Asks the store on behalf of one principal.
#[derive(Debug, Clone)]
pub struct Handle {
    principal: Principal,
    mailbox: Arc<Mailbox>,
    jobs: Sender<Job>,
}

impl Handle {
    /// Asks; the answer comes to the handle's reply with the tag.
    pub fn ask(&self, tag: Tag, request: Request) {
        let asked = Asked { principal: self.principal, request };
        let question = Question { asked, tag, mailbox: Arc::clone(&self.mailbox) };
        if self.jobs.send(Job::Ask(question)).is_err() {
            self.mailbox.put(tag, Err(StoreError::Closed));
        }
    }

    /// Asks to be told, with `Tag::NEWS`, what others change within this handle's scope.
    pub fn watch(&self) {
        // With the store gone there is no news.
        drop(self.jobs.send(Job::Watch(self.principal, Arc::downgrade(&self.mailbox))));
    }

    /// Returns a handle for one learner only, with the same reply.
    pub fn narrow(&self, learner: LearnerId) -> Result<Self, StoreError> {
        match self.principal {
            Principal::Learner(own) | Principal::Pair { learner: own, .. } if own != learner => {
                Err(StoreError::Forbidden)
            }
            Principal::Owner | Principal::Learner(_) | Principal::Pair { .. } => {
                Ok(Self { principal: Principal::Learner(learner), ..self.clone() })
            }
        }
    }

    /// Returns who asks.
    pub fn principal(&self) -> Principal {
        self.principal
    }
}
