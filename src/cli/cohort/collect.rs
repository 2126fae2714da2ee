//! `rundown cohort collect`: every progress file below folders and sticks, into this home.
//!
//! Apart from `progress import`, which takes what it is told: here a whole room is read, strangers are named, and what
//! the cohort decided on keys reaches those who came in.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use super::class::{Class, Which};
use super::ear::{Ear, Offer, Terminal};
use crate::cli::carry::{self, Deleted};
use crate::cli::failure::Failure;
use crate::cli::walk::{self, Found};
use crate::cohort::{Plan, Room};
use crate::id::LearnerId;
use crate::journal::Body;
use crate::session::carrying::Taken;
use crate::session::training::evening::Step;
use crate::session::training::likeness::pairs;
use crate::text::one_line;

/// `rundown cohort collect`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Collect {
    /// Folders or sticks, looked into at every depth, or files
    #[arg(value_name = "DIR|FILE", required = true)]
    from: Vec<PathBuf>,
    #[command(flatten)]
    which: Which,
    /// Learners who are not in the cohort yet are added to it
    #[arg(long)]
    add: bool,
}

/// What came of all files.
pub(super) struct Collected {
    /// Whose files were taken in, by id, with the names in the files.
    people: BTreeMap<LearnerId, String>,
    /// Whether everything came in.
    pub(super) is_all: bool,
}

/// Runs the command.
pub(super) fn run(wanted: &Collect, class: &Class<'_>) -> Result<ExitCode, Failure> {
    let plan = class.meant(&wanted.which)?;
    let collected = collect(&wanted.from, &plan, wanted.add, class, &Terminal::new(&class.words))?;
    Ok(if collected.is_all { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Takes everything in that lies below some paths, and says what came of it.
pub(super) fn collect(
    from: &[PathBuf],
    plan: &Plan,
    adds: bool,
    class: &Class<'_>,
    ear: &dyn Ear,
) -> Result<Collected, Failure> {
    let found = walk::below(from);
    let collected = take_in(&found, class, ear)?;
    for (path, why) in &found.unread {
        ear.say(&format!("{}: {why}", path.display()));
    }
    strangers(&collected, plan, adds, class, ear)?;
    let changed = class.settle(plan.id, &class.course()?)?;
    if changed > 0 {
        ear.say(&class.words.with("cohort-settled", &[("count", changed.into())]));
    }
    name_alikes(&class.open(plan.id)?, class, ear);
    Ok(collected)
}

fn take_in(found: &Found, class: &Class<'_>, ear: &dyn Ear) -> Result<Collected, Failure> {
    let (mut outcomes, count) = (Vec::new(), found.files.len());
    for (done, file) in found.files.iter().enumerate() {
        ear.at(Step::Collect, done, count)?;
        // One that is damaged, or that the stick does not give up, keeps no other out.
        outcomes.push(carry::import(class.desk, file, Deleted::StayAway).map_err(|failure| failure.to_string()));
    }
    ear.at(Step::Collect, count, count)?;
    ear.taken(&outcomes)?;
    ear.say(&class.words.with("cohort-collected", &[("count", count.into())]));
    let is_all = found.unread.is_empty() && outcomes.iter().all(|one| one.as_ref().is_ok_and(Taken::is_all));
    let people = outcomes.into_iter().flatten().filter(|taken| !taken.is_cohort);
    Ok(Collected { people: people.map(|taken| (taken.learner, taken.name)).collect(), is_all })
}

/// Names who was collected and is not in the cohort, or adds them.
fn strangers(collected: &Collected, plan: &Plan, adds: bool, class: &Class<'_>, ear: &dyn Ear) -> Result<(), Failure> {
    // A co-trainer's copy may have been among the files.
    let plan = class.open(plan.id)?.plan;
    let known: Vec<LearnerId> = class.desk.learners()?.into_iter().map(|profile| profile.learner).collect();
    let strangers = collected.people.iter().filter(|(id, _)| known.contains(id) && !plan.learners.contains(id));
    let strangers: Vec<(&LearnerId, &String)> = strangers.collect();
    if strangers.is_empty() {
        return Ok(());
    }
    if adds {
        let bodies = strangers.iter().map(|(learner, _)| Body::RosterChanged { learner: **learner, belongs: true });
        let plan = class.write(plan.id, bodies.collect())?;
        let counts = [
            ("count", strangers.len().into()),
            ("cohort", plan.name.as_str().into()),
            ("all", plan.learners.len().into()),
        ];
        ear.say(&class.words.with("cohort-added", &counts));
        return Ok(());
    }
    let heading = class.words.with("cohort-strangers", &[("cohort", plan.name.as_str().into())]);
    let command = |id: &LearnerId| format!("rundown cohort add {id} --cohort {}", plan.id);
    let people: Vec<_> = strangers.into_iter().map(|(id, name)| (command(id), one_line(name))).collect();
    ear.offer(Offer::Add, &heading, &people);
    Ok(())
}

/// Names people of the cohort who may be one, but those of whom is known that they are two.
fn name_alikes(room: &Room, class: &Class<'_>, ear: &dyn Ear) {
    let names = room.people.iter().map(|person| (person.learner, person.name.as_str()));
    let pairs = pairs(names, |one, other| room.is_apart(one, other));
    if pairs.is_empty() {
        return;
    }
    let offered = |command: &dyn Fn(LearnerId, LearnerId) -> String| -> Vec<(String, String)> {
        let names = |one: &str, other: &str| format!("{}, {}", one_line(one), one_line(other));
        pairs.iter().map(|[one, other]| (command(one.0, other.0), names(one.1, other.1))).collect()
    };
    let join = offered(&|one, other| format!("rundown learner join {one} {other}"));
    ear.offer(Offer::Join, &class.words.get("cohort-alike"), &join);
    let apart = offered(&|one, other| format!("rundown cohort apart {one} {other} --cohort {}", room.plan.id));
    ear.offer(Offer::Apart, &class.words.get("cohort-alike-two"), &apart);
}
