//! A question whose key was wrong: what is right instead, what comes of it before it is decided, and taking it back.
//!
//! Apart from the grades, which the store works out. The command line decides by the same functions, so that a key that
//! is corrected here and one that is corrected there are corrected alike.

use std::collections::BTreeSet;

use super::Training;
use crate::assess::{Grade, Response, grade_response};
use crate::clock::Chance;
use crate::cohort::{ItemAnswer, Sitting};
use crate::course::hash::ContentHash;
use crate::course::question::{Choice, QuestionBody};
use crate::course::{Course, Question};
use crate::id::{Lang, LearnerId, OptionId, QuestionRef, QuizId, RegradeId};
use crate::journal::planning::{KeyRuling, Ruling};
use crate::journal::{AskedQuestion, Body};
use crate::session::{Effects, Session};
use crate::text::one_line;

/// What is right instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Correction {
    /// These options.
    Key(Vec<OptionId>),
    /// What the course has as its key now.
    AsCourse,
    /// Whatever was answered.
    AllRight,
    /// Nothing: the question is taken out.
    Void,
}

/// Why a key cannot be corrected like that.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadKey {
    /// One option is right, and none or several were named.
    #[error("this question has one right option: --key b")]
    NotOne,
    /// The question has no such option.
    #[error("the question has no option `{0}`")]
    NoOption(OptionId),
    /// Nothing is chosen in it.
    #[error("this kind of question has no key of options: correct it in the course, then use --as-course")]
    NoOptions,
    /// There is nothing to correct.
    #[error("every answer was held against that key already")]
    Nothing,
}

/// What a correction comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Change {
    /// Answers that were held against another key.
    pub answers: usize,
    /// How many of them are worth something else from then on; none where that is not known before.
    pub worth: Option<usize>,
    /// How many people's scores change by it; where that is not known, how many gave such an answer.
    pub people: usize,
}

/// Returns the quizzes and tests in which a question may be asked.
pub fn quizzes(course: &Course, at: &QuestionRef) -> Vec<QuizId> {
    let tests = course.manifest().tests.iter().map(|test| QuizId::Test(test.id.clone()));
    tests.chain([QuizId::Lesson(at.lesson.clone())]).collect()
}

/// Returns the answers to a question, each with whose it is.
pub fn answers<'a>(
    sittings: impl IntoIterator<Item = &'a Sitting>,
    at: &QuestionRef,
) -> impl Iterator<Item = (LearnerId, &'a ItemAnswer)> {
    let items = sittings.into_iter().flat_map(|sitting| sitting.items.iter().map(|item| (sitting.learner, item)));
    items.filter(move |(_, item)| item.asked.slot.lesson == at.lesson && item.asked.question == at.question)
}

/// Returns what becomes of a question, with the right key where there is one.
fn corrected(question: &Question, correction: &Correction) -> Result<(Ruling, Option<Question>), BadKey> {
    match correction {
        Correction::Void => Ok((Ruling::Void, None)),
        Correction::AllRight => Ok((Ruling::AllRight, None)),
        Correction::AsCourse => Ok((Ruling::NewKey, Some(question.clone()))),
        Correction::Key(key) => with_key(question, key).map(|question| (Ruling::NewKey, Some(question))),
    }
}

/// Returns one decision for each key that answers were held against.
pub fn rulings(
    (at, question): (&QuestionRef, &Question),
    correction: &Correction,
    answered: BTreeSet<ContentHash>,
    (lang, reason): (&Lang, &str),
    chance: &mut dyn Chance,
) -> Result<Vec<Body>, BadKey> {
    let (ruling, corrected) = corrected(question, correction)?;
    let right = corrected.as_ref().map(Question::key_hash);
    let mut wrong = answered;
    // Nobody answered yet: who does is collected later.
    wrong.insert(question.key_hash());
    wrong.retain(|key| Some(*key) != right);
    if wrong.is_empty() {
        return Err(BadKey::Nothing);
    }
    let asked = corrected.map(|question| {
        let (key_hash, text_hash) = (question.key_hash(), question.text_hash());
        Box::new(AskedQuestion { key_hash, lang: lang.clone(), question, text_hash })
    });
    let body = |key_hash| {
        let (regrade, reason) = (RegradeId::from_bits(chance.bits()), one_line(reason));
        let (question, corrected) = (at.clone(), asked.clone());
        Body::KeyRuled { ruling: Box::new(KeyRuling { regrade, question, key_hash, ruling, corrected, reason }) }
    };
    Ok(wrong.into_iter().map(body).collect())
}

/// Returns a question with another key.
fn with_key(question: &Question, key: &[OptionId]) -> Result<Question, BadKey> {
    let mut corrected = question.clone();
    let one = || match key {
        [one] => Ok(one.clone()),
        _ => Err(BadKey::NotOne),
    };
    let known = |options: &[Choice]| {
        let stranger = key.iter().find(|id| !options.iter().any(|option| option.id == **id));
        stranger.map_or(Ok(()), |id| Err(BadKey::NoOption(id.clone())))
    };
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
        | QuestionBody::Mark { .. } => return Err(BadKey::NoOptions),
    }
    Ok(corrected)
}

/// What an answer is worth by another key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Worth {
    /// Rows do not tell what was answered.
    Unknown,
    /// It does not count.
    Nothing,
    /// This much.
    Grade(Grade),
}

impl Worth {
    fn is_other(self, than: Option<Grade>) -> bool {
        match self {
            Self::Unknown => true,
            Self::Nothing => than.is_some(),
            Self::Grade(grade) => than != Some(grade),
        }
    }
}

fn worth(ruling: Ruling, corrected: Option<&Question>, item: &ItemAnswer) -> Worth {
    let question = match (ruling, corrected) {
        (Ruling::Void, _) => return Worth::Nothing,
        (Ruling::AllRight, _) => return Worth::Grade(Grade::FULL),
        (Ruling::NewKey, None) => return Worth::Unknown,
        (Ruling::NewKey, Some(question)) => question,
    };
    let response = match &question.body {
        QuestionBody::Single { .. } | QuestionBody::TrueFalse { .. } => {
            Response::Chosen(item.picks.chosen.first().cloned())
        }
        QuestionBody::Multiple { .. } => Response::Ticked(item.picks.chosen.clone()),
        QuestionBody::Match { .. } | QuestionBody::Sort { .. } => Response::Placed(item.picks.placed.pairs.clone()),
        QuestionBody::Mark { .. } => Response::Marked(item.picks.placed.words.clone()),
        QuestionBody::Order { .. } | QuestionBody::Number { .. } | QuestionBody::Short { .. } => return Worth::Unknown,
    };
    Worth::Grade(grade_response(question, &response).grade)
}

/// Returns what a correction comes to, before it is decided.
pub fn preview<'a>(
    sittings: impl IntoIterator<Item = &'a Sitting>,
    (at, question): (&QuestionRef, &Question),
    correction: &Correction,
) -> Result<Change, BadKey> {
    let (ruling, corrected) = corrected(question, correction)?;
    let right = corrected.as_ref().map(Question::key_hash);
    let held: Vec<_> = answers(sittings, at).filter(|(_, item)| Some(item.asked.key_hash) != right).collect();
    if held.is_empty() && right == Some(question.key_hash()) {
        return Err(BadKey::Nothing);
    }
    let told: Vec<_> = held.iter().map(|(who, item)| (*who, item, worth(ruling, corrected.as_ref(), item))).collect();
    let is_known = told.iter().all(|(_, _, worth)| *worth != Worth::Unknown);
    let changes = told.iter().filter(|(_, item, worth)| worth.is_other(item.grade));
    let people: BTreeSet<LearnerId> = changes.clone().map(|(who, _, _)| *who).collect();
    Ok(Change { answers: held.len(), worth: is_known.then(|| changes.count()), people: people.len() })
}

impl Training {
    /// Returns every try in which a question may have been asked, once all have come.
    pub fn tries(&self, course: &Course, at: &QuestionRef) -> Option<Vec<&Sitting>> {
        self.sittings_at(&quizzes(course, at))
    }
}

impl Session {
    /// Asks for every answer to a question.
    pub fn look_at_key(&mut self, at: &QuestionRef) -> Effects {
        self.read_answers(quizzes(&self.course, at))
    }

    /// Decides what is right instead of a key; every grade follows.
    pub fn correct_key(&mut self, at: &QuestionRef, correction: &Correction, reason: &str) -> Result<Effects, BadKey> {
        // A quiz at fault tells so where it is opened, and a question that is not there has no key.
        let Ok(Some(question)) = self.course.question(at, &self.lang) else { return Err(BadKey::Nothing) };
        let Some(training) = self.training() else { return Ok(Effects::new()) };
        let Some(cohort) = training.room().map(|room| room.id) else { return Ok(Effects::new()) };
        let Some(tries) = training.tries(&self.course, at) else { return Ok(Effects::new()) };
        let answered = answers(tries, at).map(|(_, item)| item.asked.key_hash).collect();
        let told = (&self.lang, reason);
        let bodies = rulings((at, &question), correction, answered, told, self.chance.as_mut())?;
        let mut effects = self.write_cohort(cohort, bodies);
        effects.extend(self.settle_keys());
        Ok(effects)
    }

    /// Takes a decision on a key back; every grade is as it was.
    pub fn undo_regrade(&mut self, regrade: RegradeId) -> Effects {
        let stands = |training: &Training| {
            let room = training.room()?;
            room.plan.regrades.get(&regrade).filter(|ruled| !ruled.undone).map(|_| room.id)
        };
        let Some(cohort) = self.training().and_then(stands) else { return Effects::new() };
        let mut effects = self.write_cohort(cohort, vec![Body::RegradeUndone { regrade }]);
        effects.extend(self.settle_keys());
        effects
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::samples;

    #[test]
    fn a_key_is_changed_where_there_are_options_and_an_unknown_one_is_refused() {
        let id = |text: &str| OptionId::new(text).unwrap();
        let single = with_key(&samples::single(), &[id("b")]).unwrap();
        assert_eq!(grade_response(&single, &samples::chosen("b")).grade, Grade::FULL);
        assert_ne!(single.key_hash(), samples::single().key_hash());
        let truth = with_key(&samples::true_false(true), &[id("false")]).unwrap();
        assert_eq!(truth.key_hash(), samples::true_false(false).key_hash());
        let several = with_key(&samples::multiple(), &[id("e"), id("a")]).unwrap();
        assert_eq!(grade_response(&several, &samples::ticked(&["a", "e"])).grade, Grade::FULL);
        assert_eq!(with_key(&samples::single(), &[id("z")]), Err(BadKey::NoOption(id("z"))));
        assert_eq!(with_key(&samples::short(), &[id("a")]), Err(BadKey::NoOptions));
        assert_eq!(with_key(&samples::single(), &[id("a"), id("b")]), Err(BadKey::NotOne));
    }
}
