//! `rundown cohort apart`: two people whose names look alike, who are not asked about again.
//!
//! Apart from `learner join`, which says the contrary and concerns every cohort: this is remembered by one.

use super::class::{Class, Which};
use super::roster;
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cohort::plan::pair;
use crate::journal::Body;
use crate::text::one_line;

/// `rundown cohort apart`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Apart {
    /// The two: names or ids
    #[arg(value_name = "NAME|ID", required = true, num_args = 2)]
    learners: Vec<String>,
    /// Take it back: they are asked about again
    #[arg(long)]
    undo: bool,
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(wanted: &Apart, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    let found = roster::found(&wanted.learners, &class.desk.learners()?)?;
    let [one, other] = &found[..] else { return Err(Failure::Usage("name two learners".to_owned())) };
    if one.learner == other.learner {
        return Err(Failure::Usage("name two learners, by their ids where their names are the same".to_owned()));
    }
    let (learners, apart) = (pair(one.learner, other.learner), !wanted.undo);
    if plan.is_apart(one.learner, other.learner) != apart {
        class.write(plan.id, vec![Body::KeptApart { learners, apart }])?;
    }
    let key = if apart { "cohort-kept-apart" } else { "cohort-no-longer-apart" };
    let said = [("one", one_line(&one.name).into()), ("other", one_line(&other.name).into())];
    output::message(&class.words.with(key, &said));
    Ok(())
}
