//! Thirty machines and a trainer: work that travels by file, where files are lost, doubled, reordered and cut, machines
//! are cloned and set back to a backup, clocks are ten years off, a note is deleted somewhere before it arrives there,
//! and a learner is deleted while files of theirs are still on their way. Whatever happens, nothing that arrived is lost, nothing counts twice, and everybody ends up with the same.
//!
//! 200 seeds; `PROPTEST_CASES=10000 cargo test --release store::tests::travel` is the full run.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};

use super::merging::{dump, figures, import};
use super::*;
use crate::clock::{Chance, SeededChance};
use crate::id::{NoteId, WriterId};
use crate::journal::file::{Header, Item, OfCourse, Person, Reader, Writer, survey};
use crate::journal::{EventId, EventSet, Progress, Stored};
use crate::store::api::Import;

const MACHINES: usize = 30;
const LEARNERS: usize = 12;
/// Who is deleted half-way.
const GONE: u128 = LEARNERS as u128;
const STEPS: usize = 220;
const TEN_YEARS: i64 = 10 * 366 * 24 * 3600 * 1000;

/// A machine of one learner.
#[derive(Clone)]
struct Machine {
    of: u128,
    set: EventSet,
    backup: EventSet,
    writer: u128,
    seq: u64,
    skew: i64,
}

struct World {
    chance: SeededChance,
    machines: Vec<Machine>,
    writers: u128,
    /// Files under way, to somebody.
    post: Vec<(u128, Vec<u8>)>,
    /// What the trainer has.
    trainer: Database,
    /// Whether a machine that was cloned or set back writes as somebody new.
    renews: bool,
}

fn world(seed: u64, renews: bool) -> World {
    let trainer = Database::memory().unwrap();
    let mut world = World {
        chance: SeededChance(seed.into()),
        machines: Vec::new(),
        writers: 0,
        post: Vec::new(),
        trainer,
        renews,
    };
    for at in 0..MACHINES {
        let writer = world.new_writer();
        let skew = i64::try_from(world.pick(2_000)).unwrap() * (TEN_YEARS / 1_000) - TEN_YEARS;
        let (set, backup) = (EventSet::default(), EventSet::default());
        world.machines.push(Machine { of: (at % LEARNERS) as u128 + 1, set, backup, writer, seq: 0, skew });
    }
    world
}

impl World {
    fn pick(&mut self, of: usize) -> usize {
        usize::try_from(self.chance.bits() % of as u128).unwrap()
    }

    fn new_writer(&mut self) -> u128 {
        self.writers += 1;
        self.writers
    }

    fn step(&mut self) {
        let at = self.pick(MACHINES);
        match self.pick(20) {
            0..10 => {
                let body = self.body();
                self.machines[at].write(body);
            }
            10..13 => self.send(at),
            13..17 => self.deliver(),
            17 => self.clone_onto_another(at),
            18 => self.machines[at].backup = self.machines[at].set.clone(),
            _ => self.restore(at),
        }
    }

    fn body(&mut self) -> Body {
        let attempt = self.pick(3) as u128 + 1;
        let grade = [0, 9_000][self.pick(2)];
        match self.pick(8) {
            0 => enrolled(),
            1 => seen(["start", "pitch", "why"][self.pick(3)]),
            2 => started(attempt),
            3 => finished(attempt, grade),
            4 => answered(attempt, ["q1", "q2"][self.pick(2)], ["a", "b"][self.pick(2)], grade),
            5 => note(self.pick(3), "words"),
            6 => Body::NoteRemoved { note: NoteId::from_bits(self.pick(3) as u128) },
            _ => Body::Active { seconds: u32::try_from(self.pick(90)).unwrap() + 1, lesson: Some(lesson()) },
        }
    }

    /// Writes a file; it may be lost, doubled or cut on its way.
    fn send(&mut self, at: usize) {
        let (to, bytes) = (self.machines[at].of, self.machines[at].file());
        match self.pick(5) {
            0 => {}
            1 => self.post.extend([(to, bytes.clone()), (to, bytes)]),
            2 => {
                let cut = self.pick(bytes.len());
                self.post.push((to, bytes[..cut].to_vec()));
            }
            _ => self.post.push((to, bytes)),
        }
    }

    /// Lets any file that is under way arrive: at the trainer, and maybe at a machine of the learner.
    fn deliver(&mut self) {
        if self.post.is_empty() {
            return;
        }
        let which = self.pick(self.post.len());
        let (of, bytes) = self.post.swap_remove(which);
        let events = read(&bytes);
        self.teach(of, &events);
        let at = self.pick(MACHINES);
        if self.machines[at].of == of {
            self.machines[at].take(&events);
        }
    }

    fn teach(&mut self, of: u128, events: &[Stored]) {
        let events = events.to_vec();
        import(&mut self.trainer, Import { profile: Some(profile(of)), events, ..Import::default() });
    }

    /// Copies a machine over another of the same learner, which is lost with what only it had.
    fn clone_onto_another(&mut self, at: usize) {
        let others = (0..MACHINES).filter(|other| *other != at && self.machines[*other].of == self.machines[at].of);
        let others: Vec<usize> = others.collect();
        let other = others[self.pick(others.len())];
        let mut clone = self.machines[at].clone();
        if self.renews {
            (clone.writer, clone.seq) = (self.new_writer(), 0);
        }
        self.machines[other] = clone;
    }

    /// Sets a machine back to its backup.
    fn restore(&mut self, at: usize) {
        let writer = self.new_writer();
        let renews = self.renews;
        let machine = &mut self.machines[at];
        machine.set = machine.backup.clone();
        machine.seq = machine.set.iter().filter(|s| s.event().id.writer.bits() == machine.writer).count() as u64;
        if renews {
            (machine.writer, machine.seq) = (writer, 0);
        }
    }
}

impl Machine {
    fn write(&mut self, body: Body) {
        self.seq += 1;
        let new = said(self.skew, body);
        let event = Event {
            id: EventId { writer: WriterId::from_bits(self.writer), seq: self.seq },
            lamport: self.set.next_lamport(),
            subject: learner(self.of),
            author: new.author,
            enrolment: new.enrolment,
            via: new.via,
            lang: new.lang,
            at: new.at,
            pair: None,
            body: new.body,
        };
        self.take(&[Stored::new(event).unwrap()]);
    }

    fn take(&mut self, events: &[Stored]) {
        for stored in events {
            let _known_or_not = self.set.insert(stored.clone());
        }
    }

    fn file(&self) -> Vec<u8> {
        let Profile { learner, name, member, lang } = profile(self.of);
        let courses = vec![OfCourse { id: course(), version: "1".to_owned() }];
        let header = Header::new(learner, Person { lang, member, name }, courses, Timestamp(self.skew));
        let mut bytes = Vec::new();
        let mut file = Writer::begin(&mut bytes, &header).unwrap();
        self.set.iter().for_each(|stored| file.event(stored.bytes()).unwrap());
        file.end(None).unwrap();
        bytes
    }
}

fn note(number: usize, text: &str) -> Body {
    let (note, section) = (NoteId::from_bits(number as u128), SectionId::start());
    Body::Noted { note, lesson: lesson(), section, block: 0, text: text.to_owned() }
}

/// Returns the events of a file that can be taken in.
fn read(bytes: &[u8]) -> Vec<Stored> {
    let mut events = Vec::new();
    if survey(&mut &bytes[..]).is_err() {
        return events;
    }
    let mut input = bytes;
    let mut reader = Reader::begin(&mut input).unwrap();
    while let Some(item) = reader.read().unwrap() {
        if let Item::Event { stored, .. } = item {
            events.push(stored);
        }
    }
    events
}

/// Everything of a learner that is anywhere: on a machine, or with the trainer.
fn all_of(world: &mut World, of: u128) -> EventSet {
    let mut all: EventSet =
        super::merging::exported(&mut world.trainer, of).iter().map(|bytes| Stored::parse(bytes).unwrap()).collect();
    world.machines.iter().filter(|machine| machine.of == of).for_each(|machine| all.merge(&machine.set));
    all
}

/// Lets something happen, then brings every machine's file to the trainer and the trainer's back, and looks.
fn live(seed: u64, renews: bool) -> Result<(), TestCaseError> {
    let mut world = world(seed, renews);
    for number in 1..=LEARNERS {
        directly(&mut world.trainer, Request::PutProfile(profile(number as u128))).unwrap();
    }
    (0..STEPS / 2).for_each(|_| world.step());
    let erase = Request::Erase { learner: learner(GONE), at: Timestamp(1) };
    directly(&mut world.trainer, erase).unwrap();
    (STEPS / 2..STEPS).for_each(|_| world.step());
    let all: BTreeMap<u128, EventSet> = (1..GONE).map(|of| (of, all_of(&mut world, of))).collect();
    let mut last: Vec<(u128, Vec<u8>)> = world.machines.iter().map(|machine| (machine.of, machine.file())).collect();
    crate::assess::shown::shuffle(&mut last, seed);
    for (of, bytes) in &last {
        let events = read(bytes);
        world.teach(*of, &events);
    }
    let mut second = Database::memory().unwrap();
    for (of, set) in &all {
        let mut events: Vec<Stored> = set.iter().cloned().collect();
        crate::assess::shown::shuffle(&mut events, seed + 1);
        import(&mut second, Import { profile: Some(profile(*of)), events, ..Import::default() });
    }
    for (of, set) in &all {
        let found = super::merging::exported(&mut world.trainer, *of);
        let found: BTreeSet<Vec<u8>> = found.into_iter().collect();
        let expected: BTreeSet<Vec<u8>> = set.iter().map(|stored| stored.bytes().to_vec()).collect();
        prop_assert_eq!(found, expected, "learner {} lost events", of);
        prop_assert_eq!(set.conflicts().count(), 0, "learner {} has events that nobody wrote", of);
        let opened = record(directly(&mut world.trainer, open(*of)));
        prop_assert_eq!(Progress::of_events(&opened.events), Progress::of(set));
    }
    prop_assert_eq!(directly(&mut world.trainer, open(GONE)), Err(StoreError::NoLearner(learner(GONE))));
    let left = "SELECT count(*) FROM event WHERE subject NOT IN (SELECT id FROM learner)";
    prop_assert_eq!(figures(&world.trainer, left), vec![0]);
    let seconds = |set: &EventSet| -> i64 {
        let of =
            |stored: &Stored| if let Body::Active { seconds, .. } = stored.event().body { seconds.into() } else { 0 };
        set.iter().map(of).sum()
    };
    let counted = figures(&world.trainer, "SELECT coalesce(sum(seconds), 0) FROM lesson_state");
    prop_assert_eq!(counted, vec![all.values().map(seconds).sum::<i64>()]);
    prop_assert_eq!(dump(&world.trainer), dump(&second));
    Ok(())
}

fn config() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let cases = if asked.cases == 256 { 200 } else { asked.cases };
    ProptestConfig { cases, max_shrink_iters: 0, failure_persistence: None, ..asked }
}

#[test]
fn whatever_becomes_of_files_and_machines_nothing_is_lost_or_counted_twice() {
    TestRunner::new(config()).run(&any::<u64>(), |seed| live(seed, true)).unwrap();
}

#[test]
fn machines_that_go_on_under_their_old_name_after_a_copy_are_found_out() {
    let found = TestRunner::new(config()).run(&any::<u64>(), |seed| live(seed, false));
    assert!(found.is_err(), "no seed of these tells identities that are reused from ones that are not");
}
