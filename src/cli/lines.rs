//! Plain mode on this machine: one effect after the other, waited for.
//!
//! Apart from the screen's host because lines have no loop: a question is asked, and nothing else happens until the
//! answer is typed.

use std::io;

use super::failure::Failure;
use super::home::{Desk, Home};
use super::screen::End;
use super::typed::Typed;
use super::{carry, forget, keep};
use crate::id::LessonId;
use crate::plain::{self, Begin, Host};
use crate::session::joining::Offer;
use crate::session::trouble;
use crate::session::{Delivery, Effect, Message, Saving, Session, Setup};
use crate::store::Store;
use crate::words::Words;

/// Runs a session line by line on standard input and output, with what to open first; returns how it ended.
pub(super) fn run(
    setup: Setup,
    store: &Store,
    home: &Home,
    open: Option<LessonId>,
    offers: Vec<Offer>,
) -> Result<End, Failure> {
    let broken = |error: io::Error| Failure::System(format!("standard input or output: {error}"));
    let mut typed = Typed::begin().map_err(broken)?;
    let mut host = LineHost { desk: Desk::new(store, setup.principal), home: home.clone() };
    let words = Words::new(&setup.lang);
    let (mut session, effects) = Session::new(setup);
    session.take_invitations(offers);
    let begin = Begin { session, effects, open };
    let saving = plain::run(begin, &mut typed, &mut io::stdout().lock(), &mut host);
    match (saving, typed.signal()) {
        (Ok(Saving::Failed(error)), _) => Err(unsaved(&trouble::store(&error, &words), &words)),
        // Where a signal ends it the terminal may have gone; what was answered is saved.
        (Ok(_) | Err(_), Some(signal)) => Ok(End::Signal(signal)),
        (Ok(Saving::Saved | Saving::Saving), None) => Ok(End::Quit),
        // Whoever reads our lines stopped reading; what was answered is saved.
        (Err(error), None) if error.kind() == io::ErrorKind::BrokenPipe => Ok(End::Vanished),
        (Err(error), None) => Err(broken(error)),
    }
}

/// Says that the last answers are not saved, and why.
pub(super) fn unsaved(why: &str, words: &Words) -> Failure {
    Failure::System(words.with("unsaved-at-end", &[("why", why.into())]))
}

struct LineHost {
    desk: Desk,
    home: Home,
}

impl LineHost {
    fn deliver(&self, delivery: &Delivery) -> Result<String, String> {
        keep::in_folder(&self.home.reports().join(&delivery.folder), &delivery.name, &delivery.bytes)
            .map(|path| path.display().to_string())
    }
}

impl Host for LineHost {
    fn carry_out(&mut self, effect: Effect) -> Vec<Message> {
        match effect {
            Effect::Store(tag, request) => vec![Message::Store(tag, self.desk.ask(request))],
            Effect::Deliver(tag, delivery) => vec![Message::Delivered(tag, self.deliver(&delivery))],
            Effect::Forget(profile) => {
                let reports = self.home.reports();
                let done = forget::files(&reports, &profile);
                vec![Message::Forgotten(done.map_err(|error| format!("{}: {error}", reports.display())))]
            }
            Effect::Carry(tag, carry) => vec![carry::carry(&self.home, &self.desk, tag, &carry, &|_| {})],
            // Nobody trains line by line.
            Effect::Order(..) | Effect::Evening(..) | Effect::Door(..) | Effect::Quit | Effect::Suspend => Vec::new(),
        }
    }
}
