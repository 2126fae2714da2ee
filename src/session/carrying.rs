//! Progress carried as files: what came of taking one in, in words.
//!
//! Apart from the host, which knows where files are: what is told is the same on the screen, in plain mode and on the
//! command line.

use super::{Carry, Effect, Effects, Session};
use crate::id::LearnerId;
use crate::journal::file::{Seal, State, Survey};
use crate::store::Principal;
use crate::words::Words;

/// What came of taking a progress file in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// The file, as the host calls it.
    pub file: String,
    /// Whose it is: the id of a learner, or of a cohort.
    pub learner: LearnerId,
    /// Whether it is the stream of a cohort.
    pub is_cohort: bool,
    /// What they are called.
    pub name: String,
    /// How the file stands.
    pub state: State,
    /// Whether the learner was added to this home.
    pub added: bool,
    /// Events that are new.
    pub new: usize,
    /// Events that were known.
    pub known: usize,
    /// Events of which there are two contents now.
    pub conflicts: usize,
    /// Lines that were refused.
    pub refused: usize,
    /// Why, by line; not all of them where there are many.
    pub reasons: Vec<(u64, String)>,
}

impl Taken {
    /// Begins to count what comes of a file that was looked through.
    pub fn new(file: &str, look: &Survey) -> Self {
        let (file, name) = (file.to_owned(), crate::text::one_line(&look.header.profile.name));
        let (learner, is_cohort) = (look.header.learner, look.header.cohort);
        let reasons = Vec::new();
        Self {
            file,
            learner,
            is_cohort,
            name,
            state: look.state,
            added: false,
            new: 0,
            known: 0,
            conflicts: 0,
            refused: 0,
            reasons,
        }
    }

    /// Returns whether there is nothing to say of it but how much came in.
    pub fn is_smooth(&self) -> bool {
        self.is_all() && matches!(self.state, State::Whole(Seal::Home(_)))
    }

    /// Returns whether everything that the file was written with came in.
    pub fn is_all(&self) -> bool {
        matches!(self.state, State::Whole(_)) && self.refused == 0 && self.conflicts == 0
    }
}

impl Session {
    /// Writes this learner's progress as a file, to the place that was typed.
    pub fn carry_out(&mut self, to: &str) -> Effects {
        let Some(learner) = self.learning().map(|learning| learning.profile.learner) else { return Effects::new() };
        let out = Carry::Out { learner, to: to.to_owned() };
        vec![Effect::Carry(self.outbox.next_tag(), out)]
    }

    /// Returns whether whoever is here may copy the whole home, with everybody in it.
    pub fn can_back_up(&self) -> bool {
        matches!(self.principal, Principal::Owner)
    }

    /// Copies the whole home to the place that was typed; what is in hand is kept first, and so is in the copy.
    pub fn back_up(&mut self, to: &str) -> Effects {
        if !self.can_back_up() {
            return Effects::new();
        }
        let mut effects = self.flush_draft();
        effects.push(Effect::Carry(self.outbox.next_tag(), Carry::BackUp { to: to.to_owned() }));
        effects
    }

    /// Takes progress in from the place that was typed.
    pub fn take_in(&mut self, from: &str) -> Effects {
        self.taken_in = None;
        vec![Effect::Carry(self.outbox.next_tag(), Carry::In { from: from.to_owned() })]
    }

    /// Returns what came of the files that were taken in last, until it is forgotten.
    pub fn taken_in(&self) -> Option<&[Result<Taken, String>]> {
        self.taken_in.as_deref()
    }

    /// Forgets what came of files.
    pub fn forget_taken_in(&mut self) {
        self.taken_in = None;
    }
}

/// Says what came of a file, or why nothing of it came in.
pub fn outcome(outcome: &Result<Taken, String>, words: &Words) -> Vec<String> {
    match outcome {
        Ok(taken) => told(taken, words),
        Err(why) => vec![words.with("carry-nothing", &[("why", why.as_str().into())])],
    }
}

/// Says what came of several files: how many came in as they should, the others in full first, then a line for each.
pub fn outcomes(all: &[Result<Taken, String>], words: &Words) -> Vec<String> {
    if let [one] = all {
        return outcome(one, words);
    }
    let (smooth, odd): (Vec<_>, Vec<_>) = all.iter().partition(|outcome| is_smooth(outcome));
    let told = odd.into_iter().flat_map(|one| outcome(one, words));
    let brief = smooth.into_iter().filter_map(|one| outcome(one, words).into_iter().next());
    std::iter::once(headline(all, words)).chain(told).chain(brief).collect()
}

fn is_smooth(outcome: &Result<Taken, String>) -> bool {
    outcome.as_ref().is_ok_and(Taken::is_smooth)
}

/// Says how many of several files came in as they should.
pub fn headline(all: &[Result<Taken, String>], words: &Words) -> String {
    let smooth = all.iter().filter(|outcome| is_smooth(outcome)).count();
    let counts = [("count", all.len().into()), ("smooth", smooth.into()), ("odd", (all.len() - smooth).into())];
    words.with("carry-several", &counts)
}

/// Says what came of a file: a line on the whole, and one for each thing to know.
pub fn told(taken: &Taken, words: &Words) -> Vec<String> {
    let Taken { file, name, new, known, refused, conflicts, .. } = taken;
    let counts = [
        ("file", file.as_str().into()),
        ("name", name.as_str().into()),
        ("new", (*new).into()),
        ("known", (*known).into()),
    ];
    let mut lines = vec![words.with("carry-taken", &counts)];
    if taken.added {
        lines.push(words.with("carry-added", &[("name", name.as_str().into())]));
    }
    lines.push(match taken.state {
        State::Whole(Seal::Home(home)) => words.with("carry-signed", &[("key", home.to_string().into())]),
        State::Whole(Seal::Unsigned) => words.get("carry-unsigned"),
        State::Cut => words.get("carry-cut"),
        State::Damaged => words.get("carry-damaged"),
    });
    if *conflicts > 0 {
        lines.push(words.with("carry-conflicts", &[("count", (*conflicts).into())]));
    }
    if *refused > 0 {
        lines.push(words.with("carry-refused", &[("count", (*refused).into())]));
    }
    let line = |(line, why): &(u64, String)| {
        words.with("carry-line", &[("line", line.to_string().into()), ("why", why.as_str().into())])
    };
    lines.extend(taken.reasons.iter().map(line));
    lines
}
