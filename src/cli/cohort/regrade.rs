//! `rundown cohort regrade`: a question whose key was wrong.
//!
//! Apart from the grades, which the store and the fold work out: here it is said which key was wrong and what is right.

use std::collections::BTreeSet;

use super::class::{Class, Which};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::cohort::Plan;
use crate::course::Course;
use crate::course::hash::ContentHash;
use crate::id::{CohortId, OptionId, QuestionRef, RegradeId};
use crate::journal::Body;
use crate::session::training::regrading::{self, Correction};
use crate::store::StoreError;
use crate::store::api::{CohortAnswer, CohortRequest};

/// `rundown cohort regrade`.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").required(true))]
pub(in crate::cli) struct RegradeArgs {
    /// The question, as `track/lesson#question`
    #[arg(value_name = "QUESTION", value_parser = QuestionRef::parse, required_unless_present = "undo", conflicts_with = "undo")]
    question: Option<QuestionRef>,
    /// The right option, or the right ones with commas between; of a statement `true` or `false`
    #[arg(long, value_name = "OPTIONS", value_delimiter = ',', value_parser = OptionId::new, group = "what")]
    key: Vec<OptionId>,
    /// The key is right in the course as it is now
    #[arg(long, group = "what")]
    as_course: bool,
    /// Whatever was answered is right
    #[arg(long, group = "what")]
    all_right: bool,
    /// The question is taken out
    #[arg(long, group = "what")]
    void: bool,
    /// Take a regrade back, by its id
    #[arg(long, value_name = "ID", group = "what")]
    undo: Option<RegradeId>,
    /// Why; it stands in reports and at the learners' answers
    #[arg(long, value_name = "TEXT", default_value = "")]
    reason: String,
    #[command(flatten)]
    which: Which,
}

/// Runs the command.
pub(super) fn run(wanted: &RegradeArgs, class: &Class<'_>) -> Result<(), Failure> {
    let plan = class.meant(&wanted.which)?;
    let course = class.course()?;
    let bodies = match (wanted.undo, &wanted.question) {
        (Some(regrade), _) => vec![undone(&plan, regrade)?],
        (None, Some(question)) => rulings(wanted, question, &plan, &course, class)?,
        (None, None) => Vec::new(),
    };
    for body in &bodies {
        if let Body::KeyRuled { ruling } = body {
            output::result(format!("{}\n", ruling.regrade).as_bytes())?;
        }
    }
    class.write(plan.id, bodies)?;
    let changed = class.settle(plan.id, &course)?;
    output::message(&class.words.with("cohort-settled", &[("count", changed.into())]));
    Ok(())
}

fn undone(plan: &Plan, regrade: RegradeId) -> Result<Body, Failure> {
    match plan.regrades.get(&regrade) {
        Some(ruled) if !ruled.undone => Ok(Body::RegradeUndone { regrade }),
        Some(_) => Err(Failure::Usage(format!("{regrade} is taken back already"))),
        None => Err(Failure::Usage(format!("{} has no regrade {regrade}: rundown cohort show", plan.name))),
    }
}

/// Returns one decision for each key that answers were held against.
fn rulings(
    wanted: &RegradeArgs,
    at: &QuestionRef,
    plan: &Plan,
    course: &Course,
    class: &Class<'_>,
) -> Result<Vec<Body>, Failure> {
    let lang = class.lang();
    let found = course.question(at, &lang).map_err(|faults| Failure::Faulty(faults.to_string()))?;
    let question = found.ok_or_else(|| Failure::Usage(format!("the course has no question {at}")))?;
    let correction = if wanted.void {
        Correction::Void
    } else if wanted.all_right {
        Correction::AllRight
    } else if wanted.as_course {
        Correction::AsCourse
    } else {
        Correction::Key(wanted.key.clone())
    };
    let (answered, told) = (answered(plan.id, at, course, class)?, (&lang, wanted.reason.as_str()));
    regrading::rulings((at, &question), &correction, answered, told, &mut Class::chance()?)
        .map_err(|bad| Failure::Usage(bad.to_string()))
}

/// Returns the keys that answers to a question were held against.
fn answered(
    cohort: CohortId,
    at: &QuestionRef,
    course: &Course,
    class: &Class<'_>,
) -> Result<BTreeSet<ContentHash>, StoreError> {
    let mut keys = BTreeSet::new();
    for quiz in regrading::quizzes(course, at) {
        let CohortAnswer::Sittings(sittings) = class.ask(CohortRequest::Sittings { cohort, quiz })? else {
            return Err(StoreError::Closed);
        };
        keys.extend(regrading::answers(&sittings, at).map(|(_, item)| item.asked.key_hash));
    }
    Ok(keys)
}
