//! `rundown cohort attend`: the trainer's tick of who was there.

use super::class::{Class, Which};
use super::roster;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::clock::Date;
use crate::id::LearnerId;
use crate::journal::Body;
use crate::journal::planning::{Half, HalfDay};

/// `rundown cohort attend`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Attend {
    /// The day, as 2027-03-16
    #[arg(value_name = "DAY")]
    date: Date,
    /// Which half of it
    #[arg(value_enum)]
    half: Part,
    /// Learners of the cohort: names or ids
    #[arg(value_name = "NAME|ID", required_unless_present = "all")]
    learners: Vec<String>,
    /// Everybody in the cohort
    #[arg(long, conflicts_with = "learners")]
    all: bool,
    /// They were not there
    #[arg(long)]
    absent: bool,
    #[command(flatten)]
    which: Which,
}

/// Which half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Before the long break
    Morning,
    /// After it
    Afternoon,
}

/// Runs the command.
pub(super) fn run(wanted: &Attend, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    let half = if wanted.half == Part::Morning { Half::Morning } else { Half::Afternoon };
    let when = HalfDay { date: wanted.date, half };
    let learners: Vec<LearnerId> = if wanted.all {
        class.open(plan.id)?.people.iter().map(|person| person.learner).collect()
    } else {
        let found = roster::found(&wanted.learners, &class.desk.learners()?)?;
        found.into_iter().map(|profile| profile.learner).collect()
    };
    if let Some(stranger) = learners.iter().find(|learner| !wanted.all && !plan.learners.contains(learner)) {
        return Err(Failure::Usage(format!("{stranger} is not in {}: rundown cohort add {stranger}", plan.name)));
    }
    let present = !wanted.absent;
    let tick = |learner: &LearnerId| Body::AttendanceTicked { learner: *learner, when, present };
    let bodies: Vec<Body> = learners.iter().map(tick).collect();
    if !bodies.is_empty() {
        class.write(plan.id, bodies)?;
    }
    let key = if present { "cohort-present" } else { "cohort-absent" };
    let day = wanted.date.to_string();
    output::message(&class.words.with(key, &[("count", learners.len().into()), ("day", day.as_str().into())]));
    Ok(())
}
