//! Made-up worlds for the laws: machines that are copied, restored from backups, merged in any order, with clocks ten
//! years off, with colleagues beside the learner, and with two contents under one identity.

use proptest::prelude::*;

use crate::clock::Timestamp;
use crate::course::exercise::work::Entry;
use crate::id::{CohortId, CourseId, ExerciseId, Lang, LearnerId, NoteId, SectionId};
use crate::journal::event::{Author, Body, Event};
use crate::journal::planning::Half;
use crate::journal::samples::{
    answer, answered, attempt, enrolled, event, finished, half_day, lesson, marked, regraded, said, seen, started,
    undone, worked,
};
use crate::journal::set::{EventSet, Inserted};
use crate::journal::stored::Stored;
use crate::journal::swap::{Handed, Sender, Swap, Verdict};

pub(super) const TEN_YEARS: i64 = 10 * 366 * 24 * 3600 * 1000;

/// What can befall the machines of a learner.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Something is written on a machine, by a clock that is off; with a colleague or alone.
    Write(usize, Body, i64, Option<LearnerId>),
    /// A trainer writes something on a machine.
    Rule(usize, Body),
    /// A machine is copied.
    Copy(usize),
    /// A machine is set back to how it was at some time.
    Restore(usize, usize),
    /// A machine takes in what another has.
    Merge(usize, usize),
    /// A machine holds another content for an event that it has.
    Forge(usize, usize),
}

/// A machine: its events, how they were, and who writes there.
#[derive(Debug, Clone, Default)]
pub(super) struct Machine {
    set: EventSet,
    before: Vec<EventSet>,
    writer: u128,
    seq: u64,
}

#[derive(Debug, Default)]
pub(super) struct World {
    machines: Vec<Machine>,
    writers: u128,
}

impl World {
    pub(super) fn after(steps: Vec<Step>) -> Self {
        let mut world = Self::default();
        world.add(EventSet::default());
        for step in steps {
            world.take(step);
        }
        world
    }

    pub(super) fn add(&mut self, set: EventSet) {
        self.writers += 1;
        self.machines.push(Machine { set, before: Vec::new(), writer: self.writers, seq: 0 });
    }

    pub(super) fn at(&mut self, machine: usize) -> &mut Machine {
        let count = self.machines.len();
        &mut self.machines[machine % count]
    }

    pub(super) fn take(&mut self, step: Step) {
        match step {
            Step::Write(at, body, skew, pair) => self.at(at).write(body, skew, pair),
            Step::Rule(at, body) => self.at(at).rule(body),
            Step::Copy(at) => {
                let set = self.at(at).set.clone();
                self.add(set);
            }
            Step::Restore(at, when) => {
                self.writers += 1;
                let writer = self.writers;
                self.at(at).restore(when, writer);
            }
            Step::Merge(to, from) => {
                let set = self.at(from).set.clone();
                self.at(to).set.merge(&set);
            }
            Step::Forge(at, which) => self.at(at).forge(which),
        }
    }

    /// Three machines' events, some of them the same.
    pub(super) fn three(&self) -> [EventSet; 3] {
        [0, 1, 2].map(|at| self.machines[at % self.machines.len()].set.clone())
    }
}

impl Machine {
    pub(super) fn write(&mut self, body: Body, skew: i64, pair: Option<LearnerId>) {
        self.before.push(self.set.clone());
        self.seq += 1;
        let mut written = event(self.writer, self.seq, self.set.next_lamport(), body);
        written.at = Timestamp(written.at.0 + skew);
        written.pair = pair;
        assert_eq!(self.set.insert(Stored::new(written).unwrap()), Inserted::New);
    }

    fn rule(&mut self, body: Body) {
        self.before.push(self.set.clone());
        self.seq += 1;
        let written = event(self.writer, self.seq, self.set.next_lamport(), body);
        let stored = Stored::new(Event { author: Author::Trainer, ..written }).unwrap();
        assert_eq!(self.set.insert(stored), Inserted::New);
    }

    pub(super) fn restore(&mut self, when: usize, writer: u128) {
        if !self.before.is_empty() {
            self.set = self.before[when % self.before.len()].clone();
            (self.writer, self.seq) = (writer, 0);
        }
    }

    pub(super) fn forge(&mut self, which: usize) {
        let events: Vec<_> = self.set.iter().cloned().collect();
        if !events.is_empty() {
            let stored = &events[which % events.len()];
            let other = Body::Active { seconds: 17, lesson: None };
            let forged = Stored::new(Event { body: other, ..stored.event().clone() }).unwrap();
            let _conflict_or_not = self.set.insert(forged);
        }
    }
}

pub(super) fn union(sets: &[&EventSet]) -> EventSet {
    let mut all = EventSet::default();
    for set in sets {
        all.merge(set);
    }
    all
}

pub(super) fn body() -> impl Strategy<Value = Body> {
    let names = || prop::sample::select(vec!["a/one", "a/two"]);
    let parts = prop::sample::select(vec!["start", "end"]);
    let slots = || prop::sample::select(vec!["q", "r", "s"]);
    let tries = || prop::sample::select(vec![("a/one", 1_u128), ("a/one", 2), ("a/two", 3)]);
    let worked_tries = || prop::sample::select(vec![(0_u128, "a/x"), (1, "a/x"), (2, "b/y")]);
    let grade = || (0..=4_u16).prop_map(|quarter| quarter * 2500);
    prop_oneof![
        1 => Just(enrolled()),
        3 => (names(), parts).prop_map(|(name, part)| seen(name, part)),
        3 => tries().prop_map(|(name, number)| started(number, name, &["q", "r", "s"])),
        3 => (tries(), slots(), grade()).prop_map(|((name, n), q, grade)| answered(n, &format!("{name}#{q}"), grade)),
        3 => (tries(), grade(), any::<bool>()).prop_map(|((name, number), grade, missed)| {
            let critical = format!("{name}#q");
            let missed: &[&str] = if missed { &[&critical] } else { &[] };
            finished(number, grade, grade >= 7500, missed)
        }),
        2 => (names(), slots(), grade()).prop_map(|(name, q, grade)| {
            Body::Practised { lesson: lesson(name), answer: answer(&format!("{name}#{q}"), grade, false) }
        }),
        2 => (1..180_u32, prop::option::of(names())).prop_map(|(seconds, name)| {
            Body::Active { seconds, lesson: name.map(lesson) }
        }),
        2 => (0..3_u128, "[ab]{0,2}").prop_map(|(note, text)| Body::Noted {
            note: NoteId::from_bits(note),
            lesson: lesson("a/one"),
            section: SectionId::start(),
            block: 0,
            text,
        }),
        2 => (prop::option::of(Just(30_u16)), "[ab]").prop_map(|(day, text)| said("forms/end", day, &text)),
        1 => (0..3_u128).prop_map(|note| Body::NoteRemoved { note: NoteId::from_bits(note) }),
        2 => (worked_tries(), grade()).prop_map(|((n, exercise), grade)| worked(n, exercise, grade, grade > 0)),
        1 => (0..3_u128, "[AB]", 0..4_u8).prop_map(|(number, by, points)| marked(number, &by, points)),
        2 => swap_body(),
        1 => class_body(),
    ]
}

/// What a workshop leaves in a learner's stream.
fn class_body() -> impl Strategy<Value = Body> {
    let half = prop::sample::select(vec![Half::Morning, Half::Afternoon]);
    prop_oneof![
        half.prop_map(|half| Body::SignedIn { cohort: CohortId::from_bits(1), when: half_day("2027-03-16", half) }),
        (1..4_u128).prop_map(|number| Body::TestOpened { attempt: attempt(number), cohort: CohortId::from_bits(1) }),
    ]
}

/// What a trainer does to keys that were wrong.
pub(super) fn ruling() -> impl Strategy<Value = Body> {
    let tries = prop::sample::select(vec![("a/one", 1_u128), ("a/one", 2), ("a/two", 3)]);
    let slots = prop::sample::select(vec!["q", "r", "s"]);
    let grade = prop::option::of((0..=4_u16).prop_map(|quarter| quarter * 2500));
    prop_oneof![
        3 => (0..4_u128, tries, slots, grade)
            .prop_map(|(id, (name, number), slot, grade)| regraded(id, number, &format!("{name}#{slot}"), grade)),
        1 => (0..4_u128).prop_map(undone),
    ]
}

/// Items that colleagues sent, decisions on them, and return notes that came back; two files may claim one item.
pub(super) fn swap_body() -> impl Strategy<Value = Body> {
    let verdict =
        || ("accept|return", "[AR]1", "[ab]{0,2}").prop_map(|(decision, code, note)| Verdict { decision, code, note });
    let fields = "[ab]{1,2}".prop_map(|slug| [("slug".to_owned(), Entry::One(slug))].into());
    let what = prop_oneof![fields.prop_map(Handed::Offer), verdict().prop_map(Handed::Return)];
    prop_oneof![
        2 => (0..3_u128, "[AB]", what).prop_map(|(item, name, what)| received(item, name, what)),
        1 => (0..3_u128, verdict()).prop_map(|(item, verdict)| Body::SwapDecided { item: attempt(item), verdict }),
    ]
}

pub(super) fn received(item: u128, name: String, what: Handed) -> Body {
    let swap = Swap {
        item: attempt(item),
        from: Sender { name, station: String::new() },
        course: CourseId::new("course").unwrap(),
        exercise: ExerciseId::new("a/work").unwrap(),
        lang: Lang::english(),
        at: Timestamp(1_800_000_000_000),
        what,
    };
    Body::SwapReceived { swap: Box::new(swap) }
}

/// Mostly nobody, at times one of two colleagues.
pub(super) fn company() -> impl Strategy<Value = Option<LearnerId>> {
    prop_oneof![3 => Just(None), 1 => (7..9_u128).prop_map(|bits| Some(LearnerId::from_bits(bits)))]
}

pub(super) fn honest_step() -> impl Strategy<Value = Step> {
    let at = || 0..4_usize;
    prop_oneof![
        12 => (at(), body(), -TEN_YEARS..=TEN_YEARS, company())
            .prop_map(|(at, body, skew, pair)| Step::Write(at, body, skew, pair)),
        2 => at().prop_map(Step::Copy),
        1 => (at(), 0..50_usize).prop_map(|(at, when)| Step::Restore(at, when)),
        3 => (at(), at()).prop_map(|(to, from)| Step::Merge(to, from)),
    ]
}

pub(super) fn honest_world() -> impl Strategy<Value = World> {
    prop::collection::vec(honest_step(), 0..40).prop_map(World::after)
}

pub(super) fn any_world() -> impl Strategy<Value = World> {
    let forge = (0..4_usize, 0..50_usize).prop_map(|(at, which)| Step::Forge(at, which));
    let rule = (0..4_usize, ruling()).prop_map(|(at, body)| Step::Rule(at, body));
    prop::collection::vec(prop_oneof![18 => honest_step(), 3 => rule, 2 => forge], 0..40).prop_map(World::after)
}

/// Worlds in which nobody forged and a trainer corrected keys.
pub(super) fn ruled_world() -> impl Strategy<Value = World> {
    let rule = (0..4_usize, ruling()).prop_map(|(at, body)| Step::Rule(at, body));
    prop::collection::vec(prop_oneof![4 => honest_step(), 1 => rule], 0..40).prop_map(World::after)
}
