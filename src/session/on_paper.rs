//! Answers that were given on paper, as the events of a whole attempt.
//!
//! Apart from a sitting at a screen because everything is answered at once, by somebody else's hand: it is graded by the
//! same rules, and no time is told.

use std::time::Duration;

use super::Sitting;
use super::item::Item;
use super::quizzing::pass_mark;
use super::sitting::{Outcome, Purpose};
use crate::assess::{Response, mix};
use crate::course::Course;
use crate::id::{AttemptId, Lang, QuizId};
use crate::journal::Body;
use crate::report::paper::Asked;
use crate::store::api::AskedQuestion;

/// An attempt on paper, ready to be saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnPaper {
    /// What happened.
    pub events: Vec<Body>,
    /// The questions, as they were printed.
    pub asked: Vec<AskedQuestion>,
    /// How it ended.
    pub outcome: Outcome,
}

/// Makes an attempt of the printed questions and one answer for each; none without questions.
pub fn on_paper(
    course: &Course,
    (quiz, attempt): (&QuizId, AttemptId),
    asked: &[Asked],
    responses: &[Response],
    lang: &Lang,
) -> Option<OnPaper> {
    let item = |(asked, response): (&Asked, &Response)| {
        // The order of the options is the printed one.
        let seed = mix(0, asked.question.id.as_str());
        let mut item = Item::new(asked.at.clone(), asked.slot.clone(), asked.question.clone(), seed);
        item.response = response.clone();
        item
    };
    let items: Vec<Item> = asked.iter().zip(responses).map(item).collect();
    let questions = asked.iter().map(|asked| asked.at.clone()).collect();
    let kept = items.iter().map(|item| item.asked(lang)).collect();
    let purpose = Purpose::Attempt { attempt, quiz: quiz.clone(), pass: pass_mark(course, quiz) };
    let mut sitting = Sitting::new(purpose, items)?;
    let mut events = vec![Body::AttemptStarted { attempt, quiz: quiz.clone(), questions }];
    for position in 0..asked.len() {
        sitting.go_to(position, Duration::ZERO);
        events.extend(sitting.hand_in(Duration::ZERO));
    }
    Some(OnPaper { outcome: sitting.outcome()?, events, asked: kept })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::{empty_response, key_response};

    #[test]
    fn a_paper_is_a_whole_attempt_with_one_grade_for_each_question() {
        let course = Course::embedded().unwrap();
        let quiz = QuizId::Lesson(course.outlines()[0].id.clone());
        let lang = Lang::english();
        let asked = Asked::of(&course, &quiz, &lang).unwrap();
        let mut responses: Vec<Response> = asked.iter().map(|asked| key_response(&asked.question)).collect();
        let of = |responses: &[Response]| {
            on_paper(&course, (&quiz, AttemptId::from_bits(1)), &asked, responses, &lang).unwrap()
        };
        let whole = of(&responses);
        assert!(whole.outcome.passed && whole.outcome.grade.is_full());
        assert_eq!(whole.events.len(), asked.len() + 2, "a beginning, each answer, an end");
        responses[0] = empty_response(&asked[0].question);
        let less = of(&responses);
        assert!(!less.outcome.grade.is_full());
        assert!(matches!(less.events.last(), Some(Body::AttemptFinished { .. })));
    }
}
