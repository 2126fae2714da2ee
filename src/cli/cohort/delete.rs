//! `rundown cohort delete`: the end of a cohort.
//!
//! Apart from the deletion of one learner because there is a choice: what the cohort knew, everything of its people too,
//! and whether counts without anybody in them are kept.

use super::class::{Class, Which};
use super::lock;
use crate::cli::failure::Failure;
use crate::cli::{forget, output};
use crate::clock::Chance as _;
use crate::cohort::{Plan, totals};
use crate::id::{CohortId, LearnerId};
use crate::journal::Body;
use crate::journal::planning::PlanChange;
use crate::store::{Profile, Request};
use crate::words::fold;

/// `rundown cohort delete`.
#[derive(Debug, clap::Args)]
pub(in crate::cli) struct Delete {
    #[command(flatten)]
    which: Which,
    /// Delete everything of its learners from this home too, but of those who are in another cohort
    #[arg(long)]
    with_learners: bool,
    /// Keep counts and means without names, as a cohort without learners
    #[arg(long)]
    keep_totals: bool,
    /// Do not ask
    #[arg(long)]
    yes: bool,
}

/// Runs the command.
pub(super) fn run(wanted: &Delete, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    if !wanted.yes {
        agreed(&plan, class)?;
    }
    if wanted.keep_totals {
        keep_totals(&plan, class)?;
    }
    if wanted.with_learners {
        let others = elsewhere(&plan, class)?;
        let known = class.desk.learners()?;
        for profile in known.iter().filter(|profile| plan.learners.contains(&profile.learner)) {
            if !others.contains(&profile.learner) {
                erase(profile, class)?;
            }
        }
    }
    class.desk.ask(Request::Erase { learner: plan.id.subject(), at: class.now() })?;
    lock::forget(class.home, &plan)?;
    output::message(&class.words.with("cohort-deleted", &[("cohort", plan.name.as_str().into())]));
    Ok(())
}

/// Asks for the name, so that nothing is deleted by a key too many.
fn agreed(plan: &Plan, class: &Class<'_>) -> Result<(), Failure> {
    if !class.around.can_ask {
        return Err(Failure::Usage("this cannot be taken back: say --yes where nobody can be asked".to_owned()));
    }
    let question = class.words.with("cohort-ask-delete", &[("cohort", plan.name.as_str().into())]);
    match output::ask(&question) {
        Some(answer) if fold(&answer) == fold(&plan.name) => Ok(()),
        Some(_) | None => Err(Failure::Usage("nothing was deleted".to_owned())),
    }
}

/// Founds a cohort anew that holds counts and nobody: the ids of the old one are in its old stream only.
fn keep_totals(plan: &Plan, class: &Class<'_>) -> Result<(), Failure> {
    let room = class.open(plan.id)?;
    let change = PlanChange {
        name: Some(plan.name.clone()),
        place: Some(plan.place.clone()),
        from: plan.from,
        until: plan.until,
        course: plan.course.clone(),
        ..PlanChange::default()
    };
    let totals = Box::new(totals(&room));
    let bodies = vec![Body::CohortPlanned { change: Box::new(change) }, Body::TotalsKept { totals }];
    let kept = class.write(CohortId::from_bits(Class::chance()?.bits()), bodies)?;
    output::result(format!("{}  {}\n", kept.id, kept.name).as_bytes())
}

/// Returns who belongs to another cohort too.
fn elsewhere(plan: &Plan, class: &Class<'_>) -> Result<Vec<LearnerId>, Failure> {
    let others = class.all()?.into_iter().filter(|other| other.id != plan.id);
    Ok(others.flat_map(|other| other.learners).collect())
}

fn erase(profile: &Profile, class: &Class<'_>) -> Result<(), Failure> {
    class.desk.ask(Request::Erase { learner: profile.learner, at: class.now() })?;
    let reports = class.home.reports();
    forget::files(&reports, profile).map_err(|error| Failure::at(&reports, &error))
}
