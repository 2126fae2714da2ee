//! `rundown cohort regrade`: a question whose key was wrong.
//!
//! Apart from the grades, which the store and the fold work out: here it is said which key was wrong and what is right.

use std::collections::BTreeMap;

use super::class::{Class, Which};
use crate::cli::failure::Failure;
use crate::cli::output;
use crate::clock::Chance as _;
use crate::cohort::Plan;
use crate::course::hash::ContentHash;
use crate::course::question::QuestionBody;
use crate::course::{Course, Question};
use crate::id::{CohortId, OptionId, QuestionRef, QuizId, RegradeId};
use crate::journal::planning::{KeyRuling, Ruling};
use crate::journal::{AskedQuestion, Body};
use crate::store::StoreError;
use crate::store::api::{CohortAnswer, CohortRequest};
use crate::text::one_line;

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
    let (ruling, corrected) = if wanted.void {
        (Ruling::Void, None)
    } else if wanted.all_right {
        (Ruling::AllRight, None)
    } else if wanted.as_course {
        (Ruling::NewKey, Some(question.clone()))
    } else {
        (Ruling::NewKey, Some(with_key(&question, &wanted.key)?))
    };
    let right = corrected.as_ref().map(Question::key_hash);
    let mut wrong: Vec<ContentHash> = answered(plan.id, at, course, class)?.into_keys().collect();
    // Nobody answered yet: who does is collected later.
    wrong.push(question.key_hash());
    wrong.sort_unstable();
    wrong.dedup();
    wrong.retain(|key| Some(*key) != right);
    if wrong.is_empty() {
        return Err(Failure::Usage("every answer was held against that key already".to_owned()));
    }
    let asked = corrected.map(|question| {
        let (key_hash, text_hash) = (question.key_hash(), question.text_hash());
        Box::new(AskedQuestion { key_hash, lang, question, text_hash })
    });
    let mut chance = Class::chance()?;
    let body = |key_hash| {
        let ruling = KeyRuling {
            regrade: RegradeId::from_bits(chance.bits()),
            question: at.clone(),
            key_hash,
            ruling,
            corrected: asked.clone(),
            reason: one_line(&wanted.reason),
        };
        Body::KeyRuled { ruling: Box::new(ruling) }
    };
    Ok(wrong.into_iter().map(body).collect())
}

/// Returns the keys that answers to a question were held against, with how many.
fn answered(
    cohort: CohortId,
    at: &QuestionRef,
    course: &Course,
    class: &Class<'_>,
) -> Result<BTreeMap<ContentHash, usize>, StoreError> {
    let tests = course.manifest().tests.iter().map(|test| QuizId::Test(test.id.clone()));
    let mut keys = BTreeMap::new();
    for quiz in tests.chain([QuizId::Lesson(at.lesson.clone())]) {
        let CohortAnswer::Sittings(sittings) = class.ask(CohortRequest::Sittings { cohort, quiz })? else {
            return Err(StoreError::Closed);
        };
        let items = sittings.iter().flat_map(|sitting| &sitting.items);
        for item in items.filter(|item| item.slot.lesson == at.lesson && item.question == at.question) {
            *keys.entry(item.key_hash).or_default() += 1;
        }
    }
    Ok(keys)
}

/// Returns a question with another key.
fn with_key(question: &Question, key: &[OptionId]) -> Result<Question, Failure> {
    let mut corrected = question.clone();
    let one = || match key {
        [one] => Ok(one.clone()),
        _ => Err(Failure::Usage("this question has one right option: --key b".to_owned())),
    };
    let known = |options: &[crate::course::question::Choice]| {
        let stranger = key.iter().find(|id| !options.iter().any(|option| option.id == **id));
        stranger.map_or(Ok(()), |id| Err(Failure::Usage(format!("the question has no option `{id}`"))))
    };
    let how = "this kind of question has no key of options: correct it in the course, then use --as-course";
    match &mut corrected.body {
        QuestionBody::Single { options, key } => {
            known(options)?;
            *key = one()?;
        }
        QuestionBody::TrueFalse { options, answer } => {
            known(options)?;
            *answer = one()? == OptionId::truth(true);
        }
        QuestionBody::Multiple { options, keys } => {
            known(options)?;
            *keys = options.iter().map(|option| option.id.clone()).filter(|id| key.contains(id)).collect();
        }
        QuestionBody::Order { .. }
        | QuestionBody::Match { .. }
        | QuestionBody::Sort { .. }
        | QuestionBody::Number { .. }
        | QuestionBody::Short { .. }
        | QuestionBody::Mark { .. } => return Err(Failure::Usage(how.to_owned())),
    }
    Ok(corrected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::samples;

    #[test]
    fn a_key_is_changed_where_there_are_options_and_an_unknown_one_is_refused() {
        let id = |text: &str| OptionId::new(text).unwrap();
        let single = with_key(&samples::single(), &[id("b")]).unwrap();
        assert_eq!(crate::assess::grade_response(&single, &samples::chosen("b")).grade, crate::assess::Grade::FULL);
        assert_ne!(single.key_hash(), samples::single().key_hash());
        let truth = with_key(&samples::true_false(true), &[id("false")]).unwrap();
        assert_eq!(truth.key_hash(), samples::true_false(false).key_hash());
        let several = with_key(&samples::multiple(), &[id("e"), id("a")]).unwrap();
        assert_eq!(
            crate::assess::grade_response(&several, &samples::ticked(&["a", "e"])).grade,
            crate::assess::Grade::FULL
        );
        for (question, key) in [(samples::single(), "z"), (samples::short(), "a")] {
            assert!(matches!(with_key(&question, &[id(key)]), Err(Failure::Usage(_))));
        }
        assert!(with_key(&samples::single(), &[id("a"), id("b")]).is_err());
    }
}
