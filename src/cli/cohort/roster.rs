//! `rundown cohort add` and `remove`: who belongs to a cohort.

use super::class::{Class, Which};
use crate::cli::failure::Failure;
use crate::cli::home::meant;
use crate::cli::output;
use crate::journal::Body;
use crate::store::Profile;

/// Some learners of one cohort.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct People {
    /// Learners: names or ids
    #[arg(value_name = "NAME|ID", required = true)]
    learners: Vec<String>,
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(people: &People, belongs: bool, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&people.which)?;
    let found = found(&people.learners, &class.desk.learners()?)?;
    let changed = found.iter().filter(|profile| plan.learners.contains(&profile.learner) != belongs);
    let bodies: Vec<Body> = changed.map(|one| Body::RosterChanged { learner: one.learner, belongs }).collect();
    let count = bodies.len();
    let plan = if bodies.is_empty() { plan } else { class.write(plan.id, bodies)? };
    let key = if belongs { "cohort-added" } else { "cohort-removed" };
    let said = [("count", count.into()), ("cohort", plan.name.as_str().into()), ("all", plan.learners.len().into())];
    output::message(&class.words.with(key, &said));
    if belongs && count > 0 && !plan.regrades.is_empty() {
        class.settle(plan.id, &class.course()?)?;
    }
    Ok(())
}

/// Finds learners by names or ids.
pub(super) fn found(named: &[String], learners: &[Profile]) -> Result<Vec<Profile>, Failure> {
    named.iter().map(|name| meant(learners, Some(name))).collect()
}
