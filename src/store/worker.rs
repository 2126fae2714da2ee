//! The thread that owns the connection: it takes what has arrived, carries it out in one go, and answers.
//!
//! Apart because only this thread may wait for the disk. It sleeps until something is asked; after writing it wakes
//! once more, when it has been quiet for a while, to tidy up.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Weak};
use std::time::Duration;

use super::api::{Answer, Principal, Request, StoreError, Tag};
use super::database::{Asked, Database};
use super::handle::Mailbox;
use crate::id::LearnerId;

/// How long nothing is asked before the log is looked after.
const QUIET: Duration = Duration::from_millis(1_500);
/// The most requests in one commit.
const GROUP: usize = 512;

/// A request and where its answer goes.
#[derive(Debug)]
pub(super) struct Question {
    pub(super) asked: Asked,
    pub(super) tag: Tag,
    pub(super) mailbox: Arc<Mailbox>,
}

/// What the thread can be told.
#[derive(Debug)]
pub(super) enum Job {
    /// Answer this.
    Ask(Question),
    /// Tell this mailbox what changes in this scope.
    Watch(Principal, Weak<Mailbox>),
    /// Finish what was asked before, and end.
    Close,
}

/// Works until it is told to close or nobody is left who could ask.
pub(super) fn run(database: Database, jobs: &Receiver<Job>) {
    let mut worker = Worker { database, watchers: Vec::new() };
    let mut open = true;
    while open {
        let Some(first) = worker.wait(jobs) else { break };
        open = worker.take(first, jobs);
    }
    refuse_the_rest(jobs);
}

/// Answers what was asked after closing; nobody may wait for ever.
fn refuse_the_rest(jobs: &Receiver<Job>) {
    for job in jobs.try_iter() {
        if let Job::Ask(question) = job {
            question.mailbox.put(question.tag, Err(StoreError::Closed));
        }
    }
}

struct Worker {
    database: Database,
    watchers: Vec<(Principal, Weak<Mailbox>)>,
}

impl Worker {
    /// Waits for the next job, using the first quiet moment.
    fn wait(&mut self, jobs: &Receiver<Job>) -> Option<Job> {
        if self.database.wants_quiet() {
            match jobs.recv_timeout(QUIET) {
                Ok(job) => return Some(job),
                Err(RecvTimeoutError::Disconnected) => return None,
                // A log that could not be emptied now is emptied after the next write.
                Err(RecvTimeoutError::Timeout) => drop(self.database.tidy()),
            }
        }
        jobs.recv().ok()
    }

    /// Takes everything that has arrived; returns whether to go on.
    fn take(&mut self, first: Job, jobs: &Receiver<Job>) -> bool {
        let mut group = Vec::new();
        for job in std::iter::once(first).chain(jobs.try_iter()).take(GROUP) {
            match job {
                Job::Ask(question) => group.push(question),
                Job::Watch(principal, mailbox) => self.watchers.push((principal, mailbox)),
                Job::Close => {
                    self.answer(group);
                    return false;
                }
            }
        }
        self.answer(group);
        true
    }

    fn answer(&mut self, group: Vec<Question>) {
        let (looks, group): (Vec<_>, Vec<_>) =
            group.into_iter().partition(|question| question.asked.request == Request::Refresh);
        if !group.is_empty() {
            self.carry_out(&group);
        }
        if !looks.is_empty() {
            self.look(&looks);
        }
    }

    fn carry_out(&mut self, group: &[Question]) {
        let asked: Vec<&Asked> = group.iter().map(|question| &question.asked).collect();
        let outcome = self.database.carry_out(&asked);
        for (question, answer) in group.iter().zip(outcome.answers) {
            question.mailbox.put(question.tag, answer);
        }
        let mut changed = outcome.changed;
        changed.sort_unstable();
        changed.dedup();
        for (index, learner) in changed {
            self.publish(Some(learner), group.get(index).map(|question| &question.mailbox));
        }
    }

    /// Looks once for all who asked whether other processes wrote.
    fn look(&mut self, looks: &[Question]) {
        let seen = self.database.others_wrote();
        for question in looks {
            question.mailbox.put(question.tag, seen.clone().map(Answer::Refreshed));
        }
        if seen == Ok(true) {
            self.publish(None, None);
        }
    }

    /// Tells those who watch, except the one who did it; forgets those who have gone.
    fn publish(&mut self, learner: Option<LearnerId>, author: Option<&Arc<Mailbox>>) {
        self.watchers.retain(|(principal, mailbox)| {
            let Some(mailbox) = mailbox.upgrade() else { return false };
            let in_scope = match (principal, learner) {
                (Principal::Learner(own) | Principal::Pair { learner: own, .. }, Some(learner)) => *own == learner,
                (Principal::Owner, _) | (Principal::Learner(_) | Principal::Pair { .. }, None) => true,
            };
            if in_scope && author.is_none_or(|author| !Arc::ptr_eq(author, &mailbox)) {
                mailbox.put(Tag::NEWS, Ok(Answer::Changed(learner)));
            }
            true
        });
    }
}
