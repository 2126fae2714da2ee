//! `rundown cohort collect`: every progress file below folders and sticks, into this home.
//!
//! Apart from `progress import`, which takes what it is told: here a whole room is read, strangers are named, and what
//! the cohort decided on keys reaches those who came in.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;

use super::bar::Bar;
use super::class::{Class, Which};
use crate::cli::carry::{self, Deleted};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cli::walk::{self, Found};
use crate::cohort::{Plan, Room};
use crate::id::LearnerId;
use crate::journal::Body;
use crate::session::carrying::{Taken, told};
use crate::session::training::likeness::alike;
use crate::text::{lines, one_line};

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
#[derive(Default)]
pub(super) struct Collected {
    /// Whose files were taken in, by id, with the names in the files.
    people: BTreeMap<LearnerId, String>,
    /// Whether everything came in.
    pub(super) is_all: bool,
}

/// Runs the command.
pub(super) fn run(wanted: &Collect, class: &Class<'_>) -> Result<ExitCode, Failure> {
    let plan = class.meant(&wanted.which)?;
    let collected = collect(&wanted.from, &plan, wanted.add, class)?;
    Ok(if collected.is_all { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// Takes everything in that lies below some paths, and says what came of it.
pub(super) fn collect(from: &[PathBuf], plan: &Plan, adds: bool, class: &Class<'_>) -> Result<Collected, Failure> {
    let found = walk::below(from);
    let mut collected = take_in(&found, class)?;
    for (path, why) in &found.unread {
        output::message(&format!("{}: {why}", path.display()));
        collected.is_all = false;
    }
    strangers(&collected, plan, adds, class)?;
    let changed = class.settle(plan.id, &class.course()?)?;
    if changed > 0 {
        output::message(&class.words.with("cohort-settled", &[("count", changed.into())]));
    }
    name_alikes(&class.open(plan.id)?, class);
    Ok(collected)
}

fn take_in(found: &Found, class: &Class<'_>) -> Result<Collected, Failure> {
    let mut collected = Collected { is_all: true, ..Collected::default() };
    let mut bar = Bar::new(found.files.len());
    let mut said = Vec::new();
    for (done, file) in found.files.iter().enumerate() {
        bar.at(done);
        match carry::import(class.desk, file, Deleted::StayAway) {
            Ok(taken) => collected.add(&taken, &mut said, class),
            // One that is damaged, or that the stick does not give up, keeps no other out.
            Err(failure) => {
                collected.is_all = false;
                let why = failure.to_string();
                said.push(class.words.with("carry-nothing", &[("why", why.as_str().into())]));
            }
        }
    }
    bar.end();
    said.push(String::new());
    output::result(lines(&said.join("\n")).as_bytes())?;
    let count = found.files.len();
    output::message(&class.words.with("cohort-collected", &[("count", count.into())]));
    Ok(collected)
}

impl Collected {
    fn add(&mut self, taken: &Taken, said: &mut Vec<String>, class: &Class<'_>) {
        said.push(told(taken, &class.words).join("\n  "));
        self.is_all &= taken.is_all();
        if !taken.is_cohort {
            self.people.insert(taken.learner, taken.name.clone());
        }
    }
}

/// Names who was collected and is not in the cohort, or adds them.
fn strangers(collected: &Collected, plan: &Plan, adds: bool, class: &Class<'_>) -> Result<(), Failure> {
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
        output::message(&class.words.with("cohort-added", &counts));
        return Ok(());
    }
    output::message(&class.words.with("cohort-strangers", &[("cohort", plan.name.as_str().into())]));
    for (id, name) in strangers {
        output::message(&format!("  rundown cohort add {id} --cohort {}    {}", plan.id, one_line(name)));
    }
    Ok(())
}

/// Names people of the cohort who may be one.
fn name_alikes(room: &Room, class: &Class<'_>) {
    let names = room.people.iter().map(|person| (person.learner, person.name.as_str()));
    for group in alike(names) {
        output::message(&class.words.get("cohort-alike"));
        let Some(((first, name), others)) = group.split_first() else { continue };
        for (other, other_name) in others {
            let names = format!("{}, {}", one_line(name), one_line(other_name));
            output::message(&format!("  rundown learner join {first} {other}    {names}"));
        }
    }
}
