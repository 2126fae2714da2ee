//! Outcomes of the course and how many have mastered each: by the same rule as on the learner's own screen.
//!
//! Apart from the matrix because an outcome is met in several places, in a lesson's quiz and in tests, and only answers
//! tell it: at least two questions answered, a mean of 80 % over the best attempts, no critical miss.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::rows::{AskedItem, Sitting};
use super::which::Which;
use crate::assess::Grade;
use crate::course::manifest::Translated;
use crate::course::{Course, LessonOutline};
use crate::id::{LearnerId, LessonId, OutcomeId, QuestionId};

const QUESTIONS: usize = 2;
const MEAN: u16 = 8_000;

/// How all stand in one outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// The lesson that teaches it.
    pub lesson: LessonId,
    /// The outcome.
    pub outcome: OutcomeId,
    /// The words.
    pub text: Translated,
    /// How many people answered a question on it.
    pub met: usize,
    /// How many have mastered it.
    pub mastered: usize,
    /// How many of the others missed a critical question on it.
    pub critical: usize,
}

/// What one person's best attempts say of one outcome.
#[derive(Default)]
struct Met {
    questions: BTreeSet<QuestionId>,
    grades: Vec<Grade>,
    critical_missed: bool,
}

impl Met {
    fn is_mastered(&self) -> bool {
        let mean = Grade::mean(self.grades.iter().copied());
        self.questions.len() >= QUESTIONS && mean >= Grade::new(MEAN) && !self.critical_missed
    }
}

type Place = (LessonId, OutcomeId);

/// Returns every outcome in the order of the course, from the attempts at each of its quizzes and tests.
pub fn outcomes<'a>(course: &Course, sittings: impl IntoIterator<Item = &'a [Sitting]>) -> Vec<Shared> {
    let mut met: BTreeMap<Place, BTreeMap<LearnerId, Met>> = BTreeMap::new();
    // What many answers share is looked up once.
    let mut places = HashMap::new();
    for sitting in sittings.into_iter().flat_map(|of_quiz| Which::Best.of(of_quiz)) {
        for item in &sitting.items {
            let found = places.entry(Arc::as_ptr(&item.asked)).or_insert_with(|| place(course, &item.asked));
            let (Some((place, question, critical)), Some(grade)) = (found, item.grade) else { continue };
            let met = met.entry(place.clone()).or_default().entry(sitting.learner).or_default();
            met.questions.insert(question.clone());
            met.grades.push(grade);
            met.critical_missed |= *critical && !grade.is_full();
        }
    }
    course.outlines().iter().flat_map(|outline| of_lesson(outline, &met)).collect()
}

fn of_lesson(outline: &LessonOutline, met: &BTreeMap<Place, BTreeMap<LearnerId, Met>>) -> Vec<Shared> {
    let shared = |outcome: &crate::course::outline::OutcomeOutline| {
        let people = met.get(&(outline.id.clone(), outcome.id.clone()));
        let count =
            |is: &dyn Fn(&Met) -> bool| people.map_or(0, |people| people.values().filter(|met| is(met)).count());
        Shared {
            lesson: outline.id.clone(),
            outcome: outcome.id.clone(),
            text: outcome.text.clone(),
            met: count(&|_| true),
            mastered: count(&Met::is_mastered),
            critical: count(&|met| met.critical_missed),
        }
    };
    outline.outcomes.iter().map(shared).collect()
}

/// Finds which outcome a question speaks of, by the ids of now, which question it was, and whether that is critical.
fn place(course: &Course, asked: &AskedItem) -> Option<(Place, QuestionId, bool)> {
    let outline = course.outline(&asked.slot.lesson)?;
    outline.slots.iter().find_map(|slot| {
        let is_it = |(id, was): &&(QuestionId, Vec<QuestionId>)| *id == asked.question || was.contains(&asked.question);
        let (now, _) = slot.questions.iter().find(is_it)?;
        Some(((outline.id.clone(), slot.outcome.clone()), now.clone(), slot.critical))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Timestamp;
    use crate::cohort::fixture::asked;
    use crate::cohort::samples::course;
    use crate::cohort::{ItemAnswer, Picks};
    use crate::id::{AttemptId, QuestionRef};
    use crate::journal::Via;

    fn sitting(number: u128, nth: usize, items: &[(&str, u16)]) -> Sitting {
        let item = |(question, grade): &(&str, u16)| {
            let slot = QuestionRef::parse(&format!("gathering/first-lesson#{question}")).unwrap();
            ItemAnswer {
                asked: asked(slot).into(),
                grade: Some(Grade::new(*grade)),
                picks: Picks::default().into(),
                millis: 1_000,
                confident: None,
            }
        };
        Sitting {
            learner: LearnerId::from_bits(number),
            attempt: AttemptId::from_bits(number * 10 + nth as u128),
            nth,
            at: Timestamp(0),
            via: Via::Screen,
            supervised: false,
            grade: Grade::mean(items.iter().map(|(_, grade)| Grade::new(*grade))),
            items: items.iter().map(item).collect(),
        }
    }

    fn found(sittings: &[Sitting]) -> Vec<(String, usize, usize, usize)> {
        let shared = outcomes(&course(), [sittings]);
        shared.into_iter().map(|s| (s.outcome.to_string(), s.met, s.mastered, s.critical)).take(1).collect()
    }

    /// Two questions of the first outcome of the first lesson; the first is critical.
    fn questions() -> [String; 2] {
        let course = course();
        let outline = &course.outlines()[0];
        let of_first = outline.slots.iter().filter(|slot| slot.outcome == outline.outcomes[0].id);
        let mut ids = of_first.map(|slot| slot.questions[0].0.to_string());
        [ids.next().unwrap(), ids.next().unwrap()]
    }

    #[test]
    fn one_right_answer_is_too_little_and_two_are_enough() {
        let [critical, other] = questions();
        let one = sitting(1, 0, &[(&critical, 10_000)]);
        let two = sitting(2, 0, &[(&critical, 10_000), (&other, 6_000)]);
        assert_eq!(found(std::slice::from_ref(&one)), [("tell-angle".to_owned(), 1, 0, 0)]);
        assert_eq!(found(&[one, two]), [("tell-angle".to_owned(), 2, 1, 0)]);
    }

    #[test]
    fn the_best_attempt_counts_and_a_critical_miss_in_it_masters_nothing() {
        let [critical, other] = questions();
        let bad = sitting(1, 0, &[(&critical, 0), (&other, 10_000)]);
        let good = sitting(1, 1, &[(&critical, 10_000), (&other, 10_000)]);
        assert_eq!(found(std::slice::from_ref(&bad)), [("tell-angle".to_owned(), 1, 0, 1)]);
        assert_eq!(found(&[bad, good]), [("tell-angle".to_owned(), 1, 1, 0)]);
        assert_eq!(found(&[]), [("tell-angle".to_owned(), 0, 0, 0)]);
    }
}
