//! `rundown cohort list` and `show`: the plan as lines.
//!
//! Apart from the reports, which are for others: this is for whoever sits at the terminal.

use std::collections::BTreeMap;

use super::agenda;
use super::class::{Class, Which};
use super::lock;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cohort::plan::Ruled;
use crate::cohort::{Person, Plan, Room};
use crate::id::{CohortId, LearnerId, TestId};
use crate::journal::planning::Ruling;
use crate::text::{one_line, pad_right, width};
use crate::words::Words;

/// `rundown cohort show`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Show {
    #[command(flatten)]
    which: Which,
    /// The codes that open its tests, as far as they were made in this home
    #[arg(long)]
    codes: bool,
}

/// Writes one cohort a line; of none, nothing.
pub(super) fn list(class: &Class<'_>) -> Result<(), Failure> {
    let plans = class.all()?;
    let widest = plans.iter().map(|plan| width(&one_line(&plan.name))).max().unwrap_or_default();
    let line = |plan: &Plan| {
        let count = class.words.with("cohort-people", &[("count", plan.learners.len().into())]);
        let name = pad_right(&one_line(&plan.name), widest);
        format!("{}  {name}  {count}  {}  {}", plan.id, days(plan), one_line(&plan.place)).trim_end().to_owned() + "\n"
    };
    output::result(plans.iter().map(line).collect::<String>().as_bytes())
}

fn days(plan: &Plan) -> String {
    match (plan.from, plan.until) {
        (Some(from), Some(until)) if from != until => format!("{from} – {until}"),
        (from, until) => from.or(until).map(|day| day.to_string()).unwrap_or_default(),
    }
}

/// Writes one cohort.
pub(super) fn one(wanted: &Show, class: &Class<'_>) -> Result<(), Failure> {
    let meant = class.meant(&wanted.which)?;
    if wanted.codes { codes(&meant, class) } else { plan(meant.id, class) }
}

/// Writes one cohort by its id.
pub(super) fn plan(cohort: CohortId, class: &Class<'_>) -> Result<(), Failure> {
    let room = class.open(cohort)?;
    let mut text = text(&room, &class.words);
    text += &agenda::agenda(&room.plan, &class.words);
    text += &agenda::today(&room.plan, class.clock(), &class.words);
    text += &agenda::notes(&room.plan, &class.words);
    output::result(text.as_bytes())
}

/// Writes a locked test a line, with its code where this home knows it.
fn codes(plan: &Plan, class: &Class<'_>) -> Result<(), Failure> {
    let known: BTreeMap<_, _> = lock::remembered(class.home, plan)?.into_iter().collect();
    let unknown = class.words.get("cohort-code-unknown");
    let line = |test| format!("{test}  {}\n", one_line(known.get(test).unwrap_or(&unknown)));
    output::result(plan.locks.keys().map(line).collect::<String>().as_bytes())
}

fn text(room: &Room, words: &Words) -> String {
    let plan = &room.plan;
    let course = plan.course.as_ref().map(|on| format!("{} {}", on.id, on.version)).unwrap_or_default();
    let locks: Vec<&str> = plan.locks.keys().map(TestId::as_str).collect();
    let rows = [
        ("cohort-show-id", plan.id.to_string()),
        ("cohort-show-name", plan.name.clone()),
        ("cohort-show-place", plan.place.clone()),
        ("cohort-show-days", days(plan)),
        ("cohort-show-course", course),
        ("cohort-show-trainer", plan.trainer.clone()),
        ("cohort-show-members", plan.members.join(", ")),
        ("cohort-show-locks", locks.join(", ")),
    ];
    let labels: Vec<(String, &String)> = rows.iter().map(|(key, value)| (words.get(key), value)).collect();
    let widest = labels.iter().map(|(label, _)| width(label)).max().unwrap_or_default();
    let mut text = String::new();
    for (label, value) in labels.iter().filter(|(_, value)| !value.is_empty()) {
        text += &[&pad_right(label, widest), "  ", &one_line(value), "\n"].concat();
    }
    if !room.people.is_empty() {
        text += "\n";
        text += &people(room, words);
    }
    let apart = kept_apart(room, words);
    if !apart.is_empty() {
        text += &["\n", &apart].concat();
    }
    let regrades: String = plan.regrades.values().map(|ruled| regrade(ruled, words)).collect();
    if regrades.is_empty() { text } else { text + "\n" + &regrades }
}

/// Writes a line for each two who are known to be two people; somebody who is not in the cohort goes by the id.
fn kept_apart(room: &Room, words: &Words) -> String {
    let named = |learner: &LearnerId| {
        let person = room.people.iter().find(|person| person.learner == *learner);
        person.map_or_else(|| learner.to_string(), |person| format!("{} ({learner})", one_line(&person.name)))
    };
    let line = |[one, other]: &[LearnerId; 2]| {
        words.with("cohort-show-apart", &[("one", named(one).into()), ("other", named(other).into())]) + "\n"
    };
    // Who was joined since is one person.
    let is_joined = |pair: &[LearnerId; 2]| room.records.values().any(|all| pair.iter().all(|one| all.contains(one)));
    room.plan.apart.iter().filter(|pair| !is_joined(pair)).map(line).collect()
}

fn people(room: &Room, words: &Words) -> String {
    let names: Vec<String> = room.people.iter().map(|person| one_line(&person.name)).collect();
    let widest = names.iter().map(|name| width(name)).max().unwrap_or_default();
    let line = |(person, name): (&Person, &String)| {
        let passed = room.lessons.iter().filter(|row| row.learner == person.learner && row.passed).count();
        let hours = room.attendance(person.learner).hours(&room.plan);
        let said = words.with("cohort-show-person", &[("passed", passed.into()), ("hours", u64::from(hours).into())]);
        let (name, station) = (pad_right(name, widest), one_line(&person.member));
        format!("{}  {name}  {said}  {station}", person.learner).trim_end().to_owned() + "\n"
    };
    room.people.iter().zip(&names).map(line).collect()
}

fn regrade(ruled: &Ruled, words: &Words) -> String {
    let ruling = &ruled.ruling;
    let key = match (ruled.undone, ruling.ruling) {
        (true, _) => "cohort-regrade-undone",
        (false, Ruling::NewKey) => "cohort-regrade-new-key",
        (false, Ruling::AllRight) => "cohort-regrade-all-right",
        (false, Ruling::Void) => "cohort-regrade-void",
    };
    let said = [
        ("question", ruling.question.to_string().into()),
        ("reason", one_line(&ruling.reason).into()),
        ("id", ruling.regrade.to_string().into()),
    ];
    words.with(key, &said) + "\n"
}
